"""Paths to articles: what there is to read, in units that processes can share, and the reading of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from leadup.errors import EmptyArticle, IntakeError, UnknownFormat, UnreadableInput
from leadup.intake.boundary import guarded, nothing_read, refusal, within
from leadup.intake.fetch import fetch
from leadup.intake.format import Container, Found
from leadup.intake.options import DEFAULT, Options
from leadup.intake.source import Source, bytes_source, file_source, stdin_source
from leadup.model import Article

PART = 32 * 2**20
# A part of an archive holds packed files, which take longer to read than their size says.
PACKED = 4
STDIN = "-"
ARCHIVE_FILE = "archive.sqlite"
"""The file by which a folder is known for an archive of leadup's, which is none of what there is to read."""
_ARCHIVE_FILES = frozenset((*(ARCHIVE_FILE + end for end in ("", "-shm", "-wal", "-journal")), "archive.sound"))
_ARCHIVE_PARTS = frozenset(("fetched", "dossiers"))
"""Folders that an archive keeps its own in: what it asked for on the web, and answers."""
SAVED_PARTS = ("_files", "_Dateien", "_fichiers", "_archivos")
WEB = ("http://", "https://")
Read = tuple[str, Article | IntakeError]
"""The name of a format, and what was read as it."""


@dataclass(frozen=True, slots=True)
class InputUnit:
    """An independent piece of work: a file, or the part of a large one whose records (or members) begin in
    ``[start, end)``.

    ``size`` is in bytes of the file as it lies on disk. Units pickle, and :func:`read_unit` reads one anywhere that
    the path is seen. ``named`` is false for a file found in a folder: that no reader takes it is no error.
    """

    path: str
    size: int = 0
    start: int = 0
    end: int | None = None
    named: bool = True


def list_inputs(paths: Iterable[str | Path]) -> Iterator[InputUnit]:
    """What there is to read under ``paths``, in order: folders are walked with their names sorted, hidden files and
    archives of leadup's own left out, and large files are cut into parts: of records of about 32 MiB, of a ZIP's
    members of about 8. Nothing is opened."""
    for path in paths:
        if str(path) == STDIN or str(path).startswith(WEB):
            yield InputUnit(str(path))
        elif _is_folder(Path(path)):
            yield from _walk(Path(path))
        else:
            yield from _units(Path(path), named=True)


def _walk(folder: Path) -> Iterator[InputUnit]:
    """What a folder holds, folders in it where they stand by name; however deep they lie."""
    open_folders = [_entries(folder)]
    while open_folders:
        found = next(open_folders[-1], None)
        if found is None:
            open_folders.pop()
        elif isinstance(found, InputUnit):
            yield found
        else:
            open_folders.append(_entries(found))


def _entries(folder: Path) -> Iterator[InputUnit | Path]:
    """The units that lie in a folder itself, and the folders in it that are to be walked, in the order of names."""
    from leadup.intake.readers.snapshots import SNAPSHOT, best_of, is_snapshot

    try:
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError:
        # Read as a file, it says why it cannot be.
        yield InputUnit(str(folder))
        return
    names = {entry.name for entry in entries}
    if is_snapshot(names):
        yield InputUnit(str(folder / SNAPSHOT))
        return
    if (page := best_of(folder, names)) is not None:
        yield InputUnit(str(page))
        return
    for entry in entries:
        if entry.name.startswith(".") or (ARCHIVE_FILE in names and _is_an_archives(entry)):
            continue
        if not _is_folder(entry):
            yield from _units(entry, named=False)
        elif entry.is_symlink():
            # It may lead round in a circle: said, not followed.
            yield InputUnit(str(entry), named=False)
        elif not (entry.name.endswith(SAVED_PARTS) and _page_beside(entry)) and not _is_archive(entry):
            yield entry


def _is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; what cannot be looked at is none, and says why when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_archive(folder: Path) -> bool:
    """Whether a folder is an archive of leadup's; one that cannot be looked at says why when it is walked."""
    try:
        return (folder / ARCHIVE_FILE).is_file()
    except OSError:
        return False


def _is_an_archives(entry: Path) -> bool:
    """Whether what lies beside an archive's file is the archive's own."""
    return entry.name in (_ARCHIVE_PARTS if _is_folder(entry) else _ARCHIVE_FILES)


def _page_beside(folder: Path) -> bool:
    """Whether a folder holds the pictures and frames of a page that a browser saved beside it ("x.html", "x_files")."""
    stem = folder.name.rsplit("_", 1)[0]
    return any(folder.with_name(stem + ending).exists() for ending in (".html", ".htm", ".xhtml"))


def _units(path: Path, *, named: bool) -> Iterator[InputUnit]:
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        yield InputUnit(str(path), named=named)
        return
    from leadup.intake.registry import CONTAINERS, FORMATS

    name = path.name.lower()
    part = 0
    if any(f.splits and name.endswith(f.extensions) for f in FORMATS.values()):
        part = PART
    elif any(c.splits and name.endswith(c.extensions) for c in CONTAINERS.values()):
        part = PART // PACKED
    if not part or size <= part * 3 // 2:
        yield InputUnit(str(path), size, named=named)
        return
    for start in range(0, size, part):
        end = min(start + part, size)
        yield InputUnit(str(path), end - start, start, end if end < size else None, named)


