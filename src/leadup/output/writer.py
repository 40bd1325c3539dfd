"""The registry of formats: one writer each, known by name and by file ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from leadup.errors import UnknownOutput
from leadup.model import Timeline
from leadup.output.jsonform import to_json
from leadup.output.markdown import to_markdown

from leadup.output.page import to_page
from leadup.output.plaintext import to_plain_text


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name for ``--format``, its file ending (with the dot), its media type, a line on what it is for.

    ``write`` gives the whole file. It raises :class:`~leadup.errors.MissingExtra` where it needs a package that is
    not installed.
    """

    name: str
    extension: str
    media_type: str
    describe: str
    write: Callable[[Timeline], bytes | str]


_ALL: Final = (
    Writer("html", ".html", "text/html", "the page: one file, offline, evidence in place", to_page),
    Writer(
        "json", ".json", "application/json", "everything, by the published schema; `leadup export` reads it", to_json
    ),
    Writer("markdown", ".md", "text/markdown", "for notes, wikis and repositories", to_markdown),
    Writer("text", ".txt", "text/plain", "as the terminal shows it", to_plain_text),
)

WRITERS: Final = MappingProxyType({writer.name: writer for writer in _ALL})
"""Every format by name, the main ones first."""


def writer_named(name: str) -> Writer:
    """The writer of this name; raises :class:`~leadup.errors.UnknownOutput`, listing the names there are."""
    try:
        return WRITERS[name.lower()]
    except KeyError:
        raise UnknownOutput(f"no format is called {name!r}", f"Choose one of: {', '.join(WRITERS)}") from None


def writer_for(path: str | PurePath) -> Writer:
    """The writer that a file's name asks for by its ending, the longest one first (``.timelinejs.json``).

    Raises :class:`~leadup.errors.UnknownOutput` where no format has this ending.
    """
    name = PurePath(path).name.lower()
    fitting = [writer for writer in WRITERS.values() if name.endswith(writer.extension)]
    if not fitting:
        endings = ", ".join(dict.fromkeys(writer.extension for writer in WRITERS.values()))
        raise UnknownOutput(
            f"{path}: no format has this ending", f"Name one with --format, or end the file in {endings}"
        )
    return max(fitting, key=lambda writer: len(writer.extension))


def write(timeline: Timeline, name: str) -> bytes:
    """The timeline in the format of this name, as the bytes of a file (text is UTF-8)."""
    made = writer_named(name).write(timeline)
    return made if isinstance(made, bytes) else made.encode("utf-8")
