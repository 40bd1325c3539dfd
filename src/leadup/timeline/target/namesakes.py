"""Is a name that was found somebody else's: another person of that surname, a relative, or who lost?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from leadup.lang.wordforms import word_endings
from leadup.reading.names.countries import country_of_demonym, country_of_name
from leadup.reading.names.lexicon import Is, given_names, lexicon
from leadup.timeline.pool import PooledArticle
from leadup.timeline.target.factuality import is_done_to
from leadup.timeline.target.name_words import generations, is_generation
from leadup.timeline.target.slot import Slot, names_among
from leadup.timeline.target.spelling import folded, plain
from leadup.timeline.target.tokens import base_of, start_of, words_before
from leadup.timeline.target.words import asking, given_short
from leadup.timeline.terms import function_words

OWNED_WITHIN = 3
"""Words after "Tolm's" in which it is said who belongs to Tolm."""
BEATEN_WITHIN = 3
"""Words before a name in which another may say that it is who lost."""
LONGEST_NAMES = 80
"""Code points before a surname in which a given name and one more may stand."""
_NAMES_BEFORE = re.compile(r"\b([A-Z][a-z]+)(?: [A-Z][\w.]*)?\Z")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.generations = "|".join(generations(language))


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_of_another(article: PooledArticle, persons: Sequence[tuple[frozenset[str], str]], language: str) -> bool:
    """Does an article speak only of others of one of these surnames ("Keith Tolm", where Anna Tolm is asked for)?

    ``persons`` are those asked for: the given names that each may have, and the surname.
    """
    for first, last in persons:
        found = named_before(last, article.text, language)
        if not found or any(is_short_for(one, other, language) for one in found for other in first):
            continue
        if not any(w in plain(article.text) for w in first):
            return True
    return False


def is_of_other_generation(
    article: PooledArticle, generations: Mapping[tuple[frozenset[str], str], str], language: str
) -> bool:
    """Does an article name one of these persons only as of another generation ("Karl Tolm Jr.", where Karl Tolm Sr. is
    asked for)? ``generations`` gives for given names and surname what is asked for behind them. Where the name stands
    once with nothing behind it, it may be of whom is asked for."""
    for (first, last), asked in generations.items():
        given = "|".join(map(re.escape, sorted(first)))
        name = rf"\b(?:{given}) (?:[^\W\d_][\w.]* )?{re.escape(last)}\b(?:,? ({_forms(language).generations})\b)?"
        found = {plain(m[1] or "") for m in re.finditer(name, article.text, re.I)}
        if found and found.isdisjoint({plain(asked), ""}):
            return True
    return False


def generations_in(slots: Sequence[Slot], language: str) -> dict[tuple[frozenset[str], str], str]:
    """The given names and surname that are asked for with what tells one generation from the other ("Karl", "Tolm" of
    "Karl Tolm Sr.")."""
    groups = (
        group for group in names_among(slots).values() if len(group) > 2 and is_generation(group[-1].asked, language)
    )
    return {(frozenset(s.asked for s in g[:-2]), g[-2].asked): g[-1].asked for g in groups}


def persons_in(slots: Sequence[Slot], language: str) -> list[tuple[frozenset[str], str]]:
    """The persons that are asked for by a given name and more, as :func:`is_of_another` takes them."""
    found: list[tuple[frozenset[str], str]] = []
    for group in names_among(slots).values():
        name = group[:-1] if is_generation(group[-1].asked, language) else group
        if len(name) > 1 and plain(name[0].asked) in given_names():
            first = frozenset(s.asked.lower() for s in name[:-1]) | {plain(o) for s in name[:-1] for o in s.spelt}
            found.extend((first, last) for last in name[-1].spelt or (name[-1].asked,))
    return found


def is_short_for(one: str, other: str, language: str) -> bool:
    """Are two given names in small letters one, in another transliteration, or usually cut short ("Ash", "Ashton", but
    not "Paul", "Paula")?"""
    one, other = folded(one, language), folded(other, language)
    return one == other or other in given_short(language).get(one, ()) or one in given_short(language).get(other, ())


def is_of_kin(text: str, tokens: Sequence[str], at: int, deed: int, language: str) -> bool:
    """Is the deed done to somebody who belongs to whom the name is of ("arrested the cousin of Karl Tolm", "the cousin
    of Karl Tolm was arrested", "Tolm's lawyer was arrested")?"""
    first = at
    while first and tokens[first - 1][0].isupper():
        first -= 1
    if (
        first > 1
        and plain(tokens[first - 1]) in asking("kin_of", language)
        and plain(tokens[first - 2]) in asking("kin", language)
    ):
        return 0 < first - 1 - deed <= OWNED_WITHIN + 2 or is_done_to(tokens, at, deed, language)
    end = start_of(text, at, language) + len(tokens[at])
    owned = [plain(t) for t in tokens[at + 1 : at + 1 + OWNED_WITHIN]]
    if text[end : end + 2] not in word_endings(language).possessive or asking("kin", language).isdisjoint(owned):
        return False
    return 0 < first - deed <= OWNED_WITHIN or is_done_to(tokens, at, deed, language)


def is_beaten(tokens: Sequence[str], at: int, language: str) -> bool:
    """Is the name here that of who lost the contest ("beat Tolm", "over rival Karl Tolm")?"""
    return not asking("beaten", language).isdisjoint(words_before(tokens, at, BEATEN_WITHIN))


def named_before(surname: str, text: str, language: str) -> set[str]:
    """The given names that stand before a surname in a text, in small letters, and what can only be one."""
    found, end = [], 0
    for place in re.finditer(rf" {re.escape(surname)}\b", text):
        names = _NAMES_BEFORE.search(text, max(end, place.start() - LONGEST_NAMES), place.start())
        if names is not None:
            found.append(names[1])
            end = place.end()
    return {w.lower() for w in found if w.lower() in given_names() or _is_unheard(w, beside=True, language=language)}


def is_another(
    text: str, tokens: Sequence[str], bases: Sequence[str], at: int, own: frozenset[str], language: str
) -> bool:
    """Is the name here somebody else's, by the word before it ("Karl Lund", where Anna Lund is asked for) or after it
    ("Karl Brandt", where Anna Karl is)?"""
    if at and (bases[at - 1] in own or any(is_short_for(plain(tokens[at - 1]), name, language) for name in own)):
        return False
    if plain(tokens[at]) in given_names() and _goes_on(text, tokens, at, own, language):
        return True
    if not at:
        return False
    before = tokens[at - 1]
    if at > 1 and bases[at - 2] in own:
        return False
    low = plain(before)
    if (
        not before[0].isupper()
        or len(before) < 2
        or low in asking("ranks", language)
        or low in function_words(language)
    ):
        return False
    return low in given_names() or _is_unheard(
        before, start_of(text, at - 1, language) + len(before) + 1 == start_of(text, at, language), language
    )


def is_title_of(text: str, tokens: Sequence[str], at: int, language: str) -> bool:
    """Is the word here, which may be all of a name ("Prince"), a title or a part of a longer name ("Prince Karl", "the
    Prince", "Crown Prince")?"""
    start, end = start_of(text, at, language), start_of(text, at, language) + len(tokens[at])
    if at + 1 < len(tokens) and tokens[at + 1][0].isupper() and start_of(text, at + 1, language) == end + 1:
        return True
    before = tokens[at - 1] if at else ""
    beside = bool(before) and start_of(text, at - 1, language) + len(before) + 1 == start
    low = before.lower()
    return beside and (
        low in asking("articles", language) or (before[0].isupper() and low not in function_words(language))
    )


def _is_unheard(word: str, beside: bool, language: str) -> bool:
    """Can this capitalised word, beside a surname, only be a given name: no common word, title or country?"""
    if (
        not beside
        or not word.istitle()
        or lexicon(language).words.get(word, 0) & int(Is.COMMON | Is.TITLE | Is.ORG | Is.TIME)
    ):
        return False
    return (
        word not in lexicon(language).phrases
        and not country_of_demonym(word, language)
        and not country_of_name(word, language)
    )


def _goes_on(text: str, tokens: Sequence[str], at: int, own: frozenset[str], language: str) -> bool:
    """Does another capitalised word follow, as part of one name?"""
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at], tokens[at + 1]
    if not after[0].isupper() or base_of(after, language) in own:
        return False
    return start_of(text, at + 1, language) == start_of(text, at, language) + len(word) + 1
