"""Messages that leadup says of an answer: each one is said somewhere, with the values that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import leadup
from leadup.lang import table
from leadup.timeline.target.parts import DeedMatch

SOURCES = "".join(p.read_text(encoding="utf-8") for p in (Path(leadup.__file__).parent / "timeline").rglob("*.py"))


def _messages(held: dict[str, object], section: str = "") -> Iterator[tuple[str, str, str]]:
    for key, value in held.items():
        if isinstance(value, dict):
            yield from _messages(value, f"{section}.{key}".strip("."))
        else:
            yield section, key, str(value)


@pytest.mark.parametrize(("section", "key", "message"), list(_messages(table("messages"))))
def test_a_message_is_said(section: str, key: str, message: str) -> None:
    # Some are named by the member of an enumeration that they are of.
    named = section == "otherwise" and key.upper() in DeedMatch.__members__
    said = named or re.search(rf"[\"']{re.escape(key)}[\"']", SOURCES)
    assert said, f"nothing says {section}.{key}"
    for _, name, _, _ in Formatter().parse(message):
        assert name is None or re.search(rf"\b{name}=", SOURCES), f"nothing gives {{{name}}} of {section}.{key}"
