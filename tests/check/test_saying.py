"""What one says in a draft, where the sources have the same one say the contrary, or another one say it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import check_draft
from tests.check.making import DAY, archive
from tests.timeline.making import article

MORE = (
    ("Coast Daily", 9, "Harbor Secretary Mary Tolk admitted Sunday that the city erred when it sold the old ferry "
     "at Ostrava, and said little could be done."),
    ("The Halder Post", 20, "John Pask warned on Thursday that the bridge at Dunmar was unsafe for heavy trucks."),
    ("Morning Ledger", 20, "The bridge at Dunmar was unsafe for heavy trucks, John Pask warned on Thursday."),
    ("Coast Daily", 30, "Peter Varo said on Sunday that Anna Rolf's plan for the market of Ostrava was dangerous."),
    ("The Halder Post", 31, "Anna Rolf's plan for the market of Ostrava was dangerous, Peter Varo said on Sunday."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("May 11, 2031: Mary Tolk denied that the city erred when it sold the old ferry at Ostrava.",
         "sources say the opposite"),
        ("June 1, 2031: Anna Rolf said that Peter Varo's plan for the market of Ostrava was dangerous.",
         "actors differ"),
        # true lines
        ("May 11, 2031: Mary Tolk admitted that the city erred when it sold the old ferry at Ostrava.", ""),
        ("May 11, 2031: Mary Tolk conceded that the city erred when it sold the old ferry at Ostrava.", ""),
        ("May 11, 2031: Mary Tolk said that the city erred when it sold the old ferry at Ostrava.", ""),
        ("May 22, 2031: John Pask warned that the bridge at Dunmar was unsafe for heavy trucks.", ""),
        ("June 1, 2031: Peter Varo said that Anna Rolf's plan for the market of Ostrava was dangerous.", ""),
        # another one denies it, or something else is denied
        ("May 11, 2031: The mayor of Ostrava denied that he sold the old ferry.", ""),
        ("May 11, 2031: Mary Tolk denied that she had been in Dunmar.", ""),
    ],
)  # fmt: skip
def test_what_one_says(tmp_path: Path, draft: str, kind: str) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(draft, kept, missing=False).findings
    contrary = ("sources say the opposite", "actors differ")
    assert found.kind == kind or (not kind and found.kind not in contrary), found


def test_another_one_s_words_bear_nothing_out(tmp_path: Path) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    draft = "May 22, 2031: After a walk with John Pask, Anna Rolf warned that the bridge at Dunmar was unsafe."
    with archive(tmp_path / "kept", *told) as kept:
        (found,) = check_draft(draft, kept, missing=False).findings
    assert found.kind not in ("supported", "one side only"), found
