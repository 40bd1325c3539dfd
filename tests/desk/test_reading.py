"""The desk without a script: ask, open, read, search, correct, keep, add, publish; and the API beside it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import httpx
import pytest

from leadup import Archive, gather, lead_up
from leadup.desk.openapi import description
from leadup.desk.questions import place_of, query_of, question_of
from leadup.desk.views.refusal import refusal
from leadup.dossiers import Dossiers, News, diff, news_words
from leadup.errors import BadQuestion, DossierError, UnknownTarget
from leadup.model import Question
from leadup.output import from_json
from tests.desk.conftest import TARGET, Opens, csrf, write_articles

ASK = "/ask?" + query_of(Question(TARGET))


def entries_of(client: httpx.Client) -> list[str]:
    """The addresses of the answer's entries, opened."""
    return [unescape(a) for a in re.findall(r'href="(/entry\?[^"]+)"', client.get(ASK).text)]


@pytest.mark.parametrize(
    "question",
    [
        Question("the fall of X"),
        Question("a & b = c", dt.date(2020, 1, 3), 7),
        Question("x", None, 0, dt.date(2020, 1, 1), dt.date(2020, 1, 9), detail="full", after=3),
        Question("x", as_of=dt.date(2020, 1, 2)),
    ],
)
def test_an_address_says_the_whole_question(question: Question) -> None:
    assert question_of(dict(httpx.QueryParams(query_of(question)))) == question


@pytest.mark.parametrize(
    "asked",
    [
        {"q": ""},
        {"q": "x" * 501},
        {"q": "x", "days": "-1"},
        {"q": "x", "days": "9999999999999"},
        {"q": "x", "date": "tomorrow"},
        {"q": "x", "detail": "most"},
        {"q": "x", "from": "2020-01-02", "until": "2020-01-01"},
    ],
    ids=str,
)
def test_a_question_that_does_not_hold_together(asked: dict[str, str], client: httpx.Client) -> None:
    with pytest.raises(BadQuestion):
        question_of(asked)
    assert client.get("/api/answer", params=asked).status_code == 422


@pytest.mark.parametrize("text", ["", "abc", "abc:1", "abc:1-x", ":", "a:1-99999999999", "²:²-²"])
def test_a_place_that_is_none(text: str) -> None:
    with pytest.raises(BadQuestion):
        place_of(text)


def test_an_answer_an_entry_and_its_article(client: httpx.Client) -> None:
    answer = client.get(ASK).text
    assert "The ferry Marisol sank" in answer and "Check and correct" in answer
    opened = [client.get(e).text for e in entries_of(client)]
    assert all("Sources side by side" in e for e in opened)
    entry = max(opened, key=lambda e: e.count('<figure class="source'))
    assert entry.count('<figure class="source') >= 1
    article = client.get(unescape(re.findall(r'href="(/article/[^"]+)"', entry)[0])).text
    assert 'class="m date"' in article and "sentence asked" in article


def test_the_answer_comes_in_parts_where_it_takes_long(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadup.desk.routes.reading.AT_ONCE", 0)
    first = client.get("/ask?q=the+sinking+of+the+Marisol&days=9").text
    assert first.count("<!doctype html>") == 1 and first.count("</html>") == 1
    assert first.index('class="waiting"') < first.index('class="top"')
    again = client.get("/ask?q=the+sinking+of+the+Marisol&days=9")
    assert 'class="waiting"' not in again.text
    nothing = client.get("/ask?q=the+moon+landing+of+Quax")
    assert "Nothing in the archive tells of" in unescape(nothing.text)


def test_searching_finds_the_sentence(client: httpx.Client) -> None:
    found = client.get("/search", params={"q": '"rust in the hull"'}).text
    assert "Inspectors had warned" in found and "Ansel Courier" in found
    assert "Inspectors" not in client.get("/search", params={"q": "rust", "outlet": "Gazette"}).text
    assert "No article of these days" in client.get("/search", params={"q": "rust", "until": "2020-01-01"}).text


def test_a_citation_opens_at_its_words(client: httpx.Client) -> None:
    (found, *_) = client.get("/api/search", params={"q": '"rust in the hull"'}).json()["found"]
    place = found["place"]
    for typed in (place, f"[{place}]", f"“Words” — Ansel Courier, “{'long ' * 100}”, 2031-05-02 [{place}]"):
        asked = client.get("/search", params={"q": typed}, follow_redirects=False)
        assert asked.status_code == 303
        assert asked.headers["location"].startswith(f"/article/{place.partition(':')[0]}?place=")
        opened = client.get("/search", params={"q": typed}, follow_redirects=True)
        assert 'class="sentence asked"' in opened.text
    assert client.get("/search", params={"q": "rust [1]"}, follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("Odo Br", "Odo Brandt"),
        ("Odo Brant", "Odo Brandt"),
        ("Odoo Brandt", "Odo Brandt"),
        ("Varro", "Ines Varo"),
        ("Mariso", "Ferry Marisol takes on water"),
        ("Marrisoll", "Ferry Marisol takes on water"),
        ("Quillhaven", None),
    ],
)
def test_a_name_is_proposed_also_where_it_is_spelt_otherwise(
    client: httpx.Client, typed: str, proposed: str | None
) -> None:
    found = client.get("/api/complete", params={"q": typed}).json()["suggestions"]
    assert proposed in found if proposed else found == []


