"""``leadup desk``: ask, check, correct and publish in a browser."""

from __future__ import annotations

import contextlib
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from leadup.archive.file import FILE
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, app, out
from leadup.cli.listening import bound
from leadup.errors import DeskError, MissingExtra

LOCK = "desk.lock"


@app.command(
    epilog="""Examples:

    leadup desk --archive demo/archive

    leadup desk --host 0.0.0.0 --name desk.newsroom.example"""
)
def desk(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    host: Annotated[str, typer.Option(help="Address to bind to; any but loopback asks for a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8642,
    name: Annotated[list[str] | None, typer.Option(help="A host name that it answers to; asks for a token.")] = None,
    token: Annotated[
        str | None, typer.Option(envvar="LEADUP_DESK_TOKEN", help="The token that lets edit; else one is made.")
    ] = None,
    read_token: Annotated[
        str | None, typer.Option(envvar="LEADUP_DESK_READ_TOKEN", help="The token that lets read.")
    ] = None,
    ask_token: Annotated[bool, typer.Option("--ask-token", help="Ask for a token on loopback too.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch/--no-watch", help="Look at the feeds and folders that the archive watches.")
    ] = True,
    private: Annotated[
        bool, typer.Option("--private", help="Allow feeds on this machine or a private network.")
    ] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
) -> None:
    """Open the desk: ask, check, correct, keep and publish in a browser, on this machine."""
    try:
        import uvicorn

        from leadup.desk.access import Access, is_loopback, new_token
        from leadup.desk.app import make_app
    except ImportError as error:
        if error.name not in ("uvicorn", "starlette", "python_multipart", "anyio"):
            raise
        raise MissingExtra("the desk", "desk") from error
    names = frozenset(("localhost", *(n.lower() for n in name or ())))
    asks = ask_token or bool(name) or not is_loopback(host)
    access = Access(token or new_token(), read_token or new_token(), asks, names)
    with bound(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        with _alone(archive, address):
            say = out()
            say.print(f"leadup desk over {archive}: {address}  (Ctrl+C ends it)", soft_wrap=True)
            if not (archive / FILE).exists():
                say.print("there is no archive here yet: what is added on the desk makes one", soft_wrap=True)
            if access.asks:
                say.print(f"token to edit: {access.edit_token}", soft_wrap=True)
                say.print(f"token to read: {access.read_token}", soft_wrap=True)
            if browser:
                webbrowser.open(address)
            config = uvicorn.Config(
                make_app(archive, access, watch=watch, private=private), log_level="warning", server_header=False,
                proxy_headers=False, timeout_keep_alive=15, h11_max_incomplete_event_size=65_536, access_log=False,
            )  # fmt: skip
            uvicorn.Server(config).run(sockets=[listening])


@contextlib.contextmanager
def _alone(archive: Path, address: str) -> Iterator[None]:
    """One desk an archive: a second is told where the first one is."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    made_here = not archive.is_dir()
    try:
        # A folder of its own, but no path that is not there: that is a mistyped one.
        archive.mkdir(exist_ok=True)
        lock = (archive / LOCK).open("a+", encoding="utf-8")
    except FileNotFoundError:
        raise DeskError(f"{archive}: there is no folder {archive.parent}", "Name another with --archive") from None
    except OSError as error:
        raise DeskError(f"{archive}: {error.strerror}", "Name another with --archive") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            where = lock.read().strip() or "another address"
            raise DeskError(
                f"{archive}: a desk is open on this archive at {where}", "Use that one, or end it"
            ) from None
        lock.truncate(0)
        lock.write(address)
        lock.flush()
        try:
            yield
        finally:
            lock.truncate(0)
            if made_here and [path.name for path in archive.iterdir()] == [LOCK]:
                # Nothing was added: no folder is left of a name that may have been mistyped.
                (archive / LOCK).unlink()
                archive.rmdir()
