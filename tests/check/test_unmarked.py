"""Drafts as people and chatbots paste them: notes, links, pictures, tables of any shape, other languages."""

import datetime as dt
import json
from functools import partial
from pathlib import Path

import pytest

from leadup.check import Draft, draft_from_text, read_draft
from leadup.check.draft import draft_from_bytes
from leadup.check.judging import _not_checked
from leadup.check.unmarked import is_definition, without_emphasis, without_marks, words_alone
from leadup.errors import UnreadableInput
from leadup.output.markdown import to_markdown
from tests.growth import assert_linear
from tests.output.stories import crisis

D = dt.date
MAY = D(2031, 5, 2)


def dated(draft: Draft) -> list[tuple[D | None, str]]:
    return [(s.day, s.words) for s in draft.statements]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Rebels shelled the port.[^1]", "Rebels shelled the port."),
        ("Rebels shelled the port.[^tolk-2]", "Rebels shelled the port."),
        ("Rebels shelled the port [2].", "Rebels shelled the port."),
        ("Rebels shelled the port [2, 3–5], Tolk said.", "Rebels shelled the port, Tolk said."),
        ("Rebels shelled the port.¹²", "Rebels shelled the port."),
        ("Rebels shelled the port.<sup>[1](#n1)</sup>", "Rebels shelled the port."),
        ("Rebels shelled <b>the port</b>.<br/>", "Rebels shelled the port."),
        ("Rebels shelled the port 🚀 at night.", "Rebels shelled the port at night."),
        ("🔥 Rebels shelled the port. ✅", "Rebels shelled the port."),
        ("Rebels shelled the port. ([Post](https://a.example/b_(c)))", "Rebels shelled the port."),
        ("Rebels shelled the port【4†source】.", "Rebels shelled the port."),
        ("Rebels shelled the port (https://a.example/x?y=12).", "Rebels shelled the port."),
        ("Rebels shelled [the port][3] of Vessin.", "Rebels shelled the port of Vessin."),
        # None of these is a mark.
        ("The fire spread over 5 km² of land.", "The fire spread over 5 km² of land."),
        ("Tolk called it “a [foreign] plot” at 5 < 6.", "Tolk called it “a [foreign] plot” at 5 < 6."),
        ("The [2031] budget was passed.", "The [2031] budget was passed."),
        ("“Then [2] men fled the port,” Tolk said.", "“Then [2] men fled the port,” Tolk said."),
        ("“Two men fled [2],” Tolk said.", "“Two men fled,” Tolk said."),
        ("“Men fled,” Tolk said [2] on Monday.", "“Men fled,” Tolk said on Monday."),
        ("Venn wrote E=mc² on the wall.", "Venn wrote E=mc² on the wall."),
        ("Venn wrote that x² was nine.", "Venn wrote that x² was nine."),
    ],
)  # fmt: skip
def test_what_is_no_word_is_left_out(line: str, words: str) -> None:
    (made,) = draft_from_text(line, MAY).statements
    assert made.words == words
    assert made.words.split()[0] == line[made.start : made.end].lstrip("🔥 ").split()[0]


