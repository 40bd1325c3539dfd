"""How a report's parts are said in words."""

from __future__ import annotations

from collections import Counter
from typing import Final

from leadup.check import CONTRADICTIONS, Finding, Missing, Report, Sureness, Witness
from leadup.output.visible import one_line

_HEDGES: Final[dict[Sureness, str]] = {"sure": "", "likely": "probably: ", "possible": "perhaps: "}


def is_hint(finding: Finding) -> bool:
    """Whether it is a contradiction that is possible only: shown, but not counted as one."""
    return finding.kind in CONTRADICTIONS and not finding.contradicts


def source_words(witness: Witness) -> str:
    """Who printed it, when: "The Halder Post, 2031-05-02"."""
    parts = [witness.outlet or "outlet not named", witness.published.isoformat() if witness.published else ""]
    return one_line(", ".join(p for p in parts if p))


def missing_source_words(one: Missing) -> str:
    """Who tells what is missing, and how many do: "The Halder Post, 2031-05-02; 3 outlets"."""
    return f"{source_words(one.witness)}; {one.independent} outlet{'s' * (one.independent != 1)}"


def verdict_words(finding: Finding) -> str:
    """The verdict, hedged where it is not sure, and why: "probably: figure differs (the draft has 3, …)"."""
    hedge = _HEDGES[finding.sureness] if finding.kind in CONTRADICTIONS else ""
    return one_line(f"{hedge}{finding.kind} ({finding.why})")


def summary_words(report: Report) -> str:
    """How many statements there are, by verdict."""
    counted = Counter(f"perhaps {f.kind}" if is_hint(f) else f.kind for f in report.findings)
    many = len(report.findings)
    said = ", ".join(f"{n} {kind}" for kind, n in counted.most_common())
    unsure = sum(one.less_sure for one in report.missing)
    sure = len(report.missing) - unsure
    missing = f"; {sure} missing" if sure else ""
    missing += f"; {unsure} perhaps missing" if unsure else ""
    made = f"{many} statement{'s' * (many != 1)}: {said}{missing}" if many else "no statements"
    return f"{made}; {itself_words(report)}" if report.itself else made


def itself_words(report: Report) -> str:
    """That the draft stands among the articles: "the draft itself is in the archive (1 article) and was left out"."""
    copies = len(report.itself)
    return f"the draft itself is in the archive ({copies} article{'s' * (copies != 1)}) and was left out"
