"""The page put together: content, template, style and script into one file that carries its own security policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from leadup.model import Timeline
from leadup.output.days_in_words import day_words, with_day_words
from leadup.output.page.content import content_of
from leadup.output.page.curve import curves_of
from leadup.output.page.pairs import matrix_of
from leadup.output.page.reactions import reactions_of, tally_of
from leadup.output.page.volume_chart import volume_bars
from leadup.output.phrases import (
    correction_words,
    count_words,
    guess_words,
    has_event,
    headline_words,
    reach_words,
    summary_words,
    title_words,
    unread_words,
    unstated_words,
)
from leadup.output.provenance import made_rows
from leadup.output.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

LARGEST: Final = 400_000
"""Bytes that a page should stay under: paragraphs are cut around their sentences until it does."""
REACHES: Final = (1_200, 500, 240, 100, 0)
"""Code points of a paragraph kept on each side of a sentence, the first that fits."""


def to_page(timeline: Timeline) -> str:
    """The page of ``timeline``: one HTML file, no network, the same bytes for equal timelines.

    Everything that comes from outside is escaped, controls are shown as signs, only http and https addresses become
    links, and the page's Content-Security-Policy allows its own style and script by their hashes and nothing else.
    """
    style, script = page_asset("page.css"), page_asset("page.js")
    return _within(timeline, "page.html.j2", {"style": style, "script": script, "policy": _policy(style, script)})


def extended_page(timeline: Timeline, package: str, template: str, style: str, **more: object) -> str:
    """The page by a template of a package's that extends ``page.html.j2``, with ``style`` after the page's own."""
    style, script = f"{page_asset('page.css')}\n{style}", page_asset("page.js")
    head = {"style": style, "script": script, "policy": _policy(style, script)}
    return _within(timeline, template, {**head, **more}, package)


def to_fragment(timeline: Timeline) -> str:
    """The timeline as a piece of HTML for a notebook: entries and evidence, no script, style scoped to itself."""
    return _within(timeline, "fragment.html.j2", {})


def to_embed(timeline: Timeline) -> str:
    """The timeline as a box to paste into an article: no script, no frame, as tall as what it says.

    It stands in a declarative shadow root (the HTML standard's ``shadowrootmode``), so that neither its style nor the
    page's reaches the other; where a browser or a content system drops that, a plain table is left.
    """
    return _within(timeline, "embed.html.j2", {"style": page_asset("embed.css")})


def _within(timeline: Timeline, name: str, more: dict[str, Any], *packages: str) -> str:
    made = ""
    for reach in REACHES:
        made = page_environment(*packages).get_template(name).render(**page_parts(timeline, reach), **more)
        if len(made.encode()) < LARGEST:
            break
    return made


def page_parts(timeline: Timeline, reach: int = REACHES[0]) -> dict[str, Any]:
    """What the template of the page is given of a timeline, by name; for those who extend it (the desk)."""
    content = content_of(timeline, reach)
    return {
        "unread": unread_words(timeline.unread),
        "reach": reach_words(timeline),
        "timeline": timeline,
        "content": content,
        "title": title_words(timeline),
        "headline": headline_words(timeline),
        "kicker": "The days leading up to" if has_event(timeline) else "Day by day",
        "summary": summary_words(timeline),
        "unstated": unstated_words(timeline),
        "target_how": with_day_words(timeline.target.how) if timeline.target else None,
        "guess": guess_words(timeline),
        "target_day": day_words(timeline.target.day, weekday=True) if timeline.target else None,
        "strip": volume_bars(timeline),
        "matrix": matrix_of(timeline, content.actor_key),
        "curves": curves_of(timeline, content.anchors),
        "reactions": reactions_of(timeline, content.anchors),
        "tally": tally_of(timeline),
        "shortened": reach < REACHES[0],
        "entries": count_words(len(timeline.entries), "entry", "entries"),
        "corrections": [correction_words(c) for c in timeline.corrections],
        "made": made_rows(timeline.provenance),
    }


def _policy(style: str, script: str) -> str:
    """The page's own policy: nothing from anywhere but the style and script it carries."""
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """A style or script as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def page_asset(name: str) -> str:
    """The text of a file of the page: ``page.css``, ``page.js``."""
    return files("leadup.output.page").joinpath(name).read_text("utf-8").strip()


@cache
def page_environment(*packages: str) -> Environment:
    """Where templates come from: those of the page, and of other packages (their ``templates`` folder) before it.

    All that is shown is escaped, and its controls are shown as signs.
    """
    from jinja2 import ChoiceLoader, Environment, FunctionLoader, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, finalize=shown,
        loader=ChoiceLoader([*(PackageLoader(p) for p in packages), FunctionLoader(_source)]), auto_reload=False,
    )  # fmt: skip
    environment.filters["asset"] = Markup
    return environment


def _source(name: str) -> str | None:
    file = files("leadup.output.page").joinpath(name)
    return file.read_text("utf-8") if name.endswith(".j2") and file.is_file() else None
