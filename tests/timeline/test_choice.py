from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timeline.story import GOLD, STORY, pool

from leadup.errors import EmptyWindow
from leadup.model import Question, Score, Target
from leadup.timeline import Choice, choose, choose_days, day_choice
from leadup.timeline import choice as choice_room
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.wording import DayWords

FIRST, LAST = dt.date(2021, 2, 20), dt.date(2021, 3, 31)


def _question(**asked: object) -> Question:
    return Question("the burst of the Tarrow dam", first=FIRST, last=LAST, **asked)  # type: ignore[arg-type]


def _choices(**asked: object) -> tuple[Choice, ...]:
    return choose(_question(**asked), None, pool())


def test_the_story_is_told_on_its_days_in_fitting_words() -> None:
    choices = choose_days(_question(per_day=1), pool(), dates=4)
    assert [str(c.day) for c in choices] == sorted(GOLD)
    for choice in choices:
        said = choice.wording.span.exact
        assert all(word in said for word in GOLD[str(choice.day)]), said


def test_the_salience_decides_how_many_days_unless_it_is_told() -> None:
    brief, normal, full = (_choices(detail=d) for d in ("brief", "normal", "full"))
    days = [len({c.day for c in cs}) for cs in (brief, normal, full)]
    assert days == sorted(days)
    assert days[0] < days[2]
    assert dt.date(2021, 3, 10) in {c.day for c in brief}


@pytest.mark.parametrize("entries", [1, 2, 5])
def test_entries_cap_the_answer(entries: int) -> None:
    choices = _choices(entries=entries)
    assert len(choices) == entries
    assert entries == 1 or dt.date(2021, 3, 10) in {c.day for c in choices}


def test_no_day_has_more_than_its_share() -> None:
    days = [c.day for c in _choices(per_day=1, detail="full")]
    assert len(days) == len(set(days))


def test_no_sentence_is_said_twice() -> None:
    said = [c.wording.span.exact for c in _choices(detail="full", per_day=5)]
    assert len(said) == len(set(said))


def test_support_is_of_the_day_and_tells_of_the_same() -> None:
    (burst,) = (c for c in choose_days(_question(per_day=1), pool(), dates=1))
    assert {m.outlet for m in burst.support} == {"Valley Post", "Orsk Daily", "National Mail"}
    assert burst.wording.outlet == "Valley Post"
    assert {m.day for m in burst.support} == {burst.day}
    assert burst.wording not in burst.support
    assert not any("roar" in m.span.exact for m in burst.support)


def test_parts_of_a_score_add_up_and_each_says_why() -> None:
    for choice in _choices(detail="full"):
        assert math.isclose(math.fsum(v for _, v, _ in choice.score.parts), choice.score.total, abs_tol=1e-9)
        assert all(line for _, _, line in choice.score.parts)


def test_a_window_of_which_nothing_is_told_is_an_error() -> None:
    with pytest.raises(EmptyWindow, match="1999"):
        choose(Question("dam", first=dt.date(1999, 1, 1), last=dt.date(1999, 1, 9)), None, pool())


@settings(max_examples=15)
@given(st.permutations(STORY))
def test_the_order_of_articles_changes_nothing(told: list[tuple[str, str, str]]) -> None:
    assert choose(_question(), None, pool(tuple(told))) == _choices()


@settings(max_examples=30)
@given(st.lists(st.sampled_from(STORY), min_size=1, max_size=6), st.integers(1, 4), st.integers(1, 3))
def test_every_choice_is_verbatim_in_order_and_inside_the_window(
    told: list[tuple[str, str, str]], dates: int, per_day: int
) -> None:
    of = pool(tuple(told))
    texts = {a.id: a.text for a in of.articles}
    try:
        choices = choose_days(_question(per_day=per_day), of, dates=dates)
    except EmptyWindow:
        return
    days = [c.day for c in choices]
    assert days == sorted(days)
    assert len(set(days)) <= dates
    assert all(FIRST <= d <= LAST and days.count(d) <= per_day for d in days)
    for choice in choices:
        for mention in (choice.wording, *choice.support):
            mention.span.check(texts[mention.span.article])


