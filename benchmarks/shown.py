#!/usr/bin/env python3
"""Everything that timelines state beyond their sentences, one line each, for a person to judge; and the score of that.

    benchmarks/shown.py ARCHIVE EVENTS [--only NAME,...] [--kinds KIND,...] [--verdicts FILE] [--unjudged] [--json]

EVENTS is JSON, {name: {"question", "date", "first", "last"}} (as ../shared/bench/real/refs.json), or a table of
questions and days, tab between, of which every ``--every``-th from the ``--from``-th on is asked with its day given.
The archive is written to: deep readings are kept in it.

A line holds, tab between: the event, the place (kind, article, where its sentence starts, and a digest of what is
stated), "plain" or "hedged", and the statement beside the words that it rests on. Kinds: link, reaction, action, actor,
figure, curve, count, speaker, day; each as the page shows it. A verdict file holds a place and a verdict a line, tab
between, and no text: right, wrong or unsure (not judged: neither the words nor the article say). ``--verdicts`` scores
what is shown now by it; ``--unjudged`` prints only what it does not hold yet. Statements that are no longer made count
nothing, so a file is good for the sentences of one archive: what is shown anew must be judged anew, and ``judged`` says
how much of it was.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leadup import Archive, lead_up
from leadup.errors import LeadupError
from leadup.model import Action, Entry, Link, Question, Span, Timeline
from leadup.output.cast import Speaker, names_both_sides
from leadup.output.page.curve import LEAST_DEEDS
from leadup.output.phrases import support_words
from leadup.output.speaker_words import speaking

KINDS = ("link", "reaction", "action", "actor", "figure", "curve", "count", "speaker", "day")
VERDICTS = ("right", "wrong", "unsure")


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing stated: its kind, the place of the sentence it rests on, what is stated, that sentence."""

    kind: str
    at: Span
    plain: bool
    said: str
    beside: str

    @property
    def place(self) -> str:
        digest = hashlib.sha256(f"{self.said}\n{self.beside}".encode()).hexdigest()[:10]
        return f"{self.kind}:{self.at.article[:16]}:{self.at.start}:{digest}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--only", help="only these events, comma-separated")
    parser.add_argument("--every", type=int, default=1, help="of a table, every so-many-th event")
    parser.add_argument("--from", type=int, default=0, dest="first", help="of a table, the first one to be asked")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--after", type=int, default=0, help="days of aftermath, which is where reactions stand")
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--unjudged", action="store_true")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object, last")
    asked = parser.parse_args()
    kinds = asked.kinds.split(",")
    verdicts = read_verdicts(asked.verdicts) if asked.verdicts else {}
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    with Archive(asked.archive) as archive:
        for name, question in questions(asked.events, asked.only, asked.every, asked.after, asked.first):
            try:
                timeline = lead_up(question, archive)
            except LeadupError as error:
                print(f"# {name}: {error}")
                continue
            for one in dict.fromkeys(stated(timeline)):
                if one.kind not in kinds:
                    continue
                group = f"{one.kind} {'plain' if one.plain else 'hedged'}"
                verdict = verdicts.get(one.place)
                counts[group, "shown"] += 1
                counts[group, verdict or "unjudged"] += 1
                if not (asked.unjudged and verdict):
                    mark = f"{verdict}\t" if verdict else ""
                    print("\t".join((name, one.place, group.split()[1], f"{mark}{one.said}", f"“{one.beside}”")))
    figures = {group: _score(counts, group) for group in sorted({g for g, _ in counts})}
    if asked.json:
        print(json.dumps(figures))
    else:
        for group, score in figures.items():
            print(f"{group:18s} " + "  ".join(f"{k} {v}" for k, v in score.items()))


def _score(counts: collections.Counter[tuple[str, str]], group: str) -> dict[str, float | int | None]:
    right, wrong = counts[group, "right"], counts[group, "wrong"]
    judged = right + wrong
    return {
        "shown": counts[group, "shown"],
        "judged": judged + counts[group, "unsure"],
        "right": right,
        "wrong": wrong,
        "share": round(right / judged, 3) if judged else None,
    }


