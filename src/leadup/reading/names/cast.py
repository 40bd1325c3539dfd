"""The actors of an article: who a name, a description or a pronoun stands for within it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, cast

from leadup.lang import kept_table
from leadup.lang.abbreviations import before_names
from leadup.lang.wordforms import word_endings
from leadup.model import Actor, ActorKind, Name
from leadup.reading.names import countries
from leadup.reading.names.finder import find_names
from leadup.reading.names.gender import Gender, gender_of_name, gender_of_words, given_names
from leadup.reading.names.grammar import name_grammar
from leadup.reading.names.keys import name_key, plain_key
from leadup.reading.names.mentions import enriched, government_key, introduced, joined_forms
from leadup.reading.names.nominals import Nominal, country_in, nominal_forms, nouns, read_nominal
from leadup.reading.names.roles import role_of

Number = Literal["person", "thing", "group"]
"""What a pronoun or a description stands for: one person, one thing, or several."""


class CastForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("names", language)["cast"]
        self.own: frozenset[str] = frozenset(words["own"])
        self.capital_articles: frozenset[str] = frozenset(words["capital_articles"])
        self.linking: frozenset[str] = frozenset(words["linking"])
        self.opens_adverb: tuple[str, ...] = tuple(words["opens_adverb"])
        self.saying = re.compile("".join(words["saying"]))
        self.acts = re.compile(words["acts"])
        self.where = re.compile("".join(words["where"]))
        self.possessive = re.compile(rf"[ \u00a0]?{word_endings(language).owner}\b")
        self.female: frozenset[str] = frozenset(words["female"])
        self.body_nouns = _table("body", language)
        self.short = self.body_nouns | _table("short", language)
        self.post = _table("behind", language)
        self.abbreviated = re.compile(rf"\b(?:{before_names(language)}|[A-Z])\.$")
        self.known_as = re.compile(words["known_as"])
        self.opening = re.compile(words["opening"])
        self.one_person = _table("person", language)
        self.man = re.compile(words["man"])
        self.woman = re.compile("".join(words["woman"]))
        self.run_together = re.compile(words["run_together"])
        self.possessive_ending = word_endings(language).possessive
        self.word = nominal_forms(language).word
        self.function = name_grammar(language).function
        self.no_ending = word_endings(language).no_ending
        self.plural = word_endings(language).plural


@cache
def cast_forms(language: str) -> CastForms:
    """Those of a language, made once."""
    return CastForms(language)


_ACTING = ("person", "organisation", "place", "facility")
_EDGES = " \t\n\r\u00a0\"'“”‘’`,;:()[]-–—"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(A-Z`])|\n")


def _table(part: str, language: str) -> frozenset[str]:
    return frozenset(kept_table("cast", language)[part]["words"].split())


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
    forms: CastForms = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str, names: Sequence[Name] | None = None, *, language: str) -> Cast:
        """The cast of a whole article's text; ``names`` are its names where they have been found already."""
        forms = cast_forms(language)
        all_names = tuple(find_names(text, language=language) if names is None else names)
        last_words = frozenset(n.exact.split()[-1] for n in all_names if n.kind == "person" and " " in n.exact)
        ordered = tuple(
            _one_name(text, _less_opener(text, n, all_names, forms), last_words, language) for n in all_names
        )
        fullest: dict[str, Actor] = {}
        for name in ordered:
            if name.kind not in _ACTING and name.kind != "nationality":
                continue
            held = fullest.get(name.key)
            fullest[name.key] = (
                introduced(text, name, language) if held is None else enriched(text, name, held, language)
            )
        joined = joined_forms(fullest)
        actors = tuple(
            None if name.kind == "other" or name.key not in fullest else joined.get(name.key, fullest[name.key])
            for name in ordered
        )
        men, women = (
            frozenset(n.key for n in ordered if title.search(text, max(0, n.start - 16), n.start))
            for title in (forms.man, forms.woman)
        )
        told = {
            a.key: gender_of_name(a.name, language) or gender_of_words(a.role or "", language)
            for a in actors
            if a is not None
        }
        men |= {key for key, gender in told.items() if gender == "m" and key not in women}
        women |= {key for key, gender in told.items() if gender == "f" and key not in men}
        keys = frozenset(a.key for a in actors if a is not None)
        return cls(text, ordered, actors, tuple(name.start for name in ordered), men, women, keys, forms)

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
        number = nouns(self.forms.language).pronouns.get(lower)
        if number is not None:
            return self._antecedent(start, cast(Number, number), lower in self.forms.female, apart)
        start, end = self.whole_names(start, end)
        inside = [i for i in self.within(start, end) if self.actors[i] is not None]
        head = self.head_end(start, end)
        named = self.named_head(inside, start, head, end)
        if named is not None:
            return self.speaking(named, end)
        nominal = read_nominal(self.text[start:end], self.forms.language)
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
        if self.text[max(start, end - 2) : end] in self.forms.possessive_ending:
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
        return (
            gender_of_words(f"{actor.name} {actor.role or ''}", self.forms.language)
            if actor.key not in self.keys
            else None
        )

    def is_owner(self, index: int) -> bool:
        """Whether a name stands in the possessive: "Iran's", tokenised text's "Iran 's"."""
        return self.forms.possessive.match(self.text, self.names[index].end) is not None

    def within(self, start: int, end: int) -> range:
        first = bisect.bisect_left(self.starts, start)
        last = bisect.bisect_left(self.starts, end)
        return range(first, last)

    def head_end(self, start: int, end: int) -> int:
        """Past the head of the phrase: before its first comma, preposition or relative word, names left whole."""
        for match in self.forms.word.finditer(self.text, start, end):
            word = match.group().lower()
            if match.start() == start:
                continue
            if word in self.forms.post and not any(
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
            role = role_of(self.text, self.names[last].start, end, self.forms.language)
            if role is not None and (role.words.endswith(lead) or _is_title(lead, role.words, self.forms)):
                return last
        alias = self.forms.known_as.search(self.text, head, end)
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
        code = countries.country_of_capital(name.exact, self.forms.language)
        if code is None or self.forms.where.search(self.text, max(0, name.start - 10), name.start):
            return actor
        if self.forms.saying.match(self.text, end) or self.forms.acts.match(self.text, end):
            return Actor(name.exact, f"{code.lower()} government", "government", code)
        return actor

    def described(self, nominal: Nominal, start: int, inside: Sequence[int]) -> Actor | None:
        if nominal.definite and nominal.head in self.forms.short:
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
        return Actor(
            nominal.bare,
            government_key(nominal.head, country, self.forms.language) or plain_key(nominal.bare, self.forms.language),
            kind,
            country,
        )

    def _country_before(self, head: str, start: int) -> str | None:
        """The country of "the militia" where it was called "Iraqi militia" before."""
        at = start
        for _ in range(4):
            at = self.text.rfind(head, 0, at)
            if at < 0:
                return None
            lead = _PLAIN_LEAD.search(self.text, max(0, at - 40), at)
            country = country_in(lead.group(), self.forms.language) if lead else None
            if country is not None:
                return country
        return None

    def antecedent(self, nominal: Nominal, start: int) -> Actor | None:
        """Whom "the ministry" or "the minister" points back to: the last one named or described so before it."""
        head = nominal.head
        modifiers = [w for w in nominal.bare.lower().split()[:-1] if w not in self.forms.own]
        for index in range(bisect.bisect_left(self.starts, start) - 1, -1, -1):
            actor = self.actors[index]
            if actor is None:
                continue
            if self.names[index].kind == "person":
                if head in self.forms.body_nouns:
                    # "the army" is not its chief
                    continue
                role = read_nominal(actor.role, self.forms.language) if actor.role else None
                # "the board" is no board member
                said = (actor.role or "").lower() if role is None or role.head == head else ""
            elif self.names[index].kind == "organisation":
                said = actor.name.lower()
            else:
                continue
            words = re.findall(r"[^\W_]+", said)
            if head in words and all(
                m in words or countries.country_of_demonym(m.title(), self.forms.language) == actor.country
                for m in modifiers
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
        match = self.forms.opening.match(self.text, begin, stop)
        if match is None or _inside(match.start(1), apart):
            return None
        if match.group(1).strip() in self.forms.function and match.group(1).strip() not in self.forms.capital_articles:
            return None
        words = list(self.forms.word.finditer(self.text, match.start(1), min(stop, match.start(1) + 80)))[:7]
        table = nouns(self.forms.language)
        for index, word in enumerate(words[1:], 1):
            lower = word.group().lower()
            if lower in self.forms.post or lower in self.forms.linking:
                return None
            kind = table.kinds.get(lower) or table.heads.get(lower)
            following = words[index + 1].group().lower() if index + 1 < len(words) else ""
            if (
                kind is None
                or following in table.kinds
                or following in table.heads
                or following in self.forms.possessive_ending
            ):
                continue
            single = not lower.endswith(self.forms.plural) or lower.endswith(self.forms.no_ending)
            fits = {
                "person": (single and kind not in _BODIES and lower not in self.forms.body_nouns)
                or lower in self.forms.one_person,
                "thing": single,
                "group": not single,
            }[number]
            return self.actor(match.start(1), word.end()) if fits else None
        return None

    def is_subject(self, index: int, begin: int) -> bool:
        """Whether a name opens its sentence, or is what says something in it."""
        name = self.names[index]
        actor = self.actors[index]
        if self.forms.saying.match(self.text, name.end):
            return True
        lead = self.text[begin : name.start].strip(_EDGES)
        if actor is not None and actor.role and lead and actor.role.startswith(lead.split()[0]):
            return len(lead.split()) <= len(actor.role.split())
        return len(lead.split()) <= 1

    def sentence_start(self, offset: int) -> int:
        begin = max(0, offset - 600)
        last = begin
        for match in _SENTENCE_END.finditer(self.text, begin, offset):
            if match.end() <= offset and not self.forms.abbreviated.search(
                self.text, max(0, match.start() - 6), match.start() + 1
            ):
                last = match.end()
        return last


def _is_title(lead: str, role: str, forms: CastForms) -> bool:
    """Whether words before a name are a longer form of its role: "the late mayor", not "the parents of the mayor"."""
    rest = lead.removesuffix(role)
    return rest != lead and not forms.post & set(rest.lower().split())


_NOBODY = Actor("", "")
_PLAIN_LEAD = re.compile(r"[^.,;:!?()\n]*$")
_BODIES = frozenset(
    ("media", "business", "party", "legislature", "judiciary", "international organisation", "aid organisation")
)


def _less_opener(text: str, name: Name, names: Sequence[Name], forms: CastForms) -> Name:
    """A person's name less the adverb that opens its sentence: "Naturally Tolk said" is Tolk's."""
    first, _, rest = name.exact.partition(" ")
    if (
        name.kind not in ("person", "other")
        or not rest
        or not first.endswith(forms.opens_adverb)
        or first in given_names(forms.language)
    ):
        return name
    start = name.end - len(rest)
    last = rest.split()[-1]
    same = next((n for n in names if n.kind == "person" and n != name and n.exact.split()[-1] == last), None)
    if same is None and name.kind == "other":
        return name
    return Name(
        start,
        name.end,
        text[start : name.end],
        "person",
        same.key if same is not None else name_key(rest, forms.language),
    )


def is_run_together(words: str, language: str) -> bool:
    """Whether these are names that a page's links ran together: a capital within a word, a name said twice."""
    forms = cast_forms(language)
    names = [w for w in words.split() if w[:1].isupper()]
    return len(set(names)) < len(names) > 3 or forms.run_together.search(words) is not None


def _one_name(text: str, name: Name, last_words: frozenset[str], language: str) -> Name:
    """A person's name where it is one; what a page's links ran together ("Mara Tolk Mara Jo TolkRasp") is nobody's.

    Of "Tolk Ann Venn", the name of another person and a whole name, the whole name is meant.
    """
    words = name.exact.split()
    if name.kind not in ("person", "other") or len(words) < 3:
        return name
    if is_run_together(name.exact, language):
        return replace(name, kind="other")
    first, *rest = words
    if first in last_words - {words[-1]} and rest[0] in given_names(language) and first not in given_names(language):
        start = name.end - len(name.exact[len(first) :].lstrip())
        return replace(
            name, start=start, exact=text[start : name.end], kind="person", key=name_key(" ".join(rest), language)
        )
    return name


def _inside(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def resolve_actor(
    text: str, start: int, end: int, names: Sequence[Name] | None = None, *, language: str
) -> Actor | None:
    """The actor that the noun phrase ``text[start:end]`` stands for; :class:`Cast` is cheaper for many phrases."""
    return Cast.of(text, names, language=language).actor(start, end)
