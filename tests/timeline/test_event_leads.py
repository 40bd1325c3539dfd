"""A lead without a day that states the event, and where it may stand for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.timeline.making import article
from tests.timeline.story import pool

from leadup import Archive, lead_up
from leadup.model import Question, Target
from leadup.timeline.choice import choose
from leadup.timeline.event_leads import event_date, undated_leads
from leadup.timeline.pool import Pool
from leadup.timeline.table import read_table
from leadup.timeline.verification import verify

DAY = dt.date(2021, 5, 11)
WORDS = "the attack on the Hask harbour hall"
TITLE = "Gunmen attack Hask harbour hall"
LEAD = "Gunmen attacked the harbour hall in Hask a year after it was built, killing nine sailors."
ASIDE = "Ilan Varo, who killed nine on Tuesday at the Hask harbour hall, was a baker in Marn, the police said."
ASIDE_OF_MAY = ASIDE.replace("Tuesday", "May 11")
BOMB, QUAKE, MARCH, QUIT = "bombing in Orsk", "earthquake in Lom", "protest in Orsk", "resignation of Karl Tolm"
FIVE = "The bombing in Orsk killed five bakers on May 11, the police said."
SHOOK = "An earthquake shook Lom on May 11, and Karl Tolm lost his mill, the police said."
CROWD = "Some 5,000 protested in Orsk on May 11, the police said."
LEFT = "Karl Tolm resigned on May 11 after a year of rows, the police said."
PLAIN = "Gunmen attacked the harbour hall in Hask on Tuesday, the police said."


def told(*articles: tuple[int, str, str]) -> Pool:
    """Articles with the day of May on which each was printed, a title, and a text."""
    of = pool(tuple((f"2021-05-{day:02}", f"Outlet {n}", text) for n, (day, _, text) in enumerate(articles)))
    titles = {text: title for _, title, text in articles}
    return replace(of, articles=tuple(replace(a, title=titles[a.text]) for a in of.articles))


def leads(*articles: tuple[int, str, str], words: str = WORDS) -> list[str]:
    of = told(*articles)
    table = read_table(of, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    found = undated_leads(table, Target(words, DAY, "given"))
    assert all(at.day == DAY.toordinal() and at.date == event_date(DAY) and not at.explicit for at in found)
    sentences = [(of.articles[at.article], at.sentence) for at in found]
    return [a.text[a.reading.sentences[s].start : a.reading.sentences[s].end] for a, s in sentences]


@pytest.mark.parametrize(
    ("printed", "title", "text", "stands"),
    [
        (12, TITLE, LEAD, True),
        (12, "A town in grief", LEAD, True),
        # printed too late; the day before, unless the report itself says that it is of the event's day
        (13, TITLE, LEAD, False),
        (10, TITLE, LEAD, False),
        (10, TITLE, f"{LEAD} The police were called on May 11.", True),
        # of another day, still to come, a question, in a clause of time, a comment
        (12, TITLE, "Gunmen attacked the harbour hall in Hask on Monday, killing nine sailors.", False),
        (12, TITLE, "Gunmen will attack the harbour hall in Hask, the police fear.", False),
        (12, TITLE, "Did gunmen attack the harbour hall in Hask to kill nine sailors?", False),
        (12, TITLE, "The mayor wept when gunmen attacked the harbour hall in Hask.", False),
        (12, TITLE, "The mayor condemned the attack on the harbour hall in Hask.", False),
        # further down, where the headline is of something else
        (12, "A town in grief", f"Rain fell on the coast. Ferries lay idle. {LEAD}", False),
        (12, TITLE, f"Rain fell on the coast. Ferries lay idle. {LEAD}", True),
    ],
)
def test_what_may_stand_for_the_event(printed: int, title: str, text: str, stands: bool) -> None:
    found = leads((printed, title, text), (20, "The police on it", ASIDE_OF_MAY))
    assert (LEAD in found) is stands if stands else not found


def test_what_has_been_done_is_news_where_the_report_opens_with_it() -> None:
    done = "Gunmen have attacked the harbour hall in Hask, killing nine sailors."
    later = (20, "The police on it", ASIDE_OF_MAY)
    assert done in leads((12, TITLE, done), later)
    # Further down it may be long done.
    assert done not in leads((12, TITLE, f"Rain fell on the coast. {done}"), later)


@pytest.mark.parametrize(
    ("words", "title", "lead", "other", "stands"),
    [
        (BOMB, "Bomb in Orsk", "A bomb exploded in a market in Orsk, killing five bakers.", FIVE, True),
        # of another number, or said not to be the first
        (BOMB, "Bomb in Orsk", "A bomb exploded in a market in Orsk, killing eight bakers.", FIVE, False),
        (
            BOMB,
            "Bomb in Orsk",
            "A bomb exploded in a market in Orsk, killing 5, on a second day of violence.",
            FIVE,
            False,
        ),
        (BOMB, "New blast in Orsk", "A bomb exploded in a market in Orsk, killing five bakers.", FIVE, False),
        (BOMB, "Bomb hits Orsk again", "A bomb exploded in a market in Orsk, killing five bakers.", FIVE, False),
        (BOMB, "Bomb in Orsk", "A bomb exploded in a market in Orsk, killing five more bakers.", FIVE, False),
        (BOMB, "Bomb in Orsk", "A bomb exploded in a market in Orsk, killing more than five bakers.", FIVE, True),
        # nothing but the place is the same
        (BOMB, "Bomb in Orsk", "A bomb exploded in a market in Orsk, shaking the walls.", FIVE, False),
        (QUAKE, "Quake hits Lom", "An earthquake hit Lom, toppling walls that had been cracked.", SHOOK, False),
        (QUAKE, "Quake hits Lom", "An earthquake hit Lom and killed 30 sheep of Karl Tolm, a farmer.", SHOOK, True),
        # what is often done again on the next day
        (MARCH, "Protest in Orsk", "Some 5,000 protested in Orsk against the toll.", CROWD, False),
        # a person resigns but once
        (QUIT, "Tolm resigns", "Mayor Karl Tolm of Orsk resigned amid a row over the toll.", LEFT, True),
        (QUIT, "Tolm resigns", "Mayor Karl Tolm of Orsk resigned again amid a row over the toll.", LEFT, False),
    ],
)
def test_it_is_of_the_same_event(words: str, title: str, lead: str, other: str, stands: bool) -> None:
    assert (lead in leads((12, title, lead), (20, "The police on it", other), words=words)) is stands


@pytest.mark.parametrize(("other", "stated"), [(ASIDE, LEAD), (PLAIN, PLAIN)])
def test_it_states_the_event_where_nothing_dated_does(other: str, stated: str) -> None:
    question = Question(WORDS, date=DAY, days=5)
    choices = choose(question, Target(WORDS, DAY, "given"), told((12, TITLE, LEAD), (12, "The police on it", other)))
    (own,) = [c for c in choices if c.states_event]
    assert own.wording.span.exact == stated
    assert own.day == DAY
    assert (own.wording.date == event_date(DAY)) is (stated == LEAD)
    assert [c.wording.span.exact for c in choices].count(LEAD) <= 1


def test_its_day_holds_by_the_event_alone(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as kept:
        for day, title, text in ((12, TITLE, LEAD), (12, "The police on it", ASIDE)):
            kept.add(replace(article(text, f"Outlet {title}", dt.date(2021, 5, day)), title=title))
        timeline = lead_up(Question(WORDS, date=DAY, days=5), kept)
        (own,) = [e for e in timeline.entries if e.is_target]
        assert own.wording.exact == LEAD
        assert "states the event" in str(own.date_reason)
        assert verify(timeline, kept).holds
        assert timeline.target is not None
        moved = replace(timeline, target=replace(timeline.target, day=DAY - dt.timedelta(3)))
        assert "date" in {fault.what for fault in verify(moved, kept).faults}
