"""Which happenings matter: what many articles tell of, headline, and come back to, counted once each.

Every sentence of the window says something for what it tells: more where it states its article's headline, where it is
looked back on later, and where its article tells the story throughout. Sentences that tell alike add up; the happening
with most behind it is taken first, what repeats it counts less from then on, and so on: greedy coverage, as in Lin
and Bilmes (ACL 2011). How a sentence is made counts too: words that timelines use ("filed", "resigns") speak for it,
words of talk ("think", "really", "we") against it.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from leadup import lang
from leadup.lang.cuts import WRITTEN_WORD
from leadup.lang.wordforms import word_endings
from leadup.model import Sentence, Timex
from leadup.reading.furniture import run_into
from leadup.reading.telling import telling as does
from leadup.timeline.dating import naming_day
from leadup.timeline.pool import Pool
from leadup.timeline.readable import context_of, finished, is_part, leans, leans_within, quotes, strangers
from leadup.timeline.shipped import shipped
from leadup.timeline.story import Profile, story_weight
from leadup.timeline.table import Floats, Ints, Table
from leadup.timeline.terms import function_words, stem, stems

HEADLINED = 2
"""Days after the event within which an article's own headline is of it."""

TITLE_ALIKE = 0.3
"""Share of a headline's words, by rarity, from which on a sentence says it too."""

MOST_ROWS = 320
"""Sentences of a day and its neighbours that are compared; the weightiest."""

COMMON = 1.0
"""Added to the rarity of a headline's words: those that all of a story share still say what it tells."""

LEAD = 3
"""Sentences of an article that are its lead."""

SHORTEST, LONGEST = 14, 40
"""Words of an entry; a sentence beyond them loses in proportion."""

HEAD = 160
"""Code points at a sentence's head in which a piece of its page is looked for."""

KNOWN = 1.6
"""Up to this rarity (a log) in its pool, one article in five, a surname alone says who is meant."""

LINE, TITLED = 4, 0.85
"""Words, at least, of a line that is written as headlines are, and which part of them has a capital."""

DAY_AND_MONTH = 2
"""Hyphens in the value of a day of the calendar."""

_WORD = re.compile(r"[a-z']+")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        # A date and the noun that it belongs to, with a name between them or none: "the May 4 Hask Marathon fire".
        owner = word_endings(language).owner
        self.attribute = re.compile(
            rf"(?:[A-Z][a-z]+\.?(?: \d{{1,2}})?)({owner})?,? (?:[A-Z][\w.’'-]* ){{0,3}}([a-z]{{3,}})\b"
        )
        self.owned = re.compile(rf"\w{owner}$")


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of ``data/ranking.toml``; what each does is said there."""

    ahead: float
    later: float
    undated: float
    trust: float
    aside: float
    headline: float
    titles: float
    chronicle: float
    alone: float
    crowding: float
    of_article: float
    repeated: float
    neighbour: float
    common: float
    shared: float
    few_words: float
    form: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights that leadup ships."""
    return Weights(**tomllib.loads(shipped("ranking.toml")))


@dataclass(frozen=True, slots=True)
class RankedHappening:
    """A happening: its day (an ordinal), the row of the table that words it best, how much is behind it and why.

    ``less_sure`` says that an editor might well not keep it.
    """

    day: int
    row: int
    weight: float
    parts: tuple[tuple[str, float], ...]
    less_sure: bool = False


