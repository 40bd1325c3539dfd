"""Who struck whom for what: a side blames another for a deed, and the same article tells what it did to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Link, Span
from leadup.reading.sentences import split_sentences
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.resolve import Resolver, latest_first, own_words
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.messages import Messages

_MESSAGES = Messages("chain")

_WORD = re.compile(r"[\w.'’-]+")
_CLOSE = 90
"""Code points from the doer's name within which the deed and whom it befell are named."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["blame"]
        self.blamed = re.compile("".join(self.words["blamed"]))
        self.hostile: frozenset[str] = frozenset(self.words["hostile"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def blame_links(told: Sequence[ChainNode], texts: Mapping[str, str], resolver: Resolver) -> Iterator[tuple[str, Link]]:
    """Links from a hostile deed to the earlier one that its doer blames its victim for, with the words of the blame.

    "The U.S. blamed the militia for a rocket barrage" links the strikes on the militia to the barrage, where both are
    told: the deed's sentence must name the blamer and the blamed, and the deed come no earlier than what they are
    blamed for. Both stand in the article that tells of the blame: who is blamed elsewhere may be struck for anything.
    """
    forms = _forms(resolver.language)
    for article in sorted({t.article for t in told} & texts.keys()):
        text = texts[article]
        if not any(letters in text for letters in forms.words["seen"]):
            continue
        for start, end in split_sentences(text, language=resolver.language):
            match = forms.blamed.match(text[start:end])
            if match:
                yield from _answers(match, article, start, told, resolver)


def _answers(
    match: re.Match[str], article: str, start: int, told: Sequence[ChainNode], resolver: Resolver
) -> Iterator[tuple[str, Link]]:
    language = resolver.language
    blame = ChainNode("", match.string, article, start)
    itself = [t for t in told if t.article == article and t.start == start]
    antecedent = resolver.antecedent(match["what"], blame, itself or latest_first(told, blame))
    if antecedent is None:
        return
    who = {term for term, _ in words_of(match["who"], language)}
    whom = {term for term, _ in words_of(match["whom"], language)}
    exact = match["cue"].rstrip(" .,")
    words = Span(article, start + match.start("cue"), start + match.start("cue") + len(exact), exact)
    for one in told:
        if (
            one.id == antecedent.told.id
            or one.statement
            or one.article != article
            or (one.day and antecedent.told.day and one.day < antecedent.told.day)
        ):
            continue
        if _done_by(own_words(one.text, language), who, whom, language):
            yield one.id, Link(antecedent.told.id, "responds to", words, _MESSAGES["blamed"], True, antecedent.fits)
            return


def _done_by(text: str, who: set[str], whom: set[str], language: str) -> bool:
    """Whether the blamer's name, a word for a hostile deed and the blamed one's name follow each other closely.

    "Jets of the south bombed the northern camp" is the south's deed; "killed by NATO" is not that of who is killed.
    """
    forms = _forms(language)
    told = [(word.start(), {term for term, _ in words_of(word.group(), language)}) for word in _WORD.finditer(text)]
    for i, (at, terms) in enumerate(told):
        if not terms & who or terms & whom:
            continue
        done = False
        for k, behind in told[i + 1 :]:
            if k > at + _CLOSE:
                break
            between = text[at:k].rstrip().removesuffix(forms.words["article"])
            # In one clause, and not "killed by".
            if done and behind & whom and "," not in between and not between.endswith(forms.words["by"]):
                return True
            done = done or any(event_types_of(language).get(term, frozenset()) & forms.hostile for term in behind)
    return False
