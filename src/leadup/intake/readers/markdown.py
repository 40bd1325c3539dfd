"""Markdown: one article a file, with the fields of a YAML-like front matter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace

from leadup.errors import IntakeError
from leadup.intake import interfaces
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.decode import decode, newlines
from leadup.intake.extract import NO_MARKS, Block, Raw, classified
from leadup.intake.format import Format
from leadup.intake.frontmatter import front_of
from leadup.intake.marks import key
from leadup.intake.options import Options
from leadup.intake.published import from_address
from leadup.intake.record import known_from
from leadup.intake.source import Source
from leadup.model import Article

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.{0,20000}?)\n\+\+\+[ \t]*\n", re.DOTALL)
# Joplin writes the fields of a note without a fence around them.
_BARE = re.compile(
    r"\A((?:(?:title|created|updated|source|author|url|date|published|tags|id):[^\n]{0,500}\n){2,12})(?=\n)"
)
# MarkDownload puts the page's description before its text.
_EXCERPT = re.compile(r"^> #{1,3} Excerpt\n(?:>[^\n]{0,4000}\n){1,40}\s{0,9}---\n", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]{0,8}-[ \t]+(.{1,500})$")
# When somebody kept a page says nothing of when it was published.
_KEPT = ("created", "date_saved", "saved", "clipped", "updated", "modified")
# Fields under the title, as Notion exports them; what they say of keeping the page is not taken.
_UNDER = re.compile(r"\A\s*(#[ \t]+[^\n]{1,300}\n)\s*\n((?:[A-Z][\w -]{0,40}:[ \t]+[^\n]{1,2000}\n){2,40})(?=\s*\n)")
_FIELD = re.compile(r"^([A-Za-z_][\w -]{0,40}):[ \t]*(.{0,2000})$")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"]{0,300}\")?\)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|\*|(?<!\w)_|`)(?=\S)(.{1,2000}?)(?<=\S)\1")
# Logseq's properties of a page: "source:: https://…", with a dash before the first where it is a block.
_PAIRS = re.compile(r"\A((?:[ \t]*(?:- )?[A-Za-z][\w-]{0,40}:: [^\n]{0,2000}\n){1,20})")
_PAIR = re.compile(r"(?m)^[ \t]*(?:- )?([A-Za-z][\w-]{0,40}):: ")
# What note takers set beside words: pictures, notes' numbers, comments, the sign of a block, the kind of a box.
_BESIDE = re.compile(
    r"!\[\[[^\[\]]{1,300}\]\]|\s?\[\^[^\[\]\s]{1,40}\]:?|%%.{0,2000}?%%|(?<=\s)\^[\w-]{4,12}$|^\[![\w-]{1,20}\][+-]?"
)
_NOTE = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_TAGS = re.compile(r"(?:#[\w/-]{1,60}\s*)+")
_LINKED = re.compile(r"\[([^\[\]]{1,60})\]\((https?://[^\s()]{4,2000})\)")
_BREAKS = ("  ", "\\")
_WHOLE = re.compile(r"([*_]{1,3})(?=\S)[^*_\n]{1,120}(?<=\S)\1")
_MARK = re.compile(r"^[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)")


MOST_LINES = 12
LONGEST_LINE = 120


def sniff(head: bytes) -> bool:
    """A front matter between dashes or plus signs, or a first heading."""
    return head.lstrip(b"\xef\xbb\xbf").startswith((b"---\n", b"---\r\n", b"+++\n", b"+++\r\n", b"# "))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a Markdown file: marks of emphasis, links and lists are taken off, images left out."""
    try:
        text = newlines(decode(source.bytes(options.limits.page), source.name))
        known, text = _front(text)
        text = _EXCERPT.sub("", text, count=1)
        raws = [raw for raw in _raws(text) if raw.text]
        title = known.title
        if title is None and raws and raws[0].heading:
            title = raws[0].text
        blocks = classified(raws, frozenset([key(title)]) if title else frozenset(), NO_MARKS)
        if title:
            blocks.insert(0, ("title", title))
        known = replace(known, title=title, url=known.url or _original(text))
        known, blocks = _with_front(known, blocks)
        yield article_from_blocks(blocks, source=source.name, known=known, options=options)
    except IntakeError as error:
        yield error


def _with_front(known: ArticleMetadata, blocks: list[Block]) -> tuple[ArticleMetadata, list[Block]]:
    """What lines under the title say ("By Jane Doe", a day), where no field said it; those lines are credits."""
    if known.published is not None and known.byline:
        return known, blocks
    text = "\n\n".join(words for _, words in blocks[:MOST_LINES])
    front = front_of(text)
    said = {text[start:end] for start, end in front.lines}
    blocks = [("credit" if kind != "title" and words in said else kind, words) for kind, words in blocks]
    published = known.published or front.published or from_address(known.url)
    return replace(known, published=published, byline=known.byline or front.byline), blocks


