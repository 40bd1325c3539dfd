"""Who speaks or acts in a sentence of reactions, and which country they speak for."""

from __future__ import annotations

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.model import Actor, Claim
from leadup.reading.deep import read_deep
from leadup.reading.light import read_light
from leadup.reading.names import Cast
from leadup.timeline.reactions.affiliation import office_of, speaks_for
from leadup.timeline.reactions.speakers import _beside, acts_or_speaks, named_in, speakers


def _cast(text: str) -> tuple[Cast, tuple[int, int], list[Claim]]:
    """Who is named in a text, the extent of its last sentence, and the claims read in that."""
    of = article(text)
    reading = read_light(of)
    last = reading.sentences[-1]
    cast = Cast.of(text, [name for sentence in reading.sentences for name in sentence.names], language=ENGLISH)
    claims = [c for deep in read_deep(of, reading, [len(reading.sentences) - 1]) for c in deep.claims]
    return cast, (last.start, last.end), claims


# A sentence, who speaks in it by the names beside its verbs, and who by the claims that were read in it.
SPEAKERS = """
Anna Lund condemned the raid. | Anna Lund | Anna Lund
Sweden and Denmark condemned the raid. | Sweden, Denmark | Sweden, Denmark
Sweden and Denmark said that they condemned the raid. | Sweden, Denmark | Sweden, Denmark
“It is war,” said the minister, Anna Lund. | Anna Lund | Anna Lund
“It is war,” said Sweden's foreign minister, Anna Lund of the Harbour Party. | Anna Lund | Anna Lund
The Harbour League said that Sweden was at war. | Harbour League | Harbour League
Karl Tolm left, and Anna Lund said that it was war. | Anna Lund | Anna Lund
Anna Lund, who once led the Harbour League in Sweden, said that it was war. | Anna Lund | Anna Lund
In Sweden Anna Lund said that it was war. | Anna Lund | Anna Lund
# a country in which something is said does not say it; whoever is not named may
In Sweden a baker said that it was war. | | baker
The president of Sweden said that it was war. | | president of Sweden
It rained in Sweden. | |
"""


@pytest.mark.parametrize("row", [row for row in SPEAKERS.strip().splitlines() if not row.startswith("#")])
def test_who_speaks_in_a_sentence(row: str) -> None:
    text, named, claimed = (cell.strip() for cell in row.split("|"))
    for before in ("", "Ines Okoro said that it rained in Norway. "):
        cast, (start, end), claims = _cast(before + text)
        assert ", ".join(actor.name for actor in speakers(cast, start, end, language=ENGLISH)) == named
        assert ", ".join(actor.name for actor in speakers(cast, start, end, claims, language=ENGLISH)) == claimed
    assert acts_or_speaks(text, ENGLISH) is (text != "It rained in Sweden.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # a person before a body before countries; of people the last, of bodies the first, of countries all
        ("Sweden, the Harbour League and Anna Lund", ["Anna Lund"]),
        ("Anna Lund and Karl Tolm", ["Karl Tolm"]),
        ("Sweden and the Harbour League", ["Harbour League"]),
        ("the Harbour League and the Mill Union", ["Harbour League"]),
        ("Sweden, Denmark and Sweden", ["Sweden", "Denmark"]),
        ("in Sweden and Denmark", ["Denmark"]),
        ("the rain", []),
    ],
)
def test_who_is_named_in_a_stretch_of_text(text: str, named: list[str]) -> None:
    cast, (start, end), _ = _cast(f"It rained. For {text} it was said.")
    assert [actor.name for actor in named_in(cast, start, end, ENGLISH)] == named
    assert named_in(cast, end, end, ENGLISH) == ()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (["“Canada is in contact with our partners.”"], "CA"),
        (["“Canada is in contact with its partners.”"], None),
        # of two countries the one that is named so more often
        (["“Canada is near us.”", "“Canada is calm.”", "“Sweden is far.”"], "CA"),
        (["“Canada is near us.”", "“Sweden is far.”"], None),
        (["“We are calm.”"], None),
    ],
)
def test_the_country_that_an_office_holder_speaks_of_as_theirs(said: list[str], code: str | None) -> None:
    assert speaks_for(Actor("Anna Lund", "anna lund", "government"), said, ENGLISH) == code
    assert speaks_for(Actor("Anna Lund", "anna lund", "person", None, "foreign minister"), said, ENGLISH) == code
    assert speaks_for(Actor("Anna Lund", "anna lund", "person", None, "baker"), said, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sweden's foreign minister, Anna Lund, left.", "SE"),
        ("Sweden's minister Anna Lund left.", "SE"),
        ("Anna Lund left Sweden.", None),
        ("Sweden fell silent as Anna Lund left.", None),
        ("The Harbour League's chief, Anna Lund, left.", None),
    ],
)
def test_the_country_whose_office_stands_before_a_name(text: str, code: str | None) -> None:
    for before in ("", "It rained in Norway. "):
        cast, _, _ = _cast(before + text)
        lund = next(a for a in cast.actors if a is not None and "Lund" in a.name)
        assert office_of(before + text, cast, lund, ENGLISH) == code


@pytest.mark.parametrize(
    ("text", "start", "verb", "beside"),
    [
        ("Karl Tolm left. Anna Lund said so.", "Anna", "said", True),
        ("Rain fell; yesterday Anna Lund said so.", "Rain", "said", True),
        # a name before the sentence, one too far from the verb, and one behind it
        ("Karl Tolm said so.", "Tolm", "said", False),
        ("Karl Tolm left. Anna Lund said so.", "said", "said", False),
        ("Anna Lund has often said so.", "Anna", "said", False),
        ("It rained, said Anna Lund.", "It", "said", False),
    ],
)
def test_a_name_stands_beside_a_verb_within_the_sentence(text: str, start: str, verb: str, beside: bool) -> None:
    cast, *_ = _cast(text)
    assert _beside(cast, text.index(start), text.index(verb)) is beside
