"""An answer as the desk shows it."""

from __future__ import annotations

from dataclasses import replace

from leadup.desk.questions import place_words, query_of
from leadup.desk.views.days import DayBar
from leadup.desk.views.pages import render
from leadup.model import Timeline
from leadup.output import WRITERS
from leadup.output.page import page_parts
from leadup.output.phrases import correction_words


def answer_page(timeline: Timeline, bars: tuple[DayBar, ...], *, whole: bool, saved: str = "") -> str:
    """An answer on the desk: the published page's own template, with tools.

    ``whole`` is the page from its beginning, else what follows the part that was sent before the answer was known.
    ``saved`` says which saving of a dossier it is, where it is one.
    """
    if timeline.target is not None:
        # The terminal's option is a field here.
        how = timeline.target.how.replace("with --date", "under Days")
        timeline = replace(timeline, target=replace(timeline.target, how=how))
    parts = page_parts(timeline)
    anchors = parts["content"].anchors
    edits: dict[str, list[str]] = {}
    for corrected in timeline.corrections:
        if corrected.entry in anchors:
            edits.setdefault(anchors[corrected.entry], []).append(correction_words(corrected))
    return render(
        "answer.html.j2",
        whole=whole,
        question=timeline.question,
        query=query_of(timeline.question),
        places={anchors[e.id]: place_words(e.wording) for e in timeline.entries},
        edits=edits,
        bars=bars,
        saved=saved,
        asked=timeline.question.date or (timeline.target.day if timeline.target else None),
        gone=[correction_words(c) for c in timeline.corrections if c.state == "gone"],
        writers=list(WRITERS.values()),
        **parts,
    )
