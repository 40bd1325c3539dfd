"""A timeline as a terminal, a page or a file shows it: one writer per format, one registry.

The names below are loaded when they are first used, so that a module used alone stays light.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leadup.output.jsonform import from_json, to_json
    from leadup.output.writer import WRITERS, Writer, write, writer_for, writer_named

__all__ = ["WRITERS", "Writer", "from_json", "to_json", "write", "writer_for", "writer_named"]

_JSON = ("from_json", "to_json")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'leadup.output' has no attribute {name!r}")
    return getattr(importlib.import_module(f"leadup.output.{'jsonform' if name in _JSON else 'writer'}"), name)
