"""How much of a sentence turns on the event's deed."""

from __future__ import annotations

import pytest

from leadup import lang
from leadup.reading.syntax import parse
from leadup.timeline.deed_clauses import is_done_to, is_to_come, turns_on


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("the killing of Ilan Varo", True),
        ("Varo arrested", True),
        ("the resignation of Varo", False),
        ("Varo visits Hask", False),
    ],
)
def test_whom_the_deed_is_done_to(words: str, done: bool) -> None:
    assert is_done_to(words) is done


def test_a_deed_counts_by_its_clause() -> None:
    text = "The bridge collapsed on Tuesday after engineers found cracks in its pier."
    (tree,) = parse(text, [(0, len(text))])
    assert turns_on(tree, text.index("collapsed")) == 1.0
    assert turns_on(tree, text.index("found")) < 0.5
    assert turns_on(tree, len(text) + 5) < 0.5


@pytest.mark.parametrize(
    ("text", "deed", "least", "most"),
    [
        ("Train 40 was heading north on May 3 when it derailed near Hask.", "derailed", 0.9, 1.0),
        ("Train 40 was heading north on May 3 before it derailed near Hask.", "derailed", 0.0, 0.5),
        ("Engineers wept when the bridge collapsed.", "collapsed", 0.0, 0.5),
        ("The ministry has not said what caused the collapse of the bridge.", "collapse", 0.0, 0.2),
        ("The ministry has said what caused the collapse of the bridge.", "collapse", 0.2, 0.5),
        ("The talks concluded with a treaty on May 3.", "treaty", 0.4, 0.5),
        ("One man was involved in the shooting near Hask.", "shooting", 0.0, 0.5),
    ],
)
def test_what_breaks_in_is_the_news_and_what_is_denied_is_not(text: str, deed: str, least: float, most: float) -> None:
    (tree,) = parse(text, [(0, len(text))])
    assert least <= turns_on(tree, text.index(deed)) <= most


@pytest.mark.parametrize(("verb", "sentence"), list(lang.rows("bearing")))
def test_verbs_that_bear_a_deed(verb: str, sentence: str) -> None:
    (tree,) = parse(sentence, [(0, len(sentence))])
    places = [k for k in range(len(tree)) if tree[k].lemma == verb]
    assert places
    parts = [c for k in places for c in tree.children(k, "nsubj", "nsubj:pass", "obj") if tree[c].upos == "NOUN"]
    assert all(turns_on(tree, tree[c].start) >= 0.65 for c in parts)


@pytest.mark.parametrize("verb", ["praised", "fuelled", "condemned"])
def test_with_any_other_verb_it_is_only_spoken_of(verb: str) -> None:
    text = f"The long shooting {verb} a debate on Tuesday."
    (tree,) = parse(text, [(0, len(text))])
    assert turns_on(tree, text.index("shooting")) < 0.4


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Without a deal, a harbour strike will begin at dawn.", True),
        ("The strike may last for weeks.", True),
        ("A harbour strike began at dawn.", False),
        ("Hask will pay for the strike.", False),
    ],
)
def test_what_will_begin_is_to_come(text: str, to_come: bool) -> None:
    tree = parse(text, [(0, len(text))])[0]
    assert is_to_come(tree, text.index("strike")) is to_come


def _turns(text: str, deed: str) -> float:
    (tree,) = parse(text, [(0, len(text))])
    return turns_on(tree, text.index(deed))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # what the sentence turns on; joined to it; said to be so; going on with it; of a noun
        (("Police arrested Lund.", "arrested"), ("Rebels stormed the hall and killed nine.", "killed")),
        (("Rebels stormed the hall and killed nine.", "killed"), ("The army said that rebels killed nine.", "killed")),
        (("The army said that rebels killed nine.", "killed"), ("Rebels stormed the hall, killing nine.", "killing")),
        (("Rebels stormed the hall, killing nine.", "killing"), ("He fled before the dam burst.", "burst")),
        (("They reached a deal on Monday.", "deal"), ("The deal reached on Monday ends the war.", "reached")),
        # a noun whose verb tells that it was done, and one that is spoken of
        (("They reached a deal on Monday.", "deal"), ("He praised the deal on Monday.", "deal")),
        (("The attack killed nine.", "attack"), ("The attack fuelled a debate.", "attack")),
        # a noun that is what happened, and one that says which things are meant
        (("The coup attempt failed in Orsk.", "coup"), ("The coup leaders fled to Lom.", "coup")),
        (("The army said that Lund was shot.", "shot"), ("He wrote up the news that Lund was shot.", "shot")),
        # what is denied above it
        (("They have said who killed nine men.", "killed"), ("They have not said who killed nine men.", "killed")),
        # what something else was, and what only went on
        (
            ("Both chambers dealt him a blow as they voted it down.", "voted"),
            ("He fled before the dam burst.", "burst"),
        ),
        (("Train 40 was heading north when it derailed.", "derailed"), ("Nine slept when it derailed.", "derailed")),
    ],
)
def test_how_much_a_sentence_turns_on_a_deed(more: tuple[str, str], less: tuple[str, str]) -> None:
    assert 1 >= _turns(*more) > _turns(*less) > 0


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("A strike will begin on Monday.", True),
        ("A strike of nurses could begin on Monday.", True),
        ("A nurses strike will begin on Monday.", True),
        ("A strike began on Monday.", False),
        ("Lund will call a strike.", False),
    ],
)
def test_a_deed_that_is_still_to_come(text: str, ahead: bool) -> None:
    (tree,) = parse(text, [(0, len(text))])
    assert is_to_come(tree, text.index("strike")) is ahead
    assert not is_to_come(tree, len(text) + 5)
