"""One statement's verdict, from the sentences that bear on it: each thing that may differ is judged in its own file."""

from __future__ import annotations

import re
from functools import cache

from leadup import lang
from leadup.check.actors import opposed, turned_round
from leadup.check.case import TOLD, Case
from leadup.check.days import dated
from leadup.check.figures import counted, is_number
from leadup.check.report import CONTRADICTIONS, Finding, Statement
from leadup.check.seeking import Seeker
from leadup.check.speakers import lost, misquoted, requoted, wrong_speaker
from leadup.check.support import MAYBE, likelihood, supported
from leadup.reading.attribution.lexicon import cues
from leadup.timeline.happenings.collection import base_form
from leadup.times import tag


@cache
def _unchecked() -> re.Pattern[str]:
    return re.compile(lang.table("check")["unchecked"])


@cache
def _telling() -> frozenset[str]:
    """The stems of verbs that report: what somebody is said to think can be checked."""
    return frozenset(base_form(verb) for verb in cues("verbs"))


def judge(statement: Statement, seeker: Seeker) -> Finding:
    """The verdict on one statement."""
    why_not = _not_checked(statement.words)
    if why_not:
        return Finding(statement, "not checked", "sure", why_not)
    case = case_of(statement, seeker)
    return verdict(case) if case else Finding(statement, "not checked", "sure", "it says too little")


def case_of(statement: Statement, seeker: Seeker) -> Case | None:
    """A statement with what bears on it; None where it says too little to look for."""
    words = statement.words
    dates = [(t.start, t.end) for t in tag(words, statement.day, vague=False) if t.type in ("DATE", "TIME")]
    terms = [t for t in seeker.terms(words) if not is_number(t.word) and not any(s <= t.start < e for s, e in dates)]
    return Case(statement, seeker, terms, dates) if len(terms) > 1 else None


def verdict(case: Case) -> Finding:
    """What the sources make of a statement: first whether they tell it at all, then what they tell otherwise."""
    likely = likelihood(case)
    told = [r for r in case.read if r.tells]
    if likely < MAYBE:
        found = wrong_speaker(case) or turned_round(case)
        return found or case.found("no source says so", "likely", case.nothing(), case.nearest)
    near = told or [r for r in case.read if r.bearing.score >= TOLD]
    found = misquoted(case) or (None if any(case.firm(r) for r in told) else wrong_speaker(case))
    found = found or turned_round(case) or lost(case) or opposed(case, near) or requoted(case)
    if found is not None:
        return found
    figures = counted(case)
    if figures is not None and figures.kind in CONTRADICTIONS:
        return figures
    is_it = any(case.firm(r) or case.surely(r) for r in near)
    return (dated(case) if is_it else None) or figures or supported(case, told, likely)


def _not_checked(words: str) -> str:
    if words.rstrip().endswith("?"):
        return "it is a question"
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", " ", words)
    found = _unchecked().search(outside)
    if found and not any(base_form(w.lower()) in _telling() for w in re.findall(r"\w+", outside[: found.start()])):
        return f"“{found.group()}” makes it an opinion or a forecast"
    return ""
