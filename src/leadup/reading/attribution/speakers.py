"""Who a source is: the actor that the words of the source stand for within the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.model import Actor, Name
from leadup.reading.attribution.draft import Draft, Extent
from leadup.reading.names import Cast

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MEN = frozenset({"man", "boy", "father", "husband", "king", "prince", "mr", "son", "brother", "spokesman", "sir"})
_WOMEN = frozenset(
    {"woman", "girl", "mother", "wife", "queen", "princess", "mrs", "ms", "daughter", "sister", "spokeswoman"}
)
_BODIES = frozenset(
    {"government", "military", "police", "judiciary", "legislature", "party", "armed group", "rebels", "media",
     "business", "aid organisation", "international organisation", "state", "education", "religious"}
)  # fmt: skip
_SELF = frozenset({"i", "we", "you", "me", "us", "one"})
_THIRD = frozenset({"he", "she", "they", "him", "her", "them", "his", "hers", "their"})
_VESSEL = re.compile(
    r"^(?:an? |the |this |that |his |her |its |their )?(?:[\w.’'-]+ ){0,4}"
    r"(?:statement|report|letter|memo|e-?mail|tweet|post|press release|document|poll|survey|study)\b(?! agenc)"
)
_PRONOUN_REACH = 1200
"""How many code points back a speaker may stand for "he" to be the same speaker, where the names leave it open."""

_ANTECEDENT_REACH = 2000
"""No name further back than this is a pronoun's antecedent: three sentences of at most 600 code points, in Cast."""


@dataclass(slots=True)
class Speakers:
    """Resolves the sources of one article, in order, remembering who spoke last."""

    text: str
    cast: Cast
    keys: frozenset[str]
    said: tuple[Extent, ...] = ()
    last: Actor | None = None
    last_at: int = -(10**9)

    @classmethod
    def of(cls, text: str, names: Sequence[Name], said: Sequence[Extent] = ()) -> Speakers:
        """The speakers of an article; its names are found here where none are given.

        ``said`` are its quotations, in order: whom they name is spoken of, so no "he" outside them points there.
        """
        cast = Cast.of(text, tuple(names) or None)
        return cls(text, cast, frozenset(a.key for a in cast.actors if a is not None), tuple(said))

    def speaker(self, d: Draft) -> Actor | None:
        """The actor behind a claim's source, or None where there is no source or it cannot be told."""
        if not d.source:
            return None
        start, end = d.source[0][0], d.source[-1][1]
        words = self.text[start:end].lower()
        actor: Actor | None = None
        if words in _RELATIVE:
            noun = self._antecedent(d)
            actor = self.cast.actor(*noun) if noun is not None else None
        elif words in _SELF:
            return None
        else:
            actor = self._of_vessel(start, end) if _VESSEL.search(words[:80]) else self._named(d, start, end)
            if words == "it" and actor is None and self.last is not None and self.last.kind in _BODIES:
                actor = self.last if start - self.last_at < _PRONOUN_REACH else None
            if actor is None or (actor.kind != "person" and actor.key not in self.keys):
                actor = self._person(start, end) or actor
            if actor is None and words in _THIRD and start - self.last_at < _PRONOUN_REACH:
                actor = self.last
            if actor is not None and not _agrees(words, actor):
                actor = None
            if actor is None and len(d.source) == 1 and words not in _THIRD:
                actor = self._first_name(start, end)
        if actor is not None:
            self.last, self.last_at = actor, start
        return actor

    def _named(self, d: Draft, start: int, end: int) -> Actor | None:
        """The actor that the source's words stand for; of what is said just before, nothing speaks."""
        near = bisect_left(self.said, start - _ANTECEDENT_REACH, key=lambda q: q[1])
        beyond = bisect_left(self.said, start, lo=near, key=lambda q: q[0])
        own = [(s, e) for s, e in d.content if e <= start]
        return self.cast.actor(start, end, apart=(*self.said[near:beyond], *own))

    def _antecedent(self, d: Draft) -> tuple[int, int] | None:
        """The noun phrase that a relative clause hangs on, without the clause."""
        if d.parse is None or d.clause is None:
            return None
        parse = d.parse
        for k in (d.clause.head, *parse.ancestors(d.clause.head)):
            if parse[k].relation == "acl:relcl":
                noun = parse[k].head
                below = [w for w in parse.subtree(noun) if w < parse.subtree(k)[0]]
                return (parse[below[0]].start, parse[below[-1]].end) if below else None
        return None

    def _of_vessel(self, start: int, end: int) -> Actor | None:
        """Whose statement or report it is: the first actor named in the phrase."""
        for i in self._within(start, end):
            actor = self.cast.actors[i]
            if actor is not None:
                return actor
        return None

    def _within(self, start: int, end: int) -> range:
        lo = bisect_left(self.cast.starts, start)
        hi = bisect_left(self.cast.starts, end)
        return range(lo, hi)

    def _person(self, start: int, end: int) -> Actor | None:
        """The one person named in a description ("France's deputy minister, A. B."), where there is just one."""
        found = {
            a.key: a for i in self._within(start, end)
            if (a := self.cast.actors[i]) is not None and (n := self.cast.names[i]).end <= end and n.kind == "person"
            and self.text[max(start, n.start - 4) : n.start].strip().lower() not in {"of", "for", "by", "to"}
            and not self.cast.is_owner(i)
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def _first_name(self, start: int, end: int) -> Actor | None:
        for i in self._within(start, end):
            actor = self.cast.actors[i]
            kind = self.cast.names[i].kind
            if actor is not None and (kind == "organisation" or (kind == "person" and not self.cast.is_owner(i))):
                return actor
        return None


def _agrees(pronoun: str, actor: Actor) -> bool:
    """Whether an actor's description does not contradict "he", "she" or "it"."""
    described = set(re.findall(r"\w+", f"{actor.name} {actor.role or ''}".lower()))
    if pronoun in {"she", "her", "hers"}:
        return not described & _MEN
    if pronoun in {"he", "him", "his"}:
        return not described & _WOMEN
    return pronoun != "it" or actor.kind != "person"
