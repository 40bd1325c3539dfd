"""Feeds: every entry that says something is an article."""

from __future__ import annotations

import datetime as dt
import io
import json
import tarfile
from pathlib import Path

import pytest

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake import bytes_source, read_path, read_source
from leadup.model import Article

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Gazette</title><language>en-gb</language>
<item><title>Crane falls onto quay</title><link>https://x.example/1</link>
<pubDate>Wed, 03 Mar 2021 09:30:00 +0100</pubDate><dc:creator>Ada Brandt</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>A crane fell onto the quay.</p><p>Two were hurt.<script>x()</script></p>
<p>Read more: all of it</p>]]></content:encoded></item>
<item><title>Only a headline of the day</title><link>javascript:alert(1)</link></item>
<item><guid>urn:1</guid></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry>
<title type="html">Crane &lt;b&gt;falls&lt;/b&gt;</title><link href="https://x.example/1"/>
<updated>2021-03-03T09:30:00Z</updated><summary>A crane fell onto the northern quay.</summary></entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Gazette",
        "items": [
            {
                "id": "1",
                "url": "https://x.example/1",
                "title": "Crane falls",
                "content_html": "<p>A crane fell.</p>",
                "date_published": "2021-03-03T09:30:00Z",
            }
        ],
    }
)


def read(text: str, name: str = "feed.xml") -> list[Article | IntakeError]:
    return list(read_source(bytes_source(name, text.encode())))


def test_rss() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.outlet, first.url, first.byline, first.language) == (
        "Crane falls onto quay",
        "Harbour Gazette",
        "https://x.example/1",
        ("Ada Brandt",),
        "en",
    )
    assert [(p.kind, first.text[p.start : p.end]) for p in first.paragraphs] == [
        ("title", "Crane falls onto quay"),
        ("body", "A crane fell onto the quay."),
        ("body", "Two were hurt."),
        ("noise", "Read more: all of it"),
    ]
    assert first.published is not None
    assert first.published.at.utcoffset() == dt.timedelta(hours=1)
    assert (second.text, second.url) == ("Only a headline of the day", None)
    assert isinstance(third, EmptyArticle)


def test_atom() -> None:
    (article,) = read(ATOM)
    assert isinstance(article, Article)
    assert article.title == "Crane falls"
    assert article.published is not None and article.published.certainty == "likely"


def test_json_feed() -> None:
    (article,) = read(JSON_FEED, "feed.json")
    assert isinstance(article, Article)
    assert (article.title, article.outlet) == ("Crane falls", "Gazette")


@pytest.mark.parametrize(
    "text",
    [
        "<rss/>",
        "<rss version='2.0'><channel></channel></rss>",
        '{"version": "https://jsonfeed.org/version/1", "items": []}',
    ],
)
def test_feeds_with_nothing(text: str) -> None:
    assert [type(f) for f in read(text)] == [UnreadableInput]


def test_a_feed_broken_in_the_middle_gives_what_is_whole() -> None:
    found = read(RSS.replace("<item><guid>", "<item><title>&nbsp;& broken <x"))
    assert isinstance(found[0], Article)


def test_no_feed_crashes_the_reader(shared: Path) -> None:
    """1,850 feeds, good and broken; most hold one element that a parser must survive, and no text."""
    packed = shared / "bench/articles/feeds.tar.gz"
    with tarfile.open(packed) as archive:
        names = [m for m in archive.getmembers() if m.isfile() and m.name.endswith((".xml", ".json"))]
        with_text = 0
        for member in names:
            stream = archive.extractfile(member)
            assert stream is not None
            found = list(read_source(bytes_source(member.name, io.BytesIO(stream.read()).getvalue())))
            articles = [f for f in found if isinstance(f, Article)]
            with_text += bool(articles)
            for article in articles:
                assert article.paragraphs[-1].end <= len(article.text)
    assert len(names) >= 1850
    assert with_text >= 600


def test_the_same_from_the_packed_archive(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "f.tar.gz", "w:gz") as archive:
        for name, text in (("a.xml", RSS), ("b.json", JSON_FEED)):
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    articles = [f for f in read_path(tmp_path / "f.tar.gz") if isinstance(f, Article)]
    assert [a.title for a in articles] == ["Crane falls onto quay", "Only a headline of the day", "Crane falls"]
