"""Numbers of a statement beside those that the sources give for the same thing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from leadup import lang
from leadup.check.case import TOLD, Case, Read
from leadup.check.evidence import is_name, marked, outlets_in
from leadup.check.happening import is_akin
from leadup.check.report import Finding, Kind, Sureness
from leadup.check.seeking import Bearing
from leadup.check.wording import COUNTRY, kin_of, pairs_of, pattern_of, stem_of
from leadup.lang.cuts import LETTERS
from leadup.model.figure import PERSON
from leadup.reading.figures import find_figures
from leadup.reading.figures.lexicon import is_people
from leadup.timeline.accounts.compare import befallen, of_people
from leadup.timeline.accounts.values import interval

_ROUND = 0.02
"""Two large counts this near are one rounded."""
_BELOW = 2.0
"""How many times over a bound may be of what is below it."""
_LARGE = 100
_OVER = 0.03
"""Counts from which on "more than" one is said of what is so little over it: "more than 1,400" of 1,429."""
_FEW = 20
"""Beyond so many one more or less is a later count of the same."""
_OPEN = 1.6
_OPEN_SHARE = 5.0
_VAGUE = 10.0
"""How many times over a vague number may be: "dozens" are no thousands."""
_ABOUT = 0.2
"""How far off a number may be that is "about"."""
CLEARLY = 0.75
"""Share of a statement that a sentence must hold for its numbers to contradict the statement's, where it was not read
closely."""
CLOSELY = frozenset({"age", "minute", "hour", "day", "week", "month", "year"})
"""What a sentence has of many things: an age or a length is of the statement's own only where it tells the same."""
SHARE = "percent"
"""What a share is of: a bound of it is not said of about as many."""
_VOTES = 9, 700
"""Members who vote, from a court's to a parliament's."""
_BEFORE, _AFTER = 3, 4
"""Words on either side of an amount that may say what it is the price of."""
_FAR = 120
"""Code points within which they stand, however long the sentence."""
_CUT = re.compile(r"[.;:!?](?:\s|$)|,\s")
_NOUN_WITHIN = 40
"""Code points behind a number within which what it counts is shown with it."""
AGAIN = 24
"""Sentences that are looked through once more for a number."""
_HEDGED = 120
"""Code points before a number in which the words stand that bound it."""
_FROM_MORE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[-–]\s*|\s+to\s+)(\d+(?:\.\d+)?)")
_LONGEST = 4
"""Digits of a number that is joined to what it counts: "2012-style" counts nothing, nor does what is longer."""
_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """What a number is of ("killed", "age", "vote", "year" of a term), its bounds, where it stands, what is counted.

    ``vague`` is one that only says how large it is ("dozens"). ``beside`` are the words near an amount of money, and
    the groups of words that they are in: they say what it is the price of. ``kind`` is whether people, money, a share
    or a length is counted, empty for all else; ``as_many_as`` is the most there may be, said of about as many;
    ``language`` is that of the words.
    """

    of: str
    low: float
    high: float | None
    start: int
    end: int
    noun: str = ""
    vague: bool = False
    beside: frozenset[str] = frozenset()
    kind: str = ""
    as_many_as: bool = False
    language: str = field(kw_only=True)

    def agrees(self, other: Number) -> bool:
        """Whether both may be the same number."""
        if other.as_many_as and self.high and other.high and other.high > _BELOW * self.high:
            # "up to 700" is not said of 200; "fewer than 700" may be.
            return False
        low, high = max(self.low, other.low), min(self.most, other.most)
        return low <= high or (high > 1000 and (low - high) / low < _ROUND) or (high > _FEW and low - high <= 1)

    def gives(self, said: Number) -> bool:
        """Whether this, in a source, gives a number said: "at least 25" leaves room for 28 or more, but does not give
        it."""
        room = self.high is None and not said.vague and said.of != SHARE
        over = _OVER if self.low >= _LARGE else _ROUND
        return self.agrees(said) and not (room and said.low > self.low * (1 + over))

    def fits(self, other: Number) -> bool:
        """Whether both may count the same in other words: 170 guests may be 170 hostages, but crowns are no miners.

        A round number is often there by chance: both must be known to be of one kind.
        """
        if self.kind and self.kind == other.kind:
            return True
        measured = _measured(self.language) & {self.kind, other.kind}
        return not measured and float(f"{other.low:.0e}") != other.low

    @property
    def most(self) -> float:
        """The most that is meant: "more than 20" is not said of 60."""
        if self.high is not None:
            return self.high
        if self.vague:
            return self.low * _VAGUE
        return self.low + _OPEN_SHARE if self.of == SHARE else max(self.low * _OPEN, self.low + 2)

    @property
    def value(self) -> str:
        """Its bounds as a person writes them."""
        return interval(self.low, self.high)