@pytest.mark.parametrize(
    "unit",
    [" ", "\t", "[", "<sup>", "<!--", "[a](", "“", "_a", ":contentReference[", " [", "([", "https://(", "had ", "🚀 "],
)
def test_marks_cost_in_step_with_the_text(unit: str) -> None:
    assert_linear(lambda size: partial(read_whole, "a" + unit * (size // len(unit)) + "b c d e."), 2_000)


def read_whole(line: str) -> str:
    return words_alone(without_emphasis(without_marks(line)))


@pytest.mark.parametrize(
    ("line", "is_note"),
    [
        ("[1]: https://a.example/x", True),
        ('[post]: <https://a.example/x> "The Post"', True),
        ("  [2]: /notes/x.html", True),
        ("[2]: ../x.md 'Notes'", True),
        ("[map]: notes/map.png", True),
        ("[x]: #below", True),
        ("[^1]: The Halder Post, May 9, 2031.", True),
        ("```text", True),
        ("[May 2, 2031]: A bomb exploded.", False),
        ("[Lund]: I resign on May 2, she wrote.", False),
        ("[2031]: 9.5 million people fled.", False),
        ("[Lund]: https://a.example was hacked.", False),
        ("[1] Rebels fled.", False),
    ],
)
def test_a_note_is_no_statement_and_a_line_in_brackets_is(line: str, is_note: bool) -> None:
    assert is_definition(line) == is_note


def test_a_day_in_brackets_is_a_lines_day() -> None:
    text = "[May 2, 2031]: Rebels fled.\n[May 5, 2031]: Tolk was fired."
    assert dated(draft_from_text(text)) == [(MAY, "Rebels fled."), (D(2031, 5, 5), "Tolk was fired.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 📅 May 2, 2031\n- Rebels shelled the port.", [(MAY, "Rebels shelled the port.")]),
        ("**🗓️ May 2, 2031** – Rebels shelled the port.", [(MAY, "Rebels shelled the port.")]),
        ("May 2, 2031 ⸺ Rebels fled.\nMay 3, 2031 ― Tolk left.\nMay 4, 2031 → Venn came.",
         [(MAY, "Rebels fled."), (D(2031, 5, 3), "Tolk left."), (D(2031, 5, 4), "Venn came.")]),
        ("On [May 2, 2031](https://a.example/z), the *Post* named Tolk.",
         [(MAY, "On May 2, 2031, the Post named Tolk.")]),
        # What a note or a link leads to is no statement; neither are a table's names, nor a title of them.
        ("Rebels fled on May 2, 2031.[^1]\n\n[^1]: The Halder Post, May 9, 2031.\n[2]: https://a.example \"May 8\"",
         [(MAY, "Rebels fled on May 2, 2031.")]),
        ("| Day | What happened |\n|---|---|\n| May 2, 2031 | Rebels fled. |", [(MAY, "Rebels fled.")]),
        # A day of what is to come, or was before, is not that of the line.
        ("May 2, 2031 — Tolk said she would resign on May 28.", [(MAY, "Tolk said she would resign on May 28.")]),
        ("May 2, 2031: Rebels, who had fled on April 28, came back.",
         [(MAY, "Rebels, who had fled on April 28, came back.")]),
        ("May 2, 2031\nJets struck the port after a raid on April 28.",
         [(MAY, "Jets struck the port after a raid on April 28.")]),
        ("May 2, 2031\nJets struck the port on May 3.", [(D(2031, 5, 3), "Jets struck the port on May 3.")]),
        ("May 2, 2031: Rebels came back, but fled on May 8.",
         [(D(2031, 5, 8), "Rebels came back, but fled on May 8.")]),
        # "Yesterday" is the day before the line's own, whatever was told in between.
        ("May 2, 2031\nNine days earlier, Venn was shot. Yesterday rebels fled.",
         [(D(2031, 4, 23), "Nine days earlier, Venn was shot."), (D(2031, 5, 1), "Yesterday rebels fled.")]),
    ],
)  # fmt: skip
def test_days_of_lines(text: str, expected: list[tuple[D | None, str]]) -> None:
    assert dated(draft_from_text(text)) == expected


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The mayor of Tarn, where the bomb exploded, resigned on May 5.", 5),
        ("The rebel Oren Pask, who had fled Tarn, surrendered on May 6.", 6),
        ("The port, which will be sold, burned on May 6.", 6),
        ("The council, which met on May 1, passed the law on May 4.", 4),
        ("Pask, due in court, fled Tarn on May 6.", 6),
        ("Three days after the raid, on May 7, Pask surrendered.", 7),
        ("Expected or not, the vote took place on May 8.", 8),
        ("The chief of the port was fired after 12 years on May 3.", 3),
        ("She left the court after almost two decades on May 3.", 3),
        ("The election that Lund had won was annulled on May 7.", 7),
        ("The mayor who resigned over it was jailed on May 7.", 7),
        ("After 1,200 ships had waited there, it opened on May 9.", 9),
        # These still look elsewhere.
        ("Jets struck the port after rebels, led by Pask, fled on April 28.", 2),
        ("Tolk said she would resign as mayor, councilor and judge on May 28.", 2),
        ("The man who was shot by rebels on April 28 came back.", 2),
        ("Police had searched the house on April 28.", 2),
        ("The minister, who resigned on April 28, wept.", 2),
        ("The vote had been expected, with some delay, on May 9.", 2),
        ("Nine days after the raid of April 28 he left.", 2),
        ("The port was reopened, two days before the vote on May 9.", 2),
        ("Venn spoke after 1,200 rebels fled on April 28.", 2),
    ],
)  # fmt: skip
def test_a_comma_or_a_verb_closes_what_looks_elsewhere(line: str, day: int) -> None:
    assert dated(draft_from_text(f"## May 2, 2031\n{line}")) == [(D(2031, 5, day), line)]


