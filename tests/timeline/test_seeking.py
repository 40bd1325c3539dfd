"""How an archive spells the names asked for, and which articles speak of an event, on small archives written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.timeline.story.own import own_articles, text_around_event
from leadup.timeline.story.profile import Profile
from leadup.timeline.story.retrieval import earlier_days
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.seeking import (
    _stems,
    held_names,
    name_phrases,
    search_parts,
    spelt_as_held,
    stems_alike,
    unheld_names,
    unsure_names,
    written_forms,
)


class Spelling:
    """An archive by what it holds: words, and words side by side, with how many articles hold each."""

    def __init__(self, held: Mapping[str, int]) -> None:
        self.held = held

    def spellings(self, letters: str) -> Mapping[str, int]:
        return {word: n for word, n in self.held.items() if " " not in word and word[0] in letters}

    def holding(self, phrase: str) -> int:
        return self.held.get(phrase.lower(), 0)


@pytest.mark.parametrize(
    ("question", "held", "spelt"),
    [
        # an unknown name is what is spelt nearly so
        ("Gadrin resigns", {"qadrin": 9}, {"Gadrin": ("qadrin",)}),
        ("Gadrin resigns", {"qadrin": 2}, {"Gadrin": ("qadrin",)}),
        ("Gadrin resigns", {"qadrin": 1}, {}),
        ("Gadrin resigns", {"mandrin": 9}, {}),
        # beside one that is held as it is asked; of several spellings the two that most articles hold
        ("Gadrin fires Norgdal", {"gadrin": 20, "norghdal": 5}, {"Norgdal": ("norghdal",)}),
        (
            "Norgdal resigns",
            {"norghdal": 7, "norgdahl": 6, "norggdal": 5, "norgdall": 8},
            {"Norgdal": ("norgdall", "norghdal")},
        ),
        # one that is known is itself
        ("Gadrin resigns", {"qadrin": 900, "gadrin": 20}, {}),
        # with the word beside it
        ("Anna Gadrin resigns", {"qadrin": 9, "anna qadrin": 9}, {"Gadrin": ("qadrin",)}),
        ("Anna Gadrin resigns", {"qadrin": 9}, {}),
        # both words misspelt: as they stand side by side, and of two pairs the one that more hold
        (
            "Mirjam Gadrin resigns",
            {"miriam": 9, "miriem": 9, "qadrin": 9, "miriem qadrin": 20, "miriam qadrin": 21},
            {"Mirjam": ("miriam",), "Gadrin": ("qadrin",)},
        ),
        # another given name, which few hold
        (
            "Mirjam Gadrin resigns",
            {"miriam": 99, "qadrin": 99, "miriam qadrin": 20},
            {"Mirjam": ("miriam",), "Gadrin": ("qadrin",)},
        ),
        ("Mirjam Gadrin resigns", {"miriam": 99, "qadrin": 99, "miriam qadrin": 19}, {}),
        # a word that the archive knows
        ("Mirjam Gadrin resigns", {"miriam": 99, "qadrin": 99, "miriam qadrin": 20, "gadrin": 3}, {}),
        ("Mirjam Gadrin resigns", {"miriam": 9, "qadrin": 9, "miriam qadrin": 1}, {}),
        ("Mirjam Gadrin resigns", {"miriam": 9, "qadrin": 9}, {}),
        ("Anna Gadrin resigns", {"qadrin": 9, "anna qadrin": 8, "anna gadrin": 2}, {"Gadrin": ("qadrin",)}),
        ("Anna Gadrin resigns", {"qadrin": 9, "anna qadrin": 7, "anna gadrin": 2}, {}),
        ("Anna Gadrin resigns", {"qadrin": 99, "anna qadrin": 48, "anna gadrin": 3}, {"Gadrin": ("qadrin",)}),
        ("Anna Gadrin resigns", {"qadrin": 99, "anna qadrin": 47, "anna gadrin": 3}, {}),
        # the nearest spelling, not the commonest
        ("Gadrinsky resigns", {"qadrinski": 9, "qadransko": 99}, {"Gadrinsky": ("qadrinski",)}),
        # but what the archive nearly always writes, not a slip of its own that is a letter nearer
        ("Norgdal resigns", {"norghdal": 5, "norgdahl": 50}, {"Norgdal": ("norgdahl", "norghdal")}),
        ("Norgdal resigns", {"norghdal": 5, "norgdahl": 49}, {"Norgdal": ("norghdal",)}),
        # one that is less like it only where the word beside it says whose it is, or one like it is far rarer
        ("Gadrinsky resigns", {"gabrinsky": 9}, {}),
        ("Gadrinsky resigns", {"gabrinsky": 90, "gedrinsky": 9}, {"Gadrinsky": ("gabrinsky", "gedrinsky")}),
        # a common word is nobody's name
        ("Draghi resigns", {"drag": 9}, {}),
        ("Rutte resigns", {"rate": 99, "ruth": 9}, {"Rutte": ("ruth",)}),
        ("Gadrinsky resigns", {"gabrinsky": 9, "gadrinsky": 1}, {}),
        ("Gadrinsky resigns", {"gedrinsky": 9, "gadrinsky": 1}, {"Gadrinsky": ("gedrinsky",)}),
        (
            "Anna Gadrinsky resigns",
            {"gabrinsky": 9, "anna gabrinsky": 9, "anna gadrinsky": 1},
            {"Gadrinsky": ("gabrinsky",)},
        ),
        # what is too short to be anything
        ("Ilo resigns", {"illo": 9}, {}),
        # whose people: the place is the same, as it is for countries that are known
        ("Orvenian earthquake", {"orvenia": 9}, {"Orvenian": ("orvenia",)}),
        ("Orvenese earthquake", {"orven": 9}, {"Orvenese": ("orven",)}),
        ("Orvenian earthquake", {"orvendal": 9}, {}),
        ("Nepalese earthquake", {"nepal": 9}, {"Nepalese": ("nepal",)}),
    ],
)
def test_how_an_archive_spells_a_name(question: str, held: dict[str, int], spelt: dict[str, tuple[str, ...]]) -> None:
    assert spelt_as_held(read_question(question, ENGLISH), Spelling(held)) == spelt


@pytest.mark.parametrize(
    ("question", "held", "unheld"),
    [
        ("Gadrinsky resigns", {"gabrinsky": 9}, {"Gadrinsky": ("gabrinsky",)}),
        ("Gadrinsky resigns", {"gabrinsky": 9, "gedrinsky": 9}, {"Gadrinsky": ("gedrinsky", "gabrinsky")}),
        (
            "Gadrinsky resigns",
            {"gabrinsky": 9, "gedrinsky": 9, "gadrunsky": 8},
            {"Gadrinsky": ("gadrunsky", "gedrinsky")},
        ),
        ("Gadrinsky resigns", {"gabrinsky": 1}, {"Gadrinsky": ()}),
        ("Gadrinsky resigns", {}, {"Gadrinsky": ()}),
        ("Gadrinsky resigns", {"gadrinsky": 1, "gabrinsky": 9}, {}),
        # a common word is offered as nobody's name
        ("Rutte resigns", {"rate": 99, "ruth": 9}, {"Rutte": ("ruth",)}),
        # of a name of several words another may be held, and what is short may be written otherwise
        ("Anna Gadrinsky resigns", {"gabrinsky": 9}, {}),
        ("Ilo resigns", {"illo": 9}, {}),
        ("Turkey resigns", {"turkish": 9}, {}),
        # one that only says once more who is meant, or what came before
        ("Gadrinsky governor Karla Tolm convicted", {"tolm": 9}, {}),
    ],
)
def test_names_that_no_article_holds(question: str, held: dict[str, int], unheld: dict[str, tuple[str, ...]]) -> None:
    assert unheld_names(read_question(question, ENGLISH), Spelling(held), ()) == unheld


@pytest.mark.parametrize(
    ("held", "names"),
    [
        ({"anna lund": 1, "karl van tolm": 2}, {"Anna Lund", "Karl van Tolm"}),
        ({"anna lund": 1, "karl tolm": 2}, {"Anna Lund"}),
        ({"anna": 1, "lund": 2}, set()),
    ],
)
def test_names_that_articles_hold_as_they_are_asked(held: dict[str, int], names: set[str]) -> None:
    assert held_names(read_question("Anna Lund fires Karl van Tolm", ENGLISH), Spelling(held)) == names


@pytest.mark.parametrize(
    ("name", "held", "unsure"),
    [
        ("Gadrinsky", {"gedrinsky": 9}, False),
        ("Zadrinsky", {"sedrinsky": 9}, True),  # another first letter
        ("Gadrin", {"gedrin": 9}, True),  # short
        ("Gaddrin", {"gadrin": 9}, False),
        ("Gadrin", {"gadrin": 3, "gedrin": 90}, False),  # some write it so
    ],
)
def test_a_spelling_that_may_be_anothers(name: str, held: dict[str, int], unsure: bool) -> None:
    asked = read_question(f"{name} resigns", ENGLISH)
    stems = {name: tuple(h for h in held if h != name.lower())}
    assert unsure_names(asked, Spelling(held), stems) == (frozenset({name}) if unsure else frozenset())


def test_names_with_the_words_beside_them() -> None:
    found = name_phrases(read_question("Anna Lund of Norland fires Tolm and Ox", ENGLISH))
    assert [(slot.asked, phrase) for slot, phrase in found] == [
        ("Anna", "{} Lund"),
        ("Lund", "Anna {}"),
        ("Norland", "Lund {}"),
        ("Tolm", "{}"),
    ]


@pytest.mark.parametrize(
    ("word", "held", "alike"),
    [("Lunds", "lund", True), ("Lunden", "lund", True), ("Lundens", "lund", False), ("Land", "lund", False)],
)
def test_the_word_of_a_stem(word: str, held: str, alike: bool) -> None:
    assert stems_alike(word, held, ENGLISH) is alike


def test_what_an_event_is_looked_for_by() -> None:
    found = search_parts(read_question("Lund resigns over the people", ENGLISH), {"Lund": ("lunt",)})
    words = {word for _, some in found for word in some}
    assert {"lund", "lunt", "resign", "resigns", "quits"} <= words
    assert "people" not in words
    assert max(found)[1][0].startswith("resign") or "lund" in max(found)[1]


def test_what_is_a_good_part_of_the_event_is_looked_for_by_its_weight() -> None:
    anna, lund = (dict.fromkeys((name, f"{name}e", f"{name}s")) for name in ("anna", "lund"))
    found = search_parts(read_question("Anna Lund resigns in the lamp", ENGLISH), {})
    assert [weight for weight, _ in found] == pytest.approx([1, 0.48, 0.72, 0.5])
    assert [words for _, words in found][1:3] == [tuple(anna), tuple(lund)]
    # Where nothing is, all of it.
    assert [words[0] for _, words in search_parts(read_question("the people", ENGLISH), {})] == ["peopl"]


@pytest.mark.parametrize(
    ("stems", "texts", "written_so"),
    [
        # as the texts write the stem, with its ending or another, each that is not rare beside the others
        (["morsi"], ["Morsi left. Morsy went. Mortal men sang."], ("Morsi", "Morsy")),
        (
            ["morsi"],
            ["Morsi left. Morsi went. Morsi sang.", "Morsi fell. Morsi rose. Morsy spoke."],
            ("Morsi", "Morsy"),
        ),
        (
            ["morsi"],
            ["Morsi left. Morsi went. Morsi sang.", "Morsi fell. Morsi rose. Morsi ate. Morsy spoke."],
            ("Morsi",),
        ),
        (["morsi", "mursy"], ["Morsi left. Mursy went."], ("Morsi", "Mursy")),
        (["morsi"], ["Mórsi left."], ("Morsi",)),
        (["morsi"], ["In morsi we trust. It rained."], None),
    ],
)
def test_how_the_texts_write_a_stem(stems: list[str], texts: list[str], written_so: tuple[str, ...] | None) -> None:
    of = pool(tuple(("2021-05-04", f"Outlet {n}", text) for n, text in enumerate(texts)))
    assert written_forms({"Mursi": tuple(stems)}, of).get("Mursi") == written_so


class Articles:
    """A few articles with their days and scores, as an archive gives them."""

    def __init__(self, *articles: tuple[str, float, str]) -> None:
        self.articles = articles

    def weigh(self, _words: object, first: dt.date, last: dt.date, _naming: object = None) -> list[Any]:
        days = enumerate(self.articles)
        return [
            SimpleNamespace(row=n, score=score)
            for n, (day, score, _) in days
            if first <= dt.date.fromisoformat(day) <= last
        ]

    def day_of(self, row: int) -> dt.date:
        return dt.date.fromisoformat(self.articles[row][0])

    def texts(self, rows: Sequence[int]) -> list[tuple[str, str]]:
        return [("", self.articles[row][2]) for row in rows]


FIRST = dt.date(2021, 5, 20)


def _before(*days: int, score: float = 1.0, read: int = 10, own: float = 1.0) -> tuple[str, str, int] | None:
    source = Articles(*((str(FIRST - dt.timedelta(day)), score, "") for day in days))
    words = Profile.of({"dam": 1.0}, ENGLISH)
    story: Any = SimpleNamespace(
        profile=words, own_profile=Profile.of({"burst": 1.0}, ENGLISH), full=1.0, own_full=own, articles=(None,) * read
    )
    found = earlier_days(source, story, FIRST)  # type: ignore[arg-type]
    return None if found is None else (str(found.first), str(found.last), found.articles)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((1, 2, 3, 4, 5), ("2021-05-15", "2021-05-19", 5)),
        ((1, 1, 2, 2, 4), ("2021-05-16", "2021-05-19", 5)),
        # hardly
        ((1, 2, 3, 4), None),
        ((), None),
        # up to the first gap of more than five days
        ((5, 10, 15, 20, 25, 30), ("2021-04-20", "2021-05-15", 6)),
        ((1, 2, 3, 4, 5, 11), ("2021-05-15", "2021-05-19", 5)),
        ((6, 7, 8, 9, 10), None),
        # no further back than three months
        ((1, *range(5, 91, 5)), ("2021-02-19", "2021-05-19", 19)),
        ((1, *range(5, 91, 5), 91), ("2021-02-19", "2021-05-19", 19)),
    ],
)
def test_whether_the_story_had_begun_before(days: tuple[int, ...], told: tuple[str, str, int] | None) -> None:
    assert _before(*days) == told


def test_what_hardly_belongs_to_the_story_did_not_begin_it() -> None:
    assert _before(1, 2, 3, 4, 5, score=0.5) is not None
    assert _before(1, 2, 3, 4, 5, score=0.49) is None
    # the widened story's words, and hardly the event's own
    assert _before(1, 2, 3, 4, 5, own=4.0) is not None
    assert _before(1, 2, 3, 4, 5, own=4.1) is None
    # beside many that are read, a few before are nothing
    assert _before(1, 2, 3, 4, 5, 6, read=40) is not None
    assert _before(1, 2, 3, 4, 5, 5, read=41) is None


ASKED = {"tarrow": 2.0, "burst": 1.0, "dam": 1.0}
WEEK = (dt.date(2021, 5, 10), dt.date(2021, 5, 16))


def _own(*articles: tuple[str, float, str]) -> dict[int, float]:
    return own_articles(Articles(*articles), ASKED, *WEEK, language=ENGLISH)  # type: ignore[arg-type]


def test_the_events_own_articles_open_with_it() -> None:
    found = _own(
        ("2021-05-11", 3.0, f"It rained. {'It poured. ' * 100} The Tarrow dam burst."),
        ("2021-05-11", 4.0, "The Tarrow dam burst."),
        ("2021-05-11", 3.0, "The dam burst."),
        ("2021-05-11", 1.9, "The Tarrow dam stood."),
        ("2021-05-20", 4.0, "The Tarrow dam burst."),
    )
    assert found == {1: 1.0, 2: 0.5}


def test_where_none_says_half_of_it_those_near_the_best_do() -> None:
    assert set(
        _own(("2021-05-11", 1.6, "Tarrow."), ("2021-05-11", 1.0, "Tarrow."), ("2021-05-11", 0.9, "Tarrow."))
    ) == {
        0,
        1,
    }
    assert _own(("2021-05-11", 1.2, "Tarrow.")) == {0: 0.5}
    assert _own(("2021-05-11", 1.1, "Tarrow.")) == {}
    assert _own() == {}


def _parts(text: str) -> Collection[str]:
    return [part.strip() for part in text_around_event(ASKED, text, ENGLISH).split(" . ")]


def test_what_stands_around_the_events_words() -> None:
    far = "It rained on the hills. " * 40
    assert text_around_event(ASKED, far, ENGLISH) == ""
    (part,) = _parts(f"{far}The Tarrow dam burst. {far}")
    assert "The Tarrow dam burst." in part
    assert 780 < len(part) < 840
    assert len(_parts(f"The Tarrow dam burst. {far}The Tarrow dam had burst. {far}")) == 2
    # where less of the event stands together, the article speaks of something else
    (part,) = _parts(f"The Tarrow dam burst. {far}A dam was shown. {far}")
    assert "shown" not in part


def test_only_words_of_like_length_that_several_articles_hold_are_spellings() -> None:
    held = {"lund": 2, "lumd": 1, "lundens": 2, "lundensk": 2, "l": 2, "lund2": 9, "lunds": 1}
    assert _stems(held, "Lund") == ["lund", "lundens", "l"]
    assert _stems(held, "Lunde") == ["lund", "lundens", "lundensk"]


def _around(*places: int, length: int = 2_000) -> str:
    """What stands around "lom" at the first of these places and "bridge" at the others, in a text of dots."""
    text = ["."] * length
    for place, word in zip(places, ("lom", *["bridge"] * len(places)), strict=False):
        text[place : place + len(word)] = word
    return text_around_event({"lom": 2.0, "bridge": 1.0}, "".join(text), ENGLISH)


@pytest.mark.parametrize(
    ("places", "parts"),
    [
        ((0,), [400]),
        ((500,), [800]),
        ((900,), [800]),
        # up to four hundred code points apart they stand together, whichever comes first
        ((0, 400), [800]),
        ((0, 401), [400]),
        ((400, 0), [800]),
        ((500, 100), [900]),
        ((501, 100), [800]),
        # what holds less than six tenths of the best place is left out, but not what is as good
        ((0, 300, 1500), [700]),
        ((1000, 0, 1400), [1200]),
    ],
)
def test_the_text_around_the_events_words(places: tuple[int, ...], parts: list[int]) -> None:
    assert [len(part) for part in _around(*places).split(" . ")] == parts


def test_parts_that_meet_are_one() -> None:
    def around(*places: int) -> list[int]:
        text = ["."] * 3_000
        for place in places:
            text[place : place + 3] = "lom"
        return [len(part) for part in text_around_event({"lom": 2.0}, "".join(text), ENGLISH).split(" . ")]

    assert around(500, 1300) == [1600]
    assert around(500, 1301) == [800, 800]
    assert around(500, 1200, 2400) == [1500, 800]


def test_a_name_of_six_letters_may_be_anothers() -> None:
    seven, six = read_question("Gadrins resigns", ENGLISH), read_question("Gadrin resigns", ENGLISH)
    assert unsure_names(seven, Spelling({}), {"Gadrins": ("gadrens",)}) == frozenset()
    assert unsure_names(six, Spelling({}), {"Gadrin": ("gadron",)}) == {"Gadrin"}
    # but not what transliterations agree on, nor what three articles hold; one with another first letter may be
    assert unsure_names(six, Spelling({}), {"Gadrin": ("gaddrin",)}) == frozenset()
    assert unsure_names(six, Spelling({"gadrin": 3}), {"Gadrin": ("gadron",)}) == frozenset()
    assert unsure_names(six, Spelling({"gadrin": 2}), {"Gadrin": ("gadron",)}) == {"Gadrin"}
    assert unsure_names(seven, Spelling({}), {"Gadrins": ("gadrens", "kadrens")}) == {"Gadrins"}
    # of a name of two words the one says whose the other is
    assert unsure_names(read_question("Anna Gadrin resigns", ENGLISH), Spelling({}), {"Gadrin": ("gadron",)}) == set()
