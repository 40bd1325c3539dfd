"""JSON lines, tables, Markdown, and the JSON of agencies and collections."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake import Options, read_path
from leadup.model import Article

STORY = "A crane fell onto the northern quay on Monday, the port authority said."


def one(path: Path, **options: object) -> Article:
    (found,) = read_path(path, options=Options(**options))  # type: ignore[arg-type]
    assert isinstance(found, Article), found
    return found


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def test_a_json_line(tmp_path: Path) -> None:
    row = {
        "id": "a7",
        "url": "https://x.example/a7",
        "outlet": "Gazette",
        "title": "Crane falls",
        "text": STORY,
        "published": "2021-03-03T09:30:00+01:00",
    }
    article = one(write(tmp_path, "a.jsonl", json.dumps(row)))
    assert article.source.endswith("a.jsonl#a7")
    assert (article.title, article.outlet, article.url) == ("Crane falls", "Gazette", "https://x.example/a7")
    assert article.text == STORY
    assert article.published is not None and article.published.certainty == "sure"


@pytest.mark.parametrize(
    "line",
    ["{", '{"text": 5}', '{"title": "no text"}', "[1]", "null", '{"text": "  "}', '{"text": "a"} x', "[" * 100_000],
)
def test_broken_lines_have_numbers(tmp_path: Path, line: str) -> None:
    found = list(
        read_path(
            write(
                tmp_path,
                "a.jsonl",
                json.dumps({"text": STORY}) + f"\n{line}\n\n" + json.dumps({"text": STORY + " Twice."}),
            )
        )
    )
    assert [type(f).__name__ for f in found] == ["Article", type(found[1]).__name__, "Article"]
    assert isinstance(found[1], IntakeError)
    assert found[1].line == 2


def test_a_line_too_long(tmp_path: Path) -> None:
    from leadup.intake import Limits

    path = write(
        tmp_path,
        "a.jsonl",
        json.dumps({"text": STORY}) + "\n" + "x" * 5000 + "\n" + json.dumps({"text": STORY + " Twice."}),
    )
    found = list(read_path(path, options=Options(limits=Limits(line=1000))))
    assert [type(f).__name__ for f in found] == ["Article", "UnreadableInput", "Article"]


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_tables(tmp_path: Path, mark: str) -> None:
    rows = [
        ["Headline", "Body", "Date"],
        ["Crane falls", STORY.replace(",", " -"), "2021-03-03"],
        ["", "", ""],
        ["Two", "Second story here.", ""],
    ]
    found = list(read_path(write(tmp_path, "a.csv", "\n".join(mark.join(r) for r in rows))))
    articles = [f for f in found if isinstance(f, Article)]
    assert [a.title for a in articles] == ["Crane falls", "Two"]
    assert articles[0].published is not None and articles[0].published.day == dt.date(2021, 3, 3)


def test_a_table_with_a_mapping(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'k,what,when\n1,"A crane, a big one, fell onto the quay.",2021-03-03\n')
    (error,) = read_path(path)
    assert isinstance(error, UnreadableInput) and "mapping" in str(error)
    article = one(path, mapping=(("text", "what"), ("published", "when")))
    assert article.text == "A crane, a big one, fell onto the quay."
    assert article.published is not None
    (error,) = read_path(path, options=Options(mapping=(("text", "nothing"),)))
    assert isinstance(error, UnreadableInput)


def test_rows_that_do_not_fit(tmp_path: Path) -> None:
    found = list(read_path(write(tmp_path, "a.csv", f'text,date\n"{STORY}",2021-03-03,oops\n"{STORY}",2021-03-04\n')))
    assert [type(f).__name__ for f in found] == ["UnreadableInput", "Article"]
    assert isinstance(found[0], IntakeError) and found[0].line == 2
    assert [type(f) for f in read_path(write(tmp_path, "empty.csv", ""))] == [UnreadableInput]


def test_markdown(tmp_path: Path) -> None:
    text = f"""---
title: Crane falls
date: 2021-03-03
author: [Ada Brandt, Li Wei]
---

# Crane falls

