"""Exports of chats, notes, databases, mailboxes and interfaces as these write them: what of them is an article, whose
words it is, and what only surrounds it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from leadup.errors import IntakeError, UnknownFormat
from leadup.intake import read_path
from leadup.model import Article
from tests.intake.readers.reading import Row, rows

ONE = "Masons found a sealed well under the town hall of Ostrel on Tuesday, the mayor said."
TWO = "“Nobody knew of it,” said Vera Lindqvist, who keeps the town's records. It will be drained in May."
BOTH = f"{ONE} {TWO}"
DAY = "2018-03-07"


SLACK = [
    {"type": "message", "subtype": "channel_join", "user": "U1", "text": "<@U1> has joined", "ts": "1520416800.000100"},
    {"type": "message", "user": "U1", "text": "The <https://o.example/w|well> is deep &amp; old, says <@U2>",
     "ts": "1520416900.000200", "user_profile": {"real_name": "Vera Lindqvist"}},
    {"type": "message", "subtype": "bot_message", "username": "Feeds", "text": ONE, "ts": "1520417000.000300"},
]  # fmt: skip
SIGNAL_TEXT = f"""Conversation: Town desk

From: Vera Lindqvist (+4912345)
Type: incoming
Sent: Wed, 07 Mar 2018 10:00:00 +0100
Received: Wed, 07 Mar 2018 10:00:02 +0100

{ONE}

From: You
Type: outgoing
Sent: Wed, 07 Mar 2018 10:05:00 +0100

