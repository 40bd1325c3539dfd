"""Statements about an event, by side."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from tests.timeline.making import article, entry

from leadup.lang import ENGLISH
from leadup.model import Actor, Article, Entry, Paragraph, Reading, Target
from leadup.reading.deep import read_deep
from leadup.reading.light import read_light
from leadup.reading.names import Cast
from leadup.timeline.pool import PooledArticle
from leadup.timeline.reactions import Judged, group
from leadup.timeline.reactions.affiliation import office_of, speaks_for
from leadup.timeline.reactions.group import _is_of_others, _of_several
from leadup.timeline.reactions.stance import stance_taken

DAY = dt.date(2021, 5, 3)
PARAGRAPHS = [
    "Raiders killed Governor Paul Strand in the Norwegian town of Mold on May 3.",
    "The killing resulted in concern across the region. Sweden and Denmark condemned the attack.",
    "“Finland is in contact with our neighbours,” Foreign Minister Eero Laaksonen said. “All must show restraint.”",
    "France's foreign minister, Anne Morel, said her country stood with Norway.",
    "A ferry company opened a new line to the islands.",
]


def read() -> tuple[Article, Reading, Entry]:
    text = "\n\n".join(PARAGRAPHS)
    made = article(text, "The Test", DAY)
    paragraphs, at = [], 0
    for words in PARAGRAPHS:
        paragraphs.append(Paragraph(at, at + len(words)))
        at += len(words) + 2
    made = Article(made.id, made.source, text, tuple(paragraphs), outlet="The Test", published=made.published)
    return made, read_light(made), entry(made, PARAGRAPHS[0], DAY)


@pytest.mark.parametrize("deep", [None, read_deep])
def test_reactions_stand_under_their_country(deep: partial[object] | None) -> None:
    made, reading, about = read()
    found = group(about, [made], {made.id: reading}, deep, language=ENGLISH)  # type: ignore[arg-type]
    assert {r.side for r in found} == {"Sweden", "Denmark", "Finland", "France"}
    stances = {r.side: r.stance for r in found}
    assert stances["Sweden"] == stances["Denmark"] == "condemns"
    assert stances["France"] == "supports"
    assert "calls for restraint" in {r.stance for r in found if r.side == "Finland"}
    assert all(r.about == about.id and made.text[r.words.start : r.words.end] == r.words.exact for r in found)


def test_statements_of_a_side_stand_together() -> None:
    made, reading, about = read()
    sides = [r.side for r in group(about, [made], {made.id: reading}, language=ENGLISH)]
    assert len([k for k, s in enumerate(sides) if k == 0 or sides[k - 1] != s]) == len(set(sides))


ROUND_UP = [
    "Norway's minister of trade said the ferry was a great success. Spain's king said the harbour tax was a crime.",
    "Sweden's foreign minister, Karin Holm, urged all sides to step back. She will open a museum in Lund next week.",
    "Finland said none of the parties had an interest in more conflict.",
    "Denmark said its new ferry would sail in June.",
    "Grain prices rose on fears of a wider conflict.",
    "Iceland's prime minister said the attack was an aggression against his country.",
]


def rounded_up(title: str) -> set[tuple[str, str]]:
    made, _, about = read()
    text = "\n\n".join([title, *ROUND_UP])
    paragraphs, at = [], 0
    for k, words in enumerate([title, *ROUND_UP]):
        paragraphs.append(Paragraph(at, at + len(words), "body" if k else "title"))
        at += len(words) + 2
    second = Article("b", "b.txt", text, tuple(paragraphs), title=title, outlet="B", published=made.published)
    judged = Judged(about, Target("killing of Paul Strand", DAY, "given"), language=ENGLISH)
    found = group(about, [second], {"b": read_light(second)}, judged=judged, language=ENGLISH)
    return {(r.side, r.stance) for r in found}


def test_statements_under_a_title_that_announces_reactions() -> None:
    assert rounded_up("World reacts to killing of Norwegian governor") == {
        ("Sweden", "calls for restraint"),
        ("Finland", "calls for restraint"),
        ("Iceland", "condemns"),
    }


def test_a_title_about_something_else_announces_no_reactions() -> None:
    said = rounded_up("World reacts to opening of the Lund museum")
    assert "Finland" not in {side for side, _ in said}


@pytest.mark.parametrize(
    ("said", "sides"),
    [
        ("Sweden condemned the attack in Mold.", {"Sweden"}),
        ("Sweden called the attack in Mold outrageous.", {"Sweden"}),
        ("Sweden said that the attack in Mold was “an outrage”.", {"Sweden"}),
        ("Sweden said that the police were treating the attack in Mold as an act of terrorism.", set()),
        ("Sweden is outraged by the attack in Mold.", set()),
        ("Sweden said that the attack in Mold began at noon.", set()),
        ("Fox News condemned the attack in Mold.", set()),
        ("Sweden's embassy said that Denmark's attack on its boats was an outrage.", set()),
    ],
)
def test_who_only_tells_of_it_does_not_react(said: str, sides: set[str]) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{said}"
    at = len(PARAGRAPHS[0]) + 2
    made = article(text, "The Test", DAY)
    paragraphs = (Paragraph(0, at - 2), Paragraph(at, len(text)))
    made = Article(made.id, made.source, text, paragraphs, outlet="The Test", published=made.published)
    found = group(entry(made, PARAGRAPHS[0], DAY), [made], {made.id: read_light(made)}, read_deep, language=ENGLISH)
    assert {r.side for r in found} == sides


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Karl Tolm, the mayor of Lund, called the killing “outrageous,” and flew home.", {("Karl Tolm", "condemns")}),
        ("Karl Tolm, the mayor of Lund, condemned the killing.", {("Karl Tolm", "condemns")}),
        (
            "Karl Tolm, the mayor of Lund, called the killing in Mold, which took the life of a man that had just"
            " come home from the sea, “outrageous.”",
            {("Karl Tolm", "condemns")},
        ),
        (
            "Karl Tolm, the mayor of Lund, praised the police and called the attack a horrific act.",
            {("Karl Tolm", "condemns")},
        ),
        ("Karl Tolm, the mayor of Lund, called the push for new ferries an outrage.", set()),
        ("Karl Tolm, the mayor of Lund, condemned the killing in Orsk.", set()),
        ("Karl Tolm, the mayor of Lund, condemned the killer.", set()),
        ("Karl Tolm, the mayor of Lund, blasted the killing.", {("Karl Tolm", "condemns")}),
        ("Karl Tolm, the mayor of Lund, condemned the killing of miners.", set()),
        ("Karl Tolm, the mayor of Lund, condemned the killing of the governor.", {("Karl Tolm", "condemns")}),
        ("Karl Tolm, the mayor of Lund, condemned the killing of innocent people.", {("Karl Tolm", "condemns")}),
        ("Karl Tolm, the mayor of Lund, praised his officers.", set()),
        # what others say of somebody is not that one's, and what somebody says of himself is
        ("“Ann Berg condemned the killing and went home,” Karl Tolm, the mayor of Lund, said.", set()),
        ("Karl Tolm, the mayor of Lund, said: “Sweden condemned the killing.”", set()),
        ("“Nobody slept. Sweden condemned the killing,” Karl Tolm, the mayor of Lund, said.", set()),
        ("“It is war,” Karl Tolm said, and condemned the killing.", {("Karl Tolm", "condemns")}),
        ("Sweden meanwhile “strongly condemned the killing in Mold,” it said.", {("Sweden", "condemns")}),
        ("“We condemn the killing,” Karl Tolm, the mayor of Lund, said.", {("Karl Tolm", "condemns")}),
    ],
)
def test_the_event_is_judged_in_an_article_about_it(said: str, found: set[tuple[str, str]]) -> None:
    _, _, about = read()
    head = "Governor Paul Strand was killed by raiders in Mold on May 3."
    other = article(f"{head} {said}", "B", DAY)
    pooled = PooledArticle.of(other, read_light(other))
    judged = Judged(about, Target("killing of Paul Strand", DAY, "given"), language=ENGLISH)
    heads = judged.heads([pooled])
    assert heads == {other.id}
    reactions = group(
        about, [other], {other.id: read_light(other)}, read_deep, judged=judged, heads=heads, language=ENGLISH
    )
    assert {(r.speaker.name if r.speaker else r.side, r.stance) for r in reactions} == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Responding to the killing, Karl Tolm, the mayor of Lund, said “the murder is an outrage”.",
            {("Karl Tolm", "condemns")},
        ),
        # The stance is to something else.
        (
            "Responding to the killing, Karl Tolm, the mayor of Lund, said the new tax was an outrage.",
            {("Karl Tolm", "no position")},
        ),
        (
            "Karl Tolm, mayor of Lund, responded to the killing with anger, and called for dialogue with the miners.",
            {("Karl Tolm", "no position")},
        ),
        # What somebody thinks of it is theirs, in whatever they say; only that others answer it is not.
        (
            "Karl Tolm, the mayor of Lund, said Sweden shared the blame for the killing.",
            {("Karl Tolm", "no position")},
        ),
        # Others are to answer it.
        ("Karl Tolm, the mayor of Lund, said Ann Berg was to help the town respond to the killing.", set()),
        ("“We will respond to the killing,” Karl Tolm, the mayor of Lund, said.", {("Karl Tolm", "no position")}),
    ],
)
def test_a_stance_is_to_the_event_where_it_is_named_beside_it(said: str, found: set[tuple[str, str]]) -> None:
    text = f"{PARAGRAPHS[0]}\n\n{said}"
    at = len(PARAGRAPHS[0]) + 2
    made = article(text, "The Test", DAY)
    paragraphs = (Paragraph(0, at - 2), Paragraph(at, len(text)))
    made = Article(made.id, made.source, text, paragraphs, outlet="The Test", published=made.published)
    about = entry(made, PARAGRAPHS[0], DAY)
    judged = Judged(about, Target("killing of Paul Strand", DAY, "given"), language=ENGLISH)
    reactions = group(about, [made], {made.id: read_light(made)}, read_deep, judged=judged, language=ENGLISH)
    assert {(r.speaker.name if r.speaker else r.side, r.stance) for r in reactions} == found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Iran's supreme leader, Ayatollah Ali Khamenei, spoke.", "IR"),
        ("Iran's ally Ali Khamenei spoke.", None),
    ],
)
def test_an_office_before_the_name_gives_the_country(words: str, code: str | None) -> None:
    made = article(words)
    names = [n for s in read_light(made).sentences for n in s.names]
    cast = Cast.of(words, names, language=ENGLISH)
    person = next(a for a in cast.actors if a is not None and "Khamenei" in a.name)
    assert office_of(words, cast, person, ENGLISH) == code


@pytest.mark.parametrize(
    ("asked", "reacts"), [("killing of Paul Strand", True), ("Karl Tolm killed Paul Strand", False)]
)
def test_whose_deed_it_was_does_not_react_without_a_stance(asked: str, reacts: bool) -> None:
    text = f"{PARAGRAPHS[0]}\n\nKarl Tolm, the mayor of Lund, said Sweden shared the blame for the killing."
    at = len(PARAGRAPHS[0]) + 2
    made = article(text, "The Test", DAY)
    paragraphs = (Paragraph(0, at - 2), Paragraph(at, len(text)))
    made = Article(made.id, made.source, text, paragraphs, outlet="The Test", published=made.published)
    about = entry(made, PARAGRAPHS[0], DAY)
    judged = Judged(about, Target(asked, DAY, "given"), language=ENGLISH)
    assert bool(group(about, [made], {made.id: read_light(made)}, read_deep, judged=judged, language=ENGLISH)) is reacts


@pytest.mark.parametrize(
    ("held", "others"),
    [
        ("that it “rightly condemns violence”", True),
        ("Weiss equivocates and Berg condemns.", True),
        ("Norway condemns the raid", False),
        ("Norway strongly condemns the raid", False),
        ("our government condemns the raid", False),
        ("we condemn the raid", False),
        ("", False),
    ],
)
def test_how_another_judges_is_no_stance_of_who_says_so(held: str, others: bool) -> None:
    assert _is_of_others(held, ENGLISH) is others


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("He vowed revenge on those behind it.", "threatens"),
        ("She condemned the raid and called for calm.", "condemns"),
        ("All sides should show restraint, he said.", "calls for restraint"),
        ("We stand with our allies, she said.", "supports"),
        ("She sent her condolences and support to the families.", "no position"),
        ("He will fly home on Monday, he said.", None),
        ("We will not expel anybody, she said.", None),
        ("The murder suspect was moved on Friday, police said.", None),
        ("He called it an act of aggression.", "condemns"),
        ("She called it horrific.", "condemns"),
        ("He is outraged by the raid.", "condemns"),
        ("She said it was an achievement.", "supports"),
        ("He said the program was “exclusively peaceful”.", None),
        ("He urged them to find a peaceful solution.", "calls for restraint"),
        ("He said protests had filled the square.", None),
        ("He protested the raid.", "condemns"),
        ("He blasted the raid.", "condemns"),
        ("He said the blasts were heard in Hask.", None),
        ("Friends had urged him to criticize the raid, he said.", None),
        ("He spoke of the escalation at the border.", None),
        ("He warned of an escalation.", "calls for restraint"),
        # who says it is no call for it
        ("The security adviser said the ceasefire was dead.", None),
        ("He told a press conference that the dialogue was over.", None),
        ("The counsel left before the truce, and the appeals court shouldered its dialogue.", None),
        ("He pressed them for a truce.", "calls for restraint"),
        ("A plea for calm came from Hask.", "calls for restraint"),
        ("The truck slammed into the gate, he said.", None),
        ("He slammed the raid.", "condemns"),
    ],
)
def test_stances(words: str, stance: str | None) -> None:
    assert stance_taken(words, ENGLISH) == stance


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (["“Finland is in contact with our partners,” he said."], "FI"),
        (["“Finland is far away,” he said."], None),
        (["“Finland is near. Our eyes are open.”", "“Sweden is near us.”"], None),
    ],
)
def test_who_says_our_country_speaks_for_it(said: list[str], code: str | None) -> None:
    minister = Actor("Eero Laaksonen", "eero laaksonen", "government", None, "Foreign Minister")
    assert speaks_for(minister, said, ENGLISH) == code
    assert speaks_for(Actor("Eero Laaksonen", "eero laaksonen", "person"), said, ENGLISH) is None


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("foreign ministers in Norway and Sweden", True),
        ("Norway’s and Sweden’s foreign ministers", True),
        ("leaders of Norway, Sweden and Denmark", True),
        # of one, to others
        ("Germany’s ambassador to Israel", False),
        ("Germany’s ambassador to Israel and Egypt", False),
        ("Sweden's envoy to Norway", False),
        ("Norway’s foreign minister", False),
        ("Norway, Norway’s king", False),
    ],
)
def test_of_several_countries_are_those_named_side_by_side(name: str, several: bool) -> None:
    assert _of_several(Actor(name, name.lower()), ENGLISH) is several


def test_the_seed_reactions_stand_under_the_right_country(shared: Path) -> None:
    """All that was said on Jan. 3 about the killing, under who said it; speakers' names and countries only."""
    from leadup.archive.codec import unpack_reading
    from leadup.ingest import prepare
    from leadup.intake import read_path

    found = next(iter(read_path(shared / "seed" / "article.txt")))
    assert isinstance(found, Article)
    prepared = prepare(found)
    made, reading = prepared.article, unpack_reading(prepared.reading)
    start = made.text.index("Soleimani was killed near")
    end = made.text.index("local time.", start) + len("local time.")
    about = entry(made, made.text[start:end], dt.date(2020, 1, 3))
    reactions = group(about, [made], {made.id: reading}, read_deep, language=ENGLISH)
    said = {(r.side, r.speaker.name if r.speaker else "") for r in reactions}
    assert {s for s, _ in said} == {"Iran", "Canada", "United Kingdom", "Germany", "China", "France"}
    assert {("Iran", "Ali Khamenei"), ("Canada", "François-Philippe Champagne"), ("Germany", "Heiko Maas")} <= said
    assert ("France", "Amelie de Montchalin") in said


