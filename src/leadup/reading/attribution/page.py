"""An article's text cut up for attribution: sentences, paragraphs, and the quotations that stand by themselves."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from leadup.lang import kept_table, kept_words
from leadup.lang.cuts import LETTERS
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.quotations import Quotation, quotations


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("attribution", language)["page"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Extent = tuple[int, int]

_STOPS = ".,!?…—–-;:"
_NEAR = 300
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s,:]*$")


@dataclass(slots=True)
class Page:
    """An article's text cut up for reading: sentences with the paragraph of each, and all quotations."""

    text: str
    sentences: Sequence[Extent]
    paragraphs: Sequence[Extent]
    quotes: list[Quotation]
    free: list[Quotation]
    embedded: list[Quotation]
    paragraph_of: list[int]
    starts: list[int]
    embedded_starts: list[int]


def blocks(text: str, sentences: Sequence[Extent]) -> list[Extent]:
    """Paragraphs by blank lines, where none are given."""
    if not sentences:
        return []
    extents: list[Extent] = []
    at = sentences[0][0]
    stop = max(e for _, e in sentences)
    for m in re.finditer(r"\n[ \t\r]*\n\s*", text[:stop]):
        if m.start() > at:
            extents.append((at, m.start()))
        at = max(at, m.end())
    if at < stop:
        extents.append((at, stop))
    return extents


def page(text: str, sentences: Sequence[Extent], paragraphs: Sequence[Extent], language: str) -> Page:
    """The page of an article; see :class:`Page`."""
    forms = _forms(language)
    paras = list(paragraphs) or blocks(text, sentences)
    quotes = quotations(text, paras, sentences)
    sentences = _recut(text, sentences, quotes, forms)
    starts = [s for s, _ in paras]
    of = [max(0, bisect_right(starts, s) - 1) for s, _ in sentences]
    free: list[Quotation] = []
    embedded: list[Quotation] = []
    sentence_starts = [s for s, _ in sentences]
    for q in quotes:
        last = free[-1] if free else None
        (free if _is_free(text, q, sentences, sentence_starts, last, forms) else embedded).append(q)
    return Page(text, sentences, paras, quotes, free, embedded, of, sentence_starts, [q.start for q in embedded])


def _recut(text: str, sentences: Sequence[Extent], quotes: Sequence[Quotation], forms: _Forms) -> list[Extent]:
    """Sentences cut before a quotation that follows a full stop, and joined where "... now!" is followed by its
    "he said": what the bounds of sentences cannot know without the pairs of marks.
    """
    cuts = {
        q.start for q in quotes
        if not q.single and (before := text[max(0, q.start - 8) : q.start].rstrip()) and before[-1] in ".?!…"
    }  # fmt: skip
    ends = {q.end for q in quotes if q.closed and text[q.start : q.end].rstrip("\"”'’ ")[-1:] in set("!?…-—–")}
    ordered = sorted(cuts)
    out: list[Extent] = []
    for s, e in sentences:
        at = s
        for c in ordered[bisect_right(ordered, s) : bisect_left(ordered, e)]:
            out.append((at, at + len(text[at:c].rstrip())))
            at = c
        if out and out[-1][1] in ends and "\n" not in text[out[-1][1] : at] and at - out[-1][1] <= 2:
            words = LETTERS.findall(text[at : min(e, at + 80)])[:5]
            if any(_may_quote(w.lower(), forms) for w in words):
                out[-1] = (out[-1][0], e)
                continue
        out.append((at, e))
    return out


def _is_free(
    text: str, q: Quotation, sentences: Sequence[Extent], starts: list[int], last: Quotation | None, forms: _Forms
) -> bool:
    """Whether a quotation stands by itself as speech, rather than as part of the outlet's clause."""
    i = bisect_right(starts, q.start) - 1
    if i < 0:
        return False
    first = sentences[i][0]
    before = text[max(first, q.start - _NEAR) : q.start].rstrip()
    inner = text[q.start : q.end].strip("\"“”'`‘’«» \n")
    if not inner:
        return False
    named = _LAST_WORD.search(before[-20:])
    if named is not None and named.group(1).lower() in kept_words("naming", forms.language) and len(inner.split()) < 4:
        return False
    whole = inner[-1] in _STOPS or text[q.end : q.end + 3].lstrip()[:1] in {",", "—", "–"}
    ends_sentence = any(abs(q.end - e) <= 2 for _, e in sentences[i : i + 12])
    if q.runs_on or (not q.closed and "\n" not in inner and not before):
        return True
    if q.single and not (whole and (not before or before[-1] in ",:")):
        return False
    opens_big = inner[0].isupper() or inner[0].isdigit() or inner[0] in "[.…$@#("
    if not before:
        return whole or (ends_sentence and len(inner.split()) > 3)
    if last is not None and last.start >= first - 1 and last.end <= q.start and before[-1] in ",.—–-:;":
        return whole or ends_sentence or len(inner.split()) > 3
    if before[-1] == ":":
        return True
    if not (whole or ends_sentence):
        return False
    if before[-1] == "," and (opens_big or len(inner.split()) > 6):
        return True
    word = _LAST_WORD.search(before[-40:])
    if word is not None and opens_big and len(inner.split()) > 2:
        return _may_quote(word.group(1).lower(), forms)
    return False


def _may_quote(word: str, forms: _Forms) -> bool:
    verbs = cues("reporting_verbs", forms.language)
    for ending, instead in forms.words["endings"]:
        cue = verbs.get(word.removesuffix(ending) + instead)
        if cue is not None and "quote" in cue.frames:
            return True
    return word in forms.words["quoting"]