def test_a_refusal_says_what_else_can_be_asked(client: httpx.Client) -> None:
    reply = client.get("/ask", params={"q": "the sinking of the Marrisoll", "as_of": "2021-03-05"})
    page = unescape(reply.text)
    assert "No answer" in page and "--" not in re.sub(r"<!--.*?-->|<script.*?</script>|<style.*?</style>", "", page)
    ways = dict(re.findall(r'<li><a href="(/[^"]+)"><bdi>(.*?)</bdi>', page))
    assert ways == {
        "/ask?q=the+sinking+of+the+Marisol&as_of=2021-03-05": "Ask: the sinking of the Marisol",
        "/ask?q=the+sinking+of+the+Marrisoll": "Ask all articles, whenever they were published",
        "/search?q=the+sinking+of+the+Marrisoll": "Search the articles for these words",
    }
    # The question can be changed where it stands.
    assert 'value="the sinking of the Marrisoll"' in page


def test_an_event_of_many_days_offers_them() -> None:
    days = tuple(dt.date(2021, 3, day) for day in (4, 6, 7))
    do = "Give the day that is meant with --date, or the days with --from and --until (--from a --until b)"
    said = refusal(Question("the storm"), UnknownTarget("it is of many days", do, days=days), None)
    assert "--" not in said.do and "under Days" in said.do
    assert [words for words, _ in said.ways][:4] == [
        "If it was on March 4, 2021", "If it was on March 6, 2021", "If it was on March 7, 2021",
        "All of March 4–7, 2021",
    ]  # fmt: skip
    assert said.ways[3][1] == "/ask?q=the+storm&from=2021-03-04&until=2021-03-07"


def test_auto_is_no_number_of_days_here(client: httpx.Client) -> None:
    reply = client.get("/api/answer", params={"q": TARGET, "days": "auto"})
    assert reply.status_code == 422 and "how far back the story goes" in reply.text


def test_an_archive_with_nothing_says_how_to_fill_it(tmp_path: Path, desk: Opens) -> None:
    address, _ = desk(tmp_path / "new")
    page = httpx.get(address).text
    assert "Give it articles, then ask" in page and 'type="file"' in page
    assert httpx.get(f"{address}{ASK}", timeout=60).status_code in (200, 404)


