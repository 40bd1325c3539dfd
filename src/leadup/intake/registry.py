"""Every format that leadup reads, and which one a file is in."""

from __future__ import annotations

from leadup.errors import UnknownFormat
from leadup.intake.format import Container, Format
from leadup.intake.readers import containers, feed, html, jsonl, markdown, mhtml, news_json, news_xml, table, text, warc
from leadup.intake.source import Source

FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        html.FORMAT,
        mhtml.FORMAT,
        warc.FORMAT,
        jsonl.FORMAT,
        feed.FORMAT,
        news_xml.FORMAT,
        news_json.FORMAT,
        table.FORMAT,
        markdown.FORMAT,
        text.FORMAT,
    )
}
CONTAINERS: dict[str, Container] = {c.name: c for c in containers.CONTAINERS}
_ALL: tuple[Format | Container, ...] = (*FORMATS.values(), *CONTAINERS.values())
# Names that say enough: no need to look inside to know.
_PLAIN = frozenset({"html", "jsonl", "text", "table", "markdown", "mhtml", "warc"})
_OTHERS = frozenset({"text"})


def detect(source: Source, name: str | None = None) -> Format | Container:
    """The format of a source: the one named, else by its file name, checked against its first bytes.

    Raises :class:`UnknownFormat` where no reader takes it.
    """
    if name is not None:
        found: Format | Container | None = FORMATS.get(name) or CONTAINERS.get(name)
        if found is None:
            raise UnknownFormat(source.name, f"there is no format {name!r}", "`leadup formats` lists them")
        return found
    named = [f for f in _ALL if source.file.endswith(f.extensions)]
    if named:
        # ".tar.gz" says more than ".gz".
        longest = max(len(e) for f in named for e in f.extensions if source.file.endswith(e))
        named = [f for f in named if any(len(e) == longest and source.file.endswith(e) for e in f.extensions)]
    if len(named) == 1 and (isinstance(named[0], Container) or named[0].name in _PLAIN):
        return named[0]
    head = source.head()
    for candidate in (*named, *(f for f in _ALL if f.name not in _OTHERS and f not in named)):
        if candidate.sniff(head):
            return candidate
    if named:
        return named[0]
    if text.sniff(head) and not _code(source.file):
        return FORMATS["text"]
    raise UnknownFormat(source.name, "no reader takes this file", "`leadup formats` lists what can be read")


def _code(file: str) -> bool:
    """Names of files that are text but hold no news: programs, styles, settings."""
    return file.endswith(
        (
            ".py",
            ".js",
            ".css",
            ".ts",
            ".c",
            ".h",
            ".java",
            ".go",
            ".rs",
            ".sh",
            ".toml",
            ".yaml",
            ".yml",
            ".ini",
            ".cfg",
            ".svg",
            ".map",
            ".lock",
        )
    )
