"""Who does it and who bears it, where a source's sentence most likely tells of a statement's happening.

Which sentences are of the happening is learnt (``alignment``); a line whose parties change places comes as near to them
as a true one. Here those sentences are asked who stands where: as the subject of the statement's deed, in whatever
words, or below it. Only where none of its day has the deed by the one who does it in the draft may they differ: that is
a hint, never stated, and nothing that is surely borne out is asked so.
"""

from __future__ import annotations

from dataclasses import dataclass

from leadup.check.actors import behind, either_way, joined_by, joined_in
from leadup.check.alignment import speaking_against
from leadup.check.case import Case, Read
from leadup.check.clauses import Clause, light
from leadup.check.evidence import parsed
from leadup.check.report import BORNE_OUT, Finding
from leadup.check.seeking import Bearing
from leadup.check.wording import kin_of, stem_of

WHY = "the sources likely tell of it, but have it done the other way round"
_DOERS = ("nsubj", "nsubj:pass", "obl:agent")


@dataclass(frozen=True, slots=True)
class Parties:
    """A statement's deed with who does it, who may (all who are named before it), who is below it, who else does or
    bears something in it, and who of these would do it instead of him, not for him: stems."""

    deed: Clause
    does: frozenset[str]
    may: frozenset[str]
    below: frozenset[str]
    others: frozenset[str]
    instead: frozenset[str]


def parties_differ(case: Case, found: Finding) -> Finding:
    """What no source says, or only seems borne out, as perhaps turned round where the sentences of its happening have
    it so."""
    if is_settled(found) or case.speaker or case.quotes:
        return found
    for parties in _parties(case):
        by = _turned(case, parties)
        if by:
            return case.found("actors differ", "possible", WHY, by)
    return found


def is_settled(found: Finding) -> bool:
    """Whether what was found leaves nothing to ask: it is stated otherwise, told both ways, or surely borne out."""
    return found.contradicts or found.kind == "disputed" or (found.kind in BORNE_OUT and found.sureness == "sure")


def _parties(case: Case) -> list[Parties]:
    """The deeds of a statement of which who stands where says something, each with its parties."""
    found = []
    nouns, means = _named_as_nouns(case), joined_by(case.parse, "means")
    for deed in case.own:
        if not deed.main or deed.is_noun or deed.is_saying or deed.denied or _is_either_way(deed):
            continue
        before = {t.key for t in case.terms if t.end <= deed.start}
        if deed.heads[0] & before or not deed.heads[0]:
            # "President-elect Varo": whoever is named before it may be the one who does it.
            may = (deed.heads[0] | deed.near & case.names) & before
            does = deed.heads[0] & before or may
            below = (deed.heads[1] | deed.near & case.names) & nouns - before - deed.agent
        else:
            does, may, below = deed.heads[0], deed.heads[0], deed.heads[1] & nouns
        others = frozenset().union(*(side for c in case.own for side in c.heads)) & nouns
        others = others - before - deed.agent - deed.heads[1] - below
        # What is done by a thing ("a tape came out") is done by nobody else.
        is_known = bool(does & case.names) or bool(below & deed.heads[1] & case.names)
        if is_known and does - deed.heads[1] and (below or others):
            found.append(Parties(deed, does - deed.heads[1], may, below, others, (below | others) - means))
    return found


def _named_as_nouns(case: Case) -> frozenset[str]:
    """The stems of a statement's nouns and names: "Republican" in "a Republican budget" is no party."""
    tokens = (t for t in case.parse if t.upos in ("NOUN", "PROPN"))
    return frozenset(stem_of(t.word, case.language) for t in tokens) - {""}


def _is_either_way(deed: Clause) -> bool:
    """Whether who does a deed and who bears it says nothing; "called off" is not "called"."""
    return deed.key in either_way(deed.language) and deed.kin <= kin_of(deed.key, deed.language)


def _turned(case: Case, parties: Parties) -> list[Bearing]:
    """The sentences of a statement's happening that have its parties change places; none where one has them as they
    are."""
    return speaking_against(case, lambda one: [_vote(case, parties, c, one.read) for c in one.read.clauses])


def _vote(case: Case, parties: Parties, clause: Clause, read: Read) -> int:
    """1 where a source's clause has the deed by the one who does it in the statement, -1 where it has it by another one
    of those who are named there, or done to him, 0 else."""
    deed = parties.deed
    is_same = clause.is_same(deed)
    if not (is_same or clause.is_akin(deed)) or (deed.key in light(case.language) and not clause.kin & deed.kin):
        return 0
    agents = clause.heads[0]
    if parties.may & agents:
        return 1
    if clause.is_undone != deed.is_undone or clause.is_thought_of != deed.is_thought_of or clause.is_noun:
        return 0
    names = parties.does & case.names or parties.does
    if names & _with_the_agent(read.bearing, clause):
        # "a film by Quill won", "Quill's film won": he has his part in it.
        return 0
    if names & joined_in(read.bearing):
        # "Oster sailed with Rolf" leaves Rolf sailing.
        return 0
    below = (clause.patient | clause.near) - agents
    if parties.below & clause.heads[0] and names & below:
        return -1
    if not is_same:
        return 0
    if not agents and names & clause.heads[1]:
        # "Brok routed Oster" may be read as one name of those who bear it.
        return 0 if (parties.below | parties.others) & clause.heads[1] else -1
    is_his = bool(deed.heads[1] & clause.heads[1]) if deed.heads[1] else not clause.heads[1]
    is_others = bool(parties.instead & clause.heads[0])
    return -1 if is_others and is_his and names & (below | case.around(read.bearing)) else 0


def _with_the_agent(bearing: Bearing, clause: Clause) -> frozenset[str]:
    """The stems of all that tells more of those who do a source's deed (whose they are, who made or leads them), and of
    those by whom something is done in it."""
    found: set[str] = set()
    for parse, _ in parsed([bearing.words], bearing.indexed.language):
        for at, token in enumerate(parse):
            if token.deprel in _DOERS and stem_of(token.word, parse.language) in clause.heads[0]:
                found.update(stem_of(parse[k].word, parse.language) for k in parse.subtree(at))
        # "was upset by Brok", read as no passive, has Brok do it.
        for at in behind(parse, "done_by"):
            found.update(stem_of(parse[k].word, parse.language) for k in parse.subtree(at))
    return frozenset(found) - clause.heads[0] - {""}
