"""A sentence that tells the deed asked for only below other news."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import tree
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Name, Question, Sentence, Target
from leadup.model.name import NameKind
from leadup.reading.syntax import Parse
from leadup.reading.syntax.tree import Token
from leadup.timeline.deed_below import _came_before, _is_title_of_person, is_told_below
from leadup.timeline.stating import match_of
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question

DAY = dt.date(2021, 5, 7)


def below(asked: str, sentence: str) -> bool:
    target = Target(asked, DAY, "given")
    told = pool((("2021-05-07", "Mail", sentence),))
    table = read_table(told, Question(asked, date=DAY), DAY.toordinal(), DAY.toordinal())
    row = next(n for n, _ in enumerate(table.rows) if table.text(n) == sentence)
    match = match_of(table, target, row)
    assert match is not None
    return is_told_below(
        table.tree(row), table.sentence(row), sentence, match, read_question(asked, ENGLISH).slots, ENGLISH
    )


@pytest.mark.parametrize(
    ("asked", "sentence", "is_below"),
    [
        # in a phrase beside what is told
        ("Orsk rocket launch", "Orsk showed new images of the harbour on May 7 after its rocket launch.", True),
        ("two guards shot in Orsk", "A suspect in the shooting of two guards in Orsk was freed on May 7.", True),
        ("Orsk rocket launch", "The rocket launch in Orsk was called off by nobody on May 7.", False),
        ("raid in Orsk", "A gunman was killed during a raid in Orsk on May 7.", False),
        ("two guards shot in Orsk", "A suspect shot two guards in Orsk on May 7.", False),
        ("two guards shot in Orsk", "Two guards were killed in a shooting in Orsk on May 7.", False),
        # only spoken of in what somebody says
        ("harbour deal between Orsk and Hask", "Envoys said on May 7 that Orsk and Hask praised the deal.", True),
        ("harbour deal between Orsk and Hask", "Envoys said on May 7 that Orsk and Hask reached a deal.", False),
        # as what somebody is
        (
            "Karl Tolm nominated as harbour master",
            "Mayor Ida Lund said on May 7 that Karl Tolm, her nominee, knows the harbour.",
            True,
        ),
        ("Karl Tolm nominated as harbour master", "Ida Lund nominated Karl Tolm as harbour master on May 7.", False),
        # as what is only meant
        ("nomination of Karl Tolm", "Ida Lund plans to announce the nomination of Karl Tolm on May 7.", True),
        ("nomination of Karl Tolm", "Ida Lund announced the nomination of Karl Tolm on May 7.", False),
        ("the inquiry into the Orsk dam", "Karl Tolm promised an inquiry into the Orsk dam on May 7.", False),
        ("Karl Tolm vows revenge", "Karl Tolm vowed revenge on May 7.", False),
        # behind "after" and one who is asked for
        (
            "Karl Tolm killed by guards",
            "A wave of marches erupted after Karl Tolm, a father of five, was shot and killed by guards on May 7.",
            True,
        ),
        ("Karl Tolm killed by guards", "Karl Tolm was shot and killed by guards on May 7 after a chase.", False),
        ("Karl Tolm killed by guards", "After a chase Karl Tolm was shot and killed by guards on May 7.", False),
        # to "it", whatever that is
        ("Karl Tolm vetoes the harbour bill", "On May 7, Mayor Karl Tolm vetoed it, saying he needed time.", True),
        ("Karl Tolm vetoes the harbour bill", "Karl Tolm took up the harbour bill and vetoed it on May 7.", False),
        ("Karl Tolm vetoes the harbour bill", "Karl Tolm vetoed the harbour bill on May 7.", False),
    ],
)
def test_what_is_told_below_other_news(asked: str, sentence: str, is_below: bool) -> None:
    assert below(asked, sentence) is is_below


@pytest.mark.parametrize(
    ("text", "came_before"),
    [
        ("Marches erupted after Tolm was shot.", True),
        ("Marches erupted after the young Tolm was shot.", True),
        ("Marches erupted after the rather young Tolm was shot.", False),
        ("After Tolm was shot, marches erupted.", False),
        ("Marches erupted after Brandt was shot.", False),
        ("Marches erupted when Tolm was shot.", False),
        # behind the deed
        ("Tolm was shot after Tolm fled.", False),
        # behind the last such word
        ("After Tolm fled, marches erupted after a guard was shot.", False),
    ],
)
def test_what_came_before_by_the_order_of_the_words(text: str, came_before: bool) -> None:
    slots = read_question("Karl Tolm shot", ENGLISH).slots
    for before in (0, 40):
        at, end = before + text.index("shot"), before + len(text)
        made = Parse(before, end, (Token(at, at + 4, "shot", "shoot", "VERB", -1, "root", "root"),), ENGLISH)
        assert _came_before(made, Sentence(before, end, 0), text, (0,), slots, ENGLISH) is came_before


@pytest.mark.parametrize(
    ("words", "titled"),
    [
        # set beside the name, and the name set beside it
        (("Ida PROPN nsubj 3", "nominee NOUN appos 1", "spoke VERB root 0"), True),
        (("nominee NOUN nsubj 3", "Ida PROPN appos 1", "spoke VERB root 0"), True),
        (("nominee NOUN nsubj 3", "Ida PROPN nmod 1", "spoke VERB root 0"), False),
        (("Ida PROPN nsubj 3", "nominee NOUN nmod 1", "spoke VERB root 0"), False),
        (("Orsk PROPN nsubj 3", "nominee NOUN appos 1", "spoke VERB root 0"), False),
    ],
)
def test_what_a_noun_says_somebody_is(words: tuple[str, ...], titled: bool) -> None:
    made = tree(*words)
    at = next(k for k, token in enumerate(made) if token.word == "nominee")
    kinds: dict[str, NameKind] = {"Ida": "person", "Orsk": "place"}
    named = [token for token in made if token.word in kinds]
    # A name of one word, and one that goes on behind it, or began before.
    for before, behind in ((0, 0), (0, 5), (3, 0)):
        names = tuple(Name(t.start - before, t.end + behind, t.word, kinds[t.word], t.word) for t in named)
        assert _is_title_of_person(made, at, Sentence(0, 99, 0, names=names)) is titled
    # One that stands elsewhere.
    beside = tuple(Name(t.end, t.end + 1, t.word, kinds[t.word], t.word) for t in named)
    assert not _is_title_of_person(made, at, Sentence(0, 99, 0, names=beside))
