"""Weekdays, the days next to now, and the parts of a day: "late Thursday", "tomorrow", "last night", "at dawn"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import DateReason, DateSpan
from leadup.model.reason import LAST, MENTIONED
from leadup.times.clock import LOCAL
from leadup.times.cues import Direction
from leadup.times.direction import direction_at
from leadup.times.grammar import Found
from leadup.times.meaning import UNCOUNTED, Meaning, because, of_day, refused
from leadup.times.period import Period
from leadup.times.reader import Anchor, Reader, Unit
from leadup.times.relations import AHEAD, BACK, EDGES, EVERY, Relation

_WEEK = Unit("W", False)
_CLEAR = 8
"""How near, in tokens, a cue of the future must be to outweigh that the weekday was one or two days ago."""
_WILL = 4
"""How many tokens before the name of yesterday's weekday "will" must stand for it to be the one to come."""

_MAY = 8
"""How many tokens before the bound of a day the modal of what may be on it stands."""

_SENTENCE = 24
"""How many tokens before and behind a weekday its sentence is looked at."""

LAST_WEEKDAY = "last-weekday"
"""The rule of a reason: "last Monday"."""
EITHER_WEEK = range(3, 6)
"""Days back from which a thing named by its weekday may as well be of the week to come. Of 22 each in real articles 8
were so three days back, 6 four, 12 five."""
_NAMING = 5
"""Tokens behind such a weekday in which the name of the thing stands."""
LOOKS_AHEAD = "weekday-doubtful"
"""The rule of a reason: a weekday that has just been, in words that look ahead or say not which way."""

_FROM_DAY_TOLD = frozenset((Relation.THAT, Relation.SAME, Relation.FOLLOWING, Relation.NEXT, Relation.PREVIOUS))
"""Relations of a part of a day to the day last told of."""
_FROM_LAST_DAY = frozenset((Relation.FOLLOWING, Relation.SAME, Relation.PREVIOUS))
_OF_A_VERB = frozenset((Relation.FOLLOWING, Relation.THAT))
"""Relations whose word belongs to the verb before a possessive: "we are following Friday's vote", "he said that
Friday's vote is close"."""


def weekday_from(r: Reader, f: Found, weekday: int, rel: Relation | None) -> tuple[dt.date, DateReason] | None:
    """The day of a weekday's name, and how it was found from what."""
    anchor = r.anchor(f.i, running="rel" not in f.parts and r.day_is_near(f.i))
    if anchor is None:
        return None
    here = anchor.day
    back, ahead = (here.weekday() - weekday) % 7, (weekday - here.weekday()) % 7

    def day(shift: int, rule: str) -> tuple[dt.date, DateReason]:
        return here + dt.timedelta(shift), because(rule, anchor=anchor, weekday=weekday + 1)

    if rel in _OF_A_VERB and r.low(f.j) in r.around.possessive:
        rel = None
    if rel in BACK:
        # Yesterday is called so, or by its bare name: "last Monday", on a Tuesday, is the week before's.
        days = back + 7 if back == 1 and rel is Relation.LAST else back or 7
        return day(-days, LAST_WEEKDAY)
    if rel is Relation.THAT and (named := r.mentioned_weekday(weekday)) is not None:
        return named, because("that-weekday", anchor=Anchor(named, MENTIONED), weekday=weekday + 1)
    this = weekday - here.weekday() if rel is Relation.THIS else 0
    if rel in AHEAD or (this < 0 and _this_is_to_come(r, f)):
        return day(ahead or 7, "next-weekday")
    if rel is Relation.THIS:
        return day(this, "week-weekday")
    if back == 0:
        return day(0, "same-weekday")
    if ahead == 1 and local_time(r, f):
        return day(1, "local-weekday")
    look, distance = direction_at(r.tokens, _first_of_two(r, f), f.j)
    # A chronicle tells of its own days: what lies before the first of them is the week to come, if it was written on.
    before_begun = r.begun is not None and here - dt.timedelta(back) < r.begun
    if before_begun and r.written is not None and here + dt.timedelta(ahead) <= r.written:
        return day(ahead, "near-weekday")
    if anchor.section or anchor.narrative:
        told = look == "past" and r.written is not None and here + dt.timedelta(ahead) > r.written
        if not told and (ahead <= 2 or look == "future"):
            return day(ahead, "near-weekday")
    # A page goes on being written after its day: the weekday of the day after is that day, not six days ago.
    elif ahead == 1:
        return day(1, "weekday-next")
    elif _is_to_come(r, f, look, back, ahead, distance):
        return day(ahead, "weekday-after")
    doubtful = look == "future" or (back in EITHER_WEEK and _names_a_thing(r, f))
    return day(-back, LOOKS_AHEAD if doubtful else "weekday-before")


