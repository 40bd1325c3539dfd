"""The parts of a statement that tell a thing of their own: clauses joined to it by "and" or "after", or set beside it.

"Tolk resigned, and the council named Venn" tells two things; each is given as a statement of its own, with the words
that the other one had for both ("Tolk resigned and left" tells that Tolk left).
"""

from __future__ import annotations

from dataclasses import dataclass

from leadup.model import Extent
from leadup.reading.syntax import Parse

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_AUXILIARY = ("aux", "aux:pass")
_EDGES = ("cc", "punct", "mark")
_JOINED = ("conj", "parataxis")


@dataclass(frozen=True, slots=True)
class Part:
    """A clause that is joined to another one: ``words`` say it alone, ``extent`` is where it stands in the statement,
    without the word that joins it; ``key`` is where its verb stands."""

    words: str
    extent: Extent
    key: int


def parts_of(words: str, parse: Parse, start: int = 0, quotes: tuple[Extent, ...] = ()) -> tuple[Part, ...]:
    """The joined clauses of a statement, in order, none that stands in a quotation; none where it tells one thing.

    ``start`` is where the statement starts in the text that was parsed.
    """
    found = []
    for at, token in enumerate(parse):
        if not _is_clause(parse, at) or not (token.deprel in _JOINED or _is_beside(parse, at)):
            continue
        if any(s <= token.start - start < e for s, e in quotes):
            continue
        inside = [k for k in parse.subtree(at) if not (parse[k].head == at and parse[k].deprel in _EDGES)]
        if not inside:
            continue
        first, last = parse[inside[0]], parse[inside[-1]]
        kept = _kept(parse, at, set(inside))
        alone = " ".join(words[parse[k].start - start : parse[k].end - start] for k in kept)
        found.append(Part(alone, (first.start - start, last.end - start), token.start - start))
    return tuple(found)


def _is_clause(parse: Parse, at: int) -> bool:
    """Whether a joined word tells a deed: a verb, or what something is said to be."""
    return parse[at].upos in ("VERB", "AUX") or parse.child(at, "cop") is not None


def _is_beside(parse: Parse, at: int) -> bool:
    """Whether it tells what was done before, after or because of it, by one who is named in it: "after Venn fled"."""
    own = parse[parse[at].head].head < 0
    return own and parse[at].deprel == "advcl" and parse.child(at, *_SUBJECT) is not None


def _kept(parse: Parse, at: int, inside: set[int]) -> list[int]:
    """The places of the words that tell a joined clause alone: its own, those over both, and who does both."""
    head = parse[at].head
    kept = set(inside)
    if _is_beside(parse, at):
        return sorted(kept)
    for over in parse.ancestors(head):
        # "Tolk said that ...": what stands over both, with who says it.
        kept |= {over, *(k for c in parse.children(over, *_SUBJECT, *_AUXILIARY, "mark") for k in parse.subtree(c))}
    if parse[head].deprel in ("ccomp", "xcomp"):
        kept |= set(parse.children(head, "mark"))
    if parse.child(at, *_SUBJECT) is None:
        for above in (head, *parse.ancestors(head)):
            subjects = parse.children(above, *_SUBJECT)
            if subjects:
                kept |= {k for c in subjects for k in parse.subtree(c)}
                break
    if parse.child(at, *_SUBJECT, *_AUXILIARY, "cop") is None:
        # "was charged and tried": what stands with the first verb is said of both.
        kept |= set(parse.children(head, *_AUXILIARY))
    return sorted(kept)
