"""The table of agencies and outlets: one row each, under one name wherever it is met."""

from collections import Counter

import pytest

from leadup.lang import ENGLISH
from leadup.lang.news_sources import NewsSource, agencies, known, news_sources
from leadup.timeline.lineage import credits

SOURCES = news_sources()
SIGNING = [source for source in SOURCES if source.signs or source.marks]


@pytest.mark.parametrize("forms", ["written", "signs", "marks"])
def test_a_way_of_writing_is_of_one_source(forms: str) -> None:
    every = Counter(form for source in SOURCES for form in dict.fromkeys(getattr(source, forms)))
    assert [form for form, count in every.items() if count > 1] == []


@pytest.mark.parametrize("source", SIGNING, ids=lambda s: s.name)
def test_an_agency_signs_under_the_name_it_is_shown_as(source: NewsSource) -> None:
    assert source.agency
    for form in (*source.signs, *source.marks):
        assert agencies().named(form) == source.name


@pytest.mark.parametrize("source", [s for s in SIGNING if s.written], ids=lambda s: s.name)
def test_a_dateline_and_a_credit_name_one_agency(source: NewsSource) -> None:
    for form in source.written:
        assert agencies().named(form) in (None, source.name)
        assert {c.source for c in credits(f"ORSK ({form}) - A dam burst.", ENGLISH)} == {source.name}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Press Association", "PA Media"),
        ("Kyodo", "Kyodo News"),
        ("IANS", "Indo-Asian News Service"),
        ("the Washington Post", "The Washington Post"),
        ("APA", None),
        (None, None),
    ],
)
def test_an_outlet_is_known_by_any_of_its_names(name: str | None, shown: str | None) -> None:
    assert known(name) == shown
