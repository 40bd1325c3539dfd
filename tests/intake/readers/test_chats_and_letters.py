"""Chats of telephones in other languages, and newsletters that a service or a list sends for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.readers.reading import rows
from tests.intake.readers.test_generations import BOTH, DAY, ONE, TITLE, TWO

CHATS = {
    "before and behind the bracket": "\u200e[\u200e14.05.18, 09:41:12] Tolvane Desk: {one}\n"
    "[15.05.18, 10:02:00] Ruth: {two}\n",
    "around each figure, from the right": "\u200f[\u200f14\u200f/5\u200f/2018, 9:41:12 AM] \u200eTolvane Desk: {one}\n"
    "\u200f[\u200f15\u200f/5\u200f/2018, 10:02:00 AM] Ruth: {two}\n",
    "in Arabic figures, in a bracket": "\u200f[١٤\u200f/٥\u200f/٢٠١٨، ٩:٤١:١٢ ص] Tolvane Desk: {one}\n"
    "\u200f[١٥\u200f/٥\u200f/٢٠١٨، ١٠:٠٢:٠٠ ص] Ruth: {two}\n",
    "of a number for a name": "14/05/2018, 09:41 - ~\u202f\u202a+44 7700 900123\u202c: {one}\n"
    "15/05/2018, 10:02 - Ruth: {two}\n",
    "with an isolated name": "[14/05/2018, 09:41:12] \u2068Tolvane Desk\u2069: {one}\n"
    "[15/05/2018, 10:02:00] Ruth: {two}\n",
    "year first, in a bracket": "\ufeff[\u200e2018-05-14, 09:41:12] Tolvane Desk: {one}\n"
    "[2018-05-15, 10:02:00] Ruth: {two}\n",
}
"""WhatsApp chats of telephones in other languages, by where their marks of direction stand."""


@pytest.mark.parametrize("name", CHATS)
def test_marks_of_direction_in_a_chat(tmp_path: Path, name: str) -> None:
    file = tmp_path / "_chat.txt"
    file.write_text(CHATS[name].format(one=ONE, two=TWO), encoding="utf-8")
    first, second = rows(file)
    sender = "+44 7700 900123" if "number" in name else "Tolvane Desk"
    assert (first[0], first[1], first[4]) == (DAY, sender, ONE)
    assert (second[0], second[1], second[4]) == ("2018-05-15", "Ruth", TWO)


@pytest.mark.parametrize("further", ["", "٣ - the third pier", "2018-05-14, as it was said"])
def test_what_a_message_goes_on_with_says_nothing_of_the_order_of_day_and_month(tmp_path: Path, further: str) -> None:
    file = tmp_path / "_chat.txt"
    chat = f"5/14/18, 9:41 AM - Tolvane Desk: {ONE}\n{further}\n5/6/18, 10:02 AM - Ruth: {TWO}\n"
    file.write_text(chat, encoding="utf-8")
    assert [row[0] for row in rows(file)] == [DAY, "2018-05-06"]


def test_figures_of_another_script_write_the_day_first(tmp_path: Path) -> None:
    file = tmp_path / "_chat.txt"
    file.write_text(
        f"[٥/٦/٢٠١٨، ٩:٤١:١٢ ص] Tolvane Desk: {ONE}\n[٦/٦/٢٠١٨، ١٠:٠٢:٠٠ ص] Ruth: {TWO}\n", encoding="utf-8"
    )
    assert [row[0] for row in rows(file)] == ["2018-06-05", "2018-06-06"]


def test_what_the_program_says_in_a_chat_is_nobodys_words(tmp_path: Path) -> None:
    file = tmp_path / "_chat.txt"
    said = "[14.05.18, 09:41:12] Desk: \u200eMessages are encrypted.\n\u200e[14.05.18, 09:42:00] Desk: \u200eBild weg\n"
    file.write_text(f"{said}[14.05.18, 09:43:00] Desk: {ONE}\n", encoding="utf-8")
    assert [row[4] for row in rows(file)] == [ONE]


def test_a_word_about_a_mark_keeps_it(tmp_path: Path) -> None:
    """Marks in what is said are the words' own."""
    file = tmp_path / "_chat.txt"
    hebrew = "The sign reads \u2067שלום\u2069 above the pier at Tolvane, said the warden on Monday."
    file.write_text(f"[14.05.18, 09:41:12] Desk: {hebrew}\n[14.05.18, 09:43:00] Desk: {ONE}\n", encoding="utf-8")
    assert rows(file)[0][4] == hebrew


