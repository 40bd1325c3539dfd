"""Rich text kept as a tree, as editors and content systems keep it: its words, a paragraph for each block.

Contentful, Portable Text, ProseMirror, Slate, Lexical, Draft.js and Editor.js name their parts differently and build
them alike: a leaf holds words, a node with such leaves is a paragraph, any other node holds paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_WORDS = ("text", "value")
_PARTS = ("content", "children", "nodes", "blocks", "root", "document", "data", "items")
_OF_A_BLOCK = "inlineStyleRanges"
"""What Draft.js gives to each block, whose words stand in it as in a leaf."""


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
            yield _Piece(words, _OF_A_BLOCK in node)
            return
        pieces = [piece for name in _PARTS for piece in _pieces(node.get(name))]
        if all(piece.block for piece in pieces):
            yield from pieces
        else:
            # A link among runs of words is a node with a leaf of its own, and goes on in their line.
            yield _Piece("".join(piece.words for piece in pieces), True)
