"""Which sentences and titles tell of the event: its deed and its actors in one place."""

from __future__ import annotations

import functools
import itertools
import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import GERUND
from leadup.reading.names.countries import country_of_demonym, country_of_name
from leadup.reading.names.lexicon import Is, lexicon
from leadup.timeline.happenings.collection import base_form, irregular_forms
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target.asked import Asked, Slot
from leadup.timeline.target.spelling import SHORTEST, folded, plain
from leadup.timeline.target.words import Phrase, asking, deeds_of, given_names
from leadup.timeline.terms import function_words

_DONE: dict[str, Any] = table("asking")["done"]

LEAST = 0.6
"""A place that holds less of the event than this does not tell of it."""
IN_TITLE = 0.8
"""What a name or a thing counts for in a sentence that stands in its article's title alone."""
WITHIN = 3
"""Words that may stand between those of a phrase."""
MADE_TO_WITHIN = 8
"""Words before an infinitive in which another may make it done: "forced the state's harbour minister to resign"."""
UNREAL_WITHIN = 5
"""Words before a deed in which another may say that it was only feared, asked for or planned."""
LEAD = 4
"""Sentences of an article that are its lead."""
NAMED = 0.5
"""The share of the names that must be told of."""
GROUND = 4
"""Words before a deed in which another may say that it is only the ground for something else."""
JUDGED = 8
"""Words before a deed in which another may say that a court has it before it."""
ANNOUNCED_WITHIN, TO_COME_WITHIN = 10, 3
"""Words before a deed in which another may say that it is announced, and those in which "would" or "to" stands."""
NEGATED_WITHIN = 3
"""Words before a deed in which "not" may stand."""
DENIED_WITHIN = 4
"""Words after a deed in which "was not" may stand."""
OWNED_WITHIN = 3
"""Words after "Tolm's" in which it is said who belongs to Tolm."""
POSSESSIVE = ("'s", "’s")
STEP = 0.6
"""What a deed counts for that is only a step of it (a committee's vote), or another of the row (the second debate),
or none that is said to be the one of the row that is asked for."""
WITHOUT_PLAYER = 0.7
"""What a place counts for that does not hold the name right before the deed."""
UNREAL = 0.4
"""What a deed counts for that is told of as not done."""
BEATEN_WITHIN = 3
"""Words before a name in which another may say that it is who lost."""
ORDINAL_WITHIN = 5
"""Words before a deed in which stands which one of the row it is ("the first of three televised debates")."""
PLACE_WITHIN = 3
"""Words before a place in which another may say that somebody is there."""
TOGETHER = 2
"""Words between two of an event without a deed, from which on they mean one thing less."""
APART = 14
"""Words between deed and actor from which on they belong to one another less."""

_TOKEN = re.compile(r"[^\W_]+(?:&[^\W_]+)*(?:[.,][0-9]+)*(?:['’](?!s\b)[^\W_]+)?|[.;:?!]")


@dataclass(frozen=True, slots=True)
class Match:
    """A title (``sentence`` is -1) or a sentence of the pool that tells of the event.

    ``share`` is how much of the event it holds, in (0, 1]; ``held`` which slots, of them those of its title left out
    where ``own`` lists only the sentence's own; ``real`` whether it says that it happened; ``at`` is where the deed
    stands in the text, or -1; ``ground`` says that it is named as the ground for something else, ``ahead`` that it is
    still to come; ``actors`` are the places of those who did it or had it done to them, ``players`` those of the name
    before the deed; ``head`` is which slots the title
    and the lead of its article hold, where it stands there itself.
    """

    article: int
    sentence: int
    share: float
    held: frozenset[int]
    own: frozenset[int]
    real: bool
    deed: float
    at: int = -1
    ground: bool = False
    ahead: bool = False
    actors: tuple[int, ...] = ()
    players: tuple[int, ...] = ()
    head: frozenset[int] = frozenset()

    @property
    def is_title(self) -> bool:
        """Is it a headline?"""
        return self.sentence < 0

    @property
    def is_lead(self) -> bool:
        """Does it stand at the head of its article?"""
        return self.sentence < LEAD

    def names_itself(self, asked: Asked, share: float) -> bool:
        """Does it hold this share of the names asked for itself, those of its title left out?"""
        own = sum(asked.slots[i].weight for i in self.own if asked.slots[i].is_name)
        return own >= share * sum(slot.weight for slot in asked.slots if slot.is_name)


