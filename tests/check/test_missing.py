"""What a draft leaves out: each happening once, what is surely of it first, most widely told first."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from leadup import check_draft
from leadup.check import Missing, Report, checking
from leadup.check.missing import missing_from
from leadup.lang import ENGLISH
from leadup.model import Entry, Lineage, Question, Support, Timeline
from leadup.output.report import to_report_markdown, to_report_page
from leadup.output.report.terminal import render_report
from tests.check.making import archive
from tests.timeline.making import article, entry

DAY = dt.date(2031, 5, 2)


def _told(words: str, late: int = 0, outlets: int = 1, less_sure: bool = False) -> Entry:
    """An entry of one sentence, told by so many outlets."""
    made = entry(article(words, "The Halder Post", DAY), words, DAY + dt.timedelta(late))
    names = tuple(f"outlet {k}" for k in range(outlets))
    support = Support(names, tuple(Lineage(name, (name,), (name,)) for name in names), outlets)
    return replace(made, id=f"{words} {late}", support=support, less_sure=less_sure)


def _missing(*entries: Entry, left_out: tuple[Entry, ...] = ()) -> tuple[Missing, ...]:
    days = sorted(e.day for e in entries)
    held = tuple(sorted(entries, key=lambda e: (e.day, e.id)))
    whole = Timeline(Question("the shelling"), None, days[0], days[-1], held)
    kept = replace(whole, entries=tuple(e for e in held if e not in left_out))
    return missing_from(whole, kept, (), ENGLISH)


def test_what_two_entries_tell_is_missing_once() -> None:
    once = _told("Varo resigned as captain of the harbour guard.", outlets=3)
    again = _told("Captain Varo quit: he resigned from the harbour guard.", late=1)
    other = _told("Fishermen sold herring at Dunmar's market.")
    assert [m.witness.span.exact for m in _missing(again, other, once)] == [once.wording.exact, other.wording.exact]


def test_another_deed_in_mostly_the_same_words_is_another_thing() -> None:
    once = _told("Captain Varo resigned from the harbour guard.")
    other = _told("Captain Varo praised the harbour guard.")
    assert len(_missing(once, other)) == 2


def test_what_is_told_of_another_day_in_other_words_is_another_thing() -> None:
    once = _told("Varo resigned as captain of the harbour guard.")
    later = _told("Varo's deputy resigned from the harbour guard.", late=9)
    copied = _told("Varo resigned as captain of the harbour guard.", late=12)
    assert [m.day for m in _missing(once, later, copied)] == [once.day, later.day]


def test_what_is_less_sure_stands_last_however_widely_told() -> None:
    wide = _told("Tolk spoke of the harbour at length.", outlets=5, less_sure=True)
    one, two = _told("Varo resigned as captain."), _told("Herring was sold at Dunmar.", outlets=2)
    found = _missing(wide, one, two)
    assert [(m.independent, m.less_sure) for m in found] == [(2, False), (1, False), (5, True)]


def test_what_an_editor_would_leave_out_is_less_surely_missing() -> None:
    wide, one = _told("Tolk spoke of the harbour at length.", outlets=5), _told("Varo resigned as captain.")
    assert [m.less_sure for m in _missing(wide, one, left_out=(wide,))] == [False, True]
    assert _missing(wide, one, left_out=(wide,))[0].witness.span == one.wording


def test_what_is_missing_is_told_apart_by_what_the_answer_itself_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def told(whole: Timeline, kept: Timeline, *_: object) -> tuple[Missing, ...]:
        asked.extend(one.question.detail for one in (whole, kept))
        return ()

    monkeypatch.setattr(checking, "missing_from", told)
    with archive(tmp_path) as made:
        check_draft("May 2, 2031: Rebels shelled the port of Vessin.\nMay 5, 2031: Ferries sailed.", made)
    assert asked == ["full", "normal"]


def test_what_is_less_sure_is_folded() -> None:
    found = _missing(_told("Varo resigned as captain."), _told("Tolk spoke of the harbour.", less_sure=True))
    report = Report("", (), found, DAY, DAY)
    for every, shown in ((False, False), (True, True)):
        screen = Console(file=io.StringIO(), width=200)
        render_report(report, screen, every=every)
        said = screen.file.getvalue()  # type: ignore[attr-defined]
        assert "Varo resigned" in said and ("Tolk spoke" in said) == shown
        assert ("1 perhaps missing too" in said) != shown
        assert "The Halder Post, 2031-05-02; 1 outlet\n" in said
    assert to_report_page(report).count("<details>") == 1
    assert to_report_page(replace(report, missing=found[:1])).count("<details>") == 0
    assert "perhaps: “Tolk" in to_report_markdown(report) and "perhaps: “Varo" not in to_report_markdown(report)