@pytest.mark.parametrize(
    ("printed", "text", "about"),
    [
        (3, "Paul Strand was killed in Mold.", True),
        (17, "Paul Strand was killed in Mold.", True),
        (18, "Paul Strand was killed in Mold.", False),
        (2, "Paul Strand was killed in Mold.", False),
        (None, "Paul Strand was killed in Mold.", True),
        (3, "It rained. It poured. Paul Strand was killed in Mold.", True),
        (3, "It rained. It poured. It hailed. Paul Strand was killed in Mold.", False),
        (3, "Paul Strand may be killed in Mold.", False),
        (3, "Strand was seen in Mold.", False),
    ],
)
def test_which_articles_are_about_the_event(printed: int | None, text: str, about: bool) -> None:
    _, _, event = read()
    one = article(text, "B", None if printed is None else dt.date(2021, 5, printed))
    judged = Judged(event, Target("killing of Paul Strand", DAY, "given"), language=ENGLISH)
    assert judged.heads([PooledArticle.of(one, read_light(one))]) == ({one.id} if about else set())


def test_reactions_are_of_the_events_day_and_so_many_after() -> None:
    made, reading, about = read()
    late = article("Iceland condemned the killing of Governor Paul Strand in Mold.", "B", DAY + dt.timedelta(2))
    readings = {made.id: reading, late.id: read_light(late)}
    sides = [
        {r.side for r in group(about, [late, made], readings, days=days, language=ENGLISH)} for days in (0, 1, 2, 9)
    ]
    assert ["Iceland" in some for some in sides] == [False, False, True, True]
    assert all({"Sweden", "Denmark"} <= some for some in sides)
    # Nothing reacts to what comes later.
    early = article("Iceland condemned the killing of Governor Paul Strand in Mold.", "B", DAY - dt.timedelta(1))
    assert not group(about, [early], {early.id: read_light(early)}, days=9, language=ENGLISH)


