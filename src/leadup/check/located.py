"""What sources tell of a happening that is found by who has a part in it, its matter and its day, in whatever words.

A statement's own deed is looked for by its words elsewhere (``case``, ``actors``, ``speakers``). Here sentences come
nearest to the statement as a whole, and a clause of theirs may stand for its deed that is of the same class only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leadup.check.actors import either_way, joined_in
from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.evidence import is_name, marked, outlets_in, parsed, refuses
from leadup.check.figures import CLOSELY, Number, as_drafted, differing, is_anothers, numbers_of, own_numbers
from leadup.check.nearness import Nearby, Nearness
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.whose import akin_to, is_claim, is_quoted, narrowest_clause, official
from leadup.check.wording import contraries_of

AT_HAND = 0.62
"""Share of a statement that a sentence of its day must hold, in whatever words, to be of the same happening."""
PART = 0.5
"""...and share of its names, and of its other words."""
TOLD_THERE, TOLD_CONTENT, NAME_MISSING = 0.7, 0.6, 1.0
"""Share, and share of words other than names, from which on a sentence with the deed by the same ones bears a statement
out, and the weight of a name that it may lack. Chosen on four sets: of 98 true lines that nothing bore out 29 were then
borne out, of 118 invented ones none (asking for half the share, or passing over a rarer name, one)."""
BESIDE_BEST = 0.12
"""Sentences that come less near than the nearest by more than this are of something else."""
SAID, MOST_SAID = 0.7, 6
"""Share of what is said that a sentence of another one's must hold, and how many such are read."""
NEARLY = 0.85
"""Share from which on what a draft denies is told, by whatever verb, by a sentence without a "not"."""
ALONE = 0.72
"""Share from which on one outlet alone contradicts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the statement's happening: how near it comes, and those of its clauses that may be the deed."""

    read: Read
    near: Nearness
    akin: tuple[Clause, ...]

    @property
    def bearing(self) -> Bearing:
        """The sentence."""
        return self.read.bearing


def candidates(case: Case, least: float = AT_HAND) -> list[Candidate]:
    """The sentences read closely that tell of a statement's happening on its day, nearest first."""
    found = []
    for read in case.read:
        near = case.nearby.of(read.bearing)
        if near.whole < least or near.names < PART or near.content < PART or not case.is_then(read.bearing):
            continue
        found.append(Candidate(read, near, akin_to(case, read)))
    found.sort(key=lambda s: (-s.near.whole, s.bearing.indexed.article.id, s.bearing.sentence))
    return [s for s in found if s.near.whole >= found[0].near.whole - BESIDE_BEST]


def told_otherwise(case: Case) -> Finding | None:
    """What the nearest sentences of a statement's day tell otherwise: done or not, by whom, to whom, whose words."""
    found = candidates(case)
    made = denied_there(case, found) or said_by_another(case) or counted_there(case, found)
    return made or turned_there(case, found) or claimed_there(case, found)


def only_claimed(case: Case) -> Finding | None:
    """Where what the draft tells plainly is borne out, but by several outlets only as somebody's claim."""
    if case.speaker or not case.deeds:
        return None
    made = claimed_there(case, candidates(case))
    if made is None or made.independent < 2 or not any(is_claim(w.span.exact, case.language) for w in made.witnesses):
        return None
    return made


def turned_instead(case: Case) -> Finding | None:
    """Where what seems to be borne out is told by the nearest sentences the other way round."""
    made = turned_there(case, candidates(case, NEARLY))
    return made if made is not None and made.independent > 1 else None


def told_there(case: Case) -> list[Bearing]:
    """The sentences of a statement's day that tell it in other words: a deed of its class, by the same ones."""
    if not case.deeds or case.quotes:
        return []
    found = candidates(case, TOLD_THERE)
    if claimed_there(case, found):
        return []
    deed = case.deeds[0]
    return [
        s.bearing
        for s in found
        if s.near.content >= TOLD_CONTENT
        and case.missing_name(s.bearing) < NAME_MISSING
        and any(_tells(case, deed, c, s.bearing) for c in s.akin)
    ]


