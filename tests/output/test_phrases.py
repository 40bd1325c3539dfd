from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from leadup.lang import table
from leadup.model import Action, Actor, Category, Claim, Lineage, Manner, Published, Question, Realis, Support
from leadup.output.cast import actors_of
from leadup.output.country import country_of
from leadup.output.days_in_words import day_words, days_words, published_words, with_day_words, zone_words
from leadup.output.phrases import (
    count_words,
    headline_words,
    opening_words,
    outlets_words,
    reach_words,
    standing_words,
    support_words,
    title_words,
)
from leadup.output.speaker_words import action_words, speaker_words
from tests.output.stories import crisis, story
from tests.timeline.making import article, entry

D = dt.date


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (D(2019, 12, 20), D(2020, 1, 3), "Dec. 20, 2019 – Jan. 3, 2020"),
        (D(2024, 4, 20), D(2024, 5, 3), "April 20 – May 3, 2024"),
        (D(2024, 5, 3), D(2024, 5, 17), "May 3–17, 2024"),
        (D(2024, 9, 1), D(2024, 9, 1), "Sept. 1, 2024"),
    ],
)
def test_ranges_of_days(first: dt.date, last: dt.date, words: str) -> None:
    assert days_words(first, last) == words


def test_days() -> None:
    assert day_words(D(2019, 12, 27), weekday=True) == "Friday, Dec. 27, 2019"
    assert day_words(D(2019, 6, 1), year=False) == "June 1"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "UTC"), (180, "UTC+03:00"), (-300, "UTC−05:00"), (345, "UTC+05:45"), (-210, "UTC−03:30")]
)
def test_zones(minutes: int, words: str) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    assert zone_words(dt.datetime(2024, 5, 3, tzinfo=zone)) == words


def test_publication_times() -> None:
    at = dt.datetime(2020, 1, 3, 21, 14, tzinfo=dt.timezone(-dt.timedelta(hours=5)))
    assert published_words(Published(at, "minute", "sure", "JSON-LD")) == "Jan. 3, 2020, 21:14 UTC−05:00"
    assert published_words(Published(at, "day", "inferred", "a heading")) == "Jan. 3, 2020 (inferred: a heading)"
    assert published_words(None) == "publication time unknown"


def support(outlets: int, independent: int, articles: int = 4) -> Support:
    lineages = tuple(Lineage(f"L{n}", (f"a{n}",), (f"O{n}",)) for n in range(independent))
    return Support(tuple(f"O{n}" for n in range(outlets)), lineages, articles)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (support(4, 2), "4 outlets, probably 2 independent"),
        (support(3, 3), "probably 3 independent outlets"),
        (support(1, 1), "1 outlet"),
        (support(0, 0, 3), "3 articles, outlet not named"),
        (support(0, 0, 1), "1 article, outlet not named"),
        (Support(("outlet not named",), (), 3), "3 articles, outlet not named"),
        (
            replace(support(2, 3), outlets=("A", "B", "outlet not named")),
            "2 outlets and one not named, probably 3 independent",
        ),
    ],
)
def test_support(given: Support, words: str) -> None:
    assert support_words(given) == words


def test_names_in_a_row() -> None:
    assert outlets_words(()) == "an unnamed outlet"
    assert outlets_words(("A",)) == "A"
    assert outlets_words(("A", "outlet not named")) == "A and an unnamed outlet"
    assert outlets_words(("A", "B", "C")) == "A, B and C"
    assert outlets_words(("A", "B", "C", "D", "E")) == "A, B and 3 others"
    assert count_words(1, "entry", "entries") == "1 entry"
    assert count_words(1200, "entry", "entries") == "1,200 entries"


def test_beginnings_end_at_a_space() -> None:
    assert opening_words("Short enough.", 20) == "Short enough."
    assert opening_words("The gates of the strait were shut", 20) == "The gates of the…"
    assert opening_words("W" * 100, 10) == "W" * 10 + "…"
    assert len(opening_words("word " * 10_000, 80)) <= 81


@pytest.mark.parametrize(
    ("role", "certain", "words"),
    [
        ("mayor", True, "Mara Tolk, mayor, paraphrased"),
        ("mayor", False, "Mara Tolk, mayor (probably), paraphrased"),
        ("Sen.", True, "Sen. Mara Tolk, paraphrased"),
        ("Ayatollah", False, "Ayatollah Mara Tolk (probably), paraphrased"),
        ("Defense Secretary", True, "Defense Secretary Mara Tolk, paraphrased"),
        ("Secretary of State", True, "Mara Tolk, Secretary of State, paraphrased"),
        ("Chair of the Board", True, "Mara Tolk, Chair of the Board, paraphrased"),
        ("Mara", True, "Mara Tolk, paraphrased"),
        (None, False, "Mara Tolk (probably), paraphrased"),
    ],
)
def test_a_title_stands_before_the_name_and_a_doubt_behind_it(role: str | None, certain: bool, words: str) -> None:
    said = "Tolk said the pier was shut."
    one = article(said, "A", D(2019, 12, 27))
    who = Actor("Mara Tolk", "mara tolk", "person", role=role)
    claim = Claim(((0, 4),), ((5, 9),), ((9, len(said)),), "paraphrased", who, certain)
    assert speaker_words(entry(one, said, D(2019, 12, 27), claims=(claim,))) == words


