"""Words of a language inside mechanism: how many stand in the string literals of a room's modules.

``python tests/words.py times`` lists the modules, most words first; ``--lower`` writes ``tests/words.json`` anew, where
no room has more than before; ``--pin`` writes it whatever it is. Counted are runs of two or more letters in literals
that are no docstrings, no annotations, no names that a module gives away (``__all__``), and no names of tables. Names
of rules count too: the figure is a rough one, of use because it can be compared with itself.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "leadup"
PINNED = Path(__file__).with_name("words.json")
ROOMS = ("times", "reading", "timeline")
_LOADERS = frozenset(
    (
        "rows", "_words", "asking", "relations", "table", "words", "kept_rows", "kept_table", "pack_text", "languages_with",
        "files", "joinpath",
        "read_text", "getLogger", "import_module", "context",
    )
)  # fmt: skip
_REGEX = re.compile(r"\\[a-zA-Z]|\(\?(?:P<\w+>|<?[=!]|[a-z]*:|P=\w+)")
_WORD = re.compile(r"[A-Za-z]{2,}")


def in_module(path: Path) -> int:
    """How many words stand in a module's literals."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        annotations = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in _LOADERS:
            annotations += node.args
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
            annotations.append(node.slice)
        if isinstance(node, ast.Assign) and any(getattr(t, "id", "") in ("__all__", "__slots__") for t in node.targets):
            annotations.append(node.value)
        passed.update(id(inner) for each in annotations if each is not None for inner in ast.walk(each))
    literals = (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in passed)
    return sum(len(_WORD.findall(_REGEX.sub(" ", text))) for text in literals if isinstance(text, str))


def counted(room: str) -> dict[str, int]:
    """The modules of a room that hold words, and how many each."""
    found = {str(path.relative_to(SOURCE)): in_module(path) for path in sorted((SOURCE / room).rglob("*.py"))}
    return {name: count for name, count in found.items() if count}


def main(arguments: list[str]) -> int:
    """List a room's modules, or write the figures."""
    if arguments and arguments[0] in ROOMS:
        for name, count in sorted(counted(arguments[0]).items(), key=lambda held: -held[1]):
            print(f"{count:>6}  {name}")
        return 0
    now = {room: sum(counted(room).values()) for room in ROOMS}
    print(json.dumps(now))
    before = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {}
    if arguments == ["--pin"] or (arguments == ["--lower"] and all(now[r] <= before.get(r, now[r]) for r in ROOMS)):
        PINNED.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        return 0
    return int(bool(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
