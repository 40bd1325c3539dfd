"""The phrases that name a deed: which deeds their nouns may mean, where they end, and whether they name one thing."""

from __future__ import annotations

import functools
import re
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import OWNER, without_possessive
from leadup.timeline.chain.cues import Cue
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of, referred_to
from leadup.timeline.terms import stem

_WORDS: dict[str, Any] = table("chain")["resolve"]
POSSESSIVE: tuple[str, ...] = tuple(_WORDS["possessive"])
_GOING_ON: tuple[str, ...] = tuple(_WORDS["going_on"])
_BARE = 4
"""Words of a bare noun phrase."""
_DEFINITE = frozenset(table("chain")["definite"].split())
_PREPOSITION = frozenset(table("chain")["preposition"].split())
_COMPLEMENT = _PREPOSITION | frozenset(table("chain")["complement"].split())
_PHRASE = 6
_COUNTS = frozenset(table("chain")["referred"]["counts"])
_ANY_ACT = frozenset(table("chain")["any_act"].split())


def names_many(words: str) -> bool:
    """Whether the words name no one thing: several, any, a planned or a feared one."""
    return bool(_of_many().search(words))


def is_bare_plural(words: str) -> bool:
    """Whether the words open with deeds of which nothing says which they are: "attacks that had killed", "new raids".

    A name, a count or a day in their first phrase, or a word like "the", does.
    """
    phrase = first_phrase(words)
    tokens = re.findall(rf"[\w.]+(?:{OWNER}|['’])?", phrase)
    if not tokens or any(w.lower() in _DEFINITE or w.lower() in _WORDS["indefinite"] for w in tokens):
        return False
    if any(w[:1].isupper() or w[:1].isdigit() for w in tokens) or tokens[0].lower() in _COUNTS:
        return False
    return tokens[-1].endswith(_WORDS["plural"]) and bool(deeds_in(tokens[-1]))


@functools.cache
def _of_many() -> re.Pattern[str]:
    return re.compile(table("chain")["of_many"], re.IGNORECASE)


def deeds_told(text: str) -> frozenset[str]:
    """The families of deeds that words tell of in words of their own, not by a noun that may mean them."""
    return frozenset(f for term, _ in content_of(text) for f in event_types_of().get(term, ()))


@functools.lru_cache(maxsize=16_384)
def content_of(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple(words_of(text))


def may_mean(noun: str) -> frozenset[str]:
    """The families of deeds that a noun can refer back to; none for most."""
    return referred_to().get(stem(without_possessive(noun.lower())), frozenset())


def pointed_at(words: str) -> frozenset[str]:
    """The families of deeds that the first definite noun phrase of this kind may refer to: "the deadly strikes"."""
    tokens = re.findall(rf"[\w.]+(?:{OWNER}|['’])?", words)
    for at, token in enumerate(tokens):
        if token.lower() in _DEFINITE or token.endswith(POSSESSIVE):
            for noun in tokens[at + 1 : at + 1 + _PHRASE]:
                if noun.lower() in _PREPOSITION:
                    break
                if noun.lower() in _DEFINITE or noun in _WORDS["indefinite"]:
                    # "his rant the night the court gave its ruling": the first phrase is what is meant.
                    return frozenset()
                found = may_mean(noun)
                if found:
                    return found
    return frozenset()


def named_until(words: str) -> int:
    """Where the noun phrase that refers ends in these words, its complements with it; all of them where none is seen.

    A clause cannot always be cut where its argument ends: of "the strikes broke into the embassy", after "angered
    by", only "the strikes" is meant.
    """
    tokens = list(re.finditer(rf"[\w.]+(?:{OWNER}|['’])?", words))
    for at, token in enumerate(tokens[:-1]):
        if may_mean(token.group()) and pointed_at(words[: token.end()]):
            after = tokens[at + 1].group().lower()
            if after == _WORDS["and"] and at + 2 < len(tokens) and tokens[at + 2].group().lower() in _DEFINITE:
                return token.end()
            kept = after in _COMPLEMENT or after.endswith(_GOING_ON) or bool(may_mean(after))
            return len(words) if kept else token.end()
    return len(words)


def until(text: str, cue: Cue) -> int:
    """Where what a cue names ends: a bare noun before a verb ("angered by the strikes broke into …") ends there."""
    to = cue.from_ + named_until(text[cue.from_ : cue.to])
    return to if len(text[cue.from_ : to].split()) <= _BARE else cue.to


def first_phrase(words: str) -> str:
    """The words up to the first that says more of the noun before it: "the attack" of "the attack on the base"."""
    kept: list[str] = []
    for word in words.split():
        if kept and word.lower() in _PREPOSITION:
            break
        kept.append(word)
    return " ".join(kept)


def deeds_in(words: str) -> frozenset[str]:
    """The families of deeds that the nouns of a phrase may refer to."""
    return frozenset(f for word in tokens_of(words) for f in may_mean(word))


def deeds_of(words: str) -> frozenset[str]:
    """The families of deeds that words may refer to or tell of."""
    return deeds_in(words) | deeds_told(words)


def any_act(words: str) -> bool:
    """Whether a phrase is but "the move", "the decision": whatever was last done."""
    tokens = tokens_of(words)
    return len(tokens) <= 3 and bool(_ANY_ACT & set(tokens))


@functools.lru_cache(maxsize=4096)
def tokens_of(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+(?:-[a-z]+)*", words.lower()))
