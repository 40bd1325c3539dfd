"""Which part the name beside the deed has in the event asked about, and what a place may tell of that."""

from __future__ import annotations

import enum
import functools
from dataclasses import dataclass

from leadup import lang
from leadup.lang.wordforms import word_endings
from leadup.reading.names.countries import country_of_demonym
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clause_roles import clause_relations
from leadup.timeline.target.main_deed import is_past, is_present
from leadup.timeline.target.slot import Role, Slot, names_among
from leadup.timeline.target.tokens import token_pattern
from leadup.timeline.target.words import Phrase, asking, base_forms, deeds

APOSTROPHES = "'’"


class DeedMatch(enum.Enum):
    """What a place tells of the deed that is asked for.

    ``AS_ASKED``: it, by those or to those asked about; ``ANOTHERS``: that of somebody else; ``REVERSED``: it with the
    parts turned round, its doer having it done to them; ``NOT_DONE``: that it was not done, or is only meant to be;
    ``CONTRARY``: its contrary; ``OPEN``: none of these can be told.
    """

    AS_ASKED = enum.auto()
    ANOTHERS = enum.auto()
    REVERSED = enum.auto()
    NOT_DONE = enum.auto()
    CONTRARY = enum.auto()
    OPEN = enum.auto()


@dataclass(frozen=True, slots=True)
class AskedPart:
    """Who plays which part in the deed asked about.

    ``names`` are the phrases of the name; ``alone`` says that the deed may need nobody else ("resigns"); ``others`` are
    the phrases of whom else the question names; ``fixed`` the words that belong to the deed's own ("seize power");
    ``only_suffered`` the base forms of what happens to whom the deed is done to ("dies", where who kills is asked
    for); ``put_in`` those of what is done to whoever gets an office ("elected", where "Lund becomes mayor" is asked);
    ``by_noun`` says that the deed is asked for by its noun, as theirs ("the killing of Lund").
    """

    names: tuple[Phrase, ...]
    role: Role
    alone: bool
    others: tuple[Phrase, ...] = ()
    fixed: frozenset[str] = frozenset()
    only_suffered: frozenset[str] = frozenset()
    put_in: frozenset[str] = frozenset()
    by_noun: bool = False


def part_of(asked: Asked) -> AskedPart | None:
    """The part that the name beside the deed has in it, where the question's own words say that."""
    language = asked.language
    deed = next((s for s in asked.slots if s.needed), None)
    if deed is None or asked.negative:
        return None
    tokens = [w.lower() for w in token_pattern(language).findall(asked.words)]
    first, behind = deed.place, deed.place + len(deed.asked.split())
    while any(s.kind == "deed" and s.place == first - 1 for s in asked.slots):
        # "Lund shot dead".
        first -= 1
    before = next((s for s in asked.slots if s.is_name and s.place == first - 1), None)
    if before is not None and asked.role is not None:
        return _part(asked, before, asked.role)
    done_to = lang.kept_words("done_to", language)
    passive = tokens[first] in done_to or tokens[first] in clause_relations(language)["put_in_office"]
    if before is not None and behind - first > 1 and any(row.name in asking("verdicts", language) for row in deed.rows):
        # "Lund found guilty".
        return _part(asked, before, Role.PATIENT)
    if before is not None and passive and is_past(tokens[first], language) and not _is_done_by(asked, behind):
        return _part(asked, before, Role.PATIENT)
    judged = _judged(asked, deed, tokens) if before is None else None
    if judged is not None:
        # "Grand jury indicts Lund".
        return _part(asked, judged, Role.PATIENT)
    if before is not None and tokens[first] in asking("dealt_by_states", language) and _is_of_state(before, language):
        # "US airstrikes in Kelt".
        return _part(asked, before, Role.AGENT)
    if not asked.done_alone and deed.asked.lower() not in done_to | asking("nouns_of_done_to", language):
        return None
    role = Role.AGENT if asked.done_alone else Role.PATIENT
    if tokens[behind : behind + 1] and tokens[behind] in clause_relations(language)["whom"]:
        # "The arrest of Lund"; "Tolm's arrest of Lund" is no arrest of Tolm.
        after = behind + 1 + any(t in asking("articles", language) for t in tokens[behind + 1 : behind + 2])
        name = next((s for s in asked.slots if s.is_name and s.place == after), None)
        return _part(asked, name, role, by_noun=True) if name is not None and not _says_whose(asked, name) else None
    # "Lund's resignation", "Lund's arrest".
    owner = _owner(asked, tokens, first) if before is None else None
    return _part(asked, owner, role, by_noun=True) if owner is not None else None


