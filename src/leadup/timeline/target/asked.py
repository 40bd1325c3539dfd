"""What a question asks for: the event's own words, taken apart into who, what, and what was done."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from leadup import lang
from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.names.lexicon import given_names, lexicon
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.asked_deeds import deed_slot, deeds_in, parted
from leadup.timeline.target.main_deed import (
    LIGHT,
    announced_at,
    is_past,
    is_present,
    left_behind,
    main_deed,
    weight_of_deed,
)
from leadup.timeline.target.name_words import (
    bears_name,
    ends_country,
    is_code,
    is_joined,
    is_kin_of,
    is_particle,
    is_surname_first,
    is_title_alone,
    of_one_country,
    telling_word,
    with_short_names,
)
from leadup.timeline.target.question_words import (
    _without_auxiliary,
    decides_against,
    event_words,
    is_long,
    is_negative,
    is_of_did,
    is_short_name,
    word_pattern,
)
from leadup.timeline.target.slot import Role, Slot, SlotKind
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import base_of
from leadup.timeline.target.words import (
    Phrase,
    alike,
    asking,
    asking_of,
    base_forms,
    deeds_of,
    is_contracted_not,
    number_words,
    short_for,
    short_places,
)
from leadup.timeline.terms import function_words

NAME, THING, OFFICE, RANK, NUMBER = 1.0, 0.5, 0.6, 0.2, 0.3
"""How much of an event each kind of word is."""
FURTHER_NAME = 0.2
"""What each further word adds to the weight of a name of several, of which the last ("Tolm") has most."""
DESCRIBING = 0.35
"""A name before a rank and whom it is of ("Orsk governor Karl Tolm"): who is meant, said once more."""
LAST_NAME = 0.6
"""The share of a name's weight that its telling word has: the last of a person's, the first of "Orsk Middle School"."""
LEFT_BODY = 0.3
"""The share of its weight that the name of what a person leaves has ("Anna Lund leaving Orsk Radio"): who is named."""
CONTEXT = 0.5
"""What a word counts for that only says what came before the event ("resigns after losing Orsk")."""
ALIKE = 0.8
"""What another common word of the same kind of thing counts for."""

SHORTEST_FIRST = 4
"""Code points of the shortest common word that a name opens with ("Time Brandt", but not "The Brandt")."""
LONG_NAME = 5
"""A name of more code points may end in "i" for "y", or the other way round."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_FLIGHT = re.compile(r"[A-Z]{2}(\d{2,4})")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.name: dict[str, Any] = kept_table("asking", language)["name"]


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is understood: ``words`` are the event's own, in the asker's spelling; ``slots`` what they mean.

    ``years`` are those that the question names; ``negative`` says that it asks for something that was not done;
    ``long`` that it names what is of many days; ``role`` what the name before the deed has in it, where that is plain.
    """

    words: str
    slots: tuple[Slot, ...]
    years: tuple[int, ...] = ()
    negative: bool = False
    long: bool = False
    role: Role | None = None
    language: str = field(kw_only=True)

    @property
    def whole(self) -> float:
        """The weight of all that it asks for."""
        return sum(s.weight for s in self.slots)

    @property
    def names_nothing_done(self) -> bool:
        """Is it the name of somebody or something, and not a word more?"""
        words = [
            t for t in word_pattern(self.language).findall(self.words) if t.lower() not in function_words(self.language)
        ]
        groups = {s.group for s in self.slots if s.is_name and not s.titular}
        named = all(s.is_name or s.kind == "rank" for s in self.slots)
        return named and len(words) <= len(self.slots) and len(groups) < 2

    @property
    def deed_place(self) -> int:
        """Which word of the question the event's own deed begins with; -1 where it names none."""
        return next((s.place for s in self.slots if s.needed), -1)

    @property
    def done_to(self) -> int:
        """Which slot is the name that the deed's verb has right behind it, of its words the weightiest ("Lund wins
        Orsk", "Lund beats Karl Tolm"); -1 where there is none, or the question has no name before the deed."""
        deed = next((s for s in self.slots if s.needed), None)
        if deed is None or not self.has_named_player:
            return -1
        after = deed.place + len(deed.asked.split())
        tokens = [t.lower() for t in word_pattern(self.language).findall(self.words)]
        after += after < len(tokens) and tokens[after] in asking("articles", self.language)
        groups = {s.group for s in self.slots if s.is_name and s.place == after}
        # The body that a person leaves need not be told.
        among = [i for i, s in enumerate(self.slots) if s.is_name and s.group in groups and s.weight > LEFT_BODY]
        return max(among, key=lambda i: self.slots[i].weight, default=-1)

    @property
    def has_named_player(self) -> bool:
        """Is who stands before the deed named ("Lund shot"), rather than told by a common word ("officers shot")?"""
        before = self.deed_place - 1
        return any(s.is_name and s.place == before for s in self.slots)

    @property
    def done_alone(self) -> bool:
        """May its deed need nobody else ("resigns")?"""
        return any(_needs_nobody(s, self.language) for s in self.slots if s.needed)

    @property
    def done_with(self) -> frozenset[str]:
        """What its deed is done to in any case, as base forms; empty where that is not known, or the question names
        something else that it is done to."""
        deed = next((s for s in self.slots if s.needed), None)
        if deed is None or any(s.place > deed.place and s.weight > _most_beside(s) for s in self.slots):
            return frozenset()
        known = [asking_of("done_with", self.language).get(d.name, frozenset()) for d in deed.rows]
        return frozenset(base_form(w, self.language) for things in known for w in things) if all(known) else frozenset()

    @property
    def is_run(self) -> bool:
        """Is it that somebody begins to run for an office ("launches her campaign", "announces that she runs")?"""
        language = self.language
        rows = {d.name for s in self.slots if s.needed for d in s.rows}
        named = {t.lower() for t in word_pattern(language).findall(self.words)}
        return bool(rows & asking("launching", language)) and not asking("runs", language).isdisjoint(named)

    @property
    def denied(self) -> bool:
        """Is what was not done asked for by a word that is no part of the deed's own ("not indicted", but "not to seek
        another term" is to retire)?"""
        language = self.language
        tokens = [t.lower() for t in word_pattern(language).findall(self.words)]
        told = [p[0] for s in self.slots if s.needed for d in s.rows for p in d.told]
        plainly = any(
            t in asking("plainly_not", language) or is_contracted_not(t, language) for t in tokens
        ) or decides_against(tokens, language)
        return plainly and asking("plainly_not", language).isdisjoint(told)

    @property
    def is_poll(self) -> bool:
        """Is it a vote, and said of none but a people, a land or a place: of no chamber, and of no other body that is
        known to vote ("Board elects chairman", "FIFA elects president")?"""
        language = self.language
        polls = [
            s.place for s in self.slots if s.kind == "deed" and any(d.name in asking("polls", language) for d in s.rows)
        ]
        words = word_pattern(language).findall(self.words)
        low = [w.lower() for w in words]
        if (
            not polls
            or not asking("chambers", language).isdisjoint(low)
            or not asking("elected_to", language).isdisjoint(low)
        ):
            return False
        by = next((i for i, w in enumerate(low) if w in asking("elected_by", language)), len(words))
        who = [*words[: max(polls[0], 0)], *words[by:]]
        return asking("electing", language).isdisjoint(map(str.lower, who)) and not any(
            _is_body(each, language) for each in who
        )

    @property
    def is_set(self) -> bool:
        """Is its day known before it comes, as a vote's is?"""
        return any(s.rows and all(d.how == "set" for d in s.rows) for s in self.slots)