def _first_of_two(r: Reader, f: Found) -> int:
    """Where the words before a weekday end: "as early as Tuesday or Wednesday" says the same of both days."""
    return f.i - 2 if r.low(f.i - 1) in r.around.ors and r.is_class(f.i - 2, "weekday") else f.i


def _names_a_thing(r: Reader, f: Found) -> bool:
    """Does a weekday name a thing that may be past or to come: "in Tuesday's debate", not "at" it, no attack?"""
    if r.low(f.j) not in r.around.possessive:
        return False
    if r.low(f.i - 1) in r.around.at or r.low(f.i - 1) in r.around.possessive_after:
        return False
    return all(r.low(k) not in r.around.happened for k in range(f.j, f.j + _NAMING))


def _this_is_to_come(r: Reader, f: Found) -> bool:
    """Is "this Tuesday", said late in a week, the one to come, as the words around it look ahead?"""
    return _leads_to_known(r, f) or direction_at(r.tokens, f.i, f.j)[0] == "future"


def _is_to_come(r: Reader, f: Found, look: Direction, back: int, ahead: int, distance: int) -> bool:
    """Is a weekday the one to come, which it would be in so many days?"""
    if back in EITHER_WEEK and _leads_to_known(r, f):
        return True
    # Yesterday and the day before are told of far oftener than the end of the week to come is foretold.
    return look == "future" and (ahead < 5 or _is_foretold(r, f, back, distance))


def _leads_to_known(r: Reader, f: Found) -> bool:
    """Does a weekday name what is known before it comes, behind a word that leads to it ("before Tuesday's primary")?

    Of 15 such three to five days back in a third of 16,000 articles of news 14 were of the week to come.
    """
    if r.low(f.j) not in r.around.possessive or r.low(f.i - 1) not in r.around.leads_to:
        return False
    return any(r.low(k) in r.around.known_before for k in range(f.j + 1, f.j + _NAMING))


def _is_foretold(r: Reader, f: Found, back: int, distance: int) -> bool:
    """Does a cue of the future, so many tokens off, outweigh that the weekday was but so many days ago?"""
    cue = f.i - distance
    if back > 1 and r.low(cue) in r.around.will_forms and not r.tokens.sentence_ends(cue, f.i):
        return True
    return distance <= _CLEAR and (back > 1 or _will(r, f) or _is_bound(r, f))


def _is_bound(r: Reader, f: Found) -> bool:
    """Is a weekday the first or last day that something may be on ("could come as early as Monday")?"""
    i = _first_of_two(r, f)
    if (r.low(i - 2), r.low(i - 1)) not in r.around.bounds:
        return False
    before = range(max(0, i - _MAY), i)
    return any(r.low(k) in r.around.modal_verbs and not r.tokens.sentence_ends(k, i) for k in before)


def _will(r: Reader, f: Found) -> bool:
    """Whether a verb of the future stands right by ("will meet his counterpart Tuesday", "Tuesday's vote will …")."""
    after = range(f.j, f.j + _WILL) if r.low(f.j) in r.around.possessive else range(0)
    return any(r.low(k) in r.around.will_forms for k in (*range(max(0, f.i - _WILL), f.i), *after))


def local_time(r: Reader, f: Found) -> bool:
    """Whether "local time" follows the expression."""
    return r.is_class(f.j, "local") and r.is_class(f.j + 1, "time")


def _timed(day: dt.date, code: str, reason: DateReason) -> Meaning:
    span = DateSpan(day, day, "part-of-day")
    clock = "T" + code
    return Meaning("TIME", day.isoformat() + clock, span, Period(day, "day"), clock, reason=reason)


def part_code(r: Reader, f: Found) -> str:
    """The TIMEX3 code of the part of day that an expression names: "MO" for "early Friday" and "Friday morning"."""
    code = r.code(f, "part")
    if code:
        return code
    for name in ("edge", "edge2"):
        for k in range(*f.parts.get(name, (0, 0))):
            if (code := r.lex.edge_parts.get(r.low(k), "")) != "":
                return code
    return ""


