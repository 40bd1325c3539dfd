from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.address import host_of
from leadup.output.address import web_address
from leadup.output.visible import one_line, visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("line\nline\ttab", "line\nline\ttab"),
        ("line\r\nline", "line\nline"),
        ("car\rriage", "car␍riage"),
        ("\u202eevil\u202d", "⟨U+202E⟩evil⟨U+202D⟩"),
        ("\u202babc\u202c", "⟨U+202B⟩abc⟨U+202C⟩"),
        ("\u2067\u2066open", "\u2067\u2066open\u2069\u2069"),
        ("closed\u2069 \u2067x\u2069", "closed\u2069 \u2067x\u2069"),
        ("\u200fعربي\u2067x\u2069", "\u200fعربي\u2067x\u2069"),
        ("\ud800", "\ufffd"),
        ("\u0085\u009b", "\ufffd\ufffd"),
        ("par\u2029par", "par\npar"),
    ],
)
def test_controls_become_signs(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\r\nb\u2028c\x0bd\t") == "a b c d"


@settings(max_examples=100)
@given(st.text())
def test_nothing_that_a_terminal_or_xml_obeys_is_left(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert all(char in "\t\n" or (ord(char) >= 0x20 and not 0x7F <= ord(char) <= 0x9F) for char in shown)
    assert visible(shown) == shown
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/a?b=c&d=%20#e",
        "http://herald.example:8080/",
        "HTTPS://Herald.example/x",
        "https://herald.example/بحر",
    ],
)
def test_web_addresses_are_kept(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript://herald.example/%0aalert(1)",
        "ftp://herald.example/x",
        " https://herald.example",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//herald.example/x",
        "herald.example/x",
        "https://",
        "https:///x",
        "https://user@herald.example/",
        "https://user:secret@herald.example/",
        "https://herald.example/\u202egpj.exe",
        'https://herald.example/"onclick="x',
        "https://herald.example/<b>",
        "https://[broken",
        "https://herald.example/" + "a" * 3_000,
    ],
)
def test_other_addresses_are_not(url: str | None) -> None:
    assert web_address(url) is None


def test_the_host_is_shown_without_www() -> None:
    assert host_of("https://www.Herald.example/x") == "herald.example"
