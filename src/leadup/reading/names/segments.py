"""Cuts a chain of capitalised words into the names in it, with what each looks like from within."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.model import NameKind
from leadup.reading.names.chains import Chain
from leadup.reading.names.lexicon import Is, Known, Lexicon

TITLE, TITLE_WORD, ORG, ORG_START = int(Is.TITLE), int(Is.TITLE_WORD), int(Is.ORG), int(Is.ORG_START)
FACILITY, GEO, GEO_START, EVENT = int(Is.FACILITY), int(Is.GEO), int(Is.GEO_START), int(Is.EVENT)
TIME, GIVEN, FAMILY, COMMON = int(Is.TIME), int(Is.GIVEN), int(Is.FAMILY), int(Is.COMMON)
NEVER_GIVEN = int(Is.NEVER_GIVEN)
HEAD = ORG | FACILITY | GEO | EVENT

LINKS = frozenset(
    "of for and the & de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben al el ul ur y e"
    " i af ad ud as an till to in on".split()
)
PARTICLES = frozenset(
    "de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben al el ul ur y e i af ad ud".split()
)
FUNCTION = frozenset(
    """The A An In On At By For Of To From With As But And Or If When While After Before Since Until During Despite Under Over Into
    Between Among He She It They We You I I'm I’m His Her Its Their Our My Your This That These Those There Here What Who Which Why
    How Where Not No Yes So Then Also Even Just Only Still Yet Now Most Many Some All Both Each Every Any Other Another Such More
    Less Few Several First Last Next Although Though Because However Meanwhile Moreover Nevertheless Nonetheless Furthermore
    Therefore Thus Hence Once Upon Through Throughout Without Within Against Along Across Behind Beyond Per Via Like Unlike Let
    Its It's It’s Is Are Was Were Be Been Has Have Had Do Does Did Can Could Would Should Shall Must Whether Either Neither Nor One
    Two Three Four Five Six Seven Eight Nine Ten According Asked Speaking Following Amid Amidst Earlier Later Recently Previously
    Currently Today Instead Besides Additionally Similarly Finally Eventually Initially Perhaps Maybe Indeed Overall Photo Photos
    Image Video File Read WATCH Watch Click Source Copyright Editor Dear Former Ex Late Such Around About Above Below Near Off Out
    Up Down Too Very Much Almost Nearly Again Ever Never Always Often Sometimes Soon Already Mr Mrs Hi Hello Thanks Oh Well
    Him Them Us Me Myself Ourselves Whose Whom Whatever Whoever Whenever Wherever That's That’s There's There’s What's What’s Let's
    Let’s We're We’re They're They’re You're You’re He's He’s She's She’s Don't Don’t I've I’ve I'll I’ll I'd I’d Can't Can’t THE OF
    AND TO IN FOR ON WITH AT BY FROM AS IS ARE WAS WERE BE HAS HAVE A AN IT ITS THIS THAT NOT BUT OR HE SHE THEY WE YOU""".split()
)


@dataclass(slots=True)
class Segment:
    """Words ``first`` to ``last`` of a chain: ``start`` and ``end`` in the text, and what they look like from within.

    ``kind`` is None where the inside does not tell; ``titled`` says that a title stands right before it.
    """

    start: int
    end: int
    first: int
    last: int
    kind: NameKind | None
    known: Known | None
    titled: bool
    opens: bool
    flags: int


def segments(chain: Chain, lexicon: Lexicon) -> list[Segment]:
    """The names in a chain, left to right."""
    words = chain.words
    flags_of = lexicon.words.get
    flags = [flags_of(word, 0) for word in words]
    found: list[Segment] = []
    count = len(words)
    at = 0
    titled = False
    while at < count:
        word = words[at]
        if word in LINKS or word in FUNCTION:
            titled = False
            at += 1
            continue
        flag = flags[at]
        if flag & TIME and not (titled or (found and found[-1].last == at - 1)):
            titled = False
            at += 1
            continue
        until = _run(words, flags, at, lexicon)
        title = _title(words, flags, at, until, lexicon)
        if title > at:
            titled = True
            at = title
            continue
        segment = _segment(chain, words, flags, at, until, titled, lexicon)
        titled = False
        if segment is None:
            at += 1
            continue
        found.append(segment)
        at = segment.last + 1
    return found


def _run(words: list[str], flags: list[int], at: int, lexicon: Lexicon) -> int:
    """Past the last word that may belong to one name with the word at ``at``."""
    count = len(words)
    end = at + 1
    organisation = bool(flags[at] & (ORG | ORG_START | EVENT | FACILITY | GEO))
    while end < count:
        word = words[end]
        if word in LINKS:
            after = end + 1
            while after < count and words[after] in LINKS:
                after += 1
            if after == count:
                break
            if word == "of":
                if not flags[end - 1] & (ORG | ORG_START | EVENT | FACILITY | GEO | GEO_START) or flags[end - 1] & TITLE:
                    break
                organisation = True
            elif word in ("for", "on", "to", "in"):
                if not organisation or word == "in" or flags[after] & TITLE:
                    break
            elif word in ("and", "&"):
                if word == "and" and not (organisation and "of" in words[at:end] and _common(words[after], flags[after], lexicon)):
                    break
            elif word == "the" or word not in PARTICLES:
                break
            end = after + 1
            organisation = organisation or bool(flags[after] & (ORG | ORG_START))
            continue
        if word in FUNCTION:
            break
        if flags[end] & TIME and not flags[end] & (GIVEN | FAMILY):
            break
        if flags[end] & (ORG | ORG_START):
            organisation = True
        end += 1
    return end


def _common(word: str, flag: int, lexicon: Lexicon) -> bool:
    return bool(flag & COMMON) and word not in lexicon.phrases and not flag & (ORG_START | TITLE)


def _title(words: list[str], flags: list[int], at: int, until: int, lexicon: Lexicon) -> int:
    """Past the title that opens at ``at``, or ``at`` where none does."""
    end = at
    while end < until and flags[end] & (TITLE | TITLE_WORD):
        end += 1
    while end > at and not flags[end - 1] & TITLE:
        end -= 1
    if end == at or end > at and end < until and flags[end] & (ORG | EVENT | FACILITY) and not flags[end] & (GIVEN | FAMILY):
        return at
    if end - at == 1 and flags[at] & GIVEN and not flags[at] & NEVER_GIVEN and not flags[at] & COMMON and end < until:
        return at
    return end


def _segment(
    chain: Chain, words: list[str], flags: list[int], at: int, until: int, titled: bool, lexicon: Lexicon
) -> Segment | None:
    known: Known | None = None
    known_end = at
    longest = lexicon.longest.get(words[at], 0)
    if longest:
        for length in range(min(longest, until - at), 0, -1):
            phrase = words[at] if length == 1 else " ".join(words[at : at + length])
            hit = lexicon.phrases.get(phrase)
            if hit is not None:
                known, known_end = hit, at + length
                break
    head = _head(words, flags, at, until, lexicon)
    end, kind = until, None
    if head >= at:
        end = head + 1
        kind = _kind_of_head(flags[head], flags[at], head - at)
        if known is not None and known_end >= end:
            kind, end = known.kind, known_end
        elif head == at and not known:
            flag = flags[head]
            if end < until and not flag & (ORG | FACILITY | EVENT):
                kind, end = None, until
    elif known is not None:
        end = known_end
        kind = known.kind
        if known.size and end < until and known_end - at == 1 and flags[at] & (GIVEN | FAMILY):
            end, kind, known = until, None, None
        elif known.size and known.size < 3:
            kind = None
    if kind is None and known is None:
        end = _cut(words, flags, at, end, lexicon)
    while end - 1 > at and (words[end - 1] in LINKS):
        end -= 1
    if end - at == 1:
        flag = flags[at]
        if known is None and not titled and (flag & (TITLE_WORD | TITLE) and flag & COMMON):
            return None
        if known is None and chain.opens and at == 0 and flag & COMMON and not titled:
            return None
    joined = 0
    for index in range(at, end):
        joined |= flags[index]
    return Segment(
        chain.starts[at], chain.stop(end - 1), at, end - 1, kind, known if known_end == end else None, titled,
        chain.opens and at == 0, joined,
    )


def _cut(words: list[str], flags: list[int], at: int, end: int, lexicon: Lexicon) -> int:
    """Where a run of unknown words is cut by a phrase beyond doubt or by a title."""
    for index in range(at + 1, end):
        word = words[index]
        if flags[index] & TITLE and not flags[index] & (GIVEN | FAMILY):
            return index
        hit = lexicon.phrases.get(word)
        if hit is not None and not hit.size and not flags[index] & (GIVEN | FAMILY):
            return index
    return end


def _head(words: list[str], flags: list[int], at: int, until: int, lexicon: Lexicon) -> int:
    """The last word of the run that says what the whole is, or -1."""
    found = -1
    of = False
    for index in range(at, until):
        flag = flags[index]
        if words[index] == "of" and found >= 0:
            of = True
        if flag & TITLE and not flag & (HEAD | GIVEN | FAMILY) and index > at:
            break
        if flag & HEAD and (index > at or flag & (ORG | ORG_START) or words[index] in lexicon.phrases):
            if flag & (GIVEN | FAMILY) and index == at + 1 and flags[at] & GIVEN and not flags[at] & COMMON and not flag & ORG:
                continue
            found = index
            of = False
        elif of:
            found = index
    return found


def _kind_of_head(flag: int, first: int, distance: int) -> NameKind | None:
    if flag & EVENT and not flag & ORG:
        return "other"
    if flag & FACILITY and not flag & ORG:
        return "facility"
    if flag & GEO and not flag & ORG:
        return "place"
    if flag & (ORG | ORG_START) and (distance or not flag & COMMON):
        return "organisation"
    if first & ORG_START:
        return "organisation"
    return "organisation" if distance else None
