"""The story an event belongs to: which articles of an archive of every subject tell of it, and which sentences."""

from leadup.timeline.story.belonging import outside, spoken
from leadup.timeline.story.profile import Profile
from leadup.timeline.story.retrieval import Story, find_story, told_before
from leadup.timeline.story.source import StorySource

__all__ = ["Profile", "Story", "StorySource", "find_story", "outside", "spoken", "told_before"]
