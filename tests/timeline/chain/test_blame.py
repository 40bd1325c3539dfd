"""Who did to whom what they are blamed for: the doer's name, a hostile deed and the victim's name, close together."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain.blame import _done_by

WHO, WHOM = {"norland"}, {"rebel"}


@pytest.mark.parametrize("before", ["", "Rain fell. "])
@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Norland bombed the rebels.", True),
        ("Jets of Norland bombed a camp of rebels.", True),
        ("Norland bombed a camp and then fed the rebels.", True),
        ("Norland fed the rebels.", False),
        ("The rebels bombed Norland.", False),
        ("Bombed was Norland, and rebels left.", False),
        ("Norland met rebels who bombed a camp.", False),
        ("Norland met rebels and bombed the rebels.", True),
        # by whom it was done, and in another clause
        ("Norland was bombed by rebels.", False),
        ("Norland was bombed by the rebels.", False),
        ("Norland was bombed near the rebels.", True),
        ("Norland bombed a camp, the rebels said.", False),
        # no further than ninety code points behind the doer
        (f"Norland bombed {'x' * 74} rebels.", True),
        (f"Norland bombed {'x' * 75} rebels.", False),
        (f"Norland bombed {'x' * 80} rebels.", False),
        ("Norland bombed " + "a " * 37 + "rebels.", True),
        (f"Norland and {'x' * 80} Norland bombed rebels.", True),
    ],
)
def test_who_did_it_to_whom(before: str, text: str, done: bool) -> None:
    assert _done_by(before + text, WHO, WHOM, ENGLISH) is done


def test_one_name_for_both_tells_nothing() -> None:
    assert not _done_by("Norland bombed Norland.", WHO, WHO | WHOM, ENGLISH)
    assert not _done_by("Norland bombed the rebels.", WHO, WHO | WHOM, ENGLISH)