class Matcher:
    """Looks for one event, as a question asks for it."""

    def __init__(self, asked: Asked, *, least: float = LEAST, needed: bool = True) -> None:
        """``least`` is the share of the event that a place must hold; ``needed`` says that its deed must be told of."""
        self.asked = asked
        self._whole = asked.whole
        self._deeds = frozenset(i for i, s in enumerate(asked.slots) if s.kind == "deed")
        self._needed = frozenset(i for i, s in enumerate(asked.slots) if s.needed and needed)
        first = min((s.place for s in asked.slots if s.is_name), default=len(asked.words))
        self._contest = any(
            s.needed and s.place > first and any(d.name in asking("contests") for d in s.rows) for s in asked.slots
        )
        self._judges = asks_for_judgement(asked)
        rows = {d.name for s in asked.slots if s.needed for d in s.rows}
        low = {w.lower() for w in asked.words.split()}
        self._steps = asking("steps") if rows & asking("in_steps") and not low & asking("steps") else frozenset()
        self._announced = bool(rows & asking("announced"))
        self._ordinals = asking("ordinals") - low if low & asking("ordinals") else frozenset()
        self._ordinal = next((i for i, s in enumerate(asked.slots) if s.asked.lower() in asking("ordinals")), -1)
        deed = next((s.place for s in asked.slots if s.needed), -1)
        groups = {s.group for s in asked.slots if s.is_name and s.place == deed - 1}
        self._before_deed = {s.place for s in asked.slots if s.group in groups}
        # Of a name of several words the weightiest tells it from others.
        self._player = max(
            (i for i, s in enumerate(asked.slots) if s.group in groups), key=lambda i: asked.slots[i].weight, default=-1
        )
        self._whose = frozenset(i for i, s in enumerate(asked.slots) if s.is_name and s.capital)
        if not asking("kin").isdisjoint(low):
            self._whose = frozenset()
        self._tried = asking("attempts") if low & (asking("failed") | asking("attempts")) else frozenset()
        self._named = math.fsum(s.weight for s in asked.slots if s.is_name)
        self._before = {
            i: frozenset(p[0] for s in asked.slots[:i] if s.group == slot.group for p in s.means)
            for i, slot in enumerate(asked.slots)
            if slot.group >= 0 and any(s.group == slot.group for s in asked.slots[:i])
        }
        self._persons = [
            (frozenset(s.asked.lower() for s in group[:-1]) | {plain(o) for s in group[:-1] for o in s.spelt}, w)
            for group in _groups(asked.slots)
            if plain(group[0].asked) in given_names()
            for w in (group[-1].spelt or (group[-1].asked,))
        ]
        self._first: dict[str, list[tuple[Phrase, int, float]]] = defaultdict(list)
        for i, slot in enumerate(asked.slots):
            for phrase, worth in slot.means.items():
                self._first[phrase[0]].append((phrase, i, worth))
        for entries in self._first.values():
            entries.sort(key=lambda e: (-len(e[0]), e[1], e[0]))
        # Another transliteration of a given name that stands with its surname ("Qasem", "Qassem") is the same name.
        self._folded = {
            folded(phrase[0]): [(phrase, i, worth)]
            for i, slot in enumerate(asked.slots)
            if slot.is_name and any(i != j and s.group == slot.group for j, s in enumerate(asked.slots))
            for phrase, worth in slot.means.items()
            if len(phrase) == 1 and len(phrase[0]) >= SHORTEST
        }
        rest = [(i, s) for i, s in enumerate(asked.slots) if i not in self._deeds]
        self._anchors = _starts([s for _, s in rest] or list(asked.slots))
        self._least = least * self._whole

    def matches(self, pool: Pool) -> list[Match]:
        """All titles and sentences of the pool that tell of the event, in pool order, titles first."""
        found: list[Match] = []
        if not self._whole:
            return found
        for a, article in enumerate(pool.articles):
            found.extend(self.of_article(a, article))
        return found

    def of_article(self, a: int, article: PooledArticle) -> Iterator[Match]:
        """The title and the sentences of one article that tell of it."""
        if self._is_of_another(article):
            return
        title: dict[int, float] = {}
        head: frozenset[int] | None = None
        sentences = article.reading.sentences
        if article.title:
            found = self._match(a, -1, article.title, {}, 0)
            title = self._held(article.title)[0]
            if found is not None:
                head = self._head(article, title)
                yield replace(found, head=head)
        about = {i: IN_TITLE * v for i, v in title.items() if i not in self._deeds}
        for s in self._where(article.text, [x.start for x in sentences], bool(about)):
            sentence = sentences[s]
            found = self._match(a, s, article.text[sentence.start : sentence.end], about, sentence.start)
            if found is None:
                continue
            if found.is_lead:
                head = self._head(article, title) if head is None else head
                found = replace(found, head=head)
            yield found

    def _head(self, article: PooledArticle, title: Mapping[int, float]) -> frozenset[int]:
        """Which slots the title and the lead of an article hold."""
        lead = article.reading.sentences[:LEAD]
        held = (self._held(article.text[s.start : s.end])[0] for s in lead)
        return frozenset(title).union(*held)

    def _is_of_another(self, article: PooledArticle) -> bool:
        """Does an article speak of somebody else of that name alone ("Keith Tolm", where Anna Tolm is asked for)?"""
        for first, last in self._persons:
            found = _named_before(last, article.text)
            if not found or not {folded(w) for w in found}.isdisjoint(map(folded, first)):
                continue
            if not any(w in plain(article.text) for w in first):
                return True
        return False

    def _where(self, text: str, starts: Sequence[int], about: bool) -> list[int]:
        """The sentences that any of the words but the deed begin in; the lead, too, where the title speaks of them."""
        folded = plain(text)
        if len(folded) != len(text):
            folded = "".join(low if len(low := plain(c)) == 1 else c for c in text)
        places: set[int] = set(range(min(LEAD, len(starts)))) if about else set()
        for start in self._anchors:
            at = folded.find(start)
            while at >= 0:
                if not at or not folded[at - 1].isalnum():
                    places.add(bisect_right(starts, at) - 1)
                at = folded.find(start, at + 1)
        return sorted(p for p in places if 0 <= p < len(starts))

    def _held(self, text: str) -> tuple[dict[int, float], dict[int, int], list[str]]:
        """What each slot counts for in the text, at which token its best phrase stands, and the tokens."""
        tokens = _TOKEN.findall(text)
        bases = [_base(t) for t in tokens]
        got: dict[int, float] = {}
        where: dict[int, int] = {}
        slots = self.asked.slots
        used: set[int] = set()
        for i, base in enumerate(bases):
            token = tokens[i]
            entries = self._first.get(base) or (self._folded.get(folded(base)) if token[0].isupper() else None)
            if not entries:
                continue
            for phrase, slot, worth in entries:
                if slots[slot].capital and not token[0].isupper():
                    continue
                if len(phrase) > 1 and not _follows(bases, i, phrase):
                    continue
                if slot in self._deeds and _is_compounded(text, tokens, i):
                    continue
                if len(phrase) == 1 and slot in self._deeds and self._is_other_verb(slot, bases[i : i + 3]):
                    continue
                if slot in self._before and _is_another(text, tokens, bases, i, self._before[slot]):
                    continue
                if worth > got.get(slot, 0.0) and (i not in used or slots[slot].kind != "deed"):
                    got[slot] = worth
                    where[slot] = i
        return got, where, tokens

    def _is_other_verb(self, slot: int, bases: Sequence[str]) -> bool:
        """Is the verb here another one by its particle ("dropped out", where who was dropped is asked for)?"""
        longer = (tuple(bases[:2]), tuple(bases))
        return any(p in deeds_of() for p in longer) and not any(p in self.asked.slots[slot].means for p in longer)

    def _match(self, a: int, s: int, text: str, about: Mapping[int, float], start: int) -> Match | None:
        got, where, tokens = self._held(text)
        own = frozenset(got)
        got = {**about, **got} if about else got
        slots = self.asked.slots
        sum_ = sum(slots[i].weight * v for i, v in got.items())
        if sum_ < self._least:
            return None
        deeds = [i for i in got if i in self._deeds]
        if self._needed and not self._needed & own:
            return None
        if self._named and math.fsum(slots[i].weight for i in got if slots[i].is_name) < NAMED * self._named:
            return None
        share = sum_ / self._whole
        real, at = True, -1
        best = 0.0
        ground = ahead = False
        actors: tuple[int, ...] = ()
        players: tuple[int, ...] = ()
        if self._needed:
            main = next(iter(self._needed))
            announced = self._announced and _is_announced(tokens, where[main], s < 0)
            real = self._is_real(tokens, where[main], announced) and not _is_state(tokens, where[main], s)
            best = got[main]
            at = start + _start(text, where[main])
            # The widest of what is looked at; the other windows are its last words.
            before = _words_before(tokens, where[main], JUDGED)
            ground = plain(tokens[where[main]]) in asking("afterwards")
            # Names between do not count ("after their Orsk Queen ferry sank").
            near = [w for w, t in zip(before, tokens[max(0, where[main] - JUDGED) :], strict=False) if t[0].islower()]
            ground = ground or not asking("ground").isdisjoint(before[-GROUND:])
            ground = ground or not asking("came_before").isdisjoint(near[-GROUND:])
            if not ground and not self._judges:
                ground = not asking("judged").isdisjoint(before)
            ahead = not announced and not asking("ahead").isdisjoint(before[-UNREAL_WITHIN:])
            if not self._steps.isdisjoint(map(plain, tokens[: where[main]])):
                share *= STEP
            if self._ordinals and (
                not self._is_that_one(tokens, where[main]) or not self._ordinals.isdisjoint(before[-WITHIN:])
            ):
                share *= STEP
            names = [where[i] for i in own if slots[i].is_name] or [
                where[i] for i in own if slots[i].kind in ("thing", "number")
            ]
            actors = tuple(start + _start(text, n) for n in names)
            players = tuple(start + _start(text, where[i]) for i in own if slots[i].place in self._before_deed)
            if names:
                gap = min(abs(where[d] - n) for d in deeds for n in names)
                share *= min(1.0, (APART / gap) ** 0.5) if gap else 1.0
            if real and any(self._is_of_kin(text, tokens, where[i], where[main]) for i in self._whose & own):
                real = False
            if real and self._contest and any(self._is_beaten(tokens, where[i]) for i in own if slots[i].is_name):
                real = False
        elif len(where) > 1:
            # Nothing says what happened: only words that stand together can mean one thing.
            places = [where[i] for i in own]
            share *= min(1.0, (TOGETHER * len(places) / (max(places) - min(places) + 1)) ** 0.5) if places else 1.0
        if not real:
            share *= UNREAL
        if self._player >= 0 and self._player not in got:
            share *= WITHOUT_PLAYER
        return Match(a, s, share, frozenset(got), own, real, best, at, ground, ahead, actors, players)

    def _is_that_one(self, tokens: Sequence[str], at: int) -> bool:
        """Is the deed here said to be the one of the row that is asked for: "the first debate", "Debate: the first"?"""
        if self._ordinal < 0:
            return False
        near = tokens[max(0, at - ORDINAL_WITHIN) : at + 1 + WITHIN]
        return any((base,) in self.asked.slots[self._ordinal].means for base in map(_base, near))

    def _is_of_kin(self, text: str, tokens: Sequence[str], at: int, deed: int) -> bool:
        """Is the deed done to somebody who belongs to whom the name is of ("arrested the cousin of Karl Tolm", "Tolm's
        lawyer was arrested")?"""
        first = at
        while first and tokens[first - 1][0].isupper():
            first -= 1
        if first > 1 and plain(tokens[first - 1]) in asking("kin_of") and plain(tokens[first - 2]) in asking("kin"):
            return 0 < first - 1 - deed <= OWNED_WITHIN + 2
        end = _start(text, at) + len(tokens[at])
        owned = [plain(t) for t in tokens[at + 1 : at + 1 + OWNED_WITHIN]]
        if text[end : end + 2] not in POSSESSIVE or asking("kin").isdisjoint(owned):
            return False
        return 0 < first - deed <= OWNED_WITHIN or _is_done_to(tokens, at, deed)

    def _is_beaten(self, tokens: Sequence[str], at: int) -> bool:
        """Is the name here that of who lost the contest ("beat Tolm", "over rival Karl Tolm")?"""
        return not asking("beaten").isdisjoint(_words_before(tokens, at, BEATEN_WITHIN))

    def _is_real(self, tokens: Sequence[str], at: int, announced: bool = False) -> bool:
        """Does the text say that the deed at this token was done (or not done, where that is asked for)?

        ``announced`` says that it is told of as to come, by who will do it, and that this is the event.
        """
        first = at
        while first > 0 and at - first < UNREAL_WITHIN and tokens[first - 1] not in (".", ";", ":", "?", "!"):
            first -= 1
        before = ["" if _is_month(tokens, k) else plain(tokens[k]).replace("’", "'") for k in range(first, at)]
        if any(t in asking("unreal") and not (announced and t in asking("to_come")) for t in before):
            return False
        inf = 2 if before[-1:] == [_DONE["passive"]] else 1
        as_planned = announced or self.asked.negative
        if not asking("infinitive").isdisjoint(before[-inf:][:1]) and not as_planned and not _done_to(before[:-inf]):
            made_to = (plain(t) for t in tokens[max(0, at - MADE_TO_WITHIN) : at - inf])
            if not any(t in asking("made_to") for t in made_to):
                return False
        if before[-1:] and before[-1] in asking("before_gerund") and plain(tokens[at]).endswith(GERUND):
            return False
        if any(plain(t) in asking("modified") - self._tried for t in tokens[at + 1 : at + 2]):
            return False
        if plain(tokens[at]) in asking("saying") and any(t == _DONE["reported"] for t in tokens[at + 1 : at + 4]):
            return False
        if _is_denied(tokens, at) and not self.asked.negative:
            return False
        if self.asked.negative:
            # What was not done is told of in too many ways to ask for one.
            return True
        return not _is_negated(before)


