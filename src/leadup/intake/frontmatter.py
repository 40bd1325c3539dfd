"""The lines before an article that say when, where and by whom it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadup.intake.credits import byline_of, people
from leadup.intake.published import stated
from leadup.model import Published

LOOK = 1500
_FIELD = re.compile(
    r"(?im)^(published(?: on| at)?|publication date|date|pubdate|outlet|source|publisher|publication"
    r"|author|authors|byline|by|url|link|title|headline)"
    r"[ \t]{0,4}:[ \t]{0,4}(\S.{0,400}?)[ \t]{0,4}$"
)
_BY = re.compile(r"(?m)^(?:By|BY) [A-Z].{1,120}$")


@dataclass(frozen=True, slots=True)
class Front:
    """What the first lines say, and which lines those were (extents in code points)."""

    published: Published | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    title: str | None = None
    lines: tuple[tuple[int, int], ...] = ()


def front_of(text: str) -> Front:
    """Metadata lines ("Published: 2020-01-03", "By Jane Doe") among the first blocks of a text."""
    head = text[:LOOK]
    published: Published | None = None
    outlet = url = title = None
    byline: tuple[str, ...] = ()
    lines: list[tuple[int, int]] = []
    reach = _reach(head)
    for found in _FIELD.finditer(head, 0, reach):
        name, value = found.group(1).lower(), found.group(2)
        if name.startswith(("publi", "date", "pubd")) and name not in ("publisher", "publication"):
            at = stated(value, "the text's own line")
            if at is None or published is not None:
                continue
            published = at
        elif name in ("outlet", "source", "publisher", "publication"):
            if outlet is not None or len(value) > 80 or value.endswith("."):
                continue
            outlet = value
        elif name in ("author", "authors", "byline", "by"):
            byline = byline or people(value)
        elif name in ("url", "link"):
            if not value.startswith(("http://", "https://")):
                continue
            url = url or value
        else:
            title = title or value
        lines.append(found.span())
    if not byline:
        for by in _BY.finditer(head, 0, reach):
            byline = byline_of(by.group())
            if byline:
                lines.append(by.span())
                break
    return Front(published, outlet, byline, url, title, tuple(lines))


def _reach(head: str) -> int:
    """Where the front matter can reach: up to the first line that is plainly prose."""
    for found in re.finditer(r"[^\n]+", head):
        if found.end() - found.start() > 240:
            return found.start()
    return len(head)
