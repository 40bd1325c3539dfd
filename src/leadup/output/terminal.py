"""The timeline in a terminal: readable at 40 columns, without colour, and with every word of a source verbatim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from leadup.model import Entry, Link, Timeline
from leadup.output.context import with_needed_context
from leadup.output.days_in_words import day_words, days_words, published_words, with_day_words
from leadup.output.phrases import (
    LESS_SURE,
    LESS_SURE_MEANS,
    LINK_WORDS,
    carried_words,
    correction_words,
    doubt_words,
    folded_words,
    guess_words,
    headline_words,
    opening_words,
    reach_words,
    stance_words,
    standing_words,
    summary_words,
    unread_words,
    unstated_words,
)
from leadup.output.provenance import made_words
from leadup.output.sources import named_outlets, outlets_of, source_name
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import one_line, pieces_of, visible

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 100
"""Columns of running text: longer lines are hard to read, however wide the window is."""
_DEEPEST = 6
"""Steps of a chain that are indented further: deeper ones stand below each other."""
_FOLDED = "less sure"
"""What opens the line of a folded entry; below the entries it is said of what."""
_SHORTEST_FOLD = 40
"""Code points that are shown of a folded entry, however narrow the window is."""


def render(timeline: Timeline, console: Console, *, why: bool = False, chain: bool = False, more: bool = False) -> None:
    """Print ``timeline`` to ``console``.

    ``why`` adds to each entry the reason for its date, every source with its place (code points of the stored text)
    and the parts of its score; what made the answer stands at the foot. ``chain`` adds what answered what, back from
    the event, and shows links that are only possible too. ``more`` shows the entries that are less sure to belong
    whole; without it each is a line with its opening words. Control characters in a source are printed as signs, never
    sent.
    """
    timeline = with_needed_context(timeline)
    width = min(console.width, _WIDEST)
    _head(timeline, console, width)
    _days(timeline, console, width, why, chain, more)
    if timeline.entries:
        console.print()
        if signs := _signs([entry for entry in timeline.entries if more or not entry.less_sure]):
            _print(console, signs, width)
        if meanings := _meanings(timeline, why, more):
            _print(console, Text(meanings, style="dim"), width)
    if chain:
        _chain(timeline, console, width)
    _foot(timeline, console, width, why)


def _head(timeline: Timeline, console: Console, width: int) -> None:
    """What was asked, the event's day and how it is known, and how much was told of each day."""
    _print(console, Text(one_line(headline_words(timeline)), style="bold"), width)
    if unstated := unstated_words(timeline):
        _print(console, Text(one_line(unstated), style="bold yellow"), width)
    _print(console, Text(summary_words(timeline), style="dim"), width)
    if timeline.target is not None:
        how = f"The event's day, {day_words(timeline.target.day)}: {one_line(with_day_words(timeline.target.how))}"
        _print(console, Text(how, style="dim"), width)
        if guess := guess_words(timeline):
            _print(console, Text(guess, style="dim"), width)
    strip = _strip(timeline)
    if len(strip) <= width - 2 and strip:
        ends = f"{day_words(timeline.first, year=False)} … {day_words(timeline.last, year=False)}"
        _print(console, Text.assemble((strip, "cyan"), "  ", (ends, "dim")), width)
    for said in reach_words(timeline):
        _print(console, Text(said, style="italic"), width)


def _days(timeline: Timeline, console: Console, width: int, why: bool, chain: bool, more: bool) -> None:
    """The entries, below their days."""
    by_id = {entry.id: entry for entry in timeline.entries}
    day: dt.date | None = None
    aftermath = False
    for entry in timeline.entries:
        if entry.is_aftermath and not aftermath:
            aftermath = True
            console.print()
            _print(console, Text("Afterwards", style="bold italic"), width)
        if entry.day != day:
            day = entry.day
            console.print()
            _print(console, Text(day_words(day, weekday=True), style="bold"), width)
        if entry.less_sure and not more:
            _print(console, _folded(entry, width), width, 4)
            if why and (doubt := doubt_words(entry)):
                _print(console, Text(f"folded, for it {doubt}", style="dim"), width, 8)
            continue
        for number, line in enumerate(_entry(entry, by_id, why, chain, timeline.articles_read == 1)):
            _print(console, line, width, 4, None if number else _mark(entry))


