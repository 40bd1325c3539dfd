"""The words of a story and how much each of them tells, on articles written down."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline.story import Belonging, Profile, story_weight
from leadup.timeline.story.profile import is_common, profile_of, rarity, stem_counts
from leadup.timeline.terms import stem

SIZE = 1000


def _profile(
    *articles: str, weights: Iterable[float] = (), held: Mapping[str, int] | None = None, named: float = 0.0
) -> Mapping[str, float]:
    told = [
        (weight, stem_counts(text, ENGLISH))
        for weight, text in zip((*weights, *[1.0] * len(articles)), articles, strict=False)
    ]
    found = profile_of(
        told, lambda words, _most: {word: (held or {}).get(word, 9) for word in words}, SIZE, named, language=ENGLISH
    )
    return found.weights


def test_rarity_is_the_inverse_of_how_many_hold_a_word() -> None:
    assert rarity(9, SIZE) == pytest.approx(math.log(1001 / 9.5))
    assert rarity(SIZE, SIZE) == pytest.approx(math.log(1001 / 1000.5))
    assert rarity(2 * SIZE, SIZE) == 0


def test_words_are_counted_by_their_stem_as_they_are_first_written() -> None:
    found = stem_counts("Dams leak. The dam leaked on 7 May 2021 by 12 metres; the dam", ENGLISH)
    assert found["dam"] == (3, "dams")
    assert {written for _, written in found.values()} >= {"2021", "metres"}
    assert not {"7", "12", "the"} & {written for _, written in found.values()}


def test_a_word_tells_by_how_often_it_stands_and_by_how_rare_it_is() -> None:
    same = _profile("tarrow gates", held={"tarrow": 9, "gates": 9})
    assert same == pytest.approx({"tarrow": 0.5, "gates": 0.5})
    often = _profile("tarrow tarrow tarrow gates")
    assert often["tarrow"] / often["gates"] == pytest.approx((math.log(4) / math.log(2)) ** 2)
    # more than three times tell no more
    assert _profile("tarrow " * 9 + "gates") == pytest.approx(often)
    rare = _profile("tarrow gates", held={"tarrow": 9, "gates": 99})
    assert rare["tarrow"] / rare["gates"] == pytest.approx((rarity(9, SIZE) / rarity(99, SIZE)) ** 1.5)
    # the rarest tell no more than rare ones, and what a third holds tells nothing
    assert _profile("tarrow gates", held={"tarrow": 0, "gates": 1}) == pytest.approx(same)
    assert set(_profile("tarrow gates", held={"tarrow": 9, "gates": 400})) == {"tarrow"}
    assert set(_profile("tarrow gates", held={"tarrow": 9, "gates": 360})) == {"tarrow", "gates"}


def test_a_word_tells_by_the_share_of_articles_that_hold_it() -> None:
    found = _profile("tarrow gates", "tarrow lake")
    assert found["tarrow"] / found["gates"] == pytest.approx(4)
    weighed = _profile("tarrow gates", "tarrow lake", weights=(3, 1))
    assert weighed["tarrow"] / weighed["gates"] == pytest.approx((4 / 3) ** 2)
    # of more than two articles two must hold it, of more than eight three
    assert set(_profile("tarrow gates", "tarrow lake", "tarrow lake")) == {"tarrow", "lake"}
    some = ["tarrow gates lake"] * 2 + ["tarrow gates"] + ["tarrow"] * 5
    assert set(_profile(*some)) == {"tarrow", "gates", "lake"}
    assert set(_profile(*some, "tarrow")) == {"tarrow", "gates"}


def test_what_one_report_of_several_says_once_is_its_own() -> None:
    # Of an eighth of the story a word said three times is held by an eighth, and one said once by half of that.
    assert set(_profile("tarrow tarrow tarrow gates", "lake", weights=(1, 7))) == {"tarrow", "lake"}


def test_names_are_held_to_be_rare_where_that_is_said() -> None:
    common = {"tarrow": 900, "gates": 9}
    assert set(_profile("tarrow gates", held=common)) == {"gates"}
    assert set(_profile("tarrow gates", held=common, named=2.5)) == {"tarrow", "gates"}
    assert not is_common("tarrow", ENGLISH)
    assert is_common("gates", ENGLISH) and is_common("gate", ENGLISH) and is_common("2021", ENGLISH)


def test_of_two_words_of_one_stem_the_weightier_counts_and_all_add_up_to_one() -> None:
    found = Profile.of({"leak": 1.0, "leaks": 3.0, "dam": 1.0}, ENGLISH)
    assert found.weights == {"leaks": 0.75, "dam": 0.25}
    assert story_weight(found, "The leak and the leaks.", ENGLISH) == 0.75
    assert story_weight(found, "It rained.", ENGLISH) == 0
    assert found and not Profile.of({}, ENGLISH)


@pytest.mark.parametrize(
    ("text", "membership", "other"),
    [
        ("The Tarrow dam burst. Divers left. Bakers sang.", 1.0, {1, 2}),
        # a sentence needs some of the story's words, less where those beside it have more, more in an article apart
        ("The lake rose. Bakers sang.", 1.0, {0, 1}),
        ("The lake rose. The Tarrow dam burst.", 1.0, set()),
        ("The Tarrow dam burst. The lake rose.", 1.0, set()),
        ("The gates shut. Bakers sang.", 1.0, {1}),
        ("The gates shut. Bakers sang.", 0.0, {0, 1}),
    ],
)
def test_what_of_an_article_is_another_matter(text: str, membership: float, other: set[int]) -> None:
    story = Profile.of({"tarrow": 0.5, "dam": 0.3, "gates": 0.15, "lake": 0.05}, ENGLISH)
    sentences = read_light(article(text)).sentences
    assert Belonging(story, language=ENGLISH).outside(text, sentences, membership) == other


@pytest.mark.parametrize(
    ("title", "other"), [(None, {0, 1}), ("The Tarrow dam bursts", {1}), ("Bakers sing in Orsk", {0, 1})]
)
def test_a_title_stands_before_the_first_sentence(title: str | None, other: set[int]) -> None:
    story = Profile.of({"tarrow": 0.5, "dam": 0.3, "gates": 0.15, "lake": 0.05}, ENGLISH)
    sentences = read_light(article(text := "The lake rose. Bakers sang.")).sentences
    assert Belonging(story, language=ENGLISH).outside(text, sentences, 1.0, title) == other


def test_what_names_the_event_is_of_its_story_in_any_words() -> None:
    text = "Bakers sang. Rain fell."
    sentences = read_light(article(text)).sentences
    story = Profile.of({"tarrow": 1.0}, ENGLISH)
    asked = {stem("bakers", ENGLISH): 0.7, stem("harvest", ENGLISH): 0.3}
    assert Belonging(story, language=ENGLISH).outside(text, sentences, 1.0) == {0, 1}
    assert Belonging(story, asked, language=ENGLISH).outside(text, sentences, 1.0) == {1}
    assert Belonging(story, {**asked, stem("harvest", ENGLISH): 0.31}, language=ENGLISH).outside(
        text, sentences, 1.0
    ) == {0, 1}
