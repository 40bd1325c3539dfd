"""The command line: thin, with no logic that the Python API lacks. One module a command, or a family of them."""

from leadup.cli.app import app, main

__all__ = ["app", "main"]
