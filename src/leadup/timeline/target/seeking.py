"""The articles in which an event is sought, and how the archive spells its names."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from leadup.lang.wordforms import pasts_of, word_endings
from leadup.model import Article, Reading
from leadup.reading.names.keys import name_key
from leadup.reading.names.lexicon import Is, given_names, lexicon
from leadup.timeline.happenings.collection import irregular_forms
from leadup.timeline.language import is_in
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target.asked import NAME, Asked
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.spelling import (
    HALF,
    NEAR_LONG,
    SHORTEST,
    first_letters,
    folded,
    plain,
    spelt_alike,
    undecorated,
)
from leadup.timeline.target.tokens import base_of
from leadup.timeline.target.whole_names import names_as_asked
from leadup.timeline.target.words import Phrase, irregular_deeds
from leadup.timeline.terms import function_words, stem

ARTICLES = 150
"""Articles in which the event's day is sought."""
LEAST_WEIGHT = 0.4
"""Words of the question that weigh less than this are not searched for."""
KNOWN = 20
"""From so many articles on that hold a name as it was typed, with the word beside it, its spelling counts as the
archive's own."""
TIMES_KNOWN = 4
"""Another spelling is taken for the archive's own if so many times as many articles hold it as the one typed..."""
HELD, TIMES_HELD = 3, 16
"""...or, where at least so many articles hold the name as it was typed, which may then be another person's, so many
times as many."""
FAR_OFTENER = 10
"""How many times as often as the nearest spelling the archive must hold one that is less near, for that to be tried as
well."""
MOST_SPELLINGS = 16
PAIRED, PAIR_HELD = 5, 2
"""Spellings of each of two words that are looked for side by side, and how many articles must hold them so."""
SHARE_OF_SPELLINGS = 0.2
OFFERED = 2
"""Names that are offered for one that no article holds."""
LONG_ENOUGH = 7
"""From so many letters on a name that differs by half a letter is the same one ("Snowdon" is Snowden); a shorter one
may be another name ("Guaido" need not be Guido)."""


class SpellingSource(Protocol):
    """Where names may be spelt otherwise than they are asked."""

    def spellings(self, letters: str) -> Mapping[str, int]:
        """The words that begin with one of these letters, and how many articles hold each."""
        ...

    def holding(self, phrase: str) -> int:
        """How many articles hold these words side by side."""
        ...


