"""An article whole, with what was read out of it marked in its place, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadup.model import Article, DeepReading, Reading
from leadup.output.days_in_words import day_words

Mark = tuple[int, int, str, str]
"""Start, end, kind ("date", "speaker", "figure", "name") and the reason, for a person."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; ``kind`` is empty where nothing is marked in them."""

    text: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or what stands between sentences (``number`` None: page furniture, which nothing was read from).

    ``day`` is what it tells of, where that is another day than the sentence before tells of.
    """

    number: int | None
    place: str
    pieces: tuple[Piece, ...]
    day: str | None
    why: str
    asked: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's paragraphs, and what was read by kind: the words and why, each once."""

    paragraphs: tuple[tuple[Line, ...], ...]
    dates: tuple[tuple[str, str], ...]
    speakers: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


def article_view(
    article: Article, reading: Reading, deep: Iterable[DeepReading], at: tuple[int, int] | None
) -> ArticleView:
    """``article`` with its reading; ``at`` is the place that was asked for, marked as such."""
    text = article.text
    speakers = [
        (start, end, "speaker", f"speaks ({claim.manner}{'' if claim.certain else ', uncertain'})")
        for d in deep
        for claim in d.claims
        for start, end in claim.source
    ]
    sentences = reading.sentences
    dates: list[Mark] = [(t.start, t.end, "date", str(t.reason) or t.value) for s in sentences for t in s.timexes]
    figures: list[Mark] = [(f.start, f.end, "figure", f"figure: {f.role}") for s in sentences for f in s.figures]
    names: list[Mark] = [(n.start, n.end, "name", n.kind) for s in sentences for n in s.names]
    marks = _apart([*dates, *speakers, *figures, *names])
    paragraphs = []
    day = None
    for k, paragraph in enumerate(article.paragraphs):
        lines: list[Line] = []
        own = [(n, s) for n, s in enumerate(sentences) if s.paragraph == k]
        cursor = paragraph.start
        for n, s in own:
            if text[cursor : s.start].strip():
                lines.append(_furniture(text, cursor, s.start))
            # The publication day, where the text names none, is no more than a guess: it is not shown.
            by_text = s.day if s.dates and s.dates[0].by != "published" else None
            told = by_text if by_text != day else None
            day = by_text or day
            lines.append(
                Line(
                    n,
                    f"{article.id}:{s.start}-{s.end}",
                    tuple(_pieces(text, s.start, s.end, marks)),
                    day_words(told) if told else None,
                    str(s.dates[0].reason) if s.dates else "",
                    at is not None and at[0] < s.end and s.start < at[1],
                )
            )
            cursor = s.end
        if text[cursor : paragraph.end].strip():
            lines.append(_furniture(text, cursor, paragraph.end))
        paragraphs.append(tuple(lines))
    return ArticleView(
        tuple(paragraphs),
        tuple(dict.fromkeys((text[s:e], why) for s, e, _, why in dates)),
        tuple(dict.fromkeys((text[s:e], why) for s, e, _, why in speakers)),
        tuple(dict.fromkeys((text[s:e], why) for s, e, _, why in figures)),
        tuple(dict.fromkeys(text[s:e] for s, e, _, _ in names)),
    )


def _furniture(text: str, start: int, end: int) -> Line:
    return Line(None, "", (Piece(text[start:end], "", ""),), None, "page furniture: nothing is read from it", False)


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap, in order; of two that do, the one that came first in the list."""
    taken: list[Mark] = []
    for mark in marks:
        if mark[0] < mark[1] and all(mark[1] <= other[0] or other[1] <= mark[0] for other in taken[-400:]):
            taken.append(mark)
    return sorted(taken)


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    cursor = start
    for first, last, kind, reason in marks:
        if first < cursor or last > end:
            continue
        if first > cursor:
            yield Piece(text[cursor:first], "", "")
        yield Piece(text[first:last], kind, reason)
        cursor = last
    if cursor < end:
        yield Piece(text[cursor:end], "", "")
