"""In words, what made an answer (version, readers, ranking, archive), and where two answers differ in that."""

from __future__ import annotations

from leadup.model import Provenance

SHOWN = 12
"""Digits of an archive's fingerprint that are shown to a person: the JSON form has it whole."""


def made_rows(made: Provenance | None) -> tuple[tuple[str, str], ...]:
    """What an answer was made by, each part with its name; nothing where it does not say."""
    if made is None:
        return ()
    rows = [("leadup", made.leadup), ("readings", f"{made.light}, {made.deep}"), ("ranking", made.ranking)]
    return (*rows, ("archive", made.archive[:SHOWN])) if made.archive else tuple(rows)


def made_words(made: Provenance | None) -> str | None:
    """The same in a line: "made by leadup 0.1.0, readings light 0a1b…"; None where it does not say."""
    rows = made_rows(made)
    return "made by " + ", ".join(f"{name} {value}" for name, value in rows) if rows else None


def other_words(saved: Provenance | None, now: Provenance) -> tuple[str, ...]:
    """How what made a saved answer differs from what is here now, a line each; nothing where it is the same."""
    if saved is None:
        return ("the answer does not say which leadup made it",)
    lines = []
    if saved.leadup != now.leadup:
        lines.append(f"the answer was made by leadup {saved.leadup}; this is {now.leadup}")
    if (saved.light, saved.deep) != (now.light, now.deep):
        lines.append(
            f"the answer rests on other readings ({saved.light}, {saved.deep}) than leadup makes now"
            f" ({now.light}, {now.deep})"
        )
    if saved.ranking != now.ranking:
        lines.append(f"its entries were chosen in another way ({saved.ranking}) than leadup chooses ({now.ranking})")
    if saved.archive != now.archive:
        lines.append("the archive held other articles when the answer was made")
    return tuple(lines)
