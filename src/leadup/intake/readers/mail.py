"""Mails (EML, MBOX): newsletters, alerts, forwarded stories. The HTML part first; a forwarded head says whose it was.

The standard library's lenient parser is used, and headers are bounded before they are read: its strict one takes
memory and time without limit on encoded words and nested brackets.
"""

from __future__ import annotations

import contextlib
import email
import email.errors
import email.header
import email.utils
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import Compat32
from typing import Final

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import refusal
from leadup.intake.compose import ArticleMetadata, article_from_blocks, article_from_text
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format, Found
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.interfaces import names, one_of
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.published import stated
from leadup.intake.readers import alerts
from leadup.intake.readers.press.story import day_of
from leadup.intake.source import Source, bytes_source
from leadup.intake.written import parse_written
from leadup.model import Article, ParagraphKind

LONGEST_HEADER = 4096
MOST_PARTS = 500
DEEPEST = 10
"""So many mails may lie one within the other."""


_STARRED = re.compile(r";[^;=]*\*[^;=]*=[^;]*")


class _Short(Compat32):
    """The lenient policy, which keeps no more of a header than is read: its parameters are taken apart at a cost that
    grows with their square. The strict policy reads headers with a grammar that takes hours on hostile ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        value = value[:LONGEST_HEADER]
        return name, _STARRED.sub("", value) if "*" in value and not _is_sound(value) else value


def _is_sound(value: str) -> bool:
    """Whether the parts of a header's parameters (RFC 2231) can be put together: some, numbered and not, cannot."""
    message = Message()
    message["Content-Type"] = value
    try:
        message.get_params()
    except (TypeError, ValueError):
        return False
    return True


POLICY: Final = _Short()
_CARRIED = "message/rfc822"
_DOCUMENTS = (
    ".pdf",
    ".docx",
    ".doc",
    ".odt",
    ".rtf",
    ".epub",
    ".eml",
    ".msg",
    ".htm",
    ".html",
    ".mht",
    ".mhtml",
    ".dat",
)
# The line between two mails of a mailbox ends in the hour and the year in which the mail came.
_POSTMARK = re.compile(rb"\d{1,2}:\d\d(?::\d\d)?\b.{0,12}\b(?:19|20)\d\d\s*$")
_FIELD_NAME = re.compile(rb">?[A-Za-z][A-Za-z0-9-]{0,40}:(?:[ \t]|\r?\n)")
_HEADERS = re.compile(rb"(?im)^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to):")
_PARTS = ("from", "date", "subject", "to", "cc")
_LABELS = {label: part for part in reversed(_PARTS) for label in names("mail", part)}
_FORWARDED = re.compile(rf"(?im)^[ \t>*_-]*(?:{one_of('mail', 'opens')})[ \t]?:?[ \t]*-*.*$")
_FIELD = re.compile(rf"(?im)^[ \t>*]*({one_of('mail', *_PARTS)})[ \t\xa0*]*:[ \t*]*(.*)$")
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|rif|i|sv|vs|enc|doorst)\s*:\s*)+", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"(?<!\n--) \n(?=[^\s>])")
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
    mails = [mail for mail in _carried(message) if any(_bodies(mail, place)) or next(_carried(mail), None) is not None]
    documents = list(_attached(message))
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
    if len(list(_parts(message, MOST_PARTS + 1))) > MOST_PARTS:
        yield UnreadableInput(place, f"a mail of more than {MOST_PARTS} parts", "Those after them were left out")


def _length(message: Message, place: str) -> int:
    return sum(len(text) for text in _bodies(message, place) if text)


def _own_articles(message: Message, place: str, options: Options) -> Iterator[Article | IntakeError]:
    html, plain = _bodies(message, place)
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


def _parts(message: Message, most: int = MOST_PARTS) -> Iterator[Message]:
    """The parts of a mail that are no parts of another which it carries, in order, no more than so many."""
    waiting = [message]
    for _ in range(most):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        held = part.get_payload()
        if isinstance(held, list) and part.get_content_type() != _CARRIED:
            waiting += [inner for inner in reversed(held) if isinstance(inner, Message)]


def _carried(message: Message) -> Iterator[Message]:
    """The mails that another carries whole, as attachments or as a digest."""
    for part in _parts(message):
        held = part.get_payload()
        if part.get_content_type() == _CARRIED and isinstance(held, list) and held and isinstance(held[0], Message):
            yield held[0]


def _attached(message: Message) -> Iterator[tuple[str, bytes]]:
    """The documents attached to a mail, by name; pictures, signatures and calendars are none."""
    for part in _parts(message):
        name = " ".join(str(part.get_filename() or "").split())
        if name.lower().endswith(_DOCUMENTS) and isinstance(data := part.get_payload(decode=True), bytes) and data:
            yield name, data


def _bodies(message: Message, place: str) -> tuple[str | None, str | None]:
    """The first HTML and the first plain text of a mail that is no attachment."""
    html: str | None = None
    plain: str | None = None
    for part in _parts(message):
        kind = part.get_content_type()
        if (
            kind not in ("text/html", "text/plain")
            or "attachment" in str(part.get("Content-Disposition") or "").lower()
        ):
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data.strip():
            continue
        words = decode(data, place, str(part.get_content_charset() or "") or None)
        if kind == "text/html":
            html = html or words
        else:
            plain = plain or (_flowing(words) if part.get_param("format") == "flowed" else words)
    return html, plain


def _flowing(text: str) -> str:
    """A text of format "flowed" (RFC 3676): a line that ends in a space goes on in the next; "-- " is none such."""
    return _SOFT_BREAK.sub(" ", newlines(text))


def header(message: Message, name: str) -> str:
    """A header as text: encoded words decoded, its lines joined, no more than its first 4096 characters."""
    # As it stands: what the library gives has a sign of loss for every byte that is no ASCII.
    value = next((str(held) for known, held in message.raw_items() if known.lower() == name.lower()), "")
    value = _of_bytes(value[:LONGEST_HEADER], message)
    try:
        parts = email.header.decode_header(value)
        text = "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in parts)
    except (LookupError, ValueError, email.errors.MessageError):
        text = value
    return " ".join(text.split())


def _of_bytes(value: str, message: Message) -> str:
    """A header's text whose letters were written as bytes, which no rule allows and many a program does: UTF-8, or the
    charset of the body, or that of Windows."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    for charset in ("utf-8", str(message.get_content_charset() or "")):
        with contextlib.suppress(LookupError, ValueError):
            return data.decode(charset)
    return data.decode("cp1252", "replace")


FORMAT = Format("mail", "mails: newsletters, alerts, forwarded stories", (".eml",), sniff, read, sure=True)
MBOX = Format("mbox", "mailboxes, one article a mail", (".mbox", ".mbx"), sniff_mbox, read_mbox, sure=True)
