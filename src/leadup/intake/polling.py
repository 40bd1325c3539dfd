"""Feeds polled politely: by conditional requests (RFC 9110), and as often as the server allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.fetch import DEFAULT_LIMITS, FetchLimits, fetch
from leadup.intake.options import DEFAULT, Options
from leadup.intake.readers.feed import articles_of_feed
from leadup.model import Article

SHORTEST = 300
LONGEST = 86400


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed between two polls: its validators, when it may be asked again, and failures.

    ``url`` is the address that was given, ``moved`` the one that it has moved to for good. ``due`` is in seconds of
    the clock that the caller gives to :func:`poll`. Whoever polls keeps here when it was ``seen`` last by the same
    clock, how many articles that look ``added`` and all looks ``brought``, and its first ``trouble`` in words.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    moved: str | None = None
    seen: float = 0.0
    added: int = 0
    brought: int = 0
    trouble: str = ""


def poll(
    state: FeedState, now: float, *, every: int = 900, options: Options = DEFAULT, limits: FetchLimits = DEFAULT_LIMITS
) -> tuple[FeedState, Iterator[Article | IntakeError]]:
    """Ask a feed once: its new state, and its articles (none where nothing changed or it is not due yet).

    It is asked again after ``every`` seconds (at least 300), later if the server asks for that, and ever less often
    while it fails.
    """
    if now < state.due:
        return state, iter(())
    every = max(SHORTEST, every)
    try:
        found = fetch(state.moved or state.url, etag=state.etag, modified=state.modified, limits=limits)
    except IntakeError as error:
        failures = state.failures + 1
        wait = min(LONGEST, every * 2 ** min(failures, 8))
        return replace(state, due=now + wait, failures=failures), iter((error,))
    wait = min(LONGEST, max(every, found.wait or 0))
    after = replace(
        state,
        etag=found.etag or state.etag,
        modified=found.modified or state.modified,
        due=now + wait,
        failures=0,
        moved=found.url if found.moved else state.moved,
    )
    if found.body is None:
        return after, iter(())
    return after, articles_of_feed(found.body, source=state.url, options=options, base=found.url)


def dump(states: list[FeedState]) -> bytes:
    """The states as JSON, to be kept between runs."""
    return msgspec.json.encode(states)


def load(data: bytes) -> dict[str, FeedState]:
    """Kept states by address; raises :class:`UnreadableInput` where the bytes are something else."""
    try:
        return {state.url: state for state in msgspec.json.decode(data, type=list[FeedState])}
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UnreadableInput(
            "the kept state of the feeds", f"not readable: {error}", "Delete it; feeds are read anew"
        ) from None
