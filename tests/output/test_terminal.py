from __future__ import annotations

import io
from dataclasses import replace
from typing import get_args

import pytest
from rich.console import Console

from leadup.model import Doubt, Timeline
from leadup.output.days_in_words import day_words
from leadup.output.markdown import to_markdown
from leadup.output.page import to_embed, to_page
from leadup.output.phrases import doubt_words
from leadup.output.terminal import render
from tests.output.stories import crisis, hostile, story


def shown(
    timeline: Timeline,
    width: int = 100,
    *,
    why: bool = False,
    chain: bool = False,
    color: bool = False,
    more: bool = False,
) -> str:
    page = io.StringIO()
    system = "truecolor" if color else None
    console = Console(file=page, width=width, color_system=system, force_terminal=color, legacy_windows=False)  # type: ignore[arg-type]
    render(timeline, console, why=why, chain=chain, more=more)
    return page.getvalue()


def test_the_head_names_the_event_and_its_day() -> None:
    lines = shown(story(5)).splitlines()
    assert lines[0] == "What led up to the closing of the Karsa Strait"
    assert lines[1] == "May 3–17, 2024 · 5 entries · 16 articles read"
    assert lines[2] == "The event's day, May 17, 2024: 6 outlets date it to that Friday"


def test_an_entry() -> None:
    text = shown(crisis())
    assert (
        "\nFriday, May 17, 2024\n"
        "  ● Hours after the warning, a Tarn cruiser passed the first buoy.\n"
        "    Tarn Daily and Coastal Wire (probably 2 independent outlets)\n"
        "    ↳ answers May 16, “Mara Tolk warned that the gates of the strait would be shut…”: “Hours after\n"
        "    the warning”\n"
        "  ◆ Maradia closed the Karsa Strait to all shipping early Friday.\n"
    ) in text


def test_accounts_that_differ_are_shown_and_agreeing_ones_are_not() -> None:
    text = shown(crisis())
    assert "    disputed: killed: 24 (3 outlets, May 12), 31 (Tarn Daily, from May 13)\n" in text
    assert "    revised: hurt: at least 30 (2 outlets, May 8), 36 (from May 9)\n" in text


def test_one_article_of_no_named_outlet_says_so_not_at_every_entry() -> None:
    many = story(5)
    nameless = tuple(replace(e, support=replace(e.support, outlets=("outlet not named",))) for e in many.entries)
    assert "outlet not named" in shown(replace(many, entries=nameless))
    assert "outlet not named" not in shown(replace(many, entries=nameless, articles_read=1))


def test_possible_links_only_with_the_chain() -> None:
    assert "possibly makes possible" not in shown(crisis())
    assert "↳ possibly makes possible May 11" in shown(crisis(), chain=True)


def test_the_chain_is_walked_back_from_the_event() -> None:
    text = shown(crisis(), chain=True)
    assert (
        "\nWhat answered what, back from the event\n"
        "  ◆ May 17: Maradia closed the Karsa Strait to all shipping early Friday.\n"
        "     ↳ comes of (“closed the Karsa Strait”) May 16: Mara Tolk warned that the gates of the strait\n"
        "       would be shut if one more ship sailed.\n"
        "  ● May 17: Hours after the warning, a Tarn cruiser passed the first buoy.\n"
    ) in text
    assert "What answered what" not in shown(crisis()) and "What answered what" not in shown(story(5), chain=True)


def test_why_says_dates_places_and_scores() -> None:
    text = shown(story(5), why=True)
    entry = story(5).entries[0]
    assert f"{entry.wording.article}[{entry.wording.start}:{entry.wording.end}]" in text
    assert f"dated by: {entry.date_reason}" in text
    assert "score +1.50 busy day: 12 articles of that day" in text
    assert "dated by" not in shown(story(5))


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    from rich.cells import cell_len

    for timeline in (crisis(), hostile()):
        for line in shown(timeline, width, why=True).split("\n"):
            assert cell_len(line) <= width, line
            assert line == line.rstrip()


@pytest.mark.parametrize("color", [False, True])
def test_no_control_of_a_source_reaches_the_terminal(color: bool) -> None:
    text = shown(hostile(), why=True, chain=True, color=color)
    assert "\x1b[31mred" not in text
    assert "\x1b[2J" not in text
    assert "␛[31mred␛[0m" in text
    assert "\x07" not in text and "\x00" not in text and "\u202e" not in text


def test_reactions_are_listed_by_who_said_them() -> None:
    text = shown(crisis())
    assert "“Let the ships lie and let us talk,” Norway's envoy said. (Norway, " in text


def test_two_runs_print_the_same() -> None:
    assert shown(crisis(60), why=True) == shown(crisis(60), why=True)


