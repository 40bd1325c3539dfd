"""The articles that an answer is made of, in order, and how rare their words are."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline import pool as pool_room
from leadup.timeline.pool import Pool, PooledArticle


def pooled(text: str, day: int | None = None, outlet: str = "Mail") -> PooledArticle:
    of = article(text, outlet, None if day is None else dt.date(2021, 5, day))
    return PooledArticle.of(of, read_light(of))


def test_an_article_is_of_the_story_and_whole_unless_it_is_said() -> None:
    of = pooled("The dam burst.", 3)
    assert (of.membership, of.outside, of.of_event) == (1.0, frozenset(), False)
    assert (of.published, of.outlet) == (dt.date(2021, 5, 3), "Mail")
    bare = PooledArticle(of.id, of.text, of.reading, of.published)
    assert (bare.membership, bare.outside, bare.of_event) == (1.0, frozenset(), False)
    other = article("The dam held.")
    with pytest.raises(ValueError, match="the reading is of article"):
        PooledArticle.of(other, read_light(article("The dam burst.")))


def test_articles_stand_in_order_of_day_each_once() -> None:
    late, early, undated = pooled("The dam burst.", 9), pooled("The dam shook.", 3), pooled("The dam held.")
    again = replace(early, membership=0.5)
    found = Pool.of((late, early, undated, again), ENGLISH)
    assert found.articles == (undated, early, late)
    assert len(found) == 3
    same_day = (pooled("The dam groaned.", 3), early)
    assert Pool.of(same_day, ENGLISH).articles == tuple(sorted(same_day, key=lambda a: a.id))


def test_a_word_is_the_rarer_the_fewer_articles_hold_it() -> None:
    of = Pool.of(
        (pooled("The dam burst. The dam fell.", 3), pooled("The dam held.", 4), pooled("Rain fell.", 5)), ENGLISH
    )
    assert of.rarity["dam"] == pytest.approx(math.log(4 / 3))
    assert of.rarity["burst"] == pytest.approx(math.log(4 / 2))
    assert "river" not in of.rarity
    assert of.rarest == pytest.approx(math.log(4))


@pytest.mark.parametrize(
    ("sample", "counted"), [(2, [0, 3]), (3, [0, 2, 4]), (4, [0, 2, 4]), (5, [0, 1, 2, 3, 4]), (9, [0, 1, 2, 3, 4])]
)
def test_of_many_articles_words_are_counted_in_some(
    sample: int, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_room, "SAMPLE", sample)
    words = ("bakers", "dockers", "farmers", "miners", "sailors")
    of = Pool.of((pooled(f"The {word} sang.", 3 + n) for n, word in enumerate(words)), ENGLISH)
    held = {word.removesuffix("s") for n, word in enumerate(words) if n in counted}
    assert {key for key in of.rarity if key != "sang"} == held
    assert of.rarity["sang"] == pytest.approx(0)
    assert of.rarest == pytest.approx(math.log(1 + min(5, sample)))
