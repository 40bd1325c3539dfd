"""The grammar of time expressions, as regular expressions over token classes.

A pattern is written with the names of the classes (``data/words.toml`` and :data:`leadup.times.tokens.SHAPES`) and of
the macros below, in capitals. Rules are tried in the order they stand in, at each place from left to right; every
repetition is bounded, so that reading is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from leadup.times.starts import starts_of
from leadup.times.tokens import Tokens, lexicon

MACROS: dict[str, str] = {
    "MONTH": r"(?:month|amonth stop?|soft_month)",
    "WDAY": r"(?:weekday|aweekday stop?)",
    "DAYNO": r"(?:dayno|ordnum)",
    "ORD": r"(?:ordinal|ordnum|second)",
    "DIGITS": r"(?:dayno|num|year|bigint)",
    "WORDS": r"(?:numword|bignum)(?:(?:hyphen|and)?(?:numword|bignum)){0,5}",
    "HALF": r"(?:hyphen? and? hyphen? fraction|hyphen? and hyphen? a? hyphen? half)",
    "COUNT": r"(?:(?:a bignum(?:and?numword)?|DIGITS bignum?|WORDS) HALF?|fraction)",
    "VAGUE": r"(?:(?:a|the)? many (?:of (?:the|a)?)?|COUNT many of)",
    "UNIT": r"(?:unit|second|quarter)",
    "UNITS": r"(?:units|quarters)",
    "ANYUNIT": r"(?:unit|units|second|quarter|quarters)",
    "SEASON": r"(?:season|fall)",
    "EDGE": r"(?:the? (?:early|late|earlier|later|mid) hyphen?)",
    "ENDOF": r"(?:the? (?:begin|endword|mid|(?:ORD|last|late) half) of)",
    "REL": r"(?:(?:this (?=past|coming|next|last))?(?:last|past|previous|next|coming|following)|this|that)",
}

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"iso"),
    ("numeric_date", r"numdate"),
    # the time of day
    ("clock", r"(?:(?P<half>half|dayno|numword) (?:past|to))? (?P<time>(?:clock|dayno) ampm|(?:dayno|numword) oclock|clock(?! hyphen)"
              r"|(?:dayno|numword)(?= (?:in the|this|that|at) part))"
              r"(?P<part> (?:in the|this|that|at) part)? (?P<zone>lparen? zone rparen?|local time)?"),
    ("noon", r"(?P<noon>noon)(?! DIGITS) (?P<zone>zone|local time)?"),
    # a day of the calendar
    ("day_range", r"(?:the)? (?P<day>dayno)(?= (?:hyphen|and|to) dayno of? (?:month|amonth|soft_month))"),
    ("and_day", r"(?:(?<=[month soft_month] dayno [hyphen and to])|(?<=[amonth month] stop dayno [hyphen and to])"
                r"|(?<=amonth dayno [hyphen and to])) (?P<day>dayno)(?! hyphen? ANYUNIT| bignum| of? MONTH)(?: comma? (?P<year>year))?"),
    ("and_year", r"(?<=year hyphen) (?P<end>num|dayno)(?! hyphen)"),
    ("week_of", r"the unit of (?P<month>MONTH) (?P<day>DAYNO)(?:comma? (?P<year>year))?"),
    ("day_of_month_rel", r"(?P<rel>last|next|this|past) (?P<month>MONTH) (?P<day>DAYNO)(?! hyphen? ANYUNIT)"),
    ("date", r"(?:(?P<wday>WDAY) comma?)? (?P<edge>EDGE)? (?P<month>MONTH) (?P<day>DAYNO|ordinal)(?! hyphen? ANYUNIT|bignum|clock)"
             r"(?:comma? (?P<year>year))?"),
    ("date_dmy", r"(?:(?P<wday>WDAY) comma?)? the? (?P<day>DAYNO|ordinal) of? (?P<month>MONTH)(?:comma? (?P<year>year))?"),
    ("nine_eleven", r"fraction"),
    ("the_nth", r"(?:(?P<wday>WDAY) comma?)? the (?P<day>ordnum)(?! hyphen| ANYUNIT| quarter| period)"),
    # months
    ("month_year", r"(?P<edge>EDGE|ENDOF)? (?P<month>MONTH) of? comma? (?P<year>year|year2|numword numword (?:hyphen? numword)?)"),
    ("month_of", r"(?P<edge>EDGE|ENDOF)? (?P<month>MONTH) comma? of? (?P<rel>this|last|next|the same|the previous|the following|that) (?P<unit>unit)"),
    ("month_rel", r"(?P<edge>EDGE|ENDOF)? (?P<rel>REL|each|every) (?P<month>MONTH)"),
    ("month", r"(?P<edge>EDGE|ENDOF)? (?P<month>MONTH)"),
    # quarters, halves, fiscal years
    ("quarter_code", r"quartercode (?: of? (?P<year>year|year2))?"),
    ("fiscal_code", r"fiscalcode"),
    ("fiscal_year", r"the? fiscal hyphen? unit? hyphen? (?P<year>year|year2)"),
    ("half_of", r"(?P<edge>ENDOF) the? (?P<decade>decadeno|decade)"),
    ("quarter_hyphen", r"(?P<ord>ORD) hyphen (?P<what>quarter|half)(?! hyphen)"),
    ("quarter_year", r"the? (?:(?P<year1>year|year2)|(?P<rel1>this|last|next) unit apostrophe_s) (?P<what>quarter|period)"),
    ("quarter", r"(?P<edge>EDGE|ENDOF)? the? (?:(?P<year1>year|year2)|(?P<rel1>this|last|next) (?P<unit1>unit) apostrophe_s)?"
                r" (?:fiscal hyphen?)? (?P<ord>ORD|latest|last) hyphen? fiscal? (?P<what>quarter|half)"
                r"(?: of? fiscal? (?P<year2>year)| of? (?P<rel2>this|last|next|the) fiscal? (?P<unit2>unit))?"),
    # years, decades, centuries
    ("decade", r"(?P<edge>EDGE|ENDOF)? the? (?P<edge2>EDGE)? (?P<decade>decadeno|decade)"),
    ("century", r"(?P<edge>EDGE|ENDOF)? the? (?P<edge2>EDGE)? (?P<ord>ORD) hyphen? (?P<century>unit)"),
    ("year_words", r"(?:the unit)? (?P<head>numword) (?:hyphen? (?P<hundred>bignum) and?)? (?P<rest>numword (?:hyphen numword|numword)?)(?! hyphen? ANYUNIT)"),
    ("the_year", r"(?P<edge>EDGE|ENDOF)? the unit (?P<year>year|numword bignum (?:and? numword)?)"),
    ("year", r"(?P<edge>EDGE|ENDOF)? (?P<year>year|year2)"),
    # days that the clock gives
    ("today", r"(?:mid hyphen? (?P<part9>part))? (?P<edge>EDGE)? (?P<day>today) (?P<edge2>EDGE)? (?P<part>part)?"),
    ("tonight", r"(?P<edge>EDGE)? tonight"),
    ("day_after_tomorrow", r"the unit (?P<dir>before|after) (?P<day>today)"),
    ("part_of", r"(?P<edge>EDGE)? (?P<rel>this|that|last|the (?:following|next|previous|same)|every|each) (?P<part>part|overnight)"),
    ("weekday_part", r"(?P<rel>REL|the (?:following|next|previous)|every|each)? (?P<edge>EDGE)? (?P<wday>WDAY) (?:apostrophe_s)? (?P<edge2>EDGE)? (?P<part>part|noon)"),
    ("weekday_parts", r"(?P<wday>WDAY) (?P<part>parts)"),
    ("weekdays", r"(?P<wday>weekdays) (?P<part>parts)?"),
    ("weekday_of", r"(?P<wday>WDAY) (?:of)? (?P<rel>this|last|next|the (?:following|next|previous|same)) (?P<unit>unit)"),
    ("weekday", r"(?P<rel>the? REL|each|every|a)? (?P<edge>EDGE on?)? (?P<wday>WDAY)"),
    ("the_part", r"(?P<edge>EDGE)? the (?P<part>part)"),
    ("at_part", r"(?<=at)(?P<part>part)"),
    ("mid_part", r"mid hyphen? (?P<part>part)"),
    ("overnight", r"overnight"),
    ("holiday", r"(?P<rel>REL|each|every)? holiday"),
    # seasons
    ("season_year", r"(?P<edge>EDGE|ENDOF)? the? (?P<season>SEASON) of? comma? (?P<year>year)"),
    ("season", r"(?P<edge>EDGE|ENDOF)? (?P<rel>REL|each|every|the) (?P<season>SEASON)(?: of? (?P<rel2>this|last|next) (?P<unit>unit))?"),
    # counted from another day
    ("beside", r"the (?P<unit>unit) (?P<dir>before|after)(?! today)"),
    ("shifted", r"(?P<count>a many|a|half a|COUNT(?: (?:to|or|hyphen) COUNT)?|VAGUE)?"
                r" hyphen? (?:trading)? (?P<unit>ANYUNIT) (?:or so)? (?P<dir>ago|earlier|later|before|hence|after|from now)"),
    ("ago_period", r"the corresponding? unit hyphen (?P<dir>ago|earlier) (?:(?P<ord>ORD) (?P<quarter>quarter)|(?P<what>period|UNIT|COUNT units))"),
    ("ago_hyphen", r"unit hyphen (?:ago|earlier)"),
    # a span next to now
    ("window", r"(?:the|this|those)? (?P<rel>last|past|previous|next|coming|following|recentadj|ORD)"
               r" (?P<count>COUNT(?: (?:to|or|hyphen) COUNT)?|VAGUE)? trading? (?P<unit>units|quarters)(?: (?:and|or) units)?(?: or so)?"),
    ("edge_of", r"(?P<edge>EDGE|ENDOF) (?:(?:in|on)? (?P<the>the|this|that|last|next) (?:current)? (?P<unit>unit))"),
    ("unit_rel", r"(?P<edge>EDGE|ENDOF)? the? (?P<rel>this|that|last|past|previous|latest|next|coming|following|current|same|full|corresponding) fiscal? same? (?P<unit>UNIT|period)(?! old|units)(?: or so| last unit)?"),
    ("the_unit", r"the fiscal? (?P<unit>UNIT)"),
    ("units_ahead", r"the units hence"),
    # sets
    ("each", r"(?P<every>each|every) (?P<n>other|COUNT|ORD)? (?P<unit>ANYUNIT|part|WDAY|SEASON)"),
    ("daily", r"daily|adverb_set"),
    ("a_unit", r"(?P<per>a|per) (?P<unit>unit)(?! hyphen? (?:ago|earlier)| and a half| hyphen unit| or many)"),
    # lengths of time
    ("length", r"(?:the (?=COUNT units))? (?P<count>COUNT(?: (?:to|or|hyphen) COUNT)?|a|VAGUE|half a|a half) hyphen? (?P<trading>trading|more|full)? (?P<unit>ANYUNIT)"
               r"(?P<half> and a half)?(?P<old> hyphen? old)?(?! hyphen? (?:ago|earlier))"),
    ("lengths", r"(?P<unit>units)"),
    # vague
    ("year_end", r"unit (?:hyphen|apostrophe_s)? endword(?! of)"),
    ("these_days", r"those units"),
    ("now", r"now"),
    ("recently", r"recently"),
    ("future", r"the near? (?P<when>future|past)(?! COUNT)|the (?:near|shortterm|some_count) term"),
    ("recent", r"recentadj|current"),
)

_NAME = re.compile(r"\?P<\w+>|[A-Za-z_]\w*")


def _expand(pattern: str, *, named: bool) -> str:
    classes = lexicon().classes

    def name(m: re.Match[str]) -> str:
        word = m.group()
        if word.startswith("?P<"):
            return word if named else "?:"
        if word in MACROS:
            return _NAME.sub(name, MACROS[word])
        return re.escape(classes[word])

    return _NAME.sub(name, pattern).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens ``[i, j)`` that a rule takes, with the token range of each part that it names."""

    rule: str
    i: int
    j: int
    parts: dict[str, tuple[int, int]]


