"""Which happenings come first, and in which words."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.model import Question
from leadup.timeline.ranking import Weights, forms, holds, names_in_passing, rank_happenings, telling, weights
from leadup.timeline.readable import strangers
from leadup.timeline.story import Profile
from leadup.timeline.table import Table, read_table

FIRST, LAST = dt.date(2021, 5, 1), dt.date(2021, 5, 14)
ARREST = "Police in Hask arrested the banker Olav Brenn on May 4 over the missing money of the Lom fund."
TOLD: tuple[Telling, ...] = (
    ("2021-05-05", "A", ARREST),
    ("2021-05-05", "B", "The banker Olav Brenn was arrested in Hask on May 4 over money missing from the Lom fund."),
    ("2021-05-09", "C", "Olav Brenn, arrested on May 4 over the Lom fund, was charged with theft on May 8 in Hask."),
    ("2021-05-05", "D", "A choir of sailors sang by the old harbour of Hask on May 4 for the first time this year."),
)


def table(told: tuple[Telling, ...] = TOLD) -> Table:
    return read_table(pool(told), Question("Brenn", first=FIRST, last=LAST), FIRST.toordinal(), LAST.toordinal())


def ranked(told: tuple[Telling, ...] = TOLD, **how: object) -> list[str]:
    read = table(told)
    return [read.text(h.row) for h in rank_happenings(read, None, **how)]  # type: ignore[arg-type]


def test_what_several_tell_comes_before_what_one_tells() -> None:
    assert "Brenn" in ranked()[0]
    of_day = [text for text in ranked() if "May 4" in text]
    assert next(n for n, text in enumerate(of_day) if "choir" in text) > 0


def test_what_is_told_counts_less_when_it_is_told_again() -> None:
    read = table()
    weight = {read.text(h.row): h.weight for h in rank_happenings(read, None)}
    first, second = (w for text, w in weight.items() if "arrested" in text and "charged" not in text)
    assert second < first / 2


def test_the_event_comes_first_whatever_is_behind_it() -> None:
    read = table()
    choir = next(row for row in range(len(read)) if "choir" in read.text(row))
    assert ranked(told_first=choir)[0].startswith("A choir")


def test_a_headline_speaks_for_the_sentence_that_says_it() -> None:
    read = table()
    plain = next(h.weight for h in rank_happenings(read, None) if "choir" in read.text(h.row))
    told = pool(TOLD)
    named = tuple(
        replace(a, title="Choir of sailors sings by harbour") if "choir" in a.text else a for a in told.articles
    )
    again = read_table(replace(told, articles=named), Question("Brenn", first=FIRST, last=LAST), read.first, read.last)
    assert next(h.weight for h in rank_happenings(again, None) if "choir" in again.text(h.row)) > plain


def test_the_order_of_articles_changes_nothing() -> None:
    assert {tuple(ranked(told)) for told in itertools.permutations(TOLD)} == {tuple(ranked())}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (ARREST, "We really think that the banker was arrested in Hask on May 4, and you know what it means to us."),
        (ARREST, "Was the banker Olav Brenn arrested in Hask on May 4 over the missing money of the Lom fund?"),
        (ARREST, "He was then arrested in Hask on May 4 over the missing money of the Lom fund, people of Hask say."),
        (ARREST, '"Olav Brenn was arrested in Hask on May 4 over the missing money," a neighbour of his said.'),
        (ARREST, "Police arrest the banker Olav Brenn in the town of Hask over the Lom fund, May 4, 2021."),
        ("Brenn, the banker, was charged with theft on May 4 in Hask.", "Brenn, May 4."),
        (
            "Ida Lund, the minister of justice, condemned the banker Olav Brenn on May 4 in Hask.",
            "Ida Lund, a media critic of the Mail, condemned the banker Olav Brenn on May 4 in Hask.",
        ),
        (ARREST, "A poll published in Hask on May 4 found that most people wanted the banker Olav Brenn arrested."),
        (ARREST, '"Olav Brenn was arrested in Hask on May 4 over the money that is missing from the Lom fund!"'),
        (ARREST, "Olav Brenn will appear in Hask on May 4 over the missing money of the Lom fund, the court said."),
        (ARREST, "Olav Brenn was in Hask on May 4 over the missing money of the Lom fund in the south of the town."),
        (ARREST, "If Olav Brenn was arrested in Hask on May 4 over the money of the Lom fund, others will be as well."),
        (ARREST, "Police are seen in Hask on May 4 outside the house of the banker Olav Brenn of the Lom fund."),
        (ARREST, "Ida Lund hosts the banker Olav Brenn on May 4 in Hask to discuss the money of the Lom fund."),
        (ARREST, "In their coverage of the arrest on May 4 the stations of Hask showed the banker Olav Brenn at work."),
    ],
)
def test_forms(better: str, worse: str) -> None:
    read = table((("2021-05-05", "A", better), ("2021-05-05", "B", worse)))
    form = forms(read, None, weights())
    by_text = {read.text(row): form[row] for row in range(len(read))}
    assert by_text[better] > by_text[worse]


def test_somebody_by_a_surname_alone_counts_less_where_the_story_does_not_know_him() -> None:
    known = "Karl Venn met the banker in Hask. The deputies Venn and Tolm left the hall in Hask on May 4 with a paper."
    told = (("2021-05-05", "A", known), *((f"2021-05-{n:02}", f"B{n}", ARREST) for n in range(5, 15)))
    read = table(told)
    row = next(row for row in range(len(read)) if "deputies" in read.text(row))
    story = Profile.of({"venn": 1.0, "tolm": 1.0, "brenn": 1.0, "hask": 1.0})
    stranger = Profile.of({"hask": 1.0, "brenn": 1.0, "deputies": 1.0, "paper": 1.0})
    assert strangers(read.sentence(row))
    known_, unknown = (
        forms(read, profile, replace(weights(), form={**weights().form, "story": 0.0}))[row]
        for profile in (story, stranger)
    )
    assert unknown < known_


def test_a_further_entry_of_an_article_counts_less_than_one_of_another() -> None:
    said = "The senate of Lom voted on May 4 for a new harbour by the river."
    own = f"{ARREST} {said}"
    other = "The parliament of Orsk chose a new speaker on May 10 after a long debate."
    order = ranked((("2021-05-05", "A", own), ("2021-05-11", "B", other)))
    assert order.index(other) < order.index(said)


def test_what_the_text_places_on_the_next_day_is_no_mere_repetition() -> None:
    read = table((("2021-05-05", "A", ARREST), ("2021-05-06", "B", ARREST.replace("May 4", "May 5"))))
    apart, one = (
        [h.weight for h in rank_happenings(read, None, w=replace(weights(), neighbour=n))][1] for n in (0.2, 1.0)
    )
    assert apart > one


def test_the_storys_words_speak_for_a_sentence() -> None:
    read = table()
    profile = Profile.of({"choir": 1.0, "sailors": 1.0, "harbour": 1.0})
    choir = next(row for row in range(len(read)) if "choir" in read.text(row))
    assert forms(read, profile, weights())[choir] > forms(read, None, weights())[choir]


@pytest.mark.parametrize(
    ("chronicle", "talk"),
    [
        ("The minister resigned and the senate approved the bill.", "I really think you know how good things are."),
        ("Police arrested two suspects.", "Maybe it just seems so."),
    ],
)
def test_words_of_chronicles(chronicle: str, talk: str) -> None:
    assert telling(chronicle) > 0 > telling(talk)


def test_kinds_of_words() -> None:
    assert holds("first_person", "We saw it.")
    assert not holds("first_person", "They saw Wesley.")


def test_the_weights_that_ship_are_whole() -> None:
    shipped = weights()
    assert isinstance(shipped, Weights)
    assert 0 < shipped.aside < 1
    assert shipped.ahead < 1
    assert shipped.form["cut"] < shipped.form["quoted"] < 0


@pytest.mark.parametrize(
    ("sentence", "passing"),
    [
        ("Olav Brenn is a suspect in the May 4 fire in Hask.", True),
        ("Divers left Hask after Tuesday's fire at the pier.", True),
        ("The mayor said the Tuesday vote was void.", True),
        ("Police arrested Brenn on Tuesday in Hask.", False),
        ("The mayor on Tuesday announced a plan.", False),
        ("Ine Lund Tuesday announced a plan.", False),
        ("The fire on May 4 killed two.", False),
        ("The May 4 fire spread to Tarn on Tuesday.", False),
        ("Olav Brenn is a suspect in the May 4 Hask Marathon fire.", True),
        ("One suspect in Tuesday’s Hask fire has been caught.", True),
        ("The mayor on Tuesday told Hask Marathon runners to leave.", False),
        ("The fire was put out.", False),
    ],
)
def test_a_day_named_in_passing(sentence: str, passing: bool) -> None:
    (told,) = pool((("2021-05-05", "A", sentence),)).articles
    day = dt.date(2021, 5, 4).toordinal()
    assert names_in_passing(told.text, told.reading.sentences[0], day) is passing


def test_a_link_to_another_piece_run_into_a_sentence() -> None:
    assert holds("teaser", f"Opinion: Why the fund fell {ARREST}")
    assert not holds("teaser", "In her opinion: the fund fell.")
