"""leadup: what happened in the days leading up to X?

>>> from leadup import Archive, gather, lead_up, read, write

The names below are loaded when they are first used, so that a room used alone (``leadup.times``) stays light.
"""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING, Any

from leadup.version import __version__ as __version__

if TYPE_CHECKING:
    from leadup.answering import check_draft, lead_up, read, retell
    from leadup.errors import ArchiveError, IntakeError, LeadupError, OutputError, QuestionError
    from leadup.ingest import Archive
    from leadup.ingest.gathering import Summary, gather
    from leadup.intake import Options
    from leadup.model import Article, Entry, Question, Reading, Span, Timeline, Timex
    from leadup.output import from_json, write
    from leadup.timeline.comparison import compare_words as compare
    from leadup.timeline.verification import verify
    from leadup.times import tag as tag_dates

_HOMES = {
    "Archive": "leadup.ingest",
    "ArchiveError": "leadup.errors",
    "Article": "leadup.model",
    "Entry": "leadup.model",
    "IntakeError": "leadup.errors",
    "LeadupError": "leadup.errors",
    "Options": "leadup.intake",
    "OutputError": "leadup.errors",
    "Question": "leadup.model",
    "QuestionError": "leadup.errors",
    "Reading": "leadup.model",
    "Span": "leadup.model",
    "Summary": "leadup.ingest.gathering",
    "Timeline": "leadup.model",
    "Timex": "leadup.model",
    "check_draft": "leadup.answering",
    "compare": "leadup.timeline.comparison:compare_words",
    "from_json": "leadup.output",
    "gather": "leadup.ingest.gathering",
    "lead_up": "leadup.answering",
    "read": "leadup.answering",
    "retell": "leadup.answering",
    "tag_dates": "leadup.times:tag",
    "verify": "leadup.timeline.verification",
    "write": "leadup.output",
}
__all__ = [
    "Archive",
    "ArchiveError",
    "Article",
    "Entry",
    "IntakeError",
    "LeadupError",
    "Options",
    "OutputError",
    "Question",
    "QuestionError",
    "Reading",
    "Span",
    "Summary",
    "Timeline",
    "Timex",
    "check_draft",
    "compare",
    "from_json",
    "gather",
    "lead_up",
    "read",
    "retell",
    "tag_dates",
    "verify",
    "write",
]

# Whoever uses the library decides what becomes of its log; nobody asked for it to be shown.
logging.getLogger("leadup").addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'leadup' has no attribute {name!r}")
    place, _, other = _HOMES[name].partition(":")
    return getattr(importlib.import_module(place), other or name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
