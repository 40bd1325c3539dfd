"""What a body or a person voted, ordered, agreed or asked to be done: borne out only where a source has that very deed.

"The parliament voted to keep the troops" has all but one word of "the parliament voted to expel the troops", and that
one is what was decided. So what hangs on such a verb is held against what hangs on it in each source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from leadup import lang
from leadup.check.case import Case, Read
from leadup.check.clauses import aspect, light
from leadup.check.days import named_beside
from leadup.check.denial import is_denied
from leadup.check.evidence import outlets_in, parsed, told_by
from leadup.check.factuality import factuality
from leadup.check.report import BORNE_OUT, Finding
from leadup.check.wording import classes_in, kin_of, lang_words, stem_of
from leadup.reading.syntax import Parse

WHY = "no source says that this is what was decided"
WHY_CONTRARY = "the sources have the contrary decided"
LEAST = 0.5
"""Share of a statement that another sentence of its day must hold to bear it out with what was decided."""


def as_was_decided(case: Case, found: Finding) -> Finding:
    """What bears a statement out, by the sentences alone that have the deed which it says was decided on."""
    if found.kind not in BORNE_OUT:
        return found
    decided = _decided(case.parse)
    if decided is None:
        return found
    over, at = decided
    shown = [r for r in case.read if r.bearing.place in found.places]
    if not shown:
        return found
    sides = _sides_of(case, over, at, shown)
    by = [r.bearing for r, side in sides if side > 0]
    if len(by) == len(sides):
        return found
    if not by:
        then = [r for r in case.read if r not in shown and case.is_then(r.bearing) and r.bearing.score >= LEAST]
        by = [r.bearing for r, side in _sides_of(case, over, at, [r for r in then if case.firm(r)]) if side > 0]
    if not by:
        against = [r.bearing for r, side in sides if side < 0]
        if against:
            return case.found("sources say the opposite", "possible", WHY_CONTRARY, against)
        return case.found("no source says so", "likely", WHY, [r.bearing for r in shown])
    kind, why = told_by(len(outlets_in(by)), named_beside(case.day, by))
    made = case.found(kind, found.sureness, why, by)
    lost = {r.bearing.place for r, side in sides if side <= 0}
    kept = tuple(w for w in found.witnesses if (w.span.article, w.span.start) not in lost)
    return replace(made, witnesses=kept or made.witnesses)


def _decided(parse: Parse) -> tuple[int, int] | None:
    """Where a verb of deciding stands as a statement's own deed, and the deed that hangs on it; None where it says
    little or is none."""
    for at, token in enumerate(parse):
        if (
            token.upos != "VERB"
            or token.lemma.lower() not in lang_words("decided", parse.language)
            or is_denied(parse, at)
        ):
            continue
        if token.deprel not in ("root", "conj", "ccomp", "parataxis"):
            continue
        deed = next(_complements(parse, at), None)
        if deed is not None:
            return at, deed
    return None


def _complements(parse: Parse, over: int) -> Iterator[int]:
    """The deeds that hang on a verb of deciding by "to", or by a noun of which the contrary is known."""
    for at in parse.children(over, "xcomp", "advcl", "obl", "obj", "ccomp"):
        token = parse[at]
        marks = {parse[k].word.lower() for k in parse.children(at, "mark", "case")}
        key = _key(parse, at)
        if token.upos == "VERB" and marks & lang_words("infinitive", parse.language):
            # "vowed to start deporting them": the second word is the deed.
            deed = next(iter(parse.children(at, "xcomp")), at) if key in aspect(parse.language) else at
            if _key(parse, deed) not in light(parse.language) and deed > over:
                yield deed
        elif token.upos == "NOUN" and (
            marks & lang_words("decided_for", parse.language)
            or (token.deprel == "obj" and key in _sides(parse.language))
        ):
            yield at


def _sides_of(case: Case, over: int, at: int, reads: Sequence[Read]) -> list[tuple[Read, int]]:
    """Some sentences, parsed side by side, each with what it has of what was decided."""
    parses = parsed([r.bearing.words for r in reads], case.language)
    return [(r, _side_of(case, over, at, r, *made)) for r, made in zip(reads, parses, strict=True)]


def _side_of(case: Case, over: int, at: int, read: Read, parse: Parse, begins: int) -> int:
    """1 where a sentence has a statement's deed as what was decided, -1 where it has the contrary of it, 0 else.

    The first of its words after the verb that is one or the other says which.
    """
    own = case.parse
    said = _key(own, over)
    word, undone = own[at].word, _is_undone(own, at, over)
    verbs = [k for k in range(len(parse)) if _is_deciding(parse, k, said)]
    # A noun for which no contrary is known may be told in any words.
    unknown = 1 if own[at].upos == "NOUN" and _key(own, at) not in _sides(case.language) else 0
    for start in verbs or [-1]:
        found = []
        for k in _within(parse, start):
            side = 0 if _is_open(parse, k) else _relation(_key(own, at), word, parse, k)
            if side:
                found.append(side if _is_undone(parse, k, start) == undone else -side)
        if found and start >= 0:
            return found[0] if _is_by_same(case, read, parse[start].start - begins) else 0
        if found:
            # "approved a vote rejecting it": without the verb, nothing says which was decided.
            return found[0] if len(set(found)) == 1 else 0
    return unknown


def _is_by_same(case: Case, read: Read, start: int) -> bool:
    """Whether who decides in a statement may decide in a source's clause: he is named there, or nobody is."""
    agents = [c.agent for c in case.own if c.key in _deciding(case.language) and c.agent]
    theirs = next((c.agent for c in read.clauses if c.start == start), frozenset[str]())
    who = (agents[0] & case.names or agents[0]) if agents else frozenset[str]()
    return not who or not theirs or bool(who & theirs)