def _tells(case: Case, deed: Clause, clause: Clause, bearing: Bearing) -> bool:
    """Whether a source's clause is the deed of a statement, held as the statement holds it, by the same ones."""
    if clause.denied != deed.denied or clause.supposed or (clause.unreal and not deed.unreal):
        return False
    if clause.classes & contraries_of(deed.classes, case.language) and not clause.is_like(deed):
        return False
    if case.speaker & case.names and not case.speaker & case.around(bearing):
        return False
    if case.speaker & case.names and clause.speaker and not clause.speaker & case.speaker:
        return False
    agent, patient = deed.heads
    if not agent and not patient & clause.patient:
        # "hundreds were killed in camps of Pask's followers" kills no Pask.
        return False
    others = (deed.near & case.names) - agent - patient
    # "spoke about charges against Pask" charges nobody.
    nobody = not (clause.is_noun or clause.agent or others) and bool(patient) and bool(agent & case.around(bearing))
    if agent and not agent & clause.agent and not nobody:
        # Where nobody is said to do it, what bears it must be there, and nobody else who could be taken for him.
        return False
    if agent & clause.patient - clause.agent or (patient | others) & clause.agent - agent:
        return False
    if patient and not patient & (clause.patient | clause.near) and (patient & case.names or not agent & clause.agent):
        return False
    return not others or bool(others & (clause.near | clause.patient))


def _sure(by: Sequence[Bearing]) -> Sureness:
    return "sure" if len(outlets_in(by)) > 1 else "likely"


def _enough(by: Sequence[Candidate]) -> bool:
    return len(outlets_in([s.bearing for s in by])) > 1 or any(s.near.whole >= ALONE for s in by)


def denied_there(case: Case, found: Sequence[Candidate]) -> Finding | None:
    """Where the draft denies what the nearest sentences tell, or tells what they deny or the contrary of."""
    if not case.deeds or not found or case.leaves_unsaid:
        return None
    deed = case.deeds[0]
    votes = [(_denies(case, deed, candidate), candidate) for candidate in found]
    against = [candidate for vote, candidate in votes if vote < 0]
    for_it = sum(vote > 0 for vote, _ in votes)
    if not against or len(against) <= 2 * for_it or not _enough(against):
        return None
    by = [s.bearing for s in against]
    why = "the draft denies what the sources tell" if deed.denied else "the sources deny it, or tell the opposite"
    return case.found("sources say the opposite", _sure(by), why, by)


def _denies(case: Case, deed: Clause, candidate: Candidate) -> int:
    """-1 where a sentence tells the opposite of the statement, 1 where it tells the same, 0 where neither is plain."""
    held = [c for c in candidate.akin if not c.supposed]
    around = case.around(candidate.bearing)
    who = case.named(deed)
    if deed.denied:
        if any(c.denied for c in held):
            return 1
        done = [c for c in held if not c.unreal and (not who or who & (c.near | c.agent | c.patient | around))]
        if done:
            return -1
        if refuses(candidate.bearing.words, case.language):
            return 1
        return -1 if candidate.near.whole >= NEARLY else 0
    classes = deed.classes.union(*(d.classes for d in case.deeds[1:2]))
    contrary = contraries_of(classes, case.language)
    same = [c for c in held if not c.denied]
    turned = [c for c in held if c.denied and c.is_same(deed) and _shares(case, deed, c)]
    turned += [
        c
        for c in candidate.read.clauses
        if c.classes & contrary and not c.classes & classes and not (c.denied or c.unreal or c.supposed)
        and not c.is_like(deed) and _does(deed, c)
    ]  # fmt: skip
    if turned and not same:
        return -1
    return 1 if same else 0


def _shares(case: Case, deed: Clause, clause: Clause) -> bool:
    """Whether who does or bears a statement's deed has a part in a source's clause."""
    who = case.named(deed)
    return not who or bool(who & (clause.near | clause.agent | clause.patient))


def _does(deed: Clause, clause: Clause) -> bool:
    """Whether the same ones do both, or bear both, or are named with it where nobody does it."""
    agent, patient = deed.heads
    if agent & clause.agent or patient & clause.patient:
        return True
    return not (agent and clause.agent) and bool((agent | patient) & clause.near)


