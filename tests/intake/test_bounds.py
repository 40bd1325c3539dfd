"""No one unit takes more than half a gigabyte: what would is refused, with the reason, before it is read."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ready import python

MOST = 512
"""Mebibytes of the whole process, from the start of Python to the last article."""

READS = """
import resource, sys
from leadup.ingest import prepare
from leadup.intake import read_path
from leadup.model import Article
for found in read_path(sys.argv[1]):
    if isinstance(found, Article):
        prepare(found)
        print("article", len(found.text))
    else:
        print("refused", found)
if sys.platform == "linux":
    # What getrusage says holds the memory of the process that this one was forked from.
    held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(int(held.split()[1]) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20)
"""
SENTENCE = b"Dockers walked out of the port of Norhaven on Monday, said the mayor. "


def _zipped(data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", data)
    return held.getvalue()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="measured with the resource module")
@pytest.mark.parametrize(
    ("name", "made", "said"),
    [
        ("long.txt", lambda: (SENTENCE * 7 + b"\n\n") * 40_000, "longer than an article may be"),
        ("long.html", lambda: b"<p>" + (b"<p>" + SENTENCE * 6 + b"</p>") * 44_000, "longer than an article may be"),
        ("lines.txt", lambda: b"a\n" * 1_500_000, "more lines than an article may have"),
        ("tags.html", lambda: b"<p>a<b>b" * 3_500_000, "more tags than a document may hold"),
        ("tags.xml", lambda: b"<nitf><body>" + b"<p>ab</p>" * 3_500_000, "more tags than a document may hold"),
        ("mail.eml", lambda: b"Content-Type: text/html\n\n" + b"<p>Dockers left.</p>\n" * 800_000, "more tags"),
        ("parts.json", lambda: b"[" + b"[]," * 10_000_000 + b"[]]", "more parts than a JSON value may hold"),
        ("packed.txt.gz", lambda: gzip.compress(bytes(300_000_000)), "larger than"),
        ("packed.zip", lambda: _zipped(bytes(300_000_000)), "unpacks to more than is allowed"),
        ("words.eml", lambda: b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\n\n" + SENTENCE, "article"),
        ("large.txt", lambda: (SENTENCE * 7 + b"\n\n") * 8_000, "article 3"),
    ],
)
def test_one_unit_stays_small(tmp_path: Path, name: str, made: Callable[[], bytes], said: str) -> None:
    (tmp_path / name).write_bytes(made())
    program = python("leadup.ingest", "leadup.intake", "leadup.model")
    done = subprocess.run([program, "-c", READS, str(tmp_path / name)], capture_output=True, text=True, check=True)
    *lines, peak = done.stdout.splitlines()
    assert said in lines[0]
    assert int(peak) < MOST