{STORY} It was *the* **third** [this year](https://x.example/(a)) and `nobody` knew.

## March 4, 2021

- The inquiry began in the evening.
> "We heard it," said one.

![a picture](a.png)
"""
    article = one(write(tmp_path, "a.md", text))
    assert article.title == "Crane falls"
    assert article.byline == ("Ada Brandt", "Li Wei")
    assert article.published is not None and article.published.day == dt.date(2021, 3, 3)
    shown = [(p.kind, article.text[p.start : p.end]) for p in article.paragraphs]
    assert shown == [
        ("title", "Crane falls"),
        ("body", f"{STORY} It was the third this year and nobody knew."),
        ("heading", "March 4, 2021"),
        ("body", "The inquiry began in the evening."),
        ("body", '"We heard it," said one.'),
    ]


@pytest.mark.parametrize(
    ("version", "type_name"), [("versioncreated", "contenttype"), ("versionCreated", "contentType")]
)
def test_ninjs(tmp_path: Path, version: str, type_name: str) -> None:
    item = {
        "uri": "urn:x:1",
        "type": "text",
        version: "2021-03-03T09:30:00Z",
        "language": "en",
        "by": "Ada Brandt and Li Wei",
        "headlines": [{"role": "short", "value": "Crane"}, {"role": "main", "value": "Crane falls onto quay"}],
        "bodies": [
            {"role": "plain", type_name: "text/plain", "value": STORY},
            {
                "role": "rich",
                type_name: "application/xhtml+xml",
                "value": f"<p>PORT (AP) — {STORY}</p><p>Two were hurt.</p>",
            },
        ],
    }
    article = one(write(tmp_path, "a.json", json.dumps(item)))
    assert article.title == "Crane falls onto quay"
    assert article.byline == ("Ada Brandt", "Li Wei")
    assert article.wire == "Associated Press"
    assert [p.kind for p in article.paragraphs] == ["title", "body", "body"]
    assert article.published is not None and article.published.at.hour == 9
    (error,) = read_path(write(tmp_path, "b.json", json.dumps({**item, "bodies": []})))
    assert isinstance(error, EmptyArticle)
    (error,) = read_path(write(tmp_path, "c.json", json.dumps({**item, "pubstatus": "canceled"})))
    assert isinstance(error, UnreadableInput)


def test_ninjs_1(tmp_path: Path) -> None:
    item = {
        "uri": "urn:x:1",
        "versioncreated": "2021-03-03T09:30:00Z",
        "headline": "Crane falls",
        "body_xhtml": f"<div><p>{STORY}</p></div>",
    }
    assert one(write(tmp_path, "a.json", json.dumps(item))).title == "Crane falls"


def test_news_please_and_gdelt(tmp_path: Path) -> None:
    row = {
        "maintext": STORY,
        "date_publish": "2021-03-03 09:30:00",
        "source_domain": "x.example",
        "title": "Crane",
        "authors": ["Ada Brandt"],
        "url": "https://x.example/1",
    }
    article = one(write(tmp_path, "a.json", json.dumps(row)))
    assert (article.outlet, article.byline) == ("x.example", ("Ada Brandt",))
    listing = {
        "articles": [
            {
                "url": "https://x.example/1",
                "title": "Crane falls onto quay in harbour",
                "seendate": "20210303T093000Z",
                "domain": "x.example",
            }
        ]
    }
    article = one(write(tmp_path, "b.json", json.dumps(listing)))
    assert article.published is not None
    assert (article.published.certainty, article.published.day) == ("likely", dt.date(2021, 3, 3))


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", "3", '{"$schema": "x", "description": "A schema for cranes"}', "[" * 200_000]
)
def test_json_that_holds_nothing(tmp_path: Path, text: str) -> None:
    assert {type(f) for f in read_path(write(tmp_path, "a.json", text))} == {UnreadableInput}


def test_the_standard_s_own_examples(shared: Path) -> None:
    folder = shared / "bench/articles/timeline-format-examples/ninjs"
    read = {p.name for p in folder.glob("[23]*.json") if any(isinstance(f, Article) for f in read_path(p))}
    texts = ("001_simple_example", "004_simple_text_article", "005_complex_text_article", "007_multimedia")
    assert read == {f"{version}_{name}.json" for version in ("2.2", "3.1") for name in texts}
