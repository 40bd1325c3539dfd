"""Days that stand under the main clause: in a relative clause, in a charge, in the name that a thing has by its day.

"They met the father of a man who died Thursday night" tells of a meeting, "reporters asked about his April 12 arrest"
of a question. Such a day is one that the sentence names, and not the one on which happened what it tells. What is
added between commas ("the rigger, who died Thursday") is told all the same, besides what the main clause tells.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from leadup.lang import any_of, kept_table
from leadup.model import Timex
from leadup.reading.telling import Telling

_LONGEST_NAME = 2
"""Words between a determiner and the word with a comma before a thing's day ("the first, long, Feb. 2 interview")."""
_LONGEST_THING = 8
"""Words of what somebody is wanted for, before its day."""
_BACK = 120
"""Code points before a day in which the words stand that make it the day of a thing."""
_LONGEST_CLAUSE = 800
"""Code points beside a day in which the clause stands that it belongs to."""
_LONGEST_POINTER = 20
"""Code points before the verb that hold the word which points at something."""
_LONGEST_OF = 24
"""Code points before the day of a thing that hold the preposition before it, and an article."""
_DASH = re.compile(r"\s(?:--?|[–—])\s|[–—]")
_BEFORE_COMMA = re.compile(r"(?:\s[a-z][\w-]*){0,2},")
"""The end of an added clause whose day stands among its last words."""
_SET_APART = re.compile(r"[\"”’]?(?:[,;.!?—–]|\s--?\s|\s[—–]|\s*$)")
_CLOSED = re.compile(r"[^,;:—]*,[^,;:—]*$")
"""The rest of an added clause that stands before the main verb."""
_FARTHEST = 14
"""Words between what opens a clause and the day in it, at most..."""
_FARTHEST_BEHIND = 40
"""...and between what came about behind something and the day of that."""


class Standing(Enum):
    """Where a day stands in its sentence."""

    MAIN = 0
    ADDED = 1
    UNDER = 2


class _Ways(NamedTuple):
    clause: re.Pattern[str]
    added: re.Pattern[str]
    named_in: re.Pattern[str]
    parting: re.Pattern[str]
    charge: re.Pattern[str]
    judged: re.Pattern[str]
    pointing_at: re.Pattern[str]
    behind: re.Pattern[str]
    set_behind: re.Pattern[str]
    named_by: re.Pattern[str]
    attributive: re.Pattern[str]
    of_a: re.Pattern[str]
    as_somebody: re.Pattern[str]
    after_what: re.Pattern[str]
    main_after: re.Pattern[str]
    a_thing: re.Pattern[str]
    concerning: re.Pattern[str]
    pointing: re.Pattern[str]
    telling: re.Pattern[str]
    of_a_thing: re.Pattern[str]
    of_which: re.Pattern[str]
    coming: re.Pattern[str]
    done_to: re.Pattern[str]
    left_behind: re.Pattern[str]
    content: re.Pattern[str]
    contact: re.Pattern[str]
    had: re.Pattern[str]


