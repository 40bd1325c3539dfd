"""Hostile and broken inputs of many kinds: each file is read or refused by name, none fails its reader, none costs more
than it should."""

from __future__ import annotations

import contextlib
import datetime as dt
import email
import io
import json
import plistlib
import re
import zipfile
from pathlib import Path

import pytest

from leadup.errors import IntakeError, LeadupError, ReaderFault, UnreadableInput
from leadup.ingest import Archive
from leadup.ingest.gathering import gather
from leadup.intake import parse as parsing
from leadup.intake import read_path
from leadup.intake.parse import bounded, parse
from leadup.intake.published import parse_time, stated
from leadup.intake.readers.mail_parts import LONGEST_HEADER, POLICY
from leadup.intake.readers.markdown import _raws
from leadup.intake.readers.references import _entries
from leadup.model import Article
from tests.growth import assert_linear

STORY = "A ferry ran onto the sandbank off Quillhaven on Monday, and its forty passengers waded ashore. "
FOLDER_OF = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "epub": "META-INF/container.xml",
    "xlsx": "xl/workbook.xml",
}


def packed(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def read(folder: Path, name: str, data: bytes) -> list[Article | IntakeError]:
    (folder / name).write_bytes(data)
    found = list(read_path(folder / name))
    assert found, name
    faults = [f for f in found if isinstance(f, ReaderFault)]
    assert not faults, faults[0].trace
    return found


@pytest.mark.parametrize("kind", FOLDER_OF)
@pytest.mark.parametrize(
    "body", [None, b"", b"\0", b"<", b"<a/>", b"<a>" * 20_000, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_documents_without_their_parts(tmp_path: Path, kind: str, body: bytes | None) -> None:
    members = [] if body is None else [("mimetype", b"application/epub+zip"), (FOLDER_OF[kind], body)]
    assert all(isinstance(f, IntakeError) for f in read(tmp_path, f"a.{kind}", packed(*members)))


@pytest.mark.parametrize(
    "saved",
    [
        plistlib.dumps({"WebMainResource": []}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "no bytes"}}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"WebMainResource": {"WebResourceData": 7}}),
        b"<?xml version='1.0'?><plist version='1.0'><dict><key>WebMainResource</key>" + b"<dict><key>a</key>" * 5_000,
        b"bplist00WebMainResource" + bytes(range(256)),
    ],
)
def test_pages_of_safari(tmp_path: Path, saved: bytes) -> None:
    assert isinstance(read(tmp_path, "a.webarchive", saved)[0], UnreadableInput)


OFF = ["+99:99", "-99:99", "+25:00", "+9999", "GMT+48", "-18:01"]


@pytest.mark.parametrize("zone", OFF)
def test_a_zone_that_no_clock_has_costs_the_zone_alone(tmp_path: Path, zone: str) -> None:
    for written in (f"2031-03-10T09:00:00{zone}", f"March 10, 2031, 9:00 {zone}", f"Mon, 10 Mar 2031 09:00:00 {zone}"):
        (found,) = read(tmp_path, "a.jsonl", json.dumps({"text": STORY, "published": written}).encode())
        assert isinstance(found, Article), written
        assert found.published is not None and found.published.at.date() == dt.date(2031, 3, 10)
    mail = f"From: a@b.example\nSubject: Ferry\nDate: Mon, 10 Mar 2031 09:00:00 {zone}99\n\n{STORY}"
    assert isinstance(read(tmp_path, "a.eml", mail.encode())[0], Article)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        -float("inf"),
        1e300,
        10**400,
        -1,
        dt.date(1, 1, 1),
        dt.date(9999, 12, 31),
        dt.datetime.max,
    ],
)
def test_a_value_that_is_no_day_of_news(value: object) -> None:
    assert stated(value, "field date") is None


def test_the_zones_that_there_are() -> None:
    for zone, hours in (("+14:00", 14), ("-12:00", -12), ("+05:45", 5.75), ("Z", 0)):
        parsed = parse_time(f"2031-03-10T09:00:00{zone}")
        assert parsed is not None and parsed[0].utcoffset() == dt.timedelta(hours=hours)


