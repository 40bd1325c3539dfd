"""Exports as other versions of the same programs write them, and copies that people make by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leadup.intake import read_path
from leadup.model import Article

Row = tuple[str | None, str | None, str | None, tuple[str, ...]]
ONE = "Keepers of the Brennock light found a cracked lens on Monday, the harbour board said."
TWO = "“It held for ninety winters,” said Iona Faber, who runs the station. A new lens will come by ship in June."
BOTH = f"{ONE}\n\n{TWO}"
TITLE, OUTLET, DAY = "Lens of lighthouse cracked", "Brennock Gazette", "2019-05-06"
WHOLE: Row = (DAY, OUTLET, TITLE, ("Jane Doe",))
NEXIS_UNI = f"""{TITLE}

Brennock Gazette

May 6, 2019 Monday

Copyright 2019 Brennock Gazette All Rights Reserved

Section: NEWS; Pg. 4

Length: 210 words

Byline: Jane Doe

Body


{BOTH}

Load-Date: May 7, 2019


End of Document
"""
FACTIVA = f"""{TITLE}

By Jane Doe
210 words
6 May 2019
Brennock Gazette
BRGAZ
4
English
Copyright 2019. Brennock Gazette. All rights reserved.

{BOTH}

Document BRGAZ00020190506ef5600012
"""
FACTIVA_RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0 HD " + TITLE + r"\par BY By Jane Doe\par WC 210 words\par PD 6 May 2019\par SN "
    r"Brennock Gazette\par SC BRGAZ\par PG 4\par LA English\par CY Copyright 2019. Brennock Gazette.\par LP " + ONE
    + r"\par TD \'93It held for ninety winters,\'94 said Iona Faber, who runs the station. A new lens will come by ship"
    r" in June.\par AN Document BRGAZ00020190506ef5600012\par }"
)  # fmt: skip
PROQUEST = f"""{"_" * 60}

{TITLE}: [1]

Author: Doe, Jane

ProQuest document link

Full text:

{BOTH}

Title: {TITLE}: [1]

Publication title: Brennock Gazette; Brennock

Publication date: May 6, 2019

