"""The archive keeps what it is given, once, whole, and gives it back by id, day and words."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadup.archive import IndexedArticle, schema
from leadup.archive.file import FILE
from leadup.errors import BrokenArchive, LockedArchive, MissingArchive, NewerArchive, UnknownArticle
from leadup.ingest import Archive, prepare, recovery
from leadup.ingest.gathering import gather
from leadup.model import Article, DeepReading, Paragraph, Published, article_id

STRIKES = "Jets struck three depots near the border on Sunday, killing 12 fighters. The ministry said nothing."
MARCH = "Thousands marched through the capital on Tuesday. Police fired tear gas."


def article(
    text: str = STRIKES,
    *,
    outlet: str | None = "Harbour Gazette",
    day: dt.date | None = dt.date(2019, 12, 29),
    url: str | None = None,
    title: str | None = "Jets strike depots",
) -> Article:
    published = None if day is None else Published(dt.datetime(*day.timetuple()[:3], tzinfo=dt.UTC), "day", "sure", "x")
    return Article(
        id=article_id(text, outlet),
        source="test",
        text=text,
        paragraphs=(Paragraph(0, len(text)),) if text else (),
        outlet=outlet,
        title=title,
        published=published,
        url=url,
    )


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as kept:
        yield kept


def test_a_persons_own_table_names_the_outlet(archive: Archive) -> None:
    one = article(outlet="HG - Live", url="https://hg.example/a")
    archive.add(one)
    (archive.path / "outlets.toml").write_text(
        '[outlets]\n"Harbour Gazette" = { hosts = "hg.example" }\n', encoding="utf-8"
    )
    with Archive(archive.path) as again:
        assert again.article(one.id) == replace(one, outlet="Harbour Gazette")
        assert [a.outlet for a, _ in again.articles()] == ["HG - Live"]


def test_a_table_that_is_none_is_said_so(archive: Archive) -> None:
    one = article()
    archive.add(one)
    (archive.path / "outlets.toml").write_text("outlets = [", encoding="utf-8")
    with pytest.raises(BrokenArchive, match=r"outlets\.toml"):
        archive.article(one.id)


def test_an_article_comes_back_as_it_went_in(archive: Archive) -> None:
    zone = dt.timezone(dt.timedelta(hours=-6))
    one = replace(article(), published=Published(dt.datetime(2019, 12, 29, 23, 40, tzinfo=zone), "minute", "sure", "x"))
    assert archive.add(one) == "added"
    assert archive.article(one.id) == one
    assert archive.article(one.id[:6]).published == one.published
    assert [a.day for a in archive.listed()] == [dt.date(2019, 12, 29)]


def test_adding_the_same_article_again_changes_nothing(archive: Archive) -> None:
    archive.add(article())
    before = list(archive.articles())
    assert archive.add(article()) == "already there"
    assert list(archive.articles()) == before
    assert archive.stats().articles == 1


def test_how_many_articles_are_held_is_counted_again_after_any_change(archive: Archive) -> None:
    made = [article(f"The bridge of Orsk fell on Monday, {n}.") for n in range(3)]
    with Archive(archive.path) as other:
        assert archive.size == other.size == 0
        archive.add(made[0])
        assert archive.size == other.size == 1
        other.add(made[1])
        assert archive.size == other.size == 2
        with contextlib.suppress(RuntimeError), archive._transaction():
            archive._store(prepare(made[2]), "2021-05-01T00:00:00Z")
            assert archive.size == 3
            raise RuntimeError
        assert archive.size == other.size == 2
        other.remove(made[0].id)
        assert archive.size == other.size == 1


def test_the_publication_days_of_the_first_and_last_article(archive: Archive) -> None:
    assert archive.reported_days() == (None, None)
    archive.add(article("The bridge fell.", day=None))
    assert archive.reported_days() == (None, None)
    days = (dt.date(2021, 5, 3), dt.date(2021, 5, 1), dt.date(2021, 5, 2))
    for day in days:
        archive.add(article(f"The bridge of Orsk fell on Monday, {day}.", day=day))
    assert archive.reported_days() == (days[1], days[0])


def test_the_same_words_at_two_outlets_are_two_articles_and_copies_of_each_other(archive: Archive) -> None:
    text = " ".join(f"Sentence {n} of a long report about the depots near the border." for n in range(30))
    one, two = article(text), article(text, outlet="Plains Observer")
    archive.add(one)
    archive.add(two)
    assert archive.copies(one.id) == ((two.id, 1.0),)
    assert archive.copies(two.id) == ((one.id, 1.0),)


def test_a_changed_page_is_a_new_version_that_names_the_one_before_it(archive: Archive) -> None:
    old = article(url="https://gazette.example/1")
    new = article(STRIKES.replace("12", "140"), url="https://gazette.example/1")
    archive.add(old)
    assert archive.add(new) == "new version"
    assert archive.article(new.id).previous == old.id
    assert {a.id: a.superseded for a in archive.listed()} == {old.id: True, new.id: False}
    found = archive.candidates(("depots",), dt.date(2019, 12, 20), dt.date(2019, 12, 31))
    assert [a.id for a, _ in found] == [new.id]


def test_removing_the_new_version_brings_the_old_one_back(archive: Archive) -> None:
    old = article(url="https://gazette.example/1")
    new = article(STRIKES.replace("12", "140"), url="https://gazette.example/1")
    archive.add(old)
    archive.add(new)
    archive.remove(new.id)
    assert [(a.id, a.superseded) for a in archive.listed()] == [(old.id, False)]


def test_a_removed_article_is_gone_from_every_table(archive: Archive) -> None:
    one = article()
    archive.add(one)
    archive.keep_deep([(one.id, [DeepReading(0)], "reader 1")])
    archive.remove(one.id)
    assert archive.search("depots") == ()
    assert list(archive.damage()) == []
    with closing(sqlite3.connect(archive.path / FILE)) as db, db:
        for table in ("article", "told", "copy_key", "deep", "line", "repeated"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


@pytest.mark.parametrize(
    ("words", "first", "last", "found"),
    [
        ("depots", None, None, ["2019-12-29"]),
        ("depot", None, None, ["2019-12-29"]),
        ("marched", "2019-12-30", "2020-01-02", ["2019-12-31"]),
        ("march depots", None, None, ["2019-12-29", "2019-12-31"]),
        ("marched", "2020-01-01", "2020-01-02", []),
        ('"; DROP TABLE article; --', None, None, []),
        ("AND OR NOT * ^ {", None, None, []),
    ],
)
def test_search_by_words_and_days(
    archive: Archive, words: str, first: str | None, last: str | None, found: list[str]
) -> None:
    archive.add(article())
    archive.add(article(MARCH, day=dt.date(2019, 12, 31), title="A march"))
    days = (dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None)
    assert sorted(str(hit.day) for hit in archive.search(words, *days)) == found


def test_a_look_back_printed_later_is_a_candidate_for_the_days_it_names(archive: Archive) -> None:
    text = "On Dec. 29, 2019, jets struck depots near the border."
    archive.add(article(text, day=dt.date(2021, 6, 1)))
    archive.add(article("Depots were opened to the public.", day=dt.date(2021, 6, 2)))
    found = archive.candidates(("the depots",), dt.date(2019, 12, 20), dt.date(2020, 1, 3))
    assert [a.text for a, _ in found] == [text]


def test_row_ids_follow_the_days(archive: Archive) -> None:
    days = [dt.date(2020, 1, 3), None, dt.date(2019, 12, 27), dt.date(2020, 1, 3), dt.date(1999, 1, 1)]
    for n, day in enumerate(days):
        archive.add(article(f"Report number {n} of the desk.", day=day))
    assert [a.day for a in archive.listed()] == sorted(days, key=lambda d: d or dt.date.min)


@given(day=st.dates(min_value=dt.date(1, 1, 1)), other=st.dates(min_value=dt.date(1, 1, 1)))
def test_an_earlier_day_is_an_earlier_row(day: dt.date, other: dt.date) -> None:
    assert (schema.first_row(day) < schema.first_row(other)) == (day < other)
    assert schema.day_of(schema.first_row(day)) == day == schema.day_of(schema.last_row(day))
    assert schema.last_row(None) < schema.first_row(day)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_can_be_kept_read_and_removed(archive: Archive, text: str) -> None:
    one = article(text)
    archive.add(one)
    assert archive.article(one.id).text == text
    reading = archive.reading(one.id)
    assert all(text[s.start : s.end].strip() for s in reading.sentences)
    archive.remove(one.id)


def test_a_batch_is_stored_whole_or_not_at_all(archive: Archive) -> None:
    def interrupted() -> Iterator[IndexedArticle]:
        yield prepare(article())
        yield prepare(article(MARCH))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.write(interrupted())
    assert archive.stats().articles == 0
    assert list(archive.damage()) == []
    assert archive.add(article()) == "added"


def test_deep_readings_are_kept_by_reader(archive: Archive) -> None:
    one = article()
    archive.add(one)
    archive.keep_deep([(one.id, [DeepReading(1)], "reader 1")])
    assert archive.deep(one.id, [0, 1], "reader 1") == {1: DeepReading(1)}
    assert archive.deep(one.id, [0, 1], "reader 2") == {}


def test_what_an_earlier_leadup_read_is_read_anew(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("leadup.reading.light.light_mark", lambda: "light 0")
        archive.add(article())
    assert {r.reader for _, r in archive.articles()} == {"light 0"}
    fresh = archive.reading(article().id)
    assert fresh.reader != "light 0"
    assert archive.candidates(("depots",))[0][1] == fresh
    assert archive.reread() == 1
    assert [r for _, r in archive.articles()] == [fresh]
    assert archive.reread() == 0


@pytest.mark.parametrize("id", ["", "ffff", "zz"])
def test_an_unknown_id_is_said_to_be_unknown(archive: Archive, id: str) -> None:
    archive.add(article())
    with pytest.raises(UnknownArticle):
        archive.article(id)


class TestFaults:
    def test_no_archive(self, tmp_path: Path) -> None:
        with pytest.raises(MissingArchive, match="leadup add"):
            Archive(tmp_path / "none")

    def test_written_by_a_later_leadup(self, archive: Archive) -> None:
        with closing(sqlite3.connect(archive.path / FILE)) as db, db:
            db.execute("PRAGMA user_version = 99")
        with pytest.raises(NewerArchive, match="schema 99"):
            Archive(archive.path)

    def test_another_database(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / FILE)) as db, db:
            db.execute("CREATE TABLE t (x)")
        with pytest.raises(BrokenArchive, match="not a leadup archive"):
            Archive(tmp_path)

    def test_a_file_without_tables_is_named_empty(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("leadup.archive.schema.MAKING", 0.02)
        (tmp_path / FILE).touch()
        with pytest.raises(BrokenArchive, match=r"the archive's file is empty. Restore a copy"):
            Archive(tmp_path)
        with pytest.raises(BrokenArchive, match="no leadup archive"):
            recovery.recover(tmp_path, tmp_path / "into")

    def test_a_file_that_is_just_being_made(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("leadup.archive.schema.MAKING", 20.0)
        with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as db:
            db.execute("PRAGMA journal_mode = WAL")
        maker = threading.Timer(0.1, lambda: Archive(tmp_path, create=True).close())
        maker.start()
        with Archive(tmp_path) as made:
            assert made.size == 0
        maker.join()

    def test_no_database_at_all(self, tmp_path: Path) -> None:
        (tmp_path / FILE).write_bytes(b"not a database, and long enough to be looked at" * 100)
        with pytest.raises(BrokenArchive):
            Archive(tmp_path)

    def test_a_writer_that_holds_it_too_long(self, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("leadup.archive.file.PATIENCE", 0.05)
        holder = sqlite3.connect(archive.path / FILE, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with Archive(archive.path) as second, pytest.raises(LockedArchive):
            second.add(article())
        holder.execute("ROLLBACK")
        holder.close()

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(BrokenArchive):
            Archive(tmp_path / "file" / "archive", create=True)


@pytest.mark.skipif(os.name == "nt", reason="file names are no bytes there")
def test_a_file_whose_name_is_no_utf8_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (b"caf\xe9.txt", b"plain.txt"):
        text = f"Dockers of Norhaven walked out on Monday after a crane fell on two men, {name!r}"
        (tmp_path / "in" / os.fsdecode(name)).write_text(text)
    with Archive(tmp_path / "archive", create=True) as made:
        assert gather(made, [tmp_path / "in"]).added == 2
        assert gather(made, [tmp_path / "in"]).added == 0
