"""What the page holds, without a browser; ``tests/page`` has it in one."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.model import Actor, Evidence, Question, Span, Timeline
from leadup.output.formats.annotations import to_annotations
from leadup.output.markdown import to_markdown
from leadup.output.page import LARGEST, to_page
from leadup.output.plaintext import to_plain_text
from leadup.output.visible import visible
from tests.output.stories import crisis, hostile, one, story

STORIES = {"5": story(5), "20": story(20), "60": crisis(60), "crisis": crisis(), "hostile": hostile()}


def parsed(timeline: Timeline) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(to_page(timeline))


@pytest.mark.parametrize("name", STORIES)
def test_it_stays_small_and_the_same(name: str) -> None:
    page = to_page(STORIES[name])
    assert len(page.encode()) < LARGEST
    assert page == to_page(STORIES[name])


@pytest.mark.parametrize("name", STORIES)
def test_its_policy_allows_its_own_style_and_script_and_nothing_else(name: str) -> None:
    page = to_page(STORIES[name])
    policy = parsed(STORIES[name]).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_loaded_and_nothing_is_inline(name: str) -> None:
    page = parsed(STORIES[name])
    assert not page.xpath(
        "//link | //img | //iframe | //object | //embed | //audio | //video | //base | //form[@action]"
    )
    assert not page.xpath("//@src | //@style | //@srcset | //@*[starts-with(name(), 'on')]")
    assert len(page.xpath("//script")) == 1 and len(page.xpath("//style")) == 1
    for href in page.xpath("//a/@href"):
        assert href.startswith("#") or re.match(r"https?://", href, re.I), href
    for link in page.xpath("//a[not(starts-with(@href, '#'))]"):
        assert "noopener" in link.get("rel") and "noreferrer" in link.get("rel")


@pytest.mark.parametrize("name", STORIES)
def test_every_anchor_leads_somewhere_and_ids_are_unique(name: str) -> None:
    page = parsed(STORIES[name])
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href[starts-with(., '#')]")} <= set(ids)
    for name in ("aria-labelledby", "aria-describedby", "for"):
        assert set(page.xpath(f"//@{name}")) <= set(ids)


def test_each_sentence_is_marked_in_its_paragraph() -> None:
    timeline = crisis()
    page = parsed(timeline)
    for entry in timeline.entries:
        card = page.get_element_by_id(f"e-{entry.id}")
        assert card.find_class("words")[0].text_content() == entry.wording.exact
        figures = card.xpath(".//figure/blockquote")
        assert {mark.text_content() for mark in card.xpath(".//mark")} == {e.mention.span.exact for e in entry.evidence}
        shown = {figure.text_content() for figure in figures}
        assert shown == {evidence.paragraph.exact for evidence in entry.evidence}


def test_copies_of_a_paragraph_are_shown_once_with_every_outlet() -> None:
    timeline = crisis()
    card = parsed(timeline).get_element_by_id(f"e-{timeline.entries[-1].id}")
    text = card.find_class("ev")[0].text_content()
    assert len(card.xpath(".//figure")) == 2
    for outlet in timeline.entries[-1].support.outlets:
        assert outlet in text


def test_who_only_brings_it_up_is_said_to() -> None:
    timeline = crisis()
    last = timeline.entries[-1]
    aside = tuple(replace(e, in_passing=True) for e in last.evidence)
    marked = replace(timeline, entries=(*timeline.entries[:-1], replace(last, evidence=aside)))
    for shown, told in ((timeline, False), (marked, True)):
        card = parsed(shown).get_element_by_id(f"e-{last.id}")
        assert ("in passing" in card.find_class("ev")[0].text_content()) is told
        assert (", in passing" in to_markdown(shown)) is told


def test_a_large_answer_is_cut_around_its_sentences() -> None:
    timeline = story(60)
    filler = " The harbour lay still and nothing moved on the water." * 60

    def longer(evidence: Evidence, number: int) -> Evidence:
        whole = evidence.paragraph
        text = f"Piece {number}.{filler} {whole.exact}{filler}"
        at = text.index(evidence.mention.span.exact)
        start = evidence.mention.span.start - at
        return replace(evidence, paragraph=Span(whole.article, start, start + len(text), text))

    entries = tuple(
        replace(entry, evidence=tuple(longer(e, 100 * at + n) for n, e in enumerate(entry.evidence)))
        for at, entry in enumerate(timeline.entries)
    )
    page = to_page(replace(timeline, entries=entries))
    assert len(page.encode()) < LARGEST
    assert "Paragraphs are cut around their sentences" in page
    assert "Paragraphs are cut around their sentences" not in to_page(timeline)
    text = lxml.html.document_fromstring(page).text_content()
    assert all(entry.wording.exact in text for entry in entries)


def test_hostile_words_are_shown_as_words() -> None:
    page = parsed(hostile())
    assert page.xpath("//title")[0].text.startswith("What led up to </title><script>")
    words = [element.text_content() for element in page.find_class("words")]
    assert words[0].startswith("<script>document.title='owned'</script> said the <b>banner</b>")
    assert "⟨U+202E⟩gnihton" in words[2] and "␛[31mred" in words[2]
    assert words[3].startswith("W" * 4_000)


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80)


@settings(max_examples=60)
@given(WORDS, WORDS, st.text(max_size=40))
def test_any_words_are_shown_and_never_markup(words: str, outlet: str, url: str) -> None:
    page = parsed(one(words, outlet, url))
    plain = parsed(one("x", "y", url))
    assert [element.tag for element in page.iter()] == [element.tag for element in plain.iter()]
    assert page.find_class("words")[0].text_content() == visible(words).replace("\r", "\n")
    assert page.xpath("//mark")[0].text_content() == visible(words).replace("\r", "\n")


def test_links_that_are_only_possible_stay_in_the_evidence() -> None:
    timeline = crisis()
    page = parsed(timeline)
    assert len(page.find_class("answer")) == 10 and len(page.find_class("maybe")) == 1


def test_the_strip_has_a_bar_a_day_and_marks_the_event() -> None:
    page = parsed(crisis())
    bars = page.xpath("//nav[@aria-label='Days']//li")
    assert len(bars) == 15
    assert [bar for bar in bars if "goal" in bar.get("class").split()] == [bars[-1]]
    assert bars[0].xpath("./a/@title") == ["Friday, May 3, 2024; 9 mentions; 2 entries"]
    assert not bars[1].xpath("./a")


def test_odd_ids_of_entries_become_anchors() -> None:
    timeline = story(5)
    ids = ('x" onclick="y', "n2", "", "a b", "x-5")
    entries = tuple(replace(entry, id=id) for entry, id in zip(timeline.entries, ids, strict=True))
    cards = parsed(replace(timeline, entries=entries)).find_class("card")
    assert [card.get("id") for card in cards] == ["x-1", "e-n2", "x-3", "x-4", "e-x-5"]


def test_a_page_of_one_article_claims_no_event() -> None:
    page = parsed(replace(story(5), target=None, question=Question("Three days in May")))
    assert page.find_class("kicker")[0].text == "Day by day" and not page.find_class("how")


def test_a_window_of_years_keeps_only_days_with_entries() -> None:
    import datetime as dt

    timeline = replace(story(5), first=dt.date(1994, 1, 1))
    assert len(parsed(timeline).xpath("//nav[@aria-label='Days']//li")) == len({e.day for e in timeline.entries})


def test_what_all_reactions_are_about_is_said_once() -> None:
    timeline = crisis()
    said = parsed(timeline).xpath("//section[@id='reactions']//a/@href")
    assert len(timeline.reactions) > 1
    assert len(said) == 1
    other = replace(timeline.reactions[0], about=timeline.entries[0].id)
    apart = replace(timeline, reactions=(other, *timeline.reactions[1:]))
    assert len(parsed(apart).xpath("//section[@id='reactions']//a/@href")) == len(timeline.reactions)


def test_where_no_stance_was_read_nothing_is_said_of_one() -> None:
    timeline = crisis()
    silent = tuple(r for r in timeline.reactions if r.stance == "no position")
    assert silent
    (section,) = parsed(timeline).xpath("//section[@id='reactions']")
    assert "position" not in section.text_content()
    assert len(section.find_class("words")) == len(section.find_class("stance")) + len(silent)
    (alone,) = parsed(replace(timeline, reactions=silent)).xpath("//section[@id='reactions']")
    assert not alone.find_class("lede") and not alone.find_class("stance")
    assert silent[0].words.exact in alone.text_content()
    for text in (to_markdown(timeline), to_plain_text(timeline), to_annotations(timeline)):
        assert silent[0].words.exact[:20] in text
        assert "no position" not in text


def test_matrix_curves_and_reactions() -> None:
    page = parsed(crisis())
    cell = page.xpath("//button[@title='the Harbour Front towards Maradia: 1 action (assault 1)']")
    assert len(cell) == 1
    assert [heading.text_content() for heading in page.xpath("//section[@id='reactions']//h3")] == [
        "Iceland", "the League of Coastal States", "Norway", "Switzerland", "the Tarn Federation",
    ]  # fmt: skip
    tally = page.xpath("//section[@id='reactions']/p")[0].text
    assert tally == "1 condemning, 1 threatening, 2 calling for restraint, 1 supporting."
    assert len(page.find_class("curve")) == 6
    rows = page.xpath("//section[@id='escalation']//tbody/tr")
    assert len(rows) == len(crisis().escalation)
    bare = parsed(story(5))
    assert not bare.xpath("//section[@id='escalation'] | //section[@id='reactions']")


def test_what_is_less_sure_to_belong_is_folded() -> None:
    many = crisis()
    doubted = many.entries[6]
    page = parsed(replace(many, entries=tuple(replace(e, less_sure=e.id == doubted.id) for e in many.entries)))
    (folded,) = page.xpath("//li/details[@class='folded']")
    assert doubted.wording.exact in folded.text_content()
    assert folded[0].tag == "summary" and folded[0].text_content().startswith("Less sure to belong")
    assert not folded.xpath("@open")
    assert not parsed(many).xpath("//details[@class='folded']")
    assert len(page.xpath("//li[contains(@class, 'card')]")) == len(many.entries)


def test_the_page_says_why_an_entry_is_folded() -> None:
    first, *rest = story(5).entries
    said = "it may tell again what another entry tells"
    for doubted in (True, False):
        made = replace(first, less_sure=doubted, doubt="told again")
        page = parsed(replace(story(5), entries=(made, *rest)))
        why = [node.text_content() for node in page.xpath("//details[contains(@class, 'scored')]")]
        assert [said in text for text in why].count(True) == doubted


def _doubting(timeline: Timeline, *ids: str) -> Timeline:
    return replace(timeline, entries=tuple(replace(e, less_sure=e.id in ids) for e in timeline.entries))


def test_days_of_nothing_but_folds_are_gathered_into_one_line() -> None:
    told = crisis()
    first = [e.id for e in told.entries if e.day <= dt.date(2024, 5, 6)]
    page = parsed(_doubting(told, *first, told.entries[12].id))
    (gathered,) = page.xpath("//details[@class='folds']")
    assert gathered[0].text_content() == f"May 3–6: {len(first)} entries less sure to belong"
    assert len(gathered.xpath(".//section")) == 3 and not gathered.xpath(".//details[@class='folded']")
    assert not gathered.xpath("@open")
    assert len(page.xpath("//details[@class='folded']")) == 1, "beside a plain entry it folds by itself"
    assert not parsed(told).xpath("//details[@class='folds']")


def test_the_day_of_the_event_keeps_its_heading() -> None:
    told = crisis()
    assert told.target is not None
    page = parsed(_doubting(told, *(e.id for e in told.entries if e.day == told.target.day)))
    assert not page.xpath("//details[@class='folds']")
    assert page.xpath("//section[contains(@class, 'goal')]//details[@class='folded']")


def test_what_came_afterwards_is_not_gathered_with_what_came_before() -> None:
    told = crisis()
    last = told.entries[-3].day
    told = replace(told, entries=tuple(replace(e, is_aftermath=e.day >= last) for e in told.entries), target=None)
    page = parsed(_doubting(told, *(e.id for e in told.entries)))
    before, after = page.xpath("//details[@class='folds']")
    assert before.getnext().text_content() == "Afterwards"
    assert after.xpath("preceding-sibling::p[@class='after']")


def _acting(timeline: Timeline, **names: str) -> Timeline:
    """The timeline with one actor an entry, by the entry's id."""
    return replace(
        timeline,
        entries=tuple(
            replace(e, claims=(), actions=(), actors=(Actor(names[e.id], names[e.id].lower(), "person"),))
            if e.id in names
            else replace(e, claims=(), actions=(), actors=())
            for e in timeline.entries
        ),
    )


