"""Which sentences and titles tell of the event: its deed and its actors in one place."""

from __future__ import annotations

import functools
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.timeline.dating import event_days
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target.asked import Asked, is_of_people
from leadup.timeline.target.dateline import dateline_of, names_another
from leadup.timeline.target.factuality import (
    UNREAL_WITHIN,
    is_announced,
    is_compounded,
    is_in_idiom,
    is_left_undone,
    is_other_noun,
    is_real,
    is_state,
)
from leadup.timeline.target.held import EntriesOfTokens, Held
from leadup.timeline.target.match import LEAD, Match
from leadup.timeline.target.namesakes import (
    generations_in,
    is_another,
    is_beaten,
    is_of_another,
    is_of_kin,
    is_of_other_generation,
    is_title_of,
    persons_in,
)
from leadup.timeline.target.said_of_deed import GROUND, JUDGED, asks_for_judgement, is_of_run
from leadup.timeline.target.scene import scene_below, scene_of
from leadup.timeline.target.slot import object_deed, starts_of
from leadup.timeline.target.spelling import SHORTEST, folded, plain
from leadup.timeline.target.steps import Steps
from leadup.timeline.target.tokens import (
    WITHIN,
    base_of,
    follows,
    is_place_cut_short,
    start_of,
    token_pattern,
    words_before,
)
from leadup.timeline.target.words import Phrase, asking, cut_short, deeds_of, short_places

LEAST = 0.6
"""A place that holds less of the event than this does not tell of it."""
IN_TITLE = 0.8
"""What a name or a thing counts for in a sentence that stands in its article's title alone."""
NAMED = 0.5
"""The share of the names that must be told of."""
STEP = 0.6
"""What a deed counts for that is only a step of it (a committee's vote), or another of the row (the second debate),
or none that is said to be the one of the row that is asked for."""
WITHOUT_PLAYER = 0.7
"""What a place counts for that does not hold the name right before the deed, or that of whom or what it was done to."""
UNREAL = 0.4
"""What a deed counts for that is told of as not done."""
ORDINAL_WITHIN = 5
"""Words before a deed in which stands which one of the row it is ("the first of three televised debates")."""
TELLS_IT, WEEK = 0.8, 7
"""The share of an event from which on a title or lead tells it, so that the rest of its article need not name it again
where it dates the deed, and days before publication in which that is the event's."""
TOGETHER = 2
"""Words between two of an event without a deed, from which on they mean one thing less."""
APART = 14
"""Words between deed and actor from which on they belong to one another less."""