@cache
def _spelt(language: str) -> dict[str, float]:
    found = {w: float(k) for k, w in enumerate(lang.kept_table("check", language)["numbers"].split())}
    return {**found, **{w: float(n) for w, n in pairs_of("tens", language)}}


@cache
def _forms(language: str) -> dict[str, re.Pattern[str]]:
    data = lang.kept_table("check", language)
    number = "|".join((r"\d{1,3}", *_spelt(language)))
    return {name: re.compile(data[name].replace("NUMBER", number)) for name in ("vote", "magnitude", *sorted(CLOSELY))}


@cache
def _hedges(language: str) -> tuple[re.Pattern[str], ...]:
    data = lang.kept_table("check", language)
    return tuple(re.compile(data[name]) for name in ("more", "less", "about"))


@cache
def _measured(language: str) -> frozenset[str]:
    return frozenset(lang.kept_table("figures", language)["finder"]["measured"])


def _kind(role: str, noun: str, language: str) -> str:
    """Whether people, or which measure, a figure of a role counts by a noun; empty for things."""
    if role in _measured(language):
        return role
    return PERSON if noun == PERSON or role in of_people(language) or is_people(noun, language) else ""


@cache
def _numbered(language: str) -> frozenset[str]:
    return frozenset(lang.kept_table("check", language)["numbered"])


def _bounds(before: str, value: float, language: str) -> tuple[float, float | None]:
    """What a number may be, by the words right before it."""
    more, less, about = _hedges(language)
    if more.search(before):
        return value, None
    if less.search(before):
        return 0.0, value
    return (value * (1 - _ABOUT), value * (1 + _ABOUT)) if about.search(before) else (value, value)


def _value(word: str, language: str) -> float:
    if "-" in word:
        return math.fsum(_spelt(language)[part.lower()] for part in word.split("-"))
    return _spelt(language)[word.lower()] if word.isalpha() else float(word.replace(",", ""))


def is_number(word: str, language: str) -> bool:
    """Whether a word is a number, in figures or letters."""
    return word[:1].isdigit() or all(part in _spelt(language) for part in word.lower().split("-"))


def is_vague(word: str, language: str) -> bool:
    """Whether a word is a number that only says how large it is: "dozens"."""
    return bool(pattern_of("vague", language).fullmatch(word))