class Grammar:
    """The rules, compiled: for each class, the rules that an expression starting with it may follow."""

    def __init__(self) -> None:
        self._rules = [(name, re.compile(_expand(pattern, named=True))) for name, pattern in RULES]
        branches = [_expand(pattern, named=False) for _, pattern in RULES]
        starting: dict[str, list[int]] = {}
        for number, branch in enumerate(branches):
            for char in sorted(starts_of(branch)):
                starting.setdefault(char, []).append(number)
        made: dict[tuple[int, ...], re.Pattern[str]] = {}
        self._by_start: dict[str, tuple[re.Pattern[str], tuple[int, ...]]] = {}
        for char, numbers in starting.items():
            key = tuple(numbers)
            if key not in made:
                made[key] = re.compile("|".join(f"({branches[n]})" for n in key))
            self._by_start[char] = (made[key], key)
        self._start = re.compile("[" + "".join(re.escape(char) for char in starting) + "]")

    def scan(self, tokens: Tokens) -> Iterator[Found]:
        """The expressions of a text, left to right, none overlapping another."""
        codes = tokens.codes
        at = 0
        while begin := self._start.search(codes, at):
            i = begin.start()
            pattern, numbers = self._by_start[codes[i]]
            m = pattern.match(codes, i)
            if m is None or m.end() == i:
                at = i + 1
                continue
            name, rule = self._rules[numbers[(m.lastindex or 1) - 1]]
            full = rule.match(codes, i)
            assert full is not None
            parts = {k: full.span(k) for k, v in full.groupdict().items() if v}
            yield Found(name, i, m.end(), parts)
            at = m.end()


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    return Grammar()
