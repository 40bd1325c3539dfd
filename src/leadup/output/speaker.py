"""How a speaker's name and office are worded: what is part of an office, and what makes a speaker none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from leadup.lang import ENGLISH, table, with_calendar
from leadup.lang.wordforms import GERUND
from leadup.model import Actor, Claim
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import nouns

_SPEAKING: dict[str, Any] = table("attribution")["sources"]
_WORDS: dict[str, Any] = table("speaker")
_TAIL = re.compile(_SPEAKING["complement"], re.IGNORECASE)
_FORMED = re.compile(_WORDS["formed"])
_CUT = re.compile(rf"\s+[-–](?=(?:{'|'.join(_WORDS['joined'].split())})\b)")
_TITLED: Final = 3
"""Words in capitals from which on they are a title and a name, and no body's short name."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_OWNER = re.compile(r"(?<=\w)['’]\w\b$")
_UNSPOKEN = re.compile(_WORDS["unspoken"])
_SON = re.compile(_WORDS["son"])
_POSSESSED = re.compile(r"['’]")
_BUT_ANOTHER = re.compile(with_calendar(_WORDS["but_another"]))
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_WORDS[key].split())


@cache
def _sources(section: str) -> frozenset[str]:
    return frozenset(table("sources")[section]["words"].split())


@cache
def _pronouns() -> frozenset[str]:
    told = table("pronouns")
    return frozenset(" ".join((*told["third"].values(), *told["other"].values())).split())


def is_pronoun(words: str) -> bool:
    """Do the words of a source stand for somebody named elsewhere: "she", "who", "he himself"?"""
    first = words.split()[:1]
    return bool(first) and first[0].casefold().strip(",") in _pronouns()


def may_speak(who: Actor) -> bool:
    """May one be a speaker whose noun is not known to be of those who speak?

    A name may, and what holds words ("a survey"); "the damage from the leaks", "the thrust of the remarks" may not.
    """
    words = head(who.name)
    if not words:
        return False
    last = words[-1].casefold()
    if last in _sources("document"):
        return True
    given = bool(lexicon(ENGLISH).words.get(words[0], 0) & int(Is.GIVEN)) and words[0] not in lexicon(ENGLISH).phrases
    return all(w[:1].isupper() for w in words) and (len(words) > 1 or given)


def head(name: str) -> list[str]:
    """The words of a description without what hangs on its noun: "poll" of "poll of ferry workers"."""
    return _TAIL.split(name, maxsplit=1)[0].split()


def tells_nobody(who: Actor, words: str) -> bool:
    """Do a speaker's words tell of nobody: a verb with what follows it ("will be a leader"), a bare "reports"?"""
    named = who.name.split()
    if named[:1] and named[0] in _sources("open"):
        return True
    bare = len(named) == 1 and who.of is None and " " not in name_as_given(who.name.lower(), words.lower())
    return bare and named[0].casefold() in _words("vague")


def name_as_given(name: str, words: str) -> str:
    """A speaker's name, but with the article of the source where it is a noun alone: "the governor"."""
    given = words.split()
    if " " in name or not name[:1].islower() or len(given) < 2 or given[1].strip(",") != name:
        return name
    return f"{given[0].lower()} {name}" if given[0].lower() in _words("articles") else name


def in_running_text(name: str) -> str:
    """A speaker's name as running text would write it where a list of shots does ("HARBOUR MINISTER MARA TOLK SAYING"),
    and without the time that stands before it."""
    words = name.split()
    if len(words) > 1 and words[0] in _words("times") and _is_of_state(words[1]):
        words = words[1:]  # "the night authorities announced"
    while len(words) > 1 and words[-1].isupper() and words[-1].casefold() in _words("saying"):
        words.pop()
    if len(words) < _TITLED or not all(word.isupper() for word in words) or not any(map(_is_of_somebody, words)):
        return " ".join(words)
    last = words.pop() if words[-1].casefold() in _words("numerals") else None
    return " ".join((*(_less_capitals(word) for word in words), *([last] if last else [])))


def _is_of_somebody(word: str) -> bool:
    """Is a word in capitals a title, an office or a first name, and so no short name of a body ("SEIU")?"""
    flags = lexicon(ENGLISH).words.get(word.title(), 0) | lexicon(ENGLISH).words.get(word, 0)
    return bool(flags & int(Is.TITLE | Is.TITLE_WORD | Is.GIVEN)) and word not in lexicon(ENGLISH).phrases


