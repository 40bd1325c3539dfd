"""Processes of their own that need not import the house anew: each is forked from one that has imported it.

A test of what only a process has (a pipe that closes, a full disk, a signal, what is left when it is killed) spends a
second or two on imports, and the suite has some eighty of them. ``python()`` is a program to be called in place of
``sys.executable`` with ``-m MODULE``, ``-c CODE`` or the file of a script. It has its caller's streams, folder and
environment, is sent signals and ends as Python does; what it runs is a new process in all but its imports. Tests of
what is imported, and of a search path that says where plug-ins are, start ``sys.executable``.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import marshal
import os
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
HOUSE = (
    "leadup.cli", "leadup.cli.add", "leadup.cli.to", "leadup.cli.articles", "leadup.cli.events", "leadup.cli.formats",
    "leadup.cli.maintenance", "leadup.cli.watch", "leadup.corrections", "leadup.ingest.processes",
    "leadup.ingest.recovery",
)  # fmt: skip
ASKED = """#!{python} -IS
import marshal, os, signal, sys
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_STREAM, SOL_SOCKET, socket

def open_streams():
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            continue
        yield number

streams = list(open_streams())
asked = marshal.dumps((sys.argv[1:], os.getcwd(), dict(os.environ), streams))
if 3 - len(streams):
    # The connection is no stream.
    for _ in range(3 - len(streams)):
        os.open(os.devnull, os.O_RDWR)
link = socket(AF_UNIX, SOCK_STREAM)
link.connect({address!r})
numbers = b"".join(number.to_bytes(4, sys.byteorder) for number in streams)
link.sendmsg([len(asked).to_bytes(8, "big")], [(SOL_SOCKET, SCM_RIGHTS, numbers)] if streams else [])
link.sendall(asked)
# Who waits for the end of a pipe waits for the process alone.
for number in range(3):
    os.close(number)

def received():
    told = b""
    while len(told) < 8:
        more = link.recv(8 - len(told))
        if not more:
            os._exit(1)
        told += more
    return int.from_bytes(told, "big", signed=True)

process = received()
for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(sent, lambda number, _: os.kill(process, number))
ended = received()
if ended < 0:
    if -ended != signal.SIGKILL:
        signal.signal(-ended, signal.SIG_DFL)
    os.kill(os.getpid(), -ended)
os._exit(ended)
"""


@cache
def python(*modules: str, within: tuple[str, ...] = ()) -> str:
    """The program to be called in place of ``sys.executable``.

    What it forks from has imported all of the house and used it, or has imported the ``modules`` alone, and was itself
    run by the command ``within``, which gives it what its processes are to have (places to mount, say).
    """
    if not hasattr(os, "pidfd_open"):
        return sys.executable
    folder = Path(tempfile.mkdtemp(prefix="ready"))
    program, address = folder / "python", str(folder / "link")
    program.write_text(ASKED.format(python=sys.executable, address=address), "utf-8")
    program.chmod(0o755)
    paths = [str(ROOT / "src"), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    waiting = subprocess.Popen(
        [*within, sys.executable, "-c", "from tests.ready import serve; serve()", address, *modules],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}, cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert waiting.stdin is not None and waiting.stdout is not None
    if waiting.stdout.readline() != b"ready\n":
        raise RuntimeError(f"nothing is forked from: {waiting.wait()}")
    atexit.register(_end, waiting, folder)
    return str(program)


def _end(waiting: subprocess.Popen[bytes], folder: Path) -> None:
    assert waiting.stdin is not None and waiting.stdout is not None
    waiting.stdin.close()
    waiting.stdout.close()
    waiting.wait()
    shutil.rmtree(folder, ignore_errors=True)


def serve() -> None:
    """Fork a process for each that is asked for, until standard input ends."""
    address, *modules = sys.argv[1:]
    for module in modules or HOUSE:
        importlib.import_module(module)
    if not modules:
        _use()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen(64)
    gc.collect()
    gc.freeze()
    os.write(1, b"ready\n")
    while True:
        asked, _, _ = select.select([listening, 0], [], [])
        if 0 in asked:
            os._exit(0)
        link, _ = listening.accept()
        length, given, _, _ = socket.recv_fds(link, 8, 3)
        if not os.fork():
            listening.close()
            break
        for number in given:
            os.close(number)
        link.close()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
    size, told = int.from_bytes(length, "big"), b""
    while len(told) < size:
        told += link.recv(size - len(told))
    if process := os.fork():
        for number in (0, 1, 2, *given):
            os.close(number)
        _wait(process, link)
    link.close()
    arguments, *place = marshal.loads(told)
    _take(given, *place)
    os._exit(_ended(arguments))


def _use() -> None:
    """Read and answer once, so that the words and weights are read."""
    from leadup import Archive, gather, lead_up

    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder), create=True) as archive:
        gather(archive, [ROOT / "examples" / "articles"])
        lead_up("the killing of Qassem Soleimani", archive)


def _wait(process: int, link: socket.socket) -> None:
    """Tell who asked which process it is and how it ended; end it where who asked is gone."""
    ended = os.pidfd_open(process)
    link.sendall(process.to_bytes(8, "big", signed=True))
    while ended not in select.select([ended, link], [], [])[0]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        select.select([ended], [], [])
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with suppress(OSError):
        link.sendall(code.to_bytes(8, "big", signed=True))
    os._exit(0)


def _take(given: list[int], folder: str, environment: dict[str, str], streams: list[int]) -> None:
    """Have the folder and the environment of who asked, and its streams."""
    moved = [os.dup(number) for number in given]
    for number in {0, 1, 2, *given}:
        os.close(number)
    for number, one in zip(streams, moved, strict=True):
        os.dup2(one, number)
    for number in moved:
        if number > 2:
            os.close(number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        made: IO[Any] | None = None
        if number in streams:
            errors = "backslashreplace" if number == 2 else "strict"
            plain = open(number, f"{mode}b", closefd=False)  # noqa: SIM115
            # Written through, so that what was printed is not lost with a server that closes its streams.
            made = io.TextIOWrapper(plain, "utf-8", errors, line_buffering=number == 2, write_through=number > 0)
        setattr(sys, name, made)
        setattr(sys, f"__{name}__", made)


def _ended(arguments: list[str]) -> int:
    """Run as Python started with these arguments would, and end as it does but for the tidying, which takes longer than
    most that is run here."""
    how, *rest = arguments
    what = rest.pop(0) if how in ("-m", "-c") else how
    sys.path.insert(0, {"-m": str(Path.cwd()), "-c": ""}.get(how, str(Path(how).resolve().parent)))
    sys.argv = [how, *rest]
    code = 0
    try:
        if how == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        elif how != "-c":
            runpy.run_path(what, run_name="__main__")
        else:
            main = sys.modules["__main__"] = ModuleType("__main__")
            exec(compile(what, "<string>", "exec"), main.__dict__)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except BaseException:
            code = 120
            with suppress(OSError):
                os.write(2, b"Exception ignored: " + traceback.format_exc().encode())
    return code
