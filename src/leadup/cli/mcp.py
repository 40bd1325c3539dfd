"""``leadup mcp``: the archive for assistants."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, app, err
from leadup.cli.listening import bound
from leadup.errors import BadSettings

TOKEN = "LEADUP_MCP_TOKEN"


@app.command(
    epilog="""Examples:

    leadup mcp --archive ./leadup-archive

    leadup mcp --http --port 8765"""
)
def mcp(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    http: Annotated[bool, typer.Option("--http", help="Over HTTP on this machine, instead of standard input.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port for --http; 0 takes a free one.")] = 8765,
    edit: Annotated[bool, typer.Option("--edit", help="Let assistants save dossiers; else they only read.")] = False,
) -> None:
    """Serve the archive to assistants over the Model Context Protocol: read only, citation first."""
    from leadup.mcp.server import serve

    if not http:
        serve(archive, port=port, edit=edit).run()
        return
    token = os.environ.get(TOKEN) or secrets.token_urlsafe(24)
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise BadSettings(f"{TOKEN} holds what no header can", "Use letters, digits and signs without spaces")
    server = serve(archive, port=port, edit=edit)
    import uvicorn

    from leadup.mcp.http import guarded

    with bound("127.0.0.1", port) as listening:
        place = listening.getsockname()[1]
        err().print(f"http://127.0.0.1:{place}/mcp with the header  Authorization: Bearer {token}", soft_wrap=True)
        guarded_app = guarded(server.streamable_http_app(), token)
        uvicorn.Server(uvicorn.Config(guarded_app, log_level="warning")).run(sockets=[listening])
