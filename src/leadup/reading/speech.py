"""The day of a sentence that is all quotation: that of the sentence which says who spoke.

“The pier is lost,” the mayor said on Tuesday. “We shall build it anew.” The second sentence has no day of its own and
no verb of saying; it was said on Tuesday all the same. In reports that is the largest kind of what no day is named for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadup.model import DateReason, EventDate, Sentence
from leadup.reading.date_weights import CARRIED
from leadup.reading.telling import Telling

_PART = 0.3
"""So much of a sentence in quotation marks makes it somebody's words."""


def speech_dated(text: str, sentences: Sequence[Sentence], tellings: Sequence[Telling]) -> list[Sentence]:
    """The sentences, in order, those without a date that are all quotation with the date of their saying.

    That is the sentence's before, where it says who spoke (or goes on from one that does), or else of the one that the
    quotation runs on to. A saying that is itself of no day, or of more than one, gives none.
    """
    out = list(sentences)
    said = [s.dates[0] if told.manner == "said" and s.day else None for s, told in zip(out, tellings, strict=True)]
    dates = [date if _says(s, told) else None for s, told, date in zip(out, tellings, said, strict=True)]
    for k, (s, told) in enumerate(zip(out[:-1], tellings, strict=False)):
        if dates[k] is None and s.day and _introduces(text, s) and _quoted(out[k + 1], tellings[k + 1]):
            dates[k] = s.dates[0] if told.manner in ("past", "perfect", "none") else None
    for k in range(1, len(out)):
        date = dates[k - 1]
        after = date is not None and date.by == "published" and _goes_on(out, tellings, k)
        if dates[k] is not None or not (after or _of_one(text, out[k - 1], out[k])):
            continue
        if _quoted(out[k], tellings[k]) or _in_part(out[k], tellings[k]):
            dates[k] = dates[k - 1] or (said[k - 1] if out[k].opened is None else None)
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


def _introduces(text: str, sentence: Sentence) -> bool:
    """Does it end with a colon ("The guild issued this statement:")?"""
    return text[sentence.end - 1] == ":"


def _quoted(sentence: Sentence, told: Telling) -> bool:
    return told.manner == "quoted" or (sentence.opened is not None and told.manner != "said")


def _in_part(sentence: Sentence, told: Telling) -> bool:
    """Is a good part of it quoted, with no verb that says so: 'The result could be "a second flood, or worse"'?"""
    quoted = sum(b - a for a, b in told.quoted)
    return told.manner == "to come" and sentence.opened is None and quoted >= _PART * (sentence.end - sentence.start)


def _goes_on(sentences: Sequence[Sentence], tellings: Sequence[Telling], k: int) -> bool:
    """Does a quotation open the next paragraph, in which nobody is named as its speaker: the one before speaks on?"""
    here = sentences[k].paragraph
    if sentences[k - 1].paragraph + 1 != here or sentences[k].opened is not None:
        return False
    for s, told in zip(sentences[k:], tellings[k:], strict=True):
        if s.paragraph != here:
            break
        if not _quoted(s, told):
            return False
    return True


def _of_one(text: str, before: Sentence, after: Sentence) -> bool:
    """Are two sentences of one paragraph, or of one quotation that runs on or that a colon opens?"""
    if before.paragraph == after.paragraph or after.opened is not None:
        return True
    return _introduces(text, before) and before.paragraph + 1 == after.paragraph


def _carried(date: EventDate) -> EventDate:
    if date.by == "published":
        return date
    return EventDate(date.span, "narrative", DateReason("said-with", of=date.reason), min(date.weight, CARRIED))