def questions(path: Path, only: str | None, every: int, after: int, start: int = 0) -> Iterator[tuple[str, Question]]:
    """The events' names and questions."""
    wanted = set(only.split(",")) if only else None
    if path.suffix == ".json":
        for name, event in json.loads(path.read_text(encoding="utf-8")).items():
            if wanted is None or name in wanted:
                day, first = (dt.date.fromisoformat(event[k]) for k in ("date", "first"))
                yield name, Question(event["question"], date=day, days=max((day - first).days, 1), after=after)
        return
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    for line in lines[start::every]:
        cells = line.split("\t")
        words, days = (cells[0], cells[1]) if not cells[0][:4].isdigit() else (cells[1], cells[0])
        try:
            day = dt.date.fromisoformat(days)
        except ValueError:
            continue
        if wanted is None or words in wanted:
            yield words, Question(words, date=day, after=after)


def read_verdicts(path: Path) -> dict[str, str]:
    """Verdicts by place. Raises ValueError for a line of another form."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        place, verdict = line.split("\t")
        if verdict not in VERDICTS:
            raise ValueError(f"{path}: {verdict!r} is none of {', '.join(VERDICTS)}")
        found[place] = verdict
    return found


def stated(timeline: Timeline) -> Iterator[Shown]:
    """All that the timeline states beyond its sentences, entry by entry."""
    by_id = {entry.id: entry for entry in timeline.entries}
    for entry in timeline.entries:
        yield from _of_entry(entry, by_id)
    drawn = timeline.escalation if sum(len(pair.entries) for pair in timeline.escalation) >= LEAST_DEEDS else ()
    for pair in drawn:
        at = by_id[pair.entries[0]].wording
        said = f"{pair.day} {pair.source} -> {pair.target}: material {pair.material:+.1f}, verbal {pair.verbal:+.1f}"
        yield Shown("curve", at, True, said, " || ".join(_line(by_id[id].wording.exact) for id in pair.entries))
    for reaction in timeline.reactions:
        who = reaction.speaker.name if reaction.speaker else ""
        said = f"{reaction.day} {reaction.side} ({who}): {reaction.stance}"
        yield Shown("reaction", reaction.words, True, said, _line(reaction.words.exact))


def _of_entry(entry: Entry, by_id: dict[str, Entry]) -> Iterator[Shown]:
    at, words = entry.wording, _line(entry.wording.exact)
    for link in entry.responds_to:
        if link.to in by_id:
            yield _link(entry, link, by_id[link.to])
    for action in entry.actions:
        if names_both_sides(action):
            yield Shown("action", at, action.certain, _deed(action), words)
    for actor in entry.actors:
        told = ", ".join(str(part) for part in (actor.name, actor.role, actor.kind, actor.country) if part)
        yield Shown("actor", at, True, told, words)
    for account in entry.accounts:
        if account.state != "single":
            told = " || ".join(dict.fromkeys(_line(f.span.exact) for f in account.figures))
            yield Shown(
                "figure", at, account.state in ("agreeing", "revised"), f"{account.state}: {account.line}", told
            )
    if entry.support.independent > 1:
        names = "; ".join(lineage.name for lineage in entry.support.lineages)
        told = " || ".join(f"{one.outlet}: {_line(one.mention.span.exact)}" for one in entry.evidence)
        plain = "probably" not in support_words(entry.support)
        yield Shown("count", at, plain, f"{entry.support.independent} independent: {names}", told)
    spoken = speaking(entry)
    if spoken is not None:
        yield _speaker(at, *spoken, words)
    yield Shown("day", at, entry.evidence[0].mention.date.by != "published", f"{entry.day}: {entry.date_reason}", words)


def _speaker(at: Span, who: Speaker, manner: str, words: str) -> Shown:
    """Who says it, in one form whatever the page's is, so that a verdict holds when that changes."""
    hedge = [] if who.sure or who.guess else ["probably"]
    said = ", ".join((who.name, *filter(None, (who.beside, *hedge)), manner))
    return Shown("speaker", at, who.sure and not who.guess, said, words)


def _link(entry: Entry, link: Link, to: Entry) -> Shown:
    said = f"{entry.day} {link.kind} {to.day} by “{_line(link.words.exact)}” [{link.rule}]"
    return Shown("link", entry.wording, link.shown, said, f"{_line(entry.wording.exact)} --> {_line(to.wording.exact)}")


def _deed(action: Action) -> str:
    source = action.source.name if action.source else "–"
    target = action.target.name if action.target else "–"
    return f"{source} | {action.category} ({action.realis}) “{_line(action.exact)}” | {target}"


def _line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
