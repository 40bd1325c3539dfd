"""Which claims are told: as sure or as a guess, and whether as words of their source, by whose name a page may go.

Frames were weighed on PolNeAR's training part: those are sure whose claims were right, in content and in source, at
least 80 times in 100 there, so that all sure claims together are right about 90 times in 100. Very short contents
are right less often whatever the frame ("said so"), which is all that the lengths below say.

Attribution as PolNeAR marks it holds more than speech: aims, thoughts, votes, what somebody will say, what was said
in a clause by the way. A reader who sees a name beside a sentence takes the sentence to be that person's words. Of what
is kept out here, a third and less was so on real answers (``benchmarks/shown.py``).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from leadup.lang import kept_rows, kept_table
from leadup.model import Actor
from leadup.reading.attribution.candidate import CandidateClaim
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.sources import has_no_mouth, is_document
from leadup.reading.attribution.tree_queries import SUBJECTS, has_to, tree_forms
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("attribution", language)["saying"]
        # Frames that are sure from a content of so many code points on.
        self.sure: dict[str, int] = words["sure"]
        self.say: frozenset[str] = frozenset(words["say"])
        # Verbs that are sure before an infinitive.
        self.sure_to: frozenset[str] = frozenset(words["sure_to"])
        self.no: frozenset[str] = frozenset(words["no"])
        self.only: frozenset[str] = frozenset(words["only"])
        self.deny: frozenset[str] = frozenset(words["deny"])
        self.nobody: frozenset[str] = frozenset(words["nobody"])
        self.or_: frozenset[str] = frozenset(words["or"])
        self.when: frozenset[str] = frozenset(words["when"])
        self.that = tree_forms(language).that
        self.participle = tree_forms(language).participle
        lists: dict[str, Any] = kept_table("sources", language)
        self.free = frozenset(lists["free"]["words"].split())
        self.open = frozenset(lists["open"]["words"].split())
        self.deeds = deeds(language)
        self.clausal = clausal(language)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_BY_THE_WAY = 0.66
"""What is said in a clause by the way is what the sentence tells where it is this share of it."""

_TOP = frozenset({"root", "parataxis", "ccomp", "dep", "list", "discourse"})


def is_said(d: CandidateClaim, speaker: Actor | None, language: str) -> bool:
    """Whether these are words of the source: said or written, outright, and in a clause that tells them."""
    forms = _forms(language)
    if d.kind == "evidence":
        if speaker is None or not is_document(speaker, language):
            return False
    elif d.kind not in {"speech", "writing"}:
        return False
    if speaker is not None and d.frame != "according" and has_no_mouth(speaker, language):
        return False
    if d.frame.startswith("noun") or d.frame in forms.deeds.get(d.lemma, ()):
        return False
    if d.frame not in forms.clausal and ("any" in forms.deeds.get(d.lemma, ()) or _is_ruled(d, speaker)):
        return False
    if d.frame == "that" and "any" in forms.deeds.get(d.lemma, ()) and not _has_that(d, forms):
        # "instructed the yard, …": such a verb tells words where they are a clause beyond doubt.
        return False
    if d.parse is not None and d.clause is not None and d.clause.source:
        # "what officials called a camp"
        first = d.parse[d.clause.source[0]].word.lower()
        if first in forms.free:
            return False
    if d.parse is None or d.clause is None or d.frame in {"according", "as", "announced"}:
        return True
    if _is_open(d, forms) or _is_denied(d.parse, d.clause.head, forms) or _is_deed_and_vow(d, forms):
        return False
    return _is_told(d.parse, d.clause.head, d, forms)


_RULING = frozenset({"judiciary", "legislature"})


def _is_ruled(d: CandidateClaim, speaker: Actor | None) -> bool:
    """Whether a thing is what a court or a chamber does by its word: "the court rejected the challenge"."""
    return d.frame == "np" and speaker is not None and speaker.kind in _RULING


def _is_deed_and_vow(d: CandidateClaim, forms: _Forms) -> bool:
    """Whether an aim is told behind a deed by the same hand: "the bloc backed Tolk, and vowed to vote as one"."""
    if d.frame != "inf" or d.parse is None or d.clause is None or d.parse[d.clause.head].deprel != "conj":
        return False
    first = d.parse[d.clause.head].head
    cue = cues("reporting_verbs", forms.language).get(d.parse[first].lemma)
    theirs = any(who in d.clause.source for who in d.parse.children(first, *SUBJECTS))
    return theirs and d.parse[first].upos == "VERB" and (cue is None or cue.kind not in {"speech", "writing"})


@cache
def deeds(language: str) -> dict[str, frozenset[str]]:
    """The verbs of ``saying_deeds.tsv`` and the frames in which they tell of a deed ("any": in all but a clause)."""
    return {verb: frozenset(frames.split()) for verb, frames, *_ in kept_rows("saying_deeds", language)}


@cache
def clausal(language: str) -> frozenset[str]:
    """Frames of a clause or a quotation: in these even a verb of deeds tells words ("agreed that it was late")."""
    return frozenset(kept_table("sources", language)["clausal"]["frames"])


def _has_that(d: CandidateClaim, forms: _Forms) -> bool:
    if d.parse is None or d.clause is None or not d.clause.content:
        return False
    return d.parse[d.clause.content[0]].word.lower() in forms.that


def _is_open(d: CandidateClaim, forms: _Forms) -> bool:
    """Whether it was not said yet, or may not be: "will announce", "could say"."""
    if d.parse is None or d.clause is None:
        return False
    return any(d.parse[w].word.lower() in forms.open for w in d.parse.children(d.clause.head, "aux"))


def _is_denied(parse: Parse, i: int, forms: _Forms) -> bool:
    """Whether it was not said: "has neither confirmed nor denied that", "never said", "nobody said". A verb that "or"
    joins to another is denied with that; who did not deny a thing, or did not merely say it, is not denied to say it.
    """
    own = i
    while True:
        either = any(parse[c].word.lower() in forms.or_ for c in parse.children(i, "cc"))
        no_to_no = i == own and not either and parse[i].lemma in forms.deny
        if (_has_no(parse, i, forms) and not no_to_no) or _is_by_nobody(parse, i, forms):
            return True
        if not either or parse[i].head < 0 or parse.children(i, *SUBJECTS):
            return False
        i = parse[i].head


def _has_no(parse: Parse, i: int, forms: _Forms) -> bool:
    """Whether a word before a verb says that it was not done: "never said", but not "did not merely say"."""
    before = [c for c in parse.children(i) if c < i]
    return any(
        parse[c].word.lower() in forms.no and parse[min(c + 1, i)].word.lower() not in forms.only
        for c in before
    )  # fmt: skip


def _is_by_nobody(parse: Parse, i: int, forms: _Forms) -> bool:
    """Whether nobody is who did it: "neither Tolk nor Pask said", "no guard said", "none of the guards said"."""
    for who in parse.children(i, *SUBJECTS):
        before = [c for c in parse.children(who, "det", "cc") if c < who]
        if any(parse[c].word.lower() in forms.nobody for c in (who, *before)):
            return True
    return False


def _is_told(parse: Parse, i: int, d: CandidateClaim, forms: _Forms) -> bool:
    """Whether the clause of verb ``i`` is one that the sentence tells, and not one by the way."""
    if has_to(parse, i, forms.language) and parse[i].deprel != "root":
        return False
    at = i
    while parse[at].deprel == "conj" and parse[at].head >= 0:
        at = parse[at].head
    t = parse[at]
    if any(parse[c].word.lower() in forms.when and c < at for c in parse.children(at, "mark")):
        return False  # "tensions rose after Lund said that …", wherever the parser puts it
    if t.deprel in _TOP:
        return True
    participle = t.word.lower().endswith(forms.participle) and not parse.children(at, *SUBJECTS)
    if participle and t.deprel in {"advcl", "acl", "conj"}:
        return t.relation != "acl:relcl" and not _is_far(parse, at) and not _is_when(parse, at, forms)
    said = sum(e - s for s, e in d.content)
    return (
        said >= _BY_THE_WAY * (parse.end - parse.start)
        and t.deprel in {"advcl", "acl"}
        and not _is_when(parse, at, forms)
    )


def _is_when(parse: Parse, i: int, forms: _Forms) -> bool:
    """Whether a clause only says when what the sentence tells was: "hours after Lund announced that …, crowds met",
    "after a day of rivals saying that …, Lund spoke"."""
    while parse[i].head >= 0:
        if any(parse[c].word.lower() in forms.when and c < i for c in parse.children(i, "mark", "case")):
            return True
        if parse[i].upos == "VERB" and parse[i].deprel not in {"acl", "conj"}:
            return False
        i = parse[i].head
    return False


def _is_far(parse: Parse, i: int) -> bool:
    """Whether another clause stands between a participle and the verb that it hangs on: either may be meant."""
    above = parse[i].head
    return any(
        parse[k].upos == "VERB" and parse.children(k, *SUBJECTS) and parse[k].head != above for k in range(above + 1, i)
    )


def is_certain(d: CandidateClaim, language: str) -> bool:
    """Whether a claim may be shown as a fact about the text rather than as a guess."""
    forms = _forms(language)
    if not d.source or d.kind not in {"speech", "writing"}:
        return False
    if d.lemma not in forms.say and _is_purpose(d, language):
        return False
    if d.frame == "inf" and d.lemma in forms.sure_to:
        return True
    return sum(e - s for s, e in d.content) >= forms.sure.get(d.frame, 1 << 30)


def _is_purpose(d: CandidateClaim, language: str) -> bool:
    """Whether the cue is what another deed was for ("took to the streets to demand that …"): the deed is the news."""
    if d.parse is None or d.clause is None:
        return False
    verb = d.clause.head
    return d.parse[verb].deprel in {"advcl", "xcomp"} and has_to(d.parse, verb, language)
