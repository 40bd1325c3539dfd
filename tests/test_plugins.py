"""The doors for others: the example plug-in, installed and run, and what is said of one that is broken."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadup import plugins
from leadup.errors import BrokenPlugin
from leadup.model import Actor, Article, Claim, DeepReading, Reading, Timex
from leadup.plugins import DateTagger, DeepReader
from tests.running import Done

ROOT = Path(__file__).resolve().parent.parent
CLIPPING = """CLIPPING
Harbour Gazette, 2020-01-07
Crews leave the harbour

Mara Tolk: The ferry strike in Port Amsel began on JD 2458852, when crews left the harbour.

No ship has sailed since.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the example plug-in is installed in."""
    folder = tmp_path_factory.mktemp("plugin") / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    work = tmp_path_factory.mktemp("source")
    for file in (ROOT / "examples" / "plugin").iterdir():
        if file.is_file():
            (work / file.name).write_bytes(file.read_bytes())
    subprocess.run([*pip, "--target", str(folder), str(work)], check=True, capture_output=True)
    return folder


ONE_AFTER_ANOTHER = """
import json, sys
from tests.running import leadup
done = [leadup(*words) for words in json.loads(sys.argv[1])]
print(json.dumps([[d.returncode, d.stdout, d.stderr] for d in done]))
"""


def _run(installed: Path, *commands: tuple[str, ...], cwd: Path, **variables: str) -> list[Done]:
    """What the commands print, run one after another in a process that finds the plug-in."""
    path = os.pathsep.join([str(installed), str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_ANOTHER, json.dumps(commands)],
        env={**os.environ, "PYTHONPATH": path, **variables},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Done(*each) for each in json.loads(done.stdout)]


def test_the_example_answers_every_hook(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "strike.clip").write_text(CLIPPING, encoding="utf-8")
    ask = ("to", "the ferry strike in Port Amsel", "--date", "2020-01-07", "--pipeline", "colon")
    added, outlets, outline, answer, helped, formats = _run(
        installed,
        ("add", "strike.clip", "--json"),
        ("outlets",),
        (*ask, "--format", "outline"),
        (*ask, "--json", "-"),
        ("--help",),
        ("formats",),
        cwd=tmp_path,
    )
    assert json.loads(added.stdout)["added"] == 1, added.stderr
    assert outlets.stdout.split() == ["1", "Harbour", "Gazette"]
    assert "2020-01-03\n  Mara Tolk: The ferry strike in Port Amsel began on JD 2458852" in outline.stdout, (
        outline.stderr
    )
    entries = json.loads(answer.stdout)["entries"]
    speakers = {claim["speaker"]["name"] for entry in entries for claim in entry["claims"] if claim["speaker"]}
    assert speakers == {"Mara Tolk"}

    assert "outlets" in helped.stdout
    assert "clipping" in formats.stdout
    hooks = {name for name in vars(plugins.Hooks) if name.startswith("leadup_")}
    written = (ROOT / "examples" / "plugin" / "leadup_clippings.py").read_text(encoding="utf-8")
    assert [hook for hook in hooks if f"def {hook}(" not in written] == []


def test_plugins_can_be_left_out(installed: Path, tmp_path: Path) -> None:
    (shown,) = _run(installed, ("formats",), cwd=tmp_path, LEADUP_PLUGINS="off")
    assert shown.returncode == 0
    assert "clipping" not in shown.stdout


def test_a_plugin_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken-1.0.dist-info"
    broken.mkdir()
    (broken / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (broken / "entry_points.txt").write_text("[leadup]\nbroken = no_such_module\n")
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    command = [sys.executable, "-m", "leadup", "formats"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == BrokenPlugin.exit_code
    assert "the plug-in broken cannot be loaded" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, tuple[object, ...]]]:
    """What the plug-ins answer, hook by hook."""
    answers: dict[str, tuple[object, ...]] = {}
    monkeypatch.setattr(plugins, "_answers", lambda hook: answers.get(hook, ()))
    yield answers


TEXT = "The pier closed on 3 January 2020 and opened on JD 2458860."


@pytest.mark.parametrize(
    ("start", "end", "exact", "kept"),
    [(48, 58, "JD 2458860", True), (19, 33, "3 January 2020", False)],
    ids=["beyond leadup's own", "one that leadup reads itself"],
)
def test_a_tagger_adds_what_overlaps_nothing(
    answering: dict[str, tuple[object, ...]], start: int, end: int, exact: str, kept: bool
) -> None:
    from leadup.times import tag
    from leadup.times.others import taggers_mark, with_others

    theirs = Timex(start, end, exact, "DATE", "2020-01-11", rule="theirs")
    answering["leadup_date_taggers"] = (DateTagger("theirs", "7", "en", lambda *_: [theirs]),)
    own = tag(TEXT, dt.date(2020, 2, 1))
    found = with_others(TEXT, dt.date(2020, 2, 1), own, "en")
    assert (theirs in found) is kept
    assert set(own) <= set(found)
    assert with_others(TEXT, None, own, "fr") == own
    assert taggers_mark("en") == ", theirs 7"


def test_a_tagger_whose_words_do_not_stand_there_is_refused(answering: dict[str, tuple[object, ...]]) -> None:
    from leadup.times.others import with_others

    wrong = Timex(0, 4, "pier", "DATE", "2020-01-11")
    answering["leadup_date_taggers"] = (DateTagger("theirs", "7", "en", lambda *_: [wrong]),)
    with pytest.raises(BrokenPlugin, match="theirs gives 'pier', which is not at"):
        with_others(TEXT, None, (), "en")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "gives nothing for sentence 0"),
        ([DeepReading(0, (Claim((), ((2, 99),), (), "quoted", Actor("A", "a")),))], r"names \[2:99\]"),
    ],
)
def test_a_deep_reader_is_checked(given: list[DeepReading], said: str) -> None:
    from leadup.reading.others import read_by

    article = Article("a1", "x", "Short text.", ())
    with pytest.raises(BrokenPlugin, match=said):
        read_by(DeepReader("theirs", "1", lambda *_: given), article, Reading("a1", (), ""), [0])


def test_two_of_one_name_are_refused() -> None:
    tagger = DateTagger("same", "1", "en", lambda *_: [])
    with pytest.raises(BrokenPlugin, match="'same'"):
        plugins.with_own([tagger], [tagger], "tagger")
