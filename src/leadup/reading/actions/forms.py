"""From a word as it stands to the lexicon's spelling of its lemma."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from leadup.lang import table
from leadup.reading.actions.lexicon import lexicon

_WORDS: dict[str, Any] = table("actions")["forms"]
_PAST_ENDINGS: tuple[str, ...] = tuple(_WORDS["past_endings"])

_IRREGULAR: Final[dict[str, str]] = {past: verb for verb, pasts in _WORDS["irregular"].items() for past in pasts}
_SPELLINGS: Final[tuple[tuple[str, str], ...]] = tuple((british, american) for british, american in _WORDS["spellings"])


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """The lexicon's words that this word (in small letters) may be a form of, likeliest first; () where none."""
    known = lexicon().vocabulary
    spellings = [word]
    spellings += [word[: -len(end)] + other for end, other in _SPELLINGS if word.endswith(end) and len(word) > 4]
    found = dict.fromkeys(c for s in spellings for c in _candidates(s) if c in known)
    return tuple(found)


def _candidates(w: str) -> list[str]:
    out = [w]
    if w in _IRREGULAR:
        out.append(_IRREGULAR[w])
    if w.endswith("ies"):
        out.append(w[:-3] + "y")
    elif w.endswith("es"):
        out += [w[:-1], w[:-2]]
    elif w.endswith("s") and not w.endswith("ss"):
        out.append(w[:-1])
    elif w.endswith("ied"):
        out.append(w[:-3] + "y")
    elif w.endswith(_PAST_ENDINGS):
        stem = w[:-2] if w.endswith("ed") else w[:-3]
        out += [stem + "e", stem]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            out.append(stem[:-1])
    return out
