"""A socket to listen on, for the commands that serve: the desk and the assistants' server."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from leadup.errors import DeskError


@contextlib.contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """A socket on an address, taken before anybody is told of it; raises DeskError where it cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that the event loop switches Nagle's algorithm off: else each answer waits 40 ms for its end.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as made:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, port))
        except OSError as error:
            raise DeskError(
                f"{host}:{port}: {error.strerror}", "Choose another with --port (0 takes a free one)"
            ) from error
        yield made
