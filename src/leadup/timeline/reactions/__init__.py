"""Who said what about an event, by country and organisation."""

from leadup.timeline.reactions.group import group
from leadup.timeline.reactions.judged import Judged

__all__ = ["Judged", "group"]
