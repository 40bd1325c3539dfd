"""An archive of small invented articles, and a desk over it on a port of this machine."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from leadup import Archive, gather
from tests.page.conftest import axe, browser  # noqa: F401
from tests.ready import python

uvicorn = pytest.importorskip("uvicorn", reason="needs the desk (pip install 'leadup[desk]')")

TARGET = "the sinking of the Marisol"
ARTICLES = {
    "gazette-1": ("Harbour Gazette", "2021-03-04", "Ferry Marisol takes on water", """\
The ferry Marisol took on water off Port Ansel on Wednesday, the coast guard said.

Three lifeboats were launched on Wednesday evening and 40 passengers were brought ashore.

"We heard a loud bang below," captain Ines Varo told reporters on Thursday."""),
    "courier-1": ("Ansel Courier", "2021-03-05", "Port Ansel ferry in trouble", """\
The ferry Marisol took on water off Port Ansel on Wednesday, two passengers said.

Inspectors had warned of rust in the hull of the Marisol on March 1, a report shows.

The port authority closed the southern pier on Thursday after the accident."""),
    "monitor-1": ("Coast Monitor", "2021-03-07", "The Marisol sinks", """\
The ferry Marisol sank off Port Ansel on Saturday, three days after it had taken on water.

The sinking of the Marisol followed a night of heavy wind, the coast guard said on Saturday.

Transport minister Odo Brandt ordered an inquiry into the sinking of the Marisol on Saturday."""),
    "gazette-2": ("Harbour Gazette", "2021-03-07", "Ferry sinks off Port Ansel", """\
The ferry Marisol sank on Saturday after efforts to tow it to Port Ansel failed.

Odo Brandt, the transport minister, ordered an inquiry into the sinking of the Marisol on Saturday."""),
}  # fmt: skip


def write_articles(folder: Path, names: tuple[str, ...] = tuple(ARTICLES)) -> Path:
    """The articles as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        outlet, published, title, text = ARTICLES[name]
        head = f"Title: {title}\nOutlet: {outlet}\nPublished: {published}\n\n"
        (folder / f"{name}.txt").write_text(head + text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that holds the articles, for all tests: it is copied, never written to."""
    folder = tmp_path_factory.mktemp("gathered")
    with Archive(folder / "archive", create=True) as archive:
        gather(archive, [write_articles(folder / "in")])
    return folder / "archive"


@pytest.fixture
def kept(gathered: Path, tmp_path: Path) -> Path:
    """The folder of an archive of a test's own that holds the articles."""
    return Path(shutil.copytree(gathered, tmp_path / "archive"))


Opens = Callable[..., tuple[str, Any]]


class Python:
    """What a desk starts its commands with, made where it starts one."""

    @property
    def executable(self) -> str:
        return python()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """``desk(folder, **access)`` opens a desk: its address, and what it was opened with."""
    monkeypatch.setattr("leadup.desk.command.sys", Python())
    from leadup.desk.access import Access
    from leadup.desk.app import make_app

    running: list[Any] = []

    def open_desk(folder: Path, **said: Any) -> tuple[str, Any]:
        access = Access("let-me-edit", "let-me-read", **said)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(folder, access), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread, listening))
        while not server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{listening.getsockname()[1]}", access

    yield open_desk
    for server, thread, listening in running:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def client(kept: Path, desk: Opens) -> Iterator[httpx.Client]:
    """A browser without scripts at a desk over the articles."""
    address, _ = desk(kept)
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as made:
        yield made


def csrf(client: httpx.Client) -> str:
    """The token that the session's forms carry."""
    return str(client.get("/api/about").json()["csrf"])