def _is_body(word: str, language: str) -> bool:
    """Is it the short name of an organisation ("FIFA"), and no land's?"""
    known = lexicon(language).phrases.get(word)
    return word.isupper() and (known.kind == "organisation" if known else word in short_for(language))


def _needs_nobody(deed: Slot, language: str) -> bool:
    return any(d.name in asking("done_alone", language) for d in deed.rows)


def _most_beside(slot: Slot) -> float:
    """What a word behind the deed weighs at most that only says what came before the event."""
    return CONTEXT * (NAME if slot.is_name else THING)


@functools.lru_cache(maxsize=256)
def read_question(question: str, language: str) -> Asked:
    """The question taken apart. Never raises; a question of function words alone has no slots."""
    words = _without_auxiliary(event_words(question, language), language)
    tokens = [(m.group(), m.start()) for m in word_pattern(language).finditer(words)]
    bases = [base_of(t, language) for t, _ in tokens]
    titled = not any(t[0].islower() and t not in function_words(language) for t, _ in tokens[1:])
    taken: set[int] = set()
    slots: list[Slot] = []
    for at, length, deeds in deeds_in(bases, tokens, language):
        phrase = tuple(bases[at : at + length])
        taken.update(range(at, at + length))
        if phrase not in deeds_of(language):
            # "Quit the Orsk race": Orsk is a name of its own; so is what is called off.
            apart = tokens[at + length - 1][0].lower() in asking("particles_apart", language)
            phrase, between = parted(phrase, language) or (phrase, range(0))
            taken -= {at + k for k in between if apart or tokens[at + k][0][0].isupper()}
        slots.append(
            replace(deed_slot(" ".join(t for t, _ in tokens[at : at + length]), phrase, deeds, language), place=at)
        )
    behind = [*(t.lower() for t, _ in tokens[1:]), ""][: len(tokens)]
    # "Rules out a 2016 run" may be news of any year.
    years = tuple(
        int(t)
        for (t, _), b in zip(tokens, behind, strict=True)
        if _YEAR.fullmatch(t) and b not in asking("runs", language)
    )
    group, last, opening, nth = 0, -2, "", 0
    for i, (token, _) in enumerate(tokens):
        low = token.lower()
        if i in taken or _YEAR.fullmatch(token) or is_contracted_not(token, language):
            continue
        little = (
            low in function_words(language)
            and low not in asking("ordinals", language) | asking("nouns_too", language) | number_words(language).keys()
        )
        # "Kim Jong-un" is a name to its end.
        hyphened = (
            last == i - 1 and words[tokens[i][1] - 1 : tokens[i][1]] == "-" and is_surname_first(opening, language)
        )
        little = little and not is_short_name(token, words, language) and not hyphened
        if little and not _opens_name(tokens, i, titled):
            continue
        if (len(token) < 2 and not token.isdigit()) or is_particle(tokens, i, language):
            continue
        capital = token[0].isupper() and not titled
        if low in asking("sole_ranks", language) and not bears_name(words, tokens, i, language):
            group += 1
            slots.append(
                replace(
                    _name(token, group, capital=False, language=language),
                    kind="name",
                    weight=NAME,
                    group=group,
                    place=i,
                )
            )
        elif token[0].isupper() or is_code(token) or hyphened:
            # Of a name's words only those are one name that stand side by side.
            joined = hyphened or (
                is_joined(words, tokens, last, i, language) and not ends_country(words, tokens, last, language)
            )
            group += not joined
            nth = nth + 1 if joined else 1
            opening = opening if joined else token
            # The last of three may be written small, behind a hyphen.
            capital = capital and not (nth > 2 and is_surname_first(opening, language))
            last = i
            # The first word of a question has a capital in any case, but not the one beside it.
            written = (
                i > 0 or (i + 1 < len(tokens) and tokens[i + 1][0][0].isupper()) or (token.isupper() and not titled)
            )
            titular = not titled and is_title_alone(words, tokens, i, language)
            # "Flight 17" is also a flight, or a plane.
            numbered = i + 1 < len(tokens) and tokens[i + 1][0][0].isdigit() and bool(alike(language).get(bases[i]))
            capital = titular or (capital and written and not numbered)
            # "Orsk State" is a name to its end, the "Secretary of State" has none.
            of_name = joined and bool(slots) and slots[-1].place < i and slots[-1].is_name
            slots.append(replace(_name(token, group, capital, of_name, titular, language=language), place=i))
        else:
            slots.append(replace(_thing(token, bases[i], tokens[max(0, i - 1) : i], language), place=i))
    weighed = _weighed(with_short_names(slots, language), [t.lower() for t, _ in tokens], language)
    return Asked(
        words=words,
        slots=weighed,
        role=_role(weighed, [t for t, _ in tokens], is_of_did(question, words, language), language=language),
        years=years,
        negative=is_negative([t.lower() for t, _ in tokens], language),
        long=is_long([t.lower() for t, _ in tokens], slots, language),
        language=language,
    )