ProQuest document ID: 2219000111
"""
COPIED = f"{TITLE}\nBrennock Gazette\n6 May 2019\nJANE DOE\n\n{BOTH}\n"
COPIED_IN_A_LINE = f"{TITLE}\n\nBrennock Gazette · 6 May 2019 · By Jane Doe\n\n{BOTH}\n"
SECTION_IN_A_LINE = f"{TITLE}\n\nBrennock · 6 May 2019 · By Jane Doe\n\n{BOTH}\n"
BIBLATEX = (
    f"@article{{doe2019,\n author = {{Doe, Jane}},\n title = {{{TITLE}}},\n journaltitle = {{{OUTLET}}},\n"
    f" date = {{2019-05-06}},\n url = {{gazette.example/lens}},\n abstract = {{{BOTH}}},\n}}\n"
)
RIS = (
    f"TY  - NEWS\nAU  - DOE, JANE\nTI  - {TITLE}\nT2  - {OUTLET}\nDA  - 2019/05/06/\n"
    f"UR  - www.gazette.example/2019/lens\nAB  - {ONE}\n{TWO}\nER  - \n"
)
NO_END = f"* {TITLE}\n:PROPERTIES:\n:SOURCE: https://gazette.example/2019/05/06/lens\n:AUTHOR: Jane Doe\n\n{BOTH}\n"
CHAT_DE = f"06.05.19, 10:11 - Nachrichten sind verschlüsselt.\n06.05.19, 10:12 - Jane Doe: {ONE} {TWO}\n"
CHAT_NL = f"06-05-19 10:12 - Jane Doe: {ONE} {TWO}\n07-05-19 10:12 - Olaf Rune: {ONE} {TWO}\n"
READ: list[tuple[str, str, list[Row]]] = [
    ("nexis_uni.txt", NEXIS_UNI, [WHOLE]),
    ("factiva.txt", FACTIVA, [WHOLE]),
    ("factiva.rtf", FACTIVA_RTF, [WHOLE]),
    ("proquest.txt", PROQUEST, [WHOLE]),
    ("copied.txt", COPIED, [(*WHOLE[:3], ("JANE DOE",))]),
    ("copied_line.txt", COPIED_IN_A_LINE, [WHOLE]),
    ("section_line.txt", SECTION_IN_A_LINE, [(DAY, None, TITLE, ("Jane Doe",))]),
    ("latex.bib", BIBLATEX, [WHOLE]),
    ("zotero.ris", RIS, [WHOLE]),
    ("clip.org", NO_END, [(DAY, "gazette.example", TITLE, ("Jane Doe",))]),
    ("chat_de.txt", CHAT_DE, [(DAY, "Jane Doe", None, ())]),
    ("chat_nl.txt", CHAT_NL, [(DAY, "Jane Doe", None, ()), ("2019-05-07", "Olaf Rune", None, ())]),
]


def rows(path: Path) -> list[Row]:
    found: list[Row] = []
    for article in read_path(path):
        assert isinstance(article, Article), article
        body = " ".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")
        assert body.replace("\n", " ") == BOTH.replace("\n\n", " ")
        day = article.published.day.isoformat() if article.published else None
        found.append((day, article.outlet, article.title, article.byline))
    return found


@pytest.mark.parametrize(("name", "text", "expected"), READ, ids=[row[0] for row in READ])
def test_read_as_what_it_is(tmp_path: Path, name: str, text: str, expected: list[Row]) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert rows(tmp_path / name) == expected


@pytest.mark.parametrize("name", ["latex.bib", "zotero.ris"])
def test_an_address_without_its_scheme_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(next(text for n, text, _ in READ if n == name), "utf-8")
    (found,) = read_path(tmp_path / name)
    assert isinstance(found, Article) and (found.url or "").startswith("https://")


@pytest.mark.parametrize(
    ("author", "byline", "outlet"),
    [
        ("DOE, JANE", ("Jane Doe",), OUTLET),
        ("O'NEIL-MCRAE, JANE B.", ("Jane B. O'Neil-McRae",), OUTLET),
        ("Doe, Jane; Roe, Richard", ("Jane Doe", "Richard Roe"), OUTLET),
        ("jane.doe", ("jane.doe",), None),
        ("gazette.example", (), "gazette.example"),
        ("jane.doe@gazette.example", (), None),
        ("jane.doe@gazette.example (Jane Doe)", ("Jane Doe",), None),
        ("Jane Doe <jane.doe@gazette.example>", ("Jane Doe",), None),
        (["Jane Doe", "desk@gazette.example"], ("Jane Doe",), None),
        ("['jane.doe@gazette.example (Jane Doe)', 'desk@gazette.example']", ("Jane Doe",), None),
    ],
)
def test_who_is_an_author(tmp_path: Path, author: object, byline: tuple[str, ...], outlet: str | None) -> None:
    record = {"title": TITLE, "text": BOTH, "date": DAY, "author": author}
    record |= {"publication": OUTLET} if outlet == OUTLET else {}
    (tmp_path / "a.json").write_text(json.dumps([record]), "utf-8")
    assert rows(tmp_path / "a.json") == [(DAY, outlet, TITLE, byline)]


def test_text_that_a_table_keeps_as_bytes(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow (pip install 'leadup[formats]')")
    pq = pytest.importorskip("pyarrow.parquet")
    cells = {"text": BOTH, "title": TITLE, "published": DAY, "outlet": OUTLET, "author": "Jane Doe"}
    pq.write_table(pa.table({name: [cell.encode()] for name, cell in cells.items()}), tmp_path / "a.parquet")
    assert rows(tmp_path / "a.parquet") == [WHOLE]
