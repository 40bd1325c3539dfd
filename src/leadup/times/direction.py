"""Which way an undated weekday or month looks: back, or ahead, from the verbs around it.

No tagger is used: tense is read off closed-class cues (modals, auxiliaries, verbs of planning, irregular pasts) and the
ending *-ed*. The word right after the expression decides, then the nearest cue to the left in the sentence, then the
nearest to the right. A participle after *be*, *is*, *are* is no past.
"""

from __future__ import annotations

import bisect
from functools import cache
from typing import Literal

from leadup.lang import table
from leadup.times.tokens import Tokens

Direction = Literal["past", "future", "unknown"]

_LEFT, _RIGHT = 24, 24
_NAMED = 8
"""How many tokens after "ahead of" or "called for" a weekday still dates what is named."""
_TITLE = 6
"""Tokens of the longest name in quotation marks, the closing one included."""
_BY = 6
"""Beyond this many tokens a past verb does not keep "by Friday" from looking ahead."""


@cache
def _cues(language: str) -> dict[str, Direction]:
    raw = table("dates_tense", language)
    cues: dict[str, Direction] = {}
    for word in raw["future"]:
        cues[word] = "future"
    for word in raw["past"]:
        cues.setdefault(word, "past")
    for word in raw["neither"]:
        cues[word] = "unknown"
    return cues


def _cue(tokens: Tokens, k: int) -> Direction | None:
    """The direction that the word at ``k`` gives by itself, in its place."""
    word = tokens.low(k)
    if tokens.words[k][0].isupper() and k > 0 and (tokens.low(k - 1)[:1].isalpha() or _titled(tokens, k)):
        return None
    if word == "set":
        return "future" if tokens.low(k + 1) in ("to", "for") else "past"
    if word == "plan" and tokens.low(k - 1) not in ("they", "we", "i", "who", "to", "and", "officials", "leaders"):
        return None
    if tokens.low(k + 1 - 2 * (word == "ll")) == "'" and (word == "ll" or (word == "won" and tokens.low(k + 2) == "t")):
        return "future"
    if word.endswith("ing") and tokens.low(k - 1) in ("is", "are", "'re", "am"):
        return "future"
    if word in tokens.context("headed") and tokens.low(k - 1) in ("is", "are", "'re", "am"):
        return "future"
    if word == "be":
        return "future" if tokens.low(k - 1) == "to" else None
    if word == "due" and tokens.low(k - 1) == "been" and tokens.low(k - 2) == "had":
        return "past"
    if word == "due":
        return None if tokens.low(k + 1) == "to" and tokens.low(k + 2) in ("the", "a", "an", "his", "its") else "future"
    if word == "could":
        verb = k + 2 if tokens.low(k + 1) in ("not", "n't") else k + 1
        if tokens.low(verb) == "be" and _past_form(tokens.low(verb + 1)):
            return "past"
    found = _cues(tokens.language).get(word)
    if (
        found == "future"
        and "had" in (tokens.low(k - 1), tokens.low(k - 2))
        and word not in tokens.context("modal_verbs")
    ):
        return "past"
    if (
        found == "future"
        and word.endswith("ed")
        and tokens.low(k - 1) in tokens.context("articles")
        and tokens.low(k + 1) != "to"
    ):
        return None  # "a scheduled meeting" is no plan of the sentence's own
    if word in ("closed", "suspended") and tokens.low(k - 1) in ("remain", "stay", "keep", "kept", "remains", "stays"):
        return None
    if found == "unknown":
        return None
    if found is None and len(word) > 4 and word.endswith("ed") and not word.startswith("un"):
        found = "past"
    beside = k - 2 if tokens.low(k - 1).endswith("ly") else k - 1
    if found == "past" and tokens.low(beside) in ("be", "is", "are", "being", "'re", "not"):
        return None
    return found


def _titled(tokens: Tokens, k: int) -> bool:
    """Does a word open a name in quotation marks ("Meet the Harbour" on Sunday)?"""
    marks = ('"', "“", "”")
    return tokens.words[k - 1] in marks and any(tokens.low(m) in marks for m in range(k + 1, k + _TITLE))


