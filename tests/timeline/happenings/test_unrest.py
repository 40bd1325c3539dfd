"""Whether two sentences of a day tell of one unrest."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup import lang
from leadup.lang import ENGLISH
from leadup.reading.syntax import Parse, parse
from leadup.timeline.happenings.unrest import same_unrest, unrest_told

_DATA = lang.table("unrest")


def _tree(sentence: str) -> Parse:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    return tree


@pytest.mark.parametrize(
    ("one", "other", "same"), [*((*e, True) for e in _DATA["examples"]), *((*d, False) for d in _DATA["different"])]
)
def test_two_sentences_of_one_unrest(one: str, other: str, same: bool) -> None:
    assert same_unrest(unrest_told(_tree(one), ENGLISH), unrest_told(_tree(other), ENGLISH), frozenset()) is same


def test_whom_the_story_is_about_makes_no_unrest_one() -> None:
    one = unrest_told(_tree("Friends of Tolm clashed with her foes in Orsk on Monday."), ENGLISH)
    other = unrest_told(_tree("Friends of Tolm clashed with her foes in Marn on Monday."), ENGLISH)
    assert same_unrest(one, other, frozenset())
    assert not same_unrest(one, other, frozenset({"tolm"}))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        # by its verb, a further one, or who does it or has it done
        (["Crowds NOUN nsubj 2", "rioted VERB root 0 riot", "in ADP case 4", "Orsk PROPN obl 2"], {"orsk"}),
        (["Crowds NOUN nsubj 2", "sang VERB root 0 sing", "rioted VERB conj 2 riot", "Orsk PROPN obl 3"], {"orsk"}),
        (["Rioters NOUN nsubj 2 rioter", "sang VERB root 0 sing", "Orsk PROPN obl 2"], {"orsk"}),
        (["Lund PROPN nsubj 2", "saw VERB root 0 see", "riots NOUN obj 2 riot"], {"lund"}),
        (["Riots NOUN nsubj 2 riot", "shook VERB root 0 shake", "towns NOUN obj 2"], set()),
        (["Rioting VERB root 0 riot", "in ADP case 3", "Orsk PROPN obl 1", "spread VERB dep 1"], {"orsk"}),
        # names without days
        (["Riots NOUN nsubj 2 riot", "shook VERB root 0 shake", "Orsk PROPN obj 2", "Monday PROPN obl 2"], {"orsk"}),
        # only brought up, or none
        (["Lund PROPN nsubj 2", "sang VERB root 0 sing", "after ADP case 4", "riots NOUN obl 2 riot"], None),
        (["Lund PROPN nsubj 2", "sang VERB root 0 sing"], None),
        ([], None),
    ],
)
def test_the_unrest_that_a_tree_turns_on(words: list[str], named: set[str] | None) -> None:
    assert unrest_told(tree(*words), ENGLISH) == named


def test_one_unrest_has_a_name_in_both() -> None:
    orsk, marn = frozenset({"orsk", "lund"}), frozenset({"marn", "lund"})
    nobody: frozenset[str] = frozenset()
    assert same_unrest(orsk, orsk, nobody) and same_unrest(orsk, marn, nobody)
    assert not same_unrest(orsk, marn, frozenset({"lund"}))
    assert not (same_unrest(orsk, None, nobody) or same_unrest(None, orsk, nobody) or same_unrest(None, None, nobody))
