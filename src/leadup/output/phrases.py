"""The few phrases that every writer uses: days, publication times, support, speakers, chains.

Dates are in the style of news agencies ("Friday, Dec. 27, 2019"). Nothing here rewords a source: these are the lines
*about* the verbatim sentences.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Final

from leadup.lang import kept_table, month_names, weekday_names, with_calendar
from leadup.model import Action, Claim, Corrected, Doubt, Entry, Published, Reaction, Support, Timeline
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.cast import Speaker, names_both_sides, shown_speaker
from leadup.output.language import OF_AN_ANSWER, TOLD_IN
from leadup.output.speaker import held_before, is_told_by_another, manner_of

_ISO_DAY: Final = re.compile(r"\b[12]\d{3}-\d\d-\d\d\b")

LINK_WORDS: Final = {
    "responds to": "answers",
    "caused by": "comes of",
    "enables": "makes possible",
    "part of": "is part of",
    "statement about": "speaks of",
}
_TOLD_TWICE: Final = {("THREATEN", "threatened"), ("REQUEST", "called for"), ("REJECT", "denied")}
MANNER_WORDS: Final = {"quoted": "quoted", "partly quoted": "partly quoted", "paraphrased": "paraphrased"}


def _months() -> tuple[str, ...]:
    return month_names(short=True, language=TOLD_IN)


def _weekdays() -> tuple[str, ...]:
    return weekday_names(TOLD_IN)


def month_words(month: int) -> str:
    """The month as agencies shorten it ("Sept.")."""
    return _months()[month - 1]


def weekday_words(day: dt.date) -> str:
    """The weekday's name ("Friday")."""
    return _weekdays()[day.weekday()]


def day_words(day: dt.date, *, year: bool = True, weekday: bool = False) -> str:
    """A day in words: "Friday, Dec. 27, 2019", without weekday or year where not asked for."""
    words = f"{_months()[day.month - 1]} {day.day}"
    if year:
        words += f", {day.year}"
    return f"{_weekdays()[day.weekday()]}, {words}" if weekday else words


def stance_words(reaction: Reaction) -> str:
    """The stance of a reaction ("condemns"); empty where none was read, which says not that none was taken."""
    return "" if reaction.stance == "no position" else reaction.stance


def with_day_words(said: str) -> str:
    """What is said with its ISO days in words: "some have it on Jan. 2, 2020"."""

    def in_words(found: re.Match[str]) -> str:
        with suppress(ValueError):
            return day_words(dt.date.fromisoformat(found.group()))
        return found.group()

    return _ISO_DAY.sub(in_words, said)


def days_words(first: dt.date, last: dt.date) -> str:
    """A range of days: "Dec. 20, 2019 – Jan. 3, 2020", "Dec. 20–27, 2019"."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_months()[first.month - 1]} {first.day}–{last.day}, {first.year}"
    return f"{day_words(first, year=first.year != last.year)} – {day_words(last)}"


def since_words(day: dt.date, today: dt.date) -> str:
    """ "today", "since yesterday", "since Nov. 3", with the year where it is another one."""
    if day >= today:
        return "today"
    if day == today - dt.timedelta(1):
        return "since yesterday"
    return f"since {day_words(day, year=day.year != today.year)}"


def count_words(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 outlet", "2 outlets", "1 entry", "3 entries" (with ``plural`` given)."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def zone_words(moment: dt.datetime) -> str:
    """The offset of an aware time: "UTC", "UTC−05:00"."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def published_words(published: Published | None) -> str:
    """When an article was published, in its own zone, and how sure that is where it is not."""
    if published is None:
        return "publication time unknown"
    words = day_words(published.day)
    if published.precision != "day":
        words += f", {published.at:%H:%M} {zone_words(published.at)}"
    if published.certainty != "sure":
        words += f" ({published.certainty}: {published.how})"
    return words


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


_HEDGE: Final = "(probably)"

LONGEST_TITLE: Final = 4
"""Words that may stand before a name."""

LEAST_SAID = 0.2
"""Of a sentence, this share at least is what its speaker says."""


