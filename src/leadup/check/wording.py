"""Words that stand for one another: those that tell of one deed, nouns for one thing, other forms of one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from leadup import lang
from leadup.lang import ENGLISH
from leadup.lang.wordforms import verbs_of_past
from leadup.reading.names.countries import countries, country_of_demonym, country_of_name
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.terms import function_words

# An abbreviation begins as any word does: looked for first, each word would be tried twice.
WORD = re.compile(r"[^\W_]+(?:(?<=(?<![^\W_])[A-Za-z])(?:\.[A-Za-z](?=\.))+\.|(?:[.,:][0-9]+)*(?:['’][^\W_]+)*)")
BETWEEN = 3
"""Words that may stand between two words of a phrase ("put the vote off")."""
_MOST = 1 << 17

Rests = tuple[tuple[tuple[str, ...], frozenset[str]], ...]
"""Of a word that begins phrases, the words that follow in each, and the groups it is in."""

COUNTRY = "~"
"""What the stem of a country or its people begins with."""

_STEMS: dict[str, str] = {}


def stem_of(word: str) -> str:
    """The stem of a word as it stands, that of another word where both are one thing; empty for one that says
    nothing."""
    found = _STEMS.get(word)
    if found is None:
        found = _stem(word)
        if len(_STEMS) < _MOST:
            _STEMS[word] = found
    return found


def _stem(word: str) -> str:
    if word in _parts():
        return _parts()[word]
    place = country_of_name(word, ENGLISH) or country_of_demonym(word, ENGLISH) if word[:1].isupper() else None
    if place is not None:
        # "Russian" and "Russia" name one side.
        return f"{COUNTRY}{place.lower()}"
    lower = word.lower().replace("’", "'")
    if not lower[:1].isdigit():
        lower = _contracted().sub("", lower).replace(".", "")
    if not lower or lower in function_words(ENGLISH) or (len(lower) < 2 and not lower.isdigit()):
        return ""
    stem = base_form(_present(lower), ENGLISH)
    return stem if word[:1].isupper() else _alike().get(stem, stem)


@cache
def _parts() -> dict[str, str]:
    """The stems of countries that are part of another one and act for themselves, and of their people."""
    rows = (row.split() for row in lang.table("check")["parts"])
    return {word: f"{COUNTRY}{first.lower()}" for first, *more in rows for word in (first, *more)}


@cache
def _akin_countries() -> dict[str, frozenset[str]]:
    """Of the stem of a country's part that of the whole, and of a whole those of its parts: no part of another one."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in _parts():
        place = country_of_name(part, ENGLISH) or country_of_demonym(part, ENGLISH)
        if place is not None:
            whole = f"{COUNTRY}{place.lower()}"
            found[whole].add(_parts()[part])
            found[_parts()[part]].add(whole)
    return {stem: frozenset(others) for stem, others in found.items()}


def with_parts(stems: frozenset[str]) -> frozenset[str]:
    """These stems, and for each country those of its parts, for each part that of the whole: one word for it or another
    ("a Scottish doctor" is a British one), but where it does something itself."""
    added = [others for stem, others in _akin_countries().items() if stem in stems]
    return stems.union(*added) if added else stems


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text, with other forms of the names in it, and of countries of which others are part."""
    words = WORD.findall(text)
    found = set(map(_STEMS.get, words))
    if None in found:
        found = {stem_of(w) for w in words}
    return with_parts(with_forms(s for s in found if s))


def with_forms(stems: Iterable[str]) -> frozenset[str]:
    """These stems, and those of the other forms of a name that stands among them: a country's of several words, too."""
    found = frozenset(stems)
    triggers = found & _triggers()
    if not triggers:
        return found
    added = [every for word in triggers for form, every in _forms()[word] if form <= found]
    return found.union(*added) if added else found


def countries_among(stems: Iterable[str]) -> dict[str, frozenset[str]]:
    """The stems of countries, and of their people, that are named by several of these stems, and by which."""
    found = frozenset(stems)
    return {country: words for words, country in _long_countries() if words <= found}