Who says so?
"""
SIGNAL_LINES = "\n".join(
    json.dumps(row)
    for row in (
        {"version": "1", "backupTimeMs": "1520500000000"},
        {"recipient": {"id": "2", "contact": {"profileGivenName": "Vera", "profileFamilyName": "Lindqvist"}}},
        {"chatItem": {"authorId": "2", "dateSent": "1520416800000", "standardMessage": {"text": {"body": ONE}}}},
        {"chatItem": {"authorId": "2", "dateSent": "1520416900000", "updateMessage": {"simpleUpdate": {}}}},
    )
)
ORG = f"""#+TITLE: Sealed well found
#+DATE: <2018-03-07 Wed>
* Sealed well found :clip:
:PROPERTIES:
:SOURCE: https://www.ostrel.example/well
:CREATED: [2018-04-01 Sun 09:00]
:END:
{ONE} It is *old*, see [[https://o.example][the records]].
#+begin_quote
{TWO}
#+end_quote
"""
ORG_CLIPS = f"""* TODO Sealed well found
:PROPERTIES:
:URL: https://ostrel.example/2018/03/07/well
:END:
[2018-04-01 Sun 09:00]

{ONE}

* Well drained
SCHEDULED: <2018-06-01 Fri>
:PROPERTIES:
:URL: https://ostrel.example/2018/05/02/drained
:END:
{TWO}
"""
EUROPRESSE = f"""Le Phare d'Ostrel (site web)
Région, mercredi 7 mars 2018 - 11:02 UTC 41 mots, p. 3

Sealed well found

Vera Lindqvist et Olle Brandt

{ONE}

{TWO}

Note(s) :

courrier@ostrel.example

© 2018 Le Phare. Tous droits réservés. Certificat émis le 10 avril 2018 à Ostrel

news·20180307·LP·0042
"""
EUROPRESSE_PRINTED = f"""Nom de la source
Le Phare d'Ostrel
Type de source
Presse • Journaux

Mercredi 7 mars 2018
Le Phare d'Ostrel • p. 3 • 41 mots

Sealed well found

{BOTH}

Cet article est paru dans Le Phare

news·20180307·LP·0042
"""
NEXIS_PAGE = f"""<!DOCTYPE html><html><body><h1>Sealed well found</h1><p>Ostrel Post</p><p>March 7, 2018 Wednesday</p>
<p><b>Section:</b> NEWS; Pg. 3</p><p><b>Length:</b> 41 words</p><p><b>Byline:</b> Vera Lindqvist; Staff Reporter</p>
<p><b>Body</b></p><p>Link to Image</p><p>{BOTH}</p><p><b>Load-Date:</b> April 9, 2018</p>
<p><b>End of Document</b></p></body></html>"""
FACTIVA = f"""News
Sealed well found under the town hall
By Vera Lindqvist
41 words
7 March 2018
Ostrel Post
OSTPST
English
(c) 2018 Ostrel Post.

{BOTH}

Document OSTPST0020180307ee370000b
"""
RTF_LINKED = (
    '{\\rtf1\\ansi {\\field{\\*\\fldinst{HYPERLINK "https://db.example/doc"}}{\\fldrslt{\\b Sealed well found}}}\\par\n'
    "Ostrel Post\\par\nMarch 7, 2018 Wednesday\\par\nLength: 41 words\\par\nBody\\par\n"
    f"{ONE}\\par\nLoad-Date: April 9, 2018\\par\nEnd of Document\\par\n}}"
)
PRESSREADER = f"""{ONE}

{TWO}

Article Name: Sealed well found
Publication: Ostrel Post
Date: 7 March 2018
"""
QUOTED_MAIL = f"""From: Olle Brandt <olle@desk.example>
To: desk@desk.example
Subject: Fwd: Sealed well found
Date: Sun, 11 Mar 2018 09:00:00 +0000
Content-Type: text/plain; charset="utf-8"

Begin forwarded message:

> From: Ostrel Post <news@ostrel.example>
> Subject: Sealed well found
> Date: 7 March 2018 at 14:12:00 GMT
> To: olle@desk.example
>
> {ONE}
"""
OUTLOOK_MAIL = f"""From: Olle Brandt <olle@desk.example>
To: desk@desk.example
Subject: WG: Brunnen
Date: Sun, 11 Mar 2018 09:00:00 +0100
Content-Type: text/html; charset="utf-8"

<html><body><p>z. K.</p><div><p><b>Von:</b> Ostrel Post &lt;news@ostrel.example&gt;<br><b>Gesendet:</b> Mittwoch,
7. M&auml;rz 2018 14:12<br><b>An:</b> Olle<br><b>Betreff:</b> Sealed well found</p></div><p>{ONE}</p></body></html>
"""
NEWSLETTER = f"""From: Ostrel Post <news@ostrel.example>
To: olle@desk.example
Subject: Sealed well found
Date: Wed, 07 Mar 2018 09:00:00 +0100
Content-Type: text/html; charset="utf-8"

<html><body><p>{ONE}</p><p>You get this because you signed up. <a href="#">Unsubscribe</a></p></body></html>
"""
VOICES = f"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Vera>{ONE}</v>
<v Olle>How deep is it?</v>

00:00:04.000 --> 00:00:09.000
- Nobody knows.
- Thank you.
"""
OBSIDIAN = f"""# Sealed well found

*By Vera Lindqvist*
*March 7, 2018*

![[well.png]]
#clippings

{ONE} ==Old==.[^1]

[Read original](https://www.ostrel.example/well)
"""
LOGSEQ = f"""title:: Sealed well found
source:: https://ostrel.example/well
author:: Vera Lindqvist
date:: [[Mar 7th, 2018]]

- {ONE}
"""
BIBTEX = """@string{post = "Ostrel Post"}
@article{lindqvist2018,
  title = {Sealed well found --- at last},
  author = {Lindqvist, Vera}, journal = post, year = 2018, month = mar, day = 7,
  abstract = {It is old\\ldots}
}
"""
CSL = {"items": [{"type": "article-newspaper", "title": "Sealed well found", "container-title": ["Ostrel Post"],
                  "issued": {"date-parts": [["2018", "3", "7"]]}, "abstract": ONE,
                  "author": [{"given": "Jan", "non-dropping-particle": "van", "family": "Beek"}]}]}  # fmt: skip
ARCHIVER = f"""Link,Archive Status,Archive Location,Upload Timestamp,Upload Title,Text Content
https://posts.example/1,success,s3://x,2018-03-07T10:00:00+00:00,Sealed well found,"{ONE}"
"""
GRAPH = {"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "NewsArticle", "headline": "Sealed well found",
         "datePublished": DAY, "articleBody": BOTH, "publisher": {"name": "Ostrel Post"}}]}  # fmt: skip
GUARDIAN = {"response": {"content": {"webTitle": "Sealed well found", "webPublicationDate": f"{DAY}T10:00:00Z",
            "webUrl": "https://g.example/w", "fields": {"byline": "Vera Lindqvist in Ostrel and Olle Brandt"},
            "blocks": {"body": [{"bodyHtml": f"<p>{ONE}</p>"}, {"bodyHtml": f"<p>{TWO}</p>"}]}}}}  # fmt: skip
READER = {"items": [{"title": "Sealed well found", "published": 1520416800, "origin": {"title": "Ostrel Post"},
                     "canonical": [{"href": "https://ostrel.example/well"}], "summary": {"content": f"<p>{ONE}</p>"},
                     "author": "Vera Lindqvist, Staff Reporter"}]}  # fmt: skip