def resolve_weekday(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    rel = r.last_relation(f, "rel")
    if weekday is None:
        return None
    i = f.parts["wday"][0]
    if r.low(i) in r.around.weak_weekdays and not r.part(f, "part"):
        return refused(r, "no time as it stands here")
    if _is_name(r, f, i):
        return refused(r, "part of a name")
    if rel in EVERY:
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}", reason=because("every-week"))
    code = part_code(r, f)
    start = i if r.relation(f, "edge") in EDGES else -1
    held = i if rel is Relation.A else -1
    if rel is Relation.A and not _of_a_thing_held(r, f):
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=because("some-week"), start=i)
    other = rel is Relation.THAT and r.low(f.j) in r.around.after_that_weekday
    placed = None if other else weekday_from(r, f, weekday, None if rel is Relation.A else rel)
    if placed is None:
        value = f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else "")
        return Meaning("TIME" if code else "DATE", value, reason=UNCOUNTED)
    day, reason = placed
    zone = LOCAL if local_time(r, f) else None
    if code:
        return replace(_timed(day, code, reason), start=held, zone=zone)
    return replace(of_day(day, reason=reason), start=max(start, held), zone=zone)


def _of_a_thing_held(r: Reader, f: Found) -> bool:
    """Is "a Wednesday" the day of a thing that was given or held on it: "said in a Wednesday press release", "they held
    a Sunday night vigil"?

    Only of what is said, written or sat through, or befalls, in words that look back: not "in a Sunday dress", "they
    hold a Sunday night vigil" or "held a Sunday night vigil every week".
    """
    around, before = r.around, r.low(f.i - 1)
    if before not in around.before_thing_of_weekday and ("part" not in f.parts or before in around.on):
        return False
    things = {r.low(f.j), r.low(f.j + 1)}
    if not r.plain(f.j) or things & around.things_of_any_week:
        return False
    if not things & (around.things_of_a_day | around.happened) or r.direction(f) != "past":
        return False
    return not _is_of_any_week(r, f)


def _is_of_any_week(r: Reader, f: Found) -> bool:
    """Does a word of its sentence make a thing one of every week ("each", "usually", "used to")?"""
    first, last = max(0, f.i - _SENTENCE), min(len(r.tokens.words), f.j + _SENTENCE)
    return any(
        r.low(k) in r.around.of_any_week
        and not (r.tokens.sentence_ends(k, f.i) if k < f.i else r.tokens.sentence_ends(f.j, k))
        for k in (*range(first, f.i), *range(f.j, last))
    )


def _is_name(r: Reader, f: Found, i: int) -> bool:
    """Is the weekday at token ``i`` part of a name: the Sunday Times, the Mail on Sunday, Bloody Sunday?"""
    if r.capital(f.j) and r.low(f.j) in r.around.papers and r.low(i - 1) not in r.around.on and not r.part(f, "rel"):
        return True
    if r.low(i - 1) in r.around.on and r.capital(i - 2) and r.low(i - 2) in r.around.papers_on:
        return True
    return r.capital(i - 1) and r.low(i - 1) in r.around.named_weekdays


def resolve_weekday_of(r: Reader, f: Found) -> Meaning | None:
    weekday, anchor, rel = r.number(f, "wday"), r.anchor(f.i), r.relation(f, "rel")
    if weekday is None or r.unit(f) != _WEEK:
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-WXX-{weekday + 1}", reason=UNCOUNTED)
    here = anchor.day
    if rel in _FROM_LAST_DAY and r.last_day is not None:
        here = r.last_day[1]
    weeks = -1 if rel in BACK else 1 if rel in AHEAD else 0
    day = here - dt.timedelta(here.weekday()) + dt.timedelta(7 * weeks + weekday)
    rule = "weekday-this" if rel is Relation.THIS else "weekday-rel"
    return of_day(day, reason=because(rule, anchor=anchor, weekday=weekday + 1, rel=_said(r, f)))


def _said(r: Reader, f: Found) -> str:
    """The relation's words, for a reason: without an article before them."""
    if "rel" not in f.parts:
        return ""
    i, j = f.parts["rel"]
    words = r.tokens.phrase(i + (r.is_class(i, "the") and j - i > 1), j)
    return r.lex.shown.get(words, words)


def resolve_weekday_part(r: Reader, f: Found) -> Meaning | None:
    return resolve_weekday(r, f)


def resolve_weekday_parts(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    code = r.code(f, "part")
    return None if weekday is None else Meaning("SET", f"XXXX-WXX-{weekday + 1}T{code}", reason=because("every-week"))


def resolve_weekdays(r: Reader, f: Found) -> Meaning | None:
    weekday = r.number(f, "wday")
    code = r.code(f, "part")
    return (
        None
        if weekday is None
        else Meaning("SET", f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else ""), reason=because("every-week"))
    )


