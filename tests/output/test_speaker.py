from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.model import Actor, ActorKind, Claim, Span
from leadup.output.cast import shown_speaker
from leadup.output.speaker import held_before, in_running_text, is_told_by_another, manner_of, office, whole_body

TEXT = "She said the quay was shut. A new ferry survey found the same."
SHE, SURVEY = (0, 3), (28, 46)


@pytest.mark.parametrize(
    ("source", "speaker", "certain", "speaker_certain", "expected"),
    [
        (
            SHE,
            Actor("Mara Tolk", "mara tolk", "person", role="mayor"),
            True,
            True,
            ("Mara Tolk", "mayor", True),
        ),
        (SHE, Actor("Mara Tolk", "mara tolk", "person"), False, True, ("Mara Tolk", None, False)),
        (SHE, Actor("Mara Tolk", "mara tolk", "person"), True, False, ("She", "probably Mara Tolk", False)),
        # nobody known, and doubtful that anybody says it: not shown
        (SURVEY, Actor("new ferry survey", "new ferry survey"), False, True, None),
        (SURVEY, Actor("new ferry survey", "new ferry survey"), True, True, ("new ferry survey", None, True)),
        # no pronoun: its name is not said again
        (SURVEY, Actor("ferry survey", "ferry survey"), True, False, ("A new ferry survey", None, False)),
    ],
)
def test_the_speaker_shown(
    source: tuple[int, int],
    speaker: Actor,
    certain: bool,
    speaker_certain: bool,
    expected: tuple[str, str | None, bool] | None,
) -> None:
    claim = Claim((source,), (), ((4, 27),), "paraphrased", speaker, certain, speaker_certain)
    shown = shown_speaker(claim, TEXT, language=ENGLISH)
    assert (shown and (shown.name, shown.beside, shown.sure)) == expected


@pytest.mark.parametrize(
    ("name", "certain", "shown"),
    [
        ("its officials", False, False),
        ("Their leaders", False, False),
        ("its officials", True, False),
        ("port officials", False, True),
        ("Itso Tarn", False, True),
    ],
)
def test_a_guess_tells_whose_officials_they_are(name: str, certain: bool, shown: bool) -> None:
    speaker = Actor(name, name.casefold(), "government")
    claim = Claim(((0, 3),), (), ((4, 27),), "paraphrased", speaker, certain, True)
    assert (shown_speaker(claim, TEXT, language=ENGLISH) is not None) is shown


@pytest.mark.parametrize(
    ("name", "of", "shown"),
    [
        ("his lawyer", "Jo Venn", True),
        ("his lawyer", None, False),
        ("their leaders", "hundreds of Sudlanders", False),
        ("statement", None, False),
        ("Their comments", None, False),
        ("interview transcript", None, False),
        ("speech", None, False),
        ("letter to the mayor", None, False),
        ("letter to the mayor", "Jo Venn", True),
        ("Orsk Post", None, True),
        ("Post", None, True),
        ("union letter carriers", None, True),
        ("harbour officials’ statement", None, True),
        ("a new report", None, True),
    ],
)
def test_what_is_said_or_written_is_no_speaker(name: str, of: str | None, shown: bool) -> None:
    claim = Claim(((0, 3),), (), ((4, 27),), "paraphrased", Actor(name, name.casefold(), "government", of=of))
    assert (shown_speaker(claim, TEXT, language=ENGLISH) is not None) is shown


@pytest.mark.parametrize(
    ("name", "said", "kind", "shown"),
    [
        ("Associated Press", "I shut the quay", "media", False),
        ("Associated Press", "We’re to shut the quay", "media", False),
        ("Associated Press", "The quay is shut", "media", True),
        ("Washington Post", "We think the quay should be shut", "media", True),
        ("Washington Post", "It is my quay", "media", False),
        ("Mara Tolk", "I shut the quay", "media", True),
    ],
)
def test_an_agency_says_nothing_of_itself(name: str, said: str, kind: ActorKind, shown: bool) -> None:
    text = f"“{said},” she told {name}."
    claim = Claim(((5, 8),), (), ((0, len(said) + 3),), "quoted", Actor(name, name.casefold(), kind))
    assert (shown_speaker(claim, text, language=ENGLISH) is not None) is shown


