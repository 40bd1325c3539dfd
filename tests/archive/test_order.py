"""An archive is the same, and gives the same answer, in whatever order its articles came."""

from __future__ import annotations

import datetime as dt
import os
import random
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup import lead_up
from leadup.ingest import Archive, prepare
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Article, Published
from leadup.output.jsonform import to_json

FILLER = " ".join(f"The council of Norhaven heard report {n} on the state of its quays and cranes." for n in range(12))
BOX = "Norhaven Daily is read by sailors, and you can be one of us."


def piece(
    words: str,
    day: str | None,
    *,
    outlet: str = "Norhaven Daily",
    url: str | None = None,
    title: str | None = None,
    hour: int | None = None,
    source: str = "a file",
) -> Article:
    published = None
    if day is not None:
        at = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC, hour=hour or 0)
        published = Published(at, "day" if hour is None else "minute", "sure", "given")
    known = ArticleMetadata(outlet=outlet, published=published, url=url, title=title)
    return article_from_text(words, source=source, known=known)


def every() -> list[Article]:
    """Versions of a page on one day and on several, copies, cut copies, undated and same-titled articles, one text
    with more and with less known of it, lines that come back."""
    page, live = "https://norhaven.example/1", "https://norhaven.example/live"
    strike = "Dockers of Norhaven walked out on Monday after two men were killed by a crane."
    found = [
        piece(f"{strike}\n\n{FILLER}\n\n{BOX}", "2031-03-10", url=page, title="Walkout"),
        piece(f"{strike} A third man died.\n\n{FILLER}", "2031-03-10", url=page, title="Walkout"),
        piece(f"{strike} A third man diedd\n\n{FILLER}", "2031-03-10", url=page, title="Walkout"),
        piece(f"{strike} The port stood still.\n\n{FILLER}", "2031-03-11", url=page, title="Walkout"),
        piece(f"{strike}\n\n{FILLER}", "2031-03-10", outlet="Plains Observer", title="Walkout"),
        piece(strike + " " + FILLER[:400], "2031-03-11", outlet="Hill Post", title="Walkout"),
        piece("Two men were killed by a crane in Norhaven on March 9, 2031, the police said.", None, outlet="Blog"),
        piece("Dockers of Norhaven voted for a strike on March 12, 2031.", None, outlet="Blog"),
        piece(f"The mayor of Norhaven promised new cranes on Tuesday.\n\n{BOX}", "2031-03-12", url=live, hour=9),
        piece(f"The mayor of Norhaven promised new cranes on Tuesday again.\n\n{BOX}", "2031-03-12", url=live, hour=7),
        piece(f"Police raided the union hall of Norhaven on Thursday.\n\n{BOX}", "2031-03-14", title="Raid"),
        piece("Police raided the union hall of Norhaven on Thursday, a witness said.", "2031-03-14", title="Raid"),
        piece("The strike of Norhaven ended on Friday with a treaty.", "2031-03-15", outlet="Hill Post"),
    ]
    last = found[-1]
    found.append(replace(last, source="another file", url="https://hill.example/9"))
    found.append(replace(last, published=None, source="a third file"))
    return found


NAMES = ("Norhaven Daily", "Hill Post", "Plains Observer", "Blog", "Coast Wire")
DAYS = ("2031-03-09", "2031-03-10", "2031-03-11", "2031-03-12", "2031-03-14", "2031-03-15", None)
DEEDS = (
    "Dockers of Norhaven walked out on Monday", "Police raided the union hall of Norhaven on Thursday",
    "The council of Norhaven met on March 12", "Two men were killed by a crane in Norhaven on March 9, 2031",
    "The mayor of Norhaven promised new cranes on Tuesday", "The strike of Norhaven ended on Friday with a treaty",
    "Union leader Ines Okoro called for a strike in Norhaven on Wednesday",
)  # fmt: skip


