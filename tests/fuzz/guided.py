"""Coverage-guided fuzzing with atheris, for as long as one likes: what hypothesis does not think of.

    python -m tests.fuzz.guided html -max_total_time=1800

The name is one of the kinds of file of ``tests/fuzz/test_fuzz.py``, ``all`` (the first byte picks the kind of file),
one of the groups of readers (:data:`GROUPS`; the first byte picks the kind), ``tagger``, ``query`` (what is searched
for and asked), ``report`` (a saved answer, verified), ``corrections`` (a file of them, brought in and made on an
answer) or ``draft`` (text or rows of one, checked). What follows is for libFuzzer. A fault stops it, with the input
that made it in a file; that input, made small, becomes a case of the suite. With ``LEADUP_FAULTS=FOLDER`` each fault
(by its kind and line) is kept there once and it goes on. Linux with ``pip install atheris``.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import logging
import os
import sys
import tempfile
import traceback
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["leadup"]):
    from leadup import Archive, check_draft, lead_up, verify
    from leadup.check.draft import read_draft
    from leadup.corrections import Corrections
    from leadup.errors import LeadupError, ReaderFault
    from leadup.ingest import prepare
    from leadup.intake.inputs import read_source
    from leadup.intake.options import Limits, Options
    from leadup.intake.source import bytes_source
    from leadup.model import Article
    from leadup.output.jsonform import from_json, to_json
    from leadup.times import tag
    from tests.archive.test_order import every
    from tests.fuzz.test_fuzz import ENDINGS, SEEDS

SMALL = Options(limits=Limits(page=2**20, article=2**16, expanded=2**22, line=2**18))
"""Small limits, so that what grows is met soon."""

GROUPS = {
    "pages": (".html", ".xhtml", ".mhtml", ".webarchive", ".u.zip.html", ".url", ".urls"),
    "feeds": (".rss", ".atom", ".xml", ".json", ".opml", ".nitf"),
    "tables": (".csv", ".tsv", ".jsonl", ".json", ".parquet", ".arrow"),
    "mail": (".eml", ".mbox"),
    "press": (".nexis", ".factiva", ".proquest", ".europresse", ".pressreader", ".rtf", ".txt", ".html"),
    "references": (".ris", ".enw", ".bib", ".csl.json", ".enex"),
    "notes": (".md", ".org", ".txt", ".vtt", ".srt", ".sbv"),
    "posts": (".json", ".txt", ".html", ".js"),
    "containers": (".warc", ".warc.gz", ".arc", ".zip", ".tar", ".tar.gz", ".gz", ".bz2", ".xz", ".zst", ".wacz"),
    "documents": (".pdf", ".docx", ".odt", ".xlsx", ".epub"),
}
"""Readers that share code, by the endings of their files."""
INSIDE = {
    ".docx": "word/document.xml",
    ".odt": "content.xml",
    ".xlsx": "xl/worksheets/sheet1.xml",
    ".epub": "one.xhtml",
}
"""The part of a packed document that is changed: a changed archive of parts is refused as a whole."""
AROUND = {
    ".docx": {"[Content_Types].xml": "<Types/>"},
    ".odt": {"mimetype": "application/vnd.oasis.opendocument.text"},
    ".xlsx": {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"},
    ".epub": {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
        "<rootfile full-path='a.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
        "a.opf": "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='a' href='one.xhtml'"
        " media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>",
    },
}


def read(name: str, data: bytes) -> None:
    """Read as a file of this name: articles and refusals, no fault of a reader."""
    for found in read_source(bytes_source(name, data), SMALL):
        if isinstance(found, ReaderFault):
            raise AssertionError(found.trace)
        if isinstance(found, Article):
            assert all(0 <= p.start < p.end <= len(found.text) for p in found.paragraphs)
            prepare(found)


def read_any(data: bytes) -> None:
    """Read as one of all kinds, which the first byte picks."""
    if data:
        read(f"file{ENDINGS[data[0] % len(ENDINGS)]}", data[1:])


def reader_of(group: str) -> Callable[[bytes], None]:
    """What reads a file as one of the kinds of a group, which the first byte picks."""
    endings = GROUPS[group]

    def reads(data: bytes) -> None:
        if data:
            ending = endings[data[0] % len(endings)]
            read(f"file{ending}", packed(ending, data[1:]) if ending in INSIDE else data[1:])

    return reads


def packed(ending: str, part: bytes) -> bytes:
    """A packed document around its main part."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in AROUND[ending].items():
            archive.writestr(name, content)
        archive.writestr(INSIDE[ending], part)
    return held.getvalue()


