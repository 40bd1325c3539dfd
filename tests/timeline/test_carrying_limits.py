"""Who does what a verb tells, each way of saying it by itself."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.carrying import _subject, is_by_those


@pytest.mark.parametrize(
    ("words", "at", "who"),
    [
        (["Lund PROPN nsubj 2", "quit VERB root 0"], 1, 0),
        # a relative word stands for the noun before its clause; in no such clause it stands for itself
        (["Lund PROPN root 0", "who PRON nsubj 3", "quit VERB acl 1"], 2, 0),
        (["Who PRON nsubj 2", "quit VERB root 0"], 1, 0),
        # a clause on a noun that has a subject of its own
        (["Lund PROPN root 0", "Tolm PROPN nsubj 3", "met VERB acl 1"], 2, 1),
        # a verb beside another has its subject, and one below it none
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB conj 2"], 2, 0),
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB conj 2", "left VERB conj 3"], 3, 0),
        (["Lund PROPN nsubj 2", "wept VERB root 0", "quit VERB advcl 2"], 2, None),
        (["Quit VERB root 0"], 0, None),
    ],
)
def test_who_does_what_a_verb_tells(words: list[str], at: int, who: int | None) -> None:
    assert _subject(tree(*words), at, ENGLISH) == who


PASSIVE = ("by ADP case 3", "Lund PROPN obl 1", "was AUX aux:pass 1")


@pytest.mark.parametrize(
    ("asked", "words", "at", "by_those"),
    [
        # a noun says nothing of who did it, whatever it is read to be said of; nor does a question that opens with it
        ("Lund endorses Tolm", ["Brandt PROPN nsubj 2", "endorsement NOUN root 0"], 1, True),
        ("Lund endorses Tolm", ["Brandt PROPN nsubj 2", "endorses VERB root 0 endorse"], 1, False),
        ("Endorsement of Tolm", ["Lund PROPN nsubj 2", "endorsed VERB root 0 endorse", "Hask PROPN obj 2"], 1, True),
        ("Lund endorses Tolm", ["Lund PROPN nsubj 2", "endorsed VERB root 0 endorse", "Hask PROPN obj 2"], 1, False),
        # whom it was done to does another thing, does it to nobody, or has no part in it
        ("Tolm arrested", ["Tolm PROPN nsubj 2", "arrested VERB root 0 arrest", "Brandt PROPN obj 2"], 1, False),
        ("Tolm arrested", ["Tolm PROPN nsubj 2", "detained VERB root 0 detain", "Brandt PROPN obj 2"], 1, True),
        ("Tolm arrested", ["Tolm PROPN nsubj 2", "arrested VERB root 0 arrest"], 1, True),
        ("Tolm arrested", ["Guards NOUN nsubj 2", "arrested VERB root 0 arrest", "bakers NOUN obj 2"], 1, True),
        # done to nobody in words
        ("Lund endorses Tolm", ["Endorsed VERB root 0 endorse", *PASSIVE], 0, True),
        ("Brandt endorses Tolm", ["Endorsed VERB root 0 endorse", *PASSIVE], 0, False),
    ],
)
def test_each_ground_for_taking_a_deed_as_theirs(asked: str, words: list[str], at: int, by_those: bool) -> None:
    assert is_by_those(tree(*words), at, asked, True, ENGLISH) is by_those
