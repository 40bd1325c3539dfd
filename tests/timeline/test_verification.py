"""A saved timeline held against its archive."""

import copy
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import leadup.model.reason as reasons
from leadup import Archive, Timeline, lead_up
from leadup.cli import app
from leadup.intake import read_path
from leadup.lang import table
from leadup.model import Article, DateReason, Evidence, Question
from leadup.output.jsonform import from_json, to_json
from leadup.timeline.comparison import compare_words
from leadup.timeline.verification import verify

TARGET = "the killing of Qassem Soleimani"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    with Archive(folder, create=True) as kept:
        for found in read_path(examples):
            assert isinstance(found, Article)
            kept.add(found)
    return folder


@pytest.fixture(scope="module")
def timeline(archive: Path) -> Timeline:
    return lead_up(TARGET, archive, after=3)


def test_what_was_just_made_holds(archive: Path, timeline: Timeline) -> None:
    with Archive(archive) as kept:
        verdict = verify(timeline, kept)
    assert verdict.holds, verdict.faults
    assert dict(verdict.checked)["span"] > 20
    assert dict(verdict.checked)["date"] > 20


def faults(archive: Path, timeline: Timeline) -> set[str]:
    with Archive(archive) as kept:
        return {fault.what for fault in verify(timeline, kept).faults}


def test_changed_words_are_found(archive: Path, timeline: Timeline) -> None:
    first, *rest = timeline.entries
    wording = replace(first.wording, exact=first.wording.exact.replace("a", "o"))
    assert "span" in faults(archive, replace(timeline, entries=(replace(first, wording=wording), *rest)))


def test_another_date_reason_is_found(archive: Path, timeline: Timeline) -> None:
    first, *rest = timeline.entries
    evidence = first.evidence[0]
    date = replace(evidence.mention.date, reason="because I say so")
    told = replace(evidence, mention=replace(evidence.mention, date=date))
    changed = replace(first, evidence=(told, *first.evidence[1:]))
    assert faults(archive, replace(timeline, entries=(changed, *rest))) == {"date"}


def test_a_reason_told_in_other_words_is_the_same_reason(
    archive: Path, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timeline saved when its reasons were worded otherwise holds; one that kept only those words does not."""
    forms = copy.deepcopy(table("reasons"))
    forms["rules"] = {rule: f"so it is: {template}" for rule, template in forms["rules"].items()}
    with monkeypatch.context() as patched:
        patched.setattr(reasons, "table", lambda _name: forms)
        saved = to_json(timeline)
    assert b"so it is: " in saved
    assert faults(archive, from_json(saved)) == set()
    words_alone = saved.replace(b'"because"', b'"unknown"')
    assert faults(archive, from_json(words_alone)) == {"date"}


def test_a_timeline_saved_before_reasons_were_data_holds(archive: Path, timeline: Timeline) -> None:
    def worded(evidence: Evidence) -> Evidence:
        date = replace(evidence.mention.date, reason=str(evidence.mention.date.reason))
        return replace(evidence, mention=replace(evidence.mention, date=date))

    entries = tuple(replace(e, evidence=tuple(map(worded, e.evidence))) for e in timeline.entries)
    earlier = from_json(to_json(replace(timeline, entries=entries)))
    assert isinstance(earlier.entries[0].evidence[0].mention.date.reason, str)
    assert faults(archive, earlier) == set()


def test_an_entry_moved_to_another_day_is_found(archive: Path, timeline: Timeline) -> None:
    first, *rest = timeline.entries
    moved = replace(first, day=first.day - dt.timedelta(1))
    assert faults(archive, replace(timeline, entries=(moved, *rest))) == {"date"}


def test_another_rule_is_found(archive: Path, timeline: Timeline) -> None:
    first, *rest = timeline.entries
    evidence = first.evidence[0]
    date = replace(evidence.mention.date, reason=DateReason("attacks"))
    told = replace(evidence, mention=replace(evidence.mention, date=date))
    changed = replace(first, evidence=(told, *first.evidence[1:]))
    assert faults(archive, from_json(to_json(replace(timeline, entries=(changed, *rest))))) == {"date"}


def test_a_wrong_count_is_found(archive: Path, timeline: Timeline) -> None:
    first, *rest = timeline.entries
    changed = replace(first, support=replace(first.support, articles=first.support.articles + 1))
    assert faults(archive, replace(timeline, entries=(changed, *rest))) == {"count"}


def test_a_link_to_nowhere_is_found(archive: Path, timeline: Timeline) -> None:
    linked = next(e for e in timeline.entries if e.responds_to)
    link = replace(linked.responds_to[0], to="nowhere")
    changed = replace(linked, responds_to=(link,))
    entries = tuple(changed if e is linked else e for e in timeline.entries)
    assert faults(archive, replace(timeline, entries=entries)) == {"link"}


def test_a_removed_article_is_found(timeline: Timeline, tmp_path: Path) -> None:
    with Archive(tmp_path / "empty", create=True) as kept:
        assert {"span", "count"} <= {fault.what for fault in verify(timeline, kept).faults}


def test_the_command_ends_with_1_where_something_fails(archive: Path, timeline: Timeline, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(to_json(timeline))
    first, *rest = timeline.entries
    changed = replace(first, support=replace(first.support, articles=99))
    bad.write_bytes(to_json(replace(timeline, entries=(changed, *rest))))
    run = CliRunner()
    held = run.invoke(app, ["verify", str(good), "--archive", str(archive)])
    assert (held.exit_code, "all hold" in held.stdout) == (0, True)
    again = run.invoke(app, ["verify", str(good), "--again", "--archive", str(archive)])
    assert (again.exit_code, "1 answer" in again.stdout) == (0, True)
    failed = run.invoke(app, ["verify", str(bad), "--archive", str(archive)])
    assert failed.exit_code == 1
    assert "99 articles said" in failed.stdout


def test_outlets_stand_side_by_side(archive: Path) -> None:
    question = Question("strikes on militia bases in Iraq and Syria", date=dt.date(2019, 12, 29))
    with Archive(archive) as kept:
        found = compare_words(kept, question)
    assert len(found.wordings) >= 3
    assert len({w.lineage for w in found.wordings}) < len(found.wordings)
    outlets = [w.outlet for w in found.wordings]
    assert len(outlets) == len(set(outlets))
    for wording in found.wordings:
        assert all(0 <= s < e <= len(wording.mention.span.exact) for s, e in wording.marks)
    assert any("killed" in account.line for account in found.happening.accounts)


def test_the_command_prints_them(archive: Path) -> None:
    asked = ["compare", "strikes on militia bases in Iraq and Syria", "--date", "2019-12-29", "--archive", str(archive)]
    run = CliRunner()
    shown = run.invoke(app, asked)
    assert shown.exit_code == 0
    assert "independent" in shown.stdout
    assert '"wordings"' in run.invoke(app, [*asked, "--json"]).stdout
