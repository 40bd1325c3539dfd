"""Text as a row of tokens, each with the class that the grammar knows it by.

Every token gets one character that names its class, so that a text becomes a string of classes and the grammar can be
ordinary regular expressions over that string (:mod:`leadup.times.grammar`). Spaces are no tokens: natural prose and
Penn-Treebank tokenised text give the same row.
"""

from __future__ import annotations

import contextlib
import re
import string
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import accumulate
from typing import Any, Literal, get_args

from leadup.lang import DEFAULT, table
from leadup.lang.abbreviations import endings
from leadup.times.context import Context, Phrases, context
from leadup.times.holidays import names_by_first_word
from leadup.times.relations import Relation

# What is no token comes with the one behind it, so that the engine need not try each space for a token, and at the end
# with nothing, so that no space is gone over twice. No group is repeated possessively: until 3.11.5 Python's engine
# loses its place in one whose content may backtrack.
_TOKEN = r"""
    [^\S\n]*+(?:\n(?![^\S\n]*+\n)[^\S\n]*+)?
    (?:
      [A-Z]?[a-z]++(?=[\ ,])                                              # most words, first for speed
    | [.,](?=\s)
    | [A-Z]?[a-z]{2,}+(?=\.\s)
    | (?!(?:%(special)shttps?:|www\.))[^\W\d_]+(?:[\d_]\w*)?
    | \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])   # ISO 8601
    | \d{1,4}(?:\\?/\d{1,2}\\?/|\.\d{1,2}\.)\d{2,4}(?!\w|[/.]\w)        # 31/12/2019, 31.12.2019
    | (?<![\w-])\d{1,2}-\d{1,2}-\d{4}(?![\w-])                          # 12-31-2019
    | \d{1,2}:\d{2}(?::\d{2})?(?:(?!\w)%(clock)s)                         # 14:30, 2:30 of 2:30pm
    | \d{1,3}\\?/\d{1,2}(?![\w/])                                       # 1/2
    %(hour)s                                                                # 10 of 10pm, 10.30 of 10.30pm
    | \d+(?:,\d{3})*(?:\.\d+)?(?:(?:%(endings)s)\b)?(?![^\W_])              # 27, 1,000, 2.5, 21st, 1980s
    | \d\w*
    | ['’`]\d{2}%(plural)s\b                                              # '98, '80s
    %(pieces)s
    | (?:https?://|www\.)[^\s<>"]+
    | [^\W\d_]+(?:[\d_]\w*)?
    | \n[^\S\n]*\n
    | --+
    | [^\w\s] | _
    | \Z
    )
"""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What a token is in a language: what is so in all, with the pieces of its ``shapes``."""
    shapes = lexicon(language).shapes
    made = {
        "special": "".join(f"{begin}|" for begin in shapes.beginnings),
        "clock": "".join(f"|(?={end})" for end in shapes.clock_ends),
        "hour": "".join(rf"| \d{{1,2}}(?:\.\d\d)?(?={end})" for end in shapes.clock_ends),
        "endings": "|".join((*shapes.ordinals, *shapes.decades)) or "(?!)",
        "plural": f"(?:{shapes.plural})?" if shapes.plural else "",
        "pieces": "".join(f"| {piece}\n" for piece in shapes.pieces),
    }
    return re.compile(_TOKEN % made, re.VERBOSE)


_DECADE = re.compile(r"\d?\d?\d0['’]?")
_FISCAL = re.compile(r"(?:\d\d)?\d\d", re.ASCII)
_PACKED = re.compile(r"\d{1,2}[A-Z]{3}(?:\d\d)?\d\d", re.ASCII)  # 26FEB15
OTHER = "_"
_STOPS = ".!?"
_CHARS = string.ascii_letters + string.digits + "".join(map(chr, range(0xA1, 0x100))).replace("ª", "").replace("º", "")
"""What classes are named by, in order: a language has no more classes than these."""

_MOST_MET, _LONGEST_MET, _LONGEST_NUMBER = 50_000, 24, 8
"""Words, and their length and that of numbers, that are remembered with those of a language: texts use the same ones
again and again."""

Shape = Literal[
    "iso", "numdate", "clock", "fraction", "dayno", "num", "year", "bigint", "ordnum", "decadeno", "year2", "dash",
    "break", "bang", "quartercode", "fiscalcode", "plural_s", "packed", "hhmm",
]  # fmt: skip
"""Classes of tokens by their form, in whatever language."""
SHAPES: tuple[Shape, ...] = get_args(Shape)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The forms of a language's numbers and words with points, each a piece of the pattern of a token (``shapes``).

    ``beginnings`` open a word with a mark in it, ``pieces`` are such words, ``clock_ends`` stand right behind an hour,
    ``ordinals`` and ``decades`` end a number, ``plural`` the short form of a decade; ``fiscal`` opens a fiscal year,
    ``hour_mark`` parts an hour from its minutes ("14h30").
    """

    beginnings: tuple[str, ...]
    pieces: tuple[str, ...]
    clock_ends: tuple[str, ...]
    ordinals: tuple[str, ...]
    decades: tuple[str, ...]
    plural: str
    plural_nouns: tuple[str, ...]
    fiscal: str
    hour_mark: str

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Shapes:
        """The shapes of a pack, each empty where it has none."""
        kinds = {field.name: field.type for field in fields(cls)}
        given: dict[str, Any] = {n: raw.get(n, "") if k == "str" else tuple(raw.get(n, ())) for n, k in kinds.items()}
        return cls(**given)


