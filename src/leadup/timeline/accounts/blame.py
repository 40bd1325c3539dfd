"""Who did it, by whom: blamed, claimed, denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from leadup.lang import table
from leadup.model import Mention, Span

_WORDS: dict[str, Any] = table("accounts")["blame"]

BlameKind = Literal["blamed", "claimed", "denied"]

_NAME = str(_WORDS["name"])
_PATTERNS: tuple[tuple[BlameKind, re.Pattern[str]], ...] = (
    ("claimed", re.compile(r"\bclaim(?:ed|s|ing)?\s+(?:the\s+)?(?:responsibility|credit)\b")),
    ("claimed", re.compile(r"\btook\s+(?:responsibility|credit)\b|\badmitted\s+(?:carrying\s+out|responsibility)\b")),
    (
        "denied",
        re.compile(
            r"\b(?:den(?:y|ied|ies|ying)|reject(?:ed|s|ing)?)\s+(?:any\s+|all\s+)?"
            r"(?:responsibility|involvement|blame|role|accusations?|allegations?|claims?|carrying\s+out|being\s+behind)\b"
        ),
    ),
    ("denied", re.compile(r"\bden(?:ied|ies|y)\s+(?:it\s+)?(?:was|were|had|that)\b")),
    ("blamed", re.compile(r"\b(?:was|were|been|is|are|being)\s+blamed\s+(?:on|for)\b")),
    ("blamed", re.compile(r"\bblam(?:ed|es|ing|e)\s+(?=[\w“\"])")),
    ("blamed", re.compile(r"\baccus(?:ed|es|ing)\s+(?=[\w“\"])")),
    ("blamed", re.compile(r"\bheld?\s+(?:[\w.’'-]+\s+){1,5}?responsible\b|\bpoint(?:ed|s|ing)?\s+(?:the\s+)?finger\b")),
)


@dataclass(frozen=True, slots=True)
class Blame:
    """One outlet's sentence that says who did it: ``words`` is the cue, ``sentence`` all of it."""

    kind: BlameKind
    words: Span
    sentence: Span
    outlet: str | None


def compare_blame(mentions: Iterable[Mention]) -> tuple[Blame, ...]:
    """Every "blamed", "claimed responsibility" and "denied" in a happening's sentences, one a kind and sentence."""
    found = []
    for mention in mentions:
        kinds: set[BlameKind] = set()
        text, at = mention.span.exact, mention.span.start
        for kind, pattern in _PATTERNS:
            match = pattern.search(text)
            if match and kind not in kinds:
                kinds.add(kind)
                exact = match.group().rstrip()
                words = Span(mention.span.article, at + match.start(), at + match.start() + len(exact), exact)
                found.append(Blame(kind, words, mention.span, mention.outlet))
    return tuple(found)
