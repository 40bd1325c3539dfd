"""Statements about what happened, by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from leadup.model import Reaction, Stance, Timeline
from leadup.output.country import country_of
from leadup.output.days_in_words import day_words
from leadup.output.phrases import opening_words, stance_words

STANCE_SIGNS: Final = {
    "supports": "+",
    "condemns": "−",
    "calls for restraint": "=",
    "threatens": "!",
}

_TALLY: Final[dict[Stance, str]] = {
    "condemns": "condemning",
    "threatens": "threatening",
    "calls for restraint": "calling for restraint",
    "supports": "supporting",
}


@dataclass(frozen=True, slots=True)
class ReactionLine:
    """One reaction: stance and its sign (empty where none was read), who, the words, when and where, and the entry it
    is about."""

    stance: str
    tone: str
    sign: str
    who: str
    words: str
    day: str
    outlet: str
    about: str | None
    about_words: str


@dataclass(frozen=True, slots=True)
class Party:
    """A country or body and what it said, in order of day."""

    name: str
    said: tuple[ReactionLine, ...]


def reactions_of(timeline: Timeline, anchors: dict[str, str]) -> tuple[Party, ...]:
    """The reactions by side, countries under their English names, sides in the order of the alphabet."""
    words = {entry.id: opening_words(entry.wording.exact, 60) for entry in timeline.entries}
    grouped: dict[str, list[ReactionLine]] = {}
    for reaction in sorted(timeline.reactions, key=lambda reaction: (reaction.day, reaction.words.start)):
        grouped.setdefault(_side(reaction), []).append(
            ReactionLine(
                stance_words(reaction),
                reaction.stance.replace(" ", "-"),
                STANCE_SIGNS.get(reaction.stance, ""),
                _who(reaction),
                reaction.words.exact,
                day_words(reaction.day, year=False),
                reaction.outlet or "",
                anchors.get(reaction.about),
                words.get(reaction.about, ""),
            )
        )
    return tuple(
        Party(name, tuple(grouped[name])) for name in sorted(grouped, key=lambda n: n.removeprefix("the ").casefold())
    )


def tally_of(timeline: Timeline) -> str:
    """How many took which stance: "1 condemning, 2 calling for restraint"; empty where no stance was read."""
    counts = Counter(reaction.stance for reaction in timeline.reactions)
    return ", ".join(f"{counts[stance]} {words}" for stance, words in _TALLY.items() if counts[stance])


def _side(reaction: Reaction) -> str:
    country = country_of(reaction.country)
    return country.name if country else reaction.side


def _who(reaction: Reaction) -> str:
    if reaction.speaker is None:
        return ""
    role = f", {reaction.speaker.role}" if reaction.speaker.role else ""
    return f"{reaction.speaker.name}{role}"