def _past_form(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed")


def _ends(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    return word in ".!?;" or word[0] == "\n"


def _possessive(tokens: Tokens, i: int, j: int) -> Direction:
    """ "Tuesday's vote": past, but where a sentence begins with it and looks ahead, or it stands after "ahead of"."""
    if tokens.low(i - 1) in ("of", "for") and tokens.low(i - 2) in (
        "ahead",
        "preparing",
        "prepares",
        "prepare",
        "ready",
    ):
        return "future"
    if tokens.low(i - 1) in ("after", "following", "since", "follows", "followed"):
        return "past"
    for k in range(i - 1, max(-1, i - _LEFT), -1):
        if _ends(tokens, k):
            break
        if _cue(tokens, k) is not None:
            return "past"
    ahead = next((c for k in range(j, min(len(tokens.words), j + 8)) if (c := _cue(tokens, k))), None)
    return "future" if ahead == "future" else "past"


def _leads_up(tokens: Tokens, i: int) -> bool:
    """Whether the expression dates what is still to come: "ahead of the runoff on Tuesday", "a call to strike on …"."""
    for k in range(i - 1, max(-1, i - _NAMED), -1):
        word = tokens.low(k)
        if word in ("ahead", "eve") and tokens.low(k + 1) == "of":
            return True
        if word in tokens.context("calls") and tokens.low(k + 1) == "for":
            return True
        if not (word in ("of", "for", "on", "the", "a", "an", "'s") or _plain(tokens, k)):
            return False
    return False


def _when(tokens: Tokens, j: int) -> Direction | None:
    """What is told of the day right behind it: "Tuesday and Wednesday, when the court will hear the case"."""
    if tokens.low(j) == "and":
        j += 2
    if tokens.low(j) != "," or tokens.low(j + 1) != "when":
        return None
    for k in range(j + 2, min(len(tokens.words), j + 2 + _NAMED)):
        if _ends(tokens, k) or tokens.low(k) == ",":
            return None
        if (cue := _cue(tokens, k)) is not None:
            return cue if cue == "past" or tokens.low(k) in tokens.context("will") else None
    return None


def _released(tokens: Tokens, k: int) -> bool:
    """A participle that belongs to the noun before it: "the rules released on Friday will …"."""
    word = tokens.low(k)
    return len(word) > 4 and word.endswith("ed") and tokens.low(k - 1) not in ("be", "is", "are", "been", "to", "being")


def _plain(tokens: Tokens, k: int) -> bool:
    return tokens.words[k][0].isalpha() and _cue(tokens, k) is None


def direction_at(tokens: Tokens, i: int, j: int) -> tuple[Direction, int]:
    """The direction that the words around tokens ``[i, j)`` give, and how many tokens away the deciding word is."""
    last = len(tokens.words)
    if tokens.low(j) == "'s":
        return _possessive(tokens, i, j), 1
    while i > 0 and (tokens.words[i - 1][0].isdigit() or tokens.low(i - 1) in tokens.context("clock_words")):
        i -= 1
    before = tokens.low(i - 2) if tokens.low(i - 1) == "on" else tokens.low(i - 1)
    if before in ("is", "are"):
        return "future", 1
    before = tokens.low(i - 1)
    if _leads_up(tokens, i) or _when(tokens, j) == "future":
        return "future", 1
    if (before == "as" and tokens.low(i - 2) in ("early", "soon")) or before in ("no", "later", "earlier", "than"):
        return "future", 1
    if before == "until" and any(tokens.low(k) in tokens.context("did") for k in range(max(0, i - 9), i - 1)):
        return "past", 1
    if before == "in" and tokens.low(i - 2) == "back":
        return "past", 1
    if before in ("through", "and", "to") and tokens.low(i - 2) == "now":
        return "future", 1
    if before in tokens.context("words_ahead") and not (
        tokens.low(j) == "," and tokens.low(j + 2) in ("had", "was", "were")
    ):
        return "future", 1
    if (
        tokens.low(i - 1) == "on"
        and i > 2
        and _released(tokens, i - 2)
        and tokens.low(j) in tokens.context("modal_verbs")
    ):
        return "past", 1
    if j < last and (beside := _cue(tokens, j)) is not None and tokens.low(j) not in tokens.context("weak_after"):
        return beside, 1
    for k in range(i - 1, max(-1, i - _LEFT), -1):
        if _ends(tokens, k):
            break
        cue = _cue(tokens, k)
        if cue is not None:
            return ("future", 1) if before == "by" and i - k > _BY else (cue, i - k)
    for k in range(j + (tokens.low(j) in tokens.context("weak_after")), min(last, j + _RIGHT)):
        if _ends(tokens, k) or tokens.low(k) == "that":
            break
        cue = _cue(tokens, k)
        if cue is not None:
            return cue, k - j + 1
    return ("future", 1) if before == "by" else ("unknown", _LEFT)


def direction(tokens: Tokens, i: int, j: int) -> Direction:
    """The direction that the words around tokens ``[i, j)`` give, "unknown" where they give none."""
    return direction_at(tokens, i, j)[0]


def told_as(text: str, start: int, end: int, first: int, last: int) -> Direction:
    """The direction that the sentence ``text[start:end]`` gives to the expression ``text[first:last]`` in it."""
    tokens = Tokens(text[start:end])
    i = bisect.bisect_left(tokens.starts, first - start)
    return direction(tokens, i, max(i + 1, bisect.bisect_left(tokens.starts, last - start)))