def _judged(asked: Asked, deed: Slot, tokens: list[str]) -> Slot | None:
    """The name right behind the verb of a verdict or a charge, of which no name is said to have done it."""
    is_verdict = any(row.name in asking("verdicts", asked.language) for row in deed.rows)
    does = is_present(tokens[deed.place], asked.language) or is_past(tokens[deed.place], asked.language)
    if not is_verdict or not does:
        return None
    behind = deed.place + len(deed.asked.split())
    return next((s for s in asked.slots if s.is_name and s.place == behind and not _says_whose(asked, s)), None)


def _owner(asked: Asked, tokens: list[str], at: int) -> Slot | None:
    """The name whose own the word at this place is, where it has one right before it."""
    if at < 2 or not any(
        tokens[at - 1] == ending.strip(APOSTROPHES) for ending in word_endings(asked.language).possessive
    ):
        return None
    return next((s for s in asked.slots if s.is_name and s.place == at - 2), None)


def _is_of_state(name: Slot, language: str) -> bool:
    """Is it a word for who is of a country ("Israeli"), and not that country's name, which may be where it happens?"""
    return country_of_demonym(name.asked, language) is not None or name.asked in asking("states_in_capitals", language)


def _says_whose(asked: Asked, name: Slot) -> bool:
    """Does a name only say who is meant by the word behind it ("the Orsk schoolgirls")?"""
    last = max(s.place for s in names_among(asked.slots)[name.group])
    return any(s.place == last + 1 and s.kind in ("thing", "rank") for s in asked.slots)


def _is_done_by(asked: Asked, behind: int) -> bool:
    """Has a verb behind a name somebody behind it to whom it may be done ("Lund shot Tolm", "Lund elected Tolm")?"""
    return any(s.place == behind and s.kind in ("name", "thing") for s in asked.slots)


def _part(asked: Asked, one: Slot, role: Role, *, by_noun: bool = False) -> AskedPart:
    language = asked.language
    group = names_among(asked.slots)[one.group]
    most = max(s.weight for s in group)
    names = tuple(p for s in group if s.weight == most for p in s.means)
    others = tuple(
        p
        for group, words in names_among(asked.slots).items()
        if group != one.group
        for p in max(words, key=lambda s: s.weight).means
    )
    fixed = frozenset(w for s in asked.slots if s.needed for p in s.means for w in p[1:])
    alone = role is Role.AGENT and asked.done_alone
    suffered: frozenset[str] = frozenset()
    if role is Role.AGENT and _is_done_to_somebody(asked):
        alone = False
        suffered = frozenset(
            p[0] for d in deeds(language) if d.name in asking("done_alone", language) for p in d.told[:2] if len(p) == 1
        )
        named = {base_form(s.asked.lower(), language) for s in asked.slots if s.needed}
        suffered |= base_forms(asking("leaves_oneself", language), language) - named
    gets_office = role is Role.AGENT and any(
        d.name in asking("gets_office", language) for s in asked.slots if s.needed for d in s.rows
    )
    put_in = (
        frozenset(base_form(each, language) for each in clause_relations(language)["put_in_office"])
        if gets_office
        else frozenset()
    )
    return AskedPart(names, role, alone, others, fixed, suffered, put_in, by_noun)


def _is_done_to_somebody(asked: Asked) -> bool:
    """Has the deed's verb behind it to whom it is done ("Lund shoots an officer", "Lund ousts Tolm")?"""
    language = asked.language
    deed = next(s for s in asked.slots if s.needed)
    behind = deed.place + len(deed.asked.split())
    beside = any(s.place in (behind, behind + 1) and s.kind != "deed" for s in asked.slots)
    return (
        beside
        and is_present(deed.asked.lower(), language)
        and base_form(deed.asked.lower(), language) in _done_to(language)
    )


@functools.cache
def _done_to(language: str) -> frozenset[str]:
    return frozenset(base_form(w, language) for w in lang.kept_words("done_to", language))
