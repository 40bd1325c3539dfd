"""What programs write in the language of their reader: labels of exports, heads of forwarded mails, headers of tables.

The words stand in ``interfaces.toml``; here they are made into what the readers look for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files("leadup.intake").joinpath("interfaces.toml").read_text("utf-8"))


def names(table: str, key: str) -> tuple[str, ...]:
    """The words of one row of a table, lower case."""
    found: list[str] = _tables()[table][key]
    return tuple(found)


def one_of(table: str, *keys: str) -> str:
    """A regular expression for the words of some rows."""
    return _any(name for key in keys for name in names(table, key))


def _any(words: Iterable[str]) -> str:
    """A regular expression for these words, the longest first: one may begin as another does."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def columns() -> dict[str, tuple[str, ...]]:
    """The headers of tables by the field that they hold, beside the English ones of the readers."""
    return {name: tuple(w.replace(" ", "_") for w in words) for name, words in _tables()["columns"].items()}


@cache
def languages() -> dict[str, str]:
    """The code of each language by its names in several languages."""
    rows: dict[str, str] = _tables()["press"]["languages"]
    return {name: code for code, known in rows.items() for name in known.split()}


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], re.Pattern[str]]:
    known = {label: english for english, labels in _tables()["labels"].items() for label in labels}
    document, of, end = (one_of("press", key) for key in ("document", "of", "end"))
    return (
        re.compile(rf"(?im)^([ \t]*)({_any(known)})[ \t\xa0]?:"),
        known,
        re.compile(
            rf"(?im)^[ \t]*(?:(?:{document})[ \t]+)?(\d{{1,5}})[ \t]+(?:{of})[ \t]+(\d{{1,5}})"
            rf"(?:[ \t]+(?:{document})[a-z]{{0,2}})?[ \t]*$"
        ),
        re.compile(rf"(?im)^[ \t]*(?:{end})[ \t]*$"),
    )  # fmt: skip


def with_english_labels(text: str) -> str:
    """An export of a press database with the labels and marks of its interface's language made English.

    Its words are left as they are; a text that has none of the labels for length is given back untouched.
    """
    labels, known, bound, end = _labels()
    if not _length().search(text):
        return text

    def english(found: re.Match[str]) -> str:
        label = known[found.group(2).lower()]
        return f"{found.group(1)}{label.upper() if found.group(2).isupper() else label.capitalize()}:"

    text = labels.sub(english, text)
    text = _counted().sub(r"\1 words", text)
    text = bound.sub(r"\1 of \2 DOCUMENTS", text)
    return end.sub("End of Document", text)


def with_english_fields(text: str) -> str:
    """A ProQuest export with the fields of its interface's language named in English; another text as it is."""
    known, fields, needed = _fields()
    if not all(pattern.search(text) for pattern in needed):
        return text
    return fields.sub(lambda found: f"{known[found.group(1).lower()].capitalize()}:", text)


@cache
def _fields() -> tuple[dict[str, str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    table: dict[str, list[str]] = _tables()["proquest"]
    known = {label: english for english, labels in table.items() for label in labels}
    needed = tuple(_field(table[name]) for name in ("full text", "publication date"))
    return known, _field(known), needed


def _field(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?im)^[ \t]*({_any(names)})[ \t\xa0]?:")


@cache
def _length() -> re.Pattern[str]:
    """The line of an export's head that says how long the article is, in any of the languages but English."""
    label, counted = one_of("labels", "length"), one_of("press", "words")
    return re.compile(rf"(?im)^[ \t]*(?:{label})[ \t\xa0]?:\s{{0,4}}[\d.,]{{1,9}} (?:{counted})\b")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?im)(?<=^length: )([\d.,]{{1,9}}) (?:{one_of('press', 'words')})\b")
