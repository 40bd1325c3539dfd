"""Whether a sentence can be read alone; if not, which sentences before it are shown with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table, with_calendar
from leadup.model import Extent, Sentence
from leadup.timeline.statement import balanced, statement_at

LONGEST_CONTEXT = 320
"""Code points of the words that are shown before a sentence that leans on them."""
SENTENCES_BACK = 2
_LONGEST_PHRASE = 60
_QUOTE = re.compile(r"[\"“”«»]|``|''")
_MARKS = "\"“”'‘’([ \u00a0"
_CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*")
_ENDS = re.compile(r"[.!?…][\s\"'”’»)\]]*$")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.quoted = re.compile(kept_table("sentences", language)["quoted"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@cache
def _leaning(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = kept_table("leaning", language)
    words, nouns, follows, pronouns = ("|".join(data[k]) for k in ("words", "nouns", "follows", "pronouns"))
    opening = re.compile(
        rf"[\W_]*(?:(?:{words})\b|(?-i:{data['between']}(?:{nouns})(?:, (?![A-Z])| (?:{follows})\b)))", re.I
    )
    # A phrase without a name: a capital in it may only be its first word's, or a day's or month's.
    phrase = re.compile(
        rf"[\W_]*[A-Z][a-z]+(?:[^,.;:A-Z]|{data['dated']}|{_months(language)}){{0,{_LONGEST_PHRASE}}}"
        rf", (?:{pronouns})\b"
    )
    return opening, phrase


def _months(language: str) -> str:
    return with_calendar(kept_table("captions", language)["month_day"], language).split(" ", 1)[0]


def leans(sentence: str, language: str) -> bool:
    """Does the sentence lean on the one before it: a pronoun, a connective, a thing named there?"""
    opening, phrase = _leaning(language)
    return opening.match(sentence) is not None or phrase.match(sentence) is not None


class _Within(NamedTuple):
    pronoun: re.Pattern[str]
    person: re.Pattern[str]
    there: re.Pattern[str]
    those: re.Pattern[str]
    pointing: re.Pattern[str]
    bodies: re.Pattern[str]
    next_day: re.Pattern[str]
    them: re.Pattern[str]
    several: re.Pattern[str]
    calendar: re.Pattern[str]
    says: re.Pattern[str]
    meant: re.Pattern[str]


@cache
def _within(language: str) -> _Within:
    data = kept_table("leaning", language)
    return _Within(
        re.compile(rf"\b{data['person_pronoun']}\b", re.I),
        re.compile(rf"\b(?:{'|'.join(data['persons'])})\b", re.I),
        re.compile(data["there"]),
        re.compile(data["those"]),
        re.compile(data["pointing"]),
        re.compile(data["bodies"]),
        re.compile(data["next_day"]),
        re.compile(data["them"]),
        re.compile(with_calendar(data["several"], language)),
        re.compile(rf"(?:{kept_table('captions', language)['weekday']}|{_months(language)})"),
        re.compile(rf"\s+(?:{data['says']})\b"),
        re.compile(data["meant"]),
    )


def leans_within(text: str, sentence: Sentence, language: str) -> bool:
    """Does a sentence of the text lean on the one before it by a word within: a pronoun of nobody it names, "there"
    where it names no place, "them" where there are not several of anything, "those details", "that position", "the
    group" it does not name, "the next day" of none? What it quotes is not looked at."""
    form = _within(language)
    words = _forms(language).quoted.sub(lambda m: " " * len(m.group()), text[sentence.start : sentence.end])
    those = form.those.search(words)
    if those is not None and those[1] not in words[: those.start()]:
        return True
    if form.pointing.search(words) is not None:
        return True
    body = form.bodies.search(words)
    if body is not None and not _is_introduced(sentence, words, body):
        return True
    next_day = form.next_day.search(words)
    if next_day is not None and not any(t.end <= sentence.start + next_day.start() for t in sentence.timexes):
        return True
    them = form.them.search(words)
    if them is not None and form.several.search(words, 0, them.start()) is None:
        return True
    there = form.there.search(words)
    if there is not None and not _names(sentence, words, there.start(), language=language):
        return True
    pronoun = form.pronoun.search(words)
    if pronoun is None:
        return False
    till = len(words) if _is_named_after(words, pronoun, language) else pronoun.start()
    # Whom a speaker names is not the speaker.
    unquoted = form.says.match(words, pronoun.end()) is not None
    return not _names(sentence, words, till, unquoted, language=language) and form.person.search(words, 0, till) is None


