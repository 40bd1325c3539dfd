from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import DateSpan, EventDate, Sentence
from leadup.timeline import dating
from leadup.timeline.dating import dated_sentences, dated_sentences_of, event_days, is_under_day, mention, named_days

MARCH_10 = dt.date(2021, 3, 10)


def _dates(*dates: EventDate) -> list[tuple[str, bool]]:
    return [(str(dt.date.fromordinal(d)), explicit) for d, _, explicit in event_days(Sentence(0, 1, 0, dates=dates))]


WRITTEN = EventDate(DateSpan.day(MARCH_10), "timex", "March 10")
PUBLISHED = EventDate(DateSpan.day(dt.date(2021, 3, 12)), "published", "the article's date", 0.45)
IN_MARCH = EventDate(DateSpan(dt.date(2021, 3, 1), dt.date(2021, 3, 31), "month"), "timex", "in March", 0.6)


def test_the_publication_day_counts_only_where_the_text_says_nothing() -> None:
    assert _dates(PUBLISHED) == [("2021-03-12", False)]
    assert _dates(WRITTEN, PUBLISHED) == [("2021-03-10", True)]
    assert _dates(IN_MARCH, PUBLISHED) == []
    assert _dates(replace(PUBLISHED, weight=0.2)) == []
    assert _dates(WRITTEN, WRITTEN) == [("2021-03-10", True)]


def test_a_day_of_an_aside_stands_alone_only_where_that_is_asked_for() -> None:
    aside = Sentence(0, 1, 0, dates=(EventDate(DateSpan.day(MARCH_10), "timex", "who died on March 10", 0.3),))
    assert list(event_days(aside)) == []
    assert [day for day, _, _ in event_days(aside, asides=True)] == [MARCH_10.toordinal()]
    both = replace(aside, dates=(PUBLISHED, *aside.dates))
    assert [len(list(event_days(both, asides=asides))) for asides in (False, True)] == [2, 1]


def test_a_day_too_doubtful_is_none() -> None:
    weak, aside = (replace(WRITTEN, weight=weight) for weight in (0.2, 0.3))
    other = replace(WRITTEN, span=DateSpan.day(dt.date(2021, 3, 11)))
    assert _dates(weak) == _dates(aside) == _dates(replace(WRITTEN, weight=0.1)) == []
    assert _dates(replace(WRITTEN, weight=0.35)) == []
    assert _dates(replace(WRITTEN, weight=0.36)) == [("2021-03-10", True)]
    assert _dates(other, aside) == [("2021-03-11", True), ("2021-03-10", True)]
    assert _dates(other, weak) == [("2021-03-11", True)]
    # Where the text places it in a longer time, no day of an aside counts.
    assert _dates(IN_MARCH, aside) == []
    assert _dates(IN_MARCH, WRITTEN) == [("2021-03-10", True)]


def test_what_is_passed_over_hides_nothing_behind_it() -> None:
    aside, weak = (replace(WRITTEN, weight=weight) for weight in (0.3, 0.2))
    other = replace(WRITTEN, span=DateSpan.day(dt.date(2021, 3, 11)))
    last = replace(WRITTEN, span=DateSpan.day(dt.date(2021, 3, 14)))
    for passed in (aside, weak):
        assert _dates(passed, other) == [("2021-03-11", True)]
    assert _dates(aside, other, last) == [("2021-03-11", True), ("2021-03-14", True)]
    assert _dates(other, PUBLISHED, last) == [("2021-03-11", True), ("2021-03-14", True)]
    assert _dates(other, other, last) == [("2021-03-11", True), ("2021-03-14", True)]
    both = Sentence(0, 1, 0, dates=(other, aside, last))
    days = [str(dt.date.fromordinal(d)) for d, _, _ in event_days(both, asides=True)]
    assert days == ["2021-03-11", "2021-03-14"], "of asides only what stands alone counts"


