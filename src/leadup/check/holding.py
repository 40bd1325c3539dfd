"""How a sentence holds a statement's deed: as the statement does, as not done, as only thought of, or as another's.

This is measured in one place, clause by clause: how near a clause's word comes to the deed's, how well those who do
and bear it fit, and what is said of its coming about. What seems to be borne out (``undone``) and what seems to be
contradicted (``polarity``) are both held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce

from leadup.check.actors import either_way
from leadup.check.case import Case, Read
from leadup.check.clauses import Clause, light
from leadup.check.contrary import BY_OPPOSITE, level_of
from leadup.check.seeking import Bearing
from leadup.check.wording import COUNTRY, lang_words, stem_of

_NOUN, _OTHER_NOUN, _BY_NOUN = 0.5, 0.5, 0.5
"""What the noun of the deed's own word counts less, and another: a vote is no approval; and what is left of either for
a deed that is done."""
_UNSAID, _BESIDE_HIM, _NOT_BORNE, _EITHER = 0.6, 0.4, 0.6, 0.6
"""What is left where nobody is said to do it, one near him does, another bears it, and where it may be either way."""
_TURNED = 0.8
"""...and where it is another one's deed."""
_AFTER = 40
"""Letters after a verb that says little alone within which a "not" may turn what it tells."""


@dataclass(frozen=True, slots=True)
class Hold:
    """How strongly a sentence has a deed as a statement does, as not done, as only thought of, and as another one's:
    each from 0 to 3, the level of the nearest word (``contrary.BY_WORD``) by how well those named fit."""

    same: float = 0.0
    other: float = 0.0
    thought_of: float = 0.0
    anothers: float = 0.0

    @property
    def against(self) -> float:
        """How strongly it has the deed in any way but the statement's."""
        return max(self.other, self.thought_of, self.anothers)

    def or_more(self, more: Hold) -> Hold:
        """The stronger of each."""
        return Hold(
            max(self.same, more.same),
            max(self.other, more.other),
            max(self.thought_of, more.thought_of),
            max(self.anothers, more.anothers),
        )


NOT_AT_ALL = Hold()


def held_by(case: Case, deed: Clause, read: Read) -> Hold:
    """How a sentence holds a deed of a statement, all its clauses together."""
    return most(held(case, deed, c, read.bearing) for c in read.clauses)


def most(holds: Iterable[Hold]) -> Hold:
    """The strongest of some, in each way."""
    return reduce(Hold.or_more, holds, NOT_AT_ALL)


def held(case: Case, deed: Clause, clause: Clause, bearing: Bearing) -> Hold:
    """How a clause holds a deed of a statement."""
    level, excludes = level_of(deed, clause)
    if clause.is_noun and not deed.is_noun:
        level -= _NOUN if clause.key == deed.key else _OTHER_NOUN
    if level <= 0 or _is_aside(case, deed, clause) or _is_turned_or_less(clause, bearing):
        return NOT_AT_ALL
    if not excludes and (_is_anothers(case, deed, clause) or _is_turned(case, deed, clause)):
        return Hold(anothers=level * _TURNED)
    strength = level * _fit(case, deed, clause, bearing)
    thought_of = (clause.is_thought_of or clause.supposed) and not (deed.is_thought_of or deed.supposed)
    if excludes:
        return _excluded(deed, clause, strength, thought_of)
    if deed.factuality == "undone" and clause.key != deed.key:
        # "voted against it" may be "rejected it", and "did not pass it".
        return NOT_AT_ALL if thought_of else Hold(same=strength)
    if clause.is_undone != deed.is_undone:
        # "who twice ran" says nothing of whether he would again.
        return NOT_AT_ALL if deed.is_refusal and not (clause.main and clause.agent) else Hold(other=strength)
    if thought_of:
        return Hold(thought_of=strength)
    return Hold(same=strength * (_BY_NOUN if clause.is_noun else 1))


def _is_aside(case: Case, deed: Clause, clause: Clause) -> bool:
    """Whether a clause can hold nothing of a deed: it only says something, or goes with another thing."""
    if clause.key == deed.key:
        return False
    if deed.key in light(case.language) and level_of(deed, clause)[0] < BY_OPPOSITE:
        # "hold a vote" is not "delay a vote", nor "hold that ...".
        return True
    return clause.is_saying or any(c.is_saying and c.key == clause.key for c in case.own)


