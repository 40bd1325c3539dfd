"""Words and their places."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.reading.syntax import tokenise


def words(text: str) -> list[str]:
    return [text[s:e] for s, e in tokenise(text, language=ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't go.", "He did n't go ."),
        ("They cannot stay", "They can not stay"),
        ("Iran's envoy", "Iran 's envoy"),
        ("Iran’s envoys’ plan", "Iran ’s envoys ’ plan"),
        ("an Iran-backed militia", "an Iran - backed militia"),
        ("post-war and anti-American talk", "post-war and anti-American talk"),
        ("the U.S. said", "the U.S. said"),
        ("on Dec. 29, 2019.", "on Dec. 29 , 2019 ."),
        ("Gen. J. Smith", "Gen. J. Smith"),
        ("It was plan B.", "It was plan B ."),
        ("1,200 of 3.5 million", "1,200 of 3.5 million"),
        ("at 10:30 p.m. on 9/11", "at 10:30 p.m. on 9/11"),
        ("25% of $5", "25 % of $ 5"),
        ("see https://example.org/a?b=c, now", "see https://example.org/a?b=c , now"),
        ("write to a.b@example.org.", "write to a.b@example.org ."),
        ("`` It is over , '' he said .", "`` It is over , '' he said ."),
        ("did n't -LRB- see -RRB-", "did n't -LRB- see -RRB-"),
        ("AT&T and O'Connell", "AT&T and O'Connell"),
        ("wait... what?!", "wait ... what ?!"),
        ("“No,” he said", "“ No , ” he said"),
        ("the 1970s and the 82nd", "the 1970s and the 82nd"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_character_but_space_stands_in_one_word(text: str) -> None:
    spans = tokenise(text, language=ENGLISH)
    assert all(s < e for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join(text[s:e] for s, e in spans) == "".join(text.split())


def test_offsets_count_in_the_whole_text() -> None:
    text = "Before. He can't."
    assert [text[s:e] for s, e in tokenise(text, 8, language=ENGLISH)] == ["He", "ca", "n't", "."]
    assert [text[s:e] for s, e in tokenise(text, 0, 6, language=ENGLISH)] == ["Before"]


@pytest.mark.parametrize("unit", ["a", "a.", "a'", "-", "1,", "@a", "a&", "'", "http://", ".", "a-", "\u0301"])
def test_linear_on_hostile_text(unit: str) -> None:
    assert tokenise(unit * 1_000, language=ENGLISH)
    assert_linear(lambda size: partial(tokenise, unit * (size // len(unit)), language=ENGLISH), 10_000)
