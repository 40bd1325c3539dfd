"""Reasons of dates: data that compares, words that come from one table."""

from __future__ import annotations

import ast
import datetime as dt
import re
import zlib
from pathlib import Path

import msgspec
import pytest

import leadup
import leadup.model.reason as reasons
from leadup.archive.codec import pack_reading, unpack_reading
from leadup.lang import table
from leadup.model import (
    DateAnchor,
    DateReason,
    DateSpan,
    EventDate,
    Reading,
    Sentence,
    Timex,
    as_inferred,
    same_reason,
)
from leadup.times import tag
from leadup.times.grammar import examples

OWN = DateAnchor("2024-05-17", "own")
SHIFTED = DateReason("shifted", DateAnchor("2024-05-14", "event"), None, {"count": "two", "unit": "days", "side": 1})

WORDS = (
    (DateReason("weekday-before", OWN, None, {"weekday": 5}), "Friday before 2024-05-17, the article's date"),
    (SHIFTED, "two days after 2024-05-14, the day of the event"),
    (DateReason("shifted", OWN, None, {"count": "", "unit": "hours", "side": -1}),
     "hours before 2024-05-17, the article's date"),
    (DateReason("yearless-day", OWN, None, {"month": 12, "day": 3, "near": 0}),
     "December 3 nearest to 2024-05-17, the article's date"),
    (DateReason("from", of=DateReason("month", OWN, None, {"side": -1})),
     "from the month before 2024-05-17, the article's date on"),
    (DateReason("goes-on", of=SHIFTED),
     "goes on from what was told before (two days after 2024-05-14, the day of the event)"),
    (DateReason("published", OWN), "no day is named: the article's date, 2024-05-17"),
    (DateReason("heading", DateAnchor("2024-05-16", "section")), "under the heading of 2024-05-16"),
    (DateReason("posted", OWN, "as the words say"),
     "as the words say, in UTC: the evening of 2024-05-17, the article's date"),
    (DateReason("said", values={"exact": "JD 2460448"}), "'JD 2460448' in the sentence"),
    (DateReason("numeric", values={"order": "dmy"}), "read as day/month/year"),
    (DateReason("written", values={"what": "fiscal"}), "the fiscal year as written"),
    (DateReason("written", values={"what": "date"}), "the date as written"),
    (DateReason("year-of", DateAnchor("2019-Q3")), "the year of 2019-Q3"),
    # Of a later leadup, or a plug-in's own; and one that lacks what its template asks for.
    (DateReason("lunar month", OWN, None, {"moon": 3}), "lunar month, 2024-05-17, the article's date"),
    (DateReason("shifted"), ""),
    (DateReason("holiday", DateAnchor("2024-05-17", "eclipse"), None, {"holiday": "{anchor}", "side": 0}),
     "{anchor} on 2024-05-17, eclipse"),
)  # fmt: skip


@pytest.mark.parametrize(("reason", "words"), WORDS)
def test_words(reason: DateReason, words: str) -> None:
    assert str(reason) == words


def test_a_number_is_put_into_words_and_a_word_stands_as_it_is() -> None:
    assert str(DateReason("every", values={"unit": "5"})) == "every 5"
    assert str(DateReason("weekday-before", OWN, None, {"weekday": 9})).startswith("9 before")


def test_reasons_are_the_same_as_data_and_by_their_words_where_one_has_no_more() -> None:
    again = DateReason("shifted", SHIFTED.anchor, None, dict(SHIFTED.values))
    other = DateReason("shifted", SHIFTED.anchor, None, {**SHIFTED.values, "side": -1})
    assert same_reason(SHIFTED, again) and hash(SHIFTED) == hash(again)
    assert not same_reason(SHIFTED, other)
    assert same_reason(str(SHIFTED), SHIFTED) and same_reason(SHIFTED, str(SHIFTED))
    assert not same_reason(str(other), SHIFTED)
    # Two rules that happen to be told in the same words are two reasons.
    assert not same_reason(DateReason("listed"), DateReason("year-of", values={"name": "list"}))


