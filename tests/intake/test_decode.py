"""Bytes to text."""

from __future__ import annotations

import codecs
import io

import pytest

from leadup.errors import UnreadableInput
from leadup.intake.decode import LineDecoder, declared_charset, decode

GERMAN = "Über die Brücke führten zwei Straßen, sagte die Behörde für Verkehr. " * 6
RUSSIAN = "Кран упал на северный причал в понедельник, сообщила администрация порта. " * 6
JAPANESE = "月曜日、港の北埠頭でクレーンが倒れ、二人が病院に運ばれた。港湾局が発表した。" * 6
CHINESE = "周一，一台起重机倒在港口北码头，两名工人被送往医院，港务局表示。" * 8


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "windows-1252"),
        (GERMAN, "iso-8859-1"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5"),
    ],
)
def test_declared(text: str, charset: str) -> None:
    clean = text.encode(charset, "ignore").decode(charset)
    assert decode(text.encode(charset, "ignore"), "x", charset) == clean


@pytest.mark.parametrize(
    ("text", "charset"),
    [(RUSSIAN, "windows-1251"), (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (CHINESE, "gb18030")],
)
def test_guessed(text: str, charset: str) -> None:
    assert decode(text.encode(charset), "x") == text


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + b"quay",
        codecs.BOM_UTF16_LE + "quay".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "quay".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "quay".encode("utf-32-le"),
    ],
)
def test_marks(data: bytes) -> None:
    assert decode(data, "x") == "quay"


def test_a_wrong_declaration_is_not_believed() -> None:
    assert decode(GERMAN.encode(), "x", "shift_jis") == GERMAN


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500, b"\x89PNG\r\n\x1a\n" + bytes(900)])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"encoding.*UTF-8"):
        decode(data, "odd.txt")


def test_a_text_cut_in_a_character() -> None:
    assert decode(GERMAN.encode()[:-1] + "ü".encode()[:1], "x").startswith("Über")


def test_declarations() -> None:
    assert declared_charset(b'<html><head><meta charset="windows-1251">') == "windows-1251"
    assert declared_charset(b'<?xml version="1.0" encoding="EUC-JP"?>') == "EUC-JP"
    assert declared_charset(b"<meta http-equiv=Content-Type content='text/html; charset=big5'>") == "big5"
    assert declared_charset(b"<p>charset</p>") is None


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_lines(charset: str) -> None:
    rows = [f"{RUSSIAN} {n}\n" for n in range(400)]
    found = LineDecoder(io.BytesIO("".join(rows).encode(charset)), "x")
    assert found.peek() == rows[0].rstrip("\n")
    assert list(found) == rows
