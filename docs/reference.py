"""Writes the reference pages of the documentation from the code: ``python docs/reference.py`` (``make reference``).

Commands from the command line's own options, formats from the two registries, Python from signatures and docstrings.
The suite fails where a page is not what this would write (tests/test_docs.py).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import leadup
from leadup import plugins
from leadup.cli.app import COMMANDS, app
from leadup.cli.endings import endings

FOLDER = Path(__file__).resolve().parent / "reference"
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")


def pages() -> dict[str, str]:
    """Every reference page by its file's name."""
    return {
        "commands.md": commands(),
        "exit-codes.md": exit_codes(),
        "formats.md": formats(),
        "python.md": python(),
    }


def commands() -> str:
    """A section a command: what it does, its arguments and options, examples."""
    lines = ["# Commands", "", "Made from the commands themselves; `leadup COMMAND --help` says the same.", ""]
    group: Any = typer.main.get_command(app)
    context = typer.Context(group)
    for name in COMMANDS:
        lines += _command(name, group.get_command(context, name))
    return "\n".join(lines).rstrip() + "\n"


def _command(name: str, command: Any, level: int = 2) -> Iterator[str]:
    below = getattr(command, "commands", {})
    yield from (f"{'#' * level} leadup {name}", "", _prose(command.help or ""), "")
    shown = [p for p in command.params if not getattr(p, "hidden", False) and p.name != "help"]
    if shown:
        yield from ("| argument or option | default | what it is |", "| --- | --- | --- |")
        for param in shown:
            named = ", ".join(f"`{o}`" for o in param.opts) if param.opts[0].startswith("-") else f"`{_metavar(param)}`"
            default = param.default if isinstance(param.default, str | int | Path) else None
            said = "" if default is None or default is False else f"`{default}`"
            yield f"| {named} | {said} | {_cell(getattr(param, 'help', None) or '')} |"
        yield ""
    said = (command.epilog or "").partition("How to read the answer:")
    examples, reading = ([line.strip() for line in part.splitlines() if line.strip()] for part in said[::2])
    if examples[1:]:
        yield from ("```", *examples[1:], "```", "")
    if reading:
        yield from (said[1], "", *(f"- {line}" for line in reading), "")
    for inner, each in below.items():
        yield from _command(f"{name} {inner}", each, level + 1)


def exit_codes() -> str:
    """A row a number that the command line may end with."""
    lines = ["# Exit codes", "", "Made from the errors themselves; `leadup --help` says the same at its foot.", ""]
    lines += ["| code | what it says |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {code} | {_cell(said)} |" for code, said in endings().items())]) + "\n"


def _metavar(param: Any) -> str:
    return str(param.metavar or (param.name or "").upper())


def formats() -> str:
    """A row a format: read, then written."""
    from leadup.intake import CONTAINERS, FORMATS
    from leadup.output import WRITERS

    theirs = {each.name for each in (*plugins.formats(), *plugins.writers())}
    lines = ["# Formats", "", "Made from the registries; `leadup formats` says the same, with those of plug-ins.", ""]
    lines += ["## Read", "", "| name | endings | what it is | needs |", "| --- | --- | --- | --- |"]
    for form in (*FORMATS.values(), *CONTAINERS.values()):
        if form.name not in theirs:
            needs = f"`leadup[{form.extra}]`" if form.extra else ""
            lines.append(f"| `{form.name}` | {_endings(form.extensions)} | {_cell(form.title)} | {needs} |")
    lines += ["", "## Written", "", "| name | ending | what it is | media type |", "| --- | --- | --- | --- |"]
    for writer in WRITERS.values():
        if writer.name not in theirs:
            described = _cell(writer.describe)
            lines.append(f"| `{writer.name}` | `{writer.extension}` | {described} | {writer.media_type} |")
    return "\n".join(lines) + "\n"


def python() -> str:
    """A section a public name: its signature and its docstring."""
    lines = [
        "# Python",
        "",
        "What `from leadup import ...` holds. Rooms have more of their own (see architecture).",
        "",
    ]
    for name in leadup.__all__:
        thing: Any = getattr(leadup, name)
        lines += [f"## {name}", ""]
        if not (isinstance(thing, type) and issubclass(thing, Exception)):
            signature = re.sub(r"(: |-> )(['\"])(.*?)\2", r"\1\3", str(inspect.signature(thing)))
            lines += ["```python", _broken(f"{name}{signature}"), "```", ""]
        lines += [_prose(inspect.getdoc(thing) or ""), ""]
    return "\n".join(lines).rstrip() + "\n"


def _broken(signature: str) -> str:
    """A signature a parameter a line, where it is long."""
    if len(signature) <= 100 or "(" not in signature:
        return signature
    head, _, rest = signature.partition("(")
    depth, part, parts = 0, "", []
    for at, sign in enumerate(rest):
        if sign == ")" and depth == 0:
            parts.append(part.strip())
            return head + "(\n" + "".join(f"    {p},\n" for p in parts if p) + rest[at:]
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += sign
    return signature


def _prose(text: str) -> str:
    """A docstring as Markdown."""
    text = _ROLE.sub(r"`\1`", inspect.cleandoc(text)).replace("``", "`")
    return re.sub(r"<", "&lt;", text)


def _endings(endings: tuple[str, ...]) -> str:
    return " ".join(f"`{e}`" for e in endings)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
