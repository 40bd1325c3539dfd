"""Where sentences begin and end, in natural prose and in text that was tokenised one sentence a line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.lang.abbreviations import Endings, endings

# A stop, closing marks (also spaced, as tokenised text has them), space, and something a sentence can open with.
# What stands before a mark is looked at behind it: a pattern that begins with its sign is sought several times faster.
_BOUNDARY = re.compile(
    r"""[.!?…](?<![.!?…][.!?…])[.!?…]*+(?:\ ?(?:''(?=\s|$)|-RRB-)|["'”’»)\]])*(?P<gap>\s++)"""
    r"""(?=["'“‘«(\[`]{0,4}\s?(?P<next>[^\W_]))"""
)
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"""["'“‘«(\[`\s]*(\w+)""")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")

# "Enzi had retired.Lunn also": where a page was taken apart, the space between two sentences may be lost with a tag.
_GLUED = re.compile(r"""[.!?](?<=[a-z]{3}[.!?])["”’)]?(?P<gap>)(?=(?P<next>[A-Z][a-z]+)[ ,])""")
_SHORTEST_GLUED = 4
_PARTY = re.compile(r"^.*-(?=[^-]+$)")

_LONGEST_ABBREVIATION = 12
_WRAP_COLUMNS = range(40, 101)
_SHORTEST_WRAPPED = 0.6


class _Forms(NamedTuple):
    """Abbreviations, by how a sentence may end with them, and words that open sentences."""

    ends: Endings
    openers: frozenset[str]
    lone: str


@cache
def _forms(language: str) -> _Forms:
    words = kept_table("sentences", language)
    return _Forms(endings(language), frozenset(words["openers"]), words["lone"])


def split_sentences(text: str, start: int = 0, end: int | None = None, *, language: str) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, white space left out.

    A blank line always ends a sentence. A single line break does too, unless the block is hard-wrapped (all lines
    but the last of about one width), so that text of one tokenised sentence a line is read as it stands. Linear in
    the length of the text.
    """
    stop = len(text) if end is None else end
    extents: list[tuple[int, int]] = []
    forms = _forms(language)
    at = start
    for gap in _BLANK_LINE.finditer(text, start, stop):
        _split_block(text, at, gap.start(), extents, forms)
        at = gap.end()
    _split_block(text, at, stop, extents, forms)
    return extents


def _split_block(text: str, start: int, end: int, found: list[tuple[int, int]], forms: _Forms) -> None:
    if text.find("\n", start, end) < 0 or _hard_wrapped(text[start:end]):
        _split_line(text, start, end, found, forms)
        return
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        _split_line(text, at, line_end, found, forms)
        at = line_end + 1


def _hard_wrapped(block: str) -> bool:
    lines = block.strip("\n").split("\n")
    if len(lines) < 2:
        return False
    widths = [len(line.rstrip()) for line in lines]
    widest = max(widths)
    return widest in _WRAP_COLUMNS and min(widths[:-1]) >= _SHORTEST_WRAPPED * widest and widths[-1] <= widest


def _split_line(text: str, start: int, end: int, found: list[tuple[int, int]], forms: _Forms) -> None:
    at = start
    for gap, after in _ends(text, start, end, forms):
        _keep(text, at, gap, found)
        at = after
    _keep(text, at, end, found)


def _ends(text: str, start: int, end: int, forms: _Forms) -> list[tuple[int, int]]:
    """Where each sentence but the last ends, and where the next one begins."""
    ends = []
    for m in _BOUNDARY.finditer(text, start, end):
        if m["next"].islower():
            continue
        if text[m.start()] == "." and not _ends_sentence(text, m.start(), m.end("gap"), end, forms):
            continue
        ends.append(m.span("gap"))
    glued = [
        m.span("gap")
        for m in _GLUED.finditer(text, start, end)
        if len(m["next"]) >= _SHORTEST_GLUED or m["next"].lower() in forms.openers
    ]
    return sorted(ends + glued) if glued else ends


def _ends_sentence(text: str, stop: int, after: int, end: int, forms: _Forms) -> bool:
    """Does the full stop at ``stop`` end a sentence, or an abbreviation within one?"""
    before = _WORD_BEFORE.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    # Of "R-Ky." and "then-Sen.", what stands after the hyphen.
    written = before.group().lstrip("'’-") if before else ""
    if "-" in written:
        written = _PARTY.sub("", written)
    word = written.lower()
    follows = _NEXT_WORD.match(text, after, min(end, after + 40))
    next_word = follows.group(1) if follows else ""
    if word in forms.ends.never:
        return False
    if len(word) == 1 and word.isalpha() and word != forms.lone:
        return False
    if word in forms.ends.before_number:
        return not next_word[:1].isdigit()
    if (
        word in forms.ends.maybe
        or (word in forms.ends.maybe_capitalised and written[:1].isupper())
        or (len(word) > 2 and "." in word and all(len(part) == 1 for part in word.split(".")))
    ):
        return next_word.lower() in forms.openers and next_word[:1].isupper()
    return True


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
