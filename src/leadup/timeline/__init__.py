"""From a question and a pool of articles to the days and the words that answer it."""

from leadup.timeline.choice import Choice, choose
from leadup.timeline.day_choice import choose_days
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target import find_target
from leadup.timeline.window import window

__all__ = ["Choice", "Pool", "PooledArticle", "choose", "choose_days", "find_target", "window"]
