"""Mails within mails, and days in the short forms that tables have: each right, or none and said."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from leadup.errors import IntakeError
from leadup.intake import read_path
from leadup.intake.record import article_from_record
from leadup.model import Article

ONE = "Divers found the lost bell of Sankt Alma on Tuesday, the harbour master said."
TWO = "It lay at forty metres, under the wreck of a barge that sank in the storm of 1911."
THREE = "From here the boats went daily, and the islanders rang it for each of them until that winter."
LONG = " ".join([ONE, TWO, THREE] * 4)
COURIER = ("Alma Courier <news@almacourier.example>", "Sat, 04 May 2019 10:15:00 +0200", "Divers find bell")
WIRE = ("Alma Wire <news@almawire.example>", "Sun, 05 May 2019 10:15:00 +0200", "Bell goes to museum")
DESK = ("Mia Lund <mia@office.example>", "Mon, 06 May 2019 09:00:00 +0200", "Fwd: Divers find bell")
CHIEF = ("Tove Berg <tove@office.example>", "Tue, 07 May 2019 09:00:00 +0200", "Fwd: Fwd: Divers find bell")
Head = tuple[str, str, str]
Row = tuple[str | None, str | None, str | None]


def plain(head: Head, words: str) -> str:
    sender, sent, subject = head
    return (
        f"From: {sender}\nTo: x@office.example\nDate: {sent}\nSubject: {subject}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{words}\n"
    )


def carrying(head: Head, words: str, *parts: str, kind: str = "mixed", mark: str = "ZZ") -> str:
    sender, sent, subject = head
    own = f"--{mark}\nContent-Type: text/plain\n\n{words}\n" if words else ""
    inside = "".join(f"--{mark}\n{part}\n" for part in parts)
    return (
        f"From: {sender}\nTo: x@office.example\nDate: {sent}\nSubject: {subject}\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/{kind}; boundary={mark}\n\n{own}{inside}--{mark}--\n"
    )


def mail(held: str) -> str:
    return f"Content-Type: message/rfc822\n\n{held}"


def attached(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    coded = base64.b64encode(data).decode()
    return (
        f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
        f"Content-Transfer-Encoding: base64\n\n{coded}"
    )


def rows(path: Path) -> list[Row | str]:
    return [row(found) for found in read_path(path)]


def row(found: Article | IntakeError) -> Row | str:
    if isinstance(found, IntakeError):
        return str(found)
    return found.day.isoformat() if found.day else None, found.outlet, found.title


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


OF_COURIER = ("2019-05-04", "Alma Courier", "Divers find bell")
OF_WIRE = ("2019-05-05", "Alma Wire", "Bell goes to museum")
WITHIN = {
    "one within another": (
        carrying(CHIEF, "FYI", mail(carrying(DESK, "see below", mail(plain(COURIER, ONE)), mark="Y")), mark="X"),
        [OF_COURIER],
    ),
    "two passed on": (carrying(DESK, "FYI", mail(plain(COURIER, ONE)), mail(plain(WIRE, TWO))), [OF_COURIER, OF_WIRE]),
    "a digest": (
        carrying(DESK, "", f"\n{plain(COURIER, ONE)}", f"\n{plain(WIRE, TWO)}", kind="digest"),
        [OF_COURIER, OF_WIRE],
    ),
    "a letter of its own with another attached": (
        carrying(WIRE, LONG, mail(plain(COURIER, ONE))),
        [OF_WIRE, OF_COURIER],
    ),
    "a story in an attached page": (
        carrying(
            WIRE, ONE, attached("bell.html", f"<html><body><h1>Old bell</h1><p>{TWO}</p><p>{ONE}</p></body>".encode())
        ),
        [OF_WIRE, (None, None, "Old bell")],
    ),
    "a mail attached as a file": (
        carrying(WIRE, ONE, attached("old.eml", plain(COURIER, TWO).encode())),
        [OF_WIRE, OF_COURIER],
    ),
    "a picture and a signature attached": (
        carrying(WIRE, ONE, attached("logo.png", b"\x89PNG\r\n"), attached("smime.p7s", b"0"), attached("x.ics", b"B")),
        [OF_WIRE],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WITHIN.values(), ids=WITHIN)
def test_mails_within_mails_are_all_read(tmp_path: Path, text: str, expected: Sequence[Row]) -> None:
    assert rows(written(tmp_path, "a.eml", text)) == list(expected)


@pytest.mark.parametrize("name", ["report.doc", "winmail.dat"])
def test_an_attached_document_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    held = carrying(WIRE, ONE, attached(name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    first, second = rows(written(tmp_path, "a.eml", held))
    assert first == OF_WIRE
    assert isinstance(second, str)
    assert f"a.eml!{name}: no reader takes this file" in second


def test_mails_nested_without_end_are_refused(tmp_path: Path) -> None:
    held = plain(COURIER, ONE)
    for number in range(30):
        held = carrying(DESK, "FYI", mail(held), mark=f"M{number}")
    (only,) = rows(written(tmp_path, "a.eml", held))
    assert "mails within mails" in str(only)


def test_what_a_mail_holds_beyond_its_bound_is_said(tmp_path: Path) -> None:
    held = carrying(DESK, "", *(f"\n{plain(WIRE, f'{TWO} {n}.')}" for n in range(510)), kind="digest")
    found = rows(written(tmp_path, "a.eml", held))
    assert found[:2] == [OF_WIRE, OF_WIRE]
    assert "a mail of more than 500 parts" in str(found[-1])


def test_a_mail_of_nothing_but_a_document_is_the_document(tmp_path: Path) -> None:
    held = carrying(DESK, "", attached("bell.html", f"<html><body><h1>Old bell</h1><p>{TWO}</p></body>".encode()))
    assert rows(written(tmp_path, "a.eml", held)) == [(None, None, "Old bell")]


@pytest.mark.parametrize("sign", [r"\u-99999999?", r"\u1114112?", r"\u99999999999999?", r"\u-40000?"])
def test_rich_text_with_a_letter_that_is_none(tmp_path: Path, sign: str) -> None:
    pytest.importorskip("striprtf")
    (found,) = read_path(written(tmp_path, "a.rtf", rf"{{\rtf1\ansi {ONE} caf\u233?s {sign} {TWO}\par}}"))
    assert isinstance(found, Article)
    assert "cafés" in found.text
    assert TWO in found.text


OUTLOOK = (
    "-----Original Message-----\nFrom: Mia Lund\nSent: Monday, May 6, 2019 9:00 AM\nSubject: Fwd: Divers find bell\n"
)
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Alma Courier <news@almacourier.example>\n"
    "Date: Sat, May 4, 2019 at 10:15 AM\nSubject: Divers find bell\nTo: <mia@office.example>\n"
)
APPLE = "Begin forwarded message:\n\nFrom: Alma Courier <news@almacourier.example>\nSubject: Divers find bell\n"
PASSED = {
    "twice": (f"fyi\n\n{OUTLOOK}\nWorth a look?\n\n{GMAIL}\n\n{ONE}\n\n{TWO}\n", OF_COURIER),
    "twice, without a word": (f"{OUTLOOK}\n{GMAIL}\n{ONE}\n\n{TWO}\n", OF_COURIER),
    "once": (f"{GMAIL}\n{ONE}\n\n{TWO}\n", OF_COURIER),
    # Below the story stands what its writer had answered.
    "a story with an older mail under it": (f"{GMAIL}\n{LONG}\n\n{OUTLOOK}\n{TWO}\n", OF_COURIER),
    # The day on which it was passed on is not the story's.
    "without its day": (f"{APPLE}\n{ONE}\n\n{TWO}\n", (None, "Alma Courier", "Divers find bell")),
}


@pytest.mark.parametrize(("text", "expected"), PASSED.values(), ids=PASSED)
def test_who_wrote_what_was_passed_on_and_when(tmp_path: Path, text: str, expected: Row) -> None:
    (found,) = read_path(written(tmp_path, "a.eml", plain(CHIEF, text)))
    assert isinstance(found, Article)
    assert row(found) == expected
    assert "Forwarded message" not in found.text


@pytest.mark.parametrize(
    "mark",
    [
        "From mia@office.example Sat May  4 10:15:00 2019",
        "From 16329@xxx Sat May 04 10:15:00 +0000 2019",
        "From - Sat May  4 10:15:00 2019",
        "From mia@office.example",
        "From ",
    ],
)
def test_a_line_that_begins_with_from_parts_mails_only_before_a_head(tmp_path: Path, mark: str) -> None:
    words = f"{ONE}\n\n{THREE}"
    box = f"{mark}\n{plain(COURIER, words)}\n\n{mark}\n{plain(WIRE, TWO)}"
    path = written(tmp_path, "a.mbox", box)
    assert rows(path) == [OF_COURIER, OF_WIRE]
    first = next(iter(read_path(path)))
    assert isinstance(first, Article)
    assert THREE in first.text


DAYS: dict[str, tuple[str | None, str | None]] = {
    "4-May-19": ("2019-05-04", "sure"),
    "04-may-19": ("2019-05-04", "sure"),
    "4 May 19": ("2019-05-04", "sure"),
    "04-MAY-19 10:15": ("2019-05-04", "sure"),
    "4-mai-99": ("1999-05-04", "sure"),
    "04MAY2019": ("2019-05-04", "sure"),
    "04May2019:10:15:00": ("2019-05-04", "sure"),
    "/Date(1556964900000)/": ("2019-05-04", "sure"),
    "May-19": (None, None),
    "32-May-19": (None, None),
    "4-Foo-19": (None, None),
    "4-May/19": (None, None),
    "1970-01-01": (None, None),
    "1970-01-01 00:00": (None, None),
    "Thu, 01 Jan 1970 00:00:00 GMT": (None, None),
    "Updated 6 May 2019": ("2019-05-06", "likely"),
    "Zuletzt aktualisiert: 6. Mai 2019": ("2019-05-06", "likely"),
    "Updated 6 May 2019; published 4 May 2019": ("2019-05-04", "sure"),
    "Mis à jour le 6 mai 2019, publié le 4 mai 2019": ("2019-05-04", "sure"),
    "Published 4 May 2019, updated 6 May 2019": ("2019-05-04", "sure"),
}


@pytest.mark.parametrize(("cell", "expected"), DAYS.items(), ids=DAYS)
def test_days_as_tables_write_them(cell: str, expected: tuple[str | None, str | None]) -> None:
    found = article_from_record({"title": "Divers find bell", "text": f"{ONE} {TWO}", "date": cell}, source="x")
    assert isinstance(found, Article)
    told = found.published
    assert (told and told.day.isoformat(), told and told.certainty) == expected


def test_a_record_whose_text_is_a_list_of_paragraphs() -> None:
    found = article_from_record({"headline": "Divers find bell", "paragraphs": [ONE, TWO]}, source="x")
    assert isinstance(found, Article)
    assert [p.kind for p in found.paragraphs][-2:] == ["body", "body"]


def test_messages_that_are_nothing_but_a_file_are_no_articles(tmp_path: Path) -> None:
    messages = [
        {"id": 1, "type": "message", "date": "2019-05-04T10:15:00", "from": "Alma Wire", "text": ONE},
        {"id": 2, "type": "message", "date": "2019-05-04T10:16:00", "from": "Alma Wire", "photo": "a.jpg", "text": ""},
        {"id": 3, "type": "message", "date": "2019-05-04T10:17:00", "from": "Alma Wire", "photo": "b.jpg", "text": TWO},
        {"id": 4, "type": "message", "date": "2019-05-04T10:18:00", "from": "Alma Wire", "text": "",
         "media_type": "voice_message", "text_entities": []},
        {"id": 5, "type": "message", "date": "2019-05-04T10:19:00", "from": "Alma Wire", "text": ""},
    ]  # fmt: skip
    chat = {"name": "Alma Wire", "type": "public_channel", "id": 1, "messages": messages}
    found = rows(written(tmp_path, "a.json", json.dumps(chat)))
    assert [isinstance(each, str) for each in found] == [False, False, True]
    assert "#5" in str(found[-1])


ISSUE = """
                               1 of 1 DOCUMENT

                               Alma Magazine

                                 {when}

