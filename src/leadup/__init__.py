"""leadup: what happened in the days leading up to X?

>>> from leadup import Archive, lead_up, read

The names below are loaded when they are first used, so that a room used alone (``leadup.times``) stays light.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leadup.answering import check_draft, lead_up, read
    from leadup.archive import Archive
    from leadup.errors import LeadupError
    from leadup.model import Article, Entry, Question, Timeline
    from leadup.scale import gather

__all__ = [
    "Archive",
    "Article",
    "Entry",
    "LeadupError",
    "Question",
    "Timeline",
    "check_draft",
    "gather",
    "lead_up",
    "read",
]
__version__ = "0.1.0"

_HOMES = {
    "check_draft": "leadup.answering",
    "lead_up": "leadup.answering",
    "read": "leadup.answering",
    "Archive": "leadup.archive",
    "LeadupError": "leadup.errors",
    "Article": "leadup.model",
    "Entry": "leadup.model",
    "Question": "leadup.model",
    "Timeline": "leadup.model",
    "gather": "leadup.scale",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'leadup' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
