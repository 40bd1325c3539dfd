"""``leadup formats``: what is read, and what is written."""

from __future__ import annotations

import json as jsonlib
import sys
from typing import Annotated

import typer
from rich.table import Table

from leadup.cli.app import JsonOption, app, out
from leadup.errors import BadOption
from leadup.intake import Container, Format
from leadup.output import WRITERS


@app.command(
    epilog="""Examples:

    leadup formats

    leadup formats nexis

    leadup formats --json"""
)
def formats(
    name: Annotated[str | None, typer.Argument(help="Explain this one that is read.")] = None,
    as_json: JsonOption = False,
) -> None:
    """The formats that articles are read from, and that a timeline can be written in."""
    from leadup.intake import CONTAINERS, FORMATS

    if name is not None:
        form = FORMATS.get(name) or CONTAINERS.get(name)
        if form is None:
            raise BadOption(f"no format that is read is called {name!r}", "`leadup formats` lists them")
        out().print(explained(form), soft_wrap=True)
        return
    readers: list[Format | Container] = [*FORMATS.values(), *CONTAINERS.values()]
    read = [{"name": f.name, "endings": list(f.extensions), "what": f.title, "extra": f.extra} for f in readers]
    written = [{"name": w.name, "endings": [w.extension], "what": w.describe} for w in WRITERS.values()]
    if as_json:
        typer.echo(jsonlib.dumps({"read": read, "written": written}, ensure_ascii=False))
        return
    for heading, rows in (("Read (leadup add)", read), ("Written (leadup to, leadup export)", written)):
        table = Table(title=heading, title_justify="left", box=None, pad_edge=False, header_style="bold")
        table.add_column("name", no_wrap=True)
        table.add_column("endings")
        table.add_column("what it is")
        for row in rows:
            what = str(row["what"])
            if row.get("extra"):
                what += f" (needs leadup[{row['extra']}])"
            endings = row["endings"]
            table.add_row(str(row["name"]), " ".join(endings if isinstance(endings, list) else []), what)
        out().print(table)


def explained(form: Format | Container) -> str:
    """A format that is read, in words: what it is, how it is known, what it needs, and what its reader does."""
    reads = form.read if isinstance(form, Format) else form.members
    told = (sys.modules[reads.__module__].__doc__ or "").strip()
    endings = " ".join(form.extensions)
    known = "its first bytes, whatever the name" if form.sure else "its name, checked against its first bytes"
    lines = [f"{form.name}: {form.title}", f"known by: {known}{f' ({endings})' if endings else ''}"]
    if form.extra:
        lines.append(f"needs: pip install 'leadup[{form.extra}]'")
    return "\n".join([*lines, "", *told.split("\n")])
