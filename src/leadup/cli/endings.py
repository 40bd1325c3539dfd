"""What the command line ends with: a number for each kind of thing that may be wrong, so that scripts can tell."""

from __future__ import annotations

from leadup.errors import LeadupError

FAULT = 70
"""Where leadup itself has a fault (EX_SOFTWARE)."""
INTERRUPTED = 130
"""Where a person ended it (128 and the signal's number)."""


def endings() -> dict[int, str]:
    """Each exit code and what it says, in order."""
    said = {
        0: "All is done.",
        1: "A check did not hold: `verify` found something wrong, `check` a contradiction, `archive check` a damage.",
        FAULT: "A fault in leadup itself; `-v` shows where.",
        INTERRUPTED: "It was interrupted; what was stored is whole.",
    }
    for kind in LeadupError.__subclasses__():
        first = (kind.__doc__ or "").split(". ")[0].split("\n\n")[0].rstrip(".")
        said[kind.exit_code] = f"{' '.join(first.replace('``', '`').split())}."
    said[2] = "The command line, or a settings file, does not hold together."
    return dict(sorted(said.items()))


def exit_codes() -> str:
    """The same as the foot of ``leadup --help``."""
    return " ".join(["Exit codes:", *(f"[bold]{code}[/bold] {said}" for code, said in endings().items())])
