"""Reporting clauses in a dependency tree: which words report, who is their source, what is their content.

One sentence at a time, with no knowledge of quotations beyond the flag that some stood here. The frames are those
of ``data/*.tsv``; the relations are Universal Dependencies'.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leadup.reading.attribution.lexicon import Cue, cues
from leadup.reading.syntax import Parse

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
_EDGE = frozenset({"PUNCT"})
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
_VESSELS = frozenset(
    {"statement", "email", "e-mail", "letter", "memo", "tweet", "message", "note", "release", "article", "video", "ad",
     "post", "op-ed", "speech", "interview", "text", "report", "petition", "column", "editorial"}
)  # fmt: skip
_POLLS = frozenset({"poll", "survey", "polling"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause: word indices of source, cue and content (content may be empty where a quotation is meant).

    ``lemma`` and ``kind`` are the cue's, ``frame`` the pattern that was found. ``head`` is the cue's main word.
    """

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    lemma: str
    kind: str
    frame: str


def clauses(parse: Parse, quoted: bool = False) -> list[Clause]:
    """The reporting clauses of a sentence, outermost and inner alike, in order of their cues.

    ``quoted`` says that quotations were taken out of the sentence before it was parsed, so that a cue may stand
    without a complement.
    """
    found: list[Clause] = []
    for i, t in enumerate(parse):
        low = t.word.lower()
        if t.upos in {"VERB", "AUX"} or (t.upos in {"NOUN", "ADJ"} and t.deprel in {"root", "parataxis"} and quoted):
            cue = cues("verbs").get(t.lemma)
            if cue is None and t.upos != "AUX" and low.endswith(("ed", "ing", "s")):
                cue = cues("verbs").get(t.lemma.removesuffix("e"))
            if cue is not None:
                _verb(parse, i, cue, quoted, found)
        elif t.upos == "NOUN":
            cue = cues("nouns").get(t.lemma)
            if cue is not None:
                _noun(parse, i, cue, found)
        elif t.upos == "ADJ":
            cue = cues("adjectives").get(t.lemma) or cues("adjectives").get(low)
            if cue is not None:
                _adjective(parse, i, cue, found)
        if low in _HEARSAY and not quoted:
            _hearsay(parse, i, found)
        elif low == "according":
            _according(parse, i, found)
        elif low in _POLLS and _case(parse, i) == "in" and parse.children(i, "amod", "compound"):
            _poll(parse, i, found)
    for told in [c for c in found if c.frame == "according"]:
        # What a phrase "according to X" tells, and X, belong to no other claim's content.
        apart = {*told.source, *told.cue}
        found = [
            c if c is told or not apart & set(c.content)
            else replace(c, content=_trim(parse, set(c.content) - apart)) for c in found
        ]  # fmt: skip
    return found


def _trim(parse: Parse, words: Iterable[int]) -> tuple[int, ...]:
    """Sorted words without punctuation at the edges."""
    out = sorted(set(words))
    while out and parse[out[-1]].upos in _EDGE and parse[out[-1]].word not in {"”", '"', "''", ")", "%", "’"}:
        out.pop()
    while out and parse[out[0]].upos in _EDGE and parse[out[0]].word not in {"“", '"', "``", "(", "‘"}:
        out.pop(0)
    return tuple(out)


def _below(parse: Parse, i: int, without: Iterable[int] = ()) -> list[int]:
    """The subtree of ``i`` less the subtrees of ``without``."""
    barred = set(without)
    out, todo = [], [i]
    while todo:
        k = todo.pop()
        if k in barred:
            continue
        out.append(k)
        todo += parse.children(k)
    return sorted(out)


