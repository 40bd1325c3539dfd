"""What was reached on the gold data is kept: the quick floors of ``benchmarks/floors.json``, and their gate."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.loading import load
from tests.ready import python

ROOT = Path(__file__).resolve().parent.parent

gate = load(ROOT / "benchmarks" / "gate.py")
FLOORS: dict[str, dict[str, Any]] = gate.floors()


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that floors over the same articles keep their readings in."""
    return tmp_path_factory.mktemp("readings")


@pytest.mark.parametrize("name", [name for name, floor in FLOORS.items() if floor.get("suite")])
def test_what_was_reached_is_kept(name: str, shared: Path, cache: Path) -> None:
    floor = FLOORS[name]
    try:
        gate.check_data(floor, shared)
    except gate.OtherData as error:
        if "needs" in str(error):
            pytest.skip(str(error))
        raise
    figures = gate.measure(floor, shared, cache, python())
    assert gate.missed(floor, figures) == []


@pytest.mark.parametrize("name", FLOORS)
def test_every_floor_names_a_benchmark_its_data_and_its_figures(name: str) -> None:
    floor = FLOORS[name]
    assert (ROOT / shlex.split(floor["command"])[0]).is_file()
    assert all(len(digest) == 64 for digest in floor["data"].values())
    bounds = {**floor.get("at_least", {}), **floor.get("at_most", {})}
    assert bounds
    assert all(value == gate.rounded(value) for value in bounds.values())
    assert all(lower["why"].strip() for lower in floor.get("lowered", []))


FLOOR = {"command": "x", "data": {}, "at_least": {"f1": 0.5, "all": 20}, "at_most": {"noise": 0}}
GOOD = {"f1": 0.5, "all": 20, "noise": 0}


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        (GOOD, []),
        ({**GOOD, "f1": 0.4996}, []),
        ({**GOOD, "f1": 0.4994}, ["f1: 0.499, at least 0.5"]),
        ({**GOOD, "all": 19}, ["all: 19, at least 20"]),
        ({**GOOD, "noise": 1}, ["noise: 1, at most 0"]),
        ({"f1": 0.9, "noise": 0}, ["all: not among the figures"]),
    ],
)
def test_the_gate_says_what_is_missed(figures: dict[str, float], wrong: list[str]) -> None:
    assert gate.missed(FLOOR, figures) == wrong


def test_an_update_raises_and_lowers_only_with_a_reason() -> None:
    figures = {"f1": 0.61239, "all": 18, "noise": 2}
    new = gate.updated(FLOOR, figures)
    assert (new["at_least"], new["at_most"]) == ({"f1": 0.612, "all": 20}, {"noise": 0})
    assert gate.missed(new, figures) == ["all: 18, at least 20", "noise: 2, at most 0"]
    told = gate.updated(FLOOR, figures, "fewer, but all on the story")
    assert gate.missed(told, figures) == []
    assert [(x["figure"], x["from"], x["to"]) for x in told["lowered"]] == [("all", 20, 18), ("noise", 0, 2)]
    assert {x["why"] for x in told["lowered"]} == {"fewer, but all on the story"}
    assert FLOOR["at_most"] == {"noise": 0}


def test_other_data_are_not_measured(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.txt").write_text("one")
    floor = {"data": {"set": gate.sha256(tmp_path / "set")}}
    gate.check_data(floor, tmp_path)
    (tmp_path / "set" / "a.txt").write_text("two")
    with pytest.raises(gate.OtherData, match="not what the figures were measured on"):
        gate.check_data(floor, tmp_path)
    with pytest.raises(gate.OtherData, match="needs"):
        gate.check_data(floor, tmp_path / "nowhere")


def test_a_command_is_run_and_its_last_line_read(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import sys, json\nprint('words')\nprint(json.dumps({'a': {'b': 1}, 'given': sys.argv[1:]}))")
    floor = {"command": f"{shlex.quote(str(program))} {{shared}}/x", "data": {}}
    assert gate.measure(floor, tmp_path, tmp_path) == {"a.b": 1, "given": [f"{tmp_path}/x"]}
    program.write_text("raise SystemExit('no such figure')")
    with pytest.raises(RuntimeError, match="no such figure"):
        gate.measure(floor, tmp_path, tmp_path)


def test_the_committed_file_is_as_the_gate_writes_it() -> None:
    assert gate.FLOORS.read_text("utf-8") == json.dumps(FLOORS, indent=2, ensure_ascii=False) + "\n"
