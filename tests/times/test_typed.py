"""A day as it is typed, read alike by the command line, the desk and the server."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.cli.app import day
from leadup.desk.questions import day_of
from leadup.errors import BadOption, BadQuestion
from leadup.times import typed_day

TYPED = [
    ("2020-01-03", dt.date(2020, 1, 3)),
    (" 2020-01-03 ", dt.date(2020, 1, 3)),
    ("Jan. 3, 2020", dt.date(2020, 1, 3)),
    ("3 January 2020", dt.date(2020, 1, 3)),
    ("Friday, January 3, 2020", dt.date(2020, 1, 3)),
    ("Tuesday, January 3, 2020", None),  # it was a Friday
    ("20200103", None),
    ("2020-W01-5", None),
    ("January 3", None),  # of which year?
    ("1/3/2020", None),  # of January or of March?
    ("03.01.2020", None),
    ("early January 2020", None),
    ("January 2020", None),
    ("Feb. 30, 2020", None),
    ("Friday", None),
    ("soon", None),
]


@pytest.mark.parametrize(("written", "read"), TYPED)
def test_a_typed_day(written: str, read: dt.date | None) -> None:
    assert typed_day(written) == read


@pytest.mark.parametrize(("written", "read"), TYPED)
def test_whoever_asks_reads_it_alike(written: str, read: dt.date | None) -> None:
    server = pytest.importorskip("leadup.mcp.server")
    if read is not None:
        assert day(written, "--date") == day_of({"date": written}, "date") == server._day(written, "date") == read
        return
    with pytest.raises(BadOption, match="is not a day"):
        day(written, "--date")
    with pytest.raises(BadQuestion, match=r"or as Jan. 3, 2020"):
        day_of({"date": written}, "date")
    with pytest.raises(BadQuestion, match=r"or as Jan. 3, 2020"):
        server._day(written, "date")