def subject(parse: Parse, i: int) -> tuple[int | None, bool]:
    """The subject of verb ``i``, its own or the one it shares with the verb above; True where it is its own."""
    own = parse.children(i, *_SUBJECTS)
    if own:
        # "which officials said would ...": the nearer one is the verb's.
        plain = [c for c in own if parse[c].word.lower() not in _RELATIVE] if len(own) > 1 else []
        return (plain or list(own))[-1 if plain and plain[-1] < i else 0], True
    participle = parse[i].word.lower().endswith("ing")
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
        if above.deprel == "ccomp" and above.head >= 0 and k in _loose(parse, h):
            # "X said that Y, adding ...": X adds.
            h = above.head
            seen.add(h)
        elif t.deprel in {"xcomp", "advcl", "ccomp"}:
            # "urged him to say": the object above says it.
            told = parse.child(h, "obj", "iobj")
            if t.deprel == "xcomp" and told is not None and told < k:
                return told, False
        sub = parse.children(h, *_SUBJECTS)
        if sub:
            return sub[0], False
        k = h
    t = parse[k]
    if t.deprel == "acl" and t.head >= 0:
        noun = t.head
        set_off = k > 0 and parse[k - 1].word == ","
        if participle and (set_off or parse[noun].lemma in _VESSELS or parse[noun].upos == "PROPN"):
            # "issued a statement saying ...", "replied on Facebook, writing ...": who did that says it.
            for h in parse.ancestors(noun):
                if parse[h].upos == "VERB":
                    found, _ = subject(parse, h) if parse[noun].deprel in {"obj", "obl", "nmod"} else (None, False)
                    return (found if found is not None else noun), False
        return noun, False
    if k == i and not participle and not _has_to(parse, i) and parse[i].upos == "VERB":
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


def _source(parse: Parse, sub: int | None, cue: int) -> tuple[int, ...]:
    """The noun phrase of the subject, less the clause of the cue itself where that hangs in it."""
    if sub is None or parse[sub].upos == "VERB":
        return ()
    path = [cue, *parse.ancestors(cue)]
    barred = [p for p in path if p != sub]
    if parse[sub].head != cue:
        barred += parse.children(sub, "case")
    words = _below(parse, sub, barred)
    if words and words[-1] < cue:
        # Proper names between the phrase and its verb belong to it, whatever the parser made of them.
        k = words[-1] + 1
        while k < cue and parse[k].upos == "PROPN":
            words.append(k)
            k += 1
    return _trim(parse, words)


def _passive(parse: Parse, i: int) -> bool:
    if parse.children(i, "aux:pass"):
        return True
    t = parse[i]
    low = t.word.lower()
    if t.lemma in {"decline", "refuse", "vow", "hope", "agree", "decide", "intend", "threaten", "promise", "pledge"}:
        return False
    if not (low.endswith("ed") or low.endswith("n") or low in {"told", "said", "thought", "felt", "heard", "held"}):
        return False
    if t.relation == "acl":
        return True
    if t.deprel in {"conj", "xcomp"}:
        h = t.head
        return bool(parse.children(h, "aux:pass")) and not parse.children(i, "nsubj") and t.deprel == "conj"
    return t.deprel == "advcl" and not parse.children(i, "nsubj", "aux")


def _clause(parse: Parse, i: int, cue: int, whole: bool) -> list[int]:
    """The words of a complement clause, gaps filled, less what reports on: "said X, adding that Y".

    ``whole`` where the cue takes no object of its own, so that all between it and the clause belongs to the clause,
    and the clause does not end before a comma, a conjunction or the sentence does.
    """
    barred = _loose(parse, i)
    words = _below(parse, i, barred)
    if barred:
        return words
    first, last = words[0], words[-1]
    if whole and first > cue + 1:
        stray = [c for c in parse.children(cue, "obj", "nsubj", "dep", "nsubj:pass", "obl:unmarked") if cue < c < first]
        if stray:
            first = min(first, parse.subtree(stray[0])[0])
    while whole and last + 1 < len(parse) and parse[last + 1].upos not in {"CCONJ", "SCONJ"} and (
        parse[last + 1].upos != "PUNCT" or parse[last + 1].word in {"“", "``", '"', "-", "'", "‘", "’"}
    ):  # fmt: skip
        last += 1
    return list(range(first, last + 1))


def _loose(parse: Parse, i: int) -> list[int]:
    """Reporting participles and coordinated reporting verbs that the parser hung on clause ``i``."""
    out = []
    for c in parse.children(i, "advcl", "conj"):
        t = parse[c]
        cue = cues("verbs").get(t.lemma) if t.upos == "VERB" else None
        if cue is None or cue.kind not in {"speech", "writing"} or c < i:
            continue
        low = t.word.lower()
        if t.deprel == "advcl" and low.endswith("ing") and parse[parse.subtree(c)[0] - 1].word == ",":
            out.append(c)
        elif t.deprel == "conj" and low.endswith("ed") and not parse.children(c, "aux", "aux:pass", *_SUBJECTS):
            out.append(c)
    return out


