from __future__ import annotations

import pytest

from leadup.model import Actor, Claim
from leadup.output.cast import shown_speaker

TEXT = "She said the quay was shut. A new ferry survey found the same."
SHE, SURVEY = (0, 3), (28, 46)


@pytest.mark.parametrize(
    ("source", "speaker", "certain", "speaker_certain", "expected"),
    [
        (SHE, Actor("Mara Tolk", "mara tolk", "person", role="mayor"), True, True, ("Mara Tolk", "mayor", True)),
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
        ("its officials", True, True),
        ("port officials", False, True),
        ("Itso Tarn", False, True),
    ],
)
def test_a_guess_tells_whose_officials_they_are(name: str, certain: bool, shown: bool) -> None:
    speaker = Actor(name, name.casefold(), "government")
    claim = Claim(((0, 3),), (), ((4, 27),), "paraphrased", speaker, certain, True)
    assert (shown_speaker(claim, TEXT) is not None) is shown
