"""Kinds of questions whose day was worked out wrongly or refused, each with its neighbours."""

from __future__ import annotations

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.target import Matcher, find_target, read_question
from leadup.timeline.target.clauses import parsed
from leadup.timeline.target.parts import DeedMatch, part_of
from leadup.timeline.target.seeking import search_parts
from leadup.timeline.target.slot import Role
from leadup.timeline.target.whose import told_in


def _told(question: str, sentence: str) -> DeedMatch:
    asked = read_question(question, ENGLISH)
    part = part_of(asked)
    assert part is not None
    match = next(iter(Matcher(asked).matches(pool((("2021-05-04", "A", sentence),)))))
    return told_in(asked, part, match, sentence, parsed([(sentence, 0, len(sentence))], ENGLISH)[0])


def _real(question: str, sentence: str) -> bool:
    found = Matcher(read_question(question, ENGLISH)).matches(pool((("2021-05-04", "A", sentence),)))
    return any(m.real for m in found)


@pytest.mark.parametrize(
    ("question", "sentence", "real"),
    [
        # whom the question has beaten is to be told of as beaten; who is to have won is not
        ("Anna Lund trounces Tolm in Orsk", "Anna Lund trounced Tolm in Orsk on Monday.", True),
        ("Anna Lund beats Tolm in Orsk", "Anna Lund won over rival Karl Tolm in Orsk on Monday.", True),
        ("Anna Lund defeats Tolm in Orsk", "Anna Lund won in Orsk on Monday against Tolm.", True),
        ("Tolm defeats Anna Lund in Orsk", "Anna Lund won in Orsk on Monday against Tolm.", False),
        ("Tolm wins Orsk", "Anna Lund won Orsk over rival Karl Tolm on Monday.", False),
        ("Karl Tolm wins Orsk", "Anna Lund beat Tolm in Orsk on Monday.", False),
    ],
)
def test_who_lost_a_contest_did_not_win_it(question: str, sentence: str, real: bool) -> None:
    assert _real(question, sentence) is real


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        # of words that mean a deed and its contrary neither is the contrary
        ("Anna Lund trounces Tolm in Orsk", "Anna Lund won Orsk on Monday, and Tolm went home.", DeedMatch.AS_ASKED),
        ("Anna Lund wins Orsk", "Anna Lund lost Orsk on Monday, and Tolm won.", DeedMatch.CONTRARY),
        # several winners are of several contests
        ("Anna Lund wins Orsk", "Tolm, Brandt and Lund won in Orsk on Monday.", DeedMatch.OPEN),
        ("Anna Lund wins Orsk", "Tolm and Lund won in Orsk on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund wins Orsk", "Another winner on Monday in Orsk was Anna Lund.", DeedMatch.OPEN),
        ("Anna Lund wins Orsk", "Anna Lund won Orsk, Tarrow and Brenn on Monday.", DeedMatch.AS_ASKED),
        # whoever is put in an office gets it
        ("Anna Lund becomes mayor", "Anna Lund was elected mayor on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund becomes mayor", "The council appointed Anna Lund mayor on Monday.", DeedMatch.AS_ASKED),
        ("Anna Lund becomes mayor", "Mayor Anna Lund appointed Karl Tolm on Monday.", DeedMatch.ANOTHERS),
        ("Anna Lund becomes mayor", "Karl Tolm was elected mayor on Monday, Anna Lund said.", DeedMatch.ANOTHERS),
    ],
)
def test_whose_deed_a_sentence_tells(question: str, sentence: str, told: DeedMatch) -> None:
    assert _told(question, sentence) is told


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("US airstrikes in Libya", Role.AGENT),
        ("Israeli shelling of Gaza", Role.AGENT),
        ("Libya airstrikes", None),
        ("Nigerian attack in Orsk", None),
        ("US embassy attack", None),
    ],
)
def test_the_part_of_who_does_it(question: str, role: Role | None) -> None:
    part = part_of(read_question(question, ENGLISH))
    assert (part.role if part else None) == role


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("US airstrikes in Libya", "Airstrikes of the U.S. hit Libya on Monday.", True),
        ("US airstrikes in Libya", "American bombs hit Libya on Monday.", True),
        ("US airstrikes in Libya", "An attack in Libya told us much on Monday.", False),
        ("US airstrikes in Libya", "The attack on the US consulate in Libya was on Monday.", False),
        ("attack in Libya", "The attack on the US consulate in Libya was on Monday.", True),
    ],
)
def test_a_country_in_capitals_and_how_a_deed_was_done(question: str, sentence: str, found: bool) -> None:
    told = Matcher(read_question(question, ENGLISH)).matches(pool((("2021-05-04", "A", sentence),)))
    assert any(m.share > 0.8 for m in told) is found


@pytest.mark.parametrize(
    ("question", "names"),
    [("US leaves Orsk", ["US", "Orsk"]), ("Tolm attacks us", ["Tolm"]), ("it takes us to Orsk", ["Orsk"])],
)
def test_what_is_written_in_capitals_is_the_country(question: str, names: list[str]) -> None:
    assert [s.asked for s in read_question(question, ENGLISH).slots if s.is_name] == names


def test_a_little_word_is_not_looked_for() -> None:
    words = [w for _, parts in search_parts(read_question("US leaves Orsk", ENGLISH), {}) for w in parts]
    assert "us" not in words
    assert "u s" in words


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Anna Lund withdrew her name from the speaker race on Monday.", False),
        ("The council named Anna Lund speaker on Monday.", True),
        ("The naming of Anna Lund as speaker came on Monday.", True),
    ],
)
def test_a_name_is_no_naming(sentence: str, found: bool) -> None:
    assert _real("Anna Lund becomes speaker", sentence) is found


LAW = """Congress delivered a rebuke to President Lund on Wednesday as both chambers voted to override his veto of a \
9/11 bill."""


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Congress overrides Lund's veto of 9/11 bill", "2016-09-28"),
        ("Congress overrides Lund's veto of a 9/11 bill", "2016-09-28"),
        ("Congress overrides Lund's veto", "2016-09-28"),
    ],
)
def test_a_date_that_a_thing_is_called_by_is_no_day_of_the_event(question: str, day: str) -> None:
    told: tuple[Telling, ...] = (("2016-09-28", "A", LAW), ("2016-09-29", "B", "Rain fell in Orsk on Thursday."))
    assert str(find_target(Question(question), pool(told)).day) == day


def test_what_is_told_of_others_alone_is_not_said_to_be_torn() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-04", "A", "A pilot was killed by rebels on Monday, Tolm said."),
        ("2021-06-16", "B", "A baker was killed by rebels on Tuesday, Tolm said."),
    )
    with pytest.raises(UnknownTarget) as refused:
        find_target(Question("Tolm assassinated"), pool(told))
    assert "two articles" not in refused.value.what


@pytest.mark.parametrize(
    ("question", "role"),
    [("Lund refuses to step down", Role.AGENT), ("Lund agrees to a truce", None), ("Lund step down", None)],
)
def test_who_refuses_to_do_something_refuses_it(question: str, role: Role | None) -> None:
    assert read_question(question, ENGLISH).role is role
