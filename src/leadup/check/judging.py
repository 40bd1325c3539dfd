"""One statement's verdict, from the sentences that bear on it: each thing that may differ is judged in its own file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from leadup import lang
from leadup.check.actors import opposed, turned_round
from leadup.check.aligned import shown_by_its_happening, unless_of_its_day
from leadup.check.case import TOLD, Case, Read
from leadup.check.claimed import only_as_shown, only_as_words, unless_doubtful
from leadup.check.contrary import contrary_to, is_outweighed, likely_contrary, told_contrary
from leadup.check.days import (
    DOUBTFUL,
    Placing,
    dated,
    likely_elsewhere,
    nearest_redated,
    only_hinted,
    redated,
    source_dates,
    stated_beside,
)
from leadup.check.decided import as_was_decided
from leadup.check.elsewhere import on_the_likeliest_day, only_of_its_happening
from leadup.check.ended import otherwise_ended
from leadup.check.exchanged import borne_by_the_doer, done_by_another
from leadup.check.figures import counted, is_number, is_vague, numbers_of
from leadup.check.happening import names_of_happening
from leadup.check.hindered import hindered_instead
from leadup.check.located import only_claimed, told_otherwise, told_there, turned_instead
from leadup.check.misattribution import misattributed, unless_his
from leadup.check.of_which import borne_out_of_it
from leadup.check.oneday import told_of_one_day
from leadup.check.partial import only_in_part
from leadup.check.parties import parties_differ
from leadup.check.places import borne_out_there
from leadup.check.polarity import only_if_opposite, only_if_undone_there
from leadup.check.pronouns import nobody_named
from leadup.check.qualified import borne_out_alike
from leadup.check.recount import recounted
from leadup.check.report import BORNE_OUT, CONTRADICTIONS, Finding, Statement
from leadup.check.saying import said_by_him, said_the_contrary
from leadup.check.seeking import Seeker, Term
from leadup.check.speakers import (
    attribution_lost,
    lacks_quotation,
    misquoted,
    only_reported,
    quoted_of_its_day,
    requoted,
    said_after_all,
    unless_quoted_by_none,
    wrong_speaker,
)
from leadup.check.support import (
    BY_ONE,
    ENOUGH,
    MAYBE,
    entailing,
    entailing_that_day,
    likelihood,
    supported,
    supported_by,
)
from leadup.check.tallied import borne_out_by_count, with_its_count
from leadup.check.telling import has_number, likely_tellings, tellings
from leadup.check.unconfirmed import unconfirmed_number
from leadup.check.undone import only_as_done
from leadup.check.unnamed import unless_unnamed
from leadup.check.weighing import perhaps_otherwise, reweighed
from leadup.check.wording import base_of, pattern_of
from leadup.lang.cuts import RUN
from leadup.reading.attribution.lexicon import cues
from leadup.times import tag

CONTRARY_INSTEAD, CONTRARY_DOUBT = 0.55, 0.4
"""Likelihood of the contrary from which on it is shown as possible of what else would be borne out, and from which on
that is not borne out."""
NUMBER, SPEAKER = 0.9, 0.5
"""Likelihood from which on another number and another speaker are stated of what nothing bears out."""
MAYBE_NUMBER, MAYBE_SPEAKER, MAYBE_CONTRARY = 0.5, 0.35, 0.6
"""...and from which on they, and the contrary, are shown as possible."""
HINTED = 0.2
"""Likelihood of being told from which on sources may tell the opposite, or place it beside a draft's day: they may do
it in words that are not its own."""


SURELY_TOLD = 0.7
"""Likelihood from which on a sentence that gives who says it, with nothing against it, has it as his words: 2 of 4 true
lines of nine sets that were held to be another one's words reach it, and none of those whose speaker was changed."""
STATED = 0.7
"""Likelihood from which on what seems likelier of another day is stated to be. With each of nine sets left out of the
fit in turn 217 lines with their day shifted reach 0.6, 19 true and 35 invented ones (from 0.5 on 264, 28 and 54); 0.7
was not counted so."""
POSSIBLE = 0.5
"""...and from which on it is shown as possible, which contradicts nothing."""
LEAST_DOUBTED = 0.45
"""Likelihood of another day up to which what is told in other words bears a statement out."""


@cache
def _telling(language: str) -> frozenset[str]:
    """The stems of verbs that report: what somebody is said to think can be checked."""
    return frozenset(base_of(verb, language) for verb in cues("reporting_verbs", language))


def judge(statement: Statement, seeker: Seeker) -> Finding:
    """The verdict on one statement."""
    why_not = _not_checked(statement.words, seeker.language)
    if why_not:
        return Finding(statement, "not checked", "sure", why_not)
    case = case_of(statement, seeker)
    if case is None:
        return Finding(statement, "not checked", "sure", "it says too little")
    nobody = nobody_named(statement, seeker.language)
    if nobody and not case.speaker & case.names:
        return Finding(statement, "not checked", "sure", f"it does not say who “{nobody}” is")
    return only_in_part(case, verdict(case), lambda one: case_of(one, seeker), verdict)