@pytest.mark.parametrize(
    ("source", "name", "kind", "shown"),
    [
        ("The damage from Jo Venn’s leaks", "damage from Jo Venn’s leaks", "unknown", None),
        ("the thrust of her remarks", "thrust of her remarks", "unknown", None),
        ("the polling", "polling", "unknown", None),
        ("an Orsk Press count released Friday", "Orsk Press count", "media", None),
        ("will be an impetus", "will be an impetus", "unknown", None),
        # neighbours: what holds words, and a name
        ("a poll", "poll", "unknown", "a poll"),
        ("the harbour indictment", "harbour indictment", "unknown", "the harbour indictment"),
        ("Orsk’s Upturn", "Orsk’s Upturn", "unknown", "Orsk’s Upturn"),
        ("Jack", "Jack", "unknown", "Jack"),
        ("Washington", "Washington", "unknown", None),
        # cut in two by the reading, and no pronoun
        ("GOP … -elect Mara Tolk", "GOP Sen.-elect Mara Tolk", "person", "GOP Sen.-elect Mara Tolk"),
    ],
)
def test_a_guess_that_is_no_pronoun_is_a_name_or_holds_words(
    source: str, name: str, kind: ActorKind, shown: str | None
) -> None:
    claim = Claim(((0, len(source)),), (), ((4, 9),), "paraphrased", Actor(name, name.casefold(), kind), True, False)
    found = shown_speaker(claim, source, language=ENGLISH)
    assert (found and found.name) == shown
    assert found is None or found.guess is None


@pytest.mark.parametrize(
    ("source", "name", "of", "shown"),
    [
        ("The governor", "governor", None, ("the governor", None)),
        ("a source", "source", None, ("a source", None)),
        ("the report", "report", None, ("the report", None)),
        ("source", "source", None, None),
        ("Reports", "Reports", None, None),
        ("polls", "polls", None, ("polls", None)),
        ("will be a leader", "will be a leader", None, None),
        ("Port officials", "Port officials", None, ("Port officials", None)),
        ("critics", "critics", None, ("critics", None)),
        ("The Tolk campaign", "Tolk campaign", "Mara Tolk", ("Tolk campaign", None)),
        ("Tolk’s own campaign", "Tolk’s own campaign", "Mara Tolk", ("Tolk’s own campaign", None)),
        ("The campaign", "campaign", "Mara Tolk", ("the campaign", "of Mara Tolk")),
        # a list of shots
        ("PORT MINISTER MARA TOLK SAYING", "PORT MINISTER MARA TOLK SAYING", None, ("Port Minister Mara Tolk", None)),
        ("U.S. MAYOR MARA TOLK", "U.S. MAYOR MARA TOLK", None, ("U.S. Mayor Mara Tolk", None)),
        ("ORSK PORT", "ORSK PORT", None, ("ORSK PORT", None)),
        *(
            (caps, caps, None, (shown, None))
            for caps, shown in (
                ("US SECRETARY OF STATE MARA TOLK", "US Secretary of State Mara Tolk"),
                ("MINISTER FOR THE PORT MARA O'TOLK", "Minister for the Port Mara O'Tolk"),
                ("JOHN MCTOLK III SAYING", "John McTolk III"),
                ("GEN. MARA TOLK JR.", "Gen. Mara Tolk Jr."),
                ("LOM VP DR MARA TOLK", "Lom VP Dr Mara Tolk"),
                ("TOLK'S LAWYER MARA VENN", "Tolk's Lawyer Mara Venn"),
                ("NATO SECRETARY GENERAL MARA TOLK", "NATO Secretary General Mara Tolk"),
                # Short names of bodies, one after the other.
                ("SEIU AFSCME AFT", "SEIU AFSCME AFT"),
                ("NBC ABC CBS", "NBC ABC CBS"),
            )
        ),
        # when it was, before who it was
        ("the night authorities", "night authorities", None, ("authorities", None)),
        ("the day officials", "day officials", None, ("officials", None)),
        ("the night editor", "night editor", None, ("night editor", None)),
        # a name, and what is said of it behind it
        ("Tolk Lager, the beer company that left", "beer company", None, ("Tolk Lager", "beer company")),
        ("Yesterday in Orsk, the beer company", "beer company", None, ("beer company", None)),
        ("the port, the beer company", "beer company", None, ("beer company", None)),
    ],
)
def test_a_description_is_shown_as_it_is_given(
    source: str, name: str, of: str | None, shown: tuple[str, str | None] | None
) -> None:
    claim = Claim(((0, len(source)),), (), ((4, 9),), "paraphrased", Actor(name, name.casefold(), "government", of=of))
    found = shown_speaker(claim, source, language=ENGLISH)
    assert (found and (found.name, found.beside)) == shown


