"""Whom names, descriptions and pronouns stand for within an article."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.lang import ENGLISH
from leadup.model import Actor
from leadup.reading.names import Cast, resolve_actor

ARTICLE = """\
U.S. Defence Secretary Paul Hartwell announced the deployment on Tuesday. He did not name the place.

The Pentagon said more would follow. Hartwell told reporters that Washington was ready. Washington said it would wait.

Iran-backed Iraqi militia known as the Northern Relief Forces, or NRF, denied it. The militia blamed the army.

France’s deputy minister for trade, Claire Duval, told RTL radio that she was worried. A man on a loudspeaker shouted.

The U.S. Department of Defence gave no figure. The Defence Department declined to comment. It also warned Tehran.

Karim Nasser, a spokesman for the Iraqi government, met Iran's Supreme Leader Ayatollah Reza Tehrani in Qom.

Meanwhile, the Jordanian parliament also spoke out. It said the attack broke the law.
"""


@pytest.fixture(scope="module")
def cast() -> Cast:
    return Cast.of(ARTICLE, language=ENGLISH)


def actor(cast: Cast, phrase: str, after: str = "") -> Actor | None:
    start = cast.text.index(phrase, cast.text.index(after) if after else 0)
    return cast.actor(start, start + len(phrase))


@pytest.mark.parametrize(
    ("phrase", "after", "name", "kind", "country"),
    [
        ("U.S. Defence Secretary Paul Hartwell", "", "Paul Hartwell", "government", "US"),
        ("He", "", "Paul Hartwell", "government", "US"),
        ("Hartwell", "follow.", "Paul Hartwell", "government", "US"),
        ("The Pentagon", "", "Pentagon", "military", "US"),
        ("Washington", "Washington said", "Washington", "government", "US"),
        (
            "Iran-backed Iraqi militia known as the Northern Relief Forces, or NRF",
            "",
            "Northern Relief Forces",
            "military",
            None,
        ),
        ("The militia", "", "militia", "armed group", "IQ"),
        ("France’s deputy minister for trade, Claire Duval", "", "Claire Duval", "government", "FR"),
        ("she", "", "Claire Duval", "government", "FR"),
        ("A man on a loudspeaker", "", "man", "civilians", None),
        ("The Defence Department", "", "U.S. Department of Defence", "government", "US"),
        ("It", "The Defence Department", "U.S. Department of Defence", "government", "US"),
        ("Karim Nasser", "", "Karim Nasser", "government", "IQ"),
        ("Reza Tehrani", "", "Reza Tehrani", "government", "IR"),
        ("the Jordanian parliament", "", "Jordanian parliament", "legislature", "JO"),
        ("It", "Meanwhile", "Jordanian parliament", "legislature", "JO"),
    ],
)
def test_whom_a_phrase_stands_for(
    cast: Cast, phrase: str, after: str, name: str, kind: str, country: str | None
) -> None:
    found = actor(cast, phrase, after)
    assert found is not None
    assert (found.name, found.kind, found.country) == (name, kind, country)


def test_roles(cast: Cast) -> None:
    roles = {a.name: a.role for a in cast.actors if a is not None and a.role}
    assert roles["Paul Hartwell"] == "U.S. Defence Secretary"
    assert roles["Claire Duval"] == "France’s deputy minister for trade"
    assert roles["Karim Nasser"] == "spokesman for the Iraqi government"


@pytest.mark.parametrize("phrase", ["on Tuesday", "the place", "declined", ","])
def test_what_is_no_actor(cast: Cast, phrase: str) -> None:
    assert actor(cast, phrase) is None


def test_two_men_before_a_pronoun_leave_it_open() -> None:
    text = "Reporters saw Omar Aziz and Peter Novak. He smiled."
    start = text.index("He smiled")
    assert resolve_actor(text, start, start + 2, language=ENGLISH) is None


def test_one_phrase_by_itself() -> None:
    text = "The Brazilian army moved north."
    found = resolve_actor(text, 0, len("The Brazilian army"), language=ENGLISH)
    assert found is not None
    assert (found.name, found.kind, found.country) == ("Brazilian army", "military", "BR")


@settings(max_examples=100)
@given(st.integers(0, len(ARTICLE)), st.integers(0, 60))
def test_any_span_is_answered(start: int, length: int) -> None:
    found = Cast.of(ARTICLE[:400], language=ENGLISH).actor(start, min(start + length, len(ARTICLE)))
    assert found is None or (found.name and found.key)


@pytest.mark.parametrize(
    ("phrase", "name", "key", "kind", "country"),
    [
        ("the Sudanese government", "Sudanese government", "sd government", "government", "SD"),
        ("the Government of Sudan", "Government of Sudan", "sd government", "government", "SD"),
        ("Pyongyang", "Pyongyang", "kp government", "government", "KP"),
        ("the U.S.", "U.S.", "us", "state", "US"),
        ("Britain", "Britain", "gb", "state", "GB"),
        ("leftist FARC rebels", "leftist FARC rebels", "leftist farc rebels", "rebels", "CO"),
        ("hundreds of Lebanese protesters", "Lebanese protesters", "lebanese protesters", "protesters", "LB"),
        ("a Saudi-led coalition", "Saudi-led coalition", "saudi led coalition", "military", "SA"),
        ("the U.S.-led coalition", "U.S.-led coalition", "us led coalition", "military", "US"),
        ("a spokesman for the Taliban", "spokesman for the Taliban", "spokesman for taliban", "armed group", "AF"),
        ("the mayor of Kyiv", "mayor of Kyiv", "mayor of kyiv", "government", "UA"),
        ("residents of Gaza", "residents", "residents", "civilians", "PS"),
        ("two aid workers", "aid workers", "aid workers", "aid organisation", None),
        ("Somali pirates", "Somali pirates", "somali pirates", "criminals", "SO"),
        ("the Supreme Court", "Supreme Court", "supreme court", "judiciary", None),
        (
            "the U.N. Security Council",
            "U.N. Security Council",
            "un security council",
            "international organisation",
            None,
        ),
        ("a police officer", "police officer", "police officer", "police", None),
        ("state television", "state television", "state television", "media", None),
        ("refugees from Syria", "refugees", "refugees", "refugees", "SY"),
    ],
)
def test_phrases_by_themselves(phrase: str, name: str, key: str, kind: str, country: str | None) -> None:
    found = resolve_actor(f"{phrase} said so.", 0, len(phrase), language=ENGLISH)
    assert found is not None
    assert (found.name, found.key, found.kind, found.country) == (name, key, kind, country)


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "country", "role"),
    [
        ("Turkish President Murat Aydin", "Murat Aydin", "government", "TR", "Turkish President"),
        ("Kremlin spokesman Ivan Belov", "Ivan Belov", "government", "RU", "Kremlin spokesman"),
        ("opposition leader Ana Torres", "Ana Torres", "opposition", None, "opposition leader"),
        ("Taliban commander Abdul Zahir", "Abdul Zahir", "armed group", "AF", "Taliban commander"),
        ("Germany's Eva Lang", "Eva Lang", "person", "DE", None),
        ("Judge Maria Lopez", "Maria Lopez", "judiciary", None, "Judge"),
        ("Dr. Peter Hale", "Peter Hale", "person", None, None),
        ("former New Mexico Gov. Peter Hale", "Peter Hale", "government", None, "former New Mexico Gov."),
        ("New Mexico Gov. Peter Hale", "Peter Hale", "government", None, "New Mexico Gov."),
    ],
)
def test_persons_and_their_roles(phrase: str, name: str, kind: str, country: str | None, role: str | None) -> None:
    found = resolve_actor(f"{phrase} said so.", 0, len(phrase), language=ENGLISH)
    assert found is not None
    assert (found.name, found.kind, found.country, found.role) == (name, kind, country, role)


@pytest.mark.parametrize("lead", ["Asked about troops", "Speaking for the army", "In the war", "After the police left"])
def test_what_stands_before_a_name_is_not_always_a_role(lead: str) -> None:
    text = f"{lead}, Anna Weiss said no."
    start = text.index("Anna")
    found = resolve_actor(text, start, start + len("Anna Weiss"), language=ENGLISH)
    assert found is not None
    assert found.role is None


def test_a_pronoun_passes_over_those_it_cannot_mean() -> None:
    text = "Mr. Karl Brandt met Ms. Olga Petrova. She smiled."
    start = text.index("She")
    found = resolve_actor(text, start, start + 3, language=ENGLISH)
    assert found is not None
    assert found.name == "Olga Petrova"


def test_no_pronoun_points_into_what_is_set_apart() -> None:
    text = "Anna Weiss arrived. “Paul Hart must go,” he said."
    start = text.index("he said")
    said = (text.index("“"), text.index("”") + 1)
    inside, outside = (
        Cast.of(text, language=ENGLISH).actor(start, start + 2),
        Cast.of(text, language=ENGLISH).actor(start, start + 2, apart=[said]),
    )
    assert inside is not None and inside.name == "Paul Hart"
    assert outside is None or outside.name != "Paul Hart"


def test_a_title_tells_he_from_she() -> None:
    text = "Mr Ali Karim met Anna Weiss on Monday, and she left."
    start = text.index("she")
    found = Cast.of(text, language=ENGLISH).actor(start, start + 3)
    assert found is not None and found.name == "Anna Weiss"


@pytest.mark.parametrize("unit", [".", "$", "(A ", "the ", "a minister of "])
def test_a_phrase_without_end_is_read_in_linear_time(unit: str) -> None:
    assert_linear(lambda size: partial(Cast.of(unit * (size // len(unit)), language=ENGLISH).actor, 0, size), 20_000)


def test_a_phrase_that_cuts_a_name_stands_for_the_whole() -> None:
    text = "The alliance's chief, Anna Maria Weiss, left."
    start = text.index("Maria Weiss")
    found = Cast.of(text, language=ENGLISH).actor(start, start + len("Maria Weiss"))
    assert found is not None and found.name == "Anna Maria Weiss"


@pytest.mark.parametrize(
    ("text", "called", "whole"),
    [
        # A title that the one named in full does not bear.
        ("First lady Michelle Tolk smiled. President Tolk signed the bill.", "President Tolk", "Tolk"),
        ("President Tolk signed the bill. His daughter Laura Tolk smiled.", "President Tolk", "Tolk"),
        ("Mary Tolk trains athletes. The bill will pass, Mr. Tolk said.", "Mr. Tolk", "Tolk"),
        ("Donald Tolk trains athletes. The bill will pass, Mrs. Tolk said.", "Mrs. Tolk", "Tolk"),
        # The same one, by title later, in apposition, or in a headline before.
        ("Laura Tolk spoke in Vessin. Chancellor Tolk left at noon.", "Chancellor Tolk", "Laura Tolk"),
        ("Sen. Laura Tolk spoke in Vessin. Senator Tolk left at noon.", "Senator Tolk", "Laura Tolk"),
        ("Mayor Tolk left at noon. Laura Tolk, the mayor, had spoken.", "Mayor Tolk", "Laura Tolk"),
        ("Story highlights: President Tolk left. Donald Tolk had spoken.", "President Tolk", "Donald Tolk"),
        ("Laura Tolk spoke in Vessin. Mrs. Tolk left at noon.", "Mrs. Tolk", "Laura Tolk"),
    ],
)
def test_a_surname_under_a_title_is_of_whoever_may_bear_it(text: str, called: str, whole: str) -> None:
    actor = Cast.of(text, language=ENGLISH).actor(text.rindex(called), text.rindex(called) + len(called))
    assert actor is not None
    assert actor.name == whole


LEAD = "The league met in the old house by the river, and nobody came. " * 5


@pytest.mark.parametrize(("named", "whole"), [(3, "Donald Tolk"), (2, "Ivana Venn Tolk")])
def test_a_surname_is_of_whom_a_text_names_far_oftener_in_full(named: int, whole: str) -> None:
    text = (
        f"{LEAD}A picture shows Ivana Venn Tolk in 1977. {'Donald Tolk left. ' * named}On Monday Tolk said it was over."
    )
    actor = Cast.of(text, language=ENGLISH).actor(text.rindex("Tolk"), text.rindex("Tolk") + 4)
    assert actor is not None and actor.name == whole


@pytest.mark.parametrize(
    "text",
    [
        # Meant by the surname before the other is named.
        "Ivana Tolk left the league on Monday. Tolk was tired. Karl Tolk stood by. {}Tolk said it was over.",
        "Ivana Tolk left the league. Ms. Tolk was tired. Karl Tolk stood by. {}Tolk said it was over.",
        # Who holds an office, and of whom the other is but the husband.
        "Mayor Ivana Tolk left the league. Karl Tolk stood by. {}Tolk said it was over.",
        "Ivana Tolk left the league. Her husband, Karl Tolk, stood by. {}Tolk said it was over.",
    ],
)
def test_a_surname_stays_with_whom_it_meant_before_another_is_named_in_full(text: str) -> None:
    text = LEAD + text.format("Karl Tolk runs a bakery. Karl Tolk wept. ")
    actor = Cast.of(text, language=ENGLISH).actor(text.rindex("Tolk"), text.rindex("Tolk") + 4)
    assert actor is not None and actor.name == "Ivana Tolk"


def test_a_surname_is_of_whom_the_lead_names_in_full() -> None:
    text = f"Why Ivana Tolk left. {LEAD}{'Karl Tolk stood by. ' * 3}Tolk said it was over."
    actor = Cast.of(text, language=ENGLISH).actor(text.rindex("Tolk"), text.rindex("Tolk") + 4)
    assert actor is not None and actor.name == "Ivana Tolk"


@pytest.mark.parametrize(
    ("text", "role", "kind", "country"),
    [
        ("On Tuesday President Mara Tolm spoke.", "President", "government", None),
        ("HASK - Republican candidate Mara Tolm spoke.", "Republican candidate", "government", None),
        ("The group Harbor League and Rep. Mara Tolm met.", "Rep.", "legislature", None),
        ("It was told to Attorney General Mara Tolm.", "Attorney General", "government", None),
        ("New Jersey Gov. Mara Tolm spoke.", "New Jersey Gov.", "government", None),
        ("He asked his former ally Utah Rep. Mara Tolm.", "Utah Rep.", "legislature", None),
        ("He asked the former Utah Rep. Mara Tolm.", "former Utah Rep.", "legislature", None),
        ("Mara Tolm, the Mentor Graphics chief, spoke.", "Mentor Graphics chief", "person", None),
        ("The Critic Magazine editor Mara Tolm spoke.", "Critic Magazine editor", "media", None),
        ("The colleague and senator Mara Tolm spoke.", "senator", "legislature", None),
        ("Lund met a top rival, Sen. Mara Tolm.", "Sen.", "legislature", None),
        ("Lund’s ally Mara Tolm spoke.", "Lund’s ally", "person", None),
        ("The Search and Rescue Agency chief Mara Tolm spoke.", "Search and Rescue Agency chief", "government", None),
        ("Obama and Rescue Agency chief Mara Tolm spoke.", "Rescue Agency chief", "government", None),
        (
            "Mara Tolm, the House Harbor Committee chairwoman, spoke.",
            "House Harbor Committee chairwoman",
            "legislature",
            None,
        ),
        ("The host of Harbor Morning Dr. Mara Tolm spoke.", None, "person", None),
        ("Mara Tolm, if convicted, goes to jail.", None, "person", None),
        ("Mara Tolm, leader of the “Better Harbour” campaign, spoke.", "leader", "person", None),
        ("Mara Tolm, a spokeswoman for Mr. Lund, spoke.", "spokeswoman for Mr. Lund", "person", None),
        (
            "Mara Tolm, head of the U.N. mission in Hask, spoke.",
            "head of the U.N. mission in Hask",
            "international organisation",
            None,
        ),
        ("Mara Tolm, a spokeswoman for Lund. Rain fell.", "spokeswoman for Lund", "person", None),
    ],
)
def test_a_role_is_told_without_what_stands_before_it(
    text: str, role: str | None, kind: str, country: str | None
) -> None:
    cast = Cast.of(text, language=ENGLISH)
    actor = next(a for a in cast.actors if a is not None and "Tolm" in a.name)
    assert (actor.role, actor.kind, actor.country) == (role, kind, country)
