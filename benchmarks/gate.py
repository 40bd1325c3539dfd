#!/usr/bin/env python3
"""Quality floors: what each benchmark reached, and that no change loses it unnoticed.

    benchmarks/gate.py [NAME ...] [--suite] [--shared DIR]
    benchmarks/gate.py [NAME ...] --update [--allow-regression "why"]

``floors.json`` beside this file has one floor an entry: its ``command`` (``{shared}`` is the folder of gold data,
``{tmp}`` an empty one, ``{cache}`` one that all floors of a run keep readings in), the ``data`` it was measured on
with their sha256, and the figures, ``at_least`` or ``at_most``. Figures are compared as they are written, to three
places up to 1 and to one place above; there is no other slack. ``suite`` marks those quick enough for the test suite;
the rest run here alone.

``--update`` writes figures that are better. One that is worse is written only with ``--allow-regression``, and the
reason stays in the entry (``lowered``). To add a floor, write its entry with null for each figure, then ``--update``.
Ends with 1 where a figure is missed, with 2 where the data are absent or are other data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shlex
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.json")

Floor = dict[str, Any]


class OtherData(Exception):
    """The data of a floor are absent, or are not those that it was measured on."""


def floors(path: Path = FLOORS) -> dict[str, Floor]:
    """All floors by name."""
    found: dict[str, Floor] = json.loads(path.read_text(encoding="utf-8"))
    return found


def sha256(path: Path) -> str:
    """Of a file's bytes, or of the names and bytes of all files below a folder in order of name."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        whole.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def check_data(floor: Floor, shared: Path) -> None:
    """Raise :class:`OtherData` unless the data are there and are those that the floor was measured on."""
    for name, expected in floor["data"].items():
        if not (shared / name).exists():
            raise OtherData(f"needs {name} of the gold data (looked in {shared})")
        if sha256(shared / name) != expected:
            raise OtherData(f"{name} is not what the figures were measured on")


def measure(floor: Floor, shared: Path, cache: Path, python: str = sys.executable) -> dict[str, Any]:
    """Run the floor's command by this Python; the figures are the JSON object on the last line that it prints."""
    with tempfile.TemporaryDirectory() as tmp:
        if "unpack" in floor:
            with tarfile.open(shared / floor["unpack"]) as tar:
                # The first versions of Python 3.11 know no filters.
                safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
                tar.extractall(tmp, **safe)  # type: ignore[arg-type]
        words = [w.format(shared=shared.resolve(), tmp=tmp, cache=cache) for w in shlex.split(floor["command"])]
        done = subprocess.run([python, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{floor['command']} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return flat(figures)


def flat(figures: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Figures inside figures, as ``outer.inner``."""
    found: dict[str, Any] = {}
    for name, value in figures.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
    return found


def rounded(value: float) -> float:
    """As floors are written: to three places up to 1, to one place above."""
    return round(value, 3 if abs(value) <= 1 else 1)


def missed(floor: Floor, figures: Mapping[str, Any]) -> list[str]:
    """A line for each figure that is worse than its floor, or absent."""
    lines = []
    for bound, sign in (("at_least", 1), ("at_most", -1)):
        for name, expected in floor.get(bound, {}).items():
            if name not in figures:
                lines.append(f"{name}: not among the figures")
            elif expected is None or sign * rounded(figures[name]) < sign * expected:
                lines.append(f"{name}: {rounded(figures[name])}, {bound.replace('_', ' ')} {expected}")
    return lines


def updated(floor: Floor, figures: Mapping[str, Any], why: str | None = None) -> Floor:
    """The floor with better figures, and with worse ones only where ``why`` says why they may be worse."""
    new = json.loads(json.dumps(floor))
    for bound, sign in (("at_least", 1), ("at_most", -1)):
        for name, expected in floor.get(bound, {}).items():
            found = rounded(figures[name])
            if expected is None or sign * found > sign * expected:
                new[bound][name] = found
            elif found != expected and why is not None:
                new[bound][name] = found
                new.setdefault("lowered", []).append({"figure": name, "from": expected, "to": found, "why": why})
    return new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these floors")
    parser.add_argument("--suite", action="store_true", help="only those that the test suite runs too")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of gold data")
    parser.add_argument("--update", action="store_true", help="write figures that are better")
    parser.add_argument("--allow-regression", metavar="WHY", help="write figures that are worse too, and why")
    asked = parser.parse_args()
    known = floors()
    if unknown := set(asked.names) - set(known):
        parser.error(f"no floor has the name {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
    if asked.allow_regression is not None and not (asked.update and asked.allow_regression.strip()):
        parser.error("--allow-regression goes with --update, and says why")
    with tempfile.TemporaryDirectory() as cache:
        return _gated(asked, known, Path(cache))


def _gated(asked: argparse.Namespace, known: dict[str, Floor], cache: Path) -> int:
    """What the program ends with, the floors that were asked for measured, said and, where asked, written."""
    ends = 0
    for name, floor in known.items():
        if (asked.names and name not in asked.names) or (asked.suite and not floor.get("suite")):
            continue
        try:
            if asked.update and (asked.allow_regression or not all(floor["data"].values())):
                floor["data"] = {path: sha256(asked.shared / path) for path in floor["data"]}
            check_data(floor, asked.shared)
        except OtherData as error:
            print(f"{name}: {error}", flush=True)
            ends = max(ends, 2)
            continue
        figures = measure(floor, asked.shared, cache)
        if asked.update:
            known[name] = updated(floor, figures, asked.allow_regression)
            FLOORS.write_text(json.dumps(known, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        lines = missed(known[name], figures)
        ends = max(ends, int(bool(lines)))
        print(f"{name}: " + ("; ".join(lines) if lines else "kept"), flush=True)
    return ends


if __name__ == "__main__":
    sys.exit(main())