def case_of(statement: Statement, seeker: Seeker) -> Case | None:
    """A statement with what bears on it; None where it says too little to look for."""
    words = statement.words
    dates = [
        (t.start, t.end)
        for t in tag(words, statement.day, vague=False, language=seeker.language)
        if t.type in ("DATE", "TIME")
    ]
    # A number is held against the sources' own; a sentence is not of the same for having it.
    vague = [n for n in numbers_of(words, seeker.language) if n.vague]
    terms = [t for t in seeker.terms(words) if not is_number(t.word, seeker.language)]
    terms = [
        t for t in terms if not (is_vague(t.word, seeker.language) and any(n.start <= t.start < n.end for n in vague))
    ]
    terms = [t for t in terms if not any(s <= t.start < e for s, e in dates)]
    terms += _stood_for(statement, seeker, {t.key for t in terms})
    name, of = names_of_happening(statement, seeker, terms)
    if name is not None and name.key not in {t.key for t in terms}:
        terms.append(replace(name, start=0, end=0))
    return Case(statement, seeker, terms, dates, of) if len(terms) > 1 else None


def _stood_for(statement: Statement, seeker: Seeker, known: set[str]) -> list[Term]:
    """The words of the names for which a statement's pronouns stand."""
    found: dict[str, Term] = {}
    for start, end, name in statement.pronouns:
        for term in seeker.terms(name):
            if term.key not in known:
                found.setdefault(term.key, replace(term, start=start, end=end, is_name=True, families=frozenset()))
    return list(found.values())


def verdict(case: Case) -> Finding:
    """What the sources make of a statement: what was found by rule, weighed with all else that was found."""
    ruled = by_rule(case)
    found = only_if_opposite(case, reweighed(case, ruled))
    found = only_if_undone_there(case, found)
    if found.kind in BORNE_OUT:
        found = only_as_shown(case, only_as_done(case, borne_out_there(case, found)))
    if found.kind in BORNE_OUT:
        found = with_its_count(case, as_was_decided(case, said_by_him(case, borne_out_alike(case, found))))
    found = borne_out_of_it(case, found)
    if found.kind in BORNE_OUT:
        found = unless_unnamed(case, found)
    if found.kind in BORNE_OUT:
        found = hindered_instead(case, parties_differ(case, found))
        return stated_beside(case, found) if found.kind in BORNE_OUT else found
    found = borne_by_the_doer(case, done_by_another(case, otherwise_ended(case, found)))
    found = said_the_contrary(case, found)
    found = perhaps_otherwise(case, ruled, borne_out_by_count(case, found))
    found = unless_quoted_by_none(case, found)
    found = quoted_of_its_day(case, on_the_likeliest_day(case, only_hinted(case, told_of_one_day(case, found))))
    found = unless_of_its_day(case, only_of_its_happening(case, found))
    found = hindered_instead(case, parties_differ(case, found))
    return shown_by_its_happening(case, found)


def by_rule(case: Case) -> Finding:
    """What the rules make of it: first whether the sources tell it at all, then what they tell otherwise."""
    found = _verdict(case)
    if found.kind in BORNE_OUT:
        return said_after_all(case) or _unless_contrary(case, found)
    return (_otherwise(case) or found) if found.kind == "no source says so" else found


def _unless_contrary(case: Case, found: Finding) -> Finding:
    """What bears a statement out, unless the sources of its day more likely tell the contrary."""
    if not is_outweighed(case):
        return found
    made = told_contrary(case, CONTRARY_INSTEAD, "possible")
    if made is not None or likely_contrary(case) < CONTRARY_DOUBT:
        return made or found
    why = "sources tell something like it, but they may tell the contrary"
    return case.found("no source says so", "likely", why, [*contrary_to(case), *case.nearest])


def _otherwise(case: Case) -> Finding | None:
    """What all sentences that come near a statement likely tell otherwise, though none is near enough alone."""
    made = recounted(case, NUMBER, "likely") or misattributed(case, SPEAKER, "likely")
    made = made or recounted(case, MAYBE_NUMBER, "possible") or misattributed(case, MAYBE_SPEAKER, "possible")
    return made or told_contrary(case, MAYBE_CONTRARY, "possible")


