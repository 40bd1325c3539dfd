"""What an event is called in a heading, after "What led up to"."""

from __future__ import annotations

from leadup.reading.syntax import parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.asked import Asked, Slot
from leadup.timeline.target.words import asking

LONGEST_SUBJECT = 4


def heading(asked: Asked) -> str:
    """The event as a noun phrase: "Lund resigns" is "the resignation of Lund"; a longer statement is quoted.

    What is a noun phrase already ("the siege of Orsk") stays as it is asked.
    """
    words = asked.words.strip()
    deed = next((s for s in asked.slots if s.needed), None)
    if deed is None or words.lower().startswith(("the ", "a ", "an ", "no ")):
        return words
    at = words.lower().rfind(deed.asked.lower())
    rest = words[at + len(deed.asked) :].strip(" .?!")
    if rest:
        return f"“{words}”" if _is_statement(words) else words
    noun = _noun(deed)
    if noun is None:
        return words
    subject = words[:at].split()
    while subject and subject[-1].lower() in asking("linking"):
        subject.pop()
    if 0 < len(subject) <= LONGEST_SUBJECT and not any(w.lower() in asking("negative") for w in subject):
        return f"the {noun} of {' '.join(subject)}"
    return f"“{words}”"


def _noun(deed: Slot) -> str | None:
    """The noun for a deed that is asked for by a verb; None where it may be a noun itself ("the Orsk attacks")."""
    base = base_form(deed.asked.lower().split()[0])
    nouns = [d.noun for d in deed.rows]
    if not nouns or any(base == base_form(noun.split()[0]) for noun in nouns) or deed.asked.lower() in nouns:
        return None
    return nouns[0]


def _is_statement(words: str) -> bool:
    """Does a verb with a subject head these words?"""
    (parsed,) = parse(words, [(0, len(words))])
    root = parsed.root
    return root >= 0 and parsed[root].upos in ("VERB", "AUX") and bool(parsed.children(root, "nsubj"))
