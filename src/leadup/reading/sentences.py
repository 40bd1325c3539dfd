"""Where sentences begin and end, in natural prose and in text that was tokenised one sentence a line."""

from __future__ import annotations

import re

# A stop, closing marks (also spaced, as tokenised text has them), space, and something a sentence can open with.
_BOUNDARY = re.compile(
    r"""(?<![.!?…])[.!?…]++(?:\ ?(?:''(?=\s|$)|-RRB-)|["'”’»)\]])*+(?P<gap>\s++)"""
    r"""(?=["'“‘«(\[`]{0,4}\s?(?P<next>[^\W_]))"""
)
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"""["'“‘«(\[`\s]*(\w+)""")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")

# Abbreviations that a name, a number or the rest of a phrase always follows.
_NEVER_LAST = frozenset(
    """mr mrs ms messrs mx dr prof hon rev fr st ste sr. gen lt col maj capt cmdr cpl sgt pvt adm brig sen rep gov pres
    supt insp det atty amb sec dep asst assoc dir nos vs v viz fig cf approx ca est ft mt vol p pp para e.g i.e
    al""".split()
)
# Abbreviations that may close a sentence: they do when a word follows that opens sentences, not names.
_MAYBE_LAST = frozenset(
    """inc corp co ltd llc plc bros jr sr phd esq etc u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m b.c a.d n.y n.c n.j
    calif conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
    ariz ark ala colo del ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs
    fri sat sun no min art""".split()
)
_OPENERS = frozenset(
    """the a an this that these those it he she they we you i there here in on at by for from with without after before
    during since when while where as if but and or so yet however meanwhile also although though because despite both
    all some many most several few no not one two three its his her their our my what who why how then now still
    according earlier later last next officials police witnesses""".split()
)
_LONGEST_ABBREVIATION = 12
_WRAP_COLUMNS = range(40, 101)
_SHORTEST_WRAPPED = 0.6


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, white space left out.

    A blank line always ends a sentence. A single line break does too, unless the block is hard-wrapped (all lines
    but the last of about one width), so that text of one tokenised sentence a line is read as it stands. Linear in
    the length of the text.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    at = start
    for gap in _BLANK_LINE.finditer(text, start, stop):
        _split_block(text, at, gap.start(), found)
        at = gap.end()
    _split_block(text, at, stop, found)
    return found


def _split_block(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    if text.find("\n", start, end) < 0 or _hard_wrapped(text[start:end]):
        _split_line(text, start, end, found)
        return
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        _split_line(text, at, line_end, found)
        at = line_end + 1


def _hard_wrapped(block: str) -> bool:
    lines = block.strip("\n").split("\n")
    if len(lines) < 2:
        return False
    widths = [len(line.rstrip()) for line in lines]
    widest = max(widths)
    return widest in _WRAP_COLUMNS and min(widths[:-1]) >= _SHORTEST_WRAPPED * widest and widths[-1] <= widest


def _split_line(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    at = start
    for m in _BOUNDARY.finditer(text, start, end):
        if m["next"].islower():
            continue
        if text[m.start()] == "." and not _ends_sentence(text, m.start(), m.end("gap"), end):
            continue
        _keep(text, at, m.start("gap"), found)
        at = m.end("gap")
    _keep(text, at, end, found)


def _ends_sentence(text: str, stop: int, after: int, end: int) -> bool:
    """Does the full stop at ``stop`` end a sentence, or an abbreviation within one?"""
    before = _WORD_BEFORE.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    word = before.group().lstrip("'’-").lower() if before else ""
    follows = _NEXT_WORD.match(text, after, min(end, after + 40))
    next_word = follows.group(1) if follows else ""
    if word in _NEVER_LAST:
        return False
    if len(word) == 1 and word.isalpha() and word != "i":
        return False
    if word in _MAYBE_LAST or (len(word) > 2 and "." in word and all(len(part) == 1 for part in word.split("."))):
        return next_word.lower() in _OPENERS and next_word[:1].isupper()
    return True


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