def respelt(asked: Asked, spelling: dict[str, tuple[str, ...]]) -> Asked:
    """The same with other spellings for some of its names, keyed by the word as it is asked."""
    slots = []
    for slot in asked.slots:
        others = spelling.get(slot.asked, ())
        means: dict[Phrase, float] = dict(slot.means)
        means.update({(base_form(plain(o), asked.language),): 1.0 for o in others})
        slots.append(replace(slot, means=means, spelt=others) if others else slot)
    return replace(asked, slots=tuple(slots))


def _opens_name(tokens: Sequence[tuple[str, int]], at: int, titled: bool) -> bool:
    """Is this common word of a name ("Time Brandt", "Anna May"), by its capital and the word beside it?"""
    if at and plain(tokens[at - 1][0]) in given_names() and tokens[at][0][0].isupper():
        # "Anna May" is a name to its end.
        return tokens[at - 1][1] + len(tokens[at - 1][0]) + 1 == tokens[at][1]
    if titled or not at or at + 1 >= len(tokens) or len(tokens[at][0]) < SHORTEST_FIRST:
        return False
    if not (tokens[at][0][0].isupper() and tokens[at + 1][0][0].isupper()):
        return False
    return tokens[at][1] + len(tokens[at][0]) + 1 == tokens[at + 1][1]


