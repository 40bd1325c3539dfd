"""Numbers as news writes them, in digits and words, with the words that bound them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from leadup.lang import any_of, kept_table
from leadup.times.starts import starts_of


class NumberForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("figures", language)["numbers"]
        self.several: tuple[str, ...] = tuple(self.words["several"])
        self.few: tuple[str, ...] = tuple(self.words["few"])
        self.two: tuple[str, ...] = tuple(self.words["two"])
        self.half: frozenset[str] = frozenset(self.words["half"])
        self.quarter: frozenset[str] = frozenset(self.words["quarter"])
        self.small: dict[str, int] = self.words["small"]
        self.tens: dict[str, int] = self.words["tens"]
        self.scales: dict[str, float] = self.words["scales"]
        self.many: dict[str, float] = self.words["many"]
        unit_word = "(?:" + any_of(w for w in self.small if w != self.words["zero"]) + ")"
        tens_word = "(?:" + any_of(self.tens) + ")"
        base = rf"(?:{tens_word}(?:[- ]{unit_word})?|{unit_word})"
        scale = str(self.words["scale"])
        self.joined = str(self.words["short_joined"])
        quarters = str(self.words["quarters"])
        round = str(self.words["round"])
        amount = (
            rf"(?:(?:{_DIGITS})(?:[ \u00a0-](?:{scale}|{self.words['short']})\b|(?:{self.joined})\b)?"
            rf"|(?:{base}{self.words['and_a_half']}|{quarters}) {scale}"
            rf"|{base}(?:[ -]{scale})*(?:(?:{self.words['and']})? {base}(?:[ -]{scale})*){{0,3}}"
            rf"|{round}[ -]{scale}(?:[ -]{scale})?)"
        )
        many_word = "".join(self.words["many_word"])
        mark = "".join(self.words["mark"])
        between_ends = rf"[ ]{self.words['to']}[ ]|[ ]{self.words['or']}[ ]"
        self.number = re.compile(
            rf"(?<![\w.,/:#’'–—+-])(?P<mark>{mark} ?)?(?:(?P<amount>{amount})(?:(?:[ ]?[-–—][ ]?|{between_ends})"
            rf"(?P<second>(?:{mark})?(?:{amount})))?|(?P<many>{many_word}))"
            rf"(?P<plus>{self.words['plus']})?(?![\w/])(?![.,:–—-]\d)(?![-‑–](?!\s)\w)",
            re.IGNORECASE,
        )
        # Where a number can begin, in lower case, with the character before it: many times as fast to look for as the
        # number itself in any case, since the engine passes over all words at once.
        beginning = rf"{base}|{quarters}|{round}[ -]{scale}|{many_word}|{mark.lower()}"
        self.likely = re.compile(rf"[^\w.,/:#’'–—+-](?=\d|{_paired(beginning)})(?:\d|{beginning})")
        self.bounds: dict[str, str] = {
            words: bound for bound in get_args(Bound) for words in self.words["bounds"][bound]
        }
        self.bound = re.compile(
            rf"(?<![^\W_])(?:{any_of(sorted(map(re.escape, self.bounds), key=len, reverse=True))})"
            rf"[ \u00a0]+(?:{self.words['articles']})?$",
            re.IGNORECASE,
        )
        # How a number is opened that is no estimate: "she spoke about the five men".
        self.spoken_of: str = self.words["spoken_of"]
        self.between = re.compile(self.words["between"], re.IGNORECASE)
        self.and_second = re.compile(
            rf"{self.words['and_second']}(?P<second>(?:{mark} ?)?(?:{amount}))(?![\w/])", re.IGNORECASE
        )
        self.or_more = re.compile(self.words["or_more"], re.IGNORECASE)
        self.leading_mark = re.compile(rf"^{mark} ?", re.IGNORECASE)
        self.with_scale = re.compile(rf"^(\d+(?:\.\d+)?)({self.joined})$")


@cache
def number_forms(language: str) -> NumberForms:
    """Those of a language, made once."""
    return NumberForms(language)


_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _paired(pattern: str) -> str:
    """What a pattern can start with, two characters at the most: most words are told by them to be no number."""
    seconds: dict[str, set[str]] = {}
    for start in starts_of(pattern):
        seconds.setdefault(start[0], set()).add(start[1:])
    pairs = []
    for first, after in sorted(seconds.items()):
        second = "" if "" in after else "[" + "".join(map(re.escape, sorted(after))) + "]"
        pairs.append(re.escape(first) + second)
    return "|".join(pairs)


Bound = Literal["low", "high", "near", "under", "exact"]
_LOW, _HIGH, _NEAR, _UNDER = get_args(Bound)[:4]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its span with the bounding words, the interval it allows, the currency mark before it.

    ``core`` is where the number itself starts; ``vague`` says "dozens", "hundreds"; ``digits`` is its plain form.
    """

    start: int
    core: int
    end: int
    low: float
    high: float | None
    mark: str
    vague: bool
    digits: str
    ranged: bool


