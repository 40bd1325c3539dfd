"""A draft cut into statements, each with the day that it stands under."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from leadup import lang
from leadup.check.beside import is_beside
from leadup.check.report import Statement
from leadup.check.rows import Row, rows_of_json, rows_of_markdown, rows_of_table, title_of_json
from leadup.check.unmarked import is_definition, without_emphasis, without_marks, words_alone
from leadup.check.wording import lang_words, pattern_of
from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake import read_path
from leadup.intake.decode import declared_charset, decode
from leadup.intake.parse import parse
from leadup.intake.readers.parsing import decoded
from leadup.intake.source import Source, file_source
from leadup.lang import ENGLISH, languages_with
from leadup.lang.wordforms import without_plural, word_endings
from leadup.model import Timex
from leadup.reading.language import DATES, mostly_leans, told_language, without_quotations
from leadup.reading.sentences import split_sentences
from leadup.timeline.terms import function_words
from leadup.times import tag

_LONG_DASHES = "‒–—―−⸺⸻→➔"
"""Between a day and what happened on it."""
_DASHES = f"{_LONG_DASHES}-"
_OPENING = re.compile(r"[ \t]*(?:(?P<bullet>[-*•–‣◦]|\d{1,2}[.)])[ \t]+|(?P<mark>#+|>|\|)[ \t]*)*")
_RULE = re.compile(r"[\s|:=_*-]*")
_BEFORE_DAY = " *_([|\t"
_AFTER_DAY = re.compile(
    rf"[ \t*_)\]]*[:|{_DASHES}]+[ \t*_]*|[ \t]*[)\]*_]+[ \t*_:|{_DASHES}]*|\.?[ \t]+(?=[*_“\"]?[A-Z])"
)
_STRAY = re.compile(rf"[\s*_#:,.|{_DASHES}]*")
_LABEL = re.compile(rf"[^:|.{_LONG_DASHES}]{{3,40}}(?:[:|{_LONG_DASHES}]|$)")
_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_LEADING = re.compile(r"([^\W\d_]+)[ \t]+(?=[\w*_])")
_LAST_WORD = re.compile(r"([\w'’]+)\s+$")
_NEXT_WORD = re.compile(r",?\s+([a-z][\w-]*)")
_NEXT_TWO = re.compile(r",?\s+([a-z][\w-]*)(?!['’\w-])(?:\s+([a-z][\w-]*)(?!['’\w-]))?")
LOOKED_INTO = 400
"""Code points by which it is told whether it is a page or JSON."""
LARGEST = 4 * 2**20
"""Bytes of a draft; a book is one."""
SHORTEST = 3
"""Words of a statement; less is a heading or a label..."""
SHORTEST_LISTED = 2
"""...unless it stands under a bullet or behind a day."""
OF_A_DRAFT = ENGLISH
"""The language of a draft of which none is said, nor told by its words."""
WEEKDAY, RANGE, TODAY = "weekday", "and day", "today"
"""Rules of the tagger."""
_FIRST_WORDS = 12
"""Code points at a sentence's beginning in which a date opens it."""
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "dt", "dd", "blockquote", "div", "td", "th")
_PAGES = ("<!doctype html", "<html", "<body", "<h1", "<p>", "<ul", "<table")
"""How a page that is no file's begins."""
_JSON = re.compile(r"(?:\[\s*)?\{\s*[\"}]|\[\s*\]")
"""How JSON begins that may be a timeline; "{{note}}" and "[{note}]" are words."""
_PAGE = ("nav", "script", "footer", "aside")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's text, its statements in order and its language (ISO 639-1).

    ``title`` is a heading at its beginning, where there is one.
    """

    text: str
    statements: tuple[Statement, ...]
    language: str
    title: str | None = None


def draft_from_text(
    written: str, day: dt.date | None = None, *, language: str | None = None, whole: bool = False
) -> Draft:
    """A draft from its text: headings, bullets and dates give the sentences below or behind them their day.

    ``day`` is the day of the draft itself, from which "on Monday" and days without a year are counted. Its language is
    told from its words unless it is said; ``whole`` takes headings, notes and short lines
    without a stop for statements too.
    """
    text = without_marks(written)
    told_in = language or _told(text.splitlines()) or OF_A_DRAFT
    language = language or cut_as(told_in)
    statements: list[Statement] = []
    title: str | None = None
    under: tuple[dt.date | None, str] = (None, "")
    anchor = day or _first_full_day(text, language)
    order = _Order(day, _full_days(text, anchor, language))
    onward = _Onward(False)
    for start, end in _lines(text):
        if not whole and is_definition(written[start:end]):
            continue
        unmarked = without_emphasis(text[start:end])
        opening = _OPENING.match(text, start, end)
        assert opening is not None
        at = opening.end()
        is_heading, is_listed = "#" in opening.group(), opening["bullet"] is not None
        told = _opening_day(text, at, end, anchor, order.onward(onward.told, end, anchor), language)
        if told is not None:
            found, stop, label = told
            under, anchor, onward = (found, label), found or anchor, _Onward(found is not None or onward.told)
            after = _AFTER_DAY.match(text, stop, end)
            at = after.end() if after else stop
            if not _STRAY.sub("", text[at:end]):
                continue
        is_titled = not (statements or title or is_listed) and _is_label(text[at:end])
        if not whole and ((is_heading and told is None) or is_titled):
            title = title or (None if "|" in text[at:end] else " ".join(text[at:end].split()).strip(" *_"))
            if told is None:
                continue
        listed = told is not None or is_listed or whole
        for first, last in _sentences(text, at, end, language):
            words = text[first:last]
            if len(words.split()) < (SHORTEST_LISTED if listed else SHORTEST) or (not listed and _is_label(words)):
                continue
            until = order.onward(onward.told, last, anchor)
            timexes, counted_from = _days_in(words, anchor, under[0] or day, language)
            own = _own_day(words, timexes, counted_from, until, language, stands_under=under[0] is not None)
            if own is not None and own[0] is not None:
                anchor, onward = own[0], _Onward(True)
            one, said = own or under
            bare = words_alone(unmarked[first - start : last - start])
            statements.append(Statement(first, last, bare, one, said))
    return Draft(written, tuple(statements), told_in, title)


def lacks_year(draft: Draft) -> bool:
    """Whether a draft gives days, and none of them can be told for want of a year."""
    if any(s.day is not None for s in draft.statements):
        return False
    found = tag(draft.text, None, vague=False, language=cut_as(draft.language))
    return any(t.type == "DATE" and any(c.isdigit() for c in t.exact) and _YEARLESS.match(t.value) for t in found)


def _told(lines: Sequence[str]) -> str | None:
    """The language that a draft's words tell without what it quotes; none where one line of them is surely English, or
    most of it leans to none when each line is taken alone: what is mixed is told line by line."""
    plain = [without_quotations(line) for line in lines]
    whole = told_language("\n".join(plain))
    if whole is None or whole == OF_A_DRAFT:
        return whole
    if any(told_language(line) == OF_A_DRAFT for line in plain) or not mostly_leans(plain, whole):
        return None
    return whole


def cut_as(language: str) -> str:
    """The language by whose words a draft is cut and dated: its own where its pack has dates, or else English."""
    return language if language in languages_with(DATES) else OF_A_DRAFT


def _days_in(
    words: str, anchor: dt.date | None, own: dt.date | None, language: str
) -> tuple[Sequence[Timex], dt.date | None]:
    """The times that a sentence names, and the day from which they are counted: "yesterday" is the day before that of
    the line, or the draft's (``own``), whatever was told of in between."""
    found = tag(words, anchor, vague=False, language=language)
    if own is None or own == anchor or not found or found[0].rule != TODAY:
        return found, anchor
    return tag(words, own, vague=False, language=language), own


