"""The chain of responses: explicit cues, what they refer to, and links with their words."""

from leadup.timeline.chain.cues import Cue, find_cues
from leadup.timeline.chain.link import link, link_told, told_of
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.reported import joining
from leadup.timeline.chain.resolve import Resolver

__all__ = ["ChainNode", "Cue", "Resolver", "find_cues", "joining", "link", "link_told", "told_of"]
