"""What a verdict says is true: counts looked for again, quotations of others, days of quotations, and plain words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup.answering import check_draft
from leadup.check import Finding, Statement, draft_from_text
from leadup.check.checking import UNREAD
from leadup.check.figures import numbers_of, with_what_it_counts
from leadup.check.happening import bare_happening
from leadup.check.judging import case_of
from leadup.check.report import Sureness
from leadup.check.seeking import Seeker
from leadup.check.speakers import quoted_of_its_day, unless_quoted_by_none
from leadup.check.unnamed import unless_unnamed
from leadup.model import Article
from tests.check.making import DAY, archive
from tests.timeline.making import article


def found(folder: Path, draft: str, *more: Article) -> tuple[Finding, ...]:
    with archive(folder, *more) as kept:
        return check_draft(draft_from_text(draft), kept, missing=False).findings


def late(days: int) -> dt.date:
    return DAY + dt.timedelta(days)


FIRST = tuple(
    article(f"A fire at the mill of Orsk injured 100 people on Friday, {who} said.", outlet, DAY)
    for outlet, who in (("Coast Daily", "police"), ("Morning Ledger", "doctors"))
)
LATER = article("The fire at the mill of Orsk injured at least 264 people, a report said.", "Harbour Gazette", late(30))


@pytest.mark.parametrize(
    ("draft", "more", "kind"),
    [
        ("more than 200 people", (*FIRST, LATER), "disputed"),
        ("more than 200 people", FIRST, "figure differs"),
        ("400 people", (*FIRST, LATER), "figure differs"),
    ],
)
def test_a_later_count_stands_beside_the_first_ones(
    tmp_path: Path, draft: str, more: tuple[Article, ...], kind: str
) -> None:
    (finding,) = found(tmp_path, f"May 2, 2031: A fire at the mill of Orsk injured {draft}.", *more)
    assert finding.kind == kind


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("The attacks killed 330 people.", "attack"),
        ("Tolk spoke of the bombings on Sunday.", ""),
        ("Tolk spoke of the bombings.", "bombing"),
        ("The attack killed 330 people.", "attack"),
        ("The attackers fled.", ""),
        ("The attacks of May 2 killed 330 people.", ""),
    ],
)
def test_several_happenings_are_those_told_before_too(words: str, noun: str) -> None:
    assert bare_happening(words, "en") == noun


ANOTHERS = "Oren Pask left Vessin on Monday. “It took us long, so do not expect us to see Dunmar soon,” Mara Tolk said."
HIS = "Oren Pask left Vessin on Monday. “I do not expect to see Dunmar again,” he said."


@pytest.mark.parametrize(("text", "differs"), [(ANOTHERS, False), (HIS, True)])
def test_what_another_one_says_is_no_other_wording(tmp_path: Path, text: str, differs: bool) -> None:
    draft = "May 5, 2031: “I do not expect to see home again,” Oren Pask said."
    (finding,) = found(tmp_path, draft, article(text, "Orrin Herald", late(3)))
    assert (finding.kind == "quotation differs") == differs


def test_a_number_is_named_with_what_it_counts() -> None:
    words = "Jets struck five sites of the rebels, and 7 people died."
    assert [with_what_it_counts(n, words) for n in numbers_of(words, "en")] == ["five sites", "7 people"]


def test_of_a_number_that_stands_there_of_something_else_no_more_is_said_than_is_known(tmp_path: Path) -> None:
    source = article("Jets struck five rebel targets near Orsk on Friday, the army said.", "Orrin Herald", DAY)
    (finding,) = found(tmp_path, "May 2, 2031: Jets struck five sites of the rebels near Orsk.", source)
    assert finding.kind in ("no source says so", "one side only")
    assert "no source gives" not in finding.why


def test_one_line_in_another_language_is_not_checked_and_the_rest_is(tmp_path: Path) -> None:
    draft = (
        "May 2, 2031: Rebels shelled the port of Vessin, killing 24 dockers.\n"
        "Les rebelles ont bombardé le port de Vessin vendredi et tué vingt-quatre dockers qui y dormaient encore.\n"
        "May 2, 2031: Mara Tolk called it “un crime contre toute la côte et contre tous ses habitants”."
    )
    first, second, third = found(tmp_path, draft)
    assert first.kind == "supported"
    assert (second.kind, second.why) == ("not checked", f"{UNREAD} (fr)")
    assert third.kind != "not checked"


FILMED = article(
    "The rebels released a film on Friday that shows the beheading of the reporter Ida Venn, police said. "
    "Her brother Odo Venn saw it in Dunmar.",
    "Orrin Herald",
    DAY,
)


@pytest.mark.parametrize(
    ("who", "is_borne"),
    [("Ida Venn", True), ("Joan Larsen", False), ("Anna Venn", True)],
)
def test_who_is_named_in_no_source_is_not_borne_out(tmp_path: Path, who: str, is_borne: bool) -> None:
    also = article("The rebels’ film shows how they beheaded the reporter Ida Venn.", "Morning Ledger", DAY)
    draft = f"May 2, 2031: The rebels released a film that shows the beheading of the reporter {who}."
    (finding,) = found(tmp_path, draft, FILMED, also)
    assert (finding.kind in ("supported", "one side only")) == is_borne
    assert is_borne or f"does not name {who}" in finding.why


@pytest.mark.parametrize(("who", "is_borne"), [("the rebels", True), ("Norland", False), ("Varland", True)])
def test_who_does_a_part_of_it_must_be_named(tmp_path: Path, who: str, is_borne: bool) -> None:
    words = f"Rebels shelled the port of Vessin, killing 24 dockers, and {who} announced it."
    with archive(tmp_path) as kept:
        case = case_of(Statement(0, len(words), words, DAY), Seeker(kept, "en"))
        assert case is not None
        borne = case.found("supported", "sure", "told", case.bearing[:3])
        made = unless_unnamed(case, borne)
    assert made == borne if is_borne else (made.kind == "no source says so" and "Norland" in made.why)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("“We hit a bottom again, and Oren Pask did not,” said Mara Tolk, who builds homes.", False),
        ("“I never expect to see a home again,” said Mara Tolk of Oren Pask.", True),
        ("Mara Tolk said of Oren Pask that she would not expect to see him at home.", True),
    ],
)
def test_words_that_nobody_has_are_no_other_ones(tmp_path: Path, text: str, stays: bool) -> None:
    words = "“I do not expect to see home again,” Oren Pask said."
    with archive(tmp_path, article(text, "Orrin Herald", DAY)) as kept:
        case = case_of(Statement(0, len(words), words, DAY), Seeker(kept, "en"))
        assert case is not None
        by = [b for b in case.bearing if b.words == text]
        assert by
        made = unless_quoted_by_none(case, case.found("wrong speaker", "likely", "another one", by))
    assert made.kind == ("wrong speaker" if stays else "no source says so")


@pytest.mark.parametrize(
    ("printed", "said_on", "sureness", "is_dated"),
    [(2, "", "likely", False), (2, "", "sure", True), (2, "on Sunday ", "likely", True), (9, "", "likely", True)],
)
def test_a_report_that_repeats_a_quotation_does_not_date_it(
    tmp_path: Path, printed: int, said_on: str, sureness: Sureness, is_dated: bool
) -> None:
    words = "Oren Pask said: “The only thing that stops a thief is a locked door.”"
    more = article(f"“The only thing that stops a thief is a locked door,” Oren Pask said {said_on}in Orsk.", "Post",
                   late(printed))  # fmt: skip
    with archive(tmp_path, more) as kept:
        case = case_of(Statement(0, len(words), words, DAY), Seeker(kept, "en"))
        assert case is not None
        made = quoted_of_its_day(case, case.found("date differs", sureness, "elsewhere", case.bearing[:1]))
    assert made.kind == ("date differs" if is_dated else "one side only")