CHARTER: tuple[tuple[str, str, str], ...] = (
    ("2021-05-04", "A", "The council of Orsk signed the harbour charter on Monday after nine years of talks with Lom."),
    (
        "2021-05-04",
        "B",
        "On Monday the council of Orsk signed the harbour charter, nine years after talks with Lom began.",
    ),
    (
        "2021-05-05",
        "C",
        "After nine years the council of Orsk signed the harbour charter with Lom on Monday in the hall.",
    ),
)
MONDAY = dt.date(2021, 5, 3)


def _of_monday(*told: tuple[str, str, str]) -> tuple[Choice, ...]:
    question = Question("the harbour charter of Orsk", first=MONDAY, last=MONDAY, per_day=2)
    return choose(question, None, pool((*CHARTER, *told)))


def test_no_sentence_is_there_to_fill_the_space() -> None:
    other = ("2021-05-04", "D", "A baker of Lom sold nothing on Monday, and it rained.")
    assert not any("baker" in c.wording.span.exact for c in _of_monday(other))


def test_a_sentence_of_the_day_that_shares_a_word_or_two_supports_nothing() -> None:
    other = (
        "2021-05-04",
        "D",
        "Talks about the pay of nurses broke down on Monday when the union left the room early.",
    )
    (first, *_) = _of_monday(other)
    assert {m.outlet for m in (first.wording, *first.support)} == {"A", "B", "C"}


def _told(*sentences: str) -> list[str]:
    """What is shown of these sentences, each an article's of one day in March."""
    story = pool([("2021-03-11", f"Outlet {n}", f"{s} Rain fell on the valley.") for n, s in enumerate(sentences)])
    return [c.wording.span.exact for c in choose(Question("Orsk", first=FIRST, last=LAST), None, story)]


ULTIMATUM = "On Wednesday the army of Norland issued a 48-hour ultimatum to President Ilan Varo over the dam at Orsk."


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (ULTIMATUM, "Critics called Ilan Varo aloof, and on Wednesday the army gave him 48 hours to share power.", 1),
        (ULTIMATUM, "Critics called Ilan Varo aloof, and on Wednesday the army gave him 72 hours to share power.", 2),
        (
            "Varo named Ida Lund as chief of his campaign on Wednesday and gave Olav Brenn the post of chairman.",
            "With Olav Brenn as chairman and Ida Lund made chief, the campaign of Varo got new heads on Wednesday.",
            1,
        ),
        (
            "Minister Ida Lund told friends on Wednesday in Orsk that she was worn out, and she resigned.",
            "On Wednesday Ida Lund stepped down after the row about the dam had gone on for a year or more.",
            1,
        ),
        (
            "Rebels of the hill villages seized the largest mill on Wednesday, which gives them control of the bread.",
            "The seizure of the mill by the rebels on Wednesday was part of a string of victories in the north.",
            1,
        ),
    ],
)
def test_one_happening_of_a_day_is_one_entry(one: str, other: str, times: int) -> None:
    shown = [text for text in _told(one, other) if text in (one, other)]
    assert len(shown) == times


SENATE = "The senate of Norland passed the bill for a new harbour wall by 37-3 on Wednesday in the night."
LAKE = "Engineers lowered the lake behind the Orsk dam by two metres on Wednesday after cracks were found."
SHUT = "The council of Orsk voted on Wednesday to close the harbour to foreign ships for the rest of the year."
SEARCH = "Police searched the house of Olav Brenn in Orsk on Wednesday for the money of the harbour fund."


@pytest.mark.parametrize(
    ("one", "other", "printed", "times"),
    [
        # one figure
        (SENATE, "By a vote of 37-3 on Wednesday lawmakers sent the harbour plan of Norland to the president.", 11, 1),
        (SENATE, "By a vote of 31-9 on Wednesday lawmakers sent the harbour plan of Norland to the president.", 11, 2),
        # mostly the same words, or other ones
        (
            LAKE,
            "After cracks were found on Wednesday engineers at the Orsk dam let the lake sink by two metres.",
            11,
            1,
        ),
        (LAKE, "Bakers in Orsk opened a new hall by the market on Wednesday with music and with free bread.", 11, 2),
        # in the next day's paper, where it names no day; another thing of the next day
        (SHUT, "The council of Orsk voted to close the harbour to foreign ships for the rest of the year.", 12, 1),
        (
            SEARCH,
            "Police searched the house of Ida Lund in Orsk on Thursday for the papers of the harbour fund.",
            12,
            2,
        ),
    ],
)
def test_one_happening_is_told_once_in_whichever_order(one: str, other: str, printed: int, times: int) -> None:
    told = [("2021-03-11", "A", f"{one} Rain fell."), (f"2021-03-{printed}", "B", f"{other} Rain fell.")]
    for story in (pool(told), pool(told[::-1])):
        shown = [c.wording.span.exact for c in choose(Question("Orsk", first=FIRST, last=LAST), None, story)]
        assert len([text for text in shown if text in (one, other)]) == times


