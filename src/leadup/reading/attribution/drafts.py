"""Reporting clauses and quotations of an article, joined: what is said, before anyone asks who the speaker is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from leadup.reading.attribution.clauses import Clause, clauses
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.quotations import Quotation, quotations
from leadup.reading.syntax import Parse, parse_words, tokenise

Extent = tuple[int, int]

_ACTIVE = frozenset({"that", "np", "inf", "np-to", "ing", "name", "about", "for", "of", "to", "on", "with", "against"})
_SHORT = 25
_STOPS = ".,!?…—–-;:"
_WORD = re.compile(r"\w")
_NAMED_LINE = re.compile(
    r"\s*((?:[A-Z][\w.’'-]*|of|the|at|to|and|de|al)(?: (?:\(?[A-Z][\w.’'()-]*|of|the|at|to|and|for|de|al)){0,6}):\s+(?=[A-Z“\"‘'])"
)
_NO_SPEAKERS = frozenset(
    """here note photo photos video watch related read more update updated correction editor editors source sources listen see
    image images caption click breaking live exclusive opinion analysis q what why how when where date time who headline tags
    filed topics follow contact by contributing also location abstract the this that these on in at""".split()
)
_WORDS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s,:]*$")


@dataclass(slots=True)
class Draft:
    """A claim in the making. ``frame`` names the pattern that found it; ``sentence`` is its cue's, or its content's,
    index; ``quotes`` are the free quotations in its content.
    """

    source: list[Extent]
    cue: list[Extent]
    content: list[Extent]
    lemma: str
    kind: str
    frame: str
    sentence: int
    quotes: list[Quotation] = field(default_factory=list)
    parse: Parse | None = None
    clause: Clause | None = None


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


def blocks(text: str, sentences: Sequence[Extent]) -> list[Extent]:
    """Paragraphs by blank lines, where none are given."""
    if not sentences:
        return []
    found: list[Extent] = []
    at = sentences[0][0]
    stop = max(e for _, e in sentences)
    for m in re.finditer(r"\n[ \t\r]*\n\s*", text[:stop]):
        if m.start() > at:
            found.append((at, m.start()))
        at = max(at, m.end())
    if at < stop:
        found.append((at, stop))
    return found


def page(text: str, sentences: Sequence[Extent], paragraphs: Sequence[Extent]) -> Page:
    """The page of an article; see :class:`Page`."""
    paras = list(paragraphs) or blocks(text, sentences)
    quotes = quotations(text, paras, sentences)
    sentences = _recut(text, sentences, quotes)
    starts = [s for s, _ in paras]
    of = [max(0, bisect_right(starts, s) - 1) for s, _ in sentences]
    free, embedded = [], []
    sentence_starts = [s for s, _ in sentences]
    for q in quotes:
        last = free[-1] if free else None
        (free if _is_free(text, q, sentences, sentence_starts, last) else embedded).append(q)
    return Page(text, sentences, paras, quotes, free, embedded, of)


def _recut(text: str, sentences: Sequence[Extent], quotes: Sequence[Quotation]) -> list[Extent]:
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
            words = _WORDS.findall(text[at : min(e, at + 80)])[:5]
            if any(_may_quote(w.lower()) for w in words):
                out[-1] = (out[-1][0], e)
                continue
        out.append((at, e))
    return out


def _is_free(
    text: str, q: Quotation, sentences: Sequence[Extent], starts: list[int], last: Quotation | None
) -> bool:
    """Whether a quotation stands by itself as speech, rather than as part of the outlet's clause."""
    i = bisect_right(starts, q.start) - 1
    if i < 0:
        return False
    first = sentences[i][0]
    before = text[first : q.start].rstrip()
    inner = text[q.start : q.end].strip("\"“”'`‘’«» \n")
    if not inner:
        return False
    whole = inner[-1] in _STOPS or text[q.end : q.end + 3].lstrip()[:1] in {",", "—", "–"}
    ends_sentence = any(abs(q.end - e) <= 2 for e in (sentences[k][1] for k in range(i, min(i + 12, len(sentences)))))
    if q.runs_on or not q.closed and "\n" not in inner and not before:
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
        return _may_quote(word.group(1).lower())
    return False


def _may_quote(word: str) -> bool:
    verbs = cues("verbs")
    for form in (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"),
                 word.removesuffix("ing"), word.removesuffix("ing") + "e"):  # fmt: skip
        cue = verbs.get(form)
        if cue is not None and "quote" in cue.frames:
            return True
    return word in {"said", "told", "wrote", "saying", "read", "reads", "quoted"}


