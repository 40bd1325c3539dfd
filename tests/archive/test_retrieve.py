"""What the search for an event asks an archive for: who tells of it, how names are spelt there, how many hold words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.timeline.making import article

from leadup.errors import UnknownTarget
from leadup.ingest import Archive
from leadup.lang import ENGLISH
from leadup.model import Article, Question
from leadup.timeline.target import seek_target

DAY = dt.date(2021, 5, 4)
TOLD: tuple[tuple[str, int, str | None, str], ...] = (
    (
        "A",
        0,
        "Council sacks Hostrow",
        "The council sacked treasurer Lev Hostrow on Monday after a row over the harbour.",
    ),
    ("B", 1, None, "Lev Hostrow was dismissed on Monday, the council of Orsk said. It rained all day."),
    ("C", 2, None, "On Monday Lev Hostrow was fired by the council. The harbour stayed shut."),
    ("D", 3, None, "The harbour of Orsk reopened on Friday with music and free bread."),
    ("E", 9, "Bakers march", "Bakers marched through Orsk on Thursday, and the council said nothing."),
)


def _of(outlet: str, after: int, title: str | None, text: str) -> Article:
    return replace(article(text, outlet, DAY + dt.timedelta(after)), title=title)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as kept:
        for row in TOLD:
            kept.add(_of(*row))
        yield kept


def test_the_articles_that_hold_all_parts_are_found_by_any_of_their_words(archive: Archive) -> None:
    found = archive.retrieve([(1.0, ("sack", "dismiss", "fire")), (1.0, ("hostrow",))])
    assert {a.outlet for a, _ in found} == {"A", "B", "C"}
    assert all(r.article == a.id for a, r in found)
    assert [a.outlet for a, _ in archive.retrieve([(1.0, ("bread",))])] == ["D"]
    assert archive.retrieve([(1.0, ("volcano",))]) == ()
    assert archive.retrieve([]) == ()


def test_articles_in_a_language_that_is_not_read_take_no_place(archive: Archive) -> None:
    french = "Le trésorier Lev Hostrow est parti lundi, et le conseil de la ville n'a rien dit de plus sur le port."
    for day in range(4):
        archive.add(replace(_of(f"Journal {day}", day, "Hostrow", f"{french} {day}"), language="fr"))
    assert [a.outlet for a, _ in archive.retrieve([(1.0, ("hostrow",))], limit=3)] == ["A", "B", "C"]


def test_no_more_articles_come_than_are_asked_for(archive: Archive) -> None:
    assert len(archive.retrieve([(1.0, ("hostrow",))], limit=2)) == 2


def test_the_words_that_begin_with_a_letter_are_told_with_their_articles(archive: Archive) -> None:
    held = archive.spellings("h")
    assert held["hostrow"] == 3
    assert all(word.startswith("h") for word in held)
    assert "harbour" in "".join(held) or any(w.startswith("harbo") for w in held)


def test_words_are_counted_only_where_they_stand_side_by_side(archive: Archive) -> None:
    assert archive.holding("Lev Hostrow") == 3
    assert archive.holding("Hostrow Lev") == 0
    assert archive.holding("council") == 4


@pytest.mark.parametrize("question", ["the firing of Lev Hostrov", "why was Lev Hostrow sacked", "Lev Hostrow let go"])
def test_an_event_is_found_in_other_words_and_spellings(archive: Archive, question: str) -> None:
    found = seek_target(Question(question), archive, language=ENGLISH)
    assert (found.day, found.certainty) == (dt.date(2021, 5, 3), "stated")
    assert [h.exact for h in found.headlines] == ["Council sacks Hostrow"]
    assert {m.day for m in found.evidence} == {dt.date(2021, 5, 3)}


def test_a_refusal_asks_whether_another_name_was_meant(archive: Archive) -> None:
    with pytest.raises(UnknownTarget, match="Did you mean Hostrow") as refused:
        seek_target(Question("the coronation of Lev Hostrov"), archive, language=ENGLISH)
    assert refused.value.suggestions == ("Hostrow",)
    with pytest.raises(UnknownTarget) as unheard:
        seek_target(Question("the coronation of Mira Zandvelt"), archive, language=ENGLISH)
    assert unheard.value.suggestions == ()


@pytest.mark.parametrize("name", ["Hostrov", "Hosstrow", "Hestrow"])
def test_a_name_that_stands_alone_may_be_spelt_half_a_letter_otherwise(archive: Archive, name: str) -> None:
    assert seek_target(Question(f"{name} fired"), archive, language=ENGLISH).day == dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Hostgow", ("Hostrow",)),  # by a letter it may be somebody else
        ("Hostrick", ("Hostrow",)),
        ("Harbor", ()),  # a common word is nobody's name
        ("Zandvelt", ()),
        ("Musicar", ()),
    ],
)
def test_a_name_that_no_article_holds_is_nobody_elses(archive: Archive, name: str, offered: tuple[str, ...]) -> None:
    with pytest.raises(UnknownTarget) as refused:
        seek_target(Question(f"{name} fired by the council"), archive, language=ENGLISH)
    assert refused.value.suggestions == offered


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("Zandvelt fired", "Check how that is written"),
        ("Hostrow arrested in Orsk", "Say in other words"),
        ("the council opens the harbour of Zandvelt Hostrow Orsk", "Leave out what it does not name"),
        ("a volcano", "Use other words"),
    ],
)
def test_a_refusal_says_what_to_do_about_its_reason(archive: Archive, question: str, advice: str) -> None:
    with pytest.raises(UnknownTarget) as refused:
        seek_target(Question(question), archive, language=ENGLISH)
    assert refused.value.do.startswith(advice)


def test_a_short_name_half_a_letter_off_is_a_guess_at_most(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as kept:
        for outlet, after in (("A", 0), ("B", 1), ("C", 1), ("D", 2)):
            kept.add(_of(outlet, after, None, f"On May 4, 2021, Lev Guido was fired by the council, {outlet} said."))
        assert seek_target(Question("Guido fired"), kept, language=ENGLISH).certainty == "stated"
        assert seek_target(Question("Guaido fired"), kept, language=ENGLISH).certainty == "guess"


def test_a_namesake_is_not_who_was_asked_for(archive: Archive) -> None:
    with pytest.raises(UnknownTarget):
        seek_target(Question("the firing of Anna Hostrow"), archive, language=ENGLISH)