def _cue_words(parse: Parse, i: int) -> tuple[int, ...]:
    words = [i, *parse.children(i, "aux", "compound:prt")]
    words += [c for c in parse.children(i, "advmod") if parse[c].word.lower() in {"not", "n't", "n’t", "never"}]
    return tuple(sorted(words))


def _impersonal(parse: Parse, i: int, clause_after: list[int]) -> bool:
    """ "It was reported that ...", "was told that ...": a passive whose clause is told, not one that follows by chance."""
    if any(parse[c].word.lower() == "it" for c in parse.children(i, "nsubj", "nsubj:pass", "expl")):
        return True
    return any(parse[m].word.lower() in {"that", "if", "whether"} for c in clause_after for m in parse.children(c, "mark"))


def _agent(parse: Parse, i: int) -> int | None:
    """The noun of a passive's "by" phrase, though the parser may hang it on a noun between."""
    for c in parse.children(i, "obl"):
        if parse[c].relation == "obl:agent" or _case(parse, c) == "by":
            return c
    for k in parse.subtree(i):
        if k > i and _case(parse, k) == "by" and parse[k].deprel in {"obl", "nmod"}:
            between = parse[k].head
            if parse[between].upos in {"NOUN", "PROPN", "ADJ"} and parse[between].word.lower() not in {"attack", "report"}:
                return k
    return None


def _case(parse: Parse, i: int) -> str:
    """The preposition of a noun phrase or of a clause ("of", "for", "as")."""
    for c in parse.children(i, "case", "mark"):
        return parse[c].word.lower()
    return ""


def _has_to(parse: Parse, i: int) -> bool:
    return any(parse[c].word.lower() == "to" for c in parse.children(i, "mark"))


