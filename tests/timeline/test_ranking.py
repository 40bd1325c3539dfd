"""Which happenings come first, and in which words."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.pool import Pool
from leadup.timeline.ranking import (
    Weights,
    _block,
    _says_which,
    forms,
    holds,
    in_title_case,
    names_in_passing,
    rank_happenings,
    telling,
    term_worth,
    weights,
)
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
    story = Profile.of({"venn": 1.0, "tolm": 1.0, "brenn": 1.0, "hask": 1.0}, ENGLISH)
    stranger = Profile.of({"hask": 1.0, "brenn": 1.0, "deputies": 1.0, "paper": 1.0}, ENGLISH)
    assert strangers(read.sentence(row))
    known_, unknown = (
        forms(read, profile, replace(weights(), form={**weights().form, "story": 0.0}))[row]
        for profile in (story, stranger)
    )
    assert unknown < known_


def test_a_surname_alone_is_known_where_one_article_in_five_names_it() -> None:
    named = "Karl Venn met the banker in Hask. The deputies Venn and Tolm left the hall in Hask on May 4 with a paper."
    others = tuple((f"2021-05-{n:02}", f"B{n}", f"{ARREST} Day {n} was cold.") for n in range(6, 16))
    often = tuple((day, outlet, f"{text} Karl Venn left.") for day, outlet, text in others)

    def worth(told: tuple[Telling, ...], profile: Profile | None) -> float:
        read = table((("2021-05-05", "A", named), *told))
        row = next(row for row in range(len(read)) if "deputies" in read.text(row))
        return float(forms(read, profile, plain({"stranger": -1.0}))[row])

    assert worth(others, None) == pytest.approx(math.exp(-1))
    assert worth(often, None) == 1
    # The story's own persons are known in any case; others are not by being nobody's.
    assert worth(others, Profile.of({"venn": 1.0, "tolm": 1.0}, ENGLISH)) == 1
    assert worth(others, Profile.of({"hask": 1.0}, ENGLISH)) == pytest.approx(math.exp(-1))


def test_of_many_sentences_of_a_day_the_weightiest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    told: tuple[Telling, ...] = (*TOLD[:2], TOLD[3], ("2021-05-05", "E", "Milk was sold in Hask on May 4 and again."))
    whole = [h.row for h in rank_happenings(table(told), None)]
    monkeypatch.setattr("leadup.timeline.ranking.MOST_ROWS", 2)
    few = list(rank_happenings(table(told), None, w=plain(undated=0.1)))
    assert len({h.row for h in few}) == 2 < len(whole)
    # A day's own go before its neighbours'.
    monkeypatch.setattr("leadup.timeline.ranking.MOST_ROWS", 1)
    apart: tuple[Telling, ...] = (TOLD[0], ("2021-05-06", "B", TOLD[3][2].replace("May 4", "May 5")))
    assert {h.day - FIRST.toordinal() for h in rank_happenings(table(apart), None)} == {3, 4}


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
    profile = Profile.of({"choir": 1.0, "sailors": 1.0, "harbour": 1.0}, ENGLISH)
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
    assert telling(chronicle, ENGLISH) > 0 > telling(talk, ENGLISH)


def test_kinds_of_words() -> None:
    assert holds("first_person", "We saw it.", ENGLISH)
    assert not holds("first_person", "They saw Wesley.", ENGLISH)


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
    day = dt.date(2021, 5, 4).toordinal()
    for at, before in enumerate(("", "It rained on the hills. ")):
        (told,) = pool((("2021-05-05", "A", before + sentence),)).articles
        assert names_in_passing(told.text, told.reading.sentences[at], day, ENGLISH) is passing


def test_a_link_to_another_piece_run_into_a_sentence() -> None:
    assert holds("teaser", f"Opinion: Why the fund fell {ARREST}", ENGLISH)
    assert not holds("teaser", "In her opinion: the fund fell.", ENGLISH)


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Mayor Of Orsk Opens New Harbour Hall", True),
        ("Mayor of Orsk Opens the New Hall", True),
        ("Mayor of Orsk Opens New hall", False),
        ("The mayor of Orsk opened the hall.", False),
        ("Mayor Opens Hall", False),
        ("Mayor Opens Hall Doors", True),
        ("The Mayor Opens", False),
        # of seven words six is more than .85, of six five is less
        ("Mayor Lund Opens Harbour Hall Doors quietly", True),
        ("Mayor Opens Harbour Hall Doors quietly", False),
    ],
)
def test_lines_written_as_headlines_are(line: str, titled: bool) -> None:
    assert in_title_case(line, ENGLISH) is titled


def plain(form: Mapping[str, float] | None = None, **numbers: float) -> Weights:
    """Numbers by which each sentence of fitting length is worth 1, but for those given."""
    ones = dict.fromkeys(("ahead", "undated", "aside", "alone", "repeated"), 1.0)
    noughts = dict.fromkeys(("later", "trust", "headline", "titles", "chronicle", "crowding"), 0.0)
    return replace(
        weights(), **{**ones, **noughts, **numbers}, form={**dict.fromkeys(weights().form, 0.0), **(form or {})}
    )


def own(told: Telling, **numbers: float) -> dict[int, tuple[float, float]]:
    """What an article's only sentence is worth for each day of May that it tells of, and its form's part of that."""
    found = rank_happenings(table((told,)), None, w=plain(**numbers))
    return {dt.date.fromordinal(h.day).day: (dict(h.parts)["own"], dict(h.parts)["form"]) for h in found}


@pytest.mark.parametrize(
    ("printed", "text", "numbers", "worth"),
    [
        (5, ARREST, {}, {4: 1}),
        (5, ARREST, {"later": 2}, {4: 1 + 2 * math.log(2)}),
        (4, ARREST, {"later": 2, "ahead": 3}, {4: 1}),
        (3, ARREST, {"later": 2, "ahead": 3}, {4: 3}),
        (5, "Divers searched the old harbour of Hask for the missing banker Olav Brenn, without success.",
         {"undated": 0.25}, {5: 0.25}),
        (9, TOLD[2][2], {"chronicle": 1}, {4: 2, 8: 2}),
        (9, TOLD[2][2], {}, {4: 1, 8: 1}),
    ],
)  # fmt: skip
def test_what_a_sentence_is_worth(printed: int, text: str, numbers: dict[str, float], worth: dict[int, float]) -> None:
    found = own((f"2021-05-{printed:02}", "A", text), **numbers)
    assert {day: value for day, (value, _) in found.items()} == pytest.approx(worth)


@pytest.mark.parametrize(
    ("kind", "text", "times"),
    [
        ("question", "Was the banker Olav Brenn arrested in Hask on May 4 over the missing money of the fund?", 1),
        ("question", ARREST, 0),
        ("first_person", "We saw that the banker Olav Brenn was arrested in Hask on May 4 over the missing money.", 1),
        ("first_person", ARREST, 0),
        ("first_person", "On May 4 the banker Olav Brenn told us in Hask that the money of the fund was missing.", 1),
        ("first_person", "On May 4 the banker Olav Brenn was arrested in Hask, US officials said of the Lom fund.", 0),
        ("quoted", '"Olav Brenn was arrested in Hask on May 4 over the missing money," a neighbour of his said.', 1),
        ("lead", ARREST, 1),
        ("asked", ARREST, 1),
        ("asked", TOLD[3][2], 0),
        ("unfinished", "Police in Hask arrested the banker Olav Brenn on May 4 over the missing money of", 1),
        ("unfinished", ARREST, 0),
        ("linked", "Banker Olav Brenn Arrested In Hask On May 4 Over Missing Money Of The Old Lom Fund", 1),
        ("unfinished", "Banker Olav Brenn Arrested In Hask On May 4 Over Missing Money Of The Old Lom Fund", 0),
        ("linked", ARREST, 0),
        (
            "lost",
            "He was then arrested in Hask on May 4 over the missing money of the Lom fund, people of Hask say.",
            1,
        ),
        (
            "dangling",
            "He was then arrested in Hask on May 4 over the missing money of the Lom fund, people of Hask say.",
            0,
        ),
        ("lost", ARREST, 0),
        (
            "unattributed",
            '"Olav Brenn was arrested in Hask on May 4 over the money that is missing from the fund of Hask!"',
            1,
        ),
        ("unattributed", ARREST, 0),
        (
            "untold",
            "Olav Brenn will appear in Hask on May 4 over the missing money of the Lom fund, said the court.",
            0,
        ),
        ("state", "Olav Brenn was in Hask on May 4 over the missing money of the Lom fund in the south of town.", 1),
        ("state", ARREST, 0),
        ("untold", "Police arrest the banker Olav Brenn in the town of Hask over the Lom fund, on May 4, 2021.", 1),
        ("untold", ARREST, 0),
        ("pictured", "Police arrest the banker Olav Brenn in the town of Hask over the Lom fund, on May 4, 2021.", 1),
        (
            "pictured",
            "Police arrest the banker Olav Brenn in the town of Hask over the Lom fund, at 10 a.m. Tuesday.",
            0,
        ),
        # past, and dated as captions are
        ("pictured", "Police arrested the banker Olav Brenn in the town of Hask, in Orsk, Norland May 4, 2021.", 1),
        ("pictured", "Police arrested the banker Olav Brenn in the town of Hask, in Orsk, Norland, on May 4, 2021.", 0),
        ("pictured", "Police arrested the banker Olav Brenn in Hask, Norland May 4, 2021 over the missing money.", 0),
        (
            "pictured",
            "Police arrested the banker Olav Brenn over the missing money of the fund in Hask May 4, 2021.",
            0,
        ),
        ("pictured", "The banker Olav Brenn went to see the fund in Hask with Mr. Varo, Ida Lund May 4, 2021.", 0),
        ("pictured", "The banker Olav Brenn resigned from the Lom fund in Hask, Tuesday May 4, 2021.", 0),
        ("passing", "Olav Brenn was named as a suspect in the May 4 fire at the old harbour of the town of Hask.", 1),
        ("passing", ARREST, 0),
        ("cut", f'"{ARREST}', 1),
        ("cut", ARREST, 0),
    ],
)
def test_what_a_form_is_worth(kind: str, text: str, times: int) -> None:
    read = table((("2021-05-05", "A", text),))
    row = next(row for row in range(len(read)) if read.day[row] == FIRST.toordinal() + 3)
    assert forms(read, None, plain({kind: 2.0}))[row] == pytest.approx(math.exp(2 * times))


@pytest.mark.parametrize(
    ("kind", "before", "times"),
    [
        # how many sentences stand above it, and whether the one right above says who "he" is
        ("lead", "Rain fell. Snow fell.", 1),
        ("lead", "Rain fell. Snow fell. It was cold.", 0),
        ("dangling", "The banker Olav Brenn was sought in Hask.", 1),
        ("lost", "The banker Olav Brenn was sought in Hask.", 0),
    ],
)
def test_what_stands_above_a_sentence(kind: str, before: str, times: int) -> None:
    text = "He was then arrested in Hask on May 4 over the missing money of the Lom fund, people of Hask say."
    read = table((("2021-05-05", "A", f"{before} {text}"),))
    row = next(row for row in range(len(read)) if read.text(row) == text)
    assert forms(read, None, plain({kind: 2.0}))[row] == pytest.approx(math.exp(2 * times))


def test_names_count_by_the_fifth_and_words_of_chronicles_by_their_odds() -> None:
    read = table((("2021-05-05", "A", ARREST),))
    assert forms(read, None, plain({"names": 1.0}))[0] == pytest.approx(math.exp(len(read.sentence(0).names) / 5))
    assert forms(read, None, plain({"telling": 2.0}))[0] == pytest.approx(math.exp(2 * telling(ARREST, ENGLISH)))


def test_the_odds_of_words_are_drawn_towards_nought() -> None:
    once, twice = telling("arrested", ENGLISH), telling("arrested arrested", ENGLISH)
    assert once > 0
    assert (5 * once, 6 * twice) == pytest.approx((5 * once, 2 * 5 * once))
    assert telling("", ENGLISH) == telling("x", ENGLISH) == 0


def test_a_heading_counts_and_spares_what_stands_under_it_the_past() -> None:
    text = "Police arrest the banker Olav Brenn in the town of Hask over the Lom fund, on May 4, 2021."
    read = table((("2021-05-05", "A", text),))
    row = next(row for row in range(len(read)) if read.day[row] == FIRST.toordinal() + 3)
    values = plain({"headed": 2.0, "untold": -1.0})
    read.under_heading[row] = False
    assert forms(read, None, values)[row] == pytest.approx(math.exp(-1))
    read.under_heading[row] = True
    assert forms(read, None, values)[row] == pytest.approx(math.exp(2))


def test_how_alike_the_sentences_of_a_day_and_its_neighbours_are() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Sailors sang on May 4."),
        ("2021-05-06", "B", "Sailors drank on May 5."),
        ("2021-05-07", "C", "Sailors sang on May 6."),
        ("2021-05-05", "D", "Bakers wept on May 4."),
    )
    read = table(told)
    day = FIRST.toordinal() + 3
    rows, alike = _block(read, np.ones(len(read)), frozenset(), day, plain(few_words=0.0, common=1.0))
    assert sorted(read.text(int(row)) for row in rows) == sorted(text for _, _, text in (*told[:2], told[3]))
    sang, again, wept = (
        next(n for n, row in enumerate(rows) if words in read.text(int(row)))
        for words in ("sang on May 4", "drank", "wept")
    )
    assert np.diag(alike).tolist() == [1, 1, 1]
    assert alike[sang, again] > alike[sang, wept] >= 0
    nothing = table((("2021-05-05", "A", "It was so on May 4."),))
    assert _block(nothing, np.ones(len(nothing)), frozenset(), day, plain())[1].tolist() == [[1]]
    # What has few words is like nothing, the more so the more such words are asked for; the story's own count in part.
    few = _block(read, np.ones(len(read)), frozenset(), day, plain(few_words=3.0, common=1.0))[1]
    assert np.diag(few).tolist() == [1, 1, 1]
    assert few[sang, again] < alike[sang, again]
    own = _block(read, np.ones(len(read)), frozenset(("sailor",)), day, plain(few_words=0.0, common=1.0, shared=0.1))[1]
    assert own[sang, again] != alike[sang, again]


@pytest.mark.parametrize(
    ("own", "numbers", "worth"),
    [
        ((), {"common": 1.0}, 3.0),
        ((), {"common": 0.0}, 2.0),
        (("sailor",), {"common": 1.0, "shared": 0.5}, 1.5),
        (("baker",), {"common": 1.0, "shared": 0.5}, 3.0),
    ],
)
def test_what_a_word_counts_when_two_are_compared(
    own: tuple[str, ...], numbers: dict[str, float], worth: float
) -> None:
    of = SimpleNamespace(rarity={"sailor": 2.0}, rarest=4.0)
    assert term_worth(cast("Pool", of), "sailor", own, plain(**numbers)) == worth
    assert term_worth(cast("Pool", of), "miller", own, plain(**numbers)) == 4.0 + numbers["common"]


def test_what_stands_under_a_dated_heading_is_no_caption() -> None:
    told = "Police arrested the banker Olav Brenn in the town of Hask, in Orsk, Norland May 4, 2021."
    read = table((("2021-05-05", "A", told),))
    row = next(row for row in range(len(read)) if read.day[row] == FIRST.toordinal() + 3)
    read.under_heading[row] = True
    assert forms(read, None, plain({"pictured": 2.0}))[row] == pytest.approx(1)


def test_a_sentence_loses_beyond_the_length_of_an_entry() -> None:
    of = {
        n: " ".join(["Brenn", "went", "to", "Hask", "on", "May", "4", *["again"] * (n - 7)]) + "."
        for n in (7, 14, 40, 60)
    }
    form = {n: own(("2021-05-05", "A", text))[4][1] for n, text in of.items()}
    assert form == pytest.approx({7: math.exp(-0.5), 14: 1, 40: 1, 60: math.exp(-0.5)})


def test_each_further_entry_of_a_day_is_crowded() -> None:
    told: tuple[Telling, ...] = (("2021-05-05", "A", ARREST), TOLD[3])
    free, crowded = ([h.weight for h in rank_happenings(table(told), None, w=plain(crowding=c))] for c in (0, 2))
    assert free[0] == crowded[0]
    assert crowded[1] == pytest.approx(free[1] / 4)


def test_what_is_told_alike_counts_by_how_much_it_is_alike() -> None:
    alone, alike = (
        {h.row: dict(h.parts)["told alike"] for h in rank_happenings(table(told), None, w=plain(alone=0))}
        for told in ((TOLD[0],), TOLD[:2])
    )
    assert list(alone.values()) == pytest.approx([1])
    assert 1 < max(alike.values()) < 2
    # Where the least likeness is a repetition, one tells all.
    assert len(list(rank_happenings(table(TOLD[:2]), None, w=plain(repeated=1e-9)))) == 1


def test_a_headline_of_the_day_or_of_the_next_speaks_for_what_says_it() -> None:
    def titled(printed: int, title: str) -> float:
        told = pool((("2021-05-05", "A", ARREST), (f"2021-05-{printed:02}", "B", "It rained.")))
        articles = tuple(replace(a, title=title) if a.text == "It rained." else a for a in told.articles)
        read = read_table(replace(told, articles=articles), Question("Brenn"), FIRST.toordinal(), LAST.toordinal())
        row = next(row for row in range(len(read)) if read.text(row) == ARREST)
        return float(forms(read, None, plain(titles=1.0))[row])

    said = "Police arrest banker Olav Brenn"
    assert titled(4, said) == titled(5, said) == pytest.approx(2)
    assert titled(3, said) == titled(6, said) == pytest.approx(1)
    assert titled(5, "Choir of sailors sings") == pytest.approx(1)
    assert 1.3 < titled(5, "Banker Olav Brenn flees the country") < 2


def test_a_headline_that_its_own_sentence_says() -> None:
    def headed(printed: int, title: str) -> float:
        told = pool(((f"2021-05-{printed:02}", "A", ARREST),))
        articles = tuple(replace(a, title=title) for a in told.articles)
        read = read_table(replace(told, articles=articles), Question("Brenn"), FIRST.toordinal(), LAST.toordinal())
        (ranked,) = rank_happenings(read, None, w=plain(headline=2.0))
        return dict(ranked.parts)["own"]

    assert headed(4, "Police arrest Brenn") == headed(6, "Police arrest Brenn") == pytest.approx(3)
    assert headed(7, "Police arrest Brenn") == headed(3, "Police arrest Brenn") == pytest.approx(1)
    assert headed(5, "Police arrest choir") == pytest.approx(1 + 2 * 2 / 3)


@pytest.mark.parametrize(
    ("text", "is_verdict"),
    [
        (
            "In the final debate before the Lom caucuses Varo had the worst night of the seven on stage on Thursday.",
            True,
        ),
        ("On Tuesday night in Marn, Ida Lund gave one of the finest speeches ever heard in that hall.", True),
        ("Lund will run, and there are compelling reasons why she would be a strong candidate.", True),
        # what a poll found, and what is bad enough to be news, is no verdict of the outlet's
        ("Most who watched thought that Varo had the worst night, a poll found on Friday.", False),
        ("Hask had its worst night of rioting on Tuesday.", False),
        ("Lund gave a speech in Marn on Tuesday.", False),
        ("There are reasons to wait, Lund wrote on Friday.", False),
    ],
)
def test_what_an_outlet_makes_of_a_performance_is_a_verdict(text: str, is_verdict: bool) -> None:
    assert bool(holds("verdict", text, ENGLISH)) is is_verdict


@pytest.mark.parametrize(
    ("before", "named", "says"),
    [
        ("Divers left after the", "Tuesday vote in Hask.", True),
        ("Divers left after the", "Tuesday after that vote.", False),
        ("Divers left", "Tuesday vote in Hask.", False),
        ("Divers left after", "Tuesday's vote in Hask.", True),
        ("Divers left after", "Tuesday's and that vote.", False),
        ("Divers left after Hask's", "May 4 vote.", True),
        ("", "Tuesday vote in Hask.", False),
        ("Divers left after the", "vote in Hask.", False),
    ],
)
def test_a_time_that_says_which_thing_is_meant(before: str, named: str, says: bool) -> None:
    assert _says_which(before, named, ENGLISH) is says
