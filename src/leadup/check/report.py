"""What checking a draft gives: each statement with its verdict and the words that make it, and what is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal, get_args

from leadup.model import Span

Contradiction = Literal[
    "date differs",
    "figure differs",
    "quotation differs",
    "attribution lost",
    "wrong speaker",
    "actors differ",
    "sources say the opposite",
]
Kind = Literal[
    "supported", "one side only", "disputed", "supported in part", Contradiction, "no source says so", "not checked"
]
Sureness = Literal["sure", "likely", "possible"]
"""How sure a verdict is: stated, stated with "probably", or only a hint: then it contradicts nothing."""

BORNE_OUT: Final[frozenset[Kind]] = frozenset({"supported", "one side only"})
"""Verdicts by which sources bear a statement out..."""
BORNE_OUT_OR_DISPUTED: Final[frozenset[Kind]] = BORNE_OUT | {"disputed"}
"""...and these with that by which some do and others do not."""
CONTRADICTIONS: Final[frozenset[Kind]] = frozenset(get_args(Contradiction))
"""Verdicts by which a source says otherwise, where they are more than possible; "no source says so", "disputed" and
"supported in part" are none."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A source's sentence that bears on a statement: its words and place, who printed it when, and the day it tells of.

    ``score`` in [0, 1] is the share of the statement, by how telling its words are, that the sentence holds; ``marks``
    are the words, as extents within ``span.exact``, that the verdict turns on.
    """

    span: Span
    score: float
    outlet: str | None
    title: str | None
    url: str | None
    published: dt.date | None
    day: dt.date | None = None
    day_reason: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, bullet or row of a draft: ``draft.text[start:end] == words``, and the day it stands under.

    ``pronouns`` are the places in ``words`` of those that stand for one who is named before, each with the name.
    ``about`` is the title, or the statement before, that says of which happening "the attack" is; empty where its own
    words say it, or it has none.
    """

    start: int
    end: int
    words: str
    day: dt.date | None = None
    day_words: str = ""
    pronouns: tuple[tuple[int, int, str], ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a statement: what, how sure, why in a line, the sources' words, and how many are independent.

    ``marks`` are the words of the statement, as extents within ``statement.words``, that the verdict turns on: of what
    is "supported in part" those that no source has.
    For "no source says so" the witnesses are what comes nearest.
    """

    statement: Statement
    kind: Kind
    sureness: Sureness
    why: str
    witnesses: tuple[Witness, ...] = ()
    independent: int = 0
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def contradicts(self) -> bool:
        """Whether a source says otherwise, and that is more than possible."""
        return self.kind in CONTRADICTIONS and self.sureness != "possible"

    @property
    def places(self) -> frozenset[tuple[str, int]]:
        """The articles of its witnesses, each with where the words stand in it."""
        return frozenset((w.span.article, w.span.start) for w in self.witnesses)


@dataclass(frozen=True, slots=True)
class Missing:
    """A key happening of the draft's days that none of its statements tells, in a source's words.

    ``less_sure`` says that an editor would perhaps not keep it.
    """

    day: dt.date
    witness: Witness
    independent: int
    less_sure: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, in the order of the draft; ``missing`` most important first. ``text`` is the draft as it was read;
    ``itself`` are the articles that are the draft, and were left out."""

    text: str
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    itself: tuple[str, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether a source says otherwise than one of the statements."""
        return any(f.contradicts for f in self.findings)