def _verb(parse: Parse, i: int, cue: Cue, quoted: bool, found: list[Clause]) -> None:
    frames = cue.frames
    passive = _passive(parse, i)
    sub, own = subject(parse, i)
    kids = parse.children(i)
    clause_after = [c for c in kids if parse[c].deprel in {"ccomp"} and c > i]
    clause_before = [c for c in kids if parse[c].deprel in {"ccomp"} and c < i]
    infinitive = [
        c for c in kids if c > i and parse[c].deprel in {"xcomp", "ccomp", "advcl"} and _has_to(parse, c)
        and not (parse[c].deprel == "advcl" and "inf" not in frames and "np-to" not in frames)
    ]  # fmt: skip
    gerund = [
        c for c in kids if c > i and parse[c].deprel in {"xcomp", "ccomp"} and parse[c].word.lower().endswith("ing")
    ]
    named = [c for c in kids if c > i and parse[c].deprel == "xcomp" and not _has_to(parse, c)]
    objects = [c for c in kids if parse[c].deprel == "obj" and c > i]
    hearers = [c for c in kids if parse[c].deprel == "iobj" and c > i]
    fronted = [c for c in kids if parse[c].deprel == "obj" and c < i]
    phrases = [c for c in kids if parse[c].deprel in {"obl", "nmod", "advcl", "xcomp"} and c > i and _case(parse, c)]
    agent = _agent(parse, i) if passive else None
    cue_words = _cue_words(parse, i)

    def add(frame: str, content: Iterable[int], source: tuple[int, ...] | None = None) -> None:
        src = _source(parse, sub, i) if source is None else source
        held = set(content) - set(cue_words) - set(src)
        if agent is not None:
            held -= set(parse.children(agent, "case"))
        words = _trim(parse, held)
        found.append(Clause(i, src, cue_words, words, cue.lemma, cue.kind, frame))

    if quoted and not passive and "quote" in frames and sub is None and not infinitive:
        # ", said a spokesman": what follows a lone cue is its source, though the parser may call it an object.
        after = objects or hearers or [c for c in kids if c > i and parse[c].deprel in {"obl:unmarked", "ccomp",
                                       "xcomp", "parataxis", "dep", "conj"} and parse[c].upos in {"PROPN", "NOUN", "PRON"}]  # fmt: skip # noqa: E501
        if after:
            add("inverted quote", (), _trim(parse, _below(parse, after[0])))
            return
    if passive:
        patient = _trim(parse, _below(parse, sub, [i])) if own and sub is not None else ()
        if not own and sub is not None and parse[i].deprel in {"conj"}:
            patient = _trim(parse, _below(parse, sub, [i]))
        src = _trim(parse, [w for w in _below(parse, agent) if w not in parse.children(agent, "case")]) \
            if agent is not None else ()  # fmt: skip
        if cue.frames & {"that", "inf", "np-to", "whom"} and infinitive:
            add("passive inf", [*patient, *_below(parse, infinitive[0])], src)
        elif "that" in frames and (clause_after or clause_before) and _impersonal(parse, i, clause_after):
            c = (clause_after or clause_before)[0]
            add("passive that", _below(parse, c), src)
        elif "name" in frames and named:
            add("passive name", [*patient, *_below(parse, named[0])], src)
        else:
            for p in phrases:
                case = _case(parse, p)
                if f"np+{case}" in frames or case in frames:
                    add(f"passive {case}", [*patient, *_below(parse, p)], src)
                    return
            if patient and src:
                add("passive by", patient, src)
        return

    if parse[i].deprel == "amod" or (sub is None and parse[i].deprel in {"amod", "compound"}):
        return
    whom = bool(hearers) or ("whom" in frames and bool(objects))
    if "that" in frames and clause_after and not (infinitive and clause_after[0] in infinitive):
        add("that", _clause(parse, clause_after[0], i, "whom" not in frames and not hearers))
        return
    if "np-to" in frames and infinitive and (objects or hearers):
        o = (objects or hearers)[0]
        if o < infinitive[0]:
            add("np-to", [*_below(parse, o), *_below(parse, infinitive[0])])
            return
    if infinitive and ("inf" in frames or "np-to" in frames) and not ("on" in frames and cue.lemma == "call"):
        if cue.kind == "seem":
            mine = _source(parse, sub, i) if own else ()
            if mine:
                add("seems", [*mine, *_below(parse, infinitive[0])], ())
            return
        add("inf", _below(parse, infinitive[0]))
        return
    if gerund and "ing" in frames:
        add("ing", _below(parse, gerund[0]))
        return
    says = "quote" in frames and cue.kind in {"speech", "writing"} or cue.lemma in {"believe", "think"}
    if says and not quoted and (sub is None or own) and not (objects and "np" in frames) and not named:
        aside = _aside(parse, i, sub)
        if aside is not None:
            content, source = aside
            add("aside", content, source)
            return
    if clause_before and frames & {"quote", "that"}:
        add("before", _below(parse, clause_before[0]))
        return
    if "name" in frames and named and (objects or fronted):
        o = (objects or fronted)[0]
        add("name", [*_below(parse, o), *_below(parse, named[0])])
        return
    with_object = {f[3:] for f in frames if f.startswith("np+")}
    if "as" in frames:
        with_object.add("as")
    for o in objects[:1] or fronted[:1]:
        for p in phrases:
            if p > o and _case(parse, p) in with_object:
                add(f"np+{_case(parse, p)}", [*_below(parse, o), *_below(parse, p)])
                return
        # The phrase may hang on the object: "accused Iran of lying", "blamed the militia for a barrage".
        for p in parse.children(o, "nmod", "acl"):
            if _case(parse, p) in with_object:
                add(f"np+{_case(parse, p)}", _below(parse, o))
                return
    for p in phrases:
        case = _case(parse, p)
        if case in frames and not objects:
            if case == "on" and infinitive and infinitive[0] > p:
                own_words = [w for w in _below(parse, p) if w not in parse.children(p, "case")]
                add("on-to", [*own_words, *_below(parse, infinitive[0])])
                return
            add(case, [w for w in _below(parse, p) if w not in parse.children(p, "case")])
            return
    particle = next((parse[c].word.lower() for c in parse.children(i, "compound:prt")), "")
    if "np" in frames and objects and not (whom and quoted) and particle not in {"up", "off"}:
        add("np", _below(parse, objects[0]))
        return
    if "name" in frames and objects and not particle:
        words = _below(parse, objects[0])
        if any(parse[w].word in {"“", '"', "``"} for w in range(i + 1, min(len(parse), words[-1] + 3))):
            add("name", range(words[0], max(words[-1], _phrase_end(parse, i)) + 1))
        return
    if "quote" not in frames or (sub is None and not quoted):
        return
    if "as" in {parse[c].word.lower() for c in parse.children(i, "mark", "advmod")} and parse[i].deprel == "advcl":
        h = parse[i].head
        add("as", _below(parse, h, [i]))
        return
    if quoted:
        add("quote", ())
        return
    h = parse[i].head
    if parse[i].deprel in {"parataxis", "discourse"} and h >= 0 and own and not objects and h < i:
        add("parenthetic", _below(parse, h, [i]))
        return
    if parse[i].deprel == "root" and own and not objects and not infinitive:
        # "..., he said": the parser may hang what is said on the cue by some other relation.
        first = min([sub, i]) if sub is not None else i
        before = [c for c in kids if c < first and parse[c].deprel in {"parataxis", "advcl", "dep", "dislocated"}]
        if before and _last_words(parse, i):
            add("parenthetic", [w for c in before for w in _below(parse, c)])


