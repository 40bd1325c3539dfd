"""What sources likely tell of, but the other way: they let be what the draft has hindered, or go on with what it ends.

Which sentences are of the happening is learnt (``alignment``); whether such a one and the draft have the same one let a
thing be or hinder it is read off all that stands in the clause (``signs``). It is a hint, never stated.
"""

from __future__ import annotations

from collections.abc import Sequence

from leadup.check.alignment import Alignment, speaking_against
from leadup.check.case import Case
from leadup.check.parties import is_settled
from leadup.check.report import Finding
from leadup.check.seeking import Bearing
from leadup.check.signs import Signed, signed_in

SHARED = 2
"""Words of those that hang on a statement's deed, or all of fewer, that must hang on a source's too."""
WHY = "sources likely tell of it, but the other way"


def hindered_instead(case: Case, found: Finding) -> Finding:
    """What no source says, or only seems borne out, as perhaps the opposite where the sentences of its happening have
    it so."""
    if is_settled(found) or case.quotes:
        return found
    own = [s for s in signed_in(case.words, case.own) if s.who and (s.clause.main or s.clause in case.deeds)][:1]
    # What somebody foresees of others is no deed that was let or hindered.
    own = [s for s in own if not (s.clause.is_thought_of and s.clause.speaker and not s.clause.speaker & s.who)]
    if not own:
        return found
    by = _against(case, own)
    return case.found("sources say the opposite", "possible", WHY, by) if by else found


def _against(case: Case, own: Sequence[Signed]) -> list[Bearing]:
    """The sentences of a statement's happening that have what it tells with the other sign; none where one has it with
    the same."""

    def votes(one: Alignment) -> list[int]:
        theirs = signed_in(one.bearing.words, one.read.clauses)
        return [_vote(case, one.bearing, mine, s) for mine in own for s in theirs]

    return speaking_against(case, votes)


def _vote(case: Case, bearing: Bearing, mine: Signed, theirs: Signed) -> int:
    """1 where a source's clause has the same sign as a statement's of one thing by the same one, -1 where the other."""
    if not mine.who & theirs.who or (theirs.clause.is_thought_of and not mine.clause.is_thought_of):
        return 0
    asked = mine.about & case.keys - mine.who
    if asked and not asked & theirs.about and mine.clause.key != theirs.clause.key:
        return 0
    fields = mine.fields.keys() & theirs.fields.keys()
    signs = {mine.fields[field] * theirs.fields[field] for field in fields}
    sign = signs.pop() if len(signs) == 1 else 0
    return 0 if sign < 0 and not _is_of_one_thing(case, bearing, mine, theirs) else sign


def _is_of_one_thing(case: Case, bearing: Bearing, mine: Signed, theirs: Signed) -> bool:
    """Whether two clauses of one are surely of the same thing: only then does one speak against the other."""
    if mine.is_itself != theirs.is_itself or mine.is_mixed != theirs.is_mixed or mine.is_turned != theirs.is_turned:
        # "passed the ban on mining" is no contrary of "passed a bill against mining".
        return False
    if not mine.who & case.names and mine.who - theirs.who and theirs.who - mine.who:
        # Rye prices are no oat prices.
        return False
    asked = mine.about & case.keys - mine.who
    shared = asked & theirs.about
    if len(shared) < min(SHARED, len(asked)) and (shared or mine.clause.key != theirs.clause.key):
        # "the price of bread" is not that of cake.
        return False
    done_to = mine.clause.heads[1] & asked
    if done_to and not done_to & (theirs.about | case.nearby_or_contrary.alike(bearing)):
        # "lost his dog in a fall" is no contrary of "survived a fall".
        return False
    # Of "the price of rye" another price tells nothing.
    before = {t.key for t in case.terms if t.end <= mine.clause.start} - mine.who
    return not before or bool(before & (bearing.indexed.stems[bearing.sentence] | theirs.clause.agent))
