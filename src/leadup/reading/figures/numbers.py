"""Numbers as news writes them, in digits and words, with the words that bound them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from leadup.lang import table
from leadup.times.starts import starts_of

_WORDS: dict[str, Any] = table("figures")["numbers"]
_SEVERAL: tuple[str, ...] = tuple(_WORDS["several"])
_FEW: tuple[str, ...] = tuple(_WORDS["few"])
_TWO: tuple[str, ...] = tuple(_WORDS["two"])
_HALF: frozenset[str] = frozenset(_WORDS["half"])
_QUARTER: frozenset[str] = frozenset(_WORDS["quarter"])

_SMALL: dict[str, int] = _WORDS["small"]
_TENS: dict[str, int] = _WORDS["tens"]
_SCALES: dict[str, float] = _WORDS["scales"]
_MANY: dict[str, float] = _WORDS["many"]
_UNIT_WORD = "(?:" + "|".join([w for w in _SMALL if w != _WORDS["zero"]]) + ")"
_TENS_WORD = "(?:" + "|".join(_TENS) + ")"
_BASE = rf"(?:{_TENS_WORD}(?:[- ]{_UNIT_WORD})?|{_UNIT_WORD})"
_SCALE = str(_WORDS["scale"])
_JOINED = str(_WORDS["short_joined"])
_QUARTERS = str(_WORDS["quarters"])
_ROUND = str(_WORDS["round"])
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = (
    rf"(?:(?:{_DIGITS})(?:[ \u00a0-](?:{_SCALE}|{_WORDS['short']})\b|(?:{_JOINED})\b)?"
    rf"|(?:{_BASE}{_WORDS['and_a_half']}|{_QUARTERS}) {_SCALE}"
    rf"|{_BASE}(?:[ -]{_SCALE})*(?:(?:{_WORDS['and']})? {_BASE}(?:[ -]{_SCALE})*){{0,3}}"
    rf"|{_ROUND}[ -]{_SCALE}(?:[ -]{_SCALE})?)"
)
_MANY_WORD = "".join(_WORDS["many_word"])
_MARK = "".join(_WORDS["mark"])
_BETWEEN_ENDS = rf"[ ]{_WORDS['to']}[ ]|[ ]{_WORDS['or']}[ ]"
NUMBER = re.compile(
    rf"(?<![\w.,/:#’'–—+-])(?P<mark>{_MARK} ?)?(?:(?P<amount>{_AMOUNT})(?:(?:[ ]?[-–—][ ]?|{_BETWEEN_ENDS})"
    rf"(?P<second>(?:{_MARK})?(?:{_AMOUNT})))?|(?P<many>{_MANY_WORD}))"
    rf"(?P<plus>{_WORDS['plus']})?(?![\w/])(?![.,:–—-]\d)(?![-‑–](?!\s)\w)",
    re.IGNORECASE,
)
# Where a number can begin, in lower case, with the character before it: many times as fast to look for as the number
# itself in any case, since the engine passes over all words at once.
_BEGINNING = rf"{_BASE}|{_QUARTERS}|{_ROUND}[ -]{_SCALE}|{_MANY_WORD}|{_MARK.lower()}"


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


_LIKELY = re.compile(rf"[^\w.,/:#’'–—+-](?=\d|{_paired(_BEGINNING)})(?:\d|{_BEGINNING})")
Bound = Literal["low", "high", "near", "under", "exact"]
_LOW, _HIGH, _NEAR, _UNDER = get_args(Bound)[:4]
_BOUNDS: dict[str, str] = {words: bound for bound in get_args(Bound) for words in _WORDS["bounds"][bound]}
_BOUND = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, _BOUNDS), key=len, reverse=True))})"
    rf"[ \u00a0]+(?:{_WORDS['articles']})?$",
    re.IGNORECASE,
)
_SPOKEN_OF: str = _WORDS["spoken_of"]
"""How a number is opened that is no estimate: "she spoke about the five men"."""

_BETWEEN = re.compile(_WORDS["between"], re.IGNORECASE)
_AND_SECOND = re.compile(rf"{_WORDS['and_second']}(?P<second>(?:{_MARK} ?)?(?:{_AMOUNT}))(?![\w/])", re.IGNORECASE)
_OR_MORE = re.compile(_WORDS["or_more"], re.IGNORECASE)


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


def numbers(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of :data:`NUMBER` in ``text[start:stop]``, as its ``finditer`` gives them."""
    # The character before comes with them, at the head of a text a space.
    before = start - 1
    low = (text[before:stop] if start else " " + text[:stop]).lower()
    if len(low) != stop - before:
        # A letter that is two in lower case moves all that follows.
        yield from NUMBER.finditer(text, start, stop)
        return
    at = 0
    while likely := _LIKELY.search(low, at):
        begin = likely.start() + 1
        match = NUMBER.match(text, before + begin, stop)
        at = begin if match is None else match.end() - before - 1
        if match is not None:
            yield match