@pytest.mark.parametrize(
    ("name", "kind", "certain", "shown"),
    [
        ("man", "civilians", False, False),
        ("man", "civilians", True, True),
        ("Orsk man", "civilians", False, True),
        ("governor", "government", False, True),
    ],
)
def test_some_person_is_no_speaker_where_that_is_doubtful(
    name: str, kind: ActorKind, certain: bool, shown: bool
) -> None:
    source = f"a {name}"
    claim = Claim(((0, len(source)),), (), ((4, 9),), "paraphrased", Actor(name, name, kind), certain)
    assert (shown_speaker(claim, source, language=ENGLISH) is not None) is shown


@pytest.mark.parametrize(
    ("role", "source", "shown"),
    [
        ("raspy-voiced President", "Mara Tolk", "President"),
        ("A raspy-voiced President", "Mara Tolk", "President"),
        ("conservative Port Committee chairman", "Mara Tolk", "Port Committee chairman"),
        ("court-appointed lawyer", "Mara Tolk", "court-appointed lawyer"),
        ("top-ranking Lom diplomat", "Mara Tolk", "top-ranking Lom diplomat"),
        ("Lom Gov. -elect", "Mara Tolk", "Lom Gov.-elect"),
        ("former Lom Gov.", "Mara Tolk", "former Lom Gov."),
        ("former Sen.", "Mara Tolk", "former Sen."),
        ("presidential candidate Sen.", "Mara Tolk", "Sen."),
        ("manager", "the Venn campaign manager Mara Tolk", "Venn campaign manager"),
        ("manager", "Mara Tolk", None),
        ("Secretary", "Mara Tolk", None),
        ("Port Secretary", "Mara Tolk", "Port Secretary"),
        ("harbour manager", "Mara Tolk", "harbour manager"),
    ],
)
def test_an_office_without_what_is_no_part_of_it(role: str, source: str, shown: str | None) -> None:
    assert office(role, "Mara Tolk", source, ENGLISH) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Former Lom Gov. Mara Tolk spoke.", "former Lom Gov."),
        ("The former governor of Lom was there, and Lom Gov. Mara Tolk spoke.", "Lom Gov."),
        ("Ex-Lom Gov. Tolk spoke.", "ex-Lom Gov."),
        ("A former Lom Gov. Jo Venn spoke.", "Lom Gov."),
        ("He met his former ally Lom Gov. Mara Tolk.", "Lom Gov."),
        ("The executive Lom Gov. Mara Tolk spoke.", "Lom Gov."),
    ],
)
def test_an_office_held_no_more(text: str, shown: str) -> None:
    assert held_before("Lom Gov.", "Mara Tolk", ("Lom Gov. Mara Tolk came.", text), ENGLISH) == shown
    assert held_before("former Lom Gov.", "Mara Tolk", (text,), ENGLISH) == "former Lom Gov."


