"""How much of a sentence turns on the event's deed."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import tree

from leadup import lang
from leadup.lang import ENGLISH
from leadup.model import Target
from leadup.reading.syntax import parse
from leadup.timeline.deed_clauses import (
    DENIED,
    MEANWHILE,
    MENTIONED,
    MISREAD,
    OTHER_CLAUSE,
    PARTICIPLE,
    WHICH,
    _breaks_in,
    _in_one_clause,
    clause_worth,
    is_done_to,
    is_to_come,
    turns_on,
)
from leadup.timeline.relations import clauses
from leadup.timeline.target.matching import Match


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("the killing of Ilan Varo", True),
        ("Varo arrested", True),
        ("the resignation of Varo", False),
        ("Varo visits Hask", False),
    ],
)
def test_whom_the_deed_is_done_to(words: str, done: bool) -> None:
    assert is_done_to(words, ENGLISH) is done


def test_a_deed_counts_by_its_clause() -> None:
    text = "The bridge collapsed on Tuesday after engineers found cracks in its pier."
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert turns_on(tree, text.index("collapsed"), ENGLISH) == 1.0
    assert turns_on(tree, text.index("found"), ENGLISH) < 0.5
    assert turns_on(tree, len(text) + 5, ENGLISH) < 0.5


@pytest.mark.parametrize(
    ("text", "deed", "least", "most"),
    [
        ("Train 40 was heading north on May 3 when it derailed near Hask.", "derailed", 0.9, 1.0),
        ("Train 40 was heading north on May 3 before it derailed near Hask.", "derailed", 0.0, 0.5),
        ("Hask was watching the race on May 3, when two bombs exploded near the mill.", "exploded", 0.9, 1.0),
        ("Hask watched the race on May 3, when two bombs exploded near the mill.", "exploded", 0.0, 0.5),
        ("The attack came on Sunday in Hask, when Varo opened fire in a chapel.", "opened", 0.9, 1.0),
        ("The envoy came on Sunday to Hask, when Varo opened fire in a chapel.", "opened", 0.0, 0.5),
        ("The parliament voted on Sunday for the removal of the troops.", "removal", 0.9, 1.0),
        ("The parliament voted, albeit without envoys present, for the removal of the troops.", "removal", 0.9, 1.0),
        ("The parliament voted on Sunday against the removal of the troops.", "removal", 0.0, 0.5),
        ("The parliament voted on Sunday after the removal of the troops.", "removal", 0.0, 0.5),
        ("The parliament thanked Lund on Sunday for the removal of the troops.", "removal", 0.0, 0.5),
        ("Engineers wept when the bridge collapsed.", "collapsed", 0.0, 0.5),
        ("The ministry has not said what caused the collapse of the bridge.", "collapse", 0.0, 0.2),
        ("The ministry has said what caused the collapse of the bridge.", "collapse", 0.2, 0.5),
        ("The talks concluded with a treaty on May 3.", "treaty", 0.4, 0.5),
        ("One man was involved in the shooting near Hask.", "shooting", 0.0, 0.5),
    ],
)
def test_what_breaks_in_is_the_news_and_what_is_denied_is_not(text: str, deed: str, least: float, most: float) -> None:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert least <= turns_on(tree, text.index(deed), ENGLISH) <= most


@pytest.mark.parametrize(("verb", "sentence"), list(lang.rows("bearing")))
def test_verbs_that_bear_a_deed(verb: str, sentence: str) -> None:
    (tree,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    places = [k for k in range(len(tree)) if tree[k].lemma == verb]
    assert places
    parts = [c for k in places for c in tree.children(k, "nsubj", "nsubj:pass", "obj") if tree[c].upos == "NOUN"]
    assert all(turns_on(tree, tree[c].start, ENGLISH) >= 0.65 for c in parts)


@pytest.mark.parametrize("verb", ["praised", "fuelled", "condemned"])
def test_with_any_other_verb_it_is_only_spoken_of(verb: str) -> None:
    text = f"The long shooting {verb} a debate on Tuesday."
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert turns_on(tree, text.index("shooting"), ENGLISH) < 0.4


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Without a deal, a harbour strike will begin at dawn.", True),
        ("The strike may last for weeks.", True),
        ("A harbour strike began at dawn.", False),
        ("Hask will pay for the strike.", False),
    ],
)
def test_what_will_begin_is_to_come(text: str, to_come: bool) -> None:
    tree = parse(text, [(0, len(text))], language=ENGLISH)[0]
    assert is_to_come(tree, text.index("strike"), ENGLISH) is to_come


def _turns(text: str, deed: str) -> float:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    return turns_on(tree, text.index(deed), ENGLISH)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # what the sentence turns on; joined to it; said to be so; going on with it; of a noun
        (("Police arrested Lund.", "arrested"), ("Rebels stormed the hall and killed nine.", "killed")),
        (("Rebels stormed the hall and killed nine.", "killed"), ("The army said that rebels killed nine.", "killed")),
        (("The army said that rebels killed nine.", "killed"), ("Rebels stormed the hall, killing nine.", "killing")),
        (("Rebels stormed the hall, killing nine.", "killing"), ("He fled before the dam burst.", "burst")),
        (("They reached a deal on Monday.", "deal"), ("The deal reached on Monday ends the war.", "reached")),
        # a noun whose verb tells that it was done, and one that is spoken of
        (("They reached a deal on Monday.", "deal"), ("He praised the deal on Monday.", "deal")),
        (("The attack killed nine.", "attack"), ("The attack fuelled a debate.", "attack")),
        # a noun that is what happened, and one that says which things are meant
        (("The coup attempt failed in Orsk.", "coup"), ("The coup leaders fled to Lom.", "coup")),
        (("The army said that Lund was shot.", "shot"), ("He wrote up the news that Lund was shot.", "shot")),
        # what is denied above it
        (("They have said who killed nine men.", "killed"), ("They have not said who killed nine men.", "killed")),
        # what something else was, and what only went on
        (
            ("Both chambers dealt him a blow as they voted it down.", "voted"),
            ("He fled before the dam burst.", "burst"),
        ),
        (("Train 40 was heading north when it derailed.", "derailed"), ("Nine slept when it derailed.", "derailed")),
    ],
)
def test_how_much_a_sentence_turns_on_a_deed(more: tuple[str, str], less: tuple[str, str]) -> None:
    assert 1 >= _turns(*more) > _turns(*less) > 0


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("A strike will begin on Monday.", True),
        ("A strike of nurses could begin on Monday.", True),
        ("A nurses strike will begin on Monday.", True),
        ("A strike began on Monday.", False),
        ("Lund will call a strike.", False),
    ],
)
def test_a_deed_that_is_still_to_come(text: str, ahead: bool) -> None:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert is_to_come(tree, text.index("strike"), ENGLISH) is ahead
    assert not is_to_come(tree, len(text) + 5, ENGLISH)


def _worth(question: str, text: str, deed: str, actor: str = "", *, real: bool = True) -> float:
    """How much of a sentence turns on the deed at one of its words, done by who stands at another."""
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    slots: frozenset[int] = frozenset()
    actors = (text.index(actor),) if actor else ()
    match = Match(0, 0, 1.0, slots, slots, real, 1.0, actors=actors)
    at = tree.at(text.index(deed)) if deed else -1
    return clause_worth(tree, at, match, Target(question, dt.date(2021, 5, 3), "given"), ENGLISH)


ARRESTED, WINS = "Karl Lund arrested", "Karl Lund wins the election"


@pytest.mark.parametrize(
    ("question", "text", "deed", "actor", "whole"),
    [
        (ARRESTED, "Police arrested Karl Lund in Orsk.", "arrested", "", True),
        (ARRESTED, "Police arrested Karl Lund in Orsk.", "arrested", "Lund", True),
        # no word for it; supposed; only held to be so, or possible; still to come
        (ARRESTED, "Police arrested Karl Lund in Orsk.", "", "", False),
        (ARRESTED, "If police arrested Karl Lund, the town would weep.", "arrested", "", False),
        (ARRESTED, "The town would weep if police arrested Karl Lund.", "weep", "", False),
        (ARRESTED, "The mayor asked whether police arrested Karl Lund.", "arrested", "", False),
        (ARRESTED, "Many believe that police arrested Karl Lund.", "arrested", "", False),
        (ARRESTED, "This could mean that police arrested Karl Lund.", "arrested", "", False),
        ("the strike in Orsk", "A strike will begin on Monday.", "strike", "", False),
        # done by whom it was done to
        (ARRESTED, "Karl Lund was arrested in Orsk.", "arrested", "", True),
        (ARRESTED, "Karl Lund arrested two men in Orsk.", "arrested", "", False),
        # in another clause than who has a part in it
        ("the strikes of Varo", "The strikes began after Varo ordered a raid.", "began", "Varo", False),
        ("the strikes of Varo", "Varo began the strikes.", "began", "Varo", True),
        # won by somebody else; who "she" is, is not said
        (WINS, "Karl Lund won the election in Orsk.", "won", "", True),
        (WINS, "She won the election in Orsk.", "won", "", True),
        (WINS, "Anna Tolm won the election in Orsk.", "won", "", False),
        (WINS, "Anna Tolm beat Karl Lund in Orsk.", "beat", "", True),
    ],
)
def test_what_of_a_sentence_turns_on_the_event(question: str, text: str, deed: str, actor: str, whole: bool) -> None:
    assert (_worth(question, text, deed, actor) == 1) is whole
    assert 0 < _worth(question, text, deed, actor) <= 1


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # what is not said to have happened anyway loses nothing more by "could"
        (("This could mean that police arrested Lund.", False), ("This could mean that police arrested Lund.", True)),
        (("Many believe that police arrested Lund.", False), ("Many believe that police arrested Lund.", True)),
        (("The army said that police arrested Lund.", True), ("Many believe that police arrested Lund.", True)),
        (("The army said that police arrested Lund.", True), ("The army asked whether police arrested Lund.", True)),
    ],
)
def test_what_is_only_supposed_is_less(more: tuple[str, bool], less: tuple[str, bool]) -> None:
    assert _worth(ARRESTED, more[0], "arrested", real=more[1]) > 2 * _worth(ARRESTED, less[0], "arrested", real=less[1])


@pytest.mark.parametrize(
    ("text", "deed", "actor", "least", "most"),
    [
        # what one says of oneself is of one clause; not what one says of another, or what is done by one who is named
        ("Karl Lund announced that he was quitting the race.", "quitting", "Lund", 0.8, 1),
        ("Karl Lund announced that Anna Tolm was quitting the race.", "quitting", "Lund", 0, 0.2),
        ("The mayor quit the race, joining Karl Lund in leaving it.", "quit", "Lund", 0.5, 0.7),
        ("Anna Tolm quit the race, joining Karl Lund in leaving it.", "quit", "Lund", 0, 0.2),
        ("Karl Lund announced that he would quit the race.", "quit", "Lund", 0, 0.6),
        # what one did in it, for oneself or by what goes on from it; not what another did, nor after it
        ("Karl Lund, in an address to the council, urged its members to stay.", "address", "Lund", 0.6, 0.8),
        (
            "Karl Lund urged members to stay, wading into the row in an address to the council.",
            "address",
            "Lund",
            0.4,
            1,
        ),
        ("Anna Tolm, in an address to the council, urged Karl Lund to stay.", "address", "Lund", 0, 0.4),
        ("Karl Lund, after an address to the council, urged its members to stay.", "address", "Lund", 0, 0.4),
    ],
)
def test_whose_clause_the_deed_stands_in(text: str, deed: str, actor: str, least: float, most: float) -> None:
    assert least <= _worth("Karl Lund quits the race", text, deed, actor) <= most


@pytest.mark.parametrize(("verb", "whole"), [("died", True), ("perished", True), ("sang", False)])
def test_what_befell_somebody_in_a_deed_tells_it(verb: str, whole: bool) -> None:
    text = f"Nine people {verb} in the attack on the hall of Orsk."
    assert (_turns(text, "attack") == OBL) is whole


CONJ, ADVCL, ACL, CCOMP, NSUBJ, OBJ, OBL = (
    clauses()[relation] for relation in ("conj", "advcl", "acl", "ccomp", "nsubj", "obj", "obl")
)
REBELS, STORMED, HALL = "Rebels NOUN nsubj 2", "stormed VERB root 0 storm", "halls NOUN obj 2 hall"


@pytest.mark.parametrize(
    ("words", "deed", "worth"),
    [
        # by its relation to what is above it, up to the root
        ([REBELS, STORMED], "stormed", 1),
        ([REBELS, STORMED, "and CCONJ cc 4", "killed VERB conj 2 kill"], "killed", CONJ),
        ([REBELS, STORMED, "before SCONJ mark 4", "it VERB advcl 2"], "it", ADVCL),
        ([REBELS, STORMED, "so ADV dep 2"], "so", OTHER_CLAUSE),
        ([REBELS, STORMED, "if SCONJ mark 4", "said VERB advcl 2", "he VERB ccomp 4"], "he", CCOMP * ADVCL),
        # a verb behind a noun may be that noun's, unless something says otherwise
        ([REBELS, STORMED, HALL, "killed VERB conj 2 kill"], "killed", ACL),
        ([REBELS, STORMED, HALL, "killed VERB conj 2 kill", "had AUX aux 4"], "killed", CONJ),
        ([REBELS, STORMED, HALL, "killed VERB ccomp 2 kill"], "killed", CCOMP),
        # going on with what the main verb tells: behind it, of the same doer
        ([REBELS, STORMED, HALL, "killing VERB advcl 2 kill"], "killing", PARTICIPLE),
        ([REBELS, STORMED, "while SCONJ mark 4", "killing VERB advcl 2 kill"], "killing", ADVCL),
        ([REBELS, STORMED, "men NOUN nsubj 4", "killing VERB advcl 2 kill"], "killing", ADVCL),
        (["Killing VERB advcl 3 kill", "rebels NOUN nsubj 3", "stormed VERB root 0"], "Killing", ADVCL),
        # a noun of a verb by which it was done, or which only speaks of it
        (["Raids NOUN nsubj 2 raid", "began VERB root 0 begin"], "Raids", NSUBJ),
        (["Raids NOUN nsubj 2 raid", "worried VERB root 0 worry"], "Raids", NSUBJ * MENTIONED),
        (["He PRON nsubj 2", "praised VERB root 0 praise", "raids NOUN obj 2 raid"], "raids", OBJ * MENTIONED),
        (["He PRON nsubj 2", "praised VERB root 0 praise", "raids VERB obj 2 raid"], "raids", OBJ),
        # behind a verb that tells one of its kind, or none
        (["Two NUM nsubj 2", "killed VERB root 0 kill", "in ADP case 4", "raids NOUN obl 2 raid"], "raids", OBL),
        (
            ["Two NUM nsubj 2", "sang VERB root 0 sing", "in ADP case 4", "raids NOUN obl 2 raid"],
            "raids",
            OBL * MENTIONED,
        ),
        (
            ["Two NUM nsubj 2", "sang VERB root 0 sing", "in ADP case 4", "raiding VERB obl 2 raid"],
            "raiding",
            OBL * MENTIONED,
        ),
        (["Two NUM nsubj 2", "sang VERB root 0 sing", "raiding VERB obl 2 raid"], "raiding", OBL),
        (["Two NUM nsubj 2", "bakers NOUN root 0 baker", "in ADP case 4", "raids NOUN obl 2 raid"], "raids", OBL),
        # which kind of thing is meant
        (["Coup NOUN compound 2", "attempts NOUN root 0 attempt"], "Coup", 1),
        (["Coup NOUN compound 2", "killings NOUN root 0 killing"], "Coup", 1),
        (["Coup NOUN compound 2", "leaders NOUN root 0 leader"], "Coup", WHICH),
        (["Coup PROPN compound 2", "leaders NOUN root 0 leader"], "Coup", OTHER_CLAUSE),
        # what a noun holds that is the object before it
        (["He PRON nsubj 2", "wrote VERB root 0", "news NOUN obj 2", "shot VERB ccomp 2"], "shot", ACL),
        (["He PRON nsubj 2", "wrote VERB root 0", "songs NOUN obj 2 song", "shot VERB ccomp 2"], "shot", CCOMP),
        (["He PRON nsubj 2", "wrote VERB root 0", "shot VERB ccomp 2", "news NOUN obj 2"], "shot", CCOMP),
        # below what is denied
        (["He PRON nsubj 3", "never ADV advmod 3", "said VERB root 0", "shot VERB ccomp 3"], "shot", CCOMP * DENIED),
        (["He PRON nsubj 3", "soon ADV advmod 3", "said VERB root 0", "shot VERB ccomp 3"], "shot", CCOMP),
        # what another thing was, or what broke in on it
        ([REBELS, STORMED, "as SCONJ mark 4", "shot VERB advcl 2"], "shot", MEANWHILE),
        (["As SCONJ mark 2", "shot VERB advcl 3", "stormed VERB root 0"], "shot", ADVCL),
        (["He PRON nsubj 2", "glad ADJ root 0", "as SCONJ mark 4", "shot VERB advcl 2"], "shot", ADVCL),
        (["He PRON nsubj 2", "heading VERB root 0 head", "when ADV advmod 4", "shot VERB advcl 2"], "shot", 1),
        (["He PRON nsubj 2", "headed VERB root 0 head", "when ADV advmod 4", "shot VERB advcl 2"], "shot", ADVCL),
        (["He PRON nsubj 2", "heading VERB root 0 head", "till ADV advmod 4", "shot VERB advcl 2"], "shot", ADVCL),
        # read as an adjective of its object, in a sentence read as one without a verb
        (["Lund PROPN root 0", "fired VERB amod 3 fire", "aides NOUN appos 1 aide"], "fired", MISREAD),
        (["Lund NOUN root 0", "fired VERB amod 3 fire", "aides NOUN appos 1 aide"], "fired", MISREAD),
        (
            ["Lund VERB root 0", "fired VERB amod 3 fire", "aides NOUN obj 1 aide"],
            "fired",
            OTHER_CLAUSE * OBJ * MENTIONED,
        ),
        (["Lund PROPN root 0", "fired ADJ amod 3", "aides NOUN conj 1 aide"], "fired", OTHER_CLAUSE * CONJ),
        (["Lund PROPN root 0", "fired VERB amod 1 fire"], "fired", OTHER_CLAUSE),
        (["Fired VERB amod 2 fire", "aides NOUN root 0 aide"], "Fired", OTHER_CLAUSE),
        (
            ["Lund PROPN root 0", "is AUX cop 1", "fired VERB amod 4 fire", "aides NOUN conj 1 aide"],
            "fired",
            OTHER_CLAUSE * CONJ,
        ),
    ],
)
def test_how_much_turns_on_a_word_of_a_tree(words: list[str], deed: str, worth: float) -> None:
    parsed = tree(*words)
    (place,) = (token.start for token in parsed if token.word == deed)
    assert turns_on(parsed, place, ENGLISH) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("relation", "head", "mark", "breaks"),
    [
        ("advcl", "heading VERB root 0", "when", True),
        ("acl", "heading VERB root 0", "when", False),
        ("advcl", "headed VERB root 0", "when", False),
        ("advcl", "heading VERB root 0", "after", False),
    ],
)
def test_what_breaks_in_is_a_clause_behind_what_went_on(relation: str, head: str, mark: str, breaks: bool) -> None:
    made = tree(head, f"{mark} ADV advmod 4", "it PRON nsubj 4", f"derailed VERB {relation} 1")
    assert _breaks_in(made, 3, ENGLISH) is breaks
    before = tree("When ADV advmod 2", "derailed VERB advcl 3", "heading VERB root 0")
    assert not _breaks_in(before, 1, ENGLISH)


@pytest.mark.parametrize(
    ("text", "deed", "actor", "together"),
    [
        ("An assault led by Varo on a hall left nine people dead.", "assault", "Varo", True),
        ("An assault on a hall left nine people dead, as a man led by Varo said.", "assault", "Varo", False),
        ("Varo stormed the hall, breaking the doors and killing nine people.", "killing", "Varo", True),
        ("Varo stormed the hall and men of the guard killed nine people.", "killed", "Varo", False),
    ],
)
def test_who_has_a_part_in_the_clause_of_a_deed(text: str, deed: str, actor: str, together: bool) -> None:
    (tree,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert _in_one_clause(tree, text.index(deed), text.index(actor), ENGLISH) is together
