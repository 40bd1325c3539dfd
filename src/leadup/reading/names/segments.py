"""Cuts a chain of capitalised words into the names in it, with what each looks like from within."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.model import NameKind
from leadup.reading.names.chains import Chain
from leadup.reading.names.lexicon import Is, Known, Lexicon
from leadup.reading.names.vocabulary import vocabulary

TITLE, TITLE_WORD, ORG, ORG_START = int(Is.TITLE), int(Is.TITLE_WORD), int(Is.ORG), int(Is.ORG_START)
FACILITY, GEO, GEO_START, EVENT = int(Is.FACILITY), int(Is.GEO), int(Is.GEO_START), int(Is.EVENT)
TIME, GIVEN, FAMILY, COMMON = int(Is.TIME), int(Is.GIVEN), int(Is.FAMILY), int(Is.COMMON)
NEVER_GIVEN = int(Is.NEVER_GIVEN)
HEAD = ORG | FACILITY | GEO | EVENT

LINKS = vocabulary(
    """
    of for and the & de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben
    al el ul ur y e i af ad ud as an till to in on
    """
)
PARTICLES = vocabulary(
    """
    de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben al el ul ur y e
    i af ad ud
    """
)
FUNCTION = vocabulary(
    """
    The A An In On At By For Of To From With As But And Or If When While After Before Since Until During Despite
    Under Over Into Between Among He She It They We You I I'm I’m His Her Its Their Our My Your This That These
    Those There Here What Who Which Why How Where Not No Yes So Then Also Even Just Only Still Yet Now Most Many
    Some All Both Each Every Any Other Another Such More Less Few Several First Last Next Although Though
    Because However Meanwhile Moreover Nevertheless Nonetheless Furthermore Therefore Thus Hence Once Upon
    Through Throughout Without Within Against Along Across Behind Beyond Per Via Like Unlike Let It's It’s Is
    Are Was Were Be Been Has Have Had Do Does Did Can Could Would Should Shall Must Whether Either Neither Nor
    One Two Three Four Five Six Seven Eight Nine Ten According Asked Speaking Following Amid Amidst Earlier
    Later Recently Previously Currently Today Instead Besides Additionally Similarly Finally Eventually
    Initially Perhaps Maybe Indeed Overall Photo Photos Image Video File Read WATCH Watch Click Source Copyright
    Editor Dear Former Ex Late Around About Above Below Near Off Out Up Down Too Very Much Almost Nearly Again
    Ever Never Always Often Sometimes Soon Already Mr Mrs Hi Hello Thanks Oh Well Him Them Us Me Myself
    Ourselves Whose Whom Whatever Whoever Whenever Wherever That's That’s There's There’s What's What’s Let's
    Let’s We're We’re They're They’re You're You’re He's He’s She's She’s Don't Don’t I've I’ve I'll I’ll I'd
    I’d Can't Can’t THE OF AND TO IN FOR ON WITH AT BY FROM AS IS ARE WAS WERE BE HAS HAVE AN IT ITS THIS THAT
    NOT BUT OR HE SHE THEY WE YOU
    """
)


NAME_HEADS = vocabulary(
    """
    Park Hill Hills Woods Wood Lane Hall Church Castle Banks Rivers Ford Field Fields Lake Lakes Brooks Marsh
    Forest Abbey Temple Gates Bush Ball Day Law Laws Young Bridges Fort Garden Plant Pope Bell House Power
    Powers Fair Farm Mills Mill Barr Bay Beach Creek Falls Glass Grant Love Price Prince Rice Rose Stone Street
    Waters West North Wells Wolf Page Post Bond Case Code March Spring Winter Summer Storm
    """
)
NAME_WORDS = vocabulary(
    """
    He So An Do You No My Yet Are Will
    """
)
DIRECTIONS = vocabulary(
    """
    North South East West Northern Southern Eastern Western Central Upper Lower Greater Inner Outer Northeast
    Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern British French Dutch
    Portuguese Spanish Mainland Old New
    """
)
SUFFIXES = vocabulary(
    """
    based led backed born controlled run owned occupied held made style wide funded sponsored linked affiliated
    trained era friendly speaking bound ruled aligned produced listed allied dominated inspired registered
    educated supported designated raised brokered imposed administered related like only to built manufactured
    operated headquartered oriented flagged enforced area centric origin wing type driven
    """
)


@dataclass(slots=True)
class Segment:
    """Words ``first`` to ``last`` of a chain: ``start`` and ``end`` in the text, and what they look like from within.

    ``kind`` is None where the inside does not tell; ``titled`` says that a title stands right before it, ``weak`` that it
    is but a common word that opens a sentence.
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
    first_flags: int
    last_flags: int
    all_common: bool
    first_in_chain: bool
    word_before: str
    weak: bool


def segments(chain: Chain, lexicon: Lexicon) -> list[Segment]:
    """The names in a chain, left to right."""
    if chain.split:
        _split(chain, lexicon)
    words = chain.words
    flags_of = lexicon.words.get
    flags = [flags_of(word, 0) for word in words]
    found: list[Segment] = []
    count = len(words)
    at = 0
    titled = False
    while at < count:
        word = words[at]
        if (
            not word
            or word in LINKS
            or (word in FUNCTION
            and not (titled and at + 1 < count and word not in ("The", "In", "On", "At")))
        ):
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


