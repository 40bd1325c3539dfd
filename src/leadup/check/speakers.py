"""Whose words a statement is, beside whose they are in the sources, and whether a quotation's words are theirs."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.check.case import Case
from leadup.check.evidence import actors_of, days_told, is_name, marked, outlets_in, parsed, told_by
from leadup.check.quotations import nearest, quotations_of
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.wording import stems_of

SPOKEN = 0.7
"""Share of what is said that a sentence must hold to have it as another one's words."""
NEAR = 0.6
"""Share of a statement that a sentence must itself hold to be asked whose words it is."""
LIKE = 0.5
"""Share of a quotation's telling words that a sentence must hold to have it as another one's."""
SURELY_HIS = 0.75
"""Share of a quotation that a sentence must share to be held against it where it names another one who says it."""
SEVERAL = 3
"""Outlets by which a thing is another one's, or several ones', words where they do not agree whose."""
OPENING_QUOTES = ("“", '"', "‘")


def misquoted(case: Case) -> Finding | None:
    """A quotation that stands word for word in a source, but as another one's."""
    speaker = case.speaker & case.names
    if not case.quotes or not speaker:
        return None
    others: list[Bearing] = []
    for read in case.read:
        found = nearest(case.words, case.quotes[0], [read.bearing])
        if found is None or not found.exact:
            continue
        own = read.bearing.indexed.stems[read.bearing.sentence]
        if speaker & own:
            return None
        named = [
            c.agent for c in read.clauses if any(is_name(read.bearing.words, key, case.language) for key in c.agent)
        ]
        if named:
            others.append(read.bearing)
        elif speaker & case.before(read.bearing):
            return None
    if not others:
        return None
    sure: Sureness = "sure" if len(outlets_in(others)) > 1 else "likely"
    return case.found("wrong speaker", sure, "the sources have another one say it", others)


def requoted(case: Case) -> Finding | None:
    """A quotation whose words differ from the source's."""
    for found in case.quoted:
        if found is None or found.exact:
            continue
        speaker = case.speaker & case.names
        if speaker and not speaker & case.around(found.bearing):
            continue
        if speaker and found.share < SURELY_HIS and _is_anothers(case, found.bearing, speaker):
            continue
        why = "the quotation's words differ from the source's"
        made = case.found("quotation differs", "sure" if found.share >= 0.6 else "likely", why, [found.bearing],
                           marks=found.own)  # fmt: skip
        return marked(made, found.theirs)
    return None


def _is_anothers(case: Case, bearing: Bearing, speaker: frozenset[str]) -> bool:
    """Whether a sentence says of another one, by name, that he says it, and does not name the speaker."""
    if speaker & bearing.indexed.stems[bearing.sentence]:
        return False
    (read,) = case.read_closely([bearing], parsed([bearing.words], case.language))
    tellers = [c.agent for c in read.clauses if c.is_saying] + [c.speaker for c in read.clauses if c.speaker]
    return any(is_name(bearing.words, key, case.language) for who in tellers for key in who - case.names)


def quoted_of_its_day(case: Case, found: Finding) -> Finding:
    """What is placed on another day, unless reports of its own day have the draft's quotations word for word, of the
    same one: a report that only repeats them a day or two later does not date them."""
    speaker = case.speaker & case.names
    if found.kind != "date differs" or found.sureness == "sure" or not case.quotes or not speaker or case.day is None:
        return found
    if any(w.day is not None and w.day < case.day for w in found.witnesses):
        return found
    by = [
        b
        for b in case.bearing
        if case.is_then(b) and speaker & b.indexed.stems[b.sentence]
        and not any(explicit for _, _, explicit in days_told(b))
        and all((like := nearest(case.words, at, [b])) and like.exact and like.share == 1.0 for at in case.quotes)
    ]  # fmt: skip
    if not by:
        return found
    kind, why = told_by(len(outlets_in(by)))
    return case.found(kind, "likely", why, by)


def lacks_quotation(case: Case) -> bool:
    """Whether a quotation of the statement stands in no sentence that bears on it."""
    return any(one is None or not one.exact for one in case.quoted)


def lacks_words(case: Case, sure: Sureness) -> Finding | None:
    """The verdict that no source has a quotation's words, where sentences of its day quote somebody on the matter."""
    by = [r.bearing for r in case.read if case.is_then(r.bearing) and quotations_of(r.bearing.words, case.language)]
    if not by or not lacks_quotation(case):
        return None
    return case.found("quotation differs", sure, "no source has these words; what they quote is below", by,
                      marks=(case.quotes[0],))  # fmt: skip


