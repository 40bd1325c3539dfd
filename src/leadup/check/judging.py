"""One statement's verdict, from the sentences that bear on it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from leadup import lang
from leadup.check.clauses import Clause, clauses_of
from leadup.check.days import Placing, placed
from leadup.check.figures import CLOSELY, Number, differing, is_number, numbers_of
from leadup.check.quotations import nearest, quotations_of
from leadup.check.report import CONTRADICTIONS, Finding, Kind, Statement, Sureness, Witness
from leadup.check.seeking import CLOSE, Bearing, Seeker, Term, kin_of, stem_of
from leadup.model import Extent, Span
from leadup.reading.syntax import Parse, parse
from leadup.timeline.dating import event_days
from leadup.timeline.lineage import outlet_of
from leadup.times import tag

TOLD = 0.62
"""Share of a statement that a sentence must hold to tell the same; of the lines written for development all but a few
true ones find one, and no invented one does that also has its deed."""
BEARS = 0.5
"""Share from which on a sentence is read for who did it to whom, whose words they are, and how many."""
BY_WORDS = 0.8
"""Share from which on a sentence with the deed's very word needs no clause to show it."""
NEARLY_ALL = 0.84
"""Share from which on a sentence of the statement's own days tells the same in whatever words."""
FIRM = 0.9
MANY = 5
"""...where it has so many words that say something."""
PARSED = 12
CLOSE_CLAUSE = 2
OPPOSITE = 0.75
"""Share that a sentence must hold to contradict a statement by itself."""
DENIED = 0.66
"""...and to contradict one that denies what no source denies."""
TURNED = 2
"""Clauses that have it the other way round, those that have it so both ways counting twice."""
SPOKEN = 0.7
SAID = 3
"""How many have a thing as somebody's words for each that tells it plainly, for its attribution to be lost."""
OPENING_QUOTES = ("“", '"', "‘")
SPEAKING = frozenset({"kin argue", "kin speak"})
THEN = 3
WIDE = 0.85
LATE, LATEST, BURST, OUTLETS = 2, 60, 3, 2
"""A thing is news within two days: what several outlets print first later than that, within three days, was later."""
EARLY = 45
"""Days before a draft's day in which what is in print is taken for the same thing, not for an earlier one like it."""
ONE_DATE, SEVERAL_DATES, HARDLY = 0.7, 0.5, 0.3
BARELY, PLACED = 0.25, 0.6
"""Where hardly anything speaks for the draft's day: what must place it on another. Of 158 true lines all but ten have
more for their own day, and none of those ten has so much for another; with their day shifted most have."""
OWNED = 0.55
"""What a date that hangs on the deed itself must weigh to place it by itself, where nothing speaks for the draft's."""
ALONE, ALONE_THEN = 0.78, 0.06
"""Share that the sentence of a single outlet must hold to bear a statement out."""
SHOWN = 4
LIGHT = frozenset(lang.table("check")["light"].split())
"""Verbs that say little by themselves: what hangs on them must be shared too."""


@dataclass(frozen=True, slots=True)
class Read:
    """A bearing sentence with its clauses."""

    bearing: Bearing
    clauses: tuple[Clause, ...]
    tells: bool


@cache
def _unchecked() -> re.Pattern[str]:
    return re.compile(lang.table("check")["unchecked"])


def judge(statement: Statement, seeker: Seeker) -> Finding:
    """The verdict on one statement."""
    words = statement.words
    why_not = _not_checked(words)
    if why_not:
        return Finding(statement, "not checked", "sure", why_not)
    dates = [(t.start, t.end) for t in tag(words, statement.day, vague=False) if t.type in ("DATE", "TIME")]
    terms = [t for t in seeker.terms(words) if not is_number(t.word) and not any(s <= t.start < e for s, e in dates)]
    if len(terms) < 2:
        return Finding(statement, "not checked", "sure", "it says too little")
    return _Judge(statement, seeker, terms, dates).verdict()


def _not_checked(words: str) -> str:
    if words.rstrip().endswith("?"):
        return "it is a question"
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", " ", words)
    found = _unchecked().search(outside)
    if found:
        return f"“{found.group()}” makes it an opinion or a forecast"
    return ""


