"""The next day, a day earlier, that night: counted from the day told of right before, and from no other."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import tag

DCT = dt.date(2020, 1, 16)
FAR = "The council then spoke about the harbour and its many old boats for a long while. " * 6


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge fell on Jan. 3. The next day, divers went down.", "next day", "2020-01-04"),
        ("The bridge fell on Jan. 3.\n\nThe next day, divers went down.", "next day", "2020-01-04"),
        ("The bridge fell on Jan. 3. Later that day, divers went down.", "that day", "2020-01-03"),
        ("The bridge fell on Jan. 3. Divers went down that night.", "that night", "2020-01-03TNI"),
        ("The bridge fell on Jan. 3. The following morning divers went down.", "following morning", "2020-01-04TMO"),
        ("The bridge fell on Jan. 3. A boat had sunk a day earlier.", "a day earlier", "2020-01-02"),
        ("The bridge fell on Jan. 3. A boat had sunk the day before.", "the day before", "2020-01-02"),
        (f"The bridge fell on Jan. 3. {FAR}The next day, divers went down.", "next day", "XXXX-XX-XX"),
        (f"The bridge fell on Jan. 3. {FAR}Divers went down that night.", "that night", "XXXX-XX-XXTNI"),
        (f"The bridge fell on Jan. 3. {FAR}A boat had sunk a day earlier.", "A day earlier", "XXXX-XX-XX"),
        ("He spoke on Tuesday of a fire in March 2016. The next day, Lund had left.", "next day", "XXXX-XX-XX"),
        ("He spoke on Tuesday of a fire in 1982. She vanished that evening.", "that evening", "XXXX-XX-XXTEV"),
        ("He spoke on Tuesday, in a cold January. The next day he left.", "next day", "2020-01-15"),
        ("Lund was elected in May 1987. The next day, she resigned.", "next day", "XXXX-XX-XX"),
        ("Lund was elected on Thursday. The next day, she resigned.", "next day", "XXXX-XX-XX"),
        ("Lund will be elected on Friday. The next day, she will resign.", "next day", "2020-01-18"),
        ("The bridge fell on Jan. 3. The next day, January 10, divers went down.", "next day", "2020-01-10"),
        ("A letter of Jan. 3 speaks of a talk the previous day, Dec. 20, on boats.", "previous day", "2019-12-20"),
        # of a day that is counted from an event, and so of none that was told of before
        ("It fell on Jan. 3. Lund died two days after the fall. Dunn died the next day.", "next day", "XXXX-XX-XX"),
        ("It fell on Jan. 3. The day after the fall, boats came. Divers left the next day.", "next day", "XXXX-XX-XX"),
        ("It fell on Jan. 3. Hours after the fall, boats came. Divers left the next day.", "next day", "2020-01-04"),
        ("Two days after the Jan. 3 fall boats came. Divers left the next day.", "next day", "XXXX-XX-XX"),
        (
            "Boats came two days after the fall. On Jan. 5 it rained. Divers left the next day.",
            "next day",
            "2020-01-06",
        ),
        ("Two days after the fall, on Jan. 5, boats came. Divers left the next day.", "next day", "2020-01-06"),
        ("On Jan. 5, two days after the fall, boats came. Divers left the next day.", "next day", "2020-01-06"),
        # of whatever day is argued of, in what is told of now
        ("Lund rules by whether he has slept that morning.", "that morning", "XXXX-XX-XXTMO"),
        ("It fell on Jan. 3. Lund always asks who is there that night.", "that night", "XXXX-XX-XXTNI"),
        ("It fell on Jan. 3. Lund asked whether she was there that night.", "that night", "2020-01-03TNI"),
        ("It fell on Jan. 3. Lund has said that he went that night.", "that night", "2020-01-03TNI"),
        ("Whether he slept is not known. It is late. He left that night.", "that night", "2020-01-16TNI"),
        ("A day earlier, the council had met.", "A day earlier", "2020-01-15"),
    ],
)
def test_it_goes_on_from_the_day_told_of_right_before(text: str, words: str, value: str) -> None:
    found = next(t for t in tag(text, DCT) if words.lower() in t.exact.lower())
    assert found.value == value
    assert (found.span is None) == value.startswith("XXXX")


def test_under_a_heading_it_goes_on_from_the_headings_day() -> None:
    found = tag(FAR + "The next day, divers went down.", DCT, sections=[(0, dt.date(2020, 1, 3))])
    assert [t.value for t in found] == ["2020-01-04"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on the last night of the congress.", "XXXX-XX-XXTNI"),
        ("He spoke last night of the congress.", "2020-01-15TNI"),
        ("We are following Friday's vote in a new post.", "2020-01-17"),
        ("The following Friday's vote was close.", "2020-01-17"),
    ],
)
def test_neighbours(text: str, value: str) -> None:
    assert [t.value for t in tag(text, DCT)] == [value]
