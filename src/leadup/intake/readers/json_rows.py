"""Tables and interfaces that JSON holds in other forms than a list of records: by columns, by keys, with what the
records refer to beside them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from leadup.intake.record import headers_of

LOOK = 20
"""Records that are looked at before a form is taken for all of them."""


def unfolded(data: Any) -> Any:
    """The records of such a form, in its order; anything else as it is."""
    if not isinstance(data, Mapping):
        return data
    found = posts_of(data)
    if found is None:
        found = _split(data)
    if found is None:
        found = _by_columns(data)
    if found is None:
        found = _by_keys(data)
    return data if found is None else found


def posts_of(data: Mapping[str, Any]) -> list[Any] | None:
    """The posts of an answer of X's interface, each with its author; None where it is none."""
    users = _users(data)
    return [_with_author(record, users) for record in data["data"]] if users else None


def _texts() -> frozenset[str]:
    return frozenset((*headers_of("text"), *headers_of("lead")))


def _holds_text(names: Any) -> bool:
    return any(isinstance(name, str) and name.casefold().replace(" ", "_") in _texts() for name in names)


def _split(data: Mapping[str, Any]) -> list[Any] | None:
    """pandas, "split": the names of the columns, then rows of cells."""
    columns, rows = data.get("columns"), data.get("data")
    if not (isinstance(columns, list) and isinstance(rows, list) and _holds_text(columns)):
        return None
    if not all(isinstance(name, str) for name in columns):
        return None  # numbers, or pandas' columns of several heads
    return [dict(zip(columns, row, strict=False)) if isinstance(row, list) else row for row in rows]


def _by_columns(data: Mapping[str, Any]) -> list[Any] | None:
    """pandas, "columns" and "list": each name with all the cells under it."""
    if len(data) < 2 or not _holds_text(data):
        return None
    cells = list(data.values())
    if all(isinstance(c, Mapping) for c in cells):
        keys = list(cells[0])
        if not keys or any(list(c) != keys for c in cells) or not all(k.isdigit() for k in islice(keys, LOOK)):
            return None
        return [{name: column[key] for name, column in data.items()} for key in keys]
    if all(isinstance(c, list) for c in cells) and len({len(c) for c in cells}) == 1:
        return [dict(zip(data, row, strict=True)) for row in zip(*cells, strict=True)]
    return None


def _by_keys(data: Mapping[str, Any]) -> list[Any] | None:
    """pandas, "index", and what people write themselves: each record under a key of its own."""
    records = list(data.values())
    if not records or not all(isinstance(r, Mapping) for r in records):
        return None
    return records if all(_holds_text(r) for r in islice(records, LOOK)) and not _holds_text(data) else None


def _users(data: Mapping[str, Any]) -> dict[str, Any]:
    """The accounts that X's interface sends beside their posts, by their numbers."""
    beside, posts = data.get("includes"), data.get("data")
    users = beside.get("users") if isinstance(beside, Mapping) else None
    if not isinstance(users, list) or not isinstance(posts, list):
        return {}
    return {u["id"]: u for u in users if isinstance(u, Mapping) and isinstance(u.get("id"), str)}


def _with_author(record: Any, users: Mapping[str, Any]) -> Any:
    by = record.get("author_id") if isinstance(record, Mapping) else None
    return {**record, "author": users[by]} if isinstance(by, str) and by in users else record
