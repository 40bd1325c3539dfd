"""What news interfaces and desks' tools give: each named format, with its own names for day, outlet and text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.intake.readers.reading import rows

ONE = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."
TWO = "It lay at forty metres, under the wreck of a barge that sank in the storm of 1911."
TEXT = f"{ONE}\n\n{TWO}"
TITLE, URL, DAY = "Bell found", "https://alma.example/bell", "2019-05-04"
MOMENT = f"{DAY}T08:00:00Z"
COURIER = "Alma Courier"
WHOLE = (DAY, COURIER, TITLE, f"{ONE} {TWO}")

GIVEN: dict[str, tuple[Any, tuple[str | None, ...]]] = {
    "guardian": (
        {"response": {"results": [{
            "id": "a/1", "webTitle": TITLE, "webPublicationDate": MOMENT, "webUrl": URL,
            "fields": {"bodyText": TEXT, "byline": "Ruth Adair"},
        }]}},
        (DAY, None, TITLE, f"{ONE} {TWO}"),
    ),
    "nyt": (
        {"response": {"docs": [{
            "web_url": URL, "headline": {"main": TITLE}, "pub_date": f"{DAY}T08:00:00+0000", "source": COURIER,
            "lead_paragraph": TEXT, "snippet": ONE,
        }]}},
        WHOLE,
    ),
    "newsapi": (
        {"status": "ok", "articles": [{
            "source": {"id": None, "name": COURIER}, "title": f"{TITLE} - {COURIER}", "url": URL,
            "publishedAt": MOMENT, "description": ONE, "content": f"{ONE} It lay at… [+2300 chars]",
        }]},
        (DAY, COURIER, TITLE, f"{ONE} It lay at…"),
    ),
    "wordpress": (
        [{"date": f"{DAY}T08:00:00", "link": URL, "title": {"rendered": "Bell &#8211; found"},
          "content": {"rendered": f"<p>{ONE}</p>\n<p>{TWO}</p>", "protected": False}}],
        (DAY, None, "Bell – found", f"{ONE} {TWO}"),
    ),
    "webz": (
        {"posts": [{"thread": {"site": "alma.example", "title": TITLE}, "uuid": "u", "url": URL, "title": TITLE,
                    "published": f"{DAY}T08:00:00.000+02:00", "text": TEXT}]},
        (DAY, None, TITLE, f"{ONE} {TWO}"),
    ),
    "event registry": (
        {"articles": {"results": [{
            "uri": "1", "lang": "eng", "date": DAY, "dateTime": MOMENT, "dateTimePub": MOMENT, "url": URL,
            "title": TITLE, "body": TEXT, "source": {"uri": "alma.example", "title": COURIER},
        }]}},
        WHOLE,
    ),
    "aylien": (
        {"stories": [{"id": 1, "title": TITLE, "body": TEXT, "published_at": MOMENT,
                      "source": {"name": COURIER}, "links": {"permalink": URL}}]},
        WHOLE,
    ),
    "media cloud": (
        [{"id": "a", "media_name": COURIER, "publish_date": DAY, "title": TITLE, "url": URL, "language": "en"}],
        (DAY, COURIER, TITLE, TITLE),
    ),
    "gdelt": (
        {"articles": [{"url": URL, "title": TITLE, "seendate": "20190504T080000Z", "domain": "alma.example"}]},
        (DAY, None, TITLE, TITLE),
    ),
    "followthemoney": (
        {"id": "a", "schema": "Article", "properties": {
            "title": [TITLE], "bodyText": [TEXT], "publishedAt": [DAY], "publisher": [COURIER], "sourceUrl": [URL]}},
        WHOLE,
    ),
    "schema.org": (
        {"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "datePublished": MOMENT,
         "publisher": {"@type": "Organization", "name": COURIER}},
        WHOLE,
    ),
    "fundus": (
        [{"title": TITLE, "publishing_date": MOMENT, "publisher": COURIER, "authors": ["R. Adair"], "plaintext": TEXT}],
        WHOLE,
    ),
    "trafilatura": (
        {"title": TITLE, "date": DAY, "sitename": COURIER, "hostname": "alma.example", "fingerprint": "x",
         "source": URL, "text": TEXT},
        WHOLE,
    ),
    "ghost, as pages": (
        {"db": [{"data": {"posts": [{
            "id": "1", "title": TITLE, "html": f"<p>{ONE}</p><p>{TWO}</p>", "status": "published",
            "published_at": MOMENT, "updated_at": "2021-01-01T00:00:00Z",
        }]}}]},
        (DAY, None, TITLE, f"{ONE} {TWO}"),
    ),
    "tika": (
        [{"X-TIKA:content": f"\n\n{TEXT}", "dc:title": TITLE, "dcterms:created": MOMENT, "resourceName": "a.pdf"}],
        (DAY, None, TITLE, f"{ONE} {TWO}"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GIVEN)
def test_what_an_interface_gives(name: str, tmp_path: Path) -> None:
    """An outlet of None is not asked: the interface gives an address, which the table of outlets names or not."""
    given, (day, outlet, title, body) = GIVEN[name]
    (tmp_path / "a.json").write_text(json.dumps(given))
    ((found, by, called, _, words),) = rows(tmp_path / "a.json")
    assert (found, by if outlet else None, called, words) == (day, outlet, title, body)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(f"URL,Title,Selection,Folder,Timestamp\n{URL},{TITLE},\"{ONE} {TWO}\",Unread,1609459200\n",
                     (None, TITLE, f"{ONE} {TWO}"), id="Instapaper: the time is that of keeping"),
        pytest.param(f"Highlight,Book Title,Book Author,Highlighted at\n\"{ONE}\",{TITLE},R. Adair,2021-01-01 10:00\n",
                     (None, TITLE, ONE), id="Readwise: the same"),
        pytest.param(f"event_date,event_type,source,notes\n04 May 2019,Protests,{COURIER},\"{ONE} {TWO}\"\n",
                     (DAY, None, f"{ONE} {TWO}"), id="ACLED"),
    ],
)  # fmt: skip
def test_what_a_tool_keeps_in_a_table(table: str, expected: tuple[str | None, ...], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table)
    ((day, _, title, _, words),) = rows(tmp_path / "a.csv")
    assert (day, title if expected[1] else None, words) == expected
