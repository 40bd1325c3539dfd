"""Transcripts that programs write of speech, as JSON and as text, and what Facebook and Instagram hand out."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from leadup.errors import IntakeError, ReaderFault
from leadup.intake import Options, read_path
from leadup.intake.options import Limits
from leadup.intake.readers.transcripts import Cue, paragraphs
from leadup.model import Article
from tests.growth import assert_linear
from tests.intake.readers.reading import rows

DAY = "2019-05-06"
ONE = "The council of Arlen voted last night to sell the mill."
TWO = "When is it sold?"
NOW = "It is sold now."


def word(said: str, at: float, who: str | None = None, kind: str = "pronunciation") -> dict[str, Any]:
    item = {"alternatives": [{"confidence": "0.9", "content": said}], "type": kind}
    times = {"start_time": str(at), "end_time": str(at + 0.2)} if kind == "pronunciation" else {}
    return {**item, **times, **({"speaker_label": who} if who else {})}


AMAZON_WORDS = [word("Sold", 0.1, "spk_0"), word(".", 0, "spk_0", "punctuation"), word("When", 2.0, "spk_1")]
SPEECH: dict[str, tuple[Any, str]] = {
    "Whisper": (
        {"text": f" {ONE} {TWO}", "segments": [{"id": 0, "start": 0.0, "end": 3.0, "text": f" {ONE}"},
         {"id": 1, "start": 3.0, "end": 4.5, "text": f" {TWO}"}], "language": "en"},
        f"{ONE} {TWO}",
    ),
    "WhisperX, with speakers": (
        {"segments": [{"start": 0.1, "end": 3.0, "text": ONE, "words": [], "speaker": "SPEAKER_00"},
         {"start": 3.1, "end": 4.0, "text": TWO, "words": [], "speaker": "SPEAKER_01"}]},
        f"Speaker 00: {ONE} Speaker 01: {TWO}",
    ),
    "whisper.cpp": (
        {"systeminfo": "x", "transcription": [
         {"timestamps": {"from": "00:00:00,000", "to": "00:00:03,000"}, "offsets": {"from": 0, "to": 3000},
          "text": f" {ONE}"}]},
        ONE,
    ),
    "a podcast's": (
        {"version": "1.0.0", "segments": [
         {"speaker": "Ada Brandt", "startTime": 0.5, "endTime": 3.0, "body": ONE},
         {"speaker": "Otto Wren", "startTime": 3.0, "endTime": 5.0, "body": TWO}]},
        f"Ada Brandt: {ONE} Otto Wren: {TWO}",
    ),
    "Amazon's, whole": (
        {"jobName": "mill", "accountId": "1", "results": {"transcripts": [{"transcript": f"{ONE} {TWO}"}],
         "items": [word("The", 0.0)]}, "status": "COMPLETED"},
        f"{ONE} {TWO}",
    ),
    "Amazon's, without its words": (
        {"jobName": "mill", "results": {"transcripts": [{"transcript": ONE}]}},
        ONE,
    ),
    "Amazon's, by speakers": (
        {"jobName": "mill", "results": {"transcripts": [{"transcript": "Sold. When"}], "items": AMAZON_WORDS}},
        "Speaker 0: Sold. Speaker 1: When",
    ),
    "Google's": (
        {"results": [{"alternatives": [{"transcript": ONE, "confidence": 0.9}], "resultEndTime": "3.200s"},
         {"alternatives": [{"transcript": TWO, "confidence": 0.9}], "resultEndTime": "4.500s"}]},
        f"{ONE} {TWO}",
    ),
    "Azure's": (
        {"source": "x.wav", "combinedRecognizedPhrases": [{"channel": 0, "display": ONE}], "recognizedPhrases": [
         {"offsetInTicks": 5000000.0, "durationInTicks": 20000000.0, "speaker": 1, "nBest": [{"display": ONE}]}]},
        f"Speaker 1: {ONE}",
    ),
    "Deepgram's": (
        {"metadata": {"created": "2024-01-01T00:00:00Z"}, "results": {"channels": [{"alternatives": [
         {"transcript": ONE, "confidence": 0.9, "words": []}]}]}},
        ONE,
    ),
    "Deepgram's, with paragraphs": (
        {"metadata": {"created": "2024-01-01T00:00:00Z"}, "results": {"channels": [{"alternatives": [
         {"transcript": ONE, "confidence": 0.9, "paragraphs": {"transcript": ONE, "paragraphs": [
          {"speaker": 0, "sentences": [{"text": ONE, "start": 0.1, "end": 3}]}]}}]}]}},
        f"Speaker 0: {ONE}",
    ),
    "AssemblyAI's": (
        {"id": "a", "acoustic_model": "b", "audio_url": "https://c.example/d", "text": f"{ONE} {TWO}", "utterances": [
         {"speaker": "A", "text": ONE, "start": 10, "end": 3000}, {"speaker": "B", "text": TWO, "start": 3010}]},
        f"Speaker A: {ONE} Speaker B: {TWO}",
    ),
    "Rev's": (
        {"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Sold", "ts": 0.1, "end_ts": 0.4},
         {"type": "punct", "value": "."}]}]},
        "Speaker 0: Sold.",
    ),
    "YouTube's": (
        {"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 3000, "segs": [{"utf8": "The council "},
         {"utf8": "voted"}]}, {"tStartMs": 3000, "dDurationMs": 10, "segs": [{"utf8": "\n"}]}]},
        "The council voted",
    ),
    "YouTube's, as a library gives it": (
        [{"text": "the council\nof Arlen", "start": 0.16, "duration": 2.0}, {"text": "voted", "start": 2.0,
         "duration": 1.0}],
        "the council of Arlen voted",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SPEECH)
def test_speech_written_down_by_programs(tmp_path: Path, name: str) -> None:
    data, wanted = SPEECH[name]
    file = tmp_path / f"council_{DAY}.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    (row,) = rows(file)
    assert (row[0], row[4]) == (DAY, wanted)
    (article,) = read_path(file)
    assert isinstance(article, Article) and article.kind == "transcript"


@pytest.mark.parametrize("value", [{"segments": [{"start": 0, "text": 3}]}, {"monologues": [None]},
                                   {"results": {"transcripts": []}}, {"results": {"channels": 4}},
                                   {"recognizedPhrases": "x"}, {"wireMagic": "pb3", "events": 1}])  # fmt: skip
def test_speech_without_words_is_refused(tmp_path: Path, value: object) -> None:
    file = tmp_path / "empty.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    (found,) = read_path(file)
    assert isinstance(found, IntakeError)


def test_a_record_that_names_its_language_is_no_speech(tmp_path: Path) -> None:
    file = tmp_path / "article.json"
    file.write_text(json.dumps({"language_code": "en", "text": ONE, "date": DAY}), "utf-8")
    (found,) = read_path(file)
    assert isinstance(found, Article) and found.kind == "article"


WORDS = [{"word": "The", "start": 0, "end": 0.2}, {"word": "council", "start": 0.2}]
RECORD: dict[str, Any] = {"title": "The mill is sold", "date": DAY, "text": ONE}
SPANS = [{"name": "mill", "start": 46}]


@pytest.mark.parametrize("value", [
    [{**RECORD, "words": WORDS}],
    {**RECORD, "words": WORDS},
    {"words": WORDS, **RECORD},
    {"title": "The mill is sold", "date": DAY, "body": ONE, "segments": SPANS},
    {"segments": [{"start": 0, "text": "The"}], "headline": "The mill is sold", "published": DAY, "content": ONE},
    {"articles": [{**RECORD, "words": WORDS}]},
    {"articles": [{**RECORD, "segments": [{"start": 0, "end": 4, "text": "The"}]}]},
    {"segments": [{"start": 0, "text": "The " * 4000}], "title": "The mill is sold", "date": DAY, "text": ONE},
    {**RECORD, "monologues": [{"speaker": 0}]},
])  # fmt: skip
def test_an_article_whose_words_are_marked_is_no_speech(tmp_path: Path, value: object) -> None:
    file = tmp_path / "article.json"
    file.write_text(json.dumps(value), "utf-8")
    assert [(row[0], row[2], row[4]) for row in rows(file)] == [(DAY, "The mill is sold", ONE)]
    lines = tmp_path / "articles.jsonl"
    if isinstance(value, dict) and "articles" not in value:
        lines.write_text(f"{json.dumps(value)}\n{json.dumps(value)}\n", "utf-8")
        assert [row[2] for row in rows(lines)] == ["The mill is sold"] * 2


@pytest.mark.parametrize("value", [
    {"text": f" {ONE}", "words": WORDS, "language": "en", "duration": 4.2},
    {"text": ONE, "segments": [{"start": 0.0, "end": 3.0, "text": ONE}], "created_at": "2024-01-01", "name": "a.wav"},
    {"segments": [{"text": f"[Music] {ONE}", "start": 0.0, "end": 3.0}]},
])  # fmt: skip
def test_speech_with_a_text_beside_is_speech(tmp_path: Path, value: object) -> None:
    file = tmp_path / f"council_{DAY}.json"
    file.write_text(json.dumps(value), "utf-8")
    (article,) = read_path(file)
    assert isinstance(article, Article) and article.kind == "transcript" and ONE in article.text


TURNS = {
    "with a head": (
        f"Mill meeting\nMon, May 6, 2019 2:00PM • 32:10\n\nSUMMARY KEYWORDS\nmill, council\n\nSPEAKERS\nAda, Otto\n\n"
        f"Ada Brandt  00:00\n{ONE}\n\nOtto Wren  00:14\n{TWO}\n\nTranscribed by https://otter.ai\n",
        (DAY, "Mill meeting"),
    ),
    "bare": (f"Ada Brandt  0:03  \n{ONE}\n\nOtto Wren  1:02:09  \n{TWO}\n\nAda Brandt  1:02:11\n{NOW}\n", (None, None)),
    "times in brackets": (
        f"Ada Brandt (00:02):\n{ONE}\n\nOtto Wren (01:10):\n{TWO}\n\nAda Brandt (01:12):\n{NOW}\n", (None, None)
    ),
    "times first": (
        f"00:00:02 Ada Brandt\n{ONE}\n\n00:00:40 Otto Wren\n{TWO}\n\n00:00:42 Ada Brandt\n{NOW}\n", (None, None)
    ),
    "on one line": (
        f"[00:00:02] Ada Brandt: {ONE}\n\n[00:00:40] Otto Wren: {TWO}\n\n[00:00:42] Ada Brandt: {NOW}\n", (None, None)
    ),
    "without names of two words": (
        "".join(f"{who} (00:{at}):\n{said}\n\n" for who, at, said in (("Ada", "02", "One."), ("Otto", 14, "Two."),
        ("Ada", 16, "Three."), ("Otto", 19, "Four."), ("Ada", 22, "Five."), ("Otto", 31, "Six."))), (None, None),
    ),
}  # fmt: skip
HEARD = {
    "with a head": f"Ada Brandt: {ONE} Otto Wren: {TWO}",
    "without names of two words": "Ada: One. Otto: Two. Ada: Three. Otto: Four. Ada: Five. Otto: Six.",
}


@pytest.mark.parametrize("name", TURNS)
def test_turns_in_a_text(tmp_path: Path, name: str) -> None:
    text, head = TURNS[name]
    file = tmp_path / "mill.txt"
    file.write_text(text, encoding="utf-8")
    (row,) = rows(file)
    heard = HEARD.get(name, f"Ada Brandt: {ONE} Otto Wren: {TWO} Ada Brandt: {NOW}")
    assert (row[0], row[2], row[4]) == (*head, heard)


PARTS = "".join(
    f"{who}  {n}:{at}\n{ONE}\n\n" for n in range(120) for who, at in (("Ada Brandt", "02"), ("Otto Wren", 31))
)


@pytest.mark.parametrize("anew", ["0:00", "0:07"])
def test_a_clock_that_begins_anew_with_the_next_part(tmp_path: Path, anew: str) -> None:
    file = tmp_path / "long.txt"
    file.write_text(f"{PARTS}Part two\n\nAda Brandt  {anew}\n{TWO}\n", encoding="utf-8")
    (row,) = rows(file)
    assert row[4].endswith(f"Otto Wren: {ONE} Part two Ada Brandt: {TWO}") and row[4].count(ONE) == 240


@pytest.mark.parametrize("after", ["Otto Wren  1:07", "Wren Quartet  20:00", "the mayor of Arlen, by telephone 120:07"])
def test_a_clock_out_of_order_is_a_plain_text_s(tmp_path: Path, after: str) -> None:
    file = tmp_path / "long.txt"
    file.write_text(f"{PARTS}{PARTS.replace('  ', '  1:')}{after}\n{TWO}\n", encoding="utf-8")
    (article,) = read_path(file)
    assert isinstance(article, Article) and article.kind == "article"
    assert article.text.count(ONE) == 480 and TWO in article.text


@pytest.mark.parametrize("length", [4_900, 5_600, 20_000])
def test_a_long_turn_is_who_says_it_s(tmp_path: Path, length: int) -> None:
    long = "Sold it is. " * (length // 12)
    file = tmp_path / "long.txt"
    file.write_text(
        f"[00:00:02] Otto Wren: {TWO}\n\n[00:01:00] Anna Pell: {long}\n\n[00:09:01] Otto Wren: {NOW}\n", "utf-8"
    )
    (row,) = rows(file)
    assert row[4] == f"Otto Wren: {TWO} Anna Pell: {long.strip()} Otto Wren: {NOW}"


@pytest.mark.parametrize("text", [
    f"Tonight\n\nDoors 19:30\n{ONE}\nWren Quartet 20:00\n{TWO}\n",
    f"{ONE}\n\n[1:2]\n\nAda Brandt 0:03\n{TWO}\n",
    f"09:15 Mayor\n{ONE}\n\n09:40 Council\n{TWO}\n",
    f"Wake 05:00\n{ONE}\nWork 09:30\n{TWO}\nSleep 22:15\n{NOW}\n",
    f"Wake 00:31\n{ONE}\nWork 09:32\n{TWO}\nWake 22:15\n{NOW}\n",
    f"Goal 03:10\n{ONE}\nCorner 07:41\n{TWO}\nGoal 27:12\n{NOW}\nCorner 31:09\n{ONE}\n",
    f"Yellow Card 03:10\n{ONE}\nCorner Kick 07:41\n{TWO}\nYellow Card 27:12\n{NOW}\n",
    f"Early Shift 00:00\n{ONE}\nLate Shift 12:30\n{TWO}\nEarly Shift 23:45\n{NOW}\n",
    f"Anna Pell 0:58\n{ONE}\nOtto Wren 0:59\n{TWO}\nJane Holt 1:01\n{NOW}\n",
    f"Anna Pell 0:58.32\n{ONE}\nOtto Wren 0:59.10\n{TWO}\nAnna Pell 1:01.27\n{NOW}\n",
    f"00:00:02 Opening Remarks\n{ONE}\n\n00:07:41 Closing Remarks\n{TWO}\n",
    f"[00:05] {ONE}\n\n[00:41] {TWO}\n",
])  # fmt: skip
def test_programmes_and_tickers_are_no_transcripts(tmp_path: Path, text: str) -> None:
    file = tmp_path / "evening.txt"
    file.write_text(text, encoding="utf-8")
    (article,) = read_path(file)
    assert isinstance(article, Article) and article.kind == "article"


def test_a_text_of_turns_that_is_too_long_is_refused_before_it_is_parted(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Ada Brandt  0:01\nSold.\n\nOtto  0:09\nWhen?\n" * 200, encoding="utf-8")
    (found,) = read_path(file, options=Options(limits=Limits(article=4_000)))
    assert isinstance(found, IntakeError) and "longer" in str(found)


def test_speech_that_is_cut_short_is_refused_once(tmp_path: Path) -> None:
    file = tmp_path / "council.json"
    file.write_text(json.dumps({"segments": [{"start": n, "text": ONE} for n in range(9)]}, indent=1)[:-40], "utf-8")
    (found,) = read_path(file)
    assert isinstance(found, IntakeError) and not isinstance(found, ReaderFault)


@pytest.mark.parametrize("form", ["turns", "speech", "signal"])
def test_a_reader_that_was_named_for_another_text_breaks_on_none(tmp_path: Path, form: str) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(f"{ONE}\n\n{TWO}\n", encoding="utf-8")
    (found,) = read_path(file, options=Options(format=form))
    assert not isinstance(found, ReaderFault)


def test_cues_are_joined_in_step_with_their_number() -> None:
    assert_linear(lambda size: partial(list, paragraphs([Cue(0, 0, f"word {n}") for n in range(size)])), 20_000)


def packed(text: str) -> str:
    """Words as the downloads write them: a sign for each byte of UTF-8."""
    return text.encode().decode("latin-1")


STAMP = 1557154800  # 15:00 of the day
FACEBOOK = [
    {"timestamp": STAMP, "data": [{"post": packed("Die Mühle ist verkauft – endlich.")}],
     "title": "Ada Brandt updated her status."},
    {"timestamp": STAMP, "attachments": [{"data": [{"media": {"uri": "a.jpg", "description": "The mill, sold."}}]}],
     "data": [], "title": "Ada Brandt added a new photo."},
    {"timestamp": STAMP, "attachments": [], "data": [{"update_timestamp": STAMP}]},
]  # fmt: skip
DOWNLOADS: dict[str, tuple[str, Any, list[tuple[str, str]]]] = {
    "Facebook's posts": (
        "posts/your_posts_1.json", FACEBOOK,
        [("Ada Brandt", "Die Mühle ist verkauft – endlich."), ("Ada Brandt", "The mill, sold.")],
    ),
    "Facebook's comments": (
        "comments/comments.json",
        {"comments_v2": [{"timestamp": STAMP, "data": [{"comment": {"timestamp": STAMP, "comment": TWO,
         "author": "Ada Brandt"}}], "title": "Ada Brandt replied to Otto Wren's comment."}]},
        [("Ada Brandt", TWO)],
    ),
    "Instagram's posts": (
        "content/posts_1.json",
        [{"media": [{"uri": "a.jpg", "creation_timestamp": STAMP, "title": packed("Sold 😢")}]},
         {"media": [{"uri": "b.jpg", "creation_timestamp": STAMP, "title": ""}], "title": ONE,
          "creation_timestamp": STAMP}],
        [("ada.brandt", "Sold 😢"), ("ada.brandt", ONE)],
    ),
    "Instagram's reels": (
        "content/reels.json",
        {"ig_reels_media": [{"media": [{"uri": "a.mp4", "creation_timestamp": STAMP, "title": ONE}]}]},
        [("ada.brandt", ONE)],
    ),
    "Messenger's": (
        "messages/inbox/otto_x/message_1.json",
        {"participants": [{"name": "Ada Brandt"}, {"name": "Otto Wren"}], "messages": [
         {"sender_name": "Otto Wren", "timestamp_ms": STAMP * 1000, "content": TWO, "type": "Generic"},
         {"sender_name": "Ada Brandt", "timestamp_ms": STAMP * 1000, "photos": [], "type": "Generic"}],
         "title": "Otto Wren"},
        [("Otto Wren", TWO)],
    ),
}  # fmt: skip
PERSON = {"profile_user": [{"string_map_data": {"Username": {"value": "ada.brandt"}}}]}


@pytest.mark.parametrize("name", DOWNLOADS)
def test_downloads_of_an_account(tmp_path: Path, name: str) -> None:
    place, data, wanted = DOWNLOADS[name]
    file = tmp_path / place
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(data), encoding="utf-8")
    if name.startswith("Instagram"):
        person = tmp_path / "personal_information" / "personal_information.json"
        person.parent.mkdir()
        person.write_text(json.dumps(PERSON), encoding="utf-8")
    assert [(row[0], row[1], row[4]) for row in rows(file)] == [(DAY, *one) for one in wanted]
    assert all(isinstance(a, Article) and a.kind == "post" for a in read_path(file))


def test_a_download_of_pictures_alone_holds_no_article(tmp_path: Path) -> None:
    file = tmp_path / "your_posts_1.json"
    file.write_text(json.dumps(FACEBOOK[2:]), encoding="utf-8")
    (found,) = read_path(file)
    assert isinstance(found, IntakeError)


def chat(*said: tuple[str, str]) -> dict[str, Any]:
    messages = [{"sender_name": who, "timestamp_ms": STAMP * 1000, "content": packed(words), "type": "Generic"}
                for who, words in said]  # fmt: skip
    return {"participants": [{"name": "Jane Holt"}, {"name": "Otto Wren"}], "messages": messages, "title": "Jane Holt"}


@pytest.mark.parametrize("notice", [
    "Jane sent an attachment.", "Jane Holt sent an attachment.", "You sent a photo.", "Liked a message",
    "Reacted ❤ to your message", "Reacted 😂 to your message ", "Jane named the group Mill.", "Jane missed your call.",
    "You set the nickname for Otto to Miller.", "The video chat ended.", "You are now connected on Messenger.",
    "You missed a call from Otto.", "Jane started a video chat.",
])  # fmt: skip
def test_what_the_program_says_of_a_chat_is_no_article(tmp_path: Path, notice: str) -> None:
    file = tmp_path / "message_1.json"
    file.write_text(json.dumps(chat(("Jane Holt", notice), ("Otto Wren", TWO))), encoding="utf-8")
    assert [row[4] for row in rows(file)] == [TWO]


@pytest.mark.parametrize("said", [
    "Jane sent an attachment to the mayor, who never opened it.", "Otto sent an attachment.", "I sent a photo.",
    "Janet sent an attachment.", "He liked a message of the mayor's.", "You called the mayor a liar.",
    "Reacted to your message at once, as the mayor did.", "Jane left the group of the council yesterday.",
])  # fmt: skip
def test_what_a_person_says_like_it_is_one(tmp_path: Path, said: str) -> None:
    file = tmp_path / "message_1.json"
    file.write_text(json.dumps(chat(("Jane Holt", said))), encoding="utf-8")
    assert [row[4] for row in rows(file)] == [said]
