"""What the tests kill: it does one thing to an archive again and again and says each time that it is done."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from leadup.archive import codec, maintenance
from leadup.archive.file import FILE
from leadup.archive.store import ArticleStore as Store
from leadup.corrections import Corrections
from leadup.ingest import Archive, exported, prepare, recovery
from leadup.model import Span
from tests.durability.conftest import article

LONG = 60.0
"""Seconds in which whoever started it has killed it."""


def main(operation: str, folder: Path, said: Connection) -> None:
    """Do ``operation`` (add, remove, compact, reread, import, backup, correct) and send what is done, line by line."""

    def say(*words: object) -> None:
        said.send_bytes(" ".join(map(str, words)).encode())

    with Archive(folder) as archive:
        say("ready")
        _work(operation, folder, archive, say)


def _work(operation: str, folder: Path, archive: Archive, say: Callable[..., None]) -> None:
    if operation == "add":
        for number in itertools.count(100):
            archive.write([prepare(article(number * 3 + k)) for k in range(3)])
            say(*(article(number * 3 + k).id for k in range(3)))
    if operation == "remove":
        for number in range(60):
            say(archive.remove(article(number).id).id)
        # Where all are removed before it is killed, nothing else may be done in the name of it.
        time.sleep(LONG)
    if operation == "import":
        maintenance.export(archive, folder / "out.jsonl")
        for number in itertools.count():
            with Store(folder / f"again{number}", create=True) as other:
                for prepared in exported.load(folder / "out.jsonl"):
                    assert not isinstance(prepared, Exception)
                    other.write([prepared])
                    say(number, prepared.article.id)
    corrections = Corrections(folder)
    spans = [Span.of(a.id, a.text, 0, 9) for a, _ in archive.articles()]
    for number in itertools.count():
        if operation == "compact":
            maintenance.compact(archive)
        elif operation == "reread":
            # Every reading is made anew each time.
            codec.is_current = lambda _: False  # type: ignore[misc,assignment]
            assert archive.reread() == 60
        elif operation == "correct":
            say(corrections.make(archive, "note", spans[number % 60], by="Ada", text="n" * 3_000).id)
            continue
        else:
            recovery.backup(archive, folder / f"copy{number}")
            assert (folder / f"copy{number}" / FILE).exists()
        say(number)
