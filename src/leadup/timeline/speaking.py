"""How far a sentence speaks of an event that is named in a few words: "the killing of Gaddafi", "Mubarak resigns".

The words are weighed by rarity. Some of them are names and count only where they are written as such ("General Motors"
is not a boat that motors); the others say what happened, and another word for such a deed counts too ("killed",
"death"). A sentence that holds the names alone, or names somebody only for what is theirs ("Gaddafi's son was
killed"), says little of the event itself.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from leadup.model import Sentence
from leadup.timeline.happenings.collection import base_form, irregular_forms
from leadup.timeline.happenings.deeds import families_of
from leadup.timeline.pool import Pool
from leadup.timeline.relevance import Topic, by_sentence
from leadup.timeline.terms import stem
from leadup.timeline.terms import words as content_words

LEAST = 0.15
"""A sentence that holds less of the target than this does not speak of it."""
# Every article of a small pool may hold the word: it still counts for something.
AT_LEAST_RARE = 0.5
NAME_IS_WRITTEN = 0.7
"""From this share of its places in running text on that begin with a capital, a word of the target is a name."""
ANOTHER_WORD = 0.5
"""What another word for the deed counts for."""
NAMES_ALONE = 0.5
REACH = 60
"""Code points after "two days after" in which the event stands that is counted from."""
HALF_A_PHRASE = 0.5
ELSEWHERE, AT_MOST = 1.8, 0.8
"""What a name counts for that stands elsewhere in the article, shared among the target's words: of a short target, what
the article is about goes without saying."""
POSSESSOR = 0.5
LONGEST, PER_WORD = 16, 3
"""Words of a sentence, and more for each word of the target, from which on it is a list of things, one of which may be
the target."""

_WORD = re.compile(r"[^\W_]+")
_NUMBERS = ("the", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(rf"\b(?:(?P<n>{'|'.join(_NUMBERS)}) days? (?P<way>before|after)|on the (?P<eve>eve) of)\b", re.I)
_POSSESSED = re.compile(r" ?['’]s? (?P<owned>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Speaking:
    """A sentence of the pool that speaks of the target: its place, and how far, in (0, 1].

    ``counted`` is how many days after the event the sentence's own day is, where it says so ("a day after the killing
    of Gaddafi": 1; "on the eve of his death": -1), else 0.
    """

    article: int
    sentence: int
    share: float
    counted: int = 0


class Event:
    """The event that a few words name, as a pool writes of such events."""

    def __init__(self, words: str, pool: Pool, collection: Pool | None = None) -> None:
        """``collection`` is what the rarity of words is learnt from, if not the pool."""
        self._pool = pool
        self.words = tuple(dict.fromkeys(base_form(w) for w in content_words(words)))
        forms = {form: base for base in self.words for form in (base, *irregular_forms(base))}
        topic = Topic(forms)
        self._places = [[(at, forms[s]) for at, s in topic.places(a.text)] for a in pool.articles]
        rare, rarest = (collection or pool).rarity, (collection or pool).rarest
        self._weight = {s: rare.get(s, rarest) + AT_LEAST_RARE for s in self.words}
        self._whole = math.fsum(self._weight.values())
        self._elsewhere = min(AT_MOST, ELSEWHERE / max(1, len(self.words)))
        self._longest = LONGEST + PER_WORD * len(self.words)
        self._names = self._written_as_names() | _capitalised(words)
        self._others = frozenset(self.words) - self._names
        self._deeds = {s: families for s in self._others if (families := families_of().get(s))}
        self._pairs = [
            (one, two)
            for one, two in _neighbours(words)
            if one in self._weight and two in self._weight and (one in self._names) == (two in self._names)
        ]
        self._owners = {s for s in self._names if re.search(rf"\b{re.escape(s)}\w* ?['’]s\b", words.lower())}

    def speaking(self) -> Iterator[Speaking]:
        """The sentences that hold at least :data:`LEAST` of the words, in pool order."""
        if not self._whole:
            return
        for a, article in enumerate(self._pool.articles):
            about = {s for at, s in self._places[a] if s in self._names and article.text[at].isupper()}
            for s, places in by_sentence(self._places[a], article.reading.sentences):
                share = self._share(article.text, article.reading.sentences[s], places, about)
                if share:
                    told = {at for at, found in places if found not in self._names}
                    yield Speaking(a, s, share, _counted(article.text, article.reading.sentences[s], told))

    def _share(self, text: str, sentence: Sentence, places: Sequence[tuple[int, str]], about: Collection[str]) -> float:
        got: dict[str, float] = {}
        for at, found in places:
            worth = 1.0
            if found in self._names:
                if not text[at].isupper():
                    continue
                worth = self._as_owner(text, at, found)
            got[found] = max(got.get(found, 0.0), worth)
        got = dict.fromkeys(about, self._elsewhere) | got
        missing = {s: families for s, families in self._deeds.items() if s not in got}
        most = math.fsum(self._weight[s] * worth for s, worth in got.items())
        if most + ANOTHER_WORD * math.fsum(self._weight[s] for s in missing) < LEAST * self._whole:
            return 0.0
        if missing:
            got |= dict.fromkeys(self._in_other_words(text, sentence, missing), ANOTHER_WORD)
        for one, two in self._pairs:
            # Half a phrase ("kill" of "top kill") is not half of what it means.
            if (one in got) != (two in got):
                got[one if one in got else two] *= HALF_A_PHRASE
        share = math.fsum(self._weight[s] * worth for s, worth in got.items()) / self._whole
        telling = self._deeds or self._others
        if telling and not any(s in got for s in telling):
            share *= NAMES_ALONE
        words = text.count(" ", sentence.start, sentence.end) + 1
        return share * min(1.0, math.sqrt(self._longest / words))

    def _as_owner(self, text: str, at: int, name: str) -> float:
        word = _WORD.match(text, at)
        owns = _POSSESSED.match(text, word.end()) if word else None
        if owns is None or name in self._owners:
            return 1.0
        told = _families(owns["owned"])
        own = base_form(owns["owned"].lower()) in self._others or any(told & f for f in self._deeds.values())
        return 1.0 if own else POSSESSOR

    def _in_other_words(self, text: str, sentence: Sentence, missing: Mapping[str, frozenset[str]]) -> set[str]:
        """Those of the missing words for deeds that the sentence has another word for."""
        told: set[str] = set()
        for word in _WORD.findall(text, sentence.start, sentence.end):
            told |= _families(word)
        return {s for s, families in missing.items() if families & told}

    def _written_as_names(self) -> frozenset[str]:
        capital = dict.fromkeys(self.words, 0)
        seen = dict.fromkeys(self.words, 0)
        for article, places in zip(self._pool.articles, self._places, strict=True):
            text = article.text
            for at, found in places:
                # The first word of a sentence has a capital whatever it is.
                if at > 1 and text[at - 1] == " " and (text[at - 2].isalnum() or text[at - 2] == ","):
                    seen[found] += 1
                    capital[found] += text[at].isupper()
        return frozenset(s for s, n in seen.items() if n and capital[s] >= NAME_IS_WRITTEN * n)


@functools.lru_cache(maxsize=1 << 15)
def _families(word: str) -> frozenset[str]:
    """The kinds of deed that a word tells of."""
    return families_of().get(stem(word.lower()), frozenset())


def _capitalised(words: str) -> frozenset[str]:
    """Words that are asked for with a capital, unless all are; the first says nothing."""
    written = _WORD.findall(words)
    names = [w for w in written[1:] if w[0].isupper()]
    if not any(w[0].islower() for w in written[1:]):
        return frozenset()
    return frozenset(base_form(w) for n in names for w in content_words(n))


def _neighbours(words: str) -> Iterator[tuple[str, str]]:
    """Words of the target that stand side by side, with no function word between."""
    last: str | None = None
    for word in _WORD.findall(words):
        this = next((base_form(w) for w in content_words(word)), None)
        if last is not None and this is not None:
            yield last, this
        last = this


def _counted(text: str, sentence: Sentence, told: Collection[int]) -> int:
    """How many days the sentence's own day is after the event whose words stand at the places ``told``."""
    if text.find("day", sentence.start, sentence.end) < 0 and text.find("eve ", sentence.start, sentence.end) < 0:
        return 0
    for match in _COUNTED.finditer(text, sentence.start, sentence.end):
        if any(match.end() <= at <= match.end() + REACH for at in told):
            if match["eve"]:
                return -1
            days = max(1, _NUMBERS.index(match["n"].lower()))
            return -days if match["way"].lower() == "before" else days
    return 0
