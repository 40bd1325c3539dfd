"""A copy while the archive is in use, and the way out of a damaged one: every article that is whole, and no other."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from leadup.archive import codec
from leadup.archive.file import DAMAGED, FILE
from leadup.archive.schema import VERSION
from leadup.errors import BrokenArchive, MissingArchive, NewerArchive, UnwritableOutput
from leadup.ingest.archive import Archive
from leadup.ingest.preparing import prepare
from leadup.lang.outlets import OWN_TABLE
from leadup.model import Article, article_id

BESIDE = (OWN_TABLE, "leadup.toml", "corrections.jsonl", "feeds.json", "dossiers", "added")
"""Files and folders of an archive's folder that no other copy holds."""

BATCH = 200
# Where the numbers of rows can be read from, each with the index or table of its own that may have stayed whole.
_ROWS = (
    "SELECT row, row FROM article WHERE row > ? ORDER BY row LIMIT 500",
    "SELECT row, id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE id > ? ORDER BY id LIMIT 500",
    "SELECT id, id FROM words_docsize WHERE id > ? ORDER BY id LIMIT 500",
)
_DAMAGE = (
    sqlite3.DatabaseError,
    zlib.error,
    msgspec.MsgspecError,
    UnicodeError,
    TypeError,
    ValueError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many articles were taken out whole, and the rows (or ids) of those that were not."""

    whole: int
    lost: tuple[str, ...]


def backup(archive: Archive, folder: Path) -> Path:
    """Copy an archive to a new folder while it is in use: as it is at one moment, checked page by page, with what an
    editor keeps beside it (:data:`BESIDE`).

    Raises :class:`UnwritableOutput` where an archive is there already or the folder cannot be written to.
    """
    target = folder / FILE
    if target.exists():
        raise UnwritableOutput(f"{folder}: there is an archive here already", "Name another folder")
    part = folder / f"{FILE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        archive.copy_to(part)
        with contextlib.closing(sqlite3.connect(part)) as copy:
            (said,) = copy.execute("PRAGMA quick_check").fetchone()
        if said != "ok":
            raise BrokenArchive(f"{archive.path}: the copy is damaged ({said})", "`leadup archive check` says more")
        _copy_beside(archive.path, folder)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise UnwritableOutput(f"{folder}: {error}", "Name another folder, or make room") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _copy_beside(folder: Path, into: Path) -> None:
    """What an editor keeps beside the articles: corrections, dossiers, what is watched, what the desk was given."""
    for name in BESIDE:
        kept = folder / name
        if kept.is_dir():
            shutil.copytree(kept, into / name, dirs_exist_ok=True)
        elif kept.exists():
            shutil.copyfile(kept, into / name)


def recover(folder: Path, into: Path) -> Recovered:
    """Take every whole article out of a damaged archive into a new one; the damaged one is only read.

    An article is whole where its checksum and its id are those of its bytes. Readings are made anew. Raises
    :class:`BrokenArchive` where not even the tables can be found.
    """
    file = folder / FILE
    if not file.exists():
        raise MissingArchive(str(folder))
    if (into / FILE).exists():
        raise UnwritableOutput(f"{into}: there is an archive here already", "Name another folder")
    whole, lost = 0, []
    with contextlib.closing(_opened(file)) as db:
        try:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            columns = {c[1] for c in db.execute("PRAGMA table_info(article)")}
        except DAMAGED as error:
            raise BrokenArchive(f"{folder}: not even its tables can be found ({error})", "Restore a copy") from error
        if not columns:
            raise BrokenArchive(f"{folder}: this is no leadup archive", "Name another with --archive")
        if version > VERSION:
            raise NewerArchive(str(folder), version, VERSION)
        with Archive(into, create=True) as fresh:
            batch = []
            for row in sorted(_rows(db)):
                article = _whole(db, row, "checksum" in columns)
                if article is None:
                    lost.append(str(row))
                    continue
                batch.append(prepare(article))
                whole += 1
                if len(batch) >= BATCH:
                    fresh.write(batch)
                    batch = []
            fresh.write(batch)
    _copy_beside(folder, into)
    return Recovered(whole, tuple(lost))


def _opened(file: Path) -> sqlite3.Connection:
    """The damaged file, opened to be read; taken as it is where nothing can be written beside it."""
    place = f"{file.absolute().as_uri()}?mode=ro"
    db = sqlite3.connect(place, uri=True)
    try:
        db.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError:
        db.close()
        return sqlite3.connect(f"{place}&immutable=1", uri=True)
    except DAMAGED:
        pass
    return db


def _rows(db: sqlite3.Connection) -> set[int]:
    """The numbers of all rows, from every place that still tells any."""
    rows: set[int] = set()
    for query in _ROWS:
        rows.update(_stretch(db, query, "" if "autoindex" in query else -1))
    return rows


def _stretch(db: sqlite3.Connection, query: str, last: Any) -> Iterator[int]:
    """The rows that a query gives, piece by piece, up to where it meets damage."""
    with contextlib.suppress(*DAMAGED):
        while rows := db.execute(query, (last,)).fetchall():
            yield from (r[0] for r in rows if isinstance(r[0], int))
            new = rows[-1][1]
            # Where damage has put the keys out of order, the same rows would come for ever.
            if type(new) is not type(last) or new <= last:
                return
            last = new


def _whole(db: sqlite3.Connection, row: int, checked: bool) -> Article | None:
    try:
        kept = db.execute(
            f"SELECT id, record, text, title, {'checksum' if checked else '0'} FROM article WHERE row = ?", (row,)
        ).fetchone()
        if kept is None:
            return None
        id, record, text, title, sum = kept
        if checked and codec.checksum(record, text, title) != sum:
            return None
        article = codec.unpack_article(record, text, title)
        return article if article.id == id == article_id(article.text, article.outlet) else None
    except _DAMAGE:
        return None
