"""The command line's frame: one app, one way to name the archive, one way to fail."""

from __future__ import annotations

import datetime as dt
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from leadup.errors import BadQuestion, LeadupError

app = typer.Typer(
    name="leadup",
    help="What happened in the days leading up to X? A dated, sourced timeline from the articles you give it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

INTERRUPTED = 130
DEFAULT_ARCHIVE = Path("leadup-archive")

ArchiveOption = Annotated[
    Path,
    typer.Option("--archive", "-a", envvar="LEADUP_ARCHIVE", help="The archive's folder.", show_default=True),
]
FAULT = 70
"""What the command ends with where leadup itself has a fault (EX_SOFTWARE)."""
VERBOSE = ("-v", "--verbose")
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def out() -> Console:
    """Where answers go: colour only on a terminal, no guess at what looks like a number or a path."""
    return Console(highlight=False, emoji=False, markup=False)


def err() -> Console:
    """Where progress and errors go."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def day(text: str | None, option: str) -> dt.date | None:
    """The day that an option gives as YYYY-MM-DD; raises BadQuestion where it is none."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadQuestion(f"{option} {text!r} is not a day", "Write it as 2020-01-03") from None


def main() -> None:
    """Run the command line. Errors a person can act on are one message and an exit code, never a traceback."""
    try:
        app()
    except LeadupError as error:
        err().print(f"leadup: {error}", style="red", soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        err().print("leadup: interrupted; what was stored is whole, and the same command goes on from there")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (`leadup list | head`): nothing more to say, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        said = str(error).split("\n", 1)[0][:300]
        what = f"leadup: a fault in leadup, please report it ({type(error).__name__}{': ' if said else ''}{said})"
        err().print(what.encode("utf-8", "replace").decode(), style="red", soft_wrap=True)
        if any(flag in sys.argv for flag in VERBOSE):
            traceback.print_exc()
        else:
            err().print("-v shows where", style="red")
        sys.exit(FAULT)
