"""``leadup verify``: does a saved timeline still hold?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from leadup.answering import lead_up
from leadup.archive import Archive
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, out
from leadup.errors import MissingInput, UnreadableInput
from leadup.output.jsonform import from_json, to_json
from leadup.output.visible import one_line
from leadup.timeline.verification import Fault
from leadup.timeline.verification import verify as check

BROKEN = 1


@app.command(
    epilog="""Examples:

    leadup to "the embassy attack" --json embassy.json && leadup verify embassy.json

    leadup verify embassy.json --again --archive ./leadup-archive --json"""
)
def verify(
    timeline: Annotated[Path, typer.Argument(help="A timeline saved with --json.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    again: Annotated[
        bool, typer.Option("--again", help="Answer its question again too; it must come out the same.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check every quoted word, date reason and count of a saved timeline against the archive; exit 1 if one fails."""
    try:
        data = timeline.read_bytes()
    except FileNotFoundError as error:
        raise MissingInput(str(timeline)) from error
    except OSError as error:
        raise UnreadableInput(str(timeline), f"it cannot be read ({error.strerror})", "Check the path") from error
    saved = from_json(data, str(timeline))
    with Archive(archive) as kept:
        verdict = check(saved, kept)
        if again:
            same = to_json(lead_up(saved.question, kept)) == to_json(saved)
            fault = Fault("answer", "timeline", "the archive now gives another answer to its question")
            checked = (*verdict.checked, ("answer", 1))
            verdict = replace(verdict, checked=checked, faults=verdict.faults if same else (*verdict.faults, fault))
    if as_json:
        faults = [{"what": f.what, "where": f.where, "why": f.why} for f in verdict.faults]
        print(json.dumps({"holds": verdict.holds, "checked": dict(verdict.checked), "faults": faults}))
    else:
        screen = out()
        for fault in verdict.faults:
            screen.print(one_line(f"{fault.what}: {fault.where}: {fault.why}"), soft_wrap=True)
        counted = ", ".join(f"{count} {what}{'s' * (count != 1)}" for what, count in verdict.checked if count)
        failed = f"{len(verdict.faults)} do not hold" if verdict.faults else "all hold"
        screen.print(f"checked {counted}: {failed}", soft_wrap=True)
    if not verdict.holds:
        raise typer.Exit(BROKEN)
