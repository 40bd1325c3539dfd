"""What earlier thing a few words mean."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode
from leadup.timeline.chain.phrases import any_act, first_phrase, is_bare_plural, named_until, names_many, pointed_at
from leadup.timeline.chain.resolve import Resolver, is_of_another, latest_first, months_named, own_words


def day(number: int) -> dt.date:
    return dt.date(2031, 5, number)


@pytest.mark.parametrize(
    ("words", "refers"),
    [
        ("the deadly strikes on the base", True),
        ("Monday's attack", True),
        ("Norland’s raid", True),
        ("an attack on the base", False),
        ("the harbour", False),
        # beyond the first phrase, or in another one
        ("the base after the attack", False),
        ("his rant the night the court gave its ruling", False),
        ("the old and very long and quite well known attack", False),
    ],
)
def test_whether_a_phrase_points_to_a_deed(words: str, refers: bool) -> None:
    assert bool(pointed_at(words, ENGLISH)) is refers


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("the deadly strikes on the base", "the deadly strikes on the base"),
        ("the strikes broke into the embassy", "the strikes"),
        ("the raids and the strikes", "the raids"),
        ("the raids and the", "the raids"),
        ("the raids and", "the raids and"),
        ("the raids and shootings", "the raids and shootings"),
        ("an attack broke the calm", "an attack broke the calm"),
        ("the harbour", "the harbour"),
    ],
)
def test_where_the_phrase_that_refers_ends(words: str, phrase: str) -> None:
    for before in ("", "by then "):
        assert (before + words)[: named_until(before + words, ENGLISH)] == before + phrase


def test_a_phrase_up_to_what_says_more_of_it() -> None:
    assert first_phrase("the attack on the base", ENGLISH) == "the attack"
    assert first_phrase("on the base", ENGLISH) == "on the base"


@pytest.mark.parametrize(
    ("words", "act", "many"),
    [
        ("the move", True, False),
        ("the decision of the council", False, False),
        ("the attacks", False, False),
        ("a raid", False, False),
        ("several attacks", False, True),
        ("the planned attack", False, True),
    ],
)
def test_words_for_any_act_and_for_no_one_deed(words: str, act: bool, many: bool) -> None:
    assert (any_act(words, ENGLISH), names_many(words, ENGLISH)) == (act, many)


def test_months_that_words_name() -> None:
    assert months_named("December's shooting", ENGLISH) == {12}
    assert months_named("the January raid on Orsk", ENGLISH) == {1}
    assert months_named("the raid", ENGLISH) == frozenset()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("A day after the Dec. 29 attack, rebels stormed the embassy.", "rebels stormed the embassy"),
        ("Rebels stormed the embassy in response to the killing of the envoy.", "Rebels stormed the embassy"),
        ("In response to the killing of the envoy.", "In response to the killing of the envoy"),
        ("Rebels stormed the embassy.", "Rebels stormed the embassy"),
    ],
)
def test_a_sentence_without_what_it_refers_back_to(text: str, own: str) -> None:
    assert own_words(text, ENGLISH).strip(" ,.") == own


def _node(name: str, article: str = "other", start: int = 0, at: dt.date | None = None, text: str = "x") -> ChainNode:
    return ChainNode(name, text, article, start, at)


def test_what_may_be_meant_stands_latest_first() -> None:
    by = _node("by", "own", 100, day(10))
    told = [
        _node("early", at=day(3)),
        _node("late", at=day(9)),
        _node("of the day", at=day(10)),
        _node("of the next", at=day(11)),
        _node("before in it", "own", 50, day(10)),
        _node("before in it, of the next", "own", 40, day(11)),
        _node("before in it, of later", "own", 30, day(12)),
        _node("behind in it", "own", 150, day(9)),
        _node("behind in it, of the day", "own", 150, day(10)),
        _node("of no day", at=None),
        _node("before in it, of no day", "own", 10, None),
        _node("behind in it, of no day", "own", 160, None),
        by,
    ]
    assert [one.id for one in latest_first(told, by)] == [
        "before in it, of the next",
        "before in it",
        "of the day",
        "behind in it",
        "late",
        "early",
        "before in it, of no day",
        "of no day",
    ]


ATTACK = _node("attack", "a", 0, day(2), "A rocket attack on a base near Hask killed a Tarnish contractor.")
STRIKE = _node("strike", "b", 0, day(4), "Tarnish airstrikes on the Orlen Brigade killed 25 fighters.")
STORM = _node("storm", "c", 0, day(6), "A mob stormed the Tarnish Embassy in Hask and torched its gate.")
VOTE = _node("vote", "d", 0, day(7), "The parliament of Marn voted to close the harbour to foreign ships.")
TOLD = (ATTACK, STRIKE, STORM, VOTE)
BY = _node("by", "e", 0, day(9), "General Rasp was killed in Hask by a drone of the air force.")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the airstrikes on the Orlen Brigade", "strike"),
        ("the rocket attack on the base near Hask", "attack"),
        ("the May 2 attack", "attack"),
        ("the storming of the embassy", "storm"),
        ("the vote of the parliament to close the harbour", "vote"),
        ("the move", "vote"),
        ("the harvest festival", None),
        ("the May 3 attack", None),
    ],
)
def test_the_earlier_thing_that_words_mean(words: str, meant: str | None) -> None:
    found = Resolver((*TOLD, BY), ENGLISH).antecedent(words, BY, latest_first(TOLD, BY))
    assert (found and found.told.id) == meant


@pytest.mark.parametrize(
    ("words", "meant", "sure"),
    [
        # of another article more than the kind of deed must be the same
        ("the airstrikes on the Orlen Brigade", "strike", True),
        ("Sunday's airstrikes on the Orlen Brigade", "strike", True),
        ("Friday's airstrikes on the Orlen Brigade", "strike", False),
        ("the airstrikes that killed 26 of the Orlen Brigade", "strike", True),
        ("the airstrikes that killed 70 of the Orlen Brigade", "strike", False),
        ("April's airstrikes on the Orlen Brigade", "strike", False),
        ("several airstrikes on the Orlen Brigade", "strike", False),
    ],
)
def test_whether_it_is_surely_meant(words: str, meant: str, sure: bool) -> None:
    found = Resolver((*TOLD, BY), ENGLISH).antecedent(words, BY, latest_first(TOLD, BY))
    assert found is not None
    assert (found.told.id, found.sure) == (meant, sure)


def test_rare_words_say_more() -> None:
    resolver = Resolver((*TOLD, BY), ENGLISH)
    assert resolver.rarity("orlen") > resolver.rarity("hask") > 0
    assert resolver.rarity("nowhere") > resolver.rarity("orlen")


def test_names_that_stand_in_both() -> None:
    resolver = Resolver((*TOLD, BY), ENGLISH)
    assert resolver.names_in_both(ATTACK, BY) == 1
    assert resolver.names_in_both(STRIKE, BY) == 0


def test_the_rarer_a_word_the_more_by_how_many_hold_it() -> None:
    resolver = Resolver((*TOLD, BY), ENGLISH)
    # of five one holds "orlen", two hold a drone's "airstrikes" and "hask" three, none "nowhere"
    assert resolver.rarity("nowhere") == pytest.approx(math.log(1 + 6 / 0.5))
    assert resolver.rarity("orlen") == pytest.approx(math.log(1 + 6 / 1.5))
    assert resolver.rarity("hask") == pytest.approx(math.log(1 + 6 / 3.5))


@pytest.mark.parametrize(
    ("words", "told", "may_be"),
    [
        ("the airstrikes", {"strike"}, {"attack", "strike", "storm", "by"}),
        ("the storming", {"storm"}, {"storm"}),
        ("the vote", {"vote"}, {"vote"}),
        ("the nomination", set(), set()),
        # an attack may be any of them, and what is no deed as well
        ("the attack", set(), {"attack", "strike", "storm", "vote", "by"}),
        ("the harvest", set(), {"attack", "strike", "storm", "vote", "by"}),
    ],
)
def test_whether_it_is_told_in_the_very_noun_or_of_its_kind(words: str, told: set[str], may_be: set[str]) -> None:
    resolver = Resolver((*TOLD, BY), ENGLISH)
    assert {one.id for one in (*TOLD, BY) if resolver.told_in(words, one)} == told
    assert {one.id for one in (*TOLD, BY) if resolver.may_be_told_in(words, one)} == may_be


def test_a_compound_of_a_noun_is_told_in_it() -> None:
    strikes = _node("strikes", at=day(3), text="Strikes of Norland killed two at the mill.")
    assert Resolver((strikes,), ENGLISH).told_in("the airstrikes", strikes)


def test_kinds_of_deed_told_first_hand() -> None:
    vow = _node("vow", at=day(3), text="The general vowed to avenge the killing of his men.")
    resolver = Resolver((*TOLD, vow), ENGLISH)
    assert {"kill", "attack"} <= resolver.told_there(STRIKE)
    assert "elect" in resolver.told_there(VOTE)
    assert resolver.told_there(vow) == frozenset()
    assert "kill" in resolver.kinds_in_both(ATTACK, STRIKE)
    assert not resolver.kinds_in_both(STRIKE, VOTE)
    assert not resolver.kinds_in_both(STRIKE, vow)
    resolver.set_aside(STRIKE)
    assert resolver.told_there(STRIKE) == resolver.kinds_in_both(ATTACK, STRIKE) == frozenset()


KILLED = "Gunmen killed two men at the mill."
OWN, OTHER = _node("own", "e", 0, day(8), KILLED), _node("other", "f", 0, day(8), KILLED)
REFERS = _node("refers", "e", 50, day(8), "The killing was long.")
LATER = _node("later", "e", 60, day(8), "Gunmen killed a guard in Marn.")
SAID = ChainNode("said", KILLED, "g", 0, day(9), statement=True)
ANGRY = _node("angry", "e", 100, day(9), "The mayor was angered by the killing.")


@pytest.mark.parametrize(
    ("words", "among", "meant", "sure"),
    [
        # of its own article it is surely that; of another's only with a date or more in common
        ("the killing", (OWN,), "own", True),
        ("the killing", (OTHER,), "other", False),
        ("the May 8 killing", (OTHER,), "other", True),
        ("the killing of two men at the mill", (OTHER,), "other", True),
        # no definite one, several, or of another month
        ("a killing", (OWN,), "own", False),
        ("killing", (OWN,), "own", False),
        ("several killings", (OWN,), "own", False),
        ("April's killing", (OWN,), "own", False),
        ("the May 7 killing", (OWN,), None, False),
        # the thing itself goes before what is said of it, and before what only refers to it
        ("the killing", (SAID,), None, False),
        ("the killing at the mill", (SAID,), "said", False),
        ("the killing", (OWN, SAID), "own", True),
        ("the killing", (REFERS,), None, False),
        ("the killing", (OWN, REFERS), "own", True),
        ("the May 8 killing", (REFERS,), "refers", False),
        # of two the later, unless an earlier one fits clearly better
        ("the killing", (OWN, LATER), "later", True),
        ("the killing at the mill", (OWN, LATER), "own", True),
        ("they sang at the harbour", (OWN,), None, False),
        # itself is never meant
        ("the killing", (ANGRY,), None, False),
    ],
)
def test_which_of_several_is_meant_and_whether_surely(
    words: str, among: tuple[ChainNode, ...], meant: str | None, sure: bool
) -> None:
    found = Resolver((*among, ANGRY), ENGLISH).antecedent(
        words, ANGRY, sorted(among, key=lambda n: (n.day, n.start))[::-1]
    )
    assert (found and found.told.id, bool(found and found.sure)) == (meant, sure)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("attacks that had killed their kin", True),
        ("recent raids on the mill", True),
        ("raids", True),
        ("the raids on the mill", False),
        ("their raids", False),
        ("Norland raids", False),
        ("two raids on the mill", False),
        ("12 raids on the mill", False),
        ("a raid on the mill", False),
        ("Monday’s raids", False),
        ("headlines of the raids", False),
    ],
)
def test_deeds_of_which_nothing_says_which(words: str, bare: bool) -> None:
    assert is_bare_plural(words, ENGLISH) is bare


def test_what_a_cue_names_ends_with_its_noun_where_it_goes_on_too_long() -> None:
    told = "hurled stones and burned a guard post at the embassy of Sundholm in Norhaven on Tuesday"
    more = "in an attack without example in the whole history of the two old towns."
    long = own_words(f"Miners protesting against deadly raids on Norhaven {told} {more}", ENGLISH)
    assert "hurled stones" in long and "embassy" in long and "raids" not in long
    assert "raids" not in own_words("Miners marched in protest at deadly raids on Norhaven, and went home.", ENGLISH)


@pytest.mark.parametrize(
    ("words", "told", "by", "another"),
    [
        ("the raid", 8, 9, False),
        # another month, or a day that the words count from their report
        ("the May raid", 8, 9, False),
        ("the April raid", 8, 9, True),
        ("the April raid", None, 9, False),
        ("today's raid", 9, 9, False),
        ("today's raid", 8, 9, True),
        ("today's raid", 10, 9, True),
        ("today's raid", None, 9, False),
        ("today's raid", 8, None, False),
        # a weekday, of the last eight days (May 8, 2031 is a Thursday)
        ("Thursday's raid", 8, 9, False),
        ("Friday's raid", 8, 9, True),
        ("Thursday's or Friday's raid", 8, 10, False),
        ("Thursday's raid", 8, 16, False),
        ("Thursday's raid", 8, 17, True),
        ("Thursday's raid", 8, None, False),
        ("Friday's raid", None, 9, False),
        # which of several, by the same noun or by one for such deeds
        ("the first raid", 8, 9, True),
        ("the second raid", 8, 9, False),
        ("the first attack", 8, 9, True),
        ("the second attack", 8, 9, False),
        ("the first leak", 8, 9, False),
        ("the first raid in a decade", 8, 9, False),
        # counts, up to half as many again
        ("the raid that killed 20", 8, 9, False),
        ("the raid that killed 30", 8, 9, False),
        ("the raid that killed 31", 8, 9, True),
        ("the raid that killed 14", 8, 9, False),
        ("the raid that killed 13", 8, 9, True),
        ("the raid that killed 13 or 25", 8, 9, False),
        ("the raid that killed 1,020", 8, 9, True),
        ("the May 31 raid", 8, 9, False),
    ],
)
def test_what_says_that_another_is_meant(words: str, told: int | None, by: int | None, another: bool) -> None:
    of = _node("raid", at=told and day(told), text="The second raid on the mill killed 20 men on May 8.")
    for node in (of, _node("raid", at=of.day, text="A second raid on the mill killed 20 men.")):
        assert is_of_another(words, node, _node("by", at=by and day(by)), ENGLISH) is another


def test_where_no_count_is_told_any_may_be_meant() -> None:
    told = _node("raid", at=day(8), text="A raid on the mill killed men.")
    assert not is_of_another("the raid that killed 31", told, ANGRY, ENGLISH)


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("the killing", ("deed",)),
        ("the killing at the mill", ("deed", "words")),
        ("the May 8 killing", ("deed", "date")),
        ("the May 8 killing at the mill", ("deed", "words", "date")),
        ("two men at the mill", ("words",)),
    ],
)
def test_what_of_the_words_fits(words: str, fits: tuple[str, ...]) -> None:
    found = Resolver((OWN, ANGRY), ENGLISH).antecedent(words, ANGRY, (OWN,))
    assert found is not None
    assert found.fits == fits
    assert bool(found.how) and len(found.how.split(", ")) == len(fits)


@pytest.mark.parametrize(
    ("words", "common"),
    [
        ("the killing", 0),
        ("the killing at the mill", 1),
        ("the killing of two men at the mill", 2),
        ("the May 8 killing at the mill", 1),
        ("the killing at the Hask mill", 3),
        ("the killing at the Norway mill", 2),
    ],
)
def test_names_in_common_count_twice_but_for_countries(words: str, common: int) -> None:
    told = _node("told", "e", 0, day(8), "Gunmen killed two men at the Hask mill of Norway on May 8.")
    found = Resolver((told, ANGRY), ENGLISH).antecedent(words, ANGRY, (told,))
    assert found is not None
    assert found.common == common


@pytest.mark.parametrize(
    ("words", "tells", "meant"),
    [
        # a clause tells the deed by its verb, words that only name it do not
        ("gunmen killed two men", True, True),
        ("gunmen killed two men", False, True),
        ("the day they were killed", True, True),
        ("the killing after they were robbed", False, True),
    ],
)
def test_a_clause_that_tells_a_thing_over(words: str, tells: bool, meant: bool) -> None:
    found = Resolver((OWN, ANGRY), ENGLISH).antecedent(words, ANGRY, (OWN,), tells=tells)
    assert bool(found) is meant
