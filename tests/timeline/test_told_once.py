"""When two entries of an answer are one happening in other words, and which of the two stays."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, fields, replace
from typing import Any

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline import choose, told_once
from leadup.timeline.choice import Candidates, candidates
from leadup.timeline.pool import Pool
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.table import Table
from leadup.timeline.told_once import (
    NO_NAMES,
    OUTLETS,
    Alike,
    ToldAgain,
    ToldOnceWeights,
    _shared_names,
    told_again,
    told_once_weights,
)

DAY = dt.date(2021, 5, 7)
SIGNED = "The council of Orsk signed the harbour charter with the port of Lom on Friday after nine years of talks."
STRIKE = "Dockers of the port of Lom struck on Tuesday over the wages that the harbour charter would cut."
WALKED = "In Lom 400 men walked off the quays on Tuesday and left nine ships of grain unloaded, Karl Tolm said."
BOUGHT = "Bread for 400 families was bought by Karl Tolm on Tuesday."
SAID = "Karl Tolm said on Wednesday that the council of Orsk had bought the harbour's old cranes for a song."
OPERA = "The opera of Marn cancelled its season on Wednesday when two singers walked out over wages."
TARGET = Target("the harbour charter of Orsk signed", DAY, "given")


def found(*told: tuple[str, str, str, str], **asked: Any) -> Candidates:
    """What an answer may tell of these articles: day, outlet, headline, text."""
    articles = pool([(day, outlet, text) for day, outlet, _, text in told]).articles
    titles = {text: title for _, _, title, text in told}
    of = Pool.of((replace(a, title=titles[a.text]) for a in articles), ENGLISH)
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full", **asked)
    of_these = candidates(question, TARGET, of, None)
    table = of_these.table
    # Each sentence is told, weightier than those after it, whatever the rules of repetition say.
    rows = sorted(range(len(table.rows)), key=lambda row: [text for *_, text in told].index(_text(table, row)))
    ranked = [RankedHappening(int(table.day[row]), row, 1.0 / (n + 1), ()) for n, row in enumerate(rows)]
    return replace(of_these, told=ranked)


def _text(table: Table, row: int) -> str:
    return table.pool.articles[table.rows[row].article].text


EACH = (
    ("2021-05-07", "Orsk Daily", "A charter for the harbour", SIGNED),
    ("2021-05-04", "Orsk Daily", "Dockers walk off the quays of Lom", STRIKE),
    ("2021-05-05", "Lom Post", "Ships wait", f"{WALKED} {BOUGHT}"),
    ("2021-05-05", "Valley Post", "Cranes for a song", SAID),
    ("2021-05-05", "Marn Mail", "No opera", OPERA),
)


def alike(one: str, other: str, *, plainly: bool = True) -> Alike:
    """What two of these sentences share."""
    of = found(*EACH)
    at = {of.table.text(k.row): n for n, k in enumerate(of.told)}
    stated = next(k.row for k in of.told if of.table.text(k.row) == SIGNED) if plainly else None
    return ToldAgain(of.table, of.told, of.words, of.context, stated).alike(at[one], at[other])


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (STRIKE, WALKED, {"same_day": 1, "same_article": 0, "near": 0, "figure": 0, "undated": 0, "of_event": 0}),
        (WALKED, BOUGHT, {"same_day": 1, "same_article": 1, "near": 1, "figure": 1, "one_says": 1}),
        (WALKED, SAID, {"same_day": 0, "same_article": 0, "headline": 0, "both_say": 1, "one_says": 0}),
        (SIGNED, STRIKE, {"same_day": 0, "of_event": 0, "headline": 0, "doer": 0, "deed": 0}),
        (SAID, OPERA, {"same_day": 1, "deed": 0}),
    ],
)
def test_what_two_share_is_read_off_them(one: str, other: str, known: dict[str, float]) -> None:
    values = alike(one, other)
    assert {name: getattr(values, name) for name in known} == known
    assert astuple(values) == pytest.approx(astuple(alike(other, one)))


def test_what_is_told_of_days_further_apart_is_never_one() -> None:
    of = found(*EACH)
    at = {_text(of.table, k.row)[: len(STRIKE)]: n for n, k in enumerate(of.told)}
    again = ToldAgain(of.table, of.told, of.words, of.context, None, weights(bias=3))
    signed, said, struck = (at[text[: len(STRIKE)]] for text in (SIGNED, SAID, STRIKE))
    assert again.likelihood(struck, said) > 0.9
    assert again.likelihood(struck, signed) == 0


@pytest.mark.parametrize(("between", "near"), [(0, 1), (2, 1), (3, 0)])
def test_how_near_two_of_an_article_stand(between: int, near: float) -> None:
    rain = ("Rain fell.", "Snow fell.", "Ice fell.")[:between]
    of = found(("2021-05-05", "Lom Post", "Ships wait", " ".join((WALKED, *rain, BOUGHT))))
    at = {of.table.text(k.row): n for n, k in enumerate(of.told)}
    again = ToldAgain(of.table, of.told, of.words, of.context, None)
    for one, other in ((WALKED, BOUGHT), (BOUGHT, WALKED)):
        assert again.alike(at[one], at[other]).near == near
        assert again.alike(at[one], at[other]).same_article == 1


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ({"a", "b"}, {"b", "c", "d"}, 1 / 2),
        ({"a"}, {"a", "c", "d"}, 1),
        ({"a"}, {"c"}, 0),
        (set(), {"c"}, NO_NAMES),
        ({"a"}, set(), NO_NAMES),
        (set(), set(), NO_NAMES),
    ],
)
def test_how_many_of_the_fewer_names_are_the_others(one: set[str], other: set[str], share: float) -> None:
    assert 0 < NO_NAMES < 1
    assert _shared_names(frozenset(one), frozenset(other)) == share
    assert _shared_names(frozenset(other), frozenset(one)) == share


def test_a_headline_tells_what_a_sentence_of_its_day_does() -> None:
    # Of "Dockers walk off the quays of Lom" the sentence holds "walk", "quays" and "Lom".
    assert alike(STRIKE, WALKED).headline == pytest.approx(3 / 4)
    assert alike(SAID, OPERA).headline == 0


def test_names_are_shared_by_the_one_with_fewer() -> None:
    assert alike(WALKED, BOUGHT).names == 1
    assert 0 < alike(WALKED, STRIKE).names < 1


def weights(least: float = 0.5, bias: float = -1.0, **each: float) -> ToldOnceWeights:
    """Weights of which all but these are nought."""
    return ToldOnceWeights(least, bias, Alike(**{one.name: each.get(one.name, 0.0) for one in fields(Alike)}))


def again_of(of: Candidates, *, plainly: bool = True, outlets: dict[str, int] | None = None, **asked: Any) -> set[str]:
    carried = {k.row: (outlets or {}).get(of.table.text(k.row), 1) for k in of.told}
    again = told_again(
        of.table, of.told, of.words, of.context, of.stated, plainly=plainly, outlets=carried, w=weights(**asked)
    )
    return {of.table.text(row) for row in again}


def test_of_two_that_are_one_the_weightier_tells_it() -> None:
    of = found(*EACH)
    order = [of.table.text(k.row) for k in of.told]
    assert again_of(of, near=3) == {max(WALKED, BOUGHT, key=order.index)}
    assert again_of(of, near=0.5) == set()


def test_what_tells_again_tells_nothing_for_another() -> None:
    of = found(*EACH)
    turned = replace(of, told=[replace(k, weight=1.0 / (n + 1)) for n, k in enumerate(reversed(of.told))])
    assert again_of(turned, near=3) == {WALKED}, "it stands near what was bought"
    assert again_of(turned, near=3, both_say=3) == {WALKED}, (
        "said, like what Tolm said before: it tells no more of bread"
    )
    assert again_of(turned, both_say=3) == {WALKED}
    assert again_of(of, near=3, both_say=3) == {BOUGHT, SAID}


TWICE = "Dockers of the port of Lom struck on Tuesday, and on Wednesday the council met them over the harbour charter."
GOES_ON = "Dockers of the port of Lom began a strike on Tuesday, then burned a crane over the harbour charter."


@pytest.mark.parametrize(
    ("first", "then", "outlets", "again"),
    [
        (STRIKE, WALKED, {}, WALKED),
        # what more outlets carry stays, and else what tells one thing
        (STRIKE, WALKED, {WALKED: OUTLETS}, STRIKE),
        (STRIKE, WALKED, {WALKED: OUTLETS - 1}, WALKED),
        (STRIKE, WALKED, {STRIKE: OUTLETS, WALKED: OUTLETS}, WALKED),
        (TWICE, STRIKE, {STRIKE: 2}, TWICE),
        (TWICE, STRIKE, {TWICE: OUTLETS, STRIKE: OUTLETS}, TWICE),
        (TWICE, STRIKE, {}, TWICE),
        (GOES_ON, STRIKE, {}, GOES_ON),
        (STRIKE, TWICE, {}, TWICE),
        (TWICE, GOES_ON, {}, GOES_ON),
        (TWICE, STRIKE, {TWICE: 2}, STRIKE),
    ],
)
def test_the_weightier_gives_way_to_what_more_outlets_carry_or_tells_one_thing(
    first: str, then: str, outlets: dict[str, int], again: str
) -> None:
    of = found(
        ("2021-05-07", "Orsk Daily", "A charter for the harbour", SIGNED),
        ("2021-05-04", "Lom Post", "Dockers", first),
        ("2021-05-04", "Valley Post", "Quays", then),
    )
    kept = [k for text in (SIGNED, first, then) for k in of.told if of.table.text(k.row) == text]
    assert again_of(replace(of, told=kept), outlets=outlets, same_day=3) == {again}


REMARK = "Mayor Ada Lund of Lom said on Tuesday that the strike of the dockers speaks of wages and the harbour charter."
FORETOLD = "Dockers of the port of Lom will strike on Tuesday over the wages that the harbour charter would cut."
ALSO_SAID = "Karl Tolm told reporters on Tuesday that dockers of the port of Lom struck over the harbour charter."


@pytest.mark.parametrize(
    ("first", "then", "day", "outlets", "again"),
    [
        (REMARK, STRIKE, 4, {}, REMARK),
        (STRIKE, REMARK, 4, {}, REMARK),
        # not what somebody vouches for, what more outlets carry, what is said as well, or not done, or of another day
        (WALKED, STRIKE, 4, {}, STRIKE),
        (REMARK, STRIKE, 4, {REMARK: 2}, STRIKE),
        (REMARK, ALSO_SAID, 4, {}, ALSO_SAID),
        (REMARK, FORETOLD, 4, {}, FORETOLD),
        (REMARK, STRIKE.replace("Tuesday", "Wednesday"), 5, {}, STRIKE.replace("Tuesday", "Wednesday")),
    ],
)
def test_what_is_done_is_told_and_not_what_is_said_of_it(
    first: str, then: str, day: int, outlets: dict[str, int], again: str
) -> None:
    of = found(
        ("2021-05-07", "Orsk Daily", "A charter for the harbour", SIGNED),
        ("2021-05-04", "Lom Post", "Dockers", first),
        (f"2021-05-0{day}", "Valley Post", "Quays", then),
    )
    kept = [k for text in (SIGNED, first, then) for k in of.told if of.table.text(k.row) == text]
    assert again_of(replace(of, told=kept), outlets=outlets, bias=2.0) == {again}


def test_what_came_after_what_another_tells_is_a_further_deed() -> None:
    burned = "Dockers burned the customs house of Lom on Tuesday over the harbour charter."
    sent = "Norland sent guards to Lom on Tuesday after dockers burned the customs house."
    of = found(*EACH[:1], ("2021-05-04", "Lom Post", "Fire", burned), ("2021-05-04", "Valley Post", "Guards", sent))
    assert again_of(of, same_day=3) == set()
    instead = "Norland sent guards to Lom on Tuesday before dockers burned the customs house."
    of = found(*EACH[:1], ("2021-05-04", "Lom Post", "Fire", burned), ("2021-05-04", "Valley Post", "Guards", instead))
    assert len(again_of(of, same_day=3)) == 1


def test_the_event_s_own_entry_gives_way_to_none() -> None:
    met = "At the port of Lom the harbour band played for Orsk on Friday."
    of = found(("2021-05-07", "Orsk Daily", "A charter", SIGNED), ("2021-05-07", "Lom Post", "A band plays", met))
    assert again_of(of, outlets={met: 3}, same_day=3) == {met}


def test_the_event_s_own_entry_stays_and_tells_only_what_it_states_plainly() -> None:
    met = "At the port of Lom the harbour band played for Orsk on Friday."
    of = found(*EACH, ("2021-05-07", "Lom Post", "A band plays", met))
    assert of.stated is not None
    assert of.table.text(of.stated) == SIGNED
    assert met in again_of(of, same_day=3)
    assert met not in again_of(of, plainly=False, same_day=3)
    before = found(("2021-05-07", "Lom Post", "A band plays", met), *EACH)
    assert SIGNED not in again_of(before, same_day=3)


def test_what_is_told_again_is_less_sure_but_not_in_full_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    of = pool([(day, outlet, text) for day, outlet, _, text in EACH])
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY)
    for weighed, detail, both in (
        (weights(), "normal", True),
        (weights(same_day=3), "normal", False),
        (weights(same_day=3), "full", True),
    ):
        monkeypatch.setattr(told_once, "told_once_weights", lambda weighed=weighed: weighed)
        told = choose(replace(question, detail=detail), TARGET, of, whole=True)
        plain = {c.wording.span.exact for c in told if not c.less_sure}
        assert {STRIKE, WALKED} <= {c.wording.span.exact for c in told}
        assert ({STRIKE, WALKED} <= plain) == both
        assert {STRIKE, WALKED} & plain
        assert {c.doubt for c in told if c.less_sure} == (set() if both else {"told again"})


def test_the_weights_that_are_shipped_say_what_each_is() -> None:
    w = told_once_weights()
    assert 0 < w.least < 1
    assert len(astuple(w.evidence)) == len(fields(Alike))
    assert w.evidence.same_day > 0 > w.evidence.one_says
