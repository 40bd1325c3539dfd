"""Who an article owes its words to: wire credits, datelines, bylines, and the lines that hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leadup.intake import interfaces
from leadup.lang.news_sources import agencies

LONGEST_CREDIT = 300

# "WASHINGTON (Reuters) -", "BEIRUT, March 7 (AP) —", "-LRB- Reuters -RRB- --" as tokenised text has it.
_DATELINE = re.compile(r"(?:\(|-LRB- ?)([^()]{2,40}?)(?:\)| ?-RRB-)\s{0,3}(?:[-–—―]{1,3}|:)(?:\s|$)")
_FRONT = 240
_FILES = re.compile(
    r"(?i)^[\s—–\-*(\[]{0,6}with (?:additional )?(?:files?|reports?|reporting) (?:from|by) (?:the )?"
    r"([\w .'&-]{3,60}?)[\s.)]{0,4}$"
)
_AGENCY_WORDS = re.compile(r"\b(?:Agency|News Service|Newswire|Wire Service|Agence|Agentur|Agencia|Agenzia)\b")
_CREDIT = re.compile(
    r"(?i)^[\s—–\-*(\[]{0,6}(?:"
    r"with (?:additional |extra )?(?:files?|reports?|reporting|information|input|inputs|contributions?)(?: from| by)?\b"
    r"|(?:additional |extra |original )?(?:reporting|writing|editing) by\b|files from\b|report(?:ing)? from\b"
    r"|from (?:the )?(?:wires?|news services)\b|(?:the )?[\w .'-]{2,40} contributed to this (?:report|story|article)\b"
    r"|compiled by\b|written by\b|edited by\b|sources?\s?:|©|copyright\b|\(?c\) ?(?:19|20)\d\d"
    r"|mit (?:material|informationen|agenturmaterial|dpa|afp|reuters|ap|sid)\b|redaktion:|quellen?:"
    r"|avec (?:l'|les )?(?:afp|agence|reuters)\b|con información de\b|fonte:)(.{0,300})"
)
_END_SIGN = re.compile(r"^[\s—–\-(\[/]{0,6}([A-Z][\w./&, -]{1,60}?)[\s)\]/]{0,3}$")
_BYLINE = re.compile(r"^\s{0,4}(?:By|BY|by|Von|Par|Por|Di|Door|Av)\s{1,3}(?:[Tt]he\s)?(?=[A-Z])(.{2,120}?)\s{0,4}$")
# A byline that a scraper ran onto the first sentence: "By the Gazette Staff A crane fell …".
_NAME = r"[A-Z][\w.'’-]{0,30}(?:\s(?:de|van|von|al|el|bin|der|la|[A-Z][\w.'’-]{0,30})){1,3}"
_OUTLET = r"(?:CNN|BBC\sNews|AFP|AP|NPR|CBC(?:\sNews|(?!\sNews))|(?:ABC|NBC|CBS|Sky|Fox)\sNews|Reuters|UPI|dpa)"
_ROLE = r"(?:\s[A-Z][a-z]{2,15}){0,4}\s(?:Analyst|[Cc]orrespondent|Editor|Producer|Writer|Reporter|Contributor)"
# Who of a staff, and a role behind an outlet, are taken whole or not at all. Python before 3.11.5 loses its place in a
# possessive group whose content may be tried again.
_STAFF = r"(?:\s(?:Writer|Reporter|Correspondent)s?+|(?!\s(?:Writer|Reporter|Correspondent)))"
_RUN_ON = re.compile(
    rf"By\s(?:(?:[Tt]he\s)?(?:[A-Z][\w.&'’-]{{0,30}}\s){{1,4}}?"
    rf"(?:Wires?\sStaff|Staff{_STAFF}|Newsroom|News\sService)"
    r"|The\sAssociated\sPress|The\sCanadian\sPress"
    rf"|{_NAME}(?:(?:\s?,|\sand)\s{_NAME}){{0,3}}(?:\s[A-Za-z]{{3,20}}\s(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter))?"
    rf"(?:\s?,?\s(?:Special\sto\s|[Ff]or\s)?{_OUTLET}(?:(?=(?P<role>{_ROLE}))(?P=role)|(?!{_ROLE}))|\s?,?\sBBC{_ROLE})"
    r")(?=\s{1,3}[A-Z\"“`'(-]|\s{0,9}$)"
)
_AUTHOR_SPLIT = re.compile(r"\s*(?:,|;|\||/| and | und | et | y | e | & )\s*")
# "Jane Doe in Port Clare", "Jane Doe For Mailonline": where somebody wrote from, and for whom.
_PLACED = re.compile(r"^((?:\S{1,30}\s){1,4}\S{1,30})\s(?:in|à|a|en|[Ff]or)\s[A-Z].{1,40}$")
# One word after a comma, where the names before have several, is where they write from ("By Jane Doe, Cairo").
_PLACE_END = re.compile(r",\s{0,3}[A-Z][\w’'-]{1,30}\s{0,3}$")
_MAIL = re.compile(r"(?i)(?:mailto:)?[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}")
_PHOTO_CREDIT = re.compile(
    r"^(?:photo(?:graph)?|image|picture|illustration|graphic|credit|foto|bild|(?:photo|image) credit|image source)s?"
    r"\s?(?:by\b|:|courtesy\b|credit\b|source\b)|^(?:file\s?[-–—:]|\(?file (?:photo|image|picture|video)|pictured\b"
    r"|in this (?:file )?(?:photo|image|picture|handout|still)|an? (?:file|handout) (?:photo|image|picture))"
)
_PHOTO_END = re.compile(
    r"(?:\((?:[^()]{0,60}(?:photo|image|picture|video|reuters/|getty|afp|/ap\b)[^()]{0,80})\)"
    r"|\b(?:getty images|epa-efe|ap photo|shutterstock|istock|picture alliance|via reuters|via ap|via getty)[^.]{0,40}"
    r"|(?:photo(?:graph)?|image|picture|credit|foto|bild)\s?: [^.:?]{2,60}"
    r"|[a-z]/(?:afp|ap|reuters|epa|getty|pool)\b[^.]{0,20})\s{0,3}$"
)
_PHOTO_WORDS = (
    "photo",
    "image",
    "picture",
    "getty",
    "file",
    "reuters",
    "/ap",
    "afp",
    "foto",
    "bild",
    "credit",
    "epa",
    "illustration",
    "graphic",
    "shutterstock",
    "istock",
    "via ap",
    "handout",
)


def is_credit(line: str) -> bool:
    """Whether a line only says whose work the article is ("— With files from …", "By Jane Doe")."""
    if len(line) > LONGEST_CREDIT:
        return False
    found = _CREDIT.match(line)
    if found:
        return _names_only(found.group(1))
    if len(line) > 140:
        return False
    whole = _RUN_ON.match(line)
    return (whole is not None and not line[whole.end() :].strip()) or (len(line) <= 90 and byline_of(line) != ())


def is_photo_credit(folded: str) -> bool:
    """Whether a line (case folded) describes a picture or says who took it."""
    if len(folded) > 600:
        return False
    # A loop, for every line of every article comes here and a generator takes twice as long.
    for word in _PHOTO_WORDS:
        if word in folded:
            break
    else:
        return False
    if _PHOTO_CREDIT.match(folded):
        # A credit, but no paragraph of the article that a scraper ran onto it.
        return (
            len(folded) <= 100
            or not folded.endswith(".")
            or folded.startswith(("in this", "file", "(file", "pictured"))
        )
    return _PHOTO_END.search(folded, max(0, len(folded) - 160)) is not None


def signed_by(line: str) -> str | None:
    """The agency, where a line is nothing but an agency's signature ("Reuters", "(AP)", "AP/dpa")."""
    found = _END_SIGN.match(line) if len(line) <= 60 else None
    if not found:
        return None
    name = agencies().named(found.group(1))
    words = re.findall(r"\w+", found.group(1))
    return name if name and len(words) <= 6 and (len(words) <= 2 or name.casefold() in line.casefold()) else None


