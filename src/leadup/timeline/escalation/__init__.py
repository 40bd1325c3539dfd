"""How hostile the reported actions are between each pair of actors, day by day."""

from leadup.timeline.escalation.curve import curve

__all__ = ["curve"]
