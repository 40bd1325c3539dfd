"""What a sentence tells in front, and what it only brings up."""

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain.foreground import is_beside_in_said, is_foregrounded, is_only_after


@pytest.mark.parametrize(
    "words, text, told",
    [
        ("because of the shooting", "A gunman shot nine people in a chapel in Hask.", True),
        ("because of the shooting", "Nine people were killed in a shooting in Hask.", True),
        ("because of the shooting", "Police released a picture of the gunman who shot nine people.", False),
        ("condemned the killing", "Marches were held in Hask following the killing of two men.", False),
        ("condemned Lind's murder", "The rebels released a video showing a fighter beheading Lind.", True),
        ("in response to the air strikes", "Planes bombed rebels in the hills near Hask.", True),
        ("responding to Anna Tolm's speech", "Anna Tolm spoke to the party on Monday.", True),
        ("responding to Anna Tolm's speech", "Mr. Weiss gave a speech that praised Tolm's record.", False),
        ("prompted by the strange weather", "The fair was closed.", True),
    ],
)
def test_what_a_sentence_tells_itself(words: str, text: str, told: bool) -> None:
    assert is_foregrounded(words, text, ENGLISH) is told


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Lund said that the council split the town by closing the port in response to the raid on Hask.", True),
        ("Lund said that the council, which had closed the port in response to the raid, was weak.", True),
        # What is said to have been done, and what is done beside that nobody says.
        ("The army said it had struck the base in response to the raid on the port.", False),
        ("Officials said the council closed the port in response to the raid.", False),
        ("The mayor closed the port by calling in guards in response to the raid.", False),
        ("In response to the raid, Lund said, the council would close the port.", False),
        ("Lund resigned in response to the raid.", False),
    ],
)
def test_what_stands_beside_what_is_said(text: str, beside: bool) -> None:
    assert is_beside_in_said(text, text.lower().index("in response"), ENGLISH) is beside


@pytest.mark.parametrize(
    ("words", "text", "only"),
    [
        ("charged with the shooting", "After the shooting, the state police took over the patrols.", True),
        ("in response to the shooting", "A vigil was held in Hask, hours after a man shot nine people there.", True),
        ("in response to the shooting", "In response to the shooting, the council closed the school.", True),
        ("in response to the shooting", "A man shot nine people in Hask, after a quarrel.", False),
        ("in response to the shooting", "After a quarrel a man shot nine people.", False),
        (
            "mourned the killing of five officers",
            "A sniper killed five guards at a march against a killing.",
            False,
        ),
        ("condemned the ruling", "After the shooting, the state police took over the patrols.", False),
    ],
)
def test_what_a_sentence_names_only_as_what_came_before(words: str, text: str, only: bool) -> None:
    assert is_only_after(words, text, ENGLISH) is only
