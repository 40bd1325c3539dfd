"""JSON documents: ninjs (IPTC, 1.x to 3.x), news-please, GDELT article lists, JSON Feed items, and plain records.

A file is one record, a list of records, or an object that holds a list of them (``articles``, ``items``, ``hits`` …).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.decode import decode
from leadup.intake.format import Format, Found
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.readers.bookmarks import at_addresses
from leadup.intake.readers.json_rows import unfolded
from leadup.intake.readers.parsing import decoded, in_a_row
from leadup.intake.record import article_from_record
from leadup.intake.source import Source
from leadup.model import Article, ParagraphKind

LISTS = (
    "articles", "items", "results", "hits", "documents", "docs", "data", "newsItems", "response", "stories", "posts",
    "entries", "records", "news", "db", "objects", "value", "searchresult", "document", "feed",
)  # fmt: skip
_LISTS_ALONE = frozenset({"value", "feed", "document"})
"""Of these names, those that an article may have for something else, which is no list."""
DEEPEST = 6


def sniff(head: bytes) -> bool:
    """The first character opens a JSON document."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a JSON document."""
    text = decode(source.bytes(options.limits.page * 8), source.name)
    try:
        data = decoded(text)
    except (msgspec.DecodeError, RecursionError) as error:
        data = in_a_row(text)
        if data is None:
            yield UnreadableInput(source.name, f"not JSON: {error}", "Check the file")
            return
    if (said := _failed(data)) is not None:
        yield UnreadableInput(source.name, f"the answer of an interface that says: {said}", "Ask it anew")
        return
    data = unfolded(data)
    loose = _loose(data, 0)
    if loose:
        yield UnreadableInput(
            source.name, f"{loose} of its items are no records", "Look at the file; the others were read"
        )
    records = list(_records(data, 0))
    listed = [str(r.get("href") or r["url"]) for r in records if _is_bookmark(r) or (options.fetch and _is_seen(r))]
    if listed and len(listed) == len(records):
        yield from at_addresses(listed, source.name, options)
        return
    if not records:
        yield UnreadableInput(
            source.name, "no record in this JSON holds an article", "`leadup formats` lists the forms"
        )
    for number, record in enumerate(records, 1):
        line = number if len(records) > 1 else None
        yield attempt(partial(_one, record, source.name, options, line), source.name, "json", line)


def _one(record: Mapping[str, Any], source: str, options: Options, line: int | None) -> Article | IntakeError:
    if is_ninjs(record):
        return article_from_ninjs(record, source=source, options=options)
    if _is_seen(record) and "text" not in dict(options.mapping):
        return _gdelt(record, source, options)
    return article_from_record(record, source=source, options=options, line=line)


def _is_seen(record: Mapping[str, Any]) -> bool:
    """A row of GDELT's list of articles."""
    return "seendate" in record and "title" in record and "url" in record


def _is_bookmark(record: Mapping[str, Any]) -> bool:
    """A row of a list of bookmarks (Pinboard, and what imports its form): an address, a title and a note."""
    return "href" in record and "description" in record and "time" in record


def _failed(data: Any) -> str | None:
    """What an interface says where it answers with an error in place of articles."""
    if not isinstance(data, dict) or any(isinstance(data.get(name), list | dict) for name in LISTS):
        return None
    if data.get("status") in ("error", "fail", "failed") or ("error" in data and len(data) <= 4):
        said = data.get("message") or data.get("error") or data.get("code")
        said = said.get("message") if isinstance(said, dict) else said
        return " ".join(str(said or "error").split())[:200]
    return None


def _loose(data: Any, depth: int) -> int:
    """How many items of the lists of records are none."""
    if isinstance(data, list):
        return sum(not isinstance(item, dict | list) for item in data)
    if isinstance(data, dict) and depth < DEEPEST and not is_ninjs(data):
        inner = _inner(data)
        return 0 if inner is None else _loose(inner, depth + 1)
    return 0


def _inner(data: Mapping[str, Any]) -> Any:
    """What stands under the first of the names that lists of records go by; None where there is none."""
    for name in LISTS:
        inner = data.get(name)
        if isinstance(inner, list if name in _LISTS_ALONE else list | dict):
            return inner
    return None


