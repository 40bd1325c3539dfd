"""The lexicon of actions, read from the data files beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from leadup.lang import kept_table
from leadup.model import Category


@cache
def word_list(name: str, language: str) -> frozenset[str]:
    """A list of ``actions_words.toml``."""
    listed: str = kept_table("actions_words", language)[name]
    return frozenset(listed.split())


WordClass = Literal[
    "violence", "killing", "arrest", "protest", "post", "proposal", "demand", "accord", "praise", "relations", "person",
    "captive", "group", "forces", "observers", "vessel", "house", "territory", "leader", "protester", "thing", "any",
    "actor",
]  # fmt: skip
"""Classes of nouns that code asks for; all are in ``actions_classes.toml`` but "any" and "actor" (:class:`Part`)."""

OperatorKind = Literal[
    "intend", "threaten", "refuse", "pass", "demand", "order", "force", "let", "deny", "report", "do", "undo", "ask",
    "accept", "face",
]  # fmt: skip
"""What a verb does to the action that it governs (``actions_operators.toml``)."""

Slot = Literal["object", "thing", "deed", "armed", "with", "at"]
"""Where what bears a plain deed stands, and who may do it (``plain_deeds.tsv``)."""


@dataclass(frozen=True, slots=True)
class NounClass:
    """A class of nouns, and the category of doing, undoing and calling for what they name (None: none of its own).

    ``alone`` are the words that tell of a deed without a verb, None where all do.
    """

    name: str
    do: Category | None
    undo: Category | None
    asked: Category | None
    alone: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What must stand in a frame at one place: one of ``words``, or a noun of the class ``noun_class``.

    The class "any" is any direct object, "actor" a direct object that can act.
    """

    words: frozenset[str]
    noun_class: str | None
    reach: int
    """How many words on from the part before it this one may stand."""
    weight: float
    """How much this part tells."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's category where the parts of ``rest`` follow it in order, and its subject is of the class ``subject``."""

    category: Category
    rest: tuple[Part, ...]
    weight: float
    subject: str | None = None


