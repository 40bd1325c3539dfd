"""A hundred hostile texts, in every field of a timeline and through every output: shown as signs, obeyed by none."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import json
import os
import re
import types
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import lxml.etree
import lxml.html
import pytest

from leadup.errors import LeadupError
from leadup.model import Timeline
from leadup.output import WRITERS, write
from tests.output.stories import NASTY, hostile

LINES = (Path(__file__).parent / "vectors.txt").read_text(encoding="utf-8").splitlines()
VECTORS = [
    line.encode("latin-1", "backslashreplace").decode("unicode_escape")
    for line in LINES
    if not line.startswith("# One")
]
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"^[\s\ufeff\u200b]*[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
LEAVES = ("script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "frame", "applet", "template")


def holding(vectors: list[str]) -> Timeline:
    """The hostile story with each vector in the place of an entry's words, outlet and address, and the first as the
    question."""
    with pytest.MonkeyPatch.context() as patched:
        for name, count in (("NASTY", len(NASTY)), ("NASTY_OUTLETS", len(NASTY)), ("NASTY_URLS", len(NASTY))):
            words = [vectors[n % len(vectors)] for n in range(count)]
            patched.setattr(
                f"tests.output.stories.{name}",
                tuple(f"{word} {n}" if name == "NASTY" else word for n, word in enumerate(words)),
            )
        made = hostile()
    assert made.target is not None
    question, target = replace(made.question, target=vectors[0]), replace(made.target, words=vectors[0])
    return replace(made, question=question, target=target)


def test_there_are_a_hundred() -> None:
    assert len(set(VECTORS)) >= 100


@pytest.fixture(scope="module")
def plain() -> dict[str, bytes]:
    """What each writer makes of plain words."""
    return {name: write(holding(["plain words"]), name) for name in WRITERS}


@pytest.mark.parametrize("first", range(0, len(VECTORS), len(NASTY)))
def test_no_output_obeys(plain: dict[str, bytes], first: int) -> None:
    timeline = holding(VECTORS[first : first + len(NASTY)])
    for name in WRITERS:
        CHECKS.get(name, as_json)(write(timeline, name), plain[name])


NAMES = frozenset("article articles id entry entries to about undoes key category quad exact".split())
"""Fields that hold names of leadup's own making, or words of a text at their place."""

DEEP = 7
"""How deep fields that are empty are filled: reasons hold reasons."""


