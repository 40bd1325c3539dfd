from __future__ import annotations

import pytest
from tests.timeline.story import Telling, pool

from leadup.timeline.speaking import Event, Speaking

ORSK: tuple[Telling, ...] = (
    ("2021-05-04", "A", "General Tolm was killed on Monday. A boat motors past. The minister mourned Tolm."),
    ("2021-05-05", "B", "Gunmen shot at the car; Tolm's driver was killed. The death of Tolm shook Orsk."),
    ("2021-05-05", "C", "The town of Orsk mourned, a day after the killing of General Tolm."),
    ("2021-05-06", "D", "Shares of General Motors fell. The bakers opened a hall in the evening."),
    (
        "2021-05-07",
        "E",
        "On the eve of the killing General Tolm had dined. Three days before he was killed he wrote home.",
    ),
)


def _speaking(words: str) -> list[tuple[str, Speaking]]:
    told = pool(ORSK)
    found = []
    for spoken in Event(words, told).speaking():
        article = told.articles[spoken.article]
        sentence = article.reading.sentences[spoken.sentence]
        found.append((article.text[sentence.start : sentence.end], spoken))
    return found


def _share(words: str, opening: str) -> float:
    return next((s.share for text, s in _speaking(words) if text.startswith(opening)), 0.0)


@pytest.mark.parametrize(
    ("words", "more", "less"),
    [
        # the deed beside the name, rather than the name alone
        ("the killing of Tolm", "General Tolm was killed", "The minister mourned"),
        # another word for the deed
        ("the killing of Tolm", "The death of Tolm", "The minister mourned"),
        # not somebody of his
        ("the killing of Tolm", "General Tolm was killed", "Gunmen shot"),
        # a name is written like one
        ("the fall of General Motors", "Shares of General Motors", "A boat motors past"),
    ],
)
def test_one_sentence_speaks_more_of_it_than_another(words: str, more: str, less: str) -> None:
    assert _share(words, more) > 1.3 * _share(words, less)


def test_a_possessor_that_is_asked_for_counts_in_full() -> None:
    assert _share("Tolm's driver is killed", "Gunmen shot") > _share(
        "Tolm's driver is killed", "General Tolm was killed"
    )


@pytest.mark.parametrize(
    ("opening", "counted"),
    [
        ("The town of Orsk", 1),
        ("On the eve", -1),
        ("Three days before", -3),
        ("General Tolm was killed", 0),
    ],
)
def test_days_counted_from_the_event_are_known(opening: str, counted: int) -> None:
    assert next(s.counted for text, s in _speaking("the killing of Tolm") if text.startswith(opening)) == counted


@pytest.mark.parametrize("words", ["", "of the", "the coronation of a queen", "''' ("])
def test_what_nothing_speaks_of_is_found_nowhere(words: str) -> None:
    assert [text for text, s in _speaking(words) if s.share > 0.3] == []
