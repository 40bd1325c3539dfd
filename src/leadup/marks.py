"""Which code and which data made something: a hash of all that has a say in it, worked out when it is first asked for.

A mark is of a module, of every module of leadup's that it imports within the rooms where reading and choosing are done,
of the files of data beside these, and of the tables of :mod:`leadup.lang` that they name. Comments, docstrings and
blank lines do not count, neither in code nor in tables: they change nothing. The same files give the same mark on every
version of Python. Nothing here is imported from the modules that are marked; their files are read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files

ROOMS = ("lang", "model", "times", "reading", "timeline")
"""Where imports are followed; what the other rooms do changes no reading and no choice."""
LENGTH = 12
"""Hexadecimal digits of a mark: enough that two readers never share one, short enough to be read aloud."""

_LANG = "leadup.lang"
_TRIPLE = r"""\"{3}[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"{3}"""
# A docstring stands alone on its lines; other strings are passed over, so that what they hold is taken for neither.
_ASIDE = re.compile(
    rf"(?P<indent>^[ \t]*){_TRIPLE}(?=[ \t]*$)|{_TRIPLE}|(?P<remark>^[ \t]*#[^\n]*\n)", re.MULTILINE | re.DOTALL
)
_BLANK = re.compile(rb"\n\s*\n")
_REMARK = re.compile(rb"^#[^\n]*\n", re.MULTILINE)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(leadup[\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n]*))|import[ \t]+(leadup[\w.]*))",
    re.MULTILINE,
)
_WORD = re.compile(r"\w+")
_TEXT = (".tsv", ".toml", ".txt")
_DATA = (*_TEXT, ".npz")


@cache
def mark(module: str) -> str:
    """The mark of a module of leadup's, by its dotted name: some hexadecimal digits.

    Raises ModuleNotFoundError where there is no such module.
    """
    sums = hashlib.sha256()
    for name, content in sorted(parts(module)):
        sums.update(f"{name} {len(content)}\n".encode())
        sums.update(content)
    return sums.hexdigest()[:LENGTH]


def parts(module: str) -> Iterator[tuple[str, bytes]]:
    """What a mark is made of, in no order: the name of each file, and what counts of its content."""
    sources = _closure(module)
    folders: dict[str, str] = {}
    for name, source in sources.items():
        yield name, _plain(source)
        folder = name if _is_package(name) else name.rpartition(".")[0]
        folders[folder] = folders.get(folder, "") + source
    everything = "".join(sources.values())
    for folder, source in folders.items():
        if folder == _LANG:
            languages = [d for d in _folder(_LANG).iterdir() if d.is_dir()]
            held = [(f"{folder}/{d.name}", file, everything) for d in languages for file in d.iterdir()]
        else:
            places = [_folder(folder), _folder(folder) / "data"]
            held = [(folder, file, source) for place in places if place.is_dir() for file in place.iterdir()]
        for where, file, named in held:
            stem = file.name.rpartition(".")[0]
            if file.name.endswith(_DATA) and (f'"{stem}"' in named or file.name in named):
                yield f"{where}/{file.name}", _data(file)


def _closure(module: str) -> dict[str, str]:
    """The sources of a module and of all that it imports in the rooms, by their dotted names."""
    found: dict[str, str] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = _source(name)
        for source, taken in _imports(found[name]):
            waiting += [at for one in taken for at in _homes(source, one)]
    return found


def _homes(package: str, name: str) -> Iterator[str]:
    """The modules that ``from package import name`` takes something from."""
    inner = f"{package}.{name}" if name else package
    if "." not in inner or inner.split(".")[1] not in ROOMS:
        return
    if not name or not _is_package(package):
        yield package
        return
    if _is_package(inner) or _exists(inner):
        yield inner
        return
    # A package hands on what its own modules hold: only the one that holds the name counts.
    handed = [home for home, names in _imports(_source(package)) if name in names]
    for home in handed:
        yield from _homes(home, name)
    if not handed:
        yield package


@cache
def _imports(source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for whence, many, few, whole in _IMPORT.findall(source):
        names = [part.split(" as ")[0] for part in (many or few).split("#")[0].split(",")]
        plain = tuple(m.group() for n in names if (m := _WORD.search(n)))
        found.append((whole or whence, plain or ("",)))
    return tuple(found)


def _folder(package: str) -> Traversable:
    place: Traversable = files("leadup")
    for step in package.split(".")[1:]:
        place = place / step
    return place


@cache
def _is_package(name: str) -> bool:
    return (_folder(name) / "__init__.py").is_file()


@cache
def _exists(name: str) -> bool:
    above, _, last = name.rpartition(".")
    return (_folder(above) / f"{last}.py").is_file()


@cache
def _source(name: str) -> str:
    if _is_package(name):
        return (_folder(name) / "__init__.py").read_text("utf-8")
    above, _, last = name.rpartition(".")
    try:
        return (_folder(above) / f"{last}.py").read_text("utf-8")
    except OSError as error:
        raise ModuleNotFoundError(f"no source of {name}", name=name) from error


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


@cache
def _data(file: Traversable) -> bytes:
    """A table without its remarks; anything else as it is."""
    content = file.read_bytes()
    if not file.name.endswith(_TEXT):
        return content
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    while content.startswith(b"#"):
        content = content.partition(b"\n")[2]
    return _REMARK.sub(b"", content) if b"\n#" in content else content
