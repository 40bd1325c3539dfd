"""The chain of responses."""

import datetime as dt
import re
import sys
from dataclasses import replace

import pytest
from tests.timeline.making import article, entry

from leadup.lang import ENGLISH
from leadup.model import Action, Actor, Claim, EntryKind, Link, LinkKind, Span
from leadup.model.timeline import Fit
from leadup.reading.light import read_light
from leadup.timeline.chain import ChainNode, joining, link, link_told
from leadup.timeline.chain.cues import Cue, find_cues
from leadup.timeline.chain.link import (
    _also_told,
    _answers,
    _distinct,
    _fits_well,
    _in_time,
    _is_later,
    _is_near,
    _may_be_shown,
    _nested,
    _overlap,
    _wording_of,
    told_of,
    without_rings,
)
from leadup.timeline.chain.resolve import Antecedent

TEXT = """May 1, 2021

Rebels shelled the harbour of Port Sorrel, killing two dockers.

Norland blamed the rebels for the shelling and said it would act.

May 2, 2021

In retaliation for the shelling, Norland bombed a rebel camp near Hask.

The premier called the strikes "a necessary answer".

May 3, 2021

Angered by the bombing, crowds broke into the Norland consulate in Hask.

Amid the unrest at the consulate, Norland ordered its staff to leave.

The move was met with concern in capitals around the world. The siege resulted in concern across the region.

"All sides must step back," Sudland's foreign minister, Ivo Lenn, said.

A ferry company opened a new line to the islands.
"""
DAYS = {"May 1": dt.date(2021, 5, 1), "May 2": dt.date(2021, 5, 2), "May 3": dt.date(2021, 5, 3)}


def told() -> list[ChainNode]:
    found, day = [], dt.date(2021, 5, 1)
    at = 0
    for line in TEXT.splitlines(keepends=True):
        words = line.strip()
        if words[:5] in DAYS and words.endswith("2021"):
            day = DAYS[words[:5]]
        elif words and "concern in" not in words:
            found.append(
                ChainNode(" ".join(words.split()[:2]), words, "a", at, day, words.startswith(('"', "The premier")))
            )
        at += len(line)
    return found


def links() -> dict[str, tuple[Link, ...]]:
    return link_told(told(), {"a": TEXT}, language=ENGLISH)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("In retaliation", "Rebels shelled", "responds to"),
        ("The premier", "In retaliation", "statement about"),
        ("Angered by", "In retaliation", "responds to"),
        ("Amid the", "Angered by", "responds to"),
        ('"All sides', "Angered by", "responds to"),
    ],
)
def test_what_answers_what(one: str, other: str, kind: str) -> None:
    shown = [x for x in links()[one] if x.shown]
    assert (shown[0].to, shown[0].kind) == (other, kind)


def test_no_link_without_words_and_the_words_stand_there() -> None:
    assert "A ferry" not in links()
    for made in links().values():
        for one in made:
            assert TEXT[one.words.start : one.words.end] == one.words.exact


def test_nothing_answers_what_came_later_or_itself() -> None:
    days = {t.id: (t.day, t.start) for t in told()}
    for id, made in links().items():
        for one in made:
            assert one.to != id
            assert days[one.to] < days[id]


def test_what_is_blamed_before_a_strike_is_what_the_strike_answers() -> None:
    text = "Norland struck the rebels at Hask. Norland blamed the rebels for the shelling of Port Sorrel on May 1."
    first, second = text.split(". ")
    strike = ChainNode("strike", first + ".", "a", 0, dt.date(2021, 5, 2))
    shelling = ChainNode("shelling", second, "a", len(first) + 2, dt.date(2021, 5, 1))
    made = link_told([shelling, strike], {"a": text}, language=ENGLISH)
    assert made["strike"][0].to == "shelling"
    assert made["strike"][0].words.exact.startswith("blamed the rebels for the shelling")