@cache
def _ways(language: str) -> _Ways:
    words = kept_table("dating", language)["under"]
    that, on = words["that"], words["on"]
    irregular = any_of(kept_table("telling", language)["past"])
    past = any_of(sorted({*kept_table("telling", language)["past"], *words["past"]}))
    verbs = (*kept_table("telling", language)["said"], *kept_table("telling", language)["says"], *words["holding"])
    holding = "".join(rf"(?<!\b{verb}\s)" for verb in verbs)
    told = any_of((*kept_table("telling", language)["said"], *words["bringing"]))
    be = any_of(kept_table("telling", language)["be"])
    not_after = "".join(rf"(?<!\b{word}\s)" for word in words["set_in"])
    rest = rf"(?:[^\s;—]*[^\s,;—]\s){{1,{_FARTHEST}}}"
    # A thing is described, not what was said or found: its own verb follows "that".
    past = rf"(?:\w+{words['past_ending']}|{past})"
    # The word before the many that must not stand before it, which else were looked for at each character.
    described = rf"\b(?={that}\s){holding}{that}\s{past}\s(?:{on}\s)?(?:{rest})?"
    return _Ways(
        re.compile(rf"(?:\b(?:{words['relative']})\s{rest}|{described}|\b(?:{words['bounds']})\s{rest})$", re.I),
        re.compile(rf",\s(?:{words['relative']})\s{rest}$", re.I),
        re.compile(
            rf"(?:(?:^|,\s)(?:{words['citing']})|,\s(?:[^\s,;]+\s){{1,{_LONGEST_THING}}}?(?:{words['relative']}))\s{rest}$",
            re.I,
        ),
        re.compile(rf"[,;:—–]|\b(?:{words['parting']})\b", re.I),
        re.compile(
            rf"\b(?:{words['charged']})\s(?:\w+\s){{0,3}}?(?:{words['of']})\s(?:[^\s,;]+\s){{0,3}}?"
            rf"\w+{words['gerund']}\s{rest}$",
            re.I,
        ),
        re.compile(rf"^(?:{words['judging']})\s{rest}{words['for_doing']}\s\w+{words['gerund']}\s{rest}$", re.I),
        re.compile(rf"\b(?:{words['pointing_at']})\s(?:{rest})?$", re.I),
        re.compile(rf"\b(?:{words['behind']})\s(?:{rest})?$", re.I),
        re.compile(
            rf"(?:[,;:—–]\s(?:(?:{words['even']})\s)?(?:{words['behind']})|\b(?:{words['bounds']}))\s"
            rf"(?:(?!(?:{words['parting']})\s)[^\s,;—]+\s)*$",
            re.I,
        ),
        re.compile(
            rf"\b(?:{words['naming']})\s(?:{words['determiners']})\s(?:(?:[\w-]+\s){{0,{_LONGEST_NAME}}}[\w-]+,\s)?$",
            re.I,
        ),
        re.compile(rf"\b(?:{words['determiners']})\s$", re.I),
        re.compile(rf"\b(?:{words['of_a']})\s(?:{words['determiners']})\s$", re.I),
        re.compile(
            rf"(?:^\W*|[,;—–-]\s){words['as']}\s(?:(?!{words['been']})[\w.’'-]+\s){{1,3}}"
            rf"(?:{told}|{words['as_did']})\s(?:{on}\s)?$"
        ),
        re.compile(rf"\W*(?:(?:{words['joined']})\W+)?(?:{words['behind']})\s{rest}", re.I),
        re.compile(r"\s[a-z]"),
        re.compile(r"\s\w"),
        re.compile(
            rf"\b(?:(?:{words['concerning']})\s(?:(?:{words['determiners']})\s)?"
            rf"|(?:{words['connecting']})\s(?:[^\s,;]+\s){{1,{_LONGEST_THING}}}(?:{on}\s)?)$",
            re.I,
        ),
        re.compile(rf"\b(?:{words['pointing']})\s*$", re.I),
        re.compile(
            rf"\b(?:{that}|{words['relative']})\s(?:\w+\s)?(?:{told})\s[^,;]*$|^(?:{be})\s(?:{words['of_several']})\s",
            re.I,
        ),
        re.compile(rf"^\w+\s(?:{that}\s)?(?:{words['determiners']})\s(?:[\w-]+\s){{1,4}}(?:{on}\s)?$", re.I),
        re.compile(rf"\s(?:{words['modal']})\b"),
        re.compile(
            rf"^(?:(?:{words['coming']})\s(?:[\w-]+\s){{0,4}}?{words['after']}|{words['follows']})\s"
            rf"(?:{words['determiners']}|{words['pointing']})\s(?:(?!(?<=,\s)(?:{words['parting']})\s)[^\s;—]+\s){{1,{_FARTHEST_BEHIND}}}$"
        ),
        re.compile(
            rf"(?<!{words['by_words_of']}\s)\b(?:{words['determiners']})\s(?:[\w-]+\s){{0,4}}{words['noun']}\s"
            rf"(?:\w+{words['past_ending']}|{irregular})\s(?:{on}\s)?$"
        ),
        re.compile(rf"\s(?:{words['who_does']})\s(?:[^\s,;]+\s){{1,5}}(?:{words['left_behind']})\s{on}\s$", re.I),
        re.compile(rf"\b(?:{words['contents']})\s{that}\s{rest}$", re.I),
        re.compile(
            rf"{not_after}\b(?:{words['a_thing_of']})\s[a-z][\w-]+\s"
            rf"(?:[A-Z][\w.’'-]+|{words['who_does']})\s(?:\w+{words['past_ending']}|{irregular})\s(?:{rest})?$"
        ),
        re.compile(rf"\b{that}\s(?:[^\s,;—]+\s){{1,6}}?(?:{words['had']})\s(?!{words['been']}\s)[\w-]+\s(?:{rest})?$"),
    )


