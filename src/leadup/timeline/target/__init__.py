"""The event asked about: what the question means, whether the articles tell of it, and on which day it happened."""

from leadup.timeline.target.asked import Asked, read_question
from leadup.timeline.target.finding import Sought, find_target, look_for_event, seek_target
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.question_words import event_words

__all__ = [
    "Asked",
    "Match",
    "Matcher",
    "Sought",
    "event_words",
    "find_target",
    "look_for_event",
    "read_question",
    "seek_target",
]
