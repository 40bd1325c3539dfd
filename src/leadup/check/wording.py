"""Words that stand for one another: those that tell of one deed, nouns for one thing, other forms of one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from leadup import lang
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


class _Remembered(dict[str, str]):
    """What is made of each word, those asked for before remembered: asked for by ``map``, without a call of our own."""

    def __init__(self, make: Callable[[str, str], str], language: str) -> None:
        super().__init__()
        self._make, self._language = make, language

    def __missing__(self, word: str) -> str:
        made = self._make(word, self._language)
        if len(self) < _MOST:
            self[word] = made
        return made


def stem_of(word: str, language: str) -> str:
    """The stem of a word as it stands, that of another word where both are one thing; empty for one that says
    nothing."""
    return _stems(language)[word]


@cache
def _stems(language: str) -> _Remembered:
    return _Remembered(_stem, language)


def _stem(word: str, language: str) -> str:
    if word in _parts(language):
        return _parts(language)[word]
    place = country_of_name(word, language) or country_of_demonym(word, language) if word[:1].isupper() else None
    if place is not None:
        # "Russian" and "Russia" name one side.
        return f"{COUNTRY}{place.lower()}"
    lower = word.lower().replace("’", "'")
    if not lower[:1].isdigit():
        lower = _contracted(language).sub("", lower).replace(".", "")
    if not lower or lower in function_words(language) or (len(lower) < 2 and not lower.isdigit()):
        return ""
    stem = base_form(_present(lower, language), language)
    return stem if word[:1].isupper() else _alike(language).get(stem, stem)


@cache
def _parts(language: str) -> dict[str, str]:
    """The stems of countries that are part of another one and act for themselves, and of their people."""
    rows = (row.split() for row in lang.kept_table("check", language)["parts"])
    return {word: f"{COUNTRY}{first.lower()}" for first, *more in rows for word in (first, *more)}


@cache
def _akin_countries(language: str) -> dict[str, frozenset[str]]:
    """Of the stem of a country's part that of the whole, and of a whole those of its parts: no part of another one."""
    found: dict[str, set[str]] = defaultdict(set)
    parts = _parts(language)
    for part in parts:
        place = country_of_name(part, language) or country_of_demonym(part, language)
        if place is not None:
            whole = f"{COUNTRY}{place.lower()}"
            found[whole].add(parts[part])
            found[parts[part]].add(whole)
    return {stem: frozenset(others) for stem, others in found.items()}


def with_parts(stems: frozenset[str], language: str) -> frozenset[str]:
    """These stems, and for each country those of its parts, for each part that of the whole: one word for it or another
    ("a Scottish doctor" is a British one), but where it does something itself."""
    added = [others for stem, others in _akin_countries(language).items() if stem in stems]
    return stems.union(*added) if added else stems


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of a text, with other forms of the names in it, and of countries of which others are part."""
    found = set(map(_stems(language).__getitem__, WORD.findall(text)))
    return with_parts(with_forms((s for s in found if s), language), language)


def with_forms(stems: Iterable[str], language: str) -> frozenset[str]:
    """These stems, and those of the other forms of a name that stands among them: a country's of several words, too."""
    found = frozenset(stems)
    triggers = found & _triggers(language)
    if not triggers:
        return found
    added = [every for word in triggers for form, every in _forms(language)[word] if form <= found]
    return found.union(*added) if added else found


def countries_among(stems: Iterable[str], language: str) -> dict[str, frozenset[str]]:
    """The stems of countries, and of their people, that are named by several of these stems, and by which."""
    found = frozenset(stems)
    return {country: words for words, country in _long_countries(language) if words <= found}


def kinds_of(key: str, language: str) -> frozenset[str]:
    """The kinds of deed that a stem may tell of."""
    return _kinds(language).get(key) or event_types_of(language).get(key, frozenset())


def kin_of(key: str, language: str) -> frozenset[str]:
    """The groups of words that may stand for each other in which a stem is."""
    return _kin(language).single.get(key, frozenset())


