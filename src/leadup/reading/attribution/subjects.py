"""Whose words a reporting verb reports: its subject, near or far, and the words of that subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from leadup.lang import kept_table, weekday_names
from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.tree_queries import SUBJECTS, below, case_of, has_to, tree_forms, trim
from leadup.reading.syntax import Parse


class SubjectForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("attribution", language)["subjects"]
        self.past: tuple[str, ...] = tuple(words["past"])
        self.absolute: frozenset[str] = frozenset(words["absolute"])
        self.receiving: frozenset[str] = frozenset(words["receiving"])
        self.joint: frozenset[str] = frozenset(words["joint"])
        # Nouns that carry words: who issues a statement says what it says.
        self.vessels = frozenset(kept_table("sources", language)["vessel"]["words"].split())
        self.days: frozenset[str] = frozenset(words["days"]) | {name.lower() for name in weekday_names(language)}
        # Verbs whose object does what follows, "prompted him to say", even where the parser reads a purpose.
        self.making = frozenset(kept_table("sources", language)["making"]["words"].split())
        self.participle = tree_forms(language).participle
        self.relative = tree_forms(language).relative


@cache
def subject_forms(language: str) -> SubjectForms:
    """Those of a language, made once."""
    return SubjectForms(language)


_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM"})

_SHORTEST_ABSOLUTE = 2
"""Words from "with" to the participle behind it, at least."""


def subject(parse: Parse, i: int, language: str) -> tuple[int | None, bool]:
    """The subject of verb ``i``, its own or the one it shares with the verb above; True where it is its own."""
    forms = subject_forms(language)
    own = parse.children(i, *SUBJECTS)
    if own and all(parse[c].word.lower() in forms.days for c in own):
        # "the minister said Friday as …": the day is no subject.
        return _noun_before(parse, i), True
    if own:
        return _own(parse, i, own, forms), True
    participle = parse[i].word.lower().endswith(forms.participle)
    beside = _absolute(parse, i, forms) if participle else None
    if beside is not None:
        return beside, False
    if reports_on(parse, i, language):
        said_by = _adding(parse, i, language)
        if said_by is not None:
            return said_by[0], False
    seen = {i}
    k = i
    while True:
        t = parse[k]
        h = t.head
        if h < 0 or h in seen or t.deprel not in {"conj", "xcomp", "advcl", "parataxis", "ccomp"}:
            break
        seen.add(h)
        if t.deprel == "ccomp" and not has_to(parse, k, language):
            break
        above = parse[h]
        if above.deprel == "ccomp" and above.head >= 0 and k in loose(parse, h, language):
            # "X said that Y and denied ...": X denied.
            h = above.head
            seen.add(h)
        elif t.deprel in {"xcomp", "advcl", "ccomp"}:
            # "urged him to say": the object above says it.
            told = parse.child(h, "obj", "iobj")
            made_to = t.deprel == "xcomp" or (above.lemma in forms.making and has_to(parse, k, language))
            if made_to and told is not None and told < k:
                return told, False
        sub = parse.children(h, *SUBJECTS)
        if sub:
            return sub[0], False
        k = h
    if parse[k].deprel == "acl" and parse[k].head >= 0:
        return _of_noun(parse, k, participle, forms), False
    if k == i and not participle and not has_to(parse, i, language) and parse[i].upos == "VERB":
        return _noun_before(parse, i), True
    return None, False


def _own(parse: Parse, i: int, own: Sequence[int], forms: SubjectForms) -> int | None:
    """Which of the subjects that a parser hung on verb ``i`` is its own; None where another's report stands between."""
    # "which officials said would ...": the nearer one is the verb's.
    plain = [c for c in own if parse[c].word.lower() not in forms.relative | forms.days] if len(own) > 1 else []
    if len(plain) > 1 and plain[-1] < i:
        if any(_told_on_a_day(parse, c, forms) for c in parse.children(plain[0], "acl")):
            # "The envoy insisted Tuesday the ministry told …": not the ministry is who says it.
            return None
        if _are_one(parse, *plain[-2:]):
            return plain[-2]
    return (plain or list(own))[-1 if plain and plain[-1] < i else 0]


