"""Settings: which of the command line, the environment and the two files wins, and what is said of a wrong one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.running import leadup

from leadup import Archive, __version__, gather
from leadup.errors import BadSettings


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The folder of an archive of four articles: it is copied, never written to."""
    folder = tmp_path_factory.mktemp("four") / "archive"
    with Archive(folder, create=True) as kept:
        gather(kept, sorted(examples.iterdir())[:4])
    return folder


@pytest.fixture
def archive(tmp_path: Path, four: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, the user's folder for settings being ``tmp_path / "user"``."""
    folder = Path(shutil.copytree(four, tmp_path / "archive"))
    (tmp_path / "user").mkdir()
    monkeypatch.setenv("LEADUP_CONFIG", str(tmp_path / "user"))
    monkeypatch.delenv("LEADUP_ARCHIVE", raising=False)
    return folder


def _listed(*arguments: str) -> int:
    done = leadup("list", *arguments)
    assert done.returncode == 0, done.stderr
    return len(done.stdout.splitlines())


def test_each_wins_over_the_one_below(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = archive.parent / "user" / "leadup.toml"
    user.write_text(f"[all]\narchive = '{archive}'\n[list]\nlimit = 1\n")
    assert _listed() == 1
    (archive / "leadup.toml").write_text("[list]\nlimit = 2\n")
    assert _listed() == 2
    monkeypatch.setenv("LEADUP_LIST_LIMIT", "3")
    assert _listed() == 3
    assert _listed("--limit", "4") == 4


def test_the_archive_named_on_the_command_line_brings_its_settings(archive: Path) -> None:
    (archive / "leadup.toml").write_text("[list]\nfrom = 2020-01-05\nlimit = 1\n")
    for named in (["-a", str(archive)], ["--archive", str(archive)], [f"--archive={archive}"]):
        assert _listed(*named) <= 1


def test_a_command_below_a_command_has_a_table_in_its_table(archive: Path) -> None:
    (archive / "leadup.toml").write_text("[archive.check]\njson = true\n")
    assert leadup("archive", "check", "-a", str(archive)).stdout.startswith("{")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("limit = 1", "limit stands in no table"),
        ("[list]\nlimt = 1", "`leadup list` has no option --limt"),
        ("[lits]\nlimit = 1", "there is no command 'lits'"),
        ("[archive.chek]\njson = true", "`leadup archive` has no option --chek"),
        ("[list", "no TOML"),
    ],
)
def test_a_wrong_setting_is_named(archive: Path, written: str, said: str) -> None:
    (archive / "leadup.toml").write_text(written)
    command = ("archive", "check") if "chek" in written else ("list",)
    done = leadup(*command, "-a", str(archive))
    assert done.returncode == BadSettings.exit_code
    assert said in done.stderr


def test_v_shows_the_log_and_nothing_else_does(archive: Path, examples: Path) -> None:
    assert "leadup.ingest.gathering" not in leadup("add", str(examples), "-a", str(archive)).stderr
    assert "leadup.ingest.gathering: " in leadup("add", str(examples), "-a", str(archive), "-v").stderr


def test_the_version() -> None:
    assert leadup("--version").stdout == f"leadup {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_commands(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shutil.which("sh")
    monkeypatch.setenv("_LEADUP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", "leadup ver")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "leadup ver")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    assert "verify" in leadup().stdout
