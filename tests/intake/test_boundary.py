"""One boundary: whatever a reader raises is a refusal that names the file, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import signal
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup.errors import IntakeError, ReaderFault, UnreadableInput
from leadup.intake import Options, read_path, registry
from leadup.intake.boundary import attempt, guarded, refusal, within
from leadup.intake.decode import decode
from leadup.model import Article

STORY = "A lorry slid into the Alma canal on Monday, and its driver swam ashore."


def failing() -> Iterator[int]:
    yield 1
    raise KeyError("odd")


def test_an_iterator_that_breaks_off_ends_with_why() -> None:
    first, error = guarded(failing(), "a.bin", "maps")
    assert first == 1
    assert isinstance(error, ReaderFault)
    assert "a.bin: the reader of maps failed (KeyError: 'odd')" in str(error)
    assert error.trace is not None and "failing" in error.trace


def endless() -> Iterator[int]:
    yield 1
    for _ in range(10**9):
        pass
    yield 2


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    first, error = guarded(within(endless(), 0.05), "a.bin", "loops")
    assert first == 1
    assert isinstance(error, UnreadableInput) and "took longer than 0.05 seconds" in str(error)
    # Nothing is left running behind it.
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert list(within(iter([1, 2, 3]), 60.0)) == [1, 2, 3]


def test_the_time_is_counted_for_each_article_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"{STORY} {n}"}) for n in range(3)))
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
    found = []
    for article in read_path(tmp_path / "a.jsonl"):
        # While an article is worked on, the clock stands still.
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
        found.append(article)
    assert len(found) == 3
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (RecursionError(), "nested too deeply"),
        (MemoryError(), "more memory"),
        (EOFError(), "cut short"),
        (OSError(13, "Permission denied"), "Permission denied"),
        (UnreadableInput("b.txt", "as it is"), "b.txt: as it is"),
    ],
)
def test_what_each_failure_says(raised: Exception, words: str) -> None:
    def fail() -> Article:
        raise raised

    found = attempt(fail, "a.txt", "texts")
    assert isinstance(found, IntakeError) and words in str(found)


def test_a_name_that_is_no_text_can_be_shown() -> None:
    error = refusal(ValueError("\udcff"), "a\udcff.txt", "texts")
    assert str(error).encode("utf-8")


def test_a_reader_that_fails_never_stops_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    def broken(*_: object) -> Iterator[Article]:
        raise ZeroDivisionError
        yield

    monkeypatch.setitem(registry.FORMATS, "markdown", replace(registry.FORMATS["markdown"], read=broken))
    monkeypatch.setattr(registry, "_ALL", tuple(registry.FORMATS.values()))
    (tmp_path / "a.md").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    error, article = read_path(tmp_path)
    assert isinstance(error, ReaderFault) and isinstance(article, Article)


@pytest.mark.parametrize("charset", ["base64", "hex", "idna", "rot13", "undefined", "unicode_escape", "utf-7", "nope"])
def test_a_charset_that_is_none(charset: str) -> None:
    assert decode("Café Alma".encode("cp1252"), "a.html", charset).startswith("Caf")


@pytest.mark.parametrize("name", ["", "a\udcff.txt"])
def test_members_with_odd_names(tmp_path: Path, name: str) -> None:
    import tarfile

    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(STORY)
        archive.addfile(info, io.BytesIO(STORY.encode()))
    found = list(read_path(tmp_path / "a.tar"))
    assert all(str(f.source).encode() for f in found)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(zipfile.ZipInfo(name.encode("utf-8", "replace").decode()), STORY)
        packed.writestr("b.txt", STORY)
    assert [type(f) for f in read_path(tmp_path / "a.zip")][-1] is Article


def test_surrogates_and_impossible_times_are_mended(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": STORY, "title": "Lorry \ud800 slides", "date": "9999-12-31T23:59:59Z"}) + "\n"
    )
    (article,) = read_path(tmp_path / "a.jsonl")
    assert isinstance(article, Article)
    assert article.title == "Lorry � slides" and article.published is None


def test_an_article_longer_than_one_may_be_is_refused(tmp_path: Path) -> None:
    from leadup.intake import Limits

    (tmp_path / "a.txt").write_text(STORY * 20)
    (error,) = read_path(tmp_path / "a.txt", options=Options(limits=Limits(article=500)))
    assert isinstance(error, UnreadableInput) and "500 characters" in str(error)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    true = Path.iterdir

    def iterdir(self: Path) -> Iterator[Path]:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return true(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    (error,) = read_path(tmp_path)
    assert isinstance(error, IntakeError) and "locked" in str(error)


def test_hostile_samples(shared: Path) -> None:
    """None of them raises; each is read, or refused by name."""
    for path in sorted((shared / "bench/faults/hostile").iterdir()):
        found = list(read_path(path))
        assert found, path
        assert not [f for f in found if isinstance(f, ReaderFault)], path


@pytest.mark.parametrize(
    ("error", "do"),
    [
        (PermissionError(13, "Permission denied"), "Check that you may read it"),
        (EOFError("cut short"), "What is whole was read"),
    ],
)
def test_a_file_that_may_not_be_read_is_not_called_half_read(error: Exception, do: str) -> None:
    assert refusal(error, "a.csv", "tables").do == do


def tarred(*texts: str) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for number, text in enumerate(texts):
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "read", "said"),
    [
        ("a.txt.gz", gzip.compress(STORY.encode()) + b"rubbish behind it", 0, "Nothing of it was read"),
        ("a.txt.gz", gzip.compress(STORY.encode() * 50)[:-12], 0, "Nothing of it was read"),
        ("a.txt.xz", lzma.compress(STORY.encode() * 50)[:-20], 0, "Nothing of it was read"),
        ("a.tar", tarred(STORY)[:540], 0, "Nothing of it was read"),
        ("a.tar", tarred(STORY, f"{STORY} Twice.")[:1600], 1, "What is whole was read"),
        (
            "a.jsonl.gz",
            gzip.compress("".join(json.dumps({"text": f"{STORY} {n}."}) + "\n" for n in range(9999)).encode())[:-2000],
            1,
            "What is whole was read",
        ),
    ],
    ids=["gzip and rubbish", "gzip cut", "xz cut", "tar cut in its first file", "tar cut in its second", "lines cut"],
)
def test_what_was_read_of_a_file_that_is_cut_short_is_said(
    tmp_path: Path, name: str, data: bytes, read: int, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    *articles, error = read_path(tmp_path / name)
    assert min(len(articles), 1) == read
    assert isinstance(error, UnreadableInput)
    assert said in str(error)
