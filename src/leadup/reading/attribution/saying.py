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

from leadup.lang import rows, table
from leadup.model import Actor
from leadup.reading.attribution.candidate import CandidateClaim
from leadup.reading.attribution.sources import is_document
from leadup.reading.attribution.tree_queries import PARTICIPLE, SUBJECTS, THAT, has_to
from leadup.reading.syntax import Parse

_WORDS: dict[str, Any] = table("attribution")["saying"]

_SURE: dict[str, int] = _WORDS["sure"]
"""Frames that are sure from a content of so many code points on."""

_SAY: frozenset[str] = frozenset(_WORDS["say"])
_SURE_TO: frozenset[str] = frozenset(_WORDS["sure_to"])
"""Verbs that are sure before an infinitive."""

_NO: frozenset[str] = frozenset(_WORDS["no"])
_ONLY: frozenset[str] = frozenset(_WORDS["only"])
_DENY: frozenset[str] = frozenset(_WORDS["deny"])
_NOBODY: frozenset[str] = frozenset(_WORDS["nobody"])
_OR: frozenset[str] = frozenset(_WORDS["or"])
_WHEN: frozenset[str] = frozenset(_WORDS["when"])

_BY_THE_WAY = 0.66
"""What is said in a clause by the way is what the sentence tells where it is this share of it."""

_TOP = frozenset({"root", "parataxis", "ccomp", "dep", "list", "discourse"})


def is_said(d: CandidateClaim, speaker: Actor | None) -> bool:
    """Whether these are words of the source: said or written, outright, and in a clause that tells them."""
    if d.kind == "evidence":
        if speaker is None or not is_document(speaker):
            return False
    elif d.kind not in {"speech", "writing"}:
        return False
    if d.frame.startswith("noun") or d.frame in deeds().get(d.lemma, ()):
        return False
    if d.frame not in clausal() and "any" in deeds().get(d.lemma, ()):
        return False
    if d.frame == "that" and "any" in deeds().get(d.lemma, ()) and not _has_that(d):
        # "instructed the yard, …": such a verb tells words where they are a clause beyond doubt.
        return False
    if d.parse is not None and d.clause is not None and d.clause.source:
        # "what officials called a camp"
        first = d.parse[d.clause.source[0]].word.lower()
        if first in table("sources")["free"]["words"].split():
            return False
    if d.parse is None or d.clause is None or d.frame in {"according", "as", "announced"}:
        return True
    return not (_is_open(d) or _is_denied(d.parse, d.clause.head)) and _is_told(d.parse, d.clause.head, d)


@cache
def deeds() -> dict[str, frozenset[str]]:
    """The verbs of ``saying_deeds.tsv`` and the frames in which they tell of a deed ("any": in all but a clause)."""
    return {verb: frozenset(frames.split()) for verb, frames, *_ in rows("saying_deeds")}


@cache
def clausal() -> frozenset[str]:
    """Frames of a clause or a quotation: in these even a verb of deeds tells words ("agreed that it was late")."""
    return frozenset(table("sources")["clausal"]["frames"])


def _has_that(d: CandidateClaim) -> bool:
    if d.parse is None or d.clause is None or not d.clause.content:
        return False
    return d.parse[d.clause.content[0]].word.lower() in THAT


def _is_open(d: CandidateClaim) -> bool:
    """Whether it was not said yet, or may not be: "will announce", "could say"."""
    if d.parse is None or d.clause is None:
        return False
    modals = table("sources")["open"]["words"].split()
    return any(d.parse[w].word.lower() in modals for w in d.parse.children(d.clause.head, "aux"))


def _is_denied(parse: Parse, i: int) -> bool:
    """Whether it was not said: "has neither confirmed nor denied that", "never said", "nobody said". A verb that "or"
    joins to another is denied with that; who did not deny a thing, or did not merely say it, is not denied to say it.
    """
    own = i
    while True:
        either = any(parse[c].word.lower() in _OR for c in parse.children(i, "cc"))
        no_to_no = i == own and not either and parse[i].lemma in _DENY
        if (_has_no(parse, i) and not no_to_no) or _is_by_nobody(parse, i):
            return True
        if not either or parse[i].head < 0 or parse.children(i, *SUBJECTS):
            return False
        i = parse[i].head


def _has_no(parse: Parse, i: int) -> bool:
    """Whether a word before a verb says that it was not done: "never said", but not "did not merely say"."""
    before = [c for c in parse.children(i) if c < i]
    return any(
        parse[c].word.lower() in _NO and parse[min(c + 1, i)].word.lower() not in _ONLY
        for c in before
    )  # fmt: skip


def _is_by_nobody(parse: Parse, i: int) -> bool:
    """Whether nobody is who did it: "neither Tolk nor Pask said", "no guard said", "none of the guards said"."""
    for who in parse.children(i, *SUBJECTS):
        before = [c for c in parse.children(who, "det", "cc") if c < who]
        if any(parse[c].word.lower() in _NOBODY for c in (who, *before)):
            return True
    return False


def _is_told(parse: Parse, i: int, d: CandidateClaim) -> bool:
    """Whether the clause of verb ``i`` is one that the sentence tells, and not one by the way."""
    if has_to(parse, i) and parse[i].deprel != "root":
        return False
    at = i
    while parse[at].deprel == "conj" and parse[at].head >= 0:
        at = parse[at].head
    t = parse[at]
    if any(parse[c].word.lower() in _WHEN and c < at for c in parse.children(at, "mark")):
        return False  # "tensions rose after Lund said that …", wherever the parser puts it
    if t.deprel in _TOP:
        return True
    participle = t.word.lower().endswith(PARTICIPLE) and not parse.children(at, *SUBJECTS)
    if participle and t.deprel in {"advcl", "acl", "conj"}:
        return t.relation != "acl:relcl" and not _is_far(parse, at) and not _is_when(parse, at)
    said = sum(e - s for s, e in d.content)
    return said >= _BY_THE_WAY * (parse.end - parse.start) and t.deprel in {"advcl", "acl"} and not _is_when(parse, at)


def _is_when(parse: Parse, i: int) -> bool:
    """Whether a clause only says when what the sentence tells was: "hours after Lund announced that …, crowds met",
    "after a day of rivals saying that …, Lund spoke"."""
    while parse[i].head >= 0:
        if any(parse[c].word.lower() in _WHEN and c < i for c in parse.children(i, "mark", "case")):
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


def is_certain(d: CandidateClaim) -> bool:
    """Whether a claim may be shown as a fact about the text rather than as a guess."""
    if not d.source or d.kind not in {"speech", "writing"}:
        return False
    if d.lemma not in _SAY and _is_purpose(d):
        return False
    if d.frame == "inf" and d.lemma in _SURE_TO:
        return True
    return sum(e - s for s, e in d.content) >= _SURE.get(d.frame, 1 << 30)


def _is_purpose(d: CandidateClaim) -> bool:
    """Whether the cue is what another deed was for ("took to the streets to demand that …"): the deed is the news."""
    if d.parse is None or d.clause is None:
        return False
    verb = d.clause.head
    return d.parse[verb].deprel in {"advcl", "xcomp"} and has_to(d.parse, verb)
