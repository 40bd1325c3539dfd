"""What was done to an archive, as a chain of hashes: each change is hashed together with the one before it.

Whoever noted the last hash (the *head*) can tell later whether an earlier change was altered, dropped or slipped in. A
change holds no word of an article: its id, and a hash of its content (:func:`content_of`). The time of a change is that
of the machine's clock and proves nothing by itself; a time-stamping authority can say when a head existed
(:mod:`leadup.archive.timestamps`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leadup.model import Article, Published

ChangeKind = Literal["added", "version", "renewed", "removed", "migrated"]
"""``renewed``: the same text came again and more is known of it; ``migrated``: it was there before there was a
history."""

START = hashlib.sha256(b"leadup archive history 1").digest()
"""What the first change is hashed together with."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its number from 1, when (ISO 8601, UTC), what, to which article, the hash of the article's content
    then, and the head of the chain after it."""

    number: int
    at: str
    kind: ChangeKind
    article: str
    content: bytes
    head: bytes


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an archive holds and how it came to, in two hashes.

    ``contents`` is the same for the same articles, however and in whatever order they came; ``head`` is of this very
    history of ``changes``.
    """

    articles: int
    contents: str
    changes: int
    head: str

    @property
    def text(self) -> str:
        """The lines that are kept, sent and time-stamped."""
        return (
            f"leadup fingerprint 1\ncontents sha256:{self.contents} of {self.articles} articles\n"
            f"history sha256:{self.head} of {self.changes} changes\n"
        )


def now() -> str:
    """The time of a change: UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def content_of(article: Article) -> bytes:
    """The SHA-256 of what a source says: its text and what is known of it.

    Left out is what leadup worked out itself (an inferred date, the language, the version before) and the path that it
    was read from, so that two people with the same articles get the same hash.
    """
    known = said_published(article)
    said = [
        article.text, article.title, article.outlet, article.url, list(article.byline), article.wire, article.kind,
        known and [known.at.isoformat(), known.precision],
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()).digest()


def said_published(article: Article) -> Published | None:
    """When an article was published by what its source says; None where leadup inferred it."""
    return article.published if article.published and article.published.certainty != "inferred" else None


def note(db: sqlite3.Connection, at: str, kind: ChangeKind, article: str, content: bytes) -> None:
    """Add a change at the end of the chain."""
    number, head = last(db)
    db.execute(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
        (number + 1, at, kind, article, content, _link(head, number + 1, at, kind, article, content)),
    )


def changes(db: sqlite3.Connection) -> Iterator[Change]:
    """All changes, first to last."""
    for row in db.execute("SELECT number, at, kind, article, content, head FROM change ORDER BY number"):
        yield Change(*row)


def last_of(db: sqlite3.Connection, article: str) -> Change | None:
    """The last change to the article with this id; None where it was never here."""
    change = db.execute(
        "SELECT number, at, kind, article, content, head FROM change WHERE article = ? ORDER BY number DESC LIMIT 1",
        (article,),
    ).fetchone()
    return None if change is None else Change(*change)


def fingerprint(db: sqlite3.Connection) -> Fingerprint:
    """The archive's fingerprint as it stands, worked out from the changes."""
    number, head = last(db)
    sums = hashlib.sha256()
    count = 0
    for id, content in db.execute(
        "SELECT a.id, (SELECT content FROM change c WHERE c.article = a.id ORDER BY number DESC LIMIT 1)"
        " FROM article a ORDER BY a.id"
    ):
        sums.update(f"{id} {(content or b'').hex()}\n".encode())
        count += 1
    return Fingerprint(count, sums.hexdigest(), number, head.hex())


def history_faults(db: sqlite3.Connection) -> Iterator[str]:
    """Where the chain does not hold: a change that was altered, dropped or slipped in."""
    head, number = START, 0
    for change in changes(db):
        number += 1
        if change.number != number:
            yield f"the history has no change {number}"
            number = change.number
        expected = _link(head, change.number, change.at, change.kind, change.article, change.content)
        if change.head != expected:
            yield f"change {change.number} of the history ({change.kind} {change.article}) was altered"
        head = change.head


def last(db: sqlite3.Connection) -> tuple[int, bytes]:
    """The number of the last change and the hash that the history ends with."""
    change = db.execute("SELECT number, head FROM change ORDER BY number DESC LIMIT 1").fetchone()
    if change is None:
        return 0, START
    number, head = change
    if not isinstance(head, bytes):
        raise sqlite3.DatabaseError(f"the last change of the history, {number}, is none")
    return number, head


def _link(head: bytes, number: int, at: str, kind: str, article: str, content: bytes) -> bytes:
    line = json.dumps([number, at, kind, article, content.hex()], separators=(",", ":"))
    return hashlib.sha256(head + line.encode()).digest()
