from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import Piece, Question
from leadup.timeline import Pool, PooledArticle, wording
from leadup.timeline.table import read_table
from leadup.timeline.wording import day_words

MAY_3 = dt.date(2021, 5, 3).toordinal()
TOLD: tuple[Telling, ...] = (
    ("2021-05-04", "A", "Divers shut the gates of the Tarrow dam on Monday after a leak was found near the wall."),
    ("2021-05-04", "B", "On Monday divers shut the gates of the Tarrow dam because of a leak near its wall."),
)


def _sentences(*extra: str) -> list[str]:
    told = (*TOLD, *(("2021-05-04", f"X{i}", text) for i, text in enumerate(extra)))
    table = read_table(pool(told), Question("Tarrow dam"), MAY_3, MAY_3)
    return [table.text(int(row)) for row in day_words(table, MAY_3).rows]


@pytest.mark.parametrize(
    "worse",
    [
        "They shut the gates of the Tarrow dam on Monday after a leak was found near the wall.",
        "Two days later divers shut the gates of the Tarrow dam on Monday after a leak near the wall.",
        "The next morning divers shut the gates of the Tarrow dam on Monday after a leak near the wall.",
        "Why did divers shut the gates of the Tarrow dam on Monday after a leak near the wall?",
        '"Divers shut the gates of the Tarrow dam on Monday after a leak near the wall," he said.',
        "`` Divers shut the gates of the Tarrow dam on Monday after a leak near the wall , '' he said .",
        "May 4, 2021 10:15 Divers shut the gates of the Tarrow dam on Monday after a leak near the wall.",
        "Gates shut Monday.",
        "The choir of Orsk sang in the square on Monday before a crowd of many hundreds of people.",
    ],
)
def test_sentences_that_cannot_stand_for_the_day_come_last(worse: str) -> None:
    assert _sentences(worse)[-1] == worse


def test_a_day_that_nothing_is_told_of_has_no_words() -> None:
    table = read_table(pool(TOLD), Question("Tarrow dam"), MAY_3 - 9, MAY_3)
    assert len(day_words(table, MAY_3 - 5).rows) == 0


def test_the_next_mornings_undated_leads_shape_the_day_but_never_word_it() -> None:
    told: tuple[Telling, ...] = (*TOLD, ("2021-05-04", "C", "Divers and gates and the wall of the Tarrow dam."))
    table = read_table(pool(told), Question("Tarrow dam"), MAY_3, MAY_3)
    words = day_words(table, MAY_3)
    assert {int(table.day[r]) for r in words.rows} == {MAY_3}
    alone = day_words(read_table(pool(TOLD), Question("Tarrow dam"), MAY_3, MAY_3), MAY_3)
    assert words.scores.tolist() != alone.scores.tolist()


def test_scores_are_the_product_of_their_factors_and_come_best_first() -> None:
    table = read_table(pool(TOLD), Question("Tarrow dam"), MAY_3, MAY_3)
    words = day_words(table, MAY_3)
    product = 1.0
    for _, factor in words.factors:
        product = product * factor
    assert product == pytest.approx(words.scores)
    assert words.scores.tolist() == sorted(words.scores.tolist(), reverse=True)


def test_of_two_things_of_a_day_the_next_mornings_leads_say_which_was_the_news() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-20", "A", "Bakers of Orsk opened their new hall on May 3 with songs and much free bread."),
        ("2021-05-20", "B", "Divers of Lom closed the old lock on May 3 after a long leak in its gate."),
    )

    def first(day: str, lead: str) -> str:
        table = read_table(pool((*told, (day, "C", lead), (day, "D", lead))), Question("May"), MAY_3, MAY_3)
        return table.text(int(day_words(table, MAY_3).rows[0])).split()[0]

    assert first("2021-05-04", "Bakers opened the new hall of Orsk, with songs and free bread for all.") == "Bakers"
    assert first("2021-05-04", "Divers found the gate of the old lock of Lom with a long leak.") == "Divers"


PLAIN = "Divers shut the gates of the Tarrow dam on Monday after a leak was found near its wall."


def _factors(text: str, printed: str = "2021-05-04") -> dict[str, float]:
    table = read_table(pool(((printed, "A", text),)), Question("Tarrow dam"), MAY_3, MAY_3)
    words = day_words(table, MAY_3)
    return {name: float(column[0]) for name, column in words.factors}


@pytest.mark.parametrize(
    ("factor", "text"),
    [
        ("stands alone", f"They {PLAIN[7:]}"),
        ("no furniture", f"May 4, 2021 10:15 {PLAIN}"),
        ("no question", f"Why did divers {PLAIN[7:-1]}?"),
        ("in the outlet's own words", f'"{PLAIN[:-1]}," he said.'),
        ("length", "Divers shut the gates Monday."),
        ("length", PLAIN[:-1] + " and the lake behind it had risen" * 4 + "."),
    ],
)
def test_each_factor_is_lower_for_what_it_is_of(factor: str, text: str) -> None:
    plain, lower = _factors(PLAIN), _factors(text)
    assert 0 < lower[factor] < plain[factor] == 1


