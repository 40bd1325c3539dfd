"""Whether a sentence tells the event as done, by those and to those whom it is asked for."""

from __future__ import annotations

import pytest
from tests.timeline.making import tree

from leadup.lang import ENGLISH
from leadup.reading.syntax import parse
from leadup.timeline.carrying import _where, is_by_those, is_in_the_present, is_of_those, is_told_as_done


@pytest.mark.parametrize(
    ("words", "at", "done"),
    [
        (("Lund PROPN nsubj 2", "quit VERB root 0"), 1, True),
        # made up
        (("Lund PROPN nsubj 2", "quit VERB root 0", "falsely ADV advmod 2"), 1, False),
        # below a denial; a denial that is itself asked for
        (("Lund PROPN nsubj 2", "denied VERB root 0 deny", "quitting VERB xcomp 2 quit"), 2, False),
        (("Deny VERB root 0 deny", "quitting VERB xcomp 1 quit"), 1, False),
        (("Lund PROPN nsubj 2", "denied VERB root 0 deny"), 1, True),
        # set for a day, and what set a record; no noun; no subject
        (("vote NOUN nsubj:pass 2", "set VERB root 0", "Thursday PROPN obl 2"), 0, False),
        (("Set VERB root 0", "votes NOUN nsubj:pass 1"), 1, False),
        (("vote NOUN nsubj 2", "set VERB root 0", "records NOUN obj 2"), 0, True),
        (("vote NOUN nsubj 2", "came VERB root 0"), 0, True),
        (("quitting VERB nsubj:pass 2 quit", "set VERB root 0"), 0, True),
        (("crew NOUN nsubj 2", "set VERB root 0", "vote NOUN obl 2"), 2, True),
        # a clause set aside, and a phrase that says when
        (("Lund PROPN nsubj 2", "left VERB root 0", "before ADP mark 4", "quitting VERB advcl 2 quit"), 3, False),
        (("Lund PROPN nsubj 2", "left VERB root 0", "before ADP case 4", "votes NOUN obl 2"), 3, True),
        (("Lund PROPN nsubj 2", "left VERB root 0", "while ADP mark 4", "quitting VERB advcl 2 quit"), 3, True),
        (("Lund PROPN nsubj 2", "left VERB root 0", "quitting VERB advcl 2 quit", "instead ADV advmod 3"), 2, True),
        # kept from it: by such a verb, and with such a word, both
        (("Bar VERB root 0", "her PRON obj 1", "from SCONJ mark 4", "quitting VERB advcl 1 quit"), 3, False),
        (("Laws NOUN nsubj 2", "bar VERB root 0", "from SCONJ mark 4", "quitting VERB advcl 2 quit"), 3, False),
        (("Laws NOUN nsubj 2", "bar VERB root 0", "by SCONJ mark 4", "quitting VERB advcl 2 quit"), 3, True),
        (("Laws NOUN nsubj 2", "come VERB root 0", "from SCONJ mark 4", "quitting VERB advcl 2 quit"), 3, True),
        # short of it
        (("Lund PROPN nsubj 4", "yet ADV advmod 4", "to PART mark 4", "quit VERB root 0"), 3, False),
        (("yet ADV advmod 3", "to PART mark 3", "quit VERB root 0"), 2, False),
        (("Lund PROPN nsubj 4", "here ADV advmod 4", "to PART mark 4", "quit VERB root 0"), 3, True),
        (("To PART mark 2", "quit VERB root 0", "yet ADV advmod 2"), 1, True),
        # only asked of
        (("Post PROPN nsubj 2", "asks VERB root 0 ask", "why ADV advmod 4", "quit VERB ccomp 2"), 3, False),
        (("Post PROPN nsubj 2", "asks VERB root 0 ask", "that SCONJ mark 4", "quit VERB ccomp 2"), 3, True),
        (("Post PROPN nsubj 2", "asks VERB root 0 ask", "why ADV advmod 4", "quit VERB advcl 2"), 3, True),
        # done away with: itself, or the thing it was done to
        (("Orsk PROPN nsubj 2", "lifted VERB root 0 lift", "bans NOUN obj 2 ban"), 2, False),
        (("Lift VERB root 0", "bans NOUN obj 1 ban"), 1, False),
        (
            ("Orsk PROPN nsubj 2", "scrapped VERB root 0 scrap", "plans NOUN obj 2 plan", "adopted VERB acl 3 adopt"),
            3,
            False,
        ),
        (("Orsk PROPN nsubj 2", "praised VERB root 0 praise", "bans NOUN obj 2 ban"), 2, True),
        (("lift NOUN root 0", "bans NOUN nmod 1 ban"), 1, True),
        (("Orsk PROPN nsubj 2", "lifted VERB root 0 lift", "bans NOUN advcl 2 ban"), 2, True),
    ],
)
def test_what_is_told_as_done(words: tuple[str, ...], at: int, done: bool) -> None:
    assert is_told_as_done(tree(*words), at, ENGLISH) is done


