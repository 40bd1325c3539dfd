"""Quotation marks of a text, paired: straight, curly, Penn Treebank's and guillemets; nested, unclosed, running on.

News style: a quotation that runs over several paragraphs opens each with a mark and closes only the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

# Its sign first, what stands around it after: such a pattern is sought several times faster.
_MARK = re.compile(
    r"[`'\"“”«»„‟‘’](?:(?<=`)`|(?<=')'|(?<=[\"“”«»„‟])|(?<=[‘'])(?<!\w[‘'])(?=\w)|(?<=[\w.,!?…][’'])(?!\w))"
)
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?![\w’'])")
_SAID_BETWEEN = re.compile(r",\s+[\w.’' ]{3,45},\s*$")
_LONGEST = 1500
"""Code points that a quotation may run within one paragraph before its closing mark is held to be missing."""
_STARTS = frozenset('"“„«')
_OPENERS = frozenset({"``", "“", "«", "„"})
_CLOSERS = frozenset({"”", "»", "‟"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` with its marks. ``closed`` is False where no closing mark was found; ``runs_on`` is True
    where the next paragraph goes on with the same quotation. ``single`` marks are ‘ and ’.
    """

    start: int
    end: int
    closed: bool = True
    runs_on: bool = False
    single: bool = False


def quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """The outermost quotations of each paragraph, in order; offsets in code points of ``text``.

    A mark that is never closed ends with its paragraph where curly or doubled, with its sentence where straight.
    """
    pairs: list[Quotation] = []
    ends = [e for _, e in sentences]
    for k, (s, e) in enumerate(paragraphs):
        after = paragraphs[k + 1][0] if k + 1 < len(paragraphs) else len(text)
        runs = text[after : after + 1] in _STARTS or text.startswith(("``", "''"), after)
        here: list[Quotation] = []
        _paragraph(text, s, e, runs, ends, here)
        pairs += sorted(here, key=lambda q: q.start)
    return pairs


def _paragraph(text: str, start: int, end: int, runs: bool, ends: list[int], found: list[Quotation]) -> None:
    opened: int | None = None
    mark_open = ""
    for m in _MARK.finditer(text, start, end):
        mark, s, e = m.group(), m.start(), m.end()
        if mark in {"'", "’", "‘"}:
            if opened is None and mark != "’":
                _single(text, s, mark, end, found)
            continue
        if opened is None:
            if mark in _CLOSERS and not (s == start and text[e : e + 1].isalnum()):
                # A closing mark that opens a paragraph was typed for an opening one.
                continue
            if mark in _OPENERS or mark in _CLOSERS or _opens(text, s, e, start, end):
                opened, mark_open = s, mark
            continue
        again = mark in _OPENERS and _opens(text, s, e, start, end)
        if again or (mark == '"' and mark_open == '"' and _surely_opens(text, s, e, start, end)):
            # A new one opens before the last was closed: that one ended with its sentence, or just before this.
            stop = min(_sentence_end(ends, opened, end), s)
            said = _SAID_BETWEEN.search(text, max(opened + 1, s - 60), s)
            if said is not None and stop == s:
                # "... of some size, he added, "this is how ...": the first ended before "he added".
                stop = said.start() + 1
            found.append(Quotation(opened, _trimmed(text, opened, stop), closed=False))
            opened, mark_open = s, mark
            continue
        if mark == '"' and e - opened > _LONGEST:
            # A closing mark was forgotten long ago: this one opens.
            stop = _sentence_end(ends, opened, end)
            found.append(Quotation(opened, _trimmed(text, opened, stop), closed=False))
            opened, mark_open = s, mark
            continue
        found.append(Quotation(opened, e))
        opened = None
    if opened is not None:
        sure = (mark_open in _OPENERS and end - opened <= _LONGEST) or runs
        stop = end if sure else _sentence_end(ends, opened, end)
        found.append(Quotation(opened, _trimmed(text, opened, stop), closed=False, runs_on=runs))


def _single(text: str, s: int, mark: str, end: int, found: list[Quotation]) -> None:
    """A pair of single marks outside double ones, at least two words long and with no paragraph's end between."""
    if (s and text[s - 1] not in " \n\t([—-–") or (found and found[-1].end > s):
        return
    close = _SINGLE_CLOSE.search(text, s + 1, min(end, s + 300))
    if close is None or (mark == "'" and text[s + 1 : s + 3].isdigit()):
        return
    inner = text[s + 1 : close.start()]
    if " " in inner and not re.search(r"[\"“”]", inner):
        found.append(Quotation(s, close.end(), single=True))


def _opens(text: str, s: int, e: int, start: int, end: int) -> bool:
    """Whether a mark that may open or close looks like an opening one: something right after it, nothing before."""
    before = text[s - 1] if s > start else " "
    after = text[e] if e < end else " "
    if before in " \n\t\xa0([{—–-/" or before in "'‘’":
        return True
    return not after.isspace() and not before.isalnum() and before not in '.,!?;:…)]’”"' and after.isalnum()


def _surely_opens(text: str, s: int, e: int, start: int, end: int) -> bool:
    before = text[s - 1] if s > start else " "
    after = text[e] if e < end else " "
    return before in " \n\t\xa0([" and (after.isalnum() or after in "[‘'…$#@")


def _sentence_end(ends: list[int], at: int, end: int) -> int:
    i = bisect_right(ends, at)
    return min(ends[i], end) if i < len(ends) else end


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start + 1 and text[stop - 1].isspace():
        stop -= 1
    return stop
