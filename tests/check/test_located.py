"""What is told of a happening in other words: by who has a part in it, its matter and its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

import pytest

from leadup import Archive, check_draft
from leadup.check import judging
from leadup.check.figures import differing, numbers_of
from leadup.check.wording import WORD, classes_in, contraries_of
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.growth import assert_linear
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Governor Ines Quill vetoed the harbour tax of Dunmar on Thursday. "
     "She told merchants that the levy would ruin the fishermen of the coast."),
    ("Coast Daily", 7, "Ines Quill, the governor, vetoed the harbour tax of Dunmar on Thursday, May 8, 2031."),
    ("Morning Ledger", 9, "Bram Oster claimed on Sunday that Ines Quill had taken bribes from the Dunmar merchants. "
     "The governor's office called that a lie."),
    ("Harbour Gazette", 9, "Bram Oster accused Ines Quill on Sunday of taking bribes from merchants in Dunmar."),
    ("Coast Daily", 12, "Bram Oster trounced Lena Varga in the Ostrava runoff on Wednesday, May 14, 2031."),
    ("The Halder Post", 13, "Bram Oster trounced Lena Varga in a runoff in Ostrava on Wednesday."),
    ("Morning Ledger", 15, "A quake of magnitude 6.4 shook the island of Brenn on Saturday and killed 12 people."),
    ("Coast Daily", 20, "Herring prices rose sharply in Halder trading on Thursday, to a record."),
    ("Morning Ledger", 20, "Herring prices rose to a record in Halder on Thursday, traders said."),
    ("Harbour Gazette", 16, "The 6.4-magnitude quake on Brenn island on Saturday left 12 people dead."),
)  # fmt: skip

CASES = [
    ("May 8, 2031: Governor Ines Quill spiked the harbour tax of Dunmar.", {"supported", "one side only"}),
    ("May 8, 2031: Governor Ines Quill did not veto the harbour tax of Dunmar.", {"sources say the opposite"}),
    ("May 11, 2031: Ines Quill took bribes from merchants in Dunmar.", {"attribution lost"}),
    ("May 14, 2031: Lena Varga crushed Bram Oster in a runoff in Ostrava.", {"actors differ"}),
    ("May 17, 2031: A quake of magnitude 7.1 shook the island of Brenn.", {"figure differs"}),
    ("May 29, 2031: Bram Oster crushed Lena Varga in the runoff in Ostrava.", {"date differs"}),
    ("May 22, 2031: Herring prices fell sharply in Halder trading.", {"sources say the opposite"}),
    ("May 8, 2031: Governor Ines Quill opened a fish museum in Dunmar.", {"no source says so"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("located"), *more) as made:
        yield made


@pytest.mark.parametrize(("draft", "kinds"), CASES)
def test_in_other_words(kept: Archive, draft: str, kinds: set[str]) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind in kinds, finding


@pytest.mark.parametrize(
    "draft",
    [
        "May 8, 2031: The United States sold jets to the Kingdom of Bahrain.",
        "May 8, 2031: The United States and the Emirates hold the Arab summit.",
        "May 8, 2031: United Airlines sued the States and the Kingdom.",
    ],
)
def test_names_of_countries_may_share_a_word(kept: Archive, draft: str) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == "no source says so"


def test_a_day_is_only_stated_where_it_is_likely_enough(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = []
    monkeypatch.setattr(judging, "reweighed", lambda _, found: found)
    monkeypatch.setattr(judging, "perhaps_otherwise", lambda _, __, found: found)
    for least in (0.0, 1.1):
        monkeypatch.setattr(judging, "STATED", least)
        monkeypatch.setattr(judging, "POSSIBLE", least)
        (finding,) = check_draft("May 21, 2031: An earthquake hit the island of Brenn.", kept, missing=False).findings
        kinds.append(finding.kind)
    assert kinds == ["date differs", "no source says so"]
    assert "the nearest is of 2031-05-17" in finding.why
    assert "Saturday" in finding.witnesses[0].span.exact


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He threw in the towel.", "quit"),
        ("She begged their pardon.", "apologize"),
        ("They lashed out at the plan.", "criticize"),
        ("The council put the vote off.", "delay"),
    ],
)
def test_classes_of_words_and_phrases(text: str, wanted: str) -> None:
    assert wanted in classes_in(text, ENGLISH)


def test_contraries_go_both_ways() -> None:
    assert "lose" in contraries_of(frozenset({"beat"}), ENGLISH)
    assert "beat" in contraries_of(frozenset({"lose"}), ENGLISH)
    assert not contraries_of(frozenset({"say"}), ENGLISH)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a quake of magnitude 6.4", [("magnitude", 6.4)]),
        ("the 6.4-magnitude quake", [("magnitude", 6.4)]),
        ("Forty-seven deputies wrote", [("deputy", 47.0)]),
        ("it passed 58-41", [("vote 1", 58.0), ("vote 2", 41.0)]),
        ("a talk of 90 minutes", [("minute", 90.0)]),
        ("Varga was found dead; she was 69.", [("age", 69.0)]),
        ("she was 12 points ahead", [("point", 12.0)]),
        ("Flight 214 crashed near Halder", []),
        ("On Sunday 14 keepers fled", [("keeper", 14.0)]),
    ],
)
def test_numbers(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(n.of, n.low) for n in numbers_of(text, ENGLISH)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("the U.S fleet", ["the", "U", "S", "fleet"]),
        ("J.P.Pask", ["J.P.", "Pask"]),
        ("Varo's 1,200 men", ["Varo's", "1,200", "men"]),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert WORD.findall(text) == wanted


@pytest.mark.parametrize(
    ("said", "told", "agrees", "gives"),
    [
        ("dozens of farmers", "42 farmers", True, True),
        ("42 farmers", "dozens of farmers", True, False),
        ("dozens of farmers", "4,200 farmers", False, False),
        ("thousands of farmers", "8,000 farmers", True, True),
        ("28 farmers", "at least 25 farmers", True, False),
        ("at least 28 farmers", "at least 25 farmers", True, False),
        ("at least 20 farmers", "at least 25 farmers", True, True),
        ("dozens of farmers", "at least 20 farmers", True, True),
    ],
)
def test_what_a_vague_number_leaves_open(said: str, told: str, agrees: bool, gives: bool) -> None:
    (own,), (theirs,) = numbers_of(said, ENGLISH), numbers_of(told, ENGLISH)
    assert theirs.agrees(own) == agrees
    assert theirs.gives(own) == gives


@pytest.mark.parametrize(
    ("said", "told", "differs"),
    [
        ("The bank paid a fine of $12 million.", "The bank was fined $15 million.", True),
        ("The bank paid a fine of $12 million.", "The bank has a budget of $50 billion.", False),
        ("Varo raised $40 million in March.", "He raised $29 million and spent $8 million.", True),
        ("The council approved €2 million for the port.", "A yacht was sold for €3 million.", False),
        ("The council approved €2 million for the port.", "They set aside €3 million for the port.", True),
        ("The council approved €2 million.", "The council approved €3 million.", True),
        ("It cost $2 million.", "It cost 3 million kroner.", False),
    ],
)
def test_amounts_of_money_are_of_the_same_thing(said: str, told: str, differs: bool) -> None:
    (own,) = numbers_of(said, ENGLISH)
    agree, differ = differing(own, numbers_of(told, ENGLISH))
    assert not agree and bool(differ) == differs


@pytest.mark.parametrize("unit", ["7, ", "45 killed, ", "one of the three ", "about 5 minutes ", "$3 million, "])
def test_numbers_are_found_in_step_with_the_text(unit: str) -> None:
    assert_linear(lambda size: partial(numbers_of.__wrapped__, unit * size, ENGLISH), 1_000)