def counted_there(case: Case, found: Sequence[Candidate]) -> Finding | None:
    """Where the nearest sentences give another number of the same thing, and none the draft's."""
    for said in own_numbers(case):
        differ: list[tuple[Candidate, Number]] = []
        for candidate in found:
            same, other = differing(said, numbers_of(candidate.bearing.words, case.language))
            if same:
                break
            other = [n for n in other if not is_anothers(case, candidate.read, n)]
            if other and (candidate.akin or candidate.near.whole >= ALONE) and said.of not in CLOSELY:
                differ.append((candidate, other[0]))
        else:
            if differ and _enough([s for s, _ in differ]):
                by = [s.bearing for s, _ in differ]
                theirs = ", ".join(dict.fromkeys(n.value for _, n in differ))
                why = f"the draft has {as_drafted(said, case.words)}, the sources {theirs}"
                made = case.found("figure differs", _sure(by), why, by, marks=((said.start, said.end),))
                return marked(made, ((differ[0][1].start, differ[0][1].end),))
    return None


def turned_there(case: Case, found: Sequence[Candidate]) -> Finding | None:
    """Where the nearest sentences have it done by the one to whom the draft has it done, or to the one who does it."""
    for deed in () if case.quotes else case.own:
        does, bears = deed.heads[0], deed.heads[1] or _named_behind(case, deed) - deed.heads[0]
        if (
            deed.is_saying
            or deed.is_noun
            or not bears
            or not (does | bears) & case.names
            or deed.key in either_way(case.language)
        ):
            continue
        against: list[Candidate] = []
        straight = 0
        for candidate in found:
            turns = [_turn(case, (does, bears), deed, c, candidate) for c in candidate.read.clauses if _may_be(c, deed)]
            if any(t > 0 for t in turns):
                straight += 1
            elif any(t < 0 for t in turns) and not deed.agent & joined_in(candidate.bearing):
                against.append(candidate)
        plain = any(s.near.whole >= NEARLY or any(c.is_same(deed) for c in s.akin) for s in against)
        if against and not straight and (plain or len(outlets_in([s.bearing for s in against])) > 1):
            by = [s.bearing for s in against]
            return case.found("actors differ", _sure(by), "the sources have it done the other way round", by)
    return None


def _named_behind(case: Case, deed: Clause) -> frozenset[str]:
    """Those who hang on a deed by name and stand behind it: who stands before tells more of the one who does it ("the
    mayor of Vessin resigned")."""
    behind = {t.key for t in case.terms if t.start >= deed.end}
    return deed.near & case.names & behind


def _may_be(clause: Clause, deed: Clause) -> bool:
    """Whether a source's clause may be a deed of the statement, of which it says something who stands where."""
    return clause.is_akin(deed) and clause.key not in either_way(deed.language)


def _turn(
    case: Case, who: tuple[frozenset[str], frozenset[str]], deed: Clause, clause: Clause, candidate: Candidate
) -> int:
    """1 where a source's clause has the same ones in their places, -1 where they change them, 0 else."""
    agent, patient = who
    agent, patient = agent - patient, patient - agent
    names = case.names
    # "Varo's troops" are not "Pask's troops": a name says who it is, where there is one.
    rivals = (names - agent - case.speaker) & clause.agent
    if (agent & names or agent) & clause.agent or (patient & clause.patient and not rivals):
        return 1
    if clause.unreal and not deed.unreal:
        return 0
    does = clause.agent | (clause.speaker or frozenset())
    held = candidate.bearing.indexed.stems[candidate.bearing.sentence]
    if not agent:
        # "Pask was elected": of another one who is named in the draft too.
        others = (names - patient) & clause.patient
        told = bool(others) and not clause.is_noun and clause.is_like(deed)
        return -1 if told and patient & names & held else 0
    alone = not (clause.agent or clause.is_noun) and clause.is_like(deed)
    if agent & names & clause.patient and (does & (patient | (names - agent)) or alone):
        return -1
    if patient & names & clause.agent and agent & (clause.patient | clause.near):
        # "The bridge at Vessin fell" beside "Vessin bridge fell": nobody bears it, and Vessin is no other party.
        return -1 if deed.heads[1] or clause.patient or agent & names else 0
    # Where something is, is named too, but does nothing in the draft.
    parties = frozenset().union(*(side for c in case.own for side in c.heads))
    others = (names & parties - agent - patient - case.speaker) & clause.agent
    return -1 if clause.is_same(deed) and others and not clause.is_noun and agent & names & held else 0


