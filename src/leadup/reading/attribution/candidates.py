"""Reporting clauses and quotations of an article, joined: what is said, before anyone asks who the speaker is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.attribution.candidate import CandidateClaim, Clause, Extent
from leadup.reading.attribution.clauses import clauses
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.page import Page
from leadup.reading.attribution.quotations import Quotation
from leadup.reading.attribution.unclaimed import announces, claim_announced, claim_named_lines, claim_quotations
from leadup.reading.syntax import Parse, parse_words, tokenise


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["candidates"]
        self.active: frozenset[str] = frozenset(words["active"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_SHORT = 25
_LONGEST = 400
"""A sentence of more words is no sentence (a table, a list): it is not read for claims."""

_BLOCK = 512
"""Contents are looked up by blocks of so many code points, so that a page of many claims takes no longer a claim."""

_WORD = re.compile(r"\w")
_DASHES = frozenset({"—", "–", "-", "―", "~"})


def drafts(on: Page, parses: Sequence[Parse] | None = None, *, language: str) -> list[CandidateClaim]:
    """All claims of the page, in order of their first word, none inside another's content."""
    forms = _forms(language)
    candidate_claims: list[list[CandidateClaim]] = [[] for _ in on.sentences]
    outer = _parsed(on, parses, language)
    quote_at: dict[int, list[Quotation]] = {}
    ends = [e for _, e in on.sentences]
    for q in on.free:
        for i in range(bisect_right(ends, q.start), bisect_left(on.starts, q.end)):
            quote_at.setdefault(i, []).append(q)
    taken: dict[Quotation, CandidateClaim] = {}
    for i, parse in enumerate(outer):
        if parse is None or len(parse) > _LONGEST:
            continue
        mine = quote_at.get(i, [])
        for c in clauses(parse, bool(mine) or announces(on, i), language=language):
            candidate_claims[i].append(_draft(on, parse, c, i))
        _give_embedded(on, parse, i, candidate_claims[i], language)
        if mine:
            _give_quotes(on, parse, i, mine, candidate_claims[i], taken)
    claim_quotations(on, candidate_claims, taken)
    claim_announced(on, candidate_claims, taken, language)
    claim_named_lines(on, candidate_claims, taken, language)
    flat = [d for per in candidate_claims for d in per if d.content and _worth_telling(d, forms)]
    flat = _outermost(flat)
    flat.sort(key=lambda d: (min(s for s, _ in d.content), min((s for s, _ in d.cue), default=0)))
    return flat


def _parsed(on: Page, parses: Sequence[Parse] | None, language: str) -> list[Parse | None]:
    """A parse of each sentence less its free quotations; None where nothing is left."""
    text = on.text
    given = {(p.start, p.end): p for p in parses or ()}
    out: list[Parse | None] = []
    spans: list[list[Extent]] = []
    need: list[int] = []
    k = 0
    for i, (s, e) in enumerate(on.sentences):
        while k < len(on.free) and on.free[k].end <= s:
            k += 1
        inside = []
        j = k
        while j < len(on.free) and on.free[j].start < e:
            inside.append(on.free[j])
            j += 1
        if not inside and (s, e) in given:
            out.append(given[s, e])
            continue
        words: list[Extent] = []
        at = s
        for q in inside:
            if q.start > at:
                words += tokenise(text, at, q.start, language=language)
            at = max(at, q.end)
        if at < e:
            words += tokenise(text, at, e, language=language)
        if inside:
            while words and not _WORD.search(text[words[0][0] : words[0][1]]):
                words.pop(0)
            while words and text[words[-1][0] : words[-1][1]] in {",", ":", "—", "–"}:
                words.pop()
        out.append(None)
        if any(_WORD.search(text[a:b]) for a, b in words):
            need.append(i)
            spans.append(words)
    read = parse_words([[text[a:b] for a, b in w] for w in spans], spans, language)
    for i, tokens in zip(need, read, strict=True):
        out[i] = Parse(on.sentences[i][0], on.sentences[i][1], tokens, language)
    return out


def _runs(on: Page, parse: Parse, words: Sequence[int]) -> list[Extent]:
    """Word indices as extents, broken at gaps and where a free quotation was taken out."""
    out: list[Extent] = []
    previous = -2
    for w in words:
        t = parse[w]
        joined = w == previous + 1 and out and not _WORD.search(on.text[out[-1][1] : t.start])
        if joined:
            out[-1] = (out[-1][0], t.end)
        else:
            out.append((t.start, t.end))
        previous = w
    return [span for s, e in out if (span := _pared(on.text, s, e))[0] < span[1]] if len(out) > 1 else out


def _pared(text: str, s: int, e: int) -> Extent:
    """A piece of a divided span without the commas that divide it."""
    while s < e and text[e - 1] in ",;— ":
        e -= 1
    while s < e and text[s] in ",;— ":
        s += 1
    return s, e


