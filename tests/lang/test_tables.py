"""Tables with a section for each module of a room: each entry is read by its module, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import leadup
from leadup import lang
from leadup.lang import NOTHING, any_of, kept_rows, kept_table, kept_words, rows, table

SOURCE = Path(leadup.__file__).parent
SECTIONS = [
    (name, section) for name in ("names", "figures", "actions", "attribution", "syntax") for section in table(name)
]


@pytest.mark.parametrize(("name", "section"), SECTIONS, ids=".".join)
def test_a_section_holds_what_its_module_reads(name: str, section: str) -> None:
    (module,) = SOURCE.glob(f"*/{name}/{section}.py")
    read = set(re.findall(r"""\bwords\[["'](\w+)["']\]""", module.read_text(encoding="utf-8")))
    assert read == set(table(name)[section])


@pytest.mark.parametrize(("kind", "pattern", "example"), rows("blame"), ids=lambda cell: cell[:30])
def test_the_example_of_a_form_of_blame(kind: str, pattern: str, example: str) -> None:
    found = [row for row in rows("blame") if re.search(row[1], example)]
    assert found[0] == (kind, pattern, example)


def test_what_a_small_pack_lacks_is_empty_in_the_kind_that_the_whole_pack_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code, content in {
        "en": 'word = "said"\nlist = ["a", "b"]\npairs = [["a", "b"]]\n[named]\na = "b"\n[named.more]\nc = ["d"]',
        "zz": 'list = []\n[named]\nx = "y"',
    }.items():
        (tmp_path / code).mkdir()
        (tmp_path / code / "smallest.toml").write_text(content)
    (tmp_path / "en" / "smallest.tsv").write_text("a\tb")
    monkeypatch.setattr(lang, "files", lambda _: tmp_path)
    kept = kept_table("smallest", "zz")
    assert (kept["word"], kept["list"], kept["pairs"]) == (NOTHING, [NOTHING], [])
    assert (
        dict(kept["named"]) == {"x": "y"} and kept["named"]["a"] == NOTHING and kept["named"]["more"]["c"] == [NOTHING]
    )
    assert kept.get("word") is None and "word" not in kept, "it has what it says and no more"
    with pytest.raises(KeyError):
        kept["nothing that the whole pack has"]
    assert kept_table("smallest", "yy")["list"] == [NOTHING] and not kept_table("smallest", "yy")["named"]
    assert kept_rows("smallest", "zz") == () and kept_words("smallest", "zz") == frozenset()


def test_any_of_nothing_matches_nothing() -> None:
    assert any_of(["a", "b"]) == "a|b" and any_of([]) == NOTHING
    assert re.search(rf"\b(?:{any_of([])})\b", "any (?!) text") is None
