"""One article of a press database's export, and the checks that all of them share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

from leadup.errors import EmptyArticle, UnreadableInput
from leadup.intake import interfaces
from leadup.intake.blocks import kinds_of
from leadup.intake.boundary import Found, attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import byline_of, people, without_roles
from leadup.intake.options import Options
from leadup.intake.published import EARLIEST, LATEST, at_midnight
from leadup.intake.written import parse_written
from leadup.lang.cuts import LETTERS
from leadup.model import ParagraphKind, Published

T = TypeVar("T")
_FAMILY_FIRST = re.compile(
    r"(?:(?:de|del|der|van|von|al|el|la|le|di|du|mac|st\.?) )*[\w'’.-]+, [\w'’. -]+", re.IGNORECASE
)
# A full stop at the end is none of the name's, but that of an initial is.
_STOP = re.compile(r"(?<![ .,]\w)\.+$")


@dataclass(frozen=True, slots=True)
class Story:
    """What a database says of an article. ``paragraphs`` are its text, ``notes`` (corrections) follow it unread."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published | None = None
    paragraphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


def article_of(story: Story, place: str, options: Options) -> Found:
    """The article that a story is; an error where it holds no text."""
    paragraphs = [" ".join(p.split()) for p in story.paragraphs if p.strip()]
    if not paragraphs:
        return EmptyArticle(place)
    kinds, _ = kinds_of(paragraphs, title=story.title or "")
    blocks: list[tuple[ParagraphKind, str]] = list(zip(kinds, paragraphs, strict=True))
    if not any(kind == "body" for kind in kinds):
        blocks = [("body", text) for text in paragraphs]
    title = " ".join(story.title.split()) if story.title else None
    if title:
        blocks = [("title", title), *(b for b in blocks if b[0] != "title")]
    blocks += [("noise", " ".join(n.split())) for n in story.notes if n.strip()]
    known = ArticleMetadata(
        url=story.url,
        outlet=" ".join(story.outlet.split()) if story.outlet else None,
        title=title,
        byline=names_of(story.byline),
        published=story.published,
        language=story.language,
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


def articles(
    pieces: Sequence[T], story_of: Callable[[T], Story], source: str, options: Options, kind: str
) -> Iterator[Found]:
    """The article of each piece of an export, or why it has none; numbered where there are several."""

    def one(piece: T, place: str) -> Found:
        return article_of(story_of(piece), place, options)

    for number, piece in enumerate(pieces, 1):
        place = source if len(pieces) == 1 else f"{source}#{number}"
        yield attempt(partial(one, piece, place), place, kind)


def names_of(byline: str | None) -> tuple[str, ...]:
    """The authors of a byline as databases write it: "By JANE DOE", "Doe, Jane; Roe, Richard"."""
    if not byline:
        return ()
    line = _by().sub("", _STOP.sub("", " ".join(byline.split())))
    if _FAMILY_FIRST.fullmatch(line.split(";")[0].strip()) and not line.lower().startswith("by "):
        return tuple(_given_first(each) for each in line.split(";") if each.strip())
    return without_roles(
        byline_of(line if line.lower().startswith("by ") else f"By {line}") or people(re.sub(r"^[Bb][Yy] ", "", line))
    )


@cache
def _by() -> re.Pattern[str]:
    """The word for "by" before a whole name, in another language than English ("Von Jane Doe")."""
    words = "|".join(word.capitalize() for word in interfaces.names("bylines", "by"))
    return re.compile(rf"^(?:{words}) (?=[^\W\d_a-z]\S* [^\W\d_a-z])")


def _given_first(name: str) -> str:
    """A name whose family stands first ("Doe, Jane"), as it is said. A catalogue's capitals ("DOE, JANE") are its
    own, not the name's."""
    said = " ".join(reversed([part.strip() for part in name.split(",", 1)]))
    return LETTERS.sub(_written_small, said) if said.isupper() else said


def _written_small(found: re.Match[str]) -> str:
    word = found.group()
    if len(word) == 1 or found.string[found.end() : found.end() + 1] == ".":
        return word
    return f"Mc{word[2:].capitalize()}" if word.startswith("MC") and len(word) > 4 else word.capitalize()


def day_of(line: str, how: str) -> Published | None:
    """The publication day that a line gives ("January 3, 2020 Friday, Late Edition")."""
    day = parse_written(line)
    return published_on(day, how)


def published_on(day: dt.date | None, how: str) -> Published | None:
    """A day that a database gives as the article's own."""
    return Published(at_midnight(day), "day", "sure", how) if day and EARLIEST <= day < LATEST else None


def miscounted(source: str, said: int | None, read: int) -> Iterator[UnreadableInput]:
    """An error where an export says that it holds more articles than were read."""
    if said is not None and said > read:
        yield UnreadableInput(source, f"says that it holds {said} articles, {read} were found", "Export it again")


def paragraphs_of(text: str, *, wrapped: bool) -> tuple[str, ...]:
    """The paragraphs of a text; where lines are ``wrapped`` they end at blank lines, else each line is one."""
    if wrapped and "\n\n" in text:
        return tuple(" ".join(p.split()) for p in re.split(r"\n[ \t]*\n", text) if p.strip())
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def one_of(fields: dict[str, str], names: Sequence[str]) -> str | None:
    """The first of these fields that says something."""
    return next((value for name in names if (value := fields.get(name, "").strip())), None)
