"""Who did a deed or had it done, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.parts import AskedPart, DeedMatch
from leadup.timeline.target.roles import is_one_of_several, is_reversed, told_at
from leadup.timeline.target.slot import Role


def _bases(words: str) -> frozenset[str]:
    return frozenset(base_form(word, ENGLISH) for word in words.split())


PARTS = {
    "agent": AskedPart((), Role.AGENT, False),
    "alone": AskedPart((), Role.AGENT, True),
    "patient": AskedPart((), Role.PATIENT, False),
    "seizes": AskedPart((), Role.AGENT, False, fixed=_bases("power")),
    "seized": AskedPart((), Role.PATIENT, False, fixed=_bases("power")),
    "kills": AskedPart((), Role.AGENT, False, only_suffered=_bases("died death")),
    "office": AskedPart((), Role.AGENT, False, put_in=_bases("elected")),
}

SHOT = "Lund PROPN nsubj 2; shot VERB root 0; Tolm PROPN obj 2"
WAS_SHOT = "Lund PROPN nsubj:pass 3; was AUX aux:pass 3; shot VERB root 0; by ADP case 5; Tolm PROPN obl:agent 3"
SHOT_ALONE = "Lund PROPN nsubj:pass 3; was AUX aux:pass 3; shot VERB root 0"
WAS_ONLY = "Lund PROPN nsubj 3; was AUX aux:pass 3; shot VERB root 0"
SHOT_AND_KILLED = "Tolm PROPN nsubj 2; shot VERB root 0; and CCONJ cc 4; killed VERB conj 2; Lund PROPN obj 4"
KILLED_SHOT = "Tolm PROPN nsubj 2; shot VERB root 0; Lund PROPN obj 2; and CCONJ cc 5; killed VERB conj 2"
WAS_SHOT_AND = "Lund PROPN nsubj:pass 3; was AUX aux:pass 3; shot VERB root 0; and CCONJ cc 5; robbed VERB conj 3 rob"
RUN_ON = "Lund PROPN nsubj 3; {} AUX aux 3; quit VERB root 0; and CCONJ cc 5; gone VERB conj 3"
OWN_RUN = "Lund PROPN nsubj 3; should AUX aux 3; quit VERB root 0; and CCONJ cc 6; Tolm PROPN nsubj 6; gone VERB conj 3"
FOR = "They PRON nsubj 2; had VERB root 0; {} {} obj 2; to PART mark 5; indict VERB {} 3; Lund PROPN obj 5"
MEANS = "They PRON nsubj 2; {} VERB root 0; to PART mark 4; indict VERB xcomp 2; Lund PROPN obj 4"
LEFT = "Lund PROPN nsubj 2; {} VERB root 0; Tolm PROPN obj 2"
POWER = "Lund PROPN nsubj 2; seized VERB root 0; power NOUN obj 2; from ADP case 5; Tolm PROPN obl 2"
OWNED = "{} nmod:poss 3; 's PART case 1; endorsement NOUN nsubj 4; came VERB root 0"
OF = "endorsement NOUN nsubj 4; of ADP case 3; Lund PROPN nmod 1; came VERB root 0"
BY = "endorsement NOUN nsubj 4; by ADP case 3; Lund PROPN nmod 1; came VERB root 0"
IMPOSES = "league PROPN nsubj 2; imposes VERB root 0; ban NOUN {} 2"
NAMED_NOUN = "Lund {} compound 2; shooting NOUN nsubj 3; shook VERB root 0"
VICTORY = "Tolm {} nsubj 2; {} VERB root 0; victory NOUN {} 2"
WON_OVER = "Tolm PROPN nsubj 2; stunned VERB root 0; Lund PROPN obj 2; with ADP case 5; victory NOUN obl 2"
FLY = "Lund PROPN nsubj 2; set VERB root 0; to PART mark 4; fly VERB advcl 2; to ADP case 6; talks NOUN {} 4"
FLEW = "Lund PROPN nsubj 2; flew VERB root 0; to ADP case 4; talks NOUN obl 2"
PARTICIPLE = "man NOUN nsubj 3; {} VERB acl 1; died VERB root 0"
BESIDE_IT = "{} VERB amod 2; man NOUN nsubj 3; died VERB root 0"
LEAGUE = "league NOUN nmod:poss 3; 's PART case 1; head NOUN nsubj 4; banned VERB root 0"
PART_OF = "part NOUN nsubj 4; {} ADP case 3; law NOUN nmod 1; died VERB root 0"
DEEP = "part NOUN nsubj 5; of ADP case 3; law NOUN nmod 1; old ADJ amod 3; died VERB root 0"
HIS = "Lund PROPN nsubj 2; announced VERB root 0; his PRON {} 4; resignation NOUN obj 2"
HIS_CLAUSE = "Lund PROPN nsubj 2; wept VERB root 0; as SCONJ mark 5; his PRON nmod:poss 5; resignation NOUN obl 2"
JETS = "Turkish ADJ amod 2; jets NOUN nsubj 3; bombed VERB root 0; Kelt PROPN obj 3"
FAR_JETS = "Turkish ADJ amod 2; army NOUN nmod 3; jets NOUN nsubj 4; bombed VERB root 0; Kelt PROPN obj 4"
ELECTED = "voters NOUN nsubj 2; elected VERB root 0; Lund PROPN obj 2"
WAS_ELECTED = "Lund PROPN nsubj:pass 3; was AUX aux:pass 3; elected VERB root 0; mayor NOUN xcomp 3"
AN_ELECTED = "Lund PROPN nsubj 4; was AUX cop 4; elected VERB amod 4; mayor NOUN root 0"
HEADLINE = "Lund PROPN nsubj 2; {} VERB {} 0; today NOUN obl 2"


@pytest.mark.parametrize(
    ("words", "deed", "part", "actor", "told"),
    [
        # a verb, by its subject and its object
        (SHOT, "shot", "agent", "Lund", DeedMatch.AS_ASKED),
        (SHOT, "shot", "agent", "Tolm", DeedMatch.ANOTHERS),
        (SHOT, "shot", "patient", "Tolm", DeedMatch.AS_ASKED),
        (SHOT, "shot", "patient", "Lund", DeedMatch.ANOTHERS),
        (WAS_SHOT, "shot", "patient", "Lund", DeedMatch.AS_ASKED),
        (WAS_SHOT, "shot", "patient", "Tolm", DeedMatch.ANOTHERS),
        (WAS_SHOT, "shot", "agent", "Tolm", DeedMatch.AS_ASKED),
        (WAS_SHOT, "shot", "agent", "Lund", DeedMatch.ANOTHERS),
        (WAS_SHOT, "shot", "agent", "", DeedMatch.ANOTHERS),
        (SHOT_ALONE, "shot", "agent", "", DeedMatch.OPEN),
        (SHOT_ALONE, "shot", "patient", "Lund", DeedMatch.AS_ASKED),
        (WAS_ONLY, "shot", "patient", "Lund", DeedMatch.AS_ASKED),
        (WAS_ONLY, "shot", "agent", "Lund", DeedMatch.ANOTHERS),
        # two verbs in a row
        (SHOT_AND_KILLED, "shot", "patient", "Lund", DeedMatch.AS_ASKED),
        (SHOT_AND_KILLED, "shot", "patient", "Tolm", DeedMatch.ANOTHERS),
        (KILLED_SHOT, "killed", "patient", "Lund", DeedMatch.AS_ASKED),
        (SHOT_AND_KILLED, "killed", "agent", "Tolm", DeedMatch.AS_ASKED),
        (WAS_SHOT_AND, "robbed", "patient", "Lund", DeedMatch.AS_ASKED),
        (WAS_SHOT_AND, "robbed", "agent", "Lund", DeedMatch.ANOTHERS),
        # what ought to be
        (RUN_ON.format("should"), "quit", "alone", "Lund", DeedMatch.NOT_DONE),
        (RUN_ON.format("should"), "gone", "alone", "Lund", DeedMatch.NOT_DONE),
        (RUN_ON.format("would"), "gone", "alone", "Lund", DeedMatch.AS_ASKED),
        (OWN_RUN, "gone", "alone", "Tolm", DeedMatch.AS_ASKED),
        # what a noun is for
        (FOR.format("cause", "NOUN", "acl"), "indict", "patient", "Lund", DeedMatch.NOT_DONE),
        (FOR.format("vote", "NOUN", "acl"), "indict", "patient", "Lund", DeedMatch.AS_ASKED),
        (FOR.format("cause", "VERB", "acl"), "indict", "patient", "Lund", DeedMatch.AS_ASKED),
        (FOR.format("cause", "NOUN", "xcomp"), "indict", "patient", "Lund", DeedMatch.AS_ASKED),
        # what somebody only means to do, and what was then done
        (FOR.format("plan", "NOUN", "acl"), "indict", "patient", "Lund", DeedMatch.NOT_DONE),
        (FOR.format("plan", "NOUN", "obl"), "indict", "patient", "Lund", DeedMatch.AS_ASKED),
        (MEANS.format("vowed"), "indict", "patient", "Lund", DeedMatch.NOT_DONE),
        (MEANS.format("managed"), "indict", "patient", "Lund", DeedMatch.AS_ASKED),
        # what befalls whom it is done to
        (SHOT.replace("shot", "died"), "died", "kills", "Lund", DeedMatch.ANOTHERS),
        (SHOT, "shot", "kills", "Lund", DeedMatch.AS_ASKED),
        # what belongs to the deed's own words is nobody that it is done to
        (POWER, "seized", "seizes", "Lund", DeedMatch.AS_ASKED),
        (POWER, "seized", "seized", "Lund", DeedMatch.AS_ASKED),
        (POWER, "seized", "patient", "Lund", DeedMatch.ANOTHERS),
        # who resigns may be forced out, who leaves somebody is not left
        (LEFT.format("left"), "left", "alone", "Lund", DeedMatch.ANOTHERS),
        (LEFT.format("lost"), "lost", "alone", "Lund", DeedMatch.AS_ASKED),
        (LEFT.format("left"), "left", "alone", "Tolm", DeedMatch.AS_ASKED),
        (SHOT_ALONE, "shot", "alone", "Lund", DeedMatch.AS_ASKED),
        (SHOT_AND_KILLED, "shot", "alone", "Tolm", DeedMatch.AS_ASKED),
        # a participle beside whom it was done to
        (PARTICIPLE.format("arrested"), "arrested", "patient", "man", DeedMatch.AS_ASKED),
        (PARTICIPLE.format("arresting"), "arresting", "patient", "man", DeedMatch.OPEN),
        (BESIDE_IT.format("arrested"), "arrested", "patient", "man", DeedMatch.AS_ASKED),
        (PARTICIPLE.format("arrested"), "arrested", "agent", "man", DeedMatch.ANOTHERS),
        # a headline that may have left out its "was"
        (HEADLINE.format("arrested", "root"), "arrested", "patient", "Lund", DeedMatch.AS_ASKED),
        (HEADLINE.format("arrested", "ccomp"), "arrested", "patient", "Lund", DeedMatch.OPEN),
        (HEADLINE.format("shot", "root"), "shot", "patient", "Lund", DeedMatch.OPEN),
        ("Lund PROPN nsubj 2; shot VERB root 0", "shot", "patient", "Lund", DeedMatch.AS_ASKED),
        (HEADLINE.format("sank", "root"), "sank", "patient", "Lund", DeedMatch.AS_ASKED),
        # what is theirs may do it for them
        (LEAGUE, "banned", "agent", "league", DeedMatch.OPEN),
        (LEAGUE, "banned", "alone", "league", DeedMatch.ANOTHERS),
        (PART_OF.format("of"), "died", "alone", "law", DeedMatch.OPEN),
        (PART_OF.format("near"), "died", "alone", "law", DeedMatch.ANOTHERS),
        (DEEP, "died", "alone", "old", DeedMatch.OPEN),
        (JETS, "bombed", "agent", "Turkish", DeedMatch.AS_ASKED),
        (FAR_JETS, "bombed", "agent", "Turkish", DeedMatch.OPEN),
        (JETS, "bombed", "agent", "Kelt", DeedMatch.ANOTHERS),
        # he may be anybody, and is whom the clause has for its subject
        ("He PRON nsubj 2; resigned VERB root 0", "resigned", "alone", "", DeedMatch.OPEN),
        (HIS.format("nmod:poss"), "resignation", "alone", "Lund", DeedMatch.AS_ASKED),
        (HIS.format("nmod:poss"), "resignation", "alone", "", DeedMatch.OPEN),
        (HIS.format("nmod"), "resignation", "alone", "Lund", DeedMatch.OPEN),
        (HIS_CLAUSE, "resignation", "alone", "Lund", DeedMatch.AS_ASKED),
        # who gets an office is put in it
        (ELECTED, "elected", "office", "Lund", DeedMatch.AS_ASKED),
        (ELECTED, "elected", "office", "voters", DeedMatch.ANOTHERS),
        (ELECTED, "elected", "agent", "voters", DeedMatch.AS_ASKED),
        (WAS_ELECTED, "elected", "office", "Lund", DeedMatch.AS_ASKED),
        (AN_ELECTED, "elected", "office", "Lund", DeedMatch.AS_ASKED),
        (AN_ELECTED, "elected", "office", "mayor", DeedMatch.AS_ASKED),
        ("elected VERB root 0", "elected", "office", "", DeedMatch.OPEN),
        # a noun, by whose it is and of whom
        (OWNED.format("Lund PROPN"), "endorsement", "agent", "Lund", DeedMatch.AS_ASKED),
        (OWNED.format("Lund PROPN"), "endorsement", "agent", "came", DeedMatch.ANOTHERS),
        (OF, "endorsement", "agent", "Lund", DeedMatch.ANOTHERS),
        (OF, "endorsement", "patient", "Lund", DeedMatch.AS_ASKED),
        (OF, "endorsement", "patient", "", DeedMatch.ANOTHERS),
        (BY, "endorsement", "agent", "Lund", DeedMatch.OPEN),
        (BY, "endorsement", "patient", "Lund", DeedMatch.OPEN),
        (IMPOSES.format("obj"), "ban", "agent", "league", DeedMatch.AS_ASKED),
        (IMPOSES.format("obl"), "ban", "agent", "league", DeedMatch.OPEN),
        (NAMED_NOUN.format("PROPN"), "shooting", "patient", "Lund", DeedMatch.AS_ASKED),
        (NAMED_NOUN.format("NOUN"), "shooting", "patient", "Lund", DeedMatch.OPEN),
        (NAMED_NOUN.format("PROPN"), "shooting", "patient", "", DeedMatch.ANOTHERS),
        # who gets a victory
        (VICTORY.format("PROPN", "scored", "obj"), "victory", "alone", "Tolm", DeedMatch.AS_ASKED),
        (VICTORY.format("PROPN", "scored", "obj"), "victory", "alone", "", DeedMatch.ANOTHERS),
        (VICTORY.format("PROPN", "saw", "obj"), "victory", "alone", "Tolm", DeedMatch.OPEN),
        (VICTORY.format("NOUN", "scored", "obj"), "victory", "alone", "Tolm", DeedMatch.OPEN),
        (VICTORY.format("PROPN", "scored", "nmod"), "victory", "alone", "Tolm", DeedMatch.OPEN),
        (VICTORY.format("PROPN", "scored", "obj"), "victory", "patient", "Tolm", DeedMatch.OPEN),
        (WON_OVER, "victory", "alone", "Tolm", DeedMatch.AS_ASKED),
        (WON_OVER, "victory", "alone", "Lund", DeedMatch.ANOTHERS),
        # a noun that somebody is only on the way to
        (FLY.format("obl"), "talks", "patient", "Lund", DeedMatch.NOT_DONE),
        (FLY.format("obj"), "talks", "patient", "Lund", DeedMatch.OPEN),
        (FLEW, "talks", "patient", "Lund", DeedMatch.OPEN),
        # a word of another kind
        ("Lund PROPN nsubj 3; was AUX cop 3; guilty ADJ root 0", "guilty", "patient", "Lund", DeedMatch.OPEN),
    ],
)
def test_what_a_place_tells_of_a_deed(words: str, deed: str, part: str, actor: str, told: DeedMatch) -> None:
    parse = tree(*words.split("; "))
    spelt = [token.word for token in parse]
    actors = {spelt.index(actor)} if actor else set()
    assert told_at(parse, spelt.index(deed), actors, PARTS[part], frozenset(), ENGLISH) is told


NOUN_OF = (
    "{} PROPN nmod:poss 3; 's PART case 1; shooting NOUN nsubj 6; of ADP case 5; {} PROPN nmod 3; shook VERB root 0"
)


@pytest.mark.parametrize(
    ("words", "deed", "by_tolm"),
    [
        (SHOT, "shot", False),
        (SHOT.replace("Lund", "X").replace("Tolm", "Lund").replace("X", "Tolm"), "shot", True),
        (WAS_SHOT, "shot", True),
        (WAS_SHOT.replace("Lund", "X").replace("Tolm", "Lund").replace("X", "Tolm"), "shot", False),
        (SHOT_AND_KILLED, "shot", True),
        (SHOT_AND_KILLED, "killed", True),
        (KILLED_SHOT, "killed", True),
        (NOUN_OF.format("Tolm", "Lund"), "shooting", True),
        (NOUN_OF.format("Lund", "Tolm"), "shooting", False),
        (SHOT.replace("VERB", "ADJ").replace("Lund", "X").replace("Tolm", "Lund").replace("X", "Tolm"), "shot", False),
    ],
)
def test_who_did_it_to_whom(words: str, deed: str, by_tolm: bool) -> None:
    parse = tree(*words.split("; "))
    spelt = [token.word for token in parse]
    at, lund, tolm = spelt.index(deed), {spelt.index("Lund")}, {spelt.index("Tolm")}
    asked_as_doing, asked_as_done_to = PARTS["agent"], PARTS["patient"]
    # Lund is asked for as doing it, then as having it done.
    assert is_reversed(parse, at, lund, tolm, asked_as_doing, ENGLISH) is by_tolm
    assert is_reversed(parse, at, tolm, lund, asked_as_done_to, ENGLISH) is by_tolm
    assert not is_reversed(parse, at, lund, set(), asked_as_doing, ENGLISH)
    assert not is_reversed(parse, at, set(), tolm, asked_as_doing, ENGLISH)


@pytest.mark.parametrize(
    ("words", "at", "several"),
    [
        ("Lund PROPN nsubj 4; Tolm PROPN conj 1; Brandt PROPN conj 1; win VERB root 0", 3, True),
        ("Lund PROPN nsubj 4; Tolm PROPN conj 1; Brandt PROPN conj 2; win VERB root 0", 3, True),
        ("Lund PROPN nsubj 3; Tolm PROPN conj 1; win VERB root 0", 2, False),
        ("Lund PROPN nsubj 4; Tolm PROPN conj 1; bakers NOUN conj 1; win VERB root 0", 3, False),
        ("Lund PROPN nsubj 5; Tolm PROPN conj 1; Brandt PROPN conj 1; Vik PROPN conj 1; win VERB root 0", 4, True),
        ("Lund PROPN nsubj 4; Tolm PROPN conj 1; Brandt PROPN conj 1; win NOUN root 0", 3, False),
        ("another DET det 2; winner NOUN nsubj 4; was AUX cop 4; Lund PROPN root 0", 1, True),
        ("other ADJ amod 2; winner NOUN nsubj 4; was AUX cop 4; Lund PROPN root 0", 1, True),
        ("the DET det 2; winner NOUN nsubj 4; was AUX cop 4; Lund PROPN root 0", 1, False),
    ],
)
def test_of_several_winners_none_is_the_one(words: str, at: int, several: bool) -> None:
    assert is_one_of_several(tree(*words.split("; ")), at, ENGLISH) is several
