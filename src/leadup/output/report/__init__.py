"""A report on a draft, as a person or a program reads it: terminal, page, Markdown, JSON."""

from leadup.output.report.jsonreport import from_report_json, report_schema, to_report_json
from leadup.output.report.markdown import to_report_markdown
from leadup.output.report.page import report_policy, to_report_page
from leadup.output.report.retelling import render_retelling, retelling_parts, to_retelling_markdown, write_retelling
from leadup.output.report.terminal import render_report

__all__ = [
    "from_report_json",
    "render_report",
    "render_retelling",
    "report_policy",
    "report_schema",
    "retelling_parts",
    "to_report_json",
    "to_report_markdown",
    "to_report_page",
    "to_retelling_markdown",
    "write_retelling",
]