class _Judge:
    def __init__(self, statement: Statement, seeker: Seeker, terms: Sequence[Term], dates: Sequence[Extent]) -> None:
        self.statement = statement
        self.dates = dates
        self.words = statement.words
        self.day = statement.day
        self.terms = terms
        self.names = frozenset(t.key for t in terms if t.is_name)
        self.quotes = quotations_of(self.words)
        self.seeker = seeker
        self.bearing = seeker.seek(terms, self.day, 60)
        chosen = self._chosen([b for b in self.bearing if b.score >= BEARS])
        (own, _), *theirs = _parsed([self.words, *(b.words for b in chosen)])
        self.own = clauses_of(own)
        # The first word has a capital whatever it is.
        first = own[0] if len(own) else None
        if first is not None and first.upos != "PROPN" and not (key := stem_of(first.word)).startswith("~"):
            self.names -= {key}
        self.speaker = self._speaker()
        self.deeds = self._deeds()
        self.read = self._read(chosen, theirs)
        self.nearest = self.bearing[:SHOWN]

    def _speaker(self) -> frozenset[str]:
        for clause in self.own:
            if clause.main and clause.agent and kin_of(clause.key) & SPEAKING:
                return clause.agent
            if clause.main and clause.is_saying and clause.agent:
                return clause.agent
            if clause.main and self.quotes and clause.agent and all(clause.end <= s for s, _ in self.quotes):
                return clause.agent
        return next((c.speaker for c in self.own if c.speaker), frozenset())

    def _deeds(self) -> list[Clause]:
        main = [c for c in self.own if c.main and not c.is_saying]
        main = [c for c in main if c.key not in LIGHT] or main
        main.sort(key=lambda c: c.is_noun)
        if self.quotes:
            main = [c for c in main if not any(s <= c.start < e for s, e in self.quotes) and c.agent != self.speaker]
            if not main:
                return []
        return main or [c for c in self.own if not c.is_saying and c.key not in LIGHT]

    def _chosen(self, bearing: Sequence[Bearing]) -> list[Bearing]:
        """Those that are read closely: the best, and the best of the statement's own days among them."""
        best = list(bearing[: PARSED // 2])
        if self.day is not None:
            near = [b for b in bearing if b not in best and b.published and abs((b.published - self.day).days) <= 4]
            best += near[: PARSED - len(best)]
        best += [b for b in bearing if b not in best][: PARSED - len(best)]
        return best

    def _read(self, bearing: Sequence[Bearing], parses: Sequence[tuple[Parse, int]]) -> list[Read]:
        keys = frozenset(d.key for d in self.deeds)
        made = [clauses_of(p, keys, start) for p, start in parses]
        return [Read(b, c, self._tells(b, c)) for b, c in zip(bearing, made, strict=True)]

    def _tells(self, bearing: Bearing, clauses: Sequence[Clause]) -> bool:
        if bearing.score < TOLD:
            return False
        if not self.deeds:
            return True
        held = bearing.indexed.stems[bearing.sentence]
        deed = self.deeds[0]
        if any(self._is_deed(c, deed) for c in clauses):
            return True
        if bearing.own >= NEARLY_ALL and len(self.terms) >= MANY and self._is_then(bearing):
            return True
        return bearing.own >= BY_WORDS and deed.key in held and bool(self._named(deed) & held)

    def _is_deed(self, clause: Clause, deed: Clause) -> bool:
        """Whether a source's clause is the statement's deed, with one of those who do or bear it, and held as real."""
        if not clause.is_like(deed) or (clause.unreal and not deed.unreal):
            return False
        who = self._named(deed)
        if clause.is_noun and not clause.is_same(deed) and not who & _who(clause):
            return False
        if deed.key in LIGHT and len(deed.near & clause.near) < 3:
            return False
        return not who or bool(who & (clause.near | _who(clause)))

    def _firm(self, read: Read) -> bool:
        """Whether a sentence has the deed with all of those who do and bear it, or nearly all of the words."""
        speaker = self.speaker & self.names
        if speaker and not speaker & self._around(read.bearing):
            return False
        own = read.bearing.own if len(self.terms) >= MANY else 0.0
        if not self.deeds or own >= FIRM:
            return True
        deed = self.deeds[0]
        sides = [side for side in deed.heads if side]
        for clause in read.clauses:
            if not self._is_deed(clause, deed):
                continue
            held = [side & (_who(clause) | clause.near) for side in sides]
            if all(held) or (own >= BY_WORDS and any(held)):
                return True
        return False

    def _named(self, deed: Clause) -> frozenset[str]:
        """Who does or bears a deed, by name where any has one."""
        who = _who(deed)
        return (who & self.names) or who

    def verdict(self) -> Finding:
        told = [r for r in self.read if r.tells]
        if not any(self._firm(r) for r in told):
            found = self._wrong_speaker() or self._actors() or self._elsewhere()
            return found or self._found("no source says so", "likely", self._nothing(), self.nearest)
        found = self._misquoted() or self._actors() or self._denied(told) or self._quoted()
        if found is not None:
            return found
        figures = self._figures()
        if figures is not None and figures.kind in CONTRADICTIONS:
            return figures
        return self._lost(told) or self._dated(told) or figures or self._supported(told)

    def _nothing(self) -> str:
        return "nothing in these articles says so" + ("; nearest below" if self.nearest else "")

    def _actors(self) -> Finding | None:
        for deed in self.own:
            if not deed.is_saying and _who(deed) and (found := self._turned(deed)):
                return found
        return None

    def _turned(self, deed: Clause) -> Finding | None:
        """Where the sources have one deed of the statement done the other way round."""
        turned: dict[str, tuple[int, Bearing]] = {}
        straight: set[str] = set()
        for read in self.read:
            article = read.bearing.indexed.article.id
            for c in read.clauses:
                if not c.is_same(deed) or c.denied != deed.denied or (c.unreal and not deed.unreal):
                    continue
                turn = self._turn(deed, c, read.bearing)
                if turn > turned.get(article, (0, None))[0]:
                    turned[article] = turn, read.bearing
                elif turn < 0:
                    straight.add(article)
        much = sum(turn for turn, _ in turned.values())
        if much < TURNED or much <= 2 * len(straight):
            return None
        sure: Sureness = "sure" if much >= 2 * TURNED and not straight else "likely"
        by = [b for _, b in sorted(turned.values(), key=lambda x: (-x[0], -x[1].score))]
        return self._found("actors differ", sure, "the sources have it done the other way round", by)

    def _turn(self, deed: Clause, other: Clause, bearing: Bearing) -> int:
        """How far a source's clause turns the statement's round: 2 both ways, 1 in part, -1 where it has it as is."""
        agent, patient = (who & self.names or who for who in (deed.agent, deed.patient))
        agent, patient = agent - patient, patient - agent
        there = bool(agent & other.patient), bool(patient & other.agent)
        others = (self.names & _all(self.own)) - deed.agent - deed.patient
        told = bearing.score >= TOLD and self._is_then(bearing)
        another = bool(agent) and told and bool(other.agent & others)
        # With somebody else doing it to the same one, it is not the statement's own either.
        alone = not agent or not other.agent
        if agent & other.agent or (patient & other.patient and alone):
            return 0 if any(there) else -1
        if all(there):
            return 2
        if any(there):
            named = ((agent & other.patient) | (patient & other.agent)) & self.names
            return int(bool(named) and (told or other.key == deed.key))
        return int(another)

    def _denied(self, told: Sequence[Read]) -> Finding | None:
        against: list[Bearing] = []
        if self.deeds and any(d.denied for d in self.own if d.main):
            return self._said_anyway(told)
        for_it = 0
        verbs = [d for d in self.deeds if not d.is_noun][:2] or self.deeds[:1]
        for read in self.read:
            if read.bearing.score < TOLD or not self._is_then(read.bearing):
                continue
            votes = [v for deed in verbs if (v := self._vote(deed, read))]
            if any(v > 0 for v in votes):
                for_it += 1
            elif votes:
                against.append(read.bearing)
        if len(against) > 2 * for_it and (len(against) > 1 or against[0].score >= OPPOSITE):
            sure: Sureness = "sure" if len(against) > 1 and not for_it else "likely"
            why = "what the draft denies the sources tell, or the reverse"
            return self._found("sources say the opposite", sure, why, against)
        return None

    def _vote(self, deed: Clause, read: Read) -> int:
        """1 where a sentence has the deed as the statement does, -1 where it denies what that tells, 0 else."""
        like = [c for c in read.clauses if c.is_same(deed) and self._is_deed(c, deed)]
        same = [c for c in like if c.key == deed.key] or like
        if any(c.denied == deed.denied for c in same):
            return 1
        near = [c for c in same if c.unreal == deed.unreal and len(c.near & deed.near) >= CLOSE_CLAUSE]
        return -1 if any(not c.supposed for c in near) else 0

    def _said_anyway(self, told: Sequence[Read]) -> Finding | None:
        """Where the draft denies a thing: the sources deny it too, or they tell it."""
        against: list[Bearing] = []
        denied = 0
        for read in told:
            like = [c for c in read.clauses if any(c.is_like(d) for d in self.deeds)]
            then = self._is_then(read.bearing)
            if any(c.denied and (then or not c.unreal) for c in like):
                denied += 1
            elif like or not _refuses(read.bearing.words):
                against.append(read.bearing)
        reported = any(d.denied and d.speaker for d in self.own)
        # Somebody's denial is not contradicted by what others tell: one must have it of him.
        his = not reported or any(
            c.speaker and c.speaker & self.speaker for r in told if r.bearing in against for c in r.clauses
        )
        if his and len(against) > 2 * denied and max(b.own for b in against) >= (OPPOSITE if denied else DENIED):
            sure: Sureness = "sure" if len(_outlets(against)) > 1 and not denied else "likely"
            return self._found("sources say the opposite", sure, "the draft denies what the sources tell", against)
        if not denied:
            return self._found("no source says so", "likely", self._nothing(), self.nearest)
        return None

    def _is_then(self, bearing: Bearing) -> bool:
        """Whether a sentence may be of the statement's day: it says so, or it was printed then."""
        if self.day is None:
            return True
        sentence = bearing.indexed.reading.sentences[bearing.sentence]
        days = [dt.date.fromordinal(o) for o, _, explicit in event_days(sentence) if explicit]
        if days:
            return any(abs((d - self.day).days) <= 1 for d in days)
        return bearing.published is not None and -1 <= (bearing.published - self.day).days <= THEN

    def _quoted(self) -> Finding | None:
        for at in self.quotes:
            found = nearest(self.words, at, [r.bearing for r in self.read])
            if found is None or found.exact:
                continue
            why = "the quotation's words differ from the source's"
            made = self._found("quotation differs", "sure" if found.share >= 0.6 else "likely", why, [found.bearing],
                               marks=found.own)  # fmt: skip
            return _marked(made, found.theirs)
        return None

    def _misquoted(self) -> Finding | None:
        """A quotation that stands word for word in a source, but as another one's."""
        speaker = self.speaker & self.names
        if not self.quotes or not speaker:
            return None
        others: list[Bearing] = []
        for read in self.read:
            found = nearest(self.words, self.quotes[0], [read.bearing])
            if found is None or not found.exact:
                continue
            own = read.bearing.indexed.stems[read.bearing.sentence]
            if speaker & own:
                return None
            named = [c.agent for c in read.clauses if any(_is_name(read.bearing.words, key) for key in c.agent)]
            if named:
                others.append(read.bearing)
            elif speaker & self._near(read.bearing):
                return None
        if not others:
            return None
        sure: Sureness = "sure" if len(_outlets(others)) > 1 else "likely"
        return self._found("wrong speaker", sure, "the sources have another one say it", others)

    def _figures(self) -> Finding | None:
        for said in numbers_of(self.words):
            if any(s <= said.start < e for s, e in self.dates):
                continue
            agree: list[Bearing] = []
            differ: list[tuple[Bearing, Number]] = []
            for read in self.read:
                then = said.of not in CLOSELY and self._is_then(read.bearing)
                if read.bearing.score < TOLD or not (read.tells or then):
                    continue
                same, other = differing(said, numbers_of(read.bearing.words))
                if same:
                    agree.append(read.bearing)
                elif other:
                    differ.append((read.bearing, other[0]))
            if not differ or len(agree) >= len(differ):
                continue
            sources = [b for b, _ in differ]
            value = ", ".join(dict.fromkeys(n.value for _, n in differ))
            kind: Kind = "disputed" if agree else "figure differs"
            sure: Sureness = "sure" if len(_outlets(sources)) > 1 and not agree else "likely"
            why = f"the draft has {said.value}, the sources {value}"
            made = self._found(
                kind, sure, why, [*agree, *sources] if agree else sources, marks=((said.start, said.end),)
            )
            return made if agree else _marked(made, ((differ[0][1].start, differ[0][1].end),))
        return None

    def _wrong_speaker(self) -> Finding | None:
        """Where the same is told as another one's words, and nowhere as the speaker's."""
        speaker = self.speaker & self.names
        if not speaker:
            return None
        said = [t for t in self.terms if t.key not in self.speaker]
        if len(said) < 3:
            return None
        bearing = self.seeker.seek(said, self.day, 20)
        if any(speaker & b.indexed.stems[b.sentence] for b in bearing if b.score >= SPOKEN):
            return None
        other: list[Bearing] = []
        chosen = [b for b in bearing if b.score >= SPOKEN and self._is_then(b)][:6]
        for read in self._read(chosen, _parsed([b.words for b in chosen])):
            found = [c.speaker for c in read.clauses if c.speaker] + [c.agent for c in read.clauses if c.main]
            named = [w for w in found if any(_is_name(read.bearing.words, key) for key in w)]
            if named and not self._near(read.bearing) & speaker:
                other.append(read.bearing)
        if not other:
            return None
        sure: Sureness = "sure" if len(_outlets(other)) > 1 else "likely"
        return self._found("wrong speaker", sure, "the sources have another one say it", other)

    def _near(self, bearing: Bearing) -> frozenset[str]:
        """The stems of the sentence before: a pronoun's name."""
        stems = bearing.indexed.stems
        return stems[bearing.sentence - 1] if bearing.sentence else frozenset()

    def _around(self, bearing: Bearing) -> frozenset[str]:
        """The stems of a sentence, of its title, and of the two before and after it: where a speaker is named."""
        stems, at = bearing.indexed.stems, bearing.sentence
        return bearing.indexed.title.union(*stems[max(0, at - CLOSE) : at + CLOSE + 1])

    def _lost(self, told: Sequence[Read]) -> Finding | None:
        if self.speaker or any(c.is_saying or c.speaker is not None for c in self.own):
            return None
        said: list[tuple[Bearing, frozenset[str]]] = []
        plain = 0
        for read in told:
            like = [c for c in read.clauses if any(self._is_deed(c, d) for d in self.deeds)]
            sentence = read.bearing.indexed.reading.sentences[read.bearing.sentence]
            inside = sentence.opened is not None or read.bearing.words[:1] in OPENING_QUOTES
            if like and (inside or all(c.speaker is not None for c in like)):
                said.append((read.bearing, frozenset(w for c in like if c.speaker for w in c.speaker)))
            else:
                plain += bool(like)
        named = Counter(name for _, who in said for name in who if name not in self.names)
        best, many = max(named.items(), key=lambda x: (x[1], x[0]), default=("", 0))
        by = [b for b, who in said if best in who]
        by += [b for b, who in said if best not in who]
        if many > 1 and len(_outlets(by)) > 1 and len(said) > SAID * plain:
            sure: Sureness = "sure" if len(_outlets(by)) > 2 and not plain else "likely"
            return self._found("attribution lost", sure, "the sources have it only as somebody's words", by)
        return None

    def _dated(self, told: Sequence[Read]) -> Finding | None:
        if self.speaker:
            # The day is that of the saying, not of what is said.
            told = [r for r in told if self.speaker & r.bearing.indexed.stems[r.bearing.sentence]]
        if self.day is None or not told:
            return None
        reaches = {(r.bearing.indexed.article.id, r.bearing.sentence): self._reach(r) for r in self.read}
        found = placed([(r.bearing, self._reach(r)) for r in told], self.day)
        # What is told less closely speaks for the draft's day, or for the other one.
        near = [b for b in self.bearing if b.score >= WIDE * told[0].bearing.score]
        wide = placed([(b, reaches.get((b.indexed.article.id, b.sentence))) for b in near], self.day)
        enough = max(HARDLY, found.there / 2)
        if max(found.said, wide.said) > enough:
            return None
        early, late = self._before(told)
        if before := self._in_print(early, late):
            return before
        # What was in print before is not of the day of which later reports only were printed.
        if len(early) < 2 and max(found.here, wide.here) > enough:
            return None
        best = self._other_day(found, wide, len(_outlets(list(early.values()))) > 1)
        if best is not None and best.by is not None:
            sure: Sureness = "sure" if best.articles > 1 and not best.here else "likely"
            why = f"the sources place it on {best.other}, not {self.day}: {best.reason}"
            first = [best.by, *(r.bearing for r in told if r.bearing is not best.by)]
            return self._found("date differs", sure, why, first)
        if (max(found.said, wide.said) if len(early) > 1 else max(found.here, wide.here)) < HARDLY:
            return self._printed(told)
        return None

    def _reach(self, read: Read) -> tuple[Extent, ...] | None:
        """The places of the words that hang on the statement's deed in a sentence; None where it has not that deed."""
        if not self.deeds:
            return None
        held = [c for c in read.clauses if self._is_deed(c, self.deeds[0])]
        return tuple(place for c in held for place in c.reach) or None

    def _before(self, told: Sequence[Read]) -> tuple[dict[str, Bearing], set[str]]:
        """What articles had it in print, as done, before the day that the draft gives it, and which on it."""
        assert self.day is not None
        if not self.deeds or self.deeds[0].unreal:
            return {}, set()
        early: dict[str, Bearing] = {}
        late: set[str] = set()
        for read in told:
            printed, article = read.bearing.published, read.bearing.indexed.article.id
            if printed is None or not self._real(read):
                continue
            if 1 < (self.day - printed).days <= EARLY:
                early.setdefault(article, read.bearing)
            elif -1 <= (printed - self.day).days <= THEN:
                late.add(article)
        return early, late

    def _real(self, read: Read) -> bool:
        """Whether a sentence has the deed as done: by a verb, or by a noun where nothing in it is only thought of."""
        held = [c for c in read.clauses if self._is_deed(c, self.deeds[0]) and not (c.unreal or c.supposed)]
        if any(not c.is_noun for c in held):
            return True
        return bool(held) and not any(c.unreal or c.supposed for c in read.clauses)

    def _in_print(self, early: dict[str, Bearing], late: set[str]) -> Finding | None:
        if len(early) < 2 or len(early) < len(late) / 2 or len(_outlets(list(early.values()))) < 2:
            return None
        by = sorted(early.values(), key=lambda b: (b.published or dt.date.max, -b.score))
        why = f"it was in print on {by[0].published}, before {self.day}"
        return self._found("date differs", "likely", why, by)

    def _elsewhere(self) -> Finding | None:
        """Where nothing of the draft's days tells it: what has nearly all its words, of other days, in two outlets."""
        if self.day is None or len(self.terms) < MANY or any(d.denied or d.unreal for d in self.deeds):
            return None
        near = [r for r in self.read if r.bearing.own >= NEARLY_ALL and not any(c.unreal for c in r.clauses if c.main)]
        found = placed([(r.bearing, self._reach(r)) for r in near], self.day)
        other = found.other
        if found.by is None or other is None or found.here or found.articles < 2 or found.there < SEVERAL_DATES:
            return None
        by = [r.bearing for r in near if r.bearing.published and abs((r.bearing.published - other).days) <= BURST]
        if len(_outlets(by)) < 2:
            return None
        why = f"the sources place it on {found.other}, not {self.day}: {found.reason}"
        return self._found("date differs", "likely", why, [found.by, *(b for b in by if b is not found.by)])

    def _other_day(self, found: Placing, wide: Placing, early: bool) -> Placing | None:
        """The placing on another day, where enough speaks for it; ``early``: it was in print before the draft's."""
        agreed = (
            found.other is not None
            and wide.other is not None
            and abs((found.other - wide.other).days) <= 1
            and found.there >= ONE_DATE
        )
        if agreed or (found.articles > 1 and found.there >= SEVERAL_DATES):
            return found
        here = max(found.here, wide.here)
        alike = found.other and wide.other and abs((found.other - wide.other).days) <= 1
        if here < BARELY and (found.there >= PLACED or (alike and found.there >= BARELY and wide.there >= ONE_DATE)):
            return found
        if found.owned >= OWNED and not found.said and not wide.said and (early or found.here < HARDLY):
            return wide if wide.owned > found.owned else found
        if found.there < HARDLY and wide.articles > 1 and wide.there >= ONE_DATE:
            return wide
        return None

    def _printed(self, told: Sequence[Read]) -> Finding | None:
        """A thing that was in print before the day that the draft gives it, or in several outlets only later."""
        if self.day is None or not self.deeds or self.deeds[0].unreal:
            return None
        real = [
            r.bearing
            for r in told
            if r.bearing.published and any(self._is_deed(c, self.deeds[0]) and not c.unreal for c in r.clauses)
        ]
        real.sort(key=lambda b: b.published or dt.date.max)
        before = [b for b in real if b.published and (self.day - b.published).days > 1]
        before = [b for b in before if b.own >= OPPOSITE]
        if len(_outlets(before)) > 1:
            why = f"it was in print on {before[0].published}, before {self.day}"
            return self._found("date differs", "likely", why, before)
        if before or not real:
            return None
        first = real[0].published or self.day
        burst = [b for b in real if b.published and (b.published - first).days <= BURST]
        if LATE < (first - self.day).days <= LATEST and len(_outlets(burst)) >= OUTLETS:
            why = f"several outlets first tell it on {first}, none at {self.day}"
            return self._found("date differs", "likely", why, burst)
        return None

    def _then_bonus(self, read: Read) -> float:
        """What speaks for a single outlet's sentence: that it is of the draft's day, and says so of the deed."""
        if not self._is_then(read.bearing):
            return 0.0
        reach = self._reach(read)
        said = placed([(read.bearing, reach)], self.day).said if self.day and reach else 0.0
        return ALONE_THEN * (2 if said else 1)

    def _supported(self, told: Sequence[Read]) -> Finding:
        bearing = [r.bearing for r in told]
        independent = len(_outlets(bearing))
        sure: Sureness = "sure" if max(b.own for b in bearing) >= 0.85 else "likely"
        if independent == 1 and max(b.score + self._then_bonus(r) for r in told for b in (r.bearing,)) < ALONE:
            return self._found("no source says so", "likely", self._nothing(), self.nearest)
        if independent == 1:
            return self._found("one side only", sure, "one outlet alone tells it", bearing)
        return self._found("supported", sure, f"{independent} outlets tell it", bearing)

    def _found(
        self,
        kind: Kind,
        sureness: Sureness,
        why: str,
        bearing: Sequence[Bearing],
        marks: tuple[tuple[int, int], ...] = (),
    ) -> Finding:
        distinct = list({(b.indexed.article.id, b.sentence): b for b in bearing}.values())
        witnesses = tuple(witness(b) for b in distinct[:SHOWN])
        return Finding(self.statement, kind, sureness, why, witnesses, len(_outlets(distinct)), marks)


def _parsed(texts: Sequence[str]) -> list[tuple[Parse, int]]:
    """The parses of some sentences, all at once, each with where its places count from."""
    bounds, at = [], 0
    for one in texts:
        bounds.append((at, at + len(one)))
        at += len(one) + 1
    parses = parse("\n".join(texts), bounds) if texts else ()
    return [(made, start) for made, (start, _) in zip(parses, bounds, strict=True)]


def _who(clause: Clause) -> frozenset[str]:
    return clause.agent | clause.patient


def _outlets(bearing: Sequence[Bearing]) -> frozenset[str]:
    return frozenset(b.indexed.article.wire or outlet_of(b.indexed.article) for b in bearing)


def witness(bearing: Bearing) -> Witness:
    """The sentence as a report shows it."""
    article = bearing.indexed.article
    sentence = bearing.indexed.reading.sentences[bearing.sentence]
    day = next(iter(event_days(sentence)), None)
    return Witness(
        Span.of(article.id, article.text, sentence.start, sentence.end),
        round(bearing.score, 3),
        article.outlet,
        article.title,
        article.url,
        bearing.published,
        dt.date.fromordinal(day[0]) if day else None,
        str(day[1].reason) if day else "",
    )


def _marked(finding: Finding, marks: tuple[tuple[int, int], ...]) -> Finding:
    if not finding.witnesses:
        return finding
    first = replace(finding.witnesses[0], marks=marks)
    return replace(finding, witnesses=(first, *finding.witnesses[1:]))


def _all(clauses: Sequence[Clause]) -> frozenset[str]:
    return frozenset(w for c in clauses for w in (*_who(c), *c.near))


def _is_name(words: str, key: str) -> bool:
    """Whether a stem stands in these words with a capital."""
    return any(stem_of(m.group()) == key for m in re.finditer(r"[A-Z][^\W_]+", words))


def _refuses(words: str) -> bool:
    """Whether some words hold one that undoes what hangs on it."""
    undo = {stem_of(w) for w in lang.table("check")["undo"]} | set(lang.table("check")["deny"])
    return any(stem_of(w) in undo or w.lower() in undo for w in re.findall(r"[^\W_]+(?:['’]t)?", words))