def numbers(text: str, start: int, stop: int, language: str) -> Iterator[re.Match[str]]:
    """The matches of :attr:`NumberForms.number` in ``text[start:stop]``, as its ``finditer`` gives them."""
    # The character before comes with them, at the head of a text a space.
    forms = number_forms(language)
    before = start - 1
    low = (text[before:stop] if start else " " + text[:stop]).lower()
    if len(low) != stop - before:
        # A letter that is two in lower case moves all that follows.
        yield from forms.number.finditer(text, start, stop)
        return
    at = 0
    while likely := forms.likely.search(low, at):
        begin = likely.start() + 1
        match = forms.number.match(text, before + begin, stop)
        at = begin if match is None else match.end() - before - 1
        if match is not None:
            yield match


def number_at(text: str, match: re.Match[str], floor: int, language: str) -> Number:
    """The number of a match of :attr:`NumberForms.number`; bounding words are sought no further back than ``floor``."""
    forms = number_forms(language)
    core, end = match.start(), match.end()
    mark = (match.group("mark") or "").strip()
    many = match.group("many")
    ranged = False
    low: float
    high: float | None
    if many:
        low, high = _many(many.lower(), forms), None
    else:
        low = high = value_of(match.group("amount"), language)
        first = match.group("amount").lower()
        if first.startswith((*forms.several, *forms.few)):
            scale = value_of(first, language)
            low, high = 2 * scale, 9 * scale if first.startswith(forms.several) else 5 * scale
        elif first.startswith(forms.two):
            high = 1.5 * low
        second = match.group("second")
        if second:
            high = value_of(second, language)
            low = _rescaled(low, first, high, second, forms)
            ranged = True
    start = core
    window = text[max(floor, core - 28) : core]
    between = forms.between.search(window)
    if between is not None and not ranged:
        other = forms.and_second.match(text, end)
        if other is not None:
            second = other.group("second")
            high = value_of(second, language)
            low = _rescaled(low, match.group("amount") or "", high, second, forms)
            end, ranged = other.end(), True
            start = core - len(window) + between.start()
    bound = forms.bound.search(window)
    words = " ".join(bound.group().lower().split()) if bound is not None else ""
    if bound is not None and not words.endswith(forms.spoken_of):
        start = core - len(window) + bound.start()
        for article in forms.words["ending_articles"]:
            words = words.removesuffix(article)
        low, high = _bounded(low, high, forms.bounds[words])
    if match.group("plus"):
        low, high = (low, None) if match.group("plus") != forms.words["near"] else _bounded(low, high, _NEAR)
    more = forms.or_more.match(text, end)
    if more is not None:
        word = more.group().split()[-1].lower()
        low, high = _bounded(low, high, forms.words["or_more_bounds"].get(word, _HIGH))
        end = more.end()
    if high is not None and low > high:
        low, high = high, low
    return Number(start, core, end, low, high, mark, bool(many), match.group("amount") or "", ranged)


_APART = re.compile(r"[ -]+")


@functools.lru_cache(maxsize=1 << 12)
def value_of(written: str, language: str) -> float:
    """What a number is worth: "1,200" 1200, "3.5 million" 3500000, "two dozen" 24, "one hundred and five" 105."""
    forms = number_forms(language)
    bare = forms.leading_mark.sub("", written).lower().replace(",", "").replace("\u00a0", " ")
    joined = forms.with_scale.match(bare)
    if joined is not None:
        return float(joined.group(1)) * forms.scales[joined.group(2)]
    total = current = 0.0
    for word in _APART.split(bare):
        if not word:
            continue
        if word[0].isdigit():
            current += float(word)
        elif word in forms.small:
            current += forms.small[word]
        elif word in forms.tens:
            current += forms.tens[word]
        elif word == forms.words["couple"]:
            current = 2.0
        elif word in forms.half:
            current += 0.5
        elif word in forms.quarter:
            current = (current or 1.0) / 4
        elif word in forms.scales:
            scale = forms.scales[word]
            if scale >= 1000:
                total += (current or 1.0) * scale
                current = 0.0
            else:
                current = (current or 1.0) * scale
    return total + current


def _many(words: str, forms: NumberForms) -> float:
    first, _, rest = words.removeprefix(forms.words["many_opens"]).partition(forms.words["of"])
    if not rest:
        return forms.many[first]
    base: float = forms.words["many_of"][first]
    return base * forms.many[rest] / 2


def _rescaled(low: float, first: str, high: float | None, second: str, forms: NumberForms) -> float:
    """ "3 to 5 million": the scale said once holds for both."""
    if high is None or low >= high:
        return low
    last = re.split(r"[ \u00a0-]+", second.lower().strip())[-1]
    scale = forms.scales.get(last)
    if scale is None:
        tail = re.search(rf"\d({forms.joined})$", last)
        scale = forms.scales[tail.group(1)] if tail else None
    if scale is None or any(s in first.lower() for s in forms.words["scaled"]):
        return low
    return low * scale if low * scale <= high and low < 1000 else low


def _bounded(low: float, high: float | None, how: str) -> tuple[float, float | None]:
    top = high if high is not None else low
    if how == _LOW:
        return low, None
    if how == _HIGH:
        return 0.0, top
    if how == _UNDER:
        return round(low * 0.9, 6), high
    if how == _NEAR:
        return round(low * 0.9, 6), None if high is None else round(top * 1.1, 6)
    return low, high
