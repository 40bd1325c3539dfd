"""Whose words they are: names, descriptions, lists and pronouns in small invented texts."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH, rows, table
from leadup.model import Claim
from leadup.output.cast import shown_speaker
from leadup.reading.attribution import attribute
from leadup.reading.names import Cast
from leadup.reading.sentences import split_sentences

TOLK = "Mara Tolk, the harbour minister, came on Monday. "


def claims(text: str) -> tuple[Claim, ...]:
    return attribute(text, split_sentences(text, language=ENGLISH), language=ENGLISH)


def last(text: str) -> tuple[str | None, str | None]:
    """The name of the last claim's speaker, and whom it belongs to."""
    speaker = claims(text)[-1].speaker
    return (speaker.name, speaker.of) if speaker is not None else (None, None)


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("Tolk said on Friday that the bridge would be shut.", "Mara Tolk", None),
        ("Two Tolk aides said the bridge would be shut.", "Two Tolk aides", "Mara Tolk"),
        ("A Tolk spokesperson said the bridge would be shut.", "Tolk spokesperson", "Mara Tolk"),
        ("The Tolk campaign said the bridge would be shut.", "Tolk campaign", "Mara Tolk"),
        ("A woman at a Tolk rally said the bridge would be shut.", "woman at a Tolk rally", "Mara Tolk"),
        ("The son of a top Tolk aide said the bridge would be shut.", "son of a top Tolk aide", "Mara Tolk"),
        ("Tolk's lawyer said the bridge would be shut.", "Tolk's lawyer", "Mara Tolk"),
        ("Tolk's lawyer, Ed Rasp, said the bridge would be shut.", "Ed Rasp", None),
        ("A report by three engineers said the bridge would be shut.", "report by three engineers", None),
        ("72 percent of voters said the bridge should be shut.", "72 percent of voters", None),
        ("Officials of Sudland, Norland and Ostland said the bridge would be shut.", "Officials", None),
    ],
)
def test_a_name_in_a_phrase_is_not_the_speaker(text: str, name: str, of: str | None) -> None:
    assert last(TOLK + text) == (name, of)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Tolk and Ed Rasp said the bridge would be shut.", "Mara Tolk and Ed Rasp"),
        ("Canada, Britain and Germany suggested that the bridge be shut.", "Canada, Britain and Germany"),
        ("Ed Rasp, the head of the yard and editor of its paper, said the bridge was shut.", "Ed Rasp"),
        ("Mr. Tolk and Secretary of State Ed F. Rasp said Friday the bridge was shut.", "Tolk and Ed F. Rasp"),
        (
            "The bridge was shut, according to harbor sources who told of a call between President Mara Tolk and "
            "Minister Ed Rasp.",
            "harbor sources",
        ),
    ],
)
def test_a_list_of_speakers_is_all_of_them(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Iraqi statement said that the bridge had been hit.", "Iraq"),
        ("A South Korean statement said that the bridge had been hit.", "South Korea"),
        ("A statement by the Harbour Ministry said that the bridge had been hit.", "Harbour Ministry"),
    ],
)
def test_a_statement_is_its_issuers(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "All said that the bridge would be shut for good.",
        "President said that the bridge would be shut for good.",
        "Some said that the bridge would be shut for good.",
        "Arizona said that the bridge would be shut for good.",
        "All of which is to say that the bridge will be shut for good.",
        "The developments said that the bridge would be shut for good.",
        "In the U.S., Los Angeles International Airport said that the bridge would be shut for good.",
        "Mara Tolk Mara Jo TolkRasp says the bridge would be shut for good.",
    ],
)
def test_residue_is_nobodys_name(text: str) -> None:
    found = [shown_speaker(c, text, language=ENGLISH) for c in claims(text)]
    assert all(s is None for s in found)


