"""The figures that a happening's mentions give for each role, laid side by side by outlet and time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import Any

from leadup.lang import kept_table
from leadup.model import Account, Figure, Figured, Mention, Span, normalised
from leadup.model.figure import PERSON
from leadup.model.happening import AccountState
from leadup.timeline.accounts.basis import is_own_total, people_words, place_of
from leadup.timeline.accounts.cited import cited_party
from leadup.timeline.accounts.values import ReportedValue, is_unnumbered, line_of, may_agree, values_of

_APART = 3.0
"""Counts of one happening that nobody is named for differ by less than this factor; others are of other things."""
_AGREED = 3
"""So many outlets with one count outweigh a lone other one, which mostly takes in who did it or counts a part."""
_AT_MOST = 2.0
"""So many times another count "up to" may bound it from above and still be of the same."""
_LEAST_APART = 1.5
"""A rounded least is borne out by up to so many times as many..."""
_LEAST_COUNTED = 1.1
"""...one that was counted by up to so many times, or by one more."""
_ROUND = 10
"""What a least is rounded to where it is: "at least 130" leaves 148 room, "at least 25" was counted."""
_LONG = dt.timedelta(days=60)
"""After so long a lone lower count looks back, and mostly counts a part ("11 in the building" of 12 dead)."""
_FEW = 5
"""Counts this near are not held against that."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("accounts", language)["compare"]
        self.things = frozenset(kept_table("figures_basis", language)["things"].split())
        toll: frozenset[str] = frozenset(words["toll"])
        self.of_people: frozenset[str] = toll | frozenset(words["befallen"])
        """Roles whose figures count people by what befell them."""
        self.befallen: frozenset[str] = self.of_people | frozenset(words["of_things"])
        """Roles whose figures are compared: what befell people, and shots. Of amounts, shares and distances a sentence
        has many."""
        self.of = f" {words['of']}"


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def of_people(language: str) -> frozenset[str]:
    """Roles whose figures count people by what befell them."""
    return _forms(language).of_people


def befallen(language: str) -> frozenset[str]:
    """Roles whose figures are compared: what befell people, and shots. Of amounts, shares and distances a sentence
    has many."""
    return _forms(language).befallen


def compare(
    told: Iterable[tuple[Mention, Sequence[Figure]]], speakers: Mapping[Span, str] | None = None, *, language: str
) -> tuple[Account, ...]:
    """One account a role and unit of all figures in the mentions of a happening, each mention with its own figures.

    Offsets of a figure count in its article's text. ``speakers`` names who is cited for a mention's sentence (by the
    mention's span); for the others it is the party that the figure's clause names. Two named parties dispute where
    their figures are of one day, or the later is the lower; else a later figure is a revision, unless a still later
    one goes back. Figures whose intervals overlap ("at least 24", "25") agree; a part of an article's toll beside the
    whole is left out, as is "counted", which says nothing of what befell. Roles in order of first report.
    """
    forms = _forms(language)
    by_role: dict[tuple[str, str], list[tuple[Figured, str | None]]] = defaultdict(list)
    counted: dict[Span, str] = {}
    sentence: dict[Span, str] = {}
    places: dict[Span, str | None] = {}
    for mention, figures in sorted(told, key=_first_reported):
        for figure in figures:
            at = mention.span.start
            if figure.role == "released" and mention.span.exact[: figure.start - at].rstrip().endswith(forms.of):
                # "released photos of two men"
                continue
            if figure.role not in forms.befallen or not is_own_total(
                mention.span.exact, figure.start - at, figure.end - at, mention.day, figure.role, language=language
            ):
                continue
            speaker = (speakers or {}).get(mention.span) or _party(mention, figure, language)
            unit = PERSON if figure.role in forms.of_people and _people(figure.unit, language) else figure.unit
            words = Span(mention.span.article, figure.start, figure.end, figure.exact)
            counted[words] = figure.unit
            sentence[words] = normalised(mention.span.exact)
            places[words] = place_of(mention.span.exact, figure.start - at, figure.end - at, language)
            given = Figured(figure.low, figure.high, mention.outlet, mention.reported, words)
            if all(given.span != seen.span for seen, _ in by_role[figure.role, unit]):
                by_role[figure.role, unit].append((given, speaker))
    accounts = []
    for (role, unit), held in by_role.items():
        of_all = _without_summands(_without_places(held, sentence, places), sentence)
        of_all = _whole(_totals(of_all, language), counted, language) if unit == PERSON else of_all
        accounts.append(_account(role, unit, _bounded(of_all), sentence, language))
    return tuple(accounts)


