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
    ADDED,
    DENIED,
    DONE_IN,
    FURTHER,
    MEANWHILE,
    MENTIONED,
    MISREAD,
    OTHER_CLAUSE,
    PARTICIPLE,
    WHICH,
    _breaks_in,
    _decided_by,
    _does_it_itself,
    _done_in,
    _heads_of_same_doer,
    _in_one_clause,
    _is_anothers,
    _is_awaited,
    _is_done_by_another,
    _is_left_undone,
    _is_supposed,
    _is_told_of_a_noun,
    _says_of_oneself,
    adds,
    clause_worth,
    has_part,
    is_of_announced,
    is_only_meant,
    is_to_come,
    of_announced,
    turns_on,
)
from leadup.timeline.relations import clauses
from leadup.timeline.target.matching import Match
from leadup.timeline.tolls import BEHIND_TOLL
from leadup.timeline.words_asked import is_done_to


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
    text = f"Ida Lund {verb} in the attack on the hall of Orsk."
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
        (["They PRON nsubj 2", "killed VERB root 0 kill", "in ADP case 4", "raids NOUN obl 2 raid"], "raids", OBL),
        (["Two NUM nsubj 2", "died VERB root 0 die", "in ADP case 4", "raids NOUN obl 2 raid"], "raids", BEHIND_TOLL),
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
    # Of what stands nowhere nothing is known.
    assert _in_one_clause(tree, 999, text.index(actor), ENGLISH)
    assert _in_one_clause(tree, text.index(deed), 999, ENGLISH)


SANG = ("Lund PROPN nsubj 2", "sang VERB root 0")


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (["meanwhile ADV advmod 2"], FURTHER),
        (["Meanwhile ADV advmod 2", "also ADV advmod 2"], FURTHER),
        (["also ADV advmod 2"], ADDED),
        (["as ADV advmod 2", "well ADV fixed 3"], ADDED),
        (["as ADV advmod 2", "of ADP fixed 3"], 1),
        (["as ADV advmod 2", "well ADV advmod 3"], 1),
        (["well ADV advmod 2"], 1),
        (["also ADV advmod 1"], 1),
        (["also ADV dep 2"], 1),
    ],
)
def test_what_only_adds_to_other_news(words: list[str], counts: float) -> None:
    assert adds(tree(*SANG, *words), ENGLISH) == counts


@pytest.mark.parametrize(
    ("words", "to_come"),
    [
        (["Strikes NOUN nsubj 3", "will AUX aux 3", "begin VERB root 0"], True),
        (["Strikes NOUN nsubj 3", "may AUX aux 3", "begin VERB root 0"], True),
        (["Strikes NOUN nsubj 3", "had AUX aux 3", "begun VERB root 0"], False),
        (["Strikes NOUN obj 3", "will AUX aux 3", "begin VERB root 0"], False),
        (["Strike NOUN compound 2", "talks NOUN nsubj 4", "will AUX aux 4", "begin VERB root 0"], True),
        (["Strike NOUN amod 2", "talks NOUN nsubj 4", "will AUX aux 4", "begin VERB root 0"], False),
    ],
)
def test_a_noun_of_what_is_to_come(words: list[str], to_come: bool) -> None:
    assert is_to_come(tree(*words), 0, ENGLISH) is to_come
    assert not is_to_come(tree(*words), 999, ENGLISH)


HE_RESIGNS = (
    "announced VERB root 0",
    "that SCONJ mark 6",
    "he PRON nsubj 6",
    "was AUX aux 6",
    "resigning VERB ccomp 2",
)