def rank_happenings(
    table: Table, profile: Profile | None, told_first: int | None = None, w: Weights | None = None
) -> Iterator[RankedHappening]:
    """The happenings of the table's days, weightiest first, each with what is left of it once those before are told.

    ``profile`` are the story's words (None: every sentence is of the story alike); ``told_first`` is a row that comes
    before all others, whatever is behind it: the event itself.
    """
    w = w or weights()
    behind = _behind(table, w)
    form = forms(table, profile, w)
    own_words = frozenset(profile.by_stem) if profile else frozenset()
    blocks = {day: _block(table, behind, own_words, day, w) for day in table.of_day if table.first <= day <= table.last}
    own = {day: np.flatnonzero(table.day[rows] == day) for day, (rows, _) in blocks.items()}
    left = behind.copy()
    told: dict[int, int] = {}
    shown = np.zeros(len(table.pool.articles))

    def best(day: int) -> tuple[float, int]:
        rows, alike = blocks[day]
        places = own[day]
        if not len(places):
            return 0.0, 0
        mine = rows[places]
        fresh = left[mine] / np.maximum(behind[mine], 1e-9)
        gain = (alike[places] @ left[rows]) ** (1 - w.alone) * left[mine] ** w.alone * form[mine] * fresh
        gain = gain / (1 + told.get(day, 0)) ** w.crowding / (1 + shown[table.article[mine]]) ** w.of_article
        at = int(np.argmax(np.round(gain, 9)))
        return float(gain[at]), int(places[at])

    def tell(day: int, gain: float, at: int) -> RankedHappening:
        rows, alike = blocks[day]
        row = int(rows[at])
        parts = (("told alike", float(alike[at] @ left[rows])), ("own", float(left[row])), ("form", float(form[row])))
        told[day] = told.get(day, 0) + 1
        shown[table.article[row]] += 1
        apart = (table.day[rows] != day) & table.explicit[rows] & table.explicit[row]
        left[rows] *= 1 - np.minimum(1.0, alike[at] / w.repeated) * np.where(apart, w.neighbour, 1.0)
        return RankedHappening(day, row, gain, parts)

    if told_first is not None and (day := int(table.day[told_first])) in blocks:
        rows, _ = blocks[day]
        places = np.flatnonzero(rows == told_first)
        if len(places):
            yield tell(day, max(best(d)[0] for d in blocks), int(places[0]))
    standing = {day: best(day) for day in blocks}
    while standing:
        day = min(standing, key=lambda d: (-round(standing[d][0], 9), d))
        gain, _ = standing[day]
        if gain <= 0:
            return
        # What was told of other days since may have been of the same article, or the same as what this one tells.
        fresh, at = standing[day] = best(day)
        if fresh >= gain:
            yield tell(day, gain, at)
            standing[day] = best(day)


def _behind(table: Table, w: Weights) -> Floats:
    """How much each row says for what it tells of."""
    articles = table.pool.articles
    member = np.array([articles[r.article].membership for r in table.rows])
    when = np.where(table.lag >= 0, 1 + w.later * np.log1p(np.maximum(table.lag, 0)), w.ahead)
    dated = np.where(table.explicit, table.date_weight**w.trust, w.undated)
    main = np.where(table.is_main_day, 1.0, w.aside)
    days: dict[int, set[int]] = {}
    for at, day in zip(table.rows, table.day, strict=True):
        days.setdefault(at.article, set()).add(int(day))
    chronicle = np.array([len(days[r.article]) for r in table.rows], dtype=np.float64) ** w.chronicle
    found: Floats = member * when * dated * main * chronicle * (1 + w.headline * _headlined(table))
    return found


def _headlined(table: Table) -> Floats:
    """For each row, the share of its article's headline that it says, where the article is of the days at hand."""
    titles: dict[int, frozenset[str]] = {}
    found = np.zeros(len(table))
    for row, at in enumerate(table.rows):
        if not 0 <= table.lag[row] <= HEADLINED:
            continue
        if at.article not in titles:
            titles[at.article] = frozenset(stems(table.pool.articles[at.article].title or "", table.language))
        title = titles[at.article]
        if title:
            found[row] = len(title.intersection(table.stems(row))) / len(title)
    return found


def _titled(table: Table, rows: Iterable[int]) -> Floats:
    """For each of these rows (0 for others), how many headlines of its day and the next it says, each by the share of
    it by rarity."""
    rare, rarest = table.pool.rarity, table.pool.rarest
    titles: dict[int, list[tuple[dict[str, float], float]]] = {}
    for article in table.pool.articles:
        if article.published and article.title:
            held = {key: rare.get(key, rarest) + COMMON for key in stems(article.title, table.language)}
            titles.setdefault(article.published.toordinal(), []).append((held, math.fsum(held.values()) or 1.0))
    found = np.zeros(len(table))
    for row in rows:
        day = int(table.day[row])
        said = frozenset(table.stems(row))
        for title, whole in (*titles.get(day, ()), *titles.get(day + 1, ())):
            both = title.keys() & said
            if both and (share := math.fsum([title[key] for key in both]) / whole) > TITLE_ALIKE:
                found[row] += share
    return found


