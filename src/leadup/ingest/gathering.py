"""From inputs to an archive: any number of reading processes, one writer, the same archive for every number."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from leadup.archive import IndexedArticle, Outcome
from leadup.errors import IntakeError, LeadupError, UnknownFormat
from leadup.ingest import Archive
from leadup.ingest.processes import read_apart
from leadup.ingest.units import AlreadyStored, Item, UnitRead, read_here
from leadup.intake import Options, list_inputs
from leadup.intake.boundary import refusal

_log = logging.getLogger(__name__)

BATCH = 200
"""Articles to a transaction: enough that a flush to disk costs little, few enough that a crash loses little work."""

LARGE = 2**20
"""From this size on (bytes), an input that was read to its end is remembered as such."""

KEPT_ERRORS = 1_000
"""Unreadable inputs are all counted; this many are kept to be shown."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a gathering is. Sizes in bytes of the inputs as they lie on disk."""

    done: int
    total: int
    articles: int
    unreadable: int


@dataclass(slots=True)
class Summary:
    """What became of the inputs. ``errors`` holds the first :data:`KEPT_ERRORS` of the ``unreadable``.

    ``passed`` counts the files that no reader takes and nobody named (found in folders and archives), by what they
    are; ``passed_first`` holds the first of them.
    """

    added: int = 0
    versions: int = 0
    already: int = 0
    inferred: int = 0
    undated: int = 0
    unchanged_inputs: int = 0
    unreadable: int = 0
    errors: list[IntakeError] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    passed_first: list[IntakeError] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """Articles and inputs that are in the archive now, new or not."""
        return self.added + self.versions + self.already + self.unchanged_inputs

    def count(self, outcome: str) -> None:
        """Count what became of an article."""
        if outcome == "added":
            self.added += 1
        elif outcome == "new version":
            self.versions += 1
        else:
            self.already += 1

    def refuse(self, error: IntakeError) -> None:
        """Count an input that could not be read."""
        if isinstance(error, UnknownFormat) and error.passed:
            self.passed[error.kind] += 1
            if len(self.passed_first) < KEPT_ERRORS:
                self.passed_first.append(error)
            return
        self.unreadable += 1
        if len(self.errors) < KEPT_ERRORS:
            self.errors.append(error)


def gather(
    archive: Archive,
    paths: Iterable[str | Path] | str | Path,
    options: Options | None = None,
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    force: bool = False,
) -> Summary:
    """Read everything under ``paths``, one path or several, into the archive and say what became of it.

    Whole batches are stored as they come, in the order of the inputs: the archive's content is the same for every
    number of ``jobs``, and an interrupted run goes on where it was when it is started again. Inputs that were read to
    their end before and have not changed since are passed over, unless ``force``. An input that cannot be read, or
    that kills the process that reads it, is counted and the rest goes on.
    """
    roots = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    options = options or Options()
    total = sum(unit.size for unit in list_inputs(roots)) if progress is not None else 0
    if jobs > 1:
        items: Iterator[Item] = read_apart(archive.path, roots, options, jobs, force=force)
    else:
        items = read_here(archive, list_inputs(roots), options, force=force)
    return store(archive, items, total, progress)


def store(
    archive: Archive, items: Iterator[Item], total: int = 0, progress: Callable[[Progress], None] | None = None
) -> Summary:
    """Write what was read, in batches, in the order in which it comes."""
    summary = Summary()
    batch: list[IndexedArticle] = []
    done = 0

    def flush(unit: tuple[str, str] | None = None) -> None:
        if batch or unit is not None:
            for outcome in _written(archive, batch, unit):
                if isinstance(outcome, IntakeError):
                    summary.refuse(outcome)
                else:
                    summary.count(outcome)
            batch.clear()

    for item in items:
        if isinstance(item, IndexedArticle):
            batch.append(item)
            published = item.article.published
            summary.undated += published is None
            summary.inferred += published is not None and published.certainty == "inferred"
        elif isinstance(item, AlreadyStored):
            summary.already += 1
        elif isinstance(item, UnitRead):
            done += item.unit.size
            summary.unchanged_inputs += item.skipped
            # A small file is as soon read again as looked up; a large one counts as finished together with the last
            # of its articles, in one transaction.
            if item.stamp is not None and not item.skipped and item.unit.size >= LARGE:
                flush((item.name, item.stamp))
        else:
            summary.refuse(item)
        if len(batch) >= BATCH:
            flush()
        if isinstance(item, UnitRead):
            _log.info("%s: %s", item.unit.path, "unchanged since it was read" if item.skipped else "read")
        if progress is not None:
            progress(Progress(done, total, summary.added + summary.versions + len(batch), summary.unreadable))
    flush()
    return summary


def _written(
    archive: Archive, batch: list[IndexedArticle], unit: tuple[str, str] | None
) -> list[Outcome | IntakeError]:
    """What became of each article of a batch; where one cannot be stored, it alone is refused."""
    try:
        return list(archive.write(batch, unit))
    except LeadupError:
        raise
    except Exception as error:
        if len(batch) < 2:
            return [refusal(error, each.article.source, "articles") for each in batch]
    alone = [outcome for each in batch for outcome in _written(archive, [each], None)]
    archive.write([], unit)
    return alone
