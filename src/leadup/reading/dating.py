"""When what a sentence tells of happened: from the expressions in it, the heading over it, the story so far."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from leadup.model import DateSpan, EventDate, Timex

# Days that only bound or background what happened: "since Monday", "by Friday", "until March".
_BOUNDING = re.compile(r"(?:\bsince|\buntil|\btill|\bby|\bbefore|\bafter|\bprior to|\bahead of)\s*(?:the\s*)?$", re.I)
# A past happening taken up again keeps the day it was given: "in that assault", "the attack".
_TAKEN_UP = re.compile(
    r"\b(?:in|during|of|by|from|at)\s+(?:that|the same|those)\s+"
    r"(?:attack|assault|barrage|strike|strikes|raid|blast|explosion|shooting|killing|incident|battle|clash|clashes"
    r"|bombing|protest|meeting|crash|fire|operation|vote)s?\b",
    re.I,
)
# What follows is told of something in the main clause, not the news itself: "… on Monday condemned the strikes that
# killed 24 a day earlier".
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|after|since|as)\s+(?:[\w'’-]+\s+){1,12}$", re.I)
# A subject's own past before the main verb: "Two men killed on Feb. 26 were buried on Monday".
_VERB_FOLLOWS = re.compile(r"\s*,?\s*(?:was|were|is|are|has|had|have|will|would|said|told)\b", re.I)
_LONGEST_EVENT = 7

# How far to trust each way of dating, on the scale of EventDate.weight. Their order decides which day is a sentence's
# best. They also weigh what a mention says for its day (``timeline.salience``), and figures are compared only where
# they are high enough (``timeline.counts``).
EXPLICIT = 1.0
SUBORDINATE = 0.8
RUNNING = 0.75
UNDER_HEADING = 0.7
SPANNING = 0.6
BOUNDING = 0.4
PUBLISHED = 0.3


def event_dates(
    text: str,
    start: int,
    end: int,
    timexes: Sequence[Timex],
    section: dt.date | None,
    running: EventDate | None,
    published: dt.date | None,
) -> tuple[EventDate, ...]:
    """The days that the sentence ``text[start:end]`` tells of, best first; empty where nothing dates it.

    ``timexes`` are those inside the sentence, ``section`` the day of the heading over it, ``running`` the date of the
    sentence before it in the same paragraph (used where this one takes up the same happening), ``published`` the
    article's day. Each date says why.
    """
    written = sorted(_written(text, start, timexes), key=lambda d: -d.weight)
    if not written and running is not None and _TAKEN_UP.search(text, start, end):
        written.append(
            EventDate(running.span, "narrative", f"takes up what the sentence before tells ({running.reason})", RUNNING)
        )
    firm = bool(written) and written[0].weight >= UNDER_HEADING
    if not firm and section is not None:
        written.append(EventDate(DateSpan.day(section), "heading", f"under the heading of {section}", UNDER_HEADING))
    elif not firm and published is not None:
        reason = f"no day is named: the article's date, {published}"
        written.append(EventDate(DateSpan.day(published), "published", reason, PUBLISHED))
    written.sort(key=lambda d: -d.weight)
    return tuple(_distinct(written))


def _written(text: str, start: int, timexes: Sequence[Timex]) -> Iterator[EventDate]:
    first_said = 0
    anchored = False
    for timex in timexes:
        span = timex.span
        counted_from, anchored = anchored, timex.anchor_event and timex.type == "DURATION"
        if span is None or span.first is None or span.last is None:
            continue
        if timex.type not in ("DATE", "TIME") and not anchored:
            continue
        if (span.last - span.first).days >= _LONGEST_EVENT:
            continue
        # "A day after the Dec. 29 attack": the second day is only what the first is counted from.
        if counted_from or _BOUNDING.search(text, max(start, timex.start - 20), timex.start):
            weight = BOUNDING
        elif span.single is None:
            weight = SPANNING
        elif (first_said and _RELATIVE.search(text, max(first_said, timex.start - 80), timex.start)) or (
            timex is not timexes[-1] and _VERB_FOLLOWS.match(text, timex.end)
        ):
            weight = SUBORDINATE
        else:
            weight = EXPLICIT
        first_said = first_said or timex.end
        yield EventDate(span, "timex", timex.reason or f"{timex.exact!r} in the sentence", weight)


def _distinct(dates: Sequence[EventDate]) -> Iterator[EventDate]:
    seen = set()
    for date in dates:
        if date.span not in seen:
            seen.add(date.span)
            yield date
