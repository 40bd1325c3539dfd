"""What to say of an event that the articles do not tell of: what comes nearest, and which names are spelt otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.errors import UnknownTarget
from leadup.model import Question
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked, Slot
from leadup.timeline.target.matching import Match, Matcher

LONGEST = 140
"""Code points of what is quoted as nearest."""
LOOSE = 0.3
"""What comes nearest holds at least this share of the event."""


def unknown(question: Question, asked: Asked, pool: Pool, matches: Sequence[Match]) -> UnknownTarget:
    """The error that says so. ``matches`` are what was found and held too little, or not to have happened."""
    spoken = _spoken(asked, pool)
    names = [s.asked for s in asked.slots if s.is_name and s in spoken]
    unnamed = [s.asked for s in asked.slots if s.is_name and s not in spoken]
    deeds = [s.asked for s in asked.slots if s.kind == "deed"]
    what = f"nothing in the archive tells of {question.target!r}"
    if unnamed:
        what += f": it does not name {_listed(unnamed)}"
    elif names and deeds:
        what += f": it speaks of {_listed(names)}, but of no {deeds[0]!r} there as something that happened"
    near = _nearest(asked, pool, matches)
    do = "Use other words for it, add articles that tell of it, or give its day with --date"
    suggestions = tuple(dict.fromkeys(o for s in asked.slots for o in _otherwise(s)))
    if suggestions:
        do = f"Did you mean {' or '.join(suggestions)}? {do}"
    if near:
        what += f"; nearest: {near}"
    return UnknownTarget(what, do, nearest=near, suggestions=suggestions)


def _spoken(asked: Asked, pool: Pool) -> list[Slot]:
    """The slots that any of the articles speaks of."""
    texts = [f"{a.title or ''} {a.text}".casefold() for a in pool.articles]
    return [s for s in asked.slots if any(p[0] in t for t in texts for p in s.means)]


def _nearest(asked: Asked, pool: Pool, matches: Sequence[Match]) -> str:
    found = matches or Matcher(asked, least=LOOSE, needed=False).matches(pool)
    best = max(found, key=lambda m: (m.share, m.is_title, m.real, -m.article), default=None)
    if best is None:
        return ""
    article = pool.articles[best.article]
    if best.is_title:
        words = article.title or ""
    else:
        sentence = article.reading.sentences[best.sentence]
        words = " ".join(article.text[sentence.start : sentence.end].split())
    words = words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + "…"
    return f"“{words}” ({article.published or 'undated'})"


def _otherwise(slot: Slot) -> list[str]:
    return [w.capitalize() for w in slot.spelt]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(repr(w) for w in words)
