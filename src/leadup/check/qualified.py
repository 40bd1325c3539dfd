"""Who a statement's deed is told of, and which of several things of one name it is: sentences must have both alike.

A sentence may hold most of a statement and still be of somebody else, who died as well, or of another one of two things
that only a word before them tells apart: the French Alps are not the Swiss ones, and who leads one department leads no
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from leadup import lang
from leadup.check.case import Case
from leadup.check.evidence import is_name
from leadup.check.report import Finding
from leadup.check.seeking import CLOSE, Bearing, Term
from leadup.check.support import supported_by
from leadup.check.wording import COUNTRY, WORD, lang_words, stem_of
from leadup.lang.wordforms import word_endings
from leadup.reading.names.lexicon import given_names

_DOMAIN = 3
"""Words that say at most what an office is of."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What tells a thing from others of its name: its sort, the stems that do, the thing's own stem, all as written,
    and of which language that is."""

    sort: str
    keys: frozenset[str]
    head: str
    words: str
    language: str

    def is_of(self, other: Qualifier) -> bool:
        """Whether both are of things of one name."""
        return self.sort == other.sort and self.head == other.head

    def differs(self, other: Qualifier) -> bool:
        """Whether both are of things of one name that are not the same."""
        return self.is_of(other) and not self.keys & other.keys and not _is_short(self, other)


def _is_short(one: Qualifier, other: Qualifier) -> bool:
    """Whether one is written by the first letters of the other: "PHA chief" beside "Port Health Agency chief"."""
    for short, long in ((one, other), (other, one)):
        said = (
            w
            for w in re.findall(r"[^\W_]+", long.words.lower())
            if stem_of(w, one.language) and w not in lang_words("offices", one.language)
        )
        letters = "".join(w[0] for w in said)
        if len(letters) > 1 and letters in re.findall(r"[^\W_]+", short.words.lower()):
            return True
    return False


def borne_out_alike(case: Case, found: Finding) -> Finding:
    """What bears a statement out, by the sentences alone that are of the same one and of the same thing."""
    shown = [b for b in _every(case) if b.place in found.places]
    who = _subject(case)
    if who and shown and all(_is_of_another(case, b, frozenset(t.key for t in who)) for b in shown):
        why = f"told of others, but no source has it of {' '.join(t.word for t in who)}"
        return case.found("no source says so", "likely", why, shown)
    names = frozenset(t.key for t in who)
    for mine in (*_qualifiers(case.words, case.language), *_offices(case.words, frozenset(), case.language)):
        theirs = {
            b.place: [*_qualifiers(b.words, case.language), *_offices(b.words, names, case.language)] for b in shown
        }
        has = [b for b in shown if _has(mine, b, theirs[b.place])]
        other = {b.place: q for b in shown if b not in has for q in theirs[b.place] if mine.differs(q)}
        if other and not has:
            why = f"told, but no source has “{mine.words}”; they have “{next(iter(other.values())).words}”"
            return case.found("no source says so", "likely", why, shown)
        if other:
            shown = [b for b in shown if b.place not in other]
            found = supported_by(case, shown)
    return found


def _has(mine: Qualifier, bearing: Bearing, theirs: Sequence[Qualifier]) -> bool:
    """Whether a sentence is of the statement's own thing: it has it, or the country that tells it apart."""
    if mine.sort == "office":
        return any(not mine.differs(q) for q in _offices(bearing.words, None, mine.language))
    if any(mine.is_of(q) and not mine.differs(q) for q in theirs):
        return True
    # Where a name has a direction in it ("North Orvik"), any other name may have the same.
    return mine.sort == "country" and mine.keys <= bearing.indexed.stems[bearing.sentence]


def _every(case: Case) -> list[Bearing]:
    return list({b.place: b for b in (*case.bearing, *(r.bearing for r in case.read))}.values())


def _is_of_another(case: Case, bearing: Bearing, who: frozenset[str]) -> bool:
    """Whether a sentence has a statement's deed done by, or to, somebody whom it names, and has not named these."""
    stems, at = bearing.indexed.stems, bearing.sentence
    if who & bearing.indexed.title.union(stems[0], *stems[max(0, at - CLOSE) : at + 1]):
        return False
    clauses = (c for r in case.read if r.bearing.place == bearing.place for c in r.clauses)
    done = (c for c in clauses if c.is_same(case.deeds[0]) and not (c.is_noun or c.is_thought_of))
    theirs = frozenset[str]().union(*(side for c in done for side in c.heads))
    # "Norland expelled them": its president may have.
    return any(not key.startswith(COUNTRY) and is_name(bearing.words, key, case.language) for key in theirs)


