"""Web archives: whole ones, damaged ones, and the parts of large ones."""

from __future__ import annotations

import datetime as dt
import gzip
import random
import zlib
from pathlib import Path

import pytest

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake import bytes_source, inputs, list_inputs, read_path, read_source, read_unit
from leadup.intake.readers.warc import decoded
from leadup.model import Article

SAYS = "tells what the port authority said of the crane and its bolts"


def page(n: int) -> str:
    body = "".join(f"<p>Paragraph {k} of page {n} {SAYS}.</p>" for k in range(6))
    head = f"<html><head><title>Crane {n}</title></head>"
    return f"{head}<body><article><h1>Crane number {n}</h1>{body}</article></body></html>"


def record(
    n: int, *, kind: str = "response", status: str = "200 OK", content: bytes | None = None, headers: str = ""
) -> bytes:
    payload = page(n).encode() if content is None else content
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode()
    block = http + payload if kind == "response" else payload
    mime = "application/http; msgtype=response" if kind == "response" else "text/html"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://x.example/{n}\r\n"
        f"WARC-Date: 2021-03-05T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n:08d}-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {mime}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def titles(data: bytes, name: str = "a.warc") -> tuple[list[str | None], list[IntakeError]]:
    found = list(read_source(bytes_source(name, data)))
    return [f.title for f in found if isinstance(f, Article)], [f for f in found if isinstance(f, IntakeError)]


WHOLE = b"".join(record(n) for n in range(5))
PACKED = b"".join(gzip.compress(record(n)) for n in range(5))
ALL = [f"Crane number {n}" for n in range(5)]


@pytest.mark.parametrize(
    ("data", "name"), [(WHOLE, "a.warc"), (PACKED, "a.warc.gz"), (gzip.compress(WHOLE), "a.warc.gz")]
)
def test_whole_archives(data: bytes, name: str) -> None:
    assert titles(data, name) == (ALL, [])


def test_what_an_archive_tells() -> None:
    (article,) = read_source(
        bytes_source(
            "a.warc",
            record(1, content=page(1).replace("<head>", '<head><meta name="date" content="2021-12-31">').encode()),
        )
    )
    assert isinstance(article, Article)
    assert article.source == "a.warc!https://x.example/1"
    assert article.url == "https://x.example/1"
    assert article.published is None or article.published.day <= dt.date(2021, 3, 6)


def test_only_pages_that_were_fetched_well() -> None:
    image = record(2).replace(b"Content-Type: text/html; charset", b"Content-Type: image/png; charset")
    data = record(1, status="404 Not Found") + image + record(3, kind="resource") + record(4, kind="metadata")
    assert titles(data) == (["Crane number 3"], [])


def test_http_encodings() -> None:
    raw = page(1).encode()
    assert decoded(gzip.compress(raw), "", "gzip", 10**6) == raw
    assert decoded(zlib.compress(raw), "", "deflate", 10**6) == raw
    assert decoded(b"5\r\nhello\r\n0\r\n\r\n", "chunked", "", 100) == b"hello"
    assert decoded(raw, "chunked", "gzip", 10**6) == raw
    packed = gzip.compress(raw)
    assert titles(record(7, content=packed, headers="Content-Encoding: gzip\r\n"))[0] == ["Crane number 1"]
    with pytest.raises(UnreadableInput, match="unpacks to more"):
        decoded(gzip.compress(bytes(10**7)), "", "gzip", 1000)


@pytest.mark.parametrize("cut", [0.01, 0.1, 0.21, 0.3, 0.5])
@pytest.mark.parametrize("packed", [False, True])
def test_cut_short(cut: float, packed: bool) -> None:
    data = PACKED if packed else WHOLE
    data = data[: int(len(data) * (1 - cut))]
    read, _ = titles(data, "a.warc.gz" if packed else "a.warc")
    assert read == ALL[: len(read)]
    assert len(read) >= 2


@pytest.mark.parametrize("packed", [False, True])
def test_damaged_in_the_middle(packed: bool) -> None:
    data = PACKED if packed else WHOLE
    middle = len(data) // 2
    found, errors = titles(
        data[:middle] + b"\x00garbage\xff" * 9 + data[middle + 30 :], "a.warc.gz" if packed else "a.warc"
    )
    assert errors
    assert found[:2] == ALL[:2]
    assert found[-1] == ALL[-1]


