"""The phrases that name a deed: which deeds their nouns may mean, where they end, and whether they name one thing."""

from __future__ import annotations

import functools
import re
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import without_possessive, word_endings
from leadup.timeline.chain.cues import Cue
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of, referred_to
from leadup.timeline.terms import stem

_BARE = 4
"""Words of a bare noun phrase."""
_PHRASE = 6


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["resolve"]
        self.possessive: tuple[str, ...] = tuple(self.words["possessive"])
        self.going_on: tuple[str, ...] = tuple(self.words["going_on"])
        self.definite = frozenset(kept_table("chain", language)["definite"].split())
        self.preposition = frozenset(kept_table("chain", language)["preposition"].split())
        self.complement = self.preposition | frozenset(kept_table("chain", language)["complement"].split())
        self.counts = frozenset(kept_table("chain", language)["referred"]["counts"])
        self.any_act = frozenset(kept_table("chain", language)["any_act"].split())


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def possessive(language: str) -> tuple[str, ...]:
    """The endings by which a word says whose something is."""
    return _forms(language).possessive


def names_many(words: str, language: str) -> bool:
    """Whether the words name no one thing: several, any, a planned or a feared one."""
    return bool(_of_many(language).search(words))


def is_bare_plural(words: str, language: str) -> bool:
    """Whether the words open with deeds of which nothing says which they are: "attacks that had killed", "new raids".

    A name, a count or a day in their first phrase, or a word like "the", does.
    """
    forms = _forms(language)
    phrase = first_phrase(words, language)
    tokens = re.findall(rf"[\w.]+(?:{word_endings(language).owner}|['’])?", phrase)
    if not tokens or any(w.lower() in forms.definite or w.lower() in forms.words["indefinite"] for w in tokens):
        return False
    if any(w[:1].isupper() or w[:1].isdigit() for w in tokens) or tokens[0].lower() in forms.counts:
        return False
    return tokens[-1].endswith(forms.words["plural"]) and bool(deeds_in(tokens[-1], language))


@functools.cache
def _of_many(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["of_many"], re.IGNORECASE)


def deeds_told(text: str, language: str) -> frozenset[str]:
    """The families of deeds that words tell of in words of their own, not by a noun that may mean them."""
    return frozenset(f for term, _ in content_of(text, language) for f in event_types_of(language).get(term, ()))


@functools.lru_cache(maxsize=16_384)
def content_of(text: str, language: str) -> tuple[tuple[str, bool], ...]:
    return tuple(words_of(text, language))


def may_mean(noun: str, language: str) -> frozenset[str]:
    """The families of deeds that a noun can refer back to; none for most."""
    return referred_to(language).get(stem(without_possessive(noun.lower(), language), language), frozenset())


def pointed_at(words: str, language: str) -> frozenset[str]:
    """The families of deeds that the first definite noun phrase of this kind may refer to: "the deadly strikes"."""
    forms = _forms(language)
    tokens = re.findall(rf"[\w.]+(?:{word_endings(language).owner}|['’])?", words)
    for at, token in enumerate(tokens):
        if token.lower() in forms.definite or token.endswith(forms.possessive):
            for noun in tokens[at + 1 : at + 1 + _PHRASE]:
                if noun.lower() in forms.preposition:
                    break
                if noun.lower() in forms.definite or noun in forms.words["indefinite"]:
                    # "his rant the night the court gave its ruling": the first phrase is what is meant.
                    return frozenset()
                found = may_mean(noun, language)
                if found:
                    return found
    return frozenset()


def named_until(words: str, language: str) -> int:
    """Where the noun phrase that refers ends in these words, its complements with it; all of them where none is seen.

    A clause cannot always be cut where its argument ends: of "the strikes broke into the embassy", after "angered
    by", only "the strikes" is meant.
    """
    forms = _forms(language)
    tokens = list(re.finditer(rf"[\w.]+(?:{word_endings(language).owner}|['’])?", words))
    for at, token in enumerate(tokens[:-1]):
        if may_mean(token.group(), language) and pointed_at(words[: token.end()], language):
            after = tokens[at + 1].group().lower()
            if (
                after == forms.words["and"]
                and at + 2 < len(tokens)
                and tokens[at + 2].group().lower() in forms.definite
            ):
                return token.end()
            kept = after in forms.complement or after.endswith(forms.going_on) or bool(may_mean(after, language))
            return len(words) if kept else token.end()
    return len(words)


def until(text: str, cue: Cue, language: str) -> int:
    """Where what a cue names ends: a bare noun before a verb ("angered by the strikes broke into …") ends there."""
    to = cue.from_ + named_until(text[cue.from_ : cue.to], language)
    return to if len(text[cue.from_ : to].split()) <= _BARE else cue.to


def first_phrase(words: str, language: str) -> str:
    """The words up to the first that says more of the noun before it: "the attack" of "the attack on the base"."""
    kept: list[str] = []
    for word in words.split():
        if kept and word.lower() in _forms(language).preposition:
            break
        kept.append(word)
    return " ".join(kept)


def deeds_in(words: str, language: str) -> frozenset[str]:
    """The families of deeds that the nouns of a phrase may refer to."""
    return frozenset(f for word in tokens_of(words) for f in may_mean(word, language))


def deeds_of(words: str, language: str) -> frozenset[str]:
    """The families of deeds that words may refer to or tell of."""
    return deeds_in(words, language) | deeds_told(words, language)


def any_act(words: str, language: str) -> bool:
    """Whether a phrase is but "the move", "the decision": whatever was last done."""
    tokens = tokens_of(words)
    return len(tokens) <= 3 and bool(_forms(language).any_act & set(tokens))


@functools.lru_cache(maxsize=4096)
def tokens_of(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+(?:-[a-z]+)*", words.lower()))
