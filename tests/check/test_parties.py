"""What sources likely tell of a line's happening, with its parties turned, or let where the draft has it hindered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive
from leadup.check import Statement
from leadup.check.case import Case
from leadup.check.hindered import hindered_instead
from leadup.check.judging import case_of
from leadup.check.parties import parties_differ
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 9, "Chancellor Ines Quill canceled her planned Brenn summit with Pavel Marek on Sunday after "
     "Norland expelled three geologists. Officials gave no other reason."),
    ("Coast Daily", 9, "Ines Quill canceled the Brenn summit with Pavel Marek after Norland expelled the geologists."),
    ("Morning Ledger", 20, "Deputies in Ostrava passed a plan for a copper mine near the Ulm springs on Thursday, by "
     "40 votes to 12."),
    ("Harbour Gazette", 20, "The deputies in Ostrava passed the plan for the copper mine near the Ulm springs on "
     "Thursday."),
    ("Morning Ledger", 50, "Deputies in Ostrava passed a ban on river dredging near the Orm islands on Sunday."),
    ("Coast Daily", 30, "The singer Lena Varga toured the salt caves of Tarn with the painter Bram Oster on Sunday."),
    ("Morning Ledger", 40, "Senator Jon Arlen bowed out of the Merrow primary on Wednesday after a poor result in "
     "Lower Merrow."),
    ("Harbour Gazette", 40, "Jon Arlen dropped out of the Merrow primary after a poor result in Lower Merrow."),
    ("Coast Daily", 60, "Captain Nils Brok rammed the ferry of skipper Ada Lund off Tarn on Tuesday."),
    ("Morning Ledger", 60, "Skipper Ada Lund rammed the ferry of captain Nils Brok off Tarn on Tuesday."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("parties"), *more) as made:
        yield made


def case(kept: Archive, late: int, words: str) -> Case:
    made = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("late", "words", "is_turned"),
    [
        (9, "Pavel Marek called off the Brenn summit with Ines Quill after Norland expelled three geologists.", True),
        (9, "Ines Quill called off the Brenn summit with Pavel Marek after Norland expelled three geologists.", False),
        # both may have, where one went with the other
        (30, "The painter Bram Oster toured the salt caves of Tarn with the singer Lena Varga.", False),
        # nobody else is named who could have
        (40, "Senator Jon Arlen quit the Merrow primary after a poor result in Lower Merrow.", False),
        # some have it so
        (60, "Captain Nils Brok rammed the ferry of skipper Ada Lund off Tarn.", False),
        # another day
        (19, "Pavel Marek called off the Brenn summit with Ines Quill after Norland expelled three geologists.", False),
    ],
)
def test_who_did_it(kept: Archive, late: int, words: str, is_turned: bool) -> None:
    made = case(kept, late, words)
    found = parties_differ(made, made.found("no source says so", "likely", made.nothing(), made.nearest))
    assert (found.kind == "actors differ") == is_turned, found


@pytest.mark.parametrize(
    ("late", "words", "is_opposite"),
    [
        (20, "Deputies in Ostrava voted down a plan for a copper mine near the Ulm springs.", True),
        (20, "Deputies in Ostrava refused to adopt a plan for a copper mine near the Ulm springs.", True),
        (20, "Deputies in Ostrava gave their approval to a plan for a copper mine near the Ulm springs.", False),
        # a bill may be for a thing or against it
        (50, "Deputies in Ostrava rejected river dredging near the Orm islands.", False),
        (50, "Deputies in Ostrava passed a bill against river dredging near the Orm islands.", False),
        (40, "Senator Jon Arlen vowed to fight on in the Merrow primary after a poor result in Lower Merrow.", True),
        (40, "Senator Jon Arlen abandoned the Merrow primary after a poor result in Lower Merrow.", False),
        # another one's doing
        (40, "Senator Mara Tolk vowed to fight on in the Merrow primary after a poor result in Lower Merrow.", False),
    ],
)
def test_what_was_let_or_hindered(kept: Archive, late: int, words: str, is_opposite: bool) -> None:
    made = case(kept, late, words)
    found = hindered_instead(made, made.found("no source says so", "likely", made.nothing(), made.nearest))
    assert (found.kind == "sources say the opposite") == is_opposite, found


@pytest.mark.parametrize("look", [parties_differ, hindered_instead])
def test_what_is_stated_otherwise_is_left(kept: Archive, look: object) -> None:
    assert callable(look)
    for late, words in (
        (9, "Pavel Marek called off the Brenn summit with Ines Quill after Norland expelled three geologists."),
        (20, "Deputies in Ostrava voted down a plan for a copper mine near the Ulm springs."),
    ):
        made = case(kept, late, words)
        stated = made.found("date differs", "likely", "the sources place it on another day", made.nearest)
        assert look(made, stated) is stated