@pytest.mark.parametrize(("name", "manner", "shown"), [
    ("Harbour Wire", "quoted", False), ("Harbour Wire", "paraphrased", True), ("Coast Radio", "quoted", True),
])  # fmt: skip
def test_who_brings_a_quotation_is_not_who_says_it(name: str, manner: Manner, shown: bool) -> None:
    said = "“The pier was shut,” the wire has it."
    one = article(said, "Harbour Wire", D(2019, 12, 27))
    claim = Claim(((21, 29),), (), ((0, 20),), manner, Actor(name, name.casefold(), "media"))
    assert (speaker_words(entry(one, said, D(2019, 12, 27), claims=(claim,))) is not None) is shown


def test_who_says_it_and_how() -> None:
    words = {speaker_words(entry) for entry in crisis().entries}
    assert "Admiral Ilya Vesk, commander of the Tarn fleet, quoted" in words
    assert "Mara Tolk, Maradia's harbour minister, paraphrased" in words
    assert None in words


@pytest.mark.parametrize(
    ("category", "realis", "words"),
    [
        ("MOBILIZE", "happened", "Tarn → Maradia: “went” (mobilize)"),
        ("MOBILIZE", "planned", "Tarn → Maradia: “went” (mobilize, planned)"),
        ("ASSAULT", "denied", "Tarn → Maradia: “went” (assault, denied)"),
        ("THREATEN", "threatened", "Tarn → Maradia: “went” (threaten)"),
        ("REQUEST", "called for", "Tarn → Maradia: “went” (request)"),
    ],
)
def test_deeds(category: Category, realis: Realis, words: str) -> None:
    sides = (Actor("Tarn", "tarn"), Actor("Maradia", "maradia"))
    assert action_words(Action(0, 4, "went", category, "none", realis, *sides)) == words
    assert action_words(Action(0, 4, "went", category, "none", realis)) is None


@pytest.mark.parametrize(("source", "target"), [("we", "Tarn"), ("Tarn", "them"), ("Sunday", "Tarn"), ("Tarn", "Tarn")])
def test_deeds_of_nobody_that_is_told_are_not_said(source: str, target: str) -> None:
    action = Action(0, 4, "went", "ASSAULT", "none", "happened", Actor(source, source), Actor(target, target))
    assert action_words(action) is None
    entry = replace(crisis().entries[0], actors=(), claims=(), actions=(action,))
    assert {actor.name for actor in actors_of(entry)} == {"Tarn"}


def test_the_headline_says_what_was_asked() -> None:
    timeline = story(5)
    assert headline_words(timeline) == "What led up to the closing of the Karsa Strait"
    alone = replace(timeline, target=None, question=Question("Three days in May"))
    assert headline_words(alone) == "Day by day: Three days in May"


def test_the_title_is_the_target() -> None:
    assert title_words(story(5)) == "the closing of the Karsa Strait"


@pytest.mark.parametrize(
    ("code", "name"),
    [("RU", "Russia"), ("rus", "Russia"), ("IRN", "Iran"), ("GB", "United Kingdom"), ("XX", None), (None, None)],
)
def test_countries_bear_the_names_that_news_use(code: str | None, name: str | None) -> None:
    found = country_of(code)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("some have it on 2021-05-30", "some have it on May 30, 2021"),
        ("2021-01-02 or 2021-12-31", "Jan. 2, 2021 or Dec. 31, 2021"),
        ("case 2021-02-30", "case 2021-02-30"),
        ("3 articles", "3 articles"),
    ],
)
def test_iso_days_within_what_is_said(said: str, shown: str) -> None:
    assert with_day_words(said) == shown


def test_what_led_up_to_it_on_its_own_day_is_not_denied() -> None:
    whole = story(8)
    assert whole.target is not None
    (event,) = (e for e in whole.entries if e.is_target)
    alone = replace(whole, entries=(event,))
    beside = replace(event, id="beside", is_target=False)
    assert reach_words(whole) == ()
    assert reach_words(alone) == ("Nothing was found in these articles that led up to it.",)
    both = replace(whole, entries=(beside, event))
    assert reach_words(both) == ("Nothing was found in these articles that led up to it on the days before.",)


@pytest.mark.parametrize(
    ("words", "says_so"),
    [*((w, True) for w in table("printed")["examples"]), *((w, False) for w in table("printed")["others"])],
)
def test_words_that_count_from_another_day_say_when_they_were_printed(words: str, says_so: bool) -> None:
    told = story(1).entries[0]
    first = told.evidence[0]
    span = replace(first.mention.span, end=first.mention.span.start + len(words), exact=words)
    at = first.published
    assert at is not None
    later = replace(first, published=replace(at, at=at.at + dt.timedelta(9)))
    counted = replace(told, wording=span, evidence=(later,))
    assert standing_words(counted) == (f"printed {day_words(told.day + dt.timedelta(9))}" if says_so else None)
    assert standing_words(replace(counted, evidence=(first,))) is None
    # A day of printing that was itself worked out is not told as if it were known.
    guessed = replace(later, published=replace(at, at=at.at + dt.timedelta(9), certainty="inferred"))
    assert standing_words(replace(counted, evidence=(guessed,))) is None
