"""The place a draft gives a thing beside those where the sources have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadup.check.case import TOLD, Case
from leadup.check.evidence import parsed
from leadup.check.report import Finding
from leadup.check.seeking import CLOSE, Bearing
from leadup.check.wording import COUNTRY, kinds_of, lang_words, stem_of, with_forms
from leadup.reading.syntax import Parse
from leadup.times import tag

_APART = ("acl", "acl:relcl", "appos", "advcl")
"""Relations of what only tells more of somebody: "Varo, a suspect in the blast in Dunmar"."""
_PART = ("compound", "flat", "nmod", "nmod:poss", "amod", "flat:name")
_AFTER = 3
_NAMED = ("compound", "flat", "flat:name")
_DATELINE = re.compile(r"\s*([A-Z][A-Z.'’ -]{2,})\b(?:,[^—–-]{0,30})?(?: ?\([^)]{2,30}\))?\s*(?:--|[—–-])")
"""What the stem of a country begins with: it may hold the place that the sources name."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Some words with their parse."""

    words: str
    parse: Parse
    start: int


def borne_out_there(case: Case, found: Finding) -> Finding:
    """What bears a statement out, unless none of its articles names the place that the draft gives, and they name
    another one."""
    where = _given(case)
    if not where:
        return found
    bearing = _bearing_out(case, found)
    own = _texts([b.words for b in bearing], case.language)
    left = [p for p in where if not any(_names(case, text, p[1]) for text in own)]
    if not left:
        return found
    beside = _texts(list(dict.fromkeys(words for b in bearing for words in _beside(b))), case.language)
    heads = _texts(list(dict.fromkeys(words for b in bearing for words in _head(b))), case.language)
    lines = [m.group(1) for b in bearing if (m := _DATELINE.match(b.indexed.article.text))]
    for shown, stems in left:
        if any(_names(case, text, stems) for text in (*heads, *beside)) or any(
            stems & _stems(line, case.language) for line in lines
        ):
            continue
        other = next(_others(case, [*own, *heads], stems), "") or _of_the_draft(case, bearing, stems)
        other = other or next((x.title() for x in lines), "")
        if other:
            why = f"told, but no source has it in {shown}; they name {other}"
            return case.found("no source says so", "likely", why, bearing)
    return found


def _stems(words: str, language: str) -> frozenset[str]:
    return with_forms((s for w in re.findall(r"[^\W_]+", words) if (s := stem_of(w, language))), language)


def _texts(words: Sequence[str], language: str) -> list[_Text]:
    return [_Text(one, parse, start) for one, (parse, start) in zip(words, parsed(words, language), strict=True)]


def _bearing_out(case: Case, found: Finding) -> list[Bearing]:
    """The sentences that are shown, and all others of the day that come near enough to tell the same."""
    shown = found.places
    told = [r.bearing for r in case.read if r.bearing.score >= TOLD and case.is_then(r.bearing)]
    first = [b for b in (*case.bearing, *told) if b.place in shown]
    return list({b.place: b for b in (*first, *told)}.values())


def _head(bearing: Bearing) -> Iterator[str]:
    """An article's title and its first sentence."""
    article, (first, *_) = bearing.indexed.article, bearing.indexed.reading.sentences
    if article.title:
        yield article.title
    yield article.text[first.start : first.end]


def _beside(bearing: Bearing) -> Iterator[str]:
    """The sentences beside the one that tells it."""
    article, sentences, at = bearing.indexed.article, bearing.indexed.reading.sentences, bearing.sentence
    for k in range(max(0, at - CLOSE), min(len(sentences), at + CLOSE + 1)):
        if k != at:
            yield article.text[sentences[k].start : sentences[k].end]


def _of_the_draft(case: Case, bearing: Sequence[Bearing], stems: frozenset[str]) -> str:
    """Another place, but a country, that the draft names ("the Dunmar blast"): its sources have something there."""
    for token in case.parse:
        key = stem_of(token.word, case.language)
        is_beside = token.upos == "PROPN" and token.deprel in ("compound", "nmod", "nmod:poss", "obl")
        if not is_beside or not key or key in stems or key.startswith(COUNTRY):
            continue
        inside = re.compile(
            rf"\b(?:{'|'.join(lang_words('in_places', case.language))}) {re.escape(token.word)}\b(?!['’])"
        )
        if any(inside.search(b.indexed.article.text) for b in bearing):
            return token.word
    return ""


