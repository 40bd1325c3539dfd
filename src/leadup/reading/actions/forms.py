"""From a word as it stands to the lexicon's spelling of its lemma."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.lang.wordforms import cut, word_endings
from leadup.reading.actions.lexicon import lexicon


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("actions", language)["forms"]
        self.irregular: Final[dict[str, str]] = {
            past: verb for verb, pasts in words["irregular"].items() for past in pasts
        }
        self.spellings: Final[tuple[tuple[str, str], ...]] = tuple(
            (british, american) for british, american in words["spellings"]
        )
        self.past = word_endings(language).past
        self.gerund = word_endings(language).gerund


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The lexicon's words that this word (in small letters) may be a form of, likeliest first; () where none."""
    forms = _forms(language)
    known = lexicon(language).vocabulary
    spellings = [word]
    spellings += [word[: -len(end)] + other for end, other in forms.spellings if word.endswith(end) and len(word) > 4]
    lemmas = dict.fromkeys(c for s in spellings for c in _candidates(s, forms) if c in known)
    return tuple(lemmas)


def _candidates(w: str, forms: _Forms) -> list[str]:
    out = [w]
    if w in forms.irregular:
        out.append(forms.irregular[w])
    cuts = cut("deed", w, forms.language)
    out += cuts
    stem = cuts[-1] if cuts and w.endswith((*forms.past, *forms.gerund)) else ""
    if len(stem) > 2 and stem[-1] == stem[-2]:
        out.append(stem[:-1])
    return out
