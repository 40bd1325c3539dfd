"""``leadup mcp``: the archive for assistants."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, app, err

TOKEN = "LEADUP_MCP_TOKEN"


@app.command(
    epilog="""Examples:

    leadup mcp --archive ./leadup-archive

    leadup mcp --http --port 8765"""
)
def mcp(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    http: Annotated[bool, typer.Option("--http", help="Over HTTP on this machine, instead of standard input.")] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port for --http.")] = 8765,
    edit: Annotated[bool, typer.Option("--edit", help="Let assistants save dossiers; else they only read.")] = False,
) -> None:
    """Serve the archive to assistants over the Model Context Protocol: read only, citation first."""
    from leadup.mcp.server import serve

    server = serve(archive, port=port, edit=edit)
    if not http:
        server.run()
        return
    import uvicorn

    from leadup.mcp.http import guarded

    token = os.environ.get(TOKEN) or secrets.token_urlsafe(24)
    err().print(f"http://127.0.0.1:{port}/mcp with the header  Authorization: Bearer {token}", soft_wrap=True)
    uvicorn.run(guarded(server.streamable_http_app(), token), host="127.0.0.1", port=port, log_level="warning")
