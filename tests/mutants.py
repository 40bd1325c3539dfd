#!/usr/bin/env python3
"""Mutants at random: how many small faults, put into a room of the house, the tests of that room notice.

    tests/mutants.py ROOM [ROOM ...] [--sample N] [--seed N] [--json]

ROOM is a package below ``src/leadup`` with tests of the same name (``times``, ``timeline``). cosmic-ray makes the
mutants (``pip install 'leadup[mutants]'``); N of them, drawn by the seed, are tried one by one in a copy of the
project, which nothing but this reads, without the gold data: what only a floor notices is not noticed here. A mutant
is one changed operator, number or branch; those that annotations and decorators would make are left out. Takes as
long as N runs of the room's tests; no part of the suite. Survivors are printed as diffs: each is a case to write, or a
change that changes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = ("core/ReplaceBinaryOperator_BitOr", "core/RemoveDecorator")
"""Kinds of mutants that are left out: ``X | None`` in an annotation is no code."""
SECONDS = 300
"""A mutant whose tests run longer than this is counted as noticed: it does not end."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="+", metavar="ROOM")
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="mutants of each room")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    figures: dict[str, dict[str, int]] = {}
    for room in asked.rooms:
        with tempfile.TemporaryDirectory(prefix="leadup-mutants-") as folder:
            copy = Path(folder, "leadup")
            for part in ("src", "tests", "examples", "benchmarks", "pyproject.toml", "README.md", "Makefile"):
                take = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
                copy.mkdir(exist_ok=True)
                take(ROOT / part, copy / part)
            tried = try_mutants(copy, room, asked.sample, asked.seed)
        survived = [diff for noticed, diff in tried if not noticed]
        print("\n".join(survived))
        figures[room] = {"mutants": len(tried), "noticed": len(tried) - len(survived)}
        print(f"{room}: {figures[room]['noticed']} of {len(tried)} noticed")
    if asked.json:
        print(json.dumps(figures))


def try_mutants(copy: Path, room: str, sample: int, seed: int) -> list[tuple[bool, str]]:
    """For each mutant of the sample whether the tests of its room noticed it, and its diff."""
    from cosmic_ray.work_db import WorkDB, use_db  # type: ignore[import-not-found]

    test = f"{sys.executable} -m pytest -x -q -p no:cacheprovider tests/{room}"
    config, session = copy / "mutants.toml", copy / "mutants.sqlite"
    config.write_text(
        f'[cosmic-ray]\nmodule-path = "src/leadup/{room}"\ntimeout = {SECONDS}\nexcluded-modules = []\n'
        f'test-command = "{test}"\n[cosmic-ray.distributor]\nname = "local"\n',
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "LEADUP_SHARED": str(copy / "nowhere")}

    def run(*words: str) -> None:
        subprocess.run(words, cwd=copy, env=environment, check=True)

    cosmic = [sys.executable, "-m", "cosmic_ray.cli"]
    run(*test.split(), "--quiet")
    run(*cosmic, "init", str(config), str(session))
    with use_db(session, WorkDB.Mode.open) as db:
        all_of_them = sorted(
            (item for item in db.work_items if not item.mutations[0].operator_name.startswith(LEFT_OUT)),
            key=lambda i: (str(i.mutations[0].module_path), i.mutations[0].operator_name, i.mutations[0].occurrence),
        )
        drawn = random.Random(seed).sample(all_of_them, min(sample, len(all_of_them)))
        db.clear()
        db.add_work_items(drawn)
    run(*cosmic, "exec", str(config), str(session))
    with use_db(session, WorkDB.Mode.open) as db:
        results: list[tuple[str, Any]] = sorted(db.results)
        return [(result.is_killed, result.diff or "") for _, result in results]


if __name__ == "__main__":
    main()
