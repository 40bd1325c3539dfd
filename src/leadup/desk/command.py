"""A command of leadup's, run in a process of its own so that the desk goes on answering."""

from __future__ import annotations

import asyncio
import contextlib
import sys


async def run_leadup(*arguments: str, longest: float | None = None) -> tuple[int, bytes, bytes]:
    """Its exit code, standard output and standard error. Raises TimeoutError after ``longest`` seconds (None: never).

    The process ends with the wait, however that ends.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "leadup", *arguments, stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = await asyncio.wait_for(process.communicate(), longest)
    except (TimeoutError, asyncio.CancelledError):
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    return process.returncode or 0, out, err


def complaint(err: bytes) -> str:
    """What a command said last on its standard error, without its own name in front; empty where it said nothing."""
    return err.decode("utf-8", "replace").strip().rpartition("\n")[2].removeprefix("leadup: ")[:300]
