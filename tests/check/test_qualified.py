"""Of whom a deed is told, which of two things of one name it is of, how it ended, and which sentences show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from leadup import Archive, check_draft
from leadup.check.clauses import clauses_of
from leadup.check.contrary import level_of
from leadup.check.evidence import parsed
from leadup.check.judging import case_of
from leadup.check.oneday import told_of_one_day
from leadup.check.qualified import Qualifier
from leadup.check.report import Statement
from leadup.check.seeking import Seeker
from leadup.check.wording import phrases_in
from leadup.lang import ENGLISH
from tests.check.making import DAY, archive
from tests.timeline.making import article

LATER = DAY + dt.timedelta(903)
MORE = (
    ("The Halder Post", 6, "A Nordwind seaplane crashed in the Swiss Alps on Thursday, killing the pilot Ugo Berl."),
    ("Coast Daily", 6, "The Nordwind seaplane of the pilot Ugo Berl crashed on Thursday in the Swiss Alps."),
    ("The Halder Post", 10, "Milla Orn resigned on Monday as the head of the Department of Harbour Affairs."),
    ("Coast Daily", 10, "Harbour Affairs Secretary Milla Orn, long in the state's service, resigned on Monday."),
    ("The Halder Post", 15, "The painter Sanna Kell died on Saturday after a long fever in her home at Vessin."),
    ("Coast Daily", 15, "The painter Sanna Kell died Saturday of a fever."),
    ("The Halder Post", 20, "A jury acquitted the captain Joel Prade of arson on Thursday."),
    ("Coast Daily", 20, "The captain Joel Prade was acquitted of arson on Thursday."),
    ("Morning Ledger", 21, "The jury found the captain Joel Prade not guilty of arson."),
    ("The Halder Post", 25, "Ines Falk won the mayor's race in Dunmar on Tuesday."),
    ("Coast Daily", 25, "Ines Falk won the race for mayor of Dunmar on Tuesday, over Rolf Amsel."),
    ("The Halder Post", 30, "Fog closed the eastern harbour of Orrin on Sunday."),
    ("Coast Daily", 30, "The eastern harbour of Orrin was closed by fog on Sunday."),
    ("The Halder Post", 40, "The weaver Odo Lenz, who died on May 31, 2031, in Orrin after a fall, was mourned."),
    ("Morning Ledger", 40, "Neighbours in Orrin want to know of the death of the weaver Odo Lenz after a fall."),
    ("Harbour Gazette", 41, "The death of the weaver Odo Lenz in Orrin after a fall is looked into."),
    ("The Halder Post", 50, "Rebels killed a British aid worker, Karl Tolm, in Hask on Saturday."),
    ("Coast Daily", 50, "A British aid worker, Karl Tolm, was killed by rebels in Hask on Saturday."),
    ("The Halder Post", 60, "Britain voted to leave the herring union on Tuesday."),
    ("Coast Daily", 60, "The British voted on Tuesday to leave the herring union."),
    ("The Halder Post", 70, "Rebels shot a Briton in the town of Orrin on Friday."),
    ("Coast Daily", 70, "A Briton was shot by rebels in Orrin on Friday."),
    ("Coast Daily", 41, "The weaver Odo Lenz died on May 31, 2031, after a fall in Orrin."),
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    more = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path_factory.mktemp("qualified"), *more) as made:
        yield made


@pytest.mark.parametrize(("late", "words", "is_borne_out"), [
    (6, "A Nordwind seaplane crashed in the Swiss Alps.", True),
    (6, "A Nordwind seaplane crashed in the Alps.", True),
    (6, "A Nordwind seaplane crashed in the French Alps.", False),
    (10, "Milla Orn resigned as secretary of harbour affairs.", True),
    (10, "Milla Orn resigned as head of the Harbour Affairs Department.", True),
    (10, "Milla Orn resigned as secretary of education.", False),
    # Who is of a country's part is of the country.
    (50, "A Scottish aid worker, Karl Tolm, was killed by rebels in Hask.", True),
    (50, "A Welsh aid worker, Karl Tolm, was killed by rebels in Hask.", True),
    (50, "A French aid worker, Karl Tolm, was killed by rebels in Hask.", False),
    # A word of another office that stands somewhere in the sentence names none.
    (10, "Milla Orn resigned as secretary of state.", False),
    (15, "Sanna Kell died after a long fever.", True),
    (15, "Theresa May died after a long fever.", False),
    (30, "Fog closed the eastern harbour of Orrin.", True),
    (30, "Fog closed the western harbour of Orrin.", False),
])  # fmt: skip
def test_what_is_of_another_one(kept: Archive, late: int, words: str, is_borne_out: bool) -> None:
    (finding,) = check_draft(f"{_written(late)}: {words}", kept, missing=False).findings
    assert (finding.kind in ("supported", "one side only")) == is_borne_out, finding
    if not is_borne_out:
        assert finding.kind == "no source says so"
        assert finding.why.startswith("told")


@pytest.mark.parametrize(("late", "words", "kind"), [
    (20, "The captain Joel Prade was convicted of arson.", "sources say the opposite"),
    (20, "The captain Joel Prade was found guilty of arson.", "sources say the opposite"),
    (20, "The captain Joel Prade was acquitted of arson.", "supported"),
    (25, "Ines Falk lost the mayor's race in Dunmar.", "sources say the opposite"),
    (25, "Ines Falk won the mayor's race in Dunmar.", "supported"),
    # Another one's end, or one of another thing, contradicts nothing.
    (20, "The captain Nils Brock was convicted of smuggling.", "no source says so"),
    (40, "The weaver Odo Lenz died on June 11, 2031, in Orrin after a fall.", "date differs"),
    (29, "The weaver Odo Lenz died on May 31, 2031, in Orrin after a fall.", "supported"),
])  # fmt: skip
def test_how_and_when_it_ended(kept: Archive, late: int, words: str, kind: str) -> None:
    (finding,) = check_draft(f"{_written(late)}: {words}", kept, missing=False).findings
    assert finding.kind == kind, finding
    assert finding.contradicts == (kind in ("sources say the opposite", "date differs"))


@pytest.mark.parametrize(("late", "words", "kind"), [
    (40, "The weaver Odo Lenz died in Orrin after a fall.", "date differs"),
    # Of the draft's day, too far for a slip of it, or another one's: it places nothing.
    (29, "The weaver Odo Lenz died in Orrin after a fall.", "no source says so"),
    (129, "The weaver Odo Lenz died in Orrin after a fall.", "no source says so"),
    (40, "The weaver Kai Holt died in Orrin after a fall.", "no source says so"),
])  # fmt: skip
def test_the_one_day_that_outlets_name(kept: Archive, late: int, words: str, kind: str) -> None:
    case = case_of(Statement(0, len(words), words, DAY + dt.timedelta(late)), Seeker(kept, ENGLISH))
    assert case is not None
    found = told_of_one_day(case, case.found("no source says so", "likely", "", case.nearest))
    assert found.kind == kind
    assert found.kind == "no source says so" or found.why == "the sources place it on 2031-05-31, not 2031-06-11"


def test_the_same_office_in_letters() -> None:
    long, short = ("chief of the port health agency", "port health"), ("PHA chief", "pha")
    made = [Qualifier("office", frozenset(keys.split()), "", words, ENGLISH) for words, keys in (long, short)]
    assert not made[0].differs(made[1])
    assert made[0].differs(Qualifier("office", frozenset({"mint"}), "", "chief of the Mint", ENGLISH))


RULED = (
    ("The Halder Post", -700, "The Orrin court ruled that fishers of both banks may cast nets in the lagoon now."),
    ("Coast Daily", 0, "The Orrin court ruled on Friday that fishers of both banks may cast nets in the lagoon."),
    ("Morning Ledger", 1, "On Friday the Orrin court ruled that fishers of both banks may cast nets in the lagoon."),
)


def test_nothing_from_before_its_day_shows_a_thing(kept: Archive) -> None:
    for outlet, late, text in RULED:
        kept.add(article(text, outlet, LATER + dt.timedelta(late)))
    words = "The Orrin court ruled that fishers of both banks may cast nets in the lagoon."
    (finding,) = check_draft(f"{LATER:%B %d, %Y}: {words}", kept, missing=False).findings
    assert finding.kind == "supported"
    assert all(w.published and w.published >= LATER for w in finding.witnesses)


def test_two_words_for_one_end_are_no_contraries() -> None:
    words = ("A jury found Prade not guilty.", "A jury acquitted Prade of arson.", "They convicted Prade.")
    found, acquitted, convicted = (clauses_of(parse, start=start) for parse, start in parsed(words, ENGLISH))
    deed = next(c for c in found if c.key == "find")
    assert not any(level_of(deed, c)[1] for c in acquitted if c.key == "acquit")
    assert all(level_of(deed, c)[1] for c in convicted if c.key == "convict")


def test_a_phrase_with_a_not_is_not_the_one_without() -> None:
    assert phrases_in("They found Prade guilty".split(), ENGLISH)[1] == {"kin convict"}
    assert phrases_in("They found Prade not guilty".split(), ENGLISH)[1] == {"kin acquit"}


def _written(late: int) -> str:
    return f"{DAY + dt.timedelta(late):%B %d, %Y}"


@pytest.mark.parametrize(("late", "words", "is_borne_out"), [
    (60, "Britain voted to leave the herring union.", True),
    (60, "Scotland voted to leave the herring union.", False),
    (60, "The Scots voted to leave the herring union.", False),
    (70, "Rebels shot a Scot in Orrin.", True),
    (70, "Rebels shot a Dane in Orrin.", False),
])  # fmt: skip
def test_a_part_that_does_a_thing_itself_is_not_the_country(
    kept: Archive, late: int, words: str, is_borne_out: bool
) -> None:
    (finding,) = check_draft(f"{_written(late)}: {words}", kept, missing=False).findings
    assert (finding.kind in ("supported", "one side only")) == is_borne_out, finding


def test_a_vote_of_a_part_on_the_whole_is_not_turned_round(kept: Archive) -> None:
    (finding,) = check_draft(f"{_written(60)}: Scotland voted to leave the UK.", kept, missing=False).findings
    assert finding.kind != "supported" and "the other way round" not in finding.why
