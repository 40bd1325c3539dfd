"""What an event is called in a heading, after "What led up to"."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import referred_to
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.main_deed import is_past, is_present
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.words import asking, deeds_of
from leadup.timeline.terms import function_words, stem

LONGEST_SUBJECT = 4


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.forms: dict[str, Any] = kept_table("asking", language)["heading"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def heading(asked: Asked) -> str:
    """The event as a noun phrase: "Lund resigns" is "the resignation of Lund"; a longer statement is quoted.

    What is a noun phrase already ("the siege of Orsk", "Orsk riots") stays as it is asked, with "the" where it opens
    without an article. A name that the archive spells in one other way is spelt so.
    """
    language = asked.language
    forms = _forms(language)
    words = _as_spelt(asked)
    deed = next((s for s in asked.slots if s.needed), None)
    opened = words.lower().startswith(tuple(forms.forms["opens"]))
    noun = _noun(deed, language) if deed is not None else None
    if deed is None:
        return f"“{words}”" if not opened and _may_tell(words, language) else words
    if opened and not _is_statement(words, led_on=noun is None, language=language):
        return words
    if any(
        s.kind == "deed" and s.place < deed.place and s.asked.lower() in asking("deciding", language)
        for s in asked.slots
    ):
        return f"“{words}”"
    at = words.lower().rfind(deed.asked.lower())
    rest = words[at + len(deed.asked) :].strip(" .?!")
    if noun is None:
        apart = len(deed.asked.split()) > 2 and tuple(
            base_form(each, language) for each in deed.asked.lower().split()
        ) not in deeds_of(language)
        told = opened or apart or _is_told(words, at, rest, language) or _is_said_of(words[:at], language)
        told = told or not _is_noun(words, at, deed.asked, rest, language)
        return f"“{words}”" if told else _with_article(words, at, language)
    subject = words[:at].split()
    while subject and subject[-1].lower() in asking("linking", language):
        subject.pop()
    plain = not rest and 0 < len(subject) <= LONGEST_SUBJECT
    if plain and not any(
        w.lower() in asking("negative", language) or w.lower().endswith(word_endings(language).possessive)
        for w in subject
    ):
        whom = " ".join(subject)
        return str(forms.forms["of_someone"].format(deed=noun, whom=f"{whom[0].lower()}{whom[1:]}" if opened else whom))
    return f"“{words}”"


def _is_said_of(before: str, language: str) -> bool:
    """Does what stands before the deed tell of somebody: "Orsk blamed for the hack"?"""
    said = before.lower().split()[1:]
    return any(
        word.endswith(word_endings(language).past) and after in function_words(language)
        for word, after in itertools.pairwise(said)
    )


def _as_spelt(asked: Asked) -> str:
    """The words asked, the names in the archive's spelling where it has but one."""
    words = asked.words.strip()
    for slot in asked.slots:
        if len(slot.spelt) == 1:
            words = re.sub(rf"\b{re.escape(slot.asked)}\b", slot.spelt[0].replace("\\", r"\\"), words)
    return words


_BETWEEN = "-"
"""Between the words of a row's name."""
OWN_WORDS, OWN_LETTERS = 2, 4
"""A verb has the noun of its row where it is one of the first so many words of it, or begins with the same letters."""


def _noun(deed: Slot, language: str) -> str | None:
    """The noun for a deed that is asked for by a verb; None where it may be a noun itself ("the Orsk attacks")."""
    spoken = deed.asked.lower().split()
    first = spoken[0]
    phrase = tuple(base_form(w, language) for w in spoken)
    past = is_past(first, language)
    if any(row.name == _BETWEEN.join(phrase) for row in deed.rows[1:]):
        # A bill that is "shot down" is rejected, a plane is not.
        return None
    for row in deed.rows:
        if row.noun.endswith(first) or (
            len(phrase) == 1 and phrase != row.told[0] and not first.endswith(word_endings(language).past)
        ):
            continue
        if len(phrase) == 1 and phrase not in row.told[:OWN_WORDS] and not row.noun.startswith(phrase[0][:OWN_LETTERS]):
            # "Ousted" is no resignation, though news may tell one for the other.
            continue
        if len(phrase) > 1 and not (
            past or first.endswith(word_endings(language).plural) or spoken[-1] in function_words(language)
        ):
            continue
        if past or base_form(row.noun.split()[0], language) != phrase[0]:
            return row.noun
    return None


def _with_article(words: str, deed: int, language: str) -> str:
    """A noun phrase with "the" before it, unless an owner opens it ("Lund's death"); ``deed`` is where its noun is."""
    forms = _forms(language)
    if any(
        w.endswith((*word_endings(language).possessive, *word_endings(language).plural_possessive))
        for w in words[:deed].split()
    ):
        return words
    if deed == 0:
        return str(forms.forms["first"].format(lower=f"{words[0].lower()}{words[1:]}"))
    return str(forms.forms["other"].format(words=words))


def _is_told(words: str, deed: int, rest: str, language: str) -> bool:
    """Do the words tell what happened ("Orsk bridge collapses", "Council dismisses Lund"), rather than name it?"""
    before = words[:deed].split()
    told = words[deed : len(words) - len(rest)].strip()
    if any(base_form(w.lower(), language) != stem(w.lower(), language) for w in before):
        return True
    if not told.endswith(word_endings(language).plural) or told.endswith(word_endings(language).gerunds):
        # "The senators block a vote": a bare verb behind several who do it.
        bare = (
            bool(before)
            and is_present(before[-1], language)
            and not told.endswith((*word_endings(language).past, *word_endings(language).gerunds))
        )
        return bool(rest) and (bare or _is_statement(words, language=language))
    after = rest.split()[:1]
    if after and after[0].lower() not in asking("of_a_noun", language):
        return True
    return bool(before) and before[-1].islower() and _is_statement(words, language=language)


def _is_noun(words: str, at: int, asked: str, rest: str, language: str) -> bool:
    """Is the deed named by a noun ("the Orsk massacre"), not told by a participle or an adjective ("Lund held")?"""
    *before, last = asked.lower().split()
    if before and last in function_words(language) and is_past(before[0], language):
        # "Shot down", "called off": a participle with its particle.
        return False
    if last.endswith(word_endings(language).gerund) or (
        not rest and not last.endswith(word_endings(language).past) and stem(last, language) in referred_to(language)
    ):
        return True
    (parsed,) = parse(words, [(0, len(words))], language=language)
    place = parsed.at(at + len(asked) - len(last))
    return (
        place >= 0
        and parsed[place].upos in ("NOUN", "PROPN")
        and bool(rest or not last.endswith(word_endings(language).plural))
    )


def _may_tell(words: str, language: str) -> bool:
    """May words without a known deed tell something ("Boehner pulls his plan"), rather than name it?"""
    pairs = itertools.pairwise(words.split())
    spoken = any(one[0].isupper() and two.islower() and is_present(two, language) for one, two in pairs)
    return spoken or _is_statement(words, language=language)


def _is_statement(words: str, led_on: bool = False, *, language: str) -> bool:
    """Does a verb with a subject head these words? ``led_on`` asks for words behind it, too: what stands last may be a
    noun that is taken for a verb ("the Orsk attacks")."""
    (parsed,) = parse(words, [(0, len(words))], language=language)
    root = parsed.root
    if root < 0 or (led_on and root == len(parsed) - 1):
        return False
    return parsed[root].upos in ("VERB", "AUX") and bool(parsed.children(root, "nsubj"))
