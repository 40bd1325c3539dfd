"""The actors of an article: who a name, a description or a pronoun stands for within it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from leadup.lang import table
from leadup.lang.abbreviations import before_names
from leadup.lang.wordforms import NO_ENDING, OWNER, PLURAL, POSSESSIVE
from leadup.model import Actor, ActorKind, Name
from leadup.reading.names import countries
from leadup.reading.names.finder import find_names
from leadup.reading.names.gender import Gender, gender_of_name, gender_of_words, given_names
from leadup.reading.names.grammar import FUNCTION
from leadup.reading.names.keys import name_key, plain_key
from leadup.reading.names.mentions import enriched, government_key, introduced, joined_forms
from leadup.reading.names.nominals import WORD, Nominal, country_in, nouns, read_nominal
from leadup.reading.names.roles import role_of

Number = Literal["person", "thing", "group"]
"""What a pronoun or a description stands for: one person, one thing, or several."""

_WORDS: dict[str, Any] = table("names")["cast"]
_OWN: frozenset[str] = frozenset(_WORDS["own"])
_CAPITAL_ARTICLES: frozenset[str] = frozenset(_WORDS["capital_articles"])
_LINKING: frozenset[str] = frozenset(_WORDS["linking"])
_OPENS_ADVERB: tuple[str, ...] = tuple(_WORDS["opens_adverb"])

_ACTING = ("person", "organisation", "place", "facility")
_EDGES = " \t\n\r\u00a0\"'“”‘’`,;:()[]-–—"
_SAYING = re.compile("".join(_WORDS["saying"]))
_ACTS = re.compile(_WORDS["acts"])
_WHERE = re.compile("".join(_WORDS["where"]))
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(A-Z`])|\n")
_POSSESSIVE = re.compile(rf"[ \u00a0]?{OWNER}\b")
_FEMALE: frozenset[str] = frozenset(_WORDS["female"])


def _table(part: str) -> frozenset[str]:
    return frozenset(table("cast")[part]["words"].split())


BODY_NOUNS = _table("body")
_SHORT = BODY_NOUNS | _table("short")


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article and the actors behind them, worked out once.

    ``actors`` stand beside ``names``: ``actors[i]`` is whom ``names[i]`` stands for, None for what cannot act.
    ``men`` and ``women`` are the keys of those whom a title, a role or a given name tells so; ``keys`` are all actors'.
    """

    text: str
    names: tuple[Name, ...]
    actors: tuple[Actor | None, ...]
    starts: tuple[int, ...]
    men: frozenset[str]
    women: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, text: str, names: Sequence[Name] | None = None) -> Cast:
        """The cast of a whole article's text; ``names`` are its names where they have been found already."""
        all_names = tuple(find_names(text) if names is None else names)
        last_words = frozenset(n.exact.split()[-1] for n in all_names if n.kind == "person" and " " in n.exact)
        ordered = tuple(_one_name(text, _less_opener(text, n, all_names), last_words) for n in all_names)
        fullest: dict[str, Actor] = {}
        for name in ordered:
            if name.kind not in _ACTING and name.kind != "nationality":
                continue
            held = fullest.get(name.key)
            fullest[name.key] = introduced(text, name) if held is None else enriched(text, name, held)
        joined = joined_forms(fullest)
        actors = tuple(
            None if name.kind == "other" or name.key not in fullest else joined.get(name.key, fullest[name.key])
            for name in ordered
        )
        men, women = (
            frozenset(n.key for n in ordered if title.search(text, max(0, n.start - 16), n.start))
            for title in (_MAN, _WOMAN)
        )
        told = {a.key: gender_of_name(a.name) or gender_of_words(a.role or "") for a in actors if a is not None}
        men |= {key for key, gender in told.items() if gender == "m" and key not in women}
        women |= {key for key, gender in told.items() if gender == "f" and key not in men}
        keys = frozenset(a.key for a in actors if a is not None)
        return cls(text, ordered, actors, tuple(name.start for name in ordered), men, women, keys)

    def actor(self, start: int, end: int, *, apart: Sequence[tuple[int, int]] = ()) -> Actor | None:
        """The actor that the noun phrase ``text[start:end]`` stands for, or None where that is not known.

        A name gives the actor named; a description ("the ministry", "Iraqi militia", "a man on a loudspeaker") the one
        it points back to, else an actor of its own with what the words tell; a pronoun its antecedent where that is
        clear. No pronoun points into the stretches ``apart`` ("“The army,” he said").
        """
        start, end = self.trimmed(start, end)
        if start >= end:
            return None
        phrase = self.text[start:end]
        lower = phrase.lower()
        number = nouns().pronouns.get(lower)
        if number is not None:
            return self._antecedent(start, cast(Number, number), lower in _FEMALE, apart)
        start, end = self.whole_names(start, end)
        inside = [i for i in self.within(start, end) if self.actors[i] is not None]
        head = self.head_end(start, end)
        named = self.named_head(inside, start, head, end)
        if named is not None:
            return self.speaking(named, end)
        nominal = read_nominal(self.text[start:end])
        if nominal is None:
            # "Hartwell's son" is another person than Hartwell, whatever he is called.
            inside = [i for i in inside if self.names[i].kind != "person" or not self.is_owner(i)]
            if not inside:
                return None
            last = self.names[inside[-1]]
            if last.end == end or (len(inside) == 1 and last.kind not in ("person", "organisation")):
                return self.actors[inside[-1]]
            # "The Tolk campaign" and "the Herald interviewer" are neither Tolk nor the Herald.
            return self.actors[inside[-1]] if len(inside) == 1 and last.end >= head else None
        return self.described(nominal, start, inside)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        start, end = max(0, start), min(end, len(self.text))
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        if self.text[max(start, end - 2) : end] in POSSESSIVE:
            end -= 2
        return start, end

    def whole_names(self, start: int, end: int) -> tuple[int, int]:
        """The phrase with the whole of a name that it cuts at its start or at its end."""
        first = bisect.bisect_right(self.starts, start) - 1
        if first >= 0 and self.names[first].end > start:
            start = self.names[first].start
        last = bisect.bisect_left(self.starts, end) - 1
        if last >= 0 and self.names[last].end > end:
            end = self.names[last].end
        return start, end

    def gender(self, actor: Actor) -> Gender | None:
        """Whether an actor is "he" or "she", where a title, a role, a given name or the description tells."""
        if actor.key in self.men or actor.key in self.women:
            return "m" if actor.key in self.men else "f"
        return gender_of_words(f"{actor.name} {actor.role or ''}") if actor.key not in self.keys else None

    def is_owner(self, index: int) -> bool:
        """Whether a name stands in the possessive: "Iran's", tokenised text's "Iran 's"."""
        return _POSSESSIVE.match(self.text, self.names[index].end) is not None

    def within(self, start: int, end: int) -> range:
        first = bisect.bisect_left(self.starts, start)
        last = bisect.bisect_left(self.starts, end)
        return range(first, last)

    def head_end(self, start: int, end: int) -> int:
        """Past the head of the phrase: before its first comma, preposition or relative word, names left whole."""
        for match in WORD.finditer(self.text, start, end):
            word = match.group().lower()
            if match.start() == start:
                continue
            if word in _POST and not any(
                self.names[i].start < match.start() < self.names[i].end
                for i in self.within(max(0, start - 1), match.end())
            ):
                return match.start()
        return end

    def named_head(self, inside: Sequence[int], start: int, head: int, end: int) -> int | None:
        """The name that is the head of the phrase, or stands in apposition to it."""
        stop = head
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        for index in inside:
            name = self.names[index]
            if name.end == stop and name.kind != "nationality":
                return index
            if name.end == stop and name.start == start:
                return index
        last = inside[-1] if inside else -1
        if last >= 0 and self.names[last].kind == "person" and self.names[last].end == end:
            lead = " ".join(self.text[start : self.names[last].start].split()).rstrip(" ,")
            role = role_of(self.text, self.names[last].start, end)
            if role is not None and (role.words.endswith(lead) or _is_title(lead, role.words)):
                return last
        alias = _KNOWN_AS.search(self.text, head, end)
        if alias is not None:
            for index in inside:
                if self.names[index].start == alias.end():
                    return index
        return None

    def speaking(self, index: int, end: int) -> Actor | None:
        """A capital that says or does something stands for its government."""
        actor = self.actors[index]
        name = self.names[index]
        if actor is None or name.kind != "place":
            return actor
        code = countries.country_of_capital(name.exact)
        if code is None or _WHERE.search(self.text, max(0, name.start - 10), name.start):
            return actor
        if _SAYING.match(self.text, end) or _ACTS.match(self.text, end):
            return Actor(name.exact, f"{code.lower()} government", "government", code)
        return actor

    def described(self, nominal: Nominal, start: int, inside: Sequence[int]) -> Actor | None:
        if nominal.definite and nominal.head in _SHORT:
            meant = self.antecedent(nominal, start)
            if meant is not None:
                return meant
        kind: ActorKind = nominal.kind
        country = nominal.country
        for index in inside:
            held = self.actors[index]
            if held is None:
                continue
            country = country or held.country
            if kind == "unknown" and held.kind not in ("unknown", "state", "person"):
                kind = held.kind
        if country is None and nominal.definite:
            country = self._country_before(nominal.head, start)
        return Actor(nominal.bare, government_key(nominal.head, country) or plain_key(nominal.bare), kind, country)

    def _country_before(self, head: str, start: int) -> str | None:
        """The country of "the militia" where it was called "Iraqi militia" before."""
        at = start
        for _ in range(4):
            at = self.text.rfind(head, 0, at)
            if at < 0:
                return None
            lead = _PLAIN_LEAD.search(self.text, max(0, at - 40), at)
            country = country_in(lead.group()) if lead else None
            if country is not None:
                return country
        return None

    def antecedent(self, nominal: Nominal, start: int) -> Actor | None:
        """Whom "the ministry" or "the minister" points back to: the last one named or described so before it."""
        head = nominal.head
        modifiers = [w for w in nominal.bare.lower().split()[:-1] if w not in _OWN]
        for index in range(bisect.bisect_left(self.starts, start) - 1, -1, -1):
            actor = self.actors[index]
            if actor is None:
                continue
            if self.names[index].kind == "person":
                if head in BODY_NOUNS:
                    # "the army" is not its chief
                    continue
                role = read_nominal(actor.role) if actor.role else None
                # "the board" is no board member
                said = (actor.role or "").lower() if role is None or role.head == head else ""
            elif self.names[index].kind == "organisation":
                said = actor.name.lower()
            else:
                continue
            words = re.findall(r"[^\W_]+", said)
            if head in words and all(
                m in words or countries.country_of_demonym(m.title()) == actor.country for m in modifiers
            ):
                return actor
        return None

    def _antecedent(self, start: int, number: Number, female: bool, apart: Sequence[tuple[int, int]]) -> Actor | None:
        """The actor a pronoun points back to: the subject of its own or the last two sentences, where there is one."""
        sentence = self.sentence_start(start)
        bounds = [(sentence, start)]
        for _ in range(2):
            if sentence == 0:
                break
            before = self.sentence_start(max(0, sentence - 2))
            bounds.append((before, sentence))
            sentence = before
        wanted = ("person",) if number == "person" else ("organisation", "place")
        for begin, stop in bounds:
            candidates = [
                i
                for i in self.within(begin, stop)
                if self.names[i].kind in wanted
                and self.actors[i] is not None
                and not _inside(self.starts[i], apart)
                and not (number != "person" and self.is_owner(i))
                and (self._may_be(i, female) if number == "person" else (self.actors[i] or _NOBODY).kind != "unknown")
            ]
            if number == "group" and not candidates:
                continue
            people = {self.names[i].key for i in candidates}
            described = self.opening_phrase(begin, stop, number, apart)
            if described is not None and not any(self.is_subject(i, begin) for i in candidates):
                return described
            if not people:
                continue
            if len(people) == 1:
                return self.actors[candidates[0]]
            subjects = [i for i in candidates if self.is_subject(i, begin)]
            keys = {self.names[i].key for i in subjects}
            return self.actors[subjects[0]] if len(keys) == 1 else None
        return None

    def _may_be(self, index: int, female: bool) -> bool:
        """Whether a person may be "she" or "he": no mention of theirs bears a title of the other sex."""
        return self.names[index].key not in (self.men if female else self.women)

    def opening_phrase(self, begin: int, stop: int, number: Number, apart: Sequence[tuple[int, int]]) -> Actor | None:
        """Whom the description that opens a sentence stands for ("Meanwhile, the Iraqi government also …")."""
        match = _OPENING.match(self.text, begin, stop)
        if match is None or _inside(match.start(1), apart):
            return None
        if match.group(1).strip() in FUNCTION and match.group(1).strip() not in _CAPITAL_ARTICLES:
            return None
        words = list(WORD.finditer(self.text, match.start(1), min(stop, match.start(1) + 80)))[:7]
        table = nouns()
        for index, word in enumerate(words[1:], 1):
            lower = word.group().lower()
            if lower in _POST or lower in _LINKING:
                return None
            kind = table.kinds.get(lower) or table.heads.get(lower)
            following = words[index + 1].group().lower() if index + 1 < len(words) else ""
            if kind is None or following in table.kinds or following in table.heads or following in POSSESSIVE:
                continue
            single = not lower.endswith(PLURAL) or lower.endswith(NO_ENDING)
            fits = {
                "person": (single and kind not in _BODIES and lower not in BODY_NOUNS) or lower in _ONE_PERSON,
                "thing": single,
                "group": not single,
            }[number]
            return self.actor(match.start(1), word.end()) if fits else None
        return None

    def is_subject(self, index: int, begin: int) -> bool:
        """Whether a name opens its sentence, or is what says something in it."""
        name = self.names[index]
        actor = self.actors[index]
        if _SAYING.match(self.text, name.end):
            return True
        lead = self.text[begin : name.start].strip(_EDGES)
        if actor is not None and actor.role and lead and actor.role.startswith(lead.split()[0]):
            return len(lead.split()) <= len(actor.role.split())
        return len(lead.split()) <= 1

    def sentence_start(self, offset: int) -> int:
        begin = max(0, offset - 600)
        last = begin
        for match in _SENTENCE_END.finditer(self.text, begin, offset):
            if match.end() <= offset and not _ABBREVIATED.search(
                self.text, max(0, match.start() - 6), match.start() + 1
            ):
                last = match.end()
        return last


