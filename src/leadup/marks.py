"""Which code and data made something: a hash of all that has a say in it, worked out when it is first asked for.

A mark is of some modules, of every module that they import within the rooms where the same is done, of the files of
data beside these, and of the tables of :mod:`leadup.lang` that they name. Comments that stand alone, docstrings and
blank lines do not count, neither in code nor in tables: they change nothing. The same files give the same mark on every
version of Python. Nothing that is marked is imported; the files are read. A wheel carries its marks
(``hatch_build.py``), so that an installed leadup works none out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

TIMES: Final = "times"
LIGHT: Final = "light"
DEEP: Final = "deep"
RANKING: Final = "ranking"
MARKED: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    TIMES: (("leadup.times.tagger",), ("lang", "model", "times")),
    LIGHT: (
        ("leadup.reading.light", "leadup.reading.language", "leadup.reading.publication"),
        ("lang", "model", "times", "reading"),
    ),
    DEEP: (("leadup.reading.deep",), ("lang", "model", "times", "reading")),
    RANKING: (("leadup.timeline.answer", "leadup.timeline.single"), ("lang", "timeline", "signatures")),
}
"""What is marked: the modules that it begins with, and the rooms in which their imports are followed."""
LENGTH: Final = 12
"""Hexadecimal digits of a mark: enough that two readers never share one, short enough to be read aloud."""
SHIPPED: Final = "marks.json"
"""The marks as a wheel carries them, beside this module; a tree of sources has no such file."""

_LANG = "leadup.lang"
_TRIPLE = r"""\"{3}[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"{3}"""
# A docstring stands alone on its lines, after a whole statement; other strings are passed over, so that what they hold
# is taken for neither it nor a comment.
_ASIDE = re.compile(
    rf"(?:\A|(?<=[^(,\[{{=+|&\\]\n))(?P<indent>[ \t]*){_TRIPLE}(?=[ \t]*$)"
    rf"|{_TRIPLE}|(?P<remark>^[ \t]*#[^\n]*\n)",
    re.MULTILINE | re.DOTALL,
)
_BLANK = re.compile(rb"\n\s*\n")
_REMARK = re.compile(rb"^#[^\n]*\n", re.MULTILINE)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(leadup[\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n]*))|import[ \t]+(leadup[\w.]*))",
    re.MULTILINE,
)
_WORD = re.compile(r"\w+")
_TEXT = (".tsv", ".toml", ".txt")


@cache
def mark(name: str) -> str:
    """The mark of one of :data:`MARKED`: some hexadecimal digits. Raises KeyError where it is none."""
    shipped = files("leadup") / SHIPPED
    if shipped.is_file():
        return str(json.loads(shipped.read_text("utf-8"))[name])
    return computed(name)


def computed(name: str) -> str:
    """The mark, worked out from the files as they are. Raises KeyError, or FileNotFoundError without sources."""
    sums = hashlib.sha256()
    for part, content in sorted(parts(name)):
        sums.update(f"{part} {len(content)}\n".encode())
        sums.update(content)
    return sums.hexdigest()[:LENGTH]


def parts(name: str) -> Iterator[tuple[str, bytes]]:
    """What a mark is made of, in no order: the name of each file, and what counts of its content."""
    sources = _closure(*MARKED[name])
    folders: dict[str, str] = {}
    for module, source in sources.items():
        yield module, _plain(source)
        folder = module if _is_package(module) else module.rpartition(".")[0]
        folders[folder] = folders.get(folder, "") + source
    everything = "".join(sources.values())
    for folder, source in folders.items():
        # Modules of the folders below name its data too, in full (timeline/target/sureness.py).
        below = source + "".join(code for name, code in folders.items() if name.startswith(f"{folder}."))
        if folder == _LANG:
            languages = [d for d in _folder(_LANG).iterdir() if d.is_dir()]
            held = [(f"{folder}/{d.name}", file, everything, everything) for d in languages for file in d.iterdir()]
        else:
            places = [_folder(folder), _folder(folder) / "data"]
            held = [(folder, file, source, below) for place in places if place.is_dir() for file in place.iterdir()]
        for where, file, by_stem, by_name in held:
            stem = file.name.rpartition(".")[0]
            if file.name.endswith(_TEXT) and (f'"{stem}"' in by_stem or file.name in by_name):
                yield f"{where}/{file.name}", _data(file)


def _closure(modules: tuple[str, ...], rooms: tuple[str, ...]) -> dict[str, str]:
    """The sources of modules and of all that they import in the rooms, by their dotted names."""
    parts_of: dict[str, str] = {}
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in parts_of:
            parts_of[module] = _source(module)
            for package, taken in _imports(parts_of[module]):
                waiting += [home for one in taken for home in _homes(package, one, rooms)]
    return parts_of


def _homes(package: str, name: str, rooms: tuple[str, ...]) -> Iterator[str]:
    """The modules that ``from package import name`` takes something from."""
    inner = f"{package}.{name}" if name else package
    if "." not in inner or inner.split(".")[1] not in rooms:
        return
    if not name or not _is_package(package):
        yield package
    elif _file(inner).is_file():
        yield inner
    else:
        # A package hands on what its own modules hold: only the one that holds the name counts.
        handed = [home for home, names in _imports(_source(package)) if name in names]
        for home in handed:
            yield from _homes(home, name, rooms)
        if not handed:
            yield package


@cache
def _imports(source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    imports = []
    for whence, many, few, whole in _IMPORT.findall(source):
        names = [part.split(" as ")[0] for part in (many or few).split("#")[0].split(",")]
        plain = tuple(m.group() for n in names if (m := _WORD.search(n)))
        imports.append((whole or whence, plain or ("",)))
    return tuple(imports)


def _folder(package: str) -> Traversable:
    place: Traversable = files("leadup")
    for step in package.split(".")[1:]:
        place = place / step
    return place


@cache
def _is_package(name: str) -> bool:
    return (_folder(name) / "__init__.py").is_file()


def _file(name: str) -> Traversable:
    """Where the source of a package or module stands, or would stand if there were such a module."""
    if _is_package(name):
        return _folder(name) / "__init__.py"
    above, _, last = name.rpartition(".")
    return _folder(above) / f"{last}.py"


@cache
def _source(name: str) -> str:
    return _file(name).read_text("utf-8")


@cache
def _plain(source: str) -> bytes:
    """The code without what is said of it; each docstring leaves an empty one."""
    bare = _ASIDE.sub(_bare, source).encode()
    return _BLANK.sub(b"\n", bare)


def _bare(found: re.Match[str]) -> str:
    if found.group("remark") is not None:
        return ""
    indent = found.group("indent")
    return found.group() if indent is None else indent + '""'


def _data(file: Traversable) -> bytes:
    """A table without its remarks."""
    content = file.read_bytes()
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    while content.startswith(b"#"):
        content = content.partition(b"\n")[2]
    return _REMARK.sub(b"", content) if b"\n#" in content else content
