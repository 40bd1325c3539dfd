"""Which sentences begin within a quotation that opened before them, and which leave one open."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.reading.attribution.quotations import quotations

Running = tuple[int | None, bool]
"""Where the quotation opened that a sentence begins within, and whether one is still open at its end."""

_MARKS = "\"”“'’‘»«`)] "


def running_quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]
) -> list[Running]:
    """For each sentence, how the quotations of its text run into it and on from it.

    ``paragraphs`` and ``sentences`` are in order, in code points of ``text``. A quotation that goes on in the next
    paragraph, which opens with a mark of its own (news style), counts as running on there.
    """
    running: list[Running] = []
    held = [q for q in quotations(text, paragraphs, sentences) if not q.single]
    at = 0
    carried: int | None = None
    """Where the quotation opened that the paragraph before left open."""
    for start, end in sentences:
        while at < len(held) and held[at].end <= start:
            carried = _carries(held[at].start, held[at].runs_on, carried)
            at += 1
        opened, runs_on = None, False
        k = at
        if k < len(held) and held[k].start < start:
            opened = held[k].start if carried is None else carried
        elif k < len(held) and held[k].start == start and carried is not None:
            opened = carried
        while k < len(held) and held[k].start < end:
            # A closing mark that the sentence's end left out does not run on.
            more = text[end : held[k].end].strip(_MARKS)
            runs_on = bool(more) or (held[k].runs_on and held[k].end <= end + 1)
            k += 1
        running.append((opened, runs_on))
    return running


def _carries(start: int, runs_on: bool, carried: int | None) -> int | None:
    if not runs_on:
        return None
    return start if carried is None else carried
