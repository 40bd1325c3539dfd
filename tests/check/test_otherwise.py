"""What all sentences that come near a statement tell otherwise: another number, another speaker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup import Archive, check_draft
from leadup.check import Statement
from leadup.check.case import Case
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.figures import numbers_of
from leadup.check.judging import case_of
from leadup.check.misattribution import attribution, misattributed
from leadup.check.recount import recount, recounted
from leadup.check.seeking import Seeker
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 10, "The parliament of Varland took up the herring quota on Monday. "
     "The 68-31 vote sent the quota to Governor Ines Quill, who has said that she will sign it."),
    ("Coast Daily", 11, "Lawmakers in Varland voted 68-31 on Monday, May 12, 2031, to send Quill the herring quota."),
    ("Morning Ledger", 17, "Lena Varga told merchants in Dunmar on Monday that the harbour tax would ruin fishermen."),
    ("Coast Daily", 18, "The harbour tax would ruin the fishermen, Varga told the Dunmar merchants on Monday, May 19."),
    ("Morning Ledger", 18, "Ines Quill met pilots in Brenn. She said on Monday that the new cranes would cost jobs."),
    ("Harbour Gazette", 18, "Bram Oster opened a market of used boats in Ostrava on Monday."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("otherwise"), *more) as made:
        yield made


def case(kept: Archive, words: str, day: dt.date) -> Case:
    made = case_of(Statement(0, len(words), words, day), Seeker(kept, ENGLISH))
    assert made is not None
    return made


def test_another_number_in_a_sentence_that_says_little_else(kept: Archive) -> None:
    draft = "May 12, 2031: By 57 votes to 42, Varland's lawmakers sent the herring quota on to the governor."
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == "figure differs" and "68" in finding.why, finding
    first = finding.witnesses[0]
    assert [first.span.exact[s:e] for s, e in first.marks] == ["68"]


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("By 57 votes to 42, Varland's lawmakers sent the herring quota on to the governor.", True),
        ("By 68 votes to 31, Varland's lawmakers sent the herring quota on to the governor.", False),
        ("Some 57 boats for sale were shown at a market in Ostrava.", False),
    ],
)
def test_a_number_that_is_given_or_of_something_else_is_none(kept: Archive, words: str, differs: bool) -> None:
    made = case(kept, words, dt.date(2031, 5, 12))
    assert (recounted(made, 0.5) is not None) == differs, recount(made)


def test_another_number_of_another_day_is_none(kept: Archive) -> None:
    words = "By 57 votes to 42, Varland's lawmakers sent the herring quota on to the governor."
    found = recount(case(kept, words, dt.date(2031, 5, 28)))
    assert found is not None and not found.others and found.evidence["other elsewhere"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("One of the men was freed.", []),
        ("None of the two men was freed.", [2.0]),
        ("One man was freed.", [1.0]),
    ],
)
def test_one_of_several_is_no_number(words: str, numbers: list[float]) -> None:
    assert [n.low for n in numbers_of(words, ENGLISH)] == numbers


@pytest.mark.parametrize(
    ("words", "anothers"),
    [
        ("Bram Oster told merchants in Dunmar that the harbour tax would ruin the fishermen.", True),
        ("Lena Varga told merchants in Dunmar that the harbour tax would ruin the fishermen.", False),
        ("Bram Oster told reporters in Dunmar that his market of boats was full.", False),
    ],
)
def test_whose_words_the_sources_have_it_as(kept: Archive, words: str, anothers: bool) -> None:
    made = case(kept, words, dt.date(2031, 5, 19))
    assert (misattributed(made, 0.5) is not None) == anothers, attribution(made)


def test_who_is_named_in_the_sentence_before_says_it(kept: Archive) -> None:
    found = attribution(case(kept, "Ines Quill said that the new cranes would cost jobs.", dt.date(2031, 5, 19)))
    assert found is not None and found.evidence["his"] > 0.5 and not found.others
    found = attribution(case(kept, "Oren Pask said that the new cranes would cost jobs.", dt.date(2031, 5, 19)))
    assert found is not None and not found.evidence["his"]


def test_other_numbers_stand_nearest_first(kept: Archive) -> None:
    words = "By 57 votes to 42, lawmakers in Varland voted to send Quill the herring quota."
    found = recount(case(kept, words, dt.date(2031, 5, 12)))
    assert found is not None
    near = [one[0] for one in found.others]
    assert len(set(near)) > 1 and near == sorted(near, reverse=True)
    assert found.others[0][1].words.startswith("Lawmakers in Varland")


LOST = (
    ("Coast Daily", "Senator Mara Tolk lost a runoff election to Joss Varo on Monday."),
    ("The Halder Post", "Mara Tolk, the senator, lost to Joss Varo in a runoff on Monday."),
    ("Morning Ledger", "The senator Mara Tolk lost the runoff on Monday to Joss Varo."),
)


@pytest.mark.parametrize(
    ("draft", "kinds"),
    [
        ("Joss Varo beat Mara Tolk in a runoff.", {"supported"}),
        ("Joss Varo defeated Senator Mara Tolk in a runoff election.", {"supported"}),
        ("Mara Tolk lost a runoff to Joss Varo.", {"supported"}),
        ("Mara Tolk beat Joss Varo in a runoff.", {"actors differ"}),
        ("Joss Varo lost a runoff to Mara Tolk.", {"actors differ"}),
    ],
)
def test_who_loses_to_somebody_is_beaten_by_him(tmp_path: Path, draft: str, kinds: set[str]) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(3)) for outlet, text in LOST]
    with archive(tmp_path, *told) as kept:
        (finding,) = check_draft(f"May 5, 2031: {draft}", kept, missing=False).findings
    assert finding.kind in kinds, finding


@pytest.mark.parametrize(
    ("words", "key", "does"),
    [
        ("Varo lost Ohio to Pask.", "beat", "pask"),
        ("Varo lost his seat.", "los", "varo"),
        ("Varo lost an election in Dunmar.", "los", "varo"),
        ("Dunmar fell to rebels.", "captur", "rebel"),
        ("Rents fell in Dunmar.", "fall", "rent"),
        ("Rents fell to 12 crowns.", "fall", "rent"),
    ],
)
def test_what_one_has_done_to_him_is_read_as_the_deed(words: str, key: str, does: str) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    (clause,) = (c for c in clauses_of(parse, start=start) if c.main)
    assert clause.key == key and does in clause.agent


def test_who_falls_behind_somebody_beats_nobody() -> None:
    ((parse, start),) = parsed(["Senator Varo had fallen behind his rival, Mara Tolk, in the race."], ENGLISH)
    assert all("beat" not in c.classes for c in clauses_of(parse, start=start))


def test_who_was_behind_before_did_not_win(tmp_path: Path) -> None:
    words = "Senator Joss Varo had fallen behind his rival, Mara Tolk, in the race for the guild's chair."
    with archive(tmp_path, article(words, "Coast Daily", DAY + dt.timedelta(3))) as kept:
        draft = "May 5, 2031: Mara Tolk beat Senator Joss Varo in the race for the guild's chair."
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind != "actors differ", finding


def test_what_falls_in_the_polls_has_not_lost() -> None:
    ((parse, start),) = parsed(
        ["Varo, who has fallen from 18 percent to 3 in the polls, said he would win Dunmar."], ENGLISH
    )
    assert not any(c.classes & {"lose", "beat"} for c in clauses_of(parse, start=start) if c.key == "fall")
