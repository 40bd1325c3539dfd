"""Who said what about an event, by country and organisation."""

from leadup.timeline.reactions.group import group
from leadup.timeline.reactions.judged import Judged
from leadup.timeline.reactions.stance import stance_of

__all__ = ["Judged", "group", "stance_of"]
