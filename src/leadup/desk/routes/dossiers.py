"""Dossiers: answers that were kept, what is new in them, and two answers as of two days side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from leadup.desk.desk_archive import DeskArchive
from leadup.desk.news import NewsDesk
from leadup.desk.questions import day_of, number_of, place_words, query_of, question_of
from leadup.desk.routes.common import desk_of, form_of, in_thread, page, session_of, text_in
from leadup.desk.routes.editing import question_in
from leadup.desk.views.answer import answer_page
from leadup.desk.views.pages import for_session
from leadup.dossiers import Change, Dossier, News, diff, news_words
from leadup.errors import EmptyWindow, QuestionError, UnknownTarget
from leadup.model import Question, Timeline
from leadup.output.days_in_words import day_words
from leadup.output.phrases import count_words


async def dossier_rows(request: Request) -> tuple[list[dict[str, object]], bool]:
    """The dossiers as a list shows them, each with what is new since, and whether that is still being worked out."""
    here = desk_of(request)
    kept = await in_thread(here.dossiers.all)
    if not kept:
        return [], False
    news: NewsDesk = request.app.state.news
    known, pending = news.of(kept, await in_thread(here.stamp))
    today = dt.datetime.now(dt.UTC).date()
    return [_row(one, known.get((one.name, one.version)), today) for one in kept], pending


def _row(one: Dossier, new: dict[str, Any] | None, today: dt.date) -> dict[str, object]:
    news = None if new is None else News(one.name, one.version, one.at, new["new"], new["trouble"])
    return {
        "name": one.name,
        "query": urlencode({"name": one.name}),
        "entries": count_words(len(one.timeline.entries), "entry", "entries"),
        "by": one.by,
        "when": day_words(one.at.date()),
        "version": one.version,
        "asked": one.question.target,
        "news": "" if news is None else news.trouble or news_words(news, today),
        "is_new": bool(news and news.changes),
    }


async def dossiers(request: Request) -> Response:
    """What was kept."""
    rows, pending = await dossier_rows(request)
    return page(request, "dossiers.html.j2", dossiers=rows, pending=pending)


async def keep(request: Request) -> Response:
    """Save an answer as a dossier."""
    async with form_of(request) as form:
        question = question_in(form)
        here, name, by = desk_of(request), text_in(form, "name"), text_in(form, "by")

    def save() -> Dossier:
        return here.dossiers.save(name, here.answer(question), by=" ".join(by.split())[:80])

    kept = await in_thread(save)
    return RedirectResponse("/dossier?" + urlencode({"name": kept.name}), 303)


async def dossier(request: Request) -> Response:
    """A dossier and what is new since it was saved, entry by entry."""
    here, name = desk_of(request), request.query_params.get("name", "")

    def compared() -> tuple[Dossier, Timeline]:
        kept = here.dossiers.open(name)
        return kept, here.answer(kept.question)

    kept, now = await in_thread(compared)
    changes = diff(kept.timeline, now)
    query = query_of(kept.question)
    earlier = [
        (f"/kept?{urlencode({'name': kept.name, 'version': n})}", f"Saving {n}") for n in range(1, kept.version)
    ][-6:]
    return page(
        request,
        "changes.html.j2",
        kicker="Dossier",
        head=kept.name,
        line=f"Saved {day_words(kept.at.date())}{f' by {kept.by}' if kept.by else ''}, with "
        f"{len(kept.timeline.entries)} entries. {_count(changes)}.",
        links=[
            (f"/kept?{urlencode({'name': kept.name})}", "As it was saved"),
            (f"/ask?{query}", "As it is now"),
            *earlier,
        ],
        save={"ask": query, "name": kept.name} if changes else None,
        silent=[],
        changes=_shown(changes, query),
        was="as saved",
        now="now",
    )


async def as_saved(request: Request) -> Response:
    """The answer of a dossier as it was saved last, or with a ``version`` at that saving."""
    here, name = desk_of(request), request.query_params.get("name", "")
    version = number_of(request.query_params, "version", 0) or None
    kept = await in_thread(lambda: here.dossiers.open(name, version))
    made = await in_thread(lambda: answer_page(kept.timeline, (), whole=True, saved=saved_words(kept)))
    return HTMLResponse(for_session(made, session_of(request).csrf))


def saved_words(kept: Dossier) -> str:
    """ "As saved Nov. 3, 2026 by Ada"."""
    return f"{kept.name}, as saved {day_words(kept.at.date())}{f' by {kept.by}' if kept.by else ''}"


async def compare(request: Request) -> Response:
    """Two answers as of two days, side by side."""
    asked = dict(request.query_params)
    first, second = day_of(asked, "a"), day_of(asked, "b")
    here = desk_of(request)

    def both() -> tuple[Known, Known]:
        question = with_event_day(here, question_of({**asked, "as_of": ""}))
        return _known(here, replace(question, as_of=first)), _known(here, replace(question, as_of=second))

    (was, why_not), (now, why_not_now) = await in_thread(both)
    before, after = was.question, now.question
    changes = diff(was, now)
    names = [day_words(day) if day else "now" for day in (first, second)]
    return page(
        request,
        "changes.html.j2",
        kicker=f"What was known on {names[0]}, and {'on ' if second else ''}{names[1]}",
        head=was.question.target,
        line=f"{len(was.entries)} entries then, {len(now.entries)} later. {_count(changes)}.",
        links=[(f"/ask?{query_of(before)}", f"As known on {names[0]}"), (f"/ask?{query_of(after)}", names[1])],
        save=None,
        changes=_shown(changes, query_of(after)),
        was=names[0],
        now=names[1],
        silent=[f"On {name}: {why}." for name, why in zip(names, (why_not, why_not_now), strict=True) if why],
    )


Known = tuple[Timeline, str]
"""What was known, and why nothing was where nothing was."""


def with_event_day(here: DeskArchive, question: Question) -> Question:
    """The question with the event's day as it is known now: what was known before it is asked for that day, too."""
    if question.date is not None or question.first is not None:
        return question
    try:
        target = here.answer(question).target
    except QuestionError:
        return question
    return question if target is None else replace(question, date=target.day)


def _known(here: DeskArchive, question: Question) -> Known:
    try:
        return here.answer(question), ""
    except (EmptyWindow, UnknownTarget) as error:
        day = question.as_of or question.date or dt.date.today()
        return Timeline(question, None, day, day, ()), error.what


def _count(changes: Sequence[Change]) -> str:
    return f"{len(changes)} {'is' if len(changes) == 1 else 'are'} new or changed" if changes else "Nothing is new"


def _shown(changes: Sequence[Change], query: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for c in changes:
        entry = c.after or c.before
        assert entry is not None
        same = c.before is not None and c.after is not None and c.before.wording == c.after.wording
        rows.append(
            {
                "kind": c.kind,
                "day": day_words(entry.day),
                "before": c.before.wording.exact if c.before and not same else "",
                "after": c.after.wording.exact if c.after else "",
                "what": c.what,
                "check": f"/entry?{query}&place={place_words(c.after.wording)}" if c.after else "",
            }
        )
    return rows
