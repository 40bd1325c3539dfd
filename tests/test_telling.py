"""What a worker tells of its tests: all that is shown, and nothing else."""

from __future__ import annotations

import pytest

from tests.conftest import tell_less


class Teller:
    """As a worker's of pytest-xdist: it notes what it would send."""

    def __init__(self) -> None:
        self.told: list[str] = []

    @pytest.hookimpl
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.told.append(f"start of {nodeid}")

    @pytest.hookimpl
    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.told.append(f"end of {nodeid}")

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.told.append(f"{report.when} {report.outcome}")


@pytest.mark.parametrize(
    ("when", "outcome", "printed", "told"),
    [
        ("setup", "passed", "", []),
        ("call", "passed", "", ["call passed"]),
        ("teardown", "passed", "", []),
        ("setup", "failed", "", ["setup failed"]),
        ("setup", "skipped", "", ["setup skipped"]),
        ("call", "failed", "", ["call failed"]),
        ("call", "skipped", "", ["call skipped"]),
        ("teardown", "failed", "", ["teardown failed"]),
        ("setup", "passed", "the ferry sails", ["setup passed"]),
        ("teardown", "passed", "the ferry sails", ["teardown passed"]),
    ],
)
def test_what_is_shown_is_told(when: str, outcome: str, printed: str, told: list[str]) -> None:
    plugins, teller = pytest.PytestPluginManager(), Teller()
    plugins.register(teller)
    tell_less(plugins, teller)
    place = ("test_ferry.py", 1, "test_sails")
    sections = [("Captured stdout", printed)] if printed else []
    report = pytest.TestReport("test_sails", place, {}, outcome, None, when, sections)  # type: ignore[arg-type]
    plugins.hook.pytest_runtest_logstart(nodeid="test_sails", location=place)
    plugins.hook.pytest_runtest_logreport(report=report)
    plugins.hook.pytest_runtest_logfinish(nodeid="test_sails", location=place)
    assert teller.told == told
