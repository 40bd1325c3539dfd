#!/usr/bin/env python3
"""Mutants at random: how many small faults, put into a room of the house, the tests of that room notice.

    tests/mutants.py ROOM [ROOM ...] [--sample N] [--seed N] [--longest CPU_SECONDS] [--jobs N] [--json]

ROOM is a package below ``src/leadup`` with tests of the same name (``times``, ``timeline``); the golden answer is among
its tests. ``timeline/choice.py`` takes the mutants of that module alone, ``'timeline/*.py'`` those of the modules that
stand in the room itself. cosmic-ray makes the mutants (``pip install 'leadup[mutants]'``); N of them, drawn by the
seed, are tried one by one in a copy of the project, which nothing but this reads, without the gold data: what only a
floor notices is not noticed here. A mutant is one changed operator, number or branch. Survivors are printed as diffs:
each is a case to write, or a change that changes nothing.

The tests run once under coverage, which tells who runs each line. A mutant is tried on the tests that run its line,
those of the module's own file first, then the quick ones, up to the first that fails; where none does, on the others
of their files, which may find what those left in a cache, and, for a line that the import runs, on all that enter its
module. A line that nothing runs is a survivor. Each try is a fork of this process, which holds the libraries and the
layers below the room ready, with their data, and costs a few seconds; no part of the suite. A mutant whose tests take
longer than ``--longest`` counts as not noticed, and is said to have been ended by it: a line that hundreds of tests run
would cost minutes otherwise.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import importlib.util
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
ALSO = {"timeline": ("tests/desk/test_corrections.py",)}
"""Tests of a room that stand elsewhere: a correction of an answer is tested where a reader makes it."""
OF_ALL = ("test_frozen.py",)
"""Tests that look at every module of their room, and run no line of it."""
COPIED = ("src", "packages", "tests", "examples", "benchmarks", "pyproject.toml", "README.md", "Makefile")
LEFT_OUT = (
    "core/ReplaceBinaryOperator_BitOr",
    "core/RemoveDecorator",
    "core/ReplaceComparisonOperator_Is_Eq",
    "core/ReplaceComparisonOperator_IsNot_NotEq",
    "core/ReplaceComparisonOperator_Eq_Is",
    "core/ReplaceComparisonOperator_NotEq_IsNot",
)
"""Kinds of mutants that are left out: ``X | None`` in an annotation is no code, and ``is`` for ``==`` no fault."""
PATIENCE = 20
"""CPU seconds that a mutant's tests may take beyond five times what they take without it: then it does not end."""
LONGEST = 180
"""CPU seconds that the tests of one mutant may take in all: then it counts as not noticed. 400 mutants fit a night."""
PRELOADED = (
    "numpy", "lxml.html", "babel.dates", "rich.console", "snowballstemmer", "jinja2", "typer", "unicodedata", "pytest",
)  # fmt: skip
BELOW = {"times": ("leadup.lang", "leadup.model"), "timeline": ("leadup.reading.light", "leadup.ingest")}
"""The layers below a room: no mutant of the room is in them."""
EVERY = "**/*.py"
"""The modules of a room, where none is named."""
READ = "The mayor of Orsk, Ann Bell, said on Monday that two people were hurt when the dam broke on 3 March 2021."
"""A sentence that has the layers below load their data."""


Outcome = Literal["noticed", "survived", "ended"]
"""Of a mutant: a test failed; none did; or none had when its time was over."""


@dataclass(frozen=True)
class Mutant:
    """A change of one file: its path below the project, the line (from 1), and the whole text with the change in."""

    path: str
    line: int
    operator: str
    source: str
    text: str

    @property
    def is_of_import(self) -> bool:
        """Whether the import of the module runs it: a constant, and no function's body."""
        functions = (n for n in ast.walk(ast.parse(self.source)) if isinstance(n, ast.FunctionDef))
        return not any(f.body[0].lineno <= self.line <= (f.end_lineno or 0) for f in functions)

    def is_own(self, test_file: str) -> bool:
        """Whether a file of tests is named after the module."""
        return Path(test_file).name == f"test_{Path(self.path).name}"

    @property
    def diff(self) -> str:
        lines = difflib.unified_diff(self.source.splitlines(), self.text.splitlines(), self.path, self.operator, n=2)
        return "\n".join(line.rstrip("\n") for line in lines)