def _excluded(deed: Clause, clause: Clause, strength: float, thought_of: bool) -> Hold:
    """How a deed is held by one that excludes it, of the same one."""
    if thought_of or clause.is_noun or not deed.heads[0] & clause.agent:
        return NOT_AT_ALL
    return Hold(other=strength) if clause.is_undone == deed.is_undone else Hold(same=strength)


def _fit(case: Case, deed: Clause, clause: Clause, bearing: Bearing) -> float:
    """How far those who do and bear a statement's deed do and bear a source's, from 0 to 1."""
    agent, patient = (who & case.names or who for who in deed.heads)
    if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
        # "The bill passed the House": either side.
        return _EITHER if clause.key == deed.key and deed.key in either_way(case.language) else 0.0
    return _does(case, agent, clause, bearing) * _bears(case, patient, deed, clause, bearing)


def _does(case: Case, agent: frozenset[str], clause: Clause, bearing: Bearing) -> float:
    """How far those who do a statement's deed do a source's: an ally of his is not he."""
    shared = agent & clause.heads[0]
    if not agent or shared:
        # "Norlandic lawmakers" are not Norland.
        return _BESIDE_HIM if shared < clause.heads[0] and all(k.startswith(COUNTRY) for k in shared) else 1.0
    if clause.agent:
        return _BESIDE_HIM if agent & (clause.agent | clause.near) else 0.0
    return _UNSAID if agent & case.around(bearing) else 0.0


def _bears(case: Case, patient: frozenset[str], deed: Clause, clause: Clause, bearing: Bearing) -> float:
    """How far those who bear a statement's deed bear a source's."""
    if patient & clause.patient or case.is_idle(patient, clause, deed):
        return 1.0
    if clause.patient and clause.key != deed.key:
        # "signed a statement on the nuclear talks" is not "struck a nuclear deal".
        return 1.0 if patient <= clause.near else _NOT_BORNE
    # "after it voted the plan down, it passed two others": what hangs on the verb alone.
    own = frozenset(stem_of(bearing.words[start:end], case.language) for start, end in clause.reach)
    return 1.0 if patient & (own if clause.patient else clause.near) else _NOT_BORNE


@cache
def _either_of(name: str, language: str) -> str:
    return rf"(?i)\b(?:{'|'.join(sorted(lang_words(name, language)))})"


def _is_turned_or_less(clause: Clause, bearing: Bearing) -> bool:
    """Whether a "not" follows a verb that says little alone ("found him not guilty"), or a word before it says that no
    more than that was done ("only reached a verdict on one")."""
    after = bearing.words[clause.end : clause.end + _AFTER]
    if (
        clause.key in light(bearing.indexed.language)
        and not clause.denied
        and re.search(_either_of("right_before", clause.language) + r"\b", after)
    ):
        return True
    return re.search(_either_of("restricting", clause.language) + r"\s+$", bearing.words[: clause.start]) is not None


def _is_anothers(case: Case, deed: Clause, clause: Clause) -> bool:
    """Whether a clause has the deed done by another one whom the statement names, not by the one who does it there."""
    agent, does = deed.heads[0] & case.names, clause.heads[0]
    if not agent or not does or deed.is_noun or clause.is_noun or agent & does:
        return False
    if clause.key != deed.key or deed.key in light(case.language) | either_way(case.language):
        return False
    others = case.names - deed.agent - deed.heads[0]
    # A country's name may stand for one of its people.
    return any(not key.startswith(COUNTRY) for key in others & does)


def _is_turned(case: Case, deed: Clause, clause: Clause) -> bool:
    """Whether a clause has the deed done to the one who does it in the statement, by the one to whom it is done."""
    # "said sorry": he who says it does it.
    agent, patient = (deed.heads[0] or case.speaker) & case.names, deed.heads[1]
    if (
        not agent
        or clause.is_noun
        or not clause.is_same(deed)
        or deed.key in light(case.language) | either_way(case.language)
    ):
        return False
    if not clause.agent or agent & clause.agent or not agent & clause.patient:
        return False
    return not patient & case.names or bool(patient & clause.agent)
