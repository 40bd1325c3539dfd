"""Inputs as real software writes them: other languages of interface, older forms, odd encodings, nothing inside.

Each is read as what it is, or refused with its reason; a row is (day, outlet, title, authors).
"""

from __future__ import annotations

import json
import plistlib
from pathlib import Path

import pytest

from leadup.errors import IntakeError
from leadup.intake import read_path
from leadup.model import Article

Row = tuple[str | None, str | None, str | None, tuple[str, ...]]
ONE = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."
TWO = "It lay at forty metres, under the wreck of a barge that sank in the storm of 1911."
THREE = "The bell goes to a museum in the old customs house, where it will be shown in June."
BOTH = f"{ONE} {TWO}"
HEAD = ("2019-05-04", "Alma Courier", "Divers find bell", ())
LIST = ("2019-05-04", "Alma Courier", "Divers find bell", ("Olle Brandt",))


def nexis(number: int, of: int, day: str, title: str) -> str:
    return f"""
                               {number} of {of} DOCUMENTS

                                  Alma Courier

                            {day}

{title}

LENGTH: 61 words

{ONE}

{THREE}

LOAD-DATE: May 12, 2019
"""


NEXIS_TWO = nexis(1, 2, "May 4, 2019 Saturday", "Divers find bell") + nexis(2, 2, "May 9, 2019 Thursday", "Bell rings")
NEXIS_DE = f"""
                              Dokument 1 von 2

                                  Alma Courier

                            4. Mai 2019 Samstag
                                 Ausgabe 2

Divers find bell

AUTOR: OLLE BRANDT

RUBRIK: NACHRICHTEN; S. 3

LÄNGE: 61 Wörter

{ONE}
{TWO}

{THREE}

UPDATE: 6. Mai 2019

SPRACHE: GERMAN; DEUTSCH

                              Dokument 2 von 2

                                  Alma Courier

                            9. Mai 2019 Donnerstag

Bell rings

LÄNGE: 40 Wörter

{THREE}

UPDATE: 10. Mai 2019
"""
NEXIS_FR = f"""
                              Document 1 de 1

                                  Alma Courier

                            samedi 4 mai 2019

Divers find bell

AUTEUR : OLLE BRANDT

LONGUEUR : 61 mots

{ONE}

DATE-CHARGEMENT : 6 mai 2019
"""
NEXIS_LIST = """User Name: Olle Brandt
Date and Time: Saturday, May 4, 2019 10:15 AM CEST
Job Number: 12345678
Documents (2)

1. Divers find bell
Client/Matter: -None-
Search Terms: bell

2. Bell rings
Client/Matter: -None-
"""
FACTIVA_DE = f"""Divers find bell
Olle Brandt
61 Wörter
4 Mai 2019
06:10
Alma Courier
ALMCOU
Deutsch
Copyright 2019. Alma Courier.

{ONE}

Dokument ALMCOU0020190504ef540001a
"""
FACTIVA_PAGE = f"""<html><head><title>Factiva</title></head><body>
<div class="article enArticle"><div id="hd"><span class='enHeadline'>Divers find bell</span></div>
<div class="author">By Olle Brandt</div><div>61 words</div><div>4 May 2019</div><div>06:10</div>
<div>Alma Courier</div><div>ALMCOU</div><div>3</div><div>English</div><div>Copyright 2019. Alma Courier.</div>
<p class="articleParagraph enarticleParagraph">{ONE}</p><p>Document ALMCOU0020190504ef540001a</p></div></body></html>"""
PROQUEST_OLD = f"""Document 1 of 1
Divers find bell
Author: Brandt, Olle
Publication info: Alma Courier; Sankt Alma [Sankt Alma] 04 May 2019: 3.
ProQuest document link
Full text: {ONE}

{THREE}
Title: Divers find bell
Publication title: Alma Courier; Sankt Alma
Publication year: 2019
Publication date: May 4, 2019
ProQuest document ID: 12
Last updated: 2021-11-20
"""
PROQUEST_NONE = """____________________________________________________________

Divers find bell

Publication info: Alma Courier ; Sankt Alma [Sankt Alma]04 May 2019: 3.

Abstract: None available.

Full text: Not available.

Publication date: May 4, 2019

ProQuest document ID: 12
"""
PRESSREADER = f"""Article Name:Divers find bell
Publication:Alma Courier (Latest Edition)
Section:News
Author:By Olle Brandt
Start Page:3
End Page:3
{ONE}

{THREE}
"""
OUTLOOK_DE = (
    f"From: Mia Lund <mia@office.example>\r\nTo: desk@office.example\r\nSubject: WG: Divers find bell\r\n"
    f"Date: Mon, 06 May 2019 09:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    f"\r\nSiehe unten.\r\n\r\nVon: Alma Courier <news@almacourier.example>\r\nGesendet: Samstag, 4. Mai 2019 10:15\r\n"
    f"An: Mia Lund\r\nBetreff: Divers find bell\r\n\r\n{ONE} Caf\xe9 owners cheered.\r\n\r\n{THREE}\r\n"
).encode("latin-1")
GMAIL_FR = (
    f"From: Mia Lund <mia@office.example>\nTo: desk@office.example\nSubject: Tr: Divers find bell\n"
    f"Date: Mon, 06 May 2019 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n"
    f"---------- Message transféré ---------\nDe : Alma Courier <news@almacourier.example>\n"
    f"Envoyé : samedi 4 mai 2019 10:15\nÀ : Mia Lund\nObjet : Divers find bell\n\n{ONE}\n\n{THREE}\n"
)
NEWSLETTER = f"""From: Alma Courier <news@almacourier.example>
Subject: Divers find bell
Date: Sat, 04 May 2019 10:15:00 +0200
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=YY

--YY
Content-Type: text/plain

--YY
Content-Type: text/html; charset=utf-8

<html><body><p>{ONE}</p><p>{TWO}</p><p><a href="x">Unsubscribe</a></p></body></html>
--YY--
"""
BIBTEX = (
    '@article{b2019,\n  title = {{Divers find bell}},\n  author = {Brandt, Olle and L{\\"u}nd, Mia},\n'
    "  journal = {Alma Courier},\n  month = may, year = {2019}, day = {4},\n  abstract = {" + ONE + "},\n"
    "  urldate = {2021-01-02}\n}\n"
)
RIS = (
    f"TY  - NEWS\r\nTI  - Divers find bell\r\nAU  - Brandt, Olle\r\nT2  - Alma Courier\r\nDA  - 2019/05/04/\r\n"
    f"PY  - 2019\r\nAB  - {BOTH}\r\nY2  - 2021/01/02/10:00:00\r\nER  - \r\n"
)
TABLE_DE = f"Titel;Datum;Quelle;Autor;Text\r\nDivers find bell;04.05.2019;Alma Courier;Olle Brandt;{ONE}\r\n"
TABLE_FR = (
    f"Titre;Date de publication;Source;Auteur;Texte\r\nDivers find bell;04/05/2019;Alma Courier;Olle Brandt;{ONE}\r\n"
    f"Bell rings;24/05/2019;Alma Courier;;{THREE}\r\n"
)
RECORDS = [
    {"title": "Divers find bell", "text": f"{BOTH} Part {n}.", "published": "2019-05-04", "outlet": "Alma Courier"}
    for n in (1, 2)
]
BUNDLE = (
    '<html><head><script src="https://web-static.archive.org/_static/js/bundle-playback.js"></script>'
    '<link rel="canonical" href="https://web.archive.org/web/20210103101522/https://almacourier.example/2019/05/04/b">'
    f"<title>Divers find bell</title></head><body><article><h1>Divers find bell</h1><p>{BOTH}</p><p>{THREE} {TWO}</p>"
    f"<p>{ONE} {THREE} Nobody had looked there before.</p></article></body></html>"
)
STAND = (
    "<html><head><title>PressReader - Alma Courier: 2019-05-04 - Divers find bell</title>"
    '<link rel="canonical" href="https://www.pressreader.com/uk/alma-courier/20190504/281479277822334">'
    '<meta property="og:site_name" content="PressReader"></head><body><article><h1>Divers find bell</h1>'
    f"<p>{BOTH}</p><p>{THREE} {TWO}</p><p>{ONE} {THREE} Nobody had looked there before.</p></article></body></html>"
)

