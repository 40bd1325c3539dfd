"""Verdicts, charges and the like that a sentence tells, each with what it is of: "guilty of arson but not of fraud"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from leadup import lang
from leadup.check.denial import is_denied
from leadup.check.factuality import factuality
from leadup.check.wording import classes_in, kin_of, lang_words, stem_of
from leadup.reading.syntax import Parse

_REACH = 8
"""Words within which what an outcome is of must open behind it."""

Fit = Literal["same", "wider", "narrower", "other", "unknown"]
"""How what one outcome is of stands to what another is of: it, or all that is called so, or one sort of it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What an outcome is of: the stem of its last word, those of the words before it, whether a "not" turns it, and of
    which language they are."""

    head: str
    more: frozenset[str]
    turned: bool
    language: str

    def fit(self, other: Thing, *, apart: bool) -> Fit:
        """How another one stands to this one. ``apart``: two that have a name of their own are never one."""
        if self.head != other.head:
            mine, theirs = (_charges(self.language).get(one.head) for one in (self, other))
            if mine is None or theirs is None:
                return "other" if not (mine or theirs or _is_akin(self.head, other.head, self.language)) else "unknown"
            if mine != theirs:
                return "other" if apart else "unknown"
        if self.more == other.more:
            return "same"
        if (self.more ^ other.more) & _lesser(self.language):
            return "other"
        if self.more > other.more:
            return "wider"
        return "narrower" if self.more < other.more else "other"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome: the row of the table that it is of, where its word stands, whether it is the row's contrary or is
    denied, the things that it is of, whether those with names of their own are told ``apart``, and whether they are
    what it is done to (``borne``)."""

    row: int
    at: int
    against: bool
    things: tuple[Thing, ...]
    apart: bool
    borne: bool


@dataclass(frozen=True, slots=True)
class _Row:
    one: frozenset[str]
    contrary: frozenset[str]
    marks: frozenset[str]
    not_under: frozenset[str]
    apart: bool


@cache
def _rows(language: str) -> tuple[_Row, ...]:
    def stems(cell: str) -> frozenset[str]:
        return frozenset(stem_of(w, language) or w for w in cell.split() if w != "-")

    return tuple(
        _Row(stems(one), stems(contrary), frozenset(w for w in marks.split() if w != "-"), stems(under), how == "apart")
        for one, contrary, marks, under, how in lang.kept_rows("check_outcomes", language)
    )


@cache
def _charges(language: str) -> dict[str, int]:
    return {
        stem_of(w, language) or w: at
        for at, (row,) in enumerate(lang.kept_rows("check_charges", language))
        for w in row.split()
    }


@cache
def _marks(language: str) -> frozenset[str]:
    return frozenset(stem_of(w, language) or w for w in lang_words("charge_marks", language))


@cache
def _lesser(language: str) -> frozenset[str]:
    return frozenset(stem_of(w, language) or w for w in lang_words("lesser_charges", language))


def _is_akin(one: str, other: str, language: str) -> bool:
    return bool(
        kin_of(one, language) & kin_of(other, language) or classes_in(one, language) & classes_in(other, language)
    )


def outcomes(parse: Parse) -> Iterator[Outcome]:
    """All outcomes that a sentence tells as come about or as denied, none that it only foresees."""
    for at, token in enumerate(parse):
        if token.upos not in ("VERB", "ADJ", "NOUN") or token.deprel in ("amod", "compound"):
            continue
        row = _row(parse, at)
        if row is None or factuality(parse, at) != "told":
            continue
        of = _rows(parse.language)[row]
        things = tuple(_named_after(parse, at, of.marks) if of.marks else _borne(parse, at))
        contrary = _key(parse, at) in of.contrary
        yield Outcome(row, at, contrary != _is_turned(parse, at), things, of.apart, not of.marks)


def _row(parse: Parse, at: int) -> int | None:
    """The row that a word is of; none where one over it makes something else of it: "pleaded guilty"."""
    key = _key(parse, at)
    for row, of in enumerate(_rows(parse.language)):
        if key in of.one | of.contrary:
            verb = next((k for k in parse.ancestors(at) if parse[k].upos == "VERB"), None)
            over = {_key(parse, k) for k in (*range(max(0, at - 2), at), *([verb] if verb is not None else []))}
            if not over & of.not_under:
                return row
    return None