def test_what_is_less_sure_to_belong_is_a_line_and_shown_whole_when_asked_for() -> None:
    many = story(5)
    first, second, *rest = many.entries
    long = "it was said again and again that the harbour was closed"
    at = second.wording
    words = replace(at, exact=f"{at.exact} {long}", end=at.end + len(long) + 1)
    sources = (replace(second.evidence[0], mention=replace(second.evidence[0].mention, span=words)),)
    folded = replace(
        second, less_sure=True, wording=words, evidence=(*sources, *second.evidence[1:]), claims=(), actions=()
    )
    one = replace(many, entries=(first, folded, *rest))
    text = shown(one)
    assert f"    less sure: {second.wording.exact[:10]}" in text and long not in " ".join(text.split())
    assert FOLDED.format("1 entry that is less sure to belong") in " ".join(text.split())
    whole = shown(one, more=True)
    assert long in " ".join(whole.split()) and "· less sure to belong\n" in whole
    assert "Folded" not in whole + shown(many)
    assert "less sure to belong: an editor may well leave it out (--why says why)" in whole
    two = replace(one, entries=tuple(replace(e, less_sure=not e.is_target) for e in many.entries))
    assert FOLDED.format("4 entries that are less sure to belong") in " ".join(shown(two).split())


FOLDED = "Folded: {}: an editor may well leave it out (--more shows them whole, --why says why)"


@pytest.mark.parametrize("doubt", get_args(Doubt))
def test_why_says_why_an_entry_is_folded(doubt: Doubt) -> None:
    first, *rest = story(5).entries
    told = replace(story(5), entries=(replace(first, less_sure=True, doubt=doubt), *rest))
    said = f"for it {doubt_words(told.entries[0])}"
    assert f"folded, {said}" in " ".join(shown(told, why=True).split())
    assert f"less sure, {said}" in " ".join(shown(told, why=True, more=True).split())
    assert said not in shown(told) + shown(told, more=True)
    assert "--why" not in shown(told, why=True)
    # An answer of before does not say why, and what is sure has no doubt.
    for silent in (replace(told.entries[0], doubt=None), replace(told.entries[0], less_sure=False)):
        assert doubt_words(silent) is None
        assert ", for it" not in shown(replace(told, entries=(silent, *rest)), why=True)


def test_words_in_brackets_are_explained_where_some_are_shown() -> None:
    said = "[…] the words before it in its article, which it leans on"
    first, *rest = story(5).entries
    leaning = replace(first, context=first.wording)
    for entry, there in ((first, False), (leaning, True), (replace(leaning, less_sure=True), False)):
        assert (said in shown(replace(story(5), entries=(entry, *rest)))) is there


def test_that_no_entry_states_the_event_is_said() -> None:
    told = story(5)
    assert told.target is not None
    told = replace(told, target=replace(told.target, certainty="stated"))
    said = "No sentence was found that states the event itself."
    assert said not in shown(told)
    without = replace(told, entries=tuple(e for e in told.entries if not e.is_target))
    assert said in shown(without)
    hardly = replace(told, entries=tuple(replace(e, less_sure=e.is_target) for e in told.entries))
    nearest = (
        "No sentence was found that surely states the event itself: the one that comes nearest may only bring it up."
    )
    assert [nearest in " ".join(shown(one).split()) for one in (told, without, hardly)] == [False, False, True]
    # of a window that ends before the event nothing is missing
    assert said not in shown(replace(without, last=max(e.day for e in without.entries if e.day < told.last)))


def test_a_chain_asked_for_that_is_none_is_told() -> None:
    said = "No link between the entries is stated by these articles."
    assert said in shown(story(5), chain=True)
    assert said not in shown(story(5))
    assert said not in shown(crisis(), chain=True)


def test_of_a_day_that_was_given_it_is_said_first_that_no_entry_states_the_event() -> None:
    told = story(5)
    assert told.target is not None
    without = replace(told, entries=tuple(e for e in told.entries if not e.is_target))
    given = replace(without, target=replace(told.target, certainty="given"))
    said = f"No sentence was found here that states “{told.target.words}” on May 17, 2024, the day you gave."
    lines = shown(given).split("\n")
    assert lines[0].startswith("What led up to") and " ".join(lines[1:3]).startswith(said[:60])
    assert said in " ".join(shown(given).split())
    assert "No sentence was found that states the event itself" not in shown(given)
    for writer in (to_markdown, to_page, to_embed):
        made = writer(given)
        assert made.index("No sentence was found here") < made.index(day_words(given.entries[0].day, year=False))
    sure = replace(told, target=replace(told.target, certainty="given"))
    guessed = replace(without, target=replace(told.target, certainty="guess"))
    early = replace(given, last=max(e.day for e in given.entries if e.day < told.last))
    assert ["No sentence was found here" in shown(one) for one in (sure, guessed, early)] == [False] * 3
