"""RSS, Atom, RDF and JSON feeds: each entry is an article with as much text as the feed gives."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from calendar import timegm
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, cast
from urllib.parse import parse_qs

from leadup.address import split_address
from leadup.errors import EmptyArticle, IntakeError, LeadupError, MissingExtra, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import Options
from leadup.intake.parse import MOST_XML_TAGS, bounded
from leadup.intake.published import EARLIEST, LATEST, stated
from leadup.intake.readers.parsing import value_of
from leadup.intake.source import Source
from leadup.model import Article, Published

LARGEST = 16 * 2**20
MOST_PREFIXES = 500
"""Namespaces that a feed may name: feedparser goes through all of them at each element; real feeds name some twenty,
often anew with each item."""
_PREFIX = re.compile(rb"xmlns:([^\s=]{1,100})")
_APPEARED = re.compile(r"^The post .{1,300} (?:first appeared on|appeared first on) .{1,100}\.$")
_NO_POSTS = frozenset({"attachment", "page", "nav_menu_item", "revision", "custom_css", "customize_changeset",
                      "oembed_cache", "user_request", "feedback"})  # fmt: skip
_BLOGGER = "schemas.google.com/blogger/2008/kind#"
_ALERT = re.compile(r"^Google Alerts?\b")
_COLLECTED = re.compile(r"https?://news\.google\.[a-z.]{2,6}/")
_REDIRECT = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?")
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b":feed", b"<channel", b":rdf", b"<cdf")


def sniff(head: bytes) -> bool:
    """The root element is a feed's, or the JSON names the JSON Feed version."""
    start = head.replace(b"\x00", b"").lower()
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return b"jsonfeed.org/version" in start
    return any(root in start for root in _ROOTS)


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a saved feed."""
    try:
        data = source.bytes(min(options.limits.page, LARGEST))
    except IntakeError as error:
        yield error
        return
    yield from articles_of_feed(data, source=source.name, options=options)


def articles_of_feed(
    data: bytes, *, source: str, options: Options, base: str | None = None
) -> Iterator[Article | IntakeError]:
    """The articles of a feed's bytes. A feed broken in the middle gives what stands before and after the break."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from _json_feed(data, source, options)
        return
    parsed = _parse(data, base)
    outlet = _text(parsed.get("feed", {}).get("title"))
    entries = parsed.get("entries") or []
    if not entries:
        why = parsed.get("bozo_exception")
        yield UnreadableInput(
            source, f"a feed without entries{f' ({why})' if why else ''}", "Check the file or the address"
        )
        return
    language = _text(parsed.get("feed", {}).get("language"))
    others = Counter(kind for entry in entries if (kind := _no_post(entry)))
    entries = [entry for entry in entries if not _no_post(entry)]
    if others:
        said = ", ".join(f"{count} of the kind {kind}" for kind, count in sorted(others.items()))
        yield UnreadableInput(source, f"not published as articles: {said}", "They were left out; the others were read")
    for number, entry in enumerate(entries, 1):
        one = partial(_article, entry, outlet, language, source, options)
        yield attempt(one, f"{source}#{number}", "feed")


def _no_post(entry: Mapping[str, Any]) -> str | None:
    """What an item of a WordPress or Blogger export is, where it is no article that was published."""
    terms = (_text(tag.get("term")) for tag in entry.get("tags") or [] if isinstance(tag, Mapping))
    blogger = next((term.partition(_BLOGGER)[2] for term in terms if term and _BLOGGER in term), "post")
    if blogger != "post":
        return blogger
    kind, status = _text(entry.get("wp_post_type")), _text(entry.get("wp_status"))
    if kind in _NO_POSTS or (kind or "").startswith("wp_"):
        return kind
    return status if kind and status not in (None, "publish") else None


def _parse(data: bytes, base: str | None) -> Mapping[str, Any]:
    try:
        import feedparser
    except ImportError:
        raise MissingExtra("Reading feeds", "feeds") from None
    bounded(data, MOST_XML_TAGS)
    if len(set(_PREFIX.findall(data.replace(b"\x00", b"")))) > MOST_PREFIXES:
        raise LeadupError(f"more namespaces than a feed may name ({MOST_PREFIXES})", "Split it, or give its text")
    with warnings.catch_warnings():
        # feedparser warns of its own old names; what it says is not about the feed.
        warnings.simplefilter("ignore")
        headers = {"content-location": base} if base else {}
        # Bytes in a stream: a str that looks like an address would be fetched. Its cleaning of markup takes half of its
        # time, and is for who shows the markup: here the words are taken out of it, and nothing else.
        found: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    return found


