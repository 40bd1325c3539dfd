"""TimeML out."""

from __future__ import annotations

import datetime as dt
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from leadup.times import tag, to_timeml

SCHEMA = etree.XMLSchema(etree.fromstring(resources.files("leadup.times").joinpath("data/timeml.xsd").read_bytes()))
DCT = dt.date(2020, 1, 3)


def parsed(text: str, dct: dt.date | None = DCT) -> etree._Element:
    root = etree.fromstring(to_timeml(text, tag(text, dct), dct, name="a & b").encode())
    SCHEMA.assertValid(root)
    return root


def test_a_document() -> None:
    root = parsed("The Pentagon said late Thursday <that> at least two days & more passed since early 2019.")
    assert root.findtext("DOCID") == "a & b"
    assert root.find("DCT/TIMEX3").get("value") == "2020-01-03"
    found = [(t.get("tid"), t.get("type"), t.get("value"), t.get("mod"), t.text) for t in root.iterfind("TEXT/TIMEX3")]
    assert found == [
        ("t1", "TIME", "2020-01-02TEV", None, "late Thursday"),
        ("t2", "DURATION", "P2D", "EQUAL_OR_MORE", "at least two days"),
        ("t3", "DATE", "2019", "START", "early 2019"),
    ]


def test_without_a_date() -> None:
    root = parsed("It was on Friday.", None)
    assert root.find("DCT/TIMEX3") is None
    assert root.find("TEXT/TIMEX3").get("value") == "XXXX-WXX-5"


def writable(char: str) -> bool:
    return char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff")


@settings(max_examples=100)
@given(st.text(max_size=100).map(lambda t: f"{t} Monday {t} every day {t} Ramadan"))
def test_any_text_validates_and_is_kept(text: str) -> None:
    kept = "".join(c if writable(c) else "\ufffd" for c in text)
    assert "".join(parsed(text).find("TEXT").itertext()) == kept