def _whole_quotes(on: Page, spans: list[Extent], stop: int) -> list[Extent]:
    """Spans grown to hold the whole of an embedded quotation that they hold the better part of, marks included."""
    out: list[Extent] = []
    for s, e in spans:
        first = max(0, bisect_right(on.embedded_starts, s) - 1)
        for q in on.embedded[first : bisect_left(on.embedded_starts, e)]:
            if q.end <= s or q.start >= e:
                continue
            better_part = min(e, q.end) - max(s, q.start) >= 0.5 * (q.end - q.start)
            if better_part or (q.start >= s and q.end > stop >= q.start):
                s, e = min(s, q.start), max(e, q.end)
        if out and s < out[-1][1]:
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return out


def _draft(on: Page, parse: Parse, c: Clause, i: int) -> CandidateClaim:
    content = _whole_quotes(on, _runs(on, parse, c.content), parse.end)
    return CandidateClaim(
        _runs(on, parse, c.source), _runs(on, parse, c.cue), content, c.lemma, c.kind, c.frame, i, [], parse, c
    )


def _give_quotes(
    on: Page,
    parse: Parse,
    i: int,
    mine: list[Quotation],
    here: list[CandidateClaim],
    taken: dict[Quotation, CandidateClaim],
) -> None:
    """Give each free quotation of sentence ``i`` to the reporting clause beside it."""
    for q in mine:
        if q in taken:
            continue
        speaking = [d for d in here if d.kind in {"speech", "writing", "opinion"} and d.cue]
        able = [d for d in speaking if d.frame in {"quote", "inverted quote"}]
        able = able or [d for d in speaking if d.frame == "according"]
        best = min(able or speaking, key=lambda d: _gap(d, q), default=None)
        if best is None:
            best = _bare(on, parse, i, q)
            if best is None:
                continue
            here.append(best)
        best.content.append((q.start, q.end))
        best.content.sort()
        best.quotes.append(q)
        taken[q] = best


def _give_embedded(on: Page, parse: Parse, i: int, here: list[CandidateClaim], language: str) -> None:
    """ "… and B said “it is not”": a quotation right behind a reporting verb that got nothing else is what it says."""
    first = bisect_left(on.embedded_starts, parse.start)
    for q in on.embedded[first : bisect_left(on.embedded_starts, parse.end)]:
        k = next((k for k, t in enumerate(parse) if t.end <= q.start and not on.text[t.end : q.start].strip()), None)
        if k is None or parse[k].upos != "VERB" or any(s <= parse[k].start < e for d in here for s, e in d.cue):
            continue
        cue = cues("reporting_verbs", language).get(parse[k].lemma)
        own = parse.children(k, "nsubj")
        if cue is None or cue.kind != "speech" or "quote" not in cue.frames or not own or own[0] > k:
            continue
        source = _runs(on, parse, [w for w in parse.subtree(own[0]) if w < k])
        said = [(q.start, q.end)]
        here.append(CandidateClaim(source, _runs(on, parse, [k]), said, cue.lemma, cue.kind, "quote", i, [q], parse))


def _gap(d: CandidateClaim, q: Quotation) -> int:
    return min(max(q.start - e, s - q.end, 0) for s, e in [*d.cue, *d.source])


def _bare(on: Page, parse: Parse, i: int, q: Quotation) -> CandidateClaim | None:
    """A quotation with no reporting clause in its sentence: the sentence's subject, or all of a bare noun phrase."""
    root = parse.root
    if root < 0:
        return None
    sub = next((c for c in parse.children(root, "nsubj")), None)
    if sub is not None:
        source, cue = _runs(on, parse, parse.subtree(sub)), _runs(on, parse, [root])
        return CandidateClaim(source, cue, [], parse[root].lemma, "speech", "bare", i, [], parse)
    behind, before = on.text[q.end : q.end + 3].lstrip(), on.text[max(0, q.start - 9) : q.start].rstrip()
    set_off = behind[:1] in _DASHES or before[-1:] == ":"
    if parse[root].upos in {"PROPN", "NOUN", "PRON"} and len(parse) <= 12 and set_off:
        return CandidateClaim(_runs(on, parse, parse.subtree(root)), [], [], "", "speech", "name alone", i, [], parse)
    return None


def _worth_telling(d: CandidateClaim, forms: _Forms) -> bool:
    """Whether a claim is more often right than wrong: active clauses need a source, short objects a verb of speech."""
    length = sum(e - s for s, e in d.content)
    if d.frame == "parenthetic":
        return False
    if not d.source and d.frame in forms.active:
        return False
    if d.frame in {"bare", "named line"} and length < _SHORT:
        return False
    return not (d.frame == "np" and d.kind in {"writing", "evidence"} and length < _SHORT)


def _outermost(found: list[CandidateClaim]) -> list[CandidateClaim]:
    """Claims whose cue stands in no other claim's content: PolNeAR's way, and a reader's ("X said that Y thinks")."""
    kept: list[CandidateClaim] = []
    held: dict[int, list[Extent]] = {}
    for d in sorted(found, key=lambda d: (-sum(e - s for s, e in d.content), d.sentence, d.cue, d.content)):
        if d.cue and any(s <= d.cue[0][0] and d.cue[0][1] <= e for s, e in held.get(d.cue[0][0] // _BLOCK, ())):
            continue
        kept.append(d)
        for s, e in d.content:
            for block in range(s // _BLOCK, (e - 1) // _BLOCK + 1):
                held.setdefault(block, []).append((s, e))
    return kept
