"""A report as Markdown: the draft's statements with footnotes that hold the verdicts and the sources."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadup.check import Report
from leadup.output.address import web_address
from leadup.output.report.words import is_hint, missing_source_words, source_words, summary_words, verdict_words
from leadup.output.visible import one_line, pieces_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&])")


def to_report_markdown(report: Report) -> str:
    """The whole report. What comes from outside is escaped, only web addresses are links."""
    out = [f"{_plain(summary_words(report))}", ""]
    notes: list[str] = []
    day = None
    for number, finding in enumerate(report.findings, 1):
        if finding.statement.day != day:
            day = finding.statement.day
            out += [*([""] if number > 1 else []), f"## {day or 'No day given'}", ""]
        sign = "✗ " if finding.contradicts else "? " if is_hint(finding) else ""
        out += [f"- {sign}{_with_marks(finding.statement.words, finding.marks)}[^{number}]"]
        said = [f"**{_plain(verdict_words(finding))}**"]
        for witness in finding.witnesses:
            url = web_address(witness.url)
            place = f"[{_plain(source_words(witness))}]({url})" if url else _plain(source_words(witness))
            words = _with_marks(witness.span.exact, witness.marks)
            said.append(f"“{words}” — {place}, {witness.span.article}:{witness.span.start}-{witness.span.end}")
        notes.append(f"[^{number}]: " + "\n    ".join(said))
    out.append("")
    if report.missing:
        out += [f"## Missing, {report.first} to {report.last}", ""]
        for one in report.missing:
            hedge = "perhaps: " if one.less_sure else ""
            words = f"“{_plain(one.witness.span.exact)}” — {_plain(missing_source_words(one))}"
            out.append(f"- {one.day}: {hedge}{words}")
        out.append("")
    return "\n".join([*out, *notes, ""])


def _with_marks(words: str, marks: Sequence[tuple[int, int]]) -> str:
    """Some words, those that a verdict turns on in bold."""
    pieces = pieces_of(words, ((start, end) for start, end in sorted(marks) if words[start:end].strip()))
    return "".join(f"**{_plain(piece)}**" if marked else _inside(piece) for piece, marked in pieces).strip()


def _inside(words: str) -> str:
    """What stands between marks: its own gaps at both ends are kept."""
    if not words.strip():
        return " " * bool(words)
    return " " * words[0].isspace() + _plain(words) + " " * words[-1].isspace()


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(words))