@pytest.mark.parametrize(
    ("text", "name", "sure"),
    [
        # the last speaker
        ("Ed Rasp said the bridge was shut. He added that it would stay so.", "Ed Rasp", True),
        # a gender that does not fit
        ("Ed Rasp came with Anna Weiss. “It is shut,” she said.", "Anna Weiss", False),
        # of two men, one opened the sentence and nobody spoke: a guess
        # whoever is only spoken of in a quotation
        ("Ed Rasp said the bridge was shut. “Paul Hart knew,” he said.", "Ed Rasp", True),
        # several
        ("Two officials said the bridge was shut. They added that it would stay so.", "Two officials", True),
        # a possessor is not who speaks
        ("Rasp's son said the bridge was shut. He added that it would stay so.", "Rasp's son", True),
    ],
)
def test_pronouns(text: str, name: str, sure: bool) -> None:
    claim = claims(text)[-1]
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker_certain) == (name, sure)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # another stands between
        ("Ed Rasp met Paul Hart at noon. “It is shut,” he said.", None),
        # the one person named is too far off, or no subject and of a gender that is not known
        ("The yard was old. Ties to Ed Rasp were cut. The yard was full. The doors fell. “It is shut,” he said.", None),
        ("The bridge was named for Kim Orsk. “It is shut,” she said.", None),
        # neighbours: the one of that gender in the sentence before, and a subject with nobody behind it
        ("Ed Rasp came with Anna Weiss. “It is shut,” she said.", "Anna Weiss"),
        ("Paul Hart was out. Ed Rasp came at noon. “It is shut,” he said.", "Ed Rasp"),
    ],
)
def test_a_pronoun_far_from_its_name_is_nobodys(text: str, name: str | None) -> None:
    speaker = claims(text)[-1].speaker
    assert (speaker and speaker.name) == name


def test_a_guess_shows_the_pronoun() -> None:
    text = "Ed Rasp came with Anna Weiss. “It is shut,” she said."
    shown = shown_speaker(claims(text)[-1], text, language=ENGLISH)
    assert shown is not None
    assert (shown.name, shown.beside, shown.sure) == ("she", "probably Anna Weiss", False)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Tolk told Reuters that the bridge would be shut.", "Tolk", "that the bridge would be shut"),
        ("The paper reported Thursday that the bridge was shut.", "The paper", "that the bridge was shut"),
        (
            "Tolk told a news conference on Monday that the bridge was shut.",
            "Tolk",
            "that the bridge was shut",
        ),
        ("Tolk told The Associated Press that it was shut.", "Tolk", "that it was shut"),
        ("And from Chairwoman Rosen:\n\nThe board will not change its vote.", "Chairwoman Rosen", "The board will not"),
        ("The mayor added:\n\nThe bridge is old. It must go.", "The mayor", "The bridge is old. It must go."),
        ("“The river is high. We wait for help.” ― Pamela Nord", "Pamela Nord", "“The river is high."),
    ],
)
def test_clauses_far_from_their_verb_and_paragraphs_announced(text: str, source: str, content: str) -> None:
    claim = claims(text)[-1]
    assert text[claim.source[0][0] : claim.source[-1][1]] == source
    assert text[claim.content[0][0] : claim.content[-1][1]].startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        'Tom Hale said "it is over" and Paul West said "it is not".',
        "Tom Hale said the bridge was open and Paul West said it was closed.",
    ],
)
def test_two_speakers_of_one_sentence_have_each_their_own(text: str) -> None:
    found = [(c.speaker and c.speaker.name, text[c.content[0][0] : c.content[-1][1]]) for c in claims(text)]
    assert [name for name, _ in found] == ["Tom Hale", "Paul West"]
    assert "West" not in found[0][1]


@pytest.mark.parametrize(
    "text",
    ["A man who goes by “Shorty” said the bridge was out.", "The driver goes by “Shorty.” He said the bridge was out."],
)
def test_a_nickname_is_no_claim(text: str) -> None:
    found = claims(text)
    assert [text[s:e] for c in found for s, e in c.cue] == ["said"]


