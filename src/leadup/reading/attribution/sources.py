"""Whom the words of a source name: a name, a list of names, or a description that is nobody's name.

"Mara Tolk", "the harbour minister, Mara Tolk" and "Harbour Minister Mara Tolk" are Mara Tolk. "Tolk aides", "the Tolk
campaign", "a woman at a Tolk rally" and "Tolk's lawyer" are not: those words are the speaker, with whom they belong to
beside them (``Actor.of``). "Mara Tolk and Jo Venn" are both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import any_of, kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Actor
from leadup.reading.attribution.listed import listed_in, past_apposition, two_named
from leadup.reading.attribution.tree_queries import tree_forms
from leadup.reading.names import Cast, countries
from leadup.reading.names.cast import is_run_together
from leadup.reading.names.keys import plain_key
from leadup.reading.names.lexicon import lexicon
from leadup.reading.names.nominals import nouns, read_nominal
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("attribution", language)["sources"]
        self.word = re.compile(self.words["word"])
        self.determiner = re.compile(self.words["determiner"], re.IGNORECASE)
        self.pronoun_owner = re.compile(self.words["pronoun_owner"], re.IGNORECASE)
        self.numbered = re.compile(self.words["numbered"], re.IGNORECASE)
        self.stop = re.compile(self.words["stop"], re.IGNORECASE)
        self.compound = re.compile(self.words["compound"])
        # One word in the possessive that is the whole of who speaks: "Macy's said".
        self.shop = re.compile(rf"[A-Z][a-z]+{word_endings(language).owner}")
        # A newspaper that goes by the two that it was made of: "The Post and Courier".
        self.paper = re.compile(self.words["paper"])
        self.initial_end = re.compile(self.words["initial_end"])
        self.complement = str(self.words["complement"])
        self.joint = re.compile(self.words["joint"])
        # Further names of a list, from the comma behind its first.
        self.listed = re.compile(self.words["listed"])
        self.plural = word_endings(language).plural
        self.by = tree_forms(language).by
        self.no_ending = word_endings(language).no_ending
        self.past = word_endings(language).past
        lists: dict[str, Any] = kept_table("sources", language)
        self.agents = frozenset(lists["agent"]["words"].split())
        self.counted = frozenset(lists["agent"]["counted"].split())
        self.never = frozenset(lists["agent"]["never"].split())
        self.plural_groups = frozenset(lists["group"]["plural"].split())
        self.months = frozenset(lists["trail"]["months"].split())
        self.trail = frozenset(lists["trail"]["words"].split())
        self.lead = frozenset(lists["lead"]["words"].split())
        self.utterances = frozenset(lists["utterance"]["words"].split())
        self.documents = frozenset(lists["document"]["words"].split())
        self.mouthless = frozenset(lists["document"]["mouthless"].split())
        self.titles = frozenset(lists["title"]["words"].split())
        self.groups = frozenset(lists["group"]["words"].split())
        self.nobody = frozenset(lists["nobody"]["words"].split())
        self.uttered_by = re.compile(rf"\s+(?:{any_of(lists['utterance']['by'].split())})\s+")
        self.agent_endings: tuple[str, ...] = tuple(lists["agent"]["endings"].split())


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Owner = Callable[[int, int], Actor | None]
"""Whom a possessive pronoun at these code points stands for, None where that is not sure."""

_APPOSED = re.compile(r"\s?,\s+")


_LONGEST = 9
"""Words of a description that are shown; a longer one is cut to its noun and what is before it."""

_CARRIES = ("person", "organisation", "place", "facility", "nationality")


def is_agent(actor: Actor, cast: Cast, language: str) -> bool:
    """Whether a described actor is of a kind that speaks: people, bodies, documents; not "local conditions"."""
    forms = _forms(language)
    if actor.key in cast.keys or " & " in actor.key:
        return True
    words = [w.lower() for w in forms.word.findall(re.split(forms.complement, actor.name)[0])]
    head = words[-1] if words else ""
    known = nouns(language)
    if head in known.kinds or head in known.heads or any(w.isdigit() for w in words) or head in forms.agents:
        return True
    if words and (words[0] in forms.counted and is_plural(actor, language)):
        return True
    proper = [w for w in forms.word.findall(actor.name) if w[:1].isupper()]
    if len(proper) == len(words) > 1 or (head.endswith(forms.plural) and proper and proper[-1].lower() == head):
        # A name that was not found as one; "Republicans".
        return True
    if any(head in those for those in (forms.utterances, forms.documents, forms.titles, forms.groups)):
        return True
    return head.endswith(forms.agent_endings) and head not in forms.never


def is_document(actor: Actor, language: str) -> bool:
    """Whether an actor is a thing that holds words: a report, a poll, a letter."""
    forms = _forms(language)
    words = [w.lower() for w in forms.word.findall(re.split(forms.complement, actor.name)[0])]
    return bool(words) and (words[-1] in forms.documents or words[-1] in forms.utterances)


def has_no_mouth(actor: Actor, language: str) -> bool:
    """Whether an actor is a deed or a count of what many say, which says nothing itself: a ruling, a vote, a poll."""
    forms = _forms(language)
    last = forms.word.findall(re.split(forms.complement, actor.name)[0])[-1:]
    return bool(last) and last[0] in forms.mouthless  # written small: "Quinn Poll" may be a name


def named_source(
    cast: Cast, start: int, end: int, parse: Parse | None = None, owner: Owner | None = None, *, language: str
) -> Actor | None:
    """The actor that ``cast.text[start:end]`` names as a source, None where the words name nobody.

    ``parse`` is of the sentence they stand in: it tells a list from an apposition. ``owner`` resolves "his" in "his
    lawyer".
    """
    forms = _forms(language)
    if forms.shop.fullmatch(cast.text, start, end):
        return Actor(cast.text[start:end], plain_key(cast.text[start:end], language), "business")
    start, end = _bare_ends(cast.text, *cast.trimmed(start, end), forms=forms)
    if start >= end:
        return None
    issuer = _issuer(start, end, parse, forms)
    if issuer is not None:
        return _one(cast, *issuer, owner, forms=forms)
    paper = forms.paper.fullmatch(cast.text, start, end)
    if paper is not None:
        return Actor(paper.group(), plain_key(paper.group(), language), "media")
    listed = listed_in(cast.text, start, end, parse, language)
    for pieces in (listed, past_apposition(cast, start, end, language), two_named(cast, start, end, language)):
        members = [(_one(cast, s, e, owner, forms), cast.text[s:e]) for s, e in pieces] if len(pieces) > 1 else []
        if members and all(a is not None and _may_be_listed(words, a, cast, forms) for a, words in members):
            return joined([a for a, _ in members if a is not None], language)
    end = end if len(listed) > 1 else _less_participle(start, end, parse)
    return _one(cast, start, end, owner, forms)


_HYPHENS = ("-", "–")


def _issuer(start: int, end: int, parse: Parse | None, forms: _Forms) -> tuple[int, int] | None:
    """By whom a statement is, "a statement issued late on Sunday by her physician", where a participle stands
    between."""
    at = None if parse is None else parse.head_of(start, end)
    if parse is None or at is None or parse[at].lemma not in forms.utterances:
        return None
    for verb in parse.children(at, "acl"):
        for by in parse.children(verb, "obl"):
            marks = [c for c in parse.children(by, "case") if parse[c].word.lower() in forms.by]
            if marks and parse[marks[0]].end < end:
                words = [w for w in parse.subtree(by) if w > marks[0] and parse[w].end <= end]
                return (parse[words[0]].start, parse[_run_on(parse, words[-1], end)].end) if words else None
    return None


def _run_on(parse: Parse, last: int, end: int) -> int:
    """The last word of a phrase: up to the next mark where a hyphen cuts it, which no parser reads as one word
    ("then-Secretary of State Jo Venn")."""
    cut = parse[last].word in _HYPHENS
    if not cut and (last + 1 >= len(parse) or parse[last + 1].word not in _HYPHENS):
        return last
    last += not cut
    while last + 1 < len(parse) and parse[last + 1].end <= end and parse[last + 1].word[0].isalnum():
        last += 1
    return last


def _less_participle(start: int, end: int, parse: Parse | None) -> int:
    """The end of a description without the participle behind its noun: "a poll" of "a poll released on Friday"."""
    at = None if parse is None else parse.head_of(start, end)
    if parse is None or at is None:
        return end
    after = [v for v in parse.children(at, "acl") if v > at and parse[v].upos == "VERB" and parse[v].start < end]
    first = min((min(w for w in parse.subtree(v) if w > at) for v in after), default=None)
    return end if first is None or parse[first].start <= start else parse[first - 1].end


def joined(actors: Sequence[Actor], language: str) -> Actor:
    """Several speakers of the same words as one actor: "Mara Tolk, Jo Venn and Ed Rasp"."""
    forms = _forms(language)
    one = tuple({a.key: a for a in actors}.values())
    if len(one) == 1:
        return one[0]
    name = ", ".join(a.name for a in one[:-1]) + forms.words["and"] + one[-1].name
    kinds, lands = {a.kind for a in one}, {a.country for a in one}
    return Actor(
        name,
        " & ".join(a.key for a in one),
        one[0].kind if len(kinds) == 1 else "unknown",
        one[0].country if len(lands) == 1 else None,
    )


def is_plural(actor: Actor, language: str) -> bool:
    """Whether an actor is several people: a list, or words like "officials"."""
    forms = _forms(language)
    if " & " in actor.key:
        return True
    words = [w.lower() for w in forms.word.findall(re.split(forms.complement, actor.name)[0])]
    last = words[-1] if words else ""
    if last in forms.counted:
        # "several of the officials"
        return True
    ends_so = last.endswith(forms.plural) and not last.endswith(forms.no_ending)
    return actor.name[:1].isdigit() or last in forms.plural_groups or ends_so


def _bare_ends(text: str, start: int, end: int, forms: _Forms) -> tuple[int, int]:
    """A source less the conjunction or preposition it opens with, and less a time it ends with."""
    words = list(forms.word.finditer(text, start, end))
    while len(words) > 1 and words[0].group().lower() in forms.lead:
        words.pop(0)
        start = words[0].start()
    timed = False
    while len(words) > 1 and (
        _is_time(words[-1].group(), forms) or _is_date(words, forms) or (timed and _hangs(words[-1], forms))
    ):
        words.pop()
        timed = True
        end = words[-1].end()
    return start, end


def _hangs(word: re.Match[str], forms: _Forms) -> bool:
    """Whether a word before a time hangs on that time: a preposition, a participle ("a poll released Friday")."""
    return _leads(word, forms) or (word.group().islower() and word.group().endswith(forms.past))


def _leads(word: re.Match[str], forms: _Forms) -> bool:
    return word.group().lower() in forms.lead


def _is_date(words: Sequence[re.Match[str]], forms: _Forms) -> bool:
    """Whether the last of several words is the day of a month, "Oct. 11", or the month of "in October"."""
    months, last = forms.months, words[-1].group()
    if last.isdigit():
        return len(words) > 2 and words[-2].group().rstrip(".").lower() in months
    if last.rstrip(".").lower() not in months or last[:1].islower() or len(words) < 3:
        return False
    return _leads(words[-2], forms) or _is_time(words[-2].group(), forms)


def _is_time(word: str, forms: _Forms) -> bool:
    said = word.lower().rstrip(".")
    named = said.endswith(forms.words["day"]) and said != forms.words["small"]
    return said in forms.trail and (word.islower() or named)


def _may_be_listed(words: str, actor: Actor, cast: Cast, forms: _Forms) -> bool:
    """Names and groups make a list; "A, the head of X and editor of Y" goes on describing A."""
    named = actor.key in cast.keys or actor.kind == "state"
    return named or is_plural(actor, forms.language) or forms.pronoun_owner.match(words) is not None


def _one(cast: Cast, start: int, end: int, owner: Owner | None, forms: _Forms) -> Actor | None:
    start, end = cast.trimmed(start, end)
    code = countries.country_of_name(cast.text[start:end], forms.language)
    if code is not None:
        return Actor(cast.text[start:end], code.lower(), "state", code)
    start, end = cast.whole_names(start, end)
    words = [w.lower() for w in forms.word.findall(cast.text[start:end])]
    if not words or all(w in forms.nobody or w.isdigit() for w in words):
        return None
    stop = cast.head_end(start, end)
    inside = [i for i in cast.within(start, end) if cast.actors[i] is not None]
    named = cast.named_head(inside, start, stop, end)
    if named is not None:
        return _of_name(cast, named, start, end, forms)
    apposed = _apposition(cast, start, stop, end, inside, forms)
    if apposed is not None:
        return apposed
    called = _in_capitals(cast, start, end)
    return called or _description(cast, start, stop, end, inside, owner, forms)


def _of_name(cast: Cast, index: int, start: int, end: int, forms: _Forms) -> Actor | None:
    """The actor of a name that is the head of its phrase; places that are no state and lone adjectives are nobody."""
    name, actor = cast.names[index], cast.actors[index]
    if actor is None:
        return None
    if name.kind == "nationality":
        if not name.exact.endswith(forms.plural) and name.start == start:
            return None
        return Actor(
            _bare(cast.text, start, name.end, forms), plain_key(name.exact, forms.language), "civilians", actor.country
        )
    if name.kind in ("place", "facility"):
        spoken = cast.speaking(index, end)
        return spoken if spoken is not None and spoken.kind not in ("unknown",) else None
    if (
        " " not in actor.name
        and (place := lexicon(forms.language).phrases.get(actor.name)) is not None
        and place.size > 1
    ):
        # "Arizona": a town's or a state's name, and no fuller one says that it is somebody's.
        return None
    whole = forms.compound.search(cast.text[start : name.start]) if name.kind == "organisation" else None
    if whole is not None:
        # "Foreign and Commonwealth Office": a name in two halves, of which the second was found.
        exact = f"{whole.group(1)}{name.exact}"
        return replace(actor, name=exact, key=plain_key(exact, forms.language))
    lone = cast.text[start:end]
    if " " not in lone and lone.lower() in forms.titles:
        return None
    return actor


def _apposition(cast: Cast, start: int, stop: int, end: int, inside: Sequence[int], forms: _Forms) -> Actor | None:
    """The person that a description names behind its comma: "the harbour minister, Mara Tolk"."""
    comma = _APPOSED.match(cast.text, _rstrip(cast.text, start, stop), end)
    if comma is None and cast.text[start:stop].split()[-1].lower() in forms.titles:
        comma = _APPOSED.search(cast.text, stop, end)  # "the speaker of the parliament, Mara Tolk"
    if comma is None:
        return None
    for i in inside:
        name = cast.names[i]
        if name.start >= comma.end():
            lead = cast.text[comma.end() : name.start]
            titled = not lead.strip() or (len(lead.split()) < 4 and lead[:1].isupper())
            ends = forms.initial_end.match(cast.text, name.end, end) is not None
            return cast.actors[i] if name.kind == "person" and titled and ends else None
    return None


def _in_capitals(cast: Cast, start: int, end: int) -> Actor | None:
    """The person whom a surname in capitals calls ("TOLK: …"), where the article names just one of that name."""
    words = cast.text[start:end]
    if not words.isupper() or len(words) < 3:
        return None
    last = words.split()[-1]
    actor = {
        a.key: a
        for n, a in zip(cast.names, cast.actors, strict=True)
        if a is not None and n.kind == "person" and n.exact.split()[-1].upper() == last and not n.exact.isupper()
    }
    return next(iter(actor.values())) if len(actor) == 1 else None


def _description(
    cast: Cast, start: int, stop: int, end: int, inside: Sequence[int], owner: Owner | None, forms: _Forms
) -> Actor | None:
    """The words themselves as an actor, with whom they belong to; or whom "the minister" points back to."""
    text = cast.text
    stop = _rstrip(text, start, stop)
    core = [w.lower() for w in forms.word.findall(text[start:stop])]
    if not core:
        return None
    head = core[-1]
    if head in forms.utterances:
        said = _uttered(cast, start, stop, end, inside, owner, forms)
        if said is not None:
            return said
    nominal = read_nominal(text[start:end], forms.language)
    if nominal is not None and (nominal.definite or head in forms.titles):
        meant = cast.described(nominal, start, inside)
        if meant is not None and meant.key in cast.keys:
            return meant
    if head in forms.titles and not forms.numbered.match(text, start, stop):
        return None
    if head in forms.never and not (head in forms.utterances or head in forms.documents):
        return None
    whole, key = _shown(text, start, stop, end, forms)
    if (
        not whole
        or is_run_together(whole, forms.language)
        or all(w in forms.nobody or w.isdigit() for w in forms.word.findall(whole.lower()))
    ):
        return None
    whose = forms.pronoun_owner.match(text, start, stop)
    holder = owner(start, whose.end(1)) if whose is not None and owner is not None else None
    belongs = holder or _owner(cast, _end_of(text, start, whole), inside)
    made = cast.described(nominal, start, inside) if nominal is not None else None
    of = belongs.name if belongs is not None else None
    if made is None or made.key in cast.keys:
        return Actor(whole, key, "unknown", belongs.country if belongs else None, None, of)
    return replace(made, name=whole, of=of)


def _uttered(
    cast: Cast, start: int, stop: int, end: int, inside: Sequence[int], owner: Owner | None, forms: _Forms
) -> Actor | None:
    """Whose statement it is: "Iraq's statement", "the Iraqi statement", "a statement by the ministry"."""
    whose = forms.pronoun_owner.match(cast.text, start, stop)
    if whose is not None:
        return owner(start, whose.end(1)) if owner is not None else None
    by = forms.uttered_by.match(cast.text, stop, end)
    if by is not None:
        return _one(cast, by.end(), end, owner, forms)
    for i in reversed(inside):
        name = cast.names[i]
        if name.end <= stop and (cast.is_owner(i) or name.kind in ("nationality", "organisation")):
            if name.kind != "nationality":
                return cast.actors[i]
            # "An Iraqi opposition statement" is not Iraq's.
            alone = len(cast.text[name.end : stop].split()) == 1
            made = cast.actors[i]
            return _as_country(made, forms.language) if made is not None and alone else None
    return None


def _as_country(people: Actor, language: str) -> Actor:
    """A country where its people name it: "the Iraqi statement" is Iraq's."""
    named = countries.country(people.country, language) if people.country is not None else None
    return replace(people, name=named.name) if named is not None else people