def _records(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _records(item, depth + 1)
    elif isinstance(data, dict):
        source = data.get("_source")
        if isinstance(source, dict):
            yield from _records(source, depth + 1)
            return
        attributes = data.get("attributes")
        if isinstance(attributes, dict) and "id" in data:
            # JSON:API keeps a record's fields apart from its id and its links.
            links = data.get("links")
            own = links.get("self") if isinstance(links, dict) else None
            yield from _records({"url": own, **attributes, "id": data["id"]}, depth + 1)
            return
        held = _within(data)
        if held is not None:
            yield from _records(held, depth + 1)
            return
        inner = None if is_ninjs(data) else _inner(data)
        if inner is None:
            yield data
        else:
            yield from _records(inner, depth + 1)


def _within(data: Mapping[str, Any]) -> Any:
    """What a document wraps that is no list: the articles of a graph of JSON-LD, the one article that the Guardian's
    interface was asked for; None where it wraps neither."""
    graph, content = data.get("@graph"), data.get("content")
    items = graph if isinstance(graph, list) else []
    articles = [item for item in items if isinstance(item, Mapping) and "articleBody" in item]
    return articles or (content if isinstance(content, Mapping) and "webTitle" in content else None)


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a record is a ninjs news item: it has a ``uri`` and the standard's names for text or version."""
    if "uri" not in record:
        return False
    standard = record.get("standard")
    if isinstance(standard, Mapping) and standard.get("name") == "ninjs":
        return True
    names = ("bodies", "headlines", "versioncreated", "versionCreated", "body_text", "body_xhtml", "firstcreated")
    return any(name in record for name in names) or any(str(k).startswith(("body_", "headline_")) for k in record)


def article_from_ninjs(item: Mapping[str, Any], *, source: str, options: Options) -> Article | IntakeError:
    """The article of a ninjs item (1.x ``body_*``, 2.x and 3.x ``bodies``). Pictures and events have no body text."""
    uri = item.get("uri")
    place = f"{source}#{uri}" if isinstance(uri, str) else source
    status = item.get("pubstatus") or item.get("pubStatus")
    if status == "canceled":
        return UnreadableInput(place, "the item was cancelled by its agency", "Leave it out")
    title = _main(item.get("headlines")) or _string(item.get("headline")) or _string(item.get("title"))
    blocks = list(_ninjs_body(item))
    if not any(kind == "body" for kind, _ in blocks):
        return EmptyArticle(place)
    if title:
        blocks.insert(0, ("title", title))
    by = _string(item.get("by")) or _string(item.get("byline"))
    when = next(
        (v for n in ("firstcreated", "firstCreated", "versioncreated", "versionCreated") if (v := item.get(n))), None
    )
    published = next(
        (p for n in ("contentcreated", "contentCreated") if (p := stated(item.get(n), f"ninjs {n}"))), None
    )
    known = ArticleMetadata(
        url=uri if isinstance(uri, str) and uri.startswith("http") else None,
        outlet=_provider(item),
        title=title,
        byline=people(by) if by else (),
        published=stated(when, "ninjs creation time", "likely" if published else "sure") if when else published,
        language=_string(item.get("language")),
    )
    try:
        return article_from_blocks(blocks, source=place, known=known, options=options)
    except IntakeError as error:
        return error


def _ninjs_body(item: Mapping[str, Any]) -> Iterator[tuple[ParagraphKind, str]]:
    """The fullest body: one with markup (its paragraphs are known) before plain text."""
    bodies: list[tuple[int, str, str]] = []
    for body in item.get("bodies") or []:
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            kind = str(body.get("contenttype") or body.get("contentType") or "")
            bodies.append((0 if "html" in kind else 1, kind, body["value"]))
    for name, value in item.items():
        if name.startswith("body_") and isinstance(value, str):
            bodies.append((0 if "html" in name else 1, name, value))
    for _, kind, value in sorted(bodies, key=lambda b: b[0])[:1]:
        yield from blocks_of_fragment(value, html="html" in kind)


def _provider(item: Mapping[str, Any]) -> str | None:
    for name in ("infosources", "infoSources", "infosource"):
        for source in item.get(name) or []:
            if isinstance(source, Mapping) and _string(source.get("name")):
                return _string(source["name"])
    provider = item.get("provider")
    return _string(provider.get("name")) if isinstance(provider, Mapping) else _string(provider)


def _main(values: object) -> str | None:
    """The value with the role "main", else the first."""
    if not isinstance(values, list):
        return None
    held = [v for v in values if isinstance(v, Mapping) and _string(v.get("value"))]
    best = next((v for v in held if v.get("role") == "main"), held[0] if held else None)
    return _string(best["value"]) if best else None


def _gdelt(record: Mapping[str, Any], source: str, options: Options) -> Article | IntakeError:
    """A row of GDELT's article list: a headline, where it stood, when it was first seen. The headline is the text."""
    title = _string(record.get("title"))
    if not title:
        return EmptyArticle(source)
    url = _string(record.get("url"))
    known = ArticleMetadata(
        url=url,
        outlet=_string(record.get("domain")),
        title=title,
        published=stated(record.get("seendate"), "GDELT seendate", "likely"),
    )
    return article_from_blocks([("body", title)], source=url or source, known=known, options=options)


def _string(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


FORMAT = Format("json", "ninjs, news-please, GDELT article lists, JSON Feed, records", (".json",), sniff, read)