def _aside(parse: Parse, i: int, sub: int | None) -> tuple[list[int], tuple[int, ...]] | None:
    """A reporting clause set off by commas, ", he said," or ", said the minister": the rest is what was said.

    Gives the content and the source, or None where the clause is not set off. Nothing but adverbs, auxiliaries and
    loose phrases may stand beside subject and verb.
    """
    if parse[i].word.lower().endswith("ing") or _has_to(parse, i) or parse.children(i, "mark"):
        return None
    if sub is not None and sub < i:
        first = parse.subtree(sub)[0] if parse[sub].head == i else sub
        while parse[sub].head != i and first > 0 and parse[first - 1].upos in {"DET", "ADJ", "PROPN", "NOUN", "NUM"}:
            first -= 1
        source = tuple(range(first, max(sub, parse.subtree(sub)[-1] if parse.subtree(sub)[-1] < i else sub) + 1))
        last = i
    elif i + 1 < len(parse) and parse[i + 1].upos in {"PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"}:
        first = i
        after = [c for c in parse.children(i) if c > i and parse[c].deprel in {"nsubj", "obj", "dep", "obl", "parataxis"}]
        last = max(parse.subtree(after[0])[-1] if after else i + 1, i + 1)
        if after and parse.subtree(after[0])[0] != i + 1:
            return None
        source = tuple(range(i + 1, last + 1))
    else:
        return None
    if first == 0 or parse[first - 1].word not in {",", "—", "–", "--", "”", "''", '"', ")"}:
        return None
    # What follows the clause on the same breath: "on Monday", "in an interview".
    end = last + 1
    while end < len(parse) and parse[end].word not in {",", "—", "–", "--", ";", ":", ".", "!", "?"}:
        if parse[end].upos in {"VERB", "SCONJ", "CCONJ"} or end - last > 9:
            return None
        end += 1
    before, behind = list(range(first)), list(range(end, len(parse)))
    if behind and (sub is None or sub > i or parse[min(end + 1, len(parse) - 1)].word.lower().endswith("ing")
                   or parse[min(end + 1, len(parse) - 1)].upos in {"CCONJ", "SCONJ"}):  # fmt: skip
        behind = []
    rest = [*before, *behind]
    if len(rest) < 3 or not any(parse[k].upos in {"VERB", "AUX"} for k in rest):
        return None
    found = _trim(parse, source)
    if not found or any(parse[k].word.lower() in _RELATIVE or parse[k].word.lower() == "you" for k in found[:1]):
        return None
    return rest, found


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


def _last_words(parse: Parse, i: int) -> bool:
    return len(parse) - i <= 12


def _noun(parse: Parse, i: int, cue: Cue, found: list[Clause]) -> None:
    content: list[int] = []
    frame = ""
    for c in parse.children(i, "acl", "nmod", "ccomp"):
        if c < i:
            continue
        t = parse[c]
        case = _case(parse, c)
        if t.relation != "acl:relcl" and t.deprel in {"acl", "ccomp"}:
            if _has_to(parse, c) and "inf" in cue.frames:
                content, frame = _below(parse, c), "inf"
            elif case == "that" and "that" in cue.frames:
                content, frame = _below(parse, c), "that"
            elif case in cue.frames:
                content, frame = _below(parse, c), case
        elif t.deprel == "nmod" and case in cue.frames and not content:
            content, frame = _below(parse, c), case
    if not content:
        return
    owner = next(iter(parse.children(i, "nmod:poss")), None)
    if owner is None:
        owner = next((c for c in parse.children(i, "nmod") if _case(parse, c) in {"by", "from"}), None)
    if owner is not None:
        drop = parse.children(owner, "case")
        source = tuple(w for w in _trim(parse, _below(parse, owner)) if w not in drop)
    else:
        h = parse[i].head
        source = ()
        if h >= 0 and parse[i].deprel in {"obj", "obl"} and parse[h].upos == "VERB" and not _passive(parse, h):
            sub, _ = subject(parse, h)
            source = _source(parse, sub, h)
    found.append(Clause(i, source, (i,), _trim(parse, content), cue.lemma, cue.kind, f"noun {frame}"))


