"""Numbers that are joined to what they count, that stand in the next sentence, or that count nothing known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import check_draft
from leadup.check.figures import numbers_of
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("The 11-term senator faces a 29-count indictment.", [("term", 11), ("count", 29)]),
        ("The senator left after eleven terms.", [("term", 11)]),
        ("A poll has Tolk ahead, 50-46 percent.", [("percent", 50), ("percent", 46)]),
        ("A poll has Tolk ahead, 54 to 43 percent.", [("percent", 54), ("percent", 43)]),
        ("She got 134 votes to Pask's 63.", [("vote 1", 134), ("vote 2", 63)]),
        ("A three-week truce held.", [("week", 3)]),
        # a range, a year, a name, an age
        ("Between 40 and 45 percent voted.", [("percent", 40)]),
        ("A mid-2015 vote was lost.", []),
        ("F-16 jets flew over a G-8 summit.", []),
        ("The 9-year-old boy was found.", [("age", 9)]),
        ("Twenty-one dockers left.", [("docker", 21)]),
    ],
)
def test_what_is_counted(words: str, numbers: list[tuple[str, float]]) -> None:
    assert [(n.of, n.low) for n in numbers_of(words, ENGLISH)] == numbers


MORE = (
    ("Coast Daily", 9, "Mary Tolk beat John Pask on Sunday to stay leader of the Harbor Guild of Dunmar. "
     "The guild's old leader got 134 votes to Pask's 63 in a secret ballot."),
    ("The Halder Post", 10, "On Sunday Mary Tolk beat John Pask to stay leader of the Harbor Guild of Dunmar."),
    ("Morning Ledger", 20, "The singer Anna Rolf died of cancer in Ostrava on Thursday. She was 46 years old."),
    ("Coast Daily", 20, "Anna Rolf, the singer, died of cancer on Thursday in Ostrava."),
    ("Coast Daily", 30, "Pelland said on Sunday that it will take in refugees from Orsk. "
     "Norland said on Sunday that it will take 1,500 refugees from Orsk."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "kinds"),
    [
        ("May 11, 2031: Mary Tolk beat John Pask by 134 votes to 63 to stay leader of the Harbor Guild of Dunmar.",
         ("supported", "one side only")),
        ("May 11, 2031: Mary Tolk beat John Pask by 110 votes to 87 to stay leader of the Harbor Guild of Dunmar.",
         ("figure differs", "no source says so")),
        ("May 22, 2031: The singer Anna Rolf died of cancer in Ostrava.", ("supported", "one side only")),
        ("May 22, 2031: The singer Anna Rolf died of cancer in Ostrava at 46.", ("supported", "one side only")),
        ("May 22, 2031: The singer Anna Rolf died of cancer in Ostrava at 64.",
         ("figure differs", "no source says so")),
        # another one's number is no other number of this one's
        ("June 1, 2031: Pelland said that it would take 9,000 refugees from Orsk.", ("no source says so",)),
    ],
)  # fmt: skip
def test_numbers_told_beside(tmp_path: Path, draft: str, kinds: tuple[str, ...]) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(draft, kept, missing=False).findings
    assert found.kind in kinds, found


def test_the_sentence_with_the_number_is_shown(tmp_path: Path) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    draft = "May 11, 2031: Mary Tolk beat John Pask by 134 votes to 63 to stay leader of the Harbor Guild of Dunmar."
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(draft, kept, missing=False).findings
    assert any("134 votes" in witness.span.exact for witness in found.witnesses), found


CRASHES = (
    ("The Halder Post", 3, "A bus crash near Orsk killed five people on Monday, police said."),
    ("Coast Daily", 3, "Five people were killed on Monday when a bus crashed near Orsk."),
    ("Coast Daily", 4, "A train crash near Brenn killed nine people on Tuesday, police said."),
)


@pytest.mark.parametrize("count", ["nine", "nine people", "eight people"])
def test_another_happenings_number_bears_out_none_of_this_one(tmp_path: Path, count: str) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in CRASHES]
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(f"May 5, 2031: A bus crash near Orsk killed {count}.", kept, missing=False).findings
    assert found.kind == "figure differs"
