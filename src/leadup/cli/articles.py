"""``leadup list``, ``show``, ``remove`` and ``stats``: what is in the archive."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from leadup.archive import ArticleSummary
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, err, out
from leadup.cli.listing import listed_line, listed_row
from leadup.ingest import Archive
from leadup.output.visible import one_line
from leadup.reading.language import extent


@app.command(
    "list",
    epilog="""Examples:

    leadup list --from 2019-12-27 --until 2020-01-03

    leadup list --outlet "Tigris Monitor" --json""",
)
def list_articles(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    first: Annotated[str | None, typer.Option("--from", help="First day (2020-01-03 or Jan. 3, 2020).")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Last day.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet's.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the articles, earliest first."""
    with Archive(archive) as kept:
        summaries = kept.listed(first=day(first, "--from"), last=day(last, "--until"), outlet=outlet, limit=limit)
        for article in summaries:
            _print_listed(article, as_json)


@app.command(
    epilog="""Examples:

    leadup show 3f2a

    leadup show 3f2a --json

    leadup show 3f2a --versions"""
)
def show(
    id: Annotated[str, typer.Argument(help="An article's id, or how it begins.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    versions: Annotated[
        bool, typer.Option("--versions", help="List the versions of its page instead, earliest first.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show an article as it is kept: what is known of it, its text, and what was read out of it."""
    if versions:
        with Archive(archive) as kept:
            for version in kept.versions(id):
                _print_listed(version, as_json)
        return
    with Archive(archive) as kept:
        article, reading, copies = kept.article(id), kept.reading(id), kept.copies(id)
    published = article.published
    facts = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": list(article.byline),
        "wire": article.wire,
        "published": published.at.isoformat() if published else None,
        "date_certainty": published.certainty if published else None,
        "date_known_from": published.how if published else None,
        "language": article.language,
        "read": extent(article),
        "url": article.url,
        "source": article.source,
        "previous_version": article.previous,
        "copies": [f"{other} ({share:.0%})" for other, share in copies],
    }
    if as_json:
        sentences = [
            {
                "start": s.start,
                "end": s.end,
                "exact": article.text[s.start : s.end],
                "day": s.day.isoformat() if s.day else None,
                "date_reason": str(s.dates[0].reason) if s.dates else None,
            }
            for s in reading.sentences
        ]
        typer.echo(json.dumps({**facts, "text": article.text, "sentences": sentences}, ensure_ascii=False))
        return
    console = out()
    for name, value in facts.items():
        if value:
            words = ", ".join(value) if isinstance(value, list) else str(value)
            console.print(Text.assemble((f"{name.replace('_', ' ')}: ", "dim"), one_line(words)), soft_wrap=True)
    console.print()
    for sentence in reading.sentences:
        when = sentence.day.isoformat() if sentence.day else "undated   "
        words = one_line(article.text[sentence.start : sentence.end])
        console.print(Text.assemble((f"{when}  ", "cyan"), words), soft_wrap=True)


@app.command(
    epilog="""Examples:

    leadup remove 3f2a"""
)
def remove(
    id: Annotated[str, typer.Argument(help="An article's id, or how it begins.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Take an article out of the archive, with all that was read of it.

    No word of it is left in the archive's file.
    """
    with Archive(archive) as kept:
        article = kept.remove(id)
    out().print(f"removed {article.id} {one_line(article.title or article.source)}", soft_wrap=True)
    elsewhere = []
    if Path(article.source.split("!")[0]).exists():
        elsewhere.append(f"the file that it was read from ({one_line(article.source)})")
    if (archive / "fetched").is_dir():
        elsewhere.append(f"pages that were fetched ({archive / 'fetched'})")
    elsewhere.append("answers saved, exports and backups made before, if they quote it")
    err().print(f"not touched: {'; '.join(elsewhere)}", soft_wrap=True)


@app.command(
    epilog="""Examples:

    leadup stats --archive my-archive --json"""
)
def stats(archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """What the archive holds."""
    with Archive(archive) as kept:
        held = kept.stats()
    facts: dict[str, object] = {
        "articles": held.articles,
        "outlets": held.outlets,
        "first_day": held.first.isoformat() if held.first else None,
        "last_day": held.last.isoformat() if held.last else None,
        "undated": held.undated,
        "replaced_versions": held.superseded,
        "near_copies": held.copies,
        "unread": dict(held.unread),
        "bytes": held.bytes,
    }
    if as_json:
        typer.echo(json.dumps(facts))
        return
    facts["unread"] = ", ".join(f"{count} in {language}" for language, count in held.unread) or 0
    for name, value in facts.items():
        out().print(f"{name.replace('_', ' ')}: {value if value is not None else '-'}")


def _print_listed(article: ArticleSummary, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(listed_row(article), ensure_ascii=False))
    else:
        out().print(listed_line(article), soft_wrap=True)