def _less_capitals(word: str) -> str:
    """A word in capitals of a title and a name: "US", "Secretary", "of", "O'Brien", "McTolk"."""
    known = lexicon(ENGLISH).words
    if word in lexicon(ENGLISH).phrases or _INITIALS.match(word) or known.get(word, 0) & ~int(Is.COMMON):
        return word
    if _UNSPOKEN.fullmatch(word) and word.title() not in known:
        return word  # "VP", but "Dr"
    if word.casefold() in _words("small"):
        return word.lower()
    written = _OWNER.sub(lambda end: end.group().lower(), word.title())
    son = _SON.match(written)
    return f"{son[1]}{son[2].upper()}{written[son.end() :]}" if son else written


def _is_of_state(noun: str) -> bool:
    return (nouns(ENGLISH).kinds.get(noun) or nouns(ENGLISH).heads.get(noun)) in ("government", "police")


def named_before(name: str, words: str) -> str | None:
    """The name that a description stands behind in the words of a source: "Tolk Lager" of "Tolk Lager, the beer
    company"; None where it is none's."""
    before, _, behind = re.split(rf"({_WORDS['describing']})", words, maxsplit=1) if _describes(words) else ("", "", "")
    whole = bool(before) and all(word[:1].isupper() for word in before.split())
    return before if whole and behind.startswith(name) else None


def _describes(words: str) -> bool:
    return re.search(_WORDS["describing"], words) is not None


def names_whose(name: str, of: str) -> bool:
    """Does a description name whom it belongs to: "Tolk campaign", of Mara Tolk?"""
    said = {_POSSESSIVE.sub("", word) for word in name.split()}
    return of.split()[-1] in said if of.split() else True


def office(role: str, name: str, words: str) -> str | None:
    """An office as shown beside a name: without what is no part of it, None where it tells nothing.

    ``words`` are those of the source: an office that tells nothing without whose it is, as they give it.
    """
    said = _less_qualities(_CUT.sub("-", _of_two(role)).split())
    if len(said) == 1 and said[0].casefold() in _words("whose"):
        before = words.partition(name)[0].split()
        while before and before[0].lower() in _words("articles"):
            before.pop(0)
        return " ".join(before) if len(before) > 1 and before[-1] == said[0] and before[0][:1].isupper() else None
    return " ".join(said)


def _of_two(role: str) -> str:
    """The title of two things that are said of somebody side by side: "Sen." of "presidential candidate Sen."."""
    words = role.split()
    short = len(words) > 1 and words[-1].endswith(".")
    return words[-1] if short and words[-2].islower() and words[-2] not in _words("former") else role


def _less_qualities(words: list[str]) -> list[str]:
    """The words of an office without those before it that say what somebody is like: "raspy-voiced President"."""
    while len(words) > 1 and (words[0].lower() in _words("qualities") or _is_formed(words[0])):
        words = words[1:]
    return words


def _is_formed(word: str) -> bool:
    return _FORMED.fullmatch(word) is not None and word.rsplit("-", 1)[1] not in _words("office_parts")


def held_before(office_held: str, name: str, texts: Iterable[str]) -> str:
    """An office with the "former" that one of the texts gives it: "former Lom Gov." before the same name."""
    words = office_held.split()
    if (
        not words
        or not name.split()
        or any(word.lower() in _words("former") or word.lower().startswith("ex-") for word in words)
    ):
        return office_held
    last = re.escape(name.split()[-1])
    others = "|".join(map(re.escape, table("names")["roles"]["related"]))
    marks = "|".join(re.escape(mark) for mark in sorted(_words("former"), reverse=True))
    title = re.compile(
        rf"\b(?P<mark>{marks})(?:(?<=-)|\s+)(?:(?!(?:{others})\b)[\w.’'-]+\s){{0,4}}?{re.escape(words[-1])}\s(?:[\w.’'-]+\s){{0,5}}?{last}\b",
        re.IGNORECASE,
    )
    for text in texts:
        told = title.search(text)
        if told is not None:
            mark = told["mark"].lower()
            return f"{mark}{'' if mark.endswith('-') else ' '}{office_held}"
    return office_held


def is_told_by_another(claim: Claim, claims: Iterable[Claim], text: str, start: int) -> bool:
    """Are a claim's words rather another's than those of its source, which begins at code point ``start`` of ``text``?

    Of "The league's vow, she said, was wrong" the league's is but a noun in what she says; and in "The others wept, but
    Mayor Tolk raged, saying" it is the mayor who says so.
    """
    if not claim.source:
        return False
    end = claim.source[-1][1] - start
    owns = _POSSESSED.match(text, end) is not None
    if owns and any(other.speaker is None and other.source and other.is_said for other in claims):
        return True
    cue = claim.cue[0] if claim.cue else None
    if cue is None or cue[0] - start < end or not text[cue[0] - start : cue[1] - start].endswith(GERUND):
        return False
    return _BUT_ANOTHER.search(text[end : cue[0] - start]) is not None
