"""Who said what about an event, by country and organisation."""

from leadup.timeline.reactions.group import group
from leadup.timeline.reactions.stance import stance_of

__all__ = ["group", "stance_of"]