def _split(chain: Chain, lexicon: Lexicon) -> None:
    """Cuts possessives ("Iran's") and compounds ("Iran-backed", "Russia-Ukraine"); the empty word marks the cut."""
    words: list[str] = []
    starts: list[int] = []
    phrases = lexicon.phrases
    for word, start in zip(chain.words, chain.starts, strict=True):
        if word[-2:] in ("'s", "’s"):
            base = word[:-2]
            flag = lexicon.words.get(base, 0)
            if flag & COMMON and not flag & (GIVEN | ORG) and base not in phrases:
                words.append(word)
                starts.append(start)
                continue
            words += [base, ""]
            starts += [start, start + len(base)]
            continue
        if "-" not in word or word in phrases or word in lexicon.words:
            words.append(word)
            starts.append(start)
            continue
        parts = word.split("-")
        if all(part[:1].islower() for part in parts[1:]):
            if parts[-1] in SUFFIXES or ((known := phrases.get(parts[0])) is not None and known.size in (0, 3)):
                words += [parts[0], ""]
                starts += [start, start + len(parts[0])]
                continue
        elif all((known := phrases.get(part)) is not None and known.size != 1 for part in parts):
            for part in parts:
                words += [part, ""]
                starts += [start, start + len(part)]
                start += len(part) + 1
            continue
        words.append(word)
        starts.append(start)
    chain.words, chain.starts = words, starts


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
            if not words[after]:
                break
            if word == "of":
                if (
                    flags[after] & TITLE_WORD
                    and after + 1 < count
                    and flags[after + 1] & TITLE
                    and words[end - 1] != "Office"
                ):
                    break
                if (
                    not flags[end - 1] & (ORG | ORG_START | EVENT | FACILITY | GEO | GEO_START)
                    or flags[end - 1] & TITLE
                ):
                    break
                organisation = True
            elif word in ("for", "on", "to", "in"):
                if not organisation or word == "in" or flags[after] & TITLE:
                    break
            elif word == "and":
                if not (organisation and "of" in words[at:end] and _common(words[after], flags[after], lexicon)):
                    break
            elif word == "the" or (word not in PARTICLES and word != "&"):
                break
            end = after + 1
            organisation = organisation or bool(flags[after] & (ORG | ORG_START))
            continue
        if not word or (word in FUNCTION and not (word in NAME_WORDS and end == at + 1 and flags[at] & (GIVEN | FAMILY))):
            break
        if flags[end] & TIME and not flags[end] & (GIVEN | FAMILY):
            break
        if flags[end] & (ORG | ORG_START):
            organisation = True
        end += 1
    return end


def _common(word: str, flag: int, lexicon: Lexicon) -> bool | int:
    return (
        not flag & (ORG_START | TITLE)
        and (flag & COMMON or not flag & (GIVEN | FAMILY))
        and word not in lexicon.phrases
    )


def _title(words: list[str], flags: list[int], at: int, until: int, lexicon: Lexicon) -> int:
    """Past the title that opens at ``at``, or ``at`` where none does."""
    end = at
    while end < until and flags[end] & (TITLE | TITLE_WORD):
        end += 1
    while end > at and not flags[end - 1] & TITLE:
        end -= 1
    if (
        end == at
        or (end > at
        and end < until
        and flags[end] & (ORG | EVENT | FACILITY)
        and not flags[end] & (GIVEN | FAMILY))
    ):
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
    if words[at] in DIRECTIONS and known_end <= at + 1 and at + 1 < until:
        for length in range(min(3, until - at - 1), 0, -1):
            hit = lexicon.phrases.get(" ".join(words[at + 1 : at + 1 + length]))
            if hit is not None and hit.kind == "place" and hit.size != 1:
                known, known_end = Known("place", None, hit.country), at + 1 + length
                break
    head = _head(words, flags, at, until, lexicon)
    end, kind = until, None
    if head >= at:
        end = head + 1
        kind = _kind_of_head(flags[head], flags[at], head - at)
        if kind == "other" and known is not None and known.kind == "organisation":
            kind = "organisation"
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
        opening = at
        while opening + 1 < end and flags[opening] & COMMON and not flags[opening] & (GIVEN | FAMILY | GEO_START):
            opening += 1
        if opening > at and flags[opening] & GIVEN and not flags[opening] & COMMON and words[opening - 1] not in LINKS:
            at = opening
        end = _cut(words, flags, at, end, lexicon)
    while end - 1 > at and (words[end - 1] in LINKS):
        end -= 1
    weak = False
    if end - at == 1:
        flag = flags[at]
        if known is None and not titled and (flag & (TITLE_WORD | TITLE) and flag & COMMON):
            return None
        weak = known is None and chain.opens and at == 0 and bool(flag & COMMON) and not titled
    joined = 0
    common = True
    for index in range(at, end):
        joined |= flags[index]
        common = common and (bool(flags[index] & COMMON) or words[index] in LINKS)
    return Segment(
        chain.starts[at],
        chain.stop(end - 1),
        at,
        end - 1,
        kind,
        known if known_end == end else None,
        titled,
        chain.opens and at == 0,
        joined,
        flags[at],
        flags[end - 1],
        common,
        at == 0,
        words[at - 1] if at else "",
        weak,
    )


def _cut(words: list[str], flags: list[int], at: int, end: int, lexicon: Lexicon) -> int:
    """Where a run of unknown words is cut by a phrase beyond doubt or by a title."""
    if (
        words[at].isupper()
        and len(words[at]) > 1
        and at + 1 < end
        and flags[at + 1] & GIVEN
        and not words[at + 1].isupper()
    ):
        return at + 1
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
        if found >= 0 and words[index] in ("of", "for", "on", "to"):
            of = True
        if flag & TITLE and not flag & (HEAD | GIVEN | FAMILY) and index > at:
            break
        if flag & HEAD and (index > at or flag & (ORG | ORG_START) or words[index] in lexicon.phrases):
            if words[index] in NAME_HEADS and index == at + 1 and flags[at] & GIVEN and not flags[at] & COMMON:
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
