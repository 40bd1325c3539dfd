"""Neighbours of the forms that are known: another language, another order, another ending, a mark left open.

Each is read as what it is, or refused with its reason; a row is (day, outlet, title).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from leadup.errors import IntakeError
from leadup.intake import read_path
from leadup.model import Article

Row = tuple[str | None, str | None, str | None]
ONE = "The harbour board of Norhaven voted on Tuesday to close the old pier after cracks were found in two supports."
TWO = "Residents of the quarter gathered in front of the town hall on Wednesday to ask for a say in the plans."
FIRST: Row = ("2031-01-03", "Harbour Gazette", "Old pier to close")
SECOND: Row = ("2031-01-04", "Harbour Gazette", "Residents protest")

NEXIS_FR = f"""1 sur 2 DOCUMENTS

Harbour Gazette

vendredi 3 janvier 2031

Old pier to close

LONGUEUR: 48 mots

{ONE}

DATE-CHARGEMENT: 5 janvier 2031

2 sur 2 DOCUMENTS

Harbour Gazette

samedi 4 janvier 2031

Residents protest

LONGUEUR: 44 mots

{TWO}
"""
PROQUEST_ES = f"""{"_" * 60}

Documento 1 de 2

Old pier to close

Autor: Brandt, Ada

Texto completo: {ONE}

Título de publicación: Harbour Gazette

Fecha de publicación: ene 3, 2031

Última actualización: 2032-06-01

{"_" * 60}

Documento 2 de 2

Residents protest

Texto completo: {TWO}

Título de publicación: Harbour Gazette

Fecha de publicación: ene 4, 2031

{"_" * 60}
"""
FACTIVA_FR = f"""<html><body><div class="article frArticle"><div><span class="frHeadline">Old pier to close</span></div>
<div>Ada Brandt</div><div>48 mots</div><div>3 janvier 2031</div><div>Harbour Gazette</div><div>HARGAZ</div>
<div>Français</div><div>Copyright 2031</div><p>{ONE}</p><p>Document HARGAZ0020310103eg130000a</p></div></body></html>"""
RIS = f"""TY  - NEWS
TI  - Old pier to close
PY  - 2031/01/03/
T2  - Harbour Gazette
AB  - {ONE}
ER  -

TY  - NEWS
TI  - Residents protest
PY  - 2031///
DA  - 2031/01/04/evening
T2  - Harbour Gazette
AB  - {TWO}
ER  -
"""
ENDNOTE = f"""%0 Newspaper Article
%T Old pier to close
%A Brandt, Ada
%J Harbour Gazette
%D 2031
%8 January 3, 2031
%X {ONE}

%0 Newspaper Article
%T Residents protest
%J Harbour Gazette
%8 2031-01-04
%X {TWO}
"""
PARTED = f"""Title: Old pier to close
Date: 3 January 2031
Source: Harbour Gazette

{ONE}

-----

Title: Residents protest
Date: 4 January 2031
Source: Harbour Gazette

{TWO}
"""
CLIPS = (
    "Date,Headline,URL,Opening Text,Source\n"
    f'03-Jan-2031 10:00AM,Old pier to close,https://g.example/1,"{ONE}",Harbour Gazette\n'
)
MAIL = f"""From: Harbour Gazette <news@gazette.example>
To: a@b.example
Subject: Old pier to close
Date: Fri, 3 Jan 2031 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: multipart/related; boundary="y"

--y
Content-Type: text/html; charset=utf-8

<html><body><div style="display:none">A line that mail programs show.</div><p>{ONE}</p><p>{TWO}</p></body></html>

--y--
--x--
"""
JSON = f'{{"title": "Old pier to close", "date": "2031-01-03", "source": "Harbour Gazette", "text": "{ONE}"}}'
NEXIS_PT = f"""1 de 1 DOCUMENTOS

Harbour Gazette

3 de janeiro de 2031 sexta-feira

Old pier to close

COMPRIMENTO: 48 palavras

{ONE}

DATA-DE-CARREGAMENTO: 5 de janeiro de 2031
"""
PROQUEST_RIS = f"""TY  - NEWS
T1  - Old pier to close
N2  - {ONE}
JF  - Harbour Gazette
PY  - 2031
DA  - 2031 Jan 03
Y2  - 2032-07-07
ER  -
"""
BIBTEX = f"""@string{{hg = {{Harbour Gazette}}}}
@article{{x, title = {{Old pier to close}}, journal = hg, date = {{2031-01-03}}, abstract = {{{ONE}}}}}
"""
HALF = ONE.index(" close")
FLOWED = f"""From: Harbour Gazette <news@gazette.example>
To: a@b.example
Subject: Old pier to close
Date: Fri, 3 Jan 2031 10:00:00 +0000
Content-Type: text/plain; charset=utf-8; format=flowed

{ONE[:HALF]} \n{ONE[HALF + 1 :]}

