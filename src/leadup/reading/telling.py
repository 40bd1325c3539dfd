"""What a sentence does: tell what happened, say what somebody said, or hold a view, a habit, a standing fact.

No tagger is used: the first finite verb of the main clause is sought among closed-class words, irregular pasts and the
ending *-ed*, past what stands in quotation marks, brackets and subordinate clauses. That is enough to tell "the council
voted" from "the council votes every spring", and costs a few microseconds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("telling", language)
        self.participle_endings: tuple[str, ...] = tuple(words["participle_endings"])
        self.been: frozenset[str] = frozenset(words["been"])
        self.pluperfect: frozenset[str] = frozenset(words["pluperfect"])
        self.going: frozenset[str] = frozenset(words["going"])
        self.was: frozenset[str] = frozenset(words["was"])
        self.being: frozenset[str] = frozenset(words["being"])
        self.infinitive: frozenset[str] = frozenset(words["infinitive"])
        self.left: frozenset[str] = frozenset(words["left"])
        self.progressive: tuple[str, ...] = tuple(words["progressive_endings"])
        self.parting: frozenset[str] = frozenset(words["parting_roles"])
        self.finite: frozenset[str] = frozenset(words["finite_roles"])
        self.by: frozenset[str] = frozenset(words["by"])
        self.before_verbs: tuple[str, ...] = tuple(words["before_verbs"])
        self.attributive: frozenset[str] = frozenset(words["attributive"])
        self.be: frozenset[str] = frozenset(words["be"])
        self.before_month: frozenset[str] = frozenset(words["before_month"])
        self.behind_participles: frozenset[str] = frozenset(words["behind_participles"])
        self.determiners: frozenset[str] = frozenset(words["determiners"])
        self.habit: frozenset[str] = frozenset(words["habit"])
        self.helping: frozenset[str] = frozenset(words["helping"])
        self.joining: frozenset[str] = frozenset(words["joining"])
        self.months_that_are_verbs: frozenset[str] = frozenset(words["months_that_are_verbs"])
        self.naming: frozenset[str] = frozenset(words["naming"])
        self.no_past: frozenset[str] = frozenset(words["no_past"])
        self.no_progressive: frozenset[str] = frozenset(words["no_progressive"])
        self.opening: frozenset[str] = frozenset(words["opening"])
        self.opinion: frozenset[str] = frozenset(words["opinion"])
        self.participles: frozenset[str] = frozenset(words["participles"])
        self.past: frozenset[str] = frozenset(words["past"])
        self.relative: frozenset[str] = frozenset(words["relative"])
        self.said: frozenset[str] = frozenset(words["said"])
        self.says: frozenset[str] = frozenset(words["says"])
        self.stances: frozenset[str] = frozenset(words["stances"])
        self.states: frozenset[str] = frozenset(words["states"])
        self.subordinating: frozenset[str] = frozenset(words["subordinating"])
        self.within_verbs: frozenset[str] = frozenset(words["within_verbs"])
        self.writer: frozenset[str] = frozenset(words["writer"])
        self.past_ending = word_endings(language).past
        self.kinds: dict[str, str] = {}
        for name in ("said", "says", "past", "present", "perfect", "modal"):
            for word in words[name]:
                self.kinds.setdefault(word, name)
        # What a word may do in a clause: open one ("sub"), part them ("stop"), or be the verb of one, by its kind.
        self.roles = {
            **self.kinds,
            **dict.fromkeys(self.subordinating, "sub"),
            **dict.fromkeys((",", ":", ";", "—", "–", "--"), "stop"),
        }
        self.role_of: Callable[[str], str] = _Roles(self.roles, self.past_ending).__getitem__


class _Roles(dict[str, str]):
    """What a word may do, by the word: its role, "" where it has none, :data:`_MAYBE_PAST` where its ending may make it
    a past. Texts use the same words again and again, so that each is remembered."""

    MOST, LONGEST = 50_000, 24

    def __init__(self, roles: dict[str, str], past_ending: str | tuple[str, ...]) -> None:
        super().__init__(roles)
        self._past_ending = past_ending

    def __missing__(self, word: str) -> str:
        role = _MAYBE_PAST if word.endswith(self._past_ending) else ""
        if len(self) < self.MOST and len(word) <= self.LONGEST:
            self[word] = role
        return role


_MAYBE_PAST = "?"


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Role = Literal["said", "says", "past", "present", "perfect", "modal", "sub", "stop"]
"""What a word may do in a clause: be the verb of one, open one ("sub"), part them ("stop")."""
Manner = Literal["said", "past", "earlier", "perfect", "going on", "poll", "to come", "standing", "quoted", "none"]
"""``said``: somebody said it; ``past``: told as past; ``earlier``: before the past that is told of (pluperfect);
``going on``: present progressive; ``to come``: a modal verb; ``standing``: a plain present; ``quoted``: all of it in
quotation marks; ``none``: no verb of the main clause was found."""

_WORD = re.compile(r"[a-z]++(?= )|[^\W_]++(?:['’-][^\W_]++)*|[,:;—–?\"“”()\[\]]|--|''|``")
_QUOTES = ('"', "“", "”", "(", ")", "[", "]", "``", "''")
_BOUNDS = frozenset(_QUOTES)
_OPENING = {'"': '"', "“": "”", "``": "''"}
_LONGEST_QUOTED = 0.8
_DASHES = frozenset(("—", "–", "--"))
_SHORTEST = 3
"""Letters that a participle has more than ("en route" has none)."""
_BESIDE = 2
"""Words between a verb and what says that it is done again and again."""


class Telling(NamedTuple):
    """What a sentence does; ``verb`` is the code point where its main verb starts, or -1.

    ``quoted`` are the stretches in quotation marks, ``habit``, ``view`` and ``writer`` say that a word of that kind
    stands outside of them.
    """

    manner: Manner
    verb: int
    quoted: tuple[tuple[int, int], ...]
    habit: bool = False
    view: bool = False
    writer: bool = False
    open: bool = False
    """The sentence ends inside a quotation that it opened, or that was open before it."""
    state: bool = False
    """Its main verb, a past, tells how things stood and not what happened ("was in hospital", "knew")."""
    stood: bool = False
    """The same, but for verbs that tell what somebody comes to as often ("backed the plan")."""

    @property
    def past(self) -> bool:
        """Is it told as something that happened?"""
        return self.manner in ("said", "past", "earlier")


def telling(text: str, start: int, end: int, inside: bool = False, *, language: str) -> Telling:
    """What the sentence ``text[start:end]`` does; ``inside``: it begins inside a quotation opened before it."""
    forms = _forms(language)
    sentence = text[start:end]
    # One look for each is many times as fast as a pattern of them all.
    if inside or any(map(sentence.__contains__, _QUOTES)):
        words, places, quoted, left_open = _outside(text, start, end, inside)
    else:
        words, places, quoted, left_open = _small(sentence), [], [], False
    manner, verb = _main(words, forms)
    if manner == "none" and sum(b - a for a, b in quoted) > _LONGEST_QUOTED * (end - start):
        manner = "quoted"
    at = -1 if verb < 0 else places[verb] if places else _place(text, start, end, verb)
    view, writer = not forms.opinion.isdisjoint(words), not forms.writer.isdisjoint(words)
    habit = _of_habit(words, manner, verb, forms)
    state = _of_state(words, verb, forms)
    stood = state and words[verb] not in forms.stances
    return Telling(manner, at, tuple(quoted), habit, view, writer, left_open, state, stood)


def _small(text: str) -> list[str]:
    """The words of a text in small letters, the marks that matter among them."""
    return _WORD.findall(text.lower().replace("’", "'"))


def tells_past(words: str, language: str) -> bool:
    """Is one of these words a past of irregular form ("fell", "was")?"""
    return not _forms(language).past.isdisjoint(_small(words))


def says_now(text: str, told: Telling, language: str) -> bool:
    """Is a saying told in the present ("the owner says"), which is of the day on which it is told?"""
    match = _WORD.match(text, told.verb) if told.manner == "said" and told.verb >= 0 else None
    return match is not None and match.group().lower() in _forms(language).says


def is_of_now(text: str, told: Telling, language: str) -> bool:
    """Is it of the day on which it is told: what goes on, or what somebody says and does not say to have said?"""
    return told.manner == "going on" or says_now(text, told, language)


def _of_habit(words: list[str], manner: Manner, verb: int, forms: _Forms) -> bool:
    """Is it told as a habit? Of what somebody said only the saying counts: not "said that he often sings"."""
    habits = forms.habit
    if habits.isdisjoint(words):
        return False
    habitual = [k for k, word in enumerate(words) if word in habits]
    if manner == "said" and forms.kinds[words[verb]] == "said":
        return any(abs(k - verb) <= _BESIDE for k in habitual)
    return bool(habitual)


def _of_state(words: list[str], verb: int, forms: _Forms) -> bool:
    if verb < 0:
        return False
    if words[verb] not in forms.be:
        return words[verb] in forms.states
    participle = not forms.participles.isdisjoint(words[verb + 1 : verb + 4])
    return not (participle or _participle(words, verb, forms) or _progressive(words, verb, forms))


def _progressive(words: list[str], k: int, forms: _Forms) -> bool:
    """Whether one of the three words after ``k``, with no pause before it, is a present participle."""
    for at in range(k + 1, min(k + 4, len(words))):
        if words[at] in ",:;":
            return False
        if words[at].endswith(forms.progressive) and words[at] not in forms.no_progressive:
            return words[at - 1] not in forms.determiners
    return False


def _place(text: str, start: int, end: int, nth: int) -> int:
    match = next(itertools.islice(_WORD.finditer(text, start, end), nth, None), None)
    return start if match is None else match.start()


def _outside(text: str, start: int, end: int, inside: bool) -> tuple[list[str], list[int], list[tuple[int, int]], bool]:
    """The words outside of quotation marks and brackets, where they stand, what is quoted, and is a quotation open."""
    words: list[str] = []
    places: list[int] = []
    quoted: list[tuple[int, int]] = []
    close = '"”' if inside else ""
    opened = start
    depth = 0
    for m in _WORD.finditer(text, start, end):
        word = m.group()
        if word not in _BOUNDS:
            if not (close or depth):
                words.append(word.lower().replace("’", "'"))
                places.append(m.start())
            continue
        if close:
            if word in close:
                quoted.append((opened, m.end()))
                close = ""
                words.append('"')
                places.append(m.start())
            continue
        if word == '"' and _closes(text, m.start(), start, end):
            word = "”"
        if word in _OPENING:
            close, opened = _OPENING[word], m.start()
        elif word in ("”", "''"):
            # Closed though it was never opened here: all before it is the end of a quotation.
            quoted = [(start, m.end())]
            words, places = ['"'], [m.start()]
        elif word in "([":
            depth += 1
        else:
            depth = max(0, depth - 1)
    if close and opened < end:
        quoted.append((opened, end))
    return words, places, quoted, bool(close)


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Does a straight mark at ``at`` close a quotation: words right before it, none right after?"""
    return at > start and not text[at - 1].isspace() and (at + 1 >= end or not text[at + 1].isalnum())


