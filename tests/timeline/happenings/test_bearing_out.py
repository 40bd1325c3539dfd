"""What another sentence must tell to be one more source of a sentence."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse
from leadup.timeline.happenings.bearing_out import bears_out


def _tree(words: str) -> Parse:
    return parse(words, [(0, len(words))], language=ENGLISH)[0]


@pytest.mark.parametrize(
    ("one", "other", "borne_out"),
    [
        (
            "The council of Vessin voted on Friday to close the old harbor bridge.",
            "Members voted to shut the old harbor bridge on Friday, after a fire.",
            True,
        ),
        (
            "The council of Vessin voted on Friday to close the old harbor bridge.",
            "The council of Vessin could vote later on Friday on the old harbor bridge.",
            False,
        ),
        (
            "Anna Tolm did not sign the new fishing treaty in Orsk on Friday.",
            "Anna Tolm signed the new fishing treaty in Orsk on Friday.",
            False,
        ),
        (
            "Anna Tolm didn’t sign the new fishing treaty in Orsk on Friday.",
            "Anna Tolm signed the new fishing treaty in Orsk on Friday.",
            False,
        ),
        (
            "Talks on the fishing treaty between Norland and Tarn will go on until June, officials said on Friday.",
            "As talks with Tarn neared their end on Friday, Norland grew alarmed about the militia in Orsk.",
            False,
        ),
        (
            "The navy of Norland met the fishing council of Orsk on Friday.",
            "Anna Tolm met the opposition over the fishing council of Orsk on Friday.",
            False,
        ),
        (
            "Anna Tolm spoke to the joint council of Vessin on Friday.",
            "Anna Tolm is expected to warn of the war when she speaks to the joint council of Vessin on Friday.",
            False,
        ),
        # Begun is the deed itself.
        (
            "Anna Tolm and Ed Rasp have begun merging their fishing fleets, they said on Friday.",
            "The fishing fleets of Anna Tolm are being merged with those of Ed Rasp, both said on Friday.",
            True,
        ),
        ("Rebels seized the dam of Orsk on Aug. 7.", "The dam of Orsk was captured by rebels on Aug. 7.", True),
        (
            "Anna Tolm took a giant step toward the nomination on Tuesday with a win in Orsk.",
            "A win in Orsk would be a big step for Ed Rasp.",
            False,
        ),
    ],
)
def test_what_bears_out(one: str, other: str, borne_out: bool) -> None:
    days = [tuple(w.find(d) for d in ("Friday", "Aug. 7", "Tuesday") if d in w) for w in (one, other)]
    assert bears_out(_tree(one), one, days[0], _tree(other), other, days[1], ENGLISH) is borne_out
