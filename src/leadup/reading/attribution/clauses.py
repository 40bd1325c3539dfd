"""Reporting clauses in a dependency tree: which words report, who is their source, what is their content.

One sentence at a time, with no knowledge of quotations beyond the flag that some stood here. The frames are those
of ``data/*.tsv``; the relations are Universal Dependencies'.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leadup.lang import table
from leadup.reading.attribution.adjuncts import adjunct_clause
from leadup.reading.attribution.clause import Clause
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.nominals import adjective_clause, noun_clause
from leadup.reading.attribution.tree_queries import trim
from leadup.reading.attribution.verbs import verb_clause
from leadup.reading.syntax import Parse

_WORDS: dict[str, Any] = table("attribution")["clauses"]


def clauses(parse: Parse, quoted: bool = False) -> list[Clause]:
    """The reporting clauses of a sentence, outermost and inner alike, in order of their cues.

    ``quoted`` says that quotations were taken out of the sentence before it was parsed, so that a cue may stand
    without a complement.
    """
    verbs, nouns, adjectives = cues("verbs"), cues("nouns"), cues("adjectives")
    found: list[Clause] = []
    for i, t in enumerate(parse):
        clause: Clause | None = None
        low = t.word.lower()
        # "Trump tweeted:" may be tagged as a noun once the quotation is out.
        if t.upos in {"VERB", "AUX"} or (quoted and t.upos in {"NOUN", "ADJ"} and t.deprel in {"root", "parataxis"}):
            cue = verbs.get(t.lemma)
            if cue is None and t.upos != "AUX" and low.endswith(tuple(_WORDS["endings"])):
                cue = verbs.get(t.lemma.removesuffix(_WORDS["mute"]))
            clause = verb_clause(parse, i, cue, quoted) if cue is not None else None
        elif t.upos == "NOUN" and t.lemma in nouns:
            clause = noun_clause(parse, i, nouns[t.lemma])
        elif t.upos == "ADJ" and (t.lemma in adjectives or low in adjectives):
            clause = adjective_clause(parse, i, adjectives.get(t.lemma) or adjectives[low])
        if clause is not None:
            found.append(clause)
        adjunct = adjunct_clause(parse, i, quoted)
        if adjunct is not None:
            found.append(adjunct)
    for told in [c for c in found if c.frame == "according"]:
        # What a phrase "according to X" tells, and X, belong to no other claim's content.
        apart = {*told.source, *told.cue}
        found = [
            c if c is told or not apart & set(c.content)
            else replace(c, content=trim(parse, set(c.content) - apart)) for c in found
        ]  # fmt: skip
    return found
