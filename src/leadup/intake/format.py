"""What a reader is: a name, the files it takes, and a function from bytes to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leadup.errors import IntakeError
from leadup.intake.options import Options
from leadup.intake.source import Source
from leadup.model import Article

Found = Article | IntakeError | Source
"""What comes of a file: an article, an error for what could not be read, or a page that it led to, still to be read."""
Read = Callable[[Source, Options], Iterator[Found]]
Sniff = Callable[[bytes], bool]
Members = Callable[[Source, Options], Iterator[Source | IntakeError]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way in. ``read`` yields articles, an error for each item that could not be read, and pages that were fetched.

    ``sniff`` looks at the first bytes (64 KB at most). ``sure`` says that it finds what nothing else begins with, so
    that it wins over a file's name. ``splits`` says that a large file may be read in parts: ``read``
    then takes the records that begin in the source's ``[start, end)``.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    sniff: Sniff
    read: Read
    splits: bool = False
    extra: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """A file that holds files: ``members`` yields them as sources, and an error for what could not be unpacked.

    ``splits`` says that a large one may be read in parts: ``members`` then yields those that begin in the source's
    ``[start, end)``. ``single`` says that it is one file, packed: what that is must be told like a file of its own.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    sniff: Sniff
    members: Members
    extra: str | None = None
    splits: bool = False
    sure: bool = False
    single: bool = False
