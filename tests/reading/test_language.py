"""The language of an article is told by its words, not by its page alone; what is not read changes no answer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadup import Archive, Question, lead_up, read
from leadup.cli import app
from leadup.errors import EmptyWindow
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.lang import READ_LANGUAGES
from leadup.model import Article, Published
from leadup.model.reading import REPORT
from leadup.output import eventdata
from leadup.output.phrases import unread_words
from leadup.reading.language import extent, language_of, with_language
from leadup.reading.light import read_light
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
    assert {"fr"} == set(LANGUAGES) - READ_LANGUAGES, "its dates are known, and still it is not read"
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


TOLD = "La digue avait cédé le 3 mai. M. Okoro est parti lundi. Le port sera fermé demain. " + FRENCH


def _kept(text: str, title: str | None = None) -> Article:
    at = Published(dt.datetime(2031, 5, 7, tzinfo=dt.UTC), "day", "sure", "given")
    known = ArticleMetadata(published=at, title=title, outlet="Norhaven Post")
    return article_from_text(text, source="test", known=known)


def test_of_a_page_in_a_language_with_a_pack_of_dates_the_dates_are_read_and_nothing_else() -> None:
    article = with_language(_kept(TOLD))
    reading = read_light(article)
    said = [(article.text[s.start : s.end][:20], s.day) for s in reading.sentences]
    assert said[:4] == [
        ("La digue avait cédé ", dt.date(2031, 5, 3)),
        ("M. Okoro est parti l", dt.date(2031, 5, 5)),
        ("Le port sera fermé d", dt.date(2031, 5, 8)),
        ("La jetée de Norhaven", dt.date(2031, 5, 5)),
    ]
    assert extent(article) == "dates"
    assert not any(s.names or s.figures for s in reading.sentences) and reading.piece == REPORT
    assert reading.sentences[4].dates == (), "no day is guessed at"


def test_days_stand_under_the_date_headings_of_their_language() -> None:
    text = f"Lundi 28 avril 2031\n\nLe port est fermé.\n\n{FRENCH}\n\nMardi 29 avril 2031\n\nLa digue tient toujours."
    article = with_language(article_from_text(text, source="test"))
    days = {article.text[s.start : s.end][:10]: s.day for s in read_light(article).sentences}
    assert days["Le port es"] == dt.date(2031, 4, 28) and days["La digue t"] == dt.date(2031, 4, 29)


def test_of_a_page_in_another_language_its_day_of_publication_is_kept_alone(tmp_path: Path) -> None:
    article = _kept(GERMAN + " Am 3. Mai 2031 war er noch offen.")
    with Archive(tmp_path, create=True) as archive:
        archive.add(article)
        (kept,) = archive.listed()
        assert archive.reading(kept.id).sentences == ()
        held = archive.article(kept.id)
    assert held.published is not None and held.published.day == dt.date(2031, 5, 7)
    assert (held.language, extent(held)) == ("de", "nothing")


def test_what_is_not_read_is_found_by_none_of_its_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = Published(dt.datetime(2032, 6, 20, tzinfo=dt.UTC), "day", "sure", "given")
    page = article_from_text(TOLD.replace("3 mai", "3 mai 2031"), source="test", known=ArticleMetadata(published=early))
    with Archive(tmp_path, create=True) as archive:
        for day in (6, 7):
            _add(archive, ENGLISH, day)
        archive.add(page)
        found = archive.candidates(("norhaven", "port"), dt.date(2031, 5, 1), dt.date(2031, 5, 8))
        assert [article.language for article, _ in found] == ["en", "en"]
        monkeypatch.setattr(eventdata, "article_events", lambda article, *_, **__: iter([article.language]))
        assert list(eventdata.archive_events(archive)) == ["en", "en"]


@pytest.mark.parametrize(("text", "hint"), [(TOLD, "--language fr"), (GERMAN, "")])
def test_it_has_no_timeline_of_its_own(text: str, hint: str) -> None:
    with pytest.raises(EmptyWindow, match="another language than English") as error:
        read(_kept(text))
    assert hint in error.value.do


def test_it_is_shown_with_its_days(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        archive.add(_kept(TOLD))
        (kept,) = archive.listed()
    shown = CliRunner().invoke(app, ["show", kept.id[:8], "--archive", str(tmp_path)]).stdout
    assert "2031-05-03  La digue avait cédé le 3 mai." in shown
    assert "read: dates" in shown and "language: fr" in shown


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