def _adding(parse: Parse, i: int, language: str) -> tuple[int | None] | None:
    """Who goes on with a report: "X said that Y, adding ...": X adds. None where no report stands above."""
    for h in parse.ancestors(i):
        if parse[h].deprel == "ccomp" and _reports(parse, parse[h].head, language):
            return (subject(parse, parse[h].head, language)[0],)
    for h in parse.ancestors(i):
        if parse[h].upos == "VERB" and parse.children(h, *SUBJECTS):
            return (parse.children(h, *SUBJECTS)[0],)
    return None


def _of_noun(parse: Parse, k: int, participle: bool, forms: SubjectForms) -> int:
    """Who says what verb ``k`` hangs on a noun: the noun, or who sent it."""
    noun = _sender(parse, parse[k].head, forms)
    set_off = k > 0 and parse[k - 1].word == ","
    if participle and (set_off or parse[noun].lemma in forms.vessels or parse[noun].upos == "PROPN"):
        # "issued a statement saying ...", "replied on Facebook, writing ...": who did that says it.
        for h in parse.ancestors(noun):
            if parse[h].upos == "VERB":
                verb_subject, _ = (
                    subject(parse, h, forms.language) if parse[noun].deprel in {"obj", "obl", "nmod"} else (None, False)
                )
                return verb_subject if verb_subject is not None else noun
    return noun


def _told_on_a_day(parse: Parse, i: int, forms: SubjectForms) -> bool:
    """Whether word ``i`` is a verb of saying with a day right behind it, which no participle of a noun has."""
    return _reports(parse, i, forms.language) and i + 1 < len(parse) and parse[i + 1].word.lower() in forms.days


def _are_one(parse: Parse, noun: int, name: int) -> bool:
    """Whether two subjects are one phrase that ends in a name, "The parents of the guard Mara Tolk"."""
    words = parse.subtree(noun)
    plain = parse[noun].upos == "NOUN" and len(words) > 1 and not any(parse[w].upos == "PUNCT" for w in words)
    return plain and parse[name].upos == "PROPN" and words[-1] + 1 == parse.subtree(name)[0]


def _absolute(parse: Parse, i: int, forms: SubjectForms) -> int | None:
    """Who speaks in "with the mayor calling it a crime": the noun between "with" and the participle."""
    k = i - 1
    while k > 0 and parse[k].upos not in {"PUNCT", "VERB", "AUX", "SCONJ", "PRON"} and not _is_with(parse, k, forms):
        k -= 1
    if not _is_with(parse, k, forms) or i - k < _SHORTEST_ABSOLUTE:
        return None
    inside = range(k + 1, i)
    return next((w for w in inside if parse[w].head not in inside and parse[w].upos in {"NOUN", "PROPN"}), None)


def _is_with(parse: Parse, k: int, forms: SubjectForms) -> bool:
    return parse[k].word.lower() in forms.absolute and (k == 0 or parse[k - 1].upos == "PUNCT")


def _sender(parse: Parse, noun: int, forms: SubjectForms) -> int:
    """What is sent to a noun, "a note to her staff", where that carries words; else the noun itself."""
    above = parse[noun].head
    if case_of(parse, noun) not in forms.receiving or above < 0:
        return noun
    if parse[above].lemma in forms.vessels:
        return above
    return next((c for c in parse.children(above, "obj") if parse[c].lemma in forms.vessels and c < noun), noun)


def _noun_before(parse: Parse, i: int) -> int | None:
    """The last word of a noun phrase that stands right before verb ``i``, where the tree gives it no subject."""
    k = i - 1
    while k >= 0 and parse[k].upos in {"ADV", "AUX"}:
        k -= 1
    if k < 0 or parse[k].upos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return None
    while parse[k].head >= 0 and parse[k].head < i and parse[parse[k].head].upos in {"NOUN", "PROPN", "PRON", "NUM"}:
        k = parse[k].head
    return k


