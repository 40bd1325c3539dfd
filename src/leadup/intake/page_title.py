"""The headline of a news page: what it says of itself, and what it shows, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadup.address import host_of
from leadup.intake.extract import squeeze
from leadup.intake.marks import key
from leadup.intake.structured import Structured
from leadup.lang.outlets import is_opinion, outlets

SHORTEST_TITLE = 6

SHORTEST_HEADLINE = 25
"""A heading alone is taken for the headline, against what the page says of itself, only from so many code points on."""

LONGEST_SECTION = 30
"""A section's name before a headline ("Opinion | …") is no longer than this (code points)."""

_SECTION = re.compile(r"\s[|–—·•»]\s$")

_SITE_BEFORE = re.compile(r"(?:\s(?:[|–—·•»]|-|::)|:)\s$")

_SITE = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+")


def title_of(heads: Sequence[str], data: Structured, page_title: str | None, names: frozenset[str]) -> str | None:
    """The headline, without the outlet and the section that pages write before or after it.

    It is what the structured data says, as the ``h1`` shows it where that is the same without the site's name, or whole
    where the data cut it short. A name that is only the outlet's is no headline.
    """
    heads = [h for h in heads if 3 <= len(h) <= 300 and key(h) not in names]
    if (shown := _shown_over_searched(heads, data, page_title, names)) is not None:
        return shown
    for said in data.titles:
        title = squeeze(said)
        if key(title) in names:
            continue
        return _as_shown(title, heads) or _without_sections(
            without_site(title, names, data.meta.get("article:section"))
        )
    if heads:
        return heads[0]
    text = squeeze(page_title or "")
    return _without_sections(without_site(text, names, data.meta.get("article:section"))) if text else None


def heading_in_title(heads: Sequence[str], page_title: str | None) -> str | None:
    """The heading that the browser's title holds beside the site's name, where nothing else names the headline: the
    site's own name may be a first heading too."""
    title = squeeze(page_title or "")
    found = [
        head
        for head in heads
        if len(head) >= SHORTEST_HEADLINE
        and (
            (title.startswith(head) and _SITE.match(title, len(head)))
            or (title.endswith(head) and _SITE_BEFORE.search(title[: -len(head)]))
        )
    ]
    return max(found, key=len, default=None)


def _shown_over_searched(
    heads: Sequence[str], data: Structured, page_title: str | None, names: frozenset[str]
) -> str | None:
    """The headline that readers see, where the JSON-LD names only what the browser's title says and the page and its
    shared title say otherwise: a line written for search engines. None where these do not differ so.

    Of the 89 development pages six are such; gold has the shown headline for five.
    """
    if len(data.titles) < 2:
        return None
    machine, shared = (key(without_site(squeeze(title), names)) for title in data.titles[:2])
    if machine == shared or machine != key(without_site(squeeze(page_title or ""), names)):
        return None
    plain = [key(head) for head in heads]
    if shared in plain:
        return heads[plain.index(shared)]
    if any(machine in head for head in plain):
        return None
    return next((head for head in heads if len(head) >= SHORTEST_HEADLINE), None)


def _as_shown(title: str, heads: Sequence[str]) -> str | None:
    """The heading on the page that a title is, but for what stands around it or was cut off."""
    cut = title.rstrip(" .…") if title.endswith(("…", "...")) else ""
    for head in heads:
        if len(cut) > 30 and len(head) > len(cut) and head.startswith(cut):
            return head
        if len(head) <= 10 or len(head) >= len(title):
            continue
        if title.startswith(head) and _SITE.match(title, len(head)):
            return head
        before = title[: -len(head)]
        if title.endswith(head) and len(before) <= LONGEST_SECTION and _SECTION.search(before):
            if is_opinion(None, None, title):
                # The only place where it may be said.
                return title
            return head
    return None


def site_names(data: Structured, url: str | None) -> frozenset[str]:
    """What the outlet may be called in a title, letters only: its names, its address and the parts of that."""
    server = host_of(data.url or url)
    labels = [label for label in server.split(".")[:-1] if len(label) >= 3]
    listed = outlets().of_host(server) if server else None
    names = [data.outlet, data.meta.get("og:site_name"), data.meta.get("application-name"), server, listed, *labels]
    plain = {key(form) for name in names if name for form in (name, name.removeprefix("The "))}
    return frozenset(plain - {""})


def without_site(title: str, names: frozenset[str], section: str | None = None) -> str:
    """A title without the outlet's name at its end or head ("Fire at the port | The Example", "The Example: Fire …"),
    and without the section that stands beside it."""
    parts = list(_SITE.finditer(title))
    if not parts:
        return title
    left = title
    first, last = title[: parts[0].start()], title[parts[-1].end() :]
    beside = key(section or "") or None
    if key(last) in names or outlets().of_name(last):
        left = title[: parts.pop().start()]
        if parts and key(left[parts[-1].end() :]) == beside:
            left = left[: parts[-1].start()]
    elif key(first) in names or (key(first) == beside and not is_opinion(None, None, title)):
        left = title[parts[0].end() :]
    return left if len(left) >= SHORTEST_TITLE else title


def _without_sections(title: str) -> str:
    """A title of several parts between bars ("News | Labour | Dock workers walk out") without those that are no more
    than the names of sections."""
    parts = [part.strip() for part in title.split(" | ")]
    long = [part for part in parts if len(part) > LONGEST_SECTION]
    return long[0] if len(parts) > 2 and len(long) == 1 else title
