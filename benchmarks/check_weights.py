"""The weights by which checking tells that sources tell a thing at all, and on another day: fitted, and tried across.

    python benchmarks/check_weights.py ARCHIVE
    python benchmarks/check_weights.py ARCHIVE --only telling elsewhere

ARCHIVE is one of ``../shared/bench/real/articles_2012_2016.jsonl.gz``. A logistic regression (L2, by Newton's method)
is fitted to what the check finds of our own lines (``benchmarks/check.py``):

- ``told`` (``leadup.check.support``): true lines and invented ones of four sets;
- ``days`` (``leadup.check.days``, ``WEIGHTS``): true lines and the same with their day shifted, of four sets;
- ``telling`` (``leadup.check.telling``): sentences. Of a true line the one of its day that tells it best, by the
  fit of the round before (by a plain sum in the first), beside the nearest sentences of invented lines and of lines
  with one thing changed, of eight sets; and then statements by their sentences' likelihoods (``DAY_WEIGHTS``);
- ``elsewhere`` (``leadup.check.days``, ``NEAREST``): lines of which nothing else is found, of eight sets;
- ``contrary``, ``recount`` and ``misattribution`` (``leadup.check``): lines of which a "not" or a contrary deed, a
  figure, and the speaker are changed, beside true ones, and beside others, which count less;
- ``weighing`` (``leadup.check.weighing``): all lines of all sets but the even ones of ``lot``, and what never happened
  moved to the days of the reports nearest to it; ``--write`` writes the table that the check reads;
- ``claimed`` (``leadup.check.claimed``): plain lines of nine sets that dropped who says it, beside true ones, and
  beside invented ones and those with a "not", a figure or the actors changed, which count less.

Printed are the weights, and for some thresholds what they say of lines they were not fitted to: all of one story fall
into one fold, and for ``telling``, ``weighing`` and the last four a whole set does.
"""

from __future__ import annotations

import argparse
import collections
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from check import cases, moved
from leadup.check import Finding, Statement, claimed, contrary, misattribution, recount, weighing
from leadup.check.case import Case
from leadup.check.days import evidence_elsewhere, source_dates
from leadup.check.judging import by_rule, case_of
from leadup.check.seeking import Seeker
from leadup.check.support import evidence, likelihood
from leadup.check.telling import tellings
from leadup.ingest import Archive
from leadup.lang import ENGLISH

FOUR = ("development", "kept", "blind", "more")
EIGHT = (*FOUR, "more_kept", "fresh", "last", "memory")
NINE = (*EIGHT, "drawn")
ELEVEN = (*NINE, "chat", "desk")
TWELVE = (*ELEVEN, "lot-odd")
VERDICTS = {
    "true": "supported", "invented": "no source says so", "moved": "no source says so", "day": "date differs",
    "figure": "figure differs", "speaker": "wrong speaker", "dropped": "attribution lost", "actors": "actors differ",
    "quotation": "quotation differs", "negation": "sources say the opposite",
}  # fmt: skip
"""The verdict that each kind of line ought to have."""
COUNTS = {"true": 1.6, "moved": 0.5}
"""What lines count for ``weighing``: a draft is mostly true, and what is moved is there twice."""
STEPS, RIDGE, NARROW = 400, 12.0, 0.02
"""Steps of its fit, what large weights cost, and the least spread of a value that counts as one."""
CHANGED = ("negation", "actors", "speaker", "figure", "quotation")
EVERY = ("true", "invented", "day", "dropped", *CHANGED)
BESIDE = {"invented": 0.3, "negation": 0.3, "figure": 0.3, "actors": 0.3}
"""What lines count that are neither true nor dropped who says it."""
ROUNDS, NEAREST, ALSO = 3, 4, 0.8
"""Rounds, sentences taken of an invented line, and likelihood of the best from which on a second one is taken."""
SOME = {"true": 1.0, "invented": 0.5, "day": 0.2}
OTHERS = 0.3
"""...that are neither true nor changed in the way that a fit is of, and what all others count."""
WANTED = {"claimed": "dropped", "contrary": "negation", "recount": "figure", "misattribution": "speaker"}
"""The kind of line that those fits are of which are tried with whole sets left out."""
Row = tuple[str, str, str, dict[str, float]]
"""Set, kind, words and evidence of a line."""
Read = tuple[str, str, list[dict[str, float]], list[bool], list[str]]
"""Set and kind of a line, and of its sentences the evidence, whether each is of its day, and its outlet."""
ASKED = {
    "told": (FOUR, ("true", "invented")),
    "days": (FOUR, ("true", "day")),
    "telling": (EIGHT, ("true", "invented", *CHANGED)),
    "elsewhere": (EIGHT, ("true", "day", "invented")),
    "claimed": (NINE, ("true", "dropped", *BESIDE)),
    "contrary": (ELEVEN, EVERY),
    "recount": (ELEVEN, EVERY),
    "misattribution": (ELEVEN, EVERY),
    "weighing": (TWELVE, tuple(VERDICTS)),
}
"""The sets and kinds of lines that each fit is of."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is found of lines, for each fit that is asked for."""

    told: list[Row] = field(default_factory=list)
    days: list[Row] = field(default_factory=list)
    telling: list[Read] = field(default_factory=list)
    elsewhere: list[Row] = field(default_factory=list)
    weighing: list[tuple[Row, Finding]] = field(default_factory=list)
    apart: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in WANTED})


