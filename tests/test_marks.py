"""The marks of the readers hold all that has a say in a reading, and nothing that has none."""

from __future__ import annotations

import ast
import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadup import Archive, lead_up, marks, read
from leadup.cli.app import app
from leadup.intake import read_path
from leadup.model.timeline import Provenance
from leadup.output.jsonform import from_json, to_json
from leadup.output.provenance import other_words
from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "leadup"

# What is called and what is opened while articles are read and a question is answered, of files of the package.
SPY = """
import cProfile, pickle, sys, tempfile
name, articles = sys.argv[1], pickle.load(open(sys.argv[2], "rb"))
if name == "times":
    from leadup.times import tag
if name == "light":
    from leadup.reading.language import with_language
    from leadup.reading.publication import dated
    from leadup.reading.light import read_light
if name == "deep":
    from leadup.reading.light import read_light
    from leadup.reading.deep import read_deep
if name == "ranking":
    from leadup.ingest import Archive, prepare
    from leadup.model import Question
    from leadup.reading.deep import read_deep
    from leadup.reading.light import read_light
    from leadup.timeline.answer import lead_up
    from leadup.timeline.single import timeline_of_article
days = [article.published and article.published.day for article in articles]
if name == "deep":
    readings = [read_light(article) for article in articles]
seen = set()
sys.addaudithook(lambda event, a: seen.add(str(a[0])) if event == "open" and "leadup" in str(a[0]) else None)
spy = cProfile.Profile(builtins=False)
spy.enable()
for at, article in enumerate(articles):
    if name == "times":
        tag(article.text, days[at])
    if name == "light":
        read_light(dated(with_language(article)))
    if name == "deep":
        read_deep(article, readings[at], range(len(readings[at].sentences)))
if name == "ranking":
    timeline_of_article(articles[0], read_light(articles[0]), read_deep)
    with tempfile.TemporaryDirectory() as folder, Archive(folder + "/a", create=True) as archive:
        archive.write([prepare(article) for article in articles])
        lead_up(archive, Question("the killing of Qassem Soleimani", after=5), read_deep)
        lead_up(archive, Question("the killing of Qassem Solemani"), read_deep)
spy.disable()
seen |= {entry.code.co_filename for entry in spy.getstats() if not isinstance(entry.code, str)}
print("\\n".join(sorted(seen)))
"""