def test_a_plan_that_critics_dislike_is_no_clause_of_who_announced_it() -> None:
    text = "The mayor told the crowd that cheered him to go home."
    assert all("cheered" not in text[s:e] for c in claims(text) for s, e in c.content)


def test_the_tables_of_sources_hold_words_in_lower_case() -> None:
    for section in table("sources").values():
        for words in section.values():
            joined = words if isinstance(words, str) else " ".join(words)
            assert joined == joined.lower()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Mara Tolk campaign on Sunday said that the bridge would be shut.", "Mara Tolk campaign"),
        (
            "A statement sent by then-Mayor of Hask Jo Venn, released Sunday, said that it would be shut.",
            "then-Mayor of Hask Jo Venn",
        ),
        ("The White House on Sunday said that the bridge would be shut.", "White House"),
        ("A campaign statement on Sunday night said the bridge would be shut.", "campaign statement"),
        ("A ministry note in late October said the bridge would be shut.", "ministry note"),
        ("A ministry note on Oct. 11 said the bridge would be shut.", "ministry note"),
        ("The bridge will be shut, according to a poll released Friday.", "poll"),
        ("The bridge was shut, according to a court order obtained by the Herald's website.", "court order"),
        ("Jets bombed what officials described as camps of rebels in Hask.", "officials"),
    ],
)
def test_a_time_and_a_participle_are_no_part_of_a_source(text: str, name: str) -> None:
    assert last(TOLK + text)[0] == name


# fmt: off
WHOSE = (
    # who belongs to the one named is another
    ("parents of the border guard Mara Tolk",
     "The parents of the border guard Mara Tolk told the Herald that they had been lied to."),
    ("Mara Tolk", "Mara Tolk sent a note to her staff saying the bridge would be shut."),
    # lists that a parser breaks
    ("Ed Rasp and Jo Venn",
     "Secretary of State Ed Rasp and Foreign Minister Jo Venn said Friday the talks would go on."),
    ("Ed Rasp and Jo Venn",
     "In speeches on Monday, Sens. Ed Rasp of Tarn and Jo Venn of Orlen criticized the plan, saying it was old."),
    ("Ed Rasp and Jo Venn",
     "In a March 1 letter to Mr. Kell, Republican Reps. Ed Rasp of Tarn and Jo Venn of Orlen said that it was old."),
    ("Peter Rasp and Mike Venn",
     "Party candidate Peter Rasp and running mate Mike Venn said Saturday that they would go on to the end."),
    ("Ed Rasp", "Harbour candidate Ed Rasp, the friend and running mate of Jo Venn, said he would go on to the end."),
    ("Foreign and Commonwealth Office",
     "Ardovia's Foreign and Commonwealth Office said it saw no reason to shut the bridge."),
    ("Harbour Herald and Tarn Post",
     "The Harbour Herald, a daily newspaper, and the Tarn Post reported Thursday that the bridge was shut."),
    ("Macy's", "Macy's said Wednesday that the line was no longer a good fit for its stores."),
    ("The Post and Courier of Tarn", "According to The Post and Courier of Tarn, the bridge was shut at noon."),
    # who speaks behind "with"
    ("Ed Rasp",
     "The bombing drew criticism from others, with Prime Minister Ed Rasp on Friday accusing Ardovia of a crime."),
    # who holds an office and is named behind it
    ("Ed Rasp", "On Sunday, the speaker of the outgoing parliament, Ed Rasp, said the body would meet."),
    # where it was said, and who says it
    ("harbour company",
     'In an e-mail to Tarn staff obtained by TARN TODAY, the harbour company analyzing the raid said "the guard was '
     'unprepared by any standard of the trade and was unique enough to cause the ministry to warn other yards of it."'),
    # a verb that may be cut too short
    ("Ed Rasp", "Ed Rasp is alleging that the bridge was burned by the ministry."),
    # a long description is cut where it is still one
    ("Members of the press and critics",
     "Members of the press and critics led by foes of the yard complained that it was a crime."),
)
# fmt: on


