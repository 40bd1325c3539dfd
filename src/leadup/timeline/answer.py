"""From a question to a timeline, one stage after another, each with a room or module of its own.

1. Target: which event is meant, and on which day (:mod:`leadup.timeline.target`).
2. Retrieval: the articles of its story, in a pool (:mod:`leadup.timeline.story`).
3. Days, happenings and wording: which sentences are told, under which days
   (:mod:`leadup.timeline.before_and_after`, :mod:`leadup.timeline.choice`).
4. Evidence and links: who else tells it, who says it, and what it answers (:mod:`leadup.timeline.entries`).
5. What came of it: reactions, and how it grew (:mod:`leadup.timeline.reactions`, :mod:`leadup.timeline.escalation`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from leadup.errors import EmptyWindow
from leadup.model import Detail, Entry, Question, Reaction, Target, Timeline
from leadup.reading.deep import ReadDeep
from leadup.timeline import reactions
from leadup.timeline.article_source import ArticleSource, Multilingual
from leadup.timeline.before_and_after import choose_before_and_after
from leadup.timeline.choice import Choice
from leadup.timeline.dating import volume_of
from leadup.timeline.entries import compose_entries
from leadup.timeline.escalation import escalation_curve
from leadup.timeline.language import asked_in
from leadup.timeline.story import Story, earlier_days, find_story
from leadup.timeline.target import find_target, seek_target
from leadup.timeline.target.nearest import guess_without_entries, unstated_guess
from leadup.timeline.target.question_words import asked_words
from leadup.timeline.window import nothing_of, window

REPORTED_WITHIN = dt.timedelta(31)
"""Most reports of a day come within a month; later ones are found by the days that their text names."""


def lead_up(
    source: ArticleSource,
    question: Question,
    read_deep: ReadDeep,
    *,
    limit: int = 2_000,
    on_target: Callable[[Target], None] | None = None,
) -> Timeline:
    """The timeline that answers the question from the source's articles.

    ``read_deep`` reads the chosen sentences; ``limit`` caps the articles in which the event is sought; ``on_target`` is
    given the target as soon as it is known, long before the rest. The same source and question give the same
    timeline, to the byte. Raises UnknownTarget where nothing speaks of the target, or its day is but a guess and
    nothing that is shown states it, EmptyWindow where nothing is told of the days asked for, BadQuestion where the
    question does not hold together.
    """
    return lead_up_in(source, question, (question.detail,), read_deep, limit=limit, on_target=on_target)[0]


def lead_up_in(
    source: ArticleSource,
    question: Question,
    details: Sequence[Detail],
    read_deep: ReadDeep,
    *,
    limit: int = 2_000,
    on_target: Callable[[Target], None] | None = None,
) -> tuple[Timeline, ...]:
    """The timelines that answer the question in each of these details, as ``lead_up`` does in the question's own.

    Its target and its story are the same in all of them, and sought once.
    """
    language = asked_in(question)
    question.require_short()
    target: Target | None = None
    if question.date is None and (question.first is None or question.last is None):
        target = seek_target(question, source, limit, language=language)
        if on_target is not None and target is not None:
            on_target(target)
    first, last = window(question, target)
    story = find_story(source, question, target, first, last, _reported(last), language)
    if story is None:
        raise EmptyWindow(
            f"no article tells of {first} to {last} in these words", "Widen --days, or look with `leadup search`"
        )
    if target is None and question.date is not None:
        target = find_target(question, story.pool)
    made = [_composed(replace(question, detail=d), target, story, first, last, read_deep) for d in details]
    unread = source.unread(asked_words(question, language), first, last) if isinstance(source, Multilingual) else ()
    earlier = None if story.whole else earlier_days(source, story, first)
    settings = (("limit", str(limit)),)
    return tuple(replace(t, settings=settings, earlier=earlier, unread=unread) for t in made)


def _composed(
    question: Question, target: Target | None, story: Story, first: dt.date, last: dt.date, read_deep: ReadDeep
) -> Timeline:
    """The timeline of a story whose target is known, but for what is the same in all details."""
    choices = _chosen(question, target, story, first, last)
    entries = compose_entries(choices, story.by_id, story.readings, target, read_deep, story.pool)
    if target is not None and target.is_guess and question.date is None and not any(e.is_target for e in entries):
        # Of seven such answers to 320 questions of 2012-2016 two had the right day.
        raise unstated_guess(question, target)
    return Timeline(
        question=question,
        target=target,
        first=first,
        last=last,
        entries=entries,
        volume=volume_of(story.pool, first, last),
        reactions=_reactions(question, target, entries, story, read_deep),
        escalation=escalation_curve(entries, language=story.language),
        articles_read=len(story.pool),
    )


def _chosen(
    question: Question, target: Target | None, story: Story, first: dt.date, last: dt.date
) -> tuple[Choice, ...]:
    """What is told of the window. Raises, where that is nothing, the error that says most of why."""
    try:
        return choose_before_and_after(question, target, story, first, last)
    except EmptyWindow:
        if question.date is not None and target is not None and not (target.evidence or target.headlines):
            raise nothing_of(question, first, last) from None
        if question.date is not None or target is None or not target.is_guess:
            raise
        # A day that was but guessed, and of which nothing can be shown, is not told of.
        raise guess_without_entries(question) from None


def _reactions(
    question: Question,
    target: Target | None,
    entries: Sequence[Entry],
    story: Story,
    read_deep: ReadDeep,
) -> tuple[Reaction, ...]:
    """What was said about the target, where its aftermath is asked for."""
    about = next((e for e in entries if e.is_target), None)
    if about is None or target is None or not question.after:
        return ()
    judged = reactions.Judged(about, target, language=story.language)
    return reactions.group(
        about,
        tuple(story.by_id.values()),
        story.readings,
        read_deep,
        days=question.after,
        earlier=entries,
        judged=judged,
        heads=judged.heads(story.pool.articles),
        language=story.language,
    )


def _reported(last: dt.date) -> dt.date:
    """Until when reports of a window's last day are looked for."""
    return min(last, dt.date.max - REPORTED_WITHIN) + REPORTED_WITHIN