def test_a_table_with_a_day_that_python_has_none_for(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import feather, parquet

    days = [pa.array([24_900, 2**31 - 1], pa.int32()).view(pa.date32()), pa.array([1.9e9, float("nan")])]
    days += [pa.array([0, 2**62], pa.int64()).view(pa.timestamp("s")), pa.array([b"\xff", None])]
    for number, column in enumerate(days):
        table = pa.table({"text": [STORY, f"{STORY}Nobody drowned."], "date": column})
        parquet.write_table(
            table, tmp_path / "a.parquet", coerce_timestamps=None, version="2.6"
        ) if number != 2 else None
        feather.write_feather(table, str(tmp_path / "a.feather"))
        for path in (tmp_path / "a.parquet", tmp_path / "a.feather"):
            found = read(tmp_path, path.name, path.read_bytes())
            assert [type(f) for f in found] == [Article, Article]
    whole = (tmp_path / "a.parquet").read_bytes()
    for data, said in (
        (b"PAR1" + b"\xff" * 100 + b"PAR1", "damaged: "),
        (whole[:-20], "cut short"),
        (b"PAR1", "damaged"),
    ):
        (error,) = read(tmp_path, "a.parquet", data)
        assert isinstance(error, UnreadableInput) and said in str(error) and ".." not in str(error)


def test_moments_of_other_libraries_are_plain_ones(tmp_path: Path) -> None:
    """Arrow's moments to the nanosecond come as pandas' own, which do not compare with the calendar's first year."""
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    from pyarrow import parquet

    at = pa.array([1_931_000_000_123_456_789], pa.timestamp("ns", tz="Europe/Berlin"))
    parquet.write_table(pa.table({"text": [STORY], "date": at}), tmp_path / "a.parquet")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": STORY, "published": "2031-03-11"}))
    found = read(tmp_path, "a.parquet", (tmp_path / "a.parquet").read_bytes())
    assert isinstance(found[0], Article) and found[0].published is not None
    assert type(found[0].published.at) is dt.datetime and found[0].published.at.utcoffset() == dt.timedelta(hours=1)
    with Archive(tmp_path / "archive", create=True) as archive:
        summary = gather(archive, [tmp_path / "a.parquet", tmp_path / "b.jsonl", tmp_path / "a.parquet"])
    assert (summary.unreadable, summary.taken) == (0, 3)


MANY = "<p " + " ".join(f"a{n}='x'" for n in range(40_000)) + f">{STORY * 9}</p>"


@pytest.mark.parametrize(
    ("name", "head", "tail"),
    [
        ("a.html", "<html><body>", "</body></html>"),
        ("a.rss", "<rss version='2.0'><channel><item><title>T</title>", "</item></channel></rss>"),
        ("a.xml", "<nitf><body>", "</body></nitf>"),
        ("a.eml", "Content-Type: text/html\n\n", ""),
        ("a.atom", "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>"),
    ],
)
def test_tags_of_many_attributes_are_refused(tmp_path: Path, name: str, head: str, tail: str) -> None:
    """Parsers compare each attribute with all before it: a megabyte of them takes minutes."""
    (error,) = read(tmp_path, name, f"{head}{MANY}{tail}".encode())
    assert "more attributes than tags may hold" in str(error)


@pytest.mark.parametrize(
    "unit",
    [
        "<p a=1 ",
        "<p a=\"<p b='",
        "<a ",
        "<p a>b",
        "<script>i<n;x ",
        "<!--<p a ",
        "<p" + " a" * 150 + ">",
        "<p/",
        "a<b c ",
    ],
)
def test_counting_attributes_takes_linear_time(unit: str) -> None:
    def count(text: str) -> None:
        with contextlib.suppress(LeadupError):
            bounded(text)

    assert_linear(lambda n: lambda: count(unit * n), 4_000)


@pytest.mark.parametrize(
    ("attribute", "each"),
    [
        (" a=1", 1), (' a="b c"', 1), (" a='b > c'", 1), (" a", 1), (" a = b", 1), (" a\n=\n'b' /", 1), ("/a", 1),
        (" a='b'c=d", 2), (" a=b=c", 1), (" a b = c", 2), (" a='b' 'c'", 2),
    ],
)  # fmt: skip
def test_a_crowded_tag_is_taken_to_its_end(attribute: str, each: int) -> None:
    """Up to the sign that closes it, with every attribute counted once; one fewer than a hundred is no crowd."""
    tag = f"<p{attribute * 100}"
    last = tag.rstrip(" /")
    (found,) = parsing._CROWDED_TAG.finditer(f"x {tag}>{STORY}")
    assert found.span() == (2, 2 + len(last))
    assert parsing._attributes(last, [(0, len(last))]) == each * 100 + 1
    assert not parsing._CROWDED_TAG.search(f"<p{attribute * (99 // each)}>")


def test_what_is_no_tag_has_no_attributes() -> None:
    compared = "if (i<n && a b c d e f g h) { x = y; }" * 2_000
    page = f"<html><script>{compared}</script><style>{compared}</style><!-- {compared} --><p>{STORY}</p></html>"
    assert parse(page) is not None
    with pytest.raises(LeadupError, match="attributes"):
        parse(f"<script>{compared}</script><p {'a b c ' * 500}>{STORY}")


def test_a_feed_of_many_namespaces_is_refused(tmp_path: Path) -> None:
    """feedparser goes through all that were named at each element."""
    for count, said in ((400, ""), (600, "more namespaces")):
        entries = "".join(f"<entry xmlns:a{k}='x{k}'><title>Dockers {k}</title></entry>" for k in range(count))
        (tmp_path / "a.atom").write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>")
        found = list(read_path(tmp_path / "a.atom"))
        if said:
            assert [said in str(one) for one in found] == [True]
        else:
            assert len(found) == count
            assert all(isinstance(one, Article) for one in found)


def test_no_more_of_a_header_is_kept_than_is_read() -> None:
    """Its parameters are taken apart at a cost that grows with their square."""
    data = b"Content-Type: text/plain; charset=utf-8;" + b" a=b;" * 10_000 + b"\nSubject: Dockers\n\nThey left."
    message = email.message_from_bytes(data, policy=POLICY)
    assert len(message["Content-Type"]) == LONGEST_HEADER
    assert (message.get_content_type(), message.get_content_charset()) == ("text/plain", "utf-8")
    assert (message["Subject"], message.get_payload()) == ("Dockers", "They left.")


@pytest.mark.parametrize("parameter", ["charset*0=utf-8; charset*=c", "a*0=b; a*=c", "a*9=b; a*=c; a=d"])
def test_parameters_in_parts_that_do_not_fit(tmp_path: Path, parameter: str) -> None:
    """The standard library raises TypeError on them."""
    whole = f"Subject: T\nContent-Type: text/plain; {parameter}\n\nDockers left."
    parts = f"Subject: T\nContent-Type: multipart/mixed; {parameter}; boundary=x\n\n--x\n\nDockers left.\n--x--"
    for mail in (whole, parts):
        (tmp_path / "a.eml").write_text(mail)
        (found,) = read_path(tmp_path / "a.eml")
        assert isinstance(found, Article)
        assert found.text.endswith("Dockers left.")


def test_a_boundary_in_parts_is_read(tmp_path: Path) -> None:
    head = "Subject: T\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary*0=x; boundary*1=y\n\n"
    (tmp_path / "a.eml").write_text(f"{head}--xy\n\nDockers left.\n--xy--")
    (found,) = read_path(tmp_path / "a.eml")
    assert isinstance(found, Article)
    assert found.text.endswith("Dockers left.")


def test_a_sheet_that_says_it_has_all_cells_is_read_at_once(tmp_path: Path) -> None:
    """A row at the end of the largest sheet there is stands after a million empty ones of 16,384 cells each."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["text", "date"])
    book.active.cell(1_048_576, 1, STORY)
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    lying = [(n, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', d)) for n, d in parts]
    (found,) = read(tmp_path, "a.xlsx", packed(*lying))
    assert isinstance(found, Article)
    assert found.text.strip() == STORY.strip()


def test_a_feed_s_last_day_of_all_is_no_day(tmp_path: Path) -> None:
    item = f"<item><title>T</title><description>{STORY}</description><pubDate>9999-12-31T23:59:59Z</pubDate></item>"
    feed = f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>"
    (found,) = read(tmp_path, "a.rss", feed.encode())
    assert isinstance(found, Article)
    assert found.published is None


def test_a_line_of_spaces_is_not_looked_through_from_each_of_them() -> None:
    assert_linear(lambda n: lambda: list(_raws(" " * n + "- a\n\nb")), 3_000)


def test_a_broken_chapter_costs_no_book(tmp_path: Path) -> None:
    spine = "".join(f"<itemref idref='{name}'/>" for name in "abc")
    items = "".join(f"<item id='{name}' href='{name}.xhtml#top'/>" for name in "abc")
    page = f"<html><body><p>{STORY * 2}</p></body></html>".encode()
    members = [("mimetype", b"application/epub+zip"),
               ("META-INF/container.xml", b"<container><rootfile full-path='x.opf'/></container>"),
               ("x.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>".encode()),
               ("a.xhtml", page), ("c.xhtml", page)]  # fmt: skip
    found = read(tmp_path, "a.epub", packed(*members))
    assert [type(one) for one in found] == [Article, UnreadableInput, Article]


@pytest.mark.parametrize(
    "unit", ["@article{a, title={", '@article{a, title="x', "@article{a, title={b}}", "@string{a = {"]
)
def test_references_that_are_never_closed_take_linear_time(unit: str) -> None:
    assert_linear(lambda n: lambda: list(_entries(unit * n)), 400)


def test_a_reference_left_open_costs_the_next_one_nothing() -> None:
    found = list(
        _entries("@misc{a, title={One}}\n@misc{b, title={Open\n@misc{c, title={Two}, note={see @misc{x, y={z}}}}")
    )
    assert [fields["title"].strip() for fields in found] == ["One", "Open", "Two"]