@pytest.mark.parametrize(
    ("varo", "clause", "own"),
    [
        ("Varo PROPN nsubj 2", HE_RESIGNS, True),
        ("Varo PROPN nsubj:pass 2", HE_RESIGNS, True),
        ("Varo PROPN obj 2", HE_RESIGNS, False),
        ("Varo PROPN nsubj 2", (*HE_RESIGNS[:2], "Lund PROPN nsubj 6", *HE_RESIGNS[3:]), False),
        ("Varo PROPN nsubj 2", (*HE_RESIGNS[:2], "he PRON obj 6", *HE_RESIGNS[3:]), False),
        ("Varo PROPN nsubj 2", (*HE_RESIGNS[:4], "resigning VERB advcl 2"), False),
        ("Varo PROPN nsubj 2", (*HE_RESIGNS[:3], "will AUX aux 6", "resign VERB ccomp 2"), False),
    ],
)
def test_what_somebody_says_they_do_themselves(varo: str, clause: tuple[str, ...], own: bool) -> None:
    made = tree(varo, *clause)
    assert _says_of_oneself(made, 5, 0, ENGLISH) is own
    assert _in_one_clause(made, made[5].start, 0, ENGLISH) is own
    assert not _says_of_oneself(made, -1, 0, ENGLISH)


VOTED = ("Lund PROPN nsubj 2", "voted VERB root 0 vote")
ENVOY = "envoy NOUN obl 2"


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ((*VOTED, "for ADP case 4", "removal NOUN obl 2"), 1),
        (("For ADP case 2", "removal NOUN obl 4", "Lund PROPN nsubj 4", "voted VERB root 0 vote"), 3),
        ((*VOTED, "on ADP case 4", "removal NOUN obl 2"), None),
        ((*VOTED, "for ADP mark 4", "removal NOUN obl 2"), None),
        ((*VOTED, "for ADP case 4", "removal VERB obl 2"), None),
        ((*VOTED, "for ADP case 4", "removal NOUN obj 2"), None),
        (("Lund PROPN nsubj 2", "sang VERB root 0 sing", "for ADP case 4", "removal NOUN obl 2"), None),
        (("Lund PROPN nsubj 2", "vote NOUN root 0 vote", "for ADP case 4", "removal NOUN obl 2"), None),
        # behind an aside that ends right before it, the phrase may be read as a part of that
        ((*VOTED, ENVOY, ", PUNCT punct 6", "for ADP case 6", "removal NOUN nmod 3"), 1),
        ((*VOTED, ENVOY, "soon ADV advmod 6", "for ADP case 6", "removal NOUN nmod 3"), None),
    ],
)
def test_the_vote_by_which_a_deed_was_decided(words: tuple[str, ...], verb: int | None) -> None:
    made = tree(*words)
    (at,) = (k for k, token in enumerate(made) if token.word == "removal")
    assert _decided_by(made, at, ENGLISH) == verb
    assert verb is None or turns_on(made, made[at].start, ENGLISH) == clauses()["xcomp"]


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        (["News NOUN root 0", "leaving VERB acl 1"], MENTIONED),
        (["News NOUN root 0", "is AUX cop 1", "leaving VERB acl 1"], 1),
        (["News PROPN root 0", "leaving VERB acl 1"], 1),
        (["News NOUN root 0", "hall NOUN acl 1"], 1),
        (["News NOUN root 0", "leaving VERB advcl 1"], 1),
    ],
)
def test_a_sentence_read_as_one_long_name(words: list[str], worth: float) -> None:
    assert turns_on(tree(*words), 0, ENGLISH) == worth


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        (["deal NOUN obj 2", "reached VERB conj 2"], True),
        (["Lund PROPN obj 2", "reached VERB parataxis 2"], True),
        (["soon ADV advmod 2", "reached VERB conj 2"], False),
        (["deal NOUN obj 2", "reached VERB advcl 2"], False),
        (["deal NOUN obj 2", "reached VERB conj 2", "it PRON expl 4"], False),
    ],
)
def test_a_participle_of_the_noun_before_it(words: list[str], noun: bool) -> None:
    assert _is_told_of_a_noun(tree(REBELS, STORMED, *words), 3) is noun
    assert not _is_told_of_a_noun(tree("reached VERB conj 2", "stormed VERB root 0"), 0)


