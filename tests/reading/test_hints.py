"""No pattern is passed over: one of the plain words that are looked for ahead of it stands in whatever it matches.

A pattern whose hint were missing would never be searched for, and nothing would say so. So this goes through each
pattern as the engine takes it apart, along every way through it, and not through examples alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from leadup.lang import table

_FEW = 8
"""Characters of a set that are tried one by one; of a larger one nothing is known."""


def _after(tails: set[str], parsed: Iterable[tuple[Any, Any]], hints: Sequence[str], lower: bool) -> set[str]:
    """What may stand last, and is known, after a part of a pattern, on those ways through it that met no hint."""

    def behind(tails: set[str], letters: str) -> set[str]:
        longest = max(map(len, hints))
        longer = {tail + letters for tail in tails}
        return {tail[-longest:] for tail in longer if not any(hint in tail for hint in hints)}

    def passed(tails: set[str], part: Any) -> set[str]:
        return _after(tails, part, hints, lower)

    for kind, of in parsed:
        if kind is sre.LITERAL:
            tails = behind(tails, chr(of).lower() if lower else chr(of))
        elif kind is sre.IN and len(of) <= _FEW and all(k is sre.LITERAL for k, _ in of):
            tails = set[str]().union(*(passed(tails, [letter]) for letter in of))
        elif kind is sre.BRANCH:
            tails = set[str]().union(*(passed(tails, branch) for branch in of[1]))
        elif kind is sre.SUBPATTERN:
            tails = passed(tails, of[3])
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, part = of
            for _ in range(least):
                tails = passed(tails, part)
            once = passed(tails, part) if most > least else set()
            tails = tails | (once if most == least + 1 or not once else {""})
        elif kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            continue
        elif tails:
            tails = {""}
    return tails


def is_passed_over(pattern: str, hints: Sequence[str], *, lower: bool = False) -> bool:
    """Whether something that it matches may hold none of the hints; with ``lower``, in lower case."""
    return bool(_after({""}, _parser.parse(pattern), hints, lower))


_FURNITURE, _PIECES, _CAPTIONS, _DATING = table("furniture"), table("pieces"), table("captions"), table("dating")
_LOWERED = [
    *(
        (pattern, _FURNITURE[group]["hints"])
        for group, name in (("paragraph", "patterns"), ("paragraph", "gallery"), ("sentence", "patterns"))
        for pattern in _FURNITURE[group][name]
        if not pattern.startswith("^")
    ),
    (_FURNITURE["highlights"]["label"], _FURNITURE["highlights"]["hints"]),
    (_DATING["recently"], [_DATING["recently_hint"]]),
]
_AS_THEY_STAND = [
    *((kind["marks"], kind["hints"]) for kind in _PIECES.values() if "hints" in kind),
    (_CAPTIONS["marks"], _CAPTIONS["hints"]),
    ("".join(_DATING["poll"]).format(verbs="say"), _DATING["poll_hints"]),
]


@pytest.mark.parametrize(("pattern", "hints"), _LOWERED)
def test_what_is_looked_for_in_lower_case(pattern: str, hints: list[str]) -> None:
    assert not is_passed_over(pattern, hints, lower=True)


@pytest.mark.parametrize(("pattern", "hints"), _AS_THEY_STAND)
def test_what_is_looked_for_as_it_stands(pattern: str, hints: list[str]) -> None:
    assert not is_passed_over(pattern, hints)


@pytest.mark.parametrize(
    ("pattern", "passed_over"),
    [
        ("the pier burns", False),
        (r"\bpiers?\b", False),
        ("(?:pier|quay)", True),
        ("p[ie]{2}r", True),
        ("pi(?:e|ng)r", True),
        ("pi(?:e)?r", True),
        ("pi.*er", True),
        ("(?:pier)+", False),
        ("(?:pier)*", True),
        ("(?:the )?pi[e]r", False),
        ("(?=pier)", True),
        ("Pier", True),
    ],
)
def test_a_hint_that_is_missing_is_seen(pattern: str, passed_over: bool) -> None:
    assert is_passed_over(pattern, ["pier"]) == passed_over
