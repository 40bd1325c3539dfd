"""A lead without a day that states the event, and where it may stand for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import article
from tests.timeline.story import pool

from leadup import Archive, lead_up
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.choice import choose
from leadup.timeline.event_leads import _holds_number, _tellings, _tells, event_date, is_foretold, undated_leads
from leadup.timeline.pool import Pool
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match
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
        (9, TITLE, f"{LEAD} The police were called on May 11.", False),
        (11, TITLE, LEAD, True),
        # which it says in its first five sentences
        (10, TITLE, f"{LEAD} It rained. It snowed. It froze. The police were called on May 11.", True),
        (10, TITLE, f"{LEAD} It rained. It snowed. It froze. It hailed. The police were called on May 11.", False),
        # of another day, still to come, a question, in a clause of time, a comment
        (12, TITLE, "Gunmen attacked the harbour hall in Hask on Monday, killing nine sailors.", False),
        (12, TITLE, "Gunmen will attack the harbour hall in Hask, the police fear.", False),
        (12, TITLE, "Did gunmen attack the harbour hall in Hask to kill nine sailors?", False),
        (12, TITLE, "The mayor wept when gunmen attacked the harbour hall in Hask.", False),
        (12, TITLE, "The mayor condemned the attack on the harbour hall in Hask.", False),
        # further down, where the headline is of something else
        (12, "A town in grief", f"Rain fell on the coast. Ferries lay idle. {LEAD}", False),
        (12, TITLE, f"Rain fell on the coast. Ferries lay idle. {LEAD}", True),
        (12, "A town in grief", f"Rain fell on the coast. {LEAD}", True),
        (12, TITLE, f"Rain fell on the coast. Ferries lay idle. It snowed. {LEAD}", True),
        (12, TITLE, f"Rain fell on the coast. Ferries lay idle. It snowed. It froze. {LEAD}", False),
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


def _match(sentence: int, share: float, **told: bool) -> Match:
    return Match(
        0, sentence, share, frozenset(), frozenset(), told.get("real", True), 1.0, ahead=told.get("ahead", False)
    )


@pytest.mark.parametrize(
    ("headline", "share", "told", "sentences"),
    [
        # under a headline that tells the event all of the lead, else its first sentences
        (TITLE, 0.85, {}, [0, 2, 3]),
        (TITLE, 0.84, {}, [0, 2]),
        (f"{TITLE}?", 1.0, {}, [0, 2]),
        (TITLE, 1.0, {"real": False}, [0, 2]),
        # none where it tells it as still to come
        (TITLE, 0.85, {"ahead": True}, []),
        (TITLE, 0.84, {"ahead": True}, [0, 2]),
    ],
)
def test_which_sentences_of_a_lead_tell_it(
    headline: str, share: float, told: dict[str, bool], sentences: list[int]
) -> None:
    article: Any = SimpleNamespace(title=headline)
    matches = [
        _match(-1, share, **told),
        _match(0, 0.7),
        _match(1, 0.69),
        _match(2, 1.0),
        _match(3, 1.0),
        _match(4, 1.0),
    ]
    assert [m.sentence for m in _tellings(article, matches)] == sentences
    assert is_foretold(matches, 0.85) is (share >= 0.85 and "ahead" in told)
    assert [m.sentence for m in _tellings(article, matches[1:])] == [0, 2]
    assert not is_foretold([_match(0, 1.0, ahead=True)], 0.85)


@pytest.mark.parametrize(("share", "number", "holds"), [(0.85, True, True), (0.84, True, False), (1.0, False, False)])
def test_what_holds_a_number_that_is_asked_for(share: float, number: bool, holds: bool) -> None:
    asked = read_question("two guards shot in Orsk", ENGLISH)
    held = frozenset(n for n, slot in enumerate(asked.slots) if (slot.kind == "number") is number)
    assert _holds_number(replace(_match(0, share), held=held), asked) is holds


RESIGNED = "Karl Tolm resigned as mayor of Orsk."


@pytest.mark.parametrize(
    ("text", "changed", "tells"),
    [
        (RESIGNED, {}, True),
        ("Karl Tolm resigned as mayor of Orsk on May 11.", {}, True),
        ("Karl Tolm resigned as mayor of Orsk on May 9.", {}, False),
        ("Karl Tolm resigned as mayor of Orsk?", {}, False),
        ("He then resigned as mayor of Orsk.", {}, False),
        ("Karl Tolm denied that he resigned as mayor of Orsk.", {}, False),
        ("Anna Lund resigned as mayor of Orsk.", {}, False),
        # not known by which word; naming itself none of those asked for
        (RESIGNED, {"at": -1}, False),
        (RESIGNED, {"at": 999}, False),
        (RESIGNED, {"own": frozenset()}, False),
    ],
)
def test_which_sentence_tells_the_event_as_its_news(text: str, changed: dict[str, Any], tells: bool) -> None:
    (article,) = told((12, "", text)).articles
    asked = read_question("Karl Tolm resigns", ENGLISH)
    names = frozenset(n for n, slot in enumerate(asked.slots) if slot.is_name)
    match = replace(Match(0, 0, 1.0, names, names, True, 1.0, text.index("resigned")), **changed)
    assert _tells(article, match, Target("Karl Tolm resigns", DAY, "given"), asked) is tells
