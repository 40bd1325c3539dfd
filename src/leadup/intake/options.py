"""What the asker says about the inputs, and how much one input may cost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost, so that a hostile file cannot fill memory or disk.

    ``page`` is the largest single page or document, ``article`` the longest article (characters), ``line`` the longest
    line, ``expanded`` the most that one archive may unpack to, ``ratio`` the most that it may grow by, ``members`` the
    most files in it, ``depth`` how deep archives may nest. Sizes in bytes. ``seconds`` is the longest that a reader may
    be at one article (kept by the main thread of a process, where the system has timers), ``memory`` the most that a
    process of its own (``--jobs``) may take to itself, address space and all (where the system can hold it to that).
    """

    page: int = 32 * 2**20
    article: int = 4 * 2**20
    expanded: int = 64 * 2**30
    ratio: int = 200
    members: int = 1_000_000
    depth: int = 4
    line: int = 16 * 2**20
    seconds: float = 300.0
    memory: int = 8 * 2**30


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: what is known beforehand of every article, and the limits.

    ``published`` and ``outlet`` win over what the input says. ``fast`` reads pages with resiliparse. ``format`` is a
    name of :data:`leadup.intake.FORMATS`; None looks at the name and the first bytes. ``mapping`` names a table's
    columns: pairs of (field of leadup's, header, or path into a record as ``fields.bodyText``). ``date_order`` settles
    dates in figures ("03/04/2020"); None looks at the whole column. ``crawled`` is when the pages were fetched: nothing
    on them can be published after it. ``fetch`` asks for the pages that lists of addresses name, and ``keep`` is the
    folder where they are kept as they came (WARC).
    """

    published: dt.date | dt.datetime | None = None
    outlet: str | None = None
    fast: bool = False
    format: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    date_order: Literal["dmy", "mdy"] | None = None
    crawled: dt.datetime | None = None
    fetch: bool = False
    keep: Path | None = None
    limits: Limits = field(default_factory=Limits)


DEFAULT = Options()
"""Nothing known beforehand, the usual limits."""
