"""What the room passes from stage to stage is not changed on the way, and has no fields but its own."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil

import leadup.timeline as room

CHANGED = {"_Desk", "Day"}
"""Filled step by step by what makes them."""


def test_every_noun_is_frozen_and_has_slots() -> None:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")]
    found = {
        noun
        for module in modules
        for _, noun in inspect.getmembers(module, dataclasses.is_dataclass)
        if inspect.isclass(noun) and noun.__module__ == module.__name__
    }
    assert len(found) > 50
    assert {n.__name__ for n in found if not n.__dataclass_params__.frozen} == CHANGED  # type: ignore[attr-defined]
    # What is worked out once and kept has its place in the dictionary that slots take away.
    kept = {n for n in found if any(type(v).__name__ == "cached_property" for v in vars(n).values())}
    assert {n.__name__ for n in found - kept if "__slots__" not in vars(n)} == {"_Desk"}
