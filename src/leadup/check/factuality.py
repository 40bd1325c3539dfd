"""Whether a clause tells its deed as done: what stands over it may only foresee it, or say that it did not come about.

``clauses`` reads a "not", a modal verb and a verb of not doing that stand right at a deed. Here is what reaches
further: "is expected to take a vote on approving the bill", "ruled out even entering into talks", "voted against it".
"""

from __future__ import annotations

from typing import Literal

from leadup.check.wording import lang_words
from leadup.reading.syntax import Parse

Factuality = Literal["told", "foreseen", "undone"]
"""Told as it stands there (be it with a "not"), only thought of, or not come about."""

_WITHIN = ("xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "conj")
_DEEPEST = 4


def factuality(parse: Parse, at: int) -> Factuality:
    """How the deed that a word tells of is held by what stands over it."""
    if _is_voted_against(parse, at):
        return "undone"
    if parse[at].upos == "NOUN" and parse[at].deprel in ("nsubj", "nsubj:pass") and _is_modal(parse, parse[at].head):
        # "the approval could come up": none yet.
        return "foreseen"
    here, above = at, parse[at].head
    for depth in range(_DEEPEST):
        relation = parse[here].deprel
        if above < 0 or relation not in _WITHIN:
            break
        marks = {parse[k].word.lower() for k in parse.children(here, "mark", "case")}
        if relation == "advcl" and marks - lang_words("held_marks", parse.language):
            # "as", "after", "because": another clause.
            break
        held = _over_it(parse, here, above, marks, depth)
        if held:
            return held
        if relation == "ccomp":
            break
        here, above = above, parse[above].head
    return "told"


def _over_it(parse: Parse, here: int, above: int, marks: set[str], depth: int) -> Factuality | None:
    """How one word holds what hangs on it; None where it says nothing of that."""
    lemma, relation = parse[above].lemma.lower(), parse[here].deprel
    is_verbal = parse[here].upos == "VERB"
    if parse[above].upos == "NOUN":
        if (
            relation == "acl"
            and lemma in lang_words("foreseen_papers", parse.language)
            and not _is_enacted(parse, above)
        ):
            return "foreseen"
        if (
            is_verbal
            and relation in ("acl", "nmod")
            and lemma in lang_words("foreseen_nouns", parse.language)
            and marks & lang_words("foreseen_marks", parse.language)
        ):
            return "foreseen"
        return None
    if (
        relation == "xcomp"
        and marks & lang_words("infinitive", parse.language)
        and lemma in lang_words("foreseen_adjectives", parse.language)
    ):
        return "foreseen"
    if parse[above].upos != "VERB":
        return None
    if _is_voted_against(parse, above) and relation in ("obl", "advcl", "xcomp"):
        return "undone"
    if (
        relation == "advcl"
        and marks & lang_words("foreseen_marks", parse.language)
        and _has_foreseen_noun(parse, above)
    ):
        return "foreseen"
    if is_verbal and relation != "conj" and _is_phrase(parse, above, here):
        return "undone"
    if depth and relation in ("xcomp", "obj", "advcl", "obl") and _is_undone(parse, here, above):
        return "undone"
    if relation == "obj" and _is_modal(parse, above):
        return "foreseen"
    return None


def _has_foreseen_noun(parse: Parse, at: int) -> bool:
    """Whether a verb takes what only leads to a deed: "take a vote on approving it"."""
    return any(
        parse[k].lemma.lower() in lang_words("foreseen_nouns", parse.language) for k in parse.children(at, "obj")
    )


def _is_undone(parse: Parse, here: int, above: int) -> bool:
    """Whether a verb undoes what hangs on it: "refused", "stopped"; "refused in a vote" undoes no vote."""
    if parse[here].deprel in ("obl", "advcl") and parse[here].upos != "VERB":
        return False
    return parse[above].lemma.lower() in lang_words("undo", parse.language) or _is_phrase(parse, above, here)


def _is_phrase(parse: Parse, above: int, here: int) -> bool:
    """Whether a verb with a word that hangs on it undoes what follows: "ruled out", "stopped short of"."""
    lemma = parse[above].lemma.lower()
    beside = (*parse.children(above, "compound:prt", "advmod"), *parse.children(here, "case", "mark"))
    return any(f"{lemma}_{parse[k].word.lower()}" in lang_words("undone_phrases", parse.language) for k in beside)


def _is_voted_against(parse: Parse, at: int) -> bool:
    """Of a vote: against what follows."""
    if parse[at].lemma.lower() not in lang_words("votes", parse.language):
        return False
    return any(
        parse[k].word.lower() in lang_words("voted_against", parse.language)
        for c in (at, *parse.children(at, "obl", "advcl", "nmod", "acl", "xcomp"))
        for k in parse.children(c, "case", "mark", "advmod")
    )


def _is_modal(parse: Parse, at: int) -> bool:
    """Whether a verb is one under a modal verb, or one that is only wanted or expected."""
    if at < 0:
        return False
    if any(parse[k].lemma.lower() in lang_words("foreseen_modals", parse.language) for k in parse.children(at, "aux")):
        return True
    over = parse[at].head
    to = any(parse[k].word.lower() in lang_words("infinitive", parse.language) for k in parse.children(at, "mark"))
    is_wanted = over >= 0 and parse[over].lemma.lower() in lang_words("unreal_verbs", parse.language) | lang_words(
        "foreseen_adjectives", parse.language
    )
    return parse[at].deprel == "xcomp" and to and is_wanted


def _is_enacted(parse: Parse, paper: int) -> bool:
    """Whether a paper is made law: "passed a bill approving it"."""
    over = parse[paper].head
    if over < 0 or parse[over].lemma.lower() not in lang_words("enacting", parse.language) or _is_modal(parse, over):
        return False
    beyond = parse[over].head
    return not (
        beyond >= 0
        and parse[over].deprel == "xcomp"
        and parse[beyond].lemma.lower() in lang_words("undo", parse.language)
    )
