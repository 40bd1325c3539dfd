"""Which of a page's dates is believed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leadup.intake.dating import DateSource, date_of_page, htmldate, month_first
from leadup.intake.head import Head
from leadup.intake.page import parse
from leadup.intake.structured import Structured, structured
from leadup.model import Published

NOON = dt.datetime(2021, 3, 5, 12, tzinfo=dt.UTC)


def dated(*published: tuple[str, str], modified: tuple[str, ...] = ()) -> Structured:
    return Structured(published=published, modified=modified)


def published(data: Structured, guess: dt.date | None, **known: Any) -> Published | None:
    found = date_of_page(data, guess, **known)
    return found.published if found is not None else None


def of(
    data: Structured, guess: dt.date | None = None, url: str | None = None, crawled: dt.datetime | None = NOON
) -> Published:
    found = published(data, guess, url=url, crawled=crawled)
    assert found is not None
    return found


def test_two_that_agree_are_sure() -> None:
    found = of(dated(("2021-03-03T09:30:00+01:00", "JSON-LD datePublished")), dt.date(2021, 3, 3))
    assert (found.certainty, found.day, found.how) == ("sure", dt.date(2021, 3, 3), "JSON-LD datePublished")
    assert found.at.utcoffset() == dt.timedelta(hours=1)


def test_one_alone_is_likely() -> None:
    assert of(dated(("2021-03-03T09:30:00Z", "meta date"))).certainty == "likely"
    assert of(dated(("2021-03-03T09:30:00Z", "meta date")), dt.date(2021, 2, 1)).certainty == "likely"


def test_a_zone_is_taken_from_another_place() -> None:
    found = of(dated(("2021-03-03 09:30:00", "JSON-LD datePublished"), ("2021-03-03T09:30:00+02:00", "meta date")))
    assert found.at.utcoffset() == dt.timedelta(hours=2)


def test_day_and_month_swapped_is_put_right() -> None:
    # Written as 5 April, it would lie after the page was fetched on 5 May's eve; it is 4 May.
    found = of(dated(("2021-05-04T08:00:00Z", "JSON-LD datePublished")), crawled=dt.datetime(2021, 4, 6, tzinfo=dt.UTC))
    assert found.day == dt.date(2021, 4, 5)
    assert found.certainty == "likely"
    assert "put right" in found.how


def test_a_date_after_the_fetch_is_passed_over() -> None:
    data = dated(("2021-12-31T08:00:00Z", "JSON-LD datePublished"), ("2021-03-01", "meta date"))
    assert of(data).day == dt.date(2021, 3, 1)
    assert published(dated(("2021-12-31", "meta date")), None, url=None, crawled=NOON) is None


def test_published_long_after_the_last_change_is_swapped() -> None:
    data = dated(("2021-02-01", "meta date"), modified=("2021-01-03T10:00:00Z",))
    assert of(data).day == dt.date(2021, 1, 2)


def test_the_address_speaks_last() -> None:
    assert of(Structured(), url="https://example.com/2021/03/02/quay.html").how == "the address"
    found = of(Structured(), dt.date(2021, 3, 2), url="https://example.com/2021/03/02/quay.html")
    assert found.certainty == "sure"


def test_a_file_older_than_its_page_lowers_the_certainty() -> None:
    data = dated(("2021-03-03T09:30:00Z", "meta date"))
    saved = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    found = published(data, dt.date(2021, 3, 3), url=None, crawled=None, saved=saved)
    assert found is not None and found.certainty == "likely"


def test_htmldate_is_asked_for_the_first_date() -> None:
    tree = parse("<html><body><time class='published'>3 March 2021</time><p>Updated 2021-03-04</p></body></html>")
    assert tree is not None
    assert htmldate(tree, None, NOON) == dt.date(2021, 3, 3)


def test_nothing_says_nothing() -> None:
    assert published(structured(Head()), None, url=None, crawled=None) is None


AMERICAN, BRITISH, NOBODYS = "<html lang='en-US'>", "<html lang='en-GB'>", "<html lang='en'>"


@pytest.mark.parametrize(
    ("page", "day"), [(AMERICAN, dt.date(2021, 1, 3)), (BRITISH, dt.date(2021, 3, 1)), (NOBODYS, None)]
)
def test_figures_are_read_in_the_pages_own_order(page: str, day: dt.date | None) -> None:
    stated = published(dated(("1/3/2021", "meta date")), None, url=None, crawled=NOON, page=page)
    assert (stated.day if stated else None) == day
    # htmldate reads them day first; what it saw on the page is read again.
    shown = page + "<span class='date'>1/3/2021</span>"
    guessed = published(Structured(), dt.date(2021, 3, 1), url=None, crawled=NOON, page=shown)
    assert (guessed.day if guessed else None) == day


def test_figures_that_can_be_one_day_only_need_no_country() -> None:
    assert of(dated(("2/25/2021 5:15", "meta date"))).day == dt.date(2021, 2, 25)
    assert of(dated(("25/2/2021", "meta date"))).day == dt.date(2021, 2, 25)


@pytest.mark.parametrize(
    ("url", "data", "american"),
    [
        ("https://www.clare.gov/a", Structured(), True),
        ("https://clare.example/a", Structured(meta={"og:locale": "en_US"}), True),
        ("https://clare.example/a", Structured(meta={"og:locale": "en_IE"}), False),
        ("https://clare.example/a", Structured(language="fr"), False),
        ("https://clare.example/a", Structured(language="en"), None),
        (None, Structured(), None),
    ],
)
def test_whose_order_a_page_writes_in(url: str | None, data: Structured, american: bool | None) -> None:
    assert month_first(data, url) is american


@pytest.mark.parametrize(
    ("page", "believed"),
    [
        ("<p>Ring 0202 103 03 or quote 20210302.</p>", False),
        ("<p>Ref. 77-2021-03-02-4</p>", False),
        ("<p>March 2, 2021</p>", True),
        ("<p>2nd March 2021</p>", True),
        ("<p>2 mars 2021</p>", True),
        ("<time datetime='2021-03-02T10:00'>", True),
        ("<a href='/2021/03/02/quay'>", True),
        ("<p>2021年3月2日</p>", True),
    ],
)
def test_a_guess_is_believed_where_the_page_writes_it_out(page: str, believed: bool) -> None:
    found = published(Structured(), dt.date(2021, 3, 2), url=None, crawled=NOON, page=page)
    assert (found is not None) == believed


def test_the_zero_of_a_clock_is_no_date() -> None:
    data = dated(("1970-01-01T00:00:00Z", "meta article:published_time"), ("2021-03-02", "<time>"))
    assert of(data).day == dt.date(2021, 3, 2)
    assert published(dated(("0000000000", "meta date")), None, url=None, crawled=NOON) is None


def test_the_last_change_speaks_where_nothing_else_does() -> None:
    found = of(Structured(modified=("2021-03-02T10:00:00Z",)))
    assert (found.day, found.certainty) == (dt.date(2021, 3, 2), "likely")
    assert "last change" in found.how
    assert of(dated(("2021-03-01", "meta date"), modified=("2021-03-02T10:00:00Z",))).day == dt.date(2021, 3, 1)
    assert published(Structured(modified=("2021-04-02",)), None, url=None, crawled=NOON) is None


@pytest.mark.parametrize(
    ("page", "at", "precision"),
    [
        ("<p>March 2, 2021 5:15 PM EST</p><p>Doors open at 8:00 p.m. CET</p>", "2021-03-02T17:15:00-05:00", "minute"),
        ("<p>2 March 2021, 17:15 CET</p>", "2021-03-02T17:15:00+01:00", "minute"),
        ("<p>2 March 2021</p><p>Doors open at 8:00 p.m. CET</p>", "2021-03-02T00:00:00+00:00", "day"),
    ],
)
def test_the_clock_behind_a_written_day_is_its_time(page: str, at: str, precision: str) -> None:
    found = published(Structured(), dt.date(2021, 3, 2), url=None, crawled=NOON, page=page)
    assert found is not None
    assert (found.at.isoformat(), found.precision) == (at, precision)


def test_a_guess_that_is_the_last_change_is_called_so() -> None:
    page = "<meta property='article:modified_time' content='2021-03-02T08:00:00Z'>"
    data = Structured(modified=["2021-03-02T08:00:00Z"])
    found = published(data, dt.date(2021, 3, 2), url=None, crawled=NOON, page=page)
    assert found is not None
    assert found.how.startswith("the page's last change")


@pytest.mark.parametrize(
    ("published", "url", "day"),
    [
        (["2021-03-04T03:12:00Z", "2021-03-03T20:12:00-07:00"], None, "2021-03-03"),  # the same moment on its own clock
        (["2021-03-04T03:12:00Z", "2021-03-02T20:12:00-07:00"], None, "2021-03-04"),  # another story's
        (["2021-03-04T03:12:00Z"], "https://a.example/2021/03/03/well.html", "2021-03-03"),
        (["2021-03-03T20:12:00Z"], "https://a.example/2021/03/04/well.html", "2021-03-04"),  # east of Greenwich
        (["2021-03-04T18:12:00Z"], "https://a.example/2021/03/03/well.html", "2021-03-04"),  # no clock has it then
        (["2021-03-04T03:12:00+00:00"], "https://a.example/2021/03/02/well.html", "2021-03-04"),
        (["2021-03-04T03:12:00-05:00"], "https://a.example/2021/03/03/well.html", "2021-03-04"),  # a clock of its own
        (["2021-03-04 03:12"], "https://a.example/2021/03/03/well.html", "2021-03-04"),  # no zone
    ],
)
def test_a_time_in_utc_is_of_the_page_s_own_day(published: list[str], url: str | None, day: str) -> None:
    data = dated(*((value, f"meta {number}") for number, value in enumerate(published)))
    assert of(data, url=url).day.isoformat() == day


@pytest.mark.parametrize(
    ("data", "guess", "url", "source"),
    [
        (dated(("2021-03-03T09:30:00Z", "htmldate, as a page may call it")), None, None, DateSource.STATED),
        (Structured(), dt.date(2021, 3, 2), None, DateSource.GUESSED),
        (Structured(), dt.date(2021, 3, 2), "https://example.com/2021/03/02/quay.html", DateSource.AGREED),
        (Structured(), None, "https://example.com/2021/03/02/quay.html", DateSource.ADDRESS),
        (Structured(modified=("2021-03-02T10:00:00Z",)), None, None, DateSource.CHANGED),
    ],
)
def test_where_a_date_comes_from_is_told_apart_by_itself(
    data: Structured, guess: dt.date | None, url: str | None, source: DateSource
) -> None:
    found = date_of_page(data, guess, url=url, crawled=NOON)
    assert found is not None and found.source is source
    assert found.may_be_shown_otherwise == (source in (DateSource.GUESSED, DateSource.CHANGED))


def test_a_statement_whose_name_speaks_of_zones_keeps_its_zone() -> None:
    # The words of a reason decide nothing: a page's own name for its date may be any.
    stated = dated(("2021-03-03T23:30:00Z", "meta no zone"), ("2021-03-04T01:30:00+02:00", "meta date put right"))
    found = of(stated)
    assert found.at.utcoffset() == dt.timedelta(hours=2) and found.day == dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("other", "hour", "zone"),
    [
        # the same moment on the page's own clock says its zone; another one is of something else
        ("2021-03-03T09:30:00+02:00", 9, 2),
        ("2021-03-03T15:00:00+02:00", 9, 0),
    ],
)
def test_another_time_of_the_day_gives_no_zone(other: str, hour: int, zone: int) -> None:
    at = of(dated(("2021-03-03T09:30:00", "meta date"), (other, "meta modified"))).at
    assert (at.hour, at.utcoffset()) == (hour, dt.timedelta(hours=zone))


@pytest.mark.parametrize(("url", "certainty"), [(None, "likely"), ("https://example.com/2021/03/04/quay.html", "sure")])
def test_a_day_put_right_is_sure_by_the_address_alone(url: str | None, certainty: str) -> None:
    found = of(dated(("2021-04-03T09:30:00Z", "meta date")), dt.date(2021, 3, 4), url)
    assert (found.day, found.certainty) == (dt.date(2021, 3, 4), certainty)


def test_a_time_without_a_zone_is_not_moved_to_the_address() -> None:
    url = "https://example.com/2021/03/04/quay.html"
    assert of(dated(("2021-03-03T23:30:00", "meta date")), url=url).day == dt.date(2021, 3, 3)
    assert of(dated(("2021-03-03T23:30:00Z", "meta date")), url=url).day == dt.date(2021, 3, 4)
