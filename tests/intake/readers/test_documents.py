"""Office files, PDF, mails, transcripts, posts, references, saved pages: small samples made here."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from pathlib import Path

import pytest

from leadup.errors import IntakeError, UnknownFormat, UnreadableInput
from leadup.intake import Options, read_path
from leadup.intake.readers.transcripts import Cue, cues, paragraphs
from leadup.model import Article

LINES = (
    "Divers find bell",
    "By Olle Brandt, Alma Courier",
    "May 4, 2019",
    "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said.",
    "It goes to a museum in June, and nobody knows yet who will pay for its keep there.",
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
T = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def packed(files: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(lines: tuple[str, ...] = LINES) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return packed({"word/document.xml": f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>"})


def odt() -> bytes:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    content = f"<office:document-content xmlns:office='urn:o' {T}>{paragraphs}</office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub() -> bytes:
    return packed(
        {
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='o/p.opf'/></rootfiles></container>",
            "o/p.opf": "<package><manifest><item id='c' href='c.xhtml'/></manifest><spine><itemref idref='c'/></spine>"
            "</package>",
            "o/c.xhtml": "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>",
        }
    )


def test_a_chapter_is_read_once_however_often_a_book_names_it(tmp_path: Path) -> None:
    data = {"META-INF/container.xml": "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>"}
    data["p.opf"] = "<package><manifest><item id='c' href='c.xhtml'/></manifest><spine>"
    data["p.opf"] += "<itemref idref='c'/>" * 50 + "</spine></package>"
    data["c.xhtml"] = "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
    (tmp_path / "a.epub").write_bytes(packed(data))
    assert len(list(read_path(tmp_path / "a.epub"))) == 1


def pdf(lines: tuple[str, ...] = LINES) -> bytes:
    words = "".join(f"({line}) Tj T* () Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 50 780 Td 14 TL\n{words}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


RTF = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\\f0 " + "\\par\\par ".join(LINES) + "\\par}"


def one(path: Path, options: Options | None = None) -> Article:
    (found,) = read_path(path, options=options)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx()),
        ("renamed.bin", docx()),
        ("renamed.zip", docx()),
        ("a.odt", odt()),
        ("a.epub", epub()),
        ("a.pdf", pdf()),
        ("no-ending", pdf()),
        ("a.rtf", RTF.encode()),
        ("wrong.txt", RTF.encode()),
        ("a.txt", "\n\n".join(LINES).encode()),
    ],
)
def test_documents_are_read_as_what_they_hold(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    article = one(tmp_path / name)
    assert article.published is not None
    assert (article.published.day.isoformat(), article.outlet, article.title, article.byline) == (
        "2019-05-04",
        "Alma Courier",
        LINES[0],
        ("Olle Brandt",),
    )
    assert [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"] == list(LINES[3:])


def test_a_scan_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    (tmp_path / "scan.pdf").write_bytes(pdf(()))
    (error,) = read_path(tmp_path / "scan.pdf")
    assert isinstance(error, UnreadableInput) and "text recognition" in str(error) and "ocrmypdf" in str(error)


def test_a_page_that_holds_more_than_any_page_does_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dense.pdf").write_bytes(pdf(LINES * 2000))
    (error,) = read_path(tmp_path / "dense.pdf")
    assert isinstance(error, UnreadableInput) and "page 1 holds more than 200000 characters" in str(error)


def test_lines_of_a_pdf_are_joined_and_parted_words_put_together(tmp_path: Path) -> None:
    lines = (
        "Sailors of the port of Norhaven walked out on Monday over wages that had not been paid since the har-",
        "bour was sold in the spring, and the mayor said that she would meet them on Tuesday in the town hall.",
    )
    (tmp_path / "a.pdf").write_bytes(pdf(lines).replace(b"T* () Tj T*", b"T*           "))
    assert "since the harbour was sold in the spring, and the mayor" in one(tmp_path / "a.pdf").text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office file (DOC, XLS, PPT, MSG)"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "a picture"),
        (b"\0\0\0\x18ftypmp42" + bytes(60), "a video"),
        (packed({"ppt/presentation.xml": "<p/>"}), "a presentation"),
    ],
)
def test_other_kinds_are_named(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    (error,) = read_path(tmp_path / "a.docx")
    assert isinstance(error, UnknownFormat) and error.kind == kind and error.do


def test_an_export_inside_a_document(tmp_path: Path) -> None:
    header = ("1 of 1 DOCUMENTS", "Alma Courier", "May 4, 2019 Saturday", LINES[0], "LENGTH: 40 words")
    (tmp_path / "a.docx").write_bytes(docx((*header, LINES[3], "LOAD-DATE: May 9, 2019")))
    article = one(tmp_path / "a.docx")
    assert article.published is not None and article.published.day.isoformat() == "2019-05-04"
    assert (article.outlet, article.title) == ("Alma Courier", LINES[0])


MAIL = (
    "From: Alma Courier <desk@courier.example>\nTo: a@b.example\nSubject: =?utf-8?q?Fwd=3A_Divers_find_bell?=\n"
    "Date: Sat, 04 May 2019 08:15:00 +0200\nMIME-Version: 1.0\nContent-Type: {kind}\n\n{body}\n"
)


def test_mails(tmp_path: Path) -> None:
    two = 'multipart/alternative; boundary="b"'
    parts = f"--b\nContent-Type: text/plain\n\nplain words\n--b\nContent-Type: text/html\n\n<p>{LINES[3]}</p>\n--b--"
    (tmp_path / "a.eml").write_text(MAIL.format(kind=two, body=parts))
    article = one(tmp_path / "a.eml")
    assert article.published is not None and article.published.at.isoformat() == "2019-05-04T08:15:00+02:00"
    assert (article.outlet, article.title) == ("Alma Courier", "Divers find bell")
    assert "plain words" not in article.text and "--b" not in article.text
    mail = MAIL.format(kind="text/plain", body=LINES[3])
    (tmp_path / "a.mbox").write_text(
        f"From x Sat May  4 08:00:00 2019\n{mail}\nFrom y Sat May  4 08:00:00 2019\n{mail}"
    )
    assert [type(a) for a in read_path(tmp_path / "a.mbox")] == [Article, Article]


def test_a_forwarded_mail_is_who_wrote_it(tmp_path: Path) -> None:
    body = (
        "Worth a look.\n\n---------- Forwarded message ---------\nFrom: Quay Times <news@quay.example>\n"
        f"Date: Fri, 3 May 2019 at 10:00\nSubject: Bell is found\n\n{LINES[3]}"
    )
    (tmp_path / "a.eml").write_text(MAIL.format(kind="text/plain", body=body))
    article = one(tmp_path / "a.eml")
    assert (article.outlet, article.title) == ("Quay Times", "Bell is found")
    assert article.published is not None and article.published.day.isoformat() == "2019-05-03"
    assert "Worth a look" not in article.text


def test_transcripts(tmp_path: Path) -> None:
    text = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Ada Holm>The bell was found\n\n"
        "2\n00:00:03.000 --> 00:00:05.000\non Tuesday.\n\n3\n00:01:10.000 --> 00:01:12.000\n<v Olle Brandt>Who pays?\n"
    )
    (tmp_path / "evening_2019-05-04.vtt").write_text(text)
    article = one(tmp_path / "evening_2019-05-04.vtt")
    assert article.kind == "transcript"
    assert article.published is not None and article.published.day.isoformat() == "2019-05-04"
    said = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]
    assert said == ["Ada Holm: The bell was found on Tuesday.", "Olle Brandt: Who pays?"]
    assert "[00:01:10]" in article.text
    (tmp_path / "a.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nThe bell was found on Tuesday.\n")
    assert one(tmp_path / "a.srt").text.endswith("The bell was found on Tuesday.")


def test_cues_that_roll_on_are_said_once() -> None:
    text = "00:01.000 --> 00:02.000\none two\n\n00:02.000 --> 00:03.000\none two\nthree four\n"
    assert list(paragraphs(list(cues(text)))) == [Cue(1.0, 3.0, "one two three four")]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "result.json",
            json.dumps(
                {
                    "name": "Quay Channel",
                    "type": "public_channel",
                    "messages": [
                        {
                            "id": 1,
                            "type": "message",
                            "date": "2019-05-04T08:00:00",
                            "text": ["Bell ", {"text": "found"}],
                        },
                        {"id": 2, "type": "service", "date": "2019-05-04T08:00:00", "text": ""},
                    ],
                }
            ),
            [("Quay Channel", "2019-05-04", "Bell found")],
        ),
        (
            "tweets.js",
            "window.YTD.tweets.part0 = "
            + json.dumps(
                [{"tweet": {"id_str": "1", "full_text": "Bell found", "created_at": "Sat May 04 08:00:00 +0000 2019"}}]
            ),
            [(None, "2019-05-04", "Bell found")],
        ),
        (
            "outbox.json",
            json.dumps(
                {
                    "@context": "https://www.w3.org/ns/activitystreams",
                    "orderedItems": [
                        {
                            "type": "Create",
                            "object": {
                                "id": "x",
                                "content": "<p>Bell found</p>",
                                "published": "2019-05-04T08:00:00Z",
                                "attributedTo": "https://quay.example/users/ada",
                            },
                        },
                        {"type": "Announce", "object": "https://elsewhere.example/1"},
                    ],
                }
            ),
            [("ada@quay.example", "2019-05-04", "Bell found")],
        ),
        (
            "chat.txt",
            "04/05/2019, 08:00 - Ada: Bell found\n25/05/2019, 09:00 - Olle: Who pays?\nNobody knows.\n",
            [("Ada", "2019-05-04", "Bell found"), ("Olle", "2019-05-25", "Who pays? Nobody knows.")],
        ),
    ],
)
def test_posts(tmp_path: Path, name: str, text: str, expected: list[tuple[str | None, str, str]]) -> None:
    (tmp_path / name).write_text(text)
    found = [a for a in read_path(tmp_path / name) if isinstance(a, Article)]
    assert {a.kind for a in found} == {"post"}
    assert [
        (a.outlet, a.published and a.published.day.isoformat(), " ".join(a.text.split())) for a in found
    ] == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.ris",
            "TY  - NEWS\nTI  - Divers find bell\nAU  - Brandt, Olle\nT2  - Alma Courier\nDA  - 2019/05/04/\n"
            f"AB  - {LINES[3]}\nUR  - https://courier.example/bell\nER  - \n",
        ),
        (
            "a.bib",
            "@article{x,\n title = {Divers find {bell}},\n author = {Brandt, Olle},\n journal = {Alma Courier},\n"
            f" date = {{2019-05-04}},\n abstract = {{{LINES[3]}}},\n url = {{https://courier.example/bell}}\n}}\n",
        ),
        (
            "a.json",
            json.dumps(
                [
                    {
                        "type": "article-newspaper",
                        "title": "Divers find bell",
                        "container-title": "Alma Courier",
                        "author": [{"family": "Brandt", "given": "Olle"}],
                        "abstract": LINES[3],
                        "URL": "https://courier.example/bell",
                        "issued": {"date-parts": [[2019, 5, 4]]},
                    }
                ]
            ),
        ),
    ],
)
def test_references(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    article = one(tmp_path / name)
    assert article.published is not None
    assert (article.title, article.outlet, article.byline, article.url, article.published.day.isoformat()) == (
        "Divers find bell",
        "Alma Courier",
        ("Olle Brandt",),
        "https://courier.example/bell",
        "2019-05-04",
    )


def test_the_day_of_clipping_is_not_the_day_of_publication(tmp_path: Path) -> None:
    (tmp_path / "a.enex").write_text(
        "<en-export><note><title>Divers find bell</title><content><![CDATA[<en-note><p>"
        f"{LINES[3]}</p></en-note>]]></content><created>20240101T000000Z</created><note-attributes><source-url>"
        "https://courier.example/2019/05/04/bell</source-url></note-attributes></note></en-export>"
    )
    (tmp_path / "b.md").write_text(
        f'---\ntitle: "Divers find bell"\nsource: "https://courier.example/2019/05/04/bell"\nauthor:\n'
        f'  - "[[Olle Brandt]]"\ncreated: 2024-01-01\n---\n{LINES[3]}\n'
    )
    for name in ("a.enex", "b.md"):
        article = one(tmp_path / name)
        assert article.published is not None and article.published.day.isoformat() == "2019-05-04"
        assert (article.outlet, article.url) == ("courier.example", "https://courier.example/2019/05/04/bell")
    assert one(tmp_path / "b.md").byline == ("Olle Brandt",)


PAGE = f"<html><body><article><h1>{LINES[0]}</h1><p>{LINES[3]}</p><p>{LINES[4]}</p></article></body></html>"


def test_saved_pages_say_where_they_came_from(tmp_path: Path) -> None:
    url = "https://courier.example/2019/05/04/bell"
    (tmp_path / "a.webarchive").write_bytes(
        plistlib.dumps(
            {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": url}}, fmt=plistlib.FMT_BINARY
        )
    )
    (tmp_path / "b.html").write_text(
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {url} \n saved date: Sun May 05 2019 "
        f"10:11:12 GMT+0100 (CET)\n-->{PAGE[6:]}"
    )
    (tmp_path / "c.html").write_text(f"<!-- saved from url=(0039){url} -->{PAGE}")
    (tmp_path / "d.html").write_text(
        f'<html><head><script>__wm.wombat("{url}");</script><link rel="canonical" '
        f'href="https://web.archive.org/web/20200101000000/{url}"></head>{PAGE[6:]}'
    )
    for name in ("a.webarchive", "b.html", "c.html", "d.html"):
        article = one(tmp_path / name)
        assert (article.url, article.outlet) == (url, "courier.example"), name
        assert article.published is not None and article.published.day.isoformat() == "2019-05-04"


def test_a_snapshot_is_one_article(tmp_path: Path) -> None:
    folder = tmp_path / "archive" / "1557000000"
    folder.mkdir(parents=True)
    index = {"timestamp": "1557000000.0", "url": "https://courier.example/bell", "history": {"wget": []}}
    (folder / "index.json").write_text(json.dumps(index))
    (folder / "index.html").write_text(
        "<html><body><p>ArchiveBox index of this snapshot and its files</p></body></html>"
    )
    (folder / "singlefile.html").write_text(PAGE)
    (folder / "output.html").write_text(PAGE)
    article = one(tmp_path)
    assert (article.title, article.url) == (LINES[0], "https://courier.example/bell")


SNAPSHOT = {"timestamp": "1557000000.0", "url": "https://courier.example/bell", "history": {"wget": []},
            "canonical": {"wget_path": "courier.example/bell.html"}}  # fmt: skip
LEFT = {"archive.org.txt": "https://web.archive.org/web/2019/x", "headers.json": '{"a": "b"}',
        "readability/content.txt": "\n\n".join(LINES), "readability/article.json": '{"title": "Bell", "byline": null}',
        "favicon.ico": "x"}  # fmt: skip


@pytest.mark.parametrize("index", [True, False])
@pytest.mark.parametrize("pages", [
    ("singlefile.html", "output.html"), ("output.html",), ("readability/content.html",), ("courier.example/bell.html",),
])  # fmt: skip
def test_a_snapshot_without_the_page_that_shows_it(tmp_path: Path, pages: tuple[str, ...], index: bool) -> None:
    if pages == ("courier.example/bell.html",) and not index:
        pytest.skip("only the index says where wget's copy is")
    folder = tmp_path / "1557000000"
    parts = {**LEFT, **dict.fromkeys(pages, PAGE), **({"index.json": json.dumps(SNAPSHOT)} if index else {})}
    for name, text in parts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    article = one(tmp_path)
    assert (article.title, article.url) == (LINES[0], "https://courier.example/bell" if index else article.url)


@pytest.mark.parametrize("beside", ["index.json", "headers.json", "output.html", "readability"])
def test_a_folder_with_a_name_of_a_snapshot_s_is_walked(tmp_path: Path, beside: str) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / beside).write_text(PAGE if beside == "output.html" else "{}")
    assert sum(isinstance(found, Article) for found in read_path(tmp_path)) == (3 if beside == "output.html" else 2)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("urls.txt", "https://a.example/1\nhttps://a.example/2\n", "2 addresses"),
        ("feeds.opml", "<opml><body><outline xmlUrl='https://a.example/rss'/></body></opml>", "1 feed,"),
        ("sitemap.xml", "<urlset><url><loc>https://a.example/1</loc></url></urlset>", "1 address,"),
        ("pocket.csv", "title,url,time_added\nBell,https://a.example/1,1557000000\n", "1 address,"),
    ],
)
def test_lists_of_addresses_are_told_as_such_and_not_fetched(tmp_path: Path, name: str, text: str, what: str) -> None:
    (tmp_path / name).write_text(text)
    (error,) = read_path(tmp_path / name)
    assert isinstance(error, IntakeError) and what in str(error)


def test_addresses_are_fetched_when_asked_and_kept_as_they_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leadup.intake import fetch as fetching

    asked: list[str] = []

    def fetched(url: str) -> fetching.Fetched:
        asked.append(url)
        return fetching.Fetched(url, PAGE.encode())

    monkeypatch.setattr(fetching, "fetch", fetched)
    (tmp_path / "urls.txt").write_text("https://a.example/1\nhttps://a.example/1\n")
    options = Options(fetch=True, keep=tmp_path / "kept")
    assert one(tmp_path / "urls.txt", options).url == "https://a.example/1"
    assert asked == ["https://a.example/robots.txt", "https://a.example/1"]
    assert one(tmp_path / "kept").title == LINES[0]


@pytest.mark.parametrize(
    ("body", "title", "refused"),
    [(PAGE.encode(), LINES[0], ""), (b"", None, "no article text"), (bytes(range(256)) * 9, None, "")],
)
def test_a_page_that_a_list_leads_to_is_read_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: bytes, title: str | None, refused: str
) -> None:
    """Whatever is said of the list; what cannot be read is said of the page, and the next one is read."""
    from leadup.intake import fetch as fetching

    pages = {"https://a.example/1": body, "https://a.example/2": PAGE.encode()}
    monkeypatch.setattr(fetching, "fetch", lambda url: fetching.Fetched(url, pages.get(url, b"")))
    (tmp_path / "urls.txt").write_text("".join(f"{url}\n" for url in pages))
    for form in (None, "addresses"):
        first, second = read_path(tmp_path / "urls.txt", options=Options(fetch=True, format=form))
        assert isinstance(second, Article) and second.title == LINES[0]
        if title is None:
            assert isinstance(first, IntakeError) and "a.example/1" in str(first) and refused in str(first)
        else:
            assert isinstance(first, Article) and first.title == title


def test_a_document_whose_packed_bytes_are_damaged_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{'<w:p/>' * 500}</w:body></w:document>")
    whole = bytearray(data.getvalue())
    start = whole.index(b"word/document.xml") + len("word/document.xml")
    for damage in (b"\xff" * 8, b"\x00" * 8):
        (tmp_path / "a.docx").write_bytes(bytes(whole[:start]) + damage + bytes(whole[start + 8 :]))
        (error,) = read_path(tmp_path / "a.docx")
        assert type(error) is UnreadableInput and "damaged" in str(error)
