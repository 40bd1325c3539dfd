"""Another name of a person whom the sources name, beside his own."""

import pytest

from leadup.check.unnamed import is_other_name
from leadup.reading.names.finder import find_names


@pytest.mark.parametrize(
    ("words", "name", "other", "is_his"),
    [
        ("Drug lord El Chapo, Joaquín Guzmán, was moved.", "El Chapo", "Joaquín Guzmán", True),
        ("Police moved Joaquín Guzmán, El Chapo.", "El Chapo", "Joaquín Guzmán", True),
        ("Drug lord Joaquín “El Chapo” Guzmán was moved.", "El Chapo", "Guzmán", True),
        ("Joaquín Guzmán (El Chapo) was moved.", "El Chapo", "Joaquín Guzmán", True),
        ("Bram Oster, Joaquín Guzmán and Nils Brok were moved.", "Bram Oster", "Joaquín Guzmán", False),
        ("Bram Oster, Joaquín Guzmán, and Nils Brok were moved.", "Bram Oster", "Joaquín Guzmán", False),
        ("Bram Oster, Joaquín Guzmán, Nils Brok, all three, were moved.", "Bram Oster", "Joaquín Guzmán", False),
        ("Bram Oster, Joaquín Guzmán's lawyer, was moved.", "Bram Oster", "Joaquín Guzmán", False),
        ("Bram Oster moved Joaquín Guzmán.", "Bram Oster", "Joaquín Guzmán", False),
    ],
)
def test_another_name_of_one_beside_his_own(words: str, name: str, other: str, is_his: bool) -> None:
    names = find_names(words, language="en")
    found = {n.exact: n for n in names}
    assert is_other_name(words, found[name], found[other], names, "en") is is_his
