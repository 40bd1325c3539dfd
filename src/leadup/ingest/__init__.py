"""Articles on their way into an archive, read lightly once: in one process, in several, or on a cluster."""

from leadup.ingest.archive import Archive
from leadup.ingest.preparing import prepare

__all__ = ["Archive", "prepare"]
