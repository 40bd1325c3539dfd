"""The language of an article is told by its words, not by its page alone; what is not read changes no answer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import Archive, Question, lead_up
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Published
from leadup.output.phrases import unread_words
from leadup.reading.language import READ, language_of
from leadup.times import LANGUAGES

ENGLISH = (
    "The pier of Norhaven burnt down on Monday, and the mayor, Ines Okoro, said that the town would rebuild it as soon "
    "as the insurers had paid for the damage to the harbour."
)
FRENCH = (
    "La jetée de Norhaven a brûlé lundi, et la mairesse, Ines Okoro, a déclaré que la ville la reconstruirait dès que "
    "les assureurs auraient payé les dégâts du port. Personne n'a été blessé, selon la police."
)
GERMAN = (
    "Der Pier von Norhaven ist am Montag abgebrannt, und die Bürgermeisterin Ines Okoro sagte, die Stadt werde ihn "
    "wieder aufbauen, sobald die Versicherer für den Schaden am Hafen bezahlt hätten. Verletzt wurde niemand."
)


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "en-US", "en"),
        (ENGLISH, "fr", "en"),
        (FRENCH, None, "fr"),
        (FRENCH, "fr_FR", "fr"),
        (FRENCH, "en", "fr"),
        (GERMAN, None, "de"),
        ("Norhaven 3, Orsk 2.", "de", "de"),
        ("Norhaven 3, Orsk 2.", None, None),
    ],
)
def test_language(text: str, said: str | None, language: str | None) -> None:
    assert language_of(article_from_text(text, source="test", known=ArticleMetadata(language=said))) == language


def _add(archive: Archive, text: str, day: int) -> None:
    at = Published(dt.datetime(2031, 5, day, tzinfo=dt.UTC), "day", "sure", "given")
    archive.add(
        article_from_text(text, source="test", known=ArticleMetadata(published=at, outlet=f"Outlet {day} {text[:3]}"))
    )


def test_what_is_not_read_changes_no_answer_and_is_named(tmp_path: Path) -> None:
    assert {"fr"} == set(LANGUAGES) - READ, "its dates are known, and still it is not read"
    question = Question("the Norhaven pier", date=dt.date(2031, 5, 5))
    with Archive(tmp_path, create=True) as archive:
        for day in (6, 7):
            _add(archive, ENGLISH, day)
        before = lead_up(question, archive)
        for day in (5, 6):
            _add(archive, FRENCH, day)
        _add(archive, GERMAN, 5)
        after = lead_up(question, archive)
        stats = archive.stats()
    assert after.entries == before.entries and after.target == before.target and after.volume == before.volume
    assert (before.unread, after.unread) == ((), (("de", 1), ("fr", 1)))
    assert stats.unread == (("fr", 2), ("de", 1))


@pytest.mark.parametrize(
    ("unread", "words"),
    [
        ((), None),
        ((("fr", 1),), "1 article in French was not read"),
        ((("fr", 3), ("de", 1)), "3 articles in French and 1 in German were not read"),
    ],
)
def test_how_it_is_said(unread: tuple[tuple[str, int], ...], words: str | None) -> None:
    assert unread_words(unread) == words
