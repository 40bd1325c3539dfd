"""The command line: thin, with no logic that the Python API lacks. One module a command, or a family of them."""

from leadup.cli import add, compare, dates, events, export, formats, keeping, read, to, upkeep, verify, watch
from leadup.cli.app import app, main

__all__ = ["app", "main"]

_COMMANDS = (add, to, read, compare, verify, export, events, formats, keeping, watch, dates, upkeep)