@pytest.mark.parametrize(
    ("words", "at", "present"),
    [
        (("Lund PROPN nsubj 2", "quits VERB root 0 quit"), 1, True),
        (("Lund PROPN nsubj 2", "holds VERB root 0 hold"), 1, True),
        (("Lund PROPN nsubj 2", "publishes VERB root 0 publish"), 1, True),
        (("Lund PROPN nsubj 2", "reaches VERB root 0 reach"), 1, True),
        (("Lund PROPN nsubj 2", "denies VERB root 0 deny"), 1, True),
        (("Lund PROPN nsubj 2", "goes VERB root 0 go"), 1, True),
        (("Lund PROPN nsubj 2", "releases VERB root 0 release"), 1, True),
        # past, one that looks like its base form, and with another verb before it
        (("Lund PROPN nsubj 2", "published VERB root 0 publish"), 1, False),
        (("Lund PROPN nsubj 2", "quit VERB root 0 quit"), 1, False),
        (("Lund PROPN nsubj 2", "denied VERB root 0 deny"), 1, False),
        (("Lund PROPN nsubj 2", "miss VERB root 0 miss"), 1, False),
        (("Lund PROPN nsubj 3", "has AUX aux 3 have", "quits VERB root 0 quit"), 2, False),
        (("Lund PROPN nsubj:pass 3", "is AUX aux:pass 3 be", "quits VERB root 0 quit"), 2, False),
        # a noun for it: by the verb above, also the first word; by none
        (("vote NOUN nsubj 2", "ends VERB root 0 end"), 0, True),
        (("ends VERB root 0 end", "votes NOUN obj 1 vote"), 1, True),
        (("vote NOUN nsubj 2", "ended VERB root 0 end"), 0, False),
        (("votes NOUN root 0 vote",), 0, False),
        # to be done, and brought about
        (("Lund PROPN nsubj 2", "plans VERB root 0 plan", "to PART mark 4", "quit VERB xcomp 2"), 3, True),
        (("To PART mark 2", "quit VERB root 0"), 1, True),
        (("He PRON nsubj 2", "forced VERB root 0 force", "to PART mark 4", "quit VERB xcomp 2"), 3, False),
        (("Forced VERB root 0 force", "to PART mark 3", "quit VERB xcomp 1"), 2, False),
        (("Orsk PROPN nsubj 2", "voted VERB root 0 vote", "to PART mark 4", "quit VERB xcomp 2"), 3, False),
        (("Orsk PROPN nsubj 2", "met VERB root 0 meet", "that SCONJ mark 4", "quit VERB advcl 2"), 3, False),
    ],
)
def test_what_is_told_in_the_present(words: tuple[str, ...], at: int, present: bool) -> None:
    assert is_in_the_present(tree(*words), at, ENGLISH) is present


