"""What a predicate says: frames of the lexicon, and operators that agree to, refuse, demand or undo an action."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leadup.model import Category, Realis
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.coding import COOPERATION, MATERIAL_CONFLICT, Coding, intended, of_noun
from leadup.reading.actions.frames import before_time, match, nominal, oblique, subject_is
from leadup.reading.actions.lexicon import Operator, lexicon, word_list
from leadup.reading.actions.mood import auxiliaries, in_mood

_DEEPEST: Final = 6
_CLAUSES: Final = ("xcomp", "ccomp", "csubj", "acl", "advcl")
_REALIS_OF_NOUNS: Final[dict[str, Realis]] = {"ask": "called for", "threaten": "threatened"}
_REALIS_OF_WORDS: Final[dict[Category, Realis]] = {
    "THREATEN": "threatened", "REQUEST": "called for", "AGREE": "planned",
}  # fmt: skip
"""What is threatened, asked for or agreed to has not happened yet, whichever words say so."""
_KINDS: Final = frozenset({"intend", "threaten", "refuse", "pass", "demand", "order", "force", "let", "deny"})


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
        codings = [c for c in (self._by_frame(v), self._by_clause(v, depth), self._by_noun(v, depth)) if c]
        if not codings:
            return None
        best = max(codings, key=lambda c: c.score)
        if not best.kind.startswith("noun:"):
            inner = next((c for c in codings if c.kind in {"clause", *_KINDS} and c is not best), None)
            if inner is not None and inner.category == best.category:
                best = replace(best, realis=inner.realis, pivot=inner.pivot, kind=inner.kind)
        return in_mood(self.sentence, v, best, self.sentence.language)

    # --- frames ----------------------------------------------------------------------------------------------------

    def _by_frame(self, v: int) -> Coding | None:
        s = self.sentence
        best: Coding | None = None
        for word in s.words[v]:
            for frame in lexicon(self.sentence.language).frames.get(word, ()):
                if best is not None and frame.weight <= best.score:
                    break
                if not frame.rest and not (s.verbal(v) or s.tokens[v].upos == "ADJ"):
                    continue
                if frame.subject is not None and not subject_is(self.sentence, v, frame.subject):
                    continue
                if (got := match(self.sentence, v, frame.rest, self.sentence.language)) is not None:
                    score, last = frame.weight - got[0], got[1]
                    if best is None or score > best.score:
                        best = Coding(frame.category, "happened", score, v, last, v)
        return best

    # --- operators on clauses ----------------------------------------------------------------------------------------

    def _operator(self, v: int, table: dict[str, tuple[Operator, ...]]) -> list[tuple[str, int]]:
        """The kinds of operator that ``v`` may be, with the last word of its particles; longest first."""
        s = self.sentence
        out: list[tuple[str, int]] = []
        for word in s.words[v]:
            for particles, kind in table.get(word, ()):
                at = v
                for p in particles:
                    nearby = range(at + 1, min(at + 4, len(s.tokens)))
                    places = (
                        i
                        for i in nearby
                        if s.tokens[i].word.lower() == p and not before_time(s, i, self.sentence.language)
                    )
                    at = next(places, -1)
                    if at < 0:
                        break
                if at >= 0:
                    out.append((kind, at))
        return out

    def _by_clause(self, v: int, depth: int) -> Coding | None:
        if depth >= _DEEPEST:
            return None
        operators = self._operator(v, lexicon(self.sentence.language).clause_operators)
        if not operators:
            return None
        complement = self._complement(v)
        if complement is None:
            return None
        kind, last = operators[0]
        may_report = ("report", last) in operators
        if may_report and not self.sentence.infinitive(complement):
            kind = "report"
        of_another = self.sentence.subject(complement) is not None or self.sentence.parse.child(v, "obj") is not None
        if (
            kind == "intend"
            and of_another
            and not word_list("wanting", self.sentence.language).isdisjoint(self.sentence.words[v])
        ):
            kind = "demand"
        if (
            kind == "intend"
            and of_another
            and not word_list("expecting", self.sentence.language).isdisjoint(self.sentence.words[v])
        ):
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
        complements = [
            c
            for c in s.parse.children(v, *_CLAUSES)
            if (c > v or s.tokens[c].deprel == "ccomp")
            and s.tokens[c].relation != "acl:relcl"
            and (s.verbal(c) or s.tokens[c].upos in {"ADJ", "NOUN", "PROPN"})
        ]
        complements.sort(key=lambda c: (_CLAUSES.index(s.tokens[c].deprel), c))
        has_object = s.parse.child(v, "obj") is not None
        for c in complements:
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
            calls = not word_list("calling", self.sentence.language).isdisjoint(s.words[v])
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
        if not own and auxiliaries(s, complement, self.sentence.language) & word_list("must", self.sentence.language):
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
        operators = self._operator(v, lexicon(self.sentence.language).noun_operators)
        if not operators:
            return None
        for kind, last in operators:
            for n in self._objects(v, last):
                if last == v and n > v and oblique(self.sentence, n, self.sentence.language):
                    continue
                if (category := self._of_noun(kind, n, depth)) is not None:
                    realis = _REALIS_OF_NOUNS.get(kind, "happened")
                    score = 2.5 - 0.04 * abs(n - v) + 0.3 * (last > v)
                    return Coding(category, realis, score, v, n, n if kind != "undo" else v, of_noun(kind))
        return None

    def _objects(self, v: int, last: int) -> list[int]:
        s = self.sentence
        objects = [i for i in s.zone(v) if last < i <= last + 12 and self._names_action(i)]
        if s.passive(v):
            objects = [i for i in s.subject_zone(v) if s.classes[i]] + objects
            if s.tokens[v].deprel == "acl" and s.tokens[v].head >= 0 and s.classes[s.tokens[v].head]:
                objects.insert(0, s.tokens[v].head)
        direct = [i for i in objects if s.tokens[i].deprel == "obj" and s.tokens[i].head == v]
        return [*direct, *(i for i in objects if i not in direct)]

    def _names_action(self, i: int) -> bool:
        s = self.sentence
        if s.classes[i]:
            return not s.inside[i]
        return s.tokens[i].upos == "NOUN" and nominal(self.sentence, i, self.sentence.language)

    def _of_noun(self, kind: str, n: int, depth: int) -> Category | None:
        classes = lexicon(self.sentence.language).classes
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
        lex = lexicon(self.sentence.language)
        best: Coding | None = None
        for word in s.words[n]:
            verb = lex.nominal.get(word)
            if verb is None:
                continue
            for frame in lex.frames.get(verb[0], ()):
                if frame.rest and (got := match(self.sentence, n, frame.rest, self.sentence.language)) is not None:
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
