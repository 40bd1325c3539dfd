"""A verdict, a charge or a choice is only borne out of the very thing that a statement names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from leadup.check.evidence import parsed
from leadup.check.outcomes import outcomes
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "A judge in Dunmar on Thursday found Jory Brandt guilty of gross negligence in the sinking "
     "of the ferry and declared him not guilty of arson."),
    ("Coast Daily", 6, "Judge Ilse Marrin on Thursday found Jory Brandt not guilty of arson."),
    ("Morning Ledger", 6, "Jory Brandt was found guilty of gross negligence by a judge in Dunmar on Thursday."),
    ("The Halder Post", 12, "A jury in Orvik cleared the banker Hanne Sorrel of bribery on Wednesday but convicted her "
     "of fraud."),
    ("Coast Daily", 12, "Hanne Sorrel, a banker, was convicted of fraud in Orvik on Wednesday and acquitted of "
     "bribery."),
    ("The Halder Post", 19, "The ferry captain Piet Lammas was charged with smuggling in Vessin on Wednesday, but not "
     "with theft."),
    ("Coast Daily", 19, "Prosecutors charged the ferry captain Piet Lammas with smuggling on Wednesday in Vessin."),
    ("The Halder Post", 26, "The diver Enna Voss pleaded guilty to poaching on Wednesday but not guilty to "
     "trespassing."),
    ("Coast Daily", 26, "Enna Voss, the diver, pleaded guilty on Wednesday to poaching, and not guilty to "
     "trespassing."),
    ("The Halder Post", 33, "The town council of Halder on Wednesday approved the new quay but rejected the new "
     "lighthouse."),
    ("Coast Daily", 33, "Halder's town council rejected the new lighthouse on Wednesday and approved the new quay."),
    ("The Halder Post", 40, "The skipper Ruda Kell was banned from the harbour of Brenn on Wednesday, but not from the "
     "market."),
    ("Coast Daily", 40, "On Wednesday the skipper Ruda Kell was banned from the harbour, not from the market."),
    ("The Halder Post", 47, "The lawyer Sanne Ottar was elected to the Senate on Wednesday but not to the Assembly."),
    ("Coast Daily", 47, "The lawyer Sanne Ottar was elected on Wednesday to the Senate but not to the Assembly."),
)  # fmt: skip

BORNE_OUT = ("supported", "one side only")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("of_which"), *more) as made:
        yield made


@pytest.mark.parametrize(
    ("draft", "is_borne_out"),
    [
        ("May 8, 2031: Jory Brandt was found guilty of gross negligence.", True),
        ("May 8, 2031: Jory Brandt was found not guilty of arson.", True),
        ("May 8, 2031: Jory Brandt was found guilty of arson.", False),
        ("May 8, 2031: A judge in Dunmar found Jory Brandt guilty of arson.", False),
        ("May 8, 2031: Jory Brandt was found not guilty of gross negligence.", False),
        ("May 8, 2031: Jory Brandt was found guilty of robbery.", False),
        ("May 14, 2031: Hanne Sorrel was convicted of fraud in Orvik.", True),
        ("May 14, 2031: Hanne Sorrel was acquitted of bribery in Orvik.", True),
        ("May 14, 2031: Hanne Sorrel was convicted of bribery in Orvik.", False),
        ("May 14, 2031: Hanne Sorrel was cleared of fraud in Orvik.", False),
        ("May 14, 2031: The banker Hanne Sorrel was convicted of perjury in Orvik.", False),
        ("May 21, 2031: The ferry captain Piet Lammas was charged with smuggling.", True),
        ("May 21, 2031: The ferry captain Piet Lammas was charged with theft.", False),
        ("May 21, 2031: The ferry captain Piet Lammas was charged with smuggling and murder in Vessin.", False),
        ("May 28, 2031: The diver Enna Voss pleaded guilty to poaching.", True),
        ("May 28, 2031: The diver Enna Voss pleaded guilty to trespassing.", False),
        ("June 4, 2031: The town council of Halder approved the new quay.", True),
        ("June 4, 2031: The town council of Halder approved the new lighthouse.", False),
        ("June 4, 2031: The town council of Halder rejected the new quay.", False),
        ("June 11, 2031: The skipper Ruda Kell was banned from the harbour of Brenn.", True),
        ("June 11, 2031: The skipper Ruda Kell was banned from the market of Brenn.", False),
        ("June 18, 2031: The lawyer Sanne Ottar was elected to the Senate.", True),
        ("June 18, 2031: The lawyer Sanne Ottar was elected to the Assembly.", False),
    ],
)
def test_an_outcome_is_borne_out_of_the_same_thing(kept: Archive, draft: str, is_borne_out: bool) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert (finding.kind in BORNE_OUT) == is_borne_out, finding


@pytest.mark.parametrize(
    "draft",
    [
        "May 8, 2031: Jory Brandt was found guilty of arson.",
        "May 14, 2031: Hanne Sorrel was convicted of bribery in Orvik.",
        "May 28, 2031: The diver Enna Voss pleaded guilty to trespassing.",
    ],
)
def test_the_contrary_of_a_verdict_contradicts(kept: Archive, draft: str) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == "sources say the opposite", finding
    assert finding.contradicts


def test_what_bears_a_verdict_out_is_all_of_that_charge(kept: Archive) -> None:
    (finding,) = check_draft(
        "May 8, 2031: Jory Brandt was found guilty of gross negligence.", kept, missing=False
    ).findings
    assert finding.witnesses
    assert all(w.outlet != "Coast Daily" for w in finding.witnesses)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("A jury cleared Brandt of arson but convicted him of fraud.", [("arson", True), ("fraud", False)]),
        ("Brandt was acquitted on Friday of two counts of arson.", [("arson", True)]),
        ("Brandt was guilty not of arson but of fraud.", [("arson", True), ("fraud", False)]),
        ("Brandt was guilty not only of arson.", [("arson", False)]),
        ("Brandt was never convicted of bribery.", [("bribery", True)]),
        ("Brandt was charged with stealing boats and bribery on Thursday.", [("steal", False), ("bribery", False)]),
        ("Brandt pleaded guilty to fraud and was found guilty of arson.", [("fraud", False), ("arson", False)]),
    ],
)  # fmt: skip
def test_what_an_outcome_is_of(words: str, told: list[tuple[str, bool]]) -> None:
    ((parse, _),) = parsed([words], ENGLISH)
    assert [(t.head, o.against != t.turned) for o in outcomes(parse) for t in o.things] == told


@pytest.mark.parametrize(
    ("mine", "theirs", "fit"),
    [
        ("murder", "murder", "same"),
        ("murder", "second-degree murder", "narrower"),
        ("premeditated murder", "murder", "wider"),
        ("murder", "attempted murder", "other"),
        ("murder", "manslaughter", "other"),
        ("larceny", "theft", "same"),
    ],
)
def test_how_one_charge_stands_to_another(mine: str, theirs: str, fit: str) -> None:
    made = parsed([f"Brandt was found guilty of {charge}." for charge in (mine, theirs)], ENGLISH)
    one, other = (next(outcomes(parse)).things[0] for parse, _ in made)
    assert one.fit(other, apart=True) == fit
