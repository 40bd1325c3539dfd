"""The one day that several outlets name for what a draft tells of another day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from leadup.check.case import Case, Read
from leadup.check.days import BESIDE, is_slip
from leadup.check.evidence import outlets_in
from leadup.check.report import Finding
from leadup.check.seeking import Bearing

SEVERAL = 2
"""Outlets that must name the day."""


def told_of_one_day(case: Case, found: Finding) -> Finding:
    """What no source tells of a draft's day, where several outlets name one other day for the same deed of the same
    one, and none names the draft's."""
    if found.kind != "no source says so" or case.day is None or case.speaker or not (case.deeds and case.names):
        return found
    named: dict[dt.date, list[Bearing]] = defaultdict(list)
    for read in case.read:
        if case.surely(read) and case.firm(read):
            for day in _own_days(case, read):
                named[day].append(read.bearing)
    if len(named) != 1:
        return found
    ((day, by),) = named.items()
    away = abs(day - case.day)
    if away.days <= BESIDE or not is_slip(away) or len(outlets_in(by)) < SEVERAL:
        return found
    return case.found("date differs", "likely", f"the sources place it on {day}, not {case.day}", by)


def _own_days(case: Case, read: Read) -> Iterator[dt.date]:
    """The days that the words name which hang on the deed in a sentence."""
    reach = case.reach(read) or ()
    sentence = read.bearing.indexed.reading.sentences[read.bearing.sentence]
    for t in sentence.timexes:
        start, end = t.start - sentence.start, t.end - sentence.start
        if t.span and t.span.single and any(s < end and start < e for s, e in reach):
            yield t.span.single