@pytest.mark.parametrize(
    ("scores", "alike", "most", "best"),
    [
        ([1.0, 0.9, 0.8], 0.0, 3, [0, 1, 2]),
        ([1.0, 0.9, 0.8], 0.0, 2, [0, 1]),
        # none there to fill the space, none a repetition
        ([1.0, 0.45, 0.44], 0.0, 3, [0, 1]),
        ([0.1, 0.046, 0.044], 0.0, 3, [0, 1]),
        ([1.0, 0.9, 0.8], 0.5, 3, [0, 2]),
        ([1.0, 0.9, 0.8], 0.2, 3, [0, 1, 2]),
        ([1.0, 0.9, 0.8], 0.28, 3, [0, 1, 2]),
        ([], 0.0, 3, []),
    ],
)
def test_which_sentences_of_a_day_are_shown(scores: list[float], alike: float, most: int, best: list[int]) -> None:
    # The second is so much like the first; the others have nothing in common.
    vectors = np.eye(3)
    vectors[1] = [alike, (1 - alike**2) ** 0.5, 0.0]
    words = DayWords(np.arange(len(scores)), np.array(scores), vectors, ())
    assert day_choice._best(words, list(range(len(scores))), most) == best


def test_what_is_announced_and_what_is_then_done_are_two() -> None:
    plan = "The senate of Norland said on Tuesday that it would vote on Wednesday to close the Tarrow dam at Orsk."
    deed = "The senate of Norland voted on Wednesday by a narrow margin to close the Tarrow dam at Orsk."
    story = pool([("2021-03-09", "A", plan), ("2021-03-11", "B", deed), ("2021-03-11", "C", STORY[4][2])])
    shown = [c.wording.span.exact for c in choose(Question("Orsk", first=FIRST, last=LAST), None, story)]
    assert deed in shown


@pytest.mark.parametrize(
    ("told", "stated", "kept"),
    [
        # row: where it stands, then where others tell the same; in the order of their weight
        ({1: "abc", 2: "bc"}, None, [1]),
        ({1: "abc", 2: "bd"}, None, [1]),
        ({1: "abc", 2: "dac"}, None, [1]),
        ({1: "abc", 2: "dc"}, None, [1, 2]),
        ({1: "abc", 2: "bd"}, 1, [1, 2]),
        ({1: "abc", 2: "bc"}, 2, [1, 2]),
        ({1: "bc", 2: "abc"}, 2, [2]),
        ({1: "a", 2: "b"}, None, [1, 2]),
    ],
)
def test_what_has_no_sentence_of_its_own_is_told_already(
    told: dict[int, str], stated: int | None, kept: list[int]
) -> None:
    def at(place: str) -> Any:
        return SimpleNamespace(span=place)

    found: Any = [
        SimpleNamespace(row=row, day=1, wording=at(own), support=[*map(at, others)], states_event=row == stated)
        for row, (own, *others) in told.items()
    ]
    assert [c.row for c in choice_room._each_borne_out_apart(found)] == kept  # type: ignore[attr-defined]


BAKER = ("2021-05-04", "D", "A baker of Lom sold nothing on Monday, and it rained all day on the square.")


def test_of_days_that_are_given_too_no_sentence_is_there_to_fill_the_space() -> None:
    question = Question("the harbour charter of Orsk", first=MONDAY, last=MONDAY, per_day=3)
    shown = choose_days(question, pool((*CHARTER, BAKER)), dates=1)
    assert not any("baker" in c.wording.span.exact for c in shown)
    assert not any("baker" in m.span.exact for c in shown for m in c.support)
    assert {m.outlet for c in shown for m in (c.wording, *c.support)} == {"A", "B", "C"}


