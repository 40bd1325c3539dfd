"""The timeline as Markdown (CommonMark), for notes, wikis and repositories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from leadup.model import Entry, Evidence, Timeline
from leadup.output.address import web_address
from leadup.output.context import with_needed_context
from leadup.output.days_in_words import day_words, published_words, with_day_words
from leadup.output.phrases import (
    LINK_WORDS,
    correction_words,
    count_words,
    headline_words,
    opening_words,
    outlets_words,
    reach_words,
    stance_words,
    standing_words,
    summary_words,
    support_words,
    unread_words,
    unstated_words,
)
from leadup.output.sources import by_article, named_outlets, outlets_of, title_of
from leadup.output.speaker_words import speaker_words
from leadup.output.visible import one_line

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~$#])|(&)(?=[#\w])")
_LINE_START: Final = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")


def escaped(text: str) -> str:
    """``text`` on one line with all that Markdown or HTML would take for mark-up escaped."""
    line = _SPECIAL.sub(r"\\\1\2", one_line(text))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def to_markdown(timeline: Timeline) -> str:
    """The timeline as CommonMark: a heading a day, each entry verbatim with its sources beneath."""
    timeline = with_needed_context(timeline)
    numbers = {entry.id: number for number, entry in enumerate(timeline.entries, 1)}
    lines = [f"# {escaped(headline_words(timeline))}", ""]
    if unstated := unstated_words(timeline):
        lines += [f"**{escaped(unstated)}**", ""]
    lines += [escaped(summary_words(timeline)), ""]
    if timeline.target is not None:
        lines += [
            f"The day of the event is {day_words(timeline.target.day)}: {escaped(with_day_words(timeline.target.how))}",
            "",
        ]
    day = None
    for entry in timeline.entries:
        if entry.day != day:
            day = entry.day
            lines += [f"## {day_words(day, weekday=True)}", ""]
        lines += [*_entry(entry, numbers, timeline), ""]
    if timeline.reactions:
        lines += ["## Reactions", ""]
        for reaction in timeline.reactions:
            who = reaction.speaker.name if reaction.speaker else reaction.side
            about = numbers.get(reaction.about)
            said = ", ".join(filter(None, (stance_words(reaction), f"about entry {about}" if about else "")))
            told = f" ({said})" if said else ""
            outlet = f" ({escaped(reaction.outlet)})" if reaction.outlet else ""
            lines.append(
                f"- **{escaped(reaction.side)}**{told}, {escaped(who)}, "
                f"{day_words(reaction.day)}: {escaped(reaction.words.exact)}{outlet}"
            )
        lines.append("")
    lines += [f"*{line}*" for line in reach_words(timeline)]
    unread = unread_words(timeline.unread)
    if unread is not None:
        lines.append(f"{escaped(unread[:1].upper() + unread[1:])}.")
    if timeline.corrections:
        lines += ["", "## What an editor changed", ""]
        lines += [f"- {escaped(correction_words(corrected))}" for corrected in timeline.corrections]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(entry: Entry, numbers: dict[str, int], timeline: Timeline) -> Iterator[str]:
    number = numbers[entry.id]
    label = "The event asked about" if entry.is_target else entry.kind.capitalize()
    before = f"[{escaped(entry.context.exact)}] " if entry.context is not None else ""
    yield f"**{number}. {label}.** {before}{escaped(entry.wording.exact)}"
    yield ""
    who = speaker_words(entry)
    if who:
        yield f"- Said by {escaped(who)}"
    known = f": {escaped(outlets_words(outlets_of(entry)))}" if named_outlets(entry) else ""
    yield f"- {support_words(entry.support).capitalize()}{known}"
    piece = standing_words(entry)
    if piece is not None:
        yield f"- {piece[:1].upper()}{piece[1:]}"
    if entry.last_day and entry.last_day != entry.day:
        yield f"- Until {day_words(entry.last_day)}"
    yield f"- Dated: {escaped(entry.date_reason)}"
    for account in entry.accounts:
        if account.state != "single":
            yield f"- Accounts ({account.state}): {escaped(account.line)}"
    for link in entry.responds_to:
        to = numbers.get(link.to)
        if link.shown and to:
            other = timeline.entries[to - 1]
            yield (
                f"- {LINK_WORDS[link.kind].capitalize()} entry {to} ({day_words(other.day)}, "
                f"“{escaped(opening_words(other.wording.exact, 60))}”): “{escaped(link.words.exact)}”"
            )
    articles = by_article(entry)
    yield f"- {count_words(len(articles), 'source')}:"
    for group in articles:
        aside = ", in passing" if all(evidence.in_passing for evidence in group) else ""
        yield f"  - {_source(group[0])}{aside}"
        for evidence in group:
            if evidence.mention.span.exact != entry.wording.exact:
                yield f"    - {escaped(evidence.mention.span.exact)}"


def _source(evidence: Evidence) -> str:
    title = escaped(title_of(evidence))
    url = web_address(evidence.url)
    name = f"[{title}](<{url}>)" if url else title
    outlet = f"{escaped(evidence.outlet)}, " if evidence.outlet else ""
    wire = f", credits {escaped(evidence.wire)}" if evidence.wire else ""
    return f"{outlet}{name}, {escaped(published_words(evidence.published))}{wire}"