def test_a_tables_names_are_no_title() -> None:
    assert draft_from_text("| Day | What happened |\n|---|---|\n| May 2, 2031 | Rebels fled. |").title is None


TABLES = {
    "no names": "2031-05-02,Rebels fled.\n2031-05-13,Tolk left.\n",
    "others": "When,Source,What\n2031-05-02,Post,Rebels fled.\n2031-05-13,Post,Tolk left.\n",
    "day first": "Date,Event\n2/5/2031,Rebels fled.\n13/5/2031,Tolk left.\n",
    "month first": "Date,Event\n5/2/2031,Rebels fled.\n5/13/2031,Tolk left.\n",
    "printed first": "published,happened,text\n2031-05-09,2031-05-02,Rebels fled.\n2031-05-13,2031-05-13,Tolk left.\n",
    "printed last": "happened,published,text\n2031-05-02,2031-05-09,Rebels fled.\n2031-05-13,2031-05-14,Tolk left.\n",
    "no names, printed first": "2031-05-09,2031-05-02,Rebels fled.\n2031-05-14,2031-05-13,Tolk left.\n",
    "long source": "when,who wrote it,said\n2031-05-02,The very long name of a newspaper,Rebels fled.\n"
    "2031-05-13,The very long name of a newspaper,Tolk left.\n",
    "addresses": "a,b,c\n2031-05-02,https://a.example/much/longer/than/it.html,Rebels fled.\n"
    "2031-05-13,https://a.example/much/longer/than/that.html,Tolk left.\n",
    "dots": "Date;Event\n02.05.2031;Rebels fled.\n13.05.2031;Tolk left.\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_any_shape(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.csv").write_text(TABLES[name], encoding="utf-8")
    assert dated(read_draft(tmp_path / "t.csv")) == [(MAY, "Rebels fled."), (D(2031, 5, 13), "Tolk left.")]


def test_markdown_that_leadup_wrote() -> None:
    text = (
        "# What led up to the siege of Vessin\n\nMay 1, 2031 – May 3, 2031 · 1 entry\n\n## Friday, May 2, 2031\n\n"
        "**1. The event asked about.** Rebels \\(some masked\\) fled on Monday.\n\n- 2 outlets: Post and Herald\n"
        "- Dated: Monday, counted from the article's date\n"
        "- 1 source:\n  - Post, [Rebels flee](<https://a.example>), May 3, 2031\n"
    )
    draft = draft_from_bytes(text.encode(), "-")
    assert (draft.title, dated(draft)) == (
        "What led up to the siege of Vessin",
        [(MAY, "Rebels (some masked) fled on Monday.")],
    )


def test_of_a_table_without_stops_what_repeats_is_no_text(tmp_path: Path) -> None:
    rows = "a,b,c\n2031-05-02,The Halder Morning Post,Rebels fled\n2031-05-13,The Halder Morning Post,Tolk left\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    assert dated(read_draft(tmp_path / "t.csv")) == [(MAY, "Rebels fled"), (D(2031, 5, 13), "Tolk left")]