def _is_state(tokens: Sequence[str], at: int, sentence: int) -> bool:
    """Is it only said how things stand ("Tolm is dead", below an article's head), or where somebody is ("sent word from
    the county jail")?"""
    word = plain(tokens[at])
    before = _words_before(tokens, at, PLACE_WITHIN)
    if word in asking("states"):
        return sentence >= LEAD and not asking("being").isdisjoint(before[-1:])
    return word in asking("places") and not asking("at_place").isdisjoint(before)


def _is_done_to(tokens: Sequence[str], at: int, deed: int) -> bool:
    """Is the deed, shortly behind a name, told in the passive?"""
    return at < deed <= at + UNREAL_WITHIN and plain(tokens[deed - 1]) in asking("being")


def _is_compounded(text: str, tokens: Sequence[str], at: int) -> bool:
    """Is the verb here the end of an adjective ("jaw-dropping")?"""
    if not tokens[at].endswith(GERUND):
        return False
    return text[_start(text, at) - 1 : _start(text, at)] == "-"


def _is_negated(before: Sequence[str]) -> bool:
    """Do the words before a deed deny it, right before it or before what leads up to it ("not yet been held in")?"""
    end = len(before)
    while end and (before[end - 1] in asking("led_up") or before[end - 1].endswith(tuple(asking("manner")))):
        end -= 1
    near = (*before[-NEGATED_WITHIN:], *before[max(0, end - 1) : end])
    return any(t in asking("negative") or t.endswith("n't") for t in near)


