"""The chain of responses."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.timeline.making import article, entry

from leadup.model import Link
from leadup.timeline.chain import Told, link, link_told

TEXT = """May 1, 2021

Rebels shelled the harbour of Port Sorrel, killing two dockers.

Norland blamed the rebels for the shelling and said it would act.

May 2, 2021

In retaliation for the shelling, Norland bombed a rebel camp near Hask.

The premier called the strikes "a necessary answer".

May 3, 2021

Angered by the bombing, crowds broke into the Norland consulate in Hask.

Amid the unrest at the consulate, Norland ordered its staff to leave.

The move was met with concern in capitals around the world. The siege resulted in concern across the region.

"All sides must step back," Sudland's foreign minister, Ivo Lenn, said.

A ferry company opened a new line to the islands.
"""
DAYS = {"May 1": dt.date(2021, 5, 1), "May 2": dt.date(2021, 5, 2), "May 3": dt.date(2021, 5, 3)}


def told() -> list[Told]:
    found, day = [], dt.date(2021, 5, 1)
    at = 0
    for line in TEXT.splitlines(keepends=True):
        words = line.strip()
        if words[:5] in DAYS and words.endswith("2021"):
            day = DAYS[words[:5]]
        elif words and "concern in" not in words:
            found.append(Told(" ".join(words.split()[:2]), words, "a", at, day, words.startswith(('"', "The premier"))))
        at += len(line)
    return found


def links() -> dict[str, tuple[Link, ...]]:
    return link_told(told(), {"a": TEXT})


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("In retaliation", "Rebels shelled", "responds to"),
        ("The premier", "In retaliation", "statement about"),
        ("Angered by", "In retaliation", "responds to"),
        ("Amid the", "Angered by", "responds to"),
        ('"All sides', "Angered by", "responds to"),
    ],
)
def test_what_answers_what(one: str, other: str, kind: str) -> None:
    shown = [x for x in links()[one] if x.shown]
    assert (shown[0].to, shown[0].kind) == (other, kind)


def test_no_link_without_words_and_the_words_stand_there() -> None:
    assert "A ferry" not in links()
    for made in links().values():
        for one in made:
            assert TEXT[one.words.start : one.words.end] == one.words.exact


def test_nothing_answers_what_came_later_or_itself() -> None:
    days = {t.id: (t.day, t.start) for t in told()}
    for id, made in links().items():
        for one in made:
            assert one.to != id
            assert days[one.to] < days[id]


def test_what_is_blamed_before_a_strike_is_what_the_strike_answers() -> None:
    text = "Norland struck the rebels at Hask. Norland blamed the rebels for the shelling of Port Sorrel on May 1."
    first, second = text.split(". ")
    strike = Told("strike", first + ".", "a", 0, dt.date(2021, 5, 2))
    shelling = Told("shelling", second, "a", len(first) + 2, dt.date(2021, 5, 1))
    made = link_told([shelling, strike], {"a": text})
    assert made["strike"][0].to == "shelling"
    assert made["strike"][0].words.exact.startswith("blamed the rebels for the shelling")


def test_entries_link_by_their_ids() -> None:
    day = dt.date(2021, 5, 1)
    one = article("Rebels shelled the harbour. Angered by the shelling, dockers walked out.")
    entries = [
        entry(one, "Rebels shelled the harbour.", day),
        entry(one, "Angered by the shelling, dockers walked out.", day),
    ]
    made = link(entries, {one.id: one.text})
    assert [x.to for x in made[entries[1].id]] == [entries[0].id]


def test_the_floor_on_seed_and_plots(shared: Path) -> None:
    """Floors: the seed's links at precision 0.9 and recall 0.9, sentence pairs of EventStoryLine at precision 0.85."""
    root = Path(__file__).resolve().parents[3]
    plots = shared / "bench" / "events" / "eventstoryline_dev.jsonl.gz"
    command = [
        sys.executable,
        str(root / "benchmarks" / "chain.py"),
        "--seed",
        str(shared / "seed"),
        "--plots",
        str(plots),
    ]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["seed_precision"] >= 0.9
    assert figures["seed_recall"] >= 0.9
    assert figures["plots_all_precision"] >= 0.85


def test_a_statement_that_tells_of_the_event_is_about_it() -> None:
    day = dt.date(2021, 5, 2)
    event = Told("event", "Jets bombed a rebel camp near Hask.", "a", 0, day)
    other = Told("other", "Farmers near Hask sold their corn.", "a", 100, day)
    said = Told("said", "The ministry said late Sunday that its planes had bombed the camp at Hask.", "b", 0, day, True)
    far = Told("far", "The ministry said that it had bombed the camp at Hask.", "b", 0, day + dt.timedelta(30), True)
    made = link_told([event, other, said, far], {})
    assert [(x.to, x.kind) for x in made["said"]] == [("event", "statement about")]
    assert made["said"][0].words.exact == "said late Sunday that its planes had bombed the camp at Hask"
    assert "far" not in made


def test_the_noun_that_tells_goes_before_a_later_deed_of_its_kind() -> None:
    strikes = Told("strikes", "Jets struck a rebel camp near Hask.", "a", 0, dt.date(2021, 5, 2))
    shots = Told("shots", "Guards fired at a crowd in Hask.", "a", 100, dt.date(2021, 5, 4))
    answer = Told("answer", "Angered by the airstrikes, miners walked out.", "a", 200, dt.date(2021, 5, 4))
    assert [x.to for x in link_told([strikes, shots, answer], {})["answer"]] == ["strikes"]
