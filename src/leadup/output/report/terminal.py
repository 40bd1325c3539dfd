"""A report in the terminal: each statement, its verdict, and the sources' words below it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from leadup.check import Finding, Report
from leadup.output.report.words import is_hint, missing_source_words, source_words, summary_words, verdict_words
from leadup.output.terminal import marked
from leadup.output.visible import one_line

_STYLE = {
    "supported": "green",
    "one side only": "yellow",
    "disputed": "yellow",
    "supported in part": "yellow",
    "no source says so": "magenta",
}
_SHOWN = 2


def render_report(report: Report, screen: Console, *, every: bool = False) -> None:
    """Print it. ``every``: all witnesses of a statement, not the first two, and what is less surely missing."""
    for finding in report.findings:
        style = "bold red" if finding.contradicts else _STYLE.get(finding.kind, "yellow" if is_hint(finding) else "dim")
        day = f"{finding.statement.day}  " if finding.statement.day else ""
        screen.print(Text(day).append_text(marked(finding.statement.words, finding.marks, "underline")), soft_wrap=True)
        screen.print(Text(f"  {verdict_words(finding)}", style=style), soft_wrap=True)
        for witness in finding.witnesses if every else finding.witnesses[: _shown(finding)]:
            said = Text("    “").append_text(marked(witness.span.exact, witness.marks, "bold yellow"))
            screen.print(said.append(f"” — {source_words(witness)}"), soft_wrap=True)
        screen.print()
    if report.missing:
        screen.print(Text(f"Missing, {report.first} to {report.last}", style="bold"))
        shown = [one for one in report.missing if every or not one.less_sure]
        for one in shown:
            line = f"{one.day}  “{one.witness.span.exact}” — {missing_source_words(one)}"
            screen.print(f"  {one_line(line)}", soft_wrap=True)
        if len(shown) < len(report.missing):
            screen.print(f"  {len(report.missing) - len(shown)} perhaps missing too (--why shows them)", soft_wrap=True)
        screen.print()
    screen.print(summary_words(report), soft_wrap=True)


def _shown(finding: Finding) -> int:
    return 1 if finding.kind == "no source says so" else _SHOWN