def everywhere(value: Any, hint: Any, word: str, name: str = "", depth: int = 0) -> Any:
    """A value with the word in all of its fields that hold text, those among them that are empty in it."""
    choices = get_args(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return choices[0] if value is None else value
    if depth > DEEP and not value and (origin is tuple or type(None) in choices):
        return () if origin is tuple else None
    if origin in (Union, types.UnionType):
        return everywhere(value, next(c for c in choices if c is not types.NoneType), word, name, depth)
    if origin is tuple:
        if choices[-1] is not Ellipsis:
            held = value or (None,) * len(choices)
            return tuple(everywhere(v, c, word, name, depth) for v, c in zip(held, choices, strict=True))
        return tuple(everywhere(v, choices[0], word, name, depth) for v in value or (None,))
    if origin in (dict, Mapping):
        return {"value": everywhere(None, choices[1], word, name, depth), **(value or {})}
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = {n: everywhere(getattr(value, n, None), h, word, n, depth + 1) for n, h in hints.items()}
        try:
            return hint(**parts)
        except (ValueError, TypeError, AssertionError, LeadupError):
            return value
    if hint is str and name not in NAMES:
        return word
    if value is not None:
        return value
    made = {int: 1, float: 0.5, bool: True, str: "e0", dt.date: dt.date(2031, 3, 10)}
    return made.get(hint, dt.datetime(2031, 3, 10, 9, tzinfo=dt.UTC) if hint is dt.datetime else value)


@pytest.fixture(scope="module")
def plain_everywhere() -> dict[str, bytes]:
    """What each writer makes of plain words in every field that holds text."""
    return {name: write(everywhere(holding(["plain words"]), Timeline, "plain words"), name) for name in WRITERS}


@pytest.mark.parametrize("first", range(0, len(VECTORS), len(NASTY)))
def test_no_output_obeys_what_stands_anywhere(plain_everywhere: dict[str, bytes], first: int) -> None:
    """The same in every field that holds text: names, notes of an editor, headlines, units, settings, versions.

    The first vector of a group in all of them at once; with ``LEADUP_VECTORS`` set, each."""
    assert sum(data.count(b"plain words") for data in plain_everywhere.values()) > 1000
    for word in VECTORS[first : first + (len(NASTY) if "LEADUP_VECTORS" in os.environ else 1)]:
        timeline = everywhere(holding([word]), Timeline, word)
        for name in WRITERS:
            CHECKS.get(name, as_json)(write(timeline, name), plain_everywhere[name])


@pytest.mark.parametrize("word", ["<script>alert(1)</script>", "\u202egnp.exe", "\x1b[2J"])
def test_a_language_that_is_none(word: str) -> None:
    """The language of an article that was not read may come from whoever exported it."""
    timeline = replace(holding(["plain words"]), unread=((word, 1),))
    for name in ("markdown", "text", "html"):
        CHECKS[name](write(timeline, name), write(holding(["plain words"]), name))


def as_json(made: bytes, plain: bytes) -> None:
    """It is JSON, or a line of it each."""
    assert len(_documents(made)) == len(_documents(plain))


def _documents(data: bytes) -> list[object]:
    if data.count(b"\n{"):
        return [json.loads(line) for line in data.decode().rstrip("\n").split("\n")]
    return [json.loads(data)]


def embedded(made: bytes, plain: bytes) -> None:
    as_json(made, plain)
    assert not re.search(rb"</script|<!--|<script", made, re.I)


def page(made: bytes, plain: bytes) -> None:
    text = made.decode()
    assert not ODD.search(text)
    tree, other = lxml.html.document_fromstring(text), lxml.html.document_fromstring(plain.decode())
    count, expected = (Counter(e.tag for e in t.iter() if e.tag in LEAVES) for t in (tree, other))
    assert count == expected
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on")
            assert attribute.lower() not in ("srcdoc", "formaction", "background", "ping")
            if attribute in ("href", "src", "action", "xlink:href"):
                assert re.match(r"#|https?://[^@\s\"<>]+$", value), value
    scripts, others = ([e.text for e in t.iter("script")] for t in (tree, other))
    assert len(scripts) == len(others)


def text(made: bytes, plain: bytes) -> None:  # noqa: ARG001
    assert not ODD.search(made.decode())


def markdown(made: bytes, plain: bytes) -> None:
    text(made, plain)
    shown = re.sub(r"\\.|`[^`\n]*`", "", made.decode())
    assert not re.search(r"<(?!https?://)[a-z!/?]", shown, re.I)
    assert not re.search(r"\]\((?!https?://)", shown)


def sheet(made: bytes, plain: bytes) -> None:
    rows, others = (list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) for data in (made, plain))
    assert [len(row) for row in rows] == [len(row) for row in others]
    for cell in (cell for row in rows for cell in row):
        assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), cell


def calendar(made: bytes, plain: bytes) -> None:
    def names(data: bytes) -> list[str]:
        lines = re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")
        return [re.split("[:;]", line)[0] for line in lines]

    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", made)
    assert Counter(names(made)) - Counter(names(plain)) == Counter()


def word(made: bytes, plain: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(plain)) as old:
        assert sorted(new.namelist()) == sorted(old.namelist())
        for name in new.namelist():
            if name.endswith((".xml", ".rels")):
                tree = lxml.etree.fromstring(new.read(name))
                assert not [e for e in tree.iter() if str(e.tag).endswith(("}instrText", "}fldSimple", "}object"))]
                targets = [e.get("Target", "") for e in tree.iter() if e.get("TargetMode") == "External"]
                assert all(re.match("https?://", target) for target in targets)


def table(made: bytes, plain: bytes) -> None:
    assert made[:4] == plain[:4] == b"PAR1"


CHECKS = {
    "html": page, "embed": page, "text": text, "markdown": markdown, "docx": word, "icalendar": calendar,
    "schema-org": embedded, "timelinejs-csv": sheet, "timesketch-csv": text, "events": sheet, "events-parquet": table,
}  # fmt: skip


def test_the_checks_see_what_is_wrong() -> None:
    bad = [
        (page, b"<p onclick=x>a</p>", b"<p>a</p>"),
        (page, b"<p><a href='javascript:x'>a</a></p>", b"<p>a</p>"),
        (text, b"\x1b[2J", b""),
        (sheet, b"a,=1+1\r\n", b"a,b\r\n"),
        (calendar, b"SUMMARY:x\r\nATTACH:y\r\n", b"SUMMARY:x\r\n"),
        (embedded, b'"</script>"', b'""'),
        (markdown, b"<img src=x>", b""),
    ]
    for check, made, plain in bad:
        with pytest.raises(AssertionError):
            check(made, plain)
