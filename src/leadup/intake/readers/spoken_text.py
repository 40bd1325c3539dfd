"""Transcripts as plain text: a line that says who speaks and when, then what is said (Otter, Rev, Descript, Zoom).

The head may say the title and the day; keywords and lists of speakers are furniture, and so is whose program it was.
Timetables and reports of matches look much like them, and to put words in somebody's mouth is worse than to keep a
transcript as a plain text: a text is one only where more than two lines of a kind say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from leadup.errors import IntakeError
from leadup.intake.compose import too_long
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.interfaces import one_of
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.readers import text as plain
from leadup.intake.readers.transcripts import Cue, transcript
from leadup.intake.source import Source
from leadup.model import Article, ParagraphKind, Published

_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}(?: [\w.'’()-]{1,30}){0,4}?"
# Programs may count minutes on past the hour.
_TIME = r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})"
_PART = r"(?:\.\d{1,3})?"
# A name, then the time: the results of a race have parts of a second there.
_TURN = re.compile(rf"({_NAME})([ \t]{{2,6}}(?=\d)|[ \t]{{1,6}}[(\[]|[ \t]){_TIME}[)\]]?:?[ \t]*")
_TURN_AFTER = re.compile(rf"[(\[]?{_TIME}{_PART}[)\]]?[ \t]{{1,6}}({_NAME}):?[ \t]*")
_CODED = re.compile(rf"[(\[]{_TIME}{_PART}[)\]][ \t]{{0,6}}(?:({_NAME}):[ \t]+)?(\S.*)")
# A line that says who speaks and when in a way that is not known: what follows is not the last speaker's.
_UNKNOWN = re.compile(rf"[^.?!…]{{2,80}}[ \t(\[]{_TIME}{_PART}[)\]]?:?")
EARLY = 60
"""Seconds within which the first who speaks begins, and each part of it anew: a day's programme begins at another
hour, a match's report with its first deed."""
ROUND = 5
"""Seconds that all times of a timetable are multiples of."""
MOST_FRONT = 30
"""Lines that may stand before the first who speaks."""
LEAST_TURNS = 6
"""Turns of a transcript whose speakers have one word for a name ("Interviewer"), as headings have."""
WITHIN = 200
"""Code points of a line within which it says who speaks and when."""
LOOKED_AT = 64 * 2**10
LONGEST_PART = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """A line that opens a turn: its number, its time in seconds, who speaks and what is said on it."""

    line: int
    start: float
    who: str | None
    said: str
    marked: bool
    """Whether it is written as programs write it, not only as anybody may: brackets, two spaces, the hours first."""
    coded: bool = False
    """Whether its time has hours and stands in brackets before all else."""


def sniff(head: bytes) -> bool:
    """Lines that say who speaks and when, in order, the first early and near the top."""
    text = newlines(head[:LOOKED_AT].decode("utf-8", "replace").lstrip("\ufeff"))
    if ":" not in text:
        return False
    lines = text.split("\n")
    # The last may be cut within its time.
    return _turns(lines if len(head) < LOOKED_AT else lines[:-1]) is not None


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a transcript; a plain text's where its beginning only looks like one."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    if len(text) > options.limits.article:
        # Before its lines are told apart: each takes many times what it holds.
        raise too_long(source.name, options)
    lines = text.split("\n")
    found = _turns(lines)
    if found is None:
        yield from plain.read(source, options)
        return
    front, title, published = _front(lines[: found[0].line])
    nexts = [*found[1:], None]
    cues = [cue for turn, after in zip(found, nexts, strict=True) for cue in _said(turn, after, lines)]
    yield transcript(cues, source, options, front=front, title=title, published=published)


def _said(turn: Turn, after: Turn | None, lines: list[str]) -> Iterator[Cue]:
    """What is said in a turn, and the heading of the next part where the clock begins anew after it."""
    end = len(lines) if after is None else after.line
    rest = [line.strip() for line in lines[turn.line + 1 : end] if line.strip() and not _foot().match(line.strip())]
    anew = after is not None and after.start < turn.start
    heading = rest.pop() if anew and rest and _is_heading(rest[-1]) else ""
    if words := " ".join([*([turn.said] if turn.said else []), *rest]):
        yield Cue(turn.start, turn.start if after is None else max(turn.start, after.start), words, turn.who, turn=True)
    if heading:
        yield Cue(turn.start, turn.start, heading, turn=True)


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_PART and not line.endswith((".", "?", "!", "…", '"', "”", ","))


def _turns(lines: list[str]) -> list[Turn] | None:
    """The lines that open turns; None where the text is no transcript."""
    found = [turn for n, line in enumerate(lines) if ":" in line[:WITHIN] and (turn := _opened(n, line.strip()))]
    if len(found) < 2 or not _is_clock([turn.start for turn in found]):
        return None
    front = [line for line in lines[: found[0].line] if line.strip()]
    bare = sum(not turn.said for turn in found)
    spoken = sum(bool(line.strip()) for line in lines[found[0].line :]) - bare
    if len(front) > MOST_FRONT or spoken < len(found) - 1 or _has_unknown(found, lines):
        return None
    return found if _are_speakers(found) or _is_headed(front, lines) else None


def _has_unknown(found: list[Turn], lines: list[str]) -> bool:
    known = {turn.line for turn in found}
    return any(
        n not in known and not lines[n - 1].strip() and len(line) < WITHIN and _UNKNOWN.fullmatch(line.strip())
        for n, line in enumerate(lines)
        if n > found[0].line
    )


def _is_clock(times: list[float]) -> bool:
    """Whether times run on as speech does: from the beginning, in order but where a part begins, none to the round."""
    ordered = all(before <= after or after <= EARLY for before, after in pairwise(times))
    return times[0] <= EARLY and ordered and len(set(times)) > 1 and any(time % ROUND for time in times)


def _are_speakers(found: list[Turn]) -> bool:
    """Whether those whom lines name are persons who speak: they come again after others, and are written as a
    program does where their names are no names of two words."""
    named = [turn.who for turn in found if turn.who]
    full = sum(" " in who for who in named) * 5 >= len(named) * 4
    if full and all(turn.coded for turn in found):
        return True
    returned = _returned(named)
    if named and full:
        return bool(returned)
    return len(found) >= LEAST_TURNS and len(returned) >= min(2, len(named)) and all(turn.marked for turn in found)


def _returned(named: list[str]) -> set[str]:
    """Those who speak again after another did."""
    seen: set[str] = set()
    found: set[str] = set()
    for who, after in pairwise([*named, ""]):
        if who in seen:
            found.add(who)
        if after != who:
            seen.add(who)
    return found


def _is_headed(front: list[str], lines: list[str]) -> bool:
    """Whether a program's own labels stand over the text, or its name under it."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return any(_label().fullmatch(line.strip()) for line in front) or _foot().match(last.strip()) is not None


def _opened(number: int, line: str) -> Turn | None:
    """The turn that a line opens."""
    if found := _TURN.fullmatch(line):
        who, between, *clock = found.groups()
        return Turn(number, _seconds(clock), who, "", len(between) > 1)
    if found := _TURN_AFTER.fullmatch(line):
        *clock, who = found.groups()
        return Turn(number, _seconds(clock), who, "", clock[0] is not None or line[0] in "([")
    if found := _CODED.fullmatch(line):
        *clock, who, said = found.groups()
        return Turn(number, _seconds(clock), who, said, True, clock[0] is not None)
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