@dataclass(frozen=True)
class Watch:
    """What the tests run: of each line of a file the tests that run it, and of each test its seconds."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def of_line(self, mutant: Mutant) -> set[str]:
        """The tests that run the mutant's line."""
        return self._tests(self.lines.get(mutant.path, {}).get(mutant.line, []))

    def others(self, mutant: Mutant) -> set[str]:
        """The further tests that may see it: what the import runs concerns all tests of the module."""
        if mutant.is_of_import:
            names = (name for names in self.lines.get(mutant.path, {}).values() for name in names)
            of_all = {test for test in self.seconds if Path(_file_of(test)).name in OF_ALL}
            return (self._tests(names) | of_all) - self.of_line(mutant)
        return self._tests(_file_of(test) for test in self.of_line(mutant)) - self.of_line(mutant)

    def _tests(self, contexts: Iterable[str]) -> set[str]:
        """The tests that are meant: what ran for a fixture, named by its file, counts for all tests of the file."""
        named = set(contexts)
        return {test for test in self.seconds if test in named or _file_of(test) in named}


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="+", metavar="ROOM")
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="mutants of each room")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--longest", type=float, default=LONGEST, metavar="CPU_SECONDS", help="for one mutant's tests")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="mutants tried at once, each in a copy")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    os.nice(max(0, 10 - os.nice(0)))
    figures: dict[str, dict[str, int]] = {}
    for named in asked.rooms:
        room, _, modules = named.partition("/")
        with tempfile.TemporaryDirectory(prefix="leadup-mutants-") as folder:
            copy = Path(folder, "leadup")
            copy.mkdir()
            for part in COPIED:
                take: Callable[..., Any] = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
                take(ROOT / part, copy / part)
            noticed, ended, tried = try_room(
                copy, room, asked.sample, asked.seed, asked.longest, asked.jobs, modules or EVERY
            )
        figures[named] = {"mutants": tried, "noticed": noticed, "ended": ended}
        print(f"{named}: {noticed} of {tried} noticed; {ended} ended after {asked.longest:g} CPU seconds", flush=True)
    if asked.json:
        print(json.dumps(figures))


def try_room(
    copy: Path, room: str, sample: int, seed: int, longest: float = LONGEST, jobs: int = 1, modules: str = EVERY
) -> tuple[int, int, int]:
    """How many mutants of the sample the tests of their room noticed, how many were ended, and how many were drawn.

    Prints survivors.

    Of several jobs each tries its part in a copy of its own.
    """
    load_below(copy, room)
    watch = watched(copy, room, [f"tests/{room}", *ALSO.get(room, ()), "tests/test_golden.py"])
    drawn = list(enumerate(mutants(copy, room, sample, seed, modules), 1))
    copies = [copy, *(copy.with_name(f"leadup-{job}") for job in range(1, jobs))]
    for other in copies[1:]:
        shutil.copytree(copy, other)
    children = []
    for job, own in enumerate(copies):
        sys.stdout.flush()
        child = os.fork()
        if child:
            children.append(child)
            continue
        status = 1
        try:
            if job:
                load_below(own, room)
            outcomes = [try_mutant(own, one, watch, f"{nth} of {len(drawn)}", longest) for nth, one in drawn[job::jobs]]
            Path(own, "outcomes").write_text(json.dumps(outcomes), encoding="utf-8")
            status = 0
        except Exception:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(status)
    ended = [os.waitpid(child, 0)[1] for child in children]
    if any(ended):
        raise SystemExit("the mutants could not be tried")
    of_all = [one for own in copies for one in json.loads(Path(own, "outcomes").read_text(encoding="utf-8"))]
    return of_all.count("noticed"), of_all.count("ended"), len(drawn)


