"""An answer is of the language of its question: no module of ``leadup.timeline`` reads a table before it is told of
which, or takes one for granted, and articles in another language stay out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from importlib.resources import files
from pathlib import Path

import pytest
from tests.timeline.making import article
from tests.timeline.story import STORY
from tests.without_english import names_of_english, tables_read_at_import

from leadup import Archive, lang
from leadup.errors import BadQuestion, UnknownTarget
from leadup.ingest import prepare
from leadup.model import Article, Question, Timeline
from leadup.reading.deep import DeepReaderOfOwn
from leadup.reading.light import read_light
from leadup.timeline.answer import lead_up
from leadup.timeline.comparison import compare_words
from leadup.timeline.single import timeline_of_article

SAME, SMALL, BARE = "zs", "zm", "zv"
"""A language that has all of the English tables for its own, one with a few words a table, and one with hardly any."""

TABLES = {
    "wordforms.toml": """
        past = ["it"]
        gerund = ["ant"]
        plural = ["j"]
    """,
    "deeds.tsv": "brul\tsudden\tbrulo\tbruli brulit brulo\tbrulo fajro",
    "telling.toml": """
        said = ["sagit"]
        past = ["brulit", "alvenit"]
    """,
    "function_words.txt": "la od ke es de",
    "names_context.toml": """
        [before]
        personal = "sinjoro"
    """,
}
MADE_UP = (
    ("2031-05-06", "Gazeto", "La ponto od Norhaven brulit lundi. Burgestra Ines Okoro sagit ke la ponto es perdita."),
    ("2031-05-07", "Jurnalo", "La granda ponto od Norhaven brulit le 5 mai 2031. Brigadoj alvenit od Tarn mardi."),
    ("2031-05-08", "Kroniko", "Post la brulo od la ponto od Norhaven, Okoro alvenit mercredi."),
)
_DAYS = {"on Monday": "lundi", "on Wednesday": "mercredi", "on Thursday": "jeudi", r"[Oo]n March (\d+)": r"le \1 mars"}
DATED = tuple(
    (day, outlet, reduce(lambda told, name: re.sub(name, _DAYS[name], told), _DAYS, text))
    for day, outlet, text in STORY
)
"""The English story with its days written as the two packs have them."""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two further languages that are read, and asked in."""
    of_all = Path(str(files("leadup.lang")))
    for code in ("en", "fr"):
        (tmp_path / code).symlink_to(of_all / code)
    (tmp_path / SAME).symlink_to(of_all / "en")
    for code in (SMALL, BARE):
        (tmp_path / code).mkdir()
        # How days are written it has from the French, and its sentences are parsed by the weights that there are.
        for file in (*(of_all / "fr").glob("*"), of_all / "en" / "syntax.toml"):
            (tmp_path / code / file.name).symlink_to(file)
    for name, content in TABLES.items():
        lines = (line.strip() for line in content.splitlines())
        (tmp_path / SMALL / name).write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(lang, "files", lambda _: tmp_path)
    monkeypatch.setattr(lang, "READ_LANGUAGES", frozenset({"en", SAME, SMALL, BARE}))
    monkeypatch.setattr("leadup.reading.language.with_language", lambda of: of)
    lang.languages_with.cache_clear()
    yield
    lang.languages_with.cache_clear()


def _article(telling: tuple[str, str, str], code: str) -> Article:
    day, outlet, text = telling
    return replace(article(text, outlet, dt.date.fromisoformat(day)), language=code)


def _answer(folder: Path, *codes: str, asked_in: str = "en") -> Timeline:
    """The answer from the story told in each of these languages, by other outlets in each."""
    with Archive(folder, create=True) as kept:
        for nth, code in enumerate(codes):
            told = ((day, f"{outlet} {nth}" if nth else outlet, text) for day, outlet, text in STORY)
            kept.write([prepare(_article(telling, code)) for telling in told])
        return lead_up(kept, Question("the Tarrow dam bursts", detail="full", language=asked_in), DeepReaderOfOwn())


@pytest.mark.usefixtures("packs")
def test_a_language_with_the_tables_of_another_gives_the_same_answer(tmp_path: Path) -> None:
    english = _answer(tmp_path / "english", "en")
    assert len(english.entries) > 2 and any(e.is_target for e in english.entries)
    same = _answer(tmp_path / "same", SAME, asked_in=SAME)
    assert replace(same, question=replace(same.question, language="en")) == english


@pytest.mark.usefixtures("packs")
def test_articles_in_another_language_than_the_question_s_stay_out(tmp_path: Path) -> None:
    both = _answer(tmp_path / "both", "en", SAME)
    cited = {e.mention.outlet for entry in both.entries for e in entry.evidence}
    assert both.entries and cited <= {outlet for _, outlet, _ in STORY}
    with pytest.raises(UnknownTarget):
        _answer(tmp_path / "neither", "en", asked_in=SAME)


@pytest.mark.parametrize("code", ["fr", "xx", "EN", ""])
def test_a_question_in_a_language_that_nothing_is_answered_in_is_refused(tmp_path: Path, code: str) -> None:
    """French has days, but no trees."""
    with pytest.raises(BadQuestion, match=f"in the language {code}.*one of: en"):
        _answer(tmp_path / "none", "en", asked_in=code)
    with pytest.raises(BadQuestion, match="is none"):
        Question("the Tarrow dam bursts", language=None)  # type: ignore[arg-type]


@pytest.mark.usefixtures("packs")
def test_a_small_pack_gives_an_answer(tmp_path: Path) -> None:
    with Archive(tmp_path / "small", create=True) as kept:
        kept.write([prepare(_article(telling, SMALL)) for telling in MADE_UP])
        found = lead_up(
            kept, Question("brulo od la ponto od Norhaven", detail="full", language=SMALL), DeepReaderOfOwn()
        )
    assert found.target is not None and found.target.day == dt.date(2031, 5, 5)
    assert [(e.day.day, e.wording.exact) for e in found.entries] == [
        (5, "La granda ponto od Norhaven brulit le 5 mai 2031."),
        (5, "Burgestra Ines Okoro sagit ke la ponto es perdita."),
    ]


@pytest.mark.parametrize(
    ("story", "words", "day"),
    [(DATED, "Tarrow dam", dt.date(2021, 3, 11)), (MADE_UP, "ponto Norhaven", dt.date(2031, 5, 7))],
)
@pytest.mark.usefixtures("packs")
def test_a_pack_with_hardly_a_word_tells_of_any_days(
    tmp_path: Path,
    story: tuple[tuple[str, str, str], ...],
    words: str,
    day: dt.date,
) -> None:
    articles = [_article(telling, BARE) for telling in story]
    question = Question(words, date=day, days=5, after=2, detail="full", language=BARE)
    with Archive(tmp_path / "bare", create=True) as kept:
        kept.write([prepare(one) for one in articles])
        assert lead_up(kept, question, DeepReaderOfOwn()).entries
        assert compare_words(kept, question).wordings
    assert all(timeline_of_article(one, read_light(one), DeepReaderOfOwn()).entries for one in articles)


OF_ENGLISH = {
    "language.py": "what a question is asked in that does not say its language",
    "messages.py": "what is told to whoever reads an answer is English",
}
"""The modules that name English themselves, with the reason."""


def test_no_table_is_read_when_the_timeline_is_imported() -> None:
    assert tables_read_at_import("timeline") == []


def test_no_module_but_those_listed_takes_english_for_granted() -> None:
    assert names_of_english("timeline") == set(OF_ENGLISH)
