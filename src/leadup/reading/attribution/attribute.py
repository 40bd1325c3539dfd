"""Who says what in an article."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.model import Claim, Manner
from leadup.reading.attribution.candidate import CandidateClaim
from leadup.reading.attribution.candidates import drafts
from leadup.reading.attribution.page import Page, page
from leadup.reading.attribution.saying import is_certain, is_said
from leadup.reading.attribution.speakers import Speakers
from leadup.reading.names import Cast
from leadup.reading.syntax import Parse


def attribute(
    text: str,
    sentences: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]] = (),
    *,
    language: str,
    parses: Sequence[Parse] | None = None,
    cast: Cast | None = None,
) -> tuple[Claim, ...]:
    """The claims that an article's sentences make on behalf of others, in order of their content.

    All offsets, given and returned, are code points of ``text``. ``sentences`` are the whole article's, or a run of
    them: quotations are followed from sentence to sentence. ``paragraphs`` are blank-line blocks where not given;
    ``parses`` are those of ``sentences`` (made here where not given), ``cast`` who has a part in the article (found
    here where not given). A sentence in no claim is the outlet's own. Of claims within claims only the outermost is
    told.

    The notion of attribution is PARC3's and PolNeAR's (Pareti 2016; Newell, Margolin and Ruths 2018): speech,
    writing, thought, intent and stance, each with source, cue and content.
    """
    on = page(text, sentences, paragraphs, language)
    candidates = drafts(on, parses, language=language)
    if not candidates:
        return ()
    who = cast if cast is not None and cast.names else Cast.of(text, language=language)
    speakers = Speakers.of(who, [(q.start, q.end) for q in on.free])
    claims = {}
    for d in sorted(candidates, key=lambda d: (d.source or d.cue or d.content)[0]):
        speaker, sure = speakers.speaker(d)
        parts = (tuple(d.source), tuple(d.cue), tuple(d.content))
        said = is_said(d, speaker, language)
        claims[id(d)] = Claim(*parts, _manner(on, d), speaker, is_certain(d, language), sure or speaker is None, said)
    return tuple(claims[id(d)] for d in candidates)


def _manner(on: Page, d: CandidateClaim) -> Manner:
    """Quoted where all of the content stands in quotation marks, partly quoted where some of it does."""
    if d.quotes and all(any(q.start <= s and e <= q.end for q in on.free) for s, e in d.content):
        return "quoted"
    if any(s < q.end and q.start < e for s, e in d.content for q in on.quotes):
        return "partly quoted"
    return "paraphrased"