def source_of(parse: Parse, sub: int | None, cue: int, language: str) -> tuple[int, ...]:
    """The noun phrase of the subject, less the clause of the cue itself where that hangs in it."""
    forms = subject_forms(language)
    if sub is None or parse[sub].upos == "VERB":
        return ()
    path = [cue, *parse.ancestors(cue)]
    barred = [p for p in path if p != sub]
    if parse[sub].head != cue:
        barred += parse.children(sub, "case")
    words = below(parse, sub, barred)
    if words and words[-1] < cue:
        # Proper names between the phrase and its verb belong to it, whatever the parser made of them.
        k = words[-1] + 1
        while k < cue and parse[k].upos == "PROPN":
            words.append(k)
            k += 1
    if words and words[-1] < cue:
        words = list(range(_list_from(parse, words[0], forms), words[0])) + words
    if words and words[0] > 0 and words[-1] < cue:
        start = _vessel_before(parse, words[0], forms)
        words = list(range(start, words[-1] + 1)) if start is not None else words
    if any(_told_on_a_day(parse, w, forms) for w in words if w < cue - 1):
        # "The envoy insisted Tuesday the ministry told …": a clause of its own, whatever the parser made of it.
        return ()
    return trim(parse, words)


def _list_from(parse: Parse, first: int, forms: SubjectForms) -> int:
    """Where a list begins whose last member a parser took for the whole: "Mara Tolk and" before "Jo Venn said".

    ``first`` where the words before it are no such list.
    """
    joint = first if parse[first].upos == "CCONJ" else first - 1
    if joint < 1 or parse[joint].word.lower() not in forms.joint:
        return first
    k = joint - 1
    if parse[k].word == ",":
        # Past a comma only where nothing but names and nouns goes before: "The Herald, a newspaper, and the Post".
        plain = all(parse[w].upos in _NOMINAL or parse[w].word == "," for w in range(joint))
        return 0 if plain and parse[0].upos in {"PROPN", "DET", "NOUN"} else first
    while k >= 0 and parse[k].upos in _NOMINAL:
        k -= 1
    open_ended = k >= 0 and parse[k].upos != "PUNCT"
    return first if open_ended or joint - k < 2 or parse[k + 1].upos == "ADP" else k + 1


def _vessel_before(parse: Parse, first: int, forms: SubjectForms) -> int | None:
    """Where "A statement released late Thursday by ..." begins, whose subject the parser took for a later noun."""
    for k in range(first - 1, max(-1, first - 9), -1):
        t = parse[k]
        if t.upos in {"PUNCT", "SCONJ", "CCONJ", "AUX"}:
            return None
        if (
            t.lemma in forms.vessels
            and t.upos == "NOUN"
            and k + 1 < len(parse)
            and parse[k + 1].word.lower().endswith(forms.past)
        ):
            return parse.subtree(k)[0] if parse.subtree(k)[0] < k else max(0, k - 1)
    return None


def _reports(parse: Parse, i: int, language: str) -> bool:
    cue = cues("reporting_verbs", language).get(parse[i].lemma) if parse[i].upos == "VERB" else None
    return cue is not None and cue.kind in {"speech", "writing"}


def reports_on(parse: Parse, i: int, language: str) -> bool:
    """Whether word ``i`` is a reporting participle set off by a comma: ", adding ..."."""
    forms = subject_forms(language)
    if (
        parse[i].deprel != "advcl"
        or not parse[i].word.lower().endswith(forms.participle)
        or not _reports(parse, i, language)
    ):
        return False
    first = parse.subtree(i)[0]
    return parse[first].word == "," or (first > 0 and parse[first - 1].word == ",")


def loose(parse: Parse, i: int, language: str) -> list[int]:
    """Reporting participles and coordinated reporting verbs that the parser hung on clause ``i`` of a report."""
    forms = subject_forms(language)
    out = []
    for c in parse.subtree(i):
        if c <= i:
            continue
        t = parse[c]
        finite = (
            t.deprel == "conj" and t.head == i and t.word.lower().endswith(forms.past) and _reports(parse, c, language)
        )
        if reports_on(parse, c, language) or (finite and not parse.children(c, "aux", "aux:pass", *SUBJECTS)):
            out.append(c)
    return out
