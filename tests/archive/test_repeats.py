"""What an outlet prints again and again is furniture, whatever the order in which its articles came."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from pathlib import Path

import pytest

from leadup.ingest import Archive
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, Published

BOX = "Norhaven Daily is read by sailors, and you can be one of us."
PLAIN = "Jo Marr covers harbours and all that floats in them."


def article(day: dt.date, story: str, *lines: str, outlet: str = "Norhaven Daily", url: str | None = None) -> Article:
    text = "\n\n".join([f"{story} burnt down on Monday, the police said.", f"Nobody was hurt at {story}.", *lines])
    at = Published(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC), "day", "sure", "given")
    return article_from_text(text, source=story, known=ArticleMetadata(outlet=outlet, published=at, url=url))


def repeated(archive: Archive) -> set[str]:
    found = archive.candidates(["burnt"], dt.date(2031, 1, 1), dt.date(2032, 1, 1))
    return {a.text[s.start : s.end] for a, reading in found for s in reading.sentences if s.repeated}


def days(count: int, apart: int) -> list[dt.date]:
    return [dt.date(2031, 1, 6) + dt.timedelta(apart * k) for k in range(count)]


@pytest.mark.parametrize(
    ("count", "apart", "line", "known"),
    [
        (3, 1, BOX, True),
        (2, 9, BOX, False),
        (3, 0, BOX, False),
        (6, 10, PLAIN, True),
        (6, 1, PLAIN, False),
        (5, 20, PLAIN, False),
        (8, 20, "The pier burnt down on Jan. 3, 2030.", False),
        (8, 20, "“You will pay for it, and so will we,” the mayor said.", True),
        (4, 20, "“You will pay for it, and so will we,” the mayor said.", False),
    ],
)
def test_how_often_a_line_must_come_back(tmp_path: Path, count: int, apart: int, line: str, known: bool) -> None:
    with Archive(tmp_path, create=True) as archive:
        for k, day in enumerate(days(count, apart)):
            archive.add(article(day, f"Pier {'abcdefgh'[k]} of the town", line))
        assert (line in repeated(archive)) == known


def test_another_outlet_does_not_count(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        for k, day in enumerate(days(3, 1)):
            archive.add(article(day, f"Pier {'abc'[k]}", BOX, outlet=f"Outlet {'abc'[k]}"))
        assert repeated(archive) == set()


def test_numbers_in_a_line_do_not_matter(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        for k, day in enumerate(days(3, 1)):
            archive.add(article(day, f"Pier {'abc'[k]}", f"You can read {k} more of our tales of sailors and boats."))
        assert len(repeated(archive)) == 3


def test_a_repeated_line_tells_of_nothing(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        for k, day in enumerate(days(3, 1)):
            archive.add(article(day, f"Pier {'abc'[k]}", "Ask Ines Okoro of us at Norhaven"))
        for _, reading in archive.candidates(["burnt"], dt.date(2031, 1, 1), dt.date(2032, 1, 1)):
            (line,) = (s for s in reading.sentences if s.repeated)
            assert not (line.dates or line.names or line.timexes or line.figures)


def test_the_order_does_not_matter_and_removing_undoes(tmp_path: Path) -> None:
    every = [article(day, f"Pier {'abcdefgh'[k]}", BOX, PLAIN) for k, day in enumerate(days(8, 10))]
    seen = []
    for nth, order in enumerate(itertools.islice(itertools.permutations(range(8)), 0, 40320, 9000)):
        with Archive(tmp_path / str(nth), create=True) as archive:
            for k in order:
                archive.add(every[k])
            seen.append(repeated(archive))
            gone = random.Random(nth).sample(range(8), 3)
            for k in gone:
                archive.remove(every[k].id)
            assert repeated(archive) == {BOX}
            for k in gone:
                archive.add(every[k])
            assert repeated(archive) == seen[0]
    assert all(s == {BOX, PLAIN} for s in seen)


def test_versions_of_one_story_count_once(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        for k, day in enumerate(days(5, 1)):
            archive.add(article(day, f"Pier {'abcde'[k]}", BOX, url="https://norhaven.example/pier"))
        assert repeated(archive) == set()