class _Classes(dict[str, str]):
    """Class to character; of a class that a language's pack has no words for, one that no token gets."""

    def __missing__(self, _name: str) -> str:
        return "\0"


class Lexicon(dict[str, str]):
    """Word to class character; ``number`` and ``code`` hold what a word of a class stands for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}
        self.codes: dict[str, str] = {}
        self._chars = iter(_CHARS)
        self.classes: dict[str, str] = _Classes((name, next(self._chars)) for name in SHAPES)
        raw: dict[str, Any] = dict(table("dates_words", language))
        self.shown: dict[str, str] = raw.pop("shown", {})
        """What words of another language mean, as a reason tells it."""
        self.shapes = Shapes.read(raw.pop("shapes", {}))
        self.relations = {w: Relation(name) for name, words in raw.pop("relations", {}).items() for w in words}
        self.edges: dict[str, str] = raw.pop("edges", {})
        """Words of a part of a period, as the modifiers of TIMEX3 have it."""
        self.edge_parts: dict[str, str] = raw.pop("edge_parts", {})
        """Words of a part of a period that are, of a day, a part of the day, by its code."""
        self.rough: dict[str, int] = raw.pop("rough", {})
        """Words that are roughly so many."""
        self.heading_clock: str = raw.pop("heading_clock", "(?!)")
        """A time of day beside the date of a heading, as a regular expression."""
        self.heading_beside: frozenset[str] = frozenset(raw.pop("heading_beside", ()))
        """Words beside the period in a heading that is no single day."""
        self.heading_spans: frozenset[str] = frozenset(raw.pop("heading_spans", ()))
        """Words for several days, in a heading that names one of them ("the week of May 3")."""
        unit_codes: dict[str, str] = raw.pop("unit_codes", {})
        self.day_first: bool = raw.pop("day_first", False)
        """Whether 5/6/2019 is always 5 June."""
        exact: dict[str, list[str]] = raw.pop("exact", {})
        self.part_years: dict[str, str] = raw.pop("part_years", {})
        """Codes of a quarter or half, by the word."""
        for name, words in raw.pop("classes").items():
            self._learn(name, dict.fromkeys(words), cased=False)
        for name, words in raw.pop("small", {}).items():
            self._learn(name, words, cased=False, forms=frozenset(words))
        for name, words in raw.pop("cased", {}).items():
            self._learn(name, words, cased=True)
        for name, words in raw.items():
            self._learn(name, words, cased=False)
        self._learn("holiday", dict.fromkeys(names_by_first_word(language)), cased=True)
        for day in range(1, 32):
            self[str(day)] = self[f"{day:02}"] = self.classes["dayno"]
        for year in range(1800, 2100):
            self[str(year)] = self.classes["year"]
        for name, forms in exact.items():
            self.update(dict.fromkeys(forms, self.classes[name]))
        self.codes.update(unit_codes)
        self._fiscal = self.shapes.fiscal[:1]
        self.ordinal_letters = "".join(sorted(set("".join(self.shapes.ordinals)))) + "'"
        self.unit_classes = frozenset(self.classes[name] for name in ("unit", "units", "quarter", "quarters", "second"))
        self.month_classes = frozenset(self.classes[name] for name in ("month", "amonth", "soft_month"))
        self.weekday_classes = frozenset(self.classes[name] for name in ("weekday", "aweekday"))
        self.plural_classes = frozenset(self.classes[name] for name in ("units", "quarters"))
        self["--"] = self["---"] = self.classes["dash"]
        for mark in "!?;":
            self[mark] = self.classes["bang"]

    def _learn(
        self, name: str, table: dict[str, int | str | None], *, cased: bool, forms: frozenset[str] | None = None
    ) -> None:
        if name not in self.classes:
            self.classes[name] = next(self._chars)
        code = self.classes[name]
        for word, meaning in table.items():
            written = {word.capitalize(), word.upper()} | (set() if cased else {word})
            if len(word) < 3 and cased:
                written = {word.upper()}
            for form in sorted(written if forms is None else {word}):
                self.setdefault(form, code)
            if isinstance(meaning, int):
                self.numbers.setdefault(word, meaning)
            elif meaning is not None:
                self.codes.setdefault(word, meaning)

    def __missing__(self, token: str) -> str:
        first = token[0]
        if first.isalpha():
            fiscal = first == self._fiscal and _FISCAL.fullmatch(token.removeprefix(self.shapes.fiscal))
            code = self.classes["fiscalcode"] if fiscal else OTHER
            if len(self) < _MOST_MET and len(token) <= _LONGEST_MET:
                self[token] = code
            return code
        if first.isdigit() or (first in "'’`" and len(token) > 2 and token[1].isdigit()):
            shape = self._shape(token)
            code = OTHER if shape is None else self.classes[shape]
            if len(self) < _MOST_MET and len(token) <= _LONGEST_NUMBER:
                self[token] = code
            return code
        if first == "\n":
            if len(self) < _MOST_MET and len(token) <= _LONGEST_NUMBER:
                self[token] = self.classes["break"]
            return self.classes["break"]
        # Marks, which every sentence has: met once, they are words like all others.
        if len(token) == 1 and len(self) < _MOST_MET:
            self[token] = OTHER
        return OTHER

    def _shape(self, token: str) -> Shape | None:
        """The class of a token that starts with a digit, by its form."""
        plural = self.shapes.plural
        if len(token) > 40 or (not token.isascii() and token[0] not in "’"):
            return None
        if token[0] in "'’`":
            return "decadeno" if plural and token.endswith(plural) else "year2"
        if _PACKED.fullmatch(token):
            return "packed"
        for suffix in self.shapes.ordinals:
            if token.endswith(suffix):
                return "ordnum" if token.removesuffix(suffix).isdigit() and len(token) < 6 else None
        if plural and token.endswith(plural):
            return "decadeno" if _DECADE.fullmatch(token.removesuffix(plural)) else None
        if ":" in token:
            return "iso" if "T" in token else "clock"
        if token.isdigit():
            return _digits(token)
        mark = self.shapes.hour_mark
        if mark and all(not part or part.isdigit() for part in token.split(mark)) and token.count(mark) == 1:
            return "clock" if len(token) <= 4 + len(mark) else None
        if "/" in token:
            return "numdate" if token.count("/") == 2 else "fraction"
        if token.count("-") == 2:
            return "iso" if len(token.partition("-")[0]) == 4 else "numdate"
        if token.count(".") == 2:
            return "numdate"
        return "num" if token.replace(",", "").replace(".", "", 1).isdigit() else None


@cache
def lexicon(language: str = DEFAULT) -> Lexicon:
    """The words of a language's ``dates_words.toml``, read once."""
    return Lexicon(language)


