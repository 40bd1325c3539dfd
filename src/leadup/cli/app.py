"""The command line's frame: one app, one way to name the archive, one way to fail."""

from __future__ import annotations

import datetime as dt
import errno
import importlib
import os
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core
import typer.main

from leadup.cli.endings import FAULT, INTERRUPTED, exit_codes
from leadup.errors import HOW_TO_TYPE_A_DAY, BadOption, BadSettings, BrokenPlugin, LeadupError, OutputError

if TYPE_CHECKING:
    from rich.console import Console

    from leadup.ingest import Archive
    from leadup.plugins import Command

COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("add", "Read articles and keep them: pages, documents, mails, press databases, tables, feeds."),
    "to": ("to", "What happened in the days leading up to TARGET?"),
    "read": ("read", "What does one article say happened, and when? Needs no archive."),
    "compare": (
        "compare",
        "Lay the outlets' sentences for one happening side by side, with the words that set each apart marked.",
    ),
    "verify": (
        "verify",
        "Check every quoted word, date reason and count of a saved timeline against the archive; exit 1 if one fails.",
    ),
    "check": (
        "check",
        "Put a draft to the sources, statement by statement, and say what it leaves out.",
    ),
    "mcp": ("mcp", "Serve the archive to assistants over the Model Context Protocol: read only, citation first."),
    "export": ("export", "Write a timeline in other formats, without asking again."),
    "events": (
        "events",
        "Who did what to whom, in PLOVER's categories: one row a mention of a happening, with the words it stands on.",
    ),
    "formats": ("formats", "The formats that articles are read from, and that a timeline can be written in."),
    "list": ("articles", "List the articles, earliest first."),
    "show": (
        "articles",
        "Show an article as it is kept: what is known of it, its text, and what was read out of it.",
    ),
    "search": (
        "search",
        "Find articles by words and days, best first, with the sentence that holds them; exit code 5 where none does.",
    ),
    "remove": ("articles", "Take an article out of the archive, with all that was read of it."),
    "stats": ("articles", "What the archive holds."),
    "watch": ("watch", "Look at feeds and folders again and again, and keep what is new."),
    "dates": ("dates", "Which dates does a text speak of, and why? Any text, no archive."),
    "desk": ("desk", "Open the desk: ask, check, correct, keep and publish in a browser, on this machine."),
    "dossier": ("dossier", "Answers that were kept: list, show, diff, export."),
    "archive": (
        "maintenance",
        "Look after the archive: check, recover, back up, compact, its history, export, import, tables for others.",
    ),
}
"""Each command's module, and what it does in a line, so that a command is imported only when it is run."""


class Answering(typer.core.TyperCommand):
    """A command whose ``--json`` takes a file; with none it prints, as that of every other command does."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command's arguments."""
        if "--json" in args:
            at = args.index("--json") + 1
            if at == len(args) or (args[at].startswith("-") and args[at] != "-"):
                args = [*args[:at], "-", *args[at:]]
        return super().parse_args(ctx, args)


class Commands(typer.core.TyperGroup):
    """The commands, imported one by one as they are asked for; their list imports none."""

    listing = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Their names, in the order of the table, those of plug-ins last."""
        return [*COMMANDS, *(name for name in _others() if name not in COMMANDS)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """A command by name; for a list of them, no more than its name and its line."""
        if cmd_name not in COMMANDS:
            return self._other(cmd_name)
        module, line = COMMANDS[cmd_name]
        if self.listing:
            return typer.core.TyperCommand(cmd_name, help=line)
        importlib.import_module(f"leadup.cli.{module}")
        made = _made(len(app.registered_commands) + len(app.registered_groups))
        return _plainly(made.commands.get(cmd_name))

    def _other(self, name: str) -> Any:
        """A plug-in's command, or None."""
        command = _others().get(name)
        if command is None:
            return None
        if self.listing:
            return typer.core.TyperCommand(name, help=command.line)
        place, _, function = command.function.partition(":")
        try:
            run = getattr(importlib.import_module(place), function)
        except (ImportError, AttributeError) as error:
            raise BrokenPlugin(f"the command {name} cannot be loaded ({error})") from error
        alone = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
        alone.command(name, help=command.line)(run)
        return _plainly(typer.main.get_command(alone))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What ``--help`` prints."""
        self.listing = True
        _plainly(self)
        try:
            super().format_help(ctx, formatter)
        finally:
            self.listing = False


@cache
def _made(imported: int) -> Commands:  # noqa: ARG001
    """All commands that are imported so far: anew only where there are others than before."""
    made = typer.main.get_command(app)
    assert isinstance(made, Commands)
    return made


def _others() -> dict[str, Command]:
    """The commands of plug-ins, looked for where leadup's own do not settle it."""
    from leadup.plugins import commands

    return commands()


def _plainly(command: Any) -> Any:
    """The command, its help without the name of the variable that each option can be set by."""
    for each in (command, *getattr(command, "commands", {}).values()):
        for param in getattr(each, "params", ()):
            if not param.envvar:
                param.show_envvar = False
    return command


OPENING = """What happened in the days leading up to X? A dated, sourced timeline from the articles you give it.

Examples:

    leadup add articles/

    leadup to "the killing of Qassem Soleimani"

    leadup to "the embassy attack" --date 2019-12-31 --html embassy.html

    leadup read story.html

    leadup desk"""
