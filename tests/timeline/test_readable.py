"""What can be read alone, what it leans on, and statements shown whole."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup import read
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.lang import ENGLISH, table
from leadup.model import Name, Published, Sentence
from leadup.model.name import NameKind
from leadup.reading.light import read_light
from leadup.timeline.readable import (
    LONGEST_CONTEXT,
    context_of,
    finished,
    is_part,
    leans,
    leans_within,
    quotes,
    strangers,
)
from leadup.timeline.statement import balanced, statement_at

_DATA = table("leaning")


@pytest.mark.parametrize("sentence", _DATA["examples"])
def test_sentences_that_lean(sentence: str) -> None:
    assert leans(sentence, ENGLISH)


@pytest.mark.parametrize("sentence", _DATA["not"])
def test_sentences_that_stand_alone(sentence: str) -> None:
    assert not leans(sentence, ENGLISH)


@pytest.mark.parametrize(
    ("sentence", "leaning"), [*((w, True) for w in _DATA["within"]), *((w, False) for w in _DATA["not_within"])]
)
def test_sentences_that_lean_within(sentence: str, leaning: bool) -> None:
    for before in ("", "It rained on the pier for days. "):
        article = article_from_text(before + sentence, source="test")
        read_lightly = read_light(article).sentences[bool(before)]
        assert article.text[read_lightly.start : read_lightly.end] == sentence
        assert leans_within(article.text, read_lightly, ENGLISH) is leaning


def test_what_leans_within_is_shown_with_the_words_before_it() -> None:
    text = "Jo Marr went before the court of Norhaven. A jury found him guilty on Monday."
    sentences = read_light(article_from_text(text, source="test")).sentences
    assert context_of(text, sentences, 1, ENGLISH) == (0, 42)


def shown(text: str, at: int) -> str | None:
    sentences = read_light(article_from_text(text, source="test")).sentences
    whole = statement_at(text, sentences, at, "en")
    return None if whole is None else text[whole[0] : whole[1]]


@pytest.mark.parametrize(
    ("text", "at", "whole"),
    [
        ("The mayor left on Monday. It rained.", 0, "The mayor left on Monday."),
        ("“We will go. They will pay,” the mayor said. It rained.", 0, "“We will go. They will pay,” the mayor said."),
        ("“We will go. They will pay,” the mayor said. It rained.", 1, "“We will go. They will pay,” the mayor said."),
        ("“We will go. They will pay,” the mayor said. It rained.", 2, "It rained."),
        ("The mayor said: “We go. They pay. We wait.”", 1, "The mayor said: “We go. They pay. We wait.”"),
        ("“We will go. We wait.\n\n“They will pay,” the mayor said.", 1, None),
        ("The council called it paramount,” the mayor said.", 0, None),
    ],
)
def test_statements_are_shown_whole(text: str, at: int, whole: str | None) -> None:
    assert shown(text, at) == whole


def test_a_statement_is_shown_whole_wherever_it_stands() -> None:
    said = "“We will go. They will pay,” the mayor said."
    assert shown("It rained on the pier. " * 30 + said, 31) == said
    # It may be so long, and no longer.
    for length, whole in ((420, True), (421, False)):
        text = "“We go. They pay " + "x" * (length - 35) + ",” the mayor said."
        assert len(text) == length
        assert (shown(text, 0) == text) is whole


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [(0, 0, True), (0, 1, False), (1, 2, False)],
)
def test_a_statement_ends_with_its_paragraph(first: int, second: int, whole: bool) -> None:
    text = "“We will go. They pay.”"
    here = Sentence(0, 12, first, runs_on=True)
    there = Sentence(13, len(text), second, opened=0)
    for at in (0, 1):
        assert statement_at(text, (here, there), at, "en") == ((0, len(text)) if whole else None)
    # Nothing runs on behind the last sentence, nor is opened before the first.
    assert statement_at(text, (here,), 0, "en") is None
    assert statement_at(text, (there,), 0, "en") is None


def test_a_statement_too_long_to_show_is_a_part() -> None:
    text = "“" + "We will go to the pier and wait there. " * 20 + "They will pay,” the mayor said."
    sentences = read_light(article_from_text(text, source="test")).sentences
    assert all(is_part(text, sentences, k, "en") for k in range(len(sentences)))


@settings(max_examples=100)
@given(st.text(alphabet='ab. "“”\n', max_size=80))
def test_what_is_shown_is_balanced_and_holds_the_sentence(text: str) -> None:
    if not text.strip():
        return
    try:
        article = article_from_text(text, source="test")
    except Exception:
        return
    sentences = read_light(article).sentences
    for at, sentence in enumerate(sentences):
        whole = statement_at(article.text, sentences, at, "en")
        if whole is not None:
            assert whole[0] <= sentence.start and sentence.end <= whole[1]
            assert balanced(article.text[whole[0] : whole[1]])


@pytest.mark.parametrize(
    ("text", "at", "context"),
    [
        ("Ines Okoro left Norhaven. She took the boat on Monday.", 1, "Ines Okoro left Norhaven."),
        ("Ines Okoro left Norhaven. She was tired. She took the boat.", 2, "Ines Okoro left Norhaven. She was tired."),
        ("Ines Okoro left Norhaven. Ade Lund took the boat on Monday.", 1, None),
        ("He was tired. She took the boat on Monday.", 1, None),
        ("She took the boat on Monday.", 0, None),
        ("Ines Okoro left.\n\nIt rained on the pier for days.\n\nThey were glad. She took the boat.", 3, None),
        # of the paragraph before, and no further
        ("Ines Okoro left Norhaven.\n\nShe took the boat.", 1, "Ines Okoro left Norhaven."),
        ("Ines Okoro left.\n\nShe was tired.\n\nShe took the boat.", 2, None),
        # two sentences back at most, and no more words than can be shown
        ("Ines Okoro left. She ate. She slept. She took the boat.", 3, None),
        (f"Ines Okoro left {'the pier ' * 33}town. She took the boat.", 1, f"Ines Okoro left {'the pier ' * 33}town."),
        (f"Ines Okoro left {'the pier ' * 34}town. She took the boat.", 1, None),
        # a quotation is led up to where it opens
        ("Ines Okoro left. “She was tired. We wept,” he said.", 2, "Ines Okoro left."),
        ("Ines Okoro left. “Norhaven is far. She was tired,” Ade Lund said.", 2, None),
        # what stands before it must be whole itself
        ("Ines Okoro said “no. She took the boat.", 1, None),
    ],
)
def test_the_words_that_a_sentence_leans_on(text: str, at: int, context: str | None) -> None:
    sentences = read_light(article_from_text(text, source="test")).sentences
    found = context_of(text, sentences, at, ENGLISH)
    assert (None if found is None else text[found[0] : found[1]]) == context


def test_a_statement_is_one_entry() -> None:
    text = (
        "“We will leave Norhaven on May 3. Ade Lund will leave it on May 3 too,” the mayor, Ines Okoro, said.\n\n"
        "The police arrested Jo Marr on May 4."
    )
    at = Published(dt.datetime(2031, 5, 1, tzinfo=dt.UTC), "day", "sure", "given")
    entries = read(article_from_text(text, source="test", known=ArticleMetadata(published=at))).entries
    spans = [(e.day, e.wording.start, e.wording.end) for e in entries]
    assert len(spans) == len(set(spans))
    assert all(balanced(e.wording.exact) for e in entries)
    assert entries[0].wording.exact == text.split("\n\n")[0]


@pytest.mark.parametrize(("long", "is_shown"), [(LONGEST_CONTEXT, True), (LONGEST_CONTEXT + 1, False)])
def test_how_long_the_words_before_it_may_be(long: int, is_shown: bool) -> None:
    assert LONGEST_CONTEXT == 320
    first = "Ida Lund left the hall".ljust(long - 2, "l") + "."
    for before in ("", "It rained. "):
        text = f"{before}{first} She wept."
        ends = [n + 1 for n, c in enumerate(text) if c == "."]
        sentences = [Sentence(start, end, 0) for start, end in zip((0, *(e + 1 for e in ends)), ends, strict=False)]
        found = context_of(text, sentences, len(sentences) - 1, ENGLISH)
        assert (found == (len(before), len(before) + len(first))) is is_shown


@pytest.mark.parametrize(
    ("paragraphs", "repeated", "is_shown"),
    [((0, 0), False, True), ((0, 1), False, True), ((0, 2), False, False), ((0, 0), True, False)],
)
def test_where_the_words_before_it_may_stand(paragraphs: tuple[int, int], repeated: bool, is_shown: bool) -> None:
    text = "Ida Lund left. She wept."
    sentences = [Sentence(0, 14, paragraphs[0], repeated=repeated), Sentence(15, 24, paragraphs[1])]
    assert context_of(text, sentences, 1, ENGLISH) == ((0, 14) if is_shown else None)
    assert context_of(text, sentences, 0, ENGLISH) is None


@pytest.mark.parametrize(
    ("leaning", "context"),
    [("Ida Lund left. She wept. She slept.", (0, 24)), ("Ida Lund left. She wept. She slept. She ate.", None)],
)
def test_how_many_sentences_before_it_are_shown(leaning: str, context: tuple[int, int] | None) -> None:
    ends = [n + 1 for n, c in enumerate(leaning) if c == "."]
    sentences = [Sentence(start, end, 0) for start, end in zip((0, *(e + 1 for e in ends)), ends, strict=False)]
    assert context_of(leaning, sentences, len(sentences) - 1, ENGLISH) == context


@pytest.mark.parametrize(
    ("sentence", "is_finished", "is_quoting"),
    [
        ("It rained.", True, False),
        ("It rained!”", True, True),
        ("It rained", False, False),
        ("It rained. (Orsk", False, False),
        ('"It rained", he said.', True, True),
        ("It ``rained'' on.", True, True),
    ],
)
def test_how_a_sentence_ends_and_whether_it_quotes(sentence: str, is_finished: bool, is_quoting: bool) -> None:
    assert finished(sentence) is is_finished
    assert quotes(sentence) is is_quoting


def test_a_surname_alone_is_a_strangers_where_he_is_named_in_full_elsewhere() -> None:
    def name(exact: str, key: str, kind: NameKind = "person") -> Name:
        return Name(0, len(exact), exact, kind, key)

    names = (name("Tolm", "karl tolm"), name("Karl Tolm", "karl tolm"), name("Varo", "varo"),
             name("Orsk", "port orsk", "place"))  # fmt: skip
    assert strangers(Sentence(0, 9, 0, names=names)) == ("Tolm",)


@pytest.mark.parametrize(
    ("text", "named", "leaning"),
    [
        # a body named before "the group", by its kind; one behind it, and what is no body
        ("Orsk Aid met as the group wished.", {"Orsk Aid": "organisation"}, False),
        ("Orsk Aid met as the group wished.", {"Orsk Aid": "other"}, False),
        ("Orsk Aid met as the group wished.", {"Orsk Aid": "place"}, True),
        ("Men left as the group met Orsk Aid.", {"Orsk Aid": "organisation"}, True),
    ],
)
def test_the_group_is_one_that_is_named_before(text: str, named: dict[str, NameKind], leaning: bool) -> None:
    for before in ("", "It rained. "):
        whole = before + text
        names = tuple(Name(at := whole.index(n), at + len(n), n, kind, n) for n, kind in named.items())
        sentence = Sentence(len(before), len(whole), 0, names=names)
        assert leans_within(whole, sentence, ENGLISH) is leaning
