"""Writes the marks of the readers (``leadup.marks``) into the wheel, so that an installed leadup works none out."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MarksHook(BuildHookInterface[Any]):
    """A wheel gets ``leadup/marks.json``; a tree that is installed to be worked on has none, since its files change."""

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
