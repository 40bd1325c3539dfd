"""The whole way, on the example articles: from files to the days leading up to an event."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from leadup import Archive, Question, Timeline, lead_up, read
from leadup.archive.file import FILE
from leadup.errors import BadQuestion, EmptyWindow, UnknownTarget
from leadup.model import Target
from leadup.output import from_json, to_json
from leadup.timeline import answer, before_and_after
from leadup.timeline.window import nothing_told

TARGET = "the killing of Qassem Soleimani"
KILLED = dt.date(2020, 1, 3)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, example_archive: Path) -> Iterator[Archive]:
    with Archive(shutil.copytree(example_archive, tmp_path_factory.mktemp("answer") / "archive")) as kept:
        yield kept


@pytest.fixture(scope="module")
def timeline(archive: Archive) -> Timeline:
    return lead_up(TARGET, archive)


def test_the_days_that_mattered_are_there(timeline: Timeline) -> None:
    days = {str(e.day) for e in timeline.entries}
    assert {"2019-12-27", "2019-12-29", "2019-12-31", "2020-01-03"} <= days
    assert (timeline.first, timeline.last) == (dt.date(2019, 12, 20), KILLED)


def test_the_targets_day_is_worked_out_and_its_evidence_said(timeline: Timeline) -> None:
    assert timeline.target is not None
    assert timeline.target.day == KILLED
    assert timeline.target.evidence
    assert [e.day for e in timeline.entries if e.is_target] == [KILLED]


def test_every_word_shown_stands_where_it_is_said_to(archive: Archive, timeline: Timeline) -> None:
    for entry in timeline.entries:
        spans = [entry.wording, *(link.words for link in entry.responds_to)]
        spans += [span for e in entry.evidence for span in (e.mention.span, e.paragraph)]
        spans += [figure.span for account in entry.accounts for figure in account.figures]
        for span in spans:
            span.check(archive.article(span.article).text)
        text = archive.article(entry.wording.article).text
        assert all(text[f.start : f.end] == f.exact for f in entry.figures)
        assert all(text[a.start : a.end] == a.exact for a in entry.actions)


def test_every_entry_has_a_reason_for_its_day_and_evidence_of_that_day(timeline: Timeline) -> None:
    for entry in timeline.entries:
        assert entry.date_reason
        assert entry.evidence[0].mention.span == entry.wording
        assert {e.mention.day for e in entry.evidence} == {entry.day}
        assert 1 <= entry.support.independent <= len(entry.support.outlets)


def test_three_copies_of_one_wire_story_are_one_source(timeline: Timeline) -> None:
    strikes = [e for e in timeline.entries if e.day == dt.date(2019, 12, 29) and e.support.articles >= 3]
    assert strikes
    carried = strikes[0].support
    wire = {"Northfield Courier", "Plains Observer", "Lakeshore Times"}
    together = [line for line in carried.lineages if wire <= set(line.outlets)]
    assert len(together) == 1
    assert carried.independent < len(carried.outlets)


def test_the_chain_says_what_answered_what_in_the_sources_words(timeline: Timeline) -> None:
    days = {e.id: e.day for e in timeline.entries}
    links = {(e.day, days[link.to]) for e in timeline.entries for link in e.responds_to if link.shown}
    assert (dt.date(2019, 12, 29), dt.date(2019, 12, 27)) in links
    assert (dt.date(2019, 12, 31), dt.date(2019, 12, 29)) in links
    assert all(earlier <= later for later, earlier in links)


def test_page_furniture_is_never_shown(timeline: Timeline) -> None:
    shown = " ".join(e.wording.exact for e in timeline.entries)
    for furniture in ("Advertisement", "Click to play", "WATCH", "Read more", "newsletter", "Sponsored", "Share"):
        assert furniture not in shown


def test_the_same_question_gives_the_same_bytes(archive: Archive, tmp_path: Path, timeline: Timeline) -> None:
    assert to_json(lead_up(TARGET, archive)) == to_json(timeline)
    with Archive(tmp_path / "again", create=True) as again:
        for article, _ in reversed(list(archive.articles())):
            again.add(article)
        assert to_json(lead_up(TARGET, again)) == to_json(timeline)


def test_an_answer_survives_being_written_and_read(timeline: Timeline) -> None:
    assert from_json(to_json(timeline)) == timeline


def test_a_notebook_shows_it_and_a_table_holds_it(timeline: Timeline) -> None:
    assert "Kirkuk" in timeline._repr_html_()
    pytest.importorskip("pandas", reason="tables need pandas (the extra 'frame')")
    frame = timeline.to_frame()
    assert len(frame) == len(timeline.entries)


def test_an_archive_that_cannot_be_written_to_still_answers(archive: Archive, timeline: Timeline) -> None:
    with closing(sqlite3.connect(archive.path / FILE, isolation_level=None)) as holder, holder:
        holder.execute("DELETE FROM deep")
    assert to_json(lead_up(TARGET, archive)) == to_json(timeline)


def test_the_aftermath_and_who_said_what_about_it(archive: Archive) -> None:
    answer = lead_up(Question(TARGET, after=7), archive)
    assert answer.last == KILLED + dt.timedelta(7)
    assert any(e.is_aftermath for e in answer.entries)
    assert {"Russia"} <= {r.side for r in answer.reactions}
    assert all(r.words.exact in archive.article(r.words.article).text for r in answer.reactions)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"target": "the zebra of Zanzibar"}, UnknownTarget),
        ({"target": TARGET, "date": dt.date(1987, 5, 1)}, EmptyWindow),
        ({"target": TARGET, "first": dt.date(2031, 1, 1), "last": dt.date(2031, 2, 1)}, EmptyWindow),
        ({"target": TARGET, "first": dt.date(2031, 1, 1)}, BadQuestion),
    ],
)
def test_a_question_without_an_answer_is_said_to_have_none(
    archive: Archive, asked: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        lead_up(Question(**asked), archive)  # type: ignore[arg-type]


@pytest.mark.parametrize(("entries", "per_day"), [(1, 1), (3, 1), (6, 2)])
def test_the_asker_can_cap_the_answer(archive: Archive, entries: int, per_day: int) -> None:
    answer = lead_up(Question(TARGET, entries=entries, per_day=per_day), archive)
    assert 1 <= len(answer.entries) <= entries
    assert max(sum(e.day == day for e in answer.entries) for day in {e.day for e in answer.entries}) <= per_day


def test_one_article_tells_its_own_timeline(examples: Path) -> None:
    answer = read(examples / "sunday-review-look-back.txt")
    days = [str(e.day) for e in answer.entries]
    assert days == sorted(days)
    assert {"2019-12-27", "2019-12-29", "2019-12-30", "2019-12-31", "2020-01-01", "2020-01-03"} <= set(days)


def test_what_no_article_speaks_of_is_not_filled_with_other_things_of_its_days(archive: Archive) -> None:
    with pytest.raises(EmptyWindow):
        lead_up(Question("the opening of a concert hall beside the embassy", date=dt.date(2020, 1, 1)), archive)


def test_what_happened_on_the_events_own_day_is_not_its_aftermath(archive: Archive) -> None:
    answer = lead_up(Question(TARGET, after=7), archive)
    after = {e.day for e in answer.entries if e.is_aftermath}
    assert KILLED in {e.day for e in answer.entries}
    assert after
    assert min(after) > KILLED


def test_keywords_ask_what_a_question_asks_and_an_empty_one_is_refused(archive: Archive) -> None:
    asked = lead_up(TARGET, archive, days=5, entries=3)
    assert to_json(asked) == to_json(lead_up(Question(TARGET, days=5, entries=3), archive))
    with pytest.raises(BadQuestion, match="needs a target"):
        lead_up("", archive)
    with pytest.raises(BadQuestion, match="says all"):
        lead_up(Question(TARGET), archive, days=5)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("certainty", "date", "error"),
    [("guess", None, UnknownTarget), ("stated", None, EmptyWindow), ("guess", KILLED, EmptyWindow)],
)
def test_a_guessed_day_of_which_nothing_can_be_shown_is_not_told_of(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, certainty: str, date: dt.date | None, error: type[Exception]
) -> None:
    seek = answer.seek_target

    def nothing(*_given: Any, **_named: Any) -> Any:
        raise EmptyWindow("nothing is told", "")

    monkeypatch.setattr(
        answer, "seek_target", lambda *given, **named: replace(seek(*given, **named), certainty=certainty)
    )
    monkeypatch.setattr(answer, "choose_before_and_after", nothing)
    with pytest.raises(error):
        lead_up(Question(TARGET, date=date), archive)


@pytest.mark.parametrize(
    ("certainty", "stated", "refused"), [("guess", False, True), ("guess", True, False), ("stated", False, False)]
)
def test_a_guessed_day_on_which_nothing_states_the_event_is_refused(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, certainty: str, stated: bool, refused: bool
) -> None:
    seek, compose = answer.seek_target, answer.compose_entries

    def sought(*given: Any, **named: Any) -> Any:
        return replace(seek(*given, **named), certainty=certainty)

    def composed(*given: Any, **named: Any) -> Any:
        return tuple(replace(e, is_target=e.is_target and stated) for e in compose(*given, **named))

    monkeypatch.setattr(answer, "seek_target", sought)
    monkeypatch.setattr(answer, "compose_entries", composed)
    if refused:
        with pytest.raises(UnknownTarget, match="would be a mere guess") as error:
            lead_up(TARGET, archive)
        assert error.value.days == (KILLED,)
        assert lead_up(TARGET, archive, date=KILLED).entries
    else:
        assert lead_up(TARGET, archive).entries


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (TARGET, "nothing is told of"),
        (
            "the resignation of Mike Pompeo",
            "no article here tells of 'the resignation of Mike Pompeo' on 2020-01-03",
        ),
    ],
)
def test_of_a_day_that_was_given_it_is_said_that_nothing_tells_of_the_event(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, event: str, said: str
) -> None:
    def silent(*_: Any) -> tuple[()]:
        raise nothing_told(KILLED, KILLED)

    monkeypatch.setattr(answer, "choose_before_and_after", silent)
    with pytest.raises(EmptyWindow) as refused:
        lead_up(Question(event, date=KILLED), archive)
    assert refused.value.what.startswith(said)
    # More days before it do not help what nothing tells of.
    assert ("--days" in refused.value.do) is (event == TARGET)


@pytest.mark.parametrize(
    ("day", "after", "spans"),
    [
        # the days up to the event, and those after it with their share of the entries, two at least
        (6, 5, [("05-01", "05-06", 10), ("05-07", "05-11", 5)]),
        (10, 1, [("05-01", "05-10", 10), ("05-11", "05-11", 2)]),
        (1, 10, [("05-01", "05-01", 10), ("05-02", "05-11", 10)]),
        # all of them before it, or none
        (11, 0, [("05-01", "05-11", 10)]),
        (12, 0, [("05-01", "05-11", 10)]),
    ],
)
def test_the_days_after_the_event_have_entries_of_their_own(
    monkeypatch: pytest.MonkeyPatch, day: int, after: int, spans: list[tuple[str, str, int]]
) -> None:
    asked: list[tuple[Question, bool]] = []

    def silent(question: Question, *_: Any, aftermath: bool = False, **__: Any) -> tuple[()]:
        asked.append((question, aftermath))
        return ()

    monkeypatch.setattr(before_and_after, "choose", silent)
    story: Any = SimpleNamespace(pool=None, profile=None, asked={}, whole=False)
    first, last = dt.date(2021, 5, 1), dt.date(2021, 5, 11)
    question = Question("x", first=first, last=last, entries=10, after=after)
    target = Target("x", dt.date(2021, 5, day), "given")
    if len(spans) > 1:
        with pytest.raises(EmptyWindow):
            before_and_after.choose_before_and_after(question, target, story, first, last)
    else:
        assert before_and_after.choose_before_and_after(question, target, story, first, last) == ()
    assert [(str(q.first)[5:], str(q.last)[5:], q.entries) for q, _ in asked] == spans
    assert len(spans) == 1 or all(aftermath and q.after == 0 for q, aftermath in asked)


def test_reports_are_looked_for_a_month_long() -> None:
    assert answer._reported(dt.date(2021, 5, 1)) == dt.date(2021, 6, 1)
    assert answer._reported(dt.date.max) == dt.date.max
