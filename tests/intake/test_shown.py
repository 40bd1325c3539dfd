"""Lines under a headline: what they say where that is all they say."""

from __future__ import annotations

import pytest

from leadup.intake.page import article_from_html
from leadup.intake.shown import credited, line_of
from leadup.model import Article

ONE = "Masons found a sealed well under the town hall of Ostrel on Tuesday, the mayor said, and stopped work there."
TWO = (
    "“Nobody knew of it,” said Vera Lindqvist, who keeps the town's records. It will be drained in May, when it is dry."
)
TITLE = "Sealed well found under the town hall"


@pytest.mark.parametrize(
    ("line", "names", "published", "updated"),
    [
        ("By Vera Lindqvist | @vera", ("Vera Lindqvist",), None, None),
        ("By Vera Lindqvist / The Ostrel Gazette", ("Vera Lindqvist",), None, None),
        ("By Vera Lindqvist and Olle Brandt, CNN", ("Vera Lindqvist", "Olle Brandt"), None, None),
        ("von Vera Lindqvist", ("Vera Lindqvist",), None, None),
        ("By Vera Lindqvist, Olle Brandt and staff", ("Vera Lindqvist", "Olle Brandt"), None, None),
        ("Veröffentlicht am 07.03.2018 | Lesedauer: 2 Minuten", (), "2018-03-07", None),
        ("7 marzo 2018 (modifica il 8 marzo 2018 | 09:00)", (), "2018-03-07", "2018-03-08"),
        ("Par Vera Lindqvist (Ostrel, envoyée spéciale)", ("Vera Lindqvist",), None, None),
        ("By Vera Lindqvist, Gazette March 7, 2018, 2:12 p.m. ET", ("Vera Lindqvist",), "2018-03-07", None),
        ("PUBLISHED: 14:12, 7 March 2018 | UPDATED: 10:00, 8 March 2018", (), "2018-03-07", "2018-03-08"),
        ("Publié le 7 mars 2018 à 15:12, mis à jour le 8 mars 2018 à 10h05", (), "2018-03-07", "2018-03-08"),
        ("Stand: 07.03.2018 15:12 Uhr", (), None, "2018-03-07"),
        ("Mittwoch, 7. März 2018, 15.12 Uhr", (), "2018-03-07", None),
        ("Posted: 03/13/2018 2:12 PM EST / Updated: 03/14/2018", (), "2018-03-13", "2018-03-14"),
        ("March 7, 2018 / 2:12 PM / 4 years ago", (), "2018-03-07", None),
        ("Last modified on Thu 8 Mar 2018 09.00 GMT", (), None, "2018-03-08"),
    ],
)
def test_a_line_says_who_and_when(
    line: str, names: tuple[str, ...], published: str | None, updated: str | None
) -> None:
    found = line_of(line)
    assert found is not None and found.names == names
    assert (found.published and found.published.day.isoformat(), found.updated and found.updated.day.isoformat()) == (
        published,
        updated,
    )


@pytest.mark.parametrize(
    "line",
    [
        "The well was found on March 7, 2018.",
        "By Tuesday the well was dry",
        "Published accounts differ",
        "Vera Lindqvist",
        "Sealed well found | Ostrel",
        "In 2018 they found a well",
        "5",
    ],
)
def test_another_line_says_nothing(line: str) -> None:
    assert line_of(line) is None


def test_figures_have_an_order_or_no_day() -> None:
    unsure, american = line_of("Posted: 03/07/2018"), line_of("Posted: 03/07/2018", "mdy")
    assert unsure is not None and unsure.published is None
    assert american is not None and american.published is not None
    assert american.published.day.isoformat() == "2018-03-07"


def page(head: str = "", lines: str = "", title: str = TITLE) -> Article:
    html = (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{TITLE}</h1>{lines}<p>{ONE}</p><p>{TWO}</p>"
    )
    return article_from_html(
        f"{html}<p>{ONE.replace('Tuesday', 'Monday')}</p></article></body></html>", source="p.html"
    )


def body(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]


def test_a_page_that_says_nothing_for_machines_is_read_as_people_read_it() -> None:
    article = page(lines="<div><span>By Vera Lindqvist</span> <span>Posted March 7, 2018 at 2:12 PM EST</span></div>")
    assert article.byline == ("Vera Lindqvist",)
    assert article.published is not None and article.published.certainty == "likely"
    assert article.published.day.isoformat() == "2018-03-07" and body(article)[0] == ONE


