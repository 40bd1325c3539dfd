"""``leadup verify``: does a saved timeline, or one citation, still hold?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from leadup.answering import lead_up, provenance
from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, out
from leadup.errors import BadOption, MissingInput, UnknownArticle, UnreadableInput
from leadup.ingest import Archive
from leadup.model import Timeline
from leadup.output.jsonform import from_json, to_json
from leadup.output.provenance import other_words
from leadup.output.visible import one_line
from leadup.timeline.citation import Citation
from leadup.timeline.lineage import named_outlet
from leadup.timeline.verification import Fault
from leadup.timeline.verification import verify as check

BROKEN = 1


@app.command(
    epilog="""Examples:

    leadup to "the embassy attack" --json embassy.json && leadup verify embassy.json

    leadup verify embassy.json --again --archive ./leadup-archive --json

    leadup verify --citation 3f2a90c1d2e4b5a6:120-143 --words 'Jets struck three depots'"""
)
def verify(
    timeline: Annotated[Path | None, typer.Argument(help="A timeline saved with --json.")] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    again: Annotated[
        bool, typer.Option("--again", help="Answer its question again too; it must come out the same.")
    ] = False,
    citation: Annotated[
        str | None,
        typer.Option("--citation", help="Check one citation instead: ID:START-END in code points, or copied whole."),
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="With --citation: the words said to stand there.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check every quoted word, date reason and count of a saved timeline against the archive; exit 1 if one fails."""
    if (timeline is None) == (citation is None):
        raise BadOption("nothing, or two things, to check", "Name a saved timeline, or a --citation")
    if timeline is None:
        with Archive(archive) as kept:
            _cite(Citation.parse(citation or "", words), kept, as_json)
        return
    try:
        data = timeline.read_bytes()
    except FileNotFoundError as error:
        raise MissingInput(str(timeline)) from error
    except OSError as error:
        raise UnreadableInput(str(timeline), f"it cannot be read ({error.strerror})", "Check the path") from error
    saved = from_json(data, str(timeline))
    with Archive(archive) as kept:
        verdict = check(saved, kept)
        notes = [note for id in _sources(saved) if (note := _since(id, kept))]
        notes += other_words(saved.provenance, provenance(kept))
        if again:
            # Other bytes because something else made them are said above; here it is what the answer says that counts.
            now = lead_up(saved.question, kept)
            same = to_json(replace(now, provenance=saved.provenance)) == to_json(saved)
            fault = Fault("answer", "timeline", "the archive now gives another answer to its question")
            checked = (*verdict.checked, ("answer", 1))
            verdict = replace(verdict, checked=checked, faults=verdict.faults if same else (*verdict.faults, fault))
    if as_json:
        faults = [{"what": f.what, "where": f.where, "why": f.why} for f in verdict.faults]
        print(json.dumps({"holds": verdict.holds, "checked": dict(verdict.checked), "faults": faults, "notes": notes}))
    else:
        screen = out()
        for fault in verdict.faults:
            screen.print(one_line(f"{fault.what}: {fault.where}: {fault.why}"), soft_wrap=True)
        for note in notes:
            screen.print(one_line(note), soft_wrap=True)
        counted = ", ".join(f"{count} {what}{'s' * (count != 1)}" for what, count in verdict.checked if count)
        failed = f"{len(verdict.faults)} do not hold" if verdict.faults else "all hold"
        screen.print(f"checked {counted}: {failed}", soft_wrap=True)
    if not verdict.holds:
        raise typer.Exit(BROKEN)


def _cite(citation: Citation, kept: Archive, as_json: bool) -> None:
    """Say whether one citation holds, and what became of its source since; exit 1 where it does not hold."""
    try:
        article = kept.article(citation.article)
    except UnknownArticle:
        note: str | None = _since(citation.article, kept) or f"article {citation.article}: the archive never held it"
        holds = False
        words: str | None = None
        source: str | None = None
    else:
        note = _since(article.id, kept)
        span = citation.span_in(article)
        holds, words = citation.holds_in(article), span.exact if span else None
        when = article.published.day.isoformat() if article.published else "undated"
        source = ", ".join(p for p in (named_outlet(article), article.title, when, article.url or article.source) if p)
    if as_json:
        print(json.dumps({"holds": holds, "found": words, "source": source, "notes": [note] if note else []}))
    else:
        screen = out()
        screen.print(f"the citation {'holds' if holds else 'does not hold'}", soft_wrap=True)
        for said in filter(None, (words, source, note)):
            screen.print(f"  {one_line(said)}", soft_wrap=True)
    if not holds:
        raise typer.Exit(BROKEN)


def _sources(saved: Timeline) -> list[str]:
    """The articles whose words the timeline shows, each once, in order."""
    spans = [e.wording for e in saved.entries] + [v.mention.span for e in saved.entries for v in e.evidence]
    return list(dict.fromkeys(span.article for span in spans))


def _since(id: str, kept: Archive) -> str | None:
    """What became of an article since it was cited: replaced by a later version, or taken out."""
    newer = kept.replaced_by(id)
    if newer is not None:
        return f"article {id}: its page was changed since; the current version is {newer}"
    last = kept.last_change(id)
    if last is not None and last.kind == "removed":
        return f"article {id}: removed from the archive on {last.at[:10]}"
    return None