def _folded(entry: Entry, width: int) -> Text:
    """One line for an entry that is less sure to belong: its opening words, and whose they are."""
    whose = ", ".join(one_line(name) for name in outlets_of(entry)[:1])
    lead, tail = f"{_FOLDED}: ", f" ({whose})" if whose else ""
    words = opening_words(one_line(entry.wording.exact), max(width - 4 - len(lead) - len(tail), _SHORTEST_FOLD))
    return Text(f"{lead}{words}{tail}", style="dim")


def _foot(timeline: Timeline, console: Console, width: int, why: bool) -> None:
    """Reactions, articles that were not read, what made the answer, and what an editor changed."""
    if timeline.reactions:
        console.print()
        _print(console, Text("Reactions", style="bold"), width)
        for reaction in timeline.reactions:
            who = reaction.speaker.name if reaction.speaker else reaction.side
            head = f"{one_line(reaction.side)} {stance_words(reaction)}".rstrip() + ": "
            by = ", ".join(one_line(name) for name in (who, reaction.outlet) if name)
            line = Text.assemble((head, "bold"), one_line(reaction.words.exact), (f" ({by})", "dim"))
            _print(console, line, width, 2)
    unread = unread_words(timeline.unread)
    if unread is not None:
        console.print()
        _print(console, Text(one_line(unread), style="dim"), width)
    made = made_words(timeline.provenance) if why else None
    if made is not None:
        console.print()
        _print(console, Text(one_line(made), style="dim"), width)
    if timeline.corrections:
        console.print()
        _print(console, Text("What an editor changed", style="bold"), width)
        for corrected in timeline.corrections:
            _print(console, Text(one_line(correction_words(corrected))), width, 2)


def marked(words: str, marks: Iterable[tuple[int, int]], style: str) -> Text:
    """Words on one line, with the marked ones in a style."""
    # One blank for one white space, so that the marks' extents still fit.
    plain = "".join(" " if c.isspace() else c for c in words)
    text = Text()
    for piece, is_marked in pieces_of(plain, marks):
        text.append(visible(piece), style=style if is_marked else None)
    return text


def _entry(entry: Entry, by_id: dict[str, Entry], why: bool, chain: bool, alone: bool) -> Iterator[Text]:
    """What is printed of an entry: its words first, then a line for each thing to know about them.

    Of one article read ``alone``, the reader knows whose it is: that its outlet is not named is not said each time.
    """
    words = Text(one_line(entry.wording.exact), style="bold" if entry.is_target else "")
    if entry.context is not None:
        words = Text.assemble((f"[{one_line(entry.context.exact)}] ", "dim"), words)
    yield words
    facts = [carried_words([one_line(name) for name in outlets_of(entry)], entry.support)]
    if alone and not named_outlets(entry):
        facts = []
    who = speaker_words(entry)
    if who:
        facts.insert(0, one_line(who))
    if entry.last_day and entry.last_day != entry.day:
        facts.append(days_words(entry.day, entry.last_day))
    piece = standing_words(entry)
    if piece is not None:
        facts.append(piece)
    if facts:
        yield Text(" · ".join(facts), style="dim")
    for account in entry.accounts:
        if account.state in ("revised", "disputed"):
            yield Text.assemble((f"{account.state}: ", "yellow"), one_line(account.line))
    for link in entry.responds_to:
        other = by_id.get(link.to)
        if other is None or not (link.shown or chain):
            continue
        hedge = "" if link.shown else "possibly "
        yield Text(
            f"↳ {hedge}{LINK_WORDS[link.kind]} {day_words(other.day, year=False)}, "
            f"“{opening_words(one_line(other.wording.exact), 60)}”: “{one_line(link.words.exact)}”",
            style="green",
        )
    if why:
        yield from _why(entry)


