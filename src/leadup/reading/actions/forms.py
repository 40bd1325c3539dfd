"""From a word as it stands to the lexicon's spelling of its lemma."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from leadup.lang import table
from leadup.lang.wordforms import GERUND, PAST, cut
from leadup.reading.actions.lexicon import lexicon

_WORDS: dict[str, Any] = table("actions")["forms"]

_IRREGULAR: Final[dict[str, str]] = {past: verb for verb, pasts in _WORDS["irregular"].items() for past in pasts}
_SPELLINGS: Final[tuple[tuple[str, str], ...]] = tuple((british, american) for british, american in _WORDS["spellings"])


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """The lexicon's words that this word (in small letters) may be a form of, likeliest first; () where none."""
    known = lexicon().vocabulary
    spellings = [word]
    spellings += [word[: -len(end)] + other for end, other in _SPELLINGS if word.endswith(end) and len(word) > 4]
    lemmas = dict.fromkeys(c for s in spellings for c in _candidates(s) if c in known)
    return tuple(lemmas)


def _candidates(w: str) -> list[str]:
    out = [w]
    if w in _IRREGULAR:
        out.append(_IRREGULAR[w])
    cuts = cut("deed", w)
    out += cuts
    stem = cuts[-1] if cuts and w.endswith((*PAST, *GERUND)) else ""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        out.append(stem[:-1])
    return out