class Matcher:
    """Looks for one event, as a question asks for it."""

    def __init__(self, asked: Asked, *, least: float = LEAST, needed: bool = True) -> None:
        """``least`` is the share of the event that a place must hold; ``needed`` says that its deed must be told of."""
        self.asked = asked
        self._whole = asked.whole
        self._is_run, self._denied = asked.is_run, asked.denied
        self._deeds = frozenset(i for i, s in enumerate(asked.slots) if s.kind == "deed")
        self._needed = frozenset(i for i, s in enumerate(asked.slots) if s.needed and needed)
        self._further_deeds = self._deeds - self._needed
        first = min((s.place for s in asked.slots if s.is_name), default=len(asked.words))
        self._contest = any(
            s.needed and s.place > first and any(d.name in asking("contests", asked.language) for d in s.rows)
            for s in asked.slots
        )
        self._object = object_deed(asked.slots)
        self._particles = {w for i in self._needed for p in asked.slots[i].means for w in p[1:]}
        self._judges = asks_for_judgement(asked)
        rows = {d.name for s in asked.slots if s.needed for d in s.rows}
        low = {w.lower() for w in asked.words.split()}
        self._said = tuple(base_of(each, asked.language) for each in token_pattern(asked.language).findall(asked.words))
        self._steps = Steps.towards(rows, low, asked.language)
        self._announced = bool(rows & asking("announced", asked.language))
        self._ordinals = (
            asking("ordinals", asked.language) - low if low & asking("ordinals", asked.language) else frozenset()
        )
        self._ordinal = next(
            (i for i, s in enumerate(asked.slots) if s.asked.lower() in asking("ordinals", asked.language)), -1
        )
        deed = asked.deed_place
        groups = {s.group for s in asked.slots if s.is_name and s.place == deed - 1}
        self._before_deed = {
            s.place
            for s in asked.slots
            if s.group in groups or (s.place == deed - 1 and is_of_people(s, asked.language))
        }
        # Of a name of several words the weightiest tells it from others.
        player = max(
            (i for i, s in enumerate(asked.slots) if s.group in groups), key=lambda i: asked.slots[i].weight, default=-1
        )
        self._sides = frozenset(i for i in (player, asked.done_to) if i >= 0)
        # Whom the question has beaten ("Lund beats Tolm") is to have lost.
        self._contestants = {i for i, s in enumerate(asked.slots) if s.is_name and s.place in self._before_deed}
        # "Manning" is no "man".
        self._in_full = {
            i: plain(slot.asked)
            for i, slot in enumerate(asked.slots)
            if slot.is_name and not slot.spelt and slot.asked.endswith(word_endings(asked.language).gerund)
        }
        self._whose = frozenset(i for i, s in enumerate(asked.slots) if s.is_name and s.capital)
        if not asking("kin", asked.language).isdisjoint(low):
            self._whose = frozenset()
        self._tried = (
            asking("attempts", asked.language)
            if low & (asking("failed", asked.language) | asking("attempts", asked.language))
            else frozenset()
        )
        self._asked_names = frozenset(plain(s.asked) for s in asked.slots if s.is_name)
        self._named = math.fsum(s.weight for s in asked.slots if s.is_name)
        heaviest: dict[int, float] = defaultdict(float)
        for slot in asked.slots:
            if slot.is_name:
                heaviest[slot.group] = max(heaviest[slot.group], slot.weight)
        self._telling = frozenset(i for i, s in enumerate(asked.slots) if s.is_name and s.weight == heaviest[s.group])
        self._before = {
            i: frozenset(p[0] for s in asked.slots[:i] if s.group == slot.group for p in s.means)
            for i, slot in enumerate(asked.slots)
            if slot.group >= 0 and any(s.group == slot.group for s in asked.slots[:i])
        }
        self._persons, self._generations = (
            persons_in(asked.slots, asked.language),
            generations_in(asked.slots, asked.language),
        )
        self._first: dict[str, list[tuple[Phrase, int, float]]] = defaultdict(list)
        for i, slot in enumerate(asked.slots):
            for phrase, worth in slot.means.items():
                self._first[phrase[0]].append((phrase, i, worth))
        for entries in self._first.values():
            entries.sort(key=lambda e: (-len(e[0]), e[1], e[0]))
        # Another transliteration of a given name that stands with its surname ("Qasem", "Qassem") is the same name.
        self._folded = {
            folded(phrase[0], asked.language): [(phrase, i, worth)]
            for i, slot in enumerate(asked.slots)
            if slot.is_name and any(i != j and s.group == slot.group for j, s in enumerate(asked.slots))
            for phrase, worth in slot.means.items()
            if len(phrase) == 1 and len(phrase[0]) >= SHORTEST
        }
        self._scene = scene_of(asked)
        self._entries = EntriesOfTokens(self._first, self._folded, asked.language)
        rest = [(i, s) for i, s in enumerate(asked.slots) if i not in self._deeds]
        self._anchors = starts_of([s for _, s in rest] or list(asked.slots), asked.language)
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
        if is_of_another(article, self._persons, self.asked.language) or is_of_other_generation(
            article, self._generations, self.asked.language
        ):
            return
        title: dict[int, float] = {}
        head: frozenset[int] | None = None
        told: dict[int, float] = {}
        sentences = article.reading.sentences
        scene = scene_below(self._scene, article)
        if article.title:
            found = self._match(a, -1, article.title, scene, 0)
            title = self._held(article.title).got
            if found is not None:
                head = self._head(article, title)
                told = self._carried(found)
                yield replace(found, head=head)
        about = {**scene, **{i: IN_TITLE * v for i, v in title.items() if i not in self._deeds}}
        line = self._datelined(article)
        at_head = {**line, **about}
        places = self._where(article.text, [x.start for x in sentences], bool(at_head))
        missed: list[int] = []
        for s in places:
            sentence = sentences[s]
            near = at_head if s < LEAD and not (s and line and self._is_elsewhere(article, s)) else about
            found = self._match(a, s, article.text[sentence.start : sentence.end], near, sentence.start)
            if found is None:
                missed.append(s)
                continue
            if found.is_lead:
                head = self._head(article, title) if head is None else head
                found = replace(found, head=head)
                told = told or self._carried(found)
            yield found
        if told:
            yield from self._dated_beside(a, article, {**about, **told}, {*places} - {*missed})

    def _datelined(self, article: PooledArticle) -> dict[int, float]:
        """What counts for the lead as its dateline holds it ("ORSK (Wire) - The minister resigned"): names,
        where the lead names no other place."""
        line = dateline_of(article, self.asked.language)
        found = [i for i in (self._held(line).got if line else ()) if self.asked.slots[i].is_name]
        return dict.fromkeys(found, IN_TITLE) if found and not self._is_elsewhere(article, 0) else {}

    def _is_elsewhere(self, article: PooledArticle, s: int) -> bool:
        """Does a sentence name another place than its article's dateline?"""
        sentence = article.reading.sentences[s]
        return names_another(
            article.text[sentence.start : sentence.end],
            dateline_of(article, self.asked.language),
            self._asked_names,
            language=self.asked.language,
        )

    def _carried(self, match: Match) -> dict[int, float]:
        """What the other sentences of an article need not repeat, where this title or lead tells the event."""
        if not match.real or match.ground or match.share < TELLS_IT:
            return {}
        return {i: IN_TITLE for i in match.held if i not in self._deeds}

    def _dated_beside(
        self, a: int, article: PooledArticle, about: Mapping[int, float], matched: Collection[int]
    ) -> Iterator[Match]:
        """The other sentences of an article that tells the event which date its deed in the week before ("the shootings
        Tuesday evening", "Sunday's accident")."""
        if article.published is None or not self._needed:
            return
        last = article.published.toordinal()
        for s, sentence in enumerate(article.reading.sentences):
            if s in matched or not any(last - WEEK < day <= last for day, _, named in event_days(sentence) if named):
                continue
            found = self._match(a, s, article.text[sentence.start : sentence.end], about, sentence.start)
            if found is not None and found.real and not found.ahead:
                yield replace(found, carried=True)

    @property
    def has_names(self) -> bool:
        """Does the question name anybody or anything?"""
        return bool(self._telling)

    def names(self, text: str) -> bool:
        """Does a text name any of those that the question names, by the word that tells a name from others?"""
        return not self._telling.isdisjoint(self._held(text).got)

    def _head(self, article: PooledArticle, title: Mapping[int, float]) -> frozenset[int]:
        """Which slots the title and the lead of an article hold."""
        lead = article.reading.sentences[:LEAD]
        held = (self._held(article.text[s.start : s.end]).got for s in lead)
        return frozenset(title).union(self._datelined(article), *held)

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

    def _held(self, text: str) -> Held:
        return self._held_of(text, token_pattern(self.asked.language).findall(text))

    def _held_of(self, text: str, tokens: list[str]) -> Held:
        language = self.asked.language
        entries_of = self._entries
        places = [i for i, token in enumerate(tokens) if entries_of[token]]
        got: dict[int, float] = {}
        where: dict[int, int] = {}
        slots = self.asked.slots
        deeds: list[tuple[float, int]] = []
        bases = [base_of(t, language) for t in tokens] if places else []
        for i in places:
            for phrase, slot, worth in entries_of[tokens[i]]:
                if slots[slot].capital and not tokens[i][0].isupper():
                    continue
                if len(phrase) > 1 and not follows(bases, i, phrase):
                    continue
                if self._is_cut_short(slot, phrase) and not is_place_cut_short(text, tokens, i, language):
                    continue
                if slots[slot].titular and is_title_of(text, tokens, i, language):
                    continue
                if slot in self._in_full and not plain(tokens[i]).startswith(self._in_full[slot]):
                    continue
                if slot in self._deeds and (
                    is_compounded(text, tokens, i, language) or is_other_noun(text, tokens, i, language)
                ):
                    continue
                if slot in self._deeds and len(phrase) == 1 and is_in_idiom(tokens, i, self._said, language=language):
                    continue
                if slot in self._deeds and self._is_of_a_name(tokens, i):
                    continue
                if len(phrase) == 1 and slot in self._deeds and self._is_other_verb(slot, bases[i : i + 3]):
                    continue
                if slot in self._before and is_another(text, tokens, bases, i, self._before[slot], language):
                    continue
                if slot in self._needed:
                    deeds.append((worth, i))
                if worth > got.get(slot, 0.0):
                    got[slot] = worth
                    where[slot] = i
        return Held(got, where, tokens, deeds)

    def _is_cut_short(self, slot: int, phrase: Phrase) -> bool:
        """Is the phrase how news writes short what the slot asks for in full ("Va." for Virginia)?"""
        return (
            phrase in cut_short(self.asked.language)
            and short_places(self.asked.language).get(self.asked.slots[slot].asked) == phrase
        )

    def _is_of_a_name(self, tokens: Sequence[str], at: int) -> bool:
        """Does the token belong to a name of several words that is asked for ("the Kettle Falls dam"), another of which
        stands beside it?"""
        slots = self.asked.slots

        def groups(place: int) -> set[int]:
            if not 0 <= place < len(tokens) or not tokens[place][0].isupper():
                return set()
            return {slots[i].group for _, i, _ in self._entries[tokens[place]] if slots[i].is_name}

        return not groups(at).isdisjoint(groups(at - 1) | groups(at + 1))

    def _told_apart(self, held: Held) -> dict[int, float]:
        """The slots held, without further deeds that only the very word says, in other words, that tells the event's
        own: "the embassy closed" is not both the shutdown and its end, but "sealed a deal" is the deal reached."""
        if not self._further_deeds:
            return held.got
        main = {held.where[i] for i in self._needed if i in held.where}
        return {
            i: worth
            for i, worth in held.got.items()
            if i not in self._further_deeds or worth >= 1.0 or held.where[i] not in main
        }

    def _is_other_verb(self, slot: int, bases: Sequence[str]) -> bool:
        """Is the verb here another one by its particle ("dropped out", where who was dropped is asked for)?"""
        language = self.asked.language
        # "Dropped by the party", "settled on Monday".
        beside = asking("before_what", language).intersection(bases[1:2]) or _weekdays(language).intersection(
            bases[2:3]
        )
        longer = [tuple(bases)] if beside else [tuple(bases[:2]), tuple(bases)]
        return any(p in deeds_of(language) for p in longer) and not any(
            p in self.asked.slots[slot].means for p in longer
        )

    def _match(self, a: int, s: int, text: str, about: Mapping[int, float], start: int) -> Match | None:
        language = self.asked.language
        tokens = token_pattern(language).findall(text)
        if self._needed and self._needed.isdisjoint([slot for token in tokens for _, slot, _ in self._entries[token]]):
            # Most sentences hold no word for the deed: of them no more need be known.
            return None
        held = self._held_of(text, tokens)
        got, where = self._told_apart(held), held.where
        own, got = frozenset(got), {**about, **got}
        slots = self.asked.slots
        sum_ = sum(slots[i].weight * v for i, v in got.items())
        if sum_ < self._least or not self._is_spoken_of(got, own):
            return None
        deeds = [i for i in got if i in self._deeds]
        share = sum_ / self._whole
        real, at = True, -1
        best = 0.0
        ground = ahead = False
        actors: tuple[int, ...] = ()
        players: tuple[int, ...] = ()
        again: tuple[int, ...] = ()
        if self._needed:
            main = next(iter(self._needed))
            real, announced = self._told_as(tokens, where[main], s)
            best = got[main]
            for place in () if real else [place for worth, place in held.deeds if worth >= best]:
                # "After calls to resign he did resign": that it was called for does not undo that it was done.
                done = self._told_as(tokens, place, s)
                if done[0]:
                    where[main] = place
                    real, announced = done
                    break
            at = start + start_of(text, where[main], language)
            again = tuple(start + start_of(text, place, language) for _, place in held.deeds if place != where[main])
            before = words_before(tokens, where[main], UNREAL_WITHIN)
            ground = self._is_ground(tokens, where[main])
            ahead = not announced and not asking("ahead", language).isdisjoint(before)
            if self._steps and self._steps.are_told([*map(plain, tokens)], where[main]):
                share *= STEP
            if self._ordinals and (
                not self._is_that_one(tokens, where[main]) or not self._ordinals.isdisjoint(before[-WITHIN:])
            ):
                share *= STEP
            names = [where[i] for i in own if slots[i].is_name] or [
                where[i] for i in own if slots[i].kind in ("thing", "number")
            ]
            actors = tuple(start + start_of(text, n, language) for n in names)
            players = tuple(
                start + start_of(text, where[i], language) for i in own if slots[i].place in self._before_deed
            )
            if names:
                gap = min(abs(where[d] - n) for d in deeds for n in names)
                share *= min(1.0, (APART / gap) ** 0.5) if gap else 1.0
            if real and self._is_run and not is_of_run(tokens, where[main], language):
                real = False
            if real and self._object in own:
                real = not is_left_undone(
                    tokens, where[main], where[self._object], self.asked.negative, self._particles, language=language
                )
            if real and any(is_of_kin(text, tokens, where[i], where[main], language) for i in self._whose & own):
                real = False
            if real and self._contest and any(is_beaten(tokens, where[i], language) for i in own & self._contestants):
                real = False
        elif len(where) > 1:
            # Nothing says what happened: only words that stand together can mean one thing.
            places = [where[i] for i in own]
            share *= min(1.0, (TOGETHER * len(places) / (max(places) - min(places) + 1)) ** 0.5) if places else 1.0
        if not real:
            share *= UNREAL
        share *= WITHOUT_PLAYER ** len(self._sides - got.keys())
        return Match(a, s, share, frozenset(got), own, real, best, at, ground, ahead, actors, players, again)

    def _is_spoken_of(self, got: Collection[int], own: Collection[int]) -> bool:
        """Does a place itself hold a word for the deed (``own``), and with its surroundings (``got``) enough of the
        names?"""
        if self._needed and self._needed.isdisjoint(own):
            return False
        names = math.fsum(slot.weight for i, slot in enumerate(self.asked.slots) if i in got and slot.is_name)
        return not self._named or names >= NAMED * self._named

    def _told_as(self, tokens: Sequence[str], at: int, s: int) -> tuple[bool, bool]:
        """Is the deed at this token of the sentence told of as done, and is it only announced?"""
        language = self.asked.language
        announced = self._announced and is_announced(tokens, at, s < 0, language)
        negative, denied = self.asked.negative, self._denied
        done = is_real(
            tokens, at, negative=negative, announced=announced, tried=self._tried, denied=denied, language=language
        )
        return done and not is_state(tokens, at, s, language), announced

    def _is_ground(self, tokens: Sequence[str], at: int) -> bool:
        """Is the deed at this token named only as the ground for something else ("protests after the killing")?"""
        language = self.asked.language
        if plain(tokens[at]) in asking("afterwards", language):
            return True
        # The widest of what is looked at; the other windows are its last words.
        before = words_before(tokens, at, JUDGED)
        # Names between do not count ("after their Orsk Queen ferry sank").
        near = [w for w, t in zip(before, tokens[max(0, at - JUDGED) :], strict=False) if t[0].islower()]
        if not asking("ground", language).isdisjoint(before[-GROUND:]) or not asking(
            "came_before", language
        ).isdisjoint(near[-GROUND:]):
            return True
        return not self._judges and not asking("judged", language).isdisjoint(before)

    def _is_that_one(self, tokens: Sequence[str], at: int) -> bool:
        """Is the deed here said to be the one of the row that is asked for: "the first debate", "Debate: the first"?"""
        if self._ordinal < 0:
            return False
        near = tokens[max(0, at - ORDINAL_WITHIN) : at + 1 + WITHIN]
        return any(
            (base,) in self.asked.slots[self._ordinal].means
            for base in (base_of(each, self.asked.language) for each in near)
        )


@functools.cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(base_of(each, language) for each in kept_table("calendar", language)["weekdays"])
