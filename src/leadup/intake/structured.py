"""What a page says of itself for machines: JSON-LD (schema.org), Open Graph and other ``<meta>``, ``<time>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import msgspec

from leadup.intake.head import Head

ARTICLE_TYPES = frozenset(
    {
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "askpublicnewsarticle",
        "advertisercontentarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "techarticle",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "report",
        "medicalscholarlyarticle",
    }
)
PAGE_TYPES = frozenset({"webpage", "itempage", "webcontent", "creativework", "videoobject"})
DEEPEST = 12
MOST_NODES = 4000

PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_at",
    "published-at",
    "published_time",
    "published",
    "pubdate",
    "pub_date",
    "publication_date",
    "publicationdate",
    "date.created",
    "date_published",
    "article.published",
    "article:post_date",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dc.created",
    "last-published",
    "originalpublicationdate",
    "created",
    "createddate",
    "date",
)
MODIFIED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
)
# The ends of the names under which a ``<meta>`` may name the author ("articleauthor", "cXenseParse:author").
_AUTHOR_META = ("author", "author_name", "author.name", "authors", "byl", "byline")
# Some sites write JSON-LD with raw newlines or tabs inside strings, or a comma too many.
# Dublin Core's way to write a name: "Doe, Jane".
_FAMILY_FIRST = re.compile(r"([\w'’-]{2,30}),\s([\w'’.-]{2,30}(?:\s[\w'’.-]{1,30})?)")
_LOOSE_COMMA = re.compile(r",(\s{0,999}[}\]])")
_TAG = re.compile(r"</?(?:em|i|b|strong|span|br|sup|sub|u|mark|q|cite|small)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_OPENERS = ("<!", "/")
_CLOSERS = (">", "/")
_WRAP = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)


@dataclass(frozen=True, slots=True)
class Structured:
    """A page's own account of itself. ``published`` lists (value, where it was read), the most telling first."""

    title: str | None = None
    titles: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    other_authors: tuple[str, ...] = ()
    outlet: str | None = None
    body: str | None = None
    description: str | None = None
    descriptions: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


def structured(head: Head) -> Structured:
    """Read a page's structured data. Broken parts are passed over; nothing is fetched."""
    meta = head.meta
    nodes = list(_json_ld(head.scripts))
    canonical = _canonical(head)
    article = _best_article(nodes, canonical, meta)
    times = _times(head)
    published: list[tuple[str, str]] = []
    modified: list[str] = []
    if article:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            value = _text(_number(article.get(key)))
            if value:
                published.append((value, f"JSON-LD {key}"))
                break
        value = _text(article.get("dateModified"))
        if value:
            modified.append(value)
    published += [(meta[name], f"meta {name}") for name in PUBLISHED_META if meta.get(name)]
    modified += [meta[name] for name in MODIFIED_META if meta.get(name)]
    for node in nodes:
        if node is not article and _types(node) & (ARTICLE_TYPES | PAGE_TYPES):
            value = _text(node.get("datePublished"))
            if value and _about(node, canonical):
                published.append((value, "JSON-LD datePublished of the page"))
    published += times
    headline = _headline(article.get("headline")) or _headline(article.get("name")) if article else None
    og_title = _headline(meta.get("og:title")) or _headline(meta.get("twitter:title"))
    descriptions = [
        _text(article.get("description")) if article else None,
        _text(article.get("abstract")) if article else None,
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
    ]
    return Structured(
        title=headline or og_title,
        titles=tuple(dict.fromkeys(t for t in (headline, og_title, meta.get("twitter:title"), meta.get("title")) if t)),
        published=tuple(dict.fromkeys(published)),
        modified=tuple(dict.fromkeys(modified)),
        authors=_authors(article, meta, nodes),
        other_authors=tuple(
            v for k, v in meta.items() if k.endswith(_AUTHOR_META) and not v.startswith(("http", "www.", "@"))
        ),
        outlet=_outlet(article, meta, nodes),
        body=_body(article),
        description=next((d for d in descriptions if d), None),
        descriptions=tuple(dict.fromkeys(d for d in descriptions if d)),
        language=_language(head, article),
        url=canonical,
        meta=meta,
    )


