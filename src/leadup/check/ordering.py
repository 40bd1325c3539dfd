"""A draft's plain sentence whose parse misses who does what: who stands before the verb does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadup.check.clauses import Clause
from leadup.check.wording import lang_words, stem_of, with_forms
from leadup.reading.syntax import Parse

_NAMING = ("PROPN", "NOUN", "ADJ", "NUM")
_BESIDE = ("ADV", "AUX", "PART")
_APART = 2
"""Commas around what is set apart."""
NEAR = 3
"""Words before a verb in which a "not" denies it."""


def in_plain_order(clauses: Sequence[Clause], parse: Parse, start: int) -> tuple[Clause, ...]:
    """The clauses of a statement, the first of its own deeds mended where the parse has nobody for it, or no "not".

    ``start`` is where the statement starts in the text that was parsed.
    """
    made = list(clauses)
    chosen = next((k for k, c in enumerate(made) if c.main and not c.is_noun), None)
    if chosen is None:
        # "Varo was elected mayor" read as a mayor who is elected.
        chosen = next((k for k, c in enumerate(made) if not c.is_noun and not c.unreal), None)
        if chosen is not None:
            made[chosen] = replace(made[chosen], main=True)
    if chosen is None:
        # "Varo shot the captain" read as a noun.
        chosen = next(
            (k for k, c in enumerate(made) if c.is_noun and _has_object(parse, parse.at(start + c.start))), None
        )
        if chosen is None:
            return tuple(made)
        made[chosen] = replace(made[chosen], is_noun=False, main=True, agent=frozenset(), patient=frozenset())
    at = parse.at(start + made[chosen].start)
    if at >= 0:
        made[chosen] = _mended(made[chosen], parse, at)
    return tuple(made)


def _mended(clause: Clause, parse: Parse, at: int) -> Clause:
    before = [parse[k].word.lower() for k in range(max(0, at - NEAR), at)]
    denied = clause.denied or any(word in lang_words("deny", parse.language) for word in before)
    first = _before(parse, at)
    if clause.is_saying or not first or first & (clause.agent | clause.patient) or _first_verb(parse) < at:
        return replace(clause, denied=denied)
    behind = _run(parse, at + 1)
    if any(word in lang_words("being", parse.language) for word in before):
        whom = clause.patient | first
        return replace(clause, denied=denied, patient=whom, heads=(clause.heads[0], clause.heads[1] | first))
    whom = clause.patient or behind
    return replace(clause, denied=denied, agent=first, patient=whom, heads=(first, clause.heads[1] or behind))


def _first_verb(parse: Parse) -> int:
    return next((k for k, token in enumerate(parse) if token.upos == "VERB"), len(parse))


def _has_object(parse: Parse, at: int) -> bool:
    """Whether a word with names before it stands right before what it may be done to."""
    after = parse[at + 1].upos if 0 <= at < len(parse) - 1 else ""
    return after in ("DET", "PROPN", "NUM", "NOUN") and at > 0 and bool(_run(parse, 0, at))


def _before(parse: Parse, at: int) -> frozenset[str]:
    """The stems of who stands first, and of what is set between commas right before the verb to name him."""
    first = _run(parse, 0, at)
    commas = [k for k in range(at) if parse[k].word == ","]
    if len(commas) != _APART or any(parse[k].upos not in _BESIDE for k in range(commas[1] + 1, at)):
        return first
    named = all(parse[k].upos in (*_NAMING, "DET") for k in range(commas[0] + 1, commas[1]))
    return first | _run(parse, commas[0] + 1, commas[1]) if first and named else first


def _run(parse: Parse, at: int, end: int | None = None) -> frozenset[str]:
    """The stems of the names and nouns that stand together from a place on."""
    found: set[str] = set()
    for k in range(at, len(parse) if end is None else end):
        token = parse[k]
        if token.upos in _NAMING:
            if key := stem_of(token.word, parse.language):
                found.add(key)
        elif token.upos not in ("DET", "PART") or found:
            break
    return with_forms(found, parse.language)
