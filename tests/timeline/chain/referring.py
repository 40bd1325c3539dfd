"""Links between things told, and some things told, for the tests of references."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.referred import referred
from leadup.timeline.chain.resolve import Resolver

DAY = dt.date(2021, 5, 10)


def links(
    *told: tuple[str, int, str],
    asked: str | None = None,
    evidence: Mapping[str, str] | None = None,
    statement: bool = False,
) -> list[tuple[str, str, bool]]:
    """The links between things told, each an id, a day of May and a sentence, of as many articles.

    ``asked`` are the words of a question for the first of them, which ``statement`` says somebody only said.
    """
    nodes = [ChainNode(id, text, f"article-{id}", 0, DAY.replace(day=day)) for id, day, text in told]
    nodes[0] = replace(nodes[0], statement=statement)
    event = replace(nodes[0], text=asked) if asked else None
    found = referred(nodes, {}, Resolver(nodes, ENGLISH), event, evidence)
    return sorted({(id, one.to, one.shown) for id, one in found})


RAID = ("raid", 3, "Gunmen stormed the mill in Norhaven on Monday and killed nine workers.")
LEAK = ("leak", 4, "The Norhaven Post published the emails of Orla Tarn on Tuesday.")
AGAIN = ("again", 5, "Gunmen stormed the harbour of Norhaven on Wednesday and shot a guard.")
CLOSED = ("x", 6, "Schools closed in Norhaven because of the attack.")
RALLY = ("rally", 4, "Orla Tarn of Norhaven opened a school and urged the town to save more.")
AMBUSH = (
    "ambush", 4, "A sniper shot nine guards in Norhaven, turning a march against the killing of Ivo Lund into chaos."
)  # fmt: skip