LETTER = """From: {sender}
To: reader@example.net
Subject: {title}
Date: Mon, 14 May 2018 12:00:11 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><p>Forwarded this email? <a href="https://x.example">Subscribe here</a> for more</p><h1>{title}</h1>
<p>Ruth Adair</p><p>May 14</p><p>∙ Preview</p><p>{one}</p><p>{two}</p><p>Like Comment Restack</p></body></html>
"""


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Ruth Adair from Tolvane Letter <tolvane@substack.com>", "Tolvane Letter", ("Ruth Adair",)),
        ("\"'Ruth Adair' via Tolvane Talk\" <talk@lists.example>", "Tolvane Talk", ("Ruth Adair",)),
        # who sends for nobody else may be called so
        ("Greetings from Tolvane <news@tolvane.example>", "Greetings from Tolvane", ()),
        ("The Tolvane Letter <tolvane@substack.com>", "The Tolvane Letter", ()),
        ("Greetings from Tolvane <news@mysubstack.com>", "Greetings from Tolvane", ()),
        ("Trivia Tolvane <quiz@tolvane.example>", "Trivia Tolvane", ()),
    ],
)
def test_who_sends_a_newsletter_for_whom(tmp_path: Path, sender: str, outlet: str, byline: tuple[str, ...]) -> None:
    file = tmp_path / "a.eml"
    file.write_text(LETTER.format(sender=sender, title=TITLE, one=ONE, two=TWO), encoding="utf-8")
    ((day, found, title, names, body),) = rows(file)
    assert (day, found, title, names) == (DAY, outlet, TITLE, byline)
    assert body == (BOTH if byline else f"Ruth Adair {BOTH}"), "its writer and its day, which its head says, aside"


def test_a_day_in_a_newsletter_that_is_not_its_own_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    letter = LETTER.format(sender="The Letter <l@tolvane.example>", title=TITLE, one=ONE, two=TWO)
    file.write_text(letter.replace("<p>May 14</p>", "<p>May 12</p>"), encoding="utf-8")
    assert "May 12" in rows(file)[0][4]


@pytest.mark.parametrize("over", ["Ruth Adair published a story", "Ruth Adair published a story in Tolvane Notes"])
@pytest.mark.parametrize("kind", ["html", "plain"])
def test_what_a_service_says_over_a_story_is_none_of_it(tmp_path: Path, over: str, kind: str) -> None:
    file = tmp_path / "a.eml"
    letter = LETTER.format(sender="Tolvane Notes <n@notes.example>", title=TITLE, one=ONE, two=TWO)
    letter = letter.replace("<p>May 14</p>", f"<p>{over}</p>")
    if kind == "plain":
        letter = f"{letter.partition('<html>')[0].replace('text/html', 'text/plain')}{over}\n\n{ONE}\n\n{TWO}\n"
    file.write_text(letter, encoding="utf-8")
    assert "published a story" not in rows(file)[0][4] and rows(file)[0][4].endswith(BOTH)


@pytest.mark.parametrize(
    "said", ["Ruth Adair published a story.", "The Gazette published a story that named the warden"]
)
def test_a_sentence_of_a_story_that_was_published_stays(tmp_path: Path, said: str) -> None:
    file = tmp_path / "a.eml"
    letter = LETTER.format(sender="Tolvane Notes <n@notes.example>", title=TITLE, one=ONE, two=TWO)
    file.write_text(letter.replace("<p>May 14</p>", f"<p>{said}</p>"), encoding="utf-8")
    assert said in rows(file)[0][4]
