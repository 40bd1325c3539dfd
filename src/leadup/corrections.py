"""An editor's corrections: made, kept in the archive's folder, taken back, exported and imported.

They lie apart from what was read, one JSON line each, in ``corrections.jsonl``, and are only ever added to: taking one
back is a correction too. Nothing can be said in one that no source says: every word is a span of a stored article.
Every answer asked for later has them made (:func:`leadup.lead_up`).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from leadup.errors import BadCorrection, CorrectionError
from leadup.ingest import Archive
from leadup.locking import alone
from leadup.model import Correction, CorrectionKind, Span, normalised
from leadup.model.happening import UNNAMED_OUTLET
from leadup.timeline.correcting import in_force, published, replay, still_stands
from leadup.timeline.lineage.support import outlet_of

__all__ = ["Correction", "Corrections", "in_force", "published", "replay"]

FILE: Final = "corrections.jsonl"
LONGEST_NOTE: Final = 4_000
LONGEST_NAME: Final = 80
OF_ONE_QUESTION: Final = ("hide", "pin", "note")
"""What is right for one question only: an entry that is beside the point here is not elsewhere."""
_NO_LINE = (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError)
"""What a line is met with that holds no correction."""


class Corrections:
    """The corrections kept with the archive in the folder ``path``.

    Each is on disk before a method returns; a line that a crash cut short is passed over, and the next one begins anew.
    """

    def __init__(self, path: str | Path) -> None:
        self.file = Path(path) / FILE

    def all(self) -> tuple[Correction, ...]:
        """Every correction that was ever made, earliest first, undone ones and the undoing of them too."""
        try:
            lines = self.file.read_bytes().split(b"\n")
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise CorrectionError(f"{self.file}: {error.strerror}", "Check the permissions of the file") from error
        corrections: dict[str, Correction] = {}
        for line in lines:
            with contextlib.suppress(*_NO_LINE):
                one = msgspec.json.decode(line, type=Correction)
                corrections.setdefault(one.id, one)
        return tuple(sorted(corrections.values(), key=lambda c: (c.at, c.id)))

    def in_force(self) -> tuple[Correction, ...]:
        """Those that were not taken back, in the order in which they are replayed."""
        return in_force(self.all())

    def find(self, id: str) -> Correction:
        """The correction with this id; raises :class:`~leadup.errors.BadCorrection` where there is none."""
        correction = next((c for c in self.all() if c.id == id), None)
        if correction is None:
            raise BadCorrection(f"no correction has the id {id!r}", "The history lists them")
        return correction

    def make(
        self,
        archive: Archive,
        kind: CorrectionKind,
        place: Span,
        *,
        by: str,
        at: dt.datetime | None = None,
        asked: str = "",
        day: dt.date | None = None,
        words: Span | None = None,
        other: Span | None = None,
        text: str = "",
    ) -> Correction:
        """Check a correction against the archive, keep it, and give it back. ``at`` is now where it is not given.

        Raises :class:`~leadup.errors.BadCorrection` where words do not stand where they are said to, where those of a
        new day hold no date, or where something is missing.
        """
        made = Correction(
            kind, place, " ".join(by.split()), (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC),
            asked if kind in OF_ONE_QUESTION else "", day, words, other, text.strip(),
        )  # fmt: skip
        if kind == "outlets" and other is not None:
            made = replace(made, text=" and ".join(outlet_of(archive.article(at.article)) for at in (place, other)))
        check(made, archive)
        self._keep([made])
        return made

    def undo(self, id: str, *, by: str, at: dt.datetime | None = None) -> Correction:
        """Take a correction back; undoing an undo brings it again."""
        one = self.find(id)
        if not by.strip():
            raise BadCorrection("a correction needs a name", "Say who makes it")
        when = (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
        made = Correction("undo", one.place, " ".join(by.split()), when, one.asked, undoes=one.id)
        self._keep([made])
        return made

    def export(self) -> bytes:
        """All of them as JSON lines, earliest first: the same bytes for the same corrections."""
        return b"".join(_line(c) for c in self.all())

    def bring_in(self, data: bytes) -> int:
        """Add those of an :meth:`export` that are not kept yet, and say how many there were.

        Raises :class:`~leadup.errors.BadCorrection` where a line is none; nothing is added then.
        """
        brought = []
        for number, line in enumerate(data.split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                brought.append(msgspec.json.decode(line, type=Correction))
            except _NO_LINE as error:
                raise BadCorrection(f"line {number} is no correction ({error})", "Import what was exported") from error
        known = {c.id for c in self.all()}
        new = [c for c in brought if c.id not in known]
        self._keep(new)
        return len(new)

    def stamp(self) -> tuple[int, int]:
        """What changes whenever a correction is added."""
        try:
            status = self.file.stat()
        except OSError:
            return 0, 0
        return status.st_size, status.st_mtime_ns

    def _keep(self, made: Iterable[Correction]) -> None:
        data = b"".join(map(_line, made))
        if not data:
            return
        try:
            with self.file.open("a+b") as file, alone(file.fileno()):
                end = file.seek(0, os.SEEK_END)
                if end:
                    file.seek(end - 1)
                    # A line that a crash cut short must not swallow the next.
                    data = data if file.read(1) == b"\n" else b"\n" + data
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CorrectionError(f"{self.file}: {error.strerror}", "Check the permissions of the folder") from error


def check(c: Correction, archive: Archive) -> None:
    """Raise :class:`~leadup.errors.BadCorrection` unless the sources say what the correction says."""
    if not c.by:
        raise BadCorrection("a correction needs a name", "Say who makes it")
    if len(c.by) > LONGEST_NAME or len(c.text) > LONGEST_NOTE:
        raise BadCorrection("the name or the note is too long", f"A note holds {LONGEST_NOTE:,} characters")
    for span in (c.place, c.words, c.other):
        if span is not None and not still_stands(archive, span):
            raise BadCorrection(f"“{span.exact[:60]}” does not stand at its place in {span.article}", "Choose it again")
    if c.kind == "outlets":
        _check_outlets(c, archive)
    if c.kind in ("merge", "link", "unlink") and c.other is None:
        raise BadCorrection(f"a correction of the kind {c.kind} needs another entry", "Choose one")
    if c.kind in ("redate", "reword", "link") and c.words is None:
        raise BadCorrection(f"a correction of the kind {c.kind} needs words of a source", "Choose them in an article")
    if c.kind == "redate":
        if c.day is None:
            raise BadCorrection("a new day is missing", "Write it as 2020-01-03")
        assert c.words is not None
        if not _dates(archive, c.words):
            raise BadCorrection(f"“{c.words.exact[:60]}” names no day", "Give the words that say when it happened")
    if c.kind == "note" and not c.text:
        raise BadCorrection("the note is empty", "Write one")


def _check_outlets(c: Correction, archive: Archive) -> None:
    if c.other is None:
        raise BadCorrection("one outlet alone is not two", "Choose a sentence of the other")
    names = [outlet_of(archive.article(place.article)) for place in (c.place, c.other)]
    if UNNAMED_OUTLET in names:
        raise BadCorrection("an article whose outlet is not named may be anybody's", "Choose articles that name theirs")
    if names[0] == names[1]:
        raise BadCorrection(f"both are of {names[0]} already", "Choose articles of two outlets")


def words_in(archive: Archive, exact: str, articles: Iterable[str]) -> Span:
    """Where these words stand: their span in the first of the articles that holds them, spacing aside.

    Raises :class:`~leadup.errors.BadCorrection` where none does.
    """
    sought = exact.strip()
    for id in articles:
        text = archive.article(id).text
        at = text.find(sought)
        if sought and at >= 0:
            return Span.of(id, text, at, at + len(sought))
        if sought and normalised(sought) in normalised(text):
            words = _loosely(text, sought)
            if words is not None:
                return Span.of(id, text, *words)
    raise BadCorrection(f"no source of this entry says “{sought[:80]}”", "Copy the words as they stand in an article")


def _loosely(text: str, sought: str) -> tuple[int, int] | None:
    import re

    match = re.search(r"\s+".join(map(re.escape, sought.split())), text, re.IGNORECASE)
    return match.span() if match else None


def _dates(archive: Archive, words: Span) -> bool:
    """Whether a date that was read, or the article's dateline, stands in these words."""
    reading = archive.reading(words.article)
    return any(
        words.start < timex.end and timex.start < words.end and timex.type in ("DATE", "TIME")
        for sentence in reading.sentences
        for timex in sentence.timexes
    )


def _line(correction: Correction) -> bytes:
    return msgspec.json.encode(correction) + b"\n"
