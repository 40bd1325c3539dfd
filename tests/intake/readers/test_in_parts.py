"""Texts that come in parts: a page for each article of an export, a tree of rich text, a value pasted together, a
signature below a mail."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from leadup.intake import read_path
from leadup.intake.rich import paragraphs_of_tree
from leadup.model import Article
from tests.intake.readers.reading import rows

ONE = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."
TWO = "It lay at forty metres, under the wreck of a barge that sank in the storm of 1911."
THREE = "The museum will show it in the spring, once the salt has been washed out of it."
FOUR = "Fishermen had looked for it for years, and had caught a net in its crown last autumn."


def pdf(pages: Sequence[Sequence[tuple[int, str]]]) -> bytes:
    """A PDF of these pages, each of lines with their height."""
    first = 4
    places = [first + 2 * n for n in range(len(pages))]
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{place} 0 R' for place in places)}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for place, lines in zip(places, pages, strict=True):
        content = "BT\n" + "".join(f"/F1 10 Tf 1 0 0 1 50 {y} Tm ({text}) Tj\n" for y, text in lines) + "ET"
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {place + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    data, at = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        at.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in at)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def spaced(*lines: str) -> list[tuple[int, str]]:
    return [(760 - 24 * n, line) for n, line in enumerate(lines)]


def nexis(number: int, day: int, title: str, *body: str) -> list[tuple[int, str]]:
    return spaced(
        f"{number} of 4 DOCUMENTS", "The Alma Courier", f"May {day}, 2019 Saturday", title, "BYLINE: Ruth Adair",
        f"LENGTH: 8{number} words", *body, f"LOAD-DATE: May {day + 1}, 2019", "LANGUAGE: ENGLISH",
    )  # fmt: skip


def test_an_export_with_a_page_for_each_article_keeps_their_heads(tmp_path: Path) -> None:
    """Outlet, day and labels stand at one height on every page, as running heads do."""
    pages = [
        nexis(1, 4, "Divers find bell", ONE, TWO),
        nexis(2, 11, "Museum to show bell", THREE),
        nexis(3, 18, "Fishermen looked for years", FOUR, ONE),
        nexis(4, 25, "Bell is washed", THREE, TWO),
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(pages))
    found = [(day, outlet, title, body) for day, outlet, title, _, body in rows(tmp_path / "a.pdf")]
    assert found == [
        ("2019-05-04", "The Alma Courier", "Divers find bell", f"{ONE} {TWO}"),
        ("2019-05-11", "The Alma Courier", "Museum to show bell", THREE),
        ("2019-05-18", "The Alma Courier", "Fishermen looked for years", f"{FOUR} {ONE}"),
        ("2019-05-25", "The Alma Courier", "Bell is washed", f"{THREE} {TWO}"),
    ]


def test_labels_of_an_export_stand_on_lines_of_their_own_whatever_they_begin_with(tmp_path: Path) -> None:
    """Factiva's length, day and page begin with figures, its lines with no more space than those of a paragraph."""

    def page(day: int, title: str, name: str, *body: str) -> list[tuple[int, str]]:
        lines = [title, f"By {name}", "80 words", f"{day} May 2019", "The Alma Courier", "ALMC", "4", "English"]
        lines += ["\\(c\\) 2019 Alma Media. All rights reserved.", *body, "Nobody was hurt.", ""]
        lines.append(f"Document ALMC0000201905{day:02}ef54000{day:02}")
        return [(760 - 13 * n, line) for n, line in enumerate(lines)]

    pages = [
        page(4, "Divers find bell", "Ruth Adair", ONE, TWO),
        page(11, "Museum to show bell", "Ivo Lund", THREE, FOUR),
        page(18, "Fishermen looked for years", "Ivo Lund", FOUR, ONE),
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(pages))
    assert [row[:4] for row in rows(tmp_path / "a.pdf")] == [
        ("2019-05-04", "The Alma Courier", "Divers find bell", ("Ruth Adair",)),
        ("2019-05-11", "The Alma Courier", "Museum to show bell", ("Ivo Lund",)),
        ("2019-05-18", "The Alma Courier", "Fishermen looked for years", ("Ivo Lund",)),
    ]


def test_a_running_head_is_left_out_and_a_list_is_not(tmp_path: Path) -> None:
    pages = [
        [(770, f"The Alma Courier - page {n + 1}"), *((730 - 30 * k, f"Dive {4 * n + k} found no bell at {k} metres.")
         for k in range(1, 5)), (560 - 20 * n, "No boat was lost.")]
        for n in range(4)
    ]  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(pdf(pages))
    ((*_, body),) = rows(tmp_path / "a.pdf")
    assert "Courier" not in body
    assert [f"Dive {n} found" in body for n in range(1, 17)] == [True] * 16
    assert body.count("No boat was lost.") == 4


