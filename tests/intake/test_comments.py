"""Readers' comments and posting stamps: what of them is no part of an article, and that the article stays whole."""

from __future__ import annotations

from functools import partial

import pytest

from leadup.intake import article_from_html, article_from_text
from leadup.intake.blocks import classify, is_posting_stamp
from leadup.intake.comments import is_comment_control, is_comment_stamp
from leadup.intake.credits import is_credit, run_on_byline
from tests.growth import assert_linear

STORY = [
    "A crane fell onto the northern quay on Monday , the port authority said .",
    "Two workers were taken to hospital .",
    "`` I heard a long scream of metal ! '' said Ada Brandt .",
]
COMMENTS = [
    "I told you so !!!",
    "March 3 , 2021 at 9:12 am | Report abuse | The port was never safe .",
    "Nobody listens .",
    "- O. Lind March 3 , 2021 at 11:02 am | Reply |",
    "The quay belongs to the city .",
]


def kinds(lines: list[str]) -> list[str]:
    paragraphs, _ = classify("\n\n".join(lines))
    return [p.kind for p in paragraphs]


def test_comments_under_a_story() -> None:
    assert kinds([*STORY, *COMMENTS]) == ["body"] * 3 + ["noise"] * 5


def test_one_stamp_beyond_doubt_is_enough() -> None:
    lines = [*STORY, "Posted by olind | Report as abusive The port was never safe .", "Nobody listens ."]
    assert kinds(lines) == ["body"] * 3 + ["noise"] * 2


def test_one_stamp_in_doubt_takes_its_line_only() -> None:
    lines = [*STORY, "March 3 , 2021 at 9:12 am | The port was never safe .", "An inquiry will begin on Friday ."]
    assert kinds(lines) == ["body"] * 3 + ["noise", "body"]


def test_a_posting_s_own_stamp_begins_no_comments() -> None:
    lines = ["March 3 , 2021 at 9:12 am | A crane fell onto the northern quay on Monday .", *STORY[1:]]
    assert kinds(lines) == ["body"] * 3


def test_comments_on_a_page() -> None:
    story = "".join(f"<p>{line * 3}</p>" for line in STORY)
    comments = "".join(f"<p>{line}</p>" for line in COMMENTS)
    page = f"<html><body><article><h1>Crane falls</h1>{story}{comments}</article></body></html>"
    article = article_from_html(page, source="x")
    body = " ".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")
    assert "hospital" in body and "scream" in body
    assert "never safe" not in body and "belongs to the city" not in body


@pytest.mark.parametrize(
    "line",
    [
        "January 31, 2021 at 3:32 pm | We need to ask why",
        "31 January 2021 at 15:32 | We need to ask why",
        "- O. Lind February 2, 2021 at 11:02 am | Report abuse |",
        "February 2 , 2021 11:02 am at 11:02 am | Good .",
        "Posted by: olind | June 10, 2020 9:19 PM | Report abuse",
    ],
)
def test_comment_stamps(line: str) -> None:
    assert is_comment_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "May 25, 2020 - 4:00 PM | by: Ada Brandt A crane fell onto the quay.",
        "By Ada Brandt | November 15, 2020; 6:00 AM ET | Permalink | Comments (2)",
        "PORTVIK | Wed Apr 29, 2020 7:30 pm BST PORTVIK (Reuters) - A crane fell.",
        "The police asked readers to report abuse of the new rules.",
        "On January 31, 2021 at 3:32 pm the crane fell.",
    ],
)
def test_no_comment_stamps(line: str) -> None:
    assert not is_comment_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reply",
        "Report abuse",
        "3 comments",
        "12 likes | Reply",
        "Posted by olind",
        "Reply to olind",
        "Flag as spam | Share",
    ],
)
def test_comment_controls(line: str) -> None:
    assert is_comment_control(line)


@pytest.mark.parametrize(
    "line",
    ["Reply from the minister came late.", "Report abuse of power, she said.", "Comments made on Monday", "3 dead"],
)
def test_no_comment_controls(line: str) -> None:
    assert not is_comment_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "(Update 4:30 p.m. Cairo, 9:30 a.m. ET)",
        "-LRB- Update 7 p.m. Cairo , Noon ET -RRB-",
        "[Posted at 11:56 a.m.]",
        "Last updated: March 3, 2021 9:12 GMT",
    ],
)
def test_posting_stamps(line: str) -> None:
    assert is_posting_stamp(line)
    assert kinds([*STORY, line, STORY[0]])[3] == "noise"
    assert kinds([*STORY, f"{line} Two hundred people left the quay .", STORY[0]])[3] == "body"


def test_an_update_that_tells_something_is_no_stamp() -> None:
    assert not is_posting_stamp("Update: 2 people died when the crane fell")
    assert kinds([*STORY, "Updated: Two people died when the crane fell.", STORY[0]])[3] == "body"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By the Gazette Staff A crane fell onto the quay.", "By the Gazette Staff"),
        ("By the CNN Wire Staff `` It fell , '' she said .", "By the CNN Wire Staff"),
        ("By Ada Brandt and Ole Lind , CNN A crane fell .", "By Ada Brandt and Ole Lind , CNN"),
        ("By Ada Brandt, CNN Senior Political Analyst A crane fell.", "By Ada Brandt, CNN Senior Political Analyst"),
        ("By Ada Brandt Business reporter, BBC News A crane fell.", "By Ada Brandt Business reporter, BBC News"),
        ("By Ada Brandt , Special to CNN Cranes fall .", "By Ada Brandt , Special to CNN"),
    ],
)
def test_a_byline_run_onto_the_first_sentence(line: str, byline: str) -> None:
    article = article_from_text(f"{line}\n{STORY[1]}", source="x")
    first, second = article.paragraphs[:2]
    assert (first.kind, article.text[first.start : first.end]) == ("credit", byline)
    assert second.kind == "body"
    assert article.text[: second.start] == f"{byline} "
    assert is_credit(byline)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the staff had left the quay.",
        "By Christmas Day, NATO ships had left the harbour.",
        "By Ada Brandt's account, CNN was first.",
        "By the time Staff Sergeant Lind came, it was over.",
        "By the Gazette Staff",
    ],
)
def test_no_byline_run_onto_a_sentence(line: str) -> None:
    assert run_on_byline(line) is None


@pytest.mark.parametrize(
    "piece", ["By Aa Bb, ", "January 31, 2021 at 3:32 pm ", "| posted by ", "Reply | ", "By the A ", "Updated 1 "]
)
def test_long_hostile_lines(piece: str) -> None:
    def read(line: str) -> None:
        is_comment_stamp(line)
        is_comment_control(line[:120])
        run_on_byline(line[:400])
        kinds([STORY[0], line, line[:600], STORY[1]])

    assert_linear(lambda count: partial(read, piece * count), 5_000)
