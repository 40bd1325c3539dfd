"""The deep reading: the same for a sentence whichever others are asked for, and exact in its places."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from leadup.intake import Options, article_from_text
from leadup.reading.deep import DeepReaderOfOwn, read_deep, read_each
from leadup.reading.light import read_light

TEXT = """\
Minister resigns after bridge collapse

Transport Minister Anna Lund resigned on Tuesday after the collapse of the Tromsa bridge. The collapse killed 12 people.

“I should have listened,” Lund said. “The engineers warned us.”

She accused the builder, Brandt Group, of hiding reports. Police arrested two of its managers in Oslo on Wednesday.

Brandt Group denied the charge. According to the Brandt Group, its reports were complete.
"""
ARTICLE = article_from_text(TEXT, source="test", options=Options(published=dt.date(2021, 3, 4)))
READING = read_light(ARTICLE)
COUNT = len(READING.sentences)


def test_what_a_sentence_says_does_not_hang_on_which_others_are_asked_for() -> None:
    whole = read_deep(ARTICLE, READING, range(COUNT))
    assert [d.sentence for d in whole] == list(range(COUNT))
    for size in (1, 2):
        for some in itertools.combinations(range(COUNT), size):
            assert read_deep(ARTICLE, READING, some) == tuple(whole[i] for i in some)


def test_articles_read_side_by_side_are_read_as_alone() -> None:
    other = article_from_text(
        "The council said on Monday that it would rebuild the bridge. “It will hold,” mayor Karl Tolm said.",
        source="test",
        options=Options(published=dt.date(2021, 3, 9)),
    )
    reading = read_light(other)
    wanted = [(ARTICLE, READING, (4, 2)), (other, reading, ()), (other, reading, (1,)), (ARTICLE, READING, (0,))]
    alone = [read_deep(*one) for one in wanted]
    assert [[d.sentence for d in found] for found in alone] == [[2, 4], [], [1], [0]]
    assert list(read_each(DeepReaderOfOwn(), wanted)) == alone
    assert list(read_each(read_deep, wanted)) == alone
    assert list(read_each(DeepReaderOfOwn(), [])) == []


def test_everything_stands_where_it_is_said_to() -> None:
    for deep in read_deep(ARTICLE, READING, range(COUNT)):
        sentence = READING.sentences[deep.sentence]
        for action in deep.actions:
            assert sentence.start <= action.start < action.end <= sentence.end
            assert ARTICLE.text[action.start : action.end] == action.exact
        for claim in deep.claims:
            for start, end in (*claim.source, *claim.cue, *claim.content):
                assert 0 <= start < end <= len(ARTICLE.text)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("I should have listened", "Anna Lund"), ("She accused", "Anna Lund"), ("According to", "Brandt Group")],
)
def test_the_speaker_is_the_person_meant(words: str, speaker: str) -> None:
    index = next(i for i, s in enumerate(READING.sentences) if words in ARTICLE.text[s.start : s.end])
    (deep,) = read_deep(ARTICLE, READING, [index])
    assert speaker in {c.speaker.name for c in deep.claims if c.speaker}


def test_who_did_what_to_whom() -> None:
    index = next(i for i, s in enumerate(READING.sentences) if "arrested" in ARTICLE.text[s.start : s.end])
    (deep,) = read_deep(ARTICLE, READING, [index])
    action = deep.actions[0]
    assert (action.category, action.realis) == ("COERCE", "happened")
    assert action.source is not None
    assert "olice" in action.source.name


def test_a_kept_deep_reading_is_of_one_light_reader() -> None:
    from leadup.reading.deep import deep_mark
    from leadup.reading.light import light_mark

    assert light_mark() in deep_mark(), "its index means another sentence when the light reader cuts anew"


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("Storm Ada swept Norland before the Super Harbor closed.", ()),
        ("The ferries of Norland sailed amid operations in Denmark.", ()),
        ("Norwegian forces moved the harbor guard to Hask.", ("Norwegian forces",)),
        ("Police arrested Anna Lund on Friday.", ("Police", "Anna Lund")),
    ],
)
def test_who_has_a_part_is_listed_where_a_deed_or_a_name_tells_so(sentence: str, listed: tuple[str, ...]) -> None:
    article = article_from_text(f"{sentence}\n", source="test", options=Options(published=dt.date(2021, 3, 4)))
    (deep,) = read_deep(article, read_light(article), [0])
    assert tuple(actor.name for actor in deep.actors) == listed
