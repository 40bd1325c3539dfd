"""Reading many inputs into an archive: in one process, in several, or on a cluster."""

from leadup.scale.gathering import Progress, Summary, gather

__all__ = ["Progress", "Summary", "gather"]
