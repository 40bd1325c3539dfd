"""Whether two sentences of a day tell how one contest ended."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup import lang
from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse
from leadup.timeline.happenings.contests import Contest, contest_of, same_contest

_DATA = lang.table("contests")


def _tree(sentence: str) -> Parse:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    return tree


@pytest.mark.parametrize(
    ("one", "other", "same"), [*((*e, True) for e in _DATA["examples"]), *((*d, False) for d in _DATA["different"])]
)
def test_two_sentences_of_one_contest(one: str, other: str, same: bool) -> None:
    assert same_contest(contest_of(_tree(one), ENGLISH), contest_of(_tree(other), ENGLISH)) is same


LUND, WON, RESIGNED = "Lund PROPN nsubj 2", "won VERB root 0 win", "resigned VERB root 0 resign"
SANG = "sang VERB root 0 sing"


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ([LUND, WON, "in ADP case 4", "Orsk PROPN obl 2"], "lund", "orsk"),
        ([LUND, WON, "on ADP case 4", "Orsk PROPN obl 2"], "lund orsk", ""),
        # all words of the place's name
        ([LUND, WON, "in ADP case 5", "New PROPN compound 5", "Orsk PROPN obl 2"], "lund", "new orsk"),
        ([LUND, WON, "in ADP case 4", "Orsk PROPN obl 2", "City PROPN flat 4"], "lund", "city orsk"),
        # before the noun for a contest, and behind one for a region
        ([LUND, WON, "Orsk PROPN compound 4", "primary NOUN obj 2"], "lund", "orsk"),
        ([LUND, WON, "Orsk PROPN compound 4", "prize NOUN obj 2"], "lund orsk", ""),
        ([LUND, WON, "state NOUN obj 2", "of ADP case 5", "Orsk PROPN nmod 3"], "lund", "orsk"),
        ([LUND, WON, "friend NOUN obj 2", "of ADP case 5", "Orsk PROPN nmod 3"], "lund orsk", ""),
        ([LUND, WON, "state NOUN obj 2", "by ADP case 5", "Orsk PROPN nmod 3"], "lund orsk", ""),
        # neither days, nor common words, nor what is said of any of them
        ([LUND, WON, "on ADP case 4", "Tuesday PROPN obl 2"], "lund", ""),
        (["lund PROPN nsubj 2", WON, "in ADP case 4", "Orsk NOUN obl 2"], "", ""),
        (["Sen. PROPN compound 2", "Lund PROPN nsubj 3", "won VERB root 0 win"], "lund", ""),
        # what tells no end of one, or names it as what another deed came after
        ([LUND, SANG, "in ADP case 4", "Orsk PROPN obl 2"], "", ""),
        ([LUND, RESIGNED, "after ADP case 4", "defeat NOUN obl 2", "in ADP case 6", "Orsk PROPN nmod 4"], "", ""),
        ([LUND, RESIGNED, "by ADP case 4", "defeat NOUN obl 2", "in ADP case 6", "Orsk PROPN nmod 4"], "lund", "orsk"),
        ([LUND, SANG, "after ADP case 4", "defeat NOUN obl 2", "in ADP case 6", "Orsk PROPN nmod 4"], "lund", "orsk"),
        ([LUND, RESIGNED, "after SCONJ mark 5", "Tolm PROPN nsubj 5", "won VERB advcl 2 win"], "", ""),
    ],
)
def test_the_contest_that_a_tree_tells_of(words: list[str], who: str, where: str) -> None:
    found = contest_of(tree(*words), ENGLISH)
    assert (" ".join(sorted(found.who)), " ".join(sorted(found.where))) == (who, where)


def test_one_contest_is_of_one_place_and_somebody_in_it() -> None:
    lund = Contest(frozenset({"lund", "tolm"}), frozenset({"orsk"}))
    for who, where, same in (
        ("lund", "orsk", True),
        ("varo", "orsk", False),
        ("lund", "marn", False),
        ("lund", "", False),
    ):
        other = Contest(frozenset({who}), frozenset(filter(None, (where,))))
        assert same_contest(lund, other) is same_contest(other, lund) is same
