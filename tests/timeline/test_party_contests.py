from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Name, Question
from leadup.timeline import Pool, keeping
from leadup.timeline.keeping import KeepingEvidence, keeping_weights, likely_kept
from leadup.timeline.party_contests import _party_of, asked_side
from leadup.timeline.table import Table, read_table

WHO = " ".join(
    (
        "Republican candidate Karl Tolm spoke in Orsk. Republican Sen. Karl Tolm left the pier.",
        "Republican rival Paul Brandt waited in Orsk. GOP candidate Paul Brandt ate.",
        "Democrat Anna Lund spoke to the crowd. Democratic front-runner Anna Lund ate.",
        "Sen. Ines Okoro (D-Marn) left. Ines Okoro, D-Marn, ate.",
        "Republicans attacked Jo Marr. Republicans attacked Jo Marr again. Mayor Jo Marr slept.",
        "Democrats and Republican aides met Rita Varo. A Republican critic of Rita Varo ate.",
        "Ines Okoro and Anna Lund spoke before the Marn caucuses. In the primary Anna Lund and Ines Okoro were rivals.",
        "Karl Tolm slept before the Orsk primary. The primary in Orsk was long for Karl Tolm.",
        "Republican Rep. Jan Holm spoke on a bill. Republican Rep. Jan Holm ate.",
        "Republican Guard commander Omar Sade ate. Republican Guard chief Omar Sade ate in Orsk.",
        "Christian Democrat Heinz Kolb ate. Christian Democrat Heinz Kolb slept before the Orsk primary.",
    )
)


def told(*sentences: str) -> Pool:
    return pool((("2021-05-05", "Orsk Daily", WHO), ("2021-05-06", "Lom Post", " ".join(sentences))))


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Karl Tolm wins Orsk primary", "republican"),
        ("Lund wins the Orsk caucuses", "democratic"),
        ("Okoro drops out of race", "democratic"),
        ("Anna Lund endorses Ines Okoro", "democratic"),
        ("Tolm clinches the Republican nomination", "republican"),
        ("the Democratic primary in Orsk", "democratic"),
        ("Ines Okoro suspends presidential campaign", "democratic"),
        ("the Democratic presidential nomination", "democratic"),
        ("Karl Tolm ends bid for president", "republican"),
        ("Trolle opens Republican National Convention", "republican"),
        # No contest within a party: all may be told.
        ("Attack on a primary school in the Democratic Republic of Congo", None),
        ("Attack on a primary school of the Republican enclave", None),
        ("Troops withdraw from Democratic Republic of Congo", None),
        ("Norland withdraws from treaty with Republican Guard", None),
        ("Kurdish Democratic Party nominates candidate Lind", None),
        ("Freedom Caucus meets Karl Tolm", None),
        ("Anna Lund withdraws from treaty", None),
        ("Anna Lund endorses Republican health bill", None),
        ("Anna Lund endorses health bill", None),
        ("Omar Sade wins Orsk primary", None),
        ("Heinz Kolb wins Orsk primary", None),
        # No candidate in one, as far as the articles say.
        ("Jan Holm drops out of race", None),
        ("Jan Holm endorses Paul Brandt", None),
        ("Karl Tolm wins the election", None),
        ("Karl Tolm nominated as harbour minister", None),
        ("Republicans win the Senate", None),
        # Of both parties', or of none that the articles say.
        ("Karl Tolm and Anna Lund win Orsk primaries", None),
        ("Karl Tolm endorses Anna Lund", None),
        ("the Orsk primary", None),
        ("Jo Marr wins Orsk primary", None),
        ("Rita Varo wins Orsk primary", None),
    ],
)
def test_whose_contest_is_asked_for(words: str, party: str | None) -> None:
    side = asked_side(words, told())
    assert (side.party if side else None) == party


