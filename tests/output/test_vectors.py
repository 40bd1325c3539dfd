"""A hundred hostile texts, in every field of a timeline and through every output: shown as signs, obeyed by none."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import lxml.etree
import lxml.html
import pytest

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


@pytest.mark.parametrize("first", range(0, len(VECTORS), len(NASTY)))
def test_no_output_obeys(first: int) -> None:
    timeline, plain = holding(VECTORS[first : first + len(NASTY)]), holding(["plain words"])
    for name in WRITERS:
        CHECKS.get(name, as_json)(write(timeline, name), write(plain, name))


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