def read_draft(path: str | Path, day: dt.date | None = None, *, language: str | None = None) -> Draft:
    """A draft from a file: text, Markdown, HTML, DOCX and all that articles are read from; JSON and CSV timelines.

    Raises :class:`~leadup.errors.IntakeError` where it cannot be read.
    """
    place = Path(path)
    suffix = place.suffix.lower()
    if place.is_dir():
        raise UnreadableInput(str(path), "a folder, and a draft is one file", "Name the file")
    source = file_source(place)
    if isinstance(source, IntakeError):
        raise source
    if suffix in (".json", ".csv", ".tsv", ".md", ".markdown", ".txt", "", ".html", ".htm"):
        made = _draft_of(suffix, partial(_text, source), str(path), day, language)
        if made is not None:
            return made
    found = next(iter(read_path(place)), None)
    if found is None:
        raise EmptyArticle(str(path))
    if isinstance(found, IntakeError):
        raise found
    text = "\n\n".join(found.text[p.start : p.end] for p in found.paragraphs if p.kind != "noise")
    return draft_from_text(text, day, language=language)


def draft_from_bytes(data: bytes, name: str, day: dt.date | None = None) -> Draft:
    """A draft that came without a file: text in any charset, and a timeline as JSON or a page where it begins as one.

    Raises :class:`~leadup.errors.IntakeError` where it is none.
    """
    if len(data) > LARGEST:
        raise UnreadableInput(name, f"it is longer than a draft of {LARGEST:,} bytes", "Give a part of it")
    text = decode(data, name, declared_charset(data)).removeprefix("\ufeff")
    opening = text[:LOOKED_INTO].lstrip().lower()
    suffix = ".json" if _JSON.match(opening) else ".html" if opening.startswith(_PAGES) else ""
    made = _draft_of(suffix, lambda: text, name, day, None)
    return draft_from_text(text, day) if made is None else made


