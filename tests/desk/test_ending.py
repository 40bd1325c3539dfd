"""The end of a desk: every archive that its threads opened is closed, also of one that is still at work."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from leadup import Archive
from leadup.desk.desk_archive import READERS, DeskArchive


class Counted(Archive):
    """An archive that tells when it is closed."""

    closed = False

    def close(self) -> None:
        super().close()
        self.closed = True


def test_archives_of_busy_readers_are_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a busy one not waited for, the idle one would be asked in its place."""
    opened: list[Counted] = []

    def opening(_desk: DeskArchive, as_of: dt.date | None = None) -> Archive:
        opened.append(Counted(tmp_path / "archive", as_of=as_of))
        return opened[-1]

    Archive(tmp_path / "archive", create=True).close()
    monkeypatch.setattr(DeskArchive, "archive", opening)
    desk = DeskArchive(tmp_path / "archive")

    def work(seconds: float) -> None:
        desk._opened()
        time.sleep(seconds)

    for number in range(READERS):
        desk._readers.submit(work, 0.5 if number else 0.1)
    time.sleep(0.05)
    desk.close()
    assert len(opened) == READERS
    assert all(archive.closed for archive in opened)
