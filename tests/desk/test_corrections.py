"""An editor's corrections: what they do, what they refuse, and what must hold of all of them together."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadup import Archive, lead_up
from leadup.answering import deep_reader
from leadup.corrections import Corrections, published, replay, words_in
from leadup.errors import BadCorrection
from leadup.model import Correction, Entry, Span, Timeline
from leadup.output import from_json, to_json, write
from tests.desk.conftest import TARGET, write_articles


def at(minute: int) -> dt.datetime:
    return dt.datetime(2021, 4, 1, 12, minute, tzinfo=dt.UTC)


def ask(kept: Path) -> Timeline:
    return lead_up(TARGET, kept)


def entry_saying(timeline: Timeline, words: str) -> Entry:
    return next(e for e in timeline.entries if words in e.wording.exact)


def make(kept: Path, *given: object, **said: object) -> Correction:
    with Archive(kept) as archive:
        said.setdefault("by", "Ada")
        return Corrections(kept).make(archive, *given, asked=TARGET, **said)  # type: ignore[arg-type]


def test_hide_and_undo(kept: Path) -> None:
    before = ask(kept)
    entry = before.entries[0]
    made = make(kept, "hide", entry.wording)
    hidden = ask(kept)
    assert entry.id not in {e.id for e in hidden.entries}
    assert [c.correction for c in hidden.corrections] == [made]
    undoing = Corrections(kept).undo(made.id, by="Bo")
    assert to_json(ask(kept)) == to_json(before)
    Corrections(kept).undo(undoing.id, by="Ada")
    assert to_json(ask(kept)) == to_json(hidden)


def test_what_is_hidden_in_one_answer_stands_in_another(kept: Path) -> None:
    entry = ask(kept).entries[0]
    make(kept, "hide", entry.wording)
    other = lead_up("the inquiry into the sinking of the Marisol", kept, date=dt.date(2021, 3, 6))
    assert other.corrections == ()


def test_a_new_day_stands_with_the_words_that_say_so(kept: Path) -> None:
    entry = entry_saying(ask(kept), "rust in the hull")
    with Archive(kept) as archive:
        words = words_in(archive, "on Wednesday,  two passengers", [entry.wording.article])
        with pytest.raises(BadCorrection, match="names no day"):
            make(kept, "redate", entry.wording, day=dt.date(2021, 3, 3), words=entry_words(archive, entry, "the hull"))
        with pytest.raises(BadCorrection, match="says"):
            words_in(archive, "on the fourth of July", [entry.wording.article])
    make(kept, "redate", entry.wording, day=dt.date(2021, 3, 3), words=words)
    moved = entry_saying(ask(kept), "rust in the hull")
    assert moved.id == entry.id and moved.day == dt.date(2021, 3, 3)
    assert "set by Ada" in moved.date_reason and "on Wednesday" in moved.date_reason


def entry_words(archive: Archive, entry: Entry, exact: str) -> Span:
    return words_in(archive, exact, [entry.wording.article])


def test_a_span_that_does_not_hold_is_refused(kept: Path) -> None:
    wording = ask(kept).entries[0].wording
    with pytest.raises(BadCorrection, match="does not stand"):
        make(kept, "hide", replace(wording, exact="Words that nobody wrote"))
    with pytest.raises(BadCorrection, match="name"):
        make(kept, "hide", wording, by=" ")
    with pytest.raises(BadCorrection, match="another entry"):
        make(kept, "merge", wording)


def test_two_told_as_one_and_set_apart(kept: Path) -> None:
    before = ask(kept)
    one, other = before.entries[0], before.entries[1]
    make(kept, "merge", one.wording, other=other.wording)
    merged = ask(kept)
    assert len(merged.entries) == len(before.entries) - 1
    kept_one = next(e for e in merged.entries if e.id == one.id)
    assert len(kept_one.evidence) == len(one.evidence) + len(other.evidence)
    assert all(link.to in {e.id for e in merged.entries} for e in merged.entries for link in e.responds_to)


def test_other_words_of_a_source(kept: Path) -> None:
    two = ask(kept).entries[:2]
    make(kept, "merge", two[0].wording, other=two[1].wording)
    entry = next(e for e in ask(kept).entries if e.id == two[0].id)
    words = entry.evidence[1].mention.span
    make(kept, "reword", entry.wording, words=words)
    shown = next(e for e in ask(kept).entries if e.id == entry.id)
    assert shown.wording == words == shown.evidence[0].mention.span
    assert {e.mention.span for e in shown.evidence} == {e.mention.span for e in entry.evidence}


def test_a_sentence_set_apart(kept: Path) -> None:
    before = ask(kept)
    with Archive(kept) as archive:
        merge = Correction("merge", before.entries[0].wording, "Ada", at(0), other=before.entries[1].wording)
        reader = deep_reader(archive, None)
        told_once = replay(before, [merge], archive, reader)
        entry = next(e for e in told_once.entries if e.id == before.entries[0].id)
        split = Correction("split", entry.evidence[-1].mention.span, "Ada", at(1))
        after = replay(told_once, [split], archive, reader)
    assert len(after.entries) == len(told_once.entries) + 1
    assert sum(len(e.evidence) for e in after.entries) == sum(len(e.evidence) for e in told_once.entries)


def test_two_outlets_that_are_one_count_once(kept: Path) -> None:
    told = ask(kept).entries
    one = next(e for e in told if "Harbour Gazette" in e.support.outlets)
    other = next(e for e in told if "Ansel Courier" in e.support.outlets)
    make(kept, "merge", one.wording, other=other.wording)
    before = ask(kept)
    entry = next(e for e in before.entries if {"Harbour Gazette", "Ansel Courier"} <= set(e.support.outlets))
    places = {e.outlet: e.mention.span for e in entry.evidence}
    made = make(kept, "outlets", places["Harbour Gazette"], other=places["Ansel Courier"])
    assert made.asked == "" and made.text == "Harbour Gazette and Ansel Courier"
    after = next(e for e in ask(kept).entries if e.id == entry.id)
    assert after.support.independent == entry.support.independent - 1
    assert "Ansel Courier" not in after.support.outlets and after.evidence == entry.evidence
    assert sorted(id for line in after.support.lineages for id in line.articles) == sorted(
        id for line in entry.support.lineages for id in line.articles
    )
    said = write(ask(kept), "text").decode()
    assert "Harbour Gazette and Ansel Courier counted as one outlet by Ada" in said
    alone = next(e for e in before.entries if len(e.support.outlets) == 1)
    assert next(e for e in ask(kept).entries if e.id == alone.id) == alone
    for same in (None, places["Harbour Gazette"]):
        with pytest.raises(BadCorrection, match=r"outlet|already"):
            make(kept, "outlets", places["Harbour Gazette"], other=same)


def test_a_sentence_that_was_not_chosen_is_pinned(kept: Path) -> None:
    with Archive(kept) as archive:
        shown = {e.mention.span.exact for entry in ask(kept).entries for e in entry.evidence}
        spare = next(
            Span.of(article.id, article.text, s.start, s.end)
            for article, reading in archive.articles()
            for s in reading.sentences
            if s.day is not None and article.text[s.start : s.end] not in shown
        )
    make(kept, "pin", spare)
    assert spare in {e.wording for e in ask(kept).entries}


def test_a_place_that_is_gone_is_said(kept: Path) -> None:
    entry = ask(kept).entries[0]
    make(kept, "hide", entry.wording)
    with Archive(kept) as archive:
        archive.remove(entry.wording.article)
    after = ask(kept)
    assert [c.state for c in after.corrections] == ["gone"]
    assert "no longer in these articles" in write(after, "markdown").decode()


def test_every_output_with_room_says_what_was_changed(kept: Path) -> None:
    make(kept, "note", ask(kept).entries[0].wording, text="Call the coast guard")
    timeline = ask(kept)
    for name in ("html", "markdown", "text", "json"):
        assert "Call the coast guard" in write(timeline, name).decode(), name
        assert "Call the coast guard" not in write(published(timeline), name).decode(), name
    assert from_json(to_json(timeline)) == timeline


def test_a_line_cut_short_costs_no_other(kept: Path) -> None:
    entries = ask(kept).entries
    log = Corrections(kept)
    one = make(kept, "hide", entries[0].wording)
    with log.file.open("ab") as file:
        file.write(b'{"kind":"hide","place":{"art')
    two = make(kept, "hide", entries[1].wording)
    assert log.all() == tuple(sorted((one, two), key=lambda c: (c.at, c.id)))


def test_export_and_import_give_the_same_answer(kept: Path, gathered: Path, tmp_path: Path) -> None:
    entries = ask(kept).entries
    make(kept, "hide", entries[0].wording, at=at(3))
    make(kept, "note", entries[1].wording, text="Zoë: “check”", at=at(1))
    exported = Corrections(kept).export()
    from leadup import gather

    with Archive(tmp_path / "other", create=True) as archive:
        gather(archive, [gathered.parent / "in"])
    other = Corrections(tmp_path / "other")
    assert other.bring_in(exported) == 2
    assert other.bring_in(exported) == 0
    assert other.export() == exported
    assert to_json(ask(tmp_path / "other")) == to_json(ask(kept))
    with pytest.raises(BadCorrection, match="line 2"):
        other.bring_in(exported.split(b"\n")[0] + b"\nnonsense\n")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Timeline, tuple[Correction, ...]]:
    """An archive, its answer, and corrections of every kind that can be made to it."""
    from leadup import gather

    folder = tmp_path_factory.mktemp("whole")
    with Archive(folder / "archive", create=True) as archive:
        gather(archive, [write_articles(folder / "in")])
        timeline = lead_up(TARGET, archive)
        made: list[Correction] = []
        minutes = itertools.count()
        for entry, other in itertools.pairwise(timeline.entries):
            kinds = ("hide", "pin", "note", "unspeak", "merge", "link", "split", "reword", "redate", "outlets")
            for kind in kinds:
                made.append(
                    Correction(
                        kind, entry.evidence[-1].mention.span if kind == "split" else entry.wording, "Ada",  # type: ignore[arg-type]
                        at(next(minutes) % 60), TARGET if kind in ("hide", "pin", "note") else "",
                        other.day if kind == "redate" else None,
                        entry.evidence[-1].mention.span if kind in ("reword", "redate", "link") else None,
                        other.wording if kind in ("merge", "link", "outlets") else None,
                        "A note" if kind == "note" else "",
                    )
                )  # fmt: skip
    return folder / "archive", timeline, tuple(made)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_replay_is_idempotent_and_of_no_order(
    whole: tuple[Path, Timeline, tuple[Correction, ...]], data: st.DataObject
) -> None:
    folder, timeline, made = whole
    some = data.draw(st.lists(st.sampled_from(made), max_size=7, unique_by=lambda c: c.id))
    mixed = data.draw(st.permutations(some))
    with Archive(folder) as archive:
        reader = deep_reader(archive, None)
        once = replay(timeline, some, archive, reader)
        assert replay(once, some, archive, reader) == once
        assert replay(timeline, mixed, archive, reader) == once
    assert [e.day for e in once.entries] == sorted(e.day for e in once.entries)
    ids = [e.id for e in once.entries]
    assert len(ids) == len(set(ids))
    assert all(link.to in ids for e in once.entries for link in e.responds_to)
    for e in once.entries:
        assert e.evidence[0].mention.span == e.wording
    assert from_json(to_json(once)) == once
    undone = [Correction("undo", c.place, "Bo", at(59), undoes=c.id) for c in some]
    with Archive(folder) as archive:
        assert replay(timeline, [*some, *undone], archive, deep_reader(archive, None)) == timeline


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_when_independent_corrections_were_made_does_not_matter(
    whole: tuple[Path, Timeline, tuple[Correction, ...]], data: st.DataObject
) -> None:
    folder, timeline, made = whole
    alone = [c for c in made if c.kind in ("hide", "unspeak", "note")]
    some = data.draw(st.lists(st.sampled_from(alone), max_size=5, unique_by=lambda c: (c.kind, c.place)))
    times = data.draw(st.permutations(range(len(some))))
    later = [replace(c, at=at(minute)) for c, minute in zip(some, times, strict=True)]
    with Archive(folder) as archive:
        reader = deep_reader(archive, None)
        assert replay(timeline, some, archive, reader).entries == replay(timeline, later, archive, reader).entries
