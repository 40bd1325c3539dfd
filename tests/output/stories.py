"""Timelines made up for the suite: a strait that never was, states that never were, every sentence written here.

``story(n)`` has ``n`` entries (5, 20, 60 are used); ``crisis()`` has all that a timeline can hold; ``hostile()`` is
what a page must survive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from leadup.model import (
    Account,
    Action,
    Actor,
    Article,
    Category,
    Claim,
    DatedBy,
    DateSpan,
    DayVolume,
    Entry,
    EntryKind,
    EventDate,
    Evidence,
    Figured,
    Lineage,
    Link,
    LinkKind,
    Manner,
    Mention,
    PairDay,
    Paragraph,
    Published,
    Quad,
    Question,
    Reaction,
    Score,
    Span,
    Stance,
    Support,
    Target,
    Timeline,
    article_id,
)

TARGET = dt.date(2024, 5, 17)
EAST = dt.timezone(dt.timedelta(hours=3))
WEST = dt.timezone(-dt.timedelta(hours=4))

MARADIA = Actor("Maradia", "maradia", "state")
TARN = Actor("the Tarn Federation", "tarn", "state")
FRONT = Actor("the Harbour Front", "harbour-front", "armed group")
TOLK = Actor("Mara Tolk", "mara-tolk", "government", None, "Maradia's harbour minister")
VESK = Actor("Admiral Ilya Vesk", "ilya-vesk", "military", None, "commander of the Tarn fleet")
NORWAY = Actor("Norway", "norway", "state", "NOR")
LEAGUE = Actor("the League of Coastal States", "league", "international organisation")
DOCKERS = Actor("the dockers' union", "dockers", "civilians")
ACTORS = (MARADIA, TARN, FRONT, TOLK, VESK, NORWAY, LEAGUE, DOCKERS)

OUTLETS = {
    "The Port Herald": ("https://portherald.example/2024/05/{n}", EAST),
    "Tarn Daily": ("https://www.tarndaily.example/news/{n}.html", EAST),
    "Coastal Wire": ("https://coastalwire.example/story/{n}", dt.UTC),
    "The Inland Gazette": ("https://gazette.example/world/{n}", WEST),
    "صحيفة المرفأ": ("https://marfa.example/ar/{n}", EAST),
    "Nordlys Utenriks": ("https://nordlys.example/{n}", dt.timezone(dt.timedelta(hours=2))),
}

QUADS: dict[Category, tuple[Quad, float]] = {
    "ASSAULT": ("material conflict", -9.0),
    "COERCE": ("material conflict", -6.0),
    "MOBILIZE": ("material conflict", -5.0),
    "THREATEN": ("verbal conflict", -4.5),
    "ACCUSE": ("verbal conflict", -3.0),
    "REJECT": ("verbal conflict", -3.5),
    "CONSULT": ("verbal cooperation", 2.5),
    "SUPPORT": ("verbal cooperation", 3.0),
    "AID": ("material cooperation", 6.0),
    "RETREAT": ("material cooperation", 5.0),
}

Fact = tuple[int, EntryKind, str, tuple[int, ...], Actor | None, Category | None, Actor | None]
"""Days before the target, kind, wording, outlets by number, who acts or speaks, what, to whom."""

FACTS: tuple[Fact, ...] = (
    (14, "event", "Maradia raised the toll for ships in the Karsa Strait by a third.", (0, 2), MARADIA, None, None),
    (14, "statement", "“No one can close a sea to those who have always sailed it,” Admiral Ilya Vesk said in reply.",
     (1,), VESK, "REJECT", MARADIA),
    (12, "event", "Two Tarn patrol boats crossed the strait without paying the toll.", (0, 1, 2, 3), TARN, "COERCE",
     MARADIA),
    (12, "statement", "Mara Tolk said that the boats had been photographed and the bill would be sent.", (0,), TOLK,
     "ACCUSE", TARN),
    (11, "event", "Envoys of both states met in Geneva for talks that ended without a date for the next round.", (3, 5),
     MARADIA, "CONSULT", TARN),
    (9, "event", "At least 30 dockers were hurt when a crane fell during a strike at the port of Old Karsa.",
     (0, 2, 3, 4), DOCKERS, None, None),
    (9, "statement", "The dockers' union said that the crane had not been inspected for two years.", (0, 4), DOCKERS,
     "ACCUSE", MARADIA),
    (8, "event", "The Harbour Front seized a lighthouse on the northern shore overnight.", (0, 1, 2, 3, 4), FRONT,
     "ASSAULT", MARADIA),
    (8, "statement", "Mara Tolk accused the Tarn Federation of arming the men who took the lighthouse.", (0, 2), TOLK,
     "ACCUSE", TARN),
    (8, "statement", "The Tarn Federation denied any part in the seizure.", (1, 2), TARN, "REJECT", MARADIA),
    (6, "event", "Maradia answered the seizure by sending 1,200 soldiers to the northern shore.", (0, 2, 3), MARADIA,
     "MOBILIZE", FRONT),
    (6, "event", "Norway offered its good offices and a ship for talks at sea.", (5,), NORWAY, "SUPPORT", MARADIA),
    (5, "event", "Soldiers retook the lighthouse after a fight of three hours in which 24 people were killed.",
     (0, 1, 2, 3, 4), MARADIA, "ASSAULT", FRONT),
    (5, "statement", "“Whoever fires on our friends fires on us,” Admiral Ilya Vesk said.", (1, 3), VESK, "THREATEN",
     MARADIA),
    (4, "event", "The League of Coastal States called on all sides to hold their fire.", (3, 5), LEAGUE, "CONSULT",
     MARADIA),
    (3, "event", "In response to the fight, eleven ships of the Tarn fleet left harbour.", (0, 1, 2), TARN, "MOBILIZE",
     MARADIA),
    (2, "event", "A freighter carrying medicine was let through under a white flag.", (2, 5), TARN, "AID", MARADIA),
    (1, "statement", "Mara Tolk warned that the gates of the strait would be shut if one more ship sailed.", (0, 2, 3),
     TOLK, "THREATEN", TARN),
    (0, "event", "Hours after the warning, a Tarn cruiser passed the first buoy.", (1, 2), TARN, "COERCE", MARADIA),
    (0, "event", "Maradia closed the Karsa Strait to all shipping early Friday.", (0, 1, 2, 3, 4, 5), MARADIA, "COERCE",
     TARN),
)  # fmt: skip

BEFORE = "The strait is eleven miles wide at its narrowest and carries a fifth of the region's grain."
AFTER = "Insurers raised their rates the same evening, and several captains chose to wait in the roads."


def article(outlet: str, number: int, paragraphs: tuple[str, ...], published: dt.datetime, wire: str | None) -> Article:
    """An article of these paragraphs."""
    text = "\n\n".join(paragraphs)
    tiles, at = [], 0
    for words in paragraphs:
        tiles.append(Paragraph(at, at + len(words)))
        at += len(words) + 2
    url = OUTLETS[outlet][0].format(n=number)
    known = Published(published, "minute", "sure", "JSON-LD datePublished")
    return Article(
        article_id(text, outlet), url, text, tuple(tiles), url, outlet, f"Strait dispatch no. {number}",
        published=known, wire=wire, language="en",
    )  # fmt: skip


def evidence_of(piece: Article, words: str, day: dt.date, reason: str, by: DatedBy = "timex") -> Evidence:
    """The evidence that ``words`` of ``piece`` give for ``day``."""
    start = piece.text.index(words)
    span = Span.of(piece.id, piece.text, start, start + len(words))
    paragraph = piece.paragraph_at(start)
    assert paragraph is not None and piece.published is not None
    date = EventDate(DateSpan.day(day), by, reason, 0.9)
    mention = Mention(span, 1, day, date, piece.published.day, piece.outlet)
    whole = Span.of(piece.id, piece.text, paragraph.start, paragraph.end)
    return Evidence(mention, whole, piece.title, piece.outlet, piece.url, piece.source, piece.published, piece.wire)


def entry_of(number: int, fact: Fact) -> Entry:
    """The entry of a fact, with one article for each of its outlets; those beyond the third copy the wire."""
    before, kind, words, outlets, who, what, whom = fact
    day = TARGET - dt.timedelta(before)
    names = list(OUTLETS)
    found = []
    for place, at in enumerate(outlets):
        outlet = names[at]
        zone = OUTLETS[outlet][1]
        published = dt.datetime.combine(day, dt.time(7 + 2 * place, 15), zone) + dt.timedelta(days=place % 2)
        wire = "Coastal Wire" if place >= 2 else None
        body = f"{BEFORE} {words} {AFTER}" if place != 1 else f"{words} {BEFORE}"
        piece = article(outlet, 100 * number + place, (f"Dispatch {number} for {outlet}.", body), published, wire)
        reason = f"‘{day:%A}’ before {piece.published.day if piece.published else day}, the article's date"
        found.append(evidence_of(piece, words, day, reason, "timex" if place else "heading"))
    carried = [piece.outlet or "" for piece in found]
    ids = [piece.mention.span.article for piece in found]
    lineages = [Lineage(name, (id,), (name,)) for name, id in zip(carried[:2], ids[:2], strict=True)]
    if len(carried) > 2:
        lineages.append(Lineage("Coastal Wire", tuple(ids[2:]), tuple(carried[2:]), "credits Coastal Wire"))
    first = found[0].mention.span
    actions: tuple[Action, ...] = ()
    if what is not None:
        quad, force = QUADS[what]
        verb = words.split()[2]
        at = first.start + words.index(verb)
        place_name = "Geneva" if "Geneva" in words else None
        actions = (Action(at, at + len(verb), verb, what, quad, "happened", who, whom, place_name, force),)
    claims: tuple[Claim, ...] = ()
    if kind == "statement":
        manner: Manner = "quoted" if "“" in words else "paraphrased"
        whole = (first.start, first.start + len(words))
        claims = (Claim(((whole[0], whole[0] + 4),), (), (whole,), manner, who),)
    actors = tuple(actor for actor in (who, whom) if actor is not None)
    score = Score(2.5, (("busy day", 1.5, "12 articles of that day"), ("wording", 1.0, "names the target's actors")))
    return Entry(
        f"e{number:03d}", day, kind, first, tuple(found), Support(tuple(carried), tuple(lineages), len(found)),
        claims, actions, actors, score=score, is_target=words.startswith("Maradia closed"),
    )  # fmt: skip


def filler(number: int) -> Fact:
    """One more small fact, for long timelines."""
    places = ("Old Karsa", "the Long Mole", "Saltgate", "the eastern roads", "Fenmouth")
    things = (
        "{n} barges waited at {p} for a pilot who did not come.",
        "Fishermen of {p} sold {n} crates of herring below their price.",
        "A patrol counted {n} ships at anchor off {p} and turned back.",
        "The harbour master of {p} logged {n} complaints about the toll.",
    )
    words = things[number % 4].format(n=number + 11, p=places[number % 5])
    outlets = ((0,), (2, 3), (0, 4), (1, 2, 3, 5))[number % 4]
    return (14 - number % 15, "event", words, outlets, (MARADIA, DOCKERS, TARN, None)[number % 4], None, None)


def story(entries: int = 20) -> Timeline:
    """The made-up days before the closing of the Karsa Strait, in ``entries`` entries."""
    facts: list[Fact] = list(FACTS[-entries:] if entries < len(FACTS) else FACTS)
    facts += [filler(number) for number in range(entries - len(facts))]
    facts.sort(key=lambda fact: -fact[0])
    made = tuple(entry_of(number, fact) for number, fact in enumerate(facts, 1))
    days = [TARGET - dt.timedelta(n) for n in range(14, -1, -1)]
    volume = []
    for at, day in enumerate(days):
        here = sum(len(entry.evidence) for entry in made if entry.day == day)
        volume.append(DayVolume(day, 3 * here + at % 4, here + at % 3))
    goal = next(entry for entry in made if entry.is_target)
    return Timeline(
        Question("the closing of the Karsa Strait", TARGET),
        Target("the closing of the Karsa Strait", TARGET, "6 outlets date it to that Friday",
               (goal.evidence[0].mention,)),
        days[0], days[-1], made, tuple(volume), settings=(("days", "14"), ("detail", "normal")),
        articles_read=sum(len(entry.evidence) for entry in made),
    )  # fmt: skip


def _find(timeline: Timeline, words: str) -> Entry:
    return next(entry for entry in timeline.entries if words in entry.wording.exact)


def _link(entry: Entry, to: Entry, words: str, kind: LinkKind = "responds to", shown: bool = True) -> Link:
    whole = entry.evidence[0].paragraph
    at = whole.start + whole.exact.index(words)
    return Link(to.id, kind, Span(whole.article, at, at + len(words), words), "connective", shown)


def crisis(entries: int = 20) -> Timeline:
    """The story with its chain, accounts that differ, reactions, and the escalation by pair."""
    timeline = story(entries)
    links: tuple[tuple[str, str, str, LinkKind, bool], ...] = (
        ("said in reply", "raised the toll", "in reply", "responds to", True),
        ("crossed the strait", "raised the toll", "without paying the toll", "caused by", True),
        ("boats had been photographed", "crossed the strait", "the boats", "statement about", True),
        ("accused the Tarn", "seized a lighthouse", "the men who took the lighthouse", "statement about", True),
        ("denied any part", "accused the Tarn", "denied any part in the seizure", "responds to", True),
        ("sending 1,200", "seized a lighthouse", "answered the seizure", "responds to", True),
        ("retook the lighthouse", "sending 1,200", "Soldiers retook", "enables", False),
        ("Whoever fires", "retook the lighthouse", "fires on our friends", "statement about", True),
        ("eleven ships", "retook the lighthouse", "In response to the fight", "responds to", True),
        ("passed the first buoy", "warned that the gates", "Hours after the warning", "responds to", True),
        ("closed the Karsa", "warned that the gates", "closed the Karsa Strait", "caused by", True),
    )
    chained: dict[str, tuple[Link, ...]] = {}
    for at, to, words, kind, shown in links:
        entry = _find(timeline, at)
        link = _link(entry, _find(timeline, to), words, kind, shown)
        chained[entry.id] = (*chained.get(entry.id, ()), link)
    fight = _find(timeline, "retook the lighthouse")
    crane = _find(timeline, "a crane fell")

    def figured(entry: Entry, at: int, low: float, words: str) -> Figured:
        evidence = entry.evidence[at]
        start = evidence.paragraph.start + evidence.paragraph.exact.index(words)
        span = Span(evidence.paragraph.article, start, start + len(words), words)
        return Figured(low, low, evidence.outlet, evidence.mention.reported, span)

    accounts = {
        fight.id: (
            Account("killed", "person", "disputed", tuple(figured(fight, n, 24.0, "24 people") for n in range(3)),
                    "killed: 24 (3 outlets, May 12), 31 (Tarn Daily, from May 13)"),
        ),
        crane.id: (
            Account("wounded", "docker", "revised", tuple(figured(crane, n, 30.0, "30 dockers") for n in range(2)),
                    "hurt: at least 30 (2 outlets, May 8), 36 (from May 9)"),
        ),
    }  # fmt: skip
    made = tuple(
        replace(entry, responds_to=chained.get(entry.id, ()), accounts=accounts.get(entry.id, ()))
        for entry in timeline.entries
    )
    goal = _find(timeline, "closed the Karsa")
    said: tuple[tuple[str, str | None, Actor | None, Stance, str], ...] = (
        ("Norway", "NOR", NORWAY, "calls for restraint", "“Let the ships lie and let us talk,” Norway's envoy said."),
        ("Switzerland", "CHE", None, "calls for restraint", "Switzerland asked both sides to come back to Geneva."),
        ("the Tarn Federation", None, VESK, "threatens", "“A shut gate can be opened,” Admiral Ilya Vesk said."),
        ("the League of Coastal States", None, LEAGUE, "condemns", "The League called it a breach of its charter."),
        ("Iceland", "ISL", None, "supports", "Iceland said that every state may guard its own waters."),
        ("Norway", "NOR", None, "no position", "Oslo would not say whether its ships would sail on."),
    )  # fmt: skip
    reactions = []
    for number, (side, country, speaker, stance, words) in enumerate(said):
        outlet = list(OUTLETS)[number]
        text = f"Reactions came quickly. {words}"
        span = Span.of(article_id(text, outlet), text, text.index(words), len(text))
        reactions.append(Reaction(side, country, speaker, stance, span, goal.id, TARGET, outlet))
    pairs: dict[tuple[str, str, dt.date], tuple[float, float, tuple[str, ...]]] = {}
    for entry in made:
        for action in entry.actions:
            if action.source is None or action.target is None:
                continue
            key = (action.source.name, action.target.name, entry.day)
            verbal, material, ids = pairs.get(key, (0.0, 0.0, ()))
            if action.quad.startswith("verbal"):
                verbal += action.intensity
            else:
                material += action.intensity
            pairs[key] = (verbal, material, (*ids, entry.id))
    escalation = tuple(PairDay(a, b, day, v, m, ids) for (a, b, day), (v, m, ids) in sorted(pairs.items()))
    return replace(timeline, entries=made, reactions=tuple(reactions), escalation=escalation)


NASTY = (
    "<script>document.title='owned'</script> said the <b>banner</b> & \"nothing\" more.",
    "</style></script><img src=x onerror=document.title='owned'> followed {{ 7 * 7 }} and {% raw %}.",
    "The order \u202egnihton did\u202c was read \x1b[31mred\x1b[0m aloud \x07 twice\x00.",
    "W" * 4_000 + " was the longest word of the day.",
    "قالت الوزارة إن المضيق سيبقى مغلقا، ولم تقل حتى متى (12 مايو).",
    '=HYPERLINK("https://bad.example","click") was typed into the ledger, `code` and [link](javascript:alert(1)).',
    '--> ]]> \\ %0d%0aBEGIN:VEVENT\r\nEND:VCALENDAR, then; a, list; of "odd" things.',
)
NASTY_URLS = (
    "javascript:document.title='owned'",
    "data:text/html,<script>1</script>",
    "https://ok.example/a\"onmouseover=\"document.title='owned'",
    "https://user@evil.example/",
    "HTTPS://fine.example/path?q=1&r=2#top",
    "file:///etc/passwd",
    "https://[broken",
)
NASTY_OUTLETS = (
    "<img src=x onerror=alert(1)>",
    "صحيفة المرفأ المسائية الكبرى للأخبار والتحليلات",
    "\u202eelbaulav sweN",
    "Outlet" + "verylongname" * 60,
    "وكالة \u2067Karsa\u2069 ٢٤",
    "'; DROP TABLE outlets; --",
    "@SUM(A1)",
)


def hostile() -> Timeline:
    """Text from outside at its worst: tags, scripts, odd addresses, bidi controls, 4,000-letter words, formulas."""
    entries = []
    for number, (words, url, outlet) in enumerate(zip(NASTY, NASTY_URLS, NASTY_OUTLETS, strict=True)):
        text = f"Header </title><script>1</script>\n\nFirst & <i>foremost</i>. {words} Last."
        start = text.index(words)
        id = article_id(text, outlet)
        day = TARGET - dt.timedelta(len(NASTY) - 1 - number)
        published = Published(dt.datetime.combine(day, dt.time(23, 59), EAST), "minute", "likely", "<time> & guess")
        span = Span.of(id, text, start, start + len(words))
        date = EventDate(DateSpan.day(day), "timex", f"<b>{outlet}</b> 'Friday'", 0.5)
        whole = Span.of(id, text, text.index("First"), len(text))
        evidence = Evidence(
            Mention(span, 0, day, date, day, outlet), whole, f"{words[:40]}</title>", outlet, url,
            f"/pages/{outlet[:20]}", published, outlet,
        )  # fmt: skip
        actor = Actor(f"{outlet[:200]}</option>", f"k{number}", "unknown", "<b>", "<role>")
        other = Actor("\"'><svg onload=alert(1)>", "other")
        action = Action(start, start + 1, words[0], "THREATEN", "verbal conflict", "planned", actor, other, "<place>")
        claim = Claim(((start, start + 3),), (), ((start, start + 5),), "partly quoted", actor, False)
        links = (Link(f"e{number - 1}", "caused by", span, "<rule>"),) if number else ()
        account = Account("killed<", "<u>", "disputed", (), f"killed: {words[:30]}")
        entries.append(
            Entry(
                f"e{number}",
                day,
                "statement" if number % 2 else "event",
                span,
                (evidence,),
                Support((outlet,), (Lineage(outlet, (id,), (outlet,), words[:20]),), 1),
                (claim,),
                (action,),
                (actor, other),
                (),
                (account,),
                links,
                Score(1.0, (("<part>", 1.0, words[:50]),)),
            )
        )
    first, last = entries[0].day, entries[-1].day
    reaction = Reaction("<side>", "<country>", entries[0].actors[0], "condemns", entries[1].wording, "e1", first, "<o>")
    pairs = tuple(PairDay("<a>" * 40, "\"'>", entry.day, -3.0, 1.0, (entry.id, "nowhere")) for entry in entries)
    return Timeline(
        Question("</title><script>document.title='owned'</script>"),
        Target("</title><script>document.title='owned'</script> \u202e", last, "because </p> & \x1b[2J"),
        first, last, tuple(entries), tuple(DayVolume(entry.day, 2, 1) for entry in entries), (reaction,), pairs,
        (("<key>", "<value>"),), 7,
    )  # fmt: skip


def one(words: str, outlet: str | None = "The Port Herald", url: str | None = None) -> Timeline:
    """A timeline of one entry with these words, in a paragraph with words before and after."""
    text = f"Before. {words} After."
    id = article_id(text, outlet)
    span = Span.of(id, text, 8, 8 + len(words))
    mention = Mention(span, 0, TARGET, EventDate(DateSpan.day(TARGET), "timex", "a reason"), TARGET, outlet)
    evidence = Evidence(mention, Span.of(id, text, 0, len(text)), words, outlet, url, "file", None)
    support = Support((outlet,) if outlet else (), (), 1)
    entry = Entry("e1", TARGET, "event", span, (evidence,), support)
    return Timeline(Question(f"a {words}"), None, TARGET, TARGET, (entry,))


def folded() -> Timeline:
    """The crisis with entries that are less sure to belong: two on a day of their own, one first and one last of their
    day, one between others."""
    doubted = {"e001", "e002", "e003", "e007", "e013"}
    told = crisis()
    return replace(told, entries=tuple(replace(e, less_sure=e.id in doubted) for e in told.entries))