def _owner(cast: Cast, end: int, inside: Sequence[int]) -> Actor | None:
    """The person or body within a description to whom it belongs: the first one named."""
    held = [
        i
        for i in inside
        if cast.names[i].kind in _CARRIES
        and cast.names[i].end <= end
        # "Norland-backed militias" are not Norland's.
        and cast.text[cast.names[i].end : cast.names[i].end + 1] not in _HYPHENS
    ]
    return cast.actors[held[0]] if held else None


def _shown(text: str, start: int, stop: int, end: int, forms: _Forms) -> tuple[str, str]:
    """A description as shown, no article before it and not longer than a line, and its key."""
    cut = forms.stop.search(text, stop, end)
    last = cut.start() if cut else end
    if cut is not None and forms.listed.fullmatch(text, cut.start(), end):
        # "foreign ministers of Sudland, Norland and Ostland" are not Sudland's
        last = stop
    whole = _bare(text, start, last, forms)
    if len(whole.split()) > _LONGEST:
        whole = _bare(text, start, stop, forms)
        parts = [_bare(text, start, m.start(), forms) for m in forms.joint.finditer(text, stop, last)]
        whole = next((p for p in reversed(parts) if len(p.split()) <= _LONGEST and len(p) > len(whole)), whole)
        if len(whole.split()) > _LONGEST:
            return "", ""
    return whole, plain_key(whole, forms.language)


def _end_of(text: str, start: int, whole: str) -> int:
    """Where the last of the words shown ends in the text."""
    return text.find(whole.split()[-1], start) + len(whole.split()[-1])


def _bare(text: str, start: int, end: int, forms: _Forms) -> str:
    words = " ".join(text[start:end].split())
    lead = forms.determiner.match(words)
    return (words[lead.end() :] if lead else words).rstrip(" ,;:")


def _rstrip(text: str, start: int, stop: int) -> int:
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ",;:"):
        stop -= 1
    return stop
