"""A verdict weighed with all else that was found of a statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup import Archive, check_draft
from leadup.check import CONTRADICTIONS, Finding, Kind, Statement, weighing
from leadup.check.case import Case
from leadup.check.judging import by_rule, case_of
from leadup.check.seeking import Seeker
from leadup.check.weighing import evidence, likelihoods, perhaps_otherwise, reweighed
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

SHELLED = "Rebels shelled the port of Vessin and killed 24 dockers."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("weighing")) as made:
        yield made


def _case(kept: Archive, words: str, day: dt.date = DAY) -> Case:
    case = case_of(Statement(0, len(words), words, day), Seeker(kept, ENGLISH))
    assert case is not None
    return case


def test_all_verdicts_together_are_certain(kept: Archive) -> None:
    case = _case(kept, SHELLED)
    likely = likelihoods(case, by_rule(case))
    assert sum(likely.values()) == pytest.approx(1.0) and set(likely) >= CONTRADICTIONS
    assert max(likely, key=lambda kind: likely[kind]) == "supported"


def test_every_value_has_its_weights(kept: Archive) -> None:
    weights = weighing._weights()
    for words, day in ((SHELLED, DAY), (SHELLED, DAY + dt.timedelta(40)), ("Tolk said Pask was held.", DAY)):
        case = _case(kept, words, day)
        known = evidence(case, by_rule(case))
        assert all(known.keys() <= of.keys() | {f"found {by_rule(case).kind}"} for of in weights.values())


def _weighed(monkeypatch: pytest.MonkeyPatch, case: Case, found: Finding, **likely: float) -> Finding:
    """A finding weighed, where verdicts are so likely: named by their first words."""
    held: dict[Kind, float] = {k: likely.get(k.split()[0], 0.0) for k in weighing._weights()}
    monkeypatch.setattr(weighing, "likelihoods", lambda *_: held)
    return reweighed(case, found)


def test_a_contradiction_is_as_sure_as_it_is_likely(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, SHELLED, DAY + dt.timedelta(18))
    found = by_rule(case)
    assert found.kind == "date differs" and found.contradicts
    told = [_weighed(monkeypatch, case, found, date=x) for x in (0.9, 0.5)]
    assert [f.contradicts for f in told] == [True, False]
    told = [_weighed(monkeypatch, case, told[1], date=x) for x in (0.9, 0.5, 0.1)]
    assert [(f.kind, f.sureness) for f in told] == [
        ("date differs", "likely"), ("date differs", "possible"), ("no source says so", "likely"),
    ]  # fmt: skip


def test_what_is_borne_out_is_so_only_where_that_is_likely(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, SHELLED)
    found = by_rule(case)
    assert found.kind == "supported"
    told = [
        _weighed(monkeypatch, case, found, **likely).kind
        for likely in ({"supported": 0.9}, {"supported": 0.3, "no": 0.5}, {"supported": 0.62, "date": 0.3})
    ]
    assert told == ["supported", "no source says so", "supported"]


@pytest.mark.parametrize(
    ("likely", "kind"),
    [
        ({"date": 0.3, "supported": 0.6}, "date differs"),
        ({"date": 0.2, "supported": 0.6}, "no source says so"),
        # Turned actors are shown by their own rules alone.
        ({"date": 0.2, "actors": 0.7}, "no source says so"),
        ({"date": 0.3, "actors": 0.7}, "date differs"),
    ],
)
def test_what_no_source_says_in_the_end_is_perhaps_told_otherwise(
    kept: Archive, monkeypatch: pytest.MonkeyPatch, likely: dict[str, float], kind: str
) -> None:
    case = _case(kept, SHELLED, DAY + dt.timedelta(18))
    held: dict[Kind, float] = {k: likely.get(k.split()[0], 0.0) for k in weighing._weights()}
    monkeypatch.setattr(weighing, "likelihoods", lambda *_: held)
    nothing = Finding(case.statement, "no source says so", "likely", "")
    told = Finding(case.statement, "supported", "likely", "")
    made = perhaps_otherwise(case, by_rule(case), nothing)
    assert made.kind == kind and not made.contradicts
    assert perhaps_otherwise(case, by_rule(case), told) == told


def test_what_is_borne_out_takes_more_to_be_something_else(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, SHELLED, DAY + dt.timedelta(9))
    supported, nothing = (
        Finding(case.statement, kind, "sure", "") for kind in ("supported", "no source says so")
    )  # fmt: skip
    told = [[_weighed(monkeypatch, case, found, date=x).kind for x in (0.55, 0.65)] for found in (supported, nothing)]
    assert told == [["date differs", "date differs"], ["date differs", "date differs"]]
    told = [
        [_weighed(monkeypatch, case, found, date=x, supported=y).kind for x, y in ((0.35, 0.3), (0.38, 0.62))]
        for found in (supported, nothing)
    ]
    assert told == [["no source says so", "supported"], ["no source says so", "no source says so"]]


def test_another_contradiction_is_shown_instead_where_it_is_by_far_likelier(
    kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _case(kept, SHELLED, DAY + dt.timedelta(9))
    found = Finding(case.statement, "wrong speaker", "likely", "")
    told = [_weighed(monkeypatch, case, found, wrong=x, date=y) for x, y in ((0.2, 0.6), (0.5, 0.55), (0.1, 0.35))]
    assert [f.kind for f in told] == ["date differs", "wrong speaker", "wrong speaker"], told
    assert not any(f.contradicts for f in told)


@pytest.mark.parametrize(
    ("late", "found"),
    [
        (0, {"names the day": 1.0, "printed then": 1.0, "some days away": 0.0, "other day named": 0.0}),
        (9, {"names the day": 0.0, "printed then": 0.0, "some days away": 1.0, "other day named": 1.0}),
        # too far for a slip of the draft
        (18, {"names the day": 0.0, "printed then": 0.0, "some days away": 0.0, "other day named": 1.0}),
    ],
)
def test_what_is_found_of_its_day_and_of_another(kept: Archive, late: int, found: dict[str, float]) -> None:
    case = _case(kept, SHELLED, DAY + dt.timedelta(late))
    known = evidence(case, by_rule(case))
    assert {name: known[name] for name in found} == found


def test_every_report_that_bears_it_out_shows_it_but_no_claim(tmp_path: Path) -> None:
    claim = article("Tolk claimed that rebels fired on the harbour of Vessin, where 24 dockers died.", "Wire", DAY)
    words = "Rebels fired on Vessin's port, and 24 dockers died."
    with archive(tmp_path, claim) as made:
        found = weighing._borne_out(_case(made, words))
    assert found is not None and len(found.witnesses) == 3
    assert not any("claimed" in w.span.exact for w in found.witnesses)


def test_what_no_rule_bears_out_is_borne_out_where_that_is_likely(
    kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Finding(Statement(0, 1, "-", DAY), "no source says so", "likely", "")
    for words, kind in (
        ("Rebels fired on Vessin's port, and 24 dockers died.", "supported"),
        ("Rebels fired on Vessin's port, and 61 dockers died.", "no source says so"),
        ("Rebels did not shell the port of Vessin.", "no source says so"),
        ("Mara Tolk called the shelling “a shame for us”.", "no source says so"),
    ):
        case = _case(kept, words)
        assert _weighed(monkeypatch, case, found, supported=0.9).kind == kind, words
        assert _weighed(monkeypatch, case, found, supported=0.7).kind == "no source says so"


def test_what_the_weights_know_nothing_of_is_left(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, SHELLED.replace("24", "61"))
    for kind, left in (("disputed", True), ("not checked", True), ("no source says so", False)):
        found = Finding(case.statement, kind, "sure", "")
        assert (_weighed(monkeypatch, case, found, figure=0.9) == found) is left, kind


def test_what_is_likely_is_said_only_with_words_that_show_it(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(kept, "Ferries to Dunmar were painted green by the council.", DAY + dt.timedelta(3))
    found = by_rule(case)
    assert found.kind == "no source says so"
    for likely in ({"figure": 0.9}, {"wrong": 0.9}, {"quotation": 0.9}, {"actors": 0.9}):
        assert _weighed(monkeypatch, case, found, **likely) == found


def test_a_quotation_that_no_source_has_is_shown_with_what_they_quote(
    kept: Archive,
) -> None:
    case = _case(kept, "Mara Tolk, the president of Varland, called the shelling “a shame for our whole people”.")
    made = weighing._MADE["quotation differs"](case, "possible")
    assert made is not None and "crime against" in made.witnesses[0].span.exact and not made.contradicts
    assert [case.words[s:e] for s, e in made.marks] == ["a shame for our whole people"]
    there = _case(kept, "Mara Tolk called the shelling of Vessin “a crime against the whole coast”.")
    assert weighing._MADE["quotation differs"](there, "possible") is None


def test_a_statement_without_a_day_is_left_as_it_is(tmp_path: Path) -> None:
    with archive(tmp_path, article("Rebels shelled Kell's harbour.", "Wire", DAY)) as made:
        (finding,) = check_draft("Rebels shelled the port of Vessin.", made, missing=False).findings
    assert finding.kind == "supported"
