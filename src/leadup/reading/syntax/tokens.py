"""Words of a sentence, cut as the UD English treebanks cut them, with their places in the text.

"don't" is "do" and "n't", "Iran's" is "Iran" and "'s", "Iran-backed" three words, "U.S." and "Dec." one. Text that
is already cut with spaces as in the Penn Treebank (`` ''  -LRB-) comes out as it is.
"""

from __future__ import annotations

import re

# Longest first where one could begin another. Every alternative is linear: no nested repeats over the same letters.
_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]      # web addresses
    | [\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+                     # e-mail
    | @\w+ | \#(?=[^\W\d])\w+
    | -(?:LRB|RRB|LSB|RSB|LCB|RCB)-
    | ``|''
    | [’'](?:s|m|d|ll|ve|re)\b(?![’'])                          # clitics cut off already
    | n[’']t\b
    | \d{3}-\d{3,4}(?:-\d{4})?\b(?!-)                           # telephone numbers
    | [’']\d0s\b
    | \d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)?
    | \.\d+
    | (?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?                         # U.S., a.m.
    | [^\W\d_]+&[^\W\d_]+                                       # AT&T
    | (?:[^\W\d_]|[̀-ͯ])(?:\w|[̀-ͯ])*(?:[’'](?:\w|[̀-ͯ])+)*    # a word, with what hangs on by an apostrophe
    | \w+
    | \.{2,} | -{2,} | [!?]{2,} | ={2,} | \*{2,} | _{2,} | <<+ | >>+ | ’’ | ‘‘
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC = re.compile(r"(?:n[’']t|[’'](?:s|m|d|ll|ve|re))$", re.IGNORECASE)
_TWO = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3}
_PREFIXES = frozenset(
    """anti co counter e extra inter intra macro mega micro mid mini multi neo non over post pre pro pseudo re semi
    sub super trans ultra un under""".split()
)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr gen gov sen rep lt col capt sgt maj cmdr adm rev hon st jr sr prof pres supt insp jan feb mar
    apr jun jul aug sep sept oct nov dec inc corp ltd co bros vs etc approx dept est fig ave blvd rd mt ft al
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ont que no""".split()
)
_NOT_LAST = frozenset({"no", "co", "mar", "al", "del", "ill", "ind", "miss", "wash", "ore", "mass", "mo", "la", "est",
                       "fig", "pa", "ave", "ark", "sun", "st", "ga"})  # fmt: skip


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, in order.

    Every character that is not white space stands in exactly one of them.
    """
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    while (m := _TOKEN.search(text, at, stop)) is not None:
        s, e = m.span()
        word = text[s:e]
        if e < stop and text[e] == "." and _keeps_dot(word, text, e, stop):
            e += 1
            out.append((s, e))
        elif e < stop and text[e] == "-" and word.lower() in _PREFIXES and text[e + 1 : e + 2].isalpha():
            # "post-war", "anti-American": the prefix is no word of its own
            rest = _TOKEN.match(text, e + 1, stop)
            e = rest.end() if rest is not None else e
            _split(text, s, e, out)
        else:
            _split(text, s, e, out)
        at = e
    return out


def _keeps_dot(word: str, text: str, e: int, stop: int) -> bool:
    last = not text[e + 1 : stop].strip("\"'”’)] \n")
    low = word.lower()
    if low in _ABBREVIATIONS and word[0].isupper():
        return not (last and low in _NOT_LAST)
    if low in {"vs", "etc"}:
        return True
    return len(word) == 1 and word.isupper() and not last and word != "I"


def _split(text: str, s: int, e: int, out: list[tuple[int, int]]) -> None:
    word = text[s:e]
    cut = _TWO.get(word.lower(), 0)
    if not cut and ("'" in word or "’" in word):
        m = _CLITIC.search(word)
        cut = m.start() if m is not None else 0
    if cut:
        out.append((s, s + cut))
        out.append((s + cut, e))
    else:
        out.append((s, e))
