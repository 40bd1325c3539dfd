"""Who struck whom for what: a side blames another for a deed, and the same article tells what it did to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leadup.lang import ENGLISH, table
from leadup.model import Link, Span
from leadup.reading.sentences import split_sentences
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.resolve import Resolver, latest_first, own_words
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.messages import Messages

_WORDS: dict[str, Any] = table("chain")["blame"]
_MESSAGES = Messages("chain")

_BLAMED = re.compile("".join(_WORDS["blamed"]))
_WORD = re.compile(r"[\w.'’-]+")
_CLOSE = 90
"""Code points from the doer's name within which the deed and whom it befell are named."""

_HOSTILE: frozenset[str] = frozenset(_WORDS["hostile"])


def blame_links(told: Sequence[ChainNode], texts: Mapping[str, str], resolver: Resolver) -> Iterator[tuple[str, Link]]:
    """Links from a hostile deed to the earlier one that its doer blames its victim for, with the words of the blame.

    "The U.S. blamed the militia for a rocket barrage" links the strikes on the militia to the barrage, where both are
    told: the deed's sentence must name the blamer and the blamed, and the deed come no earlier than what they are
    blamed for. Both stand in the article that tells of the blame: who is blamed elsewhere may be struck for anything.
    """
    for article in sorted({t.article for t in told} & texts.keys()):
        text = texts[article]
        if not any(letters in text for letters in _WORDS["seen"]):
            continue
        for start, end in split_sentences(text, language=ENGLISH):
            match = _BLAMED.match(text[start:end])
            if match:
                yield from _answers(match, article, start, told, resolver)


def _answers(
    match: re.Match[str], article: str, start: int, told: Sequence[ChainNode], resolver: Resolver
) -> Iterator[tuple[str, Link]]:
    blame = ChainNode("", match.string, article, start)
    itself = [t for t in told if t.article == article and t.start == start]
    antecedent = resolver.antecedent(match["what"], blame, itself or latest_first(told, blame))
    if antecedent is None:
        return
    who = {term for term, _ in words_of(match["who"])}
    whom = {term for term, _ in words_of(match["whom"])}
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
        if _done_by(own_words(one.text), who, whom):
            yield one.id, Link(antecedent.told.id, "responds to", words, _MESSAGES["blamed"], True, antecedent.fits)
            return


def _done_by(text: str, who: set[str], whom: set[str]) -> bool:
    """Whether the blamer's name, a word for a hostile deed and the blamed one's name follow each other closely.

    "Jets of the south bombed the northern camp" is the south's deed; "killed by NATO" is not that of who is killed.
    """
    told = [(word.start(), {term for term, _ in words_of(word.group())}) for word in _WORD.finditer(text)]
    for i, (at, terms) in enumerate(told):
        if not terms & who or terms & whom:
            continue
        done = False
        for k, behind in told[i + 1 : i + 1 + _CLOSE // 2]:
            if k > at + _CLOSE:
                break
            between = text[at:k].rstrip().removesuffix(_WORDS["article"])
            # In one clause, and not "killed by".
            if done and behind & whom and "," not in between and not between.endswith(_WORDS["by"]):
                return True
            done = done or any(event_types_of().get(term, frozenset()) & _HOSTILE for term in behind)
    return False
