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


def write_file(path: Path, data: bytes) -> Path:
    """Write a file, with the folders that it stands in, and say where; :class:`UnwritableOutput` where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    return path