def wrong_speaker(case: Case) -> Finding | None:
    """Where the same is told as another one's words, and nowhere as the speaker's."""
    speaker = case.speaker & case.names
    if not speaker:
        return None
    bearing = [b for b in case.unspoken if b.score >= SPOKEN]
    chosen = [b for b in bearing if case.is_then(b) and _may_quote(case, b)][:6]
    other: list[Bearing] = []
    for read in case.read_closely(chosen, parsed([b.words for b in chosen], case.language)):
        found = [c.speaker for c in read.clauses if c.speaker] + [c.agent for c in read.clauses if c.main]
        if any(speaker & who for who in found):
            return None
        # Who does what is said is not the one who says it.
        named = [w for w in found if any(is_name(read.bearing.words, key, case.language) for key in w - case.names)]
        if named and not case.before(read.bearing) & speaker:
            other.append(read.bearing)
    his = [b for b in bearing if speaker & b.indexed.stems[b.sentence]]
    if not other or (his and (len(outlets_in(other)) < SEVERAL or SEVERAL * len(his) > len(other))):
        return None
    sure: Sureness = "sure" if len(outlets_in(other)) > 1 else "likely"
    return case.found("wrong speaker", sure, "the sources have another one say it", other)


def _may_quote(case: Case, bearing: Bearing) -> bool:
    """Whether a sentence has words like one of a statement's quotations, in order or half of them, if it has any."""
    if not case.quotes or any(nearest(case.words, at, [bearing]) for at in case.quotes):
        return True
    held = bearing.indexed.stems[bearing.sentence]
    quoted = (stems_of(case.words[start:end], case.language) for start, end in case.quotes)
    return any(stems and len(stems & held) >= LIKE * len(stems) for stems in quoted)


def unless_quoted_by_none(case: Case, found: Finding) -> Finding:
    """That another one says it, unless the draft quotes it and none of the sentences has words like these."""
    if found.kind != "wrong speaker" or not case.quotes:
        return found
    shown = [b for b in (*case.bearing, *case.unspoken) if b.place in found.places]
    if not shown or any(_may_quote(case, b) for b in shown):
        return found
    return case.found("no source says so", "likely", "no source has the quotation", case.nearest)


def said_after_all(case: Case) -> Finding | None:
    """Where the draft has somebody not say what the sources, on its day, have him say."""
    said = [c for c in case.own if c.main and c.is_saying]
    if len(said) != 1 or not said[0].denied or said[0].unreal or not said[0].agent:
        return None
    says: list[Bearing] = []
    unsaid = 0
    for read in case.read:
        his = [c for c in read.clauses if c.is_saying and c.agent & said[0].agent]
        if his and read.bearing.own >= NEAR and case.is_then(read.bearing):
            if any(c.denied or c.unreal for c in his):
                unsaid += 1
            else:
                says.append(read.bearing)
    if len(says) <= 2 * unsaid:
        return None
    sure: Sureness = "sure" if len(outlets_in(says)) > 1 else "likely"
    return case.found(
        "sources say the opposite", sure, "the draft denies that he says what the sources have him say", says
    )


def attribution_lost(case: Case) -> Finding | None:
    """What the draft tells plainly, and the sources only as the words of somebody."""
    if case.speaker or not case.deeds or any(c.is_saying or c.speaker is not None for c in case.own):
        return None
    said: list[Bearing] = []
    plain = 0
    for read in case.read:
        like = [
            c
            for c in read.clauses
            if any(c.is_same(d) and c.denied == d.denied and (d.unreal or not c.unreal) for d in case.deeds)
        ]
        if read.bearing.own < NEAR or not like:
            continue
        sentence = read.bearing.indexed.reading.sentences[read.bearing.sentence]
        inside = sentence.opened is not None or read.bearing.words[:1] in OPENING_QUOTES
        quoted = quotations_of(read.bearing.words, case.language)
        if inside or all(c.speaker is not None or any(s <= c.start < e for s, e in quoted) for c in like):
            said.append(read.bearing)
        else:
            plain += 1
    several = len(outlets_in(said))
    if plain or several < SEVERAL:
        return None
    sure: Sureness = "sure" if several > SEVERAL else "likely"
    return case.found("attribution lost", sure, "the sources have it only as somebody's words", said)


def only_reported(case: Case, bearing: Sequence[Bearing]) -> Finding | None:
    """What the draft tells plainly and the sentences that bear it out only as the words of somebody who has no part."""
    if case.speaker or not case.deeds or any(c.is_saying or c.speaker is not None for c in case.own):
        return None
    deed = case.deeds[0]
    at = {id(b) for b in bearing}
    told = [r for r in case.read if id(r.bearing) in at]
    said = [c.speaker for r in told for c in r.clauses if case.is_deed(c, deed)]
    if len(outlets_in([r.bearing for r in told])) < 2 or any(who is None or who & actors_of(deed) for who in said):
        return None
    return case.found("attribution lost", "likely", "the sources have it only as somebody's words", bearing)
