"""Whether a deed is told of as done. The deed stands between stars, and a sentence before it changes nothing."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.factuality import (
    is_announced,
    is_compounded,
    is_denied,
    is_done_to,
    is_in_idiom,
    is_left_undone,
    is_negated,
    is_other_noun,
    is_real,
    is_state,
)
from leadup.timeline.target.slot import object_deed
from leadup.timeline.target.tokens import base_of, token_pattern

BEFORE = ("", "Now: ", "Rain fell on the old town. ")


def cut(marked: str) -> tuple[list[str], int, str]:
    """The tokens of a text, which of them is the word between stars, and the text without the stars."""
    at = len(token_pattern(ENGLISH).findall(marked.partition("*")[0]))
    text = marked.replace("*", "")
    return token_pattern(ENGLISH).findall(text), at, text


def real(
    marked: str, *, negative: bool = False, announced: bool = False, tried: str = "", denied: bool = False
) -> bool:
    tokens, at, _ = cut(marked)
    words = frozenset(tried.split())
    return is_real(tokens, at, negative=negative, announced=announced, tried=words, denied=denied, language=ENGLISH)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "done"),
    [
        ("The mayor *resigned* on Monday.", True),
        # Feared, asked for or planned, at most five words before; another sentence is another matter.
        ("Friends feared the mayor *resigned*.", False),
        ("Friends feared our good old mayor *resigned*.", False),
        ("Friends feared that our good old mayor *resigned*.", True),
        ("Friends feared it; the mayor *resigned*.", True),
        ("Friends feared it: the mayor *resigned*.", True),
        ("Was it feared? The mayor *resigned*.", True),
        # A month is no "may".
        ("On May 12 the mayor *resigned*.", True),
        ("On 12 May the mayor *resigned*.", True),
        ("In May the mayor *resigned*.", True),
        ("Any day now May could have him *resign*.", False),
        ("The mayor may have *resigned*.", False),
        # Withheld, lacking or hesitated over it is not done.
        ("The mayor withheld his *endorsement*.", False),
        ("All asked about the lack of an *endorsement*.", False),
        ("He told of his hesitation over an *endorsement*.", False),
        ("The mayor gave his *endorsement*.", True),
        # To be done, or made to be done.
        ("The mayor is to *resign*.", False),
        ("The mayor is to be *dismissed*.", False),
        ("The mayor chose to *resign*.", True),
        ("Voters forced the state's harbour minister to *resign*.", True),
        ("Voters forced the state's old harbour minister to *resign*.", True),
        ("Voters forced the state's old deaf harbour minister to *resign*.", False),
        ("The senate's vote to *reject* it came late.", True),
        ("The senate agreed in a vote to *reject* it.", True),
        ("The senate set a vote to *reject* it.", False),
        ("The senate waits for a vote to *reject* it.", False),
        ("Vote to *reject* it.", True),
        # Before a gerund.
        ("A plea for *holding* him.", False),
        ("A plea for *release*.", True),
        # Modified by what follows at once.
        ("The *confirmation* hearing began.", False),
        ("The *impeachment* talk grew.", False),
        ("Most favor *impeaching* the mayor.", False),
        ("Members discussed *firing* the mayor.", False),
        ("Members favored the mayor and *fired* her aide.", True),
        ("The *confirmation* came before the hearing.", True),
        # Only said.
        ("The court *found* that he had lied.", False),
        ("The court *found* at last that he had lied.", False),
        ("The court *found* him in the hall, that is all.", True),
        # Denied, before or behind.
        ("The mayor has not *resigned*.", False),
        ("The mayor didn't *resign*.", False),
        ("The mayor has not yet been *dismissed*.", False),
        ("The mayor of that town and his not so rich aide *resigned*.", True),
        ("A *coup* was not underway.", False),
        ("A *coup* is something that was not ever seen.", True),
        ("A *coup* came and it was not seen.", True),
    ],
)
def test_what_is_told_of_as_done(before: str, told: str, done: bool) -> None:
    assert real(before + told) is done


def test_what_is_asked_for_makes_a_difference() -> None:
    assert real("The mayor has not *resigned*.", negative=True)
    assert real("The mayor is not to *resign*.", negative=True)
    assert real("A *coup* was not underway.", negative=True)
    # What is asked for as not done, of a deed that is named as if done, a text has to deny.
    for told in (
        "The jury did not *indict* him.",
        "No one was *indicted*.",
        "Lund said he won't *run*.",
        "He sat out the *race*.",
    ):
        assert real(told, negative=True, denied=True), told
    for told in (
        "The jury *indicted* him.",
        "He *ran* for mayor.",
        # too far from the deed to be said of it
        "The jury *indicted* him on Monday in the old hall by the quay of Orsk, and he could not be reached.",
    ):
        assert not real(told, negative=True, denied=True) and real(told, negative=True), told
    assert real("The mayor would *resign*.", announced=True) and not real("The mayor would *resign*.")
    assert real("The mayor is to *resign*.", announced=True)
    assert not real("The mayor might *resign*.", announced=True)
    assert not real("The *coup* attempt began.") and real("The *coup* attempt began.", tried="attempt attempts")


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("A *coup* was not underway.", True),
        ("A *coup* there was not.", True),
        ("A *coup* of some kind was not.", False),
        ("A *coup* was seen, not heard.", False),
        ("A *coup* and it was not.", False),
        ("Not so: it was not the *coup*.", False),
    ],
)
def test_what_is_said_not_to_be(before: str, told: str, denied: bool) -> None:
    assert is_denied(*cut(before + told)[:2], language=ENGLISH) is denied


@pytest.mark.parametrize(
    ("before", "negated"),
    [
        ("", False),
        ("not", True),
        ("he didn't", True),
        ("not a word of", False),
        ("not one of", True),
        ("not yet been held in", True),
        ("not so very slowly and", False),
        ("a not only hugely", True),
        ("not quickly been put yet to", True),
        ("not he been put yet to", False),
    ],
)
def test_what_is_negated_by_the_words_before(before: str, negated: bool) -> None:
    assert is_negated(before.split(), ENGLISH) is negated


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "title", "announced"),
    [
        ("The mayor said she would *resign*.", False, True),
        ("The mayor said at noon today that she, for her part, would *resign*.", False, True),
        ("The mayor said at noon in the great hall today that she would *resign*.", False, False),
        ("The mayor said she would at last *resign*.", False, True),
        ("The mayor said she would then at last *resign*.", False, False),
        ("The mayor said she would *resign* if asked.", False, False),
        ("The mayor said she *resigned*.", False, False),
        ("The mayor said she was not ready to *resign*.", False, False),
        ("The mayor said she was willing to *resign*.", False, False),
        ("Mayor to *resign*", False, False),
        ("Mayor to *resign*", True, True),
        ("Mayor would *resign*", True, False),
        ("Mayor to soon *resign*", True, False),
        # what another wants of who is named with many words is not announced
        ("Council calls for the old harbour minister Lund to *resign*", True, False),
        ("Voters urge the old Orsk harbour minister Lund to *resign*", True, False),
        ("Calls for the Orsk council leader Anna Lund to *resign*", True, False),
        ("The old Orsk harbour minister Anna Lund to *resign*", True, True),
        ("Council hears the old harbour minister Lund to *resign*", True, True),
        ("The mayor said calls for a vote failed and she would *resign*.", True, True),
    ],
)
def test_what_somebody_will_do(before: str, told: str, title: bool, announced: bool) -> None:
    tokens, at, _ = cut(before + told)
    assert is_announced(tokens, at, title, ENGLISH) is announced


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "sentence", "state"),
    [
        ("Tolm is *dead*.", 9, True),
        ("Tolm is *dead*.", 0, False),
        ("Tolm, found *dead*.", 9, False),
        ("Tolm is now *dead*.", 9, False),
        ("He wrote from the county *jail*.", 0, True),
        ("He wrote from the old county *jail*.", 0, False),
        ("A judge sent him to *jail*.", 9, False),
    ],
)
def test_how_things_stand(before: str, told: str, sentence: int, state: bool) -> None:
    tokens, at, _ = cut(before + told)
    assert is_state(tokens, at, sentence, ENGLISH) is state


@pytest.mark.parametrize(
    ("told", "done_to"),
    [
        ("Tolm was *arrested*", True),
        ("Tolm *was* arrested", False),
        ("Tolm 's old lawyer was *arrested*", True),
        ("Tolm 's very old lawyer was *arrested*", False),
        ("Tolm now *arrested*", False),
    ],
)
def test_what_is_done_to_who_is_named(told: str, done_to: bool) -> None:
    words = told.replace("*", "").split()
    deed = next(k for k, w in enumerate(told.split()) if w.startswith("*"))
    assert is_done_to(["Then", *words], 1, deed + 1, ENGLISH) is done_to
    assert not is_done_to(["Then", *words], deed + 1, deed + 1, ENGLISH)
    assert not is_done_to(["was", *words], 1, 0, ENGLISH)


@pytest.mark.parametrize("before", BEFORE)
def test_the_end_of_an_adjective_is_no_verb(before: str) -> None:
    for told, compounded in (
        ("a jaw-*dropping* fall", True),
        ("a jaw *dropping* fall", False),
        ("a jaw-*dropped* fall", False),
        ("the dropping-*off* point", False),
    ):
        tokens, at, text = cut(before + told)
        assert is_compounded(text, tokens, at, ENGLISH) is compounded


@pytest.mark.parametrize(
    ("told", "undone"),
    [
        ("Lund recommended *charges* against Tolm.", False),
        ("Lund recommended no *charges* against Tolm.", True),
        ("Lund recommended that no criminal *charges* be brought.", True),
        ("Lund recommended that the town not bring such heavy *charges*.", True),
        ("Lund recommended, though the town had not asked for this or for any other, *charges*.", False),
        ("With no word to the press, Lund at last recommended *charges*.", False),
    ],
)
def test_what_a_deed_was_to_bring_is_not_brought(told: str, undone: bool) -> None:
    tokens, at, _ = cut(told)
    deed = tokens.index("recommended")
    assert is_left_undone(tokens, deed, at, negative=False, language=ENGLISH) is undone
    assert not is_left_undone(tokens, deed, at, negative=True, language=ENGLISH)
    assert not is_left_undone(tokens, deed, at, negative=False, told=("no", "not"), language=ENGLISH)


@pytest.mark.parametrize(
    ("question", "object_"),
    [
        ("Lund recommends charges against Tolm", "charges"),
        ("Lund quits after arrest", ""),
        ("the arrest of Lund", ""),
        ("Lund", ""),
    ],
)
def test_what_a_question_says_a_deed_brings(question: str, object_: str) -> None:
    slots = read_question(question, ENGLISH).slots
    at = object_deed(slots)
    assert (slots[at].asked if at >= 0 else "") == object_


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "idiom"),
    [
        # with the word before it, or behind it
        ("He came under *fire*.", True),
        ("He stood in the *fire*.", False),
        ("He was *fired* up.", True),
        ("He was *fired* on Monday.", False),
        ("Under the *fire*.", False),
        ("Under it *fire* fell.", False),
        ("He *fired* and was under fire.", False),
        ("He *fired* under fire.", False),
        # what may be said of words or of arms: these stand within eight words, it itself counted
        ("He *fired* off a letter.", True),
        ("He *fired* off a missile.", False),
        ("He *fired* off so so so so so missiles.", False),
        ("He *fired* off so so so so so so missiles.", True),
        ("A missile was *fired* off.", True),
        ("Off he *fired* back.", True),
    ],
)
def test_what_is_no_deed_by_the_word_beside_it(before: str, told: str, idiom: bool) -> None:
    tokens, at, _ = cut(before + told)
    assert is_in_idiom(tokens, at, language=ENGLISH) is idiom
    # where the question says the same, it is meant
    asked = tuple(base_of(token, ENGLISH) for token in tokens)
    assert not is_in_idiom(tokens, at, asked, language=ENGLISH)
    assert not is_in_idiom(tokens, at, ("missil",), language=ENGLISH) or "off" not in told.lower()


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("The *bar* was low.", True),
        ("The council *bars* Lund.", False),
        ("The *vote* was low.", False),
        ("A low *bar*", False),
    ],
)
def test_a_noun_for_another_thing(told: str, other: bool) -> None:
    tokens, at, text = cut(told)
    assert is_other_noun(text, tokens, at, ENGLISH) is other


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("told", "done"),
    [
        # whoever is made to do it does it: eight words before, and no more
        ("It forced so so so so so to *resign* him.", True),
        ("It forced so so so so so so to *resign* him.", True),
        ("It forced so so so so so so so to *resign* him.", False),
        ("It forced him to be *fired*.", True),
        ("It asked him to be *fired*.", False),
        ("It voted to be *fired*.", True),
        ("It voted to *resign*.", True),
        ("To be or *resign*.", True),
        # "in favour of resigning" is not yet to resign
        ("They spoke of *resigning*.", False),
        ("They spoke of *resignation*.", True),
        ("They spoke, and of late *resigning* came.", True),
        ("They found Lund *guilty* that day.", True),
        ("They *confirmed* that Lund left.", False),
        ("They *confirmed* on Monday that Lund left.", False),
        ("They *confirmed* it all on Monday that Lund left.", True),
        ("The *resignation* plan was old.", False),
        ("The *resignation* of the plan was old.", True),
        # what lasted until a deed
        ("He might rule, but ruled Orsk until his *death*.", False),
        ("It was feared that he ruled Orsk. He ruled Orsk until his *death*.", True),
        ("He ruled all of the town of Orsk until his *death*.", False),
        ("He ruled the town of Orsk until his *death*.", True),
        ("He never ruled Orsk until his *death*.", False),
        ("He will have ruled Orsk until his *death*.", False),
        ("He ruled Orsk until the *death*.", False),
    ],
)
def test_how_far_the_words_reach_that_say_whether_it_was_done(before: str, told: str, done: bool) -> None:
    assert real(before + told) is done


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("not " + "so " * 9 + "*indict* him", True),
        ("not " + "so " * 10 + "*indict* him", False),
        ("*indict* " + "so " * 9 + "not", True),
        ("*indict* " + "so " * 10 + "not", False),
        ("it was " + "so " * 12 + "*indict* him", False),
    ],
)
def test_how_near_it_is_said_that_a_deed_asked_for_as_not_done_was_not(words: str, done: bool) -> None:
    assert real(words, negative=True, denied=True) is done
    assert real(words, negative=True)


@pytest.mark.parametrize(
    ("between", "undone"),
    [
        ("no " + "so " * 6, True),
        ("no " + "so " * 7, False),
        ("so " * 3 + "no so so so", True),
        ("so " * 12 + "no so so", True),
        ("so " * 12 + "no so so so", False),
    ],
)
def test_how_near_a_no_stands_to_what_a_deed_was_to_bring(between: str, undone: bool) -> None:
    tokens = ["Lund", "recommended", *between.split(), "charges"]
    assert is_left_undone(tokens, 1, len(tokens) - 1, negative=False, language=ENGLISH) is undone
