"""What counts as telling of an event: the deed and its actors in one place, in other words and spellings."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.target import find_target, read_question
from leadup.timeline.target.finding import is_one_day
from leadup.timeline.target.heading import heading
from leadup.timeline.target.spelling import distance, folded, spelt_alike
from leadup.timeline.target.verdict import DayVerdict
from leadup.timeline.target.votes import Day

ORSK: tuple[Telling, ...] = (
    ("2021-05-04", "A", "Mayor Karla Qadrin was sacked by the council of Orsk on Monday. Rain fell."),
    ("2021-05-05", "B", "The council ousted Karla Qadrin on Monday after a long row over the harbour."),
    ("2021-05-06", "C", "Critics say Tom Brandt should be fired. Brandt could resign, some hope."),
    ("2021-05-20", "D", "Gunmen shot envoy Lev Hostrow dead in Orsk on May 19. He had come by train."),
    ("2021-05-21", "E", "Lev Hostrow was assassinated on Wednesday, and Orsk mourned."),
    ("2021-06-03", "F", "Protests over the killing of Lev Hostrow went on in Orsk on Thursday."),
)


def _target(question: str) -> Target:
    return find_target(Question(question), pool(ORSK))


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("the firing of Karla Qadrin", "2021-05-03"),
        ("why was Karla Qadrin let go", "2021-05-03"),
        ("Council Dismisses Karla Qadrin", "2021-05-03"),
        ("the ouster of Karla Gadhrin", "2021-05-03"),
        ("the murder of Lev Hostrow", "2021-05-19"),
        ("the killing of Lev Hostrov", "2021-05-19"),
    ],
)
def test_other_words_and_spellings_lead_to_the_day(question: str, day: str) -> None:
    found = _target(question)
    assert (str(found.day), found.certainty) == (day, "stated")


@pytest.mark.parametrize(
    "question", ["the firing of Tom Brandt", "Tom Brandt resigns", "the coronation of Lev Hostrow", "Orsk harbour fire"]
)
def test_what_did_not_happen_is_not_told_of(question: str) -> None:
    with pytest.raises(UnknownTarget):
        _target(question)


FILLED = "Rain fell. Shops were shut. A bell rang all night. Nobody slept."
SCHOOL: tuple[Telling, ...] = (
    ("2021-05-04", "A", f"Qadrin gunmen stormed a school on Monday. {FILLED} It stands above the town of Orsk."),
    ("2021-05-05", "B", f"Qadrin gunmen stormed a school on Monday. {FILLED} The hill town of Orsk was in mourning."),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Qadrin gunmen storm a school", True),
        ("Qadrin gunmen storm a school in Orsk", True),
        ("Qadrin gunmen storm a school near Orsk", True),
        ("Qadrin gunmen storm a school in Tarn", False),
        ("gunmen storm a school in Tarn", False),
        # where nobody is named before the deed the place has to be told with it
        ("storming of the Qadrin school in Orsk", False),
        # what is no place has to be told with the deed
        ("Qadrin gunmen storm a school of Orsk", False),
        ("Qadrin gunmen storm Orsk", False),
        ("Orsk gunmen storm a school in Qadrin", False),
    ],
)
def test_the_place_may_be_named_further_down(question: str, told: bool) -> None:
    if told:
        assert str(find_target(Question(question), pool(SCHOOL)).day) == "2021-05-03"
        return
    with pytest.raises(UnknownTarget):
        find_target(Question(question), pool(SCHOOL))


def test_a_refusal_says_what_comes_nearest() -> None:
    with pytest.raises(UnknownTarget, match="nearest") as refused:
        _target("the firing of Tom Brandt")
    assert "Brandt" in refused.value.nearest


def test_what_is_of_many_days_offers_them() -> None:
    told: tuple[Telling, ...] = tuple(
        (f"2021-05-{d:02}", "A", f"The war in Tarn went on as towns were shelled on May {d - 1}.")
        for d in range(5, 25, 4)
    )
    with pytest.raises(UnknownTarget, match="--from") as refused:
        find_target(Question("the war in Tarn"), pool(told))
    assert len(refused.value.days) >= 3


SIDE: tuple[Telling, ...] = tuple(
    (f"2021-{1 + n // 28:02}-{1 + n % 28:02}", "W", f"Rain fell on bay {n}.") for n in range(110)
)
ONE_WAR: tuple[Telling, ...] = tuple(
    (f"2021-05-{d:02}", "A", f"The war in Tarn went on as towns were shelled on May {d - 1}.") for d in range(5, 25, 4)
)
SANK: tuple[Telling, ...] = (
    ("2021-05-21", "A", "The old ferry Marisol sank on Wednesday. Rain fell."),
    ("2021-07-06", "B", "On Monday the ferry Marisol sank off Orsk, a sailor said."),
)
MET: tuple[Telling, ...] = (
    ("2021-05-05", "A", "Anna Lund met bakers on May 3."),
    ("2021-06-05", "B", "Anna Lund sang in Orsk on June 3."),
    ("2021-07-05", "C", "On July 3 Anna Lund swam."),
)


@pytest.mark.parametrize(
    ("question", "told", "again", "said"),
    [
        (
            "the war in Tarn",
            ONE_WAR,
            ("2021-05-10", "B", "The war in Tarn went on with shells on May 8."),
            "no two place 'the war in Tarn' plainly on one day",
        ),
        ("the sinking of the ferry Marisol", SANK, None, "no two place 'the sinking of the ferry Marisol' plainly"),
        ("Anna Lund", MET, None, "but not what happened"),
    ],
)
def test_days_that_single_articles_of_many_name_are_not_offered(
    question: str, told: tuple[Telling, ...], again: Telling | None, said: str
) -> None:
    with pytest.raises(UnknownTarget) as refused:
        find_target(Question(question), pool((*told, *SIDE)))
    assert said in refused.value.what and "2021" not in str(refused.value) and not refused.value.days
    # Where the articles are few each counts; so does a day on which two agree.
    for offering in (told,) if again is None else (told, (*told, again, *SIDE)):
        with pytest.raises(UnknownTarget) as refused:
            find_target(Question(question), pool(offering))
        assert len(refused.value.days) >= 2, str(refused.value)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("why did Anna Lund resign?", "the resignation of Anna Lund"),
        ("What led up to the siege of Orsk", "the siege of Orsk"),
        ("explain the coup against Tolm", "the coup against Tolm"),
        ("Orsk goes bankrupt", "the bankruptcy of Orsk"),
    ],
)
def test_a_heading_repeats_the_question(question: str, words: str) -> None:
    assert heading(read_question(question, ENGLISH)) == words


@pytest.mark.parametrize(("one", "two"), [("Mursi", "Morsi"), ("Gadhafi", "Qaddafi"), ("Chávez", "Chavez")])
def test_spellings_of_one_name_are_near(one: str, two: str) -> None:
    assert spelt_alike(one, [two], ENGLISH)
    assert distance(folded(one, ENGLISH), folded(two, ENGLISH), language=ENGLISH) <= 1.0


def test_another_name_is_not_near() -> None:
    assert spelt_alike("Hostrow", ["Brandt", "Holland"], ENGLISH) == []


def test_who_lost_was_not_elected() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Karla Qadrin was elected mayor of Orsk on Tuesday, beating rival Tom Brandt."),
        ("2021-05-06", "B", "Karla Qadrin beat Tom Brandt on Tuesday and was elected mayor."),
    )
    assert str(find_target(Question("Karla Qadrin elected mayor"), pool(told)).day) == "2021-05-04"
    with pytest.raises(UnknownTarget):
        find_target(Question("Tom Brandt elected mayor"), pool(told))


def test_the_day_of_a_verdict_is_not_stated_for_the_deed() -> None:
    told: tuple[Telling, ...] = (
        (
            "2022-02-05",
            "A",
            "Tom Brandt was found guilty on Friday of culpable homicide in the shooting of Lev Hostrow.",
        ),
        ("2022-02-05", "B", "A judge convicted Tom Brandt on Friday over the shooting of Lev Hostrow in Orsk."),
        ("2022-02-09", "C", "Tom Brandt shot Lev Hostrow in Orsk on May 19, 2021."),
    )
    found = find_target(Question("Tom Brandt shoots Lev Hostrow"), pool(told))
    assert found.certainty == "guess"
    assert found.day == dt.date(2021, 5, 19)


def test_words_strewn_over_a_sentence_are_no_event() -> None:
    told: tuple[Telling, ...] = tuple(
        (
            f"2021-05-{d:02}",
            outlet,
            f"Velabook said on May {d - 1} that number {d} of its plans, drawn up over many weeks by people in "
            "Orsk and in several towns of the valley, would be shown to a wider public.",
        )
        for d, outlet in ((10, "A"), (10, "B"), (10, "C"))
    )
    with pytest.raises(UnknownTarget):
        find_target(Question("Velabook public"), pool(told))


def test_what_died_is_a_death() -> None:
    told: tuple[Telling, ...] = (("2021-05-05", "A", "Lev Hostrow died on Tuesday."),)
    assert str(find_target(Question("the death of Lev Hostrow"), pool(told)).day) == "2021-05-04"


BELOW = "It was a calm night. Nobody was on deck. The crew slept. The lamps were lit. The cook sang. "


@pytest.mark.parametrize(
    ("told", "question", "day"),
    [
        pytest.param(
            [("2021-05-05", "A", f"{BELOW}“Lev Hostrow is dead and the harbour lives,” the mayor said on Tuesday.")] * 2
            + [("2021-05-09", "B", "Lev Hostrow was killed on May 1, 2019, in Orsk.")],
            "the killing of Lev Hostrow",
            "2019-05-01",
            id="how things stand is no news of it",
        ),
        pytest.param(
            [
                ("2021-05-05", "A", "Karla Qadrin sent word on Tuesday from the county jail that she is well."),
                ("2021-05-06", "B", "Karla Qadrin was jailed in Orsk on Monday for contempt of the court."),
            ],
            "Karla Qadrin jailed",
            "2021-05-03",
            id="a place is no deed",
        ),
        pytest.param(
            [
                ("2021-05-05", "A", "Tom Brandt is due on April 30, the same day the Marisol sank, officials said."),
                ("2021-05-05", "B", "An official said on Tuesday that the Marisol was listing before it sank."),
            ],
            "sinking of the Marisol",
            "2021-04-30",
            id="a day that is said to be the event's",
        ),
        pytest.param(
            [
                ("2021-05-06", "A", "Karla Qadrin was sworn in as mayor on Monday in Orsk."),
                ("2021-05-11", "B", "Karla Qadrin was sworn in as mayor of Orsk on Monday, to some cheers."),
            ],
            "swearing-in of Karla Qadrin",
            "2021-05-10",
            id="the weekday of a page that was written on",
        ),
        pytest.param(
            [
                ("2021-05-05", "A", "Orsk protested a day after its envoy was shot in Velm, the capital."),
                ("2021-05-05", "B", "The mayor of Orsk wept a day after its envoy was shot dead in Velm."),
            ],
            "envoy of Orsk shot in Velm",
            "2021-05-04",
            id="counted from the report's own day",
        ),
        pytest.param(
            [("2021-05-04", "A", "A jury in the old town convicted former Gov. Karla Qadrin of fraud on Monday.")],
            "conviction of former Orsk governor Karla Qadrin",
            "2021-05-03",
            id="a place before a rank only describes",
        ),
        pytest.param(
            [("2021-05-04", "A", "Karla Qadrin was named ambassador to the United Nations on Monday.")],
            "Karla Qadrin's nomination as UN ambassador",
            "2021-05-03",
            id="a body by its short name",
        ),
        pytest.param(
            [("2021-05-04", "A", "Karla Qadrin was named U.N. ambassador on Monday.")],
            "Karla Qadrin named UN ambassador",
            "2021-05-03",
            id="a body's short name with stops",
        ),
        pytest.param(
            [("2021-05-04", "A", "After calls for her to resign, Mayor Karla Qadrin resigned on Monday in Orsk.")],
            "Karla Qadrin resigns",
            "2021-05-03",
            id="what was called for was done",
        ),
        pytest.param(
            [("2021-05-05", "A", "Karla Qadrin ended her bid for governor on Monday, after poor polls.")],
            "why did Karla Qadrin quit the governor's race",
            "2021-05-03",
            id="a race that is quit",
        ),
        pytest.param(
            [
                ("2021-05-05", "A", "Karla Qadrin spoke by phone with the president of Tarn on Monday."),
                ("2021-05-20", "B", "The president of Tarn vowed on Tuesday to call Karla Qadrin a friend."),
            ],
            "why did Karla Qadrin take a call from Tarn's president",
            "2021-05-03",
            id="a call that is taken is no demand",
        ),
        pytest.param(
            [("2021-05-05", "A", "An explosion at the Orsk mine killed nine on Tuesday.")],
            "Orsk mine disaster",
            "2021-05-04",
            id="what a disaster was",
        ),
        pytest.param(
            [
                ("2021-05-05", "A", "Karla Qadrin resigned as mayor of Orsk. Rain fell."),
                ("2021-05-05", "B", "Karla Qadrin has resigned as mayor. Nobody had seen it coming."),
                ("2021-05-06", "D", "Karla Qadrin resigned as mayor on Wednesday. Nobody had seen it coming."),
                ("2022-03-02", "C", "Karla Qadrin resigned as mayor on March 1. It was a cold day."),
            ],
            "Karla Qadrin resigns as mayor",
            "2021-05-05",
            id="reports of the day itself, and one article of a day far off",
        ),
    ],
)
def test_which_day_is_the_events(told: list[Telling], question: str, day: str) -> None:
    assert str(find_target(Question(question), pool(tuple(told))).day) == day


def test_what_is_told_of_without_a_day_is_not_said_to_be_untold() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "In 2014, Mayor Karla Qadrin was forced to resign over the harbour."),
    )
    with pytest.raises(UnknownTarget, match=r"no article places .* on a day surely") as refused:
        find_target(Question("Karla Qadrin resigns"), pool(told))
    assert "forced to resign" in refused.value.nearest


def test_a_race_that_is_quit_is_headed_by_the_question_s_words() -> None:
    assert (
        heading(read_question("why did Lund quit the presidential race", ENGLISH))
        == "“Lund quit the presidential race”"
    )


def test_of_a_row_the_one_that_is_asked_for() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "Karla Qadrin and Tom Brandt met on Monday in their first debate."),
        ("2021-05-05", "B", "Tom Brandt lost the first debate with Karla Qadrin on Monday."),
        ("2021-05-18", "A", "After his poor first showing, Tom Brandt met Karla Qadrin for another debate on Monday."),
        ("2021-05-18", "B", "Tom Brandt and Karla Qadrin met on Monday in a debate that the mayor called a draw."),
    )
    found = find_target(Question("first debate of Karla Qadrin and Tom Brandt"), pool(told))
    assert (found.day, found.certainty) == (dt.date(2021, 5, 3), "stated")


def test_a_day_that_tells_all_that_is_asked_for_goes_before_one_that_lacks_it() -> None:
    told: tuple[Telling, ...] = (
        *(
            ("2021-05-04", outlet, f"{outlet} hears: the High Court of Orsk struck down a law of Velm on Monday.")
            for outlet in ("A", "B", "C", "D")
        ),
        ("2021-06-08", "A", "The High Court of Orsk struck down the harbour law of Velm on Monday."),
        ("2021-06-08", "B", "Judges of the High Court of Orsk struck down the harbour law of Velm on Monday."),
    )
    found = find_target(Question("High Court of Orsk strikes down the harbour law of Velm"), pool(told))
    assert found.day == dt.date(2021, 6, 7)


def test_what_is_told_twice_for_one_night_is_of_one_day() -> None:
    night = DayVerdict(day=10, stated=False, rule="local time", other=11, lacking=())
    assert is_one_day(night, {10: Day(votes=2.0), 11: Day(votes=1.9), 30: Day(votes=0.2)})
    later = Day(votes=1.5, naming={1})
    assert not is_one_day(night, {10: Day(votes=2.0), 11: Day(votes=1.9), 12: later})


@pytest.mark.parametrize(
    ("other", "held", "one_day"),
    [
        (9, Day(votes=1.5, reporting={1, 2}), True),  # printed the day before, by the clock of another place
        (9, Day(votes=1.5, naming={1}), False),
        (7, Day(votes=1.5, reporting={1, 2}), False),
        (7, Day(votes=0.5, naming={1}), True),
        # what fewer name, and say less of, on the day after
        (11, Day(votes=0.9, naming={1}), True),
        (11, Day(votes=0.9, naming={1, 2}), False),
        (11, Day(votes=1.1, naming={1}), False),
        (12, Day(votes=0.9, naming={1}), False),
    ],
)
def test_reports_that_name_no_day_make_no_second_day_beside_the_events(other: int, held: Day, one_day: bool) -> None:
    siege = DayVerdict(day=10, stated=False, rule="named by several", other=None, lacking=())
    assert is_one_day(siege, {10: Day(votes=2.0, naming={3, 4}), other: held}) is one_day


def test_a_disputed_day_is_said_to_be_that_and_no_matter_of_clocks() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Lev Hostrow was killed in Orsk on May 3."),
        ("2021-05-06", "B", "On May 3, Lev Hostrow was killed by gunmen in Orsk."),
        ("2021-05-12", "C", "Lev Hostrow was killed in Orsk on May 9, the police say."),
        ("2021-05-13", "D", "In Orsk, Lev Hostrow was killed on May 9 by gunmen."),
    )
    found = find_target(Question("the killing of Lev Hostrow"), pool(told))
    assert (found.rule, found.certainty) == ("disputed", "guess")
    assert {str(found.day), str(found.other_day)} == {"2021-05-03", "2021-05-09"}
    assert str(found.other_day) in found.how
    assert "local time" not in found.how
