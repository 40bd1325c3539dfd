"""A draft is cut into statements, each under its day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from leadup.check import draft_from_text, read_draft
from leadup.errors import UnreadableInput

D = dt.date

CASES = [
    ("## May 2, 2031\n- Rebels shelled the port.\n- Two ships sank there.\n",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 2), "Two ships sank there.")]),
    ("**May 2, 2031:** Rebels shelled the port.\n\nMay 3: Tolk spoke of it.",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 3), "Tolk spoke of it.")]),
    ("On 2 May 2031 rebels shelled the port. Tolk spoke of it later.",
     [(D(2031, 5, 2), "On 2 May 2031 rebels shelled the port."), (None, "Tolk spoke of it later.")]),
    ("What led up to the siege\n\n2031-05-02 – Rebels shelled the port.",
     [(D(2031, 5, 2), "Rebels shelled the port.")]),
    ("Rebels shelled the port.", [(None, "Rebels shelled the port.")]),
    ("", []),
    # A box: days without a year are counted from the one that has its year, wherever it stands.
    ("The road to Vessin\n\n- **Dec. 27:** Rebels shelled the port\n- **Dec. 29** Tolk spoke of it.\n"
     "* Jan. 2 - Tolk resigned.\n* May 2, 2031 – The siege began.",
     [(D(2030, 12, 27), "Rebels shelled the port"), (D(2030, 12, 29), "Tolk spoke of it."),
      (D(2031, 1, 2), "Tolk resigned."), (D(2031, 5, 2), "The siege began.")]),
    # A day that only tells a thing apart is not the line's, where that stands under one; elsewhere it is.
    ("## May 2, 2031\n- Tolk put off the Christmas regatta of the port.\n- The May 9, 2030, raid was in court.\n"
     "- Rebels fled on May 1.",
     [(D(2031, 5, 2), "Tolk put off the Christmas regatta of the port."),
      (D(2031, 5, 2), "The May 9, 2030, raid was in court."), (D(2031, 5, 1), "Rebels fled on May 1.")]),
    # That of a deed is, where the deed opens the line, or all of it was done in it.
    *((f"May 5, 2031: Lund resigned over the raid. {line}",
       [(D(2031, 5, 5), "Lund resigned over the raid."), (D(2031, 5, day), line)])
      for day, line in ((3, "The May 3 raid on Hask killed five."), (3, "Norland's May 3 raid killed five."),
                        (3, "The army's May 3 drone strikes killed five."), (2, "Police shot Tolm in the Friday raid."),
                        (3, "In a May 3 speech, Lund said she would go."), (3, "In Norland's May 3 raid five died."),
                        (5, "Tolm left before the May 1 parade."), (5, "The May 3 video shows a fire."),
                        (5, "Lund condemned the May 3 raid."), (5, "After Norland's May 3 raid Tolm left."),
                        (5, "Tolm was charged in the May 3 raid."), (5, "A man hurt in the May 3 raid died."),
                        (5, "The May 3 raid's victims were buried."))),
    ("The May 9, 2030, raid killed ten.", [(D(2030, 5, 9), "The May 9, 2030, raid killed ten.")]),
    # A day and its colon may have an "on" before them; without the colon it is a sentence's.
    ("On 2031-05-02: On Friday, rebels shelled the port.\nOn May 5: Tolk spoke of it.\nOn May 7 Tolk resigned.",
     [(D(2031, 5, 2), "On Friday, rebels shelled the port."), (D(2031, 5, 5), "Tolk spoke of it."),
      (D(2031, 5, 7), "On May 7 Tolk resigned.")]),
    # A weekday that does not fit moves no year.
    ("May 2, 2031: Rebels fled.\nMonday, May 3: Tolk resigned.",
     [(D(2031, 5, 2), "Rebels fled."), (D(2031, 5, 3), "Tolk resigned.")]),
    # A bullet needs no stop at its end, a heading's day stands for all below it.
    ("May 2, 2031\n- Rebels shelled the port\n- Two ships sank",
     [(D(2031, 5, 2), "Rebels shelled the port"), (D(2031, 5, 2), "Two ships sank")]),
    ("| Date | Event |\n| --- | --- |\n| May 2, 2031 | Rebels shelled the port. |\n| May 3 | Tolk spoke of it. |",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 3), "Tolk spoke of it.")]),
    ("(May 2, 2031) Rebels shelled the port.\n2031/05/03 Tolk spoke of it.\nWed., May 5, 2031. Ferries sailed again.",
     [(D(2031, 5, 2), "Rebels shelled the port."), (D(2031, 5, 3), "Tolk spoke of it."),
      (D(2031, 5, 5), "Ferries sailed again.")]),
    # A longer time gives no day, and ends that of the line above.
    ("May 2, 2031: Rebels shelled the port.\nEarly June: Talks failed in Dunmar.\n"
     "Week of June 7: Teachers went on strike.\n2031: The war began in Varland.",
     [(D(2031, 5, 2), "Rebels shelled the port."), (None, "Talks failed in Dunmar."),
      (None, "Teachers went on strike."), (None, "The war began in Varland.")]),
    # Prose: the day it opens with, not one that it looks back to.
    ("May 1, 2031: The siege began. On May 6, rebels, who had fled on May 2, came back. "
     "In June 2031 they left the town.",
     [(D(2031, 5, 1), "The siege began."), (D(2031, 5, 6), "On May 6, rebels, who had fled on May 2, came back."),
      (None, "In June 2031 they left the town.")]),
    ("Jan. 2-3, 2031\nThe army moved north.", [(D(2031, 1, 2), "The army moved north.")]),
    ("May 2, 2031: Rebels fled.\nMonday: Tolk met the dockers.",
     [(D(2031, 5, 2), "Rebels fled."), (D(2031, 5, 5), "Tolk met the dockers.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_headings_bullets_and_dates_give_their_day(text: str, expected: list[tuple[D | None, str]]) -> None:
    draft = draft_from_text(text)
    assert [(s.day, s.words) for s in draft.statements] == expected
    assert all(draft.text[s.start : s.end] == s.words for s in draft.statements)


def test_a_timelines_title_is_the_drafts(tmp_path: Path) -> None:
    title = {"text": {"headline": "The siege <b>of Vessin</b>", "text": "All of it."}}
    (tmp_path / "t.json").write_text(json.dumps({"title": title, "events": []}))
    assert read_draft(tmp_path / "t.json").title == "The siege of Vessin"


def test_its_title_is_no_statement() -> None:
    assert draft_from_text("# The siege of Vessin\n\nRebels shelled the port.").title == "The siege of Vessin"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.json", json.dumps({"events": [{"start_date": {"year": "2031", "month": "5", "day": "2"},
                                           "text": {"text": "<p>Rebels shelled <b>the port</b>.</p>"}}]})),
        ("t.csv", "Year,Month,Day,Headline,Text\n2031,5,2,Shelling,Rebels shelled the port.\n"),
        ("u.csv", "date,text\n2031-05-02,Rebels shelled the port.\n"),
        ("t.md", "May 2, 2031: Rebels shelled the port.\n"),
        ("v.csv", "Date;Event;Source\n02.05.2031;Rebels shelled the port.;Post\n"),
        ("w.csv", "Year,Month,Day,Headline,Text,Type\n2031,5,2,Shelling,Rebels shelled the port.,\n"
                   ",,,What it was,All of it here.,title\n"),
        ("u.html", "<html><body><h1>Vessin</h1><table><tr><th>Date</th><th>Event</th></tr>"
                   "<tr><td>May 2, 2031</td><td>Rebels shelled the port.</td></tr></table></body></html>"),
        ("v.html", "<html><body><dl><dt>May 2, 2031</dt><dd>Rebels shelled the port.</dd></dl></body></html>"),
        ("t.html", "<html><body><p>May 2, 2031: Rebels shelled the port.</p></body></html>"),
    ],
)  # fmt: skip
def test_files_of_many_forms(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (statement,) = read_draft(tmp_path / name).statements
    assert (statement.day, statement.words) == (D(2031, 5, 2), "Rebels shelled the port.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", "[1]"),
        ("x.json", '{"entries": 3}'),
        ("x.json", '{"entries": [{"day": "2031-05-02"}]}'),
        ("x.json", '{"events": [7]}'),
        ("x.json", '{"events": [{"start_date": "2031", "text": []}]}'),
        ("x.json", '{"question": "why", "entries": []}'),
        ("x.json", "[" * 100_000),
        ("x.html", ""),
    ],
)
def test_what_is_no_timeline_says_what_to_do(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(UnreadableInput, match="Give text or a timeline"):
        read_draft(tmp_path / name)


@pytest.mark.parametrize("name", ["drafts", "drafts.md", "drafts.rtf"])
def test_a_folder_is_no_draft(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "one.txt").write_text("Rebels shelled the port of Vessin on May 2, 2031.", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="a folder, and a draft is one file"):
        read_draft(tmp_path / name)


@pytest.mark.parametrize(("line", "day", "expected"), [
    # May 2, 2031 is a Friday. A chronicle goes on...
    ("Engineers spoke of it on Sunday.", None, D(2031, 5, 4)),
    ("On Sunday, engineers spoke of it.", D(2031, 5, 6), D(2031, 5, 4)),
    # ...not past the draft's own day, and not where it looks back.
    ("Engineers spoke of it on Sunday.", D(2031, 5, 3), D(2031, 4, 27)),
    ("Engineers had warned of it on Sunday.", None, D(2031, 4, 27)),
    ("Engineers had a meeting on Sunday.", None, D(2031, 5, 4)),
])  # fmt: skip
def test_a_weekday_after_a_day(line: str, day: D | None, expected: D) -> None:
    draft = draft_from_text(f"On May 2, 2031, the dam gave way. {line}", day)
    assert draft.statements[-1].day == expected


@pytest.mark.parametrize(
    ("next_day", "expected"), [("May 3", D(2031, 4, 27)), ("May 7", D(2031, 5, 4)), ("May 2", D(2031, 5, 4))]
)
def test_a_weekday_goes_on_no_further_than_the_day_told_next(next_day: str, expected: D) -> None:
    text = f"On May 2, 2031, the dam gave way. Engineers spoke of it on Sunday. Tolk was held in Orrin on {next_day}."
    assert draft_from_text(text).statements[1].day == expected


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("On **May 2**, rebels *shelled* the port.", "On May 2, rebels shelled the port."),
        ("Tolk read [the treaty](https://a.example/b_c) to __both__ houses.", "Tolk read the treaty to both houses."),
        ("The file port_of_vessin.txt names 2 * 3 * 4 ships.", "The file port_of_vessin.txt names 2 * 3 * 4 ships."),
        ("Tolk scored it a *C, and left the room.", "Tolk scored it a *C, and left the room."),
    ],
)
def test_marks_of_bold_italics_and_links_are_no_words(line: str, words: str) -> None:
    (made,) = draft_from_text(line, D(2031, 5, 2)).statements
    assert made.words == words
    assert line[made.start : made.end] == line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("May 2, 2031: _Ida Tolk_ left the house.", ["Ida Tolk left the house."]),
        ("- May 2, 2031: **Ida Tolk** left the house.", ["Ida Tolk left the house."]),
        ("*May 2, 2031* – *Tolk* left the house.", ["Tolk left the house."]),
        ("| May 2, 2031 | __Ida Tolk__ left the house |", ["Ida Tolk left the house"]),
        ("May 2, 2031: [Ida Tolk](https://a.example/b) left the house.", ["Ida Tolk left the house."]),
        # One mark for all of the line.
        ("**May 2, 2031: Tolk left the house.**", ["Tolk left the house."]),
        ("**May 2, 2031: Tolk left the house. Venn stayed there.**", ["Tolk left the house.", "Venn stayed there."]),
        # A star that closes nothing.
        ("May 2, 2031: *Tolk scored a C, and left.", ["Tolk scored a C, and left."]),
        ("* May 2, 2031: Tolk counted 2 * 3 ships.", ["Tolk counted 2 * 3 ships."]),
    ],
)
def test_marks_that_open_before_a_sentence_are_closed_in_it(line: str, words: list[str]) -> None:
    assert [one.words for one in draft_from_text(line, D(2031, 5, 2)).statements] == words
