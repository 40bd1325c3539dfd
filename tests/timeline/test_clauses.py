"""How a sentence ties a deed to a day and to its actors."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.reading.syntax import Parse
from leadup.timeline import find_target
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.clause_roles import is_passive
from leadup.timeline.target.clauses import (
    APART,
    ELSEWHERE,
    JOINED,
    JUDGED,
    NAMED,
    OVER,
    SAID,
    SPOKEN_OF,
    UNDER,
    aimed_at,
    bound,
    dated_itself,
    doers_behind,
    is_done_to_other,
    is_named_by,
    is_under,
    owners_of,
    parsed,
    played_by_another,
    subject_of,
    whom,
)
from leadup.timeline.target.slot import Role


@pytest.mark.parametrize(
    ("sentence", "deed", "day", "worth"),
    [
        ("The mayor resigned on Tuesday.", "resigned", "Tuesday", 1.0),
        ("On Tuesday the mayor resigned and the council met.", "resigned", "Tuesday", 1.0),
        ("The council met on Tuesday and voted for the bridge.", "voted", "Tuesday", JOINED),
        ("The mayor announced on Tuesday that Lund had resigned.", "resigned", "Tuesday", SAID),
        ("The mayor, who supports the bridge, met the bakers on Tuesday.", "supports", "Tuesday", UNDER),
        ("The mayor resigned after the council met on Tuesday.", "resigned", "Tuesday", OVER),
        ("The baker was charged on Tuesday with having killed a guard.", "killed", "Tuesday", JUDGED),
    ],
)
def test_the_day_of_another_clause_counts_for_less(sentence: str, deed: str, day: str, worth: float) -> None:
    found = bound(
        parsed([(sentence, 0, len(sentence))], ENGLISH)[0],
        sentence.index(deed),
        sentence.index(day),
        (),
        ("charged",),
        language=ENGLISH,
    )
    assert found == worth


def test_actors_of_another_clause_count_for_less() -> None:
    sentence = "Karl Brandt, who admired Anna Lund, was at home while the council sacked its clerk."
    tree = parsed([(sentence, 0, len(sentence))], ENGLISH)[0]
    deed = sentence.index("sacked")
    assert bound(tree, deed, -1, [sentence.index("clerk")], language=ENGLISH) > bound(
        tree, deed, -1, [sentence.index("Lund")], language=ENGLISH
    )


def test_a_committees_vote_is_only_a_step() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "A Senate committee confirmed Karl Tolm as harbour master on Tuesday."),
        ("2021-05-13", "B", "The Senate confirmed Karl Tolm as harbour master on Wednesday."),
    )
    assert str(find_target(Question("Karl Tolm confirmed as harbour master"), pool(told)).day) == "2021-05-12"


def test_a_step_is_one_however_far_before_the_deed_the_committee_stands() -> None:
    told: tuple[Telling, ...] = (
        (
            "2021-05-05",
            "A",
            "A House committee voted on Tuesday, by a wide margin, that Karl Tolm be held in contempt.",
        ),
        ("2021-05-05", "B", "Karl Tolm has not yet been formally held in contempt, the clerk said on Tuesday."),
        ("2021-05-13", "C", "The House held Karl Tolm in contempt on Wednesday."),
        ("2021-05-13", "D", "On Wednesday the House voted to hold Karl Tolm in contempt."),
    )
    assert str(find_target(Question("Karl Tolm held in contempt"), pool(told)).day) == "2021-05-12"


def test_another_of_the_row_is_another_event() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Lund and Tolm met for their first debate on Tuesday."),
        ("2021-05-13", "B", "Lund and Tolm met for their second debate on Wednesday."),
        ("2021-05-13", "C", "Lund attacked Tolm in their second debate on Wednesday."),
        ("2021-05-14", "D", "It was Tolm who won the second debate with Lund on Wednesday."),
        ("2021-05-14", "E", "On Wednesday Lund and Tolm held a second debate in Orsk."),
    )
    assert str(find_target(Question("first debate of Lund and Tolm"), pool(told)).day) == "2021-05-04"


def test_what_is_not_said_to_be_that_of_the_row_counts_less() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Lund and Tolm met for their first debate on Tuesday."),
        ("2021-05-06", "B", "Tolm won the first debate with Lund on Tuesday."),
        ("2021-05-13", "C", "Lund attacked Tolm in a debate on Wednesday."),
        ("2021-05-14", "D", "It was Tolm who won the debate with Lund on Wednesday."),
        ("2021-05-14", "E", "On Wednesday Lund and Tolm held a debate in Orsk."),
        ("2021-05-14", "F", "Wednesday's debate of Lund and Tolm was a draw."),
    )
    assert str(find_target(Question("first debate of Lund and Tolm"), pool(told)).day) == "2021-05-04"


def test_who_has_another_given_name_is_another() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Walter Tolm was shot by police on Tuesday."),
        ("2021-05-13", "B", "Karl Tolm was at home. Police shot Tolm on Wednesday, a witness said."),
        ("2021-05-14", "C", "Friends of Karl Tolm wept. Tolm was shot by police on Wednesday."),
        ("2021-05-14", "D", "Karl Tolm had two sons. On Wednesday police shot Tolm at his door."),
        ("2021-05-14", "E", "The council knew Karl Tolm. The police shot Tolm dead on Wednesday, it said."),
        ("2021-05-15", "F", "Karl Tolm was a baker. Officers of the police shot Tolm on Wednesday."),
    )
    assert str(find_target(Question("Walter Tolm shot by police"), pool(told)).day) == "2021-05-04"


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Lund decides not to run for mayor", "run"),
        ("Lund announces she is resigning", "resigning"),
        ("Tarn votes to leave the union", "leave"),
        ("council votes against the bridge", "votes against"),
        ("Lund fires aide over leak", "fires"),
    ],
)
def test_what_is_decided_is_the_event(question: str, deed: str) -> None:
    assert [s.asked for s in read_question(question, ENGLISH).slots if s.needed] == [deed]


def test_a_given_name_in_another_transliteration_is_the_same() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "Kassem Tolmani was shot by police in Orsk on Tuesday."),
        ("2021-05-05", "B", "Police shot Kasem Tolmani on Tuesday, a witness said."),
        ("2021-05-06", "C", "Kasem Tolmani was shot by police on Tuesday. Police shot Tolmani at his door, it said."),
    )
    target = find_target(Question("Kassem Tolmani shot by police"), pool(told))
    assert str(target.day) == "2021-05-04"
    assert len({m.outlet for m in target.evidence}) == 3


def test_what_is_done_to_somebodys_kin_is_not_done_to_them() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", 'Police arrested the father-in-law of Karl "El Tolo" Tolmani on Tuesday.'),
        ("2021-05-06", "B", "Tolmani's lawyer was arrested on Tuesday. Police knew Karl Tolmani well."),
        ("2021-05-13", "C", "Karl Tolmani was arrested by police on Wednesday."),
    )
    assert str(find_target(Question("the arrest of Karl Tolmani"), pool(told)).day) == "2021-05-12"
    assert str(find_target(Question("the arrest of Tolmani's lawyer"), pool(told)).day) == "2021-05-04"


def test_what_a_clause_denies_is_its_own() -> None:
    told: tuple[Telling, ...] = (
        (
            "2021-05-10",
            "A",
            "Her sister ship came in on May 4, the same day the Orska sank, and has not left, he said.",
        ),
    )
    assert str(find_target(Question("the sinking of the Orska"), pool(told)).day) == "2021-05-04"


def test_a_day_is_counted_from_the_event_alone() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-07", "A", "On Tuesday -- two days before the visit of a minister -- police arrested Karl Tolmani."),
        ("2021-05-07", "B", "On Tuesday, two days before police arrested Anna Lund, a ferry was lost."),
    )
    assert str(find_target(Question("the arrest of Karl Tolmani"), pool(told)).day) == "2021-05-04"
    assert str(find_target(Question("the arrest of Anna Lund"), pool(told)).day) == "2021-05-06"


MONDAY = "Monday"


def _bound(text: str, deed: str, *actors: str, day: str = MONDAY, judging: tuple[str, ...] = ()) -> float:
    parse = parsed([(text, 0, len(text))], ENGLISH)[0]
    at = text.index(day) if day in text else -1
    return bound(parse, text.index(deed), at, [text.index(a) for a in actors], frozenset(judging), language=ENGLISH)


# Sentences in groups, the day of a group tied less to the deed than that of the group before it.
TIED = (
    (
        ("Lund was shot on Monday.", "shot", "Lund"),
        ("The shooting of Lund killed nine on Monday.", "shooting", "Lund"),
        ("The attack killed nine on Monday.", "attack"),
        ("Lund was shot.", "shot", "Lund"),
    ),
    (
        ("Lund was shot, and rioters marched on Monday.", "shot", "Lund"),
        ("Rioters marched on Monday, and Lund was shot.", "shot", "Lund"),
    ),
    (("He spoke of the attack on Monday.", "attack"),),
    (("The mayor said on Monday that Lund was shot.", "shot", "Lund"),),
    (("Lund, who left on Monday, was shot.", "shot", "Lund"),),
    (
        ("Crowds marched on Monday after Lund was shot.", "shot", "Lund"),
        ("The judge found on Monday that he, who shot Lund, was sane.", "shot", "Lund"),
        ("Brandt was charged on Monday with shooting Lund.", "shooting", "Lund"),
    ),
)


def test_a_day_is_tied_to_a_deed_by_their_clauses() -> None:
    worth = [{_bound(text, deed, *actors) for text, deed, *actors in group} for group in TIED]
    assert all(len(group) == 1 for group in worth)
    flat = [group.pop() for group in worth]
    assert flat[0] == 1
    assert flat == sorted(flat, reverse=True)
    assert len(set(flat)) == len(flat)
    judged = _bound("Brandt was charged on Monday with shooting Lund.", "shooting", "Lund", judging=("charged",))
    assert judged < flat[-1]


@pytest.mark.parametrize(
    ("text", "deed", "player", "role", "another"),
    [
        ("Lund fired Tolm.", "fired", "Lund", Role.AGENT, False),
        ("Tolm fired Lund.", "fired", "Lund", Role.AGENT, True),
        ("Tolm was fired by Lund.", "fired", "Lund", Role.AGENT, False),
        ("Anna Lund fired Tolm.", "fired", "Lund", Role.AGENT, False),
        ("Brandt and Lund fired Tolm.", "fired", "Lund", Role.AGENT, False),
        ("Lund's aide fired Tolm.", "fired", "Lund", Role.AGENT, True),
        ("Lund said that he would fire Tolm.", "fire", "Lund", Role.AGENT, False),
        ("Brandt said that he would fire Tolm.", "fire", "Tolm", Role.AGENT, True),
        ("The firing of Lund shook Orsk.", "firing", "Lund", Role.AGENT, False),
        ("Lund fired Tolm.", "fired", "Lund", Role.PATIENT, True),
        ("Lund fired.", "fired", "Lund", Role.PATIENT, False),
        ("Lund was fired.", "fired", "Lund", Role.PATIENT, False),
        ("Tolm fired Lund.", "fired", "Lund", Role.PATIENT, False),
    ],
)
def test_who_does_a_deed(text: str, deed: str, player: str, role: Role, another: bool) -> None:
    whole = f"It rained. {text}"
    parse = parsed([(whole, 11, len(whole))], ENGLISH)[0]
    assert played_by_another(parse, text.index(deed), [text.index(player)], role, language=ENGLISH) is another


HE, PRAISED, BEGAN = "He PRON nsubj 2", "praised VERB root 0 praise", "began VERB root 0 begin"


@pytest.mark.parametrize(
    ("words", "deed", "day", "actors", "worth"),
    [
        # told by the verb whose object it is, only spoken of, or named in a phrase
        ([HE, BEGAN, "raids NOUN obj 2 raid"], "raids", "", [], 1),
        ([HE, PRAISED, "raids NOUN obj 2 raid"], "raids", "", [], SPOKEN_OF),
        ([HE, PRAISED, "raids VERB obj 2 raid"], "raids", "", [], 1),
        ([HE, PRAISED, "raids NOUN obl 2 raid"], "raids", "", [], NAMED),
        ([HE, PRAISED], "praised", "", ["He"], 1),
        # whoever has a part in it stands in its clause or the one above, or in another
        ([HE, BEGAN, "Lund PROPN obj 4", "raiding VERB advcl 2 raid"], "began", "", ["Lund"], APART),
        ([HE, BEGAN, "Lund PROPN obj 4", "raiding VERB advcl 2 raid"], "raiding", "", ["He"], 1),
        ([HE, BEGAN, "Lund PROPN obj 4", "raiding VERB advcl 2 raid"], "began", "", ["Lund", "He"], 1),
        # a day of the same clause, of one joined to it, of one below it, of the one above, or of one beside it
        ([HE, BEGAN, "Monday PROPN obl 2"], "began", "Monday", [], 1),
        ([HE, BEGAN, "left VERB conj 2", "Monday PROPN obl 3"], "began", "Monday", [], JOINED),
        ([HE, BEGAN, "left VERB advcl 2", "Monday PROPN obl 3"], "began", "Monday", [], OVER),
        ([HE, BEGAN, "left VERB conj 2", "Monday PROPN obl 2"], "left", "Monday", [], JOINED),
        ([HE, BEGAN, "left VERB ccomp 2", "Monday PROPN obl 2"], "left", "Monday", [], SAID),
        ([HE, BEGAN, "left VERB advcl 2", "Monday PROPN obl 2"], "left", "Monday", [], UNDER),
        ([HE, BEGAN, "left VERB advcl 2", "sang VERB advcl 2", "Monday PROPN obl 4"], "left", "Monday", [], ELSEWHERE),
        # a noun heads no clause of its own
        ([HE, BEGAN, "joy NOUN conj 2", "Monday PROPN obl 3"], "began", "Monday", [], 1),
    ],
)
def test_how_a_day_is_bound_on_trees(words: list[str], deed: str, day: str, actors: list[str], worth: float) -> None:
    parsed_ = tree(*words)
    places = {token.word: token.start for token in parsed_}
    assert bound(
        parsed_, places[deed], places.get(day, -1), [places[a] for a in actors], language=ENGLISH
    ) == pytest.approx(worth)
    # Where the deed is none of its words, nothing is known against it.
    assert bound(parsed_, 1_000, places.get(day, -1), [places[a] for a in actors], language=ENGLISH) == 1


@pytest.mark.parametrize(
    ("words", "deed", "player", "role", "another"),
    [
        # without a subject, or with one that may be anybody, nothing is said of who did it
        (["Fired VERB root 0", "Tolm PROPN obj 1"], "Fired", "Tolm", Role.AGENT, False),
        ([HE, "fired VERB root 0", "Tolm PROPN obj 2"], "fired", "Tolm", Role.AGENT, False),
        (["Brandt PROPN nsubj 2", "fired VERB root 0", "Tolm PROPN obj 2"], "fired", "Tolm", Role.AGENT, True),
        (["Brandt PROPN nsubj 2", "fired NOUN root 0", "Tolm PROPN obj 2"], "fired", "Tolm", Role.AGENT, False),
        (["Brandt PROPN nsubj:pass 2", "fired VERB root 0", "Tolm PROPN obj 2"], "fired", "Tolm", Role.AGENT, False),
        (["Brandt PROPN nsubj 3", "was AUX aux:pass 3", "fired VERB root 0"], "fired", "Tolm", Role.AGENT, False),
        # the name is in the subject's phrase, as its head or beside it, or belongs to it
        (["Anna PROPN nsubj 3", "Tolm PROPN flat 1", "fired VERB root 0"], "fired", "Tolm", Role.AGENT, False),
        (["Tolm PROPN nmod:poss 2", "aides NOUN nsubj 3", "fired VERB root 0"], "fired", "Tolm", Role.AGENT, True),
        # who is asked for as having it done does it to somebody
        (["Tolm PROPN nsubj 2", "fired VERB root 0", "aides NOUN obj 2"], "fired", "Tolm", Role.PATIENT, True),
        (["Tolm PROPN nsubj 2", "fired VERB root 0"], "fired", "Tolm", Role.PATIENT, False),
        (["Brandt PROPN nsubj 2", "fired VERB root 0", "Tolm PROPN obj 2"], "fired", "Tolm", Role.PATIENT, False),
        (
            ["Tolm PROPN nmod:poss 2", "aide NOUN nsubj 3", "fired VERB root 0", "two NUM obj 3"],
            "fired",
            "Tolm",
            Role.PATIENT,
            True,
        ),
    ],
)
def test_who_does_a_deed_on_trees(words: list[str], deed: str, player: str, role: Role, another: bool) -> None:
    parsed_ = tree(*words)
    places = {token.word: token.start for token in parsed_}
    assert played_by_another(parsed_, places[deed], [places.get(player, 1_000)], role, language=ENGLISH) is another
    assert not played_by_another(parsed_, 1_000, [places.get(player, 1_000)], role, language=ENGLISH)


@pytest.mark.parametrize(
    ("words", "deed", "day", "own"),
    [
        # a verb under another, and one that runs on from it
        ([HE, BEGAN, "died VERB advcl 2", "Monday PROPN obl 3"], "died", "Monday", True),
        ([HE, BEGAN, "shot VERB advcl 2", "fled VERB conj 3", "Monday PROPN obl 4"], "shot", "Monday", True),
        # the day of the clause above, and of what is beside it
        ([HE, BEGAN, "died VERB advcl 2", "Monday PROPN obl 2"], "died", "Monday", False),
        ([HE, BEGAN, "died VERB advcl 2", "Monday PROPN obj 3"], "died", "Monday", False),
        # the main clause's own verb has its day in any case
        ([HE, BEGAN, "Monday PROPN obl 2"], "began", "Monday", False),
        # a noun that a verb only says to have been done, and one that is spoken of
        (
            [HE, BEGAN, "making VERB advcl 2 make", "landfall NOUN obj 3", "Monday PROPN obl 3"],
            "landfall",
            "Monday",
            True,
        ),
    ],
)
def test_what_dates_the_deed_itself_on_trees(words: list[str], deed: str, day: str, own: bool) -> None:
    parsed_ = tree(*words)
    places = {token.word: token.start for token in parsed_}
    assert dated_itself(parsed_, places[deed], places[day], places[day] + len(day), ENGLISH) is own


@pytest.mark.parametrize(
    ("words", "deed", "alone", "another"),
    [
        # who is endorsed does not endorse; who is forced out does resign
        ([HE, "endorsed VERB root 0", "Tolm PROPN obj 2"], "endorsed", False, True),
        ([HE, "endorsed VERB root 0", "Tolm PROPN obj 2"], "endorsed", True, False),
        # of the noun: whose it is, and of whom
        (
            ["Lund PROPN nmod:poss 2", "endorsement NOUN root 0", "of ADP case 4", "Tolm PROPN nmod 2"],
            "endorsement",
            False,
            True,
        ),
        (
            ["An DET det 2", "endorsement NOUN root 0", "of ADP case 4", "Tolm PROPN nmod 2"],
            "endorsement",
            False,
            False,
        ),
        (
            ["Tolm PROPN nmod:poss 2", "endorsement NOUN root 0", "of ADP case 4", "Lund PROPN nmod 2"],
            "endorsement",
            False,
            False,
        ),
    ],
)
def test_who_has_a_deed_done_does_not_do_it_on_trees(words: list[str], deed: str, alone: bool, another: bool) -> None:
    parsed_ = tree(*words)
    places = {token.word: token.start for token in parsed_}
    assert (
        played_by_another(parsed_, places[deed], [places["Tolm"]], Role.AGENT, alone=alone, language=ENGLISH) is another
    )


FREED = ["Lund PROPN nsubj:pass 3", "was AUX aux:pass 3 be", "freed VERB root 0 free"]


@pytest.mark.parametrize(
    ("words", "verb", "passive"),
    [
        (FREED, "freed", True),
        (["Lund PROPN nsubj 3", "was AUX aux 3 be", "freed VERB root 0 free"], "freed", True),
        (["Lund PROPN nsubj 3", "was AUX aux 3 be", "freeing VERB root 0 free"], "freeing", False),
        (["Lund PROPN nsubj 3", "had AUX aux 3 have", "freed VERB root 0 free"], "freed", False),
        (["Lund PROPN nsubj 2", "freed VERB root 0 free"], "freed", False),
        # of what runs on from a passive: done to the same one, or by it
        ([*FREED, "charged VERB conj 3 charge"], "charged", True),
        ([*FREED, "charged VERB conj 3 charge", "fined VERB conj 4 fine"], "fined", True),
        ([*FREED, "sent VERB conj 3 send", "letters NOUN obj 4 letter"], "sent", False),
        ([*FREED, "said VERB conj 3 say", "left VERB ccomp 4 leave"], "said", False),
        ([*FREED, "runs VERB conj 3 run"], "runs", False),
        ([*FREED, "preaches VERB conj 3 preach"], "preaches", False),
        ([*FREED, "testifies VERB conj 3 testify"], "testifies", False),
        ([*FREED, "will AUX aux 5", "testify VERB conj 3"], "testify", False),
        ([*FREED, "Tolm PROPN nsubj 5", "wept VERB conj 3 weep"], "wept", False),
        ([*FREED, "weeping VERB advcl 3 weep"], "weeping", False),
        (["Lund PROPN nsubj 2", "wept VERB root 0 weep", "prayed VERB conj 2 pray"], "prayed", False),
    ],
)
def test_whose_deed_is_done_to_its_subject(words: list[str], verb: str, passive: bool) -> None:
    parsed_ = tree(*words)
    at = next(i for i, token in enumerate(parsed_) if token.word == verb)
    assert is_passive(parsed_, at, ENGLISH) is passive


def _indexed(*words: str) -> tuple[Parse, dict[str, int]]:
    parsed_ = tree(*words)
    return parsed_, {token.word: k for k, token in enumerate(parsed_)}


SET_OUT = ["Lund PROPN nsubj 2", "set VERB root 0", "to PART mark 4", "seal VERB advcl 2", "talks NOUN obj 4"]


@pytest.mark.parametrize(
    ("words", "deed", "aimed"),
    [
        (SET_OUT, "seal", True),
        # of its noun only by a verb that means it
        (SET_OUT, "talks", True),
        ([*SET_OUT[:3], "mourn VERB advcl 2", SET_OUT[4]], "talks", False),
        ([*SET_OUT[:4], "talks NOUN obl 4"], "talks", False),
        # a verb that runs on from one that is
        ([*SET_OUT[:3], "help VERB advcl 2", "seal VERB xcomp 4"], "seal", True),
        ([*SET_OUT[:3], "go VERB advcl 2", "seal VERB conj 4"], "seal", True),
        ([*SET_OUT[:3], "go VERB advcl 2", "seal VERB ccomp 4"], "seal", False),
        # without its "to", in another relation, or of what is so decided or made to be done
        ([*SET_OUT[:2], "so ADV mark 4", *SET_OUT[3:]], "seal", False),
        ([*SET_OUT[:3], "seal VERB parataxis 2"], "seal", False),
        ([SET_OUT[0], "voted VERB root 0", *SET_OUT[2:]], "seal", False),
        ([SET_OUT[0], "forced VERB root 0", *SET_OUT[2:]], "seal", False),
        (["to PART mark 2", "seal VERB root 0"], "seal", False),
        (["Seal VERB root 0", "talks NOUN obj 1"], "Seal", False),
    ],
)
def test_what_somebody_is_only_to_do(words: list[str], deed: str, aimed: bool) -> None:
    parsed_ = tree(*words)
    place = next(token.start for token in parsed_ if token.word == deed)
    assert aimed_at(parsed_, place, {"seal", "talk"}, ENGLISH) is aimed
    assert not aimed_at(parsed_, 1_000, {"seal", "talk"}, ENGLISH)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        (["ended VERB root 0", "campaign NOUN obj 1"], False),
        (["ended VERB root 0", "filibuster NOUN obj 1"], True),
        (["ended VERB root 0", "it PRON obj 1"], False),
        (["ended VERB root 0", "campaign NOUN compound 3", "hopes NOUN obj 1"], False),
        (["ended VERB root 0", "presidential ADJ amod 3", "hopes NOUN obj 1"], True),
        (["ended VERB root 0", "campaign NOUN nmod 3", "hopes NOUN obj 1"], True),
        (["ended VERB root 0", "filibuster NOUN obl 1"], False),
        (["ended NOUN root 0", "filibuster NOUN obj 1"], False),
        (["ended VERB root 0", "filibuster NOUN obj 1", "campaign NOUN obj 1"], False),
    ],
)
def test_what_is_done_to_something_else(words: list[str], other: bool) -> None:
    assert is_done_to_other(tree(*words), 0, {"campaign"}, ENGLISH) is other
    assert not is_done_to_other(tree(*words), 1_000, {"campaign"}, ENGLISH)


@pytest.mark.parametrize(
    ("words", "verb", "subject"),
    [
        (["Lund PROPN nsubj 2", "shot VERB root 0"], "shot", "Lund"),
        (["Lund PROPN nsubj 2", "shot VERB root 0", "ran VERB conj 2"], "ran", "Lund"),
        (["Lund PROPN nsubj 2", "shot VERB root 0", "ran VERB conj 2", "hid VERB conj 3"], "hid", "Lund"),
        (["Lund PROPN nsubj 2", "shot VERB root 0", "ran VERB xcomp 2"], "ran", ""),
        (["Lund PROPN nsubj 2", "shot VERB root 0", "Tolm PROPN nsubj 4", "ran VERB conj 2"], "ran", "Tolm"),
        (["shot VERB root 0", "ran VERB conj 1"], "ran", ""),
        # "who" is whom the clause belongs to, "he" the one above, if there is any
        (["Lund PROPN root 0", "who PRON nsubj 3", "ran VERB acl:relcl 1"], "ran", "Lund"),
        (["Lund PROPN nsubj 2", "said VERB root 0", "he PRON nsubj 4", "ran VERB ccomp 2"], "ran", "Lund"),
        (["He PRON nsubj 2", "ran VERB root 0"], "ran", "He"),
    ],
)
def test_the_subject_of_a_verb(words: list[str], verb: str, subject: str) -> None:
    parsed_, at = _indexed(*words)
    found = subject_of(parsed_, at[verb], ENGLISH)
    assert (parsed_[found].word if found >= 0 else "") == subject
    assert found >= 0 or found == -1


def test_the_words_of_a_phrase() -> None:
    parsed_, at = _indexed(
        "Lund PROPN nmod:poss 2", "aide NOUN nsubj 5", "Anna PROPN appos 2", "Varo PROPN flat 3", "ran VERB root 0",
        "of ADP case 7", "Tolm PROPN nmod 2", "by ADP case 9", "Brandt PROPN obl:agent 5",
    )  # fmt: skip
    assert [is_under(parsed_, at[word], at["aide"]) for word in ("Lund", "Varo", "aide", "ran")] == [
        True,
        True,
        True,
        False,
    ]
    named = ("Lund", "Anna", "Varo", "aide", "ran", "Tolm")
    assert [is_named_by(parsed_, at[word], at["aide"], ENGLISH) for word in named] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
    assert not is_named_by(parsed_, at["Varo"], at["Brandt"], ENGLISH) and not is_under(parsed_, -1, at["aide"])
    assert owners_of(parsed_, at["aide"], ENGLISH) == [at["Lund"]]
    assert whom(parsed_, at["aide"], ENGLISH) == [at["Tolm"]]
    assert doers_behind(parsed_, at["ran"], ENGLISH) == [at["Brandt"]]


@pytest.mark.parametrize(
    ("words", "deed", "day", "own"),
    [
        # a noun with its time before it, or right behind it
        (["March PROPN compound 2", "attack NOUN obj 3", "shook VERB root 0"], "attack", "March", True),
        (["March PROPN obl 3", "attack NOUN obj 3", "shook VERB root 0"], "attack", "March", False),
        (["shook VERB root 0", "attack NOUN obj 1", "in ADP case 4", "March PROPN nmod 2"], "attack", "March", True),
        (
            ["shook VERB root 0", "attack NOUN obj 1", "so ADV advmod 1", "in ADP case 5", "March PROPN nmod 2"],
            "attack",
            "March",
            False,
        ),
        (["attack NOUN nsubj 4", "in ADP case 3", "March PROPN nmod 1", "shook VERB root 0"], "attack", "March", False),
        (["shook VERB root 0", "attack PROPN obj 1", "in ADP case 4", "March PROPN nmod 2"], "attack", "March", False),
    ],
)
def test_which_noun_has_a_time_of_its_own(words: list[str], deed: str, day: str, own: bool) -> None:
    parsed_ = tree(*words)
    places = {token.word: token.start for token in parsed_}
    assert dated_itself(parsed_, places[deed], places[day], places[day] + len(day), ENGLISH) is own
    assert not dated_itself(parsed_, 1_000, places[day], places[day] + len(day), ENGLISH)


ACCUSING = ["Lund PROPN nsubj 2", "spoke VERB root 0", "{} VERB {} 2", "Tolm PROPN obj 3"]


@pytest.mark.parametrize(
    ("word", "relation", "another"),
    [("accusing", "advcl", True), ("accused", "advcl", False), ("accusing", "xcomp", False)],
)
def test_who_does_the_one_does_the_other(word: str, relation: str, another: bool) -> None:
    parsed_ = tree(*(each.format(word, relation) for each in ACCUSING))
    at = {token.word: token.start for token in parsed_}
    assert played_by_another(parsed_, at[word], [at["Lund"]], Role.PATIENT, language=ENGLISH) is another
    assert not played_by_another(parsed_, at[word], [at["Lund"]], Role.AGENT, language=ENGLISH)
