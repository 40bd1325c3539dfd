"""Which outlet a name or an address is: one outlet under several names, or behind an aggregator or a web archive.

The table is ``outlets.toml``. A person adds outlets and names of their own with a file of the same form beside the
archive (``[outlets]`` alone is read of it).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from leadup.address import split_address
from leadup.lang import table

OWN_TABLE = "outlets.toml"
"""The file in an archive's folder whose rows are added to the table shipped."""

_INNER = re.compile(r"https?:/{1,2}[^\s]+", re.IGNORECASE)
_HOST_NAME = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[-–—|]\s+([^-–—|]{2,60})$")
_DEEPEST = 4
"""Addresses within addresses are followed so far."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """A table of outlets: name by host, and by other names in lower case."""

    by_host: Mapping[str, str]
    by_name: Mapping[str, str]

    def name(self, name: str | None, url: str | None = None, title: str | None = None) -> str | None:
        """The one name of the outlet that calls itself ``name`` and serves ``url``; None where neither tells.

        An address of the outlet's own goes before what a record calls it, since that is often a section or a writer.
        ``title`` is asked where an aggregator hides the outlet ("Bridge shut - The Example").
        """
        said = (name or "").strip()
        if said and _HOST_NAME.fullmatch(said) and said.lower() not in self.by_name:
            url, said = (url if url and _passes_on(said) else said), ""
        host = host_behind(url)
        if host is not None and (outlet := self.of_host(host)) is not None:
            return outlet
        relayed = _starts_with_any(said, _list("addresses", "relays"))
        if relayed and (behind := _TITLE_END.search(title or "")) is not None:
            return self.of_name(behind.group(1).strip()) or behind.group(1).strip()
        if said and said.lower() not in {n.lower() for n in _list("names", "nobody")}:
            return self.of_name(said) or _less_service(said)
        return host or said or None

    def of_host(self, host: str) -> str | None:
        """The outlet that a host serves, by the longest part of it that the table holds."""
        labels = host.split(".")
        for k in range(len(labels) - 1):
            outlet = self.by_host.get(".".join(labels[k:]))
            if outlet is not None:
                return outlet
        return None

    def of_name(self, name: str) -> str | None:
        """The outlet of this name, less what tells its services apart ("CNN (Web News)"); None where unknown."""
        bare = " ".join(name.split())
        while True:
            outlet = self.by_name.get(bare.lower())
            if outlet is not None:
                return outlet
            shorter = _less_suffix(bare)
            if shorter == bare:
                return None
            bare = shorter


@cache
def outlets() -> Outlets:
    """The table that ships along."""
    return _table(table("outlets"))


def own_outlets(folder: Path) -> Outlets | None:
    """A person's own table in an archive's folder, None where there is none. Raises ValueError where it is no TOML."""
    file = folder / OWN_TABLE
    return _table(tomllib.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None


def host_behind(url: str | None) -> str | None:
    """The host of the page itself: of the address within an archive's or an aggregator's, no "www." before it.

    None where there is no address, or only an aggregator's.
    """
    for _ in range(_DEEPEST):
        host = _host(url)
        if host is None or url is None:
            return None
        if not _passes_on(host):
            return host
        url = _within(url, host)
    return None


def is_opinion(name: str | None, url: str | None, title: str | None) -> bool:
    """Whether an article says of itself that it is an opinion: in its address, its title's first word or its label."""
    told = table("outlets")["opinion"]
    path = split_address(url).path.lower().split("/")
    if set(path[:-1]) & set(told["paths"].split()):
        return True
    head = re.split(r"[:|]", (title or "").strip().lower(), maxsplit=1)
    if len(head) > 1 and head[0].strip() in told["titles"].split("|"):
        return True
    return (name or "").strip().lower().startswith(tuple(told["labels"].split("|")))


def _table(rows: Mapping[str, Any]) -> Outlets:
    by_host: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for shown, row in rows.get("outlets", {}).items():
        by_host.update(dict.fromkeys(row.get("hosts", "").lower().split(), shown))
        names = [shown, *row.get("names", "").split("|")]
        by_name.update({n.strip().lower(): shown for n in names if n.strip()})
    return Outlets(by_host, by_name)


@cache
def _list(section: str, key: str) -> tuple[str, ...]:
    """The members of a list of the table whose members hold spaces."""
    return tuple(table("outlets")[section][key].split("|"))


def _starts_with_any(said: str, names: tuple[str, ...]) -> bool:
    return any(said.lower().startswith(n.lower()) for n in names)


@cache
def _words_of(key: str) -> frozenset[str]:
    return frozenset(table("outlets")["addresses"][key].split())


def _passes_on(host: str) -> bool:
    """Whether a host shows the pages of others."""
    host = host.lower()
    return any(host == h or host.endswith(f".{h}") for h in _words_of("archives") | _words_of("aggregators"))


def _host(url: str | None) -> str | None:
    if not url:
        return None
    host = split_address(url if "//" in url else f"//{url}").hostname
    labels = (host or "").lower().split(".")
    while len(labels) > 2 and labels[0] in _words_of("before"):
        labels.pop(0)
    return ".".join(labels) if len(labels) > 1 else None


def _within(url: str, host: str) -> str | None:
    """The address that stands within an archive's or an aggregator's, None where it holds none."""
    parts = split_address(url if "//" in url else f"//{url}")
    asked = parse_qs(parts.query)
    for key in table("outlets")["addresses"]["parameters"].split():
        if _INNER.match(asked.get(key, [""])[0]):
            return asked[key][0]
    inner = _INNER.search(unquote(parts.path))
    if inner is not None:
        return re.sub(r"^(https?:)/(?!/)", r"\1//", inner.group())
    amp = re.match(r"(.+)\.cdn\.ampproject\.org$", host)
    if amp is not None:
        return "https://" + amp.group(1).replace("--", "\0").replace("-", ".").replace("\0", "-")
    return None


def _less_service(name: str) -> str:
    """A name that the table lacks, less a service in brackets or behind a dash."""
    shorter = _less_suffix(name)
    return shorter if name[len(shorter) :].lstrip()[:1] in {"(", "-"} else name


def _less_suffix(name: str) -> str:
    for suffix in sorted(_list("names", "suffixes"), key=len, reverse=True):
        if suffix.strip() and name.lower().endswith(suffix.lower()) and len(name) > len(suffix):
            return name[: -len(suffix)].rstrip(" -–|")
    return name
