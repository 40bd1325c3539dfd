"""leadup: what happened in the days leading up to X?

>>> from leadup import Archive, lead_up, read
"""

from leadup.answering import lead_up, read
from leadup.archive import Archive
from leadup.errors import LeadupError
from leadup.model import Article, Entry, Question, Timeline
from leadup.scale import gather

__all__ = ["Archive", "Article", "Entry", "LeadupError", "Question", "Timeline", "gather", "lead_up", "read"]
__version__ = "0.1.0"
