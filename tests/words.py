"""Words of a language inside mechanism: how many stand in the string literals of a room's modules.

``python tests/words.py times`` lists the modules, most words first, ``times/years.py`` the words of one; ``--lower``
writes ``tests/words.json`` anew, where no room has more than before; ``--pin`` writes it whatever it is. Counted are
runs of two or more letters, and small letters that stand alone (an ending: "'s", "s?"), in literals that are

- no docstrings, annotations, names that a module gives away (``__all__``), and no names of tables;
- no messages of errors (what is raised, or is the argument of an error's class);
- no names of the mechanism's own: what stands where only such a name may (:data:`NAMING`, :data:`HOLDING`,
  :data:`NAMED`), whole literals that are members of a ``Literal`` of the module or of one that it imports from (mypy
  holds them to it), and the notations of :data:`NOTATIONS`.

The rest is counted, a word of a language or not, but for the words of :data:`LISTING`, each with what it is.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).resolve().parent.parent / "src" / "leadup"
PINNED = Path(__file__).with_name("words.json")
ROOMS = ("times", "reading", "timeline")
_LOADERS = frozenset(
    (
        "rows", "_words", "asking", "asking_by", "asking_of", "relations", "table", "words", "kept_rows", "kept_table",
        "kept_words", "kept_lines", "Messages",
        "pack_text", "pack_lines", "languages_with", "files", "joinpath", "read_text",
        # a section or a row of a table, by its name
        "_pattern", "_marked", "_marks", "holds", "word_of", "cut", "get_global",
        # a group of a pattern; a codec, a form of Unicode, an element of a format
        "group", "start", "end", "span", "encode", "decode", "normalize",
    )
)  # fmt: skip
NAMING = frozenset(
    (
        # of a rule of dates, and of its parts, classes and reasons
        "rules", "parts", "expand", "because", "part", "relation", "last_relation", "unit", "number", "mod", "is_a",
        "is_class",
        "year_of", "zone_of", "code", "amount",
        # with a member of a Literal: the grain of a period, the type of an expression
        "Period", "containing", "DateSpan", "Meaning", "_within", "DatedLine", "reject",
        # with a member of a Literal, or the name of a file of data: of a reading
        "children", "child", "CandidateClaim", "Clause", "Actor", "KnownName", "EventDate", "DateReason",
        "Coding", "Name", "_lines", "_table", "word_list", "cues",
        # of an attribute, a key of a table's row
        "getattr", "get", "pop",
    )
)  # fmt: skip
"""Functions whose literal arguments are names: of rules and their parts, of classes, of attributes."""
HOLDING = frozenset(
    (
        "grain", "granularity", "rule", "type", "look", "direction", "parts", "order", "mod", "unit_classes",
        # labels of a treebank, kinds of names, claims, actions and sentences
        "upos", "deprel", "relation", "kind", "manner", "frame", "category", "realis", "noun_class", "encoding",
        "by", "quad", "marks", "fits", "frames", "how",
        # of a figure, by figures.toml; of an actor
        "role", "unit", "actor",
    )
)  # fmt: skip
"""Variables, attributes, functions and keywords that hold a name: what they are compared with, or set to, is one."""
NAMED = frozenset(("Grain", "Granularity", "Direction", "Written", "Why", "Shape", "Category", "NameKind", "Realis"))
"""Types that are a ``Literal``: tables annotated with one hold its members."""
NOTATIONS = frozenset(
    (
        # TIMEX3 (ISO-TimeML): types, values, modifiers, parts of a day, seasons; units and zones
        "DATE", "TIME", "DURATION", "SET", "PAST_REF", "FUTURE_REF", "PRESENT_REF", "TIMEX", "XXXX", "XX", "XXX", "XXT",
        "WXX", "QX",
        "HX", "WE", "PT",
        "PX", "PXW", "START", "END", "MID", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
        "APPROX", "TNI", "NI", "MO", "MI", "AF", "EV", "DT", "SP", "SU", "FA", "WI", "UTC", "BC",
        # Universal Dependencies: tags, and those relations that are no English word
        "NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADV", "DET", "ADP", "PUNCT", "NUM", "SCONJ", "CCONJ", "PART",
        "INTJ", "SYM", "nsubj", "csubj", "obj", "iobj", "obl", "nmod", "amod", "advmod", "advcl", "acl", "relcl",
        "ccomp", "xcomp", "conj", "appos", "nummod", "parataxis", "goeswith", "punct",
        # PLOVER: categories of actions
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
        # brackets of the Penn Treebank
        "LRB", "RRB", "LSB", "RSB", "LCB", "RCB",
    )
)  # fmt: skip
"""Words of a notation, which no language has as its own."""
LISTING = Path(__file__).with_name("words_listed.tsv")
"""The words of modules that are of no language and stand where any word may, each as often as it is there."""
_REGEX = re.compile(
    r"\\u[0-9a-f]{4}|\\[a-zA-Z]|\(\?(?:P<\w+>|<?[=!]|[a-z]*(?:-[a-z]+)?:|P=\w+)|<\w+>|A-Za-z|A-Z|a-z"
    r"|[\w-]*\.(?:tsv|toml|txt|npz)\b"
)
_WORD = re.compile(r"[A-Za-z]{2,}|(?<![A-Za-z])[a-z](?![A-Za-z])")
_NOTATION = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(NOTATIONS, key=len, reverse=True))})(?![A-Za-z])")


def _name_of(node: ast.AST | None) -> str:
    if isinstance(node, ast.Call):
        return _name_of(node.func)
    if isinstance(node, ast.Subscript):
        return _name_of(node.value)
    return getattr(node, "id", "") or getattr(node, "attr", "")


def _strings(node: ast.AST | None) -> Iterator[ast.AST]:
    """The literals of an expression that are its value: not those inside a call in it."""
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for each in node.elts:
            yield from _strings(each)
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif isinstance(node, ast.Starred):
        yield from _strings(node.value)
    elif isinstance(node, ast.Call) and _name_of(node) in ("frozenset", "tuple", "set"):
        for each in node.args:
            yield from _strings(each)


def _passed(node: ast.AST) -> Iterator[ast.AST | None]:  # noqa: C901
    """The parts of a node that are counted in no way."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    yield getattr(node, "annotation", None)
    yield getattr(node, "returns", None)
    if isinstance(node, ast.Raise):
        yield node.exc
    if isinstance(node, ast.Assert):
        yield node.msg
    if isinstance(node, ast.Call):
        name = _name_of(node)
        if name in _LOADERS:
            yield from node.args
        elif name in NAMING:
            for each in node.args:
                yield from _strings(each)
        if isinstance(node.func, ast.Attribute) and _name_of(node.func.value) in HOLDING:
            for each in node.args:
                yield from _strings(each)  # cue.kind.startswith("noun")
        for keyword in node.keywords:
            if keyword.arg in HOLDING:
                yield from _strings(keyword.value)
            if keyword.arg == "values" and isinstance(keyword.value, ast.Dict):
                yield from keyword.value.keys  # of a reason
    if isinstance(node, ast.Subscript):
        if _name_of(node.value) in ("Literal", *HOLDING):
            yield node.slice
        elif isinstance(node.value, ast.Dict) and _name_of(node.slice) in HOLDING:
            yield from node.value.keys
        else:
            yield from _strings(node.slice)  # a key: of a table's row, of what a function gives
    if isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp):
        keyed = {_name_of(each.slice) for each in ast.walk(node) if isinstance(each, ast.Subscript)}
        calls = (each for each in ast.walk(node) if isinstance(each, ast.Call) and _name_of(each) in _LOADERS)
        keyed |= {_name_of(each) for call in calls for each in call.args}
        for loop in node.generators:
            if _name_of(loop.target) in keyed - {""}:
                yield from _strings(loop.iter)
    if isinstance(node, ast.arguments):
        named = (*node.posonlyargs, *node.args)
        for each, default in zip(named[len(named) - len(node.defaults) :], node.defaults, strict=True):
            if each.arg in HOLDING:
                yield from _strings(default)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        yield node.right  # a folder
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        if any(_name_of(side) in HOLDING for side in sides):
            for side in sides:
                yield from _strings(side)
    if isinstance(node, ast.FunctionDef) and node.returns and NAMED & {_name_of(n) for n in ast.walk(node.returns)}:
        for each in ast.walk(node):
            if isinstance(each, ast.Return):
                yield from _strings(each.value)
    if isinstance(node, ast.AnnAssign) and NAMED & {_name_of(each) for each in ast.walk(node.annotation)}:
        yield node.value
    if isinstance(node, ast.Assign):
        named = {_name_of(target) for target in node.targets}
        if named & {"__all__", "__slots__"}:
            yield node.value
        elif named & HOLDING:
            yield from _strings(node.value)


