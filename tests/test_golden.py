"""The answer to one question about the example articles, byte for byte.

What is shown is as much a part of leadup as how it is found, so that any change to it is seen, and meant.
``make golden`` (``pytest tests/test_golden.py --renew``) writes what is answered now; look at the diff before it is
committed. The page is kept without its style sheet and its script, which stand in it as their hashes.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from leadup import Archive, Timeline, gather, lead_up
from leadup.model.timeline import Provenance
from leadup.output import terminal
from leadup.output.jsonform import to_json
from leadup.output.page import to_page

GOLDEN = Path(__file__).with_name("golden")
MADE = Provenance("0.0.0", "light 000000000000", "deep 000000000000", "000000000000", "0" * 64)
SHOWN = 40
"""Lines of the diff that a failure shows."""


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Timeline:
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(examples, folder / "articles")
    with pytest.MonkeyPatch.context() as patched, Archive(folder / "archive", create=True) as archive:
        # The articles' source is the path they were read from: a relative one is the same everywhere.
        patched.chdir(folder)
        gather(archive, ["articles"])
        answer = lead_up("the killing of Qassem Soleimani", archive)
        assert answer.provenance is not None
        # What made it changes with every change of the code (tests/test_marks.py): here it is of no matter.
        return replace(answer, provenance=MADE)


def _as_text(timeline: Timeline) -> str:
    out = io.StringIO()
    terminal.render(timeline, Console(file=out, width=80, color_system=None), why=False, chain=True)
    return out.getvalue()


def _as_page(timeline: Timeline) -> str:
    """The page with its style and script as hashes, one tag a line, so that a diff can be read."""

    def hashed(found: re.Match[str]) -> str:
        return f"{found[1]}sha256:{hashlib.sha256(found[2].encode()).hexdigest()}{found[3]}"

    page = re.sub(r"(<(?:style|script)\b[^>]*>)(.+?)(</(?:style|script)>)", hashed, to_page(timeline), flags=re.S)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", page)


FORMS: dict[str, Callable[[Timeline], str]] = {
    "soleimani.txt": _as_text,
    "soleimani.json": lambda timeline: to_json(timeline).decode() + "\n",
    "soleimani.html": _as_page,
}


@pytest.mark.parametrize("name", FORMS)
def test_the_answer_is_the_golden_one(name: str, timeline: Timeline, pytestconfig: pytest.Config) -> None:
    kept = GOLDEN / name
    found = FORMS[name](timeline)
    if pytestconfig.getoption("--renew"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8", newline="\n")
    expected = kept.read_text(encoding="utf-8")
    if found == expected:
        return
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), f"golden/{name}", "now", n=1, lineterm="")
    diff = list(lines)
    more = f"… and {len(diff) - SHOWN} lines more" if len(diff) > SHOWN else ""
    pytest.fail("\n".join([*diff[:SHOWN], more, "`make golden` renews it, where that is meant"]), pytrace=False)
