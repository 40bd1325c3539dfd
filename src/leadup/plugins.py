"""Doors for others: the hooks that a plug-in may answer, and the plug-ins that are installed.

A plug-in is a package with an entry point in the group ``leadup`` that names a module (or an object) whose functions
are marked with :data:`hookimpl` and named as in :class:`Hooks`. ``docs/hooks.md`` has a page on each hook,
``examples/plugin`` a whole plug-in. What a plug-in says is looked at when it is first asked for and kept for the
process. ``LEADUP_PLUGINS=off`` in the environment leaves all of them out.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from leadup.errors import BrokenPlugin

if TYPE_CHECKING:
    from leadup.intake.format import Container, Format
    from leadup.model import Article, DeepReading, Reading, Timex
    from leadup.output.writer import Writer

GROUP = "leadup"
"""The entry-point group, and the project's name for pluggy."""
OFF = "LEADUP_PLUGINS"

hookimpl = pluggy.HookimplMarker(GROUP)
"""Marks a plug-in's function as the answer to the hook of its name."""
_hookspec = pluggy.HookspecMarker(GROUP)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DateTagger:
    """Time expressions that leadup does not know. ``version`` changes when the same text may get others.

    ``tag`` takes a text and the day it was written (None: unknown) and gives expressions in order. ``language`` is
    the ISO 639-1 code of the texts it is for.
    """

    name: str
    version: str
    language: str
    tag: Callable[[str, dt.date | None], Sequence[Timex]]


@dataclass(frozen=True, slots=True)
class DeepReader:
    """Another way to read who speaks and who did what: asked for by ``name`` (``leadup to --pipeline NAME``).

    ``read`` takes an article, its light reading and indexes of that reading's sentences, and gives one reading for
    each, in any order. ``version`` changes when the same sentence may be read otherwise.
    """

    name: str
    version: str
    read: Callable[[Article, Reading, Sequence[int]], Sequence[DeepReading]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the command line: its name, what it does in a line, and ``"package.module:function"``.

    The function's typed parameters become arguments and options, as Typer has them; its module is imported when the
    command is run.
    """

    name: str
    line: str
    function: str


class Hooks:
    """The hooks. Each is asked once, without arguments, of every plug-in, and answered with any number of things."""

    @_hookspec
    def leadup_formats(self) -> Iterable[Format | Container]:  # type: ignore[empty-body]
        """Formats that articles are read from, asked before leadup's own of what a file is."""

    @_hookspec
    def leadup_writers(self) -> Iterable[Writer]:  # type: ignore[empty-body]
        """Formats that a timeline can be written in."""

    @_hookspec
    def leadup_date_taggers(self) -> Iterable[DateTagger]:  # type: ignore[empty-body]
        """Time expressions beyond leadup's own, which win where two overlap."""

    @_hookspec
    def leadup_deep_readers(self) -> Iterable[DeepReader]:  # type: ignore[empty-body]
        """Other readers of speakers and actions."""

    @_hookspec
    def leadup_commands(self) -> Iterable[Command]:  # type: ignore[empty-body]
        """Further commands."""


def formats() -> tuple[Format | Container, ...]:
    """What plug-ins read. Raises BrokenPlugin where one cannot be used."""
    return _answers("leadup_formats")


def writers() -> tuple[Writer, ...]:
    """What plug-ins write. Raises BrokenPlugin where one cannot be used."""
    return _answers("leadup_writers")


def date_taggers(language: str) -> tuple[DateTagger, ...]:
    """The date taggers of plug-ins for texts in a language. Raises BrokenPlugin where one cannot be used."""
    given: tuple[DateTagger, ...] = _answers("leadup_date_taggers")
    return tuple(tagger for tagger in with_own((), given, "date tagger").values() if tagger.language == language)


def deep_readers() -> dict[str, DeepReader]:
    """The deep readers of plug-ins by name. Raises BrokenPlugin where one cannot be used."""
    given: tuple[DeepReader, ...] = _answers("leadup_deep_readers")
    return with_own((), given, "deep reader")


def commands() -> dict[str, Command]:
    """The commands of plug-ins by name. Raises BrokenPlugin where one cannot be used."""
    given: tuple[Command, ...] = _answers("leadup_commands")
    return with_own((), given, "command")


Named = TypeVar("Named")


def with_own(own: Iterable[Named], others: Iterable[Named], what: str) -> dict[str, Named]:
    """leadup's own things and those of plug-ins, by name; raises BrokenPlugin where two have one name."""
    by_name: dict[str, Named] = {}
    for each in (*own, *others):
        name: str = each.name  # type: ignore[attr-defined]
        if name in by_name:
            raise BrokenPlugin(f"a plug-in's {what} is called {name!r}, as another one is")
        by_name[name] = each
    return by_name


@cache
def _manager() -> pluggy.PluginManager:
    """The installed plug-ins, loaded in order of name."""
    from importlib.metadata import entry_points

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    if os.environ.get(OFF, "").casefold() in ("off", "0", "no"):
        return manager
    # pluggy calls the latest first: registered backwards, so that answers come in order of name.
    for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name, reverse=True):
        try:
            plugin = entry.load()
            manager.register(plugin, name=entry.name)
            manager.check_pending()
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise BrokenPlugin(f"the plug-in {entry.name} cannot be loaded ({why})") from error
        _log.info("plug-in %s from %s", entry.name, entry.value)
    return manager


@cache
def _answers(hook: str) -> tuple[Any, ...]:
    answers: list[Any] = []
    for implementation in reversed(getattr(_manager().hook, hook).get_hookimpls()):
        try:
            answers += implementation.function()
        except Exception as error:
            name = implementation.plugin_name
            raise BrokenPlugin(f"the plug-in {name} fails at {hook} ({type(error).__name__}: {error})") from error
    return tuple(answers)