def _article(
    entry: Mapping[str, Any], outlet: str | None, language: str | None, source: str, options: Options
) -> Article | IntakeError:
    link = unwrapped(_text(entry.get("link")))
    url = link if link and link.startswith(("http://", "https://")) else None
    name = url or _text(entry.get("id"))
    place = f"{source}#{name}" if name else source
    title = _plain(entry.get("title"))
    bodies = [c.get("value") for c in entry.get("content") or [] if isinstance(c, Mapping)]
    body = max((b for b in (*bodies, entry.get("summary")) if isinstance(b, str)), key=len, default="")
    blocks = list(blocks_of_fragment(body)) if body.strip() else []
    blocks = [b for b in blocks if not _APPEARED.match(b[1])]
    inner = entry.get("source")
    origin = _text(inner.get("title")) if isinstance(inner, Mapping) else None
    if origin and title and title.endswith(f" - {origin}"):
        title = title[: -len(origin) - 3]
    if outlet and _ALERT.match(outlet):
        # The alert's name is no outlet's; that stands behind the headline.
        title, _, named = (title or "").rpartition(" - ") if title and " - " in title else (title or "", "", "")
        origin, outlet = origin or named or None, None
    if url and _COLLECTED.match(url):
        # A collection of headlines under one: the others are other outlets' articles.
        blocks = []
    if not any(kind == "body" for kind, _ in blocks) and title:
        # A feed of headlines: the headline is all that the outlet says here.
        blocks = [("body", title)]
    elif title:
        blocks.insert(0, ("title", title))
    if not blocks:
        return EmptyArticle(place)
    authors = [_text(a.get("name")) for a in entry.get("authors") or [] if isinstance(a, Mapping)]
    known = ArticleMetadata(
        url=url,
        outlet=origin or outlet,
        title=title,
        byline=tuple(n for a in authors if a for n in people(a)),
        published=_published(entry),
        language=language.split("-")[0].lower() if language else None,
    )
    try:
        return article_from_blocks(blocks, source=place, known=known, options=options)
    except IntakeError as error:
        return error


def unwrapped(link: str | None) -> str | None:
    """An address without the search engine's redirect around it."""
    if link and _REDIRECT.match(link):
        query = parse_qs(split_address(link).query)
        return next((v[0] for n in ("url", "q") if (v := query.get(n)) and v[0].startswith("http")), link)
    return link


def _published(entry: Mapping[str, Any]) -> Published | None:
    for name in ("published", "created", "issued", "updated"):
        # Asked as a plain dict: feedparser itself takes one date for another where it is missing.
        plain = cast(dict[str, Any], entry)
        text, moment = dict.get(plain, name), dict.get(plain, f"{name}_parsed")
        found = (
            stated(text, f"the feed's {name} date", "sure" if name != "updated" else "likely")
            if isinstance(text, str)
            else None
        )
        if found:
            return found
        if moment:
            try:
                at = dt.datetime.fromtimestamp(timegm(moment), dt.UTC)
            except (ValueError, OverflowError, TypeError):
                continue
            if EARLIEST <= at.date() < LATEST:
                return Published(at, "second", "likely", f"the feed's {name} date")
    return None


def _json_feed(data: bytes, source: str, options: Options) -> Iterator[Article | IntakeError]:
    feed = value_of(decode(data, source), source, "Check the file")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list) or not items:
        yield UnreadableInput(source, "a feed without entries", "Check the file or the address")
        return
    for number, item in enumerate(items, 1):
        yield attempt(partial(_json_item, item, feed, source, options), f"{source}#{number}", "feed")


def _json_item(item: Any, feed: Mapping[str, Any], source: str, options: Options) -> Article | IntakeError:
    if not isinstance(item, dict):
        return UnreadableInput(source, "an item that is no record", "Look at the file; the others were read")
    url = _text(item.get("url")) or _text(item.get("external_url"))
    title = _text(item.get("title"))
    html, text = item.get("content_html"), item.get("content_text")
    body = html if isinstance(html, str) and html.strip() else text if isinstance(text, str) else item.get("summary")
    blocks = list(blocks_of_fragment(body, html=True if body is html else None)) if isinstance(body, str) else []
    if not any(kind == "body" for kind, _ in blocks) and title:
        blocks = [("body", title)]
    elif title:
        blocks.insert(0, ("title", title))
    authors = item.get("authors") or ([item["author"]] if item.get("author") else feed.get("authors"))
    authors = authors if isinstance(authors, list) else []
    known = ArticleMetadata(
        url=url,
        outlet=_text(feed.get("title")),
        title=title,
        byline=tuple(n for a in authors if isinstance(a, dict) and (n := _text(a.get("name")))),
        published=stated(item.get("date_published"), "the feed's published date"),
        language=_text(item.get("language")) or _text(feed.get("language")),
    )
    return article_from_blocks(blocks, source=f"{source}#{url or item.get('id')}", known=known, options=options)


def _plain(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(text for _, text in blocks_of_fragment(value)) if "<" in value else _text(value)


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


FORMAT = Format(
    "feed", "RSS, Atom, RDF and JSON feeds", (".rss", ".atom", ".rdf", ".xml", ".json"), sniff, read, extra="feeds"
)
