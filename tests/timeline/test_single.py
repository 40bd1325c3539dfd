"""One article's own timeline."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from tests.timeline.making import article, entry

from leadup.errors import EmptyWindow
from leadup.intake import Options, article_from_text
from leadup.lang import ENGLISH
from leadup.model import Article, Claim, DateSpan, EventDate, Timeline
from leadup.reading.deep import read_deep
from leadup.reading.light import read_light
from leadup.timeline.single import _goes_on, _in_the_present, _opens, timeline_of_article

PRINTED = dt.date(2021, 5, 10)


def read(of: Article) -> Timeline:
    return timeline_of_article(of, read_light(of), read_deep)


def told(text: str, day: dt.date | None = PRINTED) -> list[tuple[int, str]]:
    """The days of the month and the words of an article's own entries."""
    page = article_from_text(text, source="The Test", options=Options(published=day))
    return [(e.day.day, e.wording.exact) for e in read(page).entries]


BURST = "The dam at Orsk burst on May 3."
CRACK = "Engineers found a crack in it on May 1."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (BURST, [(3, BURST)]),
        # by day, whatever the order in which they are told
        (f"{BURST} {CRACK}", [(1, CRACK), (3, BURST)]),
        # of one day, in the order of the text
        (f"{BURST} Divers came on May 3.", [(3, BURST), (3, "Divers came on May 3.")]),
        # what only the day of printing would date is left out, but where there is nothing else
        (f"{BURST} Rescuers searched the mud.", [(3, BURST)]),
        ("Rescuers searched the mud.", [(10, "Rescuers searched the mud.")]),
        # below a date heading what the main clause tells, in the present tense too where the chronicle is told in it
        (
            "How it went\n\nMay 3\n\nThe move caused concern. The hall was cold.\n\nMay 4\n\nCrews left.",
            [(3, "The move caused concern."), (4, "Crews left.")],
        ),
        (
            "How it went\n\nMay 3\n\nGen. al-Tarn ousts Varo.\n\nMay 4\n\nThe court shuts. The port lies on a lake.",
            [(3, "Gen. al-Tarn ousts Varo."), (4, "The court shuts.")],
        ),
        # background, which tells of no act and nobody's words
        ("Police arrested Karl Lund in Orsk. The hall was cold.", [(10, "Police arrested Karl Lund in Orsk.")]),
        ("The hall was cold.", [(10, "The hall was cold.")]),
    ],
)
def test_what_an_article_tells_by_itself(text: str, days: list[tuple[int, str]]) -> None:
    assert told(text) == days


def test_the_timeline_spans_what_it_tells_and_is_named_by_its_article() -> None:
    made = read(article(f"{BURST} {CRACK} Divers came on May 7.", "The Test", PRINTED))
    assert (made.first.day, made.last.day, made.articles_read, made.target) == (1, 7, 1, None)
    assert (made.question.target, made.question.first, made.question.last) == ("The Test.txt", made.first, made.last)
    titled = replace(article(BURST, "The Test", PRINTED), title="A dam falls")
    assert read(titled).question.target == "A dam falls"


def test_what_runs_over_sentences_is_told_where_it_is_said_whose_it_is() -> None:
    said = "“We saw water on May 3,” said the mayor, Anna Lund."
    on = "“It took all that we had.”"
    assert told(f"{said} {on} {CRACK}") == [(1, CRACK), (3, said)]


def test_an_article_without_any_day_is_refused() -> None:
    with pytest.raises(EmptyWindow, match="no day can be worked out") as refused:
        read(article("The dam at Orsk burst.", "The Test", None))
    assert "--published" in str(refused.value.__dict__)


@pytest.mark.parametrize(("language", "advice"), [("fr", "leadup dates --language fr"), ("xx", "")])
def test_an_article_in_a_language_that_is_not_read_is_refused(language: str, advice: str) -> None:
    with pytest.raises(EmptyWindow, match=f"another language than English .{language}.") as refused:
        read(replace(article(BURST, "The Test", PRINTED), language=language))
    assert (advice in str(refused.value.__dict__)) and (bool(advice) or "dates" not in str(refused.value.__dict__))


@pytest.mark.parametrize(("between", "whose"), [("", ["the clerk"]), ("May 2\n\n", [])])
def test_what_stands_behind_a_heading_is_not_announced_by_what_stands_before_it(between: str, whose: list[str]) -> None:
    page = f"How it went\n\nOn May 1 the clerk said:\n\n{between}Crews shut the pier on May 2.\n\nMay 3\n\nShe left."
    made = read(article_from_text(page, source="test", options=Options(published=PRINTED)))
    (shut,) = (e for e in made.entries if e.wording.exact.startswith("Crews"))
    assert [made_by(c, page) for c in shut.claims] == whose


def made_by(claim: Claim, page: str) -> str:
    return " ".join(page[start:end] for start, end in claim.source)


