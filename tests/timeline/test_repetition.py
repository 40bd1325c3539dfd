"""When two happenings of an answer are one, told again: by how like, how near and how much of one another they are."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import repetition
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import DayDeeds
from leadup.timeline.happenings.group import JOINED
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.repetition import _figures, _is_reported_late, _Repetition, _shown_with
from leadup.timeline.table import Table, read_table


def two(
    apart: int = 0,
    likeness: float = 0.0,
    shared: float = 0.0,
    *,
    dated: bool = True,
    persons: tuple[str, str] = ("", ""),
    asked: str = "",
    kinds: tuple[str, str] = ("", ""),
    names: tuple[str, str] = ("", ""),
    figures: tuple[str, str] = ("", ""),
    done: tuple[str, str] = ("", ""),
    stated: int | None = None,
) -> Any:
    """Two happenings, rows 0 and 1, with what is known of each, one letter a thing; ``dated``: the later names its
    day; no form of their sentences says anything."""
    made: Any = object.__new__(_Repetition)
    made._table = SimpleNamespace(explicit=[dated, dated])
    made._picked = [SimpleNamespace(row=0, day=7), SimpleNamespace(row=1, day=7 + apart)]
    made._likeness = np.array([[1.0, likeness], [likeness, 1.0]])
    made._words = SimpleNamespace(between=lambda _one, _other: shared)
    made._stated, made._asked, made._about = stated, frozenset(asked), frozenset()
    made._persons, made._kinds, made._names, made._figures = (
        [frozenset(one) for one in known] for known in (persons, kinds, names, figures)
    )
    made._deeds_of_persons = lambda at: frozenset(done[at])
    made.deeds_of_day = lambda _at: DayDeeds((), False, language=ENGLISH)
    made._same_by_form = made._answers = lambda _one, _other: False
    return made


@pytest.mark.parametrize(
    ("known", "same"),
    [
        # Of one day: held to tell one thing, and some of the words; or surely, and fewer.
        ({"likeness": 0.6, "shared": 0.21}, True),
        ({"likeness": 0.6, "shared": 0.19}, False),
        ({"likeness": 0.91, "shared": 0.11}, True),
        ({"likeness": 0.91, "shared": 0.09}, False),
        ({"likeness": 0.0, "shared": 0.21}, False),
        ({"likeness": 0.0, "shared": 0.41}, True),
        ({"likeness": 0.0, "shared": 0.39}, False),
        # One figure, two persons beside the event's own, one kind of deed of one person, or a deed of that person.
        ({"shared": 0.13, "figures": ("xy", "y")}, True),
        ({"shared": 0.11, "figures": ("xy", "y")}, False),
        ({"shared": 0.13, "figures": ("x", "y")}, False),
        ({"shared": 0.13, "persons": ("pq", "pqr")}, True),
        ({"shared": 0.11, "persons": ("pq", "pqr")}, False),
        ({"shared": 0.13, "persons": ("pq", "pr")}, False),
        ({"shared": 0.13, "persons": ("pq", "pq"), "asked": "p"}, False),
        ({"shared": 0.21, "persons": ("p", "p"), "kinds": ("k", "k")}, True),
        ({"shared": 0.19, "persons": ("p", "p"), "kinds": ("k", "k")}, False),
        ({"shared": 0.21, "persons": ("p", "p"), "kinds": ("k", "l")}, False),
        ({"shared": 0.41, "persons": ("p", "p")}, True),
        ({"shared": 0.39, "persons": ("p", "p")}, False),
        ({"shared": 0.01, "persons": ("p", "p"), "done": ("d", "d")}, True),
        ({"shared": 0.01, "persons": ("p", "p"), "done": ("d", "e")}, False),
        ({"shared": 0.01, "persons": ("p", "q"), "done": ("d", "d")}, False),
        # Beside the event's own entry its kind of deed and one name are enough, and other words are not.
        ({"shared": 0.06, "stated": 0, "kinds": ("k", "k"), "names": ("n", "n")}, True),
        ({"shared": 0.06, "stated": 1, "kinds": ("k", "k"), "names": ("n", "n")}, True),
        ({"shared": 0.06, "stated": 2, "kinds": ("k", "k"), "names": ("n", "n")}, False),
        ({"shared": 0.04, "stated": 0, "kinds": ("k", "k"), "names": ("n", "n")}, False),
        ({"shared": 0.06, "stated": 0, "kinds": ("k", "l"), "names": ("n", "n")}, False),
        ({"shared": 0.06, "stated": 0, "kinds": ("k", "k"), "names": ("n", "m")}, False),
        ({"shared": 0.45, "stated": 0, "persons": ("p", "p"), "done": ("d", "d")}, False),
        # Of the next day: surely one, in mostly the same words; less is enough where it was only printed then.
        ({"apart": 1, "likeness": 0.61, "shared": 0.41}, True),
        ({"apart": 1, "likeness": 0.59, "shared": 0.41}, False),
        ({"apart": 1, "likeness": 0.61, "shared": 0.39}, False),
        ({"apart": 1, "likeness": 0.59, "shared": 0.21, "dated": False}, True),
        ({"apart": 1, "likeness": 0.59, "shared": 0.19, "dated": False}, False),
        ({"apart": 1, "likeness": 0.1, "shared": 0.41, "dated": False}, False),
        ({"apart": 1, "shared": 0.41, "figures": ("x", "x")}, False),
        ({"apart": 1, "persons": ("pqr", "pqr"), "dated": False}, True),
        ({"apart": 1, "persons": ("pqr", "pqr")}, False),
        ({"apart": 1, "persons": ("pq", "pq"), "dated": False}, False),
        ({"apart": 1, "persons": ("pqr", "pqs"), "dated": False}, False),
        # Just so much is enough.
        ({"likeness": JOINED, "shared": 0.2}, True),
        ({"likeness": 0.9, "shared": 0.1}, True),
        ({"likeness": 0.0, "shared": 0.4}, True),
        ({"shared": 0.12, "figures": ("xy", "y")}, True),
        ({"shared": 0.12, "persons": ("pq", "pqr")}, True),
        ({"shared": 0.2, "persons": ("p", "p"), "kinds": ("k", "k")}, True),
        ({"shared": 0.4, "persons": ("p", "p")}, True),
        ({"shared": 0.05, "stated": 0, "kinds": ("k", "k"), "names": ("n", "n")}, True),
        ({"apart": 1, "likeness": 0.6, "shared": 0.4}, True),
        ({"apart": 1, "likeness": JOINED, "shared": 0.2, "dated": False}, True),
        ({"likeness": JOINED - 0.01, "shared": 0.39}, False),
        ({"apart": 1, "likeness": JOINED - 0.01, "shared": 0.39, "dated": False}, False),
        # Two days apart they never are.
        ({"apart": 2, "likeness": 1.0, "shared": 1.0}, False),
        ({"apart": -1, "likeness": 0.61, "shared": 0.41}, True),
        ({"apart": -2, "likeness": 1.0, "shared": 1.0}, False),
    ],
)
def test_when_two_are_one(known: dict[str, Any], same: bool) -> None:
    assert two(**known).same(0, 1) is same
    assert two(**known).same(1, 0) is same


def test_the_later_of_two_is_late_where_it_names_no_day() -> None:
    table: Any = SimpleNamespace(explicit=[True, False])
    first, second = (SimpleNamespace(row=row, day=day) for row, day in ((0, 5), (1, 6)))
    assert _is_reported_late(table, first, second)  # type: ignore[arg-type]
    assert _is_reported_late(table, second, first)  # type: ignore[arg-type]
    second.day = 4
    assert not _is_reported_late(table, first, second)  # type: ignore[arg-type]


def rows_of(*told: tuple[str, str, str]) -> Table:
    return read_table(pool(told), Question("Orsk"), 737700, 738000)


def row(table: Table, words: str) -> int:
    return next(r for r in range(len(table.rows)) if words in table.text(r))


def test_the_figures_by_which_a_happening_is_known() -> None:
    table = rows_of(
        ("2021-03-11", "A", "Rain fell. On Wednesday the senate voted 37-3 in Orsk."),
        ("2021-03-11", "B", "Rain fell. On Wednesday the army gave Orsk 48 hours to yield after 9 years."),
        ("2021-03-11", "C", "Rain fell. On Wednesday nothing was done in Orsk."),
        ("2021-03-11", "D", "Rain fell. On Wednesday at 10:30 a.m. and on March 9 all was done in Orsk."),
    )
    # No date and no hour is one.
    assert _figures(table, row(table, "all was"), ()) == frozenset()
    assert _figures(table, row(table, "37-3"), ()) == {"37-3"}
    (span,) = _figures(table, row(table, "48 hours"), ())
    assert "48" in span
    # A figure of the story's own is none.
    assert _figures(table, row(table, "48 hours"), {"48"}) == frozenset()
    assert _figures(table, row(table, "nothing"), ()) == frozenset()


def test_what_leans_is_shown_with_the_sentence_before_it() -> None:
    table = rows_of(
        (
            "2021-03-11",
            "A",
            "Ida Lund was shot in Orsk on Wednesday. She died in the hall on Wednesday. Orsk mourned on Wednesday.",
        ),
        ("2021-03-11", "B", "Karl Tolm was hurt in Orsk on Wednesday. He was in the hall on Wednesday."),
    )
    shot, died, mourned, hurt = (row(table, words) for words in ("shot", "died", "mourned", "hurt"))
    assert _shown_with(table, died, shot)
    assert not _shown_with(table, shot, died)
    assert not _shown_with(table, died, died)
    assert not _shown_with(table, mourned, shot)
    assert not _shown_with(table, died, hurt)


@pytest.mark.parametrize(
    ("second", "leans"), [("She left for the coast", True), ("Karl Tolm left for the coast", False)]
)
def test_of_two_that_are_shown_together_either_may_be_the_weightier(second: str, leans: bool) -> None:
    table = rows_of(
        ("2021-03-11", "A", f"Ida Lund was shot in Orsk on Wednesday. {second} by a night train on Wednesday.")
    )
    made = object.__new__(_Repetition)
    made._table = table
    made._picked = [RankedHappening(1, row(table, words), 1.0, ()) for words in ("shot", "left")]
    assert made._shown_together(0, 1) is leans
    assert made._shown_together(1, 0) is leans


class _Told:
    """Which of four happenings, a to d, tell the same, in place of what says so of sentences."""

    pairs: frozenset[str] = frozenset()
    plainer: frozenset[str] = frozenset()
    brought: str = ""

    def brings_up(self, at: int) -> bool:
        return "abcd"[at] in self.brought

    def __init__(self, *_given: Any) -> None:
        self.deeds_of_day = "abcd".__getitem__

    def same(self, one: int, other: int) -> bool:
        return "".join(sorted("abcd"[k] for k in (one, other))) in self.pairs


@pytest.mark.parametrize(
    ("days", "pairs", "plainer", "previews", "stated", "told", "own"),
    [
        # rows a to d with their days; pairs that are one; which words the other plainly; which are previews
        ("7777", "", "", "", None, "abcd", None),
        ("7777", "ab cd", "", "", None, "ac", None),
        ("7777", "ab bc", "", "", None, "acd", None),
        # the plainer one of a day words it, the first such
        ("7777", "ab", "ba", "", None, "bcd", None),
        ("7777", "ab ac", "ba ca", "", None, "bd", None),
        ("7877", "ab", "ba", "", None, "acd", None),
        # what was done words what was still to come
        ("7777", "ab", "", "a", None, "bcd", None),
        ("7777", "ab", "", "ab", None, "acd", None),
        ("7777", "ab", "", "b", None, "acd", None),
        ("7877", "ab", "", "a", None, "acd", None),
        # the event's own row is the one that words it then
        ("7777", "ab", "ba", "", 0, "bcd", 1),
        ("7777", "ab", "ba", "", 2, "bcd", 2),
        ("7777", "ab", "", "", 1, "acd", 1),
    ],
)
def test_what_is_told_once_and_which_words_it(
    monkeypatch: pytest.MonkeyPatch,
    days: str,
    pairs: str,
    plainer: str,
    previews: str,
    stated: int | None,
    told: str,
    own: int | None,
) -> None:
    monkeypatch.setattr(_Told, "pairs", frozenset(pairs.split()))
    monkeypatch.setattr(repetition, "_Repetition", _Told)
    monkeypatch.setattr(repetition, "tells_plainly", lambda one, other: one + other in plainer.split())
    monkeypatch.setattr(repetition, "_is_preview", lambda _table, row: "abcd"[row] in previews)
    monkeypatch.setattr(repetition, "replace", lambda one, row: SimpleNamespace(day=one.day, row=row))
    picked: Any = [SimpleNamespace(row=row, day=int(day)) for row, day in enumerate(days)]
    nothing: Any = None
    kept, event = repetition.without_repetitions(nothing, picked, nothing, nothing, stated, frozenset())
    assert "".join("abcd"[k.row] for k in kept) == told
    assert event == own


@pytest.mark.parametrize(
    ("text", "own"),
    [("Lund fled Orsk, a guard said.", 1), ("Lund signed a pact in Orsk, a guard said.", 0)],
)
def test_what_tells_another_deed_of_the_day_does_not_stand_for_the_event(
    monkeypatch: pytest.MonkeyPatch, text: str, own: int
) -> None:
    monkeypatch.setattr(_Told, "pairs", frozenset({"ab"}))
    monkeypatch.setattr(repetition, "_Repetition", _Told)
    monkeypatch.setattr(repetition, "tells_plainly", lambda _one, _other: True)
    monkeypatch.setattr(repetition, "replace", lambda one, row: SimpleNamespace(day=one.day, row=row))
    picked: Any = [SimpleNamespace(row=0, day=7), SimpleNamespace(row=1, day=7)]
    table: Any = SimpleNamespace(text=lambda _row: text, language=ENGLISH)
    nothing: Any = None
    states = frozenset({base_form("fled", ENGLISH)})
    _, event = repetition.without_repetitions(table, picked, nothing, nothing, 0, states)
    assert event == own


@pytest.mark.parametrize(
    ("days", "pairs", "brought", "stated", "told"),
    [
        # c tells the same as a, and as b, which only brings it up: b is told by a
        ("7777", "ac bc", "b", None, "ad"),
        ("7777", "ac bc", "", None, "abd"),
        ("7777", "ac bc", "b", 1, "abd"),
        # another day's, or one that no third joins
        ("7877", "ac bc", "b", None, "abd"),
        ("7777", "ac", "b", None, "abd"),
        ("7777", "bc", "b", None, "abd"),
    ],
)
def test_what_is_only_brought_up_is_told_by_what_a_third_tells_too(
    monkeypatch: pytest.MonkeyPatch, days: str, pairs: str, brought: str, stated: int | None, told: str
) -> None:
    monkeypatch.setattr(_Told, "pairs", frozenset(pairs.split()))
    monkeypatch.setattr(_Told, "brought", brought)
    monkeypatch.setattr(repetition, "_Repetition", _Told)
    monkeypatch.setattr(repetition, "tells_plainly", lambda _one, _other: False)
    monkeypatch.setattr(repetition, "_is_preview", lambda _table, _row: False)
    picked: Any = [SimpleNamespace(row=row, day=int(day)) for row, day in enumerate(days)]
    nothing: Any = None
    kept, _ = repetition.without_repetitions(nothing, picked, nothing, nothing, stated, frozenset())
    assert "".join("abcd"[k.row] for k in kept) == told


def test_what_a_day_is_hung_on_that_a_sentence_does_not_turn_on() -> None:
    table = rows_of(
        ("2021-03-11", "A", "Rain fell. A backlash in Orsk grew after the raid of March 10."),
        ("2021-03-11", "B", "Rain fell. The army raided Orsk on March 10."),
        ("2021-03-11", "C", "Rain fell. Ida Lund fled Orsk, a guard who saw her on March 10 told the paper."),
    )
    made = object.__new__(_Repetition)
    made._table, made._stated = table, None
    rows = [row(table, words) for words in ("backlash", "raided", "fled")]
    made._picked = [RankedHappening(table.rows[r].day, r, 1.0, ()) for r in rows]
    made.deeds_of_day = made._deeds_of_day
    assert made.brings_up(0)
    assert not made.brings_up(1)
    assert not made.brings_up(2)