def _is_introduced(sentence: Sentence, words: str, body: re.Match[str]) -> bool:
    """Does a sentence name a body, or speak of what is meant, before it says "the group"?"""
    if body[1] in words[: body.start()]:
        return True
    ends = body.start() + sentence.start
    return any(n.start < ends and n.kind in ("organisation", "other") for n in sentence.names)


def strangers(sentence: Sentence) -> tuple[str, ...]:
    """The persons that a sentence calls by a surname alone, and that its article has named in full elsewhere."""
    return tuple(n.exact for n in sentence.names if n.is_person and " " not in n.exact and " " in n.key)


def _is_named_after(words: str, pronoun: re.Match[str], language: str) -> bool:
    """May who a pronoun means come after it: at the head of what follows an opening phrase ("In his speech, Jo Marr
    left"), which "he said" is not?"""
    if "," in words[: pronoun.start()] or _within(language).says.match(words, pronoun.end()):
        return False
    return _within(language).meant.search(words, pronoun.end()) is not None


def _names(sentence: Sentence, words: str, till: int, unquoted: bool = False, *, language: str) -> bool:
    """Is anything named in the words of a sentence up to ``till``: by a name, or a capital that no calendar gives?

    ``unquoted`` passes over what is named within quotation marks, which ``words`` has as spaces.
    """
    starts = (n.start - sentence.start for n in sentence.names)
    if any(at < till and not (unquoted and words[at].isspace()) for at in starts):
        return True
    capitals = _CAPITAL.finditer(words, 0, till)
    first = len(words) - len(words.lstrip(_MARKS))
    return any(m.start() > first and not _within(language).calendar.match(m.group()) for m in capitals)


def quotes(sentence: str) -> bool:
    """Does the sentence hold another's words in quotation marks?"""
    return _QUOTE.search(sentence) is not None


def quotations(sentence: str, language: str) -> list[Extent]:
    """Where a sentence holds another's words between quotation marks."""
    return [match.span() for match in _forms(language).quoted.finditer(sentence)]


def finished(sentence: str) -> bool:
    """Does the sentence end as sentences do? Headings and list items mostly do not."""
    return _ENDS.search(sentence) is not None


def is_part(text: str, sentences: Sequence[Sentence], at: int, language: str) -> bool:
    """Is the sentence a part of a statement that cannot be shown whole?"""
    return statement_at(text, sentences, at, language) is None


def context_of(text: str, sentences: Sequence[Sentence], at: int, language: str) -> Extent | None:
    """The words before a sentence that leans on them, up to it: one sentence or two, the first of which stands alone.

    None where the sentence stands alone itself, and where what stands before it does not help.
    """
    whole = statement_at(text, sentences, at, language)
    start = whole[0] if whole else sentences[at].start
    first = at
    while sentences[first].start > start:
        first -= 1
    if not leans(text[start : sentences[at].end], language) and (
        first < at or not leans_within(text, sentences[at], language)
    ):
        return None
    for back in range(1, SENTENCES_BACK + 1):
        before = first - back
        if before < 0 or sentences[before].repeated:
            return None
        opening = sentences[before].start
        if start - opening > LONGEST_CONTEXT or sentences[first].paragraph - sentences[before].paragraph > 1:
            return None
        words = text[opening : sentences[first - 1].end]
        if not leans(words, language) and not leans_within(text, sentences[before], language) and balanced(words):
            return opening, sentences[first - 1].end
    return None
