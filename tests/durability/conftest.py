"""Archives of invented articles, and a program that does something to one until it is killed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup.ingest import Archive, prepare
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, Published


def article(number: int) -> Article:
    text = (
        f"Crane {number} fell onto quay {number % 7} of Norhaven on Monday.\n\nNobody was hurt, said harbourmaster"
        f" Ines Okoro. The council met {number % 11} times.\n\nNorhaven Daily is read by sailors, and you can be one."
    )
    day = dt.datetime(2031, 1, 6, tzinfo=dt.UTC) + dt.timedelta(number % 40)
    at = Published(day, "day", "sure", "given")
    url = f"https://norhaven.example/{number // 3}" if number % 3 else None
    return article_from_text(
        text, source=f"a{number}", known=ArticleMetadata(outlet="Norhaven Daily", published=at, url=url)
    )


def filled(folder: Path, count: int) -> Archive:
    archive = Archive(folder, create=True)
    archive.write([prepare(article(number)) for number in range(count)])
    return archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with filled(tmp_path / "archive", 60) as kept:
        yield kept
