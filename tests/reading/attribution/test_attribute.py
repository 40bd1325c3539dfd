"""Who says what: tables of short articles, invariants, the seed article."""

from __future__ import annotations

import itertools
import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.model import Claim
from leadup.reading.attribution import attribute
from leadup.reading.sentences import split_sentences

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "attribution.py"


def read(text: str) -> tuple[Claim, ...]:
    return attribute(text, split_sentences(text, language=ENGLISH), language=ENGLISH)


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each claim, their pieces joined by " … "."""
    return [
        tuple(" … ".join(text[s:e] for s, e in spans) for spans in (c.source, c.cue, c.content))  # type: ignore[misc]
        for c in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Her mother now lives in Norhaven and was contacted by police late Monday, a neighbor, Jo Marr, told CNN.",
            "a neighbor, Jo Marr",
            "told",
            "Her mother now lives in Norhaven and was contacted by police late Monday",
        ),
        # quoted
        ("“We are leaving,” the envoy said.", "the envoy", "said", "“We are leaving,”"),
        ("“We are leaving,” said Anna Weiss, the envoy.", "Anna Weiss, the envoy", "said", "“We are leaving,”"),
        ("The envoy told reporters: “We are leaving.”", "The envoy", "told", "“We are leaving.”"),
        ('"We are leaving," the envoy said. "We will not return."', "the envoy", "said",
         '"We are leaving," … "We will not return."'),
        ("“We are leaving,” she said, “and we will not return.”", "she", "said",
         "“We are leaving,” … “and we will not return.”"),
        ("“Are we leaving?” Weiss asked.", "Weiss", "asked", "“Are we leaving?”"),
        ("`` We are leaving , '' the envoy said .", "the envoy", "said", "`` We are leaving , ''"),
        ("The envoy tweeted: “We are leaving. It is over.”", "The envoy", "tweeted", "“We are leaving. It is over.”"),
        ("“He said ‘no’ to me,” Weiss recalled.", "Weiss", "recalled", "“He said ‘no’ to me,”"),
        # partly quoted
        ("The minister called the raid a “reckless act”.", "The minister", "called", "the raid a “reckless act”"),
        ("The raid was described as “reckless” by the foreign ministry.", "the foreign ministry", "was described",
         "The raid … as “reckless”"),
        # paraphrased
        ("The ministry said that talks had failed.", "The ministry", "said", "that talks had failed"),
        ("Talks had failed, the ministry said.", "the ministry", "said", "Talks had failed"),
        ("Talks, the ministry said, had failed on Monday.", "the ministry", "said", "Talks … had failed on Monday"),
        ("According to the ministry, talks had failed.", "the ministry", "According to", "talks had failed"),
        ("Talks had failed on Monday, according to two officials.", "two officials", "according to",
         "Talks had failed on Monday"),
        ("The army accused the rebels of breaking it.", "The army", "accused", "the rebels of breaking it"),
        ("Rebels vowed to retaliate.", "Rebels", "vowed", "to retaliate"),
        ("The mayor urged residents to stay at home.", "The mayor", "urged", "residents to stay at home"),
        ("The general, who said the border was quiet, left on Monday.", "who", "said", "the border was quiet"),
        ("Police said in a tweet that the road was closed.", "Police", "said", "that the road was closed"),
        ("Witnesses told Reuters that soldiers opened fire.", "Witnesses", "told", "that soldiers opened fire"),
        ("The crash prompted the regulator, Anna Weiss, to say Tuesday that she would not resign.",
         "the regulator, Anna Weiss", "say", "that she would not resign"),
        # no one named
        ("Two men are expected to appear in court.", "", "are expected", "Two men … to appear in court"),
        # headline
        ("Anna Weiss: Talks With Rebels Have Failed\n\nNothing moved.", "Anna Weiss", ":",
         "Talks With Rebels Have Failed"),
    ],
)  # fmt: skip
def test_one_claim(text: str, source: str, cue: str, content: str) -> None:
    assert said(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge collapsed on Monday.",
        "Soldiers entered the town and closed the market.",
        "Rebels attacked the village and seized the bridge.",
        "It was one of the worst attacks on the embassy in years.",
        "The storm slammed the coast on Monday.",
        "The council denied a permit for the bridge on Monday.",
        "The film “Night Train” opened the festival.",
        "",
        "”",
    ],
)
def test_the_outlet_s_own(text: str) -> None:
    assert read(text) == ()


def test_any_of_what_is_given_is_what_is_denied() -> None:
    assert said("Lund denied any funding from Norland.") == [("Lund", "denied", "any funding from Norland")]


def test_the_question_is_not_what_was_answered() -> None:
    assert "she" not in {source for source, _, _ in said("Asked about the raid, she said nothing.")}


def test_two_claims_in_one_sentence() -> None:
    text = "The ministry said the truce held, adding that talks would go on."
    assert said(text) == [
        ("The ministry", "said", "the truce held"),
        ("The ministry", "adding", "that talks would go on"),
    ]


def test_only_the_outermost_is_told() -> None:
    text = "The minister said that Iran believes the deal is dead."
    assert said(text) == [("The minister", "said", "that Iran believes the deal is dead")]


def test_a_quotation_over_paragraphs() -> None:
    text = (
        "“This was a mistake,” said Anna Weiss, the minister. “We should not have gone.\n\n"
        "“Nor should we have stayed. We leave today.”\n\nThe army had no comment."
    )
    (claim,) = [c for c in read(text) if c.manner == "quoted"]
    assert [text[s:e] for s, e in claim.content] == [
        "“This was a mistake,”",
        "“We should not have gone.",
        "“Nor should we have stayed. We leave today.”",
    ]


def test_an_unclosed_mark_ends_with_its_sentence() -> None:
    text = 'The envoy said: "We are leaving today. The road was empty by noon.'
    (claim,) = read(text)
    assert [text[s:e] for s, e in claim.content] == ['"We are leaving today.']


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“We are leaving,” the envoy said.", "quoted"),
        ("The envoy said the raid was “reckless” and wrong.", "partly quoted"),
        ("The envoy said the raid was reckless.", "paraphrased"),
    ],
)
def test_manner(text: str, manner: str) -> None:
    assert [c.manner for c in read(text)] == [manner]


def test_the_speaker_behind_a_pronoun() -> None:
    text = "Defence Minister Anna Weiss arrived on Monday. She said that the truce would hold."
    speaker = read(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Anna Weiss"


def test_the_speaker_behind_a_statement() -> None:
    text = "The Pentagon denied it. A statement released on Friday by the Pentagon said the raid had not taken place."
    speaker = read(text)[-1].speaker
    assert speaker is not None
    assert "Pentagon" in speaker.name


def test_who_is_not_known_is_not_guessed() -> None:
    (claim,) = read("It was reported that talks had failed.")
    assert claim.source == ()
    assert claim.speaker is None
    assert not claim.certain


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("“We are leaving the town today,” the envoy said.", True),
        ("The ministry said that talks in Geneva had failed.", True),
        ("The two men are expected to appear in court on Monday.", False),
        ("The mayor likes the plan.", False),
        ("Thousands took to the streets on Friday to demand that the president of Peru step down.", False),
        ("Thousands took to the streets to call for an end to the president's rule.", False),
    ],
)
def test_certainty(text: str, certain: bool) -> None:
    assert [c.certain for c in read(text)] == [certain]


def test_paragraphs_given_are_used() -> None:
    text = "“It is over.\nNothing follows,” the envoy said."
    bounds = [(0, 12), (13, len(text))]
    assert len(attribute(text, bounds, [(0, len(text))], language=ENGLISH)) == 1


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "``",
        "''",
        "'",
        "‘",
        "’",
        " ",
        "\n",
        "\n\n",
        "said",
        " he ",
        "Weiss",
        ".",
        ", ",
        "that",
        ":",
        "We go",
        "?",
    ]
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=60)
def test_spans_hold_on_any_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    claims = read(text)
    for c in claims:
        for spans in (c.source, c.cue, c.content):
            assert all(0 <= s < e <= len(text) for s, e in spans)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        assert c.content
    assert claims == read(text)


@pytest.mark.parametrize(
    "unit", ["“A b.” ", '"', "“", "he said ", "“No,” he said. ", "A: b\n\n", "'a b' ", "“a\n\n", 'said "x" and ']
)
def test_linear_on_hostile_text(unit: str) -> None:
    assert_linear(lambda size: partial(read, unit * (size // len(unit))), 1_000)


def test_the_seed_article(shared: Path) -> None:
    """All entries of the seed whose speaker is known are attributed to that speaker."""
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    expected = json.loads((shared / "seed" / "expected.json").read_text(encoding="utf-8"))["entries"]
    claims = read(text)
    wrong = []
    for entry in expected:
        if "attributed_to" not in entry:
            continue
        near = [
            c for c in claims
            if any(s < entry["end"] and e > entry["start"] for s, e in (*c.source, *c.cue, *c.content))
        ]  # fmt: skip
        words = [text[s:e] for c in near for s, e in c.source] + [c.speaker.name for c in near if c.speaker]
        if not all(any(name in w for w in words) for name in entry["attributed_to"]):
            wrong.append(entry["id"])
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A man said the house had fallen. She said that it stood.", None),
        ("The ministry said talks had failed. It said that they would go on.", "ministry"),
        ("France’s deputy minister, Anna Weiss, said that talks had failed.", "Anna Weiss"),
        ("“The army is ready,” he said.", None),
        ("“We will stay,” Boateng's son said.", "son"),
        ("`` We will stay , '' Boateng 's son said .", "son"),
        ("Peru's ruling party said Friday that it agreed. It added that the minister would leave.", "ruling party"),
        ("Egypt's army is strong. “The government has failed,” he said.", None),
        ("Minister Paul Hart came on Monday. “President Boateng must go,” he told reporters.", "Paul Hart"),
        ("Paul Hart said the raid was legal. “Boateng was warned,” he said.", "Paul Hart"),
    ],
)
def test_speakers(text: str, last: str | None) -> None:
    speaker = read(text)[-1].speaker
    assert (speaker is None) if last is None else (speaker is not None and last in speaker.name)
