"""Plain text to paragraphs: where each block stands and what it is. Nothing of the text is removed."""

from __future__ import annotations

import re
from itertools import pairwise

from leadup.intake.comments import is_comment_control, without_comments
from leadup.intake.credits import byline_of, is_credit, is_photo_credit, run_on_byline, signed_by
from leadup.intake.furniture import fold, furniture, same_caption
from leadup.model import Paragraph, ParagraphKind

LONGEST_TITLE = 220
LONGEST_HEADING = 90
FIRST = 3
LONGEST_BYLINE = 400

_MONTHS = (
    "jan feb mar apr may jun jul aug sep sept oct nov dec "
    "january february march april june july august september october november december"
)
_DAYS = "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
_DATE_WORDS = frozenset(f"{_MONTHS} {_DAYS} the of st nd rd th day local time and to am pm est edt gmt utc".split())
_STAMP_WORDS = _DATE_WORDS | frozenset("a p m in at on noon midnight et pt ct bst cet last first".split())
_POSTED = re.compile(r"\W{0,9}(?:(?:-LRB-|first|last)\s){0,2}(?:updated?|posted|published)\b\s?:?", re.IGNORECASE)
_CALENDAR = frozenset(f"{_MONTHS} {_DAYS}".split())
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_STOPS = ".?!…,;"
_CLOSERS = "\"'”’»)] "
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
    """Whether lines were broken at a fixed width: most that another follows are nearly as long as the longest."""
    rows = text.split("\n", 400)[:400]
    inner = [len(a.strip()) for a, b in pairwise(rows) if a.strip() and b.strip()]
    if len(inner) < 4:
        return False
    longest = max(len(row.strip()) for row in rows)
    if not 40 <= longest <= 132:
        return False
    full = sum(1 for size in inner if size >= longest * 0.72)
    return full >= len(inner) * 0.75


def _stands_alone(text: str, last: tuple[int, int], line: str) -> bool:
    before = text[last[0] : last[1]]
    if line[0] in _BULLETS:
        return True
    return furniture().matches(fold(line)) or (len(before) <= LONGEST_TITLE and furniture().matches(fold(before)))


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


def is_posting_stamp(line: str) -> bool:
    """Whether a line is nothing but the time of its posting ("(Update 4:30 p.m. Cairo, 9:30 a.m. ET)")."""
    found = _POSTED.match(line) if len(line) <= LONGEST_HEADING else None
    if found is None:
        return False
    tokens = _TOKEN.findall(line[found.end() :].replace("-RRB-", ""))
    others = [t for t in tokens if t.isalpha() and t.casefold() not in _STAMP_WORDS]
    return any(t.isdigit() for t in tokens) and len(others) <= 2 and len(tokens) <= 30


def _bare(line: str) -> str:
    """The line without closing quotes and brackets (``-RRB-`` is one in tokenised text)."""
    bare = line.rstrip(_CLOSERS)
    return bare[:-5].rstrip(_CLOSERS) if bare.endswith("-RRB-") else bare


def looks_like_title(line: str, *, dense: bool = False) -> bool:
    """Whether a first line is a headline: short, some words, no full stop at its end.

    In a ``dense`` text, one sentence a line with no blank lines, a question is as likely a sentence of the article.
    """
    if len(line) > LONGEST_TITLE or "\n" in line:
        return False
    bare = _bare(line)
    if bare.endswith((",", ";", ":")) or (
        bare.endswith(".") and not bare.endswith(("..", "U.S.", "U.N.", "Inc.", "Jr."))
    ):
        return False
    if dense and bare[-1:] in ".?!":
        return False
    words = len(line.split())
    letters = any(c.isalpha() for c in line)
    return letters and (words >= 2 or line[:1] >= "\u2e80") and not is_date_heading(line)


def looks_like_heading(line: str, *, dense: bool = False) -> bool:
    """Whether a line inside an article is a heading: a date, or a few words that make no sentence."""
    if len(line) > LONGEST_HEADING:
        return False
    if is_date_heading(line):
        return True
    bare = _bare(line)
    if not bare or bare[-1] in ".…,;!:" or len(line.split()) > 12:
        return False
    if bare[-1] == "?" and (dense or bare != line):
        return False
    if line[0] in "\"“‘«'" and line[-1] in _CLOSERS:
        return False
    first = line.lstrip("\"'“‘«([#*0123456789. ")[:1]
    return first.isupper() or (first >= "\u2e80" and len(line) <= 24)


def classify(text: str, *, title: str | None = None) -> tuple[tuple[Paragraph, ...], str | None]:
    """The paragraphs of plain text with their kinds, and its title: the given one, or its first line if it is one."""
    spans = _bylines_apart(text, lines_of(text))
    kinds, found = kinds_of([text[start:end] for start, end in spans], title=title, dense="\n\n" not in text)
    return tuple(Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True)), found


_BULLETS = "•·▪‣"
_SECTION_MARK = re.compile(r"\s*[•·▪‣]\s+[A-Z]\S*(?:\s(?:[A-Z]\S*|&)){0,2}(?<![a-z][.!?])\s*$")
"""A section's name in a list above the title, and no sentence."""


def _bylines_apart(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The extents with a byline that was run onto one of the first lines as an extent of its own."""
    for at, (start, end) in enumerate(spans[:FIRST]):
        cut = run_on_byline(text[start : min(end, start + LONGEST_BYLINE)])
        if cut is not None:
            rest = start + cut
            rest += len(text[rest:end]) - len(text[rest:end].lstrip())
            return [*spans[:at], (start, start + cut), (rest, end), *spans[at + 1 :]]
    return spans


def kinds_of(
    lines: list[str], *, title: str | None = None, dense: bool = False
) -> tuple[list[ParagraphKind], str | None]:
    """What each of an article's lines is, and its title."""
    rules = furniture()
    kinds: list[ParagraphKind] = []
    found = title
    body = 0
    titled = False
    echo: str | None = None
    last = len(lines) - 1
    for index, line in enumerate(lines):
        size = len(line)
        kind: ParagraphKind = "body"
        if size > 600:
            echo = None
        else:
            folded = fold(line)
            quoted, echo = echo, rules.teaser(folded)
            if (
                echo is not None
                or (quoted and same_caption(quoted, folded))
                or rules.matches(folded)
                or is_comment_control(line)
                or is_posting_stamp(line)
                or (not body and not titled and _SECTION_MARK.match(line))
            ):
                kind = "noise"
            elif not body and not titled and _is_title(line, title, last, dense):
                kind, found, titled = "title", title or line, True
            elif is_credit(line) or ((index >= last - 2 or body < 2) and signed_by(line)):
                kind = "credit"
            elif is_photo_credit(folded):
                kind = "caption"
            elif (
                size <= LONGEST_HEADING
                and looks_like_heading(line, dense=dense)
                and (index < last or is_date_heading(line))
            ):
                kind = "heading"
        if kind == "body":
            body += 1
        kinds.append(kind)
    if not body:
        # An article all in lines that look like something else is still an article.
        kinds = ["body" if k != "noise" and len(line.split()) >= 5 else k for k, line in zip(kinds, lines, strict=True)]
    return without_comments(kinds, lines), found


def _is_title(line: str, given: str | None, last: int, dense: bool) -> bool:
    if given is not None:
        return same_caption(given, line)
    return last > 0 and looks_like_title(line, dense=dense) and byline_of(line) == () and not is_credit(line)
