"""What bears a statement out by itself: its deed by the same ones, on its day, and most of its other words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Statement
from leadup.check.case import Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.speakers import only_reported
from leadup.check.support import entailing, entailing_that_day
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

LATER = DAY + dt.timedelta(4)
NEWS = (
    (
        "Coast Daily",
        "Dozens of people were killed on Tuesday when soldiers stormed the camp of Ludo Brenn's supporters.",
    ),
    ("Morning Ledger", "Finance minister Ines Corvo resigned on Tuesday after the vote in Halder."),
    ("The Halder Post", "Nor was Edda Marl quitting the council of Halder, a friend said on Tuesday."),
    ("Harbour Gazette", "Petra Voss poisoned the wells of Ostrava, Mara Tolk said on Tuesday."),
    ("Coast Daily", "Mara Tolk claimed on Tuesday that Petra Voss had poisoned the wells of Ostrava."),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(words, outlet, LATER) for outlet, words in NEWS]
    with archive(tmp_path_factory.mktemp("support"), *more) as made:
        yield made


def case(kept: Archive, words: str, day: dt.date = LATER) -> Case:
    made = case_of(Statement(0, len(words), words, day), Seeker(kept, ENGLISH))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("words", "is_borne_out"),
    [
        ("Ines Corvo quit as finance minister after the vote in Halder.", True),
        ("Ines Corvo did not quit as finance minister after the vote in Halder.", False),
        ("Dozens of people died as soldiers stormed the camp of Ludo Brenn's allies.", True),
        ("Ludo Brenn was killed as soldiers stormed the camp of his allies.", False),
        ("Edda Marl quit the council of Halder.", False),
    ],
)
def test_who_did_it_and_whether_it_was_done(kept: Archive, words: str, is_borne_out: bool) -> None:
    assert bool(entailing_that_day(case(kept, words))) == is_borne_out


def test_another_day_is_not_the_statements(kept: Archive) -> None:
    early = case(kept, "Ines Corvo quit as finance minister after the vote in Halder.", DAY - dt.timedelta(40))
    assert entailing(early)
    assert not entailing_that_day(early)


def test_what_only_others_say_has_lost_its_attribution(kept: Archive) -> None:
    plain = case(kept, "Petra Voss poisoned the wells of Ostrava.")
    found = only_reported(plain, entailing_that_day(plain))
    assert found is not None and found.kind == "attribution lost"
    his = case(kept, "Mara Tolk said that Petra Voss poisoned the wells of Ostrava.")
    assert only_reported(his, entailing_that_day(his)) is None