def test_what_a_page_says_for_machines_stands_but_for_a_login_s_name() -> None:
    head = (
        '<meta name="author" content="vera.l"><meta property="article:published_time" content="2018-03-07T10:00:00Z">'
    )
    shown = '<a href="/author/vera" class="name">Vera Lindqvist</a><p>9 March 2018</p>'
    article = page(head, shown)
    assert article.byline == ("Vera Lindqvist",) and article.published is not None
    assert article.published.day.isoformat() == "2018-03-07"
    assert page(head.replace("vera.l", "Olle Brandt"), shown).byline == ("Olle Brandt",)


def test_authors_that_are_marked_together_are_all_named() -> None:
    head = '<meta name="author" content="Vera Lindqvist">'
    two = '<div><a rel="author">Vera Lindqvist</a> in Ostrel and <a rel="author">Olle Brandt</a></div>'
    article = page(head, two)
    assert article.byline == ("Vera Lindqvist", "Olle Brandt") and body(article)[0] == ONE
    apart = '<div><a rel="author">Vera Lindqvist</a></div><div><a rel="author">Ida Roth</a></div>'
    assert page(head, apart).byline == ("Vera Lindqvist",)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Vera Lindqvist, Senior Labour Correspondent", ("Vera Lindqvist",)),
        ("Vera Lindqvist Deputy political editor", ("Vera Lindqvist",)),
        ("Vera Lindqvist (now) and Olle Brandt (earlier)", ("Vera Lindqvist", "Olle Brandt")),
        ("Vera Lindqvist in Ostrel", ("Vera Lindqvist",)),
        ("By Vera Lindqvist For Postonline", ("Vera Lindqvist",)),
        ("Staff Reporter", ("Staff Reporter",)),
    ],
)
def test_authors_without_their_offices(said: str, names: tuple[str, ...]) -> None:
    assert page(f'<meta name="author" content="{said}">').byline == names


def test_sections_between_bars_are_no_part_of_a_headline() -> None:
    head = f'<meta name="twitter:title" content="Ostrel Post | News | Town | {TITLE}">'
    assert page(f'{head}<meta name="application-name" content="Ostrel Post">').title == TITLE


def test_the_site_s_name_may_be_a_first_heading() -> None:
    body = f"<h3>{TITLE}</h3><p>{ONE}</p><p>{TWO}</p>"
    html = f"<html><head><title>Ostrel Post: {TITLE}</title></head><body><h1>Ostrel Post</h1>{body}</body></html>"
    assert article_from_html(html, source="p.html").title == TITLE


def test_a_dateline_is_the_last_word_on_the_day() -> None:
    sent = f"<p>OSTREL, March 7, 2018 (AP) — {ONE}</p><p>{TWO}</p>"
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{sent}</body></html>"
    article = article_from_html(html, source="p.html")
    assert article.published is not None and article.published.how == "the dateline"


def test_lines_of_names_are_credits_and_sentences_are_not() -> None:
    rows = credited(
        [
            ("body", "Vera Lindqvist & Olle Brandt"),
            ("body", "Labour Correspondent"),
            ("body", "Vera Lindqvist sang."),
            ("body", ONE),
        ],
        ("Vera Lindqvist", "Olle Brandt"),
    )
    assert [kind for kind, _ in rows] == ["credit", "credit", "body", "body"]


def page_of(under: str, after: str = "") -> Article:
    html = f"<html lang='en'><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{under}<p>{ONE}</p>"
    return article_from_html(f"{html}<p>{TWO}</p></article>{after}</body></html>", source="x")


@pytest.mark.parametrize(
    ("under", "names"),
    [
        ("<p>Vera Lindqvist</p><p>Ostrel News Reporter</p><p>Posted on March 7, 2018, at 5:36 p.m. ET</p>",
         ("Vera Lindqvist",)),
        ("<p>Vera Lindqvist</p><p>March 7, 2018</p>", ()),  # perhaps a section, or a place
        ("<p>Ostrel Gazette</p><p>Staff Reporter</p><p>March 7, 2018</p>", ()),
    ],
)  # fmt: skip
def test_a_name_over_what_that_one_is(under: str, names: tuple[str, ...]) -> None:
    article = page_of(under)
    assert article.byline == names
    assert article.published is not None and article.published.day.isoformat() == "2018-03-07"


def test_the_day_under_the_headline_goes_before_another_story_s() -> None:
    others = "<aside><ul><li><a href='/b'>Fire put out</a><time datetime='2018-03-05'>5 March</time></li></ul></aside>"
    article = page_of("<p>By Vera Lindqvist</p><p>Wednesday 7 March 2018 18:24</p>", others)
    assert article.published is not None and article.published.day.isoformat() == "2018-03-07"
