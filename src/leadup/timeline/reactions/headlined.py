"""Articles about reactions to an event: their title or first sentence says so ("World reacts to killing of …")."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Article, Entry, Reading
from leadup.timeline.chain.cues import find_cues
from leadup.timeline.chain.phrases import deeds_in
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.reactions.stance import stance_taken

_ALIKE = 0.5
"""From this share of the words of what is reacted to on, they may name the event without its kind of deed."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("reactions", language)["headlined"]
        sides = "".join(words["sides"])
        self.announced = tuple(re.compile(form.replace("<sides>", sides), re.IGNORECASE) for form in words["announced"])
        self.speaks_of_it = re.compile("".join(words["speaks_of_it"]), re.IGNORECASE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def headlined(article: Article, reading: Reading, about: Entry, language: str) -> bool:
    """Whether the article's title or first sentence of its body announces reactions to this event.

    What is reacted to must share the event's kind of deed and a word, or half of its own words.
    """
    first = next((s for s in reading.sentences if s.start >= _body(article)), None)
    heads = [article.title or "", article.text[first.start : first.end] if first else ""]
    return any(
        _means(match["what"], about, language)
        for head in heads
        for p in _forms(language).announced
        for match in [p.search(head)]
        if match
    )


def speaks_of_it(sentence: str, language: str) -> bool:
    """Whether a statement in such an article is one about the event, by its own words.

    It takes a stance, judges or answers something, or speaks of what such events bring. What says nothing of the kind
    ("…will raise pensions", he said) is held to be about something else; and that it names such a deed ("cruise missile
    strikes would be hard") says not that it is this one.
    """
    if stance_taken(sentence, language) is not None or _forms(language).speaks_of_it.search(sentence):
        return True
    return any("judges" in cue.marks for cue in find_cues(sentence, language))


def _body(article: Article) -> int:
    return next((p.start for p in article.paragraphs if p.kind == "body"), 0)


def _means(what: str, about: Entry, language: str) -> bool:
    told = {term for evidence in about.evidence for term, _ in words_of(evidence.mention.span.exact, language)}
    told |= {term for term, _ in words_of(about.wording.exact, language)}
    wanted = {term for term, _ in words_of(what, language)}
    shared = wanted & told
    if not shared:
        return False
    same = bool((deeds_in(what, language) | _deeds(what, language)) & _deeds(about.wording.exact, language))
    return same or len(shared) >= _ALIKE * len(wanted)


def _deeds(words: str, language: str) -> frozenset[str]:
    return frozenset(
        family for term, _ in words_of(words, language) for family in event_types_of(language).get(term, ())
    )
