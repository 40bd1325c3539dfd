"""What the settings files say: defaults of the command line's options.

``leadup.toml`` in the archive's folder, and in the user's folder for settings (``~/.config/leadup`` on Linux, the
system's own elsewhere). A table a command, a key an option, named as on the command line; ``[all]`` is of every
command that has the option::

    [all]
    archive = "/data/news"

    [to]
    days = 21
    detail = "brief"

The command line wins over the environment (``LEADUP_ARCHIVE``, ``LEADUP_TO_DAYS``), that over the archive's file, that
over the user's. No library call reads any of them.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from leadup.errors import BadSettings

FILE = "leadup.toml"
FOLDER = "LEADUP_CONFIG"
"""Names another folder for the user's settings."""
ALL = "all"


def user_file() -> Path:
    """Where the user's settings lie, whether there are any or not."""
    return Path(os.environ.get(FOLDER) or typer.get_app_dir("leadup")) / FILE


def settings(arguments: Sequence[str], archive: Path) -> dict[str, dict[str, Any]]:
    """The tables of both files, those of the archive over the user's. ``archive`` is the default place of one.

    ``arguments`` are the command line's: they may name the archive. Raises BadSettings where a file is no TOML, or
    where a part of it stands in no table.
    """
    own = _read(user_file())
    place = _named(arguments) or os.environ.get("LEADUP_ARCHIVE") or own.get(ALL, {}).get("archive") or archive
    tables = own
    for name, table in _read(Path(place) / FILE).items():
        tables[name] = {**tables.get(name, {}), **table}
    return tables


def defaults(table: Mapping[str, Any], common: Mapping[str, Any], command: Any, name: str) -> dict[str, Any]:
    """The options of a command's table, and those of ``[all]`` that it has, by the names of its parameters.

    Commands below it are tables of their own in its table. Raises BadSettings for an option that it lacks.
    """
    named = {opt.lstrip("-"): p.name for p in command.params for opt in p.opts if opt.startswith("--")}
    below = getattr(command, "commands", {})
    values: dict[str, Any] = {named[option]: value for option, value in common.items() if option in named}
    for option, value in table.items():
        if option in below:
            continue
        if option not in named:
            raise BadSettings(
                f"{FILE}: `leadup {name}` has no option --{option}", f"It has: {', '.join(sorted({*named, *below}))}"
            )
        values[named[option]] = str(value) if isinstance(value, dt.date) else value
    for each, inner in below.items():
        values[each] = defaults(table.get(each, {}), common, inner, f"{name} {each}")
    return values


def _named(arguments: Sequence[str]) -> str | None:
    """The archive that the command line names."""
    for at, word in enumerate(arguments):
        if word in ("--archive", "-a"):
            return arguments[at + 1] if at + 1 < len(arguments) else None
        if word.startswith("--archive="):
            return word.partition("=")[2]
    return None


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise BadSettings(f"{file}: {error.strerror}", "Make it readable, or move it away") from None
    except UnicodeDecodeError as error:
        raise BadSettings(f"{file}: no UTF-8 at byte {error.start}", "Mend it, or move it away") from None
    import tomllib

    try:
        tables = tomllib.loads(text)
    except ValueError as error:
        raise BadSettings(f"{file}: no TOML ({error})", "Mend it, or move it away") from None
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise BadSettings(f"{file}: {name} stands in no table", "Write options under their command, as [to]")
    return tables
