"""How a speaker's name and office are worded: what is part of an office, and what makes a speaker none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from leadup.lang import any_of, kept_table, with_calendar
from leadup.lang.wordforms import word_endings
from leadup.model import Actor, Claim, Manner, Span
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import nouns

_TITLED: Final = 3
"""Words in capitals from which on they are a title and a name, and no body's short name."""

_NAMED: Final = 2
"""Words in capitals that are a name where the first is a given one ("MARA TOLK")."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_OWNER = re.compile(r"(?<=\w)['’]\w\b$")
_POSSESSED = re.compile(r"['’]")
_POSSESSIVE = re.compile(r"['’]s?$")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("speaker", language)
        self.tail = re.compile(kept_table("attribution", language)["sources"]["complement"], re.IGNORECASE)
        self.formed = re.compile(words["formed"])
        self.cut = re.compile(rf"\s+[-–](?=(?:{any_of(words['joined'].split())})\b)")
        self.unspoken = re.compile(words["unspoken"])
        self.son = re.compile(words["son"])
        self.but_another = re.compile(with_calendar(words["but_another"], language))
        self.describing = re.compile(rf"({words['describing']})")
        self.gerund = word_endings(language).gerund
        told = kept_table("pronouns", language)
        self.pronouns = frozenset(" ".join((*told["third"].values(), *told["other"].values())).split())
        sources = kept_table("sources", language)
        self.documents, self.opening = (frozenset(sources[key]["words"].split()) for key in ("document", "open"))
        self.things = self.documents | frozenset(sources["document"]["mouthless"].split())
        related = any_of(map(re.escape, kept_table("names", language)["roles"]["related"]))
        self.former = frozenset(words["former"].split())
        marks = any_of(re.escape(mark) for mark in sorted(self.former, reverse=True))
        self.held_before = rf"\b(?P<mark>{marks})(?:(?<=-)|\s+)(?:(?!(?:{related})\b)[\w.’'-]+\s){{0,4}}?"
        self.vague, self.articles, self.times, self.saying, self.numerals, self.small, self.whose, self.qualities = (
            frozenset(words[key].split())
            for key in ("vague", "articles", "times", "saying", "numerals", "small", "whose", "qualities")
        )
        self.according = str(kept_table("attribution", language)["clauses"]["according"])
        self.whole_body = words["whole_body"]
        self.marks: tuple[str, str, str] = tuple(words["marks"].split())
        self.office_parts = frozenset(words["office_parts"].split())


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_pronoun(words: str, language: str) -> bool:
    """Do the words of a source stand for somebody named elsewhere: "she", "who", "he himself"?"""
    first = words.split()[:1]
    return bool(first) and first[0].casefold().strip(",") in _forms(language).pronouns


def may_speak(who: Actor, language: str) -> bool:
    """May one be a speaker whose noun is not known to be of those who speak?

    A name may, and what holds words ("a survey"); "the damage from the leaks", "the thrust of the remarks" may not.
    """
    forms = _forms(language)
    words = head(who.name, language)
    if not words:
        return False
    last = words[-1].casefold()
    if last in forms.documents:
        return True
    known = lexicon(forms.language)
    given = bool(known.words.get(words[0], 0) & int(Is.GIVEN)) and words[0] not in known.phrases
    return all(w[:1].isupper() for w in words) and (len(words) > 1 or given)


def head(name: str, language: str) -> list[str]:
    """The words of a description without what hangs on its noun: "poll" of "poll of ferry workers"."""
    return _forms(language).tail.split(name, maxsplit=1)[0].split()


def tells_nobody(who: Actor, words: str, language: str) -> bool:
    """Do a speaker's words tell of nobody: a verb with what follows it ("will be a leader"), a bare "reports"?"""
    forms = _forms(language)
    named = who.name.split()
    if named[:1] and named[0] in forms.opening:
        return True
    bare = len(named) == 1 and who.of is None and " " not in name_as_given(who.name.lower(), words.lower(), language)
    return bare and named[0].casefold() in forms.vague