def kinds_of(key: str) -> frozenset[str]:
    """The kinds of deed that a stem may tell of."""
    return _kinds().get(key) or event_types_of(ENGLISH).get(key, frozenset())


def kin_of(key: str) -> frozenset[str]:
    """The groups of words that may stand for each other in which a stem is."""
    return _kin().single.get(key, frozenset())


def classes_in(text: str) -> frozenset[str]:
    """The broader classes of deeds and things (table ``check_frames``) that the words of a text may tell of."""
    return _classes().within(WORD.findall(text))


def classes_by_place(words: Sequence[str]) -> dict[int, frozenset[str]]:
    """The same, by the place among some words of the word by which each is found."""
    return _classes().by_place(words)


def classes_by_word(text: str) -> dict[int, frozenset[str]]:
    """The same, by where the word stands by which each is found."""
    every = list(WORD.finditer(text))
    return {every[k].start(): names for k, names in _classes().by_place([m.group() for m in every]).items()}


def opposites_of(kin: frozenset[str]) -> frozenset[str]:
    """The groups of words that deny what those of some groups tell."""
    return frozenset().union(*(_opposites().get(name, frozenset()) for name in kin))


def contraries_of(classes: frozenset[str]) -> frozenset[str]:
    """The classes of deed that deny what those of some classes tell."""
    return frozenset().union(*(_contraries().get(name, frozenset()) for name in classes))


def phrases_in(words: Sequence[str]) -> dict[int, frozenset[str]]:
    """The groups of words of which a phrase stands among these words, by the place of its first one ("put")."""
    return _follow_all(_kin().phrases, words)


def _follow_all(phrases: Mapping[str, Rests], words: Sequence[str]) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    bases = [base_of(w) for w in words]
    for at, base in enumerate(bases):
        fitting = [(rest, names) for rest, names in phrases.get(base, ()) if _follow(rest, bases, at + 1)]
        turned = {rest[1:] for rest, _ in fitting if rest[0] in _nots()}
        for rest, names in fitting:
            # "found not guilty" is no "found guilty".
            if rest not in turned:
                place = at + 1 if base in _nots() and at + 1 < len(words) else at
                found[place] = found.get(place, frozenset()) | names
    return found


def _follow(rest: Sequence[str], bases: Sequence[str], at: int) -> bool:
    for wanted in rest:
        try:
            at = bases.index(wanted, at, at + BETWEEN + 1) + 1
        except ValueError:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words and phrases of a table of groups: of each stem the groups that it is in, and the phrases it begins."""

    single: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Rests]

    def within(self, words: Sequence[str]) -> frozenset[str]:
        """All groups of which a word or a phrase stands among these."""
        return frozenset().union(*self.by_place(words).values())

    def by_place(self, words: Sequence[str]) -> dict[int, frozenset[str]]:
        """The same, by the place of the word or of the phrase's first one."""
        found = _follow_all(self.phrases, words)
        for at, word in enumerate(words):
            names = self.single.get(stem_of(word)) or self.single.get(base_of(word))
            if names:
                found[at] = found.get(at, frozenset()) | names
        return found


def phrases_of(name: str, prefix: str = "") -> Phrases:
    """The groups of a table whose rows are a name and its words, "_" between those of a phrase."""
    single: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for group, held in lang.rows(name):
        for word in held.split():
            first, *rest = (base_form(_irregular().get(w, w), ENGLISH) for w in word.split("_"))
            if rest:
                phrases[first][tuple(rest)].add(prefix + group)
            else:
                single[first].add(prefix + group)
                single[_alike().get(first, first)].add(prefix + group)
    return Phrases(
        {key: frozenset(names) for key, names in single.items()},
        {first: tuple((rest, frozenset(names)) for rest, names in held.items()) for first, held in phrases.items()},
    )


