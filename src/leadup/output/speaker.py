"""Whose words a claim tells: the name that is put on a page, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.model import Actor, Claim


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as shown: ``name`` is who, ``beside`` what stands beside it ("harbour minister"); ``sure`` or not."""

    name: str
    beside: str | None
    sure: bool


def shown_speaker(claim: Claim, text: str, start: int = 0) -> Speaker | None:
    """Who says it, where the words tell; ``text`` holds the claim's source and begins at code point ``start``."""
    if claim.speaker is not None:
        name = claim.speaker.name
    else:
        name = " … ".join(text[s - start : e - start] for s, e in claim.source if start <= s < e <= start + len(text))
    if not name or not Actor(name, "").is_told:
        return None
    return Speaker(name, claim.speaker.role if claim.speaker else None, claim.certain)
