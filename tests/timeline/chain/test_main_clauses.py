"""Asides between dashes: they hide nothing, and are not told."""

from __future__ import annotations

from tests.timeline.chain.referring import links


def test_what_stands_between_dashes_hides_nothing_and_is_not_told() -> None:
    who = "dressed in black and wearing what seemed to be a vest, just like those who stormed the mill offices"
    told = ("shot", 3, f"Earlier Monday, a gunman -- {who} -- shot and killed a guard in the Norhaven suburb of Hask.")
    assert links(told, ("x", 5, "Lund of Norhaven condemned the shooting.")) == [("x", "shot", False)]
    assert links(told, ("x", 5, "Lund of Norhaven condemned the storming of the mill.")) == []


def test_an_en_dash_in_a_compound_opens_no_aside() -> None:
    told = "The Norhaven–Hask truce collapsed after shelling on the Sundholm–Lom road."
    told_of = ("truce", 3, told)
    assert links(told_of, ("x", 5, "Lund of Norhaven condemned the shelling of the road.")) == []
    assert ("x", "truce", False) in links(told_of, ("x", 5, "Lund of Norhaven regretted the collapse of the truce."))