@pytest.mark.parametrize(
    ("dates", "named"),
    [
        # of an aside alone, beside the day of the page, and beside another day
        ([("2021-03-10", 0.3)], [("2021-03-10", True)]),
        ([("page", 0.45), ("2021-03-10", 0.3)], [("2021-03-12", False), ("2021-03-10", True)]),
        ([("2021-03-11", 1.0), ("2021-03-10", 0.3)], [("2021-03-11", True), ("2021-03-10", True)]),
        # in a longer time
        ([("March", 0.6), ("2021-03-10", 0.3)], [("2021-03-10", True)]),
        # each once; none that is doubtful, nor the page's behind what the text says
        ([("2021-03-10", 1.0), ("2021-03-10", 0.3)], [("2021-03-10", True)]),
        ([("2021-03-10", 0.2)], []),
        ([("2021-03-10", 0.1)], []),
        ([("2021-03-10", 1.0), ("page", 0.45)], [("2021-03-10", True)]),
    ],
)
def test_all_days_that_a_sentence_names(dates: list[tuple[str, float]], named: list[tuple[str, bool]]) -> None:
    made = {"page": PUBLISHED, "March": IN_MARCH}
    given = [
        replace(made[day], weight=weight)
        if day in made
        else replace(WRITTEN, span=DateSpan.day(dt.date.fromisoformat(day)), weight=weight)
        for day, weight in dates
    ]
    found = named_days(Sentence(0, 1, 0, dates=tuple(given)))
    assert [(str(dt.date.fromordinal(d)), explicit) for d, _, explicit in found] == named


def test_a_day_named_in_an_aside_is_told_of_but_is_no_main_day() -> None:
    told: tuple[Telling, ...] = (
        ("2021-03-20", "A", "The keeper, who was freed on March 10, told Orsk Radio that the dam would hold."),
    )
    days = MARCH_10.toordinal(), MARCH_10.toordinal()
    assert not [at for at in dated_sentences_of(pool(told), *days) if at.is_main_day and at.date.weight > 0.5]
    (named,) = dated_sentences_of(pool(told), *days, named=True)
    assert named.explicit
    assert not named.is_main_day


@pytest.mark.parametrize(("above", "is_main"), [(0, False), (0.01, True)])
def test_how_sure_a_main_day_is(monkeypatch: pytest.MonkeyPatch, above: float, is_main: bool) -> None:
    told = pool((("2021-03-20", "A", "The keeper was freed on March 10."),))
    days = MARCH_10.toordinal(), MARCH_10.toordinal()
    (named,) = dated_sentences_of(told, *days, named=True)
    monkeypatch.setattr(dating, "ASIDE", named.date.weight - above)
    assert [again.is_main_day for again in dated_sentences_of(told, *days, named=True)] == [is_main]


def test_every_sentence_that_names_a_day_is_found_with_its_words() -> None:
    story = pool()
    found = [mention(story, at) for at in dated_sentences(story, MARCH_10, MARCH_10) if at.explicit]
    assert {m.reported for m in found} == {dt.date(2021, 3, 11), dt.date(2021, 3, 30), dt.date(2021, 4, 12)}
    texts = {a.id: a.text for a in story.articles}
    for m in found:
        m.span.check(texts[m.span.article])
        assert m.day == MARCH_10


def test_a_sentence_of_two_days_is_foremost_on_one() -> None:
    story = pool()
    both = [
        (at.day, at.is_main_day)
        for at in dated_sentences(story, dt.date(2021, 3, 1), dt.date(2021, 3, 31))
        if "nine days after" in mention(story, at).span.exact
    ]
    assert sorted(f for _, f in both) == [False, True]


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("May 3 - The dam shook.", True),
        ("May 3: the dam shook.", True),
        ("- On May 3 the dam shook.", True),
        ("On May 3 the dam shook.", True),
        ("Monday - The dam shook.", False),
        ("The dam shook on May 3.", False),
        ("By May 3 the dam shook.", False),
        ("May 1 - The dam shook, as it would on May 3.", False),
        ("The dam shook.", False),
        ("In May 2021 the dam shook on May 3.", False),
    ],
)
def test_what_stands_under_a_day(text: str, under: bool) -> None:
    day = dt.date(2021, 5, 3).toordinal()
    date = EventDate(DateSpan.day(dt.date(2021, 5, 3)), "timex", "given")
    for at, before in enumerate(("", "It rained on the hills.\n")):
        (article,) = pool((("2021-05-04", "A", before + text),)).articles
        sentence = article.reading.sentences[at]
        assert is_under_day(article.text, sentence, day, date, ENGLISH) is under
        assert is_under_day(article.text, sentence, day, replace(date, by="heading"), ENGLISH)


def test_a_sentence_is_headed_by_the_day_that_it_opens_with() -> None:
    told: tuple[Telling, ...] = (
        ("2021-06-20", "A", "May 3 - The dam shook, as it had on May 1."),
        ("2021-06-20", "B", "The May 3 flood shook the dam more than that of May 1."),
    )
    for article, is_headed in zip(sorted(pool(told).articles, key=lambda a: str(a.outlet)), (True, False), strict=True):
        (sentence,) = article.reading.sentences
        day = dt.date(2021, 5, 3).toordinal()
        (date,) = (date for at, date, _ in event_days(sentence) if at == day)
        assert is_under_day(article.text, sentence, day, date, ENGLISH) is is_headed
