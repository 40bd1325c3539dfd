"""Whose deed a place tells: that of whom the question asks, another's in the same sentence, or its contrary."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.target import Matcher, find_target, read_question
from leadup.timeline.target.clauses import parsed
from leadup.timeline.target.match import Match
from leadup.timeline.target.parts import DeedMatch, part_of
from leadup.timeline.target.slot import Role
from leadup.timeline.target.whose import is_otherwise, is_won_by_another, told_in


def _target(question: str, *texts: str) -> Target:
    told: list[Telling] = [("2021-05-04", outlet, text) for outlet, text in zip("ABCDEF", texts, strict=False)]
    return find_target(Question(question), pool(told))


def _told(question: str, sentence: str) -> DeedMatch:
    asked = read_question(question, ENGLISH)
    part = part_of(asked)
    assert part is not None
    match = next(iter(Matcher(asked).matches(pool((("2021-05-04", "A", sentence),)))))
    return told_in(asked, part, match, sentence, parsed([(sentence, 0, len(sentence))], ENGLISH)[0])


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("the resignation of Anna Lund", Role.AGENT),
        ("the arrest of Anna Lund", Role.PATIENT),
        ("Anna Lund shot dead by Karl Tolm", Role.PATIENT),
        ("Anna Lund elected president", Role.PATIENT),
        ("Karl Tolm found guilty", Role.PATIENT),
        ("Orsk grand jury indicts Karl Tolm", Role.PATIENT),
        ("Orsk grand jury indicted Karl Tolm", Role.PATIENT),
        ("Orsk grand jury shot Karl Tolm", None),
        ("jury indicts the Tolm brothers", None),
        ("Anna Lund rejects the harbour treaty", Role.AGENT),
        ("the abduction of the Orsk schoolgirls", None),
        ("the riots of Orsk", None),
        ("Lund not indicted", None),
    ],
)
def test_the_part_of_the_name_beside_the_deed(question: str, role: Role | None) -> None:
    part = part_of(read_question(question, ENGLISH))
    assert (part.role if part else None) == role


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("the resignation of Anna Lund", "Anna Lund resigned on Monday.", DeedMatch.AS_ASKED),
        ("the resignation of Anna Lund", "Mayor Anna Lund announced her resignation on Monday.", DeedMatch.AS_ASKED),
        ("the resignation of Anna Lund", "Anna Lund praised Tolm's resignation on Monday.", DeedMatch.ANOTHERS),
        ("the resignation of Anna Lund", "Anna Lund said on Monday that Karl Tolm resigned.", DeedMatch.ANOTHERS),
        ("the resignation of Anna Lund", "Karl Tolm was forced out by Anna Lund on Monday.", DeedMatch.ANOTHERS),
        ("the killing of Anna Lund", "A guard killed Anna Lund in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("the killing of Anna Lund", "The guards of Anna Lund killed nine men in Orsk on Monday.", DeedMatch.ANOTHERS),
        ("the killing of Anna Lund", "Anna Lund was killed in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("the arrest of Anna Lund", "Karl Tolm threatened on Monday to throw Anna Lund in jail.", DeedMatch.NOT_DONE),
        (
            "the conviction of Karl Tolm",
            "A jury acquitted Karl Tolm of murder on Monday in a verdict.",
            DeedMatch.CONTRARY,
        ),
        ("the conviction of Karl Tolm", "Anna Lund spoke of the Karl Tolm verdict on Monday.", DeedMatch.OPEN),
        ("the conviction of Karl Tolm", "A jury convicted Karl Tolm of murder on Monday.", DeedMatch.AS_ASKED),
        (
            "the conviction of Karl Tolm",
            "The acquittal of Karl Tolm on Monday followed a conviction.",
            DeedMatch.CONTRARY,
        ),
        ("the conviction of Karl Tolm", "Karl Tolm's acquittal on Monday undid his conviction.", DeedMatch.CONTRARY),
        (
            "the conviction of Karl Tolm",
            "Karl Tolm hailed the acquittal of Anna Lund after her conviction.",
            DeedMatch.AS_ASKED,
        ),
        ("the conviction of Karl Tolm", "Karl Tolm was found not guilty on Monday in a verdict.", DeedMatch.CONTRARY),
        ("the conviction of Karl Tolm", "A jury declared Karl Tolm not guilty on Monday.", DeedMatch.CONTRARY),
        ("the conviction of Karl Tolm", "Karl Tolm was not guilty, a jury said on Monday.", DeedMatch.CONTRARY),
        ("the conviction of Karl Tolm", "A jury said on Monday that Karl Tolm was not guilty.", DeedMatch.CONTRARY),
        (
            "the conviction of Karl Tolm",
            "Karl Tolm is not guilty of murder, jurors found on Monday.",
            DeedMatch.CONTRARY,
        ),
        ("the conviction of Karl Tolm", "Judges said on Monday that Karl Tolm was not guilty.", DeedMatch.CONTRARY),
        # what he says himself, or his lawyer, nobody found
        ("the conviction of Karl Tolm", "Karl Tolm said on Monday that he was not guilty.", DeedMatch.NOT_DONE),
        ("the conviction of Karl Tolm", "Karl Tolm is not guilty, his lawyer said on Monday.", DeedMatch.NOT_DONE),
        ("the conviction of Karl Tolm", "Karl Tolm told a jury on Monday that he was not guilty.", DeedMatch.NOT_DONE),
        (
            "the conviction of Karl Tolm",
            "Anna Lund was not guilty, a jury said on Monday; Karl Tolm sang.",
            DeedMatch.NOT_DONE,
        ),
        (
            "the conviction of Karl Tolm",
            "Judges met on Monday after Karl Tolm was not guilty of murder.",
            DeedMatch.NOT_DONE,
        ),
        # a verdict on the charge that is asked for, beside one on another
        (
            "Karl Tolm found guilty of murder",
            "A judge found Karl Tolm guilty of theft on Monday and declared him not guilty of murder.",
            DeedMatch.CONTRARY,
        ),
        (
            "Karl Tolm found guilty of murder",
            "Karl Tolm was convicted of arson and acquitted of murder on Monday.",
            DeedMatch.CONTRARY,
        ),
        ("Karl Tolm found guilty of murder", "Karl Tolm was found guilty of theft on Monday.", DeedMatch.NOT_DONE),
        (
            "Karl Tolm found guilty of murder",
            "Karl Tolm was found guilty of murder and theft on Monday.",
            DeedMatch.AS_ASKED,
        ),
        (
            "Karl Tolm found guilty of murder",
            "Karl Tolm was found guilty of murder but not guilty of theft on Monday.",
            DeedMatch.AS_ASKED,
        ),
        ("Karl Tolm found guilty of murder", "Karl Tolm was found guilty on Monday.", DeedMatch.AS_ASKED),
        ("Karl Tolm found guilty", "Karl Tolm was found guilty of theft on Monday.", DeedMatch.AS_ASKED),
        (
            "Karl Tolm found guilty",
            "A judge found Karl Tolm guilty of theft on Monday and declared him not guilty of murder.",
            DeedMatch.AS_ASKED,
        ),
        # who is charged, where no name is said to do it
        (
            "Orsk grand jury indicts Karl Tolm",
            "An Orsk grand jury declined to indict Karl Tolm on Monday.",
            DeedMatch.CONTRARY,
        ),
        ("Orsk grand jury indicts Karl Tolm", "An Orsk grand jury indicted Karl Tolm on Monday.", DeedMatch.AS_ASKED),
        (
            "Orsk grand jury indicts Karl Tolm",
            "An Orsk grand jury indicted Anna Lund, an aide of Karl Tolm, on Monday.",
            DeedMatch.NOT_DONE,
        ),
        # what is rejected is itself a rejection
        (
            "the Council rejects the Orsk treaty",
            "Council members blocked a resolution disapproving the Orsk treaty on Monday.",
            DeedMatch.CONTRARY,
        ),
        (
            "the Council rejects the Orsk treaty",
            "The Council rejected a motion to reject the Orsk treaty on Monday.",
            DeedMatch.CONTRARY,
        ),
        (
            "the Council rejects the Orsk treaty",
            "The Council rejected a motion to approve the Orsk treaty on Monday.",
            DeedMatch.AS_ASKED,
        ),
        (
            "the Council rejects the Orsk treaty",
            "The Council rejected the Orsk treaty, which others had refused, on Monday.",
            DeedMatch.AS_ASKED,
        ),
        # whom others leave, and what somebody gives up
        ("Karl Tolm drops out", "Several ministers abandoned Karl Tolm on Monday.", DeedMatch.ANOTHERS),
        ("Karl Tolm drops out", "Karl Tolm abandoned the race on Monday.", DeedMatch.AS_ASKED),
        ("Karl Tolm drops out", "Karl Tolm dropped out of the race on Monday.", DeedMatch.AS_ASKED),
        # against whom others did it
        (
            "the resignation of Karl Tolm",
            "High-ranking members of the Orsk Party resigned on Monday in protest of its leader Karl Tolm's failure.",
            DeedMatch.ANOTHERS,
        ),
        ("the resignation of Karl Tolm", "Karl Tolm resigned in protest of Anna Lund on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund fired", "The rehiring of Anna Lund on Monday came after she was fired.", DeedMatch.CONTRARY),
        # what is denied, feared or open is not the contrary
        (
            "the conviction of Karl Tolm",
            "A jury did not acquit Karl Tolm on Monday, and a conviction came.",
            DeedMatch.OPEN,
        ),
        ("the conviction of Karl Tolm", "A jury may acquit Karl Tolm on Monday after his conviction.", DeedMatch.OPEN),
        ("the conviction of Karl Tolm", "Karl Tolm was acquitted on Monday after his conviction.", DeedMatch.CONTRARY),
        (
            "Supreme Court strikes down toll law",
            "The Supreme Court upheld the toll law by a ruling.",
            DeedMatch.CONTRARY,
        ),
        ("the indictment of Karl Tolm", "A grand jury declined on Monday to indict Karl Tolm.", DeedMatch.CONTRARY),
        ("Karl Tolm ousted", "The army seized power in Orsk on Monday and arrested Karl Tolm.", DeedMatch.AS_ASKED),
        ("Anna Lund shoots an officer", "Anna Lund was shot by an officer in Orsk on Monday.", DeedMatch.ANOTHERS),
        ("Anna Lund shoots an officer", "Anna Lund was shot and killed by an officer on Monday.", DeedMatch.ANOTHERS),
        ("the killing of Anna Lund", "Anna Lund was shot and killed by an officer on Monday.", DeedMatch.AS_ASKED),
        (
            "Anna Lund shoots an officer",
            "A film of Monday shows an officer shooting Anna Lund in Orsk.",
            DeedMatch.ANOTHERS,
        ),
        (
            "Anna Lund shoots an officer",
            "Orsk mourned Anna Lund, who was shot dead by an officer on Monday.",
            DeedMatch.ANOTHERS,
        ),
        ("Anna Lund shoots an officer", "Anna Lund shot an officer in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund kills Karl Tolm", "Anna Lund died on Monday, as Karl Tolm said.", DeedMatch.ANOTHERS),
        ("Anna Lund ousts Karl Tolm", "The ouster of Anna Lund by Karl Tolm on Monday shook Orsk.", DeedMatch.ANOTHERS),
        # what follows on the deed does not undo it
        (
            "Orsk Bank fires Anna Lund",
            "Orsk Bank fired Anna Lund on Monday; she stays on until May.",
            DeedMatch.AS_ASKED,
        ),
        ("Anna Lund fired", "Anna Lund was fired on Monday but was rehired on Friday.", DeedMatch.AS_ASKED),
        ("Anna Lund fired", "Orsk Bank rehired Anna Lund, whom it had fired, on Monday.", DeedMatch.CONTRARY),
        ("the conviction of Karl Tolm", "Karl Tolm, convicted in 2010, was acquitted on Monday.", DeedMatch.CONTRARY),
        ("Orsk shoots down a Kelt jet", "Kelt shot down an Orsk jet on Monday.", DeedMatch.REVERSED),
        ("Orsk shoots down a Kelt jet", "The Orsk army shot down a Kelt jet on Monday.", DeedMatch.AS_ASKED),
        # what ought to be is not done, however far from its verb that is said
        (
            "Karl Tolm convicted",
            "Karl Tolm should have not only quit on Monday, but been convicted.",
            DeedMatch.NOT_DONE,
        ),
        (
            "Karl Tolm convicted",
            "Those who might ask heard that Karl Tolm was convicted on Monday.",
            DeedMatch.AS_ASKED,
        ),
        # who gets a victory won it
        ("Anna Lund wins Orsk", "Anna Lund pulled off a surprising victory in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund wins Orsk", "Karl Tolm scored a victory over Anna Lund in Orsk on Monday.", DeedMatch.NOT_DONE),
        ("Anna Lund wins Orsk", "Karl Tolm stunned Lund with a victory in Orsk on Monday.", DeedMatch.ANOTHERS),
        ("Karl Tolm wins Orsk", "Karl Tolm stunned Lund with a victory in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund wins Orsk", "Papers spoke of a victory in Orsk on Monday, and Anna Lund slept.", DeedMatch.OPEN),
        # what is only meant to be done, and what was voted to be
        ("Karl Tolm indicted", "Prosecutors announced on Monday a plan to indict Karl Tolm.", DeedMatch.NOT_DONE),
        ("Karl Tolm indicted", "A jury voted on Monday to indict Karl Tolm.", DeedMatch.AS_ASKED),
        # of whom it is, where another's name owns it
        ("Orsk's arrest of Karl Tolm", "Guards of Orsk arrested Karl Tolm on Monday.", DeedMatch.AS_ASKED),
        ("Orsk's arrest of Karl Tolm", "Orsk condemned on Monday Kelt's arrest of Karl Tolm.", DeedMatch.AS_ASKED),
        ("the impeachment of Karl Tolm", "Karl Tolm spoke on Monday of Anna Lund's impeachment.", DeedMatch.ANOTHERS),
        ("the impeachment of Karl Tolm", "The house impeached Karl Tolm on Monday.", DeedMatch.AS_ASKED),
        # whose own the deed is
        ("Anna Lund's resignation", "Anna Lund's aide Karl Tolm resigned on Monday.", DeedMatch.ANOTHERS),
        ("Anna Lund's resignation", "Mayor Anna Lund resigned on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund’s arrest", "Anna Lund announced on Monday the arrest of Karl Tolm.", DeedMatch.ANOTHERS),
        ("Anna Lund’s arrest", "Police arrested Anna Lund on Monday.", DeedMatch.AS_ASKED),
        # what is done to the deed itself is the contrary of it
        ("Karl Tolm recalled", "Karl Tolm survived the recall vote on Monday.", DeedMatch.CONTRARY),
        ("Karl Tolm recalled", "Governor Karl Tolm Survives Recall", DeedMatch.CONTRARY),
        ("Karl Tolm recalled", "Karl Tolm did not survive the recall vote on Monday.", DeedMatch.NOT_DONE),
        ("Karl Tolm recalled", "Anna Lund survived the recall vote on Monday, said Karl Tolm.", DeedMatch.OPEN),
    ],
)
def test_what_a_place_tells(question: str, sentence: str, told: DeedMatch) -> None:
    assert _told(question, sentence) is told


@pytest.mark.parametrize(
    ("told", "otherwise"),
    [
        ({DeedMatch.AS_ASKED: 1, DeedMatch.ANOTHERS: 3}, False),
        ({DeedMatch.AS_ASKED: 1, DeedMatch.CONTRARY: 1}, False),
        ({DeedMatch.AS_ASKED: 2, DeedMatch.CONTRARY: 1}, False),
        ({DeedMatch.AS_ASKED: 2, DeedMatch.CONTRARY: 2}, False),
        ({DeedMatch.AS_ASKED: 1, DeedMatch.CONTRARY: 2}, True),
        ({DeedMatch.OPEN: 2, DeedMatch.ANOTHERS: 1}, True),
        ({DeedMatch.OPEN: 2, DeedMatch.NOT_DONE: 1}, False),
        ({DeedMatch.OPEN: 1, DeedMatch.ANOTHERS: 1}, True),
        ({DeedMatch.OPEN: 3, DeedMatch.ANOTHERS: 1}, False),
        ({DeedMatch.OPEN: 5, DeedMatch.ANOTHERS: 2}, True),
        ({DeedMatch.OPEN: 5, DeedMatch.CONTRARY: 1}, True),
        ({DeedMatch.REVERSED: 1, DeedMatch.OPEN: 1}, False),
        ({DeedMatch.REVERSED: 1}, True),
        ({DeedMatch.REVERSED: 2, DeedMatch.OPEN: 9}, True),
        ({DeedMatch.NOT_DONE: 2}, True),
        ({}, False),
    ],
)
def test_what_places_tell_together(told: dict[DeedMatch, int], otherwise: bool) -> None:
    assert is_otherwise(told) is otherwise


@pytest.mark.parametrize(("others", "otherwise"), [(2, False), (3, True)])
def test_headlines_that_alone_tell_the_deed_are_outweighed_sooner(others: int, otherwise: bool) -> None:
    told = {DeedMatch.AS_ASKED: 1, DeedMatch.ANOTHERS: others}
    assert is_otherwise(told, by_headlines=True) is otherwise
    assert is_otherwise(told) is False


def test_anothers_deed_is_refused_and_said_to_be() -> None:
    texts = ("Mayor Anna Lund announced on Monday the resignation of Karl Tolm.",)
    with pytest.raises(UnknownTarget, match="somebody else's deed") as refused:
        _target("the resignation of Anna Lund", *texts, "Tolm's resignation was praised by Anna Lund on Monday.")
    assert "Tolm" in refused.value.nearest
    assert _target("the resignation of Karl Tolm", *texts).day == dt.date(2021, 5, 3)


VICTORY = (
    "Karl Tolm won the Orsk election on Monday, as Anna Lund fell behind.",
    "Karl Tolm pulled off a victory over Anna Lund in the Orsk election on Monday.",
    "Karl Tolm won the Orsk election on Monday and thanked Anna Lund.",
)


@pytest.mark.parametrize(
    ("question", "won"),
    [
        ("Karl Tolm wins Orsk election", True),
        ("Karl Tolm wins in Orsk", True),
        ("Tolm wins Orsk", True),
        ("Anna Lund wins Orsk election", False),
        ("Anna Lund wins in Orsk", False),
        ("Lund wins Orsk", False),
        ("Anna Lund wins the Orsk election", False),
    ],
)
def test_who_is_only_named_beside_the_winner_did_not_win(question: str, won: bool) -> None:
    if won:
        assert _target(question, *VICTORY).day == dt.date(2021, 5, 3)
        return
    with pytest.raises(UnknownTarget):
        _target(question, *VICTORY)


@pytest.mark.parametrize(
    ("places", "another"),
    [
        # Who is nowhere told to have won did not win.
        ([(DeedMatch.OPEN, True, True)], True),
        ([(DeedMatch.OPEN, False, True)], False),
        ([(DeedMatch.AS_ASKED, True, True)], False),
        ([(DeedMatch.AS_ASKED, True, False)], False),
        ([], False),
        # More places say that another did...
        ([(DeedMatch.AS_ASKED, True, True), (DeedMatch.ANOTHERS, True, True)], False),
        ([(DeedMatch.AS_ASKED, True, True), (DeedMatch.ANOTHERS, True, True), (DeedMatch.ANOTHERS, True, True)], True),
        # ... of those that do not name who is asked for nothing is known...
        (
            [(DeedMatch.AS_ASKED, True, True), (DeedMatch.ANOTHERS, False, True), (DeedMatch.ANOTHERS, False, True)],
            False,
        ),
        # ... and who "won praise" beside it won nothing there.
        ([(DeedMatch.AS_ASKED, True, False), (DeedMatch.ANOTHERS, True, True)], True),
    ],
)
def test_a_contest_is_won_by_whom_places_say_won_it(places: list[tuple[DeedMatch, bool, bool]], another: bool) -> None:
    """Each place: what it tells, whether it names who is asked for, and whether it names itself what was won."""
    asked = read_question("Anna Lund wins Orsk", ENGLISH)
    every = frozenset(range(len(asked.slots)))
    found = [
        (told, Match(n, 0, 0.9, every, every if there else every - {asked.done_to}, True, 1.0, players=(0,) * named))
        for n, (told, named, there) in enumerate(places)
    ]
    assert is_won_by_another(asked, found) is another


@pytest.mark.parametrize(
    ("question", "places", "another"),
    [
        # Of a nomination, too, only who is told to have won that has won it...
        ("Anna Lund wins the nomination", [(DeedMatch.AS_ASKED, False), (DeedMatch.ANOTHERS, True)], True),
        ("Anna Lund wins nomination", [(DeedMatch.AS_ASKED, False), (DeedMatch.ANOTHERS, True)], True),
        ("Anna Lund wins the nomination", [(DeedMatch.AS_ASKED, True), (DeedMatch.ANOTHERS, True)], False),
        # ... but where nobody else has, it may be of it.
        ("Anna Lund wins the nomination", [(DeedMatch.AS_ASKED, False)], False),
        ("Anna Lund wins", [(DeedMatch.AS_ASKED, False), (DeedMatch.ANOTHERS, True)], False),
    ],
)
def test_a_nomination_is_not_won_with_something_else(
    question: str, places: list[tuple[DeedMatch, bool]], another: bool
) -> None:
    """Each place: what it tells, and whether it names itself the nomination."""
    asked = read_question(question, ENGLISH)
    every = frozenset(range(len(asked.slots)))
    prize = frozenset(i for i, s in enumerate(asked.slots) if s.kind == "deed" and not s.needed)
    found = [
        (told, Match(n, 0, 0.9, every, every if there else every - prize, True, 1.0, players=(0,)))
        for n, (told, there) in enumerate(places)
    ]
    assert is_won_by_another(asked, found) is another


def test_the_contrary_is_refused() -> None:
    texts = ("A jury in Orsk acquitted Karl Tolm on Monday in a verdict on the murder of Anna Lund.",)
    with pytest.raises(UnknownTarget, match="the contrary is told"):
        _target("the conviction of Karl Tolm", *texts)
    assert _target("the acquittal of Karl Tolm", *texts).day == dt.date(2021, 5, 3)


def test_a_deed_told_without_its_doer_is_left_open_where_the_head_of_the_article_names_one() -> None:
    asked = read_question("Karl Tolm abducts the girls of Orsk", ENGLISH)
    part = part_of(asked)
    assert part is not None
    told = "The girls were abducted on Monday."
    of = pool((("2021-05-04", "A", f"Karl Tolm abducted the girls of Orsk, police said. {told}"),))
    match = next(m for m in Matcher(asked).matches(of) if m.sentence == 1)
    start = of.articles[0].reading.sentences[1].start
    parse = parsed([(told, 0, len(told))], ENGLISH)[0]
    assert told_in(asked, part, match, told, parse, start) is DeedMatch.OPEN
    alone = replace(match, held=match.own, head=frozenset())
    assert told_in(asked, part, alone, told, parse, start) is DeedMatch.NOT_DONE
