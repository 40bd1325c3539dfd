"""What is told to whoever reads an answer (``messages.toml``): in English, whatever the language of its articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from leadup.lang import ENGLISH, month_names, table


class Messages(Mapping[str, str]):
    """The messages of a part of the table, which is read when the first of them is told."""

    def __init__(self, *parts: str) -> None:
        self._parts = parts

    def __getitem__(self, name: str) -> str:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    @cached_property
    def _held(self) -> dict[str, str]:
        held: Any = table("messages", ENGLISH)
        for part in self._parts:
            held = held[part]
        told: dict[str, str] = held
        return told


def month_name(day: dt.date, *, short: bool = False) -> str:
    """The name of a day's month, in full or as agencies shorten it."""
    return month_names(short=short, language=ENGLISH)[day.month - 1]