def _without_summands(
    given: list[tuple[Figured, str | None]], sentence: Mapping[Span, str]
) -> list[tuple[Figured, str | None]]:
    """The figures without those that one party gives side by side and that add up to what others count in all: "the
    office said 10 died at the pier, and 20 at the mill" beside "at least 30". Of parties that are not named two may
    stand side by side, and a third give as many as both."""
    beside: dict[tuple[str, str, str], list[Figured]] = defaultdict(list)
    for figured, speaker in given:
        if speaker is not None:
            beside[figured.span.article, sentence[figured.span], speaker].append(figured)
    parts: set[Span] = set()
    for figures in beside.values():
        spans = {f.span for f in figures}
        whole = sum(map(_about, figures))
        if len(figures) > 1 and any(_about(f) == whole and f.span not in spans for f, _ in given):
            parts |= spans
    return [(f, s) for f, s in given if f.span not in parts]


def _without_places(
    given: list[tuple[Figured, str | None]], sentence: Mapping[Span, str], places: Mapping[Span, str | None]
) -> list[tuple[Figured, str | None]]:
    """The figures without those that one sentence gives of two places: "11 died at the pier, and 20 at the mill" counts
    neither all who died nor, the second time, again."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for figured, _ in given:
        if place := places[figured.span]:
            named[figured.span.article, sentence[figured.span]].add(place)
    return [(f, s) for f, s in given if not places[f.span] or len(named[f.span.article, sentence[f.span]]) < 2]


def _about(figured: Figured) -> float:
    """The number that is meant: of "some 130" the middle of what the words allow."""
    return figured.low if figured.high is None else (figured.low + figured.high) / 2


def _whole(
    given: list[tuple[Figured, str | None]], counted: Mapping[Span, str], language: str
) -> list[tuple[Figured, str | None]]:
    """The figures without those that count one kind of people where others count more: "20 children" of "26 people".

    What a party says of its own ("24 of its men") is a part of what the same party says alone.
    """

    def is_part(one: Figured, speaker: str | None) -> bool:
        kind = counted[one.span]
        if kind in people_words(language):
            return False
        most = one.low if one.high is None else one.high
        others = (f for f, who in given if speaker is None or who == speaker)
        return any(counted[other.span] != kind and other.low > most for other in others)

    return [(figured, speaker) for figured, speaker in given if not is_part(figured, speaker)]


def _bounded(given: list[tuple[Figured, str | None]]) -> list[tuple[Figured, str | None]]:
    """The figures without an "up to 15" beside 3, which agrees with any less and says nothing of it."""
    least = max((f.low for f, _ in given), default=0.0)
    return [(f, s) for f, s in given if f.low > 0 or f.high is None or f.high <= _AT_MOST * least or not least]


def _party(mention: Mention, figure: Figure, language: str) -> str | None:
    who = cited_party(mention.span.exact, figure.start - mention.span.start, language)
    return None if who is None or who.casefold() == (mention.outlet or "").casefold() else who


def _totals(given: list[tuple[Figured, str | None]], language: str) -> list[tuple[Figured, str | None]]:
    """The figures without parts of the toll: beside "25 fighters", one text's "4 commanders" are among them.

    Of one article and speaker the largest figure counts, and those that may be the same number.
    """
    largest: dict[tuple[str, str | None], Figured] = {}
    for figured, speaker in given:
        key = (figured.span.article, speaker)
        if key not in largest or figured.low > largest[key].low:
            largest[key] = figured
    return [
        (f, s)
        for f, s in given
        if may_agree(f, largest[f.span.article, s]) and not _outgrown(f, largest[f.span.article, s], language)
    ]


def _first_reported(told: tuple[Mention, Sequence[Figure]]) -> tuple[dt.date, str, str, int]:
    mention = told[0]
    return mention.reported or dt.date.max, mention.outlet or "", mention.span.article, mention.span.start


def _people(unit: str, language: str) -> bool:
    """What is killed, wounded or arrested is people by whatever name ("martyr", "fighter"), unless it is a thing."""
    return not unit or unit.split()[-1] not in _forms(language).things


def _account(
    role: str, unit: str, given: list[tuple[Figured, str | None]], sentence: Mapping[Span, str], language: str
) -> Account:
    state = _state(given, language)
    values = values_of(given, language)
    if (state == "disputed" and not _parties_differ(values)) or (state == "revised" and _is_slip(values)):
        given = _less_lone(given, sentence, language)
        state = _state(given, language)
    if state == "revised":
        given = _steps(given, language)
        state = "revised" if len({(f.low, f.high) for f, _ in given}) > 1 else "single"
    figures = tuple(f for f, _ in given)
    return Account(role, unit, state, figures, f"{_label(role, unit)}: {line_of(given, state, language)}")


def _is_slip(values: Sequence[ReportedValue]) -> bool:
    """Whether a lower figure of one outlet alone came up on the day of the one that several have, or long after: no
    revision, for that would be told at once, and by more."""
    return any(
        a.low < b.low
        and len(a.outlets) == 1
        and len(b.outlets) >= _AGREED
        and (a.first == b.first or _long_after(a, b))
        for a, b in permutations(values, 2)
        if not may_agree(a, b)
    )


def _long_after(late: ReportedValue, early: ReportedValue) -> bool:
    return late.first is not None and early.first is not None and late.first - early.first > _LONG


def _less_lone(
    given: list[tuple[Figured, str | None]], sentence: Mapping[Span, str], language: str
) -> list[tuple[Figured, str | None]]:
    """The figures without those of one outlet alone, where several others have one count that rules it out.

    Outlets that print one sentence word for word (``sentence`` of each figure) have it of one agency, and are one.
    """
    values = values_of(given, language)
    told = {(v.low, v.high): {sentence[f.span] for f, _ in given if (f.low, f.high) == (v.low, v.high)} for v in values}
    agreed = [v for v in values if min(len(v.outlets), len(told[v.low, v.high])) >= _AGREED]
    lone = {(v.low, v.high) for v in values if len(v.outlets) == 1 and any(not may_agree(v, other) for other in agreed)}
    return [(f, s) for f, s in given if (f.low, f.high) not in lone]


def _steps(given: list[tuple[Figured, str | None]], language: str) -> list[tuple[Figured, str | None]]:
    """Of figures in order of report, those that take another's place.

    What agrees with the figure that stands says no more, unless it is the closer one ("more than 20", then 24).
    """
    steps: list[list[tuple[Figured, str | None]]] = []
    for figured, speaker in given:
        standing = steps[-1][0][0] if steps else None
        if standing is None or not may_agree(figured, standing) or _outgrown(standing, figured, language):
            steps.append([(figured, speaker)])
        elif (figured.low, figured.high) == (standing.low, standing.high):
            steps[-1].append((figured, speaker))
        elif figured.low >= standing.low and (
            standing.high is None or (figured.high is not None and figured.high <= standing.high)
        ):
            steps[-1] = [(figured, speaker)]
    return [one for step in steps for one in step]


def _state(given: list[tuple[Figured, str | None]], language: str) -> AccountState:
    figures = [f for f, _ in given]
    if len({(f.outlet, f.span.article) for f in figures}) < 2 and len({s for _, s in given if s}) < 2:
        return "single"
    low = max(f.low for f in figures)
    highs = [f.high for f in figures if f.high is not None]
    if not highs or low <= min(highs):
        # "19" and "3 or more" leave room for each other, and are hardly of one thing.
        least = min((f.low for f in figures if f.low > 0), default=low)
        apart = low > _APART * least and low - least > _FEW
        if _all_borne_out(figures, language):
            return "agreeing"
        return "revised" if not apart and _rises(values_of(given, language), language) else "single"
    if _parties_differ(values_of(given, language)):
        return "disputed"
    if low > _APART * max(min(highs), 1) and low - min(highs) > _FEW:
        return "single"
    return "disputed" if _side_by_side(values_of(given, language)) else "revised"


def _outgrown(least: ReportedValue | Figured, other: ReportedValue | Figured, language: str) -> bool:
    """Whether a least ("at least 25") leaves another figure (28) room, but is not the same count.

    "At least 4,000" and "more than 8,000" leave each other room, and no reader would say that they agree.
    """
    if least.high is not None or is_unnumbered(least, language):
        return False
    room = _LEAST_APART if least.low % _ROUND == 0 else _LEAST_COUNTED
    return other.low > max(least.low * room, least.low + 1)


def _all_borne_out(figures: Sequence[Figured], language: str) -> bool:
    return not any(_outgrown(a, b, language) for a, b in permutations(figures, 2))


def _rises(values: Sequence[ReportedValue], language: str) -> bool:
    """Whether every figure that a least is too low for came up on a later day than that least, which was counted."""
    outgrown = [(a, b) for a, b in permutations(values, 2) if _outgrown(a, b, language)]
    return all(a.low % _ROUND and a.last is not None and b.first is not None and a.last < b.first for a, b in outgrown)


def _parties_differ(values: Sequence[ReportedValue]) -> bool:
    """Whether two named parties contradict each other: on one day, or the later with less, which no count comes to."""
    for a, b in permutations(values, 2):
        if a.speakers and b.speakers and not a.speakers & b.speakers and not may_agree(a, b):
            if a.first is None or b.first is None or set(a.days) & set(b.days):
                return True
            if a.first < b.first and b.low < a.low:
                return True
    return False


def _side_by_side(values: Sequence[ReportedValue]) -> bool:
    """Whether a figure is still given once another has taken its place, or both came up on one day.

    On the day on which the new figure comes up the old one may still be about: that is a revision.
    """
    for before, after in permutations(values, 2):
        if may_agree(before, after):
            continue
        if before.first is None or after.first is None:
            return True
        # "25 or more" that comes back as "25" is the same figure come back.
        same = [v for v in values if may_agree(v, before) and not may_agree(v, after)]
        first, last = (pick(day for v in same for day in v.days) for pick in (min, max))
        if first <= after.first and last > after.first:
            return True
        if first == after.first == min(day for v in values if may_agree(v, after) for day in v.days):
            return True
    return False


def _label(role: str, unit: str) -> str:
    return role if unit in ("", PERSON) else f"{role} ({unit})"
