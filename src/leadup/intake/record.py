"""Articles from records: the fields of a JSON line or a table's row, under the names that people give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from leadup.address import host_of, is_host, web_address_in
from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import refusal
from leadup.intake.compose import ArticleMetadata, article_from_blocks, article_from_text
from leadup.intake.credits import named, people, without_roles
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.interfaces import columns, one_of
from leadup.intake.options import DEFAULT, Options
from leadup.intake.published import from_address, stated
from leadup.intake.readers.press.story import names_of
from leadup.intake.record_shapes import NAMES, Shape, reach, shaped, shapes
from leadup.intake.rich import paragraphs_of_tree
from leadup.intake.written import in_figures, in_table
from leadup.model import Article, Certainty, Published

_PUBLISHED_HOW = "the record's own date"
# What programs write where there is nothing.
_NOTHING = frozenset({"", "nan", "null", "none", "n/a", "[removed]", "[deleted]", "undefined", "nat"})
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d{1,9} char(?:acter)?s\]\s*$")
_SECONDS = re.compile(r"1\d{9}\.\d{1,9}")
_TICKS = re.compile(r"\\?/Date\((\d{10}|\d{13})(?:[+-]\d{4})?\)\\?/")
"""A moment as .NET writes it."""
_CHANGED = re.compile(rf"\W{{0,3}}(?:{one_of('stamps', 'updated')})\b", re.IGNORECASE)
_FIRST = re.compile(rf"\b(?:{one_of('stamps', 'published')})\b", re.IGNORECASE)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_SERIAL_FIRST = dt.date(1899, 12, 30)
_LANGUAGES = {"english": "en", "eng": "en", "french": "fr", "fra": "fr", "german": "de", "deu": "de", "spanish": "es",
              "spa": "es", "italian": "it", "ita": "it", "dutch": "nl", "portuguese": "pt", "por": "pt"}  # fmt: skip


def article_from_record(
    record: Mapping[str, Any],
    *,
    source: str,
    options: Options = DEFAULT,
    line: int | None = None,
    place: str | None = None,
) -> Article | IntakeError:
    """The article of a record; only a text is required. An error is returned, never raised.

    Field names are matched without regard to case; ``options.mapping`` wins. The article's source is ``source#id``;
    where the record has no id it is ``place``, else ``source#line``.
    """
    try:
        return _article(record, source, options, line, place)
    except Exception as error:
        return refusal(error, source, "records", line)


def _article(
    record: Mapping[str, Any], source: str, options: Options, line: int | None, place: str | None
) -> Article | IntakeError:
    shape, record = shaped(record)
    pick = _picker(record, options, shape)
    if record.get("status") == "draft":
        return UnreadableInput(source, "a draft, which was not published", "Leave it out", line)
    text = words_of(pick("text"))
    known = _known(pick, _PUBLISHED_HOW, options, shape)
    if not text:
        text = words_of(pick("lead")) or (known.title if known.url and known.published else "") or ""
        if not text or not (known.url or known.published):
            return UnreadableInput(source, "the record has no text", "Each record needs a `text` field", line)
    name = pick("id")
    if isinstance(name, str | int):
        place = f"{source}#{name}"
    elif place is None:
        place = source if line is None else f"{source}#{line}"
    text = _CUT.sub("…", text) if text.rstrip().endswith("]") else text
    if "<" in text and ("</p>" in text or "<br" in text or "</div>" in text):
        blocks = list(blocks_of_fragment(text, html=True))
        if known.title:
            blocks.insert(0, ("title", known.title))
        return article_from_blocks(blocks, source=place, known=known, options=options, line=line)
    if text == known.title or (shape is not None and shape.kind == "post"):
        # A headline, or a post, is all body.
        rows = [" ".join(row.split()) for row in text.split("\n") if row.strip()]
        blocks = [("body", row) for row in rows]
        return article_from_blocks(blocks, source=place, known=known, options=options, line=line)
    return article_from_text(text, source=place, known=known, options=options, line=line, front=False)


def without_text(names: Sequence[str], source: str, options: Options) -> UnreadableInput | None:
    """Why a table with these columns holds no articles; None where it may."""
    said = f"no column holds the text (found: {', '.join(names)[:200]})"
    mapped = dict(options.mapping)
    if "text" in mapped:
        if mapped["text"] in names or mapped["text"].split(".")[0] in names:
            return None
        return UnreadableInput(source, said, f"The mapping names {mapped['text']!r}, which is no header")
    folded = {_fold(n) for n in names}
    known = frozenset((*headers_of("text"), *headers_of("lead")))
    told = any(all(_fold(w.split(".")[0]) in folded for w in s.when) and "text" in s.places for s in shapes())
    # A list of headlines with their addresses and days is told as one.
    headlines = folded & set(NAMES["title"]) and folded & set(NAMES["url"]) and folded & set(NAMES["published"])
    if folded & known or told or headlines:
        return None
    return UnreadableInput(source, said, "Say which with a mapping, as in text=COLUMN")


def known_from(record: Mapping[str, Any], how: str, options: Options = DEFAULT) -> ArticleMetadata:
    """What a record says of an article beside its text; ``how`` names where its date stands."""
    shape, record = shaped(record)
    return _known(_picker(record, options, shape), how, options, shape)


def _known(pick: Callable[[str], Any], how: str, options: Options, shape: Shape | None) -> ArticleMetadata:
    outlet, url = words_of(pick("outlet")).strip(), words_of(pick("url")).strip()
    if url and not url.startswith(("http://", "https://")):
        url = web_address_in(url) or (url if "://" in url else "")
    if outlet.startswith(("http://", "https://", "www.")):
        # "source" is often the address, not the outlet.
        url, outlet = url or (outlet if outlet.startswith("http") else ""), host_of(outlet)
    byline = without_roles(byline_from(pick("byline")))
    if len(byline) == 1 and is_host(byline[0]):
        # Readwise names the site for an author.
        outlet, byline = outlet or byline[0], ()
    title = words_of(pick("title"))
    if "<" in title or "&" in title:
        title = " ".join(words for _, words in blocks_of_fragment(title, html=True)) or title
    title = " ".join(title.split())
    for mark in (" - ", " | ", " – "):
        # Aggregators put the outlet's name after the headline.
        if outlet and title.casefold().endswith(f"{mark}{outlet}".casefold()):
            title = title[: -len(mark) - len(outlet)]
    return ArticleMetadata(
        url=url or None,
        outlet=" ".join(outlet.split()) or None,
        title=title or None,
        byline=byline,
        published=_published(pick("published"), how, options, shape) or from_address(url),
        language=_language(pick("language")),
        kind="article" if shape is None else shape.kind,
    )


def _published(value: Any, how: str, options: Options, shape: Shape | None) -> Published | None:
    """The publication time that a record's field holds, in whatever form."""
    certainty: Certainty = "sure" if shape is None else shape.certainty
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, Mapping):
            value = value.get("$date") or value.get("$numberLong") or value.get("iso") or value.get("@value")
    if isinstance(value, str):
        value, changed = _first_published(value.strip())
        certainty = "likely" if changed else certainty
        if _SECONDS.fullmatch(value):
            value = value.split(".")[0]
        elif ticks := _TICKS.fullmatch(value):
            value = ticks.group(1)
        order = options.date_order or (shape.order if shape else None)
        day = (in_figures(value, order) if order else None) or in_table(value)
        if day is None and _SERIAL.fullmatch(value):
            # A spreadsheet's day number.
            day, how = _SERIAL_FIRST + dt.timedelta(int(float(value))), f"{how}, a spreadsheet's day number"
        if day is not None:
            return stated(day, how, certainty)
    return stated(value, how, certainty)


