"""What the import contract cannot see: imports by a name in a string, and circles within a room."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "leadup"
BY_NAME = {
    # What a notebook and a table make of a timeline is written in `output`, and asked of the noun itself.
    "model/timeline.py": {"leadup.output.frame", "leadup.output.page"},
}


def test_rooms_import_by_name_only_where_it_is_said() -> None:
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if "import_module" in source else ():
            called = getattr(node, "func", None)
            if isinstance(node, ast.Call) and getattr(called, "id", getattr(called, "attr", "")) == "import_module":
                named = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if named:
                    found.setdefault(str(path.relative_to(SOURCE)), set()).update(named)
    assert found == BY_NAME


def _imports() -> dict[str, set[str]]:
    """Of each module those that it imports, anywhere in it but for type checkers."""
    paths = {_module(path): path for path in SOURCE.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for name, path in paths.items():
        named: set[str] = set()
        for node in _statements(ast.parse(path.read_text(encoding="utf-8")).body):
            if isinstance(node, ast.Import):
                named.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                of = {f"{node.module}.{alias.name}" for alias in node.names}
                named.update(one if one in paths else str(node.module) for one in of)
        found[name] = {one for one in named if one in paths and one != name}
    return found


def _statements(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The statements of a body and those inside them, but for what type checkers alone read."""
    for node in body:
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from _statements(node.orelse)
            continue
        for within in ("body", "orelse", "handlers", "finalbody", "cases"):
            yield from _statements(getattr(node, within, None) or ())


def _module(path: Path) -> str:
    parts = ("leadup", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_modules_import_each_other_in_a_circle() -> None:
    left = _imports()
    while free := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in free}
    users = {need for needs in left.values() for need in needs}
    assert not [name for name in left if name in users]
