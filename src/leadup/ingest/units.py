"""Units of input, read one after another in this process: what comes of each, and what it is known by between runs."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leadup.archive import IndexedArticle
from leadup.errors import ArchiveError, IntakeError
from leadup.ingest import Archive, prepare
from leadup.intake import InputUnit, Options, read_unit
from leadup.intake.boundary import refusal
from leadup.model import Article

SELDOM = (20_000, 20, 20)
"""``gc.set_threshold`` while articles are read. Python's own looks for garbage more often; but nearly all objects that
reading makes are freed by their reference counts, so that looking finds next to nothing."""


@contextlib.contextmanager
def collecting_seldom() -> Iterator[None]:
    """Run the garbage collector less often while this is open, and as often as before afterwards: it takes 5 % off the
    time of reading."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass(frozen=True, slots=True)
class AlreadyStored:
    """An article that was found stored already, so that it need not be read again."""

    id: str


@dataclass(frozen=True, slots=True)
class UnitRead:
    """The end of a unit: all that it holds came before this. ``stamp`` is None where it must not count as finished."""

    unit: InputUnit
    name: str
    stamp: str | None
    skipped: bool = False


Item = IndexedArticle | AlreadyStored | IntakeError | UnitRead


def read_here(archive: Archive, units: Iterable[InputUnit], options: Options, *, force: bool = False) -> Iterator[Item]:
    """What the units hold, each followed by its :class:`UnitRead`, read in this process."""
    for unit in units:
        name, stamp = named(unit, options), stamped(unit)
        if stamp is not None and not force and archive.finished(name, stamp):
            yield UnitRead(unit, name, stamp, skipped=True)
            continue
        for item in read_unit(unit, options):
            if isinstance(item, IntakeError):
                yield item
            else:
                yield _prepared(archive, item)
        yield UnitRead(unit, name, stamp)


def _prepared(archive: Archive, article: Article) -> IndexedArticle | AlreadyStored | IntakeError:
    """The article read and ready to be stored, or why it cannot be; what is wrong with the archive is raised."""
    try:
        return AlreadyStored(article.id) if archive.is_stored(article) else prepare(article)
    except ArchiveError:
        raise
    except Exception as error:
        return refusal(error, article.source, "articles")


def named(unit: InputUnit, options: Options) -> str:
    """What a unit is known by between runs: where it lies, which part of it, and what was said of it."""
    said = "|".join(
        str(x)
        for x in (options.published, options.outlet, options.format, options.fast, options.mapping, options.date_order)
    )
    # A name of bytes that are no UTF-8 is kept as what stands for them.
    place = str(Path(unit.path).absolute()).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return f"{place}|{unit.start}|{unit.end}|{said}"


def stamped(unit: InputUnit) -> str | None:
    """A mark that changes when the file does; None where it cannot be known (standard input, a missing file)."""
    try:
        status = Path(unit.path).stat()
    except OSError:
        return None
    return f"{status.st_size}:{status.st_mtime_ns}"
