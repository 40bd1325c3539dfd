from __future__ import annotations

import json
from typing import Any

from leadup.model import Timeline
from leadup.output.formats.annotations import to_annotations
from tests.output.stories import crisis, hostile

MOTIVATIONS = {"describing", "linking", "identifying", "tagging", "classifying"}
"""Of the closed list in section 3.3.5 of the Web Annotation Vocabulary."""


def items(timeline: Timeline) -> list[dict[str, Any]]:
    page = json.loads(to_annotations(timeline))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    found: list[dict[str, Any]] = page["items"]
    return found


def test_both_selectors_name_the_same_words() -> None:
    timeline = crisis()
    paragraph = {e.url: e.paragraph for entry in timeline.entries for e in entry.evidence}
    checked = 0
    for item in items(timeline):
        quote, position = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector" and position["type"] == "TextPositionSelector"
        assert position["end"] - position["start"] == len(quote["exact"])
        whole = paragraph.get(item["target"]["source"])
        if whole is None:
            assert item["motivation"] == "classifying", "only reactions are of articles that are no evidence"
            continue
        start, end = position["start"] - whole.start, position["end"] - whole.start
        assert whole.exact[start:end] == quote["exact"]
        assert whole.exact[:start].endswith(quote["prefix"]) and whole.exact[end:].startswith(quote["suffix"])
        checked += 1
    assert checked > 90


def test_every_sentence_link_claim_figure_action_and_reaction_has_one() -> None:
    timeline = crisis()
    found = items(timeline)
    roles = [item["motivation"] for item in found]
    assert set(roles) <= MOTIVATIONS
    assert roles.count("describing") == sum(len(entry.evidence) for entry in timeline.entries)
    assert roles.count("linking") == sum(len(entry.responds_to) for entry in timeline.entries)
    assert roles.count("identifying") == sum(len(entry.claims) for entry in timeline.entries)
    figures = sum(len(account.figures) for entry in timeline.entries for account in entry.accounts)
    assert figures and roles.count("tagging") == figures + sum(len(entry.actions) for entry in timeline.entries)
    assert roles.count("classifying") == len(timeline.reactions)
    assert len({item["id"] for item in found}) == len(found)


def test_an_odd_address_is_replaced_by_the_articles_name() -> None:
    sources = {item["target"]["source"] for item in items(hostile())}
    assert all(source.startswith(("urn:leadup:article:", "HTTPS://fine.example/")) for source in sources)
