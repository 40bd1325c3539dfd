"""``leadup dates``: the time expressions of a text."""

from __future__ import annotations

import json as jsonlib
import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from leadup.cli.app import JsonOption, app, day
from leadup.errors import BadOption, MissingInput, UnreadableInput
from leadup.lang import DEFAULT
from leadup.marks import TIMES, mark
from leadup.model import DateReason, Timex
from leadup.times import LANGUAGES, Rejected, tag, to_timeml
from leadup.times.others import with_others

_UNCOUNTED = ("uncounted", "yearless")
"""The rules of reasons of what cannot be dated without the day of writing."""


@app.command(
    epilog="""Examples:

    leadup dates story.txt --dct 2020-01-03

    echo "They met last Friday." | leadup dates - --dct 2020-01-03 --json

    leadup dates story.txt --dct 2020-01-03 --timeml > story.tml

    leadup dates story.txt --dct 2020-01-03 --trace"""
)
def dates(
    file: Annotated[str, typer.Argument(help="A plain text (UTF-8); - for standard input.")],
    dct: Annotated[str | None, typer.Option(help="The day the text was written (2020-01-03).")] = None,
    json: JsonOption = False,
    timeml: Annotated[bool, typer.Option("--timeml", help="Print the text as TimeML.")] = False,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show also what a rule took and the reader did not, and why.")
    ] = False,
    language: Annotated[
        str, typer.Option(help=f"The language of the text: {', '.join(LANGUAGES)}.", show_default=True)
    ] = DEFAULT,
) -> None:
    """Which dates does a text speak of, and why? Any text, no archive."""
    if json + timeml + trace > 1:
        raise BadOption("--json, --timeml and --trace are three answers", "Ask for one of them")
    if language not in LANGUAGES:
        raise BadOption(f"dates are not read in the language {language!r}", f"Give one of {', '.join(LANGUAGES)}")
    created = day(dct, "--dct")
    text = _read(file)
    rejected: list[Rejected] = []
    timexes = with_others(text, created, tag(text, created, rejected=rejected, language=language), language)
    if timeml:
        sys.stdout.write(to_timeml(text, timexes, created, name="stdin" if file == "-" else Path(file).name))
    elif json:
        answer = {
            "reader": f"leadup-times {mark(TIMES)}",
            "language": language,
            "dct": created.isoformat() if created else None,
            "timexes": [_plain(t) for t in timexes],
        }
        typer.echo(jsonlib.dumps(answer, ensure_ascii=False, indent=2))
    elif trace:
        steps: list[Timex | Rejected] = [*timexes, *rejected]
        for step in sorted(steps, key=lambda step: (step.start, step.end)):
            typer.echo(_step(step))
    else:
        for t in timexes:
            typer.echo(_line(t))
    if created is None and any(isinstance(t.reason, DateReason) and t.reason.rule in _UNCOUNTED for t in timexes):
        typer.echo("Some have no date to count from: give the day the text was written with --dct.", err=True)


def _step(found: Timex | Rejected) -> str:
    """A line of the trace: kept or not, the place, the words, the rule, and the anchor and reason, or why not."""
    words = " ".join(found.exact.split())
    if isinstance(found, Rejected):
        return f"-  {found.start}-{found.end}  {words}  [{found.rule}]  {found.why}"
    anchor = f"  from {found.anchor}" if found.anchor else ""
    return f"+  {found.start}-{found.end}  {words}  [{found.rule}]  {found.value}{anchor}  {found.reason}"


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        raise MissingInput(file) from None
    except OSError as error:
        raise UnreadableInput(file, f"cannot be read: {error.strerror}", "Give a text file") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(file, f"is no UTF-8 at byte {error.start}", "Convert it to UTF-8 first") from None


def _plain(t: Timex) -> dict[str, Any]:
    return {
        "start": t.start,
        "end": t.end,
        "text": t.exact,
        "type": t.type,
        "value": t.value,
        "mod": t.mod,
        "first": t.span.first.isoformat() if t.span and t.span.first else None,
        "last": t.span.last.isoformat() if t.span and t.span.last else None,
        "granularity": t.span.granularity if t.span else None,
        "zone": t.zone,
        "anchor": str(t.anchor or ""),
        "anchor_event": t.anchor_event,
        "rule": t.rule,
        "reason": str(t.reason),
        "because": msgspec.to_builtins(t.reason) if isinstance(t.reason, DateReason) else None,
    }


def _line(t: Timex) -> str:
    words = " ".join(t.exact.split())
    return f"{t.start:>7}  {words:<28}  {t.type:<8}  {t.value:<18}  {t.reason}"
