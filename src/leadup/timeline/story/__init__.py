"""The story an event belongs to: which articles of an archive of every subject tell of it, and which sentences."""

from leadup.timeline.story.belonging import Belonging, story_weight
from leadup.timeline.story.profile import Profile
from leadup.timeline.story.retrieval import Story, earlier_days, find_story
from leadup.timeline.story.source import StorySource

__all__ = ["Belonging", "Profile", "Story", "StorySource", "earlier_days", "find_story", "story_weight"]
