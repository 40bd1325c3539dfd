"""Differing figures are found in whatever words, and only for the same happening on the same day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.making import article as made
from tests.timeline.making import entry

from leadup.intake import Options, article_from_text
from leadup.lang import ENGLISH
from leadup.model import Article, EntryKind, Link, Reading, Score, Span
from leadup.reading.figures import find_figures
from leadup.reading.light import read_light
from leadup.timeline import counts
from leadup.timeline.choice import Choice
from leadup.timeline.counts import (
    ALIKE,
    MOST,
    SAME,
    _others,
    _roles,
    counting_the_same,
    counts_the_same,
    figures_named,
)
from leadup.timeline.dating import dated_sentences, mention
from leadup.timeline.pool import Pool, PooledArticle

DAY = dt.date(2021, 3, 2)


def pool_of(*texts: str) -> tuple[Pool, dict[str, Article], dict[str, Reading]]:
    reported = dt.date(2021, 3, 3)
    articles = [
        article_from_text(f"A heading\n\n{text}", source=f"{n}", options=Options(published=reported, outlet=f"The {n}"))
        for n, text in enumerate(texts)
    ]
    readings = {a.id: read_light(a) for a in articles}
    pool = Pool.of((PooledArticle.of(a, readings[a.id]) for a in articles), ENGLISH)
    return pool, {a.id: a for a in articles}, readings


def chosen(pool: Pool, words: str) -> Choice:
    found = [mention(pool, at) for at in dated_sentences(pool, DAY, DAY)]
    return Choice(next(m for m in found if words in m.span.exact), (), Score(1.0))


def test_another_count_of_the_same_dead_is_found() -> None:
    pool, articles, readings = pool_of(
        "Jets struck a depot of the Northern Front near Tromsa on Tuesday, killing 25 fighters.",
        "The Northern Front said 24 of its fighters were killed at the Tromsa depot on Tuesday.",
        "A ferry sank off Lagos on Tuesday, and 40 passengers were killed.",
        "The Northern Front said that 9 of its fighters had been killed near Tromsa on Feb. 20.",
    )
    found = counting_the_same([chosen(pool, "Jets struck")], pool, articles, readings)[0]
    assert [m.span.exact[:24] for m in found] == ["The Northern Front said "]
    assert "24 of its" in found[0].span.exact


def test_an_entry_that_counts_no_one_has_nothing_to_compare() -> None:
    pool, articles, readings = pool_of("The council met on Tuesday.", "Two men were killed on Tuesday.")
    assert counting_the_same([chosen(pool, "council")], pool, articles, readings)[0] == ()


def test_a_count_that_only_a_heading_dates_is_not_compared() -> None:
    pool, articles, readings = pool_of(
        "Jets struck a depot of the Northern Front near Tromsa on Tuesday, killing 25 fighters.",
        "A week of war, told anew.\n\nMarch 1, 2021\n\nRain fell on the hills of Tromsa.\n\n"
        "March 2, 2021\n\nJets killed 24 fighters of the Northern Front at a depot near Tromsa.",
    )
    assert any("24" in m.span.exact for m in (mention(pool, at) for at in dated_sentences(pool, DAY, DAY)))
    assert counting_the_same([chosen(pool, "Jets struck")], pool, articles, readings)[0] == ()


@pytest.mark.parametrize(
    ("other", "score", "same"),
    [
        # with a name in both, and with none
        ("Orlen lost 24 men.", SAME, True),
        ("Orlen lost 24 men.", SAME - 0.01, False),
        ("Some 24 died at the depot.", ALIKE, True),
        ("Some 24 died at the depot.", ALIKE - 0.01, False),
    ],
)
def test_how_sure_it_must_be_that_two_count_the_same(other: str, score: float, same: bool) -> None:
    assert 0 < SAME < ALIKE < 1
    pool, _, _ = pool_of("Jets of Orlen killed 25 on Tuesday.")
    (jets,) = (mention(pool, at) for at in dated_sentences(pool, DAY, DAY))
    told = replace(jets, span=replace(jets.span, exact=other))
    assert counts_the_same(jets, told, score, ENGLISH) is same


def test_the_day_is_looked_through_for_so_many_and_for_all_that_are_chosen() -> None:
    others = [f"Jets near Tromsa killed {n} fighters of the Northern Front on Tuesday." for n in range(30, 60)]
    pool, articles, readings = pool_of(
        "Jets struck Tromsa on Tuesday, killing 25 fighters of the Northern Front.", *others
    )
    struck = chosen(pool, "Jets struck")
    (found,) = counting_the_same([struck], pool, articles, readings)
    assert 0 < len(found) <= MOST
    assert struck.wording not in found
    # What bears an entry out already is not looked for again.
    beside = replace(struck, support=found[:1])
    assert found[0] not in counting_the_same([beside], pool, articles, readings)[0]
    assert counting_the_same([], pool, articles, readings) == ()


@pytest.mark.parametrize(
    ("said", "kind", "figures"),
    [
        ("Tarn on Wednesday condemned the strike that killed 24 fighters a day earlier.", "statement", [24.0]),
        ("Tarn on Wednesday condemned the strike, and said that 24 fighters were killed.", "statement", []),
        ("Tarn on Wednesday condemned the strike by two dozen jets.", "statement", []),
    ],
)
def test_what_another_entry_names_of_a_happening_counts_for_it(
    said: str, kind: EntryKind, figures: list[float]
) -> None:
    struck = made("Jets struck a depot near Tromsa on Tuesday, killing 25 fighters.", "A", DAY)
    about = entry(struck, struck.text, DAY)
    other = made(said, "B", DAY + dt.timedelta(1))
    words = said.split(" on Wednesday ")[1].split(",")[0].rstrip(".")
    at = said.index(words)
    link = Link(about.id, "statement about", Span(other.id, at, at + len(words), words), "condemned")
    condemned = replace(
        entry(other, said, DAY + dt.timedelta(1), kind),
        figures=find_figures(said, language=ENGLISH),
        responds_to=(link,),
    )
    found = list(figures_named(about, [about, condemned], ENGLISH))
    assert [f.low for _, given in found for f in given] == figures
    assert all(m.day == DAY and m.span.exact.endswith("24 fighters") for m, _ in found)
    assert not list(figures_named(condemned, [about, condemned], ENGLISH))
    # What the same article says again is no other count.
    assert not list(figures_named(replace(about, wording=condemned.wording), [about, condemned], ENGLISH))


@pytest.mark.parametrize(
    ("before", "behind", "is_named"), [(0, 0, True), (9, 9, True), (-1, 0, False), (0, -1, False), (9, -1, False)]
)
def test_a_figure_stands_within_what_names_the_happening(before: int, behind: int, is_named: bool) -> None:
    struck = made("Jets struck a depot near Tromsa on Tuesday, killing 25 fighters.", "A", DAY)
    about = entry(struck, struck.text, DAY)
    said = "Tarn on Wednesday condemned the strike that killed 24 fighters a day earlier."
    other = made(said, "B", DAY + dt.timedelta(1))
    (figure,) = find_figures(said, language=ENGLISH)
    words = Span.of(other.id, said, figure.start - before, figure.end + behind)
    link = Link(about.id, "statement about", words, "condemned")
    told = replace(entry(other, said, DAY + dt.timedelta(1)), figures=(figure,), responds_to=(link,))
    found = list(figures_named(about, [about, told], ENGLISH))
    assert bool(found) is is_named
    assert all(m.span.exact == said[words.start : figure.end] for m, _ in found)
    # Nor where it counts nobody who was hurt, or the link leads elsewhere.
    assert not list(figures_named(about, [replace(told, figures=(replace(figure, role="marched"),))], ENGLISH))
    assert not list(figures_named(about, [replace(told, responds_to=(replace(link, to="other"),))], ENGLISH))


def test_of_a_day_no_more_mentions_are_compared_than_so_many() -> None:
    assert MOST == 24
    texts = [f"Jets near Tromsa killed {n} fighters of the Northern Front on Tuesday." for n in range(30, 31 + MOST)]
    pool, _, readings = pool_of("Jets struck Tromsa on Tuesday, killing 25 fighters.", *texts)
    struck = chosen(pool, "Jets struck")
    firm = [m for m in (mention(pool, at) for at in dated_sentences(pool, DAY, DAY)) if m.span != struck.wording.span]
    assert len(firm) == MOST + 1
    roles = _roles(struck.wording, readings, ENGLISH)
    assert _others(struck, firm, roles, readings, ENGLISH) == tuple(firm[:MOST])
    assert _others(struck, [struck.wording], roles, readings, ENGLISH) == ()
    assert _others(struck, firm, set(), readings, ENGLISH) == ()


@pytest.mark.parametrize(("weight", "compared"), [(0.8, True), (0.79, False)])
def test_only_what_is_firmly_dated_is_compared(weight: float, compared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    pool, articles, readings = pool_of(
        "Jets struck a depot of the Northern Front near Tromsa on Tuesday, killing 25 fighters.",
        "The Northern Front said 24 of its fighters were killed at the Tromsa depot on Tuesday.",
    )
    struck = chosen(pool, "Jets struck")
    told = [at._replace(date=replace(at.date, weight=weight)) for at in dated_sentences(pool, DAY, DAY)]
    monkeypatch.setattr(counts, "dated_sentences", lambda *_: told)
    assert bool(counting_the_same([struck], pool, articles, readings)[0]) is compared
