"""Articles from records: the fields of a JSON line or a table's row, under the names that people give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.compose import Known, article_from_blocks, article_from_text
from leadup.intake.credits import people
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import DEFAULT, Options
from leadup.intake.published import stated
from leadup.model import Article

# leadup's field, and the names it goes by elsewhere (news-please, GDELT, Common Crawl News sets, Kaggle sets).
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "maintext",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "story",
        "body_text",
    ),
    "title": ("title", "headline", "heading"),
    "published": (
        "published",
        "date_publish",
        "publication_date",
        "published_at",
        "publishedat",
        "date_published",
        "datepublished",
        "pub_date",
        "pubdate",
        "publish_date",
        "date",
        "datetime",
        "timestamp",
        "created_at",
    ),
    "outlet": (
        "outlet",
        "source_domain",
        "publication",
        "publisher",
        "source",
        "site",
        "newspaper",
        "domain",
        "sourcecommonname",
    ),
    "url": ("url", "link", "canonical_url", "sourceurl", "source_url", "documentidentifier", "uri", "href"),
    "byline": ("byline", "authors", "author", "creator"),
    "language": ("language", "lang", "inlanguage"),
    "id": ("id", "_id", "uuid", "guid", "doc_id", "article_id"),
    "lead": ("description", "summary", "abstract", "lead", "deck", "standfirst"),
}
FIELDS = tuple(NAMES)
_PUBLISHED_HOW = "the record's own date"


def article_from_record(
    record: Mapping[str, Any],
    *,
    source: str,
    options: Options = DEFAULT,
    line: int | None = None,
    place: str | None = None,
) -> Article | IntakeError:
    """The article of a record; only a text is required. An error is returned, not raised.

    Field names are matched without regard to case; ``options.mapping`` wins. The article's source is ``source#id``;
    where the record has no id it is ``place``, else ``source#line``.
    """
    pick = _picker(record, options)
    text = pick("text")
    if not isinstance(text, str) or not text.strip():
        lead = pick("lead")
        named = pick("url") or pick("published")
        if not isinstance(lead, str) or not lead.strip() or not named:
            return UnreadableInput(source, "the record has no text", "Each record needs a `text` field", line)
        text = lead
    name = pick("id")
    if isinstance(name, str | int):
        place = f"{source}#{name}"
    elif place is None:
        place = source if line is None else f"{source}#{line}"
    known = _known(pick, _PUBLISHED_HOW)
    try:
        if "<" in text and ("</p>" in text or "<br" in text or "</div>" in text):
            blocks = list(blocks_of_fragment(text, html=True))
            if known.title:
                blocks.insert(0, ("title", known.title))
            return article_from_blocks(blocks, source=place, known=known, options=options, line=line)
        return article_from_text(text, source=place, known=known, options=options, line=line, front=False)
    except IntakeError as error:
        return error


def known_from(record: Mapping[str, Any], how: str, options: Options = DEFAULT) -> Known:
    """What a record says of an article beside its text; ``how`` names where its date stands."""
    return _known(_picker(record, options), how)


def _known(pick: Callable[[str], Any], how: str) -> Known:
    title, outlet, url, published = pick("title"), pick("outlet"), pick("url"), pick("published")
    return Known(
        url=url if isinstance(url, str) and url else None,
        outlet=outlet.strip() if isinstance(outlet, str) and outlet.strip() else None,
        title=title.strip() if isinstance(title, str) and title.strip() else None,
        byline=byline_from(pick("byline")),
        published=None if published is None else stated(published, how),
        language=_language(pick("language")),
    )


def byline_from(value: object) -> tuple[str, ...]:
    """Authors from whatever a record has: a string, a list of strings, a list of objects with names."""
    if isinstance(value, str):
        return people(value)
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, list | tuple):
        names = [v.get("name") if isinstance(v, Mapping) else v for v in value]
        return tuple(dict.fromkeys(n.strip() for n in names if isinstance(n, str) and n.strip()))
    return ()


def _picker(record: Mapping[str, Any], options: Options) -> Callable[[str], Any]:
    mapping = dict(options.mapping)
    folded: dict[str, Any] | None = None

    def pick(field: str) -> Any:
        nonlocal folded
        if field in mapping:
            return record.get(mapping[field])
        value = record.get(field)
        if value not in (None, ""):
            return value
        if folded is None:
            folded = {str(k).casefold().strip().replace(" ", "_").lstrip("\ufeff"): v for k, v in record.items()}
        for name in NAMES[field]:
            value = folded.get(name)
            if value not in (None, "", []):
                return value
        return None

    return pick


def _language(value: object) -> str | None:
    return value.strip().lower()[:16] if isinstance(value, str) and value.strip() else None
