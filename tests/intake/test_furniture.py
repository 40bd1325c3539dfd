"""Page furniture: known lines go, news stays."""

from __future__ import annotations

import pytest

from leadup.intake.furniture import fold, furniture, same_caption


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "STORY CONTINUES BELOW ADVERTISEMENT",
        "Article continues after advertisement",
        "Click to play video: 'Fire at the port'",
        "WATCH: Fire at the port",
        "Sponsored content",
        "Read more: Port closed again",
        "READ MORE »",
        "Sign up for our morning newsletter",
        "By clicking “Sign up” you agree to our terms.",
        "Share this article",
        "We use cookies to improve this site.",
        "Lesen Sie auch: Hafen gesperrt",
        "À lire aussi : le port fermé",
        "関連記事",
        "3 min read",
        "* * *",
        "—",
        "Related",
    ],
)
def test_furniture(line: str) -> None:
    assert furniture().matches(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "Watchmen were posted at the gate on Monday.",
        "Advertisements for the post appeared in three papers.",
        "Sharealike licences were discussed by the council.",
        "More than thirty rockets were fired at the base.",
        "Follow the money, the prosecutor told the jury.",
        "Read aloud in court, the letter drew gasps.",
        "Subscribe to the treaty or leave, ministers were told.",
        "Video of the strike spread within minutes.",
        'He called it "sponsored content" and walked out.',
        "Update was the word used by the minister.",
        "The minister said he would read more before deciding.",
        "Listen to the people, protesters shouted.",
    ],
)
def test_news(line: str) -> None:
    assert not furniture().matches(fold(line))


def test_a_teaser_quotes_its_clip() -> None:
    rules = furniture()
    assert rules.teaser(fold("Click to play video: ‘Fire at the port’")) == "fire at the port"
    assert rules.teaser(fold("The video showed a fire")) is None
    assert same_caption("fire at the port", "Fire at the port!")
    assert not same_caption("", "")


def test_what_opens_the_tail() -> None:
    rules = furniture()
    assert rules.opens_tail(fold("Most Read:"))
    assert rules.opens_tail(fold("More from The Example"))
    assert not rules.opens_tail(fold("What happened next"))
