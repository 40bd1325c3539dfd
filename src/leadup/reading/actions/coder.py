"""The actions of a sentence: its predicates coded, the main happening first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadup.model import Action
from leadup.model.claim import Extent
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import QUADS, Coder, Coding
from leadup.reading.actions.links import Links
from leadup.reading.syntax import Parse

if TYPE_CHECKING:
    from leadup.reading.names import Cast


def code_actions(
    text: str,
    parse: Parse,
    *,
    cast: Cast | None = None,
    given: tuple[Extent | None, Extent | None] | None = None,
) -> tuple[Action, ...]:
    """Who did what to whom in one parsed sentence of ``text``, the main happening first.

    Offsets are code points of ``text``, as those of ``parse``. ``cast`` resolves the actors' phrases to actors;
    without it they carry the words alone. ``given`` names the places of source and target where they are known
    already: the one action between them is returned, of category NONE where the lexicon has no word for it.
    """
    sentence = Sentence(parse)
    coder = Coder(sentence)
    found = [c for v in _predicates(sentence) if (c := _coded(coder, sentence, v)) is not None]
    if given is not None:
        links = Links(sentence, *given)
        found.sort(key=lambda c: (-links.weigh(c), c.head))
        found = found[:1] or [Coding("NONE", "happened", 0.0, max(0, parse.root), parse.root, parse.root)]
    else:
        found.sort(key=lambda c: (sum(1 for _ in parse.ancestors(c.head)), -c.score, c.head))
    return tuple(_action(text, sentence, c) for c in found)


def _predicates(sentence: Sentence) -> list[int]:
    return [
        i
        for i, t in enumerate(sentence.tokens)
        if t.deprel not in {"aux", "cop", "case", "mark"}
        and not sentence.inside[i]
        and (t.upos in {"VERB", "AUX"} or sentence.words[i])
    ]


def _coded(coder: Coder, sentence: Sentence, v: int) -> Coding | None:
    if sentence.verbal(v) or sentence.tokens[v].upos == "ADJ":
        return coder.code(v)
    return coder.code_noun(v)


def _action(text: str, sentence: Sentence, coding: Coding) -> Action:
    first = sentence.tokens[coding.head]
    last = sentence.tokens[coding.last]
    end = last.end if coding.head < coding.last <= coding.head + 4 else first.end
    return Action(
        start=first.start,
        end=end,
        exact=text[first.start : end],
        category=coding.category,
        quad=QUADS[coding.category],
        realis=coding.realis,
        certain=coding.score >= 2.0,
    )