@cache
def _deciding(language: str) -> frozenset[str]:
    return frozenset(stem_of(verb, language) for verb in lang_words("decided", language))


def _is_open(parse: Parse, at: int) -> bool:
    """Whether a deed is only what is to be decided: "whether to accept", "accept or reject"."""
    if any(
        parse[k].word.lower() in lang_words("unreal_marks", parse.language) for k in parse.children(at, "mark", "case")
    ):
        return True
    head = parse[at].head
    beside = [*parse.children(at, "conj"), *([head] if parse[at].deprel == "conj" and head >= 0 else [])]
    return any(_relation(_key(parse, at), parse[at].word, parse, k) < 0 for k in beside)


def _is_deciding(parse: Parse, at: int, said: str) -> bool:
    """Whether a word is the statement's verb of deciding, or a noun or verb that may stand for it."""
    if parse[at].upos not in ("VERB", "NOUN"):
        return False
    key = _key(parse, at)
    return key == said or (
        parse[at].lemma.lower() in lang_words("decided", parse.language)
        and bool(kin_of(key, parse.language) & kin_of(said, parse.language))
    )


def _within(parse: Parse, start: int) -> Iterator[int]:
    """The deeds after a verb of deciding, up to another clause: verbs and nouns, but none that only tells more of a
    thing."""
    below = parse.subtree(start) if start >= 0 and parse[start].upos == "NOUN" else range(start + 1, len(parse))
    for k in sorted(k for k in below if k > start):
        token = parse[k]
        if start >= 0 and token.word.lower() in lang_words("decided_ends", parse.language):
            return
        if token.upos in ("VERB", "NOUN") and token.deprel not in ("amod", "compound"):
            yield k


def _relation(key: str, word: str, parse: Parse, at: int) -> int:
    """1 where a word of a source may stand for a statement's deed, -1 where it is the contrary of it, 0 else."""
    theirs = _key(parse, at)
    if theirs == key:
        return 1
    same, contrary = _sides(parse.language).get(key, (frozenset[str](), frozenset[str]()))
    if theirs in same and theirs not in contrary:
        return 1
    if theirs in contrary and theirs not in same:
        after = {parse[k].word.lower() for k in range(at + 1, len(parse))}
        return -1 if not (theirs in light(parse.language) and after & lang_words("left_as_is", parse.language)) else 1
    if kin_of(key, parse.language) & kin_of(theirs, parse.language):
        return 1
    classes = classes_in(word, parse.language) & classes_in(parse[at].word, parse.language)
    return int(not classes <= lang_words("broad", parse.language))


def _is_undone(parse: Parse, at: int, start: int = -1) -> bool:
    """Whether a deed is not to be done: by a "not" at it, or at what stands over it within what was decided."""
    if is_denied(parse, at) != (factuality(parse, at) == "undone"):
        return True
    for above in parse.ancestors(at):
        if above == start:
            return False
        if parse[above].lemma.lower() in lang_words("undo", parse.language) or is_denied(parse, above):
            return True
    return False


def _key(parse: Parse, at: int) -> str:
    return stem_of(parse[at].lemma, parse.language) or parse[at].lemma.lower()


@cache
def _sides(language: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Of each word of the table, those of its own sides and those of the other ones, as stems."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for pair in lang.kept_rows("check_sides", language):
        one, other = (frozenset(stem_of(w, language) or w for w in cell.split()) for cell in pair)
        for own, theirs in ((one, other), (other, one)):
            for word in own:
                same, contrary = found.get(word, (frozenset[str](), frozenset[str]()))
                found[word] = same | own, contrary | theirs
    return found
