"""Who speaks or acts in a sentence of reactions: one actor, or several side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadup.model import Actor, Claim
from leadup.reading.names import Cast

_VERB = re.compile(
    r"\b(?:said|says|told|tweeted|wrote|vowed|warned|warns|urged|urges|condemned|denounced|criticised|criticized|called"
    r"|calls|suggested|described|expressed|voiced|summoned|expelled|recalled|announced|stated|added|insisted|declared"
    r"|accused|blamed|demanded|praised|welcomed|hailed|defended|offered|pledged|promised|threatened|appealed|confirmed"
    r"|denied|argued|reacted|responded|rejected|advised|asked|insists|spoke|apologi[sz]ed|decried|deplored|mourned)\b",
)
_BREAK = re.compile(r"[.;:“”\"]\s|``|''|\bwhile\b|\bafter\b|\bas\b|\bbut\b")
_SPEAKS = ("person", "organisation", "place", "nationality")


def speakers(cast: Cast, start: int, end: int, claims: Sequence[Claim] = ()) -> tuple[Actor, ...]:
    """The actors that the sentence ``[start, end)`` of the cast's text makes speak or act, in order; may be empty.

    ``claims`` are those read in it, if any were; where their speaker is not known the names beside the first verb of
    saying or acting are taken: a person before an organisation before countries, and of countries all.
    """
    text = cast.text
    known = [c.speaker for c in claims if c.speaker and any(start <= s < end for s, _ in (*c.cue, *c.source))]
    several = [a for c in claims for s, e in c.source if start <= s < end for a in _named(cast, s, e)]
    countries = [a for a in several if a.kind == "state"]
    if len(countries) > 1 and len(countries) == len(several):
        return tuple(dict.fromkeys(countries))
    if known:
        return tuple(dict.fromkeys(known))
    for verb in _VERB.finditer(text, start, end):
        low = start
        for stop in _BREAK.finditer(text, start, verb.start()):
            low = stop.end()
        found = _of(cast, low, verb.start()) or _after(cast, verb.end(), end)
        if found:
            return found
    return ()


def _after(cast: Cast, start: int, end: int) -> tuple[Actor, ...]:
    """The speaker that follows a verb that follows the words: "…,” said the minister, Ann Lee"."""
    stop = re.compile(r"[.;“\"]|$").search(cast.text, start, min(end, start + 100))
    if not re.match(r"\s+(?:the\s+|[A-Z])", cast.text[start : start + 6]):
        return ()
    return _of(cast, start, stop.start() if stop else end)


def _of(cast: Cast, start: int, end: int) -> tuple[Actor, ...]:
    actors = _named(cast, start, end)
    people = [a for a in actors if a.role or a.kind == "person"]
    if people:
        return (people[-1],)
    other = [a for a in actors if a.kind not in ("state", "unknown")]
    if other:
        return (other[0],)
    return tuple(dict.fromkeys(a for a in actors if a.kind == "state"))


def _named(cast: Cast, start: int, end: int) -> list[Actor]:
    return [
        actor
        for name, actor in zip(cast.names, cast.actors, strict=True)
        if start <= name.start and name.end <= end and actor is not None and name.kind in _SPEAKS
    ]
