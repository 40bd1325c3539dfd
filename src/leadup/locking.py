"""Files that one process at a time may change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def alone(descriptor: int) -> Iterator[None]:
    """An open file held against all others that hold it so, where the system can see to it; waits for them."""
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
