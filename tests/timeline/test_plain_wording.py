"""What a sentence only brings up beside what it says is no news of the day that this is of."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import tree
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.day_before import is_of_day_before
from leadup.timeline.plain_wording import (
    _is_aside,
    _is_behind_as_past,
    _is_charge,
    _is_of_bare_name,
    _is_past,
    _is_told,
    _is_under_participle,
    is_in_passing,
    is_in_present,
    is_no_news,
    is_of_before,
    is_scene,
    is_still_to_come,
    plainly_worded,
    tells_aside,
)
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.table import Table, read_table

DAY = dt.date(2021, 5, 11)


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        # how things stand, with a day in a clause on somebody in it
        ("Ilan Varo is still behind Ida Lund, who left the race on May 7.", True),
        ("Ilan Varo is the mayor of Hask, where a ferry sank on May 7.", True),
        # how things stood on the day itself, and what was done on it
        ("Ilan Varo was behind Ida Lund on May 7.", False),
        ("Ida Lund left the race on May 7.", False),
        ("Ida Lund, who is the mayor of Hask, left the race on May 7.", False),
        # a list of what was done on each of three days, and one of two
        ("Police shot Ilan Varo on May 7, Ida Lund on May 9 and Dora Lund on May 10.", True),
        ("Police shot Ilan Varo on May 7 and Ida Lund on May 9.", False),
        # whose verb the parser misses
        (
            "President Lund, breaking his silence on the Orsk Affairs scandal, outlined steps May 7 to fix whatever is"
            " wrong at the agency -- while stopping short of heeding calls to sack Orsk Secretary Ilan Varo.",
            False,
        ),
    ],
)
def test_what_is_only_brought_up_beside_what_a_sentence_says(sentence: str, aside: bool) -> None:
    table, row, day = of_may_7(sentence)
    assert tells_aside(table, row, day) is aside


def of_may_7(sentence: str) -> tuple[Table, int, int]:
    # Behind another sentence, so that its places in its article are not those in itself.
    told = pool((("2021-05-12", "A", f"Rain fell on the hills. {sentence}"),))
    table = read_table(told, Question("the race", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    day = dt.date(2021, 5, 7).toordinal()
    return table, next(n for n, at in enumerate(table.rows) if at.day == day and table.text(n) == sentence), day


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        # the main verb's own day, and that of what somebody said, are later ones
        ("Ida Lund called on May 9 for revenge after the raid on May 7.", True),
        ("Ida Lund called on May 9 for revenge after the killing of Ilan Varo in a raid on May 7.", True),
        ("Ilan Varo said Norland was done with it after it fired at the mill on May 7.", True),
        ("Ilan Varo said the guards would stay after a mob burned the mill on May 7.", True),
        # the day is the main verb's, or of what is said itself
        ("Ida Lund called on May 7 for revenge after the raid on May 5.", False),
        ("Ilan Varo said on May 7 that Norland was done after it fired at the mill.", False),
        ("Ilan Varo said Norland fired at the mill on May 7 after it closed the bay.", False),
        ("Ida Lund shut the mill after a mob burned the gate on May 7.", False),
        ("Ida Lund was shot on May 7 after the vote of May 5.", False),
        ("Ida Lund shut the mill on May 7 and, after a raid, fled on May 9.", False),
        ("Ida Lund called on May 9 for revenge, and two men died in a raid on May 7.", False),
        ("After Ida Lund left on May 5, Ilan Varo said on May 7 that he would stay.", False),
    ],
)
def test_what_came_before_what_is_told(sentence: str, before: bool) -> None:
    table, row, day = of_may_7(sentence)
    assert is_of_day_before(table, row, day) is before
    assert is_no_news(table, row, day) or not before


@pytest.mark.parametrize(
    ("sentence", "passing"),
    [
        ("Anticipating the vote on May 7, Ilan Varo and Ida Lund struck a deal over the mill.", True),
        ("Ida Lund kept ahead of her rivals, winning most of the votes cast on May 7.", True),
        ("Entering Hask after the vote on May 7, Ida Lund led Ilan Varo.", True),
        ("Awaiting a ruling on May 7, Ida Lund shut the mill.", True),
        ("Ida Lund shut the mill, citing a raid that was made on May 7.", True),
        # a clause of where somebody was, or of what the main one did: its day is the main one's
        ("Arriving in Hask on May 7, Ida Lund shook hands with the men of the mill.", False),
        ("Returning to Hask on May 7, Ida Lund fired Ilan Varo.", False),
        ("Arriving in Hask for a march on May 7, Ida Lund fired Ilan Varo.", False),
        ("Visiting the mill on May 7, Ida Lund fired Ilan Varo.", False),
        ("Police stormed the mill, killing five men on May 7.", False),
        ("Police stormed the mill, beating two guards and killing five men on May 7.", False),
        # an example of what is told, and no example
        ("The mayor gave no notice of the raid, which followed days of riots, including an attack on May 7.", True),
        ("Ilan Varo led the raids on the mill over many weeks - among them the attack of May 7 - until he fell.", True),
        ("Five men, including two guards, were killed in the mill on May 7.", False),
        ("The raid of May 7 killed five men, including two guards.", False),
        # a clause that says when, what was done itself, and who did it
        ("Speaking in Hask on May 7, Ida Lund said that she left the race.", False),
        ("Ida Lund stoked talk of a strike, telling Ilan Varo on May 7 that the mill was lost.", False),
        ("As the strike began on May 7, Ida Lund left the mill.", False),
        ("Ida Lund left the mill on May 7, winning nothing.", False),
        ("Ida Lund left the mill and met Ilan Varo on May 7.", False),
        ("Ida Lund said that she met Ilan Varo on May 7.", False),
        ("Ida Lund, who won the vote on May 7, left the mill.", False),
        ("After the mill burned on May 7, Ida Lund left the race.", False),
    ],
)
def test_a_day_that_stands_in_a_participles_clause(sentence: str, passing: bool) -> None:
    assert is_in_passing(*of_may_7(sentence)) is passing


@pytest.mark.parametrize(
    ("sentence", "to_come"),
    [
        ("Ida Lund will meet Ilan Varo in Hask on May 7.", True),
        ("Ida Lund should leave the race on May 7.", True),
        ("Ida Lund “should leave the race” on May 7.", False),
        ("Ida Lund met Ilan Varo in Hask on May 7.", False),
        ("Ida Lund said on May 7 that she will leave the race.", False),
        ("“Ida Lund should leave the race,” Ilan Varo wrote on May 7.", False),
        # what was announced on the day, where who did so stands last
        ("Ida Lund will step down as mayor of Hask, her office announced on May 7.", False),
        ("Ida Lund will step down as mayor of Hask, the council said on May 7, to run with Ilan Varo.", False),
        ("Ida Lund will step down as mayor of Hask, said her office on May 7.", False),
        ("Ida Lund will step down as mayor of Hask on May 7, her office announced.", True),
        ("Ida Lund will step down as mayor of Hask on May 7, to run with Ilan Varo, her office announced.", True),
        ("The vote, which was called on May 7, will decide who runs the mill.", True),
    ],
)
def test_what_is_still_to_be_done(sentence: str, to_come: bool) -> None:
    assert is_still_to_come(*of_may_7(sentence)) is to_come


@pytest.mark.parametrize(
    ("sentence", "no_news"),
    [
        ("Ida Lund’s campaign said on May 7 that it expects to win Hask by a mile.", True),
        ("Nine of ten brokers picked Ilan Varo to win the vote in Hask on May 7.", True),
        ("Nine of ten brokers picked Ida Lund and Ilan Varo to win their races in Hask on May 7.", True),
        ("Ilan Varo was named as the likely winner in Hask on May 7.", True),
        ("Most brokers predicted on May 7 that Ilan Varo was likely to narrowly win in Hask.", True),
        ("Ilan Varo was widely favored to lose the vote in Hask on May 7.", True),
        ("Ida Lund won the vote in Hask on May 7.", False),
        ("Ida Lund picked Ilan Varo as her running mate to win back the suburbs on May 7.", False),
        ("Ida Lund picked Ilan Varo as her running mate to win the suburbs on May 7.", False),
        ("Ida Lund picked May 7 to carry out the order.", False),
        ("Ida Lund favored a law for guards to carry arms on May 7.", False),
        ("Ida Lund predicted a long fight to win the mill on May 7.", False),
        ("Guards who were expected to carry out the order of May 7 fled.", False),
        ("Ida Lund picked Ilan Varo on May 7 to run the mill.", False),
        ("Ida Lund said on May 7 that she expects to see the mill burn.", False),
    ],
)
def test_who_is_thought_to_win(sentence: str, no_news: bool) -> None:
    assert is_no_news(*of_may_7(sentence)) is no_news


@pytest.mark.parametrize(
    ("sentence", "scene"),
    [
        ("Ida Lund was addressing dockers in Hask on May 7, on the second day of a strike by bakers.", True),
        ("Ida Lund was speaking to reporters in Hask on May 7, wearing a hat.", True),
        ("Ida Lund was responding to a question on May 7 about the mill.", True),
        ("The remarks came on May 7 in the hall of Hask.", True),
        ("Ida Lund made the remarks on May 7 in a broadcast, using the words of her father.", True),
        # what was done where or while somebody spoke, and what was said
        ("Gunmen stormed the hall in Hask where Ida Lund was speaking on May 7.", False),
        ("Ida Lund was speaking in Hask on May 7 when the roof fell.", False),
        ("Ida Lund made the vow to rebuild the mill on May 7.", False),
        ("Ida Lund told dockers in Hask on May 7 that the mill would close.", False),
        ("The remark came on May 7 as Ida Lund quit.", False),
        ("Two guards were speaking to a driver on May 7 before he shot them.", False),
        ("Ida Lund was addressing a crowd in Hask on May 7 and fell.", False),
        # what is told itself: a thing responded to, talks, a threat or a promise, what came of one
        ("Police were responding to a robbery in Hask on May 7 and shot a man dead.", False),
        ("Firefighters were responding to a gas leak in Hask on May 7.", False),
        ("The clerk was responding to treatment on May 7.", False),
        ("Engineers were addressing a leak in the ferry on May 7.", False),
        ("Rebels were talking to Norland about a truce on May 7.", False),
        ("The bomb threat was made by phone on May 7 and emptied nine schools.", False),
        ("The bomb threat came by phone on May 7.", False),
        ("Norland’s threat came on May 7: it would shut the gas off.", False),
        ("Norland’s statement came on May 7: it would shut the gas off.", False),
        ("Ida Lund made her pledge on May 7 to rebuild the mill.", False),
        ("Her statement followed nine arrests on May 7.", False),
    ],
)
def test_where_somebody_spoke_is_no_news(sentence: str, scene: bool) -> None:
    table, row, day = of_may_7(sentence)
    assert is_scene(table, row) is is_no_news(table, row, day) is scene


def test_who_was_speaking_is_no_scene_but_a_clause_by_the_way() -> None:
    table, row, day = of_may_7("Ida Lund, who was speaking in Hask on May 7, called for a strike.")
    assert not is_scene(table, row) and is_no_news(table, row, day)


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        # how it was before, with the day in an aside or behind it
        ("Ida Lund had faced calls to go that grew after the report of May 7.", True),
        ("Ida Lund had threatened to quit; those calls grew after a report on May 7.", True),
        ("Dockers had blocked the harbour when Ida Lund arrived on May 7.", True),
        # what was done on the day, if before what is told next
        ("Ida Lund had left the race on May 7.", False),
        ("By May 7 dockers had blocked the harbour.", False),
        ("Ida Lund had asked for the papers in a letter on May 7.", False),
        # what somebody says of it
        ("Ida Lund had left the race, her office said on May 7.", False),
        ("“Dockers had no way out after the fire of May 7,” Ida Lund said.", False),
        ("Ida Lund said that dockers had blocked the harbour after a fire on May 7.", False),
        ("Dockers “had blocked the harbour” when Ida Lund arrived on May 7.", False),
        # "had" that is no helping verb, and one of a clause below
        ("Ida Lund had talks with Ilan Varo after the fire of May 7.", False),
        ("Ida Lund left the race after dockers had blocked the harbour on May 7.", False),
        ("Ida Lund has faced calls to go since the report of May 7.", False),
    ],
)
def test_what_was_so_before_the_day(sentence: str, before: bool) -> None:
    table, row, day = of_may_7(sentence)
    assert is_of_before(table, row, day) is before
    assert is_no_news(table, row, day) or not before


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("People in Hask are talking of a strike on May 7 and of little else.", True),
        ("Testimony given by Ida Lund to the council on May 7 appears to conflict with her letter.", True),
        ("Ida Lund and her party are holding a rally in Hask on May 7.", True),
        # done, said, or ahead
        ("Ida Lund and her party held a rally in Hask on May 7.", False),
        ("Ida Lund says she left the race on May 7.", False),
        ("Ida Lund, who is the mayor of Hask, left the race on May 7.", False),
        ("Ida Lund was holding a rally in Hask on May 7.", False),
        # a past deed of the day behind what is so now
        ("The mayor of Hask is accused of shooting a sailor on May 7 at the Sund border.", False),
        ("The mayor of Hask is charged with burning a mill on May 7.", False),
        ("Hask is under curfew after police shot a boy on May 7.", False),
        ("Rebels are holding 12 hostages seized on May 7.", False),
        ("Guards are hunting a baker who shot a boy on May 7.", False),
        ("Norland is sending troops to Hask after rebels seized it on May 7.", False),
        ("Norland is sending troops to Hask after rebels seized it in a raid on May 7.", False),
        ("Norland is sending troops to Hask after it was seized on May 7.", False),
        ("Hask is reeling after a baker opened fire on May 7.", False),
        ("Hask is in mourning after a ferry sank in the bay on May 7.", False),
        ("After rebels seized Hask on May 7, Norland is sending troops.", False),
        # no past deed behind it, or one that the day is not of
        ("Ida Lund is reeling after rebels raided Hask and plans to speak on May 7.", True),
        ("Hask is reeling after rebels raided the mill and is counting the votes of May 7.", True),
        ("Dockers are planning to shut the mill on May 7.", True),
        ("Dockers are planning to cut the ropes on May 7.", True),
        ("Dockers are planning a strike that will be called on May 7.", True),
        ("Dockers are talking of burning the mill on May 7.", True),
        ("Dockers who sank a ferry on May 7 are holding a rally.", True),
        ("Hask is under curfew after a strike on May 7.", True),
        ("Ida Lund is holding a rally after a strike on May 7.", True),
    ],
)
def test_what_is_so_or_going_on_as_it_is_written(sentence: str, present: bool) -> None:
    table, row, day = of_may_7(sentence)
    assert is_in_present(table, row, day) is present
    assert is_no_news(table, row, day) or not present


BROUGHT_UP = "There is fear in Hask after rebels raided the mill of Orsk on May 7, killing five guards."
PLAIN = "Rebels raided the mill of Orsk on May 7 and killed five guards."
RAIN = "Rain fell on the mill of Orsk on May 7."
SLACK = "On May 7 rebels raided the mill of Orsk, it has been said, and killed five guards of it, and so on and on."


@pytest.mark.parametrize(
    ("sentence", "others", "worded"),
    [
        (BROUGHT_UP, (PLAIN,), PLAIN),
        (BROUGHT_UP, (RAIN, PLAIN, SLACK), PLAIN),
        (BROUGHT_UP, (SLACK, PLAIN, RAIN), PLAIN),
        # nothing else tells it: none, another thing, one that brings it up too, one without a day of its own
        (BROUGHT_UP, (), BROUGHT_UP),
        (BROUGHT_UP, (RAIN,), BROUGHT_UP),
        (BROUGHT_UP, (BROUGHT_UP.replace("fear", "anger"),), BROUGHT_UP),
        (BROUGHT_UP, ("Rebels raided the mill of Orsk and killed five guards.",), BROUGHT_UP),
        (BROUGHT_UP, (PLAIN.replace("May 7", "May 8"),), BROUGHT_UP),
        (BROUGHT_UP, ("Rebels raided a bank in Lom on May 7 and took two cars.",), BROUGHT_UP),
        # it tells it itself, or something else that came after it
        (PLAIN, ("Five guards of the mill of Orsk were killed in a raid on May 7.",), PLAIN),
        (RAIN, (PLAIN,), RAIN),
        ("Dockers marched in Hask after the raid on the mill of Orsk on May 7.", (PLAIN,), ""),
    ],
)
def test_what_a_sentence_only_brings_up_is_worded_by_one_that_tells_it(
    sentence: str, others: tuple[str, ...], worded: str
) -> None:
    told = pool(tuple(("2021-05-12", f"Outlet {n}", text) for n, text in enumerate((sentence, *others))))
    table = read_table(told, Question("the race", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    day = dt.date(2021, 5, 7).toordinal()
    of_text = {table.text(int(row)): int(row) for row in table.of_day[day]}
    one, words = RankedHappening(day, of_text[sentence], 1.0, ()), SharedWords(table, None)
    found = plainly_worded(table, [one], words, None, ())
    assert [table.text(here.row) for here in found] == [worded or sentence]
    # What tells of the event words nothing else and stays; what is told already is not told again.
    assert plainly_worded(table, [one], words, None, [of_text[sentence]]) == [one]
    if worded != sentence and worded:
        assert plainly_worded(table, [one], words, None, [of_text[worded]]) != found
        told_twice = [one, RankedHappening(day, of_text[worded], 0.5, ())]
        assert plainly_worded(table, told_twice, words, None, ()) == told_twice[1:]


LUND, ACCUSED, OF, SHOOTING = (
    "Lund PROPN nsubj:pass 2", "accused VERB root 0", "of SCONJ mark 4", "shooting VERB advcl 2"
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "charge"),
    [
        ([LUND, ACCUSED, OF, SHOOTING], True),
        ([LUND, "Accused VERB root 0", OF, "Shooting VERB advcl 2"], True),
        # no gerund; none that a word joins; not below the main verb
        ([LUND, ACCUSED, OF, "shot VERB advcl 2"], False),
        ([LUND, ACCUSED, "of SCONJ dep 4", SHOOTING], False),
        ([LUND, ACCUSED, "man NOUN obj 2", "shooting VERB acl 3", "of SCONJ mark 4"], False),
        # what is above it is a noun, or going on itself
        ([LUND, "guilty ADJ root 0", OF, SHOOTING], False),
        ([LUND, "suspect NOUN root 0", OF, SHOOTING], False),
        ([LUND, "weighing VERB root 0", OF, SHOOTING], False),
        ([LUND, "Weighing VERB root 0", OF, SHOOTING], False),
    ],
)
def test_what_somebody_is_accused_of(words: list[str], charge: bool) -> None:
    assert _is_charge(tree(*words), 3, ENGLISH) is charge


@pytest.mark.parametrize(
    ("words", "past"),
    [
        (["after SCONJ mark 2", "seized VERB root 0"], True),
        (["after SCONJ mark 2", "Seized VERB root 0"], True),
        (["after SCONJ mark 2", "sank VERB root 0"], True),
        (["after SCONJ mark 2", "sink VERB root 0"], False),
        (["to PART mark 2", "cut VERB root 0"], False),
        (["to PART mark 2", "seized VERB root 0"], False),
        # read as a noun: behind "after" alone
        (["after ADP case 2", "shot NOUN root 0"], True),
        (["by ADP case 2", "shot NOUN root 0"], False),
        (["after ADP case 2", "strike NOUN root 0"], False),
    ],
)
def test_what_is_a_past_verb(words: list[str], past: bool) -> None:
    assert _is_past(tree(*words), 1, ENGLISH) is past


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Lund PROPN nsubj 2", "sang VERB root 0", "fell VERB parataxis 2"], True),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "fell VERB conj 2"], True),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "mayor NOUN conj 2", "is AUX cop 3"], True),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "mayor NOUN conj 2"], False),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "fell VERB obj 2"], False),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "fell VERB acl 1"], False),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "fell VERB acl:relcl 1"], True),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "falling VERB advcl 2"], False),
        (["Lund PROPN nsubj 2", "sang VERB root 0", "falling VERB advcl 2", "Varo PROPN nsubj 3"], True),
    ],
)
def test_what_tells_something_of_its_own(words: list[str], told: bool) -> None:
    assert _is_told(tree(*words), 2, ENGLISH) is told


@pytest.mark.parametrize(
    ("words", "aside"),
    [
        (["Lund PROPN nsubj 2", "asked VERB root 0", "after SCONJ mark 4", "raid NOUN advcl 2"], True),
        (["Lund PROPN nsubj 2", "asked VERB root 0", "soon ADV advmod 4", "raid NOUN obj 2"], False),
        # wherein the main deed was done, which another one's is not
        (["Lund PROPN nsubj 2", "asked VERB root 0", "in ADP case 4", "letter NOUN obl 2"], False),
        (["Lund PROPN nsubj 2", "asked VERB root 0", "after ADP case 4", "letter NOUN obl 2"], True),
        (["Asked VERB root 0", "men NOUN obj 1", "in ADP case 4", "letter NOUN nmod 2"], True),
        (["men NOUN nsubj 2", "asked VERB root 0", "in ADP case 4", "letter NOUN nmod 1"], True),
        # below an aside
        (["men NOUN obl 2", "asked VERB root 0", "in ADP case 4", "letter NOUN obj 1"], True),
    ],
)
def test_what_stands_in_an_aside(words: list[str], aside: bool) -> None:
    assert _is_aside(tree(*words), 3, ENGLISH) is aside


MET = "met VERB root 0 meet"


@pytest.mark.parametrize(
    ("words", "at", "under"),
    [
        # a clause in front that says what is ahead, and one that says where somebody was
        (["Awaiting VERB advcl 3 await", "votes NOUN obj 1 vote", MET], 1, True),
        (["Visiting VERB advcl 3 visit", "mills NOUN obj 1 mill", MET], 1, False),
        # with its own doer or a word that joins it
        (["Awaiting VERB advcl 4 await", "votes NOUN obj 1 vote", "Lund PROPN nsubj 1", MET], 1, False),
        (["As SCONJ mark 2", "awaiting VERB advcl 4 await", "votes NOUN obj 2 vote", MET], 2, False),
        (["Awaiting NOUN advcl 3 await", "votes NOUN obj 1 vote", MET], 1, False),
        (["Awaiting VERB conj 3 await", "votes NOUN obj 1 vote", MET], 1, False),
        # behind the main verb, as what is below it, and as the deed itself
        (["Met VERB root 0 meet", "visiting VERB advcl 1 visit", "mills NOUN obl 2 mill"], 2, True),
        (["Met VERB root 0 meet", "visiting VERB advcl 1 visit", "mills NOUN obj 2 mill"], 2, False),
        (["Met VERB root 0 meet", "visiting VERB advcl 1 visit"], 1, False),
        # who spoke
        (["Met VERB root 0 meet", "speaking VERB advcl 1 speak", "mills NOUN obl 2 mill"], 2, False),
        (["Met VERB root 0 meet", "telling VERB advcl 1 tell", "mills NOUN obl 2 mill"], 2, False),
    ],
)
def test_what_stands_under_a_participle(words: list[str], at: int, under: bool) -> None:
    assert _is_under_participle(tree(*words), at, ENGLISH) is under


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        (["Lund PROPN root 0", "breaking VERB acl 1"], True),
        (["Lund PROPN root 0", "is AUX cop 1"], False),
        (["mayor NOUN root 0", "breaking VERB acl 1"], False),
        (["Lund PROPN nsubj 2", "broke VERB root 0"], False),
        (["breaking VERB acl 2", "Lund PROPN root 0"], True),
        ([], False),
    ],
)
def test_a_sentence_that_is_read_as_a_bare_name(words: list[str], bare: bool) -> None:
    assert _is_of_bare_name(tree(*words)) is bare


@pytest.mark.parametrize(
    ("words", "at", "past"),
    [
        # behind the main verb, with or below a past one
        (["sends VERB root 0 send", "men NOUN obj 1", "after SCONJ mark 4", "seized VERB advcl 1 seize"], 3, True),
        (["sends VERB root 0 send", "seized VERB advcl 1 seize", "towns NOUN obj 2 town"], 2, True),
        (["sends VERB root 0 send", "seize VERB advcl 1 seize", "towns NOUN obj 2 town"], 2, False),
        # the main verb itself, and what is in its subject
        (["seized VERB root 0 seize", "towns NOUN obj 1 town"], 1, False),
        (["men NOUN nsubj 3", "seized VERB acl 1 seize", "go VERB root 0"], 1, False),
        (["men NOUN obj 3", "seized VERB acl 1 seize", "go VERB root 0"], 1, True),
        # planned
        (["sends VERB root 0 send", "will AUX aux 3", "seized VERB advcl 1 seize"], 2, False),
    ],
)
def test_what_stands_behind_as_a_past_deed(words: list[str], at: int, past: bool) -> None:
    assert _is_behind_as_past(tree(*words), at, ENGLISH) is past


def test_many_days_one_by_one_are_told_aside() -> None:
    def aside(*days: int) -> bool:
        held = " and ".join(f"May {day}" for day in days)
        return tells_aside(*of_may_7(f"Ida Lund shut the mill on {held}."))

    assert [aside(7), aside(7, 5), aside(7, 5, 4), aside(7, 5, 4, 3)] == [False, False, True, True]
