"""How well a draft is checked: true lines, the same with one thing changed, things that never happened, lines left out.

    python benchmarks/check.py ARCHIVE --half development
    python benchmarks/check.py ARCHIVE --half kept
    python benchmarks/check.py ARCHIVE --half blind
    python benchmarks/check.py ARCHIVE --half more
    python benchmarks/check.py ARCHIVE --half more_kept
    python benchmarks/check.py ARCHIVE --half fresh-odd
    python benchmarks/check.py ARCHIVE --half fresh-even
    python benchmarks/check.py ARCHIVE --half last
    python benchmarks/check.py ARCHIVE --half memory-odd
    python benchmarks/check.py ARCHIVE --half memory-even
    python benchmarks/check.py ARCHIVE --half drawn
    python benchmarks/check.py ARCHIVE --half chat
    python benchmarks/check.py ARCHIVE --half desk-odd
    python benchmarks/check.py ARCHIVE --half desk-even
    python benchmarks/check.py ARCHIVE --half lot-odd
    python benchmarks/check.py ARCHIVE --half lot-even
    python benchmarks/check.py ARCHIVE --left-out ../shared/bench/real/refs.json

ARCHIVE is one of ``../shared/bench/real/articles_2012_2016.jsonl.gz``. The lines are our own:
``benchmarks/check_lines.tsv`` and ``check_invented.tsv``, and the same names with ``_kept``, ``_blind`` and ``_more``,
are for development: all were looked at, and weights fitted to them (``benchmarks/check_weights.py``). Those with
``_more_kept`` are the other half of ``_more``, drawn by turns before any was run, and looked at at the end. ``_fresh``
is by another hand, who had not seen how lines are judged: of each kind of change its first, third ... line
(``fresh-odd``) was looked at when the rule by one sentence was made, the others (``fresh-even``) were run once after.
``_last`` was written from articles drawn by lot before that, and run once after it. ``_memory`` was written as from
memory, by one who knew the rules: its odd lines (``memory-odd``) were developed on, its even ones run once after.
``_drawn`` was written from articles drawn by lot before the rules were last changed, and run once after it. ``_chat``
was written from memory in a chatbot's manner, of happenings that no other set tells, before a rule was changed, and run
once after. ``_desk`` was written from articles drawn by lot before any rule was tried on it, and run once; what was
then tried on its odd lines (``desk-odd``) is not in use. ``_lot`` was written from articles drawn by lot before rules
were changed; its odd lines (``lot-odd``) were looked at, its even ones run once. ``_slips`` was written before the last
hint was made, and run once before and once after; so was ``_pairs``, of articles drawn by lot, before sentences were
aligned. ``_worded`` are true lines only, to which the alignment was fitted. A line may have several changes. Days
are shifted by program, by 3 to 365 days in turn. A true line is wrongly flagged where a contradiction is stated (one
that is shown as possible only, "perhaps", is counted apart), and where nothing is found that says so; the two are
counted apart, since a few lines are of things that the archive hardly tells. Things that never happened are also moved
to the two days whose reports come nearest to them ("moved"). ``--baseline`` is the nearest sentence by TF-IDF over the
whole archive (it needs scikit-learn), with the threshold that suits the development half best: it can only say
"supported" or "no source says so".
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from leadup.answering import check_draft
from leadup.check import CONTRADICTIONS, Statement, draft_from_rows
from leadup.check.judging import case_of, judge
from leadup.check.report import BORNE_OUT_OR_DISPUTED
from leadup.check.seeking import Seeker
from leadup.ingest import Archive
from leadup.lang import ENGLISH

CHUNK = 20_000
HERE = Path(__file__).parent
SHIFTS = (-3, 4, -9, 12, -30, 365)
MOVED = 2
"""Days to which a thing that never happened is moved."""
RIGHT = {
    "true": {"supported", "one side only", "disputed"},
    "invented": {"no source says so", "not checked"},
    "moved": {"no source says so", "not checked"},
    "day": {"date differs"},
    "figure": {"figure differs", "disputed"},
    "speaker": {"wrong speaker"},
    "dropped": {"attribution lost"},
    "actors": {"actors differ"},
    "quotation": {"quotation differs"},
    "negation": {"sources say the opposite"},
}
Case = tuple[str, dt.date, str]


def cases(half: str) -> Iterator[Case]:
    """Kind, day and words of each case of a half; of a changed day the changed line begins with the day."""
    name, _, turn = half.partition("-")
    which = "" if name == "development" else f"_{name}"
    turns: collections.Counter[str] = collections.Counter()
    for nth, (day, line, *changes) in enumerate(_rows(f"check_lines{which}.tsv")):
        first = changes[0] if changes else ""
        turns[first] += 1
        if turn and turn != ("odd" if turns[first] % 2 else "even"):
            continue
        when = dt.date.fromisoformat(day)
        yield "true", when, line
        for kind, changed in zip(changes[::2], changes[1::2], strict=True):
            if kind == "day":
                changed_day, _, changed = changed.partition(" ")
                yield kind, dt.date.fromisoformat(changed_day), changed
            else:
                yield kind, when, changed
        yield "day", when + dt.timedelta(SHIFTS[nth % len(SHIFTS)]), line
    for nth, (day, line) in enumerate(_rows(f"check_invented{which}.tsv")):
        if turn and turn != ("even" if nth % 2 else "odd"):
            continue
        yield "invented", dt.date.fromisoformat(day), line


def moved(seeker: Seeker, half: str) -> Iterator[Case]:
    """Each thing that never happened, on the days whose reports come nearest to it: there it is likeliest believed."""
    for kind, _, words in cases(half):
        case = case_of(Statement(0, len(words), words), seeker) if kind == "invented" else None
        near = sorted(case.bearing, key=lambda b: -case.nearby.of(b).whole) if case else []
        for day in list(dict.fromkeys(b.published for b in near if b.published))[:MOVED]:
            yield "moved", day, words


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def measure(archive: Archive, half: str) -> None:
    """Print a row a kind: right ones, how many contradicted, how many not found, and the CPU of a statement."""
    seeker = Seeker(archive, ENGLISH)
    found: dict[str, collections.Counter[tuple[str, bool]]] = collections.defaultdict(collections.Counter)
    asked = [*cases(half), *moved(seeker, half)]
    began = time.process_time()
    for kind, day, words in asked:
        made = judge(Statement(0, len(words), words, day), seeker)
        found[kind][made.kind, made.kind in CONTRADICTIONS and not made.contradicts] += 1
    spent = (time.process_time() - began) / len(asked)
    print(f"{half}: {len(asked)} statements, {1000 * spent:.0f} ms of CPU each")
    print("kind        right        of them as perhaps  contradicted  perhaps  supported  in part  no source")
    changed = flagged = hinted = any_flag = 0
    for kind, counted in found.items():
        many = sum(counted.values())
        right = sum(n for (k, _), n in counted.items() if k in RIGHT[kind])
        as_hint = sum(n for (k, hint), n in counted.items() if hint and k in RIGHT[kind])
        against = sum(n for (k, hint), n in counted.items() if k in CONTRADICTIONS and not hint)
        hints = sum(n for (_, hint), n in counted.items() if hint)
        held = sum(counted[k, False] for k in BORNE_OUT_OR_DISPUTED)
        in_part = counted["supported in part", False]
        row = f"{kind:<10} {right:>4} of {many:<4} {100 * right / many:>3.0f} % {as_hint:>15}"
        print(f"{row} {against:>13} {hints:>8} {held:>10} {in_part:>8} {counted['no source says so', False]:>10}")
        if kind not in ("true", "invented", "moved"):
            changed, flagged, any_flag = changed + many, flagged + right, any_flag + many - held
            hinted += as_hint
    share = f"{100 * flagged / changed:.0f} %, {hinted} of them only as perhaps"
    print(f"changed, flagged with the right kind: {flagged} of {changed}, {share}")
    borne = changed - any_flag
    print(f"changed, called supported: {borne} of {changed}, {100 * borne / changed:.1f} %")


def baseline(archive: Archive, half: str) -> None:
    """The nearest sentence by TF-IDF with a threshold chosen on the development half."""
    asked = {h: list(cases(h)) for h in dict.fromkeys(("development", half))}
    scores = _nearest(archive, [case for held in asked.values() for case in held])
    dev = scores[: len(asked["development"])]
    scored = {"development": dev, half: scores[-len(asked[half]) :]}
    best = max(
        np.arange(0.2, 0.9, 0.02),
        key=lambda t: sum((s >= t) == (kind == "true") for kind, s in dev if kind in ("true", "invented")),
    )
    counted: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for kind, score in scored[half]:
        counted[kind][0] += score >= best
        counted[kind][1] += 1
    print(f"baseline, threshold {best:.2f}")
    for kind, (held, many) in counted.items():
        print(f"{kind:<10} supported {held} of {many}, {100 * held / many:.0f} %")


def _nearest(archive: Archive, asked: list[Case]) -> list[tuple[str, float]]:
    """Of each line its kind, and the cosine of the nearest of all sentences."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    sentences = [a.text[s.start : s.end] for a, reading in archive.articles() for s in reading.sentences]
    weigh = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype=np.float32)
    weigh.fit(sentences[::3])
    wanted = weigh.transform([words for _, _, words in asked]).T.tocsc()
    best = np.zeros(len(asked), dtype=np.float32)
    for at in range(0, len(sentences), CHUNK):
        near = weigh.transform(sentences[at : at + CHUNK]) @ wanted
        best = np.maximum(best, near.max(axis=0).toarray().ravel())
    return [(kind, float(score)) for (kind, _, _), score in zip(asked, best, strict=True)]


