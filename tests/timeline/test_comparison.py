"""The outlets' wordings of one happening, side by side."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.model import Happening, Lineage, Mention, Support
from leadup.timeline.comparison import wordings_of

DAY = dt.date(2021, 5, 3)


def _side_by_side(*told: tuple[str, str, int], lineages: tuple[Lineage, ...] = ()) -> list[tuple[str, str, list[str]]]:
    """Each outlet, the report it comes of, and the words that set it apart, of texts printed on days of May."""
    articles = [article(text, outlet, dt.date(2021, 5, day)) for outlet, text, day in told]
    mentions: list[Mention] = [mention(one, one.text, DAY) for one in articles]
    lines = tuple(
        Lineage(line.name, tuple(a.id for a in articles if a.outlet in line.outlets), ()) for line in lineages
    )
    happening = Happening("h", DAY, tuple(mentions), Support((), lines, len(articles)))
    found = wordings_of(happening, {one.id: one for one in articles}, ENGLISH)
    return [(w.outlet, w.lineage, [w.mention.span.exact[start:end] for start, end in w.marks]) for w in found]


def test_an_outlet_alone_is_set_apart_by_nothing() -> None:
    assert _side_by_side(("Post", "The dam burst.", 4)) == [("Post", "Post", [])]


@pytest.mark.parametrize(
    ("one", "others", "marks"),
    [
        ("The dam burst on Monday.", ["The dam burst on Monday."], []),
        ("At night the dam burst.", ["The dam burst."], ["night"]),
        # neighbours are one mark, what stands apart two
        ("The old stone dam burst.", ["The dam burst."], ["old stone"]),
        ("The old dam burst loudly again.", ["The dam burst again."], ["old", "loudly"]),
        # what half of the others say is no mark; what fewer say is
        ("The old dam burst.", ["The old dam burst.", "The dam burst."], []),
        ("The old dam burst.", ["The old dam burst.", "The dam burst.", "A dam burst."], ["old"]),
    ],
)
def test_the_words_that_set_an_outlet_apart(one: str, others: list[str], marks: list[str]) -> None:
    told = [("Post", one, 4), *((f"Mail {n}", text, 5) for n, text in enumerate(others))]
    assert _side_by_side(*told)[0] == ("Post", "Post", marks)


def test_one_sentence_an_outlet_in_order_of_report_and_by_name() -> None:
    found = _side_by_side(
        ("Post", "The dam burst at noon.", 6), ("Mail", "The dam burst.", 5), ("Echo", "The dam burst.", 6),
        ("Mail", "The dam burst again.", 4), lineages=(Lineage("Wire", (), ("Post", "Echo")),),
    )  # fmt: skip
    assert [(outlet, line) for outlet, line, _ in found] == [("Mail", "Mail"), ("Echo", "Wire"), ("Post", "Wire")]
    assert found[0][2] == []
