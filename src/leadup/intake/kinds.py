"""Kinds of files that hold no articles that could be read: known by their first bytes or their names, and refused."""

from __future__ import annotations

from leadup.errors import UnknownFormat

# First bytes, what it is, what to do about it.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (DOC, XLS, PPT, MSG)", "Save it as DOCX, XLSX or EML"),
    (b"\xff\xd8\xff", "a picture", "Text in pictures needs text recognition (ocrmypdf)"),
    (b"\x89PNG", "a picture", "Text in pictures needs text recognition (ocrmypdf)"),
    (b"GIF8", "a picture", "Text in pictures needs text recognition (ocrmypdf)"),
    (b"II*\x00", "a picture", "Text in pictures needs text recognition (ocrmypdf)"),
    (b"MM\x00*", "a picture", "Text in pictures needs text recognition (ocrmypdf)"),
    (b"\x00\x00\x01\x00", "a picture", "Leave it out"),
    (b"ID3", "a recording", "Give its transcript (VTT, SRT or text)"),
    (b"OggS", "a recording", "Give its transcript (VTT, SRT or text)"),
    (b"fLaC", "a recording", "Give its transcript (VTT, SRT or text)"),
    (b"\x1aE\xdf\xa3", "a video", "Give its transcript (VTT, SRT or text)"),
    (b"SQLite format 3\x00", "an SQLite database", "Export the table as CSV or JSON lines"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive", "Unpack it first"),
    (b"Rar!", "a RAR archive", "Unpack it first"),
    (b"!BDN", "an Outlook mailbox (PST)", "Export it as MBOX or EML"),
    (b"\x7fELF", "a program", "Leave it out"),
    (b"MZ", "a program", "Leave it out"),
    (b"wOFF", "a font", "Leave it out"),
    (b"wOF2", "a font", "Leave it out"),
    (b"\x00\x01\x00\x00\x00", "a font", "Leave it out"),
    (b"OTTO", "a font", "Leave it out"),
    (b"%!PS", "a PostScript file", "Make it a PDF first"),
    (b"BEGIN:VCALENDAR", "a calendar", "Leave it out"),
    (b"\\documentclass", "a LaTeX source", "Make it a PDF first"),
    (b"PMID- ", "references to papers (PubMed)", "Export them as RIS"),
    (b"[Script Info]", "subtitles (SubStation Alpha)", "Make them SRT first"),
    (b"BEGIN:VCARD", "an address card", "Leave it out"),
)
_BESIDE = frozenset({"humans.txt", "ads.txt", "app-ads.txt", "security.txt", "desktop.ini", "thumbs.db", "makefile",
                     "dockerfile", "license", "license.txt", "copying"})  # fmt: skip
# A document with a password is an old Office file with this inside.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Names of files that are text but hold no news: programs, styles, settings.
_CODE = (
    ".py", ".js", ".css", ".ts", ".c", ".h", ".java", ".go", ".rs", ".sh", ".toml", ".yaml", ".yml", ".ini", ".cfg",
    ".conf", ".svg", ".map", ".lock", ".cdxj", ".cdx", ".idx",
)  # fmt: skip


def refused(head: bytes, name: str) -> UnknownFormat | None:
    """Why a file with these first bytes can't be read, where they tell."""
    if head.startswith(_SIGNATURES[0][0]) and _LOCKED in head:
        return unknown(name, "a document with a password", "Save it without a password first")
    for mark, what, do in _SIGNATURES:
        if head.startswith(mark):
            return unknown(name, what, do)
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 2)
    if len(lines) == 3 and lines[1].startswith(b"- ") and b" | " in lines[1] and b"\n==========" in lines[2]:
        return unknown(name, "a reading device's clippings", "They are pieces of books; give the articles themselves")
    box = head[8:12]
    if head[:4] == b"RIFF" and box in (b"WEBP", b"WAVE", b"AVI "):
        return unknown(name, "a picture" if box == b"WEBP" else "a recording", "Give its transcript, or leave it out")
    if head[4:8] == b"ftyp":
        return unknown(name, "a video", "Give its transcript (VTT, SRT or text)")
    return None


def is_settings(head: bytes, file: str) -> bool:
    """Whether a file is what a server or a system keeps beside pages: rules for robots, a folder's settings."""
    start = head[:4096].lower()
    if file == "robots.txt":
        return b"user-agent:" in start or b"sitemap:" in start
    return file in _BESIDE


def is_code(file: str) -> bool:
    """Whether a file's name says that it is a program, a style or settings."""
    return file.endswith(_CODE)


def unknown(name: str, kind: str, do: str = "`leadup formats` lists what can be read") -> UnknownFormat:
    """The refusal of a file of this kind."""
    error = UnknownFormat(name, f"no reader takes this file ({kind})", do)
    error.kind = kind
    return error
