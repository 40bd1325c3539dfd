"""Where what was made goes: to standard output, or to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from leadup.errors import UnwritableOutput

STANDARD_OUTPUT = "-"


def write_out(data: bytes) -> None:
    """Write bytes to standard output, at once."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def require_folders(*places: Path | str | None) -> None:
    """Raise :class:`UnwritableOutput` where one of these files is to stand in a folder that is not there: before an
    answer is worked out, and rather than make a folder of a mistyped name. None and ``-`` are passed over."""
    for place in places:
        if place is not None and str(place) != STANDARD_OUTPUT and not Path(place).parent.is_dir():
            folder = Path(place).parent
            raise UnwritableOutput(f"{place}: there is no folder {folder}", "Make the folder, or name another file")


def write_file(path: Path, data: bytes) -> Path:
    """Write a file and say where; :class:`UnwritableOutput` where it cannot be."""
    require_folders(path)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    return path
