"""A made-up newsroom's archive: one story over two weeks among others of the same weeks, and small matters besides."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.timeline import making

from leadup.model import Article

FIRST = dt.date(2021, 5, 1)

BRIDGE = (
    (0, "Valley Post", "Cracks found in Lom bridge", "Engineers found cracks in the Lom bridge at Hask on Saturday. "
     "The road office of Norland said that lorries must go round by Tarn. The Lom bridge was built in 1961."),
    (0, "Hask Daily", "Lorries barred from bridge", "Lorries were barred from the Lom bridge at Hask on Saturday after "
     "engineers found cracks in a pier. The road office said cars could still cross."),
    (3, "Valley Post", "Norland minister says bridge is safe", "Transport minister Ida Varo said on Tuesday that the "
     "Lom bridge at Hask was safe for cars. The cracks in its pier were old, she said."),
    (3, "National Mail", "Minister stands by Lom bridge", "Transport minister Ida Varo visited the Lom bridge at Hask "
     "on Tuesday and said that cars could cross it. Engineers of the road office were not so sure."),
    (6, "Hask Daily", "Engineer leaves over bridge", "The chief engineer of Hask, Olav Brenn, resigned on Friday over "
     "the Lom bridge. He had asked for it to be closed, the road office said."),
    (6, "Valley Post", "Brenn resigns", "Chief engineer Olav Brenn resigned on Friday after the road office of Norland "
     "left the Lom bridge at Hask open to cars."),
    (10, "Valley Post", "Lom bridge collapses at Hask", "The Lom bridge at Hask collapsed on Tuesday morning, killing "
     "nine people. Cars fell into the river Lom. Engineers had found cracks in its pier on May 1, and the chief "
     "engineer, Olav Brenn, resigned on May 7."),
    (10, "Hask Daily", "Nine dead as bridge falls", "Nine people died when the Lom bridge at Hask collapsed on "
     "Tuesday. Transport minister Ida Varo had called it safe on May 4. Who will answer for it?"),
    (11, "National Mail", "After the collapse", "The Lom bridge collapsed on Tuesday and took nine lives in Hask. "
     "Minister Ida Varo spoke of it on Wednesday and did not take questions."),
)  # fmt: skip
"""Days after FIRST, outlet, title, text."""

OTHERS = (
    ("Port strike", "Dockers of Ossa walked out on {day} over pay. The port of Ossa stood still, the union said."),
    ("Grain price", "The price of barley rose on {day} at the exchange of Marn. Traders spoke of a dry spring."),
    ("Cup match", "Ossa United beat Tarn Rovers on {day} by two goals. The cup final is in June."),
    ("Vote in Marn", "The council of Marn voted on {day} for a new school. Parents had waited for it for years."),
    ("Storm at sea", "A storm hit the coast of Ossa on {day} and sank two boats. No one was hurt."),
    ("New museum", "A museum of clocks opened in Tarn on {day}. The mayor cut the ribbon and the bells rang."),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def article(day: dt.date, outlet: str, title: str, text: str) -> Article:
    """An article of one paragraph, printed on a day."""
    found = making.article(text, outlet, day)
    return replace(found, source=f"{outlet}/{day}/{title}.txt", title=title, language="en")


def articles() -> list[Article]:
    """The bridge's articles and, for each day from four weeks before to the end, six of other matters."""
    found = [article(FIRST + dt.timedelta(n), outlet, title, text) for n, outlet, title, text in BRIDGE]
    for n in range(-28, 13):
        day = FIRST + dt.timedelta(n)
        for title, text in OTHERS:
            told = text.format(day=WEEKDAYS[day.weekday()])
            found.append(article(day, "Marn Courier", f"{title}, {day:%B} {day.day}", f"{told} It was day {n + 30}."))
    return found
