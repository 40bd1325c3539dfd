"""What is forked does what a Python started anew does, and where it cannot be had plain Python is started."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests import ready
from tests.conftest import ROOT

START_ONE = ready._program.__wrapped__
"""A server that is not kept for others."""


@pytest.fixture(scope="module")
def program() -> str:
    found = ready._program(("leadup.model",), ())
    if found is None:
        pytest.skip("no process can be forked here")
    return found


@pytest.mark.parametrize(
    "code",
    [
        "print(6 * 7)",
        "import sys; print(sys.argv, sys.path[0], sys.stdin.errors, sys.stdout.encoding)",
        "import sys; sys.exit({1: 'no'})",
        "raise SystemExit('no')",
        "import sys; sys.exit(-1)",
        "import sys; sys.exit(None)",
        "1 / 0",
        "raise KeyboardInterrupt",
        "import os, signal; os.kill(os.getpid(), signal.SIGINT); import time; time.sleep(5)",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM); import time; time.sleep(5)",
        "def f(x: int = 0) -> 'str': ...\nprint(f.__annotations__)",
        "import threading, time; threading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()",
        "import os; print(os.environ.get('PWD'), os.environ.get('SHLVL'), os.environ.get('_'))",
    ],
)
def test_it_ends_as_python_does(program: str, code: str) -> None:
    anew, forked = (
        subprocess.run([start, "-c", code, "a", "-b"], capture_output=True, check=False, input=b"x\n")
        for start in (sys.executable, program)
    )
    assert (forked.returncode, forked.stdout, forked.stderr) == (anew.returncode, anew.stdout, anew.stderr)


@pytest.mark.parametrize("name, value", [("PYTHONIOENCODING", "ascii"), ("PYTHONOPTIMIZE", "1"), ("LC_ALL", "POSIX")])
def test_other_variables_for_python_are_heeded(program: str, name: str, value: str) -> None:
    code = "import sys; print(ascii(sys.stdout.encoding), __debug__, 'leadup.model' in sys.modules)"
    done = subprocess.run([program, "-c", code], env={**os.environ, name: value}, capture_output=True, check=False)
    encoding = b"ascii" if name == "PYTHONIOENCODING" else b"utf-8"
    assert done.stdout == b"'%s' %s False\n" % (encoding, b"False" if name == "PYTHONOPTIMIZE" else b"True")


def test_options_of_python_are_heeded(program: str) -> None:
    done = subprocess.run(
        [program, "-I", "-c", "import sys; print(sys.flags.isolated)"], capture_output=True, check=True
    )
    assert done.stdout == b"1\n"


@pytest.mark.parametrize("sent", [None, b"", (1000).to_bytes(8, "big"), (1000).to_bytes(8, "big") + b"half"])
def test_a_caller_that_ends_halfway_leaves_nothing_running(program: str, sent: bytes | None) -> None:
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(20)
        link.connect(str(Path(program).parent / "link"))
        if sent is None:
            # One that says nothing holds up no other.
            assert subprocess.run([program, "-c", ""], timeout=20, check=False).returncode == 0
        link.sendall(sent or b"")
        link.shutdown(socket.SHUT_WR)
        # Whoever listened has ended.
        assert link.recv(8) == b""


@pytest.mark.usefixtures("program")
def test_the_server_ends_with_its_parent_though_another_holds_its_input() -> None:
    code = (
        "import os, time; from pathlib import Path; from tests.ready import python; python('json')\n"
        "print(Path(f'/proc/{os.getpid()}/task/{os.getpid()}/children').read_text().split()[0], flush=True)\n"
        "if not os.fork(): os.close(1); os.read(0, 1)\n"
        "os._exit(0)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        try:
            ended = os.pidfd_open(server)
        except ProcessLookupError:
            return
        assert select.select([ended], [], [], 20)[0]
        os.close(ended)


@pytest.mark.usefixtures("program")
def test_a_path_with_a_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spaced = tmp_path / ("sp ace" + "e" * 200) / "python"
    spaced.parent.mkdir()
    spaced.symlink_to(sys.executable)
    monkeypatch.setattr(sys, "executable", str(spaced))
    found = START_ONE(("json",), ())
    assert found
    done = subprocess.run(
        [found, "-c", "import sys; print('tests.ready' in sys.modules)"], capture_output=True, check=True
    )
    assert done.stdout == b"True\n"


@pytest.mark.usefixtures("program")
def test_what_does_not_come_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spaced = tmp_path / "sp ace"
    spaced.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spaced))
    assert START_ONE(("json",), ()) is None, "no program can be started from such a folder"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert START_ONE(("json",), ("sh", "-c", 'echo before; exec "$@"', "sh")) is None
    monkeypatch.setattr(ready, "START_LIMIT", 0.2)
    assert START_ONE(("json",), ("sh", "-c", "sleep 100; true")) is None
    assert list(tmp_path.iterdir()) == [spaced] and not list(spaced.iterdir())


@pytest.mark.parametrize("error", [OSError, AttributeError])
def test_a_kernel_without_process_descriptors(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: int) -> int:
        raise error

    monkeypatch.setattr(os, "pidfd_open", refused, raising=False)
    monkeypatch.setattr(ready, "_program", START_ONE)
    assert ready.python() == sys.executable
    assert ready.python_under("env", "A=1") == ["env", "A=1", sys.executable]
