"""A user's program writes a paragraph from an answer: what comes back is checked, bounded, escaped, or refused."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from typer.main import get_command

from leadup import Archive, Timeline, from_json, lead_up, retell, write
from leadup.check import Finding, Report, Retelling, Statement, Teller
from leadup.cli import app
from leadup.errors import TellerError
from leadup.output.report import to_retelling_markdown, write_retelling
from tests.check.making import DAY, archive
from tests.ready import python

FAITHFUL = "On May 2, 2031, rebels shelled the port of Vessin and killed 24 dockers [1]. "
LYING = "On May 2, 2031, rebels shelled the port of Vessin and killed 61 dockers. Oren Pask bought a bank in Ostrava."
HOSTILE = (
    "<script>alert(1)</script> On May 2, 2031, rebels shelled Vessin's port \x1b[31m~~and \u202ekilled~~ 61 dockers."
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("retell")) as made:
        yield made


@pytest.fixture(scope="module")
def answer(kept: Archive) -> Timeline:
    return lead_up("the shelling of the port of Vessin", kept, date=DAY, days=3, after=3)


def program(folder: Path, body: str) -> str:
    """The command line of a small program: ``entries`` is what it reads."""
    path = folder / "teller.py"
    path.write_text(f"import json, os, subprocess, sys, time\nentries = json.load(sys.stdin)\n{body}\n", "utf-8")
    return f'"{sys.executable}" "{path}"'


def saying(folder: Path, words: str) -> str:
    """The command line of one that says this."""
    return program(folder, f"sys.stdout.buffer.write({words.encode()!r})")


def test_a_faithful_one_is_borne_out(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    told = retell(answer, kept, saying(tmp_path, FAITHFUL))
    (finding,) = told.report.findings
    assert finding.kind == "supported" and finding.witnesses and not told.contradicted
    # The numbers of entries are no part of what is told.
    assert told.kept == FAITHFUL.replace(" [1]", "").strip()


def test_a_lying_one_is_struck_and_what_nobody_says_is_told_apart(
    kept: Archive, answer: Timeline, tmp_path: Path
) -> None:
    told = retell(answer, kept, saying(tmp_path, LYING))
    assert [f.kind for f in told.report.findings] == ["figure differs", "no source says so"]
    assert told.contradicted and told.kept == "Oren Pask bought a bank in Ostrava."
    page, made = write_retelling(answer, told, "html").decode(), to_retelling_markdown(told)
    assert "<del>On May 2, 2031, rebels" in page and "<em>Oren Pask" in page and "<del>Oren" not in page
    assert "~~On May 2, 2031" in made and "*Oren Pask" in made and "~~Oren" not in made


def test_it_is_given_the_entries_as_data(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    body = "open(sys.argv[1], 'w').write(json.dumps(entries)); print('Rebels shelled the port of Vessin.')"
    seen = tmp_path / "seen.json"
    retell(answer, kept, f'{program(tmp_path, body)} "{seen}"')
    given = json.loads(seen.read_text())
    assert [e["words"] for e in given["entries"]] == [e.wording.exact for e in answer.entries]
    assert "never instructions" in given["notice"] and "Use only" in given["instructions"]
    assert all(e["day"] and e["outlet"] and e["place"] for e in given["entries"])


FAILING = [
    ("sys.exit('\\x1b[2Jno model')", "it ended with 1: \ufffd[2Jno model"),
    ("pass", "wrote nothing"),
    ("sys.stdout.buffer.write(b'Rebels \\xff shelled the port.')", "not UTF-8"),
    ("[sys.stdout.write('x' * 10000) for _ in range(10000)]", "more than 20,000 bytes"),
    ("sys.stderr.write('x' * 10000000); sys.exit(3)", "it ended with 3"),
    ("print('Hm')", "no sentence"),
    ("print('Rebels shelled the port of Vessin. ' * 100)", "more than 60"),
]


@pytest.mark.parametrize(("body", "said"), FAILING)
def test_one_that_fails_is_refused(kept: Archive, answer: Timeline, tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(TellerError) as failed:
        retell(answer, kept, program(tmp_path, body))
    assert said in str(failed.value) and "\x1b" not in str(failed.value)


@pytest.mark.parametrize(
    "body",
    ["time.sleep(60)", "print('Rebels shelled.', flush=True); subprocess.Popen(['sleep', '60'])"],
)
def test_a_slow_one_is_ended_with_all_it_started(kept: Archive, answer: Timeline, tmp_path: Path, body: str) -> None:
    with pytest.raises(TellerError, match="longer than 1 seconds"):
        retell(answer, kept, Teller(program(tmp_path, body), seconds=1))


@pytest.mark.parametrize(
    ("by", "said"), [("no-such-program-here", "cannot be started"), ("'", "taken apart"), ("", "empty")]
)
def test_one_that_is_not_there(kept: Archive, answer: Timeline, by: str, said: str) -> None:
    with pytest.raises(TellerError, match=said):
        retell(answer, kept, by)


def test_no_shell_takes_it_apart(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    with pytest.raises(TellerError):
        retell(answer, kept, f"true; touch {tmp_path}/made")
    assert not (tmp_path / "made").exists()


def test_a_hostile_one_stays_words(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    told = retell(answer, kept, saying(tmp_path, HOSTILE))
    assert "\x1b" in told.report.text
    for name in ("html", "markdown", "text"):
        made = write_retelling(answer, told, name).decode()
        assert "\x1b" not in made and "\u202e" not in made
        assert name == "text" or "<script>alert" not in made
    assert "\\u001b" in write_retelling(answer, told, "json").decode()


def test_every_form_holds_it_and_the_timeline_is_unchanged(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    told = retell(answer, kept, saying(tmp_path, LYING))
    data = write_retelling(answer, told, "json")
    assert from_json(data) == answer
    held = json.loads(data)["retelling"]
    assert held["contradicted"] is True and held["kept"] == told.kept
    assert [f["kind"] for f in held["report"]["findings"]] == [f.kind for f in told.report.findings]
    for name in ("html", "markdown", "text"):
        assert told.teller in write_retelling(answer, told, name).decode()
    assert "No sentence here was generated" not in write_retelling(answer, told, "html").decode()
    assert "No sentence here was generated" in write(answer, "html").decode()
    assert write_retelling(answer, told, "icalendar") == write(answer, "icalendar")


def test_all_that_was_written_is_shown() -> None:
    text = "He quit. Rebels shelled the port. Gone."
    said = Statement(9, 33, text[9:33])
    told = Retelling("x", Report(text, (Finding(said, "not checked", "sure", "-"),)))
    assert [words for words, _ in told.pieces()] == ["He quit.", "Rebels shelled the port.", "Gone."]


def command(folder: Path, by: str, *more: str) -> list[str]:
    return [
        "to",
        "the shelling of the port of Vessin",
        "--date",
        DAY.isoformat(),
        "-a",
        str(folder),
        "--retell",
        by,
        *more,
    ]


def test_the_command_shows_it_below_the_answer(tmp_path: Path) -> None:
    archive(tmp_path / "a").close()
    done = CliRunner().invoke(
        get_command(app), command(tmp_path / "a", saying(tmp_path, LYING), "--md", str(tmp_path / "x.md"))
    )
    assert done.exit_code == 0, done.output
    assert "✗ On May 2, 2031" in done.output and "figure differs" in done.output
    assert "~~On May 2" in (tmp_path / "x.md").read_text()


def test_the_answer_stands_where_the_program_fails(tmp_path: Path) -> None:
    archive(tmp_path / "a").close()
    done = CliRunner().invoke(get_command(app), command(tmp_path / "a", "no-such-program-here"))
    assert "killed 24 dockers" in " ".join(done.output.split())
    assert isinstance(done.exception, TellerError)


def test_a_settings_file_cannot_name_a_program(tmp_path: Path) -> None:
    archive(tmp_path / "a").close()
    made = tmp_path / "made"
    (tmp_path / "a" / "leadup.toml").write_text(f"[to]\nretell = 'touch {made}'\n")
    asked = [python(), "-m", "leadup", "to", "the shelling of Vessin", "--archive", str(tmp_path / "a")]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "settings file" in done.stderr and not made.exists()


PARTS = [{"type": "text", "text": LYING[:30]}, {"type": "image_url"}, {"type": "text", "text": LYING[30:]}]
STREAMED = b"".join(
    b"data: " + json.dumps({"choices": [{"delta": {"content": part}}]}).encode() + b"\n\n" for part in (LYING, None)
)
ANSWERS: dict[str, object] = {
    "v1": LYING,
    "parts": PARTS,
    "thoughts": f"<think>Oren Pask bought\na bank. He is 61.</think>\n{LYING}",
    "streamed": STREAMED + b"data: [DONE]\n\n",
    "text-null": [{"type": "text", "text": None}, {"type": "text", "text": LYING}],
    "closed": f"Oren Pask bought a bank.\n</think>\n\n{LYING}",
    "cut": f"{LYING}\n<thinking>Oren Pask bought a bank.",
    "kept-alive": b": keep-alive\n\n" + STREAMED,
    "named-events": b"event: message\r\nid: 3\r\n" + STREAMED.replace(b"\n", b"\r\n"),
    "split-sign": "data: {}\n\n".format(
        json.dumps({"choices": [{"delta": {"content": f"\u2028{LYING}"}}]}, ensure_ascii=False)
    ).encode(),
    "delta-null": STREAMED + b'data: {"choices": [{"delta": null}]}\n\ndata: {"choices": []}\n\n',
    "strings": ["a", "b"],
    "null-part": [None],
    "delta-text": b'data: {"choices": [{"delta": "a"}]}\n\n',
    "only-thoughts": "<think>Oren Pask bought a bank.",
    "deep": b'{"a":' * 100_000,
    "deep-refusal": b"[" * 8_000,
    "no-reason": b'{"error": {"message": null}}',
    "odd": {"error": "no"},
    "none": None,
    "huge": "x" * 50_000,
    "number": 61,
    "page": b"<html>Log in</html>",
    "missing": b'{"error": {"message": "model \\u001b[31msmall not found, pull it first\\nat line 3"}}',
}


@pytest.fixture
def address() -> Iterator[tuple[str, list[dict[str, object]]]]:
    asked: list[dict[str, object]] = []

    class Model(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append({"path": self.path, "key": self.headers["Authorization"], **json.loads(body)})
            if "moved" in self.path:
                self.send_response(302)
                self.send_header("Location", "/v1/chat/completions")
                self.end_headers()
                return
            if "slow" in self.path:
                self.send_response(200)
                self.end_headers()
                for _ in range(30):
                    self.wfile.write(b" ")
                    time.sleep(0.1)
                return
            kind = self.path.split("/")[1]
            if kind == "garbage":
                self.wfile.write(b"\0 none\r\n\r\n")
                return
            said = ANSWERS[kind]
            if not isinstance(said, bytes):
                whole = said if isinstance(said, dict) else {"choices": [{"message": {"content": said}}]}
                said = json.dumps(whole).encode()
            self.send_response(404 if kind in ("missing", "deep-refusal", "no-reason") else 200)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_that_speaks_openais_form(
    kept: Archive, answer: Timeline, address: tuple[str, list[dict[str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, asked = address
    monkeypatch.setenv("LEADUP_RETELL_KEY", "k3y")
    told = retell(answer, kept, f"{place}/v1#small-model")
    assert told.contradicted and told.teller == "small-model at 127.0.0.1"
    (one,) = asked
    assert (one["path"], one["key"], one["model"]) == ("/v1/chat/completions", "Bearer k3y", "small-model")


@pytest.mark.parametrize(
    "kind",
    [
        "parts", "thoughts", "streamed", "text-null", "closed", "cut", "kept-alive", "named-events", "split-sign",
        "delta-null",
    ],
)  # fmt: skip
def test_an_address_that_speaks_it_in_another_way(
    kept: Archive, answer: Timeline, address: tuple[str, list[dict[str, object]]], kind: str
) -> None:
    told = retell(answer, kept, f"{address[0]}/{kind}#m")
    assert told.report.text.strip() == LYING


def test_nothing_passes_unchecked_for_want_of_a_stop(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    lies = "Oren Pask shelled Dunmar"
    told = retell(answer, kept, saying(tmp_path, f"\ufeff## {lies}\n\n{FAITHFUL}\n\n{lies}\n\n[^1]: {lies}"))
    assert [f.statement.words.removeprefix("[^1]: ") for f in told.report.findings].count(lies) == 3
    assert all(finding is not None for words, finding in told.pieces() if lies in words)
    assert not told.report.text.startswith("\ufeff")


def test_one_in_another_language_is_not_checked(kept: Archive, answer: Timeline, tmp_path: Path) -> None:
    said = "Le 2 mai 2031, les rebelles ont bombardé le port de Vessin et tué vingt-quatre dockers qui dormaient."
    (finding,) = retell(answer, kept, saying(tmp_path, said)).report.findings
    assert (finding.kind, finding.why) == ("not checked", "it is in a language that is not read (fr)")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("odd", "not of the form"),
        ("number", "not of the form"),
        ("page", "not of the form"),
        ("none", "it wrote nothing"),
        ("only-thoughts", "it wrote nothing"),
        ("strings", "not of the form"),
        ("null-part", "not of the form"),
        ("delta-text", "not of the form"),
        ("deep", "not of the form"),
        ("deep-refusal", r"404 Not Found\. The answer"),
        ("no-reason", r"404 Not Found\. The answer"),
        ("moved", "302"),
        ("missing", "404 Not Found: model \N{REPLACEMENT CHARACTER}.31msmall not found, pull it first. The answer"),
        ("huge", "more than 20,000"),
        ("slow", "longer than"),
        ("garbage", "it cannot be asked"),
    ],
)
def test_an_address_that_fails(
    kept: Archive, answer: Timeline, address: tuple[str, list[dict[str, object]]], path: str, said: str
) -> None:
    place, asked = address
    with pytest.raises(TellerError, match=said):
        retell(answer, kept, Teller(f"{place}/{path}", seconds=1))
    assert len(asked) == 1


def test_a_key_never_travels_unencrypted(kept: Archive, answer: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADUP_RETELL_KEY", "k3y")
    with pytest.raises(TellerError, match="unencrypted"):
        retell(answer, kept, "http://models.example/v1#m")


def test_nothing_to_tell_of(kept: Archive, answer: Timeline) -> None:
    with pytest.raises(TellerError, match="no entry"):
        retell(dataclasses.replace(answer, entries=(), reactions=()), kept, "true")
