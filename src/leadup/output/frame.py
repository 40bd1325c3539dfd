"""The timeline as a table of pandas, one row an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadup.errors import MissingExtra
from leadup.model import Timeline
from leadup.output.address import web_address
from leadup.output.cast import actors_of
from leadup.output.sources import outlets_of
from leadup.output.speaker_words import speaker_of

if TYPE_CHECKING:
    import pandas


def to_frame(timeline: Timeline) -> pandas.DataFrame:
    """One row an entry, with types: days are ``datetime64``, counts whole numbers, flags booleans, texts strings.

    ``article``, ``start`` and ``end`` say where the wording stands (code points); ``outlets``, ``actors`` and
    ``responds_to`` are tuples. Raises :class:`~leadup.errors.MissingExtra` without pandas.
    """
    try:
        import pandas
    except ImportError:
        raise MissingExtra("a table of pandas", "frame") from None
    entries = timeline.entries
    first = [entry.evidence[0] for entry in entries]
    said = [speaker_of(entry) for entry in entries]
    return pandas.DataFrame(
        {
            "entry": pandas.Series([entry.id for entry in entries], dtype="str"),
            "day": pandas.Series([pandas.Timestamp(entry.day) for entry in entries], dtype="datetime64[s]"),
            "last_day": pandas.Series(
                [pandas.Timestamp(entry.last_day or entry.day) for entry in entries], dtype="datetime64[s]"
            ),
            "kind": pandas.Categorical([entry.kind for entry in entries], categories=["event", "statement"]),
            "wording": pandas.Series([entry.wording.exact for entry in entries], dtype="str"),
            "speaker": pandas.Series([who[0] if who else None for who in said], dtype="str"),
            "outlet": pandas.Series([evidence.outlet for evidence in first], dtype="str"),
            "url": pandas.Series([web_address(evidence.url) for evidence in first], dtype="str"),
            "outlets": pandas.Series([outlets_of(entry) for entry in entries], dtype="object"),
            "independent": pandas.Series([entry.support.independent for entry in entries], dtype="int64"),
            "articles": pandas.Series([entry.support.articles for entry in entries], dtype="int64"),
            "date_reason": pandas.Series([entry.date_reason for entry in entries], dtype="str"),
            "actors": pandas.Series(
                [tuple(actor.name for actor in actors_of(entry)) for entry in entries], dtype="object"
            ),
            "responds_to": pandas.Series(
                [tuple(link.to for link in entry.responds_to if link.shown) for entry in entries], dtype="object"
            ),
            "score": pandas.Series([entry.score.total for entry in entries], dtype="float64"),
            "is_target": pandas.Series([entry.is_target for entry in entries], dtype="bool"),
            "less_sure": pandas.Series([entry.less_sure for entry in entries], dtype="bool"),
            "article": pandas.Series([entry.wording.article for entry in entries], dtype="str"),
            "start": pandas.Series([entry.wording.start for entry in entries], dtype="int64"),
            "end": pandas.Series([entry.wording.end for entry in entries], dtype="int64"),
        }
    )
