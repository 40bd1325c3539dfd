"""From a word as it stands to the lexicon's spelling of its lemma."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from leadup.lang import table
from leadup.reading.actions.lexicon import lexicon

_WORDS: dict[str, Any] = table("actions")["forms"]

_IRREGULAR: Final = {
    past: verb
    for verb, pasts in {
        "arise": "arose arisen", "be": "is are was were been being am", "beat": "beaten", "become": "became",
        "begin": "began begun", "bind": "bound", "blow": "blew blown", "break": "broke broken", "bring": "brought",
        "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came",
        "deal": "dealt", "do": "did done does", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen",
        "feed": "fed", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown flies",
        "forbid": "forbade forbidden", "forgive": "forgave forgiven", "freeze": "froze frozen", "get": "got gotten",
        "give": "gave given", "go": "went gone goes", "grow": "grew grown", "have": "has had having", "hear": "heard",
        "hide": "hid hidden", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led",
        "leave": "left", "lend": "lent", "lose": "lost", "make": "made making", "meet": "met", "overrun": "overran",
        "overthrow": "overthrew overthrown", "pay": "paid", "rise": "rose risen", "run": "ran", "say": "said",
        "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook", "shoot": "shot",
        "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "speak": "spoke spoken", "spend": "spent",
        "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck", "swear": "swore sworn",
        "sweep": "swept", "take": "took taken", "teach": "taught", "tear": "tore torn", "tell": "told",
        "think": "thought", "throw": "threw thrown", "uphold": "upheld", "win": "won", "withdraw": "withdrew withdrawn",
        "withhold": "withheld", "write": "wrote written", "die": "dying", "tie": "tying", "lie": "lying",
    }.items()
    for past in pasts.split()
}  # fmt: skip
_SPELLINGS: Final = tuple(tuple(row) for row in _WORDS["spellings"])


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """The lexicon's words that this word (in small letters) may be a form of, likeliest first; () where none."""
    known = lexicon().vocabulary
    spellings = [word]
    spellings += [word[: -len(end)] + other for end, other in _SPELLINGS if word.endswith(end) and len(word) > 4]
    found = dict.fromkeys(c for s in spellings for c in _candidates(s) if c in known)
    return tuple(found)


def _candidates(w: str) -> list[str]:
    out = [w]
    if w in _IRREGULAR:
        out.append(_IRREGULAR[w])
    if w.endswith("ies"):
        out.append(w[:-3] + "y")
    elif w.endswith("es"):
        out += [w[:-1], w[:-2]]
    elif w.endswith("s") and not w.endswith("ss"):
        out.append(w[:-1])
    elif w.endswith("ied"):
        out.append(w[:-3] + "y")
    elif w.endswith(("ed", "ing")):
        stem = w[:-2] if w.endswith("ed") else w[:-3]
        out += [stem + "e", stem]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            out.append(stem[:-1])
    return out