@pytest.mark.parametrize("opening", ["{{May 2}}", "[{note}] May 2, 2031:", "{May 2, 2031}", "[ {x} ] May 2, 2031:"])
def test_what_begins_with_braces_may_be_text(opening: str) -> None:
    (found,) = draft_from_bytes(f"{opening} Rebels shelled the port.".encode(), "-").statements
    assert found.words.endswith("Rebels shelled the port.")


@pytest.mark.parametrize("text", ['{"a": [', '[{"a": 1', "{ }", "[]x", '[ { "a" }'])
def test_what_begins_as_json_and_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        draft_from_bytes(text.encode(), "-")


def test_what_it_wrote_is_read_as_its_entries() -> None:
    timeline = crisis()
    draft = draft_from_bytes(to_markdown(timeline).encode(), "-")
    whole = " ".join(s.words for s in draft.statements)
    assert all(" ".join(entry.wording.exact.split())[:40] in whole for entry in timeline.entries)
    assert "Dated" not in whole and "outlet" not in whole


def test_what_a_user_put_between_its_entries_is_read_too() -> None:
    text = (
        "# It\n\n## May 2, 2031\n\n**1. Event.** Rebels fled the port.\n\n- Dated: Friday\n\nTolk left the town.\n\n"
        "**2. Event.** Venn came home.\n\n- Dated: Friday\n\n*Read with care.*\nTwo articles were not read.\n"
    )
    words = [(MAY, f"{who}.") for who in ("Rebels fled the port", "Tolk left the town", "Venn came home")]
    assert dated(draft_from_bytes(text.encode(), "-")) == words


@pytest.mark.parametrize("note", ["", "- 3 outlets: Post and Herald\n\n"])
def test_numbered_headings_in_bold_are_not_its_entries(note: str) -> None:
    text = (
        f"# It\n\n## May 2, 2031\n\n**1. Background.** The port was old.\n\n{note}Rebels fled on May 4, 2031.\n\n"
        "**2. Toll.** The fire killed nine people."
    )
    found = dated(draft_from_bytes(text.encode(), "-"))
    assert (D(2031, 5, 4), "Rebels fled on May 4, 2031.") in found
    assert [words for _, words in found if "port was old" in words or "killed nine" in words]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_what_comes_on_standard_input(charset: str, form: str) -> None:
    said = {
        "text": "May 2, 2031 – Rebels “fled”.",
        "json": json.dumps([{"date": "2031-05-02", "text": "Rebels “fled”."}], ensure_ascii=False),
        "html": "<h1>It</h1><p>May 2, 2031 – Rebels “fled”.</p>",
    }[form]
    assert dated(draft_from_bytes(said.encode(charset), "-")) == [(MAY, "Rebels “fled”.")]