def _original(text: str) -> str | None:
    """Where a link leads that only names the page itself ("[Read original](https://…)")."""
    return next((found.group(2) for found in _LINKED.finditer(text) if _names_page(found.group(1))), None)


def _names_page(label: str) -> bool:
    return label.strip(" :.→↗").casefold() in interfaces.names("notes", "original")


def _only_links(words: str) -> bool:
    """Whether a line is nothing but links, one of them to the page that the note was made of."""
    links = list(_LINKED.finditer(words))
    return any(_names_page(link.group(1)) for link in links) and not _LINKED.sub("", words).strip(" |·•")


def _front(text: str) -> tuple[ArticleMetadata, str]:
    if pairs := _PAIRS.match(text):
        held = _fields(_PAIR.sub(r"\1: ", pairs.group(1)))
        fields = {name: value for name, value in held.items() if not _is_of_keeping(name)}
        return known_from(fields, "the note's own field"), text[pairs.end() :]
    toml = _TOML.match(text)
    found = toml or _FRONT.match(text) or _BARE.match(text)
    if not found and (under := _UNDER.match(text)):
        fields = {k: v for k, v in _fields(under.group(2)).items() if not _is_of_keeping(k)}
        return known_from(fields, "the field under the title"), under.group(1) + text[under.end() :]
    if not found:
        return ArticleMetadata(), text
    fields = _toml(found.group(1)) if toml else _fields(found.group(1))
    fields = {name: value for name, value in fields.items() if name.casefold() not in _KEPT}
    return known_from(fields, "the front matter's date"), text[found.end() :]


def _is_of_keeping(name: str) -> bool:
    folded = name.casefold().replace(" ", "_")
    return folded in _KEPT or folded.startswith(("created", "last_edited", "date_added", "added"))


def _toml(text: str) -> dict[str, object]:
    try:
        return dict(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return {}


def _fields(text: str) -> dict[str, object]:
    """The fields of a front matter in the YAML that note takers write: values, lists in brackets or under dashes."""
    fields: dict[str, object] = {}
    name = ""
    for line in text.splitlines():
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            name, value = field.group(1), _value(field.group(2))
            listed = value.startswith("[") and value.endswith("]") and not value.startswith("[[")
            fields[name] = [_value(v) for v in value[1:-1].split(",")] if listed else value
        elif item and name:
            held = fields[name]
            fields[name] = [*(held if isinstance(held, list) else []), _value(item.group(1))]
    return fields


def _value(text: str) -> str:
    """A value without its quotes, and a link to a note ("[[Jane Doe]]") as the name that it shows."""
    value = text.strip().strip("\"'")
    linked = re.fullmatch(r"\[\[(?:[^\]|]{1,200}\|)?([^\]|]{1,200})\]\]", value)
    return linked.group(1) if linked else value


def _raws(text: str) -> Iterator[Raw]:
    run: list[str] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        heading = _HEADING.match(line) if len(line) < 1000 else None
        under = lines[index + 1].strip() if index + 1 < len(lines) else ""
        underlined = bool(line.strip()) and not run and len(under) >= 3 and set(under) in ({"="}, {"-"})
        item = _MARK.match(line)
        if run and (not line.strip() or heading or item or underlined):
            yield Raw(_plain(" ".join(run)))
            run = []
        if heading:
            yield Raw(_plain(heading.group(2)), True)
        elif underlined:
            yield Raw(_plain(line), True)
        elif line.strip() and set(line.strip()) not in ({"="}, {"-"}, {"*"}, {"_"}):
            words = line[item.end() :].strip() if item else line.strip()
            if not _TAGS.fullmatch(words) and not _only_links(words):
                run.append(words)
            if run and (line.endswith(_BREAKS) or _WHOLE.fullmatch(words)) and len(words) <= LONGEST_LINE:
                yield Raw(_plain(" ".join(run)))
                run = []
    if run:
        yield Raw(_plain(" ".join(run)))


def _plain(text: str) -> str:
    if len(text) > 20000:
        return text
    text = _NOTE.sub(r"\1", _BESIDE.sub("", text)).replace("==", "")
    text = _LINK.sub(lambda m: "" if m.group().startswith("!") else m.group(1), text)
    for _ in range(2):
        text = _STRONG.sub(r"\2", text)
    return " ".join(text.split())


FORMAT = Format("markdown", "Markdown, one article a file", (".md", ".markdown"), sniff, read)
