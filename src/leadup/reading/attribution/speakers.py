"""Who a source is: the actor that the words of the source stand for within the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Actor
from leadup.reading.attribution.candidate import CandidateClaim, Extent
from leadup.reading.attribution.pronouns import Said, Sureness, antecedent, kind_of_pronoun, marked_stretches
from leadup.reading.attribution.saying import clausal
from leadup.reading.attribution.sources import is_agent, is_plural, named_source
from leadup.reading.names import Cast
from leadup.reading.names.nominals import read_nominal


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("attribution", language)["speakers"]
        self.of = str(self.words["of"])
        told: dict[str, str] = kept_table("pronouns", language)["other"]
        self.self = frozenset(told["self"].split())
        self.relative = frozenset(told["relative"].split())
        self.tells: frozenset[str] = frozenset(self.words["tells"])
        self.opening_adjunct = re.compile(self.words["opening_adjunct"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_BODIES = frozenset(
    {"media", "business", "party", "aid organisation", "international organisation", "state", "education"}
)  # fmt: skip


_REACH = 1500
"""Code points back in which a pronoun finds whom it stands for, and so quotations are looked for."""


@dataclass(slots=True)
class Speakers:
    """Resolves the sources of one article, in order, remembering who spoke."""

    text: str
    cast: Cast
    said: tuple[Extent, ...] = ()
    people: frozenset[str] = frozenset()
    before: list[Said] = field(default_factory=list)

    @classmethod
    def of(cls, cast: Cast, said: Sequence[Extent] = ()) -> Speakers:
        """The speakers of the cast's article.

        ``said`` are its quotations, in order: whom they name is spoken of, so no "he" outside them points there.
        """
        people = (a.key for n, a in zip(cast.names, cast.actors, strict=True) if a is not None and n.kind == "person")
        return cls(cast.text, cast, tuple(said), frozenset(people))

    def speaker(self, d: CandidateClaim) -> tuple[Actor | None, bool]:
        """The actor behind a claim's source and whether that is sure; None where it cannot be told."""
        if not d.source:
            return None, False
        start, end = self._without_adjunct(d.source[0][0], d.source[-1][1]), d.source[-1][1]
        words = self.text[start:end].lower().strip(" ,")
        forms, language = _forms(self.cast.forms.language), self.cast.forms.language
        if words in forms.self or (forms.of in words and words.split()[-1] in forms.relative):
            # "all of which"
            return None, False
        actor: Actor | None
        sure = likely = True
        if words in forms.relative:
            noun = self._antecedent(d)
            actor = self._named(d, *noun) if noun is not None else None
            if actor is not None and not is_agent(actor, self.cast, language):
                # "the rhetoric that won him the vote, promising …": another promises.
                actor = None
        elif (pronoun := _pronoun(words, language)) is not None:
            meant = self._meant(d, start, pronoun)
            actor, how = meant if meant is not None else (None, "unlikely")
            likely, sure = how != "unlikely", how == "sure"
        else:
            actor = self._named(d, start, end)
            if actor is None and d.frame == "according":
                # "according to Gallup": what a thing is according to speaks, be its name a town's too.
                actor = next((self.cast.actors[i] for i in self.cast.within(start, end)), None)
        if actor is not None:
            plural = is_plural(actor, language) and actor.key not in self.people
            self.before.append(Said(actor, start, plural, not plural and self._is_person(actor)))
            # Who tells somebody something is somebody, whatever the noun: "the club's new fixer told the papers that".
            tells = d.lemma in forms.tells and d.frame in clausal(language)
            sure = sure and (tells or is_agent(actor, self.cast, language))
        # Who is not told all the same spoke last, for the pronouns behind.
        return (actor, sure) if likely else (None, False)

    def _without_adjunct(self, start: int, end: int) -> int:
        """Where who speaks begins in "In Sudland, Hask airport" and "In a speech in Hask, Jo Venn": what stands before
        the name says where and when."""
        adjunct = _forms(self.cast.forms.language).opening_adjunct.match(self.text, start, end)
        return adjunct.end() if adjunct is not None else start

    def _is_person(self, actor: Actor) -> bool:
        """Whether "he" or "she" may stand for an actor: a person named, or one described by a noun for persons."""
        if actor.key in self.cast.keys:
            return actor.key in self.people
        nominal = read_nominal(actor.name, self.cast.forms.language)
        body = nominal is None or nominal.kind in _BODIES or nominal.head in self.cast.forms.body_nouns
        return not body and is_agent(actor, self.cast, self.cast.forms.language)

    def _named(self, d: CandidateClaim, start: int, end: int) -> Actor | None:
        def owner(s: int, e: int) -> Actor | None:
            actor = self._meant(d, s, self.text[s:e].lower())
            return actor[0] if actor is not None and actor[1] == "sure" else None

        return named_source(self.cast, start, end, d.parse, owner, language=self.cast.forms.language)

    def _meant(self, d: CandidateClaim, start: int, words: str) -> tuple[Actor, Sureness] | None:
        quoted = [*marked_stretches(self.text, self._paragraph_before(start), start), *self.said]
        quoted += [(s, e) for s, e in d.content if e <= start]
        return antecedent(self.cast, start, words, quoted, self.before, self.cast.forms.language)

    def _paragraph_before(self, start: int) -> int:
        """Where the paragraph begins that holds what is ``_REACH`` before ``start``."""
        return self.text.rfind("\n", 0, max(0, start - _REACH)) + 1

    def _antecedent(self, d: CandidateClaim) -> tuple[int, int] | None:
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


def _pronoun(words: str, language: str) -> str | None:
    """The pronoun that a source is, or opens with ("he himself"); "his lawyer" is none."""
    if kind_of_pronoun(words, language) is not None:
        return words
    first = words.split(" ")[0].strip(",")
    return first if kind_of_pronoun(first, language) == first else None
