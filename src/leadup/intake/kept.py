"""Pages that were fetched, kept as they came: one WARC record each, so that their reading can be made anew."""

from __future__ import annotations

import datetime as dt
import gzip
import uuid
from pathlib import Path

FILE = "fetched.warc.gz"


def keep(folder: Path, url: str, body: bytes, at: dt.datetime | None = None) -> Path:
    """Add a page to the folder's WARC file (ISO 28500, a ``resource`` record, a gzip member of its own)."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    when = (at or dt.datetime.now(dt.UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    kind = "text/html" if body.lstrip()[:1] == b"<" else "application/octet-stream"
    head = (
        f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: {url}\r\nWARC-Date: {when}\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with path.open("ab") as file:
        file.write(gzip.compress(head.encode("utf-8", "replace") + body + b"\r\n\r\n"))
    return path