@pytest.mark.parametrize(
    ("asked", "sentence", "deed", "by_those"),
    [
        # who does it
        ("Lund endorses Tolm", "Lund endorsed Tolm on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Brandt endorsed Tolm on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "She endorsed Tolm on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Nobody endorsed Tolm on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "The mayor endorsed Tolm on Monday.", "endorsed", True),
        # to whom
        ("Lund endorses Tolm", "Lund endorsed Brandt on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "Lund endorsed him on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Tolm endorsed Lund on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "Lund wept and endorsed Tolm on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Brandt wept and endorsed Tolm on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "Lund, who endorsed Tolm, wept on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Brandt, who endorsed Tolm, wept on Monday.", "endorsed", False),
        # told of whom it is done to
        ("Lund endorses Tolm", "Tolm was endorsed by Lund on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Tolm was endorsed by Brandt on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "Brandt was endorsed by Lund on Monday.", "endorsed", False),
        ("Lund endorses Tolm", "Tolm was endorsed on Monday.", "endorsed", True),
        ("Lund endorses Tolm", "Tolm was endorsed by Monday.", "endorsed", True),
        # a noun for it tells it of whomever
        ("Lund endorses Tolm", "The endorsement of Brandt came on Monday.", "endorsement", True),
        # where it was done is no one it is done to
        ("Lund speaks in Orsk", "Lund spoke in Hask on Monday.", "spoke", True),
        ("Lund visits Orsk", "Lund visited Hask on Monday.", "visited", False),
        # done to whom is named first
        ("Tolm arrested in Orsk", "Guards arrested Tolm on Monday.", "arrested", True),
        ("Tolm arrested in Orsk", "Tolm was arrested on Monday.", "arrested", True),
        ("Tolm arrested in Orsk", "Brandt was arrested on Monday.", "arrested", False),
        ("Tolm arrested in Orsk", "Tolm arrested Brandt on Monday.", "arrested", False),
        ("Tolm arrested in Orsk", "Tolm arrested him on Monday.", "arrested", True),
    ],
)
def test_who_does_it_and_to_whom(asked: str, sentence: str, deed: str, by_those: bool) -> None:
    (parsed,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    assert is_by_those(parsed, parsed.at(sentence.index(deed)), asked, True, ENGLISH) is by_those


@pytest.mark.parametrize(
    ("sentence", "known", "loosely", "by_those"),
    [
        # somebody of no name, as who does it, and as whom it is done to
        ("The mayor endorsed Tolm.", True, False, True),
        ("The mayor endorsed Tolm.", False, False, False),
        ("The mayor of Hask endorsed Tolm.", True, False, False),
        ("Lund endorsed the banker.", True, False, False),
        ("Lund endorsed the banker.", True, True, True),
        ("Lund endorsed her banker.", True, False, True),
        ("Lund endorsed the banker's plan.", True, True, False),
    ],
)
def test_who_is_of_no_name(sentence: str, known: bool, loosely: bool, by_those: bool) -> None:
    (parsed,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    at = parsed.at(sentence.index("endorsed"))
    assert is_by_those(parsed, at, "Lund endorses Tolm", known, ENGLISH, loosely=loosely) is by_those


@pytest.mark.parametrize(
    ("sentence", "of_those"),
    [
        ("Lund endorsed Tolm.", True),
        ("Lund endorsed the banker.", True),
        ("Brandt endorsed Tolm.", False),
        ("Lund left before endorsing Tolm.", False),
    ],
)
def test_what_is_told_as_done_by_those(sentence: str, of_those: bool) -> None:
    (parsed,) = parse(sentence, [(0, len(sentence))], language=ENGLISH)
    assert is_of_those(parsed, parsed.at(sentence.index("endors")), "Lund endorses Tolm", ENGLISH) is of_those


@pytest.mark.parametrize(
    ("words", "place", "where"),
    [
        ("Lund shot dead in Orsk", 1, 3),
        ("men in Orsk shot", 3, 4),
        ("men in Orsk shot dead in Hask", 3, 5),
        ("Lund shot", 1, 2),
        ("Lund shot In Orsk", 1, 2),
    ],
)
def test_where_a_question_says_where_it_was(words: str, place: int, where: int) -> None:
    assert _where(words, place, ENGLISH) == where