def _digits(token: str) -> Shape:
    """The class of a token of digits alone."""
    if len(token) <= 2:
        return "dayno" if 1 <= int(token) <= 31 else "num"
    if len(token) == 4 and token[0] == "0" and int(token[2:]) < 60:
        return "hhmm"
    if len(token) == 4 and 1000 <= int(token) < 2200:
        return "year"
    return "num" if len(token) < 5 else "bigint"


class _Low(dict[str, str]):
    """Words in lower case, with a plain apostrophe: asked for again and again, and remembered."""

    def __missing__(self, word: str) -> str:
        low = word.lower().replace("’", "'")
        if len(self) < _MOST_MET and len(word) <= _LONGEST_MET:
            self[word] = low
        return low


_low = _Low().__getitem__


def _places(row: Sequence[str], wanted: str) -> Iterator[int]:
    """Where something stands in a row."""
    at = -1
    with contextlib.suppress(ValueError):
        while True:
            at = row.index(wanted, at + 1)
            yield at


def _any_between(places: list[int], i: int, j: int) -> bool:
    """Whether one of the sorted places lies in ``[i, j)``."""
    at = bisect_left(places, i)
    return at < len(places) and places[at] < j


@dataclass(slots=True)
class Looks:
    """What was found of the way that the words of a text look, so that no word is gone over for every date beside it.

    ``cues`` is what the word at a place gives; in ``quiet`` (tokens ``[i, j)``) no word gives anything and no sentence
    ends, in ``quiet_ahead`` none opens a relative clause either. ``seen`` has the direction of an expression, and how
    many tokens away the deciding word is, by all that tells it: the text around the expression, the expression's place
    in it and its length, in tokens.
    """

    cues: dict[int, Literal["past", "future", "unknown"] | None] = field(default_factory=dict)
    quiet: tuple[int, int] = (0, 0)
    quiet_ahead: tuple[int, int] = (0, 0)
    seen: dict[tuple[str, int, int], tuple[Literal["past", "future", "unknown"], int]] = field(default_factory=dict)