OF_ONE_DAY = (
    "The council of Orsk signed the harbour charter on Monday after nine years of talks with the port of Lom.",
    "A ferry with ninety pilgrims ran aground near the lighthouse of Hask on Monday in thick morning fog.",
    "Farmers blocked the northern road on Monday with tractors because the price of milk had fallen again.",
    "The opera of Marn cancelled its season on Monday when the singers walked out over unpaid wages.",
    "Police freed two kidnapped bankers from a cellar in Varl on Monday and arrested a former guard.",
    "A comet was seen with the naked eye over the southern islands on Monday for the first time in decades.",
)


def test_of_the_events_own_day_no_more_is_told_than_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice_room, "likely_kept", lambda _table, told, *_, **__: told)
    told = tuple(("2021-05-04", f"Outlet {n}", text) for n, text in enumerate(OF_ONE_DAY))
    target = Target("the harbour charter of Orsk", MONDAY, "given")

    def shown(**asked: Any) -> int:
        question = Question(target.words, date=MONDAY, first=MONDAY, last=MONDAY, **asked)
        return len(choose(question, target, pool(told)))

    assert shown() == choice_room.MOST_OF_EVENT_DAY
    assert shown(detail="full") > choice_room.MOST_OF_EVENT_DAY
    assert shown(per_day=2) == 2
    assert shown(detail="full", per_day=2) == 2


@pytest.mark.parametrize("entries", [1, 2, 4])
def test_some_more_than_are_shown_are_looked_at_for_what_is_told_already(
    monkeypatch: pytest.MonkeyPatch, entries: int
) -> None:
    looked_at: list[int] = []

    def apart(found: Any) -> Any:
        looked_at.append(len(found))
        return list(found)

    monkeypatch.setattr(choice_room, "_each_borne_out_apart", apart)
    days = [str(MONDAY + dt.timedelta(7 * n + 1)) for n in range(len(OF_ONE_DAY))]
    told = tuple((day, f"Outlet {day}", text) for day, text in zip(days, OF_ONE_DAY, strict=True))
    question = Question("Monday", first=MONDAY, last=MONDAY.replace(month=7), entries=entries, detail="full")
    assert len(choose(question, None, pool(told))) == entries
    assert looked_at == [entries + choice_room.TOLD_AGAIN]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        # below the least, only what leads up, names whom the question names and says its day; until there are enough
        ([(9, 1.0), (8, 0.016), (8, 0.014)], [1.0, 0.016, 0.014]),
        ([(9, 1.0), (9, 0.014), (8, 0.006)], [1.0, 0.006]),
        ([(9, 1.0), (8, 0.004)], [1.0]),
        ([(9, 1.0), (8, 0.5), (7, 0.4), (6, 0.3), (8, 0.014)], [1.0, 0.5, 0.4, 0.3]),
        ([(9, 1.0), (8, 0.5), (7, 0.4), (8, 0.014), (6, 0.013)], [1.0, 0.5, 0.4, 0.014]),
        # just so much is enough
        ([(9, 1.0), (9, 0.015)], [1.0, 0.015]),
        ([(9, 1.0), (8, 0.005), (7, 0.005)], [1.0, 0.005, 0.005]),
        # by the weight of the first, whatever that is
        ([(9, 0.1), (9, 0.0015), (9, 0.0014)], [0.1, 0.0015]),
        # rows of an odd day name nobody here, or say no day
        ([(9, 1.0), (5, 0.014), (8, 0.013)], [1.0, 0.013]),
        ([(9, 1.0), (4, 0.014), (8, 0.013)], [1.0, 0.013]),
    ],
)
def test_where_little_is_told_of_the_days_before_less_must_be_behind_it(
    monkeypatch: pytest.MonkeyPatch, behind: list[tuple[int, float]], kept: list[float]
) -> None:
    day = dt.date(2021, 5, 9)
    ranked = [RankedHappening(day.replace(day=at).toordinal(), at, w, ()) for at, w in behind]
    table: Any = SimpleNamespace(explicit={at: at != 4 for at in range(10)})
    monkeypatch.setattr(choice_room, "names_asked", lambda *asked: asked[-1] != 5)
    target = Target("the killing of Ilan Varo", day, "given")
    found = choice_room._enough_behind(ranked, table, Question("the killing of Ilan Varo"), target)
    assert [one.weight for one in found] == kept
    brief = Question("the killing of Ilan Varo", detail="brief")
    assert [o.weight for o in choice_room._enough_behind(ranked, table, brief, target)] == [
        w for _, w in behind if w >= choice_room.LEAST_BEHIND["brief"]
    ]