def _draft_of(
    suffix: str, read: Callable[[], str], name: str, day: dt.date | None, language: str | None
) -> Draft | None:
    """A draft from what a file of a suffix says; None for a page with more on it than a draft."""
    read_by = language or OF_A_DRAFT
    try:
        text = read().removeprefix("\ufeff")
        if suffix == ".json":
            data = decoded(text)
            return draft_from_rows(rows_of_json(data, read_by), title_of_json(data), language=language)
        if suffix in (".csv", ".tsv"):
            return draft_from_rows(rows_of_table(text, read_by), language=language)
        if suffix in (".html", ".htm"):
            plain = _text_of_html(text)
            return draft_from_text(plain, day, language=language) if plain else None
        written, entries = rows_of_markdown(text, read_by)
        if entries:
            return draft_from_rows(entries, written, language=language)
        return draft_from_text(text, day, language=language)
    except IntakeError:
        raise
    except PermissionError as error:
        raise UnreadableInput(name, error.strerror or "not to be read", "Check that you may read it") from error
    except Exception as error:  # whatever a file from outside holds is told as such: JSON of other types, a broken page
        said = str(error).split("\n", 1)[0][:200]
        why = f"it cannot be read as a draft ({type(error).__name__}{': ' if said else ''}{said})"
        raise UnreadableInput(name, why, "Give text or a timeline") from error


def _text(source: Source) -> str:
    """What a draft's file says, in whichever charset; raises IntakeError where it is longer than a draft may be."""
    data = source.bytes(LARGEST)
    return decode(data, source.name, declared_charset(data))


def draft_from_rows(rows: Sequence[Row], title: str | None = None, *, language: str | None = None) -> Draft:
    """A draft from rows of days and words."""
    told_in = language or _told([words for _, words in rows]) or OF_A_DRAFT
    language = language or cut_as(told_in)
    text, statements = "", []
    for day, written in rows:
        words = without_marks(written)
        for first, last in split_sentences(words, language=language):
            one = words_alone(words[first:last])
            if len(one.split()) >= SHORTEST_LISTED:
                at = len(text)
                text += one + "\n"
                statements.append(Statement(at, at + len(one), one, day, day.isoformat() if day else ""))
    return Draft(text, tuple(statements), told_in, title)


@dataclass(frozen=True, slots=True)
class _Onward:
    """Whether a day was told, from which a weekday goes on, and a day past which none goes."""

    told: bool
    last: dt.date | None = None

    def of(self, rule: str) -> _Onward | None:
        """The same for a weekday, nothing for what another rule of the tagger found."""
        return self if rule == WEEKDAY else None


@dataclass(frozen=True, slots=True)
class _Order:
    """A draft's own day, and the days that it gives by their date, each with where it stands."""

    day: dt.date | None
    days: tuple[tuple[int, dt.date], ...]

    def onward(self, told: bool, place: int, anchor: dt.date | None) -> _Onward:
        """How far a weekday goes on that stands before a place: to the next day that is told, or the draft's own."""
        later = next((d for at, d in self.days if at >= place and anchor is not None and d > anchor), None)
        return _Onward(told, min((d for d in (later, self.day) if d), default=None))


def _full_days(text: str, anchor: dt.date | None, language: str) -> tuple[tuple[int, dt.date], ...]:
    found = []
    for timex in tag(text, anchor, vague=False, language=language):
        if timex.type == "DATE" and timex.span and timex.span.single and any(c.isdigit() for c in timex.exact):
            found.append((timex.start, _near(timex.span.single, timex.exact, anchor, None)))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and not _RULE.fullmatch(line):
            yield at, at + len(line.rstrip().rstrip("|").rstrip())
        at += len(line)


