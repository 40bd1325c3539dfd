"""The day an article that carries no date was published, worked out from its text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from leadup.model import Article, Published
from leadup.times import date_heading, tag

_WEEKDAY = re.compile(r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEDE = 1_200


def dated(article: Article) -> Article:
    """The article with its publication day inferred where it has none and its text gives one.

    The last date heading counts ("Jan. 3, 2020"), else the latest full date in the text, moved on to the weekday that
    the lede speaks of ("on Friday") where that is at most six days later. Unchanged where nothing tells.
    """
    if article.published is not None:
        return article
    found = _last_heading(article) or _latest_full_date(article)
    if found is None:
        return article
    day, how = found
    at = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return replace(article, published=Published(at, "day", "inferred", how))


def _last_heading(article: Article) -> tuple[dt.date, str] | None:
    found: dt.date | None = None
    year: int | None = None
    for p in article.paragraphs:
        if p.kind in ("heading", "body") and p.end - p.start < 60:
            day = date_heading(article.text[p.start : p.end], year)
            if day is not None:
                year = day.year
                found = day if found is None else max(found, day)
    if found is None:
        return None
    return found, f"the last date heading, {found}"


def _latest_full_date(article: Article) -> tuple[dt.date, str] | None:
    days = [
        t.span.single
        for t in tag(article.text, None)
        if t.type in ("DATE", "TIME") and t.span is not None and t.span.single is not None
    ]
    known = [d for d in days if d is not None]
    if not known:
        return None
    latest = max(known)
    lede = _WEEKDAY.search(article.text, 0, _LEDE)
    if lede is None:
        return latest, f"the latest full date in the text, {latest}"
    day = latest + dt.timedelta((_DAYS.index(lede[1]) - latest.weekday()) % 7)
    return day, f"the {lede[1]} of the lede, on or after the latest full date in the text, {latest}"
