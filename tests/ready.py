"""Processes of their own that need not import the house anew: each is forked from one that has imported it.

A test of what only a process has (a pipe that closes, a full disk, a signal, what is left when it is killed) spends a
second or two on imports, and the suite has some eighty of them. ``python()`` is a program to be called in place of
``sys.executable`` with ``-m MODULE``, ``-c CODE`` or the file of a script. What it runs has its caller's streams,
folder and environment, is sent SIGINT, SIGTERM and SIGHUP, ends as Python does and is killed where its caller is.

What differs from a Python started anew: modules are imported already, from this checkout's folders, which stand on the
search path; the seed of hashes and what modules read from the environment on import are the server's; file mode mask,
limits and process group are the server's too; a traceback names the file of a ``-c`` or script without Python's own
frames above it; what is left at the end is not tidied away. Tests of any of these, of what is imported, and of a search
path that says where plug-ins are, start ``sys.executable``.

Plain Python is started where a process cannot be forked like that (no Linux, a kernel without process descriptors, a
folder for temporary files where no program may be started, a server that does not come up), and by a caller whose
variables for Python itself or for the locale are not those of the suite.
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
import time
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import IO, Any

from tests.later import import_later

ROOT = Path(__file__).resolve().parent.parent
HOUSE = (
    "leadup.cli", "leadup.cli.add", "leadup.cli.to", "leadup.cli.articles", "leadup.cli.events", "leadup.cli.formats",
    "leadup.cli.maintenance", "leadup.cli.watch", "leadup.corrections", "leadup.ingest.processes",
    "leadup.ingest.recovery",
)  # fmt: skip
START_LIMIT = 60.0
"""Seconds after which a server that is not ready is given up."""
AT_START = ("PYTHON", "LANG", "LC_")
"""How variables begin that Python reads as it starts: what is forked cannot have others than its server."""
CLIENT = """#!{interpreter} -IS
import marshal, os, signal, sys
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_STREAM, SOL_SOCKET, socket

def open_streams():
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            continue
        yield number

def start_plain_python():
    command = [*{plain!r}, *sys.argv[1:]]
    os.execvp(command[0], command)

streams = list(open_streams())
what = sys.argv[1] if sys.argv[1:] else "-"
if what.startswith("-") and (what not in ("-c", "-m") or len(sys.argv) == 2):
    start_plain_python()
if sorted(item for item in os.environ.items() if item[0].startswith({at_start!r})) != {variables!r}:
    start_plain_python()
if 3 - len(streams):
    # The connection is no stream.
    for _ in range(3 - len(streams)):
        os.open(os.devnull, os.O_RDWR)
link = socket(AF_UNIX, SOCK_STREAM)
try:
    request = marshal.dumps((sys.argv[1:], os.getcwd(), dict(os.environ), streams))
    link.connect({address!r})
except OSError:
    start_plain_python()
numbers = b"".join(number.to_bytes(4, sys.byteorder) for number in streams)
link.sendmsg([len(request).to_bytes(8, "big")], [(SOL_SOCKET, SCM_RIGHTS, numbers)] if streams else [])
link.sendall(request)
# Who waits for the end of a pipe waits for the process alone.
for number in range(3):
    os.close(number)

def received():
    number = b""
    while len(number) < 8:
        more = link.recv(8 - len(number))
        if not more:
            os._exit(1)
        number += more
    return int.from_bytes(number, "big", signed=True)

process = received()

def pass_on(number, _):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, pass_on)
code = received()
if code < 0:
    if -code != signal.SIGKILL:
        signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
