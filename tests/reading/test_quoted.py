"""Quotations that run over sentences are known as such."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.reading.quoted import running_quotations
from leadup.reading.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor left. It rained.", [(None, False), (None, False)]),
        ("“We will go,” the mayor said. It rained.", [(None, False), (None, False)]),
        ("“We will go. They will pay,” the mayor said.", [(None, True), (0, False)]),
        ('"We will go. They will pay," the mayor said. It rained.', [(None, True), (0, False), (None, False)]),
        ("The mayor said: “We will go. They will pay. We wait.”", [(None, True), (16, True), (16, False)]),
        ("He calls it “a pier.” It is none.", [(None, False), (None, False)]),
        (
            "“We will go. We wait.\n\n“They will pay,” the mayor said.\n\nIt rained.",
            [(None, True), (0, True), (0, False), (None, False)],
        ),
    ],
)
def test_running(text: str, expected: list[tuple[int | None, bool]]) -> None:
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((at, at + len(part)))
        at += len(part) + 2
    assert running_quotations(text, paragraphs, split_sentences(text, language=ENGLISH)) == expected
