"""Packed inputs as real software writes them: documents with changes and comments, workbooks, e-books, saved pages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake import read_path
from leadup.model import Article

ONE = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."
TWO = "It lay at forty metres, under the wreck of a barge that sank in the storm of 1911."
THREE = "The bell goes to a museum in the old customs house, where it will be shown in June."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
SAVED = (
    "<!--\n Page saved with SingleFile \n url: https://almacourier.example/2019/05/04/bell \n"
    " saved date: Sun Jan 03 2021 10:15:22 GMT+0100 (Mitteleuropäische Normalzeit)\n-->"
)
PAGE = (
    f"<html>{SAVED}<head><title>Divers find bell</title><meta property='og:site_name' content='Alma Courier'></head>"
    f"<body><article><h1>Divers find bell</h1><p>{ONE} {TWO}</p><p>{THREE} {TWO}</p><p>{ONE} {THREE} It rang.</p>"
    "</article></body></html>"
)


def packed(files: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(tmp_path: Path, name: str, data: bytes) -> tuple[list[Article], list[IntakeError]]:
    path = tmp_path / name
    path.write_bytes(data)
    found = list(read_path(path))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, IntakeError)]


def body(article: Article) -> str:
    return " / ".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")


def docx(inner: str) -> bytes:
    head = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{head}{inner}</w:body></w:document>"})


def run(text: str, around: str = "") -> str:
    words = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:{around}>{words}</w:{around}>" if around else words


def test_a_document_with_changes_and_a_text_box(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run(TWO)}</w:p></w:txbxContent>"
    inner = (
        f"<w:p>{run('Divers find bell')}</w:p>"
        f"<w:p>{run('Divers found the lost bell of Sankt Alma on ')}"
        "<w:del><w:r><w:delText>Monday</w:delText></w:r></w:del>"
        f"{run('Tuesday', 'ins')}{run(', the harbour master said.')}</w:p>"
        f"<w:p>{run(THREE, 'moveFrom')}</w:p><w:p>{run(THREE, 'moveTo')}</w:p>"
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    (article,), errors = read(tmp_path, "a.docx", docx(inner))
    assert not errors
    assert (article.title, body(article)) == ("Divers find bell", f"{ONE} / {THREE} / {TWO}")


def test_a_document_with_comments(tmp_path: Path) -> None:
    ns = " ".join(f'xmlns:{name}="{OPENDOCUMENT}:{name}:1.0"' for name in ("office", "text"))
    content = (
        f'<office:document-content {ns} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>'
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Never printed.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:h>Divers find bell</text:h>"
        f"<text:p>{ONE}<office:annotation><dc:creator>Ed</dc:creator><text:p>Ask again.</text:p></office:annotation>"
        f" {TWO}</text:p></office:text></office:body></office:document-content>"
    )
    files: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    (article,), _ = read(tmp_path, "a.odt", packed(files))
    assert (article.title, body(article)) == ("Divers find bell", f"{ONE} {TWO}")


def test_a_sheet_with_a_title_over_its_header(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl (pip install 'leadup[office]')")
    book = openpyxl.Workbook()
    for row in (["Bell clippings 2019"], [], ["Headline", "Published", "Outlet", "Body"],
                ["Divers find bell", "2019-05-04", "Alma Courier", ONE]):  # fmt: skip
        book.active.append(row)
    notes = book.create_sheet("Notes")
    notes.append(["Nothing here"])
    book.save(tmp_path / "a.xlsx")
    articles, errors = read(tmp_path, "a.xlsx", (tmp_path / "a.xlsx").read_bytes())
    assert [(a.title, a.outlet, body(a)) for a in articles] == [("Divers find bell", "Alma Courier", ONE)]
    assert ["Notes" in str(e) for e in errors] == [True]


def test_a_newspaper_made_of_feeds(tmp_path: Path) -> None:
    def chapter(title: str, *words: str) -> str:
        told = "".join(f"<p>{w}</p>" for w in words)
        return f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{title}</h1>{told}</body></html>'

    names = ("index.html", "feed_0/article_0/index.html", "feed_0/article_1/index.html")
    items = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(names))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
        "content.opf": (
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>Alma Courier [Sat, 04 May 2019]</dc:title><dc:date>2019-05-04T08:00:00+00:00</dc:date>"
            f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
        ),
        names[0]: chapter("Alma Courier"),
        names[1]: chapter("Divers find bell", ONE, TWO),
        names[2]: chapter("Bell rings", THREE, TWO),
    }
    articles, errors = read(tmp_path, "a.epub", packed(files))
    assert not errors
    assert [(a.title, a.outlet, a.published.day.isoformat() if a.published else None) for a in articles] == [
        ("Divers find bell", "Alma Courier", "2019-05-04"),
        ("Bell rings", "Alma Courier", "2019-05-04"),
    ]


@pytest.mark.parametrize("name", ["a.html", "a.u.zip.html", "a.zip"])
def test_pages_saved_as_a_zip(tmp_path: Path, name: str) -> None:
    package = packed({"index.html": PAGE, "manifest.json": "{}", "frames/0/index.html": PAGE.replace("bell", "frame")})
    if name != "a.zip":
        head = f"<!DOCTYPE html> <html data-sfz>{SAVED}<meta charset=windows-1252><title></title><script>{'x' * 90_000}"
        package = (
            head.encode() + b"</script><div hidden><!--" + package + b"--></div><script>go()</script></body></html>"
        )
    (article,), errors = read(tmp_path, name, package)
    assert not errors
    assert (article.title, article.outlet, article.url) == (
        "Divers find bell",
        "Alma Courier",
        "https://almacourier.example/2019/05/04/bell",
    )
    assert article.published is not None and article.published.day.isoformat() == "2019-05-04"


def test_a_page_saved_as_a_zip_and_cut_is_refused(tmp_path: Path) -> None:
    whole = f"<!DOCTYPE html> <html data-sfz>{SAVED}<!--".encode() + packed({"index.html": PAGE})
    articles, errors = read(tmp_path, "a.html", whole[:-60])
    assert not articles
    assert [type(e) for e in errors] == [UnreadableInput] and "damaged" in str(errors[0])


def test_an_old_page_beside_others_in_a_zip_is_a_page(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, "a.zip", packed({"index.html": PAGE.replace(SAVED, ""), "b.html": PAGE}))
    assert len(articles) == 2
