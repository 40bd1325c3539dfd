"""Numbers of a statement beside those that the sources give for the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from leadup import lang
from leadup.check.seeking import stem_of
from leadup.reading.figures import find_figures
from leadup.timeline.accounts.compare import BEFALLEN, interval

_ROUND = 0.02
"""Two large counts this near are one rounded."""
_OPEN = 1.6
AGE = "age"
_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\b")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """What a number is of ("killed", "age", "vote", "year" of a term), its bounds, and where it stands."""

    of: str
    low: float
    high: float | None
    start: int
    end: int

    def agrees(self, other: Number) -> bool:
        """Whether both may be the same number."""
        low, high = max(self.low, other.low), min(self.most, other.most)
        return low <= high or (high > 1000 and (low - high) / low < _ROUND)

    @property
    def most(self) -> float:
        """The most that is meant: "more than 20" is not said of 60."""
        return self.high if self.high is not None else max(self.low * _OPEN, self.low + 2)

    @property
    def value(self) -> str:
        """Its bounds as a person writes them."""
        return interval(self.low, self.high)


@cache
def _spelt() -> dict[str, float]:
    data = lang.table("check")
    found = {w: float(k) for k, w in enumerate(data["numbers"].split())}
    return {**found, **{w: float(n) for w, n in (pair.split("=") for pair in data["tens"].split())}}


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    data = lang.table("check")
    return {"age": re.compile(data["age"]), "vote": re.compile(data["vote"])}


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or letters."""
    return word[:1].isdigit() or word.lower() in _spelt()


def numbers_of(words: str) -> tuple[Number, ...]:
    """The numbers of a sentence that something is counted by; years and days of dates are none."""
    found: list[Number] = []
    taken: list[tuple[int, int]] = []
    for of, form in _forms().items():
        for match in form.finditer(words):
            at = [name for name in form.groupindex if match.group(name)]
            if of == "vote" and not 10 <= sum(float(match.group(n)) for n in at) <= 700:
                continue
            for nth, name in enumerate(at):
                value = float(match.group(name))
                label = of if of == "age" else f"vote {nth + 1}"
                found.append(Number(label, value, value, *match.span(name)))
            taken.append(match.span())
    for figure in find_figures(words):
        if any(figure.start < e and s < figure.end for s, e in taken):
            continue
        of = figure.role if figure.role in BEFALLEN else stem_of(figure.unit.split()[-1]) if figure.unit else ""
        if of:
            found.append(Number(of, figure.low, figure.high, figure.start, figure.end))
            taken.append((figure.start, figure.end))
    tokens = list(re.finditer(r"[\w,.]*\w", words))
    for nth, match in enumerate(tokens[:-1]):
        if any(match.start() < e and s < match.end() for s, e in taken) or not is_number(match.group()):
            continue
        plain = match.group().replace(",", "")
        count = _spelt().get(plain.lower()) if plain.isalpha() else float(plain) if _NUMBER.fullmatch(plain) else None
        noun = next(
            (t.group() for t in tokens[nth + 1 : nth + 4] if t.group()[:1].islower() and stem_of(t.group())), ""
        )
        if count is not None and noun and not (plain.isdigit() and len(plain) == 4 and 1900 <= count <= 2100):
            found.append(Number(stem_of(noun), count, count, *match.span()))
    return tuple(sorted(found, key=lambda n: n.start))


def differing(said: Number, others: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Of numbers of the same thing, those that agree with the one said, and those that do not."""
    same = [n for n in others if n.of == said.of]
    return [n for n in same if n.agrees(said)], [n for n in same if not n.agrees(said)]
