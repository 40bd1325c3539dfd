"""Names in a text, and the actors behind them (actor kinds and countries as PLOVER has them)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from leadup.lang import calendar_names, table

NameKind = Literal["person", "organisation", "place", "nationality", "facility", "other"]
ActorKind = Literal[
    "government",
    "military",
    "police",
    "judiciary",
    "legislature",
    "party",
    "opposition",
    "armed group",
    "rebels",
    "civilians",
    "protesters",
    "media",
    "business",
    "aid organisation",
    "international organisation",
    "refugees",
    "criminals",
    "religious",
    "education",
    "medical",
    "person",
    "state",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: ``text[start:end] == exact``; ``key`` joins its variants across an archive."""

    start: int
    end: int
    exact: str
    kind: NameKind
    key: str

    @property
    def is_person(self) -> bool:
        """Is it the name of a person?"""
        return self.kind == "person"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or speaks: the fullest name the article gives ("Mark Esper"), role ("U.S. Defence Secretary"),
    kind, and ISO 3166 alpha-2 country where the text gives one. ``key`` joins the same actor across articles. ``of``
    is the person or body that one who is only described belongs to: "Mara Tolk", of "a Tolk aide".
    """

    name: str
    key: str
    kind: ActorKind = "unknown"
    country: str | None = None
    role: str | None = None
    of: str | None = None

    @property
    def is_told(self) -> bool:
        """Whether the name tells who it is: an unresolved pronoun, a day, a date or a title without a name does not."""
        name = self.name.strip().casefold()
        words = [word.strip(".,") for word in name.split()]
        of_calendar = calendar_names()
        is_date = any(word in of_calendar for word in words) and all(
            word in of_calendar or word.isdigit() for word in words
        )
        return bool(name) and name not in _naming_nobody() and not is_date and not _is_but_title(words)

    @property
    def is_known_to_act(self) -> bool:
        """Whether it is of a kind that acts, or a name that is no place; "thumbs", "Tolm's remarks" are neither."""
        if not self.is_told or self.kind != "unknown":
            return self.is_told
        return self.country is None and all(word[:1].isupper() for word in self.name.split())


@cache
def _naming_nobody() -> frozenset[str]:
    """Pronouns and the like, which tell nobody by themselves."""
    return frozenset(table("actor")["nobody"].split())


def _is_but_title(words: list[str]) -> bool:
    """Whether a name is but what stands before one: "Sen.", "Chairman Committee"."""
    if not words or words[0] not in _listed("titles"):
        return False
    return words[0] in _listed("shortened") if len(words) == 1 else set(words[1:]) <= _listed("bodies")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("actor")[name].split())
