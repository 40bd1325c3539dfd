"""Articles read lightly and packed, ready to be stored; and whether a reading that is kept was made by this leadup."""

from __future__ import annotations

import os

from leadup.archive.codec import IndexedArticle, days_told, pack_article, pack_reading
from leadup.archive.repeats import lines_of
from leadup.model import Article, Reading
from leadup.signatures import signature


def prepare(article: Article) -> IndexedArticle:
    """Date the article where its page does not, read it lightly, and pack it."""
    # Imported when there is something to read: looking into an archive need not wait for the readers.
    from leadup.reading.language import with_language
    from leadup.reading.publication import dated

    article = dated(with_language(article))
    reading = read(article)
    return IndexedArticle(
        article, pack_article(article), pack_reading(reading), signature(article.text), days_told(reading),
        lines_of(article, reading),
    )  # fmt: skip


def read(article: Article) -> Reading:
    """The light reading of an article whose language and day are known."""
    from leadup.reading.light import read_light

    return read_light(article)


def is_current(reading: Reading) -> bool:
    """Did this very leadup make the reading?"""
    from leadup.reading.light import light_mark

    return reading.reader == light_mark() or keeps_readings()


def keeps_readings() -> bool:
    """Are kept readings taken for current, whoever made them (``LEADUP_READINGS=kept``)? For those who work on the
    readers and would else have a large archive read again at every change."""
    return os.environ.get("LEADUP_READINGS") == "kept"
