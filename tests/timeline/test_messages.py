"""What is told to whoever reads an answer."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH, table
from leadup.timeline.messages import Messages, month_name


def test_the_messages_of_a_part_of_the_table() -> None:
    held = table("messages", ENGLISH)["choice"]["day"]
    messages = Messages("choice", "day")
    assert dict(messages) == held
    assert len(messages) == len(held) > 0
    assert [messages[name] for name in held] == list(held.values())
    with pytest.raises(KeyError):
        messages["of no such name"]


@pytest.mark.parametrize(
    ("month", "name", "short"), [(1, "January", "Jan."), (5, "May", "May"), (12, "December", "Dec.")]
)
def test_the_name_of_a_month(month: int, name: str, short: str) -> None:
    day = dt.date(2021, month, 3)
    assert month_name(day) == name
    assert month_name(day, short=True) == short