class _Taken:
    """Places that were read already: which of them a further one touches is asked often, in a text of many numbers."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._points: set[int] = set()
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._points.update(range(start, end))

    def touches(self, start: int, end: int) -> bool:
        return not self._points.isdisjoint(range(start, end))


@lru_cache(maxsize=1_024)
def numbers_of(words: str, language: str) -> tuple[Number, ...]:
    """The numbers of a sentence that something is counted by; years and days of dates are none."""
    found: list[Number] = []
    # "One of the men" counts nothing.
    taken = _Taken(match.span() for match in pattern_of("one_of", language).finditer(words))
    for of, form in _forms(language).items():
        for match in form.finditer(words):
            if taken.touches(*match.span()):
                continue
            at = [name for name in form.groupindex if match.group(name)]
            if of == "vote" and "-" in match.group() and match.group().replace("-", "").isalpha():
                # "forty-seven" is no vote.
                continue
            if of == "vote" and not _VOTES[0] <= sum(_value(match.group(n), language) for n in at) <= _VOTES[1]:
                continue
            for nth, name in enumerate(at):
                value = _value(match.group(name), language)
                label = f"vote {nth + 1}" if of == "vote" else of
                before = words[max(0, match.start(name) - _HEDGED) : match.start(name)]
                low, high = _bounds(before, value, language) if of in CLOSELY else (value, value)
                found.append(Number(label, low, high, *match.span(name), language=language))
            taken.add(*match.span())
    for figure in find_figures(words, language=language):
        if taken.touches(figure.start, figure.end):
            continue
        noun = stem_of(figure.unit.split()[-1], language) if figure.unit else ""
        of = figure.role if figure.role in befallen(language) else noun
        if of:
            vague = figure.high is None and bool(pattern_of("vague", language).search(words[figure.start : figure.end]))
            beside = _beside(words, figure.start, figure.end, language) if figure.role == "amount" else frozenset()
            kind = _kind(figure.role, figure.unit.split()[-1] if figure.unit else "", language)
            bound = of != SHARE and bool(pattern_of("as_many_as", language).match(words, figure.start))
            place = figure.start, figure.end
            made = Number(
                of, figure.low, figure.high, *place, noun, vague, beside, kind, as_many_as=bound, language=language
            )
            found += _two_shares(made, words) or [made]
            taken.add(figure.start, figure.end)
    tokens = list(re.finditer(r"\w+(?:[-,.]\w+)*", words))
    found += _joined(tokens, taken, language)
    for nth, match in enumerate(tokens[:-1]):
        if taken.touches(*match.span()) or not is_number(match.group(), language):
            continue
        if nth and tokens[nth - 1].group()[:1].isupper() and tokens[nth - 1].group().lower() in _numbered(language):
            continue
        plain = match.group().replace(",", "")
        count = (
            _value(plain, language) if not plain[0].isdigit() else float(plain) if _NUMBER.fullmatch(plain) else None
        )
        noun = next(
            (t.group() for t in tokens[nth + 1 : nth + 4] if t.group()[:1].islower() and stem_of(t.group(), language)),
            "",
        )
        if count is not None and noun and not (plain.isdigit() and len(plain) == 4 and 1900 <= count <= 2100):
            key = stem_of(noun, language)
            found.append(
                Number(key, count, count, *match.span(), key, kind=_kind("", noun.lower(), language), language=language)
            )
    return tuple(sorted(found, key=lambda n: n.start))


def _two_shares(made: Number, words: str) -> list[Number]:
    """The two shares of what looks like a range from more to less: "leads 50-46 percent" is of both, not of some 48."""
    both = _FROM_MORE.match(words, made.start)
    if made.of != SHARE or both is None or both.end() > made.end:
        return []
    first, second = float(both.group(1)), float(both.group(2))
    if first <= second:
        return []
    return [
        replace(made, low=value, high=value, start=both.start(k), end=both.end(k))
        for k, value in ((1, first), (2, second))
    ]


def _joined(tokens: Sequence[re.Match[str]], taken: _Taken, language: str) -> list[Number]:
    """The numbers that are joined to what they count: "an 11-term congressman", "a 29-count indictment"."""
    found = []
    for match in tokens:
        count, _, noun = match.group().rpartition("-")
        if not count or not noun.islower() or not noun.isalpha() or taken.touches(*match.span()):
            continue
        is_count = count.isdigit() or (count.lower() in _spelt(language) and "-" not in count)
        key = stem_of(noun, language) if is_count and not is_number(noun, language) and len(count) < _LONGEST else ""
        if key:
            value = _value(count, language)
            found.append(
                Number(key, value, value, *match.span(), key, kind=_kind("", noun, language), language=language)
            )
            taken.add(*match.span())
    return found


def _beside(words: str, start: int, end: int, language: str) -> frozenset[str]:
    """The stems of the words of its own clause right before and after a place, and the groups they are in.

    No numbers, and no names before it: who pays is not what for.
    """
    before = [w for w in _CUT.split(words[max(0, start - _FAR) : start])[-1].split()[-_BEFORE:] if not w[:1].isupper()]
    after = _CUT.split(words[end : end + _FAR])[0].split()[:_AFTER]
    stems = {
        stem
        for w in (*before, *after)
        for m in LETTERS.findall(w)
        if (stem := stem_of(m, language)) and not is_number(m, language)
    }
    return frozenset(stems.union(*(kin_of(stem, language) for stem in stems)))


def differing(said: Number, others: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Of numbers of the same thing, those that agree with the one said, and those that do not.

    Money is of the same thing only where the words beside it are: a fine is no budget.
    """
    same = [n for n in others if n.of == said.of] or [n for n in others if _is_counted_alike(n, said)]
    other = [n for n in same if not n.agrees(said) and not (said.beside and not said.beside & n.beside)]
    return [n for n in same if n.agrees(said)], other


def _is_counted_alike(one: Number, other: Number) -> bool:
    """Of one noun, where not both say what befell those counted."""
    return bool(one.noun) and one.noun == other.noun and (one.of == one.noun or other.of == other.noun)


def own_numbers(case: Case) -> list[Number]:
    """The numbers that a statement itself gives: those of its dates and of what it quotes aside."""
    aside = (*case.dates, *case.quotes)
    return [n for n in numbers_of(case.words, case.language) if not any(s <= n.start < e for s, e in aside)]


def as_drafted(said: Number, words: str) -> str:
    """A statement's number as it has it: in its own words where they mean a range ("some 40")."""
    ranged = said.high is not None and said.high != said.low
    return f"“{words[said.start : said.end]}”" if ranged else said.value


def with_what_it_counts(said: Number, words: str) -> str:
    """A statement's number with what it counts, in its own words: "five sites"; alone where that stands elsewhere."""
    for word in LETTERS.finditer(words, said.end, min(len(words), said.end + _NOUN_WITHIN)):
        if stem_of(word.group(), said.language) == said.noun and not _CUT.search(words, said.end, word.start()):
            return words[said.start : word.end()]
    return words[said.start : said.end]


