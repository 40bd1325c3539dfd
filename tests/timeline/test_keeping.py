from __future__ import annotations

import datetime as dt
import math
from dataclasses import fields, replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.timeline.story import pool

from leadup.errors import EmptyWindow
from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline import choose, keeping
from leadup.timeline.choice import Candidates, candidates
from leadup.timeline.keeping import KeepingEvidence, KeepingWeights, evidence, keeping_weights, likelihood, likely_kept
from leadup.timeline.pool import Pool
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.story import Profile

DAY = dt.date(2021, 5, 6)
SIGNED = "The council of Orsk signed the harbour charter on Thursday after nine years of talks with the port of Lom."
STRIKE = "Dockers of the port of Lom struck on Tuesday against the harbour charter that the council of Orsk wants."
FOREIGN = "The opera of Marn cancelled its season on Wednesday when two singers walked out over wages."
LEANING = "They asked the council of Orsk on Monday for a harbour charter that spares the port of Lom."
TOLD = (
    ("2021-05-06", "Orsk Daily", SIGNED),
    (
        "2021-05-06",
        "Lom Post",
        "The harbour charter of Orsk was signed on Thursday by the council, after talks with Lom.",
    ),
    ("2021-05-04", "Orsk Daily", STRIKE),
    ("2021-05-04", "Valley Post", "The council of Orsk met on Tuesday; dockers of the port of Lom struck."),
    (
        "2021-05-04",
        "Orsk Daily",
        "It was on Tuesday that dockers of the port of Lom struck and the council of Orsk met.",
    ),
    ("2021-05-05", "Valley Post", FOREIGN),
    ("2021-05-03", "Lom Post", "Nine masters had much to say. " + LEANING),
)
STORY = Profile.of({"orsk": 3, "harbour": 3, "charter": 3, "lom": 2, "council": 2, "port": 1, "dockers": 1}, ENGLISH)
TARGET = Target("the harbour charter of Orsk signed", DAY, "given")


def found(**asked: object) -> Candidates:
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, **asked)  # type: ignore[arg-type]
    return candidates(question, TARGET, pool(TOLD), STORY)


def known() -> dict[str, KeepingEvidence]:
    """What is known of each candidate, by its words."""
    of = found(detail="full")
    return {
        of.table.text(one.row): values
        for one, values in zip(of.told, evidence(of.table, of.told, of.words, TARGET, of.stated), strict=True)
    }


def test_what_speaks_of_the_event_is_likelier_than_what_does_not() -> None:
    values = known()
    assert values[STRIKE].event > 0.1
    assert values[FOREIGN].event < 0.05
    assert values[STRIKE].outlets == pytest.approx(math.log(2))
    assert likelihood(values[STRIKE]) > likelihood(values[FOREIGN])


def test_what_names_none_of_those_asked_about_is_known_to() -> None:
    values = known()
    assert values[STRIKE].unnamed == 0
    assert values[FOREIGN].unnamed == 1