def test_length_falls_in_proportion() -> None:
    of = {
        n: _factors(" ".join(["Divers", "shut", "gates", "Monday", *["again"] * (n - 4)]) + ".")
        for n in (5, 10, 13, 28, 56)
    }
    length = {n: factors["length"] for n, factors in of.items()}
    assert length[13] == length[28] == 1
    assert length[10] == pytest.approx(2 * length[5])
    assert length[56] == pytest.approx(0.5)


def test_what_is_told_later_is_told_in_hindsight() -> None:
    on = [
        _factors("On May 3 divers shut the gates of the Tarrow dam near its wall.", f"2021-05-{d:02}")
        for d in (3, 4, 20)
    ]
    assert [f["hindsight"] for f in on] == sorted({f["hindsight"] for f in on})
    assert on[0]["hindsight"] == 1
    assert _factors("Divers will shut the gates of the Tarrow dam on May 3.", "2021-05-01")["hindsight"] == 1
    # It never makes up for all else.
    assert on[2]["hindsight"] < 2


def test_likeness_is_that_to_all_that_is_told_of_the_day() -> None:
    assert _factors(PLAIN)["likeness"] == pytest.approx(1)
    table = read_table(
        pool((*TOLD, ("2021-05-04", "C", "Bakers sang in the square of Orsk on Monday."))),
        Question("dam"),
        MAY_3,
        MAY_3,
    )
    words = day_words(table, MAY_3)
    likeness = {table.text(int(r)): float(v) for r, v in zip(words.rows, dict(words.factors)["likeness"], strict=True)}
    assert all(0 < value < 1 for value in likeness.values())
    assert min(likeness, key=likeness.__getitem__).startswith("Bakers")
    assert words.vectors @ words.vectors.T == pytest.approx((words.vectors @ words.vectors.T).T)
    assert (words.vectors**2).sum(axis=1) == pytest.approx(1)


def test_of_two_things_of_a_day_the_one_that_the_days_around_tell_of_is_of_the_story() -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-20", "A", "Bakers of Orsk opened their new hall on May 3 with songs and much free bread."),
        ("2021-05-20", "B", "Divers of Lom closed the old lock on May 3 after a long leak in its gate."),
    )

    def first(*others: Telling) -> str:
        table = read_table(pool((*told, *others)), Question("May"), MAY_3 - 20, MAY_3 + 20)
        return table.text(int(day_words(table, MAY_3).rows[0])).split()[0]

    bread, gate = (
        "Bakers of Orsk baked free bread in their hall on",
        "Divers of Lom looked at the gate of the old lock on",
    )
    near, far = ("May 5", "May 6"), ("April 15", "April 17")

    def of(words: str, days: tuple[str, ...]) -> list[Telling]:
        return [("2021-05-21", f"{words[:5]} {day}", f"{words} {day}.") for day in days]

    for one, other in ((bread, gate), (gate, bread)):
        assert first(*of(one, near)) == first(*of(one, far)) == one.split()[0]
        # what is near counts for more than what is far
        assert first(*of(one, near), *of(other, far)) == one.split()[0]
        # five days before or after are near
        for last, next_day in (("May 8", "May 9"), ("April 28", "April 27")):
            assert first(*of(one, (last,)), *of(other, (next_day,))) == one.split()[0]


def test_a_part_of_what_somebody_says_is_less_than_all_of_it() -> None:
    whole = _factors(f'"{PLAIN[:-1]}," he said.')["in the outlet's own words"]
    part = _factors(f'"{PLAIN}')["in the outlet's own words"]
    assert 0 < part < whole < 1


def test_a_sentence_of_two_days_is_less_of_the_second() -> None:
    text = "Divers shut the gates on May 3 after a leak was found near the wall on May 1."
    read = read_table(pool((("2021-05-04", "A", text),)), Question("Tarrow dam"), MAY_3 - 2, MAY_3)
    factors = [dict(day_words(read, MAY_3 - back).factors)["of this day"].tolist() for back in (0, 2)]
    assert factors[0] == [1]
    assert 0 < factors[1][0] < 1


def test_what_an_opinion_says_is_less_than_what_a_report_does() -> None:
    (report,) = pool((TOLD[0],)).articles
    opinion = replace(report, reading=replace(report.reading, piece=Piece("opinion", "it says so")))

    def news(one: PooledArticle) -> float:
        read = read_table(Pool.of([one], ENGLISH), Question("Tarrow dam"), MAY_3, MAY_3)
        return float(dict(day_words(read, MAY_3).factors)["news"][0])

    assert 0 < news(opinion) < news(report) == 1


