from __future__ import annotations

from dataclasses import replace

import pytest

from leadup.model import Timeline
from leadup.output import WRITERS, write
from leadup.output.sources import by_article, by_paragraph, named_outlets, outlets_of, source_name
from tests.output.stories import crisis, one


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/home/ada/secret/page.html", "page.html"),
        ("C:\\Users\\Ada\\page.html", "page.html"),
        ("pages/", "pages"),
        ("/data/wire.jsonl#desk/12", "wire.jsonl#desk/12"),
        ("https://www.herald.example/a/b", "herald.example"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_what_a_source_is_called(source: str, name: str) -> None:
    assert source_name(source) == name


def unnamed() -> Timeline:
    timeline = one("The gates were shut.", None)
    entry = timeline.entries[0]
    source = "/home/ada/secret/page.html"
    evidence = replace(entry.evidence[0], source=source, title=None)
    support = replace(entry.support, outlets=(source,))
    return replace(timeline, entries=(replace(entry, evidence=(evidence,), support=support),))


def test_a_file_is_no_outlet() -> None:
    assert outlets_of(unnamed().entries[0]) == ("outlet not named",)
    assert named_outlets(unnamed().entries[0]) == ()
    assert outlets_of(crisis().entries[0]) == crisis().entries[0].support.outlets


def test_the_outlet_whose_words_are_shown_is_named_first() -> None:
    entry = next(e for e in crisis().entries if len(e.support.outlets) > 2)
    last = entry.support.outlets[-1]
    by_last = replace(entry, evidence=(replace(entry.evidence[0], outlet=last), *entry.evidence[1:]))
    assert outlets_of(by_last) == (last, *entry.support.outlets[:-1])


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "json"])
def test_nothing_published_tells_where_a_file_lies(name: str) -> None:
    assert b"secret" not in write(unnamed(), name)


def test_evidence_is_grouped_in_order() -> None:
    entry = crisis().entries[2]
    twice = replace(entry, evidence=(*entry.evidence, entry.evidence[0]))
    assert [len(group) for group in by_article(twice)] == [2, 1, 1, 1]
    assert [group[0] for group in by_paragraph(twice)] == list(entry.evidence)
