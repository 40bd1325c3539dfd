"""What kind of piece an article is."""

from __future__ import annotations

import pytest

from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.reading.light import read_light

NEWS = (
    "The pier of Norhaven burnt down on Monday, the police said. Two sailors were hurt. “I saw it,” Jo Marr said. "
    "The mayor said the town would rebuild it. A council meeting was called for Friday. The harbour stayed closed. "
    "Ships waited outside. Insurers said they would pay. The union called for an inquiry. No one was arrested."
)
OWN = "I love piers. My father built one. I walked there daily. I saw it burn. I wept. Nobody came. I left. It was so. "


def piece(text: str = NEWS, *, url: str | None = None, title: str | None = None) -> str:
    return read_light(article_from_text(text, source="test", known=ArticleMetadata(url=url, title=title))).piece.kind


@pytest.mark.parametrize(
    ("url", "title", "kind"),
    [
        ("https://norhaven.example/news/2031/pier-burns", "Pier burns", "report"),
        ("https://norhaven.example/opinion/2031/pier", "Pier burns", "opinion"),
        ("https://norhaven.example/2031/opinion-polls-rise", "Polls rise", "report"),
        ("https://norhaven.example/news/pier", "OPINION: Let it burn", "opinion"),
        ("https://norhaven.example/news/pier", "LUND: Let it burn", "opinion"),
        ("https://norhaven.example/news/pier", "WATCH: The pier burns", "report"),
        ("https://norhaven.example/letters/pier", "Your views", "letters"),
        ("https://norhaven.example/news/pier", "Letters to the editor", "letters"),
        ("https://norhaven.example/news/pier", "Quiz: How well do you know the pier?", "quiz"),
        ("https://norhaven.example/horoscopes/monday", "Monday", "horoscope"),
        ("https://norhaven.example/news/pier", "Transcript: The mayor's speech", "transcript"),
        (None, None, "report"),
        ("http://[broken/opinion/x", None, "report"),
    ],
)
def test_by_address_and_title(url: str | None, title: str | None, kind: str) -> None:
    assert piece(url=url, title=title) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NEWS, "report"),
        ("ANALYSIS/OPINION:\n\n" + NEWS, "opinion"),
        (NEWS + "\n\n• Ade Lund is a columnist for the Norhaven Post.", "opinion"),
        (NEWS + "\n\n• Ade Lund is a reporter for the Norhaven Post.", "report"),
        (OWN, "opinion"),
        ("“" + OWN.strip() + "” the mayor said.", "report"),
        ("This is a rush transcript. Copy may not be final.\n\n" + NEWS, "transcript"),
    ],
)
def test_by_what_it_says(text: str, kind: str) -> None:
    assert piece(text) == kind
