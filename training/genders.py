"""Makes the table of given names that tell whether their bearer is "he" or "she", from Faker's lists (MIT).

    python training/genders.py

Faker's person providers list men's and women's given names by country. A name is taken where one sex alone has it in
English-speaking countries (or none of their lists has it) and in at least four of five of all lists; every other name
("Robin", "Andrea", "Jean") stays unknown. A few that the lists lack are added by hand. Running it again gives the same
bytes while Faker stays the same.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/leadup/lang/en/given_names.tsv"
NAME = re.compile(r"^[^\W\d_][^\W\d_'’-]+(?:[-'’][^\W\d_]+)*$")
HEAD = """# Given names of men (m) and of women (f), where lists of names leave no doubt; read by names/gender.py.
# Faker, person providers; MIT, Copyright (c) Daniele Faraglia and contributors. Made by training/genders.py.
"""
SHARE = 0.8
MORE = {
    **dict.fromkeys("Hillary Jen Condoleezza Nikki Dilma Theresa Debbie Sonia Benazir".split(), "f"),
    **dict.fromkeys("Barack Mitt Newt Reince Mahmoud Bashar Recep Rodrigo Silvio Muammar Moammar Hosni".split(), "m"),
}


def main() -> None:
    import faker.providers.person as package

    lists: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module(f"{package.__name__}.{module}").Provider
        for sex, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in getattr(provider, attribute, ()):
                if NAME.match(name) and all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()):
                    lists[name][sex].add(module)
    rows = []
    for name, by in sorted(lists.items()):
        english = {sex for sex in by if any(m.startswith("en") for m in by[sex])}
        sex = max("fm", key=lambda s: len(by[s]))
        sure = len(by[sex]) >= SHARE * sum(len(m) for m in by.values())
        if name not in MORE and sure and english <= {sex}:
            rows.append(f"{name}\t{sex}\n")
    rows = sorted([*rows, *(f"{name}\t{sex}\n" for name, sex in MORE.items())])
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
