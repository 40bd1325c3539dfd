"""Figures laid side by side."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear
from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.model import Figure, Mention, Span
from leadup.timeline.accounts import compare, compare_blame, same_event
from leadup.timeline.accounts.cited import cited_party
from leadup.timeline.accounts.values import interval

DAY = dt.date(2019, 12, 29)
Given = tuple[str, int, float, float | None]


def told(*given: Given, role: str = "killed", unit: str = "fighter") -> list[tuple[Mention, tuple[Figure, ...]]]:
    """Mentions by outlets, so many days after, each with one figure."""
    found = []
    for outlet, days, low, high in given:
        said = f"{outlet} says {low:g} died."
        one = article(f"It rained all day. {said} The night was cold.", outlet, DAY + dt.timedelta(days))
        start = one.text.index(f"{low:g}")
        figure = Figure(start, start + len(f"{low:g}"), f"{low:g}", low, high, unit, role)
        found.append((mention(one, said, DAY), (figure,)))
    return found


@pytest.mark.parametrize(
    ("given", "state", "line"),
    [
        ([("A", 0, 24, 24)], "single", "killed: 24 (1 outlet, Dec. 29)"),
        ([("A", 0, 24, 24), ("B", 0, 24, 24)], "agreeing", "killed: 24 (2 outlets, Dec. 29)"),
        (
            [("A", 0, 24, 24), ("B", 0, 24, 24), ("C", 1, 25, 25), ("D", 2, 25, 25)],
            "revised",
            "killed: 24 (2 outlets, Dec. 29), later 25 (2 outlets, from Dec. 30)",
        ),
        (
            [("A", 0, 24, None), ("B", 1, 25, 25)],
            "agreeing",
            "killed: 25 (1 outlet, Dec. 30); in line with 1 more",
        ),
        (
            [("A", 0, 19, 19), ("B", 0, 3, None)],
            "single",
            "killed: 19 (1 outlet, Dec. 29), 3 or more (1 outlet, Dec. 29)",
        ),
        # Each is only a least, and they are far apart.
        (
            [("A", 0, 4000, None), ("B", 9, 8000, None)],
            "single",
            "killed: 4,000 or more (1 outlet, Dec. 29), 8,000 or more (1 outlet, Jan. 7)",
        ),
        # One outlet's slip on the day of the count that several have.
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 0, 12, 12), ("D", 0, 11, 11)],
            "agreeing",
            "killed: 12 (3 outlets, Dec. 29)",
        ),
        ([("A", 0, 24, 24), ("B", 0, 30, 30)], "disputed", "killed: 24 (1 outlet, Dec. 29), 30 (1 outlet, Dec. 29)"),
        # Nobody is named, and the counts are of other things: three times as many, and not by a handful.
        ([("A", 0, 1, 1), ("B", 1, 6, 6)], "revised", "killed: 1 (1 outlet, Dec. 29), later 6 (1 outlet, Dec. 30)"),
        ([("A", 0, 1, 1), ("B", 1, 7, 7)], "single", "killed: 1 (1 outlet, Dec. 29), 7 (1 outlet, Dec. 30)"),
        # One outlet corrects itself.
        (
            [("A", 0, 24, 24), ("A", 1, 25, 25)],
            "revised",
            "killed: 24 (1 outlet, Dec. 29), later 25 (1 outlet, Dec. 30)",
        ),
        # The old figure is still about on the day on which the new one comes up.
        (
            [("A", 0, 24, 24), ("B", 1, 24, 24), ("C", 1, 25, 25)],
            "revised",
            "killed: 24 (2 outlets, from Dec. 29), later 25 (1 outlet, Dec. 30)",
        ),
        # Each keeps to its own.
        (
            [("A", 0, 24, 24), ("B", 1, 25, 25), ("C", 2, 24, 24), ("D", 3, 25, 25)],
            "disputed",
            "killed: 24 (2 outlets, from Dec. 29), 25 (2 outlets, from Dec. 30)",
        ),
        # Back to the first figure, under another bound.
        (
            [("A", 0, 25, None), ("B", 1, 24, 24), ("C", 14, 25, 25)],
            "disputed",
            "killed: 25 or more (1 outlet, Dec. 29), 24 (1 outlet, Dec. 30), 25 (1 outlet, Jan. 12)",
        ),
        # One alone, beside a count of several: whoever did it is in it, or a part is counted.
        (
            [("A", 0, 13, 13), ("B", 0, 12, 12), ("C", 0, 12, 12), ("D", 1, 12, 12)],
            "agreeing",
            "killed: 12 (3 outlets, from Dec. 29)",
        ),
        # Long after, one alone counts a part; so soon after that it may be news it is a revision.
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 1, 12, 12), ("D", 365, 11, 11)],
            "agreeing",
            "killed: 12 (3 outlets, from Dec. 29)",
        ),
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 0, 12, 12), ("D", 1, 11, 11)],
            "revised",
            "killed: 12 (3 outlets, Dec. 29), later 11 (1 outlet, Dec. 30)",
        ),
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 0, 12, 12), ("D", 60, 11, 11)],
            "revised",
            "killed: 12 (3 outlets, Dec. 29), later 11 (1 outlet, Feb. 27)",
        ),
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 0, 12, 12), ("D", 61, 11, 11)],
            "agreeing",
            "killed: 12 (3 outlets, Dec. 29)",
        ),
        (
            [("A", 0, 12, 12), ("B", 400, 14, 14), ("C", 401, 14, 14)],
            "revised",
            "killed: 12 (1 outlet, Dec. 29, 2019), later 14 (2 outlets, from Feb. 1, 2021)",
        ),
        # Fewer than three that agree outweigh nobody, and a count that took another's place is no slip.
        (
            [("A", 0, 12, 12), ("B", 0, 12, 12), ("C", 0, 11, 11)],
            "disputed",
            "killed: 12 (2 outlets, Dec. 29), 11 (1 outlet, Dec. 29)",
        ),
        (
            [("A", 0, 24, 24), ("B", 1, 25, 25), ("C", 1, 25, 25), ("D", 1, 25, 25)],
            "revised",
            "killed: 24 (1 outlet, Dec. 29), later 25 (3 outlets, Dec. 30)",
        ),
        # Two that are each only a least agree where they are near.
        (
            [("A", 0, 20, None), ("B", 0, 30, None)],
            "agreeing",
            "killed: 30 or more (1 outlet, Dec. 29); in line with 1 more",
        ),
        (
            [("A", 0, 20, None), ("B", 0, 31, None)],
            "single",
            "killed: 20 or more (1 outlet, Dec. 29), 31 or more (1 outlet, Dec. 29)",
        ),
        # A bound that a later figure keeps to gives way to it.
        (
            [("A", 0, 20, None), ("B", 1, 24, 24), ("C", 2, 30, 30)],
            "revised",
            "killed: 24 (1 outlet, Dec. 30), later 30 (1 outlet, Dec. 31)",
        ),
    ],
)
def test_states_and_lines(given: list[Given], state: str, line: str) -> None:
    (account,) = compare(told(*given), language=ENGLISH)
    assert (account.state, account.line) == (state, line)


@pytest.mark.parametrize(
    ("words", "line"),
    [("nearly 400", "killed: “nearly 400” (1 outlet, Dec. 29)"), ("360 to 400", "killed: 360–400 (1 outlet, Dec. 29)")],
)
def test_bounds_that_no_source_wrote_are_not_shown(words: str, line: str) -> None:
    one = article(f"They say {words} died.", "A", DAY)
    start = one.text.index(words)
    figure = Figure(start, start + len(words), words, 360, 400, "fighter", "killed")
    (account,) = compare([(mention(one, one.text, DAY), (figure,))], language=ENGLISH)
    assert account.line == line


def test_a_figure_that_comes_back_after_the_new_one_is_disputed() -> None:
    (account,) = compare(told(("A", 0, 24, 24), ("B", 1, 25, 25), ("C", 3, 24, 24)), language=ENGLISH)
    assert account.state == "disputed"


def test_two_named_speakers_dispute_also_on_different_days() -> None:
    given = told(("A", 0, 24, 24), ("B", 1, 3, 3))
    speakers = {given[0][0].span: "the militia", given[1][0].span: "the army"}
    (account,) = compare(given, speakers, language=ENGLISH)
    assert account.state == "disputed"
    assert "24 (the militia, 1 outlet, Dec. 29)" in account.line


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([("A", 0, 31, 31), ("B", 0, 0, 40)], ["31", "up to 40"]),
        ([("A", 0, 31, 31), ("B", 0, 20, 40)], ["31", "“20”"]),
        ([("A", 0, 35, None), ("B", 0, 30, None)], ["30 or more", "35 or more"]),
        ([("A", 0, 31, 31), ("B", 0, 30, None)], ["31", "30 or more"]),
    ],
)
def test_what_a_named_party_says_stays_beside_what_agrees_with_it(given: list[Given], said: list[str]) -> None:
    made = told(*given)
    (alone,) = compare(made, language=ENGLISH)
    (account,) = compare(made, {made[1][0].span: "the army"}, language=ENGLISH)
    assert account.state == alone.state == "agreeing"
    assert "in line with" in alone.line and "in line with" not in account.line
    assert all(words in account.line for words in said)


def said(text: str, outlet: str, days: int, *numbers: int) -> tuple[Mention, tuple[Figure, ...]]:
    one = article(text, outlet, DAY + dt.timedelta(days))
    return mention(one, text, DAY), tuple(
        Figure(text.index(str(n)), text.index(str(n)) + len(str(n)), str(n), n, n, "fighter", "killed") for n in numbers
    )


BOTH = "The militia said 24 fighters were killed, while the army said 30 were killed."


@pytest.mark.parametrize(
    ("given", "state", "names"),
    [
        ([said(BOTH, "A", 0, 24, 30)], "disputed", "24 (the militia, 1 outlet, Dec. 29), 30 (the army, 1 outlet, "),
        (
            [said("The militia said 24 died.", "A", 0, 24), said("Some 30 died, the army said.", "B", 0, 30)],
            "disputed",
            "24 (the militia, 1 outlet, Dec. 29), 30 (the army, 1 outlet, ",
        ),
        # A later, higher count by another authority is how a toll rises.
        (
            [said("Police said 24 died.", "A", 0, 24), said("Some 30 died, the Health Ministry said.", "B", 1, 30)],
            "revised",
            "24 (1 outlet, Dec. 29), later 30 (1 outlet, Dec. 30)",
        ),
    ],
)
def test_named_parties(given: list[tuple[Mention, tuple[Figure, ...]]], state: str, names: str) -> None:
    (account,) = compare(given, language=ENGLISH)
    assert account.state == state
    assert names in account.line


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The militia said 24 of its fighters had died.", "the militia"),
        ("At least 24 died, according to the Health Ministry.", "the Health Ministry"),
        ("Some 24 people died on Sunday, Defense Minister Ann Lee said.", "Defense Minister Ann Lee"),
        ("Officials said 24 died.", None),
        ("He said 24 died.", None),
        ("Reuters said 24 died.", None),
        ("In the strikes, 24 died.", None),
    ],
)
def test_whom_a_clause_cites(text: str, who: str | None) -> None:
    found = cited_party(text, text.index("24"), ENGLISH)
    assert (found and found.removeprefix("the ")) == (who and who.removeprefix("the "))


@pytest.mark.parametrize("head, unit", [(", the", " "), (", ", "a"), ("", "according to a ")])
def test_hostile_words_cost_no_more_than_their_length(head: str, unit: str) -> None:
    assert_linear(
        lambda size: partial(cited_party, head + unit * (size // len(unit)) + "x", 0, language=ENGLISH), 10_000
    )


def test_articles_of_no_named_outlet_are_one_source() -> None:
    given = [(replace(m, outlet=None), f) for m, f in told(("A", 0, 24, 24), ("B", 0, 24, 24))]
    (account,) = compare(given, language=ENGLISH)
    assert account.line == "killed: 24 (outlet not named, Dec. 29)"


def test_roles_and_units_are_kept_apart_but_people_are_people() -> None:
    many = (
        told(("A", 0, 24, 24))
        + told(("B", 0, 24, 24), unit="people")
        + told(("C", 0, 5, 5), role="fired", unit="rocket")
    )
    assert [(a.role, a.unit, a.state) for a in compare(many, language=ENGLISH)] == [
        ("killed", "person", "agreeing"),
        ("fired", "rocket", "single"),
    ]


def test_what_only_counts_befalls_nobody() -> None:
    assert compare(told(("A", 0, 24, 24), role="counted"), language=ENGLISH) == ()


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(25, 25, "25"), (24, None, "24 or more"), (700, 800, "700–800"), (0, 30, "up to 30"), (2.5e6, 2.5e6, "2,500,000")],
)
def test_intervals_in_words(low: float, high: float | None, words: str) -> None:
    assert interval(low, high) == words


@given(st.lists(st.tuples(st.sampled_from("ABCD"), st.integers(0, 5), st.integers(1, 9)), min_size=1, max_size=8))
def test_every_figure_is_kept_and_order_does_not_matter(drawn: list[tuple[str, int, int]]) -> None:
    given = told(*[(o, d, n, n) for o, d, n in sorted(set(drawn))])
    (account,) = compare(given, language=ENGLISH)
    kept = {f.span.article for f in account.figures}
    assert len(account.figures) == len({f.span for f in account.figures}) == len(kept)
    for dropped, (figure,) in [g for g in given if g[0].span.article not in kept]:
        # One outlet's alone, against a count of three.
        assert {m.outlet for m, (f,) in given if f.low == figure.low} == {dropped.outlet}
        assert any(len({m.outlet for m, (f,) in given if f.low == other.low}) > 2 for _, (other,) in given)
    assert compare(given[::-1], language=ENGLISH) == (account,)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The north blamed the south for the blast.", ["blamed"]),
        ("A group called Dawn claimed responsibility for the blast.", ["claimed"]),
        ("The south denied any involvement.", ["denied"]),
        ("The blast was blamed on the south, which denied responsibility.", ["denied", "blamed"]),
        ("The ministry accused rebels of planting the bomb.", ["blamed"]),
        ("The shop was open all day.", []),
    ],
)
def test_who_did_it(text: str, kinds: list[str]) -> None:
    found = compare_blame([mention(article(text), text, DAY)], ENGLISH)
    assert [b.kind for b in found] == kinds
    for one in found:
        assert Span.of(one.words.article, text, one.words.start, one.words.end) == one.words


def test_a_part_of_the_toll_is_no_other_toll() -> None:
    one = article("Strikes killed 25 fighters, among them 4 commanders.", "A", DAY)
    figures = tuple(
        Figure(one.text.index(words), one.text.index(words) + len(words), words, number, number, unit, "killed")
        for words, number, unit in (("25 fighters", 25, "fighter"), ("4 commanders", 4, "commander"))
    )
    (account,) = compare([(mention(one, one.text, DAY), figures), *told(("B", 1, 25, 25))], language=ENGLISH)
    assert account.line == "killed: 25 (2 outlets, from Dec. 29)"
    assert account.state == "agreeing"


@pytest.mark.parametrize(
    ("parts", "whole", "state"),
    [
        # One speaker's counts of two places add up to what others count in all.
        ((10, 20), 30, "single"),
        ((10, 20), 31, "disputed"),
        # A part of one speaker's own whole is left out as before.
        ((30, 20), 30, "agreeing"),
    ],
)
def test_counts_side_by_side_that_add_up_to_the_whole_are_its_parts(
    parts: tuple[int, int], whole: int, state: str
) -> None:
    first, second = parts
    text = f"The Orsk Crisis Center said that {first} people died at the pier, and that {second} died at the mill."
    all_ = f"The blasts in Orsk killed {whole} people."
    found = compare([said(text, "A", 0, *parts), said(all_, "B", 0, whole)], language=ENGLISH)
    assert [account.state for account in found] == [state]


def test_two_parties_whose_counts_add_up_to_a_third_still_differ() -> None:
    both = "The militia said 2 fighters were killed, while the army said 3 were killed."
    (account,) = compare([said(both, "A", 0, 2, 3), said("The raid killed 5 people.", "B", 0, 5)], language=ENGLISH)
    assert account.state == "disputed" and {f.low for f in account.figures} == {2, 3, 5}


def test_counts_of_nobody_named_are_no_parts_for_adding_up() -> None:
    text = "In the raid 2 fighters were killed, or 3 fighters were killed, as others have it."
    (account,) = compare([said(text, "A", 0, 2, 3), said("The raid killed 5 fighters.", "B", 0, 5)], language=ENGLISH)
    assert {f.low for f in account.figures} == {3, 5}


def test_a_rounded_count_is_no_other() -> None:
    (account,) = compare(told(("A", 0, 1400, 1400), ("B", 2, 1429, 1429)), language=ENGLISH)
    assert account.state in ("agreeing", "single")


def _said(outlet: str, words: str, figure: str, unit: str = "fighter") -> tuple[Mention, tuple[Figure, ...]]:
    one = article(words, outlet, DAY)
    start = words.index(figure)
    return mention(one, words, DAY), (
        Figure(start, start + len(figure), figure, int(figure), int(figure), unit, "killed"),
    )


def test_outlets_that_print_one_sentence_do_not_outweigh_another() -> None:
    wire = [_said(outlet, "Jets struck the camp, killing 25 fighters.", "25") for outlet in "ABC"]
    (account,) = compare([*wire, _said("D", "The raid killed 24 fighters.", "24")], language=ENGLISH)
    assert account.state == "disputed"
    own = [_said(outlet, f"Jets struck the camp, killing 25 fighters, {outlet} has learned.", "25") for outlet in "ABC"]
    (account,) = compare([*own, _said("D", "The raid killed 24 fighters.", "24")], language=ENGLISH)
    assert account.state == "agreeing"


def test_what_a_party_says_of_its_own_is_no_part_of_what_others_count() -> None:
    others = _said("A", "Jets struck the camp, killing 25 fighters.", "25")
    (account,) = compare(
        [others, _said("B", "The militia said 24 of its men were killed.", "24", "man")], language=ENGLISH
    )
    assert account.state == "disputed"
    (account,) = compare([others, _said("B", "Of those killed, 24 were children.", "24", "child")], language=ENGLISH)
    assert "24" not in account.line


def test_a_kind_of_people_is_a_part_however_its_count_is_bounded() -> None:
    others = _said("A", "The blasts killed 31 people.", "31", "person")
    (american, (two,)) = _said("B", "At least 2 Americans were killed in the blasts.", "2", "American")
    (account,) = compare([others, (american, (replace(two, high=None),))], language=ENGLISH)
    assert account.state == "single"
    assert "2 or more" not in account.line


def test_a_least_that_one_text_far_exceeds_counts_a_part() -> None:
    words = "At least 11 were killed at the airport, and 20 at the station, a ministry said."
    one = article(words, "A", DAY)
    given = mention(one, words, DAY)
    first, second = (
        Figure(words.index(n), words.index(n) + 2, n, int(n), high, "person", "killed")
        for n, high in (("11", None), ("20", 20))
    )
    (account,) = compare(
        [(given, (first, second)), _said("B", "The blasts killed 20 people.", "20", "person")], language=ENGLISH
    )
    assert (account.state, len(account.figures)) == ("agreeing", 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The raid left nine miners dead and 18 injured.", "Nine died and 18 were wounded in the attack.", True),
        ("The raid left nine miners dead and 18 injured.", "Nine died and 17 were wounded in the attack.", False),
        ("The March 17 raid at 9 p.m. left 12 dead.", "In a raid on March 17, 31 died; it began at 9 p.m.", False),
    ],
)
def test_two_counts_and_a_kind_of_deed_are_one_event(one: str, other: str, same: bool) -> None:
    assert same_event(one, other, ENGLISH) is same


@pytest.mark.parametrize(
    ("given", "state", "kept"),
    [
        # whole hundreds of a thousand and more are taken for rounded, others not
        ([("A", 0, 1400, 1400), ("B", 0, 1499, 1499)], "single", [1400]),
        ([("A", 0, 1400, 1400), ("B", 0, 1500, 1500)], "disputed", [1400, 1500]),
        ([("A", 0, 1400, 1400), ("B", 0, 2829, 2829)], "disputed", [1400, 2829]),
        ([("A", 0, 1410, 1410), ("B", 0, 1429, 1429)], "disputed", [1410, 1429]),
        ([("A", 0, 900, 900), ("B", 0, 929, 929)], "disputed", [900, 929]),
        # what agrees with the figure that stands takes its place only if it is closer
        ([("A", 0, 24, 24), ("B", 1, 20, None), ("C", 2, 30, 30)], "revised", [24, 30]),
        ([("A", 0, 20, None), ("B", 1, 24, 24), ("C", 2, 30, 30)], "revised", [24, 30]),
        ([("A", 0, 20, 30), ("B", 1, 24, 28), ("C", 2, 50, 50)], "revised", [24, 50]),
        ([("A", 0, 20, 30), ("B", 1, 24, 40), ("C", 2, 50, 50)], "revised", [20, 50]),
        ([("A", 0, 20, 30), ("B", 1, 18, 25), ("C", 2, 50, 50)], "revised", [20, 50]),
        # three outlets outweigh a lone other one, two do not, and no two others are outweighed
        ([("A", 0, 24, 24), ("B", 0, 24, 24), ("C", 0, 24, 24), ("D", 0, 30, 30)], "agreeing", [24, 24, 24]),
        ([("A", 0, 24, 24), ("B", 0, 24, 24), ("D", 0, 30, 30)], "disputed", [24, 24, 30]),
        (
            [("A", 0, 24, 24), ("B", 0, 24, 24), ("C", 0, 24, 24), ("D", 0, 30, 30), ("E", 0, 30, 30)],
            "disputed",
            [24, 24, 24, 30, 30],
        ),
        # "up to" so many says nothing beside half of it
        ([("A", 0, 0, 6), ("B", 0, 3, 3)], "agreeing", [0, 3]),
        ([("A", 0, 0, 7), ("B", 0, 3, 3)], "single", [3]),
        # a rounded least is of the same as what is half as many again
        ([("A", 0, 30, 30), ("B", 0, 20, None)], "agreeing", [30, 20]),
        ([("A", 0, 31, 31), ("B", 0, 20, None)], "single", [31, 20]),
        ([("A", 0, 20, None), ("B", 1, 31, 31)], "single", [20, 31]),
        # a least that was counted is of the same as what is hardly more; more on a later day revises it
        ([("A", 0, 27, 27), ("B", 0, 25, None)], "agreeing", [27, 25]),
        ([("A", 0, 28, 28), ("B", 0, 25, None)], "single", [28, 25]),
        ([("A", 0, 25, None), ("B", 1, 28, 28)], "revised", [25, 28]),
        ([("A", 0, 25, None), ("B", 1, 25, None), ("C", 1, 28, 28)], "single", [25, 25, 28]),
        ([("A", 0, 28, 28), ("B", 1, 25, None)], "single", [28, 25]),
        ([("A", 0, 3, None), ("B", 0, 4, 4)], "agreeing", [3, 4]),
        ([("A", 0, 3, None), ("B", 0, 5, 5)], "single", [3, 5]),
        ([("A", 0, 2, None), ("B", 1, 7, 7)], "revised", [2, 7]),
        ([("A", 0, 2, None), ("B", 1, 8, 8)], "single", [2, 8]),
        ([("A", 0, 3, 3), ("B", 1, 9, 9)], "revised", [3, 9]),
        ([("A", 0, 3, 3), ("B", 1, 10, 10)], "single", [3, 10]),
        # both on the day on which the new one came up, and after it
        ([("A", 0, 24, 24), ("B", 1, 25, 25), ("C", 1, 24, 24)], "revised", [24, 25, 24]),
        ([("A", 0, 24, 24), ("B", 1, 25, 25), ("C", 2, 24, 24)], "disputed", [24, 25, 24]),
        ([("A", 0, 24, 24), ("B", 0, 25, 25), ("C", 1, 26, 26)], "disputed", [24, 25, 26]),
    ],
)
def test_which_figures_stand_side_by_side(given: list[Given], state: str, kept: list[int]) -> None:
    (account,) = compare(told(*given), language=ENGLISH)
    assert account.state == state
    assert sorted(f.low for f in account.figures) == sorted(kept)


@pytest.mark.parametrize(
    ("text", "number", "role", "counted"),
    [
        ("The raid killed 24 fighters near Hask.", "24", "killed", True),
        ("The army released photos of 12 men on Sunday.", "12", "released", False),
        ("The army released 12 men on Sunday.", "12", "released", True),
        ("The army counted 12 men on Sunday.", "12", "counted", False),
        ("Since March 2011 the war has killed 100 fighters.", "100", "killed", False),
    ],
)
def test_a_count_is_read_alike_wherever_its_sentence_stands(text: str, number: str, role: Any, counted: bool) -> None:
    for before in ("", "It rained on the hills, and no one was out. "):
        one = article(before + text, "A", DAY)
        start = one.text.index(number)
        figure = Figure(start, start + len(number), number, float(number), float(number), "fighter", role)
        assert bool(compare([(mention(one, text, DAY), (figure,))], language=ENGLISH)) is counted


def test_a_party_is_read_wherever_its_sentence_stands() -> None:
    def shifted(text: str, outlet: str, number: str) -> tuple[Mention, tuple[Figure, ...]]:
        one = article(f"It rained on the hills, and no one was out. {text}", outlet, DAY)
        start = one.text.index(number)
        figure = Figure(start, start + 2, number, float(number), float(number), "fighter", "killed")
        return mention(one, text, DAY), (figure,)

    (account,) = compare(
        [shifted("The militia said 24 died.", "A", "24"), shifted("Some 30 died, the army said.", "B", "30")],
        language=ENGLISH,
    )
    assert "24 (the militia, 1 outlet, Dec. 29), 30 (the army, 1 outlet, Dec. 29)" in account.line


def test_released_is_no_toll_where_something_of_them_is() -> None:
    def released(text: str) -> tuple[Mention, tuple[Figure, ...]]:
        one = article(text, "A", DAY)
        start = text.index("12")
        return mention(one, text, DAY), (Figure(start, start + 2, "12", 12, 12, "person", "released"),)

    assert compare([released("The army released 12 men on Sunday.")], language=ENGLISH)
    assert not compare([released("The army released photos of 12 men on Sunday.")], language=ENGLISH)
    text = "The raid led to the death of 12 men."
    one = article(text, "A", DAY)
    figure = Figure(text.index("12"), text.index("12") + 2, "12", 12, 12, "person", "killed")
    assert compare([(mention(one, text, DAY), (figure,))], language=ENGLISH)


def test_what_gives_no_number_stands_in_its_own_words() -> None:
    (one, (first,)), (other, (second,)) = told(("A", 0, 24, None), ("B", 0, 24, None))
    (account,) = compare(
        [(one, (replace(first, exact="dozens"),)), (other, (replace(second, exact="dozens"),))], language=ENGLISH
    )
    assert "“dozens”" in account.line and "24" not in account.line


@pytest.mark.parametrize(
    ("told", "states"),
    [
        # Of two places neither counts all; where no second one is named, it does.
        ("The centre said 24 were hurt at the Orsk pier, and 30 at the Hask mill.", {"single"}),
        ("The centre said 24 were hurt, and 30 at the Hask mill.", {"disputed", "revised", "agreeing"}),
        ("The centre said 30 were hurt at the Hask mill.", {"disputed", "revised", "agreeing"}),
    ],
)
def test_what_befell_people_at_one_place_of_two_is_no_total(told: str, states: set[str]) -> None:
    numbers = [n for n in (24, 30) if str(n) in told]
    accounts = compare(
        [said("The army said 54 were hurt.", "A", 0, 54), said(told, "B", 0, *numbers)], language=ENGLISH
    )
    assert {account.state for account in accounts} <= states


@pytest.mark.parametrize("before", ["", "It rained. ", f"{'It rained on the hills of Tarn.':<64}"])
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        # of two places neither is the toll, and of one both are
        ("Some 11 people died at the Orsk pier, and 20 at the Hask mill, as guards said.", [20]),
        ("Some 11 people died at the Orsk pier, and 20 at the Orsk mill, as guards said.", [20, 20]),
        ("Some 20 people died at the Hask mill and at the Orsk pier, and 11 were old.", [20, 20]),
        # a place in another clause is none of the count's
        ("Some 11 died, guards said at Orsk, and 20 died at the Hask mill.", [20, 20]),
    ],
)
def test_counts_of_two_places_in_one_sentence_are_no_tolls(before: str, words: str, kept: list[int]) -> None:
    one = article(before + words, "A", DAY)
    at = {number: one.text.index(str(number)) for number in (11, 20)}
    figures = [Figure(k, k + 2, str(n), n, n, "person", "killed") for n, k in sorted(at.items(), key=lambda i: i[1])]
    given = (mention(one, words, DAY), tuple(figures))
    (account,) = compare([given, _said("B", "The blasts killed 20 people.", "20", "person")], language=ENGLISH)
    assert [figure.low for figure in account.figures] == kept
