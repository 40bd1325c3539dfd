"""Who is in an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from leadup.lang import kept_table
from leadup.lang.news_sources import is_agency, known
from leadup.lang.outlets import outlets
from leadup.model import Action, Actor, Claim, Entry
from leadup.output.speaker import (
    cited,
    head,
    in_running_text,
    is_pronoun,
    may_speak,
    name_as_given,
    named_before,
    names_whose,
    office,
    tells_nobody,
    whole_body,
)
from leadup.reading.names.keys import name_key, plain_key


def actors_of(entry: Entry) -> tuple[Actor, ...]:
    """Everyone who acts, bears or speaks in an entry, each once (by ``key``), in a steady order.

    Left out are those that no word names (an unresolved pronoun, a day that was taken for a name), those that are not
    known to act ("the ruling"), and those whose only part is in a deed that is not sure, unless they are among the
    entry's actors.
    """
    actors: dict[str, Actor] = {actor.key: actor for actor in entry.actors}
    for claim in entry.claims:
        if claim.speaker is not None:
            actors.setdefault(claim.speaker.key, claim.speaker)
    for action in entry.actions:
        if not action.certain:
            continue
        for actor in (action.source, action.target):
            if actor is not None:
                actors.setdefault(actor.key, actor)
    return tuple(actor for actor in actors.values() if actor.is_known_to_act)


def reports_it(actor: Actor, carrying: frozenset[str]) -> bool:
    """Whether this is who tells the news rather than who is in it: an outlet or agency, or one of those ``carrying``
    the timeline."""
    if actor.kind == "media" or actor.name in carrying:
        return True
    return known(actor.name) is not None or outlets().of_name(actor.name) is not None


def names_both_sides(action: Action) -> bool:
    """Whether an action's words tell who does it and who bears it, and these are not the same."""
    if action.source is not None and action.target is not None and action.source.key == action.target.key:
        return False
    return all(actor is None or actor.is_told for actor in (action.source, action.target))


def same_actors(actors: Iterable[Actor], language: str) -> dict[str, str]:
    """For each actor, by key, the key of the one that it is counted as, itself for the most.

    "Tolk" is "Mara Tolk" where one of these alone has that last name, and "Tarrow Guard militia" is "Tarrow Guard",
    where that is a body of the same kind: "the Tolk campaign" is not Tolk, nor a state's agency that state. More words
    before a name may be another's ("Mary Ann Tolk", "Ann Tolk").
    """
    of_key = {actor.key: actor for actor in actors}
    persons = {key for key, actor in of_key.items() if _is_person(actor, language)}
    bodies = {a.name: key for key, a in of_key.items() if key not in persons and a.kind not in _NO_BODIES}
    same = {key: key for key in of_key}
    for key, actor in of_key.items():
        whole = bodies.get(_less_kind(actor.name))
        if whole is not None and of_key[whole].kind == actor.kind:
            same[key] = whole
    for key in persons:
        if " " not in key:
            full = [other for other in persons if " " in other and other.split()[-1] == key]
            same[key] = full[0] if len(full) == 1 else key
    return same


def _less_kind(name: str) -> str:
    """A name without the last word where that is in small letters: "Tarrow Guard" of "Tarrow Guard militia"."""
    words = name.split()
    return " ".join(words[:-1]) if words and words[-1][:1].islower() else name


_NO_BODIES = frozenset({"state", "government", "person", "civilians", "unknown"})
"""Kinds of actors whose name with a word behind it is another's: a state's police, a town's mayor."""


def _is_person(actor: Actor, language: str) -> bool:
    """Is it a person, by its kind or by a key made as those of persons are, which fold spellings?"""
    return actor.kind == "person" or (
        actor.key == name_key(actor.name, language) and actor.key != plain_key(actor.name, language)
    )


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

