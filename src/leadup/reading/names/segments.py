"""Cuts a chain of capitalised words into the names in it, with what each looks like from within."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import NameKind
from leadup.reading.names.compounds import cut_compounds
from leadup.reading.names.grammar import name_grammar
from leadup.reading.names.lexicon import Is, KnownName, Lexicon


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("names", language)["segments"]
        self.of: frozenset[str] = frozenset(self.words["of"])
        self.office: frozenset[str] = frozenset(self.words["office"])
        self.joining: frozenset[str] = frozenset(self.words["joining"])
        self.house: frozenset[str] = frozenset(self.words["house"])
        self.for_what: frozenset[str] = frozenset(self.words["for_what"])
        self.both: frozenset[str] = frozenset(self.words["both"])
        self.joined_to: frozenset[str] = frozenset(self.words["joined_to"])
        self.links = name_grammar(language).links
        self.function = name_grammar(language).function
        self.name_words = name_grammar(language).name_words
        self.directions = name_grammar(language).directions
        self.particles = name_grammar(language).particles
        self.namesakes = name_grammar(language).namesakes
        self.possessive = word_endings(language).possessive
        self.name_heads = name_grammar(language).name_heads


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


TITLE, TITLE_WORD, ORG, ORG_START = int(Is.TITLE), int(Is.TITLE_WORD), int(Is.ORG), int(Is.ORG_START)
FACILITY, GEO, GEO_START, EVENT = int(Is.FACILITY), int(Is.GEO), int(Is.GEO_START), int(Is.EVENT)
TIME, GIVEN, FAMILY, COMMON = int(Is.TIME), int(Is.GIVEN), int(Is.FAMILY), int(Is.COMMON)
NEVER_GIVEN = int(Is.NEVER_GIVEN)
HEAD = ORG | FACILITY | GEO | EVENT
PERSONAL = GIVEN | FAMILY
BODY = ORG | ORG_START


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a chain: where they ``start`` and ``end`` in it, and what they look like from within.

    ``kind`` is None where the inside does not tell; ``titled`` says that a title stands right before it, ``weak`` that
    it is but a common word that opens a sentence.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: NameKind | None
    known: KnownName | None
    titled: bool
    opens: bool
    flags: int
    first_flags: int
    last_flags: int
    all_common: bool
    first_in_chain: bool
    word_before: str
    weak: bool


def segments(chain: str, lexicon: Lexicon, *, language: str, opens: bool, headline: bool) -> list[Segment]:
    """The names in the words of a chain, left to right; what these look like hangs on nothing else in the text."""
    words, starts = cut_compounds(chain.split(" "), lexicon, language)
    if headline:
        _cut_headline(words, lexicon)
    return _Cutter(words, starts, opens, lexicon, _forms(language)).cut()


def _cut_headline(words: list[str], lexicon: Lexicon) -> None:
    """Takes the plain words out of a chain in a headline: their capitals say nothing ("Trump Warns Tehran")."""
    phrases = lexicon.phrases
    index = 0
    while index < len(words):
        for length in (4, 3, 2, 1):
            piece = " ".join(words[index : index + length])
            if piece in phrases or (piece.isupper() and piece.title() in phrases):
                break
        else:
            length = 1
            if lexicon.words.get(words[index], 0) & ~NEVER_GIVEN == COMMON:
                words[index] = ""
        index += length


class _Cutter:
    """Walks over one chain."""

    __slots__ = ("count", "flags", "forms", "lexicon", "opens", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], opens: bool, lexicon: Lexicon, forms: _Forms) -> None:
        self.lexicon = lexicon
        self.forms = forms
        self.words = words
        self.starts = starts
        self.opens = opens
        flags_of = lexicon.words.get
        self.flags = [flags_of(word, 0) for word in words]
        self.count = len(words)

    def cut(self) -> list[Segment]:
        pieces: list[Segment] = []
        at = 0
        titled = False
        last = -2
        while at < self.count:
            word = self.words[at]
            if (
                not word
                or word in self.forms.links
                or (word in self.forms.function and not self._is_titled_name(at, titled))
            ):
                titled = False
                at += 1
                continue
            if self.flags[at] & TIME and not titled and last != at - 1 and not self._is_given_name(at):
                at += 1
                continue
            known, known_end = self._known(at)
            until = self._run(at if known is None else known_end - 1)
            if known is None or known.size:
                title = self._title(at, until)
                if title > at:
                    titled = True
                    at = title
                    continue
            made = self._segment(at, until, known, known_end, titled)
            titled = False
            if made is None:
                at += 1
                continue
            segment, at = made
            pieces.append(segment)
            last = at - 1
        return pieces

    def _is_titled_name(self, at: int, titled: bool) -> bool:
        """ "CEO Do Kwon": a small word between a title and a name is part of the name."""
        return titled and at + 1 < self.count and self.words[at] in self.forms.name_words

    def _is_given_name(self, at: int) -> bool:
        """Whether the name of a month is a person's here ("Jun Kimura")."""
        return (
            bool(self.flags[at] & GIVEN)
            and at + 1 < self.count
            and bool(self.flags[at + 1] & PERSONAL)
            and not self.flags[at + 1] & (TIME | COMMON)
            and self.words[at + 1] not in self.lexicon.phrases
        )

    def _known(self, at: int) -> tuple[KnownName | None, int]:
        """The longest phrase of the tables that begins here, and where it ends."""
        words, phrases = self.words, self.lexicon.phrases
        longest = self.lexicon.longest.get(words[at], 0)
        if words[at] in self.forms.directions:
            for length in range(min(3, self.count - at - 1), 0, -1):
                hit = phrases.get(" ".join(words[at + 1 : at + 1 + length]))
                whole = " ".join(words[at : at + 1 + length])
                if hit is not None and hit.kind == "place" and hit.size != 1 and whole not in phrases:
                    return KnownName("place", None, hit.country), at + 1 + length
        for length in range(min(longest, self.count - at), 0, -1):
            phrase = words[at] if length == 1 else " ".join(words[at : at + length])
            hit = phrases.get(phrase)
            if hit is not None:
                if hit.kind == "nationality" and length == 1 and self._goes_on_in_lower_case(at + 1):
                    break
                return hit, at + length
        if words[at].isupper() and len(words[at]) > 3:
            for length in (3, 2, 1):
                hit = phrases.get(" ".join(words[at : at + length]).title()) if at + length <= self.count else None
                if hit is not None and hit.kind == "place" and hit.size != 1:
                    return hit, at + length
        return None, at

    def _goes_on_in_lower_case(self, index: int) -> bool:
        """Whether the next word is a given name of two syllables ("Han Duck-soo")."""
        word = self.words[index] if index < self.count else ""
        return "-" in word and word.rsplit("-", 1)[1][:1].islower()

    def _run(self, at: int) -> int:
        """Past the last word that may belong to one name with the word at ``at``."""
        words, flags, count = self.words, self.flags, self.count
        end = at + 1
        body = bool(flags[at] & (BODY | EVENT | FACILITY | GEO))
        of = False
        while end < count:
            word = words[end]
            if word in self.forms.links:
                after = end + 1
                while after < count and words[after] in self.forms.links:
                    after += 1
                if after == count or not self._joins(word, end, after, at, body, of):
                    break
                of = of or word in self.forms.of
                body = body or word in self.forms.of or bool(flags[after] & BODY)
                end = after + 1
                continue
            if not word or (
                word in self.forms.function
                and not (word in self.forms.name_words and end == at + 1 and flags[at] & PERSONAL)
            ):
                break
            if flags[end] & TIME and not flags[end] & PERSONAL:
                break
            body = body or bool(flags[end] & BODY)
            end += 1
        return end

    def _joins(self, link: str, end: int, after: int, at: int, body: bool, of: bool) -> bool:
        """Whether a small word holds the two sides of it together in one name."""
        words, flags = self.words, self.flags
        left, right = flags[end - 1], flags[after]
        if not words[after] or (right & TIME and not right & PERSONAL):
            return False
        if link in self.forms.of:
            if (
                right & TITLE_WORD
                and after + 1 < self.count
                and flags[after + 1] & TITLE
                and words[end - 1] not in self.forms.office
            ):
                return False
            return bool(left & (BODY | EVENT | FACILITY | GEO | GEO_START)) and not left & TITLE
        if link in self.forms.joining:
            if right & TIME:
                return False
            if words[after] in self.lexicon.phrases:
                return link in self.forms.for_what and bool(left & ORG) and words[end - 1] not in self.forms.house
            return body and not right & TITLE
        if link in self.forms.both:
            if body and of:
                return self._is_subject_matter(after)
            return (
                self._is_subject_matter(end - 1) and self._is_subject_matter(after) and self._has_head(at, end, after)
            )
        if link == "&":
            return True
        return link in self.forms.particles

    def _is_subject_matter(self, index: int) -> bool:
        """Whether a word may be what a ministry is for ("Health", "Wellness"): a common noun, or none that is known."""
        flag = self.flags[index]
        return (
            not flag & (ORG_START | TITLE)
            and bool(flag & COMMON or not flag & PERSONAL)
            and self.words[index] not in self.lexicon.phrases
        )

    def _has_head(self, at: int, end: int, after: int) -> bool:
        """ "Traffic and Transport Department": only common words before "and", a body's head after it."""
        if self.flags[end - 1] & PERSONAL or any(not self.flags[i] & COMMON for i in range(at + 1, end)):
            return False
        if not self.flags[at] & COMMON and (end - at == 1 or self.words[at] not in self.lexicon.phrases):
            return False
        index = after + 1
        while index < self.count and self.words[index] and self.words[index] not in self.forms.links:
            if self.flags[index] & ORG:
                return True
            index += 1
        return False

    def _title(self, at: int, until: int) -> int:
        """Past the title that opens at ``at``, or ``at`` where none does."""
        flags = self.flags
        end = at
        while end < until and flags[end] & (TITLE | TITLE_WORD):
            end += 1
        while end > at and not flags[end - 1] & TITLE:
            end -= 1
        if end == at:
            return at
        if end - at == 1 and self.words[at] in self.forms.namesakes and end < until:
            head, _ = self._head(end, until)
            if head > end and flags[head] & (ORG | FACILITY):
                return at
        if end < until and flags[end] & (ORG | EVENT | FACILITY) and not flags[end] & PERSONAL:
            return at
        if end + 1 < until and self.words[end][-2:] in self.forms.possessive and flags[end + 1] & ORG:
            return at
        if end - at == 1 and flags[at] & GIVEN and not flags[at] & (NEVER_GIVEN | COMMON) and end < until:
            return at
        if self.words[end : end + 2] == self.forms.words["state"]:
            return end + 2
        return end

    def _segment(
        self, at: int, until: int, known: KnownName | None, known_end: int, titled: bool
    ) -> tuple[Segment, int] | None:
        """The name that begins at ``at``, and past its last word."""
        words, flags = self.words, self.flags
        end, kind, known = self._end_and_kind(at, until, known, known_end, titled)
        if kind is None and known is None:
            at = self._opening(at, end)
            end = self._cut(at, end, titled)
        while end - 1 > at and words[end - 1] in self.forms.links:
            end -= 1
        if known is None and not titled and self._is_title_alone(at, end):
            return None
        alone = end - at == 1
        if alone and flags[at] & EVENT and words[at].isupper():
            kind = "other"
        opens = self.opens and at == 0
        held = range(at, end)
        segment = Segment(
            start=self.starts[at],
            end=self.starts[end - 1] + len(words[end - 1]),
            words=tuple(words[at:end]),
            kind=kind,
            known=known if known_end == end else None,
            titled=titled,
            opens=opens,
            flags=reduce(or_, (flags[index] for index in held), 0),
            first_flags=flags[at],
            last_flags=flags[end - 1],
            all_common=all(flags[index] & COMMON or words[index] in self.forms.links for index in held),
            first_in_chain=at == 0,
            word_before=words[at - 1] if at else "",
            weak=alone and opens and not titled and _is_unsure(known) and bool(flags[at] & COMMON),
        )
        return segment, end

    def _end_and_kind(
        self, at: int, until: int, known: KnownName | None, known_end: int, titled: bool
    ) -> tuple[int, NameKind | None, KnownName | None]:
        """Past the name that opens at ``at``, what its head makes it, and the known name that it still is."""
        head, head_end = self._head(at, until)
        if head >= at and not (known is not None and known_end >= head_end):
            if head == at == head_end - 1 and head_end < until and not self.flags[head] & (ORG | FACILITY | EVENT):
                return until, None, known
            kind = _kind_of_head(self.flags[head], self.flags[at], head_end - 1 - at)
            is_body = kind == "other" and known is not None and known.kind == "organisation"
            return head_end, "organisation" if is_body else kind, known
        if known is None:
            return until, None, None
        return self._end_of_known(at, until, known, known_end, titled)

    def _end_of_known(
        self, at: int, until: int, known: KnownName, known_end: int, titled: bool
    ) -> tuple[int, NameKind | None, KnownName | None]:
        """The same where a known name opens at ``at`` and nothing behind it is a head."""
        goes_on = known_end < until
        if known.size and goes_on and known_end - at == 1 and self._is_person_here(at, known, titled):
            return until, None, None
        if (
            known.kind == "place"
            and known.actor != "state"
            and known_end + 1 < until
            and self.words[known_end] in self.forms.particles
        ):
            return until, known.kind, None
        if known.kind == "place" and goes_on and not titled and self._is_a_body_of(known_end, until):
            return self._body_end(known_end, until), "organisation", None
        if known.kind == "organisation" and known_end + 1 == until and self._is_state(known_end):
            return until, known.kind, None
        return known_end, None if known.size and known.size < 3 else known.kind, known

    def _is_title_alone(self, at: int, end: int) -> bool:
        """Whether words that are no known name are titles and nothing else ("Foreign Minister", "President")."""
        flags = self.flags
        if end - at == 1:
            return bool(flags[at] & (TITLE_WORD | TITLE) and flags[at] & COMMON)
        return all(f & (TITLE | TITLE_WORD) and not f & (ORG | PERSONAL) for f in flags[at:end])

    def _is_state(self, index: int) -> bool:
        hit = self.lexicon.phrases.get(self.words[index])
        return hit is not None and hit.kind == "place" and hit.actor == "state"

    def _is_person_here(self, at: int, known: KnownName, titled: bool) -> bool:
        """Whether a word that is a town's name too begins a person's ("Kais Saied", "Jackson Brown")."""
        if self.flags[at] & PERSONAL:
            return True
        following = self.flags[at + 1]
        return (
            (titled or known.size == 1)
            and bool(following & PERSONAL)
            and not following & (COMMON | HEAD)
            and self.words[at + 1] not in self.lexicon.phrases
        )

    def _is_a_body_of(self, index: int, until: int) -> bool:
        """Whether an unknown word right after a place makes the two the name of a body ("China Moly")."""
        word = self.words[index]
        return (
            bool(word)
            and not self.flags[index]
            and word not in self.forms.links
            and word not in self.forms.function
            and word not in self.lexicon.phrases
            and not self._goes_on_in_lower_case(index)
            and word[0].isupper()
            and not (index + 1 < until and self.flags[index + 1] & PERSONAL)
        )

    def _body_end(self, index: int, until: int) -> int:
        """Past the last of the unknown words from here on."""
        while index < until and self._is_a_body_of(index, until):
            index += 1
        return index

    def _opening(self, at: int, end: int) -> int:
        """Where the person begins when common words stand before a given name ("Education Himanshu Gupta")."""
        flags = self.flags
        opening = at
        while opening + 1 < end and flags[opening] & COMMON and not flags[opening] & (PERSONAL | GEO_START):
            opening += 1
        named = flags[opening] & GIVEN or self._goes_on_in_lower_case(opening + 1)
        if named and not flags[opening] & COMMON and self.words[opening - 1] not in self.forms.links:
            return opening
        return at

    def _cut(self, at: int, end: int, titled: bool) -> int:
        """Where a run of unknown words is cut by a phrase beyond doubt or by a title."""
        words, flags, phrases = self.words, self.flags, self.lexicon.phrases
        if at + 1 < end and len(words[at]) > 1 and words[at].isupper() and not words[at + 1].isupper():
            if flags[at + 1] & GIVEN and not (titled and len(words[at]) == 2):
                return at + 1
            if at + 2 == end and (hit := phrases.get(words[at + 1])) is not None and hit.kind == "place":
                return end
        for index in range(at + 1, end):
            if flags[index] & TITLE and not flags[index] & PERSONAL:
                return index
            hit = phrases.get(words[index])
            if hit is None or hit.size or flags[index] & PERSONAL:
                continue
            surname = index == at + 1 == end - 1 and flags[at] & GIVEN and not flags[at] & COMMON
            if not (surname and hit.kind == "place"):
                return index
        return end

    def _head(self, at: int, until: int) -> tuple[int, int]:
        """The last word of the run that says what the whole is, and where the whole ends; (-1, -1) where none does."""
        words, flags = self.words, self.flags
        head = end = -1
        reaching = False
        for index in range(at, until):
            flag = flags[index]
            if head >= 0 and words[index] in self.forms.joined_to:
                reaching = True
            if flag & TITLE and not flag & (HEAD | PERSONAL) and index > at:
                break
            if flag & HEAD and (
                index > at
                or flag & BODY
                or words[index] in self.lexicon.phrases
                or not self.forms.of.isdisjoint(words[index + 1 : index + 2])
            ):
                if (
                    words[index] in self.forms.name_heads
                    and index == at + 1
                    and flags[at] & GIVEN
                    and not flags[at] & COMMON
                    and words[at] not in self.lexicon.phrases
                ):
                    continue
                if flag & TITLE_WORD and index + 1 < until and flags[index + 1] & TITLE:
                    continue
                if not reaching or (flag & BODY and not flags[head] & BODY):
                    head = index
                    reaching = False
                end = index + 1
            elif reaching and words[index] not in self.forms.links:
                end = index + 1
        return head, end


def _is_unsure(known: KnownName | None) -> bool:
    """Whether a word is no known name, or a small one, as common words are too."""
    return known is None or 0 < known.size < 3


def _kind_of_head(flag: int, first: int, distance: int) -> NameKind | None:
    if not flag & ORG:
        if flag & EVENT:
            return "other"
        if flag & FACILITY:
            return "facility"
        if flag & GEO:
            return "place"
    if flag & BODY and (distance or not flag & COMMON):
        return "organisation"
    if first & ORG_START:
        return "organisation"
    return "organisation" if distance else None
