"""What says itself that it came after the event is told of no day before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.growth import assert_linear
from tests.timeline.making import tree
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.following import NEAR, _behind, _Event, _is_known_deed, _tells, that_follow
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.stating import find_event
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 7)
EVENT = "Gunmen stormed the harbour hall in Orsk on Friday, killing nine dockers in the massacre."
AFTER = "Marchers filled the streets of Hask on May 5, following the Orsk shootings."
RAID = "Gunmen killed four bakers in a shooting in Orsk on May 3."


def follows(
    sentence: str,
    *others: Telling,
    printed: str = "2021-05-11",
    words: str = "harbour massacre",
    event: str = EVENT,
) -> bool:
    """Is this sentence, of May 5, told as what followed the event of May 7?"""
    told = (("2021-05-07", "Orsk Daily", event), (printed, "Mail", sentence), *others)
    table = read_table(pool(told), Question(words, date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    target = Target(words, DAY, "given")
    of_may_5 = table.of_day[dt.date(2021, 5, 5).toordinal()]
    (row,) = (int(r) for r in of_may_5 if table.text(int(r)) == sentence)
    return row in that_follow(table, target, [row], find_event(table, target))


@pytest.mark.parametrize(
    ("sentence", "followed"),
    [
        (AFTER, True),
        ("Lund led a march in Hask on May 5 in the wake of the killings in Orsk.", True),
        # what it follows may be said first, and the day behind it
        ("In the wake of the killings in Orsk, Lund led a long march through Hask on May 5.", True),
        ("Lund, following the Orsk shootings, led a long march through the town of Hask on May 5.", True),
        ("Marchers filled the streets of Hask following the Orsk shootings on May 5.", False),
        # after another deed, or one of another place
        ("Marchers filled the streets of Hask on May 5, following the Orsk elections.", False),
        ("Marchers filled the streets of Hask on May 5, following the Lom shootings.", False),
        # a deed that names its own day, and what is said of an aside
        ("Marchers filled the streets of Hask on May 5, following the May 1 Orsk shootings.", False),
        ("Marchers filled the streets of Hask on May 5, following the Orsk shootings last month.", False),
        ("Last month, following the Orsk shootings, marchers filled the streets of Hask and on May 5 of Lom.", True),
        ("Dockers carried a flag burned after the Orsk shootings in Hask on May 5.", False),
        # after somebody did it, one that is not known, one of another who is named, or what is only called by it
        ("Tolm was arrested in Hask on May 5 after the Orsk police shot his driver.", False),
        ("Tolm was arrested in Hask on May 5 after a shooting in Orsk.", False),
        ("Police raided a flat in Hask on May 5 after the killing of Orsk grocer Lund.", False),
        ("Tolm died in Hask on May 5 after shooting himself in Orsk.", False),
        ("Marchers filled the streets of Hask on May 5, following the Orsk murder trial.", False),
        # what came before
        ("Marchers filled the streets of Hask on May 5, before the Orsk shootings.", False),
    ],
)
def test_what_says_that_it_came_after_the_event(sentence: str, followed: bool) -> None:
    assert follows(sentence) is followed


def test_what_was_printed_before_the_event_followed_another() -> None:
    assert not follows(AFTER, printed="2021-05-06")


def test_after_an_earlier_deed_of_the_kind_there_may_be_a_march() -> None:
    assert not follows(AFTER, ("2021-05-04", "Lom Post", RAID))


@pytest.mark.parametrize(
    ("sentence", "words", "event", "followed"),
    [
        (
            "Lund was charged in Hask on May 5 after the attack in Orsk.",
            "Orsk attack",
            "Gunmen attacked the harbour hall in Orsk on Friday, killing nine dockers.",
            True,
        ),
        # one that is not known, of another of a like name, and another of the kind
        (
            "Lund was charged in Hask on May 5 after an attack on Orsk Bank.",
            "Orsk attack",
            "Gunmen attacked the harbour hall in Orsk on Friday, killing nine dockers.",
            False,
        ),
        (
            "Lund was charged in Hask on May 5 after the attack on Orsk Bank.",
            "Orsk attack",
            "Gunmen attacked the harbour hall in Orsk on Friday, killing nine dockers.",
            False,
        ),
        (
            "Fans rioted in Hask on May 5 after Norland won the semi-final.",
            "Norland wins the cup",
            "Norland won the cup in Orsk on Friday.",
            False,
        ),
    ],
)
def test_by_what_the_event_is_known(sentence: str, words: str, event: str, followed: bool) -> None:
    assert follows(sentence, words=words, event=event) is followed


def test_it_may_be_known_by_a_name_that_the_question_does_not_say() -> None:
    event = "Gunmen attacked the Hask Herald in Orsk on Friday, killing nine in a shooting."
    assert follows(AFTER, words="Hask Herald attack", event=event)
    assert not follows(AFTER, ("2021-05-04", "Lom Post", RAID), words="Hask Herald attack", event=event)


def test_many_rows_take_linear_time() -> None:
    def asked(count: int) -> Callable[[], object]:
        crowds = " ".join(f"On May 5 crowd {n} met in Hask, following the Orsk killings." for n in range(count))
        told = (("2021-05-08", "Orsk Daily", EVENT), ("2021-05-08", "Mail", crowds))
        table = read_table(pool(told), Question("harbour massacre", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
        target = Target("harbour massacre", DAY, "given")
        event = find_event(table, target)
        rows = [int(r) for r in table.of_day[dt.date(2021, 5, 5).toordinal()]]
        table.read_trees(rows)
        assert len(rows) == count == len(that_follow(table, target, rows, event))
        return lambda: that_follow(table, target, rows, event)

    assert_linear(asked, 100)


KNOWN = _Event(frozenset({base_form("shooting", ENGLISH)}), frozenset({"Orsk"}), language=ENGLISH)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("A shooting in Orsk killed nine.", True),
        ("A vote in Orsk killed nine.", False),
        ("A shooting killed nine.", False),
        # only as what came before
        ("Nine fled after a shooting in Orsk.", False),
        ("Nine fled before a shooting in Orsk.", True),
    ],
)
def test_what_tells_a_deed_of_the_events_kind(text: str, tells: bool) -> None:
    assert _tells(text, KNOWN) is tells


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Nine fled after a raid, and hid.", [(10, ["a", "raid"])]),
        ("Following the raid nine fled", [(0, ["the", "raid", "nine", "fled"])]),
        ("Nine fled after", []),
        ("Nine fled after, it was said.", []),
        ("Nine fled", []),
    ],
)
def test_the_words_behind_what_says_before(text: str, behind: list[tuple[int, list[str]]]) -> None:
    assert [(at, [word[0] for word in near]) for at, near in _behind(text, ENGLISH)] == behind


def test_so_many_words_behind_it_are_read() -> None:
    words = ["ape", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "jay", "koi", "lynx", "mole"]
    assert len(words) > NEAR
    ((_, near),) = _behind(f"after {' '.join(words)}", ENGLISH)
    assert [word[0] for word in near] == words[:NEAR]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["after ADP case 3", "the DET det 3", "shootings NOUN obl 0"], True),
        (["after ADP case 3", "a DET det 3", "shootings NOUN obl 0"], False),
        (["after ADP case 3", "the DET det 3", "shootings VERB obl 0"], False),
        (["after ADP case 4", "the DET det 3", "shootings NOUN compound 4", "trial NOUN obl 0"], False),
        # with what it is done to, or behind a verb
        (["after ADP case 3", "the DET det 3", "shootings NOUN obl 0", "men NOUN obj 3"], False),
        (["after ADP mark 2", "fled VERB advcl 0", "the DET det 4", "shootings NOUN obl 2"], False),
    ],
)
def test_a_noun_for_a_known_deed(words: list[str], known: bool) -> None:
    made = tree(*words)
    deed = next(k for k, token in enumerate(made) if token.word == "shootings")
    assert _is_known_deed(made, 0, deed, ENGLISH) is known
    assert not _is_known_deed(made, 0, -1, ENGLISH)
