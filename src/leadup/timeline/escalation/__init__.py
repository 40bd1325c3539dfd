"""How hostile the reported actions are between each pair of sides, day by day."""

from leadup.timeline.escalation.curve import escalation_curve
from leadup.timeline.escalation.parties import side

__all__ = ["escalation_curve", "side"]