def claimed_there(case: Case, found: Sequence[Candidate]) -> Finding | None:
    """Where the draft tells plainly what the nearest sentences have only as the claim of one who has a side."""
    if not case.tells_plainly or case.says_by_words:
        return None
    votes = [(_whose(case, candidate), candidate) for candidate in found]
    claimed = [candidate for vote, candidate in votes if vote > 0]
    plain = sum(vote < 0 for vote, _ in votes)
    if not claimed or len(claimed) <= 2 * plain or not _enough(claimed):
        return None
    if not any(is_claim(s.bearing.words, case.language) or s.near.whole >= NEARLY for s in claimed):
        return None
    by = [s.bearing for s in claimed]
    return case.found("attribution lost", _sure(by), "the sources have it only as somebody's words", by)


def is_claimed(case: Case, read: Read) -> bool:
    """Whether a sentence has what the draft tells plainly only as the claim of somebody."""
    if not case.tells_plainly:
        return False
    candidate = Candidate(read, case.nearby.of(read.bearing), akin_to(case, read))
    return _whose(case, candidate) > 0


def _whose(case: Case, candidate: Candidate) -> int:
    """1 where a sentence has a statement as a claim, -1 where it tells it plainly, 0 where neither is plain."""
    words = candidate.bearing.words
    clause = narrowest_clause(candidate.read, candidate.akin, case.keys)
    if clause is None:
        return 0
    claiming = is_claim(words, case.language)
    if not claiming and not any(
        not (c.unreal or c.supposed) and _shares(case, case.deeds[0], c) for c in candidate.akin
    ):
        return 0
    if is_quoted(candidate.bearing, clause):
        return 1
    if not clause.speaker:
        plain = candidate.akin and not (clause.unreal or clause.is_noun or claiming)
        return -1 if plain and clause.denied == case.deeds[0].denied else 0
    if clause.speaker & official(case.language):
        return -1
    if clause.speaker & (case.deeds[0].agent or clause.agent) and not claiming:
        # His own doing is no mere claim of his.
        return -1
    return 1


def said_by_another(case: Case) -> Finding | None:
    """Where the nearest sentences have what the draft has one say as another one's words or doing."""
    teller = case.teller & case.names
    if not teller or case.quotes:
        return None
    said = [t for t in case.terms if t.key not in case.teller]
    nearby = Nearby(case.words, said, case.language)
    keys = frozenset(t.key for t in said)
    near = [(nearby.of(b), b) for b in case.unspoken if case.is_then(b)]
    near = [(n, b) for n, b in near if n.whole >= SAID and min(n.content, n.names) >= PART]
    his = max((n.whole for n, b in near if teller & case.around(b)), default=0.0)
    others = sorted((x for x in near if not teller & case.around(x[1])), key=lambda x: -x[0].whole)[:MOST_SAID]
    others = [(n, b) for n, b in others if n.whole > his]
    against: list[Bearing] = []
    reads = case.read_closely([b for _, b in others], parsed([b.words for _, b in others], case.language))
    for read in reads:
        clause = narrowest_clause(read, akin_to(case, read), keys)
        who = [clause.speaker or clause.agent] if clause else []
        who += [c.agent for c in read.clauses if c.main and (c.is_saying or any(c.is_akin(d) for d in case.own[:1]))]
        # Who does what is said is not the one who says it.
        if any(is_name(read.bearing.words, key, case.language) for w in who for key in w - keys):
            against.append(read.bearing)
    if not against:
        return None
    return case.found("wrong speaker", _sure(against), "the sources have another one say it", against)