def read_unit(unit: InputUnit, options: Options = DEFAULT) -> Iterator[Article | IntakeError]:
    """The articles of a unit, and an :class:`IntakeError` for each item that could not be read."""
    for _, found in read_unit_as(unit, options):
        yield found


def read_unit_as(unit: InputUnit, options: Options = DEFAULT) -> Iterator[Read]:
    """As :func:`read_unit`, each with the name of the format that it was read as ("" where none was made out)."""
    if unit.path == STDIN:
        yield from _read_stdin(options)
        return
    if unit.path.startswith(WEB):
        yield from _read_web(unit.path, options)
        return
    source = file_source(Path(unit.path), unit.start, unit.end)
    found_in = iter([("", source)]) if isinstance(source, IntakeError) else read_source_as(source, options)
    for kind, found in found_in:
        if not unit.named and isinstance(found, UnknownFormat):
            found.passed = True
        yield kind, found


def read_source(source: Source, options: Options = DEFAULT, depth: int = 0) -> Iterator[Article | IntakeError]:
    """The articles of a source of any format; archives are unpacked as they are read."""
    for _, found in read_source_as(source, options, depth):
        yield found


def read_source_as(source: Source, options: Options = DEFAULT, depth: int = 0) -> Iterator[Read]:
    """As :func:`read_source`, each with the name of its format. A source that holds nothing at all says so."""
    found = read = False
    for kind, item in _read_as(source, options, depth):
        found = True
        if isinstance(item, Article):
            read = True
        elif not read:
            nothing_read(item)
        yield kind, item
    if not found and not depth and not source.start and source.end is None:
        yield "", EmptyArticle(source.name)


def _read_as(source: Source, options: Options, depth: int) -> Iterator[Read]:
    # The readers take a tenth of a second to load, which is too much for a command that reads nothing.
    from leadup.intake.registry import detect

    try:
        form = detect(source, options.format if depth == 0 else None)
    except Exception as error:
        yield "", refusal(error, source.name, "first bytes")
        return
    if not isinstance(form, Container):
        read: Iterator[Found] = within(form.read(source, options), options.limits.seconds)
        whole: Iterator[Found] = guarded(read, source.name, form.name)
        for found in whole:
            if isinstance(found, Source):
                for item in _read_page(found, options, depth):
                    yield form.name, item
            else:
                yield form.name, found
        return
    if depth >= options.limits.depth:
        yield form.name, UnreadableInput(source.name, f"archives nested more than {depth} deep", "Unpack it first")
        return
    for member in guarded(form.members(source, options), source.name, form.name):
        if isinstance(member, IntakeError):
            yield form.name, member
            continue
        for kind, inner in read_source_as(member, options, depth + 1):
            if isinstance(inner, UnknownFormat) and not form.single:
                inner.passed = True
            yield kind, inner


def _read_page(page: Source, options: Options, depth: int) -> Iterator[Article | IntakeError]:
    """The articles of a page that a list of addresses led to: it is of any format, whatever is said of the list."""
    found = False
    for _, item in _read_as(page, options, depth + 1):
        found = True
        yield item
    if not found:
        yield EmptyArticle(page.name)


def read_path(
    path: str | Path,
    *,
    published: dt.date | dt.datetime | None = None,
    outlet: str | None = None,
    fast: bool = False,
    options: Options | None = None,
) -> Iterator[Article | IntakeError]:
    """The articles of a file, a folder, an address or standard input (``"-"``), one at a time.

    ``published`` and ``outlet`` win over what the inputs say. An item that cannot be read is yielded as an
    :class:`IntakeError`, and the rest goes on.
    """
    yield from read_paths([path], published=published, outlet=outlet, fast=fast, options=options)


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: dt.date | dt.datetime | None = None,
    outlet: str | None = None,
    fast: bool = False,
    options: Options | None = None,
) -> Iterator[Article | IntakeError]:
    """The articles of many inputs, as :func:`read_path` gives them."""
    base = options or DEFAULT
    base = replace(
        base,
        published=base.published if published is None else published,
        outlet=base.outlet if outlet is None else outlet,
        fast=base.fast or fast,
    )
    for unit in list_inputs(paths):
        yield from read_unit(unit, base)


def _read_web(url: str, options: Options) -> Iterator[Read]:
    """What is at an address that the asker named: a feed, a page, a file of any format."""
    try:
        found = fetch(url)
    except Exception as error:
        yield "", refusal(error, url, "addresses")
        return
    if found.body is None:
        yield "", UnreadableInput(url, "the server asks to be left alone for now", "Try again later")
        return
    yield from read_source_as(replace(bytes_source(url, found.body), url=found.url), options)


def _read_stdin(options: Options) -> Iterator[Read]:
    source = stdin_source()
    if not source.size:
        yield "", UnreadableInput(source.name, "nothing was given", "Pipe a text or JSON lines into it")
        return
    yield from read_source_as(source, options)
