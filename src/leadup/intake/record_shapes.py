"""The forms of records that are known, each by the fields that it has (``shapes.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from leadup.model import Certainty

# leadup's field, and the names it goes by elsewhere (news-please, GDELT, Common Crawl News sets, Kaggle sets, tables
# that people keep by hand).
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "body", "content", "article", "article_text", "full_text", "fulltext", "story", "body_text",
        "bodytext", "article_body", "articlebody", "plaintext", "plain_text", "selftext", "text_content",
        "abstract_note", "highlight", "opening_text", "hit_sentence", "paragraphs",
    ),
    "title": ("title", "headline", "heading", "webtitle", "article_title", "book_title", "name"),
    "published": (
        "published", "date_publish", "publication_date", "published_at", "publishedat", "date_published",
        "datepublished", "pub_date", "pubdate", "publish_date", "published_date", "publishing_date",
        "publishedtime", "published_time", "publishdate", "pub_time", "article_date", "first_published",
        "date", "datetime", "timestamp", "created_at",
    ),
    "outlet": (
        "outlet", "source_name", "source_domain", "publication", "publication_name", "media_outlet", "news_outlet",
        "publication_title", "pubtitle", "publisher", "source", "site",
        "newspaper", "media_name", "domain", "sourcecommonname", "source-hostname", "sitename", "site_name", "hostname",
    ),
    "url": (
        "url", "link", "canonical_url", "canonical_link", "sourceurl", "source_url", "documentidentifier",
        "documenturl", "weburl", "web_url", "permalink", "uri", "href",
    ),
    "byline": ("byline", "authors", "author", "authorsbyline", "author_name", "creator", "creators", "book_author"),
    "language": ("language", "lang", "inlanguage"),
    "id": ("id", "_id", "uuid", "guid", "doc_id", "article_id"),
    "lead": (
        "description", "summary", "abstract", "lead", "deck", "standfirst", "short_description", "excerpt", "selection",
    ),
}  # fmt: skip

FIELDS = tuple(NAMES)

_PLACE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Shape:
    """How one source of records names its fields; see ``shapes.toml``."""

    when: tuple[str, ...]
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    order: Literal["dmy", "mdy"] | None = None
    certainty: Certainty = "sure"
    kind: Literal["article", "post"] = "article"
    first: str = ""
    any_case: bool = False


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes of ``shapes.toml``, in its order."""
    rows = tomllib.loads(resources.files("leadup.intake").joinpath("shapes.toml").read_text("utf-8"))["shape"]
    return tuple(
        Shape(
            tuple(row["when"]),
            {name: tuple(row[name]) for name in FIELDS if name in row},
            frozenset(row.get("not", ())),
            row.get("order"),
            "likely" if row.get("likely") else "sure",
            row.get("kind", "article"),
            row["when"][0].split(".")[0],
            bool(row.get("any_case")),
        )
        for row in rows
    )


def shaped(record: Mapping[str, Any]) -> tuple[Shape | None, Mapping[str, Any]]:
    """A record's shape, and the record, its names in small letters where the shape is one of tables that people keep
    ("Archive Status")."""
    shape = shape_of(record)
    if shape is None and any(str(name)[:1].isupper() for name in record):
        small = {str(name).casefold(): value for name, value in record.items()}
        shape = shape_of(small)
        return (shape, small) if shape is not None and shape.any_case else (None, record)
    return shape, record


def shape_of(record: Mapping[str, Any]) -> Shape | None:
    """The first known shape that a record has."""
    for shape in shapes():
        # Most shapes are ruled out by one look.
        if shape.first not in record and shape.when[0] not in record:
            continue
        if all(reach(record, place) is not None for place in shape.when):
            return shape
    return None


def reach(record: Any, path: str) -> Any:
    """What stands at a path ("fields.bodyText", "authors.0.name"); a whole name with dots in it wins. None if none."""
    if isinstance(record, Mapping) and path in record:
        return record[path]
    found = record
    for step in path.split("."):
        if isinstance(found, Mapping):
            found = found.get(step)
        elif isinstance(found, list) and _PLACE.fullmatch(step) and int(step) < len(found):
            found = found[int(step)]
        elif isinstance(found, list) and found and isinstance(found[0], Mapping):
            found = found[0].get(step)
        else:
            return None
    return found
