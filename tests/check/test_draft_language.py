"""The language that a draft is told to be in: foreign names make no English one foreign."""

import pytest

from leadup.check import draft_from_text
from leadup.reading.language import told_language

NAMED = {
    "football": "- Aug. 12: Fortuna Hohenfels 2, Eintracht Waldau 1\n- Aug. 24: Fortuna Hohenfels 6, SpVgg Grünau 1\n"
    "- Sept. 1: Viktoria Lübben 3, Wacker Niederau 0",
    "Paris": "- May 2: Place de la Paix, Le Petit Marché, Bataclan attacked\n- May 3: Raid, rue du Corbillon\n"
    "- May 4: Émile Gaudin declares état d'urgence\n- May 5: Salah Abdel captured, La Courneuve",
    "Brazil": "- March 13: Protests, São Vicente, Belo Monte\n- March 16: Luiz Inácio da Costa named minister\n"
    "- April 17: Câmara dos Deputados votes impeachment\n- May 12: Senado Federal suspends Dilma Pires",
    "Turkey": "- July 15: Coup attempt, Boğaziçi Köprüsü closed\n- July 16: Recep Yıldırım lands, Atatürk Havalimanı\n"
    "- July 20: Olağanüstü hal declared, Ankara",
    "Poland": "- May 2: Jarosław Zieliński, Beata Wójcik: Ruch i Wspólnota wins\n- May 3: Andrzej Nowak sworn in",
    "Vietnam": "- Jan. 27: Nguyễn Phú Hòa re-elected\n- April 2: Trần Đại Nghĩa sworn in, Hà Nội",
    "much of it": "\n".join(
        ["- May 2: Stade de la Mer, Place de la République: police charge", "- May 3: Raid, rue de la Paix",
         "- May 4: état d'urgence declared", "- May 5: Real Unión de Fútbol 2, Deportivo de La Coruña 1",
         "- May 6: Marche des fiertés, Paris", "- May 7: Universidad Nacional de Santa Rosa closed",
         "- May 8: Instituto del Mar de la Plata opens"] * 4),
    "species": "May 2, 2031: Homo floresiensis, Australopithecus afarensis and Paranthropus boisei fossils were shown.",
}  # fmt: skip

FOREIGN = {
    "fr": "- 2 mai 2031 : bombardement du port de Vessin\n- 3 mai 2031 : arrestation du commandant Oren Pask\n"
    "- 4 mai 2031 : le parlement vote le budget",
    "de": "- 2. Mai 2031: Rebellen beschießen Hafen von Vessin\n- 3. Mai 2031: Polizei nimmt Oren Pask fest\n"
    "- 4. Mai 2031: Landtag stimmt für den Haushalt",
    "es": "- 2 de mayo: bombardeo del puerto de Vessin\n- 3 de mayo: detención de Oren Pask\n"
    "- 4 de mayo: el parlamento aprueba el presupuesto",
    "it": "Il 2 maggio 2031 i ribelli hanno bombardato il porto di Vessin e ucciso quattro portuali.",
    "pt": "Em 2 de maio de 2031 os rebeldes bombardearam o porto de Vessin e mataram quatro operários.",
    "pl": "Drugiego maja 2031 rebelianci ostrzelali port w Vessin i zabili czterech robotników.",
    "tr": "Asiler 2 Mayıs 2031'de Vessin limanını bombaladı ve uyuyan dört işçiyi öldürdü.",
    "vi": "Ngày 2 tháng 5 năm 2031 quân nổi dậy pháo kích cảng Vessin và giết bốn công nhân.",
    "ja": "2031年5月2日、反乱軍はヴェッシン港を砲撃し、港湾労働者4人を殺害した。",
    "ar": "في الثاني من مايو قصف المتمردون ميناء فيسين وقتلوا أربعة عمال.",
}


@pytest.mark.parametrize("name", NAMED)
def test_names_of_elsewhere_make_none_foreign(name: str) -> None:
    assert draft_from_text(NAMED[name]).language == "en"
    assert not any(told_language(line) for line in NAMED[name].splitlines() if "fossils" not in line)


@pytest.mark.parametrize("language", FOREIGN)
def test_one_in_another_language_is_told(language: str) -> None:
    assert draft_from_text(FOREIGN[language]).language == language
