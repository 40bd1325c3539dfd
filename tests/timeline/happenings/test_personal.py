"""What a person did, or had done to them, by a sentence that turns on it."""

from __future__ import annotations

import pytest
from tests.timeline.making import article

from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from leadup.reading.syntax import parse
from leadup.timeline.happenings.personal import deeds_of_persons

WHO = "President Ilan Varo of Norland spoke in Hask. "


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Ilan Varo resigned on Tuesday.", "resign"),
        ("Ilan Varo stepped down on Tuesday.", "resign"),
        ("Police arrested Ilan Varo in Hask on Tuesday.", "arrest"),
        ("Ilan Varo was arrested in Hask on Tuesday.", "arrest"),
        ("The resignation of Ilan Varo was announced on Tuesday.", "resign"),
        ("The senate met on Tuesday after Ilan Varo resigned.", None),
        ("Ida Lund, who met Ilan Varo before he resigned, left Hask on Tuesday.", None),
        ("Ilan Varo announced on Tuesday that taxes would fall.", None),
        ("Ilan Varo told friends on Tuesday that he was stepping down.", "resign"),
    ],
)
def test_whose_deed(sentence: str, deed: str | None) -> None:
    text = WHO + sentence
    read = read_light(article(text))
    (tree,) = parse(text, [(len(WHO), len(text))], language=ENGLISH)
    found = {row for _, row in deeds_of_persons(tree, read.sentences[-1].names, ENGLISH)}
    assert (deed in found) if deed else not found
