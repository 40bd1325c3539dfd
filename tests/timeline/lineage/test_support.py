"""Who carries a happening, and how many are independent."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.timeline.lineage import support
from leadup.timeline.lineage.support import as_one_outlet

DAY = dt.date(2021, 5, 4)
WIRE = (
    "A bridge over the river Lom gave way on Tuesday after a week of rain. Two lorries and a bus fell into the "
    "water, the police said. Divers brought nine people to the bank."
)


def test_copies_of_a_wire_story_are_one_lineage() -> None:
    articles = [
        article(f"LOM (Reuters) - {WIRE}", "North Post", DAY),
        article(f"Bridge falls. {WIRE}", "South Post", DAY + dt.timedelta(1)),
        article("Engineers had found cracks in the Lom bridge in March, a report that we have seen says.", "East", DAY),
    ]
    found = support(articles, language=ENGLISH)
    assert found.articles == 3
    assert set(found.outlets) == {"North Post", "South Post", "East"}
    assert found.independent == 2
    wire = next(line for line in found.lineages if len(line.articles) == 2)
    assert wire.name == "Reuters"
    assert wire.outlets == ("North Post", "South Post")
    assert "near copy of North Post" in wire.how
    assert "dateline “Reuters”" in wire.how


def test_a_credit_joins_a_rewritten_text() -> None:
    a = article("The Lom bridge is gone.", "A", DAY, wire="Associated Press")
    b = article("After days of rain a crossing fell.\nWith files from the Associated Press", "B", DAY)
    assert support([a, b], language=ENGLISH).independent == 1


@pytest.mark.parametrize(
    ("text", "byline", "independent"),
    [
        # All of it is the agency's.
        ("LOM (AP) - The bridge at Lom fell into the river.", (), 1),
        ("The bridge at Lom fell into the river.", ("Associated Press",), 1),
        ("The bridge at Lom fell into the river.\nCopyright 2021 The Associated Press. All rights reserved.", (), 1),
        ("The bridge at Lom fell into the river.\nAssociated Press writer Ann Lee contributed to this report.", (), 1),
        # It contributed, and the sentence is in words of their own, or is not.
        ("The bridge at Lom fell into the river.\nThe Associated Press contributed to this report.", (), 2),
        ("The bridge at Lom fell into the river.\nContributing: Ann Lee; the Associated Press", (), 2),
        ("A road bridge gave way after days of rain.\nThe Associated Press contributed to this report.", (), 1),
        ("A bridge gave way after days of rain.\nMaterial from the AP was used in this report.", (), 1),
        ("A bridge gave way after days of rain.\nReuters contributed to this report.", (), 2),
    ],
)
def test_who_credits_one_agency_is_one_source_but_for_words_of_their_own(
    text: str, byline: tuple[str, ...], independent: int
) -> None:
    wire = article("LOM (AP) - An old road bridge gave way after days of rain.", "North Post", DAY)
    other = replace(article(text, "South Post", DAY), byline=byline, wire="Associated Press" if byline else None)
    first = text.split("\n")[0]
    said = [mention(wire, "An old road bridge gave way after days of rain.", DAY), mention(other, first, DAY)]
    assert support([wire, other], said, language=ENGLISH).independent == independent
    # Nothing is known of the words: they may be the agency's.
    assert support([wire, other], language=ENGLISH).independent == (2 if "Reuters" in text else 1)


def test_a_record_that_holds_no_more_than_a_contribution_is_one() -> None:
    wire = article("LOM (AP) - An old road bridge gave way after days of rain.", "North Post", DAY)
    text = "The bridge at Lom fell into the river.\nThe Associated Press contributed to this report."
    other = article(text, "South Post", DAY, wire="Associated Press")
    told = [
        mention(wire, "An old road bridge gave way after days of rain.", DAY),
        mention(other, "The bridge at Lom fell into the river.", DAY),
    ]
    assert support([wire, other], told, language=ENGLISH).independent == 2
    assert support([wire, replace(other, byline=("The Associated Press",))], told, language=ENGLISH).independent == 1


def test_two_that_the_agency_contributed_to_are_two_in_words_of_their_own() -> None:
    credit = "\nThe Associated Press contributed to this report."
    texts = ["The bridge at Lom fell into the river.", "The Lom bridge is gone, a mayor said."]
    made = [article(t + credit, f"{k} Post", DAY) for k, t in enumerate(texts)]
    told = [mention(a, t, DAY) for a, t in zip(made, texts, strict=True)]
    assert support(made, told, language=ENGLISH).independent == 2


def test_quoting_the_other_outlet_is_dependence_but_only_in_the_sentence_that_counts() -> None:
    first = article("The Lom bridge fell on Tuesday.", "The Guardian", DAY)
    text = "The bridge at Lom fell, the Guardian newspaper reported. A second sentence stands alone."
    second = article(text, "B", DAY)
    quoting = mention(second, "The bridge at Lom fell, the Guardian newspaper reported.", DAY)
    alone = mention(second, "A second sentence stands alone.", DAY, 1)
    assert support([first, second], [quoting], language=ENGLISH).independent == 1
    assert support([first, second], [alone], language=ENGLISH).independent == 2


def test_two_that_quote_an_outlet_that_is_not_there_are_its_report() -> None:
    one = article("The bridge at Lom fell, the Guardian newspaper reported.", "B", DAY)
    two = article("The Lom bridge is gone, according to the Guardian newspaper.", "C", DAY)
    told = [mention(one, one.text, DAY), mention(two, two.text, DAY)]
    (line,) = support([one, two], told, language=ENGLISH).lineages
    assert (line.name, set(line.outlets)) == ("The Guardian", {"B", "C"})
    assert "B: quotes The Guardian" in line.how
    # What is said in an article that does not carry it counts for nothing.
    assert support([one], told, language=ENGLISH).articles == 1
    assert support([one], told[1:], language=ENGLISH).lineages[0].name == "B"
    # Its own words are no dependence.
    own = article("The bridge at Lom fell, the Guardian newspaper reported.", "The Guardian", DAY)
    assert support([own], [mention(own, own.text, DAY)], language=ENGLISH).lineages[0].how == ""


def test_articles_of_one_outlet_are_one_source() -> None:
    assert (
        support([article("One thing.", "A", DAY), article("Another thing.", "A", DAY)], language=ENGLISH).independent
        == 1
    )


def test_articles_that_name_no_outlet_are_one_source() -> None:
    found = support(
        [article("One thing.", None, DAY), article("Another thing.", None, DAY), article("More.", "A", DAY)],
        language=ENGLISH,
    )
    assert found.outlets == ("A", "outlet not named")
    assert found.independent == 2
    assert found.articles == 3


def test_what_an_agency_wrote_is_placed_by_it_where_no_outlet_is_named() -> None:
    articles = [
        article("LOM (Reuters) - A bridge fell.", None, DAY),
        article("LOM (AFP) - The river rose by a metre.", None, DAY),
        article("A boat sank.", None, DAY),
        article("A road was cut.", None, DAY),
    ]
    names = [line.name for line in support(articles, language=ENGLISH).lineages]
    assert sorted(names) == ["Agence France-Presse", "Reuters", "outlet not named"]


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [article(f"{WIRE} {k}", f"Outlet {k}", DAY + dt.timedelta(k % 2)) for k in range(4)]
    assert support(articles, language=ENGLISH) == support(articles[::-1], language=ENGLISH)


def test_nobody_carries_nothing() -> None:
    assert support([], language=ENGLISH).independent == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Fox News", None), ("Fox Online News", None)),
        (("CNN (Web News)", "http://politicalticker.blogs.cnn.com/a"), (None, "https://www.cnn.com/b")),
        (("Lom Post", "https://lompost.example/a"), ("Lom Post Live", "https://amp.lompost.example/b")),
        (("https://www.reuters.com/a", None), ("Reuters", None)),
    ],
)
def test_one_outlet_under_two_names_counts_once(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> None:
    a = replace(article("The Lom bridge fell.", one[0], DAY), url=one[1])
    b = replace(article("Nine people were brought to the bank.", other[0], DAY), url=other[1])
    assert support([a, b], language=ENGLISH).independent == 1


def test_two_outlets_of_one_aggregator_are_two() -> None:
    a = replace(article("The Lom bridge fell.", "North Post", DAY), url="https://news.yahoo.com/a")
    b = replace(article("Nine people were brought out.", "South Post", DAY), url="https://news.yahoo.com/b")
    assert support([a, b], language=ENGLISH).independent == 2


def test_a_question_and_an_opinion_are_no_second_report() -> None:
    news = article("The Lom bridge fell on Tuesday.", "North Post", DAY)
    asking = article("Why did the Lom bridge fall? It was old.", "South Post", DAY)
    opinion = replace(article("The Lom bridge fell for want of care.", "East Post", DAY), title="Opinion: No care")
    told = [
        mention(news, "The Lom bridge fell on Tuesday.", DAY),
        mention(asking, "Why did the Lom bridge fall?", DAY),
        mention(opinion, "The Lom bridge fell for want of care.", DAY),
    ]
    found = support([news, asking, opinion], told, language=ENGLISH)
    assert found.independent == 1
    assert "no report of its own" in found.lineages[0].how
    # Where the same article also says so plainly, it reports.
    plain = [*told[:2], mention(asking, "It was old.", DAY, 1)]
    assert support([news, asking], plain, language=ENGLISH).independent == 2


def test_two_outlets_said_to_be_one_are_one_source() -> None:
    articles = [
        article("The Lom bridge fell.", "North Post", DAY),
        article("Nine people were brought to the bank.", "South Post", DAY),
        article("Engineers had found cracks in March.", "East Post", DAY),
    ]
    found = support(articles, language=ENGLISH)
    one = as_one_outlet(found, "North Post", "South Post")
    assert (found.independent, one.independent) == (3, 2)
    assert set(one.outlets) == {"North Post", "East Post"}
    assert one.articles == 3
    (joined,) = (line for line in one.lineages if len(line.articles) == 2)
    assert joined.outlets == ("North Post",)
    assert as_one_outlet(found, "North Post", "North Post") == found
    assert as_one_outlet(found, "North Post", "West Post") == found


@pytest.mark.parametrize(
    ("passing", "outlets", "independent"),
    [
        ((), {"North Post", "South Post", "East"}, 3),
        # Who only brings it up is not counted; an article that tells it elsewhere is.
        (("B",), {"North Post", "East"}, 2),
        (("C",), {"North Post", "South Post", "East"}, 3),
        # The wording's own outlet carries it, and is no source beside those that tell it.
        (("A",), {"North Post", "South Post", "East"}, 2),
        (("A", "B", "C", "D"), {"North Post"}, 1),
    ],
)
def test_who_only_brings_it_up_is_no_source(passing: tuple[str, ...], outlets: set[str], independent: int) -> None:
    told = {
        "A": article("Last year a crossing of the Lom gave way.", "North Post", DAY),
        "B": article("Since then every train from Hask is full.", "South Post", DAY),
        "C": article("Divers searched below. Men saw the old bridge fall at noon.", "East", DAY),
    }
    words = {
        "A": "a crossing of the Lom gave way",
        "B": "Since then",
        "C": "Divers searched below",
    }
    mentions = {k: mention(told[k], words[k], DAY) for k in told}
    mentions["D"] = mention(told["C"], "Men saw the old bridge fall", DAY)
    places = {mentions[k].span for k in passing}
    found = support(list(told.values()), list(mentions.values()), passing=places, language=ENGLISH)
    assert set(found.outlets) == outlets
    assert found.independent == independent


def test_an_outlet_that_reports_it_and_argues_too_is_a_source() -> None:
    report = article("A crossing of the Lom gave way at noon.", "North Post", DAY)
    other = article("Men saw the old bridge go down.", "South Post", DAY + dt.timedelta(1))
    argued = article("Why did nobody see to the piers?", "South Post", DAY + dt.timedelta(2))
    made = [report, other, argued]
    words = [a.text for a in made]
    assert (
        support(
            made, [mention(a, text, DAY) for a, text in zip(made, words, strict=True)], language=ENGLISH
        ).independent
        == 2
    )
    assert (
        support([report, argued], [mention(a, a.text, DAY) for a in (report, argued)], language=ENGLISH).independent
        == 1
    )
