"""Nouns and adjectives that report: "their plan to leave", "his criticism of the deal", "worried that ..."."""

from __future__ import annotations

from typing import Any

from leadup.lang import table
from leadup.reading.attribution.clause import Clause
from leadup.reading.attribution.lexicon import Cue
from leadup.reading.attribution.passives import is_passive
from leadup.reading.attribution.subjects import source_of, subject
from leadup.reading.attribution.tree_queries import below, case_of, has_to, trim
from leadup.reading.syntax import Parse

_WORDS: dict[str, Any] = table("attribution")["nominals"]


def noun_clause(parse: Parse, i: int, cue: Cue) -> Clause | None:
    """What noun ``i`` reports; its source is its owner ("his", "by X"), or the subject of the verb it hangs on."""
    content: list[int] = []
    frame = ""
    for c in parse.children(i, "acl", "nmod", "ccomp"):
        if c < i:
            continue
        t = parse[c]
        case = case_of(parse, c)
        if t.relation != "acl:relcl" and t.deprel in {"acl", "ccomp"}:
            if has_to(parse, c) and "inf" in cue.frames:
                content, frame = below(parse, c), "inf"
            elif case == _WORDS["that"] and "that" in cue.frames:
                content, frame = below(parse, c), "that"
            elif case in cue.frames:
                content, frame = below(parse, c), case
        elif t.deprel == "nmod" and case in cue.frames and not content:
            content, frame = below(parse, c), case
    if not content:
        return None
    owner = next(iter(parse.children(i, "nmod:poss")), None)
    if owner is None:
        owner = next((c for c in parse.children(i, "nmod") if case_of(parse, c) in _WORDS["by"]), None)
    if owner is None:
        owner = next((c for c in parse.children(i, "compound") if parse[c].upos == "PROPN"), None)
    if owner is not None:
        drop = parse.children(owner, "case")
        source = tuple(w for w in trim(parse, below(parse, owner)) if w not in drop)
    else:
        source = _holder(parse, i)
    return Clause(i, source, (i,), trim(parse, content), cue.lemma, cue.kind, f"noun {frame}")


def _holder(parse: Parse, i: int) -> tuple[int, ...]:
    """ "X has doubts about", "X left with plans to": the subject of the verb that the noun stands under."""
    k = i
    while parse[k].deprel in {"obj", "obl", "nmod", "conj"} and parse[k].head >= 0:
        k = parse[k].head
        if parse[k].upos == "VERB":
            if is_passive(parse, k):
                return ()
            return source_of(parse, subject(parse, k)[0], k)
    return ()


def adjective_clause(parse: Parse, i: int, cue: Cue) -> Clause | None:
    """What predicate adjective ``i`` reports; its subject is the source."""
    sub = next(iter(parse.children(i, "nsubj")), None)
    if sub is None and parse[i].deprel == "conj":
        sub = next(iter(parse.children(parse[i].head, "nsubj")), None)
    if sub is None:
        return None
    source = source_of(parse, sub, i)
    cue_words = tuple(sorted([i, *parse.children(i, "cop", "aux")]))
    for c in parse.children(i, "ccomp", "xcomp", "advcl", "obl"):
        if c < i:
            continue
        case = case_of(parse, c)
        to = has_to(parse, c)
        if to and "inf" in cue.frames:
            frame = "adj inf"
        elif parse[c].deprel == "ccomp" and "that" in cue.frames and not to:
            frame = "adj that"
        elif parse[c].deprel in {"obl", "advcl"} and case in cue.frames:
            frame = f"adj {case}"
        else:
            continue
        return Clause(i, source, cue_words, trim(parse, below(parse, c)), cue.lemma, cue.kind, frame)
    return None
