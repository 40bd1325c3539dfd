"""The event asked about: what the question means, whether the articles tell of it, and on which day it happened."""

from leadup.timeline.target.asked import Asked, event_words, read_question
from leadup.timeline.target.finding import Sought, find_target, look, seek_target
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher

__all__ = ["Asked", "Match", "Matcher", "Sought", "event_words", "find_target", "look", "read_question", "seek_target"]