def _is_denied(tokens: Sequence[str], at: int) -> bool:
    """Is it said of the deed at this token that it is not so ("said that a coup was not underway")?"""
    words = (plain(t) for t in tokens[at + 1 : at + 1 + DENIED_WITHIN])
    after = list(itertools.takewhile(lambda word: word not in asking("denial_ends"), words))
    return any(a in asking("being") and b in asking("denied") for a, b in itertools.pairwise(after))


def _is_announced(tokens: Sequence[str], at: int, title: bool) -> bool:
    """Is the deed at this token told of as what somebody will do ("said he would resign", "Lund to resign")?"""
    before = _words_before(tokens, at, ANNOUNCED_WITHIN)
    to_come = asking("infinitive") | asking("to_come")
    if to_come.isdisjoint(before[-TO_COME_WITHIN:]):
        return False
    if not asking("conditions").isdisjoint(plain(t) for t in tokens[at + 1 :]):
        return False
    if not asking("announcing").isdisjoint(before):
        return True
    return title and not asking("infinitive").isdisjoint(before[-1:])


def asks_for_judgement(asked: Asked) -> bool:
    """Is the event itself one of a court ("the acquittal of Karl Tolm")?"""
    return any(p[0] in _judged() for s in asked.slots if s.needed for d in s.rows for p in d.told[:2])


