"""The day of a sentence that is all quotation: that of the sentence which says who spoke.

“The pier is lost,” the mayor said on Tuesday. “We shall build it anew.” The second sentence has no day of its own and
no verb of saying; it was said on Tuesday all the same. In reports that is the largest kind of what no day is named for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadup.model import DateReason, EventDate, Sentence
from leadup.reading.telling import Telling
from leadup.reading.trust import CARRIED


def speech_dated(sentences: Sequence[Sentence], tellings: Sequence[Telling]) -> list[Sentence]:
    """The sentences, in order, those without a date that are all quotation with the date of their saying.

    That is the sentence's before, where it says who spoke (or goes on from one that does), or else of the one that the
    quotation runs on to. A saying that is itself of no day, or of more than one, gives none.
    """
    out = list(sentences)
    dates = [s.dates[0] if _says(s, told) and s.day else None for s, told in zip(sentences, tellings, strict=True)]
    for k in range(1, len(out)):
        if dates[k] is None and _of_one(out[k - 1], out[k]) and _quoted(out[k], tellings[k]):
            dates[k] = dates[k - 1]
    for k in range(len(out) - 2, -1, -1):
        if dates[k] is None and out[k].runs_on and out[k + 1].opened is not None and _quoted(out[k], tellings[k]):
            dates[k] = dates[k + 1]
    return [
        replace(s, dates=(_carried(date),)) if date is not None and not s.dates else s
        for s, date in zip(out, dates, strict=True)
    ]


def _says(sentence: Sentence, told: Telling) -> bool:
    """Does it say who spoke, with words of the speaker?"""
    return told.manner == "said" and (bool(told.quoted) or sentence.opened is not None)


def _quoted(sentence: Sentence, told: Telling) -> bool:
    return told.manner == "quoted" or (sentence.opened is not None and told.manner != "said")


def _of_one(before: Sentence, after: Sentence) -> bool:
    """Are two sentences of one paragraph, or of one quotation that runs on?"""
    return before.paragraph == after.paragraph or after.opened is not None


def _carried(date: EventDate) -> EventDate:
    if date.by == "published":
        return date
    return EventDate(date.span, "narrative", DateReason("said-with", of=date.reason), min(date.weight, CARRIED))
