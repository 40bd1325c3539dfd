"""A retelling as it is shown: each sentence with its verdict and sources, contradicted ones struck; in four forms."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any, Final

import msgspec
from rich.console import Console
from rich.text import Text

from leadup.check import Finding, Retelling
from leadup.check.report import BORNE_OUT_OR_DISPUTED
from leadup.model import Timeline
from leadup.output.address import web_address
from leadup.output.markdown import escaped
from leadup.output.page.page import extended_page
from leadup.output.report.words import source_words, summary_words, verdict_words
from leadup.output.terminal import marked
from leadup.output.visible import one_line
from leadup.output.writer import write, writer_named

_SHOWN: Final = 2


def write_retelling(timeline: Timeline, retelling: Retelling, name: str) -> bytes:
    """The timeline in the format of this name with the retelling in it.

    The page, Markdown, JSON and text hold it; a format made for another program is the timeline alone.
    Raises :class:`~leadup.errors.UnknownOutput` where there is no such format.
    """
    name = writer_named(name).name
    if name == "html":
        return _page(timeline, retelling).encode()
    plain = write(timeline, name)
    if name == "markdown":
        head, blank, rest = plain.decode().partition("\n\n")
        return f"{head}{blank}{to_retelling_markdown(retelling)}\n{rest}".encode()
    if name == "json":
        held = {**json.loads(plain), "retelling": retelling_parts(retelling)}
        return json.dumps(held, ensure_ascii=False, indent=2).encode() + b"\n"
    if name == "text":
        return plain + _text(retelling).encode()
    return plain


def retelling_parts(retelling: Retelling) -> dict[str, Any]:
    """The retelling as plain values: who wrote it, what is left of it, and the report with every finding."""
    return {
        "teller": retelling.teller,
        "contradicted": retelling.contradicted,
        "kept": retelling.kept,
        "report": msgspec.to_builtins(retelling.report),
    }


def render_retelling(retelling: Retelling, screen: Console) -> None:
    """Print it: each sentence, struck where a source contradicts it, its verdict and the sources' words below."""
    screen.print()
    screen.print(Text(_heading(retelling), style="bold"), soft_wrap=True)
    for words, finding in retelling.pieces():
        struck = finding is not None and finding.contradicts
        line = marked(words, (), "")
        line.stylize("red strike" if struck else "" if _is_borne(finding) else "italic")
        screen.print(Text("✗ " if struck else "").append_text(line), soft_wrap=True)
        if finding is None:
            continue
        screen.print(Text(f"  {verdict_words(finding)}", style="bold red" if struck else "dim"), soft_wrap=True)
        for witness in finding.witnesses[:_SHOWN]:
            said = Text("    “").append_text(marked(witness.span.exact, witness.marks, "bold yellow"))
            screen.print(said.append(f"” — {source_words(witness)}"), soft_wrap=True)
    screen.print(_summary(retelling), soft_wrap=True)


def to_retelling_markdown(retelling: Retelling) -> str:
    """The paragraph, contradicted sentences struck, then each sentence's verdict with its sources."""
    said, notes, number = [], [], 0
    for words, finding in retelling.pieces():
        if finding is None:
            said.append(escaped(words))
            continue
        number += 1
        plain = escaped(words)
        plain = f"~~{plain}~~" if finding.contradicts else plain if _is_borne(finding) else f"*{plain}*"
        said.append(f"{plain} ({number})")
        notes.append(f"{number}. **{escaped(verdict_words(finding))}**")
        for witness in finding.witnesses[:_SHOWN]:
            url = web_address(witness.url)
            place = f"[{escaped(source_words(witness))}](<{url}>)" if url else escaped(source_words(witness))
            notes.append(f"    - “{escaped(witness.span.exact)}” — {place}")
    heading = f"## {escaped(_heading(retelling))}"
    return "\n".join([heading, "", " ".join(said), "", escaped(_summary(retelling)), "", *notes, ""])


def _page(timeline: Timeline, retelling: Retelling) -> str:
    style = files("leadup.output.report").joinpath("retelling.css").read_text(encoding="utf-8").strip()
    pieces = list(retelling.pieces())
    numbers, at = [], 0
    for _, finding in pieces:
        at += finding is not None
        numbers.append(at)
    return extended_page(
        timeline, "leadup.output.report", "retelling.html.j2", style,
        retelling=retelling, pieces=pieces, numbers=numbers, borne=BORNE_OUT_OR_DISPUTED, verdict=verdict_words,
        source=source_words, address=web_address, retold_summary=_summary(retelling),
    )  # fmt: skip


def _text(retelling: Retelling) -> str:
    page = io.StringIO()
    render_retelling(retelling, Console(file=page, width=100, color_system=None, force_terminal=False))
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def _heading(retelling: Retelling) -> str:
    return one_line(f"Written by {retelling.teller}, each sentence put to the sources")


def _is_borne(finding: Finding | None) -> bool:
    return finding is not None and finding.kind in BORNE_OUT_OR_DISPUTED


def _summary(retelling: Retelling) -> str:
    return f"{summary_words(retelling.report).capitalize()}."
