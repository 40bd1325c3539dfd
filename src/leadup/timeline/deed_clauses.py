"""How much of a sentence turns on the event's deed, by the clause that one of its words for it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from leadup import lang
from leadup.lang.wordforms import word_endings
from leadup.model import Target
from leadup.reading.syntax import Parse
from leadup.timeline.disputed import DISPUTED, is_disputed
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import is_denied, is_planned, light_verbs
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.relations import clauses, relations
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.words import asking, base_forms
from leadup.timeline.tolls import BEHIND_TOLL, is_behind_toll
from leadup.timeline.words_asked import bases_asked, is_done_to, names_written, words_asked

UNREAL = 0.3
"""For a deed that was not done, or is only supposed or still to come."""

OTHER_CLAUSE = 0.6
"""For a deed in any other relation than those of ``data/relations.toml``."""

MAIN = 0.7
"""From so much on a sentence turns on a word: its main clause, one beside it, or what somebody says in it."""

UNPLACED = 0.36
"""For a deed that no word of the sentence is found to tell."""

DENIED = 0.5
"""For a deed below a verb that is denied: "They have not said what caused the crash" is no news of the crash."""

MENTIONED = 0.5
"""For a noun for the deed that another deed is about ("praised the deal", "the attack fuelled a debate")."""

UNSAID = 0.2
"""For a sentence that holds words of the event and no deed."""

WHICH = 0.4
"""For a noun for the deed that only says which things are meant ("the coup leaders")."""

PARTICIPLE = 0.7
"""For a deed that goes on with what the main verb tells."""

MISREAD = 0.8
"""For a deed that is read as no verb, in a sentence that is read as having none."""

MEANWHILE = 0.7
"""For a deed in a clause that tells what the main one was ("dealt a blow as the council voted it down")."""

APART = 0.6
"""For a deed in another clause than who has a part in it: "the strikes began after Varo ordered"."""

DONE_IN = 0.7
"""For a noun for the deed in which one who is asked about did what the sentence tells ("in an address to the council
Varo called for calm")."""

REVERSED = 0.15
"""For a sentence in which whom the deed was done to does it: "the killing of Varo" is not "Varo killed thousands"."""

FURTHER, ADDED = 0.5, 0.8
"""For a sentence that goes over to other news ("Varo, meanwhile, resigned"), and one that only adds something ("spoke
with others as well"): one that does neither is read first, but "the court also ruled" is as plain."""


def clause_worth(tree: Parse, at: int, match: Match, target: Target, language: str) -> float:
    """How much of the sentence turns on the deed at a word of it."""
    if at < 0:
        return UNSAID
    place = tree[at].start
    worth = turns_on(tree, place, language)
    if match.actors and not any(_in_one_clause(tree, place, actor, language) for actor in match.actors):
        worth *= REVERSED if _is_done_by_another(tree, at, target.words, language) else APART
    worth = max(worth, _done_in(tree, at, match, target.words, language))
    if match.real and is_unreal(tree, at, target.words, language):
        worth *= UNREAL
    if match.real and is_disputed(tree, at, target.words, language):
        worth *= DISPUTED
    if is_done_to(target.words, language) and _does_it_itself(tree, place, target.words, language):
        worth *= REVERSED
    if _is_anothers(tree, place, target.words, language):
        worth *= REVERSED
    return worth


def is_unreal(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is the deed at a word of a sentence only thought, supposed, meant or still to come?"""
    held = any(
        tree[i].word.lower() in asking("held", language) or _only_may(tree, i, language) for i in tree.ancestors(at)
    )
    undone = (
        _is_left_undone(tree, at, language)
        or _is_awaited(tree, at, words, language)
        or is_to_come(tree, tree[at].start, language)
    )
    return held or undone or _is_supposed(tree, at, language) or is_only_meant(tree, at, words, language)


def _is_awaited(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed what somebody plans or is expected to do, however it is told then ("plans to announce that she will
    run"), where the question does not say so too? "Announced plans to run" is no such."""
    awaited = _words("awaited", language) - {word.lower() for word in words_asked(words, language)}
    # "Plans" that the whole sentence turns on is a verb, however it is read.
    above = (tree[k] for k in tree.ancestors(at) if tree[k].upos not in relations("nouns") or tree[k].head < 0)
    return any(token.word.lower() in awaited for token in above)


def _is_left_undone(tree: Parse, at: int, language: str) -> bool:
    """Is a deed one that somebody tried, wanted or refused to do, however far behind that verb ("refused on Friday to
    resign")?"""
    for above in tree.ancestors(at):
        if tree[at].deprel not in relations("to_do"):
            return False
        at = above
        if tree[at].upos in relations("verbs") and tree[at].word.lower() in asking("unreal", language):
            return True
    return False


def _done_in(tree: Parse, at: int, match: Match, words: str, language: str) -> float:
    """How much a sentence turns on what one who is asked about did in the deed that a noun tells, or anybody in a
    contest; 0 where it does not tell that."""
    is_contest = any(
        d.name in asking("contests", language) for s in read_question(words, language).slots if s.needed for d in s.rows
    )
    if tree[at].upos != "NOUN" or tree[at].deprel not in relations("behind"):
        return 0.0
    cases = (tree[c].word.lower() for c in tree.children(at, *relations("case")))
    above = tree[at].head
    if tree[above].deprel in relations("subject"):
        # "Varo, in an address, urged …" is read as the address of Varo.
        above = tree[above].head
    if not any(word in asking("done_in", language) for word in cases) or tree[above].upos != "VERB":
        return 0.0
    of_it = [k for actor in match.actors if (k := tree.at(actor)) >= 0]
    heads = {above, *_heads_of_same_doer(tree, above, language)}
    does = is_contest or any(
        tree[k].head in heads and tree[k].deprel in relations("subject")
        for actor in of_it
        for k in (actor, *tree.ancestors(actor))
    )
    return DONE_IN * turns_on(tree, tree[above].start, language) if does else 0.0


def _heads_of_same_doer(tree: Parse, verb: int, language: str) -> Iterator[int]:
    """The verbs above one that it goes on from, with the same doer ("urged them, wading into the row")."""
    for above in tree.ancestors(verb):
        goes_on = tree[verb].deprel in relations("same_doer") or _is_participle(tree, verb, language)
        if not goes_on or tree.children(verb, *relations("of_clause")):
            return
        verb = above
        yield verb


def _is_done_by_another(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is somebody else named as the doer of a deed's verb that needs nobody to be done to, none of those asked about
    having a part in its clause?"""
    if tree[at].upos not in relations("verbs") or not read_question(words, language).done_alone:
        return False
    subject = tree.child(at, *relations("subject"))
    named = names_written(words, language)
    return subject is not None and tree[subject].upos == "PROPN" and not is_named(tree, subject, named)


def is_main(tree: Parse, place: int, language: str) -> bool:
    """Does a sentence turn on the word at a place as on its main clause, one beside it, or what somebody says in it?"""
    return turns_on(tree, place, language) >= MAIN


def turns_on(tree: Parse, place: int, language: str) -> float:
    """How much a sentence turns on the word at ``place`` (a code point of its text): 1 at the root, less below."""
    at = tree.at(place)
    worth = 1.0
    voted = _decided_by(tree, at, language) if at >= 0 else None
    if voted is not None:
        return clauses()["xcomp"] * turns_on(tree, tree[voted].start, language)
    for _ in range(len(tree)):
        if at < 0 or tree[at].head < 0:
            if at < 0:
                return UNPLACED
            return worth * (MENTIONED if at == tree.at(place) and _is_without_a_verb(tree, at) else 1.0)
        if _is_misread(tree, at):
            return worth * MISREAD
        if is_behind_toll(tree, at, language):
            worth *= BEHIND_TOLL
        elif not _breaks_in(tree, at, language):
            relation = _relation_of(tree, at, language)
            told = MEANWHILE if _is_meanwhile(tree, at, language) else clauses().get(relation, OTHER_CLAUSE)
            told = PARTICIPLE if _is_participle(tree, at, language) else _as_part_of_a_name(tree, at, language) or told
            worth *= told * (
                MENTIONED if is_spoken_of(tree, at, language) or _is_named_beside(tree, at, language) else 1.0
            )
        at = tree[at].head
        if any(
            tree[c].word.lower().replace("’", "'") in asking("negative", language) for c in tree.children(at, "advmod")
        ):
            worth *= DENIED
    return worth


def _relation_of(tree: Parse, at: int, language: str) -> str:
    """How a word stands to the one above it; a noun set beside a clause that has its own verb only says which thing is
    meant there ("two problems hit the town: the shutdown, which …")."""
    if _is_told_of_a_noun(tree, at) or _is_content_of_a_noun(tree, at, language):
        return "acl"
    beside = tree[at].deprel in relations("apart") and tree[at].upos in relations("nouns")
    return "appos" if beside and tree[tree[at].head].upos in relations("verbs") else tree[at].deprel


def _is_supposed(tree: Parse, at: int, language: str) -> bool:
    """Is a deed only supposed: in a clause after "if" or "whether", or the main one beside such a clause?"""
    if tree[0].word.lower() in asking("supposing", language):
        return True
    clauses_of = (k for v in (at, *tree.ancestors(at)) for k in (v, *tree.children(v, *relations("meanwhile"))))
    marks = (tree[c].word.lower() for k in clauses_of for c in tree.children(k, *relations("mark")))
    return any(word in asking("supposing", language) for word in marks)


def is_only_meant(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed only meant to be done: by a verb of pledging or planning, or below one ("pledged to reverse the plan"),
    where the question asks neither for that ("Varo vows revenge") nor for what is news when it is announced?"""
    slots = read_question(words, language).slots
    if any(row.name in asking("announced", language) for slot in slots if slot.needed for row in slot.rows):
        return False
    meant = base_forms(asking("meaning_to", language), language) - bases_asked(words, language)
    return any(
        tree[k].upos in relations("verbs") and base_form(tree[k].lemma.lower(), language) in meant
        for k in (at, *tree.ancestors(at))
        if k == at or tree.children(k, *relations("purposed"))
    )


def is_of_announced(words: str, language: str) -> bool:
    """Does the question ask for a deed by its being announced ("the harbour deal announced")?"""
    slots = read_question(words, language).slots
    is_told_of = any(row.name in asking("told_of_deed", language) for s in slots if s.needed for row in s.rows)
    return is_told_of and any(s.kind == "deed" and not s.needed for s in slots)


def of_announced(tree: Parse, text: str, words: str, language: str) -> float:
    """How much of a sentence turns on the deed that the question says was announced: it is news as well where it is
    told as done; 0 where it names none of those asked for, and for any other question."""
    slots = read_question(words, language).slots
    if not is_of_announced(words, language) or not any(s.asked in text for s in slots if s.is_name):
        return 0.0
    deeds = {phrase[0] for s in slots if s.kind == "deed" and not s.needed for phrase in s.means if len(phrase) == 1}
    places = [at for at in range(len(tree)) if base_form(tree[at].lemma.lower(), language) in deeds]
    told = (
        at
        for at in places
        if not (
            is_planned(tree, at, language) or is_denied(tree, at, language) or is_only_meant(tree, at, words, language)
        )
    )
    return max((turns_on(tree, tree[at].start, language) for at in told), default=0.0)


def _only_may(tree: Parse, at: int, language: str) -> bool:
    """Is it by a verb only said to be possible ("this could mean that the bridge fell")?"""
    return any(tree[k].word.lower() in asking("unreal", language) for k in tree.children(at, *relations("modal")))


def is_to_come(tree: Parse, place: int, language: str) -> bool:
    """Is the deed, a noun, what will or may be, by the verb whose subject it is ("a strike will begin on Monday")?"""
    at = tree.at(place)
    while at >= 0 and tree[at].deprel in relations("of_name"):
        at = tree[at].head
    if at < 0 or tree[at].deprel not in relations("subject"):
        return False
    auxiliaries = tree.children(tree[at].head, "aux")
    return any(tree[k].word.lower() in asking("ahead", language) | asking("unreal", language) for k in auxiliaries)


def _is_anothers(tree: Parse, place: int, words: str, language: str) -> bool:
    """Is the contest that one who is named in the question won told of as won by somebody else?"""
    at = tree.at(place)
    slots = read_question(words, language).slots
    if at < 0 or not any(
        row.name in asking("contests", language) for slot in slots if slot.needed for row in slot.rows
    ):
        return False
    named = names_written(words, language)
    subject, object_ = tree.child(at, "nsubj"), tree.child(at, "obj")
    if subject is None or tree[subject].upos == "PRON" or not tree[subject].word[:1].isupper():
        # A pronoun may be the one who is named.
        return False
    if is_named(tree, subject, named):
        return False
    return object_ is None or not is_named(tree, object_, named)


def is_named(tree: Parse, word: int, named: Collection[str]) -> bool:
    """Is one of the names here, or the last part of one?"""
    return tree[word].word in named or any(tree[c].word in named for c in tree.children(word, *relations("of_name")))


def has_part(tree: Parse, verb: int, named: Collection[str]) -> bool:
    """Is one of the names that of who does what the verb tells, or of whom it is done to?"""
    return verb >= 0 and any(is_named(tree, part, named) for part in tree.children(verb, *relations("part")))


def adds(tree: Parse, language: str) -> float:
    """What counts a sentence less that goes over or adds to other news; 1 for any other."""
    of_root = tree.children(tree.root, *relations("adverb")) if tree.root >= 0 else ()
    own = {tree[k].word.lower() for k in of_root}
    fixed = {tree[j].word.lower() for k in of_root for j in tree.children(k, *relations("fixed"))}
    if own & asking("turning_aside", language):
        return FURTHER
    return ADDED if own & asking("adding", language) or fixed & asking("adding_as", language) else 1.0


def _does_it_itself(tree: Parse, place: int, words: str, language: str) -> bool:
    """Is one who is named in the question the subject of the active verb at ``place``?"""
    at = tree.at(place)
    if at < 0 or tree[at].upos != "VERB" or tree.child(at, "aux:pass", "nsubj:pass") is not None:
        return False
    subject = tree.child(at, "nsubj")
    if subject is None:
        return False
    return is_named(tree, subject, names_written(words, language))


def _in_one_clause(tree: Parse, place: int, actor: int, language: str) -> bool:
    """Does who stands at one place have a part in the clause of the deed at another?"""
    deed, at = tree.at(place), tree.at(actor)
    if deed < 0 or at < 0:
        return True
    above = (deed, *tree.ancestors(deed))
    head = next((k for k in above if tree[k].upos == "VERB"), above[-1])
    first = _first_of_row(tree, head)
    if _says_of_oneself(tree, first, at, language):
        return True
    heads = (deed, head, first, tree[first].head) if _is_participle(tree, first, language) else (deed, head, first)
    for k in (at, *tree.ancestors(at)):
        if k in heads:
            return True
        if tree[k].deprel in relations("clause"):
            # "An assault led by Varo": who did the deed that the noun tells.
            return tree[k].head == deed and tree[k].deprel in relations("of_noun")
    return False


def _says_of_oneself(tree: Parse, verb: int, actor: int, language: str) -> bool:
    """Is the clause of a verb what somebody says they do themselves ("Varo announced that he was resigning")?"""
    if verb < 0 or tree[verb].deprel not in relations("content") or is_planned(tree, verb, language):
        return False
    subject = tree.child(verb, *relations("of_clause"))
    if subject is None or tree[subject].upos not in relations("pronoun"):
        return False
    above = tree[verb].head
    return any(
        tree[k].head == above and tree[k].deprel in relations("of_clause") for k in (actor, *tree.ancestors(actor))
    )


def _first_of_row(tree: Parse, at: int) -> int:
    """The first of the verbs side by side that a verb without a subject of its own goes on from, or the verb itself."""
    for above in tree.ancestors(at):
        if tree[at].deprel not in relations("coordinate") or tree.children(at, *relations("of_clause")):
            break
        at = above
    return at


def _is_participle(tree: Parse, at: int, language: str) -> bool:
    """Does a verb go on with what the main one tells, of the same doer ("stormed the hall, killing nine")?"""
    if (
        tree[at].deprel != "advcl"
        or not 0 <= tree[at].head < at
        or not tree[at].word.endswith(word_endings(language).gerund)
    ):
        return False
    return not tree.children(at, *relations("mark")) and not tree.children(at, *relations("subject"))


def is_spoken_of(tree: Parse, at: int, language: str) -> bool:
    """Is a noun the subject or object of a verb that does not tell it as done ("praised the deal")?"""
    if tree[at].upos != "NOUN" or tree[at].deprel not in relations("part"):
        return False
    return tree[tree[at].head].lemma not in lang.kept_words("bearing", language)


def _is_named_beside(tree: Parse, at: int, language: str) -> bool:
    """Is a noun for a deed only named behind a verb that tells none of its kind ("one person was involved in the
    attack"), where "nine were killed in the attack" and "went on a march" tell it?"""
    if tree[at].deprel not in relations("behind") or not (tree[at].upos == "NOUN" or _is_gerund(tree, at, language)):
        return False
    above = tree[at].head
    if tree[above].upos != "VERB":
        return False
    lemma = tree[above].lemma.lower()
    base = base_form(lemma, language)
    if lemma in lang.kept_words("bearing", language) | asking("befallen", language) or base in light_verbs(language):
        return False
    return not event_types_of(language).get(base, frozenset()) & event_types_of(language).get(
        base_form(tree[at].lemma, language), frozenset()
    )


def _decided_by(tree: Parse, at: int, language: str) -> int | None:
    """The verb of voting by which a body decided on the deed of a noun ("voted for the removal of the envoys"), as it
    does on that of a verb ("voted to remove them"). Behind an aside between commas ("voted, with no envoy present, for
    the removal") the phrase is often read as a part of that."""
    if tree[at].deprel not in relations("behind") or tree[at].upos != "NOUN":
        return None
    opens = [c for c in tree.children(at, *relations("case")) if tree[c].word.lower() in asking("decided_on", language)]
    if not opens:
        return None
    resumes = opens[0] > 0 and tree[opens[0] - 1].upos == "PUNCT"
    above = tree.ancestors(at) if resumes else (tree[at].head,)
    voted = (k for k in above if tree[k].upos == "VERB" and tree[k].lemma.lower() in asking("decides", language))
    return next(voted, None)


def _is_gerund(tree: Parse, at: int, language: str) -> bool:
    """Is a verb's form a noun, by what stands before it ("in Monday's shooting")?"""
    return tree[at].word.endswith(word_endings(language).gerund) and bool(tree.children(at, *relations("case")))


def _as_part_of_a_name(tree: Parse, at: int, language: str) -> float | None:
    """What a deed's noun counts for that says which kind of thing the noun after it is: all of it in "the coup
    attempt", little in "the coup leaders"; None for any other word."""
    if tree[at].upos != "NOUN" or tree[at].deprel != "compound":
        return None
    above = tree[tree[at].head].lemma.lower()
    is_one = above in asking("attempts", language) or bool(event_types_of(language).get(base_form(above, language)))
    return 1.0 if is_one else WHICH


def _is_content_of_a_noun(tree: Parse, at: int, language: str) -> bool:
    """Is the clause of a verb what a noun right before it holds ("wrote up the news that he was shot")?"""
    if tree[at].deprel != "ccomp":
        return False
    objects = (c for c in tree.children(tree[at].head, *relations("object")) if c < at)
    return any(tree[c].lemma.lower() in lang.kept_words("holding", language) for c in objects)


def _is_misread(tree: Parse, at: int) -> bool:
    """Is the past of a verb with an object after it read as an adjective, in a sentence read as one without a verb?"""
    if tree[at].upos != "VERB" or tree[at].deprel != "amod" or not tree[at].head > at:
        return False
    root = tree.root
    return (
        root >= 0
        and root < at
        and tree[root].upos in ("PROPN", "NOUN")
        and not tree.children(root, *relations("copula"))
    )


def _is_without_a_verb(tree: Parse, at: int) -> bool:
    """Is the word that a sentence turns on a noun with no copula, another clause being about it ("Varo's announcement
    that he is leaving shows …", read as one long name)?"""
    return (
        tree[at].upos == "NOUN"
        and not tree.children(at, *relations("copula"))
        and any(tree[k].upos in relations("verbs") for k in tree.children(at, *relations("of_noun")))
    )


def _is_told_of_a_noun(tree: Parse, at: int) -> bool:
    """Is a verb read as one more of the clause a participle of the noun before it ("the deal reached today")?"""
    if tree[at].deprel not in relations("further") or at == 0 or tree[at - 1].upos not in ("NOUN", "PROPN"):
        return False
    return not tree.children(at, *relations("finite"))


def _is_meanwhile(tree: Parse, at: int, language: str) -> bool:
    """Does the clause of a verb tell what another thing was ("dealt a blow as the council voted it down")?"""
    if tree[at].deprel != "advcl" or tree[tree[at].head].upos != "VERB" or tree[at].head > at:
        return False
    marks = (c for c in tree.children(at) if c > tree[at].head)
    return tree[min(marks, default=at)].word in asking("meanwhile", language)


def _breaks_in(tree: Parse, at: int, language: str) -> bool:
    """Is the clause of a verb what happened while another thing went on ("was heading north when it derailed"), or what
    a deed is only said to have come with ("the attack came on Sunday, when he opened fire")?"""
    above = tree[at].head
    if tree[at].deprel != "advcl" or above > at:
        return False
    first = min((c for c in tree.children(at) if c > above and tree[c].upos != "PUNCT"), default=at)
    goes_on = tree[above].word.endswith(word_endings(language).gerund) or _only_comes(tree, above, language)
    return goes_on and tree[first].word in asking("breaks_in", language)


def _only_comes(tree: Parse, verb: int, language: str) -> bool:
    """Does a verb say of a deed no more than that it came about?"""
    subject = tree.child(verb, *relations("subject"))
    if subject is None or tree[verb].lemma.lower() not in asking("comes_about", language):
        return False
    return bool(event_types_of(language).get(base_form(tree[subject].lemma.lower(), language)))
