"""Who does what to whom in a sentence, whether it is denied, and whose words it is: its clauses, from its parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from leadup import lang
from leadup.check.denial import hangs, is_denied, is_undone_by_its_particle
from leadup.check.factuality import Factuality, factuality
from leadup.check.wording import (
    classes_by_place,
    classes_in,
    kin_of,
    kinds_of,
    lang_words,
    pairs_of,
    phrases_in,
    stem_of,
    verb_of,
    with_forms,
    with_parts,
)
from leadup.lang.wordforms import word_endings
from leadup.reading.attribution.lexicon import cues
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed: its stem and kinds, where it stands, the stems of who does it and who bears it, if it is denied.

    ``speaker`` are the stems of the one whose words it is (None: told plainly; empty: somebody not named);
    ``near`` are the stems of all that hangs on it, ``main`` says that it is the sentence's own; ``unreal`` is only
    thought of, ``supposed`` stands under an "if" or a "whether". ``reach`` are the places of the words that hang on it
    and on no other deed within it. ``heads`` are who does it and who bears it without what only tells more of them
    ("the mayor" of "the mayor of Dunmar"). ``classes`` are the broader classes of deed that it, or what it takes, may
    tell of. ``factuality`` is how what stands further over it holds it; ``phrasal`` are those groups of ``kin``
    that it is in by a phrase that turns its verb ("voted down"). ``language`` is that of all these words. Places count
    from the sentence's start.
    """

    key: str
    families: frozenset[str]
    start: int
    end: int
    agent: frozenset[str]
    patient: frozenset[str]
    near: frozenset[str]
    denied: bool
    main: bool
    unreal: bool
    is_noun: bool = False
    speaker: frozenset[str] | None = None
    is_saying: bool = False
    supposed: bool = False
    reach: tuple[tuple[int, int], ...] = ()
    heads: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    kin: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    factuality: Factuality = "told"
    phrasal: frozenset[str] = frozenset()
    language: str = field(kw_only=True)

    @property
    def is_undone(self) -> bool:
        """Whether it is told as not done, by a "not" or by what stands further over it."""
        return self.denied != (self.factuality == "undone")

    @property
    def is_thought_of(self) -> bool:
        """Whether it is only thought of, or still to come."""
        return self.unreal or self.factuality == "foreseen"

    @property
    def is_refusal(self) -> bool:
        """Whether it is one that somebody will not do: what others did, or he before, denies nothing of that."""
        return self.is_undone and self.is_thought_of

    def is_like(self, other: Clause) -> bool:
        """Whether the two are deeds of one kind."""
        return self.is_same(other) or bool(self.families & other.families)

    def is_same(self, other: Clause) -> bool:
        """Whether the two are one deed by the same word, or by one that may stand for it."""
        if self.kin and other.kin and self.key in light(self.language):
            # "put off" is no "put out".
            return bool(self.kin & other.kin)
        if self.key == other.key and bool(self.phrasal) != bool(other.phrasal):
            # "voted the plan down" is no "voted for the plan".
            return bool(self.phrasal & other.kin or other.phrasal & self.kin)
        return self.key == other.key or bool(self.kin & other.kin)

    def is_akin(self, other: Clause) -> bool:
        """Whether the two may be one deed in whatever words: of one kind, or of one class that says enough."""
        return self.is_like(other) or not (self.classes & other.classes) <= lang_words("broad", self.language)


Stands = Callable[[int, Sequence[int]], frozenset[str]]
"""Whom the word at a place stands for, none of those at other places: stems, none where it is not known."""


@cache
def light(language: str) -> frozenset[str]:
    """The stems of verbs that say little by themselves: what hangs on them must be shared too."""
    return frozenset(lang.kept_table("check", language)["light"].split())


@cache
def aspect(language: str) -> frozenset[str]:
    """The stems of verbs that only say how far a deed has come, or that it was decided on."""
    return frozenset(lang.kept_table("check", language)["aspect"].split())