def test_entries_link_by_their_ids() -> None:
    day = dt.date(2021, 5, 1)
    one = article("Rebels shelled the harbour. Angered by the shelling, dockers walked out.")
    entries = [
        entry(one, "Rebels shelled the harbour.", day),
        entry(one, "Angered by the shelling, dockers walked out.", day),
    ]
    made = link(entries, {one.id: one.text}, language=ENGLISH)
    assert [x.to for x in made[entries[1].id]] == [entries[0].id]


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        ("Angered by the rebels' shelling of the harbour, the dockers walked out.", True),
        # What else is told of the day is not what the entry says.
        ("Angered by the shelling, ministers met.", False),
    ],
)
def test_what_the_wording_leaves_out_other_evidence_may_say(other: str, linked: bool) -> None:
    day = dt.date(2021, 5, 1)
    first = article("Rebels shelled the harbour on May 1.")
    second = article("The dockers of the harbour walked out.", day=day)
    third = article(other, outlet="Another", day=day)
    shelled = entry(first, first.text, day)
    walked = entry(second, second.text, day + dt.timedelta(1))
    evidence = entry(third, third.text, day + dt.timedelta(1)).evidence
    walked = replace(walked, evidence=(*walked.evidence, *evidence))
    made = link([shelled, walked], {a.id: a.text for a in (first, second)}, language=ENGLISH)
    found = [x for x in made.get(walked.id, ()) if x.shown]
    assert [x.to for x in found] == ([shelled.id] if linked else [])
    assert all((x.words.article, x.words.exact in other) == (third.id, True) for x in found)


def two(first: str, second: str, apart: int = 1, articles: str = "ab", statement: bool = False) -> tuple[Link, ...]:
    """The links of the second thing told to the first, of so many days before (2021-05-04 is a Tuesday)."""
    day = dt.date(2021, 5, 4)
    one = ChainNode("first", first, articles[0], 0, day - dt.timedelta(apart))
    return link_told([one, ChainNode("second", second, articles[1], 900, day, statement)], {}, language=ENGLISH).get(
        "second", ()
    )


BOMBED = "Norland bombed a rebel camp near Hask, killing 27 people."


@pytest.mark.parametrize(
    ("first", "second", "apart", "articles", "shown"),
    [
        # An archive holds many bombings: the kind alone points to none of another article's.
        (BOMBED, "Angered by the bombing, crowds broke into the consulate.", 1, "ab", False),
        (BOMBED, "Angered by the bombing, crowds broke into the consulate.", 1, "aa", True),
        # Told by another article weeks before, "the bombing" may be any.
        (BOMBED, "Angered by the bombing, crowds broke into the consulate.", 20, "ab", False),
        (BOMBED, "Angered by Monday's bombing of the camp near Hask, crowds marched.", 1, "ab", True),
        # Another weekday, another count: another bombing.
        (BOMBED, "Angered by Friday's bombing of the camp near Hask, crowds marched.", 1, "ab", False),
        (BOMBED, "Angered by the bombing of the rebel camp, which killed 80 people, crowds marched.", 1, "ab", True),
        (BOMBED, "Angered by the bombing that killed 80 people near Hask, crowds marched.", 1, "ab", False),
        # "Hours after" within a sentence may be of anything it tells; and it fits no other day.
        # That is when, not why, unless the sentence itself tells of an answer.
        (BOMBED, "Hours after the bombing, crowds broke into the consulate.", 1, "aa", False),
        (BOMBED, "Hours after the bombing, the rebels vowed to retaliate.", 1, "aa", True),
        (BOMBED, "Hours after the bombing, crowds broke into the consulate.", 5, "aa", False),
        (BOMBED, "Jurors asked to see a film of him boasting a day after the bombing.", 1, "aa", False),
        # What has gone on for weeks is no one day's deed.
        ("Troops shot 30 protesters in Hask.", "Sudland condemned the violence in the country.", 1, "ab", False),
        # A sentence that itself only refers to the deed does not tell it.
        ("Survivors of the bombing near Hask got tents.", "Angered by the bombing, crowds marched.", 1, "ab", False),
        # Another month's.
        (BOMBED, "Angered by March's bombing of the camp near Hask, crowds marched.", 1, "ab", False),
        # The first phrase is what is meant, and it is no deed.
        (BOMBED, "He apologised for his rant the night the town learnt of the bombing near Hask.", 1, "ab", False),
        # A later thing was not answered by an earlier one.
        (BOMBED, "Angered by the bombing of the camp near Hask, crowds marched.", -1, "ab", False),
        # One cause in another.
        (BOMBED, "Because of anger due to the bombing near Hask, the shops closed.", 1, "aa", False),
        # "Due to" act is no cause.
        (BOMBED, "Ministers were due to discuss the bombing of the camp near Hask.", 1, "aa", False),
    ],
)
def test_what_may_be_another_is_not_shown(first: str, second: str, apart: int, articles: str, shown: bool) -> None:
    assert any(link.shown for link in two(first, second, apart, articles)) is shown


VOWED = "the rebels vowed to retaliate."


