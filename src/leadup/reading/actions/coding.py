"""What a predicate says: frames of the lexicon, and operators that agree to, refuse, demand or undo an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from leadup.model import Category, Quad, Realis
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.lexicon import Part, lexicon, word_list

COOPERATION: Final[frozenset[Category]] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
)
MATERIAL_CONFLICT: Final[frozenset[Category]] = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
QUADS: Final[dict[Category, Quad]] = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation",
    "CONCEDE": "material cooperation", "COOPERATE": "material cooperation", "AID": "material cooperation",
    "RETREAT": "material cooperation", "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict", "THREATEN": "verbal conflict", "PROTEST": "material conflict",
    "SANCTION": "material conflict", "MOBILIZE": "material conflict", "COERCE": "material conflict",
    "ASSAULT": "material conflict", "NONE": "none",
}  # fmt: skip
"""PLOVER's four quadrants."""

_DEEPEST: Final = 6
_CLAUSES: Final = ("xcomp", "ccomp", "csubj", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Coding:
    """A reading of one predicate.

    ``head`` is the predicate's word, ``last`` the last word of what decided it, ``pivot`` the innermost predicate,
    whose objects are the action's objects ("lift" in "refused to lift the ban"). ``kind`` is the operator, if any.
    """

    category: Category
    realis: Realis
    score: float
    head: int
    last: int
    pivot: int
    kind: str = ""
    top: int = -1
    """The predicate that the reading was made for: "said" of "said it would withdraw", whose ``head`` is "withdraw"."""


class Coder:
    """Codes the predicates of one sentence; each is worked out once."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._done: dict[int, Coding | None] = {}

    def code(self, v: int, depth: int = 0) -> Coding | None:
        """The best reading of the predicate at ``v``, None where the lexicon knows nothing of it."""
        if v not in self._done:
            self._done[v] = None
            read = self._code(v, depth)
            if read is not None and read.realis == "happened":
                read = replace(read, realis=_REALIS_OF_WORDS.get(read.category, "happened"))
            self._done[v] = None if read is None else replace(read, top=v)
        return self._done[v]

    def _code(self, v: int, depth: int) -> Coding | None:
        found = [c for c in (self._by_frame(v), self._by_clause(v, depth), self._by_noun(v, depth)) if c]
        if not found:
            return None
        best = max(found, key=lambda c: c.score)
        if not best.kind.startswith("noun:"):
            inner = next((c for c in found if c.kind in {"clause", *_KINDS} and c is not best), None)
            if inner is not None and inner.category == best.category:
                best = replace(best, realis=inner.realis, pivot=inner.pivot, kind=inner.kind)
        return self._in_mood(v, best)

    # --- frames ----------------------------------------------------------------------------------------------------

    def _by_frame(self, v: int) -> Coding | None:
        s = self.sentence
        best: Coding | None = None
        for word in s.words[v]:
            for frame in lexicon().frames.get(word, ()):
                if best is not None and frame.weight <= best.score:
                    break
                if not frame.rest and not (s.verbal(v) or s.tokens[v].upos == "ADJ"):
                    continue
                if frame.subject is not None and not self._subject_is(v, frame.subject):
                    continue
                if (got := self._match(v, frame.rest)) is not None:
                    score, last = frame.weight - got[0], got[1]
                    if best is None or score > best.score:
                        best = Coding(frame.category, "happened", score, v, last, v)
        return best

    def _subject_is(self, v: int, noun_class: str) -> bool:
        s = self.sentence
        subject = s.subject(v)
        if subject is None and s.tokens[v].deprel == "conj":
            subject = s.subject(s.tokens[v].head)
        if subject is None or s.passive(v):
            return False
        # "hundreds of protesters", "dozens of soldiers"
        return any(noun_class in s.classes[i] for i in (subject, *s.parse.children(subject, "nmod")))

    def _match(self, v: int, rest: Sequence[Part]) -> tuple[float, int] | None:
        """How loosely the parts stand after ``v``, and the last of them; None where they do not."""
        if not rest:
            return 0.0, v
        s = self.sentence
        zone = s.zone(v)
        at, last, loose = v, v, 0.0
        for k, part in enumerate(rest):
            if part.noun_class in {"any", "actor"}:
                found = s.subject(v) if s.passive(v) else s.parse.child(v, "obj")
                if found is not None and part.noun_class == "actor" and not self._acts(found):
                    found = None
            else:
                found = next((i for i in zone if at < i <= at + part.reach and self._fits(i, part)), None)
            if found is None and k == 0 and s.passive(v) and part.weight >= 1:
                if any(self._fits(i, part) for i in s.subject_zone(v)) or self._fits(s.tokens[v].head, part):
                    loose -= 0.9
                    continue
                return None
            if found is None:
                return None
            loose += 0.04 * (found - at - 1)
            if part.noun_class in {"any", "actor"}:
                at = last = max(v, found)
                continue
            if part.noun_class and (k == 0 or rest[k - 1].weight > 1) and self._oblique(found):
                loose += 1.3
            if k == 0 and s.tokens[found].deprel == "obj" and s.tokens[found].head == v:
                loose -= 0.9
            if s.tokens[found].deprel == "nmod" and self._nominal(s.tokens[found].head):
                # "a suspension of aid" is no aid
                loose += 1.5
            at = last = found
        return loose, last

    def _oblique(self, i: int) -> bool:
        """Whether a preposition other than "of" governs the phrase that the word stands in."""
        s = self.sentence
        while s.tokens[i].deprel == "compound" and s.tokens[i].head > i:
            i = s.tokens[i].head
        return any(s.tokens[c].word.lower() not in {"of", "'s", "’s"} for c in s.parse.children(i, "case"))

    def _acts(self, i: int) -> bool:
        s = self.sentence
        return s.tokens[i].word[:1].isupper() or not _ACTORS.isdisjoint(s.classes[i])

    def _fits(self, i: int, part: Part) -> bool:
        if i < 0:
            return False
        if part.noun_class is not None:
            return part.noun_class in self.sentence.classes[i]
        if part.words.isdisjoint(self.sentence.words[i]) and self.sentence.tokens[i].word.lower() not in part.words:
            return False
        return not (self.sentence.tokens[i].upos == "ADP" and self._before_time(i))

    def _before_time(self, i: int) -> bool:
        """ "called on Friday" is no "call on"."""
        s = self.sentence
        return i + 1 < len(s.tokens) and s.tokens[i + 1].word.lower() in word_list("time")

    # --- operators on clauses ----------------------------------------------------------------------------------------

    def _operator(self, v: int, table: dict[str, tuple[tuple[tuple[str, ...], str], ...]]) -> list[tuple[str, int]]:
        """The kinds of operator that ``v`` may be, with the last word of its particles; longest first."""
        s = self.sentence
        out: list[tuple[str, int]] = []
        for word in s.words[v]:
            for particles, kind in table.get(word, ()):
                at = v
                for p in particles:
                    nearby = range(at + 1, min(at + 4, len(s.tokens)))
                    at = next((i for i in nearby if s.tokens[i].word.lower() == p and not self._before_time(i)), -1)
                    if at < 0:
                        break
                if at >= 0:
                    out.append((kind, at))
        return out

    def _by_clause(self, v: int, depth: int) -> Coding | None:
        if depth >= _DEEPEST:
            return None
        operators = self._operator(v, lexicon().clause_operators)
        if not operators:
            return None
        complement = self._complement(v)
        if complement is None:
            return None
        kind, last = operators[0]
        may_report = ("report", last) in operators
        if may_report and not self.sentence.infinitive(complement):
            kind = "report"
        of_another = (self.sentence.subject(complement) or self.sentence.parse.child(v, "obj")) is not None
        if kind == "intend" and of_another and not word_list("wanting").isdisjoint(self.sentence.words[v]):
            kind = "demand"
        if kind == "intend" and of_another and not word_list("expecting").isdisjoint(self.sentence.words[v]):
            hoped = self.code(complement, depth + 1)
            return None if hoped is None else replace(hoped, realis="hypothetical", kind="other")
        if complement < v:
            # "..., an organisation charged": what is said comes first
            said = self.code(complement, depth + 1)
            return None if said is None else replace(said, score=max(said.score, 3.0), kind="other")
        inner = self.code(complement, depth + 1)
        return self._transform(kind, inner, v, last, complement)

    def _complement(self, v: int) -> int | None:
        s = self.sentence
        found = [
            c
            for c in s.parse.children(v, *_CLAUSES)
            if (c > v or s.tokens[c].deprel == "ccomp")
            and s.tokens[c].relation != "acl:relcl"
            and (s.verbal(c) or s.tokens[c].upos in {"ADJ", "NOUN", "PROPN"})
        ]
        found.sort(key=lambda c: (_CLAUSES.index(s.tokens[c].deprel), c))
        has_object = s.parse.child(v, "obj") is not None
        for c in found:
            if s.tokens[c].deprel != "advcl" or (s.infinitive(c) and not has_object):
                return c
        # "ordered troops to withdraw", "a plan to meet": the infinitive may hang on the object
        for o in s.parse.children(v, "obj", "iobj", "obl"):
            for c in s.parse.children(o, "acl"):
                if s.tokens[c].relation != "acl:relcl" and s.infinitive(c):
                    return c
        return None

    def _transform(self, kind: str, inner: Coding | None, v: int, last: int, complement: int) -> Coding | None:
        s = self.sentence
        got: Category = inner.category if inner else "NONE"
        realis: Realis = inner.realis if inner else "happened"
        score = 2.1 + 0.4 * min(4.0, inner.score if inner else 0.0)
        pivot = inner.pivot if inner else complement
        category: Category
        if kind == "pass":
            if inner is None:
                return None
            return Coding(got, realis, inner.score + 0.2, v, inner.last, pivot, kind)
        if kind == "intend":
            category, realis = intended(got), "planned"
            if category == "THREATEN":
                realis = "threatened"
        elif kind == "threaten":
            category, realis = "THREATEN", "threatened"
        elif kind == "refuse":
            category = "REJECT"
        elif kind == "demand":
            calls = not word_list("calling").isdisjoint(s.words[v])
            category = "THREATEN" if calls and got in MATERIAL_CONFLICT else got if got == "ACCUSE" else "REQUEST"
            realis = "called for"
        elif kind == "deny":
            if inner is None:
                return None
            category, realis = got, "denied"
        elif kind == "order":
            category = got if inner else "COERCE"
        elif kind == "force":
            category = "COERCE"
        elif kind == "let":
            category = "CONCEDE" if got not in {"RETREAT", "AID"} else got
        else:
            return self._reported(inner, v, complement)
        return Coding(category, realis, score, v, max(last, inner.head if inner else complement), pivot, kind)

    def _reported(self, inner: Coding | None, v: int, complement: int) -> Coding | None:
        """ "S said that ...": what is said of S itself counts as S's; a "must" of another is a request to it."""
        s = self.sentence
        subject = s.subject(complement)
        own = subject is None or s.tokens[subject].upos == "PRON" or self._same_name(subject, s.subject(v))
        if not own and self._modals(complement) & word_list("must"):
            return Coding("REQUEST", "called for", 3.0, v, complement, complement, "must")
        if inner is None:
            return None
        if own:
            return replace(inner, score=inner.score + 0.1, head=inner.head, kind="report")
        return replace(inner, score=inner.score - 0.6, kind="other")

    def _same_name(self, a: int, b: int | None) -> bool:
        return b is not None and self.sentence.tokens[a].word == self.sentence.tokens[b].word

    # --- operators on nouns ------------------------------------------------------------------------------------------

    def _by_noun(self, v: int, depth: int) -> Coding | None:
        s = self.sentence
        if not s.verbal(v):
            return None
        operators = self._operator(v, lexicon().noun_operators)
        if not operators:
            return None
        for kind, last in operators:
            for n in self._objects(v, last):
                if last == v and n > v and self._oblique(n):
                    continue
                if (category := self._of_noun(kind, n, depth)) is not None:
                    realis = _REALIS_OF_NOUNS.get(kind, "happened")
                    score = 2.5 - 0.04 * abs(n - v) + 0.3 * (last > v)
                    return Coding(category, realis, score, v, n, n if kind != "undo" else v, f"noun:{kind}")
        return None

    def _objects(self, v: int, last: int) -> list[int]:
        s = self.sentence
        found = [i for i in s.zone(v) if last < i <= last + 12 and self._names_action(i)]
        if s.passive(v):
            found = [i for i in s.subject_zone(v) if s.classes[i]] + found
            if s.tokens[v].deprel == "acl" and s.tokens[v].head >= 0 and s.classes[s.tokens[v].head]:
                found.insert(0, s.tokens[v].head)
        direct = [i for i in found if s.tokens[i].deprel == "obj" and s.tokens[i].head == v]
        return [*direct, *(i for i in found if i not in direct)]

    def _names_action(self, i: int) -> bool:
        s = self.sentence
        if s.classes[i]:
            return not s.inside[i]
        return s.tokens[i].upos == "NOUN" and self._nominal(i)

    def _nominal(self, i: int) -> bool:
        return not lexicon().nominal.keys().isdisjoint(self.sentence.words[i])

    def _of_noun(self, kind: str, n: int, depth: int) -> Category | None:
        classes = lexicon().classes
        named = [classes[c] for c in self.sentence.classes[n]]
        done = self.code_noun(n, by_itself=False) if depth < _DEEPEST else None
        doing = done.category if done is not None else None
        if not named:
            return doing if kind in {"do", "face"} else "REJECT" if kind == "refuse" and doing else None
        first = named[0]
        if kind in {"do", "face"}:
            return doing
        if kind == "undo":
            return next((c.undo for c in named if c.undo), None)
        if doing is None and first.do is None and first.name not in {"post", "proposal"}:
            return None
        if kind == "ask":
            return first.asked or ("THREATEN" if doing in MATERIAL_CONFLICT else "REQUEST")
        if kind == "refuse":
            return "REJECT"
        if kind == "threaten":
            return intended(doing) if doing else None
        if kind == "accept":
            if first.name == "demand":
                return "CONCEDE"
            if first.name in {"accord", "praise", "relations"}:
                return "SUPPORT"
            return "AGREE" if doing in COOPERATION else doing
        raise ValueError(f"no such operator on nouns: {kind}")

    def code_noun(self, n: int, *, by_itself: bool = True) -> Coding | None:
        """What a noun that names an action says: "the killing of X", "a suspension of aid", "an attack on Y".

        ``by_itself`` is False for the object of a verb: "weapons" are no deed, but "sent weapons" is.
        """
        s = self.sentence
        lex = lexicon()
        best: Coding | None = None
        for word in s.words[n]:
            verb = lex.nominal.get(word)
            if verb is None:
                continue
            for frame in lex.frames.get(verb[0], ()):
                if frame.rest and (got := self._match(n, frame.rest)) is not None:
                    score = frame.weight - got[0]
                    if best is None or score > best.score:
                        best = Coding(frame.category, "happened", score, n, got[1], n, "noun", n)
            break
        if best is not None and best.score >= 2.4:
            return best
        undone = any(
            kind == "undo" and not particles
            for c in s.parse.children(n, "amod")
            for word in s.words[c]
            for particles, kind in lex.noun_operators.get(word, ())
        )
        for name in s.classes[n]:
            if undone and (category := lex.classes[name].undo) is not None:
                # "reduced tariffs", "lifted sanctions"
                return Coding(category, "happened", 0.9, n, n, n, "noun", n)
            alone = lex.classes[name].alone
            if by_itself and alone is not None and alone.isdisjoint(s.words[n]):
                continue
            if (category := lex.classes[name].do) is not None:
                return Coding(category, "happened", 0.9, n, n, n, "noun", n)
        return best

    # --- mood --------------------------------------------------------------------------------------------------------

    def _modals(self, v: int) -> set[str]:
        s = self.sentence
        out = {s.tokens[c].word.lower() for c in s.parse.children(v, "aux", "cop", "advmod", "det")}
        for c in s.parse.children(v, "aux", "cop"):
            out |= {s.tokens[g].word.lower() for g in s.parse.children(c, "advmod")}
        if v >= 1 and s.tokens[v - 1].word.lower() in word_list("not"):
            out.add("not")
        subject = s.subject(v)
        if subject is not None and any(s.tokens[c].word.lower() == "no" for c in s.parse.children(subject, "det")):
            out.add("not")
        if v >= 2 and s.infinitive(v) and s.tokens[v - 2].word.lower() in {"is", "are"}:
            out.add("will")  # "is to meet"
        if not out and s.tokens[v].upos == "VERB":
            out |= self._far_modal(v)
        return out

    def _far_modal(self, v: int) -> set[str]:
        """The auxiliary of "will on Monday, May 4, open", which a parser may miss."""
        s = self.sentence
        for i in range(v - 1, max(-1, v - 9), -1):
            t = s.tokens[i]
            if t.upos == "AUX" and t.head not in range(i, v):
                return {t.word.lower()}
            if t.upos not in {"ADV", "PUNCT", "NUM", "PROPN", "ADP", "PART"}:
                break
        return set()

    def _in_mood(self, v: int, coding: Coding) -> Coding:
        modals = self._modals(v)
        if not modals:
            return coding
        category = coding.category
        if category == "NONE":
            return coding
        no_longer = v > 0 and self.sentence.tokens[v - 1].word.lower() == "longer"
        if no_longer or modals & word_list("not"):
            if category in COOPERATION:
                return replace(coding, category="REJECT", realis="happened")
            if modals & word_list("future") and category in MATERIAL_CONFLICT:
                return replace(coding, category="AGREE", realis="planned")
            return replace(coding, realis="denied")
        if modals & word_list("future") or self._going_to(v):
            if coding.kind == "report":
                return coding
            category = intended(category)
            return replace(coding, category=category, realis="threatened" if category == "THREATEN" else "planned")
        if modals & word_list("must"):
            return replace(coding, realis="called for")
        if modals & word_list("maybe"):
            return replace(coding, realis="hypothetical")
        return coding

    def _going_to(self, v: int) -> bool:
        s = self.sentence
        h = s.tokens[v].head
        return s.tokens[v].deprel == "xcomp" and h >= 0 and s.tokens[h].word.lower() == "going"


_REALIS_OF_NOUNS: Final[dict[str, Realis]] = {"ask": "called for", "threaten": "threatened"}
_REALIS_OF_WORDS: Final[dict[Category, Realis]] = {
    "THREATEN": "threatened", "REQUEST": "called for", "AGREE": "planned",
}  # fmt: skip
"""What is threatened, asked for or agreed to has not happened yet, whichever words say so."""
_ACTORS: Final = frozenset({"person", "captive", "group", "observers", "leader", "protester", "forces"})
_KINDS: Final = frozenset({"intend", "threaten", "refuse", "pass", "demand", "order", "force", "let", "deny"})


def intended(category: Category) -> Category:
    """The category of meaning to do what has ``category``: cooperation is agreed to, material conflict threatened."""
    if category in COOPERATION or category == "NONE":
        return "AGREE"
    return "THREATEN" if category in MATERIAL_CONFLICT else category
