"""Files that one process at a time may change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def alone(descriptor: int) -> Iterator[None]:
    """Hold an exclusive lock on an open file (``flock``) while the block runs; waits for whoever holds it.

    Does nothing on systems without ``fcntl``.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
