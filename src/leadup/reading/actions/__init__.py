"""Who did what to whom: the actions of a sentence in PLOVER's categories."""

from leadup.reading.actions.coder import code_actions
from leadup.reading.actions.dateline import after_dateline
from leadup.reading.actions.intensity import Intensities, intensities

__all__ = ["Intensities", "after_dateline", "code_actions", "intensities"]
