"""NewsML-G2 and NITF."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup.errors import UnreadableInput
from leadup.intake import read_path
from leadup.model import Article

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Crane falls</title><docdata><date.issue norm="20210303T093000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Crane falls onto quay</hl1></hedline><byline>By Ada Brandt</byline></body.head>
<body.content><p>PORT (AP) — A crane fell onto the <em>northern</em> quay &amp; two were hurt.</p>
<hl2>March 4, 2021</hl2><p>The inquiry began in the evening.</p>
<media media-type="image"><media-caption>The crane on Monday</media-caption></media></body.content></body></nitf>"""

G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x:1" version="2" standard="NewsML-G2">
<itemMeta><provider qcode="x:tna"><name>The News Agency</name></provider>
<versionCreated>2021-03-04T10:00:00Z</versionCreated><firstCreated>2021-03-03T09:30:00+01:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><by>Ada Brandt</by><language tag="en-GB"/><headline>Crane falls onto quay</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>no</title></head><body><p>A crane fell onto the northern quay and two were hurt.</p>
<p>The inquiry began.</p></body></html></inlineXML></contentSet></newsItem>"""

ENTITY = "<nitf><body><body.content><p>&b;</p></body.content></body></nitf>"
MESSAGE = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{}{}</itemSet></newsMessage>"""


def read(tmp_path: Path, text: str) -> list[object]:
    (tmp_path / "a.xml").write_text(text)
    return list(read_path(tmp_path / "a.xml"))


@pytest.mark.parametrize(("text", "outlet", "wire"), [(NITF, None, "Associated Press"), (G2, "The News Agency", None)])
def test_an_item(tmp_path: Path, text: str, outlet: str | None, wire: str | None) -> None:
    (article,) = read(tmp_path, text)
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.wire) == ("Crane falls onto quay", outlet, wire)
    assert article.byline == ("Ada Brandt",)
    assert article.published is not None
    assert article.published.at == dt.datetime(2021, 3, 3, 8, 30, tzinfo=dt.UTC)
    assert "no" not in article.text.split()


def test_nitf_paragraphs(tmp_path: Path) -> None:
    (article,) = read(tmp_path, NITF)
    assert isinstance(article, Article)
    assert [(p.kind, article.text[p.start : p.end]) for p in article.paragraphs] == [
        ("title", "Crane falls onto quay"),
        ("body", "PORT (AP) — A crane fell onto the northern quay & two were hurt."),
        ("heading", "March 4, 2021"),
        ("body", "The inquiry began in the evening."),
        ("caption", "The crane on Monday"),
    ]


def test_a_message_of_items(tmp_path: Path) -> None:
    body = G2.split("\n", 1)[1]
    found = read(tmp_path, MESSAGE.format(body, body.replace("stat:usable", "stat:canceled").replace("x:1", "x:2")))
    assert [type(f).__name__ for f in found] == ["Article", "UnreadableInput"]


@pytest.mark.parametrize(
    "text",
    [
        "<nitf",
        "<newsItem/>",
        f'<!DOCTYPE n [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>{ENTITY}',
        f'<!DOCTYPE n [<!ENTITY b SYSTEM "file:///etc/passwd">]>{ENTITY}',
    ],
)
def test_hostile_or_broken(tmp_path: Path, text: str) -> None:
    for found in read(tmp_path, text):
        assert not isinstance(found, Article) or ("root:" not in found.text and "aaaa" not in found.text)


def test_other_xml_is_no_news(tmp_path: Path) -> None:
    assert [type(f) for f in read(tmp_path, "<plist><key>A crane fell.</key></plist>")] == [UnreadableInput]