def clauses_of(
    parse: Parse, also: frozenset[str] = frozenset(), start: int = 0, stands: Stands | None = None
) -> tuple[Clause, ...]:
    """The clauses of a sentence, and the nouns in it that tell of a deed (or have a stem of ``also``), in order.

    ``start`` is where the sentence starts in the text that was parsed; ``stands`` knows whom its pronouns stand for.
    """
    found = []
    reaches = _reaches(parse, start)
    words = [token.word for token in parse]
    phrases, classes = phrases_in(words, parse.language), classes_by_place(words, parse.language)
    for at, token in enumerate(parse):
        # Verbs that say little ("take", "go") are no words to look for, but they are deeds.
        key = stem_of(token.word, parse.language) or (
            base_form(token.word.lower(), parse.language) if token.upos == "VERB" else ""
        )
        if token.upos == "VERB" and token.lemma.isalpha():
            # "gave" and "give", "upheld" and "uphold" are one deed.
            key = verb_of(token.word, token.lemma, parse.language)
        done = _converse(parse.language)[key] if _lost_to(parse, at) else ()
        key = base_form(done[0], parse.language) if done else key
        noun = token.upos == "NOUN" and (bool(kinds_of(key, parse.language)) or key in also)
        predicate = (token.head < 0 or token.deprel == "ccomp") and (
            token.upos == "ADJ" or parse.child(at, "cop") is not None
        )
        verb = token.upos == "VERB" or predicate
        if not key or not (verb or noun or (token.upos == "ADJ" and token.deprel in ("xcomp", "conj"))):
            continue
        speaker = _speaker(parse, at)
        who, whom = _roles(parse, at)
        if token.upos == "ADJ" and token.deprel == "xcomp" and kin_of(key, parse.language):
            # "was shot dead", "found guilty": what was done to him.
            who, whom = [], [*who, *whom]
        said = speaker or frozenset()
        kin = kin_of(key, parse.language) | phrases.get(at, frozenset())
        own_classes = classes.get(at, frozenset())
        if done:
            kin = frozenset().union(*(kin_of(base_form(verb, parse.language), parse.language) for verb in done))
            own_classes = classes_in(" ".join(done), parse.language)
        below = parse.subtree(at)
        who_by, whom_by = _standing(who, whom, stands), _standing(whom, who, stands)
        # "Tolk and Venn met, and she accused him": he who bears it does not do it.
        others = frozenset[str]().union(*whom_by.values())
        found.append(
            Clause(
                key,
                kinds_of(key, parse.language) | kin,
                token.start - start,
                token.end - start,
                _less(_named(parse, who, said, who_by), others),
                _named(parse, whom, said, whom_by),
                with_forms((s for i in below if (s := stem_of(parse[i].word, parse.language))), parse.language),
                is_denied(parse, at),
                _is_main(parse, at),
                _unreal(parse, at),
                token.upos == "NOUN",
                speaker,
                _reports(parse, at),
                _supposed(parse, at),
                reaches.get(at, ()) if verb else _below(parse, at, start),
                (
                    _less(_named(parse, who, said, who_by, more=False), others),
                    _named(parse, whom, said, whom_by, more=False),
                ),
                kin,
                own_classes.union(*(classes.get(k, ()) for k in _taken(parse, at))),
                factuality(parse, at),
                phrases.get(at, frozenset()) if is_undone_by_its_particle(parse, at) else frozenset(),
                language=parse.language,
            )
        )
    return tuple(found)


_TAKEN = ("obj", "xcomp", "compound:prt")


def _taken(parse: Parse, at: int) -> list[int]:
    """Where the words stand of whose class a deed is too: not those that a "not" turns ("found him not guilty")."""
    return [k for k in parse.children(at, *_TAKEN) if not hangs(parse, k, "right_before", "advmod")]


def _reaches(parse: Parse, start: int) -> dict[int, tuple[tuple[int, int], ...]]:
    """Of each verb or root, the places of the words whose nearest one above they have it."""
    found: dict[int, list[tuple[int, int]]] = {}
    for at, token in enumerate(parse):
        if token.deprel in ("compound", "amod", "flat") and parse[token.head].upos in ("NOUN", "PROPN"):
            # "canceled the Christmas release": no day of the canceling.
            continue
        over = next((k for k in (at, *parse.ancestors(at)) if parse[k].upos == "VERB" or parse[k].head < 0), at)
        found.setdefault(over, []).append((token.start - start, token.end - start))
    return {over: tuple(places) for over, places in found.items()}


def _below(parse: Parse, at: int, start: int) -> tuple[tuple[int, int], ...]:
    return tuple((parse[k].start - start, parse[k].end - start) for k in parse.subtree(at))