def test_added_files_and_text_are_told_of_honestly(tmp_path: Path, desk: Opens) -> None:
    address, _ = desk(tmp_path / "new")
    folder = write_articles(tmp_path / "in")
    with httpx.Client(base_url=address, follow_redirects=True, timeout=120) as client:
        files = [("files", (p.name, p.read_bytes())) for p in sorted(folder.iterdir())]
        files.append(("files", ("../../evil.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)))
        said = client.post("/add", data={"csrf": csrf(client)}, files=files).text
        assert "4 added" in said and "1 unreadable" in said and "evil.png" in said
        assert "4 already there" in client.post("/add", data={"csrf": csrf(client)}, files=files[:4]).text
        text = {"csrf": csrf(client), "text": "A dredger blocked Port Ansel on Monday.", "published": "2021-03-09"}
        assert "1 added" in client.post("/add", data=text).text
        assert client.get("/api/about").json()["archive"]["articles"] == 5
        assert client.post("/add", data={"csrf": csrf(client)}).status_code == 422
    assert not (tmp_path / "evil.png").exists()


def test_a_correction_is_made_said_undone_and_shared(client: httpx.Client) -> None:
    entry = entries_of(client)[0]
    place = httpx.QueryParams(entry.partition("?")[2])["place"]
    form = {"csrf": csrf(client), "kind": "note", "place": place, "ask": query_of(Question(TARGET)), "by": "Ada"}
    assert "Ask the pilot" in client.post("/corrections", data={**form, "text": "Ask the pilot"}).text
    words = {**form, "kind": "redate", "day": "2021-03-02", "words": "words that nobody wrote"}
    assert client.post("/corrections", data=words).status_code == 422
    history = client.get("/corrections").text
    (id,) = re.findall(r'name="id" value="(\w+)"', history)
    exported = client.get("/corrections/export").content
    assert "undone" in client.post("/corrections/undo", data={"csrf": csrf(client), "id": id, "by": "Bo"}).text
    assert "Ask the pilot" not in client.get(ASK).text
    brought = client.post("/corrections/import", data={"csrf": csrf(client)}, files={"file": exported}).text
    assert "0 corrections were new" in brought


def test_what_is_hidden_is_published_without_a_word(client: httpx.Client) -> None:
    place = httpx.QueryParams(entries_of(client)[0].partition("?")[2])["place"]
    form = {"csrf": csrf(client), "kind": "hide", "place": place, "ask": query_of(Question(TARGET)), "by": "Ada"}
    client.post("/corrections", data=form)
    public = client.get("/publish/html?" + query_of(Question(TARGET)))
    assert "Left out by Ada" not in public.text and "attachment" in public.headers["content-disposition"]
    assert "Left out by Ada" in client.get("/publish/html?internal=1&" + query_of(Question(TARGET))).text
    assert client.get("/publish/nothing?" + query_of(Question(TARGET))).status_code == 404


def test_a_dossier_says_what_is_new(tmp_path: Path, desk: Opens) -> None:
    names = ("gazette-1", "monitor-1", "gazette-2")
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [write_articles(tmp_path / "first", names)])
    address, _ = desk(tmp_path / "archive")
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
        form = {"csrf": csrf(client), "name": "Marisol / «files»", "ask": query_of(Question(TARGET)), "by": "Ada"}
        kept = client.post("/dossiers", data=form)
        assert "Nothing is new" in kept.text and "Marisol / «files»" in client.get("/dossiers").text
        with Archive(tmp_path / "archive") as archive:
            gather(archive, [write_articles(tmp_path / "second", ("courier-1",))])
        new = client.get(str(kept.url)).text
        assert "added" in new and "rust in the hull" in new
        api = client.get("/api/dossiers/" + "Marisol / «files»").json()
        assert "added" in {c["kind"] for c in api["changes"]}


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-28", "today"), ("2026-11-27", "since yesterday"), ("2026-11-20", "since Nov. 20"),
     ("2025-11-27", "since Nov. 27, 2025"), ("2026-11-29", "today")],
)  # fmt: skip
def test_since_when(day: str, said: str) -> None:
    at = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC)
    changes = {"withdrawn": 1, "added": 3}
    assert news_words(News("x", 1, at, changes), dt.date(2026, 11, 28)) == f"3 new, 1 withdrawn {said}"
    assert news_words(News("x", 1, at, {}), dt.date(2026, 11, 28)) == f"nothing new {said}"


def test_a_dossier_stands_as_it_was_saved(client: httpx.Client, kept: Path) -> None:
    timeline = lead_up(TARGET, kept)
    Dossiers(kept).save("One", replace(timeline, entries=timeline.entries[1:]), by="Ada")
    Dossiers(kept).save("One", timeline)
    first = client.get("/kept", params={"name": "One", "version": "1"}).text
    gone = timeline.entries[0].wording.exact
    assert "One, as saved" in first and "by Ada" in first and gone not in first
    assert gone in client.get("/kept", params={"name": "One"}).text
    assert "Saving 1" in client.get("/dossier", params={"name": "One"}).text
    assert client.get("/kept", params={"name": "One", "version": "7"}).status_code == 422


def test_dossiers_keep_every_saving(kept: Path) -> None:
    dossiers, timeline = Dossiers(kept), lead_up(TARGET, kept)
    dossiers.save("One", timeline, by="Ada")
    moved = replace(timeline, entries=timeline.entries[1:])
    assert dossiers.save("One", moved).version == 2
    assert dossiers.open("One", 1).timeline == timeline and dossiers.open("One").timeline == moved
    assert [c.kind for c in diff(timeline, moved)] == ["withdrawn"]
    assert [c.kind for c in diff(moved, timeline)] == ["added"]
    first = timeline.entries[0]
    later = replace(first, day=first.day + dt.timedelta(1))
    dated = replace(timeline, entries=tuple(sorted((later, *timeline.entries[1:]), key=lambda e: e.day)))
    (change,) = diff(timeline, dated)
    assert change.kind == "re-dated" and change.what == (f"day: {first.day} → {later.day}",)
    assert [d.name for d in dossiers.all()] == ["One"]
    dossiers.remove("One")
    with pytest.raises(DossierError):
        dossiers.open("One")
    with pytest.raises(DossierError):
        dossiers.save("  ", timeline)