def drafts(on: Page, parses: Sequence[Parse] | None = None) -> list[Draft]:
    """All claims of the page, in order of their first word, none inside another's content."""
    found: list[list[Draft]] = [[] for _ in on.sentences]
    outer = _parsed(on, parses)
    quote_at: dict[int, list[Quotation]] = {}
    starts = [s for s, _ in on.sentences]
    ends = [e for _, e in on.sentences]
    for q in on.free:
        for i in range(bisect_right(ends, q.start), bisect_left(starts, q.end)):
            quote_at.setdefault(i, []).append(q)
    taken: dict[Quotation, Draft] = {}
    for i, parse in enumerate(outer):
        if parse is None:
            continue
        mine = quote_at.get(i, [])
        for c in clauses(parse, bool(mine)):
            found[i].append(_draft(on, parse, c, i))
        if mine:
            _give_quotes(on, parse, i, mine, found[i], taken)
    _orphans(on, found, taken)
    _named_lines(on, found, taken)
    flat = [d for per in found for d in per if d.content and _worth_telling(d)]
    flat = _outermost(flat)
    flat.sort(key=lambda d: (min(s for s, _ in d.content), min((s for s, _ in d.cue), default=0)))
    return flat


def _parsed(on: Page, parses: Sequence[Parse] | None) -> list[Parse | None]:
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
                words += tokenise(text, at, q.start)
            at = max(at, q.end)
        if at < e:
            words += tokenise(text, at, e)
        if inside:
            while words and not _WORD.search(text[words[0][0] : words[0][1]]):
                words.pop(0)
            while words and text[words[-1][0] : words[-1][1]] in {",", ":", "—", "–"}:
                words.pop()
        out.append(None)
        if any(_WORD.search(text[a:b]) for a, b in words):
            need.append(i)
            spans.append(words)
    read = parse_words([[text[a:b] for a, b in w] for w in spans], spans)
    for i, tokens in zip(need, read, strict=True):
        out[i] = Parse(on.sentences[i][0], on.sentences[i][1], tokens)
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
    return out


def _whole_quotes(on: Page, spans: list[Extent], stop: int) -> list[Extent]:
    """Spans grown to hold the whole of an embedded quotation that they hold the better part of, marks included."""
    out = []
    for s, e in spans:
        for q in on.embedded:
            if q.end <= s or q.start >= e:
                continue
            if min(e, q.end) - max(s, q.start) >= 0.5 * (q.end - q.start) or (q.start >= s and q.end > stop >= q.start):
                s, e = min(s, q.start), max(e, q.end)
        if out and s < out[-1][1]:
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return out


def _draft(on: Page, parse: Parse, c: Clause, i: int) -> Draft:
    content = _whole_quotes(on, _runs(on, parse, c.content), parse.end)
    return Draft(
        _runs(on, parse, c.source), _runs(on, parse, c.cue), content, c.lemma, c.kind, c.frame, i, [], parse, c
    )


def _give_quotes(
    on: Page, parse: Parse, i: int, mine: list[Quotation], here: list[Draft], taken: dict[Quotation, Draft]
) -> None:
    """Give each free quotation of sentence ``i`` to the reporting clause beside it."""
    for q in mine:
        if q in taken:
            continue
        speaking = [d for d in here if d.kind in {"speech", "writing", "opinion"} and d.cue]
        able = [d for d in speaking if d.frame == "according"]
        able = able or [d for d in speaking if d.frame in {"quote", "inverted quote"}]
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


def _gap(d: Draft, q: Quotation) -> int:
    return min(max(q.start - e, s - q.end, 0) for s, e in [*d.cue, *d.source])


def _bare(on: Page, parse: Parse, i: int, q: Quotation) -> Draft | None:
    """A quotation with no reporting clause in its sentence: the sentence's subject, or all of a bare noun phrase."""
    root = parse.root
    if root < 0:
        return None
    sub = next((c for c in parse.children(root, "nsubj")), None)
    if sub is not None:
        source = [w for w in parse.subtree(sub)]
        return Draft(_runs(on, parse, source), _runs(on, parse, [root]), [], parse[root].lemma, "speech", "bare", i,
                     [], parse)  # fmt: skip
    set_off = on.text[q.end : q.end + 3].lstrip()[:1] in {"—", "–", "-"} or on.text[: q.start].rstrip()[-1:] == ":"
    if parse[root].upos in {"PROPN", "NOUN", "PRON"} and len(parse) <= 12 and set_off:
        return Draft(_runs(on, parse, parse.subtree(root)), [], [], "", "speech", "name alone", i, [], parse)
    return None