def _verdict(case: Case) -> Finding:
    """What the nearest sentences alone make of a statement."""
    found = _judged(case)
    if found.kind != "date differs" or found.sureness == "sure":
        return found
    placing = source_dates(case)
    likely = likely_elsewhere(case, placing, likelihood(case), tellings(case))
    if placing.next_day is not None or likely >= STATED:
        return found
    if likely >= POSSIBLE:
        return replace(found, sureness="possible")
    why = f"no source of that day says so; the nearest is of {placing.other}: {placing.reason}"
    return case.found("no source says so", "likely", why, placing.by or case.nearest)


def _judged(case: Case) -> Finding:
    """The same, with another day stated wherever that is likelier than not."""
    likely = likelihood(case)
    told = [r for r in case.read if r.tells]
    near = told or [r for r in case.read if r.bearing.score >= TOLD]
    is_it = any(case.firm(r) or case.surely(r, affirmed=True) for r in near)
    found = misquoted(case)
    if found is None and not (_is_his(case, told) or _is_told(case)):
        found = unless_his(case, wrong_speaker(case))
    found = found or requoted(case) or turned_round(case)
    if found is None and likely >= HINTED:
        found = opposed(case)
    placing = None
    if found is None and (likely >= MAYBE or is_it):
        figures = counted(case)
        if figures is not None and has_number(case, tellings(case)):
            figures = None
        if figures is not None and figures.kind in CONTRADICTIONS:
            return figures
        placing = source_dates(case) if is_it and case.day is not None else None
        found = dated(case, placing) if placing is not None else None
        if found is not None and found.sureness == "likely" and placing is not None and placing.next_day is None:
            found = found if likely_elsewhere(case, placing, likely, tellings(case)) >= DOUBTFUL else None
        said = attribution_lost(case) if likely >= ENOUGH else None
        said = said or (only_reported(case, entailing_that_day(case)) if likely >= BY_ONE else None)
        found = found or unless_doubtful(case, said) or figures
    found = found or supported(case, told, likely, placing)
    if found.kind in BORNE_OUT:
        said = unless_doubtful(case, only_claimed(case)) or only_as_words(case)
        return said or turned_instead(case) or found
    if found.kind == "no source says so":
        return _by_whole(case, found, likely, placing)
    return found


def _by_whole(case: Case, found: Finding, likely: float, placing: Placing | None) -> Finding:
    """What is found for a statement of which no sentence has the deed, by the sentences that come nearest to it."""
    likely_by = tellings(case)
    made = unless_his(case, told_otherwise(case))
    if made is not None and made.kind == "wrong speaker" and _is_told(case):
        made = None
    made = unless_doubtful(case, made) or only_as_words(case)
    if made is not None or case.day is None:
        return made or found
    alike = likely_tellings(case, likely_by) if unconfirmed_number(case) is None and not lacks_quotation(case) else []
    if alike:
        return supported_by(case, alike)
    placing = placing or source_dates(case)
    if placing.likelihood < LEAST_DOUBTED and unconfirmed_number(case) is None:
        told = told_there(case)
        if told:
            return supported_by(case, told)
    if entailing_that_day(case):
        return found
    made = redated(case, placing, entailing(case)) if likely >= HINTED else None
    return made or nearest_redated(case, placing, likely, likely_by) or found


def _is_his(case: Case, told: Sequence[Read]) -> bool:
    """Whether a sentence that tells a statement has it as its own speaker's."""
    return any(
        case.firm(r) and any(case.speaker & who for c in r.clauses for who in (c.speaker or (), c.agent) if who)
        for r in told
    )


def _is_told(case: Case) -> bool:
    """Whether a sentence of a statement's day most likely tells it, of the same speaker, and has nothing against it."""
    return any(t.likelihood >= SURELY_TOLD and t.is_plain and case.is_then(t.bearing) for t in tellings(case))


def _not_checked(words: str, language: str) -> str:
    if pattern_of("asides", language).match(words):
        return "it speaks to the reader, and tells of nothing that happened"
    if words.rstrip().endswith("?"):
        return "it is a question"
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", " ", words)
    found = pattern_of("unchecked", language).search(outside)
    if found and not _is_said(outside[: found.start()], outside[found.end() :], language):
        return f"“{found.group()}” makes it an opinion or a forecast"
    return ""


def _is_said(before: str, behind: str, language: str) -> bool:
    """Whether what is foreseen or thought is somebody's: a verb that reports stands before it, or closes the sentence
    behind a comma ("Ferries will sail, the port said on Monday"; not "Ferries will, and Tolk said so, sail", nor
    "Ferries will sail, as told")."""
    if any(base_of(w, language) in _telling(language) for w in RUN.findall(before)):
        return True
    last = behind.rpartition(",")[2] if "," in behind else ""
    said = [w for w in RUN.findall(last) if w != base_of(w, language) and base_of(w, language) in _telling(language)]
    if not said:
        return False
    by_none = lang.kept_table("check", language)["said_by_none"].replace("{verb}", "|".join(map(re.escape, said)))
    return re.search(by_none, last) is None