LONGEST_BESIDE = 30
"""Code points that the source's words may have beside the name in them, to be shown whole."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as shown: ``name`` is who, ``beside`` what stands beside it ("harbour minister").

    ``sure`` is False for what a page says "probably" to. ``guess`` is whom a pronoun probably stands for: then ``name``
    is the pronoun itself. ``lead`` is what stands before the name of a thing, which does not speak: "according to a".
    """

    name: str
    beside: str | None
    sure: bool
    guess: str | None = None
    lead: str | None = None


@cache
def _words(key: str, language: str) -> frozenset[str]:
    return frozenset(kept_table("actor", language)[key].split())


def _is_nobody(who: Actor, source: str, language: str) -> bool:
    """Is a speaker none: what was said or written ("the statement"), or somebody's who is not told ("their leaders")?

    A name that is written large is a name, be its last word what it may ("Washington Post").
    """
    words = head(who.name, language)
    if not words or tells_nobody(who, source, language):
        return True
    if words[0].casefold() in _words("owners", language) and not (who.of or "")[:1].isupper():
        return True
    # "ferry officials' statement" and "the statement of Mara Tolk" tell whose it is.
    plain = words[-1].islower() and not any(w.endswith(("’s", "'s", "s’", "s'")) for w in words)
    return plain and who.of is None and words[-1].casefold() in _words("said", language)


def _is_of_another(claim: Claim, who: Actor, text: str, start: int, language: str) -> bool:
    """Does somebody speak of himself in words that are given to an agency or an outlet, which only passes them on?"""
    if claim.manner == "paraphrased" or (known(who.name) is None and outlets().of_name(who.name) is None):
        return False
    selves = _words("myself", language) | (_words("ourselves", language) if is_agency(who.name) else frozenset())
    said = " ".join(text[max(0, s - start) : max(0, e - start)] for s, e in claim.content)
    return any(word.casefold() in selves for word in _WORD.findall(said))


def _is_anybody(claim: Claim, who: Actor) -> bool:
    """Is it doubtful that anybody says it, and no more told than that it is a thing, or some person: "a man"?"""
    plain = who.kind == "civilians" and who.of is None and " " not in who.name and who.name.islower()
    return not claim.certain and (who.kind == "unknown" or plain)


def shown_speaker(claim: Claim, text: str, start: int = 0, *, language: str) -> Speaker | None:
    """Who says it, where the words tell; ``text`` holds the claim's source and begins at code point ``start``.

    ``language`` is that of the text. None too where the claim tells no words of theirs (``Claim.is_said``: of 85 such
    guesses on real answers a third was right), where what is named is no speaker, and where it is doubtful that anybody
    says it and no person, body or state is known under that name: on real news such a guess was wrong nine times in ten
    ("an effort", "the right", "emails").
    """
    who = claim.speaker
    if who is None or not who.is_told or not claim.is_said or _is_anybody(claim, who):
        return None
    words = " … ".join(text[s - start : e - start] for s, e in claim.source if start <= s < e <= start + len(text))
    if _is_nobody(who, words, language) or _is_of_another(claim, who, text, start, language):
        return None
    according = cited(who, claim, words, text, start, language)
    if according is not None and claim.speaker_certain:
        return Speaker(who.name, None, claim.certain, lead=according)
    if not claim.speaker_certain:
        if is_pronoun(words, language):
            return Speaker(words, f"probably {who.name}", False, who.name)
        if not may_speak(who, language):
            return None
        # Said once, and without a long tail ("…, released on Friday").
        whole = who.name.casefold() in words.casefold() and len(words) <= len(who.name) + LONGEST_BESIDE
        return Speaker(words if whole else who.name, None, False)
    described = named_before(who.name, words, language)
    if described is not None:
        return Speaker(described, who.name, claim.certain)
    name = in_running_text(whole_body(name_as_given(who.name, words, language), words, language), language)
    if who.of is not None and not names_whose(name, who.of):
        return Speaker(name, f"of {who.of}", claim.certain)
    return Speaker(name, office(who.role, who.name, words, language) if who.role else None, claim.certain)
