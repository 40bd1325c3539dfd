"""Questions to and from the query of an address, so that every state of the desk can be sent to a colleague."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from leadup.errors import HOW_TO_TYPE_A_DAY, BadQuestion
from leadup.model import Question, Span
from leadup.model.question import LONGEST_ASKED
from leadup.timeline.citation import Citation
from leadup.times import typed_day

LONGEST_QUESTION: Final = LONGEST_ASKED
MOST_DAYS: Final = 3_660


def question_of(asked: Mapping[str, str]) -> Question:
    """The question that an address asks; raises :class:`~leadup.errors.BadQuestion` where it does not hold together."""
    words = " ".join(asked.get("q", "").split())
    if len(words) > LONGEST_QUESTION:
        raise BadQuestion("the question is too long", f"Name the event in at most {LONGEST_QUESTION} characters")
    detail = asked.get("detail") or "normal"
    if detail not in ("brief", "normal", "full"):
        raise BadQuestion(f"detail {detail!r} is not known", "Use brief, normal or full")
    try:
        return Question(
            words,
            day_of(asked, "date"),
            number_of(asked, "days", 14),
            day_of(asked, "from"),
            day_of(asked, "until"),
            None,
            None,
            detail,  # type: ignore[arg-type]
            number_of(asked, "after", 0),
            (),
            day_of(asked, "as_of"),
        )
    except BadQuestion:
        raise
    except (ValueError, OverflowError) as error:
        raise BadQuestion(str(error), "Change the question") from error


def query_of(question: Question, **more: str) -> str:
    """The address's query that asks a question: what is usual is left out, the same query for equal questions."""
    said = {
        "q": question.target,
        "date": str(question.date or ""),
        "days": "" if question.days == 14 else str(question.days),
        "from": str(question.first or ""),
        "until": str(question.last or ""),
        "after": str(question.after or ""),
        "detail": "" if question.detail == "normal" else question.detail,
        "as_of": str(question.as_of or ""),
        **more,
    }
    return urlencode({name: value for name, value in said.items() if value})


def day_of(asked: Mapping[str, str], name: str) -> dt.date | None:
    """The day in a field; None where it is empty. Raises BadQuestion where it is no day."""
    text = asked.get(name, "").strip()
    if not text:
        return None
    if (typed := typed_day(text)) is None:
        raise BadQuestion(f"{text[:40]!r} is not a day", HOW_TO_TYPE_A_DAY)
    return typed


def number_of(asked: Mapping[str, str], name: str, usual: int) -> int:
    """The number of days in a field, or the usual one where it is empty. Raises BadQuestion where it is none."""
    text = asked.get(name, "").strip()
    if not text:
        return usual
    if text == "auto":
        raise BadQuestion("the desk takes a number of days", "Ask; the answer's foot says how far back the story goes")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= MOST_DAYS):
        raise BadQuestion(f"{text[:20]!r} is not a number of days", f"Give 0 to {MOST_DAYS}")
    return int(text)


def place_words(place: Span | Citation) -> str:
    """A place as an address has it: "3f2a…:120-245"."""
    return f"{place.article}:{place.start}-{place.end}"


def place_of(text: str) -> tuple[str, int, int]:
    """Article, start and end of a place in an address. Raises BadQuestion where it is none."""
    article, mark, extent = text.rpartition(":")
    start, dash, end = extent.partition("-")
    if not mark or not dash or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in (start, end)):
        raise BadQuestion(f"{text[:60]!r} is not a place in an article", "Follow a link of the desk")
    return article, int(start), int(end)
