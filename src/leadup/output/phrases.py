"""The few phrases that every writer uses: support, outlets, what is folded, corrections, titles and summaries.

Nothing here rewords a source: these are the lines *about* the verbatim sentences. Days stand in
:mod:`leadup.output.days_in_words`, speakers and deeds in :mod:`leadup.output.speaker_words`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from leadup.lang import kept_table, with_calendar
from leadup.model import Corrected, Doubt, Entry, Reaction, Support, Timeline
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.days_in_words import day_words, days_words
from leadup.output.language import OF_AN_ANSWER, TOLD_IN

LINK_WORDS: Final = {
    "responds to": "answers",
    "caused by": "comes of",
    "enables": "makes possible",
    "part of": "is part of",
    "statement about": "speaks of",
}


def stance_words(reaction: Reaction) -> str:
    """The stance of a reaction ("condemns"); empty where none was read, which says not that none was taken."""
    return "" if reaction.stance == "no position" else reaction.stance


def count_words(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 outlet", "2 outlets", "1 entry", "3 entries" (with ``plural`` given)."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def support_words(support: Support) -> str:
    """ "4 outlets, probably 2 independent"; "probably 2 independent outlets"; "1 outlet"; "3 articles, outlet not
    named".

    Articles that name no outlet are one source: "2 outlets and one not named, probably 3 independent". Several are
    only probably so many: that each tells this very thing was right for 60 of 70 such counts over fresh real news.
    """
    outlets = sum(name != UNNAMED_OUTLET for name in support.outlets)
    if not outlets:
        return f"{count_words(max(support.articles, 1), 'article')}, {UNNAMED_OUTLET}"
    if outlets < len(support.outlets):
        return f"{count_words(outlets, 'outlet')} and one not named, {_independent(support)}"
    if outlets == 1:
        return "1 outlet"
    if support.independent >= outlets:
        return f"probably {outlets} independent outlets"
    return f"{outlets} outlets, {_independent(support)}"


def _independent(support: Support) -> str:
    return f"{'probably ' if support.independent > 1 else ''}{support.independent} independent"


def unread_words(unread: Sequence[tuple[str, int]]) -> str | None:
    """ "3 articles in French and 1 in German were not read"; None where all were."""
    if not unread:
        return None
    from babel import Locale

    names = Locale(TOLD_IN).languages
    said = [f"{count} in {names.get(code, code)}" for code, count in unread]
    head = f"{count_words(unread[0][1], 'article')} in {names.get(unread[0][0], unread[0][0])}"
    listed = [head, *said[1:]]
    joined = " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
    return f"{joined} {'was' if sum(n for _, n in unread) == 1 else 'were'} not read"


def guess_words(timeline: Timeline) -> str | None:
    """What a guess at the event's day is, where one stands; None where the day is given or worked out.

    Of 184 guesses to questions that are known 144 were right, of 28 that fresh readers asked 19; of the days that are
    called worked out, all of some hundred.
    """
    if timeline.target is None or not timeline.target.is_guess:
        return None
    return (
        "A guess is a day that the articles do not settle: up to one guess in three is wrong. "
        "Where they settle it, the day is called “worked out”."
    )


def reach_words(timeline: Timeline) -> tuple[str, ...]:
    """What is to be said of the window: that nothing leads up to the event, that no entry states it, that the story may
    have begun before it.

    The articles before it share the story's people and words; of eight that fresh readers looked at two told of it.
    """
    said = []
    if timeline.is_sudden:
        # What the event's own day tells beside it came before it on that day.
        own_day = any(e.day == timeline.target.day and not e.is_target for e in timeline.entries if timeline.target)
        when = " on the days before" if own_day else ""
        said.append(f"Nothing was found in these articles that led up to it{when}.")
    stating = [entry for entry in timeline.entries if entry.is_target]
    if unstated_words(timeline) is None and _is_asked_of(timeline) and all(entry.less_sure for entry in stating):
        said.append(_IN_PASSING if stating else "No sentence was found that states the event itself.")
    if timeline.earlier is not None:
        span = days_words(timeline.earlier.first, timeline.earlier.last)
        told = count_words(timeline.earlier.articles, "article")
        verb = "shares" if timeline.earlier.articles == 1 else "share"
        ask = f"ask for {timeline.reach} days (--days {timeline.reach}) to look there too"
        said.append(f"The story may have begun before: {told} of {span} {verb} its people and words; {ask}.")
    return tuple(said)


def unstated_words(timeline: Timeline) -> str | None:
    """That no sentence states an event on the day that was given, so that it may not have happened, or not then: what
    is to be said before all else. None where one does, or no day was given."""
    target = timeline.target
    if target is None or target.certainty != "given" or not _is_asked_of(timeline):
        return None
    if any(entry.is_target for entry in timeline.entries):
        return None
    when = f"on {day_words(target.day)}, the day you gave"
    return f"No sentence was found here that states “{title_words(timeline)}” {when}."


def _is_asked_of(timeline: Timeline) -> bool:
    """Is the event's day among those that are told?"""
    target = timeline.target
    return target is not None and bool(timeline.entries) and timeline.first <= target.day <= timeline.last