def test_who_is_named_at_the_head_of_an_article_is_named_in_it() -> None:
    for head, unnamed in (("Karl Tolm ran a port.", 0.0), ("Anna Lund ran a port.", 1.0)):
        text = f"{head} Trade was good that spring. The ferries stopped on Tuesday over wages."
        of = pool((("2021-05-05", "Orsk Daily", text), ("2021-05-06", "Lom Post", "Tolm resigned on Thursday.")))
        target = Target("Karl Tolm resigns", DAY, "given")
        question = Question(target.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        found = candidates(question, target, of, None)
        values = evidence(found.table, found.told, found.words, target, found.stated)
        (ferries,) = (v for k, v in zip(found.told, values, strict=True) if "ferries" in found.table.text(k.row))
        assert ferries.unnamed == unnamed


def test_who_is_named_in_a_title_is_named_by_its_article() -> None:
    told = pool((("2021-05-05", "Orsk Daily", "The ferries stopped on Tuesday."), ("2021-05-06", "Mail", SIGNED)))
    target = Target("Karl Tolm resigns", DAY, "given")
    for title, unnamed in (("Tolm in trouble", 0.0), ("A harbour in trouble", 1.0)):
        of = Pool.of((replace(article, title=title) for article in told.articles), ENGLISH)
        question = Question(target.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        found = candidates(question, target, of, None)
        assert {v.unnamed for v in evidence(found.table, found.told, found.words, target, found.stated)} == {unnamed}


def test_a_question_without_names_leaves_none_unnamed() -> None:
    of = found(detail="full")
    target = Target("the signing of the charter", DAY, "given")
    assert {v.unnamed for v in evidence(of.table, of.told, of.words, target, of.stated)} == {0.0}
    assert {v.unnamed for v in evidence(of.table, of.told, of.words, None, of.stated)} == {0.0}


def test_how_far_it_is_from_the_event_and_from_its_articles_head_is_known() -> None:
    values = known()
    assert [v.of_event_day for v in (values[SIGNED], values[STRIKE])] == [1.0, 0.0]
    assert values[SIGNED].days_before == 0
    assert values[STRIKE].days_before == pytest.approx(math.log(3))
    assert (values[STRIKE].place, values[LEANING].place) == (0, pytest.approx(math.log(2)))


def test_what_came_after_the_event_is_not_of_its_day_nor_before_it() -> None:
    of = found(detail="full")
    target = Target("the signing of the charter", DAY - dt.timedelta(1), "given")
    values = {
        of.table.text(one.row): value
        for one, value in zip(of.told, evidence(of.table, of.told, of.words, target, of.stated), strict=True)
    }
    assert (values[SIGNED].of_event_day, values[SIGNED].days_before) == (0, 0)
    assert values[STRIKE].days_before == pytest.approx(math.log(2))


def test_how_much_of_what_is_asked_stands_at_the_head_of_its_article_is_known() -> None:
    values = known()
    assert values[SIGNED].asked_at_head == pytest.approx(1)
    assert 0 < values[STRIKE].asked_at_head < 1
    assert values[FOREIGN].asked_at_head == 0


def test_how_many_of_its_article_may_be_told_is_known() -> None:
    two = f"{STRIKE} The council of Orsk met on Monday over the harbour charter and the port of Lom."
    of = pool((("2021-05-04", "Orsk Daily", two), ("2021-05-05", "Lom Post", FOREIGN), ("2021-05-06", "Mail", SIGNED)))
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
    found = candidates(question, TARGET, of, STORY)
    values = evidence(found.table, found.told, found.words, TARGET, found.stated)
    told = {found.table.text(k.row): v.same_article for k, v in zip(found.told, values, strict=True)}
    assert told[STRIKE] == pytest.approx(math.log(2))
    assert told[SIGNED] == 0


def test_what_its_day_has_told_in_part_counts_by_what_it_shares() -> None:
    of = found(detail="full")
    strike = next(k for k in of.told if of.table.text(k.row) == STRIKE)
    first, second = evidence(of.table, (strike, strike), of.words, TARGET, of.stated)
    assert (first.further, first.told) == (0, 0)
    assert second.further == pytest.approx(math.log(2))
    assert second.told == pytest.approx(1)


def test_how_a_sentence_is_made_is_known() -> None:
    values = known()
    assert values[SIGNED].deeds == pytest.approx(math.log(3))
    assert values[STRIKE].subject_is_name == 0
    assert {v.opens for v in values.values()} == {1.0}
    assert values[STRIKE].turns_on_day == 1


@pytest.mark.parametrize(
    ("text", "says", "opens", "turns"),
    [
        ("Anna Lund said on Tuesday that the harbour charter of Orsk was a mistake.", 1.0, 1.0, 1.0),
        ("anna Lund left the council of Orsk on Tuesday over its harbour charter.", 0.0, 0.0, 1.0),
        ("Anna Lund, who left the council of Orsk on Tuesday, wants its harbour charter.", 0.0, 1.0, 0.4),
    ],
)
def test_what_an_entry_turns_on_is_known(text: str, says: float, opens: float, turns: float) -> None:
    of = pool((("2021-05-05", "Valley Post", text), ("2021-05-06", "Orsk Daily", SIGNED)))
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
    found = candidates(question, TARGET, of, STORY)
    values = evidence(found.table, found.told, found.words, TARGET, found.stated)
    (lund,) = (v for k, v in zip(found.told, values, strict=True) if "Lund" in found.table.text(k.row))
    assert (lund.says, lund.opens) == (says, opens)
    assert lund.turns_on_day == 1 if turns == 1 else lund.turns_on_day < 0.6
    assert lund.subject_is_name == 1


def test_what_is_behind_a_happening_of_its_own_and_how_well_it_is_told_are_known() -> None:
    of = found(detail="full")
    strike = next(k for k in of.told if of.table.text(k.row) == STRIKE)
    for own, form in ((2.0, 1.0), (1.0, 0.5), (0.01, 0.1), (0.0, 0.0)):
        (values,) = evidence(
            of.table, [replace(strike, parts=(("own", own), ("form", form)))], of.words, TARGET, of.stated
        )
        assert values.own == pytest.approx(math.log(own or keeping.LEAST_WEIGHT))
        assert values.form == pytest.approx(math.log(form + keeping.LEAST_FORM))


def test_whose_article_speaks_of_the_event_is_known() -> None:
    told = pool((("2021-05-04", "Orsk Daily", STRIKE), ("2021-05-06", "Mail", SIGNED)))
    for speaks in (True, False):
        articles = [replace(article, of_event=speaks) for article in told.articles]
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        of = candidates(question, TARGET, replace(told, articles=tuple(articles)), STORY)
        assert {v.of_event for v in evidence(of.table, of.told, of.words, TARGET, of.stated)} == {float(speaks)}


def test_an_unlikely_entry_is_left_out_and_the_first_and_the_events_own_never() -> None:
    of = found(detail="full")
    never = replace(keeping_weights(), least=1.1, further=1.1, sure=0.0, bias=0.0)
    ever = replace(keeping_weights(), least=0.0, further=0.0, sure=0.0, bias=0.0)
    told = [*of.told[1:], of.told[0]]
    assert of.told[0].row == of.stated
    assert likely_kept(of.table, told, of.words, TARGET, of.stated, 9, never) == [told[0], told[-1]]
    assert likely_kept(of.table, told, of.words, TARGET, of.stated, 9, ever) == told


def test_what_would_take_the_place_of_others_must_be_likelier() -> None:
    of = found(detail="full")
    w = replace(keeping_weights(), least=0.0, further=1.1, sure=0.0, bias=0.0)
    assert likely_kept(of.table, of.told, of.words, TARGET, of.stated, 2, w) == list(of.told[:2])


def test_an_answer_leaves_out_another_matter_unless_all_is_asked_for() -> None:
    def shown(**asked: object) -> str:
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, **asked)  # type: ignore[arg-type]
        return " ".join(c.wording.span.exact for c in choose(question, TARGET, pool(TOLD), STORY))

    assert STRIKE in shown() and FOREIGN not in shown()
    assert FOREIGN in shown(detail="full")


WORDS = {"a": 4.0, "b": 3.0, "c": 2.0, "d": 1.0}


def rows_sharing(*told: str, days: str = "", explicit: str = "", outlets: str = "") -> Any:
    """A table of rows in letters, each a word of that worth; of each its day, whether it names it, and its outlet."""
    days, outlets = days or "7" * len(told), outlets or "PQRSTUV"[: len(told)]
    explicit = explicit or "1" * len(told)
    of_day: dict[int, list[int]] = {}
    for row, day in enumerate(days):
        of_day.setdefault(int(day), []).append(row)
    names = sorted(WORDS)
    rarity = SimpleNamespace(
        rarity=WORDS, rarest=9.0, articles=[SimpleNamespace(outlet=name, id=name, text=name) for name in outlets]
    )
    return SimpleNamespace(
        pool=rarity,
        names=names,
        terms=[[names.index(letter) for letter in words if letter in names] for words in told],
        rows=[SimpleNamespace(article=k) for k in range(len(told))],
        of_day=of_day,
        day=[int(day) for day in days],
        explicit=[flag == "1" for flag in explicit],
        stems=lambda row: tuple(told[row]),
    )


def words_of(table: Any) -> Any:
    made = SharedWords.__new__(SharedWords)
    made.table, made._flat = table, {}
    made.worth = np.array([WORDS[key] for key in table.names])
    return made


def test_how_much_of_the_shorter_of_two_rows_the_other_says() -> None:
    words = words_of(rows_sharing("ab", "ad", "bcd", "c"))
    assert list(words.shared(0, [1, 2, 3])) == pytest.approx([4 / 5, 3 / 6, 0])
    assert list(words.shared(2, [0, 1])) == pytest.approx([3 / 6, 1 / 5])
    assert list(words.shared(3, [2])) == pytest.approx([1.0])
    assert list(words.shared(3, [])) == []
    assert words.between(0, 2) == words.between(2, 0) == pytest.approx(3 / 6)
    assert words.between(0, 3) == 0
    # A row of no words that are worth anything shares none.
    assert words_of(rows_sharing("", "ad")).between(0, 1) == 0


@pytest.mark.parametrize(
    ("told", "days", "explicit", "outlets", "others"),
    [
        (("ab", "ac"), "77", "11", "PQ", {"Q"}),
        (("ab", "cd"), "77", "11", "PQ", set()),
        # Its own outlet is none; what the next day's paper prints without a day is of it, two days later not.
        (("ab", "ac"), "77", "11", "PP", set()),
        (("ab", "ac"), "78", "10", "PQ", {"Q"}),
        (("ab", "ac"), "78", "11", "PQ", set()),
        (("ab", "ac"), "79", "10", "PQ", set()),
        (("ab", "ac"), "76", "10", "PQ", set()),
        (("ab", "ac", "ad", "cd"), "7788", "1100", "PQRS", {"Q", "R"}),
    ],
)
def test_the_other_outlets_that_tell_it(
    told: tuple[str, ...], days: str, explicit: str, outlets: str, others: set[str]
) -> None:
    table = rows_sharing(*told, days=days, explicit=explicit, outlets=outlets)
    one: Any = SimpleNamespace(row=0, day=7)
    assert keeping._other_outlets(table, words_of(table), one) == others


def test_how_likely_it_is_kept_adds_up_and_has_bounds() -> None:
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    twice = replace(nothing, own=2.0, says=-1.0)
    w = KeepingWeights(
        least=0.0,
        least_of_one_story=0.0,
        further=0.0,
        sure=0.0,
        bias=0.5,
        evidence=replace(nothing, own=1.0, says=3.0),
    )
    assert likelihood(nothing, w) == pytest.approx(1 / (1 + math.exp(-0.5)), abs=1e-8)
    assert likelihood(twice, w) == pytest.approx(1 / (1 + math.exp(0.5)), abs=1e-8)
    assert likelihood(replace(nothing, own=900.0), w) == 1
    assert likelihood(replace(nothing, own=-900.0), w) == 0


@pytest.mark.parametrize(("most", "kept"), [(3, "abcd"), (2, "abd"), (1, "ad")])
def test_those_beyond_what_is_shown_must_be_likelier(monkeypatch: pytest.MonkeyPatch, most: int, kept: str) -> None:
    sure = {"a": -9.0, "b": 0.1, "c": 0.1, "d": -9.0}
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    monkeypatch.setattr(keeping, "evidence", lambda *_: [replace(nothing, own=v) for v in sure.values()])
    w = replace(keeping_weights(), least=0.5, further=0.6, sure=0.0, bias=0.0, evidence=replace(nothing, own=1.0))
    told = [RankedHappening(0, letter, 1.0, ()) for letter in sure]  # type: ignore[arg-type]
    table: Any = None
    nothing_shared: Any = None
    stated: Any = "d"
    assert "".join(str(k.row) for k in likely_kept(table, told, nothing_shared, None, stated, most, w)) == kept


@pytest.mark.parametrize(("whole", "kept"), [(False, "ad"), (True, "acd")])
def test_in_an_archive_of_one_story_what_is_left_out_gives_its_place_up(
    monkeypatch: pytest.MonkeyPatch, whole: bool, kept: str
) -> None:
    sure = {"a": 9.0, "b": -9.0, "c": 0.1, "d": 0.1}
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    monkeypatch.setattr(keeping, "evidence", lambda *_: [replace(nothing, own=v) for v in sure.values()])
    w = replace(keeping_weights(), least=0.5, further=0.6, sure=0.0, bias=0.0, evidence=replace(nothing, own=1.0))
    told = [RankedHappening(0, letter, 1.0, ()) for letter in sure]  # type: ignore[arg-type]
    table: Any = None
    stated: Any = "d"
    found = likely_kept(table, told, table, None, stated, 2, w, whole=whole)
    assert "".join(str(k.row) for k in found) == kept


@pytest.mark.parametrize(("likely", "less_sure"), [(0.3, True), (0.39, True), (0.41, False), (2.0, False)])
def test_what_is_likely_but_not_surely_kept_is_less_sure(
    monkeypatch: pytest.MonkeyPatch, likely: float, less_sure: bool
) -> None:
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    monkeypatch.setattr(keeping, "evidence", lambda *_: [replace(nothing, own=likely)] * 3)
    w = replace(keeping_weights(), least=0.5, further=0.5, sure=0.6, bias=0.0, evidence=replace(nothing, own=1.0))
    told = [RankedHappening(day, day, 1.0, ()) for day in (1, 2, 3)]
    nothing_told: Any = None
    kept = likely_kept(nothing_told, told, nothing_told, None, 2, 9, w)
    # The first and the event's own are sure, however likely they are.
    assert [one.less_sure for one in kept] == [False, False, less_sure]


def test_where_nothing_tells_the_event_nothing_surely_belongs(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    known = {"a": (9.0, 0.0), "b": (9.0, 1.0), "c": (0.1, 0.0), "d": (0.5, 0.0)}
    of = [replace(nothing, own=weight, unnamed=unnamed) for weight, unnamed in known.values()]
    monkeypatch.setattr(keeping, "evidence", lambda *_: of)
    w = replace(keeping_weights(), least=0.5, further=0.5, sure=0.6, bias=0.0, evidence=replace(nothing, own=1.0))
    told = [RankedHappening(0, letter, 1.0, ()) for letter in known]  # type: ignore[arg-type]
    table: Any = None

    def kept(*, is_told: bool) -> str:
        found = likely_kept(table, told, table, None, None, 9, w, is_told=is_told)
        return "".join(str(k.row).upper() if k.less_sure else str(k.row) for k in found)

    assert kept(is_told=True) == "abCd"
    # What names nobody asked about is out, the first may be, and all that stays is doubted.
    assert kept(is_told=False) == "AD"


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        # The event's day was given, and nothing in this window tells it.
        (dt.date(2021, 5, 20), False),
        (DAY, True),
    ],
)
def test_an_event_of_a_given_day_that_nothing_tells(
    monkeypatch: pytest.MonkeyPatch, day: dt.date, is_told: bool
) -> None:
    monkeypatch.setattr(keeping, "likelihood", lambda *_: 0.9)
    asked = Question(TARGET.words, date=day, first=dt.date(2021, 5, 3), last=day)
    target = replace(TARGET, day=day, certainty="given")
    assert {one.less_sure for one in choose(asked, target, pool(TOLD), STORY)} == {not is_told}
    # All is kept plainly of an archive of this story alone.
    assert not any(one.less_sure for one in choose(asked, target, pool(TOLD), STORY, whole=True))
    monkeypatch.setattr(keeping, "likelihood", lambda *_: 0.1)
    if not is_told:
        with pytest.raises(EmptyWindow, match="no article tells of the event"):
            choose(asked, target, pool(TOLD), STORY)


