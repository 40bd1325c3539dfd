"""Reading many inputs into an archive: in one process, in several, or on a cluster."""

from leadup.scale.gathering import Progress, Summary, gather
from leadup.scale.units import collecting_seldom

__all__ = ["Progress", "Summary", "collecting_seldom", "gather"]
