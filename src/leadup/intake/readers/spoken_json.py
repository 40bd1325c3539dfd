"""Transcripts as programs that recognise speech write them in JSON: one article a file, its turns with time codes.

Told by the names they use: Whisper (also whisper.cpp and WhisperX), the transcripts of podcasts (Podcasting 2.0),
Amazon Transcribe, Google Speech-to-Text, Azure Speech, Deepgram, AssemblyAI, Rev, and YouTube's captions. When these
programs ran is not the programme's day: that is in the file's name, or given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from leadup.errors import UnreadableInput
from leadup.intake.decode import decode
from leadup.intake.format import Format, Found
from leadup.intake.options import Options
from leadup.intake.readers import jsonl, news_json
from leadup.intake.readers.parsing import value_of
from leadup.intake.readers.transcripts import Cue, transcript
from leadup.intake.record import headers_of
from leadup.intake.source import Source

Row = Mapping[str, Any]

MILLI = 1 / 1000
TICK = 1e-7
"""Azure counts time in steps of 100 nanoseconds."""
_OF_SPEECH = frozenset({"name", "timestamp", "created_at", "datetime"})
"""Names that programs give to what they wrote down as others do to a title or a day."""

_FIRST_OF = rb'\s*:\s*\[\s*(\{(?:[^{}\[\]"]|"(?:[^"\\]|\\.)*+")*+)'
# A form's own name in the value's outermost object, and what stands under it.
_MARKS: tuple[tuple[tuple[str, ...], re.Pattern[bytes]], ...] = (
    (("transcription",), re.compile(rb'"transcription"\s*:\s*\[\s*\{\s*"timestamps"\s*:')),
    (("results",), re.compile(
        rb'"results"\s*:\s*\{\s*(?:"\w+"\s*:\s*"[^"]*"\s*,\s*)?"(?:transcripts|channels|utterances|audio_segments)"\s*:'
    )),
    (("results",), re.compile(
        rb'"alternatives"\s*:\s*\[\s*\{\s*(?:"confidence"\s*:\s*[\d.]+\s*,\s*)?"transcript"\s*:'
    )),
    (("recognizedPhrases", "combinedRecognizedPhrases"), re.compile(rb'"(?:combinedR|r)ecognizedPhrases"\s*:')),
    (("monologues",), re.compile(rb'"monologues"\s*:\s*\[')),
    (("audio_url", "acoustic_model", "speech_model"), re.compile(
        rb'"(?:audio_url|acoustic_model|speech_model)"\s*:[^{}]*"(?:text|words|utterances)"\s*:'
    )),
    (("wireMagic",), re.compile(rb'"wireMagic"\s*:\s*"pb3"')),
)  # fmt: skip
_CAPTIONS = re.compile(
    rb'\[\s*\{\s*"text"\s*:\s*"(?:[^"\\]|\\.){0,2000}+"\s*,\s*"start"\s*:\s*[\d.]+\s*,\s*"duration"\s*:'
)
# Lists under names that many things go by: what their first item must have.
_LISTS: tuple[tuple[tuple[str, ...], re.Pattern[bytes], tuple[re.Pattern[bytes], ...]], ...] = (
    (("segments",), re.compile(rb'"segments"' + _FIRST_OF),
     (re.compile(rb'"(?:start|startTime)"\s*:\s*[\d.]+'), re.compile(rb'"(?:text|body)"\s*:\s*"'))),
    (("utterances", "words"), re.compile(rb'"(?:utterances|words)"' + _FIRST_OF),
     (re.compile(rb'"(?:start|confidence)"\s*:'), re.compile(rb'"(?:text|transcript|word)"\s*:\s*"'))),
)  # fmt: skip
_TOKEN = re.compile(rb'"((?:[^"\\]|\\.)*+)"(\s*:)?|[{}\[\]]')


def sniff(head: bytes) -> bool:
    """One of the forms' own names, in JSON that is no article's record."""
    start = head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"[":
        return _CAPTIONS.match(start) is not None
    if start[:1] != b"{":
        return False
    marks = [names for names, mark in _MARKS if mark.search(start)]
    for names, opening, parts in _LISTS:
        if any(all(part.search(found.group(1)) for part in parts) for found in opening.finditer(start)):
            marks.append(names)
    outer = _outer_names(start) if marks else set()
    return any(outer.intersection(names) for names in marks) and not _is_record(outer)


def _outer_names(start: bytes) -> set[str]:
    """The names in the outermost object of a JSON value's beginning."""
    depth, found = 0, set()
    for token in _TOKEN.finditer(start):
        if token[0] in b"{[":
            depth += 1
        elif token[0] in b"}]":
            depth -= 1
            if not depth:
                break
        elif token[2] and depth == 1:
            found.add(token[1].decode("utf-8", "replace"))
    return found