@pytest.mark.parametrize(
    ("words", "supposed"),
    [
        (["If SCONJ mark 2", "stormed VERB root 0"], [True, True]),
        # whatever the first word is read as
        (["Whether SCONJ det 2", "stormed VERB root 0"], [True, True]),
        ([REBELS, STORMED, "if SCONJ mark 4", "shot VERB advcl 2"], [True, True, True, True]),
        ([REBELS, STORMED, "if SCONJ mark 4", "shot VERB acl 1"], [False, False, True, True]),
        ([REBELS, STORMED, "as SCONJ mark 4", "shot VERB advcl 2"], [False, False, False, False]),
        ([REBELS, STORMED, "if SCONJ dep 4", "shot VERB advcl 2"], [False, False, False, False]),
    ],
)
def test_what_stands_beside_an_if(words: list[str], supposed: list[bool]) -> None:
    made = tree(*words)
    assert [_is_supposed(made, at, ENGLISH) for at in range(len(made))] == supposed


@pytest.mark.parametrize(
    ("words", "undone"),
    [
        (["refused VERB root 0", "resign VERB xcomp 2"], True),
        (["Refused VERB root 0", "go VERB xcomp 2", "resign VERB xcomp 3"], True),
        (["refused ADJ root 0", "resign VERB xcomp 2"], False),
        (["refused VERB root 0", "resign VERB ccomp 2"], False),
        (["sang VERB root 0", "resign VERB xcomp 2"], False),
        (["resign VERB xcomp 0"], False),
    ],
)
def test_what_somebody_refused_to_do(words: list[str], undone: bool) -> None:
    made = tree("Lund PROPN nsubj 2", *words)
    assert _is_left_undone(made, len(made) - 1, ENGLISH) is undone


def test_a_verb_may_be_the_first_word() -> None:
    assert _is_left_undone(tree("Refused VERB root 0", "resign VERB xcomp 1"), 1, ENGLISH)
    assert is_only_meant(tree("Pledged VERB root 0 pledge", "reverse VERB xcomp 1"), 1, "Lund reverses", ENGLISH)
    # What is no clause of the verb above it is not meant, wherever that stands.
    assert not is_only_meant(tree("Reversal NOUN nsubj 2", "pledged VERB root 0 pledge"), 0, "Lund reverses", ENGLISH)
    assert is_only_meant(tree("Pledged VERB root 0 pledge"), 0, "Lund reverses", ENGLISH)
    assert list(_heads_of_same_doer(tree("Urged VERB root 0", "wading VERB xcomp 1"), 1, ENGLISH)) == [0]
    assert _says_of_oneself(
        tree("Announced VERB root 0", "Varo PROPN nsubj 1", "he PRON nsubj 4", "quits VERB ccomp 1"), 3, 1, ENGLISH
    )


@pytest.mark.parametrize(
    ("question", "words", "awaited"),
    [
        ("Lund runs", ["plans NOUN obj 1", "to PART mark 4", "run VERB acl 2"], False),
        ("Lund runs", ["planned VERB xcomp 1", "to PART mark 4", "run VERB xcomp 2"], True),
        ("Lund runs", ["sang VERB xcomp 1", "to PART mark 4", "run VERB xcomp 2"], False),
        ("Lund runs", ["expected VERB xcomp 1", "to PART mark 4", "run VERB xcomp 2"], True),
        ("Lund expected to run", ["expected VERB xcomp 1", "to PART mark 4", "run VERB xcomp 2"], False),
        ("Lund runs", ["plans NOUN xcomp 1", "to PART mark 4", "run VERB xcomp 2"], False),
        ("Lund runs", ["likely ADJ xcomp 1", "to PART mark 4", "run VERB xcomp 2"], True),
    ],
)
def test_what_somebody_is_awaited_to_do(question: str, words: list[str], awaited: bool) -> None:
    assert _is_awaited(tree("said VERB root 0", *words), 3, question, ENGLISH) is awaited
    # What all turns on is a verb, however it is read.
    assert _is_awaited(tree("plans NOUN root 0", "to PART mark 3", "run VERB xcomp 1"), 2, "Lund runs", ENGLISH)


IN_TALKS = ("in ADP case 5", "talks NOUN obl 3 talk")


