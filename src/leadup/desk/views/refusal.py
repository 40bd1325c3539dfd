"""A question that was not answered: why, in the desk's words, and what can be asked instead, a click away."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from leadup.desk.questions import query_of
from leadup.desk.suggesting import respelt
from leadup.errors import LeadupError, UnknownTarget
from leadup.ingest import Archive
from leadup.model import Question
from leadup.output.days_in_words import day_words, days_words
from leadup.output.visible import visible

_EXAMPLE = re.compile(r" \(--[^()]*\)")
_FIELDS = {
    "--date": "“The event’s day” under Days",
    "--from": "“First day”",
    "--until": "“Last day” under Days",
    "--days": "“Days before” under Days",
    "`leadup search`": "a search",
}
"""Options of the command line, and where the desk has them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong, what to do, and other questions: the words and the address of each."""

    what: str
    do: str
    ways: tuple[tuple[str, str], ...]


def refusal(question: Question, error: LeadupError, archive: Archive | None) -> Refusal:
    """Why a question has no answer; ``archive`` is where other spellings of its names are looked for."""
    ways: list[tuple[str, str]] = []

    def way(words: str, asked: Question) -> None:
        ways.append((words, "/ask?" + query_of(asked)))

    if isinstance(error, UnknownTarget):
        if archive is not None and (other := respelt(archive, question.target)) != question.target:
            way(f"Ask: {other}", replace(question, target=other))
        for day in dict.fromkeys(error.days):
            way(f"If it was on {day_words(day)}", replace(question, date=day))
        if len(error.days) > 1:
            first, last = min(error.days), max(error.days)
            way(f"All of {days_words(first, last)}", replace(question, date=None, first=first, last=last))
    if question.as_of is not None:
        way("Ask all articles, whenever they were published", replace(question, as_of=None))
    ways.append(("Search the articles for these words", "/search?" + urlencode({"q": question.target})))
    what = error.what[:1].upper() + error.what[1:]
    return Refusal(visible(what), visible(_on_the_desk(error.do)), tuple(ways))


def _on_the_desk(do: str) -> str:
    """What to do, with the desk's fields for the command line's options."""
    do = _EXAMPLE.sub("", do)
    for option, field in _FIELDS.items():
        do = do.replace(option, field)
    return do
