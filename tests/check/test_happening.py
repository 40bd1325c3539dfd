"""Of which happening "the attack" is, and what befell in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import check_draft
from leadup.check.happening import bare_happening, with_happenings
from leadup.check.report import Statement
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

TITLE = "# The shelling of the port of Vessin\n\n"
FIRST = "- May 2, 2031: Rebels shelled the port of Vessin.\n"
ELSEWHERE = (
    ("The Halder Post", "In the attack at Orsk on Friday, 31 dockers died, officials said."),
    ("Coast Daily", "The attack at Orsk, in which 31 dockers died on Friday, was the first in years."),
)


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Twelve people died in the attack.", "attack"),
        ("The ruling was appealed.", "ruling"),
        ("Twelve people died in the attack on Orsk.", ""),
        ("Twelve people died in the attack that Pask led.", ""),
        ("Twelve people died in an attack.", ""),
        ("The attacker was held.", ""),
    ],
)
def test_the_noun_of_a_bare_happening(words: str, noun: str) -> None:
    assert bare_happening(words, ENGLISH) == noun


@pytest.mark.parametrize(
    ("before", "title", "about"),
    [
        (
            "Mara Tolk flew home to Dunmar on that day.",
            "The attack on Vessin",
            "Mara Tolk flew home to Dunmar on that day.",
        ),
        ("A rebel attack hit Orsk.", "The war of Vessin", "A rebel attack hit Orsk."),
        ("Mara Tolk flew home to Brenn.", "The attack on Vessin", "The attack on Vessin"),
        ("Mara Tolk flew home to Brenn.", None, "Mara Tolk flew home to Brenn."),
        ("It rained.", "An account", ""),
    ],
)
def test_which_words_say_it(before: str, title: str | None, about: str) -> None:
    lines = [before, "Twelve people died in the attack."]
    days = [DAY if "that day" in before else DAY - dt.timedelta(1), DAY]
    made = with_happenings([Statement(0, len(w), w, d) for w, d in zip(lines, days, strict=True)], title, ENGLISH)
    assert [s.about for s in made] == ["", about]


@pytest.mark.parametrize(
    ("draft", "is_borne_out"),
    [
        ("The attack killed 24 dockers.", True),
        ("There were 31 dockers who died in the attack.", False),
        ("In the attack, 31 dockers died.", False),
        ("In the attack at Orsk, 31 dockers died.", True),
    ],
)
def test_another_attack_bears_nothing_out(tmp_path: Path, draft: str, is_borne_out: bool) -> None:
    more = [article(text, outlet, DAY + dt.timedelta(1)) for outlet, text in ELSEWHERE]
    with archive(tmp_path, *more) as kept:
        (_, finding) = check_draft(TITLE + FIRST + f"- May 2, 2031: {draft}", kept, missing=False).findings
    assert (finding.kind in ("supported", "one side only", "disputed")) == is_borne_out, finding
