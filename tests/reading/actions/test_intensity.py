"""The table of intensities."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from leadup.errors import MissingInput, UnreadableInput
from leadup.lang import ENGLISH
from leadup.model import Category
from leadup.reading.actions import Intensities, code_actions, intensities
from leadup.reading.actions.coding import COOPERATION
from leadup.reading.syntax import parse


@pytest.mark.parametrize("category", get_args(Category))
def test_cooperation_is_positive_and_conflict_negative(category: Category) -> None:
    value = intensities(ENGLISH).of(category)
    assert (value > 0) == (category in COOPERATION)
    assert (value == 0) == (category == "NONE")


def test_a_word_of_its_own_has_its_own_line() -> None:
    table = intensities(ENGLISH)
    assert table.of("ASSAULT", ["kill"]) == -10.0
    assert table.of("ASSAULT", ["unheard-of", "deface"]) == -6.5
    assert table.of("ASSAULT", ["unheard-of"]) == table.of("ASSAULT")


def test_what_has_not_happened_weighs_less() -> None:
    table = intensities(ENGLISH)
    assert table.of("ASSAULT", ["kill"], "hypothetical") == -5.0
    assert table.of("ASSAULT", ["kill"], "denied") == 0.0


def test_a_file_overrides_the_table(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("# mine\n\nASSAULT\tattack\t-1.5\n", encoding="utf-8")
    table = Intensities.read(own, ENGLISH)
    text = "Rebels attacked the airport."
    parsed = parse(text, [(0, len(text))], language=ENGLISH)[0]
    assert code_actions(text, parsed, intensity=table, language=ENGLISH)[0].intensity == -1.5
    assert code_actions(text, parsed, language=ENGLISH)[0].intensity == -9.0
    assert table.of("AID") == intensities(ENGLISH).of("AID")


@pytest.mark.parametrize("line", ["ASSAULT\tattack", "WAR\t*\t-9", "AID\t*\tmuch", "AID\t*\t11", "AID\t*\tnan"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(f"# mine\n{line}\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="line 2"):
        Intensities.read(own, ENGLISH)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"none\.tsv"):
        Intensities.read(tmp_path / "none.tsv", ENGLISH)
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableInput, match=r"bytes\.tsv"):
        Intensities.read(tmp_path / "bytes.tsv", ENGLISH)
