"""ProQuest: texts and pages of many documents, each a list of named fields around "Full text:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from leadup.errors import IntakeError
from leadup.intake.decode import declared_charset, decode, glimpse, newlines
from leadup.intake.format import Format
from leadup.intake.interfaces import languages, one_of, with_english_fields
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.readers.press.story import Story, articles, day_of, paragraphs_of
from leadup.intake.source import Source
from leadup.model import Article

_RULE = re.compile(r"(?m)^[ \t]*_{20,}[ \t]*$")
_MARK = re.compile(r"(?m)^[ \t]*(?:ProQuest document ID|Publication info|Publication date)[ \t]*:")
_FIELD = re.compile(
    r"(?m)^[ \t]*(Author|Publication info|ProQuest document link|Abstract|Links|Full text|Full Text|Subject|Location"
    r"|People|Company / organization|Identifier / keyword|Classification|Business indexing term|Publication title"
    r"|Title|Volume|Issue|Pages|First page|Number of pages|Publication year|Publication date|Section|Column|Year"
    r"|Publisher|Place of publication|Country of publication|Publication subject|ISSN|Source type|Source"
    r"|Language of publication|Document type|Document feature|ProQuest document ID|Document URL|Copyright|Dateline"
    r"|Last updated|Database|Credit|Illustration|Accession number|DOI)[ \t]*:[ \t]*"
)
_INFO_DAY = re.compile(r"\](\d{1,2} \w{3,9} \d{4})")
_NONE = re.compile(r"(?i)(?:full text |abstract )?(?:is )?(?:not|none|un) ?available\.?|none\.?|n/?a")
_NUMBERED = re.compile(rf"(?i)(?:{one_of('press', 'document')}) \d+ (?:{one_of('press', 'of')}) \d+")
# What the database sets after a headline that it has several times: ": [1]", ": [FINAL Edition]".
_EDITION = re.compile(r"\s?:\s?\[[^\[\]]{1,40}\]$")
_NOBODY = ("anonymous", "")
_BOILERPLATE = ("report information from proquest", "table of contents", "document 1 of", "bibliography")


def sniff(head: bytes) -> bool:
    """The database's own names of fields."""
    if b"ProQuest" not in head and b"Publication info:" not in head and b"_" * 20 not in head:
        return False
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return b"DocID_" in head and b"Publication info" in head
    return is_export(glimpse(head))


def is_export(text: str) -> bool:
    """Whether a text is an export of ProQuest's: it has the fields that every document of one has."""
    english = with_english_fields(text)
    named = "ProQuest" in text or (english != text and _RULE.search(text) is not None)
    return named and "Full text:" in english and _MARK.search(english) is not None


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of an export."""
    data = source.bytes(options.limits.page * 8)
    text = newlines(decode(data, source.name, declared_charset(data)))
    if text.lstrip("\ufeff \n\t")[:1] == "<":
        tree = parse(text)
        yield from articles_of(lines_of_tree(tree) if tree is not None else "", source.name, options, wrapped=False)
    else:
        yield from articles_of(text, source.name, options)


def articles_of(text: str, source: str, options: Options, *, wrapped: bool = True) -> Iterator[Article | IntakeError]:
    """The articles of an export's text."""
    pieces = [piece for piece in _RULE.split(with_english_fields(text)) if _MARK.search(piece)]
    yield from articles(pieces, partial(_story, wrapped=wrapped), source, options, "proquest")


def _story(piece: str, wrapped: bool) -> Story:
    marks = list(_FIELD.finditer(piece))
    fields: dict[str, str] = {}
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        fields.setdefault(mark.group(1).lower(), piece[mark.end() : after.start() if after else len(piece)])
    above = [line.strip() for line in piece[: marks[0].start()].split("\n") if line.strip()] if marks else []
    above = [line for line in above if not (line.lower().startswith(_BOILERPLATE) or _NUMBERED.fullmatch(line))]
    info = fields.get("publication info", "")
    day = day_of(fields.get("publication date", "").strip(), "ProQuest publication date")
    if day is None and (found := _INFO_DAY.search(info)):
        day = day_of(found.group(1), "ProQuest publication info")
    outlet = (fields.get("publication title") or info).split(";")[0].strip() or None
    text = _said(fields.get("full text", "")) or _said(fields.get("abstract", ""))
    url = fields.get("document url", "").strip().split()
    title = above[-1] if above else fields.get("title", "").strip()
    # Some exports let links without a field's mark follow.
    byline = re.split(r"\n[ \t]*\n", fields.get("author", "").strip(), maxsplit=1)[0]
    return Story(
        title=_EDITION.sub("", title) or None,
        outlet=outlet,
        byline=None if byline.lower() in _NOBODY else byline or None,
        published=day,
        paragraphs=paragraphs_of(text, wrapped=wrapped),
        url=url[0] if url and url[0].startswith("http") else None,
        language=languages().get(fields.get("language of publication", "").strip().lower()),
    )


def _said(text: str) -> str:
    """The text of a field; empty where it says only that there is none."""
    return "" if _NONE.fullmatch(text.strip()) else text.strip()


FORMAT = Format(
    "proquest", "ProQuest exports (text, page), many articles a file", (".proquest",), sniff, read, sure=True
)
