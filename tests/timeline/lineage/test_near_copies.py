"""Copies by their shingles, also cut and re-ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadup.signatures import keys, signature, similarity
from leadup.timeline.lineage import near_copies

STORY = [
    "A bridge over the river Lom gave way on Tuesday after a week of rain.",
    "Two lorries and a bus fell into the water, the police said.",
    "Divers brought nine people to the bank, four of them hurt.",
    "The mayor closed the road to the south until engineers have looked at the other piers.",
    "Farmers nearby had warned for years that the stone was washing out.",
    "A temporary crossing for cars will be laid by the army before the weekend.",
]
OTHER = [
    "Parliament passed the budget on Tuesday by three votes.",
    "The opposition had wanted more money for schools and fewer new roads.",
    "The finance minister called the result a good day for savers.",
    "Shares in banks rose a little in the afternoon, while the currency hardly moved.",
    "A second reading of the pensions bill is due after the holidays.",
]


def texts() -> dict[str, str]:
    return {
        "whole": " ".join(STORY),
        "cut": " ".join(STORY[:3]),
        "turned": "Bridge down. " + " ".join(STORY[3:] + STORY[:3]) + " Our desk wrote the heading.",
        "other": " ".join(OTHER),
    }


def test_cut_and_reordered_copies_are_found_and_others_are_not() -> None:
    found = {frozenset((c.copy, c.original)) for c in near_copies(texts())}
    assert frozenset(("whole", "cut")) in found
    assert frozenset(("whole", "turned")) in found
    assert not any("other" in pair for pair in found)


def test_the_original_stands_earlier() -> None:
    assert all(list(texts()).index(c.original) < list(texts()).index(c.copy) for c in near_copies(texts()))


@pytest.mark.parametrize("text", ["", "three short words", "\ud800 lone surrogates do not stop it at all"])
def test_odd_texts_have_signatures_too(text: str) -> None:
    assert similarity(signature(text), signature(text)) in (0.0, 1.0)


@given(st.lists(st.sampled_from(STORY + OTHER), max_size=8), st.lists(st.sampled_from(STORY + OTHER), max_size=8))
def test_similarity_is_symmetric_and_a_share(a: list[str], b: list[str]) -> None:
    one, two = signature(" ".join(a)), signature(" ".join(b))
    assert similarity(one, two) == similarity(two, one)
    assert 0 <= similarity(one, two) <= 1


def test_case_and_spacing_do_not_matter() -> None:
    assert signature(" ".join(STORY)) == signature("\n".join(STORY).upper())


def test_keys_are_the_smallest_hashes() -> None:
    assert list(keys(signature(" ".join(STORY)))) == sorted(keys(signature(" ".join(STORY))))


@given(st.text(alphabet="aA bB.-'’1İß\n\t\u00a0", max_size=80))
def test_a_signature_does_not_hang_on_what_was_met_before(text: str) -> None:
    """What stands between two spaces is remembered: case, odd spaces and what was read before change nothing."""
    first = signature(text)
    signature(text.upper())
    assert signature(text) == first == signature("\n\n".join(text.split())) == signature(text.casefold())
