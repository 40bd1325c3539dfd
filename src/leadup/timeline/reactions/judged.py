"""Sentences in which somebody judges the event itself: "called the attack an outrage", in an article about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from leadup.lang import ENGLISH, table
from leadup.lang.wordforms import without_possessive
from leadup.model import Article, Entry, Reading, Target
from leadup.reading.syntax import Parse, parse
from leadup.timeline.chain import ChainNode, Cue, find_cues, told_of
from leadup.timeline.chain.phrases import deeds_in, deeds_told, may_mean
from leadup.timeline.chain.resolve import is_of_another
from leadup.timeline.pool import PooledArticle
from leadup.timeline.relations import relations
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.terms import is_of_calendar, stem
from leadup.timeline.terms import words as content_words
from leadup.timeline.window import moved

HEAD = 3
"""An article is about the event where its title, or one of so many first sentences, tells of it..."""

TELLS = 0.7
"""...and holds so much of it."""

PRINTED_WITHIN = 14
"""Days after the event within which what is said of it is news: later reports bring it up for what came of it."""

OBJECT: frozenset[str] = frozenset(table("reactions")["judged"]["object"])
"""Cues whose object is what is judged."""

_BEHIND: dict[str, str] = table("reactions")["judged"]["behind"]
_ANY_ACT: frozenset[str] = frozenset(table("chain")["any_act"].split())
_DEFINITE: frozenset[str] = frozenset(table("chain")["definite"].split())
_GOES_ON: frozenset[str] = frozenset((*relations("coordinate"), *relations("clause"))) - {"ccomp"}
_PEOPLE: frozenset[str] = frozenset(stem(word) for word in table("reactions")["judged"]["people"].split())
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a sentence to the event: whether it judges or answers it outright; where it is known by which words,
    the extent of these in the article, and of who is their subject; whether it stands under an announcement of
    reactions; the extents of the words by which it answers the event, where it is known by these."""

    judges: bool
    cue: tuple[int, int] | None = None
    who: tuple[int, int] | None = None
    announced: bool = False
    answers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Judged:
    """The event asked about, as it is judged elsewhere: by a noun for its kind of deed or of the question's, in an
    article about it, and with no name that is not the event's."""

    about: Entry
    target: Target

    @cached_property
    def _kinds(self) -> frozenset[str]:
        asked = deeds_in(self.target.words) | deeds_told(self.target.words)
        return asked or deeds_told(self.about.wording.exact)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """What the question calls it ("letter"), less the words of names; none where it names a deed."""
        if deeds_in(self.target.words) | deeds_told(self.target.words):
            return frozenset()
        return frozenset(stem(w) for w in content_words(self.target.words) if w in self.target.words)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(name) for name in self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        told = (e.mention.span.exact for e in self.about.evidence)
        texts = (self.target.words, self.about.wording.exact, *told)
        return frozenset(without_possessive(w.lower()) for text in texts for w in _WORD.findall(text))

    def heads(self, articles: Iterable[PooledArticle]) -> frozenset[str]:
        """The ids of the articles that are about the event: their title or their first sentences tell of it."""
        matcher = Matcher(read_question(self.target.words), least=TELLS)
        day = self.target.day
        return frozenset(
            article.id
            for at, article in enumerate(articles)
            if (article.published is None or day <= article.published <= moved(day, PRINTED_WITHIN))
            and any(m.share >= TELLS and m.real and m.sentence < HEAD for m in matcher.of_article(at, article))
        )

    def judging(self, article: Article, reading: Reading, k: int) -> Tie | None:
        """How somebody judges the event in a sentence, None where nobody does; the event's own words do not."""
        sentence = reading.sentences[k]
        if (article.id, sentence.start) == (self.about.wording.article, self.about.wording.start):
            return None
        exact = article.text[sentence.start : sentence.end]
        cues = [c for c in find_cues(exact) if c.name in OBJECT or c.name in _BEHIND]
        if not cues:
            return None
        (tree,) = parse(exact, [(0, len(exact))], language=ENGLISH)
        by = ChainNode("", exact, article.id, sentence.start, sentence.day)
        for cue in cues:
            verb = next((v for v, w in enumerate(tree) if w.upos == "VERB" and cue.start <= w.start < cue.end), -1)
            at = _judged_by(tree, cue, verb) if verb >= 0 else None
            if at is not None and self._is_meant(tree, at, by):
                who = _who(tree, verb)
                own = (sentence.start + who[0], sentence.start + who[1]) if who else None
                return Tie(True, (sentence.start + cue.start, sentence.start + cue.end), own)
        return None

    def _is_foreign(self, tree: Parse, at: int) -> bool:
        """Whether a noun behind a deed ("the attacks on miners") is none of the event's words, nor people at large."""
        noun = tree[at].word.lower()
        return tree[at].upos == "NOUN" and stem(noun) not in self._stems and stem(noun) not in _PEOPLE

    def is_named_in(self, words: str) -> bool:
        """Whether a word for the event's kind of deed, or for what the question calls it, stands in these words."""
        return any(self._may_be(word) for word in _WORD.findall(words))

    def _may_be(self, word: str) -> bool:
        return bool(may_mean(word) & self._kinds) or stem(word.lower()) in self._nouns

    def _is_meant(self, tree: Parse, at: int, by: ChainNode) -> bool:
        """Whether the noun at a place of a sentence is the event."""
        noun = tree[at].word
        if tree[at].upos != "NOUN" or noun.lower() in _ANY_ACT or not self._may_be(noun):
            return False
        below = (at, *_belonging(tree, at))
        if not any(tree[k].word.lower() in _DEFINITE or tree[k].relation == "nmod:poss" for k in below):
            return False
        named = (tree[k].word for k in below if tree[k].upos == "PROPN" and not is_of_calendar(tree[k].word))
        if any(without_possessive(word.lower()) not in self._names for word in named):
            return False
        if any(self._is_foreign(tree, k) for k in tree.children(at, *relations("behind"))):
            return False
        words = " ".join(tree[k].word for k in sorted(below))
        return not is_of_another(words, told_of(self.about), by)


def _judged_by(tree: Parse, cue: Cue, verb: int) -> int | None:
    """The noun that is judged: the object of a verb of judging, what follows "responded to"."""
    if cue.name in OBJECT:
        # "Called the killing outrageous" may be read as what it was called.
        judged = tree.child(verb, *relations("object"))
        return judged if judged is not None else tree.child(verb, *relations("said"))
    return next(
        (
            c
            for c in tree.children(verb, *relations("behind"))
            if any(tree[k].word.lower() in _BEHIND[cue.name].split() for k in tree.children(c, *relations("case")))
        ),
        None,
    )


def _who(tree: Parse, verb: int) -> tuple[int, int] | None:
    """The extent of the subject of a verb, or of the one that it goes on from ("said …, calling it")."""
    for at in (verb, *tree.ancestors(verb)):
        subject = tree.child(at, *relations("subject"))
        if subject is not None:
            # A word beyond the verb is not the subject's, whatever it is read as.
            below = sorted(k for k in (subject, *_belonging(tree, subject)) if (k < at) == (subject < at))
            return tree[below[0]].start, tree[below[-1]].end
        if tree[at].deprel not in _GOES_ON:
            return None
    return None


def _belonging(tree: Parse, at: int) -> Iterable[int]:
    """The words that belong to a noun, those of a clause behind it left out."""
    for k in tree.children(at):
        if tree[k].deprel not in relations("clause"):
            yield k
            yield from _belonging(tree, k)