@pytest.mark.parametrize(
    ("second", "apart", "shown"),
    [
        # hours are of the same day or the next, a day of one more, and the words open the sentence
        (f"Hours after the bombing, {VOWED}", 0, [True]),
        (f"Hours after the bombing, {VOWED}", 1, [True]),
        (f"Hours after the bombing, {VOWED}", 2, [False]),
        (f"A day after the bombing, {VOWED}", 2, [True]),
        (f"A day after the bombing, {VOWED}", 3, [False]),
        (f"Two days after the bombing, {VOWED}", 3, [True]),
        ("The rebels vowed to retaliate hours after the bombing.", 1, [False]),
    ],
)
def test_so_long_after_a_thing_it_was_answered(second: str, apart: int, shown: list[bool]) -> None:
    assert [link.shown for link in two(BOMBED, second, apart, "aa")] == shown


def test_another_articles_statement_is_about_what_happened_within_three_days() -> None:
    said = "Sudland's premier condemned the bombing of the camp near Hask."
    assert [bool(two(BOMBED, said, apart, "ab", True)) for apart in (2, 3, 4)] == [True, True, False]
    # Its own article's is of any day before.
    assert two(BOMBED, said, 4, "aa", True)


def test_what_is_said_of_a_deed_does_not_name_it() -> None:
    made = two(
        BOMBED, "Sudland's premier said the attack was an aggression against his country near Hask.", 1, "aa", True
    )
    assert [(x.words.exact, x.rule) for x in made] == [
        ("said the attack was an aggression against his country near Hask", "said of it: the same kind of deed")
    ]


def test_what_is_said_of_a_resignation_is_about_what_tells_of_one() -> None:
    said = "The premier criticised the resignation of Ed Rasp of Hask."
    assert two("Mayor Ed Rasp of Hask resigned.", said, 3, "ab", True)
    assert not two("A panel met on Tuesday over Ed Rasp of Hask and his resignation.", said, 3, "ab", True)


def test_a_link_that_is_only_possible_is_not_told() -> None:
    day = dt.date(2021, 5, 1)
    first, second = (
        article("Rebels shelled the harbour on May 1."),
        article("After the shelling, the docks closed.", day=day),
    )
    told = [entry(first, first.text, day), entry(second, second.text, day + dt.timedelta(1))]
    possible = link_told(
        [ChainNode("a", first.text, "x", 0, day), ChainNode("b", second.text, "x", 90, day)], {}, language=ENGLISH
    )
    assert possible["b"] and not possible["b"][0].shown
    assert not link(told, {a.id: a.text for a in (first, second)}, language=ENGLISH)


def test_of_a_participle_only_its_noun_is_what_came_of_it() -> None:
    day = dt.date(2021, 5, 1)
    rows = [
        ChainNode("shooting", "A guard shot Jo Venn dead in Hask.", "a", 0, day),
        ChainNode(
            "police",
            "Governor Rasp announced that troops would take over policing of Hask.",
            "b",
            0,
            day + dt.timedelta(3),
        ),
    ]
    words = "Governor Rasp deplores the policing of protests spurred by the killing of Jo Venn."
    source = ChainNode("", words, "c", 0, day + dt.timedelta(5))
    assert not any(x.shown for x in link_told(rows, {}, {}, [source], language=ENGLISH).get("police", ()))


def test_of_two_of_a_kind_lately_told_elsewhere_neither_is_shown() -> None:
    day = dt.date(2021, 5, 4)
    rows = [
        ChainNode("one", BOMBED, "a", 0, day),
        ChainNode("two", "Sudland bombed a bridge over the Lom.", "b", 0, day),
        ChainNode("three", "Angered by the bombing, crowds marched.", "c", 0, day + dt.timedelta(1)),
    ]
    assert not [link for link in link_told(rows, {}, language=ENGLISH).get("three", ()) if link.shown]


@pytest.mark.parametrize(
    ("deed", "linked"),
    [
        ("Norland's jets bombed a camp of the rebels near Hask.", True),
        ("A brother of a minister of Norland was killed by the rebels.", False),
        ("The rebels bombed a depot of Norland.", False),
        ("Norland closed its schools, and jets of Sudland bombed the rebels.", False),
    ],
)
def test_only_who_blames_strikes_back(deed: str, linked: bool) -> None:
    first, blame = (
        "Rebels shelled the harbour, killing two.",
        "Norland blamed the rebels for the shelling of the harbour.",
    )
    text = "\n\n".join([first, deed, blame])
    rows = [
        ChainNode("shelling", first, "a", 0, dt.date(2021, 5, 1)),
        ChainNode("deed", deed, "a", len(first) + 2, dt.date(2021, 5, 2)),
    ]
    assert bool(link_told(rows, {"a": text}, language=ENGLISH).get("deed")) is linked


