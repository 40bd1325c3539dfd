"""The outlets' wordings of one happening, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from tests.timeline.making import article, mention

from leadup.errors import EmptyWindow
from leadup.lang import ENGLISH
from leadup.model import Article, Happening, Lineage, Mention, Question, Reading, Support
from leadup.reading.light import read_light
from leadup.timeline import comparison
from leadup.timeline.comparison import compare_words, wordings_of

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


BURST = (
    "The old dam at Orsk burst on May 3, killing 12 people.",
    "On May 3 the old dam at Orsk burst and 12 people died.",
)
SHELLED = (
    "Rebels shelled the harbour of Port Sorrel on May 3, killing two dockers.",
    "Two dockers were killed on May 3 when rebels shelled the harbour of Port Sorrel.",
    "On May 3 rebels shelled Port Sorrel and two dockers died at its harbour.",
)


class Held:
    """An archive of these texts, each of an outlet of its own, printed the day after."""

    def __init__(self, *texts: str, languages: Sequence[str] = ()) -> None:
        articles = [article(text, f"Outlet {n}", dt.date(2021, 5, 4 + n)) for n, text in enumerate(texts)]
        spoken = (*languages, *[ENGLISH] * len(texts))
        self.found = [(replace(one, language=of), read_light(one)) for one, of in zip(articles, spoken, strict=False)]
        self.asked: list[Any] = []

    def candidates(self, *asked: Any) -> list[tuple[Article, Reading]]:
        self.asked.append(asked)
        return self.found


def _compared(held: Held, words: str, *keywords: str) -> list[str]:
    question = Question(words, DAY, keywords=keywords)
    found = compare_words(cast("Any", held), question, limit=7)
    assert held.asked == [((words, *keywords), DAY, DAY, 7)]
    assert found.happening.day == found.target.day == DAY
    return [w.mention.span.exact for w in found.wordings]


def test_the_happening_asked_about_is_laid_side_by_side_and_not_what_more_tell_of() -> None:
    assert _compared(Held(*SHELLED, *BURST), "the burst of the dam") == [*BURST]
    assert _compared(Held(*SHELLED, *BURST), "the shelling of the harbour") == [*SHELLED]
    # What the keywords name says which of two is meant.
    assert _compared(Held(*SHELLED, *BURST), "Monday", "dam") == [*BURST]
    assert _compared(Held(*SHELLED, *BURST), "Monday", "harbour") == [*SHELLED]


def test_another_language_is_not_laid_beside_it() -> None:
    assert _compared(Held(*BURST, languages=["fr"]), "the burst of the dam") == [BURST[1]]


def test_of_many_sentences_those_that_share_most_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "MOST", 2)
    assert _compared(Held(*SHELLED, *BURST), "the burst of the dam") == [*BURST]
    monkeypatch.setattr(comparison, "MOST", 1)
    assert _compared(Held(*SHELLED, *BURST), "the burst of the dam") == [BURST[0]]


def test_a_day_of_which_nothing_is_told_is_refused() -> None:
    with pytest.raises(EmptyWindow, match="2021-05-19"):
        compare_words(cast("Any", Held(*BURST)), Question("the burst of the dam", dt.date(2021, 5, 19)))
