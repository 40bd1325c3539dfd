"""Who says an entry's words, and who did what to whom, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leadup.model import Action, Claim, Entry
from leadup.output.cast import Speaker, names_both_sides, shown_speaker
from leadup.output.language import OF_AN_ANSWER
from leadup.output.phrases import opening_words
from leadup.output.speaker import held_before, is_told_by_another, manner_of

_TOLD_TWICE: Final = {("THREATEN", "threatened"), ("REQUEST", "called for"), ("REJECT", "denied")}

MANNER_WORDS: Final = {"quoted": "quoted", "partly quoted": "partly quoted", "paraphrased": "paraphrased"}

_HEDGE: Final = "(probably)"

LEAST_SAID = 0.2
"""Of a sentence, this share at least is what its speaker says."""

LONGEST_TITLE: Final = 4
"""Words that may stand before a name."""


def speaker_of(entry: Entry) -> tuple[str, str] | None:
    """Who says the wording, as fully as the article names them, and the rest ("harbour minister, quoted").

    None where the words are the outlet's own, or it cannot be told whose they are. A title stands before the name. A
    reading that is a guess says "probably": "Mara Tolk", "(probably), quoted"; for a pronoun, "she", "probably Mara
    Tolk, quoted".
    """
    spoken = speaking(entry)
    if spoken is None:
        return None
    who, manner = spoken
    title = who.beside if who.beside and not who.guess and _is_title(who.beside) else None
    name = f"{title} {who.name}" if title and not who.name.startswith(title) else who.name
    name = f"{who.lead} {name}" if who.lead else name
    hedge = "" if who.sure or who.guess else _HEDGE
    beside = " ".join(filter(None, (None if title else who.beside, hedge)))
    return name, ", ".join(filter(None, (beside, manner)))


def speaking(entry: Entry) -> tuple[Speaker, str] | None:
    """Who says the wording, and the word for how ("quoted"); None as in :func:`speaker_of`."""
    paragraph, language = entry.evidence[0].paragraph, OF_AN_ANSWER
    text, start = paragraph.exact, paragraph.start
    for claim in entry.claims:
        who = shown_speaker(claim, text, start, language=language) if _fills(entry, claim) else None
        if who is not None and is_told_by_another(claim, entry.claims, text, start, language):
            return None
        if who is not None and not (claim.manner != "paraphrased" and _is_its_own(entry, who)):
            # An article may give an office that another says is held no more.
            told = (source.paragraph.exact for source in entry.evidence)
            beside = who.beside and held_before(who.beside, who.name, told, language)
            return replace(who, beside=beside), MANNER_WORDS[manner_of(claim, entry.wording, text, start, language)]
    return None


def _is_its_own(entry: Entry, who: Speaker) -> bool:
    """Is a speaker the outlet or agency that brings the words? What stands in quotation marks is another's."""
    outlet = entry.evidence[0].outlet
    return who.name in {outlet, *(line.name for line in entry.support.lineages if outlet in line.outlets)}


def _is_title(role: str) -> bool:
    """Whether a role is written as a title, which stands before a name: "Sen.", "Defense Secretary", "Ayatollah"."""
    words = role.split()
    return len(words) <= LONGEST_TITLE and all(word[:1].isupper() for word in words)


def _fills(entry: Entry, claim: Claim) -> bool:
    """Are the speaker's words enough of the sentence that it is theirs? "When the union ordered them to go" is not."""
    start, end = entry.wording.start, entry.wording.end
    said = sum(min(e, end) - max(s, start) for s, e in claim.content if s < end and start < e)
    return said >= LEAST_SAID * (end - start)


def speaker_words(entry: Entry) -> str | None:
    """Who says the wording and how: "Mara Tolk, harbour minister, quoted"."""
    spoken = speaker_of(entry)
    if spoken is None:
        return None
    return f"{spoken[0]}{' ' if spoken[1].startswith(_HEDGE) else ', '}{spoken[1]}"


def action_words(action: Action) -> str | None:
    """Who does what to whom: "Tarn → Maradia: mobilize, planned"; None where the text names neither side.

    None too where the reading is not sure: of such a third and less was right on real answers.
    """
    if not action.certain or (action.source is None and action.target is None) or not names_both_sides(action):
        return None
    source = action.source.name if action.source else "someone"
    target = f" → {action.target.name}" if action.target else ""
    return f"{source}{target}: {deed_words(action)}"


def deed_words(action: Action) -> str:
    """What is done, in the text's words, and its category: "“went” (mobilize, planned)", but "“warned” (threaten)".

    That it did not happen is said where the category does not say it.
    """
    told = action.realis == "happened" or (action.category, action.realis) in _TOLD_TWICE
    kind = action.category.lower() if told else f"{action.category.lower()}, {action.realis}"
    return f"“{opening_words(action.exact, 40)}” ({kind})"
