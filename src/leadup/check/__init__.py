"""The room that puts a draft to the sources: statements, what bears on them, verdicts, what is missing."""

from leadup.check.checking import check_draft
from leadup.check.draft import Draft, draft_from_rows, draft_from_text, read_draft
from leadup.check.report import CONTRADICTIONS, Finding, Kind, Missing, Report, Statement, Sureness, Witness
from leadup.check.retelling import Retelling, check_retelling
from leadup.check.teller import Teller

__all__ = [
    "CONTRADICTIONS",
    "Draft",
    "Finding",
    "Kind",
    "Missing",
    "Report",
    "Retelling",
    "Statement",
    "Sureness",
    "Teller",
    "Witness",
    "check_draft",
    "check_retelling",
    "draft_from_rows",
    "draft_from_text",
    "read_draft",
]