def _is_record(names: Collection[str]) -> bool:
    """Whether an object with these names is an article's record, whose words somebody marked: it says a title or a
    day beside its text."""
    folded = {name.casefold() for name in names}
    head = {*headers_of("title"), *headers_of("published")} - _OF_SPEECH
    return bool(folded & head) and bool(folded & {*headers_of("text")})


def read(source: Source, options: Options) -> Iterator[Found]:
    """The one article of a transcript; the records' where the beginning only looks like one."""
    text = decode(source.bytes(options.limits.page * 8), source.name)
    try:
        data = value_of(text, source.name, "Make it anew")
    except UnreadableInput:
        # JSON lines, each a value of its own: the first says it. A value that is cut short is refused once.
        value_of(text.lstrip("\ufeff \t\r\n").partition("\n")[0], source.name, "Make it anew")
        yield from jsonl.FORMAT.read(source, options)
        return
    cues = [] if isinstance(data, Mapping) and _is_record(data.keys()) else [cue for cue in _cues(data) if cue.text]
    if cues:
        yield transcript(cues, source, options)
    else:
        yield from news_json.FORMAT.read(source, options)


def _cues(data: object) -> list[Cue]:
    """The cues of the first form that finds any."""
    if isinstance(data, list):
        # YouTube's captions, as youtube-transcript-api writes them.
        return [_cue(row, "start", "text", length="duration") for row in _rows(data)]
    if not isinstance(data, Mapping):
        return []
    return next((found for form in _FORMS if (found := form(data))), [])


def _whisper(data: Row) -> list[Cue]:
    rows = _rows(data.get("segments"))
    return [
        _cue(row, "startTime", "body", end="endTime") if "body" in row else _cue(row, "start", "text", end="end")
        for row in rows
    ]


def _whisper_cpp(data: Row) -> list[Cue]:
    return [
        Cue(_number(at.get("from")) * MILLI, _number(at.get("to")) * MILLI, _words(row.get("text")))
        for row in _rows(data.get("transcription"))
        if isinstance(at := row.get("offsets"), Mapping)
    ]


def _amazon(data: Row) -> list[Cue]:
    results = _inside(data, "results")
    if rows := _rows(results.get("audio_segments")):
        return [_cue(row, "start_time", "transcript", end="end_time", speaker="speaker_label") for row in rows]
    if not _rows(results.get("transcripts")):
        return []
    cues = _of_words(_rows(results.get("items")))
    whole = " ".join(_words(row.get("transcript")) for row in _rows(results.get("transcripts")))
    said = " ".join(cue.text for cue in cues)
    # Where its list of words is cut, or has no speakers, the whole is what was said.
    return cues if len(said) >= len(whole) and any(cue.speaker for cue in cues) else [Cue(0, 0, whole)]


def _of_words(items: list[Row]) -> list[Cue]:
    """Words and signs, each with its speaker, joined to turns."""
    turns: list[tuple[float, str | None, list[str]]] = []
    for item in items:
        best = _rows(item.get("alternatives"))[:1]
        word = _words(best[0].get("content")) if best else ""
        who = _speaker(item.get("speaker_label"))
        sign = item.get("type") == "punctuation"
        if not turns or not (sign or turns[-1][1] == who):
            turns.append((_number(item.get("start_time")), who, []))
        turns[-1][2].append(word if sign or not turns[-1][2] else f" {word}")
    starts = [start for start, _, _ in turns]
    return [
        Cue(start, end, "".join(words), who)
        for (start, who, words), end in zip(turns, [*starts[1:], 0.0], strict=False)  # none where there is no turn
    ]