def standing(
    text: str,
    start: int,
    t: Timex,
    told: Telling,
    *,
    language: str,
    past: bool = False,
    long_past: bool = False,
    dated: bool = False,
) -> Standing:
    """Whether a day stands in the main clause of the sentence that begins at ``start``, or after its verb in what is
    added to it or stands under it.

    ``past`` says that the day is before the article's, ``long_past`` that it is more than a week before and under no
    heading, ``dated`` that the main clause has another one. Where something stands or goes on, such a day is that of
    something else ("the case is about a fire on May 4", in June): of 17 of real articles 14 were.

    Only where the sentence is told as past, or in the perfect: no day goes with that, and one that follows it with no
    clause between is of something else ("has cancelled a visit on Friday": of 26 days behind a perfect in real articles
    10 were the sentence's, and none of the 6 with nothing between). One that points at something ("It was Pell who left
    on Friday") is about what it points at, and what somebody brought out that day ("in an interview that aired on
    Friday") is of it.
    """
    ways = _ways(language)
    if ways.concerning.search(text, max(start, t.start - _BACK), t.start):
        return Standing.UNDER
    if is_added(text, start, t, told, language):
        return Standing.ADDED
    if told.manner in ("standing", "to come", "going on") and _names_its_thing(text, start, t, language):
        return Standing.UNDER
    if _is_as_somebody_did(text, start, t, language):
        return Standing.ADDED
    opens = 0 <= t.end <= told.verb and told.manner in ("standing", "going on")
    if past and opens and ways.after_what.fullmatch(text, start, t.start):
        return Standing.ADDED
    if told.verb < 0 or t.start <= told.verb:
        return Standing.MAIN
    between = text[max(told.verb, t.start - _LONGEST_CLAUSE) : t.start]
    if ways.coming.match(between):
        return Standing.UNDER
    if past and told.manner == "to come" and ways.done_to.search(between):
        return Standing.UNDER
    if told.manner in ("going on", "standing"):
        if long_past and not ways.added.search(between):
            return Standing.UNDER
        return Standing.ADDED if past and ways.behind.search(between) else Standing.MAIN
    if told.manner == "perfect":
        return Standing.MAIN if ways.parting.search(between) and not ways.set_behind.search(between) else Standing.UNDER
    return (
        _behind_past(text, start, t, told, between, dated, language)
        if told.manner in ("past", "said")
        else Standing.MAIN
    )


def _behind_past(text: str, start: int, t: Timex, told: Telling, between: str, dated: bool, language: str) -> Standing:
    """The same of a day behind a verb that tells something as past; ``between`` is what stands between the two."""
    ways = _ways(language)
    if ways.pointing.search(text, max(start, told.verb - _LONGEST_POINTER), told.verb) or ways.telling.search(between):
        return Standing.MAIN
    if ways.clause.search(between):
        return Standing.ADDED if ways.added.search(between) else Standing.UNDER
    if any(way.search(between) for way in (ways.pointing_at, ways.left_behind, ways.content, ways.judged)):
        return Standing.UNDER
    if told.manner == "past" and (ways.contact.search(between) or ways.had.search(between)):
        return Standing.UNDER
    if told.manner == "said" and ways.of_a_thing.search(between) and ways.of_which.match(text, t.end):
        return Standing.UNDER
    if not any(c.isdigit() for c in t.exact):
        return Standing.MAIN
    if dated and told.manner == "said" and ways.attributive.search(between) and ways.a_thing.match(text, t.end):
        return Standing.UNDER
    named = ways.named_by.search(between) and ways.main_after.match(text, t.end)
    return Standing.UNDER if named or ways.charge.search(between) else Standing.MAIN


def _names_its_thing(text: str, start: int, t: Timex, language: str) -> bool:
    """Does a day of the calendar name what something else is of ("the winner of the July 22 vote will …")?"""
    if not any(c.isdigit() for c in t.exact) or not _ways(language).main_after.match(text, t.end):
        return False
    return _ways(language).of_a.search(text, max(start, t.start - _LONGEST_OF), t.start) is not None


def _is_as_somebody_did(text: str, start: int, t: Timex, language: str) -> bool:
    """Is a day set apart with what else was done or said on it ("as Ann Pell wrote on Tuesday, …")?

    Not where what was said follows, or nothing sets it apart: "oil rose as Lund said on Tuesday it would cut output".
    """
    before = text[max(start, t.start - _BACK) : t.start]
    return bool(_SET_APART.match(text, t.end) and _ways(language).as_somebody.search(before))


def is_added(text: str, start: int, t: Timex, told: Telling, language: str) -> bool:
    """Is a time set apart from the main clause, by commas or dashes?"""
    return _is_in_added_clause(text, start, t, told, language) or _between_dashes(text, start, t, told)


def _is_in_added_clause(text: str, start: int, t: Timex, told: Telling, language: str) -> bool:
    """Does a day stand in a clause that commas set apart: "Lind, who turned 60 on Wednesday, stepped down", "Pell, who
    won the March 3 election, said"?"""
    before_verb = 0 < told.verb - t.end <= _LONGEST_CLAUSE
    closed = _BEFORE_COMMA.match(text, t.end) or (before_verb and _CLOSED.match(text, t.end, told.verb))
    if not closed:
        return False
    ways, back = _ways(language), max(start, t.start - _LONGEST_CLAUSE)
    return bool(ways.added.search(text, back, t.start) or (before_verb and ways.named_in.search(text, back, t.start)))


def _between_dashes(text: str, start: int, t: Timex, told: Telling) -> bool:
    """Is a day before the main verb set apart by dashes ("The rigger - freed on Friday - was seized in May")?"""
    verb = min(max(t.end, told.verb), t.end + _LONGEST_CLAUSE)
    before = max(start, t.start - _LONGEST_CLAUSE)
    return bool(_DASH.search(text, t.end, verb)) and bool(_DASH.search(text, before, t.start))
