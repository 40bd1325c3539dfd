"""A package that is imported once it is used: it takes three seconds, of every process that reads a schema."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAME = "rfc3987_syntax"
"""It makes 38 parsers as it is imported. ``jsonschema`` imports it wherever it is there, and so do all that import
``jsonschema``; it is called for an address of other letters alone."""


@cache
def _package() -> Any:
    del sys.modules[NAME]
    return import_module(NAME)


def import_later() -> None:
    """Have its place taken, until it is first called, by a module that imports it then."""
    if NAME in sys.modules or find_spec(NAME) is None:
        return
    place: Any = ModuleType(NAME)
    place.is_valid_syntax = lambda rule, text: _package().is_valid_syntax(rule, text)
    sys.modules[NAME] = place