def _why(entry: Entry) -> Iterator[Text]:
    if doubt := doubt_words(entry):
        yield Text(f"less sure, for it {doubt}", style="dim")
    yield Text(f"dated by: {one_line(entry.date_reason)}", style="dim")
    for evidence in entry.evidence:
        span = evidence.mention.span
        place = f"{span.article}[{span.start}:{span.end}]"
        source = one_line(evidence.outlet or source_name(evidence.source))
        yield Text(f"source: {source}, {one_line(published_words(evidence.published))}, {place}", style="dim")
    for name, value, reason in entry.score.parts:
        yield Text(f"score {value:+.2f} {one_line(name)}: {one_line(reason)}", style="dim")


def _chain(timeline: Timeline, console: Console, width: int) -> None:
    """The chains as trees: the event first, then whatever else answers something and is answered by nothing."""
    steps = chains_of(timeline)
    if not timeline.entries:
        return
    console.print()
    if not steps:
        _print(console, Text("No link between the entries is stated by these articles.", style="dim"), width)
        return
    _print(console, Text("What answered what, back from the event", style="bold"), width)
    for step in steps:
        words = f"{day_words(step.entry.day, year=False)}: {opening_words(one_line(step.entry.wording.exact), 100)}"
        if step.link is None:
            _print(console, Text(words), width, 4, _mark(step.entry))
            continue
        hedge = "" if step.link.shown else "possibly "
        lead = f"{hedge}{LINK_WORDS[step.link.kind]} (“{opening_words(one_line(step.link.words.exact), 60)}”) "
        again = " (see above)" if step.again else ""
        indent = 4 + 3 * min(step.depth, _DEEPEST)
        arrow = Text(f"{' ' * (indent - 2)}↳ ", style="green")
        _print(console, Text.assemble((lead, "green"), words, (again, "dim")), width, indent, arrow)


def _strip(timeline: Timeline) -> str:
    """A bar a day for how much was reported of it; empty where that is not known."""
    mentions = {volume.day: volume.mentions for volume in timeline.volume}
    most = max(mentions.values(), default=0)
    if not most:
        return ""
    days = (timeline.last - timeline.first).days + 1
    counts = (mentions.get(timeline.first + dt.timedelta(n), 0) for n in range(days))
    return "".join(" " if not count else _BARS[(count * (len(_BARS) - 1)) // most] for count in counts)


def _mark(entry: Entry) -> Text:
    if entry.is_target:
        return Text("  ◆ ", style="bold red")
    return Text("  ● ", style="cyan") if entry.kind == "event" else Text("  ○ ", style="magenta")


def _print(console: Console, text: Text, width: int, indent: int = 0, mark: Text | None = None) -> None:
    """Print ``text`` wrapped, each line indented; ``mark`` stands in the first line's indent."""
    for number, line in enumerate(text.wrap(console, max(width - indent, 16))):
        line.rstrip()
        lead = mark if mark is not None and not number else Text(" " * indent)
        console.print(Text.assemble(lead, line), soft_wrap=True)


def _meanings(timeline: Timeline, why: bool, more: bool) -> str:
    """What else is shown and what it means: words in brackets, entries that are less sure to belong; nothing where
    there are none."""
    said = []
    if any(entry.context is not None for entry in timeline.entries if more or not entry.less_sure):
        said.append("[…] the words before it in its article, which it leans on")
    folded = folded_words(timeline)
    ask_why = "" if why else ", --why says why"
    if folded is not None and more:
        said.append(f"{LESS_SURE}: {LESS_SURE_MEANS}{' (--why says why)' if ask_why else ''}")
    elif folded is not None:
        said.append(f"Folded: {folded}: {LESS_SURE_MEANS} (--more shows them whole{ask_why})")
    return "\n".join(said)


def _signs(entries: Sequence[Entry]) -> Text:
    """What the signs before these entries stand for, each that is there once."""
    told = {
        "the event": next((e for e in entries if e.is_target), None),
        "what happened": next((e for e in entries if not e.is_target and e.kind == "event"), None),
        "what was said": next((e for e in entries if not e.is_target and e.kind != "event"), None),
    }
    parts = [Text.assemble(_mark(entry), (meaning, "dim")) for meaning, entry in told.items() if entry is not None]
    return Text("").join(parts)


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
