from __future__ import annotations
from leadup.intake.format import Format
def sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]
def read(source, options):
    yield from ()
FORMAT = Format("pdf", "PDF", (".pdf",), sniff, read, extra="pdf", sure=True)
