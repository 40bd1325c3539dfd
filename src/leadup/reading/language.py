"""Which language an article is in: the page's own statement, checked against the words.

English is told by the share of its commonest words, at next to no cost. Only what lacks them is asked of py3langid, by
whose model other languages are named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from leadup.lang import DEFAULT, ENGLISH, READ_LANGUAGES, is_read, languages_with, words
from leadup.lang.cuts import LETTERS
from leadup.model import Article

SURELY = 0.13
"""Share of the commonest words from which on a text is English; what has less is looked at more closely, so that
it need not be exact: of 16,467 real articles a handful have less."""
HARDLY = 0.08
SHORTEST = 20
"""Words below which nothing can be told: what the page says counts."""
LOOKED_AT = 3000
"""Code points from the middle of a text: its head and foot are where another language's boxes stand."""

FEWEST, FEWEST_LETTERS = 8, 25
"""Words, and letters, below which a line's words tell no language."""
BEYOND_DOUBT = 50
"""Log-likelihood by which another language must exceed English in the words without a capital. Of English timelines
full of foreign names none exceeds it by more than 24, of 18 texts of 6 to 17 such words in fifteen other languages all
do by 56 or more."""
LEANING = 20
"""...and by which a line leans to it, as most words of a draft must: names of places add up ("rue de la Paix")."""

_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|„[^„“”\n]{1,400}[“”]")
_WORD = re.compile(r"[a-z]++(?=[ ,.])|[^\W\d_]+")  # most words first, for speed


def language_of(article: Article) -> str | None:
    """The language (ISO 639-1, lower case); None where it is neither said nor can be told."""
    said = article.language.replace("_", "-").split("-")[0].strip().lower() if article.language else None
    text = article.text
    start = max(0, (len(text) - LOOKED_AT) // 2)
    opening_words = _WORD.findall(text[start : start + LOOKED_AT].lower())
    if len(opening_words) < SHORTEST:
        return said or None
    telltale = words("telltale")
    share = sum(map(telltale.__contains__, opening_words)) / len(opening_words)
    if share >= SURELY or (share >= HARDLY and said in READ_LANGUAGES):
        return DEFAULT
    # Imported only where it is needed: its model costs half a second.
    from py3langid import classify

    named = str(classify(text[start : start + LOOKED_AT])[0])
    # A statement that another language than English is used is seldom wrong; which one, neither.
    return said if said and said not in READ_LANGUAGES and named in READ_LANGUAGES and share < HARDLY else named


def told_language(text: str) -> str | None:
    """The language that a text surely is in, by its words alone (a draft, a line of one); None where that is not sure,
    as it never is of a few words or of names: what has a capital may be one, and only makes a text more English."""
    text = text[:LOOKED_AT]
    written = LETTERS.findall(text)
    share = sum(w.lower() in words("telltale") for w in written) / max(1, len(written))
    if share >= SURELY:
        return DEFAULT if len(written) >= FEWEST else None
    plain = _plain(text)
    if sum(map(len, plain)) < FEWEST_LETTERS:
        return None
    from py3langid import rank

    ranked = rank(" ".join(plain))
    named, likely = ranked[0]
    return str(named) if likely - dict(ranked)[DEFAULT] >= BEYOND_DOUBT else None


def mostly_leans(lines: Sequence[str], language: str) -> bool:
    """Whether most words without a capital stand in lines that each, taken alone, are likelier of a language than
    English."""
    from py3langid import rank

    leaning = every = 0
    for line in lines:
        plain = _plain(line[:LOOKED_AT])
        if plain:
            likely = dict(rank(" ".join(plain)))
            every += len(plain)
            leaning += len(plain) * (likely[language] - likely[DEFAULT] >= LEANING)
    return 2 * leaning > every


def _plain(text: str) -> list[str]:
    return [w for w in LETTERS.findall(text) if not w[0].isupper()]


def without_quotations(text: str) -> str:
    """A text with a gap for each quotation: what is quoted may be in another language."""
    return _QUOTED.sub(" … ", text)


def with_language(article: Article) -> Article:
    """The article with its language worked out."""
    language = language_of(article)
    return article if language == article.language else replace(article, language=language)


def read_as(article: Article) -> str:
    """The language by whose pack an article is read: its own where that has one of dates, or else English."""
    return article.language if article.language in languages_with(DATES) else ENGLISH


Extent = Literal["all", "sentences", "dates", "nothing"]
"""What is read in an article."""

DATES = "dates_grammar.txt"
"""The file of a pack by which a text's dates are read."""
TELLING = "telling.toml"
"""The file of a pack by which it is told what a sentence does, and with it all that is read without trees."""


def extent(article: Article) -> Extent:
    """How far an article is read, which hangs on how much of a pack its language has: all of it; its sentences with
    names, figures and days, without speakers and actions; its dates alone; or nothing."""
    if is_read(article.language):
        return "all"
    if article.language not in languages_with(DATES):
        return "nothing"
    return "sentences" if article.language in languages_with(TELLING) else "dates"
