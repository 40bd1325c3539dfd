"""Archives and packed files, with their bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake import Limits, Options, read_path
from leadup.model import Article

STORY = "A crane fell onto the northern quay on Monday, the port authority said."
ROWS = "".join(json.dumps({"id": n, "text": f"{STORY} Case {n}."}) + "\n" for n in range(3)).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: dict[str, bytes], mode: str) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(data)


def read(tmp_path: Path, name: str, data: bytes, limits: Limits | None = None) -> tuple[list[str], list[IntakeError]]:
    (tmp_path / name).write_bytes(data)
    found = list(read_path(tmp_path / name, options=Options(limits=limits or Limits())))
    sources = [f.source.rsplit("/", 1)[-1] for f in found if isinstance(f, Article)]
    return sources, [f for f in found if isinstance(f, IntakeError) and not getattr(f, "passed", False)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.gz", gzip.compress(ROWS)),
        ("a.jsonl.bz2", bz2.compress(ROWS)),
        ("a.jsonl.xz", lzma.compress(ROWS)),
        ("a.jsonl.zst", zstd(ROWS)),
        ("a.jsonl.gz", gzip.compress(ROWS[:200]) + gzip.compress(ROWS[200:])),
    ],
)
def test_packed_files(tmp_path: Path, name: str, data: bytes) -> None:
    assert read(tmp_path, name, data) == (["a.jsonl#0", "a.jsonl#1", "a.jsonl#2"], [])


FILES = {
    "b.txt": STORY.encode(),
    ".hidden": b"x",
    "c/a.jsonl": ROWS,
    "d.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "e.jsonl.gz": gzip.compress(ROWS),
}
NAMES = ["b.txt", "a.jsonl#0", "a.jsonl#1", "a.jsonl#2", "#0", "#1", "#2"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES, "w:")),
        ("a.tar.gz", tarred(FILES, "w:gz")),
        ("a.tgz", tarred(FILES, "w:gz")),
        ("a.tar.bz2", tarred(FILES, "w:bz2")),
        ("a.tar.xz", tarred(FILES, "w:xz")),
        ("a.tar.zst", zstd(tarred(FILES, "w:"))),
    ],
)
def test_archives(tmp_path: Path, name: str, data: bytes) -> None:
    sources, errors = read(tmp_path, name, data)
    assert len(sources) == 7
    assert errors == []
    assert all(want in got for want, got in zip(NAMES, sources, strict=True))


def test_nested_archives_end(tmp_path: Path) -> None:
    data = zipped({"a.txt": STORY.encode()})
    assert read(tmp_path, "a.zip", zipped({"in.zip": data}))[0] == ["a.zip!in.zip!a.txt"]
    for _ in range(6):
        data = zipped({"in.zip": data})
    sources, errors = read(tmp_path, "a.zip", data)
    assert sources == []
    assert [type(e) for e in errors] == [UnreadableInput]
    assert "nested" in str(errors[0])


SMALL = Limits(expanded=10_000, members=3, page=10_000)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(b"a crane " * 100_000)),
        ("a.jsonl.gz", gzip.compress(ROWS * 1000)),
        ("a.txt.zst", zstd(b"a crane " * 100_000)),
        ("a.zip", zipped({"a.txt": b"a crane " * 100_000})),
        ("a.zip", zipped({f"{n}.txt": STORY.encode() for n in range(9)})),
        ("a.tar.gz", tarred({"a.txt": b"a crane " * 100_000}, "w:gz")),
        ("a.tar.gz", tarred({f"{n}.txt": STORY.encode() for n in range(9)}, "w:gz")),
    ],
)
def test_bombs(tmp_path: Path, name: str, data: bytes) -> None:
    _, errors = read(tmp_path, name, data, SMALL)
    assert [type(e) for e in errors] == [UnreadableInput]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.jsonl.xz", "a.zip", "a.tar.gz", "a.tar"])
def test_cut_short(tmp_path: Path, name: str) -> None:
    rows = b"".join(
        json.dumps({"id": n, "text": f"{STORY} {n * 7919 % 10007} {'%x' % (n * 104729)}"}).encode() + b"\n"
        for n in range(3000)
    )
    whole = {
        "a.jsonl.gz": gzip.compress(rows),
        "a.jsonl.zst": zstd(rows),
        "a.jsonl.xz": lzma.compress(rows),
        "a.zip": zipped({"a.jsonl": rows}),
        "a.tar.gz": tarred({"a.jsonl": rows, "b.jsonl": rows}, "w:gz"),
        "a.tar": tarred({"a.jsonl": rows, "b.jsonl": rows}, "w:"),
    }[name]
    sources, errors = read(tmp_path, name, whole[: len(whole) * 2 // 3])
    assert errors
    assert all(isinstance(e, UnreadableInput) for e in errors)
    assert len(sources) >= (0 if name in ("a.zip", "a.jsonl.xz", "a.jsonl.zst") else 1000)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x1f\x8b", b"not an archive at all"])
@pytest.mark.parametrize("name", ["a.zip", "a.jsonl.gz", "a.tar.gz", "a.wacz", "a.jsonl.zst"])
def test_what_is_no_archive(tmp_path: Path, name: str, data: bytes) -> None:
    sources, errors = read(tmp_path, name, data)
    assert sources == []
    assert len(errors) == 1


def test_encrypted_members_are_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark)
        data[at + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    _, errors = read(tmp_path, "a.zip", bytes(data))
    assert "encrypted" in str(errors[0])


@pytest.mark.parametrize("frames", [1, 3])
def test_zstandard_cut_anywhere_is_told(tmp_path: Path, frames: int) -> None:
    import zstandard

    rows = b"".join(json.dumps({"id": n, "text": f"A crane fell on quay {n}."}).encode() + b"\n" for n in range(300))
    pack = zstandard.ZstdCompressor(write_checksum=frames == 3)
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    data = skipped.join([pack.compress(rows)] * frames)
    assert read(tmp_path, "a.jsonl.zst", data)[1] == []
    size = len(data)
    ends = {0, len(pack.compress(rows)), len(pack.compress(rows)) + len(skipped)} if frames == 3 else {0}
    for cut in (1, 3, 4, 6, 9, size // 7, size // 2, size - 5, size - 1):
        assert cut in ends or read(tmp_path, "a.jsonl.zst", data[:cut])[1], cut
