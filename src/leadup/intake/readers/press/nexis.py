"""Nexis and Nexis Uni: texts and pages of many documents, old style ("1 of 10 DOCUMENTS") and new ("End of Document").

The publication day is the line under the outlet's name; LOAD-DATE is when the database took the article in, and
CORRECTION-DATE when it was put right: neither is ever taken for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.decode import declared_charset, decode, glimpse, newlines
from leadup.intake.format import Format
from leadup.intake.interfaces import languages, one_of, with_english_labels
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.readers.press.story import Story, articles, day_of, miscounted, paragraphs_of
from leadup.intake.source import Source
from leadup.intake.written import days, months, parse_written
from leadup.model import Article

_BOUND = re.compile(r"(?m)^[ \t]*(?:Document[ \t]+)?(\d{1,5})[ \t]+of[ \t]+(\d{1,5})[ \t]+DOCUMENTS?[ \t]*$")
_END = re.compile(r"(?m)^[ \t]*End of Document[ \t]*$")
_LISTED = re.compile(r"(?m)^[ \t]*Documents?[ \t]*\((\d{1,5})\)[ \t]*$")
# What stands under each title of a list of results, which the database puts before the documents or saves alone.
_LIST = re.compile(r"(?m)^[ \t]*(?:Client/Matter|Search Terms|Search Type|Job Number):")
_LENGTH = re.compile(r"(?im)^[ \t]*length:\s{0,4}[\d,]{1,9} words?\b.*$")
_DATE = re.compile(
    r"^\W{0,3}(?:[^\W\d]{3,12},?\s+)?(?:[^\W\d]{3,12}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?\s+(?:del?\s+)?\d{4})\b"
)
# A magazine's issue gives no day: "March 2018", "March/April 2018".
_ISSUE = re.compile(r"^\W{0,3}([^\W\d_]{3,12})\.?(?:\s?[-/]\s?[^\W\d_]{3,12}\.?)?,?\s+(?:de\s+)?\d{4}$")
_FIELD = re.compile(
    r"^[ \t]*(headline|byline|section|length|dateline|highlight|series|body|load-date|language|graphic|publication-type"
    r"|correction-date|correction|subject|organization|country|city|state|person|company|ticker|industry|geographic"
    r"|document-type|journal-code|acc-no|url|distribution|type|copyright|classification|notes?|editor's note"
    r"|show|transcript|guests|anchors?|reporters?|network|program|host)"
    r"(?::[ \t]*(.*)|[ \t]*)$",
    re.IGNORECASE,
)
_BARE = frozenset({"body", "classification", "graphic", "notes"})
_SPOKEN = frozenset(
    {"show", "transcript", "guests", "anchor", "anchors", "reporter", "reporters", "network", "program", "host"}
)
"""Fields of a broadcast's transcript, which stand around its day."""
_HEADER = _SPOKEN | frozenset(
    {"headline", "byline", "section", "length", "dateline", "highlight", "series", "body", "type", "distribution"}
)
# A part of the label for the length, or of a numbered document, that is the same in every charset.
_LIKELY = re.compile(
    rb"DOCUMENT|ength:|ENGTH:|okument \d|OKUMENT \d|ocumento? \d|OCUMENTO? \d|NGE ?:|nge ?:|LONGUEUR|ongueur|LONGITUD"
    rb"|ongitud|LUNGHEZZA|unghezza|LENGTE|engte ?:|Documents? \(\d"
)
_EDITION = re.compile(
    rf"(?i)\bedition\b|^(?:\w+ ){{0,2}}\w{{0,24}}(?:{one_of('press', 'edition')})\b.{{0,12}}$"
    r"|^correction appended$|^copyright\b|^all rights reserved|^©"
)
_PAGE_MARK = re.compile(rb"LXNComment|<DOCFULL>|\bof \d{1,5} DOCUMENTS?\b")
# A page of Nexis Uni's: the mark that ends a document, and the label of its length.
_PAGE_END = re.compile(rb">\s{0,20}End of Document\s{0,20}<")
_PAGE_LENGTH = re.compile(rb"(?i)>\s{0,20}length\s{0,3}:")
_LINK = re.compile(r"(?i)^link to (?:image|original source)s?$")
LONGEST_DATE_LINE = 120


