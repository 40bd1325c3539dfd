"""Whether a sentence can be read alone; if not, which sentences before it are shown with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leadup.lang import table
from leadup.model import Extent, Sentence
from leadup.timeline.statement import balanced, statement_at

LONGEST_CONTEXT = 320
"""Code points of the words that are shown before a sentence that leans on them."""
SENTENCES_BACK = 2
_LONGEST_PHRASE = 60
_QUOTE = re.compile(r"[\"“”«»]|``|''")
_ENDS = re.compile(r"[.!?…][\s\"'”’»)\]]*$")


@cache
def _leaning() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("leaning")
    words, nouns, follows, pronouns = ("|".join(data[k]) for k in ("words", "nouns", "follows", "pronouns"))
    opening = re.compile(rf"[\W_]*(?:(?:{words})\b|{data['article']} (?:{nouns}) (?:{follows})\b)", re.I)
    # A phrase without a name: a capital in it may only be its first word's, or a day's or month's.
    phrase = re.compile(
        rf"[\W_]*[A-Z][a-z]+(?:[^,.;:A-Z]|{data['dated']}|{_months()}){{0,{_LONGEST_PHRASE}}}"
        rf", (?:{pronouns})\b"
    )
    return opening, phrase


def _months() -> str:
    return str(table("captions")["month_day"]).split(" ", 1)[0]


def leans(sentence: str) -> bool:
    """Does the sentence lean on the one before it: a pronoun, a connective, a thing named there?"""
    opening, phrase = _leaning()
    return opening.match(sentence) is not None or phrase.match(sentence) is not None


def quotes(sentence: str) -> bool:
    """Does the sentence hold another's words in quotation marks?"""
    return _QUOTE.search(sentence) is not None


def finished(sentence: str) -> bool:
    """Does the sentence end as sentences do? Headings and list items mostly do not."""
    return _ENDS.search(sentence) is not None


def is_part(text: str, sentence: Sentence, sentences: Sequence[Sentence], at: int) -> bool:
    """Is the sentence a part of a statement that cannot be shown whole?"""
    if sentence.opened is None and not sentence.runs_on:
        return not balanced(text[sentence.start : sentence.end])
    return statement_at(text, sentences, at) is None


def context_of(text: str, sentences: Sequence[Sentence], at: int) -> Extent | None:
    """The words before a sentence that leans on them, up to it: one sentence or two, the first of which stands alone.

    None where the sentence stands alone itself, and where what stands before it does not help.
    """
    whole = statement_at(text, sentences, at)
    start = whole[0] if whole else sentences[at].start
    first = at
    while sentences[first].start > start:
        first -= 1
    if not leans(text[start : sentences[at].end]):
        return None
    for back in range(1, SENTENCES_BACK + 1):
        before = first - back
        if before < 0 or sentences[before].repeated:
            return None
        opening = sentences[before].start
        if start - opening > LONGEST_CONTEXT or sentences[first].paragraph - sentences[before].paragraph > 1:
            return None
        words = text[opening : sentences[first - 1].end]
        if not leans(words) and balanced(words):
            return opening, sentences[first - 1].end
    return None