@cache
def _telling(language: str) -> Mapping[str, float]:
    return {stem(word, language): float(odds) for word, odds in lang.kept_rows("telling", language)}


def telling(sentence: str, language: str) -> float:
    """How much a sentence sounds like one of a timeline: the mean log odds of its words, drawn towards 0 by four."""
    odds = _telling(language)
    held = [odds[key] for w in _WORD.findall(sentence.lower()) if len(w) > 1 and (key := stem(w, language)) in odds]
    return math.fsum(held) / (len(held) + 4)


def forms(table: Table, profile: Profile | None, w: Weights, rows: Sequence[int] | None = None) -> Floats:
    """For each row (of ``rows``, where given; 1 for others) how well its sentence tells, beside what it tells of."""
    language = table.language
    parts = w.form
    wanted = range(len(table)) if rows is None else rows
    titled = np.log1p(_titled(table, wanted))
    found = np.ones(len(table))
    for row in wanted:
        text = table.text(row)
        at = table.rows[row]
        article = table.pool.articles[at.article]
        sentence = article.reading.sentences[at.sentence]
        length = max(1, int(table.length[row]))
        unquoted = _unquoted(text)
        worth = parts["telling"] * telling(text, language) + w.titles * titled[row]
        if profile is not None:
            worth += parts["story"] * story_weight(profile, text, language)
        else:
            worth += parts["asked"] * bool(table.on_topic[row])
        worth += parts["names"] * len(sentence.names) / 5 + parts["lead"] * (at.sentence < LEAD)
        worth += parts["headed"] * bool(table.under_heading[row]) + parts["quoted"] * quotes(text)
        if not finished(text):
            worth += parts["linked" if in_title_case(text, language) else "unfinished"]
        worth += math.fsum(parts[kind] * holds(kind, unquoted, language) for kind in _kinds(language) if kind in parts)
        worth += parts["question"] * ("?" in text)
        if leans(text, language) or leans_within(article.text, sentence, language):
            before = context_of(article.text, article.reading.sentences, at.sentence, language)
            worth += parts["dangling"] if before else parts["lost"]
        if any(_is_unknown(table, profile, name) for name in strangers(sentence)):
            worth += parts["stranger"]
        worth -= max(0.0, length / LONGEST - 1) + max(0.0, 1 - length / SHORTEST)
        worth += parts["opinion"] * table.argued(row)
        manner = does(text, 0, len(text), language=language)
        if not manner.past and not table.under_heading[row]:
            worth += parts["untold"]
            if _shows_date(sentence):
                worth += parts["pictured"]
            if manner.manner == "quoted":
                worth += parts["unattributed"]
            if manner.manner == "to come":
                worth += parts["to_come"]
        elif not table.under_heading[row] and _is_dated_as_caption(article.text, sentence, language):
            worth += parts["pictured"]
        if manner.state:
            worth += parts["state"]
        if names_in_passing(article.text, sentence, at.day, language):
            worth += parts["passing"]
        if is_part(article.text, article.reading.sentences, at.sentence, language):
            worth += parts["cut"]
        if run_into(text[:HEAD], language) or holds("teaser", text[:HEAD], language):
            worth += parts["run_into"]
        found[row] = math.exp(worth)
    return found


def _is_unknown(table: Table, profile: Profile | None, surname: str) -> bool:
    """Would a reader of the story ask who this is: none of its own persons, in few of its articles?"""
    key = stem(surname.lower(), table.language)
    if profile is not None and key in profile.by_stem:
        return False
    return table.pool.rarity.get(key, table.pool.rarest) > KNOWN


def in_title_case(text: str, language: str) -> bool:
    """Are nearly all words of a line, beside the function words, written with a capital?"""
    written = [w for w in WRITTEN_WORD.findall(text) if w.lower() not in function_words(language)]
    return len(written) >= LINE and sum(w[0].isupper() for w in written) >= TITLED * len(written)


