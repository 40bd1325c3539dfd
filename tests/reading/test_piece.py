"""What kind of piece an article is."""

from __future__ import annotations

import pytest

from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.reading.piece import argued

NEWS = (
    "The pier of Norhaven burnt down on Monday, the police said. Two sailors were hurt. “I saw it,” Jo Marr said. "
    "The mayor said the town would rebuild it. A council meeting was called for Friday. The harbour stayed closed. "
    "Ships waited outside. Insurers said they would pay. The union called for an inquiry. No one was arrested."
)
OWN = "I love piers. My father built one. I walked there daily. I saw it burn. I wept. Nobody came. I left. It was so. "


ARGUED = (
    "The truth of the matter is that only a fool wants the pier, and all of us should be of good hope that it is gone. "
    "What is wrong with our harbour is simply the fault of bad men. It is surely the right and only reason for anger. "
    "Why should anyone believe it? The harbour is of no good to us, and nothing of it should be kept. It is too late. "
    "Everyone should see what is right and what is wrong. The fact of it is simple. A harbour is a matter of hope. "
    "Our town should do what is good for all of our children, and not only what a few of the rich and the bad want. "
    "It is simply wrong. Indeed, surely the truth is that our hope is of a town that is good and right and of our own. "
)


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
        (ARGUED, "opinion"),
        (NEWS * 8, "report"),
        ("“" + OWN.strip() + "” the mayor said.", "report"),
        ("This is a rush transcript. Copy may not be final.\n\n" + NEWS, "transcript"),
    ],
)
def test_by_what_it_says(text: str, kind: str) -> None:
    assert piece(text) == kind


def test_what_argues_in_part() -> None:
    def share(text: str) -> float:
        article = article_from_text(text, source="test")
        return argued(article.text, read_light(article), ENGLISH)

    assert share(NEWS) == 0
    assert share(ARGUED) == 1
    assert 0 < share(NEWS * 6 + ARGUED[:115]) < 1
