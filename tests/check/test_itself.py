"""A draft that stands among its own sources bears nothing out."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from rich.console import Console

from leadup import check_draft
from leadup.output.report import render_report, to_report_json
from tests.check.making import DAY, archive
from tests.timeline.making import article

DRAFT = (
    "Rebels shelled the port of Vessin on May 2, 2031, killing 24 dockers. "
    "The bishop of Dunmar fled to Ostrava on May 3, 2031. "
    "Smugglers sold the wells of Vessin to a bank on May 4, 2031."
)


def _kinds(folder: Path, *texts: str) -> tuple[list[str], int]:
    more = [article(text, f"Paper {k}", DAY + dt.timedelta(3)) for k, text in enumerate(texts)]
    with archive(folder, *more) as made:
        report = check_draft(DRAFT, made)
        ours = {a.id for a, _ in made.articles() if a.id in report.itself}
        assert not any(w.span.article in ours for f in report.findings for w in f.witnesses)
        assert not any(m.witness.span.article in ours for m in report.missing)
        screen = Console(width=200, record=True, file=io.StringIO())
        render_report(report, screen)
        assert ("the draft itself is in the archive" in screen.export_text()) == bool(ours)
        assert b'"itself"' in to_report_json(report)
        return [f.kind for f in report.findings], len(report.itself)


def test_the_draft_does_not_bear_itself_out(tmp_path: Path) -> None:
    kinds, many = _kinds(tmp_path / "own", DRAFT)
    assert many == 1
    assert kinds == ["supported", "no source says so", "no source says so"]


def test_nor_does_an_older_version_of_it(tmp_path: Path) -> None:
    older = DRAFT.replace("Smugglers sold", "Some men sold")
    kinds, many = _kinds(tmp_path / "older", DRAFT, older)
    assert many == 2
    assert kinds[1:] == ["no source says so"] * 2


def test_a_report_from_which_a_draft_took_a_sentence_is_a_source(tmp_path: Path) -> None:
    told = (
        "The bishop of Dunmar fled to Ostrava on May 3, 2031. He took a ferry by night with two of his clerks and "
        "a chest of books, neighbours said. Nobody in the town had heard of his plans, and the doors stood open."
    )
    kinds, many = _kinds(tmp_path / "source", told)
    assert many == 0
    assert kinds[1] == "one side only"


def test_a_long_report_that_a_draft_copies_out_is_a_source(tmp_path: Path) -> None:
    more = " Rain fell on the hills of Dunmar that week, and the market stayed shut for want of herring." * 6
    _, many = _kinds(tmp_path / "long", DRAFT + more)
    assert many == 0
