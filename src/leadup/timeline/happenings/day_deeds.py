"""What a sentence tells as done on its day: the deed that the day is hung on, who did it, to whom, and what else."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import deed_rows, event_types_of, referred_to
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar


@dataclass(frozen=True, slots=True)
class DeedPart:
    """Who has a part in a deed: the words of the names in it, and the base form of what it is called."""

    names: frozenset[str]
    called: str

    def __bool__(self) -> bool:
        """Is it said who or what it is? A pronoun says it not, nor does a word for any person ("the woman")."""
        return bool(self.names or self.called)


@dataclass(frozen=True, slots=True)
class DayDeeds:
    """What a sentence tells of its day: the deeds, and whether it only says how things stand."""

    deeds: tuple[DayDeed, ...]
    standing: bool
    language: str

    @property
    def refers(self) -> bool:
        """Does it tell of its day only what it names in passing ("worries grew after the attack on Sept. 11")?"""
        return self.standing or not any(deed.main for deed in self.deeds)

    def with_deed(self, tree: Parse, bases: Collection[str]) -> DayDeeds:
        """The same, and further the deeds of these base forms, wherever they are told, as what it turns on."""
        language = self.language
        held = {deed.at for deed in self.deeds if deed.hung and deed.main}
        more = [
            deed_at(tree, at, True, True, language)
            for at in range(len(tree))
            if at not in held and base_form(tree[at].lemma.lower(), language) in bases and _is_deed(tree, at, language)
        ]
        return replace(self, deeds=(*self.deeds, *more))


NOBODY = DeedPart(frozenset(), "")


@dataclass(frozen=True, slots=True)
class DayDeed:
    """A deed that a sentence tells: its word's base form with its particle, who did it, whom it was done to, what it
    was done with or where; whether the sentence turns on it (``main``) and whether the day is hung on it; ``at`` is
    which word of the sentence it is. Of a noun it is not said which of the two somebody is, but where it is ``borne``
    ("the strike on Orsk")."""

    at: int
    base: str
    agent: DeedPart
    patient: DeedPart
    others: tuple[DeedPart, ...]
    main: bool
    hung: bool
    is_noun: bool
    borne: bool = False


def day_deeds(tree: Parse, places: Collection[int], language: str) -> DayDeeds:
    """What a parsed sentence tells of its day, the deeds in order.

    ``places`` are code points at which its day is named: the deeds that it is hung on are told, and those that the
    sentence turns on where it is hung on one of them, or where it names no day.
    """
    if tree.root < 0:
        return DayDeeds((), True, language=language)
    main = list(_main(tree, frozenset(tree.at(place) for place in places), language))
    hung = {at for place in places if (at := hung_on(tree, tree.at(place), language)) >= 0}
    over = {tree[at].head for at in hung if tree[at].deprel in relations("of_noun")}
    hung |= {at for at in over if at >= 0 and _is_deed_noun(tree, at, language)}
    standing = is_standing(tree, language)
    turns = not hung or standing or any(at in main or tree[at].head in (*main, -1) for at in hung)
    wanted = dict.fromkeys((*(main if turns else ()), *sorted(hung)))
    deeds = tuple(
        deed_at(tree, at, at in main, at in hung, language)
        for at in sorted(wanted)
        if not is_planned(tree, at, language)
    )
    return DayDeeds(deeds, standing, language=language)


def head_deeds(tree: Parse, language: str) -> tuple[DayDeed, ...]:
    """The deeds that a sentence turns on first, whatever day they are of: its main verbs, of what is said to have been
    said that deed, of a verb that tells little the noun beside it."""
    found: dict[int, None] = {}
    ahead = [tree.root]
    while ahead:
        at = ahead.pop(0)
        if at < 0 or at in found:
            continue
        base = base_form(tree[at].lemma.lower(), language)
        within = tree.children(at, *relations("said"))
        little = base in light_verbs(language) or tree[at].upos != "VERB"
        if base in saying(language) and within:
            ahead += within
            continue
        found[at] = None
        ahead += [*(within if little else ()), *tree.children(at, *relations("coordinate"))]
        if little or tree[at].lemma.lower() in lang.kept_words("bearing", language):
            found.update((c, None) for c in tree.children(at, *relations("part")) if _is_deed_noun(tree, c, language))
    return tuple(deed_at(tree, at, True, True, language) for at in found)


def every_deed(tree: Parse, language: str) -> tuple[DayDeed, ...]:
    """All that a sentence tells of or brings up: its verbs, and its nouns for deeds."""
    told_of = (at for at in range(len(tree)) if _is_deed(tree, at, language))
    return tuple(deed_at(tree, at, True, True, language) for at in told_of)


def is_standing(tree: Parse, language: str) -> bool:
    """Does a sentence say how things stand ("was part of", "have been killed since"), not what was done?"""
    root = tree.root
    if root < 0 or tree[root].upos != "VERB":
        return True
    low = {tree[k].word.lower() for k in tree.children(root)}
    return any(
        tree[c].word.lower() in _words("since", language) for k in tree.children(root) for c in (k, *tree.children(k))
    ) and bool(low & _words("perfect", language))


def _main(tree: Parse, days: Collection[int], language: str) -> Iterator[int]:
    """The deeds that a sentence turns on, and the nouns for deeds that have a part in them.

    What is said after a day ("confirmed Sunday that …") is at times read as said of the day; ``days`` are its words.
    """
    ahead, seen = [tree.root], set()
    while ahead:
        at = ahead.pop(0)
        if at in seen:
            continue
        seen.add(at)
        said_of = (c for day in days if day >= 0 for c in (day, tree[day].head) if c >= 0 and tree[c].head == at)
        within = (*tree.children(at, *relations("said")), *(k for c in said_of for k in tree.children(c, "acl")))
        if not (within and base_form(tree[at].lemma.lower(), language) in saying(language)):
            yield at
        ahead += [*within, *tree.children(at, *relations("beside"))]
        if tree[at].lemma.lower() in lang.kept_words("bearing", language) or is_standing(tree, language):
            yield from (c for c in tree.children(at, *relations("part")) if _is_deed_noun(tree, c, language))


def hung_on(tree: Parse, at: int, language: str) -> int:
    """The verb or the noun for a deed that a word for a day belongs to, or -1."""
    while at >= 0:
        if _is_deed(tree, at, language):
            return at
        at = tree[at].head
    return -1


def _is_deed(tree: Parse, at: int, language: str) -> bool:
    """Is this a verb, or a noun for a deed?"""
    return tree[at].upos == "VERB" or _is_deed_noun(tree, at, language)


def _is_deed_noun(tree: Parse, at: int, language: str) -> bool:
    base = base_form(tree[at].lemma.lower(), language)
    return tree[at].upos == "NOUN" and (base in referred_to(language) or base in deed_rows_of(language))


def deed_at(tree: Parse, at: int, main: bool, hung: bool, language: str) -> DayDeed:
    base = base_form(tree[at].lemma.lower(), language)
    particle = tree.child(at, *relations("particle"))
    if particle is not None:
        base = f"{base}_{tree[particle].word.lower()}"
    subject, passive = tree.child(at, "nsubj"), tree.child(at, *relations("passive"))
    if subject is not None and tree[subject].relation in relations("passive"):
        subject = None
    object_ = tree.child(at, *relations("object"))
    others = tree.children(at, *relations("around"))
    if tree[at].upos != "VERB":
        owned = tree.children(at, *relations("owned"))
        owned = tuple(
            c for c in owned if tree[c].word.lower() not in _words("means", language) and _part(tree, c, language)
        )
        borne = next((c for c in owned if _opens_with(tree, c, _words("on", language))), None)
        agent, patient = (*(_part(tree, c, language) for c in owned if c != borne), NOBODY, NOBODY)[:2]
        agent = _who_bears(tree, at, language) or agent
        if borne is not None:
            return DayDeed(at, base, agent, _part(tree, borne, language), (), main, hung, True, borne=True)
        others = ()
    elif tree[at].deprel in relations("of_noun") and subject is None and passive is None:
        agent, patient = _part(tree, tree[at].head, language), _part(tree, object_, language)
    else:
        doer = next((c for c in others if tree[c].relation in relations("doer")), None)
        agent = _part(tree, subject if passive is None else doer, language)
        if passive is None and subject is not None:
            # "Flight MX22 vanished" may be read as two subjects side by side.
            beside = [_part(tree, c, language) for c in tree.children(at, *relations("subject"))]
            agent = replace(agent, names=agent.names.union(*(p.names for p in beside)))
        patient = _part(tree, passive if passive is not None else object_, language)
        if subject is not None and tree[subject].lemma.lower() in relations("relative") and tree[at].head >= 0:
            agent = _part(tree, tree[at].head, language)
        others = tuple(c for c in others if c != doer)
    around = tuple(p for c in others if (p := _part(tree, c, language)))
    return DayDeed(at, base, agent, patient, around, main, hung, tree[at].upos != "VERB")


def _who_bears(tree: Parse, at: int, language: str) -> DeedPart:
    """Who did a deed that is the object of a verb by which it is told as done ("Norland carried out air strikes"), or
    that is called his own ("Lund defended her proposal")."""
    verb = tree[at].head
    if verb < 0 or tree[at].deprel not in relations("object"):
        return NOBODY
    own = any(tree[c].upos in relations("pronoun") for c in tree.children(at, *relations("owner")))
    if not own and tree[verb].lemma.lower() not in lang.kept_words("bearing", language):
        return NOBODY
    return _part(tree, tree.child(verb, *relations("subject")), language)


def _opens_with(tree: Parse, at: int, words: Collection[str]) -> bool:
    """Does a phrase open with one of these prepositions, on whichever word of it that is read to hang?"""
    return any(tree[k].deprel in relations("case") and tree[k].word.lower() in words for k in tree.subtree(at))


def names_of_part(tree: Parse, at: int, language: str) -> frozenset[str]:
    """The words, in small letters, of the names of who has a part in the deed that is this word, with the numbers that
    belong to them ("Flight 22"); none for -1."""
    if at < 0:
        return frozenset()
    deed = deed_at(tree, at, True, False, language)
    above = _part(tree, tree[at].head, language) if tree[at].deprel in relations("of_noun") else NOBODY
    below = tree.subtree(tree[at].head if above else at)
    return (
        deed.agent.names
        | deed.patient.names
        | above.names
        | {tree[k].word for k in below if _is_of_name(tree, k, language)}
    )


def _is_of_name(tree: Parse, at: int, language: str) -> bool:
    """Is this a number that belongs to the name before it, and to no date?"""
    before = tree[at - 1].word if at else ""
    return tree[at].upos in relations("number") and before[:1].isupper() and not is_of_calendar(before, language)


def _part(tree: Parse, at: int | None, language: str) -> DeedPart:
    if at is None or tree[at].upos in relations("unnamed"):
        return NOBODY
    at = _counted_by(tree, at, language)
    base = base_form(tree[at].lemma.lower(), language)
    # "An official of the Orsk council" is not named by the council.
    further = () if base in _anybody(language) else _further(tree, at)
    below = (at, *tree.children(at, *relations("of_name")), *further)
    named = (tree[k].word for k in below if tree[k].upos == "PROPN")
    names = frozenset(
        without_points(word) for word in named if word[:1].isupper() and not is_of_calendar(word, language)
    )
    code = tree[at + 1].word if at + 1 < len(tree) else ""
    if code[:1].isupper() and any(c.isdigit() for c in code):
        # "Flight LA22" is named by its code, wherever that is read to hang.
        names |= {code.lower()}
    called = "" if tree[at].upos == "PROPN" or base in _anybody(language) else base
    return DeedPart(names, called)


def _counted_by(tree: Parse, at: int, language: str) -> int:
    """Of a word for how many, who they are ("thousands of *marchers*"); any other word itself."""
    if tree[at].lemma.lower() not in _words("how_many", language):
        return at
    return next(
        (c for c in tree.children(at, *relations("of_which")) if _opens_with(tree, c, _words("of", language))), at
    )


def without_points(word: str) -> str:
    """A word of a name in small letters and without points: outlets write "US" and "U.S."."""
    return word.lower().replace(".", "")


def _further(tree: Parse, at: int) -> Iterator[int]:
    """The words of the names that belong to a name or noun: in apposition, beside it, or as whose it is."""
    for c in tree.children(at, *relations("renamed")):
        yield c
        yield from tree.children(c, *relations("of_name"))


def is_planned(tree: Parse, at: int, language: str) -> bool:
    """Is a verb, or one that it is below, told as still to come ("will resign", "will speak when she resigns", "is
    expected to speak")?"""
    above = tuple(tree.ancestors(at))
    if any(tree[v].word.lower() in _words("awaited", language) for v in above):
        return True
    modals = (tree[c].word.lower() for v in (at, *above) for c in tree.children(v, *relations("modal")))
    return any(word.lstrip("'’") in _words("ahead", language) for word in modals)


def is_denied(tree: Parse, at: int, language: str) -> bool:
    """Is a deed told as not done ("did not resign", "no deal", "did not sign the deal")?"""
    above = (tree[at].head,) if tree[at].upos != "VERB" and tree[at].deprel in relations("part") else ()
    beside = (tree[c].word.lower() for k in (at, *above) for c in tree.children(k))
    return any(word.replace("’", "'") in _words("denied", language) for word in beside)


@functools.cache
def deed_rows_of(language: str) -> dict[str, frozenset[str]]:
    """The base form of a deed's verb and of its noun, the first two words of its row, to the row; of a deed that is
    done to a person once on a day, every word for it."""
    once = lang.kept_words("once_a_day", language)
    found: dict[str, set[str]] = defaultdict(set)
    for row in deed_rows(language):
        words = row.asked if row.name in once else row.asked[:2]
        for word in words:
            if not word.startswith("~"):
                found[_listed(word, language)].add(row.name)
    for n, words in enumerate(lang.kept_table("same_deed", language)["deeds"]):
        for word in words.split():
            found[_listed(word, language)].add(str(n))
    return {word: frozenset(rows) for word, rows in found.items()}


def _listed(word: str, language: str) -> str:
    """A deed's word as a table lists it, its verb in the base form: "broke_out" is "break_out"."""
    verb, mark, particle = word.partition("_")
    return base_form(verb, language) + mark + particle


def kinds_of(base: str, language: str) -> frozenset[str]:
    """The kinds of deed (names of rows of the table of deeds) that a word in its base form tells of."""
    return event_types_of(language).get(base, frozenset()) | event_types_of(language).get(
        base.partition("_")[0], frozenset()
    )


@functools.cache
def light_verbs(language: str) -> frozenset[str]:
    """The base forms of verbs that say little without their object."""
    return frozenset(base_form(each, language) for each in _words("light", language))


def done_before(language: str) -> frozenset[str]:
    """What before a verb says that it was done before what is told ("had")."""
    return _words("done_before", language)


def befell(language: str) -> frozenset[str]:
    """The kinds of deeds that befall people in others."""
    return _words("befell", language)


@functools.cache
def _anybody(language: str) -> frozenset[str]:
    return frozenset(base_form(each, language) for each in _words("anybody", language))