def _main(words: list[str], forms: _Forms) -> tuple[Manner, int]:
    """The manner of the first finite verb of the main clause, and its index."""
    waiting, inner, relative = 0, False, False
    main: tuple[Manner, int] = ("none", -1)
    apart = _apart(words)
    for k, role in enumerate(map(forms.role_of, words)):
        if not role or (role == _MAYBE_PAST and _past_form(words, k, forms) is None):
            continue
        word, role = words[k], "past" if role == _MAYBE_PAST else role
        if k in apart or (role == "modal" and _of_a_date(words, k, forms)):
            continue
        if role == "stop":
            waiting, inner = 0, False
            continue
        if role == "sub":
            relative = word in forms.relative
            waiting = waiting + 1 if k else int(word in forms.opening)
            continue
        if (
            (role in ("said", "says", "present") or word in forms.left)
            and word not in forms.going
            and _no_finite(words, k, forms)
        ):
            continue
        if role == "past" and _is_of_helper(words, k, forms):
            continue
        if not waiting and _is_reduced(words, k, forms):
            continue
        if word in forms.naming and words[k - 1 : k] == [","] and words[k + 1 : k + 2] == ['"']:
            continue  # 'the report, called "Waste", will …'
        if waiting:
            # The verb is the subordinate clause's.
            waiting, inner = waiting - 1, relative
            continue
        if inner and words[k - 1] in forms.joining and (main[1] >= 0 or _goes_on_behind(words, k, forms)):
            continue  # "they defended him, despite advisers who doubted the move and warned of it"
        manner = _manner(words, k, role, forms)
        if manner == "said":
            return manner, k
        if main[1] < 0:
            main = (manner, k)
    return main


