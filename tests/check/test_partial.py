"""A line that tells two things is supported in part where the sources tell one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from leadup.check.evidence import parsed
from leadup.check.parts import parts_of
from leadup.lang import ENGLISH
from leadup.output.report import to_report_markdown
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Harbour minister Ilse Marrin resigned on Thursday over the sinking of the ferry. The "
     "council of Halder named Jory Brandt to follow her on Thursday."),
    ("Coast Daily", 6, "Ilse Marrin, the harbour minister, resigned on Thursday over the sinking of the ferry, and the "
     "council of Halder named Jory Brandt as her successor."),
    ("The Halder Post", 13, "A gunman shot and killed the banker Hanne Sorrel outside the bank in Orvik on Thursday."),
    ("Coast Daily", 13, "The banker Hanne Sorrel was shot dead by a gunman outside the bank in Orvik on Thursday."),
)  # fmt: skip
BORNE_OUT = ("supported", "one side only")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("partial"), *more) as made:
        yield made


@pytest.mark.parametrize(
    ("draft", "unproven"),
    [
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry, and divers arrested her brother in Vessin.",
         "divers arrested her brother in Vessin"),
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry and flew to a distant island.",
         "flew to a distant island"),
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry after her brother sold the lighthouse.",
         "her brother sold the lighthouse"),
        # What the sources tell too.
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry, and the council named Jory Brandt.", ""),
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry, and Jory Brandt was named to follow.", ""),
        ("May 8, 2031: Ilse Marrin resigned over the sinking of the ferry.", ""),
        # One deed in two words.
        ("May 15, 2031: A gunman shot and killed the banker Hanne Sorrel outside the bank in Orvik.", ""),
    ],
)  # fmt: skip
def test_what_no_source_has_is_marked(kept: Archive, draft: str, unproven: str) -> None:
    report = check_draft(draft, kept, missing=False)
    (finding,) = report.findings
    words = [finding.statement.words[start:end] for start, end in finding.marks]
    if not unproven:
        assert finding.kind in BORNE_OUT, finding
        return
    assert (finding.kind, words) == ("supported in part", [unproven])
    assert unproven in finding.why
    assert not report.contradicted
    assert f"**{unproven}**" in to_report_markdown(report)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Tolk resigned, and the council elected Venn.", ["the council elected Venn"]),
        ("Tolk resigned and left the town.", ["Tolk left the town"]),
        ("Tolk was arrested and charged with theft.", ["Tolk was charged with theft"]),
        ("Tolk met Venn and Brandt.", []),
        ("Tolk resigned after the council had elected Venn.", ["the council had elected Venn"]),
        ("Tolk resigned to spare the council a vote.", []),
        ('Tolk said "we fought and they fled" on Monday.', []),
    ],
)
def test_a_joined_clause_is_told_alone(words: str, alone: list[str]) -> None:
    ((parse, start),) = parsed([words], ENGLISH)
    quotes = ((words.index('"'), words.rindex('"')),) if '"' in words else ()
    assert [p.words for p in parts_of(words, parse, start, quotes)] == alone
