"""What a draft tells plainly and the sources only as somebody's words, and whose words a sentence has it as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from leadup.check import Statement, claimed
from leadup.check.case import Case
from leadup.check.judging import case_of
from leadup.check.seeking import Seeker
from leadup.check.whose import HIS, PLAIN, SAID, is_claim, is_quoted, whose_words
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

LATER = DAY + dt.timedelta(8)
MORE = (
    ("The Halder Post", "Senator Bram Oster insisted on Saturday that thousands of dead people had voted in Brenn."),
    ("Coast Daily", "“Thousands of dead people voted in Brenn,” Bram Oster told a crowd in Dunmar on Saturday."),
    ("Morning Ledger", "Oster's claim that thousands of dead people voted in Brenn was met with laughter Saturday."),
    ("Harbour Gazette", "The lighthouse of Brenn burned down on Saturday, police said."),
    ("Coast Daily", "Brenn's lighthouse burned down on Saturday, and two keepers were hurt."),
    ("The Halder Post", "Ines Quill said on Saturday that she had sold the ferry Albatross to a bank."),
    ("Harbour Gazette", "“It must be stopped,” Ines Quill said of the Marn Front, which burned nine ferries in Orlis."),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, LATER) for outlet, text in MORE]
    with archive(tmp_path_factory.mktemp("claimed"), *more) as made:
        yield made


def case(kept: Archive, words: str) -> Case:
    made = case_of(Statement(0, len(words), words, LATER), Seeker(kept, ENGLISH))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("Thousands of dead people voted in Brenn.", True),
        ("The lighthouse of Brenn burned down.", False),
        ("Bram Oster said that thousands of dead people had voted in Brenn.", False),
        ("Bram Oster accused thousands of dead people of voting in Brenn.", False),
    ],
)
def test_what_is_only_said(kept: Archive, words: str, lost: bool) -> None:
    made = claimed.only_as_words(case(kept, words))
    assert (made is not None) == lost
    if made is not None:
        assert made.kind == "attribution lost"
        assert made.sureness == "likely"
    (finding,) = check_draft(f"{LATER:%B} {LATER.day}, {LATER.year}: {words}", kept, missing=False).findings
    assert (finding.kind == "attribution lost") == lost, finding


@pytest.mark.parametrize(
    ("words", "holding", "whose"),
    [
        ("Thousands of dead people voted in Brenn.", "insisted", SAID),
        ("Thousands of dead people voted in Brenn.", "“Thousands", SAID),
        ("The lighthouse of Brenn burned down.", "police said", PLAIN),
        ("The lighthouse of Brenn burned down.", "two keepers", PLAIN),
        ("Ines Quill sold the ferry Albatross to a bank.", "Albatross", HIS),
    ],
)
def test_whose_words_it_is(kept: Archive, words: str, holding: str, whose: int) -> None:
    made = case(kept, words)
    (found,) = {whose_words(made, r) for r in made.read if holding in r.bearing.words}
    assert found == whose


def test_all_that_is_known_is_weighed(kept: Archive) -> None:
    made = case(kept, "Thousands of dead people voted in Brenn.")
    known = claimed.evidence(made)
    assert set(known) == set(claimed.WEIGHTS)
    assert known["share"] > 0.5
    assert known["plain"] == 0


def test_a_doubtful_one_is_not_said(kept: Archive) -> None:
    plain, said = (
        case(kept, w) for w in ("The lighthouse of Brenn burned down.", "Thousands of dead people voted in Brenn.")
    )
    for made, stays in ((plain, False), (said, True)):
        finding = made.found("attribution lost", "likely", "", made.bearing[:1])
        assert (claimed.unless_doubtful(made, finding) is not None) == stays
    other = plain.found("actors differ", "likely", "", plain.bearing[:1])
    assert claimed.unless_doubtful(plain, other) is other


QUOTED = (
    ("The Halder Post", "“Nobody is reading your letters,” Governor Ilse Marn told the islanders in Dunmar on Monday."),
    ("Coast Daily", "“Nobody is reading your letters,” said Ilse Marn, the governor, at a meeting on Monday."),
    ("Morning Ledger", "“The post office of Orsk is closed,” Ilse Marn said on Monday."),
    ("Harbour Gazette", "The post office of Orsk was closed on Monday, and its letters went to Dunmar."),
)  # fmt: skip
MONDAY = dt.date(2031, 5, 19)


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, MONDAY) for outlet, text in QUOTED]
    with archive(tmp_path_factory.mktemp("quoted"), *more) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("Nobody is reading the islanders' letters.", True),
        ("Ilse Marn said that nobody was reading the islanders' letters.", False),
        ("The post office of Orsk was closed.", False),
    ],
)
def test_what_is_borne_out_as_somebodys_words_alone(quoted: Archive, words: str, lost: bool) -> None:
    made = case_of(Statement(0, len(words), words, MONDAY), Seeker(quoted, ENGLISH))
    assert made is not None
    near = [r.bearing for r in made.read if made.is_then(r.bearing) and r.bearing.score >= 0.5]
    found = made.found("supported", "sure", f"{len(near)} outlets tell it", near)
    assert (claimed.only_as_shown(made, found).kind == "attribution lost") == lost


@pytest.mark.parametrize(
    ("words", "of_whom", "claim"),
    [
        ("The Marn Front claimed responsibility for the blast.", True, True),  # who did it is its word alone
        ("The Marn Front claimed responsibility for the blast.", False, False),  # that it happened is not
        ("The Marn Front claimed victory in the vote.", False, True),
        ("The alleged blast shook Brenn.", False, True),
    ],
)
def test_who_claims_the_responsibility_leaves_no_doubt_that_it_happened(words: str, of_whom: bool, claim: bool) -> None:
    assert is_claim(words, ENGLISH, of_whom=of_whom) is claim


def test_what_stands_behind_a_quotation_that_has_ended_is_not_quoted(kept: Archive) -> None:
    made = case(kept, "The Marn Front burned nine ferries in Orlis.")
    (read,) = [r for r in made.read if "nine ferries" in r.bearing.words]
    burned = next(c for c in read.clauses if "burn" in c.near or c.start > 30)
    assert not is_quoted(read.bearing, burned)
    said = case(kept, "Thousands of dead people voted in Brenn.")
    (read,) = [r for r in said.read if "“Thousands" in r.bearing.words]
    assert is_quoted(read.bearing, next(c for c in read.clauses if c.start < 30))