def _name(token: str, group: int, capital: bool, joined: bool = False, titular: bool = False, *, language: str) -> Slot:
    """``joined``: one name with the word before it; ``titular``: a word for a rank that is all of a name itself."""
    forms = _forms(language)
    base = base_form(plain(token), language)
    means: dict[Phrase, float] = {(base,): 1.0, **dict.fromkeys(short_for(language).get(token, ()), 1.0)}
    if flight := _FLIGHT.fullmatch(token):
        # An airline's code and a number: of a flight most reports give the number alone.
        means[(base_form(forms.name["flight"], language), flight[1])] = 1.0
    if len(base) > LONG_NAME and base[-1] in forms.name["one_ending"]:
        # An index takes both for one ending; the matcher must, too.
        means |= {(base[:-1] + other,): 1.0 for other in forms.name["one_ending"] if other != base[-1]}
    for name in of_one_country(token, language):
        means.setdefault((base_form(plain(name), language),), 1.0)
    if token in short_places(language):
        means[short_places(language)[token]] = 1.0
    low = token.lower()
    rank = low in asking("ranks", language) and not titular and not (joined and low in asking("of_places", language))
    if rank or not capital:
        for other in alike(language).get(base, ()):
            means.setdefault((other,), ALIKE)
    kind: SlotKind = "rank" if rank else "name"
    return Slot(token, kind, RANK if rank else NAME, means, -1 if rank else group, capital, titular=titular)


def _thing(token: str, base: str, before: Sequence[tuple[str, int]], language: str) -> Slot:
    means: dict[Phrase, float] = {(base,): 1.0, **{(o,): ALIKE for o in alike(language).get(base, ())}}
    low = token.lower()
    if token[0].isdigit() or low in number_words(language):
        # "Two officers" are "2 officers".
        same = {word for word, digits in number_words(language).items() if token in (word, digits) or low == word}
        written = {*same, *(number_words(language)[word] for word in same)}
        return Slot(
            token, "number", NUMBER, {**means, **dict.fromkeys(((base_form(w, language),) for w in written), 1.0)}
        )
    if low in asking("ranks", language):
        return Slot(token, "rank", RANK, means)
    is_light = low in asking("light", language)
    if low in asking("light_verbs", language):
        is_light = any(t.lower() in asking("infinitive", language) for t, _ in before)
    return Slot(token, "thing", LIGHT if is_light else THING, means)


