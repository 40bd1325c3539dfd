"""Pages: what is the article, what is around it, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.errors import EmptyArticle, UnreadableInput
from leadup.intake import Options, article_from_html
from leadup.model import Article

BODY = "".join(
    f"<p>Paragraph {n} tells at some length what the port authority said about the crane that fell onto the quay, "
    f"and why nobody had looked at its bolts in the years before, as {n} witnesses told the inquiry.</p>"
    for n in range(1, 7)
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Crane falls onto quay",
            "datePublished": "2021-03-03T09:30:00+01:00",
            "author": [{"@type": "Person", "name": "Ada Brandt"}, {"@type": "Person", "name": "Li Wei"}],
            "publisher": {"@type": "Organization", "name": "The Harbour Gazette"},
            "inLanguage": "en-GB",
        },
        {
            "@type": "NewsArticle",
            "headline": "Another story",
            "datePublished": "2019-01-01",
            "url": "https://x.org/other",
        },
    ],
}
PAGE = f"""<!doctype html><html lang="en"><head><title>Crane falls onto quay | The Harbour Gazette</title>
<link rel="canonical" href="https://gazette.example/2021/03/03/crane">
<meta property="og:title" content="Crane falls onto quay">
<meta property="og:description" content="Two workers are in hospital and the northern quay stays closed for weeks.">
<meta property="article:published_time" content="2021-03-03T08:30:00Z">
<script type="application/ld+json">{json.dumps(LD)}</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Crane falls onto quay</h1>
<p class="standfirst">Two workers are in hospital and the northern quay stays closed for weeks.</p>
<figure><img src="a.jpg" alt=""><figcaption>The crane on Monday. Photo: Jan Novak</figcaption></figure>
{BODY}
<h2>March 4, 2021</h2>
<p>The inquiry began in the evening of the next day in the old customs house, in front of two hundred people.</p>
<div class="related-stories"><p><a href="/a">Another crane is looked at in the southern harbour</a></p></div>
<p>Click to play video: &#39;Crane lies across the quay&#39;</p><p>Crane lies across the quay</p>
<div class="newsletter-signup"><p>The news of the harbour in your mailbox, for nothing, every morning.</p></div>
<p>With files from the Associated Press</p>
</article><footer><p>© 2021 The Harbour Gazette. All rights reserved.</p></footer></body></html>"""


def kinds(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for p in article.paragraphs:
        found.setdefault(p.kind, []).append(article.text[p.start : p.end])
    return found


def read(html: str | bytes = PAGE, **options: object) -> Article:
    return article_from_html(html, source="crane.html", options=Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("fast", [False, True])
def test_what_a_page_says_of_itself(fast: bool) -> None:
    article = read(fast=fast)
    assert article.title == "Crane falls onto quay"
    assert article.outlet == "The Harbour Gazette"
    assert article.byline == ("Ada Brandt", "Li Wei")
    assert article.url == "https://gazette.example/2021/03/03/crane"
    assert article.language == "en"
    assert article.wire == "Associated Press"
    assert article.published is not None
    assert article.published.at == dt.datetime(2021, 3, 3, 8, 30, tzinfo=dt.UTC)
    assert article.published.at.utcoffset() == dt.timedelta(hours=1)
    assert article.published.certainty == "sure"


def test_what_is_the_article() -> None:
    found = kinds(read())
    assert found["title"] == ["Crane falls onto quay"]
    assert found["heading"] == ["March 4, 2021"]
    assert found["body"][0].startswith("Two workers are in hospital")
    assert sum(text.startswith("Paragraph") for text in found["body"]) == 6
    assert found["caption"] == ["The crane on Monday. Photo: Jan Novak"]
    assert found["credit"] == ["With files from the Associated Press"]
    shown = " ".join(found["body"])
    for leak in ("Click to play", "southern harbour", "mailbox", "All rights", "Home"):
        assert leak not in shown
    assert found["body"].count("Crane lies across the quay") == 0


def test_the_asker_knows_better() -> None:
    article = read(published=dt.date(2020, 1, 3), outlet="Mine")
    assert article.outlet == "Mine"
    assert article.published is not None
    assert (article.published.day, article.published.certainty) == (dt.date(2020, 1, 3), "sure")


def test_a_page_without_a_date_has_none() -> None:
    article = read(f"<html><body><article><h1>Crane falls onto quay</h1>{BODY}</article></body></html>")
    assert article.published is None


def test_broken_structured_data_is_passed_over() -> None:
    html = PAGE.replace(
        json.dumps(LD), '{"@type": "NewsArticle", "headline": "Crane\nfalls", "datePublished": "2021-03-03",}'
    )
    assert read(html).title == "Crane falls"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_charsets(charset: str) -> None:
    html = PAGE.replace("old customs house", "altes Zollhaus über der Brücke").replace(
        "<head>", f"<head><meta charset={charset}>"
    )
    assert "über der Brücke" in read(html.encode(charset)).text


@pytest.mark.parametrize(
    "html",
    ["", "<html></html>", "   ", "<p></p>", "<!-- nothing -->", "\x00" * 10, "<html><body><nav>x</nav></body></html>"],
)
def test_nothing_there(html: str) -> None:
    with pytest.raises(EmptyArticle):
        read(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + BODY,
        "<html>" + BODY + "<b>" * 50_000,
        "<div>" * 20_000 + BODY + "</div>" * 20_000,
        f"<html><body>{BODY}<script>while(1);</script><iframe src=http://x></iframe><style>p{{}}</style></body></html>",
        f'<html><body>{BODY}<a href="javascript:alert(1)" onclick="x()">click</a></body></html>',
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><html><body>{BODY}<p>&b;</p></body></html>",
        PAGE.replace("{", "{{{{[[[["),
        f'<html><head><script type="application/ld+json">{"[" * 100_000}</script></head><body>{BODY}</body></html>',
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_hostile_pages(html: str, fast: bool) -> None:
    try:
        article = read(html, fast=fast)
    except (EmptyArticle, UnreadableInput) as error:
        assert isinstance(error, EmptyArticle) or "deep in each other" in str(error)
        return
    for word in ("while(1)", "onclick", "javascript:"):
        assert word not in article.text


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=related>",
                "<li>",
                "<a href=x>",
                "a ",
                "Read more:",
                "<br>",
                "</div>",
                "<h2>",
                "&#0;",
                "&lt;b&gt;",
                "\ufffd",
                "é",
                BODY[:200],
            ]
        ),
        max_size=40,
    )
)
def test_any_markup(parts: list[str]) -> None:
    try:
        article = read("<html><body>" + "".join(parts) + "</body></html>")
    except EmptyArticle:
        return
    last = 0
    for p in article.paragraphs:
        assert last <= p.start < p.end <= len(article.text)
        last = p.end


@pytest.mark.parametrize(("deep", "said"), [(200, None), (400, "more than 256 deep"), (5_000, "more than 256 deep")])
def test_what_stands_too_deep_is_said_to(deep: int, said: str | None) -> None:
    page = f"<html><body>{'<div>' * deep}<p>The ferry sank on Saturday off Port Ansel.</p>{'</div>' * deep}"
    if said is None:
        assert "The ferry sank" in article_from_html(page, source="a").text
    else:
        with pytest.raises(UnreadableInput, match=said):
            article_from_html(page, source="a")


def labelled(*lines: str) -> Article:
    between = "".join(f"<p>{line}</p>" for line in lines)
    after = "<p>The inquiry began in the evening of the next day in the old customs house, in front of many people.</p>"
    page = f"<html><body><article><h1>Crane falls</h1>{BODY}{between}{after}</article></body></html>"
    found = article_from_html(page, source="a.html")
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("label", "headline"),
    [
        ("TÄSTÄ PUHUTAAN |", "Silta suljetaan kevääksi"),
        ("FUNDA LAPHA |", "Ibhuloho livaliwe"),
        ("MORE HARBOUR NEWS |", "Bridge to stay shut"),
    ],
)
def test_a_linked_headline_under_a_label_leads_to_another_story(label: str, headline: str) -> None:
    link = f'<strong>{label}</strong> <a href="/other">{headline}</a>'
    line = f"{label} {headline}"
    assert line in kinds(labelled(link))["noise"]
    # What is not linked may be the article's own, and what a link in a sentence stands in is.
    assert line not in kinds(labelled(f"<strong>{label}</strong> {headline}")).get("noise", [])
    part = kinds(labelled(f'{label} It was told of <a href="/other">{headline}</a> before.')).get("noise", [])
    assert not any(headline in told for told in part)
    own = kinds(labelled(f'<a href="/about">{label.strip(" |")}</a> | On the quay')).get("noise", [])
    assert not any("On the quay" in told for told in own)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NOON | The crane is lifted from the quay.", "NOON | The second crane is looked at by divers."),
        ("Ada Brandt | harbour master of the northern quay", "Ada Brandt | chair of the inquiry since Monday"),
        ("NORTH QUAY | Two workers in hospital", "SOUTH QUAY | Nobody was there that day"),
        # Witnesses under their names, without a stop at the end.
        ("ADA BRANDT | I saw the crane come down on the quay", "ADA BRANDT | Divers found my brother the same night"),
        ("DAY ONE | The crane fell at noon", "DAY ONE | Divers went down at dusk"),
    ],
)
def test_sentences_names_and_headings_behind_a_bar_stay(one: str, other: str) -> None:
    told = kinds(labelled(one, other))
    assert not {one, other} & set(told.get("noise", []))
