"""Parts of addresses, and of what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.address import split_address


@pytest.mark.parametrize(
    ("address", "host", "path"),
    [
        ("https://a.example/news/1?x=2", "a.example", "/news/1"),
        ("//a.example/1", "a.example", "/1"),
        ("not one", None, "not one"),
        (None, None, ""),
        ("", None, ""),
        ("https://[a.example/1", None, ""),
        ("https://[::1/", None, ""),
    ],
)
def test_parts(address: str | None, host: str | None, path: str) -> None:
    found = split_address(address)
    assert (found.hostname, found.path) == (host, path)


@settings(max_examples=100)
@given(st.text(st.sampled_from("htps:/[]@.%?#a0\u2100\uff03 "), max_size=30))
def test_any_text_has_parts(address: str) -> None:
    found = split_address(address)
    assert found.hostname is None or isinstance(found.hostname, str)