def resolve_today(r: Reader, f: Found) -> Meaning | None:
    shift, anchor = r.number(f, "day"), r.anchor(f.i)
    if shift is None or (f.j == f.i + 1 and r.tokens.words[f.i] in r.around.titles and r.capital(f.i - 1)):
        return refused(r, "part of a name")
    if anchor is None:
        return Meaning("DATE", "PRESENT_REF" if shift == 0 else "XXXX-XX-XX", reason=UNCOUNTED)
    day = anchor.day + dt.timedelta(shift)
    reason = because("day-of", anchor=anchor) if shift == 0 else because("day-beside", anchor=anchor, side=shift)
    code = part_code(r, f)
    if "part9" in f.parts:
        code = r.code(f, "part9")
    if code:
        return _timed(day, code, reason)
    meaning = of_day(day, reason=reason)
    return replace(meaning, start=f.parts["day"][0]) if r.relation(f, "edge") in EDGES else meaning


def resolve_tonight(r: Reader, f: Found) -> Meaning | None:
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", "XXXX-XX-XXTNI", reason=UNCOUNTED)
    return _timed(anchor.day, "NI", because("day-of", anchor=anchor))


def resolve_day_after_tomorrow(r: Reader, f: Found) -> Meaning | None:
    shift, anchor = r.number(f, "day"), r.anchor(f.i)
    if shift is None or anchor is None:
        return refused(r, "nothing to count from")
    day = anchor.day + dt.timedelta(2 * (shift or (1 if r.relation(f, "dir") is Relation.AFTER else -1)))
    return of_day(day, reason=because("two-days", anchor=anchor))


def _is_of_any_day(r: Reader, f: Found) -> bool:
    """Is "that morning" the one of whatever day is argued of ("he rules by whether he has slept that morning")?"""
    k = f.i - 1
    now = False
    while k >= 0 and not r.tokens.sentence_ends(k, f.i):
        now = now or r.low(k) in r.around.verbs_of_now
        if r.low(k) in r.around.verbs_of_the_past:
            return False
        if r.low(k) in r.around.before_any_day:
            return now
        k -= 1
    return False


def resolve_part_of(r: Reader, f: Found) -> Meaning | None:
    rel, around = r.relation(f, "rel"), r.around
    code = r.code(f, "part") or "NI"
    if rel in EVERY:
        return Meaning("SET", f"XXXX-XX-XXT{code}", reason=because("every-day"))
    the = r.low(f.i) in around.the or r.low(f.i - 1) in around.the
    if rel is Relation.LAST and the and r.low(f.j) in around.of:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=because("last-of"))
    if rel is Relation.THAT and _is_of_any_day(r, f):
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=because("untold"))
    anchor = r.anchor(f.i)
    if rel in _FROM_DAY_TOLD and r.last_date is not None:
        anchor = r.day_before(f.i)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    shift = -1 if rel in BACK else 1 if rel in (Relation.FOLLOWING, Relation.NEXT) else 0
    day = anchor.day + dt.timedelta(shift)
    if shift > 0 and r.is_told_too_early(f, day):
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=because("too-early"))
    return _timed(day, code, because("part-rel", anchor=anchor, rel=_said(r, f), part=r.part(f, "part")))


def resolve_the_part(r: Reader, f: Found) -> Meaning | None:
    code = r.code(f, "part")
    if r.low(f.j) in r.around.of:
        return Meaning("TIME", "", clock=f"T{code}", reason=because("part"))
    if r.low(f.i - 1) not in r.around.before_the_part:
        return refused(r, "no time as it stands here")
    anchor = r.anchor(f.i)
    if r.last_day is not None and r.day_is_near(f.i):
        anchor = Anchor(r.last_day[1], LAST)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    return _timed(anchor.day, code, because("day-of", anchor=anchor))


def resolve_at_part(r: Reader, f: Found) -> Meaning | None:
    """ "at dawn", "at dusk on Sunday"; "at night" names no day."""
    code = r.code(f, "part")
    if code == "NI":
        return Meaning("TIME", "", clock=f"T{code}", reason=because("part"))
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", clock=f"T{code}", reason=UNCOUNTED)
    return replace(_timed(anchor.day, code, because("day-of", anchor=anchor)), period=None)


def resolve_mid_part(r: Reader, f: Found) -> Meaning | None:
    """ "mid-afternoon"."""
    anchor = r.anchor(f.i)
    code = r.code(f, "part") or "DT"
    if anchor is None:
        return Meaning("TIME", f"XXXX-XX-XXT{code}", reason=UNCOUNTED)
    return _timed(anchor.day, code, because("day-of", anchor=anchor))


def resolve_overnight(r: Reader, f: Found) -> Meaning | None:
    anchor = r.anchor(f.i)
    if anchor is None:
        return Meaning("TIME", "XXXX-XX-XXTNI", reason=UNCOUNTED)
    return _timed(anchor.day - dt.timedelta(1), "NI", because("night-before", anchor=anchor))
