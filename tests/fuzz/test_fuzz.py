"""Whatever comes from outside is read, or refused in words; nothing else is raised.

Small runs in the suite; ``LEADUP_FUZZ=20000`` runs so many examples a test (``docs/reliability.md``).
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup import lead_up
from leadup.errors import IntakeError, LeadupError, ReaderFault
from leadup.ingest import Archive, prepare
from leadup.intake import CONTAINERS, FORMATS
from leadup.intake.inputs import read_source
from leadup.intake.source import bytes_source
from leadup.model import Article, Timeline
from leadup.output.jsonform import from_json, to_json
from leadup.timeline.citation import Citation
from leadup.timeline.verification import verify
from leadup.times import tag
from tests.archive.test_order import every

EXAMPLES = int(os.environ.get("LEADUP_FUZZ", "12"))
SEEDS = {
    "html": b'<html><head><title>T</title><meta property="article:published_time" content="2031-03-10T09:00:00Z">'
    b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-10"}</script></head>'
    b"<body><article><p>Dockers walked out on Monday.</p><p>Nobody was hurt.</p></article></body></html>",
    "jsonl": b'{"title":"T","text":"Dockers walked out on Monday.","published":"2031-03-10","url":"https://a.example"}\n',
    "csv": b'title,text,date\nT,"Dockers walked out, on Monday.",2031-03-10\n',
    "eml": b"From: a@b.example\nSubject: T\nDate: Mon, 10 Mar 2031 09:00:00 +0000\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nDockers walked out.\n--x--\n',
    "warc": b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2031-03-10T09:00:00Z"
    b"\r\nContent-Type: application/http\r\nContent-Length: 90\r\n\r\nHTTP/1.1 200 OK\r\n"
    b"Content-Type: text/html\r\n\r\n<p>Dockers walked out on Monday.</p><p>x</p>\r\n\r\n",
    "rss": b"<rss version='2.0'><channel><title>G</title><item><title>T</title><pubDate>Mon, 10 Mar 2031 09:00:00 GMT"
    b"</pubDate><description>Dockers walked out.</description></item></channel></rss>",
    "srt": b"1\n00:00:01,000 --> 00:00:02,000\nDockers walked out on Monday.\n",
    "md": b"---\ntitle: T\ndate: 2031-03-10\n---\n# T\n\nDockers walked out on Monday.\n",
    "rtf": rb"{\rtf1\ansi Dockers walked out on Monday.\par Nobody was hurt.}",
    "xml": b"<nitf><head><title>T</title></head><body><body.content><p>Dockers walked out.</p></body.content></body>"
    b"</nitf>",
    "speech.json": b'{"segments": [{"start": 0.0, "end": 2.0, "text": "Dockers walked out.", "speaker": "A"}]}',
    "turns.txt": b"Harbour\nMon, Mar 10, 2031 9:00AM\n\nAda Brandt  0:01\nDockers walked out.\n\nOtto  0:09\nWhen?\n",
    "meta.json": b'[{"timestamp": 1930899600, "data": [{"post": "Dockers walked out."}], "title": "Ada updated."}]',
}
ENDINGS = sorted({e for f in (*FORMATS.values(), *CONTAINERS.values()) for e in f.extensions if e})
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from([b"\x00", b"\xff\xfe", b"<", b"]]>", b"{", b"[" * 200, b"9999999999", b"-1", b'"', b"&#0;"]),
    st.just(b"\xed\xa0\x80"),
)


@st.composite
def changed(draw: st.DrawFn, seed: bytes) -> bytes:
    """A good file with a few places changed, doubled or cut."""
    data = seed
    for _ in range(draw(st.integers(0, 4))):
        at, until = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        middle = draw(st.one_of(PIECES, st.just(data[at:until] * 2), st.just(b"")))
        data = data[:at] + middle + data[min(until, at + 40) :]
    return data


MET = [
    # What the guided fuzzer made a reader fail with: the name of the file, and the file.
    ("file.factiva", b"\x1a---\ntitle: \\\nd(ed o0 --> 00:0"),
    ("file.pressreader", b"> 0,000.Docker on Mo\xeeday.\n"),
    ("file.proquest", b"> 0,000.Docker on Mo\xeeday.\n"),
    ("file.html", b'<html><head><link rel="canonical" href="https://[a.example/1"></head><p>Dockers walked out.'),
    ("file.csl.json", b"\xf2%"),
    ("file.org", b"* Dock\n* Harbour"),
    ("file.org", b""),
    ("file.twitter", b'window.YTD.tweets.part0 = [{"tweet": {"text": "Dockers walked out."}}, {"tweet": 7}]'),
    ("file.json", b'{"version":"https://jsonfeed.org/version/1.1","title":"G","items":[{"title":"T\xa7\xa7"}]}'),
    ("file.json", b'[{"type":"message","subtype":[],"text":"Dockers walked out.","ts":"1578043351.000200"}]'),
    ("file.tar", b"\x1f\x8b\x08"),
    ("file.txt", b"0001-01-01\n\nDockers walked out.\n\n0001-01-02\n\nMore came."),
    ("file.org", b"* Dock\n:PROPERTIES:\n:URL: https://a.example\n\nDockers walked out on Monday."),
]


@pytest.mark.parametrize(("name", "data"), MET)
def test_what_was_met_before(name: str, data: bytes) -> None:
    _reads(name, data)


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_readers(kind: str, data: st.DataObject) -> None:
    _reads(f"file.{kind}", data.draw(changed(SEEDS[kind])))


@settings(max_examples=EXAMPLES * 4)
@given(ending=st.sampled_from(ENDINGS), data=st.one_of(st.binary(max_size=200), *(changed(s) for s in SEEDS.values())))
def test_readers_of_something_else(ending: str, data: bytes) -> None:
    _reads(f"file{ending}", data)


def _reads(name: str, data: bytes) -> None:
    for found in read_source(bytes_source(name, data)):
        assert isinstance(found, Article | IntakeError)
        assert not isinstance(found, ReaderFault), found.trace
        if isinstance(found, Article):
            for paragraph in found.paragraphs:
                assert 0 <= paragraph.start < paragraph.end <= len(found.text)
            prepare(found)


TIME_WORDS = (
    "on in the last next Monday March 3 10 2031 -44 99999 today week early mid- late of and to from until since fiscal"
    " Christmas noon 12:30 p.m. GMT half century BC decade 1990s '90s three two-day ago later . , – / ( )"
)
WORDS = st.lists(st.one_of(st.sampled_from(TIME_WORDS.split()), st.text(max_size=4)), max_size=25).map(" ".join)


@settings(max_examples=EXAMPLES * 8)
@given(text=WORDS, day=st.dates())
def test_the_tagger(text: str, day: dt.date) -> None:
    for timex in tag(text, dct=day):
        assert text[timex.start : timex.end] == timex.exact


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("fuzz"), create=True) as kept:
        for article in every():
            kept.add(article)
        yield kept


SIGNS = ["crane", '"', "NEAR(", "*", "-", "AND", "title:", "(", "strike", "“a", "'"]
ASKED = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(SIGNS), max_size=8).map(" ".join))


@settings(max_examples=EXAMPLES * 3)
@given(asked=ASKED, first=st.none() | st.dates(), last=st.none() | st.dates())
def test_what_is_searched_for(archive: Archive, asked: str, first: dt.date | None, last: dt.date | None) -> None:
    archive.search(asked, first, last)
    archive.passages(asked, first, last)
    archive.holding(asked)


@settings(max_examples=EXAMPLES)
@given(asked=ASKED, day=st.none() | st.dates(), days=st.integers(-5, 10**6), after=st.integers(-5, 10**6))
def test_what_is_asked(archive: Archive, asked: str, day: dt.date | None, days: int, after: int) -> None:
    try:
        answer = lead_up(asked, archive, date=day, days=days, after=after)
    except (LeadupError, ValueError) as error:
        assert isinstance(error, LeadupError)
    else:
        assert isinstance(answer, Timeline)


@pytest.fixture(scope="module")
def saved(archive: Archive) -> bytes:
    answer = to_json(lead_up("the end of the Norhaven strike", archive, date=dt.date(2031, 3, 15)))
    return answer if isinstance(answer, bytes) else answer.encode()


@settings(max_examples=EXAMPLES * 3)
@given(data=st.data())
def test_the_verifier(archive: Archive, saved: bytes, data: st.DataObject) -> None:
    """A saved answer with its bytes, or some value in it, changed: checked, or refused as no answer."""
    if data.draw(st.booleans()):
        written = data.draw(changed(saved))
    else:
        tree = json.loads(saved)
        at, key = tree, data.draw(st.sampled_from(sorted(tree)))
        while isinstance(at[key], dict | list) and at[key] and data.draw(st.integers(0, 5)):
            at = at[key]
            key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        at[key] = data.draw(
            st.sampled_from([None, -1, 10**30, "", "x", [], {}, "9999-12-31", "0001-01-01", True, 1e308])
        )
        written = json.dumps(tree).encode()
    try:
        timeline = from_json(written, "saved")
    except LeadupError:
        return
    verify(timeline, archive)


@settings(max_examples=EXAMPLES * 4)
@given(written=st.one_of(st.text(max_size=30), st.from_regex(r"\[?[0-9a-f]{3,17}[:#]\d{1,30}-\d{1,30}\]?")))
def test_citations(archive: Archive, written: str) -> None:
    try:
        citation = Citation.parse(written)
    except LeadupError:
        return
    for article, _ in archive.articles():
        citation.holds_in(article)


def test_there_is_a_seed_for_each(tmp_path: Path) -> None:
    for kind, seed in SEEDS.items():
        (tmp_path / f"file.{kind}").write_bytes(seed)
        found = list(read_source(bytes_source(f"file.{kind}", seed)))
        assert any(isinstance(f, Article) for f in found), (kind, found)
