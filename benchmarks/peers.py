"""What other programs read of the same pages, for ``pages.py --peers``: each as its own documentation says.

trafilatura, resiliparse and htmldate come with leadup's extras; ``pip install newspaper4k`` brings the fourth. One that
is not installed is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Read:
    """What a program found of a page; None for what it does not look for or did not find."""

    body: str | None = None
    title: str | None = None
    day: dt.date | None = None
    authors: tuple[str, ...] = ()


Peer = Callable[[str, str | None], Read]


def installed() -> dict[str, tuple[Peer, frozenset[str]]]:
    """The programs that are installed, each with what it looks for."""
    found: dict[str, tuple[Peer, frozenset[str]]] = {}
    for name, make, fields in (
        ("trafilatura", _trafilatura, "body title day authors"),
        ("newspaper4k", _newspaper, "body title day authors"),
        ("resiliparse", _resiliparse, "body"),
        ("htmldate", _htmldate, "day"),
    ):
        try:
            found[name] = (make(), frozenset(fields.split()))
        except ImportError:
            continue
    return found


def _trafilatura() -> Peer:
    from trafilatura import bare_extraction

    def read(page: str, url: str | None) -> Read:
        found = bare_extraction(page, url=url, with_metadata=True)
        if found is None:
            return Read()
        authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
        return Read(found.text, found.title, _day(found.date), authors)

    return read


def _newspaper() -> Peer:
    import newspaper

    def read(page: str, url: str | None) -> Read:
        article = newspaper.Article(url or "https://page.example/", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        when = article.publish_date
        return Read(article.text, article.title, when.date() if when else None, tuple(article.authors))

    return read


def _resiliparse() -> Peer:
    from resiliparse.extract.html2text import extract_plain_text

    def read(page: str, _: str | None) -> Read:
        return Read(extract_plain_text(page, main_content=True, alt_texts=False))

    return read


def _htmldate() -> Peer:
    from htmldate import find_date

    return lambda page, url: Read(day=_day(find_date(page, original_date=True, url=url)))


def _day(written: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        return None
