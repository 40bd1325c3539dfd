"""How the event itself is judged: by which words, and whose."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import article, entry, tree

from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.reading.light import read_light
from leadup.reading.syntax import Parse
from leadup.timeline.chain import find_cues
from leadup.timeline.pool import PooledArticle
from leadup.timeline.reactions.judged import Judged, _judged_by, _who

DAY = dt.date(2021, 5, 3)
HEAD = "Governor Paul Strand was killed by raiders in Mold on May 3."
BEFORE = ("", "It rained. ", "Rain fell on the old town. ")


def judged(words: str = "killing of Paul Strand") -> Judged:
    return Judged(entry(article(HEAD, "The Test", DAY), HEAD, DAY), Target(words, DAY, "given"), language=ENGLISH)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("said", "cue", "who"),
    [
        ("Karl Tolm, the mayor of Lund, condemned the killing.", "condemned", "Karl Tolm, the mayor of Lund,"),
        ("Karl Tolm condemned the killing.", "condemned", "Karl Tolm"),
        ("On Monday the old mayor of Lund condemned the killing.", "condemned", "the old mayor of Lund"),
        ("Ann Berg spoke, and Karl Tolm condemned the killing.", "condemned", "Karl Tolm"),
        ("Karl Tolm spoke to the council and condemned the killing.", "condemned", "Karl Tolm"),
        ("Karl Tolm condemned the new tax.", None, None),
        ("Karl Tolm condemned killing.", None, None),
        ("Karl Tolm condemned the killing of Ann Berg.", None, None),
        ("Karl Tolm condemned the killing of Strand.", "condemned", "Karl Tolm"),
        ("Karl Tolm condemned Strand’s killing.", "condemned", "Karl Tolm"),
        ("Karl Tolm condemned the killing of the miners.", None, None),
        ("Karl Tolm condemned the act.", None, None),
    ],
)
def test_by_which_words_it_is_judged_and_whose(before: str, said: str, cue: str | None, who: str | None) -> None:
    made = article(f"{HEAD} {before}{said}", "B", DAY)
    reading = read_light(made)
    tie = judged().judging(made, reading, len(reading.sentences) - 1)
    assert (tie is None) is (cue is None)
    if tie is not None:
        assert tie.cue is not None and tie.who is not None
        assert cue is not None and who is not None
        assert made.text[slice(*tie.cue)].startswith(cue)
        assert made.text[slice(*tie.who)].rstrip(",") == who.rstrip(",")
        assert (tie.judges, tie.announced, tie.answers) == (True, False, ())


def test_the_events_own_words_judge_nothing() -> None:
    text = "Raiders killed Paul Strand on May 3, and Karl Tolm condemned the killing."
    made = article(text, "B", DAY)
    own = Judged(entry(made, text, DAY), Target("killing of Paul Strand", DAY, "given"), language=ENGLISH)
    assert own.judging(made, read_light(made), 0) is None
    other = article(f"It rained. {text}", "B", DAY)
    assert own.judging(other, read_light(other), 1) is not None


def test_what_the_question_calls_it_judges_it_too_where_it_names_no_deed() -> None:
    letter = judged("the letter of Paul Strand")
    assert letter.is_named_in("what the letters say")
    assert not letter.is_named_in("what Strand and Paul say")
    assert not judged().is_named_in("what the letters say")
    assert judged().is_named_in("after the killings") and not judged().is_named_in("after the party")


CONDEMNED = ("Karl PROPN nsubj 2", "condemned VERB root 0", "the DET det 4", "killing NOUN obj 2")


@pytest.mark.parametrize(
    ("parsed", "verb", "noun"),
    [
        (tree(*CONDEMNED), 1, 3),
        # Read as what it was called.
        (tree(*CONDEMNED[:3], "killing NOUN xcomp 2"), 1, 3),
        (tree(*CONDEMNED[:2], "today NOUN obl:tmod 2"), 1, None),
    ],
)
def test_the_object_of_a_verb_of_judging_is_judged(parsed: Parse, verb: int, noun: int | None) -> None:
    (cue,) = (
        c for c in find_cues("Karl condemned the killing", ENGLISH) if c.name == "condemned" or "condemn" in c.name
    )
    assert _judged_by(parsed, cue, verb, ENGLISH) == noun


@pytest.mark.parametrize(
    ("parsed", "verb", "extent"),
    [
        (tree(*CONDEMNED), 1, "Karl"),
        (tree("Then ADV advmod 3", "Karl PROPN nsubj 3", "spoke VERB root 0", "calling VERB advcl 3"), 3, "Karl"),
        (tree("Then ADV advmod 3", "Karl PROPN nsubj 3", "spoke VERB root 0", "called VERB conj 3"), 3, "Karl"),
        # A clause that is said is not said by who says it.
        (tree("Then ADV advmod 3", "Karl PROPN nsubj 3", "said VERB root 0", "called VERB ccomp 3"), 3, None),
        (tree("Spoke VERB root 0"), 0, None),
        # Of the subject all that belongs to it, a clause behind it left out.
        (
            tree(
                "Then ADV advmod 6",
                "old ADJ amod 3",
                "Karl PROPN nsubj 6",
                "who PRON nsubj 5",
                "came VERB acl:relcl 3",
                "spoke VERB root 0",
            ),
            5,
            "old Karl",
        ),
    ],
)
def test_the_subject_of_a_verb_or_of_what_it_goes_on_from(parsed: Parse, verb: int, extent: str | None) -> None:
    text = " ".join(token.word for token in parsed)
    found = _who(parsed, verb)
    assert (text[slice(*found)] if found else None) == extent


@pytest.mark.parametrize(
    ("printed", "text", "about"),
    [
        (3, f"It rained. It poured. {HEAD}", True),
        (3, f"It rained. It poured. It froze. {HEAD}", False),
        (3, "Paul Strand spoke in Mold.", False),
        (17, HEAD, True),
        (18, HEAD, False),
        (2, HEAD, False),
    ],
)
def test_which_articles_are_about_it(printed: int, text: str, about: bool) -> None:
    made = article(text, "B", DAY.replace(day=printed))
    pooled = PooledArticle.of(made, read_light(made))
    other = article("The opera of Marn cancelled its season.", "C", DAY)
    assert (made.id in judged().heads([PooledArticle.of(other, read_light(other)), pooled])) is about


@pytest.mark.parametrize(
    ("text", "printed", "about"),
    [
        ("Raiders killed Paul Strand in Mold. It rained.", 4, True),
        ("It rained. It was cold. Raiders killed Paul Strand in Mold.", 4, True),
        # behind the head, too early or too late
        ("It rained. It was cold. Mold was dark. Raiders killed Paul Strand in Mold.", 4, False),
        ("Raiders killed Paul Strand in Mold. It rained.", 3, True),
        ("Raiders killed Paul Strand in Mold. It rained.", 2, False),
        ("Raiders killed Paul Strand in Mold. It rained.", 17, True),
        ("Raiders killed Paul Strand in Mold. It rained.", 18, False),
        # a part of it is not it, nor what was not done
        ("Paul Strand sang in Mold. It rained.", 4, False),
        ("Raiders killed a baker in Mold. It rained.", 4, False),
        ("Raiders may kill Paul Strand in Mold. It rained.", 4, False),
    ],
)
def test_an_article_is_about_the_event_where_its_head_tells_it(text: str, printed: int, about: bool) -> None:
    made = article(text, "B", DAY.replace(day=printed))
    pooled = PooledArticle.of(made, read_light(made))
    assert judged().heads([pooled]) == (frozenset((made.id,)) if about else frozenset())


@pytest.mark.parametrize(
    ("text", "about"), [("Raiders killed Paul Strand in Mold.", True), ("Paul Strand was killed in Lund.", False)]
)
def test_an_article_is_about_the_event_where_its_head_tells_most_of_it(text: str, about: bool) -> None:
    made = article(text, "B", DAY)
    own = judged("the killing of Paul Strand by raiders in Mold")
    assert bool(own.heads([PooledArticle.of(made, read_light(made))])) is about