"""What ``leadup --help`` opens with."""

app = typer.Typer(
    name="leadup",
    cls=Commands,
    help=OPENING,
    epilog=exit_codes(),
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "LEADUP"},
)

DEFAULT_ARCHIVE = Path("leadup-archive")

ArchiveOption = Annotated[
    Path,
    typer.Option("--archive", "-a", envvar="LEADUP_ARCHIVE", help="The archive's folder.", show_default=True),
]
VERBOSE = ("-v", "--verbose")
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def _version(asked: bool) -> None:
    if asked:
        from leadup.version import __version__

        typer.echo(f"leadup {__version__}")
        raise typer.Exit


@app.callback()
def leadup(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which leadup this is.")
    ] = False,
) -> None:
    """What happened in the days leading up to X? A dated, sourced timeline from the articles you give it."""
    command = context.invoked_subcommand
    if command is None or context.resilient_parsing:
        return
    from leadup.cli.settings import ALL, FILE, defaults, settings

    tables = settings(sys.argv[1:], DEFAULT_ARCHIVE)
    if not tables:
        return
    unknown = [name for name in tables if name != ALL and name not in COMMANDS and name not in _others()]
    if unknown:
        raise BadSettings(f"{FILE}: there is no command {unknown[0]!r}", "`leadup --help` lists them")
    group = context.command
    assert isinstance(group, Commands)
    asked = group.get_command(context, command)
    if asked is not None:
        context.default_map = {command: defaults(tables.get(command, {}), tables.get(ALL, {}), asked, command)}


def out() -> Console:
    """Where answers go: colour only on a terminal, no guess at what looks like a number or a path."""
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def err() -> Console:
    """Where progress and errors go."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def tell_of_old_readings(archive: Archive) -> None:
    """Say in a line that readings were made anew while asked, which takes several times as long, and what to do."""
    if renewed := archive.readings_renewed:
        were = "article was" if renewed == 1 else "articles were"
        slow = (
            f"{renewed:,} {were} read again, since another version of leadup had read them; that takes its time each "
            "time. `leadup archive reread` does it once for all"
        )
        err().print(slow, soft_wrap=True)


def day(text: str | None, option: str) -> dt.date | None:
    """The day that an option gives, as YYYY-MM-DD or with its month in letters ("Jan. 3, 2020", "3 January 2020").

    Raises BadOption where it is none.
    """
    if text is None:
        return None
    from leadup.times import typed_day

    if (typed := typed_day(text)) is None:
        raise BadOption(f"{option} {text!r} is not a day", HOW_TO_TYPE_A_DAY)
    return typed


def _log_to_stderr(verbose: bool) -> None:
    """Show what leadup logs, a line each: its warnings, and with ``-v`` all of it."""
    import logging

    shown = logging.StreamHandler()
    shown.setFormatter(logging.Formatter("%(name)s: %(message)s" if verbose else "leadup: %(message)s"))
    logger = logging.getLogger("leadup")
    logger.addHandler(shown)
    logger.setLevel(logging.INFO if verbose else logging.WARNING)


def _run() -> None:
    """Run the command that is asked for; raises BrokenPipeError where nobody reads its output any more."""
    try:
        app()
    except UnicodeEncodeError as error:
        from leadup.model.question import require_text

        # A word that was given to the command in no encoding it knows goes nowhere as text (a file may be named so).
        for word in sys.argv[1:]:
            require_text(word, "the command line's")
        raise error from None
    except SystemExit as ended:
        # What draws on the terminal and what reads the command line each make a failure of it.
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        if not sys.stdout.closed:  # as a server on standard output leaves it
            sys.stdout.flush()
        raise


def _end_output() -> None:
    """Write nothing more of what is still to be printed, also not at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command line. Errors a person can act on are one message and an exit code, never a traceback.

    Anything else is a fault in leadup: one message, and with ``-v`` (of any command) the traceback; ``-v`` shows what
    is logged, too.
    """
    if sys.stdout is None:
        # Closed by whoever runs this (`>&-`): what is printed goes nowhere.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    verbose = any(flag in sys.argv[1:] for flag in VERBOSE)
    if verbose and sys.argv[1:2] != ["add"]:
        sys.argv = [word for word in sys.argv if word not in VERBOSE]
    _log_to_stderr(verbose)
    try:
        _run()
    except LeadupError as error:
        err().print(f"leadup: {error}", style="red", soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        err().print("leadup: interrupted; what was stored is whole, and the same command goes on from there")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (`leadup list | head`): nothing more to say.
        _end_output()
        sys.exit(0)
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            _end_output()
            err().print(f"leadup: {error.strerror}. Make room, or write elsewhere", style="red", soft_wrap=True)
            sys.exit(OutputError.exit_code)
        said = str(error).split("\n", 1)[0][:300]
        what = f"leadup: a fault in leadup, please report it ({type(error).__name__}{': ' if said else ''}{said})"
        err().print(what.encode("utf-8", "replace").decode(), style="red", soft_wrap=True)
        if verbose:
            traceback.print_exc()
        else:
            err().print("-v shows where", style="red")
        sys.exit(FAULT)