@pytest.mark.parametrize(("name", "text"), WHOSE)
def test_whose_words_they_are(name: str, text: str) -> None:
    assert last(TOLK + text)[0] == name


def test_a_clause_that_a_parser_lost_is_not_told_by_its_object() -> None:
    found = claims(
        "An official insisted Tuesday the ministry notified the yard that it was asking for two days of records."
    )
    assert all(c.speaker is None or c.speaker.name != "ministry" for c in found)


@pytest.mark.parametrize("example", [row[2] for row in rows("saying_deeds")])
def test_deeds_are_no_words_of_anybody(example: str) -> None:
    assert all(shown_speaker(c, example, language=ENGLISH) is None for c in claims(example))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tolk said the bridge would be shut for good.", True),
        ("Tolk left the hall, saying the bridge would be shut for good.", True),
        ("The bridge would be shut for good, Tolk said.", True),
        ("As Tolk said, the bridge would be shut for good.", True),
        ("The bridge was shut by the guard at noon after Tolk said it was old.", False),
        ("The bridge fell on the same day that Tolk said it was old.", False),
        ("The clerk, who said she was ill, left the hall with the mayor and all his aides on Monday.", False),
        ("Tolk will say on Monday that the bridge is old and must be shut.", False),
        ("The guard struck what officials described as a camp of rebels near the old town of Hask.", False),
        ("Tolk believes that the bridge is old and must be shut.", False),
        ("Tolk used her speech on Monday to explain the plan for the bridge.", False),
        ("Rasp thanked Tolk, who leads the yard, saying the bridge would be shut.", False),
    ],
)
def test_a_speaker_is_named_for_words_that_the_sentence_tells(text: str, shown: bool) -> None:
    names = [shown_speaker(c, TOLK + text, language=ENGLISH) for c in claims(TOLK + text)]
    assert any(names) is shown


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("White House spokesman Mara Tolk said so.", "White House spokesman"),
        ("Senate Harbour Services Chairman Mara Tolk said so.", "Senate Harbour Services Chairman"),
        ("New York Gov. Mara Tolk said so.", "New York Gov."),
        ("Mara Tolk, a spokeswoman for Mr. Rasp, said so.", "spokeswoman for Mr. Rasp"),
        ("Mara Tolk, head of the U.N. mission in Hask, said so.", "head of the U.N. mission in Hask"),
        ("Mara Tolk, a force in the party, said so.", None),
        ("Mara Tolk, who runs the yard, isn’t endorsing any candidate.", None),
        ("Mara Tolk, isn’t endorsing any candidate, she said.", None),
        ("Mara Tolk, Rasp campaign blasted the yard director, said so.", None),
        ("Dutifully praising the head of the yard, Mara Tolk said so.", None),
        ("The governors, Mara Tolk and Ed Rasp, said so.", None),
        ("So said President Ed Rasp.Harbour Secretary Mara Tolk left.", "Harbour Secretary"),
        ("First elected to the House in 1990, Mara Tolk said so.", None),
    ],
)
def test_a_role_is_whole_and_a_persons(text: str, role: str | None) -> None:
    cast = Cast.of(text, language=ENGLISH)
    assert next(a.role for a in cast.actors if a is not None and a.name == "Mara Tolk") == role


def test_names_that_a_page_ran_together_are_nobodys() -> None:
    assert all(a is None for a in Cast.of("Mara Tolk Mara Jo TolkRasp says she will go.", language=ENGLISH).actors)


def test_a_name_behind_another_persons_is_its_own() -> None:
    cast = Cast.of("Mara Tolk spoke on Monday. Tolk Cindy Rasp left. Mrs. Tolk said so.", language=ENGLISH)
    assert [a.name for a in cast.actors if a is not None] == ["Mara Tolk", "Cindy Rasp", "Mara Tolk"]


