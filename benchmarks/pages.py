"""How well pages are read: body, publication time, title and authors against gold, and how fast.

    python benchmarks/pages.py PAGES_DIR [--fast] [--compare] [--peers] [--passes N] [--json] [--worst N]

PAGES_DIR holds ``gold.jsonl.gz`` (or ``gold.jsonl``) and the pages it names (``html``, gzipped or not). The body is
compared as a bag of words (``\\w+`` with case folded; scripts without spaces by character): F1 a page, then the mean.
The gold body is its summary, headings and paragraphs; ours is all paragraphs but title, captions, credits and
furniture. The day is right where it is the gold's calendar day, in our zone or in the gold's; the time counts where
gold has a zone, within a minute.
Speed is in pages per second of processor time, on one core, decompression left out: the best of N passes over all
pages, after one that is not counted; left out where N is 0.
``--compare`` reads them with both readers, pass by pass in turn, and gives how
many times faster the fast one is (``speedup``) and what that costs in body F1 (``f1_cost``).
``--peers`` has other programs read the same pages in the same run (``peers.py``), and gives the same measures of them;
a day is right for them where it is the gold's calendar day in its own zone or in UTC.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from leadup.errors import IntakeError
from leadup.intake import Options, article_from_html
from leadup.intake.decode import declared_charset, decode
from leadup.model import Article
from peers import Read, installed

WORD = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f\uf900-\ufaff]|[^\W\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f\uf900-\ufaff]+"
)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


def f1(gold: Counter[str], found: Counter[str]) -> tuple[float, float, float]:
    shared = (gold & found).total()
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / found.total(), shared / gold.total()
    return 2 * precision * recall / (precision + recall), precision, recall


def body(article: Article) -> str:
    return "\n".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind in ("body", "heading"))


def gold_rows(folder: Path) -> list[dict[str, Any]]:
    packed = folder / "gold.jsonl.gz"
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / "gold.jsonl").read_bytes()
    return [json.loads(line) for line in data.splitlines() if line.strip()]


def page_bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def same_title(a: str, b: str) -> bool:
    return "".join(re.findall(r"\w", a.casefold())) == "".join(re.findall(r"\w", b.casefold()))


def name_key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def main() -> None:  # noqa: C901
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--fast", action="store_true", help="read in the bulk mode")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N pages that were read worst")
    parser.add_argument("--half", choices=["even", "odd"], help="only every other page, in the gold's order")
    parser.add_argument("--compare", action="store_true", help="read with both readers and compare their speed")
    parser.add_argument("--peers", action="store_true", help="have other programs read the same pages")
    parser.add_argument("--passes", type=int, default=3, metavar="N", help="the best of N passes is the speed")
    args = parser.parse_args()

    rows = gold_rows(args.pages)
    if args.half:
        rows = rows[0 if args.half == "even" else 1 :: 2]
    pages = [(row, page_bytes(args.pages / row["html"])) for row in rows]
    options = Options(fast=args.fast)
    scores: list[tuple[float, float, float, str, str]] = []
    days = minutes = zoned = dated = titles = sure = sure_right = future = swapped = 0
    author_hits = author_gold = author_found = 0
    for row, html in pages:
        article = _try(html, row, options)
        score = body_score(row, article)
        note = ""
        if row.get("publishing_date"):
            dated += 1
            gold_at = dt.datetime.fromisoformat(row["publishing_date"])
            found = article.published if article else None
            right = found is not None and _same_day(gold_at, found.at, found.precision)
            days += right
            if not right:
                note = f"day: gold {gold_at}, found {found.at if found else None} ({found.how if found else '-'})"
            if gold_at.tzinfo is not None:
                zoned += 1
                exact = (
                    found is not None
                    and found.precision != "day"
                    and abs(found.at - gold_at) <= dt.timedelta(seconds=60)
                )
                minutes += exact
                if right and not exact and found is not None:
                    note = f"time: gold {gold_at}, found {found.at} ({found.how})"
            if found is not None:
                sure += found.certainty == "sure"
                sure_right += found.certainty == "sure" and right
                crawled = row.get("crawl_date")
                if crawled:
                    day = dt.date.fromisoformat(str(crawled)[:10])
                    future += found.day > day + dt.timedelta(days=1)
                    swapped += gold_at.date() > day + dt.timedelta(days=1)
        title_right = (
            article is not None and article.title is not None and same_title(article.title, row["title"] or "")
        )
        titles += title_right
        gold_names = {name_key(a) for a in row.get("authors") or []}
        found_names = {name_key(a) for a in article.byline} if article else set()
        author_hits += len(gold_names & found_names)
        author_gold += len(gold_names)
        author_found += len(found_names)
        if not title_right:
            note += f" title: gold {row['title']!r}, found {article.title if article else None!r}"
        if gold_names != found_names:
            note += f" authors: gold {sorted(gold_names)}, found {sorted(found_names)}"
        scores.append((*score, row["id"], note))
    n = len(scores)
    modes = [options, Options(fast=not args.fast)] if args.compare else [options]
    spent = fastest(pages, modes, args.passes) if args.passes else []
    if not n:
        sys.exit("no pages")
    for worst in sorted(scores)[: args.worst]:
        print(f"{worst[0]:.3f} p {worst[1]:.3f} r {worst[2]:.3f} {worst[3]} {worst[4]}")
    precision = author_hits / max(1, author_found)
    recall = author_hits / max(1, author_gold)
    figures = {
        "pages": n,
        "body_f1": round(sum(s[0] for s in scores) / n, 4),
        "body_precision": round(sum(s[1] for s in scores) / n, 4),
        "body_recall": round(sum(s[2] for s in scores) / n, 4),
        "day": round(days / max(1, dated), 4),
        "day_right": days,
        "dated": dated,
        "minute": round(minutes / max(1, zoned), 4),
        "zoned": zoned,
        "sure": sure,
        "sure_right": sure_right,
        "after_crawl": future,
        "gold_after_crawl": swapped,
        "title": round(titles / n, 4),
        "author_precision": round(precision, 4),
        "author_recall": round(recall, 4),
        "author_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "fast": args.fast,
    }
    if spent:
        figures["pages_per_second"] = round(n / max(1e-9, spent[0]), 2)
    if args.compare and spent:
        other = sum(body_score(row, _try(html, row, modes[1]))[0] for row, html in pages) / n
        careful, fast = spent[::-1] if args.fast else spent
        mean = sum(s[0] for s in scores) / n
        figures["other_pages_per_second"] = round(n / max(1e-9, spent[1]), 2)
        figures["speedup"] = round(careful / max(1e-9, fast), 2)
        figures["f1_cost"] = round(other - mean if args.fast else mean - other, 4)
    for name, value in figures.items():
        print(f"{name:18} {value}")
    if args.peers:
        figures["peers"] = beside(pages)
    if args.json:
        print(json.dumps(figures))


def beside(pages: list[tuple[dict[str, Any], bytes]]) -> dict[str, dict[str, float]]:
    """The measures of other programs on the same pages, printed and given; what one does not look for is left out."""
    found: dict[str, dict[str, float]] = {}
    for name, (peer, fields) in installed().items():
        bodies = titles = days = dated = failed = 0.0
        hits = gold_count = found_count = 0
        began = time.process_time()
        for row, html in pages:
            try:
                read = peer(decode(html, row["id"], declared_charset(html)), row.get("url"))
            except Exception:
                read, failed = Read(), failed + 1
            bodies += body_f1(row, read.body or "")
            titles += read.title is not None and same_title(read.title, row["title"] or "")
            if row.get("publishing_date"):
                at = dt.datetime.fromisoformat(row["publishing_date"])
                dated += 1
                days += read.day in {at.date(), at.astimezone(dt.UTC).date() if at.tzinfo else at.date()}
            names, theirs = {name_key(a) for a in row.get("authors") or []}, {name_key(a) for a in read.authors}
            hits += len(names & theirs)
            gold_count, found_count = gold_count + len(names), found_count + len(theirs)
        spent = time.process_time() - began
        measures = {
            "body": bodies / len(pages),
            "day": days / max(1, dated),
            "title": titles / len(pages),
            "authors": 2 * hits / max(1, gold_count + found_count),
        }
        found[name] = {key: round(value, 4) for key, value in measures.items() if key in fields}
        found[name] |= {"failed": failed, "pages_per_second": round(len(pages) / max(1e-9, spent), 2)}
        print(f"{name:18} {' '.join(f'{key} {value}' for key, value in found[name].items())}")
    return found


def body_f1(row: dict[str, Any], text: str) -> float:
    """The F1 of a body given as plain text."""
    return f1(words(gold_body(row)), words(text))[0]


def gold_body(row: dict[str, Any]) -> str:
    gold = [*row["body"]["summary"]]
    for section in row["body"]["sections"]:
        gold += [*section["headline"], *section["paragraphs"]]
    return "\n".join(gold)


def body_score(row: dict[str, Any], article: Article | None) -> tuple[float, float, float]:
    return f1(words(gold_body(row)), words(body(article)) if article else Counter())


def fastest(pages: list[tuple[dict[str, Any], bytes]], modes: list[Options], passes: int) -> list[float]:
    """The least processor time that each mode took for all pages; the modes take turns, so that noise hits both."""
    best = [float("inf")] * len(modes)
    for turn in range(passes + 1):
        for number, options in enumerate(modes):
            gc.collect()
            began = time.process_time()
            for row, html in pages:
                _try(html, row, options)
            if turn:
                best[number] = min(best[number], time.process_time() - began)
    return best


def _try(html: bytes, row: dict[str, Any], options: Options) -> Article | None:
    try:
        crawled = row.get("crawl_date")
        known = dt.datetime.fromisoformat(str(crawled)) if crawled else None
        settings = Options(fast=options.fast, crawled=known.replace(tzinfo=known.tzinfo or dt.UTC) if known else None)
        return article_from_html(html, source=row["id"], url=row.get("url"), options=settings)
    except IntakeError as error:
        print(f"unread: {error}", file=sys.stderr)
        return None


def _same_day(gold: dt.datetime, found: dt.datetime, precision: str) -> bool:
    if precision == "day" or gold.tzinfo is None:
        return gold.date() == found.date()
    return gold.date() == found.date() or found.astimezone(gold.tzinfo).date() == gold.date()


if __name__ == "__main__":
    main()
