"""A Word document for the newsroom (Office Open XML), with python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Final

from leadup.errors import MissingExtra
from leadup.model import Entry, Evidence, Timeline
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words, published_words, with_day_words
from leadup.output.phrases import (
    LINK_WORDS,
    carried_words,
    headline_words,
    opening_words,
    standing_words,
    summary_words,
    title_words,
    unstated_words,
)
from leadup.output.sources import by_article, outlets_of, title_of
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file inside the document, so that equal timelines give equal bytes."""


def to_docx(timeline: Timeline) -> bytes:
    """The timeline as .docx: a heading a day, the verbatim sentence, then its sources with links.

    Raises :class:`~leadup.errors.MissingExtra` without python-docx.
    """
    try:
        from docx import Document as new_document
    except ImportError:
        raise MissingExtra("DOCX", "formats") from None
    document = new_document()
    document.add_heading(one_line(headline_words(timeline)), 0)
    if unstated := unstated_words(timeline):
        document.add_paragraph(one_line(unstated))
    document.add_paragraph(summary_words(timeline))
    if timeline.target is not None:
        document.add_paragraph(
            f"The day of the event is {day_words(timeline.target.day)}: {one_line(with_day_words(timeline.target.how))}"
        )
    by_id = {entry.id: entry for entry in timeline.entries}
    day = None
    for entry in timeline.entries:
        if entry.day != day:
            day = entry.day
            document.add_heading(day_words(day, weekday=True), 1)
        _entry(document, entry, by_id)
    core = document.core_properties
    core.title, core.author, core.comments = one_line(title_words(timeline))[:255], "leadup", ""
    core.created = core.modified = dt.datetime.combine(timeline.last, dt.time())
    page = io.BytesIO()
    document.save(page)
    return _steady(page.getvalue())


def _entry(document: Document, entry: Entry, by_id: dict[str, Entry]) -> None:
    words = document.add_paragraph()
    words.add_run(one_line(entry.wording.exact)).bold = entry.is_target
    facts = [speaker_words(entry), carried_words(outlets_of(entry), entry.support), standing_words(entry)]
    facts.append(f"Dated: {entry.date_reason}")
    facts += [f"Accounts ({account.state}): {account.line}" for account in entry.accounts if account.state != "single"]
    for link in entry.responds_to:
        other = by_id.get(link.to)
        if link.shown and other is not None:
            facts.append(
                f"{LINK_WORDS[link.kind].capitalize()} {day_words(other.day)}, "
                f"“{opening_words(other.wording.exact, 60)}”: “{link.words.exact}”"
            )
    for fact in facts:
        if fact:
            document.add_paragraph(one_line(fact), style="List Bullet")
    for group in by_article(entry):
        paragraph = document.add_paragraph(style="List Bullet 2")
        _source(paragraph, group[0])
        for evidence in group:
            if evidence.mention.span.exact != entry.wording.exact:
                paragraph.add_run(f" “{one_line(evidence.mention.span.exact)}”").italic = True


def _source(paragraph: Paragraph, evidence: Evidence) -> None:
    if evidence.outlet:
        paragraph.add_run(f"{one_line(evidence.outlet)}, ")
    title = one_line(title_of(evidence))
    url = web_address(evidence.url)
    if url:
        _link(paragraph, title, url)
    else:
        paragraph.add_run(title)
    paragraph.add_run(f", {one_line(published_words(evidence.published))}")


def _link(paragraph: Paragraph, words: str, url: str) -> None:
    """python-docx writes no hyperlinks: a ``w:hyperlink`` with an external relationship, made by hand."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _steady(data: bytes) -> bytes:
    """The same archive with every member's date set to one day."""
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member.filename))
    return page.getvalue()
