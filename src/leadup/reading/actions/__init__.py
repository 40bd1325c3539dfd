"""Who did what to whom: the actions of a sentence in PLOVER's categories."""

from leadup.reading.actions.coder import code_actions
from leadup.reading.actions.dateline import after_dateline

__all__ = ["after_dateline", "code_actions"]
