"""What a sentence of a report joins: which words of it are the cause and which what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline.chain import ChainNode, find_cues, joining
from leadup.timeline.chain.dated import _effect
from leadup.timeline.chain.phrases import deeds_of, until
from leadup.timeline.chain.reported import (
    _brings_up,
    _fits,
    _not_before,
    _of_late,
    _on_its_day,
    _one_thing,
    _only_one,
    _rest,
    _sure,
    _tells_other,
    reported,
)
from leadup.timeline.chain.resolve import Antecedent, Resolver

DAY = dt.date(2021, 5, 10)


def node(day: dt.date | None = DAY, id: str = "a") -> ChainNode:
    return ChainNode(id, "Lund resigned.", "x", 0, day)


@pytest.mark.parametrize(("days", "late"), [(0, True), (1, True), (4, True), (5, False), (-1, False)])
def test_what_happened_shortly_before(days: int, late: bool) -> None:
    assert _of_late(node(), node(DAY + dt.timedelta(days))) is late
    assert not _of_late(node(None), node()) and not _of_late(node(), node(None))


def test_nothing_comes_before_what_it_came_of() -> None:
    assert (
        _not_before(DAY, DAY) and _not_before(DAY + dt.timedelta(1), DAY) and not _not_before(DAY, DAY.replace(day=11))
    )
    assert _not_before(None, DAY) and _not_before(DAY, None)


@pytest.mark.parametrize(
    ("words", "day", "fits"),
    [
        ("the strikes", 10, True),
        ("the strikes on May 10", 10, True),
        ("the strikes on May 10", 9, True),
        ("the strikes on May 10", 11, True),
        ("the strikes on May 10", 12, False),
        ("the strikes on May 10", 8, False),
        ("the strikes on May 10", None, True),
    ],
)
def test_a_day_that_is_named_is_that_of_what_is_told(words: str, day: int | None, fits: bool) -> None:
    told = node(DAY.replace(day=day) if day else None)
    assert _on_its_day(words, DAY.replace(day=14), told, ENGLISH) is fits
    assert _on_its_day(words, None, told, ENGLISH)


@pytest.mark.parametrize(
    ("fits", "sure", "common", "fitting", "certain"),
    [
        (("deed", "words"), False, 0, True, False),
        (("deed", "date"), False, 0, True, False),
        (("deed",), False, 0, False, False),
        (("words", "date"), False, 3, False, False),
        (("deed",), False, 3, False, True),
        (("deed",), False, 2, False, False),
        ((), True, 0, False, True),
    ],
)
def test_what_fits_and_what_is_meant_for_sure(
    fits: tuple[Any, ...], sure: bool, common: int, fitting: bool, certain: bool
) -> None:
    meant = Antecedent(node(), 1.0, fits, sure, common)
    assert _fits(meant) is fitting
    assert _sure(meant) is certain


def test_what_an_and_adds_is_left_out_where_it_makes_many() -> None:
    assert _one_thing("the raid on Orsk", ENGLISH) == "the raid on Orsk"
    assert _one_thing("the raid and the killing of Lund", ENGLISH).startswith("the raid")


@pytest.mark.parametrize("before", ["", "Ann Berg said on Monday: "])
def test_what_else_the_clause_says(before: str) -> None:
    text = f"{before}Crowds marched in Orsk in response to the killing of Lund"
    (cue,) = (c for c in find_cues(text, ENGLISH) if "response" in text[c.start : c.end] or "response" in c.name)
    rest = _rest(text, cue, until(text, cue, ENGLISH), ENGLISH)
    assert "Crowds marched in Orsk" in rest
    assert "killing" not in rest
    opening = "In response to the killing of Lund, crowds marched in Orsk"
    (cue,) = (c for c in find_cues(opening, ENGLISH) if "response" in opening[c.start : c.end].lower())
    assert _rest(opening, cue, until(opening, cue, ENGLISH), ENGLISH).strip(" ,") == "crowds marched in Orsk"


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("Norway said the strikes were", "the strikes were"),
        ("Officials in Orsk said on Monday that the strikes were", "the strikes were"),
        ("The mayor said Monday Norway’s strikes were", "Norway’s strikes were"),
        ("The mayor told reporters that its strikes were", "its strikes were"),
        # what is said is no thing that is known, or no one says it
        ("Norway said nothing", "Norway said nothing"),
        ("The strikes were", "The strikes were"),
    ],
)
def test_who_says_so_is_not_what_came_of_it(before: str, rest: str) -> None:
    text = f"{before} in retaliation for the killing of a guard"
    (cue,) = (c for c in find_cues(text, ENGLISH) if "retaliation" in c.name)
    assert _rest(text, cue, until(text, cue, ENGLISH), ENGLISH).strip() == rest
    assert _effect(text, cue, until(text, cue, ENGLISH), ENGLISH).strip() == rest


def test_the_sentences_of_articles_that_may_join_two_things() -> None:
    joins = "Crowds marched in Orsk in response to the killing of Lund, which led to strikes in response to that."
    text = f"It rained all day. {joins} The night was cold."
    made = article(text, "A", DAY)
    reading = read_light(made)
    (found,) = joining([(made, reading)], DAY, ENGLISH)
    assert (found.text, found.start, found.article, found.day) == (joins, text.index(joins), made.id, DAY)
    # A report that comes long after the last thing told speaks of something else.
    assert len(list(joining([(made, reading)], DAY - dt.timedelta(30), ENGLISH))) == 1
    assert not list(joining([(made, reading)], DAY - dt.timedelta(31), ENGLISH))
    undated = replace(made, published=None)
    assert len(list(joining([(undated, reading)], DAY - dt.timedelta(90), ENGLISH))) == 1


RAID = ChainNode("raid", "Rebels raided the harbour of Port Sorrel and killed two dockers.", "a", 0, DAY)
MARCH = ChainNode(
    "march", "Thousands of students marched in Hask and burned a police station.", "b", 0, DAY + dt.timedelta(2)
)
LATER = DAY + dt.timedelta(4)
JOINED = "Thousands of students marched in Hask in response to the raid by rebels on the harbour of Port Sorrel."


def joined(
    text: str, told: tuple[ChainNode, ...] = (RAID, MARCH), day: dt.date = LATER, start: int = 500, article: str = "s"
) -> dict[tuple[str, str], Any]:
    source = ChainNode("", text, article, start, day)
    return {(id, made.to): made for id, made in reported([source], told, Resolver((*told, source), ENGLISH))}


@pytest.mark.parametrize("before", ["", "On a cold day: "])
def test_a_report_joins_two_things_by_words_that_stand_in_it(before: str) -> None:
    for start in (0, 3, 500):
        found = joined(before + JOINED, start=start)
        assert set(found) == {("march", "raid")}
        words = found["march", "raid"].words
        assert (before + JOINED)[words.start - start : words.end - start] == words.exact
        assert words.exact.startswith("in response to the raid")
        assert words.article == "s"


@pytest.mark.parametrize(
    "told",
    [
        # what came of it is told of an earlier day; is not told; is only said
        (replace(RAID, day=DAY + dt.timedelta(3)), MARCH),
        (RAID, replace(MARCH, text="A ferry company opened a new line to the islands.")),
        (RAID, replace(MARCH, statement=True)),
        (replace(RAID, text="A ferry company opened a new line to the islands."), MARCH),
    ],
)
def test_what_is_not_told_so_is_not_joined(told: tuple[ChainNode, ...]) -> None:
    assert joined(JOINED, told) == {}


def test_a_day_of_another_thing_is_not_joined() -> None:
    assert set(joined(JOINED.replace("Sorrel.", "Sorrel on May 10."))) == {("march", "raid")}
    assert joined(JOINED.replace("Sorrel.", "Sorrel on May 5.")) == {}
    assert joined("Few came.") == {} and joined("They marched in response to the raid.") == {}


@pytest.mark.parametrize(
    ("words", "among", "meant"),
    [
        ("the raid", (RAID,), "raid"),
        ("the raid that they had seen", (RAID,), "raid"),
        # What says more must fit by that; what no definite noun names means nothing, nor does the thing beside it.
        ("the raid that they had all seen", (RAID,), None),
        ("a raid", (RAID,), None),
        ("the harbour", (RAID,), None),
        ("the raid", (MARCH,), None),
        ("the raid", (), None),
        # Two may be meant.
        (
            "the raid",
            (replace(RAID, id="other", text="Rebels raided a mill in Lom.", day=DAY.replace(day=1)), RAID),
            None,
        ),
    ],
)
def test_the_one_thing_that_a_definite_noun_means(words: str, among: tuple[ChainNode, ...], meant: str | None) -> None:
    resolver = Resolver((RAID, MARCH, *among), ENGLISH)
    found = _only_one(words, among, MARCH, resolver)
    assert (found and found.id) == meant
    assert _only_one(words, (MARCH,), MARCH, resolver) is None


@pytest.mark.parametrize(
    ("text", "brings_up"),
    [
        ("Hask was quiet, but the rocket strike that killed General Rasp angered many.", True),
        ("A rocket attack by Lund's men struck the harbour of Hask.", False),
        ("General Rasp's men closed the harbour of Hask.", False),
    ],
)
def test_what_brings_up_a_deed_does_not_answer_it(text: str, brings_up: bool) -> None:
    assert _brings_up(ChainNode("other", text, "b", 0, DAY), "the killing of Rasp", ENGLISH) is brings_up


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Saying that an air strike had killed Egil Moe, the council of Orsk voted to expel the envoy.", True),
        ("An air strike killed Egil Moe near Orsk, and the council voted to expel the envoy.", False),
        # nothing of a main clause was read
        ("A crowd of traders.", False),
    ],
)
def test_what_an_entry_tells_in_front_is_what_came_of_a_cause(text: str, other: bool) -> None:
    assert _tells_other(replace(RAID, text=text), deeds_of("The air strike killed two men", ENGLISH), ENGLISH) is other


@pytest.mark.parametrize(
    ("text", "march", "joins"),
    [
        # each of the two may be meant by its noun alone, where the other is told in full
        ("The march came in response to the raid by rebels on the harbour of Port Sorrel.", {}, True),
        ("Thousands of students marched in Hask in response to the raid.", {}, True),
        ("The protest in Hask came after the raid on the harbour of Port Sorrel.", {}, False),
        # of a day that is named, what came of it is that day's
        (JOINED.replace("marched in Hask", "marched in Hask on May 12"), {}, True),
        (JOINED.replace("marched in Hask", "marched in Hask on May 2"), {}, False),
        # on one day it may be the same thing told twice, or one that brings the other up
        (JOINED, {"day": DAY}, True),
        (JOINED, {"day": DAY, "text": "Rebels raided the harbour of Port Sorrel and killed two dockers there."}, False),
        (JOINED, {"day": DAY, "text": "Thousands of students marched in Hask over the raid on Port Sorrel."}, False),
        (JOINED, {"text": "Thousands of students marched in Hask over the raid on Port Sorrel."}, True),
        # the cause is another thing than what is told
        (JOINED.replace("the raid by rebels on", "the storm at"), {}, False),
        # who judged a thing did not do what came of it
        (JOINED, {"text": "Critics in Hask condemned the raid on the harbour of Port Sorrel."}, False),
        (
            "Critics in Hask condemned the rebels in response to the raid by rebels on the harbour of Port Sorrel.",
            {"text": "Critics in Hask condemned the raid on the harbour of Port Sorrel."},
            False,
        ),
    ],
)
def test_which_two_things_a_report_joins(text: str, march: dict[str, Any], joins: bool) -> None:
    assert set(joined(text, (RAID, replace(MARCH, **march)))) == ({("march", "raid")} if joins else set())


ITS_MARCH = "The march came in response to the raid by rebels on the harbour of Port Sorrel."
THE_RAID = "Thousands of students marched in Hask in response to the raid."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (JOINED, [True]),
        # one of the two is meant by its noun alone, or is one of several
        (ITS_MARCH, [False]),
        (THE_RAID, [False]),
        (JOINED.replace("the raid", "the raids"), [True]),
        (JOINED.replace("the raid", "a raid"), [False]),
        (JOINED.replace("the raid", "any raid"), []),
        # what came of it is told in three words at least, and as a fact
        ("The march came, in response to the raid by rebels on the harbour of Port Sorrel.", [False]),
        ("The march, in response to the raid by rebels on the harbour of Port Sorrel.", []),
        (f"If t{JOINED[1:-1]}, few saw it.", []),
        (f"Nobody knows whether t{JOINED[1:]}", []),
    ],
)
def test_a_report_joins_for_sure_what_it_tells_in_full(text: str, shown: list[bool]) -> None:
    assert [made.shown for made in joined(text).values()] == shown


@pytest.mark.parametrize(
    ("reports", "words", "shown"),
    [
        # what is not sure is where another article says so too
        ([(THE_RAID, "s")], "the raid", False),
        ([(THE_RAID, "s"), (ITS_MARCH, "s")], "the raid", False),
        ([(THE_RAID, "s"), (ITS_MARCH, "t")], "the raid", True),
        ([(ITS_MARCH, "s"), (THE_RAID, "t")], "Port Sorrel", True),
        ([(THE_RAID, "s"), (ITS_MARCH, "s"), (THE_RAID, "t")], "the raid", True),
        # the words are those that say it for sure
        ([(THE_RAID, "s"), (JOINED, "s")], "Port Sorrel", True),
        ([(JOINED, "s"), (THE_RAID, "t")], "Port Sorrel", True),
    ],
)
def test_what_two_articles_say_is_sure(reports: list[tuple[str, str]], words: str, shown: bool) -> None:
    told = (RAID, MARCH)
    sources = [ChainNode("", text, article, 500 * k, LATER) for k, (text, article) in enumerate(reports)]
    ((id, made),) = reported(sources, told, Resolver((*told, *sources), ENGLISH))
    assert (id, made.to, made.shown) == ("march", "raid", shown)
    assert made.words.exact.endswith(words)


IN_LOM = replace(RAID, id="lom", article="e", day=DAY.replace(day=1))
ALIKE = (
    replace(RAID, id="c", text="Two dockers were killed when rebels raided the harbour of Port Sorrel.", article="c"),
    replace(RAID, id="d", text="Rebels raided the harbour of Port Sorrel, killing two dockers.", article="d"),
)


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        # told three times it is one thing; of those that tell it the last
        ((), ["raid"]),
        (ALIKE, ["raid", "c", "d"]),
        ((replace(IN_LOM, text="Rebels raided a mill in Lom."), *ALIKE), [None, None, None, None]),
        ((replace(IN_LOM, text="Rebels bombed a mill in Lom."),), [None, None]),
        # what only brings such a deed up is not meant
        ((replace(IN_LOM, text="Lund, who was hurt when rebels raided a mill, sang in Lom."),), ["raid", "raid"]),
    ],
)
def test_what_is_told_over_and_over_is_one_thing(others: tuple[ChainNode, ...], meant: list[str | None]) -> None:
    among = (RAID, *others)
    resolver = Resolver((MARCH, *among), ENGLISH)
    for k, last in enumerate(meant):
        turned = (*among[k + 1 :], *among[: k + 1])
        found = _only_one("the raid", turned, MARCH, resolver)
        assert (found and found.id) == last