@pytest.mark.parametrize(
    ("article", "day", "statement", "linked"),
    [
        ("b", 2, False, True),
        # of another article; a statement; before what they are blamed for
        ("a", 2, False, False),
        ("c", 2, False, False),
        ("b", 2, True, False),
        ("b", 1, False, True),
        ("b", 0, False, False),
    ],
)
def test_what_strikes_back_is_told_where_the_blame_is(article: str, day: int, statement: bool, linked: bool) -> None:
    shelled, struck = (
        "Rebels shelled the harbour, killing two.",
        "Norland's jets bombed a camp of the rebels near Hask.",
    )
    text = f"{shelled}\n\n{struck}\n\nNorland blamed the rebels for the shelling of the harbour."
    rows = [
        ChainNode("shelling", shelled, "b", 0, MAY),
        ChainNode("deed", struck, article, text.index(struck), MAY + dt.timedelta(day - 1), statement),
    ]
    made = link_told(rows, {"b": text}, language=ENGLISH)
    assert [link.to for link in made.get("deed", ()) if link.kind == "responds to"] == (["shelling"] if linked else [])


def test_a_statement_that_tells_of_the_event_is_about_it() -> None:
    day = dt.date(2021, 5, 2)
    event = ChainNode("event", "Jets bombed a rebel camp near Hask.", "a", 0, day)
    other = ChainNode("other", "Farmers near Hask sold their corn.", "a", 100, day)
    said = ChainNode(
        "said", "The ministry said late Sunday that its planes had bombed the camp at Hask.", "a", 200, day, True
    )
    far = ChainNode(
        "far", "The ministry said that it had bombed the camp at Hask.", "b", 0, day + dt.timedelta(30), True
    )
    made = link_told([event, other, said, far], {}, language=ENGLISH)
    assert [(x.to, x.kind) for x in made["said"]] == [("event", "statement about")]
    assert made["said"][0].words.exact == "said late Sunday that its planes had bombed the camp at Hask"
    assert "far" not in made


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("The ministry said that it had bombed the camp at Hask.", True),
        # A name and a kind of deed in common are not enough, where most of what is said is of something else.
        (
            "The ministry said that it had bombed Hask to keep the road between the two quarries open for lorries.",
            False,
        ),
        # Who claimed it is said by the way.
        ("The hunt for whoever was behind the Front-claimed bombing of a camp at Hask went on, police said.", False),
    ],
)
def test_a_statement_tells_of_the_event_with_a_good_part_of_its_words(said: str, about: bool) -> None:
    day = dt.date(2021, 5, 2)
    event = ChainNode("event", "Jets bombed a rebel camp near Hask.", "a", 0, day)
    made = link_told([event, ChainNode("said", said, "a", 200, day, True)], {}, language=ENGLISH)
    assert [link.to for link in made.get("said", ())] == (["event"] if about else [])


def test_the_noun_that_tells_goes_before_a_later_deed_of_its_kind() -> None:
    strikes = ChainNode("strikes", "Jets struck a rebel camp near Hask.", "a", 0, dt.date(2021, 5, 2))
    shots = ChainNode("shots", "Guards fired at a crowd in Hask.", "a", 100, dt.date(2021, 5, 4))
    answer = ChainNode("answer", "Angered by the airstrikes, miners walked out.", "a", 200, dt.date(2021, 5, 4))
    assert [x.to for x in link_told([strikes, shots, answer], {}, language=ENGLISH)["answer"]] == ["strikes"]


MAY = dt.date(2021, 5, 1)
WEEK = (
    ChainNode("rockets", "Rockets of the Lom militia killed a Norland engineer on Saturday.", "a", 0, MAY),
    ChainNode(
        "strikes",
        "Norland carried out airstrikes against the Lom militia, killing 20 fighters.",
        "b",
        0,
        dt.date(2021, 5, 3),
    ),
    ChainNode("consulate", "A crowd stormed the gates of the Norland consulate in Hask.", "c", 0, dt.date(2021, 5, 5)),
    ChainNode(
        "general", "Norland killed General Varo in a drone airstrike at Hask airport.", "d", 0, dt.date(2021, 5, 7)
    ),
)


def joined(*reports: tuple[str, dt.date]) -> set[tuple[str, str, bool]]:
    sources = [ChainNode("", text, f"s{k}", 700, day) for k, (text, day) in enumerate(reports)]
    made = link_told(WEEK, {}, sources=sources, language=ENGLISH)
    texts = {one.article: one.text for one in sources}
    for words in (x.words for of in made.values() for x in of if x.words.article in texts):
        assert texts[words.article][words.start - 700 : words.end - 700] == words.exact != ""
    return {(id, x.to, x.shown) for id, of in made.items() for x in of}


