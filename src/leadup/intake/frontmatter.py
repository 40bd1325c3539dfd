"""The lines before an article that say when, where and by whom it was published, and which of them is its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leadup.intake.blocks import is_date_heading, looks_like_title
from leadup.intake.credits import byline_of, people
from leadup.intake.published import stated, zones
from leadup.lang import words
from leadup.lang.news_sources import agencies
from leadup.lang.outlets import outlets
from leadup.model import Published

LOOK = 1500
MOST_LINES = 12
LONGEST = 240
_FIELD = re.compile(
    r"(?i)^(outlet|source|publisher|publication|author|authors|byline|by|url|link|title|headline)"
    r"[ \t]{0,4}:[ \t]{0,4}(\S.{0,400}?)[ \t]{0,4}$"
)
_DATE_LABEL = re.compile(
    r"(?i)^\W{0,3}(?:(first published|originally published|published|publication date|posted|date|pubdate|datum)"
    r"|(updated|last updated|last modified|modified))(?:\s+(?:on|at))?\s{0,3}:?\s+"
)
_BY_DAY = re.compile(
    r"^((?:By|BY) [^,|]{3,60}?),?\s+(?=(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\s*$)"
)
# "The Harbour Gazette, January 3, 2020", "Harbour Gazette (3 January 2020)".
_OUTLET_DAY = re.compile(
    r"^(\S.{2,59}?)(?:,| [-–—])?\s+\(?(?=(?:[A-Z][a-z]{2,6}day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|\d{4}-\d{2}-\d{2})\)?$)"
)
_READING_TIME = re.compile(r"(?i)^\d{1,3} min(?:ute)?s?(?: read)?$")
_SMALL = frozenset({"at", "on", "ET", "CT", "MT", "PT"})
_PIECES = re.compile(r"\s+[|·•]\s+|\s{2,}[-–—]\s{2,}")
_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:de|van|von|al|bin|der|la|[A-Z][\w'’.-]*)){1,3}")
_DATELINE = re.compile(
    r"^\W{0,3}[A-Z][^a-z\n]{1,40}(?:[A-Za-z .]{0,30})?,\s{0,2}"
    r"([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
    r"\s{0,2}(?:\(([^()]{2,40})\)|/([^/]{2,40})/)\s{0,2}[-–—]"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the first lines say, and which lines those were (extents in code points)."""

    published: Published | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    title: str | None = None
    lines: tuple[tuple[int, int], ...] = ()


class _Facts:
    """What was found so far; the first of each counts, a stamp of publication before one of updating."""

    def __init__(self) -> None:
        self.published: Published | None = None
        self.updated: Published | None = None
        self.outlet: str | None = None
        self.byline: tuple[str, ...] = ()
        self.url: str | None = None
        self.title: str | None = None

    def date(self, text: str, *, updated: bool) -> bool:
        found = stated(text, "the text's own line", "likely" if updated else "sure")
        if found is None:
            return False
        if updated:
            self.updated = self.updated or found
        else:
            self.published = self.published or found
        return True

    def names(self, names: tuple[str, ...]) -> None:
        """Authors; what is an outlet among them is the outlet."""
        outlets = [n for n in names if is_outlet(n)] if len(names) > 1 else []
        self.byline = self.byline or tuple(n for n in names if n not in outlets)
        if outlets:
            self.outlet = self.outlet or outlets[0]

    def printed_in(self, text: str) -> None:
        """An outlet, which its author may stand before ("Jane Doe, Harbour Gazette")."""
        before, _, name = text.rpartition(", ")
        if before and _NAME.fullmatch(before):
            self.names((before,))
            text = name
        self.outlet = text


def _is_labelled(text: str, below: list[tuple[int, int]]) -> bool:
    """Whether the line below says something of the article, so that even one word above it is the title."""
    return any(_line(text[start:end], _Facts(), True) for start, end in below)


def front_of(text: str) -> Front:
    """Lines that say something of the article ("Published: 2020-01-03", "By Jane Doe", a date alone) at its head."""
    facts = _Facts()
    lines: list[tuple[int, int]] = []
    titled = beside = False
    head = list(_head(text))
    for n, (start, end) in enumerate(head):
        line = text[start:end]
        if _line(line, facts, titled):
            lines.append((start, end))
            beside = True
        elif beside and titled and not facts.byline and _NAME.fullmatch(line) and text[start - 1 : start] == "\n":
            # A name alone, on the line after a stamp.
            facts.names((line,))
            lines.append((start, end))
        elif titled and facts.outlet is None and _names_outlet(line, text, head[n + 1 : n + 2]):
            facts.printed_in(line)
            lines.append((start, end))
        elif not titled and ((alike := looks_like_title(line)) or (n == 0 and _is_labelled(text, head[1:2]))):
            titled, beside = True, False
            if facts.title is None and (lines or not alike):
                facts.title = line
        else:
            break
    if facts.published is None and facts.updated is None:
        facts.published = dateline_day(text, lines[-1][1] if lines else 0)
    return Front(facts.published or facts.updated, facts.outlet, facts.byline, facts.url, facts.title, tuple(lines))