Operator = tuple[tuple[str, ...], str]
"""The particles that must follow the verb, and the kind of operator that it then is."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, by the lemma that an entry begins with. ``vocabulary`` holds every word that any entry has."""

    classes: dict[str, NounClass]
    nouns: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    frames: dict[str, tuple[Frame, ...]]
    clause_operators: dict[str, tuple[Operator, ...]]
    noun_operators: dict[str, tuple[Operator, ...]]
    nominal: dict[str, tuple[str, ...]]
    vocabulary: frozenset[str]
    steady: frozenset[tuple[str, Category]]
    """Verbs that mean one category whatever stands with them, or nearly so: "kidnap", not "break"."""

    def __len__(self) -> int:
        """How many entries there are: nouns and phrases of the classes, verbs and frames."""
        return len(self.nouns) + sum(map(len, self.phrases.values())) + sum(map(len, self.frames.values()))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon that ships with leadup, read once."""
    classes, nouns, phrases = _read_classes(kept_table("actions_classes", language))
    frames: dict[str, list[Frame]] = {}
    for kept in (
        kept_table("actions_conflict", language),
        kept_table("actions_cooperation", language),
        kept_table("actions_neutral", language),
    ):
        for key, entries in kept.items():
            category = _category(key)
            for entry in dict.fromkeys(_entries(entries["verbs"]) + _entries(entries["frames"])):
                head, *rest = re.sub(r"^(\w+) - (\w+)", r"\1-\2", entry).split()
                subject = _part(head, classes, language).noun_class
                if subject is not None:
                    head, *rest = rest
                parts = tuple(_part(p, classes, language) for p in rest)
                weight = (1.0 if subject is None else 2.6) + sum(p.weight for p in parts)
                frames.setdefault(head, []).append(Frame(category, parts, weight, subject))
    operators = kept_table("actions_operators", language)
    clause, noun = (_operators(operators[k]) for k in ("clause", "noun"))
    nominal = {n: tuple(v.split()) for n, v in operators["nominal"].items()}
    words: set[str] = set(nouns) | set(nominal) | {w for v in nominal.values() for w in v}
    words |= {w for entries in phrases.values() for phrase, _ in entries for w in phrase}
    words |= set(frames) | {w for fs in frames.values() for f in fs for p in f.rest for w in p.words}
    words |= {w for ops in (clause, noun) for head, rows in ops.items() for ps, _ in rows for w in (head, *ps)}
    return Lexicon(
        classes,
        nouns,
        phrases,
        {h: tuple(sorted(fs, key=lambda f: -f.weight)) for h, fs in frames.items()},
        clause,
        noun,
        nominal,
        frozenset(words),
        frozenset(_steady(frames)),
    )


def _steady(frames: dict[str, list[Frame]]) -> Iterator[tuple[str, Category]]:
    for head, frame_rows in frames.items():
        kinds = [f.category for f in frame_rows if f.category != "NONE"]
        for category in dict.fromkeys(f.category for f in frame_rows if not f.rest and f.category != "NONE"):
            if kinds.count(category) >= 0.6 * len(kinds):
                yield head, category


def _category(key: str) -> Category:
    category: Category | None = next((c for c in get_args(Category) if c == key), None)
    if category is None:
        raise ValueError(f"{key} is no category of actions")
    return category


def _entries(text: str) -> list[str]:
    # "cease-fire" is three words to the tokeniser; "re-open" is one
    split = re.sub(r"(?<=\w\w\w)-(?=\w)|(?<=\bno)-(?=\w)", " - ", text)
    return [e for e in (" ".join(part.split()) for part in split.split(",")) if e]


def _part(written: str, classes: dict[str, NounClass], language: str) -> Part:
    if not written.startswith("{"):
        words = frozenset(written.split("|"))
        reach = 4 if words <= word_list("particle", language) else 10
        return Part(words, None, reach, 0.8 if words <= word_list("function", language) else 2.0)
    name = written.strip("{}")
    if name not in classes and name not in {"any", "actor"}:
        raise ValueError(f"{written}: no such class of nouns")
    return Part(frozenset(), name, 11, 0.6 if name == "any" else 1.6)


def _read_classes(
    read: dict[str, Any],
) -> tuple[
    dict[str, NounClass], dict[str, tuple[str, ...]], dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
]:
    classes: dict[str, NounClass] = {}
    classes_of: dict[tuple[str, ...], list[str]] = {}
    for name, entry in read.items():
        alone = frozenset(p.split()[-1] for p in _entries(entry["alone"])) if "alone" in entry else None
        classes[name] = NounClass(name, entry.get("do"), entry.get("undo"), entry.get("asked"), alone)
        for phrase in _entries(entry["words"]):
            names = classes_of.setdefault(tuple(phrase.split()), [])
            if name not in names:
                names.append(name)
    nouns = {p[0]: tuple(names) for p, names in classes_of.items() if len(p) == 1}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for p, names in classes_of.items():
        if len(p) > 1:
            phrases.setdefault(p[0], []).append((p, tuple(names)))
    by_length = {h: tuple(sorted(ps, key=lambda p: (-len(p[0]), p[0]))) for h, ps in phrases.items()}
    return classes, nouns, by_length


def _operators(read: dict[str, str]) -> dict[str, tuple[Operator, ...]]:
    out: dict[str, list[Operator]] = {}
    for kind, entries in read.items():
        for entry in _entries(entries):
            head, *particles = entry.split()
            out.setdefault(head, []).append((tuple(particles), kind))
    return {h: tuple(sorted(_first_of_each(ops), key=lambda op: -len(op[0]))) for h, ops in out.items()}


def _first_of_each(operators: Iterable[Operator]) -> list[Operator]:
    """The operators in the file's order, each once: a word may be of two kinds ("told him to", "told him that")."""
    return list(dict.fromkeys(operators))
