"""Who did what to whom: a matrix of the actors that act on each other most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from leadup.model import Action, Timeline
from leadup.output.cast import names_both_sides
from leadup.output.phrases import count_words

MOST_ACTORS: Final = 9
"""Rows and columns that stay readable on a phone with one sideways scroll."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor did to another: ``tone`` is h3…h1 (hostile), n, c1…c3 (cooperative), or empty for nothing."""

    key: str
    count: int
    mostly: str
    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are those who act, columns those acted upon, both in the same order."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    left_out: int


def matrix_of(timeline: Timeline, actor_key: dict[str, str]) -> Matrix | None:
    """The matrix of the sure actions that happened, between named actors; None where there are none."""
    done: dict[tuple[str, str], list[Action]] = {}
    names: dict[str, str] = {}
    busy: Counter[str] = Counter()
    for entry in timeline.entries:
        for action in entry.actions:
            if action.source is None or action.target is None or action.realis != "happened" or not action.certain:
                continue
            if not names_both_sides(action) or not {action.source.key, action.target.key} <= actor_key.keys():
                continue
            for actor in (action.source, action.target):
                names.setdefault(actor.key, actor.name)
                busy[actor.key] += 1
            done.setdefault((action.source.key, action.target.key), []).append(action)
    ranked = sorted(busy, key=lambda key: (-busy[key], key))
    shown = ranked[:MOST_ACTORS]
    sources = [key for key in shown if any((key, other) in done for other in shown)]
    targets = [key for key in shown if any((other, key) in done for other in shown)]
    if not sources:
        return None
    rows = tuple(
        (
            names[source],
            tuple(
                _cell(f"{actor_key[source]}-{actor_key[target]}", names[source], names[target], done[source, target])
                if (source, target) in done
                else None
                for target in targets
            ),
        )
        for source in sources
    )
    return Matrix(tuple(names[key] for key in targets), rows, len(ranked) - len(shown))


def _cell(key: str, source: str, target: str, actions: list[Action]) -> Cell:
    kinds = Counter(action.category.lower() for action in actions)
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    mean = sum(action.intensity for action in actions) / len(actions)
    said = ", ".join(f"{kind} {kinds[kind]}" for kind in ranked)
    label = f"{source} towards {target}: {count_words(len(actions), 'action')} ({said})"
    return Cell(key, len(actions), ranked[0], _tone(mean), label)


def _tone(mean: float) -> str:
    if abs(mean) < 0.5:
        return "n"
    step = 3 if abs(mean) >= 6 else 2 if abs(mean) >= 3 else 1
    return f"{'h' if mean < 0 else 'c'}{step}"
