"""Dates in another language than English: a pack of data, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from typer.testing import CliRunner

from leadup.cli import app
from leadup.lang import DEFAULT, kept_table, languages_with
from leadup.times import LANGUAGES, tag
from leadup.times import context as times_context
from leadup.times.context import context
from leadup.times.grammar import Example, examples, grammar, written

OTHERS = [language for language in LANGUAGES if language != DEFAULT]
EXAMPLES = [(language, example) for language in OTHERS for example in examples(language)]
WRITTEN_ON = dt.date(2024, 3, 13)


def test_there_is_a_pack_beside_the_english() -> None:
    assert {"en", "fr"} <= set(LANGUAGES) == set(languages_with("dates_words.toml"))
    assert kept_table("dates_holidays", "xx") == {} != kept_table("dates_holidays", DEFAULT)


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_has_an_example(language: str) -> None:
    assert {name for name, _ in written(language)[1]} == {example.rule for example in examples(language)}
    grammar(language)


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=lambda x: getattr(x, "text", x))
def test_the_examples_of_the_grammar(language: str, example: Example) -> None:
    found = tag(example.text, example.day, language=language)
    assert (example.exact, example.value, example.rule.replace("_", " ")) in [(t.exact, t.value, t.rule) for t in found]
    assert all(t.exact == example.text[t.start : t.end] and str(t.reason) for t in found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("La tempête a frappé hier.", "the day before 2024-03-13, the article's date"),
        ("La digue a cédé il y a deux jours.", "2 days before 2024-03-13, the article's date"),
        ("Les pêcheurs sont rentrés vendredi dernier.", "the last Friday before 2024-03-13, the article's date"),
        ("Ils ont signé le 03/04/2020.", "read as day/month/year"),
    ],
)
def test_the_reason_is_told_in_english(text: str, reason: str) -> None:
    assert [str(t.reason) for t in tag(text, WRITTEN_ON, language="fr")] == [reason]


def test_what_is_no_date_in_french_is_none() -> None:
    for text in (
        "Il a vendu 2019 habitants de cire.",
        "Elle a lu la page 1984.",
        "Une sonde vers Mars.",
        "They met on Friday and in June.",
    ):
        assert tag(text, WRITTEN_ON, language="fr") == ()


def test_without_a_day_of_writing_what_is_relative_stays_open() -> None:
    found = tag("Hier, il y a deux jours, vendredi dernier, le 3 janvier.", None, language="fr")
    assert [t.span for t in found] == [None] * 4


def test_a_list_that_a_small_pack_lacks_is_empty() -> None:
    assert context("fr").papers == frozenset() != context(DEFAULT).papers
    assert context("fr").ages == ()


def test_a_misspelt_list_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times_context, "kept_table", lambda *_: {"no such list": []})
    with pytest.raises(KeyError, match="no such list"):
        context.__wrapped__("fr")


def test_the_command_takes_the_language() -> None:
    run = CliRunner()
    asked = ["dates", "-", "--dct", "2024-03-13", "--language", "fr"]
    shown = run.invoke(app, asked, input="Le pont a fermé hier.")
    assert "2024-03-12" in shown.stdout
    assert "2024-03-12" not in run.invoke(app, asked[:-2], input="Le pont a fermé hier.").stdout
    refused = run.invoke(app, [*asked[:-1], "xx"], input="Le pont a fermé hier.")
    assert refused.exit_code != 0
