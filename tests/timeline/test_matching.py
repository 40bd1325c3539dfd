"""Which sentences tell of an event, and which only speak of it: a question and a sentence each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.target import Matcher, read_question
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import APART, IN_TITLE, STEP, TOGETHER, UNREAL, WITHOUT_PLAYER
from leadup.timeline.target.words import OTHER_WORD, VAGUE_WORD


def _told(question: str, text: str) -> list[Match]:
    return Matcher(read_question(question, ENGLISH)).matches(pool((("2021-05-04", "A", text),)))


# A question, a sentence, and what it is: of the event as done, not done, of what came of it, to come, or not of it.
CASES = """
Lund resigns | Lund resigned on Monday. | done
Lund resigns | Mayor Anna Lund resigned on Monday. | done
Lund resigns | The resignation of Lund came on Monday. | done
Lund resigns | Brandt resigned. | no
Lund resigns | Lund spoke. | no
Anna Lund resigns | Karl Lund resigned. | no
Anna Lund resigns | Karl Lund resigned, and Lund left. | no
Anna Karl resigns | Karl Brandt resigned, and Anna stayed. | no
Anna Karl resigns | Karl resigned, and Anna Brandt stayed. | done
Anna Lund resigns | Zorvan Lund resigned, and Anna stayed. | no
Anna Lund resigns | Minister Lund resigned, and Anna stayed. | done
# a body by the letters of its short name, side by side, and by no letters apart
UN ambassador resigns | The U.N. ambassador resigned on Monday. | done
AP resigns | The A.P. resigned on Monday. | done
AP resigns | A 5 p.m. vote was off, and she resigned. | no
# a number of one digit is sought as others are
Tolm wins Game 7 | He won Game 7 as Tolm did. | done
# an ending that is spelt in two ways
the arrest of Varonsky | Police arrested Varonski. | done
the arrest of Varonski | Police arrested Varonsky. | done
# wished for, feared, asked for, or denied
Lund resigns | Lund should resign, some said. | not
Lund resigns | Critics urged Lund to resign. | not
Lund resigns | Lund wants to resign. | not
Lund resigns | Lund threatened to resign. | not
Lund resigns | Lund may resign. | not
Lund resigns | If Lund resigns, he stays. | not
Lund resigns | Lund did not resign. | not
Lund resigns | Lund never resigned. | not
Lund resigns | Lund has not yet resigned. | not
Lund resigns | Lund’s resignation was not accepted, he said. | not
coup in Orsk | The army said that a coup in Orsk was not underway. | not
coup in Orsk | A coup in Orsk was underway, and it was not a surprise. | done
coup in Orsk | A coup attempt in Orsk failed. | not
coup in Orsk | In Orsk on Monday a coup attempt was seen. | not
failed coup in Orsk | A coup attempt in Orsk failed. | done
coup in Orsk | A plot for a coup in Orsk was found. | not
Lund not indicted | Lund was not indicted. | done
# what is said in another sentence, or long before, is of no matter
Lund resigns | The dam burst. Should they stay? Lund resigned. | done
Lund resigns | He should stay, it was said; Lund resigned. | done
Lund resigns | They might have known that the minister of the harbour, Lund, resigned. | done
# a month is none of these words
Lund resigns | In May Lund resigned. | done
Lund resigns | On May 4 Lund resigned. | done
Lund resigns | On 4 May Lund resigned. | done
# what somebody is made to do, votes to do, or says he will do where that is the news
Lund resigns | Lund was forced to resign. | done
Lund resigns | The row forced the state's harbour minister Lund to resign. | done
Lund resigns | Lund said she would resign. | done
Lund resigns | Lund said she would resign if the vote failed. | not
Lund resigns | Lund is expected to resign. | not ahead
Lund resigns | Lund will resign on Friday. | done ahead
senate rejects the treaty | The senate voted to reject the treaty. | done
senate rejects the treaty | A vote to reject the treaty was held in the senate. | not
senate rejects the treaty | The senate spoke of rejecting the treaty. | not
summit in Orsk | Leaders are set to meet in Orsk. | not ahead
# what came of it, or stands before a court
Lund resigns | Protests went on after Lund resigned. | done ground
the arrest of Lund | Protesters were jailed over the arrest of Lund. | done ground
the arrest of Lund | Lund, convicted of fraud last year, was arrested. | done ground
acquittal of Lund | After a trial of a week Lund was acquitted. | done
# done to somebody who belongs to who is named
the arrest of Lund | Police arrested Lund. | done
the arrest of Lund | Police arrested the cousin of Lund. | not
the arrest of Lund | Police arrested the cousin of Anna Lund. | not
the arrest of Lund | Lund's lawyer was arrested. | not
the arrest of Lund | Lund's lawyer said that police arrested his client. | done
the arrest of Lund | Lund and his lawyer were arrested. | done
# who lost
the election of Lund | Lund was elected mayor. | done
Lund elected | Tolm was elected over rival Lund. | not
Lund elected | Tolm beat Lund and was elected. | not
Lund elected | Lund was elected over Tolm. | done
# other verbs, and other things of the name
Lund dropped | Lund was dropped by the party. | done
Lund dropped | Lund dropped out of the race. | no
jaw drop of Lund | Lund had a jaw-dropping day. | no
senate confirms Lund | The senate confirmed Lund on Monday. | done
senate confirms Lund | The senate confirmed that Lund would go. | not
senate confirms Lund | The confirmation hearing of Lund began in the senate. | not
# so many words before the deed, and no more
Lund resigns | Critics feared that Lund had already resigned. | not
Lund resigns | Critics feared that Lund, their own minister, had at last resigned. | done
Lund resigns | They voted to have the old harbour minister Lund resign. | done
Lund resigns | Lund, who had said that he would stay, resigned. | done
Lund resigns | After weeks of talks in the hall Lund resigned. | done
Lund resigns | In the wake of it Lund resigned. | done ground
Lund resigns | For weeks on end the row forced the state's harbour minister Lund to resign. | done
senate confirms Lund | In Orsk the senate confirmed that Lund would go. | not
# to come: by who will do it, or by others
Lund resigns | Lund announced that she would resign. | done
Lund resigns | Lund announced on Monday in Orsk that she would resign. | done
Lund resigns | Lund is to resign. | not
Lund resigns | Lund thought of resigning. | not
the arrest of Lund | Lund is to be arrested. | not
the arrest of Lund | Lund was not arrested. | not
Lund convicted | Lund has not yet been formally, finally convicted. | not
the arrest of Lund | Not all knew it when Lund was arrested. | done
the arrest of Lund | The arrest of Lund has not been confirmed. | not
# a noun that looks like a verb for the deed
Lund suspended | The bar was low for Lund on Monday. | no
Lund suspended | Lund was barred from the league. | done
Lund suspended | They bar Lund from the league. | done
# whom a person leaves needs no name, but who leaves does
Anna Lund leaving Orsk Radio | Anna Lund was ousted on Monday. | done
Anna Lund leaving Orsk Radio | Karl Tolm left Orsk Radio on Monday. | no
Anna Lund suspends her campaign | Anna Lund dropped out on Monday. | done
Anna Lund drops out of the race | Anna Lund withdrew on Monday. | done
# a word for a rank that is all of a name
the death of Prince | Prince died on Monday. | done
the death of Prince | Fans heard that Prince died on Monday. | done
the death of Prince | When Prince died, all wept. | done
the death of Prince | Prince Karl died on Monday. | no
the death of Prince | The Prince died on Monday. | no
the death of Prince | Crown Prince and king died on Monday. | no
the death of Prince | A prince died on Monday. | no
# a flight by its number
the downing of Orsk Airlines Flight 17 | An Orsk Airlines flight was shot down on July 17. | done
the downing of Orsk Airlines Flight 17 | An Orsk Airlines plane was shot down on July 17. | done
Lund charged with theft | Police are preparing charges against Lund. | not
Lund charged with theft | Prosecutors prepare to charge Lund. | not
Lund charged with theft | Prosecutors charged Lund with theft. | done
# whose it is
the arrest of Lund | Police arrested both cousins of Lund. | not
the arrest of Lund | The cousin of Anna Lund was arrested. | not
the Orsk disaster | A man died in Orsk at 90. | no
the Orsk disaster | A blast in Orsk killed a man. | done
the arrest of Lund | Police arrested the lawyer, a friend of Lund. | not
the arrest of Lund | Police arrested two of Lund's friends. | not
the arrest of Lund's friends | Police arrested two of Lund's friends. | done
the arrest of Lund's friends | Lund's friends were arrested. | done
the arrest of Lund | Police arrested Lund's cousin. | not
the arrest of Lund | Police arrested Lund's old cousin. | not
the arrest of Lund | Lund’s brother was arrested. | not
the arrest of Lund | Lund's boat was seized when he was arrested. | done
Lund elected | Tolm, who was elected, lost to Lund. | done
"""


@pytest.mark.parametrize("row", [row for row in CASES.strip().splitlines() if not row.startswith("#")])
def test_what_a_sentence_tells_of_an_event(row: str) -> None:
    question, text, wanted = row.split(" | ")
    for before in ("", "It was a cold and windy day in the harbour. "):
        found = _told(question, before + text)
        said = [
            " ".join(["done" if m.real else "not", *(["ground"] if m.ground else []), *(["ahead"] if m.ahead else [])])
            for m in found
        ]
        assert said == ([] if wanted == "no" else [wanted])
        for match in found:
            assert match.at < 0 or match.at >= len(before)
            assert all(actor >= len(before) for actor in match.actors)


@pytest.mark.parametrize(
    ("question", "whole", "less"),
    [
        # a committee's vote is a step of the senate's; another of a row is another
        ("senate confirms Lund", "The senate confirmed Lund on Monday.", "A senate panel confirmed Lund on Monday."),
        # what only opens the way to a vote is no vote
        (
            "senate passes the harbour bill",
            "The senate passed the harbour bill on Monday.",
            "The senate passed a hurdle on Monday by which debate on the harbour bill begins.",
        ),
        (
            "senate passes the harbour bill",
            "The senate passed the harbour bill, 60 to 38.",
            "The senate passed, 60 to 38, a motion to end a filibuster of the harbour bill.",
        ),
        (
            "second debate of Lund and Tolm",
            "Lund and Tolm met in the second debate.",
            "Lund and Tolm met in the first debate.",
        ),
        ("second debate of Lund and Tolm", "Lund and Tolm met in the second debate.", "Lund and Tolm met in a debate."),
        # less of the name
        ("Anna Lund resigns", "Anna Lund resigned on Monday.", "Lund resigned on Monday."),
        # the name far from the deed
        (
            "the arrest of Lund",
            "Police arrested Lund in the harbour.",
            "Police arrested two men on a boat by the old quay of the harbour at night, the papers said, and a Lund.",
        ),
        # the name before the deed is another's
        ("Lund fires Tolm", "Lund fired Tolm on Monday.", "Tolm was fired on Monday."),
    ],
)
def test_what_tells_less_of_an_event(question: str, whole: str, less: str) -> None:
    (more,) = _told(question, whole)
    found = _told(question, less)
    assert more.share == pytest.approx(1)
    assert all(match.share < 0.9 for match in found)


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("Lund announced his candidacy on Monday.", True),
        ("Lund opened her campaign on Monday.", True),
        ("Lund declared on Monday that he would seek the presidency.", True),
        ("Lund's campaign began on Monday.", True),
        ("Lund announced on Monday that the harbour is closed.", False),
        ("Lund launched an attack on the campaign of Tolm.", True),
        ("Lund opened his remarks with a joke.", False),
        ("Lund began the week in Orsk.", False),
    ],
)
def test_what_begins_a_run_for_office(text: str, real: bool) -> None:
    found = _told("Lund launches his campaign", text)
    assert [m.real for m in found] == ([True] if real else [False])[: len(found)]
    assert found or not real


NEARBY = "Police arrested on a boat by the old quay of the harbour at"
ROW = "second debate of Lund and Tolm"


@pytest.mark.parametrize(
    ("question", "text", "share"),
    [
        ("Lund resigns", "Lund resigned on Monday.", 1),
        # in another word, or in one that means much else; as not done
        ("Lund resigns", "Lund quit.", (OTHER_WORD + 1) / 2),
        ("Lund resigns", "Lund left.", (VAGUE_WORD + 1) / 2),
        ("Lund resigns", "Lund did not resign.", UNREAL),
        # what somebody leaves, and what he leaves it in, weighs little
        ("Anna Lund leaves Orsk", "Anna Lund left.", 2.2 / 2.5),
        ("Anna Lund drops out of the race", "Anna Lund dropped out.", 2.2 / 2.35),
        ("Anna Lund drops out of the hall", "Anna Lund dropped out.", 2.2 / 2.7),
        # without one of the names, or with the part of one that tells it from others
        ("Lund fires Tolm", "Lund fired a man on Monday.", 2 / 3 * WITHOUT_PLAYER),
        ("Lund fires Tolm", "Tolm was fired on Monday.", 2 / 3 * WITHOUT_PLAYER),
        ("Anna Lund resigns", "Lund resigned on Monday.", 1.72 / 2.2),
        ("Anna Lund resigns", "Anna resigned on Monday.", 0),
        # a given name in another spelling, but no common word in its spelling
        ("Qassem Varo killed", "Qasem Varo was killed.", 1),
        ("Qassem Varo killed", "The qasem of Varo was killed.", 1.72 / 2.2),
        # a step of it
        ("senate confirms Lund", "A senate panel confirmed Lund on Monday.", STEP),
        ("senate confirms Lund", "The senate confirmed Lund on Monday after a panel met.", 1),
        ("senate panel confirms Lund", "A senate panel confirmed Lund on Monday.", 1),
        # of a row the one that is asked for, by words near the deed, before it and after it
        (ROW, "Lund and Tolm met in the second debate.", 1),
        (ROW, "Lund and Tolm met in the second of three televised harbour debates.", 1),
        (ROW, "Lund and Tolm met in the second of three very long televised harbour debates.", STEP),
        (ROW, "Lund and Tolm met in a debate, the second.", 1),
        (ROW, "Lund and Tolm met in a debate of an hour, the second.", STEP),
        (ROW, "Lund and Tolm met in the first and second debate.", STEP),
        (ROW, "Lund and Tolm met in a debate.", 3 / 3.5 * STEP),
        (ROW, "Second debate of Lund and Tolm opens.", 1),
        (ROW, "Second televised debate of Lund and Tolm opens.", 1),
        (ROW, "First debate of Lund and Tolm opens.", 3 / 3.5 * STEP),
        # the actor so many words from the deed
        ("the arrest of Lund", f"{NEARBY} night a Lund.", 1),
        ("the arrest of Lund", f"{NEARBY} the night a Lund.", (APART / 15) ** 0.5),
        ("the arrest of Lund", f"{NEARBY} the night a very old Lund.", (APART / 17) ** 0.5),
        # of no deed: words that stand together, or so many apart
        ("Orsk ferry", "The Orsk ferry was late.", 1),
        ("Orsk ferry", "In Orsk, a ferry was late.", 1),
        ("Orsk ferry", "In Orsk by the old quay of the town a ferry was late.", (TOGETHER * 2 / 10) ** 0.5),
        ("Orsk ferry", "The ferry was late.", 0),
        # no name that is asked for
        ("Orsk harbour fire", "A fire burned in the harbour.", 0),
    ],
)
def test_how_much_of_an_event_a_sentence_holds(question: str, text: str, share: float) -> None:
    for before in ("", "It rained. "):
        found = _told(question, before + text)
        assert [m.share for m in found] == ([pytest.approx(share)] if share else [])
        assert all(0 < m.share <= 1 for m in found)


@pytest.mark.parametrize(
    ("title", "text", "shares"),
    [
        # what stands in the title alone counts for somewhat less in the lead, and for nothing further down
        ("Anna Lund leaves", "She resigned on Monday. It rained.", {0: (1 + 1.2 * IN_TITLE) / 2.2}),
        ("Anna Lund leaves", "It rained. Lund resigned on Monday.", {1: (1 + 0.72 + 0.48 * IN_TITLE) / 2.2}),
        ("Anna Lund leaves", "It rained. It poured. It hailed. It snowed. It froze. She resigned.", {}),
        ("Milk is dear", "She resigned on Monday.", {}),
        # what the title tells of the deed, the lead tells only in its own words
        ("Anna Lund resigns", "She spoke on Monday.", {-1: 1}),
    ],
)
def test_what_the_title_lends_to_its_sentences(title: str, text: str, shares: dict[int, float]) -> None:
    (article,) = pool((("2021-05-04", "A", text),)).articles
    found = Matcher(read_question("Anna Lund resigns", ENGLISH)).of_article(0, replace(article, title=title))
    told = {m.sentence: m.share for m in found if not (m.is_title and -1 not in shares)}
    assert told == pytest.approx(shares)


def test_the_head_of_an_article_holds_what_its_title_and_its_lead_do() -> None:
    text = "It rained. Anna Lund resigned. It poured. It hailed. Tolm spoke. Anna Lund resigned."
    (article,) = pool((("2021-05-04", "A", text),)).articles
    asked = read_question("Anna Lund resigns over Orsk", ENGLISH)
    found = {m.sentence: m for m in Matcher(asked).of_article(0, replace(article, title="Row in Orsk"))}
    assert {at: {asked.slots[i].asked for i in m.head} for at, m in found.items()} == {
        1: {"resigns", "Anna", "Lund", "Orsk"},
        5: set(),
    }


def test_letters_that_grow_in_lower_case_move_no_sentence() -> None:
    (match,) = _told("Lund resigns", "İİİİİİİİ rained. Lund resigned.")
    assert match.sentence == 1


def test_places_are_those_of_the_text() -> None:
    text = "It rained. In the old town Anna Lund resigned on Monday."
    (match,) = _told("Anna Lund resigns", text)
    assert text[match.at :].startswith("resigned")
    assert sorted(text[at:].split()[0] for at in match.actors) == ["Anna", "Lund"]
    assert sorted(text[at:].split()[0] for at in match.players) == ["Anna", "Lund"]
    assert (match.sentence, match.is_title, match.is_lead) == (1, False, True)


def test_what_stands_in_the_title_is_told_of_in_the_lead() -> None:
    (article,) = pool(
        (("2021-05-04", "A", "She resigned on Monday. It rained. It poured. It hailed. It snowed."),)
    ).articles
    titled = replace(article, title="Anna Lund leaves")
    matcher = Matcher(read_question("Anna Lund resigns", ENGLISH))
    assert [m.sentence for m in matcher.of_article(0, article)] == []
    found = {m.sentence: m for m in matcher.of_article(0, titled)}
    assert set(found) == {-1, 0}
    assert found[-1].is_title and found[0].share < 1
    assert found[0].own < found[0].held


@pytest.mark.parametrize(
    ("title", "real"),
    [
        ("Lund to resign", True),
        ("Lund resigns", True),
        ("Lund says she will resign", True),
        ("Lund should resign", False),
        ("Back to work, Lund would resign", False),
        ("Lund to say whether she will resign", False),
    ],
)
def test_a_headline_announces_what_is_to_come(title: str, real: bool) -> None:
    (article,) = pool((("2021-05-04", "A", "It rained."),)).articles
    matcher = Matcher(read_question("Lund resigns", ENGLISH))
    (match,) = matcher.of_article(0, replace(article, title=title))
    assert (match.is_title, match.real) == (True, real)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Karl Lund resigned. Lund was tired.", True),
        ("Anna Lund resigned, and Karl Lund left.", False),
        ("Minister Lund resigned. Lund was tired.", False),
        ("Norwegian Lund resigned. Lund was tired.", False),
        ("On Monday Lund resigned. Lund was tired.", False),
    ],
)
def test_an_article_on_another_of_that_name_tells_nothing(text: str, another: bool) -> None:
    assert (not _told("Anna Lund resigns", text)) is another


def _share(question: str, text: str) -> float:
    (match,) = _told(question, text)
    return match.share


@pytest.mark.parametrize(
    ("question", "text", "share"),
    [
        # a name fourteen words from the deed, before it or behind it, is as good as beside it
        ("the killing of Lund", "Lund {} killing.", {0: 1, 13: 1, 14: (14 / 15) ** 0.5, 55: 0.5}),
        ("the killing of Lund", "The killing {} Lund.", {0: 1, 13: 1, 14: (14 / 15) ** 0.5}),
        # where nothing is done its words stand together, within twice as many as they are
        ("the Orsk harbour", "Orsk {} harbour.", {0: 1, 2: 1, 3: (4 / 5) ** 0.5, 14: 0.5}),
        ("the Orsk harbour", "The harbour {} Orsk.", {0: 1, 2: 1, 3: (4 / 5) ** 0.5}),
        # which of a row it is stands five words before it at most, or three behind; another one three before
        ("the second debate in Orsk", "In Orsk the second {} debate.", {0: 1, 4: 1, 5: 0.6, 6: 0.6}),
        ("the second debate in Orsk", "In Orsk the debate {} second.", {0: 1, 2: 1, 3: 0.6, 5: 0.6}),
        ("the second debate in Orsk", "In Orsk the second first {} debate.", {0: 0.6, 2: 0.6, 3: 1}),
        # a part of the body that decides it stands before the deed
        ("senate confirms Lund", "A committee {} of the senate confirmed Lund.", {0: 0.6, 9: 0.6}),
        ("senate confirms Lund", "The senate confirmed Lund {} without a committee.", {0: 1, 9: 1}),
        # a debate is no step where it is asked for, nor of what is not passed
        ("senate passes a filibuster rule", "The senate passed a filibuster {} rule.", {0: 1}),
        ("senate confirms Lund", "The senate confirmed Lund {} with no debate.", {0: 1, 9: 1}),
    ],
)
def test_how_far_apart_what_belongs_together_may_stand(question: str, text: str, share: dict[int, float]) -> None:
    whole = _share(question, text.format(""))
    for words, part in share.items():
        assert _share(question, text.format("so " * words)) == pytest.approx(part / share[0] * whole), words


@pytest.mark.parametrize("before", ["", "It rained; "])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Rain fell after the big old killing of Lund.", True),
        ("Rain fell after the very big old killing of Lund.", False),
        # names between do not count where what came before is told
        ("Rain fell after the big Hask Orsk Vik killing of Lund.", True),
        ("Rain fell amid the big Hask Orsk killing of Lund.", False),
        ("Rain fell amid the Hask Orsk killing of Lund.", True),
        ("Rain fell after the Hask Orsk Vik Dorr Mart killing of Lund.", True),
        ("Rain fell after the Hask Orsk Vik Dorr Mart Pell Quell killing of Lund.", False),
        # what stands before a court, eight words before it at most
        ("Tolm was indicted so so so so so so for killing Lund.", True),
        ("Tolm was indicted so so so so so so so for killing Lund.", False),
        # who is dead
        ("Rain fell and the killing of Lund came.", False),
    ],
)
def test_how_near_the_words_stand_that_make_a_deed_the_ground_for_something(
    before: str, text: str, ground: bool
) -> None:
    (match,) = _told("the killing of Lund", before + text)
    assert match.ground is ground


def test_where_no_deed_is_asked_for_none_stands_anywhere() -> None:
    (match,) = _told("the Orsk harbour", "The harbour of Orsk burned.")
    assert (match.at, match.again, match.actors, match.deed) == (-1, (), (), 0.0)
    assert match.real and not match.ground and not match.ahead
    (match,) = _told("Lund resigns", "So it was that Lund resigned.")
    assert match.at == len("So it was that Lund ")
