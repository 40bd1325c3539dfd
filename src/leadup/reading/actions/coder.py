"""The actions of a sentence: its predicates coded, the main happening first."""

from __future__ import annotations

import bisect
from dataclasses import replace
from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.model import Action, Actor
from leadup.model.claim import Extent
from leadup.reading.actions import phrases
from leadup.reading.actions.arguments import Arguments, arguments
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import QUADS, Coding
from leadup.reading.actions.intensity import Intensities, intensities
from leadup.reading.actions.lexicon import lexicon
from leadup.reading.actions.links import Links
from leadup.reading.actions.predicates import Coder
from leadup.reading.actions.sureness import is_sure, is_thing
from leadup.reading.names import Cast, name_key
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("actions", language)["coder"]
        self.endings: tuple[str, ...] = tuple(words["endings"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def code_actions(
    text: str,
    parse: Parse,
    *,
    language: str,
    cast: Cast | None = None,
    given: tuple[Extent | None, Extent | None] | None = None,
    intensity: Intensities | None = None,
    to_things: bool = True,
) -> tuple[Action, ...]:
    """Who did what to whom in one parsed sentence of ``text``, the main happening first.

    Offsets are code points of ``text``, as those of ``parse``. ``cast`` resolves the actors' phrases to actors;
    without it they carry the words alone. ``given`` names the places of source and target where they are known
    already: the one action between them is returned, of category NONE where the lexicon has no word for it.
    ``intensity`` is the table of intensities to use in place of leadup's own. Without ``to_things`` what a sure deed is
    done to stands in its words where that is a thing ("signed the law"), and is no target.
    """
    forms = _forms(language)
    if not parse.tokens:
        return ()
    table = intensities(language) if intensity is None else intensity
    sentence = Sentence(parse, language)
    coder = Coder(sentence)
    codings = [c for v in _predicates(sentence) if (c := _coded(coder, sentence, v, forms)) is not None]
    if not any(sentence.verbal(c.head) for c in codings):
        coder = Coder(sentence)
        codings += [c for v in sentence.take_for_verbs() if (c := coder.code(v)) is not None]
    if given is not None:
        links = Links(sentence, *given)
        nothing = Coding("NONE", "happened", 0.0, parse.root, parse.root, parse.root)
        best = min(codings, key=lambda c: (-links.weigh(c), c.head), default=nothing)
        place = phrases_of(sentence, arguments(sentence, best, language))[2]
        return (_action(text, sentence, best, cast, table, *given, place, language=language),)
    read = [(c, arguments(sentence, c, language)) for c in codings if c.category != "NONE"]
    read.sort(key=lambda r: (-_rank(sentence, *r), r[0].head))
    out: list[Action] = []
    taken: set[int] = set()
    for coding, found_arguments in read:
        if coding.head in taken or coding.top in taken:
            continue
        taken |= {coding.top, coding.head, coding.pivot, coding.last}
        source, target, place = phrases_of(sentence, found_arguments)
        made = _action(text, sentence, coding, cast, table, source, _up_to(sentence, target, coding), place, language)
        sure = is_sure(sentence, coding, found_arguments, made.source, made.target, language)
        if sure and not to_things and found_arguments.target is not None:
            made = _borne_by_nobody(text, sentence, coding, found_arguments.target, made, language)
        out.append(replace(made, certain=sure))
    return tuple(out)


def phrases_of(sentence: Sentence, found: Arguments) -> tuple[Extent | None, Extent | None, Extent | None]:
    """Where the source, the target and the place stand in the text."""
    source, target, place = (
        None if i is None else phrases.base(sentence, i) for i in (found.source, found.target, found.place)
    )
    return source, target, place


def _up_to(sentence: Sentence, target: Extent | None, coding: Coding) -> Extent | None:
    """The target without what the predicate's own last word opens: "the regime" of "accused the regime of an
    attack"."""
    last = sentence.tokens[coding.last]
    if target is None or last.upos != "ADP" or not target[0] < last.start < target[1]:
        return target
    return target[0], max(t.end for t in sentence.tokens if target[0] <= t.start < last.start)


def _borne_by_nobody(text: str, sentence: Sentence, coding: Coding, target: int, made: Action, language: str) -> Action:
    """A deed done to a thing: the thing is part of the deed's words, "struck down the law", and is no actor."""
    if not is_thing(sentence, coding, target, made.target, language) or made.target_at is None:
        return made
    end = max(made.end, made.target_at[1])
    exact = text[made.start : end]
    return replace(made, end=end, exact=exact, target=None, target_at=None)


def _counted(text: str, sentence: Sentence, actor: Actor | None, at: Extent | None) -> Actor | None:
    """A group under its count, as it is written: "three people", where the actor alone would be "people"."""
    if actor is None or at is None:
        return actor
    head = sentence.parse.head_of(*at)
    if head is None or sentence.tokens[head].upos != "NOUN" or not sentence.parse.children(head, "nummod"):
        return actor
    return replace(actor, name=text[at[0] : at[1]])


def _predicates(sentence: Sentence) -> list[int]:
    return [
        i
        for i, t in enumerate(sentence.tokens)
        if (t.deprel not in {"aux", "cop", "case", "mark"} or t.upos == "VERB")
        and not sentence.inside[i]
        and (t.upos in {"VERB", "AUX"} or sentence.words[i])
        and not (i > 0 and sentence.tokens[i - 1].word == "-" and "-" not in "".join(sentence.words[i]))
    ]


def _coded(coder: Coder, sentence: Sentence, v: int, forms: _Forms) -> Coding | None:
    if sentence.verbal(v) or sentence.tokens[v].upos == "ADJ":
        return coder.code(v)
    # "the Quds Force" and "the Gulf War" are names, no deeds
    read = coder.code_noun(v) if sentence.tokens[v].upos != "PROPN" else None
    noun = sentence.tokens[v].upos in {"NOUN", "PROPN"}
    if read is None and noun and sentence.tokens[v].word.endswith(forms.endings):
        # A verb that was taken for a noun, as in headlines: "Ruritania lifts ban"
        read = coder.code(v)
    return read


_CERTAIN: Final = 1.75
"""Readings that score as much are right in 19 of 20 on half 0 of PLV, the others in 3 of 5."""
_DEPTH: Final = 1.0


def _rank(sentence: Sentence, coding: Coding, found: Arguments) -> float:
    """How likely a reading is the main happening: high in the tree, well marked, with actors of its own."""
    rank = 0.3 * min(coding.score, 3.0)
    at = coding.top
    while sentence.tokens[at].head >= 0:
        rank -= _DEPTH if sentence.verbal(at) else 0.9
        at = sentence.tokens[at].head
    if found.source is not None:
        rank += 0.6 + 0.4 * phrases.actorness(sentence, found.source)
    if found.target is not None:
        rank += 0.4 + 0.3 * phrases.actorness(sentence, found.target)
    if not sentence.verbal(coding.head):
        rank -= 0.5
    return rank - (0.8 if coding.kind == "other" else 0.0)


def _action(
    text: str,
    sentence: Sentence,
    coding: Coding,
    cast: Cast | None,
    table: Intensities,
    source: Extent | None,
    target: Extent | None,
    place: Extent | None,
    language: str,
) -> Action:
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
        source=_counted(text, sentence, _actor(text, source, cast, language), source),
        target=_counted(text, sentence, _actor(text, target, cast, language), target),
        place=None if place is None else text[place[0] : place[1]],
        intensity=table.of(
            coding.category, (*sentence.words[coding.pivot], *sentence.words[coding.head]), coding.realis
        ),
        certain=coding.score >= _CERTAIN or _steady(sentence, coding, language),
        source_at=source,
        target_at=target,
        place_at=place,
    )


def _steady(sentence: Sentence, coding: Coding, language: str) -> bool:
    """Whether a verb with nothing beside it can hardly mean anything else."""
    if not sentence.verbal(coding.head) or coding.kind not in {"", "report"}:
        return False
    return any((word, coding.category) in lexicon(language).steady for word in sentence.words[coding.head])


_TITLE: Final = 4
"""Blanks between a title and its name, at most: "Attorney General Mara Tolk"."""


def _with_name(cast: Cast, extent: Extent) -> Extent:
    """A title with the name right behind it, where a parser took it alone: "President" of "President Tolk"."""
    start, end = extent
    at = bisect.bisect_left(cast.starts, end)
    if at == len(cast.names) or cast.names[at].kind != "person" or not cast.text[start].isupper():
        return extent
    between = cast.text[end : cast.names[at].start]
    titled = between == " " or (between[:1] == " " and between.title() == between and between.count(" ") < _TITLE)
    return (start, cast.names[at].end) if titled and between[-1:] == " " else extent


def _actor(text: str, extent: Extent | None, cast: Cast | None, language: str) -> Actor | None:
    if extent is None:
        return None
    known = cast.actor(*_with_name(cast, extent)) if cast is not None else None
    if known is not None:
        return known
    words = text[extent[0] : extent[1]]
    return Actor(words, name_key(words, language))
