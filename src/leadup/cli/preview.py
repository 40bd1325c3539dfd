"""``leadup add --dry-run``: what would be read as what, and what would be refused, with nothing stored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leadup.cli.app import err, out
from leadup.errors import IntakeError, UnknownFormat
from leadup.intake import Options, list_inputs, read_unit_as
from leadup.model import Article
from leadup.output.visible import one_line
from leadup.reading.publication import dated

SHOWN_OUTLETS = 3
SHOWN_NAMES = 3


@dataclass(slots=True)
class Seen:
    """What one file would be read as: counts, the first and last day, and its outlets."""

    path: str
    kinds: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    undated: int = 0
    inferred: int = 0
    untitled: int = 0
    headlines: int = 0
    days: list[str] = field(default_factory=list)
    outlets: Counter[str] = field(default_factory=Counter)
    errors: list[IntakeError] = field(default_factory=list)
    passed: list[IntakeError] = field(default_factory=list)

    def take(self, kind: str, found: Article | IntakeError) -> None:
        """Count an article, dated as it will be stored, or a refusal."""
        if isinstance(found, IntakeError):
            (self.passed if isinstance(found, UnknownFormat) and found.passed else self.errors).append(found)
            return
        self.kinds[kind] += 1
        self.articles += 1
        self.untitled += found.title is None
        self.outlets[found.outlet or ""] += 1
        self.headlines += found.title is not None and found.text.strip() == found.title
        stored = dated(found)
        self.inferred += found.published is None and stored.published is not None
        found = stored
        if found.published is None:
            self.undated += 1
        else:
            day = found.published.day.isoformat()
            self.days = [min([*self.days[:1], day]), max([*self.days[-1:], day])]

    def missing(self) -> list[str]:
        """What its articles lack, in words."""
        lacks = (
            (self.undated, "without a day"), (self.inferred, "with a day worked out from the text"),
            (self.outlets[""], "without an outlet"), (self.untitled, "without a title"),
            (self.headlines, "a headline alone, without text"),
        )  # fmt: skip
        return [f"{count} {what}" for count, what in lacks if count]


def preview(paths: Sequence[str], options: Options, *, as_json: bool, verbose: bool) -> IntakeError | None:
    """Print what would be read as what; give back the first refusal where there is nothing else."""
    seen: dict[str, Seen] = {}
    ids: set[str] = set()
    for unit in list_inputs(paths):
        row = seen.setdefault(unit.path, Seen(unit.path))
        for kind, found in read_unit_as(unit, options):
            row.take(kind, found)
            if isinstance(found, Article):
                ids.add(found.id)
    rows = list(seen.values())
    if as_json:
        for row in rows:
            out().print(json.dumps(_machine(row), ensure_ascii=False), soft_wrap=True)
    else:
        _print(rows, verbose, sum(row.articles for row in rows) - len(ids))
    refused = [e for row in rows for e in (*row.errors, *row.passed)]
    return refused[0] if refused and not any(row.articles for row in rows) else None


def passed_over(kinds: Mapping[str, int], names: Sequence[str]) -> str:
    """Files that no reader takes, in words: how many, of what kinds, which first."""
    count = sum(kinds.values())
    said = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
    first = ", ".join(one_line(name) for name in names[:SHOWN_NAMES])
    more = ", …" if count > len(names[:SHOWN_NAMES]) else ""
    return f"{count} file{'s' * (count != 1)} no reader takes ({said}): {first}{more}"


def _print(rows: list[Seen], verbose: bool, again: int) -> None:
    console = out()
    for row in [row for row in rows if row.articles or row.errors]:
        named = [one_line(name) for name, _ in row.outlets.most_common() if name]
        outlets = ", ".join(named[:SHOWN_OUTLETS]) + (
            f" and {len(named) - SHOWN_OUTLETS} more outlets" * (len(named) > SHOWN_OUTLETS)
        )
        facts = [
            f"{row.articles} article{'s' * (row.articles != 1)}" if row.articles else "",
            " to ".join(dict.fromkeys(row.days)), outlets, *row.missing(),
            f"{len(row.errors)} refused" if row.errors else "",
        ]  # fmt: skip
        said = "; ".join(fact for fact in facts if fact)
        console.print(f"{one_line(row.path)}: {', '.join(row.kinds) or 'nothing'}: {said}", soft_wrap=True)
    passed = [e for row in rows for e in row.passed]
    errors = [e for row in rows for e in row.errors]
    articles = sum(row.articles for row in rows)
    twice = f" ({again} of them the same as another)" if again else ""
    console.print(f"{articles} articles{twice}, {len(errors)} unreadable. Nothing was stored.")
    for count, said in (
        (sum(row.inferred for row in rows), "carry no date: it would be worked out from the text"),
        (sum(row.undated for row in rows), "could not be dated: give --published, or --date-order for 03/04/2020"),
    ):
        if count:
            console.print(f"{count} {said}.")
    if passed:
        kinds = Counter(e.kind for e in passed if isinstance(e, UnknownFormat))
        console.print(f"{passed_over(kinds, [e.source for e in passed])}.", soft_wrap=True)
    for error in errors:
        err().print(f"  {error}", style="yellow", soft_wrap=True)
        if verbose and error.trace:
            err().print(error.trace, style="dim", soft_wrap=True)


def _machine(row: Seen) -> dict[str, object]:
    return {
        "file": row.path,
        "read_as": dict(row.kinds),
        "articles": row.articles,
        "first_day": row.days[0] if row.days else None,
        "last_day": row.days[-1] if row.days else None,
        "undated": row.undated,
        "inferred_dates": row.inferred,
        "outlets": {name: count for name, count in row.outlets.most_common() if name},
        "without_outlet": row.outlets[""],
        "without_title": row.untitled,
        "headlines_alone": row.headlines,
        "errors": [{"source": e.source, "line": e.line, "what": e.what, "do": e.do} for e in row.errors],
        "passed_over": [e.source for e in row.passed],
    }