def test_a_file_without_a_title_is_named_without_its_folders() -> None:
    made = read(replace(article(BURST, "The Test", PRINTED), title=None, source="/home/ann/secret/dam.txt"))
    assert made.question.target == "dam.txt"
    made = read(replace(article(BURST, "The Test", PRINTED), title=None, source="https://example.org/dam.html"))
    assert made.question.target == "https://example.org/dam.html"


def test_under_a_heading_of_some_days_an_entry_is_of_all_of_them() -> None:
    page = article_from_text(
        "How it went\n\nMay 1-3\n\nCrews left.\n\nMay 4\n\nDivers came.\n\nMay 5-6\n\nOn May 6 Lund resigned.",
        source="The Test",
        options=Options(published=PRINTED),
    )
    days = [(e.day.day, e.last_day.day if e.last_day else None) for e in read(page).entries]
    assert days == [(1, 3), (4, None), (6, None)]
    reason = read(page).entries[0].evidence[0].mention.date.reason
    assert str(reason) == "under the heading of 2021-05-01 to 2021-05-03"


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("The next day", 4),
        ("Two days later", 5),
        ("Two weeks later", None),
        ("A week later:", None),
        ("Over the next few days", None),
        ("Two hours later", 3),  # hours go on with the day
        ("Meanwhile", 3),
        ("The mayor leaves", 3),  # no time at all: the day above goes on
    ],
)
def test_a_heading_that_counts_on_governs_a_day_or_ends_the_one_above(heading: str, day: int | None) -> None:
    found = told(f"How it went\n\nMay 3\n\nThe dam burst.\n\n{heading}\n\nLund resigned.\n\nMay 9\n\nCrews left.")
    assert [d for d, words in found if words == "Lund resigned."] == ([day] if day else [])


@pytest.mark.parametrize(
    ("cue", "source", "content", "goes_on"),
    [
        # whose words they are is said before the sentence, or behind it
        ((0, 4), (5, 8), (10, 20), True),
        ((25, 29), (21, 25), (10, 20), True),
        ((0, 4), (5, 8), (10, 18), True),
        # it is said in it, by one of the two, at its first or last letter
        ((10, 11), (5, 8), (10, 20), False),
        ((19, 20), (25, 28), (10, 20), False),
        ((25, 29), (15, 16), (10, 20), False),
        # too little of it is somebody's, or another sentence is
        ((0, 4), (5, 8), (10, 17), False),
        ((25, 29), (30, 34), (0, 10), False),
        ((25, 29), (30, 34), (20, 30), False),
        # nobody says so
        (None, (5, 8), (10, 20), False),
    ],
)
def test_the_middle_of_a_quotation_leans_on_who_is_named_elsewhere(
    cue: tuple[int, int] | None, source: tuple[int, int], content: tuple[int, int], goes_on: bool
) -> None:
    of = article("It rained.Orsk burns.It was cold and dark.")
    claim = Claim((source,), (cue,) if cue else (), (content,), "quoted")
    told = replace(entry(of, of.text[10:20], PRINTED), claims=(claim,))
    assert _goes_on(told) is goes_on
    assert not _goes_on(replace(told, claims=()))


@pytest.mark.parametrize(
    ("before", "opening", "opens"),
    [
        ("", 0, True),
        ("- ", 0, True),
        ("a ", 0, False),
        ("7) ", 0, False),
        # a paragraph that opens behind it, or far before it
        ("- ", 3, False),
        ("-" * 79, 0, True),
        ("-" * 80, 0, False),
    ],
)
def test_which_sentence_opens_its_paragraph(before: str, opening: int, opens: bool) -> None:
    of = article(f"{before}Orsk burns.")
    told = entry(of, "Orsk burns.", PRINTED)
    assert _opens(told, of.text, {opening}) is opens
    assert not _opens(told, of.text, ())


@pytest.mark.parametrize(
    ("headed", "others", "in_the_present"),
    [
        ("Orsk burns. Lom drowns. Hask fell.", "", True),
        ("Orsk burns. Hask fell.", "", False),
        ("Orsk burns.", "Hask fell. Lom fell.", True),
        ("", "Orsk burns.", False),
    ],
)
def test_a_chronicle_in_the_present(headed: str, others: str, in_the_present: bool) -> None:
    of = article(f"{headed} {others}")
    heading = EventDate(DateSpan.day(PRINTED), "heading", "given")
    entries = [entry(of, f"{words}.", PRINTED) for words in re.findall(r"[A-Z][^.]+", of.text)]
    under = [
        replace(e, evidence=(replace(e.evidence[0], mention=replace(e.evidence[0].mention, date=heading)),))
        if e.wording.exact in headed
        else e
        for e in entries
    ]
    assert _in_the_present(under, ENGLISH) is in_the_present
