"""What seems to be borne out, beside what its sentences tell of the deed: that it was done, or that it was not (yet).

A sentence may hold all of a statement's words and yet only foresee its deed, deny it, tell the contrary or have
another one do it. Such a sentence bears nothing out; where no other one of the day tells the deed as done either, the
statement is borne out by none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from leadup.check.case import NEARLY_ALL, Case, Read
from leadup.check.clauses import Clause, light
from leadup.check.contrary import level_of, verbs_of
from leadup.check.days import named_beside
from leadup.check.evidence import outlets_in, refuses, told_by
from leadup.check.holding import held, held_by, most
from leadup.check.located import BESIDE_BEST
from leadup.check.report import BORNE_OUT, Finding
from leadup.check.wording import WORD, lang_words, stem_of

Stand = Literal["done", "silent", "against"]
"""How a sentence has a statement's deed: as the statement does; not plainly; or as not done, not yet, or by another."""

LEAST_DONE, LEAST_AGAINST, BY_FAR = 0.6, 0.5, 1.25
"""How strongly a sentence must hold the deed to be one of those that have it as done, or as not done; and how much more
strongly as not done than as done."""
PLAINLY = 1.0
"""Strength from which on a sentence is not shown beside others that have the deed as done."""
WHY = "sources tell something like it, but as denied or only foreseen"
WHY_NOT = "no source says that it was not done"


def only_as_done(case: Case, found: Finding) -> Finding:
    """What bears a statement out, by the sentences alone that do not tell its deed as undone, foreseen or another's."""
    if found.kind not in BORNE_OUT or not case.deeds:
        return found
    shown = [r for r in case.read if r.bearing.place in found.places]
    then = [r for r in case.read if case.is_then(r.bearing) and r not in shown]
    stands = [(r, stand(case, r)) for r in shown]
    if not any(how == "done" for _, how in stands):
        beside = [(r, stand(case, r)) for r in then]
        against = [r.bearing for r, how in (*stands, *beside) if how == "against"]
        least = max(r.bearing.score for r in shown) - BESIDE_BEST if shown else 0.0
        told = any(how == "done" and case.firm(r) and r.bearing.score >= least for r, how in beside)
        alike = len(stands) > 1 and all(how == "against" for _, how in stands)
        # Where none that is shown is against it, it may be told there in words that are not known for it.
        if alike or (any(how == "against" for _, how in stands) and not told):
            return case.found("no source says so", "likely", WHY, against)
    if _denied_part(case, shown, then):
        return case.found("no source says so", "likely", WHY_NOT, [r.bearing for r in shown])
    return _without(case, found, [(r, how if _is_plainly(case, r) else "silent") for r, how in stands])


def _without(case: Case, found: Finding, stands: Sequence[tuple[Read, Stand]]) -> Finding:
    """The verdict without the sentences that are against it, where others are left."""
    kept = [r.bearing for r, how in stands if how != "against"]
    left_out = {r.bearing.place for r, how in stands if how == "against"}
    if not left_out or not kept:
        return found
    lost = outlets_in([r.bearing for r, how in stands if how == "against"]) - outlets_in(kept)
    witnesses = tuple(w for w in found.witnesses if (w.span.article, w.span.start) not in left_out)
    independent = max(1, found.independent - len(lost))
    if independent == found.independent:
        return replace(found, witnesses=witnesses)
    kind, why = told_by(independent, named_beside(case.day, kept))
    return replace(found, kind=kind, why=why, witnesses=witnesses, independent=independent)


def stand(case: Case, read: Read) -> Stand:
    """How a sentence has the first deed of a statement, and the saying of it."""
    if any(says_contrary(said, read) for said in case.own) or _turns_a_word(case, read):
        return "against"
    deed = verbs_of(case)[0]
    hold = held_by(case, deed, read)
    done, against = hold.same, hold.against
    if against >= LEAST_AGAINST and against >= BY_FAR * done:
        # The very word, taken for another phrase or for no deed at all, may tell it: "passed on a 60-40 vote".
        known = {c.key for c in read.clauses if level_of(deed, c)[0]}
        unread = deed.key in read.bearing.indexed.stems[read.bearing.sentence] - known
        if unread:
            return "done" if read.bearing.own >= NEARLY_ALL else "silent"
        return "against"
    return "done" if done >= LEAST_DONE else "silent"


