"""A statement with the sentences that bear on it, read: who does what in each, and is it what the statement tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from leadup import lang
from leadup.check.clauses import Clause, Stands, aspect, clauses_of, light
from leadup.check.evidence import actors_of, outlets_in, parsed, witness
from leadup.check.happening import bare_happening
from leadup.check.meant import Meant
from leadup.check.nearness import Nearby
from leadup.check.ordering import in_plain_order
from leadup.check.quotations import Likeness, nearest, quotations_of
from leadup.check.report import Finding, Kind, Statement, Sureness
from leadup.check.seeking import CLOSE, KIN, Bearing, Seeker, Term
from leadup.check.titles import titles_in
from leadup.check.wording import COUNTRY, kin_of, lang_words, stem_of, stems_of
from leadup.model import Extent
from leadup.reading.syntax import Parse
from leadup.timeline.dating import event_days
from leadup.timeline.happenings.collection import base_form

TOLD = 0.62
"""Share of a statement that a sentence must hold to tell the same; of the lines written for development all but a few
true ones find one, and no invented one does that also has its deed."""
BEARS = 0.5
"""Share from which on a sentence is read for who did it to whom, whose words they are, and how many."""
BY_WORDS = 0.8
"""Share from which on a sentence with the deed's very word needs no clause to show it."""
NEARLY_ALL = 0.84
"""Share from which on a sentence of the statement's own days tells the same in whatever words."""
MANY = 5
"""...where it has so many words that say something."""
PARSED, BEST, ALIKE, FEW = 14, 6, 2, 6
"""Sentences that are read closely, and how many of them are the best whatever their day, and the nearest in whatever
words besides; and how many are read of a day's own where few hold the share ``BEARS``."""
THEN = 3
"""Days after a thing in which its first reports are printed."""
SHOWN = 4
FEWEST_SAID = 3
"""Words besides the speaker that a statement must have to be looked for without him."""
SAME_KIN, NAME_NEAR, WORD_NEAR = 0.9, 0.75, 0.4
"""What a word counts where another for the same kind of deed stands in its place, and a name or word close by."""
SPEAKING = frozenset({"kin argue", "kin speak"})


@cache
def _denial(language: str) -> frozenset[str]:
    return frozenset(base_form(verb, language) for verb in lang.kept_table("check", language)["denial"])


@cache
def _undo(language: str) -> frozenset[str]:
    return frozenset(base_form(verb, language) for verb in lang.kept_table("check", language)["undo"])


@cache
def _unsaid(language: str) -> frozenset[str]:
    return frozenset(base_form(verb, language) for verb in lang.kept_table("check", language)["unsaid"])


@dataclass(frozen=True, slots=True)
class Read:
    """A bearing sentence with its clauses; ``tells`` says that it tells what the statement does."""

    bearing: Bearing
    clauses: tuple[Clause, ...]
    tells: bool


