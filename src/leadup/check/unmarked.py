"""What of a draft's line is no word of it: links, notes' numbers, tags, pictures; and lines that are nothing else."""

from __future__ import annotations

import re
from typing import Final

TAKEN: Final = "\0"
"""Stands for a mark that is no word, so that all else keeps its place."""
_GAP: Final = r"(?<![ \t])[ \t]*"
"""What stands before a mark, sought from its beginning alone: from each of many spaces it would cost their square."""
_ADDRESS: Final = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_LINK: Final = re.compile(rf"!?\[([^\[\]\n]+)\](?:{_ADDRESS}|\[[^\[\]\n]*\])")
_SOURCE_LINK: Final = re.compile(rf"{_GAP}\(\[[^\[\]\n]+\]{_ADDRESS}\)")
"""A link in brackets of its own names who printed it, and is no part of the sentence."""
_EMPHASIS: Final = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_NO_WORDS: Final = re.compile(
    rf"{_GAP}<sup\b[^<>\n]*>[^<>\n]*(?:<(?!/?sup\b)[^<>\n]*>[^<>\n]*)*</sup>"
    r"|</?[a-z][a-z0-9]*(?:\s[^<>\n]*)?/?>|<!--(?:(?!<!--|-->).)*-->"
    rf"|{_GAP}\[\^[^\[\]\n]{{1,40}}\](?!:)"
    r"|(?<=\S)[ \t]*\[\d{1,3}(?:[,;–-][ \t]?\d{1,3})*\](?![\w(:])"
    r"|【[^】\n]*】|:contentReference\[[^\[\]\n]*\](?:\{[^}\n]*\})?"
    r"|(?<=[\w.,;:!?)\]”\"’])[¹²³⁰⁴-⁹]+(?=[\s.,;:!?)]|$)"
    rf"|{_GAP}(?:\(|<)?https?://[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*(?:\)|>)?"
    rf"|{_GAP}[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\uFE0F\u200D\u20E3]+|[\u200b\u2060\ufeff]",
    re.IGNORECASE,
)
"""Notes' numbers as Markdown, an encyclopedia, a page and chatbots write them, tags, bare addresses, pictures."""
_UNIT_BEFORE: Final = re.compile(r"(?:\b(?:[kcm]?m|mi|ft|in|[a-z])|\d|=\w{1,6})$", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"[ \t]*(?:\[\^[^\[\]\n]{1,60}\]:|```|~~~"
    r"|\[[^\[\]\n]{1,60}\]:[ \t]*<?(?:https?://|mailto:|www\.|#|\.{0,2}/|(?:[\w-]+/)*[\w-]+\.\w{2,5})"
    r"\S*(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$)",
    re.IGNORECASE,
)
"""A note, or a link's address or path, at the foot of Markdown; the fence around a block."""
_GAPS: Final = re.compile(r"(?<![ \t])(?:[ \t]{2,}(?=[.,;:!?)])|(?<=\()[ \t]{2,}|(?<=\S)[ \t]{2,}(?=\S))")
_QUOTED_BACK: Final = 400
"""Code points back in which a quotation may have been opened."""


def without_marks(text: str) -> str:
    """A draft as long as it was, with spaces for what is no word of it, bold and italics left as they are."""
    text = _SOURCE_LINK.sub(lambda m: " " * len(m.group()), text)
    text = _LINK.sub(lambda m: " " * (m.start(1) - m.start()) + m[1] + " " * (m.end() - m.end(1)), text)
    return _NO_WORDS.sub(_blank, text)


def without_emphasis(line: str) -> str:
    """A line as long as it was, with a sign instead of each of Markdown's marks of bold and italics.

    They are no words, and one that opens before the sentence, or with it, may close within it.
    """
    return _EMPHASIS.sub(lambda m: TAKEN * len(m[1]) + m[2] + TAKEN * len(m[1]), line)


def words_alone(line: str) -> str:
    """A sentence's words, without the signs that stand for marks and the gaps that they leave."""
    bare = line.replace(TAKEN, "")
    return _GAPS.sub(lambda m: "" if m.end() < len(bare) and bare[m.end()] in ".,;:!?)" else " ", bare).strip()


def is_definition(line: str) -> bool:
    """Whether a line only says where a link or a note of Markdown leads to, or fences a block."""
    return _DEFINED.match(line) is not None


def _blank(found: re.Match[str]) -> str:
    words = found.group()
    before = max(0, found.start() - _QUOTED_BACK)
    if words[0] in "²³" and _UNIT_BEFORE.search(found.string, max(0, found.start() - 8), found.start()):
        # "5 km²", "E=mc²"
        return words
    opened = found.string.rfind("“", before, found.start())
    is_word = words.lstrip()[:1] == "[" and found.string[found.end() : found.end() + 2].strip().islower()
    if is_word and opened > found.string.rfind("”", before, found.start()):
        # "“[2] men fled”": who quotes puts it in.
        return words
    return " " * len(words)
