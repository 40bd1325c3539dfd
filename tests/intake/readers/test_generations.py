"""Other generations of what is read elsewhere: older labels, other columns and forms, other archives and telephones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leadup.errors import IntakeError
from leadup.intake import read_path
from leadup.model import Article
from tests.intake.readers.reading import Row, rows

ONE = "Surveyors found a cracked beam under the grain bridge at Tolvane on Monday, the harbor board said."
TWO = "“We closed it within the hour,” said Ines Marlow, who chairs the board. It will reopen in June."
BOTH = f"{ONE} {TWO}"
OTHER = "Three thousand people marched past the courthouse in Brenk on Saturday to demand new elections."
TITLE, OUTLET, DAY = "Grain bridge closed after crack", "The Tolvane Herald", "2018-05-14"
WHOLE: Row = (DAY, OUTLET, TITLE, ("Ruth Adair",), BOTH)
PLAIN: Row = (DAY, OUTLET, TITLE, (), BOTH)
MARCH: Row = ("2018-05-12", "Reuters", "March in Brenk", (), OTHER)


NEXIS_LABELLED = f"""                               1 of 2 DOCUMENTS

                    Copyright 2018 The Herald Company

                               The Tolvane Herald

                              May 14, 2018, Monday

SECTION: Section B; Pg. 1

LENGTH: 812 words

HEADLINE: {TITLE}

BYLINE: By Ruth Adair

DATELINE: TOLVANE, May 13

BODY:

{ONE}

   {TWO}

LOAD-DATE: June 2, 2018

                               2 of 2 DOCUMENTS

                                    Reuters

                             May 12, 2018, Saturday

LENGTH: 90 words

HEADLINE: March in Brenk

BODY:

{OTHER}

LOAD-DATE: June 2, 2018
"""
TRANSCRIPT = f"""                               1 of 1 DOCUMENTS

                                  Tolvane TV

                         SHOW: TOLVANE TONIGHT 10:00 PM EST

                             May 14, 2018 Monday

                         TRANSCRIPT: 051401CN.V84

SECTION: NEWS; Domestic

LENGTH: 7210  words

HEADLINE: {TITLE}

BYLINE: Ruth Adair

GUESTS: Ines Marlow

BODY:

ANCHOR: {ONE}

REPORTER: {TWO}

LOAD-DATE: May 15, 2018
"""
NEXIS_GERMAN = f"""                              Dokument 1 von 1

                          Tolvaner Blatt

                       Montag 14. Mai 2018
                       Deutschlandausgabe

{TITLE}

AUTOR: Ruth Adair

RUBRIK: POLITIK; S. 5

LÄNGE: 412 Wörter

{ONE}

{TWO}

UPDATE: 15. Mai 2018
"""
NEXIS_UNI_GERMAN = f"""{TITLE}

Tolvaner Blatt

Montag 14. Mai 2018

Copyright 2018 Blatt Alle Rechte vorbehalten

Abschnitt: POLITIK; S. 5

Länge: 412 words

Autor: Ruth Adair

Text

{ONE}

{TWO}

Classification

Update: May 15, 2018

Ende des Dokuments
"""
FACTIVA_GERMAN = f"""Wirtschaft
{TITLE}
Von Ruth Adair
412 Wörter
14 Mai 2018
Tolvaner Blatt
TOLBLA
Deutsch
Copyright 2018 Blatt.

{ONE}

{TWO}

Dokument TOLBLA0020180513ee5e0000b
"""
FACTIVA_ROWS = [("HD", TITLE), ("BY", "By Ruth Adair"), ("WC", "812 words"), ("PD", "14 May 2018"),
                ("SN", OUTLET), ("LA", "English"),
                ("LP", f"{ONE}\\par {TWO}"), ("AN", "Document TOLHER0020180514ee5e0000b")]  # fmt: skip
FACTIVA_RTF = (
    (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0\n"
        + "".join(
            f"\\trowd\\cellx9\\pard\\intbl\\b {code}\\b0\\cell {text}\\cell\\row\n" for code, text in FACTIVA_ROWS
        )
        + "\\pard\\par}"
    )
    .replace("“", "\\u8220?")
    .replace("”", "\\u8221?")
)
QUOTED_MAIL = f"""From: Olle Strand <olle@desk.example>
To: news@desk.example
Subject: Fwd: {TITLE}
Date: Wed, 16 May 2018 08:12:00 +0200
Content-Type: text/plain; charset=utf-8