def left_out(archive: Archive, refs: Path) -> None:
    """For each lead-up, a draft of our lines of its days; each line that tells a key happening left out in turn."""
    lines = [(dt.date.fromisoformat(day), line) for day, line, _, _ in _rows("check_lines.tsv")]
    named = many = 0
    for name, ref in json.loads(refs.read_text(encoding="utf-8")).items():
        first, last = (dt.date.fromisoformat(ref[k]) for k in ("first", "last"))
        keys = [k for k in ref["key"] if k["importance"] >= 2]
        ends = "Nothing else is told here."
        inside = [(d, w) for d, w in lines if first <= d <= last and any(_tells(k, d, w) for k in keys)]
        for nth, (day, words) in enumerate(inside):
            key = next(k for k in keys if _tells(k, day, words))
            # The window's ends must be the lead-up's, whatever is left out.
            rows = [(first, ends), *(r for k, r in enumerate(inside) if k != nth), (last, ends)]
            report = check_draft(draft_from_rows(rows), archive, about=ref["question"])
            hit = any(_tells(key, m.day, m.witness.span.exact) for m in report.missing)
            named, many = named + hit, many + 1
            print(f"{name:<16} {day} {'named  ' if hit else 'not    '} {words}")
    print(f"left-out key happenings named as missing: {named} of {many}")


def _tells(key: dict[str, object], day: dt.date, words: str) -> bool:
    days = [key["day"], *key["alt_days"]]  # type: ignore[misc]
    must = key["must"]
    assert isinstance(must, list)
    return day.isoformat() in days and any(re.search(p, words, re.IGNORECASE) for p in must)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    sets = ("development", "kept", "blind", "more", "more_kept", "fresh", "last", "memory", "drawn", "chat", "desk")
    sets = (*sets, "lot", "lots", "lots_kept", "slips", "pairs", "worded")
    halves = (*sets, *(f"{name}-{turn}" for name in ("fresh", "memory", "desk", "lot") for turn in ("odd", "even")))
    parser.add_argument("--half", choices=halves, default="development")
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("--left-out", type=Path, metavar="REFS")
    given = parser.parse_args()
    with Archive(given.archive) as archive:
        if given.left_out:
            left_out(archive, given.left_out)
        elif given.baseline:
            baseline(archive, given.half)
        else:
            measure(archive, given.half)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
