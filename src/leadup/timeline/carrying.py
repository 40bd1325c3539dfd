"""Whether a sentence that holds the words of an event tells it as it is asked for: done, by those who are to have done
it, to those it is to be done to."""

from __future__ import annotations

from leadup.lang.wordforms import is_third_person
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import without_points
from leadup.timeline.relations import relations
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.clause_roles import clause_relations, is_passive
from leadup.timeline.target.slot import Role
from leadup.timeline.target.tokens import token_pattern
from leadup.timeline.target.words import asking
from leadup.timeline.terms import function_words, is_of_calendar


def is_told_as_done(tree: Parse, at: int, language: str) -> bool:
    """Is the deed at a word told as done: not kept from it, undone, denied, set for a day, only asked about or made
    up?"""
    if any(token.word.lower() in asking("made_up", language) for token in tree):
        return False
    chain = (at, *tree.ancestors(at))
    if _is_set_for(tree, at, language) or any(_is_set_aside(tree, k, language) for k in chain):
        return False
    return not any(tree[k].lemma.lower() in asking("denying", language) for k in chain[1:]) and not _is_undone(
        tree, at, language
    )


def _is_set_aside(tree: Parse, at: int, language: str) -> bool:
    """Is a clause one of what was not done then, or of what is only asked ("rather than quit", "barred from quitting",
    "before he quit", "yet to quit", "why he quit")?"""
    # "Before the vote" says when; only a clause is set aside.
    opens = tree.children(at, *relations("opens")) if tree[at].upos in relations("verbs") else ()
    below = tree.children(at)
    words = {tree[k].word.lower() for k in below}
    above = tree[tree[at].head].lemma.lower() if tree[at].head >= 0 else ""
    to_come = (k for k in below if k > 0 and tree[k].word.lower() in asking("infinitive", language))
    return (
        any(tree[k].word.lower() in asking("not_yet", language) for k in opens)
        or (above in asking("keeping_from", language) and bool(words & asking("kept_from", language)))
        or any(tree[k - 1].word.lower() in asking("short_of", language) for k in to_come)
        or (tree[at].deprel in relations("said") and bool(words & asking("asked_of", language)))
    )


def _is_set_for(tree: Parse, at: int, language: str) -> bool:
    """Is a deed, a noun, only said to be set for a day ("the vote is set for Thursday")? "The vote set a record" is no
    such."""
    above = tree[at].head
    if above < 0 or tree[at].upos not in relations("nouns") or tree[at].deprel not in relations("of_clause"):
        return False
    return tree[above].word.lower() in asking("set_for", language) and not tree.children(above, *relations("object"))


def _is_undone(tree: Parse, at: int, language: str) -> bool:
    """Is a deed, or the thing it was done to, the object of a verb that does away with it or puts it off ("lifted its
    ban", "scrapped the plan it adopted")?"""
    for above in tree.ancestors(at):
        if tree[at].deprel not in relations("of_undone"):
            return False
        at = above
        if tree[at].upos in relations("verbs") and tree[at].lemma.lower() in asking("undoing", language):
            return True
    return False


def is_by_those(tree: Parse, at: int, words: str, known: bool, language: str, *, loosely: bool = False) -> bool:
    """Is the deed at a verb done by whom it is asked for, to what it is asked for? True of a noun for it, and of a verb
    that names neither. ``known``: by words of a list of deeds, which may have somebody of no name as their doer;
    ``loosely``: so may what it is done to."""
    asked = read_question(words, language)
    place = max((slot.place for slot in asked.slots if slot.needed), default=-1)
    if tree[at].upos not in relations("verbs") or place < 1:
        return True
    end = _where(words, place, language)
    done_to = {word for slot in asked.slots if place < slot.place < end for word in _bases(slot.asked, language)}
    # What stands before a noun may be a place, or whom it was done to ("the Orsk hall shooting").
    before = asked.slots if asked.role is not None or done_to else ()
    doers = {word for slot in before if slot.place < place for word in _bases(slot.asked, language)}
    subject, object_ = _subject(tree, at, language), tree.child(at, *relations("object"))
    deed = next(s.asked for s in asked.slots if s.needed and s.place == place)
    if asked.role is Role.PATIENT or deed.lower() in clause_relations(language)["put_in_office"]:
        if subject is None or is_passive(tree, at, language):
            return subject is None or _is_one(tree, subject, doers, known, language)
        # "Varo shot a deer" is not "Varo shot"; "Varo left her post" may be "Varo ousted".
        same = base_form(tree[at].word.lower(), language) == base_form(deed.lower(), language)
        if not same or object_ is None or not _is_one(tree, subject, doers, False, language):
            return True
        return _is_one_of_objects(tree, object_, doers, False, language)
    if is_passive(tree, at, language):
        agents = [k for k in tree.children(at, *relations("behind")) if _is_agent(tree, k, language)]
        is_of = not done_to or subject is None or _is_one(tree, subject, done_to, known, language)
        return is_of and all(_is_one(tree, k, doers, known, language) for k in agents)
    if subject is not None:
        turned = bool(_names(tree, subject, language) & done_to - doers)
        if not _is_one(tree, subject, doers, known and not turned, language):
            return False
    if object_ is None or not done_to or _is_one_of_objects(tree, object_, done_to, loosely, language):
        return True
    is_thing = any(not slot.is_name for slot in asked.slots if place < slot.place < end)
    if loosely and is_thing and _is_with_one(tree, object_, done_to, language):
        return True
    beaten = asking("beaten", language)
    if tree[at].word.lower() in beaten and deed.lower() not in beaten:
        # "Beat Tolm" tells from whom the vote was won, and not which.
        return True
    # "Won a victory" tells the deed twice, and not of whom.
    deeds = {phrase for slot in asked.slots if slot.needed for phrase in slot.means}
    return (base_form(tree[object_].word.lower(), language),) in deeds


