"""The deeds that a question names: by a verb or a noun, in one word or several, and what may tell of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from leadup.lang.wordforms import without_plural, word_endings
from leadup.reading.names.lexicon import given_names
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.main_deed import DEED
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import (
    OTHER_WORD,
    VAGUE_WORD,
    Deed,
    Phrase,
    asked_apart,
    asking,
    asking_by,
    asking_of,
    base_forms,
    deeds,
    deeds_of,
    things,
    verbs_of,
)
from leadup.timeline.terms import function_words

BETWEEN = 2
"""Words between the two that a question names a deed by."""


def deeds_in(
    bases: Sequence[str], tokens: Sequence[tuple[str, int]], language: str
) -> list[tuple[int, int, tuple[Deed, ...]]]:
    """Where deeds are named, longest phrases first: place, number of words, rows of the table."""
    found = []
    table = deeds_of(language)
    free = [True] * len(bases)
    mixed = any(t[0].islower() for t, _ in tokens[1:])
    upper = [t[0].isupper() for t, _ in tokens]
    inside = [mixed and up and (i > 0 or upper[1:2] == [True]) for i, up in enumerate(upper)]
    named = [_is_named_march(tokens, i, language) for i in range(len(tokens))]
    for length in (3, 2, 1):
        for at in range(len(bases) - length + 1):
            rows = table.get(tuple(bases[at : at + length]))
            if rows is None or not all(free[at : at + length]):
                continue
            if any(inside[at : at + length]) and not named[at]:
                continue
            rows = _with_its_own(tuple(bases[at : at + length]), tokens, rows, language)
            if not rows:
                continue
            low = tokens[at][0].lower()
            if length == 1 and all(d.how == "thing" for d in rows) and not _is_of_thing(low, language):
                # "Tapped for minister" and "taps Lund" are no tape.
                rows = verbs_of(language).get(tuple(bases[at : at + length]), rows)
            if length == 1 and low in function_words(language) and not named[at] and not (at == len(bases) - 1 and at):
                continue
            if length == 1 and low in asking("numbered", language) and _is_numbered(tokens, at):
                continue
            if (
                length == 1
                and low.endswith(word_endings(language).past)
                and _is_deed_noun(bases, tokens, at + 1, language)
            ):
                # "A failed coup" is a coup, but a jet "downed over Orsk" was downed.
                continue
            free[at : at + length] = [False] * length
            found.append((at, length, rows))
        if length > 1:
            found.extend(_deeds_apart(bases, tokens, free, length, language))
    found = [(at, length, _of_chamber(tokens, bases, at, rows, language)) for at, length, rows in found]
    found = [(at, length, _in_its_sense(tokens, bases, at, length, rows, language)) for at, length, rows in found]
    if any(t.lower() in asking("storms", language) for t, _ in tokens):
        found = [(at, length, _of_storm(tuple(bases[at : at + length]), rows, language)) for at, length, rows in found]
    found = [(at, length, _if_said(tokens, bases, at, length, rows, language)) for at, length, rows in found]
    found = [f for f in found if f[2]]
    # Who does it is no deed beside one ("voters reject the treaty").
    done = [f for f in found if f[1] > 1 or tokens[f[0]][0].lower() not in asking("doers", language)]
    return sorted(done or found, key=lambda f: f[0])


def _is_deed_noun(bases: Sequence[str], tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Is a deed named by the word there, and by no little word?"""
    named = tuple(bases[at : at + 1]) in deeds_of(language)
    return named and tokens[at][0].lower() not in function_words(language)


def _is_of_thing(word: str, language: str) -> bool:
    """Is it a word for a thing, or a form that has all its letters ("tapes", "taped"), and no other past form?"""
    return word.startswith(things(language)) and (
        not word.endswith(word_endings(language).past) or word[:-1] in things(language)
    )


def _with_its_own(
    phrase: Phrase, tokens: Sequence[tuple[str, int]], rows: tuple[Deed, ...], language: str
) -> tuple[Deed, ...]:
    """The deeds that a phrase may mean in a question, where it names some only beside certain words ("shares slide") or
    never beside some ("the prize goes to Lund"): else those that it tells of and no question calls by it.
    """
    written = " ".join(phrase)
    low = {t.lower() for t, _ in tokens}
    only = asking_by("only_with", language).get(written)
    if (only is None or low & only) and not low & asking_by("never_with", language).get(written, frozenset()):
        return rows
    return tuple(d for d in deeds(language) if phrase in d.told and phrase not in d.asked)


