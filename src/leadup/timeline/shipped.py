"""The files of ``leadup/timeline/data``: numbers that were learnt or searched for, and lists of relations."""

from __future__ import annotations

from importlib import resources


def shipped(file: str) -> str:
    """The text of one of them, by its name ("keeping.toml"). Raises FileNotFoundError where there is none."""
    return resources.files("leadup.timeline").joinpath("data", file).read_text(encoding="utf-8")