def _is_title(lead: str, role: str) -> bool:
    """Whether words before a name are a longer form of its role: "the late mayor", not "the parents of the mayor"."""
    rest = lead.removesuffix(role)
    return rest != lead and not _POST & set(rest.lower().split())


_POST = _table("behind")
_ABBREVIATED = re.compile(rf"\b(?:{before_names()}|[A-Z])\.$")
_NOBODY = Actor("", "")
_KNOWN_AS = re.compile(_WORDS["known_as"])
_PLAIN_LEAD = re.compile(r"[^.,;:!?()\n]*$")
_OPENING = re.compile(_WORDS["opening"])
_BODIES = frozenset(
    ("media", "business", "party", "legislature", "judiciary", "international organisation", "aid organisation")
)
_ONE_PERSON = _table("person")
_MAN = re.compile(_WORDS["man"])
_WOMAN = re.compile("".join(_WORDS["woman"]))


def _less_opener(text: str, name: Name, names: Sequence[Name]) -> Name:
    """A person's name less the adverb that opens its sentence: "Naturally Tolk said" is Tolk's."""
    first, _, rest = name.exact.partition(" ")
    if name.kind not in ("person", "other") or not rest or not first.endswith(_OPENS_ADVERB) or first in given_names():
        return name
    start = name.end - len(rest)
    last = rest.split()[-1]
    same = next((n for n in names if n.kind == "person" and n != name and n.exact.split()[-1] == last), None)
    if same is None and name.kind == "other":
        return name
    return Name(start, name.end, text[start : name.end], "person", same.key if same is not None else name_key(rest))


