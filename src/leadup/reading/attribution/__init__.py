"""Who says so: quoted, partly quoted and paraphrased words, with their source, their cue and the speaker."""

from leadup.reading.attribution.attribute import attribute

__all__ = ["attribute"]
