"""``leadup outlets``: a command of the plug-in, imported when it is run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from leadup import Archive


def outlets(
    archive: Annotated[Path, typer.Option("--archive", "-a", envvar="LEADUP_ARCHIVE")] = Path("leadup-archive"),
) -> None:
    with Archive(archive) as kept:
        counted = Counter(article.outlet or "-" for article in kept.listed())
    for outlet, count in sorted(counted.items(), key=lambda held: (-held[1], held[0])):
        typer.echo(f"{count:>6}  {outlet}")