def _sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of a line; cells of a table's row are lines of their own."""
    at = start
    for cell in text[start:end].split(" | "):
        yield from split_sentences(text, at, at + len(cell), language=language)
        at += len(cell) + 3


def _is_label(words: str) -> bool:
    """A line without a stop at its end is a heading or a label, if it is short."""
    bare = words.strip(" *_#")
    return not bare.endswith((".", "!", "?", "”", '"', ":")) and len(bare.split()) <= 10


def _first_full_day(text: str, language: str) -> dt.date | None:
    """The first day that a draft gives with its year: from it those without one are counted."""
    for timex in tag(text, None, vague=False, language=language):
        if timex.type == "DATE" and timex.span and timex.span.single and _YEAR.search(timex.exact):
            return timex.span.single
    return None


def _opening_day(
    text: str, start: int, end: int, anchor: dt.date | None, onward: _Onward, language: str
) -> tuple[dt.date | None, int, str] | None:
    """The day that a line opens with, where its words end, and these: a heading's, or before a colon, a dash, a word
    with a capital. No day where a longer time is named ("Early January", "Week of May 7")."""
    head = text[start : min(end, start + 60)]
    lead, is_led = _before_day(head, language)
    found = tag(head, anchor, vague=False, language=language)
    opening, others = (found[0], found[1:]) if found else (None, found)
    if opening is not None and opening.start <= lead and opening.type in ("DATE", "TIME") and opening.span:
        span, stop = opening.span, start + opening.end
        if others and others[0].rule == RANGE and others[0].start - opening.end <= 3:
            # "Jan. 2-3"
            stop = start + others[0].end
        closes = not text[stop:end].strip(" *_)]:.")
        dated = any(c.isdigit() for c in opening.exact)
        label = text[start + lead : stop].strip(" *_")
        after = _AFTER_DAY.match(text, stop, end)
        marks = after.group().strip(" *_") if after else ""
        # "May 2 Rebels fled" is of a list, "May was cold" is prose; "Monday" alone needs its colon.
        if ":" in marks if is_led else (closes or after) and (dated or marks):
            first = span.single or (span.first if _is_short(span.first, span.last) else None)
            return (_near(first, text[start:stop], anchor, onward.of(opening.rule)) if first else None), stop, label
    label_end = _LABEL.match(text, start, end)
    timexes = tag(label_end.group(), anchor, language=language) if label_end is not None else ()
    if label_end is not None and any(t.type in ("DATE", "DURATION") for t in timexes):
        return (
            None,
            label_end.end() - (label_end.group()[-1] in f":|{_LONG_DASHES}"),
            label_end.group().strip(f" *_:|{_LONG_DASHES}"),
        )
    return None


def _before_day(head: str, language: str) -> tuple[int, bool]:
    """Where a day may begin that opens a line, and whether a word stands before it: "On May 2: rebels fled" is as "May
    2: rebels fled", but "On May 2 rebels fled" is a sentence."""
    lead = len(head) - len(head.lstrip(_BEFORE_DAY))
    led = _LEADING.match(head, lead)
    return (
        (led.end(), True) if led is not None and led[1].lower() in lang_words("before_day", language) else (lead, False)
    )


def _is_short(first: dt.date | None, last: dt.date | None) -> bool:
    return first is not None and last is not None and (last - first).days <= 3


def _near(day: dt.date, words: str, anchor: dt.date | None, onward: _Onward | None) -> dt.date:
    """The day in the year that brings it nearest to the anchor, where its words name none.

    A weekday after a day that was told is the next one, but none past the day told next, nor the draft's own.
    """
    if anchor is not None and onward is not None and onward.told and 0 < (anchor - day).days < 7:
        after = day + dt.timedelta(7)
        return after if onward.last is None or after <= onward.last else day
    if anchor is None or _YEAR.search(words) or not any(c.isdigit() for c in words):
        return day
    found = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            found.append(day.replace(year=year))
        except ValueError:
            continue
    return min(found, key=lambda d: abs((d - anchor).days), default=day)