def dateline_agency(text: str) -> str | None:
    """The agency in an article's dateline, looked for in the first words of its text."""
    found = _DATELINE.search(text[:_FRONT])
    return _agency(found.group(1)) if found else None


def wire_of(first: str, credits: Sequence[str], byline: Sequence[str]) -> str | None:
    """The agency an article credits: its dateline, else its byline, else its credit lines.

    One that is not among the known agencies counts where its name says that it is one ("… Press Agency").
    """
    agency = dateline_agency(first)
    if agency:
        return agency
    for name in byline:
        agency = _agency(name)
        if agency:
            return agency
    for line in credits:
        files = _FILES.match(line)
        agency = _agency(files.group(1)) if files else agencies().named(line)
        if agency:
            return agency
    return None


def _agency(name: str) -> str | None:
    known = agencies().named(name)
    if known:
        return known
    name = name.strip(" .,;:()—–-")
    return name if _AGENCY_WORDS.search(name) and len(name) <= 60 and len(name.split()) >= 2 else None


def byline_of(line: str) -> tuple[str, ...]:
    """The authors that a "By …" line names; empty where it is no byline."""
    found = _BYLINE.match(line)
    if not found:
        return ()
    names = tuple(name for name in people(found.group(1)) if not name.startswith("@"))
    if len(names) > 1 and _PLACE_END.search(found.group(1)) and " " in names[-2] and not agencies().named(names[-1]):
        names = names[:-1]
    return names if names and all(_name_like(n) for n in names) else ()