class Module(NamedTuple):
    """What a module's source holds: the literals that are counted, the members of the ``Literal`` types that it
    declares, and what its own body imports."""

    literals: tuple[str, ...]
    declared: frozenset[str]
    imported: tuple[ast.stmt, ...]


@cache
def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    passed = {id(inner) for node in nodes for each in _passed(node) if each for inner in ast.walk(each)}
    literals = (n.value for n in nodes if isinstance(n, ast.Constant) and id(n) not in passed)
    types = (n.slice for n in nodes if isinstance(n, ast.Subscript) and _name_of(n.value) == "Literal")
    members = (n.value for each in types for n in ast.walk(each) if isinstance(n, ast.Constant))
    return Module(
        tuple(text for text in literals if isinstance(text, str)),
        frozenset(each for each in members if isinstance(each, str)),
        tuple(node for node in tree.body if isinstance(node, ast.ImportFrom)),
    )


@cache
def _homes(path: Path) -> dict[str, Path]:
    """The modules that a module's imported names come from; a package hands on names of its modules."""
    found: dict[str, Path] = {}
    for node in _module(path).imported:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leadup."):
            home = SOURCE.joinpath(*(node.module or "").split(".")[1:])
            inside = home / "__init__.py"
            for each in node.names if home.is_dir() and inside != path else ():
                found[each.name] = _homes(inside).get(each.name, inside)
            if not home.is_dir():
                found |= {each.name: home.with_suffix(".py") for each in node.names}
    return found