_RUN_TOGETHER = re.compile(_WORDS["run_together"])


def is_run_together(words: str) -> bool:
    """Whether these are names that a page's links ran together: a capital within a word, a name said twice."""
    names = [w for w in words.split() if w[:1].isupper()]
    return len(set(names)) < len(names) > 3 or _RUN_TOGETHER.search(words) is not None


def _one_name(text: str, name: Name, last_words: frozenset[str]) -> Name:
    """A person's name where it is one; what a page's links ran together ("Mara Tolk Mara Jo TolkRasp") is nobody's.

    Of "Tolk Ann Venn", the name of another person and a whole name, the whole name is meant.
    """
    words = name.exact.split()
    if name.kind not in ("person", "other") or len(words) < 3:
        return name
    if is_run_together(name.exact):
        return replace(name, kind="other")
    first, *rest = words
    if first in last_words - {words[-1]} and rest[0] in given_names() and first not in given_names():
        start = name.end - len(name.exact[len(first) :].lstrip())
        return replace(name, start=start, exact=text[start : name.end], kind="person", key=name_key(" ".join(rest)))
    return name


def _inside(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def resolve_actor(text: str, start: int, end: int, names: Sequence[Name] | None = None) -> Actor | None:
    """The actor that the noun phrase ``text[start:end]`` stands for; :class:`Cast` is cheaper for many phrases."""
    return Cast.of(text, names).actor(start, end)
