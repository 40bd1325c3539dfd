"""What is released: the same bytes from the same tree, with the marks of the readers and a bill of materials."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from leadup import marks
from tests.conftest import ROOT
from tests.loading import load

pytest.importorskip("hatchling")


def _wheel(tree: Path, out: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=tree, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


def test_two_trees_give_one_wheel(tmp_path: Path) -> None:
    """Another folder, other times of the files, another order on disk: the same bytes."""
    wheels = []
    for name in ("one", "another"):
        tree = tmp_path / name
        tree.mkdir()
        for file in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
            shutil.copy(ROOT / file, tree)
        shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for path in tree.rglob("*"):
            if name == "another":
                os.utime(path, (1_900_000_000, 1_900_000_000))
        wheels.append(_wheel(tree, tmp_path / f"dist-{name}"))
    first, second = (wheel.read_bytes() for wheel in wheels)
    assert first == second
    with zipfile.ZipFile(wheels[0]) as held:
        shipped = json.loads(held.read(f"leadup/{marks.SHIPPED}"))
    assert shipped == {name: marks.computed(name) for name in marks.MARKED}


def test_a_wheel_carries_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / marks.SHIPPED).write_text('{"light": "0123456789ab"}', encoding="utf-8")
    monkeypatch.setattr("leadup.marks.files", lambda _: tmp_path)
    marks.mark.cache_clear()
    try:
        assert marks.mark(marks.LIGHT) == "0123456789ab"
    finally:
        marks.mark.cache_clear()


def test_the_bill_of_materials() -> None:
    sbom = load(ROOT / "tests" / "sbom.py")
    if not {"leadup", "leadup-en"} <= {d.metadata["Name"] for d in sbom.metadata.distributions()}:
        pytest.skip("leadup and its weights are not installed here")
    bill = sbom.bill()
    assert bill == sbom.bill()
    refs = {c["bom-ref"] for c in bill["components"]}
    needed = {ref for edge in bill["dependencies"] for ref in edge["dependsOn"]}
    assert needed <= refs
    assert "file:leadup_en/model.npz" in refs and "pkg:pypi/leadup-en@1.0.0" in needed
    assert any(ref.startswith("pkg:pypi/numpy@") for ref in needed)
    validation = pytest.importorskip("cyclonedx.validation.json")
    from cyclonedx.schema import SchemaVersion

    assert validation.JsonStrictValidator(SchemaVersion.V1_5).validate_str(json.dumps(bill)) is None
