"""What an event is called after "What led up to": a noun phrase stays, a statement becomes one or is quoted."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.asked import respelt
from leadup.timeline.target.heading import heading

HEADINGS = """
Newtarn massacre | the Newtarn massacre
Tarn attacks | the Tarn attacks
Orsk earthquake | the Orsk earthquake
Orsk quake | the Orsk quake
Orsk train crash | the Orsk train crash
Orsk fire | the Orsk fire
Orsk hospital bombing | the Orsk hospital bombing
Orsk school shootings | the Orsk school shootings
Tarrow dam collapse | the Tarrow dam collapse
Orsk referendum | the Orsk referendum
first Lund-Tolm debate | the first Lund-Tolm debate
failed coup in Tarn | the failed coup in Tarn
shooting at Orsk school | the shooting at Orsk school
truck attack in Orsk | the truck attack in Orsk
bombings in Orsk | the bombings in Orsk
murder of Lev Hostrow | the murder of Lev Hostrow
resignation of Anna Lund | the resignation of Anna Lund
Fall of Tarn | the fall of Tarn
launch of the Orsk portal | the launch of the Orsk portal
the collapse of the Tarrow dam | the collapse of the Tarrow dam
what sparked the Orsk riots | the Orsk riots
Lund's resignation | Lund's resignation
the Senate's torture report | the Senate's torture report
no charges against Brandt | no charges against Brandt
why did Anna Lund resign? | the resignation of Anna Lund
Anna Lund resigns | the resignation of Anna Lund
Anna Lund has died | the death of Anna Lund
how did Karl Tolm die | the death of Karl Tolm
Lund fired | the firing of Lund
why was Anna Lund fired | the firing of Anna Lund
when was Karl Tolm arrested | the arrest of Karl Tolm
Mayor Lund indicted | the indictment of Mayor Lund
six Orsk officers charged | “six Orsk officers charged”
Karl Brandt found guilty | the conviction of Karl Brandt
Orsk goes bankrupt | the bankruptcy of Orsk
why did Pope Clement step down | the resignation of Pope Clement
Lund shot dead | “Lund shot dead”
Lund ousted | “Lund ousted”
why was Karl Tolm dismissed | “Karl Tolm dismissed”
Lund held in contempt | “Lund held in contempt”
Anna Lund named harbour master | “Anna Lund named harbour master”
Lund launches his campaign | “Lund launches his campaign”
Lund collapses at a ceremony | “Lund collapses at a ceremony”
Lund quits | “Lund quits”
Karl Tolm is dead | “Karl Tolm is dead”
the Orsk attacks | the Orsk attacks
Orsk attacks | the Orsk attacks
Orsk market shooting | the Orsk market shooting
Orsk bombed | the bombing of Orsk
the mayor resigns | the resignation of the mayor
The mayor of Orsk dies | the death of the mayor of Orsk
the mayor backs the strike | “the mayor backs the strike”
the mayor promises an inquiry | “the mayor promises an inquiry”
a court frees the harbour master | “a court frees the harbour master”
no deal reached in the Orsk talks | “no deal reached in the Orsk talks”
the Orsk school shooting | the Orsk school shooting
the police shooting of Karl Tolm | the police shooting of Karl Tolm
the strikes on Orsk | the strikes on Orsk
the Orsk drought | the Orsk drought
Karl Tolm elected president | “Karl Tolm elected president”
Council Dismisses Mayor Lund | “Council Dismisses Mayor Lund”
Orsk bridge collapses | “Orsk bridge collapses”
rebels seize Tarn | “rebels seize Tarn”
Tarn votes to leave | “Tarn votes to leave”
Lund not indicted | “Lund not indicted”
two officers ambushed in Orsk | “two officers ambushed in Orsk”
Orsk blamed for the Lom hack | “Orsk blamed for the Lom hack”
Orsk accused of the Lom raid | “Orsk accused of the Lom raid”
Orsk armed raid | the Orsk armed raid
Orsk senators block Lund vote | “Orsk senators block Lund vote”
Orsk protesters storm the port | “Orsk protesters storm the port”
Lund says a stranger may lead Orsk | “Lund says a stranger may lead Orsk”
Lund pulls his plan | “Lund pulls his plan”
what was the Orsk agreement | the Orsk agreement
Orsk miners strike | the Orsk miners strike
Orsk Flight 9 shot down | “Orsk Flight 9 shot down”
plane shot down over Tarn | “plane shot down over Tarn”
Orsk bill shot down | “Orsk bill shot down”
Mayor Lund steps down | the resignation of Mayor Lund
"""


@pytest.mark.parametrize("row", HEADINGS.strip().splitlines())
def test_a_heading_names_the_event(row: str) -> None:
    question, words = row.split(" | ")
    assert heading(read_question(question, ENGLISH)) == words


@pytest.mark.parametrize(
    ("asked", "spelling", "expected"),
    [
        ("the fall of Tarow", {"Tarow": ("Tarrow",)}, "the fall of Tarrow"),
        ("Ana Lund's resignation", {"Ana": ("Anna",)}, "Anna Lund's resignation"),
        ("Ana Lund resigns", {"Ana": ("Anna",)}, "the resignation of Anna Lund"),
        ("Tarow and Tarowa riots", {"Tarow": ("Tarrow",)}, "the Tarrow and Tarowa riots"),
        ("the fall of Tarow", {"Tarow": ("Tarrow", "Taro")}, "the fall of Tarow"),
        ("the fall of Tarrow", {}, "the fall of Tarrow"),
    ],
)
def test_a_name_that_the_archive_spells_otherwise_is_spelt_so(
    asked: str, spelling: dict[str, tuple[str, ...]], expected: str
) -> None:
    assert heading(respelt(read_question(asked, ENGLISH), spelling)) == expected
