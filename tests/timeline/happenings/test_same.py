"""Whether two sentences tell of one happening."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadup.lang import ENGLISH
from leadup.timeline.happenings import Collection, Passage, cluster, same_happening, scores
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.same import _laid_out, _widened

DOCUMENTS = {
    "a": "An earthquake of magnitude 6.1 struck the island of Lorvana on Monday. Mayor Ana Pell said 14 people died.",
    "b": "Lorvana was shaken on Monday by a quake, magnitude 6.1. Ana Pell, the mayor, put the dead at 14.",
    "c": "Lorvana counts its dead: 14, says Mayor Ana Pell, after Monday's quake of magnitude 6.1.",
    "d": "In Tessaly a magnitude 5.4 earthquake killed three on Friday. Governor Omar Reyes closed the schools.",
    "e": "Three died in Tessaly on Friday in a quake of magnitude 5.4. Schools stay shut, Governor Omar Reyes said.",
    "f": "Tessaly buried its three dead. Omar Reyes, the governor, spoke of Friday's quake of 5.4.",
}
FIRST = {id: text.split(". ")[0] for id, text in DOCUMENTS.items()}


def passages() -> list[Passage]:
    return [Passage(id, text) for id, text in FIRST.items()]


def test_two_happenings_of_one_kind_are_told_apart() -> None:
    likeness = scores(passages(), Collection(DOCUMENTS, ENGLISH))
    within = [likeness[i, j] for i in range(6) for j in range(i) if (i < 3) == (j < 3)]
    across = [likeness[i, j] for i in range(6) for j in range(i) if (i < 3) != (j < 3)]
    assert min(within) > max(across)


def test_a_pool_of_one_story_stays_whole() -> None:
    one = {id: text for id, text in DOCUMENTS.items() if id in "abc"}
    assert Collection(one, ENGLISH).story_likeness(["a", "b", "c"]).min() > 0.5


def test_a_document_is_nearest_to_those_whose_names_it_names_most() -> None:
    told = {
        "often": "Rain fell on Orsk. Few in Orsk slept. All of Orsk was wet, and so was Lom.",
        "orsk": "Rain fell on Orsk.",
        "lom": "Rain fell on Lom.",
        "neither": "Rain fell on Marn.",
    }
    orsk, lom, neither = Collection(told, ENGLISH)._nearness()[0, 1:]
    assert 1 > orsk > 1.5 * lom > 1.5 * neither


def test_a_pair_alone_is_scored_between_0_and_1() -> None:
    a, b, *_ = passages()
    assert 0 <= same_happening(a, b, Collection(DOCUMENTS, ENGLISH)) <= 1
    assert same_happening(a, b, Collection(DOCUMENTS, ENGLISH)) == pytest.approx(
        same_happening(b, a, Collection(DOCUMENTS, ENGLISH))
    )


@pytest.mark.parametrize(
    ("natural", "tokenised"),
    [
        ("Two men didn't return to the U.S. base.", "Two men did n't return to the U.S. base ."),
        ("Lorvana's mayor, Ana Pell, spoke.", "Lorvana 's mayor , Ana Pell , spoke ."),
    ],
)
def test_words_are_the_same_in_natural_and_tokenised_text(natural: str, tokenised: str) -> None:
    assert words_of(natural, ENGLISH) == words_of(tokenised, ENGLISH)


@given(st.permutations(range(6)))
def test_scores_do_not_hang_on_order(order: list[int]) -> None:
    straight = scores(passages(), Collection(DOCUMENTS, ENGLISH))
    turned = scores([passages()[k] for k in order], Collection(DOCUMENTS, ENGLISH))
    assert np.allclose(straight[np.ix_(order, order)], turned, atol=1e-5)


@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
def test_clusters_tile_the_rows(size: int, seed: int) -> None:
    drawn = np.random.default_rng(seed).random((size, size)).astype(np.float32)
    groups = cluster((drawn + drawn.T) / 2)
    assert sorted(k for g in groups for k in g) == list(range(size))


APART = {"a": "A quake struck Lorvana on Monday. Bakers sang in the old hall.", "b": "Police arrested a man."}
QUAKE, SONG, ARREST = "A quake struck Lorvana.", "Bakers sang in the old hall.", "Police arrested a man."


def test_a_story_and_its_words_make_a_score() -> None:
    told = [Passage("a", QUAKE), Passage("a", QUAKE), Passage("a", SONG), Passage("b", ARREST), Passage("b", QUAKE)]
    found = scores(told, Collection(APART, ENGLISH))
    # Of one story and in one wording; of one story alone; in one wording alone; neither.
    assert found[0, 1] == found[0, 0] == pytest.approx(0.98, abs=0.001)
    assert found[0, 2] == pytest.approx(0.131, abs=0.001)
    assert found[0, 4] == pytest.approx(0.45, abs=0.001)
    assert found[0, 3] == pytest.approx(0.0025, abs=0.0005)
    strict = scores(told, Collection(APART, ENGLISH), strict=True)
    assert strict[0, 1] == found[0, 1] and strict[0, 2] == 0
    # A sentence of few words has little to be known by.
    few = scores([Passage("a", "Quake."), Passage("a", "Quake.")], Collection(APART, ENGLISH), strict=True)
    assert 0.05 < few[0, 1] < 0.2


def test_clusters_join_by_average_not_by_one_link() -> None:
    likeness = np.array([[1, 0.9, 0.6], [0.9, 1, 0.1], [0.6, 0.1, 1]], dtype=np.float32)
    assert cluster(likeness) == [[0, 1], [2]]
    assert cluster(likeness, threshold=0.3) == [[0, 1, 2]]


def test_a_third_wording_of_a_story_joins_two() -> None:
    rows = np.array([[1, 0], [0, 1], [2**-0.5, 2**-0.5]], dtype=np.float32)
    # each is mixed with those like it, by how alike they are, six parts to four of itself
    joined = _widened(rows, np.ones((3, 3), dtype=np.float32))
    assert joined[0, 1] == pytest.approx(0.8138, abs=0.001)
    assert joined[0, 2] == joined[1, 2] == pytest.approx(0.9523, abs=0.001)
    assert np.allclose(np.diag(joined), 1, atol=1e-5)
    # the other stories' are no neighbours, nor is what has less than nothing in common
    apart = _widened(rows, np.eye(3, dtype=np.float32))
    assert np.allclose(apart, rows @ rows.T, atol=1e-5)
    opposed = _widened(np.array([[1, 0], [-1, 0]], dtype=np.float32), np.ones((2, 2), dtype=np.float32))
    assert opposed[0, 1] == pytest.approx(-1, abs=1e-5)


def test_only_the_fifteen_nearest_count() -> None:
    # One sentence, and sixteen that are the less like it the later they stand, each with something of its own.
    rows = np.eye(17, dtype=np.float32)
    for k in range(1, 17):
        rows[k, 0] = 0.9 - 0.01 * k
        rows[k, k] = (1 - rows[k, 0] ** 2) ** 0.5
    joined = _widened(rows, np.ones((17, 17), dtype=np.float32))
    # The last is no neighbour of the first, and so less like it than the one before by far more than a step.
    steps = joined[0, 1:16] - joined[0, 2:]
    assert steps[-1] > 1.5 * steps[:-1].max() > 0


def test_what_the_words_of_a_sentence_weigh() -> None:
    context = Collection(APART, ENGLISH)
    words, deeds = _laid_out([Passage("a", QUAKE), Passage("b", ARREST), Passage("b", "")], context)
    terms = sorted({t for text in (QUAKE, ARREST) for t, _ in words_of(text, ENGLISH)})
    names = {t for text in (QUAKE, ARREST) for t, name in words_of(text, ENGLISH) if name}
    for row, text in ((0, QUAKE), (1, ARREST)):
        held = {t for t, _ in words_of(text, ENGLISH)}
        for at, term in enumerate(terms):
            weight = context.rarity(term) ** 0.5 * (0.8 if term in names else 1) if term in held else 0
            assert words[row, at] == pytest.approx(weight, abs=1e-5), term
    assert not words[2].any() and not deeds[2].any()
    assert set(np.unique(deeds)) == {0, 1} and names