def test_in_an_archive_of_one_story_nothing_is_less_sure_to_belong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "likelihood", lambda *_: 0.6)
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY)
    mixed = choose(question, TARGET, pool(TOLD), STORY)
    assert {one.less_sure for one in mixed if not one.states_event} == {True}
    assert {one.doubt for one in mixed if not one.states_event} == {"may not belong"}
    assert {one.less_sure for one in mixed if one.states_event} == {False}
    whole = choose(question, TARGET, pool(TOLD), STORY, whole=True)
    assert [replace(one, less_sure=False, doubt=None) for one in mixed] == list(whole)


def row_of(words: str, names: str = "") -> Any:
    """A table of one row: the stems of its words, and of its names."""
    sentence = SimpleNamespace(names=[SimpleNamespace(exact=name) for name in names.split()])
    return SimpleNamespace(language=ENGLISH, sentence=lambda _: sentence, stems=lambda _: tuple(words.split()))


@pytest.mark.parametrize(
    ("words", "names", "articles", "share"),
    [
        ("harbour strik", "", ("harbour strik", "harbour"), (2.5 / 3 + 1.5 / 3) / 2),
        # Names, days and figures are of any matter.
        ("orsk harbour tuesday 12", "Orsk", ("harbour",), 1.5 / 2),
        ("orsk tuesday 12", "Orsk", ("orsk tuesday 12",), 0),
        ("harbour strik", "", (), 0.5),
    ],
)
def test_how_many_of_the_events_articles_hold_a_word_of_it(
    words: str, names: str, articles: tuple[str, ...], share: float
) -> None:
    told = [frozenset(article.split()) for article in articles]
    assert keeping._share_holding(row_of(words, names), 0, told) == pytest.approx(share)


