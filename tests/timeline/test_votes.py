"""The vote on an event's day: what a sentence says of it, and which day wins."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.clauses import JOINED, JUDGED, NAMED, SAID, SPOKEN_OF, UNDER
from leadup.timeline.target.counted_days import counted_from
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.matching import UNREAL
from leadup.timeline.target.votes import (
    AHEAD,
    AHEAD_SET,
    AS_GROUND,
    ASIDE,
    COUNTED,
    ELSEWHEN,
    LATER,
    OTHER_ROLE,
    OTHER_TIME,
    UNDATED,
    UNDER_ITS_TITLE,
    Day,
    vote,
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two days after the killing of Lund he left.", 2),
        ("He left two days before the killing of Lund.", -2),
        ("The day after the killing he left.", 1),
        ("A day after the killing he left.", 1),
        ("Ten days after the killing he left.", 10),
        ("On the eve of the killing he left.", -1),
        ("Days after the killing he left.", 0),
        ("The killing came two days after the visit.", 0),
        ("Two days before the visit -- the killing shocked all.", 0),
        ("Two days after the visit of old friends to the far and quiet harbour town of Orsk came the killing.", 0),
    ],
)
def test_days_counted_from_the_event(text: str, days: int) -> None:
    for before in ("", "The day was cold. "):
        whole, start = before + text, len(before)
        assert counted_from(whole, start, len(whole), whole.index("killing"), ENGLISH) == days
        assert counted_from(whole, start, len(whole), -1, ENGLISH) == 0


def _votes(*told: Telling, question: str = "the killing of Karl Lund") -> dict[str, Day]:
    of = pool(told)
    asked = read_question(question, ENGLISH)
    found = vote(asked, Matcher(asked).matches(of), of)
    return {str(dt.date.fromordinal(day)): held for day, held in found.items()}


DATED = "Karl Lund was killed in Orsk on May 3."


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # told soon, told late, told before it came
        (("2021-05-05", DATED), ("2021-06-10", DATED)),
        (("2021-06-10", DATED), ("2021-05-01", DATED)),
        # as done, and as feared
        (("2021-05-05", DATED), ("2021-05-05", "Some feared that Karl Lund was killed in Orsk on May 3.")),
        # of the whole event, and of a part
        (("2021-05-05", DATED), ("2021-05-05", "Lund was killed in Orsk on May 3.")),
        # named itself, and as the ground for something else
        (("2021-05-05", DATED), ("2021-05-05", "Crowds marched on May 3 over the killing of Karl Lund.")),
        # near the deed, and far from it
        (
            ("2021-05-05", DATED),
            (
                "2021-05-05",
                "Karl Lund was killed in Orsk by men who had come to the old town by boat, so the harbour office and "
                "the owner of the boat say, when it was already dark and raining, on May 3.",
            ),
        ),
        # named, and only printed on the day
        (("2021-05-05", DATED), ("2021-05-03", "Karl Lund was killed in Orsk.")),
    ],
)
def test_what_says_more_for_a_day(more: tuple[str, str], less: tuple[str, str]) -> None:
    by_more, by_less = (_votes((day, "A", text)) for day, text in (more, less))
    assert by_more["2021-05-03"].votes > by_less.get("2021-05-03", Day()).votes


def test_who_names_a_day_who_names_it_soon_and_who_names_none() -> None:
    told = (
        ("2021-05-05", "A", DATED),
        ("2021-06-10", "B", "In Orsk, Karl Lund was killed on May 3."),
        ("2021-05-04", "C", "Karl Lund was killed in the harbour of Orsk. Rain fell."),
        ("2021-05-06", "D", "Karl Lund was killed on May 3, 2021, in Orsk."),
    )
    held = _votes(*told)
    outlets = [article.outlet for article in pool(told).articles]
    day = held["2021-05-03"]
    named = ["".join(sorted(str(outlets[a]) for a in some)) for some in (day.naming, day.fresh, day.exact)]
    assert named == ["ABD", "AD", "D"]
    assert outlets.index("C") in day.reporting
    assert held["2021-05-04"].votes > held["2021-05-02"].votes > 0
    assert day.votes > held["2021-05-04"].votes
    assert day.whole > 0.9


KILLED, FIRED, VOTED = "the killing of Karl Lund", "Karl Lund fired", "the Norland referendum"
PACT = "Orsk harbour pact"
ENDORSED = "Anna Lund endorses Karl Tolm"


@pytest.mark.parametrize(
    ("question", "printed", "text", "told", "tie", "kinds"),
    [
        # printed soon after the day that it names, later, on it, and before it
        (KILLED, 5, DATED, 1, 1, "naming fresh"),
        (KILLED, 13, DATED, 1, 1, "naming fresh"),
        (KILLED, 14, DATED, LATER, 1, "naming"),
        (KILLED, 3, DATED, 1, 1, "naming fresh"),
        (KILLED, 2, DATED, AHEAD, 1, ""),
        (VOTED, 2, "Norland will hold a referendum on May 3.", AHEAD_SET, 1, ""),
        # by its weekday alone, with its year, or as that of the event
        (KILLED, 5, "Karl Lund was killed in Orsk on Monday.", 1, 1, "naming fresh weekday"),
        (KILLED, 5, "Karl Lund was killed on May 3, 2021.", 1, 1, "naming fresh exact"),
        (KILLED, 5, "On May 3, the same day Karl Lund was killed, it rained.", 1, 1, "naming fresh exact"),
        (KILLED, 2, "On May 3, 2021, Karl Lund will be killed.", AHEAD, 1, "exact"),
        # only aimed at, by the deed's own verb; but done where it was voted for, or where another verb is aimed at it
        (PACT, 5, "Envoys sealed a harbour pact in Orsk on May 3.", 1, 1, "naming fresh"),
        (PACT, 5, "Envoys set out on May 3 to help seal a harbour pact in Orsk.", UNREAL**3, UNDER, ""),
        (PACT, 5, "Envoys voted on May 3 to seal a harbour pact in Orsk.", 1, UNDER, "naming fresh"),
        (PACT, 5, "Envoys were compelled on May 3 to seal a harbour pact in Orsk.", 1, UNDER, "naming fresh"),
        (KILLED, 5, "Crowds met on May 3 to mourn the killing of Karl Lund.", 1, UNDER * SPOKEN_OF, "naming fresh"),
        # with a time of its own behind its noun
        (KILLED, 5, "Orsk banned him on May 3 for the killing in March of Karl Lund.", ELSEWHEN, NAMED, ""),
        (KILLED, 5, "Orsk banned him on May 3 for the killing in May of Karl Lund.", 1, NAMED, "naming fresh"),
        (KILLED, 5, "Orsk banned him on May 3 for the killing in the harbour of Karl Lund.", 1, NAMED, "naming fresh"),
        # as the ground for what was done on the day, or dated itself
        (KILLED, 5, "On May 3 crowds marched over the killing of Karl Lund.", AS_GROUND, NAMED, ""),
        (KILLED, 5, "Crowds marched over the killing of Karl Lund on May 3.", 1, NAMED, "naming fresh"),
        # words for another time nearer to the deed than the day's, or further off
        (
            KILLED,
            5,
            "Karl Lund was killed in 2019 at sea, and was buried on May 3.",
            OTHER_TIME,
            JOINED,
            "naming fresh",
        ),
        (KILLED, 5, "Karl Lund was killed in a storm at sea, and was buried on May 3.", 1, JOINED, "naming fresh"),
        (KILLED, 5, "Karl Lund was killed on May 3 at the mill that he had bought in 2019.", 1, 1, "naming fresh"),
        # in another clause
        (KILLED, 5, "The mayor announced on May 3 that Karl Lund was killed.", 1, SAID, "naming fresh"),
        # by whom it was done that is asked for as having it done
        (FIRED, 5, "Karl Lund was fired on May 3.", 1, 1, "naming fresh"),
        (FIRED, 5, "Karl Lund fired two men on May 3.", OTHER_ROLE, 1, "naming fresh"),
        # by whom is asked for, or to whom: who endorses is not endorsed by it
        (ENDORSED, 5, "Anna Lund endorsed Karl Tolm on May 3.", 1, 1, "naming fresh"),
        (ENDORSED, 5, "Karl Tolm endorsed Anna Lund on May 3.", OTHER_ROLE, 1, "naming fresh"),
        (ENDORSED, 5, "On May 3 he endorsed Anna Lund, Karl Tolm said.", OTHER_ROLE, 1, "naming fresh"),
        # by a day of its own, of its noun or its verb, whatever else the sentence tells
        (KILLED, 5, "Crowds marched over Monday's killing of Karl Lund.", 1, NAMED, "naming fresh weekday"),
        (
            KILLED,
            5,
            "The fair goes on as Orsk mourns after Karl Lund was killed on Monday.",
            1,
            1,
            "naming fresh weekday",
        ),
        (
            KILLED,
            5,
            "Orsk mourns the guard who killed Karl Lund and wounded two on Monday.",
            1,
            1,
            "naming fresh weekday",
        ),
        # a court's day right behind its noun is none of its own
        (KILLED, 5, "Brandt was charged with the killing on Monday, Karl Lund's.", 1, JUDGED * NAMED, ""),
        # counted from the event
        (KILLED, 4, "A day after Karl Lund was killed, his brother spoke.", COUNTED, 1, "naming"),
        # undated, on the day of printing and after it
        (KILLED, 3, "Karl Lund was killed in Orsk.", UNDATED[0], 1, "reporting"),
        (KILLED, 4, "Karl Lund was killed in Orsk.", UNDATED[1], 1, "reporting"),
        (KILLED, 6, "Karl Lund was killed in Orsk.", UNDATED[3], 1, "reporting"),
        (KILLED, 7, "Karl Lund was killed in Orsk.", 0, 1, ""),
        (KILLED, 3, "Karl Lund will be killed in Orsk.", 0, 1, ""),
        (KILLED, 3, "It rained in Orsk.", 0, 1, ""),
    ],
)
def test_what_a_sentence_says_of_a_day(
    question: str, printed: int, text: str, told: float, tie: float, kinds: str
) -> None:
    for lead in ("", "It rained. "):
        days = _votes((f"2021-05-{printed:02}", "A", lead + text), question=question)
        day = days.get("2021-05-03", Day())
        assert (day.told, day.votes) == pytest.approx((told, told * tie))
        held = {"naming": day.naming, "fresh": day.fresh, "weekday": day.weekday, "reporting": day.reporting}
        assert [kind for kind, of in {**held, "exact": day.exact}.items() if of] == kinds.split()


def test_the_days_that_a_sentence_names_beside_the_events() -> None:
    both = _votes(("2021-05-05", "A", "Karl Lund was killed on May 3 at the mill, and was buried on May 4."))
    assert (both["2021-05-03"].told, both["2021-05-04"].told) == (1, ASIDE * OTHER_TIME)
    assert (both["2021-05-03"].naming, both["2021-05-04"].naming) == ({0}, set())
    either = _votes(("2021-05-05", "A", "Karl Lund was killed on May 3 or May 4 in Orsk."))
    assert either["2021-05-03"].votes > either["2021-05-04"].votes > 0


def test_a_deed_far_from_its_day_belongs_to_it_less_wherever_it_stands() -> None:
    far = "Killed in Orsk was Karl Lund, whom all of the harbour had known for a long time and liked so well, on May 3."
    near = "Killed in Orsk on May 3 was Karl Lund, whom all of the harbour had known for a long time and liked so well."
    for lead in ("", "It rained. "):
        told = [_votes(("2021-05-05", "A", lead + text))["2021-05-03"].told for text in (far, near)]
        assert 0.5 < told[0] < told[1] == 1


def test_so_many_sentences_are_parsed_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    said = ("2021-05-05", "A", "The mayor announced on May 3 that Karl Lund was killed.")
    for most, tie in ((1, SAID), (0, 1)):
        monkeypatch.setattr("leadup.timeline.target.votes.PARSED", most)
        assert _votes(said)["2021-05-03"].votes == pytest.approx(tie)


def test_what_is_told_under_a_headline_that_tells_of_it_counts_more() -> None:
    of = pool((("2021-05-05", "A", DATED),))
    asked = read_question(KILLED, ENGLISH)
    day = dt.date(2021, 5, 3).toordinal()

    def votes(title: str) -> dict[int, Day]:
        titled = replace(of, articles=tuple(replace(a, title=title) for a in of.articles))
        return vote(asked, Matcher(asked).matches(titled), titled)

    plain, told = votes("Milk is dear"), votes("Karl Lund killed in Orsk")
    assert plain[day].votes == 1 < told[day].votes < 2
    # The headline itself speaks for the day of printing and those before it, and reports it.
    assert told[day + 2].votes == pytest.approx(UNDATED[0] * UNDER_ITS_TITLE)
    assert (plain[day].reporting, told[day].reporting, told[day + 2].reporting) == (set(), {0}, {0})
    ground = votes("Crowds march over killing of Karl Lund")
    assert 0 < ground[day + 2].votes < told[day + 2].votes / 2


def test_one_wording_votes_once() -> None:
    once = _votes(("2021-05-05", "A", DATED))
    copied = _votes(("2021-05-05", "A", DATED), ("2021-05-05", "B", DATED), ("2021-05-06", "C", DATED))
    assert copied["2021-05-03"].votes == once["2021-05-03"].votes
    assert copied["2021-05-03"].naming == {0, 1, 2}
    other = _votes(("2021-05-05", "A", DATED), ("2021-05-05", "B", "In Orsk, Karl Lund was killed on May 3."))
    assert other["2021-05-03"].votes == pytest.approx(2 * once["2021-05-03"].votes)


def test_a_day_counted_from_the_event_votes_for_its_day() -> None:
    held = _votes(("2021-05-06", "A", "On May 5, two days after the killing of Karl Lund, his brother spoke."))
    assert max(held, key=lambda day: held[day].votes) == "2021-05-03"
    assert held["2021-05-03"].naming == {0}


def test_only_days_of_the_year_asked_for_get_votes() -> None:
    told = ("2021-05-05", "A", "Karl Lund was killed in Orsk on May 3.")
    assert not _votes(told, question="the 2019 killing of Karl Lund")
    assert _votes(told, question="the 2021 killing of Karl Lund")


def test_a_day_long_before_anybody_tells_of_it_is_told_of_from_afar() -> None:
    near, far = (
        _votes((printed, "A", f"Karl Lund was killed in Orsk on {day}."))
        for printed, day in (("2021-05-05", "March 28"), ("2021-05-05", "Jan. 28"))
    )
    (near_day,), (far_day,) = ([held for held in days.values() if held.naming] for days in (near, far))
    assert 0 < far_day.votes < near_day.votes / 2


def _days(**held: tuple[float, set[int]]) -> dict[int, Day]:
    start = dt.date(2021, 5, 1).toordinal()
    return {start + int(name[1:]): Day(votes=votes, naming=naming) for name, (votes, naming) in held.items()}


@pytest.mark.parametrize(
    ("days", "chosen"),
    [
        (_days(d5=(10, {0}), d9=(4, {1})), 5),
        # of those with about as many the one that most articles name
        (_days(d5=(9.8, {0, 1}), d9=(10, {2})), 5),
        (_days(d5=(10, {0, 1}), d9=(9.8, {2})), 5),
        (_days(d5=(9.8, {3}), d9=(10, {1, 2})), 9),
        # an earlier one that somebody named before the later one came
        (_days(d5=(7, {0}), d9=(10, {1})), 5),
        (_days(d5=(5, {0}), d9=(10, {1})), 9),
        (_days(d5=(7, {3}), d9=(10, {1})), 9),
        # but not one long before
        (_days(d1=(7, {0}), d12=(10, {1})), 12),
        (_days(d2=(7, {0}), d12=(10, {1})), 2),
        # the evening before
        (_days(d8=(9, {1, 3}), d9=(10, {1, 2, 3})), 8),
        (_days(d8=(9, {3}), d9=(10, {1, 2, 3})), 9),
        (_days(d8=(8, {1, 3}), d9=(10, {1, 2, 3})), 9),
    ],
)
def test_the_day_that_wins(days: dict[int, Day], chosen: int) -> None:
    of = pool(tuple((f"2021-05-{day:02}", f"Outlet {n}", f"It rained on day {day}.") for n, day in enumerate(PRINTED)))
    by_outlet = {a.outlet: n for n, a in enumerate(of.articles)}
    placed = {d: Day(votes=h.votes, naming={by_outlet[f"Outlet {n}"] for n in h.naming}) for d, h in days.items()}
    assert first_told(placed, of) - dt.date(2021, 5, 1).toordinal() == chosen


PRINTED = (2, 14, 15, 16)
"""The days of May on which the articles of that test were printed."""
