from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.lang import ENGLISH
from leadup.model import Question, Sentence
from leadup.timeline.relevance import Topic
from leadup.timeline.terms import stem, words

TEXT = "Oil spilled. The oily sea shone. A turbOIL is no such thing. Oils of many kinds."


def _sentences(text: str) -> tuple[Sentence, ...]:
    found = []
    at = 0
    for part in text.split("."):
        if part.strip():
            found.append(Sentence(at, at + len(part), 0))
        at += len(part) + 1
    return tuple(found)


def test_words_are_found_whole_and_in_any_inflection() -> None:
    held = dict(Topic.of_words("oil", ENGLISH).held(TEXT, _sentences(TEXT)))
    assert held == {0: frozenset({"oil"}), 3: frozenset({"oil"})}


def test_keywords_say_what_a_question_is_about_else_its_target_does() -> None:
    assert Topic.of(Question("the burst of the dam"), ENGLISH).stems == ("burst", "dam")
    assert Topic.of(Question("the burst of the dam", keywords=("Orsk",)), ENGLISH).stems == ("orsk",)


def test_a_question_of_function_words_is_about_nothing() -> None:
    assert Topic.of_words("what was it", ENGLISH).share(TEXT, _sentences(TEXT)) == 0


_WORD = st.sampled_from(["oil", "Oils", "oiled", "oily", "spill", "spilled", "sea", "the", "über", "x"])


def test_letters_that_grow_in_lower_case_move_no_word() -> None:
    text = "İİİ Oil spilled. It rained."
    assert [at for at, _ in Topic.of_words("oil", ENGLISH).places(text)] == [4]
    assert dict(Topic.of_words("oil", ENGLISH).held(text, _sentences(text))) == {0: frozenset({"oil"})}


def test_a_word_between_or_behind_the_sentences_is_of_none() -> None:
    text = "Oil fell. Oil rose. Oil."
    topic = Topic.of_words("oil", ENGLISH)
    assert [at for at, _ in topic.held(text, (Sentence(0, 9, 0), Sentence(14, 19, 0)))] == [0]
    assert [at for at, _ in topic.held(text, (Sentence(10, 19, 0),))] == [0]
    assert topic.share(text, _sentences(text)) == 1
    assert topic.share(TEXT, _sentences(TEXT)) == 0.5
    assert topic.share(text, ()) == 0


@settings(max_examples=100)
@given(st.lists(st.lists(_WORD, min_size=1, max_size=6), max_size=8))
def test_finding_in_running_text_equals_taking_it_apart(drawn: list[list[str]]) -> None:
    text = ". ".join(" ".join(ws) for ws in drawn)
    sentences = _sentences(text)
    topic = Topic.of_words("oil spill", ENGLISH)
    plain = {}
    for i, s in enumerate(sentences):
        stems = {stem(w, ENGLISH) for w in words(text[s.start : s.end], ENGLISH)} & set(topic.stems)
        if stems:
            plain[i] = stems
    assert dict(topic.held(text, sentences)) == plain