class Tokens:
    """The tokens of a text: words, where each lies (code points), and the string of their classes."""

    __slots__ = ("_breaks", "_stops", "around", "codes", "ends", "language", "looks", "text", "words")

    def __init__(self, text: str, language: str = DEFAULT) -> None:
        self.text = text
        self.language = language
        self.around: Context = context(language)
        """The language's words around expressions."""
        self.looks = Looks()
        """What :mod:`leadup.times.direction` has found of the way that words look."""
        self._stops: list[int] | None = None
        self._breaks: list[int] | None = None
        # Each with the space before it, so that their lengths add up to where they end: no match object is made for
        # any of them. What is nothing but space is an empty line, which begins with the end of the line before.
        pieces: list[str] = _pattern(language).findall(text)
        while pieces and not pieces[-1].strip() and pieces[-1].count("\n") < 2:
            pieces.pop()  # what is behind the last token, and the end
        self.ends = list(accumulate(map(len, pieces)))
        """Where each token ends."""
        self.words = list(map(str.lstrip, pieces))
        if "" in self.words:
            self.words = [word or piece[piece.index("\n") :] for word, piece in zip(self.words, pieces, strict=True)]
        self.codes = "".join(map(lexicon(language).__getitem__, self.words))

    @property
    def starts(self) -> list[int]:
        """Where each token starts; made anew each time: :meth:`start` is for one of them."""
        return [end - len(word) for end, word in zip(self.ends, self.words, strict=True)]

    def start(self, i: int) -> int:
        """Where token ``i`` starts."""
        return self.ends[i] - len(self.words[i])

    def end(self, i: int) -> int:
        """Where token ``i`` ends."""
        return self.ends[i]

    def low(self, i: int) -> str:
        """Token ``i`` in lower case, with a plain apostrophe; empty outside the text."""
        words = self.words
        return _low(words[i]) if 0 <= i < len(words) else ""

    def phrase(self, i: int, j: int) -> str:
        """Tokens ``[i, j)`` in lower case, joined by spaces."""
        return " ".join([self.low(k) for k in range(i, j)])

    def goes_on(self, i: int, phrases: Phrases) -> bool:
        """Whether one of some phrases stands from token ``i`` on."""
        return any(all(self.low(i + n) == word for n, word in enumerate(phrase)) for phrase in phrases)

    def sentence_ends(self, i: int, j: int) -> bool:
        """Whether a sentence or paragraph ends in tokens ``[i, j)``."""
        if self._stops is None:
            stops = [k for mark in _STOPS for k in _places(self.words, mark) if not self._is_of_a_short_form(k)]
            self._stops = sorted(stops + self._line_breaks())
        return _any_between(self._stops, i, j)

    def paragraph_ends(self, i: int, j: int) -> bool:
        """Whether a paragraph ends in tokens ``[i, j)``."""
        return _any_between(self._line_breaks(), i, j)

    def _line_breaks(self) -> list[int]:
        """The empty lines, which are tokens too."""
        if self._breaks is None:
            self._breaks = list(_places(self.codes, lexicon(self.language).classes["break"]))
        return self._breaks

    def _is_of_a_short_form(self, i: int) -> bool:
        """Whether token ``i`` is the full stop of a short form or initial, within its sentence ("Mr. Tolm")."""
        if self.words[i] != "." or not self.joined(i) or i + 1 >= len(self.words):
            return False
        before, after = self.words[i - 1], self.words[i + 1]
        if before.lower() in endings(self.language).never or after == "," or after[0].islower():
            return True
        # "Karl H. Tolm", "U.S. officials"; "in the U.S. Tolm said" is not told from them.
        return len(before) == 1 and before.isupper() and after[0].isalpha()

    def joined(self, i: int) -> bool:
        """Whether token ``i`` starts where the one before it ends (no space between)."""
        return 0 < i < len(self.words) and self.start(i) == self.ends[i - 1]
