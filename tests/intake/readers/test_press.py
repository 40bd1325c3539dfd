"""Exports of press databases: article bounds, headline, outlet, byline, the day of publication and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake import read_path
from leadup.model import Article

Row = tuple[str | None, str | None, str, tuple[str, ...]]
BODY = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."

NEXIS = f"""
                               1 of 2 DOCUMENTS

                                  Alma Courier (Sankt Alma)

                            May 4, 2019 Saturday
                                 Edition 2;
                                 National

Divers find bell

BYLINE: OLLE BRANDT

SECTION: NEWS; Pg. 3

LENGTH: 61 words

{BODY}
It lay at forty metres.

The bell goes to a museum.

LOAD-DATE: May 6, 2019

LANGUAGE: ENGLISH

                       Copyright 2019 Alma Courier
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                  Alma Courier (Sankt Alma)

                    May 9, 2019 Thursday, Final Edition
                             Correction Appended

Bell rings again

LENGTH: 40 words

The bell rang on Wednesday.

LOAD-DATE: May 10, 2019

CORRECTION-DATE: May 12, 2019

CORRECTION: An earlier version named the wrong pier.
"""

UNI = f"""Covid-19 bell ringers return
Alma Courier
May 4, 2019 Saturday

Copyright 2019 Alma Courier All Rights Reserved

Section: NEWS; Pg. 3
Length: 61 words
Byline: Olle Brandt
Body

{BODY}

Load-Date: May 6, 2019

End of Document
"""

CODED = f"""HD
Divers find bell
BY
By Olle Brandt
WC
61 words
PD
4 May 2019
SN
Alma Courier
LA
English
CY
Copyright 2019 Alma Courier
LP
{BODY}
TD
The bell goes to a museum.
AN
Document ALMCOU0020190504ef540001
"""

PLAIN = f"""Divers find bell
Olle Brandt
61 words
4 May 2019
06:10
Alma Courier
ALMCOU
English
Copyright 2019. Alma Courier.

{BODY}

Document ALMCOU0020190504ef540001a
"""

PROQUEST = f"""____________________________________________________________

Divers find bell

Author: Brandt, Olle

Publication info: Alma Courier ; Sankt Alma [Sankt Alma]04 May 2019: 3.

Abstract: The bell is found.

Full text: {BODY}

Publication title: Alma Courier; Sankt Alma

Publication date: May 4, 2019

ProQuest document ID: 12

