"""Which of the dates on a page to believe, and how far."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import dataclass, replace
from enum import Enum

from lxml.html import HtmlElement

from leadup.address import split_address
from leadup.intake.published import EARLIEST, SLACK, at_midnight, parse_time, written_time
from leadup.intake.structured import Structured
from leadup.intake.written import months
from leadup.model import Published

_DAY = r"(19[89]\d|20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])"
# At the head of a part of the path, or at its end; inside a slug it is what the article is about.
_URL_DAY = re.compile(rf"/{_DAY}(?=[/_.-]|$)|[_-]{_DAY}(?=[/.?#]|$)")
_ZERO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_ORDERED = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b(.*)$", re.DOTALL)
_ROOT = re.compile(r"<html\b[^<>]{0,600}?\slang=[\"']?([\w-]{2,12})", re.IGNORECASE)
_HEAD = 6000
LAST_CHANGE = "the page's last change: it gives no date of publication"
CLOCKED = 40
"""Characters behind a day among which its time of day stands."""
YEARS = dt.timedelta(days=300)
_WEST, _EAST = dt.timedelta(hours=10), dt.timedelta(hours=13)
"""How far clocks go behind and before UTC where there are newspapers."""
_FIRST_PAGE = dt.date(1990, 1, 1)


class DateSource(Enum):
    """What a page's date was taken from."""

    STATED = "the page's statement for machines"
    GUESSED = "htmldate's guess alone"
    AGREED = "htmldate and the address, which agree"
    ADDRESS = "the address alone"
    CHANGED = "the page's last change"


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date of a page and where it comes from. ``zoned`` is False where a time was given without its zone, ``swapped``
    True where day and month were put right.
    """

    published: Published
    source: DateSource
    zoned: bool = True
    swapped: bool = False

    @property
    def may_be_shown_otherwise(self) -> bool:
        """Whether what the page shows under its headline is to be looked at as well: a guess may be the day of another
        story on the page, and a last change is no publication."""
        return self.source in (DateSource.GUESSED, DateSource.CHANGED)


def date_of_page(
    data: Structured,
    guess: dt.date | None,
    *,
    url: str | None,
    crawled: dt.datetime | None,
    saved: dt.datetime | None = None,
    page: str = "",
) -> PageDate | None:
    """When a page was published: structured data for the full time and zone, ``guess`` (htmldate's) beside it.

    Sure where the two agree on the day, likely where only one speaks or they differ. A time after ``crawled`` (when
    the page was fetched) cannot be right: day and month are swapped if that mends it, else the date is passed over.
    ``saved`` is the file's own date, which only lowers the certainty. ``page`` is the page as it came: htmldate's
    guess alone is believed only where the page writes that day out, and figures that could be two days ("3/4/2020")
    only where the page says in whose order it writes them. The last change comes last of all.
    """
    stated = _stated(data, month_first(data, url, page))
    address = _from_url(url or data.url)
    latest = crawled + SLACK if crawled else None
    if latest is None and saved is not None and saved.date() >= _FIRST_PAGE:
        # A file's date may be off, but not by years.
        latest = saved + YEARS
    for found in stated:
        mended = _within(found, latest, data, address)
        if mended is None:
            continue
        return _weighed(_local(mended, stated, address), found, guess, address, stated, saved)
    if guess is not None and guess == address:
        return PageDate(Published(at_midnight(guess), "day", "sure", "htmldate and the address"), DateSource.AGREED)
    changed = next((change for value in data.modified if (change := _changed(value, latest)) is not None), None)
    if changed is not None and changed.published.day == guess and address is None:
        return changed  # htmldate takes the last change for want of anything else
    if guess is not None and (vouched := _vouched(guess, page, month_first(data, url, page))) is not None:
        return vouched
    if address is not None:
        return PageDate(Published(at_midnight(address), "day", "likely", "the address"), DateSource.ADDRESS)
    return changed


def _changed(value: str, latest: dt.datetime | None) -> PageDate | None:
    parsed = parse_time(value)
    if parsed is None or parsed[0].date() < EARLIEST or _is_zero(parsed[0]) or (latest and parsed[0] > latest):
        return None
    return PageDate(Published(parsed[0], parsed[1], "likely", LAST_CHANGE), DateSource.CHANGED)


def month_first(data: Structured, url: str | None, page: str = "") -> bool | None:
    """Whether a page writes 3/4 for 4 March, as Americans do; None where it does not say whose it is."""
    locale = f"{data.meta.get('og:locale') or ''} {data.meta.get('language') or ''}".replace("_", "-").lower()
    root = _ROOT.search(page, 0, _HEAD)
    tongue = (root[1] if root else data.language or "").replace("_", "-").lower()
    for said in (locale.split(), [tongue]):
        for word in said:
            if word.startswith("en-us"):
                return True
            if re.fullmatch(r"[a-z]{2}-[a-z]{2}", word):
                return False
    host = split_address(url or data.url).hostname
    if host and host.endswith((".gov", ".mil", ".us")):
        return True
    return False if tongue and not tongue.startswith("en") else None


def _vouched(guess: dt.date, page: str, american: bool | None) -> PageDate | None:
    """The day of a guess, where the page writes it as people or machines write dates, not as a run of figures."""
    found = _written_out(guess, page)
    if found is not None or not page:
        return _with_clock(guess, found)
    if not _figures(guess, page):
        return None
    swapped = _swapped(at_midnight(guess))
    if swapped is not None and american:
        # htmldate reads figures day first.
        return _with_clock(swapped.date(), _written_out(swapped.date(), page))
    return _with_clock(guess, None) if swapped is None or american is not None else None


def _with_clock(day: dt.date, found: re.Match[str] | None) -> PageDate:
    """The day with the time of day that the page writes right behind it ("January 3, 2020 5:15 PM EST"), if any."""
    words = found.group() + found.string[found.end() : found.end() + CLOCKED].split("<")[0] if found else ""
    parsed = written_time(words)
    if parsed is None or parsed[1] == "day" or parsed[0].date() != day:
        return PageDate(Published(at_midnight(day), "day", "likely", "htmldate"), DateSource.GUESSED)
    how = "htmldate" if parsed[2] else "htmldate, no zone given"
    return PageDate(Published(parsed[0], parsed[1], "likely", how), DateSource.GUESSED, zoned=parsed[2])


def _written_out(day: dt.date, page: str) -> re.Match[str] | None:
    y, m, d = day.year, day.month, day.day
    names = "|".join(sorted((re.escape(w) for w, n in months().items() if n == m), key=len, reverse=True))
    forms = (
        rf"(?<![\d-]){y}[-/.]0?{m}[-/.]0?{d}(?![\d-])|(?<!\d){y}{m:02}{d:02}T"
        rf"|\b0?{d}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s|of\s)?(?:{names})\.?,?\s+(?:de\s|del\s)?{y}\b"
        rf"|\b(?:{names})\.?\s+0?{d}(?:st|nd|rd|th)?,?\s+{y}\b"
        rf"|{y}\s?[年년]\s?0?{m}\s?[月월]\s?0?{d}\s?[日일]"
    )
    plain = re.sub(r"(?:&nbsp;|&#160;|<[^<>]{0,200}>|\s)+", " ", page) if "&nbsp;" in page else page
    return re.search(forms, plain, re.IGNORECASE)


def _figures(day: dt.date, page: str) -> bool:
    y, m, d = day.year, day.month, day.day
    year = rf"(?:{y}|{y % 100:02})"
    forms = rf"(?<![\d./-])0?{d}([./-])0?{m}\1{year}(?![\d./-])|(?<![\d./-])0?{m}([./-])0?{d}\2{year}(?![\d./-])"
    return re.search(forms, page) is not None


def _is_zero(at: dt.datetime) -> bool:
    """Is it the zero of some clock (1 January 1970), which programs write where they know no date?"""
    return at.year in (1969, 1970) and abs(at - _ZERO) < dt.timedelta(days=1)


def _stated(data: Structured, american: bool | None) -> list[PageDate]:
    found: list[PageDate] = []
    for value, how in data.published:
        parsed = parse_time(_in_order(value, american))
        if parsed is None or parsed[0].date() < EARLIEST or _is_zero(parsed[0]):
            continue
        at, precision, given = parsed
        zoned = given or precision == "day"
        note = how if zoned else f"{how}, no zone given"
        found.append(PageDate(Published(at, precision, "likely", note), DateSource.STATED, zoned))
    if found and (found[0].published.precision == "day" or not found[0].zoned):
        # The same moment with its zone, or the same day with its time, says more.
        first = found[0].published
        for other in found[1:]:
            at = other.published.at
            if at.date() != first.at.date() or other.published.precision == "day" or not other.zoned:
                continue
            if first.precision == "day" or abs(at.replace(tzinfo=dt.UTC) - first.at) < dt.timedelta(minutes=1):
                found.insert(0, other)
                break
    return found


def _in_order(value: str, american: bool | None) -> str:
    """Figures ("1/3/2020 5:15 PM") as year, month, day, where the page or the figures say in whose order they stand."""
    found = _ORDERED.match(value)
    if not found:
        return value
    first, second = int(found[1]), int(found[2])
    if american is None and first <= 12 and second <= 12 and first != second:
        return ""
    month, day = (first, second) if (american and first <= 12) or second > 12 else (second, first)
    return f"{found[3]}-{month:02}-{day:02}{found[4]}"


def _within(found: PageDate, latest: dt.datetime | None, data: Structured, address: dt.date | None) -> PageDate | None:
    """The date if it is before the page was fetched, or with day and month put right if that is what is wrong."""
    said = found.published
    late = latest is not None and said.at > latest
    if not late and not _after_change(said, data):
        return found
    swapped = _swapped(said.at)
    if swapped is not None and (latest is None or swapped <= latest):
        near = any((m := parse_time(v)) and abs(m[0] - swapped) < dt.timedelta(days=40) for v in data.modified)
        recent = latest is not None and latest - swapped < dt.timedelta(days=40)
        if late or near or recent or address == swapped.date():
            put_right = Published(swapped, said.precision, "likely", f"{said.how}, day and month put right")
            return replace(found, published=put_right, swapped=True)
    return None if late else found


def _local(found: PageDate, stated: list[PageDate], address: dt.date | None) -> PageDate:
    """A time that is given in UTC, as the page's own clock has it: in the zone in which the page gives the same moment,
    or on the day before or after, where the address names that one and some zone has it then."""
    said = found.published
    if said.precision == "day" or said.at.utcoffset() or not found.zoned:
        return found
    for other in stated:
        at = other.published.at
        same = other.published.precision != "day" and abs(at - said.at) < dt.timedelta(minutes=1)
        if same and at.utcoffset() and other.zoned:
            return replace(found, published=replace(said, at=at, precision=other.published.precision))
    if address is not None and address != said.day:
        west, east = said.at - _WEST, said.at + _EAST
        if address in (west.date(), east.date()):
            moved = Published(at_midnight(address), "day", said.certainty, f"{said.how}, and the address")
            return replace(found, published=moved)
    return found


def _after_change(found: Published, data: Structured) -> bool:
    changed = [m[0] for v in data.modified if (m := parse_time(v))]
    return bool(changed) and found.at > max(changed) + dt.timedelta(days=20)


def _swapped(at: dt.datetime) -> dt.datetime | None:
    if at.day > 12 or at.day == at.month:
        return None
    return at.replace(month=at.day, day=at.month)


def _weighed(
    found: PageDate,
    raw: PageDate,
    guess: dt.date | None,
    address: dt.date | None,
    stated: list[PageDate],
    saved: dt.datetime | None,
) -> PageDate:
    said = found.published
    others = [guess, address, *(s.published.day for s in stated if s.published.how != raw.published.how)]
    days = {said.day, said.at.astimezone(dt.UTC).date()}
    agree = any(o in days for o in others if o is not None)
    late = saved is not None and saved.date() >= _FIRST_PAGE and said.at > saved + SLACK
    if found.swapped:
        agree = address in days
    return replace(found, published=replace(said, certainty="sure" if agree and not late else "likely"))


def htmldate(tree: HtmlElement | str, url: str | None, crawled: dt.datetime | None) -> dt.date | None:
    """The first day that htmldate (Barbaresi 2020) finds on a page, none after it was fetched.

    Without its extensive search: with all structured data taken off the saved pages, that found a day on the 7 of 89
    where the plain search finds none, and 5 of the 7 were wrong; and its first use in a process takes five seconds.
    """
    # Imported here: it takes half a second to load, which is too much for a command that reads no page.
    from htmldate import find_date

    latest = (crawled + SLACK).date().isoformat() if crawled else None
    try:
        with warnings.catch_warnings():
            # It guesses at zones ("EST"), and the library below it tells of that; only the day is taken.
            warnings.simplefilter("ignore")
            value = find_date(
                tree, original_date=True, extensive_search=False, url=url, max_date=latest, deferred_url_extractor=True
            )
        return dt.date.fromisoformat(value) if value else None
    except (ValueError, TypeError, RecursionError, OverflowError):
        return None


def _from_url(url: str | None) -> dt.date | None:
    found = _URL_DAY.search(url) if url and len(url) <= 2000 else None
    if not found:
        return None
    try:
        return dt.date(*(int(part) for part in found.groups() if part is not None))
    except ValueError:
        return None
