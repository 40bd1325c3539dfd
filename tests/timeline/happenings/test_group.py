"""Mentions brought together into happenings."""

import datetime as dt
import itertools

from tests.timeline.making import article, mention

from leadup.lang import ENGLISH
from leadup.model import Article, Figure, Mention, Reading, Sentence
from leadup.timeline.happenings import Collection, group, telling_as_each

DAY = dt.date(2021, 5, 4)
TEXTS = {
    "North Post": "LOM (Reuters) - A bridge over the river Lom collapsed on Tuesday, killing 4 people.",
    "South Post": "Four people died when the Lom bridge gave way and collapsed on Tuesday.",
    "East Post": "The bridge at Lom collapsed on Tuesday; 5 people were killed.",
    "West Post": "Parliament passed the budget on Tuesday by three votes after a long night.",
}


def told() -> tuple[list[Mention], dict[str, Article]]:
    articles = [article(text, outlet, DAY + dt.timedelta(k)) for k, (outlet, text) in enumerate(TEXTS.items())]
    return [mention(a, a.text, DAY) for a in articles], {a.id: a for a in articles}


def test_one_happening_in_three_outlets_and_another_beside_it() -> None:
    mentions, articles = told()
    found = group(mentions, articles, language=ENGLISH)
    assert [len(h.mentions) for h in found] == [3, 1]
    assert set(found[0].support.outlets) == {"North Post", "South Post", "East Post"}
    assert found[0].support.independent == 3
    assert found[0].support.lineages[0].name == "Reuters"


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions, articles = told()
    answers = {group(list(order), articles, language=ENGLISH) for order in itertools.permutations(mentions)}
    assert len(answers) == 1


def test_days_are_kept_apart() -> None:
    mentions, articles = told()
    other = [mention(articles[m.span.article], m.span.exact, DAY + dt.timedelta(7)) for m in mentions[:1]]
    assert [h.day for h in group([*mentions, *other], articles, language=ENGLISH)][-1] == DAY + dt.timedelta(7)


def test_figures_of_the_readings_become_accounts() -> None:
    mentions, articles = told()
    readings = {}
    for m, (words, number) in zip(
        mentions, (("4 people", 4), ("Four people", 4), ("5 people", 5), ("", 0)), strict=True
    ):
        start = m.span.start + m.span.exact.index(words)
        figures = (Figure(start, start + len(words), words, number, number, "person", "killed"),) if words else ()
        sentence = Sentence(m.span.start, m.span.end, 0, figures=figures)
        readings[m.span.article] = Reading(m.span.article, (sentence,), "test")
    (account,) = group(mentions, articles, readings, language=ENGLISH)[0].accounts
    assert account.state == "revised"
    assert account.line == "killed: 4 (2 outlets, from May 4), later 5 (1 outlet, May 6)"


def test_nothing_told_is_no_happening() -> None:
    assert group([], {}, language=ENGLISH) == ()


def test_what_tells_the_same_as_a_wording() -> None:
    mentions, articles = told()
    context = Collection({id: a.text for id, a in articles.items()}, ENGLISH)
    found = telling_as_each(mentions[:1], mentions, context)[0]
    assert {m.outlet for m in found} == {"South Post", "East Post"}


def test_what_is_told_in_quite_other_words_is_still_one_happening() -> None:
    texts = (
        "A bridge over the river Lom collapsed on Tuesday, killing 4 people.",
        "Divers searched the river Lom after the fall of the bridge on Tuesday, in which 4 died.",
        "Four died as a bridge across the Lom came down on Tuesday.",
        TEXTS["West Post"],
    )
    articles = [article(text, f"Post {n}") for n, text in enumerate(texts)]
    found = group([mention(a, a.text, DAY) for a in articles], {a.id: a for a in articles}, language=ENGLISH)
    assert sorted(len(h.mentions) for h in found) == [1, 3]