def classes_in(text: str, language: str) -> frozenset[str]:
    """The broader classes of deeds and things (table ``check_frames``) that the words of a text may tell of."""
    return _classes(language).within(WORD.findall(text))


def classes_by_place(words: Sequence[str], language: str) -> dict[int, frozenset[str]]:
    """The same, by the place among some words of the word by which each is found."""
    return _classes(language).by_place(words)


def classes_by_word(text: str, language: str) -> dict[int, frozenset[str]]:
    """The same, by where the word stands by which each is found."""
    every = list(WORD.finditer(text))
    return {every[k].start(): names for k, names in _classes(language).by_place([m.group() for m in every]).items()}


def opposites_of(kin: frozenset[str], language: str) -> frozenset[str]:
    """The groups of words that deny what those of some groups tell."""
    return frozenset().union(*(_opposites(language).get(name, frozenset()) for name in kin))


def contraries_of(classes: frozenset[str], language: str) -> frozenset[str]:
    """The classes of deed that deny what those of some classes tell."""
    return frozenset().union(*(_contraries(language).get(name, frozenset()) for name in classes))


def phrases_in(words: Sequence[str], language: str) -> dict[int, frozenset[str]]:
    """The groups of words of which a phrase stands among these words, by the place of its first one ("put")."""
    return _follow_all(_kin(language).phrases, words, language)


def _follow_all(phrases: Mapping[str, Rests], words: Sequence[str], language: str) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    bases = list(map(_bases(language).__getitem__, words))
    nots = _nots(language)
    for at, base in enumerate(bases):
        fitting = [(rest, names) for rest, names in phrases.get(base, ()) if _follow(rest, bases, at + 1)]
        turned = {rest[1:] for rest, _ in fitting if rest[0] in nots}
        for rest, names in fitting:
            # "found not guilty" is no "found guilty".
            if rest not in turned:
                place = at + 1 if base in nots and at + 1 < len(words) else at
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
    language: str

    def within(self, words: Sequence[str]) -> frozenset[str]:
        """All groups of which a word or a phrase stands among these."""
        return frozenset().union(*self.by_place(words).values())

    def by_place(self, words: Sequence[str]) -> dict[int, frozenset[str]]:
        """The same, by the place of the word or of the phrase's first one."""
        found = _follow_all(self.phrases, words, self.language)
        for at, word in enumerate(words):
            names = self.single.get(stem_of(word, self.language)) or self.single.get(base_of(word, self.language))
            if names:
                found[at] = found.get(at, frozenset()) | names
        return found


def phrases_of(name: str, language: str, prefix: str = "") -> Phrases:
    """The groups of a table whose rows are a name and its words, "_" between those of a phrase."""
    single: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    alike, irregular = _alike(language), _irregular(language)
    for group, held in lang.kept_rows(name, language):
        for word in held.split():
            first, *rest = (base_form(irregular.get(w, w), language) for w in word.split("_"))
            if rest:
                phrases[first][tuple(rest)].add(prefix + group)
            else:
                single[first].add(prefix + group)
                single[alike.get(first, first)].add(prefix + group)
    return Phrases(
        {key: frozenset(names) for key, names in single.items()},
        {first: tuple((rest, frozenset(names)) for rest, names in held.items()) for first, held in phrases.items()},
        language,
    )


def base_of(word: str, language: str) -> str:
    """The stem of a word, be it one that says nothing ("said"); a contracted "not" is that alone."""
    return _bases(language)[word]


@cache
def _bases(language: str) -> _Remembered:
    return _Remembered(_base, language)


def _base(word: str, language: str) -> str:
    word = word.lower().replace("’", "'")
    if word.endswith(lang.kept_table("check", language)["contracted_not"]):
        return next(iter(_nots(language)))
    return base_form(_present(word, language), language)


def verb_of(word: str, lemma: str, language: str) -> str:
    """The stem of a verb by its form and its lemma; of some past forms only the tables know the verb ("expelled")."""
    known = next((v for v in verbs_of_past(word.lower(), language) if v in _told_by_word(language)), None)
    return base_form(known or lemma.lower(), language)