@pytest.mark.parametrize("day", [dt.date(2021, 3, 5), dt.date(2021, 3, 7)], ids=str)
def test_as_of_a_day_is_the_answer_from_what_was_published_by_then(kept: Path, tmp_path: Path, day: dt.date) -> None:
    names = tuple(n for n, a in _published().items() if a <= day)
    with Archive(tmp_path / "then", create=True) as archive:
        gather(archive, [write_articles(tmp_path / "by-then", names)])
    question = Question("the ferry Marisol off Port Ansel", dt.date(2021, 3, 6))
    then = lead_up(question, tmp_path / "then")
    looked_back = lead_up(replace(question, as_of=day), kept)
    sources = [[e.mention.span for e in entry.evidence] for entry in looked_back.entries]
    assert sources == [[e.mention.span for e in entry.evidence] for entry in then.entries]
    assert looked_back.articles_read == then.articles_read < len(_published()) or day == dt.date(2021, 3, 7)
    assert looked_back.volume == then.volume
    with Archive(kept, as_of=day) as archive:
        assert archive.size == len(names)


def _published() -> dict[str, dt.date]:
    from tests.desk.conftest import ARTICLES

    return {name: dt.date.fromisoformat(a[1]) for name, a in ARTICLES.items()}


def test_what_was_known_on_two_days_side_by_side(client: httpx.Client) -> None:
    asked = {"q": TARGET, "date": "2021-03-06", "a": "2021-03-05", "b": "2021-03-07"}
    page = client.get("/compare", params=asked).text
    assert "What was known on March 5, 2021" in page and "added" in page
    # The event's day is taken from what is known now, and a side that knew nothing says why.
    early = client.get("/compare", params={"q": TARGET, "a": "2021-02-05", "b": "2021-03-07"}).text
    assert "0 entries then" in early or "On Feb. 5, 2021: " in early
    assert "date=2021-03-06" in early


def test_the_api_answers_as_it_describes(client: httpx.Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert paths == description()["paths"]
    answer = client.get("/api/answer", params={"q": TARGET})
    timeline = from_json(answer.content)
    article = timeline.entries[0].wording.article
    headers = {"x-csrf-token": csrf(client)}
    wording = timeline.entries[0].wording
    body = {"q": TARGET, "kind": "hide", "place": f"{article}:{wording.start}-{wording.end}", "by": "Ada"}
    made = client.post("/api/corrections", json=body, headers=headers)
    assert made.status_code == 201
    id = made.json()["id"]
    assert len(from_json(client.get("/api/answer", params={"q": TARGET}).content).entries) < len(timeline.entries)
    undo = client.post(f"/api/corrections/{id}/undo", json={"by": "Ada"}, headers=headers)
    assert undo.status_code == 201
    for path in (p for p, o in paths.items() if "get" in o):
        address = path.replace("{id}", article).replace("{name}", "none")
        reply = client.get(address, params={"q": TARGET})
        assert reply.headers["content-type"].startswith("application/json"), path
        assert reply.status_code < 500
        if reply.status_code >= 400:
            assert set(reply.json()) == {"error", "do"}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/corrections", b"{"),
        ("/api/corrections", b"[]"),
        ("/api/corrections", b'{"q": []}'),
        ("/api/corrections", b'{"q": "x", "kind": "undo", "place": "a:1-2", "by": "x"}'),
        ("/api/corrections", b'{"q": "x", "kind": "hide", "place": "zz:1-2", "by": "x"}'),
        ("/api/corrections", b"[" * 100_000),
        ("/api/corrections/none/undo", b'{"by": "x"}'),
        ("/api/dossiers", b'{"q": "x", "name": ""}'),
        ("/api/articles", b"x"),
    ],
    ids=lambda x: str(x)[:40],
)
def test_what_a_program_gets_wrong_is_said(client: httpx.Client, path: str, body: bytes) -> None:
    reply = client.post(path, content=body, headers={"x-csrf-token": csrf(client)})
    assert 400 <= reply.status_code < 500
    assert set(reply.json()) == {"error", "do"}
