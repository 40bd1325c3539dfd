"""Whose words a reporting verb reports: its subject, near or far, and the words of that subject."""

from __future__ import annotations

from leadup.reading.attribution.lexicon import cues
from leadup.reading.attribution.walks import RELATIVE, SUBJECTS, below, has_to, trim
from leadup.reading.syntax import Parse

VESSELS = frozenset(
    {"statement", "email", "e-mail", "letter", "memo", "tweet", "message", "note", "release", "article", "video", "ad",
     "post", "op-ed", "speech", "interview", "text", "report", "petition", "column", "editorial"}
)  # fmt: skip
"""Nouns that carry words: who issues a statement says what it says."""

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})

_MAKING = frozenset(
    {"allow", "cause", "compel", "convince", "encourage", "force", "invite", "lead", "oblige", "order", "permit",
     "persuade", "pressure", "prompt", "push", "spur"}
)  # fmt: skip
"""Verbs whose object does what follows, "prompted him to say", even where the parser reads a purpose."""


def subject(parse: Parse, i: int) -> tuple[int | None, bool]:
    """The subject of verb ``i``, its own or the one it shares with the verb above; True where it is its own."""
    own = parse.children(i, *SUBJECTS)
    if own:
        # "which officials said would ...": the nearer one is the verb's.
        plain = [c for c in own if parse[c].word.lower() not in RELATIVE | DAYS] if len(own) > 1 else []
        return (plain or list(own))[-1 if plain and plain[-1] < i else 0], True
    participle = parse[i].word.lower().endswith("ing")
    if reports_on(parse, i):
        # "X said that Y, adding ...": X adds.
        for h in parse.ancestors(i):
            if parse[h].deprel == "ccomp" and _reports(parse, parse[h].head):
                return subject(parse, parse[h].head)[0], False
        for h in parse.ancestors(i):
            if parse[h].upos == "VERB" and parse.children(h, *SUBJECTS):
                return parse.children(h, *SUBJECTS)[0], False
    seen = {i}
    k = i
    while True:
        t = parse[k]
        h = t.head
        if h < 0 or h in seen or t.deprel not in {"conj", "xcomp", "advcl", "parataxis", "ccomp"}:
            break
        seen.add(h)
        if t.deprel == "ccomp" and not any(parse[c].word.lower() == "to" for c in parse.children(k, "mark")):
            break
        above = parse[h]
        if above.deprel == "ccomp" and above.head >= 0 and k in loose(parse, h):
            # "X said that Y and denied ...": X denied.
            h = above.head
            seen.add(h)
        elif t.deprel in {"xcomp", "advcl", "ccomp"}:
            # "urged him to say": the object above says it.
            told = parse.child(h, "obj", "iobj")
            made_to = t.deprel == "xcomp" or (above.lemma in _MAKING and has_to(parse, k))
            if made_to and told is not None and told < k:
                return told, False
        sub = parse.children(h, *SUBJECTS)
        if sub:
            return sub[0], False
        k = h
    t = parse[k]
    if t.deprel == "acl" and t.head >= 0:
        noun = t.head
        set_off = k > 0 and parse[k - 1].word == ","
        if participle and (set_off or parse[noun].lemma in VESSELS or parse[noun].upos == "PROPN"):
            # "issued a statement saying ...", "replied on Facebook, writing ...": who did that says it.
            for h in parse.ancestors(noun):
                if parse[h].upos == "VERB":
                    found, _ = subject(parse, h) if parse[noun].deprel in {"obj", "obl", "nmod"} else (None, False)
                    return (found if found is not None else noun), False
        return noun, False
    if k == i and not participle and not has_to(parse, i) and parse[i].upos == "VERB":
        return _noun_before(parse, i), True
    return None, False


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


def source_of(parse: Parse, sub: int | None, cue: int) -> tuple[int, ...]:
    """The noun phrase of the subject, less the clause of the cue itself where that hangs in it."""
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
    if words and words[0] > 0 and words[-1] < cue:
        start = _vessel_before(parse, words[0])
        words = list(range(start, words[-1] + 1)) if start is not None else words
    return trim(parse, words)


def _vessel_before(parse: Parse, first: int) -> int | None:
    """Where "A statement released late Thursday by ..." begins, whose subject the parser took for a later noun."""
    for k in range(first - 1, max(-1, first - 9), -1):
        t = parse[k]
        if t.upos in {"PUNCT", "SCONJ", "CCONJ", "AUX"}:
            return None
        if t.lemma in VESSELS and t.upos == "NOUN" and k + 1 < len(parse) and parse[k + 1].word.lower().endswith("ed"):
            return parse.subtree(k)[0] if parse.subtree(k)[0] < k else max(0, k - 1)
    return None


def _reports(parse: Parse, i: int) -> bool:
    cue = cues("verbs").get(parse[i].lemma) if parse[i].upos == "VERB" else None
    return cue is not None and cue.kind in {"speech", "writing"}


def reports_on(parse: Parse, i: int) -> bool:
    """Whether word ``i`` is a reporting participle set off by a comma: ", adding ..."."""
    if parse[i].deprel != "advcl" or not parse[i].word.lower().endswith("ing") or not _reports(parse, i):
        return False
    first = parse.subtree(i)[0]
    return parse[first].word == "," or (first > 0 and parse[first - 1].word == ",")


def loose(parse: Parse, i: int) -> list[int]:
    """Reporting participles and coordinated reporting verbs that the parser hung on clause ``i`` of a report."""
    out = []
    for c in parse.subtree(i):
        if c <= i:
            continue
        t = parse[c]
        finite = t.deprel == "conj" and t.head == i and t.word.lower().endswith("ed") and _reports(parse, c)
        if reports_on(parse, c) or (finite and not parse.children(c, "aux", "aux:pass", *SUBJECTS)):
            out.append(c)
    return out