def _given(case: Case) -> list[tuple[str, frozenset[str]]]:
    """The places, but countries, in which a statement has its own deed, with the stems of their names."""
    parse, found = case.parse, []
    # "in the United Kingdom": its parser may take the last word for a name of its own.
    countries = [(t.start, t.end) for t in case.terms if t.key.startswith(COUNTRY)]
    apart = (*case.dates, *case.quotes, *countries)
    for at, token in enumerate(parse):
        start = token.start - case.parse_start
        inside = any(s <= start < e for s, e in apart)
        if inside or not _is_place(parse, at) or token.head < 0 or _is_anothers(case, parse, at):
            continue
        over = parse[token.head]
        # "denounced the blast in Dunmar" may be "denounced Dunmar's blast" elsewhere.
        if token.deprel == "nmod" and kinds_of(stem_of(over.word, case.language), case.language):
            continue
        parts = _parts(parse, at)
        stems = frozenset(s for k in parts if (s := stem_of(parse[k].word, case.language)))
        if stems and not any(s.startswith(COUNTRY) for s in stems):
            found.append((" ".join(parse[k].word for k in parts), with_forms(stems, case.language)))
    return found


def _parts(parse: Parse, at: int) -> list[int]:
    """Where the words of a name of several stand."""
    return sorted(k for k in (*parse.children(at, *_NAMED), at) if parse[k].upos == "PROPN")


def _is_place(parse: Parse, at: int, words: str = "in_places") -> bool:
    """Whether a name stands where one says in which place."""
    token = parse[at]
    if token.upos != "PROPN" or token.deprel not in ("obl", "nmod") or parse[token.head].upos == "PROPN":
        return False
    return any(parse[k].word.lower() in lang_words(words, parse.language) for k in parse.children(at, "case"))


def _names(case: Case, text: _Text, stems: frozenset[str]) -> bool:
    """Whether some words name a place, and not only as that of another happening."""
    return any(
        token.word[:1].isupper()
        and stem_of(token.word, case.language) in stems
        and not _is_anothers(case, text.parse, at)
        for at, token in enumerate(text.parse)
    )


def _is_anothers(case: Case, parse: Parse, at: int) -> bool:
    """Whether a name tells more of somebody only, or of another happening: "a suspect in the Dunmar blast"."""
    if _is_known_for(parse, at):
        return True
    here, over_deed = at, False
    while parse[here].head >= 0:
        relation = parse[here].deprel
        if relation in _APART:
            return True
        if relation not in _PART:
            break
        here = parse[here].head
        above = over_deed
        over_deed = over_deed or _is_other_deed(case, parse[here].word)
        if above:
            # "the Dunmar blast suspect": the blast is only what he is known for.
            return True
    if over_deed:
        marks = {parse[k].word.lower() for k in parse.children(here, "case")}
        if marks - lang_words("within_deed", case.language):
            return True
    return any(parse[k].deprel in _APART for k in (here, *parse.ancestors(here)))


def _is_known_for(parse: Parse, at: int) -> bool:
    """Whether a name stands before a word for who is known for something done there: "Dunmar terror suspects"."""
    for k in range(at + 1, min(len(parse), at + 1 + _AFTER)):
        if parse[k].upos not in ("NOUN", "PROPN", "ADJ"):
            return False
        if parse[k].word.lower() in lang_words("known_for", parse.language):
            return True
    return False


def _is_other_deed(case: Case, word: str) -> bool:
    key = stem_of(word, case.language)
    kinds = kinds_of(key, case.language)
    return bool(kinds) and key not in case.keys and not any(kinds & d.families for d in case.deeds)


def _others(case: Case, texts: Sequence[_Text], stems: frozenset[str]) -> Iterator[str]:
    """Other places, but countries, that the sources name for it."""
    for text in texts:
        dates = [(t.start, t.end) for t in tag(text.words, case.day, vague=False, language=case.language)]
        for at, token in enumerate(text.parse):
            start, key = token.start - text.start, stem_of(token.word, case.language)
            if not key or key.startswith(COUNTRY) or key in stems or any(s <= start < e for s, e in dates):
                continue
            if _is_place(text.parse, at, "at_places") and not _is_anothers(case, text.parse, at):
                yield " ".join(text.parse[k].word for k in _parts(text.parse, at))
