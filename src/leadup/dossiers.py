"""Answers that are kept: saved under a name, opened later, and compared with what the archive answers now.

Each lies in the archive's folder, a file a saving, so that nothing that was saved is ever overwritten. Entries of two
answers are the same where they share a sentence of evidence, whatever else became of them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

import msgspec

from leadup.answering import lead_up
from leadup.errors import DossierError, QuestionError
from leadup.ingest import Archive
from leadup.model import Entry, Question, Timeline
from leadup.output.days_in_words import since_words

FOLDER: Final = "dossiers"
LONGEST_NAME: Final = 120
ChangeKind = Literal["added", "withdrawn", "re-dated", "reworded", "changed"]
KINDS: Final = get_args(ChangeKind)
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Dossier:
    """A saved answer: its name, when and by whom it was saved last, its number (1 the first), and the answer."""

    name: str
    at: dt.datetime
    by: str
    version: int
    timeline: Timeline

    @property
    def question(self) -> Question:
        """What was asked."""
        return self.timeline.question


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an entry between two answers; ``what`` says it, a line each: "day: 2020-01-02 → 2020-01-03"."""

    kind: ChangeKind
    before: Entry | None
    after: Entry | None
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a dossier since it was saved (its number ``version``, at ``at``): how many changes of each kind.

    ``trouble`` says why it could not be asked again; empty where it could.
    """

    name: str
    version: int
    at: dt.datetime
    changes: dict[str, int]
    trouble: str = ""


class Dossiers:
    """The dossiers kept with the archive in the folder ``path``."""

    def __init__(self, path: str | Path) -> None:
        self.folder = Path(path) / FOLDER

    def save(self, name: str, timeline: Timeline, *, by: str = "", at: dt.datetime | None = None) -> Dossier:
        """Keep an answer under a name, beside what was saved under it before.

        Raises :class:`~leadup.errors.DossierError` where the name is empty or too long, or it cannot be written.
        """
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME:
            raise DossierError(f"a dossier needs a name of 1 to {LONGEST_NAME} characters", "Give another name")
        folder = self.folder / _folder_name(name)
        when = (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            while True:
                version = max(_versions(folder), default=0) + 1
                kept = Dossier(name, when, by, version, timeline)
                with contextlib.suppress(FileExistsError):
                    _write(folder / f"{version:04}.json", msgspec.json.encode(kept))
                    return kept
        except OSError as error:
            raise DossierError(f"{folder}: {error.strerror}", "Check the permissions of the folder") from error

    def all(self) -> tuple[Dossier, ...]:
        """The last saving of each, by name."""
        folders = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        dossiers = [_read(f / f"{max(versions):04}.json") for f in folders if (versions := _versions(f))]
        return tuple(sorted(dossiers, key=lambda d: (d.name.casefold(), d.name)))

    def news(self, archive: Archive) -> Iterator[News]:
        """What is new in each since it was saved last, by name: each is asked again."""
        for kept in self.all():
            try:
                changes = diff(kept.timeline, lead_up(kept.question, archive))
            except QuestionError as error:
                yield News(kept.name, kept.version, kept.at, {}, error.what)
            else:
                yield News(kept.name, kept.version, kept.at, dict(Counter(c.kind for c in changes)))

    def open(self, name: str, version: int | None = None) -> Dossier:
        """A dossier as it was saved last, or the saving with this number.

        Raises :class:`~leadup.errors.DossierError` where there is none.
        """
        folder = self.folder / _folder_name(" ".join(name.split()))
        versions = _versions(folder)
        wanted = max(versions, default=0) if version is None else version
        if wanted not in versions:
            raise DossierError(f"there is no dossier {name!r}", "`leadup dossier list` shows those there are")
        return _read(folder / f"{wanted:04}.json")

    def remove(self, name: str) -> None:
        """Take a dossier away, with all its savings; raises DossierError where there is none."""
        kept = self.open(name)
        folder = self.folder / _folder_name(kept.name)
        for version in _versions(folder):
            (folder / f"{version:04}.json").unlink()
        with contextlib.suppress(OSError):
            folder.rmdir()


def diff(before: Timeline, after: Timeline) -> tuple[Change, ...]:
    """What is new in ``after``: added, withdrawn, re-dated, reworded or otherwise changed entries, in order of day.

    >>> from leadup.model import Question
    >>> nothing = Timeline(Question("x"), None, dt.date(2020, 1, 1), dt.date(2020, 1, 2), ())
    >>> diff(nothing, nothing)
    ()
    """
    changes: list[Change] = []
    pairs = _pairs(before, after)
    for old, new in pairs:
        if old is None:
            changes.append(Change("added", None, new))
        elif new is None:
            changes.append(Change("withdrawn", old, None))
        else:
            what = tuple(_what(old, new))
            if old.day != new.day:
                changes.append(Change("re-dated", old, new, what))
            elif old.wording != new.wording:
                changes.append(Change("reworded", old, new, what))
            elif what:
                changes.append(Change("changed", old, new, what))
    return tuple(sorted(changes, key=_place))


def news_words(news: News, today: dt.date) -> str:
    """What is new in a line: "3 new, 1 withdrawn since yesterday"; "nothing new since Nov. 3"."""
    said = [f"{news.changes[kind]} {'new' if kind == 'added' else kind}" for kind in KINDS if news.changes.get(kind)]
    return f"{', '.join(said) or 'nothing new'} {since_words(news.at.date(), today)}"


def _pairs(before: Timeline, after: Timeline) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Each entry with itself in the other answer: the one it shares most sentences with, wordings before evidence."""
    likeness = sorted(
        (-shared, a, b)
        for a, old in enumerate(before.entries)
        for b, new in enumerate(after.entries)
        if (shared := _shared(old, new))
    )
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in likeness:
        if a not in paired and b not in taken:
            paired[a] = b
            taken.add(b)
    for a, old in enumerate(before.entries):
        yield old, after.entries[paired[a]] if a in paired else None
    for b, new in enumerate(after.entries):
        if b not in taken:
            yield None, new