def gather(archive: Archive, only: Sequence[str]) -> Gathered:
    """Each line read once for all fits; a case holds its sentences, so that only what is found of it is kept."""
    seeker = Seeker(archive, ENGLISH)
    made = Gathered()
    for name in TWELVE:
        for kind, day, words in [*cases(name), *(moved(seeker, name) if "weighing" in only else ())]:
            asked = [fit for fit in only if name in ASKED[fit][0] and kind in ASKED[fit][1]]
            case = case_of(Statement(0, len(words), words, day), seeker) if asked else None
            if case is not None:
                add(made, asked, (name, kind), case)
    return made


def add(made: Gathered, asked: Sequence[str], of: tuple[str, str], case: Case) -> None:
    """Add what is found of a case, of this set and kind, for some fits."""
    if "told" in asked:
        made.told.append((*of, case.words, evidence(case)))
    if "days" in asked:
        made.days.append((*of, case.words, source_dates(case).evidence))
    if "telling" in asked:
        every = tellings(case)
        outlets = [t.bearing.indexed.article.wire or t.bearing.indexed.article.outlet or "" for t in every]
        made.telling.append((*of, [t.evidence for t in every], [case.is_then(t.bearing) for t in every], outlets))
    if "elsewhere" in asked and (known := nearest_elsewhere(case)) is not None:
        made.elsewhere.append((*of, case.words, known))
    if "weighing" in asked:
        found = by_rule(case)
        made.weighing.append(((*of, case.words, weighing.evidence(case, found)), found))
    for fit_of in WANTED:
        known_apart = evidence_apart(fit_of, case) if fit_of in asked else None
        if known_apart is not None:
            made.apart[fit_of].append((*of, case.words, known_apart))


def evidence_apart(fit_of: str, case: Case) -> dict[str, float] | None:
    """What is found of a case for a fit that is tried with whole sets left out; None where it is not asked."""
    if fit_of == "claimed":
        return claimed.evidence(case) if case.tells_plainly else None
    if fit_of == "contrary":
        return contrary.evidence(case) if case.deeds else None
    made = recount.recount(case) if fit_of == "recount" else misattribution.attribution(case)
    return made.evidence if made is not None and made.others else None


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray | None = None, ridge: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression, the last one its bias; ``weight`` is what each row counts."""
    x = np.hstack([x, np.ones((len(x), 1))])
    keep = np.diag([ridge] * (x.shape[1] - 1) + [1e-6])
    counts = np.ones(len(x)) if weight is None else weight
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        w -= np.linalg.solve(x.T @ (x * (counts * p * (1 - p))[:, None]) + keep, x.T @ (counts * (p - y)) + keep @ w)
    return w


def fit_apart(x: np.ndarray, y: np.ndarray, weight: np.ndarray | None, ridge: float) -> np.ndarray:
    """The same of values as they are, each drawn to nought by how widely it is spread."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    w = fit((x - mean) / spread, y, weight, ridge)
    plain = w[:-1] / spread
    return np.append(plain, w[-1] - float(plain @ mean))


def weight_lines(weights: np.ndarray, x: np.ndarray, says: Mapping[str, str]) -> list[str]:
    """The lines of a TOML file that hold weights and their bias; ``says`` tells of each value, in order, what it is,
    and the rows ``x`` by how much it matters: one standard deviation higher."""
    lines = [f"bias = {weights[-1]:.3f}", "", "[evidence]"]
    for (name, what), weight, spread in zip(says.items(), weights[:-1], x.std(axis=0), strict=True):
        lines += [f"# {what} Matters {weight * spread:+.2f}.", f"{name} = {weight:.3f}"]
    return lines


