"""Coverage-guided fuzzing with atheris, for as long as one likes: what hypothesis does not think of.

    python -m tests.fuzz.guided html -max_total_time=1800

The name is one of the kinds of file of ``tests/fuzz/test_fuzz.py``, ``tagger``, ``report`` (a saved answer) or ``all``
(the first byte picks the kind of file). What follows is for libFuzzer. A fault stops it, with the input that made it in
a file; that input, made small, becomes a case of the suite. Linux with ``pip install atheris``.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["leadup"]):
    from leadup.archive import prepare
    from leadup.errors import LeadupError, ReaderFault
    from leadup.intake.inputs import read_source
    from leadup.intake.options import Limits, Options
    from leadup.intake.source import bytes_source
    from leadup.model import Article
    from leadup.output.jsonform import from_json, to_json
    from leadup.times import tag
    from tests.fuzz.test_fuzz import ENDINGS, SEEDS

SMALL = Options(limits=Limits(page=2**20, article=2**16, expanded=2**22, line=2**18))
"""Small limits, so that what grows is met soon."""


def read(name: str, data: bytes) -> None:
    """Read as a file of this name: articles and refusals, no fault of a reader."""
    for found in read_source(bytes_source(name, data), SMALL):
        if isinstance(found, ReaderFault):
            raise AssertionError(found.trace)
        if isinstance(found, Article):
            assert all(0 <= p.start < p.end <= len(found.text) for p in found.paragraphs)
            prepare(found)


def read_any(data: bytes) -> None:
    """Read as one of all kinds, which the first byte picks."""
    if data:
        read(f"file{ENDINGS[data[0] % len(ENDINGS)]}", data[1:])


def read_dates(data: bytes) -> None:
    """The expressions of a text stand where they are said to."""
    text = data.decode("utf-8", "replace")
    for timex in tag(text, dct=dt.date(2031, 3, 10)):
        assert text[timex.start : timex.end] == timex.exact


def read_answer(data: bytes) -> None:
    """A saved answer is read and written again, or refused."""
    with contextlib.suppress(LeadupError):
        to_json(from_json(data))


def main() -> None:
    """Fuzz what the command line names."""
    name = sys.argv.pop(1)
    target: Callable[[bytes], None]
    if name == "tagger":
        target, seeds = (
            read_dates,
            {"seed": b"on Monday, March 10, 2031, three days after the late 1990s; until 12:30 p.m. GMT"},
        )
    elif name == "report":
        golden = Path(__file__).parents[1] / "golden" / "soleimani.json"
        target, seeds = read_answer, {"seed": golden.read_bytes()[:20_000]}
    elif name == "all":
        target = read_any
        seeds = {
            kind: bytes([ENDINGS.index(f".{kind}")]) + seed for kind, seed in SEEDS.items() if f".{kind}" in ENDINGS
        }
    else:
        seeds = {name: SEEDS[name]}

        def target(data: bytes) -> None:
            read(f"file.{name}", data)

    logging.disable()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as corpus:
        for kind, seed in seeds.items():
            (Path(corpus) / kind).write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, *sys.argv[1:]], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