def going_on(target: Callable[[bytes], None], folder: Path) -> Callable[[bytes], None]:
    """The target, with each kind of fault kept once in a folder (the input and what it raised) and none raised."""
    folder.mkdir(parents=True, exist_ok=True)

    def met(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            said = str(error) if isinstance(error, AssertionError) and str(error) else traceback.format_exc()
            place = [line.strip() for line in said.splitlines() if line.strip().startswith("File ")][-1:]
            name = f"{abs(hash((said.strip().splitlines()[-1][:60], *place))):x}"
            if not (folder / name).exists():
                (folder / name).write_bytes(data)
                (folder / f"{name}.txt").write_text(said, encoding="utf-8", errors="backslashreplace")

    return met


def read_dates(data: bytes) -> None:
    """The expressions of a text stand where they are said to."""
    text = data.decode("utf-8", "replace")
    for timex in tag(text, dct=dt.date(2031, 3, 10)):
        assert text[timex.start : timex.end] == timex.exact


class Kept:
    """A small archive in a folder, an answer from it, and what may be asked, brought in and checked against both."""

    asked = "the end of the Norhaven strike"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive = Archive(folder / "archive", create=True)
        for article in every():
            self.archive.add(article)
        self.answer = lead_up(self.asked, self.archive, date=dt.date(2031, 3, 15))

    def verify(self, data: bytes) -> None:
        """A saved answer is read, checked and written again, or refused."""
        with contextlib.suppress(LeadupError):
            saved = from_json(data)
            verify(saved, self.archive)
            to_json(saved)

    def ask(self, data: bytes) -> None:
        """What is searched for and asked is answered or refused."""
        text = data.decode("utf-8", "replace")
        with contextlib.suppress(LeadupError):
            self.archive.search(text)
            self.archive.passages(text)
            self.archive.holding(text)
            lead_up(text, self.archive)

    def correct(self, data: bytes) -> None:
        """A file of corrections is brought in and made on an answer, or refused; what was brought in goes out again."""
        kept = Corrections(self.archive.path)
        kept.file.unlink(missing_ok=True)
        with contextlib.suppress(LeadupError):
            kept.bring_in(data)
            gone_out = kept.export()
            assert kept.bring_in(gone_out) == 0
            to_json(lead_up(self.asked, self.archive, date=dt.date(2031, 3, 15)))
        kept.file.unlink(missing_ok=True)

    def check(self, data: bytes) -> None:
        """A draft of any form is checked, or refused; the first byte picks the form."""
        draft = self.folder / ("draft" + (".txt", ".md", ".csv", ".json", ".html")[data[0] % 5 if data else 0])
        draft.write_bytes(data[1:])
        with contextlib.suppress(LeadupError):
            check_draft(read_draft(draft), self.archive, missing=False)

    def corrections(self) -> bytes:
        """One of each of some kinds, as a file."""
        kept, place = Corrections(self.archive.path), self.answer.entries[0].wording
        kept.make(self.archive, "hide", place, by="A", asked=self.asked)
        kept.make(self.archive, "note", place, by="A", asked=self.asked, text="Ask the port")
        kept.undo(kept.all()[0].id, by="B")
        data = kept.export()
        kept.file.unlink()
        return data


DRAFT = "March 10: Dockers of Norhaven walked out after two men were killed by a crane, the police said."


def main() -> None:
    """Fuzz what the command line names."""
    with tempfile.TemporaryDirectory() as folder:
        fuzz(sys.argv.pop(1), Path(folder))


def fuzz(name: str, folder: Path) -> None:
    """Fuzz what is named, with a corpus and an archive of its own in the folder."""
    target: Callable[[bytes], None]
    if name == "tagger":
        target, seeds = (
            read_dates,
            {"seed": b"on Monday, March 10, 2031, three days after the late 1990s; until 12:30 p.m. GMT"},
        )
    elif name == "report":
        kept = Kept(folder)
        target, seeds = kept.verify, {"seed": to_json(kept.answer)}
    elif name == "query":
        target, seeds = (
            Kept(folder).ask,
            {"seed": b'what led to the "Norhaven strike" of March 2031', "not": b"-crane*"},
        )
    elif name == "corrections":
        kept = Kept(folder)
        target, seeds = kept.correct, {"seed": kept.corrections()}
    elif name == "draft":
        rows = json.dumps([{"date": "2031-03-10", "text": DRAFT}])
        target = Kept(folder).check
        seeds = {"text": b"\0" + DRAFT.encode(), "mark": b"\1# The strike\n\n- " + DRAFT.encode()}
        seeds |= {
            "rows": b"\3" + rows.encode(),
            "table": b"\2date,text\n2031-03-10,walked out",
            "page": b"\4<p>" + DRAFT.encode(),
        }
    elif name in GROUPS:
        target = reader_of(name)
        seeds = {f"{at}-{kind}": bytes([at]) + seed for at in range(len(GROUPS[name])) for kind, seed in SEEDS.items()}
    elif name == "all":
        target = read_any
        seeds = {
            kind: bytes([ENDINGS.index(f".{kind}")]) + seed for kind, seed in SEEDS.items() if f".{kind}" in ENDINGS
        }
    else:
        seeds = {name: SEEDS[name]}

        def target(data: bytes) -> None:
            read(f"file.{name}", data)

    logging.disable()
    warnings.simplefilter("ignore")
    corpus = folder / "corpus"
    corpus.mkdir()
    for kind, seed in seeds.items():
        (corpus / kind).write_bytes(seed)
    if "LEADUP_FAULTS" in os.environ:
        target = going_on(target, Path(os.environ["LEADUP_FAULTS"]))
    atheris.Setup([sys.argv[0], str(corpus), *sys.argv[1:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
