"""One statement's verdict, from the sentences that bear on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from leadup import lang
from leadup.check.clauses import Clause, clauses_of
from leadup.check.days import Placing, placed
from leadup.check.figures import Number, differing, is_number, numbers_of
from leadup.check.quotations import nearest, quotations_of
from leadup.check.report import Finding, Kind, Statement, Sureness, Witness
from leadup.check.seeking import Bearing, Seeker, Term, kin_of, stem_of
from leadup.model import Extent, Span
from leadup.reading.syntax import parse
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
PARSED = 12
CLOSE_CLAUSE = 2
OPPOSITE = 0.75
"""Share that a sentence must hold to contradict a statement by itself."""
SPOKEN = 0.7
SPEAKING = frozenset({"kin argue", "kin speak"})
THEN = 3
WIDE = 0.85
LATE, LATEST, BURST, OUTLETS = 2, 60, 3, 3
"""A thing is news within two days: what several outlets print first later than that, within three days, was later."""
ONE_DATE, SEVERAL_DATES, HARDLY = 0.7, 0.5, 0.3
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
        self.own = clauses_of(parse(self.words, [(0, len(self.words))])[0])
        self.names = frozenset(t.key for t in terms if t.is_name)
        self.quotes = quotations_of(self.words)
        self.speaker = self._speaker()
        self.deeds = self._deeds()
        self.seeker = seeker
        self.bearing = seeker.seek(terms, self.day, 40)
        self.read = self._read(self._chosen([b for b in self.bearing if b.score >= BEARS]))
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

    def _read(self, bearing: Sequence[Bearing]) -> list[Read]:
        texts = [b.words for b in bearing]
        keys = frozenset(d.key for d in self.deeds)
        text = "\n".join(texts)
        bounds, at = [], 0
        for one in texts:
            bounds.append((at, at + len(one)))
            at += len(one) + 1
        return [
            Read(b, made, self._tells(b, made))
            for b, made in zip(bearing, (clauses_of(p, keys) for p in parse(text, bounds)), strict=True)
        ]

    def _tells(self, bearing: Bearing, clauses: Sequence[Clause]) -> bool:
        if bearing.score < TOLD:
            return False
        if not self.deeds:
            return True
        held = bearing.indexed.stems[bearing.sentence]
        deed = self.deeds[0]
        if any(self._is_deed(c, deed) for c in clauses):
            return True
        if bearing.own >= NEARLY_ALL and self._is_then(bearing):
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

    def _named(self, deed: Clause) -> frozenset[str]:
        """Who does or bears a deed, by name where any has one."""
        who = _who(deed)
        return (who & self.names) or who

    def verdict(self) -> Finding:
        told = [r for r in self.read if r.tells]
        if not told:
            found = self._wrong_speaker() or self._actors()
            return found or self._found("no source says so", "likely", self._nothing(), self.nearest)
        return (
            self._misquoted()
            or self._actors()
            or self._denied(told)
            or self._quoted()
            or self._figures()
            or self._lost(told)
            or self._dated(told)
            or self._supported(told)
        )

    def _nothing(self) -> str:
        return "nothing in these articles says so" + ("; nearest below" if self.nearest else "")

    def _actors(self) -> Finding | None:
        turned: list[Bearing] = []
        both = straight = 0
        for deed in self.own:
            if deed.is_saying or not _who(deed):
                continue
            for read in self.read:
                for c in read.clauses:
                    if not c.is_same(deed) or c.denied != deed.denied or (c.unreal and not deed.unreal):
                        continue
                    wrong = right = 0
                    for ours, theirs in ((deed.agent, c.agent), (deed.patient, c.patient)):
                        named, other = ours & self.names, theirs & self.names
                        if theirs & named or (not named and theirs & ours and _who(c) & self.names):
                            right += 1
                        elif ours and other & ((self.names & _all(self.own)) - ours):
                            wrong += 1
                    if wrong and not right:
                        turned.append(read.bearing)
                        both += wrong > 1
                    elif right and not wrong:
                        straight += 1
        if not turned or straight:
            return None
        if not both and len({b.indexed.article.id for b in turned}) < 2 and turned[0].score < NEARLY_ALL:
            return None
        sure: Sureness = "sure" if both else "likely"
        return self._found("actors differ", sure, "the sources have it done the other way round", turned)

    def _denied(self, told: Sequence[Read]) -> Finding | None:
        against: list[Bearing] = []
        if self.deeds and any(d.denied for d in self.own if d.main):
            return self._said_anyway(told)
        for_it = 0
        for deed in self.deeds[:1]:
            for read in self.read:
                if read.bearing.score < TOLD or not self._is_then(read.bearing):
                    continue
                like = [c for c in read.clauses if c.is_same(deed) and self._is_deed(c, deed)]
                same = [c for c in like if c.key == deed.key] or like
                if not same:
                    continue
                if any(c.denied == deed.denied for c in same):
                    for_it += 1
                elif any(c.unreal == deed.unreal and len(c.near & deed.near) >= CLOSE_CLAUSE for c in same):
                    against.append(read.bearing)
        if len(against) > 2 * for_it and (len(against) > 1 or against[0].score >= OPPOSITE):
            sure: Sureness = "sure" if len(against) > 1 and not for_it else "likely"
            why = "what the draft denies the sources tell, or the reverse"
            return self._found("sources say the opposite", sure, why, against)
        return None

    def _said_anyway(self, told: Sequence[Read]) -> Finding | None:
        """Where the draft denies a thing: the sources deny it too, or they tell it."""
        against = [r.bearing for r in told if not any(c.denied for c in r.clauses) and not _refuses(r.bearing.words)]
        denied = [r for r in told if any(c.denied and any(c.is_like(d) for d in self.deeds) for c in r.clauses)]
        if len(against) > 2 * len(denied) and max(b.own for b in against) >= OPPOSITE:
            sure: Sureness = "sure" if len(_outlets(against)) > 1 and not denied else "likely"
            return self._found("sources say the opposite", sure, "the draft denies what the sources tell", against)
        if not denied and against:
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
                if read.bearing.score < TOLD or not (read.tells or self._is_then(read.bearing)):
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
        for read in self._read([b for b in bearing if b.score >= SPOKEN and self._is_then(b)][:6]):
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

    def _lost(self, told: Sequence[Read]) -> Finding | None:
        if self.speaker or any(c.is_saying or c.speaker is not None for c in self.own):
            return None
        said: list[Bearing] = []
        for read in told:
            like = [c for c in read.clauses if any(c.is_like(d) for d in self.deeds)]
            if not like or any(c.speaker is None for c in like):
                return None
            said.append(read.bearing)
        shared = frozenset.intersection(
            *(frozenset(w for c in r.clauses if c.speaker for w in c.speaker) for r in told)
        )
        if len(_outlets(said)) > 1 and shared:
            sure: Sureness = "sure" if len(_outlets(said)) > 2 else "likely"
            return self._found("attribution lost", sure, "the sources have it only as somebody's words", said)
        return None

    def _dated(self, told: Sequence[Read]) -> Finding | None:
        if self.day is None:
            return None
        found = placed([r.bearing for r in told], self.day)
        # What is told less closely speaks for the draft's day, or for the other one.
        wide = placed([b for b in self.bearing if b.score >= WIDE * told[0].bearing.score], self.day)
        if max(found.here, wide.here) > max(HARDLY, found.there / 2):
            return None
        best = self._other_day(found, wide)
        if best is not None and best.by is not None:
            sure: Sureness = "sure" if best.articles > 1 and not best.here else "likely"
            why = f"the sources place it on {best.other}, not {self.day}: {best.reason}"
            first = [best.by, *(r.bearing for r in told if r.bearing is not best.by)]
            return self._found("date differs", sure, why, first)
        if max(found.here, wide.here) < HARDLY:
            return self._printed(told)
        return None

    def _other_day(self, found: Placing, wide: Placing) -> Placing | None:
        """The placing on another day, where enough speaks for it."""
        agreed = (
            found.other is not None
            and wide.other is not None
            and abs((found.other - wide.other).days) <= 1
            and found.there >= ONE_DATE
        )
        if agreed or (found.articles > 1 and found.there >= SEVERAL_DATES):
            return found
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
        if len({b.indexed.article.id for b in before}) > 1:
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

    def _supported(self, told: Sequence[Read]) -> Finding:
        bearing = [r.bearing for r in told]
        independent = len(_outlets(bearing))
        sure: Sureness = "sure" if max(b.own for b in bearing) >= 0.85 else "likely"
        if independent == 1 and max(b.score + (ALONE_THEN if self._is_then(b) else 0) for b in bearing) < ALONE:
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
