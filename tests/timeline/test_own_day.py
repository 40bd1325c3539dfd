from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.making import tree
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Detail, Question, Target
from leadup.timeline import choice, choose
from leadup.timeline.choice import candidates
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.own_day import _brings_about, _hours_of, leading_up

DAY = dt.date(2021, 5, 6)
TARGET = Target("Karl Tolm resigns", DAY, "given")
EVENT = "Mayor Karl Tolm of Orsk resigned on Thursday after a week of strikes at the harbour."
EARLIER = "Dockers of Orsk struck on Tuesday against the mayor, Karl Tolm, and his harbour charter."
BEFORE = "Tolm said on Thursday, hours before the council met, that the harbour charter was dead."
DEED = "Dockers of Orsk stormed the town hall on Thursday and broke down the doors of the council chamber."
FOLLOWS = "Shares of the port of Lom rose on Thursday after Karl Tolm resigned as mayor of the town."
STANCE = "Governor Anna Lund praised Tolm on Thursday as a friend of the valley and its farmers."
SAYS = "Karl Tolm had been a burden for the party in the valley, the governor said on Thursday."
STILL = "Dockers of Orsk stormed the town hall on Thursday before Karl Tolm resigned as mayor of the town."
GROUND = "Farmers of the valley marched on Thursday against the resignation of Karl Tolm."
STRANGER = "The weather office of the valley said on Thursday that rain would come to the harbour."
THANKS = "Governor Anna Lund gave Tolm her full support on Thursday and left for the valley."
ANSWERS = "Dockers danced in the streets of the town on Thursday in response to the resignation."
OUTCOME = "Bakers of Lom cut the price of bread on their stalls after the mayor left on Thursday."
BROUGHT = "The departure on Thursday prompted cheers and song in the bakeries of Lom."
AGAIN = "Mayor Karl Tolm of Orsk quit on Thursday after a week of strikes at the harbour of the town."


def shown(
    sentence: str, printed: str = "2021-05-06", *, title: str | None = None, below: str = "", event: str = EVENT
) -> dict[str, bool]:
    """What is left of what is told of the event, of a day before, and of the event's day in this sentence, and whether
    it is less sure.

    ``title`` is the headline of the sentence's own article, and ``below`` what stands before it there.
    """
    mail = f"{below} {sentence}".strip()
    told = (("2021-05-06", "Orsk Daily", event), ("2021-05-04", "Lom Post", EARLIER), (printed, "Mail", mail))
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
    articles = pool(told)
    articles = replace(
        articles, articles=tuple(replace(a, title=title) if a.text == mail else a for a in articles.articles)
    )
    of = candidates(question, TARGET, articles, None)
    every = [replace(of.told[0], row=row, day=at.day) for row, at in enumerate(of.table.rows)]
    assert {of.table.text(one.row) for one in every} >= {event, EARLIER, sentence}
    assert of.stated is not None and of.table.text(of.stated) == event
    left = leading_up(of.table, every, of.words, TARGET, of.stated)
    rows = [one.row for one in left]
    assert rows == [one.row for one in every if one.row in rows]
    return {of.table.text(one.row): one.less_sure for one in left}


OWN_DAY = "After a cold night the bakers of Lom cut the price of bread on Thursday."
PROMPTED = "Cheap flour prompted the bakers of Lom to cut the price of bread on Thursday."


OF_ANOTHER = (
    "The surprise on Thursday prompted cheers and song in the bakeries of Lom.",
    "A rally of dockers on Thursday drew 4,000 people to the square of Lom.",
    "Thursday's march of bakers drew crowds to the square of Lom.",
    "A storm on Thursday sparked fires in the mills of the valley.",
    "After a meeting of bakers on Thursday the mayor of Lom closed the mill.",
    "Following talks on Thursday the bakers signed a new charter.",
)


@pytest.mark.parametrize("sentence", [BEFORE, STILL, DEED, STRANGER, OWN_DAY, PROMPTED, *OF_ANOTHER])
def test_what_came_before_and_another_deed_stay(sentence: str) -> None:
    left = shown(sentence)
    assert sentence in left and EARLIER in left and EVENT in left


@pytest.mark.parametrize("sentence", [FOLLOWS, ANSWERS, GROUND, STANCE, THANKS, SAYS, OUTCOME, BROUGHT, AGAIN])
def test_what_tells_the_event_again_or_came_after_it_goes(sentence: str) -> None:
    left = shown(sentence)
    assert sentence not in left and EARLIER in left and EVENT in left


@pytest.mark.parametrize(
    ("sentence", "less_sure"),
    [
        (BEFORE, False),
        (STILL, False),
        # of the event's day, and nothing says that it came before the event
        (DEED, True),
        (STRANGER, True),
        (OWN_DAY, True),
        # it says that something came before, and that the event came before that
        ("Bakers of Lom cut the price of bread earlier than usual on Thursday after Karl Tolm resigned.", None),
    ],
)
def test_what_nothing_says_came_before_is_less_sure(sentence: str, less_sure: bool | None) -> None:
    left = shown(sentence)
    assert left.get(sentence) is less_sure
    assert not left[EARLIER] and not left[EVENT]


AT_NIGHT = "Mayor Karl Tolm of Orsk resigned on Thursday night after a week of strikes at the harbour."
AT_NOON = "Mayor Karl Tolm of Orsk resigned at 1:30 p.m. on Thursday after a week of strikes at the harbour."