def test_what_all_may_be_told_says_of_each() -> None:
    def close(member: float, told: str) -> set[tuple[float, float]]:
        articles = pool((("2021-05-06", "Mail", SIGNED), ("2021-05-04", "Post", STRIKE), ("2021-05-05", "Mail", told)))
        members = {SIGNED: 1.0, STRIKE: 0.5}
        of = Pool.of(
            (replace(article, membership=members.get(article.text, member)) for article in articles.articles), ENGLISH
        )
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        found = candidates(question, TARGET, of, STORY)
        known = evidence(found.table, found.told, found.words, TARGET, found.stated)
        return {(v.mean_membership, v.mean_persons) for v in known}

    # On average of the two beside the event's own entry.
    assert close(0.5, FOREIGN) == {(0.5, 0.0)}
    meeting = "Anna Lund met Karl Tolm on Wednesday in the opera of Marn."
    assert close(0.75, meeting) == {(0.625, 1.0)}


def test_only_articles_that_speak_of_the_event_say_what_its_matter_is() -> None:
    def share(of_event: bool) -> float:
        of = Pool.of((replace(article, of_event=of_event) for article in pool(TOLD).articles), ENGLISH)
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        found = candidates(question, TARGET, of, STORY)
        known = evidence(found.table, found.told, found.words, TARGET, found.stated)
        return next(
            v.held_by_event_articles
            for k, v in zip(found.told, known, strict=True)
            if found.table.text(k.row) == FOREIGN
        )

    assert share(False) == 0.5
    assert share(True) < 0.2


