"""Which country a speaker speaks for when no words beside the name say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Actor
from leadup.reading.names import Cast
from leadup.reading.names.countries import country_of_name


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("reactions", language)["affiliation"]
        self.ours = re.compile(words["ours"], re.IGNORECASE)
        self.subject = re.compile("".join(words["subject"]))
        self.office_before = re.compile("".join(words["office_before"]))
        self.offices = re.compile(words["offices"], re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def office_of(text: str, cast: Cast, actor: Actor, language: str) -> str | None:
    """The country whose office stands right before a person's name: "Iran's supreme leader, Ayatollah Ali Khamenei"."""
    named = list(zip(cast.names, cast.actors, strict=True))
    for k, (name, other) in enumerate(named):
        if other is None or other.key != actor.key or name.kind != "person" or k == 0:
            continue
        before, place = named[k - 1]
        if (
            place is not None
            and place.kind == "state"
            and _forms(language).office_before.fullmatch(text[before.end : name.start])
        ):
            return place.country
    return None


def speaks_for(actor: Actor, said: Iterable[str], language: str) -> str | None:
    """The code of the country that an office holder calls the subject of their own words, beside "our" and "we".

    "Canada is in contact with our partners," said the foreign minister: of Canada. None where the actor holds no
    office, or the words name no one country so.
    """
    forms = _forms(language)
    if actor.kind != "government" and not forms.offices.search(actor.role or ""):
        return None
    words = list(said)
    if not any(forms.ours.search(w) for w in words):
        return None
    codes = (country_of_name(m["who"].strip(), language) for w in words for m in forms.subject.finditer(w))
    named = Counter(code for code in codes if code)
    if not named:
        return None
    (best, count), *others = named.most_common()
    return best if not others or others[0][1] < count else None
