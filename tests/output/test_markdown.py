from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from leadup.output.markdown import escaped, to_markdown
from tests.output.stories import crisis, hostile

RENDER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def rendered(text: str) -> str:
    return str(RENDER.render(text))


def test_a_heading_a_day_and_every_wording_once() -> None:
    timeline = crisis()
    text = to_markdown(timeline)
    assert text.startswith("# What led up to the closing of the Karsa Strait\n")
    assert text.count("\n## ") == len({entry.day for entry in timeline.entries}) + 1
    for entry in timeline.entries:
        assert f" {escaped(entry.wording.exact)}\n" in text


def test_sources_are_linked_and_the_chain_is_told() -> None:
    text = to_markdown(crisis())
    assert "[Strait dispatch no. 300](<https://portherald.example/2024/05/300>)" in text
    assert "- Answers entry 18 (May 16, 2024, “Mara Tolk warned" in text
    assert "- Accounts (disputed): killed: 24" in text


@pytest.mark.parametrize(
    "words",
    [
        "<script>x</script>",
        "**bold** _it_ `code` ~~no~~",
        "[link](javascript:alert(1)) ![img](x)",
        "# heading",
        "- list",
        "12. list",
        "> quote",
        "| a | b |",
        "&lt;b&gt; &amp; &#60;",
        "<https://auto.example>",
        "a\\b",
        "=====",
        "Setext\n=====",
        "    code",
        "[^1]: note",
    ],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    html = rendered(escaped(words))
    plain = re.sub(r"</?p>\n?", "", html)
    assert "<" not in plain
    from html import unescape

    assert unescape(plain).strip() == " ".join(words.split("\n")).strip()


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")) | st.just(" "), max_size=60))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    html = rendered("x " + escaped(words))
    assert html.count("<") == html.count("<p>") + html.count("</p>") == 2


def test_hostile_words_stay_words() -> None:
    html = rendered(to_markdown(hostile()))
    assert "<script" not in html and "<img" not in html and "<svg" not in html
    assert set(re.findall(r'href="([^"]*)"', html)) == {"HTTPS://fine.example/path?q=1&amp;r=2#top"}