def _goes_on_behind(words: list[str], k: int, forms: _Forms) -> bool:
    """Does a verb of the perfect stand first behind the next comma: "Lund, who led the guild and sought a port, has
    died"?"""
    comma = next((n for n in range(k + 1, len(words)) if words[n] == ","), -1)
    while 0 <= comma < len(words) - 1:
        if forms.kinds.get(words[comma + 1]) == "perfect":
            return True
        comma = next((n for n in range(comma + 1, len(words)) if words[n] == ","), -1)
    return False


def _is_reduced(words: list[str], k: int, forms: _Forms) -> bool:
    """Is a past a participle behind its noun: "comments made by the owner", "a letter packed with slips is …"?"""
    after = words[k + 1] if k + 1 < len(words) else ""
    roles = forms.roles
    if words[k] in forms.be or after not in forms.behind_participles or roles.get(words[k]) in forms.parting:
        return False
    if words[k] not in forms.past and not words[k].endswith(forms.participle_endings):
        return False
    if after in forms.by:
        return True
    for word in words[k + 2 :]:
        if word in forms.joining or roles.get(word) in forms.parting:
            return False
        if roles.get(word) in forms.finite or word in forms.was:
            return word not in forms.months_that_are_verbs
    return False


def _of_a_date(words: list[str], k: int, forms: _Forms) -> bool:
    """Is a word the name of a month here ("on May 12", "12 May", "in May", "May sales rose"), and not the verb?"""
    if words[k] not in forms.months_that_are_verbs:
        return False
    if k == 0 and words[-1] != "?":
        return True
    beside = (*words[max(0, k - 1) : k], *words[k + 1 : k + 2])
    return any(w[0].isdigit() for w in beside) or (k > 0 and words[k - 1] in forms.before_month)


