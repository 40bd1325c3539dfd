"""Plain text to paragraphs: what each block is, and that nothing is lost or moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.intake import article_from_text
from leadup.intake.blocks import classify, is_date_heading, kinds_of, lines_of, looks_like_heading, looks_like_title
from leadup.intake.credits import is_photo_credit
from leadup.intake.furniture import fold

PAGE = """Harbour closed after crane collapse

WATCH: How the harbour grew in one minute.

A crane fell onto the northern quay on Monday, the port authority said.

Click to play video: 'Crane lies across the northern quay'
Crane lies across the northern quay

March 3, 2021

Two workers were taken to hospital.

Story continues below advertisement

"We heard a long scream of metal," said Ada Brandt.

— With files from the Associated Press

Sponsored content"""


def kinds(text: str) -> list[tuple[str, str]]:
    paragraphs, _ = classify(text)
    return [(p.kind, text[p.start : p.end]) for p in paragraphs]


def test_a_scraped_page() -> None:
    assert [kind for kind, _ in kinds(PAGE)] == [
        "title",
        "noise",
        "body",
        "noise",
        "noise",
        "heading",
        "body",
        "noise",
        "body",
        "credit",
        "noise",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Dec. 29, 2019",
        "Friday, Jan. 3:",
        "2019-12-29",
        "29 December 2019",
        "Monday",
        "March 3",
        "(03/04/2021)",
        "Jan. 2nd",
    ],
)
def test_date_headings(line: str) -> None:
    assert is_date_heading(line)


@pytest.mark.parametrize(
    "line", ["750", "The 3rd Battalion", "2 people died on Monday", "5.5", "Back to Monday's vote", "", "12:30"]
)
def test_no_date_headings(line: str) -> None:
    assert not is_date_heading(line)


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("What we know so far", True),
        ("Why did it fall?", True),
        ("The port reopened.", False),
        ("“Nobody was told,” she said,", False),
        ("“Nobody was told”", False),
        ("and then nothing", False),
        ("It will take months to clear the wreck, to find the cause, and to reopen the quay", False),
    ],
)
def test_headings(line: str, is_heading: bool) -> None:
    assert looks_like_heading(line) is is_heading


def test_a_question_is_a_sentence_where_each_line_is_one() -> None:
    assert not looks_like_heading("Why did it fall ?", dense=True)
    assert not looks_like_title("Why did it fall ?", dense=True)


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Harbour closed after crane collapse", True),
        ("Is the harbour safe?", True),
        ("The harbour was closed on Monday.", False),
        ("Harbour", False),
        ("Tensions rise with the U.S.", True),
        ("港湾が閉鎖された", True),
    ],
)
def test_titles(line: str, is_title: bool) -> None:
    assert looks_like_title(line) is is_title


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ada Brandt",
        "A crane lies on the quay. (AP Photo/Ada Brandt)",
        "File photo of the northern quay",
        "The quay on Monday. Ada Brandt/Getty Images",
        "FILE - The quay before the collapse",
    ],
)
def test_captions(line: str) -> None:
    assert is_photo_credit(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "The photograph showed two men beside the crane before it fell.",
        "He filed a complaint with the court on Tuesday.",
        "Reuters reported that two people were hurt.",
        "The image of the government has suffered, she said.",
    ],
)
def test_no_captions(line: str) -> None:
    assert not is_photo_credit(fold(line))


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "A crane fell onto the northern quay of the harbour on Monday and\n"
        "two workers were taken to hospital, the port authority said in a\n"
        "statement on Tuesday, hours after the quay had been closed to all\n"
        "traffic. Nobody else was hurt.\n"
        "\n"
        "The crane was built in 1974 and had been due for replacement, as\n"
        "the city council was told last year by its own engineers, but no\n"
        "money had been set aside for it in the budget. An inquiry begins.\n"
    )
    assert [text[a:b].split()[0] for a, b in lines_of(text)] == ["A", "The"]


def test_an_article_all_in_odd_lines_is_still_an_article() -> None:
    article = article_from_text("Port reopens after long inquiry into crane collapse", source="x")
    assert [p.kind for p in article.paragraphs] == ["body"]


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("ab .\n\r\t“”é漢—:?'0123Dec"), max_size=400))
def test_paragraphs_tile_what_is_not_blank(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs, _ = classify(text)
    last = 0
    for p in paragraphs:
        assert last <= p.start < p.end <= len(text)
        assert not text[last : p.start].strip()
        assert text[p.start : p.end] == text[p.start : p.end].strip()
        last = p.end
    assert not text[last:].strip()


def test_a_long_line_costs_no_more_than_its_length() -> None:
    hostile = "Click to play video: '" + "a '" * 200_000
    paragraphs, _ = classify(hostile + "\n\n" + "(" * 100_000 + "\n\n" + "x " * 100_000)
    assert len(paragraphs) == 3


@pytest.mark.parametrize(
    ("lines", "kinds", "title"),
    [
        (["• U.S.", " • Harbour", "A pier falls", "It fell."], ["noise", "noise", "title", "body"], "A pier falls"),
        (["The pier falls", "• U.S.", "It fell."], ["title", "body", "body"], "The pier falls"),
        (["• It fell.", "• Nobody was hurt."], ["body", "body"], None),
        (["• Lund resigned Monday", "• Varo fled"], ["title", "body"], "• Lund resigned Monday"),
    ],
)  # fmt: skip
def test_sections_named_above_the_title_are_no_title(lines: list[str], kinds: list[str], title: str | None) -> None:
    assert kinds_of(lines) == (kinds, title)


def test_items_of_a_list_stand_alone_where_lines_are_wrapped() -> None:
    items = ["• 2 April – Two of the crew complain of smoke.", "• 9 April – Fire breaks out off the coast there.",
             "• 10 April – Searchers find fourteen bodies.", "• 11 April – The owner is released on his bail.",
             "• 12 April – The harbour is shut for a week."]  # fmt: skip
    paragraphs, _ = classify("\n".join(["What we know of the fire", "", *items]))
    assert [p.kind for p in paragraphs] == ["title", *["body"] * len(items)]
