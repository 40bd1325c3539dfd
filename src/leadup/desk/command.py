"""A command of leadup's, run in a process of its own so that the desk goes on answering."""

from __future__ import annotations

import asyncio
import contextlib
import sys


async def run_leadup(*arguments: str, longest: float) -> tuple[int, bytes, bytes]:
    """Its exit code, standard output and standard error. Raises TimeoutError after ``longest`` seconds.

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
