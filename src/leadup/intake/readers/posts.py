"""Posts: Telegram exports, Discord's channels, Twitter's archive, Mastodon's outbox, WhatsApp chats. One post is one
article (kind "post"), and the account is its outlet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, partial
from html import unescape
from typing import Any

from leadup.errors import EmptyArticle, IntakeError, LeadupError
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.interfaces import names, one_of
from leadup.intake.kinds import unknown
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.readers.parsing import value_of
from leadup.intake.source import Source, file_source
from leadup.intake.written import Order, day_order, in_order
from leadup.model import Article, ParagraphKind

_WRITTEN = ("Default", "Reply")
_FILES = frozenset(
    ("photo", "file", "media_type", "sticker_emoji", "location_information", "contact_information", "poll", "dice")
)
"""What a message of Telegram's has that is a file or the like, by name."""
_CHATS = ("chats", "left_chats")
_YTD = re.compile(r"^\s*window\.YTD\.[\w.]{1,60}\s*=\s*")
_CHAT = re.compile(
    r"^[\u200e\ufeff]?\[?(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{2,4})\.?[,،]?\s+(?:[^\W\d_]{1,4}\s)?"
    r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?([AaPp]\.?\s?[Mm]\.?|[^\W\d_]{1,2})?\]?"
    r"\s*(?:-\s*)?(?:~\s?)?(?:([^:\n]{1,60}): )?(.*)$"
)
_DOTTED = re.compile(r"[\u200e\ufeff]?\[?\d{1,2}[.-]")
# What Signal's exporters write under a message: who answered it with which picture ("(- Jane Doe: 👍 -)").
_REACTION = re.compile(r"^\(- .{1,400} -\)$")
# "RT @gazette: …": another's words, passed on.
_PASSED_ON = re.compile(r"^RT @(\w{1,20}): ")
_CUT = "…"


# Where the telephone's language writes the year first (Swedish, Lithuanian, Chinese).
_YEAR_FIRST = re.compile(r"^([\u200e\ufeff]?\[?)(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?=\.?[,،]?\s)")
# Marks of direction and byte order, which telephones put before, within and behind a stamp, and around a number that
# stands for a name.
_MARKS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
LONGEST_STAMP = 40


def sniff_telegram(head: bytes) -> bool:
    """A chat's name, kind and messages."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"messages"' in head and (b'"type"' in head) and b'"name"' in head[:2000]


def sniff_discord(head: bytes) -> bool:
    """A server, a channel and its messages, as DiscordChatExporter writes them."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"guild"' in head and b'"channel"' in head


def sniff_twitter(head: bytes) -> bool:
    """The assignment that the archive's data files begin with."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"window.YTD.")


def sniff_mastodon(head: bytes) -> bool:
    """An ActivityStreams collection."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b"activitystreams" in head and b'"orderedItems"' in head


def sniff_whatsapp(head: bytes) -> bool:
    """Lines that begin with a day, a time and a name."""
    lines = [_day_first(line)[0] for line in head[:8192].decode("utf-8", "replace").splitlines()[:12]]
    lines = [line for line in lines if not _REACTION.match(line)]
    if not lines or not _CHAT.match(lines[0]):
        return False
    found = [m for line in lines if (m := _CHAT.match(line))]
    return len(found) >= min(2, len(lines)) and any(m.group(7) for m in found)