def sniff(head: bytes) -> bool:
    """Documents that are numbered, or one whose header says its length and its day."""
    if not _LIKELY.search(head[:16384]):
        return False
    if _PAGE_MARK.search(head[:16384]):
        return True
    text = glimpse(head[:16384])
    if text.lstrip()[:1] == "<":
        return _PAGE_END.search(head) is not None and _PAGE_LENGTH.search(head) is not None
    return text.lstrip()[:1] not in ("<", "{", "[") and is_export(text)


def is_export(text: str) -> bool:
    """Whether a text is one: numbered documents, or a header with the length in words and a day."""
    text = with_english_labels(text[:16384])
    if _BOUND.search(text, 0, 16384) or (_LISTED.search(text) and _LIST.search(text)):
        return True
    length = _LENGTH.search(text, 0, 16384)
    return length is not None and any(_is_date(line) or _is_issue(line) for line in text[: length.start()].split("\n"))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of an export."""
    data = source.bytes(options.limits.page * 8)
    text = newlines(decode(data, source.name, declared_charset(data)))
    if text.lstrip()[:1] == "<":
        tree = parse(text)
        yield from articles_of(lines_of_tree(tree) if tree is not None else "", source.name, options, wrapped=False)
    else:
        yield from articles_of(text, source.name, options)


def articles_of(text: str, source: str, options: Options, *, wrapped: bool = True) -> Iterator[Article | IntakeError]:
    """The articles of an export's text; an error where it says that it holds more."""
    pieces, said = _pieces(with_english_labels(text))
    if not pieces:
        yield UnreadableInput(source, f"a list of {said} documents without their texts", "Download the full documents")
        return
    yield from articles(pieces, partial(_story, wrapped=wrapped), source, options, "nexis")
    # Marks between documents that are not known would leave several in one.
    headers = sum(len(_LENGTH.findall(piece)) for piece in pieces)
    yield from miscounted(source, max(said or 0, headers), len(pieces))


def _pieces(text: str) -> tuple[list[str], int | None]:
    """The documents of an export, and how many it says that there are (in this file)."""
    bounds = list(_BOUND.finditer(text))
    if bounds:
        ends = [*(b.start() for b in bounds[1:]), len(text)]
        numbers = [int(b.group(1)) for b in bounds]
        said = numbers[-1] - numbers[0] + 1
        if numbers[0] == 1:
            # What most of the documents say: single ones have been seen to name another number.
            said = max(said, Counter(int(b.group(2)) for b in bounds).most_common(1)[0][0])
        return [text[b.end() : end] for b, end in zip(bounds, ends, strict=True)], said
    listed = _LISTED.search(text)
    pieces = [piece for piece in _END.split(text) if _LENGTH.search(piece)]
    if not pieces and listed and _LIST.search(text):
        return [], int(listed.group(1))
    return pieces or [text], int(listed.group(1)) if listed else None


def _story(piece: str, wrapped: bool) -> Story:
    lines = piece.split("\n")
    length = next((i for i, line in enumerate(lines) if _LENGTH.match(line)), len(lines) - 1)
    tests = (_is_day_alone, _is_date, _is_issue)
    dated = next((i for test in tests for i in range(length, -1, -1) if test(lines[i])), None)
    fields: dict[str, str] = {}
    title, outlet, published = None, None, None
    if dated is not None:
        published = day_of(lines[dated].strip(), "Nexis publication date")
        above = next((i for i in range(dated - 1, -1, -1) if lines[i].strip() and not _is_spoken(lines[i])), None)
        outlet = lines[above].strip() if above is not None else None
        title = _title(lines, dated, length) or _title_above(lines, above)
    body, notes = _body(lines, 0 if dated is None else dated + 1, fields)
    return Story(
        # Old exports name the headline as they name the byline.
        title=fields.get("headline") or title,
        outlet=outlet,
        byline=fields.get("byline"),
        published=published,
        paragraphs=paragraphs_of(body, wrapped=wrapped),
        notes=paragraphs_of(notes, wrapped=wrapped),
        language=_language(fields.get("language")),
    )


def _is_spoken(line: str) -> bool:
    """Whether a line is a field of a transcript's head."""
    found = _FIELD.match(line)
    return found is not None and found.group(1).lower() in _SPOKEN