def test_any_source_may_say_what_came_of_what() -> None:
    text = (
        "Norland carried out airstrikes on the Lom militia in response to the killing of a Norland engineer by rockets."
    )
    assert joined((text, dt.date(2021, 5, 4))) == {("strikes", "rockets", True)}


STRUCK = (
    "Norland carried out airstrikes on the Lom militia{} in response to the killing of a Norland engineer by rockets{}."
)


@pytest.mark.parametrize(
    ("struck", "killed", "reported", "shown"),
    [
        # each end on a day that it names, or the next to it: the rockets of May 1, a Saturday, the airstrikes of May 3
        (" on Monday", "", 4, [True]),
        (" on Sunday", "", 4, [True]),
        (" on Friday", "", 4, []),
        ("", " on Saturday", 4, [True]),
        ("", " on Friday", 4, [False]),
        ("", " on Thursday", 4, []),
        # nothing is reported before it happens
        ("", "", 2, []),
        ("", "", 3, [True]),
    ],
)
def test_a_report_joins_what_is_of_the_days_that_it_names(
    struck: str, killed: str, reported: int, shown: list[bool]
) -> None:
    made = joined((STRUCK.format(struck, killed), dt.date(2021, 5, reported)))
    assert [(id, to) for id, to, _ in made] == [("strikes", "rockets")] * len(shown)
    assert [is_shown for _, _, is_shown in made] == shown


def test_a_chain_of_reports_comes_out_whole() -> None:
    assert {
        (one, other)
        for one, other, _ in joined(
            (
                "Norland carried out airstrikes on the Lom militia in response to the killing of a Norland engineer by "
                "rockets.",
                dt.date(2021, 5, 4),
            ),
            (
                "The breach of the consulate came in response to Norland airstrikes that killed 20 Lom fighters.",
                dt.date(2021, 5, 6),
            ),
            (
                "The strike was in response to the storming by a crowd of the Norland consulate in Hask.",
                dt.date(2021, 5, 9),
            ),
        )
    } == {("strikes", "rockets"), ("consulate", "strikes"), ("general", "consulate")}


def test_a_report_whose_effect_came_first_joins_nothing() -> None:
    text = (
        "The rockets of the Lom militia that killed a Norland engineer came in response to the killing of General Varo "
        "at Hask airport."
    )
    assert joined((text, dt.date(2021, 5, 9))) == set()


def test_what_may_be_planned_or_several_is_not_named() -> None:
    text = (
        "Norland killed General Varo in a drone airstrike in response to several threats of attacks by the Lom militia."
    )
    assert joined((text, dt.date(2021, 5, 9))) == set()


def test_an_entry_placed_by_its_cause_answers_nothing() -> None:
    """What is told in passing to date the cause is not what happened on that day."""
    raid = ChainNode(
        "raid",
        "The raid came in response to the killing of General Varo, in Hask on May 7.",
        "e",
        0,
        dt.date(2021, 5, 7),
    )
    assert "raid" not in link_told([*WEEK, raid], {}, language=ENGLISH)


def test_a_restatement_answers_nothing() -> None:
    again = ChainNode(
        "again",
        "Norland acted after General Varo of Hask was killed in a drone airstrike.",
        "e",
        0,
        dt.date(2021, 5, 8),
    )
    assert "again" not in link_told([*WEEK, again], {}, language=ENGLISH)


def test_no_ring_of_links() -> None:
    def made(to: str, shown: bool) -> Link:
        return Link(to, "responds to", Span("a", 0, 1, "x"), "r", shown)

    rings = {"one": (made("two", True),), "two": (made("three", True),), "three": (made("one", False),)}
    assert without_rings(rings) == {"one": rings["one"], "two": rings["two"]}


def test_of_two_that_fit_almost_alike_none_is_meant() -> None:
    first = ChainNode(
        "first", "Rebels raided the old stone grain depot by the river mill of Hask.", "a", 0, dt.date(2021, 5, 2)
    )
    second = ChainNode(
        "second",
        "Rebels raided the old stone grain depot by the river mill a second time.",
        "a",
        100,
        dt.date(2021, 5, 4),
    )
    answer = ChainNode(
        "answer",
        "Angered by the raid on the old stone grain depot by the river mill of Hask, miners walked out.",
        "b",
        0,
        second.day,
    )
    others = [
        ChainNode(f"{n}", f"{what} of Hask were closed for a week.", "c", 100 * n, dt.date(2021, 4, n + 1))
        for n, what in enumerate(("The schools", "The baths", "The mines", "The mills", "The shops", "The docks"))
    ]
    assert "answer" not in link_told([*others, first, second, answer], {}, language=ENGLISH)


