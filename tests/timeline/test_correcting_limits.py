"""What a correction leaves as it was: the links to other entries."""

from __future__ import annotations

import pytest
from tests.timeline.test_correcting import BURST, CRACK, DIVERS, _by, _changed, _shape

from leadup.model import Span


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        # whichever of the two is named by the earlier letters
        (CRACK, BURST, "The > Engineers"),
        (BURST, CRACK, "Engineers > The"),
        (CRACK, CRACK, "Engineers"),
    ],
)
def test_a_new_link_stands_before_those_to_others(first: Span, second: Span, third: str) -> None:
    after = _changed(_by("link", DIVERS, words=DIVERS, other=first), _by("link", DIVERS, 1, words=DIVERS, other=second))
    assert _shape(after) == ["1 Engineers", "3 The", f"5 Divers > {third}"]


@pytest.mark.parametrize(("gone", "left"), [(CRACK, "The"), (BURST, "Engineers")])
def test_a_link_is_taken_away_alone(gone: Span, left: str) -> None:
    after = _changed(
        _by("link", DIVERS, words=DIVERS, other=CRACK),
        _by("link", DIVERS, 1, words=DIVERS, other=BURST),
        _by("unlink", DIVERS, 2, other=gone),
    )
    assert _shape(after) == ["1 Engineers", "3 The", f"5 Divers > {left}"]
