"""Plain text to paragraphs: where each block stands and what it is. Nothing of the text is removed."""

from __future__ import annotations

import re

from leadup.intake.credits import byline_of, is_credit, is_photo_credit, signed_by
from leadup.intake.furniture import furniture, same_caption
from leadup.model import Paragraph, ParagraphKind

LONGEST_TITLE = 220
LONGEST_HEADING = 90

_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december"
_DAYS = "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
_DATE_WORDS = frozenset(f"{_MONTHS} {_DAYS} the of st nd rd th day local time and to am pm est edt gmt utc".split())
_CALENDAR = frozenset(f"{_MONTHS} {_DAYS}".split())
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_STOPS = ".?!…,;"
_CLOSERS = "\"'”’»)]"
_LINE = re.compile(r"[^\n]+")


def lines_of(text: str) -> list[tuple[int, int]]:
    """The extents of the paragraphs of plain text, without the white space around them.

    A paragraph is a line; where lines were wrapped at a fixed width, it is the run of lines up to a blank one.
    """
    spans: list[tuple[int, int]] = []
    wrapped = "\n" in text and _hard_wrapped(text)
    for found in _LINE.finditer(text):
        start, end = found.span()
        line = found.group()
        stripped = line.strip()
        if not stripped:
            continue
        start += len(line) - len(line.lstrip())
        end -= len(line) - len(line.rstrip())
        if (
            wrapped
            and spans
            and text.count("\n", spans[-1][1], start) == 1
            and not _stands_alone(text, spans[-1], stripped)
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width: most that are followed by another are nearly as long as the longest."""
    rows = text.split("\n", 400)[:400]
    inner = [len(a.strip()) for a, b in zip(rows, rows[1:], strict=False) if a.strip() and b.strip()]
    if len(inner) < 4:
        return False
    longest = max(len(row.strip()) for row in rows)
    if not 40 <= longest <= 132:
        return False
    full = sum(1 for size in inner if size >= longest * 0.72)
    return full >= len(inner) * 0.75


def _stands_alone(text: str, last: tuple[int, int], line: str) -> bool:
    before = text[last[0] : last[1]]
    return furniture().matches(line) or (len(before) <= LONGEST_TITLE and furniture().matches(before))


def is_date_heading(line: str) -> bool:
    """Whether a line is nothing but a date ("Dec. 29, 2019", "Friday, Jan. 3:", "2019-12-29")."""
    if len(line) > 60:
        return False
    tokens = _TOKEN.findall(line)
    if not tokens or len(tokens) > 14:
        return False
    number = named = False
    for token in tokens:
        if token.isdigit():
            if len(token) > 4:
                return False
            number = True
        elif token.isalpha():
            word = token.casefold()
            if word not in _DATE_WORDS:
                return False
            named = named or word in _CALENDAR
    if named:
        return number or tokens[0].casefold() in _CALENDAR
    return (
        number
        and re.fullmatch(r"[\s(\[]*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[\s:)\]]*", line)
        is not None
    )


def looks_like_title(line: str) -> bool:
    """Whether a first line is a headline: short, some words, no full stop at its end."""
    if len(line) > LONGEST_TITLE or "\n" in line:
        return False
    bare = line.rstrip(_CLOSERS)
    if bare.endswith((",", ";", ":")) or (
        bare.endswith(".") and not bare.endswith(("..", "U.S.", "U.N.", "Inc.", "Jr."))
    ):
        return False
    words = len(line.split())
    letters = any(c.isalpha() for c in line)
    return letters and (words >= 2 or line[:1] >= "\u2e80") and not is_date_heading(line)


def looks_like_heading(line: str) -> bool:
    """Whether a line inside an article is a heading: a date, or a few words that make no sentence."""
    if len(line) > LONGEST_HEADING:
        return False
    if is_date_heading(line):
        return True
    bare = line.rstrip(_CLOSERS)
    if not bare or bare[-1] in ".…,;!" or len(line.split()) > 12:
        return False
    first = line.lstrip("\"'“‘«([#*0123456789. ")[:1]
    return first.isupper() or (first >= "\u2e80" and len(line) <= 24)


def classify(
    text: str, *, title: str | None = None, find_title: bool = True
) -> tuple[tuple[Paragraph, ...], str | None]:
    """The paragraphs of plain text with their kinds, and its title: the given one, else its first line if that is one."""
    spans = lines_of(text)
    rules = furniture()
    paragraphs: list[Paragraph] = []
    found_title = title
    body = 0
    teaser: str | None = None
    last = len(spans) - 1
    for index, (start, end) in enumerate(spans):
        line = text[start:end]
        kind: ParagraphKind = "body"
        size = end - start
        if size <= 600:
            echo, teaser = teaser, rules.teaser(line)
            if teaser is not None or (echo and same_caption(echo, line)) or rules.matches(line):
                kind = "noise"
            elif (
                not body
                and not any(p.kind == "title" for p in paragraphs)
                and _is_title(line, title, found_title, find_title, last)
            ):
                kind, found_title = "title", title or line
            elif is_credit(line) or (signed_by(line) and (index >= last - 2 or body < 2)):
                kind = "credit"
            elif is_photo_credit(line):
                kind = "caption"
            elif size <= LONGEST_HEADING and looks_like_heading(line) and (index < last or is_date_heading(line)):
                kind = "heading"
        else:
            teaser = None
        if kind == "body":
            body += 1
        paragraphs.append(Paragraph(start, end, kind))
    return tuple(paragraphs), found_title


def _is_title(line: str, given: str | None, found: str | None, find: bool, last: int) -> bool:
    if given is not None:
        return same_caption(given, line)
    return (
        find and found is None and last > 0 and looks_like_title(line) and byline_of(line) == () and not is_credit(line)
    )
