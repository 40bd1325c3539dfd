"""Readers' comments in a page's text: the stamps that comment systems set, and where an article's comments begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadup.model import ParagraphKind

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})\s?,?\s(?:19|20)\d\d"
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?\s?m\b\.?)?(?:\s[a-z]{2,4}\b)?"
# "January 31, 2011 at 3:32 pm |", also as some blogs write it: "January 28, 2011 10:43 am at 10:43 am |"; but not the
# head of a blog's post ("May 25, 2010 - 4:00 PM | by: …", "… ET | Permalink").
_STAMP = re.compile(
    rf"\b{_DAY}\s?[,;|@-]?\s?(?:at\s|{_CLOCK}\sat\s)?{_CLOCK}\s?\|(?!\s?(?:by|permalink|comments?)\b)", re.IGNORECASE
)
_ABUSE = r"(?:report|flag)(?:\sas)?\s(?:abuse|abusive|inappropriate|offensive|spam)\b"
_SURE = re.compile(rf"\|\s?(?:{_ABUSE}|reply\b)", re.IGNORECASE)
# What a comment's reader may press; nothing of it belongs to an article even where it stands alone.
_CONTROL = re.compile(
    rf"\W{{0,9}}(?:{_ABUSE}|reply(?:\sto\s\S{{1,40}})?|permalink|\d{{1,5}}\s(?:comments?|repl(?:y|ies)|likes?)"
    r"|recommend(?:ed)?\s?\(?\d{1,5}\)?|posted\sby\W{0,3}\S{1,40}(?:\s\S{1,40}){0,3})"
    rf"(?:\W{{1,9}}(?:{_ABUSE}|reply|share|like|link|permalink|flag|hide|collapse|\d{{1,5}}\s(?:comments?|likes?))){{0,6}}\W{{0,9}}",
    re.IGNORECASE,
)
LONGEST_CONTROL = 120
# How readers write and reporters, outside quotation marks, do not.
_READER = re.compile(
    r"(?:^|[\s(])(?:i|i'm|i'd|i've|im|my|me|you|you're|your|u|lol|btw)(?=[\s,.!?']|$)|[!?]{2}|!|^@\w|\.{3}\s?\.{3}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]|``|''")
MOST_BEFORE = 12


def is_comment_stamp(line: str) -> bool:
    """Whether a line holds the stamp of a reader's comment ("… March 3, 2021 at 9:12 am | Report abuse | …")."""
    return "|" in line and (_STAMP.search(line) is not None or _sure(line))


def is_comment_control(line: str) -> bool:
    """Whether a line is nothing but what comment systems show beside a comment ("Reply", "3 comments")."""
    return len(line) <= LONGEST_CONTROL and _CONTROL.fullmatch(line.strip()) is not None


def without_comments(kinds: list[ParagraphKind], lines: Sequence[str]) -> list[ParagraphKind]:
    """The kinds of an article's lines with its readers' comments made noise.

    Comments stand under an article: where a stamp is beyond doubt, or there are two, all from the first one on is
    noise, and so are the lines right before it that are written as readers write (the first comment, whose stamp
    follows it). A stamp that is alone in doubt takes its own line only; one before any body begins no comments.
    """
    stamps = [at for at, line in enumerate(lines) if is_comment_stamp(line)]
    if not stamps:
        return kinds
    found = list(kinds)
    opening = next((at for at, kind in enumerate(kinds) if kind == "body"), 0)
    for at in stamps:
        # The first words of a text may bear the stamp of its own posting.
        if at > opening or _sure(lines[at]):
            found[at] = "noise"
    first = next((at for at in stamps if any(kind == "body" for kind in found[:at])), None)
    if first is None or (len(stamps) < 2 and not _sure(lines[first])):
        return found
    begin = first
    while begin > 1 and first - begin < MOST_BEFORE and _reads_as_reader(lines[begin - 1]):
        begin -= 1
    if not any(kind == "body" for kind in found[:begin]):
        begin = first
    return [kind if at < begin else "noise" for at, kind in enumerate(found)]


def _sure(line: str) -> bool:
    found = _SURE.search(line)
    if found is None:
        return False
    return _STAMP.search(line) is not None or "posted by" in line[: found.start()].casefold()


def _reads_as_reader(line: str) -> bool:
    return _QUOTED.search(line) is None and _READER.search(line) is not None
