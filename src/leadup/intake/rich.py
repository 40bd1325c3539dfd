"""Rich text kept as a tree, as editors and content systems keep it: its words, a paragraph for each block.

Contentful, Portable Text, ProseMirror, Slate, Lexical, Draft.js and Editor.js name their parts differently and build
them alike: a leaf holds words, a node with such leaves is a paragraph, any other node holds paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

_WORDS = ("text", "value")
_KINDS = ("type", "nodeType", "_type")
_OF_WORDS = ("text", "span")
"""Kinds of nodes of which a "value" is words, and no address of a picture."""
_PARTS = ("content", "children", "nodes", "blocks", "root", "document", "data", "items")
_OF_A_BLOCK = "inlineStyleRanges"
"""What Draft.js gives to each block, whose words stand in it as in a leaf."""
_LIST = "items"
"""In which Editor.js keeps the words of a list, a string for each."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class _Piece(NamedTuple):
    words: str
    block: bool
    """Whether it is a paragraph, and not a run of words within one."""


def paragraphs_of_tree(tree: Mapping[str, Any]) -> list[str]:
    """The paragraphs of a text kept as a tree; none where it holds no words."""
    return [piece.words for piece in _pieces(tree) if piece.words.strip()]


def _pieces(node: Any) -> Iterator[_Piece]:
    if isinstance(node, list):
        for part in node:
            yield from _pieces(part)
    elif isinstance(node, Mapping):
        words = next((held for name in _WORDS if isinstance(held := node.get(name), str)), None)
        if words is not None:
            if "text" in node or _is_of_words(node):
                yield _Piece(_plain(words), _OF_A_BLOCK in node)
            return
        listed = node.get(_LIST)
        if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
            yield from (_Piece(_plain(item), True) for item in listed)
            return
        if not any(name in node for name in _PARTS):
            if any(name in node for name in _KINDS):
                # A break of the line within a paragraph holds nothing.
                yield _Piece("\n", False)
            return
        pieces = [piece for name in _PARTS for piece in _pieces(node.get(name))]
        if all(piece.block or not piece.words.strip() for piece in pieces):
            yield from pieces
        else:
            # A link among runs of words is a node with a leaf of its own, and goes on in their line.
            yield _Piece("".join(piece.words for piece in pieces), True)


def _is_of_words(node: Mapping[str, Any]) -> bool:
    """Is a node one of words by its kind, or of no kind that is said?"""
    kinds = [kind for name in _KINDS if isinstance(kind := node.get(name), str)]
    return not kinds or any(kind in _OF_WORDS for kind in kinds)


def _plain(words: str) -> str:
    """The words without the markup in which some systems keep a paragraph (Editor.js)."""
    return unescape(_TAG.sub("", words)) if "<" in words or "&" in words else words
