"""Which corrections stand, in whose answers they count, and what each makes of an answer."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from dataclasses import replace
from typing import Any

import pytest
from tests.timeline.making import article

from leadup.errors import UnknownArticle
from leadup.lang import ENGLISH
from leadup.model import Article, Correction, Lineage, Question, Reading, Score, Span, Support, Target, Timeline
from leadup.reading.deep import read_deep
from leadup.reading.light import read_light
from leadup.timeline.choice import Choice
from leadup.timeline.correcting import counts_in, in_force, joined_support, replay, same_place
from leadup.timeline.dating import dated_sentences, mention
from leadup.timeline.entries import compose_entries
from leadup.timeline.pool import Pool, PooledArticle

MAY = {day: dt.date(2021, 5, day) for day in range(1, 32)}

PLACE = Span("a", 0, 3, "dam")


def _made(kind: str, minute: int, *, undoes: Correction | None = None, asked: str = "") -> Correction:
    at = dt.datetime(2021, 5, 4, 10, minute, tzinfo=dt.UTC)
    return Correction(kind, PLACE, "Ada", at, asked=asked, undoes=undoes.id if undoes else "")  # type: ignore[arg-type]


HIDE, NOTE, PIN = (_made(kind, minute) for minute, kind in enumerate(("hide", "note", "pin")))
UNDO = _made("undo", 10, undoes=HIDE)
REDO = _made("undo", 11, undoes=UNDO)
AGAIN = _made("undo", 12, undoes=REDO)


@pytest.mark.parametrize(
    ("made", "left"),
    [
        ((HIDE, NOTE, PIN), {HIDE, NOTE, PIN}),
        ((HIDE, NOTE, UNDO), {NOTE}),
        ((HIDE, NOTE, UNDO, REDO), {HIDE, NOTE}),
        ((HIDE, NOTE, UNDO, REDO, AGAIN), {NOTE}),
        ((NOTE, UNDO), {NOTE}),
        ((HIDE, HIDE, NOTE), {HIDE, NOTE}),
        ((), set()),
    ],
)
def test_what_no_undo_takes_back_stands(made: tuple[Correction, ...], left: set[Correction]) -> None:
    for order in itertools.permutations(made):
        assert set(in_force(order)) == left
        assert in_force(order) == in_force(made)
        assert len(in_force(order)) == len(left)


def test_of_one_kind_the_first_made_comes_first() -> None:
    one, two = _made("note", 1), _made("note", 5)
    assert in_force((two, one)) == (one, two)


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ("", True),
        ("the burst of the dam", True),
        ("the  burst of\nthe dam", True),
        ("a fire", False),
        ("the fire", False),
    ],
)
def test_a_correction_counts_where_it_was_made_for_all_or_for_this_question(asked: str, counts: bool) -> None:
    assert counts_in(_made("hide", 1, asked=asked), Question("the burst of the dam")) is counts


def test_a_place_is_the_same_where_it_is_of_one_article() -> None:
    assert same_place(PLACE, Span("a", 0, 3, "dam"))
    assert not any(
        same_place(PLACE, other) for other in (Span("b", 0, 3, "dam"), Span("a", 1, 4, "dam"), Span("a", 0, 4, "dams"))
    )


# What an editor's change makes of an answer of three entries: a crack (May 1), a burst (May 3), divers (May 5).

ONE = article(
    "Engineers found a crack in the dam on May 1. Divers came to Orsk on May 5. Orsk was dark.", "Post", MAY[10]
)
TWO = article(
    "The dam at Orsk burst on May 3, the Mail says. Bakers sang in Orsk on May 4. It rained.", "Mail", MAY[11]
)
READINGS = {of.id: read_light(of) for of in (ONE, TWO)}


class Kept:
    """An archive of the two articles."""

    def article(self, id: str) -> Article:
        found = {of.id: of for of in (ONE, TWO)}.get(id)
        if found is None:
            raise UnknownArticle(id)
        return found

    def reading_for_answers(self, id: str) -> Reading:
        return READINGS[id]


def _place(words: str) -> Span:
    """Where a sentence, or words, that begin so stand in one of the articles."""
    of = next(a for a in (ONE, TWO) if words in a.text)
    at = of.text.index(words)
    sentence = next((s for s in READINGS[of.id].sentences if s.start == at), None)
    return Span.of(of.id, of.text, at, sentence.end if sentence else at + len(words))


CRACK, BURST, DIVERS = _place("Engineers found"), _place("The dam at Orsk"), _place("Divers came")
BAKERS, DARK, GONE = _place("Bakers sang"), _place("Orsk was dark"), Span("c", 0, 3, "dam")


@functools.cache
def _answer() -> Timeline:
    pool = Pool.of((PooledArticle.of(of, READINGS[of.id]) for of in (ONE, TWO)), ENGLISH)
    of_place = {mention(pool, at).span: mention(pool, at) for at in dated_sentences(pool, dt.date.min, dt.date.max)}
    choices = [Choice(of_place[place], (), Score(1.0)) for place in (CRACK, BURST, DIVERS)]
    target = Target("the burst of the dam", MAY[3], "given")
    entries = compose_entries(choices, {of.id: of for of in (ONE, TWO)}, READINGS, target, read_deep, pool)
    return Timeline(
        question=Question("the burst of the dam"), target=target, first=MAY[1], last=MAY[9], entries=entries,
        articles_read=2,
    )  # fmt: skip


def _changed(*made: Correction) -> Timeline:
    return replay(_answer(), made, Kept(), read_deep)


def _by(kind: str, place: Span, minute: int = 0, **said: Any) -> Correction:
    return Correction(kind, place, "Ada", dt.datetime(2021, 6, 1, 10, minute, tzinfo=dt.UTC), **said)  # type: ignore[arg-type]


def _shape(timeline: Timeline) -> list[str]:
    """Each entry: its day of May, the first words of its evidence, and of what it is linked to."""
    first = {e.id: e.wording.exact.split()[0] for e in timeline.entries}
    return [
        f"{e.day.day} {'+'.join(one.mention.span.exact.split()[0] for one in e.evidence)}"
        + "".join(f" > {first[link.to]}" for link in e.responds_to)
        for e in timeline.entries
    ]


AS_IT_WAS = ["1 Engineers", "3 The", "5 Divers"]


def test_what_an_editor_keeps_in_is_sure_to_belong() -> None:
    answer = _answer()
    doubted = replace(answer, entries=tuple(replace(e, less_sure=True, doubt="no news") for e in answer.entries))
    after = replay(doubted, (_by("pin", BURST),), Kept(), read_deep)
    assert [e.less_sure for e in after.entries] == [e.wording != BURST for e in after.entries]
    assert {e.less_sure for e in after.entries} == {True, False}
    assert all((e.doubt is None) is (not e.less_sure) for e in after.entries)


@pytest.mark.parametrize("other_less_sure", [True, False])
def test_what_is_told_as_one_with_what_is_sure_is_sure(other_less_sure: bool) -> None:
    answer = _answer()
    doubts = {CRACK: True, BURST: other_less_sure}
    doubted = replace(answer, entries=tuple(replace(e, less_sure=doubts.get(e.wording, False)) for e in answer.entries))
    after = replay(doubted, (_by("merge", CRACK, other=BURST),), Kept(), read_deep)
    (one,) = (e for e in after.entries if e.wording == CRACK)
    assert one.less_sure == other_less_sure


@pytest.mark.parametrize(
    ("correction", "entries"),
    [
        (_by("hide", BURST), ["1 Engineers", "5 Divers"]),
        (_by("note", BURST, text="Ask the mayor"), AS_IT_WAS),
        (_by("merge", CRACK, other=BURST), ["1 Engineers+The", "5 Divers"]),
        (_by("merge", BURST, other=CRACK), ["3 The+Engineers", "5 Divers"]),
        (_by("merge", CRACK, other=CRACK), AS_IT_WAS),
        (_by("split", CRACK), AS_IT_WAS),
        (_by("redate", CRACK, day=MAY[4], words=BURST), ["3 The", "4 Engineers", "5 Divers"]),
        (_by("redate", CRACK, day=MAY[1], words=BURST), AS_IT_WAS),
        (_by("redate", CRACK, day=MAY[9], words=BURST), ["3 The", "5 Divers", "9 Engineers"]),
        # out of the answer's days
        (_by("redate", CRACK, day=MAY[10], words=BURST), ["3 The", "5 Divers"]),
        (_by("redate", BURST, day=dt.date(2021, 4, 30), words=BURST), ["1 Engineers", "5 Divers"]),
        (_by("reword", CRACK, words=BAKERS), ["1 Bakers+Engineers", "3 The", "5 Divers"]),
        (_by("reword", CRACK, words=CRACK), AS_IT_WAS),
        (_by("link", DIVERS, words=DIVERS, other=BURST), ["1 Engineers", "3 The", "5 Divers > The"]),
        (_by("pin", BAKERS), ["1 Engineers", "3 The", "4 Bakers", "5 Divers"]),
        (_by("pin", DARK, day=MAY[2]), ["1 Engineers", "2 Orsk", "3 The", "5 Divers"]),
        (_by("pin", BURST), AS_IT_WAS),
    ],
)
def test_what_a_correction_makes_of_an_answer(correction: Correction, entries: list[str]) -> None:
    after = _changed(correction)
    assert _shape(after) == entries
    assert [(c.correction, c.state) for c in after.corrections] == [(correction, "applied")]
    assert [e.is_aftermath for e in after.entries] == [e.day > MAY[3] for e in after.entries]
    # Made once, it changes no more.
    assert replay(after, [correction], Kept(), read_deep) == after


@pytest.mark.parametrize(
    "correction",
    [
        _by("hide", BAKERS),
        _by("note", BAKERS, text="Ask"),
        _by("merge", CRACK, other=BAKERS),
        _by("merge", BAKERS, other=CRACK),
        _by("merge", CRACK),
        _by("split", BAKERS),
        _by("redate", BAKERS, day=MAY[4], words=BURST),
        _by("redate", CRACK, words=BURST),
        _by("redate", CRACK, day=MAY[4]),
        _by("reword", BAKERS, words=CRACK),
        _by("reword", CRACK),
        _by("reword", CRACK, words=GONE),
        _by("link", DIVERS, words=DIVERS, other=BAKERS),
        _by("link", BAKERS, words=DIVERS, other=BURST),
        _by("link", DIVERS, other=BURST),
        _by("link", DIVERS, words=DIVERS, other=DIVERS),
        _by("unlink", DIVERS, other=BURST),
        _by("unlink", BAKERS, other=BURST),
        _by("unlink", DIVERS, other=BAKERS),
        _by("unspeak", DIVERS),
        _by("unspeak", BAKERS),
        _by("outlets", CRACK),
        _by("outlets", CRACK, other=GONE),
        # no entry has both
        _by("outlets", CRACK, other=BURST),
        # no day of its own, or one out of the answer's days
        _by("pin", DARK),
        _by("pin", DARK, day=MAY[10]),
        _by("pin", DARK, day=dt.date(2021, 4, 30)),
        _by("hide", GONE),
    ],
)
def test_a_correction_without_what_it_needs_changes_nothing(correction: Correction) -> None:
    assert _changed(correction) == _answer()


def test_a_place_that_is_gone_is_said_where_it_was_made_for_this_question() -> None:
    gone = _by("hide", GONE, asked="the burst of the dam")
    assert [(c.correction, c.state) for c in _changed(gone).corrections] == [(gone, "gone")]


def test_several_corrections_meet() -> None:
    link = _by("link", DIVERS, words=DIVERS, other=BURST)
    merge = _by("merge", CRACK, 1, other=BURST)
    assert _shape(_changed(link, merge)) == ["1 Engineers+The", "5 Divers > Engineers"]
    assert _shape(_changed(link, _by("unlink", DIVERS, 1, other=BURST))) == AS_IT_WAS
    assert _shape(_changed(link, _by("hide", BURST, 1))) == ["1 Engineers", "5 Divers"]
    # What was told as one is set apart: the words of the entry, or those of the other.
    parted = replay(_changed(merge), [_by("split", BURST, 2)], Kept(), read_deep)
    assert _shape(parted) == AS_IT_WAS
    one = _changed(_by("merge", CRACK, 1, other=BURST), _by("outlets", CRACK, 2, other=BURST))
    assert [e.support.outlets for e in one.entries] == [("Post",), ("Post",)]
    # It says its day, and who set it.
    (moved,) = _changed(_by("redate", CRACK, day=MAY[4], words=BURST)).entries[1].evidence
    assert moved.mention.day == moved.mention.date.span.single == MAY[4]


def _line(name: str, *articles: str) -> Lineage:
    return Lineage(name, articles, (name,))


@pytest.mark.parametrize(
    ("one", "other", "lines", "articles"),
    [
        ([_line("A", "a")], [_line("B", "b")], [("A", "a"), ("B", "b")], 2),
        ([_line("A", "a")], [_line("A", "b")], [("A", "ab")], 2),
        ([_line("A", "a", "b")], [_line("B", "b", "c")], [("A", "abc")], 3),
        ([_line("A", "a"), _line("B", "b")], [_line("A", "b")], [("A", "a"), ("B", "b")], 2),
        ([_line("A", "a")], [_line("A", "a")], [("A", "a")], 1),
        ([], [_line("B", "b")], [("B", "b")], 1),
    ],
)
def test_the_support_of_two_entries_told_as_one(
    one: list[Lineage], other: list[Lineage], lines: list[tuple[str, str]], articles: int
) -> None:
    both = joined_support(_carried(one), _carried(other))
    assert [(line.name, "".join(line.articles)) for line in both.lineages] == lines
    assert both.articles == articles
    assert both.outlets == tuple(dict.fromkeys(line.name for line in (*one, *other)))


def _carried(lines: list[Lineage]) -> Support:
    outlets = tuple(dict.fromkeys(line.name for line in lines))
    return Support(outlets, tuple(lines), len({a for line in lines for a in line.articles}))


def test_more_articles_than_their_lines_name_are_kept() -> None:
    few = Support(("A",), (_line("A", "a"),), 7)
    assert joined_support(few, _carried([])).articles == joined_support(_carried([]), few).articles == 7