def span(words: str, **more: Any) -> dict[str, Any]:
    return {"text": words, **more}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            {
                "nodeType": "document",
                "data": {},
                "content": [
                    {
                        "nodeType": "paragraph",
                        "data": {},
                        "content": [
                            {"nodeType": "text", "value": ONE[:10], "marks": []},
                            {
                                "nodeType": "hyperlink",
                                "data": {"uri": "https://a.example"},
                                "content": [{"nodeType": "text", "value": ONE[10:20], "marks": []}],
                            },
                            {"nodeType": "text", "value": ONE[20:], "marks": []},
                        ],
                    },
                    {"nodeType": "embedded-asset-block", "data": {"target": {"sys": {"id": "x"}}}, "content": []},
                    {"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": TWO}]},
                ],
            },
            id="Contentful",
        ),
        pytest.param(
            {"type": "doc", "content": [{"type": "paragraph", "content": [span(w, type="text")]} for w in (ONE, TWO)]},
            id="ProseMirror",
        ),
        pytest.param({"root": {"children": [{"children": [span(w)]} for w in (ONE, TWO)]}}, id="Lexical"),
        pytest.param(
            {"blocks": [span(w, key="a", depth=0, inlineStyleRanges=[]) for w in (ONE, TWO)], "entityMap": {}},
            id="Draft.js",
        ),
        pytest.param(
            {"time": 1, "blocks": [{"id": "a", "type": "paragraph", "data": span(w)} for w in (ONE, TWO)]},
            id="Editor.js",
        ),
        pytest.param(
            {"children": [{"type": "list", "children": [{"type": "item", "children": [span(ONE)]}]},
                          {"type": "paragraph", "children": [span(TWO[:4]), span(TWO[4:], bold=True)]}]},
            id="Slate",
        ),
    ],
)  # fmt: skip
def test_rich_text_is_read_as_its_paragraphs(tree: dict[str, Any], tmp_path: Path) -> None:
    assert paragraphs_of_tree(tree) == [ONE, TWO]
    (tmp_path / "a.json").write_text(json.dumps([{"title": "Bell found", "date": "2019-05-04", "body": tree}]))
    assert [row[4] for row in rows(tmp_path / "a.json")] == [f"{ONE} {TWO}"]


@pytest.mark.parametrize(
    ("tree", "paragraphs"),
    [
        pytest.param(
            {"type": "doc", "content": [{"type": "paragraph", "content": [
                span(ONE, type="text"), {"type": "hardBreak"}, span(TWO, type="text")]}]},
            [f"{ONE}\n{TWO}"],
            id="a line is broken",
        ),
        pytest.param(
            {"blocks": [{"type": "paragraph", "data": {"text": "Divers <b>found</b> it &amp; left."}},
                        {"type": "list", "data": {"items": [ONE, TWO]}}, {"type": "delimiter", "data": {}}]},
            ["Divers found it & left.", ONE, TWO],
            id="a list of strings, markup",
        ),
        pytest.param(
            {"document": [{"children": [span(ONE)]}, {"type": "image", "value": "bell.png"}]}, [ONE], id="a picture"
        ),
    ],
)  # fmt: skip
def test_what_a_tree_holds_beside_plain_runs(tree: dict[str, Any], paragraphs: list[str]) -> None:
    assert paragraphs_of_tree(tree) == paragraphs


def test_a_list_of_blocks_is_read_too(tmp_path: Path) -> None:
    """Portable Text has no node around its blocks."""
    body = [{"_type": "block", "children": [{"_type": "span", "text": w}]} for w in (ONE, TWO)]
    (tmp_path / "a.json").write_text(json.dumps([{"title": "Bell found", "date": "2019-05-04", "body": body}]))
    assert [row[4] for row in rows(tmp_path / "a.json")] == [f"{ONE} {TWO}"]


@pytest.mark.parametrize(
    "tree", [{}, {"content": []}, {"content": [{"type": "image", "data": {"file": "x"}}]}, {"x": 1}]
)
def test_a_tree_without_words_has_no_paragraphs(tree: dict[str, Any]) -> None:
    assert paragraphs_of_tree(tree) == []


