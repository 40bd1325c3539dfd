"""The answer: a day-by-day timeline of verbatim entries, each with its evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from leadup.model.action import Action
from leadup.model.article import Published
from leadup.model.claim import Claim
from leadup.model.correction import Corrected
from leadup.model.figure import Figure
from leadup.model.happening import Account, Mention, Support
from leadup.model.name import Actor
from leadup.model.question import Question
from leadup.model.reading import PieceKind
from leadup.model.span import Span

EntryKind = Literal["event", "statement"]
LinkKind = Literal["responds to", "caused by", "enables", "part of", "statement about"]
Fit = Literal["deed", "words", "date"]
TargetCertainty = Literal["given", "stated", "guess"]
Doubt = Literal["told again", "may not belong", "no news", "came after", "event in passing"]
Stance = Literal["supports", "condemns", "calls for restraint", "threatens", "no position"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention and the paragraph it stands in, as it is shown: enough to check the words without the archive.

    ``paragraph`` is the span of the paragraph; ``piece`` the kind of piece that its article is; ``in_passing`` says
    that the article only brings the happening up, and does not count among those that tell it.
    """

    mention: Mention
    paragraph: Span
    title: str | None
    outlet: str | None
    url: str | None
    source: str
    published: Published | None
    wire: str | None = None
    piece: PieceKind = "report"
    in_passing: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """This entry answers, or comes of, another: ``to`` is that entry's id; ``words`` are what says so.

    ``shown`` is False for a link that is only possible: kept in the JSON, not drawn unless asked for. ``fits`` is what
    the words and the earlier entry have in common: the kind of deed, words, a date.
    """

    to: str
    kind: LinkKind
    words: Span
    rule: str
    shown: bool = True
    fits: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Why an entry was chosen: named parts that add up to ``total``, each with a line for a person."""

    total: float
    parts: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: its day, its best wording (always verbatim), its evidence, who and what.

    ``evidence[0]`` holds the wording; ``context`` the words just before it in its article, where it leans on them.
    ``claims``, ``actions`` and ``figures`` are of the wording's sentence, their offsets in that article's text.
    ``last_day`` is the last of several days that it is told of (under "March 1-3"), else its day or None. ``less_sure``
    says that an editor would perhaps not keep it: what is read by people folds it, or says so; ``doubt`` is then why
    (None: not said, as in answers of before).
    """

    id: str
    day: dt.date
    kind: EntryKind
    wording: Span
    evidence: tuple[Evidence, ...]
    support: Support
    claims: tuple[Claim, ...] = ()
    actions: tuple[Action, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()
    responds_to: tuple[Link, ...] = ()
    score: Score = field(default_factory=lambda: Score(0.0))
    last_day: dt.date | None = None
    is_target: bool = False
    is_aftermath: bool = False
    context: Span | None = None
    less_sure: bool = False
    doubt: Doubt | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("an entry needs evidence")

    @property
    def told_by(self) -> PieceKind:
        """The kind of piece that tells it: a report where any of its evidence is one, else that of its wording."""
        kinds = [e.piece for e in self.evidence]
        return "report" if not kinds or "report" in kinds else kinds[0]

    @property
    def date_reason(self) -> str:
        """Why the entry stands on its day, in words."""
        return str(self.evidence[0].mention.date.reason)


@dataclass(frozen=True, slots=True)
class Headline:
    """An article's title, verbatim, as evidence: ``day`` is its publication day."""

    article: str
    exact: str
    day: dt.date
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The event asked about: its words as a heading has them, the day, how that is known, and what says so.

    ``certainty`` is "given" by the question, "stated" where what tells of the event agrees, else "guess"; ``rule``
    names what decided that, ``how`` says it to a person. ``other_day`` is a second day that it may have been: the next
    or last one where accounts differ (two time zones), else the likeliest other. ``terms`` are what to look for its
    articles with, in the archive's spelling.
    """

    words: str
    day: dt.date
    how: str
    evidence: tuple[Mention, ...] = ()
    certainty: TargetCertainty = "given"
    rule: str = "given"
    other_day: dt.date | None = None
    headlines: tuple[Headline, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Is the day only thought to be the event's?"""
        return self.certainty == "guess"


@dataclass(frozen=True, slots=True)
class DayVolume:
    """How much was reported of a day: mentions, and the distinct articles they stand in."""

    day: dt.date
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """A side's statement about an entry (``about`` is its id), with its stance and its words.

    The stance is "no position" where the words were read to take none, or nothing was read of one.
    """

    side: str
    country: str | None
    speaker: Actor | None
    stance: Stance
    words: Span
    about: str
    day: dt.date
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class PairDay:
    """How hostile (negative) or cooperative the reported actions of ``source`` towards ``target`` were on a day."""

    source: str
    target: str
    day: dt.date
    verbal: float
    material: float
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Days before the window in which the same story was told: the first and last, and how many articles tell of it."""

    first: dt.date
    last: dt.date
    articles: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made an answer, so that others can tell whether they have the same.

    ``leadup`` is the version; ``light`` and ``deep`` name the readers by the marks of their code and data
    (:mod:`leadup.marks`), with the plug-ins that have a say; ``ranking`` is the mark of the code and numbers that chose
    and worded the entries. ``archive`` is the fingerprint of what the archive held (SHA-256; the ``contents`` of
    ``leadup archive fingerprint``); empty where there was none.
    """

    leadup: str
    light: str
    deep: str
    ranking: str
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The question as understood, the target, and the entries in order of day.

    The same archive and question give the same bytes. ``settings`` holds what was set beside the question: the most
    articles looked at; ``provenance`` what made it (None: not said, as in answers of before). ``unread`` are the
    languages of articles that hold its words and were not read, and how many each. ``earlier`` says that the story
    began before the window. ``corrections`` are what an editor changed in it.
    """

    question: Question
    target: Target | None
    first: dt.date
    last: dt.date
    entries: tuple[Entry, ...]
    volume: tuple[DayVolume, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    escalation: tuple[PairDay, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    articles_read: int = 0
    unread: tuple[tuple[str, int], ...] = ()
    corrections: tuple[Corrected, ...] = ()
    earlier: Earlier | None = None
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        days = [e.day for e in self.entries]
        if days != sorted(days):
            raise ValueError("the entries of a timeline stand in order of day")

    @property
    def reach(self) -> int | None:
        """The days before the event to ask for so as to begin where the story does; None where it begins here."""
        if self.earlier is None:
            return None
        return ((self.target.day if self.target else self.last) - self.earlier.first).days

    @property
    def is_sudden(self) -> bool:
        """Whether nothing is shown before the event's day, though asked for: nothing was found that leads up to it."""
        if self.target is None or self.first >= self.target.day:
            return False
        return bool(self.entries) and all(e.day >= self.target.day for e in self.entries)

    def to_frame(self) -> Any:
        """One row an entry, as a pandas DataFrame. Raises MissingExtra where pandas is not installed."""
        return import_module("leadup.output.frame").to_frame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return str(import_module("leadup.output.page").to_fragment(self))
