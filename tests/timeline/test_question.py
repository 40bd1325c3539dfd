"""What a question may hold, and what its refusal says: of the error tree, with the reason."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import pytest
from tests.archive.test_order import every

from leadup import check_draft, lead_up, read
from leadup.errors import BadQuestion, EmptyWindow, UnknownTarget
from leadup.ingest import Archive
from leadup.model import Question
from leadup.timeline.comparison import compare_words

ASKED = "the end of the Norhaven strike"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    with Archive(folder, create=True) as archive:
        for article in every():
            archive.add(article)
    return folder


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("date", value) for value in ("2031-03-15", 5, dt.datetime(2031, 3, 15))),
        *(("as_of", value) for value in ("2031-03-15", True)),
        *(("days", value) for value in ("14", 2.5, True, None, -1)),
        *(("entries", value) for value in ("3", 0, -3)),
        *(("detail", value) for value in ("long", None)),
        *(("keywords", value) for value in ("strike", (1,), None)),
    ],
)
def test_values_of_other_kinds_are_bad_questions(kept: Path, name: str, value: object) -> None:
    with pytest.raises(BadQuestion):
        lead_up(ASKED, kept, **{name: value})  # type: ignore[call-overload]


def test_a_refusal_says_that_the_as_of_day_is_why(kept: Path) -> None:
    early = dt.date(2031, 3, 1)
    with pytest.raises(UnknownTarget, match=r"only what was published by 2031-03-01 was asked \(\d+ of the archive's"):
        lead_up(ASKED, kept, as_of=early)
    with pytest.raises(EmptyWindow, match="leave out the as-of day"):
        lead_up(ASKED, kept, date=dt.date(2031, 3, 15), as_of=early)
    with pytest.raises(UnknownTarget) as refused:
        lead_up("the collapse of the Quillhaven pier", kept)
    assert "published by" not in str(refused.value)


def test_reading_several_articles_says_which_is_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"A ferry ran aground off Quillhaven on March 3, 2031. It is the {name}-line."
        )
    with caplog.at_level(logging.WARNING, "leadup"):
        read(tmp_path / "a.txt")
        assert not caplog.records
        read(tmp_path)
    assert "more than one article" in caplog.text and "a.txt" in caplog.text


@pytest.mark.parametrize("words", ["strike " * 43, "x" * 301, "é" * 301])
@pytest.mark.parametrize("dated", [True, False])
def test_a_text_is_no_question(kept: Path, words: str, dated: bool) -> None:
    date = dt.date(2031, 3, 15) if dated else None
    with pytest.raises(BadQuestion, match=r"too long: 301 .*at most 300 characters"):
        lead_up(words, kept, date=date)
    with pytest.raises(BadQuestion, match="too long"):
        lead_up(ASKED, kept, date=date, keywords=tuple(words[i : i + 10] for i in range(0, len(words), 10)))
    with Archive(kept) as archive, pytest.raises(BadQuestion, match="too long"):
        compare_words(archive, Question(words, date))
    with pytest.raises(BadQuestion, match="too long"):
        check_draft("The strike ended on March 15, 2031.", kept, about=words)


def test_a_question_as_long_as_may_be_is_looked_for(kept: Path) -> None:
    with pytest.raises(UnknownTarget):
        lead_up(("the collapse of the Quillhaven pier " * 9)[:300], kept)
    # The title of an article or a draft may be longer.
    assert Question("x" * 301).target
    title = "# " + "The ferry and the strike " * 20
    assert check_draft(f"{title}\n\nThe strike ended on March 15, 2031.", kept).findings


def test_what_is_no_text_is_no_question(kept: Path) -> None:
    with pytest.raises(BadQuestion, match=r"the question 'the .* strike' holds bytes that are no UTF-8. Write"):
        lead_up("the \udcff\udcfe strike", kept)
    with pytest.raises(BadQuestion, match="keywords"):
        lead_up(ASKED, kept, keywords=("\udcff",))
    with pytest.raises(BadQuestion, match=r"the question"):
        check_draft("The strike ended on March 15, 2031.", kept, about="\udcff")
    with Archive(kept) as archive, pytest.raises(BadQuestion, match="search"):
        archive.passages("strike \udcff")
    # Any other sign is text, those beyond the first plane, too.
    assert Question("l'été à Łódź 🔥").target
