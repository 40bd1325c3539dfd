"""Many readers of one desk at once: errors, and how long a kept answer and a search take.

    python benchmarks/desk.py ARCHIVE "the question" [--readers 200] [--each 10] [--pause 1]

Opens a desk over ARCHIVE in a process of its own on loopback, asks the question once (timed: the first answer), then
lets so many readers ask for the kept answer, and then search, each for words of its own, waiting ``--pause`` seconds
between two pages. Times are wall clock, from the request to the last byte, and the desk's processor time a request, in
milliseconds; memory is the desk's largest, in MiB, in which the mapped file counts once for each that reads it, and
what is its own at the end. The readers share the machine with the desk. Needs ``leadup[desk]`` and httpx.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import httpx

WORDS = """president minister police army court strike fire election market hospital storm border talks bomb protest
company bank oil school church film players league report study water city village family doctor""".split()
PAIRS = [(a, b) for a in WORDS for b in WORDS if a < b]


def main() -> None:
    """Measure, and print a line for each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("question")
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--each", type=int, default=10, help="pages that each reader asks for, of each kind")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two pages of a reader")
    parser.add_argument("--json", action="store_true")
    said = parser.parse_args()
    command = [sys.executable, "-m", "leadup", "desk", "--archive", str(said.archive), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        found = re.search(r"http://\S+", desk.stdout.readline())
        assert found is not None, "the desk did not open"
        try:
            rows = asyncio.run(_measured(found.group(), said, desk.pid))
            status = Path(f"/proc/{desk.pid}/status")
            peak = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
            own = re.search(r"RssAnon:\s+(\d+)", status.read_text()) if status.exists() else None
            rows["peak MiB"] = int(peak.group(1)) // 1024 if peak else None
            rows["of its own, at the end"] = int(own.group(1)) // 1024 if own else None
        finally:
            desk.terminate()
    if said.json:
        print(json.dumps(rows))
    else:
        for name, value in rows.items():
            print(f"{name:24} {value}")


async def _measured(address: str, said: argparse.Namespace, pid: int) -> dict[str, object]:
    limits = httpx.Limits(max_connections=said.readers)
    async with httpx.AsyncClient(base_url=address, timeout=120, limits=limits) as client:
        for _ in range(100):
            try:
                await client.get("/static/desk.css")
                break
            except httpx.TransportError:
                await asyncio.sleep(0.1)
        ask = str(client.build_request("GET", "/ask", params={"q": said.question}).url)
        rows: dict[str, object] = {}
        start = time.perf_counter()
        async with client.stream("GET", ask) as reply:
            first = None
            async for piece in reply.aiter_bytes():
                if first is None and b"answer-target" in piece:
                    first = time.perf_counter() - start
        rows["first answer"] = round(1000 * (time.perf_counter() - start))
        rows["its target"] = round(1000 * first) if first is not None else "with the answer"
        for name in ("kept answer", "search"):
            taken: list[float] = []
            errors = 0

            async def read(number: int, name: str = name, taken: list[float] = taken) -> int:
                wrong = 0
                await asyncio.sleep(said.pause * number / said.readers)
                for turn in range(said.each):
                    pair = PAIRS[(number * said.each + turn) % len(PAIRS)]
                    query = f"/search?q={'+'.join(pair)}"
                    begun = time.perf_counter()
                    try:
                        wrong += (await client.get(ask if name == "kept answer" else query)).status_code != 200
                    except httpx.TransportError:
                        wrong += 1
                    taken.append(time.perf_counter() - begun)
                    await asyncio.sleep(said.pause)
                return wrong

            before = _processor(pid)
            errors = sum(await asyncio.gather(*(read(n) for n in range(said.readers))))
            taken.sort()
            rows[f"{name} p50"], rows[f"{name} p95"] = (round(1000 * taken[int(len(taken) * q)]) for q in (0.5, 0.95))
            rows[f"{name} processor"] = round(1000 * (_processor(pid) - before) / len(taken), 1)
            rows[f"{name} errors"] = f"{errors} of {len(taken)}"
    return rows


def _processor(pid: int) -> float:
    """Seconds of processor time that a process has had; 0 where the system does not say."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