def _present(word: str, language: str) -> str:
    """A verb's own form, of a past one that the light stem parts from it: "said", and "expelled" where "expel" is a
    word of the tables ("called" is none of "cal")."""
    known = _irregular(language).get(word)
    return known or next((verb for verb in verbs_of_past(word, language) if verb in _told_by_word(language)), word)


@cache
def _told_by_word(language: str) -> frozenset[str]:
    return frozenset({*_kin(language).single, *_classes(language).single, *event_types_of(language)})


@cache
def lang_words(name: str, language: str) -> frozenset[str]:
    """A list of words of the table ``check``."""
    return frozenset(lang.kept_table("check", language)[name])


@cache
def pattern_of(name: str, language: str) -> re.Pattern[str]:
    """A pattern of the table ``check``."""
    return re.compile(lang.kept_table("check", language)[name])


def pairs_of(name: str, language: str) -> Iterator[tuple[str, str]]:
    """The pairs of a line of the table ``check`` ("gave=give thirty=30"), none where a small pack lacks it."""
    for pair in lang.kept_table("check", language)[name].split():
        one, _, other = pair.partition("=")
        if other:
            yield one, other


@cache
def _contracted(language: str) -> re.Pattern[str]:
    """What of a word is another one, written as one with it."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, lang.kept_table('check', language)['contracted']))})$")


@cache
def _nots(language: str) -> frozenset[str]:
    return frozenset(lang.kept_table("check", language)["deny"][:1])


@cache
def _irregular(language: str) -> dict[str, str]:
    return dict(pairs_of("irregular", language))


@cache
def _kin(language: str) -> Phrases:
    return phrases_of("check_kin", language, "kin ")


@cache
def _classes(language: str) -> Phrases:
    return phrases_of("check_frames", language)


@cache
def _opposites(language: str) -> dict[str, frozenset[str]]:
    return _both_ways("check_opposites", language, "kin ")


@cache
def _contraries(language: str) -> dict[str, frozenset[str]]:
    return _both_ways("check_contraries", language)


def _both_ways(name: str, language: str, prefix: str = "") -> dict[str, frozenset[str]]:
    """Of each group in a table of pairs, those that it is paired with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in lang.kept_rows(name, language):
        found[prefix + one].add(prefix + other)
        found[prefix + other].add(prefix + one)
    return {group: frozenset(others) for group, others in found.items()}


@cache
def _kinds(language: str) -> dict[str, frozenset[str]]:
    return {key: names | event_types_of(language).get(key, frozenset()) for key, names in _kin(language).single.items()}


@cache
def _alike(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for cells in lang.kept_rows("check_alike", language):
        first, *others = (base_form(w, language) for cell in cells for w in cell.split())
        for other in others:
            found.setdefault(other, first)
    return found


@cache
def _forms(language: str) -> dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """Of one word of each form of a name, the longest, the forms that have it, with all that stands for each."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
    for cells in lang.kept_rows("check_forms", language):
        forms = [frozenset(base_form(w, language) for w in cell.split()) for cell in cells]
        for form in forms:
            found[max(sorted(form), key=len)].append((form, frozenset().union(*forms)))
    for words, country in _long_countries(language):
        found[max(sorted(words), key=len)].append((words, words | {country}))
    return {word: tuple(held) for word, held in found.items()}


@cache
def _triggers(language: str) -> frozenset[str]:
    # Of two sets the smaller one is gone through; of a table's keys, all.
    return frozenset(_forms(language))


@cache
def _long_countries(language: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Names of countries and of their people of several words ("United States"), as stems, with the country's own."""
    found: dict[frozenset[str], str] = {}
    for one in countries(language):
        for name in (*one.names, *one.demonyms):
            words = frozenset(s for w in WORD.findall(name) if (s := stem_of(w, language)))
            if len(words) > 1 and not any(w.startswith(COUNTRY) for w in words):
                found.setdefault(words, f"{COUNTRY}{one.code.lower()}")
    return tuple(found.items())
