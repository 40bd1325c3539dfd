"""Words, tags and dependency trees (Universal Dependencies), read with a small trained network that ships along."""

from leadup.reading.syntax.parser import parse, parse_each, parse_words
from leadup.reading.syntax.tokens import tokenise
from leadup.reading.syntax.tree import Parse, Token

__all__ = ["Parse", "Token", "parse", "parse_each", "parse_words", "tokenise"]