def _groups(slots: Sequence[Slot]) -> list[list[Slot]]:
    """The names of several words, each as its slots."""
    found: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.group >= 0:
            found[slot.group].append(slot)
    return [group for group in found.values() if len(group) > 1]


def _named_before(surname: str, text: str) -> set[str]:
    """The given names that stand before a surname in a text, in small letters, and what can only be one."""
    found = re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z][\w.]* )?{re.escape(surname)}\b", text)
    return {w.lower() for w in found if w.lower() in given_names() or _is_unheard(w, beside=True)}


def _words_before(tokens: Sequence[str], at: int, within: int) -> list[str]:
    """The words that stand before a token, at most so many, in order and plain."""
    return [plain(t) for t in tokens[max(0, at - within) : at]]


def _start(text: str, token: int) -> int:
    """Where the token of this number begins in the text."""
    return next(m.start() for k, m in enumerate(_TOKEN.finditer(text)) if k == token)


@functools.cache
def _judged() -> frozenset[str]:
    return frozenset(map(base_form, asking("judged")))


def _is_month(tokens: Sequence[str], at: int) -> bool:
    """Is a capitalised word here of a date ("on May 12", "12 May", "in May"), and not one that says "perhaps"?"""
    if not tokens[at][0].isupper():
        return False
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    dated = any(t[0].isdigit() for t in beside) or (at > 0 and tokens[at - 1].lower() in asking("before_month"))
    return dated and plain(tokens[at]) in asking("months_that_are_words")


