"""What is said where the articles do not tell of the event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import Pool
from leadup.timeline.target.asked import read_question, respelt
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.nearest import guess_without_entries, is_told, unknown_target
from leadup.timeline.target.whose import tells_of
from leadup.timeline.target.words import OTHER_WORD


def _said(question: str, *told: Telling, title: str = "", undated: bool = False) -> UnknownTarget:
    of = pool(told)
    articles = tuple(
        replace(a, title=title or a.title, published=None if undated else a.published) for a in of.articles
    )
    return unknown_target(Question(question), read_question(question, ENGLISH), Pool.of(articles, ENGLISH), ())


VISIT = "Karl Lund visited the port of Orsk on Monday."


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Lund resigns", VISIT, "in words that leadup takes for it, though some speak of 'Lund'"),
        ("Lund resigns", "It rained in Marn on Monday.", "no article that was found names 'Lund'"),
        ("Lund, Tolm and Varo resign", VISIT, "no article that was found names 'Tolm' and 'Varo'"),
        # of a name its words side by side, not each of them somewhere, nor within another word
        ("Sorrel Plaza collapse", "Eve Sorrel met Tolm at the Grand Plaza.", "names 'Sorrel Plaza'"),
        ("Sorrel Plaza collapse", "A crowd stood at Sorrel Plaza.", "though some speak of 'Sorrel Plaza'"),
        ("Karl Lund resigns", "Karl B. Lund visited the port.", "though some speak of 'Karl Lund'"),
        ("Karl Lund resigns", "Karl, who knows Lund, was there.", "names 'Karl Lund'"),
        ("Lund resigns", "The Lundgren firm grew.", "names 'Lund'"),
        ("US leaves Orsk", "They told us of Orsk.", "names 'US'"),
        ("US leaves Orsk", "The United States looked at Orsk.", "though some speak of 'US' and 'Orsk'"),
        (
            "Karl Lund, Orsk",
            VISIT,
            "no article states 'Karl Lund, Orsk' in words that leadup takes for it; nearest: “Karl Lund",
        ),
        ("the flood", VISIT, "nothing in the archive tells of 'the flood'"),
    ],
)
def test_what_is_missing_is_said(question: str, text: str, missing: str) -> None:
    assert missing in _said(question, ("2021-05-05", "A", text)).what


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("la mort de Karl Lund", True),
        # more than half of what it writes small
        ("muelle zug burning Lund", True),
        ("muelle zug burning mill Lund", False),
        ("the burning muelle zug of Lund", False),
        ("el asesinato del alcalde de Orsk", True),
        ("der Rücktritt von Karl Lund", True),
        ("the death of Karl Lund", False),
        ("the airstrike on Orsk", False),
        ("Lund visits the bodega", False),
        ("Karl Lund", False),
        ("the varo tolm talks", False),
        ("karl lund varo", False),
    ],
)
def test_a_question_in_another_language_is_said_to_be_read_as_english(question: str, foreign: bool) -> None:
    found = _said(question, ("2021-05-05", "A", VISIT))
    assert ("Questions are read in English" in found.do, "names" in found.what and foreign) == (foreign, False)


def test_what_names_the_same_ones_is_not_said_to_be_nothing() -> None:
    near = _said("Lund resigns", ("2021-05-05", "A", RUMOUR))
    assert near.what.startswith("no article states 'Lund resigns' in words that leadup takes for it")
    assert "nothing in the archive" not in near.what
    # Of what the archive lacks, a day given is refused, too: none is asked for.
    far = [_said(q, ("2021-05-05", "A", VISIT)) for q in ("the flood", "Tolm resigns")]
    assert [(one.nearest, "--date" in one.do) for one in far] == [("", False), ("", False)]
    assert "--date" in near.do


RUMOUR = "Karl Lund may resign over the port of Orsk."


def test_what_comes_nearest_is_quoted_with_its_day() -> None:
    told: tuple[Telling, ...] = (("2021-05-05", "A", f"It rained. {RUMOUR}"), ("2021-05-06", "B", "It rained."))
    found = _said("Lund resigns", *told)
    assert found.nearest == f"“{RUMOUR}” (2021-05-05)"
    assert found.what.endswith(f"nearest: {found.nearest}")
    assert _said("Lund resigns", told[1]).nearest == ""
    assert _said("Lund resigns", *told, undated=True).nearest == f"“{RUMOUR}” (undated)"


@pytest.mark.parametrize(
    "text",
    [
        VISIT,  # he, but nothing that he is asked about
        "Anna Tolm may resign over the port of Orsk.",  # the deed, but not he
        "Anna Tolm may resign, and Karl Varo wept.",
    ],
)
def test_what_is_near_to_nothing_is_not_quoted(text: str) -> None:
    assert _said("Lund resigns", ("2021-05-05", "A", text)).nearest == ""


def test_what_names_nobody_in_itself_is_not_quoted() -> None:
    told = ("2021-05-05", "A", "Karl Lund was seen in Orsk. He may resign on Monday.")
    assert "He may" not in _said("Lund resigns", told).nearest
    late = "The council may fire some of those " + "x" * 120 + " such as Lund."
    assert _said("Lund fired", ("2021-05-05", "A", late)).nearest == ""


def test_what_is_quoted_is_cut_between_words() -> None:
    fit = "Lund may resign " + "x" * 123 + "."
    assert (len(fit), _said("Lund resigns", ("2021-05-05", "A", fit)).nearest) == (140, f"“{fit}” (2021-05-05)")
    cut = _said("Lund resigns", ("2021-05-05", "A", "Lund may resign " + "x" * 130 + ".")).nearest
    assert cut == "“Lund may resign…” (2021-05-05)"


def test_what_was_found_and_held_too_little_comes_nearest() -> None:
    asked = read_question("Lund resigns", ENGLISH)
    of = pool((("2021-05-05", "A", f"Lund may resign. {RUMOUR}"),))
    matches = [m for m in Matcher(asked, needed=False, least=0.3).matches(of) if m.sentence == 1]
    assert unknown_target(Question("Lund resigns"), asked, of, matches).nearest.startswith("“Karl Lund may")
    assert unknown_target(Question("Lund resigns"), asked, of, ()).nearest.startswith("“Lund may resign")


def test_the_words_of_one_name_are_named_together() -> None:
    found = _said("Anna Varo and Lund resign", ("2021-05-05", "A", f"Anna Varo was there. {VISIT}"))
    assert "though some speak of 'Anna Varo' and 'Lund'" in found.what


def test_other_spellings_are_suggested() -> None:
    asked = respelt(
        read_question("Gadrin and Tolm resign", ENGLISH), {"Gadrin": ("qadrin", "kadrin"), "Tolm": ("tollm",)}
    )
    found = unknown_target(Question("Gadrin and Tolm resign"), asked, pool(()), ())
    assert found.suggestions == ("Qadrin", "Kadrin", "Tollm")
    assert "Qadrin or Kadrin or Tollm" in found.do
    assert "Qadrin" not in unknown_target(Question("Lund"), read_question("Lund", ENGLISH), pool(()), ()).do


@pytest.mark.parametrize("others", [("file", "first"), ("kadrin", "qadrin", "padrin", "tadrin")])
def test_common_words_and_long_lists_are_no_spellings(others: tuple[str, ...]) -> None:
    asked = respelt(read_question("Gadrin resigns", ENGLISH), {"Gadrin": others})
    assert unknown_target(Question("Gadrin resigns"), asked, pool(()), ()).suggestions == ()


@pytest.mark.parametrize(
    ("asked", "held", "offered"),
    [
        ("Sorrae", "Sor", False),
        ("Sorrae", "Sorr", False),
        ("Gadrin", "Gadrins", True),
        ("Gadhrin", "Gadrin", True),
        ("Philarin", "Filarin", True),
        ("Petroschenka", "Petroshenk", True),
        ("Tollmaru", "Tolma", False),
    ],
)
def test_a_name_of_another_length_is_no_spelling(asked: str, held: str, offered: bool) -> None:
    question = f"{asked} resigns"
    read = respelt(read_question(question, ENGLISH), {asked: (held.lower(),)})
    told = pool((("2021-05-05", "A", f"{held} may resign on Monday."),))
    found = unknown_target(Question(question), read, told, ())
    assert found.suggestions == ((held,) if offered else ())
    # Nor is what tells of who is named so near to it.
    assert bool(found.nearest) is offered
    unheld = unknown_target(Question(question), read_question(question, ENGLISH), told, (), {asked: (held,)})
    assert unheld.suggestions == ((held,) if offered else ())


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("the killing of Karl Lund", "Karl Lund was killed long ago.", True),
        ("the killing of Karl Lund", "Karl Lund condemned the killing of a baker in Orsk.", None),
        ("the assassination of Anna Varo", "Anna Varo mourned a judge whom rebels had assassinated.", None),
        ("the killing of Karl Lund", VISIT, None),
        ("Karl Lund resigns", "Karl Lund was forced to resign over the port.", False),
        ("the Orsk talks", "Talks in Orsk went on and on.", False),
    ],
)
def test_an_event_is_told_of_where_it_is_the_deed_of_whom_is_asked(question: str, text: str, told: bool | None) -> None:
    asked, of = read_question(question, ENGLISH), pool((("2021-05-05", "A", f"It rained. It snowed. {text}"),))
    matches = [m for m in Matcher(asked).matches(of) if not m.is_title]
    assert tells_of(asked, matches, of) is told
    found = unknown_target(Question(question), asked, of, matches)
    said = "no article states" if told is None else "no article places"
    assert found.what.startswith(said)
    assert told is not None or not found.nearest


def test_a_guessed_day_of_which_nothing_can_be_shown() -> None:
    found = guess_without_entries(Question("the flood"))
    assert found.what == "no article states 'the flood' in words that leadup takes for it"


@pytest.mark.parametrize(
    ("question", "elsewhere", "said"),
    [
        ("Karl van Tolm resigns", [], "no article that was found names 'Karl van Tolm'"),
        ("Karl van Tolm resigns", ["Karl van Tolm"], "no article states 'Karl van Tolm resigns'"),
        ("Anna Lund fires Karl van Tolm", ["Anna Lund"], "no article that was found names 'Karl van Tolm'"),
    ],
)
def test_what_other_articles_name_is_not_said_to_be_named_by_none(
    question: str, elsewhere: list[str], said: str
) -> None:
    of = pool((("2021-05-05", "A", "Rain fell on Karl Tolm."),))
    found = unknown_target(Question(question), read_question(question, ENGLISH), of, (), elsewhere=elsewhere)
    assert said in found.what
    assert all(repr(name) not in found.what for name in elsewhere)


@pytest.mark.parametrize(
    ("share", "deed", "real", "own", "told"),
    [
        (0.9, OTHER_WORD, True, {0, 1}, True),
        (0.89, OTHER_WORD, True, {0, 1}, False),
        (0.9, OTHER_WORD - 0.01, True, {0, 1}, False),
        (1.0, 1.0, False, {0, 1}, False),
        (1.0, 1.0, True, {0}, False),  # whom it is about stands in the headline alone
    ],
)
def test_what_tells_of_an_event_if_not_on_which_day(
    share: float, deed: float, real: bool, own: set[int], told: bool
) -> None:
    asked = read_question("Lund resigns", ENGLISH)
    match = Match(0, 1, share, frozenset({0, 1}), frozenset(own), real, deed)
    assert [s.is_name for s in asked.slots] == [False, True]
    assert is_told(asked, match) is told
