"""Words whose speaker stands in another sentence, or at the head of the line: quotations that go on, interviews."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from typing import Any

from leadup.lang import any_of, kept_table
from leadup.reading.attribution.candidate import CandidateClaim
from leadup.reading.attribution.page import Page
from leadup.reading.attribution.quotations import Quotation


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["unclaimed"]
        self.named_line = re.compile("".join(words["named_line"]))
        by = any_of(kept_table("sources", language)["utterance"]["by"].split())
        self.from_ = re.compile(rf"\s*(?:\w+ )?(?P<cue>{by}) (\S[^:\n]{{2,80}}):\s*$", re.IGNORECASE)
        self.reports: frozenset[str] = frozenset(words["reports"])
        self.no_speakers: frozenset[str] = frozenset(words["no_speakers"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_LONGEST_LEAD = 250
_SHORTEST_BLOCK = 25
_LONGEST_BLOCK = 1500


def claim_quotations(on: Page, found: list[list[CandidateClaim]], taken: dict[Quotation, CandidateClaim]) -> None:
    """Quotations whose sentences hold nothing but them: those before and after them say whose they are."""
    free = on.free
    starts = on.starts
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
        if not previous:
            continue
        d = previous[-1]
        same = on.paragraph_of[i - 1] == para
        announced = on.paragraph_of[i - 1] == para - 1 and on.text[max(0, q.start - 9) : q.start].rstrip()[-1:] == ":"
        if same and d.frame == "aside":
            _extend(d, q, taken)
        elif same or announced:
            taken[q] = CandidateClaim(
                d.source, d.cue, [(q.start, q.end)], d.lemma, d.kind, "after", i, [q], d.parse, d.clause
            )
            found[i].append(taken[q])


def announces(on: Page, i: int) -> bool:
    """Whether sentence ``i`` ends its paragraph with a colon: "The governor added:"."""
    start, end = on.sentences[i]
    paragraph = on.paragraphs[on.paragraph_of[i]]
    last = not on.text[end : paragraph[1]].strip()
    return last and end - start < _LONGEST_LEAD and on.text[start:end].rstrip()[-1:] == ":"


def claim_announced(
    on: Page, found: list[list[CandidateClaim]], taken: dict[Quotation, CandidateClaim], language: str
) -> None:
    """The paragraph behind "The governor added:" or "And from the governor:", be it in quotation marks or not."""
    forms = _forms(language)
    for i, (start, end) in enumerate(on.sentences):
        place = on.paragraph_of[i] + 1
        if not announces(on, i) or place >= len(on.paragraphs):
            continue
        begin, stop = on.paragraphs[place]
        # What stands behind the next heading is no longer announced.
        if on.text[end:begin].strip():
            continue
        stop = begin + len(on.text[begin:stop].rstrip())
        said = [d for d in found[i] if d.kind in {"speech", "writing"} and d.source and not d.content]
        line = forms.from_.match(on.text, start, end)
        if said:
            d = said[-1]
        elif line is not None:
            d = CandidateClaim([line.span(2)], [line.span("cue")], [], ":", "speech", "announced", i)
            found[i].append(d)
        else:
            continue
        inside = [q for q in on.free if begin <= q.start < stop]
        if any(q in taken for q in inside) or stop - begin < _SHORTEST_BLOCK or announces_inside(on, begin, stop):
            continue
        d.frame = d.frame if inside and inside[0].start - begin < 2 else "announced"
        for q in inside:
            _extend(d, q, taken)
        if not inside:
            d.content.append((begin, stop))


def announces_inside(on: Page, begin: int, stop: int) -> bool:
    """Whether a paragraph is itself an announcement, or a line too long to be one person's words."""
    return on.text[begin:stop].rstrip()[-1:] == ":" or stop - begin > _LONGEST_BLOCK


def claim_named_lines(
    on: Page, found: list[list[CandidateClaim]], taken: dict[Quotation, CandidateClaim], language: str
) -> None:
    """ "NAME: words" at the head of a paragraph: an interview's turns, and headlines."""
    forms = _forms(language)
    heads = Counter(m.group(1) for s, e in on.paragraphs if (m := forms.named_line.match(on.text, s, min(e, s + 90))))
    for s, e in on.paragraphs:
        m = forms.named_line.match(on.text, s, min(e, s + 90))
        if m is None or m.group(1).split()[0].lower() in forms.no_speakers:
            continue
        name = m.group(1)
        if s > on.paragraphs[0][0] and " " not in name and heads[name] < 2 and name.lower() not in forms.reports:
            continue
        begin = m.end()
        if e - begin < 12 or any(q.start <= begin + 1 and q in taken for q in on.free if q.end > begin):
            continue
        i = max(0, bisect_right(on.starts, s) - 1)
        stop = begin + len(on.text[begin:e].rstrip())
        source = (m.start(1), m.end(1))
        found[i].append(
            CandidateClaim([source], [(m.end(1), m.end(1) + 1)], [(begin, stop)], ":", "speech", "named line", i)
        )


def _sentences_between(on: Page, a: int, b: int) -> int:
    """How many sentences lie wholly in ``[a, b)``."""
    return sum(1 for s, e in on.sentences[bisect_left(on.starts, a) : bisect_left(on.starts, b)] if e <= b)


def _extend(owner: CandidateClaim, q: Quotation, taken: dict[Quotation, CandidateClaim]) -> None:
    owner.content.append((q.start, q.end))
    owner.content.sort()
    owner.quotes.append(q)
    taken[q] = owner
