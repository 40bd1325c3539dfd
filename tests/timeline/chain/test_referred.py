"""Links to what a reference means: the only thing told that may be meant, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.naming import names_of, numbers_of
from leadup.timeline.chain.referred import referred
from leadup.timeline.chain.resolve import Resolver, is_of_another

DAY = dt.date(2021, 5, 10)


def links(
    *told: tuple[str, int, str],
    asked: str | None = None,
    evidence: Mapping[str, str] | None = None,
    statement: bool = False,
) -> list[tuple[str, str, bool]]:
    """The links between things told, each an id, a day of May and a sentence, of as many articles.

    ``asked`` are the words of a question for the first of them, which ``statement`` says somebody only said.
    """
    nodes = [ChainNode(id, text, f"article-{id}", 0, DAY.replace(day=day)) for id, day, text in told]
    nodes[0] = replace(nodes[0], statement=statement)
    event = replace(nodes[0], text=asked) if asked else None
    found = referred(nodes, {}, Resolver(nodes), event, evidence)
    return sorted({(id, one.to, one.shown) for id, one in found})


RAID = ("raid", 3, "Gunmen stormed the mill in Norhaven on Monday and killed nine workers.")
LEAK = ("leak", 4, "The Norhaven Post published the emails of Orla Tarn on Tuesday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Airports closed on Wednesday due to the attack in Norhaven.", [("x", "raid", True)]),
        ("Orla Tarn condemned the attack in Norhaven.", [("x", "raid", True)]),
        ("Schools closed in Norhaven after the attack.", [("x", "raid", False)]),
        ("Norhaven held a service following a shooting that killed nine workers.", [("x", "raid", False)]),
        ("Orla Tarn of Norhaven resigned amid furor over the leak.", [("x", "leak", False)]),
        # of another place, day, number or people, or of nobody that is known
        ("Airports closed on Wednesday due to the attack in Sundholm.", []),
        ("Airports closed in Norhaven due to Sunday’s attack.", []),
        ("Norhaven held a service following a shooting that killed two workers.", []),
        ("Norhaven held a service following a shooting.", []),
        ("Orla Tarn of Norhaven could not justify its attacks.", []),
        ("Airports closed due to the attack.", []),
        # told over again, or only later
        ("Gunmen stormed the mill in Norhaven a day after the attack on the town.", []),
        ("Airports closed in Norhaven a day after the attack.", []),
    ],
)
def test_a_reference_means_the_only_such_deed(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert links(RAID, LEAK, ("x", 5, text)) == expected


AGAIN = ("again", 5, "Gunmen stormed the harbour of Norhaven on Wednesday and shot a guard.")
CLOSED = ("x", 6, "Schools closed in Norhaven because of the attack.")


def test_of_two_such_deeds_none_is_meant_but_the_event_asked_about_since_it_happened() -> None:
    assert links(RAID, AGAIN, CLOSED) == []
    # the later of the two is asked about
    assert links(AGAIN, RAID, CLOSED, asked="attack on the harbour of Norhaven") == [("x", "again", True)]
    # and where the other came after it, either may be meant
    assert links(RAID, AGAIN, CLOSED, asked="attack on the mill in Norhaven") == []


@pytest.mark.parametrize(
    ("text", "day", "means"),
    [
        ("Schools shut after a devastating storm for a day.", 5, True),
        ("Schools shut after a storm for a day.", 7, True),
        # long after, of another kind, of more than one, or of one that is told of more
        ("Schools shut after a devastating storm for a day.", 8, False),
        ("Schools shut after a devastating fire for a day.", 5, False),
        ("Schools shut after devastating storms for a day.", 5, False),
        ("Schools shut after a storm in Sundholm for a day.", 5, False),
    ],
)
def test_what_says_no_more_than_its_kind_is_what_was_asked_about(text: str, day: int, means: bool) -> None:
    told = ("storm", 3, "Seven were killed at a school in Norhaven.")
    found = links(told, ("x", day, text), asked="storm hits Norhaven")
    assert found == ([("x", "storm", False)] if means else [])
    assert links(told, ("x", day, text)) == []


def test_deeds_of_which_nothing_says_which_are_none() -> None:
    assert links(RAID, ("x", 5, "Crowds marched in Norhaven in protest over killings of workers.")) == []
    assert links(RAID, ("x", 5, "Crowds marched in Norhaven over the killings of workers.")) == [("x", "raid", True)]


def test_the_event_asked_about_is_what_its_sentence_turns_on() -> None:
    told = ("ban", 3, "Orla Tarn’s proposal was cheered in Norhaven on Monday.")
    by = ("x", 4, "Norhaven’s mayor criticised Orla Tarn over her proposal.")
    assert links(told, by, asked="Tarn wants the mill shut") == [("x", "ban", True)]
    assert links(told, by) == []


def test_a_link_to_what_the_question_alone_tells_is_only_possible() -> None:
    by = ("x", 4, "Norhaven’s mayor criticised Orla Tarn over the raid.")
    told = ("raid", 3, "Orla Tarn of Norhaven raided the mill on Monday.")
    assert links(told, by, asked="raid on the mill of Norhaven") == [("x", "raid", True)]
    told = ("raid", 3, "Orla Tarn of Norhaven saw the mill on Monday.")
    assert links(told, by, asked="raid on the mill of Norhaven") == [("x", "raid", False)]


def test_a_thing_that_may_be_any_is_not_meant_without_a_cue() -> None:
    clip = ("clip", 3, "Norhaven television showed a fire on Monday.")
    assert links(clip, ("x", 4, "Norhaven police urged others to burn the videos."), asked="fire in Norhaven") == []
    posted = ("clip", 3, "Orla Tarn of Norhaven posted a video on Monday.")
    assert links(posted, ("x", 4, "Police watched Orla Tarn’s video.")) == [("x", "clip", True)]


def test_what_a_thing_told_tells_in_a_participle_alone() -> None:
    told = ("shots", 3, "Somebody opened up on a crowd in Norhaven, killing five guards.")
    assert links(told, ("x", 5, "Lund of Norhaven condemned the killings.")) == [("x", "shots", False)]
    told = ("speech", 3, "Tarn spoke of a crowd in Norhaven, recalling five guards.")
    assert links(told, ("x", 5, "Lund of Norhaven condemned the killings.")) == []


def test_a_reference_means_nothing_later_and_nothing_long_past() -> None:
    assert links(RAID, ("x", 2, CLOSED[2])) == []
    assert links(RAID, ("x", 17, CLOSED[2])) == [("x", "raid", False)]
    assert links(RAID, ("x", 18, CLOSED[2])) == []


def test_names_may_stand_in_any_evidence_of_what_is_meant() -> None:
    tarn = ("x", 5, "Orla Tarn condemned the attack at Ebbing Mill.")
    assert links(RAID, tarn) == []
    assert links(RAID, tarn, evidence={"raid": "The dead worked at Ebbing Mill."}) == [("x", "raid", False)]


def test_of_the_event_asked_about_more_names_may_be_unknown() -> None:
    tarn = ("x", 5, "Orla Tarn condemned the attack at Ebbing in Norhaven.")
    assert links(RAID, tarn) == []
    assert links(RAID, tarn, asked="attack on the mill in Norhaven") == [("x", "raid", True)]


def test_who_tells_the_deed_on_its_day_or_the_next_refers_to_none() -> None:
    again = "Gunmen shot nine workers in Norhaven after the attack on the mill."
    assert links(RAID, ("x", 4, again)) == []
    assert links(RAID, ("x", 5, again)) == [("x", "raid", False)]


def test_what_somebody_said_is_meant_only_where_saying_is_the_deed() -> None:
    assert links(RAID, CLOSED) == [("x", "raid", False)]
    assert links(RAID, CLOSED, statement=True) == []
    proposed = ("proposed", 3, "Orla Tarn proposed a truce in Norhaven on Monday.")
    assert links(proposed, ("x", 4, "Lund rejected the proposal by Orla Tarn."), statement=True) == [
        ("x", "proposed", True)
    ]
    words = ("words", 3, "Orla Tarn condemned the miners of Norhaven on Monday.")
    marched = ("x", 5, "Miners of Norhaven marched over the remarks by Orla Tarn.")
    assert links(words, marched, statement=True) == [("x", "words", True)]


def test_one_event_told_twice_is_meant_by_what_refers_to_it() -> None:
    levy = ("levy", 3, "The Norhaven ministry postponed the levy on mills on Monday.")
    again = ("again", 3, "The levy on mills will be postponed by a year, a note of Norhaven said on Monday.")
    praised = ("x", 4, "Millers of Norhaven praised the council for the postponement.")
    asked = "postponement of the levy in Norhaven"
    assert links(levy, again, praised, asked=asked) == [("x", "levy", True)]
    # another day's may be another, and so may one of other counts
    assert links(levy, ("again", 4, again[2]), praised, asked=asked) == []
    of_two = ("two", 3, "Two levies were postponed in Norhaven on Monday.")
    of_three = ("three", 3, "Three levies were postponed in Norhaven on Monday.")
    assert links(of_two, of_three, praised, asked=asked) == []


def test_of_several_such_deeds_the_event_is_meant_that_the_words_say() -> None:
    hall = ("hall", 3, "Gunmen attacked the town hall of Norhaven on Monday.")
    yard = ("yard", 6, "Gunmen attacked a yard in Norhaven on Thursday.")
    asked = "attack on the town hall of Norhaven"
    blamed = "Lund shared the blame for the {} in Norhaven."
    assert links(hall, yard, ("x", 8, blamed.format("hall attack")), asked=asked) == [("x", "hall", True)]
    assert links(hall, yard, ("x", 8, blamed.format("attack")), asked=asked) == []
    assert links(hall, yard, ("x", 8, blamed.format("yard attack")), asked=asked) == []


def test_an_act_of_which_no_more_is_said_is_the_event_of_who_did_it() -> None:
    tarn = ("tarn", 3, "Mayor Tarn closed the mill in Norhaven on Monday.")
    asked = "closing of the mill in Norhaven"
    over = "Millers of Norhaven sued over {}’s decision."
    assert links(tarn, ("x", 5, over.format("Mayor Orla Tarn")), asked=asked) == [("x", "tarn", True)]
    assert links(tarn, ("x", 5, over.format("Mayor Orla Venn")), asked=asked) == []
    assert links(tarn, ("x", 9, over.format("Mayor Orla Tarn")), asked=asked) == []
    # of what is not asked about there may be many
    assert links(tarn, ("x", 5, over.format("Mayor Orla Tarn"))) == []


def test_a_person_is_known_by_the_surname() -> None:
    tarn = ("tarn", 3, "Tarn proposed a truce on Monday.")
    assert links(tarn, ("x", 4, "Lund rejected Mayor Orla Tarn’s call for a truce.")) == [("x", "tarn", True)]
    assert links(tarn, ("x", 4, "Lund rejected Mayor Orla Venn’s call for a truce.")) == []


def test_a_year_is_no_count() -> None:
    cut = ("cut", 3, "Tarn postponed the levy on 30 mills on Monday.")
    over = "Lund sued over Tarn’s postponement of the {} levy."
    assert links(cut, ("x", 4, over.format("2022"))) == [("x", "cut", True)]
    assert links(cut, ("x", 4, over.format("22"))) == []


def test_of_ones_own_remarks_one_speaks_who_made_them_before() -> None:
    said = ChainNode("said", "Orla Tarn called the miners of Norhaven liars on Monday.", "a", 0, DAY, True, "tarn")
    spoke = ChainNode("spoke", "Orla Tarn of Norhaven defended her remarks.", "b", 0, DAY, True, "tarn")
    assert not list(referred([said, spoke], {}, Resolver([said, spoke])))
    later = replace(spoke, day=DAY.replace(day=DAY.day + 1))
    assert [one.to for _, one in referred([said, later], {}, Resolver([said, later]))] == ["said"]


def test_a_deed_done_to_another_thing_is_not_meant() -> None:
    stormed = ("stormed", 3, "Gunmen stormed the harbour of Norhaven on Monday.")
    tarn = "Orla Tarn resigned over the storming of the {} in Norhaven."
    assert links(stormed, ("x", 5, tarn.format("harbour"))) == [("x", "stormed", True)]
    assert links(stormed, ("x", 5, tarn.format("mill"))) == []


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Norhaven police on Wednesday arrested a man who was involved in the attack on the mill.", True),
        ("A manhunt for two men who are suspected in the attack on the mill in Norhaven went on.", True),
        ("A miner of Norhaven was arrested in the attack on the mill.", True),
        ("Norhaven police arrested a man tied to the attack on the mill.", True),
        ("Norhaven police hunted for two of the men tied to the attack on the mill.", True),
        ("A man linked to the attack on the mill in Norhaven was arrested.", True),
        ("Norhaven police surrounded a shed where two men suspected in the attack on the mill hid.", True),
        ("Norhaven police made arrests linked to the attack on the mill.", True),
        ("A miner was detained and charged in the attack on the mill in Norhaven.", True),
        ("A woman was held in the attack on the mill in Norhaven.", True),
        # of whom nothing is told that has to do with the deed
        ("Norhaven police thanked a man who was involved in the attack on the mill.", False),
        ("Lund of Norhaven wrote of a man who is suspected in the attack on the mill.", False),
        ("A bank linked to the attack on the mill in Norhaven reported a profit.", False),
        ("A charity tied to the attack on the mill in Norhaven elected a new head.", False),
        ("A lawyer sought in the attack on the mill in Norhaven married a singer.", False),
        ("A woman held in the attack on the mill in Norhaven gave birth.", False),
        ("A man suspected in the attack on the mill in Norhaven married a singer.", False),
        # who seeks or holds something else
        ("A lawyer tied to the attack on the mill in Norhaven sought a loan.", False),
        ("A bank linked to the attack on the mill in Norhaven held a meeting.", False),
        ("Norhaven police held a meeting with a man suspected in the attack on the mill.", False),
        ("Norhaven police arrested a driver with a cousin linked to the attack on the mill.", False),
        ("Norhaven police held a meeting with a man linked to the attack on the mill.", False),
    ],
)
def test_who_is_sought_or_held_for_a_deed_is_told_of_with_it(text: str, means: bool) -> None:
    assert links(RAID, ("x", 5, text)) == ([("x", "raid", True)] if means else [])


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Calls for a curfew mounted after the raid on the mill in Norhaven.", True),
        ("Tensions are rising in Norhaven after the attack on the mill.", True),
        ("Protests erupted in Norhaven over the raid on the mill.", True),
        ("Calls for Lund to quit mounted on Wednesday after the raid on the mill in Norhaven.", True),
        ("Protests sparked by the raid on the mill in Norhaven went on.", True),
        ("Lund joined protests sparked by the raid on the mill in Norhaven.", False),
        # of time alone
        ("Schools reopened on the heels of the raid on the mill in Norhaven.", False),
        ("Calls for a curfew were heard after the raid on the mill in Norhaven.", False),
        # what else took place meanwhile
        ("Two teams from Norhaven played a match, as fears grew over the attack on the mill.", False),
        ("Two teams from Norhaven played a match, with fears growing over the attack on the mill.", False),
        ("Two teams from Norhaven played a match while protests spread after the attack on the mill.", False),
        ("Schools shut on Wednesday as protests grew over the attack on the mill in Norhaven.", False),
        # what something else did, or is called
        ("Questions about heart surgery after the attack on the mill in Norhaven were asked.", False),
        ("Concerns about price increases after the attack on the mill in Norhaven were heard.", False),
        ("Calls for calm, as floods spread after the attack in Norhaven, were heard.", False),
        ("Calls for the man who spread rumours after the attack in Norhaven were heard.", False),
    ],
)
def test_what_grew_after_a_deed_answers_it(text: str, means: bool) -> None:
    assert (("x", "raid", True) in links(RAID, ("x", 5, text))) is means


def test_the_day_of_the_sentence_behind_a_noun_is_not_the_nouns() -> None:
    lund = "Lund of Norhaven spoke of the attack on the mill {}."
    assert links(RAID, ("x", 5, lund.format("Wednesday"))) == [("x", "raid", True)]
    assert links(RAID, ("x", 5, lund.format("Sunday"))) == []
    assert links(RAID, ("x", 5, "Lund of Norhaven spoke of Wednesday’s attack on the mill.")) == []
    assert links(RAID, ("x", 5, "Lund of Norhaven spoke of today’s attack on the mill.")) == []


def test_what_is_told_of_the_event_besides_is_meant_with_it() -> None:
    pact = ("pact", 3, "Tarn of Norhaven said the pact calls for a truce.")
    agreed = "Envoys of Norhaven agreed to share the mill."
    lund = "Lund of Norhaven praised the deal."
    asked = "Tarn agrees truce"
    assert ("x", "pact", True) in links(pact, ("agreed", 3, agreed), ("x", 4, lund), asked=asked)
    assert links(pact, ("agreed", 4, agreed), ("x", 5, lund), asked=asked) == []


def test_whose_call_is_told_twice_is_one() -> None:
    offer = ("offer", 3, "Mayor Tarn proposed a truce on Monday.")
    again = "Mayor Tarn urged millers to share the mill."
    council = "The council rejected Mayor Tarn’s call for a truce."
    assert links(offer, ("again", 3, again), ("x", 4, council)) == [("x", "offer", True)]
    assert links(offer, ("again", 4, again), ("x", 5, council)) == []


@pytest.mark.parametrize(
    ("of", "means"),
    [
        ("a worker", True),
        ("nine mill workers", True),
        ("nine men", True),
        ("the innocent", True),
        ("a labourer", False),
        ("a farmer", True),
        # of others
        ("a jogger", False),
        ("nine terrorists", False),
    ],
)
def test_a_deed_done_to_other_people_is_not_meant(of: str, means: bool) -> None:
    text = f"Lund of Norhaven spoke of the killing of {of}."
    assert links(RAID, ("x", 5, text), asked="raid on the mill in Norhaven") == ([("x", "raid", True)] if means else [])


def test_what_stands_between_dashes_hides_nothing_and_is_not_told() -> None:
    who = "dressed in black and wearing what seemed to be a vest, just like those who stormed the mill offices"
    told = ("shot", 3, f"Earlier Monday, a gunman -- {who} -- shot and killed a guard in the Norhaven suburb of Hask.")
    assert links(told, ("x", 5, "Lund of Norhaven condemned the shooting.")) == [("x", "shot", False)]
    assert links(told, ("x", 5, "Lund of Norhaven condemned the storming of the mill.")) == []


def test_an_en_dash_in_a_compound_opens_no_aside() -> None:
    told = "The Norhaven–Hask truce collapsed after shelling on the Sundholm–Lom road."
    told_of = ("truce", 3, told)
    assert links(told_of, ("x", 5, "Lund of Norhaven condemned the shelling of the road.")) == []
    assert ("x", "truce", False) in links(told_of, ("x", 5, "Lund of Norhaven regretted the collapse of the truce."))


def test_what_a_deed_led_to_is_not_what_it_is_about() -> None:
    shot = ("shot", 3, "A gunman shot two guards in Norhaven on Monday and killed them.")
    assert links(shot, ("x", 5, "A raid in Norhaven led to the killing of two guards.")) == []
    assert links(shot, ("x", 5, "A meeting in Norhaven turned to the killing of two guards.")) == [("x", "shot", True)]


def test_how_talks_went_on_tells_of_no_other() -> None:
    met = ("met", 3, "Envoys of Norhaven and Sundholm met in Hask on Monday.")
    asked = "envoys meet in Hask"
    assert links(met, ("x", 5, "The talks kicked off Wednesday in Norhaven."), asked=asked) == []
    assert links(met, ("x", 5, "The talks angered Orla Tarn of Norhaven."), asked=asked) == [("x", "met", True)]


def test_the_noun_behind_a_preposition_is_meant_wherever_the_words_go_on() -> None:
    shown = ("shown", 3, "A clip of the raid was released in Norhaven on Monday.")
    mourned = (
        "Norhaven mourned for a week over the release of the clip and Mayor Orla Tarn spoke to the town late Tuesday."
    )
    assert links(shown, ("x", 4, mourned.replace("Mayor Orla Tarn", "a mayor"))) == [("x", "shown", True)]


def test_what_a_deed_left_behind_is_meant_by_what_is_said_of_it() -> None:
    signed = ("signed", 3, "Mayor Orla Tarn of Norhaven signed a law on mill tolls on Monday.")
    shut = "Millers of Norhaven shut down because of the {} law."
    asked = "Tarn signs the mill toll law"
    assert links(signed, ("x", 5, shut.format("toll")), asked=asked) == [("x", "signed", True)]
    assert links(signed, ("x", 5, shut.format("immigration")), asked=asked) == []


def test_what_a_noun_holds_is_told_with_it() -> None:
    text = "Lund of Norhaven said he had proof that miners were responsible for the attack on the mill."
    assert links(RAID, ("x", 5, text)) == [("x", "raid", True)]
    text = "Lund of Norhaven met a man who was responsible for the attack on the mill."
    assert links(RAID, ("x", 5, text)) == []


def test_names_and_counts() -> None:
    assert names_of("in 2021 in Norhaven") == names_of("in Norhaven")
    assert numbers_of("30 guards of 2021") == {"30"}
    assert names_of("In Norhaven French police searched a mill on Monday") == names_of("in Norhaven, in France")
    assert numbers_of("Two men and 30 guards") == {"two", "30"}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # of a length or an age nothing is a count, neither the whole nor a part
        ("the 16-day siege of a 22-year-old and five guards", {"five"}),
        ("a 1,000-mile march", set()),
        ("a 2.5-mile march of 30 guards", {"30"}),
        ("a ten-mile march", set()),
        # what is a count
        ("a march of 1,000 guards", {"1,000"}),
        ("a march of 1,000, and 2.5 miles.", {"1,000", "2.5"}),
        ("a vote of 51-49", {"51", "49"}),
        ("nearly 1,500.", {"1,500"}),
    ],
)
def test_counts_are_whole(text: str, counts: set[str]) -> None:
    assert numbers_of(text) == counts


@pytest.mark.parametrize(
    ("told", "text", "sure"),
    [
        # a name, a day, a count or a word beside the deed in both
        (RAID[2], "Lund condemned the attack in Norhaven.", True),
        (RAID[2], "Lund of Norhaven condemned Monday’s attack.", True),
        (RAID[2], "Lund of Norhaven condemned the attack on the mill.", True),
        ("Norhaven’s mayor issued an order on Monday.", "Tarn rebuked the Norhaven mayor for his order.", True),
        # the same word alone, where others may have done such a deed, too
        ("Orla Tarn of Norhaven resigned on Monday.", "Lund of Norhaven spoke of the resignation.", False),
        # the same kind of deed alone
        ("Troops of Orla Tarn bombed the harbour on Monday.", "Lund told Tarn that he condemned the raid.", None),
        # nothing that was done yet
        ("Tarn’s council will pass a bill on tolls in Norhaven.", "Lund called the Norhaven bill a mistake.", None),
    ],
)
def test_what_was_not_asked_about_is_known_by_more_than_its_deed(told: str, text: str, sure: bool | None) -> None:
    expected = [] if sure is None else [("x", "told", sure)]
    assert links(("told", 3, told), ("x", 5, text)) == expected


def test_whom_a_deed_befell_is_not_who_died_where_that_was_protested() -> None:
    shot = "A gunman killed five guards in Hask on Monday at a march over the deaths of Bo Lund and Ida Rask."
    march = ("x", 5, "Crowds in Norhaven protested the deaths of Bo Lund and Ida Rask.")
    assert links(("shot", 3, shot), march, asked="guards shot in Hask") == []
    mourned = ("x", 5, "Crowds in Norhaven protested the deaths of the guards in Hask.")
    assert links(("shot", 3, shot), mourned, asked="guards shot in Hask") == [("x", "shot", True)]


def test_what_is_called_for_was_not_done() -> None:
    vote = ("vote", 3, "The Norhaven council voted on Monday on the toll bill.")
    assert links(vote, ("x", 5, "Orla Tarn called for a Norhaven vote on the toll bill.")) == []


def test_what_is_done_as_somebody_judges_a_deed_is_told_with_that() -> None:
    judged = "As leaders rebuked Orla Tarn of Norhaven for the attack on the mill, police shut the schools."
    assert links(RAID, ("x", 5, judged)) == [("x", "raid", True)]
    grew = "As fears grew in Norhaven over the attack on the mill, police shut the schools."
    assert links(RAID, ("x", 5, grew)) == []


def test_what_is_struck_back_for_is_the_blow_before() -> None:
    rockets = ("rockets", 3, "Rockets hit a Norhaven base on Monday.")
    struck = ("x", 5, "Norhaven jets struck the camp in retaliation for the barrage.")
    assert links(rockets, struck) == [("x", "rockets", True)]


RALLY = ("rally", 4, "Orla Tarn of Norhaven opened a school and urged the town to save more.")
AMBUSH = (
    "ambush", 4, "A sniper shot nine guards in Norhaven, turning a march against the killing of Ivo Lund into chaos."
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Millers condemned Orla Tarn’s call to save more.", True),
        # whoever they are who asked for something
        ("Millers attacked police lines, accusing Orla Tarn of ignoring their demands.", False),
        ("The millers spoke to Orla Tarn about a call.", False),
    ],
)
def test_what_anybody_may_have_said_is_not_known(text: str, means: bool) -> None:
    assert (("x", "rally", True) in links(RALLY, ("x", 5, text))) is means
    assert means or links(RALLY, ("x", 5, text)) == []


@pytest.mark.parametrize(
    ("of", "means"),
    [
        ("nine guards in Norhaven", True),
        # whose killing the sentence only brings up, and of a place that both name
        ("Ivo Lund", False),
        ("Ivo Lund and Pia Moll of Norhaven", False),
    ],
)
def test_whom_a_sentence_only_brings_up_it_does_not_tell_of(of: str, means: bool) -> None:
    text = f"Thousands marched in Hask to protest the killing of {of}."
    assert (links(AMBUSH, ("x", 5, text)) == [("x", "ambush", True)]) is means
    assert means or links(AMBUSH, ("x", 5, text)) == []


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Lund spoke of prayer, making the case for guards in the wake of the raid on the mill in Norhaven.", True),
        ("Lund said that Moll divided the town by buying guns in response to the raid on the mill in Norhaven.", True),
        ("Lund sang at a concert, held on Wednesday because of the raid on the mill in Norhaven.", True),
        # what somebody else did
        ("Lund sang while Moll bought guns in response to the raid on the mill in Norhaven.", False),
        ("Lund sang for Moll, who bought guns in response to the raid on the mill in Norhaven.", False),
    ],
)
def test_what_is_said_outright_counts_in_any_clause_of_the_same_subject(text: str, means: bool) -> None:
    assert (links(RAID, ("x", 5, text)) == [("x", "raid", True)]) is means


def test_what_a_light_verb_tells_is_the_deed_behind_it() -> None:
    charged = ("charged", 3, "The Norhaven prosecutor charged six guards on Monday.")
    marched = "Millers of Norhaven marched after a prosecutor {} charges against six guards."
    asked = "six guards charged in Norhaven"
    assert links(charged, ("x", 4, marched.format("filed")), asked=asked) == [("x", "charged", False)]
    assert links(charged, ("x", 4, marched.format("read of")), asked=asked) == []


def test_a_place_of_the_event_may_be_told_by_its_kind() -> None:
    shot = ("shot", 3, "A gunman killed ten people at Hask College on Monday.")
    lund = "Lund asked for guards in response to this week’s shooting at a Norland {}."
    asked = "Hask College shooting"
    more = {"shot": "Hask College lies in Norland."}
    assert links(shot, ("x", 5, lund.format("college")), asked=asked, evidence=more) == [("x", "shot", True)]
    assert links(shot, ("x", 5, lund.format("harbour")), asked=asked, evidence=more) == []


def test_a_deed_of_the_same_doer_that_day_is_no_word_on_the_event() -> None:
    ruled = ("ruled", 3, "The Norhaven Council let all bakers marry by ending the ban.")
    again = "The Norhaven Council struck down the ban on marriage."
    asked = "Norhaven Council ends ban"
    assert links(ruled, ("x", 3, again), asked=asked) == []


def test_the_mornings_raid_is_of_that_day() -> None:
    assert links(RAID, ("x", 5, "Schools shut in Norhaven because of the morning’s raid on the mill.")) == []
    assert links(RAID, ("x", 5, "Schools shut in Norhaven because of the raid on the mill.")) == [("x", "raid", True)]


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("recommendation", "Orla Tarn of Norhaven recommended a truce."),
        ("test", "Norhaven detonated a bomb under the mill."),
        ("hijacking", "Gunmen hijacked a ferry off Norhaven."),
        ("letter", "Orla Tarn of Norhaven wrote to the millers."),
    ],
)
def test_further_nouns_mean_their_deeds(noun: str, told: str) -> None:
    text = f"Schools closed because of the {noun} in Norhaven."
    assert links(("told", 3, told), ("x", 4, text)) == [("x", "told", True)]
    assert links(("told", 3, "Orla Tarn of Norhaven married a baker."), ("x", 4, text)) == []


def test_the_first_of_two_deeds_is_not_the_second() -> None:
    second = ("second", 3, "In the second attack, gunmen stormed the mill in Norhaven on Monday.")
    text = "Orla Tarn condemned the {} attack in Norhaven."
    assert links(second, ("x", 4, text.format("second"))) == [("x", "second", True)]
    assert links(second, ("x", 4, text.format("deadly"))) == [("x", "second", True)]
    assert links(second, ("x", 4, text.format("first"))) == []


def test_an_investigation_of_a_deed_is_not_the_deed() -> None:
    probe = ("probe", 3, "The Norhaven bombing {} took a turn as guards fought two men.")
    text = "Lund was charged on Wednesday for the bombing in Norhaven."
    for noun, means in (("investigation", False), ("trial", False), ("attack", True)):
        found = links((probe[0], probe[1], probe[2].format(noun)), ("x", 5, text))
        assert found == ([("x", "probe", True)] if means else [])


def test_his_words_are_of_somebody_named_who_has_a_part_in_them() -> None:
    text = "{} renewed his call on Wednesday, a day after the fair in Norhaven."
    assert links(RALLY, ("x", 5, text.format("Mads Ost"))) == []
    assert links(RALLY, ("x", 5, text.format("Orla Tarn"))) != []


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        # A record, and a count of its own.
        ("the second attack in Norhaven this year", "A gunman hit the mill in Norhaven, the first attack in a decade."),
        ("the second attack in a week", "A third attack since May hit the mill in Norhaven."),
        # Of something else: a body's name, a quarter, another deed.
        ("the second attack", "The Third Army attack hit the mill in Norhaven."),
        ("the fourth quarter attack", "The second attack hit the mill in Norhaven."),
        ("the first attack", "The second trial over the attack on the mill in Norhaven began."),
        # No other one of the two.
        ("the second attack", "After the first attack, the second attack hit the mill in Norhaven."),
    ],
)
def test_ordinals_of_different_things_rule_nothing_out(meant: str, told: str) -> None:
    one, by = (ChainNode(text, text, text, 0, dt.date(2031, 5, 5)) for text in (told, meant))
    assert not is_of_another(meant, one, by)


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        ("the first attack", "Second attack hits the mill in Norhaven."),
        ("the third raid on the mill", "In the second raid, a guard was shot; it was the first raid in a decade."),
        # told by another noun for such deeds
        ("the first shooting", "In the second attack, a guard was killed at the mill in Norhaven."),
    ],
)
def test_another_ordinal_of_the_same_deed_means_another(meant: str, told: str) -> None:
    one, by = (ChainNode(text, text, text, 0, dt.date(2031, 5, 5)) for text in (told, meant))
    assert is_of_another(meant, one, by)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Orla Tarn lost allies following crude comments on the mill.", True),
        ("Orla Tarn lost allies following crude comments.", False),
        ("Orla Tarn lost allies following a conference call on the mill.", False),
    ],
)
def test_remarks_of_which_their_matter_is_told_are_known(text: str, means: bool) -> None:
    said = ("said", 3, "Orla Tarn told a crowd at a conference that the mill was a jail.")
    asked = "Orla Tarn calls the mill a jail"
    assert bool(links(said, ("x", 5, text), asked=asked)) is means


def test_what_sparked_something_on_its_day_is_told_with_it() -> None:
    letter = ("letter", 3, "A group of 47 senators from Norland has written to Lund.")
    text = "A letter from Norland senators to Lund sparked a furious answer from Sundholm on Monday."
    assert links(letter, ("x", 3, text), asked="Norland senators write to Lund") == [("x", "letter", True)]


@pytest.mark.parametrize(
    ("text", "caused"),
    [
        ("The attack in Norhaven sparked protests on Wednesday.", True),
        ("Monday’s attack in Norhaven has prompted calls for a truce.", True),
        # one that is not known, that may come, and what it did not lead to
        ("An attack in Norhaven could spark a war, Orla Tarn said on Wednesday.", False),
        ("An attack in Norhaven sparked a war, Orla Tarn said on Wednesday.", False),
        ("Another attack in Norhaven would spark a war.", False),
        ("The attack in Norhaven may spark a war, Orla Tarn said on Wednesday.", False),
        ("The attack in Norhaven did not spark protests on Wednesday.", False),
        ("The attack in Norhaven never sparked protests.", False),
    ],
)
def test_what_led_to_something(text: str, caused: bool) -> None:
    nodes = [ChainNode(id, told, f"article-{id}", 0, DAY.replace(day=day)) for id, day, told in (RAID, ("x", 5, text))]
    kinds = [one.kind for _, one in referred(nodes, {}, Resolver(nodes)) if one.shown]
    assert ("caused by" in kinds) is caused


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Orla Tarn signed a letter condemning the attack in Norhaven.", True),
        ("Senators passed a resolution condemning the attack in Norhaven.", True),
        ("Senators wrote a memo and a letter condemning the attack in Norhaven.", True),
        ("A letter condemning the attack in Norhaven was sent to Orla Tarn on Tuesday.", True),
        ("A resolution condemning the attack in Norhaven was adopted.", True),
        ("A resolution condemning the attack in Norhaven was rejected.", False),
        ("A resolution condemning the attack in Norhaven failed.", False),
        ("Senators voted on a resolution condemning the attack in Norhaven.", False),
        ("Senators blocked a resolution condemning the attack in Norhaven.", False),
        ("Orla Tarn lost a motion condemning the attack in Norhaven.", False),
        ("Orla Tarn refused to sign a letter condemning the attack in Norhaven.", False),
        ("Orla Tarn opposed a resolution condemning the attack in Norhaven.", False),
    ],
)
def test_what_a_statement_holds_counts_where_it_is_made_or_backed(text: str, linked: bool) -> None:
    assert bool(links(RAID, ("x", 5, text))) is linked


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Sundholm condemned Norland’s campaign against Norhaven.", True),
        ("Sundholm condemned Norland’s action against Norhaven.", True),
        ("Sundholm condemned Orla Tarn’s campaign against Norhaven.", False),
        ("Sundholm condemned Norland’s campaign.", False),
    ],
)
def test_a_campaign_against_a_place_is_an_act(text: str, linked: bool) -> None:
    bombed = ("bombed", 3, "Norland jets bombed Norhaven on Monday.")
    assert bool(links(bombed, ("x", 5, text), asked="Norland bombs Norhaven")) is linked


def test_a_campaign_is_no_act() -> None:
    spoke = ("spoke", 3, "Orla Tarn admitted on Monday that she spoke at a rally of millers.")
    asked = "Orla Tarn admits speaking to millers"
    assert not links(spoke, ("x", 4, "A miller gave a thousand crowns to Orla Tarn’s campaign."), asked=asked)
    assert links(spoke, ("x", 4, "A miller objected to Orla Tarn’s decision."), asked=asked)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Orla Tarn condemned the helicopter attack.", False),
        ("Orla Tarn condemned the attack.", True),
        ("Orla Tarn condemned the mill attack.", True),
        ("Orla Tarn condemned the terror attack in Norhaven.", True),
    ],
)
def test_a_thing_of_which_the_event_does_not_tell_leaves_it_only_possible(text: str, sure: bool) -> None:
    assert links(RAID, ("x", 4, text), asked="raid on the mill in Norhaven") == [("x", "raid", sure)]


def test_whose_deed_it_is_the_question_says_too() -> None:
    brushed = ("brushed", 3, "Lund brushed off the furor over Orla Tarn's speech on Monday, calling the snub small.")
    text = "Egil Moe tried on Tuesday to recast, and defended, Orla Tarn's remarks."
    asked = "Orla Tarn refuses to endorse Lund"
    assert [to for _, to, _ in links(brushed, ("x", 4, text), asked=asked)] == ["brushed"]
    assert not links(brushed, ("x", 4, text), asked="Egil Moe refuses to endorse Lund")


def test_a_states_action_is_what_the_question_has_it_do() -> None:
    erupted = ("erupted", 3, "The conflict erupted on Monday, when Norland killed the commander Egil Moe.")
    text = "The council met on Tuesday to consider a meeting on Norland's action in Sundholm."
    assert links(erupted, ("x", 4, text), asked="Norland kills Egil Moe") == [("x", "erupted", True)]
    assert not links(erupted, ("x", 4, text), asked="killing of Egil Moe")


def test_air_strikes_are_condemned_by_name() -> None:
    strikes = ("strikes", 3, "Norland carried out airstrikes on Monday against five camps of a militia in Sundholm.")
    text = "Egil Moe condemned Norland air strikes on camps in Sundholm."
    assert links(strikes, ("x", 4, text)) == [("x", "strikes", True)]
    assert not links(strikes, ("x", 4, text.replace("Norland", "Westland")))


def test_where_a_suspect_is_tells_of_no_deed() -> None:
    ill = ("ill", 3, "Norhaven bombings suspect Egil Moe is at Sundholm's hospital, spokeswoman Orla Tarn said.")
    text = "Police continued their search for a motive in the Norhaven bombings."
    assert not links(ill, ("x", 4, text))
    assert links(("bombed", 3, "Egil Moe bombed a hospital in Norhaven."), ("x", 4, text))


def test_a_title_refers_to_no_deed() -> None:
    pulled = ("pulled", 3, "Norhaven Pictures gave an interview on Monday and pulled the film from halls.")
    asked = "Norhaven Pictures gives an interview"
    assert links(pulled, ("x", 4, "Orla Tarn praised the interview."), asked=asked)
    assert not links(pulled, ("x", 4, "Orla Tarn praised “The Interview”."), asked=asked)


def test_a_question_asks_not_for_what_its_event_answered() -> None:
    order = ("order", 3, "Norland imposed sanctions on Sundholm on Monday.")
    denied = ("x", 4, "Sundholm denied on Tuesday that it was behind the hack.")
    asked = "Norland imposes sanctions on Sundholm"
    assert not links(order, denied, asked=f"{asked} over the hack")
    assert links(order, ("x", 4, "Sundholm condemned the sanctions."), asked=f"{asked} over the hack")


def test_what_another_source_says_of_a_thing_itself_is_no_link() -> None:
    mill, camp, other = (
        ChainNode("mill", "Norland troops raided a mill in Hask and shot two.", "a", 0, DAY),
        ChainNode("camp", "Norland troops raided a camp in Hask.", "b", 0, DAY.replace(day=12)),
        ChainNode("camp", "Orla Tarn condemned the raid by Norland troops in Hask.", "c", 0, DAY.replace(day=12)),
    )
    assert not list(referred([mill, camp], {"camp": (other,)}, Resolver([mill, camp])))
    later = replace(other, id="x")
    assert list(referred([mill, later], {}, Resolver([mill, later])))
    answering = replace(other, text="Norland troops moved on a camp in Hask in retaliation for the raid on the mill.")
    assert list(referred([mill, camp], {"camp": (answering,)}, Resolver([mill, camp])))