def _deepgram(data: Row) -> list[Cue]:
    results = _inside(data, "results")
    if rows := _rows(results.get("utterances")):
        return [_cue(row, "start", "transcript", end="end") for row in rows]
    cues: list[Cue] = []
    for channel in _rows(results.get("channels"))[:1]:
        for best in _rows(channel.get("alternatives"))[:1]:
            parts = _rows(_inside(best, "paragraphs").get("paragraphs"))
            for part in parts:
                who = _speaker(part.get("speaker"))
                cues += [_cue(row, "start", "text", end="end", who=who) for row in _rows(part.get("sentences"))]
            cues = cues or [Cue(0, 0, _words(best.get("transcript")))]
    return cues


def _google(data: Row) -> list[Cue]:
    cues: list[Cue] = []
    for row in _rows(data.get("results")):
        for best in _rows(row.get("alternatives"))[:1]:
            first = next((_number(w.get("startTime") or w.get("startOffset")) for w in _rows(best.get("words"))), 0.0)
            end = _number(row.get("resultEndTime") or row.get("resultEndOffset"))
            cues.append(Cue(first, end, _words(best.get("transcript"))))
    return cues


def _azure(data: Row) -> list[Cue]:
    cues = []
    for row in _rows(data.get("recognizedPhrases")):
        start = _number(row.get("offsetInTicks")) * TICK
        for best in _rows(row.get("nBest"))[:1]:
            end = start + _number(row.get("durationInTicks")) * TICK
            cues.append(Cue(start, end, _words(best.get("display")), _speaker(row.get("speaker"))))
    return cues or [Cue(0, 0, _words(row.get("display"))) for row in _rows(data.get("combinedRecognizedPhrases"))[:1]]


def _assembly(data: Row) -> list[Cue]:
    if rows := _rows(data.get("utterances")):
        return [
            Cue(
                _number(r.get("start")) * MILLI,
                _number(r.get("end")) * MILLI,
                _words(r.get("text")),
                _speaker(r["speaker"]),
            )
            for r in rows
            if "speaker" in r
        ]
    return [Cue(0, 0, _words(data.get("text")))] if isinstance(data.get("text"), str) else []


def _rev(data: Row) -> list[Cue]:
    cues = []
    for row in _rows(data.get("monologues")):
        parts = _rows(row.get("elements"))
        times = [_number(part.get("ts")) for part in parts if "ts" in part]
        said = "".join(str(part.get("value") or "") for part in parts)
        cues.append(Cue(min(times, default=0.0), max(times, default=0.0), _words(said), _speaker(row.get("speaker"))))
    return cues


def _youtube(data: Row) -> list[Cue]:
    cues = []
    for row in _rows(data.get("events")):
        said = "".join(str(part.get("utf8") or "") for part in _rows(row.get("segs")))
        start = _number(row.get("tStartMs")) * MILLI
        cues.append(Cue(start, start + _number(row.get("dDurationMs")) * MILLI, _words(said)))
    return cues


_FORMS: tuple[Callable[[Row], list[Cue]], ...] = (
    _whisper, _whisper_cpp, _amazon, _deepgram, _google, _azure, _rev, _youtube, _assembly,
)  # fmt: skip


def _cue(
    row: Row,
    start: str,
    text: str,
    *,
    end: str = "",
    length: str = "",
    speaker: str = "speaker",
    who: str | None = None,
) -> Cue:
    """The cue of a row that has these names for its parts."""
    begins = _number(row.get(start))
    ends = _number(row.get(end)) if end else begins + _number(row.get(length))
    return Cue(begins, ends, _words(row.get(text)), who or _speaker(row.get(speaker)))


def _rows(value: object) -> list[Row]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _inside(row: Row, name: str) -> Row:
    held = row.get(name)
    return held if isinstance(held, Mapping) else {}


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _number(value: object) -> float:
    """Seconds, also where they are written as words ("4.2", "4.200s"); 0 where nothing can be read."""
    try:
        found = float(value.rstrip("s") if isinstance(value, str) else value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return found if 0 <= found < 10**7 else 0.0


_SIGN = re.compile(r"(?:spk_|speaker[_ ]?)?([A-Z]|\d{1,3})", re.IGNORECASE)


def _speaker(value: object) -> str | None:
    """Who speaks: a name, or the number that a program gave somebody."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    written = " ".join(str(value).split())[:80]
    sign = _SIGN.fullmatch(written)
    return f"Speaker {sign.group(1).upper()}" if sign else written or None


FORMAT = Format(
    "speech", "transcripts in JSON, as programs that recognise speech write them", (".json3",), sniff, read, sure=True
)
