"""What only looks turned round, or let where the draft has it hindered: a maker, one beaten by nobody named, a run of
sentences read as one name, a deed beside another one; and that what is so found is a hint at most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup.check.hindered import WHY as HINDERED
from leadup.check.hindered import hindered_instead
from leadup.check.judging import case_of, judge
from leadup.check.parties import WHY as PARTIES
from leadup.check.parties import is_settled, parties_differ
from leadup.check.report import Finding, Kind, Statement, Sureness
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 9, "Oren Saal beat Vera Lindt in the Corrow runoff on Sunday, taking 53 percent of the vote."),
    ("Coast Daily", 9, "Vera Lindt lost Sunday's Corrow runoff to Oren Saal. She conceded before midnight."),
    ("Morning Ledger", 20, "“Lantern”, a film by Edda Moss, won the main award in Orsk on Thursday."),
    ("Coast Daily", 20, "Edda Moss's film “Lantern” took the main award at the festival of Orsk on Thursday."),
    ("Morning Ledger", 30, "Wanderers, coached by Igor Venn, won the championship on Sunday."),
    ("Harbour Gazette", 30, "Igor Venn's Wanderers won the championship title on Sunday."),
    ("Morning Ledger", 40, "Halder City dropped winger Paul Grett from the squad on Wednesday."),
    ("Harbour Gazette", 40, "Halder City left Paul Grett out of its squad on Wednesday."),
    ("Morning Ledger", 50, "Lena Roth routed Mina Kask 6-2, 6-0 in the third round of the Brenn Open on Saturday."),
    ("Harbour Gazette", 50, "Mina Kask was upset by Lena Roth in the third round of the Brenn Open on Saturday."),
    ("Morning Ledger", 60, "Brenn ended its tram service and reopened its harbor on Tuesday."),
    ("Harbour Gazette", 60, "The harbor in Brenn opened again on Tuesday; the tram ended its service the same day."),
    ("Morning Ledger", 70, "Pilots at Lotus Air walked out on Friday, closing four terminals in Halder."),
    ("Harbour Gazette", 70, "A walkout of pilots at Lotus Air began on Friday after the owner sent guards to the "
     "terminals in Halder."),
    ("Morning Ledger", 80, "Climber Ruth Aske survived a fall from the Vorn ridge on Monday. Her mule died."),
    ("Harbour Gazette", 80, "Ruth Aske survived a fall of 60 feet at the Vorn ridge on Monday."),
    ("Morning Ledger", 90, "The price of oats rose in the Vorn valley on Thursday, millers said."),
    ("Harbour Gazette", 90, "The price of oats climbed in the Vorn valley on Thursday."),
    ("Harbour Gazette", 93, "Oat prices climbed in the Vorn valley on Sunday."),
)  # fmt: skip


@pytest.fixture(scope="module")
def seeker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeker]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("apart"), *more) as made:
        yield Seeker(made, ENGLISH)


def line(late: int, words: str) -> Statement:
    return Statement(0, len(words), words, DAY + dt.timedelta(late))


def looked(
    seeker: Seeker, late: int, words: str, kind: Kind = "no source says so", sure: Sureness = "likely"
) -> Finding:
    """What the two looks make of a line that was found to be something."""
    case = case_of(line(late, words), seeker)
    assert case is not None
    return hindered_instead(case, parties_differ(case, case.found(kind, sure, case.nothing(), case.nearest)))


TRUE = [
    # beaten by nobody named, or by one whom a figure hides
    (9, "Vera Lindt was beaten in the Corrow runoff."),
    (9, "Vera Lindt was soundly defeated in the Corrow runoff."),
    (9, "Vera Lindt was beaten 53-47 by Oren Saal in the Corrow runoff."),
    (9, "Oren Saal was not beaten in the Corrow runoff."),
    (50, "Mina Kask was routed in the third round of the Brenn Open."),
    # who made it, or leads it
    (20, "Edda Moss won the main award for “Lantern”."),
    (20, "Edda Moss won the main award with her film “Lantern”."),
    (20, "Director Edda Moss won the main award in Orsk."),
    (30, "Igor Venn won the championship with Wanderers."),
    # read as one name
    (40, "Halder City dropped Paul Grett from the squad."),
    (40, "Paul Grett was dropped from the squad of Halder City."),
    (50, "Mina Kask was beaten in straight sets by Lena Roth."),
    # another deed of the same sentence, or the same word of the thing itself
    (60, "Brenn stopped its tram and reopened its harbor."),
    (60, "Brenn reopened its harbor and stopped its tram."),
    (70, "The walkout closed four terminals in Halder."),
    # another thing
    (80, "Ruth Aske lost her mule in a fall from the Vorn ridge."),
    (90, "The price of rye fell in the Vorn valley."),
    (90, "The price of barley dropped in the Vorn valley."),
    (93, "Rye prices fell in the Vorn valley."),
]


@pytest.mark.parametrize(("late", "words"), TRUE)
def test_what_is_not_turned(seeker: Seeker, late: int, words: str) -> None:
    assert looked(seeker, late, words).kind == "no source says so"
    made = judge(line(late, words), seeker)
    assert made.why not in (PARTIES, HINDERED), made


TURNED = [
    (9, "Vera Lindt won the Corrow runoff."),
    (9, "Oren Saal was beaten in the Corrow runoff."),
    (50, "Lena Roth was beaten in the third round of the Brenn Open."),
    (60, "The tram in Brenn continued its service."),
    (90, "The price of oats fell in the Vorn valley."),
    (93, "Oat prices fell in the Vorn valley."),
]


@pytest.mark.parametrize(("late", "words"), TURNED)
def test_what_is_turned_is_a_hint(seeker: Seeker, late: int, words: str) -> None:
    made = looked(seeker, late, words)
    assert made.kind in ("actors differ", "sources say the opposite"), made
    assert made.sureness == "possible"


@pytest.mark.parametrize("kind", ["supported", "one side only"])
@pytest.mark.parametrize(("late", "words"), TURNED)
def test_what_is_surely_borne_out_stays_so(seeker: Seeker, late: int, words: str, kind: Kind) -> None:
    assert looked(seeker, late, words, kind, "sure").kind == kind
    assert looked(seeker, late, words, kind, "likely").sureness == "possible"


def test_what_leaves_nothing_to_ask(seeker: Seeker) -> None:
    case = case_of(line(*TURNED[0]), seeker)
    assert case is not None
    assert [
        is_settled(case.found(kind, sure, "", []))
        for kind, sure in (
            ("supported", "sure"), ("one side only", "sure"), ("disputed", "likely"), ("date differs", "likely"),
            ("supported", "likely"), ("one side only", "likely"), ("date differs", "possible"),
            ("no source says so", "likely"),
        )
    ] == [True] * 4 + [False] * 4  # fmt: skip
