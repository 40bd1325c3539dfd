"""Transcripts as plain text: a line that says who speaks and when, then what is said (Otter, Rev, Descript, Zoom).

The head may say the title and the day; keywords and lists of speakers are furniture, and so is whose program it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leadup.intake.compose import too_long
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.interfaces import one_of
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.readers.transcripts import Cue, transcript
from leadup.intake.source import Source
from leadup.model import Article, ParagraphKind, Published

_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}(?: [\w.'’()-]{1,30}){0,4}?"
_TIME = r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:\.\d{1,3})?"
_TURN = re.compile(rf"({_NAME})[ \t]{{1,6}}[(\[]?{_TIME}[)\]]?:?[ \t]*")
_TURN_AFTER = re.compile(rf"[(\[]?{_TIME}[)\]]?[ \t]{{1,6}}({_NAME}):?[ \t]*")
_CODED = re.compile(rf"[(\[]{_TIME}[)\]][ \t]{{0,6}}(?:({_NAME}):[ \t]+)?(\S.*)")
EARLY = 300
"""Seconds within which the first who speaks begins: a programme of the day begins at another hour."""
MOST_FRONT = 30
"""Lines that may stand before the first who speaks."""
LOOKED_AT = 200


def sniff(head: bytes) -> bool:
    """Two lines that say who speaks and when, in order, the first early and near the top."""
    text = head[:8192].decode("utf-8", "replace")
    if ":" not in text:
        return False
    return _turns(newlines(text.lstrip("\ufeff")).split("\n")[:LOOKED_AT]) is not None


def read(source: Source, options: Options) -> Iterator[Article]:
    """The one article of a transcript."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    if len(text) > options.limits.article:
        # Before its lines are told apart: each takes many times what it holds.
        raise too_long(source.name, options)
    lines = text.split("\n")
    found = _turns(lines) or []
    first = found[0][0] if found else 0
    cues = []
    front, title, published = _front(lines[:first])
    for (at, start, who, said), after in zip(found, [*found[1:], None], strict=True):
        end = len(lines) if after is None else after[0]
        rest = [line.strip() for line in lines[at + 1 : end] if line.strip() and not _foot().match(line.strip())]
        words = " ".join([*([said] if said else []), *rest])
        if words:
            cues.append(Cue(start, start if after is None else after[1], words, who, turn=True))
    yield transcript(cues, source, options, front=front, title=title, published=published)


def _turns(lines: list[str]) -> list[tuple[int, float, str | None, str]] | None:
    """Each line that opens a turn: its number, its time in seconds, who speaks, what is said on it; None where the
    lines are no transcript."""
    found: list[tuple[int, float, str | None, str]] = []
    for number, line in enumerate(lines):
        opened = _opened(line.strip()) if len(line) < 5_000 and ":" in line else None
        if opened is not None:
            found.append((number, *opened))
    times = [turn[1] for turn in found]
    if len(found) < 2 or times[0] > EARLY or times != sorted(times) or len(set(times)) < 2:
        return None
    front = [line for line in lines[: found[0][0]] if line.strip()]
    bare = sum(not said for _, _, _, said in found)
    spoken = sum(bool(line.strip()) for line in lines[found[0][0] :]) - bare
    return found if len(front) <= MOST_FRONT and spoken >= len(found) - 1 else None


def _opened(line: str) -> tuple[float, str | None, str] | None:
    """The time, who speaks and the words of a line that opens a turn."""
    if turn := _TURN.fullmatch(line):
        who, *clock = turn.groups()
        return _seconds(clock), who, ""
    if turn := _TURN_AFTER.fullmatch(line):
        *clock, who = turn.groups()
        return _seconds(clock), who, ""
    if turn := _CODED.fullmatch(line):
        *clock, who, said = turn.groups()
        return _seconds(clock), who, said
    return None


def _seconds(parts: list[str | None]) -> float:
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return hours * 3600.0 + minutes * 60 + seconds


def _front(lines: list[str]) -> tuple[list[tuple[ParagraphKind, str]], str | None, Published | None]:
    """What stands before the first who speaks: the title is its first line, a day on a line near it the day of it."""
    held = [" ".join(line.split()) for line in lines if line.strip()]
    title = held[0] if held and not _label().match(held[0]) else None
    published = next((day for line in held[:6] if (day := _day(line))), None)
    blocks: list[tuple[ParagraphKind, str]] = [
        ("title" if n == 0 and title else "noise", w) for n, w in enumerate(held)
    ]
    return blocks, title, published


def _day(line: str) -> Published | None:
    """The day of a line that says little else ("Wed, Mar 14, 2018 2:00PM • 32:10")."""
    return stated(line.split("•")[0].strip(), "the transcript's head", "likely") if len(line) <= 60 else None


@cache
def _foot() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('transcripts', 'foot')})\b", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('transcripts', 'labels')})\b", re.IGNORECASE)


FORMAT = Format("turns", "transcripts as text, who speaks and when on a line", (), sniff, read, sure=True)
