"""Who did it to whom, and whether it was done at all: a statement's deed beside the same deed in the sources."""

from __future__ import annotations

from functools import cache

from leadup import lang
from leadup.check.case import NEARLY_ALL, TOLD, Case, Read
from leadup.check.clauses import Clause
from leadup.check.evidence import outlets_in, parsed
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.wording import kin_of, kinds_of, lang_words, opposites_of, stem_of, with_parts
from leadup.reading.syntax import Parse
from leadup.timeline.relations import relations

CLOSE_CLAUSE = 2
OPPOSITE = 0.7
"""Share that a sentence must hold to contradict a statement by itself."""
TURNED = 2
"""Clauses that have it the other way round, those that have it so both ways counting twice."""
HEARD = 0.55
"""Share that a sentence must hold to speak for a statement or against it."""


@cache
def either_way(language: str) -> frozenset[str]:
    """The stems of verbs of which who stands where says nothing."""
    return frozenset(lang.kept_table("check", language)["either_way"].split())


def joined_by(parse: Parse, marks: str = "joined_by") -> frozenset[str]:
    """Those with whom a sentence has something done, with all of their names: "sailed with Prime Minister Rolf". Which
    words join them is told by the list ``marks``: those of "means" also join one for whom it is done.

    What hangs on a noun for a deed is of that: "won the battle with Rolf" has him beaten.
    """
    above = {k: stem_of(parse[parse[k].head].word, parse.language) for k in behind(parse, marks)}
    todo, found = (
        [
            k
            for k, key in above.items()
            if _is_verb(parse, k) or not kin_of(key, parse.language) | kinds_of(key, parse.language)
        ],
        set[int](),
    )
    while todo:
        at = todo.pop()
        found.add(at)
        todo += parse.children(at, *relations("of_name"), *relations("of_one"))
    return frozenset(stem_of(parse[k].word, parse.language) for k in found) - {""}


def joined_in(bearing: Bearing) -> frozenset[str]:
    """Those with whom a source's sentence has something done."""
    return frozenset().union(*(joined_by(parse) for parse, _ in parsed([bearing.words], bearing.indexed.language)))


def behind(parse: Parse, marks: str) -> list[int]:
    """The places of those behind one of some words: "from rebels", "with Oster"."""
    at = (k for k in range(len(parse)) if parse[k].deprel in relations("behind"))
    return [
        k
        for k in at
        if any(parse[c].word.lower() in lang_words(marks, parse.language) for c in parse.children(k, "case"))
    ]


def _is_verb(parse: Parse, below: int) -> bool:
    return parse[parse[below].head].upos in relations("verbs")


def turned_round(case: Case) -> Finding | None:
    """Where the sources have a deed of the statement done the other way round."""
    for deed in case.own:
        if deed.is_saying or deed.is_noun or deed.key in either_way(case.language) or not all(deed.heads):
            continue
        agent, patient = deed.heads
        # What a country's part does to the whole is not turned round by what the whole does.
        if not (with_parts(agent, case.language) - agent) & patient:
            found = _turned(case, deed)
            if found:
                return found
    return _said_of_him(case)


def _said_of_him(case: Case) -> Finding | None:
    """Where the sources have what the draft has one say of another said by that one of him."""
    speaker = case.speaker & case.names
    for deed in case.deeds if speaker else ():
        of = (deed.agent & case.names) - case.speaker
        if deed.is_noun or deed.is_saying or not of:
            continue
        turned: dict[str, tuple[int, Bearing]] = {}
        straight: set[str] = set()
        for read in case.read:
            article = read.bearing.indexed.article.id
            if not case.is_then(read.bearing):
                continue
            for c in read.clauses:
                if not c.is_same(deed) or c.denied != deed.denied or not c.speaker:
                    continue
                if c.speaker & speaker:
                    straight.add(article)
                elif c.speaker & of and c.agent & speaker and not c.agent & of:
                    strong = read.bearing.score >= TOLD and case.nearby.of(read.bearing).whole >= OPPOSITE
                    turned[article] = max(turned.get(article, (0, read.bearing)), (1 + strong, read.bearing),
                                          key=lambda x: x[0])  # fmt: skip
        if sum(t for t, _ in turned.values()) >= TURNED and not straight:
            by = [b for _, b in sorted(turned.values(), key=lambda x: (-x[0], -x[1].score))]
            return case.found("actors differ", "likely", "the sources have it said the other way round", by)
    return None


def _turned(case: Case, deed: Clause) -> Finding | None:
    """Where the sources have one deed of the statement done the other way round."""
    turned: dict[str, tuple[int, Bearing]] = {}
    straight: set[str] = set()
    for read in case.read:
        article = read.bearing.indexed.article.id
        held = [c for c in read.clauses if c.is_same(deed) and c.denied == deed.denied]
        told = [c for c in held if deed.unreal or not c.unreal]
        each = [(_turn(case, deed, c, read.bearing), c) for c in told]
        # "wanted to shoot an officer" is not turned round by "was shot by officers".
        turns = [turn for turn, c in each if turn < 0 or c.unreal == deed.unreal]
        is_turned = max(turns, default=0) > 0
        if min(turns, default=0) < 0 or (is_turned and any(_may_be_his(case, deed, c, read.bearing) for c in held)):
            # "shot a guard before he was shot himself": both were done.
            straight.add(article)
        elif max(turns, default=0) > turned.get(article, (0, None))[0] and not deed.agent & joined_in(read.bearing):
            # "Oster sailed with Rolf" leaves Rolf sailing.
            turned[article] = max(turns), read.bearing
    much = sum(turn for turn, _ in turned.values())
    if much < TURNED or much <= 2 * len(straight):
        return None
    sure: Sureness = "sure" if much >= 2 * TURNED and not straight else "likely"
    by = [b for _, b in sorted(turned.values(), key=lambda x: (-x[0], -x[1].score))]
    return case.found("actors differ", sure, "the sources have it done the other way round", by)