def rows(*sentences: str) -> tuple[Pool, Table]:
    of = told(*sentences)
    day = dt.date(2021, 5, 6)
    question = Question("Karl Tolm wins Orsk primary", date=day)
    return of, read_table(of, question, day.toordinal() - 3, day.toordinal())


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Anna Lund won the caucuses in Marn on Tuesday.", True),
        ("Democrats opened their convention in Marn on Tuesday.", True),
        ("Anna Lund attacked Karl Tolm on Tuesday over the pier in Orsk.", True),
        ("Anna Lund and Ines Okoro both accused Karl Tolm on Tuesday of lying about Orsk.", True),
        # The contest's own, rivals in it too, and what both parties do or nobody of either.
        ("Karl Tolm attacked Anna Lund on Tuesday over the pier in Orsk.", False),
        ("Paul Brandt won the caucuses in Marn on Tuesday.", False),
        ("Anna Lund and Karl Tolm both spoke in Orsk on Tuesday.", False),
        ("Anna Lund won in Marn on Tuesday while Karl Tolm was held in Orsk for hours.", False),
        ("A court in Marn fined Karl Tolm and Anna Lund on Tuesday.", False),
        ("The pier in Orsk burned on Tuesday.", False),
        ("Jo Marr spoke in Orsk on Tuesday.", False),
    ],
)
def test_what_is_the_other_partys(text: str, others: bool) -> None:
    of, table = rows(text)
    side = asked_side("Karl Tolm wins Orsk primary", of)
    row = next(r for r in range(len(table)) if table.text(r) == text)
    assert side is not None
    assert side.is_others(table, row) == others


@dataclass(frozen=True)
class One:
    row: int
    less_sure: bool = False


@pytest.mark.parametrize("first", [True, False])
def test_what_is_the_other_partys_must_be_surer_and_is_less_sure(monkeypatch: pytest.MonkeyPatch, first: bool) -> None:
    of, table = rows("Anna Lund won the caucuses in Marn on Tuesday.", "The pier in Orsk burned on Tuesday.")
    at = {table.text(r): r for r in range(len(table))}
    one: Any = One(at["Anna Lund won the caucuses in Marn on Tuesday."])
    pier: Any = One(at["The pier in Orsk burned on Tuesday."])
    shared: Any = None
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    side = asked_side("Karl Tolm wins Orsk primary", of)

    def kept(likely: float) -> list[Any]:
        found = replace(nothing, own=likely)
        monkeypatch.setattr(keeping, "evidence", lambda *_: [found, found])
        w = replace(keeping_weights(), least=0.5, further=0.5, sure=0.7, bias=0.0, evidence=replace(nothing, own=1.0))
        return list(likely_kept(table, [one, pier] if first else [pier, one], shared, None, None, 9, w, side=side))

    folded = replace(one, less_sure=True)
    assert kept(2.0) == ([folded, pier] if first else [pier, folded])
    assert (folded in kept(0.5)) == first


@pytest.mark.parametrize("within", [True, False])
def test_a_rival_in_the_contest_of_who_is_asked_about_is_less_sure(
    monkeypatch: pytest.MonkeyPatch, within: bool
) -> None:
    text = "Paul Brandt won the caucuses in Marn on Tuesday."
    of, table = rows("The pier in Orsk burned on Tuesday. It rained. The mill closed.", text)
    of_text = {table.text(r): r for r in range(len(table))}
    pier, rival = (One(of_text[t]) for t in ("The pier in Orsk burned on Tuesday.", text))
    side = asked_side("Karl Tolm drops out of race", of)
    nothing = KeepingEvidence(*[0.0] * len(fields(KeepingEvidence)))
    monkeypatch.setattr(keeping, "evidence", lambda *_: [nothing, replace(nothing, own=0.5)])
    w = replace(keeping_weights(), least=0.5, further=0.5, sure=0.7, bias=0.0, evidence=replace(nothing, own=1.0))
    told: Any = [pier, rival]
    shared: Any = None
    kept = likely_kept(table, told, shared, None, None, 9, w, whom=frozenset({"varo"}), side=side if within else None)
    assert list[Any](kept) == ([pier, replace(rival, less_sure=True)] if within else [pier])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Republican Anna Lund ate.", "republican"),
        ("Republican Sen. Anna Lund ate.", "republican"),
        ("Anna Lund (D-Marn) ate.", "democratic"),
        ("Anna Lund, D-Marn, ate.", "democratic"),
        ("Anna Lund met Republicans.", None),
        ("Republicans attacked Anna Lund.", None),
        ("Republican, Anna Lund ate.", None),
        ("Republican critics of Anna Lund ate.", None),
        ("Democratic and then Republican Anna Lund ate.", "republican"),
        ("Anna Lund ate.", None),
    ],
)
def test_the_party_that_is_said_of_a_name(text: str, party: str | None) -> None:
    for before in (0, 40):
        start = before + text.index("Anna")
        name = Name(start, start + len("Anna Lund"), "Anna Lund", "person", "anna lund")
        assert _party_of(text, before, name, ENGLISH) == party
