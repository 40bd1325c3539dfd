"""A language is a folder of tables: what a draft in a made-up one says is taken apart by a small pack of its own."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from leadup import lang
from leadup.answering import check_draft
from leadup.check.actors import either_way, joined_by
from leadup.check.checking import UNREAD
from leadup.check.clauses import clauses_of
from leadup.check.draft import draft_from_rows, draft_from_text
from leadup.check.evidence import refuses
from leadup.check.figures import is_number, numbers_of
from leadup.check.happening import bare_happening, with_happenings
from leadup.check.outcomes import outcomes
from leadup.check.pronouns import nobody_named, with_pronouns
from leadup.check.quotations import quotations_of
from leadup.check.titles import titles_in
from leadup.check.whose import is_claim
from leadup.check.wording import classes_in, contraries_of, kin_of, lang_words, opposites_of, stem_of, stems_of
from leadup.reading.syntax import Parse
from tests.check.making import archive
from tests.timeline.making import tree

MADE_UP, BARE = "zq", "zx"
"""A language with a few words a table, and one with none but for its dates."""
DATES = ("abbreviations.tsv", "sentences.toml", "dates_*", "calendar.toml")
"""What the made-up language has of the French: how it writes days, and where its sentences end."""
TABLES = {
    "check.toml": """
        deny = ["ne"]
        happenings = ["atako"]
        numbers = "nul unu du tri"
        tens = "dudek=20"
        irregular = "iris=iri"
        before_day = ["je"]
    """,
    "check_kin.tsv": "strike\\tfrapi bati\\nspare\\tindulgi",
    "check_opposites.tsv": "strike\\tspare",
    "check_frames.tsv": "harm\\tfrapi\\nmercy\\tindulgi",
    "check_contraries.tsv": "harm\\tmercy",
}
TEXTS = [
    "Je 3 mai 2031 : Varo ne frapi la ponto, kaj tri homoj mortis.",
    "Mayor Ines Okoro said “It was all lost” on Monday; she denied that 12 died in the attack.",
    "« Non », dit-il, le 3 janvier 2031. 20 % des 300 personnes.",
]


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A pack of a few words a table, beside those that there are."""
    packs, own = Path(str(files("leadup.lang"))), tmp_path / "packs"
    own.mkdir()
    for code in ("en", "fr"):
        (own / code).symlink_to(packs / code)
    for code in (MADE_UP, BARE):
        (own / code).mkdir()
        for file in (file for pattern in DATES for file in (packs / "fr").glob(pattern)):
            shutil.copy(file, own / code)
    for name, content in TABLES.items():
        lines = content.replace("\\t", "\t").replace("\\n", "\n").splitlines()
        (own / MADE_UP / name).write_text("\n".join(line.strip() for line in lines), encoding="utf-8")
    monkeypatch.setattr(lang, "files", lambda _: own)
    lang.languages_with.cache_clear()
    yield MADE_UP
    lang.languages_with.cache_clear()


def _parsed(language: str) -> Parse:
    return replace(
        tree("Varo PROPN nsubj 3", "ne PART advmod 3", "frapi VERB root 0", "pontojn NOUN obj 3"), language=language
    )


def test_a_draft_is_cut_by_the_tables_of_its_language(made_up: str) -> None:
    (said,) = draft_from_text(TEXTS[0], language=made_up).statements
    assert (said.day, said.words) == (dt.date(2031, 5, 3), "Varo ne frapi la ponto, kaj tri homoj mortis.")
    assert draft_from_text(TEXTS[0]).statements[0].day is None, "English writes no day so"


def test_what_a_clause_tells_is_told_by_the_words_of_its_language(made_up: str) -> None:
    (deed,) = clauses_of(_parsed(made_up))
    assert (deed.denied, deed.kin, deed.language) == (True, frozenset({"kin strike"}), made_up)
    (other,) = clauses_of(_parsed(BARE))
    assert (other.denied, other.kin) == (False, frozenset()), "no other language's words are looked for"
    assert opposites_of(kin_of(stem_of("bati", made_up), made_up), made_up) == {"kin spare"}
    assert contraries_of(classes_in("frapi", made_up), made_up) == {"mercy"}
    assert [is_number(word, made_up) for word in ("tri", "dudek", "three")] == [True, True, False]
    assert bare_happening("Du mortis en the atako.", made_up) == "atako"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.usefixtures("made_up")
def test_a_pack_without_a_word_takes_any_text(text: str) -> None:
    draft = draft_from_text(text, language=BARE)
    made = with_happenings(with_pronouns(draft.statements, BARE), None, BARE)
    assert made and all(not s.about and not s.pronouns and not nobody_named(s, BARE) for s in made)
    assert stems_of(text, BARE) and not titles_in(text, BARE) and not is_claim(text, BARE)
    assert not (bare_happening(text, BARE) or refuses(text, BARE))
    assert all(text[n.start].isdigit() and not n.vague for n in numbers_of(text, BARE))
    assert len(quotations_of(text, BARE)) == text.count("“")


@pytest.mark.usefixtures("made_up")
def test_a_pack_without_a_word_takes_any_tree() -> None:
    parse = _parsed(BARE)
    assert not (list(outcomes(parse)) or joined_by(parse))
    assert not {"pass", "frapi"} & (either_way(BARE) | lang_words("undo", BARE))


def test_of_a_language_that_is_not_read_nothing_is_checked(made_up: str, tmp_path: Path) -> None:
    with archive(tmp_path / "archive") as kept:
        draft = draft_from_rows([(dt.date(2031, 5, 2), "Varo ne frapi la ponto.")], language=made_up)
        report = check_draft(draft, kept)
    assert [(f.kind, f.why, f.witnesses) for f in report.findings] == [("not checked", f"{UNREAD} ({made_up})", ())]
    assert not report.missing
