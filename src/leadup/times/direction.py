"""Which way an undated weekday or month looks: back, or ahead, from the verbs around it.

No tagger is used: tense is read off closed-class cues (modals, auxiliaries, verbs of planning, irregular pasts) and the
ending *-ed*. The word right after the expression decides, then the nearest cue to the left in the sentence, then the
nearest to the right. A participle after *be*, *is*, *are* is no past.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cache

from leadup.lang import DEFAULT, table
from leadup.times.cues import LONGER, Direction, cues
from leadup.times.tokens import Tokens

_LEFT, _RIGHT = 24, 24
_AROUND = 40
"""Tokens on both sides that hold all that a direction is told by: those looked at for words that give one, and a name
in quotation marks or the conditions of a row beside the furthest of them."""
_NAMED = 8
"""How many tokens after "ahead of" or "called for" a weekday still dates what is named."""
_TITLE = 6
"""Tokens of the longest name in quotation marks, the closing one included."""
_BY = 6
"""Beyond this many tokens a past verb does not keep "by Friday" from looking ahead."""


@dataclass(frozen=True, slots=True)
class Tense:
    """What ``dates_tense.toml`` of a language has: words by their direction, and endings and beginnings of words."""

    words: dict[str, Direction]
    past: tuple[str, ...]
    no_past: tuple[str, ...]
    adverb: tuple[str, ...]

    def is_past_form(self, word: str) -> bool:
        """Has a word the ending of a past?"""
        return len(word) > LONGER and word.endswith(self.past)


@cache
def tense(language: str) -> Tense:
    """The tenses of a language."""
    raw = table("dates_tense", language)
    words: dict[str, Direction] = {}
    for word in raw["future"]:
        words[word] = "future"
    for word in raw["past"]:
        words.setdefault(word, "past")
    for word in raw["neither"]:
        words[word] = "unknown"
    endings = (tuple(raw.get(name, ())) for name in ("past_endings", "no_past_beginnings", "adverb_endings"))
    return Tense(words, *endings)


def _cue(tokens: Tokens, k: int) -> Direction | None:
    """The direction that the word at ``k`` gives by itself, in its place."""
    cues_at = tokens.looks.cues
    if k not in cues_at:
        cues_at[k] = _direction_at(tokens, k)
    return cues_at[k]


def _direction_at(tokens: Tokens, k: int) -> Direction | None:
    word = tokens.low(k)
    if tokens.words[k][0].isupper() and k > 0 and (tokens.low(k - 1)[:1].isalpha() or _titled(tokens, k)):
        return None
    row = cues(tokens.language).at(tokens, k, word)
    if row is not None:
        return row.cue
    forms, around = tense(tokens.language), tokens.around
    if _compound(tokens, k):
        return None
    direction = forms.words.get(word)
    if direction == "future" and word not in around.modal_verbs:
        if tokens.low(k - 1) in around.had or tokens.low(k - 2) in around.had:
            return "past"
        if word.endswith(forms.past) and tokens.low(k - 1) in around.articles and tokens.low(k + 1) not in around.to:
            return None  # "a scheduled meeting" is no plan of the sentence's own
    if direction == "unknown":
        return None
    if direction is None and forms.is_past_form(word) and not word.startswith(forms.no_past):
        direction = "past"
    if direction == "past":
        beside = k - 2 if tokens.low(k - 1).endswith(forms.adverb) else k - 1
        if tokens.low(beside) in around.be_beside:
            return None
    return direction


def _compound(tokens: Tokens, k: int) -> bool:
    """Is a word part of a compound that no verb opens or ends ("a closed-door talk", not "was re-elected")?"""
    if k + 2 < len(tokens.words) and tokens.words[k + 1] == "-" and tokens.joined(k + 1) and tokens.joined(k + 2):
        return True
    joined = k > 1 and tokens.words[k - 1] == "-" and tokens.joined(k) and tokens.joined(k - 1)
    return joined and tokens.low(k - 2) not in tokens.around.joined_to_verbs


def _titled(tokens: Tokens, k: int) -> bool:
    """Does a word open a name in quotation marks ("Meet the Harbour" on Sunday)?"""
    marks = ('"', "“", "”")
    return tokens.words[k - 1] in marks and any(tokens.low(m) in marks for m in range(k + 1, k + _TITLE))


def _ends(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] == ";" or tokens.sentence_ends(k, k + 1)


def _possessive(tokens: Tokens, i: int, j: int) -> Direction:
    """ "Tuesday's vote": past, but where a sentence begins with it and looks ahead, or it stands after "ahead of"."""
    around = tokens.around
    if tokens.low(i - 1) in around.possessive_of and tokens.low(i - 2) in around.possessive_ahead:
        return "future"
    if tokens.low(i - 1) in around.possessive_after:
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
    around = tokens.around
    for k in range(i - 1, max(-1, i - _NAMED), -1):
        word = tokens.low(k)
        if word in around.leads and tokens.low(k + 1) in around.of:
            return True
        if word in around.calls and tokens.low(k + 1) in around.calls_for:
            return True
        if not (word in around.stepped_over or _plain(tokens, k)):
            return False
    return False


def _when(tokens: Tokens, j: int) -> Direction | None:
    """What is told of the day right behind it: "Tuesday and Wednesday, when the court will hear the case"."""
    around = tokens.around
    if tokens.low(j) in around.ands:
        j += 2
    if tokens.low(j) != "," or tokens.low(j + 1) not in around.when:
        return None
    for k in range(j + 2, min(len(tokens.words), j + 2 + _NAMED)):
        if _ends(tokens, k) or tokens.low(k) == ",":
            return None
        if (cue := _cue(tokens, k)) is not None:
            return cue if cue == "past" or tokens.low(k) in around.will else None
    return None


def _released(tokens: Tokens, k: int) -> bool:
    """A participle that belongs to the noun before it: "the rules released on Friday will …"."""
    is_past = tense(tokens.language).is_past_form(tokens.low(k))
    return is_past and tokens.low(k - 1) not in tokens.around.aux_before_participle


def _plain(tokens: Tokens, k: int) -> bool:
    return tokens.words[k][0].isalpha() and _cue(tokens, k) is None


def _cue_before(tokens: Tokens, i: int) -> tuple[int, Direction | None]:
    """The nearest word before token ``i`` in its sentence that gives a direction, and which; None where none near does.

    What was found to give none is not gone over again for the next date: it is passed over in one step.
    """
    first, end = tokens.looks.quiet
    furthest = max(-1, i - _LEFT)
    k, cue = i - 1, None
    while k > furthest:
        if first <= k < end:
            k = first - 1
            continue
        if _ends(tokens, k) or (cue := _cue(tokens, k)) is not None:
            break
        k -= 1
    if k + 1 < i:
        tokens.looks.quiet = (k + 1, i)
    return (k, cue) if k > furthest else (k, None)


def _cue_behind(tokens: Tokens, j: int, end: int) -> tuple[int, Direction | None]:
    """The nearest word in tokens ``[j, end)`` of the same clause that gives a direction, and which; None where none."""
    first, behind = tokens.looks.quiet_ahead
    that = tokens.around.relative_that
    k, cue = j, None
    while k < end:
        if first <= k < behind:
            k = behind
            continue
        if _ends(tokens, k) or tokens.low(k) in that or (cue := _cue(tokens, k)) is not None:
            break
        k += 1
    if j < k:
        tokens.looks.quiet_ahead = (j, k)
    return (k, cue) if k < end else (k, None)


def direction_at(tokens: Tokens, i: int, j: int) -> tuple[Direction, int]:
    """The direction that the words around tokens ``[i, j)`` give, and how many tokens away the deciding word is.

    What stands around them is looked at once, where it stands in a text again and again, as in one of dates alone.
    """
    around = tokens.around
    if tokens.low(j) in around.possessive:
        return _possessive(tokens, i, j), 1
    furthest = max(0, i - _LEFT)
    while i > furthest and (tokens.words[i - 1][0].isdigit() or tokens.low(i - 1) in around.clock_words):
        i -= 1
    first, end = max(0, i - _AROUND), min(len(tokens.words), j + _AROUND)
    seen = tokens.text[tokens.start(first) : tokens.ends[end - 1]], i - first, j - i
    looks = tokens.looks.seen
    if seen not in looks:
        looks[seen] = _direction_around(tokens, i, j)
    return looks[seen]


def _direction_around(tokens: Tokens, i: int, j: int) -> tuple[Direction, int]:
    """The same, of a time with its clock: by what stands less than ``_AROUND`` tokens away alone."""
    last, around, near = len(tokens.words), tokens.around, cues(tokens.language)
    after = tokens.low(j)
    by = near.by(tokens, i, j, late=False)
    if by is not None:
        return by, 1
    before = tokens.low(i - 1)
    if _leads_up(tokens, i) or _when(tokens, j) == "future":
        return "future", 1
    if before in around.until_not and any(tokens.low(k) in around.did for k in range(max(0, i - 9), i - 1)):
        return "past", 1
    by = near.by(tokens, i, j, late=True)
    if by is not None:
        return by, 1
    if before in around.on and i > 2 and _released(tokens, i - 2) and after in around.modal_verbs:
        return "past", 1
    weak = after in around.weak_after
    if j < last and not weak and (beside := _cue(tokens, j)) is not None:
        return beside, 1
    k, cue = _cue_before(tokens, i)
    if cue is not None:
        return ("future", 1) if before in around.by and i - k > _BY else (cue, i - k)
    k, cue = _cue_behind(tokens, j + weak, min(last, j + _RIGHT))
    if cue is not None:
        return cue, k - j + 1
    return ("future", 1) if before in around.by else ("unknown", _LEFT)


def direction(tokens: Tokens, i: int, j: int) -> Direction:
    """The direction that the words around tokens ``[i, j)`` give, "unknown" where they give none."""
    return direction_at(tokens, i, j)[0]


def told_as(text: str, start: int, end: int, first: int, last: int, language: str = DEFAULT) -> Direction:
    """The direction that the sentence ``text[start:end]`` gives to the expression ``text[first:last]`` in it."""
    tokens = Tokens(text[start:end], language)
    starts = tokens.starts
    i = bisect.bisect_left(starts, first - start)
    return direction(tokens, i, max(i + 1, bisect.bisect_left(starts, last - start)))