def test_a_paper_goes_by_its_whole_name() -> None:
    assert last("Five died in the fire, USA Today reported.")[0] == "USA Today"
    assert last("Five died in the fire, the Herald reported today.")[0] == "Herald"


def test_the_army_is_not_its_chief() -> None:
    text = "Army chief Gen. Ed Rasp came. Gen. Ed Rasp signed six orders on Thursday, the army said."
    assert [c.speaker.name for c in claims(text) if c.speaker is not None] == ["army"]


def test_a_board_is_no_board_member() -> None:
    text = "Ed Rasp, an editorial board member of the Herald, came. The Herald's board said the bridge was old."
    assert [c.speaker.name for c in claims(text) if c.speaker is not None] == ["Herald's board"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # where and when somebody spoke, read into the subject before them
        (
            "In a lengthy speech on Saturday night in Manheim, Pennsylvania, Republican nominee for president Karl J. "
            "Lund lambasted his opponent Democratic nominee Hilda Tolm for a secret tape recording of her bashing "
            "supporters and called for her to be questioned as to whether she has been loyal.",
            "Republican nominee for president Karl J. Lund",
        ),
        ("A report on Friday in Hask, Norland, called for a vote on the bridge.", "report on Friday in Hask"),
        # what a clause hangs on, that is nobody who could say it
        ("He renewed the harsh rhetoric that had won him the vote, vowing “no mercy at all” for smugglers.", None),
        ("He praised the company that had won the vote, vowing “no mercy at all” for smugglers.", "company"),
    ],
)
def test_what_only_stands_before_the_words_is_not_the_speaker(text: str, name: str | None) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize("whose", ["An Iraqi opposition", "A French police union"])
def test_a_statement_of_some_of_a_people_is_not_their_countrys(whose: str) -> None:
    name, _ = last(f"{whose} statement said that the bridge had been hit.")
    assert name not in ("Iraq", "France", "Iraqi", "French")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Norland-backed militias in Iraq said that the bridge had been hit.", "Iraq"),
        ("Iran-backed militias said that the bridge had been hit.", None),
        ("Iran’s militias said that the bridge had been hit.", "Iran"),
    ],
)
def test_who_backs_somebody_is_not_whose_they_are(text: str, of: str | None) -> None:
    assert last(text)[1] == of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tolk said that the bridge would be shut.", True),
        ("Tolk denied that the bridge would be shut.", True),
        ("Tolk said that the bridge would not be shut.", True),
        ("Tolk did not vote, but said that the bridge would be shut.", True),
        ("After a night in Lund, Tolk said that the bridge would be shut.", True),
        ("Tolk left the hall on Monday, saying that the bridge would be shut.", True),
        ("Tolk did not merely say that the bridge would be shut, she vowed it.", True),
        ("Tolk has not only said that the bridge would be shut.", True),
        ("Not only Tolk said that the bridge would be shut.", True),
        ("Tolk did not deny that the bridge would be shut.", True),
        ("No fewer than nine guards said that the bridge would be shut.", True),
        ("Both Tolk and Pask said that the bridge would be shut.", True),
        ("Tolk said that nobody wanted the bridge to be shut.", True),
        # what was not said
        ("Neither Tolk nor Pask said that the bridge would be shut.", False),
        ("Neither of the guards said that the bridge would be shut.", False),
        ("Nobody said that the bridge would be shut.", False),
        ("No one said that the bridge would be shut.", False),
        ("The court did not rule that the bridge would be shut.", False),
        ("No guard said that the bridge would be shut.", False),
        ("None of the guards said that the bridge would be shut.", False),
        ("Tolk did not even say that the bridge would be shut.", False),
        ("Tolk has neither confirmed nor denied that the bridge would be shut.", False),
        ("Tolk has not confirmed or denied that the bridge would be shut.", False),
        ("Tolk did not say whether the bridge would be shut.", False),
        ("Tolk never said that the bridge would be shut.", False),
        # what was said when something else happened
        ("Tolk slept after a letter from rivals saying that the bridge would be shut.", False),
        ("Tensions soared after Tolk said Monday that she was ready to shut the bridge to the mill.", False),
        ("Millers marched after Tolk said that the bridge over the wide river at the old mill would be shut.", False),
    ],
)
def test_denied_words_and_those_of_another_time_are_not_told(text: str, said: bool) -> None:
    assert any(claim.is_said for claim in claims(text)) is said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The pier was shut at noon, a source close to the inquiry told Harbour News.",
            "a source close to the inquiry",
        ),
        (
            "Divers went down on Monday, some weeks before the Tolk family left the yard, a friend close to the family "
            "told the Lom Herald on Friday.",
            "a friend close to the family",
        ),
        (
            "The ferry ran aground at dawn, where many had sought shelter, Lund, the harbour spokesman, said Friday.",
            "Lund, the harbour spokesman",
        ),
        (
            "The number of yards under review after complaints about rust and leaks has more than doubled in recent "
            "days, the Office of Harbour Safety at the Transport Department said late Tuesday.",
            "the Office of Harbour Safety at the Transport Department",
        ),
    ],
)
def test_who_closes_the_sentence_says_it(text: str, source: str) -> None:
    (claim,) = [c for c in claims(text) if c.is_said]
    assert " … ".join(text[s:e] for s, e in claim.source) == source
    assert claim.content[0][0] == 0 and claim.content[-1][1] == text.index(source) - len(", ")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met Lund, the harbour spokesman, and said so.",
        "The union told the yard, the pier and the gate said little.",
        "Lund, the harbour spokesman, told the pier on Friday.",
    ],
)
def test_what_only_ends_like_a_report_is_none(text: str) -> None:
    assert not [c for c in claims(text) if c.is_said and c.content[0][0] == 0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # A ruling, a vote and a poll say nothing; a thing is so according to them.
        ("The court issued a 5-2 ruling rejecting a new challenge that could have undone the toll.", False),
        ("A 5-2 vote found that the harbour toll was lawful in all of the province.", False),
        ("A ferry poll found that most riders want the harbour toll to be dropped.", False),
        ("According to a ferry poll, most riders want the harbour toll to be dropped.", True),
        ("The report said that most riders want the harbour toll to be dropped.", True),
        # A court's word is its deed, but for what it says in a clause.
        ("The Supreme Court rejected a second challenge to the harbour toll and the bridge toll.", False),
        ("The Supreme Court said on Monday that the harbour toll was lawful.", True),
        # An aim behind a deed of the same hand.
        ("The bloc of some forty deputies backed Tolk on Monday, and vowed to vote as one for her plan.", False),
        ("The bloc of some forty deputies vowed on Monday to vote as one for her plan.", True),
        ("Lund said on Thursday that raiders might be planning more attacks, and threatened to strike first.", True),
    ],
)
def test_deeds_have_no_mouth(text: str, said: bool) -> None:
    found = claims(text)
    assert {c.is_said for c in found} == {said}


def test_what_is_reported_on_is_no_report() -> None:
    text = (
        "The Lom Herald reported Tuesday on the remarks of the head of the coast guard Mara Tolk who said if there was "
        "another storm she foresaw a “long winter” coming."
    )
    assert all(text[s:e] != "The Lom Herald" for c in claims(text) for s, e in c.source)


def test_who_tells_somebody_something_is_somebody() -> None:
    text = TOLK + "Tolk's new harbour guru told the yard's owners on Thursday that the bridge would be shut."
    claim = claims(text)[-1]
    shown = shown_speaker(claim, text, language=ENGLISH)
    assert shown is not None and (shown.name, shown.sure) == ("Tolk's new harbour guru", True)