def try_mutant(copy: Path, mutant: Mutant, watch: Watch, place: str, longest: float = LONGEST) -> Outcome:
    """What the tests make of a mutant. Prints it where they do not notice it, with its place in the sample."""
    at_line = watch.of_line(mutant)
    own = {test for test in at_line if mutant.is_own(_file_of(test))}
    outcome: Outcome = "survived"
    for tests in (own, at_line - own, watch.others(mutant)):
        outcome, seconds = outcome_of(copy, mutant, watch, tests, longest)
        if outcome == "noticed":
            print(f"({place}: {mutant.path}:{mutant.line} noticed)", flush=True)
            return outcome
        if outcome == "ended":
            break
        longest -= seconds
    ended = "; ended for its time" if outcome == "ended" else ""
    print(f"{mutant.diff}\n({place}; {len(at_line)} tests run the line{ended})\n", flush=True)
    return outcome


def load_below(copy: Path, room: str) -> None:
    """Load what every try needs and no mutant of the room changes, from the copy, and have it read its data."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "leadup"]:
        del sys.modules[name]
    os.environ |= {"PYTHONPATH": str(copy / "src"), "LEADUP_SHARED": str(copy / "nowhere"), "OPENBLAS_NUM_THREADS": "1"}
    sys.path.insert(0, str(copy / "src"))
    for name in PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    below = [importlib.import_module(name) for name in BELOW.get(room, ())]
    for layer in below:
        if hasattr(layer, "read_light"):
            article = importlib.import_module("leadup.model").Article
            paragraph = importlib.import_module("leadup.model").Paragraph
            layer.read_light(article(id="a", source="a", text=READ, paragraphs=(paragraph(0, len(READ)),)))
    loaded = [name for name in sys.modules if f"{name}.".startswith(f"leadup.{room}.")]
    if loaded:
        raise SystemExit(f"the layers below {room} load it: {', '.join(loaded)}")


def mutants(copy: Path, room: str, sample: int, seed: int, modules: str = EVERY) -> list[Mutant]:
    """Of all mutants of the room's files, or of its ``modules`` (a pattern of paths), those that the seed draws.

    Raises SystemExit where no module is of that name.
    """
    from cosmic_ray.ast import ast_nodes, get_ast  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from cosmic_ray.mutating import mutate_code  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from cosmic_ray.plugins import get_operator, operator_names  # type: ignore[import-not-found, import-untyped, unused-ignore]

    operators = {
        name: get_operator(name)
        for name in sorted(operator_names())
        if not name.startswith(LEFT_OUT) and not get_operator(name).arguments()
    }
    places: list[tuple[Path, str, int, int]] = []
    for path in sorted((copy / "src/leadup" / room).glob(modules)):
        nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
        for name, operator in operators.items():
            starts = [start[0] for node in nodes for start, _ in operator().mutation_positions(node)]
            places.extend((path, name, occurrence, line) for occurrence, line in enumerate(starts))
    if not places:
        raise SystemExit(f"no mutants of {room}/{modules}")
    found: list[Mutant] = []
    for path, name, occurrence, line in random.Random(seed).sample(places, min(sample, len(places))):
        source = path.read_text(encoding="utf-8")
        changed = mutate_code(source, operators[name](), occurrence)
        found.append(Mutant(str(path.relative_to(copy)), line, name, source, changed))
    return found


def watched(copy: Path, room: str, tests: list[str]) -> Watch:
    """Run the tests unchanged, once, under coverage. Raises SystemExit where they fail.

    Each file finds the room's caches empty: of what is kept for all only the first to ask would be seen to run it.
    """

    def run() -> int:
        import coverage  # type: ignore[import-not-found, unused-ignore]
        import pytest

        measured = coverage.Coverage(data_file=None, source=[str(copy / "src/leadup")])
        seconds: dict[str, float] = {}

        class Naming:
            """Says to coverage which test runs now. A fixture's setting-up is every test's of the file."""

            file = ""

            # First of all, since a fixture is set up in this hook, too.
            @pytest.hookimpl(tryfirst=True)
            def pytest_runtest_setup(self, item: pytest.Item) -> None:
                if self.file != _file_of(item.nodeid):
                    self.file = _file_of(item.nodeid)
                    empty_caches(room)
                measured.switch_context(_file_of(item.nodeid))

            @pytest.hookimpl(wrapper=True)
            def pytest_runtest_call(self, item: pytest.Item) -> Any:
                measured.switch_context(item.nodeid)
                start = time.process_time()
                try:
                    return (yield)
                finally:
                    seconds[item.nodeid] = time.process_time() - start

            def pytest_runtest_teardown(self) -> None:
                measured.switch_context("")

        measured.start()
        status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", *tests], plugins=[Naming()]))
        measured.stop()
        data = measured.get_data()
        lines = {str(Path(path).relative_to(copy)): data.contexts_by_lineno(path) for path in data.measured_files()}
        Path(copy, "watch.json").write_text(json.dumps([lines, seconds]), encoding="utf-8")
        return status

    if forked(copy, run, None)[0]:
        raise SystemExit("the tests fail without any mutant")
    lines, seconds = json.loads(Path(copy, "watch.json").read_text(encoding="utf-8"))
    return Watch({path: {int(at): names for at, names in of.items()} for path, of in lines.items()}, seconds)


def empty_caches(room: str) -> None:
    """Forget what the functions of a room's loaded modules, and the methods of their classes, have in their caches."""
    for name, module in list(sys.modules.items()):
        if not f"{name}.".startswith(f"leadup.{room}."):
            continue
        own = [each for each in vars(module).values() if getattr(each, "__module__", "") == name]
        methods = [
            getattr(method, "__func__", method) for one in own if isinstance(one, type) for method in vars(one).values()
        ]
        for cached in (*own, *methods):
            if hasattr(cached, "cache_clear"):
                cached.cache_clear()


