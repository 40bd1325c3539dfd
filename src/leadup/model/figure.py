"""Numbers that count something, with bounds."""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "person"
"""The unit of figures that count people, whoever they are."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts: ``text[start:end] == exact`` ("as many as 30 rockets").

    ``[low, high]`` is what the words allow (``high`` None: "at least 24"; "dozens" is 24 or more). ``unit`` is the
    counted noun in the singular ("fighter", "rocket", "USD", "percent", "km"). ``role`` is what befell or concerns
    it: "killed", "wounded", "missing", "arrested", "displaced", "fired", "deployed", "amount", … or "counted".
    """

    start: int
    end: int
    exact: str
    low: float
    high: float | None
    unit: str
    role: str