def _unreal(parse: Parse, at: int) -> bool:
    """Only thought of: under a modal verb, an "if", or what is wanted, planned or feared."""
    if parse[at].upos == "NOUN" and _only_talked_of(parse, at):
        return True
    here = at
    for _ in range(4):
        if any(_is_one_of(parse, c, "unreal_modals") for c in parse.children(here, "aux")):
            return True
        marks = {parse[c].word.lower() for c in parse.children(here, "mark", "case")}
        if marks & lang_words("unreal_marks", parse.language):
            return True
        head = parse[here].head
        if head < 0 or parse[here].deprel not in ("xcomp", "conj", "acl", "advcl", "ccomp"):
            return False
        to = bool(marks & lang_words("infinitive", parse.language))
        if to and parse[head].lemma in lang_words("unreal_verbs", parse.language):
            return True
        if to and parse[here].deprel == "advcl":
            # "lacked the evidence to charge him": what for, not what was done.
            return True
        if to and parse[here].deprel == "acl" and not _is_one_of(parse, head, "real_nouns"):
            # "evidence to charge him", "a plan to leave": only thought of, unlike "the decision to leave".
            return True
        if parse[here].deprel == "ccomp":
            return False
        if parse[here].deprel == "advcl":
            # "should act before more are killed": none was killed yet.
            return bool(marks & lang_words("unreal_until", parse.language)) and any(
                _is_one_of(parse, c, "unreal_modals") for c in parse.children(head, "aux")
            )
        here = head
    return False


def _only_talked_of(parse: Parse, at: int) -> bool:
    """Of a noun for a deed: "a planned meeting", "calls for his resignation", "they demand charges"."""
    if hangs(parse, at, "unreal_adjectives", "amod"):
        return True
    head = parse[at].head
    if head < 0 or parse[at].deprel not in ("nmod", "obj", "obl"):
        return False
    return _is_one_of(parse, head, "unreal_nouns" if parse[at].deprel == "nmod" else "unreal_verbs")


def _is_one_of(parse: Parse, at: int, listed: str) -> bool:
    """Whether a word is one of a list of base forms (in the table ``check``)."""
    return parse[at].lemma.lower() in lang_words(listed, parse.language)


def _supposed(parse: Parse, at: int) -> bool:
    """Under an "if" or a "whether", however deep."""
    return any(
        parse[c].word.lower() in lang_words("unreal_marks", parse.language)
        for here in (at, *parse.ancestors(at))
        for c in parse.children(here, "mark")
    )


@cache
def _participle(language: str) -> tuple[str, ...]:
    """What a participle may end in."""
    return tuple(sorted(lang_words("participle", language)))


@cache
def _done_to(language: str) -> frozenset[str]:
    return frozenset(stem_of(word, language) for word in lang.kept_words("done_to", language))


@cache
def _converse(language: str) -> dict[str, tuple[str, ...]]:
    """Of a verb of one who has a deed done to him, the verbs of the deed, the likeliest first."""
    return {base_form(verb, language): tuple(done.split(",")) for verb, done in pairs_of("converse", language)}


def _is_main(parse: Parse, at: int) -> bool:
    """At the root, or joined to it, or what is said to be."""
    while parse[at].head >= 0:
        if parse[at].deprel not in ("conj", "ccomp", "xcomp", "parataxis"):
            return False
        at = parse[at].head
    return True