def _shared(old: Entry, new: Entry) -> int:
    own = {(e.mention.span.article, e.mention.span.start) for e in old.evidence}
    theirs = {(e.mention.span.article, e.mention.span.start) for e in new.evidence}
    return len(own & theirs) + 100 * (old.wording == new.wording)


def _what(old: Entry, new: Entry) -> Iterator[str]:
    sides = (
        ("day", str(old.day), str(new.day)),
        ("words from", old.evidence[0].outlet or "", new.evidence[0].outlet or ""),
        ("independent sources", str(old.support.independent), str(new.support.independent)),
        ("articles", str(old.support.articles), str(new.support.articles)),
    )
    for name, was, now in sides:
        if was != now:
            yield f"{name}: {was or 'unnamed'} → {now or 'unnamed'}"
    told = {account.line for account in old.accounts}
    yield from (f"figures: {account.line}" for account in new.accounts if account.line not in told)


def _place(change: Change) -> tuple[dt.date, str]:
    entry = change.after or change.before
    assert entry is not None
    return entry.day, entry.id


def _folder_name(name: str) -> str:
    """A folder's name for a dossier's: readable, and another one for every name."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
    return f"{plain}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _versions(folder: Path) -> list[int]:
    return [int(p.stem) for p in folder.glob("*.json") if _NUMBER.fullmatch(p.stem)] if folder.is_dir() else []


def _read(path: Path) -> Dossier:
    try:
        status = path.stat()
        return _read_once(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise DossierError(f"{path}: {error.strerror}", "Check the permissions of the file") from error


@lru_cache(maxsize=128)
def _read_once(path: Path, size: int, changed: int) -> Dossier:  # noqa: ARG001
    try:
        return msgspec.json.decode(path.read_bytes(), type=Dossier)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DossierError(f"{path}: this is no dossier of leadup's ({error})", "Move the file away") from error


def _write(path: Path, data: bytes) -> None:
    """The whole file or none of it; raises FileExistsError where another saving took the number."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    finally:
        part.unlink()
