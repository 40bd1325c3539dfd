"""Files, folders, feeds and archives to articles. One reader per format; one bad item never stops the rest."""

from typing import TYPE_CHECKING, Any

from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.intake.format import Container, Format
from leadup.intake.inputs import InputUnit, list_inputs, read_path, read_paths, read_source, read_unit, read_unit_as
from leadup.intake.options import Limits, Options
from leadup.intake.page import article_from_html
from leadup.intake.record import article_from_record
from leadup.intake.record_shapes import FIELDS
from leadup.intake.source import Source, bytes_source, file_source

if TYPE_CHECKING:
    from leadup.intake.registry import CONTAINERS, FORMATS, detect

__all__ = [
    "CONTAINERS",
    "FIELDS",
    "FORMATS",
    "ArticleMetadata",
    "Container",
    "Format",
    "InputUnit",
    "Limits",
    "Options",
    "Source",
    "article_from_html",
    "article_from_record",
    "article_from_text",
    "bytes_source",
    "detect",
    "file_source",
    "list_inputs",
    "read_path",
    "read_paths",
    "read_source",
    "read_unit",
    "read_unit_as",
]


def __getattr__(name: str) -> Any:
    """The registry and all its readers, loaded when they are asked for."""
    if name in ("CONTAINERS", "FORMATS", "detect"):
        from leadup.intake import registry

        return getattr(registry, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
