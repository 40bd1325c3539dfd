"""``days="auto"``: as far back as the story goes, by every door that takes it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leadup import Archive, QuestionError, answering, gather, lead_up
from leadup.model import Earlier, Question, Timeline
from tests.running import leadup

TARGET = "the sinking of the ferry Marisol"
DAYS = [(2, 2), (2, 5), (2, 9), (2, 12), (2, 16), (2, 19), (2, 24), (3, 2), (3, 4)]
TOLD = {
    **{
        dt.date(
            2021, month, day
        ): f"The ferry Marisol off Port Ansel was held in the dock for check {n} by inspectors of "
        f"the coast guard on {dt.date(2021, month, day - 1):%B} {day - 1}, who found rust in the hull of the Marisol."
        for n, (month, day) in enumerate(DAYS[:-1])
    },
    dt.date(2021, 3, 4): "The ferry Marisol took on water off Port Ansel on Wednesday, the coast guard said.",
    dt.date(2021, 3, 7): "The ferry Marisol sank off Port Ansel on Saturday in a storm, the coast guard said.",
    dt.date(
        2021, 3, 8
    ): "The sinking of the ferry Marisol on Saturday left three dead, said the coast guard of Port Ansel.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("auto")
    rows = [
        {"text": text, "title": text.partition(" on ")[0], "published": str(day), "outlet": f"Outlet {n}"}
        for n, (day, text) in enumerate(TOLD.items())
    ]
    (folder / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with Archive(folder / "archive", create=True) as kept:
        gather(kept, [folder / "wire.jsonl"])
    return folder / "archive"


FIRST = dt.date(2021, 2, 1)


@pytest.fixture
def began_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of a dozen articles is all read, so that it is not said where its story begins: here it is."""
    answer = answering._lead_up

    def told(*asked: Any, **more: Any) -> Timeline:
        found = answer(*asked, **more)
        return replace(found, earlier=Earlier(FIRST, dt.date(2021, 2, 18), 6) if found.first > FIRST else None)

    monkeypatch.setattr(answering, "_lead_up", told)


@pytest.mark.usefixtures("began_before")
def test_in_python(archive: Path) -> None:
    usual = lead_up(TARGET, archive, date=dt.date(2021, 3, 6))
    assert usual.first == dt.date(2021, 2, 20)
    whole = lead_up(TARGET, archive, date=dt.date(2021, 3, 6), days="auto")
    assert whole.first == whole.entries[0].day == FIRST and whole.question.days == 33


@pytest.mark.usefixtures("began_before")
def test_on_the_command_line(archive: Path) -> None:
    asked = ("to", TARGET, "--date", "2021-03-06", "-a", str(archive))
    assert "Feb. 1 –" not in leadup(*asked).stdout
    assert "Feb. 1 –" in leadup(*asked, "--days", "auto").stdout


@pytest.mark.parametrize("days", ["aut", 14.5, None])
def test_what_is_no_number_of_days_is_refused(archive: Path, days: object) -> None:
    with pytest.raises(QuestionError, match="is not a whole number"):
        lead_up(TARGET, archive, days=days)  # type: ignore[call-overload]
    with pytest.raises(QuestionError, match="says all of the question"):
        lead_up(Question(TARGET), archive, days="auto")  # type: ignore[call-overload]
