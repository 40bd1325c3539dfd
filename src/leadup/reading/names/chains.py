"""Chains of capitalised words: the only places where a name can stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from leadup.lang import any_of, kept_table
from leadup.lang.abbreviations import in_names
from leadup.lang.wordforms import word_endings
from leadup.reading.names.grammar import name_grammar


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("names", language)["chains"]
        tail = (
            rf"[^\W_]*(?:(?:[-‑&+]|['’ʼ‘](?!{words['contracted']}))[^\W_]+)*"
            + rf"(?:{word_endings(language).owner}(?= [{_UPPER}]))?"
        )
        # Most words first: without it each is tried for a short form, initials and a prefix.
        word = (
            rf"(?:[A-Z][a-z]++(?=[ ,])|(?:{in_names(language)})\."
            rf"|(?:[{_UPPER}]\.){{2,}}(?:[{_UPPER}](?![^\W_]))?|[{_UPPER}]\.(?=[ {_UPPER}])"
            rf"|(?:(?:{words['joined']})[-'’‘ʻ])?[{_UPPER}]{tail})"
        )
        links = any_of(sorted(name_grammar(language).links))
        # No link is in capitals: a word that is goes on with the chain without being tried for one.
        linked = rf"[ \u00a0](?:(?![A-Z])(?:(?:{links})[ \u00a0]){{1,2}})?{word}"
        self.chain = re.compile(rf"(?<![^\W_]){word}(?:{linked}){{0,{_LONGEST}}}")
        # What stands before the capital where a chain begins with a prefix in small letters ("al-Hadi", "d'Arc").
        self.prefix = re.compile(rf"(?<![^\W_])(?:{words['joined']})[-'’‘ʻ]\Z")
        self.function = name_grammar(language).function


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_UPPER = "".join(re.escape(chr(code)) for code in range(0x2000) if unicodedata.category(chr(code)) in ("Lu", "Lt"))
_LONGEST = 100
"""No name has so many words: a longer chain is a text in capitals, read in pieces so that it takes linear time."""

_MAY_BEGIN = re.compile(rf"[{_UPPER}](?<![^\W_].)")
_HYPHENS = frozenset("-'’‘ʻ")
_LONGEST_PREFIX = 5
OPENERS = "\"'“‘«`([{ \u00a0\t"
_LONGEST_HEADLINE = 180
ENDERS = ".!?:;…\n\r•*|—–-"


class Chain(NamedTuple):
    """A chain: its words, and the code point of the text where they start.

    ``opens`` says whether it opens a sentence, ``headline`` whether its line is written as a headline.
    """

    words: str
    start: int
    opens: bool
    headline: bool


def chains(text: str, language: str) -> Iterator[Chain]:
    """The chains of a text, in order, but for single words of grammar. Linear in its length."""
    forms = _forms(language)
    line_end = -1
    headline = False
    at = 0
    while begin := _MAY_BEGIN.search(text, at):
        start = begin.start()
        if start > at and text[start - 1] in _HYPHENS:
            prefix = forms.prefix.search(text, max(at, start - _LONGEST_PREFIX), start)
            start = start if prefix is None else prefix.start()
        match = forms.chain.match(text, start)
        if match is None:
            at = begin.end()
            continue
        at = match.end()
        chunk = match.group()
        if chunk in forms.function:
            continue
        before = start
        while before > 0 and text[before - 1] in OPENERS:
            before -= 1
        opens = before == 0 or text[before - 1] in ENDERS
        if start >= line_end:
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            headline = is_headline(text[text.rfind("\n", 0, start) + 1 : line_end])
        yield Chain(chunk.replace("\u00a0", " "), start, opens, headline)


def is_headline(line: str) -> bool:
    """Whether a line is written with a capital on nearly every word, so that a capital says little in it."""
    if len(line) > _LONGEST_HEADLINE:
        return False
    words = line.split()
    if len(words) <= 3:
        return False
    small = capital = 0
    for word in words:
        if word[0].isupper():
            capital += 1
        elif len(word) > 3 and word[0].islower():
            small += 1
            if small * 8 > len(words):
                # Nearly every line is none, and says so in its first words.
                return False
    return capital * 5 >= len(words) * 3