def _may_be_his(case: Case, deed: Clause, other: Clause, bearing: Bearing) -> bool:
    """Whether a source's clause that says of nobody that he does it may have it done by the statement's own."""
    if other.agent or other.is_noun or not deed.heads[1] & other.patient:
        return False
    return bool(deed.heads[0] & case.names & bearing.indexed.stems[bearing.sentence])


def _turn(case: Case, deed: Clause, other: Clause, bearing: Bearing) -> int:
    """How far a source's clause turns the statement's round: 2 both ways, 1 in part, -1 where it has it as is."""
    parties = other.agent | other.patient
    # "an army reservist, Varo": a source may have him without his name.
    agent, patient = (who & case.names if who & case.names & parties else who for who in deed.heads)
    agent, patient = agent - patient, patient - agent - joined_by(case.parse)
    there = bool(agent & other.patient), bool(patient & other.agent)
    here = bool(agent & other.agent), bool(patient & other.patient)
    told = bearing.score >= TOLD and (case.is_then(bearing) or bearing.own >= NEARLY_ALL)
    if all(there) and not any(here):
        return 2 if told and bearing.own >= HEARD else 1
    if all(here) or (here[0] and not there[0]):
        return -1
    if any(there) and not any(here) and told:
        # "freed Taliban detainees" does not free the Taliban: most of who stands there must be the one.
        does, bears = other.heads
        crossed = deed.heads[0] & bears if there[0] else deed.heads[1] & does
        if 2 * len(crossed) <= len(bears if there[0] else does) or not crossed & case.names:
            return 0
        return 2 if bearing.own >= OPPOSITE and other.key == deed.key else 1
    return 0


def opposed(case: Case) -> Finding | None:
    """Where the draft denies what the sources tell, or tells what they deny, by a "not" or by an opposite word."""
    verbs = [d for d in case.deeds if not d.is_noun][:2] or case.deeds[:1]
    if not verbs or case.leaves_unsaid:
        return None
    denies = any(d.denied for d in verbs)
    against: list[Bearing] = []
    for_it: list[Bearing] = []
    for read in case.read:
        if read.bearing.score < HEARD or not (case.is_then(read.bearing) or read.bearing.own >= OPPOSITE):
            continue
        votes = [_vote(case, deed, read) for deed in verbs]
        # Of "found him guilty" the last word tells.
        if min(votes) < 0 and (votes[0] <= 0 or votes[-1] < 0):
            against.append(read.bearing)
        elif any(v > 0 for v in votes):
            for_it.append(read.bearing)
    enough = len(outlets_in(against)) > 1 or (against and max(b.own for b in against) >= OPPOSITE)
    if enough and len(against) > 2 * len(for_it):
        sure: Sureness = "sure" if len(outlets_in(against)) > 1 and not for_it else "likely"
        why = "the draft denies what the sources tell" if denies else "the sources deny it, or tell the opposite"
        return case.found("sources say the opposite", sure, why, against)
    return None


def _vote(case: Case, deed: Clause, read: Read) -> int:
    """1 where a sentence has the deed as the statement does, -1 where it denies what that tells, 0 else."""
    votes = [v for c in read.clauses if (v := _clause_vote(case, deed, c, read.bearing))]
    # What is told by the very word goes before what is told by another.
    best = max(votes, key=lambda v: (abs(v), v), default=0)
    return (best > 0) - (best < 0)


def _clause_vote(case: Case, deed: Clause, clause: Clause, bearing: Bearing) -> int:
    """2 or 3 where a clause has the deed as the statement does (3: by the same word), -2 or -3 where it denies it."""
    same = clause.is_same(deed)
    reverse = not same and bool(clause.kin & opposites_of(deed.kin, case.language))
    if not (same or reverse) or clause.supposed:
        return 0
    named = (deed.heads[0] | deed.heads[1]) & case.names
    if reverse and clause.is_noun and not (clause.agent or clause.patient or named):
        # "broke out", of riots, is not denied by the "custody" of somebody beside them.
        return 0
    if not case.is_by(clause, deed, bearing):
        return 0
    if case.speaker and deed.speaker is not None and not case.speaker & case.around(bearing):
        # Somebody's denial is not contradicted by what others tell.
        return 0
    weight = 3 if clause.key == deed.key else 2
    if (clause.denied == deed.denied) == same:
        return weight if same or not clause.unreal else 0
    by_word = clause.key == deed.key and bool(deed.heads[0] & clause.agent)
    if not deed.denied and not by_word and not case.is_by_same(clause, deed, bearing):
        return 0
    shared = len((clause.near | case.around(bearing)) & (deed.near | deed.agent))
    his = bool(clause.speaker and clause.speaker & case.speaker)
    if (
        case.speaker
        and deed.speaker is not None
        and not his
        and not (deed.unreal and (clause.denied or not clause.unreal))
    ):
        # What others tell contradicts his words, not the report of them.
        return 0
    real = not clause.unreal or deed.unreal or (clause.denied and clause.speaker is not None)
    return -weight if real and shared >= CLOSE_CLAUSE else 0