def _apart(words: list[str]) -> range:
    """The words between two dashes: an aside."""
    if _DASHES.isdisjoint(words):
        return range(0)
    dashes = [k for k, word in enumerate(words) if word in _DASHES]
    return range(dashes[0] + 1, dashes[1]) if len(dashes) > 1 and dashes[0] > 0 else range(0)


def _no_finite(words: list[str], k: int, forms: _Forms) -> bool:
    return k > 0 and (words[k - 1] in forms.attributive or words[k - 1] in forms.infinitive)


def _is_of_helper(words: list[str], k: int, forms: _Forms) -> bool:
    """Has a word the form of a past, and is of a verb before it ("could put", "is made", "they've got", "to cut")?"""
    if k == 0 or words[k] in forms.be:
        return False
    at = k - 2 if k > 1 and words[k - 1] in forms.within_verbs else k - 1
    return words[at] in forms.helping and not _of_a_date(words, at, forms)


def _past_form(words: list[str], k: int, forms: _Forms) -> str | None:
    word = words[k]
    if len(word) < 5 or not word.endswith(forms.past_ending) or word in forms.no_past or _no_finite(words, k, forms):
        return None
    if "-" in word and not word.startswith(forms.before_verbs):
        return None  # "middle-skilled", "self-inflicted"
    return "past"


def _participle(words: list[str], k: int, forms: _Forms) -> bool:
    """Whether one of the three words after ``k`` looks like a participle ("had never been", "has voted")."""
    for word in words[k + 1 : k + 4]:
        if word in ",:;":
            return False
        if (
            word in forms.been
            or (len(word) > _SHORTEST and word.endswith(forms.participle_endings))
            or word in forms.past
        ):
            return True
        if word in forms.said:
            return True
    return False


def _manner(words: list[str], k: int, kind: str, forms: _Forms) -> Manner:
    after = words[k + 1] if k + 1 < len(words) else ""
    if kind == "said" and not forms.pluperfect.isdisjoint(words[max(0, k - 2) : k]):
        return "earlier"
    if kind in ("said", "says"):
        return "past" if k and words[k - 1] in forms.was else "said"
    if kind == "past":
        return "earlier" if words[k] in forms.pluperfect and _participle(words, k, forms) else "past"
    if kind == "perfect":
        return "perfect" if _participle(words, k, forms) else "standing"
    if kind == "modal":
        return "to come"
    if words[k] in forms.going and (_progressive(words, k, forms) or after in forms.being):
        return "going on"
    return "standing"
