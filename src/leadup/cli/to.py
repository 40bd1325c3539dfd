"""``leadup to``: the answer."""

from __future__ import annotations

import contextlib
import gc
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from leadup.answering import AUTO, lead_up, retell
from leadup.cli.app import DEFAULT_ARCHIVE, Answering, ArchiveOption, app, day, err, tell_of_old_readings
from leadup.cli.rendering import OutOption, form_of, show_timeline
from leadup.cli.writing import require_folders
from leadup.dossiers import Dossiers
from leadup.errors import BadOption, BadSettings, TellerError
from leadup.ingest import Archive
from leadup.model import Detail


@app.command(
    cls=Answering,
    epilog="""Examples: each asks an archive that holds articles of its story (`leadup add` makes one).

    leadup to "the killing of Qassem Soleimani"

    leadup to "the embassy attack" --date 2019-12-31 --days 7 --html embassy.html

    leadup to "the ceasefire" --from 2024-01-01 --until 2024-02-15 --json - | jq .entries

    leadup to "the ceasefire" --retell "python my_model.py"

    How to read the answer:

    ◆ is the event asked about, ● what happened, ○ what somebody said; each is a sentence of an article, word for word.

    Words in square brackets stand before the sentence in its article; it leans on them.

    The event's day is "given" by you, "worked out" where the articles agree on it, else "a guess".

    "4 outlets, probably 3 independent": of four outlets that tell it, one seems to have it from another.

    "less sure" opens one line for an entry that an editor may well leave out: --more shows it whole, --why says why.

    ▁▃█ is how much the articles tell of each day.

    ↳ says what an entry answers or comes of, in the words that say so; --chain draws it as a tree.

    Nothing is added: where no article tells of the event, leadup says so, and what comes nearest.""",
)
def to(
    context: typer.Context,
    target: Annotated[str, typer.Argument(help="The event, in your own words.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    date: Annotated[str | None, typer.Option(help="Its day (2020-01-03 or Jan. 3, 2020); else worked out.")] = None,
    days: Annotated[str, typer.Option(help="How many days before it; auto: as far back as the story goes.")] = "14",
    first: Annotated[str | None, typer.Option("--from", help="First day, instead of --days.")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Last day, instead of the event's.")] = None,
    after: Annotated[int, typer.Option(min=0, help="Tell also this many days after it, with reactions.")] = 0,
    entries: Annotated[
        int | None, typer.Option(min=1, help="At most this many entries; else as many as --detail allows.")
    ] = None,
    per_day: Annotated[int | None, typer.Option(min=1, help="At most this many entries a day.")] = None,
    detail: Annotated[
        str,
        typer.Option(help="How much is told: brief (up to 7 entries), normal (16) or full (40, doubtful ones too)."),
    ] = "normal",
    why: Annotated[
        bool, typer.Option("--why", help="Say why each entry was chosen, dated so or folded, and its sources.")
    ] = False,
    chain: Annotated[
        bool, typer.Option("--chain", help="Show as a tree which entry answers or comes of which, back from the event.")
    ] = False,
    more: Annotated[
        bool, typer.Option("--more", help="Show the entries whole that are less sure to belong (else a line each).")
    ] = False,
    html: Annotated[Path | None, typer.Option(help="Write the page to this file.")] = None,
    json: Annotated[str | None, typer.Option(help="Write JSON to this file, or print it: - or nothing.")] = None,
    md: Annotated[Path | None, typer.Option(help="Write Markdown to this file.")] = None,
    format: Annotated[str | None, typer.Option(help="Print another format (`leadup formats`).")] = None,
    out: OutOption = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Answer as on this day: from what was published by then.")
    ] = None,
    dossier: Annotated[str | None, typer.Option(help="Keep the answer under this name (`leadup dossier`).")] = None,
    uncorrected: Annotated[bool, typer.Option("--uncorrected", help="Without the corrections of editors.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="A plug-in's deep reader, or a spaCy pipeline.")] = None,
    retell_by: Annotated[
        str | None,
        typer.Option(
            "--retell",
            help="Have this command of yours (or http://HOST/v1#MODEL) write a paragraph; it is checked.",
        ),
    ] = None,
) -> None:
    """What happened in the days leading up to TARGET?"""
    if detail not in ("brief", "normal", "full"):
        raise BadOption(f"--detail {detail!r} is not known", "Use brief, normal or full")
    before = _days(days)
    if retell_by is not None and _is_from_settings(context, "retell_by"):
        # An archive that somebody gave may hold a settings file: what it names must never be run.
        raise BadSettings("--retell cannot stand in a settings file", "Give it on the command line")
    format = form_of(format, out)
    require_folders(html, json, md, out)
    # About a tenth of the time would go on looking for garbage that there is none of; the process ends soon.
    gc.disable()
    with Archive(archive) as kept:
        timeline = lead_up(
            target,
            kept,
            date=day(date, "--date"),
            days=before,
            first=day(first, "--from"),
            last=day(last, "--until"),
            entries=entries,
            per_day=per_day,
            detail=cast(Detail, detail),
            after=after,
            as_of=day(as_of, "--as-of"),
            pipeline=pipeline,
            corrected=not uncorrected,
        )
        tell_of_old_readings(kept)
        retelling, failed = None, None
        if retell_by is not None:
            try:
                retelling = retell(timeline, kept, retell_by, pipeline=pipeline)
            except TellerError as error:
                failed = error
    if dossier is not None:
        saved = Dossiers(archive).save(dossier, timeline)
        err().print(f"saved {saved.name}, {saved.version}", soft_wrap=True)
    show_timeline(
        timeline, retelling, html=html, json=json, md=md, format=format, out=out, why=why, chain=chain, more=more
    )
    if failed is not None:
        raise failed


def _days(said: str) -> int | Literal["auto"]:
    if said == AUTO:
        return AUTO
    if said.isdecimal():
        # Python takes thousands of digits for no number.
        with contextlib.suppress(ValueError):
            return int(said)
    raise BadOption(f"--days {said[:20]!r} is no number of days", "Give a number, or auto")


def _is_from_settings(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is None or source.name != "COMMANDLINE"
