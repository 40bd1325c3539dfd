"""The forms of a word."""

import gc
import sqlite3

import pytest

from leadup.archive.forms import Forms


def test_the_index_in_memory_is_closed_with_its_owner() -> None:
    forms = Forms()
    assert "happiness".startswith(forms.beginning("happy"))
    index = forms._db
    del forms
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError):
        index.execute("SELECT 1")