def likely(w: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The likelihoods that weights give to rows."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ w[:-1] + w[-1], -30, 30))))


def show(name: str, names: Sequence[str], w: np.ndarray) -> None:
    """Print weights by name."""
    weights = ", ".join(f'"{n}": {v:.2f}' for n, v in zip(names, w[:-1], strict=True))
    print(f"{name} {{{weights}}} bias {w[-1]:.2f}")


def report(name: str, held: list[Row], wanted: str, folds: int) -> None:
    """Print the weights fitted to all, and how many of either kind reach each threshold across folds."""
    x = np.array([list(e.values()) for *_, e in held])
    y = np.array([kind == wanted for _, kind, *_ in held], dtype=float)
    kinds = np.array([kind for _, kind, *_ in held])
    fold = np.array([zlib.crc32(words.encode()) % folds for _, _, words, _ in held])
    p = np.zeros(len(held))
    for k in range(folds):
        p[fold == k] = likely(fit(x[fold != k], y[fold != k]), x[fold == k])
    show(name, list(held[0][3]), fit(x, y))
    for t in (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95):
        shares = ", ".join(f"{k} {np.mean(p[kinds == k] >= t):.1%} of {sum(kinds == k)}" for k in sorted(set(kinds)))
        print(f"  from {t:.2f}: {shares}")


def _summed(e: dict[str, float]) -> float:
    return 0.5 * e["whole"] + 0.3 * e["deed"] + 0.2 * e["roles"] - 0.3 * (e["unreal"] + e["denied"])


def fit_sentences(held: list[Read]) -> np.ndarray:
    """Weights of sentences, the one that tells a true line found anew each round."""
    w: np.ndarray | None = None
    for _ in range(ROUNDS):
        rows, truth, counts = [], [], []
        for _, kind, evidences, then, _ in held:
            if kind != "true" and kind != "invented" and kind not in CHANGED:
                continue
            x = [list(e.values()) for e in evidences]
            scores = [_summed(e) for e in evidences] if w is None else [float(v) for v in likely(w, np.array(x))]
            order = sorted((k for k in range(len(x)) if then[k] or kind != "true"), key=lambda k: -scores[k])
            for nth, k in enumerate(order[: 2 if kind != "invented" else NEAREST]):
                if kind == "true" and nth and scores[k] < ALSO * scores[order[0]]:
                    break
                rows.append(x[k])
                truth.append(float(kind == "true"))
                counts.append(1.0 if kind == "invented" or (kind == "true" and not nth) else 0.5)
        w = fit(np.array(rows), np.array(truth), np.array(counts))
    assert w is not None
    return w


def summed_up(one: Read, w: np.ndarray) -> list[float]:
    """What ``leadup.check.telling.day_evidence`` finds, by other weights."""
    _, _, evidences, then, outlets = one
    p = likely(w, np.array([list(e.values()) for e in evidences]))
    now = sorted((-float(v), k) for k, v in enumerate(p) if then[k])
    first = outlets[now[0][1]] if now else ""
    return [
        -now[0][0] if now else 0.0,
        next((-v for v, k in now if outlets[k] != first), 0.0),
        float(np.log1p(-sum(v for v, _ in now))),
        max((float(v) for k, v in enumerate(p) if not then[k]), default=0.0),
    ]


def report_telling(held: list[Read]) -> None:
    """Print both weights, and how many lines of each kind reach thresholds where their whole set was left out."""
    held = [one for one in held if one[2]]
    first = ("true", "invented", *CHANGED)

    def both(train: list[Read]) -> tuple[np.ndarray, np.ndarray]:
        w = fit_sentences(train)
        chosen = [one for one in train if one[1] in first]
        x = np.array([summed_up(one, w) for one in chosen])
        return w, fit(x, np.array([float(one[1] == "true") for one in chosen]))

    w, of_all = both(held)
    show("telling", list(held[0][2][0]), w)
    show("together", ("best", "second", "many", "else"), of_all)
    p = np.zeros(len(held))
    for name in EIGHT:
        w, of_all = both([one for one in held if one[0] != name])
        for k, one in enumerate(held):
            if one[0] == name:
                p[k] = likely(of_all, np.array([summed_up(one, w)]))[0]
    kinds = np.array([one[1] for one in held])
    for t in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        print(f"  from {t:.2f}:", ", ".join(f"{k} {sum(p[kinds == k] >= t)} of {sum(kinds == k)}" for k in first))


def nearest_elsewhere(case: Case) -> dict[str, float] | None:
    """Evidence of a line that nothing else is found of, or only that what comes nearest was on another day."""
    made = by_rule(case)
    if made.kind != "no source says so" and not (made.kind == "date differs" and made.sureness != "sure"):
        return None
    return evidence_elsewhere(case, source_dates(case), likelihood(case), tellings(case))


def report_apart(name: str, held: list[Row]) -> None:
    """Print the weights, and how many lines of each kind reach thresholds where their whole set was left out."""
    x = np.array([list(e.values()) for *_, e in held])
    sets, kinds = np.array([s for s, *_ in held]), np.array([k for _, k, *_ in held])
    y = (kinds == WANTED[name]).astype(float)
    if name == "claimed":
        counts, ridge = np.array([BESIDE.get(k, 1.0) for k in kinds]), 0.5
    else:
        counts, ridge = np.array([1.0 if k == WANTED[name] else SOME.get(k, OTHERS) for k in kinds]), 1.0
    p = np.zeros(len(held))
    for one in sorted({*sets}):
        away, here = sets != one, sets == one
        p[here] = likely(fit(x[away], y[away], counts[away], ridge), x[here])
    show(name, list(held[0][3]), fit(x, y, counts, ridge))
    for t in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8):
        print(
            f"  from {t:.2f}:",
            ", ".join(f"{k} {sum(p[kinds == k] >= t)} of {sum(kinds == k)}" for k in sorted({*kinds})),
        )


