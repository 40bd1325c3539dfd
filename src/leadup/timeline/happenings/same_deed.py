"""Whether two sentences tell one deed: the deed itself, who did it, to whom.

Two sentences of one story and one day share its names and its words, whatever they tell. They tell one happening where
the deed that the day is hung on ("the war *broke out* on July 8", "the dam's *seizure* on Aug. 7") is one, and nobody
who had a part in it is somebody else.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection

from leadup import lang
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import DayDeed, DayDeeds, DeedPart, deed_rows_of, kinds_of, light_verbs


def same_deeds(one: DayDeeds, other: DayDeeds, *, sure: bool = False) -> bool:
    """Do two sentences tell one happening? One that tells something else, and what it came after, does not.

    ``sure`` asks for more in common, as of two of neighbouring days is due.
    """
    for a in one.deeds:
        for b in other.deeds:
            if (
                (a.main or one.refers)
                and (b.main or other.refers)
                and same_deed(a, b, sure=sure, language=one.language)
            ):
                return True
    return False


def tells_plainly(one: DayDeeds, other: DayDeeds) -> bool:
    """Does a sentence turn on the deed that another, which is known to tell the same, only brings up?"""
    pairs = [
        (a, b)
        for a in one.deeds
        for b in other.deeds
        if same_deed(a, b, language=one.language) or _may_be_same(a, b, one.language)
    ]
    return any(a.main for a, _ in pairs) and not any(b.main for _, b in pairs)


def _may_be_same(one: DayDeed, other: DayDeed, language: str) -> bool:
    """Is the day of both hung on the same word, and is nobody who had a part in the one said to have none in the
    other?"""
    return (
        one.hung
        and other.hung
        and is_one_word(one, other, language)
        and _agree_in_some_part(one, other, language) is not False
    )


def is_one_word(one: DayDeed, other: DayDeed, language: str) -> bool:
    """Are the words of two deeds the same, or a verb and its noun?"""
    return one.base == other.base or bool(
        deed_rows_of(language).get(one.base, frozenset()) & deed_rows_of(language).get(other.base, frozenset())
    )


def by_another(one: DayDeed, other: DayDeed, language: str) -> bool:
    """Is a deed told by a verb done by somebody else than the other, and not to the same one?"""
    if one.is_noun or other.is_noun:
        return False
    return agree(one.agent, other.agent, language) is False and agree(one.patient, other.patient, language) is not True


def same_deed(one: DayDeed, other: DayDeed, *, sure: bool = False, language: str) -> bool:
    """Do two tell of one deed? ``sure`` asks for one more thing in common: for two of neighbouring days."""
    if not is_one_word(one, other, language) and not (
        one.hung and other.hung and kinds_of(one.base, language) & kinds_of(other.base, language)
    ):
        return False
    agent, patient = agree(one.agent, other.agent, language), agree(one.patient, other.patient, language)
    if bool(one.patient) != bool(other.patient):
        # "They started the war", "the war started".
        done, doing = (one, other) if one.patient else (other, one)
        if agree(done.patient, doing.agent, language):
            agent, patient = None, True
    if one.is_noun or other.is_noun:
        # Whose a noun for a deed is, is not said: "the siege of Orsk", "Norland's siege".
        agent = patient = _agree_in_some_part(one, other, language)
    if patient is False or (agent is False and not (patient and one.patient.names & other.patient.names)):
        return False
    around = _agree_any(one.others, other.others, language) is True
    common = (agent is True) + (patient is True and not one.is_noun and not other.is_noun) + around
    by_name = bool(one.agent.names & other.agent.names or one.patient.names & other.patient.names)
    once = by_name and bool(deed_rows_of(language).get(one.base, frozenset()) & lang.kept_words("once_a_day", language))
    needed = 1 + (one.base in light_verbs(language)) + (sure and not once)
    if common >= needed:
        return True
    return not sure and one.hung and other.hung and one.base not in light_verbs(language) and not _differs(one, other)


def _differs(one: DayDeed, other: DayDeed) -> bool:
    """Do both say who had a part in it?"""
    return any((one.agent, one.patient)) and any((other.agent, other.patient))


def agree(one: DeedPart, other: DeedPart, language: str) -> bool | None:
    """Are two one person or thing? None where either is not said."""
    if not one or not other:
        return None
    if one.names and other.names:
        return bool(one.names & other.names)
    if one.called and one.called in _same_things(other.called, language):
        return True
    return None if (one.names or other.names) else False


def _agree_in_some_part(one: DayDeed, other: DayDeed, language: str) -> bool | None:
    """Does anybody have a part in both deeds? None where that is not said: whom the one is said to be borne by need not
    be whose the other is said to be ("the strike on Orsk", "Norland's strike")."""
    agreed = _agree_any((one.agent, one.patient), (other.agent, other.patient), language)
    if agreed is None and one.borne and other.borne:
        return agree(one.patient, other.patient, language)
    return agreed


def _agree_any(some: Collection[DeedPart], others: Collection[DeedPart], language: str) -> bool | None:
    found = [agree(a, b, language) for a in some for b in others]
    if any(f is True for f in found):
        return True
    return False if found and any(f is False for f in found) and all(f is not None for f in found) else None


def _same_things(called: str, language: str) -> frozenset[str]:
    return _alike(language).get(called, frozenset()) | {called}


@functools.cache
def _alike(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in (
        *(row for (row,) in lang.kept_rows("alike", language)),
        *lang.kept_table("same_deed", language)["alike"],
    ):
        words = frozenset(base_form(w, language) for w in row.split())
        for word in words:
            found[word] |= words
    return {word: frozenset(others) for word, others in found.items()}