def _first_published(value: str) -> tuple[str, bool]:
    """What a value says of the first publication, and whether all it says is when the text was changed last."""
    changed = _CHANGED.match(value)
    first = _FIRST.search(value, changed.end()) if changed else None
    return (value[first.end() :], False) if first else (value, changed is not None)


def byline_from(value: object) -> tuple[str, ...]:
    """Authors from whatever a record has: a string, a list of strings, a list of objects with names."""
    if isinstance(value, str):
        value = value.strip()
        if value.startswith(("['", '["')) and value.endswith("]"):
            listed = map(named, re.findall(r"['\"]([^'\"]{2,80})['\"]", value))
            return tuple(dict.fromkeys(name for name in listed if name))
        return names_of(value) if value.lower().startswith("by ") or ", " in value else people(value)
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, list | tuple):
        names: list[str] = []
        for each in value:
            if isinstance(each, Mapping):
                both = " ".join(str(each.get(n) or "") for n in ("firstName", "lastName")).strip()
                each = each.get("name") or both
            if isinstance(each, str) and (name := named(each)):
                names += [name]
        return tuple(dict.fromkeys(names))
    return ()


@cache
def headers_of(name: str) -> tuple[str, ...]:
    """What a field is called in records and in tables that people keep by hand, the English names first."""
    return (*NAMES[name], *columns().get(name, ()))


def _picker(record: Mapping[str, Any], options: Options, shape: Shape | None) -> Callable[[str], Any]:
    mapping = dict(options.mapping)
    folded: dict[str, Any] | None = None

    def pick(name: str) -> Any:
        nonlocal folded
        if name in mapping:
            return reach(record, mapping[name])
        if shape is not None:
            for place in shape.places.get(name, ()):
                value = reach(record, place)
                if _says(value):
                    return value
            if name in shape.without:
                return None
        value = record.get(name)
        if _says(value):
            return value
        if folded is None:
            folded = {_fold(str(k)): v for k, v in record.items()}
        for other in headers_of(name):
            value = folded.get(other)
            if _says(value):
                return value
        return None

    return pick


def _fold(name: str) -> str:
    return name.casefold().strip().replace(" ", "_").lstrip("\ufeff")


def _says(value: Any) -> bool:
    """Whether a value says something: not what programs write where there is nothing."""
    if isinstance(value, str):
        return value.strip().casefold() not in _NOTHING
    if isinstance(value, float) and value != value:
        return False
    return value is not None and value != [] and value != {}


_SECTION = ("headline", "paragraphs")


def words_of(value: Any) -> str:
    """The text of a value: a string, a list of paragraphs, an object that holds one."""
    if isinstance(value, str):
        return value if _says(value) else ""
    if isinstance(value, Mapping) and isinstance(value.get("sections"), list):
        # Fundus: a summary, then sections of a heading and paragraphs.
        parts = [
            value.get("summary"),
            *(s.get(n) for s in value["sections"] if isinstance(s, Mapping) for n in _SECTION),
        ]
        return "\n\n".join(words for part in parts if (words := words_of(part)))
    if isinstance(value, Mapping):
        inner = (
            value.get(n)
            for n in ("rendered", "value", "@value", "text", "content", "html", "bodyHtml", "main", "name", "title")
        )
        words = next((words for v in inner if isinstance(v, str) and (words := words_of(v))), "")
        return words or "\n\n".join(paragraphs_of_tree(value))
    if isinstance(value, list):
        return "\n\n".join(words for item in value if isinstance(item, str | Mapping) and (words := words_of(item)))
    return ""


def _language(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or not value.strip():
        return None
    code = value.strip().lower()[:16]
    return _LANGUAGES.get(code, code)