@pytest.mark.parametrize(("name", "rooms"), [(n, rooms) for n, (_, rooms) in marks.MARKED.items()])
def test_whatever_has_a_say_is_marked(name: str, rooms: tuple[str, ...], examples: Path, tmp_path: Path) -> None:
    articles = [a for page in sorted(examples.iterdir()) for a in read_path(page)]
    (tmp_path / "articles").write_bytes(pickle.dumps(articles))
    command = [sys.executable, "-c", SPY, name, str(tmp_path / "articles")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    used = set()
    for line in done.stdout.splitlines():
        path = Path(line)
        if not path.is_relative_to(PACKAGE):
            continue
        path = path.relative_to(PACKAGE)
        # A package's own file only hands on, where it holds nothing else; compiled files stand for their sources.
        if path.parts[0] not in rooms or path.suffix == ".pyc" or path.name == "__init__.py":
            continue
        if path.suffix == ".py":
            used.add(".".join(["leadup", *path.with_suffix("").parts]))
        else:
            used.add(f"leadup.{'.'.join(p for p in path.parent.parts if p != 'data')}/{path.name}")
    held = {part.replace("lang/", "lang.") for part, _ in marks.parts(name)}
    if name == "ranking":
        # The tables of those who read on its behalf are in their marks; the archive's own is of what it keeps.
        readers = [part for reader in ("light", "deep") for part, _ in marks.parts(reader)]
        held |= {part.replace("lang/", "lang.") for part in readers} | {"leadup.lang.en/repeats.toml"}
    assert len(used) > 15
    assert sorted(used - held) == []


@pytest.mark.parametrize("name", marks.MARKED)
def test_what_is_left_out_of_the_code_is_only_said_of_it(name: str) -> None:
    """What counts of each file is the same program, but for its docstrings."""
    for part, content in marks.parts(name):
        module = PACKAGE.joinpath(*part.split(".")[1:])
        path = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
        if "/" not in part:
            assert _bare(content.decode()) == _bare(path.read_text(encoding="utf-8")), part


@cache
def _bare(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = ""
    return ast.dump(tree)


def _forget() -> None:
    for held in (marks._source, marks._is_package):
        held.cache_clear()


def _marks() -> dict[str, str]:
    """All marks, worked out from the files as they are now."""
    _forget()
    return {name: marks.computed(name) for name in marks.MARKED}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's files in another place, where one may be changed."""
    package = tmp_path_factory.mktemp("tree") / "leadup"
    return Path(shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__")))


@pytest.fixture(scope="module")
def as_they_are() -> dict[str, str]:
    return _marks()


def _appended(more: str) -> Callable[[str], str]:
    return lambda text: text + more


@pytest.mark.parametrize(
    ("file", "change", "other"),
    [
        ("times/months.py", _appended("\n\n# A remark.\n"), set()),
        ("times/months.py", lambda text: text.replace('"""', '"""Said otherwise. ', 1), set()),
        ("times/months.py", _appended("\nMORE = 1\n"), {"times", "light", "deep"}),
        ("lang/en/dates_grammar.txt", lambda text: "# A remark.\n" + text, set()),
        ("lang/en/dates_grammar.txt", _appended("\nnew\n    month_name\n"), {"times", "light", "deep"}),
        ("reading/names/data/places.tsv", _appended("Norhaven\t1\n"), {"light", "deep"}),
        ("reading/publication.py", _appended("\nMORE = 1\n"), {"light", "deep"}),
        ("reading/actions/coder.py", _appended("\nMORE = 1\n"), {"deep"}),
        ("timeline/data/ranking.toml", _appended("\nmore = 1\n"), {"ranking"}),
        ("timeline/data/sureness.toml", _appended("\nmore = 1\n"), {"ranking"}),
        ("timeline/data/days.toml", _appended("\nmore = 1\n"), set()),
        ("lang/en/alike.tsv", _appended("dock quay\n"), {"ranking"}),
        ("lang/en/check.toml", _appended("\nmore = 1\n"), set()),
        ("output/phrases.py", _appended("\nMORE = 1\n"), set()),
        ("model/timeline.py", _appended("\nMORE = 1\n"), set()),
        ("model/timex.py", _appended("\nMORE = 1\n"), {"times", "light", "deep"}),
    ],
)
def test_what_changes_a_mark(
    tree: Path,
    as_they_are: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    change: Callable[[str], str],
    other: set[str],
) -> None:
    text = (tree / file).read_text(encoding="utf-8")
    monkeypatch.setattr(marks, "files", lambda _: tree)
    try:
        (tree / file).write_text(change(text), encoding="utf-8")
        now = _marks()
    finally:
        (tree / file).write_text(text, encoding="utf-8")
        monkeypatch.undo()
        _forget()
    assert {name for name in marks.MARKED if now[name] != as_they_are[name]} == other


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, example_archive: Path) -> Path:
    return Path(shutil.copytree(example_archive, tmp_path_factory.mktemp("made") / "archive"))


def test_an_answer_says_what_made_it(archive: Path, examples: Path) -> None:
    with Archive(archive) as kept:
        made = lead_up("the killing of Qassem Soleimani", kept).provenance
        assert made is not None
        assert made.archive == kept.fingerprint().contents
        assert made.light == f"light {marks.mark('light')}"
        assert made.deep == f"deep {marks.mark('deep')}"
    alone = read(sorted(examples.iterdir())[0]).provenance
    assert alone == replace(made, archive="")


def test_verify_says_that_something_else_made_it(tmp_path: Path, archive: Path) -> None:
    answer = lead_up("the killing of Qassem Soleimani", archive)
    assert answer.provenance is not None
    saved = tmp_path / "answer.json"

    def verified(made: Provenance | None, *more: str) -> list[str]:
        saved.write_bytes(to_json(replace(answer, provenance=made)))
        done = CliRunner().invoke(app, ["verify", str(saved), "--archive", str(archive), "--json", *more])
        assert done.exit_code == 0, done.output
        return list(json.loads(done.output)["notes"])

    made = answer.provenance
    assert verified(made, "--again") == []
    assert verified(None) == ["the answer does not say which leadup made it"]
    (note,) = verified(replace(made, light="light 7, times leadup-times 4"), "--again")
    assert "rests on other readings (light 7" in note
    assert [n.split(" (")[0] for n in verified(replace(made, leadup="9", ranking="x", archive="y"))] == [
        f"the answer was made by leadup 9; this is {made.leadup}",
        "its entries were chosen in another way",
        "the archive held other articles when the answer was made",
    ]
    assert other_words(made, made) == ()


def test_an_answer_of_before_is_read(archive: Path) -> None:
    answer = lead_up("the killing of Qassem Soleimani", archive)
    plain = json.loads(to_json(answer))
    del plain["provenance"]
    assert from_json(json.dumps(plain).encode()) == replace(answer, provenance=None)


@pytest.mark.parametrize("command", ["to", "check"])
def test_readings_of_another_leadup_are_noticed(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(archive, folder)
    draft = tmp_path / "draft.md"
    draft.write_text("Jan. 3, 2020: An American drone killed Qassem Soleimani in Baghdad.", encoding="utf-8")
    asked = [command, "the killing of Qassem Soleimani" if command == "to" else str(draft), "--archive", str(folder)]
    assert "reread" not in CliRunner().invoke(app, asked).stderr
    monkeypatch.setattr("leadup.reading.light.light_mark", lambda: "light of tomorrow")
    told = CliRunner().invoke(app, asked).stderr
    said = "11 articles were read again, since another version of leadup had read them"
    assert said in " ".join(told.split()) and "`leadup archive reread` does it once for all" in " ".join(told.split())
    assert CliRunner().invoke(app, ["archive", "reread", "--archive", str(folder)]).exit_code == 0
    assert "reread" not in CliRunner().invoke(app, asked).stderr


def test_kept_readings_may_be_taken_as_they_are(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(archive, folder)
    monkeypatch.setattr("leadup.reading.light.light_mark", lambda: "light of tomorrow")
    with Archive(folder) as kept:
        one = next(a.id for a, _ in kept.articles())
        assert kept.reading(one).reader == "light of tomorrow"
        monkeypatch.setenv("LEADUP_READINGS", "kept")
        assert kept.reading(one).reader.startswith("light ")
        assert kept.reading(one).reader != "light of tomorrow"
        made = lead_up("the killing of Qassem Soleimani", kept).provenance
        assert made is not None
        assert made.light == "light, as kept"