def fit_verdicts(x: np.ndarray, y: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Weights of a softmax regression, a column each verdict (L2; Nesterov's accelerated gradient)."""
    spread = np.maximum(x.std(axis=0), NARROW)
    bias = x.std(axis=0) == 0
    z = np.where(bias, 1.0, (x - x.mean(axis=0)) / spread)
    cost = np.where(bias, 0.0, RIDGE)[:, None]
    truth = np.eye(len(set(VERDICTS.values())))[y]
    steep = 0.5 * np.linalg.norm(z * np.sqrt(counts)[:, None], 2) ** 2 + RIDGE
    w = ahead = np.zeros((z.shape[1], truth.shape[1]))
    speed = 1.0
    for _ in range(STEPS):
        new = ahead - (z.T @ (counts[:, None] * (chances(z @ ahead) - truth)) + cost * ahead) / steep
        faster = (1 + np.sqrt(1 + 4 * speed**2)) / 2
        ahead, w, speed = new + (speed - 1) / faster * (new - w), new, faster
    w -= w.mean(axis=1, keepdims=True)
    raw = np.where(bias[:, None], w, w / spread[:, None])
    raw[bias] -= (w * np.where(bias, 0.0, x.mean(axis=0) / spread)[:, None]).sum(axis=0) / max(1, bias.sum())
    return raw


def chances(sums: np.ndarray) -> np.ndarray:
    """The likelihoods of verdicts by their sums, a row each line."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def report_weighing(held: list[tuple[Row, Finding]], write: Path | None) -> None:
    """Print how many lines of each kind have which verdict where their whole set was left out; write the table."""
    names = list(dict.fromkeys(name for (*_, known), _ in held for name in known))
    verdicts = list(dict.fromkeys(VERDICTS.values()))
    x = np.array([[known.get(name, 0.0) for name in names] for (*_, known), _ in held])
    kinds, sets = [row[1] for row, _ in held], np.array([row[0] for row, _ in held])
    y = np.array([verdicts.index(VERDICTS[kind]) for kind in kinds])
    counts = np.array([COUNTS.get(kind, 1.0) for kind in kinds])
    p = np.zeros((len(held), len(verdicts)))
    for one in sorted({*sets}):
        away = sets != one
        p[~away] = chances(x[~away] @ fit_verdicts(x[away], y[away], counts[away]))
    for kind in VERDICTS:
        of = [k for k, other in enumerate(kinds) if other == kind]
        told = collections.Counter(verdicts[int(p[k].argmax())] for k in of)
        print(f"{kind:<10} {len(of):>4} most likely:", ", ".join(f"{v} {n}" for v, n in told.most_common()))
    w = fit_verdicts(x, y, counts)
    if write is not None:
        rows = ["\t".join([name, *(f"{v:.3f}" for v in w[k])]) for k, name in enumerate(names)]
        write.write_text("\n".join(["\t".join(["evidence", *verdicts]), *rows, ""]), encoding="utf-8")


def main() -> None:
    """Fit what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--only", nargs="+", choices=list(ASKED), default=list(ASKED))
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--write", type=Path, help="the table of weighing")
    given = parser.parse_args()
    if given.write is not None and "weighing" not in given.only:
        parser.error("--write is of weighing, which is not asked for")
    with Archive(given.archive) as archive:
        found = gather(archive, given.only)
    if "told" in given.only:
        report("told", found.told, "true", given.folds)
    if "days" in given.only:
        report("days", found.days, "day", given.folds)
    if "telling" in given.only:
        report_telling(found.telling)
    if "elsewhere" in given.only:
        report("elsewhere", found.elsewhere, "day", given.folds)
    if "weighing" in given.only:
        report_weighing(found.weighing, given.write)
    for name in WANTED:
        if name in given.only:
            report_apart(name, found.apart[name])


if __name__ == "__main__":
    main()
