"""The date taggers of plug-ins: their expressions beside leadup's own, checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from leadup.errors import BrokenPlugin
from leadup.model import Timex
from leadup.plugins import date_taggers


def taggers_mark(language: str) -> str:
    """The names and versions of the date taggers of plug-ins for a language; empty where there are none."""
    return "".join(f", {t.name} {t.version}" for t in sorted(date_taggers(language), key=lambda t: t.name))


def with_others(text: str, day: dt.date | None, own: tuple[Timex, ...], language: str) -> tuple[Timex, ...]:
    """leadup's own expressions of a text, and those of plug-ins that overlap none found before, in order.

    Raises BrokenPlugin where a tagger fails, or gives words that do not stand where it says they do.
    """
    timexes: Sequence[Timex] = own
    for tagger in date_taggers(language):
        try:
            given = tuple(tagger.tag(text, day))
        except Exception as error:
            raise BrokenPlugin(f"the date tagger {tagger.name} fails ({type(error).__name__}: {error})") from error
        free: list[Timex] = []
        for timex in given:
            if not timex.exact or text[max(timex.start, 0) : timex.end] != timex.exact:
                where = f"[{timex.start}:{timex.end}]"
                raise BrokenPlugin(f"the date tagger {tagger.name} gives {timex.exact!r}, which is not at {where}")
            if all(timex.end <= held.start or held.end <= timex.start for held in (*timexes, *free)):
                free.append(timex)
        if free:
            timexes = sorted((*timexes, *free), key=lambda t: t.start)
    return tuple(timexes)
