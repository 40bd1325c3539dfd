"""``leadup formats``: what is read, and what is written."""

from __future__ import annotations

import json as jsonlib

import typer
from rich.table import Table

from leadup.cli.app import JsonOption, app, out
from leadup.intake import Container, Format
from leadup.output import WRITERS


@app.command(
    epilog="""Examples:

    leadup formats

    leadup formats --json"""
)
def formats(as_json: JsonOption = False) -> None:
    """The formats that articles are read from, and that a timeline can be written in."""
    from leadup.intake import CONTAINERS, FORMATS

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
