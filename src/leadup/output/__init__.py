"""A timeline as a terminal, a page or a file shows it: one writer per format, one registry."""

from leadup.output.jsonform import from_json, to_json
from leadup.output.writer import WRITERS, Writer, write, writer_for, writer_named

__all__ = ["WRITERS", "Writer", "from_json", "to_json", "write", "writer_for", "writer_named"]