def _if_said(
    tokens: Sequence[tuple[str, int]], bases: Sequence[str], at: int, length: int, rows: tuple[Deed, ...], language: str
) -> tuple[Deed, ...]:
    """The deeds that a verb means, that of speaking against somebody left out where nobody is named who does it ("the
    Bash brothers"), or what only strikes ("a tornado rips through Orsk"), or nothing that it is done to.
    """
    if bases[at] not in asking("said_verbs", language):
        return rows
    does = {t.lower() for t, _ in tokens[:at]}
    behind = [t.lower() for t, _ in tokens[at + length : at + length + 1]]
    whom = length > 1 or (behind and behind[0] not in asking("said_never_before", language))
    if does and does.isdisjoint(asking("said_never_by", language)) and whom:
        return rows
    return tuple(d for d in rows if d.name not in asking("said_of", language))


def _is_numbered(tokens: Sequence[tuple[str, int]], at: int) -> bool:
    """Has a thing its number behind it ("flight MH17", "Flight 370")?"""
    return any(c.isdigit() for t, _ in tokens[at + 1 : at + 2] for c in t)


def parted(words: Phrase, language: str) -> tuple[Phrase, range] | None:
    """The phrase by which words name a deed that stand with others between them, and where these stand: between two
    ("take a call"), or before the first or the last two of three ("puts Lund behind bars", "gives up his seat")."""
    last = len(words) - 1
    ways: list[tuple[Phrase, range]] = [((words[0], words[-1]), range(1, last))]
    if last > 2:
        ways = [((*words[:2], words[-1]), range(2, last)), ((words[0], *words[-2:]), range(1, last - 1)), *ways]
    return next(((phrase, between) for phrase, between in ways if phrase in asked_apart(language)), None)


def _deeds_apart(
    bases: Sequence[str], tokens: Sequence[tuple[str, int]], free: list[bool], words: int, language: str
) -> list[tuple[int, int, tuple[Deed, ...]]]:
    """Deeds that a question names by so many words with one or two others between them ("take a call", "quit the
    presidential race", "gives up his seat"). What they take up is no longer ``free``."""
    found = []
    for at in range(len(bases)):
        for length in range(3, BETWEEN + 4):
            way = parted(tuple(bases[at : at + length]), language) if at + length <= len(bases) else None
            if way is None or len(way[0]) != words or len(way[1]) > BETWEEN:
                continue
            # "US" is a name.
            between = [tokens[at + k][0].lower() for k in way[1] if not tokens[at + k][0].isupper()]
            # "Take up the call" is another verb.
            if any(t in function_words(language) and t not in asking("between_words", language) for t in between):
                continue
            rows = _with_its_own(way[0], tokens, asked_apart(language)[way[0]], language)
            if rows and all(free[at : at + length]):
                free[at : at + length] = [False] * length
                found.append((at, length, rows))
    return found


