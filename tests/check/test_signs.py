"""What a clause makes of a thing, all that stands in it together: of short sentences with invented names."""

from __future__ import annotations

import pytest

from leadup import lang
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.signs import Signed, signed_in
from leadup.lang import ENGLISH


def signed(words: str) -> list[Signed]:
    ((parse, start),) = parsed([words], ENGLISH)
    return signed_in(words, clauses_of(parse, start=start))


def sign(words: str, who: str, field: str = "let") -> int | None:
    """The first sign that one has in a field; None where he has none."""
    return next((s.fields[field] for s in signed(words) if who in s.who and field in s.fields), None)


@pytest.mark.parametrize(
    ("words", "who", "expected"),
    [
        ("The council approved the tunnel.", "council", 1),
        ("The council voted down the tunnel.", "council", -1),
        ("The council did not approve the tunnel.", "council", -1),
        ("The council refused to approve the tunnel.", "council", -1),
        ("The council gave its approval to the tunnel.", "council", 1),
        # what hinders, hindered
        ("The council lifted the ban on herring.", "council", 1),
        ("The council imposed a ban on herring.", "council", None),
        ("The council lifted the lid of the crate.", "council", -1),
        # what is asked for
        ("Mara Tolk urged Oren Pask to resign.", "tolk", -1),
        ("Mara Tolk urged Oren Pask to stay.", "tolk", 1),
        ("Mara Tolk urged Oren Pask to sing.", "tolk", None),
        # a phrase, not its verb alone
        ("Mara Tolk called off the regatta.", "tolk", -1),
        ("Mara Tolk called the regatta a joy.", "tolk", None),
        # of what nobody is said to do
        ("The talks were broken off.", "talk", -1),
        # only supposed
        ("If the council rejected the tunnel, he wept.", "council", None),
    ],
)
def test_what_lets_and_what_hinders(words: str, who: str, expected: int | None) -> None:
    assert sign(words, who) == expected, signed(words)


@pytest.mark.parametrize(
    ("words", "who", "field", "expected"),
    [
        ("Oren Pask survived a shooting.", "pask", "live", 1),
        ("Oren Pask was gunned down at the quay.", "pask", "live", -1),
        ("Oren Pask gunned down a guard.", "pask", "live", None),
        ("Mara Tolk beat Oren Pask.", "tolk", "win", 1),
        ("Mara Tolk beat Oren Pask.", "pask", "win", -1),
        ("Oren Pask lost to Mara Tolk.", "pask", "win", -1),
        ("Oren Pask lost to Mara Tolk.", "tolk", "win", 1),
        # nobody beats him who is named, and so he is beaten
        ("Oren Pask was beaten in the runoff.", "pask", "win", -1),
        ("Oren Pask was not beaten in the runoff.", "pask", "win", 1),
        ("Oren Pask was routed.", "pask", "win", -1),
        ("Oren Pask was sacked.", "pask", "let", -1),
        ("Prices rose.", "pric", "up", 1),
        ("Prices did not rise.", "pric", "up", -1),
    ],
)
def test_for_whom_it_goes_well(words: str, who: str, field: str, expected: int | None) -> None:
    assert sign(words, who, field) == expected, signed(words)


@pytest.mark.parametrize(
    ("words", "key", "is_itself"),
    [
        ("The strike ended.", "end", True),
        ("The strike was stopped.", "stop", True),
        ("Oren Pask stopped the ferry.", "stop", False),
        ("Oren Pask resigned.", "resign", False),
    ],
)
def test_who_is_himself_the_thing(words: str, key: str, is_itself: bool) -> None:
    assert [s.is_itself for s in signed(words) if s.clause.key == key] == [is_itself]


def test_what_hangs_on_another_deed_is_not_of_this_one() -> None:
    first, second = signed("Oren Pask stopped the ferry and reopened the bridge for Mara Tolk.")
    assert ("ferry" in first.about, {"bridg", "tolk"} & first.about) == (True, set())
    assert {"bridg", "tolk"} <= second.about
    (refused,) = [s for s in signed("Mara Tolk refused to approve a tunnel.") if s.clause.key == "refus"]
    assert "tunnel" in refused.about


def test_what_is_asked_of_one_is_not_his() -> None:
    assert [s.clause.key for s in signed("Mara Tolk urged Oren Pask to resign.")] == ["urg"]


def test_nothing_is_made_of_a_sentence_without_deeds() -> None:
    assert signed_in("Herring.", ()) == []


def test_no_word_is_on_both_sides_of_a_field() -> None:
    rows = {name: set(words.split()) for name, words in lang.rows("check_signs")}
    for name in rows:
        if name.endswith("+"):
            assert not rows[name] & rows.get(name[:-1] + "-", set()), name
