from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leadup.model import Link, Timeline
from leadup.output.terminal import chains_of
from tests.output.stories import crisis, story


def linked(links: list[tuple[int, int]]) -> Timeline:
    timeline = story(5)
    made = []
    for at, entry in enumerate(timeline.entries):
        out = tuple(Link(timeline.entries[to].id, "responds to", entry.wording, "r") for a, to in links if a == at)
        made.append(replace(entry, responds_to=out))
    return replace(timeline, entries=tuple(made))


def drawn(timeline: Timeline) -> list[str]:
    number = {entry.id: at for at, entry in enumerate(timeline.entries)}
    return [f"{' ' * step.depth}{number[step.entry.id]}{'*' if step.again else ''}" for step in chains_of(timeline)]


def test_the_events_chain_comes_first_and_each_end_has_one() -> None:
    assert drawn(linked([(4, 2), (2, 0), (3, 1)])) == ["4", " 2", "  0", "3", " 1"]


def test_what_was_walked_is_not_walked_again() -> None:
    assert drawn(linked([(4, 2), (4, 1), (2, 1), (1, 0)])) == ["4", " 2", "  1", "   0", " 1*"]


def test_a_ring_ends() -> None:
    assert drawn(linked([(1, 2), (2, 1)])) == ["2", " 1", "  2*"]
    assert drawn(linked([(3, 3)])) == ["3", " 3*"]


def test_nothing_linked_is_nothing_drawn() -> None:
    assert chains_of(story(5)) == ()
    assert len(chains_of(crisis())) == 18


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), unique=True))
def test_every_link_is_one_step(links: list[tuple[int, int]]) -> None:
    steps = chains_of(linked(links))
    assert sum(step.link is not None for step in steps) == len(links)
    assert {step.entry.id for step in steps if step.link is None} <= {step.entry.id for step in steps}