Divers find bell

BYLINE: Olle Brandt

LENGTH: 61 words

{words}

LOAD-DATE: May 20, 2019

LANGUAGE: ENGLISH
"""


@pytest.mark.parametrize("when", ["May 2019", "May/June 2019", "mai 2019"])
def test_an_issue_without_a_day_keeps_its_name_and_headline(tmp_path: Path, when: str) -> None:
    found = rows(written(tmp_path, "a.txt", ISSUE.format(when=when, words=f"{ONE}\n\n{TWO}")))
    assert found == [(None, "Alma Magazine", "Divers find bell")]


@pytest.mark.parametrize("section", ["Business", "World", "Arts & Leisure"])
def test_a_section_above_a_short_headline_is_none_of_it(tmp_path: Path, section: str) -> None:
    text = (
        f"{section}\nBell goes to museum\n61 words\n5 May 2019\nAlma Wire\nALMWIR\nEnglish\n(c) 2019 Alma Wire\n\n"
        f"{ONE}\n\n{TWO}\n\nDocument ALMWIR0020190505ef550000a\n"
    )
    assert rows(written(tmp_path, "a.txt", text)) == [OF_WIRE]


HEADED = """
                               1 of 1 DOCUMENT

                                 Alma Courier

                            {day}{below}

{title}