def _subject(case: Case) -> list[Term]:
    """The names before a statement's own deed: of these a source must have one."""
    main = [d.start for d in case.deeds if d.main and not d.is_noun]
    if not main or case.speaker:
        return []
    subjects = (t for t in case.parse if t.deprel in ("nsubj", "nsubj:pass") and t.start - case.parse_start < min(main))
    if not any(t.word[:1].isupper() for t in subjects):
        # "Varlandic troops": it may be told of them without that name.
        return []
    # The first word has a capital whatever it is; a name that is read as another word is known as a given one.
    before = [t for t in case.terms if t.end <= min(main)]
    return [t for t in before if t.key in case.names or t.word.lower() in given_names()]


@cache
def _between(language: str) -> re.Pattern[str]:
    """What stands between a word and the one that it tells apart from others."""
    return re.compile(rf"(?:{word_endings(language).owner}|['’])?[ \u00a0]")


@cache
def _directions(language: str) -> dict[str, str]:
    """The words for directions, each with the first one for the same."""
    rows = (row.split() for row in lang.kept_table("check", language)["directions"])
    return {word: first for first, *more in rows for word in (first, *more)}


def _qualifiers(words: str, language: str) -> Iterator[Qualifier]:
    """The countries and directions that stand right before what they tell apart."""
    every = list(WORD.finditer(words))
    for word, head in pairwise(every):
        if not _between(language).fullmatch(words[word.end() : head.start()]):
            continue
        key, of, direction = (
            stem_of(word.group(), language),
            stem_of(head.group(), language),
            _directions(language).get(word.group().lower()),
        )
        written = words[word.start() : head.end()]
        if of and direction:
            yield Qualifier("direction", frozenset({direction}), of, written, language)
        elif of and key.startswith(COUNTRY) and not of.startswith(COUNTRY):
            yield Qualifier("country", frozenset({key}), of, written, language)


def _offices(words: str, whose: frozenset[str] | None, language: str) -> Iterator[Qualifier]:
    """The offices that somebody is said to have ("as chief of the port"), and those before one of these names ("Port
    Chief Varo"), with what they are of; of ``None``, all that are named."""
    every = list(WORD.finditer(words))
    forms = [m.group() for m in every]
    for at, form in enumerate(forms):
        if form.lower() not in lang_words("offices", language):
            continue
        first = at
        while first and at - first < _DOMAIN and _is_domain(words, every, first - 1, language):
            first -= 1
        last = at
        if lang_words("office_of", language).intersection(forms[at + 1 : at + 2]):
            last = _end_of_domain(forms, at + 2, language)
        before = {f.lower() for f in forms[max(0, first - 2) : first]}
        is_his = whose is None or any(stem_of(f, language) in whose for f in forms[last + 1 : last + 3])
        if not (is_his or before & lang_words("before_offices", language)):
            continue
        domain = (*forms[first:at], *forms[at + 1 : last + 1])
        keys = frozenset(
            s for f in domain if f.lower() not in lang_words("office_marks", language) and (s := stem_of(f, language))
        )
        keys = frozenset(k for k in keys if not k.startswith(COUNTRY))
        if keys:
            while first < at and forms[first].lower() in lang_words("office_marks", language):
                first += 1
            yield Qualifier("office", keys, "", words[every[first].start() : every[last].end()], language)


def _is_domain(words: str, every: Sequence[re.Match[str]], at: int, language: str) -> bool:
    """Whether a word may be of what the office behind it is: it says something, and nothing stands between them."""
    form = every[at].group()
    joined = re.fullmatch(r"[ \u00a0]", words[every[at].end() : every[at + 1].start()])
    # "to replace Port Chief Varo".
    as_written = form[0].isupper() or every[at + 1].group()[0].islower()
    return (
        bool(joined and stem_of(form, language))
        and as_written
        and form.lower() not in lang_words("before_offices", language)
    )


def _end_of_domain(forms: Sequence[str], at: int, language: str) -> int:
    """Where the words end that say what an office is of: "the Department of Port Affairs"."""
    last, said = at - 1, 0
    for k in range(at, len(forms)):
        is_mark = forms[k].lower() in lang_words("within_offices", language) or forms[k].lower() in lang_words(
            "office_marks", language
        )
        if not is_mark and (not stem_of(forms[k], language) or said == _DOMAIN or (said and forms[k].islower())):
            break
        said += not is_mark
        last = k if not is_mark else last
    return last