READWISE = f'Highlight,Book Title,Book Author\n"{ONE}",Sealed well found,ostrel.example\n'
T = "Sealed well found"
V = ("Vera Lindqvist",)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("port/2018-03-07.json", json.dumps(SLACK), [
            (DAY, "Vera Lindqvist", None, (), "The well is deep & old, says @U2"), (DAY, "Feeds", None, (), ONE)]),
        ("signal.txt", SIGNAL_TEXT, [(DAY, "Vera Lindqvist", None, (), ONE), (DAY, "You", None, (), "Who says so?")]),
        ("main.jsonl", SIGNAL_LINES, [(DAY, "Vera Lindqvist", None, (), ONE)]),
        ("data.json", json.dumps({"date": f"{DAY} 10:00:00", "sender": "Vera", "body": ONE}), [
            (DAY, "Vera", None, (), ONE)]),
        ("well.org", ORG, [(DAY, "ostrel.example", T, (), f"{ONE} It is old, see the records. {TWO}")]),
        ("clips.org", ORG_CLIPS, [
            (DAY, "ostrel.example", T, (), ONE), ("2018-05-02", "ostrel.example", "Well drained", (), TWO)]),
        ("europresse.txt", EUROPRESSE, [(DAY, "Le Phare d'Ostrel", T, ("Vera Lindqvist", "Olle Brandt"), BOTH)]),
        ("printed.txt", EUROPRESSE_PRINTED, [(DAY, "Le Phare d'Ostrel", T, (), BOTH)]),
        ("nexis.html", NEXIS_PAGE, [(DAY, "Ostrel Post", T, V, BOTH)]),
        ("factiva.txt", FACTIVA, [(DAY, "Ostrel Post", "Sealed well found under the town hall", V, BOTH)]),
        ("nexis.rtf", RTF_LINKED, [(DAY, "Ostrel Post", T, (), ONE)]),
        ("pressreader.txt", PRESSREADER, [(DAY, "Ostrel Post", T, (), BOTH)]),
        ("quoted.eml", QUOTED_MAIL, [(DAY, "Ostrel Post", T, (), ONE)]),
        ("outlook.eml", OUTLOOK_MAIL, [(DAY, "Ostrel Post", T, (), ONE)]),
        ("newsletter.eml", NEWSLETTER, [(DAY, "Ostrel Post", T, (), ONE)]),
        ("voices 7 March 2018.vtt", VOICES, [
            (DAY, None, None, (), f"Vera: {ONE} Olle: How deep is it? Nobody knows. Thank you.")]),
        ("obsidian.md", OBSIDIAN, [(DAY, "ostrel.example", T, V, f"{ONE} Old.")]),
        ("logseq.md", LOGSEQ, [(DAY, "ostrel.example", T, V, ONE)]),
        ("one.bib", BIBTEX, [(DAY, "Ostrel Post", f"{T} — at last", V, "It is old…")]),
        ("zotero.json", json.dumps(CSL), [(DAY, "Ostrel Post", T, ("Jan van Beek",), ONE)]),
        ("archiver.csv", ARCHIVER, [(DAY, "posts.example", T, (), ONE)]),
        ("graph.json", json.dumps(GRAPH), [(DAY, "Ostrel Post", T, (), BOTH)]),
        ("guardian.json", json.dumps(GUARDIAN), [(DAY, "g.example", T, (*V, "Olle Brandt"), BOTH)]),
        ("inoreader.json", json.dumps(READER), [(DAY, "Ostrel Post", T, V, ONE)]),
        ("readwise.csv", READWISE, [(None, "ostrel.example", T, (), ONE)]),
        ("gnews.json", json.dumps([{"title": T, "publishedAt": DAY, "content": f"{ONE}... [2300 chars]"}]), [
            (DAY, None, T, (), f"{ONE.rstrip('.')}.…")]),
        ("m/www.ostrel.example/2018/03/07/well/index.html", f"<html><h1>{T}</h1><p>{ONE}</p><p>{TWO}</p></html>", [
            (DAY, "ostrel.example", T, (), BOTH)]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)  # fmt: skip
def test_an_export_holds(tmp_path: Path, name: str, text: str, expected: list[Row]) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert rows(path) == expected


@pytest.mark.parametrize(
    ("chat", "said"),
    [
        (f"07/03/2018 à 10:22 - Chiffré de bout en bout.\n07/03/2018 à 10:23 - Vera: {ONE}\n"
         "14/03/2018 à 9:00 - Olle: <Médias omis>", ONE),
        (f"7/3/18 10:22 p. m. - Vera: {ONE}\n14/3/18 10:23 a. m. - Olle: IMG-1.jpg (archivo adjunto)", ONE),
        (f"[3/7/18, 10:22:31\u202fAM] ~\u202fVera: {ONE} \u200e<This message was edited>\n"
         "[3/14/18, 10:23:00\u202fAM] Olle: \u200eimage omitted", ONE),
        (f"[2018-03-07 10:22] Vera: {ONE}\n(- Olle: 👍 -)\n", ONE),
    ],
)  # fmt: skip
def test_a_chat_in_another_language_of_the_telephone(tmp_path: Path, chat: str, said: str) -> None:
    (tmp_path / "chat.txt").write_text(chat, encoding="utf-8")
    assert rows(tmp_path / "chat.txt") == [(DAY, "Vera", None, (), said)]


