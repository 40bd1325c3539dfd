"""Chains of answers, walked back from where they end."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.model import Entry, Link, Timeline


@dataclass(frozen=True, slots=True)
class Step:
    """An entry in a chain: how far from the chain's end it is, and the link that leads to it (None at the end).

    ``again`` says that what the entry answers was walked before, and is not repeated.
    """

    entry: Entry
    depth: int
    link: Link | None
    again: bool = False


def chains_of(timeline: Timeline) -> tuple[Step, ...]:
    """Every chain, depth first: the event's own first, then those of entries that answer and are not answered.

    Each entry's links are followed once, so that a ring of links ends, and the result is linear in the links.
    """
    by_id = {entry.id: entry for entry in timeline.entries}
    answered = {link.to for entry in timeline.entries for link in entry.responds_to if link.to != entry.id}
    linked = [entry for entry in timeline.entries if any(link.to in by_id for link in entry.responds_to)]
    ends = [entry for entry in linked if entry.is_target]
    ends += [entry for entry in reversed(linked) if not entry.is_target and entry.id not in answered]
    steps: list[Step] = []
    walked: set[str] = set()
    for end in [*ends, *reversed(linked)]:
        if end.id in walked:
            continue
        waiting: list[tuple[Entry, int, Link | None]] = [(end, 0, None)]
        while waiting:
            entry, depth, link = waiting.pop()
            again = entry.id in walked and any(link.to in by_id for link in entry.responds_to)
            steps.append(Step(entry, depth, link, again))
            if entry.id in walked:
                continue
            walked.add(entry.id)
            waiting.extend((by_id[to.to], depth + 1, to) for to in reversed(entry.responds_to) if to.to in by_id)
    return tuple(steps)
