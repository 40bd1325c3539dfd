"""Reporting clauses in a dependency tree: which words report, who is their source, what is their content.

One sentence at a time, with no knowledge of quotations beyond the flag that some stood here. The frames are those
of ``reporting_*.tsv``; the relations are Universal Dependencies'.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.attribution.candidate import Clause
from leadup.reading.attribution.lexicon import Cue, cues
from leadup.reading.attribution.subjects import source_of, subject
from leadup.reading.attribution.tree_queries import SUBJECTS, below, case_of, has_to, is_passive, trim
from leadup.reading.attribution.verbs import verb_clause
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("attribution", language)["clauses"]
        self.hearsay: frozenset[str] = frozenset(self.words["hearsay"])
        self.polls: frozenset[str] = frozenset(self.words["polls"])
        self.endings: tuple[str, ...] = tuple(self.words["endings"])
        self.according = str(self.words["according"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def clauses(parse: Parse, quoted: bool = False, *, language: str) -> list[Clause]:
    """The reporting clauses of a sentence, outermost and inner alike, in order of their cues.

    ``quoted`` says that quotations were taken out of the sentence before it was parsed, so that a cue may stand
    without a complement.
    """
    forms = _forms(language)
    verbs, nouns, adjectives = (
        cues("reporting_verbs", language),
        cues("reporting_nouns", language),
        cues("reporting_adjectives", language),
    )
    made: list[Clause] = []
    for i, t in enumerate(parse):
        clause: Clause | None = None
        low = t.word.lower()
        # "Trump tweeted:" may be tagged as a noun once the quotation is out.
        if t.upos in {"VERB", "AUX"} or (quoted and t.upos in {"NOUN", "ADJ"} and t.deprel in {"root", "parataxis"}):
            cue = verbs.get(t.lemma)
            if cue is None and t.upos != "AUX" and low.endswith(forms.endings):
                # "alleging" may be read as of a verb without its mute letter, or with one too many.
                cue = verbs.get(t.lemma.removesuffix(forms.words["mute"])) or verbs.get(t.lemma + forms.words["mute"])
            clause = verb_clause(parse, i, cue, quoted, language) if cue is not None else None
        elif t.upos == "NOUN" and t.lemma in nouns:
            clause = noun_clause(parse, i, nouns[t.lemma], language)
        elif t.upos == "ADJ" and (t.lemma in adjectives or low in adjectives):
            clause = adjective_clause(parse, i, adjectives.get(t.lemma) or adjectives[low], language)
        if clause is not None:
            made.append(clause)
        adjunct = adjunct_clause(parse, i, quoted, forms)
        if adjunct is not None:
            made.append(adjunct)
    for told in [c for c in made if c.frame == "according"]:
        # What a phrase "according to X" tells, and X, belong to no other claim's content.
        apart = {*told.source, *told.cue}
        made = [
            c if c is told or not apart & set(c.content)
            else replace(c, content=trim(parse, set(c.content) - apart)) for c in made
        ]  # fmt: skip
    return made


def noun_clause(parse: Parse, i: int, cue: Cue, language: str) -> Clause | None:
    """What noun ``i`` reports; its source is its owner ("his", "by X"), or the subject of the verb it hangs on."""
    forms = _forms(language)
    content: list[int] = []
    frame = ""
    for c in parse.children(i, "acl", "nmod", "ccomp"):
        if c < i:
            continue
        t = parse[c]
        case = case_of(parse, c)
        if t.relation != "acl:relcl" and t.deprel in {"acl", "ccomp"}:
            if has_to(parse, c, language) and "inf" in cue.frames:
                content, frame = below(parse, c), "inf"
            elif case == forms.words["that"] and "that" in cue.frames:
                content, frame = below(parse, c), "that"
            elif case in cue.frames:
                content, frame = below(parse, c), case
        elif t.deprel == "nmod" and case in cue.frames and not content:
            content, frame = below(parse, c), case
    if not content:
        return None
    owner = next(iter(parse.children(i, "nmod:poss")), None)
    if owner is None:
        owner = next((c for c in parse.children(i, "nmod") if case_of(parse, c) in forms.words["by"]), None)
    if owner is None:
        owner = next((c for c in parse.children(i, "compound") if parse[c].upos == "PROPN"), None)
    if owner is not None:
        drop = parse.children(owner, "case")
        source = tuple(w for w in trim(parse, below(parse, owner)) if w not in drop)
    else:
        source = _holder(parse, i, language)
    return Clause(i, source, (i,), trim(parse, content), cue.lemma, cue.kind, f"noun {frame}")


def _holder(parse: Parse, i: int, language: str) -> tuple[int, ...]:
    """ "X has doubts about", "X left with plans to": the subject of the verb that the noun stands under."""
    k = i
    while parse[k].deprel in {"obj", "obl", "nmod", "conj"} and parse[k].head >= 0:
        k = parse[k].head
        if parse[k].upos == "VERB":
            if is_passive(parse, k, language):
                return ()
            return source_of(parse, subject(parse, k, language)[0], k, language)
    return ()


def adjective_clause(parse: Parse, i: int, cue: Cue, language: str) -> Clause | None:
    """What predicate adjective ``i`` reports; its subject is the source."""
    sub = next(iter(parse.children(i, "nsubj")), None)
    if sub is None and parse[i].deprel == "conj":
        sub = next(iter(parse.children(parse[i].head, "nsubj")), None)
    if sub is None:
        return None
    source = source_of(parse, sub, i, language)
    cue_words = tuple(sorted([i, *parse.children(i, "cop", "aux")]))
    for c in parse.children(i, "ccomp", "xcomp", "advcl", "obl"):
        if c < i:
            continue
        case = case_of(parse, c)
        to = has_to(parse, c, language)
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


def adjunct_clause(parse: Parse, i: int, quoted: bool, forms: _Forms) -> Clause | None:
    """What word ``i`` reports, where it is such an adjunct."""
    low = parse[i].word.lower()
    if low in forms.hearsay and not quoted:
        return _hearsay(parse, i)
    if low == forms.according:
        return _according(parse, i, forms)
    if low in forms.polls and case_of(parse, i) == forms.words["in"] and parse.children(i, "amod", "compound"):
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


def _according(parse: Parse, i: int, forms: _Forms) -> Clause | None:
    """ "According to X": X up to the next comma or the end, and the clause it stands in, or the whole sentence."""
    t = parse[i]
    if i + 2 >= len(parse) or parse[i + 1].word.lower() != forms.words["to"]:
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
