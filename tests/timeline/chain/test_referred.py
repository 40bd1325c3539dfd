"""Links to what a reference means: the only thing told that may be meant, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.chain.referring import AGAIN, CLOSED, DAY, LEAK, RAID, RALLY, links

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.referred import referred
from leadup.timeline.chain.resolve import Resolver


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Airports closed on Wednesday due to the attack in Norhaven.", [("x", "raid", True)]),
        ("Orla Tarn condemned the attack in Norhaven.", [("x", "raid", True)]),
        ("Schools closed in Norhaven after the attack.", [("x", "raid", False)]),
        ("Norhaven held a service following a shooting that killed nine workers.", [("x", "raid", False)]),
        (
            "Norhaven held a service following a shooting that killed nine workers of a Bible group.",
            [("x", "raid", False)],
        ),
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


def test_of_two_such_deeds_none_is_meant_but_the_event_asked_about_since_it_happened() -> None:
    assert links(RAID, AGAIN, CLOSED) == []
    # the later of the two is asked about
    assert links(AGAIN, RAID, CLOSED, asked="attack on the harbour of Norhaven") == [("x", "again", True)]
    # and where the other came after it, either may be meant
    assert links(RAID, AGAIN, CLOSED, asked="attack on the mill in Norhaven") == []


def test_deeds_of_which_nothing_says_which_are_none() -> None:
    assert links(RAID, ("x", 5, "Crowds marched in Norhaven in protest over killings of workers.")) == []
    assert links(RAID, ("x", 5, "Crowds marched in Norhaven over the killings of workers.")) == [("x", "raid", True)]


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


def test_of_ones_own_remarks_one_speaks_who_made_them_before() -> None:
    said = ChainNode("said", "Orla Tarn called the miners of Norhaven liars on Monday.", "a", 0, DAY, True, "tarn")
    spoke = ChainNode("spoke", "Orla Tarn of Norhaven defended her remarks.", "b", 0, DAY, True, "tarn")
    assert not list(referred([said, spoke], {}, Resolver([said, spoke], ENGLISH)))
    later = replace(spoke, day=DAY.replace(day=DAY.day + 1))
    assert [one.to for _, one in referred([said, later], {}, Resolver([said, later], ENGLISH))] == ["said"]


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


def test_whom_a_deed_befell_is_not_who_died_where_that_was_protested() -> None:
    shot = "A gunman killed five guards in Hask on Monday at a march over the deaths of Bo Lund and Ida Rask."
    march = ("x", 5, "Crowds in Norhaven protested the deaths of Bo Lund and Ida Rask.")
    assert links(("shot", 3, shot), march, asked="guards shot in Hask") == []
    mourned = ("x", 5, "Crowds in Norhaven protested the deaths of the guards in Hask.")
    assert links(("shot", 3, shot), mourned, asked="guards shot in Hask") == [("x", "shot", True)]


def test_what_is_called_for_was_not_done() -> None:
    vote = ("vote", 3, "The Norhaven council voted on Monday on the toll bill.")
    assert links(vote, ("x", 5, "Orla Tarn called for a Norhaven vote on the toll bill.")) == []


def test_what_is_struck_back_for_is_the_blow_before() -> None:
    rockets = ("rockets", 3, "Rockets hit a Norhaven base on Monday.")
    struck = ("x", 5, "Norhaven jets struck the camp in retaliation for the barrage.")
    assert links(rockets, struck) == [("x", "rockets", True)]


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


def test_what_another_source_says_of_a_thing_itself_is_no_link() -> None:
    mill, camp, other = (
        ChainNode("mill", "Norland troops raided a mill in Hask and shot two.", "a", 0, DAY),
        ChainNode("camp", "Norland troops raided a camp in Hask.", "b", 0, DAY.replace(day=12)),
        ChainNode("camp", "Orla Tarn condemned the raid by Norland troops in Hask.", "c", 0, DAY.replace(day=12)),
    )
    assert not list(referred([mill, camp], {"camp": (other,)}, Resolver([mill, camp], ENGLISH)))
    later = replace(other, id="x")
    assert list(referred([mill, later], {}, Resolver([mill, later], ENGLISH)))
    answering = replace(other, text="Norland troops moved on a camp in Hask in retaliation for the raid on the mill.")
    assert list(referred([mill, camp], {"camp": (answering,)}, Resolver([mill, camp], ENGLISH)))


def test_what_is_of_a_day_by_the_deed_alone_tells_that_again() -> None:
    assert links(RAID, ("x", RAID[1], "Monday’s attack in Norhaven has badly shaken the town.")) == []
