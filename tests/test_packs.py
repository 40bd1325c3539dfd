"""No module of the rooms that check drafts and write answers reads a table before it is told of which language."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

import pytest

from tests.without_english import NAMES_OF_ENGLISH, tables_read_at_import

OF_ENGLISH = {
    "check": {"draft.py": "a draft of which no language is said comes in there"},
    "output": {"language.py": "which language an answer's words are, and leadup's own, is said there alone"},
}
"""The modules of each room that name English themselves, with the reason."""
TAKING = {
    **{"verbs_of_past": 2, "without_plural": 2, "with_calendar": 2, "calendar_names": 1, "weekday_names": 1},
    **{"tag": 9, "month_names": 9},
}
"""Functions that take English where no language is given, and by how many places it is given."""


def _trees(room: str) -> dict[str, ast.Module]:
    every = sorted(Path(str(files(f"leadup.{room}"))).rglob("*.py"))
    return {file.name: ast.parse(file.read_text(encoding="utf-8")) for file in every}


@pytest.mark.parametrize("room", OF_ENGLISH)
def test_no_table_is_read_when_a_room_is_imported(room: str) -> None:
    assert tables_read_at_import(room) == []


@pytest.mark.parametrize("room", OF_ENGLISH)
def test_no_module_but_those_listed_takes_english_for_granted(room: str) -> None:
    naming = set()
    for name, tree in _trees(room).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leadup.lang"):
                naming |= {name for each in node.names if each.name in NAMES_OF_ENGLISH}
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "lang":
                assert node.attr not in NAMES_OF_ENGLISH, f"{name}:{node.lineno}: a table is asked for by its language"
            if isinstance(node, ast.Constant) and node.value == "en":
                naming.add(name)
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                given = len(node.args) >= TAKING.get(called, 0) or any(k.arg == "language" for k in node.keywords)
                assert given, f"{name}:{node.lineno}: {called} is not told of which language"
    assert naming == set(OF_ENGLISH[room])


@pytest.mark.parametrize("room", OF_ENGLISH)
def test_a_language_is_handed_down_within_a_room(room: str) -> None:
    for name, tree in _trees(room).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and name not in OF_ENGLISH[room]:
                given = [*node.args.args[len(node.args.args) - len(node.args.defaults) :], *node.args.kwonlyargs]
                values = [*node.args.defaults, *node.args.kw_defaults]
                taken = [arg.arg for arg, value in zip(given, values, strict=True) if value is not None]
                assert "language" not in taken or node.name == "check_retelling", f"{name}: {node.name}"
