"""What all tests share: where the gold data lies, if it is there at all."""

from __future__ import annotations

import gc
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from leadup import Archive, gather
from tests.later import import_later

import_later()
# What is imported and collected stays to the end: looking through it for garbage again and again takes as long as the
# tests of a whole room.
gc.disable()

# No test is timed: a busy machine is no fault. The suite draws the same examples every time, so that a change is judged
# by what it changed; `make fuzz` draws others, and what it finds becomes a plain case of the suite. Properties of any
# text, of which fifty examples see little, say for themselves that they draw a hundred.
settings.register_profile("leadup", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("search", deadline=None, max_examples=200)
settings.load_profile("leadup")

ROOT = Path(__file__).resolve().parent.parent


LONG = (
    "tests/test_", "tests/durability/", "tests/desk/", "tests/page/", "tests/fuzz/", "tests/mcp/", "tests/ingest/",
    "tests/cli/",
)  # fmt: skip
"""Where a file of few tests takes long: browsers, processes of their own, wheels, floors."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Among several workers the long files go first, then those of the most tests, so that no worker is left at the end
    with a long one while the others have nothing to do. ``--no-loadscope-reorder`` keeps this order."""
    if not hasattr(config, "workerinput"):
        return
    files = [item.nodeid.partition("::")[0] for item in items]
    count = Counter(files)
    order = sorted(range(len(items)), key=lambda at: (not files[at].startswith(LONG), -count[files[at]], files[at], at))
    items[:] = [items[at] for at in order]


def pytest_configure(config: pytest.Config) -> None:
    """A worker tells of what passes in two messages a test, not in six: that its file is started and left and that it
    is set up and torn down are most of what telling costs, and are shown nowhere. Where they are asked for, they are
    told: by ``-v``, for durations, for a report in XML."""
    asked = config.option
    if hasattr(config, "workerinput") and not (asked.verbose > 0 or asked.durations is not None or asked.xmlpath):
        for plugin in config.pluginmanager.get_plugins():
            if type(plugin).__name__ == "WorkerInteractor":
                tell_less(config.pluginmanager, plugin)


def tell_less(plugins: pytest.PytestPluginManager, teller: Any) -> None:
    """Have this teller of pytest-xdist leave out what is shown nowhere."""
    tell = teller.pytest_runtest_logreport

    @pytest.hookimpl
    def tell_what_is_shown(report: pytest.TestReport) -> None:
        # What a test prints as it is torn down is shown where the test itself failed.
        if not report.passed or report.when == "call" or report.sections:
            tell(report)

    plugins.unregister(teller)
    teller.pytest_runtest_logstart = teller.pytest_runtest_logfinish = None
    teller.pytest_runtest_logreport = tell_what_is_shown
    plugins.register(teller)


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the golden answers anew (tests/test_golden.py)")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the project; the test is skipped where it is absent."""
    folder = Path(os.environ.get("LEADUP_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs the gold data, which is no part of the project (looked in {folder})")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example articles."""
    return ROOT / "examples" / "articles"


@pytest.fixture(scope="session")
def example_archive(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The folder of an archive of the example articles, for all tests: it is copied, never written to."""
    folder = tmp_path_factory.mktemp("examples") / "archive"
    with Archive(folder, create=True) as archive:
        assert gather(archive, [examples]).unreadable == 0
    return folder
