"""``leadup compare``: one happening in the outlets' own words, side by side."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.text import Text

from leadup.cli.app import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, app, day, out
from leadup.ingest import Archive
from leadup.model import Question
from leadup.model.happening import UNNAMED_OUTLET
from leadup.output.phrases import support_words
from leadup.output.terminal import marked
from leadup.output.visible import one_line
from leadup.timeline.comparison import Comparison, compare_words

MARK = "bold yellow"


@app.command(
    epilog="""Examples:

    leadup compare "the killing of Qassem Soleimani"

    leadup compare "the strikes on the militia" --date 2019-12-29 --json"""
)
def compare(
    happening: Annotated[str, typer.Argument(help="What happened, in your own words.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    date: Annotated[str | None, typer.Option(help="Its day (2020-01-03 or Jan. 3, 2020); else worked out.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Lay the outlets' sentences for one happening side by side, with the words that set each apart marked."""
    question = Question(target=happening, date=day(date, "--date"))
    with Archive(archive) as kept:
        comparison = compare_words(kept, question)
    if as_json:
        print(json.dumps(_plain(comparison), ensure_ascii=False))
        return
    screen = out()
    support = comparison.happening.support
    screen.print(f"{comparison.happening.day}  {support_words(support)}\n")
    for wording in comparison.wordings:
        reported = wording.mention.reported
        credit = "" if wording.lineage.casefold() == wording.outlet.casefold() else f" (from {wording.lineage})"
        head = f"{wording.outlet}{credit}{f', {reported}' if reported else ''}"
        screen.print(Text(one_line(head), style="bold"))
        screen.print(Text("  ").append_text(marked(wording.mention.span.exact, wording.marks, MARK)), soft_wrap=True)
    for account in comparison.happening.accounts:
        screen.print(f"\n{account.state}: {one_line(account.line)}", soft_wrap=True)
    for blame in comparison.blame:
        line = f"{blame.kind}: {blame.outlet or UNNAMED_OUTLET}: “{blame.sentence.exact}”"
        screen.print(one_line(line), soft_wrap=True)


def _plain(found: Comparison) -> dict[str, object]:
    return {
        "target": found.target.words,
        "day": found.happening.day.isoformat(),
        "outlets": list(found.happening.support.outlets),
        "independent": found.happening.support.independent,
        "wordings": [
            {
                "outlet": w.outlet,
                "lineage": w.lineage,
                "reported": w.mention.reported.isoformat() if w.mention.reported else None,
                "article": w.mention.span.article,
                "start": w.mention.span.start,
                "end": w.mention.span.end,
                "exact": w.mention.span.exact,
                "marks": [list(m) for m in w.marks],
            }
            for w in found.wordings
        ],
        "accounts": [
            {"role": a.role, "unit": a.unit, "state": a.state, "line": a.line} for a in found.happening.accounts
        ],
        "blame": [
            {"kind": b.kind, "outlet": b.outlet, "words": b.words.exact, "sentence": b.sentence.exact}
            for b in found.blame
        ],
    }
