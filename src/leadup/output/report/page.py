"""A report as a page: the draft on the left, the sources' words on the right, one file that runs nothing."""

from __future__ import annotations

from importlib.resources import files

from leadup.check import Report
from leadup.output.address import web_address
from leadup.output.page.page import digest, page_environment
from leadup.output.report.words import is_hint, missing_source_words, source_words, summary_words, verdict_words
from leadup.output.visible import pieces_of


def report_policy() -> str:
    """What a browser may do with the page: its own style, and nothing else."""
    return f"default-src 'none'; style-src {digest(_style())}; base-uri 'none'; form-action 'none'"


def _style() -> str:
    return files("leadup.output.report").joinpath("report.css").read_text(encoding="utf-8")


def to_report_page(report: Report, title: str = "Draft and sources") -> str:
    """The page. Everything from outside is escaped; no script, no network; its policy allows its own style alone."""
    return (
        page_environment("leadup.output.report")
        .get_template("report.html.j2")
        .render(
            report=report,
            title=title,
            style=_style(),
            policy=report_policy(),
            summary=summary_words(report),
            verdict=verdict_words,
            source=source_words,
            missing_source=missing_source_words,
            address=web_address,
            pieces=pieces_of,
            is_hint=is_hint,
        )
    )
