"""The entry of the event in the words of the sentence that states it best: kinds found by reading real answers."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.reading.syntax import Parse, parse
from leadup.timeline.carrying import is_by_those
from leadup.timeline.deed_clauses import _is_anothers, turns_on
from leadup.timeline.disputed import is_disputed
from leadup.timeline.event_choice import CLOSE, IN_A_CLAUSE, TURNS_ON_IT, Stating, first_read
from leadup.timeline.stating import find_event, states_plainly
from leadup.timeline.table import read_table
from leadup.timeline.target.match import Match
from leadup.timeline.tolls import BEHIND_TOLL
from leadup.timeline.words_asked import is_done_to

DAY = dt.date(2021, 5, 11)


def tree(text: str) -> Parse:
    return parse(text, [(0, len(text))], language=ENGLISH)[0]


def chosen(words: str, *sentences: str) -> str | None:
    told = pool(tuple(("2021-05-12", f"Outlet {n}", sentence) for n, sentence in enumerate(sentences)))
    table = read_table(told, Question(words, date=DAY), DAY.toordinal() - 5, DAY.toordinal())
    row = find_event(table, Target(words, DAY, "given")).stated
    return None if row is None else table.text(row)


WON = "Lund won the caucuses on Tuesday with a third of the vote."
APPROVED = (
    "The Council of the U.N. approved a resolution on the Hask dams on Tuesday, after Norland abstained from the vote."
)
ABSTAINED = (
    "Norland abstained on Tuesday from a U.N. vote to adopt a resolution on the Hask dams, which let it go through."
)


def test_a_deed_in_front_states_the_event_that_a_clause_behind_it_names() -> None:
    words = "U.N. vote on the Hask dams"
    assert chosen(words, ABSTAINED, APPROVED) == chosen(words, APPROVED, ABSTAINED) == APPROVED


@pytest.mark.parametrize(
    ("words", "done"),
    [("“Ilan Varo arrested”", True), ("“Arrested: Ilan Varo”", True), ("“Varo visits Hask”", False)],
)
def test_the_marks_of_a_quoted_question_are_no_part_of_its_words(words: str, done: bool) -> None:
    assert is_done_to(words, ENGLISH) is done


@pytest.mark.parametrize(("words", "is_anothers"), [("“Lund wins caucuses”", False), ("“Varo wins caucuses”", True)])
def test_who_opens_a_quoted_question_is_known_for_who_won(words: str, is_anothers: bool) -> None:
    assert _is_anothers(tree(WON), WON.index("won"), words, ENGLISH) is is_anothers


@pytest.mark.parametrize(
    ("text", "word", "is_behind"),
    [
        ("Nine people were killed in a blast at the Orsk market.", "blast", True),
        ("Dozens of people were injured in the blast at Orsk.", "blast", True),
        ("Nine people were killed when gunmen opened fire in Orsk.", "opened", True),
        ("Nine people died when a fire broke out in Orsk.", "broke", True),
        # ...nor is that something else was done then
        ("Nine people died as the king was crowned in Orsk.", "crowned", False),
        ("Nine people were killed after Lund was elected in Orsk.", "elected", False),
        ("Nine soldiers died after the truce was signed in Orsk.", "signed", False),
        ("Nine people were killed in the election at Orsk.", "election", False),
        ("Nine drivers were killed in the race at Orsk.", "race", False),
        ("Nine people died when a bomb exploded in Orsk on Tuesday.", "exploded", True),
        # of one who is named the news is the death, and what was before or is compared is another deed
        ("Ida Lund was killed in a blast at the Orsk market.", "blast", False),
        ("Nine people were killed before the blast at the Orsk market.", "blast", False),
        ("Nine people were questioned in the blast at the Orsk market.", "blast", False),
        ("Nine people died before a bomb exploded in Orsk on Tuesday.", "exploded", False),
    ],
)
def test_what_a_toll_is_told_of_is_the_news(text: str, word: str, is_behind: bool) -> None:
    assert (turns_on(tree(text), text.index(word), ENGLISH) == BEHIND_TOLL) is is_behind


RULED = "High Court decision on the Hask fishing law"
KILLING = "the killing of Ilan Varo"


@pytest.mark.parametrize(
    ("text", "words", "disputed"),
    [
        ("The army denied on Tuesday that Ilan Varo was killed near Hask.", KILLING, True),
        ("On Tuesday his brother disputed reports that Ilan Varo was killed near Hask.", KILLING, True),
        ("The army rejected on Tuesday a report that Ilan Varo was killed near Hask.", KILLING, True),
        ("Rumours that Ilan Varo was killed near Hask proved untrue on Tuesday.", KILLING, True),
        ("The army rejected reports that Ilan Varo was killed near Hask.", KILLING, True),
        ("A spokesman called reports that Ilan Varo was killed near Hask untrue.", KILLING, True),
        ("Claims that Ilan Varo was killed near Hask are not true, Lund said.", KILLING, True),
        ("Reports that Ilan Varo was killed near Hask were confirmed after a false start.", KILLING, False),
        ("Word that Ilan Varo was killed near Hask came after Lund made untrue statements.", KILLING, False),
        ("Claims that Ilan Varo was killed near Hask are true, Lund said.", KILLING, False),
        ("Lund dismissed claims by the army, which killed Ilan Varo near Hask.", KILLING, False),
        ("Lund dismissed a report that named who killed Ilan Varo near Hask.", KILLING, False),
        # what is denied beside the deed, is told of it, or is asked for
        ("Lund denied the charges on Tuesday after Ilan Varo was killed near Hask.", KILLING, False),
        ("Ilan Varo was killed near Hask on Tuesday, but Lund disputes that it was murder.", KILLING, False),
        ("Lund confirmed on Tuesday reports that Ilan Varo was killed near Hask.", KILLING, False),
        ("Ilan Varo was killed near Hask on Tuesday by a false step.", KILLING, False),
        ("Lund denied on Tuesday that Ilan Varo was killed by her men.", "“Lund denies the killing of Varo”", False),
    ],
)
def test_what_is_denied_or_reported_falsely_is_no_plain_news(text: str, words: str, disputed: bool) -> None:
    read = tree(text)
    assert is_disputed(read, read.at(text.index("killed")), words, ENGLISH) is disputed


@pytest.mark.parametrize(
    ("text", "word", "disputed"),
    [
        ("Ilan Varo denied the theft of the files on Tuesday.", "theft", True),
        ("Norland denied the request of Ilan Varo for asylum on Tuesday.", "request", False),
        ("The army disputed the ruling on the ban on Tuesday.", "ruling", False),
        ("Lund disputed the vote on the budget on Tuesday.", "vote", False),
        ("A judge denied bail to Ilan Varo on Tuesday.", "bail", False),
        ("The court rejected the claim of the bank on Tuesday.", "claim", False),
    ],
)
def test_what_is_refused_or_contested_is_not_denied(text: str, word: str, disputed: bool) -> None:
    read = tree(text)
    assert is_disputed(read, read.at(text.index(word)), "the case of Hask", ENGLISH) is disputed


def test_a_denial_words_the_event_only_where_nothing_better_does() -> None:
    denied, told = (
        "The army denied on Tuesday that Ilan Varo was killed near Hask.",
        "Ilan Varo died in Hask on Tuesday.",
    )
    assert chosen(KILLING, denied, told) == told
    assert chosen(KILLING, denied) == denied


IN_CLAUSE = "The man who stormed a chapel in Hask on Sunday loved old towns."
PLAIN = "Gunmen stormed a chapel in Hask on Sunday."


def stating(row: int, score: float, text: str, worth: float) -> Stating:
    match = Match(0, row, 0.9, frozenset({0, 1}), frozenset({1}), True, 1.0, text.index("stormed"))
    return Stating(row, score, worth, match, tree(text))


@pytest.mark.parametrize(
    ("best", "other", "row"),
    [
        (stating(1, 1.0, IN_CLAUSE, IN_A_CLAUSE), stating(2, CLOSE, PLAIN, TURNS_ON_IT), 2),
        # one as near that turns on it as little, one further off, and where a clause counts little for other reasons
        (stating(1, 1.0, IN_CLAUSE, IN_A_CLAUSE), stating(2, CLOSE, PLAIN, TURNS_ON_IT - 0.01), 1),
        (stating(1, 1.0, IN_CLAUSE, IN_A_CLAUSE), stating(2, CLOSE - 0.01, PLAIN, 1.0), 1),
        (stating(1, 1.0, IN_CLAUSE, IN_A_CLAUSE + 0.01), stating(2, CLOSE, PLAIN, 1.0), 1),
        (stating(1, 1.0, PLAIN, IN_A_CLAUSE), stating(2, CLOSE, PLAIN, 1.0), 1),
    ],
)
def test_what_is_told_in_a_clause_gives_way_to_what_turns_on_it(best: Stating, other: Stating, row: int) -> None:
    first = first_read([best, other], [1], ENGLISH)
    assert first is not None
    assert first.row == row


@pytest.mark.parametrize(
    ("text", "word", "words", "by_those"),
    [
        ("Seven of the dockers were arrested in Hask on Tuesday.", "arrested", "the arrest of dockers", True),
        ("Seven of the sailors were arrested in Hask on Tuesday.", "arrested", "the arrest of dockers", False),
        ("Lund beat Karl Tolm in Hask on Tuesday.", "beat", "“Lund wins the Hask caucuses”", True),
        ("Lund beat Karl Tolm in Hask on Tuesday.", "beat", "“Lund beats Varo”", False),
        ("Lund cancelled a meeting with Ilan Varo on Tuesday.", "cancelled", "“Lund cancels summit with Varo”", True),
        ("Lund cancelled a meeting with Karl Tolm on Tuesday.", "cancelled", "“Lund cancels summit with Varo”", False),
        ("The High Court struck down key parts of the Hask fishing law.", "struck", RULED, True),
        ("The High Court struck down key parts of the Orsk hunting act.", "struck", RULED, False),
        ("Lund shot the brother of Ilan Varo on Tuesday.", "shot", "“Lund shoots Varo”", False),
    ],
)
def test_who_has_a_part_in_a_deed(text: str, word: str, words: str, by_those: bool) -> None:
    read = tree(text)
    assert is_by_those(read, read.at(text.index(word)), words, True, ENGLISH, loosely=True) is by_those


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("Gunmen stormed the embassy of Norland in Hask on Tuesday.", True),
        ("Gunmen stormed the embassy of Norland on Tuesday.", False),
    ],
)
def test_what_lacks_a_name_is_not_all_that_need_be_looked_for(text: str, plainly: bool) -> None:
    target = Target("“gunmen storm the embassy of Norland in Hask”", DAY, "given")
    told = pool([("2021-05-12", "Outlet", text)])
    table = read_table(told, Question(target.words, date=DAY), DAY.toordinal(), DAY.toordinal())
    assert states_plainly(table, target, 0) is plainly
