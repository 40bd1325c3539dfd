"""Every error that leadup raises on purpose.

LeadupError                  what happened, and what to do about it; the command line prints it and exits
├── IntakeError              an input could not be read; the rest of the batch goes on
│   ├── MissingInput         no such file or folder
│   ├── UnreadableInput      the bytes are not what the format says
│   │   ├── ReaderFault      the reader itself failed on it
│   │   └── ServerRefused    a server answered that it does not give it
│   ├── UnknownFormat        no reader takes this file
│   ├── EmptyArticle         nothing is left once the page furniture is gone
│   └── EmptyDraft           a draft holds no statement
├── ArchiveError             the archive on disk
│   ├── MissingArchive       there is none at this place
│   ├── NewerArchive         it was written by a later leadup
│   ├── LockedArchive        another process is writing it
│   ├── BrokenArchive        the file is damaged, or is not an archive
│   │   └── DamagedArticle   an article's bytes are not those that were written
│   └── UnknownArticle       no article has this id
├── QuestionError            the question cannot be answered as it is put
│   ├── BadQuestion          the question itself does not hold together
│   │   └── BadOption        an option of the command line holds what it cannot
│   ├── UnknownTarget        nothing in the archive tells of the target, or it is of many days
│   └── EmptyWindow          nothing is reported in the days asked for
├── OutputError              the answer could not be written
│   ├── UnknownOutput        no writer has this name
│   └── UnwritableOutput     the file could not be written
├── CorrectionError          an editor's change cannot be made
│   └── BadCorrection        no source says it, or it does not hold together
├── DossierError             a dossier cannot be kept or found
├── DeskError                the desk cannot be opened
│   └── BusyDesk             more is asked of a desk than it can keep waiting
├── TellerError              the program that was to retell an answer failed
├── MissingScheduler         no dask scheduler answers
├── BrokenPlugin             an installed plug-in cannot be used
├── BadSettings              a settings file does not hold together
├── MissingExtra             an optional part of leadup is not installed
│   └── MissingWeights       the parser's weights are not installed, or are others
└── SpanMismatch             words do not stand where they are said to
"""

from __future__ import annotations

import datetime as dt
from typing import Any


class LeadupError(Exception):
    """Something a person can act on. ``exit_code`` is what the command line ends with."""

    exit_code = 1

    def __init__(self, what: str, do: str = "") -> None:
        self.what = what
        self.do = do
        super().__init__(f"{what}. {do}" if do else what)

    def __reduce__(self) -> tuple[Any, ...]:
        """An error travels between processes whole, whatever its own constructor takes."""
        return _remade, (type(self), self.args, self.__dict__)


def _remade(kind: type[LeadupError], args: tuple[Any, ...], state: dict[str, Any]) -> LeadupError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class IntakeError(LeadupError):
    """An input could not be read. ``source`` names it; ``line`` is its line where it has lines."""

    exit_code = 3

    trace: str | None = None
    """The traceback of what was raised, where something was: for ``-v``."""

    def __init__(self, source: str, what: str, do: str = "", line: int | None = None) -> None:
        # A file's name may hold bytes that are no text: they are shown as signs, so that any output can take them.
        source = source.encode("utf-8", "replace").decode("utf-8")
        what = what.encode("utf-8", "replace").decode("utf-8")
        self.source = source
        self.line = line
        place = source if line is None else f"{source}, line {line}"
        super().__init__(f"{place}: {what}", do)


class MissingInput(IntakeError):
    """There is no such file or folder."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "no such file or folder", "Check the path")


class UnreadableInput(IntakeError):
    """The bytes are not what the format says they are."""


class ReaderFault(UnreadableInput):
    """The reader of ``kind`` failed on it: the file is odd, or the reader has a fault."""

    def __init__(self, source: str, kind: str, error: Exception, line: int | None = None) -> None:
        self.kind = kind
        said = str(error).split("\n", 1)[0][:200]
        super().__init__(
            source,
            f"the reader of {kind} failed ({type(error).__name__}{': ' if said else ''}{said})",
            "The rest was read; `-v` shows where it failed",
            line,
        )


class ServerRefused(UnreadableInput):
    """A server answered with something else than the page; ``status`` is HTTP's number for it."""

    def __init__(self, url: str, status: int, reason: str) -> None:
        self.status = status
        super().__init__(url, f"the server answered {status} {reason}", "Check the address, or leave it out")


class UnknownFormat(IntakeError):
    """No reader takes this file.

    ``kind`` says what it is ("a picture"); ``passed`` marks one that nobody named: it was found in a folder or an
    archive.
    """

    kind: str = "another kind of file"
    passed: bool = False


class EmptyArticle(IntakeError):
    """Nothing is left of the article once the page furniture is gone."""

    def __init__(self, source: str, line: int | None = None) -> None:
        super().__init__(source, "no article text found", "Check that the page holds an article, not only a menu", line)


class EmptyDraft(IntakeError):
    """A draft holds no statement that could be put to the sources."""

    def __init__(self, source: str) -> None:
        what = "standard input" if source == "-" else source
        super().__init__(
            what, "there is no statement in it", "Give it sentences, bullets or rows, best with their days"
        )


class ArchiveError(LeadupError):
    """Something is wrong with the archive on disk."""

    exit_code = 4