def _adjective(parse: Parse, i: int, cue: Cue, found: list[Clause]) -> None:
    sub = next(iter(parse.children(i, "nsubj")), None)
    if sub is None and parse[i].deprel == "conj":
        sub = next(iter(parse.children(parse[i].head, "nsubj")), None)
    if sub is None:
        return
    source = _source(parse, sub, i)
    cue_words = tuple(sorted([i, *parse.children(i, "cop", "aux")]))
    for c in parse.children(i, "ccomp", "xcomp", "advcl", "obl"):
        if c < i:
            continue
        case = _case(parse, c)
        to = _has_to(parse, c)
        if to and "inf" in cue.frames:
            frame = "adj inf"
        elif parse[c].deprel == "ccomp" and "that" in cue.frames and not to:
            frame = "adj that"
        elif parse[c].deprel in {"obl", "advcl"} and case in cue.frames:
            frame = f"adj {case}"
        else:
            continue
        content = _below(parse, c)
        if cue.kind == "seem":
            content, source = [*source, *content], ()
        found.append(Clause(i, source, cue_words, _trim(parse, content), cue.lemma, cue.kind, frame))
        return


def _hearsay(parse: Parse, i: int, found: list[Clause]) -> None:
    h = parse[i].head
    if h < 0 or parse[i].deprel != "advmod":
        return
    words = _trim(parse, [w for w in _below(parse, h, [i]) if parse[w].relation not in {"advcl", "mark"}])
    found.append(Clause(i, (), (i,), words, parse[i].word.lower(), "speech", "hearsay"))


def _poll(parse: Parse, i: int, found: list[Clause]) -> None:
    """ "In a poll, X leads": the poll says so."""
    t = parse[i]
    h = t.head
    if t.deprel not in {"obl", "nmod"} or h < 0:
        return
    case = parse.children(i, "case")
    source = _trim(parse, [w for w in _below(parse, i) if w not in case])
    while h >= 0 and parse[h].deprel not in {"root", "ccomp", "conj", "parataxis", "advcl", "acl"}:
        h = parse[h].head
    if h < 0:
        return
    held = {*source, *case}
    content = [w for w in _below(parse, h, parse.children(h, "cc", "mark")) if w not in held]
    found.append(Clause(i, source, case, _trim(parse, content), t.lemma, "evidence", "poll"))


def _according(parse: Parse, i: int, found: list[Clause]) -> None:
    """ "According to X": X up to the next comma or the end, and the clause it stands in, or the whole sentence."""
    t = parse[i]
    if i + 2 >= len(parse) or parse[i + 1].word.lower() != "to":
        return
    noun = t.head if t.deprel == "case" and t.head > i else i + 2
    if t.deprel != "case":
        noun = next((c for c in parse.children(i, "obl", "nmod", "obj") if c > i), i + 2)
    top = noun if t.deprel == "case" else i
    path = {top, *parse.ancestors(top)}
    stop = next((k for k in range(i + 2, len(parse)) if parse[k].word in {",", ";", "—", "–", ")", "."}), len(parse))
    phrase = set(range(i + 2, stop))
    if noun < stop:
        # An apposition after the comma belongs to the source: "X, a professor at Y".
        apposed = [c for c in parse.children(noun, "appos", "acl", "conj") if c >= stop]
        for c in apposed:
            phrase.update(w for w in _below(parse, c) if w >= stop)
    source = _trim(parse, phrase)
    if not source:
        return
    opens = all(parse[k].upos not in {"VERB", "AUX"} for k in range(i)) and (i < 2 or (i < 7 and parse[i - 1].word == ","))
    if opens:
        content = [k for k in range(max(source) + 1, len(parse))]
    else:
        h = parse[top].head
        while h >= 0 and not (
            parse[h].deprel in {"root", "ccomp", "parataxis"}
            or (parse[h].deprel == "conj" and parse.children(h, *_SUBJECTS))
        ):
            h = parse[h].head
        if h < 0:
            h = parse.root
        content = [w for w in _below(parse, h, [c for c in path if parse[c].head == h and c > i]) if w < i]
        if not content:
            content = list(range(i))
    content = [w for w in content if w not in source and w not in {i, i + 1}]
    found.append(Clause(i, source, (i, i + 1), _trim(parse, content), "according", "speech", "according"))
