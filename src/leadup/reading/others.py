"""Deep readings of plug-ins, checked before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadup.errors import BrokenPlugin
from leadup.model import Article, DeepReading, Extent, Reading
from leadup.plugins import DeepReader


def read_by(reader: DeepReader, article: Article, reading: Reading, sentences: Sequence[int]) -> list[DeepReading]:
    """The deep readings of these sentences by a plug-in's reader, in the order asked for.

    Raises BrokenPlugin where the reader fails, leaves a sentence out, or names a place outside the article's text.
    """
    if not sentences:
        return []
    try:
        given = {deep.sentence: deep for deep in reader.read(article, reading, sentences)}
    except Exception as error:
        raise BrokenPlugin(f"the deep reader {reader.name} fails ({type(error).__name__}: {error})") from error
    for number in sentences:
        if number not in given:
            raise BrokenPlugin(f"the deep reader {reader.name} gives nothing for sentence {number} of {article.id}")
        for start, end in _places(given[number]):
            if not 0 <= start < end <= len(article.text):
                raise BrokenPlugin(f"the deep reader {reader.name} names [{start}:{end}], which is not in {article.id}")
        for action in given[number].actions:
            if article.text[action.start : action.end] != action.exact:
                where = f"[{action.start}:{action.end}] of {article.id}"
                raise BrokenPlugin(f"the deep reader {reader.name} gives {action.exact!r}, which is not at {where}")
    return [given[number] for number in sentences]


def _places(deep: DeepReading) -> Iterator[Extent]:
    for claim in deep.claims:
        yield from (*claim.source, *claim.cue, *claim.content)
    for action in deep.actions:
        yield action.start, action.end
        yield from (at for at in (action.source_at, action.target_at, action.place_at) if at is not None)
