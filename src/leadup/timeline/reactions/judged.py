"""Sentences in which somebody judges the event itself: "called the attack an outrage", in an article about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from leadup.lang import kept_table
from leadup.lang.cuts import WRITTEN_WORD
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
"""An article is about the event where its title or one of its first so many sentences tells of it..."""

TELLS = 0.7
"""...with at least this share of the event."""

PRINTED_WITHIN = 14
"""Days after the event within which what is said of it is news: later reports bring it up for what came of it."""

_GOES_ON: frozenset[str] = frozenset((*relations("coordinate"), *relations("clause"))) - {"ccomp"}


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.object: frozenset[str] = frozenset(kept_table("reactions", language)["judged"]["object"])
        """Cues whose object is what is judged."""
        self.behind: dict[str, str] = kept_table("reactions", language)["judged"]["behind"]
        self.any_act: frozenset[str] = frozenset(kept_table("chain", language)["any_act"].split())
        self.definite: frozenset[str] = frozenset(kept_table("chain", language)["definite"].split())
        self.people: frozenset[str] = frozenset(
            stem(word, language) for word in kept_table("reactions", language)["judged"]["people"].split()
        )


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def object_words(language: str) -> frozenset[str]:
    """Cues whose object is what is judged."""
    return _forms(language).object


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
    language: str

    @cached_property
    def _kinds(self) -> frozenset[str]:
        language = self.language
        asked = deeds_in(self.target.words, language) | deeds_told(self.target.words, language)
        return asked or deeds_told(self.about.wording.exact, language)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """What the question calls it ("letter"), less the words of names; none where it names a deed."""
        language = self.language
        if deeds_in(self.target.words, language) | deeds_told(self.target.words, language):
            return frozenset()
        return frozenset(
            stem(w, language) for w in content_words(self.target.words, language) if w in self.target.words
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(name, self.language) for name in self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        told = (e.mention.span.exact for e in self.about.evidence)
        texts = (self.target.words, self.about.wording.exact, *told)
        return frozenset(
            without_possessive(w.lower(), self.language) for text in texts for w in WRITTEN_WORD.findall(text)
        )

    def heads(self, articles: Iterable[PooledArticle]) -> frozenset[str]:
        """The ids of the articles that are about the event: their title or their first sentences tell of it."""
        matcher = Matcher(read_question(self.target.words, self.language), least=TELLS)
        day = self.target.day
        return frozenset(
            article.id
            for at, article in enumerate(articles)
            if (article.published is None or day <= article.published <= moved(day, PRINTED_WITHIN))
            and any(m.share >= TELLS and m.real and m.sentence < HEAD for m in matcher.of_article(at, article))
        )

    def judging(self, article: Article, reading: Reading, k: int) -> Tie | None:
        """How somebody judges the event in a sentence, None where nobody does; the event's own words do not."""
        language = self.language
        forms = _forms(language)
        sentence = reading.sentences[k]
        if (article.id, sentence.start) == (self.about.wording.article, self.about.wording.start):
            return None
        exact = article.text[sentence.start : sentence.end]
        cues = [c for c in find_cues(exact, language) if c.name in forms.object or c.name in forms.behind]
        if not cues:
            return None
        (tree,) = parse(exact, [(0, len(exact))], language=language)
        by = ChainNode("", exact, article.id, sentence.start, sentence.day)
        for cue in cues:
            verb = next((v for v, w in enumerate(tree) if w.upos == "VERB" and w.start in cue.itself), -1)
            at = _judged_by(tree, cue, verb, language) if verb >= 0 else None
            if at is not None and self._is_meant(tree, at, by):
                who = _who(tree, verb)
                own = (sentence.start + who[0], sentence.start + who[1]) if who else None
                return Tie(True, (sentence.start + cue.start, sentence.start + cue.end), own)
        return None

    def _is_foreign(self, tree: Parse, at: int) -> bool:
        """Whether a noun behind a deed ("the attacks on miners") is none of the event's words, nor people at large."""
        noun = tree[at].word.lower()
        return (
            tree[at].upos == "NOUN"
            and stem(noun, self.language) not in self._stems
            and stem(noun, self.language) not in _forms(self.language).people
        )

    def is_named_in(self, words: str) -> bool:
        """Whether a word for the event's kind of deed, or for what the question calls it, stands in these words."""
        return any(self._may_be(word) for word in WRITTEN_WORD.findall(words))

    def _may_be(self, word: str) -> bool:
        return bool(may_mean(word, self.language) & self._kinds) or stem(word.lower(), self.language) in self._nouns

    def _is_meant(self, tree: Parse, at: int, by: ChainNode) -> bool:
        """Whether the noun at a place of a sentence is the event."""
        language = self.language
        forms = _forms(language)
        noun = tree[at].word
        if tree[at].upos != "NOUN" or noun.lower() in forms.any_act or not self._may_be(noun):
            return False
        below = (at, *_belonging(tree, at))
        if not any(tree[k].word.lower() in forms.definite or tree[k].relation == "nmod:poss" for k in below):
            return False
        named = (tree[k].word for k in below if tree[k].upos == "PROPN" and not is_of_calendar(tree[k].word, language))
        if any(without_possessive(word.lower(), language) not in self._names for word in named):
            return False
        if any(self._is_foreign(tree, k) for k in tree.children(at, *relations("behind"))):
            return False
        words = " ".join(tree[k].word for k in sorted(below))
        return not is_of_another(words, told_of(self.about, language), by, language)


def _judged_by(tree: Parse, cue: Cue, verb: int, language: str) -> int | None:
    """The noun that is judged: the object of a verb of judging, what follows "responded to"."""
    forms = _forms(language)
    if cue.name in forms.object:
        # "Called the killing outrageous" may be read as what it was called.
        judged = tree.child(verb, *relations("object"))
        return judged if judged is not None else tree.child(verb, *relations("said"))
    return next(
        (
            c
            for c in tree.children(verb, *relations("behind"))
            if any(tree[k].word.lower() in forms.behind[cue.name].split() for k in tree.children(c, *relations("case")))
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
