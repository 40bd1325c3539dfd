"""Mails (EML, MBOX): newsletters, alerts, forwarded stories. The HTML part first; a forwarded head says whose it was.

The standard library's lenient parser is used, and headers are bounded before they are read: its strict one takes
memory and time without limit on encoded words and nested brackets.
"""

from __future__ import annotations

import email
import email.utils
import re
from collections.abc import Iterator
from email.message import Message

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import refusal
from leadup.intake.compose import ArticleMetadata, article_from_blocks, article_from_text
from leadup.intake.decode import newlines
from leadup.intake.format import Format, Found
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.interfaces import names, one_of
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.published import stated
from leadup.intake.readers import alerts
from leadup.intake.readers.mail_parts import MOST_PARTS, POLICY, attached, bodies_of, header, mails_within, parts_of
from leadup.intake.readers.press.story import day_of
from leadup.intake.source import Source, bytes_source
from leadup.intake.written import parse_written
from leadup.model import Article, ParagraphKind

DEEPEST = 10
"""So many mails may lie one within the other."""


# The line between two mails of a mailbox ends in the hour and the year in which the mail came.
_POSTMARK = re.compile(rb"\d{1,2}:\d\d(?::\d\d)?\b.{0,12}\b(?:19|20)\d\d\s*$")
_FIELD_NAME = re.compile(rb">?[A-Za-z][A-Za-z0-9-]{0,40}:(?:[ \t]|\r?\n)")
_HEADERS = re.compile(rb"(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to):")
_PARTS = ("from", "date", "subject", "to", "cc")
_LABELS = {label: part for part in reversed(_PARTS) for label in names("mail", part)}
_FORWARDED = re.compile(rf"(?im)^[ \t>*_-]*(?:{one_of('mail', 'opens')})[ \t]?:?[ \t]*-*.*$")
_FIELD = re.compile(rf"(?im)^[ \t>*]*({one_of('mail', *_PARTS)})[ \t\xa0*]*:[ \t*]*(.*)$")
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|rif|i|sv|vs|enc|doorst)\s*:\s*)+", re.IGNORECASE)
_LEAVES = re.compile(rf"(?i)(?<!\w)(?:{one_of('mail', 'leaves')})(?!\w)")
_OVER = re.compile(
    rf"(?-i:[^\W\d_a-z]).{{1,60}}? (?:{one_of('mail', 'over')})(?: (?:{one_of('mail', 'over_in')}) .{{2,60}}[^.\s])?",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(rf"\s+(?:{one_of('mail', 'sent_from')})\s+", re.IGNORECASE)
_PASSED_ON = re.compile(rf"\s+(?:{one_of('mail', 'passed_on')})\s+", re.IGNORECASE)
_SENDERS = tuple(f".{domain}" for domain in names("mail", "senders"))
LONGEST_LEAVE = 400
LONGEST_DAY = 24
_MAILTO = re.compile(r"\[(?:mailto:)?([^\[\]\s]{3,200})\]")
MOST_BEFORE = 600
"""Words of the one who forwards a mail, before the head of what he forwards, are no more (code points)."""


def sniff(head: bytes) -> bool:
    """Headers of a mail, before the first blank line."""
    start = head[:8192].replace(b"\r\n", b"\n")
    block = start.lstrip(b"\xef\xbb\xbf").split(b"\n\n", 1)[0]
    names = {m.group(1).lower() for m in _HEADERS.finditer(block)}
    return re.match(rb"[A-Za-z-]{2,40}:[ \t]", block) is not None and (
        {b"from", b"date"} <= names and bool(names & {b"subject", b"message-id", b"mime-version", b"to"})
    )


def sniff_mbox(head: bytes) -> bool:
    """The line that parts one mail from the next, then headers."""
    start = head.lstrip(b"\xef\xbb\xbf")
    return start.startswith(b"From ") and b"\n" in start and _HEADERS.match(start.split(b"\n", 1)[1]) is not None


def read(source: Source, options: Options) -> Iterator[Found]:
    """The article of one mail, or those that an alert lists."""
    yield from _articles(source.bytes(options.limits.page), source.name, options)


def read_mbox(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a mailbox, one at a time; a mail larger than a page may be is refused alone."""
    limit = options.limits.page
    number, size = 0, 0
    lines: list[bytes] = []
    blank = True
    with source.open() as stream:
        behind = stream.readline(limit)
        while line := behind:
            behind = stream.readline(limit)
            if blank and (number == 0 or lines) and _begins_mail(line, behind):
                if number:
                    yield from _one(lines, size, source.name, number, options)
                lines, size, blank = [], 0, False
                number += 1
                continue
            size += len(line)
            if size <= limit:
                lines.append(line[1:] if line.startswith((b">From ", b">>From ")) else line)
            blank = not line.strip()
    if lines:
        yield from _one(lines, size, source.name, max(1, number), options)


def _begins_mail(line: bytes, behind: bytes) -> bool:
    """Whether a line parts one mail from the next: not every program marks those lines of a text that begin alike
    ("From here the boats went daily")."""
    return line.startswith(b"From ") and (_POSTMARK.search(line) is not None or _FIELD_NAME.match(behind) is not None)


def _one(lines: list[bytes], size: int, source: str, number: int, options: Options) -> Iterator[Found]:
    place = f"{source}#{number}"
    if size > options.limits.page:
        yield UnreadableInput(place, f"larger than {options.limits.page // 2**20} MiB", "It was left out")
        return
    try:
        yield from _articles(b"".join(lines), place, options)
    except Exception as error:
        yield refusal(error, place, "mbox")


def _articles(data: bytes, place: str, options: Options) -> Iterator[Found]:
    yield from _of_mail(email.message_from_bytes(data, policy=POLICY), place, options)


def _of_mail(message: Message, place: str, options: Options, depth: int = 0) -> Iterator[Found]:
    """The articles of a mail, of the mails that it carries and of the documents attached to it."""
    mails = [
        mail
        for mail in mails_within(message)
        if any(bodies_of(mail, place)) or next(mails_within(mail), None) is not None
    ]
    documents = list(attached(message))
    if mails and depth >= DEEPEST:
        yield UnreadableInput(place, f"mails within mails, more than {depth} deep", "Save the last one by itself")
        return
    # All texts of a mail that passes others on are theirs, but for a line or two.
    longest = max(MOST_BEFORE, *(_length(mail, place) for mail in mails)) if mails else 1
    if not (mails or documents) or _length(message, place) >= longest:
        yield from _own_articles(message, place, options)
    for number, mail in enumerate(mails, 1):
        yield from _of_mail(mail, place if len(mails) == 1 else f"{place}!{number}", options, depth + 1)
    for name, data in documents:
        yield bytes_source(f"{place}!{name}", data)
    if len(list(parts_of(message, MOST_PARTS + 1))) > MOST_PARTS:
        yield UnreadableInput(place, f"a mail of more than {MOST_PARTS} parts", "Those after them were left out")


def _length(message: Message, place: str) -> int:
    return sum(len(text) for text in bodies_of(message, place) if text)


def _own_articles(message: Message, place: str, options: Options) -> Iterator[Article | IntakeError]:
    html, plain = bodies_of(message, place)
    results = alerts.results_of(html or "")
    if results:
        yield from alerts.articles_of(
            results, stated(header(message, "Date"), "the alert's date", "likely"), place, options
        )
    else:
        yield _article(message, html, plain, place, options)


def _article(
    message: Message, html: str | None, plain: str | None, place: str, options: Options
) -> Article | IntakeError:
    title = _PREFIX.sub("", header(message, "Subject")).strip() or None
    sender, sent = header(message, "From"), header(message, "Date")
    text = _unquoted(newlines(plain or "").strip("\n"))
    blocks = list(blocks_of_fragment(html, html=True)) if html else []
    if html and not any(kind == "body" for kind, _ in blocks):
        blocks = []
    if not text and html and (tree := parse(html)) is not None:
        text = lines_of_tree(tree)
    for head, below in _forwarded(text):
        # Whose words these are, and when they were sent, is what the forwarded head says.
        sender, sent = head.get("from", sender), head.get("date", "" if "from" in head else sent)
        title = _PREFIX.sub("", head.get("subject", title or "")).strip() or None
        text, blocks = below, []
    text = _SIGNATURE.sub(_unsigned, text)
    # Outlook writes "Jane Doe [mailto:jane@gazette.example]".
    name, address = email.utils.parseaddr(_MAILTO.sub(r"<\1>", sender))
    outlet, writer = _outlet_and_writer(name, address)
    known = ArticleMetadata(
        outlet=outlet or address.rsplit("@", 1)[-1] or None,
        title=title,
        byline=(writer,) if writer else (),
        published=stated(sent, "the mail's date") or day_of(sent, "the mail's date"),
    )
    if blocks:
        from leadup.intake.furniture import same_caption

        body: list[tuple[ParagraphKind, str]] = [
            ("noise" if _is_over(words) or (kind == "body" and _is_about(words, known)) else kind, words)
            for kind, words in blocks
            if not (title and same_caption(words, title))
        ]
        return article_from_blocks(
            [("title", title), *body] if title else body, source=place, known=known, options=options
        )
    over, _, under = text.lstrip("\n").partition("\n")
    text = under if _is_over(over) else text
    if not text.strip():
        return EmptyArticle(place)
    return article_from_text(text, source=place, known=known, options=options, front=False)


def _forwarded(text: str) -> Iterator[tuple[dict[str, str], str]]:
    """The heads of the mails that a text passes on, each with what stands below it: the last is the one that was not
    passed on itself."""
    for passed in range(DEEPEST):
        mark = _FORWARDED.search(text)
        if mark is not None and passed and mark.start() > MOST_BEFORE:
            return  # below a story's words stands what its sender had answered
        rest = text[mark.end() :] if mark else text
        head, at = _head(rest) if mark else _bare_head(text)
        if not head:
            return
        text = _unquoted(rest[at:].strip("\n"))
        yield head, text


def _outlet_and_writer(name: str, address: str) -> tuple[str, str]:
    """Whose newsletter a mail is and who wrote it, from its sender's name: "Ruth Adair from Tolvane Letter", as a
    service that sends for many writes it, "'Ruth Adair' via Tolvane Talk", as a list that passes it on does."""
    name = name.strip()
    host = address.rsplit("@", 1)[-1].lower()
    parts = _SENT_FROM.split(name, 1) if f".{host}".endswith(_SENDERS) else _PASSED_ON.split(name, 1)
    if len(parts) != 2 or not all(parts):
        return name, ""
    writer, outlet = (part.strip(" '\"") for part in parts)
    return outlet, writer


def _is_over(words: str) -> bool:
    """Whether a line only says what a service does over the story that it sends ("Ruth Adair published a story")."""
    return _OVER.fullmatch(words.strip()) is not None


def _is_about(words: str, known: ArticleMetadata) -> bool:
    return _is_of_the_mail(words) or _is_head(words, known)


def _is_head(words: str, known: ArticleMetadata) -> bool:
    """Whether a paragraph only says what the mail's own head does: who wrote it, or the day it was sent."""
    if words.strip(" ·∙|-–—") in known.byline:
        return True
    if known.published is None or len(words) > LONGEST_DAY:
        return False
    day = known.published.day
    return parse_written(words) == day or parse_written(f"{words}, {day.year}") == day


_SIGNATURE = re.compile(r"(?<=\n)-- \n(?:.{0,120}(?:\n|\Z)){0,12}\Z")
"""A sender's signature (RFC 3676): "-- " on a line of its own, and no more than a few short lines to the end."""
_SENTENCE = re.compile(r".{60,}[.!?”\"]$", re.MULTILINE)


def _unsigned(signature: re.Match[str]) -> str:
    """Nothing, unless a line of it is a whole sentence: some newsletters draw a rule so."""
    return signature.group() if _SENTENCE.search(signature.group()) else ""


def _unquoted(text: str) -> str:
    """A text without the sign of quoting that stands before each of its lines."""
    lines = text.split("\n")
    if not all(line.startswith(">") for line in lines if line.strip()):
        return text
    return "\n".join(line[2:] if line.startswith("> ") else line[1:] for line in lines)


def _is_of_the_mail(words: str) -> bool:
    """Whether a paragraph is about the mail itself: how it is read elsewhere, or left off."""
    return len(words) <= LONGEST_LEAVE and _LEAVES.search(words) is not None


def _head(text: str, start: int = 0) -> tuple[dict[str, str], int]:
    """The fields that a text begins with (part of the head: its value), and where they end."""
    head: dict[str, str] = {}
    at = start
    for field in _FIELD.finditer(text, start, start + 2000):
        if text[at : field.start()].strip():
            break
        head.setdefault(_LABELS[field.group(1).lower()], field.group(2).strip())
        at = field.end()
    return head, at


def _bare_head(text: str) -> tuple[dict[str, str], int]:
    """The head of a forwarded mail that no line opens (Outlook): who, when, to whom and of what, one after another."""
    for field in _FIELD.finditer(text, 0, MOST_BEFORE):
        if _LABELS[field.group(1).lower()] == "from":
            head, at = _head(text, field.start())
            if {"from", "date", "subject"} <= head.keys() and "@" in head["from"] + head.get("to", ""):
                return head, at
    return {}, 0


FORMAT = Format("mail", "mails: newsletters, alerts, forwarded stories", (".eml",), sniff, read, sure=True)
MBOX = Format("mbox", "mailboxes, one article a mail", (".mbox", ".mbx"), sniff_mbox, read_mbox, sure=True)
