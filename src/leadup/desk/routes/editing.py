"""Corrections and dossiers: every change is a form, and every form works without a script."""

from __future__ import annotations

from functools import partial
from typing import cast, get_args
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from leadup.corrections import words_in
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.questions import day_of, place_of, place_words, query_of, question_of
from leadup.desk.routes.common import desk_of, form_of, in_thread, page, text_in
from leadup.errors import BadCorrection
from leadup.model import Corrected, Correction, CorrectionKind, Question, Span
from leadup.output.days_in_words import day_words
from leadup.output.phrases import correction_words
from leadup.timeline.correcting import in_force, shows_place, still_stands


def question_in(form: FormData) -> Question:
    """The question that a form was sent about."""
    return question_of({name: values[0] for name, values in parse_qs(text_in(form, "ask")).items()})


async def correct(request: Request) -> Response:
    """Make a correction, and go back to the answer that shows it."""
    async with form_of(request) as form:
        question = question_in(form)
        fields = {name: text_in(form, name) for name in form}
    here = desk_of(request)
    await in_thread(partial(make_correction, here, question, fields))
    return RedirectResponse(f"/ask?{query_of(question)}", 303)


def make_correction(here: DeskArchive, question: Question, fields: dict[str, str]) -> Correction:
    """A correction as a form or a program's fields say it; raises BadCorrection where it cannot be made."""
    kind = fields.get("kind", "")
    if kind not in get_args(CorrectionKind) or kind == "undo":
        raise BadCorrection(f"no correction is of the kind {kind[:20]!r}", "Use a form of the desk")
    with here.archive() as archive:
        place = here.span(archive, *place_of(fields.get("place_at") or fields.get("place", "")))
        other = here.span(archive, *place_of(fields["other"])) if fields.get("other") else None
        words: Span | None = None
        if fields.get("words", "").strip():
            words = words_in(archive, fields["words"], _sources(here, question, place))
        elif fields.get("words_at"):
            words = here.span(archive, *place_of(fields["words_at"]))
        return here.corrections.make(
            archive,
            cast(CorrectionKind, kind),
            place,
            by=fields.get("by", ""),
            asked=question.target,
            day=day_of(fields, "day"),
            words=words,
            other=other,
            text=fields.get("text", ""),
        )


def _sources(here: DeskArchive, question: Question, place: Span) -> list[str]:
    """The articles in which words for an entry are looked for: its own first, then the rest of its evidence."""
    entry = next((e for e in here.answer(question).entries if shows_place(e, place)), None)
    others = [e.mention.span.article for e in entry.evidence] if entry else []
    return list(dict.fromkeys([place.article, *others]))


async def history(request: Request) -> Response:
    """All corrections, latest first, with what became of each."""
    said = request.query_params.get("said", "")
    rows = await in_thread(partial(_rows, desk_of(request)))
    return page(request, "corrections.html.j2", rows=rows, said=said[:200])


def _rows(here: DeskArchive) -> list[dict[str, object]]:
    made = here.corrections.all()
    stand = {c.id for c in in_force(made)}
    if not made:
        return []
    with here.archive() as archive:
        return [
            {
                "id": c.id,
                "line": correction_words(Corrected(c, "applied", "")),
                "when": f"{day_words(c.at.date())}, {c.at:%H:%M} UTC",
                "asked": c.asked,
                "article": c.place.article,
                "place": place_words(c.place),
                "undone": c.id not in stand,
                "gone": not still_stands(archive, c.place),
            }
            for c in reversed(made)
            if c.kind != "undo"
        ]


async def undo(request: Request) -> Response:
    """Take a correction back, or make one that was taken back again."""
    async with form_of(request) as form:
        here, id, by = desk_of(request), text_in(form, "id"), text_in(form, "by")
    await in_thread(partial(undo_correction, here, id, by))
    return RedirectResponse("/corrections", 303)


def undo_correction(here: DeskArchive, id: str, by: str) -> Correction:
    """Undo a correction; where it is undone already, undo that."""
    made = here.corrections.all()
    one = here.corrections.find(id)
    if one.id not in {c.id for c in in_force(made)}:
        undoing = [c for c in made if c.kind == "undo" and c.undoes == one.id]
        return here.corrections.undo(undoing[-1].id if undoing else one.id, by=by)
    return here.corrections.undo(one.id, by=by)


async def export(request: Request) -> Response:
    """The corrections as JSON lines."""
    data = await in_thread(desk_of(request).corrections.export)
    headers = {"content-disposition": 'attachment; filename="corrections.jsonl"'}
    return Response(data, media_type="application/jsonl", headers=headers)


async def import_corrections(request: Request) -> Response:
    """Add the corrections of a file."""
    async with form_of(request) as form:
        file = form.get("file")
        data = await file.read() if isinstance(file, UploadFile) else b""
    added = await in_thread(partial(desk_of(request).corrections.bring_in, data))
    return RedirectResponse("/corrections?" + urlencode({"said": f"{added} corrections were new"}), 303)