def cited(who: Actor, claim: Claim, words: str, text: str, start: int, language: str) -> str | None:
    """What stands before a thing that holds words where a sentence is "according to" it: "according to a", of a poll;
    None where the source is none or the words do not say so."""
    cue = text[claim.cue[0][0] - start : claim.cue[-1][1] - start].lower() if claim.cue else ""
    if not holds_words(who, language) or not cue.startswith(_forms(language).according):
        return None
    return f"{cue} {words[: max(0, words.find(who.name))]}".rstrip()


def holds_words(who: Actor, language: str) -> bool:
    """Is a speaker a thing, a report or a ruling, by the noun of its description?"""
    last = head(who.name, language)[-1:]
    return bool(last) and last[0].islower() and last[0] in _forms(language).things


def whole_body(name: str, words: str, language: str) -> str:
    """A body's name that is but a noun with what it is of: "Office of Harbour Safety" of the words of the source."""
    if " " in name or not name[:1].isupper():
        return name
    whole = re.search(_forms(language).whole_body.format(name=re.escape(name)), words)
    return whole.group() if whole is not None else name


def name_as_given(name: str, words: str, language: str) -> str:
    """A speaker's name, but with the article of the source where it is a noun alone: "the governor"."""
    given = words.split()
    if " " in name or not name[:1].islower() or len(given) < 2 or given[1].strip(",") != name:
        return name
    return f"{given[0].lower()} {name}" if given[0].lower() in _forms(language).articles else name


def in_running_text(name: str, language: str) -> str:
    """A speaker's name as running text would write it where a list of shots does ("HARBOUR MINISTER MARA TOLK SAYING"),
    and without the time that stands before it."""
    forms = _forms(language)
    words = name.split()
    if len(words) > 1 and words[0] in forms.times and _is_of_state(words[1], forms):
        words = words[1:]  # "the night authorities announced"
    while len(words) > 1 and words[-1].isupper() and words[-1].casefold() in forms.saying:
        words.pop()
    least = _NAMED if _is_given(words[0], forms) else _TITLED
    is_titled = len(words) >= least and all(word.isupper() for word in words)
    if not is_titled or not any(_is_of_somebody(word, forms) for word in words):
        return " ".join(words)
    last = words.pop() if words[-1].casefold() in forms.numerals else None
    return " ".join((*(_less_capitals(word, forms) for word in words), *([last] if last else [])))


def _is_given(word: str, forms: _Forms) -> bool:
    return bool(lexicon(forms.language).words.get(word.title(), 0) & int(Is.GIVEN))


def _is_of_somebody(word: str, forms: _Forms) -> bool:
    """Is a word in capitals a title, an office or a first name, and so no short name of a body ("SEIU")?"""
    known = lexicon(forms.language)
    flags = known.words.get(word.title(), 0) | known.words.get(word, 0)
    return bool(flags & int(Is.TITLE | Is.TITLE_WORD | Is.GIVEN)) and word not in known.phrases


def _less_capitals(word: str, forms: _Forms) -> str:
    """A word in capitals of a title and a name: "US", "Secretary", "of", "O'Brien", "McTolk"."""
    phrases, known = lexicon(forms.language).phrases, lexicon(forms.language).words
    if word in phrases or _INITIALS.match(word) or known.get(word, 0) & ~int(Is.COMMON):
        return word
    if forms.unspoken.fullmatch(word) and word.title() not in known:
        return word  # "VP", but "Dr"
    if word.casefold() in forms.small:
        return word.lower()
    written = _OWNER.sub(lambda end: end.group().lower(), word.title())
    son = forms.son.match(written)
    return f"{son[1]}{son[2].upper()}{written[son.end() :]}" if son else written


def _is_of_state(noun: str, forms: _Forms) -> bool:
    return (nouns(forms.language).kinds.get(noun) or nouns(forms.language).heads.get(noun)) in ("government", "police")


def named_before(name: str, words: str, language: str) -> str | None:
    """The name that a description stands behind in the words of a source: "Tolk Lager" of "Tolk Lager, the beer
    company"; None where it is none's."""
    describing = _forms(language).describing
    before, _, behind = describing.split(words, maxsplit=1) if describing.search(words) else ("", "", "")
    whole = bool(before) and all(word[:1].isupper() for word in before.split())
    return before if whole and behind.startswith(name) else None


