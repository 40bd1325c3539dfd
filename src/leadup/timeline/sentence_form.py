"""How a sentence is made, as far as that says whether it is news: what deeds it tells, whether it turns on what was
said, and what its main verb's subject is."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.reading.actions import code_actions
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations
from leadup.timeline.table import Table


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """``deeds`` counts what the sentence tells as done by somebody or to somebody; ``says``: its main verb is one of
    saying; ``of_name``: a name is that verb's subject."""

    deeds: int
    says: bool
    of_name: bool

    @classmethod
    def of(cls, table: Table, row: int) -> SentenceForm:
        """How a row's sentence is made."""
        language = table.language
        tree, text = table.tree(row), table.pool.articles[table.rows[row].article].text
        if tree.root < 0:
            return cls(0, False, False)
        subjects = {tree[k].upos for k in tree.children(tree.root, *relations("of_clause"))}
        return cls(
            deeds=len(code_actions(text, tree, language=language)),
            says=base_form(tree[tree.root].lemma.lower(), language) in saying(language),
            of_name=not subjects.isdisjoint(relations("names")),
        )
