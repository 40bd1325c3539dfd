"""Words around an expression that say whether it is one, and which: ``dates_context.toml`` of a language's pack."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from leadup.lang import DEFAULT, kept_table, table

Words = frozenset[str]
"""Words in small letters, as :meth:`leadup.times.tokens.Tokens.low` gives them."""
Phrases = tuple[tuple[str, ...], ...]
"""Rows of words."""


@dataclass(frozen=True, slots=True)
class Context:
    """The lists of a language, each empty where a small pack lacks it; the English file says what each is for."""

    # before an expression
    before_any_day: Words
    before_bare_units: Words
    before_decade: Words
    before_fall: Words
    before_holiday_year: Words
    before_lengths: Words
    before_month: Words
    before_named_month: Words
    before_no_noon: Words
    before_no_short_month: Words
    before_nth: Words
    before_number: Words
    before_opening: Words
    before_opening_sentence: Words
    before_short_year: Words
    before_the_part: Words
    before_the_week: Words
    before_the_year: Words
    before_thing_of_month: Words
    before_thing_of_weekday: Words
    before_time: Words
    before_untold: Words
    before_works: Words
    before_year: Words
    before_year_end: Words
    named_weekdays: Words
    of_any_week: Words
    notes: Words
    papers_on: Words
    then: Words
    works: Words
    # after one
    after_bare_units: Words
    after_month: Words
    after_no_noon: Words
    after_number: Words
    after_that_weekday: Words
    ages: Phrases
    governments: Words
    happened: Words
    holiday_things: Words
    old: Words
    papers: Words
    per_unit: Phrases
    possessive: Words
    streets: Words
    things_of_a_day: Words
    things_of_any_week: Words
    things_of_months: Words
    # before or after, or between two
    at: Words
    between: Words
    business: Words
    counted: Words
    counted_units: Words
    day_range: Words
    joining: Phrases
    joining_clock: Phrases
    of: Words
    on: Words
    period: Words
    range_words: Phrases
    since: Words
    until: Words
    until_not: Words
    # of an expression's own words
    a: Words
    ands: Words
    ors: Words
    choices: Words
    end: Words
    ended: Words
    ending: Words
    far_future: Words
    half: Words
    one: Words
    the: Words
    these_days: Phrases
    this_next: Words
    three: Words
    titles: Words
    weak_weekdays: Words
    # verbs near by
    articles: Words
    aux_before_participle: Words
    be_beside: Words
    bounds: Phrases
    by: Words
    calls: Words
    calls_for: Words
    clock_words: Words
    did: Words
    from_on: Words
    had: Words
    joined_to_verbs: Words
    known_before: Words
    leads: Words
    leads_to: Words
    modal_verbs: Words
    modals: Words
    possessive_after: Words
    possessive_ahead: Words
    possessive_of: Words
    relative_that: Words
    stepped_over: Words
    to: Words
    verbs_of_now: Words
    verbs_of_saying: Words
    verbs_of_the_past: Words
    weak_after: Words
    when: Words
    will: Words
    will_forms: Words
    month_names_of_people: Words


@cache
def context(language: str) -> Context:
    """The lists of a language. Raises KeyError where the English file lacks one, or a file has one unknown."""
    english, own = table("dates_context", DEFAULT), kept_table("dates_context", language)
    known = {field.name: field.type for field in fields(Context)}
    if known.keys() != english.keys() or own.keys() - known.keys():
        odd = (known.keys() ^ english.keys()) | (own.keys() - known.keys())
        raise KeyError(f"lists of dates_context.toml: {sorted(odd)}")
    made: dict[str, Any] = {name: _made(own.get(name, ()), kind == "Phrases") for name, kind in known.items()}
    return Context(**made)


def _made(given: list[str] | tuple[str, ...], phrases: bool) -> Words | Phrases:
    return tuple(tuple(each.split()) for each in given) if phrases else frozenset(given)