class Case:
    """A statement, its words taken apart, and the sentences that bear on it, the nearest of them read closely.

    ``bearing`` are all that were found, best first; ``read`` those that were parsed; ``deeds`` the clauses of the
    statement that are asked after, the first one most; ``speaker`` whose words it reports; ``happening`` the noun for
    what the draft tells of before, whose names (``of``) must stand with all that bears on it.
    """

    def __init__(
        self,
        statement: Statement,
        seeker: Seeker,
        terms: Sequence[Term],
        dates: Sequence[Extent],
        of: Sequence[frozenset[str]] = (),
    ) -> None:
        self.statement = statement
        self.language = seeker.language
        self.dates = dates
        self.words = statement.words
        self.day = statement.day
        self.terms = terms
        self.names = frozenset(t.key for t in terms if t.is_name) - titles_in(self.words, seeker.language)
        self.quotes = quotations_of(self.words, seeker.language)
        self.seeker = seeker
        found = seeker.seek(terms, self.day, 60)
        # "died in the attack": in that which the draft tells of, not in another one.
        self.bearing = [b for b in found if not of or any(name <= self.around(b) for name in of)]
        self.happening = bare_happening(self.words, seeker.language) if of else ""
        chosen = self._chosen(self.bearing)
        (own, start), *theirs = parsed([self.words, *(b.words for b in chosen)], seeker.language)
        self.parse, self.parse_start = own, start
        known = clauses_of(own, stands=self._stands(own, start))
        self.own = in_plain_order(tuple(_in_order(c, own, self.names) for c in known), own, start)
        # The first word has a capital whatever it is.
        first = own[0] if len(own) else None
        if (
            first is not None
            and first.upos != "PROPN"
            and not (key := stem_of(first.word, seeker.language)).startswith(COUNTRY)
        ):
            self.names -= {key}
        self.speaker = self._speaker()
        self.deeds = self._deeds()
        self.said = frozenset(c.key for c in self.own if c.main and c.agent & self.speaker)
        self.read = self.read_closely(chosen, theirs)
        self.nearest = self.bearing[:SHOWN]

    def _stands(self, parse: Parse, start: int) -> Stands | None:
        """For whom the statement's pronouns stand, by their places in its parse."""
        named = {s: stems_of(name, parse.language) for s, _, name in self.statement.pronouns}
        if not named:
            return None
        return lambda at, _: named.get(parse[at].start - start, frozenset())

    def _chosen(self, bearing: Sequence[Bearing]) -> list[Bearing]:
        """Those that are read closely: the best, and the best of the statement's own days among them."""
        bears = [b for b in bearing if b.score >= BEARS]
        # In whatever words; of two alike the one found first.
        alike = sorted(bears[BEST:], key=lambda b: -(b.own + self.nearby.of(b).whole))
        best = bears[:BEST] + alike[:ALIKE]
        best += [b for b in alike[ALIKE:] if self.is_near(b)][: PARSED - len(best)]
        best += [b for b in bears if b not in best][: PARSED - len(best)]
        if len(best) < FEW:
            # Where a day's own news is told in other words, no sentence may hold half of a statement.
            lesser = [b for b in bearing if b not in best and self.is_near(b)]
            lesser.sort(key=lambda b: -(b.own + self.nearby.of(b).whole))
            best += lesser[: FEW - len(best)]
        return best

    def is_near(self, bearing: Bearing) -> bool:
        """Whether a sentence was printed when a thing of the statement's day is told of."""
        if self.day is None or bearing.published is None:
            return False
        return -1 <= (bearing.published - self.day).days <= THEN

    @cached_property
    def quoted(self) -> tuple[Likeness | None, ...]:
        """For each quotation, what of it the sentences that bear on the statement have."""
        return tuple(nearest(self.words, at, self.bearing) for at in self.quotes)

    @cached_property
    def nearby(self) -> Nearby:
        """The statement's words with all that may stand for them: how near sentences come in whatever words."""
        return Nearby(self.words, self.terms, self.language)

    @cached_property
    def nearby_or_contrary(self) -> Nearby:
        """The same, where a word that excludes one of the statement's counts as one of its class."""
        return Nearby(self.words, self.terms, self.language, or_contrary=True)

    @cached_property
    def unspoken(self) -> list[Bearing]:
        """The sentences that bear on what the statement says, whoever says it."""
        said = [t for t in self.terms if t.key not in self.teller]
        return self.seeker.seek(said, self.day, 20) if len(said) >= FEWEST_SAID else []

    @cached_property
    def teller(self) -> frozenset[str]:
        """Whose words a statement reports, or who does by words what it tells ("called", "praised")."""
        if self.speaker:
            return self.speaker
        spoken = (c for c in self.deeds[:1] if c.main and c.classes & lang_words("spoken", self.language) and c.agent)
        return next((c.agent for c in spoken), frozenset())

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words of the statement that are looked for."""
        return frozenset(t.key for t in self.terms)

    @cached_property
    def tells_plainly(self) -> bool:
        """Whether the statement tells a deed as a fact: in nobody's words, and quoting nobody."""
        said = any(c.is_saying or c.speaker is not None for c in self.own)
        return bool(self.deeds) and not (self.speaker or self.quotes or said)

    @property
    def says_by_words(self) -> bool:
        """Whether the statement's deed is itself a claim of whoever does it: "Varo accused Pask"."""
        return (
            bool(self.deeds)
            and bool(self.deeds[0].agent)
            and bool(self.deeds[0].classes & lang_words("by_words", self.language))
        )

    @cached_property
    def leaves_unsaid(self) -> bool:
        """Whether a statement tells that somebody would not say something: no other word of his is the contrary."""
        return any(d.denied and d.unreal and not d.patient and d.key in _unsaid(self.language) for d in self.deeds[:1])

    def _speaker(self) -> frozenset[str]:
        own = [c for c in self.own if c.key not in _undo(self.language)]
        for clause in own:
            if clause.main and clause.agent and kin_of(clause.key, self.language) & SPEAKING:
                return clause.agent
            if clause.main and clause.is_saying and clause.agent:
                return clause.agent
            if clause.main and self.quotes and clause.agent and all(clause.end <= s for s, _ in self.quotes):
                return clause.agent
        undo, denial = _undo(self.language), _denial(self.language)
        says = any(c.is_saying and (c.key not in undo or c.key in denial) for c in self.own)
        return next((c.speaker for c in self.own if c.speaker and says), frozenset())

    def _deeds(self) -> list[Clause]:
        main = [c for c in self.own if c.main and not c.is_saying]
        main = [c for c in main if c.kin or c.key not in light(self.language)] or main
        # "refused to resign", "began to bomb": the second word is the deed.
        tells = any(
            not c.is_noun and c.key not in aspect(self.language) and c.key not in light(self.language) for c in main
        )
        undone = any(d.denied for d in main)
        main.sort(
            key=lambda c: (
                c.is_noun,
                (c.key in aspect(self.language) and tells) or (c.key in _undo(self.language) and undone),
            )
        )
        if self.quotes:
            main = [c for c in main if not any(s <= c.start < e for s, e in self.quotes) and c.agent != self.speaker]
            if not main:
                return []
        return main or [c for c in self.own if not c.is_saying and (c.kin or c.key not in light(self.language))]

    def read_closely(self, bearing: Sequence[Bearing], parses: Sequence[tuple[Parse, int]]) -> list[Read]:
        keys = frozenset(d.key for d in self.deeds)
        who = [Meant(b.indexed, b.sentence, p, start).by for b, (p, start) in zip(bearing, parses, strict=True)]
        made = [clauses_of(p, keys, start, by) for by, (p, start) in zip(who, parses, strict=True)]
        return [Read(b, c, self._tells(b, c)) for b, c in zip(bearing, made, strict=True)]

    def _tells(self, bearing: Bearing, clauses: Sequence[Clause]) -> bool:
        if bearing.score < TOLD:
            return False
        if not self.deeds:
            return True
        held = bearing.indexed.stems[bearing.sentence]
        deed = self.deeds[0]
        if any(self.is_deed(c, deed) for c in clauses):
            return True
        if bearing.own >= NEARLY_ALL and len(self.terms) >= MANY and self.is_then(bearing):
            return True
        return bearing.own >= BY_WORDS and deed.key in held and bool(self.named(deed) & held)

    def is_deed(self, clause: Clause, deed: Clause) -> bool:
        """Whether a source's clause is the statement's deed, with one of those who do or bear it, and held as real."""
        if not clause.is_like(deed) or (clause.unreal and not deed.unreal):
            return False
        who = self.named(deed)
        if clause.is_noun and not clause.is_same(deed) and not who & actors_of(clause):
            return False
        if deed.key in light(deed.language) and not clause.kin & deed.kin and len(deed.near & clause.near) < 3:
            return False
        return not who or bool(who & (clause.near | actors_of(clause)))

    def firm(self, read: Read) -> bool:
        """Whether a sentence has the deed with all of those who do and bear it, be it denied or not."""
        speaker = self.speaker & self.names
        if speaker and not speaker & self.around(read.bearing):
            return False
        own = read.bearing.own if len(self.terms) >= MANY else 0.0
        if not self.deeds:
            return bool(self.quotes) or read.bearing.own >= BY_WORDS
        deed = self.deeds[0]
        sides = [side for side in deed.heads if side]
        for clause in read.clauses:
            if not self.is_deed(clause, deed) or (clause.supposed and not deed.supposed):
                continue
            held = [side & (actors_of(clause) | clause.near) or self.is_idle(side, clause, deed) for side in sides]
            if all(held) or (own >= BY_WORDS and any(held)):
                return True
        return False

    def surely(self, read: Read, *, affirmed: bool = False) -> bool:
        """Whether a sentence has this very deed, as done or as denied, with the same ones: what may bear it out or date
        it. ``affirmed``: the deed as done, even where the statement denies it."""
        if not self.deeds:
            return bool(self.quotes) or read.bearing.own >= BY_WORDS
        deed = self.deeds[0]
        return any(
            c.is_same(deed)
            and c.denied == (deed.denied and not affirmed)
            and not (c.supposed and not deed.supposed)
            and not (c.unreal and not deed.unreal)
            and self.is_by_same(c, deed, read.bearing)
            for c in read.clauses
        )

    def is_by_same(self, clause: Clause, deed: Clause, bearing: Bearing) -> bool:
        """Whether those who do and bear a deed of the statement do and bear a source's."""
        agent, patient = deed.heads
        if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
            return False
        if agent and patient and not agent & clause.agent and not patient & clause.patient:
            return False
        # A pronoun, or nobody at all, may do it: then he is named nearby.
        does = clause.agent if clause.agent else self.around(bearing)
        bears = clause.patient | clause.near
        return (not agent or bool(agent & does)) and (bool(patient & bears) or self.is_idle(patient, clause, deed))

    def plainly(self, read: Read) -> bool:
        """Whether a clause of a sentence has the deed, denied or not as the statement has it, and of nobody else."""
        if not self.deeds:
            return bool(self.quotes) or read.bearing.own >= BY_WORDS
        deed = self.deeds[0]
        agent, patient = deed.heads
        named = patient & self.names
        for c in read.clauses:
            if c.denied != deed.denied or c.supposed or not self.is_deed(c, deed):
                continue
            if c.is_noun:
                if c.key == deed.key or (c.is_same(deed) and self.named(deed) & actors_of(c)):
                    return True
                continue
            if c.agent and agent and not agent & c.agent:
                continue
            if named and not patient & (c.patient or (c.near if agent else frozenset())):
                # "people were killed in Dunmar's camp" kills no Dunmar.
                continue
            return True
        return False

    def lacks(self, bearing: Bearing) -> tuple[float, float]:
        """The share of the statement's words other than names that a sentence holds, and the weight of the most telling
        name that stands neither in it nor near it."""
        held, around = bearing.indexed.stems[bearing.sentence], self.around(bearing)
        kinds = bearing.indexed.kinds(bearing.sentence)
        content = of_content = missing = 0.0
        for term in self.terms:
            level = (
                1.0 if term.key in held
                else SAME_KIN if term.families & kinds
                else (NAME_NEAR if term.is_name else WORD_NEAR) if term.key in around
                else 0.0
            )  # fmt: skip
            if term.is_name:
                missing = max(missing, (1 - level) * term.weight)
            else:
                content += level * term.weight
                of_content += term.weight
        return (content / of_content if of_content else 1.0), missing

    def missing_name(self, bearing: Bearing) -> float:
        """The weight of the most telling name of the statement that stands neither in a sentence nor near it."""
        around = self.around(bearing)
        return max((t.weight for t in self.terms if t.is_name and t.key not in around), default=0.0)

    def is_idle(self, patient: frozenset[str], clause: Clause, deed: Clause) -> bool:
        """Whether what bears a deed need not be there: it is none, or only a part of the words ("gave up his post") for
        what another word tells alone ("resigned")."""
        return not patient or (clause.key != deed.key and not clause.patient and not patient & self.names)

    def is_by(self, clause: Clause, deed: Clause, bearing: Bearing) -> bool:
        """Whether who does a deed of the statement (or bears it, where nobody is said to do it) does a source's, or
        may: nobody is said to do that, and he is named there."""
        agent, patient = deed.heads
        if agent & clause.patient - clause.agent or patient & clause.agent - clause.patient:
            return False
        if not agent:
            return not patient or bool(patient & (actors_of(clause) | clause.near))
        if clause.agent and not clause.is_noun:
            return bool(agent & clause.agent)
        return bool(agent & self.around(bearing)) and bool(
            not patient or patient & (actors_of(clause) | clause.near | self.around(bearing))
        )

    def shares(self, bearing: Bearing) -> tuple[float, float]:
        """The share of the statement's words other than names that a sentence holds, and of its names that stand in the
        sentence or around it."""
        held, around = bearing.indexed.stems[bearing.sentence], self.around(bearing)
        kinds = bearing.indexed.kinds(bearing.sentence)
        content = names = 0.0
        of_content = of_names = 0.0
        for term in self.terms:
            if term.is_name:
                of_names += term.weight
                names += term.weight if term.key in around else 0.0
                continue
            of_content += term.weight
            if term.key in held:
                content += term.weight
            elif term.families & kinds:
                content += KIN * term.weight
        return (content / of_content if of_content else 1.0), (names / of_names if of_names else 1.0)

    def named(self, deed: Clause) -> frozenset[str]:
        """Who does or bears a deed, by name where any has one."""
        who = actors_of(deed)
        return (who & self.names) or who

    def is_then(self, bearing: Bearing) -> bool:
        """Whether a sentence may be of the statement's day: it says so, or it was printed then."""
        if self.day is None:
            return True
        sentence = bearing.indexed.reading.sentences[bearing.sentence]
        days = [dt.date.fromordinal(o) for o, _, explicit in event_days(sentence) if explicit]
        if days:
            return any(abs((d - self.day).days) <= 1 for d in days)
        return self.is_near(bearing)

    def around(self, bearing: Bearing) -> frozenset[str]:
        """The stems of a sentence, of its title, and of the two before and after it: where a speaker is named."""
        stems, at = bearing.indexed.stems, bearing.sentence
        return bearing.indexed.title.union(*stems[max(0, at - CLOSE) : at + CLOSE + 1])

    def before(self, bearing: Bearing) -> frozenset[str]:
        """The stems of the sentence before: a pronoun's name."""
        stems = bearing.indexed.stems
        return stems[bearing.sentence - 1] if bearing.sentence else frozenset()

    def real(self, read: Read) -> bool:
        """Whether a sentence has the deed as done: by a verb, or by a noun where nothing in it is only thought of."""
        held = [c for c in read.clauses if self.is_deed(c, self.deeds[0]) and not (c.unreal or c.supposed)]
        if any(not c.is_noun for c in held):
            return True
        return bool(held) and not any(c.unreal or c.supposed for c in read.clauses)

    def reach(self, read: Read) -> tuple[Extent, ...] | None:
        """The places of the words that hang on the statement's deed in a sentence; None where it has not that deed."""
        if not self.deeds:
            return None
        held = [c for c in read.clauses if self.is_deed(c, self.deeds[0])]
        if self.speaker:
            # The day is that of the saying.
            held = [c for c in read.clauses if (c.is_saying or c.key in self.said) and c.agent & self.speaker]
        return tuple(place for c in held for place in c.reach) or None

    def found(
        self,
        kind: Kind,
        sureness: Sureness,
        why: str,
        bearing: Sequence[Bearing],
        marks: tuple[tuple[int, int], ...] = (),
    ) -> Finding:
        distinct = list({(b.indexed.article.id, b.sentence): b for b in bearing}.values())
        witnesses = tuple(witness(b) for b in distinct[:SHOWN])
        return Finding(self.statement, kind, sureness, why, witnesses, len(outlets_in(distinct)), marks)

    def nothing(self) -> str:
        return "nothing was found in these articles that says so" + ("; nearest below" if self.nearest else "")


def _in_order(clause: Clause, parse: Parse, names: frozenset[str]) -> Clause:
    """A draft's deed for which the parse has nobody: who is named before does it, who is named right after bears it."""
    if not clause.main or actors_of(clause) or clause.is_noun or clause.is_saying:
        return clause
    before: set[str] = set()
    after: set[str] = set()
    passed = False
    for token in parse:
        if token.start == clause.start:
            passed = True
        elif token.upos in ("ADP", "SCONJ", "VERB", "AUX") and (passed or before):
            if passed:
                break
            before.clear()
        elif (key := stem_of(token.word, parse.language)) in names:
            (after if passed else before).add(key)
    if not before or not after or before & after:
        return clause
    does, bears = frozenset(before), frozenset(after)
    return replace(clause, agent=does, patient=bears, heads=(does, bears))