def test_sentences_that_may_join_two_things_are_found_and_late_stories_passed_over() -> None:
    one = article("Rain fell. The siege came in response to the strikes. Snow fell.", day=dt.date(2021, 5, 9))
    late = article("The siege came in response to the strikes.", day=dt.date(2022, 5, 9))
    found = list(joining([(a, read_light(a)) for a in (one, late)], dt.date(2021, 5, 7), ENGLISH))
    assert [(t.text, t.article, t.day) for t in found] == [
        ("The siege came in response to the strikes.", one.id, dt.date(2021, 5, 9))
    ]


def _linked(**links: str) -> dict[str, str]:
    """Of links written as ``a="b?c"`` (to b, and, hedged, to c) those that are left once rings are cut."""
    made = {
        id: tuple(
            Link(to.strip("?"), "responds to", Span("a", 0, 1, "x"), "by the case", "?" not in to, ("deed",))
            for to in re.findall(r"\??\w", of)
        )
        for id, of in links.items()
    }
    return {id: "".join(f"{'' if one.shown else '?'}{one.to}" for one in of) for id, of in without_rings(made).items()}


@pytest.mark.parametrize(
    ("links", "left"),
    [
        ({"a": "b", "b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "a"}, {"a": "b"}),
        ({"a": "b", "b": "c", "c": "a"}, {"a": "b", "b": "c"}),
        ({"a": "?b", "b": "c", "c": "a"}, {"b": "c", "c": "a"}),
        ({"a": "?b", "b": "?c", "c": "?a"}, {"a": "?b", "b": "?c"}),
        ({"a": "bc", "b": "c", "c": "d"}, {"a": "bc", "b": "c", "c": "d"}),
        ({"a": "b", "b": "cd", "d": "ae"}, {"a": "b", "b": "cd", "d": "e"}),
    ],
)
def test_links_that_close_a_ring_are_left_out(links: dict[str, str], left: dict[str, str]) -> None:
    assert _linked(**links) == left


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Orla Tarn quit in response to the shelling of the harbour.", True),
        ("Orla Tarn, who had quit in response to the shelling of the harbour, sang in Norhaven.", False),
    ],
)
def test_a_cue_of_what_a_sentence_only_brings_up_makes_no_link(text: str, linked: bool) -> None:
    day = dt.date(2021, 5, 1)
    first = article("Rebels shelled the harbour of Norhaven on Monday.", day=day)
    second = article(text, outlet="Another", day=day + dt.timedelta(1))
    shelled, said = entry(first, first.text, day), entry(second, text, day + dt.timedelta(1))
    made = link([shelled, said], {a.id: a.text for a in (first, second)}, language=ENGLISH)
    assert [one.to for one in made.get(said.id, ())] == [shelled.id] * linked


def test_of_two_links_by_the_same_words_that_to_the_only_such_deed_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    day = dt.date(2021, 5, 1)
    one = article("Rebels shelled the harbour. Troops burned the mill. Angered by the shelling, dockers walked out.")
    shelled, burned, walked = (entry(one, f"{words.rstrip('.')}.", day) for words in one.text.split(". "))

    def made(*found: Link) -> list[str]:
        monkeypatch.setattr(sys.modules[link.__module__], "referred", lambda *_: ((walked.id, f) for f in found))
        return [x.to for x in link([shelled, burned, walked], {one.id: one.text}, language=ENGLISH)[walked.id]]

    at = one.text.index("the shelling")
    words = Span(one.id, at, at + 12, "the shelling")
    assert made() == [shelled.id]
    assert made(Link(burned.id, "responds to", words, "", True, ("deed",))) == [burned.id]
    beside = Span(one.id, at + 14, at + 21, "dockers")
    assert set(made(Link(burned.id, "responds to", beside, "", True, ("deed",)))) == {shelled.id, burned.id}


TARN, MARADIA, SUDLAND = (
    Actor(name, name.lower(), "state", name[:2].upper()) for name in ("Tarn", "Maradia", "Sudland")
)


@pytest.mark.parametrize(
    ("kind", "speaker", "source", "actors", "side"),
    [
        ("event", None, None, (TARN, MARADIA), "TA"),
        ("event", None, None, (MARADIA,), "MA"),
        ("event", None, None, (), None),
        # who does it before who is named; who says it where nobody does it
        ("event", None, MARADIA, (TARN,), "MA"),
        ("event", SUDLAND, MARADIA, (TARN,), "MA"),
        ("event", SUDLAND, None, (TARN,), "SU"),
        ("statement", SUDLAND, MARADIA, (TARN,), "SU"),
        ("statement", None, MARADIA, (TARN,), "MA"),
    ],
)
def test_the_side_of_an_entry(
    kind: EntryKind, speaker: Actor | None, source: Actor | None, actors: tuple[Actor, ...], side: str | None
) -> None:
    words = "Rebels shelled the harbour docks."
    claims = (Claim(((0, 6),), ((7, 14),), ((15, 32),), "paraphrased", speaker=speaker),)
    actions = (Action(7, 14, "shelled", "ASSAULT", "material conflict", "happened", source=source),)
    told = entry(article(words, "A"), words, dt.date(2021, 5, 1), kind, claims, actions, actors)
    assert told_of(told, ENGLISH).side == side