def standing_words(entry: Entry) -> str | None:
    """What an entry must say beside its sources: when its words were printed, where they count from that day and it is
    not the entry's; that no report tells it, or that all were written before its day; and that it is less sure to
    belong."""
    said = [LESS_SURE] if entry.less_sure else []
    printed = entry.evidence[0].published
    known = printed is not None and printed.certainty != "inferred" and printed.day != entry.day
    if printed is not None and known and _counts_from_printing(entry.wording.exact, OF_AN_ANSWER):
        said.append(f"printed {day_words(printed.day)}")
    if entry.told_by != "report":
        said.append(f"told by {_PIECES[entry.told_by]} only")
    elif all(e.published is not None and e.published.day < entry.day for e in entry.evidence):
        said.append("from reports printed before that day")
    return ", ".join(said) or None


LESS_SURE: Final = "less sure to belong"
LESS_SURE_MEANS: Final = "an editor may well leave it out"
_DOUBTS: Final[dict[Doubt, str]] = {
    "told again": "may tell again what another entry tells",
    "may not belong": "may not be of this story, or hardly be worth keeping",
    "no news": "may be no news of its day",
    "came after": "may be of the event, or have come after it, rather than led up to it",
    "event in passing": "may only bring the event up",
}


def doubt_words(entry: Entry) -> str | None:
    """Why an entry is less sure to belong: "may tell again what another entry tells"; None where it is sure, or that is
    not said."""
    return _DOUBTS[entry.doubt] if entry.less_sure and entry.doubt is not None else None


_IN_PASSING: Final = (
    "No sentence was found that surely states the event itself: the one that comes nearest may only bring it up."
)


@cache
def _quoted(language: str) -> re.Pattern[str]:
    """What stands in quotation marks."""
    return re.compile(kept_table("sentences", language)["quoted"])


@cache
def _counted(language: str) -> re.Pattern[str]:
    """Words that count from the day of printing ("last Friday")."""
    return re.compile(with_calendar(kept_table("printed", language)["counted"], language), re.IGNORECASE)


def _counts_from_printing(wording: str, language: str) -> bool:
    """Whether words that are the outlet's own count from the day of printing."""
    return _counted(language).search(_quoted(language).sub(" ", wording)) is not None


def _folded(timeline: Timeline) -> int:
    return sum(entry.less_sure for entry in timeline.entries)


def folded_words(timeline: Timeline) -> str | None:
    """How many entries are folded: "4 entries that are less sure to belong"; None where none is."""
    folded = _folded(timeline)
    if not folded:
        return None
    return f"{count_words(folded, 'entry', 'entries')} that {'is' if folded == 1 else 'are'} {LESS_SURE}"


_PIECES = {
    "opinion": "an opinion piece",
    "letters": "readers' letters",
    "quiz": "a quiz",
    "horoscope": "a horoscope",
    "transcript": "a transcript",
}