def _is_turned(parse: Parse, at: int) -> bool:
    """Whether a "not" stands at an outcome, or right before it."""
    return is_denied(parse, at) or (at > 0 and parse[at - 1].word.lower() in lang_words("right_before", parse.language))


def _named_after(parse: Parse, at: int, marks: frozenset[str]) -> Iterator[Thing]:
    """What stands behind one of the words that open it: "of arson and fraud", "to the Senate but not to the House"."""
    turned = False
    for k in range(at + 1, min(len(parse), at + 1 + _REACH)):
        word = parse[k].word.lower()
        if word in lang_words("deny", parse.language):
            turned = _denies(parse, k)
        elif word in marks and not _is_date(parse, k + 1):
            yield from _listed(parse, k + 1, marks, turned=turned)
            return
        elif word in lang_words("decided_ends", parse.language) or parse[k].upos in ("CCONJ", "VERB"):
            return


def _listed(parse: Parse, start: int, marks: frozenset[str], *, turned: bool) -> Iterator[Thing]:
    """The things of a list that opens there."""
    said: list[int] = []
    for k in range(start, len(parse)):
        token, word = parse[k], parse[k].word.lower()
        if token.upos == "CCONJ" or word == "," or word in lang_words("deny", parse.language):
            yield from _thing(parse, said, turned=turned)
            said = []
            turned = _denies(parse, k) or (turned and word not in lang_words("decided_ends", parse.language))
        elif word in marks and _says_nothing(parse, said) and not _is_date(parse, k + 1):
            said = []
        elif _may_tell(parse, k, opens=not said) and (said or _row(parse, k) is None):
            said.append(k)
        elif token.upos not in ("DET", "NUM", "PUNCT", "ADV") or word in ".;:":
            break
    yield from _thing(parse, said, turned=turned)


def _says_nothing(parse: Parse, said: list[int]) -> bool:
    """Whether some words say nothing without what they are of: "two counts"."""
    return all(_key(parse, k) in _marks(parse.language) for k in said)


def _denies(parse: Parse, at: int) -> bool:
    """Whether a "not" stands there, and no "not only"."""
    after = parse[at + 1].word.lower() if at + 1 < len(parse) else ""
    return parse[at].word.lower() in lang_words("deny", parse.language) and after not in lang_words(
        "restricting", parse.language
    )


def _may_tell(parse: Parse, at: int, *, opens: bool) -> bool:
    """Whether a word may name a thing, or tell it apart."""
    if parse[at].upos == "VERB":
        return (
            (opens and _is_verbal(parse, at))
            or parse[at].deprel == "amod"
            or _key(parse, at) in _lesser(parse.language)
        )
    return parse[at].upos in ("NOUN", "PROPN", "ADJ") and not _is_date(parse, at)


def _is_verbal(parse: Parse, at: int) -> bool:
    """Whether a verb stands as a noun does."""
    token = parse[at]
    return (
        token.upos == "VERB"
        and token.deprel != "amod"
        and token.word.lower().endswith(tuple(lang_words("verbal_noun", parse.language)))
    )


def _thing(parse: Parse, said: list[int], *, turned: bool) -> Iterator[Thing]:
    """The thing that these words name, where they say anything."""
    own = [_key(parse, k) for k in said if _key(parse, k) not in _marks(parse.language)]
    if own:
        # "stealing boats": the first word is the deed.
        head = own.pop(0 if _is_verbal(parse, said[0]) else -1)
        yield Thing(head, frozenset(own), turned, parse.language)


def _is_date(parse: Parse, at: int) -> bool:
    return at < len(parse) and parse[at].word.lower() in lang.calendar_names(parse.language)


def _borne(parse: Parse, at: int) -> Iterator[Thing]:
    """What an outcome is done to: "approved the bridge and the quay", "the tunnel was rejected"."""
    if parse[at].upos != "VERB":
        return
    for k in parse.children(at, "obj", "nsubj:pass"):
        for one in (k, *parse.children(k, "conj")):
            if parse[one].upos not in ("NOUN", "PROPN"):
                continue
            turned = any(
                parse[c].word.lower() in lang_words("deny", parse.language) for c in parse.children(one, "advmod")
            )
            more = frozenset(_key(parse, c) for c in parse.children(one, "amod", "compound"))
            yield Thing(_key(parse, one), more, turned, parse.language)


def _key(parse: Parse, at: int) -> str:
    return stem_of(parse[at].lemma, parse.language) or parse[at].lemma.lower()