def _json_ld(scripts: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    budget = MOST_NODES
    for script in scripts:
        data = parse_loosely(script)
        for node in _nodes(data, 0):
            yield node
            budget -= 1
            if budget <= 0:
                return


def parse_loosely(text: str) -> Any:
    """JSON as pages have it: in comments, with control characters in strings, a comma too many. None if none."""
    text = text.strip()
    if text.startswith(_OPENERS) or text.endswith(_CLOSERS):
        text = _WRAP.sub("", _WRAP.sub("", text)).strip()
    text = text.rstrip(";")
    if not text:
        return None
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        pass
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_LOOSE_COMMA.sub(r"\1", text), strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        # Several objects one after another, or rubbish after the first.
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key, value in data.items():
            # A list of teasers holds other articles.
            if key in (
                "itemListElement",
                "hasPart",
                "liveBlogUpdate",
                "isPartOf",
                "relatedLink",
                "citation",
                "author",
                "image",
                "comment",
                "review",
            ):
                continue
            if isinstance(value, dict | list):
                yield from _nodes(value, depth + 1)


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(n.rsplit("/", 1)[-1].lower() for n in names if isinstance(n, str))


def _best_article(nodes: list[dict[str, Any]], canonical: str | None, meta: Mapping[str, str]) -> dict[str, Any] | None:
    """The node that is the page's own article: by its type, its address, its headline and how much it says."""
    title = meta.get("og:title", "").casefold()
    best: tuple[int, int, dict[str, Any]] | None = None
    for index, node in enumerate(nodes):
        if not _types(node) & ARTICLE_TYPES:
            continue
        score = 0
        if node.get("datePublished"):
            score += 4
        if node.get("articleBody"):
            score += 3
        if _about(node, canonical, strict=True):
            score += 4
        headline = (_text(node.get("headline")) or "").casefold()
        if headline and title and (headline in title or title in headline):
            score += 4
        if best is None or (score, -index) > best[:2]:
            best = (score, -index, node)
    return best[2] if best else None


def _about(node: Mapping[str, Any], canonical: str | None, *, strict: bool = False) -> bool:
    """Whether a node's address is the page's; a node without one is about the page unless ``strict``."""
    addresses = [_text(node.get(key)) for key in ("url", "@id", "mainEntityOfPage")]
    entity = node.get("mainEntityOfPage")
    if isinstance(entity, dict):
        addresses += [_text(entity.get("@id")), _text(entity.get("url"))]
    named = [a for a in addresses if a and "/" in a]
    if not named or not canonical:
        return not strict
    return any(_address(a) == _address(canonical) for a in named)


def _address(url: str) -> str:
    return url.split("#")[0].split("?")[0].split("://")[-1].removeprefix("www.").rstrip("/").lower()


def _times(head: Head) -> list[tuple[str, str]]:
    """The page's ``<time>`` and ``itemprop=datePublished``, the plainest first."""
    found = [(value, "itemprop datePublished") for value, mark in head.times if mark == "itemprop"][:1]
    marked = [value for value, mark in head.times if mark == "marked"]
    plain = [value for value, mark in head.times if mark == "plain"]
    found += [(value, "<time>") for value in (marked or plain)[:1]]
    return found


def _authors(
    article: Mapping[str, Any] | None, meta: Mapping[str, str], nodes: list[dict[str, Any]]
) -> tuple[str, ...]:
    names: list[str] = []
    if article:
        by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and n.get("name")}
        for key in ("author", "creator"):
            value = article.get(key)
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict) and not item.get("name") and isinstance(item.get("@id"), str):
                    item = by_id.get(item["@id"], item)
                name = item.get("name") if isinstance(item, dict) else item
                for each in name if isinstance(name, list) else [name]:
                    if isinstance(each, str) and each.strip():
                        names.append(each)
            if names:
                break
    if not names:
        for key in (
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "cxenseparse:author",
        ):
            value = meta.get(key)
            if value and not value.startswith(("http", "www.", "@")):
                family = _FAMILY_FIRST.fullmatch(value) if key.startswith("dc") else None
                names.append(f"{family[2]} {family[1]}" if family else value)
                break
    return tuple(names)


def _outlet(article: Mapping[str, Any] | None, meta: Mapping[str, str], nodes: list[dict[str, Any]]) -> str | None:
    site = meta.get("og:site_name") or meta.get("application-name") or meta.get("dc.publisher")
    if article:
        publisher = article.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        if isinstance(publisher, dict):
            name = _text(publisher.get("name"))
            if not name and isinstance(publisher.get("@id"), str):
                name = next(
                    (_text(n.get("name")) for n in nodes if n.get("@id") == publisher["@id"] and n.get("name")), None
                )
            if name and len(name) <= 80:
                return name
    return site if site and len(site) <= 80 else None


def _body(article: Mapping[str, Any] | None) -> str | None:
    if not article:
        return None
    value = article.get("articleBody") or article.get("text")
    if isinstance(value, list):
        value = "\n".join(v for v in value if isinstance(v, str))
    return value if isinstance(value, str) and value.strip() else None


def _language(head: Head, article: Mapping[str, Any] | None) -> str | None:
    candidates = [
        head.language,
        _text(article.get("inLanguage")) if article else None,
        head.meta.get("content-language"),
        head.meta.get("og:locale"),
    ]
    for value in candidates:
        code = (value or "").strip().replace("_", "-").split(",")[0].lower()
        if re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}", code):
            return code.split("-")[0]
    return None


def _canonical(head: Head) -> str | None:
    for address in (head.canonical, head.meta.get("og:url")):
        if address and address.strip().startswith(("http://", "https://")):
            return address.strip()
    return None


def _headline(value: Any) -> str | None:
    """A headline as words: some sites write it with elements, or escape it twice."""
    text = _text(value)
    return " ".join(_TAG.sub("", unescape(text)).split()) or None if text else None


def _number(value: Any) -> Any:
    """A time that is given as a number of seconds or milliseconds, as its digits."""
    return str(int(value)) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else value


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str):
        return None
    text = " ".join(unescape(value).split())
    return text or None
