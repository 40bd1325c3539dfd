"""What is borne out by its count, though told in other words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from tests.check.making import DAY, archive
from tests.timeline.making import article

LATER = DAY + dt.timedelta(8)
MORE = (
    ("The Halder Post", "It was the worst night since the shelling of Dunmar on Saturday, which left 41 people dead."),
    ("Coast Daily", "Mourners gathered for the 41 people killed in Dunmar on Saturday."),
    ("Morning Ledger", "The governor called for calm after 41 people were killed in Dunmar on Saturday."),
    ("Harbour Gazette", "“It must be stopped,” Ines Quill said of the Marn Front, which burned nine ferries in Orlis."),
    ("Coast Daily", "Some 23 people were killed in Orlis on Saturday."),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, LATER) for outlet, text in MORE]
    with archive(tmp_path_factory.mktemp("tallied"), *more) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Snipers kill 41 people in Dunmar.", "supported"),
        ("Snipers kill 43 people in Dunmar.", "other"),
        ("Snipers kill 41 people in Orlis.", "other"),
        ("The Marn Front kills 41 people in Dunmar with mines.", "other"),  # who is named may be another
        ("Snipers kill 23 people in Orlis.", "other"),  # by one outlet
    ],
)
def test_a_count_bears_out_what_is_told_in_other_words(kept: Archive, words: str, kind: str) -> None:
    saturday = LATER - dt.timedelta((LATER.weekday() - 5) % 7)
    (found,) = check_draft(f"{saturday:%B} {saturday.day}, {saturday.year}: {words}", kept, missing=False).findings
    assert (found.kind == "supported") == (kind == "supported"), found
