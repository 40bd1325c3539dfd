"""Whom "he" and "she" stand for, in a source's sentence and in a draft: the one who alone may be meant, else nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leadup import check_draft
from leadup.check import Statement
from leadup.check.clauses import clauses_of
from leadup.check.evidence import parsed
from leadup.check.meant import Meant
from leadup.check.pronouns import with_pronouns
from leadup.check.seeking import index
from leadup.lang import ENGLISH
from leadup.reading.light import read_light
from tests.check.making import DAY, archive
from tests.timeline.making import article

SOURCES = [
    # the text, its sentence that is asked (the last one), a deed of it, who does it, who bears it
    ("Mary Tolk met John Pask in Vessin. She accused him of lies.", "accus", "tolk", "pask"),
    ("Mary Tolk spoke in Vessin. John Pask accused her of lies.", "accus", "pask", "tolk"),
    ("Mary Tolk spoke first. When Pask accused her, the hall was silent.", "accus", "pask", "tolk"),
    ("John Pask spoke in Vessin. He praised the dockers.", "prais", "pask", "docker"),
    # two may be meant, or none
    ("John Pask met Peter Varo in Vessin. He praised the dockers.", "prais", "pask", "docker"),
    ("Mary Tolk spoke in Vessin. He praised the dockers.", "prais", "", "docker"),
    ("Tolk and Pask met in Vessin. He praised the dockers.", "prais", "", "docker"),
    ("John Pask sat beside Peter Varo. Then, late, Varo and Pask left. He praised them.", "prais", "", ""),
    # one was arrested, another spoke after that
    ("Police arrested Paul Finch. Leo Marsh praised them. He praised the dockers.", "prais", "", "docker"),
    # another's words: who he is stands somewhere else
    ("John Pask spoke in Vessin. “He praised the dockers,” a clerk said.", "prais", "", "docker"),
    # not the one who does it
    ("The hall was full. Pask accused him of lies.", "accus", "pask", ""),
]


@pytest.mark.parametrize(("text", "deed", "does", "bears"), SOURCES)
def test_a_source_s_pronoun(text: str, deed: str, does: str, bears: str) -> None:
    one = article(text, "The Halder Post", DAY)
    indexed = index(one, read_light(one), ENGLISH)
    at = len(indexed.reading.sentences) - 1
    last = indexed.reading.sentences[at]
    ((parse, start),) = parsed([text[last.start : last.end]], ENGLISH)
    clauses = clauses_of(parse, start=start, stands=Meant(indexed, at, parse, start).by)
    clause = next(c for c in clauses if c.key == deed)
    named = {"tolk", "pask", "varo", "docker"}
    assert (clause.agent & named, clause.patient & named) == ({does} - {""}, {bears} - {""})


DRAFTS = [
    (["Mary Tolk spoke in Vessin.", "She left at noon."], "Mary Tolk"),
    (["Mary Tolk met John Pask.", "He left at noon."], "John Pask"),
    (["Mary Tolk spoke in Vessin.", "The port was closed.", "She left at noon."], "Mary Tolk"),
    (["John Pask accused Peter Varo.", "He left at noon."], "John Pask"),
    # not known for a person, but what both lines before are about
    (["Brisk Oster fled to Dunmar.", "Brisk Oster was held.", "He was charged."], "Brisk Oster"),
    (["Brisk Oster fled to Dunmar.", "Coal Harbor was searched.", "He was charged."], ""),
    (["Brisk Oster fled to Dunmar.", "He was charged."], ""),
    # too far, of another sex, two of one, named itself, quoted
    (["Mary Tolk spoke.", "The port was closed.", "Ferries sailed.", "She left at noon."], ""),
    (["Mary Tolk spoke in Vessin.", "He left at noon."], ""),
    (["In Vessin, John Pask met Peter Varo.", "He left at noon."], ""),
    (["Police arrested Paul Finch.", "Mayor Leo Marsh praised them.", "He left at noon."], ""),
    # who is named behind it is another
    (["John Pask spoke in Vessin.", "He met Mihai Pop."], "John Pask"),
    (["Mary Tolk won.", "Her party chose Jo Renn."], "Mary Tolk"),
    (["Mary Tolk spoke.", "Anna Varo said she would leave."], ""),
    (["John Pask spoke.", "“He left at noon,” a clerk said."], ""),
    (["He left at noon."], ""),
]


@pytest.mark.parametrize(("words", "name"), DRAFTS)
def test_a_draft_s_pronoun(words: list[str], name: str) -> None:
    made = with_pronouns([Statement(0, len(w), w, DAY) for w in words], ENGLISH)
    assert [n for _, _, n in made[-1].pronouns] == ([name] if name else [])


MORE = (
    ("Coast Daily", 9, "Mary Tolk resigned as harbor master of Dunmar on Sunday, after weeks of strikes."),
    ("The Halder Post", 10, "The harbor master of Dunmar, Mary Tolk, resigned on Sunday after weeks of strikes."),
    ("Morning Ledger", 20, "John Pask met Mary Tolk at a hearing in Ostrava on Thursday. She accused him of theft."),
    ("Coast Daily", 20, "At the hearing in Ostrava on Thursday, Mary Tolk accused John Pask of theft."),
)


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("May 11, 2031: Mary Tolk spoke. She resigned as harbor master of Dunmar after weeks of strikes.", "supported"),
        ("May 11, 2031: Anna Varo spoke. She resigned as harbor master of Dunmar after weeks of strikes.", ""),
        ("May 11, 2031: She resigned as harbor master of Dunmar after weeks of strikes.", "not checked"),
        ("May 22, 2031: Mary Tolk accused John Pask of theft at a hearing in Ostrava.", "supported"),
        ("May 22, 2031: John Pask accused Mary Tolk of theft at a hearing in Ostrava.", "actors differ"),
    ],
)
def test_it_is_put_to_the_sources_with_the_name(tmp_path: Path, draft: str, kind: str) -> None:
    told = [article(text, outlet, DAY + dt.timedelta(late)) for outlet, late, text in MORE]
    with archive(tmp_path / "kept", *told) as kept:
        found = check_draft(draft, kept, missing=False).findings[-1]
    assert found.kind == kind or (not kind and found.kind not in ("supported", "one side only")), found
