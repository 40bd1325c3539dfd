"""Tables with a section for each module of a room: each entry is read by its module, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import leadup
from leadup.lang import rows, table

SOURCE = Path(leadup.__file__).parent
SECTIONS = [
    (name, section) for name in ("names", "figures", "actions", "attribution", "syntax") for section in table(name)
]


@pytest.mark.parametrize(("name", "section"), SECTIONS, ids=".".join)
def test_a_section_holds_what_its_module_reads(name: str, section: str) -> None:
    (module,) = SOURCE.glob(f"*/{name}/{section}.py")
    read = set(re.findall(r"""_WORDS\[["'](\w+)["']\]""", module.read_text(encoding="utf-8")))
    assert read == set(table(name)[section])


@pytest.mark.parametrize(("kind", "pattern", "example"), rows("blame"), ids=lambda cell: cell[:30])
def test_the_example_of_a_form_of_blame(kind: str, pattern: str, example: str) -> None:
    found = [row for row in rows("blame") if re.search(row[1], example)]
    assert found[0] == (kind, pattern, example)
