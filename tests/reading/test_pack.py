"""A language is a folder of tables: an article in a made-up one is read by a small pack of its own, and no module of
``leadup.reading`` reads a table before it is told of which language."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from tests.without_english import names_of_english, tables_read_at_import

from leadup import lang
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, Published
from leadup.reading.deep import DeepReaderOfOwn, read_deep
from leadup.reading.language import extent
from leadup.reading.light import read_light
from leadup.reading.publication import dated
from leadup.reading.syntax.network import network

MADE_UP, BARE = "zp", "zb"
"""A language with a few words a table, and one with none but for its dates."""
DATES = ("abbreviations.tsv", "sentences.toml", "dates_*", "calendar.toml")
"""What the made-up language has of the French: how it writes days, and where its sentences end."""
TABLES = {
    "telling.toml": """
        said = ["sagit"]
        past = ["brulit", "blessit"]
        present = ["es"]
        be = ["es"]
        subordinating = ["ke"]
    """,
    "names.toml": """
        [grammar]
        links = ["od"]
        function = ["La", "Un"]
        [segments]
        of = ["od"]
        joined_to = ["od"]
    """,
    "names_lexicon.toml": """
        [title]
        government = "Burgestra"
        [org]
        aid = "Brigado"
        [org_start]
        words = "Brigado"
        [given]
        words = "Ines"
    """,
    "figures.toml": """
        [numbers]
        small = { du = 2, tri = 3 }
        tens = { dudek = 20 }
        [numbers.bounds]
        low = ["almenaw"]
    """,
    "wordforms.toml": """
        plural = ["j"]
    """,
    "endings.tsv": "counted\tj\t-\t4\t\thomoj",
    "furniture.toml": """
        [sentence]
        patterns = ["^Legez plu"]
    """,
    "names_context.toml": """
        [before]
        personal = "sinjoro"
    """,
}
TEXT = (
    "La ponto od Norhaven brulit lundi. Burgestra Ines Okoro sagit ke la ponto es perdita. "
    "Almenaw tri homoj blessit le 3 mai 2031. Legez plu od la ponto.\n\nLa Brigado od Norhaven sagit tio."
)


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A pack of a few words a table, beside those that there are."""
    packs = Path(str(files("leadup.lang")))
    for code in ("en", "fr"):
        (tmp_path / code).symlink_to(packs / code)
    for code in (MADE_UP, BARE):
        (tmp_path / code).mkdir()
        for file in (file for pattern in DATES for file in (packs / "fr").glob(pattern)):
            shutil.copy(file, tmp_path / code)
    (tmp_path / BARE / "telling.toml").touch()
    for name, content in TABLES.items():
        (tmp_path / MADE_UP / name).write_text(
            "\n".join(line.strip() for line in content.splitlines()), encoding="utf-8"
        )
    monkeypatch.setattr(lang, "files", lambda _: tmp_path)
    lang.languages_with.cache_clear()
    yield MADE_UP
    lang.languages_with.cache_clear()


def _article(language: str) -> Article:
    at = Published(dt.datetime(2031, 5, 7, tzinfo=dt.UTC), "day", "sure", "given")
    return article_from_text(TEXT, source="test", known=ArticleMetadata(published=at, language=language))


def test_an_article_is_read_by_the_tables_of_its_language(made_up: str) -> None:
    article = _article(made_up)
    assert extent(article) == "sentences"
    reading = read_light(article)
    said = [article.text[s.start : s.end] for s in reading.sentences]
    assert said == [
        "La ponto od Norhaven brulit lundi.",
        "Burgestra Ines Okoro sagit ke la ponto es perdita.",
        "Almenaw tri homoj blessit le 3 mai 2031.",
        "La Brigado od Norhaven sagit tio.",
    ], "what the pack calls furniture is none of them"
    burnt, told, hurt, brigade = reading.sentences
    assert [(n.exact, n.kind) for n in told.names] == [("Ines Okoro", "person")]
    assert [(n.exact, n.kind) for n in brigade.names] == [("Brigado od Norhaven", "organisation")]
    assert [(f.low, f.high, f.unit) for f in hurt.figures] == [(3.0, None, "homo")]
    assert burnt.day == dt.date(2031, 5, 5) and hurt.day == dt.date(2031, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ines Okoro, the mayor's aide, said on Monday that 12 died. “It was told,” she said, “by three.”",
        "Tuesday, May 5\n\nThe U.S. army's Gen. Tolk (R-Ky.) left; at least 3 stayed.\n\nUpdated May 9, 2031",
        "Vendredi 3 janvier 2020\n\n« Non », dit-il.\n\n10h30 - À 12 heures, 20 % des 300 personnes.",
    ],
)
@pytest.mark.usefixtures("made_up")
def test_a_pack_without_a_word_reads_any_text(text: str) -> None:
    article = dated(article_from_text(text, source="test", known=ArticleMetadata(language=BARE)))
    reading = read_light(article)
    assert extent(article) == "sentences" and reading.sentences and reading.piece.kind == "report"
    assert not any(s.figures for s in reading.sentences), "what is counted is told by words"
    assert len(read_deep(article, reading, range(len(reading.sentences)))) == len(reading.sentences)


def test_nobody_speaks_and_nothing_is_done_where_the_parser_has_no_weights(made_up: str) -> None:
    article = _article(made_up)
    reading = read_light(article)
    (deep,) = read_deep(article, reading, [1])
    assert (deep.sentence, deep.claims, deep.actions, deep.actors) == (1, (), (), ())
    english = article_from_text("Ines Okoro said that the pier was lost.", source="test")
    wanted = [(article, reading, [1]), (english, read_light(english), [0]), (article, reading, [2, 0])]
    unread, read, also = DeepReaderOfOwn().each(wanted)
    assert unread == (deep,) and [d.sentence for d in also] == [0, 2]
    assert [c.speaker.name for c in read[0].claims if c.speaker] == ["Ines Okoro"]
    with pytest.raises(ValueError, match="no weights"):
        network(made_up)


OF_ENGLISH = {
    "language.py": "English is what a text is told from, and what one of an unknown language is read as",
    "piece.py": "why a piece is what it is is told to a reader of English",
    "publication.py": "how a day was worked out is told to a reader of English",
}
"""The modules that name English themselves, with the reason."""


def test_no_table_is_read_when_the_reading_is_imported() -> None:
    assert tables_read_at_import("reading") == []


def test_no_module_but_those_listed_takes_english_for_granted() -> None:
    assert names_of_english("reading") == set(OF_ENGLISH)
