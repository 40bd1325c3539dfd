"""A draft put to the archive: pasted, and given back with the sources beside it, as `leadup check --html` writes it."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from leadup.answering import check_draft
from leadup.check import draft_from_text
from leadup.desk.questions import day_of
from leadup.desk.routes.common import desk_of, form_of, in_thread, page, text_in
from leadup.errors import EmptyDraft
from leadup.model.question import LONGEST_ASKED
from leadup.output.report import report_policy, to_report_page

LONGEST_ABOUT: Final = LONGEST_ASKED


async def check_page(request: Request) -> Response:
    """The form."""
    return page(request, "check.html.j2")


async def check(request: Request) -> Response:
    """The page of a report on what was sent; nothing of it is kept."""
    async with form_of(request) as form:
        text, about = text_in(form, "draft"), text_in(form, "about").strip()[:LONGEST_ABOUT]
        date = day_of({"date": text_in(form, "date")}, "date")
    draft = draft_from_text(text, date)
    if not draft.statements:
        raise EmptyDraft("the draft")
    folder = desk_of(request).path
    report = await in_thread(lambda: check_draft(draft, folder, about=about or None))
    made = to_report_page(report, draft.title or about or "Draft and sources")
    return HTMLResponse(made, headers={"content-security-policy": f"{report_policy()}; frame-ancestors 'none'"})
