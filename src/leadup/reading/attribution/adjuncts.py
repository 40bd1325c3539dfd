"""Sources that stand beside a clause: "according to X", "in a poll", "reportedly"."""

from __future__ import annotations

from typing import Any

from leadup.lang import table
from leadup.reading.attribution.clause import Clause
from leadup.reading.attribution.tree_queries import SUBJECTS, below, case_of, trim
from leadup.reading.syntax import Parse

_WORDS: dict[str, Any] = table("attribution")["adjuncts"]

_HEARSAY: frozenset[str] = frozenset(_WORDS["hearsay"])
_POLLS: frozenset[str] = frozenset(_WORDS["polls"])


def adjunct_clause(parse: Parse, i: int, quoted: bool) -> Clause | None:
    """What word ``i`` reports, where it is such an adjunct."""
    low = parse[i].word.lower()
    if low in _HEARSAY and not quoted:
        return _hearsay(parse, i)
    if low == _WORDS["according"]:
        return _according(parse, i)
    if low in _POLLS and case_of(parse, i) == _WORDS["in"] and parse.children(i, "amod", "compound"):
        return _poll(parse, i)
    return None


def _hearsay(parse: Parse, i: int) -> Clause | None:
    """ "reportedly": somebody says so, nobody is named."""
    h = parse[i].head
    if h < 0 or parse[i].deprel != "advmod":
        return None
    words = trim(parse, [w for w in below(parse, h, [i]) if parse[w].relation not in {"advcl", "mark"}])
    return Clause(i, (), (i,), words, parse[i].word.lower(), "speech", "hearsay")


def _poll(parse: Parse, i: int) -> Clause | None:
    """ "In a poll, X leads": the poll says so."""
    t = parse[i]
    h = t.head
    if t.deprel not in {"obl", "nmod"} or h < 0:
        return None
    case = parse.children(i, "case")
    source = trim(parse, [w for w in below(parse, i) if w not in case])
    while h >= 0 and parse[h].deprel not in {"root", "ccomp", "conj", "parataxis", "advcl", "acl"}:
        h = parse[h].head
    if h < 0:
        return None
    held = {*source, *case}
    content = [w for w in below(parse, h, parse.children(h, "cc", "mark")) if w not in held]
    return Clause(i, source, case, trim(parse, content), t.lemma, "evidence", "poll")


def _according(parse: Parse, i: int) -> Clause | None:
    """ "According to X": X up to the next comma or the end, and the clause it stands in, or the whole sentence."""
    t = parse[i]
    if i + 2 >= len(parse) or parse[i + 1].word.lower() != _WORDS["to"]:
        return None
    noun = t.head if t.deprel == "case" and t.head > i else i + 2
    if t.deprel != "case":
        noun = next((c for c in parse.children(i, "obl", "nmod", "obj") if c > i), i + 2)
    top = noun if t.deprel == "case" else i
    path = {top, *parse.ancestors(top)}
    stop = next((k for k in range(i + 2, len(parse)) if parse[k].word in {",", ";", "—", "–", ")", "."}), len(parse))
    phrase = set(range(i + 2, stop))
    if noun < stop:
        # An apposition after the comma belongs to the source: "X, a professor at Y".
        apposed = [c for c in parse.children(noun, "appos", "acl", "conj") if c >= stop]
        for c in apposed:
            phrase.update(w for w in below(parse, c) if w >= stop)
    source = trim(parse, phrase)
    if not source:
        return None
    verbless = all(t.upos not in {"VERB", "AUX"} for t in parse.tokens[: min(i, 7)])
    opens = i < 2 or (i < 7 and parse[i - 1].word == "," and verbless)
    if opens:
        content = list(range(max(source) + 1, len(parse)))
    else:
        h = parse[top].head
        while h >= 0 and not (
            parse[h].deprel in {"root", "ccomp", "parataxis"}
            or (parse[h].deprel == "conj" and parse.children(h, *SUBJECTS))
        ):
            h = parse[h].head
        if h < 0:
            h = parse.root
        content = [w for w in below(parse, h, [c for c in path if parse[c].head == h and c > i]) if w < i]
        if not content:
            content = list(range(i))
    content = [w for w in content if w not in source and w not in {i, i + 1}]
    return Clause(i, source, (i, i + 1), trim(parse, content), "according", "speech", "according")
