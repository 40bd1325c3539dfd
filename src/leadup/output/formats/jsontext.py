"""JSON as interchange formats want it: UTF-8, two spaces, keys in the order given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from leadup.output.visible import visible

_IN_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_text(value: Any) -> str:
    """``value`` as indented JSON; strings keep every character but lone surrogates, which no UTF-8 holds."""
    return json.dumps(_sound(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_in_html(value: Any) -> str:
    """:func:`json_text` that may stand in a page's script element as it is: no sign of it could end that or begin
    another (HTML, 4.12.1.3)."""
    return json_text(value).translate(_IN_HTML)


def json_lines(values: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(_sound(value), ensure_ascii=False, allow_nan=False) + "\n" for value in values)


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {key: _sound(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(item) for item in value]
    return value


def label(text: str) -> str:
    """A short text for a label: control characters made visible."""
    return visible(text)
