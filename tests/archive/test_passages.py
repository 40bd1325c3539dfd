"""What a search finds: which articles, in which order, by which sentence, with which words marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.archive.test_store import article

from leadup import Archive
from leadup.archive.forms import Forms, folded

TEXTS = {
    "quay": ("Harbour Gazette", "2021-03-04", "Fire at the old quay", """\
Two warehouses burned on Tuesday at the old quay of Port Ansel.

Nobody was hurt, the mayor said. Pilots had reported smoke over the harbour on Monday."""),
    "pilots": ("Ansel Courier", "2021-03-05", "Pilots walk out", """\
The harbour pilots began a strike on Thursday, and ships wait outside.

A fire of last year is not forgotten, a speaker of the pilots said. Erdoğan Çelik leads their union."""),
    "both": ("Coast Monitor", "2021-03-06", "Harbour pilots and the fire", """\
The harbour is quiet, and the harbour is empty. The strike of the pilots followed the fire at the harbour."""),
    "later": ("Harbour Gazette", "2021-03-09", "Ships leave", """\
Ships left the harbour. They were pulled by tugs. All morning and into the long afternoon crowds watched them go from
the walls and waved. A strike in the south goes on, and a fire was seen."""),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("found"), create=True) as made:
        for outlet, day, title, text in TEXTS.values():
            made.add(article(text, outlet=outlet, day=dt.date.fromisoformat(day), title=title))
        yield made


def titles(archive: Archive, asked: str, **said: object) -> list[str | None]:
    return [p.article.title for p in archive.find(asked, **said).passages]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "sentence", "marked"),
    [
        ("burning", "Two warehouses burned", ["burned"]),
        ("the mayor", "Nobody was hurt, the mayor said.", ["mayor"]),
        ("erdogan", "Erdoğan Çelik leads", ["Erdoğan"]),
        ("CELIK union", "Erdoğan Çelik leads", ["Çelik", "union"]),
        ('"pulled by tugs"', "They were pulled by tugs.", ["pulled by tugs"]),
        ('"strikes of a pilot"', None, []),
        ('"strike of the pilots"', "The strike of the pilots followed", ["strike of the pilots"]),
    ],
)
def test_the_sentence_that_holds_the_words(
    archive: Archive, asked: str, sentence: str | None, marked: list[str]
) -> None:
    found = archive.find(asked).passages
    if sentence is None:
        assert found == ()
        return
    span = found[0].span
    assert span is not None and span.exact.startswith(sentence)
    assert [span.exact[start:end] for start, end in found[0].marks] == marked


def test_titles_come_first_then_words_in_one_place_then_the_latest(archive: Archive) -> None:
    assert titles(archive, "harbour fire")[0] == "Harbour pilots and the fire"
    assert titles(archive, "harbour fire", latest=True)[0] == "Ships leave"
    assert titles(archive, "strike south")[:1] == ["Ships leave"]
    by_place = [p.article.title for p in archive.find("harbour strike").passages if not p.lacks]
    assert by_place == ["Harbour pilots and the fire", "Pilots walk out", "Ships leave"]


def test_what_lacks_a_word_follows_and_says_so(archive: Archive) -> None:
    found = archive.find("tugs mayor")
    assert found.articles == 0
    assert {p.lacks for p in found.passages} == {("tugs",), ("mayor",)}
    assert all(p.lacks == () for p in archive.find("harbour").passages)


def test_the_day_is_what_the_text_says(archive: Archive) -> None:
    (burned, *_) = archive.find("warehouses").passages
    assert burned.day == dt.date(2021, 3, 2)
    (quiet, *_) = archive.find("quiet").passages
    assert quiet.day is None


def test_days_outlets_and_parts(archive: Archive) -> None:
    assert titles(archive, "harbour", first=dt.date(2021, 3, 6), last=dt.date(2021, 3, 6)) == [
        "Harbour pilots and the fire"
    ]
    assert set(titles(archive, "harbour", outlet="gazette")) == {"Fire at the old quay", "Ships leave"}
    whole = titles(archive, "harbour")
    assert archive.find("harbour").articles == len(whole) == 4
    parts = [archive.find("harbour", limit=3, skip=skip) for skip in (0, 3)]
    assert [p.article.title for part in parts for p in part.passages] == whole
    assert [part.rest for part in parts] == [True, False]
    assert archive.find("harbour", outlet="gazette", limit=1).rest
    assert titles(archive, "") == titles(archive, "!?") == titles(archive, '""') == []


def test_an_article_that_is_taken_out_meanwhile_is_passed_over(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leadup.archive import passages

    held = passages.rows

    def and_one_more(*given: object) -> tuple[list[passages.Row], int]:
        rows, whole = held(*given)  # type: ignore[arg-type]
        return [passages.Row(1), *rows], whole

    monkeypatch.setattr(passages, "rows", and_one_more)
    assert titles(archive, "mayor") == ["Fire at the old quay"]


@pytest.mark.parametrize(
    ("typed", "names"), [("erd", ["Erdoğan Çelik"]), ("erdogan ce", ["Erdoğan Çelik"]), ("e", []), ("zzz", [])]
)
def test_letters_go_on_as_names(archive: Archive, typed: str, names: list[str]) -> None:
    assert list(archive.complete(typed).names) == names


def test_letters_go_on_as_titles_latest_first(archive: Archive) -> None:
    assert archive.complete("pilots").titles == ("Harbour pilots and the fire", "Pilots walk out")
    assert archive.complete("pilots wa").titles == ("Pilots walk out",)
    assert archive.complete("harbour", 1).titles == ("Harbour pilots and the fire",)


def test_every_form_of_a_word_begins_with_its_letters(examples: Path) -> None:
    words = {w for p in examples.iterdir() for w in folded(p.read_text("utf-8", "replace")).split() if w.isalpha()}
    with closing(Forms()) as forms:
        beginnings = {word: forms.beginning(word) for word in words}
        some = [w for w in sorted(words) if len(w) > 3][:400]
        for word in some:
            near = [other for other in words if other[:2] == word[:2]]
            assert all(other.startswith(beginnings[word]) for other in forms.of(word, near))
            assert word in forms.of(word, near)


@settings(max_examples=100)
@given(st.text(st.characters(codec="utf-8")))
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