FOREIGN = {
    "fr": "Le 2 mai 2031, les rebelles ont bombardé le port de Vessin et tué quatre dockers qui dormaient.",
    "de": "Am 2. Mai 2031 beschossen die Rebellen den Hafen von Vessin und töteten vier schlafende Arbeiter.",
    "es": "El 2 de mayo de 2031 los rebeldes bombardearon el puerto de Vessin y mataron a cuatro obreros.",
    "ru": "Второго мая повстанцы обстреляли порт Вессин и убили четырёх рабочих, которые спали.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_its_language_is_told_from_its_words(language: str) -> None:
    assert draft_from_text(FOREIGN[language]).language == language


@pytest.mark.parametrize(
    "text",
    [
        f"May 2, 2031: “{FOREIGN['fr']}” said the mayor, who had come to the port with two of his guards.",
        f"The mayor said: \"{FOREIGN['de']}\"",
        "Ida Tolk, Joaquín Varó, Édouard Piñera.",
        "Rebels shell port; Venn flees Halder, Orrin cheers.",
        "Allons!",
    ],
)  # fmt: skip
def test_quotations_names_and_few_words_tell_none(text: str) -> None:
    assert draft_from_text(text).language == "en"


@pytest.mark.parametrize(
    ("words", "is_aside"),
    [
        ("Here's a concise timeline of the key events:", True),
        ("Certainly! Below is a brief overview of the events leading up to the siege.", True),
        ("Let me know if you'd like more on any of these.", True),
        ("I hope this helps!", True),
        ("Note: This timeline is based on publicly available information.", True),
        ("Sources: The Halder Post; Orrin Herald.", True),
        ("Here is where the rebels shelled the port.", False),
        ("Sources: rebels fled the port.", False),
        ("Note: Norland struck first.", False),
        ("Of course, the rebels fled the town.", False),
        ("This account was denied by the ministry.", False),
        ("Let me go, he said.", False),
        ("Here's the story:", True),
        ("Sure!", True),
        ("Certainly! Here is a timeline of the siege:", True),
        ("Sources: Reuters, AP, and The Halder Times.", True),
        ("Source: Reuters", True),
        ("Photo: Ada Lund", True),
        ("Please note that this timeline is not complete.", True),
        ("Feel free to ask for more.", True),
        ("I can provide more details on any of these events.", True),
        ("I have compiled a timeline of the siege.", True),
        ("If you'd like more, I can expand on it.", True),
        ("Would you like me to go on", True),
        ("My knowledge cutoff is May 2031.", True),
        ("As of my last update, the siege went on.", True),
        ("Below is a timeline of the strike.", True),
        # News, whoever seems to be spoken to.
        ("The training data of Orm Labs was stolen on Friday.", False),
        ("The knowledge cutoff was set by Orm Labs, Quill said.", False),
        ("Note: All sources of water in Tarn were closed.", False),
        ("Sources: Rebels Shelled Port", False),
        ("Sources: Rebels Retreat", False),
        ("Credit: Orm Bank Raises Rates, Shares Fall", False),
        ("Please Note, the album by Ada Lund, sold 40,000 copies.", False),
        ("Please check your tickets, the railway told travelers.", False),
        ("Feel free to leave, Lund told the crew.", False),
        ("Feel Free to Go, a film by Ines Quill, won the prize.", False),
        ("If you want peace, lay down your arms, Tolk told rebels.", False),
        ("Let me know if more die, Tolk told police.", False),
        ("Let me know who did it, Lund told police.", False),
        ("As of my last count, 40 ships had sailed, Oster said.", False),
        ("I was there, Pavel Marek testified.", False),
        ("I have compiled a list of spies, Arlen told a crowd.", False),
        ("I can also swim, Ada Lund told the court.", False),
        ("I hope that helps, Quill said of the ruling.", False),
        ("Above is a list of ships that sank on Friday.", False),
        ("Here's the deal that Tolk offered: ten ships for two.", False),
    ],
)
def test_who_speaks_to_the_reader_is_not_checked(words: str, is_aside: bool) -> None:
    assert ("speaks to the reader" in _not_checked(words, "en")) == is_aside


@pytest.mark.parametrize(
    ("words", "is_checked"),
    [
        ("Norland and Oster will hold drills, the ministry said on Thursday.", True),
        ("Ferries will sail again in May, Tolk announced.", True),
        ("Ferries will sail again, and rebels say so.", False),
        ("Ferries will sail again in May.", False),
        ("Shares might fall, analysts said.", True),
        ("Ferries will sail again, said the port.", True),
        ("Shares will fall, stated the bank's known critic.", True),
        ("The port will reopen on Monday, as planned, as told.", False),
        ("The best team will win, told a fan.", False),
        ("The storm will hit on Monday, it is said.", False),
        ("The storm will hit on Monday, it was widely reported.", False),
        ("The port will close, which Tolk said was sad.", False),
    ],
)
def test_what_somebody_foresees_is_checked_as_his(words: str, is_checked: bool) -> None:
    assert (not _not_checked(words, "en")) == is_checked