def _where(words: str, place: int, language: str) -> int:
    """Which word of the question, behind that for its deed, begins to say where it was done ("shot dead in Orsk")."""
    said = [token.lower() for token in token_pattern(language).findall(words)]
    return next((k for k in range(place + 1, len(said)) if said[k] in asking("placing", language)), len(said))


def is_of_those(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is the deed at a word told as done, and of nobody named but those whom it is asked for?"""
    return is_told_as_done(tree, at, language) and is_by_those(tree, at, words, True, language, loosely=True)


def is_in_the_present(tree: Parse, at: int, language: str) -> bool:
    """Is the deed told by a verb in the present, or only as what is to be done by a verb that does not bring it about
    ("publishes", "to publish")?"""
    verb = next((k for k in (at, *tree.ancestors(at)) if tree[k].upos in relations("verbs")), -1)
    if verb < 0 or tree.children(verb, "aux", "aux:pass"):
        return False
    token = tree[verb]
    if any(tree[k].word.lower() in asking("infinitive", language) for k in tree.children(verb, *relations("mark"))):
        above = tree[token.head] if token.head >= 0 else token
        return above.word.lower() not in asking("made_to", language) and above.lemma.lower() not in asking(
            "decides", language
        )
    return is_third_person(token.word.lower(), token.lemma.lower(), language)


def _bases(words: str, language: str) -> set[str]:
    return {
        base_form(without_points(word), language)
        for word in words.split()
        if word.lower() not in function_words(language)
    }


def _names(tree: Parse, at: int, language: str) -> set[str]:
    """The words that call the one at a word: its own, those of its name, and what is set beside it."""
    of_it = [at, *tree.children(at, *relations("called"))]
    if tree[at].upos in relations("number"):
        # "Seven of the officials" are officials.
        of_it += tree.children(at, *relations("of_which"))
    of_it += [j for k in of_it[1:] for j in tree.children(k, *relations("called"))]
    return {base_form(without_points(tree[k].word), language) for k in of_it}


def _is_one(tree: Parse, at: int, wanted: set[str], known: bool, language: str) -> bool:
    """Is a word one of those wanted, or maybe one ("she"; for a deed that is ``known`` "the mayor" too)?"""
    if _names(tree, at, language) & wanted or not wanted:
        return True
    token = tree[at]
    if token.upos in relations("pronoun"):
        return token.word.lower() not in asking("nobody", language)
    of_whom = any(tree[k].upos in relations("nouns") for k in tree.children(at, *relations("of_whom")))
    return known and token.upos not in relations("names") and not of_whom


def _is_one_of_objects(tree: Parse, at: int, wanted: set[str], loosely: bool, language: str) -> bool:
    """Is an object what is wanted, or maybe that ("it", "her post", or a day read as one; ``loosely``, any of no
    name)?"""
    if is_of_calendar(tree[at].word, language) or _is_one(tree, at, wanted, loosely, language):
        return True
    return any(tree[k].upos in relations("pronoun") for k in tree.children(at, *relations("of_whom")))


def _is_with_one(tree: Parse, at: int, wanted: set[str], language: str) -> bool:
    """Is a thing of no name a part of what is wanted, or the same in another word, with one who is ("struck down parts
    of the law"; "cancelled a meeting with Varo", where the summit with Varo is asked for)?"""
    whose = tree.children(at, *relations("of_whom")) if tree[at].upos not in relations("names") else ()
    return any(_names(tree, k, language) & wanted for k in whose)


def _subject(tree: Parse, at: int, language: str) -> int | None:
    """Who does what a verb tells: its subject, that of the verb it goes on from, or the noun its clause is about."""
    for _ in range(len(tree)):
        subject = tree.child(at, *relations("of_clause"))
        if subject is not None:
            relative = tree[subject].word.lower() in asking("relative", language) and tree[at].deprel in relations(
                "on_noun"
            )
            return tree[at].head if relative else subject
        if tree[at].deprel not in relations("coordinate"):
            return None
        at = tree[at].head
    return None


def _is_agent(tree: Parse, at: int, language: str) -> bool:
    """Is a noun who did what a passive verb tells ("by the council"), and no day?"""
    cases = {tree[k].word.lower() for k in tree.children(at, *relations("case"))}
    return bool(cases & asking("by_doing", language)) and not is_of_calendar(tree[at].word, language)
