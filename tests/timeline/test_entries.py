"""What an entry is made of: its kind, the credits behind it, its evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.model import Action, Article, Claim, Paragraph, Span
from leadup.reading.deep import DeepReading
from leadup.timeline.entries import _credits, _entry_id, _is_deed, _kind, _speaks_of_the_same, _supports, evidence_of

DAY = dt.date(2021, 5, 3)
SAID = 'The mayor of Orsk said on Monday that "the old dam was never safe at all".'


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def kind(
    text: str,
    content: str,
    source: str = "The mayor of Orsk",
    manner: str = "paraphrased",
    *,
    certain: bool = True,
    said: bool = True,
    quad: str = "",
    before: str = "",
) -> str:
    """The kind of an entry worded so, by its claim; ``quad``: what the saying is as a deed."""
    whole = before + text + " Rain fell on the town."
    span = Span.of("a", whole, len(before), len(before) + len(text))
    claims: list[Any] = (
        [
            Claim(
                (at(whole, source),), (at(whole, "said"),), (at(whole, content),), manner, certain=certain, is_said=said
            )  # type: ignore[arg-type]
        ]
        if content
        else []
    )
    start = whole.index("said")
    actions: list[Any] = [Action(start, start + 4, "said", "statement", quad, "actual")] if quad else []  # type: ignore[arg-type]
    return _kind(span, DeepReading(0, tuple(claims), tuple(actions), ()))


@pytest.mark.parametrize("before", ["", "It was a cold day. "])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"content": ""}, "event"),
        ({"content": "the old dam was never safe at all"}, "statement"),
        # It neither fills half of the sentence nor ends it.
        ({"content": "on Monday"}, "event"),
        ({"content": "never safe at all"}, "statement"),
        ({"content": "never safe"}, "event"),
        ({"content": 'of Orsk said on Monday that "the old dam was never'}, "statement"),
        # Nobody is sure of it; who says it does not open the sentence; quoted at length it is one all the same.
        ({"content": "the old dam was never safe at all", "certain": False}, "event"),
        ({"content": "the old dam was never safe at all", "source": "safe"}, "event"),
        ({"content": 'on Monday that "the old dam was never safe', "certain": False, "manner": "quoted"}, "statement"),
        ({"content": "never safe at all", "certain": False, "manner": "quoted"}, "event"),
        # No utterance is reported: an aim, a thing talked over, words in a clause by the way.
        ({"content": "the old dam was never safe at all", "said": False}, "event"),
        ({"content": 'on Monday that "the old dam was never safe', "said": False, "manner": "quoted"}, "event"),
        # To say it is a deed.
        ({"content": "the old dam was never safe at all", "quad": "material conflict"}, "event"),
        ({"content": "the old dam was never safe at all", "quad": "verbal conflict"}, "statement"),
        # Of what stands outside the sentence nothing counts.
        ({"content": "Rain fell on the town."}, "event"),
    ],
)
def test_what_is_a_statement(before: str, given: dict[str, Any], told: str) -> None:
    assert kind(SAID, before=before, **given) == told


FILLER = "The bridge was old and the river high that day. " * 30


@pytest.mark.parametrize(
    ("text", "told", "credited"),
    [
        (f"LOM (AP) - {FILLER}", "", {"(AP)"}),
        (f"{FILLER}\nWith files from the Associated Press", "", {"Associated Press"}),
        # In the middle only a sentence that the article is cited for is read for them.
        (f"{FILLER} Reuters reported that the bridge fell. {FILLER}", "", set()),
        (
            f"{FILLER} Reuters reported that the bridge fell. {FILLER}",
            "Reuters reported that the bridge fell.",
            {"Reuters"},
        ),
        # What is said of sources there counts as at either end, where it was read before and counts once.
        (
            f"{FILLER} The Associated Press contributed to this report. {FILLER}",
            "The Associated Press contributed to this report.",
            {"Associated Press"},
        ),
        (
            f"{FILLER} The Associated Press contributed to this report.",
            "The Associated Press contributed to this report.",
            {"Associated Press"},
        ),
        (
            f"Reporting by Reuters; the bridge fell. {FILLER}",
            "Reporting by Reuters; the bridge fell.",
            {"Reuters"},
        ),
        (f"Reuters reported that the bridge fell. {FILLER}", "", set()),
        (f"Reuters reported that the bridge fell. {FILLER}", "Reuters reported that the bridge fell.", {"Reuters"}),
        (f"{FILLER} Reuters reported that the bridge fell.", "Reuters reported that the bridge fell.", {"Reuters"}),
    ],
)
def test_credits_count_at_either_end_and_where_it_is_cited(text: str, told: str, credited: set[str]) -> None:
    spans = [Span.of("a", text, *at(text, told))] if told else []
    found = _credits(text, spans, ENGLISH)
    assert len(found) == len(credited)
    assert all(text[c.start : c.end] == c.exact for c in found)
    assert all(any(name in c.exact or c.exact in name for c in found) for name in credited)


@pytest.mark.parametrize(
    ("cited", "beside", "independent"),
    [
        (("The old bridge fell, Reuters reported.", "Reuters reported that the bridge of Orsk fell."), "", 1),
        (("The old bridge fell, Reuters reported.", "Men saw the bridge of Orsk fall."), "", 2),
        (("The old bridge fell at noon.", "Men saw the bridge of Orsk fall."), "Reuters reported rain.", 2),
    ],
)
def test_outlets_that_have_what_they_are_cited_for_of_one_agency_are_one(
    cited: tuple[str, str], beside: str, independent: int
) -> None:
    """In the middle of their articles, where only those sentences say of whom they have it."""
    fillers = (FILLER, "Rain fell on every house of the town. " * 40)
    texts = (f"{around}{words} {beside} {around}" for around, words in zip(fillers, cited, strict=True))
    articles = [article(text, outlet, DAY) for text, outlet in zip(texts, "AB", strict=True)]
    wording, support = (mention(made, words, DAY) for made, words in zip(articles, cited, strict=True))
    choice: Any = SimpleNamespace(wording=wording, support=(support,), in_passing=frozenset())
    (found,) = _supports([choice], {made.id: made for made in articles}, ENGLISH)
    assert set(found.outlets) == {"A", "B"}
    assert found.independent == independent


def test_evidence_is_shown_in_its_paragraph() -> None:
    text = "Rain fell.\n\nThe dam broke. Two fled.\n\nIt was night."
    made = article(text, "The Test", DAY)
    made = Article(
        made.id,
        made.source,
        text,
        (Paragraph(0, 10), Paragraph(12, 36), Paragraph(38, len(text))),
        outlet="The Test",
    )
    shown = evidence_of(mention(made, "Two fled.", DAY), made)
    assert shown.paragraph.exact == "The dam broke. Two fled."
    alone = Article(made.id, made.source, text, (Paragraph(0, 10),), outlet="The Test")
    assert evidence_of(mention(alone, "Two fled.", DAY), alone).paragraph.exact == "Two fled."


def test_an_entry_is_named_by_its_place_and_its_day() -> None:
    made = article("Rain fell. The dam broke. The dam broke again.", "The Test", DAY)
    names = {
        _entry_id(m)
        for m in (
            mention(made, "The dam broke.", DAY),
            mention(made, "The dam broke again.", DAY),
            mention(made, "The dam broke.", DAY + dt.timedelta(1)),
        )
    }
    assert len(names) == 3
    assert _entry_id(mention(made, "The dam broke.", DAY)) in names
    assert all(name.startswith("2021-05-0") for name in names)


def test_a_mention_counts_the_same_where_a_name_stands_in_both() -> None:
    made = article("Nine died in Orsk. In Orsk nine fell. Two fell in Marn.", "The Test", DAY)
    orsk, again, marn = (
        mention(made, w, DAY) for w in ("Nine died in Orsk.", "In Orsk nine fell.", "Two fell in Marn.")
    )
    assert _speaks_of_the_same(again, orsk, ENGLISH) and _speaks_of_the_same(orsk, orsk, ENGLISH)
    assert not _speaks_of_the_same(marn, orsk, ENGLISH)


@pytest.mark.parametrize(
    ("source", "content", "changed", "told"),
    [
        # half of a sentence, or up to its last two letters
        ((10, 11), (15, 25), {}, "statement"),
        ((10, 11), (15, 24), {}, "event"),
        ((10, 11), (26, 28), {}, "statement"),
        ((10, 11), (25, 27), {}, "event"),
        # who says it stands in it, before the words
        ((9, 10), (15, 25), {}, "event"),
        ((14, 15), (15, 25), {}, "statement"),
        ((15, 16), (15, 25), {}, "event"),
        # what runs in from before it, or on behind it, counts as far as it stands in it
        ((9, 10), (5, 20), {"manner": "quoted"}, "statement"),
        ((9, 10), (5, 19), {"manner": "quoted"}, "event"),
        ((9, 10), (20, 40), {"manner": "quoted"}, "statement"),
        ((9, 10), (21, 40), {"manner": "quoted"}, "event"),
        ((10, 11), (21, 40), {}, "statement"),
        ((10, 11), (0, 10), {}, "event"),
        ((10, 11), (30, 40), {}, "event"),
        ((10, 11), (15, 25), {"certain": False}, "event"),
    ],
)
def test_how_much_of_a_sentence_is_a_statement(
    source: tuple[int, int], content: tuple[int, int], changed: dict[str, Any], told: str
) -> None:
    claim: Any = Claim((source,), ((12, 13),), (content,), **{"manner": "paraphrased", **changed})
    span = Span.of("a", "x" * 50, 10, 30)
    assert _kind(span, DeepReading(0, (claim,), (), ())) == told
    # Another one says it all the same.
    other = replace(claim, content=((0, 9),))
    assert _kind(span, DeepReading(0, (other, claim), (), ())) == told


@pytest.mark.parametrize(
    ("start", "quad", "is_deed"),
    [
        (5, "material conflict", True),
        (8, "material cooperation", True),
        (4, "material conflict", False),
        (9, "material conflict", False),
        (5, "verbal conflict", False),
    ],
)
def test_the_saying_is_a_deed_where_its_word_is_one(start: int, quad: str, is_deed: bool) -> None:
    claim: Any = Claim(((0, 4),), ((5, 9),), ((10, 20),), "paraphrased")
    action: Any = Action(start, start + 4, "said", "statement", quad, "actual")  # type: ignore[arg-type]
    assert _is_deed(claim, DeepReading(0, (claim,), (action,), ())) is is_deed
