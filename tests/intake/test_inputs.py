"""Paths to articles: what is listed, in which order, and that one bad item never stops the rest."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import pickle
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from leadup.errors import EmptyArticle, IntakeError, MissingInput, UnknownFormat, UnreadableInput
from leadup.intake import FORMATS, InputUnit, Limits, Options, inputs, list_inputs, read_path, read_paths, read_unit
from leadup.model import Article

STORY = "Crane falls onto quay\n\nA crane fell onto the northern quay on Monday, the port authority said.\n"


def split(found: object) -> tuple[list[Article], list[IntakeError]]:
    items = list(found)  # type: ignore[call-overload]
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, IntakeError)]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "C.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY)
    names = [str(Path(u.path).relative_to(tmp_path)) for u in list_inputs([tmp_path])]
    assert names == ["C.txt", "a/y.txt", "a/z.txt", "b.txt"]


def test_an_archive_of_leadups_own_is_passed_over(tmp_path: Path) -> None:
    own = ("archive.sqlite", "archive.sqlite-shm", "archive.sqlite-wal", "archive.sound", "fetched/x.txt")
    mine = ("fetched.txt", "my.sqlite", "sub/fetched/x.txt", "z.txt")
    for name in (*own, *mine, *(f"kept/{n}" for n in own), "kept/other.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(STORY)
    names = [str(Path(u.path).relative_to(tmp_path)) for u in list_inputs([tmp_path])]
    assert names == list(mine)
    # What is named is looked at, whatever it is.
    assert [u.path for u in list_inputs([tmp_path / "archive.sqlite"])] == [str(tmp_path / "archive.sqlite")]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path)
    article, link = read_path(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(link, UnknownFormat) and link.passed and "a link to a folder" in str(link)


def test_a_folder_is_walked_however_deep_it_lies(tmp_path: Path) -> None:
    before, made = Path.cwd(), ["d"] * 1_100 + ["f" * 200] * 20
    os.chdir(tmp_path)
    try:
        # Deeper than Python's own stack, and then than a path can be long.
        for depth, name in enumerate(made):
            Path(name).mkdir()
            os.chdir(name)
            if depth == 1_000:
                Path("a.txt").write_text(STORY)
        articles, errors = split(read_path(tmp_path))
        for name in reversed(made):
            Path("a.txt").unlink(missing_ok=True)
            os.chdir("..")
            Path(name).rmdir()
    finally:
        os.chdir(before)
    assert len(articles) == 1
    assert all("too long" in str(error) for error in errors)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_what_is_no_file_is_accounted_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to(os.devnull)
    (tmp_path / "nowhere.txt").symlink_to("nothing")
    (tmp_path / "round.txt").symlink_to("round.txt")
    device, nowhere, pipe, round = read_path(tmp_path)
    assert isinstance(device, UnknownFormat) and device.passed and "a device" in str(device)
    assert isinstance(pipe, UnknownFormat) and pipe.passed and "a pipe" in str(pipe)
    assert isinstance(nowhere, MissingInput)
    assert isinstance(round, UnreadableInput)
    (named,) = read_path(tmp_path / "pipe.txt")
    assert isinstance(named, UnknownFormat) and not named.passed


@pytest.mark.parametrize("name", ["a\0b.txt", "a" * 5_000])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    (error,) = read_path(name)
    assert isinstance(error, UnreadableInput)


def test_a_file_of_a_time_beyond_the_calendar(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.PAX_FORMAT) as archive:
        for name, when in (("a.txt", "1e15"), ("b.txt", "nan"), ("c.txt", "-1e15")):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(STORY + name), {"mtime": when}
            archive.addfile(info, io.BytesIO(f"{STORY}{name}".encode()))
    articles, errors = split(read_path(tmp_path))
    assert (len(articles), errors) == (3, [])


def test_one_bad_item_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(STORY)
    (tmp_path / "2.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "3.txt").write_text("\n \n")
    (tmp_path / "4.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "5.txt").write_text(STORY)
    articles, errors = split(read_paths([tmp_path, tmp_path / "6.txt"]))
    assert len(articles) == 2
    assert [type(e) for e in errors] == [UnreadableInput, EmptyArticle, UnknownFormat, MissingInput]
    assert [e.passed for e in errors if isinstance(e, UnknownFormat)] == [True]
    assert all(e.source and str(e) for e in errors)


def test_a_file_that_nobody_reads_is_an_error_when_named(tmp_path: Path) -> None:
    (tmp_path / "4.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (named,) = read_path(tmp_path / "4.png")
    (found,) = read_path(tmp_path)
    assert isinstance(named, UnknownFormat) and isinstance(found, UnknownFormat)
    assert (named.passed, found.passed, found.kind) == (False, True, "a picture")


def test_the_text_is_the_file_s_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("\ufeff" + STORY.replace("\n", "\r\n")).encode())
    (article,) = read_path(tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert article.text == STORY
    assert article.title == "Crane falls onto quay"
    assert article.published is None


def test_front_matter_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Crane falls onto quay\nPublished: 2021-03-03\nOutlet: Harbour Gazette\nBy Ada Brandt\n\n"
        + STORY.split("\n\n")[1]
    )
    (article,) = read_path(tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert article.published is not None and article.published.day == dt.date(2021, 3, 3)
    assert (article.outlet, article.byline) == ("Harbour Gazette", ("Ada Brandt",))
    assert [p.kind for p in article.paragraphs] == ["title", "credit", "credit", "credit", "body"]


@pytest.mark.parametrize("data", [STORY, json.dumps({"text": STORY}) + "\n"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    class Stdin:
        buffer = io.BytesIO(data.encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    (article,) = read_path("-")
    assert isinstance(article, Article)
    assert article.text == STORY


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO()

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert [type(e) for e in read_path("-")] == [UnreadableInput]


def test_parts_of_a_large_file_give_what_the_whole_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.dumps({"id": n, "text": f"{STORY} It was case {n}."}) for n in range(100)]
    rows[57] = "{broken"
    rows[71] = '{"title": "no text"}'
    rows[72] = json.dumps({"text": STORY + " It has no id."})
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(rows) + "\n")
    whole = list(read_path(path))
    monkeypatch.setattr(inputs, "PART", 1000)
    units = list(list_inputs([path]))
    assert len(units) > 5
    assert sum(u.size for u in units) == path.stat().st_size
    parts = [found for unit in units for found in read_unit(unit)]
    assert [getattr(f, "text", None) for f in parts] == [getattr(f, "text", None) for f in whole]
    errors = [f for f in parts if isinstance(f, IntakeError)]
    assert [e.line for e in errors] == [58, 72]
    assert any("a.jsonl#@" in f.source for f in parts if isinstance(f, Article))


def test_units_and_errors_travel(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    unit = pickle.loads(pickle.dumps(next(iter(list_inputs([tmp_path])))))
    assert isinstance(unit, InputUnit)
    options = pickle.loads(pickle.dumps(Options(outlet="Gazette", published=dt.date(2021, 3, 3))))
    (article,) = read_unit(unit, options)
    assert isinstance(article, Article) and article.outlet == "Gazette"
    error = pickle.loads(pickle.dumps(EmptyArticle("a.txt", 3)))
    assert (type(error), error.line, str(error)) == (EmptyArticle, 3, str(EmptyArticle("a.txt", 3)))


def test_a_named_format_wins(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(json.dumps({"text": STORY}) + "\n")
    (article,) = read_path(tmp_path / "a.html", options=Options(format="jsonl"))
    assert isinstance(article, Article)
    (error,) = read_path(tmp_path / "a.html", options=Options(format="papyrus"))
    assert isinstance(error, UnknownFormat)


def test_every_format_says_what_it_is() -> None:
    for name, form in FORMATS.items():
        assert form.name == name
        assert form.title and (form.extensions or form.sure)


def test_the_same_text_at_two_outlets_is_two_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    ids = {a.id for o in ("One", "Two") for a in read_path(tmp_path, outlet=o) if isinstance(a, Article)}
    assert len(ids) == 2


def test_what_a_browser_saved_beside_a_page_is_no_input(tmp_path: Path) -> None:
    for name in ("crane.html", "crane_files/frame.html", "other_files/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    names = [str(Path(u.path).relative_to(tmp_path)) for u in list_inputs([tmp_path])]
    assert names == ["crane.html", "other_files/a.txt"]


def test_an_address_is_one_input_and_private_ones_are_refused() -> None:
    (unit,) = list_inputs(["http://127.0.0.1:9/feed"])
    assert unit.path == "http://127.0.0.1:9/feed"
    (error,) = read_unit(unit)
    assert isinstance(error, UnreadableInput) and "private" in str(error)


def test_the_server_is_the_outlet_where_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": STORY, "url": "https://www.gazette.example/1"}))
    (article,) = read_path(tmp_path)
    assert isinstance(article, Article) and article.outlet == "gazette.example"


def test_a_page_saved_in_one_file(tmp_path: Path) -> None:
    html = (
        "<html><body><article><h1>Crane falls</h1>"
        + f"<p>{STORY.split(chr(10) * 2)[1] * 3}</p>" * 3
        + "</article></body></html>"
    )
    (tmp_path / "a.mhtml").write_text(
        "From: <Saved>\nSnapshot-Content-Location: https://gazette.example/1\nDate: Fri, 5 Mar 2021 12:00:00 -0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
        f"Content-Location: https://gazette.example/1\n\n{html}\n--b--\n"
    )
    (article,) = read_path(tmp_path)
    assert isinstance(article, Article)
    assert (article.title, article.url) == ("Crane falls", "https://gazette.example/1")


def zipped(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(count):
            archive.writestr(f"{n:03d}.txt", f"{STORY} It was case {n}, {hashlib.sha256(str(n).encode()).hexdigest()}.")


def test_parts_of_a_large_zip_give_what_the_whole_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.zip"
    zipped(path, 100)
    whole = [f.source for f in read_path(path) if isinstance(f, Article)]
    assert len(whole) == 100
    monkeypatch.setattr(inputs, "PART", 4000)
    units = [pickle.loads(pickle.dumps(u)) for u in list_inputs([path])]
    assert len(units) > 10
    assert sum(u.size for u in units) == path.stat().st_size
    assert [f.source for unit in units for f in read_unit(unit) if isinstance(f, Article)] == whole


def test_what_is_wrong_with_a_zip_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.zip"
    zipped(path, 100)
    monkeypatch.setattr(inputs, "PART", 4000)
    for limits in (Limits(members=50), Limits(expanded=5000)):
        found = [f for u in list_inputs([path]) for f in read_unit(u, Options(limits=limits))]
        assert len([f for f in found if isinstance(f, IntakeError)]) == 1
    path.write_bytes(path.read_bytes()[:-30])
    assert [type(f) for u in list_inputs([path]) for f in read_unit(u)] == [UnreadableInput]
