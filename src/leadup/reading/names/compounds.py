"""Cuts words that hold a name and more: possessives ("Iran's") and compounds ("Iran-backed", "Russia-Ukraine")."""

from __future__ import annotations

from functools import cache

from leadup.lang.wordforms import word_endings
from leadup.reading.names.grammar import name_grammar
from leadup.reading.names.lexicon import Is, Lexicon

_COMMON = int(Is.COMMON)
_NO_OWNER = int(Is.GIVEN | Is.ORG)
_PERSONAL = int(Is.GIVEN | Is.FAMILY)


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.possessive = word_endings(language).possessive
        self.suffixes = name_grammar(language).suffixes
        self.prefixes = name_grammar(language).prefixes


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def cut_compounds(words: list[str], lexicon: Lexicon, language: str) -> tuple[list[str], list[int]]:
    """The words of a chain, cut, and where each starts in it; an empty word marks where one name cannot go on into the
    next."""
    forms = _forms(language)
    cut: list[str] = []
    starts: list[int] = []
    start = 0
    for word in words:
        for piece, offset in _pieces(word, lexicon, forms):
            cut.append(piece)
            starts.append(start + offset)
        start += len(word) + 1
    return cut, starts


def _pieces(word: str, lexicon: Lexicon, forms: _Forms) -> list[tuple[str, int]]:
    if word[-2:] in forms.possessive:
        base = word[:-2]
        flag = lexicon.words.get(base, 0)
        if flag & _COMMON and not flag & _NO_OWNER and base not in lexicon.phrases:
            return [(word, 0)]
        return [*_pieces(base, lexicon, forms), ("", len(base))]
    if "-" not in word or word in lexicon.phrases or word in lexicon.words:
        return [(word, 0)]
    parts = word.split("-")
    if all(part[:1].islower() for part in parts[1:]):
        if parts[-1] in forms.suffixes or _is_sure(parts[0], lexicon):
            return [(parts[0], 0), ("", len(parts[0]))]
        return [(word, 0)]
    if parts[0] in ("Anti", "Pro", "Non", "Pre", "Post", "Ex", "Mid") and _is_sure(parts[-1], lexicon):
        return [("", 0), (parts[-1], len(word) - len(parts[-1]))]
    if parts[0] not in forms.prefixes and all(part[:1].isupper() and len(part) > 1 for part in parts):
        beyond_doubt = [_is_sure(part, lexicon) for part in parts]
        if beyond_doubt[0] or (beyond_doubt[-1] and not lexicon.words.get(parts[0], 0) & _PERSONAL):
            pieces: list[tuple[str, int]] = []
            offset = 0
            for part in parts:
                pieces += [(part, offset), ("", offset + len(part))]
                offset += len(part) + 1
            return pieces
    return [(word, 0)]


def _is_sure(part: str, lexicon: Lexicon) -> bool:
    """Whether a part is the name of a large place, a people or a known body, and of no person."""
    known = lexicon.phrases.get(part)
    return (
        known is not None
        and known.size in (0, 3)
        and (known.actor == "state" or not lexicon.words.get(part, 0) & _PERSONAL)
    )
