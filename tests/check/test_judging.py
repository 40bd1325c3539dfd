"""Each kind of verdict, on invented news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from leadup import Archive, check_draft
from leadup.answering import deep_reader
from leadup.check import CONTRADICTIONS, Finding, Statement, days
from leadup.check.actors import _clause_vote
from leadup.check.clauses import Clause
from leadup.check.days import Placing
from leadup.check.judging import _not_checked
from leadup.lang import ENGLISH
from leadup.model import Detail, Question
from leadup.timeline import answer
from leadup.timeline.story import Story, find_story
from tests.check.making import DAY, archive
from tests.timeline.making import article

CASES = [
    ("May 2, 2031: Rebels shelled the port of Vessin.", "supported"),
    ("May 2, 2031: The port of Vessin was shelled by rebels, who killed 24 dockers.", "supported"),
    ("May 2, 2031: Rebels shelled the port of Vessin and killed 61 dockers.", "figure differs"),
    ("April 20, 2031: Rebels shelled the port of Vessin.", "date differs"),
    ("May 2, 2031: Rebels did not shell the port of Vessin.", "sources say the opposite"),
    ("May 3, 2031: Oren Pask arrested Varland's police.", "actors differ"),
    ("May 3, 2031: Mara Tolk called the shelling “a crime against the whole island”.", "quotation differs"),
    ("May 3, 2031: Oren Pask called the shelling “a crime against the whole coast”.", "wrong speaker"),
    ("May 4, 2031: Mara Tolk sold the port of Vessin to a bank in Ostrava.", "no source says so"),
    ("May 4, 2031: Will the rebels come back to Vessin?", "not checked"),
    ("May 4, 2031: The rebels should never have shelled Vessin.", "not checked"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("check")) as made:
        yield made


@pytest.mark.parametrize(("draft", "kind"), CASES)
def test_verdicts(kept: Archive, draft: str, kind: str) -> None:
    (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == kind, finding


def test_every_verdict_carries_words_that_stand_there(kept: Archive) -> None:
    report = check_draft("\n".join(draft for draft, _ in CASES), kept, missing=False)
    for finding in report.findings:
        assert finding.witnesses or finding.kind in ("not checked", "no source says so")
        for witness in finding.witnesses:
            witness.span.check(kept.article(witness.span.article).text)
            assert all(0 <= s < e <= len(witness.span.exact) for s, e in witness.marks)
    assert report.contradicted == any(f.kind in CONTRADICTIONS and f.sureness != "possible" for f in report.findings)


CLAIMS = (
    ("Coast Daily", "Oren Pask reportedly poisoned the wells of Dunmar on May 4."),
    ("The Halder Post", "Oren Pask poisoned the wells of Dunmar, Mara Tolk said on Sunday."),
    ("Morning Ledger", "Mara Tolk repeated her claim that Oren Pask had poisoned the wells of Dunmar."),
)


def test_what_is_only_claimed_is_not_stated(tmp_path: Path) -> None:
    draft = "May 4, 2031: Oren Pask poisoned the wells of Dunmar."
    claims = [article(text, outlet, DAY + dt.timedelta(3)) for outlet, text in CLAIMS]
    plain = [article(text, outlet, DAY + dt.timedelta(3)) for outlet, text in (
        ("Coast Daily", "Oren Pask poisoned the wells of Dunmar on May 4."),
        ("The Halder Post", "Dunmar has had no water since Oren Pask poisoned its wells on Sunday, May 4."),
    )]  # fmt: skip
    kinds = []
    for name, told in (("claimed", claims), ("told", plain)):
        with archive(tmp_path / name, *told) as made:
            (finding,) = check_draft(draft, made, missing=False).findings
            kinds.append(finding.kind)
    assert kinds == ["attribution lost", "supported"]


@pytest.mark.parametrize(
    ("words", "checked"),
    [
        ("Mara Tolk said that rebels who shell a port should lose their boats.", True),
        ("Rebels, Mara Tolk told the parliament, will lose their boats.", True),
        ("The mayor says he will run again.", True),
        ("Rebels who shell a port should lose their boats.", False),
        ("The mayor will run again, and that is good.", False),
    ],
)
def test_what_somebody_is_said_to_think_is_checked(words: str, checked: bool) -> None:
    assert (not _not_checked(words, ENGLISH)) == checked


def test_a_day_that_the_sources_give_is_named(kept: Archive) -> None:
    (finding,) = check_draft("April 20, 2031: Rebels shelled the port of Vessin.", kept, missing=False).findings
    assert "2031-05-02, not 2031-04-20" in finding.why and finding.independent > 1


def test_the_words_that_differ_are_marked(kept: Archive) -> None:
    (finding,) = check_draft(CASES[6][0], kept, missing=False).findings
    assert [finding.statement.words[s:e] for s, e in finding.marks] == ["island"]
    assert [finding.witnesses[0].span.exact[s:e] for s, e in finding.witnesses[0].marks] == ["coast"]


def test_the_same_draft_gives_the_same_report(kept: Archive) -> None:
    draft = "\n".join(draft for draft, _ in CASES)
    assert check_draft(draft, kept) == check_draft(draft, kept)


def test_what_is_left_out_is_named(kept: Archive) -> None:
    draft = "# The shelling of Vessin\n\nMay 2, 2031: Rebels shelled the port of Vessin.\nMay 4, 2031: None spoke up."
    missing = check_draft(draft, kept).missing
    assert any("Pask" in one.witness.span.exact for one in missing)
    assert not any("shelled the port" in one.witness.span.exact for one in missing)


def test_what_is_left_out_is_sought_in_one_story(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(*given: Any) -> Story | None:
        asked.append("story")
        return find_story(*given)

    monkeypatch.setattr(answer, "find_story", counted)
    draft = "# The shelling of Vessin\n\nMay 2, 2031: Rebels shelled the port of Vessin.\nMay 4, 2031: None spoke up."
    assert check_draft(draft, kept).missing
    assert asked == ["story"]


@pytest.mark.parametrize("details", [("normal", "full"), ("full",), ("brief", "normal", "brief")])
def test_an_answer_in_several_details_is_each_of_them(kept: Archive, details: tuple[Detail, ...]) -> None:
    question = Question("the shelling of Vessin", first=DAY, last=DAY + dt.timedelta(2))
    made = answer.lead_up_in(kept, question, details, deep_reader(kept, None))
    assert made == tuple(answer.lead_up(kept, replace(question, detail=d), deep_reader(kept, None)) for d in details)
    assert [t.question.detail for t in made] == list(details)


def test_an_empty_archive_bears_nothing_out(tmp_path: Path) -> None:
    with Archive(tmp_path / "none", create=True) as empty:
        (finding,) = check_draft("Rebels shelled the port of Vessin.", empty).findings
    assert finding.kind == "no source says so" and not finding.witnesses


MORE = (
    ("Coast Daily", "Varland's court upheld the fishing law on Monday, May 5. The council met Oren Pask."),
    ("The Halder Post", "The court of Varland upheld the fishing law on Monday."),
    ("Morning Ledger", "Captain Joss Varo resigned as head of the harbour guard on Monday over the shelling."),
    ("Harbour Gazette", "Joss Varo, a captain, stepped down on Monday as head of the harbour guard over the shelling."),
    ("Varland Radio", "“We do not have enough boats,” Joss Varo said on Monday of the harbour guard."),
)
REWORDED = [
    ("May 5, 2031: Captain Joss Varo quit as head of the harbour guard over the shelling.", "supported"),
    ("May 5, 2031: Joss Varo refused to resign as head of the harbour guard.", "sources say the opposite"),
    ("May 5, 2031: Varland's court struck down the fishing law.", "sources say the opposite"),
    ("May 15, 2031: Joss Varo resigned as head of the harbour guard over the shelling.", "date differs"),
    ("May 5, 2031: Joss Varo said of the harbour guard: “We do not have enough men.”", "quotation differs"),
    ("May 5, 2031: Joss Varo, a boy of 12, resigned as head of the harbour guard.", "no source says so"),
]


@pytest.mark.parametrize(("draft", "kind"), REWORDED)
def test_other_words_for_the_same_and_for_its_opposite(tmp_path: Path, draft: str, kind: str) -> None:
    with archive(tmp_path / "more", *(article(text, outlet, DAY + dt.timedelta(3)) for outlet, text in MORE)) as made:
        (finding,) = check_draft(draft, made, missing=False).findings
    assert finding.kind == kind, finding


@pytest.mark.parametrize(
    ("bears", "names", "vote"),
    [
        ((), (), 0),
        (("varo",), (), -2),
        # whoever is named in the draft may be the one in custody
        ((), ("riot",), -2),
    ],
)
def test_a_noun_that_is_of_nobody_denies_nothing(bears: tuple[str, ...], names: tuple[str, ...], vote: int) -> None:
    def clause(key: str, kin: str, who: frozenset[str], is_noun: bool) -> Clause:
        nobody: frozenset[str] = frozenset()
        near, heads, kins = frozenset({"dunmar", "monday"}), (who, nobody), frozenset({f"kin {kin}"})
        return Clause(
            key, nobody, 0, 1, who, nobody, near, False, True, False, is_noun, heads=heads, kin=kins, language=ENGLISH
        )

    broke_out = clause("break", "escape", frozenset({"riot"}), False)
    in_custody = clause("custody", "arrest", frozenset(bears), True)
    case: Any = SimpleNamespace(
        language=ENGLISH,
        names=frozenset(names),
        speaker=None,
        is_by=lambda *_: True,
        is_by_same=lambda *_: True,
        around=lambda _: set(),
    )
    bearing: Any = None
    assert _clause_vote(case, broke_out, in_custody, bearing) == vote


ROOM = (
    ("May 6, 2031: A flood in Halder killed 40 farmers.", {"figure differs"}),
    ("May 6, 2031: A flood in Halder killed some 40 farmers.", {"figure differs"}),
    ("May 6, 2031: A flood in Halder killed 28 farmers.", {"figure differs"}),
    ("May 6, 2031: A flood in Halder killed 25 farmers.", {"supported", "disputed"}),
    ("May 6, 2031: A flood in Halder killed at least 25 farmers.", {"supported"}),
    ("May 6, 2031: A flood in Halder killed at least 40 farmers.", {"figure differs"}),
    ("May 6, 2031: A flood in Halder killed dozens of farmers.", {"supported"}),
    ("May 6, 2031: A flood in Halder killed hundreds of farmers.", {"figure differs"}),
    ("May 6, 2031: A flood in Halder killed more than 20 farmers.", {"supported"}),
)


@pytest.mark.parametrize(("draft", "kinds"), ROOM)
def test_at_least_so_many_leaves_room_but_gives_no_other_number(tmp_path: Path, draft: str, kinds: set[str]) -> None:
    told = (
        ("Coast Daily", "A flood in Halder killed at least 25 farmers on May 6, 2031."),
        ("Morning Ledger", "At least 25 farmers were killed by a flood in Halder on May 6, 2031."),
        ("The Halder Post", "A flood in Halder killed 25 farmers on May 6, 2031."),
        ("Harbour Gazette", "A flood in Halder killed 24 farmers on May 6, 2031."),
    )
    with archive(tmp_path, *(article(text, outlet, dt.date(2031, 5, 7)) for outlet, text in told)) as kept:
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind in kinds, finding
    assert "some" not in draft or "the draft has “some 40 farmers”" in finding.why


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("May 9, 2031: Bram Oster won the runoff for mayor of Ostrava after Lena Varga conceded.", "supported"),
        ("May 9, 2031: Lena Varga won the runoff for mayor of Ostrava after Bram Oster conceded.", "actors differ"),
    ],
)
def test_what_is_won_by_another_is_not_borne_out(tmp_path: Path, draft: str, kind: str) -> None:
    told = (
        ("Harbour Gazette", "Bram Oster won the runoff for mayor of Ostrava on Friday over Lena Varga."),
        (
            "Morning Ledger",
            "Bram Oster won the runoff in Ostrava on Friday, and is mayor; Lena Varga conceded.",
        ),
    )
    with archive(tmp_path, *(article(text, outlet, dt.date(2031, 5, 10)) for outlet, text in told)) as kept:
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == kind, finding


def _placed(away: int, *, named: bool, printed: bool = False) -> Finding:
    """What becomes of another day that is stated, where the sources place it so many days away."""
    bearing = SimpleNamespace(place=("a", 0))
    placing = Placing({}, DAY - dt.timedelta(away), "", (bearing,), named=named)  # type: ignore[arg-type]
    witness = SimpleNamespace(span=SimpleNamespace(article="b" if printed else "a", start=0))
    found = Finding(Statement(0, 1, "A"), "date differs", "likely", "", (witness,))  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(days, "source_dates", lambda _: placing)
        patch.setattr(days, "_in_print", lambda _: [])
        return days.only_hinted(SimpleNamespace(day=DAY), found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("away", "named", "stated"),
    [(4, True, True), (4, False, False), (59, True, True), (60, True, False), (200, True, False), (365, True, True)],
)
def test_a_day_that_is_not_named_or_too_far_is_only_possible(away: int, named: bool, stated: bool) -> None:
    made = _placed(away, named=named)
    assert made.kind == "date differs" and made.contradicts == stated
    assert _placed(-away, named=named).contradicts == stated


def test_what_no_placing_bears_out_stays_stated() -> None:
    assert _placed(200, named=True, printed=True).contradicts


@pytest.mark.parametrize("late", [4, 95, 200])
def test_what_was_in_print_before_stays_stated(tmp_path: Path, late: int) -> None:
    told = (
        ("Halder Post", "Karin Lund stepped down as treasurer of the port on Monday, May 19."),
        ("Coast Daily", "Karin Lund resigned as treasurer of the port on Monday."),
    )
    draft = f"{dt.date(2031, 5, 20) + dt.timedelta(late):%B %-d, %Y}: Karin Lund resigned as treasurer of the port."
    with archive(tmp_path, *(article(text, outlet, dt.date(2031, 5, 20)) for outlet, text in told)) as kept:
        (finding,) = check_draft(draft, kept, missing=False).findings
    assert finding.kind == "date differs" and finding.contradicts, finding
    assert "in print on 2031-05-20" in finding.why