def _roles(parse: Parse, at: int) -> tuple[list[int], list[int]]:
    """Where those stand who do it, and those who bear it."""
    passive = parse.child(at, "aux:pass") is not None or _got_done(parse, at)
    subjects = [*parse.children(at, "nsubj", "nsubj:pass")]
    objects = [*parse.children(at, "obj", "iobj")]
    agents = [*parse.children(at, "obl:agent")]
    if not subjects and parse[at].deprel in ("xcomp", "conj", "advcl") and parse[at].head >= 0:
        head = parse[at].head
        above = parse.children(head, "nsubj", "nsubj:pass")
        controlled = parse.children(head, "obj") if parse[at].deprel == "xcomp" else ()
        subjects = [*(controlled or above)]
        if not controlled and parse.child(head, "aux:pass", "nsubj:pass") is not None and parse[at].deprel == "conj":
            past = word_endings(parse.language).past
            passive = passive or (parse.child(at, "obj") is None and parse[at].word.endswith(past))
    if not subjects and parse[at].deprel == "acl" and parse[at].head >= 0:
        passive = parse[at].word.endswith(_participle(parse.language))
        subjects = [parse[at].head]
    if not subjects and parse[at].deprel == "advcl":
        # "was elected president, defeating Pask": whoever the sentence is about.
        over = (parse.children(k, "nsubj", "nsubj:pass") for k in parse.ancestors(at))
        subjects = [*next(filter(None, over), ())]
    if parse[at].deprel.startswith("acl") and parse[at].head >= 0:
        # "the officer who shot Varo": the one that the clause hangs on.
        subjects = [
            parse[at].head if parse[c].word.lower() in lang_words("relatives", parse.language) else c for c in subjects
        ]
    if parse[at].upos == "NOUN":
        # "the ousting of Varo", "the charges against Varo": done to whom follows.
        objects += [
            c
            for c in parse.children(at, "nmod")
            if any(parse[k].word.lower() in lang_words("borne_by", parse.language) for k in parse.children(c, "case"))
        ]
        # "Varo was behind the shelling": he did it; "the stories were lies" tells of no doer.
        is_said_of = parse.child(at, "cop") is not None
        subjects = [c for c in subjects if is_said_of and parse[c].upos == "PROPN"]
        borne = not objects and _is_one_of(parse, at, "borne")
        if borne:
            # "Pask's defeat" was his own; "Pask's defeat of Varo" was not.
            objects += parse.children(at, "nmod:poss")
        elif stem_of(parse[at].word, parse.language) not in _done_to(parse.language):
            # "Varo's choice": he chose; "Varo, Pask's choice": he was chosen.
            subjects += parse.children(at, "nmod:poss")
            if subjects and parse[at].deprel == "appos":
                objects.append(parse[at].head)
    given = [c for c in parse.children(at, "obl") if hangs(parse, c, "done_to", "case")]
    if passive:
        return [*agents], [*subjects, *objects]
    to = _lost_to(parse, at)
    if to:
        # "Varo lost Ohio to Pask" has Pask win it.
        return to, [*subjects, *objects]
    return [*subjects], objects or given if parse[at].upos == "VERB" else objects


def _lost_to(parse: Parse, at: int) -> list[int]:
    """Who does what a verb only has done to somebody: the one after "to", which may hang on what is lost."""
    if parse[at].upos != "VERB" or base_form(parse[at].lemma.lower(), parse.language) not in _converse(parse.language):
        return []
    first = lang.kept_table("check", parse.language)["done_to"][0]
    lost = parse.children(at, "obj")
    named = [*parse.children(at, "obl"), *(c for k in lost for c in parse.children(k, "nmod") if _is_name(parse, c))]
    to = [c for c in named if any(parse[k].word.lower() == first for k in parse.children(c, "case"))]
    # "fell to 5 percent": a number wins nothing.
    return [c for c in to if parse.child(c, "nummod") is None]


def _is_name(parse: Parse, at: int) -> bool:
    """Whether one is named: "the keys to the house" are lost to nobody."""
    return parse[at].upos == "PROPN"


def _got_done(parse: Parse, at: int) -> bool:
    """Whether a participle hangs on a verb that makes it one of what is borne: "Varo got beaten"."""
    token = parse[at]
    if token.upos not in ("VERB", "ADJ") or token.deprel != "xcomp" or parse.children(token.head, "obj"):
        return False
    is_form = token.word.lower() != base_form(token.word.lower(), parse.language) and not parse.children(at, "mark")
    return is_form and _is_one_of(parse, token.head, "become_passive")


