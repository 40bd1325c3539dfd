"""The tagger: text in, time expressions out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from leadup.lang import DEFAULT, languages_with
from leadup.model import Timex
from leadup.model.reason import OWN
from leadup.times import clock, days, era, lengths, months, observances, relative, weekdays, years
from leadup.times.compose import (
    Placed,
    agreeing,
    day_from_after,
    day_from_before,
    joined,
    opened,
    ordered,
    with_modifier,
)
from leadup.times.events import counted_from_events
from leadup.times.grammar import YEARS, Found, grammar, rules, written
from leadup.times.habits import is_history, puts_day_first
from leadup.times.meaning import Meaning
from leadup.times.names import is_name
from leadup.times.reader import Reader, Why
from leadup.times.relations import BACK, Relation
from leadup.times.tokens import Tokens, lexicon

LANGUAGES = languages_with("dates_grammar.txt")
"""The languages that have a pack of dates (ISO 639-1)."""

_COMPARED = rules("shifted", "ago_period", "ago_hyphen", "quarter_year")
_MOST, _FOR_EACH = 1000, 50
"""So many expressions are read in any text, and one more for each so many code points of it. A date takes some 40
microseconds, so that a text of nothing else would take seconds; the densest of 9,000 real texts has one in 70."""
_BEFORE = frozenset((Relation.AGO, Relation.EARLIER, Relation.BEFORE))

Resolver = Callable[[Reader, Found], Meaning | None]


@cache
def _resolvers(language: str) -> dict[str, Resolver]:
    table: dict[str, Resolver] = {}
    for module in (days, months, years, weekdays, relative, lengths, clock, observances, era):
        for name, value in vars(module).items():
            if name.startswith("resolve_"):
                table[name.removeprefix("resolve_")] = value
    table["beside"] = relative.resolve_beside_day
    table["date_dmy"] = days.resolve_date
    table["season_edge"] = months.resolve_season
    table["season_bare"] = months.resolve_season_bare
    table["the_year"] = years.resolve_year
    table["half_of"] = years.resolve_decade
    table["quarter_hyphen"] = years.resolve_quarter
    return {name: table[name] for name, _ in written(language)[1]}


def tag(
    text: str,
    dct: dt.date | dt.datetime | None = None,
    *,
    sections: Sequence[tuple[int, dt.date | None]] = (),
    narrative: bool | None = None,
    vague: bool = True,
    day_first: bool | None = None,
    rejected: list[Rejected] | None = None,
    language: str = DEFAULT,
) -> tuple[Timex, ...]:
    """The time expressions of a text, in order, none overlapping another.

    ``dct`` is the document creation time, the day that "yesterday" is counted from; without it relative expressions
    stay unresolved (``span`` None, X in the value). ``sections`` lists ``(offset, day)``, sorted: from that code point
    on, a date heading governs, and expressions are worked out from its day (None ends a section). ``narrative`` says
    whether to count from the last date mentioned (history) or from the article's date (news); None decides by the
    text. ``vague`` also gives "now", "recently", "current". ``day_first`` reads 5/6/2019 as 5 June; None decides by
    the text's other dates. ``rejected`` is filled with what a rule took and why it is no expression, in order.
    ``language`` is one of :data:`LANGUAGES`. In a text of hardly anything but dates no more are read than a thousand
    and one for each 50 code points. Never raises on any text.
    """
    day = dct.date() if isinstance(dct, dt.datetime) else dct
    tokens = Tokens(text, language)
    found = list(islice(grammar(language).scan(tokens), _MOST + len(text) // _FOR_EACH))
    history = is_history(tokens, found, day) if narrative is None else narrative
    if day_first is None:
        day_first = lexicon(language).day_first or puts_day_first(tokens, found)
    reader = Reader(tokens, day, sections, history=history, day_first=day_first, vague=vague)
    table = _resolvers(language)
    placed: list[Placed] = []
    refusals: list[tuple[Found, Why]] = []
    on_events: dict[int, Found] = {}
    for f in found:
        if placed and f.i < placed[-1].j:
            refusals.append((f, "within the one before"))
            continue
        if is_name(reader, f):
            refusals.append((f, "part of a name"))
            continue
        reader.refused = None
        try:
            meaning = table[f.rule](reader, f)
            if meaning is None:
                refusals.append((f, reader.refused or "no time in these words"))
                continue
            i = meaning.start if meaning.start >= 0 else f.i
            j = meaning.stop if meaning.stop >= 0 else f.j
            now = with_modifier(reader, Placed(i, j, f.rule, opened(reader, i, meaning)))
            now = ordered(reader, placed[-1], now) if placed else now
        except (OverflowError, ValueError):
            refusals.append((f, "beyond the years 1 to 9999"))
            continue
        both = joined(reader, placed[-1], now) if placed else None
        if both is not None:
            placed[-1] = now = both
        else:
            if placed:
                placed[-1] = agreeing(reader, placed[-1], now)
            now = day_from_before(reader, placed, now)
            day_from_after(reader, placed, now)
            placed.append(now)
        if now.meaning.anchor_event:
            on_events[now.j - 1] = f
            reader.counted_from_event(f.i, now.meaning.value)
            if history and (told := reader.day_told(f.i)) is not None:
                reader.told_at[f.i] = told.day
        _remember(reader, f, i, now.meaning)
    if on_events:
        placed = counted_from_events(reader, placed, on_events)
    if any(f.rule in era.RULES for f in found):
        placed = [replace(p, meaning=era.restored(p.meaning)) for p in placed]
    if rejected is not None:
        rejected.extend(_rejected(tokens, refusals, placed))
    return tuple(_timex(tokens, p) for p in placed if p.meaning.value)


_WHY_EMPTY: Mapping[str, Why] = {"name": "part of a name", "part": "a part of a day that is not named"}
"""Why an expression without a value is none, by the rule of its reason."""


def _rejected(tokens: Tokens, refusals: Sequence[tuple[Found, Why]], placed: Sequence[Placed]) -> list[Rejected]:
    """What is no expression, in order: what was refused, and what was taken only so that no other rule takes it."""
    held = [(f.i, f.j, f.rule, why) for f, why in refusals]
    held += [
        (p.i, p.j, p.rule, _WHY_EMPTY.get(p.meaning.reason.rule, "no time in these words"))
        for p in placed
        if not p.meaning.value
    ]
    extents = [(tokens.start(i), tokens.end(j - 1), rule.replace("_", " "), why) for i, j, rule, why in held]
    return [Rejected(start, end, tokens.text[start:end], rule, why) for start, end, rule, why in sorted(extents)]


def _remember(reader: Reader, f: Found, at: int, meaning: Meaning) -> None:
    """Let what follows be counted from a period that is mentioned at a token."""
    period = meaning.period
    if period is None or not (reader.history or not era.is_before_christ(period.first)):
        return
    reader.mentioned(at, period, compared=f.rule in _COMPARED, explicit=bool(YEARS & f.parts.keys()))
    if reader.history and not _aside(reader, f, meaning):
        reader.follow(at, period)


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a rule of the grammar took and the reader did not: ``text[start:end] == exact``, the rule, and why."""

    start: int
    end: int
    exact: str
    rule: str
    why: Why


def _aside(r: Reader, f: Found, m: Meaning) -> bool:
    """Whether a history does not go on from an expression: it is counted from the article's date, is the second end of
    a range or the end of something that lasted, or looks back ("the previous year") or ahead ("planned for 1976")."""
    if f.rule == "and_year" or (f.rule in _COMPARED and r.relation(f, "dir") in _BEFORE):
        return True
    if (anchor := m.reason.anchor) is not None and anchor.name == OWN:
        return True
    if r.relation(f, "rel") in BACK or r.lasts_until(f.i):
        return True
    if {r.low(k) for k in range(f.i - 3, f.i)} & r.around.notes:
        return True
    return r.direction(f) == "future"


def _timex(tokens: Tokens, p: Placed) -> Timex:
    start, end, m = tokens.start(p.i), tokens.end(p.j - 1), p.meaning
    return Timex(
        start, end, tokens.text[start:end], m.type, m.value, m.span, m.mod, p.rule.replace("_", " "),
        m.reason, m.zone, m.anchor_event,
    )  # fmt: skip