def _orphans(on: Page, found: list[list[Draft]], taken: dict[Quotation, Draft]) -> None:
    """Quotations whose sentences hold nothing but them: those before and after them say whose they are."""
    free = on.free
    starts = [s for s, _ in on.sentences]
    paragraph_starts = [s for s, _ in on.paragraphs]
    for k, q in enumerate(free):
        if q in taken:
            continue
        para = bisect_right(paragraph_starts, q.start) - 1
        i = bisect_right(starts, q.start) - 1
        before = free[k - 1] if k else None
        owner = taken.get(before) if before is not None else None
        if owner is not None and before is not None:
            same = bisect_right(paragraph_starts, before.start) - 1
            last = max(e for _, e in [(before.start, before.end), *owner.cue, *owner.source])
            between = _sentences_between(on, last, q.start)
            opens_paragraph = not on.text[on.paragraphs[para][0] : q.start].strip()
            if (same == para and between <= 1) or (para == same + 1 and opens_paragraph and between <= 1):
                _extend(owner, q, taken)
                continue
        previous = [d for d in found[i - 1] if d.kind in {"speech", "writing"} and d.source] if i > 0 else []
        if previous and on.paragraph_of[i - 1] in {para, para - 1}:
            if on.paragraph_of[i - 1] == para or on.text[: q.start].rstrip().endswith(":"):
                d = previous[-1]
                if d.frame == "aside" and on.paragraph_of[i - 1] == para:
                    _extend(d, q, taken)
                    continue
                found[i].append(Draft(d.source, d.cue, [(q.start, q.end)], d.lemma, d.kind, "after", i, [q], d.parse,
                                      d.clause))  # fmt: skip
                taken[q] = found[i][-1]
                continue


def _named_lines(on: Page, found: list[list[Draft]], taken: dict[Quotation, Draft]) -> None:
    """ "NAME: words" at the head of a paragraph: an interview's turns, and headlines."""
    starts = [s for s, _ in on.sentences]
    for s, e in on.paragraphs:
        m = _NAMED_LINE.match(on.text, s, min(e, s + 90))
        if m is None or m.group(1).split()[0].lower() in _NO_SPEAKERS:
            continue
        begin = m.end()
        if e - begin < 12 or any(q.start <= begin + 1 and q in taken for q in on.free if q.end > begin):
            continue
        i = max(0, bisect_right(starts, s) - 1)
        stop = begin + len(on.text[begin:e].rstrip())
        source = (m.start(1), m.end(1))
        found[i].append(Draft([source], [(m.end(1), m.end(1) + 1)], [(begin, stop)], ":", "speech", "named line", i))


def _sentences_between(on: Page, a: int, b: int) -> int:
    """How many sentences lie wholly in ``[a, b)``."""
    starts = [s for s, _ in on.sentences]
    return sum(1 for s, e in on.sentences[bisect_left(starts, a) : bisect_left(starts, b)] if e <= b)


def _extend(owner: Draft, q: Quotation, taken: dict[Quotation, Draft]) -> None:
    owner.content.append((q.start, q.end))
    owner.content.sort()
    owner.quotes.append(q)
    taken[q] = owner


def _worth_telling(d: Draft) -> bool:
    """Whether a claim is more often right than wrong: active clauses need a source, short objects a verb of speech."""
    length = sum(e - s for s, e in d.content)
    if d.frame == "parenthetic":
        return False
    if not d.source and d.frame in _ACTIVE:
        return False
    if d.frame in {"bare", "named line"} and length < _SHORT:
        return False
    return not (d.frame == "np" and d.kind in {"writing", "evidence"} and length < _SHORT)


def _outermost(found: list[Draft]) -> list[Draft]:
    """Claims whose cue stands in no other claim's content: PolNeAR's way, and a reader's ("X said that Y thinks")."""
    size = {id(d): sum(e - s for s, e in d.content) for d in found}
    kept: list[Draft] = []
    by_place = sorted(found, key=lambda d: (-size[id(d)], d.sentence, d.cue, d.content))
    held: list[tuple[int, int, int]] = []
    for d in by_place:
        mark = d.cue[0] if d.cue else d.content[0]
        if d.cue and any(s <= mark[0] and mark[1] <= e for s, e, _ in held):
            continue
        kept.append(d)
        held += [(s, e, d.sentence) for s, e in d.content]
    return kept
