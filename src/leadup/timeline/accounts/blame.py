"""Who did it, by whom: blamed, claimed, denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from leadup.lang import kept_rows
from leadup.model import Mention, Span

BlameKind = Literal["blamed", "claimed", "denied"]

_KINDS: dict[str, BlameKind] = {kind: kind for kind in get_args(BlameKind)}


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.patterns = tuple((_KINDS[kind], re.compile(pattern)) for kind, pattern, _ in kept_rows("blame", language))


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Blame:
    """One outlet's sentence that says who did it: ``words`` is the cue, ``sentence`` all of it."""

    kind: BlameKind
    words: Span
    sentence: Span
    outlet: str | None


def compare_blame(mentions: Iterable[Mention], language: str) -> tuple[Blame, ...]:
    """Every "blamed", "claimed responsibility" and "denied" in a happening's sentences, one a kind and sentence."""
    found = []
    for mention in mentions:
        kinds: set[BlameKind] = set()
        text, at = mention.span.exact, mention.span.start
        for kind, pattern in _forms(language).patterns:
            match = pattern.search(text)
            if match and kind not in kinds:
                kinds.add(kind)
                exact = match.group().rstrip()
                words = Span(mention.span.article, at + match.start(), at + match.start() + len(exact), exact)
                found.append(Blame(kind, words, mention.span, mention.outlet))
    return tuple(found)
