"""Names in a text, and the actors they and other noun phrases stand for."""

from leadup.reading.names.cast import Cast, resolve_actor
from leadup.reading.names.finder import find_names
from leadup.reading.names.keys import name_key

__all__ = ["Cast", "find_names", "name_key", "resolve_actor"]
