"""A report as a page: the draft on the left, the sources' words on the right, one file that runs nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from leadup.check import CONTRADICTIONS, Report
from leadup.output.address import web_address
from leadup.output.report.words import source_words, summary_words, verdict_words
from leadup.output.visible import visible

if TYPE_CHECKING:
    from jinja2 import Template


def to_report_page(report: Report, title: str = "Draft and sources") -> str:
    """The page. Everything from outside is escaped; no script, no network; its policy allows its own style alone."""
    style = files("leadup.output.report").joinpath("report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        report=report,
        title=visible(title),
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        summary=summary_words(report),
        verdict=verdict_words,
        source=source_words,
        address=web_address,
        marked=_marked,
        contradictions=CONTRADICTIONS,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("leadup.output.report", ".")
    made = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("report.html.j2")


def _marked(words: str, marks: tuple[tuple[int, int], ...]) -> Markup:
    made, at = Markup(""), 0
    for start, end in marks:
        made += escape(visible(words[at:start]))
        made += Markup("<mark>") + escape(visible(words[start:end])) + Markup("</mark>")
        at = end
    return made + escape(visible(words[at:]))
