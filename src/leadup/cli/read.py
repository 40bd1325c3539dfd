"""``leadup read``: one article's own timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadup.answering import read as read_article
from leadup.cli.app import Answering, app, day
from leadup.cli.rendering import OutOption, form_of, show_timeline


@app.command(
    cls=Answering,
    epilog="""Examples:

    leadup read article.html

    leadup read notes.txt --published 2020-01-03 --json -""",
)
def read(
    article: Annotated[str, typer.Argument(help="A page or a text; - for standard input.")],
    published: Annotated[str | None, typer.Option(help="Its publication day (2020-01-03).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Its outlet.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Say why each entry is dated so.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the page to this file.")] = None,
    json: Annotated[str | None, typer.Option(help="Write JSON to this file, or print it: - or nothing.")] = None,
    md: Annotated[Path | None, typer.Option(help="Write Markdown to this file.")] = None,
    format: Annotated[str | None, typer.Option(help="Print another format (`leadup formats`).")] = None,
    out: OutOption = None,
    pipeline: Annotated[str | None, typer.Option(help="A spaCy pipeline of yours to parse with.")] = None,
) -> None:
    """What does one article say happened, and when? Needs no archive."""
    format = form_of(format, out)
    timeline = read_article(article, published=day(published, "--published"), outlet=outlet, pipeline=pipeline)
    show_timeline(timeline, html=html, json=json, md=md, format=format, out=out, why=why, chain=False)
