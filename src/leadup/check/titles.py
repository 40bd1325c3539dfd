"""Titles before names: "Senator" of "Senator Varo" names nobody, and two senators are not one."""

from __future__ import annotations

from functools import cache

from leadup.check.wording import WORD, stem_of
from leadup.reading.names.lexicon import Is, lexicon


def titles_in(words: str, language: str) -> frozenset[str]:
    """The stems of all that stands in some words as a title before a name, and nowhere else."""
    every = list(WORD.finditer(words))
    forms = [m.group() for m in every]
    found: set[int] = set()
    for at, form in enumerate(forms[:-1]):
        if (
            not _is_title(form, language)
            or not _names(forms[at + 1], language)
            or not _joined(words, every[at].end(), every[at + 1].start())
        ):
            continue
        first = at
        while (
            first
            and _may_join(forms[first - 1], language)
            and _joined(words, every[first - 1].end(), every[first].start())
        ):
            first -= 1
        found.update(range(first, at + 1))
    titles = frozenset(stem_of(forms[k], language) for k in found)
    return titles - {stem_of(form, language) for k, form in enumerate(forms) if k not in found and form[:1].isupper()}


def _names(form: str, language: str) -> bool:
    """Whether a word may be the name behind a title."""
    return form[:1].isupper() and not _may_join(form, language) and not lexicon(language).words.get(form, 0) & Is.ORG


def _joined(words: str, end: int, start: int) -> bool:
    return words[end:start].strip(" .\u00a0") == ""


def _is_title(form: str, language: str) -> bool:
    return form[:1].isupper() and form.rstrip(".") in _titles(language)


def _may_join(form: str, language: str) -> bool:
    return form[:1].isupper() and (
        _is_title(form, language) or bool(lexicon(language).words.get(form, 0) & Is.TITLE_WORD)
    )


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(form.rstrip(".") for form in lexicon(language).title_kinds)
