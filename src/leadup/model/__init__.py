"""The nouns that flow through the house, frozen, with no logic beyond their own invariants."""

from leadup.model.action import Action, Category, Quad, Realis
from leadup.model.article import (
    Article,
    ArticleKind,
    Certainty,
    Paragraph,
    ParagraphKind,
    Precision,
    Published,
    article_id,
    normalised,
)
from leadup.model.claim import Claim, Extent, Manner
from leadup.model.correction import Corrected, Correction, CorrectionKind
from leadup.model.figure import Figure
from leadup.model.happening import Account, Figured, Happening, Lineage, Support
from leadup.model.mention import Mention
from leadup.model.name import Actor, ActorKind, Name, NameKind
from leadup.model.question import Detail, Question
from leadup.model.reading import REPORT, DatedBy, DeepReading, EventDate, Piece, PieceKind, Reading, Sentence
from leadup.model.span import Span
from leadup.model.timeline import (
    DayVolume,
    Earlier,
    Entry,
    EntryKind,
    Evidence,
    Headline,
    Link,
    LinkKind,
    PairDay,
    Reaction,
    Score,
    Stance,
    Target,
    TargetCertainty,
    Timeline,
)
from leadup.model.timex import DateSpan, Granularity, Timex, TimexType

__all__ = [
    "REPORT",
    "Account",
    "Action",
    "Actor",
    "ActorKind",
    "Article",
    "ArticleKind",
    "Category",
    "Certainty",
    "Claim",
    "Corrected",
    "Correction",
    "CorrectionKind",
    "DateSpan",
    "DatedBy",
    "DayVolume",
    "DeepReading",
    "Detail",
    "Earlier",
    "Entry",
    "EntryKind",
    "EventDate",
    "Evidence",
    "Extent",
    "Figure",
    "Figured",
    "Granularity",
    "Happening",
    "Headline",
    "Lineage",
    "Link",
    "LinkKind",
    "Manner",
    "Mention",
    "Name",
    "NameKind",
    "PairDay",
    "Paragraph",
    "ParagraphKind",
    "Piece",
    "PieceKind",
    "Precision",
    "Published",
    "Quad",
    "Question",
    "Reaction",
    "Reading",
    "Realis",
    "Score",
    "Sentence",
    "Span",
    "Stance",
    "Support",
    "Target",
    "TargetCertainty",
    "Timeline",
    "Timex",
    "TimexType",
    "article_id",
    "normalised",
]