def _is_date(line: str) -> bool:
    line = line.strip()
    return len(line) <= LONGEST_DATE_LINE and _DATE.match(line) is not None and parse_written(line) is not None


def _is_day_alone(line: str) -> bool:
    """Whether a line gives a day and nothing but its weekday, hour or edition after it: a headline may begin with a
    day, too ("March 1, 2018: how it began")."""
    if not _is_date(line):
        return False
    found = _DATE.match(line.strip())
    assert found is not None
    after = line.strip()[found.end() :].strip(" ,.;-–—")
    word = after.split()[0].strip(" ,.;").casefold() if after else ""
    return not word or word in days() or word[0].isdigit() or _EDITION.search(after) is not None


def _is_issue(line: str) -> bool:
    found = _ISSUE.match(line.strip())
    return found is not None and found.group(1).casefold() in months()


def _title(lines: list[str], dated: int, length: int) -> str | None:
    """The headline between the day and the first field (old style)."""
    words: list[str] = []
    on = False
    for line in lines[dated + 1 : length]:
        if _FIELD.match(line):
            break
        if on and line.strip():
            # "Edition 1;" goes on in the next line.
            on = line.rstrip().endswith(";")
            continue
        on = bool(not words and _EDITION.search(line.strip()) and line.rstrip().endswith(";"))
        if line.strip() and not _EDITION.search(line.strip()):
            words.append(line.strip())
        elif words and not line.strip():
            break
    return " ".join(words) or None


def _title_above(lines: list[str], outlet: int | None) -> str | None:
    """The headline above the outlet's name (new style)."""
    if outlet is None:
        return None
    at = next((i for i in range(outlet - 1, -1, -1) if lines[i].strip()), None)
    if at is None:
        return None
    words = [lines[at].strip()]
    while at and lines[at - 1].strip():
        at -= 1
        words.insert(0, lines[at].strip())
    return " ".join(words)


def _body(lines: list[str], start: int, fields: dict[str, str]) -> tuple[str, str]:
    """The text after the header up to the fields at the end, and what the correction says; fills ``fields``."""
    body: list[str] = []
    notes: list[str] = []
    state, began = "header", False
    spoken = start + _head_lines(lines[start:])
    for number, line in enumerate(lines[start:], start):
        found = _FIELD.match(line)
        name = found.group(1).lower() if found else ""
        if found and name in _SPOKEN and number >= spoken:
            # "REPORTER: …" is who speaks.
            found = None
        if found and found.group(2) is None and name not in _BARE:
            found = None
        if found and began and name in _HEADER and name != "body" and not line.lstrip()[: len(name)].isupper():
            # A sentence may well open with "Type: …".
            found = None
        if found:
            fields.setdefault(name, (found.group(2) or "").strip())
            if name == "correction" or (state == "note" and name in ("note", "notes")):
                state = "note"
                notes.append(found.group(2) or "")
            elif name in _HEADER:
                state = "body" if name in ("body", "length") else state
                if not (found.group(2) or "").strip() and name not in ("body", "length"):
                    state = f"value {name}" if not began else state
            else:
                state = "tail"
            continue
        if state.startswith("value ") and line.strip():
            fields[state.removeprefix("value ")] = line.strip()
            state = "header"
        elif state == "body":
            if line.strip().lower().startswith(("copyright ", "all rights reserved")) and not began:
                continue
            if _LINK.match(line.strip()):
                continue
            began = began or bool(line.strip())
            body.append(line)
        elif state == "note":
            notes.append(line)
    return "\n".join(body).strip("\n"), "\n".join(notes)


def _head_lines(lines: list[str]) -> int:
    """How many lines a document's head has: up to the label of its body, or where it has none, of its length."""
    labels = [(n, m.group(1).lower()) for n, line in enumerate(lines) if (m := _FIELD.match(line))]
    return next((n for name in ("body", "length") for n, label in labels if label == name), 0)


def _language(value: str | None) -> str | None:
    return languages().get((value or "").split(";")[0].strip().lower())


FORMAT = Format("nexis", "Nexis and Nexis Uni exports, many articles a file", (".nexis",), sniff, read, sure=True)