def speaker_of(entry: Entry) -> tuple[str, str] | None:
    """Who says the wording, as fully as the article names them, and the rest ("harbour minister, quoted").

    None where the words are the outlet's own, or it cannot be told whose they are. A title stands before the name. A
    reading that is a guess says "probably": "Mara Tolk", "(probably), quoted"; for a pronoun, "she", "probably Mara
    Tolk, quoted".
    """
    spoken = speaking(entry)
    if spoken is None:
        return None
    who, manner = spoken
    title = who.beside if who.beside and not who.guess and _is_title(who.beside) else None
    name = f"{title} {who.name}" if title and not who.name.startswith(title) else who.name
    name = f"{who.lead} {name}" if who.lead else name
    hedge = "" if who.sure or who.guess else _HEDGE
    beside = " ".join(filter(None, (None if title else who.beside, hedge)))
    return name, ", ".join(filter(None, (beside, manner)))


def speaking(entry: Entry) -> tuple[Speaker, str] | None:
    """Who says the wording, and the word for how ("quoted"); None as in :func:`speaker_of`."""
    paragraph, language = entry.evidence[0].paragraph, OF_AN_ANSWER
    text, start = paragraph.exact, paragraph.start
    for claim in entry.claims:
        who = shown_speaker(claim, text, start, language=language) if _fills(entry, claim) else None
        if who is not None and is_told_by_another(claim, entry.claims, text, start, language):
            return None
        if who is not None and not (claim.manner != "paraphrased" and _is_its_own(entry, who)):
            # An article may give an office that another says is held no more.
            told = (source.paragraph.exact for source in entry.evidence)
            beside = who.beside and held_before(who.beside, who.name, told, language)
            return replace(who, beside=beside), MANNER_WORDS[manner_of(claim, entry.wording, text, start, language)]
    return None


def _is_its_own(entry: Entry, who: Speaker) -> bool:
    """Is a speaker the outlet or agency that brings the words? What stands in quotation marks is another's."""
    outlet = entry.evidence[0].outlet
    return who.name in {outlet, *(line.name for line in entry.support.lineages if outlet in line.outlets)}


def _is_title(role: str) -> bool:
    """Whether a role is written as a title, which stands before a name: "Sen.", "Defense Secretary", "Ayatollah"."""
    words = role.split()
    return len(words) <= LONGEST_TITLE and all(word[:1].isupper() for word in words)


def _fills(entry: Entry, claim: Claim) -> bool:
    """Are the speaker's words enough of the sentence that it is theirs? "When the union ordered them to go" is not."""
    start, end = entry.wording.start, entry.wording.end
    said = sum(min(e, end) - max(s, start) for s, e in claim.content if s < end and start < e)
    return said >= LEAST_SAID * (end - start)


def speaker_words(entry: Entry) -> str | None:
    """Who says the wording and how: "Mara Tolk, harbour minister, quoted"."""
    spoken = speaker_of(entry)
    if spoken is None:
        return None
    return f"{spoken[0]}{' ' if spoken[1].startswith(_HEDGE) else ', '}{spoken[1]}"


def action_words(action: Action) -> str | None:
    """Who does what to whom: "Tarn → Maradia: mobilize, planned"; None where the text names neither side.

    None too where the reading is not sure: of such a third and less was right on real answers.
    """
    if not action.certain or (action.source is None and action.target is None) or not names_both_sides(action):
        return None
    source = action.source.name if action.source else "someone"
    target = f" → {action.target.name}" if action.target else ""
    return f"{source}{target}: {deed_words(action)}"


def deed_words(action: Action) -> str:
    """What is done, in the text's words, and its category: "“went” (mobilize, planned)", but "“warned” (threaten)".

    That it did not happen is said where the category does not say it.
    """
    told = action.realis == "happened" or (action.category, action.realis) in _TOLD_TWICE
    kind = action.category.lower() if told else f"{action.category.lower()}, {action.realis}"
    return f"“{opening_words(action.exact, 40)}” ({kind})"


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
