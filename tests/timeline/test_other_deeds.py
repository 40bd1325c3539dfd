"""The event's day where news near it tells of another deed in like words, and where little of it is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import find_target
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.clauses import JUDGED, is_done_to_other, parsed
from leadup.timeline.target.counted_days import counted_from
from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.match import Match
from leadup.timeline.target.verdict import REPORTS, judge
from leadup.timeline.target.votes import Day, vote

MAY = dt.date(2021, 5, 1).toordinal() - 1


def _day(question: str, *told: Telling) -> str:
    return str(find_target(Question(question), pool(told)).day)


@pytest.mark.parametrize(
    ("sentence", "verb", "other"),
    [
        ("Karl Lund ended his long speech on Monday.", "ended", True),
        ("Karl Lund abandoned the old mill on Monday.", "abandoned", True),
        ("Karl Lund ended his campaign on Monday.", "ended", False),
        ("Karl Lund abandoned his presidential hopes on Monday.", "abandoned", False),
        ("Karl Lund gave up his campaign plans on Monday.", "gave", False),
        ("Karl Lund ended it on Monday.", "ended", False),
        ("Karl Lund withdrew on Monday.", "withdrew", False),
        ("The end came on Monday.", "end", False),
    ],
)
def test_what_a_verb_is_done_to_may_make_it_another_deed(sentence: str, verb: str, other: bool) -> None:
    (tree,) = parsed([(sentence, 0, len(sentence))], ENGLISH)
    things = read_question("Karl Lund drops out", ENGLISH).done_with
    assert is_done_to_other(tree, sentence.index(verb), things, ENGLISH) is other


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Karl Lund drops out", True),
        ("Karl Lund drops out after losing Orsk", True),
        ("Karl Lund suspends his campaign", True),
        ("Karl Lund withdraws the Orsk guard", False),
        ("Karl Lund abandons the merger", False),
        ("Karl Lund bows out", False),
        ("Karl Lund", False),
    ],
)
def test_what_a_deed_is_done_with_is_known_where_the_question_names_nothing_else(question: str, known: bool) -> None:
    assert ("campaign" in read_question(question, ENGLISH).done_with) is known


def test_who_ended_a_speech_dropped_out_of_nothing() -> None:
    told: tuple[Telling, ...] = (
        ("2021-03-04", "A", "Karl Lund ended his speech against the toll on Wednesday."),
        ("2021-03-04", "B", "Councillor Karl Lund ended an eleven-hour speech late on Wednesday."),
        ("2021-05-04", "C", "Karl Lund is suspending his campaign for mayor. He had come fifth in Orsk."),
        ("2021-05-06", "D", "Karl Lund, who ended his bid on Tuesday, went fishing."),
    )
    assert _day("Karl Lund drops out", *told) == "2021-05-04"


def _votes(question: str, *told: Telling) -> dict[str, Day]:
    of, asked = pool(told), read_question(question, ENGLISH)
    return {str(dt.date.fromordinal(d)): h for d, h in vote(asked, Matcher(asked).matches(of), of).items()}


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("A guard was charged with the murder of Karl Lund on May 3.", JUDGED),
        ("A guard was convicted on May 3 of the murder of Karl Lund.", JUDGED),
        ("Friends spoke of the murder of Karl Lund on May 3.", 1.0),
    ],
)
def test_the_day_of_a_charge_is_not_that_of_the_murder(sentence: str, share: float) -> None:
    held = _votes("the murder of Karl Lund", ("2021-05-05", "A", sentence))["2021-05-03"]
    assert held.votes / held.told <= share
    assert bool(held.naming) is (share == 1.0)


def test_the_murder_is_of_the_day_that_its_own_clause_names() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-07", "A", "A guard was charged with the murder of Karl Lund on Thursday."),
        ("2021-05-07", "B", "The guard, charged with the murder of Karl Lund on May 6, was fired."),
        ("2021-05-07", "C", "A guard is seen in a film that surfaced late. Karl Lund was killed on Monday."),
    )
    assert _day("the murder of Karl Lund", *told) == "2021-05-03"


@pytest.mark.parametrize(("is_set", "foretold", "chosen"), [(True, True, 4), (True, False, 3), (False, True, 3)])
def test_a_day_that_was_foretold_has_none_before_it(is_set: bool, foretold: bool, chosen: int) -> None:
    of = pool(tuple((f"2021-05-0{day}", f"Outlet {day}", f"It rained on day {day}.") for day in (3, 4, 5)))
    days = {
        MAY + 3: Day(votes=0.9, naming={0, 1}, whole=1.0),
        MAY + 4: Day(votes=1.0, naming={2}, foretold={0} if foretold else set(), whole=1.0),
    }
    assert first_told(days, of, is_set) - MAY == chosen


def test_a_speech_of_the_eve_is_not_the_one_that_was_announced() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-02", "A", "Anna Lund will address the council about the toll on Tuesday."),
        ("2021-05-03", "B", "Anna Lund told bakers on Monday of the speech about the toll to the council."),
        ("2021-05-03", "C", "In a speech on Monday Anna Lund spoke to bakers about the council and the toll."),
        ("2021-05-05", "D", "Anna Lund addressed the council about the toll on Tuesday."),
        ("2021-05-05", "E", "On Tuesday Anna Lund spoke to the council to warn of the toll."),
    )
    assert _day("Anna Lund addresses the council on the toll", *told) == "2021-05-04"
    foretold = _votes("Anna Lund addresses the council on the toll", *told)
    assert [day for day, held in foretold.items() if held.foretold] == ["2021-05-04"]


@pytest.mark.parametrize(("earlier", "best", "chosen"), [(0.7, 1.0, 4), (0.9, 1.0, 2), (0.7, 0.8, 2)])
def test_an_earlier_day_is_told_of_in_full_where_a_later_one_is(earlier: float, best: float, chosen: int) -> None:
    of = pool((("2021-05-02", "A", "It rained."), ("2021-05-05", "B", "It snowed.")))
    days = {
        MAY + 2: Day(votes=0.8, naming={0}, whole=earlier),
        MAY + 4: Day(votes=1.0, naming={1}, whole=best),
    }
    assert first_told(days, of) - MAY == chosen


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A day before the verdict, the judge spoke of the killing.", 0),
        ("A day after the mayor, Anna Brandt, saw the killing he left.", 1),
        ("A day after the killing, the judge spoke.", 1),
    ],
)
def test_a_comma_ends_what_days_are_counted_from(text: str, days: int) -> None:
    assert counted_from(text, 0, len(text), text.index("killing"), ENGLISH) == days


@pytest.mark.parametrize(
    ("question", "light"),
    [
        ("why did Karl Lund decide not to seek another term", "decide"),
        ("court finds the Orsk toll illegal", "finds"),
        ("Karl Lund announces the closure of the mill", ""),
        ("Karl Lund announces his resignation", "announces"),
        ("Karl Lund announces retirement", "announces"),
        ("Karl Lund reports a resignation", ""),
        ("Lund and Brandt agree truce", ""),
    ],
)
def test_that_it_was_decided_or_found_need_not_be_told(question: str, light: str) -> None:
    deeds = [s for s in read_question(question, ENGLISH).slots if s.kind == "deed"]
    assert " ".join(s.asked for s in deeds if s.weight < 0.2) == light


def _match(article: int, **more: Any) -> Match:
    both = frozenset((0, 1))
    return Match(article, 0, 0.7, both, both, True, 0.8, head=both, **more)


@pytest.mark.parametrize(
    ("naming", "reports", "told", "known"),
    [(1, REPORTS, 0.6, True), (1, REPORTS - 1, 0.6, False), (0, REPORTS, 0.6, False), (1, REPORTS, 0.4, False)],
)
def test_a_day_that_one_names_and_several_report_is_told_of(
    naming: int, reports: int, told: float, known: bool
) -> None:
    of = pool(tuple((f"2021-05-{day:02}", f"Outlet {day}", f"It rained on day {day}.") for day in range(10, 16)))
    day = Day(votes=told, told=told, naming=set(range(naming)), reporting=set(range(1, 1 + reports)), whole=0.7)
    found = judge(read_question("Lund resigns", ENGLISH), [_match(a) for a in range(5)], {MAY + 10: day}, of)
    assert (found is not None) is known
    assert found is None or not found.stated


@pytest.mark.parametrize(("bare", "torn"), [(0.3, False), (0.6, True)])
def test_days_that_longer_times_fit_alike_are_told_apart_by_the_rest(bare: float, torn: bool) -> None:
    of = pool(tuple((f"2021-05-{day:02}", f"Outlet {day}", f"It rained on day {day}.") for day in range(10, 16)))
    days = {
        MAY + 4: Day(votes=1.8, told=0.8, naming={0}, whole=1.0, periods=1.0, shifted=1.0),
        MAY + 9: Day(votes=1 + bare, told=bare, naming={1}, whole=1.0, periods=1.0, shifted=1.0),
    }
    found = judge(read_question("Lund resigns", ENGLISH), [_match(0), _match(1)], days, of)
    assert found is not None
    assert (found.day - MAY, found.rule == "torn") == (4, torn)


def test_what_one_article_names_and_none_reports_stays_refused() -> None:
    with pytest.raises(UnknownTarget):
        _day("the killing of Karl Lund", ("2021-05-20", "A", "It rained. The mill burned on May 3."))


def test_a_veto_that_is_overridden_is_not_the_event() -> None:
    asked = read_question("Council overrides veto of the toll bill", ENGLISH)
    assert [(s.asked, s.needed) for s in asked.slots if s.kind == "deed"] == [("overrides", True), ("veto", False)]
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "The mayor said on Monday that he would veto the toll bill of the Council."),
        ("2021-05-04", "B", "A veto of the toll bill angered the Council on Monday."),
        ("2021-05-13", "C", "The Council voted on Wednesday to override the veto of the toll bill."),
        ("2021-05-13", "D", "The veto of the toll bill was overridden by the Council on Wednesday."),
    )
    assert _day("Council overrides veto of the toll bill", *told) == "2021-05-12"