@lru_cache(maxsize=_MOST)
def base_of(word: str) -> str:
    """The stem of a word, be it one that says nothing ("said"); a contracted "not" is that alone."""
    word = word.lower().replace("’", "'")
    if word.endswith(lang.table("check")["contracted_not"]):
        return next(iter(_nots()))
    return base_form(_present(word), ENGLISH)


def verb_of(word: str, lemma: str) -> str:
    """The stem of a verb by its form and its lemma; of some past forms only the tables know the verb ("expelled")."""
    known = next((v for v in verbs_of_past(word.lower()) if v in _told_by_word()), None)
    return base_form(known or lemma.lower(), ENGLISH)


def _present(word: str) -> str:
    """A verb's own form, of a past one that the light stem parts from it: "said", and "expelled" where "expel" is a
    word of the tables ("called" is none of "cal")."""
    known = _irregular().get(word)
    return known or next((verb for verb in verbs_of_past(word) if verb in _told_by_word()), word)


@cache
def _told_by_word() -> frozenset[str]:
    return frozenset({*_kin().single, *_classes().single, *event_types_of(ENGLISH)})


@cache
def lang_words(name: str) -> frozenset[str]:
    """A list of words of the table ``check``."""
    return frozenset(lang.table("check")[name])


@cache
def _contracted() -> re.Pattern[str]:
    """What of a word is another one, written as one with it."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, lang.table('check')['contracted']))})$")


@cache
def _nots() -> frozenset[str]:
    return frozenset(lang.table("check")["deny"][:1])


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split("=") for pair in lang.table("check")["irregular"].split())


@cache
def _kin() -> Phrases:
    return phrases_of("check_kin", "kin ")


@cache
def _classes() -> Phrases:
    return phrases_of("check_frames")


@cache
def _opposites() -> dict[str, frozenset[str]]:
    return _both_ways("check_opposites", "kin ")


@cache
def _contraries() -> dict[str, frozenset[str]]:
    return _both_ways("check_contraries")


def _both_ways(name: str, prefix: str = "") -> dict[str, frozenset[str]]:
    """Of each group in a table of pairs, those that it is paired with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in lang.rows(name):
        found[prefix + one].add(prefix + other)
        found[prefix + other].add(prefix + one)
    return {group: frozenset(others) for group, others in found.items()}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {key: names | event_types_of(ENGLISH).get(key, frozenset()) for key, names in _kin().single.items()}


@cache
def _alike() -> dict[str, str]:
    found: dict[str, str] = {}
    for cells in lang.rows("check_alike"):
        first, *others = (base_form(w, ENGLISH) for cell in cells for w in cell.split())
        for other in others:
            found.setdefault(other, first)
    return found


@cache
def _forms() -> dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """Of one word of each form of a name, the longest, the forms that have it, with all that stands for each."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
    for cells in lang.rows("check_forms"):
        forms = [frozenset(base_form(w, ENGLISH) for w in cell.split()) for cell in cells]
        for form in forms:
            found[max(sorted(form), key=len)].append((form, frozenset().union(*forms)))
    for words, country in _long_countries():
        found[max(sorted(words), key=len)].append((words, words | {country}))
    return {word: tuple(held) for word, held in found.items()}


@cache
def _triggers() -> frozenset[str]:
    # Of two sets the smaller one is gone through; of a table's keys, all.
    return frozenset(_forms())


@cache
def _long_countries() -> tuple[tuple[frozenset[str], str], ...]:
    """Names of countries and of their people of several words ("United States"), as stems, with the country's own."""
    found: dict[frozenset[str], str] = {}
    for one in countries(ENGLISH):
        for name in (*one.names, *one.demonyms):
            words = frozenset(s for w in WORD.findall(name) if (s := stem_of(w)))
            if len(words) > 1 and not any(w.startswith(COUNTRY) for w in words):
                found.setdefault(words, f"{COUNTRY}{one.code.lower()}")
    return tuple(found.items())