def _done_to(before: Sequence[str]) -> bool:
    """Is what follows "to" done ("voted to reject"), rather than to be done ("a vote to reject")?"""
    return any(
        t in asking("done_to") and not (i and t == _DONE["vote"] and before[i - 1] in asking("of_a_plan"))
        for i, t in enumerate(before)
    )


def _is_another(text: str, tokens: Sequence[str], bases: Sequence[str], at: int, own: frozenset[str]) -> bool:
    """Is the name here somebody else's, by the word before it ("Karl Lund", where Anna Lund is asked for) or after it
    ("Karl Brandt", where Anna Karl is)?"""
    if at and (bases[at - 1] in own or folded(tokens[at - 1]) in map(folded, own)):
        return False
    if plain(tokens[at]) in given_names() and _goes_on(text, tokens, at, own):
        return True
    if not at:
        return False
    before = tokens[at - 1]
    if at > 1 and bases[at - 2] in own:
        return False
    low = plain(before)
    if not before[0].isupper() or len(before) < 2 or low in asking("ranks") or low in function_words():
        return False
    return low in given_names() or _is_unheard(before, _start(text, at - 1) + len(before) + 1 == _start(text, at))


def _is_unheard(word: str, beside: bool) -> bool:
    """Can this capitalised word, beside a surname, only be a given name: no common word, title or country?"""
    if not beside or not word.istitle() or lexicon().words.get(word, 0) & int(Is.COMMON | Is.TITLE | Is.ORG | Is.TIME):
        return False
    return word not in lexicon().phrases and not country_of_demonym(word) and not country_of_name(word)


def _goes_on(text: str, tokens: Sequence[str], at: int, own: frozenset[str]) -> bool:
    """Does another capitalised word follow, as part of one name?"""
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at], tokens[at + 1]
    if not after[0].isupper() or _base(after) in own:
        return False
    return _start(text, at + 1) == _start(text, at) + len(word) + 1


def _follows(bases: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Do the words of a phrase stand in order from here, with at most :data:`WITHIN` others between two?"""
    for word in phrase[1:]:
        for k in range(at + 1, min(at + 2 + WITHIN, len(bases))):
            if bases[k] == word:
                at = k
                break
        else:
            return False
    return True


@functools.lru_cache(maxsize=1 << 16)
def _base(token: str) -> str:
    return base_form(plain(token))


def _starts(slots: Sequence[Slot]) -> tuple[str, ...]:
    """What the words of these slots begin with in running text."""
    found: set[str] = set()
    for slot in slots:
        for phrase in slot.means:
            found.update((phrase[0], *irregular_forms(phrase[0])))
    return tuple(sorted(s for s in found if not any(o != s and s.startswith(o) for o in found)))