def _is_named_march(tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Is a word that a month is called by none here, as whose it is is told ("the Miners' March", "Women's March")?"""
    if not at or tokens[at][0].lower() not in asking("months_that_are_words", language):
        return False
    owner = at - 2 if at > 1 and len(tokens[at - 1][0]) == 1 else at - 1
    before, start = tokens[owner]
    apart = {len(f"{ending} ") for ending in ("'", *word_endings(language).possessive)}
    return before[0].isupper() and tokens[at][1] - start - len(before) in apart


def _of_chamber(
    tokens: Sequence[tuple[str, int]], bases: Sequence[str], at: int, rows: tuple[Deed, ...], language: str
) -> tuple[Deed, ...]:
    """The deeds that a verb means where a body that votes does it to what such a body votes on ("Senate kills the
    bill", but not "the Lom house killings"), else those it has."""
    is_noun = without_plural(tokens[at][0].lower(), language).endswith(word_endings(language).gerund)
    if not at or is_noun or tokens[at - 1][0].lower() not in asking("chambers", language):
        return rows
    if asking("voted_on", language).isdisjoint(t.lower() for t, _ in tokens[at + 1 :]):
        return rows
    named = {row for row, words in asking_of("by_chamber", language).items() if bases[at] in words}
    return _of_rows(named, language) or rows


def _in_its_sense(
    tokens: Sequence[tuple[str, int]], bases: Sequence[str], at: int, length: int, rows: tuple[Deed, ...], language: str
) -> tuple[Deed, ...]:
    """The deeds that a verb means by what stands beside it, else those it has: of a plan that it came to nothing ("the
    plan collapses"), of whom it names that they were let go ("the paper drops Lund", "Lund dropped by the paper"), of a
    person what only persons do ("Anna Lund comes out").

    A name alone may be a place's or a thing's ("drops Iraq sanctions", "Orsk cleared by the army"): the verb then means
    this beside the others that it has, and this alone only of whoever has a given name and a surname.
    """
    word, phrase = tokens[at][0].lower(), " ".join(bases[at : at + length])
    upper = [t[0].isupper() for t, _ in tokens]
    behind = [t.lower() for t, _ in tokens[at + length : at + length + 1]]
    of_plans = asking_of("of_plans", language)
    if at and word in of_plans["verbs"] and tokens[at - 1][0].lower() in of_plans["plans"]:
        return _of_rows(of_plans["rows"], language) or rows
    if all(upper[1:]):
        # Of a headline's capitals none says what is a name.
        return rows
    found: tuple[Deed, ...] = ()
    alone = _is_person(tokens[max(0, at - 2) : at])
    if upper[at + length : at + length + 1] == [True]:
        found = _of_rows(asking_of("done_to_named", language).get(phrase, frozenset()), language)
        end = next((i for i in range(at + length, len(upper)) if not upper[i]), len(upper))
        # "Lund" of "the Lund lawsuit" and "Lund's show" is only whose.
        after = {t.lower() for t, _ in tokens[end : end + 1]}
        alone = after <= function_words(language) and _is_person(tokens[at + length : end])
        # "Concedes Lund was right": the name begins a clause.
        alone = alone or not after.isdisjoint(asking("being", language))
    elif alone and asking("behind_person", language).issuperset(behind):
        found = _of_rows(asking_of("done_by_person", language).get(phrase, frozenset()), language)
    of_somebody = at > 0 and (
        upper[at - 1] or tokens[at - 1][0].lower() in asking("kin", language) | asking("people", language)
    )
    if (
        not found
        and of_somebody
        and word.endswith(word_endings(language).past)
        and asking("behind_passive", language).issuperset(behind)
    ):
        found = _of_rows(asking_of("was_done", language).get(phrase, frozenset()), language)
    return (found if alone else tuple(dict.fromkeys((*rows, *found)))) or rows


def _is_person(name: Sequence[tuple[str, int]]) -> bool:
    """Are these tokens a given name and a surname?"""
    words = [t for t, _ in name]
    return len(words) > 1 and all(t[0].isupper() for t in words) and plain(words[0]) in given_names()


def _of_rows(named: Collection[str], language: str) -> tuple[Deed, ...]:
    return tuple(d for d in deeds(language) if d.name in named)


def _of_storm(phrase: Phrase, rows: tuple[Deed, ...], language: str) -> tuple[Deed, ...]:
    """The deeds that a phrase means where a storm does it: that it comes ashore, if it can mean that."""
    return tuple(d for d in deeds(language) if d.name in asking("of_storms", language) and phrase in d.told) or rows


def deed_slot(asked: str, phrase: Phrase, rows: Sequence[Deed], language: str) -> Slot:
    """The slot of a deed that is asked for by a phrase, which may be of any of these rows."""
    vague = base_forms(asking("vague", language), language)
    means = {p: VAGUE_WORD if p[0] in vague and len(p) == 1 else OTHER_WORD for deed in rows for p in deed.told}
    if only := asking_by("told_only", language).get(" ".join(phrase)):
        bases = frozenset(base_form(each, language) for each in only)
        means = {p: worth for p, worth in means.items() if p[0] in bases}
    means[phrase] = 1.0
    return Slot(asked, "deed", DEED, {**means, **dict.fromkeys(_same(phrase, rows), 1.0)}, rows=tuple(rows))


def _same(phrase: Phrase, rows: Sequence[Deed]) -> list[Phrase]:
    """The noun of a verb and the verb of a noun: the first two words of a row."""
    return [p for deed in rows if phrase in deed.told[:2] for p in deed.told[:2]]