def test_an_article_says_nothing_of_its_own_entry_whatever_its_id() -> None:
    def held(ids: str) -> dict[str, float]:
        articles = zip(pool(TOLD).articles, ids, strict=True)
        of = Pool.of((replace(article, id=id, of_event=article.text != FOREIGN) for article, id in articles), ENGLISH)
        question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
        found = candidates(question, TARGET, of, STORY)
        known = evidence(found.table, found.told, found.words, TARGET, found.stated)
        return {found.table.text(k.row): v.held_by_event_articles for k, v in zip(found.told, known, strict=True)}

    forward = held("abcdefg")
    assert len(set(forward.values())) > 2
    assert held("gfedcba") == held("dgaebfc") == forward


def test_of_nothing_told_nothing_is_known() -> None:
    question = Question(TARGET.words, date=DAY, first=dt.date(2021, 5, 3), last=DAY, detail="full")
    found = candidates(question, TARGET, pool(TOLD), STORY)
    assert evidence(found.table, [], found.words, TARGET, found.stated) == []


def test_what_is_no_news_of_its_day_leaves_nothing_of_it_told() -> None:
    of = found(detail="full")
    strike = next(k for k in of.told if of.table.text(k.row) == STRIKE)
    _, second = evidence(of.table, (strike, strike), of.words, TARGET, of.stated, frozenset((strike.row,)))
    assert (second.further, second.told) == (0, 0)


@pytest.mark.parametrize(("whole", "kept"), [(False, "abc"), (True, "ab")])
def test_where_nothing_is_folded_what_stays_is_likelier(
    monkeypatch: pytest.MonkeyPatch, whole: bool, kept: str
) -> None:
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    monkeypatch.setattr(keeping, "evidence", lambda *_: [replace(nothing, own=v) for v in (9.0, 0.1, -0.1, -2.0)])
    w = KeepingWeights(
        least=0.4, least_of_one_story=0.5, further=0.0, sure=0.6, bias=0.0, evidence=replace(nothing, own=1.0)
    )
    told = [RankedHappening(0, letter, 1.0, ()) for letter in "abcd"]  # type: ignore[arg-type]
    table: Any = None
    assert "".join(str(k.row) for k in likely_kept(table, told, table, None, None, 9, w, whole=whole)) == kept
