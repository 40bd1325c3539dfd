"""Transcripts (WebVTT, SubRip): cues joined to paragraphs, each with its time code and, where named, its speaker.

The programme's day is in the file's name ("newsnight_2020-01-03.vtt"), or the asker gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from leadup.errors import EmptyArticle, IntakeError
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.published import published_in_name
from leadup.intake.source import Source
from leadup.model import Article, ParagraphKind, Published

PAUSE = 4.0
"""Seconds of silence that end a paragraph."""
LONGEST = 700
"""Code points after which a paragraph ends with the next sentence."""

_TIMES = re.compile(
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})(?:[ \t]*-->[ \t]*|,)(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_SUBVIEWER = re.compile(r"\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}$")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+([^>]{1,80})>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<\d[\d:.]{4,16}>|\{\\[^{}]{0,40}\}")
_SPEAKER = re.compile(r"^(?:>>+\s*|-\s*)?([A-Z][A-Z .'’-]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}):\s+(?=\S)")
# Signs that another speaks: a dash, or the two angles of American captions.
_TURN = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")
_SOUND = re.compile(r"^[\[(♪][^\])]{0,80}[\])♪]$")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from ``start`` to ``end`` (seconds), by whom where that is named."""

    start: float
    end: float
    text: str
    speaker: str | None = None
    turn: bool = False
    """Whether another speaks from here on, named or not."""


def sniff_vtt(head: bytes) -> bool:
    """The mark that every WebVTT file begins with."""
    return head.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def sniff_srt(head: bytes) -> bool:
    """A number, then a line of two times."""
    start = head[:400].lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1").replace("\r", "")
    lines = start.split("\n", 2)
    return len(lines) > 1 and lines[0].strip().isdigit() and _TIMES.match(lines[1].strip()) is not None


def sniff_sbv(head: bytes) -> bool:
    """A line of two times with a comma between them."""
    return (
        _SUBVIEWER.match(head[:200].lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1").split("\n")[0].strip()) is not None
    )


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of a transcript."""
    text = newlines(decode(source.bytes(options.limits.page), source.name))
    yield transcript(list(cues(text)), source, options)


def transcript(
    found: list[Cue],
    source: Source,
    options: Options,
    *,
    front: Sequence[tuple[ParagraphKind, str]] = (),
    published: Published | None = None,
    title: str | None = None,
) -> Article:
    """The article that cues are: paragraphs, each after its time code. ``front`` stands before them; where no day is
    known, the file's name may say it."""
    blocks = list(front)
    for cue in paragraphs(found):
        hours, rest = divmod(int(cue.start), 3600)
        said = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
        blocks += [("noise", f"[{hours:02d}:{rest // 60:02d}:{rest % 60:02d}]"), ("body", said)]
    if not found:
        raise EmptyArticle(source.name)
    known = ArticleMetadata(published=published or published_in_name(source.file), title=title, kind="transcript")
    return article_from_blocks(blocks, source=source.name, known=known, options=options)


def cues(text: str) -> Iterator[Cue]:
    """The cues of a transcript; what rolls on from the cue before is said once."""
    last: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((i for i, line in enumerate(lines[:3]) if "-->" in line or _SUBVIEWER.match(line)), None)
        found = _TIMES.search(lines[at]) if at is not None else None
        if found is None or at is None:
            continue
        start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
        shown: list[str] = []
        for raw in _turns(lines[at + 1 :]):
            voice = _VOICE.search("\n".join(raw))
            rows = [" ".join(unescape(_TAG.sub("", row)).split()) for row in raw]
            rows = [row for row in rows if row and not _SOUND.match(row)]
            fresh = [row for row in rows if row not in last]
            shown += rows
            if not fresh:
                continue
            said = " ".join(fresh)
            named = _SPEAKER.match(said)
            speaker = voice.group(1).strip() if voice else named.group(1).strip() if named else None
            if named:
                said = said[named.end() :]
            mark = _TURN.match(said)
            yield Cue(start, end, said[mark.end() :] if mark else said, speaker, mark is not None)
        last = shown or last


def _turns(rows: list[str]) -> list[list[str]]:
    """The rows of each who speaks in a cue: a voice's, or those between dashes where several rows begin with one."""
    dashed = sum(_TURN.match(_TAG.sub("", row).strip()) is not None for row in rows) > 1
    turns: list[list[str]] = []
    for row in rows:
        opens = _VOICE.search(row) is not None or (dashed and _TURN.match(_TAG.sub("", row).strip()) is not None)
        if opens or not turns:
            turns.append([])
        turns[-1].append(row)
    return turns


def paragraphs(found: list[Cue]) -> Iterator[Cue]:
    """Cues joined to paragraphs: until another speaks, a pause, or the end of a sentence in a long one."""
    held: list[Cue] = []
    speaker: str | None = None
    length = 0
    for cue in found:
        if held:
            full = length >= LONGEST and held[-1].text.rstrip("\"'”’)").endswith((".", "?", "!"))
            other = (cue.speaker and cue.speaker != speaker) or (cue.turn and not cue.speaker)
            if other or cue.start - held[-1].end > PAUSE or full:
                yield _joined(held)
                held, length = [], 0
        if not held:
            speaker = cue.speaker
        held.append(cue)
        length += len(cue.text) + 1
    if held:
        yield _joined(held)


def _joined(cues: list[Cue]) -> Cue:
    """One cue of several, which begins as the first does."""
    return Cue(cues[0].start, cues[-1].end, " ".join(cue.text for cue in cues), cues[0].speaker)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (int(p or 0) for p in parts)
    return hours * 3600 + minutes * 60 + seconds + rest / 1000


VTT = Format("vtt", "transcripts (WebVTT)", (".vtt",), sniff_vtt, read, sure=True)
SRT = Format("srt", "transcripts (SubRip)", (".srt",), sniff_srt, read, sure=True)
SBV = Format("sbv", "transcripts (SubViewer, as YouTube writes them)", (".sbv",), sniff_sbv, read, sure=True)
