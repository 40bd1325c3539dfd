"""Who does what to whom, whether it was done, and whose words it is: of short sentences with invented names."""

from __future__ import annotations

import pytest

from leadup.check.clauses import Clause, clauses_of
from leadup.check.evidence import parsed
from leadup.check.ordering import in_plain_order
from leadup.lang import ENGLISH

DONE, DENIED, UNREAL, SAID = "done", "denied", "unreal", "said"

DEEDS = [
    ("Varland's police arrested Oren Pask on Saturday.", "arrest", DONE),
    ("Varland's police did not arrest Oren Pask.", "arrest", DENIED),
    ("Oren Pask no longer led the rebels.", "lead", DENIED),
    ("Oren Pask led the rebels longer than Mara Tolk.", "lead", DONE),
    ("The jury decided not to bring charges against Oren Pask.", "charg", DENIED),
    ("Mara Tolk rejected the charge that rebels had shelled the port.", "shell", DENIED),
    ("Mara Tolk refused an offer to leave the port.", "leav", DENIED),
    ("The council rejected a bill passed in May.", "pass", DONE),
    ("Prosecutors lacked the evidence to charge Oren Pask.", "charg", UNREAL),
    ("The council urged Mara Tolk to resign.", "resign", UNREAL),
    ("Mara Tolk canceled a planned meeting with Oren Pask.", "meet", UNREAL),
    ("The council heard calls for the resignation of Mara Tolk.", "resignation", UNREAL),
    ("Mara Tolk announced the decision to close the port.", "clos", DONE),
    ("Mara Tolk said that rebels had shelled the port.", "shell", SAID),
    ("Few believed her claim that rebels had shelled the port.", "shell", SAID),
    ("Mara Tolk accused the rebels of shelling the port.", "shell", SAID),
    ("The rebels reportedly shelled the port.", "shell", SAID),
    ("The rebels shelled the port.", "shell", DONE),
]


def _clause(words: str, key: str) -> Clause:
    ((parse, start),) = parsed([words], ENGLISH)
    found = [c for c in clauses_of(parse, frozenset({key}), start) if c.key == key]
    assert found, (key, [c.key for c in clauses_of(parse, frozenset({key}), start)])
    return found[0]


@pytest.mark.parametrize(("words", "key", "how"), DEEDS)
def test_whether_it_was_done(words: str, key: str, how: str) -> None:
    clause = _clause(words, key)
    assert clause.denied == (how == DENIED)
    assert how == DENIED or clause.unreal == (how == UNREAL)
    assert how == UNREAL or (clause.speaker is not None) == (how == SAID)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("The mayor gave up the post.", "The mayor gives up the post."),
        ("The court upheld the law.", "The court will uphold the law."),
    ],
)
def test_forms_of_one_verb_are_one_deed(words: str, other: str) -> None:
    (first, *_), (second, *_) = (
        clauses_of(parse, frozenset(), start) for parse, start in parsed([words, other], ENGLISH)
    )
    assert first.key == second.key


def test_a_noun_that_tells_what_one_did_has_him_for_its_doer() -> None:
    assert "tolk" in _clause("Mara Tolk was behind the shelling of the port.", "shell").agent
    assert not _clause("The shelling of the port was over.", "shell").agent


@pytest.mark.parametrize(
    ("words", "key", "does", "bears"),
    [
        ("Mr. Pask's deputies resigned on Monday.", "resign", "pask", ""),
        ("Lena Pask just got beaten soundly in Dunmar.", "beat", "", "pask"),
        ("Lena Pask got caught on Monday.", "catch", "", "pask"),
        ("Lena Pask got to leave on Monday.", "leav", "pask", ""),
    ],
)
def test_who_does_it_and_who_bears_it(words: str, key: str, does: str, bears: str) -> None:
    clause = _clause(words, key)
    assert clause.agent & {"pask", "varo"} == ({does} if does else set()), clause
    assert clause.patient & {"pask", "varo"} == ({bears} if bears else set()), clause


@pytest.mark.parametrize(
    "words",
    [
        "An unarmed young guard, Joss Varo, fatally shot Lena Pask, a clerk whose boat had broken down.",
        "An unarmed young guard, Joss Varo, shot Lena Pask.",
    ],
)
def test_who_is_named_between_commas_does_it(words: str) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    first = in_plain_order(clauses_of(parse, start=start), parse, start)[0]
    does, bears = first.heads
    assert {"guard", "joss", "varo"} <= does and {"lena", "pask"} <= bears


@pytest.mark.parametrize(
    ("words", "deed", "does"),
    [
        ("U.S. Secretary of State Mara Tolk announced on Sunday that the port was shut.", "announc", "tolk"),
        ("Norland said that it will take 1,500 refugees.", "tak", "norland"),
        ("Norland said that it was cold.", "cold", ""),
        ("Though employers said they added jobs, Norland says the count is wrong.", "add", ""),
    ],
)
def test_who_is_named_behind_a_title_or_meant_by_it(words: str, deed: str, does: str) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    clause = next(c for c in clauses_of(parse, start=start) if c.key == deed)
    assert clause.agent & {"tolk", "norland"} == ({does} if does else set())


def test_one_who_is_said_to_be_somebody() -> None:
    ((parse, start),) = parsed(["The soldier killed in the attack is Mara Tolk."], ENGLISH)
    clause = next(c for c in clauses_of(parse, start=start) if c.key == "kill")
    assert "tolk" in clause.patient


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The council voted down the plan.", "The council voted to keep the plan.", False),
        ("The council voted down the plan.", "It voted down the plan.", True),
        ("Tolk was forced out.", "Tolk was forced to go.", True),
    ],
)
def test_a_phrase_that_undoes_is_another_deed(one: str, other: str, same: bool) -> None:
    first, second = (_verb(one), _verb(other))
    assert first.is_same(second) == same


def _verb(words: str) -> Clause:
    """The first deed of a sentence that a verb tells."""
    ((parse, start),) = parsed([words], ENGLISH)
    return next(c for c in clauses_of(parse, start=start) if not c.is_noun)
