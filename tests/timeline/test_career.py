from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Name, Question, Target
from leadup.timeline import keeping
from leadup.timeline.career import _is_surname, whose_career
from leadup.timeline.choice import candidates
from leadup.timeline.keeping import KeepingEvidence, keeping_weights, likely_kept

RARITY = {"brandt": 4.0, "tolm": 3.0, "lund": 1.0, "orsk": 2.0}


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("Karl Tolm drops out of the race", {"tolm"}),
        ("Karl Tolm suspends his campaign", {"tolm"}),
        ("why did Karl Tolm end his campaign", {"tolm"}),
        # Of two it is of the one who is told of least.
        ("Karl Tolm endorses Anna Lund", {"tolm"}),
        ("Anna Lund endorses Karl Tolm", {"tolm"}),
        ("Lund names Karl Tolm her running mate", {"tolm"}),
        ("Paul Brandt nominated as harbour minister", {"brandt"}),
        # No step in a career, or no person's.
        ("Karl Tolm resigns", set()),
        ("Karl Tolm is shot", set()),
        ("Norland withdraws from Orsk", set()),
        ("the council of Orsk backs the charter", set()),
        ("the primary in Orsk", set()),
    ],
)
def test_whom_a_step_in_a_career_is_of(words: str, whom: set[str]) -> None:
    assert whose_career(words, RARITY, language=ENGLISH) == whom


def test_of_two_who_are_told_of_alike_it_may_be_of_either() -> None:
    assert whose_career("Karl Tolm endorses Anna Lund", {}, language=ENGLISH) == frozenset()
    assert whose_career("Karl Tolm drops out of the race", {}, language=ENGLISH) == {"tolm"}


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("Tolm drops out of the race", {"tolm"}),
        ("Tolm endorses Lund", {"tolm"}),
        # A place, whoever is called like it; and one whom nobody names in full.
        ("Orsk withdraws", set()),
        ("Varo drops out of the race", set()),
        ("Tolm endorses Varo", set()),
        ("the council backs the charter", set()),
    ],
)
def test_a_surname_alone_is_a_persons_where_the_articles_name_one_so(words: str, whom: set[str]) -> None:
    persons = (
        "Karl Tolm spoke. Karl Tolm left. Karl Tolm ate. Anna Lund spoke. Anna Lund left. Anna Lund ate. Tolm met Varo."
    )
    namesake = "Rita Orsk spoke. Rita Orsk left. Rita Orsk ate."
    place = "It rained in Orsk. Ships left for Orsk on Monday."
    of = pool(tuple(("2021-05-05", f"Post {n}", text) for n, text in enumerate((persons, namesake, place))))
    assert whose_career(words, RARITY, of, language=ENGLISH) == whom
    assert whose_career(words, RARITY, language=ENGLISH) == frozenset()


@pytest.mark.parametrize(
    ("named", "is_surname"),
    [
        # so often in full, and mostly of a person
        (["Karl Tolm"] * 3, True),
        (["Karl Tolm"] * 2 + ["Tolm"] * 7, False),
        (["Karl Tolm"] * 3 + ["Tolm"] * 6 + ["Port Tolm"], True),
        (["Karl Tolm"] * 3 + ["Tolm"] * 5 + ["Port Tolm"], False),
        (["Karl Tolm"] * 2 + ["Tolm"] * 8 + ["Port Tolm"], False),
        (["Karl Tolm"] * 3 + ["Port Brandt"] * 9, True),
        (["Karl Brandt"] * 9, False),
        ([], False),
    ],
)
def test_how_often_a_word_must_be_a_surname(named: list[str], is_surname: bool) -> None:
    names = [Name(0, 1, name, "place" if name.startswith("Port") else "person", name) for name in named]
    sentence = SimpleNamespace(names=names)
    of: Any = SimpleNamespace(articles=[SimpleNamespace(reading=SimpleNamespace(sentences=[sentence]))])
    assert _is_surname("Tolm", of) is is_surname


TITLE = "Anna Lund in Orsk"
PLAIN = "The ferries were late. The rain went on. "


@pytest.mark.parametrize(
    ("text", "title", "named"),
    [
        (PLAIN + "Tolm lost the vote in Orsk on Tuesday.", TITLE, True),
        ("Tolm spoke of the harbour. The rain went on. Lund won the vote in Orsk on Tuesday.", TITLE, True),
        (PLAIN + "Lund won the vote in Orsk on Tuesday.", "Tolm's poor week", True),
        (PLAIN + "Lund won the vote in Orsk on Tuesday.", TITLE, False),
        # Far from what is told, and not at the article's head.
        (PLAIN + "Lund won the vote in Orsk on Tuesday. Nobody knows why. The rain ended. Tolm left.", TITLE, False),
    ],
)
def test_what_names_nowhere_whom_it_is_asked_of_must_be_surer_and_is_less_sure(
    monkeypatch: pytest.MonkeyPatch, text: str, title: str, named: bool
) -> None:
    target = Target("Karl Tolm drops out of the race", dt.date(2021, 5, 6), "given")
    of = pool((("2021-05-05", "Orsk Daily", text), ("2021-05-06", "Lom Post", "Karl Tolm dropped out on Thursday.")))
    of = replace(of, articles=tuple(replace(a, title=title) for a in of.articles))
    question = Question(target.words, date=target.day, first=dt.date(2021, 5, 3), last=target.day, detail="full")
    found = candidates(question, target, of, None)
    told = next(k for k in found.told if "in Orsk on Tuesday" in found.table.text(k.row))
    first: Any = SimpleNamespace(row=found.stated)
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    shared: Any = None

    def kept(likely: float) -> list[bool]:
        monkeypatch.setattr(keeping, "evidence", lambda *_: [nothing, replace(nothing, own=likely)])
        w = replace(keeping_weights(), least=0.5, further=0.5, sure=0.7, bias=0.0, evidence=replace(nothing, own=1.0))
        whom = whose_career(target.words, {}, language=ENGLISH)
        return [
            one.less_sure for one in likely_kept(found.table, [first, told], shared, target, None, 9, w, whom=whom)[1:]
        ]

    assert kept(2.0) == [not named]
    assert kept(0.5) == ([True] if named else [])