def test_a_sides_latest_words_stand_first_and_sides_in_order_of_their_first() -> None:
    _, _, about = read()
    told = [
        article(f"{who} condemned the killing of Governor Paul Strand in Mold.", outlet, DAY + dt.timedelta(day))
        for who, outlet, day in (("Sweden", "C", 2), ("Denmark", "D", 1), ("Sweden", "E", 0))
    ]
    found = group(about, told, {one.id: read_light(one) for one in told}, days=3, language=ENGLISH)
    assert [(r.side, (r.day - DAY).days, r.outlet) for r in found] == [
        ("Sweden", 2, "C"),
        ("Sweden", 0, "E"),
        ("Denmark", 1, "D"),
    ]
    assert all(r.speaker is None and r.country == {"Sweden": "SE", "Denmark": "DK"}[r.side] for r in found)


JUDGING = [
    # by a word for the event, with a name that is its, or by none that is not
    ("Karl Tolm condemned the killing of Paul Strand.", True),
    ("Karl Tolm condemned the killing of Anna Lund.", False),
    ("Karl Tolm condemned the killing.", True),
    ("Karl Tolm condemned a killing.", False),
    ("Karl Tolm condemned their killing.", True),
    ("Karl Tolm condemned the move.", False),
    ("Karl Tolm condemned the harvest.", False),
    ("Karl Tolm was angered by the killing.", True),
    ("Karl Tolm called the attack outrageous.", True),
    ("Karl Tolm condemned Friday's killing.", False),
    ("Karl Tolm spoke of the killing.", False),
]


@pytest.mark.parametrize(("said", "judges"), JUDGING)
def test_whether_a_sentence_judges_the_event(said: str, judges: bool) -> None:
    _, _, about = read()
    other = article(f"It rained. {said}", "B", DAY)
    tie = Judged(about, Target("killing of Paul Strand", DAY, "given"), language=ENGLISH).judging(
        other, read_light(other), 1
    )
    assert (tie is not None) is judges
    if tie is not None:
        assert tie.judges
        assert tie.cue is not None and other.text[slice(*tie.cue)].split()[0] in ("condemned", "angered", "called")
        assert tie.who is not None and other.text[slice(*tie.who)] == "Karl Tolm"
