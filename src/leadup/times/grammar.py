"""The grammar of time expressions, as regular expressions over token classes.

The rules are in ``dates_grammar.txt`` of a language's pack, written with the names of the classes (``dates_words.toml``
beside it and :data:`leadup.times.tokens.SHAPES`) and of macros in capitals. They are tried in the order they stand in,
at each place from left to right. Parts of one name in several branches of a rule end with underscores (``day``,
``day_``). Every repetition is bounded, so that reading is linear in the number of tokens.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from leadup.lang import DEFAULT, languages_with, pack_text
from leadup.times.starts import starts_of
from leadup.times.tokens import Tokens, lexicon

_PART = re.compile(r"\?P<(\w+?)_*>")
_NAME = re.compile(r"\?P<\w+>|[A-Za-z_]\w*")


WRITTEN_ON = dt.date(2024, 3, 13)
"""The day of writing of the grammar's examples, a Wednesday."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule: in a text written on ``day``, the expression ``exact`` has the TIMEX3 ``value``."""

    rule: str
    text: str
    exact: str
    value: str
    day: dt.date


@cache
def examples(language: str = DEFAULT) -> tuple[Example, ...]:
    """The examples beside the rules. Raises ValueError where one is not written as the grammar's head says."""
    made: list[Example] = []
    rule = ""
    for line in _lines(language):
        if line[0] != " ":
            rule = line.strip()
        elif line.strip().startswith(">"):
            cells = [cell.strip() for cell in line.strip()[1:].split(" | ")]
            if len(cells) not in (3, 4):
                raise ValueError(f"an example of {rule} has {len(cells)} cells, not 3 or 4: {line.strip()}")
            day = dt.date.fromisoformat(cells[3]) if len(cells) == 4 else WRITTEN_ON
            made.append(Example(rule, cells[0], cells[1], cells[2], day))
    return tuple(made)


def _lines(language: str) -> list[str]:
    lines = pack_text("dates_grammar.txt", language).splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def written(language: str = DEFAULT) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The macros by name, and the rules in order, as the pack has them."""
    entries: dict[str, list[str]] = {}
    name = ""
    for line in _lines(language):
        if line.strip().startswith(">"):
            continue
        if line[0] != " ":
            name = line.strip()
            if name in entries:
                raise ValueError(f"the grammar has two entries named {name}")
            entries[name] = []
        else:
            entries[name].append(line.strip())
    joined = {name: " ".join(lines) for name, lines in entries.items()}
    rules = tuple((name, pattern) for name, pattern in joined.items() if not name.isupper())
    return {name: pattern for name, pattern in joined.items() if name.isupper()}, rules


@cache
def rules(*names: str) -> frozenset[str]:
    """Names of rules, as a set. Raises ValueError where no language's grammar has one of them."""
    known = {name for language in languages_with("dates_grammar.txt") for name, _ in written(language)[1]}
    if not known.issuperset(names):
        raise ValueError(f"no rules of a grammar: {sorted(set(names) - known)}")
    return frozenset(names)


@cache
def parts(*names: str) -> frozenset[str]:
    """Names of parts of rules, as a set. Raises ValueError where no rule has one of them."""
    named = {name for _, pattern in written()[1] for name in _PART.findall(pattern)}
    if not named.issuperset(names):
        raise ValueError(f"no parts of a rule: {sorted(set(names) - named)}")
    return frozenset(names)


def expand(pattern: str, language: str, *, named: bool = True) -> str:
    """A pattern written with the names of classes and macros, as a regular expression over tokens' classes.

    Raises ValueError where it names a class that the language has no words for.
    """
    classes = lexicon(language).classes
    macros = written(language)[0]

    def name(m: re.Match[str]) -> str:
        word = m.group()
        if word.startswith("?P<"):
            return word if named else "?:"
        if word in macros:
            return _NAME.sub(name, macros[word])
        if word not in classes:
            raise ValueError(f"no macro and no class ({language}): {word}")
        return re.escape(classes[word])

    return _NAME.sub(name, pattern).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens ``[i, j)`` that a rule takes, with the token range of each part that it names."""

    rule: str
    i: int
    j: int
    parts: dict[str, tuple[int, int]]


YEARS = parts("year", "year1", "year2")
"""Parts that are a year."""


class _Rule(NamedTuple):
    """A rule, compiled: how it matches at a place, and the parts that its groups are, by the number of the group."""

    name: str
    match: Callable[[str, int], re.Match[str] | None]
    groups: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, name: str, pattern: re.Pattern[str]) -> _Rule:
        return cls(name, pattern.match, tuple((part.rstrip("_"), n) for part, n in pattern.groupindex.items()))


class Grammar:
    """The rules, compiled: for each two classes, the rules that an expression starting with them may follow."""

    def __init__(self, language: str) -> None:
        rules = written(language)[1]
        self._rules = [_Rule.of(name, re.compile(expand(pattern, language))) for name, pattern in rules]
        self._starting: dict[str, list[int]] = {}
        """Numbers of the rules, in order, by the two classes, or the only one, that they may start with."""
        for number, (_, pattern) in enumerate(rules):
            for start in starts_of(expand(pattern, language, named=False)):
                self._starting.setdefault(start, []).append(number)
        self._by_start: dict[str, tuple[_Rule, ...]] = {}
        firsts = sorted({start[0] for start in self._starting})
        self._start = re.compile("[" + "".join(map(re.escape, firsts)) + "]")

    def _beginning(self, pair: str) -> tuple[_Rule, ...]:
        """The rules that may start with two classes (one at the end of a text), in order.

        Found when first met: few of the pairs that may be are. They are tried one by one: mostly there are one or two,
        and one pattern of them all took longer to make than to save.
        """
        found = self._by_start.get(pair)
        if found is None:
            numbers = sorted({*self._starting.get(pair, ()), *self._starting.get(pair[0], ())})
            found = self._by_start[pair] = tuple(self._rules[n] for n in numbers)
        return found

    def scan(self, tokens: Tokens) -> Iterator[Found]:
        """The expressions of a text, left to right, none overlapping another."""
        codes = tokens.codes
        search = self._start.search
        at = 0
        while begin := search(codes, at):
            i = at = begin.start()
            for rule in self._beginning(codes[i : i + 2]):
                m = rule.match(codes, i)
                if m is not None and m.end() > i:
                    parts = {k: span for k, g in rule.groups if (span := m.regs[g])[0] < span[1]}
                    yield Found(rule.name, i, m.end(), parts)
                    at = m.end()
                    break
            else:
                at = i + 1


@cache
def grammar(language: str = DEFAULT) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