def _own_day(
    words: str, timexes: Sequence[Timex], anchor: dt.date | None, onward: _Onward, language: str, *, stands_under: bool
) -> tuple[dt.date | None, str] | None:
    """The day that a sentence names itself: the only one, or the one it opens with; a longer time names none.

    Where it stands under a day, one that only tells a thing apart is not its own ("the Christmas release"), but for
    that of a deed of which the sentence tells ("The May 3 raid killed five"); nor is one of what is still to come, or
    was before ("said he would leave on May 28", "after the fire of May 1").
    """
    days: dict[dt.date, str] = {}
    opening: tuple[dt.date | None, str] | None = None
    for timex in timexes:
        if timex.type != "DATE" or timex.span is None:
            continue
        before, behind = words[: timex.start], words[timex.end :]
        if stands_under and timex.start > _FIRST_WORDS and is_beside(before, language):
            continue
        apart = stands_under and _is_apart(before, behind, language)
        if apart and not _is_of_deed(before, behind, language):
            continue
        single = timex.span.single
        known = anchor is not None or _YEAR.search(timex.exact) is not None
        if single is not None and known:
            # "The Tuesday raid" is none to come.
            looks_back = apart or pattern_of("earlier", language).search(words, 0, timex.start) is not None
            single = _near(single, timex.exact, anchor, None if looks_back else onward.of(timex.rule))
            days.setdefault(single, timex.exact)
        if timex.start <= _FIRST_WORDS and opening is None:
            opening = (single if known else None), timex.exact
    if opening is not None:
        return opening
    return next(iter(days.items())) if len(days) == 1 else None


def _is_apart(before: str, behind: str, language: str) -> bool:
    """Whether a day stands between an article, or whose a thing is, and that thing."""
    article, thing = _LAST_WORD.search(before), _NEXT_WORD.match(behind)
    if article is None or thing is None or thing[1] in function_words(language):
        return False
    owns = article[1].endswith(word_endings(language).possessive)
    return owns or article[1].lower() in lang_words("before_apart", language)


def _is_of_deed(before: str, behind: str, language: str) -> bool:
    """Whether a day that tells a thing apart is that of a deed of which the sentence tells: one that opens it, or in
    which all of it was done ("shot him in the Tuesday raid"; not "resigned over the Tuesday raid")."""
    end = _end_of_deed(behind, language)
    if end is None or _at_deed("state", language).match(behind, end):
        return False
    within = _at_deed("within", language).search(before)
    if within is None:
        first = before.split()[0].lower()
        is_named = first in lang_words("before_apart", language) or first not in function_words(language)
        return is_named and _at_deed("opening", language).fullmatch(before) is not None
    if not before[: within.start()].strip():
        return True
    return (
        _at_deed("linked", language).search(before) is None
        and _at_deed("ended", language).match(behind, end) is not None
    )


def _end_of_deed(behind: str, language: str) -> int | None:
    """Where the noun of a deed ends that words begin with, or have after one other word ("drone strike")."""
    found = _NEXT_TWO.match(behind)
    for place in (1, 2) if found is not None else ():
        if found is None or found[place] is None or found[place] in function_words(language):
            break
        if found[place] in _deeds(language) or without_plural(found[place], language) in _deeds(language):
            return found.end(place)
    return None


@cache
def _deeds(language: str) -> frozenset[str]:
    """Nouns for what happens on a day."""
    return lang_words("happenings", language) | frozenset(lang.kept_table("dating", language)["happenings"])


@cache
def _at_deed(name: str, language: str) -> re.Pattern[str]:
    return re.compile(lang.kept_table("check", language)["at_deed"][name])


def _text_of_html(html: str) -> str:
    """The blocks of a plain page, a line each, cells of a row side by side; empty for a page with more on it."""
    tree = parse(html)
    if tree is None:
        raise ValueError("nothing is in it")
    if any(tree.find(f".//{name}") is not None for name in _PAGE):
        return ""
    lines = []
    for block in tree.iter(*_BLOCKS):
        if block.tag in ("td", "th") or any(child.tag in _BLOCKS for child in block.iterdescendants()) != (
            block.tag == "tr"
        ):
            continue
        cells = block.findall("td") + block.findall("th") if block.tag == "tr" else [block]
        said = " | ".join(" ".join("".join(map(str, cell.itertext())).split()) for cell in cells)
        mark = "# " if block.tag == "h1" else "## " if str(block.tag).startswith("h") else "- " * (block.tag == "li")
        lines.append(f"{mark}{said}")
    return "\n\n".join(lines)