class EventSource(SpellingSource, Protocol):
    """Where articles are looked for by what they tell of (an archive)."""

    def retrieve(
        self, parts: Sequence[tuple[float, tuple[str, ...]]], limit: int = ARTICLES
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that best hold the weighed parts, each in any of its words."""
        ...


def pool_for(asked: Asked, holder: EventSource, stems: Mapping[str, tuple[str, ...]], limit: int = ARTICLES) -> Pool:
    """The articles that best tell of what is asked for, its names also spelt with those stems."""
    found = holder.retrieve(search_parts(asked, stems), limit)
    language = asked.language
    of_it = (PooledArticle.of(article, reading) for article, reading in found if is_in(article, language))
    return Pool.of(of_it, language)


def search_parts(asked: Asked, stems: Mapping[str, tuple[str, ...]]) -> list[tuple[float, tuple[str, ...]]]:
    """What to look for: each slot that matters, in the words that may stand for it."""
    slots = [s for s in asked.slots if s.weight >= LEAST_WEIGHT] or list(asked.slots)
    return [
        (
            s.weight,
            tuple(
                dict.fromkeys(
                    (
                        *(w for p in _sought(s, asked.language) for w in _forms(p, asked.language)),
                        *stems.get(s.asked, ()),
                    )
                )
            ),
        )
        for s in slots
    ]


def _sought(slot: Slot, language: str) -> list[Phrase]:
    """The phrases of a slot that are looked for: of a name no little word, which any article holds ("us", for the US),
    where it has others."""
    if not slot.is_name:
        return list(slot.means)
    telling = [p for p in slot.means if len(p) > 1 or p[0] not in function_words(language)]
    return telling or list(slot.means)


def _forms(phrase: Sequence[str], language: str) -> list[str]:
    first, rest = phrase[0], " ".join(phrase[1:])
    # The index has stems of its own: of a few written forms each has one.
    pasts = [past for past in pasts_of(first, language) if base_of(past, language) == first]
    further = [form for form, verb in irregular_deeds(language).items() if base_of(verb, language) == first]
    regular = (first + word_endings(language).silent, *(first + ending for ending in word_endings(language).plural))
    written = dict.fromkeys((first, *regular, *irregular_forms(first, language), *pasts, *further))
    return [f"{form} {rest}".strip() for form in written]


def spelt_as_held(asked: Asked, holder: SpellingSource) -> dict[str, tuple[str, ...]]:
    """For each name that the archive hardly knows as it is asked, the stems that it may be spelt with there."""
    language = asked.language
    found: dict[str, tuple[str, ...]] = {}
    for slot, phrase in name_phrases(asked):
        known = holder.holding(phrase.format(slot.asked))
        if known >= KNOWN:
            continue
        own = stem(plain(slot.asked), language)
        near = _nearest(slot.asked, holder, language)
        # A name that stands alone is another's only where it is nearly the same: nothing else says whose it is.
        alone = phrase == "{}"
        most = HALF if alone and known else NEAR_LONG
        times = TIMES_HELD if known >= HELD else TIMES_KNOWN
        held: dict[str, int] = {}
        nearest = NEAR_LONG
        for apart, other in near[:MOST_SPELLINGS]:
            if stem(other, language) == own:
                continue
            of_place = _is_place_of(slot, other, language)
            if not of_place and (apart > min(most, nearest + HALF) or (alone and apart > HALF and not held)):
                continue
            if alone and known >= HELD and name_key(other, language) != name_key(slot.asked, language):
                # What some articles write is a name of its own, and no slip ("Modi" is not "mood").
                continue
            if alone and _is_common(other, language):
                # "Kurzat" that nobody names is no "cursed".
                continue
            often = holder.holding(phrase.format(other))
            if apart > nearest and often < FAR_OFTENER * max(held.values()):
                # A slip of the archive's own may be nearer than what nearly all of it writes.
                continue
            if often >= max(2, times * known):
                held[other] = often
                nearest = min(nearest, apart)
        if held:
            found[slot.asked] = tuple(sorted(held, key=lambda other: -held[other])[:2])
    for one, two in _unspelt_pairs(asked, found):
        found |= _pair_as_held(one, two, holder, language)
    return found


def _is_place_of(slot: Slot, held: str, language: str) -> bool:
    """Is an indexed stem the place of whose people a name is ("Bavarian", of Bavaria)?"""
    asked = plain(slot.asked)
    if len(held) < SHORTEST or (held,) in slot.means:
        return (held,) in slot.means
    return any(asked == base + ending for base in {held, held[:-1]} for ending in word_endings(language).of_people)


def unheld_names(asked: Asked, holder: SpellingSource, found: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The names that stand alone and matter, that no article holds in any form, and that are not among those ``found``
    in another spelling; each with the stems of the nearest names, for the asker to say whether one is meant."""
    unheld: dict[str, tuple[str, ...]] = {}
    for slot, phrase in name_phrases(asked):
        forms = {slot.asked, *(" ".join(p) for p in slot.means)}
        if phrase != "{}" or slot.asked in found or slot.weight < NAME or any(holder.holding(form) for form in forms):
            continue
        near = _nearest(slot.asked, holder, asked.language)
        likely = (other for _, other in near if not _is_common(other, asked.language) and holder.holding(other) > 1)
        unheld[slot.asked] = tuple(itertools.islice(likely, OFFERED))
    return unheld


def held_names(asked: Asked, holder: SpellingSource) -> frozenset[str]:
    """The names asked for, as they are asked, whose words some article holds side by side."""
    names = names_as_asked(asked.slots, asked.words, asked.language)
    return frozenset(name for name in names if holder.holding(name))


def unsure_names(asked: Asked, holder: SpellingSource, stems: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The names that stand alone, that hardly any article holds as typed and that are looked for in a spelling which
    may be another name's: that of a short name, or one with another first letter."""
    alone = {slot.asked for slot, phrase in name_phrases(asked) if phrase == "{}" and slot.asked in stems}
    return frozenset(
        name
        for name in alone
        if holder.holding(name) < HELD and not all(_is_surely(name, other, asked.language) for other in stems[name])
    )


def _is_surely(asked: str, other: str, language: str) -> bool:
    alike = len(asked) >= LONG_ENOUGH and plain(asked)[:1] == plain(other)[:1]
    return alike or folded(asked, language) == folded(other, language)


def _is_common(word: str, language: str) -> bool:
    """Is an indexed stem that of a common word ("sunk")?"""
    known = lexicon(language).words
    return any(
        known.get(f"{word}{ending}".capitalize(), 0) & Is.COMMON for ending in ("", *word_endings(language).unindexed)
    )


def _unspelt_pairs(asked: Asked, found: Mapping[str, object]) -> list[tuple[Slot, Slot]]:
    """The names of two words, neither of which has another spelling that the archive holds."""
    named = [slot for slot, phrase in name_phrases(asked) if phrase != "{}" and slot.asked not in found]
    return [(one, two) for one, two in itertools.pairwise(named) if one.group == two.group]


def _pair_as_held(one: Slot, two: Slot, holder: SpellingSource, language: str) -> dict[str, tuple[str, ...]]:
    """How the archive spells a name of two words that are both misspelt: as it writes two of like spelling side by
    side; of several the one that most articles hold. Nothing where it knows either word alone.

    A word that is held at all must be held far less often than that, and a given name be another one ("Michael" and
    "Michelle") only of whom many articles name.
    """
    known = max(holder.holding(one.asked), holder.holding(two.asked))
    if known >= HELD:
        return {}
    near = [[w for _, w in _nearest(s.asked, holder, language)[:PAIRED]] for s in (one, two)]
    counted = {(a, b): holder.holding(f"{a} {b}") for a in near[0] for b in near[1]}
    best = max(counted, key=lambda pair: (counted[pair], pair), default=None)
    if best is None:
        return {}
    least = KNOWN if _is_another_given(one.asked, best[0], language) else PAIR_HELD
    if counted[best] < max(least, TIMES_HELD * known):
        return {}
    return {one.asked: (best[0],), two.asked: (best[1],)}


def _is_another_given(asked: str, held: str, language: str) -> bool:
    """Is it another given name than the one asked, and no other transliteration of it?"""
    return {plain(asked), plain(held)} <= given_names() and folded(asked, language) != folded(held, language)


def written_forms(stems: dict[str, tuple[str, ...]], pool: Pool) -> dict[str, tuple[str, ...]]:
    """How the pool's texts write those stems, with a capital."""
    found: dict[str, tuple[str, ...]] = {}
    for asked, others in stems.items():
        counted: Counter[str] = Counter()
        for other in others:
            head = other[:-1].capitalize()
            pattern = re.compile(rf"\b{re.escape(head)}\w{{0,5}}\b")
            for article in pool.articles:
                counted.update(
                    m for m in pattern.findall(undecorated(article.text)) if stems_alike(m, other, pool.language)
                )
        if counted:
            most = max(counted.values())
            found[asked] = tuple(w for w, n in sorted(counted.items()) if n >= SHARE_OF_SPELLINGS * most)
    return found


def stems_alike(word: str, held: str, language: str) -> bool:
    """Can an indexed stem be this word's?"""
    return stem(plain(word), language) == held or (
        len(word) - len(held) <= 2 and plain(word).startswith(plain(held)[:-1])
    )


def name_phrases(asked: Asked) -> list[tuple[Slot, str]]:
    """The names asked for, each with the phrase that it stands in, "{}" in its place: the word beside it, if any."""
    out: list[tuple[Slot, str]] = []
    slots = asked.slots
    for i, slot in enumerate(slots):
        if slot.kind != "name" or not slot.asked.isalpha() or len(slot.asked) < SHORTEST:
            continue
        if i and slots[i - 1].group == slot.group:
            out.append((slot, f"{slots[i - 1].asked} {{}}"))
        elif i + 1 < len(slots) and slots[i + 1].group == slot.group:
            out.append((slot, f"{{}} {slots[i + 1].asked}"))
        else:
            out.append((slot, "{}"))
    return out


def _nearest(word: str, holder: SpellingSource, language: str) -> list[tuple[float, str]]:
    """The stems that the archive holds of words spelt nearly so, each with how far it is off, the nearest first."""
    return spelt_alike(word, _stems(holder.spellings(first_letters(word, language)), word), language)


def _stems(held: Mapping[str, int], word: str) -> list[str]:
    return [w for w, n in held.items() if n > 1 and abs(len(w) - len(word)) <= 3 and w.isalpha()]