def read_telegram(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of a chat, or of each chat of a whole export."""
    data = _json(source, options)
    lists = [held.get("list") for name in _CHATS if isinstance(held := data.get(name), Mapping)]
    chats = [chat for held in lists if isinstance(held, list) for chat in held] if lists else [data]
    for chat in chats:
        messages = chat.get("messages") if isinstance(chat, Mapping) else None
        for message in messages if isinstance(messages, list) else []:
            if isinstance(message, Mapping) and message.get("type") in (None, "message") and not _is_file(message):
                place = f"{source.name}#{message.get('id')}"
                yield attempt(partial(_telegram, message, chat.get("name"), place, options), place, "telegram")


def _is_file(message: Mapping[str, Any]) -> bool:
    """Whether a message is nothing but a picture, a file, a place or a poll: no words of its sender's."""
    return not (message.get("text") or message.get("text_entities")) and not _FILES.isdisjoint(message)


def _telegram(message: Mapping[str, Any], chat: Any, place: str, options: Options) -> Article | IntakeError:
    parts = message.get("text") or message.get("text_entities")
    pieces = parts if isinstance(parts, list) else [parts]
    text = "".join(
        p if isinstance(p, str) else str(p.get("text") or "") if isinstance(p, Mapping) else "" for p in pieces
    )
    who = message.get("forwarded_from") or message.get("from") or chat
    return post(text, str(who) if who else None, message.get("date_unixtime") or message.get("date"), place, options)


def read_discord(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages that people wrote in a channel, and what they answered."""
    messages = _json(source, options).get("messages")
    for message in messages if isinstance(messages, list) else []:
        if isinstance(message, Mapping) and message.get("type") in _WRITTEN and message.get("content"):
            place = f"{source.name}#{message.get('id')}"
            yield attempt(partial(_written, message, place, options), place, "discord")


def _written(message: Mapping[str, Any], place: str, options: Options) -> Article | IntakeError:
    author = message.get("author")
    who = (author.get("nickname") or author.get("name")) if isinstance(author, Mapping) else None
    return post(str(message["content"]), str(who) if who else None, message.get("timestamp"), place, options)


def read_twitter(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The posts of an account's archive."""
    text = decode(source.bytes(options.limits.page * 8), source.name)
    rows = _tweets(value_of(_YTD.sub("", text, count=1).rstrip().rstrip(";"), source.name, "Ask for the archive anew"))
    if not any("full_text" in r or "text" in r for r in rows):
        long = any(_is_note(r) for r in rows)
        held = ": long posts, which are read with the short ones" if long else " without posts"
        raise unknown(source.name, f"a part of a Twitter archive{held}", "Give its tweets.js")
    account, notes = _account(source, options), _notes(source, options)
    for row in rows:
        place = f"{source.name}#{row.get('id_str') or row.get('id')}"
        yield attempt(partial(_tweet, row, account, notes, place, options), place, "twitter")


def _tweets(rows: Any) -> list[Mapping[str, Any]]:
    held = [r.get("tweet", r) for r in rows if isinstance(r, Mapping)] if isinstance(rows, list) else []
    return [r for r in held if isinstance(r, Mapping)]


def _beside(source: Source, name: str, options: Options) -> Any:
    """What another file of the same archive holds; None where it is not there or broken."""
    beside = file_source(source.path.with_name(name)) if source.path is not None else None
    if beside is None or isinstance(beside, IntakeError):
        return None
    try:
        text = decode(beside.bytes(options.limits.page * 8), beside.name)
        return value_of(_YTD.sub("", text, count=1).rstrip().rstrip(";"), beside.name)
    except LeadupError:
        return None


def _account(source: Source, options: Options) -> tuple[str | None, str | None]:
    """Whose archive it is, by name and by sign: what the file beside the posts says."""
    found = _beside(source, "account.js", options)
    try:
        account = found[0]["account"]
        name, sign = account.get("accountDisplayName"), account.get("username")
    except (LookupError, TypeError, AttributeError):
        return None, None
    return (str(name or sign) if name or sign else None), (str(sign) if sign else None)


def _is_note(row: Mapping[str, Any]) -> bool:
    return isinstance(row.get("noteTweet"), Mapping)


def _notes(source: Source, options: Options) -> list[str]:
    """The words of the archive's long posts, which its list of posts has cut short."""
    rows = _beside(source, "note-tweet.js", options)
    notes = [row["noteTweet"].get("core") for row in _tweets(rows) if _is_note(row)]
    return [unescape(n["text"]) for n in notes if isinstance(n, Mapping) and isinstance(n.get("text"), str)]


def _tweet(
    row: Mapping[str, Any], account: tuple[str | None, str | None], notes: list[str], place: str, options: Options
) -> Article | IntakeError:
    user = row.get("user")
    who, sign = account
    if isinstance(user, Mapping):
        who, sign = user.get("name") or user.get("screen_name"), user.get("screen_name")
    # The archive writes "&", "<" and ">" as pages do.
    text = unescape(str(row.get("full_text") or row.get("text") or ""))
    passed = _PASSED_ON.match(text)
    if passed:
        text, who = text[passed.end() :], passed.group(1)
    elif text.rstrip().endswith(_CUT):
        begun = text.rstrip().removesuffix(_CUT).rstrip()
        text = next((note for note in notes if begun and note.startswith(begun)), text)
    number = row.get("id_str")
    url = f"https://twitter.com/{sign}/status/{number}" if sign and number and not passed else None
    return post(text, who, row.get("created_at"), place, options, url=url, language=row.get("lang"))


def read_mastodon(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The posts of an account's outbox; what it only passed on is not its own."""
    items = _json(source, options).get("orderedItems")
    for item in items if isinstance(items, list) else []:
        note = item.get("object") if isinstance(item, Mapping) else None
        if isinstance(note, Mapping) and note.get("content"):
            place = f"{source.name}#{note.get('id')}"
            yield attempt(
                partial(_toot, {"attributedTo": item.get("actor"), **note}, place, options), place, "mastodon"
            )


def _toot(note: Mapping[str, Any], place: str, options: Options) -> Article | IntakeError:
    who = str(note.get("attributedTo") or "")
    parts = who.split("://")[-1].split("/")
    account = f"{parts[-1].removeprefix('@')}@{parts[0]}" if len(parts) > 1 else who or None
    url = note.get("url")
    return post(
        str(note["content"]), account, note.get("published"), place, options, url=url if isinstance(url, str) else None
    )


def read_whatsapp(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of a chat; the order of day and month is that of the whole chat."""
    messages: list[list[Any]] = []
    day_first = False
    for line in newlines(decode(source.bytes(options.limits.page), source.name)).split("\n"):
        turned, is_so = _day_first(line)
        found = _CHAT.match(turned)
        if found:
            day_first = day_first or is_so
            messages.append([found, found.group(8)])
        elif messages and line.strip() and not _REACTION.match(line.strip()):
            messages[-1][1] += f"\n{line.strip()}"
    # Only English writes the month first, and with strokes.
    order: Order | None = "dmy" if day_first or any(_DOTTED.match(m.group()) for m, _ in messages[:1]) else None
    order = order or options.date_order or day_order([f"{m.group(1)}/{m.group(2)}/2000" for m, _ in messages])
    for number, (found, text) in enumerate(messages, 1):
        if found.group(7) and not _is_notice(text):
            place = f"{source.name}#{number}"
            year = int(found.group(3)) + (2000 if len(found.group(3)) == 2 else 0)
            day = in_order(int(found.group(1)), int(found.group(2)), year, order)
            text = _edited().sub("", text)
            sender = found.group(7).translate(_MARKS).strip()
            yield attempt(partial(post, text, sender, day, place, options), place, "whatsapp")


def _day_first(line: str) -> tuple[str, bool]:
    """A line with the day it begins with written day first as in other chats, and whether it was written so that no
    month can come first: year first, or in figures of another script (Arabic, Devanagari).

    The stamp's marks of direction are taken out, and its figures made the usual ones.
    """
    end = min((at for mark in (" - ", "]") if (at := line.find(mark, 0, LONGEST_STAMP)) > 0), default=0)
    written = line[:end].translate(_MARKS)
    stamp = "".join(str(unicodedata.decimal(c, c)) for c in written)
    turned = _YEAR_FIRST.sub(r"\1\4/\3/\2", stamp + line[end:])
    return turned, stamp != written or turned != stamp + line[end:]


def _is_notice(text: str) -> bool:
    """Whether a message is none of a person's: a picture left out, a message taken back, the program's own words.

    What the program itself says begins with a mark of direction on telephones of Apple's.
    """
    bare = text.strip(" \u200e.<>").casefold()
    return text.startswith("\u200e") or bare in _notices() or bare.endswith(_attached())


@cache
def _attached() -> tuple[str, ...]:
    return names("chat", "attached")


@cache
def _edited() -> re.Pattern[str]:
    return re.compile(rf"\s?\u200e?<(?:{one_of('chat', 'edited')})>$", re.IGNORECASE)


@cache
def _notices() -> frozenset[str]:
    return frozenset(name.strip("<>") for name in names("chat", "nothing"))


def post(
    text: str,
    who: str | None,
    when: Any,
    place: str,
    options: Options,
    url: str | None = None,
    language: str | None = None,
) -> Article | IntakeError:
    """The article that a post is: ``who`` wrote it ``when``."""
    blocks: list[tuple[ParagraphKind, str]] = [("body", words) for _, words in blocks_of_fragment(text) if words]
    if not blocks:
        return EmptyArticle(place)
    known = ArticleMetadata(
        url=url, outlet=who, published=stated(when, "the post's own time"), language=language, kind="post"
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


def _json(source: Source, options: Options) -> Mapping[str, Any]:
    data = value_of(decode(source.bytes(options.limits.page * 8), source.name), source.name)
    return data if isinstance(data, Mapping) else {}


TELEGRAM = Format("telegram", "Telegram exports, one article a post", (), sniff_telegram, read_telegram, sure=True)
DISCORD = Format("discord", "Discord channels, one article a post", (), sniff_discord, read_discord, sure=True)
TWITTER = Format("twitter", "Twitter/X archives (tweets.js)", (), sniff_twitter, read_twitter, sure=True)
MASTODON = Format("mastodon", "Mastodon's outbox", (), sniff_mastodon, read_mastodon, sure=True)
WHATSAPP = Format("whatsapp", "WhatsApp chats", (), sniff_whatsapp, read_whatsapp, sure=True)