def counted(case: Case) -> Finding | None:
    """Where the sources give another number of the same thing for the same happening."""
    for said in own_numbers(case):
        agree, differ = _given(case, said)
        if not differ or len(agree) >= len(differ):
            continue
        told = {id(r.bearing) for r in case.read if r.tells}
        if len(outlets_in([b for b, _ in differ])) < 2 and not any(id(b) in told for b, _ in differ):
            continue
        agree = agree or given_after_all(case, said, [b for b, _ in differ])
        if len(agree) > len(differ):
            continue
        sources = [b for b, _ in differ]
        value = ", ".join(dict.fromkeys(n.value for _, n in differ))
        kind: Kind = "disputed" if agree else "figure differs"
        sure: Sureness = "sure" if len(outlets_in(sources)) > 1 and not agree else "likely"
        why = f"the draft has {as_drafted(said, case.words)}, the sources {value}"
        made = case.found(kind, sure, why, [*agree, *sources] if agree else sources, marks=((said.start, said.end),))
        return made if agree else marked(made, ((differ[0][1].start, differ[0][1].end),))
    return None


def given_after_all(case: Case, said: Number, others: Sequence[Bearing]) -> list[Bearing]:
    """The sentences of a statement's day, or of later reports, that give its own number of the same thing, looked for
    by that number: it is not among what is looked for else, and a later count stands far from a first one's words. They
    have the names that all the ``others`` have which give another one: a train's nine dead are no bus's."""
    if case.happening:
        # Of "the attack" only what was read closely counts.
        return []
    terms = [t for t in case.seeker.terms(case.words) if not any(s <= t.start < e for s, e in case.dates)]
    held = [*case.bearing, *case.seeker.seek(terms, case.day, AGAIN)]
    found = {b.place: b for b in held if b.score >= TOLD and not _is_earlier(case, b)}
    named = case.names.intersection(*(b.indexed.stems[b.sentence] for b in others)) if others else frozenset()
    return [
        b
        for b in found.values()
        if named <= case.around(b)
        and any(n.gives(said) for n in differing(said, numbers_of(b.words, case.language))[0])
    ]


def _is_earlier(case: Case, bearing: Bearing) -> bool:
    return case.day is not None and bearing.published is not None and bearing.published < case.day


def _given(case: Case, said: Number) -> tuple[list[Bearing], list[tuple[Bearing, Number]]]:
    """The sentences that give the number said, and those that give another one of the same thing."""
    agree: list[Bearing] = []
    differ: list[tuple[Bearing, Number]] = []
    read = {id(r.bearing): r for r in case.read}
    for bearing in case.bearing:
        closely = read.get(id(bearing))
        then = said.of not in CLOSELY and case.is_then(bearing)
        tells = closely is not None and closely.tells
        if bearing.score < (TOLD if tells or closely is not None else CLEARLY) or not (tells or then):
            continue
        same, other = differing(said, numbers_of(bearing.words, case.language))
        other = [n for n in other if is_of_happening(case, closely, n)]
        other = [n for n in other if closely is None or not is_anothers(case, closely, n)]
        if any(n.gives(said) for n in same):
            agree.append(bearing)
        elif other:
            differ.append((bearing, other[0]))
    return agree, differ


def is_of_happening(case: Case, read: Read | None, number: Number) -> bool:
    """Whether a sentence has a number of what befell in the statement's "the attack", where it tells of one."""
    if not case.happening:
        return True
    if read is None:
        return False
    words, noun = read.bearing.words, case.happening
    return any(
        is_akin(
            noun, frozenset(stem_of(words[s:e], case.language) for s, e in c.reach) | c.agent | c.patient, case.language
        )
        for c in read.clauses
        if any(s <= number.start < e for s, e in c.reach)
    )


def is_anothers(case: Case, read: Read, number: Number) -> bool:
    """Whether a sentence has a number of what another one does, whom the draft does not name: "Norland will take 1,500
    refugees" is no other count of those whom Pelland takes."""
    own = frozenset[str]().union(*(c.agent for c in case.own)) & case.names
    around = [c for c in read.clauses if not c.is_noun and any(s <= number.start < e for s, e in c.reach)]
    if not own or len(around) != 1:
        return False
    clause = around[0]
    does = clause.agent or clause.speaker or frozenset()
    named = {key for key in does if key.startswith(COUNTRY) or is_name(read.bearing.words, key, case.language)}
    return bool(named) and not does & (case.names | own)