def _shows_date(sentence: Sentence) -> bool:
    """Does it name a day of the calendar in figures, as the captions of agencies do?"""
    return any(_FIGURE.search(t.exact) for t in _calendar_days(sentence))


def _is_dated_as_caption(text: str, sentence: Sentence, language: str) -> bool:
    """Does it end on two places and a day of a year with nothing between, as captions of agencies do ("in Hask, Norland
    May 4, 2031")?"""
    dated = _calendar_days(sentence)
    if not dated or not _YEAR.search(dated[-1].exact) or _WORD.search(text[dated[-1].end : sentence.end]):
        return False
    before = text[sentence.start : dated[-1].start]
    return _two_places(language).search(before) is not None


def _calendar_days(sentence: Sentence) -> list[Timex]:
    """The days of the calendar that a sentence names."""
    return [t for t in sentence.timexes if t.type == "DATE" and t.value.count("-") == DAY_AND_MONTH]


@cache
def _two_places(language: str) -> re.Pattern[str]:
    return re.compile(lang.kept_table("captions", language)["two_places"])


def names_in_passing(text: str, sentence: Sentence, day: int, language: str) -> bool:
    """Does a sentence of the text name a day (an ordinal) only to say which thing it means: "the May 4 fire"?"""
    named = list(naming_day(sentence, day))
    return bool(named) and all(
        _says_which(text[sentence.start : t.start], text[t.start : sentence.end], language) for t in named
    )


def _says_which(before: str, named: str, language: str) -> bool:
    """Does a time belong to the noun after it: by its own possessive, or between a determiner and the noun?"""
    found = _forms(language).attribute.match(named)
    if found is None or found[2] in function_words(language):
        return False
    return found[1] is not None or _led(before, language)


def _led(before: str, language: str) -> bool:
    """Do these words end in a determiner or a possessive?"""
    last = before.split()[-1:]
    return bool(last) and (
        last[0].lower() in lang.kept_words("determiners", language)
        or _forms(language).owned.search(last[0]) is not None
    )


@cache
def _kinds(language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for kind, _ in lang.kept_rows("forms", language)))


@cache
def _marks(kind: str, language: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(w for k, w in lang.kept_rows("forms", language) if k == kind) + r")\b", re.I)


def holds(kind: str, text: str, language: str) -> bool:
    """Does a text hold a word of this kind (of the language's table ``forms``)?"""
    return _marks(kind, language).search(text) is not None


_FIGURE = re.compile(r"[0-9]")
_YEAR = re.compile(r"[0-9]{4}")
_QUOTED = re.compile(r"[\"“].*?[\"”]")


def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text)


def term_worth(pool: Pool, key: str, own_words: Collection[str], w: Weights) -> float:
    """What a stem counts when two sentences are compared: its rarity; in part where it is the story's own."""
    return (pool.rarity.get(key, pool.rarest) + w.common) * (w.shared if key in own_words else 1.0)


def _block(table: Table, behind: Floats, own_words: frozenset[str], day: int, w: Weights) -> tuple[Ints, Floats]:
    """The rows of a day and of its neighbours, the weightiest where they are many, and how alike each two are."""
    rows = np.concatenate([table.of_day[d] for d in (day - 1, day, day + 1) if d in table.of_day])
    if len(rows) > MOST_ROWS:
        worth = behind[rows] * np.where(table.day[rows] == day, 2.0, 1.0)
        rows = rows[np.sort(np.argsort(-worth, kind="stable")[:MOST_ROWS])]
    flat = [term for r in rows for term in table.terms[int(r)]]
    if not flat:
        return rows, np.eye(len(rows))
    used, columns = np.unique(np.array(flat, dtype=np.int64), return_inverse=True)
    names = table.names
    rarity = np.array([term_worth(table.pool, names[t], own_words, w) for t in used])
    vectors = np.zeros((len(rows), len(used)))
    vectors[np.repeat(np.arange(len(rows)), [len(table.terms[int(r)]) for r in rows]), columns] = rarity[columns]
    length = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    vectors /= np.sqrt(length * length + w.few_words**2)
    alike: Floats = vectors @ vectors.T
    np.fill_diagonal(alike, 1.0)
    return rows, alike