class MissingArchive(ArchiveError):
    """There is no archive at this place."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: there is no archive here", "Make one with `leadup add PATH...`, or name another with --archive"
        )


class NewerArchive(ArchiveError):
    """The archive was written by a later version of leadup."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path}: the archive has schema {found}, this leadup reads up to {known}",
            "Upgrade leadup; the archive was not touched",
        )


class LockedArchive(ArchiveError):
    """Another process is writing the archive."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: another process is writing the archive", "Wait for it to end, then run the same command again"
        )


class BrokenArchive(ArchiveError):
    """The file is damaged, or is not an archive of leadup's."""


class DamagedArticle(BrokenArchive):
    """An article's bytes in the archive are not those that were written; ``article`` is its id or the number of its
    row."""

    def __init__(self, path: str, article: str) -> None:
        self.article = article
        super().__init__(
            f"{path}: article {article} is damaged on disk; nothing is answered from it",
            "`leadup archive check` names all that is lost, `leadup archive recover` takes the rest out",
        )


class UnknownArticle(ArchiveError):
    """No article has this id."""

    def __init__(self, id: str) -> None:
        super().__init__(
            f"no article has the id {id}", "`leadup list` shows the ids; the first few characters are enough"
        )


class QuestionError(LeadupError):
    """The question cannot be answered as it is put."""

    exit_code = 5

    def add(self, what: str, do: str) -> None:
        """Say more of why, and what else can be done about it."""
        self.what, self.do = f"{self.what}; {what}", f"{self.do}; {do}" if self.do else do
        self.args = (f"{self.what}. {self.do}",)


HOW_TO_TYPE_A_DAY = "Write it as 2020-01-03, or as Jan. 3, 2020"
"""What to do about a day that cannot be read."""


class BadQuestion(QuestionError, ValueError):
    """The question does not hold together."""


class BadOption(BadQuestion):
    """An option of the command line holds what it cannot: "--date tomorrow"."""

    exit_code = 2


class UnknownTarget(QuestionError):
    """Nothing in the archive tells of the target, it is of many days, or single articles differ on its day.

    ``nearest`` is what comes nearest, in words; ``suggestions`` are names as the archive spells them; ``days`` are, of
    an event of many days, the first, the busiest and the last, else those that the articles differ on.
    """

    def __init__(
        self,
        what: str,
        do: str = "",
        *,
        nearest: str = "",
        suggestions: tuple[str, ...] = (),
        days: tuple[dt.date, ...] = (),
    ) -> None:
        self.nearest = nearest
        self.suggestions = suggestions
        self.days = days
        super().__init__(what, do)


class EmptyWindow(QuestionError):
    """Nothing is reported in the days asked for."""


class OutputError(LeadupError):
    """The answer could not be written."""

    exit_code = 6


class UnknownOutput(OutputError):
    """No writer has this name."""


class UnwritableOutput(OutputError):
    """The file could not be written."""


class CorrectionError(LeadupError):
    """An editor's change cannot be made."""

    exit_code = 10


class BadCorrection(CorrectionError, ValueError):
    """No source says what the correction says, or it does not hold together."""


class DossierError(LeadupError):
    """A dossier cannot be kept or found."""

    exit_code = 11


class DeskError(LeadupError):
    """The desk cannot be opened."""

    exit_code = 12


class BusyDesk(DeskError):
    """More is asked of a desk than it can keep waiting."""

    def __init__(self) -> None:
        super().__init__("too many questions wait for an answer", "Ask again in a minute")


class TellerError(LeadupError):
    """The program that was to retell an answer failed, or wrote what cannot be used; the answer itself stands."""

    exit_code = 13

    def __init__(self, teller: str, what: str) -> None:
        super().__init__(f"--retell: {teller}: {what}", "The answer stands without it; try the program by itself")


class MissingScheduler(LeadupError):
    """No dask scheduler answers at the address."""

    exit_code = 9

    def __init__(self, cluster: str, why: str) -> None:
        super().__init__(
            f"no dask scheduler answers at {cluster} ({why})", "Start one with `dask scheduler`, or use local:N"
        )


class MissingExtra(LeadupError):
    """An optional part of leadup is not installed."""

    exit_code = 7

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs a part of leadup that is not installed", f"Install it with: pip install 'leadup[{extra}]'"
        )


class MissingWeights(MissingExtra):
    """The weights of the parser of English are not installed, or not those that go with this code."""

    def __init__(self, *, installed: bool) -> None:
        what = "are not those that this leadup was measured with" if installed else "are not installed"
        # pip leaves what it takes for installed as it is.
        again = "--force-reinstall " if installed else ""
        LeadupError.__init__(
            self,
            f"the parser's weights (leadup-en) {what}",
            f"Install them with: pip install {again}leadup-en"
            f" (in leadup's repository: pip install {again}packages/leadup-en)",
        )


class BrokenPlugin(LeadupError):
    """An installed plug-in cannot be used."""

    exit_code = 14

    def __init__(self, what: str) -> None:
        super().__init__(what, "Update it, uninstall it, or set LEADUP_PLUGINS=off to go on without plug-ins")


class BadSettings(LeadupError):
    """A settings file does not hold together."""

    exit_code = 2


class SpanMismatch(LeadupError):
    """Words do not stand where they are said to stand."""

    exit_code = 8

    def __init__(self, article: str, start: int, end: int, why: str) -> None:
        super().__init__(
            f"article {article}, [{start}:{end}]: {why}",
            "The archive and the span are of different texts; read the article again",
        )