def run_on_byline(line: str) -> int | None:
    """Where a byline ends that stands before an article's first words on the same line; None where none does."""
    found = _RUN_ON.match(line)
    return found.end() if found and line[found.end() :].strip() else None


def people(names: str) -> tuple[str, ...]:
    """Names out of one string that lists them."""
    parts = (named(part.strip(" \t.,;:-–—|")) for part in _AUTHOR_SPLIT.split(names))
    return tuple(dict.fromkeys(part for part in parts if part))


def named(author: str) -> str:
    """An author's name without the mail address beside it ("jane@gazette.example (Jane Doe)"); empty where there is
    nothing else."""
    author = author.strip()
    if "@" not in author:
        return author
    return _MAIL.sub(" ", author).strip(" \t()<>[]\"'.,;:-–—|")


def without_roles(names: Sequence[str]) -> tuple[str, ...]:
    """Authors without what they are and where they wrote ("Jane Doe in Cairo", "Jane Doe Political editor", "Staff
    Reporter"); as they are where nobody would be left."""
    kept = [bare for name in names if (bare := _untitled(_PLACED.sub(r"\1", name))) and not is_role(bare)]
    return tuple(dict.fromkeys(kept)) or tuple(names)


def is_role(name: str) -> bool:
    """Whether what stands among authors is what one of them is ("Labour Correspondent", "Special to The Gazette")."""
    words = name.casefold().split()
    return bool(words) and (words[-1] in _roles() or " ".join(words[:2]) == "special to")


def _untitled(name: str) -> str:
    """A name without the office behind it, which these outlets write small ("Jane Doe Deputy political editor")."""
    words = name.split()
    if len(words) < 3 or words[-1] not in _roles():
        return name
    while words and words[-1].islower():
        words.pop()
    return " ".join(words[:-1] if len(words) > 2 else words)


def without_last_role(line: str) -> str:
    """A byline without a last author who is no person ("Jane Doe and staff")."""
    words = line.split()
    if len(words) > 3 and words[-1] in _roles() and words[-2] in ("and", "und", "et", "y", "e", "&"):
        return " ".join(words[:-2])
    return line


@cache
def _roles() -> frozenset[str]:
    return frozenset(interfaces.names("bylines", "roles"))


def _names_only(rest: str) -> bool:
    """Whether what follows a credit's words lists names and places, not a sentence ("written by a man who …")."""
    words = [w for w in rest.split() if w[:1].isalpha()]
    return len(words) <= 4 or sum(w[0].isupper() for w in words) >= 0.4 * len(words)


def _name_like(name: str) -> bool:
    words = name.split()
    return (
        1 <= len(words) <= 5
        and len(name) <= 60
        and all(w[:1].isupper() or len(w) <= 3 for w in words)
        and not re.search(r"\d", name)
    )
