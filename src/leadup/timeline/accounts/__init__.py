"""Figures and blame for one happening, laid side by side."""

from leadup.timeline.accounts.basis import same_event
from leadup.timeline.accounts.blame import compare_blame
from leadup.timeline.accounts.compare import compare

__all__ = ["compare", "compare_blame", "same_event"]