def outcome_of(copy: Path, mutant: Mutant, watch: Watch, tests: set[str], longest: float) -> tuple[Outcome, float]:
    """Whether one of these tests fails, or does not end, with the mutant in place; and the CPU seconds of the try."""
    if not tests:
        return "survived", 0
    of_file: dict[str, float] = {}
    for test in tests:
        name = _file_of(test)
        of_file[name] = of_file.get(name, 0) + watch.seconds[test]

    def run() -> int:
        import pytest

        class Chosen:
            """Of all tests those that are meant, file by file, since a file's tests share what is slow to make."""

            @pytest.hookimpl(trylast=True)
            def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
                items[:] = sorted(
                    (item for item in items if item.nodeid in tests),
                    key=lambda item: (of_file[_file_of(item.nodeid)], _file_of(item.nodeid),
                                      watch.seconds[item.nodeid]),
                )  # fmt: skip

        options = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--no-header", "--no-summary"]
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            return int(pytest.main([*options, *sorted(of_file, key=of_file.__getitem__)], plugins=[Chosen()]))

    path = copy / mutant.path
    Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)
    path.write_text(mutant.text, encoding="utf-8")
    endless = PATIENCE + 5 * sum(of_file.values())
    try:
        status, seconds = forked(copy, run, max(1, min(endless, longest)))
    finally:
        path.write_text(mutant.source, encoding="utf-8")
    if status == 0:
        return "survived", seconds
    # Who had its whole patience and did not end is noticed; who had less may have been slow.
    late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
    return "ended" if late and longest < endless else "noticed", seconds


def forked(copy: Path, run: Callable[[], int], limit: float | None) -> tuple[int, float]:
    """The status that ``run`` ends with in a process of its own in the copy, and its CPU seconds. 0: nothing failed.

    Beyond the limit, in CPU seconds, the process is killed.
    """
    sys.stdout.flush()
    child = os.fork()
    if child:
        _, status, used = os.wait4(child, 0)
        return status, used.ru_utime + used.ru_stime
    status = 1
    try:
        os.chdir(copy)
        sys.path[:0] = [str(copy / "src")]
        # What is compiled of a mutant must not be taken for what the next one is.
        sys.dont_write_bytecode = limit is not None
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 5))
        status = run()
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