{TWO}
"""
DISCORD = """{"guild": {"name": "Pier watch"}, "channel": {"name": "news"}, "messages": [
{"id": "1", "type": "Default", "timestamp": "2031-01-03T10:00:00+00:00", "content": "The board voted to close the pier",
 "author": {"name": "ada", "nickname": "Ada"}},
{"id": "2", "type": "GuildMemberJoin", "timestamp": "2031-01-03T11:00:00+00:00", "content": "Joined the server.",
 "author": {"name": "jo"}}]}"""
CHAT = """2031-01-03, 10:00 - Ada: The board voted to close the pier today
2031-02-04, 11:00 - Jo: They gathered in front of the town hall
"""


def read(tmp_path: Path, name: str, text: str) -> list[Article | IntakeError]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read_path(path))


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("nexis.txt", NEXIS_FR, [FIRST, SECOND]),
        ("proquest.txt", PROQUEST_ES, [FIRST, SECOND]),
        ("factiva.html", FACTIVA_FR, [FIRST]),
        ("items.ris", RIS, [FIRST, SECOND]),
        ("items.enw", ENDNOTE, [FIRST, SECOND]),
        ("notes.txt", PARTED, [FIRST, SECOND]),
        ("clips.csv", CLIPS, [FIRST]),
        ("letter.eml", MAIL, [FIRST]),
        ("record.txt", JSON, [FIRST]),
        ("page.txt", f"<html><body><h1>Old pier to close</h1><p>{ONE}</p></body></html>", [(None, None, FIRST[2])]),
        ("nexis_pt.txt", NEXIS_PT, [FIRST]),
        ("proquest.ris", PROQUEST_RIS, [FIRST]),
        ("items.bib", BIBTEX, [FIRST]),
        ("flowed.eml", FLOWED, [FIRST]),
        ("discord.json", DISCORD, [("2031-01-03", "Ada", None)]),
        ("chat.txt", CHAT, [("2031-01-03", "Ada", None), ("2031-02-04", "Jo", None)]),
    ],
)
def test_read_as_what_it_is(tmp_path: Path, name: str, text: str, rows: list[Row]) -> None:
    found = read(tmp_path, name, text)
    assert [
        (str(a.published.day) if a.published else None, a.outlet, a.title) for a in found if isinstance(a, Article)
    ] == rows
    assert len(found) == len(rows)
    bodies = [
        a.text[p.start : p.end] for a in found if isinstance(a, Article) for p in a.paragraphs if p.kind == "body"
    ]
    if name not in ("chat.txt", "discord.json"):
        assert bodies in ([ONE], [ONE, TWO])


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("open.csv", f'title,date,text\nPier,2031-01-03,"{ONE}\nHall,2031-01-04,{TWO}\n', "in line 2 is never closed"),
        ("pier.tex", f"\\documentclass{{article}}\\begin{{document}}{ONE}\\end{{document}}", "LaTeX"),
        ("papers.nbib", "PMID- 123\nTI  - Old pier\nDP  - 2031 Jan 3\n", "PubMed"),
        ("two.txt", NEXIS_FR.replace("2 sur 2 DOCUMENTS", "* * *"), "holds 2 articles"),
    ],
)
def test_what_is_left_out_is_told(tmp_path: Path, name: str, text: str, what: str) -> None:
    assert any(isinstance(a, IntakeError) and what in str(a) for a in read(tmp_path, name, text))


def test_quotations_over_lines_that_are_closed_are_read(tmp_path: Path) -> None:
    rows = f'title,date,text\nPier,2031-01-03,"{ONE}\n\n{TWO}"\nHall,2031-01-04,5" boards: {TWO}'
    found = read(tmp_path, "closed.csv", rows)
    assert [a.title for a in found if isinstance(a, Article)] == ["Pier", "Hall"]
    assert len(found) == 2


def test_lines_of_a_page_made_of_a_table_are_not_run_together(tmp_path: Path) -> None:
    head = "<b>Harbour Gazette</b><br>January 3, 2031<br><h2>Old pier to close</h2>By Ada Brandt"
    cell = f"{head}<br><br>{ONE}<br><br>{TWO}"
    (found,) = read(tmp_path, "print.html", f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert isinstance(found, Article)
    lines = [found.text[p.start : p.end] for p in found.paragraphs]
    assert ONE in lines and TWO in lines and "January 3, 2031" in lines
    assert found.byline == ("Ada Brandt",)


def test_rules_inside_an_article_do_not_part_it(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "one.txt", f"Old pier to close\n\n{ONE}\n\n-----\n\n{TWO}\n")
    assert isinstance(found, Article) and TWO in found.text


STORIES = [f"Plan for the {w} is put to the board" for w in "quay bridge tunnel market school library stadium".split()]


def teasers(form: str) -> str:
    return "".join(form.format(at=n, head=head, words=ONE) for n, head in enumerate(STORIES))


CARD = (
    "<article><h2><a href='/{at}'>{head}</a></h2><p>For the {at}th time: {words}</p><time>May 3, 2031</time></article>"
)
INSIDE = "<div><a href='/{at}'><h3>{head}</h3></a><p>For the {at}th time: {words}</p></div>"
BARE = "<li><a href='/{at}'>{head}</a></li>"


@pytest.mark.parametrize("form", [CARD, INSIDE, BARE])
def test_a_section_s_front_is_a_list(tmp_path: Path, form: str) -> None:
    (found,) = read(tmp_path, "world.html", f"<html><body><h1>World</h1>{teasers(form)}</body></html>")
    assert isinstance(found, IntakeError) and "a list of 7" in str(found)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<h1>Old pier to close</h1><p>{ONE}</p><p>{TWO}</p>{teasers(BARE)}"),
        ("", f"{teasers(BARE)}<h1>Old pier to close</h1><p>{ONE}</p><p>{TWO}</p>"),
        ("", f"<h1>Old pier to close</h1><p>{ONE * 3}</p><p>{TWO * 3}</p>{teasers(CARD)}"),
        ("<meta property='og:type' content='article'>", f"<h1>The week</h1>{teasers(CARD)}"),
        ("<meta property='article:published_time' content='2031-05-03'>", f"<h1>The week</h1>{teasers(CARD)}"),
    ],
)
def test_an_article_beside_a_list_is_an_article(tmp_path: Path, head: str, body: str) -> None:
    (found,) = read(tmp_path, "pier.html", f"<html><head>{head}</head><body>{body}</body></html>")
    assert isinstance(found, Article)
