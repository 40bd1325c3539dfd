"""Out of an archive of every subject only the event's own story is told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.timeline.mixed import BRIDGE, FIRST, OTHERS, article, articles

from leadup import Archive, Question, lead_up
from leadup.errors import EmptyWindow
from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.timeline.story import Belonging, Profile, find_story, story_weight
from leadup.timeline.story.own import question_terms, text_around_event
from leadup.timeline.story.profile import is_common, profile_of, stem_counts
from leadup.timeline.story.retrieval import Story, _full, _widening

COLLAPSE = FIRST + dt.timedelta(10)
FOREIGN = re.compile("|".join(("Ossa", "Marn", "barley", "museum")))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("mixed") / "archive", create=True) as kept:
        for article in articles():
            kept.add(article)
        yield kept


def test_only_the_story_is_told(archive: Archive) -> None:
    timeline = lead_up("the collapse of the Lom bridge", archive, date=COLLAPSE)
    assert [e.wording.exact for e in timeline.entries if FOREIGN.search(e.wording.exact)] == []
    days = {e.day for e in timeline.entries}
    assert {FIRST, FIRST + dt.timedelta(3), FIRST + dt.timedelta(6), COLLAPSE} <= days


def test_the_event_is_stated_as_news(archive: Archive) -> None:
    timeline = lead_up("the collapse of the Lom bridge", archive, date=COLLAPSE)
    (event,) = (e for e in timeline.entries if e.is_target)
    assert re.match(r"(The Lom bridge at Hask collapsed|Nine people died when)", event.wording.exact)


def test_each_thing_is_told_once(archive: Archive) -> None:
    timeline = lead_up("the collapse of the Lom bridge", archive, date=COLLAPSE)
    told = {"resigned": COLLAPSE - dt.timedelta(4), "collapsed": COLLAPSE}
    for word, day in told.items():
        assert len([e for e in timeline.entries if e.day == day and word in e.wording.exact]) == 1


def test_a_sudden_event_has_nothing_before_it(archive: Archive) -> None:
    """What the weeks before hold of other stories does not fill its days."""
    asked = Question("the cracks in the Lom bridge", date=FIRST, days=14)
    timeline = lead_up(asked, archive)
    assert {e.day for e in timeline.entries} == {FIRST}


def test_membership_parts_the_story_from_the_rest(archive: Archive) -> None:
    asked = Question("the collapse of the Lom bridge", date=COLLAPSE)
    story = find_story(archive, asked, None, FIRST, COLLAPSE, COLLAPSE + dt.timedelta(5), ENGLISH)
    assert story is not None
    assert {a.text for a, _ in story.articles} == {text for _, _, _, text in BRIDGE}
    assert not story.whole
    assert story.own
    assert set(story.own) <= set(story.membership)
    assert {article.id for article in story.pool.articles if article.of_event} == set(story.own)
    # The event's own articles belong nearly wholly, the others of its story in good part.
    own = {m for id, m in story.membership.items() if id in story.own}
    other = {m for id, m in story.membership.items() if id not in story.own}
    assert 0.9 < min(own) <= max(own) == 1
    assert 0.6 < min(other) <= max(other) < 0.9
    assert 0 < story.full <= 1


class Hit(NamedTuple):
    """An article that was found: a handle, and how much it holds."""

    row: int
    score: float


def _found(*scores: float) -> list[Hit]:
    return [Hit(row, score) for row, score in enumerate(scores)]


def test_an_article_that_is_wholly_of_the_story_scores_as_the_best_do() -> None:
    # The median of the best five, or of as many as the event's own.
    assert _full(_found(9, 1, 8, 2, 7, 3, 6), {}) == 7
    assert _full(_found(9, 1, 8, 2, 7, 3, 6), dict.fromkeys(range(7), 1.0)) == 6
    assert _full(_found(9, 8), {}) == 8.5
    assert _full([], {}) == 0


def test_which_articles_a_story_is_widened_by() -> None:
    def rows(scores: list[float], full: float) -> list[int]:
        return [hit.row for hit in _widening(_found(*scores), full)]

    # Those that come half of the way, best first, forty at most.
    assert rows([5.0] * 12 + [9.0, 4.9], 10) == [12, *range(12)]
    assert len(rows([9.0] * 50, 10)) == 40
    # Where they are few, of the best twelve those that come four tenths of it.
    assert rows([5.0, 4.9, 4.0, 3.9], 10) == [0, 1, 2]
    assert rows([5.0] * 11 + [4.5, 4.4], 10) == [*range(12)]


def test_an_event_that_no_article_speaks_of_has_no_story(archive: Archive) -> None:
    asked = Question("the eruption of Mount Zeff", date=COLLAPSE)
    assert find_story(archive, asked, None, FIRST, COLLAPSE, COLLAPSE, ENGLISH) is None
    with pytest.raises(EmptyWindow):
        lead_up(asked, archive)


def test_an_archive_of_one_story_is_whole(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as kept:
        for article in articles()[: len(BRIDGE)]:
            kept.add(article)
        asked = Question("the collapse of the Lom bridge", date=COLLAPSE)
        story = find_story(kept, asked, None, FIRST, COLLAPSE, COLLAPSE + dt.timedelta(5), ENGLISH)
        assert story is not None
        assert story.whole
        assert len(story.articles) == len(BRIDGE)


def test_a_profile_prefers_what_all_share_and_others_lack() -> None:
    told = [(1.0, stem_counts(f"{title} . {text}", ENGLISH)) for _, _, title, text in BRIDGE]
    common = {"bridge": 9, "lom": 9, "hask": 8, "said": 200, "tuesday": 60}
    profile = profile_of(told, lambda words, _most: {w: common.get(w, 40) for w in words}, 260, language=ENGLISH)
    weights = profile.by_stem
    assert sum(profile.weights.values()) == pytest.approx(1)
    assert weights["lom"] > weights.get("minist", 0)
    assert "said" not in profile.weights


def test_sentences_of_another_matter_stand_outside() -> None:
    text = BRIDGE[6][3] + " " + OTHERS[1][1].format(day="Monday") + " Traders in Marn spoke of barley and rain."
    reading = read_light(article(COLLAPSE, "Valley Post", "x", text))
    profile = Profile.of({"lom": 3.0, "bridge": 3.0, "hask": 2.0, "brenn": 1.0, "collapsed": 1.0}, ENGLISH)
    outer = Belonging(profile, language=ENGLISH).outside(text, reading.sentences, 0.4)
    kept = [text[s.start : s.end] for i, s in enumerate(reading.sentences) if i not in outer]
    assert any("collapsed" in words for words in kept)
    assert not any("barley" in words for words in kept)


@pytest.mark.parametrize(("is_own", "outside"), [(True, {1, 2}), (False, {0, 1, 2})])
def test_what_the_event_s_own_article_opens_with_is_of_its_story(is_own: bool, outside: set[int]) -> None:
    told = article(COLLAPSE, "Valley Post", "x", "Gulls fell silent on Friday. Fishermen sold herring. Rain fell.")
    own = (told.id,) if is_own else ()
    of = Story(Profile.of({"tolk": 1.0}, ENGLISH), ((told, read_light(told)),), {told.id: 0.5}, own, language=ENGLISH)
    assert of.pool.articles[0].outside == outside


def test_what_names_the_event_is_of_its_story_though_every_article_names_it() -> None:
    text = "Rebels shelled the port of Vessin on Friday. Fishermen sold herring on Friday."
    reading = read_light(article(COLLAPSE, "Valley Post", "x", text))
    profile = Profile.of({"tolk": 1.0}, ENGLISH)
    asked = {"shell": 2.0, "vessin": 3.0}
    assert Belonging(profile, language=ENGLISH).outside(text, reading.sentences, 1.0) == {0, 1}
    assert Belonging(profile, asked, language=ENGLISH).outside(text, reading.sentences, 1.0) == {1}


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [("The Lom bridge.", 2 / 3), ("A bridge.", 1 / 3), ("Rain fell.", 0.0), ("LOM BRIDGES", 2 / 3)],
)
def test_the_storys_words_in_a_sentence(sentence: str, weight: float) -> None:
    assert story_weight(
        Profile.of({"lom": 1.0, "bridge": 1.0, "hask": 1.0}, ENGLISH), sentence, ENGLISH
    ) == pytest.approx(weight)


@pytest.mark.parametrize(("word", "common"), [("bridge", True), ("bridges", True), ("varo", False), ("2021", True)])
def test_common_words(word: str, common: bool) -> None:
    assert is_common(word, ENGLISH) is common


ROUND_UP = (
    "The Lom bridge at Hask collapsed on Tuesday, killing nine people, and Minister Ida Varo spoke of it on Wednesday. "
    "Olav Brenn, the chief engineer, resigned on May 7. The road office of Norland had barred lorries from the bridge. "
    "Divers searched the river Lom for cars through the night. The minister had called the Lom bridge safe. "
    "Families of the nine waited in Hask. Engineers found cracks in the pier of the Lom bridge on May 1. "
    "The road office said that it would look into the collapse of the bridge. Cars fell into the river Lom. " * 2
)
IN_PASSING = "In other news a kiln burst at the Dorrit pottery in Quell on Tuesday, and three potters were hurt. "


def test_an_event_named_in_passing_is_told_in_its_own_words(tmp_path: Path) -> None:
    """Round-ups of another story tell of it: that story, whose words they are full of, is not its own."""
    with Archive(tmp_path / "archive", create=True) as kept:
        for each in articles():
            kept.add(each)
        for n, outlet in enumerate(("North Post", "South Post", "West Post")):
            day = COLLAPSE + dt.timedelta(1)
            kept.add(article(day, outlet, f"The week so far ({n})", ROUND_UP + IN_PASSING + f"Page {n} ends here."))
        timeline = lead_up("the kiln blast at the Dorrit pottery in Quell", kept, date=COLLAPSE)
        words = [e.wording.exact for e in timeline.entries]
        assert words
        assert all("kiln" in w for w in words), words


def test_a_name_counts_more_than_the_word_for_the_deed(archive: Archive) -> None:
    asked = question_terms(archive, Question("the ouster of Olav Brenn"), ENGLISH)
    assert asked.deeds == {"ouster"}
    assert asked.weights["ouster"] < asked.weights["olav"]
    assert asked.weights["ouster"] < asked.weights["brenn"]


def test_a_name_is_looked_for_as_the_archive_spells_it(archive: Archive) -> None:
    asked = question_terms(archive, Question("the resignation of Olav Bren"), ENGLISH)
    assert "brenn" in asked.weights


@pytest.mark.parametrize(
    ("text", "within", "without"),
    [
        ("The Lom bridge fell. " + "Rain fell on Marn. " * 60 + "The Lom bridge fell again.", "bridge", ""),
        ("The bridge of Ossa stood. " + "Rain fell on Marn. " * 60 + "The Lom bridge fell.", "Lom", "Ossa"),
        ("Rain fell on Marn. " * 9, "", "Marn"),
    ],
)
def test_what_stands_around_the_events_words(text: str, within: str, without: str) -> None:
    found = text_around_event({"lom": 2.0, "bridge": 1.0}, text, ENGLISH)
    assert within in found
    assert len(found) < len(text)
    assert not without or without not in found


def test_an_article_headlined_by_whom_the_event_is_of_belongs(tmp_path: Path) -> None:
    """It tells little in the story's words, but is of the one it names."""
    past = (
        "Years ago Brenn sold barley at the exchange of Marn, and traders there still speak of a dry spring. Then he "
        "built a road to Tarn, and the mayor of Tarn gave him a clock. On Wednesday a letter to the road office "
        "was read in the council of Marn. Parents had waited for the school for years, and the letter asked for it."
    )
    with Archive(tmp_path / "archive", create=True) as kept:
        for each in articles():
            kept.add(each)
        day = FIRST + dt.timedelta(5)
        for title in ("Brenn wrote to Marn on a road", "A letter to Marn on a road"):
            kept.add(article(day, title, title, f"{past} So much for the {title}."))
        asked = Question("the resignation of Olav Brenn", date=FIRST + dt.timedelta(6))
        story = find_story(kept, asked, None, FIRST, FIRST + dt.timedelta(6), FIRST + dt.timedelta(30), ENGLISH)
        assert story is not None
        titles = {a.title for a, _ in story.articles}
    assert "Brenn wrote to Marn on a road" in titles
    assert "A letter to Marn on a road" not in titles