def is_outlet(name: str) -> bool:
    """Whether a name is plainly an outlet's: it is a known one, its last word says so, or it is an agency."""
    last = name.rsplit(" ", 1)[-1].casefold()
    return last in words("outlet_words") or outlets().of_name(name) is not None or agencies().named(name) is not None


def _names_outlet(line: str, text: str, below: list[tuple[int, int]]) -> bool:
    """Whether a line under the title is an outlet's name: a stamp of time stands in the line below it."""
    return _is_whole_name(line) and any(_stamp(text[start:end], _Facts()) for start, end in below)


def _is_whole_name(text: str) -> bool:
    if len(text) > 80 or len(text.split()) < 2 or not text[0].isupper():
        return False
    before, _, name = text.rpartition(", ")
    # "Jane Doe, Harbour Gazette".
    return len(name) <= 60 and is_outlet(name) and (not before or _NAME.fullmatch(before) is not None)


def _head(text: str) -> Iterator[tuple[int, int]]:
    """The extents of the first lines, up to the first that is plainly prose."""
    for count, found in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text[:LOOK])):
        line = found.group()
        stripped = line.strip()
        if count >= MOST_LINES or len(stripped) > LONGEST:
            return
        start = found.start() + len(line) - len(line.lstrip())
        yield start, start + len(stripped)


def _line(line: str, facts: _Facts, titled: bool) -> bool:
    """Take what a line says of the article; False where it says nothing of it."""
    field = _FIELD.match(line)
    if field:
        return _field(field.group(1).lower(), field.group(2), facts)
    if line.startswith(("http://", "https://")) and " " not in line:
        facts.url = facts.url or line
        return True
    pieces = [p for p in _PIECES.split(line) if p.strip()]
    if len(pieces) > 1:
        if not titled and _stamp(pieces[-1], facts) and not _said(pieces[0], facts):
            # "Title | Outlet | Day" in one line.
            facts.title = facts.title or pieces[0].strip()
            if len(pieces) == 3:
                facts.outlet = facts.outlet or pieces[1].strip()
            return True
        silent = [p.strip() for p in pieces if not _said(p.strip(), facts)]
        if len(silent) == 1 and len(pieces) > 2 and facts.outlet is None and _is_whole_name(silent[0]):
            # "Outlet · Day · By Jane Doe".
            facts.printed_in(silent.pop())
        return not silent
    return _said(line, facts)


def _said(piece: str, facts: _Facts) -> bool:
    if _stamp(piece, facts) or _READING_TIME.match(piece):
        return True
    both = _BY_DAY.match(piece)
    if both and (names := byline_of(both.group(1))):
        facts.names(names)
        return facts.date(piece[both.end() :], updated=False)
    names = byline_of(piece) if len(piece) <= 120 else ()
    if names:
        facts.names(names)
        return True
    if _outlet_and_day(piece, facts):
        return True
    if len(piece) <= 40 and facts.published is not None and _NAME.fullmatch(piece) and not facts.byline:
        if facts.outlet is None and is_outlet(piece):
            facts.outlet = piece
        else:
            facts.names((piece,))
        return True
    return False


def _outlet_and_day(piece: str, facts: _Facts, *, named: bool = False) -> bool:
    """Take an outlet's name and the day behind it; what is ``named`` as an outlet need not look like one."""
    both = _OUTLET_DAY.match(piece)
    if both is None or facts.outlet is not None or not (named or _is_whole_name(both.group(1))):
        return False
    if not facts.date(piece[both.end() :].strip("()"), updated=False):
        return False
    facts.printed_in(both.group(1))
    return True


def _stamp(piece: str, facts: _Facts) -> bool:
    """Take a stamp of time: a day and hardly anything else, with a label or without."""
    label = _DATE_LABEL.match(piece)
    rest = piece[label.end() :] if label else piece
    rest = re.sub(r"\b([AaPp])\.[Mm]\.", r"\1m", rest)
    bare = " ".join(w for w in re.split(r"[\s,()]+", rest) if w.strip("().,") not in zones() and w not in _SMALL)
    if not is_date_heading(bare) and not (label and re.match(r"\d{4}-\d{2}-\d{2}", rest)):
        return False
    updated = label is not None and label.group(2) is not None
    return facts.date(rest, updated=updated) or updated


def _field(name: str, value: str, facts: _Facts) -> bool:
    if name in ("outlet", "source", "publisher", "publication"):
        if value.startswith(("http://", "https://")):
            facts.url = facts.url or value
        elif _outlet_and_day(value, facts, named=True):
            return True
        elif facts.outlet is not None or len(value) > 80 or value.endswith("."):
            return False
        else:
            facts.outlet = value
    elif name in ("author", "authors", "byline", "by"):
        facts.names(people(value))
    elif name in ("url", "link"):
        if not value.startswith(("http://", "https://")):
            return False
        facts.url = facts.url or value
    else:
        facts.title = facts.title or value
    return True


def dateline_day(text: str, start: int = 0) -> Published | None:
    """The day of a wire's dateline ("PORT CLARE, Jan. 3, 2020 (AFP) -"): sent then, likely printed then."""
    for found in re.finditer(r"[^\n]*\S[^\n]*", text[start : start + LOOK]):
        dateline = _DATELINE.match(found.group().strip())
        if dateline:
            return stated(dateline.group(1), "the dateline", "likely")
    return None
