"""What the archive watches, looked at while the desk is open, in a process of its own: readers never wait for it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from pathlib import Path
from typing import Final

from leadup.desk.command import complaint, run_leadup
from leadup.errors import LeadupError
from leadup.watching import Watching

BETWEEN: Final = 20.0
"""Seconds between two checks of whether a source is due."""
LONGEST: Final = 1_800.0
"""Seconds after which a look is ended: a server that sends a byte a minute holds nothing up for good."""


class WatchRunner:
    """Runs `leadup watch --once` over an archive whenever one of its sources is due."""

    def __init__(self, path: Path, *, private: bool = False) -> None:
        self.path = path
        self.private = private
        self.watching = Watching(path)
        self._busy = asyncio.Lock()
        self.trouble = ""
        """Why the last look could not be made at all; empty where it could."""

    @property
    def is_running(self) -> bool:
        """Whether a look is being made."""
        return self._busy.locked()

    async def run(self) -> None:
        """Look for as long as the desk is open."""
        while True:
            due = False
            with contextlib.suppress(LeadupError):
                due = bool(await asyncio.to_thread(self.watching.due, time.time()))
            if due:
                await self.look()
            await asyncio.sleep(BETWEEN)

    async def look(self) -> None:
        """Look at what is due, and wait until it was looked at."""
        async with self._busy:
            private = ["--private"] if self.private else []
            try:
                code, _, err = await run_leadup(
                    "watch", "--once", "--json", "--archive", str(self.path), *private, longest=LONGEST
                )
            except TimeoutError:
                self.trouble = "the last look took too long and was ended"
                return
            self.trouble = complaint(err) if code else ""
