"""Every format that leadup reads, and which one a file is in."""

from __future__ import annotations

from leadup.errors import UnknownFormat
from leadup.intake.format import Container, Format
from leadup.intake.readers import html, jsonl, text
from leadup.intake.source import Source

FORMATS: dict[str, Format] = {f.name: f for f in (html.FORMAT, jsonl.FORMAT, text.FORMAT)}
CONTAINERS: dict[str, Container] = {}


def detect(source: Source, name: str | None = None) -> Format | Container:
    """The format of a source: the one named, else by its file name, checked against its first bytes.

    Raises :class:`UnknownFormat` where no reader takes it.
    """
    if name is not None:
        found: Format | Container | None = FORMATS.get(name) or CONTAINERS.get(name)
        if found is None:
            raise UnknownFormat(source.name, f"there is no format {name!r}", "`leadup formats` lists them")
        return found
    everything: list[Format | Container] = [*CONTAINERS.values(), *FORMATS.values()]
    named = [f for f in everything if source.file.endswith(f.extensions)]
    if len(named) == 1 and named[0].name in _BY_NAME:
        return named[0]
    head = source.head()
    for candidate in named or [f for f in everything if f.name != "text"]:
        if candidate.sniff(head):
            return candidate
    if named:
        return named[0]
    if text.sniff(head):
        return FORMATS["text"]
    raise UnknownFormat(source.name, "no reader takes this file", "`leadup formats` lists what can be read")


# A name that leaves no doubt: no need to open the file to know.
_BY_NAME = frozenset({"html", "jsonl", "text"})