os._exit(code)
"""


def python(*modules: str) -> str:
    """The program to be called in place of ``sys.executable``.

    What it forks from has imported all of the house and used it, or has imported the ``modules`` alone.
    """
    return _program(modules, ()) or sys.executable


def python_under(*wrapper: str) -> list[str]:
    """The command to be called in place of the command ``wrapper`` with ``sys.executable``: the wrapper gives what it
    runs a place of its own (where disks can be mounted, say), which all that is called so share."""
    program = _program((), wrapper)
    return [program] if program else [*wrapper, sys.executable]


@cache
def _program(modules: tuple[str, ...], wrapper: tuple[str, ...]) -> str | None:
    """The program that asks a server of its own, which is started here; none where it cannot be had."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return None
    folder = Path(tempfile.mkdtemp(prefix="ready"))
    program, interpreter, address = folder / "python", folder / "interpreter", str(folder / "link")
    # A first line holds no spaces and is not long, which the environment's path may be.
    interpreter.symlink_to(sys.executable)
    variables = sorted(item for item in os.environ.items() if item[0].startswith(AT_START))
    plain = [*wrapper, sys.executable]
    program.write_text(
        CLIENT.format(interpreter=interpreter, plain=plain, at_start=AT_START, variables=variables, address=address),
        "utf-8",
        "surrogateescape",
    )
    program.chmod(0o755)
    paths = [str(ROOT / "src"), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    server = subprocess.Popen(
        [*plain, "-c", "from tests.ready import serve; serve()", address, *modules],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}, cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    if not _is_ready(server) or not _can_be_called(program):
        os.killpg(server.pid, signal.SIGKILL)
        _end(server, folder)
        return None
    atexit.register(_end, server, folder)
    return str(program)


def _is_ready(server: subprocess.Popen[bytes]) -> bool:
    """Whether the server says in time that it is, and nothing else before."""
    assert server.stdout is not None
    said, until = b"", time.monotonic() + START_LIMIT
    while not said.endswith(b"\n") and select.select([server.stdout], [], [], max(0.0, until - time.monotonic()))[0]:
        more = os.read(server.stdout.fileno(), 100)
        if not more:
            break
        said += more
    return said == b"ready\n"


def _can_be_called(program: Path) -> bool:
    """Whether the program can be started where it lies, and does what it is told."""
    try:
        done = subprocess.run([program, "-c", "print(1)"], capture_output=True, timeout=START_LIMIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout == b"1\n"


def _end(server: subprocess.Popen[bytes], folder: Path) -> None:
    assert server.stdin is not None and server.stdout is not None
    server.stdin.close()
    server.stdout.close()
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)


def serve() -> None:
    """Fork a process for each request, until standard input or the process that started this one ends."""
    parent = os.pidfd_open(os.getppid())
    address, *modules = sys.argv[1:]
    import_later()
    for module in modules or HOUSE:
        importlib.import_module(module)
    if not modules:
        _read_and_answer()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen(64)
    gc.collect()
    gc.freeze()
    os.write(1, b"ready\n")
    awaited: list[Any] = [listening, 0, parent]
    while True:
        readable, _, _ = select.select(awaited, [], [])
        if readable != [listening]:
            os._exit(0)
        link, _ = listening.accept()
        if not os.fork():
            break
        link.close()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
    listening.close()
    os.close(parent)
    request, descriptors = _received(link)
    if process := os.fork():
        for number in (0, 1, 2, *descriptors):
            os.close(number)
        _watch(process, link)
    link.close()
    arguments, *surroundings = marshal.loads(request)
    _move_to(descriptors, *surroundings)
    os._exit(_run(arguments))


def _received(link: socket.socket) -> tuple[bytes, list[int]]:
    """What was asked and the streams that came with it; the process ends where its caller ended halfway."""
    try:
        length, descriptors, _, _ = socket.recv_fds(link, 8, 3)
        request = b""
        while length and len(request) < int.from_bytes(length, "big"):
            more = link.recv(int.from_bytes(length, "big") - len(request))
            if not more:
                os._exit(1)
            request += more
    except OSError:
        os._exit(1)
    if not request:
        os._exit(1)
    return request, descriptors


def _read_and_answer() -> None:
    """Read and answer once, so that the words and weights are read."""
    from leadup import Archive, gather, lead_up

    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder), create=True) as archive:
        gather(archive, [ROOT / "examples" / "articles"])
        lead_up("the killing of Qassem Soleimani", archive)


def _watch(process: int, link: socket.socket) -> None:
    """Tell the caller which process it is and how it ended; end it where the caller is gone."""
    ended: Any = os.pidfd_open(process)
    with suppress(OSError):
        link.sendall(process.to_bytes(8, "big", signed=True))
    while ended not in select.select([ended, link], [], [])[0]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        select.select([ended], [], [])
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with suppress(OSError):
        link.sendall(code.to_bytes(8, "big", signed=True))
    os._exit(0)


def _move_to(descriptors: list[int], folder: str, environment: dict[str, str], streams: list[int]) -> None:
    """Have the folder and the environment of the caller, and its streams: the descriptors, by these numbers."""
    # Those of the server are as Python opens them in this locale.
    made_as = [(each.encoding, each.errors) for each in (sys.stdin, sys.stdout, sys.stderr)]
    moved = [os.dup(number) for number in descriptors]
    for number in {0, 1, 2, *descriptors}:
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
            plain = open(number, f"{mode}b", closefd=False)  # noqa: SIM115
            # Written through, so that what was printed is not lost with a server that closes its streams.
            by_line = number == 2 or os.isatty(number)
            made = io.TextIOWrapper(plain, *made_as[number], line_buffering=by_line, write_through=number > 0)
        setattr(sys, name, made)
        setattr(sys, f"__{name}__", made)


def _run(arguments: list[str]) -> int:
    """Run as Python started with these arguments would, and end as it does but for the tidying, which takes longer than
    most that is run here."""
    how, *rest = arguments
    what = rest.pop(0) if how in ("-m", "-c") else how
    sys.path.insert(0, {"-m": str(Path.cwd()), "-c": ""}.get(how, str(Path(how).resolve().parent)))
    sys.argv = [how, *rest]
    code, interrupted = 0, False
    try:
        if how == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        elif how != "-c":
            runpy.run_path(what, run_name="__main__")
        else:
            main = sys.modules["__main__"] = ModuleType("__main__")
            exec(compile(what, "<string>", "exec", dont_inherit=True), main.__dict__)
    except SystemExit as end:
        code = _told(end)
    except BaseException as error:
        # Without the frame of this function.
        within = error.__traceback__ and error.__traceback__.tb_next
        sys.excepthook(type(error), error.with_traceback(within), within)
        code, interrupted = 1, isinstance(error, KeyboardInterrupt)
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
    if interrupted:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    return code


def _told(end: SystemExit) -> int:
    """The status a program ends with; what is none is written to standard error."""
    if end.code is None:
        return 0
    if isinstance(end.code, int):
        return end.code & 0xFF
    print(end.code, file=sys.stderr)
    return 1
