"""Why a date is the day it is: the rule, what it was counted from, and the few values that the rule turned on.

A reason is data, so that it can be compared, stored and put into any language; its English stands in
``lang/en/reasons.toml`` alone, and :meth:`DateReason.__str__` is the one place that makes the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from leadup.lang import table

OWN: Final = "own"
"""The article's date."""
INFERRED: Final = "inferred"
"""The article's date, itself worked out from the text."""
SECTION: Final = "section"
"""The day of the date heading above."""
LAST: Final = "last"
"""The date mentioned last."""
MENTIONED: Final = "mentioned"
"""A day mentioned before."""
EVENT: Final = "event"
"""The day of the event that is counted from."""
LISTED: Final = "list"
"""A date whose year stands at the end of its list."""


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """What a date was counted from: a TIMEX3 value ("2020-01-05", "2019-Q3"), and what that is in the text.

    ``name`` is one of the names above, or empty where the value says all. ``str()`` gives the words ("2020-01-05, the
    article's date").
    """

    value: str
    name: str = ""

    def __str__(self) -> str:
        name = _name(self)
        return f"{self.value}, {name}" if name else self.value


@dataclass(frozen=True, slots=True)
class DateReason:
    """Why a date is the day it is. ``rule`` names a template of ``lang/en/reasons.toml``.

    ``anchor`` is what the date was counted from, ``of`` the reason that this one rests on ("up to …"), ``values`` the
    rest that the rule turned on: numbers as such (weekdays from Monday, 1, to 7; ``side`` -1 before, 1 after), and
    words as the text has them. Equal reasons are those that are equal in all of this, whatever the words. ``str()``
    gives the words ("Friday before 2020-01-05, the article's date").
    """

    rule: str
    anchor: DateAnchor | None = None
    of: DateReason | str | None = None
    values: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        forms = table("reasons")
        template = forms["rules"].get(self.rule)
        if template is None:  # of a later leadup, or a plug-in's own
            return ", ".join((self.rule, *([str(self.anchor)] if self.anchor else [])))
        said = {k: forms["values"].get(k, {}).get(str(v), v) for k, v in self.values.items()}
        if self.anchor is not None:
            said |= {"anchor": str(self.anchor), "value": self.anchor.value, "name": _name(self.anchor)}
        if self.of is not None:
            said["of"] = str(self.of)
        return " ".join(template.format_map(_Said(said)).split())


Reason = DateReason | str
"""A reason, or its words alone: from an archive or timeline made before reasons were data, or from a plug-in."""


def same_reason(one: Reason, other: Reason) -> bool:
    """Whether two reasons are the same: as data where both are, else by their words."""
    if isinstance(one, DateReason) and isinstance(other, DateReason):
        return one == other
    return str(one) == str(other)


def as_inferred(reason: Reason) -> Reason:
    """The reason, where it counts from the article's date, saying that this date was itself worked out."""
    if isinstance(reason, str):
        return reason
    anchor = reason.anchor
    if anchor is not None and anchor.name == OWN:
        anchor = DateAnchor(anchor.value, INFERRED)
    return replace(reason, anchor=anchor, of=None if reason.of is None else as_inferred(reason.of))


def _name(anchor: DateAnchor) -> str:
    words: str = table("reasons")["anchors"].get(anchor.name, anchor.name)
    return words


class _Said(dict[str, Any]):
    """Values for a template; what a reason lacks, as one from elsewhere may, is left out."""

    def __missing__(self, _key: str) -> str:
        return ""
