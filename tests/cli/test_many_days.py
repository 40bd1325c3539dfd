"""An event of many days, asked for on the command line: its days are offered, and taken."""

from __future__ import annotations

import json
from pathlib import Path

from tests.running import leadup


def test_the_days_of_a_war_are_offered_and_taken(tmp_path: Path) -> None:
    rows = [
        {
            "text": f"The war in Tarn went on as {n} towns were shelled on May {day - 1}. {n} bakers fled.",
            "title": f"War in Tarn, letter {n}",
            "published": f"2021-05-{day:02}",
            "outlet": f"Outlet {n}",
        }
        for n, day in enumerate((5, 9, 9, 13, 17), start=2)
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    archive = str(tmp_path / "archive")
    assert leadup("add", str(tmp_path / "wire.jsonl"), "-a", archive).returncode == 0
    refused = leadup("to", "the war in Tarn", "-a", archive)
    assert refused.returncode != 0
    told = " ".join((refused.stdout + refused.stderr).split())
    assert "of many days" in told
    for day in ("2021-05-04", "2021-05-08", "2021-05-16"):
        assert day in told
    assert "--from 2021-05-04 --until 2021-05-16" in told
    answer = leadup("to", "the war in Tarn", "-a", archive, "--from", "2021-05-04", "--until", "2021-05-16")
    assert answer.returncode == 0, answer.stderr
    assert "shelled" in answer.stdout