def number_at(text: str, match: re.Match[str], floor: int) -> Number:
    """The number of a match of :data:`NUMBER`; bounding words are sought no further back than ``floor``."""
    core, end = match.start(), match.end()
    mark = (match.group("mark") or "").strip()
    many = match.group("many")
    ranged = False
    low: float
    high: float | None
    if many:
        low, high = _many(many.lower()), None
    else:
        low = high = value_of(match.group("amount"))
        first = match.group("amount").lower()
        if first.startswith((*_SEVERAL, *_FEW)):
            scale = value_of(first)
            low, high = 2 * scale, 9 * scale if first.startswith(_SEVERAL) else 5 * scale
        elif first.startswith(_TWO):
            high = 1.5 * low
        second = match.group("second")
        if second:
            high = value_of(second)
            low = _rescaled(low, first, high, second)
            ranged = True
    start = core
    window = text[max(floor, core - 28) : core]
    between = _BETWEEN.search(window)
    if between is not None and not ranged:
        other = _AND_SECOND.match(text, end)
        if other is not None:
            second = other.group("second")
            high = value_of(second)
            low = _rescaled(low, match.group("amount") or "", high, second)
            end, ranged = other.end(), True
            start = core - len(window) + between.start()
    bound = _BOUND.search(window)
    words = " ".join(bound.group().lower().split()) if bound is not None else ""
    if bound is not None and not words.endswith(_SPOKEN_OF):
        start = core - len(window) + bound.start()
        for article in _WORDS["ending_articles"]:
            words = words.removesuffix(article)
        low, high = _bounded(low, high, _BOUNDS[words])
    if match.group("plus"):
        low, high = (low, None) if match.group("plus") != _WORDS["near"] else _bounded(low, high, _NEAR)
    more = _OR_MORE.match(text, end)
    if more is not None:
        word = more.group().split()[-1].lower()
        low, high = _bounded(low, high, _WORDS["or_more_bounds"].get(word, _HIGH))
        end = more.end()
    if high is not None and low > high:
        low, high = high, low
    return Number(start, core, end, low, high, mark, bool(many), match.group("amount") or "", ranged)


_LEADING_MARK = re.compile(rf"^{_MARK} ?", re.IGNORECASE)
_WITH_SCALE = re.compile(rf"^(\d+(?:\.\d+)?)({_JOINED})$")
_APART = re.compile(r"[ -]+")


@functools.lru_cache(maxsize=1 << 12)
def value_of(written: str) -> float:
    """What a number is worth: "1,200" 1200, "3.5 million" 3500000, "two dozen" 24, "one hundred and five" 105."""
    bare = _LEADING_MARK.sub("", written).lower().replace(",", "").replace("\u00a0", " ")
    joined = _WITH_SCALE.match(bare)
    if joined is not None:
        return float(joined.group(1)) * _SCALES[joined.group(2)]
    total = current = 0.0
    for word in _APART.split(bare):
        if not word:
            continue
        if word[0].isdigit():
            current += float(word)
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == _WORDS["couple"]:
            current = 2.0
        elif word in _HALF:
            current += 0.5
        elif word in _QUARTER:
            current = (current or 1.0) / 4
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale >= 1000:
                total += (current or 1.0) * scale
                current = 0.0
            else:
                current = (current or 1.0) * scale
    return total + current


def _many(words: str) -> float:
    first, _, rest = words.removeprefix(_WORDS["many_opens"]).partition(_WORDS["of"])
    if not rest:
        return _MANY[first]
    base: float = _WORDS["many_of"][first]
    return base * _MANY[rest] / 2


def _rescaled(low: float, first: str, high: float | None, second: str) -> float:
    """ "3 to 5 million": the scale said once holds for both."""
    if high is None or low >= high:
        return low
    last = re.split(r"[ \u00a0-]+", second.lower().strip())[-1]
    scale = _SCALES.get(last)
    if scale is None:
        tail = re.search(rf"\d({_JOINED})$", last)
        scale = _SCALES[tail.group(1)] if tail else None
    if scale is None or any(s in first.lower() for s in _WORDS["scaled"]):
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