def _weighed(slots: Sequence[Slot], tokens: Sequence[str], language: str) -> tuple[Slot, ...]:
    """The slots with what each word of a name of several counts for, and which deed is the event's own."""
    sizes = collections.Counter(s.group for s in slots if s.group >= 0)
    nth: collections.Counter[int] = collections.Counter()
    named = {s.place for s in slots if s.is_name}
    main = main_deed([s for s in slots if s.kind == "deed"], tokens, language)
    telling = {g: telling_word([s.asked for s in slots if s.group == g], language) for g in sizes}
    before = next(
        (i for i, t in enumerate(tokens) if t in asking("context", language) and main and i > main.place), len(tokens)
    )
    unsaid = (
        frozenset(w for d in main.rows for w in asking_of("unsaid", language).get(d.name, ())) if main else frozenset()
    )
    left = left_behind(slots, main, language)
    main_place = main.place if main is not None else len(tokens)
    whole_names = {g: {s.asked.lower() for s in slots if s.group == g} for g in sizes}
    announced = announced_at(slots, main, tokens, language)
    out = []
    for slot in slots:
        if slot.kind == "deed":
            slot = replace(slot, needed=slot is main, weight=weight_of_deed(slot, main, tokens, language))
        elif slot.kind == "rank" and not slot.asked[0].isupper() and slot.place + 1 not in named:
            # "The envoy was shot" names nobody else; "envoy Anna Lund" does.
            slot = replace(slot, weight=OFFICE if slot.asked.lower() not in asking("plain_ranks", language) else RANK)
        elif slot.place - 2 in named and slot.place + 1 not in named and is_kin_of(slot, tokens, language):
            # "Lund's brother was arrested": he is whom it is of, as a name would be.
            slot = replace(slot, weight=NAME)
        elif slot.is_name and sizes[slot.group] == 1 and _describes(slot, slots, language):
            slot = replace(slot, weight=DESCRIBING)
        elif slot.group >= 0 and (size := sizes[slot.group]) > 1:
            nth[slot.group] += 1
            whole = NAME + FURTHER_NAME * (size - 1)
            share = LAST_NAME if nth[slot.group] == telling[slot.group] else (1 - LAST_NAME) / (size - 1)
            share = share if telling[slot.group] else 1 / size
            slot = replace(slot, weight=whole * share)
        inside = main is not None and main.place < slot.place < main.place + len(main.asked.split())
        named_so = slot.is_name and slot.place > main_place and whole_names[slot.group] <= unsaid
        if slot.asked.lower() in unsaid and not slot.needed and (inside or named_so or not slot.is_name):
            slot = replace(slot, weight=LIGHT)
        if slot.place == announced:
            slot = replace(slot, weight=NAME)
        if slot.group in left:
            slot = replace(slot, weight=slot.weight * LEFT_BODY)
        if slot.place > before:
            slot = replace(slot, weight=slot.weight * CONTEXT)
        out.append(slot)
    return tuple(out)


def _describes(slot: Slot, slots: Sequence[Slot], language: str) -> bool:
    """Does a word of the question stand before ranks and whom they are of, or say whose a thing is ("US embassy")?"""
    kinds = {s.place: s.kind for s in slots}
    after = slot.place + 1
    while kinds.get(after) == "rank":
        after += 1
    if slot.asked in asking("states_in_capitals", language):
        return kinds.get(after) == "thing"
    return after > slot.place + 1 and kinds.get(after) == "name"


def _role(slots: Sequence[Slot], tokens: Sequence[str], did: bool = False, *, language: str) -> Role | None:
    """What the name right before the deed has in it: "Lund rejects the treaty", "Lund resigns", or "Lund fired"; of
    others than those named only whether it was done to them ("two officers shot")."""
    deed = next((s for s in slots if s.needed), None)
    before = next((s for s in slots if deed is not None and s.place == deed.place - 1), None)
    if deed is None or before is None or not (before.is_name or is_of_people(before, language)):
        return None
    word, after = deed.asked.split()[0].lower(), deed.place + len(deed.asked.split())
    next_ = tokens[after].lower() if after < len(tokens) else ""
    voted_for = next_ in asking("voted_for", language) and any(d.name in asking("polls", language) for d in deed.rows)
    # "Lund refuses to resign".
    to_do = next_ in asking("infinitive", language) and any(s.kind == "deed" and s.place == after + 1 for s in slots)
    objects = (voted_for or to_do) or (
        next_ not in asking("leading_on", language)
        and any(s.kind in ("name", "thing", "rank") and s.place in (after, after + 1) for s in slots)
    )
    alone = _needs_nobody(deed, language)
    if did or is_present(word, language) or (alone and word.endswith(word_endings(language).gerund)):
        return Role.AGENT if before.is_name and (alone or objects) else None
    past = is_past(word, language) if deed.asked.lower() == word else word.endswith(word_endings(language).past)
    if past and not objects:
        # "Lund ousted" may be called a resignation, and is done to her all the same.
        return None if alone and word not in lang.kept_words("done_to", language) else Role.PATIENT
    return None


def is_of_people(slot: Slot, language: str) -> bool:
    """Is it a word for people, by what they are ("officers")?"""
    people = base_forms(asking("people", language) | asking("ranks", language), language)
    return slot.kind in ("thing", "rank") and base_form(plain(slot.asked), language) in people