def carried_words(names: Sequence[str], support: Support) -> str:
    """Who carries it and how many, in one phrase: "A and B (probably 2 independent outlets)", "3 articles, outlet not
    named"."""
    known = any(name != UNNAMED_OUTLET for name in names)
    return f"{outlets_words(names)} ({support_words(support)})" if known else support_words(support)


def outlets_words(names: Sequence[str], at_most: int = 3) -> str:
    """ "A", "A and B", "A, B and 4 others"; "A and an unnamed outlet"."""
    if not names:
        return "an unnamed outlet"
    names = ["an unnamed outlet" if name == UNNAMED_OUTLET else name for name in names]
    if len(names) <= at_most:
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{', '.join(names[: at_most - 1])} and {len(names) - at_most + 1} others"


def title_words(timeline: Timeline) -> str:
    """What the timeline leads up to: the target as understood, else the asker's words, else the days."""
    words = timeline.target.words if timeline.target else timeline.question.target
    return words.strip() or " ".join(timeline.question.keywords) or days_words(timeline.first, timeline.last)


def headline_words(timeline: Timeline) -> str:
    """ "What led up to …"; "Day by day: …" where no event was asked about, as for one article's own timeline."""
    return f"What led up to {title_words(timeline)}" if has_event(timeline) else f"Day by day: {title_words(timeline)}"


def has_event(timeline: Timeline) -> bool:
    """Whether the timeline leads up to an event, or only tells days."""
    return timeline.target is not None or timeline.question.date is not None


def summary_words(timeline: Timeline) -> str:
    """ "Dec. 20, 2019 – Jan. 3, 2020 · 20 entries · 4 of them less sure to belong · 745 articles read"."""
    parts = [
        days_words(timeline.first, timeline.last),
        count_words(len(timeline.entries), "entry", "entries"),
    ]
    if folded := _folded(timeline):
        parts.append(f"{folded} of them {LESS_SURE}")
    if timeline.articles_read:
        parts.append(f"{count_words(timeline.articles_read, 'article')} read")
    if timeline.question.as_of is not None:
        parts.append(f"only what was published by {day_words(timeline.question.as_of)}")
    return " · ".join(parts)


_CHANGED: Final = {
    "hide": "Left out", "pin": "Kept in", "merge": "Told as one with another", "split": "Set apart",
    "reword": "Shown in other words of a source", "link": "Linked", "unlink": "A link taken back",
    "unspeak": "The speaker taken back", "outlets": "counted as one outlet", "note": "Editor’s note",
}  # fmt: skip


def correction_words(corrected: Corrected) -> str:
    """What an editor changed, who and when: "Left out by Ada, Nov. 28, 2026: “The pier was …”".

    Of a correction whose place is no longer in the archive, that it was not made.
    """
    c = corrected.correction
    what = f"Moved to {day_words(c.day)}" if c.kind == "redate" and c.day else _CHANGED.get(c.kind, c.kind.capitalize())
    if c.kind == "outlets":
        return f"{c.text or 'Two outlets'} {what} by {c.by}, {day_words(c.at.date())}{_gone(corrected)}"
    because = f", by the words “{opening_words(c.words.exact, 90)}”" if c.kind in ("redate", "link") and c.words else ""
    if c.kind == "note":
        because = f": {c.text}"
    where = f" (on “{opening_words(c.place.exact, 70)}”)"
    return f"{what} by {c.by}, {day_words(c.at.date())}{because}{where}{_gone(corrected)}"


def _gone(corrected: Corrected) -> str:
    return " — not made: the place is no longer in these articles" if corrected.state == "gone" else ""


def opening_words(text: str, longest: int = 80) -> str:
    """The first words of a sentence, cut at a space, with "…" where something is left out."""
    line = " ".join(text[: longest * 4].split())
    if len(line) <= longest and len(text) <= longest * 4:
        return line
    cut = line[:longest]
    head, _, _ = cut.rpartition(" ")
    return f"{(head or cut).rstrip(',;:–—-')}…"
