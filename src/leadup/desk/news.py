"""What is new in each dossier since it was saved, worked out in a process of its own when the list is looked at."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Final

from leadup.desk.command import run_leadup
from leadup.dossiers import Dossier

LONGEST: Final = 900.0


class NewsDesk:
    """The news of the dossiers of an archive: kept until an article, a correction or a dossier comes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._key: object = None
        self._known: dict[tuple[str, int], dict[str, Any]] = {}
        self._task: asyncio.Task[None] | None = None

    def of(self, kept: tuple[Dossier, ...], stamp: object) -> tuple[dict[tuple[str, int], dict[str, Any]], bool]:
        """The news of the dossiers ``kept``, by their name and version, and whether more is being worked out.

        ``stamp`` is the state of the archive: where it or the dossiers have changed, the news are worked out anew.
        """
        key = stamp, tuple((one.name, one.version) for one in kept)
        if kept and key != self._key and (self._task is None or self._task.done()):
            self._task = asyncio.ensure_future(self._look(key))
        return self._known, self._task is not None and not self._task.done()

    async def close(self) -> None:
        """Stop the process that works out news, if one runs."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _look(self, key: object) -> None:
        try:
            _, out, _ = await run_leadup(
                "dossier", "list", "--new", "--json", "--archive", str(self.path), longest=LONGEST
            )
        except TimeoutError:
            out = b""
        rows = [json.loads(line) for line in out.splitlines() if line.startswith(b"{")]
        self._known = {(row["name"], row["version"]): row for row in rows}
        self._key = key
