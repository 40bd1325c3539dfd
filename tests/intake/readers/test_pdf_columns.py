"""Pages of PDF as programs set them: two columns written row by row, the head of an export, paragraphs by indents."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from leadup.intake import read_path
from leadup.intake.readers.pdf_columns import Row, in_columns
from leadup.model import Article

pytest.importorskip("pypdf")

TITLE = "Grain bridge closed after crack"
LEFT = (
    "Surveyors found a cracked beam under the grain bridge at Tolvane on Monday, the harbor board said. It was shut "
    "within the hour, and the mills on the north bank sent their trucks home. The last inspection was nine years ago, "
    "the board said, when two bolts were replaced."
)
RIGHT = (
    "Divers from the county looked at the piers on Sunday and found no other damage, Ms. Marlow said. Farmers will "
    "have to drive forty miles around until the bridge opens again in June. The state has promised money for it, "
    "though nobody has said how much it will cost."
)
HEAD = [(50, 740, 20, TITLE), (50, 715, 10, "By Ruth Adair"), (50, 702, 10, "May 14, 2018")]
Run = tuple[float, float, float, str]


def pdf(*runs: Run) -> bytes:
    shown = "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, size, text in runs)
    content = f"BT\n{shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def column(text: str, x: float, indent: float = 0, y: float = 670) -> list[Run]:
    return [(x + (0 if n else indent), y - 12 * n, 10, line) for n, line in enumerate(textwrap.wrap(text, 42))]


def body(path: Path) -> tuple[str | None, str]:
    (article,) = read_path(path)
    assert isinstance(article, Article), article
    return article.title, " ".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")


@pytest.mark.parametrize("indent", [0, 12])
@pytest.mark.parametrize("by_row", [True, False])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, indent: float, by_row: bool) -> None:
    left, right = column(LEFT, 50, indent), column(RIGHT, 320, indent)
    runs = [run for row in zip(left, right, strict=False) for run in row] if by_row else [*left, *right]
    runs += [*left[len(right) :], *right[len(left) :]] if by_row else []
    (tmp_path / "a.pdf").write_bytes(pdf(*HEAD, *runs))
    assert body(tmp_path / "a.pdf") == (TITLE, f"{LEFT} {RIGHT}")


def test_short_lines_of_an_export_s_head_stay_apart(tmp_path: Path) -> None:
    head = ["The Tolvane Herald", "May 14, 2018 Monday", "Section: NEWS; Pg. 3", "Length: 812 words",
            "Byline: Ruth Adair", "Body"]  # fmt: skip
    lines = [(50.0, 715.0 - 13 * n, 10.0, text) for n, text in enumerate(head)]
    end = [(50.0, 400.0, 10.0, "Load-Date: June 2, 2018"), (50.0, 387.0, 10.0, "End of Document")]
    (tmp_path / "a.pdf").write_bytes(pdf((50, 740, 14, TITLE), *lines, *column(f"{LEFT} {RIGHT}", 50, y=620), *end))
    (article,) = read_path(tmp_path / "a.pdf")
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.day.isoformat(), article.outlet, article.byline) == (
        "2018-05-14", "The Tolvane Herald", ("Ruth Adair",)
    )  # fmt: skip
    assert body(tmp_path / "a.pdf") == (TITLE, f"{LEFT} {RIGHT}")


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    runs = [*column(LEFT, 50, 12)]
    runs += column(RIGHT, 50, 12, y=670 - 12 * len(runs))
    (tmp_path / "a.pdf").write_bytes(pdf(*HEAD, *runs))
    (article,) = read_path(tmp_path / "a.pdf")
    assert isinstance(article, Article)
    assert [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"] == [LEFT, RIGHT]


def test_a_table_is_no_page_of_columns() -> None:
    rows = [Row(700 - 12 * n, 10, ((50, f"Mill {n}"), (320, f"{n},000 tons"))) for n in range(20)]
    assert list(in_columns(rows)) == rows
