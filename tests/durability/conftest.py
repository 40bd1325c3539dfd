"""Archives of invented articles, and a program that does something to one until it is killed."""

from __future__ import annotations

import datetime as dt
import shutil
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


@pytest.fixture(scope="session")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of sixty articles, for all tests: it is copied, never written to."""
    folder = tmp_path_factory.mktemp("sixty") / "archive"
    filled(folder, 60).close()
    return folder


@pytest.fixture
def archive(sixty: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive(shutil.copytree(sixty, tmp_path / "archive")) as kept:
        yield kept
