"""What a noun or a statement holds: of whom, and what is done as somebody judges it."""

from __future__ import annotations

import pytest
from tests.timeline.chain.referring import RAID, RALLY, links


def test_what_a_noun_holds_is_told_with_it() -> None:
    text = "Lund of Norhaven said he had proof that miners were responsible for the attack on the mill."
    assert links(RAID, ("x", 5, text)) == [("x", "raid", True)]
    text = "Lund of Norhaven met a man who was responsible for the attack on the mill."
    assert links(RAID, ("x", 5, text)) == []


def test_what_is_done_as_somebody_judges_a_deed_is_told_with_that() -> None:
    judged = "As leaders rebuked Orla Tarn of Norhaven for the attack on the mill, police shut the schools."
    assert links(RAID, ("x", 5, judged)) == [("x", "raid", True)]
    grew = "As fears grew in Norhaven over the attack on the mill, police shut the schools."
    assert links(RAID, ("x", 5, grew)) == []


def test_his_words_are_of_somebody_named_who_has_a_part_in_them() -> None:
    text = "{} renewed his call on Wednesday, a day after the fair in Norhaven."
    assert links(RALLY, ("x", 5, text.format("Mads Ost"))) == []
    assert links(RALLY, ("x", 5, text.format("Orla Tarn"))) != []


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Orla Tarn lost allies following crude comments on the mill.", True),
        ("Orla Tarn lost allies following crude comments.", False),
        ("Orla Tarn lost allies following a conference call on the mill.", False),
    ],
)
def test_remarks_of_which_their_matter_is_told_are_known(text: str, means: bool) -> None:
    said = ("said", 3, "Orla Tarn told a crowd at a conference that the mill was a jail.")
    asked = "Orla Tarn calls the mill a jail"
    assert bool(links(said, ("x", 5, text), asked=asked)) is means


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Orla Tarn signed a letter condemning the attack in Norhaven.", True),
        ("Senators passed a resolution condemning the attack in Norhaven.", True),
        ("Senators wrote a memo and a letter condemning the attack in Norhaven.", True),
        ("A letter condemning the attack in Norhaven was sent to Orla Tarn on Tuesday.", True),
        ("A resolution condemning the attack in Norhaven was adopted.", True),
        ("A resolution condemning the attack in Norhaven was rejected.", False),
        ("A resolution condemning the attack in Norhaven failed.", False),
        ("Senators voted on a resolution condemning the attack in Norhaven.", False),
        ("Senators blocked a resolution condemning the attack in Norhaven.", False),
        ("Orla Tarn lost a motion condemning the attack in Norhaven.", False),
        ("Orla Tarn refused to sign a letter condemning the attack in Norhaven.", False),
        ("Orla Tarn opposed a resolution condemning the attack in Norhaven.", False),
    ],
)
def test_what_a_statement_holds_counts_where_it_is_made_or_backed(text: str, linked: bool) -> None:
    assert bool(links(RAID, ("x", 5, text))) is linked