def many() -> list[Article]:
    """A hundred: five outlets, pages of up to a dozen versions, copies cut anywhere, one text known in several ways."""
    chance = random.Random(4)
    found = every()
    for n in range(70):
        page = chance.choice((None, "norhaven.example/live", "norhaven.example/1", f"hill.example/{n % 6}"))
        tail = chance.choice(
            ("", "A third man died.", "“We will not yield,” said Ines Okoro.", f"{n % 5} ships waited.")
        )
        rest = FILLER if n % 3 else FILLER[: 500 + n * 3]
        found.append(
            piece(
                f"{chance.choice(DEEDS)}. {tail}\n\n{rest}\n\n{chance.choice((BOX, ''))}",
                chance.choice(DAYS),
                outlet=chance.choice(NAMES),
                url=f"https://{page}" if page else None,
                title=chance.choice(("Walkout", "Raid", "Strike", None)),
                hour=chance.choice((None, 7, 9, 9)),
                source=f"file {n}",
            )
        )
    for n in range(12):
        one = chance.choice(found)
        known = chance.choice((one.published, None))
        found.append(
            replace(one, source=f"again {n}", url=chance.choice((one.url, "https://x.example/9")), published=known)
        )
    return found


def all_of(archive: Archive) -> list[object]:
    ids = sorted(a.id for a, _ in archive.articles())
    answer = to_json(lead_up("the end of the Norhaven strike", archive, date=dt.date(2031, 3, 15)))
    return [
        list(archive.articles()), list(archive.listed()), [archive.copies(id) for id in ids],
        [archive.reading_for_answers(id) for id in ids], [archive.versions(id) for id in ids],
        archive.fingerprint().contents, replace(archive.stats(), bytes=0), answer,
    ]  # fmt: skip


def built(folder: Path, order: list[Article], batch: int) -> list[object]:
    with Archive(folder, create=True) as archive:
        for at in range(0, len(order), batch):
            archive.write([prepare(a) for a in order[at : at + batch]])
        return all_of(archive)


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    return built(tmp_path_factory.mktemp("order"), every(), 1)


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000), batch=st.sampled_from([1, 3, 50]))
def test_the_order_of_intake_does_not_matter(in_order: list[object], seed: int, batch: int) -> None:
    order = every()
    random.Random(seed).shuffle(order)
    with tempfile.TemporaryDirectory() as folder:
        for expected, found in zip(in_order, built(Path(folder), order, batch), strict=True):
            assert found == expected


def test_nor_does_it_among_many(tmp_path: Path) -> None:
    """``LEADUP_ORDERS=30`` draws so many orders."""
    first = built(tmp_path / "0", many(), 1)
    for seed in range(1, int(os.environ.get("LEADUP_ORDERS", "1")) + 1):
        order = many()
        random.Random(seed).shuffle(order)
        found = built(tmp_path / str(seed), order, (1, 3, 7, 100)[seed % 4])
        assert found == first, seed


def test_what_came_and_went_leaves_no_trace(in_order: list[object], tmp_path: Path) -> None:
    order = every()
    extra = [piece(f"{BOX}\n\nVisitor number {n} came to Norhaven.", "2031-03-10", url=order[0].url) for n in range(4)]
    with Archive(tmp_path, create=True) as archive:
        for article in [*order[:7], *extra, *order[7:]]:
            archive.add(article)
        for article in extra:
            archive.remove(article.id)
        assert all_of(archive) == in_order


def test_the_current_version_is_the_later_then_the_longer(tmp_path: Path) -> None:
    with Archive(tmp_path, create=True) as archive:
        for article in reversed(every()):
            archive.add(article)
        current = {a.id for a in archive.listed() if not a.superseded}
        texts = [a.text for a, _ in archive.articles() if a.id in current]
        assert sum("port stood still" in t for t in texts) == 1
        assert not any("third man" in t for t in texts)
        assert not any("Tuesday again" in t for t in texts)


@pytest.mark.parametrize("words", ["were hurt", "fell ill", "lay dead", "got lost", "stood by"])
def test_of_one_stamp_the_longer_is_current(tmp_path: Path, words: str) -> None:
    page = "https://norhaven.example/2"
    short, long = (piece(f"Two men {w} in Norhaven.", "2031-03-10", url=page) for w in (words, f"{words} on Monday"))
    for name, order in (("a", (short, long)), ("b", (long, short))):
        with Archive(tmp_path / name, create=True) as archive:
            for article in order:
                archive.add(article)
            assert archive.article(long.id).previous == short.id
            assert archive.replaced_by(short.id) == long.id
            assert archive.replaced_by(long.id) is None


def test_the_better_known_of_one_text_is_kept(tmp_path: Path) -> None:
    for order in (every()[-3:], every()[:-4:-1]):
        with Archive(tmp_path / order[0].source, create=True) as archive:
            for article in order:
                archive.add(article)
            (kept,) = (a for a, _ in archive.articles())
            assert (kept.url, kept.published) == ("https://hill.example/9", order[1].published)
