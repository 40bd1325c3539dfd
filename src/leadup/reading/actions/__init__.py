"""Who did what to whom: the actions of a sentence in PLOVER's categories."""

from leadup.reading.actions.coder import code_actions

__all__ = ["code_actions"]
