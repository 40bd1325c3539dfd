"""The longer times that an event is given, and a noun's own time."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.periods import AT_MOST, ToldPeriod, against, has_time_beside, in_periods, period_of
from leadup.timeline.target.votes import AGAINST, SETTLED, Day, vote

JUNE = ToldPeriod(dt.date(2021, 6, 1).toordinal(), dt.date(2021, 6, 30).toordinal())
YEAR = ToldPeriod(dt.date(2021, 1, 1).toordinal(), dt.date(2021, 12, 31).toordinal())
THIRD = dt.date(2021, 6, 3).toordinal()
MAY = dt.date(2021, 5, 3).toordinal()


def _matched(text: str, published: str = "2021-07-20") -> tuple[Match, list[tuple[str, str]]]:
    """The match of the killing in a text, and the ends of its longer time."""
    of = pool(((published, "A", text),))
    (match,) = Matcher(read_question("the killing of Karl Lund", ENGLISH)).matches(of)
    found = period_of(of.articles[0].reading.sentences[match.sentence], match)
    return match, [(str(dt.date.fromordinal(found.first)), str(dt.date.fromordinal(found.last)))] if found else []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Karl Lund was killed in Orsk in June.", [("2021-06-01", "2021-06-30")]),
        ("Karl Lund was killed in Orsk in 2020.", [("2020-01-01", "2020-12-31")]),
        # a day that stands nearer says more
        ("Karl Lund was killed on June 3, and in July Orsk mourned.", []),
        # and what stands far off belongs to something else
        (
            "Karl Lund was killed by men whom nobody in the old harbour town had ever seen before that night, it was"
            " said again in June.",
            [],
        ),
        ("Karl Lund was killed in Orsk.", []),
    ],
)
def test_the_longer_time_of_a_deed(text: str, period: list[tuple[str, str]]) -> None:
    assert _matched(text)[1] == period


def test_what_longer_times_say_of_a_day() -> None:
    held = {0: (JUNE, 1.0), 1: (YEAR, 0.5)}
    assert in_periods(THIRD, held) == pytest.approx(JUNE.share + YEAR.share / 2)
    assert in_periods(MAY, held) == pytest.approx(YEAR.share / 2)
    assert in_periods(THIRD, dict.fromkeys(range(9), (JUNE, 1.0))) == AT_MOST
    assert against(THIRD, held) == 0.0
    # A year says nothing against a day outside it, and a month only where more do than hold it.
    assert against(MAY, held) == pytest.approx(JUNE.share)
    may = ToldPeriod(MAY - 2, MAY + 28)
    assert against(MAY, held | {2: (may, 1.0)}) == 0.0
    assert ToldPeriod(0, 4000).share == 0.0
    # A quarter says something against a day outside it, and nothing longer does.
    quarter, longer = ToldPeriod(THIRD, THIRD + 92), ToldPeriod(THIRD, THIRD + 93)
    assert against(MAY, {0: (quarter, 1.0)}) == pytest.approx(quarter.share) and quarter.share > longer.share > 0
    assert against(MAY, {0: (longer, 1.0)}) == 0.0


def _votes(*told: Telling, question: str = "the killing of Karl Lund") -> dict[str, Day]:
    of = pool(told)
    asked = read_question(question, ENGLISH)
    found = vote(asked, Matcher(asked).matches(of), of)
    return {str(dt.date.fromordinal(day)): held for day, held in found.items()}


NAMED = (
    (
        "2021-07-05",
        "A",
        "Rain fell. Crowds came. It was cold. It was late. Karl Lund was killed on June 3, it was said.",
    ),
    ("2021-07-06", "B", "Rain fell. Crowds came. It was cold. It was late. Karl Lund was killed on July 1, some say."),
)
LOOSE = tuple(
    (f"2021-08-{d:02}", f"C{d}", f"Rain fell on {d} roofs. Karl Lund was killed in June, {d} said.") for d in (3, 4)
)


def test_longer_times_say_which_named_day_is_meant() -> None:
    bare, shifted = _votes(*NAMED), _votes(*NAMED, *LOOSE)
    assert shifted["2021-06-03"].votes > bare["2021-06-03"].votes
    assert shifted["2021-07-01"].votes < bare["2021-07-01"].votes
    assert shifted["2021-07-01"].votes >= (1 - AGAINST) * bare["2021-07-01"].votes
    # The votes of days are still there without them.
    assert shifted["2021-06-03"].bare == pytest.approx(bare["2021-06-03"].votes)


def test_longer_times_say_nothing_beside_a_day_that_several_name() -> None:
    again = (
        ("2021-07-02", "D", "Karl Lund was killed on July 1."),
        ("2021-07-03", "E", "On July 1 Karl Lund was killed."),
    )
    found = _votes(*NAMED, *LOOSE, *again)
    assert {held.shifted for held in found.values()} == {0.0}


def test_a_day_of_several_is_not_settled_against_what_many_say() -> None:
    # Two of January speak of the killing beside their own news; all others have it in June.
    news = (
        ("2022-01-12", "D", "The council said on Jan. 11 that the killing of Karl Lund was a stain on Orsk."),
        ("2022-01-13", "E", "Crowds came on Jan. 11. It was said on Jan. 11 that Karl Lund was killed by guards."),
    )
    many = tuple(
        (f"2022-01-{d:02}", f"C{d}", f"Rain fell on {d} roofs. Karl Lund was killed last June, {d} said.")
        for d in range(14, 24)
    )
    settled, contradicted = _votes(NAMED[0], *news), _votes(NAMED[0], *news, *many)
    assert settled["2022-01-11"].shifted == 0.0 and settled["2022-01-11"].told >= SETTLED
    assert contradicted["2022-01-11"].shifted < 0.0 < contradicted["2021-06-03"].shifted


def test_longer_times_lift_no_day_above_the_named_one_that_it_was_counted_back_from() -> None:
    # Two reports of Dec. 6, of which one names it and the other speaks of the day before, too, if only by its date.
    reports = (
        ("2021-12-06", "R", "Karl Lund was killed in Orsk. Rain fell."),
        ("2021-12-06", "S", "Karl Lund was killed in the harbour on Monday. Rain fell."),
    )
    many = tuple(
        (f"2022-01-{d:02}", f"C{d}", f"Rain fell. Karl Lund was killed last June, {d} said.") for d in range(14, 20)
    )
    found = _votes(*reports, *many)
    named, before = found["2021-12-06"], found["2021-12-05"]
    assert named.naming and named.shifted < 0.0 and not before.naming
    assert before.shifted < 0.0 and before.votes < named.votes
    # by itself it keeps its votes
    alone = _votes(reports[0], *many)
    assert alone["2021-12-06"].shifted == alone["2021-12-05"].shifted == 0.0


def test_a_day_told_plainly_is_settled_against_what_many_say() -> None:
    # That others say "last June" is of what went before: in January it is told in so many words.
    many = tuple(
        (f"2022-01-{d:02}", f"C{d}", f"Rain fell on {d} roofs. Karl Lund was killed last June, {d} said.")
        for d in range(14, 24)
    )
    told = ("2022-01-20", "D", "Karl Lund was killed on Jan. 11.")
    named = ("2022-01-13", "E", "Crowds came on Jan. 11. It was said on Jan. 11 that Karl Lund was killed by guards.")
    question = "Karl Lund killed"
    plainly = _votes(NAMED[0], told, named, *many, question=question)
    assert plainly["2022-01-11"].plain and plainly["2022-01-11"].shifted == 0.0
    # told by its noun, of another, as the ground for something else, or as what is feared it is not
    for other in (
        "The killing of Karl Lund was on Jan. 11.",
        "Karl Brandt was killed on Jan. 11.",
        "Crowds came after Karl Lund was killed on Jan. 11.",
        "It was feared that Karl Lund would be killed on Jan. 11.",
    ):
        found = _votes(NAMED[0], ("2022-01-20", "D", other), named, *many, question=question)
        assert not found["2022-01-11"].plain, other


def test_a_nouns_own_day_is_the_events() -> None:
    rest = "bench verdict on the murder charge against harbour guard Karl Lund may lead to more marches."
    found = _votes(("2021-05-06", "A", f"Rain fell. Monday's {rest}"), question="verdict against Karl Lund")
    assert len(found["2021-05-03"].naming) == 1
    without = _votes(("2021-05-06", "A", f"Rain fell. The {rest}"), question="verdict against Karl Lund")
    assert not any(held.naming for held in without.values())


def test_a_time_shortly_before_a_place() -> None:
    of = pool((("2021-05-06", "A", "Monday's killing of Karl Lund led to marches."),))
    (sentence,) = of.articles[0].reading.sentences
    assert has_time_beside(sentence, 9)
    assert not has_time_beside(sentence, 1)
    assert not has_time_beside(sentence, 40)


def test_a_day_not_far_behind_a_place() -> None:
    text = (
        "The ferry of the harbour of Orsk left with all of its crew after Karl Lund was killed there on Monday, and "
        "came back with two others in June."
    )
    (sentence,) = pool((("2021-05-06", "A", text),)).articles[0].reading.sentences
    assert has_time_beside(sentence, text.index("killed"))
    # too far
    assert not has_time_beside(sentence, 0)
    # a longer time says nothing
    later = pool((("2021-05-06", "A", "The harbour of Orsk, where Karl Lund was killed in April, is closed."),))
    assert not has_time_beside(later.articles[0].reading.sentences[0], 29)
