"""What kind of piece an article is: a news report, or an opinion, letters, a quiz, a horoscope, a transcript.

Told by its section in the address, the form of its title, what it says of itself and of its writer, and by its voice:
who writes of himself and reports nobody's words is of an opinion, and so is what is worded as arguing is, in common
words ("should", "surely", "our") against those of reports ("said", "spokesman"). What is not told surely is a report.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from leadup.address import split_address
from leadup.lang import ENGLISH, kept_rows, kept_table
from leadup.model import REPORT, Article, Piece, PieceKind, Reading, Sentence

_KINDS: tuple[PieceKind, ...] = ("letters", "quiz", "horoscope", "transcript", "opinion")
HEAD, FOOT = 1200, 900
"""Code points at either end in which a piece says what it is."""
FIRST_PERSON = 0.15
"""Share of the sentences, quotations aside, in which the writer speaks of himself, from which on it is an opinion."""
ADDRESSING = 0.30
"""The same of "we" and "you", where next to nobody else's words are reported."""
REPORTING = 0.08
ENOUGH = 8
"""Sentences from which on the voice is asked."""
ENOUGH_WORDS = 120
"""Words in lower case, quotations aside, from which on it is asked whether they are worded as arguing is."""
ARGUING = 6.9
"""What such words must add up to (``arguing.tsv``; even odds are at 6.4). By a reader's judgement of their titles, all
of 27 drawn from the 377 unmarked pieces of 16,467 articles that reach it argue, and 54 of 60 that reach 6.2."""
REPORTED = 4.0
"""What nine in ten reports of agencies and broadcasters do not reach; in between a piece is one in part."""
SPEAKERS = 6
OF_PARAGRAPHS = 0.3
"""Lines that open with a speaker's name in capitals, as transcripts have them, and their share of all paragraphs."""

_MARKS = ('"', "“", "”", "``", "''")
_LOWER = re.compile(r"[a-z](?<![\w'].)[a-z]*+(?:'[a-z]++)?(?!\w)")
_QUOTED = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"|``(?:(?!'').){0,600}''")


class _Signs(NamedTuple):
    sections: re.Pattern[str]
    title: re.Pattern[str]
    marks: re.Pattern[str]
    hints: tuple[str, ...]


@cache
def _signs(language: str) -> dict[PieceKind, _Signs]:
    data = kept_table("pieces", language)
    return {
        kind: _Signs(
            re.compile(rf"(?:{data[kind]['sections']})", re.I),
            re.compile(data[kind]["title"], re.I),
            re.compile(data[kind]["marks"], re.M),
            tuple(data[kind].get("hints", ())),
        )
        for kind in _KINDS
    }


@cache
def _reasons() -> dict[str, str]:
    """What a reader is told, in English whatever the text is in."""
    return dict(kept_table("pieces", ENGLISH)["reasons"])


@cache
def _voice(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = kept_table("pieces", language)
    writers = re.compile(data["opinion"]["writers"], re.I)
    return writers, *(re.compile(data["voice"][k]) for k in ("first", "we", "told"))  # type: ignore[return-value]


def piece_of(article: Article, sentences: Sequence[Sentence], writer: str = "", *, language: str) -> Piece:
    """The kind of piece an article is, and why. ``writer`` is what it says of who wrote it, where it does."""
    segments = _segments(article.url)
    title = (article.title or "").strip()
    text = article.text
    ends = text[:HEAD] + "\n" + text[max(HEAD, len(text) - FOOT) :]
    for kind in _KINDS:
        signs = _signs(language)[kind]
        section = next((s for s in segments if signs.sections.fullmatch(s)), None)
        if section is not None:
            return Piece(kind, _reasons()["section"].format(section=section))
        if title and signs.title.match(title):
            return Piece(kind, _reasons()["title"])
        if kind == "transcript" and kind not in ends.lower():
            is_transcript = _speakers(signs.marks, text, kind) >= max(SPEAKERS, OF_PARAGRAPHS * len(article.paragraphs))
        elif signs.hints and not any(hint in ends for hint in signs.hints):
            is_transcript = False
        else:
            is_transcript = signs.marks.search(text if kind == "transcript" else ends) is not None
        if is_transcript:
            return Piece(kind, _reasons()["itself"])
    writers, first, we, told = _voice(language)
    if writer and writers.search(writer):
        return Piece("opinion", _reasons()["writer"])
    own = own_sentences(text, sentences)
    if len(own) < ENOUGH:
        return REPORT
    share = sum(first.search(s) is not None for s in own) / len(own)
    if share >= FIRST_PERSON:
        return Piece("opinion", _reasons()["himself"])
    reported = sum(told.search(s) is not None for s in own) / len(own)
    if reported <= REPORTING and sum(we.search(s) is not None for s in own) / len(own) >= ADDRESSING:
        return Piece("opinion", _reasons()["reader"])
    if argument(voice_of(own), language) >= ARGUING:
        return Piece("opinion", _reasons()["argues"])
    return REPORT


def argued(text: str, reading: Reading, language: str) -> float:
    """How much an article argues where reports report, in [0, 1]: 1 for what is no report at all."""
    if reading.piece.kind != "report":
        return 1.0
    worth = argument(voice_of(own_sentences(text, reading.sentences)), language)
    return min(1.0, max(0.0, (worth - REPORTED) / (ARGUING - REPORTED)))


def opinion_by_place(article: Article, language: str) -> bool:
    """Does the article's address or title say that it is an opinion?"""
    signs = _signs(language)["opinion"]
    inside = any(signs.sections.fullmatch(s) for s in _segments(article.url))
    return inside or signs.title.match((article.title or "").strip()) is not None


def own_sentences(text: str, sentences: Sequence[Sentence]) -> list[str]:
    """The sentences that are the writer's own, without what they quote."""
    own = [text[s.start : s.end] for s in sentences if s.opened is None and not s.runs_on]
    own = [_QUOTED.sub(" ", words) if any(map(words.__contains__, _MARKS)) else words for words in own]
    return [words for words in own if not any(map(words.__contains__, _MARKS))]


def voice_of(own: Sequence[str]) -> Counter[str]:
    """How often these sentences have each word that is written in lower case."""
    return Counter(_LOWER.findall("\n".join(own).replace("’", "'")))


def argument(voice: Counter[str], language: str) -> float:
    """How much words are those of arguing and not of reporting, by what the table says of each; 0 for few words."""
    total = sum(voice.values())
    if total < ENOUGH_WORDS:
        return 0.0
    table = _arguing(language)
    # A sum of fsum is the same in any order.
    return math.fsum(table[word] * math.log1p(1000 * voice[word] / total) for word in table.keys() & voice.keys())


@cache
def _arguing(language: str) -> dict[str, float]:
    return {word: float(weight) for word, weight in kept_rows("arguing", language)}


def _speakers(marks: re.Pattern[str], text: str, kind: str) -> int:
    """How many lines open with a speaker, or name the kind of the piece; 0 where too few can."""
    # Each such line has a colon or the word; to count them first spares most articles a search of all their text.
    if text.count(": ") + text.count(kind) < SPEAKERS:
        return 0
    return len(marks.findall(text))


def _segments(url: str | None) -> list[str]:
    return [s for s in split_address(url).path.lower().split("/")[:-1] if s]
