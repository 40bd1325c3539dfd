"""What a file is, before it is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadup.errors import MissingInput, UnknownFormat
from leadup.intake.source import file_source


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.html")
    found = file_source(tmp_path / "page.html")
    assert isinstance(found, UnknownFormat)
    assert "standard input" in str(found)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert isinstance(file_source(tmp_path / "none.html"), MissingInput)