Last updated: 2021-11-20
"""


def rows(path: Path) -> tuple[list[Row], list[IntakeError]]:
    found = list(read_path(path))
    articles = [
        (a.published.day.isoformat() if a.published else None, a.outlet, a.title or "", a.byline)
        for a in found
        if isinstance(a, Article)
    ]
    return articles, [e for e in found if isinstance(e, IntakeError)]


FIRST: Row = ("2019-05-04", "Alma Courier", "Divers find bell", ("Olle Brandt",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            NEXIS,
            [
                ("2019-05-04", "Alma Courier (Sankt Alma)", "Divers find bell", ("OLLE BRANDT",)),
                ("2019-05-09", "Alma Courier (Sankt Alma)", "Bell rings again", ()),
            ],
        ),
        (UNI, [("2019-05-04", "Alma Courier", "Covid-19 bell ringers return", ("Olle Brandt",))]),
        (UNI + UNI, [("2019-05-04", "Alma Courier", "Covid-19 bell ringers return", ("Olle Brandt",))] * 2),
        (CODED, [FIRST]),
        (CODED + "\n" + CODED.replace("4 May", "7 May"), [FIRST, ("2019-05-07", *FIRST[1:])]),
        (PLAIN, [FIRST]),
        (PLAIN + "\n" + PLAIN, [FIRST, FIRST]),
        (PROQUEST, [FIRST]),
        (PROQUEST + PROQUEST, [FIRST, FIRST]),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_exports_as_text(tmp_path: Path, text: str, expected: list[Row], ends: str) -> None:
    (tmp_path / "export.txt").write_text(text.replace("\n", ends), encoding="utf-8", newline="")
    assert rows(tmp_path / "export.txt") == (expected, [])


def test_wrapped_lines_are_paragraphs_and_corrections_are_kept_unread(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_text(NEXIS)
    first, second = (a for a in read_path(tmp_path / "a.TXT") if isinstance(a, Article))
    bodies = [first.text[p.start : p.end] for p in first.paragraphs if p.kind == "body"]
    assert bodies == [f"{BODY} It lay at forty metres.", "The bell goes to a museum."]
    assert [second.text[p.start : p.end] for p in second.paragraphs if p.kind == "noise"] == [
        "An earlier version named the wrong pier."
    ]


def test_an_export_that_says_it_holds_more_is_not_taken_in_silence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEXIS.replace("2 of 2 DOC", "3 of 3 DOC"))
    articles, errors = rows(tmp_path / "a.txt")
    assert len(articles) == 2
    assert [type(e) for e in errors] == [UnreadableInput] and "3 articles, 2 were found" in str(errors[0])


def test_an_ordinary_text_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Documents found\n\nOne of 10 documents was read aloud on Friday, May 3, 2019.\n")
    articles, errors = rows(tmp_path / "a.txt")
    assert (len(articles), errors) == (1, [])


def test_exports_as_pages(tmp_path: Path) -> None:
    coded = "".join(
        f"<tr><td><b>{code}</b></td><td>{value}</td></tr>"
        for code, value in (
            ("HD", "Divers find bell"),
            ("BY", "By Olle Brandt"),
            ("PD", "4 May 2019"),
            ("SN", "Alma Courier"),
            ("LP", f"<p>{BODY}</p>"),
            ("TD", "<p>The bell goes to a museum.</p>"),
            ("AN", "Document ALMCOU0020190504ef540001"),
        )
    )
    pages = {
        "factiva.html": f"<html><body><div class='article enArticle'><table>{coded}</table></div></body></html>",
        "europresse.html": (
            "<html><body><table><tr><td><span class='DocPublicationName'>Alma Courier, no. 12</span><br>"
            "<span class='DocHeader'>samedi </span><span class='DocHeader'>4 mai 2019</span><br><br>"
            f"<span class='TitreArticleVisu'>Divers find bell</span><br><br>Olle Brandt<br><p></p>{BODY}<p></p>"
            "<b>© 2019 Alma Courier. Tous droits réservés.</b><p></p>Numéro de document : x<br>"
            "Date d'émission : <b>2021-10-05</b></td></tr></table></body></html>"
        ),
        "nexis.html": (
            "<HTML><!-- LXNComment 1 --><BODY><DIV><P>1 of 1 DOCUMENTS</P></DIV><DIV><P>Alma Courier</P></DIV>"
            "<DIV><P>May 4, 2019, Saturday</P></DIV><DIV><P>Divers find bell</P></DIV>"
            "<DIV><P>BYLINE: Olle Brandt</P></DIV><DIV><P>LENGTH: 61 words</P></DIV>"
            f"<DIV><P>{BODY}</P></DIV><DIV><P>LOAD-DATE: May 6, 2019</P></DIV></BODY></HTML>"
        ),
        "proquest.html": (
            "<div><a name='DocID_1'></a><p>Divers find bell</p><p><strong>Author: </strong>Brandt, Olle</p>"
            "<p><strong>Publication info: </strong>Alma Courier ; Sankt Alma []04 May 2019.</p>"
            f"<p><a>ProQuest document link</a></p><p><strong>Full text: </strong></p><p>{BODY}</p>"
            "<p><strong>Publication title: </strong>Alma Courier; Sankt Alma</p>"
            "<p><strong>Publication date: </strong>May 4, 2019</p>"
            "<p><strong>Last updated: </strong>2021-11-20</p></div>"
        ),
    }
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
        assert rows(tmp_path / name) == ([FIRST], []), name


def test_factiva_xml_is_counted(tmp_path: Path) -> None:
    item = (
        "<ppsarticle><article><headline><paragraph>Divers find bell</paragraph></headline><byline>Olle Brandt</byline>"
        f"<leadParagraph><paragraph>{BODY}</paragraph></leadParagraph><publicationDate><dateTime>2019-05-04T06:00:00Z"
        "</dateTime></publicationDate><sourceName>Alma Courier</sourceName></article></ppsarticle>"
    )
    xml = f'<PPSResponse><ppsArticleResponse><ppsarticleResultSet count="2">{item}</ppsarticleResultSet>'
    (tmp_path / "a.xml").write_text(f"{xml}</ppsArticleResponse></PPSResponse>")
    articles, errors = rows(tmp_path / "a.xml")
    assert articles == [FIRST]
    assert [str(e).endswith("2 articles, 1 were found. Export it again") for e in errors] == [True]
