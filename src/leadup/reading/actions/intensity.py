"""How hostile or cooperative an action is, from -10 to +10, by a table that a user may override."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, get_args

from leadup.errors import MissingInput, UnreadableInput
from leadup.lang import kept_lines
from leadup.model import Category, Realis

ANY: Final = "*"
_SHARE: Final[dict[Realis, float]] = {
    "happened": 1.0,
    "threatened": 1.0,
    "called for": 1.0,
    "planned": 0.7,
    "hypothetical": 0.5,
    "denied": 0.0,
}
"""What is left of a deed's intensity. Threats and demands have lines of the table of their own."""


@dataclass(frozen=True, slots=True)
class Intensities:
    """A table of intensities: by category and lemma, with ``*`` for the other words of a category."""

    table: Mapping[tuple[Category, str], float]

    @classmethod
    def read(cls, path: Path, language: str) -> Intensities:
        """The table of a language's pack, overridden by the lines of a file of the same form.

        Raises :class:`~leadup.errors.UnreadableInput` where a line is no category, lemma and number from -10 to 10,
        :class:`~leadup.errors.MissingInput` where there is no such file.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            raise MissingInput(str(path)) from None
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableInput(str(path), f"cannot be read as UTF-8 text: {error}") from None
        return cls({**intensities(language).table, **_table(lines, str(path))})

    def of(self, category: Category, words: Iterable[str] = (), realis: Realis = "happened") -> float:
        """The intensity of an action named by ``words`` (lemmas, likeliest first)."""
        intensities = (self.table[category, w] for w in (*words, ANY) if (category, w) in self.table)
        return round(next(intensities, 0.0) * _SHARE[realis], 2)


TABLE = "actions_intensity.tsv"
"""The table of intensities in the pack of the language."""


@cache
def intensities(language: str) -> Intensities:
    """The table of a language's pack, read once."""
    return Intensities(_table(kept_lines(TABLE, language), TABLE))


def _table(lines: Iterable[str], source: str) -> dict[tuple[Category, str], float]:
    categories: dict[str, Category] = {c: c for c in get_args(Category)}
    out: dict[tuple[Category, str], float] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        value = _number(cells[2]) if len(cells) == 3 else None
        if cells[0] not in categories or value is None:
            raise UnreadableInput(
                source,
                f"{line!r} is no line of a table of intensities",
                "Write CATEGORY, a lemma or *, and a number from -10 to 10, with tabs between",
                line=number,
            )
        out[categories[cells[0]], cells[1]] = value
    return out


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -10.0 <= value <= 10.0 else None