@pytest.mark.parametrize(
    ("words", "question", "worth"),
    [
        (["Varo PROPN nsubj 3", "soon ADV advmod 3", "urged VERB root 0", *IN_TALKS], "Varo holds talks", DONE_IN),
        # somebody else, nobody, or not in it
        (["Lund PROPN nsubj 3", "Varo PROPN obj 3", "urged VERB root 0", *IN_TALKS], "Varo holds talks", 0),
        (["Varo PROPN obl 3", "soon ADV advmod 3", "urged VERB root 0", *IN_TALKS], "Varo holds talks", 0),
        (
            ["Varo PROPN nsubj 3", "soon ADV advmod 3", "urged VERB root 0", "on ADP case 5", IN_TALKS[1]],
            "Varo holds talks",
            0,
        ),
        (["Varo PROPN nsubj 3", "soon ADV advmod 3", "urged NOUN root 0", *IN_TALKS], "Varo holds talks", 0),
        (
            ["Varo PROPN nsubj 3", "soon ADV advmod 3", "urged VERB root 0", IN_TALKS[0], "talks VERB obl 3 talk"],
            "Varo holds talks",
            0,
        ),
        (
            ["Varo PROPN nsubj 3", "soon ADV advmod 3", "urged VERB root 0", IN_TALKS[0], "talks NOUN obj 3 talk"],
            "Varo holds talks",
            0,
        ),
        # in a contest whoever does it
        (["Lund PROPN nsubj 3", "Varo PROPN obj 3", "urged VERB root 0", *IN_TALKS], "Varo wins the talks", DONE_IN),
    ],
)
def test_what_one_did_in_a_deed(words: list[str], question: str, worth: float) -> None:
    made = tree(*words)
    actors = tuple(token.start for token in made if token.word == "Varo")
    match = Match(0, 0, 1.0, frozenset(), frozenset(), True, 1.0, actors=actors)
    assert _done_in(made, 4, match, question, ENGLISH) == worth


@pytest.mark.parametrize(
    ("words", "question", "by_another"),
    [
        (["Lund PROPN nsubj 2", "resigned VERB root 0"], "Varo resigns", True),
        (["Varo PROPN nsubj 2", "resigned VERB root 0"], "Varo resigns", False),
        (["she PRON nsubj 2", "resigned VERB root 0"], "Varo resigns", False),
        (["Lund PROPN obl 2", "resigned VERB root 0"], "Varo resigns", False),
        (["Lund PROPN nsubj 2", "resigned NOUN root 0"], "Varo resigns", False),
        # of a deed that is done to somebody
        (["Lund PROPN nsubj 2", "arrested VERB root 0"], "Varo arrested", False),
    ],
)
def test_what_somebody_else_does_alone(words: list[str], question: str, by_another: bool) -> None:
    assert _is_done_by_another(tree(*words), 1, question, ENGLISH) is by_another


@pytest.mark.parametrize(
    ("question", "announced"),
    [("the harbour deal announced", True), ("the harbour deal signed", False), ("Lund announced", False)],
)
def test_a_deed_that_is_asked_for_by_its_being_announced(question: str, announced: bool) -> None:
    assert is_of_announced(question, ENGLISH) is announced


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Orsk agreed on a harbour with Lom.", 1.0),
        # none of those asked for; planned, denied or meant; no such deed
        ("Hask agreed on a harbour with Lom.", 0.0),
        ("Orsk will agree on a harbour with Lom.", 0.0),
        ("Orsk has not agreed on a harbour with Lom.", 0.0),
        ("Orsk pledged to agree on a harbour with Lom.", 0.0),
        ("Orsk sang at the harbour of Lom.", 0.0),
    ],
)
def test_the_deed_that_was_announced_told_as_done(text: str, worth: float) -> None:
    (parsed,) = parse(text, [(0, len(text))], language=ENGLISH)
    assert of_announced(parsed, text, "Orsk deal announced", ENGLISH) == worth
    assert of_announced(parsed, text, "Orsk deal signed", ENGLISH) == 0


