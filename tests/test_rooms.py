"""What the import contract cannot see: imports by a name in a string."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "leadup"
BY_NAME = {
    # What a notebook and a table make of a timeline is written in `output`, and asked of the noun itself.
    "model/timeline.py": {"leadup.output.frame", "leadup.output.page"},
}


def test_rooms_import_by_name_only_where_it_is_said() -> None:
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            if isinstance(node, ast.Call) and getattr(called, "id", getattr(called, "attr", "")) == "import_module":
                named = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if named:
                    found.setdefault(str(path.relative_to(SOURCE)), set()).update(named)
    assert found == BY_NAME