@pytest.mark.parametrize(
    ("other", "stands"),
    [
        ("Rebels shelled the harbour overnight.", True),
        ("Rebels shelled a mill overnight.", True),
        ("Rebels slept in a mill overnight.", False),
        ("A ferry company opened a new line.", False),
    ],
)
def test_other_evidence_stands_for_the_wording_where_it_holds_half_of_it(other: str, stands: bool) -> None:
    wording, day = "Rebels shelled the harbour docks.", dt.date(2021, 5, 1)
    one, two = article(wording, "A"), article(f"It rained. {other}", "B")
    told = entry(one, wording, day)
    more = entry(two, other, day).evidence
    found = _also_told(replace(told, evidence=(*told.evidence, *more)), told_of(told, ENGLISH), ENGLISH)
    assert [(t.text, t.article, t.start) for t in found] == ([(other, two.id, len("It rained. "))] if stands else [])


@pytest.mark.parametrize(
    ("killed", "shown"),
    [
        ("a Norland clerk in a rocket attack on a Hask base", [True]),
        # whoever is named is nobody of whom the entry tells, though the strike fits by its kind
        ("General Ivo Tarn and his aide Mads Ost in a Norland strike", []),
    ],
)
def test_a_cue_alone_does_not_say_which_deed_of_its_kind_is_meant(killed: str, shown: list[bool]) -> None:
    day = dt.date(2021, 5, 3)
    first = article("A rocket attack on a Hask base killed a Norland clerk.")
    second = article("Millers stormed the Norland embassy in Hask.", day=day)
    text = f"Millers stormed the Norland embassy in Hask in response to the killing of {killed}."
    third = article(text, outlet="Another", day=day)
    attack = entry(first, first.text, day - dt.timedelta(1))
    stormed = entry(second, second.text, day)
    stormed = replace(stormed, evidence=(*stormed.evidence, *entry(third, text, day).evidence))
    made = link([attack, stormed], {a.id: a.text for a in (first, second, third)}, language=ENGLISH)
    assert [x.shown for x in made.get(stormed.id, ())] == shown


MAY_9 = ChainNode("one", "", "a", 0, dt.date(2021, 5, 9))


def _before(days: int | None) -> ChainNode:
    """A thing told of so many days before May 9, or of no day."""
    return replace(MAY_9, id="other", day=None if days is None else dt.date(2021, 5, 9) - dt.timedelta(days))


@pytest.mark.parametrize(
    ("words", "at", "days", "fits"),
    [
        ("hours after", 0, 1, True),
        ("hours after", 0, 2, False),
        ("Moments after", 0, 2, False),
        ("a day after", 0, 2, True),
        ("a day after", 0, 3, False),
        ("one night after", 0, 3, False),
        ("the morning after", 0, 2, True),
        ("the morning after", 0, 3, False),
        # of more than one, or of what is longer than a day, no limit is known
        ("two days after", 0, 3, True),
        ("a week after", 0, 9, True),
        ("days after", 0, 9, True),
        ("shortly after", 0, 9, True),
        # words that open the sentence, or nearly do
        ("hours after", 12, 1, True),
        ("hours after", 13, 1, False),
        ("hours after", 13, None, False),
        ("hours after", 0, None, True),
    ],
)
def test_a_length_of_time_fits_the_days_of_both(words: str, at: int, days: int | None, fits: bool) -> None:
    text = f"{' ' * at}{words} the bombing, crowds marched."
    one, other = replace(MAY_9, text=text), _before(days)
    cue = Cue("after", "responds to", True, at, at + len(words), at + len(words), at + len(words) + 12)
    timed = replace(cue, marks=frozenset({"time"}))
    assert _in_time(timed, one, other, ENGLISH) is fits
    assert _in_time(timed, replace(one, day=None), other, ENGLISH) is (at <= 12)
    assert _in_time(cue, one, other, ENGLISH)


@pytest.mark.parametrize(
    ("fits", "common", "well"),
    [
        (("deed",), 2, True),
        (("deed",), 1, False),
        (("deed", "date"), 0, True),
        (("deed", "words"), 0, False),
        (("words", "date"), 3, False),
    ],
)
def test_more_than_the_kind_of_deed_must_fit(fits: tuple[Fit, ...], common: int, well: bool) -> None:
    assert _fits_well(Antecedent(MAY_9, 1.0, fits, True, common)) is well


