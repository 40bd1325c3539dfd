"""The timeline as plain text: what the terminal shows, in a file."""

from __future__ import annotations

import io

from leadup.model import Timeline


def to_plain_text(timeline: Timeline) -> str:
    """The timeline as it stands in a terminal of 100 columns, without colour, with reasons and sources."""
    from rich.console import Console

    from leadup.output.terminal import render

    page = io.StringIO()
    console = Console(file=page, width=100, color_system=None, force_terminal=False, legacy_windows=False)
    render(timeline, console, why=True)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))
