"""The tables of words that an event is asked for with, each read anew from its rows."""

from __future__ import annotations

import itertools

from leadup.lang import ENGLISH, kept_rows
from leadup.timeline.target import words


def test_what_a_phrase_may_mean() -> None:
    named = words.deeds_of.__wrapped__(ENGLISH)
    # what it is the verb or the noun of, before all that it is also told by
    assert [d.name for d in named[("resign",)]] == ["resign"]
    assert {phrase for d in words.deeds.__wrapped__(ENGLISH) for phrase in (*d.told, *d.asked)} == set(named)
    by_name = {d.name: d for d in words.deeds.__wrapped__(ENGLISH)}
    assert {("resign",), ("resignation",)} == set(by_name["resign"].asked[:2]) == set(by_name["resign"].told[:2])
    assert all(not word.startswith("~") for d in by_name.values() for phrase in (*d.told, *d.asked) for word in phrase)
    # what a row is only asked for by does not tell of it
    assert any(set(d.asked) - set(d.told) for d in by_name.values())


def test_what_can_only_be_a_verb_is_no_thing() -> None:
    verbs = words.verbs_of.__wrapped__(ENGLISH)
    assert verbs and all(d.how != "thing" for found in verbs.values() for d in found)
    assert {p for d in words.deeds(ENGLISH) if d.how != "thing" for p in d.told} == set(verbs)
    assert {"tape", "tapes"} & set(words.things.__wrapped__(ENGLISH))


def test_phrases_that_others_may_part() -> None:
    apart = words.asked_apart.__wrapped__(ENGLISH)
    assert {len(phrase) for phrase in apart} == {2, 3}
    assert not any(phrase[-1] == "from" for phrase in apart)
    assert any(phrase[-1] == "out" for phrase in apart)
    assert apart.keys() < words.deeds_of(ENGLISH).keys()


def test_short_names_of_bodies() -> None:
    short = words.short_for.__wrapped__(ENGLISH)
    assert short["UN"] == (("u", "n"), ("unit", "nation"))
    assert short.keys() == {row[0] for row in kept_rows("short_names", ENGLISH)}
    of = words.short_of.__wrapped__(ENGLISH)
    shorts = {name for names in of.values() for (name,) in names}
    # three letters are as often a word
    assert {"aclu", "iaea"} <= shorts
    assert not {"un", "eu", "fbi", "who", "sec"} & shorts


def test_words_that_stand_for_one_another() -> None:
    alike = words.alike.__wrapped__(ENGLISH)
    assert "truck" in alike["lorry"] and "lorry" in alike["truck"]
    assert all(word not in others for word, others in alike.items())
    irregular = words.irregular_deeds.__wrapped__(ENGLISH)
    assert irregular and not any(verb.startswith("~") for verb in irregular.values())
    shortened = words.given_short.__wrapped__(ENGLISH)
    assert shortened and all(names for names in shortened.values())
    places = words.short_places.__wrapped__(ENGLISH)
    assert places["Virginia"] == ("va",)
    assert words.cut_short.__wrapped__(ENGLISH) == set(places.values())


def test_numbers_in_words_begin_with_two() -> None:
    numbers = words.number_words.__wrapped__(ENGLISH)
    assert numbers["two"] == "2" and numbers["ten"] == "10"
    assert {"a", "the"}.isdisjoint(numbers)


def test_what_a_question_opens_with_longest_first() -> None:
    opening = words.openers.__wrapped__(ENGLISH)
    assert [len(each) for each in opening] == sorted(map(len, opening), reverse=True)
    equal = [(a, b) for a, b in itertools.pairwise(opening) if len(a) == len(b)]
    assert equal and all(a < b for a, b in equal)
