from __future__ import annotations

import pytest

from leadup.model import Actor, ActorKind, Claim
from leadup.output.cast import shown_speaker

TEXT = "She said the quay was shut. A new ferry survey found the same."
SHE, SURVEY = (0, 3), (28, 46)


@pytest.mark.parametrize(
    ("source", "speaker", "certain", "speaker_certain", "expected"),
    [
        (
            SHE,
            Actor("Mara Tolk", "mara tolk", "person", role="mayor"),
            True,
            True,
            ("Mara Tolk", "mayor", True),
        ),
        (SHE, Actor("Mara Tolk", "mara tolk", "person"), False, True, ("Mara Tolk", None, False)),
        (SHE, Actor("Mara Tolk", "mara tolk", "person"), True, False, ("She", "probably Mara Tolk", False)),
        # nobody known, and doubtful that anybody says it: not shown
        (SURVEY, Actor("new ferry survey", "new ferry survey"), False, True, None),
        (SURVEY, Actor("new ferry survey", "new ferry survey"), True, True, ("new ferry survey", None, True)),
        # no pronoun: its name is not said again
        (SURVEY, Actor("ferry survey", "ferry survey"), True, False, ("A new ferry survey", None, False)),
    ],
)
def test_the_speaker_shown(
    source: tuple[int, int],
    speaker: Actor,
    certain: bool,
    speaker_certain: bool,
    expected: tuple[str, str | None, bool] | None,
) -> None:
    shown = shown_speaker(Claim((source,), (), ((4, 27),), "paraphrased", speaker, certain, speaker_certain), TEXT)
    assert (shown and (shown.name, shown.beside, shown.sure)) == expected


@pytest.mark.parametrize(
    ("name", "certain", "shown"),
    [
        ("its officials", False, False),
        ("Their leaders", False, False),
        ("its officials", True, False),
        ("port officials", False, True),
        ("Itso Tarn", False, True),
    ],
)
def test_a_guess_tells_whose_officials_they_are(name: str, certain: bool, shown: bool) -> None:
    speaker = Actor(name, name.casefold(), "government")
    claim = Claim(((0, 3),), (), ((4, 27),), "paraphrased", speaker, certain, True)
    assert (shown_speaker(claim, TEXT) is not None) is shown


@pytest.mark.parametrize(
    ("name", "of", "shown"),
    [
        ("his lawyer", "Jo Venn", True),
        ("his lawyer", None, False),
        ("their leaders", "hundreds of Sudlanders", False),
        ("statement", None, False),
        ("Their comments", None, False),
        ("interview transcript", None, False),
        ("speech", None, False),
        ("letter to the mayor", None, False),
        ("letter to the mayor", "Jo Venn", True),
        ("Orsk Post", None, True),
        ("Post", None, True),
        ("union letter carriers", None, True),
        ("harbour officials’ statement", None, True),
        ("a new report", None, True),
    ],
)
def test_what_is_said_or_written_is_no_speaker(name: str, of: str | None, shown: bool) -> None:
    claim = Claim(((0, 3),), (), ((4, 27),), "paraphrased", Actor(name, name.casefold(), "government", of=of))
    assert (shown_speaker(claim, TEXT) is not None) is shown


@pytest.mark.parametrize(
    ("name", "said", "kind", "shown"),
    [
        ("Associated Press", "I shut the quay", "media", False),
        ("Associated Press", "We’re to shut the quay", "media", False),
        ("Associated Press", "The quay is shut", "media", True),
        ("Washington Post", "We think the quay should be shut", "media", True),
        ("Washington Post", "It is my quay", "media", False),
        ("Mara Tolk", "I shut the quay", "media", True),
    ],
)
def test_an_agency_says_nothing_of_itself(name: str, said: str, kind: ActorKind, shown: bool) -> None:
    text = f"“{said},” she told {name}."
    claim = Claim(((5, 8),), (), ((0, len(said) + 3),), "quoted", Actor(name, name.casefold(), kind))
    assert (shown_speaker(claim, text) is not None) is shown