@pytest.mark.parametrize(
    ("event", "when", "less_sure"),
    [
        (AT_NIGHT, "on Thursday morning", False),
        (AT_NIGHT, "at 9:30 a.m. on Thursday", False),
        (AT_NIGHT, "at 3 p.m. on Thursday", False),
        (AT_NIGHT, "at 11:55 p.m. on Thursday", None),
        (AT_NIGHT, "on Thursday", None),
        # evening and night are one; of the same morning or afternoon nothing is known
        (AT_NIGHT, "on Thursday evening", None),
        (AT_NOON, "on Thursday afternoon", None),
        (AT_NOON, "at 1:15 p.m. on Thursday", False),
        (AT_NOON, "at 1:30 p.m. on Thursday", None),
        (AT_NOON, "on Thursday morning", False),
        (AT_NOON, "at 9:30 a.m. on Thursday", False),
        (AT_NOON, "on Thursday evening", None),
        (EVENT, "on Thursday morning", None),
    ],
)
def test_what_is_of_an_earlier_hour_than_the_event_led_up_to_it(event: str, when: str, less_sure: bool | None) -> None:
    deed = f"Dockers of Orsk stormed the town hall {when} and broke down the doors of the council chamber."
    # in a report of the event, all else of whose day is a part of it or came after it
    assert shown(deed, title="Mayor Tolm resigns", event=event).get(deed) is less_sure


@pytest.mark.parametrize(
    ("title", "below", "stays"),
    [
        ("Mayor Tolm resigns", "", False),
        ("Storm over the harbour", "Mayor Karl Tolm of Orsk quit on Thursday.", False),
        ("Storm over the harbour", "", True),
        # what may be, or is the ground of another thing, makes no report of the event
        ("Tolm may resign", "", True),
        ("Storm over the harbour", "Farmers wept after Karl Tolm resigned as mayor on Thursday.", True),
    ],
)
def test_what_a_report_of_the_event_tells_of_its_day_is_a_part_of_it(title: str, below: str, stays: bool) -> None:
    assert (DEED in shown(DEED, title=title, below=below)) is stays
    assert BEFORE in shown(BEFORE, title=title, below=below)


def test_what_tells_a_good_part_of_the_event_tells_it_again() -> None:
    half = "Dockers cheered on Thursday when the mayor, a friend of the port, resigned with a nod to the old guard."
    assert half not in shown(half, title="Tolm is out")
    arrived = half.replace("resigned", "arrived")
    assert arrived in shown(arrived, title="Tolm is out")


def test_what_was_printed_before_the_day_of_the_event_stays() -> None:
    ahead = "Karl Tolm is to meet dockers on May 6, the governor said."
    assert ahead in shown(ahead, printed="2021-05-05")
    assert ahead not in shown(ahead)


def test_nothing_goes_where_no_sentence_states_the_event() -> None:
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
    of = candidates(question, TARGET, pool((("2021-05-06", "Mail", SAYS), ("2021-05-04", "Lom Post", EARLIER))), None)
    assert leading_up(of.table, of.told, of.words, TARGET, None) == list(of.told)


def test_an_answer_shows_what_came_after_only_if_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (("2021-05-06", "Orsk Daily", EVENT), ("2021-05-04", "Lom Post", EARLIER), ("2021-05-06", "Mail", SAYS))
    monkeypatch.setattr(choice, "likely_kept", lambda _table, told, *_others, **_named: told)

    def texts(detail: Detail, *, aftermath: bool) -> set[str]:
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail=detail)
        return {c.wording.span.exact for c in choose(question, TARGET, pool(told), None, aftermath=aftermath)}

    assert SAYS not in texts("normal", aftermath=False)
    assert SAYS in texts("normal", aftermath=True)
    assert SAYS in texts("full", aftermath=False)


@pytest.mark.parametrize(
    ("tail", "hours"),
    [
        ("T14:30", (14.5, 14.5)),
        ("T09:15", (9.25, 9.25)),
        ("T14", (14.0, 14.0)),
        ("TXX", None),
        ("", None),
        ("T14:30x", None),
    ],
)
def test_the_hours_that_a_time_names(tail: str, hours: tuple[float, float] | None) -> None:
    assert _hours_of(tail, ENGLISH) == hours
    morning = _hours_of("TMO", ENGLISH)
    assert morning is not None
    assert morning[0] < morning[1] <= 12


@pytest.mark.parametrize(
    ("words", "at", "brings"),
    [
        (["vote NOUN nsubj 2", "prompted VERB root 0 prompt"], 0, True),
        (["vote NOUN obj 2", "prompted VERB root 0 prompt"], 0, False),
        (["vote VERB nsubj 2", "prompted VERB root 0 prompt"], 0, False),
        (["vote NOUN nsubj 2", "sang VERB root 0 sing"], 0, False),
        (["storm NOUN nsubj 2", "prompted VERB root 0 prompt"], 0, False),
        # the deed below it
        (["news NOUN nsubj 3", "vote NOUN nmod 1", "prompted VERB root 0 prompt"], 0, True),
    ],
)
def test_what_brought_something_about(words: list[str], at: int, brings: bool) -> None:
    assert _brings_about(tree(*words), at, frozenset({base_form("vote", ENGLISH)}), ENGLISH) is brings
