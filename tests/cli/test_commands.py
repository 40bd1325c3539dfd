"""The command line as a person uses it: answers, exit codes, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.running import leadup

TARGET = "the killing of Qassem Soleimani"


def test_the_installed_module_runs() -> None:
    done = subprocess.run([sys.executable, "-m", "leadup", "--help"], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"leading up" in done.stdout


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "archive"
    examples = Path(__file__).resolve().parents[2] / "examples" / "articles"
    added = leadup("add", str(examples), "--archive", str(folder), "--json")
    assert json.loads(added.stdout)["added"] == len(list(examples.iterdir()))
    return folder


def test_adding_again_says_that_all_is_there(archive: Path, examples: Path) -> None:
    again = leadup("add", str(examples), "-a", str(archive))
    assert "0 added" in again.stdout
    assert again.returncode == 0


def test_the_answer_in_every_shape(archive: Path, tmp_path: Path) -> None:
    page, notes = tmp_path / "page.html", tmp_path / "notes.md"
    asked = leadup("to", TARGET, "-a", str(archive), "--html", str(page), "--md", str(notes), "--json", "-")
    assert asked.returncode == 0
    answer = json.loads(asked.stdout)
    assert answer["schema_version"]
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>") or page.read_text("utf-8").startswith(
        "<!doctype html>"
    )
    assert "Kirkuk" in notes.read_text("utf-8")


def test_the_terminal_gets_days_words_and_sources(archive: Path) -> None:
    shown = leadup("to", TARGET, "-a", str(archive), "--why").stdout
    for words in ("Friday, Dec. 27, 2019", "dated by:", "independent", "Jan. 3, 2020"):
        assert words in shown
    assert "\x1b" not in shown, "colour only on a terminal"


def test_a_day_after_the_last_article_is_told_so(archive: Path) -> None:
    for given, told in (("2020-01-20", True), ("2020-01-12", False)):
        shown = " ".join(leadup("to", TARGET, "-a", str(archive), "--date", given).stdout.split())
        assert ("the archive's last article is of" in shown) is told


def test_a_slip_in_a_name_is_not_repeated_in_the_heading(archive: Path) -> None:
    for more in ((), ("--date", "2020-01-03")):
        shown = leadup("to", "the killing of Qassem Suleimani", "-a", str(archive), *more).stdout
        assert shown.startswith("What led up to the killing of Qassem Soleimani\n")
        assert "the archive spells Suleimani as Soleimani" in " ".join(shown.split())


def test_one_article_from_standard_input(examples: Path) -> None:
    text = (examples / "eastern-ledger-withdrawal.txt").read_text("utf-8")
    shown = leadup("read", "-", "--json", "-", given=text)
    assert leadup("read", "-", "--json", given=text).stdout == shown.stdout
    assert {e["day"] for e in json.loads(shown.stdout)["entries"]} >= {"2020-01-01"}


def test_json_lines_from_standard_input(tmp_path: Path) -> None:
    row = json.dumps({"text": "The bridge fell on Monday.", "published": "2021-03-02", "outlet": "Lakeshore Times"})
    added = leadup("add", "-", "-a", str(tmp_path / "a"), given=row + "\n")
    assert "1 added" in added.stdout
    listed = leadup("list", "-a", str(tmp_path / "a"), "--json")
    assert json.loads(listed.stdout)["outlet"] == "Lakeshore Times"


def test_days_that_may_be_read_both_ways_are_asked_for(tmp_path: Path) -> None:
    rows = "text,published\nThe bridge fell on Monday.,03/04/2021\n"
    for more in ((), ("--dry-run",)):
        added = leadup("add", "-", "--format", "table", "-a", str(tmp_path / "a"), *more, given=rows)
        assert "1 could not be dated" in added.stdout and "--date-order" in added.stdout, added


def test_a_file_is_written_in_the_form_of_its_ending(archive: Path, tmp_path: Path) -> None:
    page = tmp_path / "box.html"
    asked = ("to", TARGET, "-a", str(archive), "--out")
    assert leadup(*asked, str(page)).returncode == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    for command in (asked, ("read", "no such article", "--out"), ("dossier", "export", "none", "-a", "x", "--out")):
        refused = leadup(*command, str(tmp_path / "box.bin"))
        assert refused.returncode == 6
        assert "no format has this ending" in refused.stderr and ".ics" in refused.stderr
    assert not (tmp_path / "box.bin").exists()


def test_what_was_only_announced_is_not_said_to_have_happened(tmp_path: Path) -> None:
    text = "The depot of Norhaven burned on Sunday.\n\nA hearing on the blaze is scheduled for May 20."
    (tmp_path / "a.txt").write_text(f"Outlet: Coast Monitor\nPublished: 2024-05-06\n\n{text}\n")
    said = " ".join(leadup("read", str(tmp_path / "a.txt")).stdout.split())
    before, _, after = said.partition("May 20, 2024")
    assert "printed before that day" in after and "printed before that day" not in before


def test_a_table_with_its_columns_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Words,Day,Paper\nThe bridge fell on Monday.,2021-03-02,Lakeshore Times\n")
    named = ("--map", "text=Words", "--map", "published=Day", "--map", "outlet=Paper")
    added = leadup("add", "a.csv", *named, "-a", "archive", folder=tmp_path)
    assert "1 added" in added.stdout
    (row,) = [
        json.loads(line) for line in leadup("list", "-a", "archive", "--json", folder=tmp_path).stdout.splitlines()
    ]
    assert (row["day"], row["outlet"]) == ("2021-03-02", "Lakeshore Times")


def test_list_show_search_stats_and_remove(archive: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in leadup("list", "-a", str(archive), "--json").stdout.splitlines()]
    days = [row["day"] for row in rows]
    assert days == sorted(days)
    id = rows[0]["id"]
    shown = json.loads(leadup("show", id[:7], "-a", str(archive), "--json").stdout)
    assert all(shown["text"][s["start"] : s["end"]] == s["exact"] for s in shown["sentences"])
    assert "embassy" in leadup("search", "embassy", "-a", str(archive)).stdout.casefold()
    other = tmp_path / "other"
    leadup("archive", "export", str(tmp_path / "all.jsonl"), "-a", str(archive))
    leadup("archive", "import", str(tmp_path / "all.jsonl"), "-a", str(other))
    (tmp_path / "note.txt").write_text("The bridge fell on Monday.\n", encoding="utf-8")
    assert leadup("archive", "import", str(tmp_path / "note.txt"), "-a", str(other)).returncode == 3
    assert leadup("remove", id, "-a", str(other)).returncode == 0
    assert json.loads(leadup("stats", "-a", str(other), "--json").stdout)["articles"] == len(rows) - 1
    assert leadup("archive", "check", "-a", str(other)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("to", TARGET, "-a", "nowhere"), 4, "leadup add"),
        (("to", "the zebra of Zanzibar", "-a", "ARCHIVE"), 5, "nothing in the archive tells of"),
        (("to", TARGET, "-a", "ARCHIVE", "--date", "1987-05-01"), 5, "--days"),
        (("to", TARGET, "-a", "ARCHIVE", "--date", "2020-06-01"), 5, "the archive's last article is of 2020-01-12"),
        (("to", "the vote of June 1, 2020", "-a", "ARCHIVE"), 5, "the archive's last article is of 2020-01-12"),
        (("to", TARGET, "-a", "ARCHIVE", "--date", "03/01/2020"), 2, "2020-01-03"),
        (("to", TARGET, "-a", "ARCHIVE", "--date", "03.01.2020"), 2, "--date '03.01.2020' is not a day"),
        (("to", TARGET, "-a", "ARCHIVE", "--until", "tomorrow"), 2, "--until"),
        (("list", "-a", "ARCHIVE", "--from", "2020-02-30"), 2, "--from"),
        (("to", TARGET, "-a", "ARCHIVE", "--detail", "huge"), 2, "brief"),
        (("to", TARGET, "-a", "ARCHIVE", "--days", "9" * 5000), 2, "no number of days"),
        (("to", TARGET, "-a", "ARCHIVE", "--format", "papyrus"), 6, "papyrus"),
        (("to", TARGET, "-a", "ARCHIVE", "--html", "/proc/none/page.html"), 6, "/proc/none"),
        (("to", TARGET, "-a", "ARCHIVE", "--from", "2020-01-03", "--until", "2020-01-01"), 5, "ends before"),
        (("show", "ffffffff", "-a", "ARCHIVE"), 4, "leadup list"),
        (("add", "no-such-file.html", "-a", "new"), 3, "no such file"),
        (("read", "no-such-file.html"), 3, "no such file"),
        (("add", "a.csv", "--map", "words=Body"), 2, "text=COLUMN"),
    ],
)
def test_errors_are_one_message_and_an_exit_code(
    archive: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    filled = [str(archive) if a == "ARCHIVE" else a for a in arguments]
    done = leadup(*filled, folder=tmp_path)
    assert done.returncode == code
    assert words in " ".join(done.stderr.split())


def test_bad_lines_are_named_and_the_rest_is_added(tmp_path: Path) -> None:
    (tmp_path / "mixed.jsonl").write_text('{"text": "The bridge fell on Monday."}\n{"text": 3}\n{nonsense\n')
    (tmp_path / "picture.txt").write_bytes(bytes(range(32)) * 40)
    done = leadup("add", "mixed.jsonl", "picture.txt", "-a", "archive", folder=tmp_path)
    assert done.returncode == 0
    assert "1 added" in done.stdout
    assert "line 2" in done.stderr
    assert "line 3" in done.stderr


def test_search_shows_the_sentence_and_its_day(archive: Path) -> None:
    done = leadup("search", "embassy baghdad stormed", "--archive", str(archive))
    assert done.returncode == 0
    head, sentence = done.stdout.splitlines()[:2]
    assert head and sentence.startswith("    ")
    assert "embassy" in sentence.lower()
    first = json.loads(leadup("search", "embassy", "--json", "--archive", str(archive)).stdout.splitlines()[0])
    assert "embassy" in first["sentence"]["exact"].lower()


def test_search_takes_phrases(archive: Path) -> None:
    whole = leadup("search", '"embassy in Baghdad"', "--json", "--archive", str(archive))
    turned = leadup("search", '"Baghdad in embassy"', "--json", "--archive", str(archive))
    assert turned.returncode == 5
    rows = [json.loads(line) for line in whole.stdout.splitlines()]
    assert rows and all("embassy in baghdad" in r["sentence"]["exact"].lower() for r in rows if r["sentence"])


def test_search_says_when_nothing_is_found(archive: Path) -> None:
    done = leadup("search", "zzyzx", "--archive", str(archive))
    assert done.returncode == 5
    assert not done.stdout
    assert "zzyzx" in done.stderr
    assert "Or is it" not in done.stderr and "All these words" not in done.stderr


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # every one is held, in whatever form, and no article holds two
        ("lanterns snails quarries", "All these words are in the archive, but not together in one article."),
        ('"lanterns supreme"', "All these words are in the archive, but not side by side in one article"),
        # words as they stand, and no stems of theirs
        ("supreem", "Or is it supreme?"),
        ("lanturn giulty", "Or is it lantern or guilty?"),
        ("snials", "Or is it Snails?"),
    ],
)
def test_search_offers_whole_words_for_those_that_no_article_holds(tmp_path: Path, asked: str, told: str) -> None:
    for name, text in {"a": "A lantern fell.", "b": "He is guilty.", "c": "The supreme court.", "d": "Snails.",
                       "e": "A quarry was shut."}.items():  # fmt: skip
        (tmp_path / f"{name}.txt").write_text(f"{text}\n\nNothing else was known on the day.\n", "utf-8")
    folder = str(tmp_path / "kept")
    leadup("add", str(tmp_path), "--published", "2021-03-04", "-a", folder)
    done = leadup("search", asked, "-a", folder)
    assert done.returncode == 5 and told in " ".join(done.stderr.split())


def test_an_outlet_goes_by_one_name_in_every_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay was shut on Tuesday.\n\nPilots stayed ashore.\n", "utf-8")
    folder = str(tmp_path / "kept")
    leadup("add", str(tmp_path / "a.txt"), "--published", "2021-03-04", "--outlet", "CNN (Web News)", "-a", folder)
    draft = tmp_path / "draft.txt"
    draft.write_text("The quay was shut.\n", "utf-8")
    for command in (("search", "quay"), ("list",), ("check", str(draft))):
        shown = leadup(*command, "-a", folder).stdout
        assert "CNN" in shown and "(Web News)" not in shown
    (kept,) = (json.loads(line) for line in leadup("list", "--json", "-a", folder).stdout.splitlines())
    assert json.loads(leadup("show", kept["id"], "--json", "-a", folder).stdout)["outlet"] == "CNN (Web News)"


@pytest.mark.parametrize(
    ("command", "more"),
    [
        ("to", ()),
        ("compare", ()),
        ("search", ()),
        ("show", ()),
        ("remove", ()),
        ("check", ()),
        ("to", (TARGET, "--dossier")),
    ],
)
def test_bytes_that_are_no_text_are_said_to_be(archive: Path, command: str, more: tuple[str, ...]) -> None:
    done = leadup(command, *more, "killing \udcff\udcfe", "-a", str(archive))
    told = done.stdout + done.stderr
    assert done.returncode not in (0, 70), told
    assert "fault" not in told and "Traceback" not in told and "killing ??" in told.replace("\ufffd", "?"), told


def test_a_long_text_is_no_question(archive: Path) -> None:
    done = leadup("to", "the killing of a general " * 20, "-a", str(archive))
    assert done.returncode == 5
    assert "at most 300 characters" in " ".join(done.stderr.split())