TELEGRAM_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="text bold">Alma Wire</div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">4 May 2019</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="04.05.2019 23:16:00 UTC+02:00">23:16</div>
<div class="from_name">Alma Wire</div>
<div class="text">{ONE}<br>{TWO}</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="05.05.2019 11:16:00">11:16</div><div class="text">{THREE}</div></div></div>
<div class="message default clearfix" id="message4"><div class="body"><div class="from_name">Alma Wire</div>
<div class="media_wrap clearfix"></div></div></div></div></div></div></body></html>"""
ATTACHED = (
    "From: Mia Lund <mia@office.example>\nTo: desk@office.example\nSubject: Fwd: Divers find bell\n"
    "Date: Mon, 06 May 2019 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ZZ\n\n--ZZ\n"
    "Content-Type: text/plain\n\nSee below.\n--ZZ\nContent-Type: message/rfc822\n\n"
    "From: Alma Courier <news@almacourier.example>\nSubject: Divers find bell\nDate: Sat, 04 May 2019 10:15:00 +0200\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{BOTH}\n\n--ZZ--\n"
)
EUROPRESSE = f"""<html><head><title>Europresse</title></head><body><article><header>
<div class="rdp__DocPublicationName"><span class="DocPublicationName">Alma Courier, no. 123</span></div>
<span class="DocHeader">News, Saturday, May 4, 2019, p. 3</span></header>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Divers find bell</p></div>
<div class="docOcurrContainer"><p>{ONE}</p><p>{THREE}</p></div></article></body></html>"""
NOTION = (
    "# Divers find bell\n\nURL: https://almacourier.example/bell\nCreated: May 6, 2021 10:15 AM\nTags: bell\n\n"
    f"{BOTH}\n"
)
GHOST = {
    "db": [{"data": {"posts": [{"title": "Divers find bell", "html": f"<p>{ONE}</p>", "plaintext": ONE,
                                "status": "published", "published_at": "2019-05-04T08:15:00.000Z",
                                "created_at": "2019-05-01T08:15:00.000Z"}]}}]
}  # fmt: skip
SLACK = [
    {"type": "message", "user": "U1", "user_profile": {"real_name": "Olle"}, "text": ONE, "ts": "1556957760.000200"}
]
SLACK_BLOCKS = [
    SLACK[0] | {"text": "", "blocks": [{"elements": [{"elements": [{"type": "text", "text": ONE}]}]}]},
    SLACK[0] | {"text": "", "ts": "1557043200.000100", "attachments": [{"fallback": THREE, "id": 1}]},
]

READ: list[tuple[str, str | bytes, list[Row]]] = [
    ("messages.html", TELEGRAM_PAGE, [("2019-05-04", "Alma Wire", None, ()), ("2019-05-05", "Alma Wire", None, ())]),
    ("attached.eml", ATTACHED, [HEAD]),
    ("europresse.html", EUROPRESSE, [HEAD]),
    ("Divers find bell 3f2a.md", NOTION, [(None, "almacourier.example", "Divers find bell", ())]),
    ("ghost.json", json.dumps(GHOST), [("2019-05-04", None, "Divers find bell", ())]),
    ("slack.json", json.dumps(SLACK), [("2019-05-04", "Olle", None, ())]),
    ("blocks.json", json.dumps(SLACK_BLOCKS), [("2019-05-04", "Olle", None, ()), ("2019-05-05", "Olle", None, ())]),
    ("one_word.txt", f"Bell\nPublished: 2019-05-04\nOutlet: Alma Courier\n\n{BOTH}\n", [(*HEAD[:2], "Bell", ())]),
    (
        "excel.txt",
        f"Title\tDate\tSource\tText\r\nDivers find bell\t2019-05-04\tAlma Courier\t{ONE}\r\n".encode("utf-16"),
        [HEAD],
    ),
    (
        "2019-05-04.sbv",
        f"0:00:00.599,0:00:04.160\n{ONE}\n\n0:00:04.160,0:00:06.770\n{TWO}\n",
        [("2019-05-04", None, None, ())],
    ),
    ("nexis_de.txt", NEXIS_DE, [(*HEAD[:3], ("OLLE BRANDT",)), ("2019-05-09", "Alma Courier", "Bell rings", ())]),
    (
        "nexis_de_1252.txt",
        NEXIS_DE.encode("cp1252"),
        [(*HEAD[:3], ("OLLE BRANDT",)), ("2019-05-09", "Alma Courier", "Bell rings", ())],
    ),
    ("nexis_fr.txt", NEXIS_FR, [(*HEAD[:3], ("OLLE BRANDT",))]),
    (
        "nexis_16.txt",
        NEXIS_TWO.replace("\n", "\r\n").encode("utf-16"),
        [HEAD, ("2019-05-09", "Alma Courier", "Bell rings", ())],
    ),
    ("factiva_de.txt", FACTIVA_DE, [LIST]),
    ("factiva.html", FACTIVA_PAGE, [LIST]),
    ("proquest_old.txt", PROQUEST_OLD, [LIST]),
    ("2019-05-04 bell.txt", PRESSREADER, [LIST]),
    ("stand.html", STAND, [HEAD]),
    ("outlook_de.eml", OUTLOOK_DE, [HEAD]),
    ("gmail_fr.eml", GMAIL_FR, [HEAD]),
    ("letter.eml", NEWSLETTER, [HEAD]),
    ("b.bib", BIBTEX, [(*HEAD[:3], ("Olle Brandt", "Mia Lünd"))]),
    ("b.ris", RIS, [LIST]),
    ("german.csv", TABLE_DE.encode("cp1252"), [LIST]),
    ("french.csv", TABLE_FR, [LIST, ("2019-05-24", "Alma Courier", "Bell rings", ())]),
    ("utf16.json", json.dumps(RECORDS).encode("utf-16"), [HEAD, HEAD]),
    ("row.json", "\n".join(json.dumps(r, indent=1) for r in RECORDS), [HEAD, HEAD]),
    ("utf8.json", b"\xef\xbb\xbf" + json.dumps(RECORDS).encode(), [HEAD, HEAD]),
    (
        "mac.txt",
        f"Divers find bell\r\r4 May 2019\r\rThe café’s owner said so.\r\r{THREE}".encode("mac_roman"),
        [("2019-05-04", None, "Divers find bell", ())],
    ),
    ("wayback.html", BUNDLE, [("2019-05-04", "almacourier.example", "Divers find bell", ())]),
    (
        "gdelt.csv",
        "\ufeffURL,MobileURL,Date,Title\nhttps://almacourier.example/b,,2019-05-04 10:15:00,Divers find bell\n",
        [("2019-05-04", "almacourier.example", "Divers find bell", ())],
    ),
    (
        "acled.csv",
        "event_id_cnty,event_date,event_type,sub_event_type,source,notes,timestamp\n"
        f'ALM1,04 May 2019,Protests,Peaceful protest,Alma Courier,"{ONE}",1612345678\n',
        [("2019-05-04", "Alma Courier", "Peaceful protest", ())],
    ),
    (
        "acled.json",
        json.dumps(
            {
                "success": True,
                "data": [
                    {
                        "event_id_cnty": "A1",
                        "event_date": "2019-05-04",
                        "event_type": "Protests",
                        "source": "Alma Courier",
                        "notes": ONE,
                        "timestamp": "1612345678",
                    }
                ],
            }
        ),
        [("2019-05-04", "Alma Courier", None, ())],
    ),
    (
        "notes.rtf",
        "{\\rtf1\\mac\\ansicpg10000\\cocoartf2\n\\f0 Divers find bell\\\n\\\n"
        "4 May 2019\\\n\\\nThe caf\\'8e\\uc0\\u8217 s owner \\'8f said so. " + BOTH + "}",
        [("2019-05-04", None, "Divers find bell", ())],
    ),
]

EVENTS = "\t".join(
    ["841234567", "20190504", "201905", "2019", "2019.34", *[""] * 54, "20190504101500", "https://a.example/b"]
)
GRAPH = "\t".join(["20190504101500-0", "20190504101500", "1", "a.example", "https://a.example/b", *["X#1#Y"] * 22])
SEEN = "\t".join(
    ["841234567", "20190504101500", "20190504101500", "1", "a.example", "https://a.example/b", *["3"] * 10]
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REFUSED: list[tuple[str, str | bytes, str]] = [
    (
        "lost.html",
        "<title>Page not found - Alma</title><h1>Page not found</h1><p>Sorry, it may have been moved.</p>",
        "notice",
    ),
    (
        "check.html",
        "<title>Just a moment...</title><h1>alma.example</h1><p>Checking if the connection is secure</p>",
        "notice",
    ),
    (
        "denied.html",
        "<title>Access Denied</title><h1>Access Denied</h1><p>You have no permission to see this.</p>",
        "notice",
    ),
    (
        "talk.ttml",
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><p>Divers found it</p></body></tt>',
        "XML",
    ),
    ("dates.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Dinner\nEND:VEVENT\nEND:VCALENDAR\n", "a calendar"),
    ("draft.json", json.dumps({"title": "Bell", "text": ONE, "status": "draft"}), "a draft"),
    ("like.js", "window.YTD.like.part0 = [ ]", "without posts"),
    ("list.txt", NEXIS_LIST, "a list of 2 documents without their texts"),
    ("none.txt", PROQUEST_NONE, "no article text"),
    ("bell.url", "[InternetShortcut]\r\nURL=https://a.example/bell\r\n", "a list of 1 address"),
    ("bell.webloc", plistlib.dumps({"URL": "https://a.example/bell"}), "a list of 1 address"),
    (
        "binary.webloc",
        plistlib.dumps({"URL": "https://a.example/bell"}, fmt=plistlib.FMT_BINARY),
        "a list of 1 address",
    ),
    (
        "pins.json",
        json.dumps(
            [{"href": "https://a.example/b", "description": "Bell", "time": "2019-05-06T10:00:00Z", "toread": "yes"}]
        ),
        "a list of 1 address",
    ),
    (
        "drops.csv",
        "id,title,note,excerpt,url,folder,tags,created,cover\n1,Bell,,A bell.,https://a.example/b,x,,2021-01-03T10:00:00Z,\n",
        "a list of 1 address",
    ),
    ("20190504.export.CSV", EVENTS + "\n", "GDELT events"),
    ("20190504.gkg.csv", GRAPH + "\n", "GDELT knowledge graph"),
    ("20190504.mentions.CSV", SEEN + "\n", "GDELT mentions"),
    (
        "failed.json",
        json.dumps({"status": "error", "code": "apiKeyInvalid", "message": "Your key is invalid"}),
        "Your key is invalid",
    ),
    ("empty.json", json.dumps({"status": "ok", "totalResults": 0, "articles": []}), "no record"),
    ("header.csv", "title,date,text\n", "a header and no rows"),
    ("robots.txt", "User-agent: *\nDisallow: /x\n", "settings"),
    ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "a password"),
    ("old.doc", OLE + "WordDocument".encode("utf-16-le"), "an old Office file"),
    ("empty.vtt", "WEBVTT\n", "no article text"),
    ("nothing.bib", "@comment{none}\n@string{a = {b}}\n", "no entry"),
    ("blank.txt", " \n\n\t\n", "no article text"),
]


def read(tmp_path: Path, name: str, data: str | bytes) -> tuple[list[Article], list[IntakeError]]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(read_path(path))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, IntakeError)]


@pytest.mark.parametrize(("name", "data", "rows"), READ, ids=[r[0] for r in READ])
def test_read_as_what_it_is(tmp_path: Path, name: str, data: str | bytes, rows: list[Row]) -> None:
    articles, errors = read(tmp_path, name, data)
    assert not errors
    assert [
        (a.published.day.isoformat() if a.published else None, a.outlet, a.title, a.byline) for a in articles
    ] == rows
    for article in articles:
        body = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]
        # Nothing of the labels, heads, menus and marks around it is taken for the article.
        allowed = {ONE, TWO, THREE, "Nobody had looked there before.", "Café owners cheered.", "Part 1.", "Part 2."}
        allowed |= {"The café’s owner said so.", "The café’s owner è said so.", "Divers find bell"}
        rest = " ".join(body)
        for words in sorted(allowed, key=len, reverse=True):
            rest = rest.replace(words, "")
        assert not rest.strip(), rest


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED, ids=[r[0] for r in REFUSED])
def test_refused_with_its_reason(tmp_path: Path, name: str, data: str | bytes, reason: str) -> None:
    articles, errors = read(tmp_path, name, data)
    assert not articles
    assert len(errors) == 1 and reason in str(errors[0]) and name in str(errors[0])


def test_an_export_cut_short_says_so(tmp_path: Path) -> None:
    whole = "".join(nexis(n, 3, "May 4, 2019 Saturday", f"Bell {n}") for n in (1, 2))
    articles, errors = read(tmp_path, "cut.txt", whole)
    assert len(articles) == 2
    assert "says that it holds 3 articles, 2 were found" in str(errors[0])


def test_one_document_with_another_total_is_no_cut(tmp_path: Path) -> None:
    articles, errors = read(tmp_path, "odd.txt", NEXIS_TWO.replace("2 of 2 DOC", "2 of 383 DOC"))
    assert (len(articles), errors) == (2, [])


@pytest.mark.parametrize(
    ("chat", "said"),
    [
        (
            f"\u200e[04.05.19, 10:15:22] Bell: \u200eMessages are encrypted.\r\n[04.05.19, 10:16:02] Olle: {ONE}\r\n"
            f"[24.05.19, 10:17:00] Mia: \u200eimage omitted\r\n[24.05.19, 10:18:00] Mia: {TWO}\r\n",
            2,
        ),
        (
            f"04.05.19, 10:15 - Ende-zu-Ende-verschlüsselt.\n04.05.19, 10:16 - Olle: {ONE}\n"
            f"24.05.19, 10:17 - Mia: <Medien ausgeschlossen>\n24.05.19, 10:18 - Mia: {TWO}\n",
            2,
        ),
        (
            f"5/4/19, 10:15\u202fPM - Olle: {ONE}\n5/24/19, 11:05\u202fAM - Mia: {TWO}\n"
            f"5/24/19, 11:06\u202fAM - Mia: This message was deleted\n",
            2,
        ),
    ],
)
def test_chats_hold_what_people_said(tmp_path: Path, chat: str, said: int) -> None:
    articles, errors = read(tmp_path, "_chat.txt", chat)
    assert (len(articles), errors) == (said, [])
    assert [a.published.day.isoformat() for a in articles if a.published] == ["2019-05-04", "2019-05-24"]
    assert {a.outlet for a in articles} == {"Olle", "Mia"}


def test_a_blog_s_export_holds_more_than_its_articles(tmp_path: Path) -> None:
    def item(title: str, kind: str, status: str) -> str:
        return (
            f"<item><title>{title}</title><pubDate>Sat, 04 May 2019 08:15:00 +0000</pubDate>"
            f"<content:encoded><![CDATA[<p>{ONE} {title}</p>]]></content:encoded>"
            f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status></item>"
        )

    items = (item("One", "post", "publish"), item("Two", "post", "draft"), item("a.jpg", "attachment", "inherit"))
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Alma Courier</title>'
        f"{''.join(items)}</channel></rss>"
    )
    articles, errors = read(tmp_path, "export.xml", feed)
    assert [a.title for a in articles] == ["One"]
    assert "1 of the kind attachment, 1 of the kind draft" in str(errors[0])


def test_an_archive_of_posts_says_whose_they_are(tmp_path: Path) -> None:
    post = {"tweet": {"id_str": "1", "full_text": ONE, "created_at": "Sat May 04 08:16:00 +0000 2019"}}
    account = {"account": {"username": "olle", "accountDisplayName": "Olle Brandt"}}
    (tmp_path / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps([account])}")
    articles, errors = read(tmp_path, "tweets.js", f"window.YTD.tweets.part0 = {json.dumps([post])}")
    assert ([a.outlet for a in articles], errors) == (["Olle Brandt"], [])


def test_the_issue_that_a_newsstand_shows_is_its_page_s_day(tmp_path: Path) -> None:
    shown = STAND.replace("</h1>", "</h1><p class='date'>May 6, 2019</p>")
    articles, _ = read(tmp_path, "a.html", shown)
    assert [str(a.published.day) for a in articles if a.published] == ["2019-05-04"]
