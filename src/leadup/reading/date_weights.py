"""What each way of dating a sentence weighs: how far its day is to be relied on (``EventDate.weight``).

Their order decides which day is a sentence's best. They also weigh what a mention says for its day
(``timeline.salience``), and figures are compared only where they are high enough (``timeline.counts``).
"""

from typing import Final

EXPLICIT: Final = 1.0
SUBORDINATE: Final = 0.8
RUNNING: Final = 0.75
UNDER_HEADING: Final = 0.7
CARRIED: Final = 0.65
SPANNING: Final = 0.6
PERIOD: Final = 0.5
PUBLISHED: Final = 0.45
BOUNDING: Final = 0.4
ASIDE: Final = 0.35
DOUBTFUL: Final = 0.2
"""Two days are as likely, or the day is of what was only planned, or one before which it happened: no sentence is told
by it."""
