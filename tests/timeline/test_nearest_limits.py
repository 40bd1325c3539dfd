"""How many of the nearest are looked at, and how many spellings are offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timeline.story import pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline import Pool
from leadup.timeline.target import nearest
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.slot import Slot

RUMOUR = "Karl Lund may resign over the port."


@pytest.mark.parametrize(("before", "quoted"), [(0, True), (4, True), (5, False)])
def test_of_five_that_come_nearest_the_first_that_names_them_is_quoted(
    monkeypatch: pytest.MonkeyPatch, before: int, quoted: bool
) -> None:
    told = [("2021-05-05", f"Outlet {k}", RUMOUR) for k in range(before + 1)]
    names = iter([*[False] * before, True])
    monkeypatch.setattr(nearest, "holds_a_name", lambda *_, **_in: next(names))
    found = nearest.unknown_target(Question("Lund resigns"), read_question("Lund resigns", ENGLISH), pool(told), ())
    assert (RUMOUR in found.nearest) is quoted


@pytest.mark.parametrize("many", [0, 1, 3, 4])
def test_where_many_names_are_near_none_is_offered(many: int) -> None:
    spelt = ("varoth", "varosh", "varoph", "varolh")[:many]
    slot = Slot("Varoh", "name", 1.0, {("varoh",): 1.0}, spelt=spelt)
    offered = nearest._otherwise(slot, ENGLISH)
    assert offered == ([word.capitalize() for word in spelt] if many <= 3 else [])


def _nearest(question: str, text: str, title: str | None) -> UnknownTarget:
    of = pool([("2021-05-05", "A", text)])
    articles = [replace(article, title=title) for article in of.articles]
    return nearest.unknown_target(Question(question), read_question(question, ENGLISH), Pool.of(articles, ENGLISH), ())


def test_what_only_a_headline_says_is_read_too() -> None:
    found = _nearest("Lund resigns", "It rained in Hask.", "Karl Lund visits Orsk")
    assert "though some speak of 'Lund'" in found.what
    assert "no article that was found names 'Lund'" in _nearest("Lund resigns", "It rained in Hask.", None).what
    headed = _nearest("Lund resigns", "It rained in Hask.", "Lund may resign over the port")
    assert headed.nearest == "“Lund may resign over the port” (2021-05-05)"


@pytest.mark.parametrize(
    ("text", "near"),
    [("Karl Lund and Ida Tolm may resign over the port.", True), ("Karl Lund may resign over the port.", False)],
)
def test_what_is_near_names_all_that_are_asked_for(text: str, near: bool) -> None:
    assert (text in _nearest("Lund and Tolm resign", text, None).nearest) is near