> Begin forwarded message:
>
> From: "{OUTLET}" <alerts@tolvane.example>
> Subject: {TITLE}
> Date: May 14, 2018 at 9:03:11 PM GMT+2
> To: olle@desk.example
>
> {ONE}
>
> {TWO}
"""
OUTLOOK_MAIL = f"""From: Olle Strand <olle@desk.example>
To: news@desk.example
Subject: FW: {TITLE}
Date: Wed, 16 May 2018 08:12:00 +0000
Content-Type: text/plain; charset="utf-8"

-----Original Message-----
From: {OUTLET} [mailto:alerts@tolvane.example]
Sent: Monday, May 14, 2018 9:03 PM
To: Olle Strand
Subject: {TITLE}

{ONE}

{TWO}
"""


def result(title: str, address: str, outlet: str, words: str) -> str:
    link = f"https://www.google.com/url?rct=j&amp;sa=t&amp;url={address}&amp;ct=ga"
    return (
        f'<tr itemscope itemtype="http://schema.org/Article"><td><a href="{link}" itemprop="url"><span itemprop="name">'
        f'{title}</span></a><div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><a>'
        f'<span itemprop="name">{outlet}</span></a></div><div itemprop="description">{words}</div></td></tr>'
    )


ALERT = (
    "From: Google Alerts <googlealerts-noreply@google.com>\nTo: o@desk.example\nSubject: Google Alert - bridge\n"
    "Date: Tue, 15 May 2018 06:00:12 -0700\nContent-Type: text/html; charset=UTF-8\n\n<html><body><table>"
    + result("<b>Grain bridge</b> closed after crack", "https://tolvane.example/2018/05/14/a", OUTLET, ONE)
    + result("March in Brenk", "https://brenk.example/b", "Reuters", OTHER)
    + "</table><p>You have received this email because you have subscribed to <b>Google Alerts</b>.</p></body></html>"
)
ALERTED: list[Row] = [(DAY, OUTLET, TITLE, (), ONE), ("2018-05-15", "Reuters", "March in Brenk", (), OTHER)]
RECORDS = [{"title": TITLE, "date": DAY, "outlet": OUTLET, "text": BOTH},
           {"title": "March in Brenk", "date": "2018-05-12", "outlet": "Reuters", "text": OTHER}]  # fmt: skip
BY_COLUMNS = {name: {str(n): r[name] for n, r in enumerate(RECORDS)} for name in RECORDS[0]}
BY_LISTS = {name: [r[name] for r in RECORDS] for name in RECORDS[0]}
SPLIT = {"columns": list(RECORDS[0]), "index": [0, 1], "data": [list(r.values()) for r in RECORDS]}
BY_KEYS = {"a17": RECORDS[0], "b4": RECORDS[1]}
FUNDUS = [{"title": TITLE, "authors": ["Ruth Adair"], "publishing_date": "2018-05-14 20:00:00+00:00", "source": OUTLET,
           "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [ONE, TWO]}]}}]  # fmt: skip
FUNDUS_PAGE = [{**FUNDUS[0], "html": {"responded_url": "https://t.example/a", "requested_url": "https://t.example/b"}}]
BING = {"_type": "News", "value": [{"name": TITLE, "url": "https://t.example/a", "description": BOTH,
        "provider": [{"name": OUTLET}], "datePublished": "2018-05-14T20:00:00.0000000Z"}]}  # fmt: skip
API_POSTS = {"data": [{"id": "1", "text": ONE, "created_at": "2018-05-14T21:03:00.000Z", "author_id": "7"}],
             "includes": {"users": [{"id": "7", "name": "Ines Marlow", "username": "ines"}]}}  # fmt: skip
SKIES = {"feed": [{"post": {"author": {"handle": "ines.example", "displayName": "Ines Marlow"},
         "record": {"createdAt": "2018-05-14T21:03:00.000Z", "text": ONE}}}], "cursor": "x"}  # fmt: skip
POST: Row = (DAY, "Ines Marlow", None, (), ONE)
SHORT_YEARS = f'title,outlet,date,text\n{TITLE},{OUTLET},14/05/18,"{BOTH}"\nMarch in Brenk,Reuters,12/05/18,"{OTHER}"\n'
AMERICAN = (
    f'title,outlet,date,text\n{TITLE},{OUTLET},5/14/18 21:30,"{BOTH}"\nMarch in Brenk,Reuters,5/12/18 0:30,"{OTHER}"\n'
)
SEARCHED = f"""Report:,Mentions
From:,Mon May 14

