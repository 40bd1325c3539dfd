"""Independent sources: copies, wire credits and quotations of other outlets."""

from leadup.timeline.lineage.credit import Credit, bylines, credits, quotations
from leadup.timeline.lineage.near_copies import Copy, copies_of, near_copies
from leadup.timeline.lineage.support import named_outlet, outlet_of, support

__all__ = [
    "Copy", "Credit", "bylines", "copies_of", "credits", "named_outlet", "near_copies", "outlet_of", "quotations",
    "support",
]  # fmt: skip
