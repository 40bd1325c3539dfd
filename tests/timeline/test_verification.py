"""A saved timeline held against its archive."""

import copy
import datetime as dt
import itertools
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import leadup.model.reason as reasons
from leadup import Archive, Timeline, lead_up
from leadup.cli import app
from leadup.lang import table
from leadup.model import DateReason, Evidence, PairDay, Question, Span
from leadup.output.jsonform import from_json, to_json
from leadup.timeline.comparison import compare_words
from leadup.timeline.verification import verify

TARGET = "the killing of Qassem Soleimani"


@pytest.fixture(scope="module")
def archive(example_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(example_archive, tmp_path_factory.mktemp("verified") / "archive"))


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


def _first(timeline: Timeline, **changed: Any) -> Timeline:
    """The timeline with its first entry changed."""
    first, *rest = timeline.entries
    return replace(timeline, entries=(replace(first, **changed), *rest))


def _told(timeline: Timeline, **changed: Any) -> Timeline:
    """The timeline with the mention of its first entry's first evidence changed."""
    first = timeline.entries[0]
    evidence = replace(first.evidence[0], mention=replace(first.evidence[0].mention, **changed))
    return _first(timeline, evidence=(evidence, *first.evidence[1:]))


def _laid_open(timeline: Timeline, start: int, end: int) -> Timeline:
    """The timeline with the paragraph of its first evidence cut by so many code points at either side."""
    first = timeline.entries[0]
    told = first.evidence[0].mention.span
    text = first.evidence[0].paragraph
    at, to = told.start - text.start + start, told.end - text.start - end
    cut = Span(text.article, text.start + at, text.start + to, text.exact[at:to])
    return _first(timeline, evidence=(replace(first.evidence[0], paragraph=cut), *first.evidence[1:]))


def _said(timeline: Timeline, start: int, end: int) -> Timeline:
    """The timeline with an extent put into a claim of its."""
    told = next(e for e in timeline.entries if e.claims)
    claims = (replace(told.claims[0], content=((start, end),)), *told.claims[1:])
    return replace(timeline, entries=tuple(replace(e, claims=claims) if e is told else e for e in timeline.entries))


def _aimed(timeline: Timeline, **changed: Any) -> Timeline:
    """The timeline with the mention changed that says which event is meant."""
    target = timeline.target
    assert target is not None
    evidence = (replace(target.evidence[0], **changed), *target.evidence[1:])
    return replace(timeline, target=replace(target, evidence=evidence))


def _linked(timeline: Timeline, days: int) -> Timeline:
    """The timeline with a link from one of its entries to another of so many days after."""
    words = next(link for e in timeline.entries for link in e.responds_to)
    pairs = ((e, o) for e in timeline.entries for o in timeline.entries if (o.day - e.day).days == days)
    entry, other = next(pairs)
    linked = replace(entry, responds_to=(replace(words, to=other.id),))
    return replace(timeline, entries=tuple(linked if e is entry else e for e in timeline.entries))


def _figured(timeline: Timeline, **changed: Any) -> Timeline:
    """The last figure of the first entry that has accounts, changed."""
    entry = next(e for e in timeline.entries if e.accounts)
    *others, account = entry.accounts
    *figures, last = account.figures
    wrong = replace(account, figures=(*figures, replace(last, span=replace(last.span, **changed))))
    entries = (replace(e, accounts=(*others, wrong)) if e is entry else e for e in timeline.entries)
    return replace(timeline, entries=tuple(entries))


def _between(*entries: str) -> PairDay:
    """A day of two sides that is told by these entries."""
    return PairDay("Norland", "Marn", dt.date(2020, 1, 3), -1.0, -2.0, entries)


DAY = dt.timedelta(1)
FAULTS: list[tuple[str, Callable[[Timeline], Timeline], set[str]]] = [
    ("as it was", lambda t: t, set()),
    ("a figure in other words", lambda t: _figured(t, exact="seven"), {"span"}),
    ("other words before it", lambda t: _first(t, context=replace(t.entries[0].wording, exact="Rain fell.")), {"span"}),
    ("its own words before it", lambda t: _first(t, context=t.entries[0].wording), set()),
    ("two of one id", lambda t: replace(t, entries=(t.entries[0], *t.entries)), {"order"}),
    ("begins later", lambda t: replace(t, first=t.entries[0].day + DAY), {"order"}),
    ("begins on its day", lambda t: replace(t, first=t.entries[0].day), set()),
    ("ends earlier", lambda t: replace(t, last=t.entries[0].day), {"order"}),
    ("its words are not its evidence's", lambda t: _first(t, wording=t.entries[1].wording), {"span"}),
    ("its own sentence again", lambda t: _told(t, sentence=t.entries[0].evidence[0].mention.sentence + 1), {"date"}),
    ("no such sentence", lambda t: _told(t, sentence=10_000), {"date"}),
    ("told of another day", lambda t: _told(t, day=t.entries[0].day + DAY), {"date"}),
    ("reported another day", lambda t: _told(t, reported=dt.date(2031, 5, 1)), {"date"}),
    ("reported on no day", lambda t: _told(t, reported=None), {"date"}),
    ("a paragraph of its own length", lambda t: _laid_open(t, 0, 0), set()),
    ("a paragraph that begins in it", lambda t: _laid_open(t, 1, 0), {"span"}),
    ("a paragraph that ends in it", lambda t: _laid_open(t, 0, 1), {"span"}),
    ("words said before the text", lambda t: _said(t, -1, 4), {"span"}),
    ("no words said", lambda t: _said(t, 4, 4), {"span"}),
    ("words said at its beginning", lambda t: _said(t, 0, 4), set()),
    ("words said behind the text", lambda t: _said(t, 0, 1_000_000), {"span"}),
    ("answers the next day", lambda t: _linked(t, 1), set()),
    ("answers what comes later", lambda t: _linked(t, 2), {"link"}),
    ("reacts to nothing", lambda t: replace(t, reactions=(replace(t.reactions[0], about="none"),)), {"link"}),
    ("an event told of another day", lambda t: _aimed(t, day=t.last + DAY), {"date"}),
    ("an event in no such sentence", lambda t: _aimed(t, sentence=10_000), {"date"}),
    ("no event", lambda t: replace(t, target=None), set()),
    ("a curve of its own", lambda t: replace(t, escalation=(_between(t.entries[0].id),)), set()),
    ("a curve of nothing", lambda t: replace(t, escalation=(_between(),)), {"count"}),
    ("a curve of none", lambda t: replace(t, escalation=(_between(t.entries[0].id, "none"),)), {"count"}),
]


