"""Which of the sentences that state an event about as well is read first: one that names it and turns on its deed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from leadup.reading.syntax import Parse
from leadup.timeline.deed_clauses import turns_on
from leadup.timeline.relations import relations
from leadup.timeline.target.match import Match
from leadup.timeline.target.words import asking

TELLS = 0.7
"""From this share of the event on a sentence of its day retells it."""

PLAINLY = 0.6
"""From this much of a sentence on another of its words tells the event."""

IN_A_CLAUSE, TURNS_ON_IT, CLOSE = 0.5, 0.75, 0.7
"""What turns on the event at most so much gives way to what turns on it at least so much and states it nearly as
well."""

NEAR = 0.45
"""What states the event so well beside the best is about as good: other things may then tell which is read first."""


@dataclass(frozen=True, slots=True)
class Stating:
    """A sentence that may state the event: how well it does, how much of it turns on the deed, and how it matches."""

    row: int
    score: float
    worth: float
    match: Match | None
    tree: Parse

    def names(self, named: Collection[int]) -> bool:
        """Does it itself name one of those asked about, the slots ``named``, or whom others of its day name so?"""
        return not named or (self.match is not None and (not self.match.held or bool(self.match.own & set(named))))

    @property
    def is_plain(self) -> bool:
        """Is the event told as done by a word that the sentence turns on?"""
        match = self.match
        if match is None or not match.is_placed or match.share < TELLS or self.worth < PLAINLY:
            return False
        return match.is_done

    def is_in_a_clause(self, language: str) -> bool:
        """Is the event told by a word of a clause or phrase, which the sentence does not turn on?"""
        at = -1 if self.match is None else self.match.at
        return at >= 0 and self.worth <= IN_A_CLAUSE and turns_on(self.tree, at, language) <= IN_A_CLAUSE


def first_read(found: Sequence[Stating], named: Collection[int], language: str) -> Stating | None:
    """The best of these, which are in order.

    In place of one that does not name who is asked for, tells no deed that is asked for, or is told by a bystander,
    the best near it is taken that does name and tell it, and is the outlet's own. One that turns little on the deed
    stays: it is best in spite of that, and how a clause is read is often wrong.
    """
    if not found:
        return None
    best = found[0]
    if _names_deed(best.match) and best.names(named) and not is_by_witness(best.tree, language):
        if not best.is_in_a_clause(language):
            return best
        close = (one for one in found[1:] if one.score >= CLOSE * best.score and one.worth >= TURNS_ON_IT)
        return next((one for one in close if _stands(one, named, language)), best)
    near = (one for one in found[1:] if one.score >= NEAR * best.score)
    return next((one for one in near if _stands(one, named, language)), best)


def _names_deed(match: Match | None) -> bool:
    return match is not None and match.is_placed


def _stands(one: Stating, named: Collection[int], language: str) -> bool:
    return one.is_plain and one.names(named) and not is_by_witness(one.tree, language)


def is_by_witness(tree: Parse, language: str) -> bool:
    """Is what a sentence turns on what somebody tells who saw it or was near ("…, a shop worker told the station")?"""
    if tree.root < 0:
        return False
    for verb in (tree.root, *tree.children(tree.root, *relations("apart"))):
        if tree[verb].lemma.lower() in asking("tells_of", language):
            subjects = tree.children(verb, *relations("subject"))
            who = (k for s in subjects for k in (s, *tree.children(s, *relations("renamed"), *relations("of_name"))))
            if any(tree[k].lemma.lower() in asking("witnesses", language) for k in who):
                return True
    return False