def test_of_many_sentences_the_weightiest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    late: Telling = ("2021-05-20", "C", "On May 3 divers shut the gates of the Tarrow dam, an inquiry found.")
    bakers: Telling = ("2021-05-04", "D", "Bakers sang in the square of Orsk on Monday.")
    read = read_table(pool((*TOLD, late, bakers)), Question("Tarrow dam"), MAY_3, MAY_3)
    assert len(day_words(read, MAY_3).rows) == 4
    monkeypatch.setattr("leadup.timeline.wording.AT_MOST", 3)
    assert {read.text(int(row)) for row in day_words(read, MAY_3).rows} == {TOLD[0][2], TOLD[1][2], late[2]}
    monkeypatch.setattr("leadup.timeline.wording.AT_MOST", 1)
    assert {read.text(int(row)) for row in day_words(read, MAY_3).rows} == {late[2]}


def test_what_is_told_of_a_day_weighs_by_how_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # Three with no word in common: of the day by its words, printed on it, and printed on the next.
    told: tuple[Telling, ...] = (
        ("2021-05-05", "A", "The dam shook on May 3."),
        ("2021-05-03", "B", "Divers looked at walls."),
        ("2021-05-04", "C", "Bakers closed shops."),
    )
    for share in ("AROUND", "WINDOW"):
        monkeypatch.setattr(wording, share, 0.0)
    table = read_table(pool(told), Question("dam"), MAY_3, MAY_3)
    words = day_words(table, MAY_3)
    likeness = {table.text(int(r)): float(v) for r, v in zip(words.rows, words.factors[0][1], strict=True)}
    later = 1 + wording.LATER_IN_CENTROID * math.log1p(2)
    weights = ((1 + wording.ON_TOPIC_IN_CENTROID) * later, wording.HEADS_OF_DAY, wording.HEADS_OF_NEXT_DAY)
    length = math.sqrt(math.fsum(w * w for w in weights))
    assert likeness == pytest.approx({told[0][2]: weights[0] / length, told[1][2]: weights[1] / length})


def test_likeness_to_the_days_around_and_to_the_window_counts_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    told: tuple[Telling, ...] = (
        ("2021-05-20", "A", "The dam shook on May 3."),
        ("2021-05-20", "B", f"The dam shook on May {3 + wording.DAYS_AROUND}."),
        ("2021-05-20", "C", f"Bakers wept on May {4 + wording.DAYS_AROUND}."),
    )
    table = read_table(pool(told), Question("dam"), MAY_3 - 9, MAY_3 + 9)

    def likeness(around: float, window: float) -> float:
        monkeypatch.setattr(wording, "AROUND", around)
        monkeypatch.setattr(wording, "WINDOW", window)
        return float(day_words(table, MAY_3).factors[0][1][0])

    assert likeness(0, 0) == pytest.approx(1)
    # The days around tell the same, and nothing else; in the window others tell another thing.
    assert likeness(2, 0) == pytest.approx(1)
    rarity = {name: float(value) for name, value in zip(table.names, table.rarity, strict=True)}
    own = [2 * rarity[key] for key in ("dam", "shook")]
    every = [*own, *(rarity[key] for key in ("baker", "wept"))]
    alike = math.hypot(*own) / math.hypot(*every)
    assert likeness(0, 3) == pytest.approx((1 + 3 * alike) / 4)


@pytest.mark.parametrize(
    ("factor", "text", "worth"),
    [
        ("stands alone", f"They {PLAIN[7:]}", wording.DANGLING),
        ("no furniture", f"May 4, 2021 10:15 {PLAIN}", wording.FURNITURE),
        ("no question", f"Why did divers {PLAIN[7:-1]}?", wording.QUESTION),
        ("in the outlet's own words", f'"{PLAIN[:-1]}," he said.', wording.QUOTING),
        ("of this day", PLAIN, 1),
        ("news", PLAIN, 1),
    ],
)
def test_what_each_factor_is(factor: str, text: str, worth: float) -> None:
    assert _factors(text)[factor] == worth


def test_of_very_many_sentences_the_weightiest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    table = read_table(
        pool((*TOLD, ("2021-06-04", "C", "On May 3 divers shut the dam."))), Question("dam"), MAY_3, MAY_3
    )
    for most in (1, 2, 3, 4):
        monkeypatch.setattr(wording, "AT_MOST", most)
        words = day_words(table, MAY_3)
        assert len(words.rows) == min(most, 3)
        # What is told later weighs more.
        assert any(table.lag[r] > 9 for r in words.rows)
