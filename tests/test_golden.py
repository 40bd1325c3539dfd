"""The answer to one question about the example articles in several forms, and to many as text, byte for byte.

What is shown is as much a part of leadup as how it is found, so that any change to it is seen, and meant.
``make golden`` (``pytest tests/test_golden.py --renew``) writes what is answered now; look at the diff before it is
committed. The page is kept without its style sheet and its script, which stand in it as their hashes.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import io
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from rich.console import Console

from leadup import Archive, QuestionError, Timeline, gather, lead_up
from leadup.model import Question
from leadup.model.timeline import Provenance
from leadup.output import terminal
from leadup.output.jsonform import to_json
from leadup.output.page import to_page
from tests.timeline.making import article
from tests.timeline.story import STORY

GOLDEN = Path(__file__).with_name("golden")
MADE = Provenance("0.0.0", "light 000000000000", "deep 000000000000", "000000000000", "0" * 64)
SHOWN = 40
"""Lines of the diff that a failure shows."""


KILLING = "the killing of Qassem Soleimani"
DAM = "the burst of the Tarrow dam"
QUESTIONS: tuple[tuple[str, Question], ...] = (
    ("examples", Question(KILLING, detail="full", after=9)),
    ("examples", Question("the killing of Qassem Suleimani", detail="brief", entries=3)),
    ("examples", Question(KILLING, date=dt.date(2020, 1, 3), days=4, per_day=1, after=2)),
    ("examples", Question(KILLING, date=dt.date(2020, 1, 20))),
    ("examples", Question("militia", first=dt.date(2019, 12, 27), last=dt.date(2020, 1, 2), detail="full")),
    ("examples", Question("the attack on the embassy in Baghdad", days=6)),
    ("examples", Question("U.S. strikes on Kataib Hezbollah", days=3, after=3, keywords=("contractor",))),
    ("examples", Question("the death of an American contractor near Kirkuk", after=2)),
    ("examples", Question("Qassem Soleimani")),
    ("examples", Question("the zebra of Zanzibar")),
    ("dam", Question(DAM)),
    ("dam", Question(DAM, detail="full", after=40)),
    ("dam", Question("the crack in the Tarow dam", after=20)),
    ("dam", Question("the president promises an inquiry", days=30)),
    ("dam", Question("the inquiry into the Tarrow dam", as_of=dt.date(2021, 4, 1))),
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Iterator[dict[str, Archive]]:
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(examples, folder / "articles")
    with (
        pytest.MonkeyPatch.context() as patched,
        Archive(folder / "archive", create=True) as archive,
        Archive(folder / "dam", create=True) as dam,
    ):
        # The articles' source is the path they were read from: a relative one is the same everywhere.
        patched.chdir(folder)
        gather(archive, ["articles"])
        for day, outlet, text in STORY:
            dam.add(article(text, outlet, dt.date.fromisoformat(day)))
        yield {"examples": archive, "dam": dam}


@pytest.fixture(scope="module")
def timeline(archives: dict[str, Archive]) -> Timeline:
    return _answered(Question(KILLING), archives["examples"])


def _answered(question: Question, archive: Archive) -> Timeline:
    answer = lead_up(question, archive)
    assert answer.provenance is not None
    # What made it changes with every change of the code (tests/test_marks.py): here it is of no matter.
    return replace(answer, provenance=MADE)


def _as_text(timeline: Timeline, why: bool = False) -> str:
    out = io.StringIO()
    terminal.render(timeline, Console(file=out, width=80, color_system=None), why=why, chain=True)
    return out.getvalue()


def _answers(archives: dict[str, Archive]) -> str:
    """What is answered to many questions, with why, or why it is not answered."""
    found: list[str] = []
    for name, question in QUESTIONS:
        usual = Question(question.target)
        asked = {f.name: getattr(question, f.name) for f in fields(question) if f.name != "target"}
        more = ", ".join(f"{key}={value}" for key, value in asked.items() if value != getattr(usual, key))
        found.append(f"=== {name}: {question.target}{f' ({more})' if more else ''}\n")
        try:
            found.append(_as_text(_answered(question, archives[name]), why=True))
        except QuestionError as error:
            found.append(f"{type(error).__name__}: {error}\n")
    return "\n".join(found)


def _as_page(timeline: Timeline) -> str:
    """The page with its style and script as hashes, one tag a line, so that a diff can be read."""

    def hashed(found: re.Match[str]) -> str:
        return f"{found[1]}sha256:{hashlib.sha256(found[2].encode()).hexdigest()}{found[3]}"

    page = re.sub(r"(<(?:style|script)\b[^>]*>)(.+?)(</(?:style|script)>)", hashed, to_page(timeline), flags=re.S)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", page)


FORMS: dict[str, Callable[[Timeline], str]] = {
    "soleimani.txt": _as_text,
    "soleimani.json": lambda timeline: to_json(timeline).decode() + "\n",
    "soleimani.html": _as_page,
}


@pytest.mark.parametrize("name", FORMS)
def test_the_answer_is_the_golden_one(name: str, timeline: Timeline, pytestconfig: pytest.Config) -> None:
    _is_golden(name, FORMS[name](timeline), renew=pytestconfig.getoption("--renew"))


def test_the_answers_to_many_questions_are_the_golden_ones(
    archives: dict[str, Archive], pytestconfig: pytest.Config
) -> None:
    _is_golden("questions.txt", _answers(archives), renew=pytestconfig.getoption("--renew"))


def _is_golden(name: str, found: str, *, renew: bool) -> None:
    kept = GOLDEN / name
    if renew:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8", newline="\n")
    expected = kept.read_text(encoding="utf-8")
    if found == expected:
        return
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), f"golden/{name}", "now", n=1, lineterm="")
    diff = list(lines)
    more = f"… and {len(diff) - SHOWN} lines more" if len(diff) > SHOWN else ""
    pytest.fail("\n".join([*diff[:SHOWN], more, "`make golden` renews it, where that is meant"]), pytrace=False)
