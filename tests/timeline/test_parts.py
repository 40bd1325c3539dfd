"""Which part the name beside the deed has in what a question asks."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.parts import part_of

# A question, the name that has the part and whom else it names, the part; then whether the deed may need nobody else,
# what may only befall whom it is done to, or is done to who gets an office.
QUESTIONS = """
Lund resigns | lund | | agent | alone
Anna Lund resigns | lund | | agent | alone
Lund shoots Tolm | lund | tolm | agent | suffered
Lund shot | lund | | patient |
Lund shot dead | lund | | patient |
Lund found guilty | lund | | patient |
Lund arrested by Tolm | lund | tolm | patient |
Lund ousted Tolm | | | |
Lund shooting of Tolm | tolm | lund | patient |
Lund arrested in Orsk | lund | orsk | patient |
Lund's resignation | lund | | agent | alone
Lund's arrest | lund | | patient |
Lund’s arrest | lund | | patient |
Lund arrest | | | |
the resignation of Lund | lund | | agent | alone
the arrest of Lund | lund | | patient |
the arrest of the Lund | lund | | patient |
the arrest of two bakers | | | |
the arrest in Orsk | | | |
the arrest of the Orsk schoolgirls | | | |
the speech of Lund | | | |
# who does it may own the noun beside whom it is done to
Tolm's arrest of Lund | lund | tolm | patient |
Tolm's arrest of two bakers | | | |
Tolm's arrest in Orsk | tolm | orsk | patient |
the impeachment of Lund | lund | | patient |
Lund's impeachment | lund | | patient |
Lund's nomination | lund | | patient |
Tolm's nomination of Lund | lund | tolm | patient |
the annexation of Kelt | kelt | | patient |
Quell's annexation of Kelt | kelt | quell | patient |
the bombing of the Orsk embassy | | | |
Lund's endorsement | | | |
Lund's speech | | | |
US airstrikes in Kelt | us | kelt | agent |
Kelt airstrikes | | | |
Lund not indicted | | | |
Lund | | | |
Lund elected mayor | lund | | patient |
Lund becomes mayor | lund | | agent | office
Orsk elects Lund | orsk | lund | agent | office
# whom it is done to stands right behind its verb, or behind a word between them
Lund ousts Tolm | lund | tolm | agent | suffered
Lund ousts a Tolm | lund | tolm | agent | suffered
Lund ousts it now for Tolm | lund | tolm | agent | alone
Lund kills Tolm | lund | tolm | agent | suffered
Lund shoots an officer | lund | | agent | suffered
Lund leaves Tolm | lund | tolm | agent | alone
the dam burst | | | |
"""


@pytest.mark.parametrize("row", [row for row in QUESTIONS.strip().splitlines() if not row.startswith("#")])
def test_the_part_of_the_name_beside_the_deed(row: str) -> None:
    question, name, others, role, more = (cell.strip() for cell in row.split("|"))
    part = part_of(read_question(question, ENGLISH))
    if part is None:
        assert not name
        return
    assert (" ".join(part.names[0]), " ".join(w for p in part.others for w in p)) == (name, others)
    said = {"alone": part.alone, "suffered": bool(part.only_suffered), "office": bool(part.put_in)}
    assert (part.role.name.lower(), " ".join(key for key, is_so in said.items() if is_so)) == (role, more)


def test_of_a_name_its_weightiest_word_is_looked_for() -> None:
    part = part_of(read_question("Anna Lund ousts Karl Tolm", ENGLISH))
    assert part is not None
    assert (part.names, part.others) == ((("lund",),), (("tolm",),))


def test_the_words_behind_the_first_are_the_deeds_own() -> None:
    part = part_of(read_question("Lund ousts Tolm", ENGLISH))
    assert part is not None
    assert {"power", "offic"} <= part.fixed
    assert not {"seiz", "oust", "lund", "tolm"} & part.fixed
    # who dies, or steps down, does it alone
    assert {"collaps", "die", "resign"} & part.only_suffered
    assert "oust" not in part.only_suffered
