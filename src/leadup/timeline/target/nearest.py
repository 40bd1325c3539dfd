"""What to say of an event that the articles do not tell of: what comes nearest, and which names are spelt otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from leadup.errors import UnknownTarget
from leadup.model import Question, Target
from leadup.reading.names.lexicon import Is, lexicon
from leadup.timeline.messages import Messages
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.foreign import is_foreign
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import UNREAL, Matcher
from leadup.timeline.target.month import told_month
from leadup.timeline.target.parts import DeedMatch
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.spelling import is_likely_slip
from leadup.timeline.target.whole_names import holds_a_name, whole_names
from leadup.timeline.target.whose import tells_of

_MESSAGES = Messages("nearest")
_FINDING = Messages("finding")
_OTHERWISE = Messages("otherwise")

LONGEST = 140
"""Code points of what is quoted as nearest."""
NAMED = 0.6
"""A place that tells of the event names this much of whom the question names, too."""
LOOSE = 0.75
"""What comes nearest holds at least this share of the event, and names all whom the question names. Without its deed it
is a headline or stands at the head of its article. Of twelve shown from half the event on an editor took eight for
jokes; of those from here on three in four are to the matter."""
LOOKED_AT = 5
"""Of the nearest, so many are looked at for one that names whom it is about."""
MOST_SPELLINGS = 3
"""A word that is near to more names than that is no misspelling of any."""


def guess_without_entries(question: Question) -> UnknownTarget:
    """The error where a day was guessed and nothing can be shown of it."""
    return UnknownTarget(_MESSAGES["not in these words"].format(asked=question.target), _MESSAGES["other deed"])


def unstated_guess(question: Question, target: Target) -> UnknownTarget:
    """The error where a day was guessed and nothing that can be shown of it states the event."""
    what = _FINDING["unstated"].format(asked=question.target, day=target.day)
    return UnknownTarget(what, _FINDING["give or add"], days=(target.day,))


def unknown_target(
    question: Question,
    asked: Asked,
    pool: Pool,
    matches: Sequence[Match],
    unheld: Mapping[str, Sequence[str]] = MappingProxyType({}),
    elsewhere: Collection[str] = (),
) -> UnknownTarget:
    """The error that says so. ``matches`` are what was found and held too little, or not to have happened; ``unheld``
    the names that no article of the whole archive holds, each with the names there that come nearest; ``elsewhere``
    those that articles of it hold, found or not."""
    language = asked.language
    what, do = _MESSAGES["nothing"].format(asked=question.target), _MESSAGES["other words"]
    month = told_month(matches, pool) if not unheld else None
    telling = [m for m in matches if is_told(asked, m)]
    told = tells_of(asked, telling, pool) if not unheld else None
    if unheld:
        what, do = _MESSAGES["unheld"].format(what=what, names=_listed(list(unheld))), _MESSAGES["check names"]
    elif month is not None:
        what = _MESSAGES["in month"].format(asked=question.target, month=month.name, articles=month.articles)
        do = _MESSAGES["give day of month"].format(first=month.first, last=month.last)
    elif is_foreign(question.target, language):
        what, do = _MESSAGES["as English"].format(what=what), _MESSAGES["in English"]
    elif told is not None:
        what, do = _MESSAGES["no day"].format(asked=question.target), _MESSAGES["give its day"]
    else:
        texts = [f"{a.title or ''} {a.text}" for a in pool.articles]
        names, lacking = whole_names(asked.slots, texts, language, question=asked.words)
        # What other articles name must not be said to be named by none.
        unnamed = [name for name in lacking if name not in elsewhere]
        if unnamed:
            what, do = _MESSAGES["unnamed"].format(what=what, names=_listed(unnamed)), _MESSAGES["fewer names"]
        elif lacking:
            what, do = _MESSAGES["not in these words"].format(asked=question.target), _MESSAGES["other deed"]
        elif names and any(s.kind == "deed" for s in asked.slots):
            in_other_words = _MESSAGES["not in these words"].format(asked=question.target)
            what = _MESSAGES["no deed"].format(what=in_other_words, names=_listed(names))
            do = _MESSAGES["other deed"]
    offered = [o for s in asked.slots for o in _otherwise(s, language)]
    offered += [o for name, others in unheld.items() for o in others if is_likely_slip(name, o, language)]
    suggestions = tuple(dict.fromkeys(offered))
    # What tells of another's deed in all its words is not near to it.
    is_others = told is None and bool(telling)
    near = _nearest(asked, pool, matches, suggestions) if not unheld and not is_others else ""
    if near and what == _MESSAGES["nothing"].format(asked=question.target):
        # What is quoted would be told "nothing", though it names the same ones.
        what, do = _MESSAGES["not in these words"].format(asked=question.target), _MESSAGES["other deed"]
    if suggestions:
        do = _MESSAGES["did you mean"].format(suggestions=_MESSAGES["or"].join(suggestions), do=do)
    if near:
        what = _MESSAGES["nearest"].format(what=what, near=near)
    days = (month.first, month.last) if month is not None else ()
    return UnknownTarget(what, do, nearest=near, suggestions=suggestions, days=days)


def told_of_another(question: Question, told: DeedMatch, match: Match, day: dt.date, pool: Pool) -> UnknownTarget:
    """The error where the articles tell of another's deed or of the contrary; ``match`` is what tells so, and ``told``
    which of these it tells."""
    words, published = _words_of(match, pool)
    near = f"“{_shortened(words)}” ({published})"
    message = _OTHERWISE.get(told.name.lower(), _OTHERWISE[DeedMatch.NOT_DONE.name.lower()])
    what = message.format(asked=question.target, day=day)
    return UnknownTarget(_MESSAGES["nearest"].format(what=what, near=near), _OTHERWISE["what did happen"], nearest=near)


def _words_of(match: Match, pool: Pool) -> tuple[str, str]:
    """The words of a place on one line, and when its article was published."""
    article = pool.articles[match.article]
    sentence = article.reading.sentences[match.sentence] if not match.is_title else None
    words = article.title or "" if sentence is None else article.text[sentence.start : sentence.end]
    return " ".join(words.split()), str(article.published or _MESSAGES["undated"])


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + "…"


def is_told(asked: Asked, match: Match) -> bool:
    """Does it tell of the event itself, whoever is asked about named in it, if not on which day?"""
    return match.tells and match.names_itself(asked, NAMED)


def _nearest(asked: Asked, pool: Pool, matches: Sequence[Match], spelt: Sequence[str]) -> str:
    """The words that come nearest, where they hold a name that is asked for, as asked or as ``spelt``; else nothing."""
    needed = {i for i, slot in enumerate(asked.slots) if slot.needed}
    loose = [] if matches else Matcher(asked, least=LOOSE, needed=False).matches(pool)
    names = [slot for slot in asked.slots if slot.is_name]
    groups = {slot.group for slot in names}
    near = matches or [m for m in loose if m.is_lead or not needed.isdisjoint(m.held)]
    found = [
        m
        for m in near
        if m.share >= LOOSE * (1.0 if m.real else UNREAL) and groups <= {asked.slots[i].group for i in m.held}
    ]
    for best in sorted(found, key=lambda m: (m.share, m.is_title, m.real, -m.article), reverse=True)[:LOOKED_AT]:
        words, published = _words_of(best, pool)
        words = _shortened(words)
        if names and not holds_a_name(names, words, spelt, language=asked.language, question=asked.words):
            # Whom it is about is named elsewhere: what is shown says nothing of them.
            continue
        return f"“{words}” ({published})"
    return ""


def _otherwise(slot: Slot, language: str) -> list[str]:
    """The spellings to offer for a name: no common word nor one of another length, and none where there are many."""
    known = lexicon(language).words
    likely = (w.capitalize() for w in slot.spelt if is_likely_slip(slot.asked, w, language))
    found = [w for w in likely if not known.get(w, 0) & Is.COMMON]
    return found if len(found) <= MOST_SPELLINGS else []


def _listed(words: Sequence[str]) -> str:
    return _MESSAGES["and"].join(repr(w) for w in words)
