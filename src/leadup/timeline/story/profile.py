"""The words that tell one story from the rest of an archive, and how much each of them tells.

A word tells the more the more of the story's articles hold it and the fewer of the archive's do: the relevance model
of Lavrenko and Croft (SIGIR 2001), with inverse document frequencies in place of a language model of the rest.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from leadup.lang.wordforms import without_plural, word_endings
from leadup.reading.names.lexicon import Is, lexicon
from leadup.timeline.terms import stem, words

TERMS = 60
"""Words of a profile."""

COUNTED = 20
"""Words whose articles are counted before it is looked whether further ones can weigh enough."""

READ = 12_000
"""Code points of an article that its words are taken from: very long pages end in what is not their story."""

LEAST_SHARE = 0.12
"""A word that fewer of the story's articles hold (by weight) is one report's own."""

RAREST = 5.5
"""Inverse document frequency (a log) above which a word tells no more: the rarest are one outlet's own."""

LEAST_RARE = 1.0
"""Below this inverse document frequency a word is all the archive's."""

RARE = 1.5
"""Power of the rarity: common words, of which long articles hold all, must not make a story."""

SHARED = 2.0
"""Power of the share of the story's articles that hold a word. 2 keeps topics of the mixed archive whole (recall 0.64,
precision 0.60 on every twelfth case at the time); 1 makes the details of a few reports the story (0.62)."""

OFTEN = 3
"""Times that a word stands in an article which is about it; more tell no more."""

HANDFUL, AS_MANY = 8, 20
"""An archive of fewer articles counts as one of so many, the rest of which hold none of its words: by themselves a few
reports of one story make its own words common."""

_SPOKEN = tuple(math.log1p(times) / math.log1p(OFTEN) for times in range(OFTEN + 1))


@dataclass(frozen=True, slots=True)
class Profile:
    """The story's words as they are written, each with its weight; the weights add up to 1."""

    weights: Mapping[str, float]
    by_stem: Mapping[str, float]

    @classmethod
    def of(cls, weights: Mapping[str, float], language: str) -> Profile:
        """A profile of these words (of two with one stem the weightier counts), weights scaled to add up to 1."""
        best: dict[str, tuple[float, str]] = {}
        for word, weight in weights.items():
            key = stem(word, language)
            if key not in best or (weight, word) > best[key]:
                best[key] = weight, word
        whole = math.fsum(weight for weight, _ in best.values()) or 1.0
        return cls(
            {word: weight / whole for weight, word in best.values()},
            {key: weight / whole for key, (weight, _) in best.items()},
        )

    def __bool__(self) -> bool:
        return bool(self.weights)


def stem_counts(text: str, language: str) -> dict[str, tuple[int, str]]:
    """The stems of an article's words, each with how often it stands there and how it is first written."""
    found: dict[str, tuple[int, str]] = {}
    for word, times in Counter(words(text[:READ], language)).items():
        if word.isdigit() and len(word) < 3:
            continue
        key = stem(word, language)
        before, spelt = found.get(key, (0, word))
        found[key] = before + times, spelt
    return found


def profile_of(
    articles: Sequence[tuple[float, Mapping[str, tuple[int, str]]]],
    frequencies: Callable[[Iterable[str], int], Mapping[str, int]],
    size: int,
    named: float = 0.0,
    *,
    language: str,
) -> Profile:
    """The profile of weighted articles (each as :func:`stem_counts` gives it), against an archive of ``size`` articles.

    ``frequencies`` says how many articles of the archive hold each of some words; beyond the number given with these it
    need not count. ``named`` is how rare a name is held
    to be at least: in an archive of one story its names are common, and tell it all the same.
    """
    whole = math.fsum(weight for weight, _ in articles)
    least = 3 if len(articles) > 8 else 2 if len(articles) > 2 else 1
    holders = Counter(key for _, told in articles for key in told)
    share = {key: 0.0 for key, n in holders.items() if n >= least}
    spelt: dict[str, str] = {}
    for weight, told in articles:
        for key, (times, word) in told.items():
            if key in share:
                share[key] += weight * _SPOKEN[min(times, OFTEN)]
                spelt.setdefault(key, word)
    kept = {key: held / whole for key, held in share.items() if held / whole >= LEAST_SHARE}
    ordered = sorted(kept, key=lambda key: (-kept[key], key))
    weights: dict[str, float] = {}
    for first in range(0, len(ordered), COUNTED):
        # Counting is what costs: a word that so few of the story's articles hold as to weigh too little, however rare,
        # is not counted, and none is counted further than to where it is too common to be of the profile.
        needed = sorted(weights.values(), reverse=True)[TERMS - 1] if len(weights) >= TERMS else 0.0
        held = kept[ordered[first]] ** SHARED
        if held * max(RAREST, named) ** RARE < needed:
            break
        least_rare = max(LEAST_RARE, (needed / held) ** (1 / RARE))
        some = ordered[first : first + COUNTED]
        counted = frequencies([spelt[key] for key in some], math.ceil((size + 1) / math.exp(least_rare)) + 1)
        for key in some:
            rare = min(RAREST, rarity(counted[spelt[key]], size))
            if named and not is_common(spelt[key], language):
                rare = max(named, rare)
            if rare > LEAST_RARE:
                weights[spelt[key]] = kept[key] ** SHARED * rare**RARE
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    return Profile.of(dict(best), language)


def is_common(word: str, language: str) -> bool:
    """Is this a word that is written in lower case, or a number?"""
    plain = word.capitalize()
    forms = (plain, without_plural(plain, language), *(plain + ending for ending in word_endings(language).plural))
    return word.isdigit() or any(lexicon(language).words.get(form, 0) & Is.COMMON for form in forms)


def rarity(articles: int, size: int) -> float:
    """The inverse document frequency of a word that ``articles`` of ``size`` articles hold, at least 0.

    An archive of less than :data:`HANDFUL` counts as one of :data:`AS_MANY`.
    """
    size = size if size >= HANDFUL else AS_MANY
    return max(0.0, math.log((size + 1) / (articles + 0.5)))