Date,Title,Outlet,Full Text
2018-05-14 21:03:00.0,{TITLE},{OUTLET},"{BOTH}"
"""
PAGES_POSTS = f"""Page Name,Facebook Id,Post Created,Message,URL,Link Text,Description
Ines Marlow,1,2018-05-14 21:03:00 EDT,"{ONE}",https://s.example/1,T,x
"""
TWEETS = f"""id,conversation_id,created_at,username,name,tweet,link
1,1,2018-05-14 21:03:00 UTC,ines,Ines Marlow,"{ONE}",https://s.example/1
"""
SCRAPED = {"url": "https://s.example/1", "date": "2018-05-14T21:03:00+00:00", "content": ONE, "id": 1,
           "user": {"username": "ines", "displayname": "Ines Marlow"}}  # fmt: skip
COMMENT = {"author": "ines", "body": ONE, "created_utc": 1526331780, "subreddit": "Ines Marlow", "id": "x"}
BLOGGED = "".join(
    f"<entry><id>{n}</id><category term='http://schemas.google.com/blogger/2008/kind#{kind}'/><title>{TITLE}</title>"
    f"<published>2018-05-14T21:03:00Z</published><content type='html'>&lt;p&gt;{ONE}&lt;/p&gt;</content></entry>"
    for n, kind in enumerate(("template", "settings", "post"))
)
BLOG = f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>{OUTLET}</title>{BLOGGED}</feed>"
BODY = f"<h1>{TITLE}</h1><p>By Ruth Adair</p><p>May 14, 2018</p><p>{ONE}</p><p>{TWO}</p>"
COPIED_PAGE = f"""<html lang=en><head><title>{TITLE}</title>
<link rel="canonical" href="http://archive.is/2018.06.04-101500/https://www.tolvane.example/news/a"/>
<meta property="og:site_name" content="archive.is"/><meta property="og:url" content="http://archive.is/aBcDe"/>
<meta property="og:title" content="{TITLE}"/>
<meta property="article:published_time" content="2018-06-04T10:15:00Z" itemprop="dateCreated"/></head>
<body><div id="HEADER"><table><tr><td>Saved from</td><td>4 Jun 2018 10:15:00 UTC</td></tr></table></div>
<article>{BODY}</article></body></html>"""
CITING_PAGE = f"""<html lang=en><head><title>{TITLE}</title><meta property="og:site_name" content="{OUTLET}"/>
<meta property="article:published_time" content="2018-05-14T10:15:00Z"/></head><body><article>{BODY}
<p><a href="http://archive.is/2016.06.04-101500/https://other.example/b">A copy</a> of it is kept, he said.</p>
</article></body></html>"""
CACHED_PAGE = f"""<html lang=en><head><title>{TITLE}</title></head><body><div id="google-cache-hdr">
This is Google's cache of <a href="https://www.tolvane.example/2018/05/14/a">https://www.tolvane.example/2018/05/14/a</a>.
It is a snapshot of the page as it appeared on 4 Jun 2018 10:15:00 GMT.
The <a>current page</a> could have changed in the meantime.</div>
<article>{BODY}</article></body></html>"""
READING_VIEW = f"""<html><head><title>{TITLE}</title></head><body><div class="header reader-header">
<a class="domain reader-domain" href="https://www.tolvane.example/2018/05/14/a">tolvane.example</a>
<h1 class="reader-title">{TITLE}</h1><div class="credits reader-credits">By Ruth Adair</div></div>
<div class="content"><div id="readability-page-1"><p>{ONE}</p><p>{TWO}</p></div></div></body></html>"""
KEPT: Row = (DAY, "tolvane.example", TITLE, ("Ruth Adair",), BOTH)
NAMED_LINE = f"{TITLE}\nRuth Adair, {OUTLET}\nMay 14, 2018\n\n{ONE}\n\n{TWO}\n"
OUTLET_AND_DAY = f"{TITLE}\nBy Ruth Adair\n{OUTLET}, May 14, 2018\n\n{ONE}\n\n{TWO}\n"
OUTLET_IN_FIELD = f"{TITLE}\nSource: Tolvaner Anzeiger, 14 May 2018\n\n{ONE}\n\n{TWO}\n"
DAY_FIRST = f"Monday, May 14, 2018\n{OUTLET}\n\n{TITLE}\n\n{ONE}\n\n{TWO}\n"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("labelled.txt", NEXIS_LABELLED, [WHOLE, MARCH]),
        ("transcript.txt", TRANSCRIPT,
         [(DAY, "Tolvane TV", TITLE, ("Ruth Adair",), f"ANCHOR: {ONE} REPORTER: {TWO}")]),
        ("german.txt", NEXIS_GERMAN, [(DAY, "Tolvaner Blatt", *WHOLE[2:])]),
        ("uni_german.txt", NEXIS_UNI_GERMAN, [(DAY, "Tolvaner Blatt", *WHOLE[2:])]),
        ("factiva_german.txt", FACTIVA_GERMAN, [(DAY, "Tolvaner Blatt", *WHOLE[2:])]),
        ("factiva.rtf", FACTIVA_RTF, [WHOLE]),
        ("quoted.eml", QUOTED_MAIL, [PLAIN]),
        ("outlook.eml", OUTLOOK_MAIL, [PLAIN]),
        ("alert.eml", ALERT, ALERTED),
        ("alerts.mbox", f"From x Tue May 15 06:00:12 2018\n{ALERT}\n\n", ALERTED),
        ("columns.json", json.dumps(BY_COLUMNS), [PLAIN, MARCH]),
        ("lists.json", json.dumps(BY_LISTS), [PLAIN, MARCH]),
        ("split.json", json.dumps(SPLIT), [PLAIN, MARCH]),
        ("keys.json", json.dumps(BY_KEYS), [PLAIN, MARCH]),
        ("fundus.json", json.dumps(FUNDUS), [WHOLE]),
        ("bing.json", json.dumps(BING), [PLAIN]),
        ("posts.json", json.dumps(API_POSTS), [POST]),
        ("skies.json", json.dumps(SKIES), [POST]),
        ("short.csv", SHORT_YEARS, [PLAIN, MARCH]),
        ("american.csv", AMERICAN, [PLAIN, MARCH]),
        ("searched.csv", SEARCHED, [PLAIN]),
        ("table.txt", f'date,outlet,title,text\n2018-05-14,{OUTLET},{TITLE},"{BOTH}"\n', [PLAIN]),
        ("json.csv", json.dumps(RECORDS), [PLAIN, MARCH]),
        ("pages.csv", PAGES_POSTS, [POST]),
        ("tweets.csv", TWEETS, [POST]),
        ("scraped.jsonl", json.dumps(SCRAPED), [POST]),
        ("comments.jsonl", json.dumps(COMMENT), [(*POST[:3], ("ines",), ONE)]),
        ("answers.jsonl", f"{json.dumps(API_POSTS)}\n{json.dumps(API_POSTS)}\n", [POST, POST]),
        ("copied.html", COPIED_PAGE, [KEPT]),
        ("citing.html", CITING_PAGE, [(DAY, OUTLET, TITLE, ("Ruth Adair",), f"{BOTH} A copy of it is kept, he said.")]),
        ("cached.html", CACHED_PAGE, [KEPT]),
        ("view.html", READING_VIEW, [KEPT]),
        ("named.txt", NAMED_LINE, [WHOLE]),
        ("outlet_day.txt", OUTLET_AND_DAY, [WHOLE]),
        ("outlet_field.txt", OUTLET_IN_FIELD, [(DAY, "Tolvaner Anzeiger", *PLAIN[2:])]),
        ("day_first.txt", DAY_FIRST, [PLAIN]),
        ("wide.txt", f"{TITLE}\n14/05/2018\n\n{ONE}\n".encode("utf-16-le"), [(DAY, None, TITLE, (), ONE)]),
        ("ascii_wide.txt", f"{TITLE}\n14/05/2018\n\n{OTHER}\n".encode("utf-16-be"), [(DAY, None, TITLE, (), OTHER)]),
    ],
)  # fmt: skip
def test_read_as_what_it_is(tmp_path: Path, name: str, data: str | bytes, expected: list[Row]) -> None:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    assert rows(tmp_path / name) == expected


@pytest.mark.parametrize("more", [{}, {"plaintext": BOTH}])
def test_where_a_crawler_found_a_page(tmp_path: Path, more: dict[str, str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{**FUNDUS_PAGE[0], **more}]))
    assert [a.url for a in read_path(tmp_path / "a.json") if isinstance(a, Article)] == ["https://t.example/a"]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("14. 5. 2018 21:03 - ", DAY),
        ("2018. 5. 14. 오후 9:03 - ", DAY),
        ("١٤‏/٥‏/٢٠١٨، ٩:٠٣ م - ", DAY),
        ("[14/05/2018 21:03:22] ", DAY),
    ],
)
def test_a_chat_of_another_telephone(tmp_path: Path, stamp: str, day: str) -> None:
    # Figures of another script in what somebody wrote stay as they are.
    said = [f"{ONE}", "Room ٤٢ at ٧"]
    (tmp_path / "chat.txt").write_text("".join(f"{stamp}Ines Marlow: {words}\n" for words in said), "utf-8")
    assert rows(tmp_path / "chat.txt") == [(day, "Ines Marlow", None, (), words) for words in said]


@pytest.mark.parametrize("cells", [("98/05/14", "14/05/98"), ("05/04/18", "06/04/18"), ("5-14-18", "5-15-18")])
def test_a_column_that_does_not_settle_its_order_gives_no_days(tmp_path: Path, cells: tuple[str, str]) -> None:
    table = "title,date,text\n" + "".join(
        f'{TITLE},{cell},"{words}"\n' for cell, words in zip(cells, (ONE, OTHER), strict=True)
    )
    (tmp_path / "t.csv").write_text(table)
    assert [day for day, *_ in rows(tmp_path / "t.csv")] == [None, None]


@pytest.mark.parametrize("data", [{"a": {"b": 1}}, {"data": {"text": {"0": ONE}}}, {"columns": ["x"], "data": [[1]]}])
def test_json_that_is_no_table_is_refused(tmp_path: Path, data: object) -> None:
    (tmp_path / "x.json").write_text(json.dumps(data))
    assert all(isinstance(found, IntakeError) for found in read_path(tmp_path / "x.json"))


def test_a_blog_s_template_and_settings_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "blog.xml").write_text(BLOG)
    error, article = read_path(tmp_path / "blog.xml")
    assert "1 of the kind settings, 1 of the kind template" in str(error)
    assert isinstance(article, Article)
    assert article.title == TITLE


def test_a_sentence_of_names_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Text, title, and what else they had to say of it that day in Tolvane.\n\n{ONE}\n")
    assert rows(tmp_path / "a.txt")[0][4].endswith(ONE)


@pytest.mark.parametrize("author", [["7"], {"id": "7"}, 7, None])
def test_a_post_with_an_odd_author_costs_none_of_the_others(author: object, tmp_path: Path) -> None:
    odd = {**API_POSTS["data"][0], "id": "2", "author_id": author}
    path = tmp_path / "answers.jsonl"
    path.write_text("\n".join(json.dumps({**API_POSTS, "data": [post]}) for post in (odd, *API_POSTS["data"])))
    read = list(read_path(path))
    assert [a.outlet for a in read if isinstance(a, Article)] == [None, "Ines Marlow"], read


@pytest.mark.parametrize("columns", [[["text", "en"], ["date", ""]], ["text", 1], ["text", ["date"]]])
def test_columns_of_several_heads_are_no_table(columns: list[object], tmp_path: Path) -> None:
    path = tmp_path / "split.json"
    path.write_text(json.dumps({"columns": columns, "data": [[ONE, "2018-05-14"]]}))
    (refused,) = read_path(path)
    assert isinstance(refused, IntakeError)
    assert "TypeError" not in str(refused)
    assert "unhashable" not in str(refused)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (
            "My Clippings.txt",
            f"\ufeffThe Bridge Book (Ruth Adair)\r\n- Your Highlight on page 12 | Added on Monday, May 14, 2018\r\n\r\n"
            f"{ONE}\r\n==========\r\n",
            "clippings",
        ),
        (
            "Mes extraits.txt",
            f"Le livre (R. Adair)\n- Votre surlignement sur la page 12 | Ajouté le 14 mai 2018\n\n{ONE}\n==========\n",
            "clippings",
        ),
        (
            "a.ass",
            "[Script Info]\nScriptType: v4.00+\n\n[Events]\nDialogue: 0,0:00,0:03,Default,,0,0,0,,Hello\n",
            "subtitles",
        ),
    ],
)
def test_what_is_no_article_is_refused_as_what_it_is(tmp_path: Path, name: str, content: str, what: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (refused,) = read_path(tmp_path / name)
    assert isinstance(refused, IntakeError) and what in str(refused)


def test_a_list_in_a_text_is_no_clipping(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{TITLE}\n- B1 | The Tolvane Herald\n\n{ONE}\n\n{TWO}\n", encoding="utf-8")
    (row,) = rows(file)
    assert ONE in row[4]


@pytest.mark.parametrize("header", ["Paper", "newspaper", "Publication"])
def test_the_column_of_the_newspaper(tmp_path: Path, header: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'Headline;Date;{header};Text\r"{TITLE}";14/05/2018;{OUTLET};"{BOTH}"\r', encoding="utf-8")
    assert [(row[0], row[1], row[2], row[4]) for row in rows(file)] == [(DAY, OUTLET, TITLE, BOTH)]
