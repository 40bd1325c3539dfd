"""Whose words an entry is: who only says something of a thing that the outlet tells of is not its speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.model import Claim, Span
from leadup.timeline.whose_words import _is_of_a_thing, said_of_the_whole


def claim(text: str, before: int, source: str, cue: str, content: str, manner: str = "paraphrased") -> Claim:
    def at(words: str) -> tuple[tuple[int, int], ...]:
        start = text.index(words) + before
        return ((start, start + len(words)),)

    return Claim(at(source), at(cue), at(content), manner)  # type: ignore[arg-type]


@pytest.mark.parametrize("before", [0, 40])
@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "of_all"),
    [
        ("Norland shelled five depots the ministry says are empty.", "the ministry", "says", "are empty", False),
        ("Police held a man who prosecutors say was behind it.", "prosecutors", "say", "was behind it", False),
        ("Norland shelled a village where officials said rebels hid.", "officials", "said", "rebels hid", False),
        # What the sentence turns on is said, or is the saying.
        ("The ministry said on Monday that it fell.", "The ministry", "said", "it fell", True),
        ("Norland shelled depots, the ministry said.", "the ministry", "said", "Norland shelled depots", True),
        ("In a letter sent on Monday, Lund said she would quit.", "Lund", "said", "she would quit", True),
        ("After rioters burned the gate, Lund said that she would quit.", "Lund", "said", "she would quit", True),
        # The noun is of words, the speaker is who does the rest, nothing else is told.
        ("Tolm gave an interview in which Lund said the pier fell.", "Lund", "said", "the pier fell", True),
        ("Tolm sent a letter on Monday in which he said the pier fell.", "he", "said", "the pier fell", True),
        ("Her office issued a statement that officials said was true.", "officials", "said", "was true", True),
        ("Norland carried out a raid that it said killed two.", "it", "said", "killed two", True),
        ("Norland seized what officials said was a depot.", "officials", "said", "was a depot", True),
        ("There are reports from officials who say the pier fell.", "officials", "say", "the pier fell", True),
        # A further clause of its own.
        ("Norland shelled depots; the ministry said they were empty.", "the ministry", "said", "they were empty", True),
    ],
)  # fmt: skip
def test_whose_words(text: str, source: str, cue: str, content: str, of_all: bool, before: int) -> None:
    span = Span("a", before, before + len(text), text)
    one = claim(text, before, source, cue, content)
    assert said_of_the_whole(span, (one,), ENGLISH) == ((one,) if of_all else ())


def test_what_is_quoted_is_somebody_s_words() -> None:
    text = "Norland shelled five depots the ministry says are “tied to a militia”."
    one = claim(text, 0, "the ministry", "says", "“tied to a militia”", "partly quoted")
    assert said_of_the_whole(Span("a", 0, len(text), text), (one,), ENGLISH) == (one,)


@pytest.mark.parametrize(
    ("words", "of_a_thing"),
    [
        # a clause on a noun whose "that" is left out; on words; parted by a comma; right at the head
        (("depots NOUN obj 2 depot", "ministry NOUN nsubj 5", "says VERB parataxis 2 say", "empty ADJ ccomp 5"), True),
        (
            ("letters NOUN obj 2 letter", "ministry NOUN nsubj 5", "says VERB parataxis 2 say", "empty ADJ ccomp 5"),
            False,
        ),
        ((", PUNCT punct 5", "ministry NOUN nsubj 5", "says VERB parataxis 2 say", "empty ADJ ccomp 5"), False),
        # another clause beside the main one, or on the noun
        (("depots NOUN obj 2 depot", "ministry NOUN nsubj 5", "says VERB conj 2 say", "empty ADJ ccomp 5"), False),
        (("depots NOUN obj 2 depot", "ministry NOUN nsubj 5", "says VERB acl 3 say", "empty ADJ ccomp 5"), True),
        (("letters NOUN obj 2 letter", "ministry NOUN nsubj 5", "says VERB acl 3 say", "empty ADJ ccomp 5"), False),
        (("depots NOUN obj 2 depot", "it PRON nsubj 5", "says VERB acl 3 say", "empty ADJ ccomp 5"), False),
    ],
)
def test_what_is_said_of_a_thing_by_its_tree(words: tuple[str, ...], of_a_thing: bool) -> None:
    made = tree("Norland PROPN nsubj 2", "shelled VERB root 0 shell", *words)
    text = " ".join(token.word for token in made)
    for before in (0, 40):
        one = claim(text, before, made[3].word, "says", "empty")
        assert _is_of_a_thing(made, one, before, ENGLISH) is of_a_thing
        assert not _is_of_a_thing(made, replace(one, manner="quoted"), before, ENGLISH)
        assert not _is_of_a_thing(made, replace(one, cue=()), before, ENGLISH)
        assert not _is_of_a_thing(made, replace(one, cue=((999, 1000),)), before, ENGLISH)
        assert not _is_of_a_thing(made, replace(one, content=()), before, ENGLISH)