def _less(who: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Some without others, where any is left."""
    return who - others or who


def _standing(places: Sequence[int], apart: Sequence[int], stands: Stands | None) -> dict[int, frozenset[str]]:
    """Of the pronouns among some places, whom each stands for, where that is known."""
    known = ((k, stands(k, apart)) for k in places) if stands is not None else ()
    return {k: who for k, who in known if who}


def _named(
    parse: Parse,
    places: list[int],
    speaker: frozenset[str] = frozenset(),
    known: Mapping[int, frozenset[str]] = MappingProxyType({}),
    *,
    more: bool = True,
) -> frozenset[str]:
    """The stems of the words that name these: each head, with its name's parts, appositions and adjectives.

    Of pronouns it is ``known`` whom they stand for; else "he" and "I" are taken, in what is reported, for the
    ``speaker``. ``more``: with names that tell more of a noun.
    """
    found: set[str] = set()
    for place in places:
        if place in known:
            found |= known[place]
        elif parse[place].word.lower() in lang_words("selves", parse.language) or _is_acting(parse, place):
            found |= speaker
        todo = [place]
        if parse[place].deprel == "appos":
            # "Pask, the commander who ...": both are named.
            todo.append(parse[place].head)
        todo += _is_one(parse, place)
        if more and parse[place].upos not in ("PROPN", "PRON"):
            todo += [c for c in parse.children(place, "nmod", "nmod:poss") if parse[c].upos == "PROPN"]
        while todo:
            at = todo.pop()
            if (key := stem_of(parse[at].word, parse.language)) and parse[at].upos in ("PROPN", "NOUN", "ADJ"):
                # A Scot is a Briton, though Scotland is not Britain.
                is_one = parse[at].word in lang_words("part_persons", parse.language)
                found |= with_parts(frozenset({key}), parse.language) if is_one else {key}
            todo += [c for c in parse.children(at, "flat", "compound", "appos", "conj", "amod") if c not in places]
            todo += [c for c in parse.children(at, "nmod") if _is_titled(parse, at, c)]
    return with_forms(found, parse.language)


def _is_one(parse: Parse, place: int) -> list[int]:
    """The name that one is said to be: "the soldier killed there is Mara Tolk"."""
    over = parse[place].head
    named = over >= 0 and parse[place].deprel == "nsubj" and parse[over].upos == "PROPN"
    return [over] if named and parse.child(over, "cop") is not None else []


def _is_acting(parse: Parse, place: int) -> bool:
    """Whether "it" or "they" does something: "Norland said it will take them", not "said it was cold"."""
    over = parse[place].head
    if parse[place].deprel != "nsubj" or parse[place].word.lower() not in lang_words("bodies_selves", parse.language):
        return False
    if over < 0 or parse[over].upos != "VERB" or parse[over].deprel != "ccomp" or parse[over].head > place:
        return False
    return parse.child(over, "obj") is not None and _reports(parse, parse[over].head)


def _is_titled(parse: Parse, title: int, name: int) -> bool:
    """Whether a name stands bare behind a title that it belongs to: "Secretary of State John Kerry"."""
    return name > title and parse[name].upos == "PROPN" and parse.child(name, "case") is None


def _reports(parse: Parse, at: int) -> bool:
    cue = cues("reporting_verbs", parse.language).get(parse[at].lemma)
    if parse[at].upos != "VERB" or cue is None or cue.kind not in ("speech", "writing", "opinion"):
        return False
    objects = [c for c in parse.children(at, "obj") if parse[c].word.lower() not in lang.calendar_names(parse.language)]
    if objects and not parse.children(at, "ccomp", "parataxis"):
        # "announced a plan to leave" tells of what was done.
        return False
    return bool(parse.children(at, "ccomp", "parataxis", "xcomp")) or parse[at].deprel == "parataxis"


def _speaker(parse: Parse, at: int) -> frozenset[str] | None:
    """Whose words the clause is, where it hangs on a verb or a noun that reports them, or on a word that hedges it."""
    if hangs(parse, at, "hedges", "advmod"):
        return frozenset()
    here = at
    for above in parse.ancestors(at):
        if parse[here].deprel in ("ccomp", "xcomp") and _reports(parse, above):
            # "he is believed to be dead": he does not say it.
            told = parse.child(above, "aux:pass") is not None
            return frozenset() if told else _named(parse, [*parse.children(above, "nsubj")])
        if parse[here].deprel in ("acl", "nmod", "ccomp") and _is_one_of(parse, above, "claim_nouns"):
            return _named(parse, [*parse.children(above, "nmod:poss")])
        if parse[here].deprel in ("advcl", "obl", "xcomp") and _is_one_of(parse, above, "claim_verbs"):
            return _named(parse, [*parse.children(above, "nsubj")])
        over = parse[above].head
        if parse[here].deprel == "acl" and over >= 0 and _is_one_of(parse, over, "claim_verbs"):
            # "accused the rebels of shelling the port".
            return _named(parse, [*parse.children(over, "nsubj")])
        here = above
    for child in parse.children(here, "parataxis"):
        if _reports(parse, child):
            return _named(parse, [*parse.children(child, "nsubj")])
    return None