@pytest.mark.parametrize(
    ("words", "question", "meant"),
    [
        (["pledged VERB root 0 pledge", "to PART mark 4", "reverse VERB xcomp 2"], "Lund reverses the plan", True),
        (["pledged VERB root 0 pledge", "that SCONJ mark 4", "reverse VERB ccomp 2"], "Lund reverses the plan", True),
        # the question asks for the pledge, or for what is news when it is announced
        (["pledged VERB root 0 pledge", "to PART mark 4", "reverse VERB xcomp 2"], "Lund pledges reversal", False),
        (["pledged VERB root 0 pledge", "to PART mark 4", "reverse VERB xcomp 2"], "Lund resigns", False),
        # what is pledged is no clause, or the pledge no verb
        (["pledged VERB root 0 pledge", "and CCONJ cc 4", "reversed VERB conj 2"], "Lund reverses the plan", False),
        (["pledge NOUN root 0 pledge", "to PART mark 4", "reverse VERB xcomp 2"], "Lund reverses the plan", False),
        (["sang VERB root 0 sing", "to PART mark 4", "reverse VERB xcomp 2"], "Lund reverses the plan", False),
    ],
)
def test_what_is_only_meant_to_be_done(words: list[str], question: str, meant: bool) -> None:
    made = tree("Lund PROPN nsubj 2", *words)
    assert is_only_meant(made, 3, question, ENGLISH) is meant


@pytest.mark.parametrize(
    ("words", "above"),
    [
        (["urged VERB root 0", "wading VERB xcomp 2"], [1]),
        (["urged VERB root 0", "wading VERB advcl 2"], [1]),
        (["urged VERB root 0", "go VERB conj 2", "wading VERB advcl 3"], [2, 1]),
        (["urged VERB root 0", "waded VERB advcl 2"], []),
        (["urged VERB root 0", "men NOUN nsubj 4", "wading VERB xcomp 2"], []),
    ],
)
def test_the_verbs_that_one_of_the_same_doer_goes_on_from(words: list[str], above: list[int]) -> None:
    made = tree("Varo PROPN nsubj 2", *words)
    assert list(_heads_of_same_doer(made, len(made) - 1, ENGLISH)) == above


@pytest.mark.parametrize(
    ("words", "does_it", "part"),
    [
        (["Varo PROPN nsubj 2", "killed VERB root 0"], True, True),
        (["Ida PROPN nsubj 3", "Varo PROPN flat 1", "killed VERB root 0"], True, True),
        (["Varo PROPN nsubj:pass 2", "killed VERB root 0"], False, True),
        (["Varo PROPN nsubj 3", "was AUX aux:pass 3", "killed VERB root 0"], False, True),
        (["Varo PROPN nsubj 2", "killed NOUN root 0"], False, True),
        (["Varo PROPN obj 2", "killed VERB root 0"], False, True),
        (["Varo PROPN obl 2", "killed VERB root 0"], False, False),
        (["Lund PROPN nsubj 2", "killed VERB root 0"], False, False),
        (["Lund PROPN nsubj 3", "Varo PROPN nmod 1", "killed VERB root 0"], False, False),
    ],
)
def test_who_does_himself_what_was_done_to_him(words: list[str], does_it: bool, part: bool) -> None:
    made, verb = tree(*words), len(words) - 1
    assert _does_it_itself(made, made[verb].start, "the killing of Varo", ENGLISH) is does_it
    assert has_part(made, verb, {"Varo"}) is part
    assert not _does_it_itself(made, 999, "the killing of Varo", ENGLISH) and not has_part(made, -1, {"Varo"})


RACE = "race NOUN obj 2"


@pytest.mark.parametrize(
    ("words", "anothers"),
    [
        (["Lund PROPN nsubj 2", "won VERB root 0", RACE], True),
        (["Lund PROPN nsubj 2", "won VERB root 0"], True),
        (["Varo PROPN nsubj 2", "won VERB root 0", RACE], False),
        (["Lund PROPN nsubj 2", "won VERB root 0", "Varo PROPN obj 2"], False),
        (["He PRON nsubj 2", "won VERB root 0", RACE], False),
        (["bakers NOUN nsubj 2", "won VERB root 0", RACE], False),
        (["Lund PROPN obl 2", "won VERB root 0", RACE], False),
    ],
)
def test_a_contest_that_somebody_else_won(words: list[str], anothers: bool) -> None:
    made = tree(*words)
    assert _is_anothers(made, made[1].start, "Varo wins election", ENGLISH) is anothers
    assert not _is_anothers(made, made[1].start, "Varo resigns", ENGLISH)
    assert not _is_anothers(made, 999, "Varo wins election", ENGLISH)