@pytest.mark.parametrize(
    ("days", "most", "kept"), [("7787", 2, [0, 1, 2]), ("7787", 1, [0, 2]), ("7787", 3, [0, 1, 2, 3]), ("", 2, [])]
)
def test_the_weightiest_of_each_day(days: str, most: int, kept: list[int]) -> None:
    told: Any = [SimpleNamespace(row=row, day=int(day)) for row, day in enumerate(days)]
    assert [one.row for one in choice_room._spread(told, most)] == kept  # type: ignore[attr-defined]


@pytest.mark.parametrize(("form", "how"), [(1.0, "well"), (0.99, "less well"), (2.0, "well")])
def test_how_well_it_is_worded_is_said(form: float, how: str) -> None:
    parts = (("told alike", 3.0), ("own", 2.0), ("form", form))
    score = choice_room._score_of(RankedHappening(7, 0, 0.5, parts), 2.0)  # type: ignore[attr-defined]
    assert score.total == 0.25
    ((name, share, line),) = score.parts
    assert (name, share) == ("told alike", 0.25)
    messages = choice_room._MESSAGES  # type: ignore[attr-defined]
    assert line == messages["happening"].format(alike=3.0, own=2.0, how=messages[how], form=form)


@dataclass(frozen=True)
class _Said:
    """A mention, its own span, in an article."""

    article: str
    start: int

    @property
    def span(self) -> _Said:
        return self


def test_what_carries_the_event_bears_it_out_once_an_article() -> None:
    own, beside, other, *further = (_Said(article, start) for start in (0, 9) for article in "abc")
    one = Choice(own, (beside,), Score(1.0))  # type: ignore[arg-type]
    found = choice_room._also_carried(one, (*further, other))  # type: ignore[arg-type, attr-defined]
    assert found.support == (beside, further[-1])


@pytest.mark.parametrize(
    ("asked", "most", "most_of_day"),
    [
        ({"detail": "full"}, 40, 40),
        ({"detail": "normal"}, 16, 5),
        ({"detail": "brief"}, 7, 5),
        ({"detail": "normal", "per_day": 9}, 16, 9),
        ({"detail": "full", "per_day": 3}, 40, 3),
        ({"detail": "normal", "entries": 3}, 3, 3),
    ],
)
def test_how_many_are_told_and_how_many_of_one_day(asked: dict[str, Any], most: int, most_of_day: int) -> None:
    found = choice_room.candidates(Question("Orsk", first=FIRST, last=LAST, **asked), None, pool(STORY[:2]), None)
    assert (found.most, found.most_of_day) == (most, most_of_day)


ASIDE_OF_MONDAY = "A ferry with ninety pilgrims sank near Hask on Wednesday, two days after Monday's songs in its hall."


def test_what_tells_more_of_another_day_words_a_day_only_where_nothing_else_does() -> None:
    question = Question("the harbour charter of Orsk", first=MONDAY, last=MONDAY, per_day=3)

    def texts(*told: tuple[str, str, str]) -> set[str]:
        return {c.wording.span.exact for c in choose_days(question, pool(told), dates=1)}

    ferry = ("2021-05-06", "F", ASIDE_OF_MONDAY)
    assert ASIDE_OF_MONDAY in texts(ferry)
    assert ASIDE_OF_MONDAY not in texts(*CHARTER, ferry)


def test_a_sentence_words_two_days_where_no_other_does() -> None:
    both = (
        "The council of Orsk signed the harbour charter on Monday, May 3 and again on Tuesday, May 4, by candle light."
    )
    question = Question("Orsk", first=MONDAY, last=MONDAY + dt.timedelta(1), per_day=1)
    found = choose_days(question, pool((("2021-05-05", "A", both),)), dates=2)
    assert [c.wording.span.exact for c in found] == [both, both]