def test_random_damage_never_crashes() -> None:
    chance = random.Random(7)
    for data, name in ((WHOLE, "a.warc"), (PACKED, "a.warc.gz")):
        for _ in range(40):
            broken = bytearray(data)
            for _ in range(8):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            read, errors = titles(bytes(broken), name)
            assert len(read) <= 5
            assert read or errors


def test_parts_give_what_the_whole_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in (("a.warc", WHOLE), ("b.warc.gz", PACKED)):
        path = tmp_path / name
        path.write_bytes(data)
        for size in (700, 1100, 5000):
            monkeypatch.setattr(inputs, "PART", size)
            units = list(list_inputs([path]))
            found = [f for unit in units for f in read_unit(unit)]
            assert [f.title for f in found if isinstance(f, Article)] == ALL


def test_arc() -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(1).encode()
    head = b"filedesc://a.arc 127.0.0.1 20210305120000 text/plain 21\n1 0 Example Capture\n\n\n"
    data = head + b"https://x.example/1 127.0.0.1 20210305120000 text/html %d\n" % len(body) + body + b"\n"
    assert titles(data, "a.arc") == (["Crane number 1"], [])
    assert titles(gzip.compress(data), "a.arc.gz") == (["Crane number 1"], [])
    assert [type(e).__name__ for e in titles(data[:-50], "a.arc")[1]] == ["UnreadableInput"]


def test_the_damaged_ones_that_others_collected(shared: Path) -> None:
    folder = shared / "bench/articles/warc-testdata"
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".warc", ".gz", ".arc", ".wacz", ".bad")):
        if "iana" in path.name or "lists" in path.name:
            continue  # whole, and with a page of 2 MB that takes seconds
        found = list(read_path(path))
        if path.name in ("bad.arc", "invalid_example_1.wacz", "example-space-in-url.arc"):
            assert [f for f in found if isinstance(f, IntakeError)], path.name
        elif path.name not in ("example-digest.warc", "example-space-in-target-uri.warc.gz", "post-test.warc.gz"):
            assert [f for f in found if isinstance(f, Article)], path.name


def zstd(*parts: bytes, dictionary: bytes | None = None, packed: bool = False) -> bytes:
    """Records as a .warc.zst has them: a frame each, after the dictionary's frame where they have one."""
    import zstandard

    known = None if dictionary is None else zstandard.ZstdCompressionDict(dictionary)
    frames = [zstandard.ZstdCompressor(dict_data=known).compress(part) for part in parts]
    if dictionary is None:
        return b"".join(frames)
    held = zstandard.ZstdCompressor().compress(dictionary) if packed else dictionary
    return b"".join([b"\x5d\x2a\x4d\x18", len(held).to_bytes(4, "little"), held, *frames])


RECORDS = [record(n) for n in range(5)]


@pytest.mark.parametrize("packed", [None, False, True])
def test_zstandard_archives(packed: bool | None, tmp_path: Path) -> None:
    import zstandard

    known = None
    if packed is not None:
        known = zstandard.train_dictionary(2048, [record(n) for n in range(100, 400)]).as_bytes()
    data = zstd(*RECORDS, dictionary=known, packed=bool(packed))
    assert titles(data, "a.warc.zst") == (ALL, [])
    (tmp_path / "a.warc.zst").write_bytes(data)
    assert [f.title for f in read_path(tmp_path) if isinstance(f, Article)] == ALL


def test_a_zstandard_archive_cut_short() -> None:
    data = zstd(*RECORDS)
    found, errors = titles(data[:-40], "a.warc.zst")
    assert found == ALL[:4]
    assert errors


def test_a_zstandard_archive_in_a_wacz(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/a.warc.zst", zstd(*RECORDS))
    found = list(read_path(tmp_path))
    assert [f.title for f in found if isinstance(f, Article)] == ALL


def test_the_text_of_pages_alone(tmp_path: Path) -> None:
    """A WET file: conversions, no pages."""
    text = b"Divers find bell\n\nDivers found the lost bell of Sankt Alma on Tuesday, the harbour master said.\n"
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://courier.example/2019/05/04/bell\r\n"
        "WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:6a1a9f1e-1111-4111-8111-111111111111>\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    (tmp_path / "a.warc.wet").write_bytes(head.encode() + text + b"\r\n\r\n")
    (article,) = read_path(tmp_path / "a.warc.wet")
    assert isinstance(article, Article)
    assert article.published is not None and article.published.day.isoformat() == "2019-05-04"
    assert (article.title, article.outlet) == ("Divers find bell", "courier.example")


def test_a_web_archive_without_a_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    assert [type(f) for f in read_path(tmp_path / "a.warc")] == [EmptyArticle]
