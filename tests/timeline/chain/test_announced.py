"""Sentences that announce the reactions under them."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain.announced import announcing

NORLAND = "Norland said it would wait."
LEADERS = "World leaders expressed alarm in response to the killing of the envoy."


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("The strike resulted in condemnation around the world.", "The strike"),
        ("The killing of the envoy caused outrage among world leaders.", "The killing of the envoy"),
        (LEADERS, "the killing of the envoy"),
        # of one with a name, or in somebody's words
        ("Minister Ida Varo expressed alarm in response to the killing of the envoy abroad.", None),
        (f"“{LEADERS[:-1]}.”", None),
        # of no reaction, of nobody's, or to nothing
        ("World leaders travelled to Orsk in response to the killing of the envoy.", None),
        ("Bakers expressed alarm in response to the killing of the envoy.", None),
        ("World leaders expressed alarm.", None),
    ],
)
@pytest.mark.parametrize("between", ["", "It rained. ", "It rained. " * 40])
def test_what_announces_a_reaction(sentence: str, to: str | None, between: str) -> None:
    before = f"It was a cold day. {sentence} {between}"
    found = announcing(before + NORLAND, len(before), ENGLISH)
    if found is None:
        assert to is None
    else:
        start, end, cue = found
        assert before[start:end] == sentence
        assert sentence[cue.from_ : cue.to] == to


@pytest.mark.parametrize("between", ["\n\nMarch 3, 2020\n\n", "\n\n3 March\n\n", " It rained." * 400 + " "])
def test_an_announcement_ends_at_a_heading_and_far_below(between: str) -> None:
    assert announcing(LEADERS + between + NORLAND, len(LEADERS + between), ENGLISH) is None
