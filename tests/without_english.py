"""Which modules of a room read a language's tables when they are imported, and which name English themselves."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

_RECORD = """
import importlib, pkgutil, sys, traceback
from functools import wraps
from leadup import lang
from leadup.lang import abbreviations, wordforms

found = set()

def recording(name, act):
    @wraps(act)
    def acted(*args, **kwargs):
        for frame in reversed(traceback.extract_stack()[:-1]):
            if "importlib" in frame.filename:
                break
            if "/leadup/ROOM/" in frame.filename:
                found.add(f"{frame.filename.rpartition('/leadup/')[2]} {name}{args}")
        return act(*args, **kwargs)
    return acted

for room in (lang, abbreviations, wordforms):
    for name, act in list(vars(room).items()):
        if callable(act) and not isinstance(act, type) and not name.startswith("_") and name != "any_of":
            if getattr(act, "__module__", "").startswith("leadup.lang"):
                setattr(room, name, recording(name, act))

import leadup.ROOM
for module in pkgutil.walk_packages(leadup.ROOM.__path__, "leadup.ROOM."):
    importlib.import_module(module.name)
print("\\n".join(sorted(found)))
"""
NAMES_OF_ENGLISH = {"DEFAULT", "ENGLISH", "rows", "table", "words", "pack_text", "pack_lines"}
"""What ``leadup.lang`` gives of English, or of English where no language is said."""


def tables_read_at_import(room: str) -> list[str]:
    """What the modules of a room ask of ``leadup.lang`` when they are imported."""
    record = _RECORD.replace("ROOM", room)
    return subprocess.run([sys.executable, "-c", record], capture_output=True, text=True, check=True).stdout.split()


def names_of_english(room: str) -> set[str]:
    """The files of a room that name English, or what is English where no language is said. A function that takes a
    language for granted, where none is given, fails."""
    naming = set()
    for file in Path(str(files(f"leadup.{room}"))).rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        taking = _taking_english(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in taking:
                given = len(node.args) > taking[node.func.id] or any(k.arg == "language" for k in node.keywords)
                naming |= set() if given else {file.name}
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leadup.lang"):
                naming |= {file.name for name in node.names if name.name in NAMES_OF_ENGLISH}
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "lang":
                naming |= {file.name} if node.attr in NAMES_OF_ENGLISH else set()
            if isinstance(node, ast.Constant) and node.value == "en":
                naming.add(file.name)
            if isinstance(node, ast.FunctionDef):
                given = [*node.args.args[len(node.args.args) - len(node.args.defaults) :], *node.args.kwonlyargs]
                values = [*node.args.defaults, *node.args.kw_defaults]
                taken = [arg.arg for arg, value in zip(given, values, strict=True) if value is not None]
                assert "language" not in taken, f"{file.name}: a language is handed down, never taken for granted"
    return naming


def _taking_english(tree: ast.Module) -> dict[str, int]:
    """The functions of ``leadup.lang`` that a module imports which take English where no language is given, and the
    language's place among the arguments of each (past all, where it is given by its name alone)."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leadup.lang"):
            for name in node.names:
                act = getattr(importlib.import_module(str(node.module)), name.name)
                known = (
                    inspect.signature(act).parameters if inspect.isroutine(act) or hasattr(act, "cache_info") else {}
                )
                if "language" in known and known["language"].default is not inspect.Parameter.empty:
                    by_place = [each for each, p in known.items() if p.kind is not inspect.Parameter.KEYWORD_ONLY]
                    found[name.asname or name.name] = by_place.index("language") if "language" in by_place else 99
    return found
