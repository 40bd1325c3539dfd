"""What the sources tell the contrary of: by a "not", by a verb that undoes, by a deed that excludes another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup import Archive, check_draft
from leadup.check import Finding, Statement, contrary, judging
from leadup.check.case import Case
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.wording import classes_in, contraries_of
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "President Mara Tolk sacked the harbour guard's commander, Lena Varga, on Thursday."),
    ("Coast Daily", 7, "Lena Varga, the harbour guard's commander, was fired by President Mara Tolk on Thursday."),
    ("The Halder Post", 12, "Varland's parliament approved the herring quota on Wednesday after a long debate."),
    ("Coast Daily", 13, "The herring quota was passed by Varland's parliament on Wednesday, May 14, 2031."),
    ("Morning Ledger", 19, "Oren Pask called off his Brenn summit with Mara Tolk on Wednesday, his office said."),
    ("Coast Daily", 20, "Oren Pask canceled his Brenn summit with Mara Tolk on Wednesday, May 21, 2031."),
)  # fmt: skip

CONTRARY = [
    "May 8, 2031: President Mara Tolk stood by the harbour guard's commander.",
    "May 14, 2031: Varland's parliament voted down the herring quota.",
    "May 14, 2031: Varland's parliament threw out the herring quota.",
]
THE_SAME = [
    "May 8, 2031: President Mara Tolk dismissed the harbour guard's commander, Lena Varga.",
    "May 14, 2031: Varland's parliament adopted the herring quota.",
    "May 21, 2031: Oren Pask scrapped his Brenn summit with Mara Tolk.",
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("contrary"), *more) as made:
        yield made


@pytest.mark.parametrize("draft", CONTRARY)
def test_a_contrary_deed_is_never_borne_out(kept: Archive, draft: str) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind in ("sources say the opposite", "no source says so"), finding
    assert "contrary" in finding.why or finding.kind == "sources say the opposite"


def test_what_is_decided_on_is_the_deed(kept: Archive) -> None:
    words = "Oren Pask decided to go ahead with his Brenn summit with Mara Tolk."
    case = case_of(Statement(0, len(words), words, dt.date(2031, 5, 21)), Seeker(kept, ENGLISH))
    assert case is not None and [d.key for d in contrary.verbs_of(case)] == ["go"]
    known = contrary.evidence(case)
    assert known["against"] > 0 == known["for"]


@pytest.mark.parametrize("draft", THE_SAME)
def test_another_word_for_the_same_is_no_contrary(kept: Archive, draft: str) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind in ("supported", "one side only"), finding


def test_what_nothing_speaks_against_is_not_doubted(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(case: Case, *_: object) -> Finding:
        return case.found("sources say the opposite", "possible", "the sources deny it", case.nearest)

    monkeypatch.setattr(judging, "told_contrary", told)
    for draft in THE_SAME:
        (finding,) = check_draft(draft, kept, missing=False).findings
        assert finding.kind in ("supported", "one side only"), finding


def test_a_contrary_of_somebody_else_counts_little(kept: Archive) -> None:
    seeker = Seeker(kept, ENGLISH)
    likely = []
    for words in (
        "President Mara Tolk stood by the harbour guard's commander.",
        "Oren Pask stood by his brother, Bram Oster.",
    ):
        case = case_of(Statement(0, len(words), words, dt.date(2031, 5, 8)), seeker)
        assert case is not None
        likely.append(contrary.evidence(case)["against"])
    assert likely[0] > 0.5 and not likely[1]


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Pask called off the attack.", True),
        ("Pask called for the attack.", False),
        ("Pask backed out of the talks.", True),
        ("Pask walked out after the talks.", False),
        ("Pask refused the attack.", True),
    ],
)
def test_what_a_phrasal_verb_undoes_is_denied(words: str, denied: bool) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    nouns = [c for c in clauses_of(parse, frozenset({"attack", "talk"}), start) if c.is_noun]
    assert [c.denied for c in nouns] == [denied]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("called off the trip", "went ahead with the trip"),
        ("brushed aside the offer", "took up the offer"),
        ("bowed out of the race", "stayed in the race"),
        ("turned back the bill", "confirmed her"),
    ],
)
def test_phrasal_verbs_are_contraries(one: str, other: str) -> None:
    assert contraries_of(classes_in(one, ENGLISH), ENGLISH) & classes_in(other, ENGLISH)


FLAG = (
    ("Coast Daily", 60, "The black flag began flying on the tower in 1961."),
    ("The Halder Post", 61, "The black flag has been flying on the tower for years."),
)


def test_a_contrary_deed_is_no_other_day(tmp_path: Path) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in FLAG]
    with archive(tmp_path, *told) as kept:
        (finding,) = check_draft("July 10, 2031: The black flag came down.", kept, missing=False).findings
    assert finding.kind == "no source says so", finding


UNSAID = (
    ("Coast Daily", "Mara Tolk said on Monday that she would keep the harbour open, and would pay the guard."),
    (
        "The Halder Post",
        "“She should have said that she would accept the guild's vote,” said Joss Varo on Monday.",
    ),
    ("Morning Ledger", "Mara Tolk says she will not always accept a vote of the guild, in a debate on Monday."),
)


@pytest.mark.parametrize(
    ("draft", "opposite"),
    [
        ("Mara Tolk would not say in the debate that she would accept the vote of the guild.", False),
        ("Mara Tolk said in a debate that she would not always accept a vote of the guild.", False),
        ("Mara Tolk did not say that she would keep the harbour open and pay the guard.", True),
    ],
)
def test_what_somebody_would_not_say_has_no_contrary_in_what_others_say(
    tmp_path: Path, draft: str, opposite: bool
) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(3)) for outlet, text in UNSAID]
    with archive(tmp_path, *told) as kept:
        (finding,) = check_draft(f"May 5, 2031: {draft}", kept, missing=False).findings
    assert (finding.kind == "sources say the opposite") == opposite, finding