def test_what_counts_from_an_inferred_date_says_so_once_however_deep() -> None:
    deep = DateReason("goes-on", of=DateReason("up-to", OWN, DateReason("month-of", OWN)))
    words = str(as_inferred(as_inferred(deep)))
    assert words.count("the article's date as inferred from its text") == words.count("the article's date") == 1
    assert as_inferred(SHIFTED) == SHIFTED
    assert as_inferred("the article's date") == "the article's date"


def _first_arguments(names: set[str]) -> set[str]:
    """Every rule that the code names: first arguments of the calls that make reasons, and what they may be."""
    found: set[str] = set()
    for path in Path(leadup.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names and node.args:
                first = node.args[0]
                found |= {n.value for n in ast.walk(first) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return found


def test_every_rule_that_the_code_names_has_a_template() -> None:
    named = _first_arguments({"because", "DateReason"}) - {"-within"}
    assert named and named <= set(table("reasons")["rules"])


def test_every_template_is_of_a_rule_and_asks_for_what_is_known() -> None:
    code = " ".join(p.read_text("utf-8") for p in Path(leadup.__file__).parent.rglob("*.py"))
    known = {"anchor", "value", "name", "of", *re.findall(r"(\w+)=", code), *re.findall(r'"(\w+)":', code)}
    for rule, template in table("reasons")["rules"].items():
        name = rule.removesuffix("-within")
        assert f'"{name}"' in code, rule
        assert set(re.findall(r"\{(\w+)", template)) <= known, rule


@pytest.mark.parametrize("day", ["written", "none"])
def test_every_example_of_the_grammar_has_a_reason_in_words(day: str) -> None:
    for example in examples():
        for t in tag(example.text, example.day if day == "written" else None):
            assert isinstance(t.reason, DateReason) and t.reason.rule in table("reasons")["rules"]
            assert str(t.reason) and not re.search(r"[{}]|\s\s|-?\d+ None", str(t.reason)), t


def test_an_archive_keeps_reasons_as_data() -> None:
    span = DateSpan.day(dt.date(2024, 5, 10))
    timex = Timex(0, 6, "Friday", "DATE", "2024-05-10", span, reason=WORDS[0][0])
    date = EventDate(span, "narrative", DateReason("goes-on", of=SHIFTED))
    reading = Reading("a", (Sentence(0, 6, 0, (timex,), dates=(date,)),), "r")
    assert unpack_reading(pack_reading(reading)) == reading


def test_an_archive_made_earlier_shows_the_reasons_it_has() -> None:
    """As readings were kept before: the reason and the anchor in words, and no data."""
    span = {"first": "2024-05-17", "last": "2024-05-17", "granularity": "day"}
    timex = {
        "start": 0, "end": 6, "exact": "Friday", "type": "DATE", "value": "2024-05-17", "span": span, "mod": None,
        "anchor": "2024-05-17, the article's date", "rule": "weekday", "reason": "Friday, as it used to be said",
        "zone": None, "anchor_event": False,
    }  # fmt: skip
    date = {"span": span, "by": "timex", "reason": "Friday, as it used to be said", "weight": 1.0}
    sentence = {"start": 0, "end": 6, "paragraph": 0, "timexes": [timex], "dates": [date]}
    kept = {"article": "a", "sentences": [sentence], "reader": "light 6"}
    reading = unpack_reading(zlib.compress(msgspec.msgpack.encode(kept)))
    assert str(reading.sentences[0].dates[0].reason) == "Friday, as it used to be said"
    assert str(reading.sentences[0].timexes[0].reason) == "Friday, as it used to be said"
    assert reading.sentences[0].timexes[0].anchor is None


def test_the_words_come_from_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {"weekday-before": "{weekday} vor {anchor}"}
    forms = {"anchors": {"own": "heute"}, "values": {"weekday": {"5": "Freitag"}}, "rules": rules}
    monkeypatch.setattr(reasons, "table", lambda _name: forms)
    assert str(WORDS[0][0]) == "Freitag vor 2024-05-17, heute"
