"""Text from outside made safe to look at: nothing in it moves a cursor, hides or turns the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ISOLATE: Final = re.compile("[\u2066-\u2068]")
_POP: Final = "\u2069"
_BREAKS: Final = re.compile(r"[\t\n\r\x0b\x0c\u0085\u2028\u2029]+")


def visible(text: str) -> str:
    """``text`` with every control character shown as a sign, and tabs and line ends kept.

    C0 controls become their pictures (``ESC`` is ``␛``), so that a terminal does not obey them and XML can hold them;
    bidirectional *overrides* and embeddings become ``⟨U+202E⟩``, since they make words read other than they are; what
    cannot be encoded becomes U+FFFD. Marks that right-to-left text needs (U+200E, U+200F, U+061C, isolates) stay; an
    isolate that is not closed is, so that it turns nothing that stands behind it.
    """
    shown = _UNSEEN.sub(_shown, text.replace("\r\n", "\n"))
    return shown + _POP * _open(shown) if _ISOLATE.search(shown) else shown


def one_line(text: str) -> str:
    """:func:`visible` text on one line: tabs and line ends become spaces."""
    return visible(_BREAKS.sub(" ", text)).strip()


def _open(text: str) -> int:
    """How many isolates of a text are not closed."""
    deep = 0
    for sign in text:
        if sign in "\u2066\u2067\u2068":
            deep += 1
        elif sign == _POP and deep:
            deep -= 1
    return deep


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code in (0x2028, 0x2029):
        return "\n"
    if 0x202A <= code <= 0x202E:
        return f"⟨U+{code:04X}⟩"
    return "\ufffd"


def pieces_of(text: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """``text`` in pieces, none of them empty, each with whether it is marked.

    ``marks`` are extents in order; one that overlaps the one before it is left out.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        if start >= at:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    return tuple((piece, is_marked) for piece, is_marked in [*pieces, (text[at:], False)] if piece)
