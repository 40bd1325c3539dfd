"""What was voted, ordered or asked to be done is borne out only by a source that has that very deed decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("The Halder Post", 6, "Varland's parliament voted on Thursday to expel Norlandic troops from Brenn."),
    ("Coast Daily", 7, "Varland's parliament voted unanimously Thursday for the removal of the Norlandic troops."),
    ("The Halder Post", 12, "The harbour guild agreed on Wednesday to raise the herring fee in Dunmar by a tenth."),
    ("Coast Daily", 13, "The harbour guild agreed to increase the herring fee in Dunmar, it said on Wednesday."),
    ("Morning Ledger", 19, "Mara Tolk ordered the coast guard on Wednesday to close the ferry pier at Vessin."),
    ("Coast Daily", 20, "The coast guard was ordered by Mara Tolk on Wednesday to shut the ferry pier at Vessin."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("decided"), *more) as made:
        yield made


@pytest.mark.parametrize(
    ("draft", "is_borne_out"),
    [
        ("May 8, 2031: Varland's parliament voted to keep Norlandic troops in Brenn.", False),
        ("May 8, 2031: Varland's parliament voted to retain the Norlandic troops.", False),
        ("May 8, 2031: Varland's parliament voted against the removal of the Norlandic troops.", False),
        ("May 8, 2031: Varland's parliament voted to expel Norlandic troops from Brenn.", True),
        ("May 8, 2031: Varland's parliament voted for the removal of the Norlandic troops.", True),
        ("May 14, 2031: The harbour guild agreed to cut the herring fee in Dunmar.", False),
        ("May 14, 2031: The harbour guild agreed to raise the herring fee in Dunmar.", True),
        ("May 14, 2031: The harbour guild agreed to hike the herring fee in Dunmar.", True),
        ("May 21, 2031: Mara Tolk ordered the coast guard to open the ferry pier at Vessin.", False),
        ("May 21, 2031: Mara Tolk ordered the coast guard to paint the ferry pier at Vessin.", False),
        ("May 21, 2031: Mara Tolk ordered the coast guard to close the ferry pier at Vessin.", True),
    ],
)
def test_what_was_decided_is_in_the_source(kept: Archive, draft: str, is_borne_out: bool) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert (finding.kind in ("supported", "one side only")) == is_borne_out, finding