def test_a_record_with_its_fields_apart(tmp_path: Path) -> None:
    """As JSON:API has them, beside an id and links."""
    attributes = {"headline": "Bell found", "published_at": "2019-05-04T08:00:00Z", "body": f"{ONE}\n\n{TWO}"}
    record = {"type": "articles", "id": "7", "attributes": attributes, "links": {"self": "https://alma.example/7"}}
    (tmp_path / "a.json").write_text(json.dumps({"data": [record]}))
    (article,) = read_path(tmp_path / "a.json")
    assert isinstance(article, Article)
    assert (article.title, article.url) == ("Bell found", "https://alma.example/7")


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ('mar # "~5"', "2019-03-05"),
        ('"5~" # mar', "2019-03-05"),
        ("{March} # { 5}", "2019-03-05"),
        ("mar", None),
    ],
)
def test_pieces_of_a_reference_are_put_together(month: str, day: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        f'@string{{ac = "The Alma Courier"}}\n@article{{a, title = {{Bell found}}, journal = ac # " Online",'
        f" year = 2019, month = {month}, abstract = {{{ONE}}}}}\n"
    )
    assert rows(tmp_path / "a.bib") == [(day, "The Alma Courier Online", "Bell found", (), ONE)]


@pytest.mark.parametrize("space", ["", " ", "\t"])
def test_field_codes_on_lines_of_their_own(space: str, tmp_path: Path) -> None:
    fields = {"SE": "Local", "HD": "Bell found", "BY": "By Ruth Adair", "WC": "80 words", "PD": "4 May 2019",
              "ET": "02:15", "SN": "The Alma Courier", "SC": "ALMC", "LA": "English", "LP": ONE, "TD": TWO,
              "NS": "gcat : General News", "AN": "Document ALMC000020190504ef5400001"}  # fmt: skip
    (tmp_path / "a.txt").write_text("".join(f"{code}{space}\n{words}\n" for code, words in fields.items()))
    expected = ("2019-05-04", "The Alma Courier", "Bell found", ("Ruth Adair",), f"{ONE} {TWO}")
    assert rows(tmp_path / "a.txt") == [expected]


def mail(words: str, head: bytes = b"Subject: Bell found") -> bytes:
    return b"From: Courier <a@alma.example>\nDate: Sat, 4 May 2019 10:00:00 +0000\n" + head + b"\n\n" + words.encode()


@pytest.mark.parametrize(
    ("below", "left"),
    [
        pytest.param("-- \nRuth Adair\nThe Alma Courier\n", "", id="a signature"),
        pytest.param("-- \n", "", id="an empty one"),
        pytest.param("--\nMore of it tomorrow, the master said.\n", "More of it tomorrow, the master said.",
                     id="two strokes alone"),
        pytest.param(f"-- \n{FOUR} {THREE}\n", f"{FOUR} {THREE}", id="a long line"),
        pytest.param(f"-- \n{FOUR}\n{THREE}\n", f"{FOUR} {THREE}", id="whole sentences"),
        pytest.param("-- \n" + "And on it went.\n" * 14, " ".join(["And on it went."] * 14), id="many lines"),
    ],
)  # fmt: skip
def test_a_signature_is_none_of_the_text(below: str, left: str, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(f"{ONE}\n\n{TWO}\n\n{below}"))
    ((*_, body),) = rows(tmp_path / "a.eml")
    assert body == f"{ONE} {TWO} {left}".strip()


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Subject: Glöckchen über Bord".encode(), "Glöckchen über Bord"),
        ("Subject: Glöckchen über Bord".encode("cp1252"), "Glöckchen über Bord"),
        ("Subject: Колокол найден\nContent-Type: text/plain; charset=koi8-r".encode("koi8-r"), "Колокол найден"),
        (b"Subject: =?iso-8859-1?Q?Gl=F6ckchen?= an Bord", "Glöckchen an Bord"),
    ],
)
def test_letters_of_a_header_written_as_bytes(head: bytes, title: str, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(f"{ONE}\n\n{TWO}\n", head))
    ((_, _, found, _, _),) = rows(tmp_path / "a.eml")
    assert found == title


def test_the_account_of_a_post_that_names_none_is_who_made_it(tmp_path: Path) -> None:
    note = {"id": "x", "content": f"<p>{ONE}</p>", "published": "2019-05-04T08:00:00Z"}
    item = {"type": "Create", "actor": "https://quay.example/users/ada", "object": note}
    outbox = {"@context": "https://www.w3.org/ns/activitystreams", "orderedItems": [item]}
    (tmp_path / "outbox.json").write_text(json.dumps(outbox))
    assert [row[1] for row in rows(tmp_path / "outbox.json")] == ["ada@quay.example"]