@pytest.mark.parametrize(("changed", "what"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_what_is_changed_is_found(
    archive: Path, timeline: Timeline, changed: Callable[[Timeline], Timeline], what: set[str]
) -> None:
    assert faults(archive, changed(timeline)) == what


def test_outlets_and_their_lines_are_counted_again(archive: Path, timeline: Timeline) -> None:
    entry = next(
        e for e in timeline.entries
        if len(e.support.lineages) > 1 and {one.mention.span.article for one in e.evidence if not one.in_passing}
        == {id for line in e.support.lineages for id in line.articles}
    )  # fmt: skip
    for support in (
        replace(entry.support, outlets=entry.support.outlets[1:]),
        replace(entry.support, outlets=(*entry.support.outlets, "Nobody's Post")),
        replace(
            entry.support,
            lineages=(
                replace(
                    entry.support.lineages[0],
                    articles=tuple(id for line in entry.support.lineages for id in line.articles),
                ),
            ),
        ),
    ):
        entries = tuple(replace(e, support=support) if e is entry else e for e in timeline.entries)
        assert faults(archive, replace(timeline, entries=entries)) == {"count"}


def test_evidence_of_an_article_that_is_not_counted_is_found(archive: Path, timeline: Timeline) -> None:
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for entry in timeline.entries:
        counted = {id for line in entry.support.lineages for id in line.articles}
        for other in (e for e in timeline.entries if e is not entry and e.day == entry.day):
            for more, aside in itertools.product(other.evidence, (False, True)):
                added = replace(entry, evidence=(*entry.evidence, replace(more, in_passing=aside)))
                entries = tuple(added if e is entry else e for e in timeline.entries)
                is_counted = more.mention.span.article in counted
                found[is_counted or aside] |= faults(archive, replace(timeline, entries=entries)) or {"none"}
    # Another sentence of an article that tells it may be shown, and what only brings it up.
    assert found == {True: {"none"}, False: {"count"}}


def test_only_the_first_of_the_evidence_is_counted_whatever_it_brings_up(archive: Path, timeline: Timeline) -> None:
    for entry in (e for e in timeline.entries if not e.accounts):
        counted = {id for line in entry.support.lineages for id in line.articles}
        others = (m for e in timeline.entries if e.day == entry.day for m in e.evidence)
        other = next((m for m in others if m.mention.span.article not in counted), None)
        if other is not None:
            two = replace(entry, evidence=(entry.evidence[0], replace(other, in_passing=True)))
            entries = tuple(two if e is entry else e for e in timeline.entries)
            assert not faults(archive, replace(timeline, entries=entries))
            return
    raise AssertionError("no entry without accounts")


def test_figures_are_found_again(archive: Path, timeline: Timeline) -> None:
    entry = next(e for e in timeline.entries if any(len(a.figures) > 0 for a in e.accounts))
    account = next(a for a in entry.accounts if a.figures)
    figured = account.figures[0]
    moved = replace(figured, span=replace(figured.span, start=figured.span.start + 1, exact=figured.span.exact[1:]))
    wrong = replace(account, figures=(moved, *account.figures[1:]))
    entries = tuple(
        replace(e, accounts=tuple(wrong if a is account else a for a in e.accounts)) if e is entry else e
        for e in timeline.entries
    )
    assert faults(archive, replace(timeline, entries=entries)) == {"account"}


def test_a_removed_article_is_found(timeline: Timeline, tmp_path: Path) -> None:
    with Archive(tmp_path / "empty", create=True) as kept:
        found = verify(timeline, kept).faults
        assert {"span", "count"} <= {fault.what for fault in found}
        # Of what is not there no outlets are counted again.
        assert sum(fault.what == "count" for fault in found) == len(timeline.entries)


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