def _is_plainly(case: Case, read: Read) -> bool:
    """Whether a sentence has the deed itself, by its word or another for it, as not done."""
    deed = verbs_of(case)[0]
    hold = most(held(case, deed, c, read.bearing) for c in read.clauses if c.is_same(deed))
    return hold.against >= PLAINLY and not hold.same


def _turns_a_word(case: Case, read: Read) -> bool:
    """Whether a sentence has a word of a statement only right after a "not" that the statement lacks, or lacks the
    statement's: "found guilty" beside "found not guilty"."""
    own, theirs = _after_not(case.words, case.language), _after_not(read.bearing.words, case.language)
    told = {t.key for t in case.terms if not t.is_name}
    return any(own[key].isdisjoint(theirs[key]) for key in told & own.keys() & theirs.keys())


def _after_not(words: str, language: str) -> dict[str, frozenset[bool]]:
    """Of each word's stem, whether it stands right after a "not", or not, or both."""
    found: dict[str, frozenset[bool]] = {}
    before = ""
    for word in WORD.findall(words):
        key = stem_of(word, language)
        found[key] = found.get(key, frozenset()) | {before.lower() in lang_words("right_before", language)}
        before = word
    return found


def says_contrary(said: Clause, read: Read) -> bool:
    """Whether one who says something in a statement says the contrary in a sentence: "admitted" beside "denied"."""
    if not (said.is_saying and said.main) or said.denied:
        return False
    his = [c for c in read.clauses if said.agent & (c.agent or c.near) and not (c.denied or c.unreal or c.is_noun)]
    return any(level_of(said, c)[1] for c in his) and not any(c.is_same(said) for c in his)


def _denied_part(case: Case, shown: Sequence[Read], then: Sequence[Read]) -> bool:
    """Whether a further part of a statement tells that something was not done ("but did not get inside"), and no
    sentence that has a word of that part has one that denies."""
    first = verbs_of(case)[0]
    parts = [
        (c, relation)
        for c in case.own
        if c.main and c.denied and not (c.is_noun or c.is_saying or c.speaker or first.denied) and c.start > first.start
        and not any(s <= c.start < e for s, e in case.quotes) and (relation := _relation(case, c))
    ]  # fmt: skip
    for part, relation in parts:
        # "begged Varo not to run": what was begged is told with it.
        reads = shown if relation in ("xcomp", "ccomp") else [*shown, *then]
        if not any(_denies(case, part, r) for r in reads):
            return True
    return False


def _relation(case: Case, part: Clause) -> str:
    """How a deed of a statement hangs on another; nothing where no "not" hangs on it ("saw no case" is a way of saying
    it)."""
    parse = case.parse
    at = next((k for k, t in enumerate(parse) if t.start - case.parse_start == part.start), None)
    has_not = at is not None and any(
        parse[k].word.lower() in lang_words("deny", case.language) for k in parse.children(at, "advmod")
    )
    return parse[at].deprel if at is not None and has_not else ""


def _denies(case: Case, part: Clause, read: Read) -> bool:
    """Whether a sentence denies a part of a statement too, by whatever words."""
    hold = held_by(case, part, read)
    done, against = hold.same, hold.against
    if part.key not in light(case.language) and done >= LEAST_DONE and done > against:
        return True
    if against > done:
        return False
    keys = {t.key for t in case.terms if t.key in part.near and not t.is_name}
    if not keys:
        return any(c.is_undone and c.agent & part.agent for c in read.clauses)
    denies = refuses(read.bearing.words, case.language) or any(c.is_undone for c in read.clauses)
    return denies and bool(keys & read.bearing.indexed.stems[read.bearing.sentence])