def names_whose(name: str, of: str) -> bool:
    """Does a description name whom it belongs to: "Tolk campaign", of Mara Tolk?"""
    said = {_POSSESSIVE.sub("", word) for word in name.split()}
    return of.split()[-1] in said if of.split() else True


def office(role: str, name: str, words: str, language: str) -> str | None:
    """An office as shown beside a name: without what is no part of it, None where it tells nothing.

    ``words`` are those of the source: an office that tells nothing without whose it is, as they give it.
    """
    forms = _forms(language)
    said = _less_qualities(forms.cut.sub("-", _of_two(role, forms)).split(), forms)
    if len(said) == 1 and said[0].casefold() in forms.whose:
        before = words.partition(name)[0].split()
        while before and before[0].lower() in forms.articles:
            before.pop(0)
        return " ".join(before) if len(before) > 1 and before[-1] == said[0] and before[0][:1].isupper() else None
    return " ".join(said)


def _of_two(role: str, forms: _Forms) -> str:
    """The title of two things that are said of somebody side by side: "Sen." of "presidential candidate Sen."."""
    words = role.split()
    short = len(words) > 1 and words[-1].endswith(".")
    return words[-1] if short and words[-2].islower() and words[-2] not in forms.former else role


def _less_qualities(words: list[str], forms: _Forms) -> list[str]:
    """The words of an office without those before it that say what somebody is like: "raspy-voiced President"."""
    while len(words) > 1 and (words[0].lower() in forms.qualities or _is_formed(words[0], forms)):
        words = words[1:]
    return words


def _is_formed(word: str, forms: _Forms) -> bool:
    return forms.formed.fullmatch(word) is not None and word.rsplit("-", 1)[1] not in forms.office_parts


def held_before(office_held: str, name: str, texts: Iterable[str], language: str) -> str:
    """An office with the "former" that one of the texts gives it: "former Lom Gov." before the same name."""
    forms = _forms(language)
    words = office_held.split()
    if (
        not words
        or not name.split()
        or any(word.lower() in forms.former or word.lower().startswith("ex-") for word in words)
    ):
        return office_held
    last = re.escape(name.split()[-1])
    title = re.compile(
        rf"{forms.held_before}{re.escape(words[-1])}\s(?:[\w.’'-]+\s){{0,5}}?{last}\b",
        re.IGNORECASE,
    )
    for text in texts:
        told = title.search(text)
        if told is not None:
            mark = told["mark"].lower()
            return f"{mark}{'' if mark.endswith('-') else ' '}{office_held}"
    return office_held


def is_told_by_another(claim: Claim, claims: Iterable[Claim], text: str, start: int, language: str) -> bool:
    """Are a claim's words rather another's than those of its source, which begins at code point ``start`` of ``text``?

    Of "The league's vow, she said, was wrong" the league's is but a noun in what she says; and in "The others wept, but
    Mayor Tolk raged, saying" it is the mayor who says so.
    """
    if not claim.source:
        return False
    forms = _forms(language)
    end = claim.source[-1][1] - start
    owns = _POSSESSED.match(text, end) is not None
    if owns and any(other.speaker is None and other.source and other.is_said for other in claims):
        return True
    cue = claim.cue[0] if claim.cue else None
    if cue is None or cue[0] - start < end or not text[cue[0] - start : cue[1] - start].endswith(forms.gerund):
        return False
    return forms.but_another.search(text[end : cue[0] - start]) is not None


def manner_of(claim: Claim, wording: Span, text: str, start: int, language: str) -> Manner:
    """How the words of a wording are given: of a claim that goes on over several sentences, where it is partly quoted,
    those that hold no quotation are paraphrased. ``text`` begins at code point ``start``."""
    if claim.manner != "partly quoted":
        return claim.manner
    opens, closes, plain = _forms(language).marks
    first = min((s for s, _ in claim.content), default=wording.start)
    before = text[max(0, first - start) : max(0, wording.start - start)]
    inside = any(mark in wording.exact for mark in (opens, closes, plain))
    is_open = before.count(opens) > before.count(closes) or before.count(plain) % 2 == 1
    return "partly quoted" if inside or is_open else "paraphrased"
