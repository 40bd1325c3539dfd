"""Which outlet a name or an address is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.lang import table
from leadup.lang.outlets import host_behind, is_opinion, outlets, own_outlets


@pytest.mark.parametrize("example", table("outlets")["example"], ids=lambda e: f"{e['name']} {e['url']}")
def test_the_tables_examples(example: dict[str, Any]) -> None:
    found = outlets().name(example["name"], example["url"], example.get("title"))
    assert found == example["outlet"]


@pytest.mark.parametrize(
    ("name", "url", "outlet"),
    [
        (None, None, None),
        ("", "", None),
        ("The Harbour Mail (blog)", None, "The Harbour Mail"),
        ("The Harbour Mail Online", None, "The Harbour Mail Online"),
        ("Mara Tolk", "https://www.cnn.com/2016/a", "CNN"),
        ("Mara Tolk", "https://tolk.example/a", "Mara Tolk"),
        (None, "https://www.harbourmail.example/a", "harbourmail.example"),
        (None, "http://[broken", None),
        (None, "https://notcnn.com/a", "notcnn.com"),
        ("america.aljazeera.com", None, "Al Jazeera America"),
    ],
)
def test_names_and_addresses(name: str | None, url: str | None, outlet: str | None) -> None:
    assert outlets().name(name, url) == outlet


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://web.archive.org/web/2016/http://amp.example.org/a", "example.org"),
        ("https://archive.today/2016/https://www.example.org/a", "example.org"),
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa", "example.org"),
        ("https://www-example-org.cdn.ampproject.org/c/s/a", "example.org"),
        ("https://news.google.com/articles/CBMi", None),
        ("www2.example.org/a", "example.org"),
    ],
)
def test_the_host_behind(url: str, host: str | None) -> None:
    assert host_behind(url) == host


@pytest.mark.parametrize(
    ("name", "url", "title", "opinion"),
    [
        (None, "https://example.org/opinion/2016/a", None, True),
        (None, "https://example.org/world/opinion", None, False),
        (None, None, "Editorial: shut the bridge", True),
        (None, None, "The column that fell", False),
        ("Guest Writer - Right", None, None, True),
        ("The Harbour Mail", "https://example.org/news/a", "Bridge shut", False),
    ],
)
def test_opinions_say_so(name: str | None, url: str | None, title: str | None, opinion: bool) -> None:
    assert is_opinion(name, url, title) is opinion


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=80))
def test_any_words_are_read(name: str, url: str) -> None:
    once = outlets().name(name, url)
    assert once is None or outlets().name(once) is not None


def test_a_name_of_the_table_stays_itself() -> None:
    for name in table("outlets")["outlets"]:
        assert outlets().name(name) == name


def test_a_persons_own_table(tmp_path: Path) -> None:
    assert own_outlets(tmp_path) is None
    words = '[outlets]\n"Harbour Mail" = { hosts = "harbourmail.example", names = "HM|The Mail" }\n'
    (tmp_path / "outlets.toml").write_text(words, encoding="utf-8")
    own = own_outlets(tmp_path)
    assert own is not None
    assert own.name("HM") == own.name(None, "https://m.harbourmail.example/a") == "Harbour Mail"