LENGTH: 61 words

{words}

LOAD-DATE: May 20, 2019
"""


@pytest.mark.parametrize("title", ["May 1, 2019: how the bell was found", "May 1, 2019 and the days after"])
@pytest.mark.parametrize("day", ["May 4, 2019 Saturday", "May 4, 2019 Saturday 10:15 PM GMT", "4 May 2019"])
@pytest.mark.parametrize("below", ["", "\n                             Late Edition - Final"])
def test_a_headline_that_begins_with_a_day_is_not_the_day(tmp_path: Path, title: str, day: str, below: str) -> None:
    words = f"{ONE}\n\n{TWO}"
    found = rows(written(tmp_path, "a.txt", HEADED.format(day=day, below=below, title=title, words=words)))
    assert found == [("2019-05-04", "Alma Courier", title)]


def test_a_sheet_whose_days_are_text_is_ordered_by_its_column(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    for number, (cells, expected) in enumerate(
        (
            (("04/05/2019", "13/05/2019"), ["2019-05-04", "2019-05-13"]),
            (("05/04/2019", "05/13/2019"), ["2019-05-04", "2019-05-13"]),
            (("04/05/2019", "05/05/2019"), [None, "2019-05-05"]),
            (("13/05/2019", "05/13/2019", "04/05/2019"), ["2019-05-13", "2019-05-13", None]),
        )
    ):
        book = openpyxl.Workbook()
        book.active.append(["Alma's list"])
        book.active.append(["Title", "Date", "Outlet", "Text"])
        for each, cell in enumerate(cells):
            book.active.append(["Divers find bell", cell, "Alma Courier", f"{ONE} {TWO} {each}"])
        path = tmp_path / f"{number}.xlsx"
        book.save(path)
        assert [found[0] for found in rows(path)] == expected


PASSED_ON = """<html><body><div class="page_wrap"><div class="page_body chat_page"><div class="history">
<div class="message default clearfix" id="message1"><div class="body">
<div class="pull_right date details" title="06.05.2019 09:00:00 UTC+02:00">09:00</div>
<div class="from_name">Alma Harbour</div><div class="forwarded body">
<div class="from_name">Alma Wire
<span class="date details" title="04.05.2019 10:15:00"> 04.05.2019 10:15:00</span></div>
<div class="text">{one}</div></div></div></div>
<div class="message default clearfix joined" id="message2"><div class="body">
<div class="pull_right date details" title="07.05.2019 09:00:00">09:00</div><div class="forwarded body">
<div class="from_name">Mia Lund</div><div class="text">{two}</div></div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="07.05.2019 09:01:00">09:01</div><div class="text">{three}</div></div></div>
</div></div></div></body></html>"""


def test_whose_words_a_message_on_a_page_passes_on(tmp_path: Path) -> None:
    found = rows(written(tmp_path, "messages.html", PASSED_ON.format(one=ONE, two=TWO, three=THREE)))
    assert found == [
        ("2019-05-04", "Alma Wire", None),
        ("2019-05-07", "Mia Lund", None),
        ("2019-05-07", "Alma Harbour", None),
    ]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2019-05-04", "2019-05-04"), ("4 May 2019", "2019-05-04"), ("2019-05", None), ("2019", None), (2019, None)],
)
def test_references_that_give_their_day_as_text(tmp_path: Path, issued: object, expected: str | None) -> None:
    held = [{"id": "a", "type": "article-newspaper", "title": "Divers find bell", "issued": issued, "abstract": ONE}]
    assert [found[0] for found in rows(written(tmp_path, "a.json", json.dumps(held)))] == [expected]
