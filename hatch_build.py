"""How leadup is built: what it needs, and what a wheel carries beside the code."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

WEIGHTS = "leadup-en"
WEIGHTS_VERSION = "~=1.0.0"
"""Each version but for the last number has weights of its own, and the code knows one file of them by its hash."""


class WeightsHook(MetadataHookInterface):
    """Adds the parser's weights to what leadup needs.

    They are a package of this repository (``packages/leadup-en``). Where it stands beside, it is installed from there,
    so that ``pip install .`` needs nothing else. What is released names it by its version (``LEADUP_RELEASE=1``).
    """

    def update(self, metadata: dict[str, Any]) -> None:
        beside = Path(self.root) / "packages" / WEIGHTS
        released = os.environ.get("LEADUP_RELEASE") or not beside.is_dir()
        weights = f"{WEIGHTS}{WEIGHTS_VERSION}" if released else f"{WEIGHTS} @ {beside.as_uri()}"
        metadata["dependencies"] = [*self.config["dependencies"], weights]


class MarksHook(BuildHookInterface[Any]):
    """Writes the marks of the readers (``leadup.marks``) into the wheel, so that an installed leadup works none out.

    A wheel gets ``leadup/marks.json``; a tree that is installed to be worked on has none, since its files change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from leadup import marks
        finally:
            del sys.path[0]
        self._folder = tempfile.TemporaryDirectory()
        written = Path(self._folder.name) / marks.SHIPPED
        content = {name: marks.computed(name) for name in marks.MARKED}
        written.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        build_data["force_include"][str(written)] = f"leadup/{marks.SHIPPED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        if hasattr(self, "_folder"):
            self._folder.cleanup()