@pytest.mark.parametrize(
    ("days", "near", "later"),
    [(0, True, False), (3, True, False), (4, False, False), (-1, True, True), (-3, True, True), (-4, False, True)],
)
def test_what_is_near_and_what_is_later(days: int, near: bool, later: bool) -> None:
    assert _is_near(_before(days), MAY_9) is near
    assert _is_later(_before(days), MAY_9) is later
    for one, other in ((_before(None), MAY_9), (MAY_9, _before(None))):
        assert _is_near(one, other) and not _is_later(one, other)


@pytest.mark.parametrize(
    ("kind", "shown", "may"),
    [
        ("responds to", True, True),
        ("responds to", False, False),
        ("caused by", True, True),
        ("statement about", True, False),
        ("part of", True, False),
    ],
)
def test_which_cue_leaves_a_link_possible(kind: LinkKind, shown: bool, may: bool) -> None:
    assert _may_be_shown(Cue("", kind, shown, 0, 5, 5, 9)) is may


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("The shops closed because of a lack of news due to the strike.", True),
        ("The shops closed because of the strike.", False),
        ("Because of the strike the shops closed, and the mill burned due to a storm.", False),
    ],
)
def test_a_cue_in_what_another_names(text: str, nested: bool) -> None:
    cues = [cue for cue in find_cues(text, ENGLISH) if cue.kind == "caused by"]
    assert cues and all(_nested(cue, text, ENGLISH) is nested for cue in cues)


@pytest.mark.parametrize(
    ("text", "marks", "statement", "event"),
    [
        ("Hours after the raid, the mill closed.", {"time"}, True, False),
        ("Hours after the raid, rebels vowed to retaliate.", {"time"}, True, True),
        ("Angered by the raid, crowds marched.", set(), True, True),
        ("Lund, accused of the raid, sang.", {"passing"}, True, False),
    ],
)
def test_who_says_that_it_answers(text: str, marks: set[str], statement: bool, event: bool) -> None:
    cue = Cue("", "responds to", True, 0, 5, 6, 9, frozenset(marks))  # type: ignore[arg-type]
    assert _answers(cue, replace(MAY_9, text=text, statement=True), ENGLISH) is statement
    assert _answers(cue, replace(MAY_9, text=text), ENGLISH) is event


def test_words_overlap_that_share_a_code_point() -> None:
    def span(start: int, end: int, article: str = "a") -> Span:
        return Span(article, start, end, "x" * (end - start))

    assert _overlap(span(3, 6), span(5, 9)) and _overlap(span(5, 9), span(3, 6)) and _overlap(span(3, 9), span(4, 5))
    assert not any(
        _overlap(span(3, 6), other) for other in (span(6, 9), span(8, 9), span(0, 3), span(0, 1), span(3, 6, "b"))
    )


def test_in_which_wording_the_words_of_a_link_stand() -> None:
    first, second = ChainNode("one", "The mill.", "a", 10, None), ChainNode("one", "The mill shut.", "b", 10, None)

    def wording(article: str, start: int) -> ChainNode | None:
        words = Span(article, start, start + 1, "m")
        return _wording_of(Link("other", "responds to", words, "", True), (first, second))

    assert [wording("a", at) for at in (9, 10, 18, 19)] == [None, first, first, None]
    assert [wording("b", at) for at in (9, 10, 19)] == [None, second, second] and wording("c", 10) is None


def test_of_two_links_to_one_thing_the_plainer_and_then_the_stronger_is_kept() -> None:
    def made(to: str, kind: LinkKind, shown: bool = True, start: int = 0) -> Link:
        return Link(to, kind, Span("a", start, start + 1, "x"), "", shown)

    order = {"first": 0, "second": 1}
    about, answer, hedged = made("first", "statement about"), made("first", "responds to"), made("first", "part of")
    hedged = replace(hedged, shown=False)
    assert _distinct([about, answer], order) == _distinct([answer, about], order) == (answer,)
    assert _distinct([replace(answer, shown=False), about], order) == (about,)
    assert _distinct([made("first", "part of", start=4), made("first", "part of", start=2)], order)[0].words.start == 2
    # The latest first, and what is hedged behind what is not.
    later, unsure = made("second", "responds to"), made("second", "responds to", False)
    assert _distinct([answer, later], order) == (later, answer)
    assert _distinct([answer, unsure], order) == (answer, unsure) and _distinct([hedged, later], order) == (
        later,
        hedged,
    )
