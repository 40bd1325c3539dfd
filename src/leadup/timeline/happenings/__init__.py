"""Happenings: which sentences of which outlets tell of one thing."""

from leadup.timeline.happenings.collection import Collection, Passage
from leadup.timeline.happenings.group import JOINED, cluster, group, telling_as_each
from leadup.timeline.happenings.same import same_happening, scores

__all__ = ["JOINED", "Collection", "Passage", "cluster", "group", "same_happening", "scores", "telling_as_each"]
