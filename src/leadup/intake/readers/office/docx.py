"""Word documents (OOXML): paragraphs and tables in order; tracked deletions, notes and page headers are left out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from leadup.errors import IntakeError
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.documents import articles_of_document
from leadup.intake.readers.office.package import opened, xml
from leadup.intake.source import Source
from leadup.model import Article

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a document: one, or those of a press database's export."""
    with opened(source) as archive:
        root = xml(archive, "word/document.xml", source, options.limits)
    yield from articles_of_document(list(_paragraphs(root)), source.name, options)


def _paragraphs(root: _Element) -> Iterator[str]:
    # Word writes a text box a second time for programs that do not know the first form, and moved words in both places.
    for twice in list(root.iter(f"{_MC}Fallback", f"{_W}moveFrom", f"{_STRICT}moveFrom")):
        if (above := twice.getparent()) is not None:
            above.remove(twice)
    for paragraph in root.iter(f"{_W}p", f"{_STRICT}p"):
        # What stands in a paragraph's own text box comes as paragraphs of its own.
        space = paragraph.tag[: -len("p")]
        words: list[str] = []
        for node in paragraph.iter(f"{space}t", f"{space}tab", f"{space}br", f"{space}cr"):
            if next(a for a in node.iterancestors() if a.tag == paragraph.tag) is paragraph:
                words.append(node.text or "" if node.tag == f"{space}t" else "\n" if node.tag[-1] == "r" else " ")
        yield from "".join(words).split("\n")


FORMAT = Format("docx", "Word documents", (".docx", ".docm"), lambda _: False, read)