def _typed(path: Path) -> frozenset[str]:
    """The members of the ``Literal`` types of a module, and of the modules that it imports from."""
    homes = {home for home in _homes(path).values() if home.exists()}
    return _module(path).declared.union(*(_module(home).declared for home in homes))


def words_of(path: Path) -> list[str]:
    """The words that stand in a module's literals."""
    typed = _typed(path)
    strings = (text for text in _module(path).literals if text not in typed)
    return [word for text in strings for word in _WORD.findall(_NOTATION.sub(" ", _REGEX.sub(" ", text)))]


def in_module(path: Path) -> int:
    """How many words stand in a module's literals."""
    return len(words_of(path))


@cache
def listed() -> dict[str, Counter[str]]:
    """The words that are listed, by their module, and how often each."""
    rows = (line.split("\t") for line in LISTING.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", ""))
    return {module: Counter(words.split()) for module, _, words in rows}


def unlisted(path: Path) -> Counter[str]:
    """The words of a module that are not listed, and how often each."""
    return Counter(words_of(path)) - listed().get(str(path.relative_to(SOURCE)), Counter())


@cache
def counted(room: str) -> dict[str, int]:
    """The modules of a room that hold words that are not listed, and how many each."""
    modules = sorted((SOURCE / room).rglob("*.py"))
    found = {str(path.relative_to(SOURCE)): unlisted(path).total() for path in modules}
    return {name: count for name, count in found.items() if count}


def main(arguments: list[str]) -> int:
    """List a room's modules or a module's words, or write the figures."""
    if arguments and arguments[0] in ROOMS:
        for name, count in sorted(counted(arguments[0]).items(), key=lambda held: -held[1]):
            print(f"{count:>6}  {name}")
        return 0
    if arguments and arguments[0].endswith(".py"):
        print(*unlisted(SOURCE / arguments[0]).elements())
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