def test_who_appears_most_counts_what_is_shown_and_no_outlets() -> None:
    carried = crisis().entries[0].support.outlets[0]
    told = _acting(
        crisis(), e004="Mara Tolk", e005="Mara Tolk", e006="Ada Brand", e007="Ada Brand", e008="Ada Brand",
        e009="The Wall Street Journal", e010="AP", e011=carried, e012="Reuters Hill",
    )  # fmt: skip
    page = parsed(_doubting(told, "e006", "e007", "e013"))
    cast = [[text.strip() for text in b.xpath("bdi/text() | span/text()")] for b in page.xpath("//button[@data-actor]")]
    assert cast == [["Mara Tolk", "2"], ["Ada Brand", "1"], ["Reuters Hill", "1"]]
    kept = page.xpath("//select[@id='a']/option/text()")
    assert "Ada Brand (3)" in kept and "AP (1)" in kept, "the filter has them all"


def test_a_guess_is_explained_where_it_stands() -> None:
    told = crisis()
    assert told.target is not None
    guessed = replace(told, target=replace(told.target, certainty="guess", how="a guess: headlines of this day tell"))
    (line,) = parsed(guessed).find_class("guess")
    assert line.text.startswith("A guess is a day that") and "“worked out”" in line.text
    for certainty in ("given", "stated"):
        known = replace(told, target=replace(told.target, certainty=certainty))
        assert not parsed(known).find_class("guess")