def test_members_of_a_channel_have_their_names(tmp_path: Path) -> None:
    (tmp_path / "port").mkdir()
    (tmp_path / "port" / "2018-03-07.json").write_text(json.dumps([{**SLACK[1], "user_profile": None}]))
    users = [{"id": "U1", "team_id": "T1", "real_name": "Vera Lindqvist", "profile": {}},
             {"id": "U2", "team_id": "T1", "name": "olle", "profile": {"real_name": "Olle Brandt"}}]  # fmt: skip
    (tmp_path / "users.json").write_text(json.dumps(users))
    found = list(read_path(tmp_path))
    (message,) = (f for f in found if isinstance(f, Article))
    (passed,) = (f for f in found if isinstance(f, IntakeError))
    assert (message.outlet, message.text) == ("Vera Lindqvist", "The well is deep & old, says @Olle Brandt")
    assert isinstance(passed, UnknownFormat) and "without messages" in str(passed)


def test_a_post_is_whole_and_its_own_or_anothers(tmp_path: Path) -> None:
    tweets = [
        {"tweet": {"id_str": "1", "full_text": "Deep &amp; old", "created_at": "Wed Mar 07 10:00:00 +0000 2018"}},
        {"tweet": {"id_str": "2", "full_text": f"RT @ostrel: {ONE}", "created_at": "Wed Mar 07 10:00:00 +0000 2018"}},
        {"tweet": {"id_str": "3", "full_text": f"{BOTH[:90]}…", "created_at": "Wed Mar 07 10:00:00 +0000 2018"}},
    ]
    notes = [{"noteTweet": {"core": {"text": BOTH}}}]
    account = [{"account": {"username": "vera", "accountDisplayName": "Vera L."}}]
    for name, rows_ in (("tweets", tweets), ("note-tweet", notes), ("account", account)):
        (tmp_path / f"{name}.js").write_text(
            f"window.YTD.{name.replace('-', '_')}.part0 = {json.dumps(rows_)}", encoding="utf-8"
        )
    posts = [f for f in read_path(tmp_path / "tweets.js") if isinstance(f, Article)]
    assert [(p.outlet, p.text) for p in posts] == [("Vera L.", "Deep & old"), ("ostrel", ONE), ("Vera L.", BOTH)]
    assert [p.url for p in posts] == ["https://twitter.com/vera/status/1", None, "https://twitter.com/vera/status/3"]
    (refused,) = read_path(tmp_path / "note-tweet.js")
    assert isinstance(refused, UnknownFormat) and "long posts" in str(refused)


def test_a_channel_s_words_may_stand_in_its_entities_alone(tmp_path: Path) -> None:
    message = {"id": 2, "type": "message", "date": f"{DAY}T10:00:00", "from": "Ostrel", "text": "",
               "text_entities": [{"type": "plain", "text": ONE}]}  # fmt: skip
    export = {"chats": {"list": []}, "left_chats": {"list": [{"name": "Ostrel", "messages": [message]}]}}
    (tmp_path / "result.json").write_text(json.dumps({"personal_information": {"type": "x"}, "name": "x", **export}))
    assert rows(tmp_path / "result.json") == [(DAY, "Ostrel", None, (), ONE)]


def test_the_menus_and_contents_of_an_issue_are_no_article(tmp_path: Path) -> None:
    menu = '<p><a href="n.xhtml">Section menu</a> | <a href="b.xhtml">Next</a></p>'
    parts = {
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
        "c.opf": "<package><metadata><title>Ostrel Post [Wed, 07 Mar 2018]</title><date>2018-03-07</date></metadata>"
        '<manifest><item id="n" href="n.xhtml"/><item id="a" href="a.xhtml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/></spine></package>',
        "n.xhtml": f'<html><body><nav epub:type="toc"><h1>Contents</h1><p>{BOTH}</p></nav></body></html>',
        "a.xhtml": f"<html><body>{menu}<nav class='stock'/><h1>{T}</h1><p>{ONE}</p><p>{TWO}</p>{menu}</body></html>",
    }
    with zipfile.ZipFile(tmp_path / "issue.epub", "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)
    assert rows(tmp_path / "issue.epub") == [(DAY, "Ostrel Post", T, (), BOTH)]
