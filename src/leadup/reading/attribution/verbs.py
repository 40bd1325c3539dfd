"""Verbs that report, by the frames of ``reporting_verbs.tsv``: one reporting clause a verb at most."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.attribution.asides import aside
from leadup.reading.attribution.candidate import Clause
from leadup.reading.attribution.closing import closing
from leadup.reading.attribution.lexicon import Cue, cues
from leadup.reading.attribution.subjects import loose, reports_on, source_of, subject, subject_forms
from leadup.reading.attribution.tree_queries import (
    SUBJECTS,
    agent,
    below,
    case_of,
    has_to,
    is_impersonal,
    is_passive,
    tree_forms,
    trim,
)
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("attribution", language)["verbs"]
        self.call: frozenset[str] = frozenset(self.words["call"])
        self.adverb: tuple[str, ...] = tuple(self.words["adverb"])
        self.negation: frozenset[str] = frozenset(self.words["negation"])
        self.particles: frozenset[str] = frozenset(self.words["particles"])
        self.musing: frozenset[str] = frozenset(self.words["musing"])
        self.withholding: frozenset[str] = frozenset(self.words["withholding"])
        self.any: frozenset[str] = frozenset(self.words["any"])
        self.given: frozenset[str] = frozenset(self.words["given"])
        # Their passives mostly tell of things, not of words: "compared with last year".
        self.rarely_said: frozenset[str] = frozenset(self.words["rarely_said"])
        self.participle = tree_forms(language).participle
        self.days = subject_forms(language).days
        self.relative = tree_forms(language).relative
        self.that = tree_forms(language).that


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_LOOSE_OBJECTS = frozenset({"obl:unmarked", "ccomp", "xcomp", "parataxis", "dep", "conj"})
_INNER = frozenset({"“", "``", '"', "-", "'", "‘", "’"})

_FAR = 16
"""Words between a verb of saying and its "that", at most."""

_LEAST_REST = 5
"""Words behind a verb of saying that are taken for what is said though the tree holds no clause, at least."""

_LONGEST_SOURCE = 25
"""Words of a source, apposition and all, that stands alone before its verb, at most."""

_OPENS_CLAUSE = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADV", "ADP", "SCONJ"})
"""What may follow the "that" of a clause with a subject of its own."""

_QUOTE_OPENS = frozenset({"“", "``", '"'})


def verb_clause(parse: Parse, i: int, cue: Cue, quoted: bool, language: str) -> Clause | None:
    """What verb ``i`` reports, or None. ``quoted`` as in :func:`~leadup.reading.attribution.clauses.clauses`."""
    verb = _Verb(parse, i, cue, quoted, language)
    made = verb.read()
    nobody = made is None or not made.source or made.frame == "before"
    return (verb.closing() if nobody and not quoted else None) or made


class _Verb:
    """A reporting verb and its complements, sorted."""

    def __init__(self, parse: Parse, i: int, cue: Cue, quoted: bool, language: str) -> None:
        self._language, self._forms = language, _forms(language)
        self.parse, self.i, self.cue, self.quoted = parse, i, cue, quoted
        self.frames = cue.frames
        self.passive = is_passive(parse, i, self._language)
        self.sub, self.own = subject(parse, i, self._language)
        self.agent = agent(parse, i, self._language) if self.passive else None
        self.words = _cue_words(parse, i, self._forms)
        kids = parse.children(i)
        after = [c for c in kids if c > i]
        self.after = after
        self.clause_after = [c for c in after if parse[c].deprel == "ccomp"]
        self.clause_before = [c for c in kids if c < i and parse[c].deprel == "ccomp"]
        purpose = bool(self.frames & {"inf", "np-to"})
        self.infinitives = [
            c for c in after
            if has_to(parse, c, language)
            and (parse[c].deprel in {"xcomp", "ccomp"} or (parse[c].deprel == "advcl" and purpose))
        ]  # fmt: skip
        self.gerunds = [
            c
            for c in after
            if parse[c].deprel in {"xcomp", "ccomp"} and parse[c].word.lower().endswith(self._forms.participle)
        ]
        self.named = [c for c in after if parse[c].deprel == "xcomp" and not has_to(parse, c, self._language)]
        self.objects = [c for c in after if parse[c].deprel == "obj"]
        self.hearers = [c for c in after if parse[c].deprel == "iobj"]
        self.fronted = [c for c in kids if c < i and parse[c].deprel == "obj"]
        self.phrases = [c for c in after if parse[c].deprel in {"obl", "nmod", "advcl", "xcomp"} and case_of(parse, c)]

    def read(self) -> Clause | None:
        """The frames, the surest first."""
        if self.quoted and not self.passive and "quote" in self.frames and self.sub is None and not self.infinitives:
            inverted = self._inverted()
            if inverted is not None:
                return inverted
        if self.passive:
            return self._passive()
        if self.parse[self.i].deprel == "amod" or (self.sub is None and self.parse[self.i].deprel == "compound"):
            return None
        for frame in (self._clausal, self._set_off, self._small_clause, self._prepositional, self._object):
            clause, done = frame()
            if done:
                return clause
        return self._with_quotation()

    def closing(self) -> Clause | None:
        """ "..., a source close to the inquiry told the Herald", by the order of the words."""
        told = closing(self.parse, self.i, self._language) if self.cue.kind == "speech" else None
        return None if told is None else self._made("aside", *told)

    def _made(self, frame: str, content: Iterable[int], source: tuple[int, ...] | None = None) -> Clause:
        src = source_of(self.parse, self.sub, self.i, self._language) if source is None else source
        held = set(content) - set(self.words) - set(src)
        for w in [w for w in held if w > self.i and reports_on(self.parse, w, self._language)]:
            # "hailed the deal as a success, telling reporters that ...": another report.
            held -= set(self.parse.subtree(w))
        if self.agent is not None:
            held -= set(self.parse.children(self.agent, "case"))
        return Clause(self.i, src, self.words, trim(self.parse, held), self.cue.lemma, self.cue.kind, frame)

    def _below(self, *heads: int) -> list[int]:
        return [w for h in heads for w in below(self.parse, h)]

    def _inverted(self) -> Clause | None:
        """ ", said a spokesman": what follows a lone cue is its source, though the parser may call it an object."""
        parse = self.parse
        after = self.objects or self.hearers or [
            c for c in self.after
            if (parse[c].deprel in _LOOSE_OBJECTS or parse[c].relation in _LOOSE_OBJECTS)
            and parse[c].upos in {"PROPN", "NOUN", "PRON"}
        ]  # fmt: skip
        after = [c for c in after if parse[c].word.lower() not in self._forms.days]
        return self._made("inverted quote", (), trim(parse, below(parse, after[0]))) if after else None

    def _passive(self) -> Clause | None:
        parse, frames = self.parse, self.frames
        patient: tuple[int, ...] = ()
        if self.sub is not None and (self.own or parse[self.i].deprel == "conj"):
            patient = trim(parse, below(parse, self.sub, [self.i]))
        source: tuple[int, ...] = ()
        if self.agent is not None:
            case = parse.children(self.agent, "case")
            source = trim(parse, [w for w in below(parse, self.agent) if w not in case])
        if self.infinitives and frames & {"that", "inf", "np-to", "whom"}:
            return self._made("passive inf", [*patient, *self._below(self.infinitives[0])], source)
        clause = self.clause_after or self.clause_before
        if clause and "that" in frames and is_impersonal(parse, self.i, self.clause_after, self._language):
            return self._made("passive that", self._below(clause[0]), source)
        if self.named and "name" in frames and source:
            return self._made("passive name", [*patient, *self._below(self.named[0])], source)
        for p in self.phrases if self.cue.lemma not in self._forms.rarely_said else ():
            case_word = case_of(parse, p)
            if f"np+{case_word}" in frames or case_word in frames:
                return self._made(f"passive {case_word}", [*patient, *self._below(p)], source)
        told = frames != {"quote"}  # "was shot by": such a verb is of speech beside a quotation alone
        return self._made("passive by", patient, source) if patient and source and told else None

    def _clausal(self) -> tuple[Clause | None, bool]:
        """ "that ...", "to ...", "him to ...", "doing ..."."""
        frames = self.frames
        if "that" in frames and self.clause_after and self.clause_after[0] not in self.infinitives:
            whole = "whom" not in frames and not self.hearers
            return self._made("that", _complement(self.parse, self.clause_after[0], self.i, whole, self._forms)), True
        hung = self._hung_clause() if "that" in frames and not self.objects and not self.infinitives else None
        if hung is not None:
            return self._made("that", below(self.parse, hung)), True
        late = self._late_clause() if "that" in frames else None
        if late is not None:
            return self._made("that", late), True
        told = self.objects or self.hearers
        if "np-to" in frames and self.infinitives and told and told[0] < self.infinitives[0]:
            return self._made("np-to", self._below(told[0], self.infinitives[0])), True
        if self.infinitives and frames & {"inf", "np-to"} and self.cue.lemma not in self._forms.call:
            if self.cue.kind != "seem":
                return self._made("inf", self._below(self.infinitives[0])), True
            plain = self.own and self.sub is not None and self.parse[self.sub].word.lower() not in self._forms.relative
            mine = source_of(self.parse, self.sub, self.i, self._language) if plain else ()
            return (self._made("seems", [*mine, *self._below(self.infinitives[0])], ()) if mine else None), True
        if self.gerunds and "ing" in frames:
            return self._made("ing", self._below(self.gerunds[0])), True
        return None, False

    def _hung_clause(self) -> int | None:
        """ "said in a tweet that ...": the clause, where the parser hung it on the noun between."""
        parse = self.parse
        for p in self.phrases:
            for c in parse.subtree(p):
                t = parse[c]
                marks = [m for m in parse.children(c, "mark") if parse[m].word.lower() in self._forms.that]
                if c > p and t.deprel in {"acl", "ccomp"} and t.relation != "acl:relcl" and marks:
                    return c
        return None

    def _late_clause(self) -> list[int] | None:
        """ "told the Herald that ...", "reported Thursday that ...": what follows "that", wherever it was hung.

        Hearer, day and place may stand between, no other verb. "that" with a verb right behind it is "which".
        """
        parse, i = self.parse, self.i
        if "whom" not in self.frames and (
            self.objects or i + 1 >= len(parse) or not _is_loose(parse, i + 1, self._forms)
        ):
            return None
        for k in range(i + 1, min(len(parse) - 2, i + _FAR)):
            t = parse[k]
            if t.word.lower() in self._forms.that and k > i + 1:
                head = t.head if t.head > k else next((h for h in parse.ancestors(k) if h > k), -1)
                noun = parse[k + 1].upos in _OPENS_CLAUSE or parse[k + 2].upos == "AUX"
                if head < 0 or not noun:
                    return None
                words = [w for w in below(parse, head, loose(parse, head, self._language)) if w >= k]
                return list(range(k, max(words) + 1))
            if t.word in {",", ";", ":"} or (t.upos in {"VERB", "AUX", "SCONJ"} and not t.word[0].isupper()):
                return None
        return None

    def _set_off(self) -> tuple[Clause | None, bool]:
        """ "..., he said", and a clause before the verb."""
        frames = self.frames
        says = (
            "quote" in frames and self.cue.kind in {"speech", "writing", "evidence"}
        ) or self.cue.lemma in self._forms.musing
        plain = not self.named and not (self.objects and ("np" in frames or "that" not in frames))
        if says and plain and not self.quoted and (self.sub is None or self.own):
            clauses = aside(self.parse, self.i, self.sub, self._language)
            if clauses is not None:
                return self._made("aside", *clauses), True
        # "Asked whether ..., he said": no clause of his.
        theirs = self.clause_before and self.parse.children(self.clause_before[0], *SUBJECTS)
        if theirs and frames & {"quote", "that"}:
            return self._made("before", self._below(self.clause_before[0])), True
        return None, False

    def _small_clause(self) -> tuple[Clause | None, bool]:
        """ "call X Y", "describe X as Y", "accuse X of Y"."""
        parse = self.parse
        objects = self.objects or self.fronted
        if not objects:
            return None, False
        o = objects[0]
        if "name" in self.frames and self.named:
            return self._made("name", self._below(o, self.named[0])), True
        cases = {f[3:] for f in self.frames if f.startswith("np+")} | (self.frames & {self._forms.words["as"]})
        for p in self.phrases:
            if p > o and case_of(parse, p) in cases:
                return self._made(f"np+{case_of(parse, p)}", self._below(o, p)), True
        # The phrase may hang on the object: "blamed the militia for a barrage".
        for p in parse.children(o, "nmod", "acl"):
            if case_of(parse, p) in cases:
                return self._made(f"np+{case_of(parse, p)}", self._below(o)), True
        return None, False

    def _prepositional(self) -> tuple[Clause | None, bool]:
        """ "call for X", "speak of X", "call on X to do Y"."""
        parse = self.parse
        for p in self.phrases:
            case = case_of(parse, p)
            if case in self.frames and not self.objects and parse[p].word.lower() not in self._forms.days:
                words = [w for w in below(parse, p) if w not in parse.children(p, "case")]
                if case == self._forms.words["on"] and self.infinitives and self.infinitives[0] > p:
                    return self._made("on-to", [*words, *self._below(self.infinitives[0])]), True
                return self._made(case, words), True
        return None, False

    def _object(self) -> tuple[Clause | None, bool]:
        """ "praise X"; "call X “Y”" where the parser missed that Y is said of X."""
        parse, frames = self.parse, self.frames
        if not self.objects:
            return None, False
        o = self.objects[0]
        particle = next((parse[c].word.lower() for c in parse.children(self.i, "compound:prt")), "")
        hearer = bool(self.hearers) or "whom" in frames
        named = self.sub is not None and parse[self.sub].upos in {"PROPN", "PRON"}
        fits = "np" in frames or ("np?" in frames and named)
        if self.cue.lemma in self._forms.withholding and (self.hearers or self._is_given(o)):
            return None, True
        if fits and not (hearer and self.quoted) and particle not in self._forms.particles:
            return self._made("np", self._below(o)), True
        if "name" in frames and not particle:
            words = self._below(o)
            if any(parse[w].word in _QUOTE_OPENS for w in range(self.i + 1, min(len(parse), words[-1] + 3))):
                return self._made("name", range(words[0], max(words[-1], _phrase_end(parse, self.i)) + 1)), True
            return None, True
        return None, False

    def _is_given(self, o: int) -> bool:
        """Whether object ``o`` is what is asked for and given: not "any funding", that it is said there was none of."""
        any_of_it = any(self.parse[c].word.lower() in self._forms.any for c in self.parse.children(o))
        return self.parse[o].lemma in self._forms.given and not any_of_it

    def _with_quotation(self) -> Clause | None:
        """ "as X said", and a cue whose content is a quotation; else the rest, where the tree holds no clause."""
        parse, i = self.parse, self.i
        rest = self._rest()
        if rest is not None:
            return rest
        if "quote" not in self.frames or (self.sub is None and not self.quoted):
            return None
        marks = {parse[c].word.lower() for c in parse.children(i, "mark", "advmod")}
        if self._forms.words["as"] in marks and parse[i].deprel == "advcl" and "that" in self.frames:
            return self._made(self._forms.words["as"], below(parse, parse[i].head, [i]))
        if not self.quoted:
            return None
        return self._made("quote", (), self._words_before() if self.sub is None else None)

    def _rest(self) -> Clause | None:
        """ "The envoy said" with words behind it of which the tree makes nothing that could be said."""
        parse, i = self.parse, self.i
        plain = parse[i].deprel == "root" and "that" in self.frames and "whom" not in self.frames and not self.quoted
        if not plain or self.sub is None or not self.own or self.sub > i or len(parse) - i < _LEAST_REST:
            return None
        first = next((k for k in range(i + 1, len(parse)) if parse[k].word.lower() not in self._forms.days), i + 1)
        # "reported Tuesday on the remarks of ...": not what is said, but what of.
        opens = parse[first].upos in {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}
        verbs = any(parse[k].upos in {"VERB", "AUX"} for k in range(i + 2, len(parse)))
        return self._made("rest", range(i + 1, len(parse))) if opens and verbs else None

    def _words_before(self) -> tuple[int, ...]:
        """The words before a cue that got no subject, back to the last comma: so short a clause holds little else."""
        k = self.i
        while k > 0 and self.parse[k - 1].upos not in {"PUNCT", "VERB", "SCONJ", "CCONJ"} and self.i - k < 10:
            k -= 1
        words = [w for w in range(k, self.i) if w not in self.words]
        while words and self.parse[words[-1]].word.lower().endswith(self._forms.adverb):
            words.pop()
        if not words and 1 < self.i <= _LONGEST_SOURCE and self.parse[self.i - 1].word == ",":
            # "“…,” Mara Tolk, a minister in the new cabinet, told": the name and what is said of it between commas.
            before = range(self.i)
            if not any(self.parse[w].upos in {"AUX", "SCONJ"} for w in before) and self.parse[0].word[:1].isupper():
                words = list(before)
        return trim(self.parse, words)


def _has_speech(parse: Parse, i: int, language: str) -> bool:
    cue = cues("reporting_verbs", language).get(parse[i].lemma)
    return cue is not None and cue.kind == "speech" and not parse.children(i, "mark")


def _is_loose(parse: Parse, k: int, forms: _Forms) -> bool:
    """Whether word ``k`` opens a day, a place or an adverb, and so no object."""
    return parse[k].upos in {"ADP", "ADV"} or parse[k].word.lower() in forms.days


def _cue_words(parse: Parse, i: int, forms: _Forms) -> tuple[int, ...]:
    words = [i, *parse.children(i, "aux", "compound:prt")]
    words += [c for c in parse.children(i, "advmod") if parse[c].word.lower() in forms.negation]
    return tuple(sorted(words))


def _complement(parse: Parse, i: int, cue: int, whole: bool, forms: _Forms) -> list[int]:
    """The words of a complement clause, gaps filled, less what reports on: "said X, adding that Y".

    ``whole`` where the cue takes no object of its own, so that all between it and the clause belongs to the clause,
    and the clause does not end before a comma, a conjunction or the sentence does.
    """
    barred = loose(parse, i, forms.language)
    words = below(parse, i, barred)
    # "A said X and B said Y": what B says begins with B, whatever the parser hung where.
    others = [
        c for c in (
            *parse.children(cue, "conj"),
            *(c for c in parse.children(i, "conj") if _has_speech(parse, c, forms.language)),
        )
        if c > i and parse[c].upos == "VERB" and parse.children(c, *SUBJECTS)
    ]  # fmt: skip
    if others:
        stop = min(parse.subtree(others[0])) if min(parse.subtree(others[0])) > i else len(parse)
        joints = {"CCONJ", "PUNCT"}
        while i < stop < len(parse) and parse[stop].upos in joints and parse[stop].word not in _INNER:
            stop += 1
        own = parse.children(others[0], *SUBJECTS)[0]
        stop = min(stop, min(parse.subtree(own)))
        words = [w for w in words if w < stop and not (parse[w].upos == "CCONJ" and w == stop - 1)]
        return list(range(min(words), max(words) + 1)) if words else words
    that = next((m for m in parse.children(i, "mark") if m > cue and parse[m].word.lower() in forms.that), None)
    if that is not None:
        # What stands before it is the hearer or the day, wherever the parser hung it: "told reporters that ...".
        words = [w for w in words if w >= that]
    if barred:
        return words
    first, last = words[0], words[-1]
    if whole and that is None and first > cue + 1:
        stray = [c for c in parse.children(cue, "obj", "nsubj", "dep", "nsubj:pass", "obl:unmarked") if cue < c < first]
        if stray:
            first = min(first, parse.subtree(stray[0])[0])
    while whole and last + 1 < len(parse) and parse[last + 1].upos not in {"CCONJ", "SCONJ"} and (
        parse[last + 1].upos != "PUNCT" or parse[last + 1].word in _INNER
    ):  # fmt: skip
        last += 1
    return list(range(first, last + 1))


def _phrase_end(parse: Parse, i: int) -> int:
    """The closing mark of the first quotation after word ``i``, or the last word before the next comma."""
    inside = False
    for k in range(i + 1, len(parse)):
        word = parse[k].word
        if word in {"“", "``"} or (word == '"' and not inside):
            inside = True
        elif inside and word in {"”", "''", '"'}:
            return k
        elif not inside and word in {",", ".", ";", "—"}:
            return k - 1
    return len(parse) - 1