@pytest.mark.parametrize(
    ("text", "source", "cue", "others", "another"),
    [
        # a noun within what somebody else says
        ("The league’s vow not to play, she said, was wrong.", "The league", "vow", "she", True),
        ("The league vowed not to play, she said.", "The league", "vowed", "she", False),
        ("The league’s vow not to play was kept.", "The league", "vow", None, False),
        # somebody named in a further clause
        ("The others wept, but retired Mayor Tolk raged, saying it was lost.", "The others", "saying", None, True),
        ("The others wept, but on Monday they raged, saying it was lost.", "The others", "saying", None, False),
        (
            "The others wept, but on second thought Monday raged, saying it was lost.",
            "The others",
            "saying",
            None,
            False,
        ),
        ("The others wept for Mayor Tolk, saying it was lost.", "The others", "saying", None, False),
    ],
)
def test_whose_words_are_anothers(text: str, source: str, cue: str, others: str | None, another: bool) -> None:
    def place(words: str) -> tuple[int, int]:
        return 7 + text.index(words), 7 + text.index(words) + len(words)

    rest = (place(cue)[1], 7 + len(text))
    claim = Claim((place(source),), (place(cue),), (rest,), "paraphrased", Actor(source, source, "party"))
    beside = [Claim((place(others),), (), (rest,), "paraphrased")] if others else []
    assert is_told_by_another(claim, [claim, *beside], text, 7, ENGLISH) is another


@pytest.mark.parametrize(
    ("cue", "source", "name", "shown"),
    [
        ("According to", "a ferry survey released Monday", "ferry survey", "according to a ferry survey"),
        ("according to", "the harbour report", "harbour report", "according to the harbour report"),
        ("according to", "the harbour clerk", "harbour clerk", "harbour clerk"),
        ("finds", "a harbour report", "harbour report", "harbour report"),
    ],
)
def test_a_thing_is_what_it_is_according_to(cue: str, source: str, name: str, shown: str) -> None:
    text = f"{cue} {source}, the quay is shut."
    at = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, "the quay is shut")]
    claim = Claim((at[0],), (at[1],), (at[2],), "paraphrased", Actor(name, name, "unknown", of="Lom Ferries"))
    who = shown_speaker(claim, text, language=ENGLISH)
    assert who is not None and " ".join(filter(None, (who.lead, who.name))) == shown
    assert (who.beside is None) is (who.lead is not None)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("MARA TOLK", "Mara Tolk"),
        ("JUAN GONZÁLEZ", "Juan González"),
        ("SEIU", "SEIU"),
        ("NORA SEIU TU", "Nora Seiu Tu"),
    ],
)
def test_a_name_at_the_head_of_a_line_is_written_as_in_running_text(name: str, shown: str) -> None:
    assert in_running_text(name, ENGLISH) == shown


@pytest.mark.parametrize(
    ("name", "words", "whole"),
    [
        ("Office", "the Office of Harbour Safety at the Ministry", "Office of Harbour Safety"),
        ("Bureau", "the Bureau of the Census", "Bureau of the Census"),
        ("office", "the office of the mayor", "office"),
        ("Tolk", "Tolk of the union", "Tolk"),
        ("Harbour Office", "the Harbour Office of Lom", "Harbour Office"),
    ],
)
def test_a_body_goes_by_its_whole_name(name: str, words: str, whole: str) -> None:
    assert whole_body(name, words, ENGLISH) == whole


@pytest.mark.parametrize(
    ("wording", "manner"),
    [
        ("The ferry sank at dawn.", "paraphrased"),
        ("It was “a long day” for all.", "partly quoted"),
        ("Divers came at noon.", "partly quoted"),
    ],
)
def test_a_sentence_without_a_quotation_is_paraphrased(wording: str, manner: str) -> None:
    text = "TOLK: The ferry sank at dawn. It was “a long day” for all. He said “go on. Divers came at noon. And so on.”"
    claim = Claim(((0, 4),), ((4, 5),), ((6, len(text)),), "partly quoted")
    begin = text.index(wording)
    span = Span("a", begin + 7, begin + 7 + len(wording), wording)
    moved = Claim(((7, 11),), ((11, 12),), ((13, len(text) + 7),), "partly quoted")
    assert manner_of(moved, span, text, 7, ENGLISH) == manner
    assert manner_of(claim, Span("a", begin, begin + len(wording), wording), text, 0, ENGLISH) == manner
