"""Regular expressions that every supported Python reads alike."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "leadup"
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
"""Python before 3.11.5 may lose its place in one, where what is within can be tried again."""
MAYBE = re.compile(r"[*+?}]\+|\(\?>")
BETWEEN = re.compile(r"[bfru]*[\"'\s]+", re.IGNORECASE)
"""What parts the pieces of one literal."""


def test_no_group_is_possessive() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path, source in sources.items()
        if MAYBE.search(BETWEEN.sub("", source))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSSESSIVE_GROUP.search(node.value)
    ]
    packs = [*SOURCE.rglob("*.toml"), *SOURCE.rglob("*.tsv"), *SOURCE.rglob("*.txt")]
    found += [str(path.relative_to(SOURCE)) for path in packs if POSSESSIVE_GROUP.search(path.read_text("utf-8"))]
    assert not found


@pytest.mark.parametrize(
    ("pattern", "possessive"),
    [
        (r"(?:a|b)*+c", True),
        (r"(a){2,3}+", True),
        (r"(?>a|b)c", True),
        (r"(?:a)?+", True),
        (r"[ab]*+c", False),
        (r"a{2,3}+", False),
        (r"(?:a|b)*c", False),
        (r"\)++", False),
        (r"(?:a)+\+", False),
    ],
)
def test_what_a_possessive_group_is(pattern: str, possessive: bool) -> None:
    assert bool(POSSESSIVE_GROUP.search(pattern)) is possessive
