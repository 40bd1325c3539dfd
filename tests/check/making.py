"""A small archive of invented news, for the tests of checking."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from leadup.archive.codec import IndexedArticle
from leadup.ingest import Archive, prepare
from leadup.model import Article
from tests.timeline.making import article

DAY = dt.date(2031, 5, 2)

REPORTS = (
    ("The Halder Post", 0, "Rebels shelled the port of Vessin on Friday, killing 24 dockers, officials said. "
     "Varland's president Mara Tolk called the attack “a crime against the whole coast” in an address."),
    ("Coast Daily", 1, "Mara Tolk, the president of Varland, called the shelling “a crime against the whole coast”. "
     "The rebels shelled Vessin's port on May 2, 2031, and killed 24 dockers."),
    ("Morning Ledger", 1, "Varland arrested the rebel commander Oren Pask on Saturday. "
     "The shelling of the port of Vessin by the rebels on Friday killed 24 dockers."),
    ("The Halder Post", 2, "Varland's police arrested Oren Pask, a rebel commander, on Saturday in Vessin. "
     "The parliament did not vote on the budget on Sunday."),
    ("Coast Daily", 3, "Ferries sailed again from Dunmar on Monday. Fishermen sold herring at the market of Dunmar."),
    ("Harbour Gazette", 4, "Teachers in Dunmar went on strike for more pay on Tuesday."),
)  # fmt: skip


def reports() -> list[Article]:
    """The articles."""
    return [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in REPORTS]


def archive(folder: Path, *more: Article) -> Archive:
    """An archive of them in a folder."""
    made = Archive(folder, create=True)
    for one in (*_read_reports(), *map(prepare, more)):
        made.write([one])
    return made


@cache
def _read_reports() -> tuple[IndexedArticle, ...]:
    """The articles as an archive takes them: read once a process, since most tests of checking begin with them."""
    return tuple(map(prepare, reports()))
